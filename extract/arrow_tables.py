"""What was read and found, as Arrow tables: the columns of Parquet files, and the way back to the record.

No column is listed here: those of claims follow from `extract.fields`, the others from the classes of `extract.model`.
`source` and `number` begin every row. They say which article it belongs to: the name of what was read, and its place
in the file that it came from (files may hold an article twice). docs/scale.md has the tables with all columns.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields as attributes
from dataclasses import is_dataclass, replace
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

import pyarrow as pa

from extract import fields
from extract.declaration import Field, Kind
from extract.english.forms import Bearer, Links
from extract.model import Article, Attribution, Block, Claim, Extraction, Failure, Mention, Report, Sentence
from extract.plain import from_plain, to_plain

#: A row of a table: column -> value.
Row = dict[str, Any]

SPANS = pa.list_(pa.list_(pa.int32()))
_SCALARS = {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
_STORAGE = {"TEXT": pa.string(), "INTEGER": pa.int64(), "REAL": pa.float64()}
_KEYS = {"source": pa.string(), "number": pa.int64()}


class Place(NamedTuple):
    """Which article a row belongs to."""

    source: str
    number: int


def type_of(hint: Any) -> pa.DataType:
    """The Arrow type of an attribute of the record, by its type hint."""
    arguments = [each for each in get_args(hint) if each is not NoneType]
    if get_origin(hint) is tuple:
        return pa.list_(pa.int32()) if set(arguments) == {int} else pa.list_(type_of(arguments[0]))
    if arguments:  # X | None
        return type_of(arguments[0])
    if is_dataclass(hint) and isinstance(hint, type):
        return pa.struct(_columns(hint))
    return _SCALARS.get(hint, pa.string())


def _columns(kind: type, *left_out: str) -> dict[str, pa.DataType]:
    hints = get_type_hints(kind)
    return {each.name: type_of(hints[each.name]) for each in attributes(kind) if each.name not in left_out}


#: Whom an export's claims refer to.
_ENTITY = pa.struct({"id": pa.string(), "name": pa.string(), "type": pa.string()})


def column_type(field: Field) -> pa.DataType:
    """The Arrow type of a declared field."""
    by_kind = {
        Kind.FLAG: pa.bool_(), Kind.SPANS: SPANS, Kind.STRINGS: pa.list_(pa.string()),
        Kind.STEPS: pa.list_(type_of(Attribution)), Kind.ENTITY: _ENTITY,
    }  # fmt: skip
    return by_kind.get(field.kind, pa.string() if field.kind is Kind.PHRASES else _STORAGE[field.storage])


def items_type(declared: Iterable[Field]) -> pa.DataType:
    """The Arrow type of a claim's qualifiers or quantities."""
    return pa.list_(pa.struct({field.name: column_type(field) for field in declared}))


_BEARER = pa.struct({"name": pa.string(), "country": pa.string(), **_columns(Bearer, "name")})
_FEATURES = pa.list_(pa.struct({"name": pa.string(), "weight": pa.float64()}))


@cache
def _claim_fields() -> tuple[Field, ...]:
    return tuple(field for field in fields.of("claims") if field.reader())


@cache
def schemas() -> dict[str, pa.Schema]:
    """The tables by name, each with its columns."""
    claims = {
        "sentence": pa.int64(),
        **{field.name: column_type(field) for field in _claim_fields()},
        "qualifiers": items_type(fields.QUALIFIER),
        "quantities": items_type(fields.QUANTITY),
        "features": _FEATURES,
        "subject_bearer": _BEARER,
        "object_bearer": _BEARER,
    }
    tables = {
        "articles": {**_columns(Article, "source"), "words": pa.int64()},
        "sentences": {**_columns(Sentence), "text": pa.string()},
        "claims": claims,
        "mentions": {**_columns(Mention), "bearer": _BEARER},
        "attributions": _columns(Report),
        "failures": _columns(Failure, "source"),
    }
    return {name: pa.schema({**_KEYS, **columns}) for name, columns in tables.items()}


