"""Whatever an address asks of a table: an answer within the time, or a refusal in words; nothing is printed."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from benchmarks import madeup
from db.serving import SETTINGS
from db.sqlite import sqlite3
from db.store import Store
from db.user_accounts import Role, add
from db.web.auth.access import MAX_FACETS
from db.web.http import query_limits
from db.web.tables import csv_export
from tests.browsing import make, served
from tests.doors import PASSWORD, Server, look, post, server

#: Rows of a table that has several pages of them.
MANY = 1200
#: Seconds beside the time that a query may take.
SLACK = 10.0


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with more rows than a page has."""
    path = tmp_path_factory.mktemp("many") / "floods.db"
    madeup.make(path, MANY)
    return path


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with server(make(tmp_path_factory.mktemp("small") / "floods.db")) as started:
        yield started


@pytest.fixture(scope="module")
def large(path: Path) -> Iterator[Server]:
    with server(path) as started:
        yield started


@pytest.fixture(scope="module")
def client(large: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=large.url, timeout=60) as client:
        yield client


def ask(client: httpx.Client, address: str, method: str = "GET") -> httpx.Response:
    """The answer to an address as it stands."""
    return client.request(method, client.base_url.copy_with(raw_path=address.encode()))


NOPE = quote('{"table":"nope","column":"a","value":"1"}')
PARAMETERS = (
    "_sort=nope", "_sort_desc=nope", "_sort=id&_sort_desc=id", "_sort_by_desc=1&_sort=nope", "_sort=claim;",
    "_through=x", "_through={}", "_through=[1]", "_through=null", "_through=" + NOPE,
    "_through=" + quote('{"table":1,"column":2,"value":3}'), "_next=x", "_next=~00", "_next=1,2,3", "_next=%ff",
    "_sort=claim&_next=x", "_facet=nope", "_facet_array=nope", "_facet_date=nope", "_facet_size=x", "_facet={}",
    "_facet=" + quote('{"a":1}'), "_facet=" + quote('{"simple":1}'), "_facet=[]", "_facet=status&_facet={}",
    "_size=x", "_size=-1", f"_size={'9' * 30}", "_col=nope", "_nocol=nope", "_where=(((", "_where=nope=1",
    "_search=%00", "_search=%ff", "_searchmode=raw&_search=(((", "_searchmode=raw&_search=NOT", "_search_nope=x",
    "_shape=nope", "_json=x", "_json_infinity=x", "_ttl=x", "_labels=x", "_timelimit=x", "id__nope=1", "id__in=[",
    "id__in=" + quote("[1,{}]"), "id__arraycontains=x", "qualifiers__arraycontains=x", f"id__gt={'9' * 50}",
    "_filter_column=nope&_filter_op=exact&_filter_value=1", "_filter_column=id&_filter_op=nope&_filter_value=1",
    "%", "%zz=%zz", "%ff=%fe", "=&=&=", "a" * 9000, "&".join(["id=1"] * 1500),
    "_fts_table=nope&_search=x", "_fts_table=claims_fts&_fts_pk=nope&_search=x", "_stream=1", "_extra=nope",
)  # fmt: skip
PAGES = (
    "/floods/claims?{}", "/floods/claims.json?{}", "/floods/claims.csv?{}", "/floods/claims_readable?{}",
    "/floods/claims_fts.json?{}", "/floods/stated_as_fact?{}", "/floods/who_says_what.csv?{}", "/floods/claims/1?{}",
    "/floods?{}",
)  # fmt: skip
ADDRESSES = (
    "/%", "/%zz", "/%ff", "/floods/%ff", "/floods/~", "/floods/~zz", "/floods/claims/~zz", "/~00", "/floods/claims/x",
    "/floods/claims/1,2", "/floods/claims/1.blob", "/floods/claims/1.blob?_blob_column=nope", "/floods/nope.json",
    "/nope.json", "/floods.csv", "/floods.csv?sql=select+nope", "/floods.json?sql=select+1;select+2", "/floods?sql=",
    "/floods.json?sql=select+:x", "/floods?sql=select", f"/floods?sql={'select+1+union+all+' * 800}select+1",
    "/-/allow-debug?actor={&allow={", "/-/auth-token?token=x", "/floods/claims/1.csv", "/floods/claims.nope",
    "/floods/claims.jsono", "/floods/sqlite_master", "/floods/claims_fts_data", "/floods/claims_fts_config.csv",
    "/-/static/%ff", "/-/login?next=" + "x" * 9000, "/floods/nope.csv", "/nope/claims.csv", "/_memory/x.csv",
)  # fmt: skip


