"""Whether a secret opens another service that takes AWS's names for its keys, such as storage that speaks S3. Support."""

from __future__ import annotations

import functools
import re

from patterns._checks import entropy, is_wordy
from patterns._owners import STORES

AROUND = 400
"""Bytes on either side of a secret in which another service is told by its host and by an ID of another form."""
PAGE = 2000
"""The same in which somebody who keeps storage is named, where the ID beside the secret has their form."""
LEAST = 2.5
"""Bits per byte of an ID that a machine chose; of 16 random hexadecimal digits 1 in 1,000 has less."""


def is_kept_elsewhere(data: bytes, start: int, end: int) -> bool:
    """Whether it opens another service: the nearest ID is not AWS's, and nobody speaks of AWS, or another host stands beside,
    or the page names other storage; or that ID is LocalStack's."""
    low, high = max(0, start - AROUND), end + AROUND
    ids = [*_ids().finditer(data, low, start), *_ids().finditer(data, end, high)]
    nearest = min(ids, key=lambda found: _apart(data, *sorted((found.span(), (start, end)))), default=None)
    if nearest is None or nearest["aws"]:
        return False
    is_id = bool(nearest["stand"]) or _is_an_id(nearest["other"] or b"")
    if nearest["stand"] or (is_id and not _spoken().search(data, low, high)):
        return True
    if is_id and _stores().search(data, max(0, start - PAGE), end + PAGE):
        return True
    hosts = _hosts().search(data, low, start) or _hosts().search(data, end, high)
    return bool(hosts) and (is_id or bool(nearest["name"]) or nearest["other"].isupper())


def _is_an_id(value: bytes) -> bool:
    """Whether it is one of another service, and neither a name, nor what stands in for one, nor one of AWS's first, before 2011."""
    digits = sum(48 <= byte < 58 for byte in value)
    is_name = not digits or (digits == 1 and not value.isupper() and is_wordy(value, len(value) * 2 // 5))
    return entropy(value) >= LEAST and not is_name and not _first_of_aws().fullmatch(value)


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
def _spoken() -> re.Pattern[bytes]:
    """AWS's name, but where protocols have it that others speak as well: conditions, ARNs without an account, signatures."""
    return re.compile(rb"(?i)(?<!doc\.s3\.amazon)aws(?!4[_\-]|\.com/doc|:\w{1,40}[\"'}]|:\w{1,40}:[\w\-]{0,20}::)")


@functools.cache
def _stores() -> re.Pattern[bytes]:
    """Known ones, and this machine itself."""
    machine = rb"https?://(?:localhost|127\.0\.0\.1|host\.docker\.internal)\b"
    return re.compile(rb"(?i)(?<![a-z])(?:rados|%b)|%b" % (b"|".join(STORES), machine))


@functools.cache
def _hosts() -> re.Pattern[bytes]:
    """Known ones, wherever they stand; and any that is not AWS's, where a setting says that requests go there, or whose sessions have web tokens."""
    not_aws = rb"(?![\w.\-]{0,80}amazonaws)"
    option = rb"--[\w\-]{0,20}endpoint[\w\-]{0,12}[= \t]{1,4}(?=https?:)(?!https?://[\w.\-]{0,80}amazonaws)"
    setting = rb"(?i:end[_\-. ]?point[\w\-.]{0,20}|(?:s3|ec2|sqs|storage)[_\-.]?ur[il]|\w{0,8}host[_\-]?(?:base|name)?)"
    given = rb"[\"'`\]]{0,2}\s{0,8}(?:=>|[:=,])\s{0,8}[\"'`]?(?!(?:https?://)?[\w.\-]{0,80}(?:amazonaws|\.aws\b))"
    host = rb"(?:https?://[A-Za-z0-9]|[A-Za-z0-9][\w\-]{0,60}(?:\.[A-Za-z0-9]|:\d{2,5}\b))"
    return re.compile(
        b"|".join(
            (
                rb"wasabisys\.com|digitaloceanspaces|backblazeb2|cloudflarestorage|vultrobjects|scw\.cloud|linodeobjects",
                rb"storage\.googleapis|yandexcloud|aliyuncs|myqcloud|myhuaweicloud|idrivee2|storage\.tigris",
                rb"//[\w.\-]{0,60}minio",
                rb"\bs3:https?://" + not_aws,
                rb"[\s/\"'=@][\w.\-]{1,60}:(?:9000|4566|7480|8333|9878)\b",
                option,
                setting + given + host,
                rb"(?i:session_?token)[\"'\\]{0,4}\s{0,4}[=:>]{1,2}\s{0,4}[\"'\\]{0,4}eyJ",
                rb"\bMinio(?:Client)?\(\s{0,20}[\"']" + not_aws,
            )
        )
    )


@functools.cache
def _ids() -> re.Pattern[bytes]:
    """Those of AWS, and others where they are called so, which may be written in small letters; and names in their place."""
    aws = rb"(?P<aws>(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9]))"
    access_key = (
        rb"(?:access|integration)[_\-. ]?key(?:[_\-. ]?id)?|\bak|\bikey|\bs3[_\-](?:(?!secret)[a-z]{1,12}[_\-])?key"
    )
    called = rb"(?<!(?i:secret))(?<!(?i:secret)[_\-. ])(?i:%b)%b" % (access_key, _JOINS)
    mixed = rb"(?=[\w\-]{0,63}\d)[A-Za-z0-9_\-]{16,64}"
    other = rb"(?P<other>[A-Z0-9]{16,64}|STS\.[A-Za-z0-9]{16,40}|%b)" % mixed
    one = rb"(?P<stand>L[KS]IA[A-Z0-9]{16})|%b|(?P<name>[a-z][a-z0-9\-]{2,14})" % other
    return re.compile(rb"%b|%b(?!A[KS]IA)(?:%b)(?![\w*.\-+/(\[])" % (aws, called, one))


_JOINS = (
    rb"(?:[\"'`\]]{0,2}[\s\\]{0,8}(?:=>|:=|[:=,]|:?[ \t]{0,2}&?[A-Za-z]{3,10}[ \t]{1,4}=)[\s\\]{0,8}[\"'`]?"
    rb"|(?:</\w{1,12}>\s{0,40}<\w{1,12})?>\s{0,8}|[ \t]{1,20}(?=[A-Z0-9]{20}\b|STS\.))"
)
"""What stands between a name and an ID: a sign, a sign with a type before it, tags, or blanks."""
