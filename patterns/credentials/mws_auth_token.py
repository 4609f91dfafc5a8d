"""Auth tokens of Amazon Marketplace Web Service, which a seller gave to a developer."""

from __future__ import annotations

from patterns._pattern import Anchor, Pattern

PATTERN = Pattern(
    id="aws-mws-auth-token",
    title="Amazon MWS auth token",
    kind="mws-auth-token",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html",
    anchors=(Anchor(b"amzn.mws.", after=17, expression=rb"amzn\.mws\.[0-9a-f]{8}"),),
    regex=(
        rb"(?<![A-Za-z0-9])(?P<token>amzn\.mws\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}(?:[0-9a-f]{12}|[0-9a-z]{5}EXAMPLE))"
        rb"(?![A-Za-z0-9])"
    ),
    examples={
        "environment variable": "MWS_AUTH_TOKEN=amzn.mws.<hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-<hex:12>\n",
        "in JSON": '{"MWSAuthToken": "amzn.mws.<hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-<hex:12>"}',
        "in a URL": "https://mws.amazonservices.com/?MWSAuthToken=amzn.mws.<hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-<hex:12>&a=b",
    },
    counterexamples={
        "one character short": "amzn.mws.<hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-<hex:11>\n",
        "one character too long": "amzn.mws.<hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-<hex:13>\n",
        "inside of a longer word": "xamzn.mws.<hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-<hex:12>\n",
        "a UUID": "mws <hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-<hex:12>\n",
    },
)
