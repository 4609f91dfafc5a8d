"""Console passwords in notes and settings: an e-mail address or a user name, and a password, beside AWS sign-in words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._passwords import is_password
from patterns._pattern import Anchor, Found, Pattern, Role, Sample

AROUND = 600
"""Bytes around the password in which its account must be named."""
LINES = 8
STATE = b"aws_iam_user_login_profile"


def account(match: Match[bytes]) -> Iterator[Found]:
    """The password with the nearest e-mail address, user and sign-in URL, if AWS's sign-in is spoken of there."""
    data, value = match.string, _unescaped(match["password"])
    low, high = _neighbourhood(data, match.start(), match.end())
    called = _is_of_call(data, low, match.start())
    if (
        not (called or _speaks_of_aws(data, low, high, match.start()))
        or not is_password(value)
        or _is_handed_over(match)
        or _of_something_else().search(_name(data, match.start()))
    ):
        return
    parts: list[tuple[Role, int, int]] = [("password", match.start("password"), match.start("password") + len(value))]
    for role, expression in (("email", _email()), ("user", _user()), ("url", _url())):
        span = _nearest(expression, role, data, low, high, match.start())
        if span:
            parts.append((role, *span))  # type: ignore[arg-type]
    named = {role: start for role, start, _ in parts}
    of_page = "url" in named and _is_of_page(match, named["url"])
    if "email" in named or "user" in named or of_page or called:
        yield Found(tuple(parts), "medium")


def _is_of_call(data: bytes, low: int, at: int) -> bool:
    """Whether a call that sets a password of IAM's stands before it, and no other task of a playbook between."""
    calls = list(_of_call().finditer(data, low, at))
    return bool(calls) and not re.search(rb"\n[ \t]*- ", data[calls[-1].end() : at])


def _unescaped(value: bytes) -> bytes:
    """The value up to where a line ends in a string of a program."""
    return re.split(rb"\\[nrt]", value, maxsplit=1)[0]


def _is_handed_over(match: Match[bytes]) -> bool:
    """Whether it is the name of something that a call is given: no quote stands before it."""
    start = match.start("password")
    return match.string[start - 1 : start] == b"("


def _is_of_page(match: Match[bytes], url: int) -> bool:
    """Whether the password, beside which nobody is named, is that of a user of the account whose sign-in page it is."""
    between = match.string[min(url, match.end()) : max(url, match.start())]
    if not _own_page().match(match.string, url) or any(map(_heading().fullmatch, between.split(b"\n")[1:-1])):
        return False
    return bool(_plain_label().search(_name(match.string, match.start())))


def _speaks_of_aws(data: bytes, low: int, high: int, at: int) -> bool:
    """Whether the neighbourhood does. An option of a command is AWS's only where a login profile is spoken of.

    In a state of Terraform the type of what has the password stands far above it. Without a word of the anchors it is
    not looked at but by chance.
    """
    words, around = _of_profile() if data[at : at + 1] == b"-" else _of_aws(), data[low:high].lower()
    told = words.search(data, low, high) and any(word in around for word in (*_WORDS, *_PROFILES))
    return bool(told) or data.rfind(STATE, max(0, at - AROUND), at) >= 0


def _neighbourhood(data: bytes, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - AROUND), min(len(data), end + AROUND)
    before = data[low:start].split(b"\n")
    after = data[end:high].split(b"\n")
    return start - len(b"\n".join(before[-LINES:])), end + len(b"\n".join(after[:LINES]))


def _name(data: bytes, start: int) -> bytes:
    """What stands before the word on its line: `MYSQL_ROOT_` of `MYSQL_ROOT_PASSWORD`."""
    return data[max(0, start - 40) : start].rsplit(b"\n", 1)[-1].lower()


def _nearest(
    expression: re.Pattern[bytes], role: str, data: bytes, low: int, high: int, at: int
) -> tuple[int, int] | None:
    spans = [found.span(role) for found in expression.finditer(data, low, high)]
    return min(spans, key=lambda span: abs(span[0] - at), default=None)


@functools.cache
def _of_profile() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)" + _PROFILE)


@functools.cache
def _of_aws() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i)(?:signin|console)\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)"
        rb"|\b(?:aws|amazon)[\w\s,.:/\-]{0,40}\b(?:root|console|sign-?in|log-?in)|\broot[\w ]{0,20}\baws|aws_?root_?"
        rb"|" + _PROFILE
    )


@functools.cache
def _own_page() -> re.Pattern[bytes]:
    """The sign-in page of one account, for its IAM users: whose password it is may be told in another message."""
    return re.compile(rb"https://[a-z0-9\-]{3,63}\.signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)")


@functools.cache
def _heading() -> re.Pattern[bytes]:
    """A line of a word or two, behind which something else is spoken of."""
    return re.compile(
        rb"(?i)(?!.*(?:aws|console|cred|login|sign|pass|user))[ \t#*\-]*[a-z][\w\-]*(?: [\w\-]+)?[ \t]*:?[ \t*]*\r?"
    )


@functools.cache
def _plain_label() -> re.Pattern[bytes]:
    """Before the word: nothing, or words that make it no other system's."""
    return re.compile(
        rb"(?:^|[{,(|;])[\s#/*>\-\"'`\d.)]*(?:(?:aws|iam|console|sign-?in|log-?in|user|account|your|my|the|new|initial|"
        rb"first|temp|temporary|one-time|default|auto-?generated|export|set)[ _\-]{1,2}){0,4}\Z"
    )


