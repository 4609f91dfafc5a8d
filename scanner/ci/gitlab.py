"""GitLab CI. https://docs.gitlab.com/ci/variables/predefined_variables/"""

from __future__ import annotations

from scanner.ci.job import Environment, Job, commit, short, tag, told

SIGN = "GITLAB_CI"
DEEPEN = 'GIT_DEPTH: "0" under `variables:` of the job'
WITHOUT_CHANGE = ("schedule", "web", "api", "trigger", "chat", "webide", "ondemand_dast_scan")
"""Sources of a pipeline that somebody starts without pushing."""


def job(environment: Environment) -> Job:
    """The run."""
    base = told(environment, "CI_MERGE_REQUEST_DIFF_BASE_SHA")
    if base:
        new = told(environment, "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "CI_COMMIT_SHA")
        target = short(environment.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"))
        return Job("GitLab CI", "merge request", base, new, default=target, deepen=DEEPEN)
    outside = told(environment, "CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA")
    if outside:
        new = told(environment, "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA", "CI_COMMIT_SHA")
        target = short(environment.get("CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME"))
        return Job("GitLab CI", "pull request", outside, new, default=target, deepen=DEEPEN)
    before = environment.get("CI_COMMIT_BEFORE_SHA", "")
    old = commit(before, "CI_COMMIT_BEFORE_SHA")
    source = environment.get("CI_PIPELINE_SOURCE", "")
    if not old and source in WITHOUT_CHANGE:
        return Job("GitLab CI", source, is_whole=True, deepen=DEEPEN)
    name = environment.get("CI_COMMIT_TAG")
    return Job(
        "GitLab CI",
        "tag" if name else "push",
        old,
        (*tag(name, "CI_COMMIT_TAG"), *told(environment, "CI_COMMIT_SHA")),
        branch=short(environment.get("CI_COMMIT_BRANCH")),
        default=short(environment.get("CI_DEFAULT_BRANCH")),
        is_new=bool(before) and not old,
        deepen=DEEPEN,
    )
