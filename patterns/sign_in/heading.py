"""Headings, titles and names under which AWS's sign-in is spoken of. Support.

A note says in its heading what its lines are about. In code a heading says less: there it has to be nothing but the name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from re import Match

from patterns.sign_in.apart import is_apart, is_left, is_quoted

Span = tuple[int, int]


def is_headed(match: Match[bytes], around: Span, who: Iterable[Span], mail: bool) -> bool:
    """Whether the password stands under such a heading, in a record with such a title, or on a line that names AWS.

    who: where it is told who signs in. mail: whether that is done by an e-mail address: `AWS account` says enough only
    where it is.
    """
    data, at, value = match.string, match.start(), match.start("password")
    strict = is_quoted(data, value)
    kinds = [_title(), _name()] if strict else [_title(), _name(), _note()]
    if mail:
        kinds.append(_account())
    if not strict and _is_on_line(data, at, who):
        return True
    heads = [found.end() for kind in kinds for found in kind.finditer(data, around[0], at)]
    if any(not is_apart(data, end, at, value) for end in heads):
        return True
    behind = [found.start() for found in _title().finditer(data, match.end(), around[1])]
    return any(not is_apart(data, match.end(), start, value) for start in behind)


def _is_on_line(data: bytes, at: int, who: Iterable[Span]) -> bool:
    """Whether AWS's sign-in and the user are named on its line before it, in its sentence and, if in brackets, in its own."""
    line = data.rfind(b"\n", 0, at) + 1
    named = any(line <= start < at for start, _ in who)
    return named and any(
        not is_apart(data, line + found.end(), at, at) and not _ends(data[line + found.end() : at])
        for found in _mention().finditer(data[line:at])
    )


def _ends(between: bytes) -> bool:
    return is_left(between) or bool(_sentence_end().search(between))


_AWS = rb"(?:aws|amazon(?:[ \-]web[ \-]services)?)"
_KINDS = (
    rb"(?:(?:account|management|mgmt|iam|web|main|master|payer|organi[sz]ation|us|china|gov(?:cloud)?"
    rb"|prod(?:uction)?|dev(?:elopment)?|stag(?:e|ing)|test|sandbox)[ _\-]{0,3}){0,2}"
)
_SIGN = rb"(?:root|console|log[ _\-]?in|sign[ _\-]?in)"
_ROOT = rb"root[ _\-](?:(?:user|account|login|credentials?)[ _\-])?(?:(?:of|for|in|@|the)[ _\-]){0,2}"
_SPOKEN = rb"(?:%b[ _:/\-]{0,3}%b%b|%b%b)" % (_AWS, _KINDS, _SIGN, _ROOT, _AWS)
"""AWS, and what one signs in to or as."""
_MORE = (
    rb"(?:[ _\-]{0,2}(?:root|users?|name|accounts?|console|creds?|credentials?|log[ _\-]?in|sign[ _\-]?in|access|details|"
    rb"info|data|e?-?mail|id|url|link|prod|dev|pass(?:word)?s?)){0,3}"
)
_OF = (
    rb"(?:[ \t]{0,2}(?:\([^()\n]{1,40}\)"
    rb"|(?:-|for|of|in|:)[ \t]+(?:the[ \t]+)?[\w.\-]+(?:[ \t]+[\w.\-]+)?(?![\w \t]*[.?!=])))?"
)
"""Which account it is."""
_END = rb"[ \t\"'\]*/:|#>\-=]*\r?$"
_SIGNS = rb"^[ \t\xef\xbb\xbf#*/<>|;%\-=_\d.)(\[\"'`]*"
"""With what lists, remarks, cells and quotations begin, and the mark of a file's byte order."""
_DECLARED = (
    _SIGNS
    + rb"(?:(?:rem|const|let|var|export|set|final|static|string|self\.|this\.|my|our|the|new|local)[ \t]+){0,3}\$?"
)
_LEAD = (
    rb"(?:(?:\w+'s|\w+:|my|our|your|the|new|access|acc(?:oun)?t|cred(?:ential)?s|log[ \-]?in|sign[ \-]?in|passwords?|"
    rb"users?|to|for|of|on)[ \t]+){0,4}"
)


@functools.cache
def _name() -> re.Pattern[bytes]:
    """A line that is nothing but the name, or a key of that name, which gives a value or opens a record."""
    key = rb"(?:%b|[{,(][ \t]*[\"']?)%b%b" % (_DECLARED, _SPOKEN, _MORE)
    return re.compile(rb"(?im)%b(?:%b%b|[\"'`\]]{0,2}[ \t]{0,8}(?:=>|[:=]))" % (key, _OF, _END))


@functools.cache
def _note() -> re.Pattern[bytes]:
    """A line of a note that begins with the name, or nearly, and goes on as labels do. No sentence."""
    goes_on = rb"(?=[ \t]*[:=|(/>\-]|[ \t]*\r?$|[ \t]+(?:is[ \t]+)?[\w.+\-]+@)"
    return re.compile(rb"(?im)%b%b%b%b%b" % (_SIGNS, _LEAD, _SPOKEN, _MORE, goes_on))


@functools.cache
def _mention() -> re.Pattern[bytes]:
    goes_on = rb"(?=[ \t]*(?:[^\w\s]|$|(?:with|as|is|at|for|using|via|by|user|login)\b|[\w.+\-]+@))"
    return re.compile(rb"(?i)\b%b%b%b" % (_SPOKEN, _MORE, goes_on))


@functools.cache
def _sentence_end() -> re.Pattern[bytes]:
    return re.compile(rb"[.!?][ \t]+[A-Z]")


@functools.cache
def _account() -> re.Pattern[bytes]:
    """The account alone, as a heading."""
    return re.compile(rb"(?im)%b(?:aws[ _\-]?accounts?|amazon web services)%b%b" % (_DECLARED, _OF, _END))


@functools.cache
def _title() -> re.Pattern[bytes]:
    """What managers of passwords call it."""
    label = rb"\b(?:title|name|id|service|site|item|system|website|label)"
    gap = rb"(?:</\w{1,16}>\s{0,40}<\w{1,16}[^<>]{0,60}>|[\"'`]?[ \t]*[:=|>][ \t]*[\"'`]?)"
    return re.compile(rb"(?i)%b%b%b%b%b(?=[\"'`<|\r\n]|\Z)" % (label, gap, _SPOKEN, _MORE, _OF))
