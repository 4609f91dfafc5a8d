"""From regular expressions over paths to globs of `.gitignore`, where those can say the same.

An expression that is searched for anywhere in a path is taken apart into literal text, `^`, `$`, `.`, `.*`, `[^/]*`,
`(^|/)`, sets of characters, what may be missing (`?`) and choices between such; `.*` may reach over folders or stay
within one, which takes two globs. What has more in it is not carried over.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

MOST = 64
"""Globs that one expression may become."""
SET = r"\[(?:[^\]\\^!/:]|\\[^A-Za-z0-9])(?:[^\]\\/:\[]|\\[^A-Za-z0-9])*\]"
"""Some characters, none of them a slash: globs write them alike. A colon may be the sign of a named class."""
PIECE = (
    r"\((?:\?:)?(?:\^\|\\?/|\\?/\|\^)\)|\(\?:|\.[*+]\??|\[\^/\][*+]\??|"
    + SET
    + r"|\\[dw]|\\[^A-Za-z0-9]|[()|^$.?]|[^\\()|^$.*+?{}\[\]]"
)
WILD = {".*": ("*", "*/**/*"), ".+": ("*", "*/**/*"), "[^/]*": ("*",), "[^/]+": ("*",), ".": ("?",)}
ANY = r"\.\*\??|\(\.\*\??\)"
CLASSES = {r"\d": "[0-9]", r"\w": "[0-9A-Za-z_]"}
START = "\0"
"""Stands for the beginning of a name, as `(^|/)` says it."""


def told(path: str, expressions: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Globs for all of the expressions, and what could not be told by globs. path: their file, for messages."""
    globs: dict[str, None] = {}
    lost = []
    for number, text in enumerate(expressions, 1):
        found = translated(text)
        globs |= dict.fromkeys(found)
        if not found:
            lost.append(f"{path}: expression {number} for paths cannot be told by globs; write what it means yourself")
    return tuple(globs), tuple(lost)


def translated(expression: str) -> tuple[str, ...]:
    """The globs that leave out what the expression does; empty where that cannot be told.

    `.*` at either end says what is so in any case.
    """
    text = expression.removeprefix("(?i)")
    pieces = _pieces(re.sub(rf"^\^?(?:{ANY})|(?<!\\)(?:{ANY})\$?$", "", text))
    globs = list(map(_glob, _choices(pieces)))
    whole = [glob for glob in globs if glob]
    if not whole or len(whole) < len(globs):
        return ()
    return tuple(_in_any_case(glob) if text != expression else glob for glob in _needed(whole))


def _pieces(expression: str) -> deque[str]:
    """Empty where something else is in it."""
    found = re.findall(PIECE, expression)
    return deque(found if "".join(found) == expression else ())


def _choices(pieces: deque[str]) -> list[str]:
    """Every text that the pieces may stand for, with wildcards in it; none where there are too many."""
    try:
        texts = _either(pieces)
    except (ValueError, RecursionError):
        return []
    return [] if pieces else texts  # a parenthesis that is not opened is left


def _either(pieces: deque[str]) -> list[str]:
    """What the pieces up to the end of their group may stand for; they are taken away. Raises ValueError."""
    texts = _row(pieces)
    while pieces and pieces[0] == "|":
        pieces.popleft()
        texts = [*texts, *_row(pieces)]
    return texts


def _row(pieces: deque[str]) -> list[str]:
    texts = [""]
    while pieces and pieces[0] not in ("|", ")"):
        meant = _meant(pieces)
        texts = [text + more for text in texts for more in meant]
        if len(texts) > MOST:
            raise ValueError
    return texts


def _meant(pieces: deque[str]) -> list[str]:
    """What the first piece, or the group that it opens, may stand for."""
    piece = pieces.popleft()
    if piece in ("(", "(?:"):
        meant = _either(pieces)
        if not pieces:
            raise ValueError
        pieces.popleft()
    else:
        meant = list(_alone(piece))
    if pieces and pieces[0] == "?":
        pieces.popleft()
        meant = ["", *meant]
    return meant


def _alone(piece: str) -> Iterable[str]:
    if piece == "?":
        raise ValueError
    if (wild := WILD.get(piece[:-1] if piece[-2:] in ("*?", "+?") else piece)) is not None:
        return wild
    if piece.startswith("(") or piece in ("^", "$"):
        return (START if piece.startswith("(") else piece,)
    if piece.startswith("[") or piece in CLASSES:
        return (CLASSES.get(piece, piece),)
    literal = piece.removeprefix("\\") if len(piece) > 1 else piece
    return ("\\" + literal,) if literal in "^$*?[]!#\\ " else (literal,)


def _glob(text: str) -> str | None:
    """One choice as a glob; None where an anchor stands in its middle, or nothing is left."""
    parts = list(_parts(text))
    is_whole = bool(parts) and parts[-1] == "$"
    parts = parts[:-1] if is_whole else parts
    first = parts[0] if parts and parts[0] in ("^", START) else ""
    body = "".join(parts[1:] if first else parts)
    if not body.strip("*/?") or {"^", "$", START} & set(parts[1 if first else 0 :]):
        return None
    tail = body if is_whole or body.endswith(("/", "*")) else body + "*"
    return _rooted(first, re.sub(r"(?<![*/])\*{2,}|(?<=/)\*{3,}", "*", tail))


def _rooted(first: str, body: str) -> str:
    has_folder = "/" in body.rstrip("/")
    if first == "^":
        return "/" + body.removeprefix("/")
    if first == START or body.startswith("/"):
        return ("**/" if has_folder else "") + body.removeprefix("/")
    start = "" if body.startswith("*") else "*"
    return ("**/" if has_folder else "") + start + body


def _needed(globs: list[str]) -> Iterator[str]:
    """Those that do not lie within another: in a folder that it names, or below one while it reaches anywhere."""
    every = dict.fromkeys(globs)
    for glob in every:
        folders = {glob[:at].removeprefix("**/") for at, char in enumerate(glob) if char == "/"}
        wider = {*folders, *(f"**/{folder}" for folder in folders), glob.removeprefix("**/*/**/")}
        if every.keys().isdisjoint(wider - {glob}):
            yield glob


def _in_any_case(glob: str) -> str:
    return re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]|[A-Za-z]", _both, glob)


def _both(found: re.Match[str]) -> str:
    text = found[0]
    if text.startswith("["):
        return f"[{text[1:-1]}{text[1:-1].swapcase()}]"
    return text if text.startswith("\\") else f"[{text.lower()}{text.upper()}]"


def _parts(text: str) -> Iterator[str]:
    """Its characters, an escaped one and a set as one."""
    return (found[0] for found in re.finditer(r"\\.|\[(?:\\.|[^\]\\])*\]|.", text, re.DOTALL))
