"""Measures what Akia and other scanners detect, on the same files in the same run, and prints tables in Markdown.

python -m bench.detection --install     installs them all first; `make bench-detection` does this
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from bench.detection import table
from bench.detection.case import Case
from bench.detection.corpus import everything, write
from bench.detection.report import Said
from bench.detection.score import holds
from bench.detection.tools import SCANS, install_all, programs, versions

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / "bench" / ".cache"
BEGIN, END = "<!-- bench/detection begins -->\n", "<!-- bench/detection ends -->\n"


def main() -> None:
    """Makes the files, runs the programs, prints."""
    options = _options()
    CACHE.mkdir(exist_ok=True)
    if options.install:
        install_all(CACHE, ROOT)
    positives, negatives = everything(options.seed, options.rounds)
    known = {
        name: program
        for name, program in programs(CACHE, options.akia.absolute()).items()
        if name not in options.without
    }
    if "akia" not in known:
        raise SystemExit("akia is not there: run with --install, or name it with --akia")
    with tempfile.TemporaryDirectory() as scratch:  # in no repository, whose settings would count
        folder = Path(scratch).resolve()
        write(folder, positives, negatives)
        all_said = [SCANS[name](program, folder) for name, program in known.items()]
    sections = [
        f"`python -m bench.detection --seed {options.seed} --rounds {options.rounds}`: {len(positives):,} files with leaks, "
        f"{sum(bait.lines for bait in negatives):,} lines of baits.",
        table.compared(positives, negatives, all_said, versions(CACHE, options.akia.absolute())),
        table.goals(positives, negatives, all_said[0]),
        "Files noticed, by kind of credential:",
        table.by(positives, all_said, lambda case: case.credentials[0].family, "kind"),
        "False alarms, by kind of bait:",
        table.false_alarms(negatives, all_said),
    ]
    page = "\n\n".join(sections)
    print(page)
    if options.misses:
        _print_misses(all_said[0], positives)
    if options.page:
        _insert(options.page, page)


def _insert(path: Path, page: str) -> None:
    """Between the marks, which the page must have."""
    text = path.read_text("utf-8")
    if BEGIN not in text or END not in text:
        raise SystemExit(f"{path} has no place for the tables")
    head, tail = text.partition(BEGIN)[0], text.partition(END)[2]
    path.write_text(f"{head}{BEGIN}\n{page}\n\n{END}{tail}", "utf-8")


def _print_misses(said: Said, positives: list[Case]) -> None:
    for case in positives:
        for item in case.credentials:
            if not holds(said.reports.get(f"leaks/{case.path}", []), item):
                print(f"missed: {item.family}, {case.encoding}: {case.path}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--install", action="store_true", help="install the other scanners, and Akia anew from this checkout")
    add("--akia", type=Path, default=CACHE / "akia" / "bin" / "akia", help="the command to measure")
    add("--without", action="append", default=[], metavar="NAME", help="leave this program out; repeatable")
    add("--seed", default="akia", help="of the made-up values")
    add("--rounds", type=int, default=1, help="how many times each leak is made, with other values (default: 1)")
    add("--misses", action="store_true", help="name what Akia missed")
    add("--page", type=Path, help="put the tables into this page, too, between its marks")
    return parser.parse_args()


if __name__ == "__main__":
    main()
