"""The search page and its exports: filters combine, a list and its file hold the same, hits are marked."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from zipfile import ZipFile

import pytest

from db import matches
from db.connection import snapshot, transaction
from db.entities import entity_dossier
from db.entities import queries as entities
from db.events import queries as events
from db.export import Filters, export_csv, find_formats
from db.export import export as export_rows
from db.export import filters as export_filters
from db.reviews import deciding
from db.reviews.decisions import Reason, Seen
from db.statements import news, queries, voices
from db.user_accounts import Role, add
from db.web.pages import entity_pages, search_pages, timeline_pages
from tests import seeded
from tests.browsing import get, served
from tests.doors import PASSWORD, send, session
from tests.manifests import verify
from tests.run import extract

if TYPE_CHECKING:
    from datasette.app import Datasette


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds, with a rejected and an accepted claim about Norhydra."""
    made = seeded.make(tmp_path_factory.mktemp("search") / "floods.db")
    with transaction(made) as connection:
        query = "SELECT key, version FROM claims WHERE claim LIKE 'Norhydra%' AND current = 1 ORDER BY key LIMIT 2"
        first, second = [Seen(*row) for row in connection.execute(query).fetchall()]
        deciding.reject(connection, [first], "ada", Reason.MARKS)
        deciding.accept(connection, [second], "ben")
    return made


@pytest.fixture(scope="module")
def site(path: Path) -> Iterator[Datasette]:
    with served(path) as datasette:
        yield datasette


FILTERS: tuple[dict[str, str], ...] = (
    {"text": "reservoir"},
    {"text": "dam", "standing": "disputed"},
    {"text": "dam OR reservoir", "said": "article"},
    {"entity": "Norhydra", "said": "others"},
    {"entity": "Norhydra", "new": "2001-01-01"},
    {"entity": "Norhydra", "outlet": "Velmar Herald"},
    {"entity": "Norhydra", "status": "rejected"},
    {"source": "Viktor Lenz", "confidence": "0.5"},
    {"since": "2024-03", "until": "2024-03-14", "standing": "attributed"},
    {"text": "dam", "outlet": "Northern Courier", "since": "2000"},
    {},
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("given", FILTERS, ids=lambda given: " ".join(given.values()) or "all")
def test_a_list_its_file_and_the_command_hold_the_same_claims(
    site: Datasette, path: Path, given: dict[str, str]
) -> None:
    page = get(site, f"/-/search?{urlencode({**given, 'tab': 'claims'})}")
    assert page.status_code == 200
    exported = rows(get(site, f"/-/export/claims.csv?{urlencode(given)}").text)
    assert f"{len(exported):,} claim" in page.text or (not exported and "Nothing matches" in page.text)
    options = [part for name, value in given.items() for part in (f"--{name}", value)]
    by_command = rows(extract("export", "csv", "--db", path, *options).out)
    assert [row["id"] for row in exported] == [row["id"] for row in by_command]
    lines = get(site, f"/-/export/claims.jsonl?{urlencode(given)}").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in exported]


def test_filters_leave_what_they_say(path: Path) -> None:
    with snapshot(path) as connection:
        everything = matches.claims(connection, Filters())
        for filters in (
            Filters(outlet="Northern Courier"),
            Filters(standing="disputed"),
        ):
            found = matches.claims(connection, filters)
            (name, value), *_ = filters.given().items()
            assert {match.claim for match in found} == {m.claim for m in everything if getattr(m, name) == value}
            assert found, name
        spoken = {match.claim for match in matches.claims(connection, Filters(source="Viktor Lenz"))}
        named = {m.claim for m in everything if m.source == "Viktor Lenz"}
        assert named < spoken == {m.claim for m in everything if (m.source or "").endswith("Lenz")}


