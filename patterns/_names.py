"""What a value is called: the name that an assignment, an element, a column or an argument gives it.

One rule serves all syntaxes. Going left from the value, words that only connect (`value`, `default`, `String`)
are passed over; the first other word is the name, with the words it is spoken with (`Secret access key`).
"""

from __future__ import annotations

import functools
import re
from itertools import takewhile

REACH = 240
"""Bytes to the left of a value in which its name is looked for."""

CONNECTIVES = frozenset(
    b"""value values val default defaults string str text type sensitive securestring true false null none nil
    export set setx setenv new const final static var let val private public protected readonly is are be the as to
    b r u f rb br l bytes byte char varchar data content literal plain raw std optional some just env environ getenv
    name key k v n add property entry item param parameter parameters put get setproperty of from buffer encode
    fromstring utf8 utf tostring trim strip quote process os aws.string pulumi.string to_string into object n
    id description password_type kind string_value stringvalue en quot amp x22 u0022 p div span td tr th li code pre
    br strong em global e echo defaultvalue constant u8 body use using with
    return required noecho rem input arg argument constructor-arg argument.name argument.value stringprop was sub const-string
    outputvalue parametervalue settingvalue optionvalue attributevalue propertyvalue variablevalue paramvalue
    fieldvalue convertto-securestring fn join""".split()
)
FOREIGN = frozenset(
    b"""sha sha1 sha256 sha512 hash digest checksum etag md5 crc commit rev revision signature nonce integrity uuid guid
    fingerprint thumbprint challenge salt version certificate cert pem public decrypt decrypted encrypted ciphertext request host
    bucket path dir file filename url uri endpoint arn cursor slug hashed prefix suffix ref reference""".split()
)
"""Words of a name that say that the value is something else than a credential."""
ALTERED = frozenset(
    b"encrypted ciphertext cipher hash hashed digest checksum fingerprint sealed masked redacted md5 sha1 sha256".split()
)
"""Words that say that the value is what was made of a secret."""
PLACES = frozenset(
    (b"bucket", b"host", b"endpoint", b"path", b"dir", b"file", b"url", b"uri", b"request", b"decrypted")
)
"""Those of them that say no more than whose key it is, or where, in names such as `bucket.logs.secret.key`."""
ASSIGNS = b" \t\"'`:=>"
"""What stands between a field's name and its value."""
SPOKEN = (b" ", b"  ", b'"]["', b"']['")
"""What stands between the words of a name that has several, as `config["backup"]["secret"]` has."""
FIELDS = (b"id", b"sub", b"code")
"""Words that only connect, but where a field has no other name: whom a web token is of, what is to be traded for one."""
ATTRIBUTE = (b'="', b"='")
"""What stands between the name of an attribute and its value."""
ANOTHER = b"\x1f"
"""What stands for another key on the way to the name."""
KEYS = (b"secret", b"secretkey", b"secretaccesskey")
"""How such names end."""


def name_of(data: bytes, start: int) -> bytes:
    """The name of the value that begins at `start`; empty if it has none within reach."""
    return named(data, start)[0]


def named(data: bytes, start: int) -> tuple[bytes, bytes]:
    """The name of the value that begins at `start`, and what stands between the two."""
    left = _aside().sub(_stand_in, data[max(0, start - REACH) : start])
    words = list(_word().finditer(left))
    for at in range(len(words) - 1, -1, -1):
        gap = left[words[at].end() :]
        if _letter().search(gap):
            break
        if not _is_connective(words[at][0].lower(), gap) or (not gap.strip(ASSIGNS) and _is_a_field(left, words[at])):
            is_ended = left.endswith(b"</", 0, words[at].start()) or bool(_has_another().match(gap))
            its = len(words) - 1 if is_ended else at
            return _phrase(left, words, its), left[words[its].end() :]
    return b"", b""


def _stand_in(aside: re.Match[bytes]) -> bytes:
    return ANOTHER if aside["another"] else b" "


def squeeze(name: bytes) -> bytes:
    """The name in lower case without separators: `AWS_Secret-Key` and `awsSecretKey` are the same."""
    return _separators().sub(b"", name.lower())


def distinction(name: bytes) -> bytes:
    """What the name says beyond `AWS access key ID` and the like: `prod`, `2`, `backup`. Empty if nothing."""
    return squeeze(_common().sub(b"", name.lower()))


def for_aws(name: bytes) -> bytes:
    """What AWS's own part of a secret's name says; what stands before says what it is for: `DJANGO_AWS_SECRET_KEY`.

    Or that the value is not the secret itself: `encrypted_aws_secret_key`.
    """
    purpose = _purpose().match(name) if b"secret" in name.lower() else None
    return name[purpose.end() :] if purpose and not ALTERED.intersection(words_of(purpose[0])) else name


def beyond(name: bytes, other: bytes) -> bytes:
    """What the name says beyond the words with which both begin: `SECRET`, of `RAILS_S3_SECRET` beside `RAILS_S3_KEY`."""
    words = _parts().findall(name)
    shared = takewhile(
        lambda pair: pair[0].lower() == pair[1].lower(), zip(words, _parts().findall(other), strict=False)
    )
    return b"_".join(words[len([*shared]) :])


def is_foreign(name: bytes) -> bool:
    """Whether a word of the name, in whatever case it is written, says that the value is no credential."""
    foreign = FOREIGN.intersection(words_of(name))
    return bool(foreign - PLACES if squeeze(name).endswith(KEYS) else foreign)


