"""The main word of a relation that a person chose, and its lemma: statements are told apart by it.

No parser is at hand here. What other claims of the database make of the same word decides; else its regular forms,
as far as one of them is the lemma of some claim.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from db.sqlite import Connection
from extract.english.wordlists import word_class
from extract.model import Span, Spans

_WORD = re.compile(r"[\w’'-]+")
_BEHIND = word_class("particles")
_LIKE = """
SELECT c.relation, c.relation_lemma FROM claims_fts JOIN claims AS c ON c.id = claims_fts.rowid
WHERE claims_fts MATCH ? LIMIT 200
"""
_KNOWN = "SELECT 1 FROM claims WHERE relation_lemma = ? LIMIT 1"
#: Endings of a regular verb's forms, and what stands in their place in the lemma.
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""))


def main_word(text: str, spans: Spans) -> Span:
    """Where the main word of a relation stands: its last that is no particle ("had passed on": "passed")."""
    places = [m.span() for start, end in spans for m in _WORD.finditer(text, start, end)] or [spans[-1]]
    return next((p for p in reversed(places) if text[slice(*p)].lower() not in _BEHIND), places[-1])


def lemma(connection: Connection, word: str) -> str:
    """The lemma of a verb's form; the form itself where nothing is known of it."""
    word = word.lower()
    told = Counter(found for words, found in _alike(connection, word) if _main(words) == word)
    if told:
        return told.most_common(1)[0][0]
    return next((form for form in _forms(word) if connection.execute(_KNOWN, (form,)).fetchone()), word)


def _alike(connection: Connection, word: str) -> list[tuple[str, str]]:
    quoted = word.replace('"', '""')
    return connection.execute(_LIKE, (f'relation : "{quoted}"',)).fetchall()


def _main(words: str) -> str:
    start, end = main_word(words, ((0, len(words)),))
    return words[start:end].lower()


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            yield stem + instead
            if not instead and stem[-1:] == stem[-2:-1]:  # "stopped"
                yield stem[:-1]
