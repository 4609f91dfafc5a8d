"""What must stay silent: hashes, digests, identifiers, paths, tokens of others, references to values kept elsewhere."""

from __future__ import annotations

import pytest
from encoders import ENCODERS

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.detector import Detector
from scanner.judge.benign import benign

SILENT = {
    "a commit in a workflow": "uses: aws-actions/configure-aws-credentials@<hex:40>\n",
    "a commit called key": "aws_key = <hex:40>\n",
    "a commit called secret key": "aws_secret_key: <hex:40>\n",
    "sha-1 in upper case": "aws_secret_access_key = ABCDEF0123456789ABCDEF0123456789ABCDEF01\n",
    "npm integrity": '"integrity": "sha512-<b64:86>=="\n',
    "yarn checksum": '  checksum: <hex:128>\n  resolved "https://x/y#<hex:40>"\n',
    "go.sum": "github.com/aws/aws-sdk-go v1.44.0 h1:<b64:43>=\n",
    "cargo checksum": 'name = "aws-secret"\nchecksum = "<hex:64>"\n',
    "pip hash": "boto3==1.0 --hash=sha256:<hex:64>\n",
    "nix hash": 'sha256 = "<lower:52>";\n',
    "docker digest": "image: amazon/aws-cli@sha256:<hex:64>\n",
    "ARN of a secret": "arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/AwsSecretAccessKey-a1b2c3\n",
    "reference in compose": "AWS_SECRET_ACCESS_KEY: ${AWS_SECRET_ACCESS_KEY}\n",
    "reference in a workflow": "AWS_SECRET_ACCESS_KEY: ${{ secrets.AWS_SECRET_ACCESS_KEY }}\n",
    "reference to the environment": 'aws_secret_access_key=os.environ["AWS_SECRET_ACCESS_KEY"]\n',
    "reference to a class": "secretAccessKey = configuration.getAwsSecretAccessKeyProperty()\n",
    "parameter store path": "AWS_SECRET_ACCESS_KEY: ssm:/production/application/AwsSecretAccessKey\n",
    "path called secret key": "secret_key_path = etc/secrets/production/application/Key01\n",
    "java package": "secretKey=com/amazonaws/services/S3/model/GetObjectReq\n",
    "empty": "aws_secret_access_key = \naws_access_key_id = \n",
    "masked": "aws_secret_access_key = ****************************************\n",
    "crossed out": "aws_access_key_id = AKIA" + "X" * 16 + "\naws_secret_access_key = " + "X" * 40 + "\n",
    "told to replace": "aws_secret_access_key = YOUR_SECRET_ACCESS_KEY\n",
    "documentation pair": "AKIAIOSFODNN7EXAMPLE\nwJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
    "documentation pair with names": "aws_access_key_id=AKIAI44QH8DHBEXAMPLE\naws_secret_access_key=je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY\n",
    "counting up": "aws_access_key_id=AKIA"
    "1234567890123456\naws_secret_access_key=abcdefghijklmnopqrstuvwxyz0123456789ABCD\n",
    "emulator": "AWS_ACCESS_KEY_ID=test\nAWS_SECRET_ACCESS_KEY=test\n",
    "emulator's own prefix": "AWS_ACCESS_KEY_ID=LKIA<base32:16>\n",
    "resource identifiers": "AROA<base32:17> AIDA<base32:17> ANPA<base32:17> AGPA<base32:17> AIPA<base32:17> ASCA<base32:17>\n",
    "role identifier of twenty": "AROA<base32:16> AIDA<base32:16>\n",
    "client secret": "client_secret: <secret>\nCLIENT_SECRET=<secret#2>\n",
    "web token secret": "jwtSecretKey = '<secret>'\n",
    "session secret": 'SESSION_SECRET_KEY="<secret>"\n',
    "password of something else": "password = <secret>\n",
    "token of something else": "token: <secret>\n",
    "entity tag beside an ID": "<id> ETag: <secret>\n",
    "vector of two letters beside an ID": "key = <id>\niv = <secret>\n",
    "two letters far from an ID": "id = <id>\n" + "#\n" * 9 + "sk = <secret>\n",
    "two letters without an ID": "sk = <secret>\n",
    "next word of a list beside an ID": "user = <id>\nseen = ['<secret>', 'aws secret']\n",
    "comment that names something else beside an ID": "a_user = '<id>'\nb_mark = '<secret>'  # etag of the key\n",
    "base64 over lines": "secret:\n  <b64:76>\n  <b64:76>\n  <b64:40>\n",
    "certificate": "-----BEGIN CERTIFICATE-----\n<b64:64>\n<b64:64>\n<b64:40>\n-----END CERTIFICATE-----\n",
    "public key": "ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB<b64:340> secret@key\n",
    "sealed secret": "encryptedData:\n  AWS_SECRET_ACCESS_KEY: AgB<b64:400>\n",
    "sops": "aws_secret_access_key: ENC[AES256_GCM,data:<b64:54>==,iv:<b64:43>=,tag:<b64:22>==,type:str]\n",
    "vault": "aws_secret_access_key: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  <hex:80>\n",
    "jenkins": "<secretKey>{AQAAABAAAAAw<b64:63>=}</secretKey>\n",
    "git LFS pointer": "version https://git-lfs.github.com/spec/v1\noid sha256:<hex:64>\n",
    "image in a page": '<img class="secret-key" src="data:image/png;base64,iVBORw0KGgo<b64:400>=">\n',
    "DNA": "secret ACGTTGCAACGTTGCAACGTTGCAACGTTGCAACGTTGCA\n",
    "minified code": "var secretKey=function(a,b){return AbstractSecretKeyFactoryProviderBase(a,b)};\n",
    "uuid": "secret_key_id: 0f8fad5b-d9cb-469f-a165-70867728950e\n",
    "MinIO's root": "MINIO_ROOT_USER=minioadmin\nMINIO_ROOT_PASSWORD=minioadmin\n",
    "slug of forty characters": "aws_secret_key_doc: how-to-rotate-the-secret-access-keys-now\n",
    "40 letters of an identifier": "secretAccessKey: AwsSecretAccessKeyCredentialProviderChai\n",
    "ethereum address": "aws_secret_key = 52908400098527886E0F7030069857D2E4169EE7\n",
}


