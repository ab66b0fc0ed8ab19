"""A progress bar on a terminal, silence in a pipe."""

from __future__ import annotations

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

_EVERY = "[progress.description]{task.description}"


class Progress:
    """Counts finished inputs on stderr, with the rate in words a second and the time left."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        self._bar = Bar(
            TextColumn(_EVERY),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            disable=quiet or not sys.stderr.isatty(),
            transient=True,
        )
        self._task = self._bar.add_task("Reading", total=total, rate="")
        self._words = 0

    def advance(self, words: int = 0) -> None:
        """One more input is done; `words` is what it held."""
        self._words += words
        elapsed = self._bar.tasks[self._task].elapsed or 0
        rate = f"{self._words / elapsed:,.0f} words/s" if self._words and elapsed else ""
        self._bar.update(self._task, advance=1, rate=rate)

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
