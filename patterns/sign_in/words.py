"""Words by which a password, and AWS's sign-in, are spoken of: what is looked for. What is found is judged elsewhere."""

from __future__ import annotations

AROUND = 600
"""Bytes around the password in which its account must be named."""

WORDS = (
    b"signin.a", b"console.a", b"aws root", b"aws console", b"aws login", b"aws sign", b"aws account", b"aws_root", b"awsroot",
    b"aws_console", b"awsconsole", b"aws management", b"root user", b"root account", b"amazon web services", b"root e", b"root pas",
    b"root pw",
)  # fmt: skip
COMMON = (b"aws account", b"amazon web services")
"""Those of which AWS's manuals and the SDKs made of them are full, mostly far from any password."""
PORTALS = (b"awsapps.com/start", b"awsapps.com\\/start")
"""Where users of IAM Identity Center sign in; rare enough to be looked for alone."""
PROFILES = (
    b"login-profile", b"login_profile", b"loginprofile", b"iam_user:", b"iam_type:", b"iam change-password", b"iam.user(",
)  # fmt: skip

APART = rb"(?:</\w{1,16}>\s{0,40}<\w{1,16}[^<>]{0,60}>|[\"'][\])]{0,2}(?:\.\w{2,20}\(|,)[ \t]?[\"'])"
"""What stands between name and value that are elements of their own, or arguments of calls that fill in a form."""
_LEADS = (
    rb"(?:[\"'`*\]]{0,3}[ \t]{0,8}(?::|=>|=|\||\()[ \t]{0,8}(?:\{[^{}]{0,80}[\"']value[\"'][ \t]{0,4}:[ \t]{0,4})?"
    rb"(?:aws\.String\(|[\w.]{0,8}SecretValue\.(?:unsafe_?)?plain_?text\()?[\"'`*]{0,3}|" + APART + rb"|>)"
)
"""What leads from the word to the value, and what behind the option of a command."""
_OPTION = rb"[ \t]{1,4}[\"'`]{0,2}"
_SAID = rb"[ \t]{1,8}(?:(?:is|will be)(?:[ \t]{0,2}:)?[ \t]{1,4})?"
"""What leads to it in a sentence, or where a label stands beside it."""
NAMED = (
    rb"(?-i:[pP\\\-])(?:(?:(?<=p)(?:ass(?:word|wd|phrase|code)?|wd)|(?<=\bp)w(?=:)|(?<=\\)npw(?=:))" + _LEADS
    + rb"|(?<=-)password" + _OPTION + rb"|(?<=\bp)(?:ass(?:word|wd|code)?|wd|w)(?P<said>" + _SAID + rb")[\"'`*]{0,3})"
)  # fmt: skip
"""The word for a password, and what leads from it to the value. It begins with a set, to which the search leaps."""
ROUGHLY = (
    rb"(?:(?:pass(?:word|wd|phrase|code)?|pwd|pw)(?:" + _LEADS + rb"|" + _SAID + rb"[\"'`*]{0,3})|-password" + _OPTION
    + rb")"
)  # fmt: skip
"""The same for anchors: where a word has to begin, Hyperscan takes four times as long for all of its search."""
