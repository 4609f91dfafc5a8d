"""Lines beside a key that say whose it is by an ARN."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._phrases import any_of, either
from patterns._signal import Signal, Subject
from patterns.principals._prose import is_said_of_the_key, line_around
from patterns.principals._subjects import lasting, not_long_term
from patterns.principals._text import ROOT_ARN, SESSION_ARN, USER_ARN

FAR = 1500
"""Bytes above within which the heading of a list is looked for."""
PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
PAIR = "aws_access_key_id = <id:AKIA:123456789013>\naws_secret_access_key = <secret>\n"
USER = "arn:aws:iam::123456789013:user/alice"
ROOT = "arn:aws:iam::123456789013:root"
SESSION = "arn:aws:sts::123456789013:assumed-role/deploy/job"
TEMPORARY = PAIR.replace("AKIA", "ASIA")

_REMARK = rb"(?:#|//|;|--|/?\*|<!--)[^\n]{0,120}?"
_COLUMN = rb"(?m:^)(?:OUTPUTS[ \t]{1,8})?[ \t|*\-]{0,8}\w{0,40}?(?:User|USER|(?<![A-Za-z])user)_?(?i:arn)[ \t]{1,40}(?:\|[ \t]{0,8})?"
_LINE_START = rb"(?m:^)[ \t>$*\-]{0,8}[\"'`]?"


@functools.cache
def _user() -> bytes:
    """An IAM user's ARN in a remark, behind a label, in a column, on a line of its own or behind the key."""
    leads = either(_REMARK, _label(), _COLUMN, _LINE_START, _behind_key())
    return leads + USER_ARN + rb"(?![\w+=@/\-]|\.\w)"


@functools.cache
def _root() -> bytes:
    """Root's ARN, where it is said to be the key's own: it may also stand for an account, to which something is granted."""
    return either(_own() + rb"[\"'`<]?", _behind_key()) + ROOT_ARN


@functools.cache
def _session() -> bytes:
    return either(_REMARK, _label(), _LINE_START) + SESSION_ARN


def _label() -> bytes:
    words = "user, owner, caller, identity, principal_owner, whoami, key owner, access key owner"
    named = any_of("{words}", "iam {words}", "aws {words}", gap=rb"[ _\-]?", words=any_of(words, gap=rb"[ _\-]?"))
    return rb"(?i:%b(?:[ _\-]?%b)?[\"']?[ \t]{0,8}(?:=>|[:=]|is)[ \t]{0,8}[\"'`<]?)" % (
        named,
        any_of("arn, name, id, identity"),
    )


def _own() -> bytes:
    owner = any_of("my, its, own, caller, whoami, this key, the key, user, identity")
    kind = any_of("caller, identity, user, my, own, using, as, with")
    acting = any_of("logged in as, signed in as, running as, authenticated as, acting as, run as, work(s) as")
    keys = any_of("key(s) of, key(s) for, credential(s) of, credential(s) for")
    told = either(
        rb"\b%b(?:'s)?(?: (?:aws|caller|user))?(?:[ _\-]?arn)?[\"']?[ \t]{0,4}(?:is|[:=]|=>)[ \t]{0,4}" % owner,
        rb"-- account arn[ \t]{0,4}:[ \t]{0,4}",
        rb"\b%b[ \t_\-]arn[ \t]{1,4}(?=arn:)" % kind,
        rb"\b%b[: \t]{1,4}" % either(acting, keys),
    )
    return rb"(?i:%b)" % told


def _behind_key() -> bytes:
    """An arrow, a sign or a word for whose it is, or the key's secret and nothing else on the line."""
    words = any_of(
        "{open}belonging to, belongs to, is owned by, is of, is that of, is the key of, is, of, owner({colon})",
        open=rb",?[ \t(]{0,2}",
        colon=b":",
    )
    owner = rb"%b(?: (?:the )?(?i:(?:aws )?iam user))?(?=[ \t])" % words
    joined = either(rb"->|=>|[:=,;|(\-]|\xe2\x86\x92", owner)
    between = rb"[\"'`]?[ \t]{0,4}[ \t,;|:][ \t]{0,4}[\"'`]?"
    return either(
        rb"(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}[\"'`]?[ \t]{0,8}%b[ \t(]{0,8}[\"'`]?" % joined,
        rb"(?m:^)[ \t|\"'`]{0,8}A[KS]IA[A-Z0-9]{16}%b[A-Za-z0-9/+]{40}%b(?=arn:)" % (between, between),
    )


def said_of_a_user(match: Match[bytes] | None, subject: Subject) -> bool:
    """The line is about a long-term key, not about what somebody may do."""
    return lasting(match, subject) and said(match, subject)


def said(match: Match[bytes] | None, subject: Subject) -> bool:
    """The line is about the credential, not about what somebody may do."""
    if match is None:
        return False
    arn = match.start("partition") - len(b"arn:")
    before, after = line_around(match, arn)
    if _cluster_users().search(match.string, max(0, match.start() - FAR), match.start()):
        return False
    return is_said_of_the_key(match, arn) and not _of_rights().search(before + b" " + after)


def said_of_a_session(match: Match[bytes] | None, subject: Subject) -> bool:
    """The line is about temporary credentials, not about what somebody may do."""
    return not_long_term(match, subject) and said(match, subject)


@functools.cache
def _of_rights() -> re.Pattern[bytes]:
    words = any_of(
        "allow*, grant*, deny, denies, trust*, policy, policies, permission(s), access to, principal(s), resource(s)",
        "createdby, created by, created_by, admin of, delegate*, notify, attach*, assume*",
    )
    return re.compile(rb"(?i)\b%b\b" % words)


