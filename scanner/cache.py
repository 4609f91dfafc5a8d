"""Where this user's caches belong."""

from __future__ import annotations

import os


def cache_folder() -> str:
    """The folder, which need not be there yet (XDG Base Directory Specification)."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "akia")
