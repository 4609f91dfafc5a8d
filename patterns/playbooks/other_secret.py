"""A secret of another service than AWS: what a rule of the settings, or a pack, has found."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY

SECRETS = "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html"
STORE = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html"


def is_foreign(facts: Facts) -> bool:
    """Whether it is no AWS credential."""
    return facts.foreign


PLAYBOOK = Playbook(
    id="other-secret",
    title="Secret of another service",
    summary="Invalidate it where it was issued, replace it, look at how it was used, and purge the history last.",
    kinds=(),
    principals=(),
    accept=is_foreign,
    rank=3,
    steps=(
        StepTemplate(
            title="Make sure what it is",
            detail=(
                "A rule of the settings or a pack found it by its form alone. Ask the owner of the file which service "
                "it is for, without trying it out. If it opens nothing, say so: a comment, a line in .akiaignore, or "
                "its fingerprint in the settings."
            ),
            reference=SECRETS,
            side="owner",
        ),
        StepTemplate(
            title="Invalidate it where it was issued",
            detail=(
                "Revoke, rotate or reset it in that service. Taking it out of the file does not help: whoever has "
                "read it can use it until it is invalid. Where others cannot have seen it and an outage would be "
                "grave, make its successor first."
            ),
            reference=SECRETS,
            side="owner",
        ),
        StepTemplate(
            title="Keep its successor out of the files",
            detail=(
                "In a secret store or the environment, with no more rights than are used, and with an end where the "
                "service has one."
            ),
            reference=STORE,
            side="owner",
        ),
        StepTemplate(
            title="Look at how it was used",
            detail=(
                "In the logs of that service, from the day on which it was committed: from where, and for what. What "
                "nobody can explain is an incident."
            ),
            reference=SECRETS,
            side="owner",
        ),
        *(replace(step, side="owner") for step in HISTORY),
    ),
)
