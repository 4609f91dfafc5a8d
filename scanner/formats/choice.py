"""Which formats there are."""

from __future__ import annotations

import os
import time
from importlib import import_module

from scanner.formats.interface import Format

FORMATS = {
    "text": "scanner.formats.text:Text",
    "json": "scanner.formats.json_report:Json",
    "sarif": "scanner.formats.sarif.log:Sarif",
    "github": "scanner.formats.github:GitHub",
    "gitlab": "scanner.formats.gitlab:GitLab",
    "junit": "scanner.formats.junit:JUnit",
    "csv": "scanner.formats.csv_report:Csv",
    "jsonl": "scanner.formats.jsonl:JsonLines",
    "html": "scanner.formats.html.page:Html",
}
"""Each format's class. Loaded only if it is asked for."""


def chosen(name: str) -> Format:
    """The format of that name."""
    module, _, cls = FORMATS[name].partition(":")
    made: Format = getattr(import_module(module), cls)()
    return made


def written_now() -> str:
    """The present moment, or the one that a reproducible build is to be of (https://reproducible-builds.org)."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(fixed) if fixed.isdecimal() and len(fixed) < 12 else time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))
