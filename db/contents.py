"""What was found in an article: written with all that follows from it, and taken out again.

Whatever is tracked across articles (entities, stories, facts, reviews) hangs in here, and only here: `enter`
and `leave` are each other's opposite, whether an article is new, replaced, read by another model or forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Self

from db import rows
from db.calibration import numbers, packed
from db.entities import directory
from db.entities.linking import Links, link
from db.facts import updating as facts
from db.keys import claim_keys
from db.reviews.applying import reattach
from db.sqlite import Connection
from db.staging import put
from db.stories import clusters
from db.stories.sketch import Sketch, sketch
from extract.model import Claim, Extraction

_NEXT_ID = "SELECT (SELECT COALESCE(MAX(id), 0) FROM sentences), (SELECT COALESCE(MAX(id), 0) FROM claims)"
#: In the order that references between them ask for; what hangs on claims goes with them.
_HOLD_CONTENTS = ("attributions", "claims", "mentions", "sentences", "blocks")


@dataclass(frozen=True, slots=True)
class Contents:
    """What was found in an article, with all that follows from it alone: made before the lock is taken."""

    extraction: Extraction
    links: Links
    sketch: Sketch
    claims: tuple[Claim, ...]  # in the order of their places
    keys: tuple[str, ...]

    @classmethod
    def of(cls, extraction: Extraction) -> Self:
        article = extraction.article
        claims = tuple(sorted(extraction.claims, key=lambda claim: (claim.sentence, claim.position)))
        return cls(
            extraction,
            link(extraction),
            sketch(article.text, extraction.blocks, article.url),
            claims,
            tuple(claim_keys(article.text_hash, claims)),
        )


def enter(connection: Connection, found: Contents, article: int, key: str, run: int) -> None:
    """Writes what was found in a current article (row id and key), inside the transaction that is open."""
    write(connection, found, article, key, run)
    facts.add(connection, clusters.enter(connection, article, key, found.sketch))


def write(connection: Connection, found: Contents, article: int, key: str, run: int) -> None:
    """The same for an article whose text was in before: its story stays as it is. `facts.add` follows."""
    extraction = found.extraction
    who = directory.enter(connection, extraction, found.links, key)
    _insert_sentences(connection, found, article, run, who)
    connection.executemany(rows.INSERT_BLOCK, rows.block_rows(article, extraction.blocks))
    connection.executemany(rows.INSERT_MENTION, rows.mention_rows(article, extraction.mentions, who.mentions))
    directory.count(connection, article)
    reattach(connection, article)


def leave(connection: Connection, article: int, key: str) -> None:
    """Takes an article that is no longer current out of all that is tracked; its rows stay."""
    withdraw(connection, article)
    facts.add(connection, clusters.leave(connection, article, key))


def withdraw(connection: Connection, article: int) -> None:
    """Takes what an article says out of all that is tracked, but for its story."""
    facts.remove(connection, [article])
    connection.execute("UPDATE claims SET current = 0 WHERE article = ?", (article,))
    directory.count(connection, article, -1)


def erase(connection: Connection, article: int) -> None:
    """Deletes what was found in an article, after `withdraw` or `leave`."""
    for table in _HOLD_CONTENTS:
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608


def _insert_sentences(connection: Connection, found: Contents, article: int, run: int, who: directory.Entered) -> None:
    """Row ids are given out here, so that rows can name each other and go in by `executemany`."""
    extraction, text, claims = found.extraction, found.extraction.article.text, found.claims
    sentence_id, claim_id = connection.execute(_NEXT_ID).fetchone()
    ids = {s.position: n for n, s in enumerate(extraction.sentences, sentence_id + 1)}
    keyed = [(c, key, n) for n, (c, key) in enumerate(zip(claims, found.keys, strict=True), claim_id + 1)]
    many = connection.executemany
    put(connection, "sentences", (rows.sentence_row(article, ids[s.position], text, s) for s in extraction.sentences))
    known = numbers(connection, claims)
    claim_rows = (
        rows.claim_row(c, n, key, article, run, ids, who.claims[c.sentence, c.position], packed(c, known))
        for c, key, n in keyed
    )
    put(connection, "claims", claim_rows)
    many(rows.INSERT_QUALIFIER, chain.from_iterable(rows.qualifier_rows(n, c.qualifiers) for c, _, n in keyed))
    if extraction.attributions:
        many(rows.INSERT_ATTRIBUTION, rows.attribution_rows(article, extraction.attributions, ids))
    many(rows.INSERT_QUANTITY, chain.from_iterable(rows.quantity_rows(n, c.quantities) for c, _, n in keyed))
