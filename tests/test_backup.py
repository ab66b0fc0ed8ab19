"""Copies of a database: of one moment, proved, whole or not at all; and back, whatever lies beside the database."""

from __future__ import annotations

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

import pytest

from db import backup as copies
from db.backup import UnsoundError, backup, restore
from db.check import check
from db.connection import reader, transaction, writer
from db.migrations import migrate
from db.reviews import deciding
from db.reviews.decisions import Seen
from db.sqlite import sqlite3
from db.store import RunInfo, Store
from extract import errors
from tests.conftest import ROOT
from tests.doors import Client
from tests.records import HARBOUR, harbour
from tests.run import Forked, extract, started
from tests.test_connection import protect, unprivileged
from tests.test_crash import INGEST
from tests.warm import Warm

RUN = RunInfo("1.0", "model", "3.8.0")
COUNT = "SELECT COUNT(*) FROM articles"
_copying = Warm("from db import backup as copies; copies._PAGES = 3")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return fill(tmp_path / "claims.db", 3)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A place for copies."""
    (tmp_path / "copies").mkdir()
    return tmp_path / "copies" / "claims.bak"


def fill(path: Path, articles: int) -> Path:
    """Adds so many articles, of another text each time."""
    with Store.open(path) as store:
        store.begin_run(RUN)
        before = store.connection.execute(COUNT).fetchone()[0]
        for number in range(before, before + articles):
            store.add(harbour(f"{number}.txt", f"{HARBOUR}It rained on day {number}.\n"))
        store.finish_run()
    return path


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More than fits on a small disk, to be copied."""
    return fill(tmp_path_factory.mktemp("large") / "claims.db", 200)


def articles(path: Path) -> int:
    with closing(reader(path)) as connection:
        return int(connection.execute(COUNT).fetchone()[0])


def quiet(_what: str, _done: int, _total: int) -> None:
    """Tells nobody."""


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_copy_is_the_database_and_only_its_owners(path: Path, copy: Path) -> None:
    said: list[tuple[str, int, int]] = []
    backup(path, copy, lambda *step: said.append(step))
    assert articles(copy) == articles(path) == 3
    assert check(copy) == []
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert names(copy.parent) == [copy.name]
    assert said[-2][0] == "Copying"
    assert said[-2][1] == said[-2][2] > 0
    assert said[-1] == ("Checking", 0, 0)


def test_a_copy_is_of_one_moment_while_others_write(path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "_PAGES", 5)
    counts = []

    def tell(what: str, done: int, total: int) -> None:
        if what == "Copying" and len(counts) < 10:
            counts.append(total)
            fill(path, 1)

    backup(path, copy, tell)
    assert len(counts) == 10
    assert len(set(counts)) == 1, "it never began again"
    assert articles(copy) == 3
    assert articles(path) == 13
    assert check(copy) == []


def test_copies_are_made_beside_an_ingest_and_a_server(tmp_path: Path) -> None:
    path = fill(tmp_path / "claims.db", 1)
    with (
        started(path),
        subprocess.Popen([sys.executable, "-c", INGEST, ROOT, path], stdout=subprocess.DEVNULL) as ingest,
    ):
        number = 0
        while ingest.poll() is None or number == 0:
            backup(path, tmp_path / f"{number}.bak", quiet)
            number += 1
        assert ingest.returncode == 0
    assert check(path) == []
    found = [articles(tmp_path / f"{n}.bak") for n in range(number)]
    assert found == sorted(found)


def test_a_copy_that_exists_is_replaced_only_when_asked_to(path: Path, copy: Path) -> None:
    backup(path, copy, quiet)
    fill(path, 1)
    with pytest.raises(errors.UsageError, match="--force"):
        backup(path, copy, quiet)
    assert articles(copy) == 3
    backup(path, copy, quiet, force=True)
    assert articles(copy) == 4


def linked(path: Path, copy: Path) -> Path:
    copy.symlink_to(path)
    return copy


