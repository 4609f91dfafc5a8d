"""When temporary credentials end, where the text beside them says so."""

from __future__ import annotations

import functools
import re
from datetime import UTC, datetime, timedelta

FIELDS = (b"year", b"month", b"day", b"hour", b"minute")
"""Of a moment that is an object, as recordings of calls have it."""
SESSION = timedelta(hours=36)
"""How long a session can last that was just made. Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html"""


def expiration(record: bytes) -> datetime | None:
    """The expiration that the record around temporary credentials names; None where it names none.

    The field names are those of STS, instance metadata and the caches of the AWS CLI (docs/detection.md); IAM Identity
    Center gives milliseconds since 1970.
    Source: https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_RoleCredentials.html
    """
    found = _expiration().search(record)
    try:
        return _moment(found) if found else None
    except ValueError:
        return None


def _moment(found: re.Match[bytes]) -> datetime:
    """What is written there, events of CloudTrail included; whatever its zone, in that of the world, as STS has it."""
    if found["count"]:
        return datetime.fromtimestamp(int(found["count"][:10]), UTC)
    if found["event"]:
        text = re.sub(rb"[^A-Za-z0-9:]+", b" ", found["event"]).decode()
        return datetime.strptime(text, "%b %d %Y %I:%M:%S %p").replace(tzinfo=UTC)
    if found["object"]:
        named = {name: int(number) for name, number in _numbers().findall(found["object"])}
        numbers = [named.get(name, 0) for name in FIELDS]
    else:
        numbers = [int(number) for number in re.findall(rb"\d+", found["moment"] or found["call"])]
    year, month, day, hour, minute, second = (*numbers, 0)[:6]
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


def end_of_signature(record: bytes) -> datetime | None:
    """When a signed request ends, or the session that signed it: what stands in it is good for nothing else.

    Of a whole URL its pattern tells; in records of tests and logs some of it is often blotted out.
    Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
    """
    signed, lifetime = _signed().search(record), _lifetime().search(record)
    if not signed:
        return None
    try:
        moment = datetime.strptime(signed[1].decode(), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return moment + (timedelta(seconds=int(lifetime[1])) if lifetime else SESSION)
    except (ValueError, OverflowError):  # no moment of the calendar, or one that ends behind it
        return None


@functools.cache
def _signed() -> re.Pattern[bytes]:
    """When it was, in a query or a header, as a field of an object or a form, as a condition of a policy."""
    return re.compile(rb"(?i:\bX-Amz-Date)(?>(?:[\"'=:>,\[\s]|\\{1,3}[rn]?|value(?=\W)){1,40})(\d{8}T\d{6}Z)")


@functools.cache
def _lifetime() -> re.Pattern[bytes]:
    return re.compile(rb"[?&;]X-Amz-Expires=(\d{1,6})(?!\d)")


@functools.cache
def _expiration() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?:(?i:expir(?:ation|es(?:_?at)?|y))\\?[\"']?[ \t]{0,20}[:=>|]{1,2}[ \t]{0,20}\\?[\"']?"
        rb"|\tASIA[A-Z0-9]{16}\t)"
        rb"(?:(?P<moment>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)|(?P<count>1\d{9}(?:\d{3})?)(?![\d.])"
        rb"|(?P<event>[A-Z][a-z]{2} \d{1,2}, \d{4},? \d{1,2}:\d\d:\d\d(?: |\xe2\x80\xaf)[AP]M)"
        rb"|datetime\.datetime\((?P<call>\d{4}(?:, \d{1,2}){4})|(?P<object>\{[^{}]{0,300}\byear\b[^{}]{0,300}\}))"
    )


@functools.cache
def _numbers() -> re.Pattern[bytes]:
    return re.compile(rb"(%b)\\?[\"']\s{0,8}:\s{0,8}(\d{1,4})" % b"|".join(FIELDS))
