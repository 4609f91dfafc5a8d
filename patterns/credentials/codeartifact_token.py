"""Authorization tokens of CodeArtifact: encrypted web tokens whose header tells when they end.

AWS does not publish the form; it was read off tokens that were published by mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from patterns._encoded import unbased
from patterns._pattern import Anchor, Found, Pattern, Told

HEAD = b"eyJ2ZXIiOjEsImlzdSI6"
"""The beginning of a header, `{"ver":1,"isu":`, in base64."""


def token(match: Match[bytes]) -> Iterator[Found]:
    """A token with what its header tells."""
    ends = re.search(rb'"exp":(\d{9,11})', unbased(match["token"].partition(b".")[0]))
    told = Told(expires=int(ends[1]) if ends else None, tags=("codeartifact",))
    yield Found((("token", *match.span("token")),), told=told)


LIVE = "MTcwMDAwMDAwMCwiZXhwIjo0MTAyNDQ0ODAwLCJhbGciOiJBMTI4R0NNS1cifQ"
OVER = "MTcwMDAwMDAwMCwiZXhwIjoxNzAwMDQzMjAwLCJhbGciOiJBMTI4R0NNS1cifQ"
SAMPLE = "eyJ2ZXIiOjEsImlzdSI6{}.<url64:22>.<url64:16>.<url64:300>.<url64:22#2>"

PATTERN = Pattern(
    id="aws-codeartifact-token",
    title="CodeArtifact authorization token",
    kind="login-token",
    reference="https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html",
    anchors=(Anchor(HEAD, after=24),),
    regex=rb"(?<![\w\-])(?P<token>" + HEAD + rb"[\w\-]{20,1000}(?:\.[\w\-]{8,4000}){2,4})(?![\w\-])",
    longest=16384,
    refine=token,
    examples={
        "environment variable": "CODEARTIFACT_AUTH_TOKEN=" + SAMPLE.format(LIVE) + "\n",
        "expired, in the settings of npm": "//acme-1.d.codeartifact.us-east-1.amazonaws.com/npm/x/:_authToken="
        + SAMPLE.format(OVER)
        + "\n",
        "in a URL": "index-url = https://aws:"
        + SAMPLE.format(LIVE)
        + "@acme-1.d.codeartifact.us-east-1.amazonaws.com/pypi/\n",
    },
    counterexamples={
        "shortened": "aws:eyJ2ZXIiOjEsImlzdSI6MTYx.....5OSwiZW5j\n",
        "beginning alone": "eyJ2ZXIiOjEsImlzdSI6" + LIVE + "\n",
        "another web token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.<url64:43>\n",
        "a reference": "//x.codeartifact.us-east-1.amazonaws.com/:_authToken=${CODEARTIFACT_AUTH_TOKEN}\n",
    },
)
