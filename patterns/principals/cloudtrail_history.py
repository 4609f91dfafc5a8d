"""CloudTrail's event history as the console hands it out: a table with a column for the user and one for the key."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._tables import named_cells
from patterns.principals._text import KEY_ID, NAME

PAGE = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-console.html"
HEADER = "Event name,Event time,User name,Event source,AWS access key,AWS region\n"
_BESIDE = rb"(?=[\",][^\n]{0,4000}?[,\"]" + KEY_ID + rb"\"?(?:[,\r]|$))"


def cell(value: bytes) -> bytes:
    """A cell with that value, before one that is a key ID."""
    return rb"(?m)(?:^\"?|(?<=[,\"]))" + value + _BESIDE


def line(user: str, key: str = "<id>", source: str = "s3.amazonaws.com") -> str:
    return f"ListBuckets,2025-03-04T10:11:12Z,{user},{source},{key},eu-west-1\n"


def called(match: Match[bytes] | None, subject: Subject) -> bool:
    """The name stands in the column of who called, and the key in that of the key: with a session's key it would be
    the session's name."""
    if match is None or not long_term(match, subject):
        return False
    row = named_cells(match, subject.key_id)
    return "eventname" in row and row.get("username") == match["user"].decode()


SIGNALS = (
    Signal(
        id="cloudtrail-history-root",
        says="root",
        strength="medium",
        scope="record",
        detail="CloudTrail's event history names the user root as who called with this key.",
        reference=PAGE,
        needs=(b".amazonaws.com",),
        in_line=True,
        regex=cell(rb"(?P<user>root)"),
        accept=called,
        examples={
            "row": HEADER + line("root"),
            "quoted": '"Event name","User name","Event source","AWS access key"\n"x","root","s3.amazonaws.com","<id>"\n',
            "second row": HEADER + line("alice", "<id#1>") + line("root"),
        },
        counterexamples={
            "a user": HEADER + line("alice"),
            "another key's row": HEADER + line("root", "<id#1>") + line("alice"),
            "key that the call was about": "Event name,User name,Event source,Resource name\n"
            "CreateAccessKey,root,iam.amazonaws.com,<id>\n",
            "session": HEADER + line("root", "<id:ASIA>"),
            "no event": "User name,Host,AWS access key\nroot,x.amazonaws.com,<id>\n",
        },
    ),
    Signal(
        id="cloudtrail-history-user",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="CloudTrail's event history names the IAM user {name} as who called with this key.",
        reference=PAGE,
        needs=(b".amazonaws.com",),
        in_line=True,
        regex=cell(rb"(?P<user>(?!root[\",])" + NAME + rb")"),
        accept=called,
        examples={
            "row": HEADER + line("alice"),
            "quoted": '"Event name","User name","Event source","AWS access key"\n"x","bob.k","s3.amazonaws.com","<id>"\n',
            "user first": "User name,Event source,Event name,AWS access key\nalice,s3.amazonaws.com,ListBuckets,<id>\n",
            "second row": HEADER + line("root", "<id#1>") + line("alice"),
        },
        counterexamples={
            "root": HEADER + line("root"),
            "another key's row": HEADER + line("alice", "<id#1>") + line("root"),
            "name of a session": HEADER + line("job-1", "<id:ASIA>"),
            "key that the call was about": "Event name,User name,Event source,Resource name\n"
            "CreateAccessKey,alice,iam.amazonaws.com,<id>\n",
        },
    ),
)
