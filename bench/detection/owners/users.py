"""Keys of IAM users."""

from __future__ import annotations

from bench.detection.owners.roots import ENV, PAIR

ARN = "arn:@partition@:iam::@account@:user/@user@"
CREATED = '"CreateDate": "2024-01-01T00:00:00Z"'

STRONG = {
    "created": ("new.json", '{"AccessKey": {"UserName": "@user@", "AccessKeyId": "@id@", "Status": "Active", "SecretAccessKey": "@secret@", ' + CREATED + "}}\n"),
    "created, in order of the CLI": (
        "key.log",
        '$ aws iam create-access-key --user-name @user@\n{\n    "AccessKey": {\n        "UserName": "@user@",\n        "AccessKeyId": "@id@",\n'
        '        "Status": "Active",\n        "SecretAccessKey": "@secret@",\n        ' + CREATED + "\n    }\n}\n",
    ),
    "listed": ("audit.txt", ENV + '\n{"AccessKeyMetadata": [{"UserName": "@user@", "AccessKeyId": "@id@", "Status": "Active", ' + CREATED + "}]}\n"),
    "table": (
        "credentials.csv",
        "User name,Password,Access key ID,Secret access key,Console login link\n@user@,,@id@,@secret@,https://@account@.signin.aws.amazon.com/console\n",
    ),
    "old table": ("cred.csv", '\ufeff"User Name","Access Key Id","Secret Access Key"\r\n"@user@",@id@,@secret@\r\n'),
    "file of the user": ("@user@_accessKeys.csv", "\ufeffAccess key ID,Secret access key\r\n@id@,@secret@\r\n"),
    "caller": ("who.txt", PAIR + '\n{"UserId": "@userid@", "Account": "@account@", "Arn": "' + ARN + '"}\n'),
    "caller with a path": (
        "who.log",
        ENV + '{\n    "UserId": "@userid@",\n    "Account": "@account@",\n    "Arn": "arn:@partition@:iam::@account@:user/ops/@user@"\n}\n',
    ),
    "state of Terraform": (
        "terraform.tfstate",
        '{"version": 4, "resources": [{"type": "aws_iam_access_key", "name": "k", "instances": [{"attributes": {"id": "@id@", "secret": "@secret@", "status": "Active", "user": "@user@"}}]}]}\n',
    ),
    "output of Terraform": (
        "outputs.json",
        '{\n  "ci": {\n    "sensitive": true,\n    "value": {"create_date": null, "id": "@id@", "secret": "@secret@", "ses_smtp_password_v4": null, "status": "Active", "user": "@user@"}\n  }\n}\n',
    ),
    "event": (
        "trail.json",
        '{"userIdentity": {"type": "IAMUser", "principalId": "@userid@", "arn": "' + ARN + '", "accountId": "@account@", "accessKeyId": "@id@", "userName": "@user@"}, "x": {"secretAccessKey": "@secret@"}}\n',
    ),
    "event, as a row": (
        "rows.csv",
        '"eventname","arn","accesskeyid"\n"PutObject","' + ARN + '","@id@"\n\nsecret_access_key = @secret@\n',
    ),
    "ARN in a comment": ("a.ini", "# " + ARN + "\n[default]\n" + PAIR),
    "sign-in of a profile": ("config", "[profile dev]\nlogin_session = " + ARN + "\n" + PAIR),
    "command about the key": ("rotate.sh", "export " + ENV.replace("\n", "\nexport ", 1) + "aws iam delete-access-key --user-name @user@ --access-key-id @id@\n"),
    "last used": ("used.log", ENV + '$ aws iam get-access-key-last-used --access-key-id @id@\n{"UserName": "@user@", "AccessKeyLastUsed": {"Region": "eu-west-1", "ServiceName": "s3"}}\n'),
}  # fmt: skip
"""Each of these alone names the user, or says that it is one's."""

MEDIUM = {
    "device": ("config", "[default]\n" + PAIR + "mfa_serial = arn:@partition@:iam::@account@:mfa/@user@\n"),
    "file name": ("accessKeys.csv", "Access key ID,Secret access key\n@id@,@secret@\n"),
    "unique ID": ("keys.txt", PAIR + "UserId: @userid@\n"),
    "remark": ("deploy.env", "# IAM user: @user@\n" + ENV),
    "output of a stack": (
        "stacks.json",
        '{"Stacks": [{"StackName": "ci", "Outputs": [{"OutputKey": "AccessKeyId", "OutputValue": "@id@"}]}], "secretAccessKey": "@secret@"}\n',
    ),
    "template": ("t.yml", "Type: AWS::IAM::AccessKey\nProperties:\n  UserName: @user@\nOutputs:\n  Id: @id@\n  SecretAccessKey: @secret@\n"),
}  # fmt: skip
"""Each of these fits an IAM user and rarely another."""
