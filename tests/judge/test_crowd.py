"""A value that stands in a file a thousand times is judged a few times, and nothing that stands beside it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.candidate import Candidate
from scanner.detect.detector import Detector
from scanner.judge.crowd import ENOUGH, thinned

IDS = [fake(f"<id#{number}>\n") for number in range(3)]


def candidates(data: bytes) -> list[Candidate]:
    return [item for _, found in Detector(credential_patterns()).detect(data) for item in found]


def values(found: list[Candidate]) -> list[bytes]:
    return [item.values[0].raw for item in found]


@given(st.lists(st.sampled_from(IDS), max_size=40))
def test_few_places_are_left_as_they_are(lines: list[bytes]) -> None:
    found = candidates(b"".join(lines))
    assert thinned(found) == found


def test_of_a_crowd_the_first_stay() -> None:
    found = candidates(IDS[0] * 1000)
    assert thinned(found) == found[:ENOUGH]


def test_no_value_is_lost_in_a_crowd() -> None:
    found = candidates(IDS[0] * 500 + IDS[1] + IDS[0] * 500 + IDS[2])
    assert set(values(thinned(found))) == set(values(found))


def test_the_place_beside_the_other_half_stays() -> None:
    pair = fake("aws_access_key_id = <id#0>\naws_secret_access_key = <secret>\n")
    found = thinned(candidates(IDS[0] * 2000 + b"\n" + pair))
    assert [item.values[0].role for item in found[-2:]] == ["id", "secret"]


def test_crowds_in_turns_are_crowds_too() -> None:
    found = candidates((IDS[0] + IDS[1]) * 1000)
    assert len(thinned(found)) <= 6 * ENOUGH