@pytest.mark.parametrize("template", [pytest.param(text, id=name) for name, text in SILENT.items()])
@pytest.mark.parametrize("salt", ["", "2", "3", "4"])
def test_stays_silent(template: str, salt: str) -> None:
    content = fake(template, salt)
    beside = fake("<id>", salt)
    detected = [item for _, found in Detector(credential_patterns()).detect(content) for item in found]
    real = [item for item in detected if not benign(item.values[0].role, item.values[0].raw)]
    assert [item.pattern.id for item in real if item.values[0].raw != beside] == []


TRAPS = {
    "prose about secrets, in base64": (
        "base64 at 76 with Windows line ends",
        "Keep your AWS secret access key secret.\n" * 9,
    ),
    "a reference, in base64": ("base64", "AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY}\n"),
    "a commit called secret, in base64": ("base64", "aws_secret_access_key = <hex:40>\n"),
    "random after the word, in base64": ("base64", "secret: <b64:400>\n"),
    "a client secret, in base64": ("base64", "client_secret: <secret>\n"),
    "a client secret, in percent": ("percent where it must be", "client_secret=<b64:19>/+<b64:19#2>&x=1"),
    "a web token": ("base64 without padding", '{"iss": "https://sts.amazonaws.com", "secret": false, "x": "<b64:60>"}'),
    "a URL in a URL": ("percent twice", "https://s3.amazonaws.com/secret/key/<b64:60>?a=b&c=<hex:40>"),
    "code points of words": ("code points", 'var secretAccessKey = "Please enter your secret access key here now";'),
    "hex of words": ("hex", "the secret access key must be forty characters long, and so on"),
    "entities of words": ("entities", "<b>secret</b> access keys have forty characters, key IDs have twenty"),
    "documentation pair, in base64": (
        "base64",
        "aws_access_key_id=AKIAIOSFODNN7EXAMPLE\naws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
    ),
    "resource identifiers, in base64": ("base64", "AROA<base32:17> AIDA<base32:17> secret AKIA<base32:15>\n"),
}


@pytest.mark.parametrize(("name", "template"), [pytest.param(*trap, id=name) for name, trap in TRAPS.items()])
@pytest.mark.parametrize("salt", ["", "2", "3", "4"])
def test_stays_silent_when_it_is_decoded(name: str, template: str, salt: str) -> None:
    detected = Detector(credential_patterns()).detect(b"x: " + ENCODERS[name](fake(template, salt)) + b"\n")
    real = [item for _, found in detected for item in found if not benign(item.values[0].role, item.values[0].raw)]
    assert [item.pattern.id for item in real] == []


SHAPES = {
    "two values side by side": '"AKIA<base32:9>" "<base32:9>"\n',
    "arguments of a shell": 'secret "<b64:20>" "<b64:12>" "<hex:40>"\n',
    "words added up": '"secret_key": "abcdefghijklmnopqrst" + "uvwxyzabcdefghijklmn"\n',
    "a regular expression": "secret: /^[A-Za-z0-9\\/+=]{40}$/, AKIA[0-9A-Z]{16}\n",
    "a path with escapes": '"secret": "C:\\\\Users\\\\secret\\\\AppData\\\\Local\\\\Programs\\\\Example"\n',
    "URLs in JSON": '"aws_secret_url": "https:\\/\\/s3.amazonaws.com\\/documentation\\/AboutSecretKeys\\/index"\n',
    "a picture": 'secret = "data:image\\/png;base64,iVBORw0KGgo<b64:400>"\n',
    "a key of SSH": "secret key: ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC<b64:340>\n",
    "lock file": '"secret@^1.0.0":\n  integrity sha512-<b64:43>/<b64:42>==\n',
    "digest in percent": "aws secret X-Amz-Content-Sha256=<hex:64>%26Digest=<hex:40>%3D\n",
    "encoded digest": "secret: sha1-<b64:27>=, <hex:40>, <b64:44>\n",
    "letters in base64 that chance brings": "<b64:30>QUtJQ<b64:60>\n<b64:31>c2VjcmV0<b64:60>\n",
}


@pytest.mark.parametrize("template", [pytest.param(text, id=name) for name, text in SHAPES.items()])
@pytest.mark.parametrize("salt", ["", "2", "3", "4"])
def test_stays_silent_over_what_looks_encoded(template: str, salt: str) -> None:
    detected = Detector(credential_patterns()).detect(fake(template, salt))
    real = [item for _, found in detected for item in found if not benign(item.values[0].role, item.values[0].raw)]
    assert [item.pattern.id for item in real] == []


@pytest.mark.parametrize("shape", ["<b64:200000>", "<hex:200000>", "<url64:200000>", "<base32:200000>"])
def test_long_random_text_holds_nothing(shape: str) -> None:
    """Pictures, fonts, archives: what chance brings about in them is no evidence."""
    content = b"secret AKIA " + fake(shape)
    assert [item for _, found in Detector(credential_patterns()).detect(content) for item in found] == []
