"""Remarks beside a key that call it the root user's."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._pattern import Sample
from patterns._signal import Signal, Subject
from patterns.principals._prose import (
    is_called_so,
    is_end_of_name,
    is_given_to_somebody,
    is_label,
    is_said_of_the_key,
    line_around,
)
from patterns.principals._subjects import lasting
from patterns.principals._wording import keys_of_root, root_of_account

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html"
PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"


def said(match: Match[bytes] | None, subject: Subject) -> bool:
    """The remark says it of this key, in words and not by the name of something (`root-access-key`)."""
    if match is None or not lasting(match, subject):
        return False
    if not is_end_of_name(match) or not (_key_id().match(match[0]) or is_called_so(match)):
        return False
    return (b" " in match[0] or match[0].strip(b"#/;*: \t").isalpha()) and is_said_of_the_key(match)


@functools.cache
def _key_id() -> re.Pattern[bytes]:
    return re.compile(rb"A[KS]IA[A-Z0-9]{16}")


def labelled(match: Match[bytes] | None, subject: Subject) -> bool:
    """The remark is hardly more than these words."""
    if match is None or not said(match, subject) or not is_label(match):
        return False
    if subject.kind == "console-password":
        return True
    return not is_given_to_somebody(match) and not _sign_in().match(line_around(match)[1])


@functools.cache
def _sign_in() -> re.Pattern[bytes]:
    """What of the root user is spoken of, if it is how it signs in: that says nothing of a key."""
    return re.compile(
        rb"(?i)(?:'s|\xe2\x80\x99s)?[ \t]+(?:e-?mail|mail|address|password|phone|login|sign-?in|alias|arn)\b"
    )


SIGNALS = (
    Signal(
        id="root-key-remark",
        says="root",
        strength="strong",
        scope="near",
        detail="A remark beside it calls it an access key of the root user.",
        reference=PAGE,
        needs=(b"root",),
        in_line=True,
        regex=keys_of_root,
        accept=said,
        examples={
            "comment above": "# root access key\n" + PAIR,
            "comment below": PAIR + "; AWS root account key\n",
            "comment on the line": "key = '<id>'  # root user's keys\nsecret = '<secret>'\n",
            "said behind the key": "<id> / <secret> is a root access key.\n",
            "what is done with it": "Remove the root access key <id> (<secret>) from the repository\n",
            "in which case": "Only if that fails, use the root account's access key:\n\n" + PAIR,
            "numbered": "# Access key 1 (root)\n" + PAIR,
            "keys of": "// keys of the account's root user\n" + PAIR,
            "with a section between": "# AWS root key, do not commit!\n[default]\n" + PAIR,
            "prose": "Hi, this is the root account access key for prod:\n<id> / <secret>\n",
            "for whom they are": "# these keys are for the AWS account root user\n" + PAIR,
            "belongs to": "These credentials belong to the AWS root:\n<id>\n<secret>\n",
            "after a warning": "# DO NOT SHARE: root access key\n" + PAIR,
            "wish to be rid of it": "# TODO stop using the root account credentials!\n" + PAIR,
            "a task": "# TODO: delete this root access key\n" + PAIR,
            "notice": "The key <id> (belonging to your AWS Account root user) is publicly available.\n",
            "notice, as AWS words it": "Your AWS Access Key <id> belonging to the Root user along with its Secret Key is public.\n",
            "sentence with the key in it": "For emergencies use the root account's access key <id> with the secret <secret>.\n",
            "notice in a sentence": "We have become aware that the key <id>, belonging to your root user, is on GitHub.\n",
            "leaders": "Root Access Key ID ......... <id>\nRoot Secret Access Key ..... <secret>\n",
            "in brackets": "AWS access key (root): <id> <secret>\n",
            "heading": "## AWS root credentials\n\n<id>\n<secret>\n",
            "HTML": "<!-- root user access keys --><p><id></p><p><secret></p>\n",
            "capitals": "/* ROOT ACCESS KEY */\n" + PAIR,
            "curly apostrophe": "# the root user\u2019s access key\n" + PAIR,
            "owner": "# account owner (root) access key\n" + PAIR,
            "password": "AWS root account credentials\nemail: owner@acme.io\npassword: <password>\n",
        },
        counterexamples={
            "advice against it": "# do not use root\n" + PAIR,
            "advice against the key": "# never use the root access key\n" + PAIR,
            "contraction": "# don't put root access keys here\n" + PAIR,
            "denial": "# this is not the root access key\n" + PAIR,
            "denial behind": "# the root access key is not used any more\n" + PAIR,
            "rule": "Root account access keys must be deleted. Use IAM users.\n" + PAIR,
            "option of a command": "aws kms create-grant --grantee-principal arn:aws:iam::123456789013:root --key-id x\n"
            + PAIR,
            "fate": "Root access key was deleted in 2021; this is the deploy user's.\n" + PAIR,
            "wish": "# ask for root access key\n" + PAIR,
            "hint where it is": "# see root access key in 1Password\n" + PAIR,
            "need": "# requires root account access key to enable MFA delete\n" + PAIR,
            "expectation of a test": "# test: expect root access key finding\n" + PAIR,
            "policy on it": "# Root Access Key Policy\n" + PAIR,
            "function about it": "# root account key rotation lambda\n" + PAIR,
            "none": "Root access key: none\n" + PAIR,
            "done": "- [x] root access keys deleted\n" + PAIR,
            "locked away": "# use this IAM key, root access key is locked away\n" + PAIR,
            "what points up": "; ^ root access key\n[b]\n" + PAIR,
            "case that is put": "If this is the root account's access key: delete it\n" + PAIR,
            "alarm": "# Alert: someone used the root access key\n" + PAIR,
            "place for it": "# root access key id goes here\n" + PAIR,
            "replacement": "# IAM user instead of the root account key\n" + PAIR,
            "best practice": "# Best practice: delete your root access keys\n" + PAIR,
            "check of an auditor": "# Ensure that root account access keys are removed\n" + PAIR,
            "question": "# root access key?\n" + PAIR,
            "kept elsewhere": "# the root access key is stored in 1Password\n" + PAIR,
            "database": "# MySQL root user credentials\n" + PAIR,
            "MINIO": "# minio root access key\n" + PAIR,
            "operating system": "# switch to root user\n" + PAIR,
            "name of something": '{"playbook": "root-access-key"}\n' + PAIR,
            "feature": "# enables the management of root user credentials\n" + PAIR,
            "root cause": "# root cause: access key expired\n" + PAIR,
            "root directory": "# keys are in the root directory\n" + PAIR,
            "web root": "# webroot access key\n" + PAIR,
            "change of root": "# chroot access key\n" + PAIR,
            "block device": "root_block_device {}\n" + PAIR,
            "certificate": "# root certificate and access key\n" + PAIR,
            "level of a document": "# root level access key of the document\n" + PAIR,
            "root of a certificate authority": "# root CA key\n" + PAIR,
            "path": "cat /root/access-key\n" + PAIR,
            "three lines off": "# root access key\n\n\n\n" + PAIR,
            "temporary": "# root access key\naws_access_key_id = <id:ASIA>\naws_secret_access_key = <secret>\n",
            "another key's": "# root access key\nA=<id#1>\nB=<secret#1>\n\n# deploy\n" + PAIR,
        },
    ),
    Signal(
        id="root-user-label",
        says="root",
        strength="strong",
        scope="near",
        detail="A remark of few words beside it names the account's root user.",
        reference=PAGE,
        needs=(b"root",),
        in_line=True,
        regex=root_of_account,
        accept=labelled,
        examples={
            "comment": "# the account's root\n" + PAIR,
            "with the vendor's name": "# AWS root user\n" + PAIR,
            "heading": "## AWS account root\n\n<id>\n<secret>\n",
            "in brackets": "AWS (root)\n" + PAIR,
            "label": "AWS root:\n  key <id>\n  secret <secret>\n",
            "other order": "; root AWS account\n" + PAIR,
            "owner": "# account owner (root user)\n" + PAIR,
            "of the account": "# this is the root user of the account\n" + PAIR,
            "password": "AWS root user\nemail: owner@acme.io\npassword: <password>\n",
        },
        counterexamples={
            "policy": "# trusts the account root\n" + PAIR,
            "statement of a policy": '{"Sid": "Allow account root", "x": 1}\n' + PAIR,
            "task": "# enable MFA for the AWS root user\n" + PAIR,
            "denial": "# not the AWS root\n" + PAIR,
            "preference": "# IAM users are preferred over the AWS root user\n" + PAIR,
            "long prose": (
                "The AWS account root user can do everything in every service, so plan who may have it and why.\n"
                + PAIR
            ),
            "who it is": "# AWS account root user: jane@acme.io\n" + PAIR,
            "its address": "# AWS root email: owner@acme.io\n" + PAIR,
            "folder": "# AWS root folder\n" + PAIR,
            "operating system": Sample("# switch to root user\nUSER root\n" + PAIR, "Dockerfile"),
            "user named root": "# IAM user root\n" + PAIR,
            "code": 'name = "AWS root account"\n' + PAIR,
        },
    ),
)
