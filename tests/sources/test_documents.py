"""Documents of word processors and slides: their text is read, as a person would read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from packing import zipped
from reports import scan

from patterns._fake import fake

ID, SECRET = fake("<id>").decode(), fake("<secret>").decode()
LOOKS = '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="20"/></w:rPr>'


def word(*paragraphs: str) -> str:
    """Paragraphs of Word, whose text `|` divides into runs."""
    runs = (
        "".join(
            f'<w:r w:rsidR="00A77B3E">{LOOKS}<w:t xml:space="preserve">{run}</w:t></w:r>' for run in text.split("|")
        )
        for text in paragraphs
    )
    return "<w:document><w:body>" + "".join(f"<w:p>{some}</w:p>" for some in runs) + "</w:body></w:document>"


DOCUMENTS = {
    "a key in pieces": ("word/document.xml", word(f"Key ID: |{ID[:9]}|{ID[9:]}", f"Secret: |{SECRET[:20]}|{SECRET[20:]}")),
    "names far away behind how they look": (
        "word/comments.xml", word("Access key", f"|||||{ID}", *["|||||||"] * 8, "Secret access key", f"|||||{SECRET}"),
    ),
    "a slide": (
        "ppt/slides/slide1.xml",
        f"<a:p><a:r><a:t>Key: {ID[:5]}</a:t></a:r><a:r><a:t>{ID[5:]}</a:t></a:r></a:p><a:p><a:r><a:t>{SECRET}</a:t></a:r></a:p>",
    ),
    "a text of OpenDocument": (
        "content.xml",
        f"<text:p>key {ID}</text:p><text:p>secret <text:span>{SECRET[:7]}</text:span><text:span>{SECRET[7:]}</text:span></text:p>",
    ),
    "a link": ("content.xml", f'<text:p><text:a xlink:href="s3://{ID}:{SECRET}@bucket">here</text:a></text:p>'),
    "XML of that name that is none": ("content.xml", f'<aws accessKey="{ID}" secretKey="{SECRET}"/>'),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_is_found_whole(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / "a.docx").write_bytes(zipped((name, content.encode())))
    (finding,) = scan(tmp_path).findings
    assert [part.role for part in finding.parts] == ["id", "secret"]


def test_a_line_is_a_paragraph(tmp_path: Path) -> None:
    content = word("one", "two", f"{ID}", f"{SECRET}").encode()
    (tmp_path / "a.docx").write_bytes(zipped(("word/document.xml", content)))
    (finding,) = scan(tmp_path).findings
    assert [part.location.start_line for part in finding.parts] == [3, 4]


def test_a_long_document_is_read_in_steps(tmp_path: Path) -> None:
    content = word(
        *["nothing | here"] * 9000, f"Key ID: {ID[:9]}|{ID[9:]}", f"Secret: {SECRET[:20]}|{SECRET[20:]}"
    ).encode()
    (tmp_path / "a.docx").write_bytes(zipped(("word/document.xml", content)))
    (finding,) = scan(tmp_path).findings
    assert [part.location.start_line for part in finding.parts] == [9001, 9002]
