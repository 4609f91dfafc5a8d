"""The private key of an EC2 key pair: a way into machines, not into the account."""

from __future__ import annotations

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import tagged
from patterns.playbooks._trail import INTRUDER, SUPPORT

PAGE = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/replacing-key-pair.html"
ASK = "printf 'Name of the key pair: ' && read -r KEY_NAME"
STATE = "Reservations[].Instances[].[InstanceId,PublicIpAddress,State.Name]"


def is_of_ec2(facts: Facts) -> bool:
    """Whether the file's name or the text beside it says so."""
    return tagged(facts, "ec2-key-pair")


HOSTS = StepTemplate(
    title="Find the machines that it opens",
    detail=(
        "A key pair is of one Region and has a name, often that of the file. The commands list the pairs and the "
        "machines that were started with this one; ask every Region that you use. Images made of such machines, and "
        "machines that somebody copied the public key to, take it, too. `ssh-keygen -l -f` on the file shows a "
        "fingerprint to compare with."
    ),
    commands=(
        "aws ec2 describe-key-pairs --region {service_region} --query 'KeyPairs[].[KeyName,KeyPairId,KeyFingerprint]' "
        f"--output text && {ASK} && aws ec2 describe-instances --region {{service_region}} "
        f"--filters \"Name=key-name,Values=$KEY_NAME\" --query '{STATE}' --output text",
    ),
    reference="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html",
)
CLOSE = StepTemplate(
    title="Replace it on each machine",
    detail=(
        "Put a new public key into ~/.ssh/authorized_keys of every user of the machine and delete the old line; do "
        "that at once where port 22 is open to the world (the command lists the security groups that open it), or "
        "close the port until it is done. Better than a new key is Session Manager, which needs none. What the "
        "operating system lets in is the customer's side of EC2."
    ),
    commands=(
        "aws ec2 describe-security-groups --region {service_region} --filters Name=ip-permission.from-port,Values=22 "
        "--query 'SecurityGroups[].[GroupId,GroupName]' --output text",
    ),
    reference=PAGE,
)
DELETE = StepTemplate(
    title="Delete the key pair, so that no new machine gets it",
    detail=(
        "That takes the public key out of EC2 and of no machine: those that run keep letting it in until the line is "
        "deleted there. Launch templates and scaling groups that name the pair need the new name first."
    ),
    commands=('aws ec2 delete-key-pair --region {service_region} --key-name "$KEY_NAME"',),
    reference="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/delete-key-pair.html",
)
LOOK = StepTemplate(
    title="See who logged in, and what a machine can do in the account",
    detail=(
        "The machine's own log (auth.log or secure, `last`) has the logins; AWS does not record them. Whoever was on a "
        "machine also had the credentials of its instance profile: see the roles, and end their sessions if it was not "
        "you."
    ),
    commands=(
        "aws ec2 describe-iam-instance-profile-associations --region {service_region} "
        "--query 'IamInstanceProfileAssociations[].[InstanceId,IamInstanceProfile.Arn]' --output text",
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html",
)

PLAYBOOK = Playbook(
    id="ec2-key-pair",
    title="Private key of an EC2 key pair",
    summary=(
        "It opens machines and not the account: find them, replace the key in their authorized_keys, and delete the key "
        "pair, which by itself closes nothing."
    ),
    kinds=("private-key",),
    principals=(),
    accept=is_of_ec2,
    steps=(HOSTS, CLOSE, DELETE, LOOK, INTRUDER, SUPPORT, *HISTORY),
)
