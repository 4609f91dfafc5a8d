"""An SMTP password of Amazon SES. Its user name is the ID of the access key that it was derived from."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks import _user
from patterns.playbooks._history import HISTORY
from patterns.playbooks._owner import FIND_USER
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED

PAGE = "https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html"
ASK_FOR_ID = StepTemplate(
    title="Find its user name, which is the ID of an access key",
    detail=(
        "It stands beside the password in the settings of whatever sends mail, begins with AKIA and is no secret. Type "
        "it in; never the password."
    ),
    commands=("printf 'SMTP user name: ' && read -r KEY_ID",),
    reference=PAGE,
    unless=("key_id",),
)
OFF = replace(
    _user.CONTAIN,
    title="Turn the access key off that the password was made from",
    detail=(
        "The password has no switch of its own: it stops working when the access key does, a few minutes later. The "
        "secret cannot be worked out from the password, so what leaked is the right to send mail. If mail must go on, "
        "make new SMTP credentials first; else turn the key off now: who sends in your name ruins your reputation."
    ),
    reference="https://repost.aws/knowledge-center/ses-rotate-smtp-access-keys",
)
STOP = StepTemplate(
    title="If mail is being sent that is not yours: stop all sending",
    detail=(
        "The switch is the account's, for one Region: nothing goes out there until it is turned on again. SMTP "
        "passwords are good for one Region each; use the one that the host name says."
    ),
    commands=("aws sesv2 put-account-sending-attributes --region {service_region} --no-sending-enabled",),
    reference="https://docs.aws.amazon.com/ses/latest/dg/monitoring-sender-reputation-pausing.html",
)
NEW = StepTemplate(
    title="Make new SMTP credentials",
    detail=(
        "In the console of Amazon SES: SMTP settings, Create SMTP credentials. That makes a new IAM user that may send "
        "and nothing else. Do not derive a password from the key of a user that does more. Programs of your own had "
        "better call the API with a role. Keep the password in a secret store."
    ),
    reference=PAGE,
)
SENT = StepTemplate(
    title="See what was sent",
    detail=(
        "Mail by SMTP is no event of CloudTrail. The account's state, the last two weeks' counts of deliveries, "
        "bounces and complaints, and the suppression list tell of mail that was not yours; mail that you had published "
        "to an event destination is there one by one. AWS may pause an account that sends spam, and writes to you."
    ),
    commands=(
        "aws sesv2 get-account --region {service_region}",
        "aws ses get-send-statistics --region {service_region}",
        "aws sesv2 list-suppressed-destinations --region {service_region}",
    ),
    reference="https://docs.aws.amazon.com/ses/latest/dg/monitor-sending-activity.html",
    side="both",
)

PLAYBOOK = Playbook(
    id="ses-smtp-password",
    title="SMTP password of Amazon SES",
    summary=(
        "Turn off the access key that it was made from, whose ID is its user name; make new SMTP credentials, and see "
        "what was sent in your name."
    ),
    kinds=("ses-smtp-password",),
    principals=(),
    steps=(
        ASK_FOR_ID,
        replace(FIND_USER, unless=("user",)),
        OFF,
        STOP,
        NEW,
        SENT,
        USED,
        _user.DELETE,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
