"""Azure Pipelines. https://learn.microsoft.com/azure/devops/pipelines/build/variables"""

from __future__ import annotations

from scanner.ci.job import Environment, Job, short, tag, told, tracking

SIGN = "TF_BUILD"
DEEPEN = "fetchDepth: 0 under `- checkout: self`"
WITHOUT_CHANGE = ("Schedule", "Manual")


def job(environment: Environment) -> Job:
    """The run."""
    new = told(environment, "SYSTEM_PULLREQUEST_SOURCECOMMITID", "BUILD_SOURCEVERSION")
    target = environment.get("SYSTEM_PULLREQUEST_TARGETBRANCH", "")
    if target:
        old = tracking(target, "SYSTEM_PULLREQUEST_TARGETBRANCH")
        return Job("Azure Pipelines", "pull request", old, new, default=short(target), deepen=DEEPEN)
    reason = environment.get("BUILD_REASON", "")
    if reason in WITHOUT_CHANGE:
        return Job("Azure Pipelines", reason.lower(), is_whole=True, deepen=DEEPEN)
    ref = environment.get("BUILD_SOURCEBRANCH", "")
    if ref.startswith("refs/tags/"):
        new = (*tag(ref.removeprefix("refs/tags/"), "BUILD_SOURCEBRANCH"), *new)
    return Job("Azure Pipelines", "build", (), new, branch=short(ref), deepen=DEEPEN)
