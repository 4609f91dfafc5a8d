"""The private key of an X.509 signing certificate, with which old interfaces of AWS are called."""

from __future__ import annotations

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import tagged
from patterns.playbooks._owner import ASK_FOR_USER
from patterns.playbooks._trail import INTRUDER, SUPPORT

PAGE = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSigningCertificate.html"
ASK = "printf 'ID of the certificate in that list: ' && read -r CERTIFICATE_ID"


def is_of_a_certificate(facts: Facts) -> bool:
    """Whether the file's name is that of such a key."""
    return tagged(facts, "signing-certificate")


AS_USER = StepTemplate(
    title="Turn the certificate off, if it is an IAM user's",
    detail=(
        "The file of the key is called pk- and the certificate's ID, which is no secret. The credential report tells "
        "which users have a certificate (cert_1_active). An administrator types in user and ID."
    ),
    commands=(
        f"{ASK_FOR_USER} && aws iam list-signing-certificates --user-name {{user}} && {ASK} && "
        'aws iam update-signing-certificate --user-name {user} --certificate-id "$CERTIFICATE_ID" --status Inactive',
    ),
    reference=PAGE,
)
AS_ROOT = StepTemplate(
    title="If it is the root user's: delete it as the root user",
    detail=(
        "Most certificates of that age are the root user's, and nothing limits what they may do. Without --user-name, "
        "signed in as the root user; run as an IAM user the commands would address that user's own. No new one takes "
        "its place."
    ),
    commands=(
        f"aws iam list-signing-certificates && {ASK}",
        'aws iam delete-signing-certificate --certificate-id "$CERTIFICATE_ID"',
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSigningCertificate.html",
)
DELETE = StepTemplate(
    title="Delete the certificate when nothing needs it",
    detail=(
        "Hardly anything does: it signs requests of SOAP and of the first command line tools, and bundles of images "
        "kept in instance stores. What still does so should call today's interfaces with a role."
    ),
    commands=('aws iam delete-signing-certificate --user-name {user} --certificate-id "$CERTIFICATE_ID"',),
    reference="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSigningCertificate.html",
)

PLAYBOOK = Playbook(
    id="signing-certificate",
    title="Private key of a signing certificate",
    summary="Turn the certificate off and delete it: as the user's administrator, or as the root user if it is root's.",
    kinds=("private-key",),
    principals=(),
    accept=is_of_a_certificate,
    steps=(AS_USER, AS_ROOT, DELETE, INTRUDER, SUPPORT, *HISTORY),
)
