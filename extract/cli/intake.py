"""Between the files and the store: unpacks, lets through what is new, writes what comes back, counts all of it."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from db.contents import Contents
from db.store import LEFT_OUT, State, Store
from extract.cli.progress_bar import Progress
from extract.cli.tally import Tally, ending_of
from extract.errors import ReadError
from extract.model import Failure
from extract.readers import ReadHints
from extract.readers.containers.fetching import Fetcher, is_address
from extract.readers.containers.format_list import name_of
from extract.readers.containers.limits import HELD
from extract.readers.containers.member_failures import containers_of, failed
from extract.readers.containers.members import Blob, LeftOut, Member, Unpacking
from extract.readers.containers.streams import Counted, buffered
from extract.readers.containers.walk import unpack
from extract.readers.draft import Input as Read
from extract.readers.draft import fingerprint
from extract.readers.files import STANDARD_INPUT, load, name_from, opened, size_of
from extract.readers.sidecar import described
from extract.workers import Input

_UNKNOWN = "unknown"
#: What became of pages earlier, so that they are not fetched again.
_BEFORE = ("fetched before", "failed before")
_NOTED_AT_ONCE = 500
#: What a failure says that may pass.
_AGAIN = "Try again later"


@dataclass(slots=True)
class _File:
    """A file under way: its format, its size, and how much of it was given on."""

    name: str
    format: str
    size: int
    given: int = 0

    def share(self, read: int) -> int:
        """How many bytes of the file belong to what was found last."""
        upto = min(read, self.size)
        share, self.given = max(0, upto - self.given), max(self.given, upto)
        return share


class Intake:
    """One call's way in. `base` is the database's folder, from which files are named; `retry` tries again what
    is known to have failed."""

    def __init__(
        self,
        store: Store,
        tally: Tally,
        progress: Progress,
        base: Path,
        hints: ReadHints,
        how: Unpacking,
        *,
        retry: bool = False,
    ) -> None:
        self._store = store
        self._tally = tally
        self._progress = progress
        self._base = base
        self._hints = hints
        self._how = how
        self._retry = retry
        self._folders: dict[str, str] = {}
        self._under_way: dict[str, tuple[str, int]] = {}
        self._left_out: dict[str, str] = {}

    def fetch(self, delay: float) -> None:
        """From now on gets the pages that files only link to, `delay` seconds apart."""
        self._how = replace(self._how, fetch=Fetcher(delay, self._how.limits.max_bytes, self._before))

    def skip(self, files: Iterable[str]) -> None:
        """Notes files of folders that were not tried."""
        for name in files:
            self.leave_out(self._name(name), ending_of(name))

    def leave_out(self, source: str, what: str) -> None:
        self._left_out[source] = what
        if len(self._left_out) >= _NOTED_AT_ONCE:
            self._note()

    def _note(self) -> None:
        self._store.leave_out(self._left_out.items())
        self._left_out.clear()

    def close(self) -> None:
        self._note()
        if isinstance(self._how.fetch, Fetcher):
            self._how.fetch.close()

    def _before(self, source: str) -> str | None:
        """What became of a page that was fetched before. A page is not looked at again for changes."""
        if self._retry and self._store.failure(source):
            return None
        if problem := self._store.failure(source):
            if problem.kind == LEFT_OUT:
                return problem.reason
            return None if _AGAIN in problem.reason else _BEFORE[1]
        return None if self._store.state(source, "") is State.NEW else _BEFORE[0]

    def inputs(self, sources: Iterable[str]) -> Iterator[Input]:
        """The articles in these files that are not in the database as they are now."""
        for source in sources:
            try:
                if is_address(source):
                    yield from self._of_address(source)
                    continue
                with self._opened(source) as (file, name, size):
                    hints = described(self._hints, source)
                    if self._is_known(file, name, size, hints):
                        continue
                    counted = Counted(file)
                    blob = Blob(name, name, buffered(counted), hints)
                    yield from self._of_blob(blob, _File(name, name_of(blob), size), counted)
            except ReadError as error:
                name = self._name(source)
                self._tally.file(_UNKNOWN)
                self._fail(_UNKNOWN, size_of(source), failed(name, error))

    @contextmanager
    def _opened(self, source: str) -> Iterator[tuple[BinaryIO, str, int]]:
        """A file with its name and its size. Standard input has no name, so its content gives it one."""
        if source == STANDARD_INPUT:
            raw = load(source, HELD)
            yield io.BytesIO(raw), f"stdin:{sha256(raw).hexdigest()[:16]}", len(raw)
        else:
            with opened(source) as file:
                yield file, self._name(source), os.fstat(file.fileno()).st_size

    def _is_known(self, file: BinaryIO, name: str, size: int, hints: ReadHints) -> bool:
        """Whether a file is an article that is stored with these very bytes: it need not be looked into."""
        known = self._store.as_read(name)
        if known is None or size > self._how.limits.max_bytes or not file.seekable():
            return False
        raw_hash, reader = known
        if fingerprint(file.read(), hints) != raw_hash:
            file.seek(0)
            return False
        format_name = reader.rpartition(" ")[0]
        self._tally.file(format_name)
        self._tally.unchanged(format_name)
        self._progress.advance(size, articles=1)
        return True

    def _of_address(self, url: str) -> Iterator[Input]:
        assert self._how.fetch is not None
        found = self._how.fetch.linked(url, url, self._hints, 0)
        under_way = _File(url, name_of(found) if isinstance(found, Blob) else _UNKNOWN, 0)
        if isinstance(found, Blob):
            yield from self._of_blob(found, under_way, Counted(io.BytesIO()))
        else:
            self._tally.file(under_way.format)
            self._new(found, under_way, 0)

    def _of_blob(self, blob: Blob, under_way: _File, counted: Counted) -> Iterator[Input]:
        name, size = under_way.name, under_way.size
        self._tally.file(under_way.format)
        own = False
        for member in unpack(blob, self._how):
            own = own or member.source == name
            if (item := self._new(member, under_way, counted.count)) is not None:
                yield item
        if not own:  # a container that was broken once is whole now
            self._store.clear(name)
        self._progress.advance(under_way.share(size))

    def _new(self, member: Member, file: _File, read: int) -> Input | None:
        """The member if there is anything to do for it; what there is not is counted here."""
        share = file.share(read)
        if isinstance(member, Failure):
            self._fail(file.format, share, member)
        elif isinstance(member, LeftOut):
            self._tally.leave_out(file.format, member.what)
            if member.what not in _BEFORE:
                self.leave_out(member.source, member.what)
            self._progress.advance(share)
        elif self._is_new(item := _hashed(member), file, share):
            self._under_way[item.source] = (file.format, share)
            return item
        return None

    def _is_new(self, item: Input, file: _File, share: int) -> bool:
        state = self._store.state(item.source, item.raw_hash)
        if state is State.UNCHANGED:
            self._tally.unchanged(file.format)
        elif state is State.FAILED and not self._retry and (problem := self._store.failure(item.source)):
            self._tally.fail(file.format, problem)
        else:
            return True
        self._progress.advance(share, articles=1)
        return False

    def take(self, results: Sequence[Contents | Failure]) -> None:
        """Writes results: what was found as one transaction, or as one for each article."""
        found = [result for result in results if isinstance(result, Contents)]
        for one, added in zip(found, self._store.add_all(found), strict=True):
            format_name, share = self._under_way.pop(one.article.source, (_UNKNOWN, 0))
            self._tally.add(format_name, one, added)
            self._progress.advance(share, articles=1, words=one.words)
        for problem in results:
            if isinstance(problem, Failure):
                self._fail(*self._under_way.pop(problem.source, (_UNKNOWN, 0)), problem)

    def _fail(self, format_name: str, share: int, problem: Failure) -> None:
        self._store.fail(problem)
        self._tally.fail(format_name, problem)
        self._progress.advance(share)

    def _name(self, source: str) -> str:
        return name_from(source, self._base, self._folders)


def failed_files(store: Store, base: Path) -> list[str]:
    """The files behind the failures there are: of an archive's member, the archive; gone ones are left out."""
    found: dict[str, None] = {}
    for source in store.failed():
        for name in (source, *containers_of(source)):
            if os.path.lexists(base / name):
                found[str(base / name)] = None
                break
    return list(found)


def _hashed(member: Read) -> Input:
    return Input(member.source, member.raw, fingerprint(member.raw, member.hints), member.hints)
