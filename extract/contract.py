"""A claim, or an attribution, as a JSON object: the contract with other tools, one line each.

The keys, in this order, are those of `extract export jsonl` and `extract export attributions`; keys that
only a database can fill (`id`, `article`, `status`, `fact`, `run`, `revision`) are null here. Spans are
[[start, end], ...] in code points of the article's text.
"""

from __future__ import annotations

from typing import Any

from extract.model import (
    Argument,
    Article,
    Attribution,
    Claim,
    Extraction,
    Qualifier,
    Quantity,
    Report,
    Sentence,
    Slot,
    Spans,
)

Json = dict[str, Any]


def records(extraction: Extraction) -> list[Json]:
    """The records of all claims of an article, in text order."""
    sentences = {sentence.position: sentence for sentence in extraction.sentences}
    return [record(claim, sentences[claim.sentence], extraction.article) for claim in extraction.claims]


def reports(extraction: Extraction) -> list[Json]:
    """The records of all attributions of an article, claims or none, in text order."""
    sentences = {sentence.position: sentence for sentence in extraction.sentences}
    return [_report(report, sentences[report.sentence], extraction.article) for report in extraction.attributions]


def _report(report: Report, sentence: Sentence, article: Article) -> Json:
    return {
        "article": None,
        "source": article.source,
        "published": article.published,
        "sentence": article.text[sentence.start : sentence.end],
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "content": _slot(report.content),
        "predicate": list(report.predicate),
        "attribution": _attribution(report.chain),
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "revision": None,
    }


def record(claim: Claim, sentence: Sentence, article: Article) -> Json:
    """One claim's record."""
    return {
        "id": None,
        "article": None,
        "source": article.source,
        "published": article.published,
        "sentence": article.text[sentence.start : sentence.end],
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "subject": _argument(claim.subject),
        "relation": {
            "text": claim.relation.text,
            "spans": _spans(claim.relation.spans),
            "lemma": claim.relation.lemma,
        },
        "object": _argument(claim.object) if claim.object else None,
        "qualifiers": [_qualifier(q) for q in claim.qualifiers],
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "factuality": claim.factuality.value,
        "attribution": _attribution(claim.attribution),
        "valid_time": _valid_time(claim),
        "rule": claim.rule,
        "confidence": claim.confidence,
        "status": None,
        "fact": None,
        "run": None,
        "mood": claim.mood.value,
        "condition": _slot(claim.condition),
        "place": _slot(claim.place),
        "tense": claim.tense,
        "aspect": claim.aspect,
        "clause_type": claim.clause_type.value,
        "quantities": [_quantity(quantity) for quantity in claim.quantities],
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "revision": None,
        "story": None,
        "block": sentence.kind.value,
    }


def _spans(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _slot(slot: Slot | None) -> Json | None:
    return {"text": slot.text, "spans": _spans(slot.spans)} if slot else None


def _argument(argument: Argument) -> Json:
    return {
        "text": argument.text,
        "spans": _spans(argument.spans),
        "full": argument.full,
        "full_spans": _spans(argument.full_spans),
        "entity": argument.entity,
        "resolved": argument.resolved,
        "resolved_spans": _spans(argument.resolved_spans),
    }


def _qualifier(qualifier: Qualifier) -> Json:
    return {
        "role": qualifier.role.value,
        "text": qualifier.text,
        "spans": _spans(qualifier.spans),
        "value": qualifier.value,
    }


def _step(step: Attribution) -> Json:
    return {
        "source": _slot(step.source),
        "cue": _slot(step.cue),
        "content": {"spans": _spans(step.content)},
        "resolved": step.resolved,
        "polarity": step.polarity.value,
        "modality": step.modality.value,
    }


def _attribution(steps: tuple[Attribution, ...]) -> Json | None:
    """The outermost source, with the whole chain beside it."""
    return {**_step(steps[0]), "chain": [_step(step) for step in steps]} if steps else None


def _valid_time(claim: Claim) -> Json | None:
    time = claim.valid_time
    if time is None:
        return None
    return {
        "value": time.value,
        "text": time.text,
        "earliest": time.earliest,
        "latest": time.latest,
        "precision": time.precision.value if time.precision else None,
        "modifier": time.modifier,
        "relative": time.relative,
    }


def _quantity(quantity: Quantity) -> Json:
    return {
        "text": quantity.text,
        "spans": _spans(quantity.spans),
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "approximate": quantity.approximate,
    }
