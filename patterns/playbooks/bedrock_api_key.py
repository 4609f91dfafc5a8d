"""A long-term API key of Amazon Bedrock: an IAM user's credential for this one service."""

from __future__ import annotations

from patterns._playbook import Facts, Playbook
from patterns.playbooks._service_credential import all_steps


def is_long_term(facts: Facts) -> bool:
    """Whether it is a credential of its own; a short-term one hangs on the access key that signed it."""
    return facts.key_id is None


PLAYBOOK = Playbook(
    id="bedrock-api-key",
    title="Long-term API key of Amazon Bedrock",
    summary=(
        "Turn the key off, with credentials of your own: it cannot turn off itself. Give the work a role or short-term "
        "keys, look at the bill for models that you do not use, and delete the key, and the user if the console made it."
    ),
    kinds=("bedrock-api-key",),
    principals=(),
    accept=is_long_term,
    steps=all_steps(
        "bedrock.amazonaws.com",
        "bedrock.amazonaws.com",
        "bedrock:CallWithBearerToken",
        "Best is a role whose calls are signed, or short-term keys, which end within twelve hours. If the console made "
        "the user for this key (its name begins with BedrockAPIKey-), delete the user with it.",
        days=30,
    ),
)
