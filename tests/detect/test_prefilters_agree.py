"""Whatever the content, the plain search and Hyperscan lead to the same candidates."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.bulk import Bulk
from scanner.detect.match import Matcher
from scanner.detect.prefilter import Literals, Prefilter

PATTERNS = credential_patterns()
MATCHER = Matcher(PATTERNS)
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


def candidates(prefilter: Prefilter, data: bytes) -> list[tuple[object, ...]]:
    hits = prefilter.hits(data)
    found = MATCHER.candidates(data, hits.windows) if hits else []
    return [(item.pattern.id, item.confidence, item.values) for item in found]


@settings(max_examples=400, deadline=None)
@given(contents)
def test_the_same_candidates(data: bytes) -> None:
    assert candidates(PLAIN, data) == candidates(BULK, data)


@settings(max_examples=200, deadline=None)
@given(contents, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_the_same_word_on_wide_text(data: bytes, encoding: str) -> None:
    wide = data.decode("latin-1").encode(encoding)
    one, other = PLAIN.hits(wide), BULK.hits(wide)
    assert (one.wide if one else False) == (other.wide if other else False)


@settings(max_examples=200, deadline=None)
@given(contents, contents)
def test_what_stands_before_changes_nothing(before: bytes, data: bytes) -> None:
    """A window begins where an anchor says, not where content does."""
    space = b"\n" + b" \n" * 4000
    alone = {(item[0], tuple(value.raw for value in item[2])) for item in candidates(PLAIN, data)}  # type: ignore[attr-defined]
    behind = {(item[0], tuple(value.raw for value in item[2])) for item in candidates(BULK, before + space + data)}  # type: ignore[attr-defined]
    assert alone <= behind
