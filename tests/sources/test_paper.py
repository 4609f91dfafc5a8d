"""Documents of PDF: the text of their pages is packed, and set in pieces."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

import pytest
from reports import scan

from patterns._fake import fake

PAGES = {
    "a line each": "BT /F1 12 Tf 72 720 Td (Access key ID: <id>) Tj 0 -14 Td (Secret access key: <secret>) Tj ET",
    "lines by an operator": "BT (Access key ID: <id>) Tj T* (Secret access key: <secret>) Tj ET",
    "name and value apart": "BT 1 0 0 1 72 700 Tm (aws_access_key_id) Tj 1 0 0 1 200 700 Tm (<id>) Tj ET BT (secret_key) Tj 90 0 Td (<secret>) Tj ET",
    "brackets and escapes": r"BT (key \\(new\\): <id>) Tj T* (secret \\072 <secret>) Tj ET",
    "what is no page": "<< /Contents (key: <id>) >>\n<< /Contents (secret key: <secret>) >>",
}


def paper(*contents: bytes, filters: bytes = b"/FlateDecode", more: bytes = b"") -> bytes:
    streams = [(b"<< /Filter %b /Length %d >>\nstream\n%b\nendstream" % (filters, len(c), c)) for c in contents]
    objects = [b"%d 0 obj\n%b\nendobj\n" % (number, text) for number, text in enumerate(streams, 1)]
    return b"%PDF-1.5\n" + b"".join(objects) + b"trailer\n<< /Root 1 0 R " + more + b">>\n%%EOF\n"


def parts(folder: Path) -> list[int]:
    return [len(finding.parts) for finding in scan(folder).findings]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_text_is_read(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.pdf").write_bytes(paper(zlib.compress(b"0 0 m"), zlib.compress(fake(page))))
    report = scan(tmp_path)
    assert [len(finding.parts) for finding in report.findings] == [2]
    assert {finding.parts[0].location.path for finding in report.findings} == {"a.pdf!text"}
    assert report.complete


def test_pieces_that_are_set_side_by_side(tmp_path: Path) -> None:
    key, secret = fake("<id>").decode(), fake("<secret>").decode()
    page = f"BT [(key: {key[:7]}) -20 ({key[7:]})] TJ T* [(secret: {secret[:9]}) 3 <{secret[9:].encode().hex()}>] TJ ET"
    (tmp_path / "a.pdf").write_bytes(paper(zlib.compress(page.encode())))
    assert parts(tmp_path) == [2]


def test_packed_and_in_ascii85(tmp_path: Path) -> None:
    page = base64.a85encode(zlib.compress(fake(PAGES["a line each"]))) + b"~>"
    (tmp_path / "a.pdf").write_bytes(paper(page, filters=b"[ /ASCII85Decode /FlateDecode ]"))
    assert parts(tmp_path) == [2]


def test_text_that_is_not_packed(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n" + fake("BT (key: <id>) Tj T* (secret key: <secret>) Tj ET\n"))
    assert parts(tmp_path) == [2]


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(paper(b"no stream of zlib"))
    (tmp_path / "b.pdf").write_bytes(paper(b"no stream of zlib", more=b"/Encrypt 5 0 R "))
    assert [(item.path, item.reason) for item in scan(tmp_path).skipped] == [
        ("a.pdf", "corrupt"),
        ("b.pdf", "encrypted"),
    ]


def test_a_stream_that_unpacks_to_too_much_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(paper(zlib.compress(b" " * 2**25 + b"x")))
    assert [(item.path, item.reason) for item in scan(tmp_path).skipped] == [("a.pdf", "limit")]


def test_pictures_and_fonts_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(paper(b"no stream of zlib", filters=b"/FlateDecode /Subtype /Image"))
    assert scan(tmp_path).complete
