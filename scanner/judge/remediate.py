"""What to do about a credential: the playbook that fits, with what is known filled in."""

from __future__ import annotations

import functools
import re
import shlex
from collections.abc import Iterable

from patterns._playbook import VARIABLES, WORDS, Facts, Playbook, StepTemplate
from patterns._signed import partition_of as partition_of_region
from patterns.playbooks._partitions import COMMERCIAL, partition_of
from scanner.model import Remediation, Step

SIDES = {
    "customer": "Shared responsibility: the customer's job.",
    "aws": "Shared responsibility: AWS's part.",
    "owner": "AWS has no part in it: this is for whoever owns the secret.",
    "both": "Shared responsibility: AWS does its part, the rest is the customer's job.",
}
Values = dict[str, str | None]


def remediation(facts: Facts, known_playbooks: Iterable[Playbook]) -> Remediation:
    """The steps for this credential, in order. The playbooks must hold one that is for anything."""
    fitting = sorted((book for book in known_playbooks if book.fits(facts)), key=lambda book: book.id)
    book = max(fitting, key=lambda book: book.precision)
    values = _values(facts)
    steps = (_step(step, values) for step in book.steps if _applies(step, values, facts))
    return Remediation(book.id, _text(book.summary, values), tuple(steps))


def _values(facts: Facts) -> Values:
    """What goes into the slots; None for what is unknown or cannot be what it is taken for."""
    partition, region = partition_of(facts.partition), facts.region or ""
    return {
        "key_id": _usable(facts.key_id),
        "user": _usable(facts.user),
        "role": _usable(facts.role),
        "email": _usable(facts.email),
        "account": facts.account if re.fullmatch("[0-9]{12}", facts.account or "") else None,
        "partition": partition.name,
        "region": partition.region,
        "service_region": region if partition_of_region(region) == partition.name else partition.region,
        "console": partition.console,
    }


def _usable(value: str | None) -> str | None:
    """The value, unless the AWS CLI would take it for the address of what to read (`file://…`)."""
    return None if not value or "://" in value or not value.isprintable() else value


def _applies(step: StepTemplate, values: Values, facts: Facts) -> bool:
    return (
        all(values[name] for name in step.needs)
        and not any(values[name] for name in step.unless)
        and (not step.partitions or values["partition"] in step.partitions)
        and (not step.exposed or facts.exposure in step.exposed)
        and (not step.principals or facts.principal in step.principals)
    )


def _step(step: StepTemplate, values: Values) -> Step:
    detail = f"{_text(step.detail, values)} {SIDES[step.side]}"
    commands = tuple(_command(command, values) for command in step.commands)
    return Step(_text(step.title, values), detail, commands, step.reference)


def _text(template: str, values: Values) -> str:
    return _slot().sub(lambda slot: values[slot[1]] or WORDS[slot[1]], template)


def _command(template: str, values: Values) -> str:
    """The command with its values quoted. Outside the commercial partition each call is told its Region."""
    if values["partition"] != COMMERCIAL.name:
        template = _call().sub(r"\g<0> --region {region}", template)
    return _slot_of_option().sub(lambda slot: _argument(slot[0].partition("{")[0], slot[1], values[slot[1]]), template)


def _argument(option: str, name: str, value: str | None) -> str:
    if value is None:
        return f'{option}"${VARIABLES[name]}"'
    if option and value.startswith("-"):
        option = option.rstrip() + "="
    return option + shlex.quote(value)


_SLOT = r"(key_id|user|role|email|account|partition|region|service_region|console)\}"


@functools.cache
def _slot() -> re.Pattern[str]:
    return re.compile(r"\{" + _SLOT)


@functools.cache
def _slot_of_option() -> re.Pattern[str]:
    """One with the option before it, if there is one."""
    return re.compile(r"[{-](?:(?<=\{)|(?<=-)-[a-z-]+ \{)" + _SLOT)


@functools.cache
def _call() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])aws [a-z0-9-]+ [a-z0-9-]+(?![a-z0-9-]| --region)")
