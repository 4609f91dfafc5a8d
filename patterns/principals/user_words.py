"""Remarks and settings beside a key that name its IAM user."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._prose import FEW_WORDS, is_called_so, is_end_of_name, is_said_of_the_key, line_around
from patterns.principals._subjects import lasting_user, long_term

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html"
PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"

_NO_NAME = (
    rb"(?i:the|an?|is|for|with|and|name|access|keys?|true|false|yes|no|null|none|e\.g|i\.e|by|after|before|see|who|whose|which|that|in|on|of|to|as|from|"
    rb"only|old|new|tbd|tba|todo|unknown|your|various|multiple|several|credentials?|accounts?|interfaces?|input|data|pool|groups?|guide|docs?|setup|session|login|console|polic(?:y|ies)|roles?|management)\b"
    rb"|(?:var|local|module|data|each|self|aws_iam_user)\."
    rb"|A[KSIR][ID]A[A-Z0-9]{16}|\d{12}(?!\d)|(?i:[a-z]{1,12}-(?:only|in|term|lived|based|level|side|specific|related|privileged?|factor|wide|to|time|of))\b"
)
_NAME = rb"(?P<name>(?!" + _NO_NAME + rb")[A-Za-z0-9][\w+=.@\-]{0,63})(?<!\.)"
_MARKED = rb"(?:(?=[\"'`][\w+=@.\-]{1,64}[\"'`])[\"'`]|(?=[\w+=@.\-]{0,40}(?:\d|[\-_.@+](?=\w)|[ \t]-[ \t]|'s?[ \t](?:access[ \t])?(?:keys?|credentials|creds)\b)))"
"""Before a name: it stands in quotation marks, or has a sign or a digit that words do not have."""

_NAMED = (
    rb"(?<![A-Za-z0-9])(?i:(?:(?:aws[ _\-]?)?iam[ _\-]?user(?:[ _\-]?name)?|aws[ _\-]user(?:[ _\-]?name)?|awsusername))[\"'*_]{0,3}[ \t]{0,8}(?::=|=>|[:=])[ \t*_]{0,8}[\"'`]?"
    rb"|(?:[(\[]|(?<![A-Za-z])(?i:created)[ \t]+(?i:the[ \t]+)?)(?i:(?:aws )?iam[ \-]user)[ \t]{1,3}[\"'`]?"
    rb"|(?<![A-Za-z0-9])(?i:(?:aws )?iam user(?: name)?)[ \t:]{0,3}</\w{1,8}>[ \t]{0,8}<\w{1,8}[^<>\n]{0,60}>"
    rb"|(?i:(?:(?:keys?|credentials?|creds)[ \t]+(?:of|for)|belong(?:s|ing)? to|(?<!\w)(?:it|this|these|they)(?:'s|[ \t]is|[ \t]are))[ \t]+(?:(?:the|our)[ \t]+)?(?:aws[ \t]+)?iam[ \t\-]user)"
    rb"[ \t]+[\"'`]?"
    rb"|(?<![A-Za-z0-9])(?i:iam[ \-]user[ \t]+(?:(?:is|was)[ \t]+)?(?:called|named)[ \t]+|\(iam,? (?:user )?name[ \t:=]+)[\"'`]?"
    rb"|(?i:(?:#|//)[ \t][^\n]{0,80}?create-access-key[ \t][^\n]{0,80}?--user-name[ =][\"']?)"
    rb"|(?i:(?:access[ \-]?keys?|(?:aws|iam)[ \t](?:access[ \-]?)?(?:keys?|credentials|creds))[ \t]+(?:of|for)[ \t]+(?:the[ \t]+|our[ \t]+)?(?:iam[ \t]+)?user[ \t]+)[\"'`]?"
)
_POINTED_AT = rb"(?<![A-Za-z0-9])(?i:(?:aws )?iam[ \-]user)[ \t]{1,4}" + _MARKED
_OWNED = (
    rb"(?<![\w+=.@\-])[\"'`](?=[\w+=@.\-]{1,64}[\"'`][ \t](?:AWS[ \t])?IAM[ \t\-]user(?![\w\-]))"
    rb"|(?i:(?:(?m:^)[ \t]*(?:#+|//|;|--)|(?:keys?|credentials?|creds)[ \t]+(?:of|for)|(?:service|machine)?[ \t]?(?:user|account))[ \t]+(?:the[ \t]+)?)[\"'`]?(?=[\w+=.@\-]{1,64}[\"'`]?[ \t][(\[](?:an?[ \t]|the[ \t])?(?:AWS[ \t])?IAM(?:[ \t\-]user)?[)\]])"
)
"""Before a name that is said to be an IAM user's behind it: `deploy` IAM user, key of deploy (IAM user)."""
_ABROAD = (
    r"(?i:(?:utilisateur|usuario|usu(?:á|a)rio|utente|u(?:ż|z)ytkownika?)[ \t](?:d[eo][ \t])?iam|iam[ \t]kullan[^ :\n]{1,10}|iam[ \-](?:benutzers?|nutzers?|gebruikers?)|(?:f(?:ü|ue)r|des|vom|von|dem)[ \t]iam-users?)[ \t:]{1,3}[\"'`]?"
    r"|(?i:iam)[ \-]пользовател[^ \n]{1,8}[ \t:]{1,3}[\"'`]?|IAM ?(?:用户|使用者|ユーザ(?:ー)?|사용자)[ :「“\"'`]{1,4}"
).encode()

