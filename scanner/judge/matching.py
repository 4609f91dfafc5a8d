"""Matching two kinds of things: as many pairs as can be, at the least cost (successive shortest augmenting paths)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

Edge = tuple[float, int, int]
"""Cost, and the numbers of a thing of either kind."""

TANGLED = 400
"""A component with more edges than this takes the nearest first, which costs a sort."""


def matched(edges: Sequence[Edge]) -> Iterator[tuple[int, int]]:
    """Pairs (first, second); nothing in two pairs. The same edges give the same pairs, in whatever order they come."""
    for component in _components(sorted(edges)):
        yield from _nearest_first(component) if len(component) > TANGLED else _cheapest(component)


def _nearest_first(edges: Sequence[Edge]) -> Iterator[tuple[int, int]]:
    firsts: set[int] = set()
    seconds: set[int] = set()
    for _, first, second in edges:
        if first not in firsts and second not in seconds:
            firsts.add(first)
            seconds.add(second)
            yield first, second


def _cheapest(edges: Sequence[Edge]) -> Iterator[tuple[int, int]]:
    owner: dict[int, int] = {}
    while path := _cheapest_path(edges, owner):
        owner.update({second: first for first, second in path})
    yield from sorted((first, second) for second, first in owner.items())


def _cheapest_path(edges: Sequence[Edge], owner: dict[int, int]) -> list[tuple[int, int]]:
    """The cheapest way to give one more first a partner, others changing theirs where that pays (Bellman-Ford)."""
    cost: dict[int, float] = {first: 0.0 for _, first, _ in edges if first not in owner.values()}
    came: dict[int, tuple[int, int]] = {}
    back = {second: weight for weight, first, second in edges if owner.get(second) == first}
    reach: dict[int, float] = {}
    for _ in range(len(owner) + 1):
        changed = False
        for weight, first, second in edges:
            if first in cost and cost[first] + weight < reach.get(second, float("inf")) - 1e-9:
                reach[second] = cost[first] + weight
                came[second] = (first, second)
                changed = True
                if second in owner:
                    cost[owner[second]] = reach[second] - back[second]
        if not changed:
            break
    ends = [(weight, second) for second, weight in reach.items() if second not in owner]
    return _walked(min(ends)[1], came, owner) if ends else []


def _walked(second: int, came: dict[int, tuple[int, int]], owner: dict[int, int]) -> list[tuple[int, int]]:
    partner = {first: second for second, first in owner.items()}
    path = [came[second]]
    while path[-1][0] in partner:
        path.append(came[partner[path[-1][0]]])
    return path


def _components(edges: Sequence[Edge]) -> list[list[Edge]]:
    """The edges, divided where nothing connects them."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    for _, first, second in edges:
        parent[root(("first", first))] = root(("second", second))
    components: dict[tuple[str, int], list[Edge]] = defaultdict(list)
    for edge in edges:
        components[root(("first", edge[1]))].append(edge)
    return list(components.values())
