"""Case folders: what is in one follows from its log, what is new is told, and the pages show, export and change it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.cases import case_contents, folders
from db.cases.folders import Kind
from db.check import check
from db.connection import snapshot, transaction
from db.reviews import deciding
from db.reviews.decisions import RefusedError, Seen
from db.sqlite import Connection, sqlite3
from db.store import Store
from tests.browsing import RUN, make
from tests.doors import look, post, staffed
from tests.records import HARBOUR, harbour

if TYPE_CHECKING:
    from datasette.app import Datasette


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "floods.db")


@pytest.fixture
def site(path: Path) -> Iterator[Datasette]:
    with staffed(path) as datasette:
        yield datasette


def first(connection: Connection, kind: Kind) -> str:
    table = {Kind.ENTITY: "entities"}.get(kind, f"{kind}s")
    return str(connection.execute(f"SELECT key FROM {table} ORDER BY id LIMIT 1").fetchone()[0])


def test_a_folder_is_what_its_log_says_and_each_entry_can_be_undone(path: Path) -> None:
    with transaction(path) as connection:
        key = folders.create(connection, "  The   harbour ", "ada")
        numbers = {
            kind: folders.add(connection, key, kind, first(connection, kind), f"a {kind}", "ben")
            for kind in Kind if kind is not Kind.SEARCH
        }  # fmt: skip
        folders.add(connection, key, Kind.SEARCH, "/-/statements?text=port", "ports", "ben")
        claim = first(connection, Kind.CLAIM)
        noted = folders.note(connection, key, "ask the mayor", "ada", Kind.CLAIM, claim)
        folder = folders.read_folder(connection, key)
        assert (folder.name, [item.kind for item in folder.items]) == ("The harbour", list(Kind))
        assert {item.item: item.note for item in folder.items}[claim] == "ask the mayor"
        with pytest.raises(RefusedError, match="already in"):
            folders.add(connection, key, Kind.CLAIM, claim, "again", "ben")
        folders.undo(connection, noted, "ada")
        folders.remove(connection, key, Kind.CLAIM, claim, "ada")
        folders.undo(connection, numbers[Kind.ENTITY], "ben")
        kinds = {item.kind for item in folders.read_folder(connection, key).items}
        assert kinds == {Kind.STATEMENT, Kind.ARTICLE, Kind.SEARCH}
        closed = folders.close(connection, key, "ada")
        assert folders.folders(connection)[0].closed
        folders.undo(connection, closed, "ada")
        assert not folders.folders(connection)[0].closed
        with pytest.raises(RefusedError, match="already undone"):
            folders.undo(connection, closed, "ada")
        with pytest.raises(RefusedError, match="cannot be undone"):
            folders.undo(connection, folders.history(connection, key)[0].id, "ada")
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            connection.execute("DELETE FROM case_entries")
    assert check(path) == []


@pytest.mark.parametrize("item", ["//evil.example/x", "https://evil.example", "/\\evil.example", "/-/a\u202eb"])
def test_a_search_leads_to_this_server_only(path: Path, item: str) -> None:
    with transaction(path) as connection:
        key = folders.create(connection, "x", "ada")
        with pytest.raises(RefusedError, match="address of this server"):
            folders.add(connection, key, Kind.SEARCH, item, "", "ada")


#: What is new in the first two; nothing of the others is, for all their filters hold.
SEARCHES = (
    "/-/search?text=ships",
    "/-/search?tab=statements&status=accepted",
    "/-/statements?text=ships&outlet=Nobody",
    "/-/search?text=ships&until=1990",
    "/-/search?text=ships&status=accepted",
    "/-/search?text=ships&confidence=1",
    "/-/search?text=ships&standing=disputed",
    "/-/search?text=ships&source=Nobody",
    "/-/contradictions?status=open",
    "/-/search?entity=e0000000000000000",
)


def test_what_came_since_is_new_and_nothing_else(path: Path) -> None:
    with transaction(path) as connection:
        key = folders.create(connection, "The harbour", "ada")
        statement = connection.execute("SELECT key FROM statements ORDER BY claims DESC, key LIMIT 1").fetchone()[0]
        (entity,) = connection.execute(
            "SELECT e.key FROM entities e JOIN claims c ON c.subject_who = e.id LIMIT 1"
        ).fetchone()
        claim = first(connection, Kind.CLAIM)
        folders.add(connection, key, Kind.STATEMENT, statement, "", "ada")
        folders.add(connection, key, Kind.ENTITY, entity, "", "ada")
        folders.add(connection, key, Kind.CLAIM, claim, "", "ada")
        for search in SEARCHES:
            folders.add(connection, key, Kind.SEARCH, search, "", "ada")
        connection.execute("UPDATE articles SET added = '2000-01-01T00:00:00+00:00'")

    def news() -> list[int]:
        with snapshot(path) as connection:
            folder = folders.read_folder(connection, key)
            return [one.new for one in case_contents.shown(connection, folder, "2001-01-01")]

    assert news() == [0] * (3 + len(SEARCHES))
    with transaction(path) as connection:
        deciding.accept(connection, [Seen(claim, 0)], "ben")
    with Store.open(path) as store:
        store.begin_run(RUN)
        store.add(harbour("later.txt", HARBOUR + "It rained later.\n"))
        store.finish_run()
    _, about, decided, ships, accepted, *none = news()
    assert (decided, accepted) == (1, 1)
    assert about > 0
    assert ships > 0
    assert none == [0] * len(none)
    with staffed(path) as site:
        page = look(site, f"/-/case/{key}?since=2001-01-01", "ben").text
        links = [unescape(link) for link in re.findall(r'<strong class="new"><a href="([^"]+)"', page)]
        listed = [look(site, link, "ben").text.count('<p class="says">') for link in dict.fromkeys(links)]
    assert listed == [about, ships, accepted]


def test_readers_see_cases_and_reviewers_change_them(site: Datasette, path: Path) -> None:
    with snapshot(path) as connection:
        claim, statement = first(connection, Kind.CLAIM), first(connection, Kind.STATEMENT)
    add: dict[str, Any] = {"kind": "claim", "item": claim, "words": "=1+1"}
    made = post(site, "/-/cases/change.json", {"action": "create", "name": "<b>Harbour</b>", **add}, "ben").json()
    key = made["folder"]
    assert post(site, "/-/cases/change.json", {"action": "close", "folder": key}, "cem").status_code == 403
    more = {"action": "add", "folder": key, "kind": "statement", "item": statement, "words": "it"}
    assert post(site, "/-/cases/change.json", more, "ada").status_code == 200
    page = look(site, f"/-/case/{key}", "cem").text
    assert "&lt;b&gt;Harbour&lt;/b&gt;" in page
    assert "data-change" not in page
    assert "Add search" in look(site, f"/-/case/{key}", "ben").text
    rows = list(csv.DictReader(io.StringIO(look(site, f"/-/case/{key}.csv", "cem").content.decode("utf-8-sig"))))
    lines = [json.loads(line) for line in look(site, f"/-/case/{key}.jsonl", "cem").text.splitlines()]
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert {claim, statement} <= {line["id"] for line in lines}
    assert all(line["link"].startswith("http://") for line in lines)
    with snapshot(path) as connection:
        number = next(one.id for one in folders.history(connection, key) if one.kind is Kind.STATEMENT)
    undo = {"action": "undo", "number": number}
    assert "Only ada or an administrator" in post(site, "/-/cases/change.json", undo, "ben").json()["error"]
    assert post(site, "/-/cases/change.json", undo, "ada").status_code == 200
    listed = look(site, f"/-/cases.json?kind=claim&item={claim}", "ben").json()["folders"]
    assert [(one["items"], one["holds"]) for one in listed] == [(1, True)]
    assert look(site, "/-/case/k0000000000000000", "ben").status_code == 404
