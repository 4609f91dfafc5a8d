"""Files of paths that trufflehog leaves out (`--exclude-paths FILE`): a regular expression a line."""

from __future__ import annotations

from scanner.suppress.carry.foreign import Foreign
from scanner.suppress.carry.globs import told


def excluded(path: str, text: str) -> Foreign:
    """What such a file says."""
    lines = [line.strip() for line in text.split("\n")]
    globs, lost = told(path, (line for line in lines if line and not line.startswith("#")))
    return Foreign("trufflehog", globs=globs, lost=lost)
