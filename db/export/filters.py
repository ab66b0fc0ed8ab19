"""Which claims an export holds."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from db import articles
from db.sqlite import Connection
from extract.errors import UsageError

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Filters:
    """All that are given must hold; none given: every claim of every current article.

    `since` and `until` are dates of publication, whole or shortened to month or year, both inclusive; an
    article whose date is known less exactly is in if it may lie between them, and one without a date is
    out. `articles` takes what `db.articles.find` does. `asserted` leaves what articles themselves state as
    statement (law 2). `revisions` adds the claims of texts that were replaced since.
    """

    status: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    confidence: float | None = None
    asserted: bool = False
    revisions: bool = False

    def __post_init__(self) -> None:
        for date in (self.since, self.until):
            if date is not None and not _DATE.fullmatch(date):
                raise UsageError(f"{date!r} is not a date. Write it as 2024-05-31, 2024-05 or 2024.")
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise UsageError(f"A confidence lies between 0 and 1, not at {self.confidence:g}.")

    def given(self) -> Parameters:
        """Those that leave something out or in, by name, for the manifest."""
        return {name: value for name, value in asdict(self).items() if value not in ((), None, False)}

    def where(self, connection: Connection, current: str = "claims") -> tuple[str, Parameters]:
        """A condition over `claims` and `articles`, with its parameters. Raises InputError for an unknown article.

        `current` is the table whose column tells what was replaced: "articles" where claims are not read.
        """
        conditions, values = ["1"], Parameters()
        if self.articles:
            ids = [articles.find(connection, name) for name in self.articles]
            conditions.append(f"articles.id IN ({_listed('article', ids, values)})")
        elif not self.revisions:
            conditions.append(f"{current}.current = 1")
        if self.status:
            conditions.append(f"claims.status IN ({_listed('status', self.status, values)})")
        if self.asserted:
            conditions.append("claims.factuality = 'CT+' AND claims.attribution IS NULL")
        for name, condition in _CONDITIONS.items():
            if getattr(self, name) is not None:
                conditions.append(condition)
                values[name] = getattr(self, name)
        return " AND ".join(conditions), values


#: Every claim of every current article.
EVERYTHING = Filters()

#: Dates are compared over the length that both sides have.
_CONDITIONS = {
    "since": "articles.published >= substr(:since, 1, length(articles.published))",
    "until": "substr(articles.published, 1, length(:until)) <= :until",
    "confidence": "claims.confidence >= :confidence",
}


def _listed(name: str, items: list[int] | tuple[str, ...], values: Parameters) -> str:
    for number, item in enumerate(items):
        values[f"{name}{number}"] = item
    return ", ".join(f":{name}{number}" for number in range(len(items)))
