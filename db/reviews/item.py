"""A claim as a reviewer sees it: its sentence in pieces, its parts by place, its marks, what others say of it.

The sentence comes cut into words, each with its place in the article's text, so that whoever selects never
counts characters: a selection is a run of words (or of characters of one piece, for those who ask).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db import claims
from db.calibration import reasons
from db.reviews import log
from db.reviews.applying import Row, claim_row, place_of, whole_row
from db.reviews.correction_parts import corrected
from db.reviews.decisions import Correction, RefusedError, Review, Seen, Stance, Status
from db.reviews.sentence_pieces import Piece, pieces
from db.reviews.source_corrections import stance_of
from db.reviews.span_checks import Place
from db.reviews.time_corrections import time_at
from db.sqlite import Connection, by_column
from db.statements.readable_numbers import readable
from db.statements.voices import SOURCE, SUBJECT
from db.wording import Standing, marks_of, standing_of, title_of, words
from extract.english.filled import with_names

Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the claim: its words and where they are (nowhere for what the text only implies).

    `named` are its words with names behind the pronouns inside: "that he [Lund] left".
    """

    text: str
    spans: Pairs
    resolved: str | None = None
    entity: str | None = None
    entity_key: str | None = None
    named: str | None = None


@dataclass(frozen=True, slots=True)
class Further:
    """A qualifier."""

    role: str
    text: str
    spans: Pairs


@dataclass(frozen=True, slots=True)
class Source:
    """Where the claim stands: article, paragraph, what is printed around its sentence."""

    article: int
    article_key: str
    headline: str
    outlet: str | None
    published: str | None
    kind: str
    before: str
    after: str
    copies: int


@dataclass(frozen=True, slots=True)
class Other:
    """Another source of the same statement. `says`: asserted, reported, negated or uncertain there."""

    claim: str
    text: str
    says: Standing
    outlet: str | None
    published: str | None
    headline: str | None
    article: int


@dataclass(frozen=True, slots=True)
class Against:
    """A statement (by key, in words) that contradicts that of the claim, and why."""

    why: str
    statement: str
    text: str


@dataclass(frozen=True, slots=True)
class Sibling:
    """A claim of the same sentence, or the claim itself, as a line of a list. `flagged`: for later."""

    key: str
    version: int
    text: str
    standing: Standing
    marks: tuple[str, ...]
    status: str
    flagged: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Item:
    """Everything about one claim that a decision needs, at this `version`."""

    key: str
    version: int
    status: str
    origin: str
    subject: Part
    relation: Part
    object: Part | None
    qualifiers: tuple[Further, ...]
    standing: Standing
    marks: tuple[str, ...]
    polarity: str
    modality: str
    mood: str
    sources: tuple[Part, ...]
    cue: Pairs
    stance: str
    time: str | None
    time_spans: Pairs
    valid_from: str | None
    valid_to: str | None
    place: str | None
    place_spans: Pairs
    confidence: float
    reasons: tuple[str, ...]
    rule: str
    sentence: tuple[Piece, ...]
    source: Source
    siblings: tuple[Sibling, ...]
    statement: str | None
    others: tuple[Other, ...]
    contradictions: tuple[Against, ...]
    history: tuple[Review, ...]


_SOURCE = """
SELECT a.id, a.key, a.title, a.source, a.outlet, a.published, s.kind, s.start, s."end", a.text,
  b.start, b."end",
  (SELECT COUNT(*) FROM articles o WHERE o.copy_cluster = a.copy_cluster AND o.current = 1 AND o.id <> a.id)
FROM sentences s JOIN articles a ON a.id = s.article
LEFT JOIN blocks b ON b.article = a.id AND b.start <= s.start AND b."end" >= s."end"
WHERE s.id = ? LIMIT 1
"""
_OTHERS = """
SELECT c.key, c.claim, c.polarity, c.modality, c.mood, c.hedge, c.condition, c.attribution, c.subject, c.relation,
  c.time_text, c.place, a.outlet, a.published, a.title, a.id AS article
FROM claims c JOIN articles a ON a.id = c.article
WHERE c.statement = ? AND +c.current = 1 AND c.id <> ? ORDER BY a.published, c.key LIMIT 12
"""
_AGAINST = f"""
SELECT x.kind, x.why, f.key, IIF(other.id, other.attributed_to, {SOURCE}), IIF(other.id, other.subject, {SUBJECT}),
  IIF(other.id, other.relation, f.relation), IIF(other.id, other.object, f.object) FROM (
  SELECT * FROM contradictions WHERE left_claim = :claim OR right_claim = :claim
    OR left_statement = :statement OR right_statement = :statement ORDER BY id LIMIT 5) AS x
JOIN statements AS f ON f.id = IIF(x.left_statement = :statement, x.right_statement, x.left_statement)
LEFT JOIN claims AS other ON x.left_statement = x.right_statement AND other.id = IIF(
  (SELECT polarity FROM claims WHERE id = x.left_claim) = (SELECT polarity FROM claims WHERE id = :claim),
  x.right_claim, x.left_claim) ORDER BY x.id
"""  # noqa: S608 - (where one statement is said and denied, the words of the side that the claim is not on)


