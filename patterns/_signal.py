"""A signal: evidence for whose credential it is. Declared like a pattern: data, at most one hook function.

Source of the facts: docs/principals.md, which cites the AWS page for each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from re import Match
from typing import Literal

from patterns._pattern import Sample

Scope = Literal["credential", "record", "near", "file", "path", "account", "folder"]
Says = Literal["root", "iam-user", "role", "federated-user", "temporary", "service", "unknown"]
"""Whose credential it is; `unknown` where a signal tells no more than the account."""
Strength = Literal["strong", "medium", "weak"]


@dataclass(frozen=True, slots=True)
class Subject:
    """The credential that a signal may speak for, as far as a signal may know it. Holds no secret.

    user, partition: as the credential itself says. tags: those of its pattern.
    """

    kind: str
    key_id: str | None
    has_token: bool
    account: str | None
    path: str
    user: str | None = None
    partition: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signal:
    """One kind of evidence.

    scope: what `regex` is searched in.
        `credential`: nothing; `accept` alone decides (the match is None), and name and partition are the subject's.
        `record`: the object, section, row, call or paragraph in which the credential stands.
        `near`: the lines from two above to two below any part of it.
        `file`: the whole content. `path`: the path.
        `account`: the whole content of any file of the scan, for all long-term keys of the account that is named.
        `folder`: the same, for the only one of them that stands in a file of the same folder and of which the signal
        `beside` speaks there; for none if there are several, or if those of one folder disagree.
    regex: bytes expression, compiled without flags; or a function that makes it of words, which is called when it is
        searched for, and names no `key_id`. Named groups that mean something:
        `key_id`: the signal speaks for the credential with this access key ID and for no other, wherever it stands.
        `account`, `name`, `partition`: who it is; `region`: the Region whose partition it is;
        `host`: that of a console, of which it can be told. A match whose account contradicts the account inside the key ID
        is dropped before `accept` is asked.
    needs: lower-case literals, one of which stands in every match whatever its case; without one of them the
        expression is not even compiled. Empty: it is always tried.
    in_line: whether each match lies on one line, with all that it looks at ahead; then lines without those literals
        are passed over.
    reach: within so many bytes of such a literal each match lies, with all that it looks at; then what is farther
        from them is passed over. 0: a match may go farther.
    detail: one sentence for people, with the slots {name} and {account} where every match has those groups.
    accept: False means that the match is no evidence for this subject. `match.string` is the whole content.
        A match in place of True is that of the decoded text, where the groups stand in it.
    """

    id: str
    says: Says
    strength: Strength
    scope: Scope
    detail: str
    reference: str
    regex: bytes | Callable[[], bytes] = field(repr=False)
    examples: Mapping[str, str | Sample] = field(repr=False)
    counterexamples: Mapping[str, str | Sample] = field(repr=False)
    accept: Callable[[Match[bytes] | None, Subject], bool | Match[bytes]] | None = None
    needs: tuple[bytes, ...] = ()
    in_line: bool = False
    reach: int = 0
    beside: str | None = None

    def expression(self) -> bytes:
        """What is searched for."""
        return self.regex() if callable(self.regex) else self.regex
