"""Expressions that mean the same on every Python: before 3.11.5 a group repeated possessively can lose its place.

It does where a round fails behind something that repeats or chooses (https://github.com/python/cpython/issues/106052);
Debian 12 has 3.11.2.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import patterns
import scanner
from patterns._loader import credential_patterns, signals

REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT, sre.BRANCH, sre.SUBPATTERN)


def _modules() -> Iterator[Any]:
    for root in (patterns, scanner):
        for found in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            yield importlib.import_module(found.name)


def _cached(module: Any) -> Iterator[tuple[str, Any]]:
    """What functions without arguments compile, and compiled constants."""
    for name, value in vars(module).items():
        own = getattr(value, "__module__", module.__name__) == module.__name__
        if isinstance(value, re.Pattern):
            yield name, value
        elif own and hasattr(value, "cache_info") and not value.__wrapped__.__code__.co_argcount:
            yield name, value()


def _expressions() -> dict[str, tuple[bytes | str, int]]:
    found = {pattern.id: (pattern.regex, 0) for pattern in credential_patterns()}
    found |= {signal.id: (signal.expression(), 0) for signal in signals()}
    for module in _modules():
        compiled = {name: one for name, one in _cached(module) if isinstance(one, re.Pattern)}
        found |= {f"{module.__name__}.{name}": (one.pattern, one.flags) for name, one in compiled.items()}
    return found


def may_lose_its_place(items: Any) -> bool:
    """Whether a group is repeated possessively in which something repeats or chooses behind what was taken already."""
    for kind, value in items:
        if kind is sre.POSSESSIVE_REPEAT and any(inner in REPEATS for inner, _ in list(value[2])[1:]):
            return True
        if any(map(may_lose_its_place, _parts(value))):
            return True
    return False


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _parts(item)


@pytest.mark.parametrize(
    "expression", ["(?:ab?c)++", "x(?:a(?:bb|c)d){2,3}+", "(?:(?:,b?c)*+d)*", "(?:[ab][cd]{1,2}e)*+"]
)
def test_what_may_lose_its_place_is_known(expression: str) -> None:
    assert may_lose_its_place(parser.parse(expression))


@pytest.mark.parametrize(
    "expression", ["(?>(?:ab?c)+)", "(?:a+b)*+", "(?:[ab]{2}){3,}+", "(?:a|bc)*+", "a++", "(?:ab?c)+"]
)
def test_what_does_not_is_let_pass(expression: str) -> None:
    assert not may_lose_its_place(parser.parse(expression))


@pytest.mark.parametrize("expression", [pytest.param(one, id=name) for name, one in _expressions().items()])
def test_no_expression_may(expression: tuple[bytes | str, int]) -> None:
    text, flags = expression
    assert not may_lose_its_place(parser.parse(text, flags & ~re.UNICODE if isinstance(text, bytes) else flags))
