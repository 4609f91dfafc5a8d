"""Where a repository is pushed to and fetched from, by its configuration alone: nobody is asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from scanner.git.leading import led_to
from scanner.git.process import Git


def hosts(git: Git) -> tuple[str, ...]:
    """The hosts of all remotes, sorted; an empty one for a folder. Nothing else: a URL may hold a secret."""
    told = git.run("config", "-z", "--get-regexp", r"^remote\..*\.(push)?url$", expected=(0, 1))
    urls = [entry.partition(b"\n")[2] for entry in told.split(b"\0") if entry]
    return tuple(sorted({host_of(url) for url in urls}))


def hosts_that_have(git: Git, commits: Sequence[str]) -> tuple[str, ...]:
    """The hosts of the remotes if one of these commits may be at any of them, by what is known here; else none."""
    if not commits:
        return ()
    there = dict.fromkeys(f"^{commit}" for commit, _, _ in led_to(git, "refs/remotes"))
    reachable = git.run("rev-list", "--stdin", given="\n".join([*commits, *there]).encode())
    return () if set(commits) <= set(reachable.decode().split()) else hosts(git)


def named(git: Git, words: Collection[str]) -> str | None:
    """The remote that is meant by its name or by one of its URLs; None if none is."""
    told = git.run("config", "-z", "--get-regexp", r"^remote\..*\.(push)?url$", expected=(0, 1))
    for entry in told.decode("utf-8", "surrogateescape").split("\0"):
        key, _, url = entry.partition("\n")
        name = key.removeprefix("remote.").rpartition(".")[0]
        if name and not {name, url}.isdisjoint(words):
            return name
    return None


def host_of(url: bytes) -> str:
    """The host of a URL, or of `user@host:path`; empty where it has none. https://git-scm.com/docs/git-clone"""
    text = url.decode("utf-8", "replace")
    found = re.match(r"[A-Za-z][A-Za-z0-9+.-]*://(?:[^/]*@)?([^/:]*)", text) or re.match(
        r"(?:[^/@:]+@)?([^/:@]{2,}):(?!//)", text
    )
    return found[1].lower() if found else ""
