"""Console passwords in notes and settings: an e-mail address or a user name, and a password, beside AWS sign-in words."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns._pattern import Anchor, Found, Pattern, Sample
from patterns.sign_in.words import AROUND, COMMON, NAMED, PORTALS, PROFILES, ROUGHLY, WORDS


def account(match: Match[bytes]) -> Iterator[Found]:
    """The password with the nearest e-mail address, user and sign-in page, if it is one with which one signs in to AWS."""
    from patterns.sign_in.account import accounts  # only where there is a password

    yield from accounts(match)


_QUOTED = rb"(?<=\")[^\s\"<>]{6,128}(?=\")|(?<=')[^\s'<>]{6,128}(?=')"
_BARE = rb"(?<!\|)(?<!\|[ ])(?:[^\s\"'`<>|]|\|(?=[^\s\"'`<>|])(?!\w{2,20}[:=])){6,128}"
_CELL = rb"[^\s\"'`<>|]{6,128}"
_VALUE = rb"(?:" + _QUOTED + rb"|" + _BARE + rb"|" + _CELL + rb")"
"""AWS makes passwords with strokes and apostrophes in them; a stroke ends what stands behind one, in a table."""


def _anchor(words: bytes, expression: bytes = b"") -> Anchor:
    return Anchor(words, ignore_case=True, before=AROUND + 200, after=AROUND + 80, expression=expression)


def _with_a_password(words: bytes) -> Iterator[bytes]:
    """The words before the word for a password, and behind it.

    One expression of all of these is no pair of literals, and is searched far slower; one for each word of `WORDS` takes
    two seconds to compile.
    """
    yield words + b".{0,600}" + ROUGHLY + rb"[^\s\"<>]{6}"
    for word in (b"pass", b"pwd", b"pw:"):
        yield word + b".{6,700}" + words


PATTERN = Pattern(
    id="aws-sign-in-password",
    title="AWS sign-in password",
    kind="console-password",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html",
    anchors=(
        *(_anchor(words) for words in (*PROFILES, *PORTALS, *WORDS) if words not in COMMON),
        *(_anchor(words, expression) for words in COMMON for expression in _with_a_password(words)),
    ),
    regex=rb"(?i:" + NAMED + rb")(?P<password>" + _VALUE + rb")",
    longest=256,
    refine=account,
    personal=True,
    examples={
        "note about the root user": (
            "AWS root user\nemail: owner@acme.io\npassword: <password>\nhttps://signin.aws.amazon.com/console\n"
        ),
        "address in a domain that begins with a digit": "AWS root login\nemail: aws@3acme.io\npassword: <password>\n",
        "settings": 'AWS_ROOT_EMAIL=owner@acme.io\nAWS_ROOT_PASSWORD="<password>"\n',
        "strokes and apostrophes of AWS's generator": (
            'url: https://123456789013.signin.aws.amazon.com/console\nuser: alice\npassword: "a|<lower:4>\'<password>|Z"\n'
        ),
        "note about an IAM user": (
            "Sign-in: https://123456789013.signin.aws.amazon.com/console\nUser name: alice\nPassword: <password>\n"
        ),
        "page of an account, without the user": (
            "You can sign in at https://acme-prod.signin.aws.amazon.com/console\n\nTemporary password: <password>\n"
        ),
        "settings without the user": (
            "AWS_CONSOLE_URL=https://123456789013.signin.aws.amazon.com/console\nAWS_CONSOLE_PASSWORD=<password>\n"
        ),
        "message with a one-time password": (
            "AWS access portal URL: https://d-9067f1a2b3.awsapps.com/start/, Username: alice, One-time password: <password>\n"
        ),
        "sentence": (
            "Sign in at https://123456789013.signin.aws.amazon.com/console with user name alice and the temporary password "
            "<password>.\n"
        ),
        "sentence of its own": (
            "Sign in at https://123456789013.signin.aws.amazon.com/console. Your password is: <password>, change it.\n"
        ),
        "labels with blanks behind": (
            "https://123456789013.signin.aws.amazon.com/console\nUser name\talice\nPassword\t<password>\n"
        ),
        "script that signs in": (
            'open("https://123456789013.signin.aws.amazon.com/console")\n'
            'find("username").send_keys("alice")\nfind("password").send_keys("<password>")\n'
        ),
        "store of KeePass": (
            "<Key>Title</Key><Value>AWS root account</Value><Key>UserName</Key><Value>owner@acme.io</Value>"
            '<Key>Password</Key><Value ProtectInMemory="True"><password></Value>\n'
        ),
        "note with a heading": "AWS account\nRoot email: owner@acme.io\nRoot password: <password>\n",
        "command that sets one": "aws iam create-login-profile --user-name alice --password '<password>'\n",
        "cmdlet that sets one": "Update-IAMLoginProfile -UserName alice -Password '<password>'\n",
        "call that sets one": 'iam.update_login_profile(UserName="alice", Password="<password>")\n',
        "call of Go": 'CreateLoginProfileInput{UserName: aws.String("alice"), Password: aws.String("<password>")}\n',
        "template of CloudFormation": (
            "Type: AWS::IAM::User\nProperties:\n  UserName: alice\n  LoginProfile:\n    Password: <password>\n"
        ),
        "task of a playbook": "- name: Make the user\n  iam_user:\n    name: alice\n    password: '<password>'\n",
        "task whose user is not told": '- iam_user:\n    name: "{{ user }}"\n    password: "<password>"\n',
        "change of one's own": "aws iam change-password --old-password Old-Pass1 --new-password '<password>'\n",
        "stack": "new iam.User(this, 'alice', { password: SecretValue.unsafePlainText('<password>') });\n",
        "state of Pulumi": '"type": "aws:iam/userLoginProfile:UserLoginProfile", "outputs": {"password": "<password>", "user": "alice"}\n',
        "message": r"AWS console: https:\/\/acme.signin.aws.amazon.com\/console\nuser: alice\npw: <password>\nbye"
        + "\n",
        "message that ends in the page": "pw: <password>\nuser: alice\nhttps://acme.signin.aws.amazon.com/console\n",
        "builder of a request": 'CreateLoginProfileRequest.builder().userName("alice").password("<password>").build();\n',
        "array of PHP": "$iam->createLoginProfile(['UserName' => 'alice', 'Password' => '<password>']);\n",
        "outputs of Terraform": (
            '{"url": {"value": "https://acme.signin.aws.amazon.com/console"},\n"password": {"sensitive": true, "value": "<password>"}}\n'
        ),
        "store of a password manager": (
            '{"name": "AWS", "login": {"uris": [{"uri": "https://123456789013.signin.aws.amazon.com/console"}],\n'
            '"username": "alice", "password": "<password>"}}\n'
        ),
        "state of Terraform": (
            '"type": "aws_iam_user_login_profile",\n"name": "u",\n"provider": "x",\n"instances": [\n{\n"schema_version": 0,\n'
            '"attributes": {\n"encrypted_password": "",\n"id": "alice",\n"key_fingerprint": "",\n"password": "<password>",\n'
            '"password_length": 20,\n"user": "alice"\n'
        ),
    },
    counterexamples={
        "key in place of user and password": "- name: AWS root user\n  username: <id>\n  password: <secret>\n",
        "root of a database": "AWS console is at console.aws.amazon.com\nMYSQL_ROOT_PASSWORD=<password>\nuser: root\n",
        "no account named": "AWS root user\npassword: <password>\n",
        "page of nobody": "https://signin.aws.amazon.com/console\npassword: <password>\n",
        "password below another heading": (
            "AWS: https://123456789013.signin.aws.amazon.com/console\nVPN\n  password: <password>\n"
        ),
        "another system's password": (
            "CONSOLE_URL=https://123456789013.signin.aws.amazon.com/console\nJENKINS_PASSWORD=<password>\n"
        ),
        "words alone": "AWS root user\nemail: owner@acme.io\npassword: ask the owner\n",
        "words of a sentence": (
            "Sign in at https://123456789013.signin.aws.amazon.com/console, user: alice. The password is SHA-256-hashed, "
            "password Base64-encoded, your password is Caps-Sensitive1, a password MFA-Token2.\n"
        ),
        "sentence about another system": (
            "Sign in at https://123456789013.signin.aws.amazon.com/console, user: alice. The RDS password is <password>.\n"
        ),
        "a reference": "AWS_ROOT_EMAIL=owner@acme.io\nAWS_ROOT_PASSWORD=${ROOT_PASSWORD}\n",
        "sign-in of something else": "email: owner@acme.io\npassword: <password>\nhttps://example.org/login\n",
        "prose that speaks of one": "AWS login: alice\nsign in to the AWS console, change the password, watch, user: bob\n",
        "code that imports one": "# AWS console login\nuser = bob\nfrom auth import password, Sign-In_2faHelper\n",
        "a container registry, whose user is always AWS": 'amazon web services: {"username": "AWS", "password": "<password>"}\n',
        "code that reads it": "AWS console user: bob\npassword: accessKey.secretAccessKey,\n",
        "code that asks the environment": "AWS root user\nemail: owner@acme.io\npassword: process.env.ROOT_PASS1\n",
        "call of Go that takes it from a name": 'UserName: aws.String("bob"),\nPassword: aws.String(randPass1),\n# aws iam login\n',
        "code that makes one": "AWS root user\nemail: owner@acme.io\npassword = makePassword2(16)\n",
        "a word of another language": '"AWS console login": {"username": "Nombre de usuario", "password": "Contraseña"}\n',
        "an address": 'AWS console, user: bob, {"password": "https://vault.acme.io/v1/Secret2"}\n',
        "profile of another service": "user_login_profile: {username: alice, password: '<password>'}\n",
        "command without one": "aws iam create-login-profile --user-name alice --password-reset-required --no-Prompt1\n",
        "option of another command": "aws sso login\ndocker login --username alice --password '<password>'\n",
        "task after that of the user": "- iam_user:\n    name: alice\n- db_user:\n    login: bob\n    db_password: '<password>'\n",
        "stack that fetches it": "new iam.User(this, 'alice', { password: SecretValue.secretsManager('prod/Alice1') });\n",
        "task that looks it up": "- iam_user:\n    name: alice\n    password: \"{{ lookup('password', '/dev/null') }}\"\n",
        "one's former": "aws iam change-password --old-password '<password>' --new-password \"$NEW\"\n",
        "builder of something else": (
            '// AWS console login\nnew Client().userName("bob").password("<password>").connect();\n'
        ),
        "row to be filled in": "alice,<PASSWORD>,https://123456789013.signin.aws.amazon.com/Console\n",
        "next item of a store": (
            '[{"uris": [{"uri": "https://123456789013.signin.aws.amazon.com/console"}]}, '
            '{"username": "alice", "password": "<password>"}]\n'
        ),
        "labels of a form": Sample(
            "<h1>AWS console</h1><label>User name</label><input id='u'><label>Password</label><input id='p'><password>",
            "form.html",
        ),
        "a form": Sample('<label>AWS root user email</label> <input type="password" name="password">', "form.html"),
    },
)
