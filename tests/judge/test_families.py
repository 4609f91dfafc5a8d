"""What is told of each family of credentials: kind, severity, parts, owner, tags; and what of it is never shown."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from judged import sightings

from patterns._fake import fake, path_of
from patterns._loader import credential_patterns
from patterns._pattern import Sample
from scanner.detect.detector import Detector
from scanner.judge.judge import Judge
from scanner.judge.merge import merged
from scanner.model import Finding, Origin

NOW = datetime(2026, 11, 24, tzinfo=UTC)
HEX64 = "<hex:64>"
PEM = "-----BEGIN RSA PRIVATE KEY-----\nMIIE<b64:60>\n<b64:64>\n<b64:64#2>\n<b64:64#3>\n-----END RSA PRIVATE KEY-----\n"
JWT = "eyJraWQiOiJrZXktMSJ9.eyJzZXJpYWxpemVkIjoi<url64:300>.<url64:64>"
POLICY = base64.b64encode(b'{"expiration": "2099-01-01T00:00:00Z", "conditions": [{"bucket": "acme"}]}').decode()
LOGIN_CACHE = (
    '{"accessToken": {"accessKeyId": "<id:ASIA:123456789013>", "secretAccessKey": "<secret>", "sessionToken": '
    '"<token:123456789013>", "accountId": "123456789013", "expiresAt": "%s"}, "tokenType": '
    '"urn:aws:params:oauth:token-type:access_token_sigv4", "refreshToken": "<url64:300>", "idToken": '
    '"<url64:40>.<url64:90>.<url64:86>", "dpopKey": "' + PEM.replace("RSA", "EC").replace("\n", "\\n") + '"}'
)


def presigned(
    moment: str = "20261124T000000Z", seconds: int = 604800, key: str = "<id>", region: str = "us-east-1"
) -> str:
    return (
        f"https://bucket.s3.amazonaws.com/report.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={key}%2F{moment[:8]}"
        f"%2F{region}%2Fs3%2Faws4_request&X-Amz-Date={moment}&X-Amz-Expires={seconds}&X-Amz-SignedHeaders=host"
        f"&X-Amz-Signature={HEX64}"
    )


def findings(*samples: str | Sample) -> tuple[Finding, ...]:
    """What a scan at a fixed moment reports as leaks."""
    judge, found = Judge(now=NOW), []
    for sample in samples:
        for view, candidates in Detector(credential_patterns()).detect(fake(sample)):
            found += judge.sightings(view, candidates, Origin(path_of(sample), "blob"))[0]
    return merged(item for item in found if item.verdict is None)


def told(finding: Finding) -> tuple[str, str, str, str, tuple[str, ...]]:
    """Kind, severity, roles of the parts, owner, tags."""
    roles = " ".join(part.role for part in finding.parts)
    return finding.kind, finding.severity, roles, finding.principal.type, finding.tags


FAMILIES = {
    "Bedrock key": ("K=<absk>\n", ("bedrock-api-key", "high", "key", "iam-user", ())),
    "Bedrock key of a tripwire": ("K=<absk:alice:171436882533>\n", ("bedrock-api-key", "medium", "key", "iam-user", ("canary",))),
    "short-term Bedrock key": ("K=<bedrock:20261123T180000Z>\n", ("bedrock-api-key", "high", "key id", "unknown", ())),
    "short-term Bedrock key of a session": (
        "K=<bedrock:20261123T180000Z:ASIA>\n", ("bedrock-api-key", "high", "key id", "temporary", ()),
    ),
    "short-term Bedrock key that is over": (
        "K=<bedrock:20261123T110000Z>\n", ("bedrock-api-key", "low", "key id", "unknown", ("expired",)),
    ),
    "CloudWatch key": ("Authorization: Bearer <acwl>\n", ("cloudwatch-api-key", "high", "key", "iam-user", ())),
    "SMTP password with its user": (
        "SMTP_USERNAME=<id>\nSMTP_PASSWORD=<smtp>\n", ("ses-smtp-password", "high", "password id", "iam-user", ()),
    ),
    "SMTP password alone": ("SMTP_PASSWORD=<smtp>\n", ("ses-smtp-password", "high", "password", "iam-user", ())),
    "SMTP password derived by Terraform": (
        '{"id": "<id>", "secret": "<secret>", "ses_smtp_password_v4": "<smtp>"}',
        ("access-key-pair", "critical", "id secret password", "unknown", ()),
    ),
    "CodeCommit in a URL": (
        "https://alice-at-123456789013:<b64:43>%3D@git-codecommit.us-east-1.amazonaws.com/v1/repos/x\n",
        ("service-specific-credential", "high", "password user", "iam-user", ()),
    ),
    "presigned URL that is live": (presigned(), ("presigned-url", "high", "url id", "unknown", ())),
    "presigned URL on its last day": (presigned("20261117T000000Z"), ("presigned-url", "high", "url id", "unknown", ())),
    "presigned URL that is over": (
        presigned("20261116T235959Z"), ("presigned-url", "low", "url id", "unknown", ("expired",)),
    ),
    "presigned URL of a session": (
        presigned(key="<id:ASIA>") + "&X-Amz-Security-Token=<token>",
        ("presigned-url", "high", "url id token", "temporary", ()),
    ),
    "role of Identity Center that is over": (
        '{"roleCredentials": {"accessKeyId": "<id:ASIA>", "secretAccessKey": "<secret>", "sessionToken": "<token>", '
        '"expiration": 1780000000000}}',
        ("temporary-credentials", "low", "id secret token", "temporary", ("expired",)),
    ),
    "role of Identity Center that is live": (
        '{"roleCredentials": {"accessKeyId": "<id:ASIA>", "secretAccessKey": "<secret>", "sessionToken": "<token>", '
        '"expiration": 1799000000000}}',
        ("temporary-credentials", "critical", "id secret token", "temporary", ()),
    ),
    "presigned URL that is over, partly blotted out": (
        '"url": "https://{host}/a?X-Amz-Security-Token=<token>&X-Amz-Date=20261116T235959Z&X-Amz-Expires=600'
        '&X-Amz-Credential=<id:ASIA>%2F20261116%2F{region}%2Fs3%2Faws4_request&X-Amz-Signature=<hex:64>"\n',
        ("temporary-credentials", "low", "id token", "temporary", ("expired",)),
    ),
    "presigned URL that is live, partly blotted out": (
        '"url": "https://{host}/a?X-Amz-Security-Token=<token>&X-Amz-Date=20261124T115959Z&X-Amz-Expires=6000'
        '&X-Amz-Credential=<id:ASIA>%2F20261124%2F{region}%2Fs3%2Faws4_request&X-Amz-Signature=<hex:64>"\n',
        ("temporary-credentials", "critical", "id token", "temporary", ()),
    ),
    "recording of a call that is over": (
        '{"Credentials": {"AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>", "SessionToken": "<token>", '
        '"Expiration": {"hour": 1, "__class__": "datetime", "month": 11, "second": 5, "year": 2026, "day": 23, "minute": 0}}}',
        ("temporary-credentials", "low", "id secret token", "temporary", ("expired",)),
    ),
    "recording of a call that is live": (
        '{"Credentials": {"AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>", "SessionToken": "<token>", '
        '"Expiration": {"hour": 1, "__class__": "datetime", "month": 11, "second": 5, "year": 2026, "day": 24, "minute": 0}}}',
        ("temporary-credentials", "critical", "id secret token", "temporary", ()),
    ),
    "answer that is over, and its token again, which alone says of no moment": (
        "{'AccessKeyId': '<id:ASIA>', 'SecretAccessKey': '<secret>', 'SessionToken': '<token>', "
        "'Expiration': datetime.datetime(2026, 11, 23, 1, 2, 3, tzinfo=tzutc())}\n\n[x]\naws_session_token = <token>\n",
        ("temporary-credentials", "low", "id secret token", "temporary", ("expired",)),
    ),
    "answer that is live, and its token again": (
        "{'AccessKeyId': '<id:ASIA>', 'SecretAccessKey': '<secret>', 'SessionToken': '<token>', "
        "'Expiration': datetime.datetime(2026, 11, 24, 1, 2, 3, tzinfo=tzutc())}\n\n[x]\naws_session_token = <token>\n",
        ("temporary-credentials", "critical", "id secret token", "temporary", ()),
    ),
    "answer as Python prints it": (
        "{'AccessKeyId': '<id:ASIA>', 'SecretAccessKey': '<secret>', 'SessionToken': '<token>', "
        "'Expiration': datetime.datetime(2026, 11, 23, 1, 2, 3, tzinfo=tzutc())}\n",
        ("temporary-credentials", "low", "id secret token", "temporary", ("expired",)),
    ),
    "answer as Go prints it": (
        '{AccessKeyId: "<id:ASIA>", SecretAccessKey: "<secret>", SessionToken: "<token>", Expiration: 2026-11-23 01:02:03 +0000 UTC}\n',
        ("temporary-credentials", "low", "id secret token", "temporary", ("expired",)),
    ),
    "profile of saml2aws": (
        "[saml]\naws_access_key_id = <id:ASIA>\naws_secret_access_key = <secret>\naws_session_token = <token>\n"
        "x_security_token_expires = 2026-11-23T01:02:03+01:00\n",
        ("temporary-credentials", "low", "id secret token", "temporary", ("expired",)),
    ),
    "answer as text": (
        "CREDENTIALS\t<id:ASIA>\t2026-11-23T01:02:03Z\t<secret>\t<token>\n",
        ("temporary-credentials", "low", "id secret token", "temporary", ("expired",)),
    ),
    "answer as a table": (
        "||  AccessKeyId     |  <id:ASIA>  ||\n||  Expiration      |  2026-11-23T01:02:03Z  ||\n"
        "||  SecretAccessKey |  <secret>  ||\n||  SessionToken    |  <token>  ||\n",
        ("temporary-credentials", "low", "id secret token", "temporary", ("expired",)),
    ),
    "event of CloudTrail": (
        '{"accessKeyId": "<id:ASIA>", "expiration": "Nov 23, 2026, 1:02:03\u202fAM", "sessionToken": "<token>"}\n',
        ("temporary-credentials", "low", "id token", "temporary", ("expired",)),
    ),
    "event of CloudTrail, in the older form": (
        "accessKeyId: <id:ASIA>\nexpiration: Nov 23, 2026 10:02:03 PM\nsessionToken: <token>\n",
        ("temporary-credentials", "low", "id token", "temporary", ("expired",)),
    ),
    "event of CloudTrail, live": (
        '{"accessKeyId": "<id:ASIA>", "expiration": "Nov 24, 2026, 1:02:03 AM", "sessionToken": "<token>"}\n',
        ("temporary-credentials", "critical", "id token", "temporary", ()),
    ),
    "moment that there is not": (
        "{'AccessKeyId': '<id:ASIA>', 'SecretAccessKey': '<secret>', 'SessionToken': '<token>', 'Expiration': datetime.datetime(2026, 13, 23, 1, 2)}\n",
        ("temporary-credentials", "critical", "id secret token", "temporary", ()),
    ),
    "headers of a request of a session, long ago": (
        '{"X-Amz-Date": "20261122T115959Z", "X-Amz-Security-Token": "<token>"}\n',
        ("session-token", "low", "token", "temporary", ("expired",)),
    ),
    "headers of a request of a session, in a log": (
        "Request headers: {X-Amz-Date=20261122T115959Z, Accept=*/*, X-Amz-Security-Token=<token>}\n",
        ("session-token", "low", "token", "temporary", ("expired",)),
    ),
    "headers of a request of a session, a day ago": (
        '{"X-Amz-Date": "20261122T120001Z", "X-Amz-Security-Token": "<token>"}\n',
        ("session-token", "high", "token", "temporary", ()),
    ),
    "session token with the moment at which it ended": (
        '{"SessionToken": "<token>", "Expiration": "2026-11-22T23:59:59Z"}\n',
        ("session-token", "low", "token", "temporary", ("expired",)),
    ),
    "whole credentials beside a request of long ago": (
        '{"X-Amz-Date": "20261122T235959Z", "AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>", "SessionToken": "<token>"}\n',
        ("temporary-credentials", "critical", "id secret token", "temporary", ()),
    ),
    "presigned URL of version 2": (
        "https://b.s3.amazonaws.com/k?AWSAccessKeyId=<id>&Expires=1500000000&Signature=<b64:27>%3D\n",
        ("presigned-url", "low", "url id", "unknown", ("expired",)),
    ),
    "presigned URL of a tripwire": (
        presigned(key="<id:AKIA:171436882533>"), ("presigned-url", "medium", "url id", "unknown", ("canary",)),
    ),
    "signed URL of CloudFront": (
        "https://d1.cloudfront.net/a?Expires=1500000000&Signature=<url64:342>&Key-Pair-Id=K<base32:13>\n",
        ("presigned-url", "low", "url", "unknown", ("cloudfront", "expired")),
    ),
    "sign-in URL": (
        "https://signin.aws.amazon.com/federation?Action=login&SigninToken=<url64:400>\n",
        ("sign-in-url", "high", "url", "temporary", ()),
    ),
    "Identity Center, live": (
        '{"startUrl": "https://x.awsapps.com/start", "accessToken": "<url64:90>", "expiresAt": "2026-11-25T00:00:00Z"}',
        ("sso-token", "high", "token", "temporary", ()),
    ),
    "Identity Center, over": (
        '{"startUrl": "https://x.awsapps.com/start", "accessToken": "<url64:90>", "expiresAt": "2026-11-23T00:00:00Z"}',
        ("sso-token", "low", "token", "temporary", ("expired",)),
    ),
    "Identity Center, over but renewable": (
        '{"startUrl": "https://x.awsapps.com/start", "accessToken": "<url64:90>", "expiresAt": "2026-11-23T00:00:00Z", '
        f'"clientSecret": "{JWT}", "registrationExpiresAt": "2027-01-01T00:00:00Z", "refreshToken": "<url64:91>"}}',
        ("sso-token", "high", "token token secret", "temporary", ()),
    ),
    "registration that is over": (
        f'{{"clientId": "x", "clientSecret": "{JWT}", "expiresAt": "2026-11-01T00:00:00Z"}}',
        ("sso-token", "low", "secret", "temporary", ("expired",)),
    ),
    "presigned form": (
        f'{{"AWSAccessKeyId": "<id>", "policy": "{POLICY}", "signature": "<b64:27>="}}',
        ("presigned-url", "high", "token id", "unknown", ("post-form",)),
    ),
    "container's token": (
        "AWS_CONTAINER_AUTHORIZATION_TOKEN=<b64:40>\n",
        ("login-token", "high", "token", "temporary", ("container-credentials",)),
    ),
    "private key of EC2": (Sample(PEM, "ec2-prod.pem"), ("private-key", "high", "key", "unknown", ("ec2-key-pair",))),
    "private key of CloudFront, of the old kind": (
        Sample(PEM, "pk-APKAJSAMPLESAMPLE234.pem"), ("private-key", "high", "key", "root", ("cloudfront-key",)),
    ),
    "private key beside an expiration": (
        Sample('{"key": "' + PEM.replace("\n", "\\n") + '", "Expiration": "2099-01-01T00:00:00Z"}', "aws.json"),
        ("private-key", "high", "key", "unknown", ("aws-key",)),
    ),
    "private key of CodeCommit": (Sample(PEM, "codecommit_rsa"), ("private-key", "high", "key", "unknown", ("codecommit-key",))),
    "MWS": (
        "amzn.mws.<hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-<hex:12>\n", ("mws-auth-token", "high", "token", "unknown", ()),
    ),
    "AppSync": ("da2-<base36:26>\n", ("appsync-api-key", "high", "key", "unknown", ())),
    "signed request": (
        "Authorization: AWS4-HMAC-SHA256 Credential=<id>/20261124/us-east-1/s3/aws4_request, SignedHeaders=host, "
        f"Signature={HEX64}\n",
        ("access-key-id", "medium", "id", "unknown", ()),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sample", "expected"), FAMILIES.values(), ids=FAMILIES)
def test_is_told(sample: str | Sample, expected: tuple[object, ...]) -> None:
    (finding,) = findings(sample)
    assert told(finding) == expected


@pytest.mark.parametrize(("sample", "expected"), FAMILIES.values(), ids=FAMILIES)
def test_is_never_shown(sample: str | Sample, expected: object) -> None:
    """Of no part stand eight characters in a row in the report, but for the name of a user, an ID's ends, an address."""
    (finding,) = findings(sample)
    shown = str(finding)
    for sighting in sightings(sample):
        assert sighting.parts
    for word in fake(sample).decode().replace("&", " ").replace("=", " ").replace('"', " ").split():
        if (
            len(word) >= 20
            and "://" not in word
            and "-at-" not in word
            and not word.startswith(("urn", "AWS", "X-Amz", "AKIA", "ASIA"))
        ):
            assert word not in shown


