"""Parquet: the keys of the contract as typed columns, for DuckDB, Polars, pandas and Spark. It takes the extra `scale`.

Columns are called as in the database, and typed as in the files of `extract shard`. Rows are written in groups as they
are read, so that a file of any size takes no more memory than one group.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from db import claims
from db.export.export_formats import Batches, Format, register
from db.export.queries import Exported
from extract import fields
from extract.declaration import Kind
from extract.errors import require_extra

if TYPE_CHECKING:
    import pyarrow as pa

_GROUP = 10_000
_LISTS = {"qualifiers": fields.QUALIFIER, "quantities": fields.QUANTITY}


class _Drain(io.RawIOBase):
    """What is written to it, until it is taken."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self._parts.append(bytes(data))
        return len(self._parts[-1])

    def taken(self) -> bytes:
        data = b"".join(self._parts)
        self._parts.clear()
        return data


def schema() -> pa.Schema:
    """The columns of the file."""
    import pyarrow as pa

    from extract.arrow_tables import column_type, items_type

    declared = (field for field in fields.FIELDS if field.key)
    return pa.schema(
        {
            field.name: items_type(_LISTS[field.name]) if field.name in _LISTS else column_type(field)
            for field in declared
        }
    )


def encode(found: Batches) -> Iterator[bytes]:
    """The bytes of a Parquet file. Raises MissingExtraError."""
    require_extra("scale", "pyarrow")
    import pyarrow as pa
    from pyarrow import parquet

    drain, columns = _Drain(), schema()
    every = map(_row, chain.from_iterable(found))
    with parquet.ParquetWriter(drain, columns, compression="zstd") as writer:
        while rows := list(islice(every, _GROUP)):
            writer.write_table(pa.Table.from_pylist(rows, schema=columns))
            yield drain.taken()
    yield drain.taken()


def _row(exported: Exported) -> dict[str, Any]:
    values = claims.decoded(exported.claim) | exported.entities
    values["qualifiers"] = claims.items("further", exported.qualifiers)
    values["quantities"] = claims.items("numbers", exported.quantities)
    for name in _STEPS:
        values[name] = [{**step, "content": step["content"]["spans"]} for step in values[name] or ()] or None
    return values


_STEPS = fields.names(field for field in fields.FIELDS if field.kind is Kind.STEPS)

FORMAT = register(
    Format("parquet", "Write claims as Parquet (extra: scale). DuckDB, Polars and pandas read it.", encode)
)
