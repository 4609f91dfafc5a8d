"""Which values are taken for parts of one credential."""

from __future__ import annotations

import json
import re

import pytest

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.detector import Detector
from scanner.judge.pair import grouped

SLOT = re.compile(r"<(id|secret|token|smtp)(?::ASIA)?(?:#(\d+))?>")


def pairs(template: str) -> set[str]:
    """The groups found, each written with the numbers of its slots: `1+1` is ID 1 with secret 1."""
    data = fake(template)
    slots = {slot[0]: slot for slot in SLOT.finditer(template)}
    names = {fake(text).decode(): slot[2] or "1" for text, slot in slots.items()}
    ((view, candidates),) = Detector(credential_patterns()).detect(data)
    return {
        "+".join(
            f"{member.values[0].role[0]}{names.get(member.values[0].raw.decode(), '')}" for member in group.members
        )
        for group in grouped(view.data, candidates)
    }


def ini(*numbers: int) -> str:
    return "".join(
        f"[profile{n}]\naws_access_key_id = <id#{n}>\naws_secret_access_key = <secret#{n}>\n" for n in numbers
    )


APART = [
    pytest.param(
        "[a]\naws_access_key_id = <id#1>\n[b]\naws_secret_access_key = <secret#2>\n",
        {"i1", "s2"}, id="ID and secret in different sections",
    ),
    pytest.param(
        "a:\n  prod_key: <id#1>\n---\nb:\n  test_key: <id#2>\n---\nc:\n  secret_key: <secret#3>\n",
        {"i1", "i2", "s3"}, id="IDs and a secret in different documents, with names of their own",
    ),
    pytest.param("key <id#1>\nkey <id#2>\n", {"i1", "i2"}, id="two IDs sharing no secret"),
    pytest.param(
        "aws_access_key_id=<id#1>\n" + "line\n" * 240 + "aws_secret_access_key=<secret#1>\n",
        {"i1", "s1"}, id="hundreds of lines apart",
    ),
    pytest.param(
        "KEY = '<id#1>'\n" + "line\n" * 60 + "SECRET_KEY = '<secret#1>'\n",
        {"i1", "s1"}, id="sixty lines apart, with the name that programs have for their own",
    ),
    pytest.param(
        "aws_access_key_id=<id#1>\n" + "line\n" * 60 + "<id#2>:<secret#2>\n" + "line\n" * 60 + "aws_secret_access_key=<secret#3>\n",
        {"i1", "i2+s2", "s3"}, id="another pair between, far from either",
    ),
    pytest.param(
        "aws_access_key_id=<id#1>\naws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n\n"
        "aws_access_key_id=<id#2>\naws_secret_access_key=<secret#2>\n",
        {"i1+s", "i2+s2"}, id="documentation's secret above a pair",
    ),
    pytest.param("AWS_ACCESS_KEY_ID=<id#1>\nAWS_SESSION_TOKEN=<token#1>\n", {"i1", "t1"}, id="token beside a long-term ID"),
]  # fmt: skip

