"""Databases that cannot be used: each is said in one clear sentence, and nothing is harmed."""

from __future__ import annotations

import os
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.check import check
from db.connection import reader, snapshot, transaction, writer
from db.migrations import LATEST
from db.sqlite import sqlite3
from db.store import RunInfo, Store
from db.web import prepare_connection
from extract import errors
from tests.conftest import ROOT
from tests.records import harbour

RUN = RunInfo("1.0", "model", "3.8.0")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with an article in it."""
    fill(tmp_path / "claims.db")
    return tmp_path / "claims.db"


def fill(path: Path, articles: int = 1) -> None:
    with Store.open(path) as store:
        store.begin_run(RUN)
        add(store, articles)
        store.finish_run()


def add(store: Store, articles: int) -> None:
    for number in range(articles):
        store.add(harbour(f"{number}.txt"))


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")


def foreign_by_mark(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 1196444487")  # GeoPackage


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {LATEST + 1}")


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_to_the_header(path: Path) -> None:
    os.truncate(path, 5000)


def something_else(path: Path) -> None:
    path.write_text("A shopping list, and no database at all. " * 100)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


UNUSABLE = [
    (foreign, errors.ForeignDatabaseError, "made by another program"),
    (foreign_by_mark, errors.ForeignDatabaseError, "made by another program"),
    (newer, errors.NewerDatabaseError, "newer version of extract"),
    (cut_short, errors.CorruptDatabaseError, "is damaged"),
    (cut_to_the_header, errors.CorruptDatabaseError, "is damaged"),
    (something_else, errors.ForeignDatabaseError, "is not a database"),
    (a_folder, errors.InputError, "is a folder"),
]


@pytest.mark.parametrize("connect", [writer, reader])
@pytest.mark.parametrize(("spoil", "error", "words"), UNUSABLE, ids=[case[0].__name__ for case in UNUSABLE])
def test_what_is_no_database_of_ours_is_refused_and_left_alone(path, spoil, error, words, connect) -> None:
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error, match=words) as caught:
        connect(path)
    assert str(path) in str(caught.value)
    assert before is None or path.read_bytes() == before
    left = {entry.name for entry in path.parent.iterdir()} - {"claims.db"}
    assert not left or error is errors.CorruptDatabaseError, "SQLite clears its log away only where it can read"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(errors.MissingPathError, match="no folder"):
        writer(tmp_path / "not" / "claims.db")


@pytest.mark.parametrize("connect", [reader, lambda path: writer(path, create=False)])
def test_reading_makes_no_database(tmp_path: Path, connect) -> None:
    with pytest.raises(errors.MissingPathError, match="There is no database"):
        connect(tmp_path / "claims.db")
    (tmp_path / "empty.db").touch()
    with pytest.raises(errors.EmptyInputError, match="is empty"):
        connect(tmp_path / "empty.db")
    assert [entry.name for entry in tmp_path.iterdir()] == ["empty.db"]


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "claims.db").touch()
    fill(tmp_path / "claims.db")
    assert check(tmp_path / "claims.db") == []


def test_a_name_may_hold_what_uris_do_not(tmp_path: Path) -> None:
    path = tmp_path / "a b?c#d%20é.db"
    fill(path)
    assert path.is_file()
    assert check(path) == []


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
def test_a_new_database_is_for_its_owner_only_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    path, before = tmp_path / "claims.db", os.umask(umask)
    try:
        with Store.open(path) as store:
            store.begin_run(RUN)
            add(store, 1)
            assert modes(path) == {"claims.db": 0o600, "claims.db-shm": 0o600, "claims.db-wal": 0o600}
            store.finish_run()
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN")
            connection.execute("UPDATE runs SET words = words + 1")
            assert modes(path) == {"claims.db": 0o600, "claims.db-journal": 0o600}
    finally:
        os.umask(before)


def test_a_database_that_is_shared_stays_so(path: Path) -> None:
    path.chmod(0o660)
    with Store.open(path) as store:
        store.begin_run(RUN)
        add(store, 2)
        assert set(modes(path).values()) == {0o660}


def test_a_link_that_leads_nowhere_yet_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "claims.db"
    link.symlink_to(tmp_path / "other.db")
    fill(link)
    assert link.is_symlink()
    assert modes(tmp_path / "other.db") == {"other.db": 0o600}


def modes(path: Path) -> dict[str, int]:
    """Of a database and what is beside it."""
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.glob(f"{path.name}*")}


@pytest.mark.parametrize("endings", [("-wal",), ("-shm",), ("-wal", "-shm"), ("",)])
def test_an_ingest_whose_files_go_says_so_and_saves_what_it_stored(path: Path, endings: tuple[str, ...]) -> None:
    with Store.open(path) as store:
        store.begin_run(RUN)
        add(store, 3)
        for ending in endings:
            (path.parent / f"claims.db{ending}").rename(path.parent / f"away.db{ending}")
        with pytest.raises(errors.MovedDatabaseError, match="moved, replaced or deleted"):
            store.add(harbour("4.txt"))
    if endings == ("",):
        (path.parent / "away.db").rename(path)
    assert articles(path) >= 3
    assert check(path) == []


def test_a_decision_whose_files_go_says_so(path: Path) -> None:
    decided = transaction(path)
    connection = decided.__enter__()
    connection.execute("UPDATE runs SET words = 7")
    (path.parent / "claims.db-wal").unlink()
    with pytest.raises(errors.MovedDatabaseError, match="moved, replaced or deleted"):
        decided.__exit__(None, None, None)
    with closing(reader(path)) as looking:
        assert looking.execute("SELECT words FROM runs").fetchone() == (7,)


def test_another_writer_is_waited_for_and_then_named_as_the_reason(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Store.open(path, timeout=0.1) as store:
        other.execute("BEGIN IMMEDIATE")
        store.begin_run(RUN)
        with pytest.raises(errors.LockedDatabaseError, match="locked"):
            store.add(harbour("2.txt"))
        other.execute("COMMIT")
        store.add(harbour("2.txt"))
    assert check(path) == []


def test_readers_see_one_moment_and_hinder_no_writer(path: Path) -> None:
    count = "SELECT COUNT(*) FROM articles"
    with snapshot(path) as before:
        fill(path, articles=3)
        assert before.execute(count).fetchone() == (1,)
    with snapshot(path) as after:
        assert after.execute(count).fetchone() == (3,)


def test_readers_cannot_write(path: Path) -> None:
    with closing(reader(path)) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM articles")


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that any user of the machine can reach (pytest's own are its user's)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


SCRIPT = """
import os, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import sqlite_utils
from db.check import check
from db.connection import reader, writer
from extract.english.propernames import name_of
from db.migrations import views
from extract.errors import ExtractError
from tests.test_connection import fill, limit_files
views(), name_of("Port Authority")  # what is imported late must be there before the other user, who may not reach it
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
try:
    {body}
