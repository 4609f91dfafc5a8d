"""What `sts get-caller-identity` answers, beside the key that it was asked with."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._objects import describes_a_user, is_of_an_event, stands_in
from patterns.principals._profiles import is_of_another_profile
from patterns.principals._text import ROOT_ARN, USER_ARN, beside, field

PAGE = "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"
NAMES = rb"user_?id|account(?:_?id)?|arn"
OTHERS = field(rb"user_?id|account(?:_?id)?", rb"(?:\d{12}|AIDA[A-Z0-9]{17})")
KEY = "AWS_ACCESS_KEY_ID=<id:AKIA:123456789013>\nAWS_SECRET_ACCESS_KEY=<secret>\n"


def of_the_key(match: Match[bytes] | None, subject: Subject) -> bool:
    """It is neither a password's, nor that of who runs Terraform, nor a user out of a list or an event."""
    if match is None or subject.kind == "console-password" or describes_a_user(match):
        return False
    if is_of_another_profile(match, subject):
        return False
    return not is_of_an_event(match) and not stands_in(match, b"aws_caller_identity")


def of_this_profile(match: Match[bytes] | None, subject: Subject) -> bool:
    """The call that is answered was not made by the profile of another key."""
    return match is not None and not is_of_another_profile(match, subject)


SIGNALS = (
    Signal(
        id="caller-identity-root",
        says="root",
        strength="strong",
        scope="record",
        detail="The caller identity beside it is the account's root user.",
        reference=PAGE,
        needs=(b":root",),
        regex=beside(NAMES, field(rb"arn", ROOT_ARN), OTHERS),
        accept=of_the_key,
        examples={
            "below the key": KEY
            + '{\n  "UserId": "123456789013",\n  "Account": "123456789013",\n  "Arn": "arn:aws:iam::123456789013:root"\n}\n',
            "minified, in the key's object": (
                '{"k":"<id:AKIA:123456789013>","Arn":"arn:aws:iam::123456789013:root","Account":"123456789013"}'
            ),
            "escaped in a log": KEY + r'out="{\"UserId\":\"123456789013\",\"Arn\":\"arn:aws:iam::123456789013:root\"}"',
            "Python's form": KEY + "{'Account': '123456789013', 'Arn': 'arn:aws-cn:iam::123456789013:root'}\n",
            "YAML": KEY + "Account: '123456789013'\nArn: arn:aws:iam::123456789013:root\nUserId: '123456789013'\n",
            "table": KEY
            + "|  Account|  123456789013                     |\n|  Arn    |  arn:aws:iam::123456789013:root   |\n"
            "|  UserId |  123456789013                     |\n",
            "Java's form": KEY + "{UserId: 123456789013,Account: 123456789013,Arn: arn:aws:iam::123456789013:root}",
            "XML": KEY
            + "<Arn>arn:aws:iam::123456789013:root</Arn><UserId>123456789013</UserId><Account>123456789013</Account>",
        },
        counterexamples={
            "principal of a policy": KEY
            + '{"Sid":"x","Principal":{"AWS":"arn:aws:iam::123456789013:root"},"Account":"123456789013"}',
            "default policy of a KMS key": KEY + '{"Sid": "Enable IAM User Permissions", "Effect": "Allow",'
            ' "Principal": {"AWS": "arn:aws:iam::123456789013:root"}, "Action": "kms:*", "Resource": "*"}',
            "creator of a resource": KEY + '{"Account": "123456789013", "CreatedBy": "arn:aws:iam::123456789013:root"}',
            "grant on the command line": KEY
            + "aws lambda add-permission --principal arn:aws:iam::123456789013:root --account 123456789013\n",
            "another account's identity": KEY
            + '{"UserId": "123456789014", "Account": "123456789014", "Arn": "arn:aws:iam::123456789014:root"}',
            "who runs Terraform": (
                'data "aws_caller_identity" "me" {\n  account_id = "123456789013"\n  arn = "arn:aws:iam::123456789013:root"\n}\n'
                'resource "aws_iam_access_key" "k" {\n  id = "<id:AKIA:123456789013>"\n  user = "ci"\n}\n'
            ),
            "ARN alone": KEY + '{"Arn": "arn:aws:iam::123456789013:root"}',
            "sign-in of which an event tells": (
                '[{"userIdentity": {"type": "IAMUser", "accessKeyId": "<id:AKIA:123456789013>", "userName": "al"}},'
                ' {"userIdentity": {"type": "Root", "arn": "arn:aws:iam::123456789013:root", "accountId": "123456789013"}}]'
            ),
            "administrator": KEY + '{"Arn": "arn:aws:iam::aws:policy/AdministratorAccess", "Account": "123456789013"}',
        },
    ),
    Signal(
        id="user-id-is-account",
        says="root",
        strength="strong",
        scope="record",
        detail="The caller's user ID is the account's number, as only the root user's is.",
        reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html",
        needs=(b"userid", b"user_id"),
        reach=1024,
        regex=beside(
            NAMES, field(rb"user_?id", rb"(?P<account>\d{12})"), field(rb"account(?:_?id)?", rb"(?P=account)")
        ),
        accept=of_the_key,
        examples={
            "without the ARN": KEY + '{"UserId": "123456789013", "Account": "123456789013"}',
            "account first": KEY + '{"Account": "123456789013", "UserId": "123456789013"}',
            "escaped": KEY + r'"{\"UserId\":\"123456789013\",\"Account\":\"123456789013\"}"',
        },
        counterexamples={
            "a user's ID": KEY + '{"UserId": "AIDA<base32:17>", "Account": "123456789013"}',
            "another number": KEY + '{"UserId": "210987654321", "Account": "123456789013"}',
            "account alone": KEY + '{"Account": "123456789013"}',
            "who runs Terraform": (
                'data "aws_caller_identity" "me" {\n  account_id = "123456789013"\n  user_id = "123456789013"\n}\n'
                + KEY
            ),
            "two objects": KEY + '[{"UserId": "123456789013"}, {"Account": "123456789013"}]',
        },
    ),
    Signal(
        id="caller-identity-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="The caller identity beside it is the IAM user {name}.",
        reference=PAGE,
        needs=(b":user/",),
        reach=2560,
        regex=beside(NAMES, field(rb"arn", USER_ARN), OTHERS),
        accept=of_the_key,
        examples={
            "below the key": KEY + '{\n  "UserId": "AIDA<base32:17>",\n  "Account": "123456789013",\n'
            '  "Arn": "arn:aws:iam::123456789013:user/alice"\n}\n',
            "user with a path": KEY
            + '{"Account": "123456789013", "Arn": "arn:aws:iam::123456789013:user/division/ops/bob"}',
            "user named root": KEY + '{"Account": "123456789013", "Arn": "arn:aws:iam::123456789013:user/root"}',
            "YAML": KEY + "Account: '123456789013'\nArn: arn:aws-us-gov:iam::123456789013:user/al\n",
        },
        counterexamples={
            "principal of a policy": KEY
            + '{"Account": "123456789013", "Principal": {"AWS": "arn:aws:iam::123456789013:user/alice"}}',
            "resource of a policy": KEY
            + '{"Account": "123456789013", "Resource": "arn:aws:iam::123456789013:user/alice"}',
            "another account's user": KEY
            + '{"Account": "123456789014", "Arn": "arn:aws:iam::123456789014:user/alice"}',
            "member of a list of users": KEY
            + '{"UserName": "alice", "Arn": "arn:aws:iam::123456789013:user/alice", "Path": "/"}',
            "user out of a list": KEY
            + '{"UserId": "AIDA<base32:17>", "Arn": "arn:aws:iam::123456789013:user/al", "CreateDate": "2024-01-01"}',
            "role": KEY + '{"Account": "123456789013", "Arn": "arn:aws:iam::123456789013:role/alice"}',
            "user whom an event is about": KEY + '"resources": [{"ARN": "arn:aws:iam::123456789013:user/alice",'
            ' "accountId": "123456789013", "type": "AWS::IAM::User"}]',
            "issuer of another session": KEY + '"sessionContext": {"sessionIssuer": {"type": "IAMUser",'
            ' "arn": "arn:aws:iam::123456789013:user/alice", "accountId": "123456789013"}}',
        },
    ),
    Signal(
        id="caller-identity-line-root",
        says="root",
        strength="strong",
        scope="record",
        detail="The caller identity beside it, in a line, is the account's root user.",
        reference=PAGE,
        needs=(b":root",),
        in_line=True,
        regex=rb"(?m)^[ \t|]{0,6}\d{12}[ \t|]{1,12}" + ROOT_ARN + rb"[ \t|]{1,12}(?P=account)[ \t|]*\r?$",
        accept=of_this_profile,
        examples={
            "row of a table": KEY + "|    Account   |    Arn    |    UserId    |\n+----+----+----+\n"
            "|  123456789013|  arn:aws:iam::123456789013:root  |  123456789013  |\n+----+----+----+\n",
            "tabs": KEY + "123456789013\tarn:aws:iam::123456789013:root\t123456789013\n",
            "spaces": KEY + "123456789013  arn:aws:iam::123456789013:root  123456789013\n",
            "above the key": "123456789013\tarn:aws:iam::123456789013:root\t123456789013\n" + KEY,
        },
        counterexamples={
            "ARN alone": KEY + "arn:aws:iam::123456789013:root\n",
            "another account": KEY + "123456789014\tarn:aws:iam::123456789014:root\t123456789014\n",
            "a grant": KEY + "grant 123456789013 arn:aws:iam::123456789013:root read\n",
        },
    ),
    Signal(
        id="caller-identity-line-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="The caller identity beside it, in a line, is the IAM user {name}.",
        reference=PAGE,
        needs=(b":user/",),
        in_line=True,
        regex=rb"(?m)^[ \t|]{0,6}\d{12}[ \t|]{1,12}" + USER_ARN + rb"[ \t|]{1,12}AIDA[A-Z0-9]{17}[ \t|]*\r?$",
        accept=of_this_profile,
        examples={
            "row of a table": KEY + "|  123456789013 |  arn:aws:iam::123456789013:user/al |  AIDA<base32:17>  |\n",
            "tabs": KEY + "123456789013\tarn:aws:iam::123456789013:user/alice\tAIDA<base32:17>\n",
            "spaces": KEY + "123456789013  arn:aws:iam::123456789013:user/alice  AIDA<base32:17>\n",
            "above the key": "123456789013\tarn:aws:iam::123456789013:user/x/alice\tAIDA<base32:17>\n" + KEY,
        },
        counterexamples={
            "list of users": KEY
            + "USERS\tarn:aws:iam::123456789013:user/alice\t2024-01-01\t/\tAIDA<base32:17>\talice\n",
            "another account": KEY + "123456789014\tarn:aws:iam::123456789014:user/al\tAIDA<base32:17>\n",
            "ARN alone, far away": KEY + "\n\n\n\narn:aws:iam::123456789013:user/alice\n",
        },
    ),
)
