"""Claims as rows: the one module that writes them, and that knows how a record becomes a row and a row a record.

Which columns there are follows from `extract.fields`. A claim's qualifiers and quantities are rows of their own; where
a claim is a mapping (in the log of reviews, say), they are lists of it under the names of `LISTS`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from db.packing import pack, unpack
from db.rows import Row, insert, spans_json, steps_json, strings_json
from db.sqlite import Connection, by_column
from db.staging import Stage
from extract import fields
from extract.declaration import Field, Kind, Value
from extract.model import Claim
from extract.plain import from_plain

#: Column -> value; lists of qualifiers and quantities by their names.
Values = dict[str, Any]


class Given(NamedTuple):
    """What a claim's row has that extraction does not know."""

    id: int
    key: str
    sentence: int
    article: int
    run: int
    subject_who: int | None
    object_who: int | None
    source_who: int | None
    features: str | None
    confidence: float  # by the weights of this database


_ENCODERS: dict[Kind, Callable[[Any], Any]] = {
    Kind.FLAG: int, Kind.SPANS: spans_json, Kind.STEPS: steps_json, Kind.STRINGS: strings_json,
    Kind.PHRASES: pack,
}  # fmt: skip


#: The word of a vocabulary. (`value` is a property in Python, and a claim has six.)
_word = attrgetter("_value_")


def _encoder(field: Field) -> Callable[[Any], Any]:
    """Reads a field's value off what extraction found, as a row holds it."""
    read = field.reader()
    assert read is not None
    return _stored(field, read)


def _stored(field: Field, read: Value) -> Callable[[Any], Any]:
    encode = _word if field.vocabulary else _ENCODERS.get(field.kind)
    if encode is None:
        return read

    def stored(found: Any) -> Any:
        value = read(found)
        return None if value is None else encode(value)

    return stored


_FOUND = {f.name: _encoder(f) for f in fields.of("claims") if f.reader() and f.name not in Given._fields}
_FOUND_IN_ORDER = tuple(_FOUND.values())
#: What `Encoded.values` has, in its order.
FOUND_COLUMNS = tuple(_FOUND)
#: The rows of claims that extraction found wait here, to go over all at once.
STAGE = Stage("claims", " ".join((*Given._fields, *_FOUND)))


class _List(NamedTuple):
    """Rows that hang on a claim: their table, and columns in the order of the log's lists."""

    table: str
    columns: tuple[str, ...]
    encoders: tuple[Callable[[Any], Any], ...]
    declared: tuple[Field, ...]

    @classmethod
    def of(cls, table: str, declared: tuple[Field, ...]) -> _List:
        return cls(table, fields.names(declared), tuple(map(_encoder, declared)), declared)

    @property
    def insert(self) -> str:
        return insert(self.table, f"claim position {' '.join(self.columns)}")


LISTS = {
    "further": _List.of("qualifiers", fields.QUALIFIER),
    "numbers": _List.of("quantities", fields.QUANTITY),
}


class Encoded(NamedTuple):
    """A claim as rows: its own, without what `Given` adds, and those that hang on it."""

    values: Row
    further: tuple[Row, ...]
    numbers: tuple[Row, ...]


def encode(claim: Claim) -> Encoded:
    """The rows of a claim that extraction found."""
    return Encoded(
        tuple([read(claim) for read in _FOUND_IN_ORDER]),
        _list_rows(LISTS["further"], claim.qualifiers),
        _list_rows(LISTS["numbers"], claim.quantities),
    )


def _list_rows(hung: _List, items: Sequence[object]) -> tuple[Row, ...]:
    return tuple([(position, *[read(one) for read in hung.encoders]) for position, one in enumerate(items)])


def put(connection: Connection, found: Sequence[tuple[Encoded, Given]]) -> None:
    """Inserts claims that extraction found, with what hangs on them, inside the transaction that is open."""
    STAGE.put(connection, [(*given, *rows.values) for rows, given in found])
    for name, hung in LISTS.items():
        hanging = [(given.id, *row) for rows, given in found for row in getattr(rows, name)]
        connection.executemany(hung.insert, hanging)


