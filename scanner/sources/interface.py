"""What every source is: it yields content to look at, and says what it could not look at."""

from __future__ import annotations

import functools
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, Protocol

from scanner.config import whole
from scanner.detect.finder import Finder
from scanner.model import Blob, Occurrence, Origin, Skipped
from scanner.opening import beginning


class Retold(NamedTuple):
    """What an earlier scan came to in one content, in the words that the source heard; they stand for the content."""

    origin: Origin
    words: str


Item = Blob | Skipped | Retold
LARGEST = 2**24
"""Bytes of a file that a person named, such as a baseline: five times what as many credentials take as a scan keeps."""


class Excludes(Protocol):
    """Whether a path, as the report shows it and with `/` behind a folder, is left out. False if nothing ever is."""

    def __call__(self, path: str, /) -> bool:
        """Whether this one is."""


class Source(ABC):
    """Where content comes from.

    name: the source's name in the report; target: what was named, as the report shows it.
    """

    name: Literal["paths", "staged", "commits", "history", "stdin"]
    target: str
    is_divisible = False
    """Whether `parts` may give more than one."""
    is_dense = False
    """Whether it gives little but what is worth a closer look, so that the looking takes longer than the giving."""
    listens = False
    """Whether it wants to hear in which words it may give a content again."""

    @abstractmethod
    def items(self, excludes: Excludes) -> Iterator[Item]:
        """Everything within reach, each once: as a `Blob`, as a `Skipped` where it was not read, or as `Retold`.

        Raises RepositoryError where nothing can be said at all.
        """

    def parts(self, excludes: Excludes, processes: int) -> Sequence[Iterator[Item]]:
        """The same items in parts that so many processes, at most, work off.

        One part unless there is so much to read that a process is worth its start.
        """
        return [self.items(excludes)]

    def extent(self) -> tuple[int, int] | None:
        """Contents and bytes looked at, once all items were given; None where the items themselves are all of them."""
        return None

    def found(self, occurrence: Occurrence) -> None:  # noqa: B027 - most sources have no use for it
        """Hears where a credential was found, as the report shows it, for a source that remembers."""

    def noted(self, path: str) -> None:  # noqa: B027 - as above
        """Hears where something else is said that counts."""

    def unread(self, path: str) -> None:  # noqa: B027 - as above
        """Hears what could not be looked at."""

    def told(self, origin: Origin, words: str) -> None:  # noqa: B027 - as above
        """Hears in which words it may give this content again, as `Retold`."""

    def listen(self) -> None:  # noqa: B027 - as above
        """Tells it that the scan is one whose words may be taken for the content: others look at more than they say."""

    def end(self) -> None:  # noqa: B027 - as above
        """Hears that all items have been looked at."""

    def before(self) -> Iterator[Blob]:
        """What was there already, likeliest first: a credential that stands in it is not new. Nothing by default."""
        return iter(())

    def is_new_whole(self, path: str) -> bool:
        """Whether everything found at this path is reported, whatever stood there before. By default nowhere."""
        return False

    def remotes(self) -> tuple[str, ...] | None:
        """The hosts of the repository's remotes, empty for one that is a folder; None where there is no repository."""
        return None

    def search_with(self, detector: Finder, rules: str) -> None:
        """Tells it what finds candidates, where that is more than AWS credentials. rules: what it is known by."""
        return

    def was_named(self, path: str) -> bool:
        """Whether a person asked for just this file, so that no ignore file hides what stands in it."""
        return False

    def settings(self, name: str) -> bytes | None:
        """The bytes of a settings file (`akia.toml` or the like) at the root of what is scanned; None if there is none.

        Raises ConfigError where there is one that cannot be used.
        """
        return None

    def named_file(self, path: str) -> bytes:
        """The bytes of a settings file that a person named, such as a baseline; the path is one of the current folder.

        From disk, unless what is scanned could change it to excuse itself. Raises ConfigError.
        """
        return whole(path, LARGEST)

    def root_file(self, path: str) -> bytes:
        """The same of a file that the settings name, by its path from the root of what is scanned."""
        return whole(path, LARGEST, beginning)


def excluded(path: str) -> Skipped:
    """The entry for what is left out because a person said so."""
    return Skipped(path, "excluded", "matches a glob to exclude", incomplete=False)


def display_path(path: bytes) -> str:
    """The path as reports show it: UTF-8, other bytes as `\\xNN`."""
    return path.decode("utf-8", "backslashreplace")


def name_blobs(path: bytes) -> Iterator[Blob]:
    """The path as content, for a name can hold a credential too.

    Only where it may: a blob for each path would double the work on a large tree.
    """
    if _telling().search(path):
        yield Blob(path, Origin(display_path(path), "file-name"))


def inner_names(name: str, origin: Origin) -> Iterator[Blob]:
    """The same of a member's name. origin: where it lies, the name included."""
    for blob in name_blobs(name.encode()):
        yield blob._replace(data=origin.path.encode(), origin=origin._replace(place="file-name"))


@functools.cache
def _telling() -> re.Pattern[bytes]:
    """What a file name with a credential in it holds."""
    return re.compile(rb"A[KSB]IA|[Ss][Ee][Cc][Rr][Ee][Tt]")
