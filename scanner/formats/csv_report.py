"""CSV (RFC 4180), for spreadsheets: a row for each place of each finding."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from scanner.formats import words
from scanner.formats.escape import escaped
from scanner.formats.interface import Format, Style
from scanner.model import Account, Commit, Exposure, Finding, Occurrence, Report, Skipped

COLUMNS = (
    "record", "fingerprint", "kind", "severity", "confidence", "title", "tags",
    "principal", "principal_confidence", "account_id", "name", "partition", "conflict", "evidence", "parts",
    "path", "line", "place", "blob", "commit", "author", "email", "date", "subject", "refs", "tips", "last_commit",
    "last_date", "playbook", "what_to_do", "suppressed_by", "reason", "where",
    "severity_reason", "exposure", "exposure_reason", "order", "account_name", "account_owner", "account_contact",
    "account_kind",
    "part_places", "part_patterns", "part_fingerprints", "evidence_places", "evidence_strengths", "steps",
    "since", "stands", "reach", "last_author", "last_email", "last_subject",
)  # fmt: skip
"""The columns are part of the contract: new ones come at the end alone (docs/formats.md says what they hold)."""
FORMULA = "=+@\uff1d\uff0b\uff0d\uff20-"
"""What makes a spreadsheet calculate, in both widths: https://owasp.org/www-community/attacks/CSV_Injection."""


class Csv(Format):
    """A header, then a row for each place. `record` tells findings, what is suppressed, and what was not looked at."""

    def render(self, report: Report, style: Style) -> str:
        """The whole report, whatever the style."""
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
        writer.writeheader()
        for row in _rows(report):
            writer.writerow({name: _cell(value) for name, value in row.items()})
        return text.getvalue()


def _rows(report: Report) -> Iterator[dict[str, object]]:
    for finding in report.findings:
        yield from (_row("finding", finding, item) for item in finding.occurrences)
    for held in report.suppressed:
        why = {"suppressed_by": held.by, "reason": held.reason, "where": held.where}
        yield from ({**_row("suppressed", held.finding, item), **why} for item in held.finding.occurrences)
    yield from (_lost(item) for item in report.skipped)


def _row(record: str, finding: Finding, item: Occurrence) -> dict[str, object]:
    principal = finding.principal
    return {
        "record": record,
        "fingerprint": finding.fingerprint,
        "kind": finding.kind,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "title": finding.title,
        "tags": " ".join(finding.tags),
        "principal": principal.type,
        "principal_confidence": principal.confidence,
        "account_id": principal.account_id,
        "name": principal.name,
        "partition": principal.partition,
        "conflict": "yes" if principal.conflict else "no",
        "evidence": "; ".join(evidence.detail for evidence in principal.evidence),
        "parts": "; ".join(f"{part.role} {part.masked}" for part in finding.parts),
        "playbook": finding.remediation.playbook,
        "what_to_do": finding.remediation.summary,
        "severity_reason": finding.severity_reason,
        **_exposure(finding.exposure),
        **_account(principal.account),
        "part_places": "; ".join(words.location(part.location) for part in finding.parts),
        "part_patterns": "; ".join(part.pattern for part in finding.parts),
        "part_fingerprints": "; ".join(part.fingerprint or "none" for part in finding.parts),
        "evidence_places": "; ".join(words.place(item.path, item.line) for item in principal.evidence),
        "evidence_strengths": "; ".join(f"{item.signal}: {item.strength}" for item in principal.evidence),
        "steps": " ".join(_steps(finding)),
        **_where(item),
    }


def _account(account: Account | None) -> dict[str, object]:
    return {f"account_{name}": value for name, value in account._asdict().items()} if account else {}


def _exposure(item: Exposure | None) -> dict[str, object]:
    if item is None:
        return {}
    stands = {None: "", True: "yes", False: "no"}[item.stands]
    reason, since = item.reason, item.since
    return {"exposure": item.level, "exposure_reason": reason, "order": item.order, "since": since, "stands": stands}


def _steps(finding: Finding) -> Iterator[str]:
    """Each with its reason, its commands and its page, in one line."""
    for number, step in enumerate(finding.remediation.steps, 1):
        yield f"{number}. {step.title}. {step.detail}"
        yield from (f"$ {command}" for command in step.commands)
        if step.reference:
            yield f"See {step.reference}"


def _where(item: Occurrence) -> dict[str, object]:
    return {
        "path": item.path,
        "line": item.start_line,
        "place": item.place,
        "blob": item.blob,
        **_commit(item.commit),
        "refs": " ".join(item.refs),
        "tips": " ".join(item.tips),
        "last_commit": item.last and item.last.id,
        "last_date": item.last and item.last.date,
        "last_author": item.last and item.last.author,
        "last_email": item.last and item.last.email,
        "last_subject": item.last and item.last.subject,
        "reach": item.reach,
    }


def _commit(commit: Commit | None) -> dict[str, object]:
    if commit is None:
        return {}
    members: dict[str, object] = commit._asdict()
    return {"commit": members.pop("id"), **members}


def _lost(item: Skipped) -> dict[str, object]:
    """`not looked at` if it lay within the scan's reach, else `left out`."""
    record = "not looked at" if item.incomplete else "left out"
    return {"record": record, "path": item.path, "reason": f"{item.reason}: {item.detail}"}


def _cell(value: object) -> str:
    """The value on one line, and never a formula, nor two cells of which one is where cells end at semicolons."""
    text = "" if value is None else escaped(str(value))
    return re.sub(rf"(?:^|(?<=;)) *(?=[{FORMULA}])", lambda found: f"{found[0]}'", text)
