"""The playbook of findings whole: as text, as Markdown and as JSON, for people and their tickets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.formats import markdown, words
from scanner.formats.documents import document
from scanner.formats.escape import escaped
from scanner.formats.terminal import wrapped
from scanner.model import Finding, Step

SHOWN = (
    "fingerprint", "kind", "severity", "severity_reason", "title", "principal", "exposure", "parts", "remediation",
)  # fmt: skip


def text(findings: Sequence[Finding], width: int = 100) -> str:
    """Every step with its reason and its commands, wrapped at so many columns; commands stay whole.

    No line begins with what was scanned.
    """
    return "\n".join("".join(f"{line}\n" for line in _lines(finding, width)) for finding in findings)


def in_markdown(findings: Sequence[Finding]) -> str:
    """The same, with each step a box to tick."""
    return "\n".join("".join(f"{line}\n" for line in _marked(finding)) for finding in findings)


def json(findings: Sequence[Finding]) -> str:
    """One document: what the JSON report says of whose each is and of what to do."""
    told = [{name: getattr(finding, name) for name in SHOWN} for finding in findings]
    return document({"schema_version": 1, "remediations": told})


def _lines(finding: Finding, width: int) -> Iterator[str]:
    yield f"{finding.severity.upper()}  {escaped(finding.title)}"
    yield f"  finding  {finding.fingerprint}"
    yield f"  whose    {words.owner(finding)}"
    yield from (f"  {part.role:9}{escaped(part.masked)}  at {words.location(part.location)}" for part in finding.parts)
    for label, said in (*_reasons(finding), ("do", finding.remediation.summary)):
        yield from wrapped(escaped(said), width, f"  {label:9}", " " * 11)
    for number, step in enumerate(finding.remediation.steps, 1):
        yield from ("", f"  {number}. {escaped(step.title)}")
        yield from wrapped(escaped(step.detail), width, " " * 5, " " * 5)
        yield from (f"     $ {escaped(command)}" for command in step.commands)
        if step.reference:
            yield f"     see {escaped(step.reference)}"


def _reasons(finding: Finding) -> Iterator[tuple[str, str]]:
    """Why it is whose it is, why it is as grave as it is, and why the steps come in this order."""
    principal = finding.principal
    for evidence in principal.evidence:
        if not evidence.says == principal.type == "unknown":  # said in the line above
            where = "" if evidence.path is None else f" ({words.place(evidence.path, evidence.line)})"
            yield "because", evidence.detail + where
    if principal.conflict:
        yield "beware", words.AT_ODDS
    if finding.severity_reason:
        yield "graded", finding.severity_reason
    if finding.exposure:
        yield "exposed", finding.exposure.reason


def _marked(finding: Finding) -> Iterator[str]:
    yield f"## {finding.severity}: {markdown.prose(finding.title)}"
    yield ""
    yield f"- finding: {markdown.code(finding.fingerprint)}"
    yield f"- whose: {markdown.prose(words.owner(finding))}"
    for part in finding.parts:
        yield f"- {part.role}: {markdown.code(part.masked)} at {markdown.code(words.location(part.location))}"
    yield from (f"- {label}: {markdown.prose(said)}" for label, said in _reasons(finding))
    yield from ("", markdown.prose(finding.remediation.summary), "")
    for number, step in enumerate(finding.remediation.steps, 1):
        yield from _marked_step(number, step)


def _marked_step(number: int, step: Step) -> Iterator[str]:
    """A list item; what belongs to it is set in."""
    yield f"- [ ] **{number}. {markdown.prose(step.title)}**"
    yield ""
    yield f"  {markdown.told(step.detail)}"
    yield ""
    if step.commands:
        yield markdown.block(list(step.commands), "  ")
        yield ""
    if step.reference:
        yield f"  {markdown.link('Reference', step.reference)}"
        yield ""
