"""Where git looks for hooks: in the repository, or where the settings send it; and what new repositories begin with."""

from __future__ import annotations

import os
from typing import NamedTuple

from scanner.git.process import Git

SETTINGS_FILES = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM")
"""Variables that say where git's settings are, so that those are read and written that the user's own git heeds."""
EVERYWHERE = ("system", "global")
"""Scopes of settings that count in all repositories of a user."""


class Place(NamedTuple):
    """Where the hooks of a repository lie.

    scope: of the setting core.hooksPath that says so, empty where there is none. top: of the work tree, else None.
    """

    folder: str
    scope: str
    is_bare: bool
    top: str | None

    @property
    def is_shared(self) -> bool:
        """Whether other repositories have their hooks there too."""
        return self.scope in EVERYWHERE

    @property
    def is_tracked(self) -> bool:
        """Whether the folder lies among the files of the project, which others get."""
        inside = self.top is not None and os.path.realpath(self.folder).startswith(os.path.realpath(self.top) + os.sep)
        return inside and bool(self.scope)


def settings() -> Git:
    """git as the user's own settings have it, in the current folder."""
    return Git(keep=SETTINGS_FILES)


def place(git: Git) -> Place:
    """Where git looks for the hooks of the current repository. Raises RepositoryError where there is none."""
    bare, _, common = git.run(
        "rev-parse", "--path-format=absolute", "--is-bare-repository", "--git-common-dir"
    ).partition(b"\n")
    shown = os.fsdecode(git.run("rev-parse", "--show-toplevel", expected=(0, 128)).removesuffix(b"\n"))
    own = os.fsdecode(common.removesuffix(b"\n"))
    scope, folder = setting(git, "core.hooksPath")
    if not folder:
        return Place(os.path.join(own, "hooks"), "", bare == b"true", shown or None)
    return Place(os.path.join(shown or own, folder), scope, bare == b"true", shown or None)


def setting(git: Git, name: str, scopes: tuple[str, ...] = (*EVERYWHERE, "local", "worktree")) -> tuple[str, str]:
    """(scope, path) of the setting that counts, of those in files; both empty where there is none."""
    told = git.run("config", "--null", "--show-scope", "--type=path", "--get-all", name, expected=(0, 1))
    words = [os.fsdecode(word) for word in told.split(b"\0")]
    found = [(scope, path) for scope, path in zip(words[::2], words[1::2], strict=False) if scope in scopes]
    return found[-1] if found else ("", "")


def set_everywhere(git: Git, name: str, path: str) -> None:
    """Writes a setting of the user. Raises RepositoryError."""
    git.run("config", "--global", name, path)


def unset_everywhere(git: Git, name: str) -> None:
    """Takes a setting of the user away. Raises RepositoryError."""
    git.run("config", "--global", "--unset-all", name)
