"""A URL that a long-term key signed, still good."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook
from patterns.playbooks import _signature, _user
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import lasts, tagged
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED


def is_signed_by_key(facts: Facts) -> bool:
    """Whether a long-term key signed it, and not a session or CloudFront's key."""
    return lasts(facts) and not tagged(facts, "cloudfront")


PLAYBOOK = Playbook(
    id="presigned-url",
    title="Presigned URL, still good",
    summary=(
        "Whoever has the URL can do what it says until it expires, and nothing else: take away what it opens, or turn "
        "off the key that signed it."
    ),
    kinds=("presigned-url",),
    principals=(),
    accept=is_signed_by_key,
    steps=(
        _signature.KEEP_FROM_IT,
        _signature.ASK_FOR_ID,
        _signature.WHOSE,
        replace(_user.NEW_KEY, title="If it must end now: give the work a new credential first"),
        _signature.OFF,
        USED,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
