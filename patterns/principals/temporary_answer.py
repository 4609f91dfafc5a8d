"""Answers and files that hold temporary credentials and do not say whose."""

from __future__ import annotations

from re import Match

from patterns._pattern import Sample
from patterns._signal import Signal, Subject
from patterns.principals._subjects import not_long_term
from patterns.principals._text import beside, field, named

METADATA = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html"
PROCESS = "https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html"
CACHE = "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html"
STS = "https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html"
KEYS = '"AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>"'
LINES = "AWS_ACCESS_KEY_ID=<id:ASIA>\nAWS_SECRET_ACCESS_KEY=<secret>\n"
LONG_TERM = "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n"


def of_session(match: Match[bytes] | None, subject: Subject) -> bool:
    """The credential is known to be temporary, or could be and the field has AWS's own name."""
    known = subject.has_token or (subject.key_id or "").startswith("ASIA")
    return match is not None and not_long_term(match, subject) and (known or match[0].startswith(b"Expiration"))


SIGNALS = (
    Signal(
        id="expiration",
        says="temporary",
        strength="strong",
        scope="record",
        detail="An expiration stands beside it, as beside temporary credentials alone.",
        reference=STS,
        needs=(b"expir",),
        in_line=True,
        regex=field(
            rb"expiration|expires?_?(?:at|on)?|expiry|(?:aws_?)?(?:credential_?|session_?)?expiration|x_security_token_expires",
            rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?[\d.:+\-Z]{0,16}",
        ),
        accept=of_session,
        examples={
            "answer of STS": "{" + KEYS + ', "Expiration": "2024-05-01T10:00:00Z"}',
            "cache": "{" + KEYS.lower().replace("<id:asia>", "<id:ASIA>") + ', "expiresAt": "2024-05-01T10:00:00Z"}',
            "environment": LINES + "AWS_CREDENTIAL_EXPIRATION=2024-05-01T10:00:00+00:00\n",
            "profile": "[x]\n"
            + LINES.lower().replace("<id:asia>", "<id:ASIA>")
            + "x_security_token_expires = 2024-05-01T10:00:00+02:00\n",
            "secret without its ID": '{"SecretAccessKey": "<secret>", "Expiration": "2024-05-01T10:00:00Z"}',
        },
        counterexamples={
            "long-term key": LONG_TERM + "Expiration: 2024-05-01T10:00:00Z\n",
            "expiry of something else": "AWS_SECRET_ACCESS_KEY=<secret>\ncertificate_expiry: 2024-05-01T10:00:00Z\n",
            "no date": "{" + KEYS + ', "Expiration": ""}',
        },
    ),
    Signal(
        id="instance-metadata",
        says="temporary",
        strength="strong",
        scope="record",
        detail="The answer has the form of an instance's metadata.",
        reference=METADATA,
        needs=(b"aws-hmac",),
        in_line=True,
        regex=field(rb"type", rb"AWS-HMAC"),
        accept=not_long_term,
        examples={
            "answer": '{\n  "Code" : "Success",\n  "Type" : "AWS-HMAC",\n  ' + KEYS + ',\n  "Token" : "<token>"\n}\n',
            "minified": '{"Code":"Success","Type":"AWS-HMAC",' + KEYS + "}",
            "escaped": ('{"Type":"AWS-HMAC",' + KEYS + "}").replace('"', '\\"'),
        },
        counterexamples={
            "long-term key": '{"Type": "AWS-HMAC"}\n' + LONG_TERM,
            "another type": '{"Type": "AWS", ' + KEYS + "}",
            "words": "the type AWS-HMAC is used\n" + LINES,
        },
    ),
    Signal(
        id="credential-process",
        says="temporary",
        strength="strong",
        scope="record",
        detail="The answer has the form of a credential process, with a session token.",
        reference=PROCESS,
        needs=(b"sessiontoken",),
        regex=beside(
            rb"Version|AccessKeyId|SecretAccessKey|SessionToken", field(rb"Version", rb"1"), named(rb"SessionToken")
        ),
        accept=not_long_term,
        examples={
            "answer": '{"Version": 1, ' + KEYS + ', "SessionToken": "<token>"}',
            "version last": "{" + KEYS + ', "SessionToken": "<token>", "Version": 1}',
            "pretty": '{\n  "Version": 1,\n  "SessionToken": "<token>",\n  ' + KEYS + "\n}\n",
        },
        counterexamples={
            "long-term key": '{"Version": 1, "AccessKeyId": "<id>", "SecretAccessKey": "<secret>"}',
            "no token": '{"Version": 1, ' + KEYS + "}",
            "version of something else": '{"Version": 12, ' + KEYS + ', "SessionToken": "<token>"}',
        },
    ),
    Signal(
        id="identity-center-cache",
        says="temporary",
        strength="strong",
        scope="record",
        detail="They were obtained by way of IAM Identity Center.",
        reference="https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html",
        needs=(b"providertype",),
        in_line=True,
        regex=field(rb"ProviderType", rb"sso"),
        accept=not_long_term,
        examples={
            "cache": '{"ProviderType": "sso", "Credentials": {' + KEYS + ', "SessionToken": "<token>"}}',
            "minified": '{"ProviderType":"sso","Credentials":{' + KEYS + "}}",
            "last": '{"Credentials": {' + KEYS + '}, "ProviderType": "sso"}',
        },
        counterexamples={
            "another provider": '{"ProviderType": "saml", "Credentials": {' + KEYS + "}}",
            "long-term key": '{"ProviderType": "sso"}\n' + LONG_TERM,
            "words": "sso is the provider type\n" + LINES,
        },
    ),
    Signal(
        id="cache-of-the-cli",
        says="temporary",
        strength="strong",
        scope="path",
        detail="The file is one of the caches in which the AWS CLI keeps temporary credentials.",
        reference=CACHE,
        needs=(b".aws/",),
        regex=rb"(?:^|[/!])\.aws/(?:cli|sso|login|boto)/cache/[^/]{1,200}\.json$",
        accept=not_long_term,
        examples={
            "role": Sample('{"Credentials": {' + KEYS + "}}", "home/.aws/cli/cache/<hex:40>.json"),
            "login": Sample('{"accessToken": {' + KEYS + "}}", ".aws/login/cache/x.json"),
            "secret without its ID": Sample('{"SecretAccessKey": "<secret>"}', "backup.zip!.aws/cli/cache/x.json"),
        },
        counterexamples={
            "long-term key": Sample('{"AccessKeyId": "<id>", "SecretAccessKey": "<secret>"}', ".aws/cli/cache/x.json"),
            "credentials file": Sample("[default]\n" + LINES, ".aws/credentials"),
            "another cache": Sample("{" + KEYS + "}", "aws/cache/x.json"),
        },
    ),
)
