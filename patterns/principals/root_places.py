"""Files and folders that are named for the root user, and in which a key is kept."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._pattern import Sample
from patterns._phrases import any_of
from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_add-key.html"
PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"

_KEPT = rb"(?:[_.\- ]?(?:access|aws|iam)){0,2}(?:[_.\- ]?(?:keys?|credentials?|creds|secrets?))?"
_ROOT = (
    rb"(?:aws[_.\- ]?(?:account[_.\- ]?)?root(?:[_.\- ]?(?:user|account|acct))?"
    rb"|root[_.\- ]?aws(?:[_.\- ]?(?:user|account|acct))?"
    rb"|root[_.\- ]?(?:user|account|acct))"
)
NAMED = (
    rb"(?i)(?:^|[/!\\])(?:[a-z0-9]{1,20}[_.\- ])?" + _ROOT + _KEPT
    + rb"(?:[_.\- ]?\d{1,8})?(?:[/!\\]"
    rb"|(?:\.(?:env|envrc|txt|csv|json|ya?ml|ini|cfg|conf|properties|key|keys|creds))?(?:\.(?:bak|old|orig))?$)"
)  # fmt: skip

_ANOTHER = (
    rb"[ _\-.]?(?:ca|certs?|certificates?|zone|module|path|dir|directory"
    rb"|folder|domain|bucket|volume|device|disk|stack|template|"
    rb"vpc|dns|config|project|repo|level|prefix|cause|mfa|e-?mail|name|id|alarm|login)(?![a-z])"
)
"""What has a root of its own, or is about the root user and no key."""
_ABOUT = (
    rb"(?:test|find|list|ensure|create|deny|block|avoid)[ _\-.]"
    rb"|[^/!\\]{0,80}\.(?:py|[jt]sx?|go|java|rb|rs|php|cs|c|cc|cpp|h|kt|scala|tf|html?)$"
)
"""How files begin or end that are about such keys and hold none."""


def called_so(match: Match[bytes] | None, subject: Subject) -> bool:
    """The name is not that of another system's root, nor the path that of an article."""
    if match is None or not long_term(match, subject):
        return False
    return not _of_others().search(match[0]) and not _articles().search(match.string)


def kept_there(match: Match[bytes] | None, subject: Subject) -> bool:
    """As `called_so`, and the path is neither another system's, nor an organization's, whose own account is called so."""
    if match is None or not called_so(match, subject) or _of_code().search(match.string):
        return False
    return b"aws" in match[0].lower() or not _of_others().search(match.string)


@functools.cache
def _articles() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)(?<![a-z])(?:blogs?|_?posts|articles?|tutorials?)(?![a-z])")


@functools.cache
def _of_others() -> re.Pattern[bytes]:
    words = any_of(
        "no, not, non, never, without",
        "sql, mysql, postgresql, postgres, mariadb, mongo*, redis, db, database(s), ldap, ssh, minio, ceph, vault",
        "linux, unix, ubuntu, docker, container(s), host(s), server(s), vm(s), gitlab, jenkins, gcp, azure",
        "check(s), delete, remove, disable, rotate, audit, detect*, monitor*, alert(s), alarm(s), guide, policy, policies",
    )
    return re.compile(rb"(?i)(?<![a-z])%b(?![a-z])" % words)


@functools.cache
def _of_code() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i)(?<![a-z])(?:tests?|fixtures?|examples?|samples?|terraform|terragrunt|tf|modules?|roles?|organi[sz]ations?|org|"
        rb"landing[ _\-]?zone|live|src|lib|apps?|packages?)(?![a-z])"
        rb"|\.(?:py|rb|go|php|cs|java|kt|scala|rs|[jt]sx?|sh|tf|tfvars|hcl|html?|md|rst|adoc)$"
    )


SIGNALS = (
    Signal(
        id="root-named-file",
        says="root",
        strength="medium",
        scope="path",
        detail="The file's name speaks of the root user's keys.",
        reference=PAGE,
        needs=(b"root",),
        regex=(
            rb"(?i)(?:^|[/!\\])(?!rootkey[^/!\\]{0,60}\.csv|"
            + _ABOUT
            + rb")(?:[a-z0-9]{1,20}[ _\-.])?(?:aws[ _\-.]?root(?!"
            + _ANOTHER
            + rb")|root[ _\-.]?(?:user|account)?[ _\-.]?"
            rb"(?:aws|access)?[ _\-.]?(?:keys?|credentials?))(?:[ _\-.][\w ()\-.]{0,40})?$"
        ),
        accept=called_so,
        examples={
            "root access key": Sample("<id>\n<secret>\n", "notes/root-access-key.txt"),
            "aws root": Sample("<id>\n<secret>\n", "aws_root.txt"),
            "root credentials": Sample("<id>\n<secret>\n", "prod-root-credentials.md"),
        },
        counterexamples={
            "the home of root": Sample("<id>\n<secret>\n", "root/keys.txt"),
            "another word": Sample("<id>\n<secret>\n", "webroot-keys.txt"),
            "a root of something": Sample("<id>\n<secret>\n", "root_block_device.tf"),
            "a folder": Sample("<id>\n<secret>\n", "aws-root/main.py"),
            "another root": Sample("<id>\n<secret>\n", "aws-root-cert.env"),
            "denial": Sample("<id>\n<secret>\n", "not-rootkey.csv"),
            "article": Sample("<id>\n<secret>\n", "blog/aws-root-account.md"),
            "what checks for it": Sample("<id>\n<secret>\n", "check_root_access_key.txt"),
            "code": Sample("<id>\n<secret>\n", "root_access_key.py"),
            "the console's own file": Sample("<id>\n<secret>\n", "rootkey.csv"),
        },
    ),
    Signal(
        id="root-named-place",
        says="root",
        strength="medium",
        scope="path",
        detail="The folder or the file in which it is kept is named for the root user.",
        reference=PAGE,
        needs=(b"root",),
        regex=NAMED,
        accept=kept_there,
        examples={
            "folder": Sample(PAIR, "root_account/credentials"),
            "folder of AWS's": Sample(PAIR, "secrets/aws-root/keys.env"),
            "folder of keys": Sample(PAIR, "Root User Keys/keys.txt"),
            "file": Sample(PAIR, "secrets/root-account.env"),
            "file of a company": Sample(PAIR, "acme-root-user.txt"),
            "copy": Sample(PAIR, "aws-root-account.env.bak"),
            "in an archive": Sample(PAIR, "keys.zip!root_user/keys.csv"),
            "AWS's, below another system's": Sample(PAIR, "server/aws-root-account/keys.env"),
        },
        counterexamples={
            "the home of root": Sample(PAIR, "root/.aws/credentials"),
            "root of a project": Sample(PAIR, "project-root/keys.env"),
            "denial": Sample(PAIR, "non-root-user/keys.env"),
            "database": Sample(PAIR, "mysql/root_account.env"),
            "account of an organization": Sample(PAIR, "terraform/root-account/keys.env"),
            "what watches for it": Sample(PAIR, "root-account-alerts/keys.env"),
            "what switches it off": Sample(PAIR, "lambda/disable-root-account/keys.env"),
            "code": Sample(PAIR, "root_user/config.py"),
            "article": Sample(PAIR, "blog/aws-root-account.txt"),
            "guide": Sample(PAIR, "root_user_guide/keys.env"),
            "temporary": Sample(PAIR.replace("<id>", "<id:ASIA>"), "root_account/credentials"),
        },
    ),
)
