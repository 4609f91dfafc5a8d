"""Finds the declarations: every module of a folder of `patterns`, and what other distributions add.

A file name that begins with an underscore is support. Nothing of a scanned tree is ever imported: only this
package and installed distributions that declare the entry-point group `akia.patterns`.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from patterns._pattern import Pattern

if TYPE_CHECKING:  # a hook that finds nothing needs neither
    from patterns._playbook import Playbook
    from patterns._signal import Signal

T = TypeVar("T")

GROUP = "akia.patterns"


def credential_patterns() -> tuple[Pattern, ...]:
    """All patterns, in order of their ids. Raises AttributeError where a module lacks its PATTERN."""
    found = [module.PATTERN for module in _modules("credentials")]
    found += _added(Pattern)
    return tuple(sorted(found, key=lambda pattern: pattern.id))


def signals() -> tuple[Signal, ...]:
    """All signals, in order of their ids."""
    from patterns._signal import Signal

    found = [signal for module in _modules("principals") for signal in module.SIGNALS]
    found += _added(Signal)
    return tuple(sorted(found, key=lambda signal: signal.id))


def playbooks() -> tuple[Playbook, ...]:
    """All playbooks, in order of their ids."""
    from patterns._playbook import Playbook

    found = [module.PLAYBOOK for module in _modules("playbooks")]
    found += _added(Playbook)
    return tuple(sorted(found, key=lambda playbook: playbook.id))


def _modules(folder: str) -> Iterator[ModuleType]:
    here = os.path.join(os.path.dirname(__file__), folder)
    for name in sorted(os.listdir(here)):
        if name.endswith(".py") and not name.startswith("_"):
            yield import_module(f"patterns.{folder}.{name[:-3]}")


def _added(kind: type[T]) -> list[T]:
    """What other distributions declare of a kind; each entry point names one declaration or several."""
    if not _any_declares(tuple(sys.path)):
        return []
    from importlib.metadata import entry_points  # costs 25 ms, which a hook without plug-ins need not pay

    loaded = [entry.load() for entry in entry_points(group=GROUP)]
    flat = [item for one in loaded for item in (one if type(one) in (list, tuple) else (one,))]
    return [item for item in flat if isinstance(item, kind)]


@functools.cache
def _any_declares(folders: tuple[str, ...]) -> bool:
    """Whether anything that is installed in one of the folders may declare something: asked for each kind."""
    return any(map(_declares, folders))


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
