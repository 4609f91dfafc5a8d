"""JSON lines, for programs that read as they go: a finding a line, and at the end what was looked at."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.formats.documents import line
from scanner.formats.heading import heading
from scanner.formats.interface import Format, Style
from scanner.model import Report


class JsonLines(Format):
    """Objects as in the JSON report, each with its `type`: finding, suppressed, skipped, and one summary, the last."""

    def render(self, report: Report, style: Style) -> str:
        """The whole report, whatever the style. Without the last line it is not whole."""
        return "".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    for finding in report.findings:
        yield line({"type": "finding", **finding._asdict()})
    for suppressed in report.suppressed:
        yield line({"type": "suppressed", **suppressed._asdict()})
    for skipped in report.skipped:
        yield line({"type": "skipped", **skipped._asdict()})
    yield line({"type": "summary", **heading(report)})
