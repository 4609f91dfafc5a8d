"""How a word reads once it is encoded: what the prefilter looks for beside the word itself."""

from __future__ import annotations

import binascii
from collections.abc import Iterable, Iterator
from typing import NamedTuple

WORDS = (b"AKIA", b"ASIA", b"secret", b"SECRET", b"Secret")
"""What nearly every leaked credential holds or is called by. Sought in each encoding; in base64, all anchors are."""
NAMES = (b"access_key", b"ACCESS_KEY", b"AccessKey", b"accessKey", b"access-key")
"""What keys are called at length: of a shorter word base 85 may leave nothing that is the same everywhere."""
STANDARD, FOR_URLS = bytes(range(256)), bytes.maketrans(b"+/", b"-_")
"""What becomes of each byte of base64 in either alphabet."""
SHORTEST = 4
"""Bytes of a form below which chance brings it about too often."""
BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

ROWS = (b"%02x:", b"%02x ", b"%02x-", b"%d,", b"%d, ", b"%d ")
"""One character in a row of numbers: as a tool shows bytes, or a program an array of them."""


class Form(NamedTuple):
    """A word as it reads where text was encoded in base64.

    shown: the characters that the word alone decides. skipped: characters of the group of four that come before them.
    Where these hold most of the first letter, it may be a small one or a capital: `secret` and `Secret` show the same.
    """

    shown: bytes
    word: bytes
    skipped: int


def base64_forms(words: Iterable[bytes]) -> Iterator[Form]:
    """Each word at the three places in which it can lie in a group of three bytes, in either alphabet."""
    for word in words:
        for before in range(3):
            first, last = -(-before * 8 // 6), (before + len(word)) * 8 // 6
            padded = bytes(before) + word + bytes(-(before + len(word)) % 3)
            for alphabet in (STANDARD, FOR_URLS):
                shown = binascii.b2a_base64(padded, newline=False)[first:last].translate(alphabet)
                if len(shown) >= SHORTEST:
                    yield Form(shown, word, first)


def nested_forms(words: Iterable[bytes]) -> Iterator[Form]:
    """Words that were encoded in another way, as in UTF-16, in hex, in base64 itself, and in base64 then."""
    words = list(words)
    inner = [widened(word) for word in words]
    inner += (form.shown for form in base64_forms(words))
    inner += (text for word in words for text in (word.hex().encode(), word.hex().upper().encode()))
    inner += (b"".join(b"%%%02X" % character for character in word) for word in words)
    return base64_forms(inner)


def base32_forms(words: Iterable[bytes]) -> Iterator[bytes]:
    """Each word at the five places in which it can lie in a group of five bytes, in capitals and in small letters."""
    for word in words:
        for before in range(5):
            first, last = -(-before * 8 // 5), (before + len(word)) * 8 // 5
            bits = int.from_bytes(word, "big") << 4
            shifts = (before * 8 + len(word) * 8 + 4 - 5 * (place + 1) for place in range(first, last))
            shown = bytes(BASE32[bits >> shift & 31] for shift in shifts)
            yield from (shown, shown.lower())


def ascii85_forms() -> Iterator[bytes]:
    """What keys are called, at the four places in a group of four bytes: the groups that it fills."""
    for word in NAMES:
        for skipped in range(4):
            whole = word[skipped : len(word) - (len(word) - skipped) % 4]
            yield b"".join(_in_base85(whole[at : at + 4]) for at in range(0, len(whole), 4))


def _in_base85(group: bytes) -> bytes:
    number = int.from_bytes(group, "big")
    return bytes(number // 85**place % 85 + ord("!") for place in (4, 3, 2, 1, 0))


def escaped_forms(words: Iterable[bytes], escape: bytes) -> Iterator[bytes]:
    """Each word with every character written as the escape, in lower case: the digits may stand in either.

    escape: how one character is written, given its number.
    """
    return (b"".join(escape % character for character in word) for word in words)


def arrays(words: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Each word as numbers of an array, in lower case, of which an expression tells that lines end anywhere between.

    With each goes its first character.
    """
    for word in words:
        each = [b"0x%02x" % character for character in word]
        yield each[0] + b",", rb",\s{0,40}".join(each)


def rows() -> Iterator[bytes]:
    """Each word as a row of numbers, in lower case.

    Dumps have two characters in one number, of which the first may be one of the word or the one before it; or a wider
    gap in the middle of the line.
    """
    for word in WORDS[:4]:
        for number in ROWS:
            yield b"".join(number % character for character in word)
        digits = word.hex().encode()
        for first in (4, 2):
            yield b" ".join([digits[:first], *(digits[at : at + 4] for at in range(first, len(digits), 4))])
        for middle in range(1, len(word) if word in WORDS[:2] else 0):
            yield b"  ".join((word[:middle].hex(" ").encode(), word[middle:].hex(" ").encode()))


def widened(literal: bytes, width: int = 2) -> bytes:
    """The literal as it stands in UTF-16 (or UTF-32) of either byte order: the bytes between the first and the last."""
    return bytes(width - 1).join(literal[at : at + 1] for at in range(len(literal)))
