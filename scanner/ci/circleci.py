"""CircleCI. What a push began behind is a pipeline value, which no variable holds.

https://circleci.com/docs/reference/variables/
"""

from __future__ import annotations

from scanner.ci.job import Environment, Job, short, tag, told

SIGN = "CIRCLECI"
DEEPEN = "method: full under `checkout:`"
BASE = '"<< pipeline.git.base_revision >>"'


def job(environment: Environment) -> Job:
    """The run."""
    name = environment.get("CIRCLE_TAG")
    new = (*tag(name, "CIRCLE_TAG"), *told(environment, "CIRCLE_SHA1"))
    branch = short(environment.get("CIRCLE_BRANCH"))
    return Job("CircleCI", "tag" if name else "build", (), new, branch=branch, deepen=DEEPEN, base=BASE)
