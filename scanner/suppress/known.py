"""Credentials that are known to be no leak, or to be dealt with: by the settings, or by the baseline."""

from __future__ import annotations

from datetime import date

from scanner.config import Allow
from scanner.model import Finding, Suppressed
from scanner.suppress.baseline import Baseline


class Known:
    """Says of whole findings whether they are known, so that a part that stands alone somewhere goes with the rest."""

    def __init__(self, allow: tuple[Allow, ...], baseline: Baseline | None, today: date | None = None) -> None:
        self._allow = {item.fingerprint: item for item in allow}
        self._baseline = baseline
        self._today = today or date.today()

    def verdict(self, finding: Finding) -> Suppressed | None:
        """The finding as suppressed, with reason and place; None if nobody knows it."""
        if allow := self._allow.get(finding.fingerprint):
            return Suppressed(finding, "config", allow.reason or "its fingerprint is allowed", allow.where)
        entry = self._baseline.entries.get(finding.fingerprint) if self._baseline else None
        if self._baseline and entry and not entry.has_expired(self._today):
            return Suppressed(finding, "baseline", entry.reason or "it is in the baseline", self._baseline.where(entry))
        return None
