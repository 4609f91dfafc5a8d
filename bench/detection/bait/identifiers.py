"""Names that AWS gives to things, and other identifiers."""

from __future__ import annotations

from bench.detection.values import ALPHANUMERIC, BASE32, LOWER36, Values


def unique_ids(values: Values) -> list[str]:
    """IAM's IDs of things that are no access keys."""
    account = values.account()
    kinds = ("AIDA", "AROA", "AIPA", "AGPA", "ANPA", "ANVA", "ASCA", "APKA", "ACCA")
    return [f'"Id": "{values.key_id(kind, account)}",' for kind in kinds] + [
        f"aws:userid: {values.key_id('AROA', account)}:i-0{values.hex(16)}",
        f"AccessKeyPrefix: A3T{values.text(BASE32, 17)}",
    ]


def resources(values: Values) -> list[str]:
    """Resource IDs, ARNs and endpoints."""
    account, hexadecimal = values.account(), values.hex
    return [
        f"i-0{hexadecimal(16)} vpc-0{hexadecimal(16)} subnet-{hexadecimal(8)} sg-0{hexadecimal(16)} ami-0{hexadecimal(16)}",
        f"arn:aws:kms:us-east-1:{account}:key/{values.uuid()}",
        f"arn:aws:secretsmanager:us-east-1:{account}:secret:prod/aws_secret_access_key-{values.text(ALPHANUMERIC, 6)}",
        f"arn:aws:iam::{account}:user/secret-key-rotator",
        f'"Principal": {{"AWS": "arn:aws:iam::{account}:root"}}',
        f"https://{values.text(LOWER36, 10)}.execute-api.us-east-1.amazonaws.com/prod",
        f"us-east-1:{values.uuid()}",
        f"us-east-1_{values.text(ALPHANUMERIC, 9)}",
        f"d{values.text(LOWER36, 13)}.cloudfront.net",
        f"hosted_zone_id = Z{values.text(BASE32, 20)}",
        f"MessageId: 0100018{hexadecimal(9)}-{values.uuid()}-000000",
        f"https://sqs.us-east-1.amazonaws.com/{account}/jobs ReceiptHandle AQEB{values.text(ALPHANUMERIC + '+/', 180)}==",
        f"s3://bucket/assets/{hexadecimal(2)}/{values.text(ALPHANUMERIC, 28)}/secret_key/data.parquet",
        f"aws_account_id = {account}",
    ]


def others(values: Values) -> list[str]:
    """Forty-character names, slugs, paths, addresses."""
    return [
        f"key: {values.uuid()}",
        f"aws_secret_name: {values.text(LOWER36, 40)}",
        "aws_secret_access_key_path: /etc/app/secrets/aws/production/key1",
        "secret_key = services/payments/production/credentials1"[:53],
        "secretAccessKey: CustomerManagedEncryptionConfigurationV2",
        "aws_access_key: getAwsSecretAccessKeyFromEnvironmentVar1",
        f"owner: 0x{values.hex(40)}",
        f"secret_key: 0x{values.hex(64)}",
        "ACGTTGCA" * 12 + "".join(values.random.choices("ACGT", k=60)),
        f"G-{values.text(BASE32, 10)} UA-{values.text('0123456789', 8)}-1 AIza{values.text(ALPHANUMERIC, 35)}"[:20],
        f"slug: aws-secret-access-key-rotation-with-lambda-{values.text(LOWER36, 4)}",
        f"token: {values.uuid()}",
        f"tracking-id: {values.text(ALPHANUMERIC, 40)}",
        f"{values.text(BASE32, 200)}",
    ]


CATEGORIES = {"IAM's unique IDs": unique_ids, "resource IDs": resources, "other identifiers": others}
