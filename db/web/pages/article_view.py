"""An article as a page shows it: its text cut where claims begin and end, and the claims of each sentence.

All cutting is done here, in code points, as the offsets are stored; the page's script never counts characters
(JavaScript counts UTF-16 units, and would be wrong after the first emoji).
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from db.sqlite import Connection
from db.web.pages import article_copies, article_parts
from db.web.pages.article_parts import Part
from db.wording import Marks, Standing, badge, marks_of, standing_of, title_of, words
from extract.english.filled import with_names

Span = tuple[int, int]
#: Order in which the standings are listed.
STANDINGS = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a claim says in common with others: its key, how it stands, and how many independent articles say it."""

    key: str
    standing: str
    copy_clusters: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with what its card says. `place` counts the claims of the article, from 0.

    `subject_who` and `object_who` are keys of entities.
    """

    place: int
    id: int
    key: str
    subject: str
    subject_resolved: str | None
    relation: str
    implied: bool
    object: str | None
    object_resolved: str | None
    qualifiers: tuple[tuple[str, str], ...]
    standing: Standing
    words: tuple[str, ...]
    confidence: float
    status: str
    spans: tuple[tuple[str, Span], ...]  # (role, place in the article's text)
    statement: Statement | None = None
    subject_who: str | None = None
    object_who: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a sentence within which no claim's part begins or ends.

    `parts` gives for each role ("subject", "relation", "object") the claims that have it there. `lines` are
    the roles to underline at rest: an object that is itself a statement ("said that the dam had failed")
    is left to the lines of its own claims.
    """

    text: str
    parts: tuple[tuple[str, tuple[int, ...]], ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or (position None) the characters between two."""

    position: int | None
    outcome: str
    segments: tuple[Segment, ...]
    claims: tuple[Claim, ...] = ()

    @property
    def standings(self) -> tuple[Standing, ...]:
        present = {claim.standing for claim in self.claims}
        return tuple(found for found in STANDINGS if found in present)


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that are shown together: the items of a list, or a single block."""

    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An article, or a part of a long one. `newer` is the row id of the current revision, where this is not it.

    Claims, blocks and the tally are those of the part; `total` counts the claims of all.
    """

    id: int
    key: str
    title: str
    outlet: str | None
    published: str | None
    statements: tuple[tuple[str, str], ...]
    outcomes: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]
    revision: int
    newer: int | None
    older: int | None
    titled: bool  # the text itself begins with its title
    part: Part
    total: int
    groups: tuple[Group, ...]
    claims: tuple[Claim, ...]
    tally: tuple[tuple[Standing, int], ...]
    sharing: article_copies.Copies
    waiting: int  # claims that nobody has reviewed

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Sentences with claims, in text order."""
        return (s for group in self.groups for block in group.blocks for s in block.sentences if s.claims)

    @property
    def silent(self) -> list[Sentence]:
        """Sentences that were read and gave no claim, in text order."""
        every = (s for group in self.groups for block in group.blocks for s in block.sentences)
        return [s for s in every if s.position is not None and not s.claims and s.outcome not in _UNREAD]


#: Outcomes of what nobody would look for a claim in.
_UNREAD = frozenset({"not prose", "boilerplate", "repeated", "foreign language"})

_CLAIMS = """
SELECT claims.*, sentences.position AS sentence_position, sentences.kind AS block,
  statements.key AS statement_key, statements.standing AS statement_standing,
  statements.copy_clusters AS statement_copy_clusters,
  (SELECT key FROM entities WHERE id = claims.subject_who) AS subject_key,
  (SELECT key FROM entities WHERE id = claims.object_who) AS object_key
FROM sentences CROSS JOIN claims ON claims.sentence = sentences.id
LEFT JOIN statements ON statements.id = claims.statement
WHERE sentences.article = ? AND sentences.start >= ? AND sentences.start < ?
ORDER BY sentences.position, claims.position
"""
_QUALIFIERS = """
SELECT qualifiers.claim, qualifiers.role, qualifiers.text
FROM sentences CROSS JOIN claims ON claims.sentence = sentences.id CROSS JOIN qualifiers ON qualifiers.claim = claims.id
WHERE sentences.article = ? AND sentences.start >= ? AND sentences.start < ?
ORDER BY qualifiers.claim, qualifiers.position
"""
_TOTAL = "SELECT COUNT(*) FROM claims WHERE article = ?"
_SENTENCES = 'SELECT position, start, "end", outcome FROM sentences WHERE article = ? ORDER BY start'
_BLOCKS = 'SELECT kind, start, "end" FROM blocks WHERE article = ? ORDER BY start'
_WAITING = "SELECT COUNT(*) FROM claims WHERE article = ? AND +status = 'unreviewed'"
_CURRENT_REVISION = "SELECT id FROM articles WHERE source = ? AND current = 1"
_OUTCOMES = (
    "SELECT outcome, COUNT(*) FROM sentences WHERE article = ? GROUP BY outcome "
    "ORDER BY outcome <> 'claims', COUNT(*) DESC, outcome"
)
_STATEMENTS = (
    ("Outlet", "outlet"),
    ("Published", "published"),
    ("By", "byline"),
    ("Language", "language"),
    ("Read from", "source"),
    ("Address", "url"),
)


def read_page(connection: Connection, number: int, part: int = 1, at: str | None = None) -> Page | None:
    """The page of the article with this row id, or of the part of it that is asked for (see `article_parts.part`).

    None if there is no such article.
    """
    row = connection.execute("SELECT * FROM articles WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    shown = article_parts.find_part(connection, number, len(row["text"]), part, at)
    claims = _claims(connection, number, shown)
    everything = tuple(claim for found in claims.values() for claim in found)
    blocks = _blocks(connection, number, row["text"], claims, shown)
    newer = None if row["current"] else connection.execute(_CURRENT_REVISION, (row["source"],)).fetchone()
    tally = Counter(claim.standing for claim in everything)
    return Page(
        id=row["id"],
        key=row["key"],
        title=title_of(row["title"], row["source"]),
        outlet=row["outlet"],
        published=row["published"],
        outcomes=tuple((outcome, count) for outcome, count in connection.execute(_OUTCOMES, (number,))),
        statements=tuple((name, row[column]) for name, column in _STATEMENTS if row[column]),
        notes=tuple(json.loads(row["notes"])),
        revision=row["revision"],
        newer=newer["id"] if newer else None,
        older=row["supersedes"],
        titled=bool(blocks) and blocks[0].kind == "title",
        part=shown,
        total=int(connection.execute(_TOTAL, (number,)).fetchone()[0]),
        groups=tuple(_grouped(blocks)),
        claims=everything,
        tally=tuple((found, tally[found]) for found in STANDINGS),
        sharing=article_copies.read_copies(connection, row),
        waiting=connection.execute(_WAITING, (number,)).fetchone()[0],
    )


def find_sentence(connection: Connection, claim: int) -> Sentence | None:
    """The sentence of the claim with this row id, cut where that claim's parts are."""
    row = connection.execute(
        "SELECT claims.*, sentences.position AS sentence_position, sentences.start AS sentence_start, "
        "sentences.text AS sentence_text, sentences.outcome AS outcome "
        "FROM claims JOIN sentences ON sentences.id = claims.sentence WHERE claims.id = ?",
        (claim,),
    ).fetchone()
    if row is None:
        return None
    found = _claim(0, row, ())
    start, text = row["sentence_start"], row["sentence_text"]
    segments = _segments(text, start, start, start + len(text), [found])
    return Sentence(row["sentence_position"], row["outcome"], segments, (found,))


def _claims(connection: Connection, number: int, part: Part) -> dict[int, list[Claim]]:
    """The claims of a part by the position of their sentence."""
    parameters = (number, part.start, part.end)
    qualifiers: dict[int, list[tuple[str, str]]] = {}
    for claim, role, text in connection.execute(_QUALIFIERS, parameters):
        qualifiers.setdefault(claim, []).append((role, text))
    found: dict[int, list[Claim]] = {}
    for place, row in enumerate(connection.execute(_CLAIMS, parameters)):
        claim = _related(_claim(place, row, qualifiers.get(row["id"], ())), row)
        found.setdefault(row["sentence_position"], []).append(claim)
    return found


def _related(claim: Claim, row: Any) -> Claim:
    """The claim with its statement and its entities."""
    statement = (
        Statement(row["statement_key"], badge(row["statement_standing"], row["claim"]), row["statement_copy_clusters"])
        if row["statement_key"]
        else None
    )
    return replace(claim, statement=statement, subject_who=row["subject_key"], object_who=row["object_key"])


def _claim(place: int, row: Any, qualifiers: Sequence[tuple[str, str]]) -> Claim:
    stands = standing_of(row)
    subject, subject_resolved = _argument(row, "subject")
    thing, thing_resolved = _argument(row, "object")
    return Claim(
        place=place,
        id=row["id"],
        key=row["key"],
        subject=subject or "",
        subject_resolved=subject_resolved,
        relation=row["relation"],
        implied=row["relation_spans"] == "[]",
        object=thing,
        object_resolved=thing_resolved,
        qualifiers=tuple(qualifiers),
        standing=stands,
        words=tuple(word for word in words(_without_shown(marks_of(row), qualifiers)) if word != stands),
        confidence=row["confidence"],
        status=row["status"],
        spans=tuple(
            (role, (start, end))
            for role in ("subject", "relation", "object")
            for start, end in json.loads(row[f"{role}_spans"] or "[]")
        ),
    )


def _without_shown(marks: Marks, qualifiers: Sequence[tuple[str, str]]) -> Marks:
    """The marks without a time, place or condition that a qualifier already shows."""
    texts = " ".join(text for _, text in qualifiers)
    return replace(
        marks,
        time=marks.time if marks.time and marks.time not in texts else None,
        place=marks.place if marks.place and marks.place not in texts else None,
        condition=marks.condition if marks.condition and marks.condition not in texts else None,
    )


def _argument(row: Any, part: str) -> tuple[str | None, str | None]:
    """An argument's words, with names behind the words that stand for them, and what else the whole stands for."""
    text, resolved = row[part], row[f"{part}_resolved"]
    inside = with_names(text, resolved, row[f"{part}_head"]) if text else None
    return (inside, None) if inside else (text, None if resolved == text else resolved)


def _blocks(connection: Connection, number: int, text: str, claims: dict[int, list[Claim]], part: Part) -> list[Block]:
    """The blocks of a part; of those that reach beyond it, what is inside."""
    sentences = connection.execute(_SENTENCES, (number,)).fetchall()
    blocks = connection.execute(_BLOCKS, (number,)).fetchall() or [("paragraph", 0, len(text))]
    starts = [sentence["start"] for sentence in sentences]

    def inside(start: int, end: int) -> Sequence[Any]:
        return sentences[bisect_left(starts, start) : bisect_left(starts, end)]

    within = (
        (kind, max(start, part.start), min(end, part.end)) for kind, start, end in blocks if part.meets(start, end)
    )
    return [Block(kind, tuple(_filled(text, start, end, inside(start, end), claims))) for kind, start, end in within]


def _filled(
    text: str, start: int, end: int, sentences: Sequence[Any], claims: dict[int, list[Claim]]
) -> Iterator[Sentence]:
    """The sentences of a block with what lies between them, so that no character of it is lost."""
    for position, first, last, outcome in sentences:
        if start < first:
            yield Sentence(None, "", (Segment(text[start:first], ()),))
        inside = claims.get(position, [])
        yield Sentence(position, outcome, _segments(text, 0, first, last, inside), tuple(inside))
        start = last
    if start < end:
        yield Sentence(None, "", (Segment(text[start:end], ()),))


def _segments(text: str, offset: int, start: int, end: int, claims: Sequence[Claim]) -> tuple[Segment, ...]:
    """text[start:end] cut at each end of each part; `text` itself begins at `offset` of the article."""
    cuts = {start, end}
    for claim in claims:
        cuts |= {cut for _, span in claim.spans for cut in span if start < cut < end}
    edges = sorted(cuts)
    stating = {claim.place for claim in claims if _states(claim, claims)}
    return tuple(_segment(text[a - offset : b - offset], _parts(a, b, claims), stating) for a, b in pairwise(edges))


def _segment(text: str, parts: tuple[tuple[str, tuple[int, ...]], ...], stating: set[int]) -> Segment:
    lines = tuple(role for role, places in parts if role != "object" or not stating.issuperset(places))
    return Segment(text, parts, lines)


def _states(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether the claim's object holds the relation of another claim."""
    relations = [span for other in claims if other is not claim for role, span in other.spans if role == "relation"]
    objects = [span for role, span in claim.spans if role == "object"]
    return any(first <= start and end <= last for first, last in objects for start, end in relations)


def _parts(start: int, end: int, claims: Sequence[Claim]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    parts: dict[str, list[int]] = {}
    for claim in claims:
        for role, (first, last) in claim.spans:
            if first <= start and end <= last:
                parts.setdefault(role, []).append(claim.place)
    return tuple((role, tuple(dict.fromkeys(places))) for role, places in parts.items())


def _grouped(blocks: Iterable[Block]) -> Iterator[Group]:
    together: list[Block] = []
    for block in blocks:
        if together and (block.kind != "list" or together[0].kind != "list"):
            yield Group(together[0].kind, tuple(together))
            together = []
        together.append(block)
    if together:
        yield Group(together[0].kind, tuple(together))
