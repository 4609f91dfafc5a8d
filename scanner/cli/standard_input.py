"""Standard input, read so that an interrupt is answered while it is waited for."""

from __future__ import annotations

import os
import sys
from errno import EAGAIN
from io import FileIO
from select import select

from scanner.errors import UsageError

AT_ONCE = 2**20
"""Bytes that are asked for at once; a pipe seldom holds as many."""

EVERY = 0.1
"""Seconds after which Python hears what has come. A signal that comes just before a read begins does not end it."""


class StandardInput(FileIO):
    """The bytes of standard input. It has no buffer: in filling one, Python is deaf to an interrupt."""

    def __init__(self) -> None:
        if sys.stdin is None or sys.stdin.closed:
            raise UsageError("standard input is closed")
        super().__init__(sys.stdin.fileno(), "rb", closefd=False)

    def read(self, most: int | None = -1, /) -> bytes:
        """The next bytes, at most so many; none at the end. Raises OSError."""
        if most is None or most < 0:
            return b"".join(iter(lambda: self.read(AT_ONCE), b""))
        while not select((self,), (), (), EVERY)[0]:
            pass
        data = super().read(min(most, AT_ONCE))
        if data is None:  # somebody else has read them, from a stream that does not wait
            raise OSError(EAGAIN, os.strerror(EAGAIN))
        return data
