"""Access key IDs of the years before IAM: without a prefix, and the account's own, which today is to say root's."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._text import field

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
AROUND = 400
LINE = "AWS_SECRET_ACCESS_KEY=<secret>\n"


def of_a_first_key(match: Match[bytes] | None, subject: Subject) -> bool:
    """A secret that stands with such an ID, where no other service that copies AWS's interface is spoken of."""
    if match is None or subject.kind != "secret-access-key" or b"EXAMPLE" in match["first"]:
        return False
    around = match.string[max(0, match.start() - AROUND) : match.end() + AROUND]
    return sum(byte > 64 for byte in match["first"]) >= 6 and not _other_service().search(around)


@functools.cache
def _other_service() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i)endpoint|host_base|minio|ceph|rgw|wasabi|spaces|backblaze|scaleway|walrus|eucalyptus|swift|localhost|radosgw"
    )


SIGNALS = (
    Signal(
        id="key-without-prefix",
        says="root",
        strength="medium",
        scope="record",
        detail="The key ID beside it has no prefix, as those of before IAM, which were the accounts' own.",
        reference=PAGE,
        needs=(b"aws",),
        in_line=True,
        regex=field(rb"aws[_\-.]?(?:access[_\-.]?)?key(?:[_\-.]?id)?", rb"(?P<first>[01][0-9A-Z]{19})"),
        accept=of_a_first_key,
        examples={
            "environment": "AWS_ACCESS_KEY_ID=0<base32:19>\n" + LINE,
            "file of the old tools": "AWSAccessKeyId=1<base32:19>\nAWSSecretKey=<secret>\n",
            "code": 'aws_access_key = "0<base32:19>"\naws_secret_key = "<secret>"\n',
        },
        counterexamples={
            "another service": "AWS_ACCESS_KEY_ID=0<base32:19>\n" + LINE + "# of our radosgw\n",
            "name without the vendor's": "ACCESS_KEY=0<base32:19>\n" + LINE,
            "digits": "AWS_ACCESS_KEY_ID=0<digits:19>\n" + LINE,
            "key with a prefix": "AWS_ACCESS_KEY_ID=<id>\n" + LINE,
            "one character long": "AWS_ACCESS_KEY_ID=0<base32:20>\n" + LINE,
        },
    ),
)
