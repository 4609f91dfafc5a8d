"""Made-up credentials, drawn anew from a seed: valid in form, of nobody, and written nowhere in this repository."""

from __future__ import annotations

import base64
import hmac
import random
import string
from datetime import UTC, datetime, timedelta

BASE32 = string.ascii_uppercase + "234567"
BASE64 = string.ascii_letters + string.digits + "+/"
ALPHANUMERIC = string.ascii_letters + string.digits
LOWER36 = string.ascii_lowercase + string.digits


class Values:
    """Draws values; the same seed draws the same ones in the same order."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)

    def text(self, alphabet: str, length: int) -> str:
        """So many characters of the alphabet."""
        return "".join(self.random.choices(alphabet, k=length))

    def hex(self, length: int) -> str:
        """Small hexadecimal digits."""
        return self.text("0123456789abcdef", length)

    def account(self) -> str:
        """Twelve digits, of no account that documentations or honeytokens use."""
        return str(self.random.randint(200_000_000_001, 899_999_999_998))

    def key_id(self, prefix: str, account: str) -> str:
        """An access key ID, or with 17 characters a unique ID, that holds the account as those since 2019 do."""
        low = self.random.getrandbits(4)
        number = (1 << 44) | (int(account) << 4) | low
        head = "".join(BASE32[(number >> shift) & 31] for shift in range(40, -1, -5))
        return prefix + head + self.text(BASE32, 7 if prefix in {"AKIA", "ASIA", "ABIA"} else 8)

    def old_key_id(self) -> str:
        """A long-term key ID of before 2019, which holds no account."""
        return "AKIA" + self.random.choice("IJ") + self.text(BASE32, 15)

    def secret(self) -> str:
        """A secret access key: 30 random bytes."""
        return base64.b64encode(self.random.randbytes(30)).decode()

    def token(self, account: str, region: str = "us-east-1") -> str:
        """A session token of today: Region and account stand in it."""
        noise = self.random.randbytes
        head = b"\x21\x0a\x09origin_ec\x10" + noise(1) + b"\x1a" + bytes([len(region)]) + region.encode()
        body = (
            noise(self.random.randint(90, 160)) + b"\x1a\x0c" + account.encode() + noise(self.random.randint(200, 420))
        )
        return base64.b64encode(head + b"\x22" + body).decode()

    def smtp_password(self, secret: str, region: str = "eu-west-1") -> str:
        """What SES's documented derivation makes of a secret access key."""
        key = ("AWS4" + secret).encode()
        for word in ("11111111", region, "ses", "aws4_request", "SendRawEmail"):
            key = hmac.digest(key, word.encode(), "sha256")
        return base64.b64encode(b"\x04" + key).decode()

    def service_key(self, prefix: str, user: str, account: str) -> str:
        """A long-term API key: the user, the account and a secret in base64."""
        return prefix + base64.b64encode(f"{user}-at-{account}:{self.text(BASE64, 60)}".encode()).decode()

    def short_term_key(self, key_id: str) -> str:
        """An API key of Bedrock that is a signed request, good for a long time still."""
        query = self.signed_query(key_id, "bedrock", 43200, datetime(2031, 1, 1, tzinfo=UTC))
        url = f"bedrock.amazonaws.com/?Action=CallWithBearerToken&{query}&Version=1"
        return "bedrock-api-key-" + base64.b64encode(url.encode()).decode()

    def signed_query(self, key_id: str, service: str, seconds: int, moment: datetime) -> str:
        """The parameters of a signature of version 4."""
        stamp = moment.strftime("%Y%m%dT%H%M%SZ")
        return (
            f"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={key_id}%2F{stamp[:8]}%2Fus-west-2%2F{service}"
            f"%2Faws4_request&X-Amz-Date={stamp}&X-Amz-Expires={seconds}&X-Amz-SignedHeaders=host"
            f"&X-Amz-Signature={self.hex(64)}"
        )

    def uuid(self) -> str:
        """A random UUID."""
        return "-".join(self.hex(length) for length in (8, 4, 4, 4, 12))

    def password(self) -> str:
        """What AWS makes up for a console user, or a person for oneself."""
        tail = self.text("!@#%^*-_=+", 2)
        return self.text(string.ascii_uppercase, 2) + self.text(ALPHANUMERIC, 8) + self.text(string.digits, 2) + tail

    def jwt(self, claims: bytes) -> str:
        """A signed web token."""
        pieces = (b'{"alg":"RS256","typ":"JWT"}', claims, self.random.randbytes(256))
        return ".".join(base64.urlsafe_b64encode(piece).rstrip(b"=").decode() for piece in pieces)

    def moment(self, years: int = 5) -> str:
        """A moment in those years before 2026, as JSON has it."""
        start = datetime(2026 - years, 1, 1, tzinfo=UTC)
        return (start + timedelta(seconds=self.random.randrange(years * 31_536_000))).strftime("%Y-%m-%dT%H:%M:%SZ")

    def private_key(self, kind: str = "RSA PRIVATE KEY") -> str:
        """A private key in PEM; its first bytes are those of a real one."""
        body = base64.b64encode(
            b"\x30\x82\x04\xa4\x02\x01\x00\x02\x82\x01\x01\x00" + self.random.randbytes(1180)
        ).decode()
        lines = [body[at : at + 64] for at in range(0, len(body), 64)]
        return "\n".join([f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----", ""])
