"""What can only be seen by laying rows beside their article's text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from db import claims
from db.check.problem import Law, Problem
from db.check.slots import (
    Bounds,
    attribution_problems,
    names_problems,
    parse_spans,
    parsed,
    place_problems,
    slot_problems,
)
from db.keys import Triple, article_key, keys_of_triples
from db.reviews.decisions import Values
from db.reviews.log import originals, states
from db.sqlite import Connection, sqlite3
from extract import fields
from extract.declaration import Kind, Room
from extract.model import BlockKind

Row = Any  # sqlite3.Row, of either driver

#: Where the words of a claim's slots stand.
_SLOTS = tuple(field for field in fields.of("claims") if field.kind is Kind.SPANS)
#: Slots of an attribution, by the columns of their words.
_NUMBER = re.compile(r"\d{1,2}[.)][ \t\u00a0]+\Z")
_REPORTED = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Page:
    """An article's text and row with the rows that hang on it, each table's in order."""

    article: Row
    text: str
    originals: Mapping[str, Values]
    states: Mapping[str, Values | None]
    hung: Mapping[int, Values]
    blocks: list[Row]
    sentences: list[Row]
    claims: list[Row]
    parts: list[Row]
    mentions: list[Row]
    attributions: list[Row]

    @property
    def bounds(self) -> Bounds:
        return 0, len(self.text)


_BLOCKS = "SELECT * FROM blocks WHERE article = ? ORDER BY position"
_SENTENCES = "SELECT * FROM sentences WHERE article = ? ORDER BY position"
_CLAIMS = """
SELECT claims.*,
  sentences.start AS sentence_start, sentences."end" AS sentence_end, sentences.article AS sentence_article
FROM sentences CROSS JOIN claims ON claims.sentence = sentences.id
WHERE sentences.article = ? ORDER BY sentences.position, claims.position
"""
_PARTS = """
SELECT part.name, part.id, part.text, part.spans, claims.origin, claims.status,
  sentences.start AS sentence_start, sentences."end" AS sentence_end
FROM sentences CROSS JOIN claims ON claims.sentence = sentences.id
CROSS JOIN (
  SELECT 'qualifiers' AS name, id, claim, text, spans FROM qualifiers
  UNION ALL SELECT 'quantities', id, claim, text, spans FROM quantities
) AS part ON part.claim = claims.id
WHERE sentences.article = ?
"""
_MENTIONS = "SELECT * FROM mentions WHERE article = ? ORDER BY position"
_ATTRIBUTIONS = """
SELECT attributions.*,
  sentences.start AS sentence_start, sentences."end" AS sentence_end, sentences.article AS sentence_article
FROM sentences CROSS JOIN attributions ON attributions.sentence = sentences.id
WHERE sentences.article = ? ORDER BY sentences.position, attributions.position
"""


def content(connection: Connection) -> Iterator[Problem]:
    """Offsets, sentences and keys of every article, one article in memory at a time."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    met: dict[tuple[str, str], int] = {}
    for article in connection.execute("SELECT id FROM articles ORDER BY source, revision").fetchall():
        page = _page(cursor, article[0])
        yield from _offsets(page)
        yield from _sentences(page)
        yield from _keys(page, met)
        yield from _reviews(page)


def _page(cursor: sqlite3.Cursor, article: int) -> Page:
    row = cursor.execute("SELECT * FROM articles WHERE id = ?", (article,)).fetchone()
    queries = (_BLOCKS, _SENTENCES, _CLAIMS, _PARTS, _MENTIONS, _ATTRIBUTIONS)
    connection, text_hash = cursor.connection, row["text_hash"]
    tables = [cursor.execute(query, (article,)).fetchall() for query in queries]
    told = states(connection, text_hash)
    hung = {claim["id"]: claims.lists(connection, claim["id"]) for claim in tables[2] if told.get(claim["key"])}
    return Page(row, row["text"], originals(connection, text_hash), told, hung, *tables)


def _offsets(page: Page) -> Iterator[Problem]:
    """Law 1."""
    for row in page.sentences:
        yield from place_problems(
            page.text, f"sentences {row['id']}", "text", row["text"], (row["start"], row["end"]), page.bounds
        )
    for row in page.claims:
        yield from _claim_offsets(page, row)
    for row in page.parts:
        where = f"{row['name']} {row['id']}"
        yield from slot_problems(page.text, where, "text", row["text"], row["spans"], _room(page, row))
    for row in page.mentions:
        yield from _mention_offsets(page, row)
    for row in page.attributions:
        yield from _report_offsets(page, row)


def _claim_offsets(page: Page, row: Row) -> Iterator[Problem]:
    where, sentence = f"claims {row['id']}", _room(page, row)
    yield from _stranger(where, row)
    for field in _SLOTS:
        assert field.words
        words, spans = row[field.words], row[field.name]
        if field.room is Room.NAMES:
            shown = row[field.words.removesuffix("_resolved")]
            yield from names_problems(page.text, where, field.words, words, spans, shown or "")
        else:
            room = sentence if field.room is Room.SENTENCE else page.bounds
            yield from slot_problems(page.text, where, field.words, words, spans, room)
    yield from _hanging(page, where, row)


