"""Each field of a claim, declared once: where it comes from, what it is called, what follows from it.

From `FIELDS` follow the column in the database, its index and its place in full-text search (`db.claim_columns`), the
row and what is read back from it (`db.claims`), the keys of the JSON contract (`extract.contract`), the columns of CSV
files, what stays of a claim that is split, what `extract check` proves, and the words for it in metadata.yml,
docs/database.md and docs/contract.md. Nothing here knows of SQL.

To add a field:

1. Give `extract.model.Claim` (or `Argument`, for subject and object at once) the attribute, with a default.
2. Set it where it is found out.
3. Declare it here, in the place where the contract should have its key. The names of `argument` hold for subject
   and object.
4. Run `make docs`, which writes `db/metadata.yml` and the docs.

A database from before gets the column when it is opened (rows that are there have NULL, so a field that is new cannot
be `required`). tests/test_fields.py does all of this with a field of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from extract.declaration import Field, Kind, Room
from extract.model import (
    Argument,
    Attribution,
    Claim,
    ClauseType,
    Factuality,
    Modality,
    Mood,
    Polarity,
    Precision,
    Role,
    Spans,
)


def of(table: str) -> tuple[Field, ...]:
    """The fields that stand in a table, in declared order."""
    return tuple(field for field in FIELDS if field.table == table)


def named(name: str) -> Field:
    """The field of a claim of this name. Raises KeyError if there is none."""
    return {field.name: field for field in of("claims")}[name]


def names(fields: Iterable[Field]) -> tuple[str, ...]:
    """The names of fields, in order."""
    return tuple(field.name for field in fields)


def nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a claim's fields, laid out as the record has them (`Field.path`). A part without words is none."""
    plain: dict[str, Any] = {}
    for name, part, attribute in _paths():
        holder = plain.setdefault(part, {}) if attribute else plain
        holder[attribute or part] = values[name]
    plain["predicate"] = tuple(plain["predicate"].values())
    return {p: None if isinstance(v, dict) and v["text"] is None else v for p, v in plain.items()}


@cache
def _paths() -> tuple[tuple[str, str, str], ...]:
    """Each field that the record has: its name, the part of a claim that it is in, and the attribute there if any."""
    paths = ((field.name, field.path.partition(".")) for field in of("claims") if field.path is not None)
    return tuple((name, part, attribute) for name, (part, _, attribute) in paths)


def add(field: Field, after: str | None = None) -> None:
    """Declares a further field, after another or at the end. To be done before anything that reads `FIELDS`."""
    known = [one.name for one in FIELDS if one.table == field.table]
    if field.name in known:
        raise ValueError(f"The field {field.name} of {field.table} is declared twice.")
    at = len(FIELDS) if after is None else next(n for n, one in enumerate(FIELDS, 1) if one.name == after)
    FIELDS.insert(at, field)


def attributed_to(steps: tuple[Attribution, ...]) -> str | None:
    """The innermost source, whose commitment `factuality` states; None where nobody or nobody in particular."""
    if not steps:
        return None
    source = steps[-1].source
    return steps[-1].resolved or (source.text if source else None)


def listed(words: Iterable[str]) -> str | None:
    """The words of several qualifiers on one line; None if there are none."""
    return "; ".join(words) or None


def _said(part: str, what: str) -> Callable[[Claim], str | None]:
    """Reads what the words of a part say; None where they say nothing to compare by."""

    def read(claim: Claim) -> str | None:
        phrase = getattr(claim.phrases, part) if claim.phrases else None
        return (getattr(phrase, what) or None) if phrase else None

    return read


def _text_of(argument: Argument | None) -> str | None:
    return argument.text if argument else None


def _spans_of(argument: Argument | None) -> Spans | None:
    return argument.spans if argument else None


