"""Keeps secrets out of all that is shown around a finding: paths, people, subjects, names of refs, messages.

What detection finds in such a text is not shown; nor is what has the form of a secret without a name that says so.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from patterns._checks import looks_random
from patterns._loader import credential_patterns
from patterns.credentials.session_token import HEADS
from scanner.detect.detector import Detector

if TYPE_CHECKING:
    from scanner.model import Commit, Origin

SHOWN = 4
"""Characters shown at either end of an access key ID or a long secret."""
KEY = 40
"""Characters of a secret access key."""
SHORTEST = 16
"""Characters of a text below which nothing is looked for in it."""
PIECE = 8
"""Characters in a row that are too many of a secret to be shown."""
LONG = 32
"""From so many characters on, some are shown at either end."""


class Secrets(NamedTuple):
    """What is known to be secret.

    words: that a person chose, such as passwords; they count as a whole. values: that a machine chose; `PIECE`
    characters in a row of one count.
    """

    words: Collection[str] = ()
    values: Collection[str] = ()


NONE = Secrets()


def concealed(text: str, known: Secrets = NONE) -> str:
    """The text with asterisks over what is known to be secret, and over whatever has the form of a secret.

    Of what is known nothing is left, since it may be a password; of another long value four characters at either end.
    The text stays as long as it is, so that columns in a path hold. Key IDs are left: they are no secret, and a file
    that is named after one must be found again.
    """
    covered = text
    for start, end in _telling(text):
        covered = _covered(covered, start, end, SHOWN if end - start >= LONG else 0)
    for start, end in (*_whole(text, known.words), *_pieces(text, known.values)):
        covered = _covered(covered, start, end, 0)
    return covered


def _covered(text: str, start: int, end: int, shown: int) -> str:
    return text[: start + shown] + "*" * (end - start - 2 * shown) + text[end - shown :]


def concealed_origin(origin: Origin, known: Secrets) -> Origin:
    """The origin as it may be shown."""
    commit = origin.commit
    return origin._replace(
        path=concealed(origin.path, known),
        commit=commit and _concealed_commit(commit, known),
        refs=_all_concealed(origin.refs, known),
        tips=_all_concealed(origin.tips, known),
    )


def _all_concealed(texts: tuple[str, ...], known: Secrets) -> tuple[str, ...]:
    """The texts, looked through as one: many findings stand under the same hundreds of refs."""
    whole = "\n".join(texts)
    if _is_plain(texts) and not any(_whole(whole, known.words)) and not any(_pieces(whole, known.values)):
        return texts
    return tuple(concealed(text, known) for text in texts)


@functools.lru_cache(maxsize=1024)
def _is_plain(texts: tuple[str, ...]) -> bool:
    return not any(map(_telling, texts))


def _concealed_commit(commit: Commit, known: Secrets) -> Commit:
    words: Mapping[str, str] = commit._asdict()
    shown = {name: concealed(words[name], known) for name in ("author", "email", "subject")}
    return commit._replace(**shown)


def _whole(text: str, words: Collection[str]) -> Iterator[tuple[int, int]]:
    for word in words:
        at = text.find(word) if word else -1
        while at >= 0:
            yield at, at + len(word)
            at = text.find(word, at + len(word))


def _pieces(text: str, values: Collection[str]) -> Iterator[tuple[int, int]]:
    """Each `PIECE` characters of the text that one of the values holds, too."""
    for value in values:
        if len(value) < len(text) and not any(value[at : at + PIECE] in text for at in range(len(value) - PIECE + 1)):
            continue
        for at in range(len(text) - PIECE + 1):
            if text[at : at + PIECE] in value:
                yield at, at + PIECE


@functools.lru_cache(maxsize=4096)
def _telling(text: str) -> tuple[tuple[int, int], ...]:
    """Where secrets stand in the text: as it is, and between the slashes of a path."""
    if len(text) < SHORTEST:
        return ()
    pieces = [text, text.replace("/", "\n")] if "/" in text else [text]
    return (*_formed(text), *(span for piece in pieces for span in _detected(piece)))


def _detected(text: str) -> Iterator[tuple[int, int]]:
    for view, candidates in _detector().detect(text.encode("ascii", "replace")):  # a byte for each character
        for value in (value for candidate in candidates for value in candidate.values):
            if value.role == "url" and b"?" in value.raw:
                yield view.offset(value.start + value.raw.index(b"?") + 1), view.offset(value.end)
            elif value.role not in ("id", "user", "email", "url"):
                yield view.offset(value.start), view.offset(value.end)


def _formed(text: str) -> Iterator[tuple[int, int]]:
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
    """Whether it could be a secret access key. Part of a path that holds many slashes is folders, rather."""
    return (whole or text.count("/") < 2) and looks_random(text.encode())


@functools.cache
def _detector() -> Detector:
    return Detector(credential_patterns(), bulk=sys.maxsize)


@functools.cache
def _heads() -> tuple[str, ...]:
    return tuple(head.decode() for head in HEADS)


@functools.cache
def _runs() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9+/]{40,}")


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9+]{41,}")
