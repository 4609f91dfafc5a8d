"""Where a text that is to be shown gives a secret away: what detection finds in it, and what has the form of one."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Collection, Iterator, Sequence

from patterns._checks import looks_random
from patterns.credentials.session_token import HEADS
from scanner.detect.detector import Detector, of_aws

KEY = 40
"""Characters of a secret access key."""
SHORTEST = 16
"""Characters of a text below which nothing is looked for in it."""
MOST_KNOWN = 200_000
"""Texts that are known to give nothing away; names of refs for the most part."""
Span = tuple[int, int]


def are_plain(texts: Collection[str]) -> bool:
    """Whether none of the texts gives anything away. They may be thousands, and most of them those of the last time.

    None of them has the end of a line in it.
    """
    known = _plain()
    new = [text for text in texts if text not in known]
    if new and not _are_plain(new):
        return False
    if len(known) > MOST_KNOWN:
        known.clear()
    known.update(new)
    return True


def _are_plain(texts: Sequence[str]) -> bool:
    """The same of texts that are looked through as one."""
    if any(_formed("\n".join(texts))):
        return False
    pieces = [(text, piece) for text in texts if len(text) >= SHORTEST for piece in _pieces(text)]
    doubtful = _detector().suspects([_bytes(piece) for _, piece in pieces])
    return not any(disclosed(pieces[number][0]) for number in doubtful)


@functools.cache
def _plain() -> set[str]:
    """Texts that were looked through."""
    return set()


@functools.lru_cache(maxsize=4096)
def disclosed(text: str) -> tuple[Span, ...]:
    """Where secrets stand in the text: as it is, and between the slashes of a path."""
    if len(text) < SHORTEST:
        return ()
    return (*_formed(text), *(span for piece in _pieces(text) for span in _detected(piece)))


def _pieces(text: str) -> Iterator[str]:
    """The text, and what stands between its slashes."""
    yield text
    if "/" in text:
        yield text.replace("/", "\n")


def _bytes(text: str) -> bytes:
    """A byte for each character."""
    return text.encode("ascii", "replace")


def _detected(text: str) -> Iterator[Span]:
    for view, candidates in _detector().detect(_bytes(text)):
        for value in (value for candidate in candidates for value in candidate.values):
            if value.role == "url" and b"?" in value.raw:
                yield view.offset(value.start + value.raw.index(b"?") + 1), view.offset(value.end)
            elif value.role not in ("id", "user", "email", "url"):
                yield view.offset(value.start), view.offset(value.end)


def _formed(text: str) -> Iterator[Span]:
    """What is a secret wherever it stands: 40 random characters with a border or a slash on either side, a token.

    More than 40 without a slash are one with something before or behind it.
    """
    for run in _runs().finditer(text):
        low, high = run.span()
        slashes = [at for at in range(low, high) if text[at] == "/"]
        for start in (low, *(at + 1 for at in slashes)):
            if start + KEY in (*slashes, high) and _is_key(text[start : start + KEY], whole=high - low == KEY):
                yield start, start + KEY
            elif text.startswith(_heads(), start):
                yield start, high
    for word in _words().finditer(text):
        if any(looks_random(word[0][at : at + KEY].encode()) for at in range(min(len(word[0]) - KEY, KEY) + 1)):
            yield word.span()


def _is_key(text: str, *, whole: bool) -> bool:
    """Whether it could be a secret access key. Part of a path that holds many slashes is folders, rather.

    So is what holds a key ID between slashes: `git/logs/refs/heads/` and one behind it are 40 characters.
    """
    return (whole or text.count("/") < 2) and looks_random(text.encode()) and not _id().search(text)


@functools.cache
def _detector() -> Detector:
    return of_aws(bulk=sys.maxsize)


@functools.cache
def _heads() -> tuple[str, ...]:
    return tuple(head.decode() for head in HEADS)


@functools.cache
def _id() -> re.Pattern[str]:
    """A key ID that a folder or file is called by."""
    return re.compile(r"(?:/|^)A[KS]IA[A-Z2-7]{16}(?:/|$)")


@functools.cache
def _runs() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9+/]{40,}")


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9+]{41,}")
