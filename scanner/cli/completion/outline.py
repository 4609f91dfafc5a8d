"""The outline of the command line, as its own parsers know it: commands, options, and the words that they take."""

from __future__ import annotations

from argparse import Action
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from scanner.cli.arguments import FILES, OneOf, Parser
from scanner.cli.dispatch import COMMANDS
from scanner.cli.hook import HOOKS

NAMES = "git for-each-ref --format='%(refname:short)' refs/heads refs/tags refs/remotes 2>/dev/null"
"""What shells ask for the names of branches and tags. It reads names alone, and runs nothing that is set there."""
GROUP = "hook"
"""The one command whose first name is a command of its own."""


class Option(NamedTuple):
    """names: `-h`, `--help`. value: what it takes, as `FILE`; empty for nothing. words: those that it may be."""

    names: tuple[str, ...]
    text: str
    value: str
    words: tuple[str, ...]


class Command(NamedTuple):
    """name: `scan`, `hook install`. takes: what its names are, see `Parser`."""

    name: str
    text: str
    options: tuple[Option, ...]
    takes: str | tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that its first name may be; none where it is something else."""
        return tuple(word for word in self.takes if word != FILES) if isinstance(self.takes, tuple) else ()

    @property
    def has_files_behind(self) -> bool:
        """Whether names of files follow one of these words."""
        return isinstance(self.takes, tuple) and FILES in self.takes


def commands() -> Iterator[Command]:
    """All commands; those of a group come behind the group."""
    for name, (module, text) in COMMANDS.items():
        if name == GROUP:
            yield Command(name, text, (), tuple(HOOKS))
            yield from (_command(f"{name} {inner}", *about) for inner, about in HOOKS.items())
        else:
            yield _command(name, module, text)


def _command(name: str, module: str, text: str) -> Command:
    parser: Parser = import_module(module.partition(":")[0]).made_parser()
    return Command(name, text, tuple(map(_option, parser.options())), parser.takes)


def _option(action: Action) -> Option:
    value = action.metavar if isinstance(action.metavar, str) and action.nargs is None else ""
    words = action.type.known if isinstance(action.type, OneOf) else ()
    return Option(tuple(action.option_strings), action.help or "", value, words)
