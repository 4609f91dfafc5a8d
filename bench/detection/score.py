"""Compares what a program said with the truth."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote

from bench.detection.case import Bait, Case, Credential
from bench.detection.report import Report, Said


@dataclass(slots=True)
class Tally:
    """Counts by label: right ones, and all."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)

    def add(self, label: str, right: bool) -> None:
        """Counts one."""
        self.all[label] += 1
        self.right[label] += right

    def share(self, label: str) -> float:
        """From 0 to 1; 1 where there was none."""
        return self.right[label] / self.all[label] if self.all[label] else 1.0


def noticed(cases: Iterable[Case], said: Said, label: Callable[[Case], str]) -> Tally:
    """Files in which at least one thing was reported: what can be asked of every program alike."""
    tally = Tally()
    for case in cases:
        tally.add(label(case), bool(said.reports.get(f"leaks/{case.path}")))
    return tally


def whole(cases: Iterable[Case], said: Said, label: Callable[[Case, Credential], str]) -> Tally:
    """Credentials of which every part was reported, in whichever findings."""
    tally = Tally()
    for case, credential, reports in _each(cases, said):
        tally.add(label(case, credential), holds(reports, credential))
    return tally


def paired(cases: Iterable[Case], said: Said) -> Tally:
    """Credentials found whole: whether their parts are one finding, with no part of another."""
    tally = Tally()
    for case, credential, reports in _each(cases, said):
        if holds(reports, credential):
            tally.add(case.tier, any(_is(report, credential) for report in reports))
    return tally


def principals(cases: Iterable[Case], said: Said) -> Tally:
    """By strength of evidence, whether the type is right. `names`: whether the user's or role's name is.

    `never a false root`: whether root is said of nothing else.
    """
    tally = Tally()
    for case, credential, reports in _each(cases, said):
        own = [report for report in reports if _touches(report, credential)]
        if credential.principal and own:
            tally.add(case.evidence, any(report.principal == credential.principal for report in own))
        if credential.principal != "root":
            tally.add("never a false root", all(report.principal != "root" for report in own))
        if credential.name and own:
            tally.add("names", any(report.name == credential.name for report in own))
        wrong = any(report.account not in {None, credential.account} for report in own)
        tally.add("never a wrong account", not wrong)
    return tally


def named(cases: Iterable[Case], said: Said) -> Tally:
    """Of pairs and sessions, whether the secret itself was reported: by its ends, in clear, or by its SHA-1."""
    tally = Tally()
    for _, credential, reports in _each(cases, said):
        secret = credential.parts.get("secret")
        if secret:
            tally.add("secrets", any(_names(report, secret) for report in reports))
    return tally


def leaked(cases: Iterable[Case], said: Said) -> int:
    """Of how many secrets the middle stands in the output."""
    middles = {
        value[6:18].encode()
        for case in cases
        for credential in case.credentials
        for role, value in credential.parts.items()
        if role not in {"id", "user", "url"}
    }
    return sum(middle in said.output for middle in middles)


def alarms(baits: Iterable[Bait], said: Said) -> dict[str, Counter[str]]:
    """By category and severity, how many reports there are of baits."""
    counts: dict[str, Counter[str]] = {}
    for bait in baits:
        found = said.reports.get(f"baits/{bait.path}", [])
        counts.setdefault(bait.category, Counter()).update(report.severity for report in found)
    return counts


def holds(reports: list[Report], credential: Credential) -> bool:
    """Whether each part is shown by one of the reports."""
    shown = [part for report in reports for part in report.parts]
    return all(any(part.shows(role, value) for part in shown) for role, value in credential.parts.items())


def _names(report: Report, secret: str) -> bool:
    digest = hashlib.sha1(secret.encode(), usedforsecurity=False).hexdigest()
    shown = (unquote(value.replace("\\/", "/")) for value in report.values)
    return any(part.shows("secret", secret) for part in report.parts) or any(
        secret in value or value == digest for value in shown
    )


def _is(report: Report, credential: Credential) -> bool:
    main = [part for part in report.parts if part.role in {"id", "secret"}]
    known = credential.parts.items()
    strange = [part for part in main if not any(part.shows(role, value) for role, value in known)]
    return holds([report], credential) and (not strange or not {"id", "secret"} & credential.parts.keys())


def _touches(report: Report, credential: Credential) -> bool:
    return any(part.shows(role, value) for part in report.parts for role, value in credential.parts.items())


def _each(cases: Iterable[Case], said: Said) -> Iterable[tuple[Case, Credential, list[Report]]]:
    for case in cases:
        for credential in case.credentials:
            yield case, credential, said.reports.get(f"leaks/{case.path}", [])
