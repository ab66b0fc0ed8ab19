"""A progress bar on a terminal, silence in a pipe."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

_EVERY = "[progress.description]{task.description}"


class _Shown:
    """A bar that is there within a `with`, on a terminal unless it is to be quiet."""

    def __init__(self, *columns: ProgressColumn, quiet: bool) -> None:
        self._bar = Bar(
            *columns, console=Console(stderr=True), disable=quiet or not sys.stderr.isatty(), transient=True
        )

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()


class Progress(_Shown):
    """How far an ingest is, on stderr: the share of the files' bytes, the articles, words a second, the time left.

    Bytes, because nobody knows how many articles an archive holds before it is at its end. `total` 0: unknown.
    """

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        articles, rate = TextColumn("{task.fields[articles]}"), TextColumn("{task.fields[rate]}")
        super().__init__(
            TextColumn(_EVERY), BarColumn(), TaskProgressColumn(), articles, rate, TimeRemainingColumn(), quiet=quiet
        )
        self._task = self._bar.add_task("Reading", total=total or None, articles="", rate="")
        self._articles = 0
        self._words = 0

    def advance(self, size: int, *, articles: int = 0, words: int = 0) -> None:
        """`size` bytes of the files are done; `words` is what the articles in them held."""
        self._articles += articles
        self._words += words
        elapsed = self._bar.tasks[self._task].elapsed or 0
        rate = f"{self._words / elapsed:,.0f} words/s" if self._words and elapsed else ""
        self._bar.update(self._task, advance=size, articles=f"{self._articles:,} articles", rate=rate)


class Steps(_Shown):
    """How far the steps of a command are, on stderr, each with how much of it there is to do."""

    def __init__(self, *, quiet: bool = False) -> None:
        super().__init__(TextColumn(_EVERY), BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), quiet=quiet)
        self._task = self._bar.add_task("", total=None)

    def tell(self, what: str, done: int, total: int) -> None:
        """So much of a step is done; `total` 0: nobody knows of how much."""
        if what != self._bar.tasks[-1].description:
            self._bar.remove_task(self._task)
            self._task = self._bar.add_task(what, total=total or None)
        self._bar.update(self._task, completed=done)
