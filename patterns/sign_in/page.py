"""The pages on which one signs in to AWS, and whether a password is one of such a page."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns.sign_in.apart import is_apart

HOSTS = rb"(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)"
PORTAL = rb"[a-z0-9\-]{3,63}\.awsapps\.com\\?/start\b"
"""That of IAM Identity Center, which is an organization's own."""
PAGE = (
    rb"https:\\?/\\?/(?:%b|[a-z0-9.\-]{0,70}signin\.%b(?!/(?:saml|federation)\b)"
    rb"|[a-z0-9.\-]{0,70}console\.%b(?!/(?!console\b|home\b)[a-z0-9\-]{2,}/?))[\w/.\-]{0,80}" % (PORTAL, HOSTS, HOSTS)
)
"""An expression. Not where another system signs somebody in, nor the page of a service, of which passwords of its own may be told."""


def is_of_page(match: Match[bytes], url: int) -> bool:
    """Whether the page that stands there is the one for which the password is."""
    page = _output().match(match.string, url)
    first, last = sorted((match.span(), (url, page.end() if page else url + 8)))
    return not is_apart(match.string, first[1], last[0], match.start("password"), nested=True)


def is_own_page(data: bytes, url: int) -> bool:
    """Whether it is that of one account, for its IAM users: whose password it is may be told in another message."""
    return bool(_own_page().match(data, url))


@functools.cache
def _own_page() -> re.Pattern[bytes]:
    return re.compile(rb"https:\\?/\\?/(?:[a-z0-9\-]{3,63}\.signin\.%b|%b)" % (HOSTS, PORTAL))


@functools.cache
def _output() -> re.Pattern[bytes]:
    """What an output of Terraform is wrapped in ends behind its value, and it is one of several all the same."""
    return re.compile(rb"(?<=\"value\": \")%b\"[ \t\r\n]{0,20}\}" % PAGE)
