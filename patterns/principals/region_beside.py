"""A Region or a console of China, of GovCloud or of the European Sovereign Cloud beside a credential: it is good there alone."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._text import named

PAGE = "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html"
PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"
ROW = "User name,Password,Console sign-in URL\nalice,<password>,{}\n"

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
            rb"(?:"
            + named(rb"(?:aws_?)?(?:default_?)?region(?:_?name)?")
            + rb"|(?<=[a-z0-9])\.|(?<![\w\-])(?i:region)[ \t]{1,3}(?:is[ \t])?[`\"']?)"
            rb"(?P<region>(?:cn|us-gov|eusc-de)-[a-z]{4,12}-\d)(?![\w\-])"
        ),
        examples={
            "profile": "[x]\n" + PAIR + "region = cn-north-1\n",
            "environment": "AWS_DEFAULT_REGION=us-gov-west-1\nAWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
            "call": "boto3.client('s3', region_name='cn-northwest-1', aws_access_key_id='<id>', aws_secret_access_key='<secret>')\n",
            "note": PAIR + "Region us-gov-west-1\n",
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
    Signal(
        id="console-beside",
        says="unknown",
        strength="weak",
        scope="record",
        detail="The console that is named beside it is that of a partition of its own.",
        reference=PAGE,
        needs=(b"amazonaws.cn", b"amazonaws-us-gov.com"),
        in_line=True,
        regex=rb"(?<![\w\-])(?P<host>(?:signin|console)\.(?:amazonaws\.cn|amazonaws-us-gov\.com))(?![\w\-])",
        examples={
            "page of an account": ROW.format("https://123456789013.signin.amazonaws.cn/console"),
            "of GovCloud": ROW.format("https://123456789013.signin.amazonaws-us-gov.com/console"),
            "page of the root user": "AWS root user\nemail: owner@acme.io\npassword: <password>\nhttps://console.amazonaws.cn/\n",
            "beside a key": PAIR + "# https://acme.signin.amazonaws.cn/console\n",
        },
        counterexamples={
            "commercial console": ROW.format("https://123456789013.signin.aws.amazon.com/console"),
            "another section's": "[x]\n" + PAIR + "[y]\nurl = https://console.amazonaws.cn/\n",
            "longer host": PAIR + "https://mysignin.amazonaws.cn.acme.io/\n",
        },
    ),
)
