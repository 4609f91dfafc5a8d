"""Each situation that has a playbook, in words, with what is known in it."""

from __future__ import annotations

from dataclasses import replace

from patterns._fake import fake
from patterns._playbook import Facts

KEY = fake("<id:AKIA:123456789013>").decode()
SESSION = fake("<id:ASIA:123456789013>").decode()
ACCOUNT = "123456789013"
PAIR, TEMPORARY = "access-key-pair", "temporary-credentials"
PERMISSION_SET = "AWSReservedSSO_Admin_0123456789abcdef"


def of(kind: str, principal: str, **known: str) -> Facts:
    """Facts about a credential of an account that is known."""
    return replace(Facts(kind, principal, account=ACCOUNT), **known)  # type: ignore[arg-type]


SITUATIONS: dict[str, tuple[Facts, str]] = {
    "root key": (of(PAIR, "root", key_id=KEY), "root-access-key"),
    "root key ID alone": (of("access-key-id", "root", key_id=KEY), "root-access-key"),
    "root secret alone": (of("secret-access-key", "root"), "root-access-key"),
    "nothing known of a root key": (Facts(PAIR, "root"), "root-access-key"),
    "user's key": (of(PAIR, "iam-user", key_id=KEY, user="alice"), "iam-user-access-key"),
    "key of a user without a name": (of(PAIR, "iam-user", key_id=KEY), "iam-user-access-key"),
    "key of nobody knows whom": (of(PAIR, "unknown", key_id=KEY), "unknown-access-key"),
    "key of before 2019": (Facts(PAIR, "unknown", KEY), "unknown-access-key"),
    "key of a service": (of(PAIR, "service", key_id=KEY), "unknown-access-key"),
    "key ID alone": (of("access-key-id", "unknown", key_id=KEY), "access-key-id"),
    "user's key ID alone": (of("access-key-id", "iam-user", key_id=KEY, user="alice"), "access-key-id"),
    "secret alone": (Facts("secret-access-key", "unknown"), "secret-access-key"),
    "user's secret alone": (of("secret-access-key", "iam-user", user="alice"), "secret-access-key"),
    "role's session": (of(TEMPORARY, "role", key_id=SESSION, role="deploy"), "role-session"),
    "role's token alone": (Facts("session-token", "role", role="deploy"), "role-session"),
    "role's secret alone": (Facts("secret-access-key", "role", role="deploy"), "role-session"),
    "session of a role without a name": (Facts(TEMPORARY, "role"), "role-session"),
    "Identity Center": (of(TEMPORARY, "role", key_id=SESSION, role=PERMISSION_SET), "identity-center-session"),
    "Identity Center without ID": (Facts("session-token", "role", role=PERMISSION_SET), "identity-center-session"),
    "service-linked role": (
        of(TEMPORARY, "role", key_id=SESSION, role="AWSServiceRoleForSupport"),
        "service-linked-role-session",
    ),
    "user's session": (of(TEMPORARY, "iam-user", key_id=SESSION, user="alice"), "iam-user-session"),
    "session of a user without a name": (of(TEMPORARY, "iam-user", key_id=SESSION), "iam-user-session"),
    "user's token alone": (Facts("session-token", "iam-user"), "iam-user-session"),
    "federated user": (of(TEMPORARY, "federated-user", key_id=SESSION), "federated-user-session"),
    "federated user without ID": (Facts("session-token", "federated-user"), "federated-user-session"),
    "root session": (of(TEMPORARY, "root", key_id=SESSION), "root-session"),
    "root token alone": (Facts("session-token", "root"), "root-session"),
    "session of nobody knows whom": (of(TEMPORARY, "temporary", key_id=SESSION), "unknown-session"),
    "session without ID": (Facts(TEMPORARY, "unknown"), "unknown-session"),
    "token alone": (Facts("session-token", "temporary"), "session-token"),
    "temporary key ID alone": (of("access-key-id", "temporary", key_id=SESSION), "temporary-key-id"),
    "role's temporary key ID alone": (of("access-key-id", "role", key_id=SESSION, role="x"), "temporary-key-id"),
    "root password": (of("console-password", "root", email="owner@example.com"), "root-console-password"),
    "root password, account unknown": (Facts("console-password", "root"), "root-console-password"),
    "user's password": (of("console-password", "iam-user", user="alice"), "iam-user-console-password"),
    "password of a user without a name": (Facts("console-password", "iam-user"), "iam-user-console-password"),
    "password of nobody knows whom": (Facts("console-password", "unknown"), "console-password"),
    "password with a name": (Facts("console-password", "unknown", user="alice"), "console-password"),
    "expired session": (
        replace(of(TEMPORARY, "role", key_id=SESSION, role="deploy"), tags=("expired",)),
        "expired-session",
    ),
    "expired session without ID": (replace(Facts(TEMPORARY, "temporary"), tags=("expired",)), "expired-session"),
    "canary": (replace(of(PAIR, "unknown", key_id=KEY), tags=("canary",)), "canary"),
    "canary that looks like root's": (replace(of(PAIR, "root", key_id=KEY), tags=("canary",)), "canary"),
    "canary that has expired": (replace(of(TEMPORARY, "role"), tags=("canary", "expired")), "canary"),
    "kind of a plug-in": (of("acme-token", "unknown"), "leaked-secret"),
    "kind of a plug-in, with a key": (of("presigned-url", "iam-user", key_id=KEY, user="alice"), "leaked-secret"),
}
