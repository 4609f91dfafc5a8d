"""What must stay silent: hashes, digests, identifiers, paths, tokens of others, references to values kept elsewhere."""

from __future__ import annotations

import pytest

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
    "crossed out": "aws_access_key_id = AKIAXXXXXXXXXXXXXXXX\naws_secret_access_key = XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX\n",
    "told to replace": "aws_secret_access_key = YOUR_SECRET_ACCESS_KEY\n",
    "documentation pair": "AKIAIOSFODNN7EXAMPLE\nwJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
    "documentation pair with names": "aws_access_key_id=AKIAI44QH8DHBEXAMPLE\naws_secret_access_key=je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY\n",
    "counting up": "aws_access_key_id=AKIA1234567890123456\naws_secret_access_key=abcdefghijklmnopqrstuvwxyz0123456789ABCD\n",
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
