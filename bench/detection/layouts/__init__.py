"""Ways to write down a key ID, a secret and a session token, from files that are written every day."""

from __future__ import annotations

from collections.abc import Mapping

from bench.detection.case import Layout
from bench.detection.layouts import code, config, documents, infrastructure, shell


def plain() -> Mapping[str, Layout]:
    """Those in which the values stand as they are, or in the form that the place asks for."""
    return {**config.PLAIN, **shell.PLAIN, **code.PLAIN, **infrastructure.PLAIN, **documents.PLAIN}


def pieces() -> Mapping[str, Layout]:
    """Those in which a value is put together from strings."""
    return documents.PIECES