def find(connection: Connection, key: str) -> Values | None:
    """A claim's row by key, with its article's `text_hash`; of copies, that of a current article."""
    return next(by_column(connection.execute(_BY_KEY, (key,))), None)


_BY_KEY = """
SELECT claims.*, articles.text_hash FROM claims JOIN articles ON articles.id = claims.article
WHERE claims.key = ? ORDER BY claims.current DESC, claims.id LIMIT 1
"""


def of_article(connection: Connection, article: int) -> list[Values]:
    """The rows of an article's claims (by row id), in the order in which they went in."""
    return list(by_column(connection.execute("SELECT * FROM claims WHERE article = ? ORDER BY id", (article,))))


def lists(connection: Connection, claim: int, names: Iterable[str] = tuple(LISTS)) -> Values:
    """Lists of a claim (by row id), each entry as [column, ...], spans as lists of [start, end]."""
    return {name: _list(connection, claim, LISTS[name]) for name in names}


def _list(connection: Connection, claim: int, hung: _List) -> list[list[Any]]:
    query = f"SELECT {', '.join(hung.columns)} FROM {hung.table} WHERE claim = ? ORDER BY position"  # noqa: S608
    at = hung.columns.index("spans")
    rows = connection.execute(query, (claim,)).fetchall()
    return [[json.loads(value) if n == at else value for n, value in enumerate(row)] for row in rows]


def decoded(row: Mapping[str, Any]) -> Values:
    """A row's values as JSON has them: spans and steps as lists, flags as true or false. Entities are null: their row
    ids are of this database alone."""
    values = {**row, **_NOBODY}
    for name in _SPANS:
        stored = values[name]
        values[name] = _parse(stored)[0] if stored else []
    for name, decode in _OTHERS:
        if values[name] is not None:
            values[name] = decode(values[name])
    return values


_NOBODY = dict.fromkeys(field.name for field in fields.of("claims") if field.kind is Kind.ENTITY)
#: (`json.loads` looks for what it is given at every call, which takes as long as the work.)
_parse = json.JSONDecoder().raw_decode


def parsed(stored: str) -> Any:
    """What a column of spans or steps holds."""
    return _parse(stored)[0]


def items(name: str, rows: Iterable[Mapping[str, Any]]) -> list[Values]:
    """Rows of a list of claims (see `LISTS`) as objects of the contract."""
    decoders = _ITEMS[name]
    return [{column: decode(row[column]) if decode else row[column] for column, decode in decoders} for row in rows]


_DECODE: dict[Kind, Callable[[Any], Any]] = {
    Kind.FLAG: bool, Kind.SPANS: parsed, Kind.STEPS: parsed, Kind.STRINGS: parsed,
}  # fmt: skip
_ITEMS = {name: tuple((f.name, _DECODE.get(f.kind)) for f in hung.declared) for name, hung in LISTS.items()}
_SPANS = fields.names(field for field in fields.of("claims") if field.kind is Kind.SPANS)
_OTHERS = tuple((f.name, _DECODE[f.kind]) for f in fields.of("claims") if f.kind in _DECODE and f.name not in _SPANS)


def change(connection: Connection, key: str, values: Values) -> None:
    """Gives a claim other values, in every article that has it: a further version of it."""
    own, hung = _parted(values)
    query = f"UPDATE claims SET {_settings(own)}version = version + 1 WHERE key = :key RETURNING id"  # noqa: S608
    for (claim,) in connection.execute(query, {**own, "key": key}).fetchall():
        _write_lists(connection, claim, hung)


