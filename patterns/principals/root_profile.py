"""Profiles of the AWS CLI and SDKs that are named for the root user."""

from __future__ import annotations

from patterns._pattern import Sample
from patterns._signal import Signal
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID, SECRET_SHAPED, beside, named

PAGE = "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html"
PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"

_WHERE = rb"(?:prod|production|dev|test|staging|main|master|management|mgmt|payer|old|new|acct|company)"
_WHOSE = (
    rb"(?!(?:non|not|no|anti|web|doc|document|linux|unix|ubuntu|server|host|vm|mysql|postgres|db|ssh|minio|ceph)[_.\-])"
    rb"[a-z0-9]{2,20}[_.\-](?=root[_.\-]?(?:user|account|acct|access|aws))"
)
"""A company, where it is its root *user* or *account* that is named."""
PROFILE = (
    rb"(?i:(?:" + _WHERE + rb"[_.\-]|" + _WHOSE + rb")?(?:aws[_.\-]?)?(?:account[_.\-]?)?root(?:[_.\-]?(?:user|account|acct|profile|admin))?"
    rb"(?:[_.\-]?(?:aws|access))?(?:[_.\-]?(?:keys?|credentials?|creds))?(?:[_.\-](?:" + _WHERE + rb"|\d{2,8}))?)(?![\w.\-/])"
)  # fmt: skip
_OTHERS = (
    rb"(?:non|not|no|anti|without|web|www|doc|docs|document|project"
    rb"|repo|app|site|home|linux|unix|ubuntu|server|host|vm|mysql|"
    rb"postgres|db|ssh|minio|ceph|ca|cert|module|package|path|dir|user|password|login|cause|node|domain|volume|device)"
)
COMPOUND = (
    rb"(?i:(?!"
    + _OTHERS
    + rb"[_.\-])[a-z0-9]{2,20}[_.\-]root|root[_.\-](?!"
    + _OTHERS
    + rb"(?![a-z0-9]))[a-z0-9]{2,20})"
    rb"(?![\w.\-/])(?<!aws.root)(?<!root.aws)"
)
"""Root and another word, of which it cannot be told whether it is a company's."""
_FIELD = rb"(?:aws_?)?(?:default_?)?profile(?:_?name)?"
KEPT_IN = (
    rb"(?:" + beside(_FIELD + rb"|(?:aws_?)?(?:secret_?)?access_?key(?:_?id)?", named(_FIELD) + PROFILE, SECRET_SHAPED)
    + rb"|aws[ \t]+configure\b[^\n|;&]{0,200}?--profile[ \t=]{1,4}[\"']?" + PROFILE
    + rb"|aws[ \t]+--profile[ \t=]{1,4}[\"']?" + PROFILE + rb"[\"']?[ \t]+configure)"
)  # fmt: skip

_TO_ITS_VALUE = (
    rb"(?=(?:(?!\n[ \t]*(?:-[ \t]|---|[\"']?(?i:name|title|id)[\"']?[ \t]*[:=])"
    rb"|\n[ \t]*\r?\n)[^{}]){0,800}?(?<![A-Za-z0-9/+])"
    + SECRET_SHAPED + rb")"
)  # fmt: skip
"""Ahead, to a key of the same record: no further item, name or paragraph begins before it."""

_IN_ITS_BLOCK = (
    rb"(?=(?:\n(?P=indent)(?!-[ \t])(?(item)[ \t]+)[^\n]*){0,12}?\n"
    rb"(?P=indent)(?!-[ \t])(?(item)[ \t]+)[^\n]{0,120}?(?<![A-Za-z0-9/+])"
    + SECRET_SHAPED + rb")"
)  # fmt: skip
"""Ahead, to a key in lines that are indented no less."""
_OF_AWS_ROOT = (
    rb"(?i:(?:[a-z0-9]{2,20}[_.\-])?(?:aws[_.\-]root|root[_.\-]aws)"
    rb"(?:[_.\-](?:user|account|acct|access|keys?|secrets?|creds?|credentials)){0,4})[\"']?,?[ \t]*\r?$"
)

