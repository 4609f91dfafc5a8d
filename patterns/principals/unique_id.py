"""The unique ID that IAM gives each user (AIDA…), beside a key."""

from __future__ import annotations

from re import Match

from patterns._accounts import account_inside
from patterns._signal import Signal, Subject
from patterns.principals._objects import describes_a_user, is_of_an_event, object_around, stands_in
from patterns.principals._profiles import is_of_another_profile
from patterns.principals._subjects import KEY_KINDS
from patterns.principals._text import field

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
PAIR = "aws_access_key_id = <id:AKIA:123456789013>\naws_secret_access_key = <secret>\n"
OWN_ID = "<id:AIDA:123456789013>Q"
OTHER_ID = "<id:AIDA:123456789014>Q"

_USER_ID = rb"(?P<user_id>AIDA[A-Z0-9]{16,17})(?![A-Za-z0-9])"


def of_caller(match: Match[bytes] | None, subject: Subject) -> bool:
    """The ID can be of the key's account, and is not part of a list of users."""
    if match is None or subject.kind == "console-password" or describes_a_user(match):
        return False
    if stands_in(match, b"aws_caller_identity") or _is_another_event(match, subject):  # who runs Terraform
        return False
    if is_of_another_profile(match, subject):
        return False
    inside = account_inside(match["user_id"].decode())
    return not (inside and subject.account) or inside == subject.account


def _is_another_event(match: Match[bytes], subject: Subject) -> bool:
    """Whether an event says it of who called, and does not name this key."""
    return is_of_an_event(match) and (subject.key_id or "").encode() not in object_around(match)


def of_same_account(match: Match[bytes] | None, subject: Subject) -> bool:
    """The ID and the long-term key hold the same account."""
    if match is None or subject.kind not in KEY_KINDS or not (subject.key_id or "").startswith("AKIA"):
        return False
    if _is_another_event(match, subject):
        return False
    return subject.account is not None and account_inside(match["user_id"].decode()) == subject.account


SIGNALS = (
    Signal(
        id="caller-user-id",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="The caller's unique ID beside it is that of an IAM user.",
        reference=PAGE,
        needs=(b"aida",),
        in_line=True,
        regex=field(rb"user_?id|principal_?id|caller_?id", _USER_ID),
        accept=of_caller,
        examples={
            "caller identity without the ARN": PAIR + f'{{"UserId": "{OWN_ID}", "Account": "123456789013"}}\n',
            "event": '{"principalId": "AIDA<base32:17>", "accessKeyId": "<oldid>"}',
            "session of a user": f'AWS_ACCESS_KEY_ID=<id:ASIA:123456789013>\n{{"UserId": "{OWN_ID}"}}\n',
            "setting": PAIR + f"user_id = {OWN_ID}\n",
        },
        counterexamples={
            "another account's": PAIR + f'{{"UserId": "{OTHER_ID}"}}\n',
            "list of users": PAIR + f'{{"UserName": "al", "UserId": "{OWN_ID}", "CreateDate": "2024-01-01"}}\n',
            "member of something": PAIR + f'{{"permissions": "owner", "userId": "{OWN_ID}"}}\n',
            "whom a policy is for": PAIR + f'{{"UserName": "Alice", "UserId": "{OWN_ID}"}}\n',
            "condition of a policy": PAIR + f'{{"StringLike": {{"aws:userId": "{OWN_ID}"}}}}\n',
            "role": PAIR + '{"UserId": "AROA<base32:17>:me"}\n',
            "root": PAIR + '{"UserId": "123456789013"}\n',
            "event without a key": PAIR + f'"userIdentity": {{"type": "IAMUser", "principalId": "{OWN_ID}"}}\n',
        },
    ),
    Signal(
        id="user-id-beside",
        says="iam-user",
        strength="medium",
        scope="near",
        detail="A unique ID beside it is that of an IAM user of the same account.",
        reference=PAGE,
        needs=(b"aida",),
        in_line=True,
        regex=rb"(?<![A-Za-z0-9])" + _USER_ID,
        accept=of_same_account,
        examples={
            "comment": f"# {OWN_ID}\n" + PAIR,
            "row": f"{OWN_ID},<id:AKIA:123456789013>,<secret>\n",
            "below": PAIR + f"user {OWN_ID}\n",
        },
        counterexamples={
            "another account's": f"# {OTHER_ID}\n" + PAIR,
            "old key, of which nothing is known": f"# {OWN_ID}\naws_access_key_id = <oldid>\n",
            "far away": f"# {OWN_ID}\n\n\n\n" + PAIR,
            "temporary": f"# {OWN_ID}\naws_access_key_id = <id:ASIA:123456789013>\n",
        },
    ),
)
