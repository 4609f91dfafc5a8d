"""Which account a credential belongs to, as far as its own characters tell."""

from __future__ import annotations

import binascii

from patterns._accounts import CANARIES, account_inside

FIELD = b"\x1a\x0c"
"""What stands before the twelve digits of the account in a decoded session token."""
LONGEST = 8192
"""Characters of a token that are looked at; the account stands in the first few hundred."""


def account_of_key_id(key_id: bytes | str) -> str | None:
    """The account, 12 digits, inside an access key ID or another IAM identifier; None where it holds none."""
    return account_inside(key_id if isinstance(key_id, str) else key_id.decode("latin-1"))


def account_of_token(token: bytes) -> str | None:
    """The account, 12 digits, that a session token names unencrypted, as those of today (`IQoJ…`) do.

    Percent signs and line breaks in it are put up with. None where it names no account, or two different ones.
    """
    plain = token[:LONGEST].replace(b"%2B", b"+").replace(b"%2F", b"/").replace(b"%2b", b"+").replace(b"%2f", b"/")
    plain = plain.split(b"%3", 1)[0].rstrip(b"=")
    try:
        decoded = binascii.a2b_base64(plain[: len(plain) // 4 * 4])
    except binascii.Error:
        return None
    if b"origin_ec" not in decoded[:24]:
        return None
    named = {piece[:12] for piece in decoded.split(FIELD)[1:] if len(piece) >= 12 and piece[:12].isdigit()}
    return named.pop().decode() if len(named) == 1 else None


def is_canary(account: str) -> bool:
    """Whether keys of this account are known honeytokens. Such a key is never tried out: its owner would see it."""
    return account in CANARIES
