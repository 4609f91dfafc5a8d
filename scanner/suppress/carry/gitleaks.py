"""`.gitleaksignore` and JSON reports of gitleaks (betterleaks' are the same), used as its baselines.

A fingerprint is `[COMMIT:]FILE:RULE:LINE`; of a secret it holds nothing, so that it names a place alone. A report holds
the secret, unless it was redacted; what is kept of it here is its SHA-1. Source: README and
report/finding.go of gitleaks 8.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from scanner.errors import ConfigError
from scanner.suppress.carry.foreign import Foreign, Named, slashed

COMMIT = r"[0-9a-f]{40}|[0-9a-f]{64}"
FINGERPRINT = rf"(?:({COMMIT}):)?(.+):([^:]+):([0-9]{{1,9}})"
REASON = "known to gitleaks by its place"


def ignored(path: str, text: str) -> Foreign:
    """What an ignore file says."""
    found = [
        _of_fingerprint(line.strip(), f"{path}:{number}")
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    return _sorted_out(found)


def report(path: str, document: Sequence[object]) -> Foreign:
    """What a JSON report says. Raises ConfigError where it is none."""
    if not all(isinstance(item, Mapping) and "RuleID" in item for item in document):
        raise ConfigError(f"{path}: a list that is no report of gitleaks")
    return _sorted_out([_of_finding(item) for item in document if isinstance(item, Mapping)])


def _sorted_out(found: Sequence[Named | str]) -> Foreign:
    named = tuple(item for item in found if isinstance(item, Named))
    return Foreign("gitleaks", named, lost=tuple(item for item in found if isinstance(item, str)))


def _of_fingerprint(text: str, where: str) -> Named | str:
    found = re.fullmatch(FINGERPRINT, text)
    if not found:
        return f"{where}: no fingerprint of the form [COMMIT:]FILE:RULE:LINE"
    commit, file, rule, line = found.groups()
    return Named(f"{where} ({rule})", REASON, path=slashed(file), line=int(line), commit=commit, rule=rule)


def _of_finding(item: Mapping[str, object]) -> Named | str:
    rule, secret = str(item["RuleID"]), item.get("Secret")
    file, line, commit = str(item.get("File") or ""), item.get("StartLine"), str(item.get("Commit"))
    commit = commit if re.fullmatch(COMMIT, commit) else ""
    where = f"{file}:{line} ({rule}{f', commit {commit[:12]}' if commit else ''})"
    place = Named(where, REASON, None, slashed(file), line if isinstance(line, int) else None, commit or None, rule)
    if isinstance(secret, str) and not _is_redacted(secret):
        digest = hashlib.sha1(secret.strip().encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
        return place._replace(digest=digest, reason="known to gitleaks")
    return place if file and place.line else f"{where}: neither a secret nor a place"


def _is_redacted(secret: str) -> bool:
    """`--redact` leaves the word, or with a percentage the beginning and three dots."""
    return secret in ("", "REDACTED") or secret.endswith("...")
