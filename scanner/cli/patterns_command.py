"""`akia patterns`: what is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from patterns._loader import credential_patterns
from patterns._pattern import Pattern
from scanner.cli.arguments import PLAIN_STATUS, Parser, add_output
from scanner.cli.console import say
from scanner.cli.output import write
from scanner.config import load
from scanner.sources.files import settings_file

DESCRIPTION = """\
Lists the patterns: what each is called, what it finds, and the page that
describes the format; and what the settings here have looked for beside them.
"""
EXAMPLES = """\
  akia patterns                to read
  akia patterns --format json  for other programs
  akia patterns --output FILE  into a file
"""


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("patterns", "[OPTION …]", DESCRIPTION, EXAMPLES, PLAIN_STATUS)
    add_output(parser, ("text", "json"))
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    arguments = parser.read(argv)
    if arguments.names:
        parser.error("this command takes no names")
    known = (*credential_patterns(), *_chosen())
    document = _json(known) if arguments.format == "json" else _text(known)
    write(arguments.output, document.encode())
    return 0


def _chosen() -> Sequence[Pattern]:
    """What the settings of the current folder have looked for, too."""
    config = load(partial(settings_file, b"."))
    for note in config.notes:
        say(note)
    if not (config.packs or config.rules):
        return ()
    from scanner.packs.choice import listed

    return listed(config.packs, config.rules)


def _text(known: Sequence[Pattern]) -> str:
    width = max(len(pattern.id) for pattern in known)
    return "".join(f"{pattern.id:{width}}  {pattern.title}\n{'':{width}}  {pattern.reference}\n" for pattern in known)


def _json(known: Sequence[Pattern]) -> str:
    from scanner.formats.documents import document

    members = ("id", "title", "kind", "reference")
    return document(
        {"schema_version": 1, "patterns": [{name: getattr(pattern, name) for name in members} for pattern in known]}
    )
