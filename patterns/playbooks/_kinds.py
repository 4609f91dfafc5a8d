"""Kinds of findings that playbooks share, and what tells them apart. Support: no playbook stands here."""

from __future__ import annotations

from patterns._playbook import Facts

LONG_TERM = ("access-key-pair", "access-key-id", "secret-access-key")
"""A long-term access key, or half of one."""
SESSION = ("temporary-credentials", "session-token")
"""Temporary credentials, or the part that only they have."""
OF_A_ROLE = (*SESSION, "secret-access-key")
"""The same of a role, which has no long-term key: its secret is a session's, too."""
WORKLOADS = ("container-credentials", "codeartifact", "ecr")
"""Tags of tokens that a workload shows, and not a person who signed in."""
NOBODY = ("unknown", "temporary", "service")
"""Types of principal by which it is not told whose it is."""


def lasts(facts: Facts) -> bool:
    """Whether it does not end by itself."""
    return not facts.is_temporary


def ends(facts: Facts) -> bool:
    """Whether it ends by itself."""
    return facts.is_temporary


def tagged(facts: Facts, *tags: str) -> bool:
    """Whether the finding has one of the tags."""
    return any(tag in facts.tags for tag in tags)
