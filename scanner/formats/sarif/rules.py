"""Rules: a kind of credential in a situation, with what to do about it.

GitHub takes severities from rules alone, so findings of different severity are of different rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.formats.escape import escaped
from scanner.formats.markdown import block, is_web, link, prose
from scanner.model import CONFIDENCES, Finding, Severity, Step

LEVELS: dict[Severity, str] = {
    "critical": "error",
    "high": "error",
    "medium": "warning",
    "low": "note",
    "info": "note",
}
SCORES: dict[Severity, str] = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "3.0", "info": "0.0"}
"""What GitHub shows as a severity: above 9.0 critical, from 7.0 high, from 4.0 medium, above 0.0 low."""
TAGS = ("security", "credentials", "external/cwe/cwe-798")
LONGEST = 1000
"""Characters of a description. GitHub takes 1,024."""


def rule_id(finding: Finding) -> str:
    """`kind/playbook/severity`: the same from scan to scan for the same situation."""
    return f"{finding.kind}/{finding.remediation.playbook}/{finding.severity}"


def rule(name: str, findings: Sequence[Finding]) -> dict[str, object]:
    """The rule of that name. Its help holds what is the same for all of its findings."""
    first = findings[0]
    steps = list(_common(findings))
    confidence = max((finding.confidence for finding in findings), key=CONFIDENCES.index)
    page = next((step.reference for step in steps if step.reference and is_web(step.reference)), None)
    return {
        "id": name,
        "shortDescription": {"text": escaped(first.title)[:LONGEST]},
        "fullDescription": {"text": _summary(findings)[:LONGEST]},
        "help": {"text": "\n".join(_text(steps)), "markdown": "\n".join(_markdown(steps))},
        **({"helpUri": page} if page else {}),
        "defaultConfiguration": {"level": LEVELS[first.severity]},
        "properties": {"tags": TAGS, "precision": confidence, "security-severity": SCORES[first.severity]},
    }


def _summary(findings: Sequence[Finding]) -> str:
    """What to do, unless it names one finding's user among others'."""
    summaries = {finding.remediation.summary for finding in findings}
    return escaped(findings[0].remediation.summary if len(summaries) == 1 else findings[0].title)


def _common(findings: Sequence[Finding]) -> Iterator[Step]:
    """The steps that all have. Where they differ it is in names that are filled in, and each result has its own."""
    first, *others = [finding.remediation.steps for finding in findings]
    for step in first:
        twins = [[twin for twin in steps if twin.title == step.title] for steps in others]
        if all(twins):
            same = {twin for found in twins for twin in found} <= {step}
            yield (step if same else step._replace(commands=(), detail=step.detail if _are_alike(step, twins) else ""))


def _are_alike(step: Step, twins: Sequence[Sequence[Step]]) -> bool:
    return all(twin.detail == step.detail for found in twins for twin in found)


def _text(steps: Sequence[Step]) -> Iterator[str]:
    yield "What to do, in order:"
    for number, step in enumerate(steps, 1):
        yield f"{number}. {escaped(step.title)}. {escaped(step.detail)}".rstrip()
        yield from (f"   $ {escaped(command)}" for command in step.commands)
        if step.reference:
            yield f"   See {escaped(step.reference)}"


def _markdown(steps: Sequence[Step]) -> Iterator[str]:
    yield "## What to do, in order"
    for number, step in enumerate(steps, 1):
        yield f"\n{number}. **{prose(step.title)}.** {prose(step.detail)}".rstrip()
        indent = " " * (len(str(number)) + 2)
        if step.commands:
            yield "\n" + block(list(step.commands), indent)
        if step.reference and is_web(step.reference):
            yield f"\n{indent}{link('More about it', step.reference)}"
