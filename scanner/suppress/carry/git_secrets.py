"""git-secrets: what `.gitallowed` and `secrets.allowed` in git's settings allow.

Each is a regular expression that is held against a line of grep's output, `path:line:text`. Source: the README and the
script of git-secrets 1.3. Its providers are commands; none is ever run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from scanner.git.process import Git
from scanner.suppress.carry.foreign import Expression, Foreign

SECTION = r"(?im)^[ \t]*\[[ \t]*secrets[ \t]*\]"
OURS = r"AKIA|ABSK|bedrock|AWS\|aws"
"""What stands in the expressions that `git secrets --register-aws` adds."""


def is_configuration(text: str) -> bool:
    """Whether it is a file of git's settings that speaks of git-secrets."""
    return re.search(SECTION, text) is not None


def allowed(path: str, text: str) -> Foreign:
    """What a file such as `.gitallowed` says: an expression a line, comments beginning with `#`."""
    lines = enumerate(text.split("\n"), 1)
    kept = [(number, line.rstrip("\r")) for number, line in lines if line.strip() and not line.lstrip().startswith("#")]
    return Foreign("git-secrets", expressions=tuple(Expression(line, f"{path}:{n}", "output") for n, line in kept))


def configuration(path: str, _text: str) -> Foreign:
    """What a file of git's settings says, as git reads it. Raises RepositoryError where git cannot."""
    whole = os.path.abspath(path)
    listed = Git(None).run("config", "--file", whole, "--null", "--get-regexp", r"^secrets\.", expected=(0, 1))
    settings = [item.partition("\n") for item in listed.decode("utf-8", "replace").split("\0") if item]
    values = [(key.lower(), value) for key, _, value in settings]
    known = [value for key, value in values if key == "secrets.allowed"]
    return Foreign(
        "git-secrets",
        expressions=tuple(
            Expression(value, f"{path}: secrets.allowed, number {number}", "output")
            for number, value in enumerate(known, 1)
        ),
        lost=tuple(_lost(path, values)),
    )


def _lost(path: str, values: list[tuple[str, str]]) -> Iterator[str]:
    """What is forbidden beyond what `--register-aws` forbids; and what would have to be run."""
    own = [
        number
        for number, (key, value) in enumerate(values, 1)
        if key == "secrets.patterns" and not re.search(OURS, value)
    ]
    if own:
        yield f"{path}: of secrets.patterns what is your own ({len(own):,}); custom patterns can say the same"
    providers = [value for key, value in values if key == "secrets.providers" and "--aws-provider" not in value]
    if providers:
        yield f"{path}: the commands of secrets.providers ({len(providers):,}), which are not run"
