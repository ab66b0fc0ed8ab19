"""Articles, sentences, mentions and reports as rows. (Claims: see `db.claims`.)"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from extract import contract
from extract.fields import attributed_to
from extract.model import Attribution, Block, Mention, Report, Sentence, Slot, Spans

Row = tuple[Any, ...]
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


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
    "key title outlet published byline language source url revision supersedes text words media_type reader "
    "notes text_hash raw_hash run added",
)
INSERT_BLOCK = insert("blocks", "article position kind start end")
SENTENCE_COLUMNS = "id article text kind outcome position start end problem"
INSERT_MENTION = insert(
    "mentions",
    "article who metonym position start end text kind entity antecedents resolved confidence rule",
)
INSERT_ATTRIBUTION = insert(
    "attributions",
    "sentence article attributed_to source source_spans cue cue_spans content content_spans polarity modality depth "
    "position attribution predicate_start predicate_end",
)


def block_rows(blocks: Iterable[Block]) -> Iterator[Row]:
    for position, block in enumerate(blocks):
        yield position, block.kind.value, block.start, block.end


def sentence_row(text: str, sentence: Sentence) -> Row:
    """`text` is the article's: the sentence's words are kept beside their place, for search and for the eye."""
    words = text[sentence.start : sentence.end]
    return (
        words, sentence.kind.value, sentence.outcome.value,
        sentence.position, sentence.start, sentence.end, sentence.problem,
    )  # fmt: skip


def mention_rows(mentions: Iterable[Mention]) -> Iterator[Row]:
    for position, m in enumerate(mentions):
        antecedents = spans_json(m.antecedents) if m.antecedents else None
        yield (
            position, m.start, m.end, m.text, m.kind, m.entity, antecedents, m.resolved, m.confidence, m.rule,
        )  # fmt: skip


def attribution_row(report: Report) -> Row:
    step = report.chain[-1]
    return (
        attributed_to(report.chain), *_slot(step.source), *_slot(step.cue), report.content.text,
        spans_json(report.content.spans), step.polarity.value, step.modality.value, len(report.chain), report.position,
        steps_json(report.chain), *report.predicate,
    )  # fmt: skip


def spans_json(spans: Spans) -> str:
    """`[[start, end], ...]`, as `json.dumps` writes it and ten times as fast: a claim has ten, mostly of one span."""
    if len(spans) == 1:
        [(start, end)] = spans
        return f"[[{start}, {end}]]"
    return f"[{', '.join([f'[{start}, {end}]' for start, end in spans])}]"


def strings_json(strings: tuple[str, ...]) -> str:
    """A JSON array of strings, as people read them."""
    return _encode(strings)


def steps_json(steps: tuple[Attribution, ...]) -> str:
    """The steps of an attribution, as the contract has them."""
    return _encode(contract.chain(steps))


def _slot(slot: Slot | None) -> Row:
    return (slot.text, spans_json(slot.spans)) if slot else (None, None)