def words_of(name: bytes) -> list[bytes]:
    """The words of a name, in lower case: those that signs divide, and those that capitals do."""
    return [word.lower() for word in (*_parts().findall(name), *_separators().split(name))]


def _is_connective(word: bytes, rest: bytes) -> bool:
    called = rest.startswith(b"(") and b"secret" not in word and b"key" not in word and not is_foreign(word)
    return called or word.strip(b"_.-") in CONNECTIVES


def _is_a_field(left: bytes, word: re.Match[bytes]) -> bool:
    """Whether the word is `id` or the like as a field's whole name, or `id` as the attribute whose value it is."""
    before = left[: word.start()]
    if before.rstrip(b" \t").endswith((b'"', b"'", b"{", b",", b"\n")):
        return word[0].lower() in FIELDS
    return word[0].lower() == b"id" and left[word.end() :] in ATTRIBUTE and bool(_tag().search(before))


def _phrase(left: bytes, words: list[re.Match[bytes]], at: int) -> bytes:
    first = at
    while first and at - first < 3 and left[words[first - 1].end() : words[first].start()] in SPOKEN:
        if words[first - 1][0].lower() in CONNECTIVES or _key_id().fullmatch(words[first - 1][0]):
            break
        first -= 1
    return left[words[first].start() : words[at].end()]


@functools.cache
def _word() -> re.Pattern[bytes]:
    """LaTeX and Markdown write `\\_` for the sign that connects. No word is what a letter beyond ASCII cuts off."""
    return re.compile(
        rb"(?<![A-Za-z_])(?<![\xc3-\xdf][\x80-\xbf])[A-Za-z_](?:[A-Za-z0-9_.\-]|\\{1,2}_)*+(?![\xc3-\xdf])"
    )


@functools.cache
def _key_id() -> re.Pattern[bytes]:
    """A value of the field before, and no word of a name."""
    return re.compile(rb"A[KS]IA[A-Z0-9]{16}")


@functools.cache
def _letter() -> re.Pattern[bytes]:
    """One beyond ASCII, of an alphabet: a name with it is of another language, and says nothing here."""
    return re.compile(rb"[\xc3-\xdf][\x80-\xbf]")


@functools.cache
def _tag() -> re.Pattern[bytes]:
    """One that is not closed yet."""
    return re.compile(rb"<\w[^<>]*\s\Z")


@functools.cache
def _aside() -> re.Pattern[bytes]:
    """What stands between a name and its value and is neither.

    The type of an attribute in DynamoDB's JSON, how it looks, a description, what the value was before, an anchor of YAML, the mark that lines follow, where a compiler is to put it, a
    condition and the value for where it does not hold, another key.
    """
    text = rb"(?:\"[^\"\n]{0,160}\"|'[^'\n]{0,160}'|[^\"'\s{][^\n]{0,160})"
    return re.compile(
        rb"\{\s{0,8}\"[SB]\"\s{0,4}:\s{0,4}(?=\"\Z)"
        rb"|\b(?:class|style|align|width|colspan|index)=(?:\"[^\"<>]{0,120}\"|'[^'<>]{0,120}')"
        rb"|(?i:\bdescription)[\"']?\s{0,20}[:=]\s{0,20}" + text + rb"|\"[^\"\n]{0,80}\" -> |&\w{1,40}[ \t]+\Z"
        rb"|<<[-~]?[\"']?\w{1,20}[\"']?[ \t]*\r?\n[ \t]*\Z"
        rb"|(?<=\])[ \t]+[A-Z][A-Z_]{2,40}(?=[ \t]*=)"
        rb"|(?<=[=:(,])[ \t]*[\w.!()$\[\]]{1,60}(?:[ \t]*[!=]==?[ \t]*[\w.\"']{1,40})?[ \t]+\?(?=[ \t]+[\"'`])"
        rb"|(?P<another>(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=]))"
    )


@functools.cache
def _common() -> re.Pattern[bytes]:
    return re.compile(
        rb"aws|amazon|s3a?|fs\.|iam|ec2|access|secret|session|security|token|credentials?|keys?|pair|identifier"
        rb"|(?<![a-z])(?:ids?|info|debug|trace|warn)(?![a-z])|ids?$"
        rb"|value|user_?name|user|auth|pass(?:word|wd)?|pwd|login|my|the|is"
        rb"|default|env|export|config|static|cloud|spring|provider"
    )


@functools.cache
def _has_another() -> re.Pattern[bytes]:
    """Behind a name, its own value, which is another key or a reference, and the word that a further one is called by."""
    return re.compile(
        rb"(?:[\"'`\]]{0,2}\s{0,8}(?:=>|:=|[:=])\s{0,8}[\"'`]?|>)\x1f[^A-Za-z]*[A-Za-z]|\}[^A-Za-z]*[A-Za-z]"
    )


@functools.cache
def _purpose() -> re.Pattern[bytes]:
    """What stands before the last word that is AWS's."""
    return re.compile(
        rb"\A.*(?:(?<![A-Za-z0-9])(?=(?i:aws|amazon|(?:s3|ec2|ses|sqs|dynamo(?:db)?)(?![a-z])))"
        rb"|(?<=[a-z])(?=(?:Aws|AWS|Amazon|S3)(?![a-z])))"
    )


@functools.cache
def _separators() -> re.Pattern[bytes]:
    return re.compile(rb"[^A-Za-z0-9]+")


@functools.cache
def _parts() -> re.Pattern[bytes]:
    """The words of `AWSSecretKey_sha256`: AWS, Secret, Key, sha256."""
    return re.compile(rb"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*")
