"""For bash, from 3.2 on, without the package bash-completion.

No name of a file is ever expanded: it is read line by line and handed on as it is. Of references those are offered
that mean nothing else to a shell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.cli.arguments import FILES, FOLDERS, REFS
from scanner.cli.completion.outline import GROUP, NAMES, Command

SCRIPT = """\
# For bash: what Tab completes behind akia. Written by `akia completion bash`.
_akia() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}}
  local words= files= refs= name range=
  COMPREPLY=()
  if [[ $current == = ]]; then
    current=
  elif [[ $before == = ]]; then
    before=${{COMP_WORDS[COMP_CWORD-2]}}
  fi
  [[ $command == {group} ]] && ((COMP_CWORD > 2)) && command="{group} ${{COMP_WORDS[2]}}"
  if ((COMP_CWORD == 1)); then
    words='{commands}'
  else
    case "$command $before" in
{values}
      *)
        case $command in
{options}
        esac ;;
    esac
  fi
  for name in $words; do
    [[ $name == "$current"* ]] && COMPREPLY+=("$name")
  done
  if [[ -n $refs && $current != -* ]]; then
    [[ $current == *..* ]] && range=${{current%..*}}.. && [[ ${{current#"$range"}} == .* ]] && range+=.
    while IFS= read -r name; do
      [[ $name == *[!A-Za-z0-9._/@+-]* || $range$name != "$current"* ]] || COMPREPLY+=("$range$name")
    done < <(echo HEAD; {names})
  fi
  if [[ -n $files && $current != -* ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r name; do
      COMPREPLY+=("$name")
    done < <(compgen "$files" -- "$current")
  fi
}}
complete -F _akia akia
"""


def script(commands: Sequence[Command]) -> str:
    """What bash is to read."""
    names = [command.name for command in commands if " " not in command.name]
    return SCRIPT.format(
        group=GROUP,
        commands=" ".join([*names, "--help", "--version"]),
        values="\n".join(line for command in commands for line in _values(command)),
        options="\n".join(_options(command) for command in commands),
        names=NAMES,
    )


def _values(command: Command) -> Iterator[str]:
    """What stands behind an option that takes a value."""
    for option in command.options:
        if option.value:
            pattern = "|".join(f"'{command.name} {name}'" for name in option.names)
            yield f"      {pattern}) words='{' '.join(option.words)}'{_files(option.value)} ;;"


def _options(command: Command) -> str:
    """What stands in all other places."""
    names = [name for option in command.options for name in option.names]
    files = {FILES: " files=-f", FOLDERS: " files=-d", REFS: " refs=1"}.get(str(command.takes), "")
    line = f"words='{' '.join((*names, *command.words))}'{files}"
    if command.has_files_behind:
        first = f"words+=' {' '.join(command.words)}'"
        line = f"words='{' '.join(names)}'; if ((COMP_CWORD > 2)); then files=-f; else {first}; fi"
    return f"          '{command.name}') {line} ;;"


def _files(value: str) -> str:
    return {"FILE": " files=-f", "PATH": " files=-d", "REV": " refs=1"}.get(value, "")
