"""For which of many credentials a match speaks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from patterns._signal import Signal
from scanner.judge.nearest import Rank, Surroundings, Target

MOST_CROSSINGS = 2
"""Borders of records that may lie between a credential and what is said in its record."""


def names_key(signal: Signal) -> bool:
    """Whether each match names the access key ID that it speaks for."""
    return isinstance(signal.regex, bytes) and b"(?P<key_id>" in signal.regex


def tells(signal: Signal) -> bool:
    """Whether where it stands shows on which side of its credential a text says whose it is."""
    return signal.scope == "record" and signal.says != "unknown" and not names_key(signal)


def group(match: re.Match[bytes], name: str) -> str | None:
    """What a named group holds, of an account the digits; None if there is none of that name, or it is empty."""
    value = match[name] if name in match.re.groupindex else None
    if not value:
        return None
    text = value.decode("utf-8", "replace")
    return "".join(filter(str.isdigit, text)) if name == "account" else text


class Speaker:
    """Tells for which credentials a match speaks. Is asked in the order of the text."""

    def __init__(self, surroundings: Surroundings, targets: Sequence[Target]) -> None:
        self._surroundings = surroundings
        self._everyone = frozenset(range(len(targets)))
        self._headed: Collection[int] = ()
        self._seen: set[int] = set()
        self._of_key: dict[str, list[int]] = defaultdict(list)
        for number, target in enumerate(targets):
            if target.subject.key_id:
                self._of_key[target.subject.key_id].append(number)

    def read(self, region: tuple[int, int], telling: Sequence[re.Match[bytes]]) -> None:
        """Looks whether in this region what tells whose a credential is stands above it, or below it.

        It stands above if it does so of the first credential, and nothing stands below the last; and the other way
        round. Else each is taken for what the text before it shows.
        """
        gaps = {self._surroundings.gap(match.start()) for match in telling}
        above_first, below_last = (self._surroundings.gap(offset) in gaps for offset in region)
        self._headed = self._seen if above_first == below_last else self._everyone if above_first else ()

    def speaks_for(self, signal: Signal, match: re.Match[bytes]) -> Iterator[tuple[int, Rank]]:
        """The numbers of the targets, and how near the match is to each."""
        if names_key(signal):
            for number in self._of_key.get(group(match, "key_id") or "", ()):
                yield number, (0, 0, match.start())
            return
        extent, near = _extent(match), signal.scope == "near"
        owner = self._surroundings.owner(extent, near, group(match, "account"), self._headed)
        if owner and owner[1][0] <= MOST_CROSSINGS:
            if not near and self._surroundings.is_above(extent, owner[0]):
                self._seen.add(owner[0])
            yield owner


def _extent(match: re.Match[bytes]) -> tuple[int, int]:
    """All that the match says, also where a group stands behind its end, in a look-ahead."""
    ends = (match.end(number) for number in range(match.re.groups + 1))
    return match.start(), max(ends)
