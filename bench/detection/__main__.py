"""Measures what Akia and other scanners detect, on the same files in the same run, and prints tables in Markdown.

python -m bench.detection [--install] [--page docs/detection.md]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.detection.corpus import everything, write
from bench.detection.score import Tally, alarms, holds, leaked, paired, principals, whole
from bench.detection.tools import akia

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / "bench" / ".cache"


def main() -> None:
    """Makes the corpus, runs, prints."""
    options = _options()
    positives, negatives = everything(options.seed, options.rounds)
    folder = options.folder or CACHE / "detection"
    write(folder, positives, negatives)
    said = akia.scan(str(options.akia.resolve()), folder.resolve())
    print(len(positives), "cases", sum(b.lines for b in negatives), "bait lines", f"{said.seconds:.1f} s")
    for tally in (
        whole(positives, said, lambda case, _: case.tier),
        whole(positives, said, lambda _, credential: credential.family),
        paired(positives, said),
        principals(positives, said),
    ):
        _print(tally)
    print("leaked", leaked(positives, said))
    for category, counts in alarms(negatives, said).items():
        if counts:
            print(category, dict(counts))
    if options.misses:
        for case in positives:
            for item in case.credentials:
                if not holds(said.reports.get(f"leaks/{case.path}", []), item):
                    print("MISS", case.tier, "|", case.encoding, "|", case.layout, "|", item.family, "|", case.path)


def _print(tally: Tally) -> None:
    for label in tally.all:
        print(f"{label}: {tally.share(label):.4f} of {tally.all[label]}")
    print()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--akia", type=Path, default=CACHE / "akia" / "bin" / "akia", help="the command to measure")
    add("--seed", default="akia", help="of the made-up values")
    add("--rounds", type=int, default=2, help="how many times each leak is made, with other values")
    add("--folder", type=Path, help="where the files are written; emptied first")
    add("--misses", action="store_true", help="name what was missed")
    return parser.parse_args()


if __name__ == "__main__":
    main()
