"""How people call the root user and its keys in remarks. Support: no signal stands here.

Expressions without regard to case, to be used inside of `(?i:…)`.
"""

from __future__ import annotations

_GAP = rb"(?:[ \t]{1,3}|-|[ \t]-[ \t])"
"""Of dashes one: two begin an option of a command."""
_S = rb"(?:(?:'|\xe2\x80\x99)s?)?"
_WORDS = {
    b"gap": _GAP,
    b"s": _S,
    b"aws": rb"(?:aws|amazon(?: web services)?)",
    b"owner": rb"(?:user|account|acct|owner|identity)s?" + _S,
    b"root": rb"(?<![\w/.$@\-])(?<!\d:)(?<!root:)(?<! -[a-z] )root" + _S,
    b"kind": rb"(?:(?:api|security|programmatic|long[ \-]term|cli|iam|admin|secret|aws)" + _GAP + rb"){0,3}",
    b"keys": rb"(?:keys?(?:" + _GAP + rb"(?:ids?|pairs?))?|keypairs?|credentials?|creds)",
    b"the": rb"(?:(?:the|our|an?|this|my|company)" + _S + rb"[ \t]+)?",
}


def _put(expression: bytes) -> bytes:
    return expression % _WORDS


_WORDS[b"of_aws"] = _put(rb"(?:%(aws)b%(gap)b(?:account%(s)b%(gap)b)?|account%(s)b%(gap)b)")
_WORDS[b"aws_root"] = _put(rb"(?<![\w\-])%(of_aws)broot%(s)b")
_WORDS[b"any_keys"] = _put(rb"(?:%(owner)b%(gap)b)?%(kind)b(?:access[ \-]?)?%(keys)b")

_END = rb"(?![\w\-/@]|\.\w)"
_AND_SECRET = rb"(?:[ \t:/,|\"'`(]{1,5}(?:(?:with )?(?:the )?secret[ \t:=]{1,3})?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])[\"'`)]{0,2})?"
"""Behind a key ID its secret, or nothing."""
_KEYS_OF_ROOT = (
    _put(rb"%(root)b%(gap)b(?:(?:%(owner)b|%(aws)b)%(gap)b){1,3}%(kind)b(?:access[ \-]?)?%(keys)b"),
    _put(rb"%(root)b%(gap)b%(kind)baccess[ \-]?%(keys)b"),
    _put(rb"%(root)b%(gap)b%(owner)b[ \t]?(?:[:,\-/]|\xe2\x80[\x93\x94])[ \t]{1,2}access[ \-]?%(keys)b"),
    _put(rb"%(root)b%(gap)b%(kind)b%(keys)b[ \t]+(?:of|for|to)[ \t]+%(the)b%(aws)b"),
    _put(rb"%(aws_root)b%(gap)b%(any_keys)b"),
    _put(
        rb"(?<![\w\-])%(keys)b(?:[ \t]?(?:/|&|and)[ \t]?(?:secrets?|%(kind)b%(keys)b))?[ \t]+(?:(?:below|above|here|generated|created|made|issued)[ \t]+)?(?:(?:of|for|from|belong(?:s|ing)? to|owned by|(?:is|are)(?: (?:of|for|owned by))?|=)[ \t]+)?[(\[]?%(the)b"
        rb"(?:%(of_aws)broot(?:%(gap)blogin)?|root%(gap)b(?:%(aws)b%(gap)b)?%(owner)b|account%(s)b%(gap)bowner[ \t][(\[]root[)\]])"
    ),
    _put(
        rb"(?<![\w\-])(?:(?:%(aws)b|account%(s)b)%(gap)b(?:owner%(s)b%(gap)b)?|access[ \-]?)%(keys)b(?:[ \t]\d)?[ \t]*[(\[]root(?: user| account)?[)\]]"
    ),
    _put(rb"(?<![\w\-])%(aws)b%(gap)baccount%(s)b[ \t][(\[]root(?: user)?[)\]][ \t]%(kind)b(?:access[ \-]?)?%(keys)b"),
    _put(
        rb"%(root)b%(gap)baccount[ \t][(\[](?:payer|billing|management|master|organi[sz]ation|main|prod\w{0,7})[)\]][ \t]%(kind)baccess[ \-]?%(keys)b"
    ),
    _put(rb"(?<![\w\-])%(aws)b%(gap)b(?:access[ \-]?)?%(keys)b[ \t]{0,2}[,:\-][ \t]{1,2}root(?=[ \t!.]{0,3}\r?(?m:$))"),
    _put(rb"(?<![\w\-])account%(s)b%(gap)bowner[ \t][(\[]root(?: user)?[)\]][ \t]%(any_keys)b"),
    _put(
        rb"(?<![\w\-])(?:%(aws)b%(gap)b(?:master|main|owner|super[ \-]?user)|(?:master|main)(?=[^\n]{1,12}(?:account|access)))[ \t][(\[]root(?: user)?[)\]][ \t]%(any_keys)b"
    ),
)
_BELONGING = _put(
    rb"(?<![a-z0-9])(?-i:A[KS]IA[A-Z0-9]{16})"
    + _AND_SECRET
    + rb"[\"'`]?,?[ \t]{1,2}\(?(?:(?:belongs|belonging|belong) to[ \t](?:your[ \t]|%(the)b)"
    rb"(?:%(of_aws)broot(?:%(gap)b%(owner)b)?|root%(gap)b(?:%(aws)b%(gap)b)?%(owner)b|root(?=[ \t]*(?:[.,;!)]|\r?(?m:$))))"
    rb"|is[ \t]{1,2}(?:your[ \t]|%(the)b)(?:%(of_aws)b)?root%(s)b%(gap)b%(any_keys)b)"
)
"""As AWS writes to the owner of an account."""
KEYS_OF_ROOT = rb"(?i:" + b"|".join((*_KEYS_OF_ROOT, _BELONGING)) + rb")" + _END
"""`root access key`, `AWS root account key`, `keys of the root user`, `access key (root)`."""

