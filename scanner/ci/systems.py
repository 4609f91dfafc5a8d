"""Which system of continuous integration this is."""

from __future__ import annotations

from importlib import import_module

from scanner.ci.job import Environment, Job

SYSTEMS = ("github", "gitlab", "jenkins", "circleci", "azure", "bitbucket")
"""The module of each: SIGN is the variable that tells it, `job` reads the rest."""


def job_of(environment: Environment) -> Job | None:
    """What the system tells of this run; None where no system is known. Raises UsageError."""
    for name in SYSTEMS:
        system = import_module(f"scanner.ci.{name}")
        if environment.get(system.SIGN, "").lower() not in ("", "false"):
            job: Job = system.job(environment)
            return job
    return None
