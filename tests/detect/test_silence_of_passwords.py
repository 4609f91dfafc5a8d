"""Passwords of other systems near words about AWS, in code above all; and what is AWS's, written in the same ways."""

from __future__ import annotations

import pytest

from patterns._fake import fake
from patterns._loader import credential_patterns
from patterns.sign_in.password import is_spoken
from scanner.detect.detector import Detector
from scanner.judge.benign import benign

PAGE = "https://123456789013.signin.aws.amazon.com/console"
OTHERS = {
    "form of another site": 'open("https://app.acme.io/login")\nfind("username").send_keys("alice")\nfind("password").send_keys("<password>")\n# the AWS console opens\n',
    "test that sees a link": "cy.visit('/login')\ncy.get('[name=username]').type('alice')\ncy.get('[name=password]').type('<password>')\ncy.contains('AWS Console').click()\n",
    "test that expects a page": "await login({ username: 'alice', password: '<password>' });\n} expect(link).toBe('https://signin.aws.amazon.com/console');\n",
    "test behind that of a page": f"it('a', () => {{ cy.visit('{PAGE}') }})\nit('b', () => {{ sign({{username: 'bob', password: '<password>'}}) }})\n",
    "constants under a sentence": '# Logs in to the AWS console proxy.\nUSERNAME = "alice"\nPASSWORD = "<password>"\n',
    "fields of a form": "export const awsLoginForm = { username: 'alice', password: '<password>' };\n",
    "answer of a stand-in": "reply(200, { user: 'alice', console: 'AWS console', password: '<password>' });\n",
    "database": "# AWS account root user owns this\nusername = admin\npassword = <password>\n",
    "root of a database under a remark": "# aws root\nhost=10.0.0.4\nusername=root\npassword=<password>\n",
    "page of a service": "https://console.aws.amazon.com/amazon-mq/home\nusername: mq\npassword: <password>\n",
    "page that another system leads to": "https://signin.aws.amazon.com/saml\nusername: alice\npassword: <password>\n",
    "another heading between": f"AWS: {PAGE}\nuser: alice\n\n## Grafana\nuser: admin\npassword: <password>\n",
    "another address between": f"AWS: {PAGE}\nhttps://jenkins.acme.io/\nuser: admin\npassword: <password>\n",
    "name of another system": f"{PAGE}\nuser: alice\nJenkins password: <password>\n",
    "another record": '[{"title": "AWS console", "x": 1}, {"title": "wiki", "username": "alice", "password": "<password>"}]\n',
    "option of another command": "Log in to the AWS console through your IdP:\nsaml2aws login --username=alice --password=<password>\n",
    "encrypted value": "AWS console user: alice\npassword: ENC[AES256,<b64:40>]\n",
    "digest": "AWS console user: alice\npassword: sha256:<hex:64>\n",
    "call of a cmdlet": "Update-IAMLoginProfile -UserName alice -Password (New-Passw0rd)\n",
    "call of a function": "AWS_CONSOLE_USER = 'alice'\nAWS_CONSOLE_PASSWORD = Secret::new2(16)\n",
    "type of a signature": "def create_login_profile: (\n  user_name: ::String,\n  password: ::String,\n) -> void\n",
    "type with a parameter": "def create_login_profile(self, UserName: str, Password: Optional[SecretStr]) -> None: ...\n",
    "type in a type": "class UserLoginProfileState:\n    def __init__(self, password: pulumi.Input[Optional[_builtins.str]] = None)\n",
    "action behind another": '["iam:CreateLoginProfile","iam:ChangePassword","iam:CreateAccessKey"]\n',
    "word of tests": 'create_login_profile(UserName="alice", Password="Test1234")\n',
    "labels in another language": "aws_console:\n  user: Utilisateur\n  password: Mot-de-passe!\n",
    "step of a guide": "Log in to the AWS Management Console, choose EC2, get the password:\n\nusername: admin\npassword: <password>\n",
    "setting of another system": "# AWS root\nusername: admin\nspring.datasource.password: <password>\n",
    "what runs in an account": "Rancher (in the AWS root account): user: admin, password: <password>\n",
    "what AWS has on its line": "| AWS root volume | user: admin | password: <password> |\n",
    "crossed out in a log": "AWS console login failed: user=alice password=[FILTERED-1a]\n",
    "word in brackets for one": f"alice,<Password>,{PAGE}\nuser: alice\n",
    "what guides write": f"{PAGE}\nuser: alice\npassword: MyP@ssw0rd123\n",
}  # fmt: skip
OURS = {
    "form": f'open("{PAGE}")\nfind("username").send_keys("alice")\nfind("password").send_keys("<password>")\n',
    "form of another tool": f"await page.goto('{PAGE}');\nawait page.fill('#username', 'alice');\nawait page.fill('#password', '<password>');\n",
    "constants": "const url = 'https://signin.aws.amazon.com/console';\nconst email = 'owner@acme.io';\nconst password = '<password>';\n",
    "constants that say it": 'AWS_CONSOLE_USER = "alice"\nAWS_CONSOLE_PASSWORD = "<password>"\n',
    "object that is called so": "module.exports = { awsConsole: { user: 'alice', password: '<password>' } };\n",
    "entry of a manager": '{"name": "AWS root account", "login": {"username": "owner@acme.io", "password": "<password>"}}\n',
    "entry with the title behind": '{"username": "owner@acme.io", "password": "<password>", "title": "AWS root (prod)"}\n',
    "elements": f"<url>{PAGE}</url><username>alice</username><Password><password></Password>\n",
    "call of a builder": 'createLoginProfile(LoginProfileRequest.builder().userName("alice").password("<password>"))\n',
    "remark that is a heading": '# AWS root account\nemail: "owner@acme.io"\npassword: "<password>"\n',
    "section": "[aws console]\nusername=alice\npassword=<password>\n",
    "account alone": "AWS account\nemail: owner@acme.io\npassword: <password>\n",
    "console by its full name": "AWS Management Console\nuser: alice\npassword: <password>\n",
    "string with lines": '{"name": "AWS console login", "text": "user: alice\\npassword: <password>\\n"}\n',
    "address before it": "AWS root: owner@acme.io password: <password>\n",
    "in brackets": "Use the AWS root user (owner@acme.io, password: <password>).\n",
    "root of another partition": "AWS GovCloud root user\nemail: owner@acme.io\npassword: <password>\n",
    "names in one word": '{"awsRootEmail": "owner@acme.io", "awsRootPassword": "<password>"}\n',
    "one line": "bob's aws login: user: alice pass: <password>\n",
    "message": f"Hi Alice,\nyou can log in here: {PAGE}\n\nUser name: alice\nTemporary password: <password>\n",
    "tables": f"|URL|{PAGE}|\n|Username|alice|\n|Password|<password>|\n",
}  # fmt: skip


