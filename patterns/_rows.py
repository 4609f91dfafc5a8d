"""Rows of CSV files, cell by cell, with the places where the cells stand. Support."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST = 4096
"""Bytes of a row at most."""

Span = tuple[int, int]


def lines(data: bytes, at: int, most: int, sign: int = 0) -> Iterator[tuple[int, bytes]]:
    """The lines from an offset on, so many at most: where each begins, and what it says.

    sign: bytes at the beginning of a line that are none of its text.
    """
    for _ in range(most):
        if at >= len(data):
            return
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        start = min(end, at + sign)
        yield start, data[start:end].rstrip(b"\r")
        at = end + 1


def cells(line: bytes, at: int, divider: bytes = b",") -> Iterator[Span]:
    """The span of each cell, without its quotes. A quoted cell may hold dividers and doubled quotes."""
    import csv  # only where there is such a line

    start = 0
    for cell in next(csv.reader([line.decode("latin-1").replace("\r", " ")], delimiter=divider.decode())):
        quoted = line[start : start + 1] == b'"'
        length = len(cell) + (cell.count('"') if quoted else 0)
        begin = start + quoted
        yield at + begin, at + begin + length
        start = begin + length + quoted + 1


def plain(cell: bytes) -> bytes:
    """The name of a column, however it is written: `"IAM User Name"` and `iam_user_name` are the same."""
    return cell.strip(b' \t\r"\xef\xbb\xbf').lower().replace(b" ", b"").replace(b"-", b"").replace(b"_", b"")
