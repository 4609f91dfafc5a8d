"""`akia staged` against what the contract says in one sentence, on repositories that nobody thought of."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reports import found, staged
from repositories import Repository

Tree = dict[str, tuple[int, ...]]

PATHS = st.sampled_from(["a", "b", "c d", "d/a", "d/e/a", "ä"])
TREES = st.dictionaries(PATHS, st.lists(st.integers(1, 6), max_size=3).map(tuple), max_size=5)


def _write(repository: Repository, tree: Tree) -> None:
    """The files of the tree, each with these keys, and no other."""
    repository.git("rm", "-rfq", "--ignore-unmatch", ".")
    for path, keys in tree.items():
        repository.write(path, f"{path}\n" + "".join(f"key = <id#{key}>\n" for key in keys))
    repository.add()


def _said(tree: Tree, paths: set[str], silent: set[int]) -> set[str]:
    return {f"{path}:{at + 2}" for path in paths for at, key in enumerate(tree[path]) if key not in silent}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=TREES, after=TREES, named=st.sets(PATHS, max_size=4))
def test_what_is_new_is_what_no_file_of_head_held(tmp_path: Path, before: Tree, after: Tree, named: set[str]) -> None:
    repository = Repository(Path(tempfile.mkdtemp(dir=tmp_path)))
    _write(repository, before)
    repository.commit()
    _write(repository, after)
    held = {key for keys in before.values() for key in keys}
    touched = {path for path in after if after[path] != before.get(path)}
    assert set(found(staged(repository.folder))) == _said(after, touched, held)
    assert set(found(staged(repository.folder, everything=True))) == _said(after, touched, set())
    names = sorted(named & after.keys())
    if names:
        expected = _said(after, touched & named, held) | _said(after, named & after.keys() - touched, set())
        assert set(found(staged(repository.folder, *names))) == expected
