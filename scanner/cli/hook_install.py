"""`akia hook install`: has git run Akia. The only command that writes into a repository, and it tells what."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from scanner.cli.arguments import PLAIN_STATUS, Parser
from scanner.cli.console import send
from scanner.cli.hook_beside import CONFIG, IDS, by_husky, caller, is_named
from scanner.cli.hook_files import check, content, put, take_away
from scanner.cli.hook_script import CALLS, command, script
from scanner.errors import AkiaError, UsageError
from scanner.formats.escape import escaped
from scanner.git import hooks
from scanner.git.hooks import Place

DESCRIPTION = """\
Writes hooks that look at what is committed and pushed; pre-commit and pre-push
if none is named, pre-receive in a bare repository. They lie where git looks for
them, so that core.hooksPath counts. A hook that is there already is moved
aside, with .before-akia behind its name, and runs first; what calls Akia itself
is left as it is, and what another program keeps (pre-commit, husky, lefthook)
is left alone, with a word on what to do.

With --global new repositories and new clones begin with the hooks (as
init.templateDir has it); in one that is there, `git init` adds them.
"""
EXAMPLES = """\
  akia hook install                in this repository
  akia hook install pre-push       this hook alone
  akia hook install --global       in all that are made or cloned from now on
  akia hook install --uninstall    all as it was before
"""
HERE = ("pre-commit", "pre-push")
ON_A_SERVER = ("pre-receive",)


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("hook install", "[OPTION …] [HOOK …]", DESCRIPTION, EXAMPLES, PLAIN_STATUS, takes=tuple(CALLS))
    parser.add_argument("--global", dest="everywhere", action="store_true", help="in repositories to come")
    parser.add_argument("--uninstall", action="store_true", help="take the hooks away, and put back what was there")
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    arguments = made_parser().read(argv)
    if not set(arguments.names) <= CALLS.keys():
        raise UsageError(f"the hooks are {', '.join(CALLS)} (akia hook install --help says more)")
    try:
        for line in _done(arguments.names, arguments.everywhere, arguments.uninstall):
            send(f"{escaped(line)}\n".encode())
    except OSError as error:
        raise AkiaError(f"{os.fsdecode(error.filename or '')}: {error.strerror}") from None
    return 0


def _done(names: Sequence[str], everywhere: bool, uninstall: bool) -> Iterator[str]:
    if everywhere:
        from scanner.cli import hook_template

        return hook_template.taken_away() if uninstall else hook_template.put(names or HERE)
    place = hooks.place(hooks.settings())
    return _taken_away(place, names or tuple(CALLS)) if uninstall else _put(place, names)


def _put(place: Place, names: Sequence[str]) -> Iterator[str]:
    wanted = names or (ON_A_SERVER if place.is_bare else HERE)
    if ".husky" in place.folder.replace(os.sep, "/").split("/"):
        if all(by_husky(name, place.top) for name in wanted):
            yield f"left {place.folder} as it is: husky calls Akia already"
            return
        lines = 'akia staged in .husky/pre-commit, and akia hook pre-push -- "$@" >&2 in .husky/pre-push'
        raise AkiaError(f"{place.folder}: husky keeps the hooks here: write {lines} (docs/hooks.md)")
    paths = {name: os.path.join(place.folder, name) for name in wanted}
    callers = {name: caller(path, content(path), place.top) for name, path in paths.items()}
    for name, path in paths.items():  # all or none
        if not callers[name]:
            check(path)
    for name, path in paths.items():
        if callers[name]:
            yield f"left {path} as it is: {callers[name]}"
        else:
            yield from put(path, script(name, "akia" if place.is_tracked else command()))
            yield from _beside_pre_commit(name, place)
    if place.is_shared:
        yield f"core.hooksPath ({place.scope}) leads there, so that they run in all repositories"
    if place.is_tracked:
        yield "the folder lies in the work tree: committed, they run for others who set core.hooksPath, too"


def _beside_pre_commit(name: str, place: Place) -> Iterator[str]:
    """pre-commit keeps a hook that is there when it comes, and would call Akia a second time."""
    if is_named(name, place.top):
        yield f"{CONFIG} names {IDS[name]} too: after pre-commit install both would look; one of them is enough"


def _taken_away(place: Place, names: Sequence[str]) -> Iterator[str]:
    told = [line for name in names for line in take_away(os.path.join(place.folder, name))]
    yield from told or [f"there is no hook of Akia in {place.folder}"]
