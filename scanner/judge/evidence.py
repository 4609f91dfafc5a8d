"""Collecting evidence: what stands around each credential of a text, and which credential it speaks for.

A match speaks for one credential, the one it is nearest to by structure and then by distance, so that a name in
one record is never evidence about the key in the next. A match that names a key ID speaks for that key alone, one
that names an account never for a key of another account.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from patterns._checks import looks_random
from patterns._signal import Signal, Subject
from scanner.judge.nearest import Rank, Target, neighbourhoods, owners

__all__ = ["RawEvidence", "Target", "collect"]

MOST_MATCHES = 64
"""So many matches of one signal are thought of for one credential, or for a whole file."""
MOST_CROSSINGS = 2
"""Borders of records that may lie between a credential and what is said in its record."""

Found = tuple[Rank, re.Match[bytes]]


@dataclass(frozen=True, slots=True)
class RawEvidence:
    """A signal that was found; `offset` in the content, None where it was read off the path or the credential."""

    signal: Signal
    offset: int | None = None
    account: str | None = None
    name: str | None = None
    partition: str | None = None


def collect(
    data: bytes, path: str, targets: Sequence[Target], signals: Sequence[Signal]
) -> list[tuple[RawEvidence, ...]]:
    """The evidence for each target, in the order of the targets; of each signal at most the nearest match."""
    result: list[list[RawEvidence]] = [[] for _ in targets]
    around = [signal for signal in signals if signal.scope in ("record", "near") or names_key(signal)]
    for signal in signals:
        if signal not in around:
            for number, evidence in _everywhere(signal, data, path, targets):
                result[number].append(evidence)
    for (number, signal), found in _around(data, targets, around).items():
        chosen = _first(signal, sorted(found, key=lambda item: item[0]), targets[number].subject)
        if chosen:
            result[number].append(chosen)
    return [tuple(sorted(found, key=lambda raw: raw.signal.id)) for found in result]


def names_key(signal: Signal) -> bool:
    """Whether the signal speaks for the credential whose key ID it names."""
    return b"(?P<key_id>" in signal.regex


def _everywhere(
    signal: Signal, data: bytes, path: str, targets: Sequence[Target]
) -> Iterator[tuple[int, RawEvidence]]:
    """Evidence that does not depend on where in the file the credential stands."""
    found = _matches(signal, path.encode("utf-8", "surrogateescape") if signal.scope == "path" else data)
    for number, target in enumerate(targets):
        if signal.scope == "credential":
            if signal.accept and signal.accept(None, target.subject):
                yield number, RawEvidence(signal)
        else:
            chosen = _first(signal, found, target.subject)
            if chosen:
                yield number, chosen


def _matches(signal: Signal, text: bytes) -> list[Found]:
    if signal.scope == "credential" or not _may_match(signal, text.lower()):
        return []
    found = zip(range(MOST_MATCHES), _compiled(signal.regex).finditer(text), strict=False)
    return [((0, 0, number), match) for number, match in found]


def _around(
    data: bytes, targets: Sequence[Target], signals: Sequence[Signal]
) -> dict[tuple[int, Signal], list[Found]]:
    """The matches of each signal near each target; none for two targets unless it names their key."""
    result: dict[tuple[int, Signal], list[Found]] = defaultdict(list)
    of_key = defaultdict(list)
    for number, target in enumerate(targets):
        of_key[target.subject.key_id].append(number)
    owner_of = owners(data, targets)
    for start, end in neighbourhoods(data, targets):
        lowered = data[start:end].lower()
        for signal in signals:
            if not _may_match(signal, lowered):
                continue
            for match in _compiled(signal.regex).finditer(data, start, end):
                for number, rank in _spoken_for(signal, match, of_key, owner_of):
                    if len(result[number, signal]) < MOST_MATCHES:
                        result[number, signal].append((rank, match))
    return result


def _spoken_for(signal, match, of_key, owner_of):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def _may_match(signal: Signal, lowered: bytes) -> bool:
    return not signal.needs or any(literal in lowered for literal in signal.needs)


@functools.cache
def _compiled(expression: bytes) -> re.Pattern[bytes]:
    return re.compile(expression)
