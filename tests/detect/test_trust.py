"""How far an access key ID that stands by itself is trusted."""

from __future__ import annotations

import pytest

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.detector import Detector


def confidences(text: bytes) -> set[str]:
    readings = Detector(credential_patterns()).detect(text)
    return {candidate.confidence for _, candidates in readings for candidate in candidates}


def test_real_ids_are_trusted_however_few_letters_chance_gave_them() -> None:
    ids = b"".join(fake("<id>\n", str(number)) for number in range(2_000))
    assert confidences(ids) == {"high"}


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"ABABABABCDCDCDCD", id="four letters"),
        pytest.param(b"ABCDEFABCDEFABCD", id="six letters in turn"),
        pytest.param(b"MNBVCXZ019876543", id="digits that no ID has"),
    ],
)
def test_what_nobody_was_given_is_trusted_less(body: bytes) -> None:
    assert confidences(b"AKIA" + body + b"\n") == {"low"}
