"""Keeps secrets out of all that is shown around a finding: paths, people, subjects, names of refs, messages.

What detection finds in such a text is not shown; nor is what has the form of a secret without a name that says so.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from scanner.disclosed import are_plain, disclosed

if TYPE_CHECKING:
    from scanner.model import Commit, Origin

SHOWN = 4
"""Characters shown at either end of an access key ID or a long secret."""
PIECE = 8
"""Characters in a row that are too many of a secret to be shown."""
TOKEN = 128
"""Characters of a value that is longer than any key."""
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
    for start, end in disclosed(text):
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
    if are_plain(texts) and not any(_whole(whole, known.words)) and not _has_any_of(texts, whole, known.values):
        return texts
    return tuple(concealed(text, known) for text in texts)


def _has_any_of(texts: tuple[str, ...], whole: str, values: Collection[str]) -> bool:
    """Whether a text has a piece of a value. Tokens have thousands of them, and many findings the same refs."""
    short = [value for value in values if len(value) <= TOKEN]
    long = (value[at : at + PIECE] for value in values if len(value) > TOKEN for at in range(len(value) - PIECE + 1))
    return any(_pieces(whole, short)) or (len(short) < len(values) and not _held_by(texts).isdisjoint(long))


@functools.lru_cache(maxsize=8)
def _held_by(texts: tuple[str, ...]) -> frozenset[str]:
    """Each `PIECE` characters that one of the texts holds."""
    return frozenset(text[at : at + PIECE] for text in texts for at in range(len(text) - PIECE + 1))


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
