"""How claims are weighed, whatever they were read from."""

from __future__ import annotations

import itertools

import pytest

from scanner.judge.principal import Claim, weigh
from scanner.model import Evidence, PrincipalType, Strength

ACCOUNT, OTHER = "123456789013", "123456789014"


def claim(
    says: PrincipalType,
    strength: Strength = "strong",
    *,
    account: str | None = None,
    name: str | None = None,
    path: str = "a.txt",
    by_name: bool = False,
) -> Claim:
    evidence = Evidence(f"{says}-{strength}", says, strength, "Made up.", path, 1)
    return Claim(evidence, account, name, None, by_name)


UNDECIDED = [
    pytest.param("access-key-pair", [], id="nothing at all"),
    pytest.param("access-key-pair", [claim("root", "weak")], id="weak evidence for root about a key"),
    pytest.param("access-key-pair", [claim("iam-user", "weak")], id="weak evidence for a user about a key"),
    pytest.param("access-key-pair", [claim("unknown", "weak", account=ACCOUNT)], id="the account alone"),
    pytest.param("access-key-pair", [claim("role"), claim("temporary")], id="a role's evidence about a long-term key"),
    pytest.param("access-key-pair", [claim("root", account=OTHER)], id="another account's root"),
    pytest.param("access-key-id", [claim("iam-user", account=OTHER)], id="another account's user"),
]

DECIDED = [
    pytest.param([claim("root")], ("root", "high", False), id="strong"),
    pytest.param([claim("root", "medium")], ("root", "medium", False), id="medium"),
    pytest.param([claim("root", "medium"), claim("iam-user")], ("iam-user", "high", False), id="strong over medium"),
    pytest.param([claim("root"), claim("iam-user", "medium")], ("root", "high", False), id="strong over medium, reversed"),
    pytest.param([claim("root"), claim("iam-user")], ("root", "medium", True), id="two strong ones at odds"),
    pytest.param([claim("root", "medium"), claim("iam-user", "medium")], ("root", "low", True), id="two medium ones at odds"),
    pytest.param([claim("root", by_name=True), claim("iam-user")], ("iam-user", "high", False), id="content over the file's name"),
    pytest.param(
        [claim("root", by_name=True, path="rootkey.csv"), claim("iam-user", path="b.txt")],
        ("root", "medium", True), id="a file's name against the content of another file",
    ),
    pytest.param([claim("root", account=OTHER), claim("iam-user")], ("iam-user", "high", False), id="another account's root aside"),
]  # fmt: skip

SESSIONS = [
    pytest.param([claim("temporary")], ("temporary", "high", None), id="nothing said of whose"),
    pytest.param([claim("temporary"), claim("role", name="web")], ("role", "high", "web"), id="a role's ARN"),
    pytest.param([claim("temporary"), claim("role", "medium", name="web")], ("role", "medium", "web"), id="a role in the profile"),
    pytest.param([claim("temporary"), claim("root")], ("root", "high", None), id="the root user's session"),
    pytest.param([claim("temporary"), claim("iam-user", name="al")], ("iam-user", "high", "al"), id="a user's session"),
    pytest.param([claim("temporary"), claim("root", "medium")], ("temporary", "high", None), id="medium evidence for root"),
    pytest.param([claim("temporary"), claim("root", by_name=True)], ("temporary", "high", None), id="a file's name"),
    pytest.param([claim("temporary"), claim("federated-user", "medium", name="b")], ("federated-user", "medium", "b"), id="a federated user's call"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "claims"), UNDECIDED)
def test_stays_unknown(kind: str, claims: list[Claim]) -> None:
    whose = weigh(claims, kind, ACCOUNT)
    assert (whose.type, whose.confidence, whose.conflict) == ("unknown", "low", False)


@pytest.mark.parametrize(("claims", "expected"), DECIDED)
def test_decides(claims: list[Claim], expected: tuple[str, str, bool]) -> None:
    for order in itertools.permutations(claims):
        whose = weigh(order, "access-key-pair", ACCOUNT)
        assert (whose.type, whose.confidence, whose.conflict) == expected


@pytest.mark.parametrize(("claims", "expected"), SESSIONS)
def test_decides_about_sessions(claims: list[Claim], expected: tuple[str, str, str | None]) -> None:
    for order in itertools.permutations(claims):
        whose = weigh(order, "temporary-credentials", ACCOUNT)
        assert (whose.type, whose.confidence, whose.name) == expected


def test_weak_evidence_decides_about_a_password() -> None:
    whose = weigh([claim("root", "weak")], "console-password", None)
    assert (whose.type, whose.confidence) == ("root", "low")


def test_medium_evidence_about_a_password_outranks_weak() -> None:
    whose = weigh([claim("root", "weak"), claim("iam-user", "medium", name="al")], "console-password", None)
    assert (whose.type, whose.confidence, whose.name) == ("iam-user", "medium", "al")


@pytest.mark.parametrize(
    ("claims", "name", "conflict"),
    [
        pytest.param([claim("iam-user", name="al"), claim("iam-user", name="al")], "al", False, id="the same twice"),
        pytest.param([claim("iam-user", name="al"), claim("iam-user")], "al", False, id="given once"),
        pytest.param([claim("iam-user"), claim("iam-user", "medium", name="al")], "al", False, id="by weaker evidence"),
        pytest.param([claim("iam-user", name="al"), claim("iam-user", "medium", name="bo")], "al", False, id="at two strengths"),
        pytest.param([claim("iam-user", name="al"), claim("iam-user", name="bo")], None, True, id="two names"),
        pytest.param([claim("iam-user", name="al"), claim("root", "medium", name="bo")], "al", False, id="of another type"),
    ],
)  # fmt: skip
def test_name(claims: list[Claim], name: str | None, conflict: bool) -> None:
    whose = weigh(claims, "access-key-pair", None)
    assert (whose.type, whose.name, whose.conflict) == ("iam-user", name, conflict)


@pytest.mark.parametrize(
    ("claims", "decoded", "expected"),
    [
        pytest.param([claim("root", account=OTHER)], ACCOUNT, ACCOUNT, id="the decoded one"),
        pytest.param([claim("root", account=OTHER)], None, OTHER, id="that of the strongest claim"),
        pytest.param([claim("unknown", "weak", account=ACCOUNT)], None, ACCOUNT, id="that beside it"),
        pytest.param([claim("root", account=OTHER), claim("unknown", "weak", account=ACCOUNT)], None, OTHER, id="of two strengths"),
        pytest.param([claim("unknown", "weak", account=n) for n in (ACCOUNT, OTHER)], None, None, id="two at odds"),
    ],
)  # fmt: skip
def test_account(claims: list[Claim], decoded: str | None, expected: str | None) -> None:
    assert weigh(claims, "access-key-pair", decoded).account_id == expected


def test_evidence_is_told_once_and_the_strongest_first() -> None:
    told = weigh(
        [claim("root", "weak"), claim("root"), claim("root"), claim("iam-user", "medium")], "access-key-pair", None
    )
    assert [evidence.strength for evidence in told.evidence] == ["strong", "medium", "weak"]
