"""Jenkins with its Git plugin. https://plugins.jenkins.io/git/#plugin-content-environment-variables"""

from __future__ import annotations

from scanner.ci.job import End, Environment, Job, short, told, tracking

SIGN = "JENKINS_URL"
DEEPEN = "shallow: false in the options of the clone (CloneOption), for the job's Git settings"


def job(environment: Environment) -> Job:
    """The run. What was built last without success is no beginning: what failed there would be passed over."""
    new = (*told(environment, "GIT_COMMIT"), End("HEAD", "HEAD"))
    target = environment.get("CHANGE_TARGET", "")
    if target:
        return Job("Jenkins", "change", tracking(target, "CHANGE_TARGET"), new, default=short(target), deepen=DEEPEN)
    built = environment.get("BRANCH_NAME") or environment.get("GIT_BRANCH", "").removeprefix("origin/")
    old = told(environment, "GIT_PREVIOUS_SUCCESSFUL_COMMIT")
    return Job("Jenkins", "build", old, new, branch=short(built), deepen=DEEPEN)
