"""CloudFront's key pairs of earlier years, which the root user alone could make, kept together with an access key."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._subjects import long_term

PAGE = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html"
PAIR = "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n"

SIGNALS = (
    Signal(
        id="cloudfront-key-pair",
        says="root",
        strength="weak",
        scope="record",
        detail="A CloudFront key pair is kept with it, such as the root user alone could make.",
        reference=PAGE,
        needs=(b"pk-apka",),
        in_line=True,
        regex=rb"(?<![A-Za-z0-9])pk-APKA[A-Z0-9]{16,17}\.pem(?![\w.])",
        accept=long_term,
        examples={
            "setting": PAIR + "CLOUDFRONT_KEY=keys/pk-APKA<base32:16>.pem\n",
            "listing": "pk-APKA<base32:16>.pem\nAKIA <id>\n",
            "archive": PAIR + "tar czf keys.tgz pk-APKA<base32:16>.pem\n",
        },
        counterexamples={
            "key group": PAIR + "CLOUDFRONT_KEY=keys/private_key.pem\n",
            "key pair's ID alone": PAIR + "CLOUDFRONT_KEY_PAIR_ID=APKA<base32:16>\n",
            "temporary": "AWS_ACCESS_KEY_ID=<id:ASIA>\nCLOUDFRONT_KEY=pk-APKA<base32:16>.pem\n",
        },
    ),
)