@pytest.mark.parametrize("tab", ["statements", "claims"])
def test_a_filter_says_how_many_it_leaves(site: Datasette, tab: str) -> None:
    given = {"text": "dam OR gate OR reservoir", "tab": tab}
    (everything,) = re.findall(
        r'aria-current="page">\w+ <span class="n">(\d+)', get(site, f"/-/search?{urlencode(given)}").text
    )
    for name, value in (("said", "article"), ("status", "unreviewed"), ("confidence", "0.75"), ("standing", "current")):
        page = get(site, f"/-/search?{urlencode(given)}").text
        (count,) = re.findall(rf'{name}={value}[^"]*"[^>]*>.*?</a> <span>([\d,]+)', unescape(page))
        narrowed = get(site, f"/-/search?{urlencode({**given, name: value})}").text
        assert re.findall(r'aria-current="page">\w+ <span class="n">([\d,]+)', narrowed) == [count], name
        assert int(count) <= int(everything)
    speakers = re.findall(r'href="([^"]*[;?]source=[^"]*)"[^>]*>.*?</a> <span>([\d,]+)', page)
    assert len(speakers) > 3
    for link, count in speakers:
        narrowed = get(site, unescape(link)).text
        assert re.findall(r'aria-current="page">\w+ <span class="n">([\d,]+)', narrowed) == [count], link


def test_each_tab_says_the_same_counts(site: Datasette) -> None:
    pages = [
        get(site, f"/-/search?text=the&tab={tab}").text for tab in ("statements", "claims", "entities", "articles")
    ]
    counts = [re.findall(r' <span class="n">([\d,]+\+?)<', page) for page in pages]
    assert len(counts[0]) == 4
    assert counts == 4 * [counts[0]]


def test_where_nothing_is_found_sentences_without_claims_may_have_it(site: Datasette) -> None:
    assert '/sentences?_search=zzz">Search all sentences' in get(site, "/-/search?text=zzz").text