@functools.cache
def _cluster_users() -> re.Pattern[bytes]:
    """Where a cluster's settings begin to list whom it lets in."""
    return re.compile(rb"(?i)map_?(?:users|roles)\b")


SIGNALS = (
    Signal(
        id="stated-user-arn",
        says="iam-user",
        strength="strong",
        scope="near",
        detail="A line beside it names the IAM user {name} as its owner.",
        reference=PAGE,
        needs=(b":user/",),
        in_line=True,
        regex=_user,
        accept=said_of_a_user,
        examples={
            "comment above": f"# {USER}\n" + PAIR,
            "comment on the line": f"key = '<id:AKIA:123456789013>'  # {USER}\nsecret = '<secret>'\n",
            "comment below": PAIR + f"// key of {USER}\n",
            "line of its own": f"{USER}\n<id:AKIA:123456789013>\n<secret>\n",
            "label": f"User ARN: {USER}\nAccess key: <id:AKIA:123456789013>\n",
            "field": f"[x]\n{PAIR}user_arn = {USER}\n",
            "row of outputs": f"BackupUserArn  {USER}\nBackupKey  <id:AKIA:123456789013>\n",
            "old key": f"# {USER}\naws_access_key_id = <oldid>\n",
            "behind the key's ID": f"<id:AKIA:123456789013> belongs to {USER}\n",
            "notice": f'The key <id:AKIA:123456789013> belonging to IAM user "{USER}" is public.\n',
            "row without a header": f"<id:AKIA:123456789013>;<secret>;{USER}\n",
            "arrow": f"key <id:AKIA:123456789013> -> {USER}\n",
            "user named root": f"# {USER.replace('alice', 'root')}\n" + PAIR,
        },
        counterexamples={
            "whom a cluster lets in": "mapUsers: |\n  - userarn: arn:aws:iam::123456789013:root\n    username: root\n"
            + PAIR,
            "user whom a cluster lets in": f"mapUsers: |\n  - userarn: {USER}\n    username: alice\n" + PAIR,
            "another account's": "# arn:aws:iam::123456789014:user/alice\n" + PAIR,
            "principal of a policy": PAIR + f'"Principal": {{"AWS": "{USER}"}}\n',
            "resource": PAIR + f'Resource = "{USER}"\n',
            "rights": f"# allow {USER} to read\n" + PAIR,
            "denial": f"# not {USER}\n" + PAIR,
            "four lines off": f"# {USER}\n\n\n\n" + PAIR,
            "temporary": f"# {USER}\nAWS_ACCESS_KEY_ID=<id:ASIA:123456789013>\n",
            "role": "# arn:aws:iam::123456789013:role/alice\n" + PAIR,
            "what a key may do": f"- <id:AKIA:123456789013> may get-user {USER}\n",
        },
    ),
    Signal(
        id="stated-root-arn",
        says="root",
        strength="strong",
        scope="near",
        detail="A line beside it says that the key's own ARN is the root user's.",
        reference=PAGE,
        needs=(b":root",),
        in_line=True,
        regex=_root,
        accept=said,
        examples={
            "session": f"# my ARN is {ROOT}\n" + PAIR.replace("AKIA", "ASIA"),
            "statement": f"# my ARN is {ROOT}\n" + PAIR,
            "label": PAIR + f"# caller: {ROOT}\n",
            "without a sign": f"caller arn {ROOT}\n" + PAIR,
            "what a log says": f"INFO using arn {ROOT}\n" + PAIR,
            "sign-in": f"# logged in as {ROOT}\n" + PAIR,
            "field": f"[x]\n{PAIR}user_arn = {ROOT}\n",
            "keys for": f"// keys for {ROOT}\n" + PAIR,
            "field of JSON": f'{{"accessKeyId": "<id:AKIA:123456789013>", "caller_arn": "{ROOT}"}}',
            "behind the key's ID": f"- <id:AKIA:123456789013> belongs to {ROOT}\n",
            "what another tool prints": f'for access-key-id "<id:AKIA:123456789013>"\n[INFO] -- Account ARN : {ROOT}\n[INFO] -- Account Id  : 1\n',
            "row without a header": f"<id:AKIA:123456789013> <secret> {ROOT}\n",
            "what a tool prints": f"<id:AKIA:123456789013>: {ROOT}\n",
        },
        counterexamples={
            "principal of a policy": PAIR + f'"Principal": {{"AWS": "{ROOT}"}}\n',
            "grant": PAIR + f"aws x --account {ROOT}\n",
            "creator": PAIR + f'"CreatedBy": "{ROOT}"\n',
            "ARN alone": f"# {ROOT}\n" + PAIR,
            "ARN of the account": f"Account ARN: {ROOT}\n" + PAIR,
            "whom it is granted to": f"- <id:AKIA:123456789013>, grant {ROOT}\n",
            "another account's": "# my ARN is arn:aws:iam::123456789014:root\n" + PAIR,
            "denial": f"# never run as {ROOT}\n" + PAIR,
        },
    ),
    Signal(
        id="stated-session-arn",
        says="role",
        strength="strong",
        scope="near",
        detail="A line beside it names a session of the role {name} as its owner.",
        reference=PAGE,
        needs=(b":assumed-role/",),
        in_line=True,
        regex=_session,
        accept=said_of_a_session,
        examples={
            "comment above": f"# {SESSION}\n" + TEMPORARY,
            "line of its own": f"{SESSION}\n" + TEMPORARY,
            "label": TEMPORARY + f"caller: {SESSION}\n",
        },
        counterexamples={
            "long-term key": f"# {SESSION}\n" + PAIR,
            "another account's": f"# {SESSION.replace('013', '014')}\n" + TEMPORARY,
            "principal of a policy": TEMPORARY + f'"Principal": {{"AWS": "{SESSION}"}}\n',
        },
    ),
)
