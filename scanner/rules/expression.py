"""Expressions that come from settings. RE2 takes time that is linear in the content, whatever the expression.

It has no look-around and no references back to a group, which is the price. https://github.com/google/re2/wiki/Syntax
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from scanner.errors import ConfigError

if TYPE_CHECKING:
    import re

WRONG = {
    "invalid perl operator": "look-around, which would not run in linear time",
    "invalid named capture group": "a group whose name cannot be used",
    "invalid escape sequence": "an escape that RE2 does not have, such as a reference back to a group",
    "bad repetition operator": "a repetition of a repetition",
    "invalid repetition size": "a repetition of more than 1,000, all in all",
    "no argument for repetition operator": "a repetition of nothing",
    "missing )": "a parenthesis that is not closed",
    "unexpected )": "a parenthesis that is not opened",
    "missing ]": "a bracket that is not closed",
    "invalid character class range": "a range of characters that cannot be",
    "invalid character range": "a range of characters that cannot be",
    "pattern too large - compile failed": "more than RE2 can hold",
}
"""How RE2's messages begin, and what is said in their place: they repeat what was written."""


def compiled(expression: str, where: str) -> re.Pattern[bytes]:
    """The expression, for bytes that are UTF-8. Raises ConfigError, which begins with `where`."""
    try:
        return _compiled(expression)
    except _error() as error:
        words = error.args[0].decode("utf-8", "replace").partition(": ")[0]
        said = WRONG.get(words, "something that is no regular expression")
        raise ConfigError(f"{where} holds {said}") from None


def united(expressions: Iterable[str], where: str) -> re.Pattern[bytes]:
    """One expression that is found where any of these is. Raises ConfigError where one cannot be used by itself."""
    expressions = list(expressions)
    for expression in expressions:
        compiled(expression, where)
    return compiled("|".join(f"(?:{expression})" for expression in expressions), where)


def quoted(text: str) -> str:
    """An expression for the text itself."""
    return "".join(char if char.isalnum() or char == "_" else f"\\x{{{ord(char):x}}}" for char in text)


@functools.cache
def _compiled(expression: str) -> re.Pattern[bytes]:
    import re2  # only where there are rules

    options = re2.Options()
    options.log_errors = False
    pattern: re.Pattern[bytes] = re2.compile(expression.encode(), options)
    return pattern


def _error() -> type[Exception]:
    import re2

    error: type[Exception] = re2.error
    return error
