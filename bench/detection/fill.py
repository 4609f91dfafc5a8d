"""Fills the slots of a layout.

@id@ @secret@ @token@    the parts; any other name stands for what else is given
@secret|percent@         a part in another form (see FORMS)
@(… @token@ …@)          a piece that is left out where one of its slots has no value
"""

from __future__ import annotations

import base64
import quopri
import re
from collections.abc import Callable, Mapping
from urllib.parse import quote

Form = Callable[[str], str]

FORMS: Mapping[str, Form] = {
    "percent": lambda text: quote(text, safe=""),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "slashes": lambda text: text.replace("/", r"\/"),
    "head": lambda text: text[: len(text) // 2],
    "tail": lambda text: text[len(text) // 2 :],
    "printable": lambda text: quopri.encodestring(text.encode()).decode(),
    "first4": lambda text: text[:4],
    "rest4": lambda text: text[4:],
}

_OPTIONAL = re.compile(r"@\((.*?)@\)", re.DOTALL)
_SLOT = re.compile(r"@([a-z]+)(?:\|([a-z0-9]+))?@")


def fill(text: str, values: Mapping[str, str]) -> str:
    """The layout with its slots filled. Raises KeyError for a slot outside of a piece that has no value."""

    def piece(match: re.Match[str]) -> str:
        slots = {slot[1] for slot in _SLOT.finditer(match[1])}
        return match[1] if slots <= values.keys() else ""

    def slot(match: re.Match[str]) -> str:
        value = values[match[1]]
        return FORMS[match[2]](value) if match[2] else value

    return _SLOT.sub(slot, _OPTIONAL.sub(piece, text))
