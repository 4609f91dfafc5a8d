"""Which terminals make a link of OSC 8, and where a file's link leads.

The form is that of https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda, whose list names the terminals.
A terminal that is not known to take it might show its signs, so that it gets none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial

from scanner.model import Report

PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby"})
"""By TERM_PROGRAM."""
TERMINALS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")
"""How TERM begins."""
SIGNS = ("KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM")
"""What other terminals set."""
VTE = 5001
"""GNOME's terminal and its kin know them from 0.50.1 on; 0.50.0 crashed over them."""


def knows_links(env: Mapping[str, str]) -> bool:
    """Whether the terminal is known to. FORCE_HYPERLINK says so, or 0 that it does not, whatever else is set."""
    forced = env.get("FORCE_HYPERLINK", "")
    if forced:
        return forced != "0"
    term, vte = env.get("TERM", ""), env.get("VTE_VERSION", "")
    if env.get("TMUX") or term.startswith(("screen", "tmux", "dumb")):
        return False
    if vte.isdecimal():
        return int(vte) >= VTE
    named = env.get("TERM_PROGRAM") in PROGRAMS or term.startswith(TERMINALS)
    return named or any(env.get(name) for name in SIGNS)


def file_link(report: Report) -> Callable[[str], str | None]:
    """Gives the address of a file that the report names, if it is there to be opened."""
    if report.source == "paths":
        root = report.target if os.path.isdir(report.target) else "."
    elif report.source == "staged":
        root = _top()
    else:
        return lambda _: None
    return partial(_address, os.path.abspath(root))


def _address(root: str, path: str) -> str | None:
    from socket import gethostname  # only on a terminal that shows links
    from urllib.parse import quote

    whole = os.path.normpath(os.path.join(root, path))
    try:
        is_there = os.path.isfile(whole)
    except ValueError:
        return None
    return f"file://{quote(gethostname())}{quote(whole)}" if is_there else None


def _top() -> str:
    """The work tree that the current folder lies in."""
    folder = os.getcwd()
    while not os.path.lexists(os.path.join(folder, ".git")) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    return folder
