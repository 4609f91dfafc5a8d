"""The scripts that git runs as its hooks: each runs what was there before, then Akia."""

from __future__ import annotations

import os
import shlex
import shutil
import sys

MARK = b"# Written by `akia hook install`"
BEFORE = ".before-akia"
"""Behind the name of a hook that was there before; Akia's runs it first."""
CALLS = {
    "pre-commit": "staged",
    "pre-merge-commit": "staged",
    "pre-push": "hook pre-push",
    "pre-receive": "hook pre-receive",
    "update": "hook update",
}
"""What Akia is called with as each hook."""
TOLD = ("pre-push", "pre-receive")
"""Hooks that git tells something on standard input, which two are to read."""
WITH_NAMES = ("pre-push", "update")

HEAD = """\
#!/bin/sh
{mark}; `akia hook install --uninstall` takes it away again.
akia={akia}
[ -x "$akia" ] || akia=akia
command -v "$akia" >/dev/null || {{
  echo "akia: not found, so that nothing was looked at; install it, or take {name} out of $(dirname "$0")" >&2
  exit 2
}}
before="$(dirname "$0")/{name}{before}"
"""
PLAIN = """\
if [ -x "$before" ]; then "$before" "$@" || exit $?; fi
exec "$akia" {call} >&2
"""
READING = """\
told=$(cat; echo .)
told=${{told%.}}
if [ -x "$before" ]; then printf %s "$told" | "$before" "$@" || exit $?; fi
printf %s "$told" | "$akia" {call} >&2
"""


def script(name: str, akia: str) -> bytes:
    """The hook of that name. akia: the command, or where it lies."""
    call = CALLS[name] + (' -- "$@"' if name in WITH_NAMES else "")
    body = READING if name in TOLD else PLAIN
    words = {"mark": MARK.decode(), "name": name, "before": BEFORE, "akia": shlex.quote(akia), "call": call}
    return (HEAD + body).format(**words).encode("utf-8", "surrogateescape")


def is_ours(content: bytes) -> bool:
    """Whether the hook is one of these scripts."""
    return content.split(b"\n", 2)[1:2] != [] and content.split(b"\n", 2)[1].startswith(MARK)


def command() -> str:
    """Where the command lies that runs now, for programs that start git without a PATH; else its bare name."""
    named = sys.argv[0]
    if os.path.basename(named).partition(".")[0] != "akia" or not os.access(named, os.X_OK):
        named = shutil.which("akia") or "akia"
    return named if named == "akia" else os.path.abspath(named).replace(os.sep, "/")
