"""Which credentials a signal can speak for. Support: no signal stands here."""

from __future__ import annotations

from re import Match

from patterns._signal import Subject

KEY_KINDS = frozenset({"access-key-pair", "access-key-id", "secret-access-key"})
LASTING_KINDS = frozenset(
    {
        "console-password",
        "cloudwatch-api-key",
        "ses-smtp-password",
        "service-specific-credential",
        "private-key",
        "mws-auth-token",
        "appsync-api-key",
    }
)
"""What is never a session's, whatever stands beside it."""


def long_term(match: Match[bytes] | None, subject: Subject) -> bool:
    """Whether it is a long-term access key, or part of what may be one. Roles never have such keys."""
    key_id = subject.key_id or "AKIA"
    return subject.kind in KEY_KINDS and key_id.startswith("AKIA") and not subject.has_token


def not_long_term(match: Match[bytes] | None, subject: Subject) -> bool:
    """Whether it is temporary, or part of what may be. An ID that begins with AKIA never is."""
    return not (subject.key_id or "").startswith(("AKIA", "ABIA")) and subject.kind not in LASTING_KINDS


def password(match: Match[bytes] | None, subject: Subject) -> bool:
    """Whether it is a password for the console."""
    return subject.kind == "console-password"


def lasting(match: Match[bytes] | None, subject: Subject) -> bool:
    """Whether it lasts: a long-term access key or a password."""
    return long_term(match, subject) or password(match, subject)


def lasting_user(match: Match[bytes] | None, subject: Subject) -> bool:
    """Whether it lasts and may be an IAM user's; a password for sending mail is nobody else's, and has no name in it."""
    return lasting(match, subject) or subject.kind == "ses-smtp-password"


def account_unknown(match: Match[bytes] | None, subject: Subject) -> bool:
    """The credential does not hold its account."""
    return subject.account is None
