"""Names under which the root user's key is kept: of sections, of variables, of objects."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._pattern import Sample
from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._text import SECRET_SHAPED

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_add-key.html"

OF_KEYS = frozenset({"key", "keys", "access", "secret", "credential", "credentials", "creds", "rootkey", "rootkeys"})
PLAIN = OF_KEYS | {"root", "rootuser", "user", "account", "acct", "aws", "amazon", "id", "pair", "tf", "var"}
OTHER_SYSTEMS = frozenset(
    {"minio", "ceph", "rgw", "mysql", "postgres", "mongo", "redis", "db", "ssh", "ca", "web", "document", "vault"}
)
OTHER_ROOTS = frozenset(
    {"project", "repo", "app", "site", "module", "package", "tree", "dir", "path", "folder", "prefix", "bucket",
     "domain", "device", "volume", "disk", "cert", "certificate", "cause", "node", "hosts"}
)  # fmt: skip
"""What has a root of its own: of one of these it is the root that a name speaks of."""
DENIALS = frozenset({"non", "not", "no", "never"})

_OWN = (
    rb"(?i:aws[ _\-]?(?:account[ _\-]?)?root(?:[ _\-]?(?:user|account))?"
    rb"(?:[ _\-]?(?:access)?[ _\-]?(?:keys?|creds|credentials?))?"
    rb"|root[ _\-]?(?:user|account)?[ _\-]?(?:aws|access)?[ _\-]?(?:keys?|credentials?|creds)|root[ _\-]?(?:user|account)?)"
)
_SIGN = (
    rb"[\"'\\\])`*]{0,5}(?:[ \t]{0,8}\{[ \t]*\r?\n(?:[^\n{}]{0,200}\n){0,4}?[ \t]*default[ \t]*="
    rb"|[ \t]{0,8}(?:=>|:=|\|\||[:=>,])"
    rb"|[ \t]{1,4}--?(?:body|value|secret-string|b|v)(?=[= ])=?|(?=[ \t])|\r?\n(?=[ \t]{0,40}[\"']?value))[ \t]{0,40}"
    rb"(?:[\"']?value[\"']?[ \t]{0,8}[:=][ \t]{0,8})?[\"'\\(@`*]{0,4}"
)
_BLOCK = rb"[\"']?(?::|[ \t]{0,4}=)?[ \t]*\r?\n(?:(?P=indent)[ \t]+[^\n]*\n){0,3}?(?P=indent)[ \t]+[^\n]{0,80}?"
_CALL = rb"(?:new[ \t]{1,4}|&)?(?:[A-Za-z_]\w{0,30}[.:]{1,2}){0,3}[A-Za-z_]\w{0,40}(?=\()"
"""What makes an object, before its arguments: `dict`, `new BasicAWSCredentials`, `credentials.NewStaticCredentials`."""
_BRACKETS = (
    rb"[\"']?[ \t]{0,8}(?:(?:=>|:=|[:=])[ \t]{0,8}(?:\[\]\w{1,20}|" + _CALL + rb")?[\[{(]|\{)[^{}\[\]()]{0,300}?"
)
VARIABLE = (
    rb"(?<![\w.\-/])(?P<label>(?i:(?:aws )?root (?:user|account)|[\w.\-]{0,40}root[\w.\-]{0,40}))"
    rb"(?P<sign>" + _SIGN + rb")" + SECRET_SHAPED
)  # fmt: skip
OBJECT = (
    rb"(?m)(?:^(?P<indent>[ \t]*)(?:-[ \t]+)?[\"']?)?(?<![\w.\-/:])(?P<label>" + _OWN + rb")(?![\w.\-/])"
    rb"(?:" + _BRACKETS + SECRET_SHAPED + rb"|(?(indent)" + _BLOCK + SECRET_SHAPED + rb"|(?!)))"
)  # fmt: skip


def of_a_key(match: Match[bytes] | None, subject: Subject) -> bool:
    """The words of the name are `root` and such as an AWS key is called by, and none of another system's."""
    if match is None or not long_term(match, subject):
        return False
    words = {word.decode().lower() for word in _words().findall(match["label"])}
    if not words & {"root", "rootuser", "rootkey", "rootkeys"} or words & (OTHER_SYSTEMS | OTHER_ROOTS | DENIALS):
        return False
    if match.string[match.start() - 1 : match.start()] == b"$" and b"=" not in match["sign"]:
        return False
    if (match["sign"].isspace() or b"," in match["sign"]) and not words & OF_KEYS:
        return False
    return words == {"root"} or "aws" in words or (words <= PLAIN and bool(words & OF_KEYS or b" " in match["label"]))