_ROOT_OF_ACCOUNT = (
    _put(rb"%(aws_root)b(?:%(gap)b%(owner)b)?"),
    _put(rb"%(root)b%(gap)b%(aws)b(?:%(gap)b%(owner)b)?"),
    _put(rb"account%(s)b%(gap)bowner[ \t][(\[]root(?: user)?[)\]]"),
    _put(rb"(?<![\w\-])%(aws)b(?:%(gap)b(?:account|user))?[ \t][(\[](?:the )?root(?:%(gap)b%(owner)b)?[)\]]"),
    _put(rb"%(root)b[ \t][(\[](?:the )?(?:aws )?account%(gap)bowner[)\]]"),
    _put(
        rb"%(root)b%(gap)b(?:user|account|identity) (?:(?:of|in|for) (?:(?:the|our|this) )?(?:(?:management|master|payer|billing|member|main|production|prod|company) (?=account))?|[(\[])(?:aws|account)"
    ),
)
ROOT_OF_ACCOUNT = (
    rb"(?i:(?:" + b"|".join(_ROOT_OF_ACCOUNT) + rb")" + _END
    + _put(rb"(?!%(gap)b(?:%(owner)b%(gap)b)?%(any_keys)b)") + rb")"
)  # fmt: skip
"""`the account's root`, `AWS root user`, `root of the account`, where no keys are spoken of."""

