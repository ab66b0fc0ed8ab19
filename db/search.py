"""Full-text search over claims and sentences of current articles, best match first.

What people type is taken as words, never as FTS5's own language, in which a stray quotation mark or hyphen
is an error: all words must occur (by their stem, with or without accents), "a phrase" as it stands,
`pre*` as a beginning, `one OR other`, and `-word` must not occur.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.sqlite import Connection

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim or sentence that was found: its row id, its words, and the article they are from.

    `key` is the claim's, None for a sentence.
    """

    id: int
    key: str | None
    words: str
    source: str
    title: str | None
    published: str | None


_CLAIMS = """
SELECT claims.id, claims.key, claims.claim, articles.source, articles.title, articles.published
FROM claims_fts
JOIN claims ON claims.id = claims_fts.rowid
JOIN articles ON articles.id = claims.article
WHERE claims_fts MATCH ? AND claims.current = 1
ORDER BY claims_fts.rank, articles.source, claims.key LIMIT ?
"""
_SENTENCES = """
SELECT sentences.id, NULL, sentences.text, articles.source, articles.title, articles.published
FROM sentences_fts
JOIN sentences ON sentences.id = sentences_fts.rowid
JOIN articles ON articles.id = sentences.article
WHERE sentences_fts MATCH ? AND articles.current = 1
ORDER BY sentences_fts.rank, articles.source, sentences.position LIMIT ?
"""


def search_claims(connection: Connection, words: str, limit: int = 20) -> list[Hit]:
    """Claims whose subject, relation, object, qualifiers or source hold `words`."""
    return _found(connection, _CLAIMS, words, limit)


def search_sentences(connection: Connection, words: str, limit: int = 20) -> list[Hit]:
    """Sentences that hold `words`, whether claims came of them or not."""
    return _found(connection, _SENTENCES, words, limit)


def expression(words: str) -> str | None:
    """What people type as an FTS5 expression; None if nothing in it can be looked for."""
    wanted, unwanted = _terms(words)
    if not wanted:
        return None
    return " ".join([" AND ".join(f"({term})" for term in wanted), *(f"NOT {term}" for term in unwanted)])


def any_expression(words: str) -> str | None:
    """An FTS5 expression of the words that are wanted, any of which may occur; None if there are none."""
    return " OR ".join(_terms(words)[0]) or None


def _terms(words: str) -> tuple[list[str], list[str]]:
    """The terms that must occur (or one of several: `a OR b`), and those that must not, quoted for FTS5."""
    wanted: list[str] = []
    unwanted: list[str] = []
    either = False
    for minus, phrase, word in _TERM.findall(words.replace("\0", " ")):
        term = phrase or word
        if word == "OR":
            either = bool(wanted)
            continue
        if any(char.isalnum() for char in term):
            prefix = "*" if word.endswith("*") else ""
            quoted = f'"{term}"{prefix}'
            if either and not minus:
                wanted[-1] += f" OR {quoted}"
            else:
                (unwanted if minus else wanted).append(quoted)
        either = False
    return wanted, unwanted


def _found(connection: Connection, query: str, words: str, limit: int) -> list[Hit]:
    match = expression(words)
    if match is None:
        return []
    return [Hit(*row) for row in connection.execute(query, (match, limit))]
