"""A private key beside which AWS is named: of CodeCommit over SSH, of an IoT device, or of something not told."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import tagged
from patterns.playbooks._owner import ASK_FOR_USER
from patterns.playbooks._trail import INTRUDER, SUPPORT


def is_another(facts: Facts) -> bool:
    """Whether it is none that has a playbook of its own."""
    return not tagged(facts, "ec2-key-pair", "cloudfront-key", "signing-certificate")


TELL = StepTemplate(
    title="Tell what it opens",
    detail=(
        "Nothing in a private key says what it is for; its public half does, where it is registered. `ssh-keygen -y "
        "-f` on the file shows the public half. Look where the settings beside it use it: a host to log in to, a "
        "repository, a device, a server's certificate."
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html",
)
COMMIT = StepTemplate(
    title="If it is of CodeCommit: deactivate the SSH public key of the user",
    detail=(
        "The IDs of such keys begin with APKA and are the user name of SSH. An administrator types in the user, and "
        "the ID from the list; the key is Inactive at once, and is deleted when nothing needs it."
    ),
    unless=("user",),
    commands=(
        f"{ASK_FOR_USER} && aws iam list-ssh-public-keys --user-name {{user}} && printf 'ID of the SSH key: ' && "
        'read -r SSH_KEY_ID && aws iam update-ssh-public-key --user-name {user} --ssh-public-key-id "$SSH_KEY_ID" '
        "--status Inactive",
    ),
    reference="https://docs.aws.amazon.com/codecommit/latest/userguide/setting-up-ssh-unixes.html",
)
COMMIT_OF_USER = replace(
    COMMIT,
    needs=("user",),
    unless=(),
    commands=tuple(command.removeprefix(f"{ASK_FOR_USER} && ") for command in COMMIT.commands),
)
DEVICE = StepTemplate(
    title="If it is of an IoT device: revoke the device's certificate",
    detail=(
        "Whoever has key and certificate is the device. Give the device a new certificate first if you can reach it no "
        "other way, then revoke this one: it cannot connect any more, and its policies no longer count."
    ),
    commands=(
        "aws iot list-certificates --region {region} --query 'certificates[].[certificateId,status,creationDate]' "
        "--output text && printf 'ID of the certificate: ' && read -r CERTIFICATE_ID && aws iot update-certificate "
        '--region {region} --certificate-id "$CERTIFICATE_ID" --new-status REVOKED',
    ),
    reference="https://docs.aws.amazon.com/iot/latest/developerguide/activate-or-deactivate-device-cert.html",
)
ELSE = StepTemplate(
    title="If it is of something else: replace it there",
    detail=(
        "Of a host: take its public half out of authorized_keys. Of a server's certificate: have a new one issued and "
        "the old one revoked by the authority that issued it; import it into ACM or IAM if it was there."
    ),
    commands=("aws acm list-certificates --region {region}", "aws iam list-server-certificates"),
    reference="https://docs.aws.amazon.com/acm/latest/userguide/import-certificate.html",
)

PLAYBOOK = Playbook(
    id="private-key",
    title="Private key beside which AWS is named",
    summary="Find out what it opens, and replace it there: a key that others have read opens that for them, too.",
    kinds=("private-key",),
    principals=(),
    accept=is_another,
    steps=(TELL, COMMIT, COMMIT_OF_USER, DEVICE, ELSE, INTRUDER, SUPPORT, *HISTORY),
)
