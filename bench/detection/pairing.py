"""Files with several credentials whose parts are easily mixed up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bench.detection.case import Case, Credential
from bench.detection.values import Values

Pairs = Sequence[Mapping[str, str]]


def pairing(values: Values, rounds: int) -> list[Case]:
    """Each tangle so many times with other values."""
    return [case for at in range(rounds) for case in _tangles(values, at)]


def _tangles(values: Values, at: int) -> list[Case]:
    makers: dict[str, Callable[[Pairs], str]] = {
        "ten in a row": lambda pairs: "\n".join(
            f"aws_access_key_id = {p['id']}\naws_secret_access_key = {p['secret']}" for p in pairs
        ),
        "ten, secret first": lambda pairs: "\n\n".join(
            f"secret_key: {p['secret']}\naccess_key: {p['id']}" for p in pairs
        ),
        "sections": lambda pairs: "\n".join(
            f"[p{n}]\naws_access_key_id={p['id']}\naws_secret_access_key={p['secret']}" for n, p in enumerate(pairs)
        ),
        "numbered names, IDs first": lambda pairs: "\n".join(
            [f"AWS_ACCESS_KEY_ID_{n}={p['id']}" for n, p in enumerate(pairs)]
            + [f"AWS_SECRET_ACCESS_KEY_{n}={p['secret']}" for n, p in enumerate(pairs)]
        ),
        "prefixed names, secrets reversed": lambda pairs: "\n".join(
            [f"{name}_AWS_ACCESS_KEY_ID={p['id']}" for name, p in zip(NAMES, pairs, strict=True)]
            + [
                f"{name}_AWS_SECRET_ACCESS_KEY={p['secret']}"
                for name, p in reversed(list(zip(NAMES, pairs, strict=True)))
            ]
        ),
        "rows": lambda pairs: (
            "user,access_key_id,secret_access_key\n"
            + "\n".join(f"u{n},{p['id']},{p['secret']}" for n, p in enumerate(pairs))
        ),
        "rows, secret before ID": lambda pairs: (
            "secret_access_key,region,access_key_id\n" + "\n".join(f"{p['secret']},us-east-1,{p['id']}" for p in pairs)
        ),
        "objects": lambda pairs: (
            "[" + ", ".join(f'{{"accessKeyId": "{p["id"]}", "secretAccessKey": "{p["secret"]}"}}' for p in pairs) + "]"
        ),
        "objects, secret first": lambda pairs: (
            '{"a": ['
            + ",\n".join(f'{{"secretAccessKey": "{p["secret"]}",\n "accessKeyId": "{p["id"]}"}}' for p in pairs)
            + "]}"
        ),
        "calls": lambda pairs: "\n".join(
            f"c{n} = boto3.client('s3', aws_access_key_id='{p['id']}', aws_secret_access_key='{p['secret']}')"
            for n, p in enumerate(pairs)
        ),
        "passwd-s3fs": lambda pairs: "\n".join(f"b{n}:{p['id']}:{p['secret']}" for n, p in enumerate(pairs)),
        "a commit beside": lambda pairs: "\n\n".join(
            f"commit: {values.hex(40)}\nkey_id: {p['id']}\nrevision = {values.hex(40)}\nsecret_key: {p['secret']}"
            for p in pairs
        ),
    }
    cases = []
    for name, maker in makers.items():
        pairs = [_pair(values) for _ in NAMES]
        truth = tuple(
            Credential("pair", {"id": pair["id"], "secret": pair["secret"]}, None, pair["account"]) for pair in pairs
        )
        cases.append(Case(f"{name} {at}.txt", f"{maker(pairs)}\n".encode(), truth, "pairing", name))
    return [*cases, *_apart(values, at)]


def _apart(values: Values, at: int) -> list[Case]:
    """Parts that belong to nobody there: the ID alone is a finding, and so is the secret."""
    one, two = _pair(values), _pair(values)
    sections = f"[a]\naws_access_key_id = {one['id']}\n\n[b]\naws_secret_access_key = {two['secret']}\n"
    commit = f"key {one['id']} was used by commit {values.hex(40)}\n"
    ids = f"old: {one['id']}\nnew: {two['id']}\n"
    lone = {
        name: Credential("key ID alone", {"id": pair["id"]}, None, pair["account"])
        for name, pair in {"one": one, "two": two}.items()
    }
    secret = Credential("secret alone", {"secret": two["secret"]})
    return [
        Case(f"different sections {at}.txt", sections.encode(), (lone["one"], secret), "pairing", "different sections"),
        Case(f"ID and commit {at}.txt", commit.encode(), (lone["one"],), "pairing", "ID and commit"),
        Case(f"two IDs {at}.txt", ids.encode(), (lone["one"], lone["two"]), "pairing", "two IDs"),
    ]


NAMES = ("PROD", "STAGING", "DEV", "BACKUP", "MAIL", "LOGS", "BILLING", "SEARCH", "MEDIA", "AUDIT")


def _pair(values: Values) -> dict[str, str]:
    account = values.account()
    return {"id": values.key_id("AKIA", account), "secret": values.secret(), "account": account}
