"""Presigned URLs: whoever has one may do what it says, until it expires."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns import _signed
from patterns._pattern import Anchor, Found, Pattern, Told

QUERY = "&X-Amz-Date={}&X-Amz-Expires={}&X-Amz-SignedHeaders=host&X-Amz-Signature=<hex:64>"


def url(match: Match[bytes]) -> Iterator[Found]:
    """The whole URL around the parameter, if it is complete. Bedrock's keys hold such URLs and are told as keys."""
    found = _signed.url_around(match, match[0].partition(b"=")[0])
    query = _signed.parameters(found.plain) if found else {}
    told = _told(query) if found and _is_of_aws(found.plain, query) else None
    if found and told and query.get("action") != b"CallWithBearerToken":
        yield Found((("url", *found),), told=told)


def _told(query: _signed.Parameters) -> Told | None:
    if "x-amz-signature" in query:
        return _signed.of_version_4(query)
    return _signed.of_version_2(query) if "awsaccesskeyid" in query else None


def _is_of_aws(url: bytes, query: _signed.Parameters) -> bool:
    """Whether it is AWS's by its key ID or its host: others take signatures of the same form with IDs of their own."""
    signer = query.get("x-amz-credential") or query.get("awsaccesskeyid", b"")
    return signer.startswith((b"AKIA", b"ASIA")) or b"EXAMPLE" in signer or b"amazonaws." in url.partition(b"?")[0]


def sample(moment: str, seconds: int, key: str = "<id>") -> str:
    """A URL as S3 signs them; for samples."""
    scope = f"{key}%2F{moment[:8]}%2Fus-east-1%2Fs3%2Faws4_request"
    query = f"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={scope}" + QUERY.format(moment, seconds)
    return f"https://bucket.s3.amazonaws.com/folder/file.zip?{query}"


LIVE, OVER = sample("20990101T000000Z", 604800), sample("20200101T000000Z", 3600)

PATTERN = Pattern(
    id="aws-presigned-url",
    title="Presigned URL",
    kind="presigned-url",
    reference="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html",
    anchors=(Anchor(b"X-Amz-Signature=", after=16), Anchor(b"AWSAccessKeyId=", after=15)),
    regex=(
        rb"X-Amz-Signature=(?:[0-9a-f]{64}|[0-9a-f]{136,146})(?![0-9a-f])"
        rb"|AWSAccessKeyId=A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])"
    ),
    longest=192,
    refine=url,
    examples={
        "in prose": f"Get it from {LIVE}\n",
        "expired": f'<a href="{OVER}">download</a>\n',
        "in JSON, escaped": '{"url": "' + LIVE.replace("&", "\\u0026") + '"}',
        "in HTML": f'<a href="{LIVE.replace("&", "&amp;")}">',
        "in Markdown": f"[download]({LIVE})\n",
        "of a session": sample("20990101T000000Z", 900, "<id:ASIA>")
        + "&X-Amz-Security-Token=IQoJb3JpZ2luX2Vj<url64:200>",
        "without its host, in a log": '"GET '
        + LIVE.removeprefix("https://bucket.s3.amazonaws.com")
        + ' HTTP/1.1" 200\n',
        "version 2": "https://s3.amazonaws.com/b/k?AWSAccessKeyId=<id>&Expires=4102444800&Signature=<b64:27>%3D\n",
        "version 2, in HTML": '<a href="https://b.s3.amazonaws.com/k?AWSAccessKeyId=<id>&amp;Expires=4102444800&amp;Signature=<b64:27>%3D">',
        "version 2, in another order": "https://b.s3.amazonaws.com/k?Signature=<b64:27>%3D&Expires=1500000000&AWSAccessKeyId=<id>\n",
    },
    counterexamples={
        "of storage of another company": sample("20990101T000000Z", 900, "DO00<base32:16>").replace(
            "amazonaws", "digitaloceanspaces"
        ),
        "signature too short": LIVE.replace("<hex:64>", "<hex:63>"),
        "signature too long": LIVE.replace("<hex:64>", "<hex:65>"),
        "a template": LIVE.replace("<hex:64>", "{signature}"),
        "no moment": LIVE.replace("&X-Amz-Date=20990101T000000Z", ""),
        "an older key file": "AWSAccessKeyId=<id>\nAWSSecretKey=<secret>\n",
        "a signed request without an expiry": "https://sqs.amazonaws.com/?Action=X&AWSAccessKeyId=<id>&Signature=<b64:27>%3D",
        "a header": "Authorization: AWS4-HMAC-SHA256 Credential=<id>/20990101/us-east-1/s3/aws4_request, Signature=<hex:64>\n",
    },
)