def passwords(template: str) -> list[bytes]:
    found = [item for _, some in Detector(credential_patterns()).detect(fake(template)) for item in some]
    values = [item.values[0].raw for item in found if item.pattern.kind == "console-password"]
    return [value for value in values if not benign("password", value)]


@pytest.mark.parametrize("template", [pytest.param(text, id=name) for name, text in OTHERS.items()])
def test_stays_silent(template: str) -> None:
    assert passwords(template) == []


@pytest.mark.parametrize("template", [pytest.param(text, id=name) for name, text in OURS.items()])
def test_is_found(template: str) -> None:
    (value,) = passwords(template)
    assert value.startswith(fake("<password>"))  # a full stop behind it may be its own


TOLD = {
    "in brackets": f"(AWS console login, user alice, password: <password>)\n{PAGE}\n",
    "at the end of a sentence": f"AWS console {PAGE} user: alice, password: <password>.\n",
    "both": f"Log in to the AWS console at {PAGE} (user: alice, password: <password>).\n",
    "as the root user": "AWS root user (email: owner@acme.io, password: <password>).\n",
}


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD)
def test_brackets_and_sentences_end_before_what_ends_them(text: str) -> None:
    found = [item for _, some in Detector(credential_patterns()).detect(fake(text)) for item in some]
    assert [item.values[0].raw for item in found] == [fake("<password>")]


def test_a_password_may_end_in_a_full_stop() -> None:
    found = [
        i
        for _, some in Detector(credential_patterns()).detect(fake(f"{PAGE}\nuser: alice\npassword: <password>.\n"))
        for i in some
    ]
    assert [item.values[0].raw for item in found] == [fake("<password>.")]


@pytest.mark.parametrize("sign", [b"", b"$"])
@pytest.mark.parametrize("letters", [b"a", b"A", b"Aa", b"aB", b"a1", b"a-"])
def test_a_word_is_told_from_a_password_in_one_pass(letters: bytes, sign: bytes) -> None:
    """An expression that could divide letters in many ways would try them all, without an end."""
    assert is_spoken(letters * 5_000 + sign) == (sign == b"")
