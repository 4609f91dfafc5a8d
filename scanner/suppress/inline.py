"""Comments by which a line says that what stands on it is no leak."""

from __future__ import annotations

import functools
import re

COMMENTS = {
    "akia:allow": rb"akia:[ \t]*allow",
    "pragma: allowlist secret": rb"pragma:[ \t]*(?:allow|white)list[ \t\-]+secret",
    "gitleaks:allow": rb"gitleaks:[ \t]*allow",
}
NEXT_LINE = {"pragma: allowlist nextline secret": rb"pragma:[ \t]*(?:allow|white)list[ \t\-]+nextline[ \t\-]+secret"}


def allowed(line: bytes, previous: bytes = b"") -> str | None:
    """The comment that allows what stands on `line`; None if there is none. Case does not count.

    Ours, detect-secrets' (on the line, or with `nextline` on the line before) and gitleaks'.
    """
    return _named(line, COMMENTS) or _named(previous, NEXT_LINE)


def _named(line: bytes, comments: dict[str, bytes]) -> str | None:
    return next((name for name, expression in comments.items() if _whole(expression).search(line)), None)


@functools.cache
def _whole(expression: bytes) -> re.Pattern[bytes]:
    """The expression as a word of its own, as it stands in a comment of any language; not within a value.

    A space, a quote or a sign that begins a comment may stand before it, but nothing that makes it part of an address
    (`?x=…`, `http://h/…`, `…@h`) or of a longer word. What the comment looks like is not asked: there are too many.
    """
    return re.compile(rb"(?<![\w=?&@.:$])(?<!\w-)(?<![^/*]/)" + expression + rb"(?![\w@/=]|-\w)", re.IGNORECASE)
