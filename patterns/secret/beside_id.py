"""Whether the key ID near forty characters says that they are its secret: on their line, or a few lines from it."""

from __future__ import annotations

import functools
import re

from patterns._names import distinction, is_foreign, name_of, named, squeeze, words_of
from patterns._owners import is_of_a_vendor
from patterns._pattern import Confidence
from patterns._remarks import remark
from patterns.secret.called import by_name
from patterns.secret.columns import is_of_a_foreign_column
from patterns.secret.lists import is_of_a_crowd
from patterns.secret.programs import is_a_programs, own_section
from patterns.secret.words import BESIDE

BESIDE_LINES = 5
CALLED = 400
"""The same within which one may be that goes by the name of a secret."""

JOINING = set(b"=:>,")
"""Signs of which one stands between the name of a field, of an element or of an entry, and its value."""
VECTORS = (b"iv", b"ct", b"id", b"pk")
"""Names as short as `sk` that cryptography has for something else, or documents, or tables."""


def by_neighbour(data: bytes, start: int, end: int, otherwise_named: bool) -> Confidence | None:
    """High beside a key ID on the line, medium a few lines from one; what has a name of another kind is of neither."""
    low, high = max(0, start - BESIDE), end + BESIDE
    before, after = [*key_id().finditer(data, low, start)][-1:], [*key_id().finditer(data, end, high)][:1]
    gaps = [data[found.end() : start] for found in before] + [data[end : found.start()] for found in after]
    gap = min(gaps, key=lambda gap: gap.count(b"\n"), default=b"\n" * (BESIDE_LINES + 1))
    lines = gap.count(b"\n")
    is_assigned = _is_assigned(data, start)
    told = not _touches().fullmatch(gap) and ((lines and not _is_in_one_row(gap)) or is_assigned)
    if lines > BESIDE_LINES:
        of_one = gaps and (_is_called_as_a_secret_of_one(data, start) or _has_the_name_of_one(data, start))
        return "medium" if of_one else None
    ids = [found.start() for found in (*before, *after)]
    if told and otherwise_named and (_is_of_a_query(data, start) or not _may_be_secret(data, start, end, ids)):
        return None
    if not is_assigned and is_of_a_foreign_column(data, start, end):
        return None
    return "medium" if lines else "high"


def is_called_by_itself(data: bytes, start: int, end: int) -> bool:
    """Whether it is called a secret access key, and would be one where no key ID stood beside."""
    name = name_of(data, start)
    called = by_name(name) if b"secret" in name.lower() or b"aws" in name.lower() else None
    is_called = bool(called) and not is_a_programs(data, start, name) and not is_of_a_crowd(data, start, end)
    return is_called or bool(by_name(remark(data, start, end)))


def _is_in_one_row(gap: bytes) -> bool:
    """Whether nothing but cells of a table of HTML end and begin between two values: what stands before tells nothing."""
    return b"</td>" in gap and b"<tr" not in gap


def _is_assigned(data: bytes, start: int) -> bool:
    """Whether it is the value of a field, which has a name of its own, and not a cell or an argument."""
    name, gap = named(data, start)
    return bool(_assignment().fullmatch(gap) or (gap == b">" and _element().search(name)))


def _is_of_a_query(data: bytes, start: int) -> bool:
    """Whether it is a parameter of a URL, such as the token in a link by which a password is set anew, or is for one, as npm has it."""
    return bool(_parameter().search(data, max(0, start - 48), start))


def _may_be_secret(data: bytes, start: int, end: int, ids: list[int]) -> bool:
    """Whether what it is called leaves that open: by a word for secrets, by hardly anything, by a comment that says it."""
    name = name_of(data, start)
    if _is_of_a_table(data, start, name):
        return False
    is_secret = b"secret" in name.lower() and not is_of_a_vendor(name)
    if key_id().search(name) or (is_secret and not _reference().search(data, max(0, start - CALLED), end + CALLED)):
        return True
    initials = len(name) <= 2 and name.lower() not in VECTORS
    section = own_section(data, start, end)
    if initials or _says_no_more(section + name, [name_of(data, at) for at in ids]):
        return True
    if bool(by_name(remark(data, start, end))) or _is_called_as_an_id(data, start, name):
        return True
    return _has_the_name_of_one(data, start)


def _is_of_a_table(data: bytes, start: int, name: bytes) -> bool:
    """Whether it is the sort key of an item whose partition key stands before it, and no secret key: `pk` and `sk`."""
    return name.lower() == b"sk" and bool(_partition().search(data, max(0, start - CALLED), start))


