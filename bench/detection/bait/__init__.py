"""Lines that look like leaks and are none."""

from __future__ import annotations

from bench.detection.bait import code, digests, documentation, identifiers, references
from bench.detection.case import Bait
from bench.detection.values import Values

ROUNDS = 60


def baits(values: Values) -> list[Bait]:
    """One file for each category and kind of file name; every line is another bait."""
    makers = {
        **documentation.CATEGORIES,
        **digests.CATEGORIES,
        **identifiers.CATEGORIES,
        **references.CATEGORIES,
        **code.CATEGORIES,
    }
    made = []
    for category, maker in makers.items():
        for at in range(3):
            lines = [line for _ in range(ROUNDS // 3) for line in maker(values)]
            path = f"{category}/{at}.{('txt', 'yaml', 'env')[at]}"
            made.append(Bait(path, "".join(f"{line}\n" for line in lines).encode(), category, len(lines)))
    return made
