"""An API key of CloudWatch Logs: an IAM user's credential for sending logs."""

from __future__ import annotations

from patterns._playbook import Playbook
from patterns.playbooks._service_credential import all_steps

PLAYBOOK = Playbook(
    id="cloudwatch-api-key",
    title="API key of Amazon CloudWatch",
    summary=(
        "Turn the key off; whoever has it can write into your logs, at your cost and in your name. Send them with a "
        "role, and delete the key."
    ),
    kinds=("cloudwatch-api-key",),
    principals=(),
    steps=all_steps(
        "logs.amazonaws.com",
        "logs.amazonaws.com",
        "logs:CallWithBearerToken",
        "Best is a role whose calls are signed: the agents of CloudWatch and OpenTelemetry can do that. A log group "
        "takes bearer tokens only while that is turned on for it.",
    ),
)
