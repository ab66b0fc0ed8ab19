"""Words that very many claims have: a list of few rows asks row by row, and does not gather all claims first."""

from __future__ import annotations

from db.search import expression
from db.sqlite import Connection

#: Claims that are gathered by their words; more are frequent words.
_MOST = 20_000
_FOUND = f"SELECT COUNT(*) FROM (SELECT 1 FROM claims_fts WHERE claims_fts MATCH ? LIMIT {_MOST})"  # noqa: S608
#: A condition on statements `f`, and one on contradictions and changes `x`, beside those that gather.
OF_STATEMENT = (
    "EXISTS (SELECT 1 FROM statement_claims AS w WHERE w.statement = f.id AND EXISTS "
    "(SELECT 1 FROM claims_fts WHERE claims_fts MATCH :text AND rowid = w.claim))"
)
OF_LINK = (
    "(EXISTS (SELECT 1 FROM claims_fts WHERE claims_fts MATCH :text AND rowid = x.left_claim) "
    "OR EXISTS (SELECT 1 FROM claims_fts WHERE claims_fts MATCH :text AND rowid = x.right_claim))"
)


def are_frequent(connection: Connection, words: str) -> bool:
    """Whether very many claims have all of these words."""
    (found,) = connection.execute(_FOUND, (expression(words) or '""',)).fetchone()
    return bool(found == _MOST)
