"""Secret keys that programs sign and encrypt with: they are called no more than that, which their section tells, or the text."""

from __future__ import annotations

import functools
import re

from patterns._names import squeeze
from patterns._owners import is_of_a_vendor, is_of_others

REACH = 2000
"""Bytes above a value in which its section begins, or around it, in which a program is named that has a key of that name."""
BARE = (b"secretkey", b"secret")
SECTIONS = (b"secrets", b"api")
"""Sections of programs' settings in which one stands, where nothing in them speaks of AWS."""


def is_a_programs(data: bytes, start: int, name: bytes) -> bool:
    """Whether a value that is called `secret_key` and no more is the one of a program: `[webserver]`, `Flask(__name__)`."""
    if squeeze(name) not in BARE:
        return False
    above = data[max(0, start - REACH) : start]
    section = _section(above)
    around = _frameworks().search(data, max(0, start - REACH), start + REACH)
    own = section.lower() in SECTIONS and b"aws" not in above.rpartition(section)[2].lower()
    return own or is_of_others(section) or is_of_a_vendor(section + b"_secret_key") or bool(around)


def _section(above: bytes) -> bytes:
    """The name in the header of the section, or of the object or mapping that the value is a field of."""
    headers = _header().findall(above)
    line = above.rpartition(b"\n")[2]
    indent = len(line) - len(line.lstrip())
    parents = _parent().findall(above)
    parent = next((word for space, word in reversed(parents) if len(space) < indent), b"")
    objects = _object().findall(above)
    return (objects or [parent])[0] or (headers[-1] if headers else b"")


@functools.cache
def _header() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^[ \t]*\[{1,2}([\w.\-]{1,40})\]{1,2}[ \t]*\r?$")


@functools.cache
def _parent() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^([ \t]*)[\"']?([\w.\-]{1,40})[\"']?[ \t]*[:=][ \t]*[{]?[ \t]*\r?$")


@functools.cache
def _object() -> re.Pattern[bytes]:
    """One that begins above, and of which nothing ends before the value."""
    return re.compile(rb"([\w.\-]{1,40})[\"']?\s{0,4}(?:=>|[:=])\s{0,4}[{\[(](?=[^{}\[\]()]*\Z)")


@functools.cache
def _frameworks() -> re.Pattern[bytes]:
    """What stands in the settings of programs that have a secret key of their own."""
    return re.compile(
        rb"\bFlask\(|\bapp\.config\b|\bsuperset|\bDjango\b|\bdjango\.|\bINSTALLED_APPS\b|\bSQLALCHEMY_|\bALLOWED_HOSTS\b|\bSUPERSET_|\bWTF_CSRF"
        rb"|\bplay\.http\b|\bSESSION_COOKIE|\bMIDDLEWARE\b|\b(?:FLASK|DJANGO)_[A-Z]|[\"']HS(?:256|384|512)[\"']"
    )
