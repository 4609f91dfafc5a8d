"""What the root user's access key signed, still good: the key that signed it should not exist."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import lasts, tagged
from patterns.playbooks._policy import REPLACE
from patterns.playbooks._root import (
    AS_ROOT,
    DEACTIVATE,
    DELETE_AS_MEMBER,
    DELETE_KEY,
    DELETE_KEY_PAGE,
    DELETE_KEY_WITHOUT_CONSOLE,
    FIND_ACCOUNT,
    VERIFY,
    WITH_CONSOLE,
    WITHOUT_CONSOLE,
)  # fmt: skip
from patterns.playbooks._signature import ASK_FOR_ID, KEEP_FROM_IT
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED

OFF = StepTemplate(
    title="Turn off the root key that signed it, as the root user",
    detail=(
        "With the key all that it ever signed is void. Its secret did not leak with this, so what works with the key may "
        "first get an identity of its own, if what is signed does no harm until then. " + AS_ROOT
    ),
    commands=(DEACTIVATE, "aws iam list-access-keys"),
    reference=DELETE_KEY_PAGE,
    partitions=WITHOUT_CONSOLE,
)
IN_CONSOLE = replace(
    OFF,
    detail=(
        OFF.detail
        + " In the console: sign in at https://{console}/ as the root user, choose Security credentials in the "
        "account menu, then under Access keys Actions, Deactivate."
    ),
    partitions=WITH_CONSOLE,
)


def is_signed_by_key(facts: Facts) -> bool:
    """Whether a long-term key signed it, and not a session or CloudFront's key."""
    return lasts(facts) and not tagged(facts, "cloudfront")


PLAYBOOK = Playbook(
    id="root-presigned-url",
    title="Presigned URL, or short-term key, that the root user's key signed",
    summary=(
        "Whoever has it can do what it says until it expires. Take away what it opens; and since the root user's access "
        "key signed it, which should not exist, put an identity with a limited policy in that key's place and delete it."
    ),
    kinds=("presigned-url", "bedrock-api-key"),
    principals=("root",),
    accept=is_signed_by_key,
    steps=(
        KEEP_FROM_IT,
        ASK_FOR_ID,
        replace(REPLACE, title="Let what signs it be an identity with a policy of its own"),
        OFF,
        IN_CONSOLE,
        FIND_ACCOUNT,
        DELETE_AS_MEMBER,
        USED,
        replace(DELETE_KEY, title="Delete the root key"),
        replace(DELETE_KEY_WITHOUT_CONSOLE, title="Delete the root key"),
        VERIFY,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
