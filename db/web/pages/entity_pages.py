"""The page of an entity, the list of entities, and the decisions about which names are the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Request, Response

from db import tracking
from db.entities import entity_dossier, queries
from db.entities.judgements import Judgement, edge
from db.entities.suggestions import suggestions
from db.reviews.decisions import RefusedError
from db.sqlite import Connection
from db.web import databases
from db.web.auth.identity import Person
from db.web.databases import bare
from db.web.http import requests, responses, urls
from db.web.http.asgi import Datasette
from db.web.pages import event_chart, layout, plots, statement_pages
from db.web.pages.neighbour_graph import graphs
from extract.english.propernames import EntityType
from extract.errors import ExtractError

#: What an address may narrow the page of an entity by.
_NARROWED_BY: tuple[str, ...] = ("outlet", "since", "until")
#: Entities in a list.
MAX_ENTITIES = 100
#: Seconds of reading after which a name's page is kept until the database changes: those of the most frequent names.
_LONG = 0.1
#: Pairs of names that a page shows to be judged.
MAX_PAIRS = 12


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a name: its key, and what narrows what is shown of it."""

    key: str
    narrow: tuple[tuple[str, str], ...]

    def __call__(self, connection: Connection) -> entity_dossier.Dossier | None:
        return entity_dossier.dossier(connection, self.key, **dict(self.narrow))


async def entity(datasette: Datasette, request: Request) -> Response:
    """All about one entity. By row id, or by a key that others are joined under, it leads to the one that stands."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    key = request.url_vars["key"]
    if key.isdigit():
        return await layout.redirect_to_key(datasette, database, "entities", int(key), urls.entity)
    given = statement_pages.filters_given(request)
    narrow: dict[str, str] = {name: given[name] for name in _NARROWED_BY if name in given}
    known, path = databases.of(datasette), Path(datasette.get_database(database).path)
    asked = _Asked(key, tuple(sorted(narrow.items())))

    def read(connection: Connection) -> entity_dossier.Dossier | None:
        with bare(connection):
            return known.cached(asked, connection, path, least=_LONG)

    found = await layout.read(datasette, database, read)
    if found is None:
        raise layout.not_found(f"No entity has the ID {key} in {database}. It may have been removed.")
    context = {
        **statement_pages.shared_context(datasette, request),
        "dossier": found,
        "given": narrow,
        "here": urls.entity(datasette, database, key),
        "chart": event_chart.chart(found.timeline),
        "export_about": layout.export_links(datasette, "statements", {"entity": found.entity.key, **narrow}),
        "export_accused": layout.export_links(datasette, "statement_list", {"accused": found.entity.key, **narrow}),
        "export_says": layout.export_links(datasette, "statements", {"source": found.entity.key, **narrow}),
        "graphs": graphs(found.entity.name, found.neighbours),
        "activity": plots.address(datasette, found.activity) if len(found.activity) > 1 else None,
        "figures": [(line, plots.address(datasette, line)) for line in found.figures],
    }
    return layout.render(datasette, "extract_entity.html", database, context)


async def listing(datasette: Datasette, request: Request) -> Response:
    """Entities, those that are named most first, and pairs that may be one."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    kind = request.args.get("type") or None
    text = (request.args.get("text") or "").strip()[:200]
    given = {name: value for name, value in (("text", text), ("type", kind)) if value}
    offset = statement_pages.offset_of(request)

    def read(connection: Connection) -> Any:
        found = queries.named_like(connection, text, kind, MAX_ENTITIES, offset, counted=False)
        return found, queries.count_like(connection, text, kind)

    rows, total = await layout.read(datasette, database, read)
    context = {
        **statement_pages.shared_context(datasette, request), "entities": rows, "total": total,
        **statement_pages.page_links(request, total > offset + MAX_ENTITIES, offset, MAX_ENTITIES),
        "text": text, "type": kind, "types": list(EntityType),
        "export": layout.export_links(datasette, "entities", given),
    }  # fmt: skip
    return layout.render(datasette, "extract_entities.html", database, context)


@responses.json_route
async def suggested(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """GET: pairs that may be one and that nobody has decided on, the likeliest first; with `entity`, its own."""
    key = request.args.get("entity") or None
    known, path = databases.of(datasette), Path(databases.database(datasette).path)

    def look(connection: Connection) -> Any:
        found = _pairs_of(connection, key) if key else known.cached(_pairs_of, connection, path)
        return {"pairs": found}

    return await databases.read(datasette, look)


def _pairs_of(connection: Connection, key: str | None = None) -> list[dict[str, Any]]:
    """The pairs, each with what tells its two apart: type, number of articles, and the title of one."""
    found = suggestions(connection, key, MAX_PAIRS)
    about = {one: _where_met(connection, one) for pair in found for one in (pair.left, pair.right)}
    return [{**asdict(pair), "left_about": about[pair.left], "right_about": about[pair.right]} for pair in found]


def _where_met(connection: Connection, key: str) -> dict[str, Any]:
    kind, articles, title = connection.execute(_MET, (key,)).fetchone()
    return {"type": kind, "articles": articles, "title": title}


_MET = """
SELECT e.type, e.articles, (SELECT COALESCE(title, source) FROM articles WHERE id =
  (SELECT MIN(article) FROM mentions WHERE who = e.id AND kind = 'name')) FROM entities e WHERE e.key = ?
"""


@responses.json_route
async def judge(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST: {one, other, judgement, why}."""
    given = await requests.read_body(request)
    one, other, why = (requests.parse_text(given, name) for name in ("one", "other", "why"))
    if not one or not other:
        raise RefusedError("Name two entities by key or name.")
    try:
        judgement = Judgement(str(given.get("judgement")))
    except ValueError as error:
        raise RefusedError(f"Unknown decision. Use one of: {', '.join(Judgement)}.") from error

    def work(connection: Connection) -> int:
        left, right = (_find_key(connection, key) for key in (one, other))
        return tracking.judge(connection, left, right, judgement, who.name, why)

    return await _apply(datasette, work)


def _find_key(connection: Connection, named: str) -> str:
    """The key that was given, else that of the one entity of this name."""
    known = connection.execute("SELECT key FROM entities WHERE key = ?", (named,)).fetchone()
    return str(known[0]) if known else queries.find(connection, named, counted=False).key


@responses.json_route
async def split(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST: {entity, articles, why}: in these articles it is another."""
    given = await requests.read_body(request)
    key, why = requests.parse_text(given, "entity"), requests.parse_text(given, "why")
    articles = given.get("articles")
    if not key or not isinstance(articles, list) or not articles or not all(isinstance(a, str) for a in articles):
        raise RefusedError("Select the articles that name someone else.")
    chosen = articles[: requests.MAX_CLAIMS]
    return await _apply(datasette, lambda connection: tracking.split(connection, key, chosen, who.name, why))


@responses.json_route
async def undo(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST: {number, why}: takes a decision back; an administrator takes back what is anybody's."""
    given = await requests.read_body(request)
    number, why = requests.parse_number(given, "number"), requests.parse_text(given, "why")

    def work(connection: Connection) -> int:
        who.check_own(edge(connection, number).who, "judged")
        return tracking.undo(connection, number, who.name, why)

    return await _apply(datasette, work)


async def _apply(datasette: Datasette, work: Callable[[Connection], int]) -> dict[str, int]:
    """What a decision moved; what it may not is refused in its own words."""

    def refusing(connection: Connection) -> int:
        try:
            return work(connection)
        except ExtractError as error:
            raise RefusedError(str(error)) from error

    return {"claims": await databases.write(datasette, refusing)}
