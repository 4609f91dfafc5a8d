"""Tokens of `aws login`, as the AWS CLI keeps them in `~/.aws/login/cache` beside the keys that it got with them."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns._checks import entropy
from patterns._encoded import epoch
from patterns._fields import enclosing, field
from patterns._pattern import Anchor, Found, PartSpan, Pattern, Role, Told

FIELDS: tuple[tuple[bytes, Role], ...] = ((b"refreshToken", "token"), (b"idToken", "token"), (b"dpopKey", "key"))
RENEWABLE = 12 * 3600
"""Seconds after the end of the keys for which they can be renewed at the most."""


def tokens(match: Match[bytes]) -> Iterator[Found]:
    """The tokens of the cache around the first thing in it that tells what it is."""
    data = match.string
    span = enclosing(data, match.start())
    if match.re.search(data, *span).start() != match.start():  # type: ignore[union-attr]
        return
    found = [(role, at) for name, role in FIELDS if (at := field(data, span, name))]
    parts: list[PartSpan] = [
        (role, *at) for role, at in found if at[1] - at[0] >= 40 and entropy(data[slice(*at)]) >= 4
    ]
    if parts:
        end, account = field(data, span, b"expiresAt"), field(data, span, b"accountId")
        over = epoch(data[slice(*end)]) if end else None
        number = data[slice(*account)].decode() if account else ""
        yield Found(
            tuple(parts),
            told=Told(
                account=number if len(number) == 12 and number.isdecimal() else None,
                expires=over + RENEWABLE if over is not None else None,
            ),
        )


KEYS = (
    '"accessToken": {"accessKeyId": "<id:ASIA:123456789013>", "secretAccessKey": "<secret>", "sessionToken": '
    '"<token:123456789013>", "accountId": "123456789013", "expiresAt": "2099-01-01T00:00:00Z"}'
)
PEM = "-----BEGIN EC PRIVATE KEY-----\\n<b64:64>\\n<b64:64#2>\\n-----END EC PRIVATE KEY-----\\n"

PATTERN = Pattern(
    id="aws-login-token",
    title="Token of aws login",
    kind="login-token",
    reference="https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html",
    anchors=(Anchor(b"dpopKey", before=4, after=16), Anchor(b"access_token_sigv4", before=32, after=24)),
    regex=rb"[\"']dpopKey\\{0,3}[\"']\s{0,8}:|urn:aws:params:oauth:token-type:access_token_sigv4",
    refine=tokens,
    examples={
        "cache": (
            "{" + KEYS + ', "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4", "clientId": '
            '"arn:aws:signin:::devtools/same-device", "refreshToken": "<url64:300>", "idToken": "<url64:60>.<url64:90>.'
            f'<url64:86>", "dpopKey": "{PEM}"}}'
        ),
        "without the key": (
            "{"
            + KEYS
            + ', "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4", "refreshToken": "<url64:300>"}'
        ),
        "key before the tokens": f'{{\n  "dpopKey": "{PEM}",\n  "refreshToken": "<url64:300>"\n}}\n',
    },
    counterexamples={
        "names alone": 'cache["dpopKey"], cache["refreshToken"] = key, token\n',
        "values of a test": '{"refreshToken": "refresh", "idToken": "id", "dpopKey": "key"}',
        "tokens of something else": '{"refreshToken": "<url64:300>", "idToken": "<url64:300#2>"}',
        "the next object's": '{"dpopKey": ""}\n{"refreshToken": "<url64:300>"}',
    },
)
