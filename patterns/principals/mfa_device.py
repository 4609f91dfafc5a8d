"""Multi-factor devices: whose device is asked for when the key is used."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._profiles import kept_in_it
from patterns.principals._subjects import long_term
from patterns.principals._text import MFA_ARN, ROOT_MFA_ARN, named

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html"
DELETE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html"
NAMES = rb"(?:aws_?)?mfa_?(?:serial(?:_?number)?|arn|device(?:_?arn)?)|serial_?number"
SECTION = "aws_access_key_id = <id:AKIA:123456789013>\naws_secret_access_key = <secret>\n"
EXPORTS = "export AWS_ACCESS_KEY_ID=<id:AKIA:123456789013>\nexport AWS_SECRET_ACCESS_KEY=<secret>\n"
VERSIONING = (
    "aws s3api put-bucket-versioning --bucket b{profile} --versioning-configuration Status=Enabled,MFADelete=Enabled"
    ' --mfa "arn:aws:iam::{account}:mfa/{device} 123456"\n'
)

_SET = rb"(?:" + named(NAMES) + rb"|--serial-number[ \t=]{1,4}[\"']?)"
_LINE = rb"(?:[^\n\\]|\\\r?\n|\\[^\n]){0,300}?"
_MFA_DELETE = (
    rb"put-bucket-versioning\b(?="
    + _LINE
    + rb"(?i:MFADelete[\"']?[=:][\"']?Enabled))(?="
    + _LINE
    + ROOT_MFA_ARN
    + rb")"
)


def named_by_profile(match: Match[bytes] | None, subject: Subject) -> bool:
    """The long-term key stands in the section of the profile that the call names."""
    return long_term(match, subject) and kept_in_it(match, subject)


def versioning(profile: str = "", account: str = "123456789013", device: str = "root-account-mfa-device") -> str:
    return VERSIONING.format(profile=profile and f" --profile {profile}", account=account, device=device)


SIGNALS = (
    Signal(
        id="root-mfa-device",
        says="root",
        strength="medium",
        scope="record",
        detail="The MFA device that is set beside it has the name of the root user's device.",
        reference=PAGE,
        needs=(b":mfa/root-account",),
        in_line=True,
        regex=_SET + ROOT_MFA_ARN,
        accept=long_term,
        examples={
            "profile": "[x]\nmfa_serial = arn:aws:iam::123456789013:mfa/root-account-mfa-device\n" + SECTION,
            "below the key": SECTION + "mfa_serial=arn:aws:iam::123456789013:mfa/root-account-mfa-device\n",
            "call": EXPORTS
            + "aws sts get-session-token --serial-number arn:aws:iam::123456789013:mfa/root-account-mfa-device\n",
            "variable": EXPORTS + "export AWS_MFA_SERIAL=arn:aws:iam::123456789013:mfa/root-account-mfa-device\n",
        },
        counterexamples={
            "a user's": "[x]\nmfa_serial = arn:aws:iam::123456789013:mfa/alice\n" + SECTION,
            "another account's": "[x]\nmfa_serial = arn:aws:iam::123456789014:mfa/root-account-mfa-device\n" + SECTION,
            "next section's": SECTION + "[y]\nmfa_serial = arn:aws:iam::123456789013:mfa/root-account-mfa-device\n",
            "temporary": "[x]\nmfa_serial=arn:aws:iam::123456789013:mfa/root-account-mfa-device\naws_access_key_id=<id:ASIA:123456789013>\n",
            "resource of a policy": EXPORTS + '{"Resource": "arn:aws:iam::123456789013:mfa/root-account-mfa-device"}\n',
        },
    ),
    Signal(
        id="user-mfa-device",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="The MFA device that is set beside it is one of an IAM user.",
        reference=PAGE,
        needs=(b":mfa/",),
        in_line=True,
        regex=_SET + MFA_ARN,
        accept=long_term,
        examples={
            "profile": "[x]\nmfa_serial = arn:aws:iam::123456789013:mfa/alice\n" + SECTION,
            "below the key": SECTION + "mfa_serial=arn:aws:iam::123456789013:mfa/ops/alice\n",
            "variable": EXPORTS + 'MFA_SERIAL="arn:aws:iam::123456789013:mfa/alice"\n',
        },
        counterexamples={
            "root's": "[x]\nmfa_serial = arn:aws:iam::123456789013:mfa/root-account-mfa-device\n" + SECTION,
            "another account's": "[x]\nmfa_serial = arn:aws:iam::123456789014:mfa/alice\n" + SECTION,
            "next section's": SECTION + "[y]\nmfa_serial = arn:aws:iam::123456789013:mfa/alice\n",
            "resource of a policy": EXPORTS + '{"Resource": "arn:aws:iam::123456789013:mfa/alice"}\n',
        },
    ),
    Signal(
        id="mfa-delete-call",
        says="root",
        strength="medium",
        scope="record",
        detail="The call beside it sets MFA Delete with the root user's device, which the root user alone can do.",
        reference=DELETE,
        needs=(b"mfadelete",),
        regex=_MFA_DELETE + rb"(?!" + _LINE + rb"--profile)",
        accept=long_term,
        examples={
            "below the key": EXPORTS + versioning(),
            "continued lines": EXPORTS + versioning().replace(" --", " \\\n  --"),
            "above the key": versioning() + EXPORTS,
        },
        counterexamples={
            "with a profile": EXPORTS + versioning("admin"),
            "a user's device": EXPORTS + versioning(device="alice"),
            "another account": EXPORTS + versioning(account="123456789014"),
            "versioning alone": EXPORTS + "aws s3api put-bucket-versioning --versioning-configuration Status=Enabled\n",
        },
    ),
    Signal(
        id="mfa-delete-profile",
        says="root",
        strength="medium",
        scope="file",
        detail="A call sets MFA Delete with this profile, which the root user alone can do.",
        reference=DELETE,
        needs=(b"mfadelete",),
        regex=_MFA_DELETE + rb"(?=" + _LINE + rb"--profile[ \t=]{1,4}[\"']?(?P<profile>[\w.@\-]{1,64}))",
        accept=named_by_profile,
        examples={
            "call above": versioning("admin") + "\n[admin]\n" + SECTION,
            "call far below": "[admin]\n" + SECTION + "x\n" * 90 + versioning("admin"),
            "second section": "[dev]\naws_access_key_id=<id#1>\n[admin]\n" + SECTION + versioning("admin"),
        },
        counterexamples={
            "another profile": versioning("admin") + "\n[dev]\n" + SECTION,
            "no section": versioning("admin") + SECTION,
            "a user's device": versioning("admin", device="alice") + "\n[admin]\n" + SECTION,
            "another account": versioning("admin", account="123456789014") + "\n[admin]\n" + SECTION,
        },
    ),
)
