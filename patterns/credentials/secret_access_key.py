"""Secret access keys: forty characters of base64, by what they are called or by the key ID that they stand beside."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns._begins import BEGINS
from patterns._pattern import Anchor, Found, Pattern
from patterns._written import followed, signs
from patterns.secret.words import BESIDE, NAMED

LENGTH = 40
"""Characters of a secret."""
RUNS = tuple(b" " + b"b" * length + b" " for length in (LENGTH, LENGTH + 1, LENGTH + 2))
"""A secret in what `signs` makes of a text, the signs of a diff before it included."""


def secret(match: Match[bytes]) -> Iterator[Found]:
    """What is a secret access key by its name or its neighbour; or a stand-in for one."""
    from patterns.secret.judged import secrets  # only where there is something to judge

    yield from secrets(match)


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


_VALUE = rb"[^A-Za-z0-9+/][A-Za-z0-9+/]{40}(?:[^A-Za-z0-9+/=]|\z)"
_STANDIN = rb".?access.?key.{0,12}(?:[$<%{][$<%{(A-Za-z]|[xX*]{8}|[A-Za-z0-9+/]{0,40}EXAMPLE|(?i:your|change))"

PATTERN = Pattern(
    id="aws-secret-access-key",
    title="AWS secret access key",
    kind="secret-access-key",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    anchors=(
        Anchor(b"secret", ignore_case=True, after=256, expression=b"secret" + followed(200, 40), clue=True),
        Anchor(b"secret", ignore_case=True, after=96, expression=b"secret" + _STANDIN),
        Anchor(b"aws", ignore_case=True, after=256, expression=NAMED + rb".{0,120}" + _VALUE),
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
