"""Moments that a content tells: what no calendar has, or what ends behind the last year, is no end of anything."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scanner.judge.expiry import end_of_signature, expiration

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
SIGNED = {
    "of no calendar": (b"X-Amz-Date=20269999T999999Z", None),
    "at the end of time": (b"X-Amz-Date=99991231T235959Z", None),
    "at the end of time, for a week": (b"?X-Amz-Date=99991231T235959Z&X-Amz-Expires=604800", None),
    "for no time": (b"X-Amz-Date=20200101T000000Z&X-Amz-Expires=0", LONG_AGO),
    "for as long as the session can last": (b"X-Amz-Date=20191230T120000Z", LONG_AGO),
    "a field of a form, by its name and value": (
        rb"{\"name\": \"x-amz-date\", \"value\": \"20191230T120000Z\"}",
        LONG_AGO,
    ),
    "an element of a form": (b'<input name="X-Amz-Date" value="20191230T120000Z">', LONG_AGO),
    "a part of a form that was sent": (rb"name=\"x-amz-date\"\r\n\r\n20191230T120000Z\r\n", LONG_AGO),
    "a condition of a policy": (b'["eq","$x-amz-date","20191230T120000Z"]', LONG_AGO),
    "a header of another name": (b'"x-amz-date-of": "20191230T120000Z"', None),
}
ENDS = {
    "of no calendar": (b'"Expiration": "2020-99-99T99:99:99"', None),
    "of no month": (b"Expiration: Xyz 99, 2020, 99:99:99 AM", None),
    "an object of the year 0": (b'"expiration": {"year": 0, "month": 0}', None),
    "a call with no moment": (b"expires: datetime.datetime(2020, 0, 0, 0, 0)", None),
    "years ago": (b'"Expiration": "2020-01-01T00:00:00Z"', LONG_AGO),
}


@pytest.mark.parametrize(("text", "end"), [pytest.param(*row, id=name) for name, row in SIGNED.items()])
def test_a_signed_request(text: bytes, end: datetime | None) -> None:
    assert end_of_signature(text) == end


@pytest.mark.parametrize(("text", "end"), [pytest.param(*row, id=name) for name, row in ENDS.items()])
def test_an_expiration(text: bytes, end: datetime | None) -> None:
    assert expiration(text) == end
