"""A stand-in of AWS on this machine (moto), and the real AWS CLI that talks to it. Nothing leaves the machine."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

TOOLS = Path(sys.executable).parent
ACCOUNT = "123456789013"


class StandIn:
    """One account, of which whoever calls with no key of its own is the administrator. To be closed."""

    def __init__(self, home: Path) -> None:
        self._url = f"http://127.0.0.1:{_free_port()}"
        settings = {"MOTO_ACCOUNT_ID": ACCOUNT, "MOTO_IAM_LOAD_MANAGED_POLICIES": "true"}
        self._server = subprocess.Popen(
            [
                sys.executable,
                str(Path(__file__).with_name("serve.py")),
                "-H",
                "127.0.0.1",
                "-p",
                self._url.rpartition(":")[2],
            ],
            env=os.environ | settings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._environment = os.environ | {
            "PATH": f"{TOOLS}:{os.environ['PATH']}",
            "HOME": str(home),
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_ENDPOINT_URL": self._url,
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "administrator",
            "AWS_SECRET_ACCESS_KEY": "of-the-stand-in",
        }
        self._await()

    def aws(self, *words: str) -> Any:
        """What the administrator's call answers."""
        done = self._run(["aws", *words, "--output", "json"], {})
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout.strip() else None

    def follow(self, commands: Sequence[str], caller: dict[str, str]) -> str:
        """Runs the commands as they are printed, one after the other in one shell; fails where one does."""
        done = self._run(["bash", "-eu", "-c", 'for line; do eval "$line"; done', "bash", *commands], caller)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def lets_in(self, caller: dict[str, str]) -> bool:
        """Whether a call signed with these credentials is answered, checked as AWS checks it."""
        self._check_after(0)
        try:
            return self._run(["aws", "sts", "get-caller-identity"], caller).returncode == 0
        finally:
            self._check_after(1_000_000)

    def close(self) -> None:
        """Ends the server."""
        self._server.terminate()
        self._server.wait()

    def _run(self, command: Sequence[str], caller: dict[str, str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, env=self._environment | caller, capture_output=True, text=True, timeout=60)

    def _check_after(self, calls: int) -> None:
        address = f"{self._url}/moto-api/reset-auth"
        urlopen(Request(address, str(calls).encode(), {"Content-Type": "text/plain"})).close()  # noqa: S310 - our own

    def _await(self) -> None:
        for _ in range(200):
            try:
                self._check_after(1_000_000)
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("the stand-in of AWS does not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
