"""A Region of China, of GovCloud or of the European Sovereign Cloud beside a credential: it is good there alone."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._text import named

PAGE = "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html"
PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"

SIGNALS = (
    Signal(
        id="region-beside",
        says="unknown",
        strength="weak",
        scope="record",
        detail="A Region that is set beside it lies in a partition of its own.",
        reference=PAGE,
        needs=(b"cn-", b"us-gov-", b"eusc-"),
        in_line=True,
        regex=(
            rb"(?:" + named(rb"(?:aws_?)?(?:default_?)?region(?:_?name)?") + rb"|(?<=[a-z0-9])\.)"
            rb"(?P<region>(?:cn|us-gov|eusc-de)-[a-z]{4,12}-\d)(?![\w\-])"
        ),
        examples={
            "profile": "[x]\n" + PAIR + "region = cn-north-1\n",
            "environment": "AWS_DEFAULT_REGION=us-gov-west-1\nAWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
            "call": "boto3.client('s3', region_name='cn-northwest-1', aws_access_key_id='<id>', aws_secret_access_key='<secret>')\n",
            "host": PAIR + "endpoint = https://s3.cn-north-1.amazonaws.com.cn\n",
            "sovereign cloud": PAIR + "region: eusc-de-east-1\n",
        },
        counterexamples={
            "commercial Region": PAIR + "region = us-east-1\n",
            "another section's": "[x]\n" + PAIR + "[y]\nregion = cn-north-1\n",
            "another name": PAIR + "bucket = backup-cn-north-1\n",
            "no Region": PAIR + "region = us-gov\n",
        },
    ),
)
