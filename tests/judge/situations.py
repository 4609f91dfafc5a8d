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


def tagged(kind: str, *tags: str, **known: str) -> Facts:
    """Facts about something of which a pattern says more, by its tags."""
    return replace(of(kind, "unknown", **known), tags=tags)


def expired(kind: str, **known: str) -> Facts:
    """Facts about something that is over."""
    return tagged(kind, "expired", **known)


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
    "rule of the settings": (replace(of("acme-token", "unknown"), foreign=True), "other-secret"),
    "rule of the settings, whatever its kind": (replace(of(PAIR, "root"), foreign=True), "other-secret"),
    "kind of a plug-in": (of("acme-token", "unknown"), "leaked-secret"),
    "kind of a plug-in, with a key": (of("acme-url", "iam-user", key_id=KEY, user="alice"), "leaked-secret"),
    "Bedrock key": (of("bedrock-api-key", "iam-user", user="alice"), "bedrock-api-key"),
    "Bedrock key of nobody knows whom": (Facts("bedrock-api-key", "iam-user"), "bedrock-api-key"),
    "short-term Bedrock key": (of("bedrock-api-key", "unknown", key_id=KEY), "bedrock-short-term-key"),
    "short-term Bedrock key of a user": (
        of("bedrock-api-key", "iam-user", key_id=KEY, user="alice"),
        "bedrock-short-term-key",
    ),
    "short-term Bedrock key of a session": (
        of("bedrock-api-key", "temporary", key_id=SESSION),
        "bedrock-session-key",
    ),
    "short-term Bedrock key that is over": (expired("bedrock-api-key", key_id=KEY), "expired-signature"),
    "CloudWatch key": (of("cloudwatch-api-key", "iam-user", user="alice"), "cloudwatch-api-key"),
    "CloudWatch key of nobody knows whom": (Facts("cloudwatch-api-key", "iam-user"), "cloudwatch-api-key"),
    "CodeCommit": (of("service-specific-credential", "iam-user", user="alice"), "service-specific-credential"),
    "SMTP password": (of("ses-smtp-password", "iam-user", key_id=KEY), "ses-smtp-password"),
    "SMTP password alone": (Facts("ses-smtp-password", "iam-user"), "ses-smtp-password"),
    "SMTP password of a user": (of("ses-smtp-password", "iam-user", key_id=KEY, user="alice"), "ses-smtp-password"),
    "presigned URL": (of("presigned-url", "unknown", key_id=KEY), "presigned-url"),
    "presigned URL of a user": (of("presigned-url", "iam-user", key_id=KEY, user="alice"), "presigned-url"),
    "presigned URL without its ID": (Facts("presigned-url", "unknown"), "presigned-url"),
    "presigned URL of root": (of("presigned-url", "root", key_id=KEY), "root-presigned-url"),
    "presigned URL of root, without its ID": (Facts("presigned-url", "root"), "root-presigned-url"),
    "short-term Bedrock key of root": (of("bedrock-api-key", "root", key_id=KEY), "root-presigned-url"),
    "presigned URL of root's session": (
        of("presigned-url", "root", key_id=SESSION),
        "root-presigned-url-of-session",
    ),
    "short-term Bedrock key of root's session": (
        of("bedrock-api-key", "root", key_id=SESSION),
        "root-presigned-url-of-session",
    ),
    "presigned URL of a role's session": (
        of("presigned-url", "role", key_id=SESSION, role="deploy"),
        "presigned-url-of-session",
    ),
    "presigned URL of root that is over": (
        replace(expired("presigned-url", key_id=KEY), principal="root"),
        "expired-signature",
    ),
    "presigned URL of a session": (of("presigned-url", "temporary", key_id=SESSION), "presigned-url-of-session"),
    "presigned URL that is over": (expired("presigned-url", key_id=KEY), "expired-signature"),
    "signed URL of CloudFront": (tagged("presigned-url", "cloudfront"), "cloudfront-signed-url"),
    "signed URL of CloudFront that is over": (expired("presigned-url"), "expired-signature"),
    "sign-in URL": (Facts("sign-in-url", "temporary"), "sign-in-url"),
    "Identity Center token": (Facts("sso-token", "temporary"), "sso-token"),
    "Identity Center token that is over": (expired("sso-token"), "expired-signature"),
    "token of aws login": (of("login-token", "temporary"), "login-token"),
    "root's token of aws login": (of("login-token", "root"), "root-login-token"),
    "container's token": (tagged("login-token", "container-credentials"), "bearer-token"),
    "token of CodeArtifact": (tagged("login-token", "codeartifact"), "bearer-token"),
    "password of a container registry": (tagged("login-token", "ecr"), "bearer-token"),
    "token of an EKS cluster": (tagged("presigned-url", "eks"), "presigned-url"),
    "presigned form": (tagged("presigned-url", "post-form"), "presigned-url"),
    "private key of EC2": (tagged("private-key", "ec2-key-pair"), "ec2-key-pair"),
    "private key of CloudFront": (tagged("private-key", "cloudfront-key"), "cloudfront-private-key"),
    "private key of CloudFront, of the old kind": (
        replace(tagged("private-key", "cloudfront-key"), principal="root"),
        "cloudfront-private-key",
    ),
    "private key of a certificate": (tagged("private-key", "signing-certificate"), "signing-certificate"),
    "private key of CodeCommit": (tagged("private-key", "codecommit-key"), "private-key"),
    "MWS": (Facts("mws-auth-token", "unknown"), "mws-auth-token"),
    "AppSync": (Facts("appsync-api-key", "unknown"), "appsync-api-key"),
}
