"""The details of a vulnerability in GitLab: whose the credential is, where it stands, what to do, in typed fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scanner.formats.escape import escaped
from scanner.formats.stay import background
from scanner.formats.words import OWNERS, counted, place
from scanner.model import Commit, Evidence, Finding, Occurrence, Step

Field = dict[str, object]

MOST = 100
"""Places in the table."""


def details(finding: Finding) -> dict[str, Field]:
    """Named fields, as the format's `named-list` holds them. Everything in them is text, never Markdown."""
    principal = finding.principal
    known: Mapping[str, Field | None] = {
        "owner": _text("Whose", f"{OWNERS[principal.type]}, {principal.confidence} confidence"),
        "name": _text("Name", principal.name),
        "account": _text("Account", principal.account_id),
        "partition": _text("Partition", principal.partition),
        "evidence": _list("Because", [_evidence(item) for item in principal.evidence]),
        "conflict": _text("Beware", "The evidence is at odds with itself." if principal.conflict else None),
        "parts": _list("Parts", [_plain(f"{part.role} {part.masked}") for part in finding.parts]),
        "exposure": _text("Exposure", " ".join(background(finding))),
        "places": _table("Places", finding.occurrences),
        "summary": _text("What to do", finding.remediation.summary),
        "steps": _list("Steps", [field for step in finding.remediation.steps for field in _step(step)]),
        "playbook": _text("Playbook", finding.remediation.playbook),
        "fingerprint": _text("Fingerprint", finding.fingerprint),
        "confidence": _text("Confidence", finding.confidence),
        "tags": _text("Tags", ", ".join(finding.tags)),
    }
    return {key: field for key, field in known.items() if field}


def _text(name: str, value: str | None) -> Field | None:
    return {"name": name, **_plain(value)} if value else None


def _list(name: str, items: Sequence[Field]) -> Field | None:
    return {"name": name, "type": "list", "items": items} if items else None


def _table(name: str, places: Sequence[Occurrence]) -> Field:
    header = [_plain(title) for title in ("Place", "Commit", "Date", "Author", "Kind", "References", "At the tip of")]
    rows = [_row(item) for item in places[:MOST]]
    if len(places) > MOST:
        name += f" (the first {MOST} of {counted(len(places), 'place', 'places')})"
    return {"name": name, "type": "table", "header": header, "rows": rows}


def _row(item: Occurrence) -> list[Field]:
    where = _file(item.path, item.start_line) if item.path and item.start_line else _plain(place(item.path, None))
    kind = f"{item.place} ({item.reach})" if item.reach else item.place
    refs = [_plain(" ".join(names) or "-") for names in (item.refs, item.tips)]
    return [where, *_commit(item.commit), _plain(kind), *refs]


def _commit(commit: Commit | None) -> list[Field]:
    if commit is None:
        return [_plain("-")] * 3
    author = f"{commit.author} <{commit.email}>"
    return [{"type": "commit", "value": commit.id}, _plain(commit.date), _plain(author)]


def _evidence(item: Evidence) -> Field:
    at = f" (at {place(item.path, item.line)})" if item.path else ""
    return _plain(f"{item.detail}{at} [{item.signal}, {item.strength}]")


def _step(step: Step) -> Iterator[Field]:
    """Why, and how."""
    yield _plain(f"{step.title}: {step.detail}")
    if step.commands:
        yield _code(step)


def _code(step: Step) -> Field:
    return {
        "type": "code",
        "lang": "shell",
        "value": "\n".join([f"# {escaped(step.title)}", *map(escaped, step.commands)]),
    }


def _file(path: str, line: int) -> Field:
    return {"type": "file-location", "file_name": path, "line_start": line}


def _plain(value: str) -> Field:
    return {"type": "text", "value": escaped(value)}
