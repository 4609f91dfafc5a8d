"""Settings that go on from others: `extends`, for what several repositories share and one adds to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scanner.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

    from scanner.config import Config


def extended(names: object, own: Config, where: str, read: Callable[[str], Config | None]) -> Config:
    """The settings over those of the files that they extend, of which a later one goes over an earlier one.

    read: what a file says; None where there is none. Raises ConfigError.
    """
    if not isinstance(names, list) or not all(isinstance(name, str) and _is_below(name) for name in names):
        raise ConfigError(f"{where}: extends must be a list of files below the settings' own folder")
    for name in reversed(names):
        base = read(name)
        if base is None:
            raise ConfigError(f"{where}: extends names a file that is not there")
        own = _over(base, own, where)
    return own


def _is_below(name: str) -> bool:
    return bool(name) and not name.startswith("/") and "\n" not in name and ".." not in name.split("/")


def _over(base: Config, own: Config, where: str) -> Config:
    """Lists are put together, and of what is said once the later word counts; but comments need both to allow them."""
    rules = (*base.rules, *own.rules)
    if base.rules and own.rules:
        from scanner.rules.own import distinct

        rules = distinct(rules, where)
    return own._replace(
        exclude=(*base.exclude, *own.exclude),
        allow=(*base.allow, *own.allow),
        fail_on=own.fail_on or base.fail_on,
        inline=own.inline and base.inline,
        baseline=own.baseline or base.baseline,
        accounts=tuple({**dict(base.accounts), **dict(own.accounts)}.items()),
        packs=tuple(dict.fromkeys((*base.packs, *own.packs))),
        rules=rules,
        notes=(*base.notes, *own.notes),
    )
