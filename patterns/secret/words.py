"""What secret access keys are looked for by. What is found is judged elsewhere."""

from __future__ import annotations

BESIDE = 1500
"""Bytes to either side within which a key ID may vouch for a secret without a name of its own."""
NAMED = rb"aws.{0,40}(?:key|pass|pwd|cred|token)"
"""A name with `aws` in it that may be that of a secret."""
