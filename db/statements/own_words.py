"""Claims that count by words not their own: because they repeat another, or because people put them there.

"The disaster killed 27 people" counts as "killed at least 11" does, but for the number. Whether a claim would count
there by itself is kept with it: what its nouns mean, its whole article tells.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from db.sqlite import Connection
from db.statements.article_claims import read_articles
from db.steps import tell

_BY_OWN = """
SELECT k.value FROM json_each(?) AS k CROSS JOIN statement_claims AS f ON f.claim = k.value WHERE f.own = 1
"""
_REPEATING = """
SELECT DISTINCT c.article FROM paraphrases AS p CROSS JOIN claims AS c ON c.id = p.claim WHERE p.leads = 0 ORDER BY 1
"""
_MARK = """
UPDATE statement_claims SET own = (SELECT bucket FROM statement_profiles WHERE id = profile) = ? WHERE claim = ?
"""
#: Articles after which it is told how far the work is.
_MANY = 200


def those_by_own_words(connection: Connection, claims: Collection[int]) -> set[int]:
    """Those of these claims (row ids) that count in the bucket of their own words."""
    return {claim for (claim,) in connection.execute(_BY_OWN, (json.dumps(sorted(claims)),))}


def mark(connection: Connection) -> None:
    """Marks the claims of articles that repeat what another says, in a database that was made before."""
    articles = [article for (article,) in connection.execute(_REPEATING)]
    for done, article in enumerate(articles):
        if not done % _MANY and len(articles) >= _MANY:
            tell("Statements", done, len(articles))
        told = read_articles(connection, [article])
        connection.executemany(_MARK, [(one.place.bucket, one.claim) for of in told for one in of.claims])
