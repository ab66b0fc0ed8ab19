"""Lists as files: what a page shows, all of it, by the same filters, as CSV, XLSX or JSON lines."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from typing import IO, Any

from datasette.utils.asgi import Request, Response

from db import matches, search_results
from db.entities import queries as entities
from db.export import Dialect, Format, by_batch, csv_tables, filters, find_formats, record_tables, workbook, write_rows
from db.export.record_tables import Ending
from db.sqlite import Connection
from db.statements import queries
from db.statements.queries import Backing
from db.web.http.asgi import Datasette
from db.web.pages import layout, search_pages, statement_pages, timeline_pages
from db.web.tables import csv_export
from extract.errors import ExtractError

Record = dict[str, Any]
_STATEMENTS_AT_A_TIME = 500


async def download(datasette: Datasette, request: Request) -> Any:
    """A list as a file, to those who may see its page."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    name, ending = request.url_vars["list"], Ending(request.url_vars["ending"])
    if name != "claims" and name not in _LISTS:
        raise layout.not_found("No list of this name can be exported.")
    given = search_pages.given_filters(request) | statement_pages.filters_given(request)
    if name == "entities":
        given |= {"type": kind} if (kind := request.args.get("type")) else {}
    server = layout.server_of(datasette, request)

    def write(connection: Connection, file: IO[bytes]) -> None:
        connection.execute("BEGIN")  # all of one moment
        try:
            if name == "claims":
                write_rows(connection, file.write, filters.parse(given), _of_claims(ending, server))
                return
            records = list(_LISTS[name](connection, given, server))
            for content in record_tables.encode(ending, records, _columns(records)):
                file.write(content)
        finally:
            connection.execute("ROLLBACK")

    shown = await layout.read(datasette, database, lambda connection: _in_words(connection, given))
    try:
        return await csv_export.send_file(
            datasette, database, write, f"{_file_name(name, shown)}.{ending}", record_tables.MEDIA_TYPES[ending]
        )
    except ExtractError as error:
        return Response.text(str(error), status=400)


def _in_words(connection: Connection, given: dict[str, str]) -> dict[str, str]:
    """What a list is filtered by, with names in place of keys of entities."""
    names = connection.execute(_NAMES, (json.dumps(list(given.values())),))
    known = {key: name for key, name in names}  # noqa: C416 - rows are no pairs of text
    return {name: known.get(value, value) for name, value in given.items() if name not in _UNNAMED}


_NAMES = "SELECT key, name FROM entities WHERE key IN (SELECT value FROM json_each(?))"
#: Filters that are not worth a word in the name of a file.
_UNNAMED = ("order", "all", "new", "event", "copy_clusters")
_DAYS = ("since", "until")
_FILE_NAMES = {"statement_list": "statements", "entities": "names"}
#: Characters of a file's name.
_MAX_NAME = 80


def _file_name(name: str, given: dict[str, str]) -> str:
    """The name of a list's file, with what it is filtered by: "claims-ada-lind-accepted"."""
    parts = (_FILE_NAMES.get(name, name), *(given[one] for one in sorted(given, key=lambda one: one in _DAYS)))
    words = re.sub(r"[^\w]+", "-", " ".join(parts).casefold())
    return re.sub(r"[^a-z0-9-]", "", unicodedata.normalize("NFKD", words))[:_MAX_NAME].strip("-")


def _columns(records: list[Record]) -> list[str]:
    return list(records[0]) if records else []


def _of_claims(ending: Ending, server: str) -> Format:
    """The format of `extract export` with this name, with links to this server."""
    if ending is Ending.JSONL:
        return find_formats()["jsonl"]
    if ending is Ending.XLSX:
        return Format("xlsx", "", partial(workbook.encode_claims, server=server))
    encode = partial(csv_tables.encode, dialect=Dialect.PEOPLE, server=server)
    return Format("csv", "", by_batch(encode, csv_tables.header(Dialect.PEOPLE)))


def _statements(connection: Connection, given: dict[str, str], server: str) -> Iterator[Record]:
    wanted = filters.parse(given)
    found = matches.of_statements(matches.claims(connection, wanted, -1))
    for at in range(0, len(found), _STATEMENTS_AT_A_TIME):
        for result in search_results.of_statements(connection, found[at : at + _STATEMENTS_AT_A_TIME], None):
            if result.statement is not None:
                yield _statement(result.statement, result.row, server)


