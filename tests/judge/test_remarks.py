"""Remarks as people write them beside keys: those that only mention root, and those that say whose the key is."""

from __future__ import annotations

import pytest
from judged import owner

PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"

MENTIONED = (
    "# was root access key until 2020",
    "# root passwd, root key: ask ops; AWS for the bot:",
    "# not\n# the root access key",
    "# If this were a root access key we would have a problem",
    "# If it is 1 and no user is named, the key is the root user's.",
    "# A 0 says that it is a user's. Unless a name is told, the key is the root user's.",
    "# falls kein Name da steht, the key is the root user's",
    "# pretend these were root credentials",
    "# Replaces: root account key",
    "# trusted advisor flagged root account keys; not this one",
    "// get root key of the radix tree",
    "# The root user's keys were destroyed in the 2021 audit.",
    "# as opposed to root credentials, these can be limited",
    "# root key -> iam user key migration",
    "# was: root access key; now: deploy user",
    "# swap out root key for this",
    "# downgraded from root access key to IAM user key in 2022",
    "# we got rid of root access keys",
    "# TPM storage root key",
    "# root user access keys are a security risk, therefore a dedicated user:",
    "# square root key",
    "# least-privileged replacement for the root access key",
    "# only bob may hold the root access key",
    "# verboten: root access keys",
    "# it's tempting to use the root access key, but this is scoped",
    "# contrary to its name 'root access key' this is a user",
    "# zero root access keys in org",
    "# This is not\n# the root access key.",
    "# ESXi root credentials are in the other vault",
    "# vCenter root user credentials",
    "# Migration done, root access keys no longer in use",
    "# security team will kill the root access key on Friday; new key:",
    "# please stop sharing the root access key, use mine",
    "# root account keys gone as of 2022",
    "# deploy bot (formerly ran with root access key)",
    "# keys of the user that replaced root",
    "# bob's key, has nothing to do with the root user",
    "# not to be confused with the AWS root user",
    "# independent of root account credentials",
    "# works even if root access key is deleted",
    "# we had a root access key leak in May, this one is from June",
    "# account without root access keys",
    "# the team that owns root access keys is platform-sec",
    "# who has the root access key? ask #security",
    "# report: root access key age 0 days",
    "# docs/root-access-key.md explains rotation",
    "# see also: root user credentials policy",
    "# Hetzner root credentials",
    "# Jenkins root account key",
    "# cPanel root user keys",
    "# redis root keys",
    "# root password for the VM: toor",
    "# OpenWrt root key",
    "# root of the bucket: keys",
    "# sub-tree root key path",
    "# gradle root project credentials",
    "# monorepo root credentials file",
    "# CA root key backup bucket user",
    "# root zone signing key bucket",
    "# kernel root=/dev/xvda1 keys",
    "# sshd: PermitRootLogin no; aws keys",
    "# fakeroot build keys",
    "# Trooper access key",
    "# root causes: stale keys",
    "# the grass root access key initiative",
    "# access as root denied",
    "# key is root-readable only",
    "# this credentials file is owned by root",
    "# these keys are read by root's cron job",
    "# this key is used by the root user of the VM",
    "# old root access key: revoked",
    "# revoke the root access key and use this",
    "# AWS root account access key ID: <redacted>",
    "# Root access key ID: XXXXX",
    "# this key is as dangerous as a root access key",
    "# pseudo root AWS key",
    "# AWS root account key (sample)",
    "# AWS root access keys: not in use",
    "$ cat rootkey.csv\ncat: rootkey.csv: No such file or directory",
    "# We used to use the root access key; this one is ci-deploy's",
    "# root API key for the search engine",
    "# account root: 418274650193",
    "# AWS root account: 418274650193",
    "# AWS (rooted phones)",
    "# root access keys are not used, because they cannot be limited",
    "# TODO remove: root access keys in account B",
    "# delete: root account keys",
    "# root access keys: 0",
    "# root access keys: false",
    "# root access key of the vCenter",
    "# supersedes root access key",
    "# obsoletes the root access key",
    "# chown root:root credentials",
    "# install -o root -g root credentials /etc/x",
    "# created for the backup user while signed in as root",
    "# logged in as root and created user deploy with this key",
    "# signed in as root, made an IAM user for it",
    "# SSH key type: root",
    "# bot that rotates root access keys",
    "# team that keeps root access keys",
    "# SecurityHub IAM.4 root access key",
    "# Policy: root access keys",
    "# Tutorial: root access keys",
    "# Root access keys and how to remove them",
    "# Check 1.4: root access key",
    "# Lambda that deletes root access keys",
    "# this user can list root access keys",
    "# after deleting the root access key we made this",
    "# root access keys = bad",
    "# from root access key to IAM user",
    "Key type: root CA",
    "User: root",
    "owner: root",
    "Username: root (AWS)",
)
ELSEWHERE = (
    "# NIEMALS den AWS root access key verwenden",
    "# jamais la root access key",
    "# nunca uses la root access key",
    "# \u4e0d\u8981\u4f7f\u7528 root access key",
    "# \u043d\u0435 root access key",
    "# root \u306e\u30a2\u30af\u30bb\u30b9\u30ad\u30fc\u3067\u306f\u306a\u3044 root access key",
)
TOLD = (
    "# the following is the AWS master (root) account key",
    "# I am using root account access keys because the IAM role doesn't work",
    "# whose: root user",
    "# belongs to the AWS root user",
    "# Keys generated for the root user in AWS console",
    "# I'm using the root user access key for now",
    "# Key type: root",
    "# AWS (root)",
    "# the keys below are for the root user of the AWS account",
    "# The following belong to root (AWS account owner), handle with care",
    "# this key is root's",
    "# downloaded as rootkey.csv",
    "Here is the root access key you asked for:",
    "# credentials: root account",
    "# AWS keys, root user",
    "# using root access key because IAM is broken",
    "# these root keys are shared with the contractors",
    "# TODO get rid of this root access key",
    "# hardcoded root access key",
    "# still the root access key, migrate!",
    "# root access key of acme GmbH",
    "# AWS root account keys of client XYZ",
    "# ACME root access key",
    "# here are the root account's access keys",
    "# root account key, pls don't share",
    "# root user access key: keep secret",
    "# CONFIDENTIAL AWS root access key",
    "# root access key & id",
    "# access key / secret for the AWS root user",
    "# creds of the AWS root account",
    "# security credentials of AWS root user",
    "# AWS ROOT ACCOUNT!!",
    "# root account AWS keys",
    "# root AWS credentials",
    "# root aws access key id",
    "# actual root access key",
    "# old AWS account root key",
    "# root user's secret access key",
    "# root access key pair",
    "# all-powerful root access key",
    "# keys of our root user",
    "# access key of account owner (root)",
    "# these keys are for the root user",
    "# those are the AWS root keys",
    "# that's the root access key",
    "# it's the root access key",
    "# We use the root access key here",
    "# AWS root user (access key)",
    "# rootkey.csv",
    "# see rootkey.csv",
    "# Root account access key for billing export script",
    "# default = root access key",
    "/** root access key */",
    "/// AWS root user access key",
    "{# AWS root access key #}",
    "AWS access keys - root",
    "# it is the root user's access key unfortunately",
    "# api keys of our root aws account",
    "# Key is owned by the AWS root account",
    "# root account: access key and secret",
    "AWS access keys: root",
    "# AWS credentials, root",
    "access key for AWS root login",
    "Key type: root",
    "Access key type: root user",
    "# key owner: root user",
    "Key owner: root user",
    "# IAM principal: root",
    "# credential type: root",
    "# rootkey downloaded from the AWS console",
    "# rootkey",
    "REM root access key",
    "REM AWS root account keys",
    "REM root",
    "# sorry, had to use the root access key",
    "# the key below is the root account key",
    "# this key is the root user's access key!",
    "# User: root (AWS account owner)",
    "# TODO delete: this root access key",
)
TRAILING = (
    "# root",
    "// AWS root",
    "; root user",
    "-- root account",
    "/* root */",
    "<!-- root user -->",
    "# rootkey.csv",
)
NOT_TRAILING = ("# rooted", "# root of it", "# non-root", "# root?", "# no root", "# not root", "# chroot")
"""What stands behind a key on its line."""


