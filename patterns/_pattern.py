"""A pattern: what one part of a credential looks like. Data, with at most one hook function.

Nothing is compiled or built when a pattern is imported: expressions and samples are kept as text, because a hook
that runs at each commit pays for every import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from re import Match
from typing import Literal, NamedTuple

Role = Literal["id", "secret", "token", "user", "password", "email", "url", "key"]
Confidence = Literal["low", "medium", "high"]


class Sample(NamedTuple):
    """Made-up content (slots of `patterns._fake` filled in when used) and the path it stands at."""

    content: str
    path: str = "sample.txt"


class Anchor(NamedTuple):
    """A literal without which no match can be, and how far from its start a match can begin.

    literal: bytes that stand in, or near, every match; lower case if `ignore_case`.
    before, after: a match begins at most so many bytes before or after the literal's first byte.
    expression: what a bulk prefilter may demand instead of the literal alone: a Hyperscan expression that holds the
        literal, ends at most `after` bytes behind its beginning, and is found wherever this anchor, or another of the
        same literal, leads to a match.
        `.` matches any byte, `ignore_case` applies.
    clue: whether what stands around may be written with escapes, and is to be read as it was meant. The expression
        then begins with the literal, and has to be met by values with escapes in them too, and to be one of Python as well.
    """

    literal: bytes
    ignore_case: bool = False
    before: int = 0
    after: int = 256
    expression: bytes = b""
    clue: bool = False


class Told(NamedTuple):
    """What a value says of itself once it is decoded; by default nothing. Holds no secret.

    account: 12 digits. user: an IAM user's name. partition: AWS's name of it. key_id: an identifier that stands for
    the value in commands, where it is no part of it. expires: seconds since 1970. tags: words for the finding's tags.
    """

    account: str | None = None
    user: str | None = None
    partition: str | None = None
    key_id: str | None = None
    expires: int | None = None
    tags: tuple[str, ...] = ()


PartSpan = tuple[Role, int, int] | tuple[Role, int, int, bytes]
"""Role, start and end as offsets in bytes; and the plain value where something else stands for it there."""


class Found(NamedTuple):
    """What one match holds: its parts, the one that names it first; and what they tell."""

    parts: tuple[PartSpan, ...]
    confidence: Confidence = "high"
    told: Told = Told()


class Pattern(NamedTuple):
    """One kind of value.

    kind: the kind of a finding that holds this value alone (docs/report-v1.md lists them).
    regex: bytes expression; its named groups are roles. Compiled without flags.
    longest: bytes that a match and what the expression looks at behind it span at most.
    may_match: sees a part of a content and says whether a match can lie in it, where that is told sooner than by the
        expression.
    begins: sees a part of a content and says at which of its offsets, in order, a match can begin, where that is told
        sooner than by the expression, which is then tried there alone.
    refine: sees each match and says what it holds, which may be nothing; by default the groups, as they are.
    personal: whether a person chose the value, so that no fingerprint may be made of it.
    severity: that of a finding of it, whatever stands around. Set where it is no AWS credential, which then has its
        title and no owner that could be told.
    located: for values that a path makes a credential, or tells more of. Sees what was told and the path; gives what
        is told at that path, or None where the value is no credential there.
    """

    id: str
    title: str
    kind: str
    reference: str
    anchors: tuple[Anchor, ...]
    regex: bytes
    examples: Mapping[str, str | Sample]
    counterexamples: Mapping[str, str | Sample]
    longest: int = 64
    refine: Callable[[Match[bytes]], Iterable[Found]] | None = None
    personal: bool = False
    located: Callable[[Told, str], Told | None] | None = None
    may_match: Callable[[bytes], bool] | None = None
    begins: Callable[[bytes], Iterable[int]] | None = None
    severity: Literal["info", "low", "medium", "high", "critical"] | None = None
