"""Private keys that are AWS's: of EC2 key pairs, of CloudFront, of signing certificates, of CodeCommit and IoT.

Nothing in a private key says what it opens, so the file's name or the text beside it must. Any other private key is
none of this scanner's business; neither is an encrypted one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from patterns._checks import entropy
from patterns._encoded import key_body, unbased
from patterns._key_use import by_name, by_text
from patterns._pattern import Anchor, Found, Pattern, Sample, Told


def key(match: Match[bytes]) -> Iterator[Found]:
    """A key in clear, with what the text beside it tells. Without line ends, so that it is the same in any layout."""
    if re.search(rb"\.{3}|\xe2\x80\xa6|[<\[]snip", match[0]):  # shortened
        return
    body = key_body(match["pem"] or match["ppk"]).removesuffix(b"Private")  # of the line behind PuTTY's key
    if entropy(body) >= 4.5 and (match["ppk"] or _is_clear(unbased(body[:200]))):
        yield Found((("key", *match.span(), body),), told=Told(tags=by_text(match)))


def _is_clear(beginning: bytes) -> bool:
    """Whether it begins as a key does, in DER or as OpenSSH writes it, and has no passphrase."""
    return beginning[:1] == b"\x30" or (beginning.startswith(b"openssh-key") and b"bcrypt" not in beginning)


def located(told: Told, path: str) -> Told | None:
    """What the file's name says of the key; None where neither it nor the text says that it is AWS's."""
    found = by_name(re.split("[/!]", path)[-1])
    if found:
        return told._replace(key_id=found.key_id, tags=found.tags)
    return told if told.tags else None


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
        rb"|PuTTY-User-Key-File-\d: [\w\-]{1,40}\s{1,2}Encryption: none(?>(?:(?!Private-)[^\n]{0,200}\n){3,40})"
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
        "of a test, called material of a key": "const testKeyMaterial = `" + _PEM + "`\n",
        "on a curve, as the file's name says": Sample(_PEM, "ec256-private.pem"),
        "of what lies in a bucket": Sample(_PEM, "data/aws_s3_object_pki-private-ca_content"),
        "of a load balancer": Sample(_PEM, "aws-elb-tls.pem"),
        "of a server's certificate": "Type: AWS::IAM::ServerCertificate\nProperties:\n  PrivateKey: |\n    "
        + _PEM.replace("\n", "\n    ")
        + "\n",
        "of a certificate of a load balancer": 'resource "aws_acm_certificate" "x" {\n  private_key = <<EOF\n'
        + _PEM
        + "EOF\n}\n",
        "of a part of a cluster": "aws_region: eu-west-1\netcd_peer_key: |\n  " + _PEM.replace("\n", "\n  "),
        "of a test of another cloud": "c := Config{\n\tKeyMaterial: testKeyMaterial,\n}\n\nconst testKeyMaterial = `"
        + _PEM
        + "`\n",
        "in a record after one of AWS": '{source="aws", id="x"}\n{source="coins", secret="' + _PEM + '"}\n',
        "for web tokens, beside settings of AWS": 'AWS_REGION=us-east-1\nJWT_PRIVATE_KEY="' + _PEM + '"\n',
        "of another cloud's account": '{"type": "service_account", "project_id": "aws-mirror", "private_key": "'
        + _PEM
        + '"}\n',
        "of another cloud, moved from AWS": "# digitalocean, moved from AWS\nssh_private_key: |\n" + _PEM,
        "for web tokens, as a remark says": "# signs the JWT that AWS would sign\nKEY = " + _PEM,
        "that deploys to AWS from GitHub": "# deploys to AWS\n" + _PEM + "git clone git@github.com:acme/x.git\n",
        "with AWS below it alone": _PEM + "It works on AWS Lambda as well.\n",
        "of a tunnel to a server in EC2": "remote ec2-1-2-3-4.compute-1.amazonaws.com 1194\n<key>\n"
        + _PEM
        + "</key>\n",
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
