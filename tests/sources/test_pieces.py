"""A stream cut in pieces gives what it gives as a whole, each value once and at its place."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.config import Config
from scanner.detect.detector import Detector
from scanner.examination import Examination
from scanner.judge.judge import Judge
from scanner.model import Blob, Origin
from scanner.sources.interface import Excludes, Item, Source
from scanner.sources.pieces import pieces
from scanner.suppress.ignore import Ignored

SIZE, OVERLAP = 8192, 4096
ORIGIN = Origin("a", "stdin")

PARTS = st.one_of(
    st.sampled_from(
        [
            fake("aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"),
            fake("<id#2>"),
            fake("[x]\nsecret_access_key: <secret#3>\n"),
            fake('"AccessKeyId": "<id:ASIA#4>", "SecretAccessKey": "<secret#4>", "SessionToken": "<token#4>"'),
            fake("<b64:80>"),
            fake("<b64:76#2>\n<b64:76#3>\n"),
            b"\n",
            b"\r\n",
            "ä€😀".encode(),
            b"\xff\x80\xe2\x82",
            b"\0",
        ]
    ),
    st.integers(1, 3000).map(lambda size: b"." * size),
    st.integers(1, 60).map(lambda size: b"line after line\n" * size),
    st.integers(1, 600).map(lambda size: "größer ".encode() * size),
    st.integers(1, 900).map(lambda size: b"\x80\xc3" * size),
)
CONTENTS = st.lists(PARTS, min_size=4, max_size=40).map(b"".join)


class _Stream(Source):
    name, target = "stdin", "-"

    def items(self, excludes: Excludes) -> list[Item]:  # type: ignore[override]
        return []


def _found(blobs: list[Blob]) -> set[tuple[object, ...]]:
    """Pattern, masked value and place of each part that is found in the blobs."""
    examination = Examination(_Stream(), Detector(credential_patterns()), lambda: Judge(None), Ignored(Config()))
    return {
        (part.pattern, part.masked, part.fingerprint, part.location)
        for blob in blobs
        for sighting in examination.tally([blob]).sightings
        for part in sighting.parts
    }


def _cut(content: bytes) -> list[Blob]:
    return list(pieces(io.BytesIO(content).read, ORIGIN, size=SIZE, overlap=OVERLAP))


@settings(max_examples=150, deadline=None)
@given(content=CONTENTS)
def test_pieces_hold_what_the_whole_holds(content: bytes) -> None:
    assert _found(_cut(content)) == _found([Blob(content, ORIGIN)])


@settings(max_examples=150, deadline=None)
@given(content=CONTENTS, most=st.integers(1, 9000))
def test_pieces_are_the_whole(content: bytes, most: int) -> None:
    """Whatever a read gives at a time: together they are the stream, and each says where it starts."""
    stream = io.BytesIO(content)
    made = list(pieces(lambda size: stream.read(min(size, most)), ORIGIN, size=SIZE, overlap=OVERLAP))
    assert b"".join(blob.data[blob.shared :] for blob in made) == content
    at = 0
    for blob in made:
        before = content[: at - blob.shared]
        assert blob.line == before.count(b"\n") + 1
        assert blob.column == len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "surrogateescape")) + 1
        at += len(blob.data) - blob.shared


@pytest.mark.parametrize("before", range(SIZE - 700, SIZE + 40, 37))
@pytest.mark.parametrize("template", ["<token>", "secret_access_key = <secret>", "<id>", "key = '<b64:90>'"])
def test_nothing_that_is_cut_is_taken_for_something_shorter(template: str, before: int) -> None:
    content = b" " * (before - 1) + b"\n" + fake(template) + b"\n" + b" " * 2 * SIZE
    assert _found(_cut(content)) == _found([Blob(content, ORIGIN)])


def test_an_empty_stream_is_one_empty_piece() -> None:
    assert _cut(b"") == [Blob(b"", ORIGIN)]
