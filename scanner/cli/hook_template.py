"""`akia hook install --global`: new repositories and clones begin with the hooks.

By git's template folder and not by core.hooksPath: that would switch off the hooks that repositories have themselves,
and those of every program that writes some. https://git-scm.com/docs/git-init#_template_directory
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress

from scanner.cli import hook_files
from scanner.cli.hook_script import CALLS, command, script
from scanner.errors import AkiaError
from scanner.git import hooks
from scanner.opening import beginning

NAME = "init.templateDir"
EXCLUDE = b"# Patterns of files to ignore in this repository alone; see gitignore(5).\n"
"""Without a template of git's own there would be no `info/exclude`, to which programs append."""


def put(names: Sequence[str]) -> Iterator[str]:
    """Writes the folder and the setting, and tells so. Raises AkiaError where there is another setting, OSError."""
    git, folder = hooks.settings(), _folder()
    scope, elsewhere = hooks.setting(git, "core.hooksPath", hooks.EVERYWHERE)
    if elsewhere:
        raise AkiaError(
            f"core.hooksPath ({scope}) is {elsewhere}, where git finds the hooks of all repositories:"
            " akia hook install, in any of them, puts them there"
        )
    scope, other = hooks.setting(git, NAME, hooks.EVERYWHERE)
    if other and os.path.realpath(other) != os.path.realpath(folder):
        raise AkiaError(
            f"{NAME} ({scope}) is {other}, with which new repositories begin: put the hooks into {other}/hooks"
            " (akia hook install in a repository writes them)"
        )
    for name in names:
        yield from hook_files.put(os.path.join(folder, "hooks", name), script(name, command()))
    yield from _exclude(os.path.join(folder, "info"))
    if not other:
        hooks.set_everywhere(git, NAME, folder)
        yield f"set {NAME} to {folder} in git's global settings"
    yield "repositories that are made or cloned from now on have the hooks; in others, git init adds them"


def taken_away() -> Iterator[str]:
    """Takes the setting and the folder away, and tells so. Raises AkiaError, OSError."""
    git, folder = hooks.settings(), _folder()
    told = []
    if hooks.setting(git, NAME, ("global",))[1] == folder:
        hooks.unset_everywhere(git, NAME)
        told.append(f"took {NAME} out of git's global settings; repositories that have the hooks keep them")
    for name in CALLS:
        told += hook_files.take_away(os.path.join(folder, "hooks", name))
    told += _emptied(folder)
    yield from told or [f"there is no hook of Akia in {folder}"]


def _folder() -> str:
    """https://specifications.freedesktop.org/basedir-spec/latest/"""
    home = os.environ.get("XDG_CONFIG_HOME", "")
    return os.path.join(home if os.path.isabs(home) else os.path.expanduser("~/.config"), "akia", "template")


def _exclude(folder: str) -> Iterator[str]:
    path = os.path.join(folder, "exclude")
    if not os.path.lexists(path):
        os.makedirs(folder, exist_ok=True)
        with open(path, "xb") as file:
            file.write(EXCLUDE)
        yield f"wrote {path}"


def _emptied(folder: str) -> Iterator[str]:
    """Removes what `put` wrote beside the hooks, and the folders if nothing else lies in them."""
    path = os.path.join(folder, "info", "exclude")
    with suppress(FileNotFoundError):
        if beginning(path, len(EXCLUDE) + 1) == EXCLUDE:
            os.unlink(path)
            yield f"removed {path}"
    for inner in (*(os.path.join(folder, name) for name in ("hooks", "info")), folder, os.path.dirname(folder)):
        with suppress(OSError):
            os.rmdir(inner)
