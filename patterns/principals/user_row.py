"""Tables of keys with a column for the IAM user, wherever in the row it stands."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._tables import OF_MACHINES, is_of_a_user, named_cells
from patterns.principals._text import NAME

PAGE = "https://docs.aws.amazon.com/awssupport/latest/user/security-checks.html"
COLUMNS = ("iamuser", "iamusername", "awsuser", "awsusername", "username", "user", "username(iamorroot)")
OF_WHATEVER = ("name", "principal", "principalname", "identity", "owner", "who", "whose", "keyowner")
"""Columns of names, of which another column has to say that they are users'."""
OF_EVENTS = frozenset({"eventname", "event", "action", "database", "schema"})
"""Columns of tables in which a name is a session's as well, or none of AWS's."""

_KEY = rb"A[KS]IA[A-Z0-9]{16}"
_END = rb"(?=[\"`*]{0,3}[ \t]{0,8}(?:[,;\t|\r]|$))"


def in_its_row(match: Match[bytes] | None, subject: Subject) -> bool:
    """The name stands in a column for users, in the row of this key."""
    if match is None or not long_term(match, subject) or match["name"].lower() == b"root":
        return False
    row = named_cells(match, subject.key_id)
    if row.keys() & (OF_MACHINES | OF_EVENTS):
        return False
    said = match["said"] or match["added"]
    columns = COLUMNS + OF_WHATEVER if said or is_of_a_user(row) else COLUMNS
    cell = (match["said"] or b"") + match["name"] + (match["added"] or b"")
    return any(row.get(column) == cell.decode() for column in columns)


SIGNALS = (
    Signal(
        id="user-in-row",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="The row of the table names the IAM user {name}.",
        reference=PAGE,
        needs=(b"akia",),
        in_line=True,
        regex=(
            rb"(?m)(?:(?P<behind>" + _KEY + rb"[\"`*]{0,3}[ \t]{0,8}[,;\t|])|(?:^|(?<=[,;\t|])))[ \t\"`*]{0,8}(?P<said>(?i:(?:aws )?iam[ \-]user:?[ ]{1,2}))?"
            + NAME + rb"(?P<added>[ ]{1,2}[(\[](?i:(?:an? )?(?:aws )?iam[ \-]user)[)\]])?" + _END + rb"(?(behind)|(?=[^\n]{0,1000}" + _KEY + rb"))"
        ),
        accept=in_its_row,
        examples={
            "behind the key": "Access Key ID\tUser Name\tFraud Type\n<id>\talice\tExposed\n",
            "as Trusted Advisor calls it": "Access Key ID,User Name (IAM or Root),Fraud Type\n<id>,alice,Exposed\n",
            "in the middle": "Account,IAM user,Access key ID,Secret\nacme,alice,<id>,<secret>\n",
            "Markdown": "| Account | IAM user | Access key ID |\n|---|---|---|\n| acme | `alice` | `<id>` |\n",
            "second row": "Access key ID;IAM user\n<id#1>;bob\n<id>;alice\n",
            "user": "account_id\tuser\taccess_key_id\tsecret_access_key\n<digits:12>\talice\t<oldid>\t<secret>\n",
            "what it is, behind the name": "| Who | Key |\n|---|---|\n| alice (IAM user) | <id> |\n",
            "what it is, before the name": "Principal,Access key ID\nIAM user alice,<id>\n",
            "name, and what it is": "Type,Name,Access key ID\nIAM user,alice,<id>\n",
        },
        counterexamples={
            "another row": "Access key ID,IAM user\n<id#1>,bob\n<id>,\n",
            "user of a machine": "host,username,access key\nweb1,alice,<id>\n",
            "who called": "Event name,Username,Access key ID\nx,alice,<id>\n",
            "root, which may be meant so": "Access key ID,User name\n<id>,root\n",
            "name of anything": "Type,Name,Access key ID\nservice,alice,<id>\n",
            "another column": "Access key ID,Contact\n<id>,alice\n",
            "line ends of old systems": "Access key ID,IAM user\r<id>,alice\rx,y\n",
            "no header": "<id>\talice\n",
            "temporary": "Access key ID,IAM user\n<id:ASIA>,alice\n",
        },
    ),
)  # fmt: skip
