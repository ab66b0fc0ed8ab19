"""Claims that wait and may be decided with one: of its statement, its copy cluster, its rule in its article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from db.reviews.applying import Row, claim_row
from db.sqlite import Connection, by_column
from db.wording import marks_of, standing_of, words

#: So many are listed at once, and decided by one entry. What is left is listed when these are done.
MOST = 500


class By(StrEnum):
    """In what claims are alike."""

    STATEMENT = "statement"
    COPY_CLUSTER = "copy_cluster"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Alike:
    """A claim of the list, at this `version`, with its marks, which are decided too, and the sentence that it is of.
    `duplicate`: all of these are the same as those of the claim that was asked for."""

    claim: str
    version: int
    text: str
    sentence: str
    outlet: str | None
    published: str | None
    headline: str | None
    standing: str
    marks: tuple[str, ...]
    duplicate: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """The first of them, the one that was asked for at the head; `total` counts all."""

    by: By
    total: int
    claims: tuple[Alike, ...]


_CONDITIONS = {
    By.STATEMENT: "(c.statement = :statement OR c.key = :key)",  # for a second after an undo it has none
    By.COPY_CLUSTER: "c.article IN (SELECT id FROM articles WHERE copy_cluster = :copy_cluster)",
    By.RULE: "c.article = :article AND c.rule = :rule",
}
#: A plus keeps SQLite from the index over all that waits: few claims are alike, and those are read.
_WAITING = "+c.current = 1 AND +c.status = 'unreviewed'"
_LISTED = """
SELECT c.key, c.version, c.claim, s.text, a.outlet, a.published, a.title,
  c.factuality, c.polarity, c.modality, c.mood, c.hedge, c.condition, c.attribution, c.time_text, c.place,
  c.subject, c.relation
FROM claims c JOIN sentences s ON s.id = c.sentence JOIN articles a ON a.id = c.article
WHERE {alike} AND {waiting} GROUP BY c.key
ORDER BY c.key <> :key, a.published IS NULL, a.published, MIN(s.id), c.position LIMIT :most
"""


def alike(connection: Connection, key: str, by: By) -> Listed:
    """The claims that wait and are alike to the one of this key. Raises RefusedError if there is none."""
    row = claim_row(connection, key)
    cluster = connection.execute("SELECT copy_cluster FROM articles WHERE id = ?", (row["article"],)).fetchone()
    values = {name: row.get(name) for name in ("key", "statement", "article", "rule")} | {
        "copy_cluster": cluster[0],
        "most": MOST,
    }
    counted = f"SELECT COUNT(DISTINCT c.key) FROM claims c WHERE {_CONDITIONS[by]} AND {_WAITING}"  # noqa: S608
    total = connection.execute(counted, values).fetchone()[0]
    rows = by_column(connection.execute(_LISTED.format(alike=_CONDITIONS[by], waiting=_WAITING), values))
    found = [_alike(row) for row in rows]
    first = [one for one in found if one.claim == key]
    same = {_said(one) for one in first}
    return Listed(by, total, tuple(replace(one, duplicate=_said(one) in same) for one in found))


def _said(one: Alike) -> tuple[object, ...]:
    return one.text, one.standing, one.marks, " ".join(one.sentence.split())


def _alike(row: Row) -> Alike:
    stands = standing_of(row)
    marks = tuple(word for word in words(marks_of(row)) if word != stands)
    return Alike(
        row["key"], row["version"], row["claim"], row["text"], row["outlet"], row["published"], row["title"],
        stands, marks, duplicate=False,
    )  # fmt: skip
