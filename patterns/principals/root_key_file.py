"""The file that the console hands out when an access key is made for the root user."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._pattern import Sample
from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID

LEGACY = (b"awscred", b"aws-credential", b"aws_credential", b"credential-file", b"credential_file")
"""Words in the names of files that the command-line tools before 2013 read; their layout is that of the root file."""
PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_add-key.html"


def alone(match: Match[bytes] | None, subject: Subject) -> bool:
    """The two lines are the whole file, and the file is not one that the old command-line tools read."""
    if match is None or not long_term(match, subject) or len(match.string) > 400:
        return False
    path = subject.path.encode("utf-8", "surrogateescape").lower()
    return not any(word in path for word in LEGACY) and bool(_rest().fullmatch(match.string, match.end()))


@functools.cache
def _rest() -> re.Pattern[bytes]:
    return re.compile(rb"[^\n]{0,80}\s*")


SIGNALS = (
    Signal(
        id="root-key-file",
        says="root",
        strength="strong",
        scope="path",
        detail="The file has the name under which the console saves the root user's access key.",
        reference=PAGE,
        needs=(b"rootkey",),
        regex=rb"(?i)(?:^|[/!\\])(?:copy[ _\-]of[ _\-])?rootkey(?:[ _\-.]{0,3}\(?[\w\-]{0,40}\)?)?\.csv(?:\.(?:bak|old|orig|txt))?~?$",
        accept=long_term,
        examples={
            "present columns": Sample("Access key ID,Secret access key\r\n<id>,<secret>\r\n", "rootkey.csv"),
            "earlier columns": Sample("AWSAccessKeyId,AWSSecretKey\r\n<id>,<secret>\r\n", "keys/rootkey.csv"),
            "first layout": Sample("AWSAccessKeyId=<id>\r\nAWSSecretKey=<secret>\r\n", "rootkey.csv"),
            "second download": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "rootkey (1).csv"),
            "copy that Windows made": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "rootkey - Copy.csv"),
            "dated copy": Sample("AWSAccessKeyId=<id>\nAWSSecretKey=<secret>\n", "docs/rootkey-2019.csv"),
            "in an archive": Sample("AWSAccessKeyId=<id>\nAWSSecretKey=<secret>\n", "a.zip!rootkey.csv"),
        },
        counterexamples={
            "temporary key under that name": Sample("<id:ASIA>,<secret>\n", "rootkey.csv"),
            "the home of the operating system's root": Sample("aws_access_key_id=<id>\n", "root/.aws/credentials"),
            "folder of that name": Sample("key <id>\n", "rootkey.csv/readme.txt"),
            "another root": Sample("key <id>\n", "webrootkey.csv"),
            "a user's file": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "accessKeys.csv"),
        },
    ),
    Signal(
        id="root-key-lines",
        says="root",
        strength="medium",
        scope="file",
        detail="The file is laid out as the root user's key file of earlier years: two lines, nothing else.",
        reference=PAGE,
        needs=(b"awssecretkey",),
        regex=rb"\A(?:\xef\xbb\xbf)?\s{0,8}AWSAccessKeyId=" + KEY_ID + rb"[ \t]*\r?\nAWSSecretKey=",
        accept=alone,
        examples={
            "renamed": Sample("AWSAccessKeyId=<id>\r\nAWSSecretKey=<secret>\r\n", "keys.txt"),
            "without a last newline": Sample("AWSAccessKeyId=<id>\nAWSSecretKey=<secret>", "aws.csv"),
            "with a byte order mark": Sample("\ufeffAWSAccessKeyId=<id>\r\nAWSSecretKey=<secret>\r\n", "x.csv"),
        },
        counterexamples={
            "file of the old tools": Sample("AWSAccessKeyId=<id>\nAWSSecretKey=<secret>\n", ".awscred"),
            "file of Elastic Beanstalk": Sample(
                "AWSAccessKeyId=<id>\nAWSSecretKey=<secret>\n", ".elasticbeanstalk/aws_credential_file"
            ),
            "more lines": Sample("AWSAccessKeyId=<id>\nAWSSecretKey=<secret>\nRegion=eu-west-1\nx=1\n", "a.txt"),
            "spaces and other names": Sample("aws_access_key_id=<id>\naws_secret_access_key=<secret>\n", "a.txt"),
        },
    ),
    Signal(
        id="root-key-columns",
        says="root",
        strength="medium",
        scope="file",
        detail="The columns are those of the root user's key file of earlier years.",
        reference=PAGE,
        needs=(b"awssecretkey",),
        regex=rb"\A(?:\xef\xbb\xbf)?\"?AWSAccessKeyId\"?,\"?AWSSecretKey\"?[ \t]*\r?\n\"?" + KEY_ID + rb"\"?,",
        accept=long_term,
        examples={
            "renamed": Sample("AWSAccessKeyId,AWSSecretKey\r\n<id>,<secret>\r\n", "key.csv"),
            "quoted": Sample('"AWSAccessKeyId","AWSSecretKey"\n"<id>","<secret>"\n', "key.csv"),
            "with a byte order mark": Sample("\ufeffAWSAccessKeyId,AWSSecretKey\n<id>,<secret>\n", "key.csv"),
        },
        counterexamples={
            "present columns, the same for users": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "a.csv"),
            "user's columns": Sample("User name,AWSAccessKeyId,AWSSecretKey\nbob,<id>,<secret>\n", "a.csv"),
            "code that reads it": Sample('row["AWSAccessKeyId,AWSSecretKey"] = "<id>"\n', "read.py"),
        },
    ),
)
