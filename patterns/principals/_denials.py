"""Words by which a sentence on root's keys says that the key beside it is none. Support: no signal stands here.

Searched in one clause in lower case, unless it is said otherwise.
"""

# ruff: noqa: RUF001
from __future__ import annotations

import functools
import re

from patterns._phrases import any_of, either

_NT = rb"n(?:'|\xe2\x80\x99)t"
_DENIALS = (
    "not, no, non, zero, never, nobody, neither, nor, dont, cannot, without, avoid*, stop{no_use}",
    "instead, rather, over, prefer*, unlike, except, than, opposed to, different from",
    "whether, doubt*, unclear, unsure, wonder*",
    # what is like it is not it
    "like, as if, as though, as {word} as, equivalent, pseudo, quasi, almost, nearly",
    "basically, practically, essentially, effectively, virtually",
    # made up
    "pretend*, imagine*, suppos*, hypothetical*, invented, fake(s), faking, dummy, mock*",
    "sample(s), example(s), placeholder(s)",
    "if this, if these, if it, if they, if that",
    # what a program is to have
    "{run} with, {run} as, {run} using, {run} under",
    # in former times
    "formerly, previously, used to be, we used to, i used to, they used to, it used to, this used to, that used to",
    "away from, migrated from, moved from, switched from",
    "replaces, replaced, replacing, supersedes, superseded, superseding, obsoletes, obsoleted, obsoleting",
)
_DESCRIBING = (
    "leaked, exposed, compromised, hard(-)coded, coded, shared, unencrypted, embedded, committed, limited, restricted",
    "unrestricted, attached, enclosed, unused, need, downloaded, exported, copied, pasted",
)
"""Words in -ed that describe a key. Another one before it tells what was done, to some key."""


@functools.cache
def denial() -> re.Pattern[bytes]:
    """In what stands before the words."""
    run = rb"%b(?: \w+){0,2}" % any_of("run(s), execute(s), invoke(s), apply(s), deploy(s)")
    words = any_of(*_DENIALS, no_use=b"(?! using)", word=b"[a-z]{2,20}", run=run)
    was = rb"\b(?:was|were)[ \t]+(?:the |our |an? )?\Z"
    done = rb"\b(?!%b\b)[a-z]{3,20}ed[ \t]+(?:the |our |all |any )?\Z" % any_of(*_DESCRIBING)
    return re.compile(rb"\b%b\b|%b\b|%b|%b" % (words, _NT, was, done))


@functools.cache
def condition() -> re.Pattern[bytes]:
    """How a sentence begins that says what would be so; over all its clauses."""
    lead = any_of("and, or, but, so, also, then, except, even, only")
    done = rb"(?!using)[a-z]{3,20}(?:ing|ed)"
    words = any_of(
        "if, unless, whether, in case, assuming, provided, wenn, falls, si, se",
        "after {done}, before {done}, since {done}, by {done}, once {done}",
        done=done,
    )
    return re.compile(rb"(?i)[^a-z]*(?:%b[ \t]+)?%b\b" % (lead, words))


_TASKS = (
    "remove, removing, delete, deleting, revoke, revoking, deactivate, deactivating, disable, disabling",
    "rotate, rotating, clean(ing) up, clean(ing)-up, clean(ing)up, get(ting) rid of",
    "audit(ing), review(ing), check(s), find, look for, looks for, alert(s), alerting, detect(s), detecting, list",
    # what is written about them
    "policy, policies, tutorial, guide, how to, how-to, howto, faq, rule(s), docs, doc, documentation, see, see also",
    "topic, question, ticket, issue, task, article",
)
_DENYING_LABELS = (
    "was, were, before, formerly, previously, replac*, supersed*, obsolete(s)",
    "not, no, never, don't, avoid, unlike, except, wrong, bad, cause",
    "fixture(s), sample(s), example(s), mock(s), dummy, fake(s), placeholder(s), test case",
    "forbidden, prohibited, banned, verboten, interdit, prohibido, proibido, vietato",
)


@functools.cache
def denial_before_colon() -> re.Pattern[bytes]:
    """In all that stands before the words: a label that says what the key is not, or was, or what is to be done to such."""
    auditor = any_of("{control}, security hub, securityhub, prowler, trusted advisor", control=rb"IAM\.\d{1,2}")
    colon = rb"[ \t]{0,4}:[ \t]{0,4}"
    task = rb"%b(?:[ \t]{1,2}[\d.]{1,8})?%b(?:(?:the|our|all|any)[ \t]+)?\Z" % (any_of(*_TASKS), colon)
    return re.compile(rb"(?i)\b(?:%b\b|%b|%b%b\Z)" % (auditor, task, any_of(*_DENYING_LABELS), colon))


