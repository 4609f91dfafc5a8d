"""Steps that look at what was done. Support: no playbook stands here."""

from __future__ import annotations

from patterns._playbook import StepTemplate

LOOKUP = (
    "--lookup-attributes AttributeKey=AccessKeyId,AttributeValue={key_id} "
    "--query 'Events[].[EventTime,EventSource,EventName,Username]' --output text"
)
SIGN_INS = (
    "aws cloudtrail lookup-events --region {region} --lookup-attributes AttributeKey=EventName,"
    "AttributeValue=ConsoleLogin --query 'Events[].[EventTime,Username]' --output text"
)

USED = StepTemplate(
    title="See what it was used for",
    detail=(
        "CloudTrail has the calls that changed or described something, of the last 90 days, in each Region by itself: "
        "the first command asks where IAM and STS are recorded, the second every Region in use. Reading of data (S3 "
        "objects, for one) is only there if a trail records data events. AWS records and keeps this; to read it, and "
        "to say which calls were not yours, is for you. Keep the key ID for such searches."
    ),
    commands=(
        "aws cloudtrail lookup-events --region {region} " + LOOKUP,
        "for REGION in $(aws ec2 describe-regions --region {region} --query 'Regions[].RegionName' --output text); "
        'do aws cloudtrail lookup-events --region "$REGION" ' + LOOKUP + "; done",
    ),
    reference="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-cli.html",
    side="both",
)
INTRUDER = StepTemplate(
    title="Look for what an intruder leaves behind",
    detail=(
        "Users, keys, passwords, roles and identity providers that nobody here made are ways back in; machines, "
        "functions and mailings in Regions that you do not use are what is paid for. The newest users and roles come "
        "last. If GuardDuty is on, read its findings, above all those on anomalous behaviour of IAM users and on use "
        "of root credentials; look at the bill, too."
    ),
    commands=(
        "aws iam list-users --query 'Users[].[CreateDate,UserName]' --output text | sort",
        "aws iam list-roles --query 'Roles[].[CreateDate,RoleName]' --output text | sort",
        "aws iam list-open-id-connect-providers",
        "aws iam list-saml-providers",
        "aws iam generate-credential-report",
        "aws iam get-credential-report --query Content --output text | base64 --decode",
        "aws guardduty list-detectors --region {region}",
    ),
    reference="https://repost.aws/knowledge-center/potential-account-compromise",
    side="both",
)
SUPPORT = StepTemplate(
    title="Answer AWS, and ask for help where something was done",
    detail=(
        "If AWS has written to you about the credential, answer in that case within 24 hours: without an answer it may "
        "limit the account. If something was done in the account that was not you, open a case (Account and billing, Security), "
        "which needs no support plan; who cannot sign in any more writes by https://support.aws.amazon.com/#/contacts/aws-account-support/. AWS can tell what it sees and may waive costs; to secure the account stays with "
        "you."
    ),
    reference="https://docs.aws.amazon.com/awssupport/latest/user/case-management.html",
    side="both",
)
