"""What still stands at the tips of refs, told from what all commits changed, without a look at their trees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from scanner.git.changes import Change
from scanner.git.history import Graph
from scanner.git.standing import ASIDE, Held


def carried(known: Graph, found: Iterable[Change], wanted: Collection[Held]) -> dict[Held, tuple[str, ...]]:
    """The refs at whose tip an object still stands at its path, as `standing.tips` tells it.

    found: every change, of all commits that refs lead to, that brings in or takes away one of the objects.
    """
    order = list(wanted)
    states = _states(known, found, {held: 1 << number for number, held in enumerate(order)})
    refs: dict[int, int] = defaultdict(int)
    for number, (ref, commit) in enumerate(known.refs.items()):
        if not ref.startswith(ASIDE):
            refs[states.get(commit, 0)] |= 1 << number
    masks: dict[Held, int] = defaultdict(int)
    for state, mask in refs.items():
        for number in _bits(state):
            masks[order[number]] |= mask
    named = {mask: known.named(mask) for mask in set(masks.values())}
    return {held: named[mask] for held, mask in masks.items()}


def _states(known: Graph, found: Iterable[Change], bits: Mapping[Held, int]) -> dict[str, int]:
    """What stands in each commit: what does in its first parent, and what it changes.

    A change against any parent tells what the commit itself holds, so that it is all the same which one it is.
    """
    gained: dict[str, int] = defaultdict(int)
    lost: dict[str, int] = defaultdict(int)
    for change in found:
        gained[change.commit] |= bits.get((change.object, change.path), 0)
        if change.before != change.object:
            lost[change.commit] |= bits.get((change.before, change.path), 0)
    states: dict[str, int] = {}
    for commit, parents in known.parents.items():
        before = states.get(parents[0], 0) if parents else 0
        states[commit] = (before | gained.get(commit, 0)) & ~lost.get(commit, 0)
    return states


def _bits(number: int) -> Iterator[int]:
    return (at for at, bit in enumerate(bin(number)[:1:-1]) if bit == "1")
