"""What the words of a claim say, read again: where a person changed them, and where an earlier version stored none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from db import claims
from db.sqlite import Connection
from extract.english.phrases import KnownNames, claim_words, read_claim

_NAMES = "SELECT start, \"end\", text, resolved FROM mentions WHERE article = ? AND +kind = 'name'"
_STARTS = "SELECT id, start FROM sentences WHERE article = ?"


def reread(connection: Connection, article: int, keys: Collection[str] | None = None) -> None:
    """Stores what the claims of an article (by row id) say; of all, or of those with these keys."""
    names = KnownNames(connection.execute(_NAMES, (article,)))
    starts = dict(connection.execute(_STARTS, (article,)))
    found = []
    for row in claims.of_article(connection, article):
        if keys is None or row["key"] in keys:
            claim = claims.record(row | claims.lists(connection, row["id"]))
            said = read_claim(claim_words(claim, starts[row["sentence"]]), names)
            found.append((replace(claim, phrases=said), row["id"]))
    claims.set_phrases(connection, found)


def reread_all(connection: Connection) -> None:
    """Stores what every claim of the database says."""
    for (article,) in connection.execute("SELECT id FROM articles ORDER BY id").fetchall():
        reread(connection, article)
