"""How long a credential stood in a repository: the first commit that brought it in, the last one, the tips."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from scanner.model import Commit, Finding


class Exposure(NamedTuple):
    """The first and the last commit that brought a credential in, and the refs at whose tip it still stands."""

    first: Commit
    last: Commit
    tips: tuple[str, ...]

    @property
    def days(self) -> int | None:
        """Whole days from the first commit to the last; None where a date cannot be read."""
        first, last = moment(self.first), moment(self.last)
        return (last - first).days if first and last else None


def exposure(finding: Finding) -> Exposure | None:
    """What the commits of all places say; None where no commit is known."""
    commits = [commit for item in finding.occurrences for commit in (item.commit, item.last) if commit is not None]
    if not commits:
        return None
    ordered = sorted([commit for commit in commits if moment(commit)] or commits, key=_age)
    return Exposure(ordered[0], ordered[-1], tuple(sorted({ref for item in finding.occurrences for ref in item.tips})))


def moment(commit: Commit) -> datetime | None:
    """When the commit was made; None where its date cannot be read."""
    try:
        made = datetime.fromisoformat(commit.date)
    except ValueError:
        return None
    return made if made.tzinfo else made.replace(tzinfo=UTC)


def short(ref: str) -> str:
    """The ref as people say it: `main`, `origin/main`, `v1.0`."""
    for prefix in ("refs/heads/", "refs/tags/", "refs/remotes/"):
        if ref.startswith(prefix):
            return ref.removeprefix(prefix)
    return ref


def _age(commit: Commit) -> tuple[float, str]:
    made = moment(commit)
    return (made.timestamp() if made else 0.0), commit.id
