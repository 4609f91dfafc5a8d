"""Runs a playbook's commands in a real shell in which `aws` and `git` write down how they were called."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from scanner.model import Remediation

ANSWER = "answer-of-aws-long-enough"
TYPED = "answer-of-a-person-long-enough-for-a-certificate-and-short-enoug"
"""What a person types: 64 characters, the least for a certificate's ID and the most for a user's name."""
PRELUDE = f"""
record() {{ printf '%d\\0' "$#" >> "$CALLS"; printf '%s\\0' "$@" >> "$CALLS"; }}
git() {{ record git "$@"; }}
aws() {{
  record aws "$@"
  case "$*" in
    *'Events[0].Username'*) echo somebody; return ;;
  esac
  case "$1 $2" in
    'sts get-caller-identity') echo 'arn:aws:iam::123456789013:root' ;;
    'sts assume-root') printf 'id\\tsecret\\ttoken\\n' ;;
    'cloudtrail lookup-events') echo '{{"type":"IAMUser","userName":"caller","sessionIssuer":{{"type":"Role","userName":"issuer"}}}}' ;;
    'iam get-credential-report') echo dXNlcgo= ;;
    *) echo {ANSWER} ;;
  esac
}}
"""


def commands(remedy: Remediation) -> list[str]:
    """All its commands, in order."""
    return [command for step in remedy.steps for command in step.commands]


def calls(script: Iterable[str], folder: Path) -> list[list[str]]:
    """How `aws` and `git` were called, each with its own name first.

    Each command is read by itself; fails where one cannot be, or uses a variable that none before it has set. What
    the commands ask for is answered; the folder is home and working folder.
    """
    record = folder / "calls"
    record.write_bytes(b"")
    done = subprocess.run(
        ["bash", "-u", "-c", PRELUDE + 'for line; do eval "$line"; done; true', "bash", *script],
        cwd=folder,
        env={"CALLS": str(record), "HOME": str(folder), "PATH": "/usr/bin:/bin"},
        input=f"{TYPED}\n" * 20,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "syntax error" not in done.stderr
    assert "unexpected EOF" not in done.stderr
    words = iter(record.read_text(encoding="utf-8").split("\0")[:-1])
    return [[next(words) for _ in range(int(count))] for count in words]
