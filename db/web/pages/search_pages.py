"""The search: one box over statements, claims, entities and articles. The address is the search."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import Request, Response

from db import matches, search_results
from db.entities import queries as entities
from db.export import filters as export_filters
from db.sqlite import Connection
from db.statements.accused import statements_of
from db.statements.queries import STANDINGS
from db.web.databases import bare
from db.web.http.asgi import Datasette
from db.web.pages import layout, statement_pages
from db.wording import moment
from extract.errors import ExtractError

#: Rows of a list.
PAGE_SIZE = 25
#: The tabs, with what a page calls what they list.
NOUNS = {"statements": "statements", "claims": "claims", "entities": "names", "articles": "articles"}
TABS = tuple(NOUNS)
#: What the filters beside a tab's list count.
UNITS = {"statements": "statement", "claims": "claim", "articles": "article"}
#: The filters of an address, with what a page calls them.
LABELS = {
    "entity": "about", "outlet": "outlet", "source": "said by", "said": "said by", "standing": "standing",
    "status": "review", "confidence": "confidence", "since": "from", "until": "to", "new": "new since",
}  # fmt: skip
_MAX_CHARS = 300
#: Names that hold the words, of which the first is offered that has them as whole words.
_MAX_NAMED = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A tab's rows, whether further ones follow, how many rows each tab has (a string: "10,000+"), and what they are
    counted by. `voices` counts what articles say themselves and what others say. `names` are those of the entities that
    filters give by key, `named` one whose name has the words, `accusations` counts the statements that accuse it."""

    rows: list[Any]
    further: bool
    counts: dict[str, str]
    facets: tuple[matches.Facet, ...]
    voices: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    named: entities.Entity | None = None
    accusations: int = 0


def given_filters(request: Request) -> dict[str, str]:
    """What an address asks for, by the filters' names; a filter that is left empty is none."""
    found = {name: (request.args.get(name) or "").strip()[:_MAX_CHARS] for name in ("text", *LABELS)}
    return {name: value for name, value in found.items() if value}


