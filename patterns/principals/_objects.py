"""What stands in one object with a match. Support: no signal stands here."""

from __future__ import annotations

import functools
import re
from re import Match

REACH = 800
NAME_BYTES = 60


def object_around(match: Match[bytes]) -> bytes:
    """The text of the braces, or of the paragraph, that the match stands in; at most 800 bytes to either side."""
    data = match.string
    before = data[max(0, match.start() - REACH) : match.start()].replace(b"\r\n", b"\n")
    after = data[match.end() : match.end() + REACH].replace(b"\r\n", b"\n")
    start = max(before.rfind(b"{"), before.rfind(b"\n\n"))
    ends = [end for end in (after.find(b"}"), after.find(b"\n\n")) if end >= 0]
    return before[start + 1 :] + match[0] + (after[: min(ends)] if ends else after)


def describes_a_user(match: Match[bytes]) -> bool:
    """Whether the object is some user (get-user, list-users, members of something), and not whoever calls."""
    text = object_around(match).lower()
    if b'"aws::' in text:  # a resource that some event is about
        return True
    if b"accesskeyid" in text or b"access_key" in text:
        return b"passwordlastused" in text
    return any(word in text for word in (b"createdate", b"passwordlastused", b"username", b"userarn", b"permission"))


def stands_in(match: Match[bytes], heading: bytes) -> bool:
    """Whether the block that the match stands in begins with that word, on the line of its brace."""
    before = match.string[max(0, match.start() - REACH) : match.start()]
    brace = before.rfind(b"{")
    return heading in before[:brace].rsplit(b"\n", 1)[-1] if brace >= 0 else False


def is_of_an_event(match: Match[bytes]) -> bool:
    """Whether the object is what an event says of who called: that is told of the key which the event names, and of
    no other that stands near."""
    before = match.string[max(0, match.start() - REACH) : match.start()]
    brace = before.rfind(b"{")
    return brace >= 0 and bool(_of_event().search(before[max(0, brace - NAME_BYTES) : brace]))


def is_compared(match: Match[bytes]) -> bool:
    """Whether code on the line on which the ARN stands only asks whether it is so."""
    at = match.start("partition")
    line = match.string[max(0, at - REACH) : at].rsplit(b"\n", 1)[-1]
    return bool(_comparison().search(line))


@functools.cache
def _comparison() -> re.Pattern[bytes]:
    return re.compile(
        rb"[=!]=|[=!]~|\[\[?[ ][\"']?\$"
        rb"|(?i:\b(?:if|elif|unless|when|case|assert\w*|expect\w*|should\w*|grep|equals?|throw|raise)\b)"
    )


@functools.cache
def _of_event() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)(?:user_?identity|session_?issuer)\W{0,12}\Z")