TOGETHER = [
    pytest.param("[AccessKeyId] <id#1>\n[SecretAccessKey] <secret#1>\n", {"i1+s1"}, id="names in brackets"),
    pytest.param(ini(1), {"i1+s1"}, id="one section"),
    pytest.param(ini(*range(1, 10)), {f"i{n}+s{n}" for n in range(1, 10)}, id="nine sections"),
    pytest.param(
        "[a]\naws_secret_access_key=<secret#1>\naws_access_key_id=<id#1>\n[b]\naws_secret_access_key=<secret#2>\naws_access_key_id=<id#2>\n",
        {"i1+s1", "i2+s2"}, id="secret before ID",
    ),
    pytest.param(
        "[a]\naws_secret_access_key=<secret#1>\naws_access_key_id=<id#1>\n[b]\naws_access_key_id=<id#2>\naws_secret_access_key=<secret#2>\n",
        {"i1+s1", "i2+s2"}, id="either order in one file",
    ),
    pytest.param(
        "A=<id#1>\nB=<id#2>\nAWS_SECRET_ACCESS_KEY=<secret#1>\nAWS_SECRET_ACCESS_KEY=<secret#2>\n",
        {"i1+s1", "i2+s2"}, id="two lists in one order",
    ),
    pytest.param(
        "PROD_AWS_ACCESS_KEY_ID=<id#1>\nDEV_AWS_ACCESS_KEY_ID=<id#2>\n"
        "DEV_AWS_SECRET_ACCESS_KEY=<secret#2>\nPROD_AWS_SECRET_ACCESS_KEY=<secret#1>\n",
        {"i1+s1", "i2+s2"}, id="interleaved, told apart by names",
    ),
    pytest.param(
        "AWS_ACCESS_KEY_ID_1=<id#1>\nAWS_ACCESS_KEY_ID_2=<id#2>\nAWS_SECRET_ACCESS_KEY_2=<secret#2>\nAWS_SECRET_ACCESS_KEY_1=<secret#1>\n",
        {"i1+s1", "i2+s2"}, id="numbered names in opposite orders",
    ),
    pytest.param(
        '{"a":{"accessKeyId":"<id#1>","secretAccessKey":"<secret#1>"},"b":{"secretAccessKey":"<secret#2>","accessKeyId":"<id#2>"}}',
        {"i1+s1", "i2+s2"}, id="objects in one line, each in its own order",
    ),
    pytest.param(
        json.dumps([
            {"accessKeyId": "<id#1>", "region": "us-west-2", "secretAccessKey": "<secret#1>", "name": "n1"},
            {"secretAccessKey": "<secret#2>", "region": "eu-central-1", "accessKeyId": "<id#2>", "name": "n2"},
            {"accessKeyId": "<id#3>", "secretAccessKey": "<secret#3>", "region": "eu-west-1"},
        ], indent=2),
        {f"i{n}+s{n}" for n in range(1, 4)}, id="objects whose fields stand in any order, with names like labels",
    ),
    pytest.param(
        "<l>\n<i>\n<secretKey><secret#1></secretKey>\n<key><id#1></key>\n<region>us-west-2</region>\n</i>\n"
        "<i>\n<key><id#2></key>\n<name>n4</name>\n<secretKey><secret#2></secretKey>\n</i>\n"
        "<i>\n<env>dev</env>\n<secretKey><secret#3></secretKey>\n<key><id#3></key>\n</i>\n</l>\n",
        {f"i{n}+s{n}" for n in range(1, 4)}, id="elements in any order",
    ),
    pytest.param(
        "08:00:01 INFO accessKeyId=<id#1> env=prod secretAccessKey=<secret#1>\n"
        "08:00:02 INFO secretAccessKey=<secret#2> region=us-east-1 accessKeyId=<id#2>\n"
        "08:00:03 INFO key=<id#3> secret=<secret#3>\n08:00:04 DEBUG secret=<secret#4> env=dev key=<id#4>\n",
        {f"i{n}+s{n}" for n in range(1, 5)}, id="fields in any order on the lines of a log",
    ),
    pytest.param(
        "services:\n"
        + "".join(
            f"  s{n}:\n    image: x\n    environment:\n" + "".join(f"      - {name}\n" for name in names)
            for n, names in enumerate([
                ("ID=<id#1>", "REGION=x", "CREATED=y", "SECRET=<secret#1>"),
                ("SECRET=<secret#2>", "CREATED=y", "ID=<id#2>"),
                ("ID=<id#3>", "SECRET=<secret#3>", "ENV=prod"),
            ])
        ),
        {f"i{n}+s{n}" for n in range(1, 4)}, id="variables of several services, in any order",
    ),
    pytest.param(
        '[{"secretAccessKey":"<secret#1>","accessKeyId":"<id#1>"},{"secretAccessKey":"<secret#2>","accessKeyId":"<id#2>"}]',
        {"i1+s1", "i2+s2"}, id="array of objects, secret first",
    ),
    pytest.param(
        '{"a": {"accessKeyId": "<id#1>"}, "b": {"accessKeyId": "<id#2>", "secretAccessKey": "<secret#2>"}}',
        {"i1", "i2+s2"}, id="an object with an ID alone before a complete one",
    ),
    pytest.param(
        '[{"name":"AWS_ACCESS_KEY_ID","value":"<id#1>"},{"name":"AWS_SECRET_ACCESS_KEY","value":"<secret#1>"},'
        '{"name":"AWS_ACCESS_KEY_ID","value":"<id#2>"},{"name":"AWS_SECRET_ACCESS_KEY","value":"<secret#2>"}]',
        {"i1+s1", "i2+s2"}, id="name and value objects in a row",
    ),
    pytest.param(
        "dev:\n  key: <id#1>\n  secret: <secret#1>\nprod:\n  secret: <secret#2>\n  key: <id#2>\n",
        {"i1+s1", "i2+s2"}, id="mappings, each in its own order",
    ),
    pytest.param(
        "- secret: <secret#1>\n  key: <id#1>\n- secret: <secret#2>\n  key: <id#2>\n",
        {"i1+s1", "i2+s2"}, id="list of mappings",
    ),
    pytest.param(
        "user,secret access key,access key id\na,<secret#1>,<id#1>\nb,<secret#2>,<id#2>\nc,<secret#3>,<id#3>\n",
        {"i1+s1", "i2+s2", "i3+s3"}, id="rows with the columns swapped",
    ),
    pytest.param(
        "<users><user><Key><id#1></Key><Secret><secret#1></Secret></user><user><Secret><secret#2></Secret><Key><id#2></Key></user></users>",
        {"i1+s1", "i2+s2"}, id="elements in one line",
    ),
    pytest.param(
        'first = Session("<id#1>", "<secret#1>")\nsecond = Session(secret="<secret#2>", key="<id#2>")\n',
        {"i1+s1", "i2+s2"}, id="calls under one another",
    ),
    pytest.param(
        "aws_access_key_id=<id#1>\n" + "# a comment\n" * 28 + "aws_secret_access_key=<secret#1>\n",
        {"i1+s1"}, id="thirty lines apart",
    ),
    pytest.param(
        "aws_access_key_id = '<id#1>'\n" + "line\n\n" * 50 + "aws_secret_access_key = '<secret#1>'\n",
        {"i1+s1"}, id="a hundred lines apart, with AWS's names",
    ),
    pytest.param(
        "".join(f"def f{n}():\n    {text}\n" + "    line\n" * 60 for n, text in enumerate(
            ("access_key = '<id#1>'", "aws_secret_key = '<secret#1>'", "backup_key = '<id#2>'", "backup_secret_key = '<secret#2>'")
        )),
        {"i1+s1", "i2+s2"}, id="two pairs, sixty lines between any two values, with names",
    ),
    pytest.param(
        "REGION_BACKUP=x\nSECRET_ETL=<secret#1>\nKEY_ETL=<id#1>\nKEY_BACKUP=<id#2>\nKEY_MOBILE=<id#3>\nBUCKET_BACKUP=y\nREGION_STAGING=x\n"
        "SECRET_STAGING=<secret#4>\nBUCKET_MOBILE=y\nSECRET_MOBILE=<secret#3>\nKEY_STAGING=<id#4>\nSECRET_BACKUP=<secret#2>\n",
        {"i1+s1", "i2+s2", "i3+s3", "i4+s4"}, id="variables in any order, beside others of the same name",
    ),
    pytest.param(
        "kind: ConfigMap\ndata:\n  AWS_ACCESS_KEY_ID: <id#1>\n---\nkind: Secret\nstringData:\n  AWS_SECRET_ACCESS_KEY: <secret#1>\n",
        {"i1+s1"}, id="ID and secret in two documents of one file",
    ),
    pytest.param(
        "aws_access_key_id: <id#1>\n---\naws_access_key_id: <id#2>\naws_secret_access_key: <secret#2>\n",
        {"i1", "i2+s2"}, id="pair in the next document",
    ),
    pytest.param(
        "aws_access_key_id=<id#1>\naws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\nreal_secret=<secret#1>\n",
        {"i1+s1", "s"}, id="documentation's secret beside a real one",
    ),
    pytest.param(
        "AccessKeyId: <id:ASIA>\nSecretAccessKey: <secret>\nSessionToken: <token>\n", {"i1+s1+t1"}, id="ID, secret and token",
    ),
    pytest.param(
        "SessionToken: <token>\nSecretAccessKey: <secret>\n", {"s1+t1"}, id="token and secret without an ID",
    ),
    pytest.param(
        "# old: <id#1>\naws_access_key_id = <id#2>\naws_secret_access_key = <secret#2>\n",
        {"i1", "i2+s2"}, id="an old ID in a comment above",
    ),
    pytest.param("<id> <hex:40> <secret>\n", {"i1+s1"}, id="a commit between the two"),
    pytest.param(
        "<secret#1>\n<id#1>\n\n<secret#2>\n<id#2>\n", {"i1+s1", "i2+s2"}, id="bare values in paragraphs",
    ),
    pytest.param(
        '{\n  "key": "<id#1>",\n  "of": {\n    "key": "<id#2>",\n    "secret": "<secret#2>"\n  },\n  "secret": "<secret#1>"\n}\n',
        {"i1+s1", "i2+s2"}, id="an object inside of another",
    ),
    pytest.param(
        "key: <id#1>\nof:\n  key: <id#2>\n  secret: <secret#2>\nsecret: <secret#1>\n",
        {"i1+s1", "i2+s2"}, id="a mapping inside of another",
    ),
    pytest.param(
        '{"ids": ["<id#1>", "<id#2>", "<id#3>"], "secrets": ["<secret#1>", "<secret#2>", "<secret#3>"]}',
        {"i1+s1", "i2+s2", "i3+s3"}, id="two arrays in one order",
    ),
    pytest.param(
        'use constant AWS_ID => "<id#1>";\nuse constant AWS_KEY => "<secret#1>";\n$ENV{KEY_ID} = q{<id#2>};\n$ENV{KEY} = q{<secret#2>};\n',
        {"i1+s1", "i2+s2"}, id="two pairs, each written in its own way",
    ),
    pytest.param(
        's3_key = "<id#1>"\ns3_pass = "<secret#1>"\nses_user = "<id#2>"\nses_sk = "<secret#2>"\n',
        {"i1+s1", "i2+s2"}, id="words of names that no other name has",
    ),
    pytest.param(
        "vault write aws/root access_key=<id#1> secret_key=<secret#1>\nvault put aws id=<id#2> key=<secret#2>\n",
        {"i1+s1", "i2+s2"}, id="commands with names of their own",
    ),
    pytest.param(
        "aws_access_key_id=<id#1>\naws_secret_access_key=<secret#1>\naws_access_key_id=<id#2>\n",
        {"i1+s1", "i2"}, id="an ID alone below a pair",
    ),
    pytest.param(
        "AWS_ACCESS_KEY_ID=<id#1>\n#AWS_SECRET_ACCESS_KEY=<secret#2>\nAWS_SECRET_ACCESS_KEY=<secret#1>\n",
        {"i1+s1", "s2"}, id="a former secret, commented out",
    ),
    pytest.param(
        "key id: <id#1>  # was <id#2>\nsecret key: <secret#1>  # was <secret#2>\n",
        {"i1+s1", "i2+s2"}, id="a former pair in comments",
    ),
    pytest.param(
        "id=<id#1>\nsecret_key=<secret#1>\n|===\n|Key |<id#2>\n|Secret |<secret#2>\n|===\n",
        {"i1+s1", "i2+s2"}, id="a table that stands upright",
    ),
    pytest.param(
        "name,id,secret\na,<id#1>,<secret#1>\nb,<id#2>,\nc,<id#3>,<secret#3>\nd,,<secret#4>\ne,<id#5>,<secret#5>\n",
        {"i1+s1", "i2", "i3+s3", "s4", "i5+s5"}, id="rows of which some have one half",
    ),
    pytest.param(
        "AWS_ACCESS_KEY_ID=<id#1>\nUPLOADER=<id#2>\nAWS_SECRET_ACCESS_KEY=<secret#1>\n",
        {"i1+s1", "i2"}, id="an ID of another name between",
    ),
    pytest.param(
        "[10:01] bob: key <id#1>\n[10:01] bob: secret <secret#1>\n[10:02] eve: mine is <id#2>\n",
        {"i1+s1", "i2"}, id="messages",
    ),
    pytest.param(
        "".join(f"- name: {name}_KEY\n  value: <id#{n}>\n" for n, name in enumerate(("PROD", "TEST", "BACKUP"), 1))
        + "".join(f"- name: {name}_SECRET\n  value: <secret#{n}>\n" for n, name in ((2, "TEST"), (1, "PROD"), (3, "BACKUP"))),
        {"i1+s1", "i2+s2", "i3+s3"}, id="names in fields of their own",
    ),
    pytest.param(
        "".join(f"fs.s3a.bucket.{name}.access.key <id#{n}>\n" for n, name in enumerate(("prod", "logs"), 1))
        + "".join(f"fs.s3a.bucket.{name}.secret.key <secret#{n}>\n" for n, name in ((2, "logs"), (1, "prod"))),
        {"i1+s1", "i2+s2"}, id="names with nothing but blanks behind",
    ),
]  # fmt: skip


