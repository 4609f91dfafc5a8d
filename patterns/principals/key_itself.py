"""What a credential says of itself, without any surroundings."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject

IDENTIFIERS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
TEMPORARY = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html"


def begins_with_asia(match: Match[bytes] | None, subject: Subject) -> bool:
    """AWS issues such IDs for temporary credentials alone."""
    return (subject.key_id or "").startswith("ASIA")


def has_token(match: Match[bytes] | None, subject: Subject) -> bool:
    """A long-term key has no session token."""
    return subject.has_token and not (subject.key_id or "").startswith("AKIA")


def begins_with_akia(match: Match[bytes] | None, subject: Subject) -> bool:
    """Such IDs are a user's or the root user's; nothing in them tells which."""
    return (subject.key_id or "").startswith("AKIA")


SIGNALS = (
    Signal(
        id="temporary-key-id",
        says="temporary",
        strength="strong",
        scope="credential",
        detail="The key ID begins with ASIA, as those of temporary credentials do.",
        reference=IDENTIFIERS,
        regex=rb"",
        accept=begins_with_asia,
        examples={
            "with its secret": "AWS_ACCESS_KEY_ID=<id:ASIA>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
            "alone": "key <id:ASIA>\n",
            "with secret and token": "a=<id:ASIA>\naws_secret_access_key=<secret>\naws_session_token=<token>\n",
            "of before 2019": "aws_access_key_id=<oldid:ASIA>\n",
        },
        counterexamples={
            "long-term key": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
            "bearer token": "principal <id:ABIA> called\n",
            "no ID": "AWS_SECRET_ACCESS_KEY=<secret>\nAWS_SESSION_TOKEN=<token>\n",
        },
    ),
    Signal(
        id="session-token",
        says="temporary",
        strength="strong",
        scope="credential",
        detail="A session token belongs to it, as to temporary credentials alone.",
        reference=TEMPORARY,
        regex=rb"",
        accept=has_token,
        examples={
            "all three parts": "a=<id:ASIA>\naws_secret_access_key=<secret>\naws_session_token=<token>\n",
            "without the ID": "AWS_SECRET_ACCESS_KEY=<secret>\nAWS_SESSION_TOKEN=<token>\n",
            "token alone": 'token = "<token>"\n',
            "field named token": '{"AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>", "Token": "<token>"}',
        },
        counterexamples={
            "no token": "AWS_ACCESS_KEY_ID=<id:ASIA>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
            "empty token": "AWS_ACCESS_KEY_ID=<id:ASIA>\nAWS_SECRET_ACCESS_KEY=<secret>\nAWS_SESSION_TOKEN=\n",
            "long-term key": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\nCSRF_TOKEN=<b64:40>\n",
        },
    ),
    Signal(
        id="long-term-key",
        says="unknown",
        strength="weak",
        scope="credential",
        detail="The key is a long-term one: an IAM user's, as most are, or the root user's.",
        reference="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html",
        regex=rb"",
        accept=begins_with_akia,
        examples={
            "pair": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
            "ID alone": "key <id>\n",
            "of before 2019": "aws_access_key_id=<oldid>\n",
        },
        counterexamples={
            "temporary": "AWS_ACCESS_KEY_ID=<id:ASIA>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
            "bearer token": "principal <id:ABIA> called\n",
            "secret alone": "AWS_SECRET_ACCESS_KEY=<secret>\n",
        },
    ),
)
