"""Measures Akia beside git and kingfisher on whole histories, in one run, and prints tables in Markdown.

python bench/histories.py --install REPO …     installs them first; `make bench-histories` does this
"""

from __future__ import annotations

import argparse
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from contestants import AGAIN, AKIA, GIT, GROWN, KINGFISHER, REMEMBERING, TURBO, contestants
from install import install
from mirrors import grow, mirror, planted, size, warm
from peers import Peer
from tables import Goal, cores, times, versions
from timing import Cost, middle
from watching import watched

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "bench" / ".cache"
BEGIN, END = "<!-- What bench/histories.py printed begins here. -->\n", "<!-- And here it ends. -->\n"
BIG, ROUNDS = 10**9, 3
"""Bytes, unpacked: what is larger is measured once, and the rest so often, if nothing else is said."""

FOUND = r"Findings\.+: 1\b|\b1 finding\b"
"""What is said of a repository with one key."""


def main() -> None:
    """Measures, prints, and puts it into the page that is named."""
    options = _options()
    options.scratch.mkdir(parents=True, exist_ok=True)
    if options.install:
        install(CACHE, ROOT)
    there = contestants(CACHE, options.akia, {AKIA, *options.only.split(",")})
    if AKIA not in {peer.name for peer in there}:
        raise SystemExit("akia is not there: run with --install, or name it with --akia")
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        blind = _warmed(there, Path(scratch))
        tables = [_section(repository, there, blind, Path(scratch), options) for repository in options.repositories]
    programs = [peer for peer in there if peer.name in {AKIA, KINGFISHER, GIT}]
    page = "\n\n".join([f"{cores()} Times are medians.", versions(programs), *tables])
    print(page)
    if options.page:
        head, _, rest = options.page.read_text("utf-8").partition(BEGIN)
        options.page.write_text(f"{head}{BEGIN}\n{page}\n\n{END}{rest.partition(END)[2]}", "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("repositories", nargs="+", type=Path, metavar="REPO", help="a clone or bare repository; it is left as it is")
    add("--install", action="store_true", help="install the other scanners, and Akia anew from this checkout")
    add("--akia", type=Path, default=CACHE / "akia" / "bin" / "akia", help="the command to measure")
    add("--only", default=f"{GIT},{KINGFISHER}", metavar="NAME,…", help="beside akia (default: %(default)s)")
    add("--rounds", type=int, help=f"runs of each (default: {ROUNDS}, and 1 of more than a gigabyte, unpacked)")
    add("--timeout", type=float, default=30, metavar="MINUTES", help="for each command (default: %(default)s)")
    add("--scratch", type=Path, default=CACHE, help="where copies are made: links, if the file system is the same")
    add("--page", type=Path, help="put the tables into this page, too, in place of those it has")
    return parser.parse_args()


def _warmed(there: Sequence[Peer], scratch: Path) -> set[str]:
    """Lets all of them compile what they search with, and gives the names of those that miss a planted key."""
    folder, environment = planted(scratch / "planted"), _environment(scratch / "warm")
    costs = {peer.name: watched(_command(peer), folder, environment, 600, peer.scans) for peer in there}
    return {peer.name for peer in there if peer.scans and not re.search(FOUND, peer.quoted(costs[peer.name].output))}


def _section(
    repository: Path, there: Sequence[Peer], blind: set[str], scratch: Path, options: argparse.Namespace
) -> str:
    copy = mirror(repository, scratch / "mirror")
    held = size(copy)
    shutil.rmtree(copy)
    rounds = options.rounds or (1 if held.unpacked > BIG else ROUNDS)
    runs = [_round(there, repository, scratch, options.timeout * 60, number) for number in range(rounds)]
    costs = {peer.name: middle([costs[peer.name] for costs in runs]) for peer in there}
    checks = {peer.name: _said(peer, costs[peer.name], peer.name in blind) for peer in there}
    title = f"### {repository.name or repository.resolve().name}: {held}"
    reached = "\n".join(str(goal) for goal in _goals(costs, blind))
    table = times({peer: peer.tree for peer in there}, costs, "what it says", checks, held.unpacked)
    return f"{title}\n\n{table}\n\n{reached}"


def _round(there: Sequence[Peer], repository: Path, scratch: Path, limit: float, number: int) -> dict[str, Cost]:
    """Runs each of them once, on a copy and a cache of this round's own."""
    copy, caches = mirror(repository, scratch / "mirror"), scratch / "caches"
    shutil.copytree(scratch / "warm", caches)
    costs = {}
    for peer in there:
        if peer.name == GROWN:
            grow(copy, number)
        print(f"  {repository.name}: {peer.name}", file=sys.stderr)
        warm(copy)
        costs[peer.name] = watched(_command(peer), copy, _environment(caches), limit, peer.scans)
    shutil.rmtree(copy)
    shutil.rmtree(caches)
    return costs


def _environment(caches: Path) -> Mapping[str, str]:
    caches.mkdir(exist_ok=True)
    return {"XDG_CACHE_HOME": str(caches)}


def _command(peer: Peer) -> list[str]:
    return peer.command(peer.tree or ())


def _said(peer: Peer, item: Cost, blind: bool) -> str:
    if item.status == -signal.SIGKILL:
        return "ended by the time limit"
    said = re.sub(r"\.{2,}", "", peer.quoted(item.output)) if peer.scans else "does not search"
    return f"{said}; misses a planted key" if blind else said


def _goals(costs: Mapping[str, Cost], blind: set[str]) -> list[Goal]:
    """What is aimed at. What the limit has ended counts as it is, so the ratio is better yet; Akia itself does not."""
    ended = {name for name, item in costs.items() if item.status == -signal.SIGKILL and name.startswith(AKIA)}
    sound = {name: item for name, item in costs.items() if name not in blind | ended}
    wall = {name: item.wall for name, item in sound.items()}
    peak = {name: float(item.peak) for name, item in sound.items()}
    return [
        Goal("first scan: a third of kingfisher --turbo's time", 1 / 3, _ratio(wall, AKIA, TURBO)),
        Goal("first scan: a sixth of kingfisher's time", 1 / 6, _ratio(wall, AKIA, KINGFISHER)),
        Goal("first scan: no more memory than kingfisher --turbo", 1, _ratio(peak, AKIA, TURBO)),
        Goal("second scan: a twentieth of the first", 1 / 20, _ratio(wall, AGAIN, REMEMBERING)),
    ]


def _ratio(values: Mapping[str, float], one: str, other: str) -> float | None:
    return values[one] / values[other] if {one, other} <= values.keys() and values[other] else None


if __name__ == "__main__":
    main()
