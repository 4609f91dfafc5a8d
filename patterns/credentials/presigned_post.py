"""Presigned POST forms: whoever has the fields may upload what their policy allows, until it expires.

Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from patterns._encoded import epoch, unbased
from patterns._pattern import Anchor, Found, Pattern, Told

HEAD = b"eyJleHBpcmF0aW9uIj"
"""The beginning of a policy, `{"expiration"`, in base64."""
REACH = 4096
"""Bytes to either side over which the fields of a form lie; a session token is among them."""


BETWEEN = rb"[\"'=:>,\s\\]{1,24}(?i:value)?[\"'=:\s\\]{0,24}"
"""What stands between a field's name and its value, in JSON and HTML."""
SIGNATURE = (
    rb"(?i:x-amz-signature)" + BETWEEN + rb"(?P<four>[0-9a-f]{64})(?![0-9a-f])"
    rb"|(?i:\bsignature)" + BETWEEN + rb"(?P<two>[A-Za-z0-9+/]{27}=)"
)
SIGNER = rb"(?i:x-amz-credential|AWSAccessKeyId)" + BETWEEN + rb"(?P<id>A[KS]IA[A-Z0-9]{16})(?![A-Za-z0-9])"


def form(match: Match[bytes]) -> Iterator[Found]:
    """The signature of the form whose policy this is, with the ID of the key and the moment at which it expires."""
    policy = unbased(match[0])
    ends = re.match(rb'\{"expiration"\s*:\s*"([0-9T:.\-]{19,24})Z?"', policy)
    signature, signer = _nearest(SIGNATURE, match), _nearest(SIGNER, match)
    if ends and b'"conditions"' in policy and signature and signer:
        yield Found((("token", *signature), ("id", *signer)), told=Told(expires=epoch(ends[1]), tags=("post-form",)))


def _nearest(field: bytes, match: Match[bytes]) -> tuple[int, int] | None:
    """Where the value of the field stands that is nearest to the policy."""
    found = re.compile(field).finditer(match.string, max(0, match.start() - REACH), match.end() + REACH)
    spans = [one.span(one.lastgroup or 0) for one in found]
    return min(spans, key=lambda span: max(match.start() - span[1], span[0] - match.end()), default=None)


POLICY = "eyJleHBpcmF0aW9uIjogIjIwOTktMDEtMDFUMDA6MDA6MDBaIiwgImNvbmRpdGlvbnMiOiBbeyJidWNrZXQiOiAiYWNtZSJ9XX0="
OVER = "eyJleHBpcmF0aW9uIjogIjIwMjAtMDEtMDFUMDA6MDA6MDBaIiwgImNvbmRpdGlvbnMiOiBbeyJidWNrZXQiOiAiYWNtZSJ9XX0="
"""A policy of a form that can be used till 2099, and of one that is over since 2020."""
FIELDS = (
    '{"url": "https://acme.s3.amazonaws.com/", "fields": {"key": "a", "x-amz-algorithm": "AWS4-HMAC-SHA256", '
    '"x-amz-credential": "<id>/20990101/us-east-1/s3/aws4_request", "x-amz-date": "20990101T000000Z", '
)

PATTERN = Pattern(
    id="aws-presigned-post",
    title="Presigned POST form",
    kind="presigned-url",
    reference="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html",
    anchors=(Anchor(HEAD, after=24),),
    regex=rb"(?<![A-Za-z0-9+/])" + HEAD + rb"[A-Za-z0-9+/]{40,4000}={0,2}(?![A-Za-z0-9+/=])",
    longest=4096,
    refine=form,
    examples={
        "as the SDK gives it": FIELDS + f'"policy": "{POLICY}", "x-amz-signature": "<hex:64>"}}}}\n',
        "over": FIELDS + f'"policy": "{OVER}", "x-amz-signature": "<hex:64>"}}}}\n',
        "in HTML": '<input type="hidden" name="X-Amz-Credential" value="<id>/20990101/us-east-1/s3/aws4_request" />\n'
        f'<input type="hidden" name="Policy" value="{POLICY}" />\n'
        '<input type="hidden" name="X-Amz-Signature" value="<hex:64>" />\n',
        "version 2": f'"AWSAccessKeyId": "<id>", "policy": "{POLICY}", "signature": "<b64:27>="\n',
    },
    counterexamples={
        "no signature": FIELDS + f'"policy": "{POLICY}"}}}}\n',
        "a policy alone": f"policy = {POLICY}\n",
        "signature to be filled in": FIELDS + f'"policy": "{POLICY}", "x-amz-signature": "<signature-value>"}}}}\n',
        "of something else": f'{{"state": "{POLICY}", "digest": "<hex:64>"}}\n',
    },
)