def test_all_names_are_listed_page_by_page(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {row["name"] for row in jsonl(get(site, "/-/export/entities.jsonl?type=person").text)}
    monkeypatch.setattr(entity_pages, "MAX_ENTITIES", 5)
    listed: list[str] = []
    link = "/-/entities?type=person"
    while link:
        page = get(site, link).text
        found = re.findall(r'scope="row"><a href="/-/entity/\w+"><bdi>([^<]+)', page)
        assert f"{len(listed) + 1} to {len(listed) + len(found)} of {len(whole)} names" in page
        listed += found
        link = next((f"/-/entities{unescape(after)}" for after in re.findall(r'rel="next" href="([^"]+)', page)), "")
    assert len(whole) > 10
    assert len(listed) == len(set(listed))
    assert {unescape(name) for name in listed} == whole


def test_names_found_by_search_are_listed_page_by_page(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_pages, "PAGE_SIZE", 5)
    counted = listed = 0
    link = "/-/search?text=er&tab=entities"
    while link:
        page = get(site, link).text
        counted = int(re.findall(r'<p class="sum">(\d+) names?', page)[0])
        listed += len(re.findall(r'scope="row"><a href="/-/entity/\w+"', page))
        link = next((f"/-/search{unescape(after)}" for after in re.findall(r'rel="next" href="([^"]+)', page)), "")
    assert listed == counted > 5


def test_only_a_standing_is_called_denied_or_negated(site: Datasette) -> None:
    chips = [get(site, f"/-/search?{name}=denied").text for name in ("standing", "outlet", "source")]
    assert ["denied or negated" in page.partition("<nav aria")[0] for page in chips] == [True, False, False]


def test_changes_begin_thirty_days_before_the_newest_article_unless_a_day_is_given(site: Datasette, path: Path) -> None:
    (since,) = re.findall(r'name="since" value="([\d-]+)"', get(site, "/-/changes").text)
    printed = extract("changes", "--json", "--db", path).out
    assert printed
    assert printed == extract("changes", "--since", since, "--json", "--db", path).out


def test_a_name_is_offered_for_whole_words_only(site: Datasette) -> None:
    assert 'class="named"' in get(site, "/-/search?text=norhydra").text
    assert 'class="named"' not in get(site, "/-/search?text=hydra").text


def test_the_export_of_names_keeps_their_type(site: Datasette) -> None:
    found = jsonl(get(site, "/-/export/entities.jsonl?type=person").text)
    assert {row["type"] for row in found} == {"person"}
    assert f"{len(found):,} names" in get(site, "/-/entities?type=person").text


def test_the_start_page_has_no_change_that_the_page_of_changes_leaves_out(site: Datasette) -> None:
    start = get(site, "/").text
    (link,) = re.findall(r'href="([^"]+)">All changes since', start)
    listed = get(site, unescape(link)).text
    shown = re.findall(r'class="newest">(.*?)</ol>', start, re.DOTALL)[0]
    keys = re.findall(r"/-/statement/(f[0-9a-f]{16})", shown)
    assert keys
    assert all(key in listed for key in keys)


@pytest.mark.parametrize(
    ("day", "precision", "stated"),
    [
        ("2008-01-01", "year", "2008"),
        ("2008-01-01", "day", "2008-01-01"),
        ("2008-03-01", "month", "2008-03"),
        ("2008-03-02", "month", "2008-03-02"),
        ("2007-06-01", "year", "2007-06-01"),
        ("2010-01-01", "month", "2010-01"),
    ],
)
def test_a_day_is_as_exact_as_what_the_claim_says(day: str, precision: str, stated: str) -> None:
    query = f"SELECT {voices.as_stated('c.at', 'c')} FROM (SELECT ? AS at, ? AS valid_from, ? AS time_precision) AS c"
    with closing(sqlite3.connect(":memory:")) as connection:
        assert connection.execute(query, (day, day, precision)).fetchone() == (stated,)
        assert connection.execute(query, (day, None, precision)).fetchone() == (day,)


def test_a_pronoun_is_named_where_a_claim_stands_alone() -> None:
    columns = "? AS subject, ? AS subject_resolved, 'denies' AS relation, ? AS object, ? AS object_resolved"
    known = "1 AS subject_who, 2 AS object_who, 7 AS article, NULL AS subject_head, NULL AS object_head, 3 AS id"
    query = f"SELECT {voices.words()} FROM (SELECT {columns}, {known}, 'deny' AS relation_lemma) AS c"
    with closing(sqlite3.connect(":memory:")) as connection:
        voices.add_functions(connection)
        connection.execute("CREATE TABLE mentions (who, article, kind, entity)")
        connection.execute("INSERT INTO mentions VALUES (1, 7, 'name', 'PERSON'), (2, 7, 'name', 'ORG')")
        connection.execute("CREATE TABLE qualifiers (claim, role, text, value, position)")
        for given, said in (
            (("He", "Ilo Brandt", "it", "the plan"), "[Ilo Brandt] · denies · [the plan]"),
            (("He", None, "it", None), "He · denies · it"),
            (("Brandt", "Ilo Brandt", None, None), "Brandt · denies"),
            (("Its founder", "Ilo Brandt", "the plan", None), "Its founder [Ilo Brandt] · denies · the plan"),
            (("The Tarn mayor", "Ilo Brandt", "the firm", "Ovell"), "The Tarn mayor · denies · the firm"),
        ):
            assert connection.execute(query, given).fetchone() == (said,)


def test_lists_are_read_along_indexes(path: Path) -> None:
    """No list goes through all claims, sentences, statements or mentions, whatever is asked for."""
    with snapshot(path) as connection:
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        for given in FILTERS:
            wanted = export_filters.parse(given)
            found = matches.claims(connection, wanted)
            matches.articles(connection, wanted, found)
        queries.statements(connection, queries.Filters(source="Viktor Lenz", since="2024-01-01"))
        for what in news.What:
            news.news(connection, "2024-03-01", what=what, about=queries.Filters(outlet="Velmar Herald"))
        entity_dossier.dossier(connection, entities.find(connection, "Norhydra").key)
        connection.set_trace_callback(None)
        plans = [
            (sql, step[3])
            for sql in asked
            if sql.lstrip().startswith("SELECT")
            for step in connection.execute(f"EXPLAIN QUERY PLAN {sql}")
        ]
    assert [(sql, step) for sql, step in plans if _SCAN.match(step)] == []
    assert len(plans) > 50


_SCAN = re.compile(r"SCAN (claims|sentences|statements|mentions|f|c|s|l|m)$")


def test_an_export_says_who_it_is_about_who_decided_and_where_to_read_it(site: Datasette) -> None:
    found = rows(get(site, "/-/export/claims.csv?entity=Norhydra&status=rejected").text)
    (row,) = found
    assert (row["subject_name"], row["reviewer"], row["reason"]) == ("Norhydra", "ada", "wrong marks")
    assert row["link"] == f"http://localhost/-/claim/{row['id']}"
    assert get(site, row["link"].removeprefix("http://localhost")).status_code == 302


def test_every_list_is_exported_whole_and_links_back(site: Datasette) -> None:
    for name in ("statements", "entities", "articles"):
        found = rows(get(site, f"/-/export/{name}.csv?text=lenz").text)
        page = get(site, f"/-/search?text=lenz&tab={name}").text
        assert f"{len(found)} {'name' if name == 'entities' else name[:-1]}" in page
        assert get(site, found[0]["link"].removeprefix("http://localhost")).status_code == 200
        assert len(get(site, f"/-/export/{name}.jsonl?text=lenz").text.splitlines()) == len(found)


def test_a_saved_query_is_exported_whole(site: Datasette, path: Path) -> None:
    with snapshot(path) as connection:
        (asserted,) = connection.execute("SELECT COUNT(*) FROM asserted").fetchone()
    assert asserted > 100, "more than the page shows"
    assert len(rows(get(site, "/floods/stated_as_fact.csv").text)) == asserted


def test_a_workbook_has_the_same_rows_and_no_formulas(site: Datasette, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.xlsx"
    manifest = export_rows(path, out, form=find_formats()["xlsx"], version="1.0")
    assert verify(out) == []
    assert manifest.rows == export_csv(path, tmp_path / "claims.csv", version="1.0").rows
    with ZipFile(out) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    (last_column,) = re.findall(r'<dimension ref="A1:([A-Z]+)', sheet)
    assert "<f>" not in sheet
    assert unescape(sheet).count("<script>window.owned") > 0
    assert sheet.count("<hyperlink ") == manifest.rows
    assert f'<autoFilter ref="A1:{last_column}{manifest.rows + 1}"/>' in sheet
    first = get(site, "/-/export/statements.xlsx?text=dam").content
    assert first == get(site, "/-/export/statements.xlsx?text=dam").content


def test_hits_are_marked_and_the_title_says_what_was_searched(site: Datasette) -> None:
    page = get(site, "/-/search?text=reservoirs&outlet=Velmar+Herald").text
    assert "<title>“reservoirs”, outlet Velmar Herald · Statements" in page
    assert "<mark>reservoir</mark>" in page
    assert "statements, those in most articles first. " in get(site, "/-/search?text=reservoirs").text
    assert "claims, best match first. " in get(site, "/-/search?text=reservoirs&tab=claims").text
    hostile = get(site, f"/-/search?{urlencode({'text': '<script>alert(1)</script>', 'outlet': '<b>'})}").text
    assert "<script>alert" not in hostile
    assert "<b>" not in hostile.replace("</b>", "")


@pytest.mark.parametrize(
    ("query", "words"),
    [("entity=nobody+at+all", "No entity is called"), ("since=soon", "is not a date"), ("text=%22", "Nothing matches")],
)
def test_what_cannot_be_searched_is_said(site: Datasette, query: str, words: str) -> None:
    page = get(site, f"/-/search?{query}")
    assert page.status_code == 200
    assert words in unescape(page.text)
    assert get(site, f"/-/export/statements.csv?{query}").status_code in (200, 400)


def jsonl(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_pages_of_timelines_and_changes_say_what_the_commands_say(site: Datasette, path: Path) -> None:
    shown = jsonl(get(site, "/-/export/timeline.jsonl?entity=Norhydra&since=2024-03-01").text)
    printed = jsonl(extract("timeline", "Norhydra", "--since", "2024-03-01", "--json", "--db", path).out)
    told = ("day", "event", "statements", "key")
    assert [[row[name] for name in told] for row in shown] == [[row[name] for name in told] for row in printed] != []
    shown = jsonl(get(site, "/-/export/changes.jsonl?since=2024-03-13").text)
    printed = jsonl(extract("changes", "--since", "2024-03-13", "--limit", "1000", "--json", "--db", path).out)
    key = ("day", "what", "statement", "words", "why", "other")
    assert [[row[name] for name in key] for row in shown] == [[row[name] for name in key] for row in printed] != []
    page = get(site, "/-/changes?since=2024-03-13&what=superseded").text
    (row,) = [row for row in shown if row["why"] == "from 2600000000 to 2900000000 crown"]
    for words in (
        "from 2.6 billion to 2.9 billion crowns",
        row["said"],
        row["other_said"],
        row["outlets"].split("; ")[0],
    ):
        assert words in unescape(page)
    assert get(site, row["link"].removeprefix("http://localhost")).status_code == 302


def test_where_not_all_words_are_found_any_of_them_may_be(site: Datasette) -> None:
    page = get(site, "/-/search?text=reservoir+lizard").text
    (address,) = re.findall(r'<a href="([^"]+)">Search for any of these words<', page)
    assert "<mark>reservoir</mark>" in get(site, unescape(address)).text
    assert "any of these words" not in get(site, "/-/search?text=lizard").text


def test_what_others_say_about_somebody_is_not_what_he_says_himself(path: Path) -> None:
    with snapshot(path) as connection:
        said = "SELECT id, attribution IS NOT NULL, attributed_to FROM claims"
        voices = {number: (attributed, who) for number, attributed, who in connection.execute(said)}
        about = matches.claims(connection, Filters(entity="Viktor Lenz"), -1)
        others = matches.claims(connection, Filters(entity="Viktor Lenz", said="others"), -1)
        own = {match.claim for match in about if voices[match.claim][1] in ("Viktor Lenz", "Lenz", "Mr Lenz")}
    assert {match.claim for match in others} == {m.claim for m in about if voices[m.claim][0]} - own
    assert others
    assert own


def test_a_part_of_a_name_is_followed_by_names_to_choose_from(site: Datasette) -> None:
    for name in ("timeline", "changes", "contradictions", "statements"):
        page = get(site, f"/-/{name}?entity=hydra&since=2024-01-01").text
        (address,) = re.findall(rf'<li><a href="(/-/{name}\?[^"]+)"><bdi>Norhydra<', page)
        chosen = get(site, unescape(address)).text
        assert 'name="entity" value="Norhydra"' in chosen
        assert 'name="since" value="2024-01-01"' in chosen


def test_changes_of_an_event_are_those_of_its_statements(site: Datasette, path: Path) -> None:
    with snapshot(path) as connection:
        (key,) = connection.execute(_COPIED_EVENT).fetchone()
        found = events.event(connection, key)
    assert found is not None
    rows = jsonl(get(site, f"/-/export/changes.jsonl?since=1900-01-01&event={key}&all=1").text)
    assert {row["statement"] for row in rows if row["what"] == "new"} == {one.key for one in found.statements}
    page = unescape(get(site, f"/-/changes?since=1900-01-01&event={key}&all=1").text)
    assert f"Changes since 1 January 1900 about {found.headline.words}" in page


def test_changes_are_narrowed_to_a_name_and_an_outlet(path: Path) -> None:
    with snapshot(path) as connection:
        (key,) = connection.execute("SELECT key FROM entities WHERE name = 'Norhydra'").fetchone()
        everything, own = (
            news.news(connection, "1900-01-01", limit=-1, about=queries.Filters(entity=of)) for of in (None, key)
        )
        about = {one.key for one in queries.statements(connection, queries.Filters(entity=key), 10_000)}
        assert own == [one for one in everything if {one.statement, one.other} & about]
        newest = news.news(connection, "1900-01-01", what=news.What.NEW, limit=7)
        every = news.news(connection, "1900-01-01", what=news.What.NEW, limit=-1)
        assert [one.day for one in newest] == [one.day for one in every[:7]]
        assert set(newest) <= set(every)


def test_changes_that_one_article_has_are_counted_and_left_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"since": "1900-01-01"}
    with snapshot(path) as connection:
        for given in (asked, {**asked, "outlet": "Velmar Herald"}):
            about = queries.Filters(outlet=given.get("outlet"))
            every = news.news(connection, "1900-01-01", limit=-1, about=about)
            found = timeline_pages.read_changes(connection, given)
            assert sorted(found.rows, key=repr) == sorted((one for one in every if not one.background), key=repr)
            assert found.left_out == sum(one.background for one in every) > 1
        monkeypatch.setattr(timeline_pages, "MAX_LEFT_OUT", 1)
        assert 1 < timeline_pages.read_changes(connection, asked).left_out < 100, "of 250 no more are counted"


def test_an_event_shows_its_wordings_by_outlet_and_counts_copies_once(site: Datasette, path: Path) -> None:
    with snapshot(path) as connection:
        (key,) = connection.execute(_COPIED_EVENT).fetchone()
        found = events.event(connection, key)
    assert found is not None
    page = unescape(get(site, f"/-/event/{key}").text)
    assert found.articles > found.copy_clusters
    assert "(counted once)" in page
    for outlet, _ in found.wordings:
        assert outlet in page
    for statement in found.statements:
        assert statement.standing in page
        assert f"/-/statement/{statement.key}" in page
    assert get(site, "/-/event/v0000000000000000").status_code == 404


_COPIED_EVENT = """
SELECT c.event FROM claims AS c JOIN articles AS a ON a.id = c.article WHERE c.event IS NOT NULL GROUP BY c.event
HAVING COUNT(DISTINCT a.id) > COUNT(DISTINCT a.copy_cluster) ORDER BY COUNT(*) DESC, c.event LIMIT 1
"""


def test_a_reader_is_offered_nothing_that_is_forbidden(path: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copy(path, tmp_path / "floods.db"))
    add(copied, "rea", Role.READER, PASSWORD)
    with served(copied) as guarded:
        get(guarded, "/-/login")
        cookies = {"ds_actor": session(guarded, "rea")}
        offered = dict[str, str]()
        for place in (
            "/",
            "/-/search?text=dam",
            "/-/changes",
            "/floods",
            "/floods/claims",
            "/floods/claims/1",
            "/nowhere",
        ):
            page = send(guarded, "GET", place, cookies=cookies).text
            for href in re.findall(r'href="(/[^"#]*)"', page):
                offered.setdefault(re.sub(r"\d+|[a-z][0-9a-f]{16}|=[^&]*", "", href), unescape(href))
        answers = {href: send(guarded, "GET", href, cookies=cookies).status_code for href in offered.values()}
    assert [href for href, status in answers.items() if status >= 400] == []
    assert len(answers) > 30


def test_every_page_and_every_error_has_the_same_navigation(site: Datasette) -> None:
    def navigation(page: str) -> str:
        start = page.index('<nav aria-label="Main">')
        return page[start : page.index("</nav>", start)].replace(' aria-current="page"', "")

    first = navigation(get(site, "/").text)
    assert "Search" in first
    for place in (
        "/-/search",
        "/floods",
        "/floods/claims",
        "/floods/claims/1",
        "/floods/sources",
        "/floods/none",
        "/-/statement/f0000000000000000",
    ):
        page = get(site, place)
        assert navigation(page.text) == first, place
        assert "Log in" not in page.text


def test_the_path_to_a_row_says_which_name_is_the_database(site: Datasette) -> None:
    (path,) = re.findall(r'<p class="crumbs">(.*?)</p>', get(site, "/floods/claims/1").text)
    assert re.findall(r'href="([^"]+)">([^<]+)', path) == [
        ("/", "home"), ("/floods", "database floods"), ("/floods/claims", "claims"),
    ]  # fmt: skip


def test_most_quoted_counts_all_names_of_a_source(site: Datasette) -> None:
    """On the start page and in the saved query, and as many as the search that they lead to finds."""
    start = get(site, "/").text
    (listed,) = re.findall(r"<h2>Most quoted</h2>(.*?)</ul>", start, re.DOTALL)
    found = re.findall(r'href="([^"]+)"[^>]*>(.*?)</a> <span>([\d,]+)', listed)
    assert len(found) > 4
    query = {row["said_by"]: row["claims"] for row in get(site, "/floods/sources.json?_shape=array").json()}
    for link, name, count in found:
        searched = get(site, unescape(link)).text
        assert re.findall(r'aria-current="page">\w+ <span class="n">([\d,]+)', searched) == [count]
        assert query[re.sub("<[^>]+>", "", unescape(name))] == int(count)
