"""What kind of container a content is, by its first bytes. Asked of every content: it costs next to nothing."""

from __future__ import annotations

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04")
PACKED = {"gzip": b"\x1f\x8b\x08", "bzip2": b"BZh", "xz": b"\xfd7zXZ\0", "zstd": b"\x28\xb5\x2f\xfd"}
DATABASE = b"SQLite format 3\0"
PICKLES = (
    *(b"\x80" + version + first for version in (b"\2", b"\3") for first in (b"}", b"]", b"(", b")", b"c", b"X", b"U")),
    *(b"(" + first + number for first in (b"dp", b"lp") for number in (b"0\n", b"1\n")),
    b"ccopy_reg\n", b"}q\0", b"}q\1", b"]q\0", b"]q\1",
)  # fmt: skip
"""How pickles of before version 4 begin: later ones set texts apart. Of the oldest only what most begin with."""
PACK = (b"PACK\0\0\0\2", b"PACK\0\0\0\3")
BUNDLE = (b"# v2 git bundle\n", b"# v3 git bundle\n")
PDF = b"%PDF-"
PROPERTIES = b"bplist00"
PATCH = (
    b"diff --git ", b"From ", b"commit ", b"# HG changeset patch", b"From: ", b"Subject: ", b"Date: ", b"Author: ",
    b"Description: ", b"Origin: ", b"Index: ", b"Return-Path: ", b"Received: ", b"Delivered-To: ",
)  # fmt: skip
"""How patches begin: as git and Mercurial write them, in mail, and under the headers that Debian's have."""
LITERAL = b"\nGIT binary patch"
"""What a patch has in it that brings bytes which are no text."""
STARTS = (*ZIP, *PACKED.values(), DATABASE, *PICKLES, *PACK, *BUNDLE, *PATCH, PDF, PROPERTIES)
DEFLATE = 8
BZIP2 = (b"1AY&SY", b"\x17rE8P\x90")
"""What follows the first four bytes: a block, or the end."""
MODULE = b"\r\n"
"""What follows the number of the version in a compiled module of Python."""
VERSIONS = (*b"\x0b\x0c\x0d\x0e\x0f", *b"\xf2\xf3")
"""The high bytes of such numbers, of Python 3 and of Python 2."""
CODE, CODE_AT = b"c\xe3", (8, 12, 16)
"""How code begins, and where: behind a moment, a size and flags, of which older versions have fewer."""
TAR = b"ustar"
TAR_AT = 257
BLOCK = 512
"""Bytes of the header of a tape archive."""
SUM = slice(148, 156)
"""Where its checksum stands, which counts as blanks."""
END = b"PK\x05\x06"
END_AT = slice(-22, -18)
"""Where the record begins that ends a ZIP file without a comment."""


def kind_of(data: bytes) -> str | None:
    """`zip`, `tar`, `gzip`, `bzip2`, `xz`, `zstd`, `zlib`, `database`, `pickle`, `module`, `pack`, `bundle`, `patch`,
    `pdf` or `properties`; None for what is no container.

    A ZIP file may stand behind a program that unpacks or runs it: such a one is known by its end.
    """
    if data.startswith(STARTS):
        return _by_start(data)
    if data[TAR_AT : TAR_AT + len(TAR)] == TAR and _is_header(data[:BLOCK]):
        return "tar"
    if data[2:4] == MODULE and _is_module(data):
        return "module"
    if _is_deflated(data):
        return "zlib"
    return "zip" if data[END_AT] == END else None


def _by_start(data: bytes) -> str | None:
    if data.startswith(ZIP):
        return "zip"
    if data.startswith(DATABASE):
        return "database"
    if data.startswith(PDF):
        return "pdf"
    if data.startswith(PROPERTIES):
        return "properties"
    if data.startswith(PICKLES):
        return "pickle"
    if data.startswith((*PACK, *BUNDLE)):
        return "pack" if data.startswith(PACK) else "bundle"
    if data.startswith(PATCH):
        return "patch" if LITERAL in data else None
    if data.startswith(PACKED["bzip2"]) and data[4:10] not in BZIP2:
        return None
    if data.startswith(PACKED["gzip"]) and data[3:4] > b"\x1f":  # bits that are never set
        return None
    return next(kind for kind, start in PACKED.items() if data.startswith(start))


def _is_deflated(data: bytes) -> bool:
    """Whether zlib packed it. Its first two bytes say how, and are a multiple of 31."""
    if len(data) < 3 or data[0] & 0x8F != DEFLATE or (data[0] << 8 | data[1]) % 31:
        return False
    from scanner.sources.containers.deflated import is_stream  # a hook must not pay for it

    return is_stream(data)


def _is_module(data: bytes) -> bool:
    """Whether it is Python's, compiled."""
    return data[1] in VERSIONS and any(data[at : at + 1] in (CODE[:1], CODE[1:]) for at in CODE_AT)


def _is_header(block: bytes) -> bool:
    """Whether the sum of the bytes is what it says: a text may have the word in the same place."""
    digits = block[SUM].strip(b"\0 ")
    if len(block) < BLOCK or not digits.isdigit() or b"8" in digits or b"9" in digits:
        return False
    return sum(block) - sum(block[SUM]) + 8 * ord(" ") == int(digits, 8)
