"""What the patterns of the other families must stay silent for: tokens, keys and digests that are somebody else's."""

from __future__ import annotations

import base64

import pytest

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.detector import Detector

PEM = "-----BEGIN RSA PRIVATE KEY-----\nMIIE<b64:60>\n<b64:64>\n<b64:64#2>\n<b64:64#3>\n-----END RSA PRIVATE KEY-----\n"
SILENT = {
    "private key of a server": PEM,
    "private key in a program": 'key = """' + PEM + '"""\n',
    "private key beside a word that holds it": "the laws of nature\n" + PEM,
    "encrypted private key": "aws\n" + PEM.replace("RSA", "ENCRYPTED"),
    "public key": "aws\n" + PEM.replace("RSA PRIVATE", "PUBLIC"),
    "certificate of Amazon": "subject=CN = Amazon Root CA 1\n" + PEM.replace("RSA PRIVATE KEY", "CERTIFICATE"),
    "certificate request": "aws\n" + PEM.replace("RSA PRIVATE KEY", "CERTIFICATE REQUEST"),
    "key of PGP": "aws\n" + PEM.replace("RSA PRIVATE KEY", "PGP PRIVATE KEY BLOCK"),
    "public key of SSH": "ssh-rsa AAAAB3NzaC1yc2E<b64:300> ec2-user@aws\n",
    "signed URL of Google": "https://storage.googleapis.com/b/k?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Credential=a%40b.iam.gserviceaccount.com%2F20990101&X-Goog-Date=20990101T000000Z&X-Goog-Expires=900&X-Goog-Signature=<hex:512>\n",
    "shared access signature of Azure": "https://x.blob.core.windows.net/c/b?sv=2022-11-02&se=2099-01-01T00%3A00%3A00Z&sr=b&sp=r&sig=<b64:43>%3D\n",
    "signed URL of MinIO": "http://localhost:9000/b/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=minioadmin%2F20990101%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20990101T000000Z&X-Amz-Expires=900&X-Amz-Signature=<hex:64>\n",
    "signed URL of a manual": "https://b.s3.amazonaws.com/k?X-Amz-Credential=<your-access-key-id>%2F20130721&X-Amz-Date=20130721T201207Z&X-Amz-Signature=<signature-value>\n",
    "signature in a test": "expected = 'X-Amz-Signature=<hex:64>'\n",
    "canonical request": "GET\n/\nX-Amz-Algorithm=AWS4-HMAC-SHA256\nX-Amz-Date=20990101T000000Z\n\n<hex:64>\n",
    "tokens of Cognito": '{"accessToken": "eyJraWQiOiJh<url64:60>.<url64:300>.<url64:342>", "refreshToken": "<url64:900>", "idToken": "eyJraWQiOiJi<url64:60>.<url64:300>.<url64:342>", "expiresIn": 3600}',
    "tokens of Google": '{"access_token": "ya29.<url64:150>", "refresh_token": "1//<url64:100>", "client_secret": "GOCSPX-<url64:28>"}',
    "tokens of Azure": '{"accessToken": "eyJ0eXAiOiJK<url64:60>.<url64:900>.<url64:342>", "expiresOn": "2099-01-01", "refreshToken": "0.A<url64:900>", "clientId": "x", "clientSecret": "<url64:40>"}',
    "start page of something else": '{"startUrl": "https://app.acme.io/start", "title": "Start"}',
    "client secret of OAuth": '{"clientId": "x", "clientSecret": "<url64:64>", "expiresAt": "2099-01-01T00:00:00Z"}',
    "JSON web token": "Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.<url64:300>.<url64:342>\n",
    "encrypted web token": "token: eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.<url64:342>.<url64:16>.<url64:300>.<url64:22>\n",
    "integrity of npm": '"integrity": "sha256-<b64:43>="\n',
    "sums of Go": "github.com/aws/smithy-go v1.0.0 h1:<b64:43>=\ngithub.com/aws/smithy-go v1.0.0/go.mod h1:<b64:43#2>=\n",
    "digest beside a user of CodeCommit": "user: alice-at-123456789013\nchecksum: <b64:43>=\n",
    "fingerprint of SSH": "alice-at-123456789013 SHA256:<b64:43>\n",
    "password of another mail server": "SMTP_HOST=smtp.gmail.com\nSMTP_USER=me@acme.io\nSMTP_PASSWORD=<lower:16>\n",
    "password of another mail server in a sentence": "SMTP_PASSWORD=BM<b64:42> on smtp.acme.io\n",
    "password of another mail server in its URL": "MAILER_URL=smtp://me:BM<b64:42>@smtp.acme.org:587\n",
    "key of Bedrock in a manual": "AWS_BEARER_TOKEN_BEDROCK=ABSK"
    + base64.b64encode(b"BedrockAPIKey-EXAMPLE-at-123456789012:SECRET").decode()
    + "\n",
    "key of SendGrid": "SMTP_USER=apikey\nSMTP_PASSWORD=SG.<url64:22>.<url64:43>\n",
    "digest beside words of mail": "smtp-cache-key: BK<b64:41>=\n",
    "key of Fernet": "smtp fernet: BK<url64:41>=\n",
    "reference to a password": "SMTP_PASSWORD=${{ secrets.SES_SMTP_PASSWORD_FOR_THE_MAILER }}\n",
    "name of a constant": "smtp = BadSmtpServerConfigurationExceptionForTesting1\n",
    "UUID with the letters of AppSync": "<hex:8>-<hex:4>-4<hex:3>-9da2-<hex:12>\n",
    "model of a camera": "https://shop.acme.io/da2-canon-eos-with-lens-and-strap\n",
    "other UUID": "<hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-<hex:12>\n",
    "prefix in an image": "data:image/png;base64,iVBORw0KGgo<b64:60>ABSK<b64:200>==\n",
    "prefix of CloudWatch in an image": "data:image/png;base64,iVBORw0KGgo<b64:60>ACWL<b64:200>==\n",
    "names of API keys": "bedrock-api-key-rotation-policy-for-the-production-account-of-acme\n",
    "sign-in code": 'url = f"{base}?Action=login&SigninToken={token}"\n',
    "Key-Pair-Id in code": 'params["Key-Pair-Id"] = key_pair_id\n',
    "authorization token in code": "const AWS_CONTAINER_AUTHORIZATION_TOKEN = 'AWS_CONTAINER_AUTHORIZATION_TOKEN';\n",
    "authorization token of the environment": "token = os.environ.get('AWS_CONTAINER_AUTHORIZATION_TOKEN')\n",
    "sealed secret": "encryptedData:\n  SMTP_PASSWORD: AgB<b64:400>\n",
    "sops": "smtp_password: ENC[AES256_GCM,data:<b64:58>==,iv:<b64:43>=,tag:<b64:22>==,type:str]\n",
    "vault": "smtp_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  <hex:80>\n",
    "crossed out": "AWS_BEARER_TOKEN_BEDROCK=ABSK********************************\nSMTP_PASSWORD=****************\n",
}  # fmt: skip


@pytest.mark.parametrize("template", [pytest.param(text, id=name) for name, text in SILENT.items()])
@pytest.mark.parametrize("salt", ["", "2", "3", "4"])
def test_stays_silent(template: str, salt: str) -> None:
    found = [item for _, some in Detector(credential_patterns()).detect(fake(template, salt)) for item in some]
    assert [item.pattern.id for item in found if item.at("sample.txt")] == []