def restore(connection: Connection, article: int, key: str, values: Values, version: int) -> None:
    """Gives a claim of one article the values and the version that the log makes of it."""
    own, hung = _parted(values)
    query = f"UPDATE claims SET {_settings(own)}version = :version WHERE key = :key AND article = :article RETURNING id"  # noqa: S608
    given = {**own, "key": key, "article": article, "version": version}
    for (claim,) in connection.execute(query, given).fetchall():
        _write_lists(connection, claim, hung)


def add(connection: Connection, values: Values) -> int:
    """Inserts a claim after the others of its sentence; returns its row id, 0 if its article has it already."""
    query = "SELECT COALESCE(MAX(position), -1) + 1 FROM claims WHERE sentence = ?"
    (position,) = connection.execute(query, (values["sentence"],)).fetchone()
    own, hung = _parted(values | {"position": position})
    statement = insert("claims", " ".join(own)).replace("INSERT", "INSERT OR IGNORE", 1)
    done = connection.execute(statement, tuple(own.values()))
    if not done.rowcount or not done.lastrowid:
        return 0
    _write_lists(connection, done.lastrowid, hung)
    return int(done.lastrowid)


def unplaced(row: Mapping[str, Any]) -> Values:
    """What a claim's row has of the claim, and not of the place that it stands in."""
    return {name: value for name, value in row.items() if name not in _PLACED}


_PLACED = frozenset(field.name for field in fields.of("claims") if field.placed)


def remove(connection: Connection, key: str) -> None:
    """Takes a person's claim away. One that the machine has found too is the machine's alone from now on."""
    connection.execute("DELETE FROM claims WHERE key = ? AND origin = 'person'", (key,))
    connection.execute("UPDATE claims SET status = 'unreviewed' WHERE key = ?", (key,))


def retire(connection: Connection, article: int) -> None:
    """Makes the claims of an article (by row id) those of an older revision."""
    connection.execute("UPDATE claims SET current = 0 WHERE article = ?", (article,))


def erase(connection: Connection, article: int) -> None:
    """Deletes the claims of an article (by row id), with what hangs on them."""
    connection.execute("DELETE FROM claims WHERE article = ?", (article,))


def set_statements(connection: Connection, statements: Iterable[tuple[int | None, int]]) -> None:
    """Says which statement each claim belongs to: pairs of row ids, of the statement (None: none) and of the claim."""
    connection.executemany("UPDATE claims SET statement = ? WHERE id = ?", statements)


def clear_statements(connection: Connection) -> None:
    """Takes every claim from its statement."""
    connection.execute("UPDATE claims SET statement = NULL WHERE statement IS NOT NULL")


def set_events(connection: Connection, events: Iterable[tuple[str | None, int]]) -> None:
    """Says which event each claim is about: pairs of its key (None: of none) and the claim's row id."""
    connection.executemany("UPDATE claims SET event = ? WHERE id = ?", events)


def rename_events(connection: Connection, keys: Iterable[tuple[str, str]]) -> None:
    """Gives events other keys: pairs of the new and the old one."""
    given = list(keys)
    connection.executemany("UPDATE claims SET event = ? WHERE event = ?", given)
    connection.executemany("UPDATE waiting_claims SET event = ? WHERE event = ?", given)


def clear_events(connection: Connection, articles: Iterable[int]) -> None:
    """Takes the claims of articles (by row id) out of their events."""
    query = "UPDATE claims SET event = NULL WHERE article = ? AND event IS NOT NULL"
    connection.executemany(query, [(article,) for article in articles])


def set_sources(connection: Connection, sources: Iterable[tuple[int | None, int]]) -> None:
    """Says which entity each claim is attributed to: pairs of row ids, of the entity (None: none) and of the claim."""
    connection.executemany("UPDATE claims SET source_who = ? WHERE id = ?", sources)


def set_confidences(connection: Connection, confidences: Iterable[tuple[float, int]]) -> None:
    """Gives claims other confidences: pairs of confidence and row id."""
    connection.executemany("UPDATE claims SET confidence = ? WHERE id = ?", confidences)