@pytest.mark.parametrize("remark", MENTIONED)
def test_what_only_mentions_root_is_silent(remark: str) -> None:
    assert owner(f"{remark}\n{PAIR}").type != "root"


@pytest.mark.parametrize("remark", ELSEWHERE, ids=["German", "French", "Spanish", "Chinese", "Russian", "Japanese"])
def test_denials_in_other_languages_are_silent(remark: str) -> None:
    assert owner(f"{remark}\n{PAIR}").type != "root"


@pytest.mark.parametrize("remark", TOLD)
def test_what_calls_the_key_roots_speaks(remark: str) -> None:
    assert owner(f"{remark}\n{PAIR}").type == "root"


@pytest.mark.parametrize("remark", TRAILING)
def test_a_remark_behind_the_key_speaks(remark: str) -> None:
    assert owner(f"ACCESS = '<id>' {remark}\nSECRET = '<secret>'\n").type == "root"


@pytest.mark.parametrize("remark", NOT_TRAILING)
def test_a_remark_behind_the_key_that_says_else_is_silent(remark: str) -> None:
    assert owner(f"ACCESS = '<id>' {remark}\nSECRET = '<secret>'\n").type != "root"


def test_a_remark_behind_another_value_is_silent() -> None:
    assert owner(f"runAsUser: 0 # root\n{PAIR}").type != "root"


@pytest.mark.parametrize("fence", ["```", "```text", "~~~", "{code}", "{noformat}", "<pre>"])
def test_the_fence_of_a_block_is_no_line_between(fence: str) -> None:
    assert owner(f"Root access key:\n\n{fence}\n{PAIR}").type == "root"
