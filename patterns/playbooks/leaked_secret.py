"""Any credential that no other playbook is for, such as one of a kind that a plug-in adds."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED

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
                "Deactivate, revoke or reset it in the service that it is for; if it hangs on another credential (a "
                "signed URL on the key that signed it), do so with that one. Taking it out of the file does not help: "
                "whoever has read it can use it until it is invalid. Where others cannot have seen it and an outage "
                "would be grave, make its successor first."
            ),
            reference="https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html",
        ),
        StepTemplate(
            title="Put something in its place that ends by itself",
            detail=(
                "A role or another short-lived credential where there is one; else a new secret with no more rights "
                "than are used, kept in a secret store and not in the code."
            ),
            reference="https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
        ),
        replace(USED, needs=("key_id",)),
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
