"""Planted traps: what looks like evidence for the root user and is none."""

from __future__ import annotations

import json

import pytest
from planted import (
    ACCOUNT,
    AIDA,
    COLUMNS,
    ENV,
    INI,
    KEY,
    NOBODYS,
    OTHER,
    REDACTED,
    ROOT,
    SECRET,
    USER,
    Files,
    caller,
    event,
    identity,
    owners,
    trail,
)  # fmt: skip

TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": ROOT}, "Action": "sts:AssumeRole"}],
}
KMS = {
    "Sid": "Enable IAM User Permissions",
    "Effect": "Allow",
    "Principal": {"AWS": ROOT},
    "Action": "kms:*",
    "Resource": "*",
}

BESIDE = {
    "trust policy": json.dumps(TRUST, indent=2) + "\n",
    "trust policy, minified": json.dumps(TRUST) + "\n",
    "default policy of a KMS key": json.dumps({"Id": "key-default-1", "Statement": [KMS]}) + "\n",
    "policy in YAML": f"Principal:\n  AWS:\n    - {ROOT}\n",
    "policy in Terraform": f'principals {{\n  type = "AWS"\n  identifiers = ["{ROOT}"]\n}}\n',
    "principal of the CDK": f"new iam.ArnPrincipal('{ROOT}')\n",
    "grant": f"aws kms create-grant --grantee-principal {ROOT} --key-id x --operations Decrypt\n",
    "grants": json.dumps({"Grants": [{"IssuingAccount": ROOT, "GranteePrincipal": ROOT, "Operations": ["Decrypt"]}]}) + "\n",
    "policy of a function": json.dumps({"Principal": {"AWS": ROOT}, "Arn": "arn:aws:lambda:x", "Account": ACCOUNT}) + "\n",
    "who may create volumes": json.dumps({"CreateVolumePermissions": [{"UserId": ACCOUNT}], "OwnerId": ACCOUNT}) + "\n",
    "creator": f'"CreatedBy": "{ROOT}"\n',
    "owner": f"owner: {ROOT}\nid: {ACCOUNT}\n",
    "variable": f"ACCOUNT_ROOT_ARN={ROOT}\n",
    "remark on a principal": f"# allowed principal: {ROOT}\n",
    "recovery point": f"resource_arn = {ROOT}\n",
    "MinIO": "MINIO_ROOT_USER=minio\nMINIO_ROOT_PASSWORD=minio12345\n",
    "databases": "MYSQL_ROOT_PASSWORD=x1\nPOSTGRES_USER=root\n",
    "container": "USER root\nWORKDIR /root\n",
    "block device": "root_block_device {\n volume_size = 8\n}\n",
    "domain": "root_domain = acme.io\n",
    "administrator": "arn:aws:iam::aws:policy/AdministratorAccess\n",
    "whom a cluster lets in": f"mapUsers:\n- userarn: {ROOT}\n  username: root\n",
    "roots of an organization": json.dumps({"Roots": [{"Id": "r-1", "Arn": f"arn:aws:organizations::{ACCOUNT}:root/o-1/r-1", "Name": "Root"}]}) + "\n",
    "filter of metrics": '{ $.userIdentity.type = "Root" && $.eventType != "AwsServiceEvent" }\n',
    "rule for events": json.dumps({"detail": {"userIdentity": {"type": ["Root"]}}}) + "\n",
    "user of Terraform": 'resource "aws_iam_access_key" "x" {\n  user = "root"\n}\n',
    "control that passed": "IAM.4 IAM root user access key should not exist: PASSED\n",
    "check of a benchmark": "1.4 Ensure no root account access key exists (Scored)\n",
    "rule": "Root account access keys must be deleted. Use IAM users.\n",
    "another account's caller": caller(ROOT.replace(ACCOUNT, OTHER), OTHER, OTHER),
    "another account's device": f"mfa_serial = arn:aws:iam::{OTHER}:mfa/root-account-mfa-device\n",
    "event of another key": trail(event(identity("Root", ROOT, REDACTED))) + "\n",
    "sign-in": trail(event(identity("Root", ROOT, None), "ConsoleLogin")) + "\n",
    "user of whom an event tells": trail(event({"type": "AWSService"}, resources=[{"ARN": USER, "accountId": ACCOUNT, "type": "AWS::IAM::User"}])) + "\n",
    "unique ID of an event": trail(event({"type": "IAMUser", "principalId": AIDA})) + "\n",
    **{f"remark: {words}": f"{words}\n" for words in (
        "# never use the root access key here", "# this is NOT the root key", "# do not use root account keys; see wiki",
        "# Not root credentials, IAM user only", "# rotate root password monthly", "# run as root", "# requires root (sudo)",
        "# deny root access", "# root cause: key expired", "# delete the root access key if you have one",
        "# root module credentials", "# k8s root secret", "# key file lies in the project root",
        "# fails if root account has access keys", "The root account has no access keys.",
        "Root access key was deleted in 2021; this is the deploy user's.", "# formerly root key, now IAM user deploy",
        "# rotated away from root keys", "# ask for root access key", "# see root access key in 1Password",
        "# requires root account access key to enable MFA delete", "# used by the root account's CI role",
        "# encrypted with the root key", "# KMS root key", "# AWS root CA key", "# trust root account of AWS",
        "// only root account can read this key", "# test: expect root access key finding",
        "# created by root for alice", "# AWS root email: x@y.z", "# DNS root access key",
        "# not sure if root access key", "# root access key id goes here", "# replaces the root access key",
        "# root access keys live in vault/aws/root", "# rejects root access keys", "Root access key: none",
        "# root access key - N/A", "# (root access key removed)", "# root account access key: disabled",
        "# use this IAM key, root access key is locked away", "# AWS account root user: jane@acme.io",
        "# owner of the AWS root account: Jane", "# root account MFA seed in safe", "# Tag: root",
        "# Path: root/keys", "# root org unit key", "# root stack credentials", "# Owner: root group",
        "# permissions like root", "# sudo root needed", "# backup of root volume", "# key used to mount root bucket",
        "# created with root account (legacy)", "# IAM admin, not root", "# root? no, IAM user",
        "# Alert: someone used the root access key", "# alarm when root access key is used",
        "# 3. Create root access key", "# How to rotate root access keys", "# Root Access Key Policy",
        "# root account key rotation lambda", "# finds root access keys", "# lists root account access keys in org",
        "# AWS Config rule iam-root-access-key-check", "- [ ] delete root access keys",
        "- [x] root access keys deleted", "# no root creds",
    )},
}  # fmt: skip

