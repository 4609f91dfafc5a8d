"""Collecting evidence: what stands around each credential of a text, and which credential it speaks for.

A match speaks for one credential, the one it is nearest to by structure and then by distance, so that a name in
one record is never evidence about the key in the next. A match that names a key ID speaks for that key alone, one
that names an account never for a key of another account.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain, groupby, islice

from patterns._checks import looks_random
from patterns._signal import Signal
from patterns._signed import partition_of, partition_of_host
from scanner.detect.windows import Window
from scanner.judge.lines import Lines
from scanner.judge.nearest import Rank, Surroundings, Target
from scanner.judge.places import places
from scanner.judge.speaker import Speaker, group, names_key, tells

MOST_MATCHES = 64
"""So many matches of one signal are thought of for one credential, or for a whole file."""

Found = tuple[Rank, re.Match[bytes]]


@dataclass(frozen=True, slots=True)
class RawEvidence:
    """A signal that was found; `offset` in the content, None where it was read off the path."""

    signal: Signal
    offset: int | None = None
    account: str | None = None
    name: str | None = None
    partition: str | None = None
    region: str | None = None


def collect(
    data: bytes, path: str, targets: Sequence[Target], signals: Sequence[Signal], lines: Lines
) -> list[tuple[RawEvidence, ...]]:
    """The evidence for each target, in the order of the targets; of each signal at most the nearest match.

    lines: what is known of lines that were seen before, of which the same signals were asked.
    """
    result: list[list[RawEvidence]] = [[] for _ in targets]
    local = [signal for signal in signals if _is_local(signal)]
    found = [*_everywhere(data, path, targets, [signal for signal in signals if not _is_local(signal)])]
    found += _around(data, targets, local, lines) if targets else []
    for number, evidence in found:
        result[number].append(evidence)
    return [tuple(sorted(evidence, key=lambda raw: raw.signal.id)) for evidence in result]


def _is_local(signal: Signal) -> bool:
    return signal.scope in ("record", "near") or names_key(signal)


def _everywhere(
    data: bytes, path: str, targets: Sequence[Target], signals: Sequence[Signal]
) -> Iterator[tuple[int, RawEvidence]]:
    """Evidence that does not depend on where in the file a credential stands."""
    texts = {"path": path.encode("utf-8", "surrogateescape"), "file": data}
    texts["account"] = data
    lowered = {scope: text.lower() for scope, text in texts.items() if scope != "account"} if targets else {}
    lowered["account"] = lowered.get("file", b"")
    for signal in signals:
        matches = []
        if signal.scope == "folder":  # never of what stands in the same file
            continue
        text = lowered.get(signal.scope, b"")
        if signal.scope != "credential" and _may_match(signal, text):
            found = _found(signal, texts[signal.scope], places(signal, text, 0))
            matches = list(islice(found, MOST_MATCHES))
        for number, target in enumerate(targets):
            evidence = _first(signal, matches, target)
            if evidence:
                yield number, evidence


def _around(
    data: bytes, targets: Sequence[Target], signals: Sequence[Signal], lines: Lines
) -> Iterator[tuple[int, RawEvidence]]:
    """Evidence from the surroundings of the credentials."""
    surroundings = Surroundings(data, targets)
    matches: dict[tuple[int, int], list[Found]] = defaultdict(list)
    speaker = Speaker(surroundings, targets)
    for region in surroundings.regions():
        found = _matches(data, region, signals, surroundings, lines)
        speaker.read(region, [match for which, match in found if tells(signals[which])])
        for which, match in found:
            for number, rank in speaker.speaks_for(signals[which], match):
                matches[number, which].append((rank, match))
    for (number, which), ranked in matches.items():
        nearest = nsmallest(MOST_MATCHES, ranked, key=lambda item: item[0])
        evidence = _first(signals[which], [match for _, match in nearest], targets[number])
        if evidence and not (evidence.signal.says == "unknown" and _are_at_odds(nearest)):
            yield number, evidence


def _are_at_odds(found: Sequence[Found]) -> bool:
    """Whether what tells the account alone names several, none of them nearer by borders of records than the others."""
    named = {group(match, "account") for rank, match in found if rank[0] == found[0][0][0]}
    return len(named - {None}) > 1


def _matches(
    data: bytes, region: tuple[int, int], signals: Sequence[Signal], surroundings: Surroundings, lines: Lines
) -> list[tuple[int, re.Match[bytes]]]:
    """The number of the signal and the match, in the order of the text."""
    lowered = data[slice(*region)].lower()
    held = lines.holding({need for signal in signals for need in signal.needs}, lowered)
    found: list[tuple[int, re.Match[bytes]]] = []
    for which, signal in enumerate(signals):
        if not signal.needs or any(need in held for need in signal.needs):
            matches = _found(signal, data, places(signal, lowered, region[0], held))
            kept = matches if names_key(signal) else _thinned(matches, surroundings)
            found += [(which, match) for match in kept]
    return sorted(found, key=lambda item: (item[1].start(), item[0]))


def _found(signal: Signal, data: bytes, parts: Iterable[Window]) -> Iterator[re.Match[bytes]]:
    """The matches in these parts of the content."""
    expression = _compiled(signal.expression())
    return chain.from_iterable(expression.finditer(data, *part) for part in parts)


def _thinned(matches: Iterable[re.Match[bytes]], surroundings: Surroundings) -> Iterator[re.Match[bytes]]:
    """Between two neighbouring values the first and the last ones: those in the middle are nearest to neither."""
    for _, between in groupby(matches, key=lambda match: surroundings.gap(match.start())):
        alike = list(between)
        yield from alike[:MOST_MATCHES] + alike[MOST_MATCHES:][-MOST_MATCHES:]


def _first(signal: Signal, matches: Sequence[re.Match[bytes]], target: Target) -> RawEvidence | None:
    """What the first match says that can be true of the credential."""
    subject = target.subject
    if signal.scope == "credential":
        own = RawEvidence(signal, target.spans[0][0], name=subject.user, partition=subject.partition)
        return own if signal.accept and signal.accept(None, subject) else None
    for match in matches:
        account, name = group(match, "account"), group(match, "name")
        contradicts = bool(account and subject.account and account != subject.account)
        if contradicts or _is_secretive(name):
            continue
        accepted = signal.accept(match, subject) if signal.accept else True
        if not accepted:
            continue
        if isinstance(accepted, re.Match):
            account, name = group(accepted, "account"), group(accepted, "name")
        offset = None if signal.scope == "path" else _told_at(match)
        return RawEvidence(signal, offset, account, name, _partition(match), group(match, "region"))
    return None


def _partition(match: re.Match[bytes]) -> str | None:
    region, host = group(match, "region"), group(match, "host")
    if host:
        return partition_of_host(host.encode())
    return partition_of(region) if region else group(match, "partition")


def _told_at(match: re.Match[bytes]) -> int:
    """Where the value stands that tells: the ARN, the name or the account; else where the match begins."""
    starts = [match.start(name) for name in ("partition", "name", "account", "region") if name in match.re.groupindex]
    return next((start for start in starts if start >= 0), match.start())


def _is_secretive(name: str | None) -> bool:
    """Whether a name could be a key that stands in the wrong place; names are shown."""
    return name is not None and len(name) == 40 and looks_random(name.encode())


def _may_match(signal: Signal, lowered: bytes) -> bool:
    return not signal.needs or any(literal in lowered for literal in signal.needs)


@functools.cache
def _compiled(expression: bytes) -> re.Pattern[bytes]:
    return re.compile(expression)
