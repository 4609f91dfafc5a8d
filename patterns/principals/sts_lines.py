"""What STS answers in text form: beside the credentials, a line on whose session they are."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._subjects import not_long_term
from patterns.principals._text import FEDERATED_ARN, SESSION_ARN

PAGE = "https://docs.aws.amazon.com/STS/latest/APIReference/"
LINE = "CREDENTIALS\t<id:ASIA:123456789013>\t2030-05-01T10:00:00+00:00\t<secret>\t<token:123456789013>\n"
LONG_TERM = "AWS_ACCESS_KEY_ID=<id:AKIA:123456789013>\nAWS_SECRET_ACCESS_KEY=<secret>\n"
ROLE = "ASSUMEDROLEUSER\tarn:aws:sts::123456789013:assumed-role/deploy/job\tAROA<base32:17>:job\n"
USER = "FEDERATEDUSER\tarn:aws:sts::123456789013:federated-user/bob\t123456789013:bob\n"

SIGNALS = (
    Signal(
        id="assumed-role-line",
        says="role",
        strength="strong",
        scope="record",
        detail="The answer of STS, in text form, is a session of the role {name}.",
        reference=PAGE + "API_AssumeRole.html",
        needs=(b"assumedroleuser",),
        in_line=True,
        regex=rb"(?m)^ASSUMEDROLEUSER[ \t]+" + SESSION_ARN + rb"[ \t]+AROA[A-Z0-9]{16,17}:",
        accept=not_long_term,
        examples={
            "answer": ROLE + LINE,
            "after the credentials": LINE + ROLE,
            "spaces": (ROLE + LINE).replace("\t", "    "),
        },
        counterexamples={
            "key that asked": LONG_TERM + ROLE,
            "another account's": ROLE.replace("123456789013", "123456789014") + LINE,
            "another word": ROLE.replace("ASSUMEDROLEUSER", "ALLOWEDROLEUSER") + LINE,
        },
    ),
    Signal(
        id="federated-user-line",
        says="federated-user",
        strength="strong",
        scope="record",
        detail="The answer of STS, in text form, is a session of the federated user {name}.",
        reference=PAGE + "API_GetFederationToken.html",
        needs=(b"federateduser",),
        in_line=True,
        regex=rb"(?m)^FEDERATEDUSER[ \t]+" + FEDERATED_ARN + rb"[ \t]+\d{12}:",
        accept=not_long_term,
        examples={
            "answer": LINE + USER,
            "before the credentials": USER + LINE,
            "spaces": (LINE + USER).replace("\t", "    "),
        },
        counterexamples={
            "key that asked": LONG_TERM + USER,
            "another account's": LINE + USER.replace("123456789013", "123456789014"),
            "another word": LINE + USER.replace("FEDERATEDUSER", "BLOCKEDUSER"),
        },
    ),
)
