"""Settings: `akia.toml`, else `[tool.akia]` of `pyproject.toml`, and `.akiaignore`. They are data only.

docs/configuration.md is the reference. A value that is wrong is never repeated in a message: somebody may
have put a secret there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
KEYS = ("accounts", "allow", "baseline", "exclude", "extends", "fail-on", "inline", "packs", "patterns", "rules")
PACKS = ("aws", "detect-secrets")
"""What can be looked for; the first always is."""
DIGITS = 32
"""Hexadecimal digits of a fingerprint."""

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
        return _checked(_parsed("akia.toml", data), "akia.toml", read)
    data = read("pyproject.toml")
    if data is None or b"akia" not in data:  # a broken file that does not speak of us is not our business
        return Config()
    table = _own(_parsed("pyproject.toml", data), "pyproject.toml")
    return Config() if table is None else _checked(table, "pyproject.toml [tool.akia]", read)


def _override(path: str) -> Config:
    table = _parsed(path, _bytes_of(path))
    if "tool" not in table and not path.endswith("pyproject.toml"):
        return _checked(table, path, _beside(path))
    own = _own(table, path)
    if own is None:
        raise ConfigError(f"{path}: there is no table [tool.akia] in it")
    return _checked(own, f"{path} [tool.akia]", _beside(path))


def _bytes_of(path: str) -> bytes:
    try:
        data = named(path, LIMIT + 1)
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {getattr(error, 'strerror', None) or 'not a usable path'}") from None
    if len(data) > LIMIT:
        raise ConfigError(f"{path}: larger than {LIMIT:,} bytes")
    return data


def _beside(path: str) -> Read:
    """Reads files by their names from the folder of the settings."""
    folder, sign, _ = path.rpartition("/")
    return lambda name: _bytes_of(folder + sign + name)


def _parsed(name: str, data: bytes) -> Table:
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


def _own(table: Table, name: str) -> Table | None:
    tool = table.get("tool", {})
    own = tool.get("akia") if isinstance(tool, Mapping) else None
    if own is not None and not isinstance(own, Mapping):
        raise ConfigError(f"{name}: [tool.akia] must be a table")
    return own


def _checked(table: Table, name: str, read: Read) -> Config:
    for key in table:
        if key not in KEYS:
            raise ConfigError(f"{name}: {_unknown(key)}")
    custom, notes = _custom(table, name, read)
    own = Config(
        exclude=tuple(_rule(item, f"{name}: exclude") for item in _items(table, name, "exclude")),
        allow=tuple(_allow(item, f"{name}: allow") for item in _items(table, name, "allow")),
        fail_on=_fail_on(table, name),
        inline=_inline(table, name),
        baseline=_baseline(table, name),
        accounts=_accounts(table, name),
        packs=_packs(table, name),
        rules=custom,
        notes=notes,
    )
    return _extended(table, own, name, read) if "extends" in table else own


def _extended(table: Table, own: Config, name: str, read: Read) -> Config:
    from scanner.layers import extended  # only where something is extended

    def said(file: str) -> Config | None:
        data = read(file)
        if data is None:
            return None
        base = _parsed(file, data)
        if "extends" in base:
            raise ConfigError(f"{file}: what is extended cannot extend another file")
        return _checked(base, file, read)

    return extended(table["extends"], own, name, said)


def _items(table: Table, name: str, key: str) -> Sequence[object]:
    items = table.get(key, [])
    if not isinstance(items, list):
        raise ConfigError(f"{name}: {key} must be a list")
    return items


def _rule(item: object, where: str) -> Rule:
    if not isinstance(item, str):
        raise ConfigError(f"{where} must be a list of globs, each in quotes")
    if not is_glob(item):
        raise ConfigError(f"{where} holds a glob that matches nothing (write a leading # as \\\\#)")
    return Rule(item, where)


def is_glob(text: str) -> bool:
    """Whether anything can match it: a blank line and a comment of a `.gitignore` are none."""
    return bool(text.strip()) and not text.startswith("#")


def _allow(item: object, where: str) -> Allow:
    table = {"fingerprint": item} if isinstance(item, str) else item
    if not isinstance(table, dict) or not table.keys() <= {"fingerprint", "reason"}:
        raise ConfigError(f"{where} takes fingerprints, or tables with the keys fingerprint and reason alone")
    known, reason = table.get("fingerprint"), table.get("reason", "")
    if not isinstance(known, str) or not _is_fingerprint(known):
        raise ConfigError(f"{where} holds something that is no fingerprint ({DIGITS} hexadecimal digits)")
    if not isinstance(reason, str):
        raise ConfigError(f"{where} holds a reason that is not text")
    return Allow(known.lower(), reason, where)


def _is_fingerprint(text: str) -> bool:
    return len(text) == DIGITS and all(char in "0123456789abcdef" for char in text.lower())


def _fail_on(table: Table, name: str) -> FailOn | None:
    value = table.get("fail-on")
    if value is None:
        return None
    for known in FAIL_ON:
        if value == known:
            return known
    raise ConfigError(f"{name}: fail-on must be one of {', '.join(FAIL_ON)}")


def _inline(table: Table, name: str) -> bool:
    value = table.get("inline", True)
    if not isinstance(value, bool):
        raise ConfigError(f"{name}: inline must be true or false")
    return value


def _baseline(table: Table, name: str) -> str | None:
    value = table.get("baseline")
    if value is not None and (not isinstance(value, str) or not value):
        raise ConfigError(f"{name}: baseline must be the path of a file")
    return value


def _accounts(table: Table, name: str) -> tuple[tuple[str, Account], ...]:
    if "accounts" not in table:
        return ()
    from scanner.accounts import accounts  # only where some are named

    return accounts(table["accounts"], f"{name}: accounts")


def _packs(table: Table, name: str) -> tuple[str, ...]:
    """Those beside our own."""
    items = _items(table, name, "packs")
    if not all(item in PACKS for item in items):
        raise ConfigError(f"{name}: packs must be a list of {', '.join(PACKS)}")
    if items and PACKS[0] not in items:
        raise ConfigError(f"{name}: packs cannot leave {PACKS[0]} out")
    return tuple(pack for pack in PACKS[1:] if pack in items)


def _custom(table: Table, name: str, read: Read) -> tuple[tuple[CustomRule, ...], tuple[str, ...]]:
    if not table.keys() & {"patterns", "rules"}:
        return (), ()
    from scanner.rules.settings import rules  # only where there are some

    def opened(file: str) -> Table | None:
        data = read(file)
        return None if data is None else _parsed(file, data)

    return rules(table, name, opened)


def _unknown(key: str) -> str:
    import difflib  # only to word an error

    near = difflib.get_close_matches(key.replace("_", "-"), KEYS, 1)
    is_word = len(key) <= 30 and key.islower() and key.replace("-", "").replace("_", "").isalpha()
    hint = f"; did you mean {near[0]}?" if near else f" (known: {', '.join(KEYS)})"
    return (f"unknown key {key}" if is_word else "unknown key") + hint


def _rules_of(data: bytes | None) -> tuple[Rule, ...]:
    lines = text_of(IGNORE_FILE, data).split("\n") if data else []
    return tuple(
        Rule(line.rstrip("\r"), f"{IGNORE_FILE}:{number}") for number, line in enumerate(lines, 1) if is_glob(line)
    )
