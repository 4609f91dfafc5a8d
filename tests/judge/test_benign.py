"""Values that are no leak, and those that only look like them."""

from __future__ import annotations

import pytest

from patterns._fake import fake
from scanner.judge.benign import benign

ALTERED = {
    "secret, two letters altered": ("secret", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYZZZMPLEKEY"),
    "secret, its word taken out": ("secret", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYabc12345KE"),
    "secret, one character short": ("secret", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLKEY"),
    "ID, its word altered": ("id", "AK-IAIOSFODNN7XXXMPLE"),
    "ID, its end altered": ("id", "AK-IAIOSFODNN7ABCDEFG"),
    "ID of a session": ("id", "AS-IAIOSFODNN7EXAQQQQ"),
}
REAL = {
    "random secret": ("secret", "<secret>"),
    "random secret that begins as the sample does": ("secret", "wJalrXUtnF<b64:30>"),
    "random ID": ("id", "<id>"),
    "older ID that begins as the sample does": ("id", "AK-IAIOSF<base32:12>"),
}


@pytest.mark.parametrize(("role", "value"), ALTERED.values(), ids=ALTERED)
def test_the_documentations_samples_are_known_when_altered(role: str, value: str) -> None:
    found = benign(role, fake(value).replace(b"-", b""))
    assert found is not None
    assert found[0] == "documentation-example"


@pytest.mark.parametrize(("role", "value"), REAL.values(), ids=REAL)
def test_real_values_are_none(role: str, value: str) -> None:
    assert benign(role, fake(value).replace(b"-", b"")) is None
