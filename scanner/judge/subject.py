"""What a group of candidates amounts to: its kind, how sure that is, and what it says of whose it is."""

from __future__ import annotations

from patterns._signal import Subject
from scanner.judge.account import account_of_key_id, account_of_token
from scanner.judge.nearest import Target
from scanner.judge.pair import Group
from scanner.model import CONFIDENCES, Confidence


def target(group: Group, span: tuple[int, int], path: str) -> Target:
    """What evidence is looked for of: where its values stand, and the record around them, as offsets."""
    spans = tuple((value.start, value.end) for member in group.members for value in member.values)
    return Target(subject(group, path), spans, span)


def subject(group: Group, path: str) -> Subject:
    """What the group itself says, decoded where a value holds more than it shows. path: where it stands."""
    head, token, told = group.value("id"), group.of_kind("session-token"), group.told
    account = told.account or (account_of_key_id(head.raw) if head else None)
    if token and not account:
        account = account_of_token(token.raw)
    return Subject(
        kind=kind(group),
        key_id=head.raw.decode() if head else None,
        has_token=token is not None,
        account=account,
        path=path,
        user=told.user,
        partition=told.partition,
        tags=told.tags,
    )


def kind(group: Group) -> str:
    """That of the member that names it, unless ID, secret and token make up more."""
    first = group.members[0]
    if len(group.members) == 1 or first.values[0].role not in ("id", "secret"):
        return first.pattern.kind
    return "access-key-pair" if first.values[0].raw.startswith(b"AKIA") else "temporary-credentials"


def confidence(group: Group) -> Confidence:
    """A complete credential is as sure as its surest part; nobody writes two halves by chance."""
    return max((member.confidence for member in group.members), key=CONFIDENCES.index)
