"""A kind of clue: what it is known by. And the literals that are clues of their own, in whatever pattern."""

from __future__ import annotations

from typing import NamedTuple

from scanner.detect.encodings import Form

AROUND = 1536
"""Bytes on either side of an encoded anchor that are decoded: a key ID vouches for a secret that is so far away."""

OF_ACCOUNT, IN_BASE64, IN_STATE = b"<root_account>", b"dXNlcixhcm4s", b'"aws_caller_identity",'
"""What stands in every content that speaks of a whole account, as IAM's credential report does; how such a report
begins (`user,arn,`) in base64, as IAM hands it out; and what says in Terraform's state who ran it. They hold no
credential, and are to be looked at all the same.
"""
ACCOUNTS = (OF_ACCOUNT, IN_BASE64, IN_STATE)


class Kind(NamedTuple):
    """A literal that gives a clue where the expression, if there is one, matches from it on.

    span: bytes that the expression spans at most. form: set if it stands in base64. in_base32: set if it stands in
    base32. is_framed: set in a block that says where it ends. before, after: bytes from its beginning within which
    there may be something to decode.
    """

    literal: bytes
    ignore_case: bool = False
    expression: bytes = b""
    span: int = 0
    form: Form | None = None
    in_base32: bool = False
    is_framed: bool = False
    before: int = AROUND
    after: int = AROUND
