"""Private keys that are AWS's: of EC2 key pairs, of CloudFront, of signing certificates, of CodeCommit and IoT.

Nothing in a private key says what it opens, so the file's name or the text beside it must. Any other private key is
none of this scanner's business; neither is an encrypted one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._checks import entropy
from patterns._encoded import key_body, unbased
from patterns._names import name_of
from patterns._owners import is_of_a_vendor, is_of_aws, is_of_others
from patterns._pattern import Anchor, Found, Pattern, Sample, Told

ABOVE, BELOW = 300, 160
"""Bytes to either side in which words tell whose a key is."""
REGION = (
    r"(?:us|eu|eusc|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso[a-z]?|-de)?-(?:north|south|east|west|central)[a-z]{0,5}-\d"
)
RECORDS = b"}\n{"
"""Between records that have a line each, of which one tells nothing of another."""
WORDS = (
    ("cloudfront-key", rb"cloud.?front|key.?pair.?id[\"'\s:=,]{1,6}(?:apka|k[0-9])"),
    ("ec2-key-pair", rb"(?<![a-z0-9])ec2(?![a-z0-9])|keymaterial|aws_key_pair|lightsail|key-[0-9a-f]{17}"),
    ("codecommit-key", rb"codecommit"),
    ("iot-key", rb"aws.?iot|iot\.[a-z0-9\-]+\.amazonaws|keypair[\"'\s:={]{1,12}public"),
    ("aws-key", rb"(?<![a-z0-9])aws(?![a-z0-9])|amazonaws"),
)
NAMES = (
    ("cloudfront-key", r"(?:pk|rsa|private[_-]?key)[-_](?P<key_id>APKA[A-Z0-9]{12,17})|(?i:cloud.?front)"),
    ("signing-certificate", r"^pk-(?P<key_id>[A-Z0-9]{24,32})\.pem"),
    ("iot-key", r"^[0-9a-f]{10,64}-private\.pem\.key|(?i:aws.?iot)"),
    ("codecommit-key", r"(?i:code.?commit)"),
    ("ec2-key-pair", rf"(?i:(?<![a-z])ec2(?![a-z])|lightsail|(?:^|[^a-z]){REGION}.*\.(?:pem|ppk)$)"),
    ("ec2-key-pair", r"(?i:(?<![a-z])aws.*\.(?:pem|ppk)$)"),
    ("aws-key", r"(?i:(?<![a-z])(?:aws|amazon)(?![a-z]))"),
)


def key(match: Match[bytes]) -> Iterator[Found]:
    """A key in clear, with what the text beside it tells. Without line ends, so that it is the same in any layout."""
    if re.search(rb"\.{3}|\xe2\x80\xa6|[<\[]snip", match[0]):  # shortened
        return
    body = key_body(match["pem"] or match["ppk"]).removesuffix(b"Private")  # of the line behind PuTTY's key
    if entropy(body) >= 4.5 and (match["ppk"] or _is_clear(unbased(body[:200]))):
        yield Found((("key", *match.span(), body),), told=Told(tags=_beside(match)))


def _is_clear(beginning: bytes) -> bool:
    """Whether it begins as a key does, in DER or as OpenSSH writes it, and has no passphrase."""
    return beginning[:1] == b"\x30" or (beginning.startswith(b"openssh-key") and b"bcrypt" not in beginning)


def located(told: Told, path: str) -> Told | None:
    """What the file's name says of the key; None where neither it nor the text says that it is AWS's."""
    name = re.split("[/!]", path)[-1]
    for tag, expression in NAMES:
        found = re.search(expression, name)
        if found:
            return told._replace(key_id=found.groupdict().get("key_id"), tags=(tag,))
    return told if told.tags else None


def _beside(match: Match[bytes]) -> tuple[str, ...]:
    data = match.string
    above, below = data[max(0, match.start() - ABOVE) : match.start()], data[match.end() : match.end() + BELOW]
    text = above.rpartition(RECORDS)[2] + b"\n" + below.partition(RECORDS)[0]
    tags = tuple(tag for tag, found in _words().items() if found.search(text))[:1]
    return () if tags == ("aws-key",) and _is_another_ones(name_of(data, match.start())) else tags


def _is_another_ones(name: bytes) -> bool:
    return not is_of_aws(name) and (is_of_others(name) or is_of_a_vendor(name))


@functools.cache
def _words() -> dict[str, re.Pattern[bytes]]:
    return {tag: re.compile(rb"(?i)" + words) for tag, words in WORDS}


_PEM = (
    "-----BEGIN RSA PRIVATE KEY-----\nMIIE<b64:60>\n"
    + "".join(f"<b64:64#{n}>\n" for n in range(8))
    + "-----END RSA PRIVATE KEY-----\n"
)
_OPENSSH = _PEM.replace("RSA", "OPENSSH").replace("MIIE", "b3BlbnNzaC1rZXktdjEA")

PATTERN = Pattern(
    id="aws-private-key",
    title="Private key of an AWS service",
    kind="private-key",
    reference="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html",
    anchors=(
        Anchor(b"-----BEGIN ", after=40, expression=rb"-----BEGIN (?:RSA |EC |DSA |OPENSSH )?PRIVATE KEY"),
        Anchor(b"PuTTY-User-Key-File-", after=24),
    ),
    regex=(
        rb"-----BEGIN (?:RSA |EC |DSA |OPENSSH )?PRIVATE KEY-----(?P<pem>(?:[^\-]|(?<=\n)-(?!-)){64,8192})-{5,6}END"
        rb"|PuTTY-User-Key-File-\d: [\w\-]{1,40}\s{1,2}Encryption: none(?:(?!Private-)[^\n]{0,200}\n){3,40}+"
        rb"Private-Lines: \d{1,3}\s{1,2}(?P<ppk>[A-Za-z0-9+/=\s]{64,8192}+)(?=-(?:MAC|Hash))"
    ),
    longest=24_000,
    refine=key,
    located=located,
    examples={
        "answer of EC2": '{"KeyName": "x", "KeyMaterial": "'
        + _PEM.replace("\n", "\\n")
        + '", "KeyPairId": "key-<hex:17>"}',
        "download of EC2": Sample(_PEM, "ops/ec2-prod.pem"),
        "named after a Region": Sample(_PEM, "LightsailDefaultKey-us-east-1.pem"),
        "of CloudFront": Sample(_PEM, "keys/pk-APKA" + "<base32:16>.pem".replace("<base32:16>", "JSAMPLESAMPLE234")),
        "of CloudFront, in settings": "CLOUDFRONT_PRIVATE_KEY: |\n" + _PEM.replace("\n", "\n  ") + "\n",
        "of a signing certificate": Sample(_PEM, "pk-SAMPLESAMPLESAMPLESAMPLE234567.pem"),
        "taken away in a diff": Sample("@@ -1 +0,0 @@\n" + _PEM.replace("\n", "\n-"), "ec2.patch"),
        "brought in by a diff": Sample("@@ -0,0 +1 @@\n+" + _PEM.replace("\n", "\n+"), "ec2.patch"),
        "with numbers before its lines": Sample("  1  " + _PEM.replace("\n", "\n  2  "), "ec2.txt"),
        "of CodeCommit": Sample(_OPENSSH, ".ssh/codecommit_rsa"),
        "of PuTTY": Sample(
            "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: imported-openssh-key\nPublic-Lines: 2\n<b64:64>\n"
            "<b64:40>\nPrivate-Lines: 3\n<b64:64#1>\n<b64:64#2>\n<b64:64#3>\nPrivate-MAC: <hex:40>\n",
            "aws.ppk",
        ),
    },
    counterexamples={
        "in a record after one of AWS": '{source="aws", id="x"}\n{source="coins", secret="' + _PEM + '"}\n',
        "for web tokens, beside settings of AWS": 'AWS_REGION=us-east-1\nJWT_PRIVATE_KEY="' + _PEM + '"\n',
        "of a certificate, in a cluster": "name: aws-webhook\ndata:\n  tls.key: |\n    "
        + _PEM.replace("\n", "\n    ")
        + "\n",
        "a private key of anybody": Sample(_PEM, "server.key"),
        "a name that only sounds like it": Sample(_PEM, "laws.key"),
        "an encrypted key": Sample(
            _PEM.replace("MIIE", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,<hex:32>\n\nMIIE"), "ec2.pem"
        ),
        "a certificate": Sample(_PEM.replace("RSA PRIVATE KEY", "CERTIFICATE"), "ec2.pem"),
        "a public key": Sample(_PEM.replace("RSA PRIVATE", "PUBLIC"), "ec2.pem"),
        "shortened in the middle": Sample(_PEM.replace("MIIE<b64:60>\n", "MIIE<b64:60>..."), "ec2.pem"),
        "a name that is built as a Region's": Sample(_PEM, "dh-priv-2048.pem"),
        "shortened": Sample("-----BEGIN RSA PRIVATE KEY-----\nMIIE...\n-----END RSA PRIVATE KEY-----\n", "ec2.pem"),
        "encrypted by PuTTY": Sample(
            "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: aes256-cbc\nComment: x\nPrivate-Lines: 3\n<b64:64>\n<b64:64#2>\n"
            "<b64:64#3>\nPrivate-MAC: <hex:40>\n",
            "ec2.ppk",
        ),
    },
)
