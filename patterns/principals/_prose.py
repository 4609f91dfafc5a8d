"""Reading remarks: whether the sentence around a few words says of the key what the words alone would say.

Support: no signal stands here. What people write beside keys is short; advice and denials are told by a few words.
"""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._phrases import any_of
from patterns.principals._behind import goes_on, none, right_here, the_key, value_of_a_person
from patterns.principals._denials import (
    advice,
    condition,
    denial,
    denial_before_colon,
    denial_behind,
    foreign_denial,
    here,
    judgement,
    object_of_another,
    usual,
    warning_abroad,
)
from patterns.principals._topics import another_user, of_aws, of_policies, other_root, other_system

LINE = 300
"""Bytes to either side of the words within which their line is read."""
FEW_WORDS = 9
_CLAUSE_ENDS = rb"[:;!?,()\[\]]|\.(?!\w)|[ \t](?:-{1,2}|but)[ \t]|\xe2\x80[\x93\x94]"
ENDS = (b".", b":", b"!", b"?", b";")
"""What a sentence ends in."""


def line_around(match: Match[bytes], start: int | None = None) -> tuple[bytes, bytes]:
    """What stands on the line before the match, or before `start` inside of it, and behind the match."""
    data, start = match.string, match.start() if start is None else start
    before = data[max(0, start - LINE) : start].rsplit(b"\n", 1)[-1]
    after = data[match.end() : match.end() + LINE].split(b"\n", 1)[0]
    return before, after


def sentence_around(match: Match[bytes], start: int | None = None) -> tuple[bytes, bytes]:
    """As `line_around`, with the next lines where they are lines of the same comment: a sentence goes on there."""
    before, after = line_around(match, start)
    sign = _comment_sign().match(before)
    if sign is None:
        return before, after
    data, mark = match.string, sign[0].rstrip()
    begins, ends = (match.start() if start is None else start) - len(before), match.end() + len(after)
    above = data[max(0, begins - LINE) : max(0, begins - 1)].rsplit(b"\n", 1)[-1].rstrip()
    below = data[ends + 1 : ends + LINE].split(b"\n", 1)[0].rstrip()
    if above.startswith(mark) and not above.endswith(ENDS):
        before = above + b" " + before[sign.end() :]
    if below.startswith(mark) and not after.rstrip().endswith(ENDS):
        after = after.rstrip() + b" " + below[len(mark) :].lstrip()
    return before, after


def is_said_of_the_key(match: Match[bytes], start: int | None = None) -> bool:
    """Whether the words, from `start` on, are neither denied, nor advice, nor a question, nor about another system."""
    before, after = sentence_around(match, start)
    if _is_of_another_system(before, _words(match), after) or other_root().search(before):
        return False
    if foreign_denial().search(before + warning_abroad().sub(b"", after)) or denial_before_colon().search(before):
        return False
    if before.rstrip().endswith((b"^", b"\xe2\x86\x91")):  # it points at what stands above, and may head something else
        return False
    if condition().match(_sentence_ends().split(before)[-1]) and not (
        b"," in before and after.strip(b" \t*_\r") == b":"
    ):
        return False
    clause = b"" if match[0].startswith((b"(", b"[")) else _clause_ends().split(before)[-1].lower()
    rest = _reasons().split(_clause_ends().split(after)[0].lower())[0]
    if (
        after[len(rest) : len(rest) + 1] == b"?"
        or denial().search(_cautions().sub(b"", clause))
        or denial_behind().search(rest)
    ):
        return False
    if the_key().match(after):  # what is done with this very key
        return True
    return not (advice().search(clause) or judgement().search(rest)) or bool(here().search(before + after))


def _words(match: Match[bytes]) -> bytes:
    """The match up to the name or the ARN in it, which is no word of the sentence."""
    named = [match.start(group) for group in ("partition", "name") if group in match.re.groupindex]
    return match[0][: min((at for at in named if at >= 0), default=match.end()) - match.start()]


def _is_of_another_system(before: bytes, words: bytes, after: bytes) -> bool:
    """Whether another system is named; what an IAM user's key is used for may be one."""
    if b"iam" in words.lower() and b"root" not in words.lower():
        return False
    return bool(other_system().search(before + words + after))


