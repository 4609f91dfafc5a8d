"""Forms in which the whole content of a file, or its values, are hidden from a plain search."""

from __future__ import annotations

import base64
import html
import quopri
import textwrap
from collections.abc import Callable, Mapping
from urllib.parse import quote

Encoding = Callable[[bytes], bytes]


def encodings() -> Mapping[str, Encoding]:
    """By name. Each takes a text in UTF-8 and gives a whole file."""
    return {
        "UTF-16 LE with mark": lambda data: b"\xff\xfe" + data.decode().encode("utf-16-le"),
        "UTF-16 BE with mark": lambda data: b"\xfe\xff" + data.decode().encode("utf-16-be"),
        "UTF-16 LE": lambda data: data.decode().encode("utf-16-le"),
        "UTF-16 BE": lambda data: data.decode().encode("utf-16-be"),
        "UTF-32 LE with mark": lambda data: b"\xff\xfe\0\0" + data.decode().encode("utf-32-le"),
        "UTF-32 BE": lambda data: data.decode().encode("utf-32-be"),
        "UTF-8 with mark, CRLF": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
        "CR alone": lambda data: data.replace(b"\n", b"\r"),
        "base64": lambda data: b"data: " + base64.b64encode(data) + b"\n",
        "base64, moved by 1": lambda data: b'{"payload": "' + base64.b64encode(b"\n" + data) + b'"}\n',
        "base64, moved by 2": lambda data: b"userData=" + base64.b64encode(b"#\n" + data) + b"\n",
        "base64 for URLs": lambda data: b"blob=" + base64.urlsafe_b64encode(data).rstrip(b"=") + b"\n",
        "base64, wrapped at 64": lambda data: wrapped(data, 64),
        "base64, wrapped at 76": lambda data: wrapped(data, 76),
        "base64, wrapped and indented": lambda data: textwrap.indent(wrapped(data, 60).decode(), "    ").encode(),
        "percent": lambda data: b"body=" + quote(data, safe="").encode() + b"\n",
        "JSON string": lambda data: b'{"content": ' + _json(data) + b"}\n",
        "JSON string, non-letters escaped": lambda data: b'{"s": "' + _escaped(data, "\\u{:04x}") + b'"}\n',
        "HTML entities": lambda data: (
            b"<pre>" + html.escape(data.decode()).replace("/", "&#x2F;").encode() + b"</pre>\n"
        ),
        "HTML entities, numbered": lambda data: b"<p>" + _escaped(data, "&#{};") + b"</p>\n",
        "C escapes": lambda data: b'const char *s = "' + _escaped(data, "\\x{:02x}", all_of=True) + b'";\n',
        "C escapes, octal": lambda data: b'const char *s = "' + _escaped(data, "\\{:03o}") + b'";\n',
        "hex": lambda data: b"dump: " + data.hex().encode() + b"\n",
        "quoted-printable": lambda data: b"Content-Transfer-Encoding: quoted-printable\n\n" + quopri.encodestring(data),
        "mail in base64": lambda data: b"Content-Transfer-Encoding: base64\n\n" + wrapped(data, 76),
        "on a line of 200 kB": lambda data: (
            b'{"a":"' + b"lorem ipsum " * 8333 + _json(data) + b"dolor sit am" * 8333 + b'"}'
        ),
    }


def twofold() -> Mapping[str, tuple[str, str]]:
    """Pairs of encodings: the first is applied first."""
    return {
        f"{inner}, then {outer}": (inner, outer)
        for inner, outer in (
            ("base64", "base64"),
            ("base64", "UTF-16 LE with mark"),
            ("UTF-16 LE", "base64"),
            ("JSON string", "JSON string"),
            ("JSON string", "base64"),
            ("base64, wrapped at 76", "JSON string"),
            ("percent", "percent"),
            ("percent", "JSON string"),
            ("base64", "percent"),
            ("HTML entities", "JSON string"),
            ("base64", "hex"),
            ("hex", "base64"),
        )
    }


def wrapped(data: bytes, width: int) -> bytes:
    """Base64 in lines of that width."""
    text = base64.b64encode(data)
    return b"".join(text[at : at + width] + b"\n" for at in range(0, len(text), width))


def _json(data: bytes) -> bytes:
    text = data.decode().replace("\\", "\\\\").replace('"', '\\"')
    return ('"' + text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"').encode()


def _escaped(data: bytes, form: str, all_of: bool = False) -> bytes:
    """Each character, or each that is neither letter nor digit, written in that form."""
    return "".join(
        form.format(ord(letter)) if all_of or not letter.isalnum() else letter for letter in data.decode()
    ).encode()
