"""Has the real AWS CLI read commands, and hold them against the services' models, without calling anybody.

It runs in a process of its own, because awscli puts its own botocore in the place of any other.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


class AwsCli:
    """The parser in its process; to be closed."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, ...], str | None] = {}
        nowhere = {"AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull}
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            env={**os.environ, **nowhere},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def complaint(self, words: Sequence[str], folder: Path) -> str | None:
        """What is wrong with the words after `aws`, None if nothing is; `folder` is where files are read from."""
        known = tuple(words)
        if known not in self._answers:  # playbooks share steps, and the CLI gets slower with each call
            self._answers[known] = self._asked(words, folder)
        return self._answers[known]

    def _asked(self, words: Sequence[str], folder: Path) -> str | None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([str(folder), list(words)]) + "\n")
        self._process.stdin.flush()
        answer: str | None = json.loads(self._process.stdout.readline())
        return answer

    def close(self) -> None:
        """Ends the process."""
        self._process.communicate()


def _serve() -> None:
    from awscli.clidriver import create_clidriver

    driver, taken = create_clidriver(), []

    def instead_of_calling(call_parameters: Mapping[str, Any], **_: object) -> int:
        taken.append(call_parameters)
        return 0

    driver.session.get_component("event_emitter").register("calling-command.*", instead_of_calling)
    for line in sys.stdin:
        folder, words = json.loads(line)
        os.chdir(folder)
        answer = _complaint(driver, words, taken)
        print(json.dumps(answer), flush=True)  # noqa: T201 - the way to the parent


def _complaint(driver: Any, words: list[str], taken: list[Mapping[str, Any]]) -> str | None:
    from botocore import xform_name  # awscli provides it once it is imported itself
    from botocore.exceptions import ParamValidationError
    from botocore.validate import validate_parameters

    try:
        status = driver.main(words)
    except SystemExit as error:
        status = error.code
    if status != 0:
        return f"not taken: {words}"
    model = driver.session.get_service_model(words[0])
    (name,) = (name for name in model.operation_names if xform_name(name, "-") == words[1])
    shape, parameters = model.operation_model(name).input_shape, taken.pop()
    try:
        validate_parameters(parameters, shape) if shape else None
    except ParamValidationError as error:
        return str(error)
    return None


if __name__ == "__main__":
    _serve()
