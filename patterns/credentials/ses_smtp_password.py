"""SMTP passwords of Amazon SES: 33 bytes in base64, of which the first is the version of the algorithm."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._begins import BEGUN, begins
from patterns._checks import entropy, has_mixed_classes, is_encoded_text, is_wordy
from patterns._names import is_foreign, name_of
from patterns._pattern import Anchor, Confidence, Found, Pattern

AROUND = 800
LINES = 10


def password(match: Match[bytes]) -> Iterator[Found]:
    """A random value of that form beside words of mail, or beside an access key ID as its user name."""
    value = match["password"]
    random = has_mixed_classes(value) and entropy(value) >= 4.2 and not is_wordy(value) and not is_encoded_text(value)
    is_one = random and begins(match.string, match.start())
    confidence = _confidence(match.string, *match.span("password")) if is_one else None
    if confidence:
        yield Found((("password", *match.span("password")),), confidence)


def _confidence(data: bytes, start: int, end: int) -> Confidence | None:
    name = _key_id().sub(b"", name_of(data, start))  # chance writes `JWT` and the like into some
    around = _around(data, start, end)
    if is_foreign(re.sub(rb"(?i)host", b"", name)):  # EMAIL_HOST_PASSWORD is a password
        return None
    of_aws = _of_aws().search(around)
    if not of_aws and _other_host().search(around):
        return None
    if _mail().search(name) or (of_aws and _mail().search(around)):
        return "high" if of_aws else "medium"
    called = not name or _password().search(name)
    return "medium" if called and _key_id().search(around) else None


def _around(data: bytes, start: int, end: int) -> bytes:
    """A few lines to either side, without the value itself."""
    before = data[max(0, start - AROUND) : start].split(b"\n")[-LINES:]
    after = data[end : end + AROUND].split(b"\n")[:LINES]
    return b"\n".join(before) + b" " + b"\n".join(after)


@functools.cache
def _of_aws() -> re.Pattern[bytes]:
    return re.compile(rb"(?i:email-smtp[.-])|(?<![A-Za-z0-9])AKIA[A-Z0-9]{16}(?![A-Za-z0-9])")


@functools.cache
def _other_host() -> re.Pattern[bytes]:
    """A server that is set, or named, and not AWS's."""
    return re.compile(
        rb"(?i)(?:host|server|relay)(?:[_\-]?name)?[\"'`\]]{0,2}\s{0,8}"
        rb"(?:=>|[:=,])\s{0,8}[\"'`\[]{0,2}(?![\w.\-]{0,80}amazonaws)"
        rb"[a-z0-9][\w\-]{0,60}(?:\.[\w\-]{1,60}){1,6}"
        rb"|(?<![\w.\-])smtp[\w\-]{0,20}\.(?!amazonaws)(?:[\w\-]{1,60}\.){1,4}(?:com|net|org|io|co|eu|de|ru|cn|jp|fr|uk)(?![\w.\-])"
    )


@functools.cache
def _key_id() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![A-Za-z0-9])AKIA[A-Z0-9]{16}(?![A-Za-z0-9])")


@functools.cache
def _mail() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)smtp|sasl|(?<![a-z])ses(?![a-z])|e?mail[_\-. ]?(?:host[_\-. ]?)?pass")


@functools.cache
def _password() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)pass|pwd|secret")


PATTERN = Pattern(
    id="aws-ses-smtp-password",
    title="Amazon SES SMTP password",
    kind="ses-smtp-password",
    reference="https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html",
    anchors=(
        Anchor(
            b"smtp",
            ignore_case=True,
            after=256,
            expression=b"smtp.{0,200}[^A-Za-z0-9+/](?:B[A-P]|A[g-v])[A-Za-z0-9+/]{42}",
        ),
        Anchor(b"email-smtp", ignore_case=True, before=AROUND + 50, after=AROUND + 50),
        Anchor(b"AKIA", before=AROUND + 50, after=AROUND + 50, expression=rb"AKIA[A-Z0-9]{16}"),
    ),
    regex=rb"(?P<password>[AB]" + BEGUN + rb"(?:(?<=B)[A-P]|(?<=A)[g-v])[A-Za-z0-9+/]{42})(?![A-Za-z0-9+/=_\-%])",
    refine=password,
    examples={
        "settings": (
            "EMAIL_HOST=email-smtp.us-east-1.amazonaws.com\nEMAIL_HOST_USER=<id>\nEMAIL_HOST_PASSWORD=<smtp>\n"
        ),
        "host below the password": "PASS=<smtp>\nUSER=<id>\nHOST=email-smtp.eu-west-1.amazonaws.com\n",
        "download of the console": (
            "IAM user name,SMTP user name,SMTP password\r\nses-smtp-user.20260101-120000,<id>,<smtp>\r\n"
        ),
        "map of Postfix": "[email-smtp.us-west-2.amazonaws.com]:587 <id>:<smtp>\n",
        "without its user": "SMTP_PASSWORD=<smtp>\n",
        "state of Terraform": '{"id": "<id>", "secret": "<secret>", "ses_smtp_password_v4": "<smtp>"}',
        "older algorithm": 'smtp_username = "<id>"\nsmtp_password = "<smtp:2>"\n',
        "lines that a diff brings in": "@@ -0,0 +1,3 @@\n+email-smtp.us-east-1.amazonaws.com\n+<id>\n+<smtp>\n",
        "key ID as user, no word of mail": "user: <id>\npassword: <smtp>\n",
    },
    counterexamples={
        "of another server": "SMTP_HOST=smtp.office365.com\nSMTP_USER=al@acme.io\nSMTP_PASSWORD=<smtp>\n",
        "one character short": "SMTP_PASSWORD=BK<b64:41>\n",
        "one character too long": "SMTP_PASSWORD=BK<b64:43>\n",
        "of another version": "SMTP_PASSWORD=Cz<b64:42>\n",
        "password of something else": "DB_PASSWORD=<smtp>\n",
        "a signature beside a key ID": "<id> signature=<smtp>\n",
        "a digest in base64": "SMTP_PASSWORD=BK<b64:41>=\n",
        "a path": "smtp: BackgroundMailer/Application/DeliveryServices\n",
        "inside of a longer word": "SMTP_PASSWORD=x_<smtp>\n",
    },
)
