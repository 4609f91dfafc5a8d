"""What the text report says, and what it never lets through."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from samples import ALLOWED, CLEAN, EXAMPLE, FULL, HOSTILE, LONE, LOST, STAGED

from scanner.formats import guide
from scanner.formats.escape import escaped
from scanner.formats.interface import Style
from scanner.formats.markdown import told
from scanner.formats.terminal import wrapped
from scanner.formats.text import Text
from scanner.formats.words import size
from scanner.model import Report


def text(report: Report, **style: bool | int) -> str:
    return Text().render(report, Style(**style))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(CLEAN, id="a clean run"),
        pytest.param(CLEAN._replace(suppressed=(ALLOWED,)), id="a run that suppressed something"),
        pytest.param(CLEAN._replace(skipped=(LOST,)), id="a run that could not read something"),
    ],
)
def test_quiet_says_nothing(report: Report) -> None:
    assert text(report, quiet=True) == ""


GOLDEN = [
    pytest.param("clean.txt", CLEAN, {}, id="nothing found"),
    pytest.param("full.txt", FULL, {"width": 90}, id="findings of each sort, gravest and root first"),
    pytest.param("quiet.txt", FULL, {"quiet": True}, id="findings alone"),
    pytest.param("staged.txt", STAGED, {"blocked": True}, id="a commit that is blocked"),
    pytest.param("color.txt", STAGED, {"blocked": True, "color": True}, id="the same in colour"),
    pytest.param("hostile.txt", HOSTILE, {"blocked": True}, id="content that tries to pose as something else"),
]


@pytest.mark.parametrize(("name", "report", "style"), GOLDEN)
def test_text_is_as_it_was(
    name: str, report: Report, style: dict[str, int], golden: Callable[[str, str], None]
) -> None:
    golden(name, text(report, **style))


OWN = r"MEDIUM   |  [a-z][a-z ]{8}|           |  - |    |This commit |not looked at: |Looked at "
"""How our own lines begin."""


@pytest.mark.parametrize("width", [40, 100])
def test_no_content_starts_a_line_or_reaches_the_terminal(width: int) -> None:
    lines = text(HOSTILE, width=width, blocked=True).rstrip("\n").split("\n")
    assert all(line.isprintable() for line in lines)
    assert [line for line in lines if line and not re.match(OWN, line)] == []
    assert [line for line in lines if line.lstrip().startswith(("::", "##"))] == []


def test_a_staged_report_that_does_not_block_says_nothing_of_blocking() -> None:
    assert "blocked" not in text(STAGED)


def test_a_file_that_cannot_be_written_down_is_not_part_of_a_command() -> None:
    assert "git reset -q -- FILE" in text(HOSTILE, blocked=True)


def test_many_lost_files_are_counted_behind_the_first_ten() -> None:
    lost = tuple(LOST._replace(path=f"{number}.zip") for number in range(12))
    shown = text(CLEAN._replace(skipped=lost))
    assert shown.count("not looked at: ") == 11
    assert "2 more" in shown


def test_an_example_key_is_explained_and_others_are_not() -> None:
    assert "on purpose" in text(CLEAN._replace(suppressed=(EXAMPLE,)))
    assert "on purpose" not in text(CLEAN._replace(suppressed=(ALLOWED,)))
    assert "on purpose" not in text(FULL)  # who has real findings is not trying Akia out


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param("naïve 日本.txt", "naïve 日本.txt", id="letters of any script stay"),
        pytest.param("a\x1b[31m", "a\\x1b[31m", id="an escape sequence"),
        pytest.param("a\x9b31m", "a\\x9b31m", id="an escape sequence of one C1 character"),
        pytest.param("a\rb\nc\td", "a\\x0db\\x0ac\\x09d", id="line ends and tabs"),
        pytest.param("a\u202eb\u2066", "a\\u202eb\\u2066", id="bidirectional overrides"),
        pytest.param("a\u2028b", "a\\u2028b", id="a line separator"),
        pytest.param("a\U000e0041", "a\\U000e0041", id="a tag character"),
        pytest.param("a\udcff", "a\\xff", id="a byte that is not UTF-8"),
        pytest.param("a\ud800", "a\\ud800", id="half a surrogate pair"),
    ],
)
def test_what_cannot_be_shown_is_escaped(raw: str, shown: str) -> None:
    assert escaped(raw) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        pytest.param(0, "0 bytes", id="nothing"),
        pytest.param(1, "1 byte", id="one"),
        pytest.param(999, "999 bytes", id="below a unit"),
        pytest.param(1000, "1.0 kB", id="a unit"),
        pytest.param(137_000_000, "137.0 MB", id="a work tree"),
        pytest.param(5 * 10**15, "5000.0 TB", id="beyond the last unit"),
    ],
)
def test_sizes_are_in_decimal_units(number: int, shown: str) -> None:
    assert size(number) == shown


def test_lines_are_wrapped_and_commands_of_logs_never_start_one() -> None:
    lines = list(wrapped("one two three ::error ##x four", 10, "> ", "| "))
    assert lines == ["> one two", "| three ::error ##x", "| four"]


def test_findings_of_equal_gravity_keep_their_order_behind_root() -> None:
    shown = text(FULL._replace(findings=(LONE, *FULL.findings)))
    assert shown.index("root user") < shown.index("IAM user") < shown.index("Access key ID [canary]")


def test_a_command_that_would_hide_the_steps_is_left_to_remediate() -> None:
    finding = FULL.findings[0]
    step = finding.remediation.steps[0]
    long = "aws sts get-caller-identity" + " --query one-thing-after-another" * 12
    steps = (step._replace(title="Long", commands=(long,)), step._replace(title="Short", commands=("aws s3 ls",)))
    shown = text(FULL._replace(findings=(finding._replace(remediation=finding.remediation._replace(steps=steps)),)))
    assert "1. Long\n" in shown
    assert "one-thing" not in shown
    assert "$ aws s3 ls" in shown
    assert f"all commands: --format json --output r.json; akia remediate r.json {finding.fingerprint[:8]}" in shown


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        pytest.param("Call `aws s3 ls` at *once*", r"Call `aws s3 ls` at \*once\*", id="code between words"),
        pytest.param("A `tick that ends nothing", r"A \`tick that ends nothing", id="one backtick"),
        pytest.param("`<b>`<b>", r"`<b>`\<b\>", id="code and markup"),
        pytest.param("``x``", "x", id="nothing between two"),
    ],
)
def test_code_in_markdown(said: str, marked: str) -> None:
    assert told(said) == marked


def test_a_guide_fits_its_width() -> None:
    rows = guide.text(FULL.findings, 60).split("\n")
    prose = [row for row in rows if row.startswith("     ") and not row.lstrip().startswith(("$", "see"))]
    assert [row for row in prose if len(row) > 60] == []
    assert len(prose) > 5


@pytest.mark.parametrize(
    ("number", "steps"),
    [pytest.param(10, 10, id="few, each with what to do"), pytest.param(25, 10, id="many, the rest in short")],
)
def test_many_findings_do_not_bury_one_another(number: int, steps: int) -> None:
    one = FULL.findings[0]
    report = FULL._replace(findings=tuple(one._replace(fingerprint=f"{n:032x}") for n in range(number)))
    shown = text(report)
    assert shown.count("\n  do       ") == steps
    assert shown.count("\n  known as ") == shown.count("\n  whose    ") == number
    assert ("15 more findings in short: " in shown) is (number == 25)


def test_nobody_asks_whose_it_is_where_it_is_no_credential_of_aws() -> None:
    one = FULL.findings[0]
    foreign = one._replace(remediation=one.remediation._replace(playbook="other-secret"))
    assert "  whose " not in text(FULL._replace(findings=(foreign,)))
