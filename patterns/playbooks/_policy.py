"""The step that puts limited rights in place of unlimited ones. Support: no playbook stands here."""

from __future__ import annotations

from patterns._playbook import StepTemplate

POLICY = (
    '\'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["%s"],"Resource":["%s"],"Condition":'
    '{"IpAddress":{"aws:SourceIp":["%s"]},"DateLessThan":{"aws:CurrentTime":"%s"}}}]}\\n\''
)
TRUST = (
    '\'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"\'"$SERVICE"\'"},'
    '"Action":"sts:AssumeRole"}]}\''
)

REPLACE = StepTemplate(
    title="Let the work be done by an identity with a policy of its own",
    detail=(
        "In this order of preference: a role for what runs on AWS or in CI (OpenID Connect), IAM Identity Center for "
        "people, and an IAM user for this one purpose only where neither will do. Its policy names the actions and "
        "resources that the key was used for, and conditions: from which network, until when. The commands ask for "
        "one action, its resource and the network, write such a policy to start from, have it checked, and attach it "
        "to a new role; add a statement for each further action. aws:SourceIp also stops calls that an AWS service "
        "makes on the role's behalf. Deploy this before you delete the key."
    ),
    commands=(
        "printf 'Action that it needs (service:Operation): ' && read -r ACTION",
        "printf 'ARN of the resource: ' && read -r RESOURCE",
        "printf 'Network that it calls from, in CIDR notation: ' && read -r NETWORK",
        "UNTIL=$(($(date -u +%Y) + 1))-$(date -u +%m)-01T00:00:00Z",
        f'printf {POLICY} "$ACTION" "$RESOURCE" "$NETWORK" "$UNTIL" > least-privilege.json && cat least-privilege.json',
        "aws accessanalyzer validate-policy --region {region} --policy-type IDENTITY_POLICY "
        "--policy-document file://least-privilege.json",
        "POLICY_ARN=$(aws iam create-policy --policy-name LeastPrivilege "
        "--policy-document file://least-privilege.json --query Policy.Arn --output text)",
        "printf 'Service that the work runs on (its name in trust policies): ' && read -r SERVICE",
        f"aws iam create-role --role-name LeastPrivilege --assume-role-policy-document {TRUST}",
        'aws iam attach-role-policy --role-name LeastPrivilege --policy-arn "$POLICY_ARN"',
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
)
