"""Calls of IAM about a key, with the user whose key it is."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID, NAME, field

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"
LAST_USED = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html"

_REST = rb"(?:[^\n\\]|\\\r?\n|\\[^\n]){0,200}?"
_GIVEN = rb"[ \t=\\\r\n]{1,20}[\"']?"

SIGNALS = (
    Signal(
        id="key-made-by-command",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="The command that printed the key made it for the IAM user {name}.",
        reference=PAGE,
        needs=(b"create-access-key",),
        regex=(
            rb"iam[ \t]+create-access-key\b(?=" + _REST + rb"--user-name" + _GIVEN + NAME + rb"(?![\w+=@/]))"
            rb"(?:[^\n\\]|\\\r?\n|\\[^\n]){0,300}+\n[ \t\"'\[]{0,8}(?:ACCESSKEY\t)?" + KEY_ID + rb"(?![A-Za-z0-9])"
        ),
        accept=long_term,
        examples={
            "columns that were asked for": (
                "$ aws iam create-access-key --user-name alice --query 'AccessKey.[AccessKeyId,SecretAccessKey]'"
                " --output text\n<id>\t<secret>\n"
            ),
            "continued lines": "aws iam create-access-key \\\n  --user-name alice --output text\n<id>\t<secret>\n",
            "ID alone": '$ aws iam create-access-key --query AccessKey.AccessKeyId --user-name=alice\n"<id>"\n',
        },
        counterexamples={
            "no user": "$ aws iam create-access-key --output text\n<id>\t<secret>\n",
            "who makes the key": "export AWS_ACCESS_KEY_ID=<id>\naws iam create-access-key --user-name alice\n",
            "next command's": "aws iam create-access-key --user-name alice\nexport AWS_ACCESS_KEY_ID=<id>\n",
            "variable": "aws iam create-access-key --user-name $WHO\n<id>\n",
        },
    ),
    Signal(
        id="key-listed-by-command",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="The command that listed the key asked for those of the IAM user {name}.",
        reference="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html",
        needs=(b"list-access-keys",),
        regex=(
            rb"(?:iam[ \t]{1,4}|(?P<second>list))(?=(?(second)|list)-access-keys\b(?="
            + _REST
            + rb"--user-name"
            + _GIVEN
            + NAME
            + rb"(?![\w+=@/]))"
            rb"(?:[^\n\\]|\\\r?\n|\\[^\n]){0,300}+\n[\s\"'\[]{0,12}(?(second)A[KS]IA[A-Z0-9]{16}[\s\"',]{1,12})"
            + KEY_ID
            + rb"(?![A-Za-z0-9]))"
        ),
        accept=long_term,
        examples={
            "text": "$ aws iam list-access-keys --user-name alice --query 'AccessKeyMetadata[].AccessKeyId' --output text\n<id>\n",
            "second": "$ aws iam list-access-keys --user-name alice --query x --output text\n<id#1>\t<id>\n",
            "JSON": 'aws iam list-access-keys --user-name alice --query x\n[\n    "<id#1>",\n    "<id>"\n]\n',
        },
        counterexamples={
            "no user": "$ aws iam list-access-keys --query x --output text\n<id>\n",
            "next command's": "aws iam list-access-keys --user-name alice\nexport AWS_ACCESS_KEY_ID=<id>\n",
            "variable": "aws iam list-access-keys --user-name $WHO --output text\n<id>\n",
        },
    ),
    Signal(
        id="key-of-request",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="A CloudTrail record tells of a call about this key, which names the IAM user {name}.",
        reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html",
        needs=(b"requestparameters",),
        regex=(
            rb"requestParameters\\{0,3}[\"']?[ \t]{0,8}[:=]\s{0,8}\{(?=[^{}]{0,300}?"
            + field(rb"accessKeyId", KEY_ID)
            + rb")"
            rb"(?=[^{}]{0,300}?" + field(rb"userName", NAME) + rb")"
        ),
        accept=long_term,
        examples={
            "deleted": '{"eventName": "DeleteAccessKey", "requestParameters": {"userName": "alice", "accessKeyId": "<id>"}}',
            "turned off": '"requestParameters": {\n "accessKeyId": "<id>",\n "status": "Inactive",\n "userName": "alice"\n}\n',
            "escaped": r"{\"requestParameters\":{\"userName\":\"alice\",\"accessKeyId\":\"<id>\"}}",
        },
        counterexamples={
            "no user": '"requestParameters": {"accessKeyId": "<id>", "status": "Inactive"}',
            "another object's user": '"requestParameters": {"accessKeyId": "<id>"}, "x": {"userName": "alice"}',
            "another key": '"requestParameters": {"accessKeyId": "<id#1>", "userName": "alice"}, "k": "<id>"',
        },
    ),
    Signal(
        id="key-command-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="A command about this key names the IAM user {name}.",
        reference=PAGE,
        needs=(b"-access-key", b"-iamaccesskey"),
        regex=(
            rb"(?:iam[ \t]+(?:update|delete)-access-key|(?i:Update|Remove)-(?i:IAMAccessKey))\b"
            rb"(?=" + _REST + rb"(?:--user-name|-(?i:UserName))" + _GIVEN + NAME + rb"(?![\w+=@/]))"
            rb"(?=" + _REST + rb"(?:--access-key-id|-(?i:AccessKeyId))" + _GIVEN + KEY_ID + rb"(?![A-Za-z0-9]))"
        ),
        accept=long_term,
        examples={
            "command": "aws iam update-access-key --user-name alice --access-key-id <id> --status Inactive\n",
            "PowerShell": "Remove-IAMAccessKey -UserName alice -AccessKeyId <id> -Force\n",
            "other order": "aws iam delete-access-key --access-key-id <id> --user-name alice\n",
            "continued lines": "aws iam delete-access-key \\\n  --user-name alice \\\n  --access-key-id <id>\n",
        },
        counterexamples={
            "no user": "aws iam update-access-key --access-key-id <id> --status Inactive\n",
            "variable": "aws iam delete-access-key --user-name $USER --access-key-id <id>\n",
            "another command's user": "aws iam delete-access-key --access-key-id <id>\naws iam get-user --user-name alice\n",
            "temporary": "aws iam delete-access-key --access-key-id <id:ASIA> --user-name alice\n",
        },
    ),
    Signal(
        id="key-last-used",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="Asked when the key was last used, IAM names the IAM user {name}.",
        reference=LAST_USED,
        needs=(b"last-used", b"last_used"),
        regex=(
            rb"get[_\-]access[_\-]key[_\-]last[_\-]used\b[^\n{}]{0,40}?" + KEY_ID + rb"(?:[^{}]{0,160}\{[^{}]{0,80}?"
            rb"UserName[\"']?[ \t]{0,4}:[ \t]{0,4}[\"']?|[^\n]{0,80}\n(?=[^\n]{1,64}\nACCESSKEYLASTUSED[ \t]))" + NAME
        ),
        accept=long_term,
        examples={
            "command and answer": (
                'aws iam get-access-key-last-used --access-key-id <id>\n{\n  "UserName": "alice",\n  "AccessKeyLastUsed": {}\n}\n'
            ),
            "boto3": "iam.get_access_key_last_used(AccessKeyId='<id>')\n{'UserName': 'alice'}\n",
            "text": "aws iam get-access-key-last-used --access-key-id <id> --output text\nalice\nACCESSKEYLASTUSED\tus-east-1\ts3\t2024-05-01\n",
            "minified": 'aws iam get-access-key-last-used --access-key-id <id>\n{"UserName":"alice"}\n',
        },
        counterexamples={
            "no answer": "aws iam get-access-key-last-used --access-key-id <id>\n",
            "another key": 'aws iam get-access-key-last-used --access-key-id <id#1>\n{"UserName": "alice"}\nkey=<id>\n',
            "no name": 'aws iam get-access-key-last-used --access-key-id <id>\n{"AccessKeyLastUsed": {}}\n',
        },
    ),
)
