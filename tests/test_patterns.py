"""Every pattern is held to its own examples and counterexamples, through the real detector with all patterns on."""

from __future__ import annotations

import os
import re

import pytest

import patterns.credentials
from patterns._fake import fake, path_of
from patterns._loader import credential_patterns
from patterns._pattern import Pattern, Sample
from scanner.detect.candidate import Candidate
from scanner.detect.detector import Detector
from scanner.judge.identity import masked

PATTERNS = credential_patterns()


def found(data: bytes, bulk: int = 2**20, path: str = "sample.txt") -> list[Candidate]:
    candidates = [item for _, some in Detector(PATTERNS, bulk).detect(data) for item in some]
    return [there for item in candidates if (there := item.at(path))]


def table(attribute: str) -> list[object]:
    return [
        pytest.param(pattern, sample, id=f"{pattern.id}-{words}")
        for pattern in PATTERNS
        for words, sample in getattr(pattern, attribute).items()
    ]


@pytest.mark.parametrize(("pattern", "sample"), table("counterexamples"))
def test_stays_silent(pattern: Pattern, sample: str | Sample) -> None:
    assert pattern.id not in [item.pattern.id for item in found(fake(sample), path=path_of(sample))]


FORMS = {
    "as it stands": lambda data: data,
    "with Windows line ends": lambda data: data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "with a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "as UTF-16 with a mark": lambda data: b"\xff\xfe" + data.decode().encode("utf-16-le"),
    "as UTF-16 without a mark": lambda data: (data.decode() + "\n" * 8).encode("utf-16-le"),
    "as big-endian UTF-16": lambda data: b"\xfe\xff" + data.decode().encode("utf-16-be"),
    "at the very end": lambda data: data.rstrip(b"\r\n"),
    "deep in other text": lambda data: b"lorem ipsum\n" * 500 + b"\n" + data + b"\n" + b"dolor sit amet\n" * 500,
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("bulk", [2**20, 0], ids=["plain search", "Hyperscan"])
@pytest.mark.parametrize(("pattern", "sample"), table("examples"))
def test_is_found_once(pattern: Pattern, sample: str | Sample, bulk: int, form: str) -> None:
    data = FORMS[form](fake(sample))
    assert [item.pattern.id for item in found(data, bulk, path_of(sample))].count(pattern.id) == 1


@pytest.mark.parametrize(("pattern", "sample"), table("examples"))
def test_is_masked(pattern: Pattern, sample: str | Sample) -> None:
    for item in found(fake(sample), path=path_of(sample)):
        for value in item.values:
            if value.role in ("secret", "token", "password", "key"):
                text = value.raw.decode()
                shown = masked(value.role, value.raw)
                assert not any(text[at : at + 8] in shown for at in range(len(text) - 7))
                assert text[4:-4] not in shown


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=pattern.id) for pattern in PATTERNS])
def test_is_well_formed(pattern: Pattern) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", pattern.id)
    assert pattern.reference.startswith("https://docs.aws.amazon.com/")
    assert len(pattern.examples) >= 3
    assert len(pattern.counterexamples) >= 3
    re.compile(pattern.regex)
    for anchor in pattern.anchors:
        assert not anchor.ignore_case or anchor.literal == anchor.literal.lower()


def test_ids_are_unique() -> None:
    assert len({pattern.id for pattern in PATTERNS}) == len(PATTERNS)


def test_a_file_holds_the_pattern_it_is_named_for() -> None:
    folder = os.path.dirname(patterns.credentials.__file__)
    names = {name[:-3].replace("_", "-") for name in os.listdir(folder) if name.endswith(".py") and name[0] != "_"}
    assert {pattern.id.removeprefix("aws-") for pattern in PATTERNS} == names
