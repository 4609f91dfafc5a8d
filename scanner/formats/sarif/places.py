"""Places: files as URIs, regions in them, and messages that content cannot break out of."""

from __future__ import annotations

import re
from urllib.parse import quote

from scanner.formats.documents import encodable
from scanner.formats.escape import escaped
from scanner.model import Location

ROOT = "%SRCROOT%"
"""The base of relative URIs, by the name that CodeQL made usual."""


def file(path: str) -> dict[str, object]:
    """An artifact location. A member of an archive is `outer.zip!inner/file`, as everywhere in Akia."""
    uri = quote(encodable(path), safe="/!")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": ROOT}


def region(item: Location) -> dict[str, int]:
    """Lines and columns from 1, columns in code points, the end exclusive: as in the model."""
    return {
        "startLine": item.start_line,
        "startColumn": item.start_column,
        "endLine": item.end_line,
        "endColumn": item.end_column,
    }


def line(number: int | None) -> dict[str, dict[str, int]]:
    """A region of a line, as far as it is known."""
    return {} if number is None else {"region": {"startLine": number}}


def message(*lines: str) -> dict[str, str]:
    """A message of these lines. Braces are doubled: they would stand for arguments (section 3.11.5)."""
    return {"text": "\n".join(map(escaped, lines)).replace("{", "{{").replace("}", "}}")}


def words(text: str) -> str:
    """The text as part of a message in which there are links: its own brackets make none (section 3.11.6)."""
    return re.sub(r"\\*[\[\]]", lambda found: "\\" * len(found[0]) + found[0], escaped(text))
