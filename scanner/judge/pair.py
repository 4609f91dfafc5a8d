"""Pairing: which values are parts of one credential. Names and structure decide first, distance second.

A signed URL has its parts inside of it. An SMTP password of SES belongs to a key ID as its secret does.

IDs and secrets are paired tier by tier: those whose names share a qualifier (`PROD_…`) first, those whose names
contradict each other last; within that, what is in force apart from what is commented out; then by how many borders
of records lie between, those first that have the names that AWS gives them, and what lies equally deep. In a tier as
many as possible find a partner at the least cost; cost grows faster than distance, so that of two equal sums the one
that keeps the order of the text wins: two IDs followed by two secrets pair first with first. No pair reaches from one
record to another over a whole one. What is far off, or in the next document, comes last, and by its name alone.
"""

from __future__ import annotations

import itertools
import sys
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from patterns._names import name_of, squeeze
from patterns._pattern import Told
from scanner.detect.candidate import Candidate, Value
from scanner.judge.affinity import FRIEND, Affinities, is_commented, qualifier
from scanner.judge.benign import benign
from scanner.judge.lists import apart, listed
from scanner.judge.matching import Edge, matched
from scanner.judge.nested import nested
from scanner.judge.structure import Distance

NEIGHBOURS = 12
"""So many values on either side are thought of as partners."""

BACKWARDS = 40
"""Bytes by which a secret may be farther off behind an ID than before it, and be the one that is meant."""


FARTHEST = (sys.maxsize, True)
"""Borders between values that cannot belong together."""


class Tier(NamedTuple):
    """What is asked first of two values, in this order; less is better."""

    is_far: bool
    affinity: int
    differ_in_force: bool
    crossings: int
    is_named_otherwise: bool
    depth: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The candidates that are one credential, in the order ID, secret, token; what holds the others comes first."""

    members: tuple[Candidate, ...]

    def of_kind(self, kind: str) -> Value | None:
        """The value of the first member of that kind, if there is one."""
        return next((member.values[0] for member in self.members if member.pattern.kind == kind), None)

    def value(self, role: str) -> Value | None:
        """The first value of that role, if there is one."""
        return next(filter(None, (member.value(role) for member in self.members)), None)

    @property
    def is_one(self) -> bool:
        """Whether it is a URL with what stands inside of it."""
        return self.members[0].values[0].role == "url"

    @property
    def told(self) -> Told:
        """What the members say of themselves, the first first."""
        return Told(*(next(filter(None, said), said[0]) for said in zip(*(m.told for m in self.members), strict=True)))


def grouped(data: bytes, candidates: Sequence[Candidate]) -> list[Group]:
    """Each candidate in at most one group, in order of place.

    An ID takes a secret; a temporary ID takes a token too; a token without an ID goes with a secret without one. An
    SMTP password goes with an ID that has no secret.
    """
    alone, held = nested(candidates)
    ids, secrets, tokens = (_of_kind(alone, kind) for kind in ("access-key-id", "secret-access-key", "session-token"))
    usable = [item for item in ids if not item.values[0].raw.startswith(b"ABIA")]
    temporary = [item for item in ids if item.values[0].raw.startswith(b"ASIA")]
    secret_of = _partners(data, usable, secrets)
    secret_of |= _real_partners(data, usable, secrets, secret_of)
    token_of = _partners(data, temporary, tokens)
    taken = {id(item) for item in (*secret_of.values(), *token_of.values())}
    lone = [item for item in secrets if id(item) not in taken]
    token_of |= _partners(data, lone, [item for item in tokens if id(item) not in taken])
    mail_of = _mail(data, [item for item in ids if item.values[0].raw.startswith(b"AKIA")], secret_of, alone)
    groups = [_group(head, secret_of, token_of, mail_of) for head in (*ids, *lone)]
    used = {id(member) for group in groups for member in group.members}
    groups += [Group((item, *held.get(id(item), ()))) for item in alone if id(item) not in used]
    return sorted(groups, key=lambda group: min(member.start for member in group.members))


Partners = dict[int, Candidate]
"""The other half of each candidate that has one, by the identity of the candidate."""


def _group(head: Candidate, secret_of: Partners, token_of: Partners, mail_of: Partners) -> Group:
    """The parts around an ID, or around a secret without one. Without a secret the password names the credential."""
    secret, token, mail = (partners.get(id(head)) for partners in (secret_of, token_of, mail_of))
    members = (mail, head) if mail and not secret else (head, secret, token, mail)
    return Group(tuple(member for member in members if member))


def _mail(data: bytes, ids: Sequence[Candidate], secret_of: Partners, alone: Sequence[Candidate]) -> Partners:
    """SMTP passwords go to IDs without a secret; those that Terraform derives stand beside the secret itself."""
    passwords = _of_kind(alone, "ses-smtp-password")
    derived = [item for item in passwords if squeeze(name_of(data, item.start)).startswith(b"sessmtppassword")]
    found = _partners(data, ids, derived)
    taken = {id(item) for item in found.values()}
    free = [item for item in ids if id(item) not in secret_of and id(item) not in found]
    return found | _partners(data, free, [item for item in passwords if id(item) not in taken])


def _of_kind(candidates: Sequence[Candidate], kind: str) -> list[Candidate]:
    return [item for item in candidates if item.pattern.kind == kind]


def _partners(data: bytes, firsts: Sequence[Candidate], seconds: Sequence[Candidate]) -> Partners:
    """The second of each first that has one, by the identity of the first."""
    plain = _plain_partners(data, firsts, seconds)
    lists = listed(data, firsts, seconds, plain)
    partner = _without(plain, lists) | lists
    whole = Whole((first, partner[id(first)]) for first in firsts if id(first) in partner)
    taken = {id(item) for item in partner.values()}
    firsts = [item for item in firsts if id(item) not in partner]
    seconds = [item for item in seconds if id(item) not in taken]
    tiers: dict[Tier, list[Edge]] = defaultdict(list)
    for tier, edge in _edges(data, firsts, seconds):
        tiers[tier].append(edge)
    free_firsts, free_seconds = set(range(len(firsts))), set(range(len(seconds)))
    for tier in sorted(tiers):
        free = [edge for edge in tiers[tier] if edge[1] in free_firsts and edge[2] in free_seconds]
        if tier.affinity != FRIEND and (tier.is_far or tier.crossings):
            free = [edge for edge in free if not whole.between(firsts[edge[1]], seconds[edge[2]])]
        for first, second in matched(free):
            partner[id(firsts[first])] = seconds[second]
            free_firsts.discard(first)
            free_seconds.discard(second)
            whole.add(firsts[first], seconds[second])
    return partner


def _real_partners(
    data: bytes, firsts: Sequence[Candidate], seconds: Sequence[Candidate], partner: Partners
) -> Partners:
    """Secrets that are left, for IDs that have documentation's: that is none of a real key."""
    fooled = [item for item in firsts if id(item) in partner and _is_sample(partner[id(item)]) and not _is_sample(item)]
    if not fooled:
        return {}
    taken = {id(item) for item in partner.values()}
    return _partners(data, fooled, [item for item in seconds if id(item) not in taken and not _is_sample(item)])