@functools.cache
def _of_something_else() -> re.Pattern[bytes]:
    return re.compile(
        rb"minio|mysql|postgres|maria|redis|mongo|database|_db|^db|rds|smtp|sudo|ssh|(?:old|current)[_\- ]?\Z"
    )


@functools.cache
def _email() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?<![\w.+\-])(?P<email>[\w.+\-]{1,64}@(?!\d)[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4})(?![\w@])"
    )


@functools.cache
def _user() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?:(?i:iam(?:_user)?:\s{1,40}(?:(?!name:)\w{2,20}:[^\n]{0,80}\n\s{1,40}){0,4}name:[ \t])"
        rb"|(?i:user[ _\-]?(?:name)?|login)(?:[\"'`*]{0,3}[ \t]*[:=|][ \t]*(?:aws\.String\()?|"
        + _APART
        + rb")|(?i:-user-?name)[ \t]{1,4})"
        rb"[\"'`*]{0,3}(?P<user>(?-i:(?!AWS\b))[\w+=,.\-]{1,64})(?![\w@])"
    )


@functools.cache
def _url() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?P<url>https:\\?/\\?/[a-z0-9.\-]{0,70}(?:signin|console)\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)[\w/.\-]{0,80})"
    )


@functools.cache
def _of_call() -> re.Pattern[bytes]:
    """A call that sets a password of IAM's, whoever's."""
    return re.compile(rb"(?i)" + _CALL)


_CALL = rb"(?<![\w])iam_user:|iam_type:|\biam change-password|\biam\.user\("
_PROFILE = rb"userloginprofile|(?:create|update|new|set|aws_iam_user)[_-]?(?:iam)?login[_-]?profile|(?<![\w-])loginprofile(?![\w-])"
_WORDS = (
    b"signin.a", b"console.a", b"aws root", b"aws console", b"aws login", b"aws sign", b"aws account", b"aws_root",
    b"root user", b"root account", b"amazon web services", b"root e", b"root p",
)  # fmt: skip
_PROFILES = (
    b"login-profile", b"login_profile", b"loginprofile", b"iam_user:", b"iam_type:", b"iam change-password", b"iam.user(",
)  # fmt: skip
_APART = rb"(?:</\w{1,16}>\s{0,40}<\w{1,16}[^<>]{0,60}>|[\"'][\])]{0,2}(?:\.\w{2,20}\(|,)[ \t]?[\"'])"
"""What stands between name and value that are elements of their own, or arguments of calls that fill in a form."""
_NAMED = (
    rb"(?:(?:pass(?:word|wd|phrase|code)?|pwd|(?:\b|\\n)pw)"
    rb"(?:[\"'`*\]]{0,3}[ \t]{0,8}(?::|=>|=|\|)[ \t]{0,8}(?:aws\.String\(|[\w.]{0,8}SecretValue\.(?:unsafe_?)?plain_?text\()?[\"'`*]{0,3}|"
    + _APART
    + rb")|-password[ \t]{1,4}[\"'`]{0,2})"
)
_VALUE = rb"[^\s\"'`<>|]{6,128}"

PATTERN = Pattern(
    id="aws-sign-in-password",
    title="AWS sign-in password",
    kind="console-password",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html",
    anchors=(
        *(Anchor(words, ignore_case=True, before=AROUND + 80, after=AROUND + 80) for words in _PROFILES),
        *(
            Anchor(
                words,
                ignore_case=True,
                before=AROUND + 80,
                after=AROUND + 80,
                expression=words + b".{0,600}" + _NAMED + rb"[^\s\"'`<>|]{6}",
            )
            for words in _WORDS
        ),
        *(
            Anchor(
                word,
                ignore_case=True,
                after=AROUND + 200,
                expression=word + b".{6,700}(?:" + b"|".join(words.replace(b".", b"\\.") for words in _WORDS) + b")",
            )
            for word in (b"pass", b"pwd", b"pw:")
        ),
    ),
    regex=rb"(?i:" + _NAMED + rb")(?P<password>" + _VALUE + rb")",
    longest=256,
    refine=account,
    personal=True,
    examples={
        "note about the root user": (
            "AWS root user\nemail: owner@acme.io\npassword: <password>\nhttps://signin.aws.amazon.com/console\n"
        ),
        "settings": 'AWS_ROOT_EMAIL=owner@acme.io\nAWS_ROOT_PASSWORD="<password>"\n',
        "note about an IAM user": (
            "Sign-in: https://123456789013.signin.aws.amazon.com/console\nUser name: alice\nPassword: <password>\n"
        ),
        "page of an account, without the user": (
            "You can sign in at https://acme-prod.signin.aws.amazon.com/console\n\nTemporary password: <password>\n"
        ),
        "settings without the user": (
            "AWS_CONSOLE_URL=https://123456789013.signin.aws.amazon.com/console\nAWS_CONSOLE_PASSWORD=<password>\n"
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
        "state of Terraform": (
            '"type": "aws_iam_user_login_profile",\n"name": "u",\n"provider": "x",\n"instances": [\n{\n"schema_version": 0,\n'
            '"attributes": {\n"encrypted_password": "",\n"id": "alice",\n"key_fingerprint": "",\n"password": "<password>",\n'
            '"password_length": 20,\n"user": "alice"\n'
        ),
    },
    counterexamples={
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
        "labels of a form": Sample(
            "<h1>AWS console</h1><label>User name</label><input id='u'><label>Password</label><input id='p'><password>",
            "form.html",
        ),
        "a form": Sample('<label>AWS root user email</label> <input type="password" name="password">', "form.html"),
    },
)
