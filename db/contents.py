"""What was found in an article: written with all that follows from it, and taken out again.

Whatever is tracked across articles (entities, copy clusters, statements, reviews) hangs in here, and only here:
`Entering` and `leave` are each other's opposite, whether an article is new, replaced, read by another model or
forgotten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, Self

from db import claims, rows
from db.calibration import Features, numbers, packed
from db.claims import Encoded, Given
from db.copies import clusters
from db.copies.sketch import Sketch, sketch
from db.entities import directory, source_entities
from db.entities.directory import Named
from db.entities.full_names import relink
from db.events import joining as events
from db.events import withdrawing
from db.events.foretelling import Foretold, foretell
from db.events.remembering import Remembered
from db.events.similar_articles import Topic
from db.keys import claim_keys
from db.reviews.applying import reattach
from db.rows import Row
from db.sqlite import Connection
from db.staging import Stage
from db.statements import maintenance as statements
from db.statements.foreseeing import Foreseen, Stored, foresee
from db.tracking import naming
from extract.model import Article, Claim, Extraction, Sentence

_NEXT_ID = "SELECT (SELECT COALESCE(MAX(id), 0) FROM sentences), (SELECT COALESCE(MAX(id), 0) FROM claims)"
#: In the order that references between them ask for; what hangs on claims goes with them.
_HOLD_CONTENTS = ("attributions", "mentions", "sentences", "blocks")
_SENTENCES = Stage("sentences", rows.SENTENCE_COLUMNS)


class FoundClaim(NamedTuple):
    """A claim as rows, and what its row needs of the database: the position of its sentence, and its features."""

    key: str
    sentence: int
    rows: Encoded
    features: Features
    confidence: float


@dataclass(frozen=True, slots=True)
class Contents:
    """What was found in an article, with all that follows from it alone, as rows. Workers make it, so that the one
    process that stores need not. Rows have no row ids of other rows: these are given out when they are stored."""

    article: Article
    words: int
    sketch: Sketch
    blocks: tuple[Row, ...]
    sentences: tuple[tuple[int, Row], ...]  # by position
    claims: tuple[FoundClaim, ...]  # in the order of their places
    mentions: tuple[Row, ...]
    attributions: tuple[tuple[int, Row], ...]  # by the position of the sentence
    named: Named
    sources: tuple[int | None, ...]  # of each claim, by the number of a bearer
    foretold: Foretold
    foreseen: Foreseen
    broken: tuple[Sentence, ...]  # at which the program broke

    @classmethod
    def of(cls, found: Extraction) -> Self:
        article = found.article
        claimed = sorted(found.claims, key=lambda claim: (claim.sentence, claim.position))
        keys = claim_keys(article.text_hash, claimed)
        encoded = [claims.encode(claim) for claim in claimed]
        told = tuple(zip(keys, claimed, encoded, strict=True))
        named, positions = directory.named(found, claimed), [one.position for one in found.sentences]
        return cls(
            article,
            found.words,
            sketch(article.text, found.blocks, article.url),
            tuple(rows.block_rows(found.blocks)),
            tuple((one.position, rows.sentence_row(article.text, one)) for one in found.sentences),
            tuple(FoundClaim(key, claim.sentence, own, claim.features, claim.confidence) for key, claim, own in told),
            tuple(rows.mention_rows(found.mentions)),
            tuple((report.sentence, rows.attribution_row(report)) for report in found.attributions),
            named,
            _sources(found, claimed, named),
            foretell(article, told, positions),
            foresee(article, told, positions, named),
            tuple(one for one in found.sentences if one.problem is not None),
        )

    def stored(self, who: Sequence[int], first: int) -> Stored:
        """What its claims count as, with the row ids of its bearers and of its first claim."""
        positions = [position for position, _ in self.sentences]
        return Stored(self.foreseen, who, first, self.claims, self.named.claims, positions)


def _sources(found: Extraction, claimed: Sequence[Claim], named: Named) -> tuple[int | None, ...]:
    mentions = sorted(
        (
            source_entities.SourceMention(mention.start, mention.end, mention.text, mention.resolved, who, mention.kind)
            for mention, (who, _) in zip(found.mentions, named.mentions, strict=True)
        ),
        key=lambda mention: (mention.start, -mention.end),
    )
    return tuple(source_entities.sources(found.article.text, map(_step, claimed), mentions))


def _step(claim: Claim) -> source_entities.Step | None:
    if not claim.attribution:
        return None
    source = claim.attribution[-1].source
    return source_entities.Step(claim.attribution[-1].resolved, source.spans[0] if source else None)


def prepare(connection: Connection) -> None:
    """Makes the tables in which rows wait; once for a connection, outside of transactions."""
    for stage in (_SENTENCES, claims.STAGE):
        stage.prepare(connection)


class Entered(NamedTuple):
    """What was found in a current article, its row id and key, and the run that read it."""

    found: Contents
    article: int
    key: str
    run: int


@dataclass(slots=True)
class Entering:
    """Current articles that were written in the transaction that is open: what follows from all of them is put right
    once, by `settle`."""

    connection: Connection
    remembered: Remembered
    waiting: list[Entered] = field(default_factory=list)
    topics: dict[int, Topic | None] = field(default_factory=dict)  # None where reviews changed what the claims say
    named: Counter[int] = field(default_factory=Counter)
    touched: set[int] = field(default_factory=set)

    def enter(self, found: Contents, article: int, key: str, run: int) -> None:
        """Takes what was found in a current article (row id and key): `write` writes it."""
        self.waiting.append(Entered(found, article, key, run))

    def write(self) -> None:
        """Writes what was found in all articles that wait, at once: each statement that adds words to the search index
        costs as much again as the rows themselves. Before any of these articles is taken out again."""
        entered, self.waiting = self.waiting, []
        for one, written in zip(entered, write(self.connection, entered), strict=True):
            self.named.update(written.named)
            self.touched.update(clusters.enter(self.connection, one.article, one.key, one.found.sketch))
            self.topics[one.article] = None if written.reviewed else one.found.foretold.topic
            if not written.reviewed:
                self.remembered.stored[one.article] = one.found.stored(written.who, written.first)
                self.remembered.foretold[one.article] = partial(
                    one.found.foretold.read, one.article, one.key, written.first, written.sentence
                )

    def settle(self) -> None:
        """Names, events and statements of all that was entered."""
        self.write()
        self.touched |= settle_names(self.connection, self.named)
        for article, topic in self.topics.items():
            self.touched |= events.enter(self.connection, article, self.remembered, topic)
        statements.add(self.connection, self.touched, self.remembered.stored)


_REVIEWED = "SELECT 1 FROM review_items WHERE text_hash = ? LIMIT 1"


class Written(NamedTuple):
    """Row ids: of the entities that an article names, of its bearers, of its first claim and of its first sentence.
    `reviewed`: people decided about claims of this text, so that some may not be as they were found."""

    named: list[int]
    who: list[int]
    first: int
    sentence: int
    reviewed: bool


def write(connection: Connection, entered: Sequence[Entered]) -> list[Written]:
    """The same for articles whose texts are in: their copy clusters stay as they are. `settle_names`, `events.refresh`
    and `statements.add` follow."""
    who = [directory.enter(connection, one.found.named.bearers, one.key) for one in entered]
    firsts = _insert_sentences(connection, entered, who)
    connection.executemany(rows.INSERT_BLOCK, [(one.article, *row) for one in entered for row in one.found.blocks])
    mentions = [
        (one.article, _id(named, number), metonym, *row)
        for one, named in zip(entered, who, strict=True)
        for (number, metonym), row in zip(one.found.named.mentions, one.found.mentions, strict=True)
    ]
    connection.executemany(rows.INSERT_MENTION, mentions)
    return [_attach(connection, *given) for given in zip(entered, who, firsts, strict=True)]


def _attach(connection: Connection, one: Entered, who: list[int], first: tuple[int, int]) -> Written:
    """What people decided about the text of an article holds for its claims, too."""
    named = directory.count(connection, one.article)
    reattach(connection, one.article)
    reviewed = connection.execute(_REVIEWED, (one.found.article.text_hash,)).fetchone() is not None
    if reviewed:
        source_entities.settle(connection, [one.article])
    return Written(named, who, *first, reviewed)


def settle_names(connection: Connection, articles: Mapping[int, int]) -> set[int]:
    """Settles entities that so many more articles name; other articles (row ids) whose names mean another by it."""
    directory.settle(connection, articles)
    return naming(connection, relink(connection, articles))


def _id(who: Sequence[int], number: int | None) -> int | None:
    return None if number is None else who[number]


def leave(connection: Connection, article: int, key: str) -> None:
    """Takes an article that is no longer current out of all that is tracked; its rows stay."""
    touched = withdraw(connection, article)
    statements.add(connection, {*touched, *clusters.leave(connection, article, key)})


def withdraw(connection: Connection, article: int) -> set[int]:
    """Takes what an article says out of all that is tracked, but for its copy cluster. Returns the articles (row ids)
    whose statements follow."""
    withdrawing.settle(connection)
    statements.remove(connection, [article])
    touched = events.remove(connection, [article])
    claims.retire(connection, article)
    return touched | settle_names(connection, dict.fromkeys(directory.count(connection, article, -1), -1))


def erase(connection: Connection, article: int) -> None:
    """Deletes what was found in an article, after `withdraw` or `leave`."""
    claims.erase(connection, article)
    for table in _HOLD_CONTENTS:
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608


def _insert_sentences(
    connection: Connection, entered: Sequence[Entered], who: Sequence[Sequence[int]]
) -> list[tuple[int, int]]:
    """Row ids are given out here, so that rows can name each other and go in by `executemany`. Returns those of the
    first claim and the first sentence of each article."""
    sentence_id, claim_id = connection.execute(_NEXT_ID).fetchone()
    known = numbers(connection, (claim.features for one in entered for claim in one.found.claims))
    sentences, claimed, reports, firsts = (
        list[Row](),
        list[tuple[Encoded, Given]](),
        list[Row](),
        list[tuple[int, int]](),
    )
    for (found, article, _, run), own in zip(entered, who, strict=True):
        ids = {position: n for n, (position, _) in enumerate(found.sentences, sentence_id + 1)}
        sentences += [(ids[position], article, *row) for position, row in found.sentences]
        placed = zip(found.claims, found.named.claims, found.sources, strict=True)
        claimed += [
            (
                one.rows,
                Given(
                    n, one.key, ids[one.sentence], article, run, _id(own, subject), _id(own, thing),
                    _id(own, source), *packed(one.features, one.confidence, known),
                ),
            )
            for n, (one, (subject, thing), source) in enumerate(placed, claim_id + 1)
        ]  # fmt: skip
        reports += [(ids[sentence], article, *row) for sentence, row in found.attributions]
        firsts.append((claim_id + 1, sentence_id + 1))
        sentence_id, claim_id = sentence_id + len(found.sentences), claim_id + len(found.claims)
    _SENTENCES.put(connection, sentences)
    claims.put(connection, claimed)
    connection.executemany(rows.INSERT_ATTRIBUTION, reports)
    return firsts