def refused(answer: httpx.Response, address: str, folder: Path) -> None:
    """Not above 499, and in words without anything of the program or its place."""
    assert answer.status_code < 500, (address, answer.status_code, answer.text[-500:])
    for word in ("Traceback", "site-packages", str(folder), "conn=<"):
        assert word not in answer.text, address
    if answer.status_code >= 400:
        assert len(answer.text.strip()) > 10, address


@pytest.mark.parametrize("page", PAGES)
def test_no_parameter_breaks_a_page_or_prints_anything(page: str, small: Server) -> None:
    with httpx.Client(base_url=small.url, timeout=60) as client:
        for parameter in PARAMETERS:
            address = page.format(parameter)
            refused(ask(client, address), address, small.said.parent)
            if ".json" in page:
                assert ask(client, address, "HEAD").status_code < 500, address
    assert small.said.read_text() == ""


def test_no_address_breaks_the_server_or_prints_anything(small: Server) -> None:
    with httpx.Client(base_url=small.url, timeout=60) as client:
        for address in ADDRESSES:
            refused(ask(client, address), address, small.said.parent)
    assert small.said.read_text() == ""


@pytest.mark.parametrize(
    "parameter", ["_sort=nope", "_through={}", "_facet={}", "id__in=[", "_searchmode=raw&_search=((("]
)
def test_a_bad_parameter_is_a_bad_request(parameter: str, client: httpx.Client) -> None:
    for ending in ("", ".json", ".csv"):
        if "_facet" not in parameter or ending != ".csv":  # nothing is counted for a CSV
            assert client.get(f"/floods/claims{ending}?{parameter}").status_code == 400, ending


POSTED = (
    "/floods/claims", "/floods/claims.json", "/floods/claims.csv", "/floods/claims/1", "/floods/claims_readable",
    "/floods/claims_fts", "/floods/stated_as_fact", "/floods/nope", "/floods", "/floods.json", "/nope", "/",
    "/-/metadata", "/-/actor.json", "/-/statements", "/-/article/1", "/-/nope",
)  # fmt: skip


@pytest.mark.parametrize("address", POSTED)
def test_a_post_to_what_only_shows_is_refused_in_words(address: str, small: Server) -> None:
    with httpx.Client(base_url=small.url, timeout=60) as client:
        held = client.get("/-/review/counts.json").json()["token"]
        json_ = client.post(address, json={"subject": "x"}, headers={"x-csrftoken": held})
        form = client.post(address, data={"csrftoken": held, "subject": "x", "sql": "delete from claims"})
    for answer in (json_, form):
        refused(answer, address, small.said.parent)
        assert answer.status_code in (403, 404, 405), (address, answer.status_code)
    assert small.said.read_text() == ""


# Time


def test_nobody_asks_for_hundreds_of_facets_at_once(small: Server) -> None:
    with httpx.Client(base_url=small.url, timeout=60) as client:
        for name in ("_facet", "%5Ffacet", "_facet_date", "_facet_array"):
            for page in ("/floods/claims", "/floods/claims.json", "/floods/claims.csv"):
                answer = ask(client, f"{page}?{'&'.join([f'{name}=claim'] * (MAX_FACETS + 1))}")
                assert (answer.status_code, str(MAX_FACETS) in answer.text) == (400, True)
        began = time.monotonic()
        most = ask(client, f"/floods/claims?{'&'.join(['_facet=claim'] * MAX_FACETS)}")
        assert (most.status_code, time.monotonic() - began < 10) == (200, True)
    assert small.said.read_text() == ""


DEAR = (
    "_search=" + quote(" ".join(["the"] * 3000)), "_search=" + quote('"' + " ".join(["the"] * 3000) + '"'),
    "_searchmode=raw&_search=" + quote(" OR ".join(["t*"] * 2000)),
    "_searchmode=raw&_search=" + quote("NEAR(" + " ".join(["t*"] * 2000) + ", 100000)"),
    "_searchmode=raw&_nocount=1&_sort=object&_search=" + quote(" ".join(["a*", "b*", "c*", "t*"] * 600)),
    "claim__like=" + quote("%a" * 3000), "claim__glob=" + quote("*a" * 3000), "claim__contains=" + quote("%_" * 3000),
    "_where=" + quote("exists(select 1 from claims a, claims b, claims c where a.id + b.id + c.id = -1)"),
    "_where=" + quote("id in (with recursive n(i) as (select 1 union all select i+1 from n) select i from n)"),
    "_nocount=1&_where=" + quote("length(hex(zeroblob(100000000))) + id < 0"),
    "&".join(f"_facet={name}" for name in ("claim", "subject", "relation", "object", "key", "factuality", "polarity")),
    "_facet_array=subject_spans&_facet_date=claim&_size=max&_labels=on",
)  # fmt: skip


