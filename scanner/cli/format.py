"""How a report is to look here and now."""

from __future__ import annotations

import os
import sys

from scanner.formats.choice import written_now
from scanner.formats.interface import Style

WIDEST = 110


def style(color: str, output: str | None, quiet: bool, blocked: bool) -> Style:
    """What the options and the terminal say. A file gets no colours unless they are asked for."""
    is_terminal = output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()
    return Style(_is_colored(color, is_terminal), _width(is_terminal), quiet, blocked, written_now())


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
