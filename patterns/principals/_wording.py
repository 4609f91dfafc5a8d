"""How people call the root user and its keys in remarks. Support: no signal stands here.

Expressions without regard to case, to be used inside of `(?i:…)`. A blank in a phrase may also be a dash.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from patterns._phrases import in_order, vocabulary

END = rb"(?![\w\-/@]|\.\w)"
GAP = rb"(?:[ \t]{1,3}|-|[ \t]-[ \t])"
"""Of dashes one: two begin an option of a command."""
AND_SECRET = (
    rb"(?:[ \t:/,|\"'`(]{1,5}(?:(?:with )?(?:the )?secret[ \t:=]{1,3})?"
    rb"[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])[\"'`)]{0,2})?"
)
"""Behind a key ID its secret, or nothing."""
_SIGNS = {
    "_": b" ",
    "blank": rb"[ \t]",
    "blanks": rb"[ \t]+",
    "open": rb"[(\[]",
    "close": rb"[)\]]",
    "and": rb"[ \t]?(?:/|&|and)[ \t]?",
    "access": rb"access[ \-]?",
    "dash": rb"[ \t]?(?:[:,\-/]|\xe2\x80[\x93\x94])[ \t]{1,2}",
    "comma": rb"[ \t]{0,2}[,:\-][ \t]{1,2}",
    "s": rb"(?:(?:'|\xe2\x80\x99)s?)?",
    "more": rb"\w{0,7}",
    "start": rb"(?<![\w\-])",
    "no_path": rb"(?<![\w/.$@\-])(?<!\d:)(?<!root:)(?<! -[a-z] )",
    "line_end": rb"(?=[ \t!.]{0,3}\r?(?m:$))",
    "sentence_end": rb"(?=[ \t]*(?:[.,;!)]|\r?(?m:$)))",
    "of_account": rb"(?=[^\n]{1,12}(?:account|access))",
    "account_next": rb"(?=account)",
    "1to2": rb"[ \t]{1,2}",
    "digit": rb"\d",
    "key_id": rb"(?<![a-z0-9])(?-i:A[KS]IA[A-Z0-9]{16})",
    "and_secret": AND_SECRET,
    "is_said": rb"[\"'`]?,?[ \t]{1,2}[(]?",
}
_WORDS = {
    "root": "{no_path}root{s}",
    "aws": "aws, amazon, amazon{_}web{_}services",
    "account": "account{s}",
    "somebody": "user, account, acct, owner, identity",
    "owner": "{somebody}(s){s}",
    "whose": "{owner} , {aws} ",
    "of_aws": "{aws} ({account} ), {account} ",
    "aws_root": "{start}{of_aws}root{s}",
    "the": "the, our, a, an, this, my, company",
    "the_": "({the}{s}{blanks})",
    "your": "your{blank}, {the_}",
    "kind": "api, security, programmatic, long{_}term, long-term, cli, iam, admin, secret, aws",
    "kinds": "[{kind} ]",
    "ids": "id(s), pair(s)",
    "keys": "key(s)( {ids}), keypair(s), credential(s), creds",
    "access_keys": "{kinds}({access}){keys}",
    "any_keys": "({owner} ){access_keys}",
    "secrets": "secret(s), {kinds}{keys}",
    "made": "below, above, here, generated, created, made, issued",
    "belong": "belong, belongs, belonging",
    "is": "is, are",
    "owned": "of, for, owned{_}by",
    "of": "=, of, for, from, {belong}{_}to, owned{_}by, {is}({_}{owned})",
    "user": "{_}user, {_}account",
    "as_root": "{blank}{open}root({_}user){close}",
    "root_user": "{of_aws}root( login), root ({aws} ){owner}, {account} owner{blank}{open}root{close}",
    "root_itself": "{of_aws}root( {owner}), root ({aws} ){owner}, root{sentence_end}",
    "holder": "{aws} (owner{s} ), {account} (owner{s} ), {access}",
    "boss": "master, main, owner, super({_})user, super-user",
    "main": "{aws} {boss}, master{of_account}, main{of_account}",
    "paying": "payer, billing, management, master, organisation, organization, main, prod{more}",
    "which": "management, master, payer, billing, member, main, production, prod, company",
    "who": "user, account, identity",
    "in": "of, in, for",
    "our": "the, our, this",
    "for_": "of, for, to",
    "aws_or_account": "aws, account",
}
"""Each may be made of those above it."""
_KEYS_OF_ROOT = (
    "{root} {whose}({whose})({whose}){access_keys}",  # root user AWS account keys
    "{root} {kinds}{access}{keys}",  # root API access key
    "{root} {owner}{dash}{access}{keys}",  # root account - access key
    "{root} {kinds}{keys}{blanks}{for_}{blanks}{the_}{aws}",  # root credentials for our AWS
    "{aws_root} {any_keys}",  # the account's root keys
    # keys of the AWS root, access key & secret created for the root user
    "{start}{keys}({and}{secrets}){blanks}({made}{blanks})({of}{blanks})({open}){the_}{root_user}",
    "{start}{holder}{keys}({blank}{digit})({blanks}){open}root({user}){close}",  # access key (root)
    "{start}{aws} {account}{as_root}{blank}{access_keys}",  # AWS account (root) keys
    "{root} account{blank}{open}{paying}{close}{blank}{kinds}{access}{keys}",  # root account (payer) access key
    "{start}{aws} ({access}){keys}{comma}root{line_end}",  # AWS access key, root
    "{start}{account} owner{as_root}{blank}{any_keys}",  # account owner (root) key
    "{start}{main}{as_root}{blank}{any_keys}",  # AWS superuser (root) key
    # AKIA… belonging to your root user, as AWS writes to the owner of an account
    "{key_id}{and_secret}{is_said}{belong}{_}to{blank}{your}{root_itself}",
    # AKIA… / secret is a root access key
    "{key_id}{and_secret}{is_said}is{1to2}{your}({of_aws})root{s} {any_keys}",
)
_ROOT_OF_ACCOUNT = (
    "{aws_root}( {owner})",  # the account's root user
    "{root} {aws}( {owner})",  # root AWS account
    "{account} owner{as_root}",  # account owner (root user)
    "{start}{aws}( account){blank}{open}(the{_})root( {owner}){close}",  # AWS (root)
    "{start}{aws} user{blank}{open}(the{_})root( {owner}){close}",
    "{root}{blank}{open}(the{_})(aws{_})account owner{close}",  # root (the AWS account owner)
    # root user of the production account
    "{root} {who}{_}{in}{_}({our}{_})({which}{_}{account_next}){aws_or_account}",
    "{root} {who}{_}{open}{aws_or_account}",  # root user (AWS
)


@functools.cache
def keys_of_root() -> bytes:
    """`root access key`, `AWS root account key`, `keys of the root user`, `access key (root)`."""
    return rb"(?i:%b)%b" % (_said(_KEYS_OF_ROOT), END)


@functools.cache
def root_of_account() -> bytes:
    """`the account's root`, `AWS root user`, `root of the account`, where no keys are spoken of."""
    return rb"(?i:%b%b(?!%b))" % (_said(_ROOT_OF_ACCOUNT), END, _said([" ({owner} ){any_keys}"]))


def _said(phrases: Sequence[str]) -> bytes:
    return in_order(phrases, GAP, words())


@functools.cache
def words() -> dict[str, bytes]:
    """What phrases are made of, by name."""
    return vocabulary(_WORDS, GAP, _SIGNS)
