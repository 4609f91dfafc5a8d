"""The baseline: credentials that are known and dealt with, one sorted line each, so that branches merge.

A line holds, between tabs: fingerprint, kind, masked hint, last day (or `-`), who entered it (or `-`), and why. No
path, line or commit is in it, so it outlives moves and rebases; no secret is, so it can be committed; and another
secret in the same place has another fingerprint, so it hides nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from scanner.config import text_of
from scanner.errors import ConfigError

HEADER = "# akia baseline 1: fingerprint, kind, hint, until, who, reason; sorted, between tabs"
OF_HISTORY = "# of the whole history, so that what only that holds is not gone"
FIELDS = 6
EMPTY = "-"


class Entry(NamedTuple):
    """One credential that is known. until: the last day, ISO 8601, on which the entry counts; None for always."""

    fingerprint: str
    kind: str
    hint: str
    until: str | None
    who: str
    reason: str

    def has_expired(self, today: date) -> bool:
        """Whether its last day has gone by."""
        return self.until is not None and date.fromisoformat(self.until) < today


class Baseline(NamedTuple):
    """Entries by fingerprint. name: the file, for messages. of_history: whether some may stand in the history alone."""

    name: str
    entries: Mapping[str, Entry]
    lines: Mapping[str, int]
    of_history: bool = False

    def where(self, entry: Entry) -> str:
        """The file and line of an entry."""
        return f"{self.name}:{self.lines.get(entry.fingerprint, 1)}"


def parsed(name: str, data: bytes) -> Baseline:
    """The baseline in a file. Raises ConfigError, which names file and line, where one cannot be understood."""
    entries: dict[str, Entry] = {}
    lines: dict[str, int] = {}
    content = text_of(name, data).splitlines()
    for number, line in enumerate(content, 1):
        if line.strip() and not line.startswith("#"):
            entry = _entry(line, f"{name}:{number}")
            if _tells_more(entry, entries.get(entry.fingerprint)):
                entries[entry.fingerprint] = entry
                lines[entry.fingerprint] = number
    return Baseline(name, entries, lines, OF_HISTORY in content)


def rendered(entries: Iterable[Entry], of_history: bool = False) -> str:
    """The file that holds the entries."""
    head = [HEADER, OF_HISTORY] if of_history else [HEADER]
    lines = sorted("\t".join(_shown(value) for value in entry) for entry in entries)
    return "\n".join([*head, *lines]) + "\n"


def _entry(line: str, where: str) -> Entry:
    fields = line.split("\t")
    if len(fields) != FIELDS:
        raise ConfigError(f"{where}: {FIELDS} fields between tabs are needed (a conflict that was not resolved?)")
    known, kind, hint, until, who, reason = fields
    if not known or not all(char in "0123456789abcdef" for char in known):
        raise ConfigError(f"{where}: the first field is no fingerprint")
    return Entry(known, kind, hint, _day(until, where), "" if who == EMPTY else who, "" if reason == EMPTY else reason)


def _tells_more(entry: Entry, other: Entry | None) -> bool:
    """Of two that know the same, as branches that changed it leave behind: the one that ends, or has more to say."""
    return other is None or [item or "" for item in entry[3:]] > [item or "" for item in other[3:]]


def _day(text: str, where: str) -> str | None:
    if text in (EMPTY, ""):
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ConfigError(f"{where}: the fourth field is no day (2026-12-31, or - for always)") from None


def _shown(value: str | None) -> str:
    return " ".join(value.split()) if value and value.strip() else EMPTY
