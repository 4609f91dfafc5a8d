"""When temporary credentials end, where the text beside them says so."""

from __future__ import annotations

import functools
import re
from datetime import UTC, datetime


def has_expired(record: bytes, now: datetime) -> bool:
    """Whether the record around temporary credentials names an expiration that has passed.

    The field names are those of STS, instance metadata and the caches of the AWS CLI (docs/detection.md).
    """
    found = _expiration().search(record)
    if not found:
        return False
    try:
        moment = datetime.strptime(found[1].decode(), "%Y-%m-%dT%H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return False
    return moment < now


@functools.cache
def _expiration() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i:expir(?:ation|es_?at|y)|credential_expiration)\\?[\"']?[ \t]{0,8}[:=>]{1,2}[ \t]{0,8}\\?[\"']?"
        rb"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)"
    )
