"""Reading the fields of a table of settings. No message repeats a value: somebody may have put a secret there."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from scanner.errors import ConfigError

LONGEST_ID = 80
WORD = re.compile(r"[a-z][a-zA-Z_-]{0,29}")


class Fields(NamedTuple):
    """A table, and what it is called in messages. Each method raises ConfigError."""

    table: Mapping[str, object]
    where: str

    def known(self, keys: Collection[str]) -> None:
        """That it has no other key."""
        for key in self.table:
            if key not in keys:
                named = f"unknown key {key}" if WORD.fullmatch(key) else "unknown key"
                raise ConfigError(f"{self.where}: {named} (known: {', '.join(sorted(keys))})")

    def text(self, key: str, most: int = 65_536) -> str:
        """A text; empty where there is none."""
        value = self.table.get(key, "")
        if not isinstance(value, str) or len(value) > most:
            raise ConfigError(f"{self.where}: {key} must be text of at most {most:,} characters")
        return value

    def line(self, key: str, most: int = 200) -> str:
        """A text on one line; empty where there is none."""
        value = self.text(key, most)
        if not value.isprintable():
            raise ConfigError(f"{self.where}: {key} must be text on one line")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts that are not empty; one text counts as a list of it."""
        value = self.table.get(key, [])
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) and item for item in items):
            raise ConfigError(f"{self.where}: {key} must be a list of texts")
        return tuple(items)

    def number(self, key: str, most: float) -> float:
        """A number from 0 on; 0 where there is none."""
        value = self.table.get(key, 0)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= most:
            raise ConfigError(f"{self.where}: {key} must be a number from 0 to {most:g}")
        return float(value)

    def tables(self, key: str) -> list[Fields]:
        """A list of tables; one table counts as a list of it."""
        value = self.table.get(key, [])
        items = [value] if isinstance(value, Mapping) else value
        if not isinstance(items, list) or not all(isinstance(item, Mapping) for item in items):
            raise ConfigError(f"{self.where}: {key} must be a table, or a list of tables")
        return [Fields(item, f"{self.where}: {key}") for item in items]


def identifier(fields: Fields) -> str:
    """Its id. Raises ConfigError where there is none that can be used."""
    value = fields.line("id", LONGEST_ID)
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", value):
        raise ConfigError(f"{fields.where}: each needs an id of letters, digits, - _ and .")
    return value
