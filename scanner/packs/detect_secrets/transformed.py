"""Files of settings as detect-secrets reads them: its own transformers put each value in quotes, on its line.

https://github.com/Yelp/detect-secrets/tree/master/detect_secrets/transformers
"""

from __future__ import annotations

import functools
import io
import re
from typing import Any

from detect_secrets.transformers import get_transformed_file
from detect_secrets.util.filetype import FileType, determine_file_type

LARGEST = 2**20
"""Bytes of a file that is transformed: the transformers take time that grows faster than the file."""
LINES = 3000
SECTIONS = 20
"""Lines of an INI file, and its sections where one is the default of the others, from which on it is not."""
ALIASES = 32
"""References in a YAML file from which on it is not: each may stand for a tree of others."""


def is_yaml(path: str) -> bool:
    """Whether the file is YAML by its name."""
    return bool(determine_file_type(path) == FileType.YAML)


def is_other(path: str) -> bool:
    """Whether its name tells nothing: it may be settings of any kind then."""
    return bool(determine_file_type(path) == FileType.OTHER)


def may_be(text: str, path: str, *, eager: bool) -> bool:
    """Whether a transformer might do something with it. eager: those that are tried where nothing else was found."""
    if len(text) > LARGEST:
        return False
    if eager:
        return is_other(path) and _is_short(text) and not _no_setting().search(text)
    if _section().match(text):
        return _is_short(text)
    return is_yaml(path) and len(_alias().findall(text)) <= ALIASES


def _is_short(text: str) -> bool:
    """Whether the transformer of INI files is done with it soon: it looks for each value among all lines, if need be,
    and for those of the default section once for each section.
    """
    return text.count("\n") <= LINES and ("[DEFAULT]" not in text or text.count("\n[") <= SECTIONS)


def transformed(text: str, path: str, *, eager: bool) -> list[str]:
    """The lines with values in quotes; none where no transformer can read it."""
    file: Any = io.StringIO(text, newline=None)
    file.name = path
    try:
        return list(get_transformed_file(file, use_eager_transformers=eager) or ())
    except Exception:  # noqa: BLE001 - whatever libraries raise on content that is not theirs: it is read as it stands
        return []


@functools.cache
def _section() -> re.Pattern[str]:
    """How an INI file begins: comments, then a section. Python's parser takes it for none otherwise."""
    return re.compile(r"(?>(?:[ \t]*+(?>(?:[#;][^\r\n]*+)?)[\r\n])*)[ \t]*+\[")


@functools.cache
def _no_setting() -> re.Pattern[str]:
    """A line that is neither a setting nor what goes on from the line before, over which Python's parser gives up."""
    return re.compile(r"(?m)^(?![\s#;\[])[^=:\r\n]++(?=[\r\n]|\Z)")


@functools.cache
def _alias() -> re.Pattern[str]:
    return re.compile(r"[\s\[,:{-]\*[A-Za-z0-9_]")
