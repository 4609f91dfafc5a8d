"""Any credential that no other playbook is for, such as one of a kind that a plug-in adds."""

from __future__ import annotations

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import PURGE

PLAYBOOK = Playbook(
    id="leaked-secret",
    title="Leaked credential",
    summary="Invalidate it where it was issued, replace it, look at what was done with it, and purge the history last.",
    kinds=(),
    principals=(),
    steps=(
        StepTemplate(
            title="Invalidate the credential where it was issued",
            detail=(
                "Deactivate, revoke or reset it in the service that it is for. Taking it out of the file does not "
                "help: whoever has read it can use it until it is invalid."
            ),
            reference="https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html",
        ),
        PURGE,
    ),
)
