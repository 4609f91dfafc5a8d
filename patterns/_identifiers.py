"""IAM's unique identifiers: what their first four letters say.

Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
"""

from __future__ import annotations

from typing import NamedTuple

REFERENCE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes"


class IdentifierType(NamedTuple):
    """What an identifier is of. kind: the kind of a finding that holds it; None for what is no credential's."""

    prefix: str
    title: str
    kind: str | None
    can: tuple[str, ...]
    cannot: tuple[str, ...]


_RESOURCE = ("It names a resource, as an ARN does; nobody can sign in with it, with or without a secret.",)

IDENTIFIER_TYPES = (
    IdentifierType(
        "AKIA",
        "long-term access key",
        "access-key-id",
        (
            "It is an IAM user's, or the account's root user's; nothing in it tells which.",
            "With its secret access key it works until somebody deactivates it.",
        ),
        (
            "It is not a role's: roles have temporary credentials alone.",
            "It opens nothing without its secret access key.",
        ),
    ),
    IdentifierType(
        "ASIA",
        "temporary access key",
        "access-key-id",
        (
            "It is a session of a role, an IAM user, a federated user or the root user; nothing in it tells which.",
            "With its secret access key and its session token it works until it expires, 36 hours at the most.",
        ),
        (
            "It cannot be deactivated by itself: sessions are denied by the policies of the one who made them.",
            "It opens nothing without both its secret access key and its session token.",
        ),
    ),
    IdentifierType(
        "ABIA",
        "service bearer token",
        "access-key-id",
        ("STS made it for a service that takes bearer tokens, such as CodeArtifact.",),
        ("It opens nothing without the token that it is the ID of.", "It signs no requests."),
    ),
    IdentifierType(
        "ACCA",
        "service-specific credential",
        None,
        ("It is the ID of an IAM user's credential for one service, such as CodeCommit or Amazon Bedrock.",),
        ("It is not the credential itself, and opens nothing.",),
    ),
    IdentifierType("APKA", "public key", None, ("It is the ID of an SSH or CloudFront public key.",), _RESOURCE),
    IdentifierType("ASCA", "certificate", None, ("It is the ID of a server or signing certificate.",), _RESOURCE),
    IdentifierType("AIDA", "IAM user", None, ("It is the unique ID of an IAM user.",), _RESOURCE),
    IdentifierType("AROA", "role", None, ("It is the unique ID of a role.",), _RESOURCE),
    IdentifierType("AGPA", "user group", None, ("It is the unique ID of an IAM user group.",), _RESOURCE),
    IdentifierType("AIPA", "instance profile", None, ("It is the unique ID of an instance profile.",), _RESOURCE),
    IdentifierType("ANPA", "managed policy", None, ("It is the unique ID of a managed policy.",), _RESOURCE),
    IdentifierType("ANVA", "version of a policy", None, ("It is the unique ID of a policy's version.",), _RESOURCE),
)
