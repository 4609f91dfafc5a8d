"""An auth token of Amazon Marketplace Web Service: a seller's leave for a developer."""

from __future__ import annotations

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html"

REVOKE = StepTemplate(
    title="Revoke it in Seller Central",
    detail=(
        "It is Amazon's marketplace that takes it, and not AWS: the seller opens Seller Central, Apps and Services, "
        "Manage Your Apps, and disables the developer's access. The token alone is not enough to call with: an access "
        "key of the developer belongs to it, so look whether that leaked, too."
    ),
    reference=PAGE,
)
MOVE = StepTemplate(
    title="Authorize anew, by the interface of today",
    detail=(
        "MWS was replaced by the Selling Partner API, whose access tokens last an hour. What still asks for a token of "
        "MWS should be moved there."
    ),
    reference=PAGE,
)
LOOK = StepTemplate(
    title="See what was done with it",
    detail=(
        "Orders, reports and prices of the seller's account can be read and changed with it. CloudTrail records "
        "nothing of that; Seller Central shows changes, and Selling Partner Support answers questions about calls."
    ),
    reference=PAGE,
    side="both",
)

PLAYBOOK = Playbook(
    id="mws-auth-token",
    title="Auth token of Amazon MWS",
    summary="The seller revokes it in Seller Central; it is none of AWS's. See whether the developer's key leaked, too.",
    kinds=("mws-auth-token",),
    principals=(),
    steps=(REVOKE, MOVE, LOOK, *HISTORY),
)
