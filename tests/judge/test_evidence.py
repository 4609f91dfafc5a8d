"""Evidence speaks for one credential of many, is told by its line, and is found in time that grows with the text."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from judged import claims, principal, sighted, sightings

from patterns._fake import fake
from patterns._pattern import Sample

ACCOUNT = "123456789013"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"


def whose(number: int) -> str:
    """Records are root's, a user's, a role's and nobody's in turn."""
    return ("root", f"iam-user u{number}", f"role r{number}", "unknown")[number % 4]


def key(number: int) -> tuple[str, str]:
    prefix = "ASIA" if number % 4 == 2 else "AKIA"
    return f"<id:{prefix}:{ACCOUNT}#{number}>", f"<secret#{number}>"


def arn(number: int) -> str:
    user, role = f"arn:aws:iam::{ACCOUNT}:user/u{number}", f"arn:aws:sts::{ACCOUNT}:assumed-role/r{number}/job"
    return (ROOT, user, role, "")[number % 4]


def identity(number: int) -> dict[str, str]:
    user_id = (ACCOUNT, "AIDA<base32:17>", "AROA<base32:17>:job", "")[number % 4]
    return {"UserId": user_id, "Account": ACCOUNT, "Arn": arn(number)} if arn(number) else {}


def lines(number: int, first: str = "aws_access_key_id", second: str = "aws_secret_access_key") -> str:
    return f"{first} = {key(number)[0]}\n{second} = {key(number)[1]}\n"


def remark(number: int) -> str:
    return ("root access key", arn(number), arn(number), "for the batch job")[number % 4]


def profile(number: int) -> str:
    extra = (f"login_session = {ROOT}", f"user_arn = {arn(number)}", f"x_principal_arn = {arn(number)}", "region = x")[
        number % 4
    ]
    return f"[p{number}]\n{lines(number)}{extra}\n"


def entry(number: int) -> dict[str, str]:
    return {"AccessKeyId": key(number)[0], "SecretAccessKey": key(number)[1], **identity(number)}


def transcript(number: int) -> str:
    answer = f"$ aws sts get-caller-identity\n{json.dumps(identity(number), indent=4)}\n" if arn(number) else ""
    return lines(number, "$ export AWS_ACCESS_KEY_ID", "$ export AWS_SECRET_ACCESS_KEY").replace(" = ", "=") + answer


def item(number: int) -> str:
    known = identity(number)
    caller = "  caller:\n" + "".join(f"    {name}: '{value}'\n" for name, value in known.items()) if known else ""
    return f"- name: k{number}\n  access_key: {key(number)[0]}\n{caller}  secret_key: {key(number)[1]}\n"


def xml(number: int) -> str:
    fields = "".join(f"<{name}>{value}</{name}>" for name, value in entry(number).items())
    return f"<Key>{fields}</Key>"


TEN = range(10)
LAYOUTS: dict[str, str] = {
    "profiles": "".join(profile(n) for n in TEN),
    "profiles, blank lines between": "\n".join(profile(n) for n in TEN),
    "profiles with what tells first": "\n".join(
        "\n".join([(rows := profile(n).splitlines())[0], rows[3], *rows[1:3]]) + "\n" for n in TEN
    ),
    "comments above the sections": "".join(f"# {remark(n)}\n[p{n}]\n{lines(n)}" for n in TEN),
    "comments above the keys": "".join(f"# {remark(n)}\n{lines(n)}" for n in TEN),
    "comments above the keys, blank lines between": "\n".join(f"# {remark(n)}\n{lines(n)}" for n in TEN),
    "comments on the line": "".join(f'k{n} = ("{key(n)[0]}", "{key(n)[1]}")  # {remark(n)}\n' for n in TEN),
    "comments below, blank lines between": "\n".join(f"{lines(n)}# {remark(n)}\n" for n in TEN),
    "array of objects in one line": json.dumps([entry(n) for n in TEN]),
    "array of objects": json.dumps([entry(n) for n in TEN], indent=2),
    "array of objects, what tells first": json.dumps([dict(reversed(entry(n).items())) for n in TEN]),
    "objects in objects": json.dumps({f"k{n}": {"key": {"id": key(n)[0], "secret": key(n)[1]}, "caller": identity(n)} for n in TEN}),
    "one object a line": "".join(json.dumps(entry(n)) + "\n" for n in TEN),
    "transcript": "".join(transcript(n) for n in TEN),
    "transcript, blank lines between": "\n".join(transcript(n) for n in TEN),
    "answers above the keys": "".join((json.dumps(identity(n), indent=1) + "\n" if arn(n) else "{}\n") + lines(n) for n in TEN),
    "list": "".join(item(n) for n in TEN),
    "elements": f"<Keys>{''.join(xml(n) for n in TEN)}</Keys>",
}  # fmt: skip


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["", "with Windows line ends"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_record_keeps_its_own(layout: str, line_end: str) -> None:
    text = LAYOUTS[layout].replace("\n", line_end)
    owners = {}
    for sighting in sightings(text):
        known = principal(sighting)
        assert not known.conflict
        owners[sighting.key_id] = f"{known.type} {known.name or ''}".strip()
    expected = {
        fake(key(n)[0]).decode(): "temporary" if whose(n) == "unknown" and n % 4 == 2 else whose(n) for n in TEN
    }
    assert owners == expected


def test_rows_keep_their_names() -> None:
    rows = "".join(f"{'' if n % 3 == 0 else f'u{n}'},<id:AKIA:{ACCOUNT}#{n}>,<secret#{n}>\n" for n in TEN)
    found = sightings(Sample("User name,Access key ID,Secret access key\n" + rows, "users.csv"))
    assert [principal(item).name for item in found] == [None if n % 3 == 0 else f"u{n}" for n in TEN]
    assert {principal(item).type for item in found} == {"iam-user"}


def test_items_of_a_numbered_list_head_what_follows() -> None:
    heads = ["Root user" if n % 2 else f'IAM user "u{n}"' for n in TEN]
    text = "".join(f"{n}) {head}\n   ID: <id#{n}>\n   Secret: <secret#{n}>\n" for n, head in enumerate(heads))
    told = [(found.type, found.name) for found in map(principal, sightings(text))]
    assert told == [("root", None) if n % 2 else ("iam-user", f"u{n}") for n in TEN]


def test_accounts_stay_with_their_keys() -> None:
    heads = "".join(f"account_id = 12345678901{n}\naws_access_key_id = <oldid#{n}>\n" for n in range(6))
    tails = "".join(f"aws_access_key_id = <oldid#{n}>\naccount_id = 12345678901{n}\n" for n in range(6))
    for text in (heads, tails):
        assert [principal(item).account_id for item in sightings(text)] == [f"12345678901{n}" for n in range(6)]


LINES = [
    pytest.param("# root access key\n" + lines(0), "root-key-remark", 1, id="comment above"),
    pytest.param(lines(0) + "# root access key\n", "root-key-remark", 3, id="comment below"),
    pytest.param("\n\n[x]\n" + lines(0) + f"login_session = {ROOT}\n", "login-session-root", 6, id="field of a profile"),
    pytest.param(lines(0) + json.dumps(identity(0), indent=1), "caller-identity-root", 6, id="ARN in an object"),
    pytest.param(lines(1) + json.dumps(identity(1), indent=1), "caller-identity-user", 6, id="user in an object"),
    pytest.param(lines(2), "temporary-key-id", 1, id="the key ID"),
    pytest.param("x\n" * 70_000 + "# root access key\n" + lines(0), "root-key-remark", 70_001, id="far down"),
    pytest.param(lines(0) + "x\n" * 900 + f'{{"UserName": "al", "AccessKeyId": "{key(0)[0]}"}}\n', "created-key-user", 903, id="far from the key"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "signal", "line"), LINES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["", "with Windows line ends"])
def test_line(text: str, signal: str, line: int, line_end: str) -> None:
    told = [claims(item)[signal].evidence for item in sightings(text.replace("\n", line_end)) if signal in claims(item)]
    assert told
    assert {evidence.line for evidence in told} == {line}
    assert {evidence.path for evidence in told} == {"sample.txt"}


@pytest.mark.parametrize("salt", ["", "1", "2", "3", "4", "5"])
def test_a_secret_in_place_of_a_name_is_not_shown(salt: str) -> None:
    text = '{"UserName": "<secret>", "AccessKeyId": "<id>"}'
    secret = fake("<secret>", salt).decode()
    for item in sightings(text, salt):
        for claim in item.claims:
            shown = f"{claim.name} {claim.evidence.detail}"
            assert not any(secret[at : at + 12] in shown for at in range(len(secret) - 11))


WORDS = "root access key AWS account root user UserName: AccessKeyId: Arn: " + ROOT + " login_session = iam user: x "
CROWDS: dict[str, Callable[[int], str]] = {
    "profiles": lambda n: (
        f"# root access key\n[root]\n{lines(4 * n)}login_session = {ROOT}\naws_account_id = {ACCOUNT}\n"
    ),
    "objects in one line": lambda n: json.dumps(entry(n)) + ",",
    "words in one line": lambda n: WORDS + key(n)[0] + " ",
    "braces": lambda n: '{"userIdentity": {"id": "' + key(n)[0] + '", "user": {"a": {',
    "remarks with few keys": lambda n: WORDS + "\n" if n % 50 else lines(n),
    "passwords": lambda n: (
        f"AWS root login\nemail: o{n}@acme.io\npassword: <password#{n}>\nhttps://signin.aws.amazon.com/\n"
    ),
}


@pytest.mark.parametrize("crowd", CROWDS)
def test_time_grows_with_the_text(crowd: str) -> None:
    """Eight times as much takes at most about eight times as long; quadratic growth would be sixty-four."""
    seconds = []
    for number in (250, 2000):
        data = fake("".join(CROWDS[crowd](n) for n in range(number)))
        started = time.process_time()
        sighted(data)
        seconds.append(time.process_time() - started)
    assert seconds[1] < 20 * max(seconds[0], 0.05)


@pytest.mark.parametrize(
    "filler",
    [
        b"root ",
        b"UserId: ",
        b"{",
        b"\\",
        b"aws account root ",
        b"a.b@c.d ",
        b'"userIdentity": {',
        b"keys of the ",
        b"x" * 64,
        b"\n",
    ],
)
def test_a_long_text_around_one_key(filler: bytes) -> None:
    half = filler * (500_000 // len(filler))
    started = time.process_time()
    sighted(half + fake(f"\nkey = <id:AKIA:{ACCOUNT}>\nsecret = <secret>\n") + half)
    assert time.process_time() - started < 5
