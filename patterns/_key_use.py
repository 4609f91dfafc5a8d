"""What a private key opens, of which nothing in it tells: by the name of its file, or by the text beside it. Support."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._names import name_of, words_of
from patterns._owners import is_of_a_vendor, is_of_aws, is_of_others
from patterns._pattern import Told

ABOVE, BELOW = 300, 160
"""Bytes to either side in which words tell whose a key is."""
REGION = (
    r"(?:us|eu|eusc|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso[a-z]?|-de)?-(?:north|south|east|west|central)[a-z]{0,5}-\d"
)
OF_AWS = "aws-key"
CLUSTERS = frozenset((b"apiserver", b"ca", b"etcd", b"kubelet", b"peer"))
"""Words of names of keys by which the parts of a cluster know one another."""
RECORDS = b"}\n{"
"""Between records that have a line each, of which one tells nothing of another."""
_OTHERWISE = r"^(?!.*(?<![a-z])(?:acm|ca(?!-(?:central|west))|e?lb|jwt|rds|s3|saml|ssl|tls|webhook)(?![a-z]))"
"""What stands in the name of a file whose key is another's: what lies in a bucket, a load balancer's certificate."""
WORDS = (
    ("cloudfront-key", rb"cloud.?front|key.?pair.?id[\"'\s:=,]{1,6}(?:apka|k[0-9])"),
    (
        "ec2-key-pair",
        rb"(?<![a-z0-9])ec2(?![a-z0-9])|(?<![a-z])keymaterial[\"'\s\\:=>|]{0,40}\n|aws_key_pair|lightsail|key-[0-9a-f]{17}",
    ),
    ("codecommit-key", rb"codecommit"),
    ("iot-key", rb"aws.?iot|iot\.[a-z0-9\-]+\.amazonaws|keypair[\"'\s:={]{1,12}public"),
    (OF_AWS, rb"(?<![a-z0-9])aws(?![a-z0-9])|amazonaws"),
)
NAMES = (
    ("cloudfront-key", r"(?:pk|rsa|private[_-]?key)[-_](?P<key_id>APKA[A-Z0-9]{12,17})|(?i:cloud.?front)"),
    ("signing-certificate", r"^pk-(?P<key_id>[A-Z0-9]{24,32})\.pem"),
    ("iot-key", r"^[0-9a-f]{10,64}-private\.pem\.key|(?i:aws.?iot)"),
    ("codecommit-key", r"(?i:code.?commit)"),
    # ec256 is a curve
    ("ec2-key-pair", rf"(?i:(?<![a-z])ec2(?![a-z]|56)|lightsail|(?:^|[^a-z]){REGION}.*\.(?:pem|ppk)$)"),
    ("ec2-key-pair", rf"(?i:{_OTHERWISE}(?<![a-z])aws.*\.(?:pem|ppk)$)"),
    (OF_AWS, rf"(?i:{_OTHERWISE}(?<![a-z])(?:aws|amazon)(?![a-z]))"),
)


def by_name(name: str) -> Told | None:
    """What the name of a file says; None where it does not say that the key is AWS's."""
    for tag, expression in NAMES:
        found = re.search(expression, name)
        if found:
            return Told(key_id=found.groupdict().get("key_id"), tags=(tag,))
    return None


def by_text(match: Match[bytes]) -> tuple[str, ...]:
    """The service that the text beside it speaks of. That AWS is named tells only above, and where nobody else is."""
    data = match.string
    above = data[max(0, match.start() - ABOVE) : match.start()].rpartition(RECORDS)[2]
    text = above + b"\n" + data[match.end() : match.end() + BELOW].partition(RECORDS)[0]
    tag = next((tag for tag, found in _words().items() if found.search(above if tag == OF_AWS else text)), None)
    if tag == OF_AWS and (_another().search(text) or _is_another_ones(name_of(data, match.start()))):
        return ()
    return (tag,) if tag and not _tunnel().search(above) else ()


def _is_another_ones(name: bytes) -> bool:
    is_others = is_of_others(name) or is_of_a_vendor(name) or not CLUSTERS.isdisjoint(words_of(name))
    return is_others and not is_of_aws(name)


@functools.cache
def _another() -> re.Pattern[bytes]:
    """Whom else a private key may be for, where it is told of beside AWS."""
    words = (
        rb"gcp|google|digitalocean|hetzner|linode|vultr|github|gitlab|bitbucket|cognito|kubernetes"
        rb"|jwt|json web token|saml|oidc|openid|tls|server_?certificate|acm_certificate"
        rb"|(?:not|from|than|nor) aws"
    )
    return re.compile(rb"(?i)gserviceaccount|service_account|azure|git@|(?<![a-z])(?:%b)(?![a-z])" % words)


@functools.cache
def _tunnel() -> re.Pattern[bytes]:
    """A setting of OpenVPN, whose server may stand in EC2."""
    return re.compile(rb"(?s)(?:\A|\n)(?:remote |</(?:ca|cert)>).*<key>\s*\Z")


@functools.cache
def _words() -> dict[str, re.Pattern[bytes]]:
    return {tag: re.compile(rb"(?i)" + words) for tag, words in WORDS}
