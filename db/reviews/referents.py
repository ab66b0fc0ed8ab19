"""Whom the words of a subject or object name that a person chose anew."""

from __future__ import annotations

from typing import NamedTuple

from db.reviews.decisions import Values
from db.sqlite import Connection
from extract.model import Spans, slice_spans


class _Mention(NamedTuple):
    start: int
    end: int
    who: int | None
    resolved: str | None


_MENTIONS = (
    'SELECT start, "end", who, resolved FROM mentions WHERE article = ? AND start >= ? AND "end" <= ? ORDER BY id'
)
#: What may stand before a name beside titles: "the former President Ada Lind".
_SMALL = frozenset(("the", "a", "an", "former", "then"))


def referent(connection: Connection, article: int, text: str, name: str, now: Values, spans: Spans) -> Values:
    """The columns that say whom the part `name` means, once it has the words of `spans`.

    As before, where the name or pronoun that said so is still among the words; else the one whose name they are, or
    end with; else nobody known.
    """
    who, resolved = now.get(f"{name}_who"), now.get(f"{name}_resolved")
    among = [m for span in spans for m in _mentions(connection, article, span)]
    if any((m.who == who is not None) or (m.resolved == resolved is not None) for m in among):
        return {}
    named = [m for m in among if m.who is not None and _is_all(text, spans, m)]
    new = named[0].who if named else None
    return {f"{name}_who": new, f"{name}_resolved": None, f"{name}_resolved_spans": None}


def _mentions(connection: Connection, article: int, span: tuple[int, int]) -> list[_Mention]:
    return [_Mention(*row) for row in connection.execute(_MENTIONS, (article, *span))]


def _is_all(text: str, spans: Spans, mention: _Mention) -> bool:
    """Whether the words are this name, with titles before it at the most: not "the sister of Ada Lind"."""
    words = slice_spans(text, spans)
    name = text[mention.start : mention.end]
    before = words.removesuffix(name)
    return words.endswith(name) and all(word[:1].isupper() or word in _SMALL for word in before.split())