def _says_no_more(name: bytes, names: list[bytes]) -> bool:
    """Whether the name says no more than that it is a secret, and what the names of the key IDs say as well.

    `password` does, and `backup_password` beside `backup_user`; but `db_password` is a database's.
    """
    rest = squeeze(name)
    for word in sorted({word for other in names for word in words_of(other)}, key=len, reverse=True):
        rest = rest if _plain().fullmatch(word) or len(word) < 2 else rest.replace(word, b"")
    return bool(_plain().fullmatch(rest) or rest == b"token")


def _is_called_as_an_id(data: bytes, start: int, name: bytes) -> bool:
    """Whether a key ID goes by the same name: `prod` in a map of IDs and in one of secrets, who wrote a message."""
    low, high = max(0, start - CALLED), start + CALLED
    if data.count(name, low, high) < 2:
        return False
    return any(name_of(data, found.start()) == name for found in key_id().finditer(data, low, high))


def _is_called_as_a_secret_of_one(data: bytes, start: int) -> bool:
    """Whether a key ID is called alike, but for the word for it: `BACKUP_KEY` and, in a list further down, `BACKUP_SECRET`."""
    name = name_of(data, start)
    ids = key_id().finditer(data, max(0, start - BESIDE), start + BESIDE) if b"secret" in name.lower() else ()
    return any(distinction(name_of(data, found.start())) == distinction(name) for found in ids)


def _has_the_name_of_one(data: bytes, start: int) -> bool:
    """Whether it is a field, and one that holds a key ID has the same name, which says whose they are: maps of IDs and of secrets.

    The name may also stand behind the ID, in brackets or as a remark.
    """
    name, gap = named(data, start)
    if not distinction(name) or is_foreign(name) or not set(gap) & JOINING:
        return False
    ids = key_id().finditer(data, max(0, start - BESIDE), start + BESIDE)
    return any(name in (name_of(data, found.start()), _said_behind(data, found.end())) for found in ids)


def _said_behind(data: bytes, end: int) -> bytes:
    said = _remark().match(data, end)
    return said[1] if said else b""


@functools.cache
def _remark() -> re.Pattern[bytes]:
    return re.compile(rb"[\"'`]?,?[ \t]{1,20}(?:[(#;\[]|//|--?)[ \t]{0,4}([A-Za-z][\w.\-]{1,40})")


@functools.cache
def _reference() -> re.Pattern[bytes]:
    """The key's own secret, called by its full name, that is kept elsewhere: another secret is not its."""
    return re.compile(
        rb"(?i:secret[_\-]?access[_\-]?key|aws[_\-]?secret[_\-]?key)[\"'`\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=])[ \t]{0,8}[\"'`]?"
        rb"(?:\$[{(A-Z]|\{\{|%\(|<[%A-Za-z]|(?!aws\.String)[A-Za-z_]\w{1,30}(?:\.[A-Za-z_]|[(\[]))"
    )


@functools.cache
def _touches() -> re.Pattern[bytes]:
    """What stands between two values that go by one name: signs, as in `backup: … / …`, and a line end at most."""
    return re.compile(rb"[^\w\n]{1,12}(?:\n[^\w\n]{0,12})?")


@functools.cache
def _plain() -> re.Pattern[bytes]:
    """Words by which secrets are called, in some languages, and those that may stand beside them."""
    return re.compile(
        rb"(?:access|secrets?|private|priv|auth|[as]?keys?|creds?|credentials?|sa?k|sec(?:ure)?|plain(?:text)?"
        rb"|pass(?:words?|wd?|phrase|code|wort)?|pwd?|clave|chave|cle|geheim|senha|parola|kennwort|motdepasse|mdp"
        rb"|contrasena|wachtwoord|haslo|sifre"
        rb"|aws|amazon|s3|iam|user|name|login|id|value|string|storage|cloud|bucket"
        rb"|prod(?:uction)?|live|dev|test|stag(?:e|ing)|default|main"
        rb"|the|my|your|our|is|and|with|for|of|its|this|new|old|\d)+"
    )


@functools.cache
def _element() -> re.Pattern[bytes]:
    """A name of several words, as fields have them, and elements of HTML do not."""
    return re.compile(rb"[a-z][A-Z]|\w[_\-]\w")


@functools.cache
def _partition() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)\bpk[\"'`]?\s{0,8}[:=]")


@functools.cache
def _parameter() -> re.Pattern[bytes]:
    return re.compile(rb"(?:[?&]|/:_)[\w\-]{1,40}=\Z")


@functools.cache
def _assignment() -> re.Pattern[bytes]:
    return re.compile(rb"\\{0,3}[\"'`\]]{0,2}\s{0,8}(?:=>|:=|[=:])\s{0,8}\\{0,3}[\"'`]?")


@functools.cache
def key_id() -> re.Pattern[bytes]:
    """One that signs requests, by itself or anywhere in a text."""
    return re.compile(rb"(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])")
