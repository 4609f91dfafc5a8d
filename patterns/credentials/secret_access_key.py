"""Secret access keys: forty characters of base64, by what they are called or by the key ID that they stand beside."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._begins import BEGINS, begins
from patterns._beside_id import BESIDE, CALLED, by_neighbour, key_id
from patterns._called import by_name
from patterns._checks import looks_random
from patterns._elsewhere import is_kept_elsewhere
from patterns._lists import first_of_list, is_of_a_crowd
from patterns._names import beyond, for_aws, is_foreign, name_of
from patterns._owners import is_no_secret, is_of_aws, is_of_others
from patterns._part import is_part
from patterns._pattern import Anchor, Confidence, Found, Pattern
from patterns._programs import is_a_programs, is_in_a_programs_section
from patterns._written import followed, signs

CAPTCHA = b"6L"
"""How the secret keys of reCAPTCHA begin, which are as long and are called no more than that. 0.024 % of AWS's do as well."""
PREFIXES = (b"AKIA", b"ASIA")
LEAD = 200
"""Bytes before a value in which such a name stands."""
LENGTH = 40
"""Characters of a secret."""
RUNS = tuple(b" " + b"b" * length + b" " for length in (LENGTH, LENGTH + 1, LENGTH + 2))
"""A secret in what `signs` makes of a text, the signs of a diff before it included."""


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


def places(part: bytes) -> list[int]:
    """Where just forty characters of base64 stand in a row, or the words of which one is followed by a stand-in."""
    row = b" %b " % signs(part)
    found = {at + len(run) - 2 - LENGTH for run in RUNS for at in _all(row, run)}
    folded = part.lower()
    words = list(_all(folded, b"secret")) if b"key" in folded else []
    found |= {at - size for at in words for size in (3, 4) if at >= size and folded.startswith(b"aws", at - size)}
    return sorted(found.union(words))


def _all(text: bytes, literal: bytes) -> Iterator[int]:
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


def _confidence(data: bytes, start: int, end: int) -> Confidence | None:
    name = for_aws(key_id().sub(b"", name_of(data, start)))  # chance writes `JWT` and the like into some
    beside = _is_beside_an_id(data, start, end)
    called = by_name(name) if beside or _is_looked_for(data, start, name.lower()) else None
    is_anothers = _is_anothers(name) and not _is_called_as_an_id(data, start, end, name)
    if not (called or beside) or is_anothers or is_part(data, start, end):
        return None
    if (called and _is_a_captcha_s(data, start, end, name, beside)) or is_kept_elsewhere(data, start, end):
        return None
    if beside and is_in_a_programs_section(data, start, end, name):
        return None
    if called and _is_settings_own(data, start, end, name):
        return None
    if called and not beside:
        alone = is_of_a_crowd(data, start, end) or is_a_programs(data, start, name)
        return None if alone else called
    if called == "high" or (called is None and is_no_secret(name)):
        return called
    return by_neighbour(data, start, end, bool(name) and called is None) or called


def _as_the_first(data: bytes, start: int, end: int) -> Confidence | None:
    """As the first of the list that it stands in, where at least as many key IDs stand beside."""
    first, number = first_of_list(data, start, in_rows=True)
    if not number or is_part(data, start, end) or is_foreign(name_of(data, start)):
        return None
    ids = key_id().findall(data, max(0, first - BESIDE), end + BESIDE)
    return _confidence(data, first, first + end - start) if len({*ids}) > number else None


def _is_anothers(name: bytes) -> bool:
    return is_of_others(name) or is_foreign(name)


def _is_called_as_an_id(data: bytes, start: int, end: int, name: bytes) -> bool:
    """Whether a key ID beside it is called by the words that say that it is another's: `CLIENT_SECRET`, by `CLIENT_KEY`."""
    ids = key_id().finditer(data, max(0, start - CALLED), end + CALLED) if b"secret" in name.lower() else ()
    rests = [beyond(name, name_of(data, found.start())) for found in ids]
    return not all(map(_is_anothers, rests))


def _is_looked_for(data: bytes, start: int, name: bytes) -> bool:
    """Whether an anchor leads to such a name: of `my_s3_key` none does, but for a key ID beside it."""
    return b"secret" in name or (b"aws" in name and bool(_lead().search(data, max(0, start - LEAD), start)))


def _is_settings_own(data: bytes, start: int, end: int, name: bytes) -> bool:
    """Whether it is the `SECRET_KEY` of a program in whose settings the key ID has AWS's name, as its secret would."""
    ids = key_id().finditer(data, max(0, start - BESIDE), end + BESIDE) if name == b"SECRET_KEY" else ()
    names = [name_of(data, found.start()) for found in ids]
    return bool(names) and all(called == b"AWS_ACCESS_KEY_ID" for called in names) and is_a_programs(data, start, name)


def _is_beside_an_id(data: bytes, start: int, end: int) -> bool:
    low, high = max(0, start - BESIDE), end + BESIDE
    is_led_to = any(data.find(prefix, low, high) >= 0 for prefix in PREFIXES)  # most stand beside none
    return is_led_to and bool(key_id().search(data, low, high))


def _is_a_captcha_s(data: bytes, start: int, end: int, name: bytes, beside: bool) -> bool:
    """By its beginning; beside a key ID, by the key of the site as well, which begins alike."""
    if not data.startswith(CAPTCHA, start) or b"access" in name.lower() or is_of_aws(name):
        return False
    around = data[max(0, start - CALLED) : end + CALLED]
    return not beside or len(_captchas().findall(around)) > 1


@functools.cache
def _captchas() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![\w+/\-])%b[\w+/\-]{38}(?![\w+/\-])" % CAPTCHA)


@functools.cache
def _key() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![A-Za-z0-9+/_.%])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_])")


@functools.cache
def _lead() -> re.Pattern[bytes]:
    """What an anchor sees of a name with `aws` in it."""
    return re.compile(rb"(?is)" + _NAMED)


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
        rb"|(?i:secret[_\-. ]?access[_\-. ]?key|aws[_\-.]?secret[_\-.]?key)[\"'`\]]{0,2}[ \t]{0,8}"
        rb"(?:[:=]|=>|:=)[ \t]{0,8}[\"'`]?"
        rb"(?P<standin>\$\{\{[^{}\n]{1,100}\}\}|\$\{[^{}\n]{1,100}\}|\{\{[^{}\n]{1,100}\}\}"
        rb"|%\([^()\n]{1,60}\)s|<[^/<>\n][^<>\n]{2,59}>(?![ \t]{0,8}[A-Za-z0-9+/]{40})"
        rb"|[xX*]{8,64}|(?i:(?:your|change)[_\- ]?[a-z_\- ]{2,40})|[A-Za-z0-9+/]{0,40}EXAMPLE[A-Za-z0-9+/]{0,20})"
    ),
    longest=256,
    refine=secret,
    begins=places,
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
        "initials beside the key ID": "bob: AKID: <id>\nbob: SAK: <secret>\n",
        "name of a secure string": "$secure = ConvertTo-SecureString '<secret>' -AsPlainText -Force\nSave-Key '<id>' $secure\n",
        "names behind the IDs": "1) <id> (mail)\n2) <id#2> (billing)\n\nAnd secrets:\nbilling: <secret>\n",
        "password in plain text": "HostName=s3.amazonaws.com\nUserName=<id>\nPasswordPlain=<secret>\n",
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
