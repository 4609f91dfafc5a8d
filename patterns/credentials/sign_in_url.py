"""Sign-in URLs of federation: whoever opens one is in the console, as the one it was made for."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns import _signed
from patterns._checks import entropy
from patterns._pattern import Anchor, Found, Pattern, Told


def url(match: Match[bytes]) -> Iterator[Found]:
    """The URL around the token; or the token alone, as the endpoint hands it out."""
    if entropy(match["token"]) < 4.2:
        return
    if not match["parameter"]:
        yield Found((("token", *match.span("token")),))
        return
    found = _signed.url_around(match, b"SigninToken=")
    if found and (b"signin" in found.plain.partition(b"?")[0] or b"Action=login" in found.plain):
        partition = _signed.partition_of_host(found.plain.partition(b"?")[0])
        yield Found((("url", *found),), told=Told(partition=partition))


LOGIN = "https://signin.aws.amazon.com/federation?Action=login&Issuer=acme&Destination=https%3A%2F%2Fconsole.aws.amazon.com%2F"

PATTERN = Pattern(
    id="aws-sign-in-url",
    title="AWS console sign-in URL",
    kind="sign-in-url",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html",
    anchors=(Anchor(b"SigninToken", before=6, after=64, expression=rb"SigninToken.{1,8}[A-Za-z0-9_%+/.~\-]{40}"),),
    regex=(
        rb"(?:(?P<parameter>(?:[?&;]|\\u0026)SigninToken=)|SigninToken\\?[\"']\s{0,4}:\s{0,4}\\?[\"'])"
        rb"(?P<token>[\w%+/.~=\-]{60,})"
    ),
    longest=8192,
    refine=url,
    examples={
        "in prose": f"Sign in at {LOGIN}&SigninToken=<url64:400>\n",
        "in JSON": '{"url": "' + LOGIN.replace("&", "\\u0026") + '\\u0026SigninToken=<url64:400>"}',
        "of GovCloud": LOGIN.replace("aws.amazon.com", "amazonaws-us-gov.com") + "&SigninToken=<url64:400>\n",
        "answer of the endpoint": '{"SigninToken": "<url64:400>"}',
        "token before the rest": "https://us-east-1.signin.aws.amazon.com/federation?SigninToken=<url64:400>&Action=login\n",
    },
    counterexamples={
        "made by code": 'request_url += "&SigninToken=" + signin_token["SigninToken"]\n',
        "a template": f"{LOGIN}&SigninToken={{token}}\n",
        "too short": f"{LOGIN}&SigninToken=<url64:50>\n",
        "sign-in of something else": "https://example.org/start?SigninToken=<url64:400>\n",
        "crossed out": f"{LOGIN}&SigninToken=" + "X" * 400 + "\n",
        "request for a token": "https://signin.aws.amazon.com/federation?Action=getSigninToken&Session=x\n",
    },
)