def set_phrases(connection: Connection, found: Iterable[tuple[Claim, int]]) -> None:
    """Stores what the words of claims say: each claim with its phrases, and its row id."""
    settings = ", ".join(f'"{name}" = ?' for name in _SAID)
    rows = ((*[_FOUND[name](claim) for name in _SAID], row) for claim, row in found)
    connection.executemany(f"UPDATE claims SET {settings} WHERE id = ?", rows)  # noqa: S608


_SAID = ("subject_lemma", "subject_normal", "relation_normal", "object_lemma", "object_normal", "phrases")


def _settings(values: Values) -> str:
    return "".join(f'"{column}" = :{column}, ' for column in values)


def _parted(values: Values) -> tuple[Values, Values]:
    """Values that are columns of the claim itself, and those that hang on it."""
    return {n: v for n, v in values.items() if n not in LISTS}, {n: v for n, v in values.items() if n in LISTS}


def _write_lists(connection: Connection, claim: int, values: Values) -> None:
    """Puts lists in the place of those that the claim (by row id) has; lists that are not given stay."""
    for name, entries in values.items():
        hung = LISTS[name]
        at = hung.columns.index("spans")
        connection.execute(f"DELETE FROM {hung.table} WHERE claim = ?", (claim,))  # noqa: S608
        rows = [
            (claim, position, *(spans_json(value) if n == at else value for n, value in enumerate(entry)))
            for position, entry in enumerate(entries)
        ]
        connection.executemany(hung.insert, rows)


_NOTHING: Values = {**dict.fromkeys(fields.names(fields.of("claims"))), **{name: [] for name in LISTS}}
_FOLLOWING = tuple((field, _stored(field, field.value)) for field in fields.of("claims") if field.value)


def following(row: Values, changed: Iterable[str]) -> Values:
    """What follows from a claim's other fields once these were changed. `row` is the claim as it is by now."""
    parts = set(changed)
    claim = record({**_NOTHING, **row})
    return {
        field.name: read(claim)
        for field, read in _FOLLOWING
        if field.path is None or field.path.partition(".")[0] in parts
    }


def fill(connection: Connection, computed: Sequence[Field]) -> None:
    """Gives every claim these fields, each computed from the claim's others (see `Field.value`)."""
    readers = [_stored(field, field.value) for field in computed if field.value]
    if not readers:
        return
    settings = ", ".join(f'"{field.name}" = ?' for field in computed)
    query = f"UPDATE claims SET {settings} WHERE id = ?"  # noqa: S608
    for (article,) in connection.execute("SELECT id FROM articles ORDER BY id").fetchall():
        for row in of_article(connection, article):
            claim = record(row | lists(connection, row["id"]))
            connection.execute(query, (*(read(claim) for read in readers), row["id"]))


def record(row: Mapping[str, Any], sentence: int = 0) -> Claim:
    """A row with its lists, read back: the claim as extraction hands it over, but for the features that its confidence
    rests on.

    `sentence` is the position of its sentence in the article.
    """
    plain = fields.nested({f.name: _plain(f, row[f.name]) for f in fields.of("claims") if f.path is not None})
    plain["sentence"] = sentence
    plain["qualifiers"] = [dict(zip(LISTS["further"].columns, entry, strict=True)) for entry in row["further"]]
    plain["quantities"] = [dict(zip(LISTS["numbers"].columns, entry, strict=True)) for entry in row["numbers"]]
    return from_plain(Claim, plain)


def _plain(field: Field, stored: Any) -> Any:
    """What a column holds, as the record has it: what is none in a row may be empty there."""
    if stored is None:
        return () if field.kind in (Kind.SPANS, Kind.STEPS, Kind.STRINGS) else None
    if field.kind is Kind.PHRASES:
        return unpack(stored)
    value = _DECODE[field.kind](stored) if field.kind in _DECODE else stored
    return [{**step, "content": step["content"]["spans"]} for step in value] if field.kind is Kind.STEPS else value