_ESCAPED = rb"[ ]{0,8}\\{1,3}(?:r\\{1,3})?n"
"""The end of a line, as it is written in a string."""

SIGNALS = (
    Signal(
        id="root-section",
        says="root",
        strength="medium",
        scope="record",
        detail="The section that holds the key is named for the root user.",
        reference=PAGE,
        needs=(b"root",),
        in_line=True,
        regex=rb"(?m)^[ \t]*\[(?:profile[ \t]+)?[\"']?(?:\w{1,20}\.)?" + PROFILE + rb"[\"']?\][ \t]*\r?$",
        accept=long_term,
        examples={
            "credentials file": Sample("[root]\n" + PAIR, ".aws/credentials"),
            "with the vendor's name": "[aws-root]\n" + PAIR,
            "config file": "[profile root]\nregion = eu-west-1\n" + PAIR,
            "of an environment": "[default]\naws_access_key_id=<id#1>\n\n[prod-root]\n" + PAIR,
            "TOML": '[profiles.root]\naws_access_key_id = "<id>"\n',
            "key": "[root_access_key]\n" + PAIR,
            "a client's": "[acme-root-account]\n" + PAIR,
            "with the year": "[root-2024]\n" + PAIR,
        },
        counterexamples={
            "the section above": "[root]\nregion = eu-west-1\n[dev]\n" + PAIR,
            "the section below": "[dev]\n" + PAIR + "[root]\nregion = eu-west-1\n",
            "longer word": "[webroot]\n" + PAIR,
            "root of something": "[document-root]\n" + PAIR,
            "denial": "[non-root-user]\n" + PAIR,
            "user of a machine": "[linux-root-user]\n" + PAIR,
            "option": "[dev]\nroot = true\n" + PAIR,
            "temporary": "[root]\naws_access_key_id = <id:ASIA>\naws_secret_access_key = <secret>\n",
        },
    ),
    Signal(
        id="root-section-escaped",
        says="root",
        strength="medium",
        scope="record",
        detail="The section that holds the key, in a file written into a string, is named for the root user.",
        reference=PAGE,
        needs=(b"root",),
        in_line=True,
        regex=rb"\[(?:profile )?"
        + PROFILE
        + rb"\]"
        + _ESCAPED
        + rb"(?:[\w ]{1,40}=[^\\\"\n\[]{0,100}"
        + _ESCAPED
        + rb"){0,4}"
        rb"(?i:aws_access_key_id)[ ]{0,8}=[ ]{0,8}" + KEY_ID,
        accept=long_term,
        examples={
            "file in JSON": r'{"content": "[root]\naws_access_key_id = <id>\naws_secret_access_key = <secret>\n"}',
            "Windows' line ends": r'{"content": "[aws-root]\r\naws_access_key_id=<id>\r\naws_secret_access_key=<secret>"}',
            "behind other settings": r'"[default]\nregion = x\n[profile root]\nregion = y\naws_access_key_id = <id>\n"',
        },
        counterexamples={
            "next section's": r'"[root]\nregion = x\n[dev]\naws_access_key_id = <id>\n"',
            "longer word": r'"[webroot]\naws_access_key_id = <id>\n"',
            "temporary": r'"[root]\naws_access_key_id = <id:ASIA>\n"',
        },
    ),
    Signal(
        id="root-profile",
        says="root",
        strength="medium",
        scope="record",
        detail="The key is kept in a profile that is named for the root user.",
        reference=PAGE,
        needs=(b"root",),
        reach=1024,
        regex=KEPT_IN,
        accept=long_term,
        examples={
            "field": '{"profile": "root", "accessKeyId": "<id>", "secretAccessKey": "<secret>"}',
            "environment": "AWS_PROFILE=aws-root\nAWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
            "command": "aws configure set aws_access_key_id <id> --profile root\n",
            "dialogue": (
                "$ aws configure --profile root\nAWS Access Key ID [None]: <id>\nAWS Secret Access Key [None]: <secret>\n"
            ),
            "profile first": "aws --profile root configure set aws_access_key_id <id>\n",
        },
        counterexamples={
            "another profile": "aws configure set aws_access_key_id <id> --profile dev\n",
            "use of a profile": "export AWS_ACCESS_KEY_ID=<id>\naws s3 ls --profile root\n",
            "longer name": '{"profile": "rooted", "accessKeyId": "<id>"}',
            "another object's": '[{"profile": "root"}, {"profile": "dev", "accessKeyId": "<id>"}]',
            "user named root": '{"user": "root", "accessKeyId": "<id>"}',
        },
    ),
    Signal(
        id="root-secret-name",
        says="root",
        strength="medium",
        scope="record",
        detail="What holds the key is named for AWS's root user.",
        reference=PAGE,
        needs=(b"root",),
        reach=5120,
        regex=(
            rb"(?m)(?:^[ \t]*metadata:[ \t]*\r?\n(?:[ \t]+[^\n]*\n){0,3}?[ \t]+name:[ \t]{1,4}[\"']?"
            + _OF_AWS_ROOT
            + _TO_ITS_VALUE
            + rb"|^(?P<indent>[ \t]*)(?P<item>-[ \t]+)?[\"']?(?i:name|secret_?name|title|id)[\"']?[ \t]{0,4}[:=][ \t]{0,4}[\"']?"
            + _OF_AWS_ROOT
            + _IN_ITS_BLOCK
            + rb")"
        ),
        accept=long_term,
        examples={
            "secret of a cluster": (
                "kind: Secret\nmetadata:\n  name: aws-root-credentials\nstringData:\n"
                "  AWS_ACCESS_KEY_ID: <id>\n  AWS_SECRET_ACCESS_KEY: <secret>\n"
            ),
            "item of a list": "- name: acme-aws-root\n  access_key: <id>\n  secret_key: <secret>\n",
            "JSON": '{\n  "name": "aws_root_account",\n  "key": "<id>",\n  "secret": "<secret>"\n}\n',
        },
        counterexamples={
            "folder": "metadata:\n  name: aws-root-folder\ndata:\n  AWS_ACCESS_KEY_ID: <id>\n",
            "root alone": "metadata:\n  name: root\ndata:\n  AWS_ACCESS_KEY_ID: <id>\n",
            "next item's": "- name: aws-root\n  x: y\n- name: ci\n  access_key: <id>\n  secret_key: <secret>\n",
            "another list's item": "x:\n- name: aws-root\n  ref: y\nenv:\n  access_key: <id>\n  secret_key: <secret>\n",
            "temporary": "- name: aws-root\n  access_key: <id:ASIA>\n  secret_key: <secret>\n",
        },
    ),
    Signal(
        id="root-in-section-name",
        says="root",
        strength="weak",
        scope="record",
        detail="The name of the section that holds the key has root in it, beside another name.",
        reference=PAGE,
        needs=(b"root",),
        in_line=True,
        regex=rb"(?m)^[ \t]*\[(?:profile[ \t]+)?[\"']?" + COMPOUND + rb"[\"']?\][ \t]*\r?$",
        accept=long_term,
        examples={
            "company first": "[acme-root]\n" + PAIR,
            "root first": "[root-acme]\n" + PAIR,
            "config file": "[profile acme_root]\n" + PAIR,
        },
        counterexamples={
            "web root": "[web-root]\n" + PAIR,
            "denial": "[non-root]\n" + PAIR,
            "root of a project": "[project-root]\n" + PAIR,
            "longer word": "[acme-rooted]\n" + PAIR,
            "root alone, which says more": "[root]\n" + PAIR,
            "temporary": "[acme-root]\naws_access_key_id = <id:ASIA>\n",
        },
    ),
)
