"""Files that hold a secret access key and nothing else: their name says what it is, as in `env/AWS_SECRET_ACCESS_KEY`.

So programs read secrets that are mounted for them, and an environment from a folder.
"""

from __future__ import annotations

from collections.abc import Sequence

from patterns._checks import looks_random
from patterns._names import is_foreign
from patterns._owners import is_of_others
from patterns._pattern import Pattern
from patterns.secret.called import by_name
from scanner.detect.candidate import Candidate, Value

PATTERN = "aws-secret-access-key"
LENGTH = 40
ENDS = (b"", b"\n", b"\r\n")
"""What may stand behind it."""
ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def is_bare(data: bytes) -> bool:
    """Whether the content could be a secret, and is no more than that."""
    return data[LENGTH:] in ENDS and not data[:LENGTH].translate(None, ALPHABET) and looks_random(data[:LENGTH])


def bare(data: bytes, path: str, patterns: Sequence[Pattern]) -> list[Candidate]:
    """The secret that is all of the content, if the file at that path is called so. data: bare content."""
    if not _is_called_so(path):
        return []
    value = Value("secret", 0, LENGTH, data[:LENGTH])
    return [Candidate(pattern, (value,), "high") for pattern in patterns if pattern.id == PATTERN]


def _is_called_so(path: str) -> bool:
    """Whether the file's name, or its folder's with it, is that of a secret of AWS: `aws/secret_key.txt`."""
    *_, folder, name = ["", *path.replace("!", "/").replace("\\", "/").split("/")]
    names = [part.encode(errors="replace") for part in (name, f"{folder}_{name}")]
    if b"secret" not in names[0].lower() or is_of_others(names[0]) or is_foreign(names[0]):
        return False
    return any(by_name(part) == "high" for part in names)
