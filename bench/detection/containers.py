"""Archives and compressed files, as whole files and one in another."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Callable, Mapping

Container = Callable[[str, bytes], bytes]
"""From the name and the content of a member to the container's bytes."""


def containers() -> Mapping[str, Container]:
    """By the end of the container's name."""
    made: dict[str, Container] = {
        "zip": zipped,
        "stored.zip": lambda name, data: zipped(name, data, zipfile.ZIP_STORED),
        "bzip2.zip": lambda name, data: zipped(name, data, zipfile.ZIP_BZIP2),
        "jar": lambda name, data: zipped(f"BOOT-INF/classes/{name}", data),
        "docx": lambda _, data: zipped("word/document.xml", _paragraphs(data)),
        "tar": tarred,
        "tar.gz": lambda name, data: gzipped(tarred(name, data)),
        "tar.bz2": lambda name, data: bz2.compress(tarred(name, data)),
        "tar.xz": lambda name, data: lzma.compress(tarred(name, data)),
        "gz": lambda _, data: gzipped(data),
        "bz2": lambda _, data: bz2.compress(data),
        "xz": lambda _, data: lzma.compress(data),
        "tar.gz in zip": lambda name, data: zipped("inner.tar.gz", gzipped(tarred(name, data))),
        "zip in zip": lambda name, data: zipped("inner.zip", zipped(name, data)),
        "whl in tar": lambda name, data: tarred("dist/app.whl", zipped(name, data)),
    }
    if shutil.which("zstd"):
        made["zst"] = lambda _, data: _zstd(data)
        made["tar.zst"] = lambda name, data: _zstd(tarred(name, data))
    return made


def zipped(name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with a second member before the one that matters; the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for member, content in (("LICENSE", b"Do what you like.\n"), (name, data)):
            archive.writestr(zipfile.ZipInfo(member, (2024, 1, 1, 0, 0, 0)), content, method)
    return buffer.getvalue()


def tarred(name: str, data: bytes) -> bytes:
    """A tar with a second member before the one that matters."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for member, content in (("LICENSE", b"Do what you like.\n"), (name, data)):
            entry = tarfile.TarInfo(member)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


def gzipped(data: bytes) -> bytes:
    """The same bytes each time."""
    return gzip.compress(data, mtime=0)


def _paragraphs(data: bytes) -> bytes:
    """As a word processor stores lines of text."""
    lines = data.decode().replace("&", "&amp;").replace("<", "&lt;").splitlines()
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return f'<?xml version="1.0"?><w:document><w:body>{body}</w:body></w:document>'.encode()


def _zstd(data: bytes) -> bytes:
    return subprocess.run(["zstd", "-q", "-c"], input=data, capture_output=True, check=True).stdout
