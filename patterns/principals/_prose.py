"""Reading remarks: whether the sentence around a few words says of the key what the words alone would say.

Support: no signal stands here. What people write beside keys is short; advice and denials are told by a few words.
"""

from __future__ import annotations

import functools
import re
from re import Match

LINE = 300
"""Bytes to either side of the words within which their line is read."""
FEW_WORDS = 9


def line_around(match: Match[bytes], start: int | None = None) -> tuple[bytes, bytes]:
    """What stands on the line before the match, or before `start` inside of it, and behind the match."""
    data, start = match.string, match.start() if start is None else start
    before = data[max(0, start - LINE) : start].rsplit(b"\n", 1)[-1]
    after = data[match.end() : match.end() + LINE].split(b"\n", 1)[0]
    return before, after


def is_said_of_the_key(match: Match[bytes], start: int | None = None) -> bool:
    """Whether the words, from `start` on, are neither denied, nor advice, nor a question, nor about another system."""
    before, after = line_around(match, start)
    if _other_system().search(before + match[0] + after):
        return False
    clause = _clause_ends().split(before)[-1].lower()
    rest = _clause_ends().split(after)[0].lower()
    if after[len(rest) : len(rest) + 1] == b"?" or _denial().search(clause) or _denied_later().search(rest):
        return False
    return not _advice().search(clause) or bool(_here().search(before + after))


def is_end_of_name(match: Match[bytes]) -> bool:
    """Whether what is named ends with the match (a `root access key policy` is no key), and is not said to be none."""
    after = line_around(match)[1]
    return bool(_goes_on().match(after)) and not _none().match(after)


def is_given_to_somebody(match: Match[bytes]) -> bool:
    """Whether the value behind the words, on their line, is somebody's name or address, and no key."""
    return bool(_value_of_a_person().match(line_around(match)[1]))


def is_label(match: Match[bytes]) -> bool:
    """Whether the line is a remark or a heading of a few words, and speaks of no policy and no task."""
    before, after = line_around(match)
    line = before + match[0] + after
    return len(line.split()) <= FEW_WORDS and bool(_remark().match(line)) and not _of_policies().search(line)


@functools.cache
def _goes_on() -> re.Pattern[bytes]:
    """No further word, or one with which a name does not go on."""
    return re.compile(
        rb"(?i)(?![ \t]{1,4}[a-z])|[ \t]{1,4}(?:(?:for|of|and|or|to|with|in|until|below|above|here|goes|pairs?|ids?|secrets?|that|"
        rb"which|aws|amazon|users?|accounts?|owner|identity|access|we|must|was|were|has|have|had|leaked|from|on)\b|(?:is|are)[ \t]+(?:below|above|here|as follows|in use|used|that|this|a|the)\b"
        rb"|A[KS]IA)"
    )


@functools.cache
def _none() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i)[ \t:=\-(]{1,6}(?:none|n/a|no|null|nil|absent|missing|removed|deleted|disabled|deactivated|inactive)\b"
    )


@functools.cache
def _value_of_a_person() -> re.Pattern[bytes]:
    return re.compile(rb"[ \t]{0,4}[:=][ \t]{0,4}(?!A[KS]IA|[A-Za-z0-9+/]{40})[A-Za-z]")


@functools.cache
def _clause_ends() -> re.Pattern[bytes]:
    return re.compile(rb"[.:;!?,()\[\]]|[ \t](?:-{1,2}|but)[ \t]|\xe2\x80[\x93\x94]")


@functools.cache
def _denial() -> re.Pattern[bytes]:
    return re.compile(
        rb"\b(?:not|no|non|never|neither|nor|dont|cannot|avoid\w*|without|instead|rather|over|prefer\w*|unlike|except|than|stop|"
        rb"formerly|previously|used to be|(?:away|migrated|moved|switched) from|replac(?:es|ed|ing))\b|n(?:'|\xe2\x80\x99)t\b"
    )


@functools.cache
def _denied_later() -> re.Pattern[bytes]:
    return re.compile(
        rb"\b(?:must|should|need to|ha(?:s|ve) to)(?: always)? be (?:deleted|removed|disabled|deactivated|avoided|absent)\b"
        rb"|\b(?:was|were|ha(?:s|ve) been|got) (?:deleted|removed|disabled|deactivated|revoked|replaced|retired)\b"
        rb"|\bgo(?:es)? here\b|\binstead\b|\b(?:not|never|no longer|elsewhere|cannot|forbidden|prohibited|discouraged)\b|n(?:'|\xe2\x80\x99)t\b"
        rb"|\b(?:is|are|lives?|kept|stored) (?:kept |stored )?(?:in|at) "
        rb"|^ of (?:the|this|an?) (?:file|object|document|json|yaml|config\w*|tree|map|mapping|dict\w*|schema|page)\b"
    )


@functools.cache
def _advice() -> re.Pattern[bytes]:
    return re.compile(
        rb"\b(?:recommend\w*|best practices?|ensur(?:e|es|ing)|should|must|how to|if|unless|when\w*|delet(?:e|ing)|remov(?:e|ing)|"
        rb"disabl(?:e|es|ing)|deactivat(?:e|ing)|protect\w*|secur(?:e|ing)|lock\w*|creat(?:e|ing)|generat(?:e|ing)|"
        rb"manag\w+|enabl(?:e|es|ing)|audit\w*|detect\w*|check\w*|scan\w*|finds?|looks? for|"
        rb"see|lists?|rejects?|support\w*|someone|somebody|anybody|alert\w*|alarm\w*|ask\w*|expect\w*|requir\w+|needs?|request\w*)\b"
    )


@functools.cache
def _here() -> re.Pattern[bytes]:
    """Words that tie advice to what stands there."""
    return re.compile(rb"(?i)\b(?:this|these|here|below|todo|fixme|xxx|hack)\b")


@functools.cache
def _other_system() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i)\b(?:my ?sql|maria ?db|postgres\w*|pgsql|mongo\w*|redis|minio|ceph|rgw|linux|ubuntu|debian|unix|ssh|sudo|"
        rb"docker\w*|containers?|databases?|db|sql|os|servers?|hosts?|machines?|vms?|operating|grafana|vault|registry|"
        rb"kms|hsm|luks|encrypt\w*|decrypt\w*|keystores?|truststores?|dns\w*|cert\w*|ca|tls|ssl|gpg|pgp|ldap|phpmyadmin)\b"
    )


@functools.cache
def _remark() -> re.Pattern[bytes]:
    """A comment, a heading, a list item, or a line without the signs of code."""
    return re.compile(rb"[ \t]*(?:#|//|;|--|/?\*|<!--|-[ \t])|[^\"={}\[\]();]*\r?\Z|[^\"{}\[\];]*(?:#|//)")


@functools.cache
def _of_policies() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i)\b(?:trust\w*|allow\w*|grant\w*|den(?:y|ies)|polic(?:y|ies)|principals?|permissions?|access to|enabl\w+|"
        rb"mfa|requir\w+|needs?|only|contact\w*|block\w*|restrict\w*|cause|director(?:y|ies)|folder|path)\b"
    )
