"""GitHub Actions, and what runs its workflows (Gitea, Forgejo): the event is a file.

https://docs.github.com/en/webhooks/webhook-events-and-payloads
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from scanner.ci.job import Environment, Job, commit, short, told, tracking
from scanner.errors import UsageError
from scanner.opening import beginning

SIGN = "GITHUB_ACTIONS"
DEEPEN = "fetch-depth: 0 under `with:` of actions/checkout"
LARGEST = 32 * 2**20
"""Bytes of an event; GitHub's own limit is 25 MB."""

Event = Mapping[str, object]


def job(environment: Environment) -> Job:
    """The run. Raises UsageError where there is no event to be read."""
    name = environment.get("GITHUB_EVENT_NAME", "")
    event = _event(environment.get("GITHUB_EVENT_PATH", ""))
    if isinstance(event.get("pull_request"), dict):
        return _pull_request(event)
    if name == "push":
        return _push(event, environment)
    if isinstance(event.get("merge_group"), dict):
        return _merge_group(event)
    return Job("GitHub Actions", short(name.replace("_", "-")) or "run", is_whole=True, deepen=DEEPEN)


def _pull_request(event: Event) -> Job:
    change = _table(event, "pull_request")
    base, head = _table(change, "base"), _table(change, "head")
    return Job(
        "GitHub Actions",
        "pull request",
        (*commit(base.get("sha"), "pull_request.base.sha"), *tracking(base.get("ref"), "pull_request.base.ref")),
        commit(head.get("sha"), "pull_request.head.sha"),
        default=short(base.get("ref")),
        deepen=DEEPEN,
    )


def _push(event: Event, environment: Environment) -> Job:
    """A tag is built as its commit: checkout may have no more of it."""
    before = event.get("before")
    return Job(
        "GitHub Actions",
        "push",
        commit(before, "before"),
        (*commit(event.get("after"), "after"), *told(environment, "GITHUB_SHA")),
        branch=short(event.get("ref")),
        default=short(_table(event, "repository").get("default_branch")),
        is_new=isinstance(before, str) and not before.strip("0"),
        deepen=DEEPEN,
    )


def _merge_group(event: Event) -> Job:
    group = _table(event, "merge_group")
    old = commit(group.get("base_sha"), "merge_group.base_sha")
    new = commit(group.get("head_sha"), "merge_group.head_sha")
    return Job("GitHub Actions", "merge group", old, new, deepen=DEEPEN)


def _event(path: str) -> Event:
    try:
        event = json.loads(beginning(path, LARGEST))
    except (OSError, ValueError, RecursionError):
        raise UsageError("GITHUB_EVENT_PATH names no event that can be read") from None
    return event if isinstance(event, dict) else {}


def _table(of: Event, name: str) -> Event:
    found = of.get(name)
    return found if isinstance(found, dict) else {}
