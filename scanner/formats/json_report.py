"""The JSON report. docs/report-v1.md is its contract; the model's fields bear the names of the document."""

from __future__ import annotations

import json

from scanner import __version__
from scanner.formats.escape import escaped
from scanner.formats.interface import Format, Style
from scanner.model import Report


class Json(Format):
    """One document, version 1."""

    def render(self, report: Report, style: Style) -> str:
        """The whole report, whatever the style."""
        return document(_content(report))


def document(value: object) -> str:
    """A JSON document with a line for each value, in which every character is one that can be shown."""
    text = json.dumps(_plain(value), ensure_ascii=False, indent=2)
    return "\n".join(line if line.isprintable() else _safe(line) for line in text.split("\n")) + "\n"


def _content(report: Report) -> dict[str, object]:
    return {
        "schema_version": 1,
        "tool": {"name": "akia", "version": __version__},
        "scan": {
            "source": report.source,
            "target": report.target,
            "blobs": report.blobs,
            "bytes": report.bytes,
            "seconds": round(report.seconds, 3),
            "complete": report.complete,
        },
        "summary": {
            "findings": len(report.findings),
            "suppressed": len(report.suppressed),
            "skipped": len(report.skipped),
            "by_severity": report.by_severity,
        },
        "findings": report.findings,
        "suppressed": report.suppressed,
        "skipped": report.skipped,
    }


def _plain(value: object) -> object:
    """The value in terms of JSON: a named tuple is an object with its members."""
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        members = [_plain(item) for item in value]
        return dict(zip(names, members, strict=True)) if names else members
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _safe(line: str) -> str:
    """The line with what cannot be shown as JSON escapes; a byte that is not UTF-8 as the text `\\xNN`."""
    return "".join(char if char.isprintable() else _escape(char) for char in line)


def _escape(char: str) -> str:
    if 0xD800 <= ord(char) <= 0xDFFF:
        return "\\" + escaped(char)
    units = char.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
