"""Console passwords in tables of notes and lists: a column for the user, one for the password, and AWS's sign-in page."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._cells import LONGEST, Span, divider_of, row, rows_below
from patterns._checks import is_key_id
from patterns._pattern import Anchor, Found, PartSpan, Pattern, Told
from patterns._rows import plain
from patterns.sign_in.password import is_password

USERS = frozenset(b"user username iamuser iamusername awsuser login loginname email mail account name member".split())
PASSWORDS = re.compile(rb"(?:aws|iam|console|initial|first|temp|temporary|login|user)?(?:password|passwd|pass|pwd)")
EXPORTED = re.compile(
    rb"(?i)user_?name[\"']?,[\"']?(?:login_)?password|login name[\"']?,|console (?:log|sign-?)in|direct sign"
)
"""What is read by other patterns: exports of browsers, files of the console."""
MOST_ROWS = 200
ABOVE = 400
"""Bytes above a table in which its heading stands."""


def rows(match: Match[bytes]) -> Iterator[Found]:
    """The rows with a password that are of AWS: by the page they name, or by what stands above where they name none."""
    data = match.string
    start, end = match.span()
    divider = b"" if match["cell"] else divider_of(match["line"])
    if not divider:
        start, end = max(0, data.rfind(b"<tr", start - LONGEST, start)), data.find(b"</tr>", end, end + LONGEST) + 5
    names = [plain(data[slice(*cell)]) for cell in row(data, start, end, divider)]
    users = [at for at, name in enumerate(names) if name in USERS]
    passwords = [at for at, name in enumerate(names) if PASSWORDS.fullmatch(name)]
    if not users or len(passwords) != 1 or EXPORTED.search(match[0]):
        return
    heading = _heading().search(data, max(0, start - ABOVE), start)
    headed = bool(heading) and not _other_logins().search(heading[0])  # type: ignore[index]
    user = max(users, key=lambda at: names[at] not in (b"account", b"name"))
    for low, high in rows_below(data, end, MOST_ROWS, divider):
        cells = row(data, low, high, divider)
        if len(cells) == len(names):
            yield from _account(data, (low, high), cells[user], cells[passwords[0]], headed)


def _account(data: bytes, line: Span, user: Span, password: Span, headed: bool) -> Iterator[Found]:
    page = _page().search(data, *line)
    elsewhere = b"://" in data[slice(*line)]
    if not (page or (headed and not elsewhere)) or user[0] == user[1] or not is_password(data[slice(*password)]):
        return
    name = data[slice(*user)]
    if is_key_id(name):
        return
    parts: list[PartSpan] = [("password", *password), ("email" if b"@" in name else "user", *user)]
    told = Told(user=None if b"@" in name or name.lower() == b"root" else name.decode("utf-8", "replace"))
    yield Found((*parts, ("url", *page.span())) if page else tuple(parts), "medium", told)


def may_match(part: bytes) -> bool:
    """Whether a column can be called a password there."""
    folded = part.lower()
    return b"pass" in folded or b"pwd" in folded


@functools.cache
def _heading() -> re.Pattern[bytes]:
    """A line that speaks of signing in to AWS, with no more than an empty line or two below it."""
    said = (
        rb"(?:signin|console)\.aws\.amazon\.com"
        rb"|\b(?:aws|iam)\b[\w \t]{0,30}(?:console|log-?in|sign-?in|accounts?|users?|credentials)"
    )
    return re.compile(rb"(?i)(?:%b)[^\n<]{0,120}(?:\n[ \t\r+=|\-]*){0,4}(?:<(?!tr)[^<>]{1,120}>\s*){0,5}\Z" % said)


@functools.cache
def _other_logins() -> re.Pattern[bytes]:
    """Words of what runs on AWS and has passwords of its own."""
    return re.compile(
        rb"(?i)\b(?:rds|db|sql|\w*(?:database|sql|postgres|redis|mongo|elastic|search)\w*|aurora|redshift"
        rb"|ec2|lightsail|workspaces?|instances?|servers?|hosts?|vpn|ssh|ftp|sftp"
        rb"|cognito|jenkins|grafana|kibana|apps?|applications?|demo)\b"
    )


@functools.cache
def _page() -> re.Pattern[bytes]:
    return re.compile(
        rb"https?://(?:[a-z0-9\-]{1,64}\.){0,2}(?:signin|console)\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)"
        rb"[\w/.\-]{0,80}"
    )


_NAME = rb"(?i:(?:pass(?:word|wd)?|pwd))"
_TABLE = "## AWS console\n\n| user | password |\n|---|---|\n"

PATTERN = Pattern(
    id="aws-tabled-password",
    title="AWS sign-in password in a table",
    kind="console-password",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/console.html",
    anchors=(
        *(Anchor(words, ignore_case=True, before=1500, after=800) for words in (b"signin.a", b"console.a")),
        *(Anchor(words, ignore_case=True, after=500) for words in (b"aws console", b"aws login", b"aws sign")),
        *(
            Anchor(words, ignore_case=True, after=500, expression=words + b".{0,480}(?:pass|pwd)")
            for words in (b"aws account", b"iam user")  # AWS's manuals are full of them
        ),
    ),
    regex=(
        rb"(?m:^)(?P<line>[^\n]{0,200}[|\t;,\"' *]" + _NAME + rb"(?:[|\t;,\"'\r *][^\n]{0,200})?)(?:\n|\Z)"
        rb"|(?P<cell>>\s{0,20}(?:[A-Za-z]{2,12} )?" + _NAME + rb"\s{0,20}(?:</[a-z]{1,8}>){0,3}</t[hd]>)"
    ),
    longest=2048,
    refine=rows,
    may_match=may_match,
    personal=True,
    examples={
        "Markdown": _TABLE + "| alice | `<password>` |\n",
        "rows that name the page": (
            "| name | url | user | pass |\n|--|--|--|--|\n"
            "| aws | https://acme.signin.aws.amazon.com/console | alice | <password> |\n"
        ),
        "list with commas": (
            "account,console,user,password\nprod,https://acme.signin.aws.amazon.com/console,alice,<password>\n"
        ),
        "wiki": "h2. AWS logins\n||User||Password||\n|alice|<password>|\n",
        "text with rules": (
            "AWS console\n-----------\n\n+-------+----------+\n| user | password |\n+=======+==========+\n| alice | <password> |\n"
        ),
        "HTML": (
            "<h2>AWS console</h2><table><tr><th>User</th><th>Password</th></tr>"
            "<tr><td>alice</td><td><code><password></code></td></tr></table>\n"
        ),
        "HTML in lines": (
            "<table>\n<tr>\n<th>URL</th>\n<th>User</th>\n<th>Password</th>\n</tr>\n<tr>\n"
            "<td>https://signin.aws.amazon.com/console</td>\n<td>owner@acme.io</td>\n<td><password></td>\n</tr>\n</table>\n"
        ),
    },
    counterexamples={
        "key in place of user and password": "## AWS accounts\n\n| user | password |\n|---|---|\n| <id> | <secret> |\n",
        "logins of other pages": (
            "## AWS console\n\n| url | user | password |\n|--|--|--|\n| https://grafana.acme.io | admin | <password> |\n"
        ),
        "table of something else": "## Demo logins\n\n| user | password |\n|---|---|\n| alice | <password> |\n",
        "table below a text about AWS": (
            "Sign in to the AWS console first.\n\nThen use the shop with one of these:\n\n"
            "| user | password |\n|---|---|\n| alice | <password> |\n"
        ),
        "logins of a database": "## AWS RDS credentials\n\n| user | password |\n|---|---|\n| alice | <password> |\n",
        "nobody's": _TABLE + "| | <password> |\n",
        "words": _TABLE + "| alice | see the vault |\n| bob | changeme |\n",
        "a column of another name": "## AWS console\n\n| user | password policy |\n|---|---|\n| alice | <password> |\n",
    },
)