def is_called_so(match: Match[bytes]) -> bool:
    """Whether what leads to the words gives the key this name, and does not tell a story in which they occur.

    A lead of usual words does, as the key itself right behind does, and a name does (`ACME root access key`); but a name makes it that of another system where
    nothing says that it is AWS's (`vCenter root credentials`). Other words do if the sentence points at what stands here.
    """
    before, after = line_around(match)
    if the_key().match(after):
        return True
    lead = _lead_begins().split(before)[-1].lower()
    words = _word().findall(lead)
    if not words:
        return True
    if _quote().search(lead) or (object_of_another().search(lead) and not right_here().match(after)):
        return False
    if usual().fullmatch(words[-1]):
        return all(map(usual().fullmatch, words)) or bool(here().search(lead + _clause_ends().split(after)[0]))
    return not match[0].lower().startswith(b"root") or is_of_aws(match)


def is_end_of_name(match: Match[bytes]) -> bool:
    """Whether what is named ends with the match (a `root access key policy` is no key), and is not said to be none."""
    after = line_around(match)[1]
    return bool(goes_on().match(after)) and not none().match(after)


def is_given_to_somebody(match: Match[bytes]) -> bool:
    """Whether the value behind the words, on their line, is somebody's name, address or account, and no key."""
    return bool(value_of_a_person().match(line_around(match)[1]))


def is_of_another_user(match: Match[bytes]) -> bool:
    """Whether its line tells for which user whoever signed in made the key."""
    before, after = line_around(match)
    return bool(another_user().search(before + b" " + after))


def is_of_aws(match: Match[bytes]) -> bool:
    """Whether its line speaks of AWS."""
    before, after = line_around(match)
    return bool(of_aws().search(before + match[0] + after))


def is_label(match: Match[bytes]) -> bool:
    """Whether the line is a remark or a heading of a few words, and speaks of no policy and no task."""
    before, after = line_around(match)
    line = before + match[0] + after
    return len(line.split()) <= FEW_WORDS and bool(_remark().match(line)) and not of_policies().search(line)


@functools.cache
def _clause_ends() -> re.Pattern[bytes]:
    return re.compile(_CLAUSE_ENDS)


@functools.cache
def _cautions() -> re.Pattern[bytes]:
    """What is not to be done with the key that stands here: no denial that it is one."""
    spread = any_of("share, commit, leak, lose, push, publish, expose, distribute, check in")
    return re.compile(rb"\b(?:never|not|don(?:'|\xe2\x80\x99)?t)[ \t]+%b(?=[ \t]+th(?:is|ese)\b)" % spread)


@functools.cache
def _reasons() -> re.Pattern[bytes]:
    """Where it begins to be said why: what is denied there is something else."""
    return re.compile(rb"[ \t](?:because|since|until|although|though)\b")


@functools.cache
def _sentence_ends() -> re.Pattern[bytes]:
    return re.compile(rb"[.:;!?](?=[ \t])")


@functools.cache
def _comment_sign() -> re.Pattern[bytes]:
    return re.compile(rb"[ \t]*(?:#+|//+|;+|--|\*|(?i:rem)[ \t])[ \t]*")


@functools.cache
def _lead_begins() -> re.Pattern[bytes]:
    return re.compile(_CLAUSE_ENDS + rb"|[#*|]|//|<!--|\A[ \t]*(?i:rem)(?=[ \t])")


@functools.cache
def _word() -> re.Pattern[bytes]:
    return re.compile(rb"had to use|[\w'\x80-\xff][\w'\-\x80-\xff]*")


@functools.cache
def _quote() -> re.Pattern[bytes]:
    """A phrase in quotation marks is spoken of."""
    return re.compile(rb"\w[ \t]*[\"'`]\Z")


@functools.cache
def _remark() -> re.Pattern[bytes]:
    """A comment, a heading, a list item, or a line without the signs of code."""
    return re.compile(
        rb"[ \t]*(?:#|//|;|--|/?\*|<!--|-[ \t]|(?i:rem)[ \t])|[^\"={}\[\]();]*\r?\Z|[^\"{}\[\];]*(?:#|//)"
        rb"|[\w \t\-]{1,40}\((?i:the )?(?i:root)[\w \-]{0,20}\)[ \t:]*\r?\Z"
    )