async def search(datasette: Datasette, request: Request) -> Response:
    """A page of results."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    given = given_filters(request)
    tab = request.args.get("tab") if request.args.get("tab") in TABS else TABS[0]
    offset = statement_pages.offset_of(request)

    def read(connection: Connection) -> Found | str:
        with bare(connection):
            try:
                return _find(connection, given, str(tab), offset)
            except ExtractError as error:
                return str(error)

    found = await layout.read(datasette, database, read)
    wrong = found if isinstance(found, str) else None
    shown = found if isinstance(found, Found) else Found([], False, dict.fromkeys(TABS, "0"), ())
    root = str(datasette.urls.path("/-/search"))
    context = {
        **statement_pages.shared_context(datasette, request), "root": root, "given": given, "tab": tab, "wrong": wrong,
        "found": shown, "rows": shown.rows, "heading": _heading(given, shown.names),
        "labels": LABELS, "nouns": NOUNS,
        "tabs": [(name, shown.counts[name], _address(root, given, tab=name)) for name in TABS],
        "chips": _chips(root, given, str(tab), shown.names),
        "facets": [_facet(root, given, str(tab), facet, shown) for facet in shown.facets] if shown.rows else [],
        "wider": None if shown.rows else _wider(root, given, str(tab)),
        **statement_pages.page_links(request, shown.further, offset, PAGE_SIZE),
        "export": layout.export_links(datasette, str(tab), given),
    }  # fmt: skip
    return layout.render(datasette, "extract_search.html", database, context)


def _find(connection: Connection, given: dict[str, str], tab: str, offset: int) -> Found:
    filters, words = export_filters.parse(given), given.get("text")
    names = {str(name): _name_of(connection, name, given[name]) for name in ("entity", "source") if name in given}
    claims = matches.claims(connection, filters)
    articles = matches.articles(connection, filters, claims)
    statements = matches.of_statements(claims)
    plain = plain_words(words)
    part = slice(offset, offset + PAGE_SIZE + 1)
    rows: list[Any]
    facets: tuple[matches.Facet, ...] = ()
    voices: dict[str, int] = {}
    if unit := UNITS.get(tab):
        own = entities.said_by(connection, given["entity"]) if "entity" in given else []
        known, names_of = matches.by_entity(connection, claims)
        facets, voices = matches.facets(known, unit), matches.voices(claims, unit, own)
        names |= names_of
    if tab == "articles":  # their outlets are all known; what else counts their claims, only where all were read
        facets, voices = (facets, voices) if len(claims) <= matches.MAX_ROWS else ((), {})
        facets = (matches.outlets(articles), *(facet for facet in facets if facet.name != "outlet"))
    if tab == "claims":
        rows = search_results.of_claims(connection, claims[part], words)
    elif tab == "statements":
        rows = search_results.of_statements(connection, statements[part], words)
    elif tab == "articles":
        rows = search_results.of_articles(connection, articles[part], words)
    else:
        rows = entities.named_like(connection, plain, None, PAGE_SIZE, offset, counted=False)
    more = len(claims) > matches.MAX_ROWS
    others = sum(max(1, article.found) for article in articles) > matches.MAX_ROWS
    counts_names = not unit or plain or not given
    names_found = entities.count_like(connection, plain) if counts_names else 0
    counts = {
        "statements": _count(len(statements), more),
        "claims": _count(len(claims) - more, more),
        "entities": _count(names_found, False) if counts_names else "",
        "articles": _count(min(len(articles), matches.MAX_ROWS), others),
    }
    alike = entities.named_like(connection, plain, None, _MAX_NAMED, counted=False) if plain and unit else []
    named = next((one for one in alike if entities.is_called(connection, one.key, plain)), None)
    accusations = statements_of(connection, named.key, "accused") if named else []
    further = len(rows) > PAGE_SIZE if unit else names_found > offset + PAGE_SIZE
    return Found(rows[:PAGE_SIZE], further, counts, facets, voices, names, named, len(accusations))


def _name_of(connection: Connection, filter_name: str, value: str) -> str:
    """The name of an entity given by name or key. A source need be no entity: it is named by its words then."""
    is_key = connection.execute("SELECT 1 FROM entities WHERE key = ?", (value,)).fetchone() is not None
    return entities.find(connection, value, counted=False).name if is_key or filter_name == "entity" else value


def plain_words(words: str | None) -> str:
    """The words as a part of a name."""
    return (words or "").replace('"', "").removesuffix("*").strip()


def _count(number: int, more: bool) -> str:
    return f"{number:,}{'+' if more else ''}"


def _address(root: str, given: dict[str, str], *, tab: str, without: str = "") -> str:
    kept = {name: value for name, value in given.items() if name != without}
    return f"{root}?{urlencode({**kept, 'tab': tab})}"


def _wider(root: str, given: dict[str, str], tab: str) -> str | None:
    """The address of a search for any of several plain words."""
    words = given.get("text", "").split()
    if len(words) < 2 or not all(word.isalnum() and word != "OR" for word in words):
        return None
    return _address(root, {**given, "text": " OR ".join(words)}, tab=tab)


def _heading(given: dict[str, str], names: dict[str, str]) -> str:
    """The search in words, for the title of the page."""
    parts = [f"“{given['text']}”"] if "text" in given else []
    parts += [f"{LABELS[name]} {_shown(name, given[name], names)}" for name in LABELS if name in given]
    return ", ".join(parts)


def _shown(name: str, value: str, names: dict[str, str]) -> str:
    if name in names:
        return names[name]
    if name == "confidence" and export_filters.parse_fraction(value) is not None:
        return f"{100 * float(value):.0f}% or more"
    if name == "standing":
        return statement_pages.STANDING_LABELS.get(value, value)
    if name == "said":
        return {"article": "the article itself", "others": "others"}.get(value, value)
    return moment(value) if name in ("since", "until", "new") else value


def _chips(root: str, given: dict[str, str], tab: str, names: dict[str, str]) -> list[tuple[str, str]]:
    """The filters that are set: words, and the address without."""
    return [
        (f"{LABELS[name]} {_shown(name, given[name], names)}", _address(root, given, without=name, tab=tab))
        for name in LABELS
        if name in given
    ]


def _facet(root: str, given: dict[str, str], tab: str, facet: matches.Facet, found: Found) -> dict[str, Any]:
    """A facet with the address of each of its values, with words for it."""

    def offer(name: str, value: str, count: int, label: str) -> dict[str, Any]:
        return {
            "label": label, "count": f"{count:,}", "href": _address(root, {**given, name: value}, tab=tab),
            "chosen": given.get(name, "") in (value, label),
            "title": STANDINGS.get(value, "") if name == "standing" else "",
        }  # fmt: skip

    values = [
        offer(facet.name, one.value, one.count, found.names.get(one.value) or _shown(facet.name, one.value, {}))
        for one in facet.values
    ]
    if facet.name == "source":  # who else may say it than somebody by name
        voices = [voice for voice in ("article", "others")[: 1 + ("entity" in given)] if found.voices[voice]]
        values[:0] = [offer("said", voice, found.voices[voice], _shown("said", voice, {})) for voice in voices]
    return {"name": facet.name, "label": LABELS[facet.name], "values": values}
