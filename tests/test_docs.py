"""The documents keep what they promise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
PAGES = [PROJECT / "README.md", PROJECT / "CHANGELOG.md", *sorted((PROJECT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(PROJECT))) for page in PAGES])
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def slugs(page: Path) -> set[str]:
    """What the headings of a page are called in addresses, as GitHub makes it."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", re.sub(r"\]\([^)]*\)", "", text).lower()).replace(" ", "-") for text in headings}


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(PROJECT))) for page in PAGES])
def test_every_link_to_a_heading_leads_to_one(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s:]*)#([^)\s]+)\)", page.read_text(encoding="utf-8"))
    assert [(name, part) for name, part in links if part not in slugs((page.parent / name) if name else page)] == []


def table(text: str, title: str) -> dict[str, dict[str, str]]:
    """The rows of the first table whose header begins so, by their first cells, each by the titles of its columns."""
    lines = text[text.index(f"| {title} |") :].split("\n\n")[0].splitlines()
    titles, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0]: dict(zip(titles, row, strict=True)) for row in rows}


def test_the_readme_quotes_what_was_measured() -> None:
    readme, page = ((PROJECT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/detection.md"))
    quoted, measured = table(readme, "program"), table(page, "program")
    assert quoted == {name: {key: row[key] for key in quoted[name]} for name, row in measured.items()}


def test_the_readme_names_every_page() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    pages = sorted((PROJECT / "docs").glob("*.md"))
    assert [page.name for page in pages if f"docs/{page.name}" not in text] == []
