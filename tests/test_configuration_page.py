"""docs/configuration.md tells of every key, every command that reads settings, and no other; its example can be used."""

from __future__ import annotations

import re
from pathlib import Path

from scanner.cli.completion.outline import commands
from scanner.config import Config, load
from scanner.keys import KEYS

TEXT = (Path(__file__).parents[1] / "docs/configuration.md").read_text(encoding="utf-8")


def column(title: str) -> list[str]:
    """What stands in code in the first column of the table of that heading."""
    table = TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0].partition("\n| --- ")[2].partition("\n\n")[0]
    return [word for row in table.split("\n")[1:] for word in re.findall(r"`([^`]+)`", row.split(" | ")[0])]


def test_every_key_has_its_row() -> None:
    assert sorted(column("Keys")) == sorted(KEYS)


def test_every_command_that_reads_settings_has_its_row() -> None:
    readers = [
        f"akia {command.name}"
        for command in commands()
        if any("--config" in option.names for option in command.options)
    ]
    assert sorted(column("Where settings are read from")) == sorted(readers)


def test_the_example_can_be_used() -> None:
    (example,) = re.findall(r"^```toml\n(.*?)^```", TEXT, re.M | re.S)[:1]
    config = load(lambda name: example.encode() if name == "akia.toml" else None)
    assert config.fail_on == "high"
    said = ("exclude", "allow", "inline", "baseline", "accounts")
    assert [name for name in said if getattr(config, name) == getattr(Config(), name)] == []
