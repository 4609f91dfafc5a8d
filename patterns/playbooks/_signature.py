"""Steps for what an access key signed, and what works until that key does not. Support: no playbook stands here."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import StepTemplate
from patterns.playbooks import _user
from patterns.playbooks._owner import FIND_OWNER, FIND_USER

WHO_CAN = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ShareObjectPreSignedURL.html"

KEEP_FROM_IT = StepTemplate(
    title="Take away what it opens, or wait: decide by what that is and until when",
    detail=(
        "It opens one thing, and ends by itself. If that does no harm, wait. For an object of S3 the mildest cure is "
        "to copy it to another name and delete the old one. A statement in the bucket's policy that denies requests "
        "whose s3:signatureAge is above some minutes stops all older URLs of the bucket and nothing else."
    ),
    reference="https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html",
)
ASK_FOR_ID = StepTemplate(
    title="Find the ID of the key that signed it",
    detail="It stands in the URL and begins with AKIA or ASIA; it is no secret. Type it in; never the signature.",
    commands=("printf 'ID of the access key: ' && read -r KEY_ID",),
    reference=WHO_CAN,
    unless=("key_id",),
)
WHOSE = replace(FIND_OWNER, unless=("user",))
WHOSE_USER = replace(FIND_USER, unless=("user",))
OFF = replace(
    _user.CONTAIN,
    title="If it must end now: turn off the key that signed it",
    detail=(
        "With the key all that it ever signed is void. The secret did not leak, so there is no hurry to replace it: "
        "make the work's new key first. A root user's key is managed without --user-name, by root itself, and should "
        "not exist."
    ),
    reference=WHO_CAN,
)
