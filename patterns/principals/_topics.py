"""What a sentence with root in it may be about beside the root user's key: other systems, other roots, users, rights.

Support: no signal stands here.
"""

from __future__ import annotations

import functools
import re

from patterns._phrases import any_of

_SYSTEMS = (
    # databases, storage that speaks S3, other clouds
    "my( )sql, maria( )db, postgres*, pgsql, mongo*, redis, database(s), db, sql, phpmyadmin",
    "minio, ceph, rgw, local( )stack, moto, wasabi, backblaze, digital( )ocean, linode, scaleway, hetzner",
    "cloudflare, azure, gcp, aliyun, alibaba, grafana, vault, registry, ldap",
    # machines and what runs on them
    "linux, ubuntu, debian, unix, ssh, sudo, docker*, container(s), os, operating, server(s), host(s), machine(s), vm(s)",
    "chown, chgrp, chmod",
    # what encrypts, and what certifies
    "kms, hsm, luks, encrypt*, decrypt*, keystore(s), truststore(s), gpg, pgp, cert*, ca, tls, ssl, dns*",
)
_ROOTED = (
    "square, cube",
    "config*, settings, registry, hive, json, xml, yaml, toml, document, schema, object, dict*, i18n, translation(s)",
    "tree, trie, merkle, hash, trust",
    "navigation, menu, route, router, module, package, project, repo*, git, web, app*",
)
_RIGHTS = (
    "allow*, grant*, deny, denies, trust*, policy, policies, principal(s), permission(s), access to, only",
    "enabl*, mfa, requir*, need(s), contact*, block*, restrict*, cause",
    # where something lies
    "directory, directories, folder, path",
)


@functools.cache
def other_system() -> re.Pattern[bytes]:
    """One that has a root user of its own, or keys."""
    return re.compile(rb"(?i)\b%b\b" % any_of(*_SYSTEMS))


@functools.cache
def other_root() -> re.Pattern[bytes]:
    """What makes another root of the word that follows."""
    return re.compile(rb"(?i)\b%b(?:'s)?[ \t\-]{1,3}\Z" % any_of(*_ROOTED))


@functools.cache
def another_user() -> re.Pattern[bytes]:
    """For which user something was made."""
    lead = any_of("for, of, creat*, made, make, add*, a, an, the, new, iam")
    named = rb"\bfor[ \t]+(?:the[ \t]+|our[ \t]+)?(?!root)[\w.\-]{1,40}[ \t]+user\b"
    return re.compile(rb"(?i)\b%b[ \t]+(?:iam[ \t]+)?users?\b|%b" % (lead, named))


@functools.cache
def of_aws() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)\b(?:aws|amazon|access[ \-]?(?:keys?|pairs?)|iam)\b|rootkey\.csv")


@functools.cache
def of_policies() -> re.Pattern[bytes]:
    """What may be done, or is to be, and by whom."""
    return re.compile(rb"(?i)\b%b\b" % any_of(*_RIGHTS))
