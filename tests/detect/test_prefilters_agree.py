"""Whatever the content, the plain search and Hyperscan lead to the same candidates."""

from __future__ import annotations

from encoders import ENCODERS
from hypothesis import example, given, settings
from hypothesis import strategies as st

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.bulk import Bulk
from scanner.detect.detector import Detector
from scanner.detect.match import Matcher
from scanner.detect.prefilter import Literals, Prefilter

PATTERNS = credential_patterns()
MATCHER = Matcher(PATTERNS)
PLAIN_DETECTOR, BULK_DETECTOR = Detector(PATTERNS, bulk=2**62), Detector(PATTERNS)
BULK_DETECTOR.prepare()
PLAIN, BULK = Literals(PATTERNS), Bulk(PATTERNS)
SAMPLES = [
    fake(sample) for pattern in PATTERNS for sample in (*pattern.examples.values(), *pattern.counterexamples.values())
]
WORDS = [anchor.literal for pattern in PATTERNS for anchor in pattern.anchors]
PIECES = [
    b" ",
    b"\n",
    b'"',
    b"=",
    b": ",
    b"key",
    b"token",
    b"\0",
    b"x" * 190,
    b" " * 300,
    b"_",
    b"password: ",
    b"/",
    b"EXAMPLE",
]
VALUES = [
    fake(slot) for slot in ("<id>", "<id:ASIA>", "<secret>", "<b64:39>", "<b64:41>", "<hex:40>", "<b64:120>", "<token>")
]

fragments = st.one_of(
    st.sampled_from(SAMPLES),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(bytes.upper),
    st.sampled_from(PIECES),
    st.sampled_from(VALUES),
    st.binary(max_size=40),
)
contents = st.lists(fragments, max_size=12).map(b"".join)


encoders = st.sampled_from(list(ENCODERS.values()))
forms = st.builds(
    lambda text, inner, outer: outer(inner(text)),
    contents,
    st.one_of(st.just(bytes), encoders),
    st.one_of(st.just(bytes), encoders),
)
written = st.lists(st.one_of(fragments, forms), max_size=6).map(b"".join)


def read(detector: Detector, data: bytes) -> list[tuple[object, ...]]:
    """All candidates, each with its place in the original."""
    return [
        (item.pattern.id, item.confidence, [(value.role, value.raw, view.offset(value.start)) for value in item.values])
        for view, found in detector.detect(data)
        for item in found
    ]


def candidates(prefilter: Prefilter, data: bytes) -> list[tuple[object, ...]]:
    hits = prefilter.hits(data)
    found = MATCHER.candidates(data, hits.windows) if hits else []
    return [(item.pattern.id, item.confidence, item.values) for item in found]


@settings(max_examples=400, deadline=None)
@given(contents)
@example(b"AKIA s3_api_key: " + fake("<secret>"))
@example(fake("pw = <password>\nuser: alice\nhttps://acme.signin.aws.amazon.com/console\n"))
def test_the_same_candidates(data: bytes) -> None:
    assert candidates(PLAIN, data) == candidates(BULK, data)


@settings(max_examples=400, deadline=None)
@given(contents)
def test_the_same_clues(data: bytes) -> None:
    one, other = PLAIN.hits(data), BULK.hits(data)
    assert (one.clues if one else []) == (other.clues if other else [])


@settings(max_examples=600, deadline=None)
@given(written)
@example(fake("passaws\0<secret>"))
@example(b'{"ServiceUserName": "alice", "ServicePassword": "9GP5Ocuc55GcIIRM="}\naws sso login\n')
def test_the_same_in_any_form(data: bytes) -> None:
    assert read(PLAIN_DETECTOR, data) == read(BULK_DETECTOR, data)


@settings(max_examples=200, deadline=None)
@given(contents, contents)
def test_what_stands_before_changes_nothing(before: bytes, data: bytes) -> None:
    """A window begins where an anchor says, not where content does."""
    space = b"\n" + b" \n" * 4000
    alone = {(item[0], tuple(value.raw for value in item[2])) for item in candidates(PLAIN, data)}  # type: ignore[attr-defined]
    behind = {(item[0], tuple(value.raw for value in item[2])) for item in candidates(BULK, before + space + data)}  # type: ignore[attr-defined]
    assert alone <= behind


@settings(max_examples=60, deadline=None)
@given(st.lists(written, max_size=5))
@example([fake("<id>").replace(b"AKIA", b'"AK" + "IA')] * 3)
@example([b"x = " + b"".join(b"\\x%02x" % byte for byte in fake("<id>"))] * 3)
@example([fake("<id>\n<secret>"), fake("<id>").decode().encode("utf-16"), b"", b"AKIA"])
def test_many_contents_searched_as_one_hold_what_each_holds_alone(many: list[bytes]) -> None:
    expected = [number for number, content in enumerate(many) if PLAIN_DETECTOR.holds(content)]
    for detector in (PLAIN_DETECTOR, BULK_DETECTOR):
        assert detector.holding(many) == expected
        assert set(detector.suspects(many)) >= set(expected)
