"""Whole stories: a credential is made, leaks, is found, and is dead once the playbook has been followed as printed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from repositories import Repository
from running import akia
from stand_in import ACCOUNT, StandIn

from patterns._fake import fake

LACKING = ("aws cloudtrail", "aws accessanalyzer", "read -r", "list-service-specific-credentials")
"""What the stand-in has not, or a person answers."""


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    stand_in = StandIn(tmp_path_factory.mktemp("administrator"))
    yield stand_in
    stand_in.close()


def found(repository: Repository, name: str, content: str) -> dict[str, Any]:
    """What a scan of the history says after this has been committed."""
    folder = repository.write(name, content.encode()).commit().folder
    (finding,) = (akia(folder, "history", "--no-cache").report or {})["findings"]
    leak: dict[str, Any] = finding
    return leak


def commands(leak: dict[str, Any], *titles: str) -> list[str]:
    """Those of the steps whose titles begin so, in the playbook's own order, as far as the stand-in has the calls."""
    steps = [step for step in leak["remediation"]["steps"] if step["title"].startswith(titles)]
    assert len(steps) == len(titles)
    return [line for step in steps for line in step["commands"] if not any(word in line for word in LACKING)]


def key_of(cloud: StandIn, user: str) -> dict[str, str]:
    """A user with a key, in the variables that the AWS CLI reads."""
    cloud.aws("iam", "create-user", "--user-name", user)
    made = cloud.aws("iam", "create-access-key", "--user-name", user)["AccessKey"]
    return {"AWS_ACCESS_KEY_ID": made["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": made["SecretAccessKey"]}


def lines(variables: dict[str, str]) -> str:
    return "".join(f"{name}={value}\n" for name, value in variables.items())


def test_the_key_of_an_iam_user(cloud: StandIn, repository: Repository) -> None:
    key = key_of(cloud, "alice")
    repository.git("remote", "add", "origin", "https://github.com/example/app")
    leak = found(repository, "app.env", f"# arn:aws:iam::{ACCOUNT}:user/alice\n{lines(key)}")
    assert (leak["principal"]["type"], leak["principal"]["account_id"]) == ("iam-user", ACCOUNT)
    assert cloud.lets_in(key)

    cloud.follow(commands(leak, "Turn the key off"), {})
    assert not cloud.lets_in(key)
    (listed,) = cloud.aws("iam", "list-access-keys", "--user-name", "alice")["AccessKeyMetadata"]
    assert listed["Status"] == "Inactive"

    rest = ("If the key cannot", "Give the work", "End the sessions", "See whether AWS", "Verify", "Delete the key")
    cloud.follow(commands(leak, *rest), {})
    assert not cloud.lets_in(key)
    (left,) = cloud.aws("iam", "list-access-keys", "--user-name", "alice")["AccessKeyMetadata"]
    assert left["AccessKeyId"] != key["AWS_ACCESS_KEY_ID"]
    assert "RevokeOlderSessions" in cloud.aws("iam", "list-user-policies", "--user-name", "alice")["PolicyNames"]


def test_the_key_of_a_user_whom_only_aws_can_name(cloud: StandIn, repository: Repository) -> None:
    key = key_of(cloud, "nobody-knows")
    leak = found(repository, "app.env", lines(key))
    assert (leak["principal"]["type"], leak["principal"]["account_id"]) == ("unknown", ACCOUNT)
    cloud.follow(commands(leak, "Find out whose", "If it is an IAM user's: turn", "If it is an IAM user's: delete"), {})
    assert not cloud.lets_in(key)


def test_the_key_of_root(cloud: StandIn, repository: Repository) -> None:
    """The stand-in has no root user. What AWS does for root it does for any caller: calls without a name mean its own."""
    key = key_of(cloud, "stands-in-for-root")
    content = f"AWSAccessKeyId={key['AWS_ACCESS_KEY_ID']}\nAWSSecretKey={key['AWS_SECRET_ACCESS_KEY']}\n"
    leak = found(repository, "rootkey.csv", content)
    assert (leak["principal"]["type"], leak["principal"]["confidence"]) == ("root", "high")
    assert leak["remediation"]["playbook"] == "root-access-key"
    assert cloud.lets_in(key)
    told = cloud.follow(commands(leak, "Deactivate the key now"), key)
    assert '"Inactive"' in told
    assert not cloud.lets_in(key)
    cloud.follow(commands(leak, "Delete the key"), key)
    assert cloud.aws("iam", "list-access-keys", "--user-name", "stands-in-for-root")["AccessKeyMetadata"] == []


def test_the_session_of_a_role(cloud: StandIn, repository: Repository) -> None:
    trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}]}
    cloud.aws("iam", "create-role", "--role-name", "deploy", "--assume-role-policy-document", json.dumps(trust))
    role = f"arn:aws:iam::{ACCOUNT}:role/deploy"
    session = cloud.aws("sts", "assume-role", "--role-arn", role, "--role-session-name", "job")
    issued = datetime.now(UTC)
    leak = found(repository, "session.json", json.dumps(session, indent=2))
    assert (leak["principal"]["type"], leak["principal"]["name"]) == ("role", "deploy")
    cloud.follow(commands(leak, "Revoke the sessions"), {})
    policy = cloud.aws("iam", "get-role-policy", "--role-name", "deploy", "--policy-name", "AWSRevokeOlderSessions")
    (statement,) = policy["PolicyDocument"]["Statement"]
    assert (statement["Effect"], statement["Action"], statement["Resource"]) == ("Deny", "*", "*")
    until = datetime.fromisoformat(statement["Condition"]["DateLessThan"]["aws:TokenIssueTime"])
    assert issued.replace(microsecond=0) <= until <= datetime.now(UTC)


def test_the_console_password_of_a_user(cloud: StandIn, repository: Repository, tmp_path: Path) -> None:
    password = fake("<password>").decode()
    cloud.aws("iam", "create-user", "--user-name", "bob")
    cloud.aws("iam", "create-login-profile", "--user-name", "bob", "--password", password)
    content = (
        f"User name,Password,Console sign-in URL\nbob,{password},https://{ACCOUNT}.signin.aws.amazon.com/console\n"
    )
    leak = found(repository, "bob_credentials.csv", content)
    assert (leak["principal"]["type"], leak["principal"]["name"]) == ("iam-user", "bob")
    cloud.follow(commands(leak, "Take the password away", "End the user's sessions"), {})
    with pytest.raises(AssertionError, match="NoSuchEntity"):
        cloud.aws("iam", "get-login-profile", "--user-name", "bob")
