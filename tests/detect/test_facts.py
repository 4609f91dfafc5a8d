"""The facts of the domain, line by line: each kind of value and each layout of AWS's own has its example here.

The names are those of the project's list of facts: B for kinds of values, C for files and layouts.
"""

from __future__ import annotations

import pytest

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.detector import Detector
from scanner.judge.pair import grouped

FACTS = {
    "B1 secret, percent-encoded": ("AWS_SECRET_ACCESS_KEY=<b64:18>%2F<b64:10#2>%2B<b64:10#3>\n", ["secret"]),
    "B2 IQoJ": ("<token>\n", ["token"]),
    "B2 FwoGZXIvYXdz": ("x=FwoGZXIvYXdzE<b64:340>==\n", ["token"]),
    "B2 FQoGZXIvYXdz": ("x=FQoGZXIvYXdzE<b64:340>\n", ["token"]),
    "B2 FQoDYXdz": ("x=FQoDYXdzE<b64:340>=\n", ["token"]),
    "B2 AQoDYXdz": ("x=AQoDYXdzE<b64:340>\n", ["token"]),
    "B2 percent": ("X-Amz-Security-Token=IQoJb3JpZ2luX2VjEA<b64:100>%2F<b64:200>%2B<b64:99>%3D%3D\n", ["token"]),
    "B3 sso cache": (
        '{"startUrl": "https://d-1234567890.awsapps.com/start", "region": "eu-west-1", "accessToken": "aoaAAAAA<url64:200>", "expiresAt": "2030-01-01T00:00:00Z", "clientId": "<url64:22>", "clientSecret": "eyJraWQiOiJrZXktMTU2NDAyODA5OSIsImFsZyI6IkhTMzg0In0.<url64:300>.<url64:64>", "registrationExpiresAt": "2030-01-01T00:00:00Z", "refreshToken": "aorAAAAA<url64:200#2>"}',
        ["token"],
    ),
    "B4 login cache": (
        '{"accessToken": {"accessKeyId": "<id:ASIA>", "secretAccessKey": "<secret>", "sessionToken": "<token>", "accountId": "123456789013", "expiresAt": "2030-01-01T00:15:00Z"}, "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4", "clientId": "arn:aws:signin:::devtools/same-device", "refreshToken": "<url64:300>", "idToken": "eyJ<url64:20>.<url64:300>.<url64:86>"}',
        ["id+secret+token", "token"],
    ),
    "B5 absk": ("AWS_BEARER_TOKEN_BEDROCK=<absk>\n", ["key"]),
    "B5 absk of a named user": ("export AWS_BEARER_TOKEN_BEDROCK=<absk:alice:123456789013>\n", ["key"]),
    "B5 short": ("AWS_BEARER_TOKEN_BEDROCK=<bedrock:20300101T000000Z>\n", ["key"]),
    "B6 acwl": ("Authorization: Bearer <acwl>\n", ["key"]),
    "B7 smtp v4": ("SMTP user name: <id>\nSMTP password: <smtp>\n", ["password+id"]),
    "B7 smtp v2": ("SMTP_USERNAME=<id>\nSMTP_PASSWORD=<smtp:2>\n", ["password+id"]),
    "B7 csv": (
        "\ufeffIAM user name,SMTP user name,SMTP password\r\nses-smtp-user.20240101-101010,<id>,<smtp>\r\n",
        ["password+id"],
    ),
    "B7 tf": (
        '"attributes": {"id": "<id>", "secret": "<secret>", "ses_smtp_password_v4": "<smtp>"}',
        ["id+secret+password"],
    ),
    "B8 codecommit json": (
        '{"ServiceSpecificCredential": {"ServiceUserName": "sofia-at-123456789013", "ServicePassword": "<b64:43>="}}',
        ["password"],
    ),
    "B8 +1": ("service_user_name = sofia+1-at-123456789013\nservice_password = <b64:43>=\n", ["password"]),
    "B8 second +1 behind": ("user=sofia-at-123456789013+1\npassword=<b64:43>=\n", ["password"]),
    "B8 url": (
        "https://sofia-at-123456789013:<b64:20>%2F<b64:22#2>%3D@git-codecommit.us-east-1.amazonaws.com/v1/repos/x\n",
        ["password"],
    ),
    "B8 keyspaces": (
        "auth_provider = PlainTextAuthProvider(username='alice-at-123456789013', password='<b64:43>=')\n",
        ["password"],
    ),
    "B11 mws": ("MWS_AUTH_TOKEN=amzn.mws.<hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-<hex:12>\n", ["token"]),
    "B12": ("x-api-key: da2-<base36:26>\nhttps://<base36:26#2>.appsync-api.us-east-1.amazonaws.com/graphql\n", ["key"]),
    "B13 pool": ("IdentityPoolId: 'us-east-1:0f8fad5b-d9cb-469f-a165-70867728950e'\n", []),
    "B14 v4": (
        "https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=<id>%2F20300101%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20300101T000000Z&X-Amz-Expires=604800&X-Amz-SignedHeaders=host&X-Amz-Signature=<hex:64>\n",
        ["url+id"],
    ),
    "B14 v2": (
        "https://b.s3.amazonaws.com/k?AWSAccessKeyId=<id>&Expires=1900000000&Signature=<b64:27>%3D\n",
        ["url+id"],
    ),
    "B15 v4": (
        "Authorization: AWS4-HMAC-SHA256 Credential=<id>/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=<hex:64>\n",
        ["id"],
    ),
    "B15 v4a": (
        "Authorization: AWS4-ECDSA-P256-SHA256 Credential=<id>/20260101/s3/aws4_request, SignedHeaders=host, Signature=<hex:140>\n",
        ["id"],
    ),
    "B15 v2": ("Authorization: AWS <id>:<b64:27>=\n", ["id"]),
    "B16 federation": (
        "https://signin.aws.amazon.com/federation?Action=login&Issuer=https%3A%2F%2Fexample.com&Destination=https%3A%2F%2Fconsole.aws.amazon.com%2F&SigninToken=<url64:300>\n",
        ["url"],
    ),
    "B16 iam user": (
        "https://123456789013.signin.aws.amazon.com/console\nUser name: alice\nPassword: <password>\n",
        ["password"],
    ),
    "C1 legacy token": (
        "[x]\naws_access_key_id = <id:ASIA>\naws_secret_access_key = <secret>\naws_security_token = <token>\n",
        ["id+secret+token"],
    ),
    "C2 java v1": ("AWS_ACCESS_KEY=<id>\nAWS_SECRET_KEY=<secret>\n", ["id+secret"]),
    "C2 export": (
        "export AWS_ACCESS_KEY_ID=<id:ASIA>\nexport AWS_SECRET_ACCESS_KEY=<secret>\nexport AWS_SESSION_TOKEN=<token>\nexport AWS_CREDENTIAL_EXPIRATION=2030-01-01T00:00:00+00:00\n",
        ["id+secret+token"],
    ),
    "C2 ps": (
        '$Env:AWS_ACCESS_KEY_ID="<id:ASIA>"\n$Env:AWS_SECRET_ACCESS_KEY="<secret>"\n$Env:AWS_SESSION_TOKEN="<token>"\n',
        ["id+secret+token"],
    ),
    "C2 cmd": (
        "set AWS_ACCESS_KEY_ID=<id:ASIA>\nset AWS_SECRET_ACCESS_KEY=<secret>\nset AWS_SESSION_TOKEN=<token>\n",
        ["id+secret+token"],
    ),
    "C2 fish": (
        'set -gx AWS_ACCESS_KEY_ID "<id:ASIA>"\nset -gx AWS_SECRET_ACCESS_KEY "<secret>"\nset -gx AWS_SESSION_TOKEN "<token>"\n',
        ["id+secret+token"],
    ),
    "C2 tf_var": ("TF_VAR_access_key=<id>\nTF_VAR_secret_key=<secret>\n", ["id+secret"]),
    "C2 container": ("AWS_CONTAINER_AUTHORIZATION_TOKEN=<b64:64>\n", ["token"]),
    "C3a": ("AWSAccessKeyId=<id>\r\nAWSSecretKey=<secret>\r\n", ["id+secret"]),
    "C3b": ("AWSAccessKeyId,AWSSecretKey\r\n<id>,<secret>\r\n", ["id+secret"]),
    "C3c": ("\ufeffAccess key ID,Secret access key\r\n<id>,<secret>\r\n", ["id+secret"]),
    "C4": (
        "\ufeffUser name,Password,Access key ID,Secret access key,Console login link\r\nalice,,<id>,<secret>,https://123456789013.signin.aws.amazon.com/console\r\n",
        ["id+secret"],
    ),
    "C5 early": ('"User Name","Access Key Id","Secret Access Key"\r\n"alice","<id>","<secret>"\r\n', ["id+secret"]),
    "C5 early pw": (
        "User Name,Password,Direct Signin Link\r\nalice,<password>,https://123456789013.signin.aws.amazon.com/console\r\n",
        ["password"],
    ),
    "C5 mid": (
        "User name,Password,Access key ID,Secret access key,Console login link\nalice,<password>,<id>,<secret>,https://123456789013.signin.aws.amazon.com/console\n",
        ["id+secret", "password"],
    ),
    "C5 now": (
        "\ufeffUser name,Password,Console sign-in URL\r\nalice,<password>,https://123456789013.signin.aws.amazon.com/console\r\n",
        ["password"],
    ),
    "C7": (
        '{"AccessKey": {"UserName": "bob", "Status": "Active", "CreateDate": "2015-03-09T18:39:23.411Z", "SecretAccessKey": "<secret>", "AccessKeyId": "<id>"}}',
        ["id+secret"],
    ),
    "C8": (
        '{"AssumedRoleUser": {"AssumedRoleId": "AROA<base32:17>:s", "Arn": "arn:aws:sts::123456789013:assumed-role/x/s"}, "Credentials": {"SecretAccessKey": "<secret>", "SessionToken": "<token>", "Expiration": "2030-03-15T00:05:07Z", "AccessKeyId": "<id:ASIA>"}}',
        ["id+secret+token"],
    ),
    "C8c": (
        '{"FederatedUser": {"FederatedUserId": "123456789013:Bob", "Arn": "arn:aws:sts::123456789013:federated-user/Bob"}, "Credentials": {"AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>", "SessionToken": "<token>", "Expiration": "2030-03-15T00:05:07Z"}, "PackedPolicySize": 36}',
        ["id+secret+token"],
    ),
    "C8d": (
        '{"Credentials": {"AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>", "SessionToken": "<token>", "Expiration": "2030-03-15T00:05:07Z"}, "SourceIdentity": "Alice"}',
        ["id+secret+token"],
    ),
    "C9": (
        '{\n  "Code" : "Success",\n  "LastUpdated" : "2026-04-26T16:39:16Z",\n  "Type" : "AWS-HMAC",\n  "AccessKeyId" : "<id:ASIA>",\n  "SecretAccessKey" : "<secret>",\n  "Token" : "<token>",\n  "Expiration" : "2030-05-17T22:09:54Z"\n}',
        ["id+secret+token"],
    ),
    "C10": (
        '{"RoleArn": "arn:aws:iam::123456789013:role/task", "AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>", "Token": "<token>", "Expiration": "2030-01-01T00:00:00Z"}',
        ["id+secret+token"],
    ),
    "C11": (
        '{"Version": 1, "AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>", "SessionToken": "<token>", "Expiration": "2030-01-01T00:00:00Z", "AccountId": "123456789013"}',
        ["id+secret+token"],
    ),
    "C12": (
        '{"ProviderType": "sso", "Credentials": {"AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>", "SessionToken": "<token>", "Expiration": "2030-01-01T00:00:00Z", "AccountId": "123456789013"}}',
        ["id+secret+token"],
    ),
    "C14 boto": ("[Credentials]\naws_access_key_id = <id>\naws_secret_access_key = <secret>\n", ["id+secret"]),
    "C15 s3cfg": (
        "[default]\naccess_key = <id:ASIA>\naccess_token = <token>\nsecret_key = <secret>\n",
        ["id+secret+token"],
    ),
    "C15 s3fs": ("bucket:<id>:<secret>\n", ["id+secret"]),
    "C15 rclone": (
        "[x]\ntype = s3\nprovider = AWS\naccess_key_id = <id:ASIA>\nsecret_access_key = <secret>\nsession_token = <token>\n",
        ["id+secret+token"],
    ),
    "C16 hcl": (
        'provider "aws" {\n  access_key = "<id:ASIA>"\n  secret_key = "<secret>"\n  token      = "<token>"\n}\n',
        ["id+secret+token"],
    ),
    "C16 state": (
        '{"type": "aws_iam_access_key", "instances": [{"attributes": {"create_date": null, "encrypted_secret": null, "id": "<id>", "key_fingerprint": null, "pgp_key": null, "secret": "<secret>", "ses_smtp_password_v4": "<smtp>", "status": "Active", "user": "bob"}}]}',
        ["id+secret+password"],
    ),
    "C17 cfn output": (
        '{"Outputs": [{"OutputKey": "AccessKey", "OutputValue": "<id>"}, {"OutputKey": "SecretKey", "OutputValue": "<secret>"}]}',
        ["id+secret"],
    ),
    "C18 stringData": (
        "apiVersion: v1\nkind: Secret\nstringData:\n  accessKey: <id>\n  secretKey: <secret>\n",
        ["id+secret"],
    ),
    "C19 gha": (
        "    - uses: aws-actions/configure-aws-credentials@v4\n      with:\n        aws-access-key-id: <id>\n        aws-secret-access-key: <secret>\n        aws-session-token: <token>\n",
        ["id+secret", "token"],
    ),
    "C19 jenkins": (
        '<com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl plugin="aws-credentials@1.28">\n  <scope>GLOBAL</scope>\n  <id>aws</id>\n  <accessKey><id></accessKey>\n  <secretKey>{AQAAABAAAAAw<b64:63>=}</secretKey>\n</com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl>\n',
        ["id"],
    ),
    "C20 3": (
        "spring.cloud.aws.credentials.access-key=<id>\nspring.cloud.aws.credentials.secret-key=<secret>\n",
        ["id+secret"],
    ),
    "C20 2": ("cloud.aws.credentials.accessKey=<id>\ncloud.aws.credentials.secretKey=<secret>\n", ["id+secret"]),
    "C21 s3a": (
        "<property><name>fs.s3a.access.key</name><value><id:ASIA></value></property>\n<property><name>fs.s3a.secret.key</name><value><secret></value></property>\n<property><name>fs.s3a.session.token</name><value><token></value></property>\n",
        ["id+secret+token"],
    ),
    "C21 bucket": (
        "spark.hadoop.fs.s3a.bucket.logs.access.key <id>\nspark.hadoop.fs.s3a.bucket.logs.secret.key <secret>\n",
        ["id+secret"],
    ),
    "C21 s3n": (
        "<name>fs.s3n.awsAccessKeyId</name>\n<value><id></value>\n<name>fs.s3n.awsSecretAccessKey</name>\n<value><secret></value>\n",
        ["id+secret"],
    ),
    "C21 uri": ("s3n://<id>:<secret>@bucket/x\n", ["id+secret"]),
    "C22": ("accessKey=<id>\nsecretKey=<secret>\n", ["id+secret"]),
    "C23 config": (
        '<add key="AWSAccessKey" value="<id>"/>\n<add key="AWSSecretKey" value="<secret>"/>\n',
        ["id+secret"],
    ),
    "C23 json": ('{"AWS": {"AccessKey": "<id>", "SecretKey": "<secret>"}}', ["id+secret"]),
    "C24 php": (
        "'credentials' => [\n  'key' => '<id:ASIA>',\n  'secret' => '<secret>',\n  'token' => '<token>',\n]\n",
        ["id+secret+token"],
    ),
    "C24 ruby": ("Aws::Credentials.new('<id:ASIA>', '<secret>', '<token>')\n", ["id+secret+token"]),
    "C24 fog": (
        "CarrierWave.configure do |config|\n  config.fog_credentials = {\n    provider: 'AWS',\n    aws_access_key_id: '<id>',\n    aws_secret_access_key: '<secret>',\n  }\nend\n",
        ["id+secret"],
    ),
    "C24 js": (
        "AWS.config.update({accessKeyId: '<id:ASIA>', secretAccessKey: '<secret>', sessionToken: '<token>'});\n",
        ["id+secret+token"],
    ),
    "C24 go": ('credentials.NewStaticCredentials("<id:ASIA>", "<secret>", "<token>")\n', ["id+secret+token"]),
    "C24 boto3": (
        'boto3.Session(aws_access_key_id="<id:ASIA>", aws_secret_access_key="<secret>", aws_session_token="<token>")\n',
        ["id+secret+token"],
    ),
    "C26": (
        '{"userIdentity": {"type": "IAMUser", "principalId": "AIDA<base32:17>", "arn": "arn:aws:iam::123456789013:user/alice", "accountId": "123456789013", "accessKeyId": "<id>", "userName": "alice"}}',
        ["id"],
    ),
    "C27": (
        '{"AccessKeyMetadata": [{"UserName": "bob", "AccessKeyId": "<id>", "Status": "Active", "CreateDate": "2020-01-01T00:00:00Z"}]}',
        ["id"],
    ),
}


@pytest.mark.parametrize(("template", "expected"), FACTS.values(), ids=FACTS)
@pytest.mark.parametrize("salt", ["", "2", "3"])
def test_a_fact(template: str, expected: list[str], salt: str) -> None:
    """The roles of the parts of each credential, of which one is told from another."""
    found = Detector(credential_patterns()).detect(fake(template, salt))
    groups = [group for view, items in found for group in grouped(view.data, items)]
    assert sorted("+".join(member.values[0].role for member in group.members) for group in groups) == expected
