"""How grave a finding is, and what it is called. The severities are those of the contract (docs/report-v1.md)."""

from __future__ import annotations

from collections.abc import Collection

from scanner.model import Confidence, Principal, Severity

COMPLETE = frozenset({"access-key-pair", "temporary-credentials"})
TITLES = {
    "access-key-pair": "Long-term access key with its secret",
    "temporary-credentials": "Temporary credentials",
    "access-key-id": "Access key ID",
    "secret-access-key": "Secret access key",
    "session-token": "Session token",
    "console-password": "Console password",
    "sign-in-url": "Sign-in URL of a console session",
    "bedrock-api-key": "Amazon Bedrock API key",
    "cloudwatch-api-key": "CloudWatch API key",
    "ses-smtp-password": "SMTP password of Amazon SES",
    "service-specific-credential": "Service-specific credential",
    "private-key": "Private key",
    "presigned-url": "Signed URL",
    "sso-token": "IAM Identity Center token",
    "login-token": "Login token",
    "mws-auth-token": "MWS auth token",
    "appsync-api-key": "AppSync API key",
}
OWNERS = {
    "root": "of the account's root user",
    "iam-user": "of an IAM user",
    "role": "of a role",
    "federated-user": "of a federated user",
    "service": "of a service",
}


def severity(
    kind: str, principal: Principal, confidence: Confidence, tags: Collection[str], temporary: bool
) -> Severity:
    """From what is complete and whose it is; expired, canary and doubtful values count for less."""
    if "canary" in tags:
        return "medium"
    if "expired" in tags:
        return "low"
    if kind in COMPLETE or (kind == "console-password" and principal.type == "root"):
        return "critical"
    if kind == "access-key-id":
        return "low" if temporary or confidence == "low" else "medium"
    return "high"


def title(kind: str, principal: Principal) -> str:
    """A few words for people: what leaked, and whose it is where that is told."""
    what = TITLES.get(kind, kind.replace("-", " ").capitalize())
    owner = OWNERS.get(principal.type)
    return f"{what} {owner}" if owner else what
