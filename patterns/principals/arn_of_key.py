"""An ARN in the object that holds the key: inventories of keys write the caller's there."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._objects import is_compared
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID, ROOT_ARN, USER_ARN, beside, field

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
KEY = '"accessKeyId": "<id:AKIA:123456789013>", "secretAccessKey": "<secret>"'
ROOT, USER = "arn:aws:iam::123456789013:root", "arn:aws:iam::123456789013:user/alice"

_ID = rb"(?:aws_?)?access_?key(?:_?id)?"
_NAMES = _ID + rb"|arn"


def told(match: Match[bytes] | None, subject: Subject) -> bool:
    """It is a long-term key's, and no code compares it with something. Elements of XML are no such object."""
    if match is None or not long_term(match, subject) or is_compared(match):
        return False
    ends = (match.start("key_id"), match.end("key_id"), match.start("account"), match.end("account"))
    return b"</" not in match.string[min(ends) : max(ends)]


SIGNALS = (
    Signal(
        id="root-arn-of-key",
        says="root",
        strength="medium",
        scope="record",
        detail="The object that holds the key gives the root user's ARN.",
        reference=PAGE,
        needs=(b":root",),
        regex=beside(_NAMES, field(_ID, KEY_ID), field(rb"arn", ROOT_ARN)),
        accept=told,
        examples={
            "JSON": f'{{{KEY}, "arn": "{ROOT}"}}',
            "other order": f'{{"arn": "{ROOT}", {KEY}}}',
            "YAML": f"- access_key: <id:AKIA:123456789013>\n  secret_key: <secret>\n  arn: {ROOT}\n",
        },
        counterexamples={
            "another object's": f'{{"key": {{{KEY}}}, "account": {{"arn": "{ROOT}"}}}}',
            "principal of a policy": f'{{{KEY}, "principal": {{"AWS": "{ROOT}"}}}}',
            "what a script is to stop at": (
                f'access_key=<id:AKIA:123456789013>\nif [ "$arn" = "{ROOT}" ]; then exit; fi\n'
            ),
            "owner of something": f'{{{KEY}, "bucket_owner_arn": "{ROOT}"}}',
            "the next one's in XML": (
                "<Key><AccessKeyId><id:AKIA:123456789013></AccessKeyId></Key>"
                f"<Key><Arn>{ROOT}</Arn><AccessKeyId><id:AKIA:123456789013#2></AccessKeyId></Key>"
            ),
            "another account's": f'{{{KEY}, "arn": "{ROOT.replace("9013", "9014")}"}}',
            "temporary": f'{{{KEY.replace("AKIA", "ASIA")}, "arn": "{ROOT}"}}',
        },
    ),
    Signal(
        id="user-arn-of-key",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="The object that holds the key gives the ARN of the IAM user {name}.",
        reference=PAGE,
        needs=(b":user/",),
        reach=2560,
        regex=beside(_NAMES, field(_ID, KEY_ID), field(rb"arn", USER_ARN)),
        accept=told,
        examples={
            "JSON": f'{{{KEY}, "arn": "{USER}"}}',
            "other order": f'{{"arn": "{USER}", {KEY}}}',
            "YAML": f"- access_key: <id:AKIA:123456789013>\n  secret_key: <secret>\n  arn: {USER}\n",
        },
        counterexamples={
            "another object's": f'{{"key": {{{KEY}}}, "user": {{"arn": "{USER}"}}}}',
            "resource of a policy": f'{{{KEY}, "resource": "{USER}"}}',
            "another account's": f'{{{KEY}, "arn": "{USER.replace("9013", "9014")}"}}',
            "temporary": f'{{{KEY.replace("AKIA", "ASIA")}, "arn": "{USER}"}}',
        },
    ),
)
