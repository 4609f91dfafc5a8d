"""Temporary credentials of a service-linked role, which only AWS's own service should ever hold."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import OF_A_ROLE
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html"


def is_service_linked(facts: Facts) -> bool:
    """Whether the role is a service's own, as its name says."""
    return (facts.role or "").startswith("AWSServiceRoleFor")


TELL = StepTemplate(
    title="Tell AWS: a service's own session is in other hands",
    detail=(
        "The sessions of a service-linked role cannot be revoked, its policies not edited, and service control "
        "policies do not reach it. Only the service takes it on, so that its session stands in a file is for AWS to "
        "explain: open a support case and give the role and the key ID, never the secret."
    ),
    commands=("aws iam get-role --role-name {role}",),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html",
    side="both",
)
REMOVE = StepTemplate(
    title="Take the role away if the service is not needed",
    detail=(
        "A deleted role has no rights, nor have its sessions. IAM deletes it only when no resource of the service uses "
        "it any more; the answer is the ID of a task. Otherwise wait: sessions of roles end within 12 hours."
    ),
    commands=("aws iam delete-service-linked-role --role-name {role}",),
    reference=PAGE,
)

PLAYBOOK = Playbook(
    id="service-linked-role-session",
    title="Temporary credentials of a service-linked role",
    summary="They cannot be revoked: tell AWS, watch what is done with them, and remove the role if it is not needed.",
    kinds=OF_A_ROLE,
    principals=("role",),
    accept=is_service_linked,
    steps=(TELL, replace(USED, needs=("key_id",)), REMOVE, INTRUDER, SUPPORT, *HISTORY),
)