def item(connection: Connection, claim: str) -> Item:
    """The claim of this key. Raises RefusedError if there is none."""
    row = claim_row(connection, claim)
    return describe(connection, row | claims.lists(connection, row["id"], ("further",)))


def preview(connection: Connection, seen: Seen, change: Correction) -> Item:
    """What a correction would make of a claim. Raises RefusedError for one that cannot be, ConflictError."""
    row = whole_row(connection, seen)
    return describe(connection, row | corrected(connection, place_of(connection, row), row, change))


def describe(connection: Connection, row: Row) -> Item:
    """A claim's row, with its qualifiers (`further`), as an item."""
    source, pieces, place = _where(connection, row)
    stands = standing_of(row)
    statement = row.get("statement")
    further = tuple(Further(role, text, _tuples(spans)) for role, text, spans, _ in row["further"])
    return Item(
        key=row["key"], version=row["version"], status=row["status"], origin=row["origin"],
        subject=_part(connection, row, "subject"), relation=_part(connection, row, "relation"),
        object=_part(connection, row, "object") if row["object"] is not None else None,
        qualifiers=further,
        standing=stands, marks=tuple(word for word in words(marks_of(row)) if word != stands),
        polarity=row["polarity"], modality=row["modality"], mood=row["mood"],
        sources=tuple(_sources(row["attribution"])), cue=_cue(row["attribution"]), stance=_stance(row["attribution"]),
        time=row["time_text"], time_spans=time_at(place, row),
        valid_from=row["valid_from"], valid_to=row["valid_to"], place=row["place"],
        place_spans=_pairs(row["place_spans"]),
        confidence=row["confidence"], reasons=reasons(connection, row["features"]), rule=row["rule"],
        sentence=pieces, source=source, siblings=tuple(_siblings(connection, row)),
        statement=_statement_key(connection, statement), others=tuple(_others(connection, statement, row["id"])),
        contradictions=tuple(_against(connection, row["id"], statement)),
        history=tuple(log.history(connection, row["key"])),
    )  # fmt: skip


def blinded(seen: Item) -> Item:
    """An item for a second reader, who is not to know what the first made of it."""
    siblings = tuple(replace(one, status=Status.UNREVIEWED.value, flagged=False) for one in seen.siblings)
    return replace(seen, status=Status.UNREVIEWED.value, history=(), siblings=siblings)


def blank(connection: Connection, article: int, position: int) -> Item:
    """An item without a claim, of a sentence that one may be made of. Raises RefusedError if there is none."""
    query = "SELECT id FROM sentences WHERE article = ? AND position = ?"
    row = connection.execute(query, (article, position)).fetchone()
    if row is None:
        raise RefusedError("No such sentence.")
    source, words_of, _ = _where(connection, {"sentence": row[0]})
    nothing = Part("", ())
    return Item(
        key="", version=0, status="unreviewed", origin="person", subject=nothing, relation=nothing, object=None,
        qualifiers=(), standing=Standing.ASSERTED, marks=(), polarity="positive", modality="certain",
        mood="statement", sources=(), cue=(), stance=Stance.SAYS.value, time=None, time_spans=(), valid_from=None,
        valid_to=None, place=None,
        place_spans=(), confidence=1.0, reasons=(), rule="person", sentence=words_of, source=source, siblings=(),
        statement=None,
        others=(), contradictions=(), history=(),
    )  # fmt: skip


_FOUND = """
SELECT e.key, e.name, e.type, SUM(a.mentions) FROM aliases a JOIN entities e ON e.id = a.entity
WHERE a.name LIKE :text ESCAPE '\\' AND e.id = e.canonical GROUP BY e.id ORDER BY 4 DESC, e.key LIMIT 12
"""


