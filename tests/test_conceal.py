"""What is shown around a finding holds no secret, and what is none stays readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patterns._fake import fake
from scanner.conceal import NONE, Secrets, concealed, concealed_origin
from scanner.disclosed import are_plain, disclosed
from scanner.model import Commit, Origin


def text(template: str) -> str:
    return fake(template).decode()


@pytest.mark.parametrize("shown", [
    pytest.param("", id="nothing"),
    pytest.param("src/main/java/com/example/payments/service/AccountReconciliationServiceImpl.java", id="a long path"),
    pytest.param("objects/3b18e512dba79e4c8300dd08aeb37f8e728b8dad", id="an object of git"),
    pytest.param(text("keys/<id>.csv"), id="a key ID, by which the file is found again"),
    pytest.param(text(".git/logs/refs/heads/<id>"), id="a ref called by a key ID, in a path of 40 characters"),
    pytest.param("refs/heads/feature/rotate-the-secret-access-keys-of-the-build", id="a ref that speaks of secrets"),
    pytest.param("docs/secret_access_key=abc.md", id="a name that says secret, and no value"),
    pytest.param("https://123456789013.signin.aws.amazon.com/console", id="a sign-in page"),
    pytest.param("Revert 'Use ada@example.org as the owner of the root account'", id="a subject"),
    pytest.param("naïve/日本/\udcff/*.txt", id="letters of any script, and bytes that are not UTF-8"),
])  # fmt: skip
def test_what_is_no_secret_stays(shown: str) -> None:
    assert concealed(shown) == shown


@pytest.mark.parametrize("template", [
    pytest.param("<secret>", id="a secret alone"),
    pytest.param("dir/<b64:40#9>.env", id="a file named after one"),
    pytest.param("rotate <secret>, please", id="in a subject"),
    pytest.param("secret_key=<secret>", id="behind its name"),
    pytest.param("a/secret_key=<secret>/b", id="behind its name, in a path"),
    pytest.param("<token>", id="a token"),
    pytest.param("tokens/<token>", id="a token in a path"),
    pytest.param("ä日/<secret>", id="behind letters of more than a byte"),
    pytest.param("see https://b.s3.amazonaws.com/f?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=<id>%2F20990101"
                 "%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20990101T000000Z&X-Amz-Expires=604800"
                 "&X-Amz-SignedHeaders=host&X-Amz-Signature=<hex:64>", id="a signed URL"),
])  # fmt: skip
def test_a_secret_is_masked_and_the_rest_stays(template: str) -> None:
    plain = text(template)
    shown = concealed(plain)
    assert len(shown) == len(plain)
    for slot in ("<secret>", "<b64:40#9>", "<token>", "<hex:64>"):
        if slot in template:
            assert not any(text(slot)[at : at + 8] in shown for at in range(len(text(slot)) - 7))
            assert shown.startswith(plain.partition(text(slot))[0][:9])
    assert shown.count("*") >= 24


def test_a_value_that_is_known_is_masked_wherever_it_stands() -> None:
    assert concealed("Xy7-abc/Xy7-abc.txt", Secrets({"Xy7-abc"})) == "*******/*******.txt"


def test_a_piece_of_a_value_that_a_machine_chose_is_masked_and_none_of_a_word() -> None:
    secret = text("<secret>")
    assert concealed(f"user-{secret[3:20]}", Secrets(values={secret})) == "user-" + "*" * 17
    assert concealed(f"user-{secret[3:10]}", Secrets(values={secret})) == f"user-{secret[3:10]}"
    assert concealed("config/production", Secrets({"production-1"})) == "config/production"


def test_of_a_password_nothing_is_shown_however_long() -> None:
    assert concealed("my horse", Secrets({"horse"})) == "my *****"
    assert concealed(text("my <secret>"), Secrets({text("<secret>")})) == "my " + "*" * 40


def test_every_word_about_a_commit_is_covered() -> None:
    secret = text("<secret>")
    commit = Commit("1f" * 20, secret, f"{secret}@example.org", "2024-05-06", f"use {secret}")
    origin = Origin(secret, "blob", "ab" * 20, commit, (f"refs/heads/{secret}",), (f"refs/tags/{secret}",))
    shown = concealed_origin(origin, NONE)
    assert secret[4:12] not in repr(shown)
    assert (shown.place, shown.blob, shown.commit and shown.commit.id) == ("blob", "ab" * 20, "1f" * 20)


@given(
    st.text(max_size=60),
    st.text(max_size=60),
    st.sampled_from(["<secret>", "<token>", "<secret#2>"]),
    st.integers(0, 99),
)
def test_no_eight_characters_of_a_known_secret_are_shown(before: str, after: str, slot: str, salt: int) -> None:
    secret = fake(slot, str(salt)).decode()
    shown = concealed(before + secret + after, Secrets(values={secret}))
    assert len(shown) == len(before + secret + after)
    assert not any(secret[at : at + 8] in shown for at in range(len(secret) - 7))


@given(st.text(max_size=200))
def test_any_text_can_be_shown(shown: str) -> None:
    assert len(concealed(shown)) == len(shown)


@given(st.lists(st.sampled_from([
    "refs/heads/main", "refs/pull/12/head", "x", "", "refs/tags/" + "a" * 60, text("refs/heads/<secret>"),
    text("refs/<id>/<secret>/1"), text("aws_secret_access_key=<secret>"), text("secret"), text("<secret#3>"),
]), max_size=6))  # fmt: skip
def test_many_texts_looked_through_as_one_give_away_what_each_does(texts: list[str]) -> None:
    assert are_plain(tuple(texts)) == (not any(map(disclosed, texts)))
