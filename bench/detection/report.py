"""What a program reports, whichever it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SAME_AS_ID = {"id", "user"}
SAME_AS_KEY = {"key", "token", "password", "url"}
"""Roles that programs may take for one another."""


@dataclass(frozen=True, slots=True)
class Part:
    """A value as Akia shows it: role, masked, line."""

    role: str
    masked: str
    line: int

    def shows(self, role: str, value: str) -> bool:
        """Whether this can be that value: the ends that are shown agree. Of a URL it is the address."""
        head, _, tail = self.masked.partition("*")
        same = self.role == role or {self.role, role} <= SAME_AS_ID or {self.role, role} <= SAME_AS_KEY
        return same and value.startswith(head) and (role == "url" or value.endswith(tail.lstrip("*")))


@dataclass(frozen=True, slots=True)
class Report:
    """One finding. path: below the corpus, of the outermost file; values: what others show in clear, or its SHA-1;
    parts, principal, account and name are told by Akia alone."""

    path: str
    line: int
    severity: str = "medium"
    parts: tuple[Part, ...] = ()
    principal: str = "unknown"
    account: str | None = None
    name: str | None = None
    rule: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """All that a program said. reports: by path; output: its bytes, to look for secrets in; seconds: wall time."""

    name: str
    reports: Mapping[str, list[Report]]
    output: bytes = field(repr=False)
    seconds: float


def by_path(reports: list[Report]) -> dict[str, list[Report]]:
    """The same, by path."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        found.setdefault(report.path, []).append(report)
    return found