def _is_sample(item: Candidate) -> bool:
    verdict = benign(item.values[0].role, item.values[0].raw)
    return verdict is not None and verdict[0] == "documentation-example"


def _without(partner: Partners, lists: Partners) -> Partners:
    """The pairs of which no value is in a list."""
    taken = {id(second) for second in lists.values()}
    return {first: second for first, second in partner.items() if first not in lists and id(second) not in taken}


def _plain_partners(data: bytes, firsts: Sequence[Candidate], seconds: Sequence[Candidate]) -> Partners:
    """Neighbours between which fewer borders of records lie than on either side, or as many, but no line end.

    Most pairs are found so, without weighing.
    """
    first_ids = {id(item) for item in firsts}
    row = sorted((*firsts, *seconds), key=lambda item: item.start)
    gaps = [apart(data, one, other) for one, other in itertools.pairwise(row)]
    borders = [(gap.crossings, gap.lines > 0) if gap else FARTHEST for gap in gaps]
    partner: Partners = {}
    for at, (one, other) in enumerate(itertools.pairwise(row)):
        alone = borders[at] < min((*borders[max(0, at - 1) : at], *borders[at + 1 : at + 2], FARTHEST))
        differ = (id(one) in first_ids) != (id(other) in first_ids)
        if alone and differ and qualifier(data, one) == qualifier(data, other):
            first, second = (one, other) if id(one) in first_ids else (other, one)
            partner[id(first)] = second
    return partner


def _edges(data: bytes, firsts: Sequence[Candidate], seconds: Sequence[Candidate]) -> Iterator[tuple[Tier, Edge]]:
    starts = [item.start for item in seconds]
    if not (firsts and seconds):
        return
    names = Affinities(data, firsts, seconds)
    commented = [is_commented(data, item) for item in seconds]
    for number, first in enumerate(firsts):
        at = bisect_left(starts, first.start)
        in_comment = is_commented(data, first)
        for other in range(max(0, at - NEIGHBOURS), min(len(seconds), at + NEIGHBOURS)):
            alike, plain = names.between(number, other), names.are_plain(number, other)
            between, is_far = apart(data, first, seconds[other]), False
            if not between and at - 1 <= other <= at and (alike == FRIEND or (plain and _is_named(seconds[other]))):
                between, is_far = apart(data, first, seconds[other], far=True), True
            if between:
                tier = Tier(is_far, alike, in_comment != commented[other], between.crossings, not plain, between.depth)
                yield tier, (_cost(between, is_backwards=other < at), number, other)


def _is_named(second: Candidate) -> bool:
    """Whether it is called as no other service calls a secret of its own."""
    return second.confidence == "high"


def _cost(between: Distance, is_backwards: bool) -> float:
    return float((80 * between.lines + between.bytes + BACKWARDS * is_backwards) ** 1.2)


class Whole:
    """Credentials that have their parts already."""

    def __init__(self, pairs: Iterable[tuple[Candidate, Candidate]]) -> None:
        self._spans = sorted(map(_around, pairs))

    def add(self, *pair: Candidate) -> None:
        """One more."""
        insort(self._spans, _around(pair))

    def between(self, *pair: Candidate) -> bool:
        """Whether a whole one stands between the two."""
        one, other = sorted(pair, key=lambda item: item.start)
        at = bisect_left(self._spans, (one.end, 0))
        return any(end <= other.start for _, end in itertools.takewhile(lambda s: s[0] < other.start, self._spans[at:]))


def _around(pair: Sequence[Candidate]) -> tuple[int, int]:
    return min(item.start for item in pair), max(item.end for item in pair)
