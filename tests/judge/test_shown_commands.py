"""Commands that the text report breaks into lines mean the same in a real shell."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from shell import calls, commands
from situations import SITUATIONS

from patterns._loader import playbooks
from scanner.formats.terminal import continued
from scanner.judge.remediate import remediation


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_command_in_several_lines_is_the_same_command(situation: str, tmp_path: Path) -> None:
    whole = commands(remediation(SITUATIONS[situation][0], playbooks()))
    broken = ["\n".join(continued(command, 60, "", "  ")) for command in whole]
    assert _timeless(calls(broken, tmp_path)) == _timeless(calls(whole, tmp_path))
    for command in broken:
        for before, line in pairwise(command.split("\n")):
            assert before.endswith(("&&", "|")) or (before.endswith(" \\") and line.startswith("  --"))


def _timeless(made: list[list[str]]) -> list[list[str]]:
    """Calls without the moment that some of them work out."""
    return [[re.sub(r"\d{4}-\d\d-\d\dT[\d:]{8}Z", "NOW", word) for word in call] for call in made]
