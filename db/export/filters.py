"""Which claims an export holds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from db import articles
from db.entities.queries import member_ids, said_by
from db.reviews.decisions import Status
from db.search import expression
from db.sqlite import Connection
from db.time_spans import find_day
from extract.errors import UsageError

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Filters:
    """All that are given must hold; none given: every claim of every current article.

    `since` and `until` are dates of publication, whole or shortened to month or year, both inclusive; an
    article whose date is known less exactly is in if it may lie between them, and one without a date is
    out. `articles` takes what `db.articles.find` does. `entity` is a name or key of who or what a claim is about,
    `source` of who says it. `said` is "article" for what an article states in its own voice, "others" for what is
    attributed, but not to `entity`. `standing` is that of the claim's statement. `text` is words of the claim, in any
    of their forms. `new` is a time in UTC: of articles read in after it or, with `status`, also decided after it.
    `asserted` leaves what articles themselves state as fact (law 2). `revisions` adds the claims of texts that
    were replaced since.
    """

    status: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    confidence: float | None = None
    asserted: bool = False
    revisions: bool = False
    entity: str | None = None
    source: str | None = None
    outlet: str | None = None
    standing: str | None = None
    said: str | None = None
    text: str | None = None
    new: str | None = None

    def __post_init__(self) -> None:
        for date in (self.since, self.until):
            if date is not None and not (_DATE.fullmatch(date) and find_day(date)):
                raise UsageError(f"{date!r} is not a date. Write it as 2024-05-31, 2024-05 or 2024.")
        if self.new is not None and find_day(self.new) is None:
            raise UsageError(f"{self.new!r} is not a time. Write it as 2024-05-31 or 2024-05-31T14:30 (UTC).")
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise UsageError(f"The confidence must be between 0 and 1, not {self.confidence:g}.")

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
            conditions.append(f"+{current}.current = 1")  # (its index leaves nearly all)
        if self.status:
            conditions.append(f"claims.status IN ({_listed('status', self.status, values)})")
        if self.asserted:
            conditions.append("claims.factuality = 'CT+' AND claims.attribution IS NULL")
        for name, condition in _CONDITIONS.items():
            if getattr(self, name) is not None:
                conditions.append(condition)
                values[name] = _VALUES.get(name, _as_given)(connection, getattr(self, name))
        if self.said in _SAID:
            conditions.append(_SAID[self.said])
            values["own"] = json.dumps(said_by(connection, self.entity) if self.entity else [])
        if self.new is not None and self.status:
            conditions[conditions.index(_ADDED)] = f"({_ADDED} OR {_DECIDED})"
        return " AND ".join(conditions), values


def parse(given: Mapping[str, str]) -> Filters:
    """The filters of an address. What cannot be a status or a confidence is left out. Raises UsageError for a date that
    cannot be."""
    wanted = replace(Filters(), **{name: given[name] for name in _WORDS if name in given})  # type: ignore[arg-type]
    if given.get("status") in set(Status):
        wanted = replace(wanted, status=(given["status"],))
    return replace(wanted, confidence=parse_fraction(given.get("confidence", "")))


def parse_fraction(given: str) -> float | None:
    """A number from 0 to 1; None for anything else."""
    try:
        found = float(given)
    except ValueError:
        return None
    return found if 0 <= found <= 1 else None


#: The filters that an address may give, and those whose values are words.
_WORDS = ("text", "entity", "source", "outlet", "standing", "said", "since", "until", "new")
IN_ADDRESSES = (*_WORDS, "status", "confidence")
#: Every claim of every current article.
EVERYTHING = Filters()

#: The row ids of claims about entities, and of what sources say.
OF_ENTITY = (
    "SELECT id FROM claims WHERE subject_who IN (SELECT value FROM json_each(:entity)) "
    "UNION SELECT id FROM claims WHERE object_who IN (SELECT value FROM json_each(:entity))"
)
OF_SOURCE = (
    "SELECT id FROM claims WHERE source_who IN (SELECT value FROM json_each(:source)) "
    "UNION SELECT id FROM claims WHERE attributed_to IN (SELECT value FROM json_each(:source))"
)
IS_OF_ENTITY, IS_OF_SOURCE = (f"+claims.id IN ({ids})" for ids in (OF_ENTITY, OF_SOURCE))
OF_WORDS = "+claims.id IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :text)"
#: (Its run comes first: it has an index, and few runs are new.)
_ADDED = "articles.run IN (SELECT id FROM runs WHERE COALESCE(finished, '9') > :new) AND articles.added > :new"
_DECIDED = (
    "claims.key IN (SELECT i.claim FROM reviews AS r CROSS JOIN review_items AS i ON i.review = r.id "
    'WHERE r."at" > :new)'
)
#: Who says it.
_SAID = {
    "article": "claims.attribution IS NULL",
    "others": "claims.attribution IS NOT NULL "
    "AND COALESCE(claims.source_who, claims.attributed_to, '') NOT IN (SELECT value FROM json_each(:own))",
}
#: Dates are compared over the length that both sides have. (The plus: each list of ids is made once, not looked up
#: through for each row of an index.)
_CONDITIONS = {
    "since": "articles.published >= substr(:since, 1, length(articles.published))",
    "until": "substr(articles.published, 1, length(:until)) <= :until",
    "confidence": "claims.confidence >= :confidence",
    "outlet": "articles.outlet = :outlet",
    "standing": "(SELECT standing FROM statements WHERE id = claims.statement) = :standing",
    "entity": IS_OF_ENTITY,
    "source": IS_OF_SOURCE,
    "new": _ADDED,
    "text": OF_WORDS,
}


def _as_given(_: Connection, value: Any) -> Any:
    return value


#: What a condition compares with, where that is not the filter's own value.
_VALUES: dict[str, Callable[[Connection, Any], Any]] = {
    "entity": lambda connection, name: json.dumps(member_ids(connection, name)),
    "source": lambda connection, name: json.dumps(said_by(connection, name)),
    "text": lambda _, words: expression(words) or '""',
}


def _listed(name: str, items: list[int] | tuple[str, ...], values: Parameters) -> str:
    for number, item in enumerate(items):
        values[f"{name}{number}"] = item
    return ", ".join(f":{name}{number}" for number in range(len(items)))
