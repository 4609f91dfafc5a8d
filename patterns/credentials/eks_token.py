"""Tokens of EKS clusters: a presigned request in base64, with which whoever signed it is let in for 15 minutes.

Source: https://docs.aws.amazon.com/eks/latest/best-practices/cluster-access-management.html
"""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns._encoded import epoch, unbased
from patterns._pattern import Anchor, Found, Pattern
from patterns._signed import of_version_4, parameters

HEAD = b"k8s-aws-v1."
LIFETIME = 15 * 60
"""Seconds for which a cluster takes it, whatever the request says of its own expiry."""


def token(match: Match[bytes]) -> Iterator[Found]:
    """A token whose request is signed, with the key ID in it, which stands where its base64 does."""
    request = unbased(match["token"][len(HEAD) :])
    query = parameters(request)
    told, issued = of_version_4(query), epoch(query.get("x-amz-date", b""))
    if told is None or issued is None or "x-amz-signature" not in query:
        return
    identifier = query["x-amz-credential"].partition(b"/")[0]
    at = request.find(identifier)
    start = match.start("token") + len(HEAD)
    span = start + at // 3 * 4, min(match.end("token"), start + (at + len(identifier) + 2) // 3 * 4)
    told = told._replace(expires=issued + LIFETIME, tags=("eks",))
    yield Found((("token", *match.span("token")), ("id", *span, identifier)), told=told)


PATTERN = Pattern(
    id="aws-eks-token",
    title="EKS cluster token",
    kind="presigned-url",
    reference="https://docs.aws.amazon.com/eks/latest/best-practices/cluster-access-management.html",
    anchors=(Anchor(HEAD, after=64, expression=rb"k8s-aws-v1\.[A-Za-z0-9_\-]{48}"),),
    regex=rb"(?<![A-Za-z0-9+/_\-])(?P<token>k8s-aws-v1\.[A-Za-z0-9_\-]{200,6000}={0,2})(?![A-Za-z0-9+/=_\-])",
    longest=8192,
    refine=token,
    examples={
        "in a kubeconfig": "users:\n- name: admin\n  user:\n    token: <eks:20990101T000000Z>\n",
        "of a session": '{"status": {"token": "<eks:20990101T000000Z:ASIA>"}}',
        "over": "Authorization: Bearer <eks:20240101T000000Z>\n",
    },
    counterexamples={
        "prefix in code": 'TOKEN_PREFIX = "k8s-aws-v1."\n',
        "base64 of something else": "token: k8s-aws-v1.<url64:300>\n",
        "shortened": "token: k8s-aws-v1.aHR0cHM6Ly9zdHMuYW1hem9uYXdzLmNvbS8...\n",
        "asked for": "command: aws\nargs: [eks, get-token, --cluster-name, main]\n",
    },
)
