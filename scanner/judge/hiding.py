"""What of the candidates may be shown nowhere, not even in the names and addresses that stand beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scanner.conceal import Secrets
from scanner.detect.candidate import Candidate, Value
from scanner.judge.identity import masked


def is_secretive(value: Value) -> bool:
    """Whether it is not shown as it is; so it is with a URL in which more than an address stands."""
    return masked(value.role, value.raw) != value.raw.decode("utf-8", "replace")


def certain(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those for which a path is made hard to find again: not what a pack takes for a secret by its name alone."""
    return (item for item in candidates if not (item.pattern.severity and item.confidence == "low"))


def secrets_of(candidates: Iterable[Candidate]) -> Secrets:
    """What of them must be shown nowhere: all but key IDs and what is shown as it is; of a URL its query."""
    words: set[str] = set()
    values: set[str] = set()
    for member in candidates:
        for value in filter(is_secretive, member.values):
            text = value.raw.decode("utf-8", "replace")
            if value.role == "url":
                values.add(text.partition("?")[2])
            elif value.role != "id":
                (words if member.pattern.personal else values).add(text)
    return Secrets(words, values)