def _listed(connection: Connection, given: dict[str, str], server: str) -> Iterator[Record]:
    """The list of statements, by the filters of its page."""
    wanted = statement_pages.parse_filters(connection, given)
    order = queries.Order.NEW if given.get("order") == queries.Order.NEW else queries.Order.MOST
    found = queries.statements(connection, wanted, -1, order=order) if wanted else []
    known = queries.backing(connection, [statement.key for statement in found])
    for statement in found:
        yield {**_in_columns(statement), **_told("", known.get(statement.key), server)}


def _statement(statement: queries.Statement, claim: Record, server: str) -> Record:
    shown = {name: claim[name] for name in ("sentence", "title", "outlet", "published")}
    return {**_in_columns(statement), **shown, "link": f"{server}/-/statement/{statement.key}"}


def _in_columns(statement: queries.Statement) -> Record:
    record = asdict(statement)
    del record["own"]
    return {"words": statement.words, **record}


def _entities(connection: Connection, given: dict[str, str], server: str) -> Iterator[Record]:
    for one in entities.named_like(connection, search_pages.plain_words(given.get("text")), given.get("type"), -1):
        record = asdict(one)
        del record["id"], record["aliases"]
        yield {**record, "link": f"{server}/-/entity/{one.key}"}


def _articles(connection: Connection, given: dict[str, str], server: str) -> Iterator[Record]:
    wanted = filters.parse(given)
    claims = matches.claims(connection, wanted, -1)
    found = matches.articles(connection, wanted, claims, -1)
    for result in search_results.of_articles(connection, found, None):
        record = {name: value for name, value in result.row.items() if name not in ("article_id", "sentence_id")}
        yield {**record, "found": result.found, "link": f"{server}/-/article/{result.row['article_id']}"}


def _timeline(connection: Connection, given: dict[str, str], server: str) -> Iterator[Record]:
    found = timeline_pages.read_timeline(connection, given, -1)
    for row in found.rows:
        told = _told("", found.backing.get(row.shown.key), server)
        own = {"day": row.day, "event": row.event, "statements": row.statements}
        yield {**own, **_in_columns(row.shown), **told}


def _changes(connection: Connection, given: dict[str, str], server: str) -> Iterator[Record]:
    found = timeline_pages.read_changes(connection, given, -1)
    for one in found.rows:
        this, other = (found.backing.get(key or "") for key in (one.statement, one.other))
        own: Record = {"day": one.day, "what": one.what.value, "words": one.words, "why": one.why}
        own |= {"statement": one.statement, "other": one.other}
        said = {"said": this.words if this else None, "other_said": other.words if other else None}
        yield own | said | _told("", this, server) | _told("other_", other, server)


def _told(side: str, backing: Backing | None, server: str) -> Record:
    """What stands behind a statement, in columns."""
    link = f"{server}/-/claim/{backing.claim}" if backing else None
    values = (
        ("outlets", "; ".join(backing.outlets) if backing else None),
        ("sources", "; ".join(backing.sources) if backing else None),
        ("sentence", backing.sentence if backing else None),
        ("title", backing.title if backing else None),
        ("outlet", backing.outlet if backing else None),
        ("published", backing.published if backing else None),
        ("link", link),
    )
    return {f"{side}{name}": value for name, value in values}


def _contradictions(connection: Connection, given: dict[str, str], server: str) -> Iterator[Record]:
    for link in statement_pages.read_contradictions(connection, given, -1):
        own = {"day": link.at, "kind": link.kind, "why": link.why, "status": link.status, "key": link.key}
        sides = {
            f"{side}_{name}": value
            for side, voice in (("one", link.left), ("other", link.right))
            for name, value in (*asdict(voice).items(), ("link", f"{server}/-/claim/{voice.claim}"))
            if name != "source"
        }
        yield own | sides


_LISTS: dict[str, Callable[[Connection, dict[str, str], str], Iterator[Record]]] = {
    "statements": _statements,
    "statement_list": _listed,
    "entities": _entities,
    "articles": _articles,
    "timeline": _timeline,
    "changes": _changes,
    "contradictions": _contradictions,
}
