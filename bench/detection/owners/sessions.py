"""Temporary credentials: of roles, of federated users, of root, of nobody knows whom."""

from __future__ import annotations

INNER = '"AccessKeyId": "@id@", "SecretAccessKey": "@secret@", "SessionToken": "@token@"'
KEYS = '"Credentials": {' + INNER + ', "Expiration": "2031-01-01T00:00:00Z"}'
INI = "aws_access_key_id = @id@\naws_secret_access_key = @secret@\naws_session_token = @token@\n"
ENV = "export AWS_ACCESS_KEY_ID=@id@\nexport AWS_SECRET_ACCESS_KEY=@secret@\nexport AWS_SESSION_TOKEN=@token@\n"
ARN = "arn:@partition@:sts::@account@:assumed-role/@role@/cli"

ROLES = {
    "assume-role": ("s.json", "{" + KEYS + ', "AssumedRoleUser": {"AssumedRoleId": "@roleid@:cli", "Arn": "' + ARN + '"}}\n'),
    "container": (
        "c.json",
        '{"RoleArn": "arn:@partition@:iam::@account@:role/@role@", "AccessKeyId": "@id@", "SecretAccessKey": "@secret@", "Token": "@token@", "Expiration": "2031-01-01T00:00:00Z"}\n',
    ),
    "metadata": (
        "i.log",
        'GET http://169.254.169.254/latest/meta-data/iam/security-credentials/@role@\n{"Code": "Success", "Type": "AWS-HMAC", "AccessKeyId": "@id@", "SecretAccessKey": "@secret@", "Token": "@token@"}\n',
    ),
    "caller": ("who.sh", ENV + '# {"UserId": "@roleid@:cli", "Account": "@account@", "Arn": "' + ARN + '"}\n'),
    "event": (
        "event.json",
        '{"userIdentity": {"type": "AssumedRole", "principalId": "@roleid@:cli", "arn": "' + ARN + '", "accountId": "@account@", "accessKeyId": "@id@"}, "x": {"secretAccessKey": "@secret@", "sessionToken": "@token@"}}\n',
    ),
    "Identity Center": (
        "sso.json",
        "{" + KEYS + ', "AssumedRoleUser": {"AssumedRoleId": "@roleid@:jane", "Arn": "arn:@partition@:sts::@account@:assumed-role/AWSReservedSSO_@role@_0123456789abcdef/jane"}}\n',
    ),
}  # fmt: skip
FEDERATED = {
    "federation token": ("f.json", "{" + KEYS + ', "FederatedUser": {"FederatedUserId": "@account@:@user@", "Arn": "arn:@partition@:sts::@account@:federated-user/@user@"}}\n'),
    "caller": ("fed.sh", ENV + '# {"UserId": "@account@:@user@", "Account": "@account@", "Arn": "arn:@partition@:sts::@account@:federated-user/@user@"}\n'),
}  # fmt: skip
ROOTS = {
    "assume-root": ("r.json", "{" + KEYS + ', "SourceIdentity": "Alice"}\n'),
    "caller": ("root.sh", ENV + '# {"UserId": "@account@", "Account": "@account@", "Arn": "arn:@partition@:iam::@account@:root"}\n'),
    "event": (
        "e.json",
        '{"userIdentity": {"type": "Root", "principalId": "@account@", "arn": "arn:@partition@:iam::@account@:root", "accountId": "@account@", "accessKeyId": "@id@"}, "x": {"secretAccessKey": "@secret@", "sessionToken": "@token@"}}\n',
    ),
    "sign-in of a profile": ("config", "[profile admin]\nlogin_session = arn:@partition@:iam::@account@:root\n" + INI),
}  # fmt: skip
NOBODYS = {
    "session token": ("t.json", "{" + KEYS + "}\n"),
    "profile": ("credentials", "[dev]\n" + INI),
    "environment": ("s.sh", ENV),
    "process": ("p.json", '{"Version": 1, ' + INNER + ', "Expiration": "2031-01-01T00:00:00Z"}\n'),
    "cache": (".aws/cli/cache/0123456789abcdef0123456789abcdef01234567.json", '{"ProviderType": "sso", ' + KEYS + "}\n"),
    "profile that is called root": ("creds", "[root]\n" + INI),
    "renamed root key file": ("rootkey.csv", "Access key ID,Secret access key,Session token\n@id@,@secret@,@token@\n"),
}  # fmt: skip
"""Of whom, nothing says; two of them seem to say root."""
