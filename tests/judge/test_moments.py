"""Moments that a content tells: what no calendar has, or what ends behind the last year, is no end of anything."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scanner.judge.expiry import has_expired, signature_is_over

NOW = datetime(2026, 11, 29, tzinfo=UTC)
SIGNED = {
    "of no calendar": (b"X-Amz-Date=20269999T999999Z", False),
    "at the end of time": (b"X-Amz-Date=99991231T235959Z", False),
    "at the end of time, for a week": (b"?X-Amz-Date=99991231T235959Z&X-Amz-Expires=604800", False),
    "today": (b"X-Amz-Date=20261128T120000Z", False),
    "years ago": (b"X-Amz-Date=20200101T000000Z", True),
}
ENDS = {
    "of no calendar": (b'"Expiration": "2020-99-99T99:99:99"', False),
    "of no month": (b"Expiration: Xyz 99, 2020, 99:99:99 AM", False),
    "an object of the year 0": (b'"expiration": {"year": 0, "month": 0}', False),
    "a call with no moment": (b"expires: datetime.datetime(2020, 0, 0, 0, 0)", False),
    "years ago": (b'"Expiration": "2020-01-01T00:00:00Z"', True),
}


@pytest.mark.parametrize(("text", "is_over"), [pytest.param(*row, id=name) for name, row in SIGNED.items()])
def test_a_signed_request(text: bytes, is_over: bool) -> None:
    assert signature_is_over(text, NOW) == is_over


@pytest.mark.parametrize(("text", "is_over"), [pytest.param(*row, id=name) for name, row in ENDS.items()])
def test_an_expiration(text: bytes, is_over: bool) -> None:
    assert has_expired(text, NOW) == is_over
