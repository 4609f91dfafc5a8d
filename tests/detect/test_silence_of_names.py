"""Forty random characters under a name that is not that of AWS's secret: another one's secret, or a key in another sense."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.detector import Detector

OTHERS = {
    "storage of another company, called as AWS calls it": "WASABI_SECRET_ACCESS_KEY={}\n",
    "storage of another company by its initials": "cos_secret_key: {}\n",
    "key in the object of a program": '{{"jwt": {{"secret_key": "{}"}}}}',
    "key of an application's settings": 'app.config["SECRET_KEY"] = "{}"\n',
    "key above what Flask is imported by": 'SECRET_KEY = "{}"\nfrom flask import Flask\napp = Flask(__name__)\n',
    "key of a section on security": "[security]\nsecret_key = {}\n",
    "key of a web server": "[webserver]\nbase_url = http://localhost:8080\nsecret_key = {}\n",
    "key of a program in a section of its own": "flask:\n  debug: false\n  secret_key: {}\n",
    "key of a section of secrets": "[secrets]\nsecret_key = {}\n",
    "key of a section of secrets, in a mapping": "secrets:\n  secret_key: {}\n",
    "key of the server of a program": "[logging]\nremote_log_conn_id = aws_default\n\n[api]\nsecret_key = {}\n",
    "key that web tokens are signed with": 'SECRET_KEY = "{}"\nALGORITHM = "HS256"\n',
    "key in the environment of Flask": "FLASK_APP=app\nSECRET_KEY={}\n",
    "key of Rails": "production:\n  secret_key_base: {}\n",
    "subject of a web token beside a key ID": '{{"accessKeyId": "<id>", "sub": "{}"}}\n',
    "code of a sign-in under a key ID": '"accessKeyId": "<id>",\n"code": "{}"\n',
    "client secret of a service of AWS": "AWS_COGNITO_CLIENT_SECRET={}\n",
    "secret of a session, of which the service begins the word": "MY_SESSION_SECRET={}\n",
    "client secret beside a key ID of another name": "CLOUD_KEY=<id>\nCLIENT_SECRET={}\n",
    "cloud of another company": 'ncloud_secret_key = "{}"\n',
    "cloud of another company by its initials": "NCP_SECRET_KEY={}\n",
    "parameter of a link beside a key ID": "Key: <id>\nSet a password: https://signin.aws.amazon.com/resetpassword?type=RootUser&token={}&x=1\n",
    "element of an answer beside a key ID": "<AccessKeyId><id></AccessKeyId><NextMarker>{}</NextMarker>\n",
    "digest of a directory beside a key ID": "<id> userPassword: {{SSHA}}{}\n",
    "secret beside an ID whose own a call gives": "AWS_ACCESS_KEY_ID = '<id>'\nAWS_SECRET_ACCESS_KEY = env('AWS_SECRET')\nTOTP_SECRET = '{}'\n",
    "key of a project of Django beside AWS's key ID": "ALLOWED_HOSTS = []\nSECRET_KEY = '{}'\nAWS_ACCESS_KEY_ID = '<id>'\n",
    "cell below an entity tag": "access_key_id,etag\n<id>,{}\n",
    "cell below the ID of a message": "| Key | Message ID |\n| --- | --- |\n| `<id#2>` | x |\n| `<id>` | `{}` |\n",
    "cell of a row far below": "Key;SHA256\n" + "<id>;x\n" * 40 + "<id>;{}\n",
    "cell below a picture": "name,access_key,avatar\nbob,<id>,{}\n",
    "cell below the token of another service": "name|access_key|api_token\nbob|<id>|{}\n",
    "cell below a client's secret": "access_key;client_secret\n<id>;{}\n",
    "value of a row that is inserted": "INSERT INTO users (id, aws_key, avatar) VALUES (1, '<id>', '{}');\n",
    "value of a further row that is inserted": "INSERT INTO `a` (`id`, `aws_key`, `remember_token`) VALUES\n(1, '<id#2>', ''),\n(2, '<id>', '{}');\n",
    "value of a row without a key ID": "INSERT INTO a (id, aws_key, etag) VALUES\n(1, '<id>', ''),\n(2, NULL, '{}');\n",
    "value of a row that is copied": "COPY a (id, aws_key, avatar_sha, x) FROM stdin;\n1\t<id>\t{}\t\\N\n\\.\n",
    "key of sessions beside a section with a key ID": '{{"aws": {{"id": "<id>"}},\n"session": {{"secret": "{}"}}}}\n',
    "key of sessions above a section with a key ID": "session:\n  secret: {}\naws:\n  access_key_id: <id>\n",
    "key of web tokens in a section below one with a key ID": "[aws]\naccess_key = <id>\n[jwt]\nsecret_key = {}\n",
    "key of payments in an object of its own": "config = {{\n  s3: {{ key: '<id>' }},\n  stripe: {{ secretKey: '{}' }},\n}}\n",
    "password of a database in a section of its own": "aws:\n  key_id: <id>\ndb:\n  password: {}\n",
    "token of a chat in an object of its own": '{{"aws": {{"accessKeyId": "<id>"}}, "chat": {{"token": "{}"}}}}',
    "password of mail in a section of its own": "x = {{\n  aws: {{ id: '<id>' }},\n  mail: {{ auth: {{ user: 'x', pass: '{}' }} }},\n}}\n",
    "keys of cookies beside a section with a key ID": '{{"s3": {{"id": "<id>"}},\n"cookie": {{"keys": ["{}"]}}}}\n',
    "key of a program's safety beside a key ID": "aws.accessKeyId=<id>\napp.security.secret={}\n",
    "password of a registry of packages beside a key ID": "AWS_ACCESS_KEY_ID=<id>\n//registry.acme.io/:_password={}\n",
    "binary attribute of a table beside a key ID": '{{"id": {{"S": "<id>"}}, "blob": {{"B": "{}"}}}}\n',
    "cell of HTML below an entity tag": "<tr><th>Key</th><th>Last ETag</th></tr>\n<tr><td><id></td><td>{}</td></tr>\n",
    "key of an application of another store": '"AppKeyId": "<base32:20>",\n"AppKeySecret": "{}",\n',
    "secret beside an ID whose own is kept elsewhere": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=$AWS_SECRET\nTOTP_SECRET={}\n",
    "secret above an ID whose own is kept elsewhere": "env:\n  SSO_SECRET: {}\n  AWS_ACCESS_KEY_ID: <id>\n  AWS_SECRET_ACCESS_KEY: process.env.S\n",
    "key that Flask signs with": 'app = Flask(__name__)\nSECRET_KEY = "{}"\n',
    "key of a project of Django": "INSTALLED_APPS = []\nSECRET_KEY = '{}'\n",
    "ID of an element under a key ID": '<p>Key: <id></p>\n<div id="{}">\n',
    "key of a storage beside AWS's": "aws_access_key_id = <id>\naws_secret_access_key = env\n\ngs_secret_access_key = {}\n",
    "encrypted one": "encrypted_aws_secret_key: {}\n",
    "what one is encrypted to": "AWS_SECRET_KEY_CIPHERTEXT={}\n",
    "encrypted one beside a key ID": "aws_access_key_id: <id>\naws_secret_access_key_encrypted: {}\n",
    "encrypted one, as settings of Java have them": "cloud.aws.credentials.secret-key=ENC({})\n",
    "encrypted one for a server of settings": "aws.secretKey={{cipher}}{}\n",
    "key of a table beside a key ID": '{{"accessKeyId": "<id>", "pk": "{}"}}\n',
    "key that a table is sorted by, beside a key ID": '{{"note": "<id>", "pk": "user", "sk": "{}"}}\n',
    "attribute of a table beside a key ID": '{{"id": {{"S": "<id>"}}, "etag": {{"S": "{}"}}}}\n',
    "captcha": "RECAPTCHA_SECRET_KEY={}\n",
    "captcha in one word": '"recaptchaSecretKey": "{}",\n',
    "sign-in of another company": "duo_secret_key = {}\n",
    "payments": "'paypal_secret_key' => '{}',\n",
    "exchange": "export BINANCE_API_SECRET_KEY={}\n",
    "storage of another company": 'wasabi_secret_key: "{}"\n',
    "server of one's own": "MINIO_SECRET_KEY={}\n",
    "key of a program of one's own": "app.secret_key = '{}'\n",
    "key that web servers sign with": "AIRFLOW__WEBSERVER__SECRET_KEY={}\n",
    "key that tokens are signed with": "tokenSecretKey: {}\n",
    "word that ends and goes on as a service is called": "FIREBASE_SECRET={}\n",
    "word that ends as a service is called": "license_secret: {}\n",
    "word that holds what a service is called": "MIAMI_KEY={}\n",
    "name of a key": 'aws_key_name = "{}"\n',
    "ID of a key": "aws_kms_key_id={}\n",
    "key that makes a request unique": '"aws_idempotency_key": "{}"\n',
    "key of a gateway": "aws_api_gateway_key: {}\n",
    "key of a table": "dynamo_partition_key={}\n",
    "ID of a request beside a key ID": '{{"accessKeyId":"<id>","requestId":"{}"}}\n',
    "ID of a host beside a key ID": '{{"accessKeyId":"<id>","x-amz-id-2":"{}"}}\n',
    "ID of an upload beside a key ID": '"AWSAccessKeyId":"<id>","upload_id":"{}"\n',
    "place in a list beside a key ID": '"accessKeyId":"<id>","cursor":"{}"\n',
    "name of something else beside a key ID": '{{"accessKeyId": "<id>", "artifact": "{}"}}\n',
    "name of something else before a key ID": '{{"marker":"{}","accessKeyId":"<id>"}}\n',
    "token that asks for more beside a key ID": '{{"accessKeyId":"<id>","nextToken":"{}"}}\n',
    "password of a database at AWS": "AWS_RDS_PASSWORD={}\n",
    "token of a cache at AWS": "aws_elasticache_auth_token: {}\n",
    "key of a monitoring company for AWS": "AWS_SENTRY_KEY={}\n",
    "key of a tunnel to AWS": '"awsVpnPresharedKey": "{}"\n',
    "password of a database under a key ID": "AWS_ACCESS_KEY_ID=<id>\nAWS_REGION=eu-west-1\nDB_PASSWORD={}\n",
    "token of another company above a key ID": "CLOUDFLARE_API_TOKEN={}\n\nAWS_ACCESS_KEY_ID=<id>\n",
    "another key in the object of a key ID": '{{"aws": {{"accessKeyId": "<id>"}}, "openai_api_key": "{}"}}',
    "key that a program encrypts with, beside a key ID": "aws:\n  access_key_id: <id>\nencryption_key: {}\n",
    "token for access, beside a key ID": "AWS_ACCESS_KEY_ID=<id>\nACCESS_TOKEN={}\n",
    "secret of another company, beside a key ID": "AWS_ACCESS_KEY_ID=<id>\nHASURA_ADMIN_SECRET={}\n",
    "field that is called ID under a key ID": '{{"key": "<id>",\n"id": "{}"}}\n',
    "name behind a key ID": "accessKeyId=<id> correlation-id={}\n",
    "end of an ARN beside a key ID": "<id> arn:aws:secretsmanager:eu-west-1:111122223333:secret:{}\n",
    "exchange of coins": "FTX_SECRET_KEY={}\n",
    "setting of a framework": 'play.http.secret.key="{}"\n',
    "digest of a secret": "hashed_secret_key={}\n",
    "beginning of a secret": "secret_key_prefix: {}\n",
    "key of KMS under a key ID": "access_key: <id>\nkms_key_id: {}\n",
    "secret of a program, far from a key ID": "AWS_KEY=<id>\nA=1\nB=2\nC=3\nD=4\nE=5\nF=6\nAPP_SECRET={}\n",
    "row of a table below that of a key ID": "<tr><td>Key</td><td><id></td></tr>\n<tr><td>Artifact</td><td>{}</td></tr>\n",
}
OURS = {
    "name in capitals without signs": "AWSSECRETACCESSKEY={}\n",
    "service as a word": "ses_secret: {}\n",
    "service in capitals among others": '"mySESSecret": "{}"\n',
    "service at a word's end": "MYS3_SECRET={}\n",
    "service at a word's beginning": "s3secretkey={}\n",
    "IAM": "IAM_SECRET={}\n",
    "object of AWS in one of a program": '{{"django": {{"debug": true}}, "s3": {{"secret_key": "{}"}}}}',
    "section of storage": "[storage]\nsecret_key = {}\n",
    "section of secrets that speaks of AWS": "secrets:\n  aws_region: eu-west-1\n  secret_key: {}\n",
    "section of secrets with a key ID": "[secrets]\naccess_key = <id>\nsecret_key = {}\n",
    "cell below another column": "key,note\n<id>,{}\n",
    "cell below the name of a secret": "ETag,Key ID,Secret\nx,<id>,{}\n",
    "cell of a row with fewer cells": "key,etag,x\n<id>,{}\n",
    "value of a row that is inserted, before another": "INSERT INTO a (k, s, aws_note) VALUES ('<id>', '{}', 'none');\n",
    "value of a row that is copied": "COPY a (id, aws_key, s, x) FROM stdin;\n1\t<id>\t{}\t\\N\n\\.\n",
    "cell of a row behind another's token": "key,api_token,aws_secret\n<id>,<b64:40>,{}\n",
    "value of a row behind another's token": "INSERT INTO a (aws_key, remember_token, aws_secret) VALUES ('<id>', '<b64:40>', '{}');\n",
    "cell of a row behind what is not told": "key,x,aws_secret\n<id>,<b64:40>,{}\n",
    "section of a program with a key ID": "session = {{'id': '<id>', 'secret': '{}'}}\n",
    "section of a program with a key ID behind": "session:\n  secret_key: {}\n  access_key: <id>\n",
    "section beside that of the key ID": "ids:\n  main: <id>\nproduction:\n  password: {}\n",
    "section without a name of others": "[a]\nkey = <id>\n[billing]\nsecret = {}\n",
    "section of mail with a key ID": "mail: {{ auth: {{ user: '<id>', pass: '{}' }} }}\n",
    "secret of the application that a key ID is called by": "app.key=<id>\napp.secret={}\n",
    "attribute of a table": '{{"id": {{"S": "<id>"}}, "secret": {{"S": "{}"}}}}\n',
    "cell of HTML below the name of a secret": "<tr><th>Key</th><th>Secret</th></tr>\n<tr><td><id></td><td>{}</td></tr>\n",
    "item of a sentence": "Key, ETag\nthe key is <id>, the rest {}\n",
    "secret beside an ID with a reference of another name": "AWS_ACCESS_KEY_ID=<id>\nDB_SECRET=${{DB_SECRET}}\nBACKUP_SECRET={}\n",
    "secret with no more of a name, beside a reference": "aws_secret_access_key = process.env.S\nid = <id>\nsecret = {}\n",
    "substitution beside a key ID": "Id: <id>\nSecretKey: !Sub {}\n",
    "code of a page": "<p>Access key <code><id></code>, secret <code>{}</code></p>\n",
    "program that has a key ID, too": "app = Flask(__name__)\nACCESS_KEY = '<id>'\nSECRET_KEY = '{}'\n",
    "word that begins as the initials of storage": "COST_SECRET_KEY={}\n",
    "program that takes AWS's keys": "AIRFLOW_SECRET_ACCESS_KEY={}\n",
    "no vendor": "SECRET_KEY={}\n",
    "application that is AWS's": "AWS_APP_SECRET_KEY={}\n",
    "ID by mistake": "AWS_ACCESS_KEY_ID={}\n",
    "ID of the secret": "AWS_SECRET_ACCESS_KEY_ID={}\n",
    "storage of another company beside a key ID": "MINIO_ACCESS_KEY=<id>\nMINIO_SECRET_KEY={}\n",
    "key of an application for AWS": "AWS_UPLOADER_KEY={}\n",
    "password for AWS": "aws_password={}\n",
    "key for access to a service": "AWS_SQS_ACCESS_KEY={}\n",
    "password that is called as the user is": "backup_user=<id>\nbackup_password={}\n",
    "password with no more of a name": "db_host=x\nuser=<id>\npassword={}\n",
    "second key": "AWS_ACCESS_KEY_ID=<id>\nACCESS_KEY_2={}\n",
    "password in another language": "identifiant: <id>\nmdp: {}\n",
    "ID of a field that has a value": '{{"id": "secret_access_key", "value": "{}"}}\n',
    "attribute of an element": '<entry id="aws_secret_key">{}</entry>\n',
    "pair in one line": '{{"user_id": "<id>", "pw": "{}"}}\n',
    "name and value in two fields, beside a key ID": '[{{"OutputValue": "<id>"}}, {{"OutputKey": "x", "OutputValue": "{}"}}]',
    "name in another language beside a key ID": '{{"id": "<id>", "clave": "{}"}}\n',
    "cell between others": "ACCESSKEY\t<id>\tActive\t{}\n",
    "ID and secret in one line": "Access key ID <id> {}\n",
    "AWS's, of what a page shows": "NEXT_PUBLIC_AWS_SECRET_ACCESS_KEY={}\n",
    "AWS's, of a program that has secrets of its own": "DJANGO_AWS_SECRET_ACCESS_KEY={}\n",
    "AWS's, for a database of another": "MONGO_BACKUP_S3_SECRET={}\n",
    "AWS's, for another's, in capitals within": "githubAwsSecretKey: '{}'\n",
    "called as the ID is, by a word for another's": "S3_SESSION_STORE_KEY=<id>\nS3_SESSION_STORE_SECRET={}\n",
    "called as the ID is, by a word for something else": "certKey: <id>\ncertSecret: {}\n",
    "client of a program": "s3.client.default.secret_key: {}\n",
    "above the name of the ID, which is a client's": "echo <id> | add s3.client.default.access_key\necho {} | add s3.client.default.secret_key\n",
    "cell before the ID's, on a line of its own": "<tr>\n<td>prod</td>\n<td>{}</td>\n<td><id></td>\n</tr>\n",
    "under one name with the ID": "- backup: `{}` / `<id>`\n",
    "argument with a number": '<arg index="0" value="<id>"/>\n<arg index="1"><value>{}</value></arg>\n',
    "text that is made a secure string": "$id = '<id>'\n$s = @{{ Password = (ConvertTo-SecureString '{}' -AsPlainText) }}\n",
}


def secrets(template: str, salt: str) -> list[bytes]:
    found = [item for _, some in Detector(credential_patterns()).detect(fake(template, salt)) for item in some]
    return [item.values[0].raw for item in found if item.pattern.id == "aws-secret-access-key"]


@pytest.mark.parametrize("template", [pytest.param(text, id=name) for name, text in OTHERS.items()])
@pytest.mark.parametrize("salt", ["", "2", "3", "4"])
def test_stays_silent(template: str, salt: str) -> None:
    assert secrets(template.format("<secret>"), salt) == []


@pytest.mark.parametrize("template", [pytest.param(text, id=name) for name, text in OURS.items()])
@pytest.mark.parametrize("salt", ["", "2", "3", "4"])
def test_is_found(template: str, salt: str) -> None:
    assert secrets(template.format("<secret>"), salt) == [fake("<secret>", salt)]


@pytest.mark.parametrize("word", ["JWT", "NPM", "GCP", "CSRF", "HMAC"])
def test_is_found_behind_a_key_id_that_spells_anothers_name(word: str) -> None:
    key = b"AK" + b"IAQ" + word.encode() + fake(f"<base32:{15 - len(word)}>")
    assert secrets("<secret>", "") == []
    found = [
        item for _, some in Detector(credential_patterns()).detect(key + b"\n" + fake("<secret>\n")) for item in some
    ]
    assert [item.values[0].raw for item in found] == [key, fake("<secret>")]


@pytest.mark.parametrize("divider", ["\n", '",\n"', "\n- "])
def test_of_a_list_below_fewer_key_ids_no_more_are_found_than_stand_beside_them(divider: str) -> None:
    values = divider.join(f"<secret#{number}>" for number in range(9))
    assert len(secrets(f'<id>\n<id#2>\n\n"{values}"\n', "")) <= 5


ELSEWHERE = {
    "storage of another company": "AWS_ACCESS_KEY_ID=<base32:20>\nAWS_SECRET_ACCESS_KEY={}\nAWS_ENDPOINT_URL=https://s3.wasabisys.com\n",
    "storage of a company that nobody has listed": "S3_ENDPOINT=https://s3.storage.acme.io\nAWS_ACCESS_KEY_ID=<base32:20>\nAWS_SECRET_ACCESS_KEY={}\n",
    "storage whose IDs are in small letters": "endpoint: objects.acme.io\naccess_key: <hex:32>\nsecret_key: {}\n",
    "client of such storage": "Minio('play.acme.io:9001', access_key='<base32:20>', secret_key='{}')\n",
    "server whose ID is the name of its administrator": "[minio]\ntype = s3\naccess_key_id = minioadmin\nsecret_access_key = {}\nendpoint = http://127.0.0.1:9000\n",
    "storage whose secret has a short name, near a key ID": "# deployed with <id>\ngcs:\n  access_key: GOOG<base32:20>\n  secret: {}\n",
    "cloud of one's own": "EC2_URL=http://euca.acme.io:8773/services\nEC2_ACCESS_KEY=<base32:20>\nEC2_SECRET_KEY={}\n",
    "host of one word": "endpoint = http://ceph\naccess_key_id = <base32:20>\nsecret_access_key = {}\n",
    "service that signs somebody in": "integration_key = DI<base32:18>\nsecret_key = {}\napi_host = api-1.duosecurity.com\n",
    "server that stands in for AWS": '{{"AccessKeyId": "LKIA<base32:16>", "SecretAccessKey": "{}"}}',
    "storage beside AWS's own": "[aws]\naws_access_key_id = <id>\n\n[other]\nendpoint = s3.acme.io\naccess_key_id = <base32:20>\nsecret_access_key = {}\n",
    "endpoint of a command": "AWS_ACCESS_KEY_ID=<base32:20>\nAWS_SECRET_ACCESS_KEY={}\naws s3 ls --endpoint-url https://s3.acme.io\n",
    "ID of another form where nobody speaks of AWS": 'acme_access_key = "<base36:20>"\nacme_secret_key = "{}"\n',
    "ID of another form, called a secret access key": "S3_ACCESS_KEY_ID: <base32:20>\nS3_SECRET_ACCESS_KEY: {}\n",
    "registry of one's own, in Go": 'accessKey := "B4<base32:16>94"\nsecretKey := "{}"\n',
    "server of one's own": "s3:\n  endpoint: http://minio:9000\n  access_key: <base32:20>\n  secret_key: {}\n",
    "ID with one digit": "access_key: GkVbQmXzLp4TrYwJsNcF\nsecret_key: {}\n",
    "ID of a session": "access_key         STS.N<base36:9>4kQ<base36:8>\nsecret_key         {}\n",
    "constants with a type": 'const ACCESS_KEY: &str = "B4<base32:16>94";\nconst SECRET_KEY: &str = "{}";\n',
    "constants with a type behind the name": '\taccessKey string = "B4<base32:16>94"\n\tsecretKey string = "{}"\n',
    "answer of a server that speaks as STS does": '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Credentials>'
    "<AccessKeyId>B4<base32:16>94</AccessKeyId>\n<SecretAccessKey>{}</SecretAccessKey>\n",
    "settings in elements": "<name>fs.s3a.access.key</name><value>B4<base32:16>94</value>\n<name>fs.s3a.secret.key</name><value>{}</value>\n",
    "settings with blanks": "fs.s3a.endpoint http://ozone:9878\nfs.s3a.access.key B4<base32:16>94\nfs.s3a.secret.key {}\n",
    "policy of such storage": '{{"accessKey": "u4<base36:9>K6<base36:7>", "secretKey": "{}", "Resource": "arn:aws:s3:::*", "Condition": "aws:username"}}',
    "server on this machine": '"S3_SERVER": "127.0.0.1:9000",\n"AWS_ACCESS_KEY_ID": "B4<base32:16>94",\n"AWS_SECRET_ACCESS_KEY": "{}",\n',
    "option for an endpoint": "AWS_ACCESS_KEY_ID=B4<base32:16>94\nAWS_SECRET_ACCESS_KEY={}\ndup /home --s3-endpoint-url https://s3.acme.io\n",
    "page on other storage": "# How to use a Ceph cluster\n"
    + "text\n" * 200
    + "[default]\naws_access_key_id = <base32:20>\naws_secret_access_key = {}\n",
    "repository of a backup": 'R="s3:https://s3.acme.io/b"\nAWS_ACCESS_KEY_ID=B4<base32:16>94\nAWS_SECRET_ACCESS_KEY={}\n',
    "provider of this machine": 'access_key = "B4<base32:16>94"\nsecret_key = "{}"\n# AWS\nendpoints {{\n  s3 = "http://localhost:4572"\n}}\n',
    "keys for uploads": "S3_UPLOAD_KEY=B4<base32:16>94\nS3_UPLOAD_SECRET={}\nS3_UPLOAD_ENDPOINT=https://s3.acme.io\n",
    "server whose sessions have web tokens": 'export AWS_ACCESS_KEY_ID="B4<base32:16>94"\nexport AWS_SECRET_ACCESS_KEY="{}"\nexport AWS_SESSION_TOKEN="eyJ<b64:60>.eyJ<b64:90>.<url64:86>"\n',
    "page of a manual": "AccessKey:\\ B4<base32:16>94\\ \\ SecretKey:\\ {}\\ Region:\n",
}
HERE = {
    "AWS beside other storage": "[aws]\naccess_key_id = <id>\nsecret_access_key = {}\n\n[other]\naccess_key_id = <base32:20>\nendpoint = s3.wasabisys.com\n",
    "AWS's secret beside another of its secrets": "[a]\nsecret_access_key = {}\nendpoint = s3.acme.io\n\n[b]\nsecret_access_key = <base36:40>\n",
    "endpoint of AWS": "endpoint = https://vpce-1.s3.eu-west-1.vpce.amazonaws.com\naccess_key_id = <base32:20>\nsecret_access_key = {}\n",
    "name in place of an ID": "endpoint = https://s3.acme.io\naccess_key_id = my-access-key-of-production\nsecret_access_key = {}\n",
    "key ID of AWS": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY={}\nMINIO=http://minio:9000\n",
    "no other ID": "AWS_SECRET_ACCESS_KEY={}\nMINIO=http://minio:9000\n",
    "ID crossed out": "AWS_ACCESS_KEY_ID=AKIA************ABCD\nAWS_SECRET_ACCESS_KEY={}\nMINIO=http://minio:9000\n",
    "ID of AWS's first": "access_key = 1<base32:19>\nsecret_key = {}\n",
    "placeholder for an ID": "access_key = XXXXXXXXXXXXXXXXXXXX\nsecret_key = {}\n",
    "AWS is spoken of": "# upload to AWS\naccess_key = <base32:20>\nsecret_key = {}\n",
    "name with a digit in place of an ID": "access_key_id = myAccessKeyForTest1\nsecret_access_key = {}\n",
    "account of AWS beside it": "access_key = <base32:20>\nsecret_key = {}\nrole = arn:aws:iam::123456789013:role/x\n",
    "page on other storage, with a placeholder for an ID": "# Ceph\naws_access_key_id = <id>\naws_secret_access_key = {}\n".replace(
        "<id>", "YOURACCESSKEYIDOFAWS"
    ),
    "name with a digit in place of an ID, beside a host": "endpoint = https://s3.acme.io\naccess_key_id = my-access-key-of-production-1\nsecret_access_key = {}\n",
    "name in place of an ID, beside this machine": "APP_URL=http://localhost:8000\nAWS_ACCESS_KEY_ID=myAccessKeyForTest1\nAWS_SECRET_ACCESS_KEY={}\n",
    "two secrets of one bucket": "S3_OLD_SECRET_KEY=<base36:40>\nS3_SECRET_KEY={}\n",
    "no other host": "AWS_ACCESS_KEY_ID=<base32:20>\nAWS_SECRET_ACCESS_KEY={}\n",
}


CROWDS = {
    "literals": lambda values: "SECRET_KEYS = [\n" + "".join(f'    "{value}",\n' for value in values) + "]\n",
    "items": lambda values: "aws_keys:\n" + "".join(f"  - {value}\n" for value in values),
    "fields": lambda values: "secret_keys = {" + ", ".join(f'"k": "{value}"' for value in values) + "}\n",
    "values in a row": lambda values: "SECRET_KEYS=" + ",".join(values) + "\n",
}


@pytest.mark.parametrize("crowd", CROWDS.values(), ids=CROWDS)
def test_many_in_a_list_are_secrets_beside_a_key_id_alone(crowd: Callable[[list[str]], str]) -> None:
    assert secrets(crowd([f"<b64:40#{number}>" for number in range(30)]), "") == []
    assert secrets("<id>\n" + crowd([f"<b64:40#{number}>" for number in range(30)]), "") != []
    assert secrets(crowd([f"<b64:40#{number}>" for number in range(3)]), "") != []


def test_many_with_the_name_of_a_secret_each_are_no_crowd() -> None:
    assert len(secrets("".join(f"AWS_SECRET_KEY_{n}=<secret#{n}>\n" for n in range(20)), "")) == 20


def test_a_captcha_s_is_told_by_its_beginning() -> None:
    assert secrets("SITE_KEY=6L<b64:38>\nSECRET_KEY=6L<b64:38#2>\n", "") == []
    assert secrets("ACCESS_KEY=<id>\n\nSITE_KEY=6L<b64:38>\nSECRET_KEY=6L<b64:38#2>\n", "") == []
    assert secrets("ACCESS_KEY=<id>\nSECRET_KEY=6L<b64:38#2>\n", "") == [fake("6L<b64:38#2>")]
    assert secrets("SECRET_ACCESS_KEY=6L<b64:38#2>\n", "") != []


@pytest.mark.parametrize("template", [pytest.param(text, id=name) for name, text in ELSEWHERE.items()])
@pytest.mark.parametrize("salt", ["", "2", "3", "4"])
def test_what_opens_other_storage_is_not_aws_s(template: str, salt: str) -> None:
    assert secrets(template.format("<secret>"), salt) == []


@pytest.mark.parametrize("template", [pytest.param(text, id=name) for name, text in HERE.items()])
@pytest.mark.parametrize("salt", ["", "2", "3", "4"])
def test_other_storage_beside_it_hides_no_secret(template: str, salt: str) -> None:
    assert secrets(template.format("<secret>"), salt) == [fake("<secret>", salt)]
