"""Words that very many claims have: a list of few rows asks row by row, and does not gather all claims first."""

from __future__ import annotations

from db.search import expression
from db.sqlite import Connection

#: Claims that are gathered by their words; more are frequent words.
_MOST = 20_000
_FOUND = f"SELECT COUNT(*) FROM (SELECT 1 FROM claims_fts WHERE claims_fts MATCH ? LIMIT {_MOST})"  # noqa: S608
#: The claim that is the last of so many with these words; nearly all have them where few stand between.
_LAST = "SELECT rowid FROM {0} WHERE {0} MATCH ? ORDER BY rowid LIMIT 1 OFFSET ?"
_NEARLY_ALL = 0.7
#: A condition on statements `f`, and one on contradictions and changes `x`, beside those that gather.
OF_STATEMENT = (
    "EXISTS (SELECT 1 FROM statement_claims AS w WHERE w.statement = f.id AND EXISTS "
    "(SELECT 1 FROM claims_fts WHERE claims_fts MATCH :text AND rowid = w.claim))"
)
OF_LINK = (
    "(EXISTS (SELECT 1 FROM claims_fts WHERE claims_fts MATCH :text AND rowid = x.left_claim) "
    "OR EXISTS (SELECT 1 FROM claims_fts WHERE claims_fts MATCH :text AND rowid = x.right_claim))"
)

#: One on `claims`, one on sentences `s`.
OF_CLAIM = "EXISTS (SELECT 1 FROM claims_fts WHERE claims_fts MATCH :text AND rowid = claims.id)"
OF_SENTENCE = "EXISTS (SELECT 1 FROM sentences_fts WHERE sentences_fts MATCH :text AND rowid = s.id)"


def are_frequent(connection: Connection, words: str) -> bool:
    """Whether very many claims have all of these words."""
    (found,) = connection.execute(_FOUND, (expression(words) or '""',)).fetchone()
    return bool(found == _MOST)


def are_everywhere(connection: Connection, words: str, table: str = "claims_fts") -> bool:
    """Whether nearly all claims (or sentences) of a large database have all of these words: whichever is looked at is
    one of them."""
    last = connection.execute(_LAST.format(table), (expression(words) or '""', _MOST - 1)).fetchone()
    return last is not None and _NEARLY_ALL * last[0] <= _MOST
