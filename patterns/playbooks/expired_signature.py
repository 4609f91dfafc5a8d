"""A signed URL, a short-term key or a token that is over: nothing to revoke, but somebody writes them down."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._sessions import CLOSE_THE_LEAK
from patterns.playbooks._trail import USED


def is_over(facts: Facts) -> bool:
    """Whether what it says of itself is that it has ended."""
    return "expired" in facts.tags


NOTHING_TO_REVOKE = StepTemplate(
    title="Revoke nothing: it has ended by itself",
    detail=(
        "It says itself until when it is good, and that is past: nobody can lengthen it without making a new one. What "
        "was fetched with it before is another matter; the name of what it opened, and the ID of the key that signed "
        "it, are no secrets."
    ),
    reference="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html",
    side="aws",
)
REST = StepTemplate(
    title="Look whether the secret of the key leaked, too",
    detail=(
        "What was signed is over; the key that signed it may live. Look at the commits that touched its ID, at the "
        "files beside it and at logs."
    ),
    commands=("git log --all --oneline -S {key_id}", "git grep -n -F -e {key_id}"),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    needs=("key_id",),
)

PLAYBOOK = Playbook(
    id="expired-signature",
    title="Signed URL, short-term key or token that has expired",
    summary="There is nothing to revoke. Find what writes such things down, and see what was done before it ended.",
    kinds=("presigned-url", "bedrock-api-key", "sso-token", "login-token"),
    principals=(),
    accept=is_over,
    rank=1,
    steps=(NOTHING_TO_REVOKE, REST, replace(USED, needs=("key_id",)), CLOSE_THE_LEAK, *HISTORY),
)
