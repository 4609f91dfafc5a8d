"""How grave a finding is, and what it is called. The severities are those of the contract (docs/report-v1.md)."""

from __future__ import annotations

from collections.abc import Collection

from scanner.model import SEVERITIES, Confidence, Principal, Severity

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

KINDS = {
    "production": "for production",
    "sandbox": "a sandbox",
    "partner": "a partner's",
    "canary": "for tripwires",
}
STEPS = {"production": 1, "sandbox": -1, "partner": -1}


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


def adjusted(usual: Severity, principal: Principal, tags: Collection[str]) -> tuple[Severity, str | None]:
    """The severity in an account of which the settings say what it is for, and the reason if that changes it.

    Production makes it one step graver; a sandbox, or what is a partner's to deal with, one less grave. What is over
    stays low, and so does a tripwire's medium, whose reason is the settings' if they alone know of it.
    """
    account = principal.account
    if account is None or account.kind is None or "expired" in tags:
        return usual, None
    said = f"The settings say that account {principal.account_id} is {KINDS[account.kind]}"
    if account.kind == "canary":
        return usual, f"{said}."
    step = 0 if "canary" in tags else STEPS[account.kind]
    at = min(max(SEVERITIES.index(usual) + step, 0), len(SEVERITIES) - 1)
    grave = SEVERITIES[at]
    return grave, None if grave == usual else f"{said}, so it is {grave} in place of {usual}."


def title(kind: str, principal: Principal) -> str:
    """A few words for people: what leaked, and whose it is where that is told."""
    what = TITLES.get(kind, kind.replace("-", " ").capitalize())
    owner = OWNERS.get(principal.type)
    return f"{what} {owner}" if owner else what
