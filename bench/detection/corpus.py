"""All that is planted, made from a seed and written into a folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from bench.detection.bait import baits
from bench.detection.case import Bait, Case, Credential, Layout
from bench.detection.containers import containers
from bench.detection.encodings import encodings, twofold
from bench.detection.families import families
from bench.detection.fill import fill
from bench.detection.layouts import pieces, plain
from bench.detection.pairing import pairing
from bench.detection.principals import principals
from bench.detection.values import Values

CARRIERS = ("env", "aws credentials", "json, indented", "boto3 client", "compose, map", "hadoop core-site")
"""Layouts that are put into encodings and containers."""


def cases(seed: str, rounds: int) -> list[Case]:
    """The positives. rounds: how many times each is made, with other values each time."""
    values = Values(seed)
    made: list[Case] = []
    for at in range(rounds):
        made += _numbered(at, _plain(values))
        made += _numbered(at, families(values))
        made += _numbered(at, _encoded(values))
        made += _numbered(at, _contained(values))
    return made + _within("principal", principals(values, rounds)) + _within("pairing", pairing(values, rounds))


def write(folder: Path, positives: list[Case], negatives: list[Bait]) -> None:
    """Writes all into `leaks` and `baits`."""
    files: list[tuple[str, Case | Bait]] = [("leaks", case) for case in positives]
    for kind, item in [*files, *(("baits", bait) for bait in negatives)]:
        path = folder / kind / item.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(item.data)


def everything(seed: str, rounds: int) -> tuple[list[Case], list[Bait]]:
    """Positives and negatives, the same for a seed."""
    return cases(seed, rounds), baits(Values(seed + " baits"))


def _plain(values: Values) -> Iterator[Case]:
    for name, layout in plain().items():
        for family in ("pair", "old pair", "session") if "@token" in layout.text else ("pair", "old pair"):
            yield _case(values, name, layout, family, "plain")
    for name, layout in pieces().items():
        yield _case(values, name, layout, "pair", "encoded", "a string in pieces")


def _encoded(values: Values) -> Iterator[Case]:
    known, layouts = encodings(), plain()
    for carrier in CARRIERS:
        for family in ("pair", "session"):
            for name, encode in known.items():
                case = _case(values, carrier, layouts[carrier], family, "encoded", name)
                yield dataclasses.replace(case, data=encode(case.data))
            for name, (inner, outer) in twofold().items():
                case = _case(values, carrier, layouts[carrier], family, "twofold", name)
                yield dataclasses.replace(case, data=known[outer](known[inner](case.data)))


def _contained(values: Values) -> Iterator[Case]:
    layouts = plain()
    for carrier in CARRIERS:
        for name, pack in containers().items():
            case = _case(values, carrier, layouts[carrier], "pair", "contained", name)
            inner = Path(layouts[carrier].path).name
            yield dataclasses.replace(case, path=f"{case.path}.{name.split(' in ')[-1]}", data=pack(inner, case.data))


def _case(values: Values, name: str, layout: Layout, family: str, tier: str, encoding: str = "as it is") -> Case:
    account = values.account()
    identifier = values.old_key_id() if family == "old pair" else values.key_id(_PREFIX[family], account)
    parts = {"id": identifier, "secret": values.secret()}
    if family == "session":
        parts["token"] = values.token(account)
    known = None if family == "old pair" else account
    credential = Credential(family, parts, layout.principal if family == "pair" else None, known)
    path = f"{tier}/{encoding}/{name}/{family}/{layout.path}"
    return Case(path, fill(layout.text, parts).encode(), (credential,), tier, name, encoding)


_PREFIX = {"pair": "AKIA", "session": "ASIA"}


def _numbered(at: int, made: Iterator[Case] | list[Case]) -> list[Case]:
    return [dataclasses.replace(case, path=f"{at}/{case.path}") for case in made]


def _within(folder: str, made: list[Case]) -> list[Case]:
    return [dataclasses.replace(case, path=f"{folder}/{case.path}") for case in made]
