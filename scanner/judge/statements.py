"""Statements on a whole account: what a file says of all long-term keys of it, wherever in the scan they stand.

Such a file holds no credential, so nothing else looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from patterns._loader import signals
from patterns._signal import Signal, Subject
from scanner.conceal import concealed
from scanner.judge.principal import Claim
from scanner.model import Blob, Evidence

MOST = 1000
"""Statements of one file that are listened to."""


def statements(blob: Blob) -> Iterator[Claim]:
    """What the content says of accounts, each with its line."""
    for signal in signals():
        if signal.scope == "account":
            for match in islice(re.finditer(signal.regex, blob.data), MOST):
                if signal.accept is None or signal.accept(match, _any_key(match["account"], blob.origin.path)):
                    yield _claim(signal, match, blob)


def _any_key(account: bytes, path: str) -> Subject:
    return Subject("access-key-pair", None, has_secret=True, has_token=False, account=account.decode(), path=path)


def _claim(signal: Signal, match: re.Match[bytes], blob: Blob) -> Claim:
    account = match["account"].decode()
    line = blob.line + blob.data.count(b"\n", 0, match.start())
    detail = signal.detail.format(account=account)
    evidence = Evidence(signal.id, signal.says, signal.strength, detail, concealed(blob.origin.path), line)
    return Claim(evidence, account, partition=match["partition"].decode())
