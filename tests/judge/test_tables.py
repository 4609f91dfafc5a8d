"""Rows of tables whose cells are no text, or are divided by what ends lines elsewhere."""

from __future__ import annotations

import pytest
from judged import sighted

from patterns._fake import fake

TABLES = {
    "bytes that are no text": b"\xbf\xbdKey type,Access key ID\nroot,%b\n",
    "a header that is cut": b"\xbd\xef\xbf\xbdtype,Access key ID\nroot,%b\n",
    "lone carriage returns": b"Key type,Access key ID\rroot,%b\rx,y\n",
    "a quotation mark that is not closed": b'"Key type,Access key ID\nroot,%b\n',
    "NUL": b"Key type,Access key ID\x00\nroot,%b\n",
}


@pytest.mark.parametrize("table", [pytest.param(table, id=name) for name, table in TABLES.items()])
def test_what_is_no_text_breaks_nothing_off(table: bytes) -> None:
    assert sighted(table % fake("<id>"))