def find_entities(connection: Connection, text: str) -> list[dict[str, str]]:
    """Entities with a name that holds `text`, most mentioned first: key and label, as a list of choices takes them."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    rows = connection.execute(_FOUND, {"text": f"%{escaped}%"}).fetchall()
    labels = [f"{name} ({kind})" for _, name, kind, _ in rows]
    told = (f"{label}, {row[0]}" if labels.count(label) > 1 else label for row, label in zip(rows, labels, strict=True))
    return [{"key": row[0], "label": label} for row, label in zip(rows, told, strict=True)]


def _where(connection: Connection, row: Row) -> tuple[Source, tuple[Piece, ...], Place]:
    told = connection.execute(_SOURCE, (row["sentence"],)).fetchone()
    article, key, title, name, outlet, published, kind, start, end, text, low, high, copies = told
    low, high = (start, end) if low is None else (low, high)
    source = Source(
        article, key, title_of(title, name), outlet, published, kind, text[low:start], text[end:high], copies
    )
    return source, pieces(text, start, end), Place(text, start, end, article)


_SIBLINGS = f"""
SELECT c.key, c.version, c.claim, c.status, c.factuality, c.polarity, c.modality, c.mood, c.hedge, c.condition,
  c.attribution, c.subject, c.relation, c.time_text, c.place, c.confidence, EXISTS (
    SELECT 1 FROM review_items i CROSS JOIN reviews r ON r.id = i.review WHERE i.claim = c.key AND r.action = 'flag'
      AND {log.IN_FORCE}) AS flagged
FROM claims c WHERE c.sentence = ? AND +c.current = 1 ORDER BY c.position
"""  # noqa: S608


def _siblings(connection: Connection, row: Row) -> Iterator[Sibling]:
    for one in by_column(connection.execute(_SIBLINGS, (row["sentence"],))):
        stands = standing_of(one)
        marks = tuple(word for word in words(marks_of(one)) if word != stands)
        yield Sibling(
            one["key"], one["version"], one["claim"], stands, marks, one["status"], bool(one["flagged"]),
            one["confidence"],
        )  # fmt: skip


def _part(connection: Connection, row: Row, name: str) -> Part:
    spans = _pairs(row[f"{name}_spans"])
    who = row.get(f"{name}_who")
    entity = connection.execute("SELECT name, key FROM entities WHERE id = ?", (who,)).fetchone() if who else None
    text, resolved = row[name], row.get(f"{name}_resolved")
    entity, key = entity or (None, None)
    return Part(text, spans, resolved, entity, key, with_names(text, resolved, row.get(f"{name}_head")))


def _pairs(packed: str | None) -> Pairs:
    return _tuples(json.loads(packed or "[]"))


def _tuples(spans: Iterable[Sequence[int]]) -> Pairs:
    return tuple((start, end) for start, end in spans)


def _sources(attribution: str | None) -> Iterator[Part]:
    """Who says it, from the outermost; nobody in particular has no words."""
    steps: list[dict[str, Any]] = json.loads(attribution or "[]")
    for step in steps:
        source = step.get("source") or {"text": "", "spans": []}
        yield Part(source["text"], tuple((a, b) for a, b in source["spans"]), step.get("resolved"))


def _cue(attribution: str | None) -> Pairs:
    """Where the word stands that says that the innermost source says it."""
    steps: list[dict[str, Any]] = json.loads(attribution or "[]")
    cue = steps[-1].get("cue") if steps else None
    return tuple((start, end) for start, end in cue["spans"]) if cue else ()


def _stance(attribution: str | None) -> str:
    """What the innermost source makes of it."""
    steps: list[dict[str, Any]] = json.loads(attribution or "[]")
    return stance_of(steps[-1]["polarity"], steps[-1]["modality"]).value if steps else Stance.SAYS.value


def _statement_key(connection: Connection, statement: int | None) -> str | None:
    found = (
        connection.execute("SELECT key FROM statements WHERE id = ?", (statement,)).fetchone() if statement else None
    )
    return found[0] if found else None


def _others(connection: Connection, statement: int | None, claim: int) -> Iterator[Other]:
    if statement is None:
        return
    for row in by_column(connection.execute(_OTHERS, (statement, claim))):
        where = (row["outlet"], row["published"], row["title"], row["article"])
        yield Other(row["key"], row["claim"], standing_of(row), *where)


def _against(connection: Connection, claim: int, statement: int | None) -> Iterator[Against]:
    if statement is not None:
        values = {"claim": claim, "statement": statement}
        for kind, why, key, source, *parts in connection.execute(_AGAINST, values):
            said = " ".join(part for part in parts if part)
            yield Against(f"{kind}: {readable(why)}", key, f"{source}: {said}" if source else said)