PLACES: dict[str, Callable[[Path, Path], Path]] = {
    "the database": lambda path, copy: path,
    "by another name": lambda path, copy: path.parent / "copies" / ".." / path.name,
    "by a link": linked,
    "its log": lambda path, copy: path.with_name(path.name + "-wal"),
    "its users": lambda path, copy: path.with_name(path.name + ".users"),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_database_is_never_its_own_copy(place: str, path: Path, copy: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(errors.UsageError, match="the database itself"):
        backup(path, PLACES[place](path, copy), quiet, force=True)
    assert path.read_bytes() == before
    with pytest.raises(errors.UsageError, match="the database itself"):
        restore(path, path, quiet)


def test_a_database_in_use_is_not_replaced_by_a_copy(path: Path, copy: Path) -> None:
    with closing(writer(fill(copy, 1))), pytest.raises(errors.UsageError, match="database that is open"):
        backup(path, copy, quiet, force=True)
    assert articles(copy) == 1


def test_a_place_that_is_none_is_named(path: Path, tmp_path: Path) -> None:
    with pytest.raises(errors.MissingPathError, match="no folder"):
        backup(path, tmp_path / "nowhere" / "a.bak", quiet)
    with pytest.raises(errors.InputError, match="is not a file"):
        backup(path, tmp_path, quiet, force=True)
    with pytest.raises(errors.MissingPathError, match="There is no database"):
        backup(tmp_path / "none.db", tmp_path / "a.bak", quiet)


def spoil(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE claims SET status = 'accepted' WHERE id = 1")


def test_a_copy_with_problems_is_not_kept_unless_asked_for(path: Path, copy: Path) -> None:
    spoil(path)
    with pytest.raises(UnsoundError, match=r"1 problem: .*--no-check") as caught:
        backup(path, copy, quiet)
    assert len(caught.value.problems) == 1
    assert names(copy.parent) == []
    backup(path, copy, quiet, proved=False)
    assert len(check(copy)) == 1
    before = path.read_bytes()
    with pytest.raises(UnsoundError, match="was not restored"):
        restore(copy, path, quiet)
    assert path.read_bytes() == before
    restore(copy, path, quiet, proved=False)
    assert len(check(path)) == 1


@contextmanager
def small_disk() -> Iterator[Path]:
    """A file system of three MB; skips where none can be mounted."""
    place = Path("/tmp") / f"small-{os.getpid()}"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", place], capture_output=True)
    try:
        if mounted.returncode:
            pytest.skip("no file system can be mounted here")
        yield place
    finally:
        if not mounted.returncode:
            subprocess.run(["umount", place], check=True)
        place.rmdir()


def test_a_full_disk_leaves_no_copy_and_says_so(large: Path) -> None:
    with small_disk() as disk:
        with pytest.raises(errors.FullDiskError, match="disk is full"):
            backup(large, disk / "a.bak", quiet)
        assert names(disk) == []


def test_a_full_disk_leaves_the_database_as_it_was(large: Path, copy: Path) -> None:
    backup(large, copy, quiet)
    with small_disk() as disk:
        fill(disk / "claims.db", 1)
        with pytest.raises(errors.FullDiskError, match="disk is full"):
            restore(copy, disk / "claims.db", quiet)
        assert names(disk) == ["claims.db"]
        assert check(disk / "claims.db") == []
        assert articles(disk / "claims.db") == 1


def test_a_folder_that_may_not_be_written_to_is_named(path: Path, tmp_path: Path) -> None:
    public = Path("/tmp") / f"public-{os.getpid()}"
    public.mkdir()
    try:
        fill(public / "claims.db", 1)
        protect(public / "claims.db", 0o555, 0o444)
        body = "from db import backup as b; b.{}(Path(sys.argv[2]), Path(sys.argv[2] + '.bak'), print)"
        assert unprivileged(body.format("backup"), public / "claims.db").startswith("ReadOnlyDatabaseError")
        shutil.copy(path, public / "claims.db.bak")
        (public / "claims.db.bak").chmod(0o444)
        said = unprivileged(body.format("restore").replace(".bak", ".new"), public / "claims.db")
        assert said.startswith("ReadOnlyDatabaseError")
        assert "Check its folder" in said
    finally:
        public.chmod(0o755)
        shutil.rmtree(public)


def test_what_the_database_was_is_kept_unless_told_otherwise(path: Path, copy: Path) -> None:
    backup(path, copy, quiet)
    before = copy.read_bytes()
    for number, name in enumerate(("claims.db.before-restore", "claims.db.before-restore-2"), 1):
        fill(path, number)
        assert restore(copy, path, quiet) == path.with_name(name)
        assert articles(path) == 3
        assert articles(path.with_name(name)) == 3 + number
        assert stat.S_IMODE(path.with_name(name).stat().st_mode) == 0o600
    fill(path, 1)
    assert restore(copy, path, quiet, keep=False) is None
    assert articles(path) == 3
    assert check(path) == []
    assert copy.read_bytes() == before
    assert names(path.parent) == ["claims.db", "claims.db.before-restore", "claims.db.before-restore-2", "copies"]


def test_a_database_that_is_gone_comes_back(path: Path, copy: Path) -> None:
    backup(path, copy, quiet)
    path.unlink()
    assert restore(copy, path, quiet) is None
    assert articles(path) == 3
    assert check(path) == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def left_behind(path: Path) -> None:
    """What a server that was killed leaves: a log with decisions that the database does not have yet."""
    with started(path) as (url, process):
        assert Client(url).accept() == 200
        process.kill()
        process.wait()
    assert path.with_name(path.name + "-wal").stat().st_size > 0


@pytest.mark.parametrize("there", ["the database", "nothing", "an empty file"])
def test_an_old_log_is_never_played_into_what_is_restored(there: str, path: Path, copy: Path) -> None:
    backup(path, copy, quiet)
    left_behind(path)
    if there != "the database":
        path.unlink()
    if there == "an empty file":
        path.touch()
    kept = restore(copy, path, quiet)
    with closing(reader(path)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM reviews").fetchone() == (0,)
    assert check(path) == []
    assert (kept is not None) == (there == "the database")
    if kept:
        with closing(reader(kept)) as connection:
            assert connection.execute("SELECT COUNT(*) FROM reviews").fetchone() == (1,), "it was taken in before"


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def page_of_rubbish(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(os.urandom(4096 * 20))


def schema_of_rubbish(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * 3996)


def log_of_rubbish(path: Path) -> None:
    left_behind(path)
    path.with_name(path.name + "-wal").write_bytes(os.urandom(50_000))


DAMAGE = [cut_short, page_of_rubbish, schema_of_rubbish, log_of_rubbish]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_database_is_kept_and_replaced(damage: Callable[[Path], None], path: Path, copy: Path) -> None:
    backup(path, copy, quiet)
    damage(path)
    kept = restore(copy, path, quiet)
    assert kept is not None
    assert kept.stat().st_size > 0
    assert articles(path) == 3
    assert check(path) == []


def test_a_file_of_another_program_is_left_alone(path: Path, copy: Path, tmp_path: Path) -> None:
    backup(path, copy, quiet)
    notes = tmp_path / "notes.db"
    with closing(sqlite3.connect(notes)) as connection:
        connection.execute("CREATE TABLE notes (text)")
    for other in (notes, tmp_path / "list.txt"):
        if other.suffix == ".txt":
            other.write_text("A shopping list, and no database at all. " * 100)
        before = other.read_bytes()
        with pytest.raises(errors.ForeignDatabaseError):
            restore(copy, other, quiet)
        with pytest.raises(errors.ForeignDatabaseError):
            restore(other, path, quiet)
        assert other.read_bytes() == before
    assert articles(path) == 3
    assert names(tmp_path) == ["claims.db", "copies", "list.txt", "notes.db"]


def test_a_copy_that_is_none_is_named(path: Path, tmp_path: Path) -> None:
    with pytest.raises(errors.MissingPathError, match="There is no file"):
        restore(tmp_path / "none.bak", path, quiet)
    (tmp_path / "empty.bak").touch()
    with pytest.raises(errors.EmptyInputError, match="is empty"):
        restore(tmp_path / "empty.bak", path, quiet)
    with pytest.raises(errors.InputError, match="is not a file"):
        restore(tmp_path, path, quiet)
    cut = tmp_path / "cut.bak"
    backup(path, cut, quiet)
    cut_short(cut)
    with pytest.raises(errors.CorruptDatabaseError, match="damaged"):
        restore(cut, path, quiet)
    assert articles(path) == 3


def test_a_copy_of_an_older_version_is_brought_up_to_date(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.bak"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        migrate(connection, to=3)
    before = old.read_bytes()
    restore(old, path, quiet)
    assert articles(path) == 0
    assert check(path) == []
    assert old.read_bytes() == before


def test_a_database_of_an_older_version_is_copied_before_it_is_brought_up_to_date(tmp_path: Path, copy: Path) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        migrate(connection, to=3)
    before = old.read_bytes()
    backup(old, copy, quiet)
    assert old.read_bytes() == before
    assert check(copy) == []


def test_a_database_with_pages_of_another_size_takes_a_copy(path: Path, copy: Path, tmp_path: Path) -> None:
    backup(path, copy, quiet)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 8192")
        connection.execute("VACUUM")
    fill(other, 1)
    restore(copy, other, quiet)
    assert articles(other) == 3
    assert check(other) == []


def test_nothing_is_restored_while_a_server_has_the_database_open(path: Path, copy: Path) -> None:
    backup(path, copy, quiet)
    with started(path) as (url, _):
        people = Client(url)
        assert people.accept() == 200
        with pytest.raises(errors.LockedDatabaseError, match="open in another program"):
            restore(copy, path, quiet)
        assert people.accept() == 200
    assert names(path.parent / "copies") == [copy.name]
    with closing(reader(path)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM reviews").fetchone() == (2,)


@pytest.mark.parametrize("opened", [writer, reader])
def test_nothing_is_restored_beside_any_connection(
    opened: Callable[[Path], sqlite3.Connection], path: Path, copy: Path
) -> None:
    backup(path, copy, quiet)
    fill(path, 1)
    with closing(opened(path)) as connection:
        connection.execute(COUNT).fetchone()
        with pytest.raises(errors.LockedDatabaseError, match="nothing was changed"):
            restore(copy, path, quiet)
    assert articles(path) == 4


RUNNING = """
import sys
from pathlib import Path
from db import backup as copies
print("ready", flush=True)
getattr(copies, sys.argv[1])(Path(sys.argv[2]), Path(sys.argv[3]), lambda *step: None, **eval(sys.argv[4]))
"""


@contextmanager
def running(program: str, *arguments: str | Path) -> Iterator[tuple[Forked, IO[str]]]:
    """A program in a process that has loaded `db.backup`, and what it prints."""
    taken, given = os.pipe()
    with os.fdopen(taken) as said, Path(os.devnull).open() as nothing:
        files = (nothing.fileno(), given, 2)
        process = Forked(_copying.start(program, *map(str, arguments), cwd=ROOT, files=files), _copying)
        os.close(given)
        yield process, said
        process.wait()


def killed(function: str, one: Path, other: Path, options: str, seconds: float) -> bool:
    """Runs a function of `db.backup` in a process that is killed after a while; whether it was done before."""
    with running(RUNNING, function, one, other, options) as (process, said):
        said.readline()
        time.sleep(seconds)
        process.kill()
    return process.wait() == 0


def test_a_backup_killed_at_any_moment_leaves_the_old_copy_or_the_new_one(path: Path, copy: Path) -> None:
    fill(path, 60)
    backup(path, copy, quiet)
    chance, done = random.Random(5), []
    for number in range(12):
        fill(path, 1)
        before = articles(copy)
        done.append(killed("backup", path, copy, f"dict(force=True, proved={number % 2})", chance.uniform(0, 0.6)))
        assert articles(copy) == articles(path) if done[-1] else articles(copy) in (before, articles(path))
        assert check(copy) == []
    assert not all(done)
    assert check(path) == []
    backup(path, copy, quiet, force=True)
    assert articles(copy) == articles(path)


def test_a_restore_killed_at_any_moment_leaves_what_was_there_or_the_copy(path: Path, copy: Path) -> None:
    fill(path, 60)
    backup(path, copy, quiet)
    chance, done = random.Random(6), []
    for number in range(12):
        fill(path, 1 + number % 3)
        before = articles(path)
        options = f"dict(keep={number % 3 == 0}, proved={number % 2})"
        done.append(killed("restore", copy, path, options, chance.uniform(0, 0.6)))
        assert articles(path) in ((63,) if done[-1] else (63, before))
        assert check(path) == []
    assert not all(done)
    for kept in path.parent.glob("claims.db.before-restore*"):
        assert check(kept) == []
    restore(copy, path, quiet)
    assert articles(path) == 63


@pytest.mark.parametrize("step", ["_copy", "_prove", "_alone", "_keep", "_write", "_flush"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_restore_killed_at_each_step_loses_nothing(step: str, when: str, path: Path, copy: Path) -> None:
    backup(path, copy, quiet)
    fill(path, 2)
    with transaction(path) as connection:
        key, version = connection.execute("SELECT key, version FROM claims LIMIT 1").fetchone()
        deciding.accept(connection, [Seen(key, version)], "ada")
    program = f"""
import os, sys
from pathlib import Path
from db import backup as copies
work = copies.{step}
def dying(*given, **named):
    if {when!r} == "after":
        work(*given, **named)
    os.kill(os.getpid(), 9)
copies.{step} = dying
copies.restore(Path(sys.argv[1]), Path(sys.argv[2]), lambda *step: None)
"""
    with running(program, copy, path) as (process, _):
        assert process.wait(60) == -signal.SIGKILL
    assert articles(path) == (3 if (step, when) == ("_write", "after") else 5)
    assert check(path) == []


def test_the_commands_say_what_they_did(path: Path, copy: Path) -> None:
    done = extract("backup", copy, "--db", path)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{copy} is a copy of {path} with 9 claims.\n"
    again = extract("backup", copy, "--db", path)
    assert (again.code, again.out) == (2, "")
    assert "--force" in again.err
    fill(path, 1)
    done = extract("restore", copy, "--db", path)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{path} was restored from {copy}: 9 claims. The old database is {path}.before-restore.\n"
    assert extract("restore", copy, "--db", path, "--no-keep", "--quiet").out == ""


def test_the_commands_list_problems_and_end_with_1(path: Path, copy: Path) -> None:
    spoil(path)
    done = extract("backup", copy, "--db", path)
    assert (done.code, done.out) == (1, "")
    assert "claims 1: its status is not what the reviews make of it" in done.err
    assert "1 problem" in done.err
    assert extract("backup", copy, "--db", path, "--no-check").code == 0
    assert extract("restore", copy, "--db", path).code == 1
    with closing(reader(path)):
        assert extract("restore", copy, "--db", path, "--no-check").code == 5


def test_ctrl_c_leaves_nothing_behind(large: Path, copy: Path) -> None:
    command = [sys.executable, "-c", "from extract.cli import main; main()", "backup", str(copy), "--db", str(large)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while process.poll() is None and not names(copy.parent):
            time.sleep(0.001)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
    assert process.returncode == 130
    assert names(copy.parent) == []
