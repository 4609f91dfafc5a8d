"""Lines that say `root` and nothing else beside a key: a comment, a label, a heading. Support: no signal stands here.

Expressions without regard to case, to be used inside of `(?i:…)`.
"""

from __future__ import annotations

from patterns._phrases import any_of, either
from patterns.principals._wording import AND_SECRET

SIGN = rb"(?:#|//|;|--[ \t]|/?\*|<!--|rem[ \t])[ \t#*]{0,8}"
"""With which a comment begins."""
_BEHIND_KEY = rb"A[KS]IA[A-Z0-9]{16}" + AND_SECRET + rb"[\"'`;,)]{0,4}(?:</\w{1,40}>)?[ \t]{1,8}"
_BEHIND_ITS_LINE = rb"A[KS]IA[A-Z0-9]{16}[^\n]{0,160}[\"')\]},;][ \t]{1,8}"
_ITEM = rb"(?m:^)[ \t]*(?:[\-*>][ \t])?"
_S = rb"(?:(?:'|\xe2\x80\x99)s?)?"
_USER = rb"(?:user|account|acct)"

_LABELS = (
    "this is, this one is, this key is, for, for the, owner, whose, identity, belongs to, user, key of, key owner",
    "type, key type, access key type, credential type, user type, account type, principal type, principal, iam principal",
    "owner of key, owner of the key, owner of this key",
)
_CAUTIONS = (
    "{never} share, {never} commit, {never} leak, {never} push, {never} publish, do not use, don't use",
    "keep (it )secret, keep (it )safe, keep (it )private, top secret, secret, confidential, danger, caution",
    "careful, be careful, handle with, emergency, emergencies, break glass, break-glass, breakglass",
    "rotate, remove before, get rid of, replace {it}with, replace {it}by",
    "no mfa, without mfa, full access, all permissions, super user, super-user, superuser",
)
"""What people add to a label when they know what it is that they label."""


def bare_remark() -> bytes:
    """A comment, a label or brackets behind the key, in which root is named and perhaps of which account."""
    stage = any_of(
        "prod{more}, dev, test, staging, main, master, management, payer, {number}, account {number}",
        more=rb"\w{0,7}",
        number=rb"\d{12}",
    )
    stages = rb"(?: (?:of|for|in) (?:the |our )?%b(?: account)?)?" % stage
    line_end = rb"(?=[ \t:!.)\]*_]{0,4}(?:\*/|-->)?[ \t]*(?:\r?(?:\n|\Z)|(?<=-->)))"
    label = rb"(?:%b[: \t=]{1,3})?" % any_of(*_LABELS)
    said = either(
        rb"%b(?:(?:the )?(?:aws )?root%b(?: %b%b)?|rootkey(?:\.csv)?(?: contents?)?)" % (_lead(label), _S, _USER, _S),
        rb"%b[(\[*_]{0,2}%b(?:the )?(?:aws )?root %b(?: access)?" % (_ITEM, label, _USER),
        rb"%b[(\[](?:aws )?root(?: user| account)?(?=[)\]])" % _BEHIND_KEY,
    )
    return said + stages + either(line_end, _caution())


def _lead(label: bytes) -> bytes:
    """What stands before the one word: the sign of a comment, in which it may be labelled, or a label of keys."""
    comment = rb"(?:(?m:^)[ \t]*(?:\[[\w \-]{1,60}\][ \t]{1,4})?|(?=<!--)|%b|%b)%b" % (
        _BEHIND_KEY,
        _BEHIND_ITS_LINE,
        SIGN,
    )
    of_key = rb"(?:(?:aws |iam )?(?:access )?key|credential)s? (?:type|owner|principal)"
    return either(comment + label, rb"%b(?:%b|(?:iam )?principal)[ \t]{0,2}[:=][ \t]{0,3}" % (_ITEM, of_key))


def _caution() -> bytes:
    words = any_of(*_CAUTIONS, never=any_of("never, do not, don't"), it=b"(?:it |this )?")
    return rb"(?=[ \t]{0,2}[.,!;(\-][.!;\-]{0,2}[ \t]{0,2}(?:please )?%b\b)" % words


def heading() -> bytes:
    """A line of its own: `Root:` above the key, `1) root user`, `=== AWS root ===`."""
    above_key = rb"(?=[ \t]*\r?\n[ \t]*(?:[\-*][ \t]+)?(?-i:A[KS]IA))"
    rule = rb"[=\-~*#!]{2,20}"
    heads = either(
        rb"[ \t]*(?:aws )?root[ \t]*:" + above_key,
        rb"[ \t]*root %b[ \t]*:" % _USER,
        rb"[ \t]*\d{1,2}[.)][ \t]{1,2}(?:aws )?root %b" % _USER,
        rb"(?:[ \t]*(?:#|//|;)[ \t]?)?%b ?(?:aws root(?: %b)?|root %b) ?%b" % (rule, _USER, _USER, rule),
    )
    return rb"(?m:^)%b(?=[ \t]*\r?\n)" % heads
