"""How people call an IAM user and its keys in remarks. Support: no signal stands here."""

from __future__ import annotations

import functools

from patterns._phrases import any_of, either, in_order, vocabulary

_SIGNS = {
    "_": b" ",
    "blank": rb"[ \t]",
    "few": rb"[ \t]{1,3}",
    "start": rb"(?<![A-Za-z0-9])",
    "apart": rb"(?<![A-Za-z])",
    "word_start": rb"(?<!\w)",
    "dash": rb"[ \-]",
    "blank_or_dash": rb"[ \t\-]",
    "joint": rb"[ _\-]?",
    "joined": rb"[ _\-]",
    "comma": b",?",
    "comment": rb"(?:#|//)[ \t][^\n]{0,80}?",
    "option": rb"[ \t][^\n]{0,80}?",
    "is": b"[ =]",
    "open": rb"[(\[]",
    "bracket": rb"\(",
    "given": rb"[ \t:=]+",
    "gives": rb"[\"'*_]{0,3}[ \t]{0,8}(?::=|=>|[:=])[ \t*_]{0,8}",
}
_WORDS = {
    "keys": "key(s), credential(s), creds",
    "creds": "key(s), credentials, creds",
    "keys_of_aws": "access({dash})key(s), aws{blank}(access({dash})){creds}, iam{blank}(access({dash})){creds}",
    "of": "of, for",
    "the": "the, our",
    "user": "(aws{_})iam{dash}user",
    "field": "(aws{joint})iam{joint}user({joint}name), aws{joined}user({joint}name), awsusername",
    "it": "{word_start}it, {word_start}this, {word_start}these, {word_start}they",
    "its": "{keys} {of}, belong(s){_}to, belonging{_}to, {it}'s, {it}{blank}is, {it}{blank}are",
    "called": "called, is called, was called, named, is named, was named",
}
_LEADS = (
    "{start}{field}{gives}",  # aws_iam_user_name =
    "{open}{user}{few}",  # (IAM user
    "{apart}created (the ){user}{few}",  # created the IAM user
    "{its} ({the} )(aws )iam{blank_or_dash}user ",  # it is our IAM user
    "{start}iam{dash}user {called} ",  # IAM user is called
    "{start}{bracket}iam{comma}{_}(user{_})name{given}",  # (IAM user name:
    "{comment}create-access-key{option}--user-name{is}",  # aws iam create-access-key --user-name
    "{keys_of_aws} {of} ({the} )(iam )user ",  # access keys for the user
)
"""What leads to a name, with blanks between the words."""
_NO_NAME = (
    "the, a, an, is, for, with, and, in, on, of, to, as, from, by, after, before, only, old, new, see",
    "tbd, tba, todo, unknown, your, various, multiple, several",
    "who, whose, which, that, true, false, yes, no, null, none, e.g, i.e",
    "name, access, key(s), credential(s), account(s), interface(s), input, data, pool, group(s), guide, doc(s)",
    "setup, session, login, console, policy, policies, role(s), management",
    "access{joint}key(s), key{joint}id(s), user{joint}name, in-house, on-call, on-prem*, as-is, by-default",
)
_ADJECTIVES = (  # read-only, long-term, time-based
    "{word}-only, {word}-in, {word}-term, {word}-lived, {word}-based, {word}-level, {word}-side, {word}-specific",
    "{word}-related, {word}-privilege(d), {word}-factor, {word}-wide, {word}-to, {word}-time, {word}-of",
)
"""Words that may stand behind `IAM user` and are no name."""


@functools.cache
def user_named() -> bytes:
    """An IAM user by name: in a field, behind words that lead to it, or before words that say what it is."""
    lead = either(_lead(), _pointed_at(), _owned(), _abroad())
    return rb"%b%b(?![\w+=@/\-]|:\S|\.\w)" % (lead, _name())


def _lead() -> bytes:
    gap = rb"[ \t]+"
    leads = in_order(_LEADS, gap, vocabulary(_WORDS, gap, _SIGNS))
    cell = rb"(?<![A-Za-z0-9])(?:aws )?iam user(?: name)?[ \t:]{0,3}</\w{1,8}>[ \t]{0,8}<\w{1,8}[^<>\n]{0,60}>"
    return rb"(?i:%b[\"'`]?|%b)" % (leads, cell)


