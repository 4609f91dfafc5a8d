"""The layouts in which keys leak: in each of them the pair is found and belongs together."""

from __future__ import annotations

import pytest

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.detector import Detector
from scanner.judge.pair import grouped

PAIRS = {
    "ini": "[default]\naws_access_key_id = <id>\naws_secret_access_key = <secret>\n",
    "ini, values in quotes": "[default]\naws_access_key_id = '<id>'\naws_secret_access_key = '<secret>'\n",
    "boto": "[Credentials]\naws_access_key_id=<id>\naws_secret_access_key=<secret>\n",
    "s3cfg": "[default]\naccess_key = <id>\nsecret_key = <secret>\n",
    "s3fs": "<id>:<secret>\n",
    "s3fs with a bucket": "bucket:<id>:<secret>\n",
    "rclone": "[s3]\ntype = s3\nprovider = AWS\naccess_key_id = <id>\nsecret_access_key = <secret>\n",
    "dotenv": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
    "shell": 'export AWS_ACCESS_KEY_ID="<id>"\nexport AWS_SECRET_ACCESS_KEY="<secret>"\n',
    "shell, one line": "AWS_ACCESS_KEY_ID=<id> AWS_SECRET_ACCESS_KEY=<secret> terraform apply\n",
    "fish": 'set -gx AWS_ACCESS_KEY_ID "<id>"\nset -gx AWS_SECRET_ACCESS_KEY "<secret>"\n',
    "powershell": '$Env:AWS_ACCESS_KEY_ID="<id>"\n$Env:AWS_SECRET_ACCESS_KEY="<secret>"\n',
    "powershell cmdlet": "Set-AWSCredential -AccessKey <id> -SecretKey <secret> -StoreAs x\n",
    "cmd": "set AWS_ACCESS_KEY_ID=<id>\r\nset AWS_SECRET_ACCESS_KEY=<secret>\r\n",
    "aws configure": "aws configure set aws_access_key_id <id>\naws configure set aws_secret_access_key <secret>\n",
    "prompt of aws configure": "AWS Access Key ID [None]: <id>\nAWS Secret Access Key [None]: <secret>\n",
    "dockerfile": "ENV AWS_ACCESS_KEY_ID <id>\nENV AWS_SECRET_ACCESS_KEY <secret>\n",
    "dockerfile with =": "ENV AWS_ACCESS_KEY_ID=<id> \\\n    AWS_SECRET_ACCESS_KEY=<secret>\n",
    "docker run": "docker run -e AWS_ACCESS_KEY_ID=<id> -e AWS_SECRET_ACCESS_KEY=<secret> image\n",
    "compose list": "environment:\n  - AWS_ACCESS_KEY_ID=<id>\n  - AWS_SECRET_ACCESS_KEY=<secret>\n",
    "compose mapping": "environment:\n  AWS_ACCESS_KEY_ID: <id>\n  AWS_SECRET_ACCESS_KEY: <secret>\n",
    "kubernetes env": (
        "env:\n- name: AWS_ACCESS_KEY_ID\n  value: <id>\n- name: AWS_SECRET_ACCESS_KEY\n  value: <secret>\n"
    ),
    "ecs task": (
        '[{"name": "AWS_ACCESS_KEY_ID", "value": "<id>"}, {"name": "AWS_SECRET_ACCESS_KEY", "value": "<secret>"}]'
    ),
    "value before name": (
        '[{"value": "<id>", "name": "AWS_ACCESS_KEY_ID"}, {"value": "<secret>", "name": "AWS_SECRET_ACCESS_KEY"}]'
    ),
    "travis": "env:\n  global:\n    - AWS_ACCESS_KEY_ID=<id>\n    - AWS_SECRET_ACCESS_KEY=<secret>\n",
    "github actions": "with:\n  aws-access-key-id: <id>\n  aws-secret-access-key: <secret>\n",
    "ansible": "- s3:\n    aws_access_key: <id>\n    aws_secret_key: <secret>\n",
    "ansible environment": "EC2_ACCESS_KEY: <id>\nEC2_SECRET_KEY: <secret>\n",
    "helm": "s3:\n  accessKey: <id>\n  secretKey: <secret>\n",
    "systemd": 'Environment="AWS_ACCESS_KEY_ID=<id>" "AWS_SECRET_ACCESS_KEY=<secret>"\n',
    "yaml, folded": "aws_access_key_id: >-\n  <id>\naws_secret_access_key: >-\n  <secret>\n",
    "toml": '[aws]\naccess_key_id = "<id>"\nsecret_access_key = "<secret>"\n',
    "json": '{"accessKeyId": "<id>", "secretAccessKey": "<secret>"}',
    "json, indented": '{\n  "AccessKeyId": "<id>",\n  "SecretAccessKey": "<secret>"\n}\n',
    "json in json": '{"env": "{\\"accessKeyId\\": \\"<id>\\", \\"secretAccessKey\\": \\"<secret>\\"}"}',
    "create-access-key": (
        '{"AccessKey": {"UserName": "bob", "Status": "Active", "SecretAccessKey": "<secret>", "AccessKeyId": "<id>"}}'
    ),
    "properties": "aws.accessKeyId=<id>\naws.secretKey=<secret>\n",
    "AwsCredentials.properties": "accessKey = <id>\nsecretKey = <secret>\n",
    "spring": "cloud.aws.credentials.access-key=<id>\ncloud.aws.credentials.secret-key=<secret>\n",
    "spring yaml": "cloud:\n  aws:\n    credentials:\n      accessKey: <id>\n      secretKey: <secret>\n",
    "hadoop": (
        "<property><name>fs.s3a.access.key</name><value><id></value></property>\n"
        "<property><name>fs.s3a.secret.key</name><value><secret></value></property>\n"
    ),
    "hadoop, indented": (
        "<property>\n  <name>fs.s3a.access.key</name>\n  <value><id></value>\n</property>\n"
        "<property>\n  <name>fs.s3a.secret.key</name>\n  <value><secret></value>\n</property>\n"
    ),
    "spark": "spark.hadoop.fs.s3a.access.key <id>\nspark.hadoop.fs.s3a.secret.key <secret>\n",
    "spark call": 'conf.set("fs.s3a.access.key", "<id>")\nconf.set("fs.s3a.secret.key", "<secret>")\n',
    "url": "s3n://<id>:<secret>@bucket/key\n",
    "app.config": '<add key="AWSAccessKey" value="<id>"/>\n<add key="AWSSecretKey" value="<secret>"/>\n',
    "appsettings": '{"AWS": {"AccessKey": "<id>", "SecretKey": "<secret>"}}',
    "jenkins": "<accessKey><id></accessKey>\n<secretKey><secret></secretKey>\n",
    "sts xml": "<AccessKeyId><id></AccessKeyId><SecretAccessKey><secret></SecretAccessKey>",
    "php": "'credentials' => ['key' => '<id>', 'secret' => '<secret>']",
    "php, define": "define('AWS_KEY', '<id>');\ndefine('AWS_SECRET', '<secret>');\n",
    "laravel": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\nAWS_DEFAULT_REGION=us-east-1\n",
    "ruby": "Aws::Credentials.new('<id>', '<secret>')\n",
    "ruby, update": "AWS.config(:access_key_id => '<id>', :secret_access_key => '<secret>')\n",
    "fog": ":aws_access_key_id => '<id>',\n:aws_secret_access_key => '<secret>'\n",
    "javascript": "AWS.config.update({accessKeyId: '<id>', secretAccessKey: '<secret>'});\n",
    "javascript v3": "new S3Client({ credentials: {\n  accessKeyId: '<id>',\n  secretAccessKey: '<secret>',\n} });\n",
    "javascript default": "const secretAccessKey = process.env.SECRET || '<secret>', accessKeyId = '<id>';\n",
    "typescript": 'const accessKey: string = "<id>";\nconst secretKey: string = "<secret>";\n',
    "go": 'credentials.NewStaticCredentials("<id>", "<secret>", "")\n',
    "go, lines": 'credentials.NewStaticCredentialsProvider(\n\t"<id>",\n\t"<secret>",\n\t"",\n)\n',
    "go, constants": 'const (\n\taccessKey = "<id>"\n\tsecretKey = "<secret>"\n)\n',
    "go, struct": 'aws.Credentials{AccessKeyID: "<id>", SecretAccessKey: "<secret>"}\n',
    "go, helper": 'AccessKeyId: aws.String("<id>"),\nSecretAccessKey: aws.String("<secret>"),\n',
    "python, boto3": 'boto3.client("s3", aws_access_key_id="<id>", aws_secret_access_key="<secret>")\n',
    "python, positional": 'S3Connection("<id>", "<secret>")\n',
    "python, environ": 'os.environ["AWS_ACCESS_KEY_ID"] = "<id>"\nos.environ["AWS_SECRET_ACCESS_KEY"] = "<secret>"\n',
    "python, default": 'key = os.getenv("AWS_ACCESS_KEY_ID", "<id>")\nsecret = os.getenv("AWS_SECRET_ACCESS_KEY", "<secret>")\n',
    "python, bytes": 'AWS_KEY = b"<id>"\nAWS_SECRET = b"<secret>"\n',
    "python, dict": "{'aws_access_key_id': '<id>', 'aws_secret_access_key': '<secret>'}\n",
    "python, tuple": 'KEYS = ("<id>", "<secret>")\n',
    "python, strings over lines": 'aws_access_key_id = (\n    "<id>"\n)\naws_secret_access_key = (\n    "<secret>"\n)\n',
    "java": 'new BasicAWSCredentials("<id>", "<secret>")\n',
    "java v2": 'AwsBasicCredentials.create("<id>", "<secret>")\n',
    "java, constants": 'private static final String ACCESS_KEY = "<id>";\nprivate static final String SECRET_KEY = "<secret>";\n',
    "java, properties": 'System.setProperty("aws.accessKeyId", "<id>");\nSystem.setProperty("aws.secretKey", "<secret>");\n',
    "java, option": "java -Daws.accessKeyId=<id> -Daws.secretKey=<secret> -jar x.jar\n",
    "kotlin": 'val accessKey = "<id>"\nval secretKey = "<secret>"\n',
    "scala": 'val awsKey = "<id>"\nval awsSecret = "<secret>"\n',
    "c#": 'new BasicAWSCredentials("<id>", "<secret>");\n',
    "c++": 'Aws::Auth::AWSCredentials credentials("<id>", "<secret>");\n',
    "rust": 'Credentials::new("<id>", "<secret>", None, None, "static")\n',
    "swift": 'AWSStaticCredentialsProvider(accessKey: "<id>", secretKey: "<secret>")\n',
    "objective-c": '#define ACCESS_KEY_ID @"<id>"\n#define SECRET_KEY @"<secret>"\n',
    "perl": "my $aws_access_key_id = '<id>';\nmy $aws_secret_access_key = '<secret>';\n",
    "r": 'Sys.setenv("AWS_ACCESS_KEY_ID" = "<id>", "AWS_SECRET_ACCESS_KEY" = "<secret>")\n',
    "elixir": 'config :ex_aws,\n  access_key_id: "<id>",\n  secret_access_key: "<secret>"\n',
    "lua": 'access_key = "<id>", secret_key = "<secret>"\n',
    "terraform provider": 'provider "aws" {\n  access_key = "<id>"\n  secret_key = "<secret>"\n}\n',
    "tfvars": 'aws_access_key = "<id>"\naws_secret_key = "<secret>"\n',
    "terraform variables": (
        'variable "access_key" {\n  default = "<id>"\n}\n\nvariable "secret_key" {\n  default = "<secret>"\n}\n'
    ),
    "tfstate": '{"type": "aws_iam_access_key", "attributes": {"id": "<id>", "secret": "<secret>", "user": "x"}}',
    "backend": 'terraform init -backend-config="access_key=<id>" -backend-config="secret_key=<secret>"\n',
    "cloudformation": "Parameters:\n  AccessKey:\n    Default: <id>\n  SecretKey:\n    Default: <secret>\n",
    "csv of today": "\ufeffAccess key ID,Secret access key\r\n<id>,<secret>\r\n",
    "csv of 2016": "User name,Password,Access key ID,Secret access key,Console login link\r\nx,,<id>,<secret>,https://1.signin\r\n",
    "csv, quoted": '"User Name","Access Key Id","Secret Access Key"\n"x","<id>","<secret>"\n',
    "tsv": "Access key ID\tSecret access key\n<id>\t<secret>\n",
    "rootkey.csv": "AWSAccessKeyId=<id>\r\nAWSSecretKey=<secret>\r\n",
    "sql": "INSERT INTO keys (id, secret) VALUES ('<id>', '<secret>');\n",
    "curl": 'curl --user "<id>:<secret>" --aws-sigv4 "aws:amz:us-east-1:s3" https://x\n',
    "markdown table": "| Access key | Secret key |\n|---|---|\n| `<id>` | `<secret>` |\n",
    "markdown list": "* Access key ID: `<id>`\n* Secret access key: `<secret>`\n",
    "html table": "<tr><td>Access key</td><td><id></td></tr>\n<tr><td>Secret key</td><td><secret></td></tr>\n",
    "log": "2026-01-01 INFO using accessKeyId=<id>, secretAccessKey=<secret>\n",
    "chat": "here you go: <id> / <secret>\n",
    "mail": "Access Key ID:\n<id>\nSecret Access Key:\n<secret>\n",
    "comment": "# aws_access_key_id = <id>\n# aws_secret_access_key = <secret>\n",
    "notebook": '"source": [\n  "ACCESS_KEY = \\"<id>\\"\\n",\n  "SECRET_KEY = \\"<secret>\\"\\n"\n]\n',
    "notebook, magic": '"%env AWS_ACCESS_KEY_ID=<id>\\n",\n"%env AWS_SECRET_ACCESS_KEY=<secret>\\n"\n',
    "vim modeline close": "aws_access_key_id:<id>;aws_secret_access_key:<secret>;\n",
    "gitlab variables": "variables:\n  AWS_ACCESS_KEY_ID: '<id>'\n  AWS_SECRET_ACCESS_KEY: '<secret>'\n",
    "serilog": '"AccessKey":"<id>","AccessSecret":"<secret>"',
    "shortest names": "key=<id>\nsecret=<secret>\n",
    "id and key": 'client = Client(id="<id>", key="<secret>")\n',
    "login and password": "user: <id>\npassword: <secret>\n",
    "latex": "\\texttt{aws\\_access\\_key\\_id = <id>}\n\\texttt{aws\\_secret\\_access\\_key = <secret>}\n",
    "markdown with underscores escaped": "aws\\_access\\_key\\_id: <id>\n\naws\\_secret\\_access\\_key: <secret>\n",
    "initials": "ak = '<id>'\nsk = '<secret>'\n",
    "initials behind a prefix": 'obsAk: "<id>",\nobsSk: "<secret>",\n',
    "first letter of a word": "access_k = '<id>'\nsecret_k = '<secret>'\n",
    "single letters": "i='<id>'\ns='<secret>'\n",
    "comments behind": "const user = '<id>'; // access key\nconst main = '<secret>'; // aws secret\n",
    "comments above": "# the access key\nfirst: <id>\n# its secret key\nsecond: <secret>\n",
}


@pytest.mark.parametrize("template", [pytest.param(text, id=name) for name, text in PAIRS.items()])
@pytest.mark.parametrize("salt", ["", "2", "3"])
def test_the_pair_is_found(template: str, salt: str) -> None:
    detected = list(Detector(credential_patterns()).detect(fake(template, salt)))
    groups = [group for view, found in detected for group in grouped(view.data, found)]
    assert ["+".join(m.values[0].role for m in g.members) for g in groups] == ["id+secret"]
