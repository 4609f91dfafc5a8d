"""Standard output and standard error: UTF-8 whatever the locale, no traceback when the reader has gone."""

from __future__ import annotations

import os
import sys

from scanner.errors import OutputError
from scanner.formats.escape import escaped


def send(data: bytes) -> None:
    """Writes to standard output. Raises OutputError where that cannot be done."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except AttributeError:  # there is no standard output at all
        raise OutputError("standard output: closed") from None
    except (OSError, ValueError) as error:
        _silence(1)
        raise OutputError(f"standard output: {getattr(error, 'strerror', None) or 'closed'}") from None


def say(message: str) -> None:
    """Writes one line to standard error, without a secret; what cannot be printed in it is escaped."""
    line = f"akia: {_shown(message)}\n".encode()
    try:
        sys.stderr.buffer.write(line)
        sys.stderr.buffer.flush()
    except AttributeError:  # there is no standard error at all
        pass
    except (OSError, ValueError):
        _silence(2)


def _shown(message: str) -> str:
    try:
        from scanner.conceal import concealed  # not on the way of a scan that ends well

        return escaped(concealed(message))
    except Exception:  # noqa: BLE001 - a pattern of somebody else's may be what went wrong in the first place
        return "an error whose message cannot be shown"


def _silence(descriptor: int) -> None:
    """Lets what is left in a buffer go nowhere, so that Python does not complain of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
