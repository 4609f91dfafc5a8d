"""Every signal is held to its own examples and counterexamples, through the real detector and judge."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from expressions import reach, takes_newlines
from judged import claims, sighted

from patterns._fake import fake, path_of
from patterns._loader import signals
from patterns._pattern import Sample
from patterns._signal import Signal
from scanner.judge.sighting import Sighting
from scanner.judge.speaker import names_key

SIGNALS = signals()
OTHERS = re.compile(r"<(?:old)?id(?::[A-Z]+)?(?::\d+)?#\d>")
DEEP = "deep in other text"
FORMS = {
    "as it stands": lambda data: data,
    "with Windows line ends": lambda data: data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "at the very end": lambda data: data.rstrip(b"\r\n"),
    "as UTF-16": lambda data: b"\xff\xfe" + data.decode().encode("utf-16-le"),
    DEEP: lambda data: b"lorem ipsum\n" * 300 + b"\n" + data + b"\n" + b"dolor sit amet\n" * 300,
}


def table(attribute: str, but: str = "folder") -> list[object]:
    """All samples of that kind, but for those of signals of one scope. Of keys in other files: test_statements.py."""
    return [
        pytest.param(signal, sample, id=f"{signal.id}-{words}")
        for signal in SIGNALS
        if signal.scope not in ("folder", but)
        for words, sample in getattr(signal, attribute).items()
    ]


def subjects(data: bytes, sample: str | Sample) -> list[Sighting]:
    """The credentials that a sample is about. Slots with a number stand for others in the same text."""
    text = sample.content if isinstance(sample, Sample) else sample
    others = {fake(slot).decode() for slot in OTHERS.findall(text)}
    return [item for item in sighted(data, path_of(sample)) if item.key_id not in others]


def set_off(data: bytes, sample: str | Sample) -> set[str]:
    """The signals that speak for any of them."""
    return {name for sighting in subjects(data, sample) for name in claims(sighting)}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("signal", "sample"), table("counterexamples"))
def test_stays_silent(signal: Signal, sample: str | Sample, form: str) -> None:
    assert signal.id not in set_off(FORMS[form](fake(sample)), sample)


@pytest.mark.parametrize(("signal", "sample"), table("counterexamples"))
def test_stays_silent_about_a_credential(signal: Signal, sample: str | Sample) -> None:
    assert subjects(fake(sample), sample)


@pytest.mark.parametrize("form", [form for form in FORMS if form != DEEP])
@pytest.mark.parametrize(("signal", "sample"), table("examples"))
def test_speaks(signal: Signal, sample: str | Sample, form: str) -> None:
    assert signal.id in set_off(FORMS[form](fake(sample)), sample)


@pytest.mark.parametrize(("signal", "sample"), table("examples", but="file"))  # which is the layout of a whole file
def test_speaks_deep_in_other_text(signal: Signal, sample: str | Sample) -> None:
    assert signal.id in set_off(FORMS[DEEP](fake(sample)), sample)


@pytest.mark.parametrize("signal", [pytest.param(signal, id=signal.id) for signal in SIGNALS])
def test_is_well_formed(signal: Signal) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", signal.id)
    assert signal.reference.startswith("https://docs.aws.amazon.com/")
    assert len(signal.examples) >= 3
    assert len(signal.counterexamples) >= 3
    assert signal.detail.endswith(".")
    assert all(literal == literal.lower() for literal in signal.needs)
    groups = re.compile(signal.expression()).groupindex
    assert names_key(signal) == ("key_id" in groups)
    assert set(re.findall(r"{(\w+)}", signal.detail)) <= set(groups)


def test_ids_are_unique() -> None:
    assert len({signal.id for signal in SIGNALS}) == len(SIGNALS)


def test_each_signal_is_documented_as_it_is() -> None:
    page = Path(__file__).parents[2].joinpath("docs", "principals.md").read_text()
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (\w+) \| [^|]+ \| [^|]+ \| \[[^\]]+\]\((\S+)\) \|$", page, re.MULTILINE)
    assert sorted(rows) == sorted((signal.id, signal.strength, signal.reference) for signal in SIGNALS)


@pytest.mark.parametrize("signal", [pytest.param(signal, id=signal.id) for signal in SIGNALS if signal.in_line])
def test_what_is_said_to_lie_on_one_line_does(signal: Signal) -> None:
    assert signal.needs
    assert not takes_newlines(signal.expression())


@pytest.mark.parametrize("expression", [
    rb"a\sb", rb"[^x]", b"(?:a|(b\n))", rb"(?=\s)a", b"(?s)a.b", b"(?i)(?s:a.)b", rb"(?!\n)a", rb"[\t-\r]", rb"(?>a\n)", rb"\W{2}",
    b"(a)(?(1)\n|b)", rb"(?:x\D)*?",
])  # fmt: skip
def test_what_could_go_over_a_line_is_known(expression: bytes) -> None:
    assert takes_newlines(expression)


@pytest.mark.parametrize("signal", [pytest.param(signal, id=signal.id) for signal in SIGNALS if signal.reach])
def test_what_is_said_to_lie_near_its_literals_does(signal: Signal) -> None:
    assert signal.needs
    assert reach(signal.expression()) <= signal.reach


@pytest.mark.parametrize(("expression", "size"), [
    (b"ab", 2), (rb"a{2,5}", 5), (b"(?:a|bcd)e", 4), (b"a(?=bc)", 3), (b"a(?=bc)d", 3), (b"(?:(?!xyz)a){0,9}?", 11), (b"(?<=ab)c", 2),
    (b"a+", 100), (rb"(a)?(?(1)bc|d)", 3), (rb"(?P<x>[ab])(?P=x)", 101), (b"(?i:a(?m:^b))", 2), (b"(?>ab)", 2),
])  # fmt: skip
def test_how_far_an_expression_goes_is_known(expression: bytes, size: int) -> None:
    assert reach(expression) == size
