"""Digests: forty characters and more that are computed, beside words that sound like secrets."""

from __future__ import annotations

import base64

from bench.detection.values import Values


def _b64(values: Values, length: int) -> str:
    return base64.b64encode(values.random.randbytes(length)).decode()


def commits(values: Values) -> list[str]:
    """Git's names of things, beside words of keys."""
    words = ("secret_key", "aws_key", "access_key", "key", "token", "aws_secret_access_key", "rev", "sha")
    return [f"{word}: {values.hex(40)}" for word in words] + [
        f"commit {values.hex(40)}",
        f"uses: aws-actions/configure-aws-credentials@{values.hex(40)}",
        f"git checkout {values.hex(40)} # aws secret rotation",
        f"SECRET_KEY={values.hex(64)}",
        f"index {values.hex(40)}..{values.hex(40)} 100644",
        f"aws_lambda_sha1 = {values.hex(40).upper()}",
    ]


def locks(values: Values) -> list[str]:
    """Lock files of every ecosystem."""
    return [
        f'"integrity": "sha512-{_b64(values, 64)}",',
        f'      "integrity": "sha1-{_b64(values, 20)}",',
        f'resolved "https://registry.example.org/aws-sdk/-/aws-sdk-2.1.0.tgz#{values.hex(40)}"',
        f"    --hash=sha256:{values.hex(64)}",
        f"github.com/aws/aws-sdk-go v1.44.0 h1:{_b64(values, 32)}",
        f"github.com/aws/aws-sdk-go v1.44.0/go.mod h1:{_b64(values, 32)}",
        f'checksum = "{values.hex(64)}"',
        f'    "h1:{_b64(values, 32)}",',
        f'    "zh:{values.hex(64)}",',
        f"  revision: {values.hex(40)}",
        f'"shasum": "{values.hex(40)}",',
        f'    sha256: "{values.hex(64)}"',
        f'  hash = "sha256-{_b64(values, 32)}";',
        f"aws-sdk-s3 (= 1.2.3) sha1={values.hex(40)}",
    ]


def answers(values: Values) -> list[str]:
    """Digests that services answer with."""
    return [
        f'ETag: "{values.hex(32)}-12"',
        f"x-amz-id-2: {_b64(values, 57)}",
        f"x-amz-request-id: {values.hex(16).upper()}",
        f"CodeSha256: {_b64(values, 32)}",
        f"Content-MD5: {_b64(values, 16)}",
        f"Signature={values.hex(64)}",
        f"ssh-rsa fingerprint SHA256:{_b64(values, 32).rstrip('=')}",
        f"image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/secret-key@sha256:{values.hex(64)}",
        f'"key_fingerprint": "{":".join(values.hex(2) for _ in range(20))}"',
        f"password_hash = $2b$12${values.text('./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 53)}",
        f"script-src 'sha256-{_b64(values, 32)}'",
    ]


def thirty_bytes(values: Values) -> list[str]:
    """Thirty bytes in base64, called something else than a secret: no scanner may guess."""
    return [
        f"nonce: {_b64(values, 30)}",
        f"requestId={_b64(values, 30)}",
        f'"cursor": "{_b64(values, 30)}",',
        f"etag: {_b64(values, 30)}",
        f"checksum = {_b64(values, 30)}",
        f'"nextToken": "{_b64(values, 30)}"',
        f"<digest>{_b64(values, 30)}</digest>",
    ]


CATEGORIES = {
    "git names": commits,
    "lock files": locks,
    "digests in answers": answers,
    "forty random characters": thirty_bytes,
}
