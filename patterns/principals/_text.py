"""Pieces of expressions that signals are put together from. Support: no signal stands here.

Fields are written alike in JSON (also escaped inside a string), Python, YAML, INI, XML and shell text: a name,
perhaps quoted, a sign, and a value, perhaps quoted.
"""

from __future__ import annotations

ACCOUNT = rb"(?P<account>\d{12}|\d{4}-\d{4}-\d{4}|\d{4} \d{4} \d{4})(?![ \-]?\d)"
"""Its number, also in three groups, as the console shows it."""
OTHERS = (
    rb"(?i:bank|savings|iban|google|analytics|gcp|azure|stripe|paypal"
    rb"|facebook|twilio|github|gitlab|snowflake|datadog|cloudflare|"
    rb"payment|merchant|broker|trading|billing|customer|user|guest)\b"
)
"""Whose accounts have other numbers."""
NAME = rb"(?P<name>(?!(?:null|None|nil|undefined|true|false)(?![\w+=.@\-]))[\w+=.@\-]{1,64}(?<!\.))"
"""A user's or role's name. IAM allows commas too; here they end the value, as a full stop does. None of the words for nothing."""
KEY_ID = rb"(?P<key_id>A[KS]IA[A-Z0-9]{16})"
SECRET_SHAPED = rb"(?=A[KSB]IA[A-Z0-9]{16}(?![A-Za-z0-9])|[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=]))"
"""Looks ahead to something of the shape of a key ID or a secret access key."""

_ARN = rb"arn:(?P<partition>aws(?:-[a-z]{1,12}){0,3}):"
_PATH = rb"(?:[\w+=.@\-]{1,128}/){0,8}"
ROOT_ARN = _ARN + rb"iam::(?P<account>\d{12}):root(?![\w/\-])"
USER_ARN = _ARN + rb"iam::(?P<account>\d{12}):user/" + _PATH + NAME
ROLE_ARN = _ARN + rb"iam::(?P<account>\d{12}):role/" + _PATH + NAME
SESSION_ARN = _ARN + rb"sts::(?P<account>\d{12}):assumed-role/" + NAME + rb"/[\w+=.@:\-]{2,64}"
FEDERATED_ARN = _ARN + rb"sts::(?P<account>\d{12}):federated-user/" + NAME
ROOT_MFA_ARN = _ARN + rb"iam::(?P<account>\d{12}):mfa/root-account-mfa-device(?![\w/\-])"
MFA_ARN = _ARN + rb"iam::(?P<account>\d{12}):mfa/(?!root-account-mfa-device)" + _PATH + rb"[\w+=.@\-]{1,128}"

_QUOTE = rb"\\{0,3}[\"']?"
_SIGN = _QUOTE + rb"[ \t]{0,24}(?:=>|[:=>|])[ \t]{0,12}" + _QUOTE
_NAME_START = rb"(?<![A-Za-z0-9_.\-])(?<!aws:)"
"""A name is whole, and none of the keys of a policy's conditions (`aws:userid`)."""
_END = rb"(?![\w+=@/:\-]|\.\w|,(?!\w{1,40}[\"']?[ \t]{0,8}[:=])\w)"
"""Behind a value; a comma and the name of another field may follow, though nothing that could be part of the value."""

FLAT = rb"(?:(?!\n[ \t]*-[ \t]|\n[ \t]*\r?\n|</member)[^{}]){0,800}?"
"""Forward, to anything in the same object, list item or paragraph."""
NESTED = rb"(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){0,1500}?"
"""Forward, to anything in the same object, objects inside of it being passed over."""


def field(name: bytes, value: bytes) -> bytes:
    """A field of that name (in any case) with a value of that form, and nothing more in the value."""
    return named(name) + value + _END


def named(name: bytes) -> bytes:
    """A field of that name (in any case), up to its value."""
    return _NAME_START + rb"(?i:" + name + rb")" + _SIGN


def beside(names: bytes, *fields: bytes, within: bytes = FLAT) -> bytes:
    """At the first of the names in an object that holds all of the fields, in whatever order."""
    start = _NAME_START + rb"(?=(?i:" + names + rb")" + _SIGN + rb")"
    return start + b"".join(rb"(?=" + within + one + rb")" for one in fields)
