"""Reads a JSON report back into the values that it was written from."""

from __future__ import annotations

import json
from functools import cache
from math import isfinite
from types import UnionType
from typing import Any, Literal, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

from scanner.model import Report

T = TypeVar("T", bound=tuple[object, ...])
WORDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
COUNTED_FROM_ONE = ("line", "column")
WORDLIKE = {"kind", "role", "pattern", "fingerprint", "account_id", "signal", "playbook", "blob", "id", "date"}
"""Members that formats write as they are: a program chose them, and they hold no space and nothing unprintable."""


class NotAReportError(ValueError):
    """It is no JSON report of version 1. The message says where it is not, and holds nothing of its content."""


def read(data: bytes) -> Report:
    """The report. Members that are not known are passed over. Raises NotAReportError."""
    document = _object(_parsed(data), "the document")
    if document.get("schema_version") != 1:
        raise NotAReportError("its schema_version is not 1")
    scan = _object(document.get("scan"), "scan")
    lists = {name: document.get(name) for name in ("findings", "suppressed", "skipped")}
    report = _made(Report, {**scan, **lists}, "")
    found = [*report.findings, *(item.finding for item in report.suppressed)]
    if not all(finding.parts and finding.occurrences for finding in found):
        raise NotAReportError("a finding has no part or no occurrence")
    if scan.get("complete") is not report.complete:
        raise NotAReportError("scan.complete is at odds with what was skipped")
    return report


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):  # of the first kind is what is not UTF-8, too
        raise NotAReportError("it is not one JSON document, as --format json writes it") from None


def _made(cls: type[T], value: object, where: str) -> T:
    """A named tuple of an object; a member with a default may be missing, as it is from reports of older versions."""
    members = _object(value, where)
    defaults: dict[str, object] = getattr(cls, "_field_defaults")  # noqa: B009 - named tuples have it, tuples not
    known = {}
    for name, kind in _kinds(cls).items():
        inner = f"{where}.{name}".lstrip(".")
        if name in members:
            known[name] = _value(kind, members[name], inner)
        elif name not in defaults:
            raise NotAReportError(f"{inner} is missing")
    return cls(**known)


@cache
def _kinds(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _value(kind: Any, value: object, where: str) -> object:
    """The value, if it is of the kind that the model gives: a type or what stands in annotations for one."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return value if isinstance(value, str) and value in inner else _wrong(where, "one of the known words")
    if origin in (Union, UnionType):
        return None if value is None else _value(inner[0], value, where)
    if origin is tuple:
        items = value if isinstance(value, list) else _wrong(where, "a list")
        return tuple(_value(inner[0], item, f"{where}[{number}]") for number, item in enumerate(items))
    if issubclass(kind, tuple):
        return _made(kind, value, where)
    return _plain(kind, value, where)


def _plain(kind: type, value: object, where: str) -> object:
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        _wrong(where, WORDS[kind])
    if isinstance(value, int | float) and not (isfinite(value) and value >= where.endswith(COUNTED_FROM_ONE)):
        _wrong(where, "a number that can be")
    if where.rpartition(".")[2] in WORDLIKE and not _is_word(str(value)):
        _wrong(where, "a word")
    return value


def _is_word(text: str) -> bool:
    return text.isascii() and text.isprintable() and " " not in text and text != ""


def _object(value: object, where: str) -> dict[str, object]:
    return value if isinstance(value, dict) else _wrong(where or "the document", "an object")


def _wrong(where: str, wanted: str) -> NoReturn:
    raise NotAReportError(f"{where} is not {wanted}")
