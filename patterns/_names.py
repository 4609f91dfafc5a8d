"""What a value is called: the name that an assignment, an element, a column or an argument gives it.

One rule serves all syntaxes. Going left from the value, words that only connect (`value`, `default`, `String`)
are passed over; the first other word is the name, with the words it is spoken with (`Secret access key`).
"""

from __future__ import annotations

import functools
import re

REACH = 240
"""Bytes to the left of a value in which its name is looked for."""

CONNECTIVES = frozenset(
    b"""value values val default defaults string str text type sensitive securestring true false null none nil
    export set setx setenv new const final static var let val private public protected readonly is are be the as to
    b r u f rb br l bytes byte char varchar data content literal plain raw std optional some just env environ getenv
    name key k v n add property entry item param parameter parameters put get setproperty of from buffer encode
    fromstring utf8 utf tostring trim strip quote process os aws.string pulumi.string to_string into object n
    id description password_type kind string_value stringvalue en quot amp x22 u0022 p div span td tr th li code pre
    br strong em global e echo""".split()
)
FOREIGN = (
    b"sha", b"hash", b"digest", b"checksum", b"etag", b"md5", b"commit", b"revision", b"signature", b"nonce",
    b"integrity", b"uuid", b"guid", b"fingerprint", b"thumbprint", b"challenge", b"salt", b"version",
    b"certificate", b"publickey", b"public_key", b"decrypt", b"requestid", b"request_id", b"hostid",
)  # fmt: skip


def name_of(data: bytes, start: int) -> bytes:
    """The lower-case name of the value that begins at `start`; empty if it has none within reach."""
    return named(data, start)[0]


def named(data: bytes, start: int) -> tuple[bytes, bytes]:
    """The lower-case name of the value that begins at `start`, and what stands between the two."""
    left = data[max(0, start - REACH) : start]
    words = list(_word().finditer(left))
    for at in range(len(words) - 1, -1, -1):
        if not _is_connective(words[at][0].lower(), left[words[at].end() :]):
            return _phrase(left, words, at), left[words[at].end() :]
    return b"", b""


def squeeze(name: bytes) -> bytes:
    """The name in lower case without separators: `AWS_Secret-Key` and `awsSecretKey` are the same."""
    return _separators().sub(b"", name.lower())


def is_foreign(name: bytes) -> bool:
    """Whether the name says that the value is something else than a credential."""
    squeezed = squeeze(name)
    return any(word.replace(b"_", b"") in squeezed for word in FOREIGN)


def _is_connective(word: bytes, rest: bytes) -> bool:
    return word.strip(b"_.-") in CONNECTIVES or (rest.startswith(b"(") and b"secret" not in word and b"key" not in word)


def _phrase(left: bytes, words: list[re.Match[bytes]], at: int) -> bytes:
    first = at
    while first and at - first < 3 and left[words[first - 1].end() : words[first].start()] in (b" ", b"  "):
        first -= 1
    return left[words[first].start() : words[at].end()].lower()


@functools.cache
def _word() -> re.Pattern[bytes]:
    return re.compile(rb"[A-Za-z_][A-Za-z0-9_.\-]*")


@functools.cache
def _separators() -> re.Pattern[bytes]:
    return re.compile(rb"[^a-z0-9]+")
