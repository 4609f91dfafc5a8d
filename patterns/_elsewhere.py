"""Whether a secret opens another service that takes AWS's names for its keys, such as storage that speaks S3. Support."""

from __future__ import annotations

import functools
import re

from patterns._checks import entropy

AROUND = 400
"""Bytes on either side of a secret in which another service is told by its host and by an ID of another form."""
LEAST = 2.5
"""Bits per byte of an ID that a machine chose; of 16 random hexadecimal digits 1 in 1,000 has less."""


def is_kept_elsewhere(data: bytes, start: int, end: int) -> bool:
    """Whether it opens another service: the nearest ID is not AWS's, and nobody speaks of AWS, or another host stands beside;
    or that ID is LocalStack's."""
    low, high = max(0, start - AROUND), end + AROUND
    ids = [*_ids().finditer(data, low, start), *_ids().finditer(data, end, high)]
    nearest = min(ids, key=lambda found: _apart(data, *sorted((found.span(), (start, end)))), default=None)
    if nearest is None or nearest["aws"]:
        return False
    if nearest["stand"] or (b"aws" not in data[low:high].lower() and _is_an_id(nearest["other"])):
        return True
    return bool(_hosts().search(data, low, start) or _hosts().search(data, end, high))


def _is_an_id(value: bytes) -> bool:
    """Whether it is one of another service, and neither what stands in for one nor one of AWS's first, before 2011."""
    return entropy(value) >= LEAST and any(48 <= byte < 58 for byte in value) and not _first_of_aws().fullmatch(value)


def _apart(data: bytes, first: tuple[int, int], last: tuple[int, int]) -> int:
    """In bytes, of which the end of a record counts as many."""
    return last[0] - first[1] + AROUND * bool(_divides().search(data, first[1], last[0]))


@functools.cache
def _first_of_aws() -> re.Pattern[bytes]:
    return re.compile(rb"[01][A-Z0-9]{19}")


@functools.cache
def _divides() -> re.Pattern[bytes]:
    return re.compile(rb"\n[ \t]*\r?\n|\n[ \t]*[\[{}]")


@functools.cache
def _hosts() -> re.Pattern[bytes]:
    """Known ones, wherever they stand; and any that is not AWS's, where a setting says that requests go there."""
    return re.compile(
        rb"wasabisys\.com|digitaloceanspaces|backblazeb2|cloudflarestorage|vultrobjects|scw\.cloud|linodeobjects"
        rb"|storage\.googleapis|yandexcloud|aliyuncs|myqcloud|myhuaweicloud|idrivee2|storage\.tigris|//[\w.\-]{0,60}minio|//[\w.\-]{1,60}:9000\b"
        rb"|--endpoint-url[ \t]+(?=https?:)(?!https?://[\w.\-]{0,80}amazonaws)|(?i:end[_\-. ]?point[\w\-.]{0,20}|(?:s3|ec2|sqs|storage)[_\-.]?ur[il]|\w{0,8}host[_\-]?(?:base|name)?)[\"'`\]]{0,2}\s{0,8}(?:=>|[:=,])\s{0,8}[\"'`]?"
        rb"(?!(?:https?://)?[\w.\-]{0,80}(?:amazonaws|\.aws\b))(?:https?://[A-Za-z0-9]|[A-Za-z0-9][\w\-]{0,60}(?:\.[A-Za-z0-9]|:\d{2,5}\b))"
        rb"|\bMinio(?:Client)?\(\s{0,20}[\"'](?![\w.\-]{0,80}amazonaws)"
    )


@functools.cache
def _ids() -> re.Pattern[bytes]:
    """Those of AWS, and others where they are called so, which may be written in small letters. A name alone is none."""
    return re.compile(
        rb"(?P<aws>(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9]))"
        rb"|(?<!(?i:secret))(?<!(?i:secret)[_\-. ])(?i:(?:access|integration)[_\-. ]?key(?:[_\-. ]?id)?|\bak|\bikey)"
        rb"[\"'`\]]{0,2}\s{0,8}(?:=>|:=|[:=,])\s{0,8}[\"'`]?(?!A[KS]IA)"
        rb"(?:(?P<stand>L[KS]IA[A-Z0-9]{16})|(?P<other>[A-Z0-9]{16,64}|(?=[\w\-]{0,63}\d[\w\-]{0,63}\d)[A-Za-z0-9_\-]{16,64}))(?![\w*.\-+/])"
    )
