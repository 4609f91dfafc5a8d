"""The page: the template filled in. It works without its script, asks nothing of the network, and runs nothing else.

Every value that the template writes is escaped twice over: what cannot be shown by `escaped`, as in all formats, and
what is markup by Jinja. Values stand in text and in quoted attributes alone, never in style or script, and in an
address only where it is a plain one of the web.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scanner import __version__
from scanner.formats import words
from scanner.formats.escape import escaped
from scanner.formats.html.timeline import Timeline
from scanner.formats.interface import Format, Style
from scanner.formats.markdown import is_web
from scanner.formats.stay import short, stay
from scanner.model import SEVERITIES, Report

FOLDER = Path(__file__).parent
FEW = 5
"""So many findings are shown open; of more, the first alone."""
MOST_ROWS = 20
"""Bars of the timeline that are shown at once."""


class Html(Format):
    """One self-contained page."""

    def render(self, report: Report, style: Style) -> str:
        """The whole report, whatever the style."""
        sheet, script = _asset("page.css"), _asset("page.js")
        findings, timeline = report.gravest_first, Timeline.of(report.findings)
        return (
            _environment()
            .get_template("page.html")
            .render(
                report=report,
                findings=findings,
                version=__version__,
                sheet=sheet,
                script=script,
                policy=_policy(sheet, script),
                timeline=timeline,
                dated=[(n, item) for n, item in enumerate(findings, 1) if timeline and timeline.bar(item)],
                most_rows=MOST_ROWS,
                open_at_first=len(report.findings) if len(report.findings) <= FEW else 1,
            )
        )


def _asset(name: str) -> Markup:
    """A file of ours, which goes into the page as it is."""
    return Markup((FOLDER / name).read_text("utf-8"))  # noqa: S704 - nothing but what is packaged


def _policy(sheet: str, script: str) -> str:
    """A Content-Security-Policy under which this style sheet and this script work, and nothing else."""
    allowed = f"style-src {_digest(sheet)}; script-src {_digest(script)}; img-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    made.globals |= {"words": words, "stay": stay, "short": short, "is_web": is_web, "SEVERITIES": SEVERITIES}
    made.globals["short_mask"] = _short_mask
    return made


def _short_mask(masked: str) -> str:
    """The mask with few asterisks, where there is little room."""
    return re.sub(r"\*{4,}", "****", masked)


def _shown(value: object) -> object:
    """What is written for a value: text without anything that cannot be shown."""
    return escaped(value) if isinstance(value, str) and not isinstance(value, Markup) else value
