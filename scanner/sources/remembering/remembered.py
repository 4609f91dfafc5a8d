"""What is remembered of the repositories of one scan: how each was, and what it came to."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from dataclasses import replace

from scanner.git.environment import HOOK
from scanner.git.state import state_of, stored
from scanner.git.store import store_of
from scanner.model import Origin
from scanner.sources.family import Member
from scanner.sources.missing import absent
from scanner.sources.remembering.ledger import Chapter, Ledger
from scanner.sources.remembering.memory import UNLIKE, Memory
from scanner.sources.remembering.past import Past, silence
from scanner.sources.remembering.past import parsed as parsed_past
from scanner.sources.remembering.record import Record
from scanner.sources.remembering.record import parsed as parsed_record


class Remembered:
    """Puts repositories to the memory, and asks it.

    named: whether the repository was named; else what the environment says of it counts too. left_out: what the scan
    excludes. listens: whether words are taken for what stands at a place.
    """

    def __init__(self, memory: Memory, named: bool, left_out: str, listens: bool) -> None:
        self._memory, self._named, self._left_out, self._listens = memory, named, left_out, listens

    def state(self, one: Member) -> str | None:
        """What the repository is known by; None where that cannot be told."""
        told = [] if self._named else sorted((name, os.environ[name]) for name in HOOK if name in os.environ)
        state = None if one.apart or not self._memory.keeps else state_of(one.common, store_of(one.git, one.folder))
        return state and f"{state} {told}"

    def record(self, one: Member, state: str) -> Record | None:
        """What the repository came to when it was in this state."""
        text = self._memory.history(self._place(one), state)
        try:
            return parsed_record(text, one.git, self._listens) if text else None
        except UNLIKE:
            return None

    def past(self, one: Member) -> Past:
        """What it came to in whatever state it was. A shallow border, once moved, makes old commits bring in less."""
        text = None if one.is_shallow else self._memory.past(self._place(one))
        try:
            past = parsed_past(text) if text else Past()
        except UNLIKE:
            return Past()
        record = self.record(one, past.state) if past.state else None
        return past.hearing(record) if record else past

    def keep(self, ledger: Ledger) -> None:
        """Remembers all that has not changed in the meantime."""
        for chapter, record in ledger.records():
            one, state = chapter.one, chapter.state
            if state and state == self.state(one):
                self._memory.keep_history(self._place(one), state, record.written())
                self._keep_past(chapter, state, ledger.silent(chapter))

    def _keep_past(self, chapter: Chapter, state: str, silent: Collection[Origin]) -> None:
        if chapter.past and not chapter.one.is_shallow:
            missing = absent(chapter.missing)
            known = replace(chapter.past, state=state, missing=missing, silent=silence(silent))
            past = replace(known, stored=stored(store_of(chapter.one.git, chapter.one.folder))).written()
            if past:
                self._memory.keep_past(self._place(chapter.one), past)

    def _place(self, one: Member) -> str:
        """What a repository is known by in the memory: where it lies, how the report calls it, what is left out."""
        return hashlib.sha256(repr((one.common, one.tops, one.prefix, self._left_out)).encode()).hexdigest()