def among_credentials(match: Match[bytes] | None, subject: Subject) -> bool:
    """The name says more than `root`, or what it stands in is named for credentials, or holds others of that form."""
    if match is None or not long_term(match, subject):
        return False
    above = match.string[max(0, match.start() - 400) : match.start("label")]
    if match["label"].strip().lower() != b"root" or _holders().search(above):
        return True
    return bool(_sibling().search(above + b";" + match.string[match.end() : match.end() + 600]))


@functools.cache
def _words() -> re.Pattern[bytes]:
    return re.compile(rb"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


@functools.cache
def _holders() -> re.Pattern[bytes]:
    """The name of what holds credentials, where it opens."""
    return re.compile(
        rb"(?i)(?<![a-z])(?:profiles?|accounts?|credentials|creds|users|keys|identities|aws)[\"']?[ \t]{0,4}"
        rb"(?:(?:=>|[:=])?[ \t]{0,4}[\[{(]|:[ \t]{0,4}\r?\n)"
    )


@functools.cache
def _sibling() -> re.Pattern[bytes]:
    """Another object with a key, by its own name."""
    return re.compile(
        rb"[,;{}\n][ \t]{0,40}[\"']?[\w.\-]{1,40}[\"']?[ \t]{0,4}"
        rb"(?:=>|[:=])[ \t]{0,4}\{[^{}]{0,200}(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])"
    )


SIGNALS = (
    Signal(
        id="root-variable",
        says="root",
        strength="medium",
        scope="record",
        detail="The name of the value says that it is the root user's.",
        reference=PAGE,
        needs=(b"root",),
        reach=2048,
        regex=VARIABLE,
        accept=of_a_key,
        examples={
            "environment": "AWS_ROOT_ACCESS_KEY_ID=<id>\nAWS_ROOT_SECRET_ACCESS_KEY=<secret>\n",
            "snake case": 'root_access_key = "<id>"\nroot_secret_key = "<secret>"\n',
            "camel case": 'const awsRootKey = "<id>";\n',
            "one word": "rootkey: <id>\nrootsecret: <secret>\n",
            "shell": "export PROD_AWS_ROOT_KEY='<id>'\n",
            "environment of a program": 'os.environ["AWS_ROOT_ACCESS_KEY_ID"] = "<id>"\n',
            "default": 'os.getenv("AWS_ROOT_ACCESS_KEY_ID", "<id>")\n',
            "name and value": '{"name": "AWS_ROOT_ACCESS_KEY_ID", "value": "<id>"}',
            "name and value in YAML": "- name: AWS_ROOT_ACCESS_KEY_ID\n  value: <id>\n",
            "container file": "ENV AWS_ROOT_ACCESS_KEY_ID <id>\n",
            "secret of a pipeline": "gh secret set AWS_ROOT_ACCESS_KEY_ID --body <id>\n",
            "label": "AWS root account: <id> / <secret>\n",
            "nothing but root": "root=<id>:<secret>\n",
            "element": "<rootAccessKeyId><id></rootAccessKeyId>\n",
            "input of Terraform": "TF_VAR_root_access_key=<id>\n",
            "variable of Terraform": 'variable "root_aws_access_key" {\n  type = string\n  default = "<id>"\n}\n',
            "variable of PowerShell": "$AwsRootAccessKey = '<id>'\n",
            "variable of PHP": "$root_access_key='<id>';\n",
            "secret alone": 'AWS_ROOT_SECRET_ACCESS_KEY="<secret>"\n',
        },
        counterexamples={
            "MinIO": "MINIO_ROOT_USER=<id>\nMINIO_ROOT_PASSWORD=<secret>\n",
            "MinIO's key": "MINIO_ROOT_ACCESS_KEY=<id>\nMINIO_ROOT_SECRET_KEY=<secret>\n",
            "database": "MYSQL_ROOT_PASSWORD=x1\nAWS_ACCESS_KEY_ID=<id>\n",
            "denial": "NON_ROOT_AWS_KEY=<id>\n",
            "denial, in one word": "NONROOT_AWS_ACCESS_KEY_ID=<id>\n",
            "root of the web": "webroot=<id>\n",
            "root of the project": "PROJECT_ROOT_KEY=<id>\n",
            "project's key of AWS": "PROJECT_ROOT_AWS_ACCESS_KEY_ID=<id>\n",
            "key for a domain": "ROOT_DOMAIN_AWS_ACCESS_KEY_ID=<id>\n",
            "key for a folder": "AWS_S3_ROOT_FOLDER_KEY=<id>\n",
            "block device": 'root_block_device = "x"\naccess_key = "<id>"\n',
            "domain": "root_domain: acme.io\naccess_key: <id>\n",
            "value of another name": "ROOT=/srv\nAWS_ACCESS_KEY_ID=<id>\n",
            "temporary": "AWS_ROOT_ACCESS_KEY_ID=<id:ASIA>\n",
            "row of a table": "root,<id>,<secret>\n",
            "variable that is put before": "$ROOT: <id>\n",
            "root of what Vault holds": "vault write aws/config/root access_key=<id> secret_key=<secret>\n",
            "Vault's": "VAULT_ROOT_AWS_ACCESS_KEY=<id>\n",
            "listing": "-rw-r--r-- 1 root <id>\n",
        },
    ),
    Signal(
        id="root-object",
        says="root",
        strength="medium",
        scope="record",
        detail="The object that holds the key is named for the root user.",
        reference=PAGE,
        needs=(b"root",),
        reach=2048,
        regex=OBJECT,
        accept=among_credentials,
        examples={
            "JSON": '{"profiles": {"root": {"aws_access_key_id": "<id>", "aws_secret_access_key": "<secret>"}}}',
            "YAML": "accounts:\n  root:\n    access_key: <id>\n    secret_key: <secret>\n",
            "name of its own": "aws_root:\n  id: <id>\n  secret: <secret>\n",
            "Python": "KEYS = {\n  'rootUser': {\n    'key': '<id>',\n    'secret': '<secret>'}}\n",
            "HCL": 'root_account = {\n  access_key = "<id>"\n  secret_key = "<secret>"\n}\n',
            "in one line, after another": (
                '{"accounts": {"dev": {"key": "<id#1>", "secret": "<secret#1>"}, "root": {"key": "<id>", "secret": "<secret>"}}}'
            ),
            "with another": '{"root": {"key": "<id>", "secret": "<secret>"}, "ci": {"key": "<id#1>", "secret": "<secret#1>"}}',
            "Go": 'awsRootKeys := []string{"<id>", "<secret>"}\n',
            "call": "ROOT_CREDENTIALS = dict(aws_access_key_id='<id>', aws_secret_access_key='<secret>')\n",
            "object of an SDK": 'var rootCredentials = new BasicAWSCredentials("<id>", "<secret>");\n',
            "object of a package": 'awsRootCreds := credentials.NewStaticCredentials("<id>", "<secret>", "")\n',
            "tuple": 'root_credentials = ("<id>", "<secret>")\n',
        },
        counterexamples={
            "prose": "The keys are in the repository's root (see <id>)\n",
            "style sheet": ':root { --key: "<id>" }\n',
            "root of a document": '{"root": {"access_key": "<id>", "secret_key": "<secret>"}}',
            "element": "<root><access_key><id></access_key></root>",
            "variable in code": 'const root = { accessKeyId: "<id>", secretAccessKey: "<secret>" };\n',
            "call for what is named root": 'root = Config("<id>", "<secret>")\n',
            "sibling": "accounts:\n  root:\n    name: x\n  dev:\n    access_key: <id>\n    secret_key: <secret>\n",
            "sibling object": '{"accounts": {"root": {"name": "x"}, "dev": {"access_key": "<id>"}}}',
            "block device": 'root_block_device {\n  size = 8\n}\naccess_key = "<id>"\n',
            "temporary": '{"profiles": {"root": {"aws_access_key_id": "<id:ASIA>"}}}',
            "resource of Terraform": Sample(
                'resource "aws_iam_user" "root" {\n  name = "root"\n}\n# <id>\n', "main.tf"
            ),
        },
    ),
)
