"""What an object is called by: a digest of its type, its size and its content.

Whoever makes a repository by hand can call an object as another is called; git itself would never take it in.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable

SHA1 = 40
"""Digits of a name in the usual repositories."""
STEP = 2**20


def is_called(name: str, kind: str, data: bytes) -> bool:
    """Whether the object has the name that it is stored by."""
    known = _digest(name)(b"%s %d\0" % (kind.encode(), len(data)))
    known.update(data)
    return known.hexdigest() == name


def is_loose(name: str, read: Callable[[int], bytes]) -> bool:
    """The same of a loose object, which is stored with its type and size. read: gives what its file unpacks to."""
    known = _digest(name)()
    while data := read(STEP):
        known.update(data)
    return known.hexdigest() == name


def inflated(read: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """What a file unpacks to that is packed as loose objects are, as far as that goes."""
    unpacking = zlib.decompressobj()

    def next_bytes(most: int) -> bytes:
        try:
            while not unpacking.eof and (packed := unpacking.unconsumed_tail or read(STEP)):
                if data := unpacking.decompress(packed, most):
                    return data
        except zlib.error:
            return b""
        return b""

    return next_bytes


def _digest(name: str) -> Callable[..., hashlib._Hash]:
    if len(name) == SHA1:
        return lambda data=b"": hashlib.sha1(data, usedforsecurity=False)
    return hashlib.sha256
