"""Asterisks over what packs find in what is said around findings: subjects, authors and addresses of commits."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from scanner.detect.finder import Finder
from scanner.model import Commit, Finding, Occurrence

Cover = Callable[[str], str]


def covered(findings: Sequence[Finding], packs: Sequence[Finder]) -> tuple[Finding, ...]:
    """The findings as they may be shown. What AWS's own patterns find in such words is covered before."""
    cover = functools.cache(functools.partial(_covered, packs))
    return tuple(
        item._replace(occurrences=tuple(_occurrence(place, cover) for place in item.occurrences)) for item in findings
    )


def _occurrence(place: Occurrence, cover: Cover) -> Occurrence:
    commit, last = place.commit and _commit(place.commit, cover), place.last and _commit(place.last, cover)
    return place._replace(commit=commit, last=last)


def _commit(commit: Commit, cover: Cover) -> Commit:
    return commit._replace(author=cover(commit.author), email=cover(commit.email), subject=cover(commit.subject))


def _covered(packs: Sequence[Finder], text: str) -> str:
    data = text.encode("ascii", "replace")  # a byte for each character
    for pack in packs:
        for _, candidates in pack.detect(data, path=""):
            for value in (value for item in candidates for value in item.values):
                text = text[: value.start] + "*" * (value.end - value.start) + text[value.end :]
    return text
