"""AWS accounts: the one that an identifier holds, those of documentation, those of known honeytokens.

An IAM identifier of the present generation (made since about March 2019) holds its account's number: of the bits
behind the four letters the first is 1 and the next forty are the account. AWS does not document this; it was worked
out from thousands of identifiers (see docs/principals.md). It tells whose an identifier would be, not that it exists.
"""

from __future__ import annotations

BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
GREATEST = 999_999_999_999
PREFIX, CODED = 4, 9  # letters that name the type; letters, of five bits each, that hold generation and account

DOCUMENTATION = frozenset({"012345678901", "111122223333", "123456789012", "123456789102", "444455556666"})
"""Accounts that AWS's pages use for samples, beside those of one digit repeated."""

CANARIES = frozenset(
    [
        "052310077262",
        "171436882533",
        "266735846894",
        "534261010715",
        "595918472158",
        "717712589309",
        "730335385048",
        "819147034852",
        "893192397702",
        "992382622183",
        "044858866125",
        "251535659677",
        "344043088457",
        "351906852752",
        "390477818340",
        "426127672474",
        "427150556519",
        "439872796651",
        "445142720921",
        "465867158099",
        "637958123769",
        "693412236332",
        "732624840810",
        "735421457923",
        "959235150393",
        "982842642351",
    ]
)
"""Accounts whose keys are known tripwires: of canarytokens.org, and of look-alike services behind them."""


OF_VENDORS = frozenset({"602401143452", "709825985650", "763104351884", "840364872350", "877085696533", "906394416424"})
"""Accounts of AWS's own from whose registries everybody's programs take images."""


def is_of_a_moment(number: bytes) -> bool:
    """Whether twelve digits are a date and a time: 202401311200."""
    year, month, day, hour, minute = number[:4], number[4:6], number[6:8], number[8:10], number[10:]
    return (
        b"1990" <= year <= b"2050"
        and b"01" <= month <= b"12"
        and b"01" <= day <= b"31"
        and hour <= b"23"
        and minute <= b"59"
    )


def is_of_documentation(account: str) -> bool:
    """Whether it is one of samples: of AWS's pages, of one digit repeated, or counted up."""
    return account in DOCUMENTATION or len(set(account)) == 1 or account.startswith("1234567891")


def account_inside(identifier: str) -> str | None:
    """The account, 12 digits, that an IAM identifier of any type holds.

    None for identifiers of before 2019, which hold none, and for what is no real identifier.
    """
    coded = identifier[PREFIX : PREFIX + CODED]
    if len(coded) < CODED or not set(coded) <= set(BASE32):
        return None
    number = 0
    for letter in coded:
        number = number * 32 + BASE32.index(letter)
    account = number >> 4 & (1 << 40) - 1
    return f"{account:012d}" if number >> 44 and account <= GREATEST else None
