"""Secret keys that programs sign and encrypt with: they are called no more than that, which their section tells, or the text."""

from __future__ import annotations

import functools
import re

from patterns._names import name_of, squeeze
from patterns._owners import is_of_a_vendor, is_of_aws, is_of_others

REACH = 2000
"""Bytes above a value in which its section begins, or around it, in which a program is named that has a key of that name."""
BARE = (b"secretkey", b"secret")
SECTIONS = (b"secrets", b"api")
"""Sections of programs' settings in which one stands, where nothing in them speaks of AWS."""

BRACKETS = (b"{", b"}", b"[", b"]", b"(", b")")
CARRIERS = frozenset((b"auth", b"creds", b"credentials", b"keys", b"options", b"secrets"))
"""Sections that say no more than that such things are in them."""


def is_a_programs(data: bytes, start: int, name: bytes) -> bool:
    """Whether a value that is called `secret_key` and no more is the one of a program: `[webserver]`, `Flask(__name__)`."""
    if squeeze(name) not in BARE:
        return False
    above = data[max(0, start - REACH) : start]
    section, at = _section(above)
    around = _frameworks().search(data, max(0, start - REACH), start + REACH)
    own = section.lower() in SECTIONS and b"aws" not in above[at:].lower()
    return own or _is_of_others(section) or bool(around)


def is_in_a_programs_section(data: bytes, start: int, end: int, name: bytes) -> bool:
    """Whether it is called no more than that, in a section of others in which no key ID stands, wherever else one does."""
    section, dot, last = name.rpartition(b".")
    if dot and squeeze(last) in BARE:
        return _is_of_others(section) and not is_of_aws(section) and not _has_an_id(data, start, end, section + dot)
    return squeeze(name) in BARE and _is_of_others(own_section(data, start, end))


def own_section(data: bytes, start: int, end: int) -> bytes:
    """The name of the section that the value stands in, with that around it where it says little; empty where a key ID
    stands in it as well."""
    above = data[max(0, start - REACH) : start]
    section, at = _section(above)
    behind = _ends(_indent(above)).split(data[end : end + REACH], maxsplit=1)[0]
    if _key_id().search(above, at) or _key_id().search(behind):
        return b""
    if section.lower() not in CARRIERS:
        return section
    outer, begin = _section(above[: at - len(section)])
    return section if _key_id().search(above, begin) else outer + b"_" + section


def _has_an_id(data: bytes, start: int, end: int, names: bytes) -> bool:
    """Whether the name of a key ID near it begins so."""
    ids = _key_id().finditer(data, max(0, start - REACH), end + REACH)
    return any(name_of(data, found.start()).startswith(names) for found in ids)


def _is_of_others(section: bytes) -> bool:
    return is_of_others(section) or is_of_a_vendor(section + b"_secret_key")


def _section(above: bytes) -> tuple[bytes, int]:
    """The name in the header of the section, or of the object or mapping that the value is a field of; and where it stands."""
    found = _object_around(above)
    if not found:
        indent = _indent(above)
        parents = [found for found in _parent().finditer(above) if len(found[1]) < indent]
        found = next(iter(parents[-1:] or [*_header().finditer(above)][-1:]), None)
    return (found["name"], found.end("name")) if found else (b"", len(above))


def _object_around(above: bytes) -> re.Match[bytes] | None:
    """What names an object that begins above, and of which nothing ends before the value."""
    bracket = max(map(above.rfind, BRACKETS))
    is_open = bracket >= 0 and above[bracket : bracket + 1] in b"{[("
    return _object().search(above, max(0, bracket - 60), bracket) if is_open else None


def _indent(above: bytes) -> int:
    line = above.rpartition(b"\n")[2]
    return len(line) - len(line.lstrip())


@functools.cache
def _header() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^[ \t]*\[{1,2}(?P<name>[\w.\-]{1,40})\]{1,2}[ \t]*\r?$")


@functools.cache
def _parent() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^([ \t]*)[\"']?(?P<name>[\w.\-]{1,40})[\"']?[ \t]*[:=][ \t]*[{]?[ \t]*\r?$")


@functools.cache
def _object() -> re.Pattern[bytes]:
    return re.compile(rb"(?P<name>[\w.\-]{1,40})[\"']?\s{0,4}(?:=>|[:=])\s{0,4}\Z")


@functools.cache
def _ends(indent: int) -> re.Pattern[bytes]:
    """What ends the section of a value whose line is so far indented."""
    dedent = rb"|\n[ \t]{0,%d}(?=[^\s#])" % (indent - 1) if indent else b""
    return re.compile(rb"[}\])]|\n[ \t]*\[{1,2}\w" + dedent)


@functools.cache
def _key_id() -> re.Pattern[bytes]:
    return re.compile(rb"A[KS]IA[A-Z0-9]{16}")


@functools.cache
def _frameworks() -> re.Pattern[bytes]:
    """What stands in the settings of programs that have a secret key of their own."""
    return re.compile(
        rb"\bFlask\(|\bapp\.config\b|\bsuperset|\bDjango\b|\bdjango\."
        rb"|\bINSTALLED_APPS\b|\bSQLALCHEMY_|\bALLOWED_HOSTS\b|\bSUPERSET_|\bWTF_CSRF"
        rb"|\bplay\.http\b|\bSESSION_COOKIE|\bMIDDLEWARE\b|\b(?:FLASK|DJANGO)_[A-Z]|[\"']HS(?:256|384|512)[\"']"
    )