def _report_offsets(page: Page, row: Row) -> Iterator[Problem]:
    where = f"attributions {row['id']}"
    yield from _stranger(where, row)
    for name in _REPORTED:
        yield from slot_problems(page.text, where, name, row[name], row[f"{name}_spans"], page.bounds)
    yield from _hanging(page, where, row)


def _stranger(where: str, row: Row) -> Iterator[Problem]:
    if row["article"] != row["sentence_article"]:
        yield Problem(Law.REFERENCES, where, "its sentence is of another article")


def _hanging(page: Page, where: str, row: Row) -> Iterator[Problem]:
    """The head word of a claim's or attribution's content, and the chain of its sources."""
    place = row["predicate_start"], row["predicate_end"]
    yield from place_problems(page.text, where, "predicate", None, place, _room(page, row))
    yield from attribution_problems(page.text, where, row["attribution"])


def _mention_offsets(page: Page, row: Row) -> Iterator[Problem]:
    where = f"mentions {row['id']}"
    yield from place_problems(page.text, where, "text", row["text"], (row["start"], row["end"]), page.bounds)
    yield from names_problems(page.text, where, "resolved", row["resolved"], row["antecedents"])


def _sentences(page: Page) -> Iterator[Problem]:
    """Law 7: what is not in a sentence has vanished. Marks, white space and the numbers of lists between them may."""
    starts = [block["start"] for block in page.blocks]
    text, end = _unnumbered(page), 0
    for number, row in enumerate(page.sentences):
        where = f"sentences {row['id']}"
        if row["position"] != number:
            yield Problem(Law.SENTENCES, where, f"its position is {row['position']} and should be {number}")
        if row["start"] < end:
            yield Problem(Law.SENTENCES, where, "it begins before the last one ends")
        yield from _lost(page, text[end : row["start"]], end)
        block = bisect_right(starts, row["start"]) - 1
        if block < 0 or row["end"] > page.blocks[block]["end"]:
            yield Problem(Law.SENTENCES, where, "it is not within one block")
        end = max(end, row["end"])
    yield from _lost(page, text[end:], end)


def _unnumbered(page: Page) -> str:
    """The text with spaces for the "1." or "2)" in front of a list's items, where their blocks begin behind it."""
    parts: list[str] = []
    end = 0
    for block in page.blocks:
        number = _NUMBER.search(page.text, max(end, block["start"] - 40), block["start"])
        if block["kind"] == BlockKind.LIST and number:
            parts += page.text[end : number.start()], " " * len(number[0])
            end = block["start"]
    return "".join(parts) + page.text[end:]


def _lost(page: Page, gap: str, start: int) -> Iterator[Problem]:
    if any(char.isalnum() for char in gap):
        where = f"articles {page.article['id']} ({page.article['source']})"
        at = start + len(gap) - len(gap.lstrip())
        yield Problem(Law.SENTENCES, where, f"no sentence holds {_short(gap.strip())} at {at}")


def _keys(page: Page, met: dict[tuple[str, str], int]) -> Iterator[Problem]:
    """Law 3 hangs on keys. A claim that was corrected keeps the key of what the machine said."""
    article = page.article
    where = f"articles {article['id']} ({article['source']})"
    if sha256(page.text.encode()).hexdigest() != article["text_hash"]:
        yield Problem(Law.KEYS, where, "text_hash is not that of its text")
    identity = article["source"], article["text_hash"]
    if article["key"] != article_key(*identity, met.get(identity, 0)):
        yield Problem(Law.KEYS, where, "key is not that of its source and text")
    met[identity] = met.get(identity, 0) + 1
    found = [row for row in page.claims if row["origin"] == "machine"]
    triples = (_triple({**row, **page.originals.get(row["key"], {})}) for row in found)
    for row, key in zip(found, keys_of_triples(article["text_hash"], triples), strict=True):
        if row["key"] != key:
            yield Problem(Law.KEYS, f"claims {row['id']}", "key is not that of its words and places")


def _reviews(page: Page) -> Iterator[Problem]:
    """Law 3: nothing but the log says what people made of a claim."""
    for row in page.claims:
        where = f"claims {row['id']}"
        state = page.states.get(row["key"], {}) or {}
        now = {**row, **page.hung.get(row["id"], {})}
        differs = [name for name, value in {"status": "unreviewed", **state}.items() if now[name] != value]
        if differs:
            yield Problem(Law.REVIEWS, where, f"its {', '.join(differs)} is not what the reviews make of it")


def _triple(row: Mapping[str, Any]) -> Triple:
    names = ("subject_head", "relation") if row["object"] is None else ("subject_head", "relation", "object_head")
    return tuple((row[name], parse_spans(parsed(row[f"{name}_spans"])) or ()) for name in names)


def _sentence(row: Row) -> Bounds:
    return row["sentence_start"], row["sentence_end"]


def _room(page: Page, row: Row) -> Bounds:
    """Where a row's words may stand. What a person decided stays as it is though another model ends sentences
    elsewhere."""
    names = row.keys()
    ours = "origin" in names and (row["origin"] != "machine" or row["status"] == "edited")
    return page.bounds if ours else _sentence(row)


def _short(words: str, most: int = 40) -> str:
    return repr(words if len(words) <= most else words[:most] + "…")
