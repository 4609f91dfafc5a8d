"""The page as a document: whole, of known elements alone, and asking nothing of anybody."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from samples import ATTACKS, CLEAN, EARLY, FULL, GONE, HISTORY, LATE, LINK, LONE, LOST, REPORTS, ROOT, USER, hostile

from scanner import __version__
from scanner.formats.escape import escaped
from scanner.formats.html.page import Html
from scanner.formats.html.timeline import Timeline
from scanner.formats.interface import Style
from scanner.model import Report

ALL = [pytest.param(report, id=name) for name, report in REPORTS.items()]
VOID = {"meta", "link", "br", "input", "rect", "path", "circle"}
ELEMENTS = VOID | {
    *("html", "head", "title", "style", "script", "body", "header", "main", "footer", "section", "article", "details"),
    *("summary", "h1", "h2", "h3", "h4", "h5", "p", "a", "span", "strong", "code", "pre", "time", "svg", "form"),
    *("label", "select", "option", "button", "ul", "ol", "li", "dl", "dt", "dd", "div", "table", "thead", "tbody"),
    *("tr", "th", "td"),
}


class Page(HTMLParser):
    """What a browser takes from the page: elements with their attributes, text, and the style and script in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.raw: dict[str, str] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("style", "script"):
            self.raw[self.open[-1]] = self.raw.get(self.open[-1], "") + data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def all(self, name: str) -> list[str]:
        """The values of an attribute."""
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def rendered(report: Report) -> str:
    return Html().render(report, Style())


@pytest.mark.parametrize("report", ALL)
def test_the_page_is_of_known_elements_that_are_all_closed(report: Report) -> None:
    page = Page(rendered(report))
    assert page.open == []
    assert {tag for tag, _ in page.elements} <= ELEMENTS


@pytest.mark.parametrize("report", ALL)
def test_nothing_is_loaded_or_run_but_what_is_in_the_page(report: Report) -> None:
    page = Page(rendered(report))
    names = {name for _, attributes in page.elements for name in attributes}
    assert not names & {"src", "srcset", "srcdoc", "action", "formaction", "style", "background", "data", "ping"}
    assert not [name for name in names if name.startswith("on")]
    assert [href for href in page.all("href") if not re.match(r"#|https://example\.com/$|data:,$", href)] == []


def test_the_policy_allows_this_style_and_this_script_alone() -> None:
    page = Page(rendered(FULL))
    policy = next(attributes["content"] for _, attributes in page.elements if "http-equiv" in attributes)
    digests = [
        base64.b64encode(hashlib.sha256(page.raw[tag].encode()).digest()).decode() for tag in ("style", "script")
    ]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("attack", [pytest.param(attack, id=name) for name, attack in ATTACKS.items()])
def test_content_is_text_and_makes_no_element(attack: str) -> None:
    plain, page = Page(rendered(hostile("x"))), Page(rendered(hostile(attack)))
    shape = [tag for tag, _ in page.elements if tag not in ("a", "code")]  # a link or code is made of what is like it
    assert shape == [tag for tag, _ in plain.elements if tag not in ("a", "code")]
    assert page.raw == plain.raw
    assert escaped(attack) in page.text


@pytest.mark.parametrize("report", ALL)
def test_no_id_is_given_twice_and_each_link_within_the_page_leads_somewhere(report: Report) -> None:
    page = Page(rendered(report))
    ids = Counter(page.all("id"))
    assert max(ids.values()) == 1
    assert {href[1:] for href in page.all("href") if href.startswith("#")} <= ids.keys()
    assert set(" ".join(page.all("aria-labelledby")).split()) <= ids.keys()


@pytest.mark.parametrize(
    ("report", "verdict"),
    [
        pytest.param(CLEAN, "No credentials found", id="nothing found"),
        pytest.param(
            CLEAN._replace(skipped=(LOST,)), "Nothing found, but not everything could be looked at", id="incomplete"
        ),
        pytest.param(CLEAN._replace(skipped=(LINK,)), "No credentials found", id="something left out on purpose"),
        pytest.param(CLEAN._replace(findings=(USER,)), "1 credential leaked", id="one finding"),
        pytest.param(FULL, "3 credentials leaked", id="several findings"),
    ],
)
def test_the_verdict_comes_first(report: Report, verdict: str) -> None:
    assert re.findall("<h1[^>]*>([^<]*)</h1>", rendered(report)) == [verdict]


def test_findings_stand_gravest_first_and_the_root_users_before_others() -> None:
    titles = re.findall("<h3>([^<]*)</h3>", rendered(FULL))
    assert titles == [ROOT.title.replace("'", "&#39;"), USER.title, LONE.title]


def test_of_many_findings_the_first_alone_is_open() -> None:
    many = rendered(FULL._replace(findings=FULL.findings * 2))
    assert (many.count("<details open>"), rendered(FULL).count("<details open>")) == (1, 3)


def test_the_same_report_is_the_same_page() -> None:
    assert rendered(HISTORY) == rendered(HISTORY)


def test_the_page_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    bare = re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1></\1>", rendered(HISTORY))
    golden("history.html", re.sub("sha256-[^&]*", "sha256-DIGEST", bare).replace(f"Akia {__version__}", "Akia VERSION"))


def test_without_commits_there_is_no_timeline() -> None:
    assert Timeline.of((USER,)) is None
    assert "How long" not in Page(rendered(CLEAN._replace(findings=(USER, USER)))).text


def test_bars_begin_with_the_first_commit_and_end_with_the_last_or_at_the_end_if_it_still_stands() -> None:
    stands = GONE._replace(occurrences=(GONE.occurrences[0]._replace(tips=("refs/heads/main",)),))
    brief = LONE._replace(occurrences=(LONE.occurrences[0]._replace(commit=LATE, last=None),))
    timeline = Timeline.of((GONE, LONE))
    assert timeline is not None
    assert (timeline.start.date().isoformat(), timeline.end.date().isoformat()) == (EARLY.date[:10], "2024-05-06")
    assert [bar and (bar.x, bar.x + bar.width) for bar in map(timeline.bar, (GONE, stands, brief, LONE))] == [
        (0.0, 424.4),
        (0.0, 1000.0),
        (424.4, 430.4),
        (994, 1000),
    ]
    assert [year for year, _ in timeline.years] == [2022, 2023, 2024]


@pytest.mark.parametrize("date", ["", "yesterday", "2024-13-45"])
def test_a_date_that_cannot_be_read_makes_no_bar(date: str) -> None:
    odd = LONE._replace(occurrences=(LONE.occurrences[0]._replace(commit=EARLY._replace(date=date)),))
    assert Timeline.of((odd,)) is None
    assert "1 credential leaked" in rendered(CLEAN._replace(findings=(odd,)))
