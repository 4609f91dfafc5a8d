"""Who may have seen a credential, and so whether it is turned off or replaced first.

Nothing is asked of any host, and nothing depends on the day of the scan. docs/remediation.md has the rules in words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple

from scanner.judge.principal import Claim
from scanner.model import Account, Exposed, Exposure, Occurrence, Order, Principal

PUBLIC_HOSTS = (
    "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "dev.azure.com", "framagit.org", "git.code.sf.net",
    "git.launchpad.net", "git.sr.ht", "gitea.com", "gitee.com", "notabug.org", "salsa.debian.org",
)  # fmt: skip
"""Hosts on which anybody can have a repository that anybody can read."""
SEEN = {
    "public": "A remote of the repository is on {host}, where anybody may be able to read it",
    "shared": "The repository has a remote, on no host known for public ones: who reads that may have seen it",
    "local": "No remote has it, as far as is known here, so who can read this copy may have seen it",
    "uncommitted": "It is staged and not in HEAD: unless it was shared in another way, nobody has seen it",
    "unknown": "It is not told who could read it",
}
CLOSED: tuple[Exposed, ...] = ("shared", "local", "uncommitted")


Hosts = Callable[[], Sequence[str] | None]


class Context(NamedTuple):
    """What a scan knows beside the content.

    accounts: those that the settings name. hosts: tells those of the remotes of the repository that was scanned, empty
    for a remote that is a folder; None where there is no repository. uncommitted: whether what stands at a path is in
    no commit. statements: what its files say of whole accounts.
    """

    accounts: Mapping[str, Account] = MappingProxyType({})
    hosts: Hosts = lambda: None
    uncommitted: Callable[[str], bool] = lambda _: False
    statements: tuple[Claim, ...] = ()


NOT_OPEN = frozenset({"canary", "expired"})
"""Tags of what opens nothing."""
NOTHING = Context()
"""Where nothing beside it is known."""


def exposure(
    kind: str,
    principal: Principal,
    tags: Collection[str],
    occurrences: Sequence[Occurrence],
    paths: Iterable[str],
    context: Context,
) -> Exposure:
    """Who may have seen a credential of this kind and owner that stands in these places. paths: as the source says."""
    level, host = _level(paths, context)
    since, stands = _since(occurrences), _stands(occurrences)
    order = _order(kind, principal, tags, level)
    said = [SEEN[level].format(host=host), _standing(since, stands)]
    return Exposure(level, order, f"{''.join(said)}. {_why(order, principal, tags, level)}", since, stands)


def _level(paths: Iterable[str], context: Context) -> tuple[Exposed, str]:
    if all(map(context.uncommitted, paths)):
        return "uncommitted", ""
    hosts = context.hosts()
    if hosts is None:
        return "unknown", ""
    for known in PUBLIC_HOSTS:
        if any(host == known or host.endswith(f".{known}") for host in hosts):
            return "public", known
    return ("shared" if hosts else "local"), ""


def _since(occurrences: Sequence[Occurrence]) -> str | None:
    """The date of the first commit that brought it in, as that says it."""
    dates = [item.commit.date for item in occurrences if item.commit]
    return min((date for date in dates if _moment(date)), key=_moment, default=None)


def _moment(date: str) -> float:
    try:
        made = datetime.fromisoformat(date)
    except ValueError:
        return 0.0
    return (made if made.tzinfo else made.replace(tzinfo=UTC)).timestamp()


def _stands(occurrences: Sequence[Occurrence]) -> bool | None:
    """Whether it still stands at the tip of a ref; None where that was not looked at."""
    if any(item.tips for item in occurrences):
        return True
    return False if any(item.reach for item in occurrences) else None


def _standing(since: str | None, stands: bool | None) -> str:
    began = f"; committed on {since[:10]}" if since else ""
    if stands is None:
        return began
    return began + (", and it still stands at a tip" if stands else ", and no tip holds it any more; history does")


def _order(kind: str, principal: Principal, tags: Collection[str], level: Exposed) -> Order:
    """Only the key of a user that few can have seen may work on until its successor is there: all else goes first.

    Of a tripwire, and of what is over, there is nothing to contain.
    """
    if not NOT_OPEN.isdisjoint(tags):
        return "rotate-first"
    can_wait = kind == "access-key-pair" and principal.type == "iam-user" and not principal.conflict
    return "rotate-first" if can_wait and level in CLOSED else "contain-first"


def _why(order: Order, principal: Principal, tags: Collection[str], level: Exposed) -> str:
    if "canary" in tags:
        return "It is a tripwire and opens nothing, so leave it as it is: there is nothing to contain."
    if "expired" in tags:
        return "It has expired, so there is nothing to contain: find what leaks such credentials."
    if order == "rotate-first":
        return "So the work may get its new credential before this one is turned off, unless somebody has used it."
    if principal.type == "root":
        return "So contain it first, and with root whatever the exposure: no policy limits what it can do."
    if level in CLOSED:
        return "Contain it first all the same: the owner is not certain, or what needs it gets a new one at once."
    return "So contain it first: see that it opens nothing any more, before anything else."
