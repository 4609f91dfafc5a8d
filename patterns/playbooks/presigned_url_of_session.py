"""A URL that temporary credentials signed, still good: it ends with them at the latest."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook
from patterns.playbooks import _signature
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import ends, tagged
from patterns.playbooks._owner import FIND_ISSUER
from patterns.playbooks._sessions import CLOSE_THE_LEAK, END_ROLE_SESSIONS, END_SESSIONS_OF_USER
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED


def is_signed_by_session(facts: Facts) -> bool:
    """Whether temporary credentials signed it."""
    return ends(facts) and not tagged(facts, "cloudfront")


PLAYBOOK = Playbook(
    id="presigned-url-of-session",
    title="Presigned URL of a session, still good",
    summary=(
        "Whoever has the URL can do what it says until it, or the session that signed it, is over. Take away what it "
        "opens, or revoke the sessions of the one who signed it."
    ),
    kinds=("presigned-url",),
    principals=(),
    accept=is_signed_by_session,
    steps=(
        _signature.KEEP_FROM_IT,
        FIND_ISSUER,
        replace(END_ROLE_SESSIONS, title="If it must end now, and is a role's: revoke the sessions of the role"),
        replace(END_SESSIONS_OF_USER, title="If it must end now, and is a user's: end the sessions of the user"),
        USED,
        CLOSE_THE_LEAK,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
