"""What similar articles tell, kept from one article to the next: the copies of a report that come one after the other
are compared with the same ones again and again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import chain
from typing import NamedTuple

from db.events.occurrence_reading import read_occurrences
from db.events.occurrences import Occurrence
from db.sqlite import Connection
from db.statements.foreseeing import Stored

#: So many different claims are kept (some 2 kB each), and tests of two (some 40 bytes); then all is read anew.
_MOST, _MOST_TESTS = 30_000, 1_000_000
#: So many articles are kept with their claims (some 0.5 MB each) from one transaction to the next.
_MOST_STORED = 100


class Verdict(NamedTuple):
    """Whether two claims of similar articles are about one event, and whether they say the same."""

    is_same: bool
    hangs_with: bool


#: Nothing in common.
FAR = Verdict(False, False)


class Remembered:
    """The occurrences of articles, and what their claims count as, while nothing changes but that others come."""

    def __init__(self) -> None:
        self._tested: dict[int, dict[int, Verdict]] = {}
        self._articles: dict[int, list[tuple[int, Occurrence]]] = {}
        self._numbers: dict[tuple[object, ...], int] = {}
        self._left: tuple[int, int] | None = None
        self._others = 0  # the version of the database that others had left when the transaction began
        self._asked = 0
        #: What claims of articles count as: it is asked for again when others say the same.
        self.stored: dict[int, Stored] = {}
        #: What workers read of articles that came since: their occurrences, without the events that these are in.
        self.foretold: dict[int, Callable[[], list[Occurrence]]] = {}

    def begin(self, connection: Connection) -> None:
        """At the beginning of a transaction: forgets all, unless the database is as `end` left it."""
        changes = _changes(connection)
        if self._left != changes:
            self._forget()
            self.stored.clear()
            self.foretold.clear()
        self._others = changes[0]
        for article in list(self.stored)[:-_MOST_STORED]:
            del self.stored[article]
        for article in list(self.foretold)[:-_MOST_STORED]:
            del self.foretold[article]

    def end(self, connection: Connection) -> None:
        """After a transaction that added articles, and did nothing else to those that stay."""
        self._left = self._others, connection.total_changes

    def by_content(
        self, connection: Connection, articles: Iterable[int], kinds: Collection[str]
    ) -> dict[int, list[Occurrence]]:
        """Those of these kinds that articles tell of, each list of claims that compare the same, by a number for what
        they say. Their events and leaders are not those of now."""
        self._asked += 1
        many = self._asked % 100 == 0 and sum(map(len, self._tested.values())) > _MOST_TESTS
        if many or len(self._numbers) > _MOST:
            self._forget()
        given = sorted(articles)
        new = [article for article in given if article not in self._articles]
        foretold = [article for article in new if article in self.foretold]
        unread = [article for article in new if article not in self.foretold]
        self.keep(foretold, chain.from_iterable(self.foretold[article]() for article in foretold))
        if unread:
            self.keep(unread, read_occurrences(connection, unread))
        found: dict[int, list[Occurrence]] = {}
        for article in given:
            for number, one in self._articles[article]:
                if one.kind in kinds:
                    found.setdefault(number, []).append(one)
        return found

    def tested(self, one: Occurrence) -> dict[int, Verdict]:
        """What tests of a claim with others found, by the numbers of these: to be read and added to."""
        return self._tested.setdefault(self._number(one), {})

    def keep(self, articles: Iterable[int], occurrences: Iterable[Occurrence]) -> None:
        """Keeps all that is told by these articles."""
        new = {article: list[tuple[int, Occurrence]]() for article in articles}
        for one in occurrences:
            new[one.article].append((self._number(one), one))
        self._articles |= new

    def _number(self, one: Occurrence) -> int:
        return self._numbers.setdefault(one.content, len(self._numbers))

    def _forget(self) -> None:
        self._articles, self._numbers, self._tested = {}, {}, {}


def _changes(connection: Connection) -> tuple[int, int]:
    """What is another number after any change, by other connections or by this one."""
    (others,) = connection.execute("PRAGMA data_version").fetchone()
    return others, connection.total_changes
