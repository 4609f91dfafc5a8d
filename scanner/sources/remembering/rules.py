"""What all that has a say in a scan is known by: what was remembered under other rules does not count."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator

from patterns._loader import GROUP


def rules() -> str:
    """A digest of the source files, those of plug-ins included."""
    digest = hashlib.sha256()
    for path in _sources():
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def _sources() -> Iterator[str]:
    import patterns
    from scanner import model

    own = [os.path.dirname(module.__file__ or "") for module in (patterns, model)]
    for path in (*own, *_plugged()):
        if os.path.isfile(path):
            yield path
        for folder, _, names in sorted(os.walk(path)):
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(".py"))


def _plugged() -> Iterator[str]:
    """The packages, or single files, in which other distributions declare patterns."""
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    for entry in entry_points(group=GROUP):
        spec = find_spec(entry.module.partition(".")[0])
        folders = spec.submodule_search_locations if spec else None
        yield from folders or ([spec.origin] if spec and spec.origin else [])
