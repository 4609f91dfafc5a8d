"""What stands beside a key ID and its secret, is as long as a secret, and is none of that key's."""

from __future__ import annotations

import pytest
from judged import findings

PAIRS = {
    "environment": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n{}=<secret#9>\n",
    "above the two": "{}=<secret#9>\nAWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
    "JSON": '{{"accessKeyId": "<id>", "secretAccessKey": "<secret>", "{}": "<secret#9>"}}\n',
    "YAML": "aws:\n  access_key_id: <id>\n  secret_access_key: <secret>\nother:\n  {}: <secret#9>\n",
    "XML": "<accessKeyId><id></accessKeyId>\n<secretAccessKey><secret></secretAccessKey>\n<{0}><secret#9></{0}>\n",
    "code": "ACCESS_KEY = '<id>'\nAWS_SECRET_KEY = '<secret>'\n{} = '<secret#9>'\n",
}
NAMES = (
    "APP_SECRET",
    "token",
    "PASSWORD",
    "PRIVATE_KEY",
    "totp_secret",
    "SECRET_KEY",
    "KEY",
    "data",
    "ACCESS_TOKEN_SECRET",
)
OTHERS = {
    "reference": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY}\nTOKEN=<secret#9>\n",
    "reference on the line above": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY}\ncontent=<secret#9>\n",
    "reference in an object": '{"accessKeyId": "<id>", "secretAccessKey": "${AWS_SECRET_ACCESS_KEY}", "body": "<secret#9>"}\n',
    "ID of a bearer token": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\nbearer=<id:ABIA>\ntoken=<secret#9>\n",
    "lines around": "TOKEN=<secret#9>\n<id>\n<secret>\nPASSWORD=<secret#8>\n",
}
OURS = {
    "one that is called so": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\nOLD_AWS_SECRET_ACCESS_KEY=<secret#9>\n",
    "one that is called as the other": "access_key=<id>\nsecret_key=<secret>\n\nsecret_key=<secret#9>\n",
    "one of which a remark says it": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\nold = <secret#9>  # AWS secret key\n",
    "beside another ID": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\nuser=<id#2>\npassword=<secret#9>\n",
}


def secrets(template: str) -> int:
    """How many secrets are found."""
    return sum(part.role == "secret" for finding in findings(template) for part in finding.parts)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_a_key_has_one_secret(pair: str, name: str) -> None:
    (found,) = findings(pair.format(name))
    assert [part.role for part in found.parts] == ["id", "secret"]


@pytest.mark.parametrize("template", OTHERS.values(), ids=OTHERS)
def test_what_another_thing_is_called_is_none(template: str) -> None:
    assert secrets(template) == template.count("<secret>")


@pytest.mark.parametrize("template", OURS.values(), ids=OURS)
def test_another_key_s_stays(template: str) -> None:
    assert secrets(template) == 2


def test_a_secret_that_stands_twice_is_told_in_both_places() -> None:
    (found,) = findings("AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\ntoken=<secret>\n")
    assert len(found.occurrences) == 2
