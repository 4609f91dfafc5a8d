"""`akia completion SHELL`: what a shell is to read so that it completes commands, options and their values."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from scanner.cli.arguments import PLAIN_STATUS, Parser
from scanner.cli.console import send

SHELLS = ("bash", "zsh", "fish")
DESCRIPTION = """\
Writes what a shell reads to complete the words of akia when Tab is pressed:
commands, options, their values, names of files, branches and tags. It is made
of the commands themselves, so write it anew after an update. Pressing Tab
starts nothing but git, for the names of branches and tags.
"""
EXAMPLES = """\
  akia completion fish > ~/.config/fish/completions/akia.fish
  source <(akia completion bash)    in ~/.bashrc
  source <(akia completion zsh)     in ~/.zshrc, behind compinit
"""


def made_parser() -> Parser:
    """What the command takes."""
    return Parser("completion", "bash|zsh|fish", DESCRIPTION, EXAMPLES, PLAIN_STATUS, takes=SHELLS)


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    names = parser.read(argv).names
    if len(names) != 1 or names[0] not in SHELLS:
        parser.error(f"the name of a shell is needed: {', '.join(SHELLS)}")
    from scanner.cli.completion.outline import commands

    script: str = import_module(f"scanner.cli.completion.{names[0]}").script(tuple(commands()))
    send(script.encode())
    return 0
