"""Settings: `akia.toml`, else `[tool.akia]` of `pyproject.toml`, and `.akiaignore`. They are data only.

docs/configuration.md is the reference. A value that is wrong is never repeated in a message: somebody may
have put a secret there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from scanner.errors import ConfigError
from scanner.model import SEVERITIES, Account, Severity
from scanner.opening import named

if TYPE_CHECKING:
    from scanner.rules.rule import Rule as CustomRule

FailOn = Literal[Severity, "never"]
FAIL_ON: tuple[FailOn, ...] = (*SEVERITIES, "never")
IGNORE_FILE = ".akiaignore"
SETTINGS = ("akia.toml", "pyproject.toml", IGNORE_FILE)
"""The files that settings are read from, at the root of what is scanned."""
LIMIT = 2**20
"""Bytes of a settings file; a larger one is a mistake, or an attack."""

Read = Callable[[str], bytes | None]
Table = Mapping[str, object]


class Rule(NamedTuple):
    """One glob with `.gitignore` semantics, and where it stands."""

    glob: str
    where: str


class Allow(NamedTuple):
    """A finding that is no leak, known by its fingerprint."""

    fingerprint: str
    reason: str
    where: str


class Config(NamedTuple):
    """Settings as read.

    exclude, ignore: rules of the configuration and of `.akiaignore`; later ones win.
    fail_on: None where nothing is said. inline: whether comments in the content count.
    baseline: a file of credentials that are known. packs, rules: what is looked for beside AWS credentials. notes: what
    there is to say about the settings.
    """

    exclude: tuple[Rule, ...] = ()
    ignore: tuple[Rule, ...] = ()
    allow: tuple[Allow, ...] = ()
    fail_on: FailOn | None = None
    inline: bool = True
    baseline: str | None = None
    accounts: tuple[tuple[str, Account], ...] = ()
    packs: tuple[str, ...] = ()
    rules: tuple[CustomRule, ...] = ()
    notes: tuple[str, ...] = ()


def load(read: Read, override: str | None = None) -> Config:
    """The settings of what is scanned.

    read: gives the bytes of a file at the root of what is scanned, None if there is none.
    override: a file that is read in place of `akia.toml` and `pyproject.toml`, in the form of either.
    Raises ConfigError, which names file and key, where something is wrong.
    """
    config = _override(override) if override is not None else _discovered(read)
    return config._replace(ignore=_rules_of(read(IGNORE_FILE)))


def _discovered(read: Read) -> Config:
    data = read("akia.toml")
    if data is not None:
        return _settings(parsed("akia.toml", data), "akia.toml", read)
    data = read("pyproject.toml")
    if data is None or b"akia" not in data:  # a broken file that does not speak of us is not our business
        return Config()
    table = _own(parsed("pyproject.toml", data), "pyproject.toml")
    return Config() if table is None else _settings(table, "pyproject.toml [tool.akia]", read)


def _override(path: str) -> Config:
    table = parsed(path, whole(path))
    if "tool" not in table and not path.endswith("pyproject.toml"):
        return _settings(table, path, _beside(path))
    own = _own(table, path)
    if own is None:
        raise ConfigError(f"{path}: there is no table [tool.akia] in it")
    return _settings(own, f"{path} [tool.akia]", _beside(path))


def whole(path: str, limit: int = LIMIT, read: Callable[[str, int], bytes] = named) -> bytes:
    """A file that a person named. read: opens it. Raises ConfigError where that cannot be, or it has more bytes."""
    try:
        data = read(path, limit + 1)
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {getattr(error, 'strerror', None) or 'not a usable path'}") from None
    if len(data) > limit:
        raise ConfigError(f"{path}: larger than {limit:,} bytes")
    return data


def _beside(path: str) -> Read:
    """Reads files by their names from the folder of the settings."""
    folder, sign, _ = path.rpartition("/")
    return lambda name: whole(folder + sign + name)


def parsed(name: str, data: bytes) -> Table:
    """The tables of a TOML file. Raises ConfigError."""
    import tomllib  # only where there is a file: most commits are scanned without one

    try:
        return tomllib.loads(text_of(name, data))
    except (ValueError, RecursionError) as error:
        _, found, place = str(error).rpartition(" (at ")
        raise ConfigError(f"{name}: not valid TOML{found}{place if found else ''}") from None


def text_of(name: str, data: bytes) -> str:
    """The text of a file that is UTF-8, or UTF-16 with its mark, as PowerShell writes what is sent into a file.

    Raises ConfigError, which names the file, where it is neither.
    """
    is_wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: not UTF-{16 if is_wide else 8} (at byte {error.start})") from None


def _settings(table: Table, name: str, read: Read) -> Config:
    from scanner.keys import checked  # only where there are settings: most commits are scanned without any

    return checked(table, name, read)


def _own(table: Table, name: str) -> Table | None:
    tool = table.get("tool", {})
    own = tool.get("akia") if isinstance(tool, Mapping) else None
    if own is not None and not isinstance(own, Mapping):
        raise ConfigError(f"{name}: [tool.akia] must be a table")
    return own


def is_glob(text: str) -> bool:
    """Whether anything can match it: a blank line and a comment of a `.gitignore` are none."""
    return bool(text.strip()) and not text.startswith("#")


def _rules_of(data: bytes | None) -> tuple[Rule, ...]:
    lines = text_of(IGNORE_FILE, data).split("\n") if data else []
    return tuple(
        Rule(line.rstrip("\r"), f"{IGNORE_FILE}:{number}") for number, line in enumerate(lines, 1) if is_glob(line)
    )
