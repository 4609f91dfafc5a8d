"""Where temporary credentials come from: the role's name in a URL, a field, a profile or a call."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._subjects import not_long_term
from patterns.principals._text import NAME, ROLE_ARN, beside, field, named

METADATA = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html"
CONTAINER = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html"
PROFILE = "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html"
SSO = "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html"
ASSUME = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"
KEYS = '"AccessKeyId": "<id:ASIA:123456789013>", "SecretAccessKey": "<secret>", "Token": "<token:123456789013>"'
SECTION = "aws_access_key_id = <id:ASIA:123456789013>\naws_secret_access_key = <secret>\n"
LONG_TERM = "aws_access_key_id = <id:AKIA:123456789013>\naws_secret_access_key = <secret>\n"
ROLE = "arn:aws:iam::123456789013:role/deploy"
OTHER = "arn:aws:iam::123456789014:role/deploy"
_REST = rb"(?:[^\n\\]|\\\r?\n|\\[^\n]){0,300}?"
URL = "http://169.254.169.254/latest/meta-data/iam/security-credentials/"

SIGNALS = (
    Signal(
        id="metadata-role",
        says="role",
        strength="strong",
        scope="record",
        detail="They were read from the metadata of an instance that has the role {name}.",
        reference=METADATA,
        needs=(b"security-credentials/",),
        in_line=True,
        regex=rb"(?:meta-data|latest)/iam/security-credentials/" + NAME,
        accept=not_long_term,
        examples={
            "call and answer": f"$ curl {URL}web-role\n{{{KEYS}}}\n",
            "answer, then call": f"{{{KEYS}}}\n# from {URL}web-role\n",
            "log": f"GET /latest/meta-data/iam/security-credentials/web-role 200 {{{KEYS}}}\n",
        },
        counterexamples={
            "no role": f"$ curl {URL}\n{{{KEYS}}}\n",
            "variable": f"$ curl {URL}$ROLE\n{{{KEYS}}}\n",
            "long-term key": f"$ curl {URL}web-role\n" + LONG_TERM,
            "identity of the instance": "latest/meta-data/identity-credentials/ec2/security-credentials/ec2-instance\n{"
            + KEYS
            + "}",
        },
    ),
    Signal(
        id="container-role",
        says="role",
        strength="strong",
        scope="record",
        detail="The answer of a container's credential endpoint names the role {name}.",
        reference=CONTAINER,
        needs=(b"rolearn",),
        regex=beside(rb"RoleArn|AccessKeyId|SecretAccessKey|Token", field(rb"RoleArn", ROLE_ARN), named(rb"Token")),
        accept=not_long_term,
        examples={
            "answer": f'{{"RoleArn": "{ROLE}", {KEYS}}}',
            "role last": f'{{{KEYS}, "RoleArn": "{ROLE}"}}',
            "Python's form": f'{{"RoleArn": "{ROLE}", {KEYS}}}'.replace('"', "'"),
        },
        counterexamples={
            "another account's": f'{{"RoleArn": "{OTHER}", {KEYS}}}',
            "long-term key": f'{{"RoleArn": "{ROLE}", "Token": "x"}}\n' + LONG_TERM,
            "no token": f'{{"RoleArn": "{ROLE}", "AccessKeyId": "<id:ASIA:123456789013>"}}',
        },
    ),
    Signal(
        id="profile-role",
        says="role",
        strength="medium",
        scope="record",
        detail="The profile that holds them is for the role {name}.",
        reference=PROFILE,
        needs=(b"role_arn", b"rolearn"),
        in_line=True,
        regex=field(rb"(?:aws_?|assumed_?)?role_?arn", ROLE_ARN),
        accept=not_long_term,
        examples={
            "profile": f"[x]\nrole_arn = {ROLE}\n" + SECTION,
            "below": f"[x]\n{SECTION}role_arn={ROLE}\nsource_profile=default\n",
            "written by a helper": f"[x]\nassumed_role_arn = {ROLE}\n" + SECTION,
            "environment": f"export AWS_ROLE_ARN={ROLE}\n" + SECTION,
        },
        counterexamples={
            "long-term key that assumes it": f"[x]\nrole_arn = {ROLE}\n" + LONG_TERM,
            "next profile": f"[x]\n{SECTION}[y]\nrole_arn = {ROLE}\n",
            "another account's": f"[x]\nrole_arn = {OTHER}\n" + SECTION,
        },
    ),
    Signal(
        id="sso-role",
        says="role",
        strength="medium",
        scope="record",
        detail="The profile that holds them is for the permission set {name} of IAM Identity Center.",
        reference=SSO,
        needs=(b"sso_role_name", b"rolename"),
        in_line=True,
        regex=field(rb"sso_?role_?name", NAME),
        accept=not_long_term,
        examples={
            "profile": "[profile x]\nsso_role_name = Admin\nsso_account_id = 123456789013\n" + SECTION,
            "below": "[x]\n" + SECTION + "sso_role_name=ReadOnly\n",
            "JSON": '{"ssoRoleName": "Admin", ' + KEYS + "}",
        },
        counterexamples={
            "long-term key": "[x]\nsso_role_name = Admin\n" + LONG_TERM,
            "next profile": "[x]\n" + SECTION + "[y]\nsso_role_name = Admin\n",
            "another name": "[x]\nrole_session_name = Admin\n" + SECTION,
        },
    ),
    Signal(
        id="sso-call",
        says="role",
        strength="medium",
        scope="record",
        detail="The call beside it asks for credentials of the permission set {name} in the account {account}.",
        reference="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html",
        needs=(b"get-role-credentials",),
        regex=(
            rb"sso[ \t]{1,4}get-role-credentials\b(?="
            + _REST
            + rb"--account-id[ \t=\\\r\n]{1,20}[\"']?(?P<account>\d{12})(?!\d))"
            rb"(?=" + _REST + rb"--role-name[ \t=\\\r\n]{1,20}[\"']?" + NAME + rb"(?![\w+=@/]))"
        ),
        accept=not_long_term,
        examples={
            "command and answer": f"$ aws sso get-role-credentials --role-name Ops --account-id 123456789013\n{{{KEYS}}}\n",
            "other order": f"aws sso get-role-credentials --account-id 123456789013 --role-name Ops\n{{{KEYS}}}\n",
            "continued lines": f"aws sso get-role-credentials \\\n --role-name Ops \\\n --account-id 123456789013\n{{{KEYS}}}\n",
        },
        counterexamples={
            "another account's": f"aws sso get-role-credentials --role-name Ops --account-id 123456789014\n{{{KEYS}}}\n",
            "variable": f"aws sso get-role-credentials --role-name $R --account-id 123456789013\n{{{KEYS}}}\n",
            "long-term key": LONG_TERM + "aws sso get-role-credentials --role-name Ops --account-id 123456789013\n",
        },
    ),
    Signal(
        id="access-portal-section",
        says="role",
        strength="medium",
        scope="record",
        detail="The section has the name that the access portal gives: account {account}, permission set {name}.",
        reference=SSO,
        needs=(b"[",),
        in_line=True,
        regex=rb"(?m)^[ \t]*\[(?:profile[ \t]+)?(?P<account>\d{12})_" + NAME + rb"\][ \t]*\r?$",
        accept=not_long_term,
        examples={
            "section": "[123456789013_AdministratorAccess]\n" + SECTION,
            "with the token": "[123456789013_ReadOnly]\n" + SECTION + "aws_session_token = <token:123456789013>\n",
            "second": "[default]\naws_access_key_id=<id#1>\n[123456789013_Ops-Team]\n" + SECTION,
        },
        counterexamples={
            "another account's": "[123456789014_AdministratorAccess]\n" + SECTION,
            "long-term key": "[123456789013_AdministratorAccess]\n" + LONG_TERM,
            "next section": "[x]\n" + SECTION + "[123456789013_AdministratorAccess]\n",
        },
    ),
    Signal(
        id="assume-role-call",
        says="role",
        strength="medium",
        scope="record",
        detail="The call beside it takes on the role {name}.",
        reference=ASSUME,
        needs=(b"assume-role", b"assume_role", b"assumerole", b"use-stsrole"),
        regex=(
            rb"(?i:assume[_\-]?role|use-stsrole)[\w\-]{0,24}(?:[^\n{}]|\\\r?\n){0,200}?(?i:role[_\-]?arn)[= \t:\"']{1,6}"
            + ROLE_ARN
        ),
        accept=not_long_term,
        examples={
            "command and answer": f"$ aws sts assume-role --role-arn {ROLE} --role-session-name x\n{{{KEYS}}}\n",
            "with a web identity": f"aws sts assume-role-with-web-identity --role-arn {ROLE}\n{{{KEYS}}}\n",
            "PowerShell": f"(Use-STSRole -RoleArn {ROLE} -RoleSessionName x).Credentials\n\nAccessKeyId : <id:ASIA:123456789013>\nSecretAccessKey : <secret>\n",
            "boto3": f"sts.assume_role(RoleArn='{ROLE}', RoleSessionName='x')\n# {{{KEYS}}}\n",
        },
        counterexamples={
            "the key that calls": LONG_TERM + f"aws sts assume-role --role-arn {ROLE}\n",
            "another account's": f"aws sts assume-role --role-arn {OTHER}\n{{{KEYS}}}\n",
            "policy": f'{{"Action": "sts:AssumeRole", "Resource": "{ROLE}"}}\n{{{KEYS}}}\n',
        },
    ),
)
