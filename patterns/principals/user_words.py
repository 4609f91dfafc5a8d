"""Remarks and settings beside a key that name its IAM user."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._phrases import any_of
from patterns._signal import Signal, Subject
from patterns.principals._prose import FEW_WORDS, is_called_so, is_end_of_name, is_said_of_the_key, line_around
from patterns.principals._subjects import lasting_user, long_term
from patterns.principals._user_wording import key_of_a_user, user_named

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html"
PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"


def said(match: Match[bytes] | None, subject: Subject) -> bool:
    """The remark is about a long-term key, or a password, and is meant."""
    if match is None or not lasting_user(match, subject):
        return False
    before, after = line_around(match)
    if _of_the_key().match(after):
        return True
    if not is_said_of_the_key(match):
        return False
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
def _of_the_key() -> re.Pattern[bytes]:
    """Behind a name: that it has the key which is named."""
    return re.compile(
        rb"[\"'`]?,?[ \t](?:whose|with|has|and (?:its|his|her))[ \t](?!not\b|no\b)[^.\n]{0,40}A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])"
    )


@functools.cache
def _grants() -> re.Pattern[bytes]:
    """Before a name: that something is given to that user."""
    return re.compile(rb"(?i)\b(?:grants?|allows?|den(?:y|ies)|trusts?|lets)\b")


@functools.cache
def _rights() -> re.Pattern[bytes]:
    """Behind a name: what that user may do or did, by whatever key."""
    words = any_of(
        "may, can, cannot, does, has to, must, will, would, should, need(s), wants",
        "asked, sent, gave, told, found, replaces, was deleted, was removed",
        "has no, has not, has never, is not, is no, is gone",
    )
    return re.compile(rb"(?i)[\"'`]?[ \t]%b\b" % words)


@functools.cache
def _wish() -> re.Pattern[bytes]:
    """Before the words: that such a key is to be there, which tells that another one is."""
    words = any_of("todo, fixme, use, using, need(s), want(s), wanted, switch*, move, migrat*, your, please")
    return re.compile(rb"(?i)\b%b\b" % words)


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
        regex=user_named,
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
            "that has it": "We replaced it with the IAM user 'ci-2', whose new key is <id> (<secret>).\n",
            "in brackets, behind what is done": "When I run with these (IAM user `s3-1`, gone soon)\n\n" + PAIR,
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
            "name that begins as other words do": "# IAM user: data-pipeline\n" + PAIR,
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
            "who has none": "IAM user temp-1 has no key, this is another's:\n" + PAIR,
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
        regex=key_of_a_user,
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