except ExtractError as error:
    print(type(error).__name__, error)
"""


def unprivileged(body: str, path: Path) -> str:
    """What a process says that may write only what its user may; root becomes another user first."""
    command = [sys.executable, "-c", SCRIPT.format(body=body), ROOT, path]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", timeout=60)
    assert done.stderr == ""
    return done.stdout.strip()


def protect(path: Path, folder: int, file: int) -> None:
    path.chmod(file)
    path.parent.chmod(folder)


PROTECTED = [
    ("a file that may only be read", 0o777, 0o444, "ReadOnlyDatabaseError", "cannot be written to"),
    ("a folder that may only be read", 0o555, 0o444, "ReadOnlyDatabaseError", "cannot be written to"),
    ("a file that may not be read", 0o777, 0o000, "ReadOnlyDatabaseError", "cannot be opened"),
]


@pytest.mark.parametrize(
    ("folder", "file", "error", "words"), [case[1:] for case in PROTECTED], ids=[c[0] for c in PROTECTED]
)
def test_a_protected_database_is_not_written_to(public, folder, file, error, words) -> None:
    path = public / "claims.db"
    fill(path)
    protect(path, folder, file)
    said = unprivileged("fill(Path(sys.argv[2]), articles=2)", path)
    assert said.startswith(error)
    assert words in said


def test_a_folder_that_may_not_be_written_to_holds_no_new_database(public: Path) -> None:
    said = unprivileged("fill(Path(sys.argv[2]))", public / "claims.db")
    assert said.startswith("ReadOnlyDatabaseError")


@pytest.mark.parametrize(("folder", "file"), [(0o777, 0o444), (0o555, 0o444)])
def test_a_protected_database_is_read_and_checked_all_the_same(public: Path, folder: int, file: int) -> None:
    path = public / "claims.db"
    fill(path)
    protect(path, folder, file)
    count = "reader(sys.argv[2]).execute('SELECT COUNT(*) FROM claims').fetchone()"
    assert unprivileged(f"print({count}, check(sys.argv[2]))", path) == "(3,) []"


@pytest.mark.parametrize(("folder", "file"), [(0o777, 0o444), (0o555, 0o444)])
def test_claims_that_nobody_counted_are_counted_where_nobody_can_write(public: Path, folder: int, file: int) -> None:
    path = public / "claims.db"
    fill(path)
    counts = "SELECT rule, claims FROM claim_counts WHERE status = 'unreviewed'"
    with closing(sqlite3.connect(path)) as connection:
        for name in ("insert", "delete", "update"):
            connection.execute(f"DROP TRIGGER claim_counts_{name}")
        connection.execute("DROP TABLE claim_counts")
    protect(path, folder, file)
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:  # as pages are read
        prepare_connection(connection)
        assert connection.execute(counts).fetchall() == [("verb", 3)]
    asked = f'reader(sys.argv[2]).execute("{counts}").fetchall()'
    assert unprivileged(f"print({asked}, check(sys.argv[2]))", path) == "[('verb', 3)] []"
    with closing(reader(path)) as connection:  # whoever can write counts them once and for all
        assert connection.execute("SELECT 1 FROM temp.sqlite_master").fetchall() == []
        assert connection.execute(counts).fetchall() == [("verb", 3)]


def limit_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))


def articles(path: Path) -> int:
    with closing(reader(path)) as connection:
        return int(connection.execute("SELECT COUNT(*) FROM articles").fetchone()[0])


def test_a_full_disk_ends_the_run_and_loses_nothing(path: Path) -> None:
    with Store.open(path) as store:
        store.begin_run(RUN)
        (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
        store.connection.execute(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(errors.FullDiskError, match="make room"):
            add(store, 200)
    assert check(path) == []
    assert 1 < articles(path) < 200
    fill(path, articles=200)
    assert articles(path) == 200


def test_a_file_that_may_not_grow_ends_the_run_and_loses_nothing(public: Path) -> None:
    public.chmod(0o777)
    path = public / "claims.db"
    said = unprivileged("limit_files(), fill(Path(sys.argv[2]), articles=200)", path)
    assert said.startswith(("DatabaseError", "FullDiskError"))
    assert "run the same command again" in said
    assert check(path) == []
    assert 0 < articles(path) < 200