_MACHINES = (
    "vcenter, vsphere, esx, esxi, proxmox, idrac, ilo, nas, firewall, router, switch, hypervisor, appliance, cluster",
    "instance, box, cpanel, plesk, jenkins, gitlab, artifactory, nexus, kibana, elastic*, kafka, rabbitmq, consul",
)
_DOCUMENTS = (
    "file, object, document, page, json, yaml, config*, schema, map, mapping, dict*, tree, trie, chain, hierarchy"
)
_ORIGINS = (
    "created, made, generated, issued, used, leaked, exposed, committed, pushed, published, found, copied, taken",
    "downloaded, stolen, shared, added, given, pasted, left",
)
"""How a key came to stand where it stands. Of one that anything else was done with it is told that it is gone."""
_ELSEWHERE = (
    "not, never, no longer, elsewhere, instead, cannot, forbidden, prohibited, discouraged",
    "how to, go here, goes here, in other, in the other, in another",
    "and use, and take, and try, then use, then take, then try",
)


@functools.cache
def denial_behind() -> re.Pattern[bytes]:
    """In what stands behind the words."""
    thing = rb"(?:the|our|this|an?) (?:[\w\-]{1,20} )?"
    return re.compile(
        either(
            rb"\b%b\b" % any_of(*_ELSEWHERE),
            rb"%b\b" % _NT,
            rb"^ (?:of|for|to|on) %b%b\b" % (thing, any_of(*_MACHINES)),
            rb"^ of (?:the|this|an?) (?:[\w\-]{1,20} )?%b\b" % any_of(_DOCUMENTS),
            rb"^[ \t]+(?:was|were)[ \t]+a[ks]ia(?![a-z0-9]{16})",
            rb"^[ \t]+(?:and/)?or (?:an? |the |some )?(?:iam|user|role|sso)\b",
            rb"^[ \t]+to (?:an? |the )?(?:iam|role|sso)\b",
            rb"^[ \t]*(?:-{1,2}>|=>|\xe2\x86\x92)[ \t]*(?![^ \t]{16})[a-z]",
            rb"\b(?:must|should) be [\"'`]",
            rb"\b(?:was|were|ha(?:s|ve|d) been|got) (?:\w{1,12}ly )?(?!%b\b)[a-z]{2,20}(?:ed|en|out|off|lost)\b"
            % any_of(*_ORIGINS),
            rb"\b(?:is|are|lives?|kept|stored) (?:kept |stored )?(?:in|at) ",
        )
    )


_BAD = (
    "risk*, danger*, bad, evil, insecure, unsafe, harmful, powerful, unlimited, unrestricted, deprecated, obsolete",
    "problem*, threat*, idea, practice",
)


@functools.cache
def judgement() -> re.Pattern[bytes]:
    """Behind the words: what is said of such keys in general."""
    means = rb"(?:\b%b\b|=)" % any_of("is, are, pose(s), mean(s)")
    must = any_of("must, should, need to, has to, have to")
    gone = any_of("deleted, removed, disabled, deactivated, avoided, absent")
    return re.compile(rb"%b.{0,40}\b%b\b|\b%b(?: always)? be %b\b" % (means, any_of(*_BAD), must, gone))


_ADVICE = (
    "recommend*, best practice(s), ensure(s), ensuring, should, must, how to, if, unless, when*",
    # what is to be done with such keys
    "delete(s), deleting, remove(s), removing, revoke(s), revoking, rotate(s), rotating, disable(s), disabling",
    "deactivate(s), deactivating, protect*, secure, securing, lock*, create(s), creating, generate(s), generating",
    "manage(s), managed, managing, enable(s), enabling, audit*, detect*, check*, scan*, find(s)",
    "look for, looks for, see, list(s)",
    # what a program does with the root of a document
    "get(s), fetch*, return(s), load(s), read(s), parse(s), parsing, compute(s), computing, derive(s), deriving",
    "reject(s), support*",
    # who else
    "that {does}, which {does}, who {does}, someone, somebody, anybody",
    "alert*, alarm*, ask*, expect*, requir*, need(s), request*",
)


@functools.cache
def advice() -> re.Pattern[bytes]:
    """In what stands before the words: what is to be done, or what somebody else does."""
    return re.compile(rb"\b%b\b" % any_of(*_ADVICE, does=rb"(?!is|was|belongs|has)[a-z]{3,20}s"))


_PARTS = (
    "copy, copies, copied, backup(s), content(s), id(s), pair(s), part, half, halves, set(s), dump(s)",
    "taken, pasted, exported, downloaded, sorry, care",
)