LISTS = [
    pytest.param("{ids}\n\n{secrets}\n", "\n", id="lines"),
    pytest.param('{{"ids": ["{ids}"], "secret_keys": ["{secrets}"]}}', '", "', id="arrays"),
    pytest.param('{{"secrets": ["{secrets}"], "ids": ["{ids}"]}}', '", "', id="arrays, secrets first"),
    pytest.param("AWS_KEYS={ids}\nAWS_SECRETS={secrets}\n", ",", id="commas"),
    pytest.param("KEYS=({ids})\nSECRETS=({secrets})\n", " ", id="blanks"),
    pytest.param("ids:\n  - {ids}\nsecrets:\n  - {secrets}\n", "\n  - ", id="items"),
]


@pytest.mark.parametrize(("template", "divider"), LISTS)
@pytest.mark.parametrize("size", [4, 20])
def test_of_two_lists_the_first_belongs_to_the_first(template: str, divider: str, size: int) -> None:
    ids, secrets = (divider.join(f"<{slot}#{n}>" for n in range(10, 10 + size)) for slot in ("id", "secret"))
    assert pairs(template.format(ids=ids, secrets=secrets)) == {f"i{n}+s{n}" for n in range(10, 10 + size)}


NAMES = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]
MAPS = {
    "JSON on one line": ('{"ids": {', '"%s": "%s", ', '"x": 1}, "secrets": {', '"%s": "%s", ', '"x": 1}}'),
    "JSON": ('{\n  "ids": {\n', '    "%s": "%s",\n', '  },\n  "secrets": {\n', '    "%s": "%s",\n', "  }\n}\n"),
    "YAML": ("ids:\n", "  %s: %s\n", "secrets:\n", "  %s: %s\n", ""),
    "sections": ("[ids]\n", "%s = %s\n", "[secrets]\n", "%s = %s\n", ""),
    "objects of objects": ('{"ids": {', '"%s": {"value": "%s"},\n', '}, "secrets": {', '"%s": {"value": "%s"},\n', "}}"),
    "arrays of objects": ("{ids: [", '{"user": "%s", "id": "%s"},\n', "], keys: [", '{"user": "%s", "secret_key": "%s"},\n', "]}"),
    "elements": ("<ids>\n", '<id name="%s">%s</id>\n', "</ids>\n<keys>\n", '<key name="%s">%s</key>\n', "</keys>\n"),
    "calls": ("", 'ids.put("%s", "%s");\n', "", 'secrets.put("%s", "%s");\n', ""),
    "subscripts": ("", 'c["%s"]["id"] = "%s"\n', "", 'c["%s"]["secret"] = "%s"\n', ""),
}  # fmt: skip


