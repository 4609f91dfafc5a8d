"""`akia hook …`: what git runs before a commit or a push counts, and how to have it run."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from scanner.cli.console import send
from scanner.errors import UsageError

HOOKS = {
    "pre-push": ("scanner.cli.hook_push:execute", "stop a push that brings in a credential"),
    "pre-receive": ("scanner.cli.hook_receive:pre_receive", "on a server: refuse what is pushed to it"),
    "update": ("scanner.cli.hook_receive:update", "on a server: the same, one reference at a time"),
    "install": ("scanner.cli.hook_install:execute", "have git run Akia in this repository, or in new ones"),
}
"""The function of each, `(argv) -> int`, loaded only if meant; and what it does."""

HELP = """\
What git runs before a commit or a push counts. For commits that is akia staged.

usage: akia hook NAME [OPTION …]

{names}
examples:
  akia hook install              in a repository: look at commits and pushes
  akia hook install --uninstall  all as it was before
  exec akia hook pre-receive     in hooks/pre-receive of a server

akia hook NAME --help says more.

{status}"""


def execute(argv: Sequence[str]) -> int:
    """Runs the hook that is meant and returns its exit status. Raises AkiaError."""
    name = argv[0] if argv else ""
    if name in ("-h", "--help"):
        send(_help().encode())
        return 0
    if name not in HOOKS:
        raise UsageError(f"the name of a hook is needed: {', '.join(HOOKS)} (akia hook --help says more)")
    module, _, function = HOOKS[name][0].partition(":")
    status: int = getattr(import_module(module), function)(argv[1:])
    return status


def _help() -> str:
    from scanner.cli.arguments import EXIT_STATUS  # not on the way of a hook that only passes through here

    names = "".join(f"  akia hook {name:12}{text}\n" for name, (_, text) in HOOKS.items())
    return HELP.format(names=names, status=EXIT_STATUS)
