"""What a new article tells of, read before it is stored: by workers, with the database not at hand.

It holds as long as nobody has reviewed the article's text.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from db.claims import FOUND_COLUMNS, Encoded
from db.events.occurrence_reading import occurrence, reading
from db.events.occurrences import Occurrence, complete
from db.events.similar_articles import Topic, topic
from db.rows import Row
from extract.model import Article, Claim

_AT = {name: place for place, name in enumerate(FOUND_COLUMNS)}
#: Moods of what is still to come.
_AHEAD = frozenset({"plan", "forecast"})


class Foretold(NamedTuple):
    """An article's topic, and its occurrences as bytes, which are read only if another article is similar. Claims and
    sentences are numbered from 0."""

    topic: Topic
    occurrences: bytes

    def read(self, article: int, key: str, claim: int, sentence: int) -> list[Occurrence]:
        """The occurrences of an article (row id and key), without events, by the row ids of its first claim and
        sentence."""
        # Safe to unpickle: a worker of this program made these bytes.
        return [
            Occurrence(claim + number, own, key, article, published, None, None, sentence + place, *content)
            for number, own, published, place, *content in pickle.loads(self.occurrences)  # noqa: S301
        ]


def foretell(article: Article, found: Sequence[tuple[str, Claim, Encoded]], sentences: Iterable[int]) -> Foretold:
    """What an article's claims tell of: each with its key, as it was found and as rows, in their order.

    `sentences` are the positions of all sentences.
    """
    published, places = (article.published or "")[:10], {position: number for number, position in enumerate(sentences)}
    told = complete(
        [
            occurrence(
                (0, number, key, "", published, *_columns(encoded.values, places[claim.sentence])),
                claim.phrases,
                partial(reading, claim.phrases),
            )
            for number, (key, claim, encoded) in enumerate(found)
            if claim.phrases is not None and claim.phrases.relation.normal
        ]
    )
    plain = [(one.claim, one.key, one.published, one.sentence, *one[_CONTENT:]) for one in told]
    return Foretold(topic(one.participants for one in told), pickle.dumps(plain, pickle.HIGHEST_PROTOCOL))


_CONTENT = Occurrence._fields.index("sentence") + 1


def _columns(values: Row, sentence: int) -> tuple[Any, ...]:
    """The columns of a claim that a query for occurrences reads."""
    (
        kind, phrases, since, until, polarity, modality, mood, tense, aspect, subject, its_name, thing, its_object,
        qualifiers, spans, label, object_label,
    ) = [values[place] for place in _COLUMNS]  # fmt: skip
    return (
        kind, phrases, since, until, f"{polarity} {modality}", mood,
        mood in _AHEAD or (tense == "present" and aspect == "progressive"), sentence,
        subject if its_name is None else its_name, (thing if its_object is None else its_object) or "",
        qualifiers or "", spans == "[]", label, object_label,
    )  # fmt: skip


_COLUMNS = [
    _AT[name]
    for name in (
        "relation_normal", "phrases", "valid_from", "valid_to", "polarity", "modality", "mood", "tense", "aspect",
        "subject", "subject_resolved", "object", "object_resolved", "qualifiers", "relation_spans", "subject_entity",
        "object_entity",
    )
]  # fmt: skip
