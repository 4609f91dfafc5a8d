"""A user name and password for CodeCommit or Keyspaces."""

from __future__ import annotations

from patterns._playbook import Playbook
from patterns.playbooks._service_credential import all_steps

PLAYBOOK = Playbook(
    id="service-specific-credential",
    title="User name and password for one AWS service",
    summary=(
        "Turn it off: with it the repositories or tables that {user} may reach can be read and changed. Use a role "
        "with git-remote-codecommit or signed requests in its place, see what was pushed, and delete it."
    ),
    kinds=("service-specific-credential",),
    principals=(),
    steps=all_steps(
        None,
        "codecommit.amazonaws.com",
        None,
        "Best for CodeCommit is git-remote-codecommit or the credential helper of the AWS CLI with a role; best for "
        "Keyspaces is the SigV4 plug-in of the driver.",
    ),
)
