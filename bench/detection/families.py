"""The other kinds of credentials, each as it stands in real files."""

from __future__ import annotations

from datetime import UTC, datetime

from bench.detection.case import Case, Credential
from bench.detection.values import ALPHANUMERIC, BASE32, LOWER36, Values

LIVE = 604_800
FORMS = {
    "env": "APP=1\n@name@=@value@\nLOG=debug\n",
    "json": '{"region": "us-east-1", "@name@": "@value@"}\n',
    "yaml": "config:\n  @name@: @value@\n  other: 1\n",
    "python": "@name@ = '@value@'\n",
    "export": 'export @name@="@value@"\n',
    "prose": "Please use this @name@: @value@\nThanks\n",
}
"""Around values that have a form of their own. The names are those of AWS's documentation."""


def families(values: Values) -> list[Case]:
    """One case for each family and form."""
    cases = []
    for form, text in FORMS.items():
        for name, (label, credential) in _named(values).items():
            value = next(iter(credential.parts.values()))
            content = text.replace("@name@", label).replace("@value@", value)
            path = f"{name}/{form}.txt"
            cases.append(Case(path, content.encode(), (credential,), "plain", form))
    return cases + [
        Case(f"{name}/whole{at}.txt", text.encode(), (credential,), "plain", "own layout")
        for at in range(6)
        for name, (text, credential) in _whole(values).items()
    ]


def _named(values: Values) -> dict[str, tuple[str, Credential]]:
    account, moment = values.account(), datetime(2031, 1, 1, tzinfo=UTC)
    identifier = values.key_id("AKIA", account)
    signed = f"https://b.s3.amazonaws.com/o?{values.signed_query(identifier, 's3', LIVE, moment)}"
    old = f"https://b.s3.amazonaws.com/o?AWSAccessKeyId={identifier}&Expires=1925000000&Signature={values.text(ALPHANUMERIC, 27)}%3D"
    signature = values.text(ALPHANUMERIC + "-_~", 342)
    front = f"https://d111111abcdef8.cloudfront.net/v.mp4?Expires=1925000000&Signature={signature}&Key-Pair-Id=K{values.text(BASE32, 13)}"

    def one(family: str, role: str, value: str, principal: str | None = None, name: str | None = None) -> Credential:
        return Credential(family, {role: value}, principal, account, name)

    user = f"BedrockAPIKey-{values.text(LOWER36, 4)}"
    bedrock = values.service_key("ABSK", user, account)
    logs = values.service_key("ACWL", "logger", account)
    return {
        "bedrock long-term": ("AWS_BEARER_TOKEN_BEDROCK", one("bedrock long-term", "key", bedrock, "iam-user", user)),
        "bedrock short-term": (
            "AWS_BEARER_TOKEN_BEDROCK",
            one("bedrock short-term", "key", values.short_term_key(identifier)),
        ),
        "cloudwatch": ("CLOUDWATCH_LOGS_API_KEY", one("cloudwatch", "key", logs, "iam-user", "logger")),
        "appsync": ("aws_appsync_apiKey", one("appsync", "key", "da2-" + values.text(LOWER36, 26))),
        "mws": ("MWS_AUTH_TOKEN", one("mws", "key", "amzn.mws." + values.uuid())),
        "presigned, version 4": ("download_url", one("presigned, version 4", "url", signed)),
        "presigned, version 2": ("download_url", one("presigned, version 2", "url", old)),
        "cloudfront": ("video_url", Credential("cloudfront", {"url": front})),
        "key ID alone": ("AWS_ACCESS_KEY_ID", one("key ID alone", "id", identifier)),
        "temporary key ID alone": (
            "AWS_ACCESS_KEY_ID",
            one("temporary key ID alone", "id", values.key_id("ASIA", account)),
        ),
        "secret alone": ("AWS_SECRET_ACCESS_KEY", Credential("secret alone", {"secret": values.secret()})),
        "token alone": ("AWS_SESSION_TOKEN", one("token alone", "token", values.token(account))),
    }


def _whole(values: Values) -> dict[str, tuple[str, Credential]]:
    account, secret, password = values.account(), values.secret(), values.password()
    identifier = values.key_id("AKIA", account)
    smtp, service = values.smtp_password(secret), values.text(ALPHANUMERIC, 43) + "="
    user = f"builder-at-{account}"
    key, token = values.private_key(), values.text(ALPHANUMERIC, 300)
    sso = '{{"startUrl": "https://acme.awsapps.com/start", "region": "us-east-1", "accessToken": "aoa{}", "expiresAt": "2031-01-01T00:00:00Z"}}'
    sign = "https://signin.aws.amazon.com/federation?Action=login&Issuer=acme&Destination=https%3A%2F%2Fconsole.aws.amazon.com%2F&SigninToken="
    return {
        "ses smtp": (
            f"EMAIL_HOST=email-smtp.eu-west-1.amazonaws.com\nEMAIL_HOST_USER={identifier}\nEMAIL_HOST_PASSWORD={smtp}\n",
            Credential("ses smtp", {"password": smtp, "user": identifier}, "iam-user", account),
        ),
        "codecommit": (
            f"machine git-codecommit.eu-west-1.amazonaws.com\n  login {user}\n  password {service}\n",
            Credential("codecommit", {"password": service}, "iam-user", account, "builder"),
        ),
        "codecommit url": (
            f"[remote]\nurl = https://{user}:{service.replace('=', '%3D')}@git-codecommit.us-east-1.amazonaws.com/v1/repos/x\n",
            Credential("codecommit url", {"password": service}, "iam-user", account, "builder"),
        ),
        "private key": (
            f"# aws ec2 key pair: web.pem\n{key}",
            Credential("private key", {"key": "".join(key.splitlines()[1:-1])}),
        ),
        "sso token": (sso.format(token) + "\n", Credential("sso token", {"token": "aoa" + token})),
        "sign-in url": (f"open '{sign}{token}'\n", Credential("sign-in url", {"url": sign + token})),
        "console password": (
            f"User name,Password,Console sign-in URL\r\ndana,{password},https://{account}.signin.aws.amazon.com/console\r\n",
            Credential("console password", {"password": password}, "iam-user", account, "dana"),
        ),
        "root password": (
            f"AWS console root login\nhttps://console.aws.amazon.com/\nemail: owner@acme.io\npassword: {password}\n",
            Credential("root password", {"password": password}, "root"),
        ),
        "container token": (
            f"AWS_CONTAINER_AUTHORIZATION_TOKEN={token[:64]}\n",
            Credential("container token", {"token": token[:64]}),
        ),
    }
