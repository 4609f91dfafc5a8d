"""The programs that are measured on histories, each with the options that let it do its best at the same task."""

from __future__ import annotations

import re
import shutil
from collections.abc import Set
from pathlib import Path

from peers import Arguments, Peer, peers

AKIA, REMEMBERING, AGAIN, GROWN = "akia", "akia, remembering", "akia, again", "akia, after new commits"
TURBO, KINGFISHER, GIT = "kingfisher --turbo", "kingfisher", "git"
"""Git scans nothing: it is the price of unpacking alone."""


def contestants(cache: Path, akia: Path, only: Set[str]) -> list[Peer]:
    """Those of `only` that are installed, in the order of their runs: each of Akia's builds on the one before it.

    All are started in the repository, which is a bare one.
    """
    installed = {peer.name: peer.program for peer in peers(cache, akia.absolute())} | {GIT: shutil.which("git")}
    return [
        Peer(name, installed[program], tree=arguments, says=says, scans=name != GIT)
        for name, (arguments, says) in _table().items()
        if (program := re.split(r",? ", name)[0]) in only and installed[program]
    ]


def _table() -> dict[str, tuple[Arguments, str]]:
    """Arguments, and where the output tells what was looked at and found."""
    akia = ("history", "--no-progress")
    its = r"(?:Looked at |in [\d.]+ s: )([\d,]+ objects, [\d.,]+ \w+|[\w,]+ findings?)"
    theirs = r"(?:Findings|Blobs Scanned|Bytes Scanned)\.+: .+"
    return {
        GIT: (("cat-file", "--batch-all-objects", "--unordered", "--batch", "--buffer"), r"(?!)"),
        KINGFISHER: (_kingfisher(), theirs),
        TURBO: (_kingfisher("--turbo"), theirs),
        AKIA: ((*akia, "--no-cache"), its),
        REMEMBERING: (akia, its),
        AGAIN: (akia, its),
        GROWN: (akia, its),
    }


def _kingfisher(*more: str) -> tuple[str, ...]:
    """Without what would go over the network: keys it has found are tried, and newer versions are asked for.

    It reads packs twice, once as git's and once as files of the folder. The second is spared to it.
    """
    silent = ("--no-validate", "--no-update-check", "--exclude", "**/objects/pack/pack-*")
    return ("scan", "--git-history", "full", "--rule", "aws", *more, *silent, ".")
