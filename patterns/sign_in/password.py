"""What a console password looks like, and what only stands in its place: code, a reference, an address."""

from __future__ import annotations

import functools
import re

from patterns._checks import DIGITS, LOWER, UPPER


def is_password(value: bytes) -> bool:
    """What AWS takes: eight characters of three kinds. Not a reference, a placeholder, a word, code, a path or an address.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
    """
    bare = value.rstrip(b".,;:)")
    signs = not bare.decode("utf-8", "replace").isalnum()
    kinds = [bool(set(bare) & kind) for kind in (UPPER, LOWER, DIGITS)] + [signs]
    unreal = bool(_code().match(re.split(rb"\\[nrt]", bare)[0].rstrip(b",;)"))) or bool(_kept().match(value))
    return len(bare) >= 8 and sum(kinds) >= 3 and not unreal


def is_spoken(value: bytes) -> bool:
    """Whether it could be a word of the sentence, `SHA-256-hashed`: where no sign leads to it, a password is none."""
    return bool(_word().fullmatch(value))


@functools.cache
def _word() -> re.Pattern[bytes]:
    """Words and numbers, and what connects them."""
    return re.compile(rb"(?>(?:(?:[A-Z]?[a-z]++|[A-Z]++s?|[0-9]++)[\-_./',;:()]*+)+)[!?]*+")


@functools.cache
def _code() -> re.Pattern[bytes]:
    """A name with its parts, `accessKey.secretAccessKey`, a call, a type or an action: `env.PASSWORD_1`, `getPass2(`, `::String`, `Input[Optional[str]]`, `iam:CreateUser`."""
    return re.compile(
        rb"[a-z_$][\w$]*(?:\??\.[a-z_$][\w$]*)+\Z|(?:\w+\.)*env\.\w|(?>(?:[a-z]{2,}+[A-Z_.]?+)+)\d?\([\w$., ]*\Z"
        rb"|[A-Za-z_$][\w$]*(?:(?:\.|::|->)\w+)+\(|\w*(?:::\w+)+\Z|(?:\w+\.)*[A-Z][A-Za-z]*\[[\w.|, \[\]]*\Z"
        rb"|[a-z][a-z\-]+:[A-Z][A-Za-z*]+(?:V\d)?\Z|(?:Get|New|Read|ConvertTo|Generate)-[A-Z]\w*\Z"
    )


@functools.cache
def _kept() -> re.Pattern[bytes]:
    """A reference, a path, an address, also in the next cell of a row, or a value that is encrypted or hashed."""
    return re.compile(
        rb"[$<{%*/(]|\[(?i:filtered|redacted|hidden|masked|secret|new|your)|\./|,?[^,]*://"
        rb"|(?i:enc|aes|kms|pkcs7|cipher)[\[({]|(?i:sha\d{0,3}|md5|pbkdf2\w*|vault|ssm|arn|kms|env|secrets?)[:$]"
    )
