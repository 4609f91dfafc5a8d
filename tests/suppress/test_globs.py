"""Expressions over paths become globs that leave out the same, or they become nothing."""

from __future__ import annotations

import re

import pytest
from pathspec import GitIgnoreSpec

from scanner.suppress.carry.globs import translated

PATHS = [
    "vendor/a.py", "src/vendor/a.py", "myvendor/a.py", "vendored.py", "a.lock", "x/y/a.lock", "alock", "a.lock.txt",
    "package-lock.json", "x/package-lock.json", "test/a", "x/test/a", "tests/a", "contest/a", "docs/a.md",
    "docs/x/y/a.md", "x/docs/a.md", "docs/a.txt", "a b/c", "a[1].txt", "node_modules/x/y.js", "x/node_modules/y.js",
    "dist/a.min.js", "a.min.js.map", ".env", "x/.env.sample", "!a", "#a", "A.LOCK", "x/A.Lock", "x/go.mod", "go.work.sum",
    "lib64/x/y", "v/lib/x", "vlib/x", "a.jpeg", "x/b.JPG", "b.jpeg.txt", "m1_a.sql", "x/m2_b.sql", "m12_c.sql", "m-x.sql",
]  # fmt: skip


@pytest.mark.parametrize(
    "expression",
    [
        pytest.param("^vendor/", id="a folder at the root"),
        pytest.param("^vendor/.*", id="all of a folder"),
        pytest.param("^vendor/.*$", id="all of a folder, to the end"),
        pytest.param("vendor/", id="a folder's name ends so"),
        pytest.param(r"\.lock$", id="how a name ends"),
        pytest.param(r".*\.lock$", id="how a name ends, said at length"),
        pytest.param("(^|/)test/", id="a folder anywhere"),
        pytest.param(r"(^|/)package-lock\.json$", id="a file anywhere"),
        pytest.param(r"^docs/.*\.md$", id="some files of a folder, and of those in it"),
        pytest.param(r"^docs/[^/]*\.md$", id="some files of a folder alone"),
        pytest.param(r"(vendor|node_modules)/", id="one of two"),
        pytest.param(r"^(?:docs|dist)/.+\.(md|js)$", id="choices in several places"),
        pytest.param(r"a\[1\]\.txt", id="signs that globs take for their own"),
        pytest.param(r"\.env", id="something in a name"),
        pytest.param("^#a$", id="a name that would be a comment"),
        pytest.param("^!a$", id="a name that would take back"),
        pytest.param("min.js", id="a dot for any sign"),
        pytest.param("(?:^|/)test/", id="a folder anywhere, in a group that is not kept"),
        pytest.param(r"(^|\/)node_modules(\/|$)", id="a folder anywhere, with slashes escaped"),
        pytest.param("(?:^|/)node_modules(?:/.*)?$", id="a folder anywhere, and all in it"),
        pytest.param(r"(?:^|/)lib(?:64)?(?:/.*?)?$", id="what may be missing"),
        pytest.param(r"go\.(?:mod|sum|work(?:\.sum)?)$", id="choices in choices"),
        pytest.param(r"(.*?)(jpg|jpe?g|lock)$", id="anything, as little as can be"),
        pytest.param(r"(?i)\.(?:lock|jpe?g)$", id="in any case"),
        pytest.param(r"(?i)(^|/)[a-c]\.lock$", id="a set in any case"),
        pytest.param(r"m[0-9]_[ab]\.sql$", id="sets of characters"),
        pytest.param(r"m\d_\w\.sql$", id="sets by their letters"),
        pytest.param(r"m[0-9-]", id="a set with a dash at its end"),
    ],
)
def test_it_leaves_out_the_same(expression: str) -> None:
    globs = translated(expression)
    spec = GitIgnoreSpec.from_lines(globs)
    assert globs
    assert [path for path in PATHS if spec.match_file(path)] == [path for path in PATHS if re.search(expression, path)]


@pytest.mark.parametrize(
    "expression",
    [
        pytest.param(r"a(?i)b", id="a flag in the middle"),
        pytest.param(r"(?s)vendor", id="another flag"),
        pytest.param(r"v{3}", id="a count"),
        pytest.param(r"[a-z]+\.py", id="a set, repeated"),
        pytest.param(r"[^a]\.py", id="what is not in a set"),
        pytest.param(r"[!a]\.py", id="a set that globs would turn round"),
        pytest.param(r"[[:alpha:]]\.py", id="a named set"),
        pytest.param(r"a+\.py", id="a repetition"),
        pytest.param(r"(?!a)b", id="looking ahead"),
        pytest.param(r"\S\.py", id="a set by a letter that globs do not have"),
        pytest.param("?a", id="nothing that may be missing"),
        pytest.param("a??b", id="missing twice over"),
        pytest.param("(a", id="not closed"),
        pytest.param("a)", id="not opened"),
        pytest.param("a$b", id="an anchor in the middle"),
        pytest.param(".*", id="everything"),
        pytest.param("", id="nothing"),
        pytest.param("(a|b)" * 9, id="too many choices"),
        pytest.param("a?" * 5000, id="very many choices"),
        pytest.param("(" * 5000, id="very deep"),
    ],
)
def test_what_globs_cannot_say_is_not_said(expression: str) -> None:
    assert translated(expression) == ()
