"""What a commit or a tag says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from io import BytesIO

from scanner.git.objects import read
from scanner.git.process import Git
from scanner.model import Commit

STEP, LONGEST = 2**20, 2**25
"""Bytes that are read at once, and of a header at most."""

Read = Callable[[int], bytes]
"""Gives the next bytes, at most so many; none at the end."""


def opened(read: Read) -> tuple[bytes, Read]:
    """The header of a commit or a tag, and what gives the message behind it, which may be of any length.

    A header that does not end within 32 MiB is taken for a message from there on.
    """
    data = bytearray()
    while b"\n\n" not in data[-STEP - 1 :] and len(data) < LONGEST and (more := read(STEP)):
        data += more
    header, _, message = bytes(data).partition(b"\n\n")
    if len(header) >= LONGEST:
        header, message = header[:LONGEST], header[LONGEST:] + message
    rest = BytesIO(message)
    return header, lambda most: rest.read(most) or read(most)


def divided(data: bytes) -> tuple[bytes, bytes]:
    """The header and the message of a commit or a tag."""
    header, _, message = data.partition(b"\n\n")
    return header, message


def parsed(name: str, data: bytes) -> Commit:
    """Whose the commit is, and when it was made. Whatever is broken in it is left empty."""
    header, message = divided(data)
    author, email, _ = _person(header, b"author")
    _, _, date = _person(header, b"committer")
    subject = message.lstrip(b"\n").partition(b"\n")[0]
    return Commit(name, _text(author), _text(email), date, _text(subject))


def described(git: Git, names: Iterable[str]) -> dict[str, Commit]:
    """What each of the commits says of itself, as far as they are here."""
    found = read(git, (name.encode() for name in sorted(names)))
    return {item.id: parsed(item.id, item.read(2**20)) for item in found if item.type == "commit"}


def moment(header: bytes) -> int:
    """When it was committed, in seconds; 0 where it does not say so."""
    line = next((line for line in header.split(b"\n") if line.startswith(b"committer ")), b"")
    words = line.rpartition(b"> ")[2].split()
    return int(words[0]) if words and words[0].isdigit() and len(words[0]) < 20 else 0


def _person(header: bytes, role: bytes) -> tuple[bytes, bytes, str]:
    line = next((line for line in header.split(b"\n") if line.startswith(role + b" ")), b"")
    name, _, rest = line[len(role) + 1 :].partition(b" <")
    email, _, moment = rest.rpartition(b"> ")
    return name, email, _date(moment)


def _date(moment: bytes) -> str:
    """`1700000000 +0100` as ISO 8601; empty where it is none."""
    try:
        seconds, zone = moment.split()
        minutes = int(zone[1:3]) * 60 + int(zone[3:5])
        shift = timedelta(minutes=-minutes if zone.startswith(b"-") else minutes)
        return datetime.fromtimestamp(int(seconds), timezone(shift)).isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def _text(raw: bytes) -> str:
    """As text that can be read, and a secret in it be seen: of UTF-16, which git does not tell apart, without zeros."""
    return raw.replace(b"\0", b"").decode("utf-8", "backslashreplace")
