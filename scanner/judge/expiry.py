"""When temporary credentials end, where the text beside them says so."""

from __future__ import annotations

import functools
import re
from datetime import UTC, datetime, timedelta


def has_expired(record: bytes, now: datetime) -> bool:
    """Whether the record around temporary credentials names an expiration that has passed.

    The field names are those of STS, instance metadata and the caches of the AWS CLI (docs/detection.md); IAM Identity
    Center gives milliseconds since 1970.
    Source: https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_RoleCredentials.html
    """
    found = _expiration().search(record)
    if not found:
        return False
    try:
        if found["count"]:
            moment = datetime.fromtimestamp(int(found["count"][:10]), UTC)
        else:
            moment = datetime.strptime(found["moment"].decode(), "%Y-%m-%dT%H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return False
    return moment < now


def signature_is_over(record: bytes, now: datetime) -> bool:
    """Whether a query that was signed has ended: what stands in it of a session is good for nothing else.

    Of a whole URL its pattern tells; in records of tests and logs some of it is often blotted out.
    Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
    """
    signed, lifetime = _signed().search(record), _lifetime().search(record)
    if not (signed and lifetime):
        return False
    try:
        moment = datetime.strptime(signed[1].decode(), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return False
    return moment + timedelta(seconds=int(lifetime[1])) < now


@functools.cache
def _signed() -> re.Pattern[bytes]:
    return re.compile(rb"[?&;]X-Amz-Date=(\d{8}T\d{6}Z)")


@functools.cache
def _lifetime() -> re.Pattern[bytes]:
    return re.compile(rb"[?&;]X-Amz-Expires=(\d{1,6})(?!\d)")


@functools.cache
def _expiration() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i:expir(?:ation|es_?at|y)|credential_expiration)\\?[\"']?[ \t]{0,8}[:=>]{1,2}[ \t]{0,8}\\?[\"']?"
        rb"(?:(?P<moment>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)|(?P<count>1\d{9}(?:\d{3})?)(?![\d.]))"
    )
