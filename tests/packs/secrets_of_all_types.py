"""Made-up secrets of each type that detect-secrets knows, as templates of `patterns._fake`, to stand in a line."""

from __future__ import annotations

import base64
import json

from patterns._fake import fake


def jwt() -> str:
    """A token with a header and a body that can be read."""
    parts = [json.dumps({"alg": "HS256"}), json.dumps({"sub": "1234567890"})]
    head = [base64.urlsafe_b64encode(part.encode()).decode().rstrip("=") for part in parts]
    return ".".join((*head, fake("<url64:43>").decode()))


LINES = {
    "Artifactory Credentials": 'x = "AKC<b64:20>"'.replace("<b64:20>", "<base36:20>"),
    "AWS Access Key": "key A3TX<base32:16> of the old kind",
    "Azure Storage Account access key": "DefaultEndpointsProtocol=https;AccountKey=<b64:86>==;",
    "Base64 High Entropy String": 'blob = "<b64:70>"',
    "Basic Auth Credentials": "fetch https://joe:<base36:12>@host.example/x",
    "Cloudant Credentials": 'cloudant_password = "<hex:64>"',
    "Discord Bot Token": "bot M<base36:23>.<base36:6>.<base36:27> here",
    "GitHub Token": "see ghp_<base36:36> here",
    "GitLab Token": "see glpat-<base36:20> here",
    "Hex High Entropy String": 'digest = "<hex:40>"',
    "IBM Cloud IAM Key": 'ibm_cloud_iam_key = "<base36:44>"',
    "IBM COS HMAC Credentials": 'cos_hmac_secret_access_key = "<hex:48>"',
    "JSON Web Token": f"bearer {jwt()} here",
    "Mailchimp Access Key": "see <hex:32>-us12 here",
    "NPM tokens": "//npm.example.org/:_authToken=npm_<base36:36>",
    "OpenAI Token": "see sk-<base36:20>T3BlbkFJ<base36:20#2> here",
    "Private Key": "-----BEGIN RSA PRIVATE KEY-----",
    "PyPI Token": "see pypi-AgEIcHlwaS5vcmc<base36:75> here",
    "Secret Keyword": 'password = "<base36:12>"',
    "SendGrid API Key": "see SG.<base36:22>.<base36:43> here",
    "Slack Token": "see xoxb-<digits:12>-<base36:24> here",
    "SoftLayer Credentials": 'softlayer_api_key = "<base36:64>"',
    "Square OAuth Secret": "see sq0csp-<base36:43> here",
    "Stripe Access Key": "see sk_live_<base36:24> here",
    "Telegram Bot Token": "see <digits:9>:<base36:35> here",
    "Twilio API Key": "see AC<hex:32> here",
}
"""By type. That of public addresses is missing: a filter of detect-secrets drops what holds no letter."""


def line(kind: str) -> bytes:
    """The line of that type."""
    return fake(LINES[kind]) + b"\n"
