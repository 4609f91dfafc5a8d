"""The commands of the playbooks are what the real AWS CLI takes, and nothing scanned gets out of its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from aws_cli import AwsCli
from shell import ANSWER, calls, commands
from situations import ACCOUNT, KEY, SESSION, SITUATIONS

from patterns._loader import playbooks
from patterns._playbook import Facts
from scanner.judge.remediate import remediation
from scanner.judge.severity import TITLES
from scanner.model import PrincipalType

REGIONS = {"aws": "us-east-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1", "aws-eusc": "eusc-de-east-1"}


def script(facts: Facts) -> list[str]:
    return commands(remediation(facts, playbooks()))


@pytest.fixture(scope="module")
def aws() -> Iterator[AwsCli]:
    cli = AwsCli()
    yield cli
    cli.close()


REFUSED = {
    "no such operation": ["iam", "delete-key"],
    "an option is missing": ["iam", "delete-access-key"],
    "no such option": ["iam", "list-access-keys", "--zone", "y"],
    "no number": ["iam", "list-access-keys", "--max-items", "many"],
    "an empty name": ["iam", "delete-login-profile", "--user-name", ""],
    "a file that is not there": ["iam", "create-policy", "--policy-name", "x", "--policy-document", "file://no"],
}


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED)
def test_the_cli_refuses_what_it_does_not_know(words: list[str], aws: AwsCli, tmp_path: Path) -> None:
    assert aws.complaint(words, tmp_path)


@pytest.mark.parametrize("partition", REGIONS)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_aws_cli_takes_every_command(situation: str, partition: str, aws: AwsCli, tmp_path: Path) -> None:
    lines = script(replace(SITUATIONS[situation][0], partition=partition))
    made = calls(lines, tmp_path)
    for tool, *words in made:
        if tool == "aws":
            assert aws.complaint(words, tmp_path) is None
            assert told_region(words, partition), words


EXPOSURES = ("public", "shared", "local", "uncommitted", "unknown")
KNOWN = ("everything", "its ID", "nothing")


def facts(kind: str, principal: str, known: str, partition: str) -> Facts:
    """About any credential that a report may hold, likely or not."""
    temporary = kind in ("temporary-credentials", "session-token") or principal in ("role", "temporary")
    has_id = known != "nothing" or kind in ("access-key-pair", "access-key-id")
    made = Facts(kind, principal, key_id=(SESSION if temporary else KEY) if has_id else None, partition=partition)
    if known != "everything":
        return made
    user, role = ("alice" if principal == "iam-user" else None), ("deploy" if principal == "role" else None)
    return replace(made, account=ACCOUNT, user=user, role=role, email="owner@example.com")


@pytest.mark.parametrize("partition", REGIONS)
@pytest.mark.parametrize("kind", TITLES)
def test_whatever_is_reported_the_aws_cli_takes_every_command(
    kind: str, partition: str, aws: AwsCli, tmp_path: Path
) -> None:
    every = product(get_args(PrincipalType), KNOWN, EXPOSURES)
    scripts = {
        tuple(script(replace(facts(kind, who, known, partition), exposure=open_))) for who, known, open_ in every
    }
    for lines in scripts:
        for tool, *words in calls(lines, tmp_path):
            if tool == "aws":
                assert aws.complaint(words, tmp_path) is None
                assert told_region(words, partition), words


def told_region(words: list[str], partition: str) -> bool:
    """Whether the call goes to the partition: outside the commercial one it must name one of its Regions."""
    if "--region" not in words:
        return partition == "aws"
    return words[words.index("--region") + 1] in (REGIONS[partition], ANSWER)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_nothing_is_left_to_fill_in(situation: str) -> None:
    remedy = remediation(SITUATIONS[situation][0], playbooks())
    texts = [remedy.summary, *commands(remedy)]
    texts += [text for step in remedy.steps for text in (step.title, step.detail)]
    for text in texts:
        assert not re.search(r"\{[a-z_]+\}|<[A-Za-z][^>]*>|\bNone\b|YOUR|111122223333|123456789012", text)


def test_names_that_commands_find_are_used_by_the_next(tmp_path: Path) -> None:
    made = calls(script(SITUATIONS["session of nobody knows whom"][0]), tmp_path)
    assert [words[4] for words in made if words[2] == "put-role-policy"] == ["issuer"]
    assert [words[4] for words in made if words[2] == "put-user-policy"] == ["caller"]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_the_text_report_shows_can_be_run(situation: str, tmp_path: Path) -> None:
    steps = remediation(SITUATIONS[situation][0], playbooks()).steps[:3]
    calls([step.commands[0] for step in steps if step.commands], tmp_path)


HOSTILE = {
    "two words": "alice bob",
    "an apostrophe": "o'hara",
    "quotes": 'al"ice',
    "a substitution": "$(touch hacked)",
    "backticks": "`touch hacked`",
    "a second command": "alice; touch hacked",
    "out of single quotes": "alice'; touch hacked; '",
    "out of double quotes": 'alice"; touch hacked; "',
    "a redirection": "alice > hacked",
    "a process substitution": "<(touch hacked)",
    "a variable": "$HOME",
    "a pattern": "*",
    "home": "~",
    "a backslash": "alice\\",
    "a comment": "#alice",
    "a slot": "{key_id}",
    "another letter": "aliçe",
    "an option": "-x",
    "an option with a value": "--user-name=root",
}
PLACES = {
    "a user's key": ("user's key", "user"),
    "a user's secret": ("user's secret alone", "user"),
    "a user's session": ("user's session", "user"),
    "a password": ("user's password", "user"),
    "a role": ("role's session", "role"),
    "a user's key of Bedrock": ("Bedrock key", "user"),
}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize(("situation", "slot"), PLACES.values(), ids=PLACES)
def test_a_hostile_name_is_only_a_name(situation: str, slot: str, name: str, tmp_path: Path) -> None:
    plain = SITUATIONS[situation][0]
    lines = script(replace(plain, **{slot: name}))
    made = [normal(words) for words in calls(lines, tmp_path)]
    usual = [normal(words) for words in calls(script(replace(plain, **{slot: "plain-name"})), tmp_path)]
    assert made == [[name if word == "plain-name" else word for word in words] for words in usual]
    assert any(name in words for words in made)
    assert not (tmp_path / "hacked").exists()


def normal(words: list[str]) -> list[str]:
    """The words of a call without what may differ: how an option is joined to its value, and the moment."""
    split = [piece for word in words for piece in (word.split("=", 1) if word.startswith("--") else [word])]
    return [re.sub(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", "now", word) for word in split]


@pytest.mark.parametrize("name", ["file:///etc/passwd", "https://example.com/", "al\nice", "al\0ice", ""])
def test_what_the_cli_would_read_from_elsewhere_is_no_name(name: str) -> None:
    lines = script(replace(SITUATIONS["user's key"][0], user=name))
    assert lines == script(replace(SITUATIONS["user's key"][0], user=None))


@pytest.mark.parametrize("line", ["aws iam 'x", "aws iam )", "aws iam $(", 'aws iam "$NOT_SET"'])
def test_the_shell_refuses_what_is_no_command(line: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        calls(["true", line, "aws iam list-users"], tmp_path)
