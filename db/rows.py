"""Records as rows: the one place that knows which field stands in which column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extract.model import (
    Argument,
    Attribution,
    Block,
    Claim,
    Mention,
    Qualifier,
    Quantity,
    Report,
    Sentence,
    Slot,
    Spans,
    ValidTime,
)

Row = tuple[Any, ...]


def insert(table: str, columns: str) -> str:
    """The statement that inserts a row of these columns, named with spaces between."""
    marks = ", ".join("?" * len(columns.split()))
    return f"INSERT INTO {table} ({listed_names(columns)}) VALUES ({marks})"  # noqa: S608


def listed_names(columns: str) -> str:
    """Columns, named with spaces between, as SQL lists them."""
    return ", ".join(f'"{column}"' for column in columns.split())


INSERT_RUN = insert("runs", "key version model model_version settings started")
UPDATE_COUNTS = (
    "UPDATE runs SET new = :new, revised = :revised, unchanged = :unchanged, failed = :failed, "
    "sentences = :sentences, claims = :claims, words = :words WHERE id = :run"
)
REPLACE_FAILURE = insert("failures", "source kind reason raw_hash run added").replace("INSERT", "INSERT OR REPLACE", 1)
INSERT_ARTICLE = insert(
    "articles",
    "key title publisher published byline language source url revision supersedes text words media_type reader "
    "notes text_hash raw_hash run added",
)
INSERT_BLOCK = insert("blocks", "article position kind start end")
SENTENCE_COLUMNS = "id text kind outcome article position start end"
CLAIM_COLUMNS = (
    "id key sentence article run position subject subject_spans subject_full subject_full_spans subject_entity "
    "subject_resolved subject_resolved_spans object object_spans object_full object_full_spans object_entity "
    "object_resolved object_resolved_spans relation relation_spans relation_lemma qualifiers polarity modality mood "
    "factuality attributed_to attribution condition condition_spans time_text time_value valid_from valid_to "
    "time_precision time_modifier time_relative place place_spans tense aspect clause_type rule confidence "
    "predicate_start predicate_end evidence subject_who object_who features"
)
INSERT_QUALIFIER = insert("qualifiers", "claim position role text spans value")
INSERT_QUANTITY = insert("quantities", "claim position text spans low high unit approximate")
INSERT_MENTION = insert(
    "mentions",
    "article position start end text kind entity antecedents resolved confidence rule who metonym",
)
INSERT_ATTRIBUTION = insert(
    "attributions",
    "attributed_to source source_spans cue cue_spans content content_spans polarity modality depth sentence article "
    "position attribution predicate_start predicate_end",
)


def block_rows(article: int, blocks: Iterable[Block]) -> Iterator[Row]:
    for position, block in enumerate(blocks):
        yield article, position, block.kind.value, block.start, block.end


def sentence_row(article: int, row_id: int, text: str, sentence: Sentence) -> Row:
    """`text` is the article's: the sentence's words are kept beside their place, for search and for the eye."""
    words = text[sentence.start : sentence.end]
    return (
        row_id, words, sentence.kind.value, sentence.outcome.value, article,
        sentence.position, sentence.start, sentence.end,
    )  # fmt: skip


def claim_row(
    claim: Claim,
    row_id: int,
    key: str,
    article: int,
    run: int,
    sentences: Mapping[int, int],
    who: Row,
    judged: tuple[str | None, float],
) -> Row:
    """`sentences` gives the row id of a sentence by its position; `who` those of subject's and object's entities;
    `judged` are its features and its confidence by the weights of the database."""
    relation = claim.relation
    return (
        row_id, key, sentences[claim.sentence], article, run, claim.position,
        *_argument(claim.subject), *_argument(claim.object),
        relation.text, spans_json(relation.spans), relation.lemma, listed(claim.qualifiers),
        claim.polarity.value, claim.modality.value, claim.mood.value, claim.factuality.value,
        attributed_to(claim.attribution), _attribution_json(claim.attribution),
        *_slot(claim.condition), *_time(claim.valid_time), *_slot(claim.place),
        claim.tense, claim.aspect, claim.clause_type.value, claim.rule, judged[1],
        *claim.predicate, strings_json(claim.evidence) if claim.evidence else None, *who, judged[0],
    )  # fmt: skip


def qualifier_rows(claim: int, qualifiers: Iterable[Qualifier]) -> Iterator[Row]:
    for position, q in enumerate(qualifiers):
        yield claim, position, q.role.value, q.text, spans_json(q.spans), q.value


def quantity_rows(claim: int, quantities: Iterable[Quantity]) -> Iterator[Row]:
    for position, q in enumerate(quantities):
        yield claim, position, q.text, spans_json(q.spans), q.low, q.high, q.unit, int(q.approximate)


def mention_rows(article: int, mentions: Iterable[Mention], who: Iterable[Row]) -> Iterator[Row]:
    """`who` gives for each mention the row id of its entity, and whether it is a metonym."""
    for position, (m, entity) in enumerate(zip(mentions, who, strict=True)):
        antecedents = spans_json(m.antecedents) if m.antecedents else None
        yield (
            article, position, m.start, m.end, m.text, m.kind, m.entity,
            antecedents, m.resolved, m.confidence, m.rule, *entity,
        )  # fmt: skip


def attribution_rows(article: int, reports: Iterable[Report], sentences: Mapping[int, int]) -> Iterator[Row]:
    """`sentences` gives the row id of a sentence by its position."""
    for r in reports:
        step = r.chain[-1]
        yield (
            attributed_to(r.chain), *_slot(step.source), *_slot(step.cue), r.content.text, spans_json(r.content.spans),
            step.polarity.value, step.modality.value, len(r.chain), sentences[r.sentence], article, r.position,
            _attribution_json(r.chain), *r.predicate,
        )  # fmt: skip


def spans_json(spans: Spans) -> str:
    """`[[start, end], ...]`, as `json.dumps` writes it and four times as fast: a claim has ten of them."""
    return f"[{', '.join([f'[{start}, {end}]' for start, end in spans])}]"


def strings_json(strings: tuple[str, ...]) -> str:
    """A JSON array of strings, as people read them."""
    return json.dumps(strings, ensure_ascii=False)


def listed(qualifiers: Iterable[Qualifier]) -> str | None:
    """Qualifiers' words for lists and search; None if there are none."""
    return "; ".join(q.text for q in qualifiers) or None


def attributed_to(chain: tuple[Attribution, ...]) -> str | None:
    """The innermost source, whose commitment `factuality` states; None where nobody or nobody in particular."""
    if not chain:
        return None
    source = chain[-1].source
    return chain[-1].resolved or (source.text if source else None)


def _attribution_json(chain: tuple[Attribution, ...]) -> str | None:
    if not chain:
        return None
    return json.dumps([_step(step) for step in chain], ensure_ascii=False)


def _step(step: Attribution) -> dict[str, object]:
    return {
        "source": _slot_object(step.source),
        "cue": _slot_object(step.cue),
        "content": {"spans": step.content},
        "resolved": step.resolved,
        "polarity": step.polarity.value,
        "modality": step.modality.value,
    }


def _slot_object(slot: Slot | None) -> dict[str, object] | None:
    return {"text": slot.text, "spans": slot.spans} if slot else None


def _slot(slot: Slot | None) -> Row:
    return (slot.text, spans_json(slot.spans)) if slot else (None, None)


def _argument(argument: Argument | None) -> Row:
    if argument is None:
        return (None,) * 7
    resolved_spans = spans_json(argument.resolved_spans) if argument.resolved_spans else None
    return (
        argument.text, spans_json(argument.spans), argument.full, spans_json(argument.full_spans),
        argument.entity, argument.resolved, resolved_spans,
    )  # fmt: skip


def _time(time: ValidTime | None) -> Row:
    if time is None:
        return (None,) * 7
    precision = time.precision.value if time.precision else None
    return time.text, time.value, time.earliest, time.latest, precision, time.modifier, int(time.relative)
