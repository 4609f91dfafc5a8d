"""`akia report REPORT.json`: a JSON report in another form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.cli.arguments import FILES, Parser, add_report
from scanner.cli.conclusion import concluded
from scanner.cli.standard_input import AT_ONCE, StandardInput
from scanner.errors import UsageError
from scanner.formats.reading import NotAReportError, read
from scanner.model import Report
from scanner.opening import named

DESCRIPTION = """\
Writes a JSON report that a scan wrote in another form, as the scan itself would
have written it. Nothing is scanned. The exit status is that of the scan, for
--fail-on as it is given here: so one scan can serve a page to read, an upload,
and the gate. `-` reads standard input.
"""
EXAMPLES = """\
  akia scan --format json --output akia.json --fail-on never
  akia report akia.json --format html --output akia.html --fail-on never
  akia report akia.json --fail-on high
"""
LARGEST = 2**30
"""Bytes of a report that are read. A finding takes some 15,000."""


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("report", "[OPTION …] REPORT.json", DESCRIPTION, EXAMPLES, takes=FILES)
    add_report(parser)
    parser.add_argument("--allow-incomplete", action="store_true", help="do not fail over what was not looked at")
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    arguments = parser.read(argv)
    if len(arguments.names) != 1:
        parser.error("one report is needed, or - for standard input")
    report = report_of(arguments.names[0])
    return concluded(report, arguments, arguments.fail_on or "medium", arguments.allow_incomplete)


def report_of(name: str) -> Report:
    """The JSON report in a file, or in standard input for `-`. Raises UsageError."""
    try:
        return read(_content(name))
    except NotAReportError as error:
        raise UsageError(f"{name}: this is no JSON report of Akia: {error}") from None


def _content(name: str) -> bytes:
    try:
        data = b"".join(_pieces(StandardInput())) if name == "-" else named(name, LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UsageError(f"{name}: {getattr(error, 'strerror', None) or 'not a usable path'}") from None
    if len(data) > LARGEST:
        raise UsageError(f"{name}: larger than {LARGEST:,} bytes, which no report is")
    return data


def _pieces(file: StandardInput) -> Iterator[bytes]:
    """All that there is, but no more than tells that it is too much: a device may have no end."""
    left = LARGEST + 1
    while left and (piece := file.read(min(left, AT_ONCE))):
        left -= len(piece)
        yield piece
