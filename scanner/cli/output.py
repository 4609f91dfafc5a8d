"""Writes the report where it was asked for."""

from __future__ import annotations

import os
import stat
from errno import EACCES, EBUSY, EPERM

from scanner.cli.console import send
from scanner.errors import OutputError
from scanner.opening import created


def write(target: str | None, data: bytes) -> None:
    """Writes to a file; to standard output where `target` is None or `-`. Raises OutputError.

    A regular file appears whole or not at all, as far as the system lets it be replaced. What is none (a FIFO,
    `/dev/stdout`) is written in place.
    """
    if target is None or target == "-":
        send(data)
        return
    try:
        _write_file(target, data)
    except (OSError, ValueError) as error:
        raise OutputError(f"{target}: {getattr(error, 'strerror', None) or 'not a usable path'}") from None


def _write_file(target: str, data: bytes) -> None:
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        if target.endswith("/"):
            raise
        _replace(os.path.realpath(target), data, None)
        return
    if stat.S_ISREG(mode) and os.access(target, os.W_OK) and _is_replaced(target, data, stat.S_IMODE(mode)):
        return
    with open(target, "wb") as file:
        file.write(data)


def _is_replaced(target: str, data: bytes, mode: int) -> bool:
    """Whether the file was replaced. It is not in a folder that we may not write to, nor where it is mounted itself."""
    try:
        _replace(os.path.realpath(target), data, mode)
    except OSError as error:
        if error.errno not in (EACCES, EPERM, EBUSY):
            raise
        return False
    return True


def _replace(path: str, data: bytes, mode: int | None) -> None:
    """A new file takes the place of the old one and keeps its mode; without an old one the umask decides."""
    draft = os.path.join(os.path.dirname(path), f".akia-{os.urandom(6).hex()}.tmp")
    descriptor = created(draft, 0o666)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
        if mode is not None:
            os.chmod(draft, mode)
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
