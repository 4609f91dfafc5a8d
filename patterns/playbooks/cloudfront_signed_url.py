"""A signed URL or cookie of CloudFront, still good."""

from __future__ import annotations

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import tagged
from patterns.playbooks._trail import SUPPORT

PAGE = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html"


def is_of_cloudfront(facts: Facts) -> bool:
    """Whether CloudFront's key signed it."""
    return tagged(facts, "cloudfront")


DECIDE = StepTemplate(
    title="Take away what it opens, or wait: decide by what that is and until when",
    detail=(
        "It opens the files that its policy names, and ends by itself. If that does no harm, wait. One file is moved "
        "to another name, and the old one invalidated in CloudFront's caches."
    ),
    commands=(
        "printf 'ID of the distribution: ' && read -r DISTRIBUTION_ID && printf 'Path to invalidate: ' && read -r FILE"
        ' && aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION_ID" --paths "$FILE"',
    ),
    reference="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Invalidation.html",
)
OTHER_KEY = StepTemplate(
    title="If it must end now: take its public key out of the key group",
    detail=(
        "Make a new key pair, put its public key into the group, have the program sign with it, and then take the old "
        "one out: all that the old key signed is void within minutes. The Key-Pair-Id in the URL is the ID of the "
        "public key; one that begins with APKA is a key pair of the old kind, which the root user deactivates in the "
        "console."
    ),
    commands=("aws cloudfront list-key-groups",),
    reference=PAGE,
)
SEEN = StepTemplate(
    title="See who fetched what",
    detail=(
        "The standard logs of the distribution, if they are on, have the address, the time and the path of each "
        "request. CloudTrail does not record them."
    ),
    reference="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html",
    side="both",
)

PLAYBOOK = Playbook(
    id="cloudfront-signed-url",
    title="Signed URL or cookie of CloudFront, still good",
    summary=(
        "Whoever has it can fetch what its policy names until it expires: take that away, or change the key that signs."
    ),
    kinds=("presigned-url",),
    principals=(),
    accept=is_of_cloudfront,
    steps=(DECIDE, OTHER_KEY, SEEN, SUPPORT, *HISTORY),
)
