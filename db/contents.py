"""What was found in an article: written with all that follows from it, and taken out again.

Whatever is tracked across articles (entities, copy clusters, statements, reviews) hangs in here, and only here: `enter`
and `leave` are each other's opposite, whether an article is new, replaced, read by another model or forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from db import claims, rows
from db.calibration import numbers, packed
from db.claims import Given
from db.copies import clusters
from db.copies.sketch import Sketch, sketch
from db.entities import directory
from db.events import joining as events
from db.keys import claim_keys
from db.reviews.applying import reattach
from db.sqlite import Connection
from db.staging import Stage
from db.statements import maintenance as statements
from db.tracking import naming
from extract.model import Claim, Extraction

_NEXT_ID = "SELECT (SELECT COALESCE(MAX(id), 0) FROM sentences), (SELECT COALESCE(MAX(id), 0) FROM claims)"
#: In the order that references between them ask for; what hangs on claims goes with them.
_HOLD_CONTENTS = ("attributions", "mentions", "sentences", "blocks")
_SENTENCES = Stage("sentences", rows.SENTENCE_COLUMNS)


@dataclass(frozen=True, slots=True)
class Contents:
    """What was found in an article, with all that follows from it alone: made before the lock is taken."""

    extraction: Extraction
    sketch: Sketch
    claims: tuple[Claim, ...]  # in the order of their places
    keys: tuple[str, ...]

    @classmethod
    def of(cls, extraction: Extraction) -> Self:
        article = extraction.article
        found = tuple(sorted(extraction.claims, key=lambda claim: (claim.sentence, claim.position)))
        return cls(
            extraction,
            sketch(article.text, extraction.blocks, article.url),
            found,
            tuple(claim_keys(article.text_hash, found)),
        )


def prepare(connection: Connection) -> None:
    """Makes the tables in which rows wait; once for a connection, outside of transactions."""
    for stage in (_SENTENCES, claims.STAGE):
        stage.prepare(connection)


def enter(connection: Connection, found: Contents, article: int, key: str, run: int) -> None:
    """Writes what was found in a current article (row id and key), inside the transaction that is open."""
    touched = write(connection, found, article, key, run)
    touched.update(clusters.enter(connection, article, key, found.sketch))
    statements.add(connection, touched | events.refresh(connection, [article]))


def write(connection: Connection, found: Contents, article: int, key: str, run: int) -> set[int]:
    """The same for an article whose text was in before: its copy cluster stays as it is. `events.refresh` and
    `statements.add` follow; returns other articles (row ids) whose names mean another entity by it."""
    extraction = found.extraction
    who = directory.enter(connection, extraction, key)
    _insert_sentences(connection, found, article, run, who)
    connection.executemany(rows.INSERT_BLOCK, rows.block_rows(article, extraction.blocks))
    connection.executemany(rows.INSERT_MENTION, rows.mention_rows(article, extraction.mentions, who.mentions))
    renamed = directory.count(connection, article)
    reattach(connection, article)
    return naming(connection, renamed)


def leave(connection: Connection, article: int, key: str) -> None:
    """Takes an article that is no longer current out of all that is tracked; its rows stay."""
    touched = withdraw(connection, article)
    statements.add(connection, {*touched, *clusters.leave(connection, article, key)})


def withdraw(connection: Connection, article: int) -> set[int]:
    """Takes what an article says out of all that is tracked, but for its copy cluster. Returns the articles (row ids)
    whose statements follow."""
    statements.remove(connection, [article])
    touched = events.remove(connection, [article])
    claims.retire(connection, article)
    return touched | naming(connection, directory.count(connection, article, -1))


def erase(connection: Connection, article: int) -> None:
    """Deletes what was found in an article, after `withdraw` or `leave`."""
    claims.erase(connection, article)
    for table in _HOLD_CONTENTS:
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608


def _insert_sentences(connection: Connection, found: Contents, article: int, run: int, who: directory.Entered) -> None:
    """Row ids are given out here, so that rows can name each other and go in by `executemany`."""
    extraction, text = found.extraction, found.extraction.article.text
    sentence_id, claim_id = connection.execute(_NEXT_ID).fetchone()
    ids = {s.position: n for n, s in enumerate(extraction.sentences, sentence_id + 1)}
    _SENTENCES.put(connection, (rows.sentence_row(article, ids[s.position], text, s) for s in extraction.sentences))
    known = numbers(connection, found.claims)
    keyed = zip(found.claims, found.keys, strict=True)
    given = (
        Given(
            n, key, ids[claim.sentence], article, run, *who.claims.get((claim.sentence, claim.position), (None, None)),
            *packed(claim, known),
        )
        for n, (claim, key) in enumerate(keyed, claim_id + 1)
    )  # fmt: skip
    claims.put(connection, list(zip(found.claims, given, strict=True)))
    if extraction.attributions:
        connection.executemany(rows.INSERT_ATTRIBUTION, rows.attribution_rows(article, extraction.attributions, ids))
