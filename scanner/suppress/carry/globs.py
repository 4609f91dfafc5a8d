"""From regular expressions over paths to globs of `.gitignore`, where those can say the same.

An expression that is searched for anywhere in a path is taken apart into literal text, `^`, `$`, `.`, `.*`, `[^/]*`,
`(^|/)` and choices between such; `.*` may reach over folders or stay within one, which takes two globs. What has more
in it is not carried over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MOST = 16
"""Globs that one expression may become."""
PIECE = r"\(\?:|\((?:\^\|/|/\|\^)\)|\.[*+]|\[\^/\][*+]|\\[^A-Za-z0-9]|[()|^$.]|[^\\()|^$.*+?{}\[\]]"
WILD = {".*": ("*", "*/**/*"), ".+": ("*", "*/**/*"), "[^/]*": ("*",), "[^/]+": ("*",), ".": ("?",)}
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
    pieces = _pieces(re.sub(r"^\^?\.\*|(?<!\\)\.\*\$?$", "", expression))
    choices = _choices(pieces) if pieces else None
    return tuple(dict.fromkeys(filter(None, map(_glob, choices)))) if choices and all(map(_glob, choices)) else ()


def _pieces(expression: str) -> list[str] | None:
    found = re.findall(PIECE, expression)
    return found if "".join(found) == expression else None


def _choices(pieces: list[str]) -> list[str] | None:
    """Every text that the pieces may stand for, with wildcards in it; None where there are too many."""
    stack: list[tuple[list[str], list[str]]] = [([], [""])]  # of each group: what is before a `|`, what is behind
    for piece in pieces:
        done, current = stack[-1]
        if piece in ("(", "(?:"):
            stack.append(([], [""]))
        elif piece == "|":
            stack[-1] = ([*done, *current], [""])
        elif piece == ")":
            if len(stack) < 2:
                return None
            inner = stack.pop()
            done, current = stack[-1]
            stack[-1] = (done, [text + more for text in current for more in (*inner[0], *inner[1])])
        else:
            stack[-1] = (done, [text + more for text in current for more in _meant(piece)])
        if sum(len(part) for group in stack for part in group) > MOST:
            return None
    return [*stack[0][0], *stack[0][1]] if len(stack) == 1 else None


def _meant(piece: str) -> Iterable[str]:
    if piece in WILD:
        return WILD[piece]
    if piece in ("(^|/)", "(/|^)"):
        return (START,)
    if piece in ("^", "$"):
        return (piece,)
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


def _parts(text: str) -> Iterator[str]:
    """Its characters, an escaped one as one with its backslash."""
    return (found[0] for found in re.finditer(r"\\.|.", text, re.DOTALL))
