"""What earlier scans came to, so that a history that has grown is read no further back than it must be.

A pack never changes; one that was sifted under the same rules need not be again. Of a history in which nothing has
changed at all, only what said something is read again; of one that has grown, what is new, too. Kept in the user's
cache folder, in SQLite, so that several scans can share it: names of objects, paths and refs, as far as a report
shows them as they are, and what it says of the credentials there; never a value.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing

import msgspec

from scanner.cache import cache_folder
from scanner.model import Skipped
from scanner.opening import opened
from scanner.sources.sifting import Sifted, Suspect

TABLES = (
    "CREATE TABLE IF NOT EXISTS packs (rules TEXT, pack TEXT, found TEXT, PRIMARY KEY (rules, pack))",
    "CREATE TABLE IF NOT EXISTS histories (place TEXT PRIMARY KEY, state TEXT, told TEXT)",
    "CREATE TABLE IF NOT EXISTS pasts (place TEXT PRIMARY KEY, rules TEXT, past TEXT)",
)
UNLIKE = (ValueError, TypeError, KeyError, IndexError, RecursionError, msgspec.MsgspecError)
"""What is raised over a text that is nothing of ours."""
PATIENCE = 5.0
"""Seconds to wait for another scan that is writing."""


class Memory:
    """Knows packs by what they are and where they lie. rules: what the patterns and their engines are known by.

    A cache that cannot be used costs time alone; `trouble` says what is wrong with it.
    """

    keeps = True

    def __init__(self, rules: str, path: str | None = None) -> None:
        self._rules = rules
        self._path = path or os.path.join(cache_folder(), "history.sqlite")
        self.trouble: list[Skipped] = []
        self._is_broken = False

    def look_for(self, more: str) -> None:
        """Tells it what else is looked for, by what that is known by."""
        self._rules = hashlib.sha256(f"{self._rules}\n{more}".encode()).hexdigest()

    def recall(self, pack: bytes) -> Sifted | None:
        """What the objects of the pack came to; None if that is not known."""
        known = identity(pack)
        row = known and self._run("SELECT found FROM packs WHERE rules = ? AND pack = ?", [(self._rules, known)])
        try:
            return _read(_opened(row or ""))
        except UNLIKE:
            return None

    def history(self, place: str, state: str) -> str | None:
        """What was told of the history at that place when it was in that state; None if that is not known."""
        asked = (place, self._in(state))
        row = self._run("SELECT told FROM histories WHERE place = ? AND state = ?", [asked])
        return _opened(row or "") or None

    def keep_history(self, place: str, state: str, text: str) -> None:
        """Remembers the history, in place of what it was before."""
        row = (place, self._in(state), _sealed(text))
        self._run("INSERT OR REPLACE INTO histories VALUES (?, ?, ?)", [row])

    def past(self, place: str) -> str | None:
        """What an earlier scan of that place has to tell of one that has grown; None if that is not known."""
        row = self._run("SELECT past FROM pasts WHERE place = ? AND rules = ?", [(place, self._rules)])
        return _opened(row or "") or None

    def keep_past(self, place: str, text: str) -> None:
        """Remembers that, in place of what was known before."""
        self._run("INSERT OR REPLACE INTO pasts VALUES (?, ?, ?)", [(place, self._rules, _sealed(text))])

    def _in(self, state: str) -> str:
        return hashlib.sha256(f"{self._rules}\n{state}".encode()).hexdigest()

    def keep(self, found: Mapping[bytes, Sifted]) -> None:
        """Remembers packs in which everything could be read."""
        rows = [
            (self._rules, known, _sealed(_written(sifted)))
            for pack, sifted in found.items()
            if not sifted.lost and not any(suspect.called for suspect in sifted.suspects) and (known := identity(pack))
        ]
        if rows:
            self._run("INSERT OR REPLACE INTO packs VALUES (?, ?, ?)", rows)

    def _run(self, statement: str, rows: Sequence[tuple[str, ...]]) -> str | None:
        if self._is_broken:
            return None
        try:
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=PATIENCE)) as database, database:
                database.execute("BEGIN IMMEDIATE")  # one that cannot be written is known at once
                for table in TABLES:
                    database.execute(table)
                if len(rows) == 1:
                    found = database.execute(statement, rows[0]).fetchone()
                    return str(found[0]) if found else None
                database.executemany(statement, rows)
        except (sqlite3.Error, OSError, UnicodeError) as error:  # words of a broken one may be broken, too
            detail = f"the cache cannot be used, everything is read anew ({error})"
            self._is_broken = True
            self.trouble.append(Skipped(self._path, "cache", detail, incomplete=False))
        return None


class Forgetful(Memory):
    """Knows nothing and keeps nothing."""

    keeps = False

    def __init__(self) -> None:
        super().__init__("")

    def _run(self, statement: str, rows: Sequence[tuple[str, ...]]) -> str | None:
        return None


def identity(pack: bytes) -> str | None:
    """What a pack is known by: where it lies, when it was put there, and what it and its index end in.

    None where it cannot be read, or has gone: a repository may be packed anew beside the scan.
    The last bytes are git's own checksum of all the others. They alone could be forged, to make content pass as known;
    the time of the last change to the file's entry cannot, short of setting the machine's clock.
    """
    known = hashlib.sha256()
    for path in (pack, pack[:-5] + b".idx"):
        try:
            with opened(path) as file:
                status = os.fstat(file.fileno())
                file.seek(max(0, status.st_size - 40))
                known.update(repr((os.path.realpath(path), status.st_ino, status.st_size, status.st_ctime_ns)).encode())
                known.update(file.read())
        except OSError:
            return None
    return known.hexdigest()


def _sealed(text: str) -> str:
    """The text behind a digest of it, by which it is known to be whole."""
    return f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}"


def _opened(sealed: str) -> str:
    """The text again; nothing where it is not whole."""
    text = sealed.partition("\n")[2]
    return text if sealed == _sealed(text) else ""


def _written(sifted: Sifted) -> str:
    suspects = [[suspect.name, suspect.type] for suspect in sifted.suspects]
    return json.dumps({"blobs": sifted.blobs, "bytes": sifted.bytes, "suspects": suspects})


def _read(text: str) -> Sifted:
    kept = json.loads(text)
    suspects = [Suspect(_checked(name), kind) for name, kind in kept["suspects"]]
    return Sifted(suspects, [], int(kept["blobs"]), int(kept["bytes"]))


def _checked(name: str) -> str:
    """The name of an object. Raises ValueError where it is none."""
    if len(name) not in (40, 64) or not set(name) <= set("0123456789abcdef"):
        raise ValueError(name)
    return name
