"""Real containers in memory, made with the programs' own formats."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import pickle
import plistlib
import sqlite3
import sys
import tarfile
import warnings
import zipfile
from collections.abc import Callable, Mapping

from repositories import PAIR

from patterns._fake import fake

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Packer = Callable[[bytes], bytes]

COMPRESSED: Mapping[str, Packer] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstd.compress,
}
KEY = fake(PAIR)


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    """A ZIP file of these."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as archive:
        warnings.simplefilter("ignore", UserWarning)  # of names that are there twice
        archive.comment = comment
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return buffer.getvalue()


def tarred(*members: tuple[str, bytes]) -> bytes:
    """A tape archive of these."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def jar() -> bytes:
    """As javac's companion makes it."""
    return zipped(("META-INF/MANIFEST.MF", b"Manifest-Version: 1.0\r\n\r\n"), ("application.properties", KEY))


def wheel() -> bytes:
    """As pip installs it."""
    return zipped(("app/settings.py", KEY), ("app-1.dist-info/WHEEL", b"Wheel-Version: 1.0\n"))


def document() -> bytes:
    """As a word processor saves it."""
    text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in KEY.decode().splitlines())
    body = f'<?xml version="1.0"?><w:document><w:body>{text}</w:body></w:document>'
    return zipped(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", body.encode()))


def encrypted() -> bytes:
    """A ZIP file whose one member says that it is encrypted."""
    data = bytearray(zipped(("k.ini", KEY)))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


def database(encoding: str = "UTF-8") -> bytes:
    """A database in which a setting's value is a file of settings."""
    connection = sqlite3.connect(":memory:")
    connection.execute(f"PRAGMA encoding = '{encoding}'")
    connection.execute("CREATE TABLE settings (name TEXT, value TEXT)")
    connection.execute("INSERT INTO settings VALUES (?, ?)", ("aws", KEY.decode()))
    connection.commit()
    return connection.serialize()


def rows(table: str, *values: tuple[object, ...], before: str = "", after: str = "") -> bytes:
    """A database of one table with these rows; whatever SQL says before and after they are put in."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(f"{before};{table}")
    name = table.split()[2]
    for row in values:
        connection.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 - of tests
    connection.commit()
    connection.executescript(after)
    return connection.serialize()


def pickled(protocol: int = pickle.DEFAULT_PROTOCOL) -> bytes:
    """A dictionary of settings."""
    words = ("region", "eu-west-1"), ("aws_access_key_id", "<id>"), ("aws_secret_access_key", "<secret>")
    return pickle.dumps({name: fake(value).decode() for name, value in words}, protocol)


def properties(content: object) -> bytes:
    """A property list in binary."""
    return plistlib.dumps(content, fmt=plistlib.FMT_BINARY)


def unlisted(*hidden: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file whose list of members leaves out these: they were deleted without packing anew."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in (("first.txt", b"first\n"), *hidden, ("last.txt", b"last\n")):
            archive.writestr(name, data)
        archive.filelist = [info for info in archive.filelist if info.filename in ("first.txt", "last.txt")]
    return buffer.getvalue()
