"""The state of claims, brought in line with the log: at once for a decision, and when an article is read again."""

from __future__ import annotations

import json
from collections.abc import Iterable

from db import claims
from db.entities import source_entities
from db.events import joining as events
from db.events import withdrawing
from db.reviews import log
from db.reviews.decisions import ConflictError, RefusedError, Seen, Status, Values
from db.reviews.log import Item
from db.reviews.rereading import reread
from db.reviews.span_checks import Place
from db.sqlite import Connection
from db.statements import maintenance as statements

#: Column -> value, with the article's `text_hash`.
Row = claims.Values

_PLACE = (
    'SELECT articles.text, sentences.start, sentences."end" FROM sentences '
    "JOIN articles ON articles.id = sentences.article WHERE sentences.id = ?"
)
#: That a person made a claim, or took it back, is no change of it.
_VERSIONS = """
SELECT claim, COUNT(*) FROM review_items
WHERE text_hash = ? AND opinion = 0 AND before IS NOT NULL AND after IS NOT NULL AND after <> '{}' GROUP BY claim
"""
#: Where its main word is; another model may end a sentence within it.
_SENTENCE = 'SELECT id FROM sentences WHERE article = ?1 AND start < ?3 ORDER BY "end" < ?3, start DESC LIMIT 1'
_ROWS = "SELECT id FROM claims WHERE key IN (SELECT value FROM json_each(?))"
_COPIES = "SELECT id, text_hash FROM articles WHERE text_hash = ? AND current = 1 ORDER BY id"


def claim_row(connection: Connection, claim: str) -> Row:
    """A claim's row by key; of copies, that of a current article. Raises RefusedError if there is none."""
    row = claims.find(connection, claim)
    if row is None:
        raise RefusedError(f"No claim has the ID {claim}. It may have been removed.")
    return row


def version_checked(connection: Connection, seen: Seen) -> Row:
    """The row of a claim that nobody has changed since it was seen. Raises ConflictError, RefusedError."""
    row = claim_row(connection, seen.claim)
    if row["version"] != seen.version:
        raise ConflictError(seen.claim, log.last_change(connection, seen.claim), row["claim"])
    return row


def whole_row(connection: Connection, seen: Seen) -> Row:
    """As `version_checked`, with what hangs on the claim."""
    row = version_checked(connection, seen)
    return row | claims.lists(connection, row["id"])


def place_of(connection: Connection, row: Row) -> Place:
    """The text and the sentence that a claim may take its words from."""
    text, start, end = connection.execute(_PLACE, (row["sentence"],)).fetchone()
    return Place(text, start, end, row["article"])


def apply(connection: Connection, items: Iterable[Item]) -> None:
    """Makes the claims of these items what the items say, in every article of the same text, and statements follow."""
    items = [item for item in items if item.after != {}]  # a note, or its undo
    told = [item for item in items if not _only_decides(item)]
    articles = [n for text in sorted({i.text_hash for i in told}) for n, _ in connection.execute(_COPIES, (text,))]
    touched: set[int] = set(articles)
    if articles:
        withdrawing.settle(connection)
    if any(item.after is None for item in told):
        statements.remove(connection, articles)  # while the claims are there that were counted
        touched |= events.remove(connection, articles)
    for item in items:
        if item.after is None:
            claims.remove(connection, item.claim)
        elif item.before is None:
            _insert(connection, item.claim, item.text_hash, item.after)
        else:
            claims.change(connection, item.claim, item.after)
    for article in articles:
        reread(connection, article, {item.claim for item in told})
    source_entities.settle(connection, articles)
    if articles:
        statements.add(connection, touched | events.refresh(connection, articles))
    turned = [item for item in items if _only_decides(item) and _rejects(item.before) != _rejects(item.after)]
    if rejected := _rows(connection, (item for item in turned if _rejects(item.after))):
        statements.withdraw(connection, rejected)
        withdrawing.withdraw(connection, rejected)
    if back := _rows(connection, (item for item in turned if _rejects(item.before))):
        withdrawing.bring_back(connection, back)


def _rows(connection: Connection, items: Iterable[Item]) -> list[int]:
    keys = json.dumps([item.claim for item in items])
    return [claim for (claim,) in connection.execute(_ROWS, (keys,))]


def _only_decides(item: Item) -> bool:
    """Whether a claim goes on to say what it said, falls silent or is heard again: its words need not be read."""
    return set(item.before or ()) == {"status"} == set(item.after or ())


def _rejects(values: Values | None) -> bool:
    return (values or {}).get("status") == Status.REJECTED


def _insert(connection: Connection, claim: str, text_hash: str, values: Values) -> None:
    """A person's claim goes into every article of this text; the sentence is found by its place."""
    version = versions_of(connection, text_hash).get(claim, 0)
    for article, _ in connection.execute(_COPIES, (text_hash,)).fetchall():
        _insert_into(connection, article, claim, {**values, "version": version})


def keep(connection: Connection, article: int, row: Row) -> int:
    """Puts a claim that a person decided about back into its article, though the machine no longer finds it.

    `row` is what it was; returns its new row id.
    """
    return _insert_into(connection, article, row["key"], claims.unplaced(row) | {"run": row["run"]}, "kept")


def _insert_into(connection: Connection, article: int, claim: str, values: Values, origin: str = "person") -> int:
    start, end = values["predicate_start"], values["predicate_end"]
    sentence = connection.execute(_SENTENCE, (article, start, end)).fetchone()
    if sentence is None:
        raise RefusedError("These words are not in a sentence of the article.")
    (run,) = connection.execute("SELECT run FROM articles WHERE id = ?", (article,)).fetchone()
    placed = {"key": claim, "article": article, "sentence": sentence[0], "origin": origin}
    return claims.add(connection, {"run": run, **values, **placed})


def reattach(connection: Connection, article: int) -> list[str]:
    """Lays the log over an article that has just been read: what was decided holds for its claims too.

    Returns the keys of reviewed claims that the article does not have (any more). A claim's key comes from
    the text and its words, so another model that finds the same claim finds its review.
    """
    (text_hash,) = connection.execute("SELECT text_hash FROM articles WHERE id = ?", (article,)).fetchone()
    states = log.states(connection, text_hash)
    if not states:
        return []
    present = {row[0] for row in connection.execute("SELECT key FROM claims WHERE article = ?", (article,))}
    versions, lost = versions_of(connection, text_hash), list[str]()
    for claim, values in states.items():
        if values is None:
            continue
        if claim in present:
            claims.restore(connection, article, claim, values, versions.get(claim, 0))  # a mere note changes nothing
        elif "rule" in values:  # a person's: the log has the whole of it
            _insert_into(connection, article, claim, {**values, "version": versions.get(claim, 0)})
        elif values:
            lost.append(claim)
    reread(connection, article, {claim for claim, values in states.items() if values and set(values) != {"status"}})
    return lost


def versions_of(connection: Connection, text_hash: str) -> dict[str, int]:
    """How many reviews have changed each reviewed claim of a text."""
    return dict(connection.execute(_VERSIONS, (text_hash,)))