@pytest.mark.parametrize("number", range(len(DEAR)))
def test_a_query_that_costs_too_much_ends_in_time(number: int, client: httpx.Client, large: Server) -> None:
    page = ("/floods/claims", "/floods/claims.json", "/floods/claims.csv")[number % 3]
    began = time.monotonic()
    answer = client.get(f"{page}?{DEAR[number]}")
    assert time.monotonic() - began < 2 * SETTINGS["sql_time_limit_ms"] / 1000 + SLACK  # its rows, and their number
    refused(answer, page, large.said.parent)
    assert large.said.read_text() == ""


def test_our_own_pages_end_in_time_too(path: Path) -> None:
    """With no time at all, of which every one of them needs some."""
    with served(path) as site:
        assert look(site, "/").status_code == 200
        query_limits.limit_time(site.get_database("floods"), 0)
        for page in (
            "/-/statements?text=a",
            "/-/entities?text=a",
            "/-/article/1",
            "/-/review/next.json",
            "/-/review/progress",
        ):
            answer = look(site, page)
            assert answer.status_code == 400, page
            assert "stopped after 3 seconds" in answer.text, page


# Saving a table


def saved(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def asked(path: Path, query: str) -> list[Any]:
    connection = sqlite3.connect(path)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


SAVED = (
    ("/floods/claims.csv", "SELECT id FROM claims ORDER BY id"),
    ("/floods/claims.csv?_sort_desc=object&_labels=on&_size=max", "SELECT id FROM claims ORDER BY object DESC"),
    ("/floods/claims.csv?_sort_desc=confidence&_next=0.5,7", "SELECT id FROM claims ORDER BY confidence DESC"),
    (
        "/floods/claims.csv?relation__contains=o&_facet=status&_size=5",
        "SELECT id FROM claims WHERE relation LIKE '%o%'",
    ),
    ("/floods/claims.csv?_where=id%3E500", "SELECT id FROM claims WHERE id > 500"),
    ("/floods/claims_readable.csv", "SELECT id FROM claims_readable"),
)


@pytest.mark.parametrize(("address", "query"), SAVED)
def test_a_table_s_csv_has_all_rows_once_in_order(address: str, query: str, client: httpx.Client, path: Path) -> None:
    answer = client.get(address)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment;")
    rows, wanted = [int(row["id"]) for row in saved(answer.text)], [row[0] for row in asked(path, query)]
    assert len(rows) == len(wanted) > 100
    assert sorted(rows) == sorted(wanted)
    if "_sort" not in address and "readable" not in address:
        assert rows == wanted


def test_cells_that_a_spreadsheet_would_run_are_escaped_and_named(tmp_path: Path) -> None:
    path = make(tmp_path / "floods.db")
    with Store.open(path) as store, store.transaction():
        store.connection.execute("UPDATE articles SET title = '=HYPERLINK(\"http://x\")', outlet = '@x' WHERE id = 1")
    with served(path) as site:
        (row, *_) = saved(look(site, "/floods/articles.csv?id=1").text)
    assert row["title"] == '\'=HYPERLINK("http://x")'
    assert row["escaped"] == "title outlet"


def test_the_page_says_what_its_csv_is_and_offers_no_other(client: httpx.Client) -> None:
    for page in ("/floods/claims", "/floods/claims_readable?_sort_desc=id"):
        if "readable" in page:
            page = "/floods/articles"
        text = client.get(page).text
        assert "CSV</a> (all rows; cells that a spreadsheet would run as a formula start with &#39;)" in text or (
            "CSV</a> (all rows; cells that a spreadsheet would run as a formula start with ')" in text
        )
        assert "Export CSV" not in text
        assert "stream all rows" not in text
        assert "newline-delimited" in text


def test_a_csv_is_for_those_who_may_see_the_page(tmp_path: Path) -> None:
    path = make(tmp_path / "floods.db")
    for name, role in (("ada", Role.ADMINISTRATOR), ("cem", Role.READER)):
        add(path, name, role, PASSWORD)
    with served(path) as site:
        assert look(site, "/floods/claims.csv").status_code == 403
        assert look(site, "/floods/claims.csv", "cem").status_code == 200
        assert look(site, "/floods/claims.csv?_where=1", "cem").status_code == 403
        assert look(site, "/floods/claims.csv?_where=1", "ada").status_code == 200
        assert post(site, "/floods/claims.csv", {}, "ada").status_code == 405


def test_one_table_is_saved_at_a_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(path) as site:
        monkeypatch.setattr(csv_export, "_running", {object()})
        answer = look(site, "/floods/claims.csv")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
        assert "Try again" in answer.text
        monkeypatch.setattr(csv_export, "_running", set())
        assert look(site, "/floods/claims.csv").status_code == 200
        assert not csv_export._running
