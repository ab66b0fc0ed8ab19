"""A claim, or an attribution, as a JSON object: the contract with other tools, one line each.

The only module that knows how the object is made; its keys are those that `extract.fields` declares, in that order.
Keys that only a database can fill (`id`, `article`, `status`, `statement`, `run`, `revision`) are null here. Spans are
[[start, end], ...] in code points of the article's text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from extract import fields
from extract.declaration import Field, Kind
from extract.model import Article, Attribution, Claim, Extraction, Report, Sentence, Slot, Spans

Json = dict[str, Any]

#: What an article tells of a report, before and after the report itself.
_BEFORE = ("source", "published")
_AFTER = ("title", "outlet", "url", "revision")


def records(extraction: Extraction) -> list[Json]:
    """The records of all claims of an article, in text order."""
    sentences = {sentence.position: sentence for sentence in extraction.sentences}
    return [record(claim, sentences[claim.sentence], extraction.article) for claim in extraction.claims]


def reports(extraction: Extraction) -> list[Json]:
    """The records of all attributions of an article, claims or none, in text order."""
    sentences = {sentence.position: sentence for sentence in extraction.sentences}
    return [_report(report, sentences[report.sentence], extraction.article) for report in extraction.attributions]


def record(claim: Claim, sentence: Sentence, article: Article) -> Json:
    """One claim's record."""
    found = {"claims": claim, "sentences": sentence, "articles": article}
    values = {name: read(found.get(table)) for name, table, read in _readers()}
    values["sentence_text"] = article.text[sentence.start : sentence.end]
    values["qualifiers"] = items(fields.QUALIFIER, claim.qualifiers)
    values["quantities"] = items(fields.QUANTITY, claim.quantities)
    return compose(values)


def compose(values: Mapping[str, Any]) -> Json:
    """A claim's record from the values of its fields, by name, each as JSON has it.

    `qualifiers` and `quantities` are lists of objects. A slot without words is null as a whole.
    """
    found: Json = {}
    for key, name, parts in _layout():
        if not parts:
            found[key] = values[name]
        elif values[name] is None:
            found[key] = None
        else:
            found[key] = {inner: values[of] for inner, of in parts}
    found["attribution"] = attribution(found["attribution"])
    return found


@cache
def _layout() -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    """The keys of a record in order, each with the name of the field that it holds (of a slot: of its words), and a
    slot's inner keys with theirs."""
    found: dict[str, tuple[str, list[tuple[str, str]]]] = {}
    for field in fields.FIELDS:
        outer, _, inner = (field.key or "").partition(".")
        if inner:
            name, parts = found.get(outer, ("", []))
            found[outer] = field.name if inner == "text" else name, [*parts, (inner, field.name)]
        elif outer:
            found[outer] = field.name, []
    return tuple((key, name, tuple(parts)) for key, (name, parts) in found.items())


def items(declared: Iterable[Field], found: Iterable[object]) -> list[Json]:
    """Qualifiers or quantities as objects."""
    readers = [(field.name, _reader(field)) for field in declared]
    return [{name: read(one) for name, read in readers} for one in found]


def _reader(field: Field) -> Callable[[Any], Any]:
    """Reads a field's value off what extraction found, as JSON has it; None where only a database knows it."""
    read = field.reader()
    convert: Callable[[Any], Any] = _word if field.vocabulary else _PLAIN.get(field.kind, _itself)

    def plain(found: Any) -> Any:
        value = read(found) if read and found is not None else None
        if value is None:
            return [] if field.kind is Kind.SPANS else None
        return convert(value)

    return plain


@cache
def _readers() -> tuple[tuple[str, str, Callable[[Any], Any]], ...]:
    return tuple((field.name, field.table, _reader(field)) for field in fields.FIELDS if field.key)


def attribution(steps: list[Json] | None) -> Json | None:
    """The outermost source, with the whole chain beside it; None where the article itself says it."""
    return {**steps[0], "chain": steps} if steps else None


def chain(steps: Iterable[Attribution]) -> list[Json]:
    """The steps of an attribution, from the outermost source to the innermost."""
    return [
        {
            "source": _slot(step.source),
            "cue": _slot(step.cue),
            "content": {"spans": _spans(step.content)},
            "resolved": step.resolved,
            "polarity": step.polarity.value,
            "modality": step.modality.value,
        }
        for step in steps
    ]


def compose_report(values: Mapping[str, Any]) -> Json:
    """A report's record: values of the article and sentence by the names of their fields, and its own `content` (words
    and spans), `predicate` and `attribution` (steps)."""
    return {
        "article": values["article_key"],
        **{name: values[name] for name in _BEFORE},
        "sentence": values["sentence_text"],
        "sentence_start": values["sentence_start"],
        "sentence_end": values["sentence_end"],
        "content": values["content"],
        "predicate": values["predicate"],
        "attribution": attribution(values["attribution"]),
        **{name: values[name] for name in _AFTER},
    }


def compose_mention(values: Mapping[str, Any]) -> Json:
    """A mention's record: values of the mention, and of its entity by names that begin with `entity_`."""
    known = values["entity_key"]
    return {
        **{name: values[name] for name in ("article", "source", "text", "kind")},
        "spans": [[values["start"], values["end"]]],
        "resolved": values["resolved"],
        "entity": known and {"id": known, "name": values["entity_name"], "type": values["entity_type"]},
    }


def _report(report: Report, sentence: Sentence, article: Article) -> Json:
    around = {name: getattr(article, name, None) for name in (*_BEFORE, *_AFTER)}
    return compose_report(
        around
        | {
            "article_key": None,
            "sentence_text": article.text[sentence.start : sentence.end],
            "sentence_start": sentence.start,
            "sentence_end": sentence.end,
            "content": _slot(report.content),
            "predicate": list(report.predicate),
            "attribution": chain(report.chain),
        }
    )


def _spans(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _slot(slot: Slot | None) -> Json | None:
    return {"text": slot.text, "spans": _spans(slot.spans)} if slot else None


def _word(word: StrEnum) -> str:
    return word.value


def _itself(value: Any) -> Any:
    return value


_PLAIN: dict[Kind, Callable[[Any], Any]] = {Kind.SPANS: _spans, Kind.STEPS: chain, Kind.STRINGS: list}
