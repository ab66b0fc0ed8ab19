"""The schema's history: any version becomes the newest one, whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils

from db import migrations
from db.check import check
from db.connection import reader, writer
from db.migrations import APPLICATION_ID, LATEST, STEPS, migrate, sources_by_full_name
from db.scripts import statements
from db.sqlite import Connection, sqlite3
from db.store import RunInfo, Store
from extract.extractor import Extractor, plain_article
from tests.conftest import ROOT
from tests.records import harbour

RUN = RunInfo("1.0", "model", "3.8.0")


@pytest.fixture
def empty() -> Iterator[Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


def schema(connection: Connection) -> list[tuple[str, ...]]:
    return connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()


def version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_new_database_is_marked_as_ours_and_of_the_newest_version(tmp_path: Path) -> None:
    with closing(writer(tmp_path / "claims.db")) as connection:
        assert version(connection) == LATEST == len(STEPS)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA busy_timeout").fetchone() == (30000,)


@pytest.mark.parametrize("start", range(0, LATEST, 5))
def test_any_version_becomes_what_a_new_database_is(start: int, empty: Connection, tmp_path: Path) -> None:
    migrate(empty, to=start)
    assert version(empty) == start
    migrate(empty)
    with closing(writer(tmp_path / "claims.db")) as new:
        assert schema(empty) == schema(new)
        assert version(empty) == version(new)


#: Former and present names of columns.
RENAMED = {"publisher": "outlet"}


def copy(connection: Connection, table: str) -> None:
    """Fills a table of an older version from the attached newer one, as far as both have the columns."""
    names = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
    old, new = (", ".join(f'"{name}"' for name in some) for some in (names, [RENAMED.get(n, n) for n in names]))
    connection.execute(f"INSERT INTO main.{table} ({old}) SELECT {new} FROM new.{table}")


def test_what_was_stored_before_search_is_found_after_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new.db") as store:
        store.begin_run(RUN)
        store.add(harbour())
        store.finish_run()
    path = tmp_path / "claims.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        migrate(old, to=1)
        old.execute("ATTACH ? AS new", (str(tmp_path / "new.db"),))
        for table in ("runs", "articles", "blocks", "sentences", "claims", "qualifiers", "quantities"):
            copy(old, table)
    with closing(reader(path)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM claims_fts WHERE claims_fts MATCH 'harbours'").fetchone() == (
            1,
        )
    assert check(path) == []


#: What a database of version 14 and one of today both hold: the query of each.
SAME = {
    "statements": (
        # (what no article states in its own voice is attributed, not current)
        "SELECT key, subject, relation, object, "
        "CASE WHEN state = 'current' AND asserted = 0 THEN 'attributed' ELSE state END, "
        "claims, articles, stories, publishers, asserted, reported, "
        "planned, denied, doubted, first_seen, last_seen FROM facts ORDER BY key",
        "SELECT key, subject, relation, object, standing, claims, articles, copy_clusters, outlets, asserted, "
        "reported, planned, denied, doubted, first_seen, last_seen FROM statements ORDER BY key",
    ),
    "claims": (
        "SELECT c.key, c.claim, c.status, c.version, c.origin, f.key FROM claims c LEFT JOIN facts f ON f.id = c.fact "
        "ORDER BY c.article, c.key",
        "SELECT c.key, c.claim, c.status, c.version, c.origin, s.key FROM claims c LEFT JOIN statements s "
        "ON s.id = c.statement ORDER BY c.article, c.key",
    ),
    "stances": (
        "SELECT claim, f.key, c.standing, story, publisher FROM fact_claims c JOIN facts f ON f.id = c.fact ORDER BY 1",
        "SELECT claim, s.key, stance, copy_cluster, outlet FROM statement_claims c "
        "JOIN statements s ON s.id = c.statement ORDER BY 1",
    ),
    "contradictions": (
        "SELECT c.key, kind, rule, why, dispute, status, l.key, r.key FROM contradictions c "
        "JOIN facts l ON l.id = left_fact JOIN facts r ON r.id = right_fact ORDER BY 1",
        "SELECT c.key, kind, rule, why, between_sources, status, l.key, r.key FROM contradictions c "
        "JOIN statements l ON l.id = left_statement JOIN statements r ON r.id = right_statement ORDER BY 1",
    ),
    "articles": (
        "SELECT key, publisher, story FROM articles ORDER BY key",
        "SELECT key, outlet, copy_cluster FROM articles ORDER BY key",
    ),
    "links": ("SELECT * FROM story_links", "SELECT * FROM copy_links"),
    **{
        table: (f"SELECT * FROM {table} ORDER BY id",) * 2
        for table in ("reviews", "review_items", "entity_judgements", "contradiction_reviews", "log_hashes")
    },
    "entities": ("SELECT key, name, type, normal, bound, country, mentions, articles FROM entities ORDER BY key",) * 2,
}


#: "Ferry sinks off" and "The ferry Aurelia sank off Tarnholm" are one statement by the rules of today, and
#: "Harbour master denies warning", which nobody reviewed, has another key. So has "Holt resigned", since staying is its
#: opposite now; that it was edited is kept.
JOINED = {
    *("f59382547c16513ed", "fda1c3c0c2af2ed92", "fc4948f40e9f784f9", "f67e94562be93e228"),
    *("f655f0202017d605c", "f4d99881999346763"),
}


def others(rows: Iterable[Iterable[object]]) -> list[Iterable[object]]:
    """The rows that are not of `JOINED`."""
    return [row for row in rows if JOINED.isdisjoint(row)]


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A database of version 14: three articles, two of them copies, with reviews, judgements and verdicts."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript((ROOT / "tests" / "databases" / "version14.sql").read_text("utf-8"))
    return path


def test_a_reviewed_database_of_facts_and_publishers_keeps_everything(reviewed: Path) -> None:
    with closing(sqlite3.connect(reviewed)) as old:
        before = {name: others(old.execute(query)) for name, (query, _) in SAME.items()}
    assert all(before.values())
    with closing(writer(reviewed)) as connection:
        assert version(connection) == LATEST
        assert {name: others(connection.execute(query)) for name, (_, query) in SAME.items()} == before
        edited = "SELECT status FROM claims WHERE claim = 'Holt · resigned'"
        assert connection.execute(edited).fetchall() == [("edited",)]
    assert check(reviewed) == []


def test_sources_are_looked_for_anew_in_a_database_of_former_rules(tmp_path: Path, extractor: Extractor) -> None:
    query = "SELECT claim, source_who, (SELECT key FROM statements AS s WHERE s.id = statement) FROM claims ORDER BY 1"
    article = plain_article("Senator Ada Holt of Varno said that the council had shut the pier.", "2024-03-12")
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        store.add(extractor.extract(article))
        store.finish_run()
        before = store.connection.execute(query).fetchall()
    assert any(who for _, who, _ in before)
    with closing(sqlite3.connect(tmp_path / "claims.db")) as old, old:
        old.execute("UPDATE claims SET source_who = NULL")
        old.execute(f"PRAGMA user_version = {STEPS.index(sources_by_full_name)}")
    with closing(writer(tmp_path / "claims.db")) as connection:
        assert connection.execute(query).fetchall() == before
    assert check(tmp_path / "claims.db") == []


def test_views_of_users_survive_the_renaming(reviewed: Path) -> None:
    views = {
        "mine": "CREATE VIEW mine AS SELECT headline FROM claims_readable",
        "of_facts": "CREATE VIEW of_facts AS SELECT f.story FROM (SELECT story FROM articles) AS f",
        "broken": "CREATE VIEW broken AS SELECT x FROM gone",
    }
    with closing(sqlite3.connect(reviewed, isolation_level=None)) as old:
        for sql in views.values():
            old.execute(sql)
        old.execute("CREATE TRIGGER on_mine INSTEAD OF INSERT ON mine BEGIN SELECT 1; END")
    with closing(writer(reviewed)) as connection:
        kept = dict(
            connection.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchall()
        )
        assert views.items() <= kept.items()
        assert {"on_mine", "copy_clusters"} <= kept.keys()
        assert "stories" not in kept
        assert connection.execute("SELECT COUNT(*) FROM mine").fetchone() > (0,)


def test_steps_that_fail_leave_the_version_before(empty: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate(empty)
    before = schema(empty)

    def works(connection: Connection) -> None:
        connection.execute("CREATE TABLE half (id INTEGER)")

    def breaks(connection: Connection) -> None:
        raise sqlite3.OperationalError("no")

    monkeypatch.setattr(migrations, "STEPS", [*STEPS, works, breaks])
    with pytest.raises(sqlite3.OperationalError):
        migrate(empty)
    assert version(empty) == LATEST
    assert schema(empty) == before


def test_views_follow_the_program_and_a_users_own_stay(tmp_path: Path) -> None:
    with closing(writer(tmp_path / "claims.db")) as connection:
        right = schema(connection)
        connection.execute("DROP VIEW asserted")
        connection.execute("CREATE VIEW asserted AS SELECT 1 AS old")
        connection.execute("CREATE VIEW my_own AS SELECT 2 AS mine")
    with closing(writer(tmp_path / "claims.db")) as connection:
        assert [row for row in schema(connection) if row[1] != "my_own"] == right
        assert connection.execute("SELECT mine FROM my_own").fetchone() == (2,)


def test_a_database_that_is_up_to_date_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    writer(path).close()
    before = path.read_bytes()
    writer(path).close()
    reader(path).close()
    assert path.read_bytes() == before


OPEN = "import sys; sys.path.insert(0, sys.argv[2]); from db.connection import writer; writer(sys.argv[1]).close()"


def test_several_processes_may_make_it_at_once(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    processes = [subprocess.Popen([sys.executable, "-c", OPEN, path, ROOT]) for _ in range(6)]
    assert [process.wait(timeout=60) for process in processes] == [0] * 6
    assert check(path) == []


def test_sqlite_utils_finds_the_search_tables_and_the_references(tmp_path: Path) -> None:
    with closing(writer(tmp_path / "claims.db")) as connection:
        database = sqlite_utils.Database(connection)
        assert database["claims"].detect_fts() == "claims_fts"
        assert database["sentences"].detect_fts() == "sentences_fts"
        keys = {(key.column, key.other_table) for key in database["claims"].foreign_keys}
        assert keys >= {
            ("sentence", "sentences"),
            ("article", "articles"),
            ("run", "runs"),
            ("subject_who", "entities"),
        }


def test_scripts_are_cut_at_statements_and_triggers_stay_whole() -> None:
    script = "-- a; b\nCREATE TABLE a (x);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  SELECT 1;\n  SELECT 2;\nEND;\n"
    assert [s.split()[-1] for s in statements(script)] == ["(x);", "END;"]
