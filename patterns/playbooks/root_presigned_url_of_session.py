"""What a session of the root user signed, still good: nobody can revoke that session, but it ends soon."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import ends, tagged
from patterns.playbooks._root import STOP_SESSIONS, VERIFY
from patterns.playbooks._sessions import CLOSE_THE_LEAK, ROOT_SESSIONS_END_ALONE
from patterns.playbooks._signature import KEEP_FROM_IT
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED


def is_signed_by_session(facts: Facts) -> bool:
    """Whether temporary credentials signed it."""
    return ends(facts) and not tagged(facts, "cloudfront")


PLAYBOOK = Playbook(
    id="root-presigned-url-of-session",
    title="Presigned URL, or short-term key, that a session of the root user signed",
    summary=(
        "Whoever has it can do what it says until it, or the session that signed it, is over: at most an hour after the "
        "session began, 15 minutes if it was one of AssumeRoot, and no policy cuts it short. Take away what it opens, and "
        "stop what makes root sessions."
    ),
    kinds=("presigned-url", "bedrock-api-key"),
    principals=("root",),
    accept=is_signed_by_session,
    steps=(
        KEEP_FROM_IT,
        ROOT_SESSIONS_END_ALONE,
        STOP_SESSIONS,
        VERIFY,
        replace(USED, needs=("key_id",)),
        CLOSE_THE_LEAK,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
