"""What an identifier alone tells: its type, its generation, its account, what it can be, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from patterns._accounts import BASE32, is_of_documentation
from patterns._identifiers import IDENTIFIER_TYPES, REFERENCE, IdentifierType
from patterns._loader import playbooks
from patterns._playbook import Facts
from scanner.judge.account import account_of_key_id, is_canary
from scanner.judge.benign import benign
from scanner.judge.remediate import remediation
from scanner.model import Account, Remediation

SAMPLE = "It is a sample of AWS's documentation: no key of any account."
LENGTHS = range(16, 33)
"""Characters of the identifiers that IAM hands out; those of documentation vary most."""
KEY_LENGTH = 20
"""Characters of each access key ID that was ever seen."""
NAMELESS: Mapping[str, Account] = MappingProxyType({})


class Explanation(NamedTuple):
    """What is told of one identifier.

    generation: `new` (made since about March 2019, holds its account), `old`, or `none` for what AWS never handed out.
    account_note: how the account is known, or why it is not. account: what the settings say of it.
    remediation: None for what is no credential's.
    """

    key_id: str
    type: str
    generation: str
    account_id: str | None
    account_note: str
    account: Account | None
    tags: tuple[str, ...]
    can: tuple[str, ...]
    cannot: tuple[str, ...]
    reference: str
    remediation: Remediation | None


def explain(text: str, accounts: Mapping[str, Account] = NAMELESS) -> Explanation | None:
    """What the identifier tells; None if it has no form that is known. accounts: what the settings say, by ID."""
    kind = _type(text)
    if kind is None:
        return None
    account = account_of_key_id(text)
    generation = _generation(text)
    named = accounts.get(account or "")
    tags = tuple(_tags(text, account, named))
    return Explanation(
        key_id=text,
        type=kind.title,
        generation=generation,
        account_id=account,
        account_note=SAMPLE if "documentation-example" in tags else _note(generation, account) + _misshapen(text, kind),
        account=named,
        tags=tags,
        can=kind.can,
        cannot=kind.cannot,
        reference=REFERENCE,
        remediation=_remediation(text, kind, account, tags) if "documentation-example" not in tags else None,
    )


def identifiers(text: str) -> Iterator[str]:
    """Everything in a text that has the form of an identifier, each once."""
    found = re.findall(r"(?<![A-Za-z0-9])A[A-Z]{3}[A-Z0-9]{12,28}(?![A-Za-z0-9])", text)
    yield from (word for word in dict.fromkeys(found) if _type(word))


def _type(text: str) -> IdentifierType | None:
    if len(text) not in LENGTHS or not re.fullmatch("[A-Z0-9]+", text):
        return None
    return next((kind for kind in IDENTIFIER_TYPES if text.startswith(kind.prefix)), None)


def _generation(text: str) -> str:
    body = text[4:]
    if not set(body) <= set(BASE32):
        return "none"
    return "new" if body[0] in BASE32[16:] else "old"


def _note(generation: str, account: str | None) -> str:
    if generation == "none":
        return "It has characters that AWS's identifiers never have (they are A to Z and 2 to 7), so it is made up."
    if generation == "old":
        return "It is of the generation before 2019, which does not hold its account; it may work all the same."
    if account is None:
        return "What stands in it is no account number, so it is made up."
    if is_of_documentation(account):
        return "The account is decoded from it; documentation uses this number for samples."
    return "The account is decoded from it; that it exists is not proved by that."


def _misshapen(text: str, kind: IdentifierType) -> str:
    """What is wrong with its length, if something is: of a piece of a key ID the commands find no key."""
    whole = kind.kind is None or len(text) == KEY_LENGTH
    return (
        "" if whole else f" It has {len(text)} characters, and key IDs have {KEY_LENGTH}: see that it was copied whole."
    )


def _tags(text: str, account: str | None, named: Account | None) -> Iterator[str]:
    verdict = benign("id", text.encode())
    if verdict:
        yield verdict[0]
    if (account and is_canary(account)) or (named and named.kind == "canary"):
        yield "canary"


def _remediation(text: str, kind: IdentifierType, account: str | None, tags: tuple[str, ...]) -> Remediation | None:
    if kind.kind is None:
        return None
    principal = "temporary" if kind.prefix == "ASIA" else "unknown"
    facts = Facts(kind=kind.kind, principal=principal, key_id=text, account=account, tags=tags)
    return remediation(facts, playbooks())
