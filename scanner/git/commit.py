"""What a commit or a tag says of itself."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from scanner.model import Commit


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
    return raw.decode("utf-8", "backslashreplace")
