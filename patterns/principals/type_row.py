"""Tables of keys with a column that says what kind of key each one is, or whose."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._tables import OF_MACHINES, TYPES, is_of_a_user, named_cells
from patterns.principals._text import KEY_ID

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html"
USERS_PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html"
COLUMNS = TYPES | {
    "owner",
    "keyowner",
    "principal",
    "identity",
    "whose",
    "belongsto",
    "who",
    "keyof",
    "username(iamorroot)",
}
ROOT = frozenset({"root", "root user", "root account", "aws root", "aws root user", "aws root account", "account root"})
FLAGS = frozenset({"isroot", "isrootuser", "isrootaccount", "rootuser"})
AWS_OWN = "<root_account>"
"""How credential reports call the root user, in whatever column."""


def of_root(match: Match[bytes] | None, subject: Subject) -> bool:
    """A column for the type or the owner of keys says root in the row of this key."""
    if match is None or not long_term(match, subject):
        return False
    row = named_cells(match, subject.key_id)
    return not row.keys() & OF_MACHINES and any(
        cell.lower() == AWS_OWN
        or (name in COLUMNS and cell.lower() in ROOT)
        or (name in FLAGS and cell.lower() in ("true", "yes"))
        for name, cell in row.items()
    )


def of_a_user(match: Match[bytes] | None, subject: Subject) -> bool:
    """A column for the type of keys says that the one in this row is an IAM user's."""
    if match is None or not long_term(match, subject):
        return False
    row = named_cells(match, subject.key_id)
    return not row.keys() & OF_MACHINES and is_of_a_user(row)


SIGNALS = (
    Signal(
        id="root-row",
        says="root",
        strength="medium",
        scope="record",
        detail="The row of the table says that the key is the root user's.",
        reference=PAGE,
        needs=(b"root", b"true", b"yes"),
        in_line=True,
        regex=rb"(?mi)^(?=[^\n]{0,1000}?\b(?:root\b|root_account>|true\b|yes\b))(?=[^\n]{0,1000}?(?<![a-z0-9])(?-i:"
        + KEY_ID
        + rb")(?![a-z0-9]))",
        accept=of_root,
        examples={
            "type": "account,type,access_key_id,secret\nacme,root,<id>,<secret>\n",
            "owner": "Owner;Access key ID;Secret access key\nroot user;<id>;<secret>\n",
            "Markdown": "| Access key ID | Owner |\n|---|---|\n| `<id>` | **root** |\n",
            "as Trusted Advisor calls it": "Access Key ID,User Name (IAM or Root),Fraud Type\n<id>,root,Exposed\n",
            "flag": "account,is_root,access_key_id\nacme,false,<id#1>\nacme,true,<id>\n",
            "who": "| Who | Access key | Secret |\n|---|---|---|\n| root | <id> | <secret> |\n",
            "wiki": "||Account||Type||Access key||Secret||\n|prod|Root|<id>|<secret>|\n",
            "as credential reports say": "account,user,access_key_id,secret\n<digits:12>,<root_account>,<id>,<secret>\n",
            "second row": "Key type,Access key ID\nIAM user,<id#1>\nRoot,<id>\n",
        },
        counterexamples={
            "another row": "Key type,Access key ID\nroot,<id#1>\nIAM user,<id>\n",
            "user named root": "User name,Access key ID\nroot,<id>\n",
            "another column": "host,login,access key\ndb1,root,<id>\n",
            "owner of a machine": "host,owner,access_key\nweb1,root,<id>\n",
            "owner of a file": "path,owner,access_key\n/etc/x,root,<id>\n",
            "line ends of old systems": "Key type,Access key ID\rroot,<id>\rx,y\n",
            "no header": "acme,root,<id>,<secret>\n",
            "temporary": "type,access_key_id\nroot,<id:ASIA>\n",
            "kind of file": "type,path,sha\nroot,/x,<id>\n",
        },
    ),
    Signal(
        id="user-type-row",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="The row of the table says that the key is an IAM user's.",
        reference=USERS_PAGE,
        needs=(b"user",),
        in_line=True,
        regex=rb"(?mi)^(?=[^\n]{0,1000}?\buser\b)(?=[^\n]{0,1000}?(?<![a-z0-9])(?-i:" + KEY_ID + rb")(?![a-z0-9]))",
        accept=of_a_user,
        examples={
            "type": "Key type,Access key ID\nRoot,<id#1>\nIAM user,<id>\n",
            "type of the owner": "Access key ID;Principal type\n<id>;IAM user\n",
            "Markdown": "| Kind | Access key |\n|---|---|\n| user | `<id>` |\n",
        },
        counterexamples={
            "another row": "Key type,Access key ID\nIAM user,<id#1>\nRoot,<id>\n",
            "another column": "Contact,Access key ID\nuser,<id>\n",
            "kind of file": "type,path,key\nuser,/x,<id>\n",
            "temporary": "type,access_key_id\nIAM user,<id:ASIA>\n",
        },
    ),
)
