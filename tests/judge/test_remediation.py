"""Which playbook is for which situation, what comes first, what comes last, and what must never be said."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from judged import sightings
from shell import commands
from situations import ACCOUNT, KEY, SESSION, SITUATIONS

from patterns._loader import playbooks
from patterns._pattern import Sample
from patterns._playbook import Facts, Playbook, StepTemplate
from scanner.judge.merge import merged
from scanner.judge.remediate import remediation
from scanner.model import Remediation

KNOWN = playbooks()
PAGES = (
    "https://docs.aws.amazon.com/",
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/",
    "https://repost.aws/knowledge-center/",
)
SIDES = {
    "owner": "this is for whoever owns the secret.",
    "customer": "Shared responsibility: the customer's job.",
    "aws": "Shared responsibility: AWS's part.",
    "both": "Shared responsibility: AWS does its part, the rest is the customer's job.",
}


def remedy(situation: str, **known: str) -> Remediation:
    return remediation(replace(SITUATIONS[situation][0], **known), KNOWN)  # type: ignore[arg-type]


def operations(found: Remediation) -> list[str]:
    """What is called, in order: the operations of the AWS CLI and the subcommands of git."""
    return re.findall(r"(?<![\w-])(?:aws [a-z0-9-]+|git(?: -C \S+)?) ([a-z][a-z-]+)", "\n".join(commands(found)))


@pytest.mark.parametrize("situation", SITUATIONS)
def test_each_situation_has_its_playbook(situation: str) -> None:
    facts, expected = SITUATIONS[situation]
    assert remediation(facts, KNOWN).playbook == expected
    assert remediation(facts, KNOWN[::-1]) == remediation(facts, KNOWN)


def test_every_playbook_has_its_situation() -> None:
    assert {expected for _, expected in SITUATIONS.values()} == {book.id for book in KNOWN}


FIRST = {
    "root key": [
        f"aws iam update-access-key --access-key-id {KEY} --status Inactive",
        "(export $(printf 'AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_SESSION_TOKEN=%s' "
        "$(AWS_STS_REGIONAL_ENDPOINTS=regional aws sts assume-root "
        f"--region us-east-1 --target-principal {ACCOUNT} --task-policy-arn "
        "arn=arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials --duration-seconds 900 --query "
        "'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text)) && aws iam list-access-keys && "
        f"aws iam delete-access-key --access-key-id {KEY})",
    ],
    "root secret alone": [
        "KEY_ID=$(aws iam list-access-keys --query 'AccessKeyMetadata[0].AccessKeyId' --output text)",
        'aws iam update-access-key --access-key-id "$KEY_ID" --status Inactive',
    ],
    "user's key": [f"aws iam update-access-key --user-name alice --access-key-id {KEY} --status Inactive"],
    "key of a user without a name": [
        f"USER_NAME=$(aws iam get-access-key-last-used --access-key-id {KEY} --query UserName --output text) && "
        "printf '%s\\n' \"$USER_NAME\"",
        f'aws iam update-access-key --user-name "$USER_NAME" --access-key-id {KEY} --status Inactive',
    ],
    "key of nobody knows whom": [
        f"aws sts get-access-key-info --access-key-id {KEY} && USER_NAME=$(aws iam get-access-key-last-used "
        f"--access-key-id {KEY} --query UserName --output text) && printf '%s\\n' \"$USER_NAME\"",
        f'aws iam update-access-key --user-name "$USER_NAME" --access-key-id {KEY} --status Inactive',
        f"aws iam update-access-key --access-key-id {KEY} --status Inactive",
    ],
    "user's secret alone": [
        "aws iam list-access-keys --user-name alice && printf 'ID of the access key: ' && read -r KEY_ID"
    ],
    "key ID alone": [f"git log --all --oneline -S {KEY}"],
    "role's session": [
        "aws iam put-role-policy --role-name deploy --policy-name AWSRevokeOlderSessions --policy-document "
        '\'{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":'
        '{"DateLessThan":{"aws:TokenIssueTime":"\'"$(date -u +%Y-%m-%dT%H:%M:%SZ)"\'"}}}]}\''
    ],
    "user's password": ["aws iam delete-login-profile --user-name alice"],
    "service-linked role": ["aws iam get-role --role-name AWSServiceRoleForSupport"],
}


@pytest.mark.parametrize("situation", FIRST)
def test_the_first_command_of_the_first_steps(situation: str) -> None:
    steps = remedy(situation).steps[: len(FIRST[situation])]
    assert [step.commands[0] for step in steps] == FIRST[situation]


ORDER = {
    "root key": "update-access-key assume-root lookup-events create-policy create-role delete-access-key "
    "get-account-summary get-alternate-contact list-users push",
    "user's key": "update-access-key attach-user-policy put-user-policy create-access-key list-attached-user-policies "
    "lookup-events get-access-key-last-used delete-access-key get-login-profile list-users push",
    "key of nobody knows whom": "get-access-key-info get-access-key-last-used get-account-summary update-access-key "
    "update-access-key lookup-events put-user-policy create-policy delete-access-key delete-access-key push",
    "secret alone": "get-credential-report get-access-key-last-used update-access-key put-user-policy "
    "create-access-key delete-access-key push",
    "role's session": "put-role-policy get-role-policy lookup-events get-role list-users push",
    "Identity Center": "lookup-events get-user-id create-policy attach-policy list-account-assignments-for-principal "
    "push",
    "user's session": "put-user-policy list-access-keys lookup-events get-login-profile push",
    "federated user": "lookup-events put-user-policy push",
    "root session": "update-access-key lookup-events delete-access-key get-account-summary push",
    "session of nobody knows whom": "lookup-events put-role-policy put-user-policy push",
    "root password": "get-account-summary lookup-events assume-root delete-login-profile push",
    "user's password": "delete-login-profile put-user-policy lookup-events list-access-keys list-mfa-devices push",
    "expired session": "lookup-events push",
}


@pytest.mark.parametrize("situation", ORDER)
def test_the_order_of_what_is_done(situation: str) -> None:
    left = iter(operations(remedy(situation)))
    assert all(wanted in left for wanted in ORDER[situation].split())


@pytest.mark.parametrize("situation", [name for name, (_, book) in SITUATIONS.items() if book != "canary"])
def test_the_history_is_purged_last_and_nothing_is_taken_out_before(situation: str) -> None:
    *before, last = remedy(situation).steps
    assert "filter-repo" in " ".join(last.commands)
    assert "--sensitive-data-removal" in " ".join(last.commands)
    assert before
    assert not any("filter-repo" in command or "git push" in command for step in before for command in step.commands)
    assert not re.search(r"(?i)remove|take it out|\bgit rm\b", before[0].title)


@pytest.mark.parametrize("partition", ["aws", "aws-cn", "aws-us-gov"])
@pytest.mark.parametrize("situation", [name for name, (facts, _) in SITUATIONS.items() if facts.principal == "root"])
def test_root_never_gets_a_new_key_nor_a_user_name(situation: str, partition: str) -> None:
    found = remedy(situation, partition=partition)
    assert "create-access-key" not in str(found)
    assert not any("--user-name" in command for command in commands(found))


@pytest.mark.parametrize("situation", ["canary", "canary that looks like root's", "canary that has expired"])
def test_a_canary_is_left_alone(situation: str) -> None:
    assert not any(operation not in ("log",) for operation in operations(remedy(situation)))


@pytest.mark.parametrize("situation", ["expired session", "expired session without ID"])
def test_nothing_is_revoked_of_what_is_over(situation: str) -> None:
    assert not set(operations(remedy(situation))) & {"put-role-policy", "put-user-policy", "update-access-key"}


def test_service_linked_roles_are_not_edited() -> None:
    assert "put-role-policy" not in operations(remedy("service-linked role"))
    assert "put-role-policy" not in operations(remedy("Identity Center"))


@pytest.mark.parametrize("situation", SITUATIONS)
def test_each_step_says_why_and_whose_job_it_is_and_where_that_stands(situation: str) -> None:
    found = remedy(situation)
    assert found.summary.endswith(".")
    for step in found.steps:
        assert 10 < len(step.title) < 100
        assert len(step.detail) > 100
        assert step.detail.endswith(tuple(SIDES.values()))
        assert step.reference
        assert step.reference.startswith(PAGES)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_password_or_secret_goes_on_a_command_line(situation: str) -> None:
    for command in commands(remedy(situation)):
        assert not re.search(r"--(?:new-|old-)?password|--secret|echo ", command)


PLACES = {
    "aws": ("console.aws.amazon.com", "arn:aws:iam::aws:policy/root-task/", "--region us-east-1"),
    "aws-cn": ("console.amazonaws.cn", "arn:aws-cn:iam::aws:policy/root-task/", "--region cn-north-1"),
    "aws-us-gov": ("console", "arn:aws-us-gov:iam::aws:policy/root-task/", "--region us-gov-west-1"),
}


@pytest.mark.parametrize("partition", PLACES)
def test_names_and_places_are_those_of_the_partition(partition: str) -> None:
    text = str(remedy("root key", partition=partition))
    assert all(place in text for place in PLACES[partition])
    others = {place for other in PLACES if other != partition for place in PLACES[other]} - {"console"}
    assert not any(place in text for place in others)


def test_govcloud_roots_are_not_sent_to_a_console_they_have_not() -> None:
    text = str(remedy("root key", partition="aws-us-gov"))
    assert "cannot sign in to the console" in text
    assert "Change the root user's password" not in text
    for situation, (facts, _) in SITUATIONS.items():
        if facts.principal == "root":
            told = str(remedy(situation, partition="aws-us-gov"))
            assert "console.amazonaws-us-gov.com" not in told
            assert not re.search(r"In the console: (?:sign in|the same menu)", told)


def test_an_account_that_is_none_is_not_filled_in() -> None:
    found = str(remedy("root key", account="$(id)"))
    assert "$(id)" not in found
    assert '--target-principal "$ACCOUNT_ID"' in found


def test_plug_ins_are_heard_before_what_is_general_and_where_they_insist() -> None:
    step = StepTemplate("Say so to Acme", "Acme turns it off.", ("acme off --token-id {key_id}",))
    theirs = Playbook("acme", "Acme", "Tell Acme.", ("acme-token",), (), (step,))
    insisting = replace(theirs, id="insisting", kinds=(), rank=9)
    assert remediation(Facts("acme-token", "unknown"), (*KNOWN, theirs)).playbook == "acme"
    assert remediation(Facts("access-key-pair", "root"), (*KNOWN, theirs)).playbook == "root-access-key"
    assert remediation(Facts("access-key-pair", "root"), (*KNOWN, insisting)).playbook == "insisting"


FOUND = {
    "a root key file": (Sample("AWSAccessKeyId=<id>\nAWSSecretKey=<secret>\n", "rootkey.csv"), "root-access-key"),
    "a bare pair": ("aws_access_key_id=<id>\naws_secret_access_key=<secret>\n", "unknown-access-key"),
    "a tripwire": ("aws_access_key_id=<id:AKIA:171436882533>\naws_secret_access_key=<secret>\n", "canary"),
    "a session that is over": (
        '{"AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>", "SessionToken": "<token>", '
        '"Expiration": "2020-01-01T00:00:00Z"}',
        "expired-session",
    ),
}


@pytest.mark.parametrize(("sample", "expected"), FOUND.values(), ids=FOUND)
def test_what_is_found_comes_with_its_remedy(sample: str | Sample, expected: str) -> None:
    (finding,) = merged(sightings(sample))
    assert finding.remediation.playbook == expected


def test_a_role_that_is_found_is_named_in_its_remedy() -> None:
    sample = (
        '{"Credentials": {"AccessKeyId": "<id:ASIA:123456789013>", "SecretAccessKey": "<secret>", "SessionToken": '
        '"<token:123456789013>"}, "AssumedRoleUser": {"Arn": "arn:aws-cn:sts::123456789013:assumed-role/deploy/job"}}'
    )
    (finding,) = merged(sightings(sample))
    assert finding.remediation.playbook == "role-session"
    first = finding.remediation.steps[0].commands[0]
    assert first.startswith("aws iam put-role-policy --region cn-north-1 --role-name deploy ")


TOLD = {
    "a user's key ID": Facts("access-key-id", "iam-user", KEY, user="alice"),
    "the ID of a role's session": Facts("access-key-id", "role", SESSION, role="deploy"),
    "the ID of a user's session": Facts("access-key-id", "iam-user", SESSION, user="alice"),
    "the ID of root's session": Facts("access-key-id", "root", SESSION),
    "a role's token of aws login": Facts("login-token", "role", role="deploy"),
    "a user's token of aws login": Facts("login-token", "iam-user", user="alice"),
}


@pytest.mark.parametrize("what", TOLD)
def test_nobody_is_asked_for_what_is_known_and_no_step_is_for_another_principal(what: str) -> None:
    said = "\n".join(commands(remediation(TOLD[what], KNOWN)))
    assert "USER_NAME" not in said
    assert "ROLE_NAME" not in said


def test_two_reports_say_the_same() -> None:
    assert SESSION in str(remedy("session of nobody knows whom"))
    assert str(remedy("session of nobody knows whom")) == str(remedy("session of nobody knows whom"))


SMTP = "SMTP_USERNAME=<id>\nSMTP_PASSWORD=<smtp>\n"
REPOSITORY = "https://al-at-123456789013:<b64:43>%3D@git-codecommit.eu-central-1.amazonaws.com/v1/repos/x\n"
REGIONS = {
    "host of SES": ("SMTP_HOST=email-smtp.eu-west-1.amazonaws.com\n" + SMTP, "sesv2 get-account", "eu-west-1"),
    "nothing beside it": (SMTP, "sesv2 get-account", "us-east-1"),
    "host of CodeCommit": (REPOSITORY, "EventSource", "eu-central-1"),
    "GovCloud": (
        "SMTP_HOST=email-smtp.us-gov-west-1.amazonaws.com\n" + SMTP, "sesv2 get-account", "us-gov-west-1",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "call", "region"), REGIONS.values(), ids=REGIONS)
def test_the_region_is_the_one_beside_the_credential(text: str, call: str, region: str) -> None:
    (found,) = merged(sightings(text))
    told = [command for command in commands(found.remediation) if call in command]
    assert told
    assert all(f"--region {region}" in command for command in told)


def test_two_regions_for_one_credential_are_none() -> None:
    hosts = [f"SMTP_HOST=email-smtp.{region}.amazonaws.com\n{SMTP}" for region in ("eu-west-1", "us-west-2")]
    (found,) = merged([sighting for text in hosts for sighting in sightings(text)])
    assert "--region us-east-1" in "\n".join(commands(found.remediation))


@pytest.mark.parametrize("situation", ["Bedrock key", "CodeCommit"])
def test_what_is_made_anew_is_not_what_is_deleted(situation: str) -> None:
    called = operations(remedy(situation, user="alice"))
    assert "create-service-specific-credential" in called
    assert "reset-service-specific-credential" not in called
