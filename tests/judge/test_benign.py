"""Values that are no leak, and those that only look like them."""

from __future__ import annotations

import base64

import pytest

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.detector import Detector
from scanner.judge.benign import benign
from scanner.judge.judge import Judge
from scanner.model import Origin

ALTERED = {
    "secret, two letters altered": ("secret", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYZZZMPLEKEY"),
    "secret, its word taken out": ("secret", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYabc12345KE"),
    "secret, one character short": ("secret", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLKEY"),
    "ID, its word altered": ("id", "AK-IAIOSFODNN7XXXMPLE"),
    "ID, its end altered": ("id", "AK-IAIOSFODNN7ABCDEFG"),
    "ID of a session": ("id", "AS-IAIOSFODNN7EXAQQQQ"),
    "key of Bedrock whose secret is no more than the word": (
        "key",
        "AB-SK" + base64.b64encode(b"BedrockAPIKey-abcd-at-123456789012:EXAMPLEEXAMPLEEXAMPLE").decode(),
    ),
}
REAL = {
    "random secret": ("secret", "<secret>"),
    "random secret that begins as the sample does": ("secret", "wJalrXUtnF<b64:30>"),
    "random ID": ("id", "<id>"),
    "older ID that begins as the sample does": ("id", "AK-IAIOSF<base32:12>"),
}
STANDINS = {
    "words of a manual": ("secret", "YOURSECRETKEY"),
    "words in capitals and small letters": ("secret", "yourSecretAccessKeyGoesHereAndItIsLong40"),
    "what it is, in place of an ID": ("id", "AK-IAYOURACCESSKEYID2"),
    "what it is for, in place of an ID": ("id", "AS-IATESTACCESSKEY123"),
    "walk over the keyboard": ("id", "AK-IAQWERTYUIOPASDFGH"),
    "told to fill it in": ("id", "AK-IAINSERTKEYIDHERE2"),
    "told in a sentence to put it in": ("secret", "PutYourOwnAwsKeyInThisSlotNowPlease12345"),
    "told whom to ask for it": ("secret", "NoKeyHereGoAwayPleaseAskYourAdminForIt42"),
    "word of tests": ("secret", "q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom"),
    "ID of which a part is crossed out": ("id", "AK-IAJ7Q2XXXXK5NDAPLT"),
    "ID of which the end is crossed out": ("id", "AS-IAJYDM2AA5K4WIKXXX"),
    "secret of which the end is crossed out": ("secret", "HSs0D2eRmkqW81DXtI0K7X84H+OVZXK5BqzXXXXa"),
    "token of which a part is crossed out": ("token", "IQoJb3JpZ2luX2VjXXXXXXXX" + "q4Zk" * 60),
    "word over and over": ("id", "AK-IACHANGEMECHANGEME"),
    "word of nine letters over and over": ("id", "AS-IASOMETHINGSOMETHI"),
    "words over and over": ("secret", "someSecretKey/someSecretKey/someSecretKe"),
    "twenty characters twice": ("secret", "q7Rk2pXw9LmZt4VbN8cY" * 2),
    "letters and numbers in turns": ("secret", "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0"),
    "letters and numbers in turns, as an ID": ("id", "AK-IAB1C2D3E4F5G6H7I8"),
}


@pytest.mark.parametrize(("role", "value"), STANDINS.values(), ids=STANDINS)
def test_what_stands_in_for_a_value_is_known(role: str, value: str) -> None:
    found = benign(role, fake(value).replace(b"-", b""))
    assert found is not None
    assert found[0] == "placeholder"


@pytest.mark.parametrize(("role", "value"), ALTERED.values(), ids=ALTERED)
def test_the_documentations_samples_are_known_when_altered(role: str, value: str) -> None:
    found = benign(role, fake(value).replace(b"-", b""))
    assert found is not None
    assert found[0] == "documentation-example"


@pytest.mark.parametrize(("role", "value"), REAL.values(), ids=REAL)
def test_real_values_are_none(role: str, value: str) -> None:
    assert benign(role, fake(value).replace(b"-", b"")) is None


@pytest.mark.parametrize(
    ("value", "is_known"),
    [
        ("h]6EszR}vJ*m", True),
        ("3s0K_;xh4~8XXI", True),
        ("My!User1Login8P@ssword", True),
        ("h]6EszR}vJ*n", False),
    ],
)
def test_passwords_of_the_documentation_are_known(value: str, is_known: bool) -> None:
    assert (benign("password", value.encode()) is not None) is is_known


def test_a_stand_in_is_a_word_like_others() -> None:
    """`secret` in place of a password covers no path and no ref in which the word stands."""
    row = b"User name,Password,Console sign-in URL\nbob,aws_Password1,https://123456789013.signin.aws.amazon.com/console\n"
    ((view, candidates),) = Detector(credential_patterns()).detect(row)
    ((found,),) = Judge().sightings(view, candidates, Origin("docs/aws_Password1/notes.csv", "blob"))
    assert found.verdict is not None
    assert found.occurrence.path == "docs/aws_Password1/notes.csv"


def test_a_token_of_zeros_stands_in_for_one() -> None:
    found = benign("token", b"amzn.mws.00000000-0000-0000-0000-" + b"0" * 12)
    assert found is not None
    assert found[0] == "placeholder"
