"""Rows with columns for the key and for the caller's ARN: queries of CloudTrail's records, and inventories of keys."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import not_long_term
from patterns.principals._tables import named_cells
from patterns.principals._text import KEY_ID, ROOT_ARN, SESSION_ARN, USER_ARN

PAGE = "https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html"
KEY, SESSION = "<id:AKIA:123456789013>", "<id:ASIA:123456789013>"


def row(arn: bytes) -> bytes:
    """A line with a cell that is the ARN and one that is the key ID, in whatever order."""
    cells = (rb"(?P<arn>" + arn + rb")", KEY_ID)
    ends = rb"[\"`]?[ \t]{0,20}(?:[,;|\r]|$)"
    return rb"(?m)^" + b"".join(rb"(?=(?:[^\n]{0,4000}?[,;|\"][ `]{0,20})??\"?" + cell + ends + rb")" for cell in cells)


def of_the_caller(match: Match[bytes] | None, subject: Subject) -> bool:
    """The columns in which they stand are those of the caller's ARN and key."""
    return match is not None and named_cells(match, subject.key_id).get("arn") == match["arn"].decode()


def of_a_session(match: Match[bytes] | None, subject: Subject) -> bool:
    return of_the_caller(match, subject) and not_long_term(match, subject)


def table(arn: str, key: str, columns: str = '"eventname","arn","accesskeyid"') -> str:
    return f'{columns}\n"ListBuckets","{arn}","{key}"\n'


SIGNALS = (
    Signal(
        id="cloudtrail-row-root",
        says="root",
        strength="strong",
        scope="record",
        detail="A row of a table, as of CloudTrail's records, names the root user as who called with this key.",
        reference=PAGE,
        needs=(b"arn:aws",),
        in_line=True,
        regex=row(ROOT_ARN),
        accept=of_the_caller,
        examples={
            "quoted": table("arn:aws:iam::123456789013:root", KEY),
            "session": table("arn:aws:iam::123456789013:root", SESSION),
            "plain, with whole names": f"useridentity.accesskeyid,useridentity.arn\n{KEY},arn:aws:iam::123456789013:root\n",
            "Markdown": f"| Access key ID | ARN |\n|---|---|\n| `{KEY}` | `arn:aws:iam::123456789013:root` |\n",
            "columns of a view": f"useridentity_type,useridentity_arn,useridentity_accesskeyid\nRoot,arn:aws:iam::123456789013:root,{KEY}\n",
            "second row": table("arn:aws:iam::123456789013:user/al", "<id:AKIA:123456789013#1>")
            + f'"GetObject","arn:aws:iam::123456789013:root","{KEY}"\n',
        },
        counterexamples={
            "a user": table("arn:aws:iam::123456789013:user/root", KEY),
            "ARN of what the call was about": table(
                "arn:aws:iam::123456789013:root", KEY, '"eventname","resource","accesskeyid"'
            ),
            "another key's row": table("arn:aws:iam::123456789013:root", "<id:AKIA:123456789013#1>")
            + f'"GetObject","arn:aws:iam::123456789013:user/al","{KEY}"\n',
            "column for what a policy admits": f"access_key_id,principal\n{KEY},arn:aws:iam::123456789013:root\n",
            "no table": f"accesskeyid arn:aws:iam::123456789013:root {KEY}\n",
        },
    ),
    Signal(
        id="cloudtrail-row-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="A row of a table, as of CloudTrail's records, names the IAM user {name} as who called with this key.",
        reference=PAGE,
        needs=(b"arn:aws",),
        in_line=True,
        regex=row(USER_ARN),
        accept=of_the_caller,
        examples={
            "long-term key": table("arn:aws:iam::123456789013:user/alice", KEY),
            "user with a path": table("arn:aws:iam::123456789013:user/ops/bob", KEY),
            "user named root": table("arn:aws:iam::123456789013:user/root", KEY),
            "key first": f"accesskeyid,arn\r\n{KEY},arn:aws:iam::123456789013:user/alice\r\n",
        },
        counterexamples={
            "root": table("arn:aws:iam::123456789013:root", KEY),
            "user whom the call was about": table(
                "arn:aws:iam::123456789013:user/alice", KEY, '"eventname","requestparameters","accesskeyid"'
            ),
            "another account's": table("arn:aws:iam::123456789014:user/alice", KEY),
        },
    ),
    Signal(
        id="cloudtrail-row-role",
        says="role",
        strength="strong",
        scope="record",
        detail="A row of a table, as of CloudTrail's records, names a session of the role {name} as who called with this key.",
        reference=PAGE,
        needs=(b"arn:aws",),
        in_line=True,
        regex=row(SESSION_ARN),
        accept=of_a_session,
        examples={
            "instance": table("arn:aws:sts::123456789013:assumed-role/web/i-0abc", SESSION),
            "key first": f"accesskeyid,arn\n{SESSION},arn:aws:sts::123456789013:assumed-role/ci/job\n",
            "with whole names": table(
                "arn:aws:sts::123456789013:assumed-role/ci/job", SESSION, "x,useridentity.arn,useridentity.accesskeyid"
            ),
        },
        counterexamples={
            "long-term key": table("arn:aws:sts::123456789013:assumed-role/web/x", KEY),
            "another account's": table("arn:aws:sts::123456789014:assumed-role/web/x", SESSION),
            "role that was assumed": table(
                "arn:aws:sts::123456789013:assumed-role/web/x", SESSION, '"eventname","response","accesskeyid"'
            ),
        },
    ),
)
