"""Tokens that a workload shows: to the endpoint for its role's credentials, to a repository or a registry."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import WORKLOADS, tagged
from patterns.playbooks._owner import ASK_FOR_ROLE
from patterns.playbooks._sessions import CLOSE_THE_LEAK, END_ROLE_SESSIONS
from patterns.playbooks._trail import INTRUDER, SUPPORT


def is_a_workloads(facts: Facts) -> bool:
    """Whether it is a container's, a repository's or a registry's token."""
    return tagged(facts, *WORKLOADS)


REPLACE = StepTemplate(
    title="Replace what the token belongs to",
    detail=(
        "A container's token is good in its own task or pod alone, until that ends: start it anew, and whoever copied "
        "the token has nothing. A token of CodeArtifact cannot be withdrawn: it ends within twelve hours, or when the "
        "one who got it loses the right to read the repository, which a statement in the domain's policy can say. Nor "
        "can the password of a container registry: for twelve hours it does what the one who got it may do there, so "
        "deny that one in the policies of the repositories."
    ),
    commands=(f"aws codeartifact list-domains --region {{region}} && {ASK_FOR_ROLE}",),
    reference="https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html",
)

PLAYBOOK = Playbook(
    id="bearer-token",
    title="Token of a workload",
    summary=(
        "Start the container anew, or shut the repository or registry to whoever got the token until it ends; "
        "revoke the role's sessions if credentials were got with it."
    ),
    kinds=("login-token",),
    principals=(),
    accept=is_a_workloads,
    steps=(
        REPLACE,
        replace(END_ROLE_SESSIONS, title="If credentials of a role were got with it: revoke the role's sessions"),
        CLOSE_THE_LEAK,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
