"""The root user's keys."""

from __future__ import annotations

PAIR = "aws_access_key_id = @id@\naws_secret_access_key = @secret@\n"
ENV = "AWS_ACCESS_KEY_ID=@id@\nAWS_SECRET_ACCESS_KEY=@secret@\n"
ARN = "arn:@partition@:iam::@account@:root"
MFA = "arn:@partition@:iam::@account@:mfa/root-account-mfa-device"

STRONG = {
    "key file": ("rootkey.csv", "Access key ID,Secret access key\r\n@id@,@secret@\r\n"),
    "key file, oldest": ("keys/rootkey.csv", "AWSAccessKeyId=@id@\r\nAWSSecretKey=@secret@\r\n"),
    "key file, numbered": ("rootkey (1).csv", "AWSAccessKeyId,AWSSecretKey\n@id@,@secret@\n"),
    "key file, with mark": ("rootkey-@company@.csv", "\ufeffAccess key ID,Secret access key\r\n@id@,@secret@\r\n"),
    "caller": (
        "who.txt",
        PAIR
        + '\n$ aws sts get-caller-identity\n{\n    "UserId": "@account@",\n    "Account": "@account@",\n    "Arn": "'
        + ARN
        + '"\n}\n',
    ),
    "caller, minified": (
        "setup.log",
        "+ export "
        + ENV.replace("\n", "\n+ export ", 1)
        + '{"UserId":"@account@","Account":"@account@","Arn":"'
        + ARN
        + '"}\n',
    ),
    "caller, as YAML": (
        "who.yml",
        "key: @id@\nsecret: @secret@\nAccount: '@account@'\nArn: " + ARN + "\nUserId: '@account@'\n",
    ),
    "caller, as text": (
        "who.log",
        ENV + "$ aws sts get-caller-identity --output text\n@account@\t" + ARN + "\t@account@\n",
    ),
    "user ID is the account": (
        "ids.json",
        '{"accessKeyId": "@id@", "secretAccessKey": "@secret@", "UserId": "@account@", "Account": "@account@"}\n',
    ),
    "event": (
        "trail.json",
        '{"userIdentity": {"type": "Root", "principalId": "@account@", "arn": "'
        + ARN
        + '", "accountId": "@account@", "accessKeyId": "@id@"}, "note": {"secretAccessKey": "@secret@"}}\n',
    ),
    "event below the key": (
        "incident.md",
        ENV
        + '\nCloudTrail:\n\n    {"Records": [{"eventVersion": "1.08", "userIdentity": {"type": "Root", "principalId": "@account@",\n'
        '    "arn": "' + ARN + '", "accountId": "@account@", "accessKeyId": "@id@"}, "eventName": "ListBuckets"}]}\n',
    ),
    "event, as a row": (
        "athena.csv",
        '"eventversion","useridentity","eventname"\n"1.08","{type=Root, principalid=@account@, arn='
        + ARN
        + ", accountid=@account@, "
        'invokedby=null, accesskeyid=@id@, username=null, sessioncontext=null}","ListBuckets"\n\nsecret_access_key = @secret@\n',
    ),
    "own ARN": ("deploy.sh", "# key of " + ARN + "\nexport " + ENV.replace("\n", "\nexport ", 1)),
    "said": ("notes.md", "AWS root account access key\n" + PAIR),
    "said in a comment": ("env", "# root user access key, do not share\n" + ENV),
    "said behind": (
        "app.py",
        'KEY = "@id@"  # root access key of the @company@ account\nSECRET_ACCESS_KEY = "@secret@"\n',
    ),
    "said in a heading": ("wiki.md", "## AWS root credentials\n\n- access key: @id@\n- secret key: @secret@\n"),
    "said in a letter": ("mail.eml", "Subject: keys\n\nHi, this is the root access key for @company@:\n\n" + PAIR),
    "said as a task": (
        "ci.yml",
        "env:\n  # FIXME these are root account access keys\n  AWS_ACCESS_KEY_ID: @id@\n  AWS_SECRET_ACCESS_KEY: @secret@\n",
    ),
    "label": ("keys.ini", "; AWS root user\n[default]\n" + PAIR),
}
"""Each of these alone says root."""

MEDIUM = {
    "section": ("credentials", "[root]\n" + PAIR),
    "section of a vendor": (".aws/credentials", "[default]\nregion = eu-west-1\n\n[aws-root]\n" + PAIR),
    "section of an environment": ("aws.ini", "[prod-root-account]\n" + PAIR),
    "variables": (".env", "AWS_ROOT_ACCESS_KEY_ID=@id@\nAWS_ROOT_SECRET_ACCESS_KEY=@secret@\n"),
    "variables in a program": ("settings.py", 'root_access_key = "@id@"\nroot_secret_key = "@secret@"\n'),
    "object": ("conf.json", '{"accounts": {"root": {"access_key_id": "@id@", "secret_access_key": "@secret@"}}}\n'),
    "device": ("config", "[default]\n" + PAIR + "mfa_serial = " + MFA + "\n"),
    "MFA Delete": ("mfa.sh", "export " + ENV.replace("\n", "\nexport ", 1) + 'aws s3api put-bucket-versioning --bucket b --versioning-configuration MFADelete=Enabled,Status=Enabled --mfa "' + MFA + ' 123456"\n'),
    "profile of a command": ("setup.sh", "aws configure set aws_access_key_id @id@ --profile root\naws configure set aws_secret_access_key @secret@ --profile root\n"),
    "two lines": ("downloads/aws-keys", "AWSAccessKeyId=@id@\nAWSSecretKey=@secret@\n"),
    "hint": ("todo.txt", "# root keys\n" + PAIR),
}  # fmt: skip
"""Each of these fits root and rarely another."""
