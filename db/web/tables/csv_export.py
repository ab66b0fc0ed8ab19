"""A table page as CSV: every row that its filters leave, in the page's order, for spreadsheets.

Datasette's own stops at a thousand rows, loses rows of a table that is sorted, and hands spreadsheets formulas.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from os import SEEK_END
from typing import IO, Any
from urllib.parse import parse_qsl, quote, urlencode

from datasette.utils.asgi import Request, Response

from db.export.csv_tables import people_header, people_lines
from db.sqlite import Connection, sqlite3
from db.web.auth import accounts
from db.web.databases import bare
from db.web.http import query_limits
from db.web.http.asgi import Datasette, Send
from db.web.pages import layout

#: Seconds that one may take, and how many are made at once: each is one of the three threads that read.
MAX_SECONDS, MAX_AT_ONCE = 120, 1
#: Rows that are read at a time, and bytes that are held in memory; the rest is in a file for the moment.
_BATCH_ROWS, _MAX_MEMORY_BYTES = 5000, 4_000_000
#: Bytes that are sent at a time.
_CHUNK_BYTES = 256 * 1024
#: Of a page's address what is about the page, not about which rows.
_PAGE_PARAMETERS = re.compile(
    r"_(size|next|labels?|shape|stream|dl|header|nl|json|json_infinity|extra|trace|ttl|facet.*)"
)
#: The limit of a page's rows, by Datasette or in a saved query; one inside says that it is "of the page".
_LIMIT = re.compile(r"\s+limit\s+[0-9]+(\s+offset\s+[0-9]+)?\s*$|\s+limit\s+[0-9]+ /\* of the page \*/", re.IGNORECASE)
_BUSY = "Another file is being made. Try again in a moment."
_running: set[object] = set()


async def export_table(datasette: Datasette, request: Request) -> Any:
    """The rows of a table, view or saved query, to those who may see its page."""
    from datasette.utils import InvalidSql, tilde_decode
    from datasette.views.base import DatasetteError
    from datasette.views.table import TableView

    if accounts.of(datasette) is None:  # a Datasette of somebody else's, with this plugin beside
        return await TableView(datasette).dispatch_request(request)
    database = layout.database_of(datasette, request)
    try:
        found = await TableView(datasette).data(_query_only(request))
    except (InvalidSql, sqlite3.OperationalError) as error:
        raise DatasetteError(str(error), title="Invalid SQL", status=400) from error
    if isinstance(found, Response):
        return found
    data = found[0]
    if data.get("error"):
        return Response.text(f"The table cannot be saved as CSV: {data['error']}", status=400)
    query = data["query"]

    def write(connection: Connection, file: IO[bytes]) -> None:
        _write_rows(connection, _LIMIT.sub("", query["sql"]), query["params"], file)

    return await send_file(datasette, database, write, f"{tilde_decode(request.url_vars['table'])}.csv")


async def send_file(
    datasette: Datasette, database: str, write: Callable[[Connection, IO[bytes]], None], name: str,
    media_type: str = "text/csv; charset=utf-8",
) -> Any:  # fmt: skip
    """What `write` reads of a database, as a file of this name; one at a time, for each is one of few threads."""

    def write_file(connection: Connection) -> IO[bytes]:
        file = tempfile.SpooledTemporaryFile(_MAX_MEMORY_BYTES)  # noqa: SIM115 - closed when it has been sent
        try:
            with bare(connection):
                write(connection, file)
        except BaseException:
            file.close()
            raise
        return file

    if len(_running) >= MAX_AT_ONCE:
        return Response.text(_BUSY, status=503, headers={"retry-after": "10"})
    mark = object()
    _running.add(mark)
    try:
        file = await query_limits.read_within(datasette.get_database(database), write_file, MAX_SECONDS)
    finally:
        _running.discard(mark)
    return _FileResponse(file, name, media_type)


@dataclass(slots=True)
class _FileResponse:
    """A file as an answer, for Datasette to send."""

    file: IO[bytes]
    name: str
    media_type: str

    async def asgi_send(self, send: Send) -> None:
        with self.file as file:
            size = file.seek(0, SEEK_END)
            headers = [
                (b"content-type", self.media_type.encode()),
                (b"content-length", str(size).encode()),
                (b"content-disposition", f"attachment; filename*=UTF-8''{quote(self.name)}".encode()),
                (b"cache-control", b"no-store"),
            ]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            file.seek(0)
            while part := file.read(_CHUNK_BYTES):
                await send({"type": "http.response.body", "body": part, "more_body": True})
            await send({"type": "http.response.body", "body": b""})


def _query_only(request: Request) -> Request:
    """The page's request, for no more of it than the query that it makes."""
    given = parse_qsl(request.query_string, keep_blank_values=True)
    kept = [(name, value) for name, value in given if not _PAGE_PARAMETERS.fullmatch(name)]
    query = urlencode([*kept, ("_size", "1"), ("_nofacet", "1"), ("_nocount", "1"), ("_nosuggest", "1")])
    return Request({**request.scope, "query_string": query.encode()}, request.receive)


def _write_rows(connection: Connection, sql: str, values: Any, file: IO[bytes]) -> None:
    """All rows; they are of one moment, and nobody who reads slowly keeps it open."""
    found = connection.execute(sql, values)
    columns = [column[0] for column in found.description]
    file.write(people_header(columns))
    while rows := found.fetchmany(_BATCH_ROWS):
        file.write(people_lines(columns, _readable_cells(rows)))


def _readable_cells(rows: Iterable[Iterable[Any]]) -> Iterator[list[Any]]:
    """Bytes, which no spreadsheet can show, in hexadecimal digits."""
    for row in rows:
        yield [cell.hex() if isinstance(cell, bytes) else cell for cell in row]
