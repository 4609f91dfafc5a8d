"""Whether the name of a value says that it is a secret access key."""

from __future__ import annotations

from patterns._names import squeeze
from patterns._owners import is_no_secret, is_of_a_service, is_of_a_store, is_of_a_vendor, is_of_aws
from patterns._pattern import Confidence

KEY_WORDS = (b"key", b"pass", b"pwd", b"cred", b"token")


def by_name(written: bytes) -> Confidence | None:
    """High where it is AWS's or calls it a secret access key; medium where it is a secret, or a key of AWS; else None."""
    name, of_aws = squeeze(written), is_of_aws(written)
    if b"secret" in name:
        if of_aws or ((b"accesskey" in name or b"secretaccess" in name) and not is_of_a_store(written)):
            return "high"
        named = (b"key" in name or b"access" in name) and not is_of_a_vendor(written)
        return "medium" if named else None
    named = of_aws and any(word in name for word in KEY_WORDS) and not is_no_secret(written)
    return "medium" if named and (b"access" in name or not is_of_a_service(written)) else None
