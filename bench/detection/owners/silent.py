"""Keys beside what seems to tell whose they are: contradictions, and what is no evidence."""

from __future__ import annotations

from bench.detection.owners.roots import ARN as ROOT
from bench.detection.owners.roots import ENV, PAIR

POLICY = (
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "'
    + ROOT
    + '"}, "Action": "%s", "Resource": "*"}]}\n'
)

NOBODYS = {
    "bare": ("b.ini", "[default]\n" + PAIR),
    "trust policy": ("p.txt", PAIR + POLICY % "sts:AssumeRole"),
    "policy of a bucket": ("bucket.txt", ENV + POLICY % "s3:*"),
    "default policy of KMS": ("kms.md", ENV + '\n{"Sid": "Enable IAM User Permissions", "Effect": "Allow", "Principal": {"AWS": "' + ROOT + '"}, "Action": "kms:*", "Resource": "*"}\n'),
    "creator of a resource": ("ec2.txt", PAIR + '{"SubnetId": "subnet-1", "CreatedBy": "' + ROOT + '"}\n'),
    "grant": ("grant.sh", ENV + "aws lambda add-permission --function-name f --statement-id s --action lambda:InvokeFunction --principal " + ROOT + "\n"),
    "condition": ("cond.txt", PAIR + '{"Condition": {"ArnLike": {"aws:PrincipalArn": "' + ROOT + '"}}}\n'),
    "MinIO": ("m.env", "MINIO_ROOT_USER=minio\nMINIO_ROOT_PASSWORD=miniostorage\n" + ENV),
    "MySQL": (".env", "MYSQL_ROOT_PASSWORD=x\n" + ENV),
    "PostgreSQL": ("db.env", "POSTGRES_USER=root\nPOSTGRES_PASSWORD=x\n" + ENV),
    "block device": ("m.tf", 'provider "aws" {\n access_key = "@id@"\n secret_key = "@secret@"\n}\nresource "aws_instance" "w" {\n root_block_device {}\n}\n'),
    "domain": ("d.yml", "root_domain: acme.io\naws_access_key_id: @id@\naws_secret_access_key: @secret@\n"),
    "root of a project": ("w.yml", "root: ./src\naws_access_key_id: @id@\naws_secret_access_key: @secret@\n"),
    "user of a container": ("Dockerfile", "FROM alpine\nUSER root\nENV AWS_ACCESS_KEY_ID=@id@\nENV AWS_SECRET_ACCESS_KEY=@secret@\n"),
    "machine": ("shell.log", "root@ip-10-0-0-1:~# cat /root/.aws/credentials\n[default]\n" + PAIR),
    "administrator": ("a.txt", "AdministratorAccess\n" + PAIR),
    "advice": ("r.md", "Never use the root access key, use this:\n" + PAIR),
    "denial": ("d.env", "# this is not the root key\n" + ENV),
    "fate": ("f.env", "# root access key was deleted in 2022\n" + ENV),
    "task": ("t.env", "# rotate root credentials first\n" + ENV),
    "other language": ("l.env", "# nicht der AWS root access key\n" + ENV),
    "another account's root": ("o.txt", PAIR + '{"UserId": "@other@", "Account": "@other@", "Arn": "arn:@partition@:iam::@other@:root"}\n'),
    "another account's user": ("u.txt", PAIR + '{"UserId": "AIDA", "Account": "@other@", "Arn": "arn:@partition@:iam::@other@:user/@user@"}\n'),
    "another account's page": ("page.txt", PAIR + "https://@other@.signin.aws.amazon.com/console\n"),
    "role that it takes on": ("ar.sh", ENV + "aws sts assume-role --role-arn arn:@partition@:iam::@account@:role/@role@ --role-session-name x\n"),
    "event without a key": ("ev.txt", ENV + '\n{"userIdentity": {"type": "Root", "arn": "' + ROOT + '", "accountId": "@account@"}, "eventName": "ConsoleLogin"}\n'),
    "section of a company": ("creds", "[@company@-root]\n" + PAIR),
    "file of old tools": (".awscred", "AWSAccessKeyId=@id@\nAWSSecretKey=@secret@\n"),
}  # fmt: skip
"""Nothing tells whose these are."""

USERS = {
    "renamed file": ("rootkey.csv", "User name,Access key ID,Secret access key\n@user@,@id@,@secret@\n"),
    "user called root": ("root.json", '{"AccessKey": {"UserName": "root", "AccessKeyId": "@id@", "SecretAccessKey": "@secret@"}}\n'),
    "caller called root": ("who.txt", PAIR + '{"UserId": "@userid@", "Account": "@account@", "Arn": "arn:@partition@:iam::@account@:user/root"}\n'),
    "resource for a user called root": ("terraform.tfstate", '{"resources": [{"type": "aws_iam_access_key", "instances": [{"attributes": {"id": "@id@", "secret": "@secret@", "user": "root"}}]}]}\n'),
    "remark beside an answer": ("mixed.txt", '{"AccessKey": {"UserName": "@user@", "AccessKeyId": "@id@", "SecretAccessKey": "@secret@"}}\n# created as root\n'),
}  # fmt: skip
"""These are users', and seem root's."""
