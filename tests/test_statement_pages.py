"""Pages of statements, contradictions and names without a browser: what they show, who may judge, what they refuse."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.check import check
from db.connection import snapshot
from db.entities import entity_dossier as entities
from db.reviews.item import item
from db.statements import news, queries
from db.statements import statement_dossier as statements
from db.statements.queries import Filters, Order
from db.statements.readable_numbers import readable
from db.store import Store
from db.web.http.security import STRICT_POLICY
from db.web.pages import plots
from db.web.pages.neighbour_graph import graph
from tests import seeded
from tests.browsing import RUN, ferries, get, served

if TYPE_CHECKING:
    import httpx
    from datasette.app import Datasette

    from db.sqlite import Connection


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeded.make(tmp_path_factory.mktemp("statements") / "floods.db")


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    return Path(shutil.copy(made, tmp_path / "floods.db"))


@pytest.fixture
def site(path: Path) -> Iterator[Datasette]:
    with served(path) as datasette:
        yield datasette


@pytest.fixture(scope="module")
def told(made: Path) -> Iterator[Connection]:
    with snapshot(made) as connection:
        yield connection


def key_of(connection: Connection, name: str) -> str:
    (key,) = connection.execute("SELECT key FROM entities WHERE name = ?", (name,)).fetchone()
    return str(key)


def statement_of(connection: Connection, relation: str, words: str) -> str:
    query = "SELECT key FROM statements WHERE relation_normal = ? AND (object_normal = ? OR amount = ?)"
    (key,) = connection.execute(query, (relation, words, words)).fetchone()
    return str(key)


def post(datasette: Datasette, path: str, content: Any, forged: bool = False) -> httpx.Response:
    """What a page of ours sends; `forged`: without the token that only such a page has."""

    async def ask() -> httpx.Response:
        await datasette.invoke_startup()
        token = (await datasette.client.get("/-/contradictions")).cookies["ds_csrftoken"]
        headers = {"content-type": "application/json"} | ({} if forged else {"x-csrftoken": token})
        answer: httpx.Response = await datasette.client.post(
            path, content=json.dumps(content), cookies={"ds_csrftoken": token}, headers=headers
        )
        return answer

    return asyncio.run(ask())


def text_of(answer: httpx.Response) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", answer.text).split())


# --- what is read ----------------------------------------------------------------------------------------------


def test_an_event_told_by_several_is_one_statement_and_a_copy_counts_once(told: Connection) -> None:
    found = statements.dossier(told, statement_of(told, "burst", "halvik dam"))
    assert found is not None
    assert (found.statement.copy_clusters, found.statement.articles, found.statement.outlets) == (4, 5, 3)
    (side,) = [side for side in found.sides if side.name == "for"]
    articles = [len({voice.article for voice in cluster.voices}) for cluster in side.clusters]
    assert sorted(articles) == [1, 1, 1, 2]


def test_a_denial_stands_against_a_statement(told: Connection) -> None:
    found = statements.dossier(told, statement_of(told, "send", "rescuer"))
    assert found is not None
    assert {side.name for side in found.sides} == {"for", "against"}
    assert [link.kind for link in found.contradictions] == ["negation"]
    assert {moment.says for moment in found.timeline} == {"said to be so", "negated"}


def test_a_figure_that_changes_is_shown_by_day(told: Connection) -> None:
    found = statements.dossier(told, statement_of(told, "dead", "11.."))
    assert found is not None
    (line,) = found.figures
    assert line.unit == "people"
    assert [figure.day for figure in line.figures] == sorted(figure.day for figure in line.figures)
    assert [figure.words for figure in line.figures][-1] == "27 people"
    assert found.statement.standing == "superseded"
    assert readable(found.after[0].why) == "from at least 11 to 19 people"


def test_a_name_has_its_statements_neighbours_and_mentions(told: Connection) -> None:
    found = entities.dossier(told, key_of(told, "Norhydra"))
    assert found is not None
    assert any("lowered the reservoir" in statement.words for statement in found.about)
    assert found.about_count == queries.count(told, Filters(entity=found.entity.key))
    assert found.says_count == len(found.says) > 0
    assert {statement.key for statement in (*found.about, *found.says)} <= set(found.backing)
    assert {"Viktor Lenz", "Nina Halloran"} <= {neighbour.name for neighbour in found.neighbours}
    assert sum(count.mentions for count in found.activity) == found.entity.mentions
    assert [link.left.words for link in found.contradictions] == [
        "Idris · accused · Norhydra of ignoring warnings about the dam", "Norhydra · lowered · the reservoir",
    ]  # fmt: skip
    assert {len(member.named) for member in found.members} == {found.entity.articles}


def test_months_without_a_mention_are_zero(told: Connection) -> None:
    found = entities.dossier(told, key_of(told, "Norhydra"))
    assert found is not None
    whens = [count.when for count in found.activity]
    assert whens == [f"2024-{month:02}" for month in range(3, 12)]
    assert found.activity[1].mentions == 0


def test_a_drawing_holds_all_neighbours_apart(told: Connection) -> None:
    found = entities.dossier(told, key_of(told, "Norhydra"))
    assert found is not None
    drawn = graph("Norhydra", found.neighbours)
    assert {node.key for node in drawn.nodes} == {neighbour.key for neighbour in found.neighbours}
    for side in (0, max(node.x for node in drawn.nodes)):
        heights = sorted(node.y for node in drawn.nodes if node.x == side)
        assert all(b - a >= 30 for a, b in pairwise(heights))
        assert 15 <= heights[0] <= heights[-1] <= drawn.height - 15


WANTED = {
    "standing": Filters(standing="disputed"),
    "words": Filters(text="reservoir"),
    "outlet": Filters(outlet="Velmar Herald"),
    "kind": Filters(kind="figure"),
    "since": Filters(since="2024-11-01"),
    "until": Filters(until="2023-12-31"),
    "copy_clusters": Filters(copy_clusters=2),
    "relation": Filters(relation="burst"),
}


@pytest.mark.parametrize("wanted", WANTED.values(), ids=WANTED)
@pytest.mark.parametrize("order", Order)
def test_a_filter_narrows_the_list(told: Connection, wanted: Filters, order: Order) -> None:
    found = queries.statements(told, wanted, 1000, order=order)
    assert 0 < len(found) < queries.count(told)
    assert len(found) == queries.count(told, wanted)
    pages = [
        statement
        for start in range(0, len(found), 7)
        for statement in queries.statements(told, wanted, 7, start, order)
    ]
    assert pages == found


def test_words_that_are_no_words_find_nothing(told: Connection) -> None:
    assert queries.statements(told, Filters(text='- "" *')) == []
    assert queries.contradictions(told, text='"') == []


def test_news_tell_what_became_of_statements(told: Connection) -> None:
    found = {what: news.news(told, "2024-03-15", what=what) for what in news.What}
    assert "The tunnel · cost · 2.9 billion crowns" in {one.words for one in found[news.What.CONFIRMED]}
    assert "from 2.6 billion to 2.9 billion crowns" in {readable(one.why) for one in found[news.What.SUPERSEDED]}
    changes = [(one.day, one.statement, one.why) for one in found[news.What.SUPERSEDED]]
    assert len(changes) == len({*changes})  # "President Ilona Maresh opened the tunnel", "President opens tunnel"
    assert all(one.day >= "2024-03-15" for rows in found.values() for one in rows)
    assert [one.words for one in found[news.What.CONTRADICTED]] == [
        "Idris · accused · Norhydra of ignoring warnings about the dam"
    ]
    assert [one.words for one in news.news(told, "2024-03-13", "2024-03-14", news.What.CONTRADICTED)] == [
        "Ruvenia · sent · 60 rescuers"
    ]


def test_what_a_revision_no_longer_says_is_withdrawn(path: Path) -> None:
    with Store.open(path) as store:
        store.begin_run(RUN)
        store.add(ferries("The council opened the jetty."))
        store.add(ferries("The council closed the jetty."))
        store.finish_run()
    with snapshot(path) as connection:
        found = news.news(connection, "2024-05-01", "2024-05-31", news.What.WITHDRAWN)
    assert [(one.words, one.statement) for one in found] == [("The council · opened · the jetty", None)]


SPELT = {
    "from 1800000000 to 2600000000 crown": "from 1.8 billion to 2.6 billion crowns",
    "11 and 12.. people": "11 and at least 12 people",
    "..23 and 40..50": "at most 23 and 40 to 50",
    "2024-03-12 and 2024-03-14 are different days": "2024-03-12 and 2024-03-14 are different days",
    "4200 people, 1.4 metre": "4,200 people, 1.4 metres",
    "12000000": "12 million",
    "year 1931": "year 1931",
    "from 3 to 1 crown": "from 3 to 1 crown",
    "it is said to be so and not to be so": "one source says it, another denies it",
    "it is said to be the only one and not to be": "one source says it is the only one, another denies it",
}


@pytest.mark.parametrize(("why", "spelt"), SPELT.items())
def test_numbers_are_written_as_people_write_them(why: str, spelt: str) -> None:
    assert readable(why) == spelt


def test_a_plot_is_the_same_each_time_and_has_no_script(told: Connection) -> None:
    found = entities.dossier(told, key_of(told, "Norhydra"))
    assert found is not None
    first = plots.bars(found.activity)
    plots.bars.cache_clear()
    assert plots.bars(found.activity) == first
    assert b"<script" not in first
    assert b"http://" not in first.replace(b"http://www.w3.org/", b"")
    assert first.count(b'class="rect') == len(found.activity)


class _Attributes(HTMLParser):
    """The names of all attributes of a page, and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inline = tag == "style" or (tag == "script" and "src" not in dict(attrs))
        self.found += [tag] if inline else [name for name, _ in attrs if name == "style" or name.startswith("on")]


def _acting(page: str) -> list[str]:
    """What of a page would act by itself: handlers, styles and scripts in it."""
    parser = _Attributes()
    parser.feed(page)
    return parser.found


# --- pages ------------------------------------------------------------------------------------------------------


def test_every_page_answers_with_a_strict_policy(site: Datasette, told: Connection) -> None:
    keys = [row[0] for row in told.execute("SELECT key FROM statements")]
    names = [row[0] for row in told.execute("SELECT key FROM entities WHERE mentions > 0")]
    lists = ["/", "/-/statements", "/-/statements?order=new&from=50", "/-/contradictions?status=all", "/-/entities"]
    lists += [f"/-/search?tab={tab}&text=a*" for tab in ("statements", "claims", "entities", "articles")]
    lists += ["/-/changes?since=1900-01-01", "/-/timeline?entity=Norhydra", "/-/coverage"]
    for path in [*lists, *(f"/-/statement/{key}" for key in keys), *(f"/-/entity/{key}" for key in names)]:
        answer = get(site, path)
        assert answer.status_code == 200, path
        assert answer.headers["content-security-policy"] == STRICT_POLICY
        for attack in seeded.NAMES[::2]:
            assert attack not in answer.text, path
        assert _acting(answer.text) == [], path


def test_a_statement_page_shows_sources_by_copy_cluster(site: Datasette, told: Connection) -> None:
    shown = text_of(get(site, f"/-/statement/{statement_of(told, 'burst', 'halvik dam')}"))
    assert "4 independent articles · 5 with copies · 3 outlets" in shown
    assert "Kestrian Press Agency 2 articles" in shown
    assert "1 copy: Velmar Herald (counted once)" in shown


def test_a_row_id_leads_to_the_address_that_stays(site: Datasette, told: Connection) -> None:
    number, key = told.execute("SELECT id, key FROM statements LIMIT 1").fetchone()
    assert get(site, f"/-/statement/{number}").headers["location"] == f"/-/statement/{key}"
    number, key = told.execute("SELECT id, key FROM entities LIMIT 1").fetchone()
    assert get(site, f"/-/entity/{number}").headers["location"] == f"/-/entity/{key}"


@pytest.mark.parametrize(
    ("former", "present"),
    [
        ("/-/facts", "/-/statements"),
        (
            "/-/facts?state=denied&text=a+b&stories=2&publisher=",
            "/-/statements?standing=denied&text=a+b&copy_clusters=2&outlet=",
        ),
        ("/-/fact/f0123456789abcdef", "/-/statement/f0123456789abcdef"),
        ("/-/fact/floods/7", "/-/statement/floods/7"),
    ],
)
def test_former_addresses_lead_to_the_present_ones(site: Datasette, former: str, present: str) -> None:
    answer = get(site, former)
    assert (answer.status_code, answer.headers["location"]) == (301, present)


MISSING = (
    "/-/statement/f0000000000000000",
    "/-/entity/e0000000000000000",
    "/-/statement/999999",
    "/-/statement/other/1",
    "/-/statement/x",
)


@pytest.mark.parametrize("address", MISSING)
def test_what_is_not_there_is_not_found(site: Datasette, address: str) -> None:
    assert get(site, address).status_code == 404


ODD = (
    "text=%22-*",
    "from=-1",
    "from=99999999999999999999",
    "copy_clusters=many",
    "entity=nobody%27",
    "kind=x",
)


@pytest.mark.parametrize("query", ODD)
def test_odd_filters_find_nothing_or_all_and_break_nothing(site: Datasette, query: str) -> None:
    assert get(site, f"/-/statements?{query}").status_code == 200
    assert get(site, f"/-/contradictions?{query}").status_code == 200


def test_a_plot_is_an_image_with_an_address_of_its_own(site: Datasette, told: Connection) -> None:
    page = get(site, f"/-/entity/{key_of(told, 'Norhydra')}")
    (address,) = re.findall(r'<img src="(/-/plot/[0-9a-f]{24}\.svg)"', page.text)
    answer = get(site, address)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "immutable" in answer.headers["cache-control"]
    assert "script-src" not in answer.headers["content-security-policy"]
    assert answer.text.startswith("<svg")
    assert get(site, f"/-/plot/{'0' * 24}.svg").status_code == 404


def test_claims_lead_to_their_statement_and_their_names(site: Datasette, told: Connection) -> None:
    burst, norhydra = statement_of(told, "burst", "halvik dam"), key_of(told, "Norhydra")
    (article,) = told.execute("SELECT id FROM articles WHERE source LIKE '%/03-%'").fetchone()
    card = get(site, f"/-/article/{article}").text
    assert f'href="/-/statement/{burst}"' in card
    assert f'href="/-/entity/{norhydra}"' in card
    number, claim, who = told.execute(
        "SELECT statement, key, subject_who FROM claims WHERE subject = 'Norhydra'"
    ).fetchone()
    table = get(site, f"/floods/claims?key={claim}&_all=1").text
    assert f'href="/-/statement/{number}"' in table
    assert f'href="/-/entity/{who}"' in table


def test_the_start_page_tells_what_changed(site: Datasette) -> None:
    shown = text_of(get(site, "/"))
    assert shown.index("Recent changes") < shown.index("Contents")
    assert "from 2.6 billion to 2.9 billion crowns" in shown
    assert "Open contradictions" in shown


# --- judging ----------------------------------------------------------------------------------------------------


def test_a_verdict_is_kept_with_who_and_why(site: Datasette, path: Path) -> None:
    with snapshot(path) as connection:
        key = queries.contradictions(connection)[0].key
    given = {"contradiction": key, "verdict": "real", "why": "both were asked"}
    answer = post(site, "/-/contradictions/decide.json", given)
    assert answer.json()["status"] == "real"
    with snapshot(path) as connection:
        assert [link.key for link in queries.contradictions(connection, status="real")] == [key]
        row = connection.execute("SELECT status, who, why FROM contradiction_reviews").fetchone()
    assert tuple(row) == ("real", answer.json()["who"], "both were asked")
    assert "real: they cannot both be true" in text_of(get(site, "/-/contradictions?status=real"))


def joined(path: Path, *names: str) -> bool:
    query = "SELECT COUNT(DISTINCT canonical) FROM entities WHERE name IN (SELECT value FROM json_each(?))"
    with snapshot(path) as connection:
        return bool(connection.execute(query, (json.dumps(names),)).fetchone()[0] == 1)


def test_names_are_joined_parted_and_put_back(site: Datasette, path: Path, told: Connection) -> None:
    sarn, upper, norhydra = (key_of(told, name) for name in ("Sarn", "Upper Sarn", "Norhydra"))
    suggested = get(site, "/-/entities/suggested.json").json()["pairs"]
    assert ("Otto Castell", "Castell") in {(pair["left_name"], pair["right_name"]) for pair in suggested}
    assert post(site, "/-/entities/judge.json", {"one": sarn, "other": upper, "judgement": "same"}).status_code == 200
    assert joined(path, "Sarn", "Upper Sarn")
    page = text_of(get(site, f"/-/entity/{upper}"))
    assert "Upper Sarn: 5 articles" in page
    assert "Sarn: 3 articles" in page
    assert post(site, "/-/entities/undo.json", {"number": 1}).status_code == 200
    assert not joined(path, "Sarn", "Upper Sarn")
    (article,) = told.execute("SELECT key FROM articles WHERE source LIKE '%/06-%'").fetchone()
    answer = post(site, "/-/entities/split.json", {"entity": norhydra, "articles": [article], "why": "another"})
    assert answer.json()["claims"] > 0
    assert not joined(path, "Norhydra")
    assert post(site, "/-/entities/undo.json", {"number": 2}).status_code == 200
    assert check(path) == []
    with snapshot(path) as connection:
        after = entities.dossier(connection, norhydra)
    before = entities.dossier(told, norhydra)
    assert after is not None
    assert before is not None
    assert replace(after, history=(), members=()) == replace(before, history=(), members=())


REFUSED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("/-/contradictions/decide.json", {"contradiction": "x0", "verdict": "real"}),
    ("/-/contradictions/decide.json", {"contradiction": "x0", "verdict": "yes"}),
    ("/-/entities/judge.json", {"one": "e1", "other": "nobody at all", "judgement": "same"}),
    ("/-/entities/judge.json", {"one": "Sarn", "other": "Upper Sarn", "judgement": "alike"}),
    ("/-/entities/judge.json", {"one": "Sarn", "other": "Sarn", "judgement": "same"}),
    ("/-/entities/judge.json", {"one": 7, "other": None, "judgement": "same"}),
    ("/-/entities/split.json", {"entity": "e1", "articles": ["a1"]}),
    ("/-/entities/split.json", {"entity": "e1", "articles": [1]}),
    ("/-/entities/split.json", {"entity": "e1", "articles": "a1"}),
    ("/-/entities/undo.json", {"number": 99}),
    ("/-/entities/undo.json", {"number": "one"}),
    ("/-/statements/join.json", {"statement": "f1", "other": "f2"}),
    ("/-/statements/join.json", {"statement": None, "other": 7}),
    ("/-/statements/join.json", {"statement": "f1", "other": "f2", "as": "same"}),
    ("/-/statements/split.json", {"statement": "f1", "claims": []}),
    ("/-/statements/split.json", {"statement": "f1", "claims": ["c0"]}),
    ("/-/statements/split.json", {"statement": "f1", "claims": [1]}),
    ("/-/statements/undo.json", {"number": 99}),
)


@pytest.mark.parametrize(("address", "given"), REFUSED)
def test_what_cannot_be_is_refused_with_words_and_changes_nothing(
    site: Datasette, path: Path, address: str, given: dict[str, Any]
) -> None:
    answer = post(site, address, given)
    assert answer.status_code == 422
    assert len(answer.json()["error"]) > 10
    with snapshot(path) as connection:
        for table in ("entity_judgements", "statement_judgements", "contradiction_reviews"):
            assert connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] == 0


@pytest.mark.parametrize("address", sorted({address for address, _ in REFUSED}))
def test_a_request_from_elsewhere_is_refused(site: Datasette, address: str) -> None:
    assert post(site, address, {}, forged=True).status_code == 403


def test_a_statement_is_worded_as_it_is_read() -> None:
    said = queries.Statement(
        "f1", "The council", "did not close", "the depot", "denied", 1, 1, 1, 1, 0, 0, 0, 1, 0, None, None, None, None,
        None,
    )  # fmt: skip
    assert (said.badge, said.is_negated) == ("negated", True)
    assert (replace(said, relation="closed").badge, replace(said, relation="closed").is_negated) == ("denied", False)
    assert (replace(said, standing="disputed").badge, replace(said, asserted=1).is_negated) == ("disputed", False)
    contracted = replace(said, own="he", relation="’d closed", source="The mayor")
    assert contracted.words == "The mayor: he’d closed the depot"


def test_review_says_by_whom_and_in_which_words_a_statement_is_denied(path: Path) -> None:
    with snapshot(path) as connection:
        query = "SELECT key FROM claims WHERE claim LIKE 'Norhydra%lower · the reservoir' AND current = 1"
        said = connection.execute(query.replace("lower ·", "lowered ·")).fetchone()[0]
        denied = connection.execute(query).fetchone()[0]
        (against,) = item(connection, said).contradictions
        assert against.text == "two engineers: Norhydra did not lower the reservoir"
        assert item(connection, denied).contradictions[0].text == "Norhydra: Norhydra lowered the reservoir"