def argument(part: str, description: str, required: bool) -> tuple[Field, ...]:
    """The fields of the subject or the object. Whatever is added here, both have."""
    return (
        Field(
            name=part, label=part, description=description, path=f"{part}.text", required=required,
            key=f"{part}.text", csv=part, indexed=True, searchable=True, told=True, editable=True,
        ),
        Field(
            name=f"{part}_spans", label=f"{part}: places", path=f"{part}.spans", kind=Kind.SPANS, words=part,
            description=f"Where the {part}'s words are, as [start, end] pairs in code points of the article's text.",
            required=required, key=f"{part}.spans", csv=f"{part}_spans",
        ),
        Field(
            name=f"{part}_head", label=f"head of {part}", path=f"{part}.head", indexed=True, key=f"{part}.head",
            csv=f"{part}_head", value=lambda claim: _text_of(getattr(claim, part)),
            description=f"The {part} without words that only describe it. Claims are compared and keyed by it.",
        ),
        Field(
            name=f"{part}_head_spans", label=f"head of {part}: places", path=f"{part}.head_spans", kind=Kind.SPANS,
            words=f"{part}_head", value=lambda claim: _spans_of(getattr(claim, part)),
            description=f"Where the words of the {part}'s head are.",
            key=f"{part}.head_spans", csv=f"{part}_head_spans",
        ),
        Field(
            name=f"{part}_full", label=f"whole {part}", path=f"{part}.full", required=required,
            description=f"The whole phrase of the {part}, with everything that modifies it.",
            key=f"{part}.full", csv=f"{part}_full",
        ),
        Field(
            name=f"{part}_full_spans", label=f"whole {part}: places", path=f"{part}.full_spans", kind=Kind.SPANS,
            words=f"{part}_full", description=f"Where the words of the {part}'s whole phrase are.",
            required=required, key=f"{part}.full_spans", csv=f"{part}_full_spans",
        ),
        Field(
            name=f"{part}_entity", label=f"kind of {part}", path=f"{part}.entity", indexed=True,
            description=f"Type of name of the {part}, such as PERSON, ORG or GPE (a country, city or state).",
            key=f"{part}.name_type", csv=f"{part}_entity",
        ),
        Field(
            name=f"{part}_resolved", label=f"{part} stands for", path=f"{part}.resolved", searchable=True,
            description="What a pronoun or a short name stands for, or the words with names for their pronouns "
            "(Lund’s wife, that Lund left).",
            key=f"{part}.resolved", csv=f"{part}_resolved", told=True,
        ),
        Field(
            name=f"{part}_lemma", label=f"main word of {part}", value=_said(part, "head"), key=f"{part}.lemma",
            kept=False, description=f"Main word of what the {part} stands for, in the singular.",
        ),
        Field(
            name=f"{part}_normal", label=f"{part} for comparing", value=_said(part, "normal"), key=f"{part}.normal",
            description=f"Normal form of what the {part} stands for. Different words for the same thing share it.",
            kept=False,
        ),
        Field(
            name=f"{part}_resolved_spans", label=f"{part} stands for: places", path=f"{part}.resolved_spans",
            empty_is_null=True, kind=Kind.SPANS, words=f"{part}_resolved", room=Room.NAMES,
            description=f"Where what the {part} stands for is named: a span for each antecedent or name.",
            key=f"{part}.resolved_spans",
        ),
        Field(
            name=f"{part}_who", label=f"{part} is", description=f"The entity that the {part} refers to.",
            storage="INTEGER", kind=Kind.ENTITY, indexed=True, told=True, editable=True, key=f"{part}.entity",
        ),
    )  # fmt: skip


