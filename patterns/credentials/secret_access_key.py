"""Secret access keys: forty characters of base64, by what they are called or by the key ID that they stand beside."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._begins import BEGINS, begins
from patterns._checks import looks_random
from patterns._lists import first_of_list
from patterns._names import distinction, is_foreign, name_of, named, squeeze, words_of
from patterns._owners import is_kept_elsewhere, is_no_secret, is_of_a_vendor, is_of_aws, is_of_others
from patterns._part import is_part
from patterns._pattern import Anchor, Confidence, Found, Pattern
from patterns._remarks import remark
from patterns._written import followed, signs

BESIDE = 1500
"""Bytes to either side within which a key ID may vouch for a secret without a name of its own."""
BESIDE_LINES = 5
CALLED = 400
"""The same within which one may be that goes by the name of a secret."""

RUNS = tuple(b" " + b"b" * length + b" " for length in (40, 41, 42))
"""A secret in what `signs` makes of a text, the signs of a diff before it included."""
KEY_WORDS = (b"key", b"pass", b"pwd", b"cred", b"token")
SECRETIVE = frozenset(b"sk sec pw access auth priv private clave chave cle geheim senha parola".split())
"""Further words by which secrets are called, in some languages."""
VECTORS = (b"iv", b"ct")
"""Names as short as `sk` that cryptography has for something else."""


def secret(match: Match[bytes]) -> Iterator[Found]:
    """A random value whose name, or whose neighbour, says that it is a secret access key; or a stand-in for one."""
    if match["standin"] is not None:
        default = _default(match.string, *match.span("standin"))
        yield Found((("secret", *(default or match.span("standin"))),), "high" if default else "low")
    elif begins(match.string, match.start()) and (
        (random := looks_random(match["secret"])) or b"EXAMPLE" in match["secret"]
    ):
        span = match.span("secret")
        confidence = _confidence(match.string, *span) or _as_the_first(match.string, *span)
        if confidence:
            yield Found((("secret", *match.span("secret")),), confidence if random else "low")


def _default(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """The secret that a reference itself gives for where there is nothing to refer to: `${SECRET_KEY:-…}`."""
    values = _key().finditer(data, start, end)
    return next((value.span() for value in values if looks_random(value[0])), None)


def may_match(part: bytes) -> bool:
    """Whether just forty characters of base64 stand in a row, or the words of which one is followed by a stand-in."""
    row = b" %b " % signs(part)
    if any(run in row for run in RUNS):
        return True
    folded = part.lower()
    return b"secret" in folded and b"key" in folded


def _confidence(data: bytes, start: int, end: int) -> Confidence | None:
    name = _key_id().sub(b"", name_of(data, start))  # chance writes `JWT` and the like into some
    if is_of_others(name) or is_foreign(name) or is_part(data, start, end):
        return None
    by_name = _by_name(name)
    if by_name and is_kept_elsewhere(data, start, end):
        return None
    if by_name == "high" or (by_name is None and is_no_secret(name)):
        return by_name
    return _by_neighbour(data, start, end, bool(name) and by_name is None) or by_name


def _as_the_first(data: bytes, start: int, end: int) -> Confidence | None:
    """As the first of the list that it stands in, where at least as many key IDs stand beside."""
    first, number = first_of_list(data, start)
    if not number or is_part(data, start, end):
        return None
    ids = _key_id().findall(data, max(0, first - BESIDE), end + BESIDE)
    return _confidence(data, first, first + end - start) if len({*ids}) > number else None


def _by_name(written: bytes) -> Confidence | None:
    name, of_aws = squeeze(written), is_of_aws(written)
    if b"secret" in name:
        if of_aws or b"accesskey" in name or b"secretaccess" in name:
            return "high"
        named = (b"key" in name or b"access" in name) and not is_of_a_vendor(written)
        return "medium" if named else None
    named = of_aws and any(word in name for word in KEY_WORDS) and not is_no_secret(written)
    return "medium" if named else None


def _by_neighbour(data: bytes, start: int, end: int, otherwise_named: bool) -> Confidence | None:
    """High beside a key ID on the line, medium a few lines from one; what has a name of another kind is of neither."""
    left, right = data[max(0, start - BESIDE) : start], data[end : end + BESIDE]
    before, after = None, _key_id().search(right)
    for before in _key_id().finditer(left):  # noqa: B007 - the last one is wanted
        pass
    gaps = [left[before.end() :]] if before else []
    gaps += [right[: after.start()]] if after else []
    gap = min(gaps, key=lambda gap: gap.count(b"\n"), default=b"\n" * (BESIDE_LINES + 1))
    lines = gap.count(b"\n")
    told = (lines and not _is_in_one_row(gap)) or _is_assigned(data, start)
    if lines > BESIDE_LINES:
        return "medium" if gaps and _is_called_as_a_secret_of_one(data, start) else None
    if told and otherwise_named and not _may_be_secret(data, start, end):
        return None
    return "medium" if lines else "high"


def _is_in_one_row(gap: bytes) -> bool:
    """Whether nothing but cells of a table of HTML end and begin between two values: what stands before tells nothing."""
    return b"</td>" in gap and b"<tr" not in gap


def _is_assigned(data: bytes, start: int) -> bool:
    """Whether it is the value of a field, which has a name of its own, and not a cell or an argument."""
    return bool(_assignment().fullmatch(named(data, start)[1]))


def _may_be_secret(data: bytes, start: int, end: int) -> bool:
    """Whether what it is called leaves that open: by a word for secrets, by hardly anything, by a comment that says it."""
    name = name_of(data, start)
    if any(word in name.lower() for word in (b"secret", *KEY_WORDS)) or _key_id().search(name):
        return True
    initials = len(name) <= 2 and name.lower() not in VECTORS
    if initials or not SECRETIVE.isdisjoint(words_of(name)):
        return True
    return bool(_by_name(remark(data, start, end))) or _is_called_as_an_id(data, start, name)


def _is_called_as_an_id(data: bytes, start: int, name: bytes) -> bool:
    """Whether a key ID goes by the same name: `prod` in a map of IDs and in one of secrets, who wrote a message."""
    low, high = max(0, start - CALLED), start + CALLED
    if data.count(name, low, high) < 2:
        return False
    return any(name_of(data, found.start()) == name for found in _key_id().finditer(data, low, high))


def _is_called_as_a_secret_of_one(data: bytes, start: int) -> bool:
    """Whether a key ID is called alike, but for the word for it: `BACKUP_KEY` and, in a list further down, `BACKUP_SECRET`."""
    name = name_of(data, start)
    ids = _key_id().finditer(data, max(0, start - BESIDE), start + BESIDE) if b"secret" in name.lower() else ()
    return any(distinction(name_of(data, found.start())) == distinction(name) for found in ids)


@functools.cache
def _assignment() -> re.Pattern[bytes]:
    return re.compile(rb"\\{0,3}[\"'`\]]{0,2}\s{0,8}(?:=>|:=|[=:])\s{0,8}\\{0,3}[\"'`]?")


@functools.cache
def _key_id() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])")


@functools.cache
def _key() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![A-Za-z0-9+/_.%])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_])")


_VALUE = rb"[^A-Za-z0-9+/][A-Za-z0-9+/]{40}(?:[^A-Za-z0-9+/=]|\z)"
_NAMED = rb"aws.{0,40}(?:key|pass|pwd|cred|token)"
_STANDIN = rb".?access.?key.{0,12}(?:[$<%{][$<%{(A-Za-z]|[xX*]{8}|[A-Za-z0-9+/]{0,40}EXAMPLE|(?i:your|change))"

PATTERN = Pattern(
    id="aws-secret-access-key",
    title="AWS secret access key",
    kind="secret-access-key",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    anchors=(
        Anchor(b"secret", ignore_case=True, after=256, expression=b"secret" + followed(200, 40), clue=True),
        Anchor(b"secret", ignore_case=True, after=96, expression=b"secret" + _STANDIN),
        Anchor(b"aws", ignore_case=True, after=256, expression=_NAMED + rb".{0,120}" + _VALUE),
        Anchor(b"AKIA", before=BESIDE, after=BESIDE + 24, expression=rb"AKIA[A-Z0-9]{16}", clue=True),
        Anchor(b"ASIA", before=BESIDE, after=BESIDE + 24, expression=rb"ASIA[A-Z0-9]{16}", clue=True),
    ),
    regex=(
        BEGINS + rb"(?P<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=_%\-]|\.[A-Za-z0-9])"
        rb"|(?i:secret[_\-. ]?access[_\-. ]?key|aws[_\-.]?secret[_\-.]?key)[\"'`\]]{0,2}[ \t]{0,8}(?:[:=]|=>|:=)[ \t]{0,8}[\"'`]?"
        rb"(?P<standin>\$\{\{[^{}\n]{1,100}\}\}|\$\{[^{}\n]{1,100}\}|\{\{[^{}\n]{1,100}\}\}|%\([^()\n]{1,60}\)s|<[^/<>\n][^<>\n]{2,59}>(?![ \t]{0,8}[A-Za-z0-9+/]{40})"
        rb"|[xX*]{8,64}|(?i:(?:your|change)[_\- ]?[a-z_\- ]{2,40})|[A-Za-z0-9+/]{0,40}EXAMPLE[A-Za-z0-9+/]{0,20})"
    ),
    longest=256,
    refine=secret,
    may_match=may_match,
    examples={
        "credentials file": "[default]\naws_secret_access_key = <secret>\n",
        "dotenv without the vendor's name": "SECRET_ACCESS_KEY=<secret>\n",
        "JSON, alone": '{"secretAccessKey": "<secret>"}',
        "name and value in two fields": '{"name": "AWS_SECRET_ACCESS_KEY", "value": "<secret>"}',
        "name and value in two elements": "<name>fs.s3a.secret.key</name>\n<value><secret></value>",
        "environment line of a container file": "ENV AWS_SECRET_ACCESS_KEY <secret>\n",
        "command line": "aws configure set aws_secret_access_key <secret> --profile x\n",
        "constructor with the key ID": 'new BasicAWSCredentials("<id>", "<secret>")',
        "row of a console download": "Access key ID,Secret access key\r\n<id>,<secret>\r\n",
        "user information of a URL": "s3://<id>:<secret>@bucket/path",
        "line under the key ID": "<id>\n<secret>\n",
        "line that a diff brings in": "@@ -0,0 +1,2 @@\n+<id>\n+<secret>\n",
        "line that a merge takes away": "@@@ -1,2 -1,2 +0,0 @@@\n--<id>\n--<secret>\n",
        "map of secrets beside one of IDs": 'ids = { prod = "<id>" }\nkeys = { prod = "<secret>" }\n',
        "output of a stack": '{"OutputKey": "SecretKey", "OutputValue": "<secret>"}',
        "by a condition": "const id = x ? '<id>' : '<id#2>';\nconst secret = x ? '<secret>' : process.env.S;\n",
        "name in another language": "Zugriffsschl\u00fcssel-ID: <id>\nGeheimer Zugriffsschl\u00fcssel: <secret>\n",
        "default of a variable": 'variable "aws_secret_key" {\n  type = string\n  default = "<secret>"\n}\n',
        "key of the vendor without the word": "AWS_KEY='<secret>'\n",
        "short name beside the key ID": "'credentials' => ['key' => '<id>', 'secret' => '<secret>']",
    },
    counterexamples={
        "one character short": "aws_secret_access_key = <b64:39>\n",
        "one character too long": "aws_secret_access_key = <b64:41>\n",
        "a commit": "aws_secret_access_key = <hex:40>\n",
        "a commit beside a key ID": "<id> <hex:40>\n",
        "a path": "aws_key_path = com/amazonaws/auth/profile/Credentials/x\n",
        "an identifier": "secretAccessKey = AmazonSimpleStorageServiceEncryptionKey1\n",
        "a client secret of another service": "client_secret = <secret>\n",
        "an object in a bucket beside a key ID": '{"accessKeyId":"<id>","bucketName":"aws-logs","key":"<secret>"}',
        "a picture in literals": 'AWS_SECRET_ICON = (\n    "<b64:40>"\n    "<b64:40#2>"\n    "<b64:40#3>"\n    "<b64:12>=="\n)\n',
        "an entity tag beside a key ID": 'key=<id> ETag: "<secret>"\n',
        "the end of a wrapped block": "<id>\n<b64:64>\n<b64:40>\n",
        "the end of a wrapped block in a diff": "+<id>\n+<b64:64>\n+<b64:40>\n",
        "behind a sign within a line": "<id> x +<secret>\n",
        "inside a longer run": "aws_secret_access_key = <b64:40>-<b64:20>\n",
        "random with no name and no key ID": "<secret>\n",
        "encoded words": "aws_secret_key = dGhpcyBpcyBub3QgYSBzZWNyZXQgYXQg" + "YWxsLi4u\n",
    },
)
