"""The order of a timeline's rows within a day, and which are left out; verbs with adverbs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db.entities.queries import find
from db.events.event_timeline import read_timeline
from db.statements.news import What, news
from db.statements.queries import Filters
from extract.english.verbphrases import verb_phrase
from extract.extractor import Extractor, plain_article
from tests.test_events import stored

TEXTS = {
    "Courier": "Mara Solm left Tarn on Monday, humming a song. Mara Solm sold her mill. Mara Solm bought a farm.",
    "Echo": "Solm the miller was seen at noon. Mara Solm bought a farm on Monday, killing four foxes.",
}


def test_a_day_is_told_as_articles_tell_it(tmp_path: Path) -> None:
    made = [replace(plain_article(text, "2025-04-07"), source=name, outlet=name) for name, text in TEXTS.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        found = find(store.connection, "Mara Solm")
        rows = read_timeline(store.connection, Filters(found.key, in_passing=False))
        every = read_timeline(store.connection, Filters(found.key))
        changes = news(store.connection, "2025-04-01")
    told = [row.shown.relation for row in rows]
    assert told[0] == "bought"  # two outlets say so
    assert told.index("left") < told.index("sold")
    assert "humming" not in told
    assert "killing" in told
    assert [one.articles for one in changes if one.what is What.NEW][:2] == [2, 1]
    assert "humming" in [row.shown.relation for row in every]


@pytest.mark.parametrize(
    ("words", "lemma", "normal", "tail"),
    [("backed down", "back", "back", "down"), ("backed", "back", "support", ""), ("shut down", "shut", "close", "")],
)
def test_an_adverb_makes_another_verb(words: str, lemma: str, normal: str, tail: str) -> None:
    found = verb_phrase(words, lemma, "clause", "past", not tail)
    assert (found.normal, found.tail) == (normal, tail)
