"""Finds the declarations: every module of a folder of `patterns`, and what other distributions add.

A file name that begins with an underscore is support. Nothing of a scanned tree is ever imported: only this
package and installed distributions that declare the entry-point group `akia.patterns`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from patterns._pattern import Pattern
from patterns._playbook import Playbook
from patterns._signal import Signal

GROUP = "akia.patterns"


def credential_patterns() -> tuple[Pattern, ...]:
    """All patterns, in order of their ids. Raises AttributeError where a module lacks its PATTERN."""
    found = [module.PATTERN for module in _modules("credentials")]
    found += [item for item in _added() if isinstance(item, Pattern)]
    return tuple(sorted(found, key=lambda pattern: pattern.id))


def signals() -> tuple[Signal, ...]:
    """All signals, in order of their ids."""
    found = [signal for module in _modules("principals") for signal in module.SIGNALS]
    found += [item for item in _added() if isinstance(item, Signal)]
    return tuple(sorted(found, key=lambda signal: signal.id))


def playbooks() -> tuple[Playbook, ...]:
    """All playbooks, in order of their ids."""
    found = [module.PLAYBOOK for module in _modules("playbooks")]
    found += [item for item in _added() if isinstance(item, Playbook)]
    return tuple(sorted(found, key=lambda playbook: playbook.id))


def _modules(folder: str) -> Iterator[ModuleType]:
    here = os.path.join(os.path.dirname(__file__), folder)
    for name in sorted(os.listdir(here)):
        if name.endswith(".py") and not name.startswith("_"):
            yield import_module(f"patterns.{folder}.{name[:-3]}")


def _added() -> Iterator[object]:
    """What other distributions declare; each entry point names one declaration or an iterable of them."""
    if not any(_declares(folder) for folder in sys.path):
        return
    from importlib.metadata import entry_points  # costs 25 ms, which a hook without plug-ins need not pay

    for entry in entry_points(group=GROUP):
        loaded = entry.load()
        yield from loaded if isinstance(loaded, (list, tuple)) else (loaded,)


def _declares(folder: str) -> bool:
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return False
    return any(
        name.endswith((".dist-info", ".egg-info")) and _mentions_group(os.path.join(folder, name, "entry_points.txt"))
        for name in names
    )


def _mentions_group(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return f"[{GROUP}]".encode() in file.read()
    except OSError:
        return False
