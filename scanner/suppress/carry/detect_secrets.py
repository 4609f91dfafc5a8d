"""`.secrets.baseline` of detect-secrets, from version 0.12 on: the SHA-1 of each secret, by file and kind.

Source: detect_secrets/core/potential_secret.py and core/upgrades of detect-secrets 1.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from scanner.suppress.carry.foreign import Expression, Foreign, Named, Over, slashed
from scanner.suppress.carry.globs import told

REASONS = {
    True: "a real secret, says detect-secrets' audit",
    False: "no secret, says detect-secrets' audit",
    None: "in detect-secrets' baseline, not audited",
}
VERIFIED = "live, says detect-secrets' check"
OURS = "AkiaAwsDetector"
"""Our own plug-in for detect-secrets."""
FILTERS = "detect_secrets.filters.regex.should_exclude_"


def baseline(path: str, document: Mapping[str, object]) -> Foreign:
    """What a baseline says. path: the file, for messages."""
    found = list(_entries(path, document["results"]))
    globs, lost = told(path, _expressions(document, "file"))
    return Foreign(
        "detect-secrets",
        named=tuple(item for item in found if isinstance(item, Named)),
        expressions=(*_over(path, document, "line", "line"), *_over(path, document, "secret", "value")),
        globs=globs,
        lost=(*(item for item in found if isinstance(item, str)), *lost, *_own(path, document)),
    )


def _entries(path: str, results: object) -> Iterator[Named | str]:
    for file, items in results.items() if isinstance(results, Mapping) else ():
        for item in items if isinstance(items, Sequence) else ():
            table = item if isinstance(item, Mapping) else {}
            digest = table.get("hashed_secret")
            is_digest = isinstance(digest, str) and re.fullmatch("[0-9a-f]{40}", digest)
            yield _named(file, table) if is_digest else f"{path}: an entry of {file} holds no digest of a secret"


def _named(file: str, table: Mapping[str, object]) -> Named:
    line, is_secret = table.get("line_number"), table.get("is_secret")
    known = is_secret if isinstance(is_secret, bool) else None
    is_live = table.get("is_verified") is True
    return Named(
        where=f"{file}{f':{line}' if isinstance(line, int) else ''} ({table.get('type', 'of no kind')})",
        reason=VERIFIED if is_live and known is not False else REASONS[known],
        digest=str(table["hashed_secret"]),
        path=slashed(file),
        is_real=known is True or (is_live and known is None),
    )


def _over(path: str, document: Mapping[str, object], what: str, over: Over) -> Iterator[Expression]:
    for number, text in enumerate(_expressions(document, what), 1):
        yield Expression(text, f"{path}: expression {number} of its excluded {what}s", over)


def _expressions(document: Mapping[str, object], what: str) -> Iterator[str]:
    """The expressions that leave out files, lines or secrets, as versions 1 and 0 keep them."""
    for item in _tables(document, "filters_used"):
        if item.get("path") == FILTERS + what:
            patterns = item.get("pattern")
            yield from _texts(patterns if isinstance(patterns, list) else [patterns])
    old = document.get("exclude")
    yield from _texts([old.get(f"{what}s")] if isinstance(old, Mapping) else [])


def _texts(values: Sequence[object]) -> Iterator[str]:
    return (value for value in values if isinstance(value, str) and value)


def _own(path: str, document: Mapping[str, object]) -> Iterator[str]:
    """Plug-ins and filters that are code of somebody's own, and not of ours."""
    for item in (*_tables(document, "plugins_used"), *_tables(document, "filters_used")):
        if str(item.get("path", "")).startswith("file://") and item.get("name") != OURS:
            yield f"{path}: {item.get('name') or 'a filter'} is code of your own"


def _tables(document: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    items = document.get(key)
    return [item for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []
