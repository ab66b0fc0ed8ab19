"""What the items of a case folder are now, and what is new about them since somebody looked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from db.cases.folders import Folder, Item, Kind
from db.entities.queries import member_ids
from db.export import filters
from db.export.filters import OF_ENTITY, Filters
from db.sqlite import Connection, by_column
from db.wording import day, many, standing_of, title_of
from extract.errors import UsageError

#: When nobody has looked yet, nothing is new: "9" comes after every time.
NEVER = "9"


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as a page shows it. `gone`: it is no longer in the database, and `words` are those it was added with.
    `new` counts what came since (claims in articles read in since then, decisions, revisions), `what` says of what,
    `news` is the address of those claims."""

    item: Item
    words: str
    standing: str | None
    details: tuple[str, ...]
    new: int
    what: str
    article: int | None = None
    gone: bool = False
    news: str | None = None


#: (Of the claims first: there are few of a statement or an entity, and an article is looked at for each.)
_NEW = (
    "SELECT COUNT(*) FROM claims c CROSS JOIN articles a ON a.id = c.article "
    "WHERE +c.current = 1 AND a.added > :since AND "
)
_STATEMENT = """
SELECT s.subject, s.relation, s.object, s.standing, s.copy_clusters, s.outlets, s.last_seen, s.id
FROM statements s WHERE s.key = :key
"""
_CLAIM = """
SELECT c.claim, c.polarity, c.modality, c.mood, c.hedge, c.condition, c.attribution, c.subject, c.relation, c.time_text,
  c.place, c.status, a.title, a.source, a.outlet, a.published, a.id AS article
FROM claims c JOIN articles a ON a.id = c.article WHERE c.key = :key ORDER BY c.current DESC LIMIT 1
"""
_DECIDED = """
SELECT COUNT(*) FROM review_items i JOIN reviews r ON r.id = i.review WHERE i.claim = :key AND r."at" > :since
"""
_ENTITY = """
SELECT e.name, e.type, (SELECT SUM(m.mentions) FROM entities m WHERE m.canonical = e.canonical)
FROM entities e WHERE e.key = :key
"""
_NEW_OF_ENTITY = f"""
SELECT COUNT(*) FROM ({OF_ENTITY}) AS picked CROSS JOIN claims c ON c.id = picked.id
CROSS JOIN articles a ON a.id = c.article WHERE +c.current = 1 AND a.added > :since
"""  # noqa: S608
_FOUND = "SELECT COUNT(*) FROM articles CROSS JOIN claims ON claims.article = articles.id WHERE {condition}"
_ARTICLE = "SELECT title, source, outlet, published, id, current FROM articles WHERE key = :key"
_REVISED = """
SELECT COUNT(*) FROM articles WHERE source = (SELECT source FROM articles WHERE key = :key) AND added > :since
"""


def shown(connection: Connection, folder: Folder, since: str) -> list[Shown]:
    """The items of a folder, in the order in which they were added. `since` is a time in UTC."""
    return [_SHOWING[item.kind](connection, item, since) for item in folder.items]


def _gone(item: Item) -> Shown:
    return Shown(item, item.words, None, (), 0, "", gone=True)


def _statement(connection: Connection, item: Item, since: str) -> Shown:
    row = connection.execute(_STATEMENT, {"key": item.item}).fetchone()
    if row is None:
        return _gone(item)
    subject, relation, object_, stands, clusters, outlets, last_seen, number = row
    new = _count(connection, f"{_NEW} c.statement = :statement", since=since, statement=number)
    details = (many(clusters, "independent article"), many(outlets, "outlet"), day(last_seen))
    words = " ".join(part for part in (subject, relation, object_) if part)
    return Shown(item, words, stands, tuple(filter(None, details)), new, "claim")


def _claim(connection: Connection, item: Item, since: str) -> Shown:
    row = next(by_column(connection.execute(_CLAIM, {"key": item.item})), None)
    if row is None:
        return _gone(item)
    new = _count(connection, _DECIDED, key=item.item, since=since)
    details = (row["status"], title_of(row["title"], row["source"]), row["outlet"], day(row["published"]))
    return Shown(item, row["claim"], standing_of(row), tuple(filter(None, details)), new, "decision", row["article"])


def _entity(connection: Connection, item: Item, since: str) -> Shown:
    row = connection.execute(_ENTITY, {"key": item.item}).fetchone()
    if row is None:
        return _gone(item)
    name, kind, mentions = row
    new = _count(connection, _NEW_OF_ENTITY, since=since, entity=json.dumps(member_ids(connection, item.item)))
    details = (kind, many(mentions or 0, "mention"))
    return Shown(item, name, None, details, new, "claim", news=_news(since, entity=item.item))


def _article(connection: Connection, item: Item, since: str) -> Shown:
    row = connection.execute(_ARTICLE, {"key": item.item}).fetchone()
    if row is None:
        return _gone(item)
    title, source, outlet, published, number, current = row
    details = (outlet, day(published), "" if current else "an older revision")
    new = _count(connection, _REVISED, key=item.item, since=since)
    return Shown(item, title_of(title, source), None, tuple(filter(None, details)), new, "revision", number)


def _search(connection: Connection, item: Item, since: str) -> Shown:
    """Claims that the search finds, by all its filters, of articles read in since then. Those of a status count too if
    they were decided since then."""
    given = {name: values[0] for name, values in parse_qs(urlsplit(item.item).query).items()}
    given["text"] = next((given[name] for name in ("text", "q", "_search") if name in given), "")
    asked = {name: given[name] for name in filters.IN_ADDRESSES if given.get(name)}
    new = _count_found(connection, asked, since)
    return Shown(item, item.words, None, (), new, "claim", news=_news(since, **asked))


def _count_found(connection: Connection, asked: dict[str, str], since: str) -> int:
    try:
        wanted = filters.parse(asked)
        condition, values = replace(wanted, new=since).where(connection)
    except UsageError:  # it names somebody who is no longer in the database
        return 0
    return _count(connection, _FOUND.format(condition=condition), since=since, **values) if wanted != Filters() else 0


def _news(since: str, **asked: str) -> str:
    """The address of a search for what is new."""
    return f"/-/search?{urlencode({**asked, 'tab': 'claims', 'new': since})}"


_SHOWING = {
    Kind.STATEMENT: _statement, Kind.CLAIM: _claim, Kind.ENTITY: _entity, Kind.ARTICLE: _article,
    Kind.SEARCH: _search,
}  # fmt: skip


def _count(connection: Connection, query: str, **values: Any) -> int:
    if values["since"] == NEVER:
        return 0
    return int(connection.execute(query, values).fetchone()[0])


#: The columns of an exported folder.
COLUMNS = (
    "kind", "id", "words", "standing", "status", "said_by", "sentence", "title", "outlet", "published", "link", "note",
    "added_by", "added_at",
)  # fmt: skip
_VOICES = """
SELECT c.key, c.claim, c.polarity, c.modality, c.mood, c.hedge, c.condition, c.attribution, c.subject, c.relation,
  c.time_text, c.place, c.status, c.attributed_to, s.text, a.title, a.outlet, a.published
FROM claims c JOIN sentences s ON s.id = c.sentence JOIN articles a ON a.id = c.article
WHERE {condition} AND +c.current = 1 ORDER BY a.published, c.key
"""
_CONDITIONS = {
    Kind.STATEMENT: "c.statement = (SELECT id FROM statements WHERE key = :key)",
    Kind.CLAIM: "c.key = :key",
}
_PAGES = {Kind.STATEMENT: "/-/statement/", Kind.CLAIM: "/-/claim/", Kind.ENTITY: "/-/entity/", Kind.SEARCH: ""}


def records(connection: Connection, folder: Folder, root: str) -> Iterator[dict[str, Any]]:
    """A folder as rows: each item, and after a statement its claims with sentence and source. `root` is the address of
    the server, for links."""
    for one in shown(connection, folder, NEVER):
        item = one.item
        own = {"kind": item.kind.value, "id": item.item, "words": one.words, "standing": one.standing}
        voices = list(_voices(connection, item, root))
        told = {"link": _link(one, root), "note": item.note, "added_by": item.who, "added_at": item.at}
        if item.kind is Kind.CLAIM and voices:
            yield voices[0] | told
        else:
            yield dict.fromkeys(COLUMNS) | own | told
            yield from voices


def _link(one: Shown, root: str) -> str:
    if one.item.kind is Kind.ARTICLE:
        return f"{root}/-/article/{one.article}" if one.article else ""
    return f"{root}{_PAGES[one.item.kind]}{one.item.item}"


def _voices(connection: Connection, item: Item, root: str) -> Iterator[dict[str, Any]]:
    if item.kind not in _CONDITIONS:
        return
    query = _VOICES.format(condition=_CONDITIONS[item.kind])
    for row in by_column(connection.execute(query, {"key": item.item})):
        yield dict.fromkeys(COLUMNS) | {
            "kind": Kind.CLAIM.value, "id": row["key"], "words": row["claim"],
            "standing": standing_of(row), "status": row["status"],
            "said_by": row["attributed_to"], "sentence": row["text"], "title": row["title"], "outlet": row["outlet"],
            "published": row["published"], "link": f"{root}{_PAGES[Kind.CLAIM]}{row['key']}",
        }  # fmt: skip