_SIGN = rb"(?:#|//|;|--[ \t]|/?\*|<!--|rem[ \t])[ \t#*]{0,8}"
_BEHIND_KEY = rb"A[KS]IA[A-Z0-9]{16}" + _AND_SECRET + rb"[\"'`;,)]{0,4}(?:</\w{1,40}>)?[ \t]{1,8}"
_LABEL = (
    rb"(?:(?:this(?: one| key)? is|for(?: the)?|owner|whose|(?:(?:access )?key |credential |user |account |principal )?type|(?:iam )?principal|identity|belongs to|"
    rb"user|key(?: of| owner)|owner of (?:the |this )?key)[: \t=]{1,3})?"
)
_KEY_LABEL = rb"(?:(?:aws |iam )?(?:access )?key|credential)s? (?:type|owner|principal)[ \t]{0,2}[:=][ \t]{0,3}"
_CAUTION = (
    rb"(?=[ \t]{0,2}[.,!;(\-][.!;\-]{0,2}[ \t]{0,2}(?:(?:please )?(?:(?:do not|don't|never) (?:share|commit|leak|push|publish)|handle with|be careful|"
    rb"careful|caution|danger|keep (?:it )?(?:secret|safe|private)|top secret|secret|confidential|rotate|remove before|emergenc(?:y|ies)|break[ \-]?glass|"
    rb"replace (?:it |this )?(?:with|by)|get rid of|do(?: not|n't) use|no mfa|without mfa|full access|all permissions|super[ \-]?user))\b)"
)
"""What people add to a label when they know what it is that they label."""
_BARE = _put(
    rb"(?:(?:(?:(?m:^)[ \t]*(?:\[[\w \-]{1,60}\][ \t]{1,4})?|(?=<!--)|" + _BEHIND_KEY + rb")" + _SIGN + _LABEL + rb"|(?m:^)[ \t]*(?:[\-*>][ \t])?(?:" + _KEY_LABEL + rb"|(?:iam )?principal[ \t]{0,2}[:=][ \t]{0,3}))"
    rb"(?:(?:the )?(?:aws )?root%(s)b(?: (?:user|account|acct)%(s)b)?|rootkey(?:\.csv)?(?: contents?)?)"
    rb"|(?m:^)[ \t]*(?:[\-*>][ \t])?[(\[*_]{0,2}" + _LABEL + rb"(?:the )?(?:aws )?root (?:user|account|acct)(?: access)?"
    rb"|" + _BEHIND_KEY + rb"[(\[](?:aws )?root(?: user| account)?(?=[)\]]))"
    rb"(?: (?:of|for|in) (?:the |our )?(?:prod\w{0,7}|dev|staging|test|main|master|management|payer)(?: account)?)?"
    rb"(?:(?=[ \t:!.)\]*_]{0,4}(?:\*/|-->)?[ \t]*(?:\r?(?:\n|\Z)|(?<=-->)))|" + _CAUTION + rb")"
)  # fmt: skip
_OF_ROOT = (
    rb"(?<![\w\-])(?:(?:these|they|this|it|following|keys?|credentials?|creds)[ \t]+belongs?[ \t]+to|(?:logged|signed)[ \-]in(?:(?:to| to) (?:aws|the (?:aws )?console))? as)[ \t]+%(the)b"
    rb"(?:%(aws)b%(gap)b)?%(root)b(?:%(gap)b%(owner)b)?"
    rb"|(?<![\w\-])(?:these|they)[ \t]{1,4}are[ \t]{1,4}(?:for|of)[ \t]{1,4}%(the)b(?:%(aws)b%(gap)b)?%(root)b%(gap)b(?:user|account|acct)"
    rb"|(?:(?<![\w\-])(?:%(keys)b|pair|these|they|this|it)[ \t]{1,4}(?:(?:was|were|are|is|have been|has been)[ \t]{1,4})?|(?m:^)[ \t]*"
    + _SIGN
    + rb"(?=[^\n]{0,60}root(?: login| in (?:the )?aws)\b))(?:created|made|generated|issued|obtained)[ \t]{1,4}"
    rb"(?:with|by|as|using|under|from|in)[ \t]{1,4}%(the)b(?:%(aws)b%(gap)b(?:account%(s)b%(gap)b)?|account%(s)b%(gap)b)?%(root)b(?:%(gap)b(?:user|account|acct|login|identity)|(?= in (?:the )?aws(?: console| account)?[ \t.,;!)]{0,3}\r?(?m:$)))"
    rb"|(?:(?m:^)[^\w\n]{0,12}|(?<![\w\-])(?:the|our|my|your|this|of|for|to|is|are|it's)[ \t]{1,3})(?:%(aws)b%(gap)b)?account%(s)b%(gap)bowner%(s)b%(gap)b%(kind)b(?:access[ \-]?)?%(keys)b(?=[ \t]*(?:[(:,;.!\-]|\r?(?m:$)))"
    rb"|(?<![\w\-])(?:%(keys)b[ \t]{1,3}(?:of|for|belong(?:s|ing)? to|owned by)|belongs? to)[ \t]{1,3}%(the)b(?:%(aws)b%(gap)b)?account%(s)b%(gap)bowner"
    rb"|%(root)b%(gap)b%(owner)b%(gap)bprogrammatic access|(?m:^)[^\w\n]{0,12}%(keys)b[ \t][(\[]root[)\]]"
)
_HEADING = (
    rb"(?m:^)(?:[ \t]*(?:aws )?root[ \t]*:(?=[ \t]*\r?\n[ \t]*(?:[\-*][ \t]+)?(?-i:A[KS]IA))|[ \t]*root (?:user|account|acct)[ \t]*:|[ \t]*\d{1,2}[.)][ \t]{1,2}(?:aws )?root (?:user|account|acct)|(?:[ \t]*(?:#|//|;)[ \t]?)?[=\-~*#!]{2,20} ?(?:aws root(?: (?:user|account|acct))?|root (?:user|account|acct)) ?[=\-~*#!]{2,20})"
    rb"(?=[ \t]*\r?\n)"
)
ROOT_KEYS = (
    rb"(?i:(?:" + _put(rb"%(root)b%(gap)b%(kind)b%(keys)b|(?<![\w\-])(?:(?:keys?|secrets?|pair) (?:for|of) root|%(keys)b[ \t]{0,2}[,:\-][ \t]{1,2}root%(gap)b(?:user|account)|(?:keys?|creds|credentials|these|those|they|this) (?:is|are) root's|(?:keys|creds|credentials) are root(?=[ \t]*[!.]{0,3}[ \t]*\r?(?m:$))|access[ \-]?keys? (?:is|are) owned by root|(?:from|of|in|see|as|is|called|named) rootkey\.csv|rootkey(?= (?:downloaded|exported|saved) from)|(?:(?:^|(?<=[\s$>]))(?:cat|type|head|less|more|gc)[ \t]+|(?<!>)>[ \t]{0,2}|\btee[ \t]+)[\w./~\\\-]{0,80}?(?<![\w\-])rootkey\.csv(?=[^\n]{0,40}\n(?:[^\n]{0,40}access ?key[^\n]{0,40}\n)?[ \t\"]{0,4}(?:AWSAccessKeyId=)?A[KS]IA[A-Z0-9]{16}))") + rb"|" + _put(_OF_ROOT) + rb")" + _END
    + rb"|" + _BARE + rb"|" + _HEADING + rb")"
)  # fmt: skip
"""`root keys`, `keys for root`, `from rootkey.csv`, `they belong to root`; or a comment that says `root` and nothing else."""
