"""Whether forty characters are a secret access key: by what they are called, and by what stands beside them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._begins import begins
from patterns._checks import looks_random
from patterns._names import beyond, for_aws, is_foreign, name_of
from patterns._owners import is_no_secret, is_of_aws, is_of_others
from patterns._pattern import Confidence, Found
from patterns.secret.beside_id import CALLED, by_neighbour, key_id
from patterns.secret.called import by_name
from patterns.secret.elsewhere import is_kept_elsewhere
from patterns.secret.lists import first_of_list, is_of_a_crowd
from patterns.secret.part import is_part
from patterns.secret.programs import is_a_programs, is_in_a_programs_section
from patterns.secret.words import BESIDE, NAMED

CAPTCHA = b"6L"
"""How the secret keys of reCAPTCHA begin, which are as long and are called no more than that. 0.024 % of AWS's do as well."""
PREFIXES = (b"AKIA", b"ASIA")
LEAD = 200
"""Bytes before a value in which such a name stands."""


def secrets(match: Match[bytes]) -> Iterator[Found]:
    """A random value whose name, or whose neighbour, says that it is a secret access key; or a stand-in for one."""
    if match["standin"] is not None:
        default = _default(match.string, *match.span("standin"))
        yield Found((("secret", *(default or match.span("standin"))),), "high" if default else "low")
    elif begins(match.string, match.start()) and (
        (random := looks_random(match["secret"])) or b"EXAMPLE" in match["secret"]
    ):
        span = match.span("secret")
        confidence = _confidence(match.string, *span) or _as_the_first(match.string, *span)
        if confidence:
            yield Found((("secret", *match.span("secret")),), confidence if random else "low")


def _default(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """The secret that a reference itself gives for where there is nothing to refer to: `${SECRET_KEY:-…}`."""
    values = _key().finditer(data, start, end)
    return next((value.span() for value in values if looks_random(value[0])), None)


def _confidence(data: bytes, start: int, end: int) -> Confidence | None:
    name = for_aws(key_id().sub(b"", name_of(data, start)))  # chance writes `JWT` and the like into some
    beside = _is_beside_an_id(data, start, end)
    called = by_name(name) if beside or _is_looked_for(data, start, name.lower()) else None
    is_anothers = _is_anothers(name) and not _is_called_as_an_id(data, start, end, name)
    if not (called or beside) or is_anothers or is_part(data, start, end):
        return None
    if (called and _is_a_captcha_s(data, start, end, name, beside)) or is_kept_elsewhere(data, start, end):
        return None
    if beside and is_in_a_programs_section(data, start, end, name):
        return None
    if called and _is_settings_own(data, start, end, name):
        return None
    if called and not beside:
        alone = is_of_a_crowd(data, start, end) or is_a_programs(data, start, name)
        return None if alone else called
    if called == "high" or (called is None and is_no_secret(name)):
        return called
    return by_neighbour(data, start, end, bool(name) and called is None) or called


def _as_the_first(data: bytes, start: int, end: int) -> Confidence | None:
    """As the first of the list that it stands in, where at least as many key IDs stand beside."""
    first, number = first_of_list(data, start, in_rows=True)
    if not number or is_part(data, start, end) or is_foreign(name_of(data, start)):
        return None
    ids = key_id().findall(data, max(0, first - BESIDE), end + BESIDE)
    return _confidence(data, first, first + end - start) if len({*ids}) > number else None


def _is_anothers(name: bytes) -> bool:
    return is_of_others(name) or is_foreign(name)


def _is_called_as_an_id(data: bytes, start: int, end: int, name: bytes) -> bool:
    """Whether a key ID beside it is called by the words that say that it is another's: `CLIENT_SECRET`, by `CLIENT_KEY`."""
    ids = key_id().finditer(data, max(0, start - CALLED), end + CALLED) if b"secret" in name.lower() else ()
    rests = [beyond(name, name_of(data, found.start())) for found in ids]
    return not all(map(_is_anothers, rests))


def _is_looked_for(data: bytes, start: int, name: bytes) -> bool:
    """Whether an anchor leads to such a name: of `my_s3_key` none does, but for a key ID beside it."""
    return b"secret" in name or (b"aws" in name and bool(_lead().search(data, max(0, start - LEAD), start)))


def _is_settings_own(data: bytes, start: int, end: int, name: bytes) -> bool:
    """Whether it is the `SECRET_KEY` of a program in whose settings the key ID has AWS's name, as its secret would."""
    ids = key_id().finditer(data, max(0, start - BESIDE), end + BESIDE) if name == b"SECRET_KEY" else ()
    names = [name_of(data, found.start()) for found in ids]
    return bool(names) and all(called == b"AWS_ACCESS_KEY_ID" for called in names) and is_a_programs(data, start, name)


def _is_beside_an_id(data: bytes, start: int, end: int) -> bool:
    low, high = max(0, start - BESIDE), end + BESIDE
    is_led_to = any(data.find(prefix, low, high) >= 0 for prefix in PREFIXES)  # most stand beside none
    return is_led_to and bool(key_id().search(data, low, high))


def _is_a_captcha_s(data: bytes, start: int, end: int, name: bytes, beside: bool) -> bool:
    """By its beginning; beside a key ID, by the key of the site as well, which begins alike."""
    if not data.startswith(CAPTCHA, start) or b"access" in name.lower() or is_of_aws(name):
        return False
    around = data[max(0, start - CALLED) : end + CALLED]
    return not beside or len(_captchas().findall(around)) > 1


@functools.cache
def _captchas() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![\w+/\-])%b[\w+/\-]{38}(?![\w+/\-])" % CAPTCHA)


@functools.cache
def _key() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![A-Za-z0-9+/_.%])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_])")


@functools.cache
def _lead() -> re.Pattern[bytes]:
    """What an anchor sees of a name with `aws` in it."""
    return re.compile(rb"(?is)" + NAMED)
