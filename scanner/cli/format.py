"""How a report is to look here and now."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from scanner.formats.choice import written_now
from scanner.formats.interface import Style
from scanner.model import Report

WIDEST = 110


def style(report: Report, color: str, output: str | None, quiet: bool, blocked: bool) -> Style:
    """What the options and the terminal say. A file gets no colours unless they are asked for, and never a link."""
    is_terminal = _is_terminal(output)
    colored = _is_colored(color, is_terminal)
    link = _link(report) if colored and is_terminal else None
    return Style(colored, _width(is_terminal), quiet, blocked, link, written_now())


def width_of(output: str | None) -> int:
    """Columns to wrap at."""
    return _width(_is_terminal(output))


def _is_terminal(output: str | None) -> bool:
    return output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()


def _link(report: Report) -> Callable[[str], str | None] | None:
    from scanner.cli.links import file_link, knows_links  # on a terminal only

    return file_link(report) if knows_links(os.environ) else None


def _is_colored(color: str, is_terminal: bool) -> bool:
    """An option, then https://no-color.org, https://force-color.org and https://bixense.com/clicolors."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE", "") not in ("", "0"):
        return True
    return is_terminal and os.environ.get("CLICOLOR") != "0" and os.environ.get("TERM") != "dumb"


def _width(is_terminal: bool) -> int:
    if not is_terminal:
        return Style().width
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return Style().width
    return min(max(columns, 40), WIDEST) if columns else Style().width