_OF_A_USER = (
    rb"(?<![\w\-])(?i:iam[ \-]user(?:'s|s'|s)?[ \t](?:access[ \-]?)?(?:keys?|credentials?|creds)(?:[ \t](?:ids?|pairs?))?"
    rb"|(?:keys?|credentials?|creds|these|they|this)[ \t](?:is |are )?(?:of|for|from|belongs?(?:ing)? to|owned by)[ \t](?:an?|our|the|this)[ \t]"
    rb"(?:[a-z\-]{2,20}[ \t])?(?:aws[ \t])?iam[ \-]user)(?![\w\-/@]|\.\w)"
)


def said(match: Match[bytes] | None, subject: Subject) -> bool:
    """The remark is about a long-term key, or a password, and is meant."""
    if match is None or not lasting_user(match, subject) or not is_said_of_the_key(match):
        return False
    before, after = line_around(match)
    return not (_grants().search(before) or _rights().match(after))


def called_so(match: Match[bytes] | None, subject: Subject) -> bool:
    """The remark names a key so, and tells nothing else in which it occurs."""
    if match is None or not long_term(match, subject) or not is_said_of_the_key(match):
        return False
    before, after = line_around(match)
    if len((before + after).split()) > FEW_WORDS or after.startswith((b" or ", b" and ")):
        return False
    return is_called_so(match) and is_end_of_name(match) and not _wish().search(before)


@functools.cache
def _grants() -> re.Pattern[bytes]:
    """Before a name: that something is given to that user."""
    return re.compile(rb"(?i)\b(?:grants?|allows?|den(?:y|ies)|trusts?|lets)\b")


@functools.cache
def _rights() -> re.Pattern[bytes]:
    """Behind a name: what that user may do or did, by whatever key."""
    return re.compile(
        rb"(?i)[\"'`]?[ \t](?:may|can|cannot|does|has to|must|will|would|should|needs?|wants|asked|sent|gave|told|found|replaces)\b"
    )


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
        needs=(
            b"iam",
            b"aws_user",
            b"aws-user",
            b"aws user",
            b"awsuser",
            b"for user",
            b"of user",
            b"the user",
            b"our user",
            b"create-access-key",
        ),
        in_line=True,
        regex=rb"(?:" + b"|".join((_NAMED, _POINTED_AT, _OWNED, _ABROAD)) + rb")" + _NAME + rb"(?![\w+=@/\-]|:\S|\.\w)",
        accept=said,
        examples={
            "label": "# IAM user: ci-deploy\n" + PAIR,
            "setting": PAIR + "iam_user_name = alice\n",
            "sentence": "# access key of the IAM user deploy\n" + PAIR,
            "sentence that leads to the key": "Credentials of IAM user deploy:\n\n" + PAIR,
            "what it is, behind what it is not": "This is not the root account, it is the IAM user deploy.\n" + PAIR,
            "who was made": "I made an IAM user ci-2 for you, here is its key:\n" + PAIR,
            "what it is called": "The IAM user is called deploy:\n" + PAIR,
            "bold label": "**IAM user:** Bob\n**Access key:** <id>\n**Secret key:** <secret>\n",
            "who was made, with the key": "Created IAM user deploy with access key <id> / <secret>\n",
            "comment that ends in what it is": "# deploy (IAM user)\n" + PAIR,
            "in brackets": "Key of deploy (IAM user):\n" + PAIR,
            "user of AWS": "AWS_USER_NAME=packer\n" + PAIR,
            "user whose keys they are": "Here are the access keys for the user deploy:\n\n" + PAIR,
            "cells": "<tr><th>IAM user</th><td>deploy</td></tr><tr><td><id></td><td><secret></td></tr>\n",
            "password for mail": "# IAM user: ses-1\nSMTP_USERNAME=<id>\nSMTP_PASSWORD=<smtp>\n",
            "heading": "### IAM user ci-deploy\n\n" + PAIR,
            "name in quotation marks": '# IAM user "backup"\n[backup]\n' + PAIR,
            "name before": "Credentials of the `travis` IAM user:\n\n" + PAIR,
            "German": "# Schlüssel des IAM-Benutzers backup\n" + PAIR,
            "German, with an English word": "# Zugangsdaten für IAM-User deploy-bot\n" + PAIR,
            "item of a list": '2) IAM user "claire"\n   Access key: <id>\n   Secret: <secret>\n',
            "Spanish": "Claves del usuario IAM backup\n<id>\n<secret>\n",
            "how it was made": "# aws iam create-access-key --user-name deploy\n" + PAIR,
            "name that is another system's": "# IAM user: mysql-backup\n" + PAIR,
            "what it is used for": "# IAM user ci-2 for the snapshots of the database\n" + PAIR,
            "whose, in the genitive": "# IAM user deploy's access key\n" + PAIR,
            "Polish": "# użytkownik IAM: backup\n" + PAIR,
            "Turkish": "# IAM kullan\u0131c\u0131s\u0131: backup\n" + PAIR,
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
            "what somebody may do": "# IAM user ci-2 may read this\n" + PAIR,
            "to whom a right is given": "# grants the IAM user ci-2 read rights\n" + PAIR,
            "word of another kind": "# the access keys for the user interface\n" + PAIR,
            "adjective": "# IAM user read-only access\n" + PAIR,
            "who will have another": "# IAM user ci-2 will replace this\n" + PAIR,
            "who asked": "The IAM user ci-2 asked me for this:\n" + PAIR,
            "not known yet": "# IAM user: TBD\n" + PAIR,
            "what an administrator calls": "export AWS_ACCESS_KEY_ID=<id>\naws iam create-access-key --user-name ci\n",
            "user of another system": "# key for the user deploy of the database\n" + PAIR,
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
