"""Keeps secrets out of all that is shown around a finding: paths, people, subjects, names of refs, messages."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from patterns._checks import looks_random
from patterns.credentials.session_token import HEADS

if TYPE_CHECKING:
    from scanner.model import Commit, Origin

SHOWN = 4
"""Characters shown at either end of an access key ID or a long secret."""
KEY = 40
"""Characters of a secret access key."""
LONG = 32
"""From so many characters on, some are shown at either end."""


def concealed(text: str, known: Collection[str] = ()) -> str:
    """The text with asterisks over the values that are known, and over whatever has the form of a secret.

    It stays as long as it is, so that columns in a path hold. Key IDs are left: they are no secret, and a file that is
    named after one must be found again.
    """
    spans = [span for value in known for span in _places(text, value)]
    for start, end in (*spans, *_telling(text)):
        shown = SHOWN if end - start >= LONG else 0
        text = text[: start + shown] + "*" * (end - start - 2 * shown) + text[end - shown :]
    return text


def concealed_origin(origin: Origin, known: Collection[str]) -> Origin:
    """The origin as it may be shown."""
    commit = origin.commit
    return origin._replace(
        path=concealed(origin.path, known),
        commit=commit and _concealed_commit(commit, known),
        refs=tuple(concealed(ref, known) for ref in origin.refs),
        tips=tuple(concealed(ref, known) for ref in origin.tips),
    )


def _concealed_commit(commit: Commit, known: Collection[str]) -> Commit:
    words: Mapping[str, str] = commit._asdict()
    shown = {name: concealed(words[name], known) for name in ("author", "email", "subject")}
    return commit._replace(**shown)


def _places(text: str, value: str) -> Iterator[tuple[int, int]]:
    at = text.find(value) if value else -1
    while at >= 0:
        yield at, at + len(value)
        at = text.find(value, at + len(value))


def _telling(text: str) -> Iterator[tuple[int, int]]:
    """What is a secret wherever it stands: 40 random characters with a border or a slash on either side, a token."""
    for run in _runs().finditer(text):
        low, high = run.span()
        edges = [low, *(at for at in range(low, high) if text[at] == "/"), high]
        for start in (at + (at > low) for at in edges):
            if start + KEY in edges and _is_key(text[start : start + KEY], whole=high - low == KEY):
                yield start, start + KEY
            elif text.startswith(_heads(), start):
                yield start, high


def _is_key(text: str, *, whole: bool) -> bool:
    """Whether it could be a secret access key. Part of a path that holds many slashes is folders, rather."""
    return (whole or text.count("/") < 2) and looks_random(text.encode())


@functools.cache
def _heads() -> tuple[str, ...]:
    return tuple(head.decode() for head in HEADS)


@functools.cache
def _runs() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9+/]{40,}")
