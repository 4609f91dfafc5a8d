"""Words for people: numbers, sizes, places and owners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scanner.formats.escape import escaped
from scanner.formats.stay import short
from scanner.model import Account, Commit, Finding, Location, Occurrence, Principal, Report

REASONS = {
    "inline": ("inline comment", "inline comments"),
    "baseline": ("baseline entry", "baseline entries"),
    "ignore-file": ("ignored by .akiaignore", "ignored by .akiaignore"),
    "config": ("allowed by configuration", "allowed by configuration"),
    "documentation-example": ("documentation example", "documentation examples"),
    "placeholder": ("placeholder", "placeholders"),
}
OWNERS = {
    "root": "root user",
    "iam-user": "IAM user",
    "role": "role",
    "federated-user": "federated user",
    "temporary": "temporary session",
    "service": "service",
    "unknown": "unknown",
}
AT_ODDS = "The evidence is at odds with itself; make sure before you act on it."
UNITS = ("B", "kB", "MB", "GB", "TB")
THINGS = {"paths": ("file", "files"), "staged": ("staged file", "staged files"), "stdin": ("input", "inputs")}


def counted(number: int, one: str, many: str) -> str:
    """`1 file`, `5,801 files`."""
    return f"{number:,} {one if number == 1 else many}"


def size(number: int) -> str:
    """Bytes in decimal units: `137.0 MB`."""
    if number < 1000:
        return counted(number, "byte", "bytes")
    power = min((len(str(number)) - 1) // 3, len(UNITS) - 1)
    return f"{number / 1000**power:.1f} {UNITS[power]}"


def tally(values: Iterable[str]) -> dict[str, int]:
    """How often each value occurs, most frequent first."""
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def owner(finding: Finding) -> str:
    """Whose credential it is: `IAM user alice in account 123456789012 (aws-cn)`."""
    principal = finding.principal
    if principal.type == "unknown" and is_long_term(finding):
        return "unknown (an IAM user's or the root user's)" + _account(principal)
    return OWNERS[principal.type] + (f" {escaped(principal.name)}" if principal.name else "") + _account(principal)


def account(item: Account) -> str:
    """What the settings say of an account: `payments, owner Billing, production, contact billing@example.com`."""
    told = (item.name, item.owner and f"owner {item.owner}", item.kind, item.contact and f"contact {item.contact}")
    return ", ".join(escaped(words) for words in told if words)


def is_long_term(finding: Finding) -> bool:
    """Whether an access key of the kind that does not expire is part of it."""
    return any(part.role == "id" and part.masked.startswith("AKIA") for part in finding.parts)


def place(path: str | None, line: int | None, column: int | None = None) -> str:
    """`path:line:column`, as editors and terminals make a link of it; what is unknown is left out."""
    known = [escaped(path) if path is not None else "(no path)", line, column]
    return ":".join(str(item) for item in known if item is not None)


def location(item: Location) -> str:
    """Where a part begins."""
    return place(item.path, item.start_line, item.start_column)


def occurrence(item: Occurrence) -> str:
    """Where a credential stands, the commit that brought it in, and whether it still stands there."""
    where = place(item.path, item.start_line)
    return where if item.commit is None else f"{where} in commit {commit(item.commit)}{standing(item)}"


def commit(item: Commit) -> str:
    """`1f1f1f1f1f1f of 2024-05-06 by Ada`."""
    day = f" of {escaped(item.date[:10])}" if item.date else ""
    return item.id[:12] + day + (f" by {escaped(item.author)}" if item.author else "")


def standing(item: Occurrence) -> str:
    """`; still in main and 2 other refs`: whether what a commit brought in is still there; empty if nobody knows."""
    if item.tips:
        others = counted(len(item.tips) - 1, "other ref", "other refs")
        return f"; still in {escaped(short(item.tips[0]))}" + (f" and {others}" if len(item.tips) > 1 else "")
    if item.reach == "dangling":
        return "; no ref leads to it"
    if item.reach == "reflog":
        return "; only a reflog leads to it"
    return "; in no tip any more" if item.reach == "ref" and item.blob else ""


def looked_at(report: Report) -> str:
    """`Looked at 5,801 files, 137.0 MB in 0.4 s`."""
    one, many = THINGS.get(report.source, ("object", "objects"))
    return f"Looked at {counted(report.blobs, one, many)}, {size(report.bytes)} in {report.seconds:.1f} s"


def summary(report: Report) -> str:
    """All of it on one line: what was looked at, and how much was found, suppressed and skipped."""
    found = counted(len(report.findings), "finding", "findings") if report.findings else "no findings"
    grave = f" ({listed(report.by_severity)})" if report.findings else ""
    line = f"{looked_at(report)}: {found}{grave}"
    if report.suppressed:
        line += f"; {len(report.suppressed):,} suppressed ({why_suppressed(report)})"
    if report.skipped:
        line += f"; {len(report.skipped):,} skipped"
    return line + "."


def listed(counts: Mapping[str, int]) -> str:
    """`1 critical, 2 medium`."""
    return ", ".join(f"{number:,} {name}" for name, number in counts.items())


def why_suppressed(report: Report) -> str:
    """`3 documentation examples, 1 inline comment`."""
    counts = tally(item.by for item in report.suppressed)
    return ", ".join(counted(number, *REASONS.get(by, (by, by))) for by, number in counts.items())


def _account(principal: Principal) -> str:
    words = f" of account {principal.account_id}" if principal.account_id else ""
    words += f" ({account(principal.account)})" if principal.account else ""
    outside = principal.partition if principal.partition not in (None, "aws") else None
    return words + (f" ({escaped(outside)})" if outside else "")
