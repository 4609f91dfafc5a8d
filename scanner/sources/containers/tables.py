"""SQLite databases: the rows of their tables, read by SQLite itself from a copy in memory that it may only read.

Nothing of the file is carried out: no view, trigger, virtual table or function is ever asked for or allowed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from scanner.sources.containers.freed import SMALLEST, freed
from scanner.sources.containers.member import CORRUPT, Flow, Member, Trouble

VERSIONS_AT = 18
"""Where the header says that a file beside it holds what was written last: a copy has no such file."""
ROLLBACK = b"\1\1"
LONGEST = 64 * 2**20
"""Bytes of one value that are read."""
ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
COLUMNS, COMPUTED = "table_xinfo", 2
"""What tells a table's columns, and how it tells that one is computed whenever it is asked for."""
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY rootpage"
"""Tables that are stored: virtual ones have no page."""


def members(file: BinaryIO) -> Iterator[Member | Trouble]:
    """Each table, one line for a row (a value may go on over lines); what was deleted and still stands there."""
    data = file.read()
    if len(data) < SMALLEST:  # the beginning of a database, as in a table of such beginnings
        return
    connection = sqlite3.connect(":memory:")
    try:
        names = _names(connection, data)
    except (sqlite3.Error, AttributeError):  # SQLite may have been built without what reads from memory
        connection.close()
        yield CORRUPT
        return
    for name in names:
        rows = _Rows(connection, name)
        yield Member(name, rows.read)
        if rows.trouble:
            yield rows.trouble._replace(name=name)
    connection.close()
    yield Member(None, BytesIO(freed(data)).read)


def _names(connection: sqlite3.Connection, data: bytes) -> list[str]:
    connection.deserialize(data[:VERSIONS_AT] + ROLLBACK + data[VERSIONS_AT + 2 :])
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    connection.set_authorizer(_authorized)
    connection.text_factory = bytes
    return [name.decode("utf-8", "backslashreplace") for (name,) in connection.execute(TABLES)]


def _authorized(action: int, first: str | None, *_: object) -> int:
    asks = action == sqlite3.SQLITE_PRAGMA and first == COLUMNS
    return sqlite3.SQLITE_OK if asks or action in ALLOWED else sqlite3.SQLITE_DENY


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


class _Rows:
    """One table. trouble: why it ends, if not at its end."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection, self._name = connection, name
        self.read = Flow(self._lines()).read
        self.trouble: Trouble | None = None

    def _lines(self) -> Iterator[bytes]:
        table = _quoted(self._name)
        try:
            told = self._connection.execute(f"PRAGMA {COLUMNS}({table})")
            columns = [name for _, name, *_, hidden in told if hidden != COMPUTED]
            asked = ", ".join(_quoted(name.decode()) for name in columns)
            for row in self._connection.execute(f"SELECT {asked} FROM {table}"):  # noqa: S608 - names in quotes
                yield b"{%b}\n" % b", ".join(map(_field, columns, row))
        except (sqlite3.Error, UnicodeError, MemoryError):
            self.trouble = CORRUPT


def _field(column: bytes, value: object) -> bytes:
    """As settings are written, so that the column is what the value is called."""
    text = b"" if value is None else value if isinstance(value, bytes) else str(value).encode()
    return b'%b="%b"' % (column, text)
