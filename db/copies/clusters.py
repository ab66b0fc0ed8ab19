"""Copy clusters: what is connected by links, kept up article by article.

An article that comes costs as much as its own fingerprints and neighbours, whatever the size of the database. One
that goes (its source was changed) may have been a bridge: its copy cluster alone is then put together anew.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from db.components import components
from db.copies import copy_links, holders
from db.copies.copy_links import Pair, pair
from db.copies.holders import Neighbours
from db.copies.likeness import Likeness, comparable, likeness
from db.copies.sketch import Sketch, sketch
from db.sqlite import Connection
from db.steps import tell
from extract.model import Block, BlockKind

_CLUSTERS = """
SELECT DISTINCT copy_cluster FROM articles
WHERE id IN (SELECT value FROM json_each(?)) AND copy_cluster IS NOT NULL
"""
_OF_CLUSTERS = "SELECT id FROM articles WHERE copy_cluster IN (SELECT value FROM json_each(?))"
_MEMBERS = "SELECT id, key, copy_cluster FROM articles WHERE id IN (SELECT value FROM json_each(?))"
_RENAME = "UPDATE articles SET copy_cluster = ? WHERE id = ?"
_MERGE = "UPDATE articles SET copy_cluster = ? WHERE copy_cluster IN (SELECT value FROM json_each(?)) RETURNING id"
_ARTICLES = "SELECT id, key, url, text FROM articles WHERE current = 1 AND id > ? ORDER BY id LIMIT 1"
_BLOCKS = 'SELECT kind, start, "end" FROM blocks WHERE article = ? ORDER BY position'


def cluster_key(article_key: str) -> str:
    """The key of the copy cluster whose smallest article key this is."""
    return f"s{article_key[1:]}"


def enter(connection: Connection, article: int, key: str, taken: Sketch) -> list[int]:
    """Puts a current article into its copy cluster, inside the transaction that is open.

    Returns the row ids of the articles whose copy cluster is another now, this one's among them.
    """
    held = holders.holdings(taken.head, key)
    beside = holders.neighbours(connection, held)
    holders.add(connection, article, taken, held)
    connection.execute(_RENAME, (cluster_key(key), article))
    meetings = Counter(other for two in beside for other in two if other is not None)
    if not meetings:
        return [article]
    alike = _alike(connection, article, taken, meetings)
    if alike:
        copy_links.join(connection, alike, {pair(article, other): count for other, count in meetings.items()})
    gone = copy_links.part(connection, _met(beside))
    torn = [two for two in gone if not all(pair(article, one) in alike for one in two)]
    touched = {one for two in (*alike, *torn) for one in two}
    if not touched:
        return [article]
    together = None if torn else _together(connection, touched)
    moved = _rebuild(connection, touched) if together is None else _merge(connection, together)
    return [article, *(other for other in moved if other != article)]


def backfill(connection: Connection) -> None:
    """Puts every current article into its copy cluster, in the transaction that is open, whatever was known before."""
    for table in ("copy_links", "fingerprints", "sketches"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    connection.execute("UPDATE articles SET copy_cluster = NULL WHERE copy_cluster IS NOT NULL")
    last = done = 0
    (total,) = connection.execute("SELECT COUNT(*) FROM articles WHERE current = 1").fetchone()
    while row := connection.execute(_ARTICLES, (last,)).fetchone():
        tell("Copies", done, total)
        done += 1
        last, key, url, text = row
        blocks = [Block(BlockKind(kind), *place) for kind, *place in connection.execute(_BLOCKS, (last,))]
        enter(connection, last, key, sketch(text, blocks, url))


def leave(connection: Connection, article: int, key: str) -> list[int]:
    """Takes an article out of its copy cluster; returns the row ids of the articles whose cluster is another now."""
    [(_, taken)] = holders.sketches(connection, [article])
    held = holders.holdings(taken.head, key)
    holders.remove(connection, article, held)
    touched = copy_links.drop(connection, article)
    meetings = _met(holders.neighbours(connection, held))
    alike = _likenesses(connection, meetings)
    copy_links.join(connection, alike, meetings)
    connection.execute(_RENAME, (None, article))
    touched |= {one for two in alike for one in two}
    return [article, *_rebuild(connection, touched)]


def _met(beside: Iterable[Neighbours]) -> Counter[Pair]:
    """In how many orders the two stand beside each other once nobody is between them."""
    return Counter(pair(before, after) for before, after in beside if before is not None and after is not None)


def _alike(connection: Connection, article: int, taken: Sketch, others: Iterable[int]) -> dict[Pair, Likeness]:
    """Those of `others` that tell the same as an article."""
    near = [other for other, head in holders.heads(connection, others) if comparable(taken.head, head)]
    found: dict[Pair, Likeness] = {}
    for other, theirs in holders.sketches(connection, near) if near else ():
        two = (taken, theirs) if article < other else (theirs, taken)
        if like := likeness(*two):
            found[pair(article, other)] = like
    return found


def _likenesses(connection: Connection, pairs: Iterable[Pair]) -> dict[Pair, Likeness]:
    """Those of the pairs that tell the same."""
    known = dict(holders.sketches(connection, {one for two in pairs for one in two}))
    both = [two for two in pairs if known.keys() >= set(two)]  # unless one was deleted by hand
    near = [(one, other) for one, other in both if comparable(known[one].head, known[other].head)]
    return {(one, other): like for one, other in near if (like := likeness(known[one], known[other]))}


def _together(connection: Connection, touched: Iterable[int]) -> set[int] | None:
    """These articles and those that they hold, if all of that is one text; None if it may be several.

    (What another article holds has not changed.)
    """
    whole = set(touched)
    links = copy_links.of(connection, whole)
    ends = json.dumps(list(whole.union(*(link.pair for link in links))))
    keys = {article: key for article, key, _ in connection.execute(_MEMBERS, (ends,))}
    held = [link for link in links if link.holder(keys) in whole]
    joined = copy_links.joining(connection, links, keys)
    if any(link not in joined for link in held):
        return None
    return whole.union(*(link.pair for link in held))


def _merge(connection: Connection, touched: Iterable[int]) -> list[int]:
    """Makes one copy cluster of those of these articles, which are connected."""
    clusters = _clusters(connection, touched)
    if len(clusters) < 2:
        return []
    least = min(clusters)
    others = json.dumps([cluster for cluster in clusters if cluster != least])
    return [article for (article,) in connection.execute(_MERGE, (least, others)).fetchall()]


def _rebuild(connection: Connection, touched: Iterable[int]) -> list[int]:
    """Puts the copy clusters of these articles, and of all that they are linked to, together anew from their links."""
    clusters = json.dumps(_clusters(connection, touched))
    known = {article for (article,) in connection.execute(_OF_CLUSTERS, (clusters,))}
    reached = copy_links.reached(connection, known.union(touched))
    members = connection.execute(_MEMBERS, (json.dumps(reached),)).fetchall()
    keys = {article: key for article, key, _ in members}
    links = copy_links.joining(connection, copy_links.among(connection, keys), keys)
    leaders = components(keys, (link.pair for link in links))
    renamed = [
        (cluster_key(leader), article)
        for article, _, copy_cluster in members
        if cluster_key(leader := leaders[article]) != copy_cluster
    ]
    connection.executemany(_RENAME, renamed)
    return [article for _, article in renamed]


def _clusters(connection: Connection, articles: Iterable[int]) -> list[str]:
    found = connection.execute(_CLUSTERS, (json.dumps(list(articles)),)).fetchall()
    return [copy_cluster for (copy_cluster,) in found]
