"""How many random secret access keys each check of `patterns/_checks.py` would lose.

python bench/thresholds.py [NUMBER]
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from patterns import _checks as checks
from patterns._fake import BASE64

LOSSES: dict[str, Callable[[bytes], bool]] = {
    "without mixed classes": lambda key: not checks.has_mixed_classes(key),
    "hexadecimal": checks.is_hex,
    "entropy below 4.25": lambda key: checks.entropy(key) < 4.25,
    "wordy": checks.is_wordy,
    "a sequence": checks.is_sequence,
    "encoded text": checks.is_encoded_text,
    "any of these": lambda key: not checks.looks_random(key),
}


def main() -> None:
    """Prints a table of shares in percent."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    source = random.Random(20261124)
    alphabet = BASE64.encode()
    keys = [bytes(source.choices(alphabet, k=40)) for _ in range(number)]
    print(f"| check | lost of {number:,} random keys |\n| --- | --- |")
    for name, loses in LOSSES.items():
        print(f"| {name} | {100 * sum(map(loses, keys)) / number:.4f} % |")


if __name__ == "__main__":
    main()