WHOLE: dict[str, Files] = {
    **{f"profile {name}": {"credentials": f"[{name}]\n{INI}"} for name in (
        "groot", "rootfs", "root-ca", "root-server", "non-root", "nonroot", "not-root", "linux-root-user", "web-root",
    )},
    **{f"variable {name}": {"x.env": f"{name}={KEY}\n"} for name in (
        "NON_ROOT_AWS_KEY", "NONROOT_AWS_ACCESS_KEY_ID", "PROJECT_ROOT_KEY", "MINIO_ROOT_ACCESS_KEY", "WEBROOT_KEY",
    )},
    **{f"file {path}": {path: ENV} for path in (
        "not-rootkey.csv", "no_rootkey.txt", "rootkey/alice.env", "aws-root/app/.env", "chroot_keys.txt", "check_root_access_key.py",
        "test_rootkey.csv.py", "root/.aws/credentials", "home/root/.env",
    )},
    "layout of the old tools": {".awscred": f"AWSAccessKeyId={KEY}\nAWSSecretKey={SECRET}\n"},
    "MinIO with a real-looking key": {".env": f"MINIO_ROOT_USER={KEY}\nMINIO_ROOT_PASSWORD={SECRET}\n"},
    "policy in another file": {".env": ENV, "policy.json": json.dumps(TRUST), "readme.md": "root account keys are forbidden\n"},
    "another key's download read": {"x.py": f"df = open('rootkey.csv')\nKEY = '{KEY}'\nSECRET = '{SECRET}'\n"},
    "caller far off in a runbook": {"runbook.md": f"# Keys\n\n{ENV}\n## Root sign-in\n\nSign in as root. It gives\n\n```\n{caller(ROOT, ACCOUNT)}```\n"},
    "columns of today": {"keys.csv": f"{COLUMNS}{KEY},{SECRET}\n"},
    "answer without a name": {"k.json": json.dumps({"AccessKey": {"UserName": "", "AccessKeyId": KEY, "SecretAccessKey": SECRET}})},
    "key info": {".env": ENV, "t": f"$ aws sts get-access-key-info --access-key-id {KEY}\n{{\n  \"Account\": \"{ACCOUNT}\"\n}}\n"},
}  # fmt: skip


@pytest.mark.parametrize("words", BESIDE)
@pytest.mark.parametrize("before", [True, False], ids=["before the key", "behind the key"])
def test_what_stands_beside_is_no_evidence(words: str, before: bool) -> None:
    content = BESIDE[words] + ENV if before else ENV + BESIDE[words]
    assert list(owners({"notes.txt": content}).values()) == [NOBODYS]


@pytest.mark.parametrize("files", WHOLE.values(), ids=WHOLE)
def test_the_key_is_nobodys(files: Files) -> None:
    assert list(owners(files).values()) == [NOBODYS]
