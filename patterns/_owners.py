"""Whose a secret is by its name: AWS's, or somebody else's."""

from __future__ import annotations

import functools
import re

from patterns._names import squeeze, words_of

LONG = (b"aws", b"amazon", b"amz", b"dynamo")
"""Names of AWS that stand in no other word, or in few."""
SHORT = (b"s3", b"ec2", b"sqs", b"sns", b"ses", b"iam", b"boto", b"fog")
"""Names of AWS that are a word of their own, or begin one: `base_secret` is not of SES, nor `miami_key` of IAM."""

OTHERS = (
    b"client", b"consumer", b"webhook", b"jwt", b"session", b"cookie", b"oauth", b"stripe", b"github", b"slack",
    b"django", b"flask", b"rails", b"twitter", b"facebook", b"google", b"azure", b"csrf", b"signing", b"hmac",
    b"secretname", b"secretid", b"secretarn", b"secretref", b"secretversion", b"gcp", b"npm", b"twilio", b"redis",
    b"postgres", b"mysql", b"mongo", b"authorizationtoken", b"nexttoken", b"pagetoken", b"continuationtoken",
)  # fmt: skip
"""What is somebody else's wherever it stands in a name."""
VENDORS = (
    b"adyen", b"airflow", b"airtable", b"algolia", b"alibaba", b"alipay", b"aliyun", b"apns", b"apple", b"auth0",
    b"backblaze", b"baidu", b"binance", b"bitfinex", b"bitmex", b"bittrex", b"braintree", b"bybit", b"captcha",
    b"ceph", b"cloudinary", b"coinbase", b"devise", b"digitalocean", b"discord", b"docusign", b"dropbox", b"duo",
    b"firebase", b"flutterwave", b"gcs", b"gpg", b"hcaptcha", b"huawei", b"huobi", b"instagram", b"intercom",
    b"keycloak", b"kraken", b"kucoin", b"laravel", b"linkedin", b"linode", b"lti", b"mailchimp", b"mailgun",
    b"mailjet", b"midtrans", b"minio", b"mollie", b"nextauth", b"oidc", b"okta", b"omise", b"ovh", b"paypal",
    b"paystack", b"pinterest", b"plaid", b"poloniex", b"pusher", b"qiniu", b"razorpay", b"recaptcha", b"salesforce",
    b"saml", b"scaleway", b"segment", b"sendgrid", b"sentry", b"shopify", b"snowflake", b"spotify", b"square", b"ssl",
    b"superset", b"symfony", b"telegram", b"tencent", b"tls", b"turnstile", b"vapid", b"vultr", b"wasabi", b"wechat",
    b"weixin", b"yandex", b"zendesk", b"zoom",
)  # fmt: skip
"""Who gives out secret keys of their own, or takes them. A key ID of AWS beside one tells more, for some take AWS's keys as well."""
PURPOSES = (b"app", b"application", b"auth", b"encryption", b"rememberme", b"token", b"webserver")
"""What programs call the keys that they sign or encrypt with, right before `secret key`: `app.secret_key`."""
AROUND = 400
"""Bytes on either side of a secret in which other storage is told by its host and by an ID of another form."""
THINGS = frozenset(
    b"""alias arn cache gateway group hash id idempotency index kms name object pair partition prefix sort
    version""".split()
)
"""Words that make of a key one that is no secret: `aws_key_name`, `aws_kms_key_id`."""


def is_of_aws(name: bytes) -> bool:
    """Whether a word of the name is AWS's or one of its services'."""
    squeezed = squeeze(name)
    return any(long in squeezed for long in LONG) or any(
        word.startswith(SHORT) or word.endswith((b"s3", b"ec2")) for word in words_of(name)
    )


def is_of_others(name: bytes) -> bool:
    """Whether the name says that the value is somebody else's, whatever stands beside it."""
    squeezed = squeeze(_aws_client().sub(b"", name))
    return any(other in squeezed for other in OTHERS)


def is_of_a_vendor(name: bytes) -> bool:
    """Whether the name, which no word of is AWS's, is that of another one's secret key, or of a program's own."""
    purposes = tuple(word + b"secretkey" for word in PURPOSES)
    return squeeze(name).endswith(purposes) or any(word.startswith(VENDORS) for word in words_of(name))


def is_no_secret(name: bytes) -> bool:
    """Whether it is a key in another sense, or none: the name of one, its ID, a place in a table or a bucket."""
    squeezed = squeeze(name)
    return b"secret" not in squeezed and b"access" not in squeezed and not THINGS.isdisjoint(words_of(name))


def is_kept_elsewhere(data: bytes, start: int, end: int) -> bool:
    """Whether it opens other storage that speaks S3: its host stands beside, and an access key ID that is not AWS's."""
    around = data[max(0, start - AROUND) : start] + b"\n" + data[end : end + AROUND]
    return bool(_hosts().search(around) and _ids().search(around))


@functools.cache
def _aws_client() -> re.Pattern[bytes]:
    """A program's client of a service of AWS, which has keys of its own, as in `s3.client.default.secret_key`."""
    return re.compile(
        rb"(?i)(?<![a-z])(?:aws|s3)[._\-]?client(?=[._\-](?:\w+[._\-])?(?:secret[._\-]?)?(?:access[._\-]?)?key$)"
    )


@functools.cache
def _hosts() -> re.Pattern[bytes]:
    return re.compile(
        rb"wasabisys\.com|digitaloceanspaces|backblazeb2|cloudflarestorage|vultrobjects|scw\.cloud|linodeobjects"
        rb"|storage\.googleapis|yandexcloud|aliyuncs|myqcloud|myhuaweicloud|idrivee2|//[\w.\-]{0,60}minio|//[\w.\-]{1,60}:9000\b"
    )


@functools.cache
def _ids() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i:access[_\-. ]?key(?:[_\-. ]?id)?)[\"']?\s{0,4}[:=]\s{0,4}[\"']?(?!A[KS]IA)(?:[A-Z0-9]{16,64}|(?:YC|LTAI)[\w\-]{10,40})(?![\w*.])"
    )
