"""Measures Akia beside other scanners, in one run, and prints tables in Markdown.

python bench/run.py --install     installs them all first; `make bench` does this
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpora import PLANTED, committed_tree, hook_repository, shapes
from install import install
from peers import Arguments, Peer, peers
from tables import Goal, goals, machine, times, versions
from timing import Cost, cost, in_turns

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "bench" / ".cache"
MARK = "<!-- Below this line stands what bench/run.py printed. -->\n"


def main() -> None:
    """Measures, prints, and says at the end which goals are met."""
    options = _options()
    CACHE.mkdir(exist_ok=True)
    if options.install:
        install(CACHE, ROOT)
    known = [peer for peer in peers(CACHE, options.akia) if peer.name not in options.without]
    if not known or known[0].program is None:
        raise SystemExit("akia is not there: run with --install, or name it with --akia")
    page = "\n\n".join(_sections(known, options))
    print(page)
    if options.page:
        head = options.page.read_text("utf-8").partition(MARK)[0]
        options.page.write_text(f"{head}{MARK}\n{page}\n", "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--install", action="store_true", help="install the other scanners, and Akia anew from this checkout")
    add("--akia", type=Path, default=CACHE / "akia" / "bin" / "akia", help="the command to measure")
    add("--tree", type=Path, help="a git work tree of your own in place of the one that is made")
    add("--without", action="append", default=[], metavar="NAME", help="leave this program out; repeatable")
    add("--rounds", type=int, default=10, help="runs of each (default: 10; the hook's: twice as many)")
    add("--page", type=Path, help="put the tables into this page, too, in place of those it has")
    return parser.parse_args()


def _sections(known: Sequence[Peer], options: argparse.Namespace) -> list[str]:
    there = [peer for peer in known if peer.program]
    absent = ", ".join(peer.name for peer in known if not peer.program)
    hook, hook_table = _hook(there, options.rounds * 2)
    tree, tree_table = _tree(there, options.rounds, options.tree)
    shape_costs, shape_table = _shapes(there[0], options.rounds)
    reached: list[Goal] = goals(hook, tree, shape_costs)
    return [
        machine(),
        versions(there) + (f"\n\nNot installed and left out: {absent}." if absent else ""),
        "## The goals\n\n" + "\n".join(str(goal) for goal in reached),
        hook_table,
        tree_table,
        shape_table,
    ]


def _hook(there: Sequence[Peer], rounds: int) -> tuple[dict[str, Cost], str]:
    able = {peer: peer.staged for peer in there if peer.staged}
    with tempfile.TemporaryDirectory() as scratch:
        planted, clean = Path(scratch, "planted"), Path(scratch, "clean")
        names, files = hook_repository(planted, planted=True), hook_repository(clean)
        for folder in (planted, clean):
            _prepare(able, folder)
        found = {peer: cost(peer.command(words, names), planted).output for peer, words in able.items()}
        costs = in_turns({peer.name: peer.command(words, files) for peer, words in able.items()}, clean, rounds)
    checks = {peer.name: _said(peer, PLANTED.encode() in found[peer]) for peer in able}
    sound = {peer.name: costs[peer.name] for peer in able if PLANTED.encode() in found[peer] or not peer.scans}
    title = f"## A commit: {len(files)} changed files in a repository of 300 files and 50 commits"
    return sound, f"{title}\n\n{times(able, costs, 'finds a planted key', checks)}"


def _tree(there: Sequence[Peer], rounds: int, own: Path | None) -> tuple[dict[str, Cost], str]:
    able = {peer: peer.tree for peer in there if peer.tree and not (own and peer.prepare)}
    folder = own or committed_tree(CACHE)
    if not own:
        _prepare(able, folder)
    costs = in_turns({peer.name: peer.command(words) for peer, words in able.items()}, folder, rounds)
    paths = _tracked(folder)
    size = sum(path.lstat().st_size for path in paths)
    planted = [] if own else [f"{path.parent.name}/{PLANTED}".encode() for path in paths if path.name == PLANTED]
    seen = {peer.name: sum(name in costs[peer.name].output for name in planted) for peer in able}
    checks = {
        peer.name: f"{seen[peer.name]} of {len(planted)} planted keys; says: {peer.quoted(costs[peer.name].output)}"
        for peer in able
    }
    sound = {name: item for name, item in costs.items() if seen[name] == len(planted)}
    title = f"## A work tree: {size / 1e6:.0f} MB in {len(paths):,} files"
    return sound, f"{title}\n\n{times(able, costs, 'what it saw', checks, size)}"


def _shapes(akia: Peer, rounds: int) -> tuple[dict[str, Cost], str]:
    assert akia.tree is not None
    files = shapes(CACHE)
    sizes = {shape: path.stat().st_size for shape, path in files.items()}
    commands = {shape: [*akia.command(akia.tree), str(path)] for shape, path in files.items()}
    costs = in_turns(commands, CACHE, rounds)
    rows = [
        f"| {shape} | {item.wall:.3f} s | {sizes[shape] / 1e6 / item.wall:.0f} MB/s | {item.peak / 1e6:.0f} MB |"
        for shape, item in costs.items()
    ]
    head = "| content | wall | speed | peak memory |\n| --- | ---: | ---: | ---: |\n"
    return costs, "## Hostile shapes: `akia scan FILE`, files of 20 MB\n\n" + head + "\n".join(rows)


def _said(peer: Peer, found: bool) -> str:
    return ("yes" if found else "no") if peer.scans else "does nothing"


def _tracked(folder: Path) -> list[Path]:
    """Files that git tracks: the least that a scanner has to look at."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=folder, capture_output=True, check=True).stdout
    paths = [folder / os.fsdecode(name) for name in listed.split(b"\0") if name]
    return [path for path in paths if path.is_symlink() or path.is_file()]


def _prepare(able: Mapping[Peer, Arguments], folder: Path) -> None:
    for peer in able:
        if peer.prepare:
            subprocess.run(peer.command(peer.prepare), cwd=folder, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
