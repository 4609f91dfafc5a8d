"""Each pattern has its page, and each playbook its place in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from patterns._loader import credential_patterns, playbooks
from patterns._pattern import Pattern
from patterns._playbook import Facts
from scanner.judge.remediate import remediation

DOCS = Path(__file__).parents[1] / "docs"
PAGES = DOCS / "credentials"
SECTIONS = ["Format", "How it is found", "What stays silent", "Whose it is", "What to do"]
PATTERNS = [pytest.param(pattern, id=pattern.id) for pattern in credential_patterns()]
PLAYBOOKS = {book.id for book in playbooks()}


def page(pattern: Pattern) -> str:
    return (PAGES / f"{pattern.id.removeprefix('aws-')}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_pattern_has_its_page(pattern: Pattern) -> None:
    text = page(pattern)
    assert re.findall(r"^## (.*)$", text, re.M) == SECTIONS
    assert f"Pattern `{pattern.id}`, kind `{pattern.kind}`." in text
    assert f"({pattern.reference})" in text


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_page_says_what_to_do(pattern: Pattern) -> None:
    named = set(re.findall(r"`([a-z0-9-]+)`", page(pattern).partition("## What to do")[2]))
    assert remediation(Facts(pattern.kind, "unknown"), playbooks()).playbook != "leaked-secret"
    assert named & PLAYBOOKS
    assert named <= PLAYBOOKS | {"expired"}


def test_each_page_is_a_patterns() -> None:
    assert {path.stem for path in PAGES.iterdir()} == {param.id.removeprefix("aws-") for param in PATTERNS if param.id}


@pytest.mark.parametrize("name", ["detection.md", "remediation.md"])
def test_the_overview_names_them_all(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    wanted = PLAYBOOKS if name == "remediation.md" else {pattern.id for pattern in credential_patterns()}
    assert {word for word in wanted if f"`{word}`" not in text} == set()
