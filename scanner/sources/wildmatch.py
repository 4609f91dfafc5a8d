"""git's globs as regular expressions over bytes, with the odd corners that git's own matcher has.

They take time in proportion to the name, whatever the glob: an ignore file may be made to stall us.
"""

from __future__ import annotations

import functools
import re

STAR, FOLDERS, REST = b"[^/]*", b"(?:[^/]*/)*", b".*"
SLASH = 0x2F

CLASSES = {
    b"alnum": rb"0-9A-Za-z", b"alpha": rb"A-Za-z", b"blank": rb"\t ", b"cntrl": rb"\x00-\x1f\x7f", b"digit": rb"0-9",
    b"graph": rb"!-~", b"lower": rb"a-z", b"print": rb" -~", b"punct": rb"!-/:-@\[-`{-~", b"space": rb"\t\n\r ",
    b"upper": rb"A-Z", b"xdigit": rb"0-9A-Fa-f",
}  # fmt: skip


def compiled(glob: bytes) -> re.Pattern[bytes] | None:
    """For `fullmatch` with a path, or with a name where no slash is in the glob; None where nothing can match."""
    tokens = _tokens(glob)
    return None if tokens is None else re.compile(_joined(tokens), re.DOTALL)


def _tokens(glob: bytes) -> list[bytes] | None:
    tokens: list[bytes] = []
    at = 0
    while at < len(glob):
        token, at = _token(glob, at)
        if token is None:
            return None
        tokens.append(token)
    return tokens


def _token(glob: bytes, at: int) -> tuple[bytes | None, int]:
    """The expression of what stands at the place, None if nothing matches it; and where the next begins."""
    char, behind = glob[at : at + 1], at + 1
    if char == b"*":
        return _stars(glob, at)
    if char == b"[":
        return _set(glob, behind)
    if char == b"\\":
        escaped = glob[behind : behind + 1]
        return (re.escape(escaped) if escaped else None), behind + 1
    return (b"[^/]" if char == b"?" else re.escape(char)), behind


def _stars(glob: bytes, at: int) -> tuple[bytes, int]:
    """Two or more reach across folders if they stand for whole ones. At the glob's first special character git does
    not look at what is before them.
    """
    end = at + len(glob[at:]) - len(glob[at:].lstrip(b"*"))
    is_first = not re.search(rb"[*?[\\]", glob[:at])
    if end - at > 1 and (is_first or glob[at - 1] == SLASH):
        if end == len(glob):
            return REST, end
        if glob[end] == SLASH:
            return FOLDERS, end + 1
    return STAR, end


def _set(glob: bytes, at: int) -> tuple[bytes | None, int]:
    """What stands in brackets. It never matches a slash; without an end it matches nothing."""
    negated = glob[at : at + 1] in (b"!", b"^")
    start = at = at + negated
    chosen: set[int] = set()
    while at == start or glob[at : at + 1] != b"]":
        item = _item().match(glob, at)
        members = _members(item) if item else None
        if item is None or members is None:
            return None, at
        chosen |= members
        at = item.end()
    allowed = (set(range(256)) - chosen if negated else chosen) - {SLASH}
    return b"[" + b"".join(b"\\x%02x" % byte for byte in sorted(allowed)) + b"]" if allowed else b"(?!)", at + 1


@functools.cache
def _item() -> re.Pattern[bytes]:
    one = rb"(?:\\.|[^\\])"
    return re.compile(
        rb"\[:(?P<name>[^\]]*):\]|(?P<low>" + one + rb")-(?P<high>\\.|[^\\\]])|(?P<one>" + one + rb")", re.DOTALL
    )


def _members(item: re.Match[bytes]) -> set[int] | None:
    """The bytes that the item stands for; None if it names no class."""
    if item["name"] is not None:
        ranges = CLASSES.get(item["name"])
        return (
            None if ranges is None else {byte for byte in range(256) if re.match(b"[" + ranges + b"]", bytes([byte]))}
        )
    low = (item["low"] or item["one"])[-1]
    return {low, *range(low, item["high"][-1] + 1)} if item["high"] else {low}


def _joined(tokens: list[bytes]) -> bytes:
    """One expression that never tries what cannot help: what follows a wildcard may be taken where it is met first."""
    sections = [_section(section) for section in _split(tokens, FOLDERS)]
    first, *rest = sections
    if not rest:
        return first
    inner = b"".join(b"(?>" + FOLDERS + b"?" + section + b")" for section in rest[:-1])
    return first + inner + FOLDERS + rest[-1]


def _section(tokens: list[bytes]) -> bytes:
    first, *rest = [b"".join(part) for part in _split(tokens, STAR)]
    if not rest:
        return first
    return first + b"".join(b"(?>" + STAR + b"?" + part + b")" for part in rest[:-1]) + STAR + rest[-1]


def _split(tokens: list[bytes], at: bytes) -> list[list[bytes]]:
    parts: list[list[bytes]] = [[]]
    for token in tokens:
        if token == at:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts
