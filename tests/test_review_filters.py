"""Queues are addresses: each order with each filter, what the page shows of them, and how one is taken away."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

import pytest

from db.connection import snapshot
from db.reviews.queue import Order
from db.store import Store
from tests.browsing import RUN, get, make, served
from tests.records import HARBOUR, harbour

if TYPE_CHECKING:
    from datasette.app import Datasette

FILTERS = ("article", "entity", "statement", "copy_cluster", "rule", "origin")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = make(tmp_path_factory.mktemp("filters") / "floods.db")
    with Store.open(path) as store:
        store.begin_run(RUN)
        for n in range(5):
            store.add(harbour(f"port{n}.txt", HARBOUR + f"Day {n}.\n"))
        store.connection.execute(
            "INSERT INTO contradictions (key, kind, rule, why, between_sources, left_claim, right_claim, "
            "left_statement, right_statement, question) SELECT "
            "'x1', 'negation', 'r', 'w', 0, a.id, b.id, a.statement, b.statement, 'q' "
            "FROM claims a, claims b WHERE a.relation = 'will deepen' AND b.relation = 'met' LIMIT 1"
        )
        store.finish_run()
    return path


@pytest.fixture(scope="module")
def site(path: Path) -> Iterator[Datasette]:
    with served(path) as datasette:
        yield datasette


@pytest.fixture(scope="module")
def values(path: Path) -> dict[str, str]:
    """The filters that one claim passes: Vessna will deepen its harbour."""
    query = """
      SELECT a.key, e.key, f.key, a.copy_cluster, c.rule, c.origin FROM claims c JOIN articles a ON a.id = c.article
      JOIN entities e ON e.id = c.subject_who JOIN statements f ON f.id = c.statement
      WHERE c.relation = 'will deepen' AND a.source = 'port2.txt'"""
    with snapshot(path) as connection:
        return dict(zip(FILTERS, connection.execute(query).fetchone(), strict=True))


def matching(path: Path, given: dict[str, str]) -> set[str]:
    """What waits and passes the filters, by a query that knows nothing of queues."""
    conditions = {
        "article": "a.key = :article", "statement": "f.key = :statement",
        "copy_cluster": "a.copy_cluster = :copy_cluster", "rule": "c.rule = :rule",
        "origin": "c.origin = :origin", "entity": ":entity IN (s.key, o.key)",
    }  # fmt: skip
    where = " AND ".join([*(conditions[name] for name in given), "c.current = 1", "c.status = 'unreviewed'"])
    query = f"""
      SELECT c.key FROM claims c JOIN articles a ON a.id = c.article LEFT JOIN statements f ON f.id = c.statement
      LEFT JOIN entities s ON s.id = c.subject_who LEFT JOIN entities o ON o.id = c.object_who WHERE {where}"""
    with snapshot(path) as connection:
        return {row[0] for row in connection.execute(query, given)}


def taken(site: Datasette, given: dict[str, Any]) -> list[str]:
    answer = get(site, f"/-/review/next.json?{urlencode({**given, 'count': 20})}")
    assert answer.status_code == 200, answer.text
    return [item["key"] for item in answer.json()["items"]]


PAIRS = [(name,) for name in FILTERS] + list(combinations(FILTERS, 2)) + [FILTERS]


@pytest.mark.parametrize("order", [order for order in Order if order is not Order.CONTRADICTED])
@pytest.mark.parametrize("names", PAIRS, ids=["+".join(names) for names in PAIRS])
def test_every_order_goes_with_every_filter(
    site: Datasette, path: Path, values: dict[str, str], names: tuple[str, ...], order: Order
) -> None:
    given = {name: values[name] for name in names}
    expected, found = matching(path, given), taken(site, {**given, "order": order})
    assert expected
    assert len(found) == len(set(found)) == min(len(expected), 20)
    assert set(found) <= expected
    counted = get(site, f"/-/review/counts.json?{urlencode({**given, 'order': order})}").json()
    assert counted["waiting"] == len(expected)


def test_contradictions_within_a_filter_are_both_sides_of_it_only(
    site: Datasette, path: Path, values: dict[str, str]
) -> None:
    sides = taken(site, {"order": "contradicted"})
    with snapshot(path) as connection:
        relations = [
            connection.execute("SELECT relation FROM claims WHERE key = ?", (key,)).fetchone()[0] for key in sides
        ]
    assert set(relations) == {"will deepen", "met"}
    within = taken(site, {"order": "contradicted", "article": values["article"]})
    assert set(within) == set(sides) & matching(path, {"article": values["article"]})


def test_a_random_sample_is_the_same_for_a_seed(site: Datasette) -> None:
    one, two, other = (taken(site, {"order": "random", "seed": seed}) for seed in (4, 4, 5))
    assert one == two != other


@pytest.mark.parametrize("names", PAIRS, ids=["+".join(names) for names in PAIRS])
def test_the_page_shows_each_filter_in_words_and_each_can_be_taken_away(
    site: Datasette, values: dict[str, str], names: tuple[str, ...]
) -> None:
    given = {"order": "random", "seed": "7", **{name: values[name] for name in names}}
    text = html.unescape(get(site, f"/-/review?{urlencode(given)}").text)
    found = re.findall(r'<span class="x-chip">([\w ]+): <bdi>(.*?)</bdi> <a href="\?([^"]*)"', text)
    called = {"about": "entity", "copies of": "copy_cluster"}
    chips = [(called.get(name, name), word, without) for name, word, without in found]
    assert [name for name, _, _ in chips] == [*names, "seed"]
    words = {name: word for name, word, _ in chips}
    expected = {
        "article": "Vessna will deepen its harbour", "entity": "Vessna",
        "statement": "Vessna · will deepen · its harbour",
        "copy_cluster": "Vessna will deepen its harbour",
    }  # fmt: skip
    assert words == {name: expected.get(name, values.get(name, "7")) for name in [*names, "seed"]}
    for name, _, without in chips:
        assert dict(parse_qsl(without)) == {key: value for key, value in given.items() if key != name}


def test_a_filter_that_nothing_passes_is_shown_as_given_and_inert(site: Datasette) -> None:
    text = get(site, f"/-/review?{urlencode({'entity': '<script>x', 'rule': '<b>'})}").text
    assert "about: <bdi>&lt;script&gt;x</bdi>" in text
    assert "<script>x" not in text
    assert taken(site, {"entity": "<script>x"}) == []
