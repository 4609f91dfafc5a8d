"""A rule: one kind of value that is no AWS credential of ours to know, as settings describe it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scanner.model import Severity

Target = Literal["secret", "match", "line"]


@dataclass(frozen=True, slots=True)
class Places:
    """Paths: globs with the semantics of `.gitignore`, and expressions that are found somewhere in the path."""

    globs: tuple[str, ...] = ()
    expressions: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.globs or self.expressions)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a rule lets pass.

    expressions: of which one is found in the target. words: of which the secret holds one, in any case. places: where
    it stands. everything: whether all of these have to be met, where one is enough otherwise.
    """

    expressions: tuple[str, ...] = ()
    target: Target = "secret"
    words: tuple[str, ...] = ()
    places: Places = Places()
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for.

    expression: in the syntax of RE2. group: the number of the group that is the secret; 0 for the first that matches
    something, else all that is matched. anchors: in lower case; content that holds none of them, in any case, holds no
    match. Without any, all content is looked through. entropy: bits a character that the secret has to exceed; 0 for
    any. places: paths at which it is looked for; empty for all. where: the setting, for messages.
    """

    id: str
    title: str
    severity: Severity
    expression: str
    anchors: tuple[str, ...] = ()
    group: int = 0
    entropy: float = 0.0
    places: Places = Places()
    allowances: tuple[Allowance, ...] = ()
    tags: tuple[str, ...] = ()
    reference: str = ""
    where: str = ""
