"""The subject of a message that hands over a key: it stands farther from the key than a remark does."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._prose import is_called_so, is_end_of_name, is_said_of_the_key
from patterns.principals._subjects import long_term
from patterns.principals._wording import keys_of_root

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html"
LONGEST = 4000
"""Bytes of a message; a mailbox holds many."""
BODY = "\n\nHi Tom,\n\nhere they are, as discussed.\n\nBest\n\nAccess Key ID: <id>\nSecret Access Key: <secret>\n"


@functools.cache
def _subject() -> bytes:
    return rb"(?m:^)(?i:subject:)(?=[^\n]{0,120}(?i:root))[^\n]{0,80}?" + keys_of_root()


def of_the_message(match: Match[bytes] | None, subject: Subject) -> bool:
    """The message is short, hands over one key, and does not speak of users of IAM."""
    if match is None or not long_term(match, subject) or len(match.string) > LONGEST:
        return False
    if len(set(_key_id().findall(match.string))) > 1 or _users().search(match.string):
        return False
    return is_end_of_name(match) and is_called_so(match) and is_said_of_the_key(match)


@functools.cache
def _key_id() -> re.Pattern[bytes]:
    return re.compile(rb"A[KS]IA[A-Z0-9]{16}")


@functools.cache
def _users() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)\biam\b|\b(?:not|never|instead|replac\w+|delet\w+|remov\w+)\b|n't\b")


SIGNALS = (
    Signal(
        id="root-subject",
        says="root",
        strength="medium",
        scope="file",
        detail="The subject of the message calls what it hands over root's keys.",
        reference=PAGE,
        needs=(b"subject:",),
        in_line=True,
        regex=_subject,
        accept=of_the_message,
        examples={
            "message": "From: a@acme.io\nSubject: AWS root credentials" + BODY,
            "answer": "Subject: Re: root access key" + BODY,
            "of the account": "To: b@acme.io\nSubject: Root account access keys for prod" + BODY,
        },
        counterexamples={
            "task": "Subject: please delete the root access keys" + BODY,
            "new key in their place": "Subject: AWS root credentials"
            + BODY.replace("here they are", "they are deleted"),
            "user": "Subject: AWS root credentials" + BODY.replace("here they are", "use the IAM user instead"),
            "another system": "Subject: MySQL root credentials" + BODY,
            "several keys": "Subject: AWS root credentials" + BODY + "Access Key ID: <id#2>\n",
            "question": "Subject: AWS root credentials?" + BODY,
        },
    ),
)
