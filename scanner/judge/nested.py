"""Values inside of other values: a key ID in a signed URL is part of it; anywhere else it only looks like one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from scanner.detect.candidate import Candidate


def nested(candidates: Sequence[Candidate]) -> tuple[list[Candidate], dict[int, list[Candidate]]]:
    """The candidates that stand by themselves, and those that a URL holds, by the identity of the URL's.

    What stands inside of a key, a token or a secret is dropped: random text holds anything now and then. So is what is
    a part of another candidate, as the key ID of a form is.
    """
    parts = {(value.start, value.end) for item in candidates for value in item.values[1:]}
    candidates = [item for item in candidates if len(item.values) > 1 or (item.start, item.end) not in parts]
    spans = sorted(
        ((value.start, -value.end, number) for number, item in enumerate(candidates) for value in item.values)
    )
    holder: dict[int, int] = {}
    outer = (0, 0, -1)
    for start, negative, number in spans:
        end = -negative
        inside = outer[2] not in (-1, number) and end <= outer[1] and (start, end) != outer[:2]
        if inside and (start, end) == (candidates[number].start, candidates[number].end):
            holder[number] = outer[2]
        elif end > outer[1]:
            outer = (start, end, number)
    held: dict[int, list[Candidate]] = defaultdict(list)
    for inner, around in holder.items():
        if candidates[around].values[0].role == "url":
            held[id(candidates[around])].append(candidates[inner])
    return [item for number, item in enumerate(candidates) if number not in holder], held
