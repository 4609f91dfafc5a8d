"""Files that tell whose a credential is, and how strongly; and some that only seem to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bench.detection.case import Case, Credential
from bench.detection.fill import fill
from bench.detection.owners import roots, sessions, silent, users
from bench.detection.values import LOWER36, Values

Files = Mapping[str, tuple[str, str]]
VARIANTS = 4
"""How many times each file is made: with other values, in other surroundings, and in each partition."""
PARTITIONS = ("aws", "aws", "aws-cn", "aws-us-gov")
USERS = ("dana", "ci-deploy", "svc.backup", "jane_doe", "terraform", "mail-relay", "o.neil@acme.io", "root2")
ROLES = ("deploy", "web-instance", "Admin", "data_pipeline", "eks-node.role")
COMPANIES = ("acme", "globex", "initech", "umbrella", "hooli")
PROSE = (".txt", ".md", ".log", ".sh", ".env", ".ini")
"""Ends of names of files in which other text may stand around."""
NOISE = "setting the scene: nothing to see here\nretries = 3\n\n\n\n"

LONG_TERM: tuple[tuple[str, str, Files], ...] = (
    ("root", "strong", roots.STRONG),
    ("root", "medium", roots.MEDIUM),
    ("iam-user", "strong", users.STRONG),
    ("iam-user", "medium", users.MEDIUM),
    ("iam-user", "contradiction", silent.USERS),
    ("unknown", "silent", silent.NOBODYS),
)
TEMPORARY: tuple[tuple[str, str, Files], ...] = (
    ("role", "strong", sessions.ROLES),
    ("federated-user", "strong", sessions.FEDERATED),
    ("root", "strong", sessions.ROOTS),
    ("temporary", "silent", sessions.NOBODYS),
)


def principals(values: Values, rounds: int) -> list[Case]:
    """Each file so many times in each of its variants."""
    made = (_made(values, at) for at in range(rounds * VARIANTS))
    return [case for cases in made for case in cases]


def _made(values: Values, at: int) -> Iterator[Case]:
    for prefix, groups in (("AKIA", LONG_TERM), ("ASIA", TEMPORARY)):
        for principal, evidence, files in groups:
            for name, (path, text) in files.items():
                yield _case(values, at, principal, evidence, name, path, text, prefix)


def _case(values: Values, at: int, principal: str, evidence: str, name: str, path: str, text: str, prefix: str) -> Case:
    account = values.account()
    parts = {"id": values.key_id(prefix, account), "secret": values.secret()}
    if prefix == "ASIA":
        parts["token"] = values.token(account)
    more = _surroundings(values, at, account)
    credential = Credential(
        "session" if prefix == "ASIA" else "pair", parts, principal, account, _name(principal, path, text, more)
    )
    content = _varied(fill(text, {**more, **parts}), path, at)
    where = f"{principal} {evidence}/{name} {at}/{fill(path, more)}"
    return Case(where, content.encode(), (credential,), "principal", name, evidence=evidence)


def _surroundings(values: Values, at: int, account: str) -> dict[str, str]:
    """What a layout may name beside the credential itself."""
    draw = values.random.choice
    return {
        "account": account,
        "other": values.account(),
        "user": f"{draw(USERS)}{values.text(LOWER36, 2)}",
        "role": draw(ROLES),
        "company": draw(COMPANIES),
        "partition": PARTITIONS[at % len(PARTITIONS)],
        "userid": values.key_id("AIDA", account),
        "roleid": values.key_id("AROA", account),
    }


def _name(principal: str, path: str, text: str, more: Mapping[str, str]) -> str | None:
    """The name that stands there, and whose it is."""
    slot = {"iam-user": "user", "federated-user": "user", "role": "role"}.get(principal, "")
    is_told = f"@{slot}@" in path + text and "mfa/@user@" not in text
    named = f"AWSReservedSSO_{more['role']}_0123456789abcdef" if "AWSReservedSSO" in text else more.get(slot)
    return named if is_told else None


def _varied(text: str, path: str, at: int) -> str:
    """In every second variant with Windows' line ends, in every third with other text around."""
    varied = NOISE + text + "\n\n\n" + NOISE if at % 3 == 2 and path.endswith(PROSE) else text
    return varied.replace("\r\n", "\n").replace("\n", "\r\n") if at % 2 else varied
