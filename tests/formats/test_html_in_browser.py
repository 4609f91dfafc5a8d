"""The page in a real browser: what it shows, what its script does, and that it keeps to itself.

Needs Chromium (Debian: `apt-get install chromium`) and is skipped where there is none.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from samples import ATTACKS, FULL, HISTORY, hostile

from scanner.formats.escape import escaped
from scanner.formats.html.page import Html
from scanner.formats.interface import Style
from scanner.model import Report

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next((path for name in NAMES if (path := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM)
        yield started
        started.close()


@pytest.fixture
def shown(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Shows a report. At the end nothing must have been asked for but the page, and nothing have gone wrong in it."""
    contexts, asked, wrong = [], [], []

    def show(report: Report, **settings: Any) -> Any:
        file = tmp_path / "akia.html"
        file.write_text(Html().render(report, Style()), "utf-8")
        contexts.append(browser.new_context(**settings))
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.goto(file.as_uri())
        return page

    yield show
    for context in contexts:
        context.close()
    assert {url.partition("#")[0] for url in asked} <= {(tmp_path / "akia.html").as_uri()}
    assert wrong == []


def test_the_page_is_whole_without_its_script(shown: Callable[..., Any]) -> None:
    page = shown(FULL, java_script_enabled=False)
    assert page.locator("h1").inner_text() == "3 credentials leaked"
    assert page.locator(".finding").count() == 3
    assert [page.locator(name).is_visible() for name in ("#filters", "#theme")] == [False, False]
    assert page.get_by_text("aws iam step-1").first.is_visible()


@pytest.mark.parametrize("attack", [pytest.param(attack, id=name) for name, attack in ATTACKS.items()])
def test_hostile_content_is_shown_and_does_nothing(attack: str, shown: Callable[..., Any]) -> None:
    page = shown(hostile(attack))
    assert page.locator("h3").inner_text() == re.sub(" +", " ", escaped(attack)).strip()
    assert page.locator("script, img").count() == 1
    page.locator(".skip").focus()
    page.wait_for_timeout(50)


@pytest.mark.parametrize(
    ("choice", "value", "titles"),
    [
        pytest.param("severity", "medium", ["Access key ID"], id="severity"),
        pytest.param(
            "principal", "root", ["Long-term access key with its secret of the account's root user"], id="owner"
        ),
        pytest.param("kind", "access-key-id", ["Access key ID"], id="kind"),
    ],
)
def test_filters_leave_what_is_asked_for(choice: str, value: str, titles: list[str], shown: Callable[..., Any]) -> None:
    page = shown(FULL)
    page.locator(f"select[name={choice}]").select_option(value)
    assert page.locator(".finding:visible h3").all_inner_texts() == titles
    assert page.locator("#shown").inner_text() == "1 of 3 shown"


def test_search_looks_at_all_words_anywhere_in_a_finding(shown: Callable[..., Any]) -> None:
    page = shown(FULL)
    page.keyboard.press("/")
    page.keyboard.type("ALICE src/b.env")
    assert page.locator(".finding:visible h3").all_inner_texts() == [
        "Long-term access key with its secret of an IAM user"
    ]
    page.locator("#search").fill("nobody at all")
    assert page.locator("#nothing").is_visible()


def test_findings_open_and_close_together(shown: Callable[..., Any]) -> None:
    page = shown(FULL)
    page.get_by_role("button", name="Close all").click()
    assert page.locator(".finding > details[open]").count() == 0
    page.get_by_role("button", name="Open all").click()
    assert page.locator(".finding > details[open]").count() == 3


def test_a_link_from_the_timeline_opens_its_finding(shown: Callable[..., Any]) -> None:
    page = shown(HISTORY)
    page.get_by_role("button", name="Close all").click()
    page.locator(".bars a").nth(1).click()
    assert page.locator(".finding > details[open] h3").all_inner_texts() == [HISTORY.findings[1].title]


def test_a_command_is_copied_as_it_is(shown: Callable[..., Any]) -> None:
    page = shown(FULL, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the command").first.click()
    page.get_by_text("Copied.").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == "aws iam step-1 --user-name alice"


@pytest.mark.parametrize(("system", "other"), [("light", "dark"), ("dark", "light")])
def test_colours_are_the_systems_until_somebody_switches(system: str, other: str, shown: Callable[..., Any]) -> None:
    page = shown(FULL, color_scheme=system)
    dark = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(dark)
    page.locator("#theme").click()
    assert page.evaluate(dark) != before
    assert page.evaluate("document.documentElement.dataset.theme") == other
    page.reload()
    assert page.evaluate(dark) != before


def test_the_keyboard_reaches_everything_in_order(shown: Callable[..., Any]) -> None:
    page = shown(FULL)
    reached = []
    for _ in range(14):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert reached[:2] == ["A", "theme"]
    at = reached.index("search")
    assert reached[at : at + 7] == ["search", "SELECT", "SELECT", "SELECT", "expand", "collapse", "SUMMARY"]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_width_makes_the_page_scroll_sideways(width: int, shown: Callable[..., Any]) -> None:
    finding = HISTORY.findings[0]
    long = finding.remediation.steps[0]._replace(title="T" * 90, detail=f"Call {'iam:' + 'Long' * 30} in time.")
    finding = finding._replace(remediation=finding.remediation._replace(steps=(long,), summary="S" * 90))
    page = shown(HISTORY._replace(findings=(finding, *HISTORY.findings[1:])), viewport={"width": width, "height": 800})
    page.get_by_role("button", name="Open all").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_everything_is_open_and_no_control_is_left(shown: Callable[..., Any]) -> None:
    page = shown(FULL)
    page.get_by_role("button", name="Close all").click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert [page.locator(name).first.is_visible() for name in ("#filters", "#theme", "pre button")] == [False] * 3
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".finding > details[open]").count() == 0


LUMINANCE = """() => {
  const light = (color) => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255)
      .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (color !== "rgba(0, 0, 0, 0)") return color;
    }
    return "white";
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    const bare = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!bare || element.closest("svg, script, select")) continue;
    const [one, two] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
    if ((one + 0.05) / (two + 0.05) < 4.5) poor.push(element.outerHTML.slice(0, 80));
  }
  return poor;
}"""
"""Elements with text of a contrast below 4.5 (WCAG 2.2, 1.4.3)."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("report", [pytest.param(FULL, id="files"), pytest.param(HISTORY, id="a history")])
def test_all_text_can_be_read_against_its_ground(scheme: str, report: Report, shown: Callable[..., Any]) -> None:
    findings = tuple(report.findings[0]._replace(severity=severity) for severity in ("high", "low", "info"))
    page = shown(report._replace(findings=report.findings + findings), color_scheme=scheme)
    page.get_by_role("button", name="Open all").click()
    assert page.evaluate(LUMINANCE) == []


def test_a_long_timeline_does_not_bury_the_findings(shown: Callable[..., Any]) -> None:
    many = HISTORY._replace(findings=HISTORY.findings[:1] * 25)
    page = shown(many)
    assert page.locator(".bars li:visible").count() == 20
    page.locator(".bars summary", has_text="5 more").click()
    assert page.locator(".bars li:visible").count() == 25


def test_options_of_a_command_are_not_broken(shown: Callable[..., Any]) -> None:
    page = shown(FULL, viewport={"width": 380, "height": 800})
    heights = page.locator("pre span").evaluate_all("spans => spans.map(span => span.getClientRects().length)")
    assert set(heights) == {1}
