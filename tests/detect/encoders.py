"""Ways to write a text down, for tests: each gives bytes in which the text stands in another form."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import json
import quopri
import re
import zipfile
from collections.abc import Callable
from urllib.parse import quote_plus

Encoder = Callable[[bytes], bytes]


def wrapped(text: bytes, width: int, end: bytes = b"\n") -> bytes:
    """Base64 in lines."""
    encoded = base64.b64encode(text)
    return end.join(encoded[at : at + width] for at in range(0, len(encoded), width)) + end


def each(form: bytes, between: bytes = b"") -> Encoder:
    """Every character written as an escape."""
    return lambda text: between.join(form % character for character in text)


def some(form: bytes, characters: bytes) -> Encoder:
    """Only some characters written as escapes."""
    return lambda text: re.sub(b"[" + re.escape(characters) + b"]", lambda found: form % found[0][0], text)


def text_as(encoding: str) -> Encoder:
    """In another encoding of characters."""
    return lambda text: text.decode("latin-1").encode(encoding)


def in_json(text: bytes) -> bytes:
    """As a string of JSON."""
    return json.dumps(text.decode("latin-1")).encode()


def named_gzip(text: bytes) -> bytes:
    """Packed, with the name of the file in it."""
    packed = io.BytesIO()
    with gzip.GzipFile("settings.ini", "wb", fileobj=packed) as file:
        file.write(text)
    return packed.getvalue()


def in_base32(width: int, end: bytes = b"\n") -> Encoder:
    """Base32 in lines."""
    return lambda text: re.sub(rb".{%d}(?=.)" % width, lambda line: line[0] + end, base64.b32encode(text))


def uuencoded(text: bytes) -> bytes:
    """A file as `uuencode` writes it."""
    lines = (binascii.b2a_uu(text[at : at + 45], backtick=True) for at in range(0, len(text), 45))
    return b"begin 644 settings.ini\n" + b"".join(lines) + b"`\nend\n"


def ascii85(text: bytes) -> bytes:
    """As Adobe's programs write it."""
    return base64.a85encode(text, wrapcol=76, adobe=True)


def zipped(text: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file with the text as its second member."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("empty", b"")
        archive.writestr("settings.ini", text)
    return file.getvalue()


PERCENT = some(b"%%%02X", b" \"#%&'()+,/:;<=>?@[\\]{}\r\n")
ENCODERS: dict[str, Encoder] = {
    "base64": base64.b64encode,
    "base64 for URLs": base64.urlsafe_b64encode,
    "base64 without padding": lambda text: base64.urlsafe_b64encode(text).rstrip(b"="),
    "base64 at 64": lambda text: wrapped(text, 64),
    "base64 at 76 with Windows line ends": lambda text: wrapped(text, 76, b"\r\n"),
    "base64 at 76, indented": lambda text: b"    " + wrapped(text, 76, b"\n    "),
    "base64 in lines of JSON": lambda text: wrapped(text, 64, b"\\n"),
    "base64 twice": lambda text: base64.b64encode(base64.b64encode(text)),
    "base64 twice, at 76": lambda text: wrapped(base64.b64encode(text), 76),
    "base32": base64.b32encode,
    "base32 in small letters, without padding": lambda text: base64.b32encode(text).lower().rstrip(b"="),
    "base32 at 64": in_base32(64),
    "base32 at 76 with Windows line ends": in_base32(76, b"\r\n"),
    "uuencode": uuencoded,
    "percent where it must be": PERCENT,
    "percent in forms": lambda text: quote_plus(text).encode(),
    "percent in lower case": some(b"%%%02x", b"+/=\n"),
    "percent throughout": each(b"%%%02X"),
    "percent twice": lambda text: PERCENT(PERCENT(text)),
    "JSON": in_json,
    "JSON with slashes escaped": lambda text: in_json(text).replace(b"/", b"\\/"),
    "JSON with code points": lambda text: in_json(text).replace(b"/", b"\\u002f").replace(b"+", b"\\u002B"),
    "JSON in JSON": lambda text: in_json(in_json(text)),
    "JSON in JSON in JSON": lambda text: in_json(in_json(in_json(text))),
    "code points": each(b"\\u%04x"),
    "code points in capitals": each(b"\\u%04X"),
    "escapes of C": each(b"\\x%02x"),
    "octal slashes": lambda text: text.replace(b"/", b"\\057").replace(b"+", b"\\053"),
    "entities": each(b"&#%d;"),
    "hexadecimal entities": each(b"&#x%x;"),
    "named entities": lambda text: text.replace(b"+", b"&plus;").replace(b"/", b"&sol;").replace(b'"', b"&quot;"),
    "numbered signs": some(b"&#x%02X;", b"\"&'+/<=>"),
    "quoted-printable": quopri.encodestring,
    "hex": lambda text: text.hex().encode(),
    "hex in capitals": lambda text: text.hex().upper().encode(),
    "array of bytes": each(b"0x%02x", b", "),
    "octal": each(b"\\%03o"),
    "hex with colons": each(b"%02x", b":"),
    "hex with blanks": each(b"%02x", b" "),
    "hex with hyphens": each(b"%02X", b"-"),
    "numbers": each(b"%d", b","),
    "numbers of a list": lambda text: b"[" + each(b"%d", b", ")(text) + b"]",
    "numbers of a slice": lambda text: b"[" + each(b"%d", b" ")(text) + b"]",
    "UTF-16": text_as("utf-16"),
    "UTF-16, little-endian": text_as("utf-16-le"),
    "UTF-16, big-endian": text_as("utf-16-be"),
    "UTF-32": text_as("utf-32"),
    "UTF-32, little-endian": text_as("utf-32-le"),
    "UTF-32, big-endian": text_as("utf-32-be"),
    "gzip with a name, in base64": lambda text: base64.b64encode(named_gzip(text)),
    "ZIP in base64": lambda text: base64.b64encode(zipped(text)),
    "ZIP in base64 at 76": lambda text: wrapped(zipped(text), 76),
    "ZIP that packs nothing, in base64": lambda text: base64.b64encode(zipped(text, zipfile.ZIP_STORED)),
    "gzip in base64": lambda text: base64.b64encode(gzip.compress(text, mtime=0)),
}
