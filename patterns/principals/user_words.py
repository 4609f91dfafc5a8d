"""Remarks and settings beside a key that name its IAM user."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._prose import FEW_WORDS, is_called_so, is_end_of_name, is_said_of_the_key, line_around
from patterns.principals._subjects import lasting, long_term

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html"
PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"

_NO_NAME = rb"(?i:the|an?|is|for|with|and|name|access|key|true|false|null|none)\b|(?:var|local|module|data|each|self|aws_iam_user)\."
_NAME = rb"(?P<name>(?!" + _NO_NAME + rb")[A-Za-z0-9][\w+=.@\-]{0,63})"

_NAMED = (
    rb"(?<![A-Za-z0-9])(?i:(?:aws[ _\-]?)?iam[ _\-]?user(?:[ _\-]?name)?)[\"']?[ \t]{0,8}(?::=|=>|[:=])[ \t]{0,8}[\"'`]?"
    rb"|(?i:(?:(?:keys?|credentials?)[ \t]+(?:of|for)|belong(?:s|ing)? to)[ \t]+(?:the[ \t]+)?(?:aws[ \t]+)?iam[ \t\-]user)"
    rb"[ \t]+[\"'`]?"
)
_LABELLED = (
    rb"(?m:^)[ \t]*(?:#+|//|;|--|[*\-](?=[ \t])|\d{1,2}[.)])[ \t]*(?i:(?:aws )?iam[ \-]user)[ \t]{1,4}"
    rb"(?:(?=[\"'`][\w+=@.\-]{1,64}[\"'`])|(?=[\w+=@.]{0,40}(?:\d|[\-_.@](?=\w))[\w+=@.\-]{0,64}[ \t:]{0,3}\r?(?m:$)))[\"'`]?"
)
"""A comment or a heading that is the name: in quotation marks, or with a sign or a digit that words do not have."""
_OWNED = rb"(?i:(?:keys?|credentials?|creds)[ \t]+(?:of|for)[ \t]+(?:the[ \t]+)?)[\"'`](?=[^\"'`\n]{1,64}[\"'`][ \t](?:AWS[ \t])?IAM[ \t\-]user)"
_ABROAD = (
    r"(?i:(?:utilisateur|usuario|usu(?:á|a)rio|utente)[ \t]iam|iam[ \-](?:benutzers?|nutzers?|gebruikers?)|(?:f(?:ü|ue)r|des|vom|von|dem)[ \t]iam-users?)[ \t:]{1,3}[\"'`]?"
    r"|(?i:iam)[ \-]пользовател[^ \n]{1,8}[ \t:]{1,3}[\"'`]?|IAM ?(?:用户|使用者|ユーザ(?:ー)?|사용자)[ :「“\"'`]{1,4}"
).encode()

_OF_A_USER = (
    rb"(?<![\w\-])(?i:iam[ \-]user(?:'s|s'|s)?[ \t](?:access[ \-]?)?(?:keys?|credentials?|creds)(?:[ \t](?:ids?|pairs?))?"
    rb"|(?:keys?|credentials?|creds|these|they|this)[ \t](?:is |are )?(?:of|for|from|belongs?(?:ing)? to|owned by)[ \t](?:an?|our|the|this)[ \t]"
    rb"(?:[a-z\-]{2,20}[ \t])?(?:aws[ \t])?iam[ \-]user)(?![\w\-/@]|\.\w)"
)


def said(match: Match[bytes] | None, subject: Subject) -> bool:
    """The remark is about a long-term key or a password, and is meant."""
    return match is not None and lasting(match, subject) and is_said_of_the_key(match)


def called_so(match: Match[bytes] | None, subject: Subject) -> bool:
    """The remark names a key so, and tells nothing else in which it occurs."""
    if match is None or not long_term(match, subject) or not is_said_of_the_key(match):
        return False
    before, after = line_around(match)
    if len((before + after).split()) > FEW_WORDS or after.startswith((b" or ", b" and ")):
        return False
    return is_called_so(match) and is_end_of_name(match) and not _wish().search(before)


@functools.cache
def _wish() -> re.Pattern[bytes]:
    """Before the words: that such a key is to be there, which tells that another one is."""
    return re.compile(
        rb"(?i)\b(?:todo|fixme|use|using|needs?|want|wants|wanted|switch\w*|move|migrat\w+|your|please)\b"
    )


SIGNALS = (
    Signal(
        id="user-remark",
        says="iam-user",
        strength="medium",
        scope="near",
        detail="A remark beside it names the IAM user {name}.",
        reference=PAGE,
        needs=(b"iam",),
        in_line=True,
        regex=rb"(?:" + b"|".join((_NAMED, _LABELLED, _OWNED, _ABROAD)) + rb")" + _NAME + rb"(?![\w+=@/:\-]|\.\w)",
        accept=said,
        examples={
            "label": "# IAM user: ci-deploy\n" + PAIR,
            "setting": PAIR + "iam_user_name = alice\n",
            "sentence": "# access key of the IAM user deploy\n" + PAIR,
            "heading": "### IAM user ci-deploy\n\n" + PAIR,
            "name in quotation marks": '# IAM user "backup"\n[backup]\n' + PAIR,
            "name before": "Credentials of the `travis` IAM user:\n\n" + PAIR,
            "German": "# Schlüssel des IAM-Benutzers backup\n" + PAIR,
            "German, with an English word": "# Zugangsdaten für IAM-User deploy-bot\n" + PAIR,
            "item of a list": '2) IAM user "claire"\n   Access key: <id>\n   Secret: <secret>\n',
            "Spanish": "Claves del usuario IAM backup\n<id>\n<secret>\n",
            "Japanese": "IAMユーザー deploy のアクセスキー\n<id>\n<secret>\n",
            "Russian": "Ключ IAM-пользователя backup\n<id>\n<secret>\n",
            "notice": "The access key <id>, belonging to IAM user rachel, was found in public.\n",
            "user named root": "# IAM user: root\n" + PAIR,
            "password": "IAM user: alice\nPassword: <password>\nhttps://acme.signin.aws.amazon.com/console\n",
        },
        counterexamples={
            "denial": "# not the keys of IAM user deploy\n" + PAIR,
            "no name": "# IAM user with access to S3\n" + PAIR,
            "end of a sentence": "// For more information, see that page in the\n// IAM User Guide.\n" + PAIR,
            "heading of a task": "# IAM user setup\n" + PAIR,
            "German denial": "# nicht die Schlüssel des IAM-Benutzers backup\n" + PAIR,
            "reference": "iam_user = aws_iam_user.ci.name\n" + PAIR,
            "temporary": "# IAM user: ci\naws_access_key_id = <id:ASIA>\n",
            "far away": "# IAM user: ci\n\n\n\n" + PAIR,
        },
    ),
    Signal(
        id="user-key-remark",
        says="iam-user",
        strength="medium",
        scope="near",
        detail="A remark beside it calls it a key of an IAM user.",
        reference=PAGE,
        needs=(b"iam",),
        in_line=True,
        regex=_OF_A_USER,
        accept=called_so,
        examples={
            "comment": "# IAM user access key\n" + PAIR,
            "comment on the line": "key = '<id>'  # key of an IAM user\nsecret = '<secret>'\n",
            "with what it may do": "# credentials of an IAM user with access to S3\n" + PAIR,
            "limited": "These keys belong to a limited IAM user.\n" + PAIR,
            "heading": "## IAM user credentials\n\n<id>\n<secret>\n",
        },
        counterexamples={
            "denial": "# not the key of an IAM user\n" + PAIR,
            "advice": "# you should use IAM user credentials\n" + PAIR,
            "task": "# TODO: create IAM user access keys\n" + PAIR,
            "place for it": "# IAM user access key goes here\n" + PAIR,
            "wish": "# use IAM user credentials\n" + PAIR,
            "definition": "Access keys are long-term credentials for an IAM user or the root user.\n" + PAIR,
            "long sentence": "Note that you can view the access key ID of the keys of an IAM user in the console.\n"
            + PAIR,
            "question": "# IAM user access key?\n" + PAIR,
            "user alone": "# IAM user with access to S3\n" + PAIR,
            "temporary": "# IAM user access key\naws_access_key_id = <id:ASIA>\n",
            "far away": "# IAM user access key\n\n\n\n" + PAIR,
        },
    ),
)
