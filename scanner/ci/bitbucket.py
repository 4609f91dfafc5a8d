"""Bitbucket Pipelines. https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/"""

from __future__ import annotations

from scanner.ci.job import Environment, Job, short, tag, told, tracking

SIGN = "BITBUCKET_BUILD_NUMBER"
DEEPEN = "depth: full under `clone:`"


def job(environment: Environment) -> Job:
    """The run."""
    new = told(environment, "BITBUCKET_COMMIT")
    if environment.get("BITBUCKET_PR_ID"):
        target = environment.get("BITBUCKET_PR_DESTINATION_BRANCH", "")
        old = (
            *told(environment, "BITBUCKET_PR_DESTINATION_COMMIT"),
            *tracking(target, "BITBUCKET_PR_DESTINATION_BRANCH"),
        )
        return Job("Bitbucket Pipelines", "pull request", old, new, default=short(target), deepen=DEEPEN)
    name = environment.get("BITBUCKET_TAG")
    new = (*tag(name, "BITBUCKET_TAG"), *new)
    branch = short(environment.get("BITBUCKET_BRANCH"))
    return Job("Bitbucket Pipelines", "tag" if name else "build", (), new, branch=branch, deepen=DEEPEN)
