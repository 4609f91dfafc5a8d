"""Secrets that the end of a line or of a cell cuts in two; and lines that only stand one below the other."""

from __future__ import annotations

import pytest

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.detector import Detector
from scanner.judge.pair import grouped

CUT = {
    "note": "Access key: <id>\nSecret access key: {0}\n{1}\n",
    "quotation": "> Access key ID: <id>\n> Secret access key: {0}\n> {1}\n",
    "setting that goes on": "aws_access_key_id = <id>\naws_secret_access_key = {0}\n    {1}\n",
    "block of YAML": "aws_access_key_id: <id>\naws_secret_access_key: >-\n  {0}\n  {1}\n",
    "text of a page": "Secret access key\n{0}\n{1}\nAccess key ID\n<id>\n",
    "cell with a break": "| Key | Secret |\n|--|--|\n| <id> | {0}<br>{1} |\n",
    "cell that may break": "<td><id></td><td>{0}<wbr>{1}</td>\n",
    "cell of two rows": "| Access key ID | Secret access key |\n|--|--|\n| <id> | {0} |\n|  | {1} |\n",
    "sign without width": "Access key: <id>\nSecret: {0}\u200b{1}\n",
    "soft hyphen": "Access key: <id>\nSecret: {0}\u00ad{1}\n",
    "ID right above": "<id>\n{0}\n{1}\n",
}
WHOLE = {
    "words one below the other": "<id>\nOrganizationAccess\nRoleForEveryone1Account\n",
    "two other values": "<id>\n<b64:24>\n<b64:24#2>\n",
    "end of a narrow block": "<id>\n<b64:32>\n<b64:32#2>\n<b64:8>\n",
    "two key IDs": "<id>\n<id#2>\n",
    "ID and a digest": "<id>\n<hex:20>\n",
    "call on the next line": "key = <id>\n  <b64:20>\n  <lower:20>(x)\n",
}


def found(text: str) -> list[list[bytes]]:
    readings = Detector(credential_patterns()).detect(fake(text))
    groups = [group for view, some in readings for group in grouped(view.data, some)]
    return [[member.values[0].raw for member in group.members] for group in groups]


@pytest.mark.parametrize("at", [8, 20, 32, 38])
@pytest.mark.parametrize("text", CUT.values(), ids=CUT)
def test_is_put_together(text: str, at: int) -> None:
    secret = fake("<secret>").decode()
    assert found(text.format(secret[:at], secret[at:])) == [[fake("<id>"), fake("<secret>")]]


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_is_left_as_it_is(text: str) -> None:
    assert all(len(group) == 1 for group in found(text))
