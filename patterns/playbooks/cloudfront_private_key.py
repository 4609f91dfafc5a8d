"""The private key with which URLs and cookies of CloudFront are signed."""

from __future__ import annotations

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import tagged
from patterns.playbooks._trail import INTRUDER, SUPPORT

PAGE = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html"


def is_of_cloudfront(facts: Facts) -> bool:
    """Whether the file's name or the text beside it says so."""
    return tagged(facts, "cloudfront-key")


NEW = StepTemplate(
    title="Make a new key pair and put its public key into the key group",
    detail=(
        "Whoever has the private key can sign a URL for every file that the group opens, for any time to come. Make "
        "the new pair with openssl where the program runs, upload the public half (create-public-key), add it to the "
        "key group (update-key-group) beside the old one, and have the program sign with it."
    ),
    commands=(
        "aws cloudfront list-key-groups",
        "aws cloudfront list-public-keys --query 'PublicKeyList.Items[].[Id,Name,CreatedTime]' --output text",
    ),
    reference=PAGE,
)
OLD = StepTemplate(
    title="Take the old key out of the group, then delete it",
    detail=(
        "From then on nothing that it signed opens anything; do so at once if what it opens is worth more than the "
        "links that break. A key pair of the old kind, whose ID begins with APKA, hangs on the account's root user, "
        "who deactivates and deletes it in the console under Security credentials: use a key group in its place."
    ),
    commands=(
        "printf 'ID of the old public key: ' && read -r PUBLIC_KEY_ID && aws cloudfront delete-public-key "
        '--id "$PUBLIC_KEY_ID" --if-match "$(aws cloudfront get-public-key --id "$PUBLIC_KEY_ID" --query ETag '
        '--output text)"',
    ),
    reference=PAGE,
)
SEEN = StepTemplate(
    title="See what was fetched",
    detail=(
        "The standard logs of the distributions, if they are on, have the address, the time and the path of each "
        "request; look for paths that your program never signs. CloudTrail does not record them."
    ),
    reference="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html",
    side="both",
)

PLAYBOOK = Playbook(
    id="cloudfront-private-key",
    title="Private key that signs URLs of CloudFront",
    summary="Put a new key into the key group and take this one out: all that it signs then opens nothing.",
    kinds=("private-key",),
    principals=(),
    accept=is_of_cloudfront,
    steps=(NEW, OLD, SEEN, INTRUDER, SUPPORT, *HISTORY),
)
