"""Globs: what each matches (that git agrees is held in test_scan_folders), and that none takes long."""

from __future__ import annotations

import time

import pytest

from scanner.sources.wildmatch import compiled

SILENT = {
    "a": ["b", "ab", "a\n", "A"],
    "a?c": ["ac", "a/c", "aäc"],
    "*": ["a/b"],
    "a/*/b": ["a/b", "a/x/y/b"],
    "a/**/b": ["ab", "a/bb", "xa/b"],
    "x/a**b": ["x/a/b"],
    "[ab]": ["c", "/", "[ab]"],
    "[!a]": ["a", "/"],
    "[z-a]": ["b"],
    "[a": ["a", "[a"],
    "[[:nonsense:]]": ["a"],
    "a\\": ["a", "a\\"],
    "\\*": ["a", "\\*"],
}
FOUND = {
    "a": ["a"],
    "": [""],
    "a?c": ["abc", "a\nc"],
    "*": ["", "a", "a\nb"],
    "*.py": [".py", "a.b.py"],
    "**/a": ["a", "x/a", "x/y/a"],
    "a/**": ["a/b", "a/b/c"],
    "a/**/b": ["a/b", "a/x/b", "a/x/y/b"],
    "a/**/b/**/c*d": ["a/b/cd", "a/b/b/x/cxd", "a/x/b/cx/cd"],
    "**/z*w": ["za/zw"],
    "[]a]": ["]", "a"],
    "[a-c-]": ["b", "-"],
    "[^a]": ["b"],
    "[\\]]": ["]"],
    "[[:digit:]x]": ["7", "x"],
    "\\*": ["*"],
    "a b": ["a b"],
}


@pytest.mark.parametrize("glob", SILENT)
def test_what_a_glob_does_not_match(glob: str) -> None:
    expression = compiled(glob.encode())
    assert [name for name in SILENT[glob] if expression and expression.fullmatch(name.encode())] == []


@pytest.mark.parametrize("glob", FOUND)
def test_what_a_glob_matches(glob: str) -> None:
    expression = compiled(glob.encode())
    assert expression
    assert [name for name in FOUND[glob] if not expression.fullmatch(name.encode())] == []


@pytest.mark.parametrize(
    "glob",
    [
        "*a" * 60 + "b",
        "*?" * 60 + "b",
        "**/a/" * 40 + "b",
        "**/*a*/" * 20 + "b",
        "a/**/" * 30 + "*b*" * 9,
        "[a]*" * 60 + "b",
    ],
)
def test_no_glob_takes_long(glob: str) -> None:
    expression = compiled(glob.encode())
    assert expression
    started = time.monotonic()
    for name in (b"a" * 255, b"a/" * 1000 + b"a", b"aaa/" * 500 + b"a"):
        assert not expression.fullmatch(name)
    assert time.monotonic() - started < 2
