"""Related locations of a result: the other parts of the credential, the evidence for its owner, its other places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scanner.formats.occurrences import elsewhere
from scanner.formats.sarif.places import file, line, message, region, words
from scanner.formats.words import occurrence
from scanner.formats.words import place as spelled
from scanner.model import Evidence, Finding, Occurrence, Part

MOST = 900
"""Locations shown. GitHub refuses a file in which a result has more than 1,000."""


class Related(NamedTuple):
    """One location, by its number within the result, and what it is the location of."""

    number: int
    of: Part | Evidence | Occurrence
    label: str

    @property
    def link(self) -> str:
        """A link to it from the message of the result."""
        return f"[{words(self.label)}]({self.number})"

    @property
    def location(self) -> dict[str, object]:
        """It as a SARIF location."""
        if isinstance(self.of, Part):
            where = {"artifactLocation": file(self.of.location.path), "region": region(self.of.location)}
            return self._at(where, f"{self.of.role} {self.of.masked}")
        number = self.of.line if isinstance(self.of, Evidence) else self.of.start_line
        where = {"artifactLocation": file(self.of.path or ""), **line(number)}
        return self._at(where, self.of.detail if isinstance(self.of, Evidence) else f"also at {occurrence(self.of)}")

    def _at(self, where: dict[str, object], text: str) -> dict[str, object]:
        return {"id": self.number, "physicalLocation": where, "message": message(words(text))}


def related(finding: Finding) -> tuple[Related, ...]:
    """The locations, numbered from 1."""
    return tuple(Related(number, of, label) for number, (of, label) in enumerate(_all(finding), 1) if number <= MOST)


def _all(finding: Finding) -> Iterator[tuple[Part | Evidence | Occurrence, str]]:
    for part in finding.parts[1:]:
        yield part, f"{part.role} {part.masked}"
    for evidence in finding.principal.evidence:
        if evidence.path:
            yield evidence, spelled(evidence.path, evidence.line)
    for item in elsewhere(finding):
        if item.path:
            yield item, spelled(item.path, item.start_line)
