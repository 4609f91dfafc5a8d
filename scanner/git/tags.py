"""Annotated tags: what each of them names, which may be another tag."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scanner.git.objects import read
from scanner.git.process import Git

DEEPEST = 10
"""Tags of tags that are followed."""


def targets(git: Git, names: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """(tag, the object that it names, its type) of those of the objects that are tags; empty where it names none."""
    for item in read(git, (name.encode() for name in sorted(names))) if names else ():
        if item.type == "tag":
            first, _, rest = item.read(256).decode("ascii", "replace").partition("\n")
            target = first.removeprefix("object ") if first.startswith("object ") else ""
            yield item.id, target, rest.partition("\n")[0].removeprefix("type ")


def led_over(git: Git, names: Collection[str]) -> list[str]:
    """The tags among the objects, and those that they lead over, the outermost first."""
    found: dict[str, None] = {}
    for _ in range(DEEPEST):
        named = {tag: target for tag, target, _ in targets(git, names)}
        found |= dict.fromkeys(named)
        names = [target for target in named.values() if target]
    return list(found)
