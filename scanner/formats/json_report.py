"""The JSON report. docs/report-v1.md is its contract; the model's fields bear the names of the document."""

from __future__ import annotations

from scanner.formats.documents import document
from scanner.formats.heading import heading
from scanner.formats.interface import Format, Style
from scanner.model import Report


class Json(Format):
    """One document, version 1."""

    def render(self, report: Report, style: Style) -> str:
        """The whole report, whatever the style."""
        lists = {"findings": report.findings, "suppressed": report.suppressed, "skipped": report.skipped}
        return document({**heading(report), **lists})
