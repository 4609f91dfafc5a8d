"""Modules of Python as they are compiled, which have signs of their own right beside each text. They are never loaded.

Texts are known by the sign and the length before them, wherever in the file that is: the rest of the format changes
with each version. Source: https://github.com/python/cpython/blob/main/Python/marshal.c
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from scanner.sources.containers.member import Member
from scanner.sources.containers.pickled import BLANK

KEYS = (b"AKIA", b"ASIA", b"ABSK", b"ACWL", b"da2-", b"bedrock-api-key-", b"amzn.mws.")
"""How keys begin that are not to be told where a sign stands right behind them."""
CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r")


def members(file: BinaryIO) -> Iterator[Member]:
    """The module with all but its texts made blank. Nothing where that would show no key: of modules there are many."""
    data = file.read()
    if not any(key in data for key in KEYS):
        return
    text: bytearray = bytearray(data.translate(BLANK))
    for low, high in _texts(data):
        text[low:high] = data[low:high]
    yield Member(None, BytesIO(text).read)


def _texts(data: bytes) -> Iterator[tuple[int, int]]:
    sign = _sign().search(data)
    while sign:
        low = sign.end()
        high = low + int.from_bytes(sign["short"] or sign["long"], "little")
        is_text = high <= len(data) and data[low:high] == data[low:high].translate(None, CONTROLS)
        if is_text:
            yield low, high
        sign = _sign().search(data, high if is_text else sign.start() + 1)


@functools.cache
def _sign() -> re.Pattern[bytes]:
    """Of texts and bytes, with or without the bit for what is referred to again, and their length."""
    return re.compile(
        rb"(?s)[zZ\xfa\xda](?P<short>[^\0])|[aAstu\xe1\xc1\xf3\xf4\xf5](?P<long>[^\0]...(?<=\0)|\0[^\0].\0)"
    )
