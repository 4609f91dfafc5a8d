"""Reports that Akia wrote and that lie where it scans: what they say of a key is no evidence of whose it is.

They name keys in commands, and say what to do *if* one is the root user's. What they hold is found all the same.
"""

from __future__ import annotations

import functools
import re

HEAD = 1024
"""Bytes at the beginning and at the end in which a report says what it is."""


def is_report(data: bytes) -> bool:
    """Whether the content is a report as JSON, JSON lines, SARIF, HTML, JUnit or CSV, or what is to be done as JSON."""
    return _beginning().match(data[:HEAD]) is not None or (
        data.startswith(b'{"type":"') and b'"tool":{"name":"akia",' in data[-HEAD:]
    )


@functools.cache
def _beginning() -> re.Pattern[bytes]:
    return re.compile(
        rb'\s*\{\s*"schema_version":\s*1,\s*(?:"tool":\s*\{\s*"name":\s*"akia"|"remediations":)'
        rb'|\s*\{[^{}]{0,200}"runs":\s*\[\s*\{\s*"tool":\s*\{\s*"driver":\s*\{\s*"name":\s*"Akia"'
        rb'|<\?xml[^>]{0,99}>\s*<testsuites name="akia"'
        rb"|record,fingerprint,kind,severity,confidence,title,tags,"
        rb'|<!doctype html>(?s:.{0,200})<meta name="generator" content="Akia"'
    )
