"""The only place that starts a process: git, with nothing from outside that could make it start another.

A repository's configuration belongs to whoever wrote the repository. What in it can name a program or a host is
overridden here; filters and text converters cannot be (their names are free), so no command that would run them is
ever used: never `status`, never `diff` against the work tree, never `ls-files -m`.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, cast

from scanner.errors import RepositoryError
from scanner.git.environment import HOOK, INDEX, LENDERS, SETTINGS, environment, program, quoted
from scanner.git.folded import is_folded, unfolding
from scanner.git.patience import MUTE, Beside, WithoutEndError, answer, output, writing
from scanner.git.special import refuse_around, refuse_in

NO_INDEX = "/proc/none"
"""Where there is none, to git an empty one."""
MOST_LISTED = 2**28
"""Bytes of a list of files: some millions of them."""


class Git:
    """git in one folder.

    folder: where to run; None is the current folder. named: whether a person named it, so that the environment's
    GIT_DIR and the like do not count. own: whether the repository must be this folder's, and not one further up.
    aside: whether the folder stands for the work tree, which may not be there. keep: variables beside these that count.
    """

    def __init__(
        self,
        folder: bytes | None = None,
        *,
        named: bool = False,
        own: bool = False,
        aside: bool = False,
        keep: Collection[str] = (),
    ) -> None:
        self._folder = folder
        self._is_safe = False
        self._parsed: dict[tuple[str, ...], bytes] = {}
        self._asked: dict[tuple[str | bytes, ...], Callable[[], bytes | None]] = {}
        self._environment = environment(os.environ, keep={*keep, *(() if named else HOOK)})
        if own and folder is not None:
            self._environment["GIT_CEILING_DIRECTORIES"] = os.fsdecode(os.path.dirname(os.path.realpath(folder)))
        if aside:
            self._environment["GIT_WORK_TREE"] = os.fsdecode(os.path.abspath(folder or b"."))

    @property
    def lenders(self) -> bytes:
        """The folders to borrow objects from that the environment names, as it does; empty if none."""
        return os.fsencode(self._environment.get(LENDERS, ""))

    def borrowing(self, folders: Sequence[bytes]) -> Git:
        """The same, with further folders to borrow objects from, by whole paths."""
        if not folders:
            return self
        told = [self.lenders, *map(quoted, folders)]
        return self._with(LENDERS, os.fsdecode(os.fsencode(os.pathsep).join(filter(None, told))))

    def without_index(self) -> Git:
        """The same, for commands that read the index without a use for it, and give up over a broken one."""
        return self._with(INDEX, NO_INDEX)

    def _with(self, name: str, value: str) -> Git:
        """The same, with a variable that says something else."""
        other = Git.__new__(Git)
        vars(other).update(vars(self), _environment=self._environment | {name: value})
        return other

    def run(
        self, *args: str | bytes, expected: Collection[int] = (0,), given: bytes | None = None, literal: bool = True
    ) -> bytes:
        """What git printed. Raises RepositoryError with git's own words where its status is not one of `expected`.

        given: what git reads. literal: whether names are taken letter by letter; `check-ignore` does so of itself, and
        refuses to be told.
        """
        asked = self._asked.pop(args, None)
        answer = asked() if asked else None
        return self.told(*args, expected=expected, given=given, literal=literal)[0] if answer is None else answer

    def parsed(self, *args: str) -> bytes:
        """What `git rev-parse` says of the repository, without the line's end; asked once. Raises RepositoryError.

        It is for what stays as it is while a scan lasts, such as where the repository lies.
        """
        if args not in self._parsed:
            self._parsed[args] = self.run("rev-parse", *args).removesuffix(b"\n")
        return self._parsed[args]

    def told(
        self, *args: str | bytes, expected: Collection[int] = (0,), given: bytes | None = None, literal: bool = True
    ) -> tuple[bytes, bytes]:
        """The same, and the warnings that git gave with it."""
        stdin = subprocess.DEVNULL if given is None else subprocess.PIPE
        with self._start(args, stdin, subprocess.PIPE, literal) as child:
            try:
                output, messages = answer(child, given)
            except BaseException:  # Ctrl-C too: no child outlives the scan
                child.kill()
                raise
        if child.returncode not in expected:
            raise RepositoryError(_explained(messages))
        return output, messages

    def begin(
        self, *args: str | bytes, given: IO[bytes] | None = None, most: float | None = None
    ) -> Callable[[], bytes | None]:
        """Starts git beside the scan. What it gives waits for its end: what git printed, None where it failed.

        git does not outlive what it gives. given: a file that git reads; processes that are begun in the meantime would
        hold a pipe open. most: seconds of processor time for which it is waited.
        """
        stdin = given.fileno() if given else subprocess.DEVNULL
        return Beside(self._start(args, stdin, subprocess.DEVNULL), most)

    def listed(self, *args: str | bytes) -> bytes:
        """What git printed, as `run` gives it. Raises RepositoryError, too, where that is more than it may be."""
        with self._start(args, subprocess.DEVNULL, subprocess.PIPE) as child:
            printed, messages = cast("tuple[IO[bytes], IO[bytes]]", (child.stdout, child.stderr))
            try:
                found = output(child, printed, MUTE).read(MOST_LISTED + 1)
                if len(found) > MOST_LISTED:
                    raise WithoutEndError("git lists too much: do folders hold one another over and over?")
                words = messages.read()
            except BaseException:
                child.kill()
                raise
        if child.returncode:
            raise RepositoryError(_explained(words))
        return found

    def ask(self, *args: str | bytes, most: float | None = None) -> None:
        """Starts what `run` will be called for, so that the answer is there by then. What fails is run again then.

        most: see `begin`.
        """
        with suppress(RepositoryError):
            self._asked[args] = self.begin(*args, most=most)

    @contextmanager
    def stream(
        self, *args: str | bytes, given: bytes = b"", literal: bool = True, mute: float | None = None
    ) -> Iterator[IO[bytes]]:
        """What git prints while it runs, which ends with the context. given: what git reads, at its own pace.

        Its messages are dropped: the reader sees the end of the output, and says what that means. Reading raises
        RepositoryError where git does not work but waits, or says nothing for so many seconds of processor time.
        literal: see `run`.
        """
        child = self._start(args, subprocess.PIPE, subprocess.DEVNULL, literal)
        questions, printed = cast("tuple[IO[bytes], IO[bytes]]", (child.stdin, child.stdout))
        answers = output(child, printed, mute)
        writer = writing(questions, given)
        try:
            yield answers
        finally:
            child.kill()
            writer.join()
            answers.close()
            child.wait()

    def _make_safe(self) -> None:
        """Looks once for what would never let git come to an end, or have it write. Raises RepositoryError."""
        if told := self._environment.get("GIT_DIR"):
            place: bytes | None = os.path.abspath(os.path.join(self._folder or b".", os.fsencode(told)))
            refuse_in(place or b"")
        else:
            place = refuse_around(self._folder or b".")
        index = self._environment.get(INDEX)
        named = os.path.join(self._folder or b".", os.fsencode(index)) if index else None
        if place and is_folded(place, named):
            self._environment |= unfolding(place, self._environment)
        self._is_safe = True

    def _start(
        self, args: tuple[str | bytes, ...], stdin: int, stderr: int, literal: bool = True
    ) -> subprocess.Popen[bytes]:
        if not self._is_safe:
            self._make_safe()
        command = [
            program(self._environment.get("PATH", os.defpath)),
            "--no-pager",
            *(word for setting in SETTINGS for word in ("-c", setting)),
            *args,
        ]
        try:
            return subprocess.Popen(
                command,
                cwd=self._folder,
                env=self._environment | {"GIT_LITERAL_PATHSPECS": str(int(literal))},
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=stderr,
            )
        except OSError as error:
            name = os.fsdecode(error.filename) if error.filename else "git"
            raise RepositoryError(printable(f"git cannot be started: {name}: {error.strerror}")) from None


def _explained(messages: bytes) -> str:
    """git's first word of failure, and what to do about it where we know."""
    said = messages.decode("utf-8", "backslashreplace").splitlines()
    lines = [line for line in said if not line.startswith("hint: ")] or ["git failed without a word"]
    fatal = next((line for line in lines if line.startswith("fatal: ")), lines[0])
    if "dubious ownership" in fatal:
        advice = next((line.strip() for line in lines if "safe.directory" in line), "")
        return printable(f"{fatal.removeprefix('fatal: ')}: it belongs to another user. If you trust it: {advice}")
    return printable("git: " + fatal.removeprefix("fatal: "))


def printable(text: str) -> str:
    """The text as one line that no terminal takes for a command."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
