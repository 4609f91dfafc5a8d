"""Names of the files in which the console hands out an IAM user's access key or password."""

from __future__ import annotations

from patterns._pattern import Sample
from patterns._signal import Signal
from patterns.principals._subjects import lasting, long_term
from patterns.principals._text import NAME

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"

SIGNALS = (
    Signal(
        id="user-key-file",
        says="iam-user",
        strength="strong",
        scope="path",
        detail="The file has the name under which the console saves the access key of the IAM user {name}.",
        reference=PAGE,
        needs=(b"_accesskeys",),
        regex=rb"(?:^|[/!\\])"
        + NAME
        + rb"_accessKeys(?:[ _\-]?\(?\d{1,4}\)?)?\.csv(?:\.(?:bak|old|orig|txt|save)|~)?$",
        accept=long_term,
        examples={
            "download": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "alice_accessKeys.csv"),
            "second download": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "x/bob_accessKeys (1).csv"),
            "copy": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "alice_accessKeys.csv.bak"),
            "user named root": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "root_accessKeys.csv"),
        },
        counterexamples={
            "no name": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "accessKeys.csv"),
            "other suffix": Sample("key <id>\n", "alice_accessKeys.py"),
            "temporary key": Sample("<id:ASIA>,<secret>\n", "alice_accessKeys.csv"),
        },
    ),
    Signal(
        id="access-keys-file",
        says="iam-user",
        strength="medium",
        scope="path",
        detail="The file has the name under which the console saves the access key of an IAM user.",
        reference=PAGE,
        needs=(b"accesskeys", b"new_user_credentials"),
        regex=rb"(?:^|[/!\\])(?:accessKeys|new_user_credentials)(?:[ _\-]?\(?\d{1,4}\)?)?\.csv(?:\.(?:bak|old|orig|txt|save)|~)?$",
        accept=lasting,
        examples={
            "download": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "accessKeys.csv"),
            "second download": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "k/accessKeys (2).csv"),
            "when the user was made": Sample("<id>,<secret>\n", "new_user_credentials.csv"),
        },
        counterexamples={
            "root's file": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "rootkey.csv"),
            "any credentials": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "credentials.csv"),
            "other suffix": Sample("key <id>\n", "accessKeys.js"),
        },
    ),
)