OWNED = {
    "Bedrock key": ("K=<absk:alice:123456789013>\n", "alice", "123456789013", None),
    "CloudWatch key": ("Bearer <acwl:bob:123456789013>\n", "bob", "123456789013", None),
    "CodeCommit": ("alice.b@acme-at-123456789013,<b64:43>=\n", "alice.b@acme", "123456789013", None),
    "CodeCommit, in a URL": (
        "https://al%40acme-at-123456789013:<b64:43>%3D@git-codecommit.us-east-1.amazonaws.com/v1/repos/x\n",
        "al@acme", "123456789013", "aws",
    ),
    "CodeCommit, second credential": ("alice+1-at-123456789013,<b64:43>=\n", "alice", "123456789013", None),
    "SMTP": ("SMTP_USERNAME=<id:AKIA:123456789013>\nSMTP_PASSWORD=<smtp>\n", None, "123456789013", None),
    "presigned in China": (presigned(key="<id:AKIA:123456789013>", region="cn-north-1"), None, "123456789013", "aws-cn"),
    "presigned in GovCloud": (presigned(region="us-gov-west-1", key="<id:AKIA:123456789013>"), None, "123456789013", "aws-us-gov"),
    "sign-in to GovCloud": (
        "https://signin.amazonaws-us-gov.com/federation?Action=login&SigninToken=<url64:400>\n", None, None, "aws-us-gov",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sample", "name", "account", "partition"), OWNED.values(), ids=OWNED)
def test_whose_it_is(sample: str, name: str | None, account: str | None, partition: str | None) -> None:
    (finding,) = findings(sample)
    principal = finding.principal
    assert (principal.name, principal.account_id, principal.partition) == (name, account, partition)


def test_keys_of_aws_login_pair_beside_its_tokens() -> None:
    found = findings(LOGIN_CACHE % "2026-11-24T00:10:00Z")
    assert {told(finding)[:4] for finding in found} == {
        ("temporary-credentials", "critical", "id secret token", "temporary"),
        ("login-token", "high", "token token key", "temporary"),
    }


ROOT_TOKEN = "eyJhIjoxfQ.eyJzdWIiOiJhcm46YXdzOmlhbTo6MTIzNDU2Nzg5MDEzOnJvb3QifQ.<url64:86>"


def test_what_the_identity_token_says_holds_for_the_keys_too() -> None:
    found = findings((LOGIN_CACHE % "2026-11-24T00:10:00Z").replace("<url64:40>.<url64:90>.<url64:86>", ROOT_TOKEN))
    assert {(finding.kind, finding.principal.type, finding.remediation.playbook) for finding in found} == {
        ("temporary-credentials", "root", "root-session"),
        ("login-token", "root", "root-login-token"),
    }


def test_what_one_identity_token_says_holds_for_its_own_keys_alone() -> None:
    root = (LOGIN_CACHE % "2026-11-24T00:10:00Z").replace("<url64:40>.<url64:90>.<url64:86>", ROOT_TOKEN)
    other = (LOGIN_CACHE % "2026-11-24T00:10:00Z").replace("123456789013", "123456789014").replace(">", "#7>")
    found = findings(root + "\n" + other)
    assert {(finding.principal.account_id, finding.principal.type) for finding in found} == {
        ("123456789013", "root"),
        ("123456789014", "temporary"),
    }


def test_tokens_of_aws_login_outlive_the_keys_by_half_a_day() -> None:
    assert {finding.severity for finding in findings(LOGIN_CACHE % "2026-11-23T13:00:00Z")} == {"low", "high"}
    assert {finding.severity for finding in findings(LOGIN_CACHE % "2026-11-23T11:00:00Z")} == {"low"}


def test_one_url_in_three_spellings_is_one_finding() -> None:
    url = presigned()
    (finding,) = findings(url, url.replace("&", "&amp;"), '"' + url.replace("&", "\\u0026") + '"')
    assert len(finding.occurrences) == 1
    (finding,) = findings(Sample(url, "a"), Sample(url.replace("&", "&amp;"), "b"))
    assert len(finding.occurrences) == 2


@pytest.mark.parametrize("between", [",", "\n", " ", '","', "|", "\t"])
def test_two_urls_side_by_side_are_two_findings(between: str) -> None:
    found = findings(presigned() + between + presigned(key="<id#2>").replace(HEX64, "<hex:64#2>"))
    assert [told(finding)[0::2] for finding in found] == [("presigned-url", "url id", ())] * 2


def test_one_password_in_a_url_and_in_clear_is_one_finding() -> None:
    in_url = Sample("https://alice-at-123456789013:<b64:43>%3D@git-codecommit.us-east-1.amazonaws.com/x\n", "a")
    (finding,) = findings(in_url, Sample("alice-at-123456789013,<b64:43>=\n", "b"))
    assert len(finding.occurrences) == 2


def test_a_key_id_alone_is_not_taken_for_part_of_a_url() -> None:
    found = findings(Sample(presigned("20200101T000000Z"), "a"), Sample("key <id>\n", "b"))
    assert {(finding.kind, finding.severity) for finding in found} == {
        ("presigned-url", "low"),
        ("access-key-id", "medium"),
    }


def test_a_key_whose_id_stands_in_a_url_too_is_found_as_both() -> None:
    found = findings(Sample(presigned(), "a"), Sample("aws_access_key_id=<id>\naws_secret_access_key=<secret>\n", "b"))
    assert {finding.kind for finding in found} == {"presigned-url", "access-key-pair"}


def test_a_private_key_is_the_same_in_every_layout() -> None:
    (finding,) = findings(
        Sample(PEM, "ec2.pem"),
        Sample('"' + PEM.replace("\n", "\\n") + '"', "ec2.json"),
        Sample(PEM.replace("\n", "\r\n"), "ec2.txt"),
    )
    assert len(finding.occurrences) == 3


def test_a_private_key_is_nobodys_business_without_words_of_aws() -> None:
    assert findings(Sample(PEM, "server.key")) == ()


SUPPRESSED = {
    "URL of the documentation": (presigned(key="AKIAIOSFODNN7EXAMPLE"), "documentation-example"),
    "key ID of the documentation in a sign-in URL": (
        "https://signin.aws.amazon.com/federation?Action=login&SigninToken=EXAMPLE<url64:90>\n", "documentation-example",
    ),
    "CodeCommit's of the reference": (
        "sofia-at-123456789012 k1zPZM6uVxMQ3oxqgoYlNuJ" + "PyRTZ1vREs76zTQE3eJk=\n", "documentation-example",
    ),
    "MWS's of the documentation": (
        "amzn.mws.<hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-87aeaEXAMPLE\n", "documentation-example",
    ),
    "counted up": ("da2-abcdefghijklmnopqrstuvwxyz\n", "placeholder"),
}  # fmt: skip


@pytest.mark.parametrize(("sample", "by"), SUPPRESSED.values(), ids=SUPPRESSED)
def test_is_suppressed(sample: str, by: str) -> None:
    judge, found = Judge(now=NOW), []
    for view, candidates in Detector(credential_patterns()).detect(fake(sample)):
        found += judge.sightings(view, candidates, Origin("a", "blob"))[0]
    assert [item.verdict and item.verdict.by for item in found] == [by]


@pytest.mark.parametrize("salt", [str(number) for number in range(40)])
def test_random_ones_are_no_placeholders(salt: str) -> None:
    text = "K=<absk>\nC=<acwl>\nSMTP_PASSWORD=<smtp>\nda2-<base36:26>\nalice-at-123456789013,<b64:43>=\n" + PEM
    assert len(sightings(Sample(text, "aws.txt"), salt)) == 6
