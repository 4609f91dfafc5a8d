"""The values that travel through the scanner. They never change, and after judging are free of any plain secret.

They are named tuples: making as many data classes, and importing what that takes, is a third of a hook's time.

Everything from `Part` on down is what the JSON report shows (docs/report-v1.md is the contract).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Severity = Literal["info", "low", "medium", "high", "critical"]
Confidence = Literal["low", "medium", "high"]
Strength = Literal["strong", "medium", "weak"]
PrincipalType = Literal["root", "iam-user", "role", "federated-user", "temporary", "service", "unknown"]
Place = Literal[
    "blob", "commit-message", "commit-header", "tag-message", "note", "file-name",
    "stash", "index", "work-tree", "stdin", "reflog", "other",
]  # fmt: skip
Reach = Literal["ref", "reflog", "dangling"]
SuppressedBy = Literal["inline", "baseline", "ignore-file", "config", "documentation-example", "placeholder"]

AccountKind = Literal["production", "sandbox", "partner", "canary"]
Exposed = Literal["public", "shared", "local", "uncommitted", "unknown"]
Order = Literal["contain-first", "rotate-first"]

SEVERITIES: tuple[Severity, ...] = ("info", "low", "medium", "high", "critical")
CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")


class Commit(NamedTuple):
    """The commit that brought an occurrence in; `date` is ISO 8601."""

    id: str
    author: str
    email: str
    date: str
    subject: str


MOST_REFS = 2000
"""Refs that are told of one place: of a mirror with 60,000 pull requests, all of them lead to an old commit."""


class Origin(NamedTuple):
    """Where content comes from. `path` is relative to the scanned root, with `/`.

    In a history: refs that lead to the commit; tips, the refs at whose tip the content still stands, at most
    `MOST_REFS` of each; reach, how the commit is reached (`ref`, `reflog` alone, or not at all: `dangling`); order, its
    place among all commits, parents first.
    """

    path: str
    place: Place
    blob: str | None = None
    commit: Commit | None = None
    refs: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    reach: Reach | None = None
    order: int = 0


class Blob(NamedTuple):
    """Content to look at. A piece of a large file says where it starts (`line` and `column` from 1).

    shared: bytes at its beginning that the piece before it holds too. margins: bytes at its beginning and end within
    which something may be cut in two; a neighbour holds it whole.
    """

    data: bytes
    origin: Origin
    line: int = 1
    column: int = 1
    shared: int = 0
    margins: tuple[int, int] = (0, 0)

    def __repr__(self) -> str:
        return f"Blob({len(self.data)} bytes of {self.origin.place})"


class Skipped(NamedTuple):
    """Content that was not looked at. `incomplete` when it lay within the scan's reach."""

    path: str
    reason: str
    detail: str
    incomplete: bool


class Location(NamedTuple):
    """Lines and columns from 1; columns in characters of the decoded text; the end is exclusive."""

    path: str
    start_line: int
    start_column: int
    end_line: int
    end_column: int


class Part(NamedTuple):
    """One value of a credential, masked."""

    pattern: str
    role: str
    masked: str
    fingerprint: str | None
    location: Location


class Evidence(NamedTuple):
    """Why a principal is claimed."""

    signal: str
    says: PrincipalType
    strength: Strength
    detail: str
    path: str | None
    line: int | None


class Account(NamedTuple):
    """What the settings say of an account."""

    name: str | None = None
    owner: str | None = None
    contact: str | None = None
    kind: AccountKind | None = None


class Principal(NamedTuple):
    """Whose credential it is, as far as can be told."""

    type: PrincipalType
    confidence: Confidence
    account_id: str | None = None
    name: str | None = None
    partition: str | None = None
    conflict: bool = False
    evidence: tuple[Evidence, ...] = ()
    account: Account | None = None


class Occurrence(NamedTuple):
    """One place where a credential stands; `Origin` says what the last fields are.

    In a history it is the first commit that brought the credential to this path; `last` is the last that did, if any.
    """

    path: str | None
    start_line: int | None
    blob: str | None
    commit: Commit | None
    refs: tuple[str, ...]
    place: Place
    tips: tuple[str, ...] = ()
    reach: Reach | None = None
    last: Commit | None = None


class Step(NamedTuple):
    """One step of a remediation, with its commands filled in."""

    title: str
    detail: str
    commands: tuple[str, ...]
    reference: str | None


class Remediation(NamedTuple):
    """What to do about one finding, in order."""

    playbook: str
    summary: str
    steps: tuple[Step, ...]


class Exposure(NamedTuple):
    """Who may have seen a credential, and what follows for the order in which it is dealt with.

    level: `public` (a remote is on a host that is known for public repositories), `shared` (there is another remote),
    `local` (there is none), `uncommitted`, or `unknown`. since: the date of the first commit, ISO 8601; None outside
    of commits. stands: whether it is at the tip of a ref; None where that was not looked at.
    """

    level: Exposed
    order: Order
    reason: str
    since: str | None = None
    stands: bool | None = None


class Finding(NamedTuple):
    """One credential, however often it occurs.

    severity_reason: why the severity is not the one that is due to such a credential by itself.
    """

    fingerprint: str
    kind: str
    severity: Severity
    confidence: Confidence
    title: str
    tags: tuple[str, ...]
    principal: Principal
    parts: tuple[Part, ...]
    occurrences: tuple[Occurrence, ...]
    remediation: Remediation
    exposure: Exposure | None = None
    severity_reason: str | None = None


class Suppressed(NamedTuple):
    """A finding that is not reported as a leak, and why."""

    finding: Finding
    by: SuppressedBy
    reason: str
    where: str | None


class Report(NamedTuple):
    """The result of one scan."""

    source: Literal["paths", "staged", "commits", "history", "stdin"]
    target: str
    blobs: int
    bytes: int
    seconds: float
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    skipped: tuple[Skipped, ...]

    @property
    def complete(self) -> bool:
        """Whether everything within the scan's reach was looked at."""
        return not any(item.incomplete for item in self.skipped)

    @property
    def gravest_first(self) -> list[Finding]:
        """The findings as people read them: by severity, and the root user's before others' of the same."""
        return sorted(self.findings, key=lambda item: (-SEVERITIES.index(item.severity), item.principal.type != "root"))

    @property
    def by_severity(self) -> Mapping[str, int]:
        """How many findings there are of each severity that occurs, gravest first."""
        counts = dict.fromkeys(reversed(SEVERITIES), 0)
        for finding in self.findings:
            counts[finding.severity] += 1
        return {severity: count for severity, count in counts.items() if count}