def _pointed_at() -> bytes:
    """Before a name in quotation marks or the genitive, or with a sign or a digit that words do not have."""
    quoted = rb"(?=[\"'`][\w+=@.\-]{1,64}[\"'`])[\"'`]"
    owning = rb"'s?[ \t](?:access[ \t])?(?:keys?|credentials|creds)\b"
    marked = rb"(?=[\w+=@.\-]{0,40}(?:\d|[\-_.@+](?=\w)|[ \t]-[ \t]|%b))" % owning
    return rb"(?<![A-Za-z0-9])(?i:(?:aws )?iam[ \-]user)[ \t]{1,4}" + either(quoted, marked)


def _owned() -> bytes:
    """Before a name that is said to be an IAM user's behind it: `deploy` IAM user, key of deploy (IAM user)."""
    quoted = rb"(?<![\w+=@.\-])[\"'`](?=[\w+=@.\-]{1,64}[\"'`][ \t](?:AWS[ \t])?IAM[ \t\-]user(?![\w\-]))"
    comment = rb"(?m:^)[ \t]*(?:#+|//|;|--)"
    keys = rb"%b[ \t]+(?:of|for)" % any_of("key(s), credential(s), creds")
    lead = rb"(?i:%b[ \t]+(?:the[ \t]+)?)" % either(comment, keys, rb"(?:service|machine)?[ \t]?(?:user|account)")
    in_brackets = rb"[(\[](?:an?[ \t]|the[ \t])?(?:AWS[ \t])?IAM(?:[ \t\-]user)?[)\]]"
    return either(quoted, rb"%b[\"'`]?(?=[\w+=@.\-]{1,64}[\"'`]?[ \t]%b)" % (lead, in_brackets))


def _abroad() -> bytes:
    """Before a name, in other languages than English."""
    user = any_of("utilisateur, usuario, usuário, utente, użytkownik(a), uzytkownik(a)")
    romance = any_of("{user} iam, {user} de iam, {user} do iam", gap=rb"[ \t]", user=user)
    turkish = rb"iam[ \t]kullan[^ :\n]{1,10}"
    german = any_of("iam benutzer(s), iam nutzer(s), iam gebruiker(s)", gap=rb"[ \-]")
    of_german = any_of(
        "für iam-user(s), fuer iam-user(s), des iam-user(s), vom iam-user(s), von iam-user(s), dem iam-user(s)",
        gap=rb"[ \t]",
    )
    russian = "iam[ \\-]пользовател[^ \n]{1,8}".encode()
    eastern = "IAM ?(?:用户|使用者|ユーザ(?:ー)?|사용자)[ :「“\"'`]{1,4}".encode()
    return either(rb"(?i:%b)[ \t:]{1,3}[\"'`]?" % either(romance, turkish, german, of_german, russian), eastern)


def _name() -> bytes:
    """A name, and neither one of those words nor a reference nor an ID."""
    words = rb"(?i:%b)(?![\w+=@\-]|\.\w)" % any_of(*_NO_NAME, joint=rb"[_\-]?")
    adjective = rb"(?i:%b)\b" % any_of(*_ADJECTIVES, word=b"[a-z]{1,12}")
    reference = rb"(?:var|local|module|data|each|self|aws_iam_user)\."
    no_name = either(words, adjective, reference, rb"A[KSIR][ID]A[A-Z0-9]{16}", rb"\d{12}(?!\d)")
    return rb"(?P<name>(?!%b)[A-Za-z0-9][\w+=.@\-]{0,63})(?<!\.)" % no_name


_OF_A_USER = (
    "iam{dash}user({own}) (access({dash})){keys}( {ids})",
    "{it} ({be}{_}){of} {article} ({adjective} )(aws )iam{dash}user",
)


@functools.cache
def key_of_a_user() -> bytes:
    """`IAM user access key`, `key of an IAM user`, `these belong to our limited IAM user`."""
    words = any_of(
        *_OF_A_USER,
        gap=rb"[ \t]",
        _=b" ",
        dash=rb"[ \-]",
        be=b"(?:is|are)",
        own=any_of("'s, s', s"),
        keys=any_of("key(s), credential(s), creds"),
        it=any_of("key(s), credential(s), creds, these, they, this"),
        ids=any_of("id(s), pair(s)"),
        of=any_of("of, for, from, belong(s) to, belonging to, owned by"),
        article=any_of("a, an, our, the, this"),
        adjective=rb"[a-z\-]{2,20}",
    )
    return rb"(?<![\w\-])(?i:%b)(?![\w\-/@]|\.\w)" % words
