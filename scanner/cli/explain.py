"""`akia explain KEY_ID`: what an identifier alone tells, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scanner.cli.arguments import PLAIN_STATUS, Parser, add_config, add_output
from scanner.cli.format import width_of
from scanner.cli.output import write
from scanner.cli.standard_input import StandardInput
from scanner.config import load
from scanner.detect.wide import decoded
from scanner.errors import UsageError
from scanner.formats import words
from scanner.formats.terminal import wrapped
from scanner.judge.explain import Explanation, explain, identifiers
from scanner.model import Account
from scanner.sources.paths import PathsSource

DESCRIPTION = """\
Tells what an access key ID, or another identifier of IAM, says of itself: its
type, its generation, its account, what it can be and what it cannot, and what
to do about it. Nothing is sent anywhere. `-` reads standard input and explains
each identifier in it. Settings name accounts: akia.toml in the current folder.
"""
EXAMPLES = """\
  akia explain AKIA…                  of one key
  akia explain - < alert.txt          of every identifier in a text
  akia explain --format json AKIA…    for other programs
"""


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("explain", "[OPTION …] KEY_ID", DESCRIPTION, EXAMPLES, PLAIN_STATUS)
    add_output(parser, ("text", "json"))
    add_config(parser)
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    arguments = parser.read(argv)
    if len(arguments.names) != 1:
        parser.error("one key ID is needed, or - for standard input")
    accounts = dict(load(PathsSource(()).settings, arguments.config).accounts)
    found = _explained(arguments.names[0], accounts)
    document = (
        _json(found)
        if arguments.format == "json"
        else "\n".join(_text(item, width_of(arguments.output)) for item in found)
    )
    write(arguments.output, document.encode())
    return 0


def _explained(name: str, accounts: Mapping[str, Account]) -> list[Explanation]:
    if name != "-":
        found = explain(name.strip(), accounts)
        if found is None:
            capitals = "; identifiers are written in capital letters" if explain(name.strip().upper()) else ""
            raise UsageError(f"this has the form of no identifier of AWS{capitals} (akia explain --help says more)")
        return [found]
    data = StandardInput().read()
    known = identifiers((decoded(data) or data).decode("utf-8", "replace"))
    explained = [item for word in known if (item := explain(word, accounts))]
    if not explained:
        raise UsageError("there is no identifier of AWS in standard input")
    return explained


def _text(item: Explanation, width: int) -> str:
    return "".join(f"{row}\n" for line in _lines(item) for row in _wrapped(line, width))


def _wrapped(line: str, width: int) -> Iterator[str]:
    """A line of words in lines that fit; a command or an address stays whole, so that it can be copied."""
    is_copied = line.lstrip().startswith(("$ ", "see "))
    return iter([line]) if is_copied else wrapped(line, width, "", " " * (len(line) - len(line.lstrip()) + 9))


def _lines(item: Explanation) -> Iterator[str]:
    tags = f" [{', '.join(item.tags)}]" if item.tags else ""
    yield f"{item.key_id}: {item.type}{tags}"
    named = f" ({words.account(item.account)})" if item.account else ""
    yield f"  account  {item.account_id or 'unknown'}{named}. {item.account_note}"
    yield from (f"  can      {line}" for line in item.can)
    yield from (f"  cannot   {line}" for line in item.cannot)
    yield f"  see      {item.reference}"
    if item.remediation:
        yield f"  do       {item.remediation.summary}"
        for number, step in enumerate(item.remediation.steps, 1):
            yield f"    {number}. {step.title}"
            yield from (f"       $ {command}" for command in step.commands)


def _json(found: Sequence[Explanation]) -> str:
    from scanner.formats.documents import document

    return document({"schema_version": 1, "explanations": found})
