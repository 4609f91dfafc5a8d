"""For fish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.cli.arguments import FILES, FOLDERS, REFS
from scanner.cli.completion.outline import NAMES, Command, Option

HEAD = """\
# For fish: what Tab completes behind akia. Written by `akia completion fish`.
function __akia_is
    set -l words (commandline -opc)
    test (count $words) -gt (count $argv); and test "$words[2..$(math 1 + (count $argv))]" = "$argv"
end
function __akia_refs
    set -l range (string match -r '^.*\\.\\.+' -- (commandline -ct))
    for name in HEAD (%s)
        echo "$range$name"
    end
end
complete -c akia -f
complete -c akia -n 'test (count (commandline -opc)) -eq 1' -l help -d 'what there is'
complete -c akia -n 'test (count (commandline -opc)) -eq 1' -l version -d 'which version this is'
"""

_FIRST = "'test (count (commandline -opc)) -eq 1'"


def script(commands: Sequence[Command]) -> str:
    """What fish is to read."""
    return HEAD % NAMES + "".join(f"complete -c akia {line}\n" for command in commands for line in _lines(command))


def _lines(command: Command) -> Iterator[str]:
    *above, name = command.name.split(" ")
    where = f"'__akia_is {' '.join(above)}; and test (count (commandline -opc)) -eq 2'" if above else _FIRST
    yield f"-n {where} -a {name} -d {quoted(command.text)}"
    here = f"-n '__akia_is {command.name}'"
    yield from (f"{here} {_option(option)}" for option in command.options)
    if command.takes == FILES:
        yield f"{here} -F"
    elif command.takes == FOLDERS:
        yield f"{here} -a '(__fish_complete_directories)'"
    elif command.takes == REFS:
        yield f"{here} -a '(__akia_refs)'"
    elif command.has_files_behind:
        count = f"-n '__akia_is {command.name}; and test (count (commandline -opc))"
        yield f"{count} -eq 2' -a {quoted(' '.join(command.words))}"
        yield f"{count} -gt 2' -F"
    elif command.options and command.words:
        yield f"{here} -a {quoted(' '.join(command.words))}"


def _option(option: Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    takes = " -rF" if option.value in ("FILE", "PATH") else " -x" if option.value else ""
    words = f" -a {quoted(' '.join(option.words))}" if option.words else ""
    words = " -a '(__akia_refs)'" if option.value == "REV" else words
    return f"{names}{takes}{words} -d {quoted(option.text)}"


def quoted(text: str) -> str:
    """The text as one word of fish."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
