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
    b"secretkeybase", b"tokensecret",
)  # fmt: skip
"""What is somebody else's wherever it stands in a name."""
VENDORS = (
    b"adyen", b"agora", b"airflow", b"airtable", b"algolia", b"alipay", b"amplitude", b"anthropic", b"apns",
    b"apple", b"auth0", b"awx", b"binance", b"bitfinex", b"bitget", b"bithumb", b"bitmex", b"bitso",
    b"bitstamp", b"bittrex", b"braintree", b"bugsnag", b"bybit", b"captcha", b"cashfree", b"ccavenue",
    b"cloudflare", b"cloudinary", b"coinbase", b"coinex", b"coinone", b"conekta", b"culqi", b"datadog",
    b"deribit", b"devise", b"dingtalk", b"directus", b"discord", b"discourse", b"dlocal", b"docusign",
    b"douyin", b"dropbox", b"duo", b"feishu", b"firebase", b"flutterwave", b"ftx", b"gateio", b"gemini",
    b"gitea", b"gitlab", b"gocardless", b"gpg", b"grafana", b"gunicorn", b"harbor", b"hasura", b"hcaptcha",
    b"heroku", b"hitbtc", b"huobi", b"iamport", b"instagram", b"intercom", b"iyzico", b"kakao", b"keycloak",
    b"klarna", b"kraken", b"kucoin", b"laravel", b"linkedin", b"livekit", b"lti", b"macaroon", b"mailchimp",
    b"mailgun", b"mailjet", b"mapbox", b"mastodon", b"mercadopago", b"mexc", b"midtrans", b"mixpanel",
    b"mollie", b"monnify", b"netbox", b"netlify", b"newrelic", b"nextauth", b"nextcloud", b"nicepay", b"oidc",
    b"okta", b"okx", b"omise", b"openai", b"outline", b"paddle", b"pagarme", b"pagerduty", b"pagseguro",
    b"paperless", b"passport", b"paymob", b"paypal", b"paystack", b"paytabs", b"paytm", b"payu", b"phemex", b"pinterest",
    b"plaid", b"plausible", b"poloniex", b"portone", b"posthog", b"pusher", b"razorpay", b"recaptcha",
    b"rollbar", b"salesforce", b"saml", b"segment", b"sendbird", b"sendgrid", b"sentry", b"shopify", b"sidekiq",
    b"snowflake", b"splunk", b"spotify", b"square", b"ssl", b"sslcommerz", b"superset", b"symfony", b"telegram",
    b"tiktok", b"tls", b"toss", b"turnstile", b"umami", b"unsplash", b"upbit", b"vapid", b"vercel", b"wagtail",
    b"wechat", b"weixin", b"whitebit", b"worldpay", b"xendit", b"yoco", b"zendesk", b"zoom", b"zulip",
)  # fmt: skip
"""Who gives out secret keys of their own, or takes them. A key ID of AWS beside one tells more, for some take AWS's keys as well."""
STORES = (
    b"alibaba", b"aliyun", b"arvan", b"backblaze", b"baidu", b"bunny", b"cellar", b"ceph", b"contabo",
    b"cubbit", b"digitalocean", b"dospaces", b"dreamhost", b"dreamobjects", b"exoscale", b"filebase", b"gcs",
    b"hetzner", b"huawei", b"idrive", b"ionos", b"jdcloud", b"kingsoft", b"ksyun", b"leaseweb", b"liara",
    b"linode", b"magalu", b"minio", b"naver", b"ncloud", b"outscale", b"ovh", b"petabox", b"qiniu", b"rustfs",
    b"scaleway", b"seaweed", b"selectel", b"servercore", b"storj", b"synology", b"tebi", b"tencent", b"tigris",
    b"ucloud", b"upcloud", b"upyun", b"volcengine", b"vultr", b"wasabi", b"yandex",
)  # fmt: skip
"""Who keeps storage that speaks S3, and calls its keys as AWS does: `WASABI_SECRET_ACCESS_KEY`."""
INITIALS = frozenset(b"spaces bos cos eos gs ks3 ncp obs oss tos r2 b2 yc".split())
"""The same by their initials, which are words of a name: no `cost` is of COS."""
PURPOSES = (
    b"app", b"application", b"auth", b"dashboard", b"encryption", b"http", b"rememberme", b"security", b"server", b"signer",
    b"system", b"token", b"webserver",
)  # fmt: skip
"""What programs call the keys that they sign or encrypt with, right before `secret key`: `app.secret_key`, `AppKeySecret`."""
THINGS = frozenset(
    b"""alias arn cache gateway group hash id idempotency index kms name object pair partition prefix sort
    version""".split()
)
"""Words that make of a key one that is no secret: `aws_key_name`, `aws_kms_key_id`."""

SERVICES = frozenset(
    b"""apigateway apigw appconfig aurora cache codeartifact cognito database db docdb documentdb ecr eks elastic elasticache
    elasticsearch encryption gateway iot kafka lambda license mariadb mq msk mysql neptune opensearch pinpoint postgres
    postgresql presharedkey preshared psk rabbitmq rds redis redshift rdp secretsmanager smtp sns sqs ssh vpn waf wifi windows
    workspace workspaces xray""".split()
)
"""What has passwords, tokens and keys of its own, though it is AWS's or runs there: `AWS_RDS_PASSWORD`."""


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
    purposes = tuple(word + key for word in PURPOSES for key in (b"secretkey", b"keysecret"))
    return (
        squeeze(name).endswith(purposes)
        or any(word.startswith(VENDORS) for word in words_of(name))
        or is_of_a_store(name)
    )


def is_of_a_store(name: bytes) -> bool:
    """Whether it is that of another one's storage."""
    words = words_of(name)
    return not INITIALS.isdisjoint(words) or any(word.startswith(STORES) for word in words)


def is_of_a_service(name: bytes) -> bool:
    """Whether the name, in which AWS is named, is that of what opens one service or another one's, and no key for AWS."""
    words = words_of(name)
    return not SERVICES.isdisjoint(words) or any(word.startswith(VENDORS) for word in words)


def is_no_secret(name: bytes) -> bool:
    """Whether it is a key in another sense, or none: the name of one, its ID, a place in a table or a bucket."""
    squeezed = squeeze(name)
    return b"secret" not in squeezed and b"access" not in squeezed and not THINGS.isdisjoint(words_of(name))


@functools.cache
def _aws_client() -> re.Pattern[bytes]:
    """A program's client of a service of AWS, which has keys of its own, as in `s3.client.default.secret_key`."""
    return re.compile(
        rb"(?i)(?<![a-z])(?:aws|s3)[._\-]?client(?=[._\-](?:\w+[._\-])?(?:secret[._\-]?)?(?:access[._\-]?)?key$)"
    )
