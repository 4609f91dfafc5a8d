"""What is planted: a file, and the truth about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credential:
    """One credential that stands in a file.

    parts: what must be found, by the role that the report gives it; principal: what a careful reader would say, None
    where it is not asked; account: the only one that may be named, None where naming one would be a guess; name: of the
    user or role, where it stands there.
    """

    family: str
    parts: Mapping[str, str]
    principal: str | None = None
    account: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One file.

    tier: plain, encoded, contained, twofold, principal or pairing; evidence: how strongly the file tells of whom the
    key is: strong, medium or none; contradiction if it seems to tell of another, silent if it seems to tell and does not.
    """

    path: str
    data: bytes
    credentials: tuple[Credential, ...]
    tier: str
    layout: str
    encoding: str = "as it is"
    evidence: str = "none"


@dataclass(frozen=True, slots=True)
class Bait:
    """A file in which no line holds a leak. lines: how many there are to fall for."""

    path: str
    data: bytes
    category: str
    lines: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to write a credential down.

    path: where; text: the content with slots (see `fill`); principal: what the layout itself says of a long-term
    key's owner.
    """

    path: str
    text: str
    principal: str | None = None
