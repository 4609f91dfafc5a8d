"""Where an object comes from that was found: the commits that brought it, by whom, and the refs that lead to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from scanner.git.changes import Change
from scanner.git.history import Graph
from scanner.model import Commit, Origin, Place

Brought = Mapping[tuple[str, bytes], Sequence[Change]]
"""By object and path: the changes that brought the one to the other, oldest first."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Gives origins by what is known of the commits that matter.

    masks: the refs that lead to each (`Graph.named`). places: of those whose content is a stash's or a note's.
    """

    graph: Graph
    commits: Mapping[str, Commit]
    masks: Mapping[str, int]
    places: Mapping[str, Place]
    named: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def brought(self, group: Sequence[Change], path: str, standing: tuple[str, ...]) -> list[Origin]:
        """Of all commits that brought something to a path the first and the last, told with the refs of all."""
        mask = reduce(or_, (self.masks.get(change.commit, 0) for change in group), 0)
        last = [] if group[-1].commit == group[0].commit else [group[-1]]
        return [self._origin(change.commit, path, change.object, mask, standing) for change in (group[0], *last)]

    def message(self, name: str, place: Place) -> Origin:
        """Of what a commit says."""
        origin = self._origin(name, f"{place}:{name}", None, self.masks.get(name, 0), ())
        return origin._replace(place=place)

    def _origin(self, commit: str, path: str, blob: str | None, mask: int, standing: tuple[str, ...]) -> Origin:
        return Origin(
            path,
            self.places.get(commit, "blob"),
            blob,
            self.commits.get(commit),
            self.refs(mask),
            standing,
            self.graph.reach.get(commit),
            self.graph.order.get(commit, 0),
        )

    def refs(self, mask: int) -> tuple[str, ...]:
        """The refs that the bits stand for; few combinations of them occur."""
        if mask not in self.named:
            self.named[mask] = self.graph.named(mask)
        return self.named[mask]


def introductions(found: Iterable[Change], parents: Mapping[str, tuple[str, ...]]) -> Brought:
    """The commits that brought each object to each path, in the order of the changes.

    A merge counts for what none of its parents has, unless there is nobody else to count: then they are not known.
    """
    times = Counter(found)
    groups: dict[tuple[str, bytes], list[Change]] = defaultdict(list)
    for change in times:
        groups[change.object, change.path].append(change)
    return {
        held: [change for change in group if times[change] >= len(parents.get(change.commit, ()))] or group
        for held, group in groups.items()
    }
