"""How long a credential stood in a repository: the first commit that brought it in, the last one, the tips."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scanner.formats.escape import escaped
from scanner.model import Commit, Finding

if TYPE_CHECKING:
    from datetime import datetime


class Stay(NamedTuple):
    """The first and the last commit that brought a credential in, and the refs at whose tip it still stands."""

    first: Commit
    last: Commit
    tips: tuple[str, ...]

    @property
    def days(self) -> int | None:
        """Whole days from the first commit to the last; None where a date cannot be read."""
        first, last = moment(self.first), moment(self.last)
        return (last - first).days if first and last else None


def stay(finding: Finding) -> Stay | None:
    """What the commits of all places say; None where no commit is known."""
    commits = [commit for item in finding.occurrences for commit in (item.commit, item.last) if commit is not None]
    if not commits:
        return None
    ordered = sorted([commit for commit in commits if moment(commit)] or commits, key=_age)
    return Stay(ordered[0], ordered[-1], tuple(sorted({ref for item in finding.occurrences for ref in item.tips})))


def moment(commit: Commit) -> datetime | None:
    """When the commit was made; None where its date cannot be read."""
    from datetime import UTC, datetime  # not for a hook, whose findings have no commits

    try:
        made = datetime.fromisoformat(commit.date)
    except ValueError:
        return None
    return made if made.tzinfo else made.replace(tzinfo=UTC)


def background(finding: Finding) -> list[str]:
    """In sentences why it is graded as it is, who may have seen it and how long it stood, as far as that is known."""
    seen = finding.exposure.reason if finding.exposure and finding.exposure.level != "unknown" else None
    return [*(escaped(reason) for reason in (finding.severity_reason, seen) if reason), *_sentences(stay(finding))]


def _sentences(time: Stay | None) -> list[str]:
    if time is None:
        return []
    last = [f"Last in {_commit(time.last)}."] if time.last != time.first else []
    return [f"First in {_commit(time.first)}.", *last, _now(time.tips)]


def short(ref: str) -> str:
    """The ref as people say it: `main`, `origin/main`, `v1.0`."""
    for prefix in ("refs/heads/", "refs/tags/", "refs/remotes/"):
        if ref.startswith(prefix):
            return ref.removeprefix(prefix)
    return ref


def _commit(commit: Commit) -> str:
    return f"commit {commit.id[:12]} of {escaped(commit.date[:10])} by {escaped(commit.author)}"


def _now(tips: tuple[str, ...]) -> str:
    if not tips:
        return "It stands at no tip any more, but in the history."
    others = len(tips) - 1
    more = f" and {others:,} other{'s' if others > 1 else ''}" if others else ""
    return f"It still stands at the tip of {escaped(short(tips[0]))}{more}."


def _age(commit: Commit) -> tuple[float, str]:
    made = moment(commit)
    return (made.timestamp() if made else 0.0), commit.id
