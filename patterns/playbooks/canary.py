"""A known tripwire: a key that somebody laid out to be told when it is used."""

from __future__ import annotations

from patterns._playbook import Facts, Playbook, StepTemplate


def is_tripwire(facts: Facts) -> bool:
    """Whether the key is of an account that makes honeytokens."""
    return "canary" in facts.tags


PLAYBOOK = Playbook(
    id="canary",
    title="Tripwire",
    summary="Leave it alone, never try it out: somebody laid it out to be told when it is used. Find out who.",
    kinds=(),
    principals=(),
    accept=is_tripwire,
    rank=2,
    steps=(
        StepTemplate(
            title="Do not use it, and do not take it away",
            detail=(
                "Account {account} makes honeytokens: keys that open nothing and report each call, so that an "
                "intruder is noticed. Any call with it, to verify it for one, raises its owner's alarm. There is "
                "nothing to deactivate: the account is not yours."
            ),
            reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html",
        ),
        StepTemplate(
            title="Find out who put it here",
            detail=(
                "The commits that brought it in tell whom to ask; the file's own history tells it, too. If one of your "
                "own people laid it out, that is all: allow it in the settings with a reason, so that it stays and is "
                "not reported again."
            ),
            commands=("git log --all --format='%h %an %ad %s' -S {key_id}",),
            reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html",
            needs=("key_id",),
        ),
        StepTemplate(
            title="If nobody of yours laid it out: find where it was copied from",
            detail=(
                "Then it came with something taken over from elsewhere, and what else came with it deserves a look. If "
                "its alarm goes off and it was not you, somebody has read this place: look for intruders."
            ),
            reference="https://repost.aws/knowledge-center/potential-account-compromise",
        ),
    ),
)