@functools.cache
def object_of_another() -> re.Pattern[bytes]:
    """In what stands before the words: a preposition, by which they belong to what is said before (`rid of`, `away from`).

    Those of a copy or a part of the key, or of where it was taken from, are none.
    """
    preposition = any_of("from, of, out, off, into, about, on, by, via, against, through, under, to")
    article = any_of("the, our, my, a, an, any, all")
    return re.compile(
        rb"\b(?<!\w)(?!%b[ \t])([\w'\-]+[ \t]+)%b(?:[ \t]+%b)?[ \t]*\Z" % (any_of(*_PARTS), preposition, article)
    )


_USUAL = (
    "the, our, my, a, an, this, these, those, their, your, his, her, its, all, both, it, i, we, am, i'm, i’m, yes, still",
    "is, are, be, has, have, use, used, uses, using, had to use, contain, contains, hold, holds, belong(s)",
    "with, and, or, for, of, to, from, in, on, at, by, as, about, here, below, following, follows",
    # which one
    "prod, production, dev, test, staging, main, master, old, new, current, temp, temporary, personal, actual, real, live",
    "primary, legacy, first, second, emergency, org, organisation, organization, billing, payer, management, company",
    # what it is like, and that it should not be here
    "full, full-access, unrestricted, powerful, dangerous, secret, leaked, exposed, hard(-)coded, compromised, shared",
    "now, currently, temporarily, sadly, unfortunately, attached, enclosed, sorry, found",
    "warning, caution, danger, careful, attention, note, nb, todo, fixme, xxx, hack",
    # what is spoken of
    "aws, amazon, account, acct, access, key(s), credentials, creds, id(s), pair(s), owner, type, user, {key_id}",
    "copy, copies, copied, backup(s), content(s), part, half, dump, taken, pasted, exported, downloaded",
    "{number}, {whose}",
)


@functools.cache
def usual() -> re.Pattern[bytes]:
    """Words that lead to a name and say nothing else of it."""
    whose = rb"\w+(?:'|\xe2\x80\x99)s"
    return re.compile(any_of(*_USUAL, key_id=rb"a[ks]ia[a-z0-9]{16}", number=rb"\d+", whose=whose))


@functools.cache
def here() -> re.Pattern[bytes]:
    """In the whole sentence: words that tie it to what stands there."""
    other = any_of("user, role, script, function, lambda, policy, tool, job, bot, service, program, check, test, rule")
    this = rb"th(?:is|ese)(?! (?:iam |new )?%bs?\b)" % other
    return re.compile(rb"(?i)\b%b\b" % any_of("{this}, here, below, todo, fixme, xxx, hack", this=this))


_DENIALS_ABROAD = (
    "nicht, kein, keine, keinen, keiner, keinem, keines, keins, nie, niemals, ohne, statt",
    "pas, jamais, aucun, aucune, sans, nunca, sin, ningun*, ningún*, nao, não, sem, mai, senza",
    "geen, niet, nooit, zonder, inte, aldrig, utan, ikke, aldri, nigdy, bez",
)
_DENIALS_WITHOUT_BORDERS = (
    "не{blank}, нет, никогда, без{blank}, 不, 別, 别, 勿, 非, 禁, ない, 않, 아닙, 아님, 아니, 아닌, 금지"
)
"""In scripts whose letters are no word to an expression of bytes."""


@functools.cache
def foreign_denial() -> re.Pattern[bytes]:
    """In the whole sentence: not, no, never, without and instead in other languages that remarks are written in."""
    words = any_of(*_DENIALS_ABROAD)
    return re.compile(rb"(?i)\b%b\b|%b" % (words, any_of(_DENIALS_WITHOUT_BORDERS, blank=b" ")))


@functools.cache
def warning_abroad() -> re.Pattern[bytes]:
    """Behind the words and a comma, in those languages: what is not to be done with the key that stands here."""
    german = any_of("verwenden, benutzen, nutzen, teilen, weitergeben, committen, anfassen, löschen")
    french = any_of("utiliser, partager, commiter, publier, diffuser, toucher")
    romance = any_of("usar, utilizar, compartir, compartilhar, publicar, subir, tocar, usare, condividere")
    sayings = (
        rb"(?:bitte )?(?:nicht|niemals|nie) (?:mehr )?" + german,
        rb"(?:merci de )?ne (?:pas|jamais|plus) " + french,
        any_of("nunca, no, não, nao, non") + b" " + romance,
        rb"(?:niet|nooit) (?:gebruiken|delen)",
        any_of("не использовать, не коммитить, не передавать, не трогать"),
    )
    return re.compile(rb"(?i)\A[ \t]{0,2}[,;(!.\-]{1,2}[ \t]{0,2}%b" % either(*sayings))
