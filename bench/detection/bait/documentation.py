"""AWS's own samples, others' known fakes, and both of them altered."""

from __future__ import annotations

from bench.detection.values import BASE32, Values

E = "EXAMPLE"
IDS = ("AKIAIOSFODNN7" + E, "AKIAI44QH8DHB" + E, "ASIAIOSFODNN7" + E, "AKIAIESZCNJ3O" + E, "ASIAV3ZUEFP6" + E)
SECRETS = (
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + E + "KEY",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYz" + E + "KEY",
    "wJalrXUtnFEMI/K7MDENG+bPxRfiCY" + E + "KEY",
    "je7MtGbClwBF/2Zp9Utk/h3yCo8nvb" + E + "KEY",
    "8P+SQvWIuLnKhh8d++jpw0nNmQRBZvN" + E + "KEY",
    "9drTJvcXLB89" + E + "LB8923FB892xMFI",
)


def samples(values: Values) -> list[str]:
    """As the documentation has them."""
    identifier, secret = values.random.choice(IDS), values.random.choice(SECRETS)
    return [
        f"aws_access_key_id = {identifier}",
        f"aws_secret_access_key = {secret}",
        f'"AccessKeyId": "{identifier}", "SecretAccessKey": "{secret}",',
        f"export AWS_ACCESS_KEY_ID={identifier} AWS_SECRET_ACCESS_KEY={secret}",
        "AWS_ACCESS_KEY_ID=AKID" + E,
        "aws_session_token = AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI",
        "AROADBQP57FF2A" + E + " APKAEIBAERJR2" + E + " ACCA" + E + "123" + E,
    ]


def altered(values: Values) -> list[str]:
    """Typed off with mistakes, shortened, moved, in other letters."""
    middle = values.text(BASE32, 9)
    return [
        f"aws_access_key_id = AKIA{middle}{E}",
        f"aws_access_key_id = AKIA{E}{middle}",
        "aws_access_key_id = AKIAI0SFODNN7" + E,
        "aws_secret_access_key = walrXUtnFEMI/K7MDENG/bPRfiCY" + E + "KEY",
        "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + E[:-1] + "EKEY00"[:4],
        f"AWS_ACCESS_KEY_ID=AKIA{'X' * 16}",
        "AWS_ACCESS_KEY_ID=AKIA" + "1234567890123456",
        "AWS_ACCESS_KEY_ID=AKIA" + "ABCDEFGHIJKLMNOP",
        "AWS_SECRET_ACCESS_KEY=" + "x" * 40,
        "AWS_SECRET_ACCESS_KEY=" + "1234567890" * 4,
        "AWS_SECRET_ACCESS_KEY=" + "abcdefghijklmnopqrstuvwxyz0123456789ABCD",
        "AWS_SECRET_ACCESS_KEY=YOUR_AWS_SECRET_ACCESS_KEY_GOES_RIGHT_HERE",
    ]


def emulators(values: Values) -> list[str]:
    """What LocalStack, moto, MinIO and DynamoDB Local are given."""
    return [
        "AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test",
        "aws_access_key_id='testing', aws_secret_access_key='testing', aws_session_token='testing'",
        f"AccessKeyId: LKIA{values.text(BASE32, 16)}",
        f"AccessKeyId: LSIA{values.text(BASE32, 16)}",
        "accessKeyId: 'fakeMyKeyId', secretAccessKey: 'fakeSecretAccessKey'",
        "MINIO_ROOT_USER=minioadmin MINIO_ROOT_PASSWORD=minioadmin",
        "aws_secret_access_key = foobar_secret",
        "S3_KEY=minio S3_SECRET=minio123",
    ]


CATEGORIES = {"documentation samples": samples, "altered samples": altered, "emulators": emulators}
