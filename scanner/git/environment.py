"""What git is started with: its program, the variables that it may see, and what overrides a repository's settings."""

from __future__ import annotations

import functools
import os
from collections.abc import Collection, Mapping

from scanner.errors import RepositoryError

LENDERS = "GIT_ALTERNATE_OBJECT_DIRECTORIES"
"""Names folders to borrow objects from."""
STORE = "GIT_OBJECT_DIRECTORY"
"""Names the folder for objects."""
INDEX = "GIT_INDEX_FILE"
HOOK = frozenset({
    "GIT_DIR", "GIT_WORK_TREE", INDEX, STORE, LENDERS,
    "GIT_QUARANTINE_PATH", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE",
})  # fmt: skip
"""What git tells its hooks about the repository; it counts only where no other repository was named."""

SETTINGS = (
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.editor=false", "core.askPass=false",
    "core.sshCommand=false", "core.gitProxy=false", "core.alternateRefsCommand=false", "core.untrackedCache=false",
    "core.bigFileThreshold=32m", "credential.helper=", "diff.external=", "diff.autoRefreshIndex=false",
    "gpg.program=false", "gpg.ssh.program=false", "gpg.x509.program=false", "log.showSignature=false",
    "index.sparse=false", "maintenance.auto=false", "gc.auto=0", "protocol.allow=never", "submodule.recurse=false",
    "core.multiPackIndex=false", "safe.bareRepository=all",
)  # fmt: skip
"""Overrides of the repository's configuration. The threshold makes git hand on larger blobs as a stream.

An index of several packs says nothing that theirs do not; git gives up over one of another version. A bare repository
is used also where the user's settings have git refuse one that is not named: nothing of what it could start is started.
"""

FIXED = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C.UTF-8",
}


def environment(given: Mapping[str, str], keep: Collection[str]) -> dict[str, str]:
    """The environment for git: no GIT_ variable but those to keep, and our own. LANGUAGE would translate messages."""
    kept = {name: value for name, value in given.items() if not name.upper().startswith("GIT_") or name in keep}
    kept.pop("LANGUAGE", None)
    return kept | FIXED


def quoted(path: bytes) -> bytes:
    """A path as git takes it in a list of paths, whatever it holds."""
    return b'"' + path.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'


@functools.cache
def program(search: str) -> str:
    """git, from the whole paths in PATH alone: others lead to what is scanned. Raises RepositoryError without one."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in search.split(os.pathsep):
        path = os.path.join(folder, name)
        if os.path.isabs(folder) and os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    raise RepositoryError("git is not installed, or not on PATH; it is needed to look at a repository")