def rows(found: Extraction | Failure, number: int) -> dict[str, list[Row]]:
    """The rows of one result in each table that has some. `number` is its place in its file."""
    if isinstance(found, Failure):
        return {"failures": [{"number": number, **to_plain(found)}]}
    keys = {"source": found.article.source, "number": number}
    text, nobody = found.article.text, (None, None)
    article = {**to_plain(found.article), "blocks": [to_plain(block) for block in found.blocks], "words": found.words}
    return {
        "articles": [keys | article],
        "sentences": [keys | to_plain(each) | {"text": text[each.start : each.end]} for each in found.sentences],
        "claims": [
            keys | _claim_row(claim, *found.links.claims.get((claim.sentence, claim.position), nobody))
            for claim in found.claims
        ],
        "mentions": [
            keys | to_plain(mention) | {"bearer": _bearer_row(bearer)}
            for mention, bearer in zip(found.mentions, found.links.mentions, strict=True)
        ],
        "attributions": [keys | to_plain(report) for report in found.attributions],
    }


def _claim_row(claim: Claim, subject: Bearer | None, thing: Bearer | None) -> Row:
    row = {field.name: _value(field, claim) for field in _claim_fields()}
    return row | {
        "sentence": claim.sentence,
        "qualifiers": [to_plain(each) for each in claim.qualifiers],
        "quantities": [to_plain(each) for each in claim.quantities],
        "features": [{"name": name, "weight": weight} for name, weight in claim.features],
        "subject_bearer": _bearer_row(subject),
        "object_bearer": _bearer_row(thing),
    }


def _value(field: Field, claim: Claim) -> Any:
    read = field.reader()
    value = read(claim) if read else None
    if value is None:
        return None
    if field.kind is Kind.PHRASES:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if field.kind is Kind.STEPS:
        return [to_plain(step) for step in value]
    return value.value if isinstance(value, StrEnum) else value


def _bearer_row(bearer: Bearer | None) -> Row | None:
    if bearer is None:
        return None
    return {**to_plain(bearer), "name": bearer.name.normal, "country": bearer.name.country}


def extraction(article: Row, parts: Mapping[str, Iterable[Row]]) -> Extraction:
    """What the rows of an article were made from, but for the blocks that its reader knew.

    `parts` has its rows of each table in the order of their places.
    """
    claims, mentions = list(parts["claims"]), list(parts["mentions"])
    read = from_plain(Article, {name: article[name] for name in _names("articles", "words")})
    found = Extraction(
        article=replace(read, blocks=()),
        blocks=from_plain(tuple[Block, ...], article["blocks"]),
        sentences=tuple(from_plain(Sentence, _only(row, "sentences", "text")) for row in parts["sentences"]),
        claims=tuple(map(_claim, claims)),
        mentions=tuple(from_plain(Mention, _only(row, "mentions", "bearer")) for row in mentions),
        words=article["words"],
        attributions=tuple(from_plain(Report, _only(row, "attributions")) for row in parts["attributions"]),
    )
    pairs = [(_bearer(row["subject_bearer"]), _bearer(row["object_bearer"])) for row in claims]
    places = [(row["sentence"], row["position"]) for row in claims]
    links = Links(tuple(_bearer(row["bearer"]) for row in mentions), dict(zip(places, pairs, strict=True)))
    return replace(found, links=links)


def failure(row: Row) -> Failure:
    """What a row of failures was made from."""
    return from_plain(Failure, {name: row[name] for name in _names("failures")})


@cache
def _names(table: str, *left_out: str) -> tuple[str, ...]:
    """The columns of a table that the record has; `source` is the article's and the failure's own."""
    own = ("number",) if table in ("articles", "failures") else tuple(_KEYS)
    return tuple(name for name in schemas()[table].names if name not in (*own, *left_out))


def _only(row: Row, table: str, *left_out: str) -> Row:
    return {name: row[name] for name in _names(table, *left_out)}


def _claim(row: Row) -> Claim:
    values = {name: _plain(kind, row[name]) for name, kind in _columns_of_record()}
    features = tuple((each["name"], each["weight"]) for each in row["features"])
    plain = {name: row[name] for name in ("sentence", "qualifiers", "quantities")} | fields.nested(values)
    return from_plain(Claim, plain | {"features": features})


@cache
def _columns_of_record() -> tuple[tuple[str, Kind], ...]:
    return tuple((field.name, field.kind) for field in _claim_fields() if field.path)


def _plain(kind: Kind, value: Any) -> Any:
    if value is None:
        return () if kind in (Kind.SPANS, Kind.STEPS, Kind.STRINGS) else None
    return json.loads(value) if kind is Kind.PHRASES else value


def _bearer(row: Row | None) -> Bearer | None:
    if row is None:
        return None
    own = {name: row[name] for name in ("type", "bound", "metonym")}
    return from_plain(Bearer, own | {"name": {"normal": row["name"], "country": row["country"]}})
