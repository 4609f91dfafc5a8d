"""Which formats there are, and how a report is to look here and now."""

from __future__ import annotations

import os
import sys
import time
from importlib import import_module

from scanner.formats.interface import Format, Style

FORMATS = {
    "text": "scanner.formats.text:Text",
    "json": "scanner.formats.json_report:Json",
    "sarif": "scanner.formats.sarif.log:Sarif",
    "github": "scanner.formats.github:GitHub",
    "gitlab": "scanner.formats.gitlab:GitLab",
    "junit": "scanner.formats.junit:JUnit",
    "csv": "scanner.formats.csv_report:Csv",
    "jsonl": "scanner.formats.jsonl:JsonLines",
    "html": "scanner.formats.html.page:Html",
}
"""Each format's class. Loaded only if it is asked for."""

WIDEST = 110


def chosen(name: str) -> Format:
    """The format of that name."""
    module, _, cls = FORMATS[name].partition(":")
    made: Format = getattr(import_module(module), cls)()
    return made


def style(color: str, output: str | None, quiet: bool, blocked: bool) -> Style:
    """What the options and the terminal say. A file gets no colours unless they are asked for."""
    is_terminal = output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()
    return Style(_is_colored(color, is_terminal), _width(is_terminal), quiet, blocked, _now())


def _now() -> str:
    """The present moment, or the one that a reproducible build is to be of (https://reproducible-builds.org)."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(fixed) if fixed.isdecimal() and len(fixed) < 12 else time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))


def _is_colored(color: str, is_terminal: bool) -> bool:
    """https://no-color.org and https://force-color.org; an option beats both."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb"


def _width(is_terminal: bool) -> int:
    if not is_terminal:
        return Style().width
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return Style().width
    return min(max(columns, 40), WIDEST) if columns else Style().width
