"""For zsh, read by `source` or as the file `_akia` in a folder of `fpath`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.cli.arguments import FILES, FOLDERS, REFS
from scanner.cli.completion.outline import GROUP, NAMES, Command, Option

SCRIPT = """\
#compdef akia
# For zsh: what Tab completes behind akia. Written by `akia completion zsh`.
_akia_refs() {{
  local -a known
  known=(HEAD ${{(f)"$({names})"}})
  compset -P '*..(|.)'
  compadd -a known
}}
_akia() {{
  local -a known
  local command=$words[2]
  if (( CURRENT == 2 )); then
    known=(
{commands}
    )
    _describe command known
    _arguments '--help[what there is]' '--version[which version this is]'
    return
  fi
  if [[ $command == {group} ]]; then
    if (( CURRENT == 3 )); then
      known=(
{hooks}
      )
      _describe hook known
      return
    fi
    shift words
    (( CURRENT-- ))
    command="{group} $words[2]"
  fi
  shift words
  (( CURRENT-- ))
  case $command in
{cases}
  esac
}}
if [[ $funcstack[1] == _akia ]]; then
  _akia "$@"
else
  compdef _akia akia
fi
"""


def script(commands: Sequence[Command]) -> str:
    """What zsh is to read."""
    return SCRIPT.format(
        group=GROUP,
        names=NAMES,
        commands="\n".join(_described(command) for command in commands if " " not in command.name),
        hooks="\n".join("  " + _described(command) for command in commands if " " in command.name),
        cases="\n".join("\n".join(_case(command)) for command in commands if command.name != GROUP),
    )


def _described(command: Command) -> str:
    return "      " + _quoted(f"{command.name.split(' ')[-1]}:{command.text}")


def _case(command: Command) -> Iterator[str]:
    yield f"    {_quoted(command.name)})"
    yield "      _arguments \\"
    yield from (f"        {_quoted(_spec(option, name))} \\" for option in command.options for name in option.names)
    if command.has_files_behind:
        yield f"        {_quoted('1:name:' + _among(command.words))} \\"
    yield f"        {_quoted('*:name:' + _names(command))} ;;"


def _spec(option: Option, name: str) -> str:
    """An option as `_arguments` reads it; one that may be given again says so."""
    again = "*" if option.value == "GLOB" else ""
    text = option.text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")
    if not option.value:
        return f"{again}{name}[{text}]"
    action = {"FILE": "_files", "PATH": "_files", "REV": "_akia_refs"}.get(option.value, _among(option.words))
    return f"{again}{name}{'=' if name.startswith('--') else ''}[{text}]:{option.value}:{action}"


def _names(command: Command) -> str:
    if command.has_files_behind:
        return "_files"
    if isinstance(command.takes, tuple):
        return _among(command.words)
    return {FILES: "_files", FOLDERS: "_files -/", REFS: "_akia_refs"}[command.takes]


def _among(words: Sequence[str]) -> str:
    return f"({' '.join(words)})"


def _quoted(text: str) -> str:
    """The text as one word of a shell."""
    return "'" + text.replace("'", "'\\''") + "'"