@pytest.mark.parametrize("form", MAPS.values(), ids=MAPS)
def test_of_two_maps_those_of_one_name_belong_together(form: tuple[str, ...]) -> None:
    head, one, between, other, tail = form
    ids = [one % (name, f"<id#{n}>") for n, name in enumerate(NAMES)]
    secrets = [other % (name, f"<secret#{n}>") for n, name in enumerate(NAMES)]
    text = head + "".join(ids) + between + "".join(reversed(secrets)) + tail
    assert pairs(text) == {f"i{n}+s{n}" for n in range(len(NAMES))}


LABELLED = [
    pytest.param(
        "INSERT INTO access_keys (id, access_key) VALUES (1, '<id#1>'), (2, '<id#2>'), (3, '<id#3>');\n"
        "INSERT INTO secrets (id, key_id, secret_key) VALUES (7, 3, '<secret#3>'), (8, 1, '<secret#1>'), (9, 2, '<secret#2>');\n",
        id="tables joined by the numbers of rows",
    ),
    pytest.param(
        " id | access_key\n----+-----\n  1 | <id#1>\n  2 | <id#2>\n  3 | <id#3>\n\n"
        " id | secret_key\n----+-----\n  2 | <secret#2>\n  3 | <secret#3>\n  1 | <secret#1>\n",
        id="answers to two queries",
    ),
    pytest.param(
        "The prod key is <id#1>, the dev key <id#2>, the test key <id#3>. The test secret is <secret#3>, the prod secret "
        "<secret#1> and the dev secret <secret#2>.\n",
        id="sentences",
    ),
    pytest.param(
        "Bob's key ID: <id#1>\nAnn's key ID: <id#2>\nEve's key ID: <id#3>\n"
        "Eve's secret: <secret#3>\nBob's secret: <secret#1>\nAnn's secret: <secret#2>\n",
        id="whose they are",
    ),
    pytest.param(
        "<id#1> # prod\n<id#2> # dev\n<id#3> # test\n<secret#3> # test\n<secret#1> # prod\n<secret#2> # dev\n",
        id="comments behind",
    ),
    pytest.param(
        "<id#1> (prod)\n<id#2> (dev)\n<id#3> (test)\n\ntest: <secret#3>\nprod: <secret#1>\ndev: <secret#2>\n",
        id="labels behind, and before",
    ),
    pytest.param(
        "本番 ID: <id#1>\n開発 ID: <id#2>\n試験 ID: <id#3>\n"
        "試験 secret: <secret#3>\n本番 secret: <secret#1>\n開発 secret: <secret#2>\n",
        id="labels of another alphabet",
    ),
    pytest.param(
        "".join(f'{{"request": "r{n}", "accessKeyId": "<id#{n}>"}}\n' for n in (1, 2, 3))
        + "".join(f'{{"request": "r{n}", "secretAccessKey": "<secret#{n}>"}}\n' for n in (3, 1, 2)),
        id="requests of a log",
    ),
    pytest.param(
        "ids:\n" + "".join(f"  - env: e{n}\n    id: <id#{n}>\n" for n in (1, 2, 3))
        + "secrets:\n" + "".join(f"  - env: e{n}\n    value: <secret#{n}>\n" for n in (3, 1, 2)),
        id="fields above",
    ),
    pytest.param(
        'access_key = {\n  default = "<id#1>"\n  prod = "<id#2>"\n  test = "<id#3>"\n}\n'
        'secret_key = {\n  test = "<secret#3>"\n  default = "<secret#1>"\n  prod = "<secret#2>"\n}\n',
        id="workspaces",
    ),
    pytest.param(
        '{"prod": {"db": "x", "aws": {"id": "<id#1>"}}, "dev": {"aws": {"id": "<id#2>"}}, "test": {"aws": {"id": "<id#3>"}},'
        ' "secrets": {"dev": "<secret#2>", "test": "<secret#3>", "prod": "<secret#1>"}}',
        id="a word that is nowhere else",
    ),
]  # fmt: skip