#: Every field, in the order in which the contract has their keys.
FIELDS: list[Field] = [
    Field(
        name="id", label="number", storage="INTEGER", required=True, kept=False, placed=True,
        description="Number of the claim in this database, for joins. It differs between databases; see key.",
    ),
    Field(
        name="key", label="key", required=True, key="id", csv="id", kept=False, indexed=True,
        description="Stable ID of the claim: c and 16 hexadecimal digits, made from its words, their places and the "
        "article's text. It is the same in every database. Reviews and exports use it.",
    ),
    Field(
        name="claim", label="claim", description="Subject, relation and object on one line.", kept=False, placed=True,
    ),
    Field(
        name="article_key", table="articles", label="article", key="article", csv="article",
        description="Stable ID of the article: a and 16 hexadecimal digits, made from its source and text.",
    ),
    Field(
        name="source", table="articles", label="source", key="source", csv="source", required=True,
        description="The path or address that the article was read from.",
        path="source",
    ),
    Field(
        name="published", table="articles", label="published", key="published", csv="published",
        description="Date of publication (ISO 8601). Only the month or year if no more is known.",
        path="published",
    ),
    Field(
        name="sentence_text", table="sentences", label="sentence", key="sentence", csv="sentence", required=True,
        description="The sentence that makes the claim.",
    ),
    Field(
        name="sentence_start", table="sentences", label="sentence begins", key="sentence_start", csv="sentence_start",
        storage="INTEGER", required=True, path="start",
        description="Where the sentence begins, in code points of the article's text.",
    ),
    Field(
        name="sentence_end", table="sentences", label="sentence ends", key="sentence_end", csv="sentence_end",
        storage="INTEGER", required=True, description="Where the sentence ends, in code points of the article's text.",
        path="end",
    ),
    *argument("subject", "Who or what the claim is about, in words that can be understood alone.", True),
    Field(
        name="relation", label="relation", path="relation.text", required=True, key="relation.text",
        csv="relation", searchable=True, told=True, editable=True,
        description="The verb with its particles and negation. In brackets if the text only implies it.",
    ),
    Field(
        name="relation_spans", label="relation: places", path="relation.spans", kind=Kind.SPANS,
        words="relation", required=True, key="relation.spans", csv="relation_spans",
        description="Where the relation's words are. Empty if the text only implies it.",
    ),
    Field(
        name="relation_lemma", label="verb", path="relation.lemma", required=True, key="relation.lemma",
        csv="relation_lemma", indexed=True, facet=True, description="The main verb in its dictionary form.",
    ),
    Field(
        name="relation_normal", label="relation for comparing", value=_said("relation", "normal"),
        key="relation.normal", kept=False,
        description="Normal form of the relation, without voice and negation. Verbs with the same meaning share it.",
    ),
    *argument("object", "The other argument of the relation, if it has one.", False),
    Field(
        name="qualifiers", label="qualifiers", key="qualifiers", csv="qualifiers", searchable=True, told=True,
        editable=True, description="Further arguments, such as time, place, manner and reason.",
        value=lambda claim: listed(qualifier.text for qualifier in claim.qualifiers),
    ),
    Field(
        name="polarity", label="polarity", path="polarity", vocabulary=Polarity, required=True,
        plain=Polarity.POSITIVE.value, key="polarity", csv="polarity", indexed=True, facet=True, told=True,
        editable=True, description="Whether the words affirm or deny.",
    ),
    Field(
        name="modality", label="modality", path="modality", vocabulary=Modality, required=True,
        plain=Modality.CERTAIN.value, key="modality", csv="modality", indexed=True, facet=True, told=True,
        editable=True, description="How certain the source is of the claim.",
    ),
    Field(
        name="factuality", label="factuality", value=lambda claim: claim.factuality, vocabulary=Factuality,
        required=True, plain=Factuality.CERTAIN_POSITIVE.value, key="factuality", csv="factuality", indexed=True,
        facet=True,
        description="FactBank value, relative to the innermost source: CT certain, PR probable, PS possible, each + or "
        "-; Uu if the source leaves it open.",
    ),
    Field(
        name="attributed_to", label="source", value=lambda claim: attributed_to(claim.attribution),
        csv="attributed_to", indexed=True, facet=True, searchable=True,
        description="The innermost source, by its full name if known. Empty if the article itself says it.",
    ),
    Field(
        name="attribution", label="who says it", path="attribution", empty_is_null=True, kind=Kind.STEPS,
        key="attribution", csv="attribution", told=True, editable=True,
        description="Who says it, from the outermost source to the innermost, with words and places. Empty if the "
        "article itself says it.",
    ),
    Field(
        name="source_who", label="source is", storage="INTEGER", kind=Kind.ENTITY, indexed=True, kept=False,
        placed=True, key="attribution_entity",
        description="The entity that the innermost source names. Empty if it names nobody in particular.",
    ),
    Field(
        name="time_value", label="time as TIMEX3", path="valid_time.value", key="valid_time.value",
        csv="time_value", description="The time as a TIMEX3 value, such as 2012-05 or P2Y.",
    ),
    Field(
        name="time_text", label="when", path="valid_time.text", key="valid_time.text", csv="time", told=True,
        editable=True, description="The words that say when.",
    ),
    Field(
        name="valid_from", label="holds from", path="valid_time.earliest", key="valid_time.earliest",
        csv="valid_from", indexed=True, told=True, editable=True,
        description="First day on which the claim holds, according to its words (ISO 8601). Empty if open.",
    ),
    Field(
        name="valid_to", label="holds to", path="valid_time.latest", key="valid_time.latest",
        csv="valid_to", told=True, editable=True,
        description="Last day on which the claim holds, according to its words (ISO 8601). Empty if open.",
    ),
    Field(
        name="time_precision", label="unit of time", path="valid_time.precision", vocabulary=Precision,
        key="valid_time.precision", csv="time_precision", description="The smallest unit in which the time is known.",
    ),
    Field(
        name="time_modifier", label="bounds of time", path="valid_time.modifier", key="valid_time.modifier",
        description="A modifier of the time, such as since, before or early.",
    ),
    Field(
        name="time_relative", label="relative time", path="valid_time.relative", kind=Kind.FLAG,
        storage="INTEGER", key="valid_time.relative",
        description="True (1) if the time depends on a publication date that the article does not have.",
    ),
    Field(
        name="time_spans", label="when: places", kind=Kind.SPANS, words="time_text", room=Room.ARTICLE,
        description="Where the words are that a person chose as the time.",
    ),
    Field(
        name="rule", label="rule", path="rule", required=True, plain="person", key="rule",
        csv="rule", indexed=True, kept=False, description="Name of the rule that made the claim.",
    ),
    Field(
        name="confidence", label="confidence", path="confidence", storage="REAL", required=True,
        plain=1.0, key="confidence", csv="confidence", indexed=True, kept=False,
        description="Calibrated probability, from 0 to 1, that the claim says what its sentence says, and can be "
        "understood alone. It does not say whether the claim is true.",
    ),
    Field(
        name="status", label="status", key="status", csv="status", required=True, indexed=True, facet=True,
        kept=False, told=True, description="What reviewers decided; unreviewed until then.",
    ),
    Field(
        name="statement_key", table="statements", label="statement", key="statement", csv="statement",
        description="Key of the statement that the claim belongs to. Claims that say the same thing share a statement.",
    ),
    Field(
        name="event", label="event", key="event", csv="event", indexed=True, kept=False, placed=True,
        description="Key of the event that the claim is about. Claims of similar articles, published within days of "
        "each other, share an event if they are about the same kind of happening with someone or something in "
        "common. Null if no other article's claim is about it.",
    ),
    Field(
        name="run_key", table="runs", label="run", key="run", csv="run",
        description="The run that found the claim, with its program version, model and settings.",
    ),
    Field(
        name="mood", label="mood", path="mood", vocabulary=Mood, required=True,
        plain=Mood.STATEMENT.value, key="mood", csv="mood", indexed=True, facet=True, told=True, editable=True,
        description="Whether the claim is a plain statement or, if not, what it is.",
    ),
    Field(name="hedge", label="hedged by its own words", path="hedge", key="hedge", kept=False,
          description="Words of the claim that alone make it other than a plain fact, such as tried, refused or few."),
    Field(
        name="condition", label="condition", path="condition.text", key="condition.text", csv="condition",
        told=True, description="The words of the condition under which the claim holds.",
    ),
    Field(
        name="condition_spans", label="condition: places", path="condition.spans", kind=Kind.SPANS,
        words="condition", room=Room.ARTICLE, key="condition.spans", csv="condition_spans",
        description="Where the condition's words are.",
    ),
    Field(
        name="place", label="where", path="place.text", key="place.text", csv="place", indexed=True,
        told=True, editable=True, description="The words that say where.",
    ),
    Field(
        name="place_spans", label="where: places", path="place.spans", kind=Kind.SPANS, words="place",
        room=Room.ARTICLE, key="place.spans", csv="place_spans", description="Where the words of the place are.",
    ),
    Field(name="tense", label="tense", path="tense", key="tense", csv="tense", description="Tense of the verb."),
    Field(name="aspect", label="aspect", path="aspect", key="aspect", csv="aspect", description="Aspect of the verb."),
    Field(
        name="clause_type", label="clause", path="clause_type", vocabulary=ClauseType,
        required=True, plain=ClauseType.NOMINAL.value, key="clause_type", csv="clause_type", indexed=True,
        description="Pattern of the clause. S subject, V verb, O object, C complement, A adverbial.",
    ),
    Field(
        name="quantities", table="quantities", label="numbers", kind=Kind.LIST, key="quantities",
        description="Numbers in the claim, with their units.",
    ),
    Field(
        name="title", table="articles", label="title", key="title", csv="title", description="Headline of the article.",
        path="title",
    ),
    Field(
        name="outlet", table="articles", label="outlet", key="outlet", csv="outlet",
        description="Who published the article.", path="outlet",
    ),
    Field(
        name="url", table="articles", label="address", key="url", csv="url",
        description="The article's own web address.", path="url",
    ),
    Field(
        name="revision", table="articles", label="revision", key="revision", csv="revision", storage="INTEGER",
        description="1 for the first text read from this source. Each changed text adds 1.",
    ),
    Field(
        name="copy_cluster", table="articles", label="copy_cluster", key="copy_cluster", csv="copy_cluster",
        description="The copy cluster of the article: the group of articles that are copies of one text.",
    ),
    Field(
        name="block", table="sentences", label="block", key="block", csv="block",
        description="What the sentence is part of: title (a headline), heading, paragraph, list, quote or caption.",
        value=lambda sentence: sentence.kind.value,
    ),
    Field(
        name="current", label="current", storage="INTEGER", required=True, kind=Kind.FLAG, indexed=True, kept=False,
        description="1 for claims of the newest revision of an article, 0 for older ones.",
    ),
    Field(
        name="sentence", label="sentence", storage="INTEGER", required=True, kept=False, placed=True,
        description="The sentence that makes the claim.",
    ),
    Field(
        name="article", label="article", storage="INTEGER", required=True, indexed=True, kept=False, placed=True,
        description="The article that the sentence is in.",
    ),
    Field(
        name="run", label="run", storage="INTEGER", required=True, indexed=True, kept=False, placed=True,
        description="The run of the program that found the claim.",
    ),
    Field(
        name="position", label="position", path="position", storage="INTEGER", required=True,
        kept=False, placed=True, description="Place of the claim in its sentence, from 0.",
    ),
    Field(
        name="predicate_start", label="main word begins", path="predicate.0", storage="INTEGER",
        required=True, description="Where the main word of the claim begins.",
    ),
    Field(
        name="predicate_end", label="main word ends", path="predicate.1", storage="INTEGER",
        required=True, description="Where the main word of the claim ends.",
    ),
    Field(
        name="phrases", label="what the words say", path="phrases", kind=Kind.PHRASES, kept=False,
        description="The analysed parts of the claim, for comparing claims (JSON): heads, names, numbers, voice.",
    ),
    Field(
        name="evidence", label="evidence", path="evidence", empty_is_null=True, kind=Kind.STRINGS, kept=False,
        description="The rules and words behind each part (JSON), if the run was asked to record them.",
    ),
    Field(
        name="features", label="features", kept=False,
        description="The features that the confidence is computed from, by number.",
    ),
    Field(
        name="statement", label="statement", storage="INTEGER", indexed=True, kept=False, placed=True,
        description="The statement that the claim belongs to. Claims that say the same thing share a statement.",
    ),
    Field(
        name="version", label="version", storage="INTEGER", required=True, kept=False,
        description="Number of reviews that have changed the claim.",
    ),
    Field(
        name="origin", label="origin", required=True, kept=False, placed=True,
        description="Who found the claim: machine or person. Kept if the latest extraction no longer finds it, but a "
        "person had decided about it.",
    ),
    Field(
        name="kept_after", label="kept after", storage="INTEGER", kept=False,
        description="For a kept claim: the newest entry of the review log when it was first kept.",
    ),
]  # fmt: skip


