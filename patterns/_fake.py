"""Made-up credentials for samples, so that this repository holds no key-like literal.

A template holds slots; `fake` fills them, the same on each run:

    <id>  <id:ASIA>  <id:AKIA:123456789013>   an access key ID; of an account (12 digits) if given
    <oldid>                                   one of the generation before 2019, which names no account
    <secret>                                  a secret access key, 40 characters
    <token>                                   a session token; <token:account> holds that account
    <b64:N> <url64:N> <hex:N> <base32:N> <base36:N> <digits:N> <lower:N>   N characters of that alphabet
    <password>                                what a console password looks like
    <absk> <absk:user:account>                a long-term API key of Bedrock, and <acwl…> of CloudWatch Logs
    <bedrock:moment> <bedrock:moment:ASIA>    a short-term API key of Bedrock, issued then (20300101T000000Z)
    <eks:moment> <eks:moment:ASIA>            a token of an EKS cluster, signed then
    <ecr:seconds>                             a password of a container registry that ends then, in seconds since 1970
    <smtp> <smtp:2>                           an SMTP password of SES, of today or of the older algorithm

A slot stands for the same value wherever it stands in a template; `<secret#2>` is another one.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

from patterns._pattern import Sample

BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
LOWER, DIGITS = "abcdefghijklmnopqrstuvwxyz", "0123456789"
ALPHABETS = {
    "b64": BASE64,
    "url64": BASE64[:62] + "-_",
    "hex": "0123456789abcdef",
    "base32": BASE32,
    "base36": LOWER + DIGITS,
    "digits": DIGITS,
    "lower": LOWER,
}
PREFIXES = {"absk": "ABSK", "acwl": "ACWL"}
_SLOT = re.compile(
    r"<(id|oldid|secret|token|password|absk|acwl|bedrock|eks|ecr|smtp|b64|url64|hex|base32|base36|digits|lower)"
    r"((?::[A-Za-z0-9]+)*)(#\d+)?>"
)


def fake(template: str | Sample, salt: str = "") -> bytes:
    """The template as UTF-8 bytes with its slots filled; another `salt` gives other values."""
    text = template.content if isinstance(template, Sample) else template
    return _SLOT.sub(lambda slot: _fill(slot, salt), text).encode()


def path_of(template: str | Sample) -> str:
    """The path a sample stands at."""
    return template.path if isinstance(template, Sample) else "sample.txt"


def key_id(prefix: str, account: str, seed: str) -> str:
    """An access key ID of the present generation that decodes to `account` (12 digits)."""
    number = (1 << 44) | (int(account) << 4) | next(_numbers(seed + "low")) % 16
    head = "".join(BASE32[(number >> shift) & 31] for shift in range(40, -1, -5))
    return prefix + head + _text(BASE32, 7, seed)


def session_token(account: str, seed: str) -> str:
    """A token with the structure that tokens have: region and account stand in it unencrypted."""
    body = bytes(number & 255 for number, _ in zip(_numbers(seed), range(420), strict=False))
    return base64.b64encode(
        b'!\n\torigin_ec\x10\x01\x1a\tus-east-1"' + body[:200] + b"\x1a\x0c" + account.encode() + body[200:]
    ).decode()


def service_key(prefix: str, options: list[str], seed: str) -> str:
    """An API key that holds the name of its user, the account and a secret."""
    user, account = options or ["BedrockAPIKey-" + _text(LOWER, 4, seed), "4" + _text(DIGITS, 11, seed + "account")]
    plain = f"{user}-at-{account}:{_text(BASE64, 60, seed)}"
    return prefix + base64.b64encode(plain.encode()).decode()


def short_term_key(moment: str, prefix: str, seed: str) -> str:
    """A presigned request to Bedrock, good for twelve hours."""
    url = "bedrock.amazonaws.com/?" + _signed("CallWithBearerToken", "bedrock", 43200, moment, prefix, seed)
    return "bedrock-api-key-" + base64.b64encode(url.encode()).decode()


def cluster_token(moment: str, prefix: str, seed: str) -> str:
    """A presigned request to STS, which a cluster takes for a proof of identity."""
    url = "https://sts.us-west-2.amazonaws.com/?" + _signed("GetCallerIdentity", "sts", 60, moment, prefix, seed)
    return "k8s-aws-v1." + base64.urlsafe_b64encode(url.encode()).decode().rstrip("=")


def registry_password(ends: str, seed: str) -> str:
    """What `aws ecr get-login-password` prints."""
    payload, key = _text(BASE64, 800, seed), _text(BASE64, 248, seed + "key")
    plain = f'{{"payload":"{payload}","datakey":"{key}","version":"2","type":"DATA_KEY","expiration":{ends}}}'
    return base64.b64encode(plain.encode()).decode()


def _signed(action: str, service: str, lifetime: int, moment: str, prefix: str, seed: str) -> str:
    """The query of a presigned request; lifetime in seconds."""
    scope = (
        f"{key_id(prefix, '4' + _text(DIGITS, 11, seed), seed)}%2F{moment[:8]}%2Fus-west-2%2F{service}%2Faws4_request"
    )
    return (
        f"Action={action}&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={scope}&X-Amz-Date={moment}"
        f"&X-Amz-Expires={lifetime}&X-Amz-SignedHeaders=host&X-Amz-Signature={_text(ALPHABETS['hex'], 64, seed)}&Version=1"
    )


PRESIGNED = {"bedrock": short_term_key, "eks": cluster_token}


def _fill(slot: re.Match[str], salt: str) -> str:
    name, options, seed = slot[1], slot[2].split(":")[1:], slot[0] + salt
    if name == "id":
        account = options[1] if len(options) > 1 else "4" + _text(DIGITS, 11, seed + "account")
        return key_id(options[0] if options else "AKIA", account, seed)
    if name == "oldid":
        return (options[0] if options else "AKIA") + "J" + _text(BASE32, 15, seed)
    if name == "secret":
        return _text(BASE64, 40, seed)
    if name == "token":
        return session_token(options[0] if options else "4" + _text(DIGITS, 11, seed), seed)
    if name in PREFIXES:
        return service_key(PREFIXES[name], options, seed)
    if name in PRESIGNED:
        return PRESIGNED[name](options[0], options[1] if len(options) > 1 else "AKIA", seed)
    if name == "ecr":
        return registry_password(options[0], seed)
    if name == "smtp":
        return ("Ah" if options else "BK") + _text(BASE64, 42, seed)
    if name == "password":
        return "Xy7-" + _text(BASE64[:62], 8, seed) + "!q"
    return _text(ALPHABETS[name], int(options[0]), seed)


def _text(alphabet: str, length: int, seed: str) -> str:
    return "".join(alphabet[number % len(alphabet)] for number, _ in zip(_numbers(seed), range(length), strict=False))


def _numbers(seed: str) -> Iterator[int]:
    block = 0
    while True:
        digest = hashlib.sha256(f"akia sample {seed} {block}".encode()).digest()
        yield from (int.from_bytes(digest[at : at + 2], "big") for at in range(0, 32, 2))
        block += 1