@pytest.mark.parametrize("template", LABELLED)
def test_of_two_lists_those_with_one_label_belong_together(template: str) -> None:
    assert pairs(template) == {"i1+s1", "i2+s2", "i3+s3"}


@pytest.mark.parametrize(
    "template",
    [
        pytest.param("1. <id#1>\n2. <id#2>\n3. <secret#1>\n4. <secret#2>\n", id="numbers that go on"),
        pytest.param("10:01 <id#1>\n10:02 <id#2>\n10:02 <secret#1>\n10:03 <secret#2>\n", id="moments"),
        pytest.param("INSERT keys (1, '<id#1>'), (2, '<id#2>');\nINSERT keys (5, '<secret#1>'), (6, '<secret#2>');\n", id="words of the first"),
    ],
)  # fmt: skip
def test_words_that_tell_of_some_values_alone_are_no_labels(template: str) -> None:
    assert pairs(template) == {"i1+s1", "i2+s2"}


MAIL = [
    pytest.param("mail user <id#1>\nmail pass <smtp#1>\nkey <id#2>\nsecret <secret#2>\n", id="above a pair"),
    pytest.param(
        "AWS_ACCESS_KEY_ID=<id#2>\nMAIL_USERNAME=<id#1>\nMAIL_PASSWORD=<smtp#1>\nAWS_SECRET_ACCESS_KEY=<secret#2>\n",
        id="amid a pair",
    ),
    pytest.param(
        "aws:\n  smtp_pass: <smtp#1>\n  smtp_user: <id#1>\n  secret_key: <secret#2>\n  access_key: <id#2>\n",
        id="back to front",
    ),
]


@pytest.mark.parametrize("template", MAIL)
def test_an_smtp_password_takes_no_id_from_a_secret(template: str) -> None:
    assert pairs(template) == {"p1+i1", "i2+s2"}


@pytest.mark.parametrize(("template", "expected"), APART)
def test_stays_apart(template: str, expected: set[str]) -> None:
    assert pairs(template) == expected


@pytest.mark.parametrize(("template", "expected"), TOGETHER)
def test_belongs_together(template: str, expected: set[str]) -> None:
    assert pairs(template) == expected
