"""Statements on a whole account: what a file says of all long-term keys of it, wherever in the scan they stand, or of
the one beside it.

Such a file holds no credential, so nothing else looks at it. IAM hands its report out in base64, and the AWS CLI prints
that as it is.
"""

from __future__ import annotations

import binascii
import functools
import re
from collections.abc import Iterator
from itertools import islice

from patterns._loader import signals
from patterns._signal import Signal, Subject
from scanner.conceal import concealed
from scanner.detect.kind import IN_BASE64
from scanner.judge.principal import Claim
from scanner.judge.sighting import folder_of
from scanner.judge.speaker import group
from scanner.model import Blob, Evidence

MOST = 1000
"""Statements of one file that are listened to."""
MOST_ENCODED = 16
"""Reports in base64 that are read in one file."""


def statements(blob: Blob) -> Iterator[Claim]:
    """What the content says of accounts, each with its line: of what is encoded, the one on which it begins."""
    yield from _stated(blob, blob.data, None)
    for start, report in _reports(blob.data):
        yield from _stated(blob, report, start)


def _stated(blob: Blob, text: bytes, start: int | None) -> Iterator[Claim]:
    for signal in signals():
        if signal.scope in ("account", "folder"):
            for match in islice(re.finditer(signal.expression(), text), MOST):
                if signal.accept is None or signal.accept(match, _any_key(match["account"], blob.origin.path)):
                    yield _claim(signal, match, blob, match.start("account") if start is None else start)


def _reports(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Where each report in base64 begins, and what it says as far as it goes."""
    for match in islice(_encoded().finditer(data), MOST_ENCODED):
        plain = re.sub(rb"\\[nr]|\s", b"", match[0])
        yield match.start(), binascii.a2b_base64(plain[: len(plain) // 4 * 4])


@functools.cache
def _encoded() -> re.Pattern[bytes]:
    return re.compile(IN_BASE64 + rb"(?:[A-Za-z0-9+/]|\\[nr]|\r?\n)*+")


def _any_key(account: bytes, path: str) -> Subject:
    return Subject("access-key-pair", None, has_token=False, account=account.decode(), path=path)


def _claim(signal: Signal, match: re.Match[bytes], blob: Blob, at: int) -> Claim:
    account = match["account"].decode()
    line = blob.line + blob.data.count(b"\n", 0, at)
    name = group(match, "name")
    detail = signal.detail.format(account=account, name=name)
    evidence = Evidence(signal.id, signal.says, signal.strength, detail, concealed(blob.origin.path), line)
    return Claim(evidence, account, name, match["partition"].decode(), beside=_beside(signal, blob.origin.path))


def _beside(signal: Signal, path: str) -> tuple[str, str] | None:
    """The folder of the keys that it speaks for, and what must be said of them there."""
    return (folder_of(path), signal.beside) if signal.beside else None