def _item(table: str, name: str, description: str, **others: Any) -> Field:
    """A field of a row that a claim has several of."""
    return Field(name=name, table=table, label=name, key=name, description=description, **others)


#: A further argument of a claim.
QUALIFIER: tuple[Field, ...] = (
    _item("qualifiers", "role", "Role of the qualifier.", vocabulary=Role, required=True, path="role"),
    _item("qualifiers", "text", "Words of the qualifier.", required=True, path="text"),
    _item("qualifiers", "spans", "Where its words are.", required=True, kind=Kind.SPANS, words="text", path="spans"),
    _item("qualifiers", "value", "Its normalised form, such as a TIMEX3 value.", path="value"),
)  # fmt: skip

#: A number of a claim.
QUANTITY: tuple[Field, ...] = (
    _item("quantities", "text", "Words of the number.", required=True, path="text"),
    _item("quantities", "spans", "Where its words are.", required=True, kind=Kind.SPANS, words="text", path="spans"),
    _item("quantities", "low", "Its lower end. Empty if open.", storage="REAL", path="low"),
    _item("quantities", "high", "Its upper end. Empty if open.", storage="REAL", path="high"),
    _item("quantities", "unit", "What is counted or measured.", path="unit"),
    _item(
        "quantities", "approximate", "Whether the number is approximate.", storage="INTEGER", required=True,
        kind=Kind.FLAG, path="approximate",
    ),
)  # fmt: skip
