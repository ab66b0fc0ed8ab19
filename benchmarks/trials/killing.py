"""Commands that are killed (`kill -9`) while they write, and an ingest whose worker processes are."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.trials.counted import COUNTED
from benchmarks.trials.ground import (
    DATABASE,
    INPUTS,
    Did,
    check_end,
    check_whole,
    copied,
    differences,
    expect,
    is_begun,
    kept,
    log,
    picture,
    reviewed,
    run,
    write_gold,
    write_seeds,
)
from db import articles, user_accounts
from db.connection import reader
from db.export import export_for_review
from db.reviews import deciding
from db.reviews.decisions import Reason, Seen
from db.store import RunInfo, Store
from db.user_accounts import Role
from extract.cli import COMMANDS
from tests.run import COMMAND
from tests.test_reextraction import others

TABLE, COPY = "review.csv", "copy.db"
PASSWORD = "correct horse battery\n"
#: A command ends within these seconds, also on a busy machine.
PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Work:
    """A command that writes. `prepare` makes what it needs in a folder, and `result` is the database it makes.

    `atomic`: it is done whole or not at all. `keeps_log`: no entry of the review log may go.
    """

    name: str
    prepare: Callable[[Path], object]
    arguments: Callable[[Path], tuple[str, ...]]
    stdin: bytes = b""
    result: str = DATABASE
    atomic: bool = False
    keeps_log: bool = True


def _rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(reader(folder / DATABASE)) as connection:
        return connection.execute(query).fetchall()


def _seeds(folder: Path) -> None:
    copied(reviewed(), folder)


def _other_model(folder: Path) -> None:
    """As if another model had read the texts before."""
    from extract.extractor import Extractor

    made = kept() / "other"
    if not made.exists():
        luck, extractor = Random(3), Extractor()
        with Store.open(copied(reviewed(), made)) as store:
            found = {n: articles.load(store.connection, n) for n in articles.current(store.connection)}
            store.begin_run(RunInfo("1.0", "other", "4.0.0"))
            for number, article in found.items():
                store.replace(number, others(extractor.extract(article), luck))
            store.finish_run()
    copied(made, folder)


def _table(folder: Path) -> None:
    """A table in which everything that waits for a decision is accepted."""
    path = copied(reviewed(), folder)
    export_for_review(path, folder / TABLE, version="campaign")
    text = (folder / TABLE).read_text(encoding="utf-8").replace('"unreviewed"', '"accepted"')
    (folder / TABLE).write_text(text, encoding="utf-8")


def _judged(folder: Path) -> None:
    """Decisions that say something about confidence: what the rules know least of was rejected."""
    made = kept() / "judged"
    if not made.exists():
        with Store.open(copied(reviewed(), made)) as store:
            query = "SELECT key, version, confidence FROM claims WHERE status = 'unreviewed' AND current ORDER BY key"
            claims = store.connection.execute(query).fetchall()
            middle = sorted(row[2] for row in claims)[len(claims) // 3]
            with store.transaction():
                for key, version, confidence in claims:
                    seen = [Seen(key, version)]
                    if confidence < middle:
                        deciding.reject(store.connection, seen, "ada", Reason.FRAGMENT)
                    else:
                        deciding.accept(store.connection, seen, "ada")
    copied(made, folder)


def _names(folder: Path) -> None:
    """Two entities are one already, so that there is something to undo."""
    made = kept() / "names"
    if not made.exists():
        copied(reviewed(), made)
        run(made, "entity", "merge", *_entities(made)[2:4], "--by", "ada")
    copied(made, folder)


def _entities(folder: Path) -> tuple[str, ...]:
    """Keys of what is named most."""
    query = "SELECT key FROM entities WHERE type = 'person' AND canonical = id ORDER BY mentions DESC, key LIMIT 6"
    return tuple(key for (key,) in _rows(folder, query))


def _split(folder: Path) -> tuple[str, ...]:
    query = (
        "SELECT e.key, a.key FROM entities e JOIN mentions m ON m.who = e.id JOIN articles a ON a.id = m.article "
        "WHERE e.type = 'person' AND e.articles > 1 ORDER BY e.articles DESC, e.key, a.key LIMIT 1"
    )
    [(entity, article)] = _rows(folder, query)
    return "entity", "split", entity, "--article", article, "--by", "ada"


def _users(folder: Path) -> None:
    made = kept() / "users"
    if not made.exists():
        path = copied(reviewed(), made)
        for name, role in (("ada", Role.ADMINISTRATOR), ("ben", Role.REVIEWER)):
            user_accounts.add(path, name, role, PASSWORD.strip())
    copied(made, folder)


def _forget(folder: Path) -> tuple[str, ...]:
    """Every second article of the seeds that is (still) there."""
    sources = sorted(source for (source,) in _rows(folder, "SELECT DISTINCT source FROM articles"))
    return "forget", "--yes", *(source for source in sources if int(Path(source).name[:2]) % 2)


def _restorable(folder: Path) -> None:
    """A database, and a copy of what it was before many decisions."""
    _judged(folder)
    shutil.copy(reviewed() / DATABASE, folder / COPY)


def fixed(*arguments: str) -> Callable[[Path], tuple[str, ...]]:
    return lambda _: arguments


_EVERY = (
    Work("ingest", write_seeds, fixed("ingest", INPUTS, "--quiet")),
    Work("ingest with workers", write_gold, fixed("ingest", INPUTS, "--workers", "2", "--quiet")),
    Work("reextract", _other_model, fixed("reextract", "--quiet")),
    Work("forget", _seeds, _forget),
    Work("import", _table, fixed("import", TABLE, "--by", "ada")),
    Work("calibrate", _judged, fixed("calibrate", "--by", "ada"), atomic=True),
    Work("calibrate --reset", _judged, fixed("calibrate", "--reset", "--by", "ada"), atomic=True),
    Work("entity merge", _names, lambda at: ("entity", "merge", *_entities(at)[:2], "--by", "ada"), atomic=True),
    Work("entity split", _names, _split, atomic=True),
    Work("entity undo", _names, fixed("entity", "undo", "1", "--by", "ada"), atomic=True),
    Work("users add", _users, fixed("users", "add", "cem", "--role", "reader"), PASSWORD.encode(), atomic=True),
    Work("users role", _users, fixed("users", "role", "ben", "--role", "reader"), atomic=True),
    Work("users remove", _users, fixed("users", "remove", "ben"), atomic=True),
    Work("backup", _seeds, fixed("backup", COPY, "--quiet"), result=COPY, atomic=True),
    Work("restore", _restorable, fixed("restore", COPY, "--quiet"), atomic=True, keeps_log=False),
)
WORKS = tuple(work for work in _EVERY if work.name.split()[0] in COMMANDS)


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """What a command does that nobody kills: SQLite's instructions, seconds, and its database before and afterwards.

    `before` is empty where there is none.
    """

    instructions: int
    seconds: float
    before: dict[str, object]
    after: dict[str, object]


@cache
def undisturbed(work: Work) -> Undisturbed:
    folder = kept() / f"undisturbed {work.name}"
    folder.mkdir()
    work.prepare(folder)
    result = folder / work.result
    before = picture(result) if is_begun(result) else {}
    began = time.monotonic()
    command = [*COUNTED, "0", str(folder / "count"), *work.arguments(folder)]
    done = subprocess.run(command, cwd=folder, input=work.stdin, capture_output=True, timeout=PATIENCE, check=False)
    seconds = time.monotonic() - began
    check_end(work.arguments(folder), done.returncode, done.stderr.decode(), (0,))
    return Undisturbed(int((folder / "count").read_text()), seconds, before, picture(result))


def killed_command(luck: Random, folder: Path) -> Did:
    """One command, killed up to three times at moments of its work; then run to its end."""
    work = luck.choice(WORKS)
    whole = undisturbed(work)
    work.prepare(folder)
    result = folder / work.result
    did: Did = Counter()
    for _ in range(luck.randint(1, 3)):
        entries = _log(folder / DATABASE) if work.keeps_log else []
        did["kills"] += _kill_once(work, whole, luck, folder)
        if is_begun(folder / DATABASE):
            check_whole(folder / DATABASE)
            found = _log(folder / DATABASE)[: len(entries)]
            expect(found == entries, f"{work.name}: no entry of the review log is lost")
        if is_begun(result):
            check_whole(result)
            now = picture(result)
            if not differences(now, whole.after):
                return did
            differing = work.atomic and differences(now, whole.before)
            expect(not differing, f"{work.name}, killed, is done whole or not at all; {differing} differ")
    run(folder, *work.arguments(folder), stdin=work.stdin)
    check_whole(result)
    differing = differences(picture(result), whole.after)
    expect(not differing, f"{work.name}, killed and run again, gives what it gives undisturbed; {differing} differ")
    return did


def _log(path: Path) -> list[str]:
    if not is_begun(path):
        return []
    with closing(reader(path)) as connection:
        return log(connection)


def _kill_once(work: Work, whole: Undisturbed, luck: Random, folder: Path) -> bool:
    """Whether the command was killed before its end: after some of SQLite's instructions, or by the clock."""
    arguments = work.arguments(folder)
    if whole.instructions > 1000 and luck.random() < 0.7:
        command = [*COUNTED, str(luck.randint(1, whole.instructions)), "/dev/null", *arguments]
        with started(command, folder, work.stdin) as process:
            process.wait(PATIENCE)
    else:
        with started([*COMMAND, *arguments], folder, work.stdin) as process:
            _wait(process, folder, luck, whole.seconds)
            process.kill()
            process.wait()
    said = (folder / "said").read_text(encoding="utf-8")
    killed = process.returncode == -signal.SIGKILL
    if not killed:
        check_end(arguments, process.returncode, said, (0,))
    return killed


@contextmanager
def started(command: list[str], folder: Path, stdin: bytes = b"") -> Iterator[subprocess.Popen[bytes]]:
    """A process in a folder; what it says is in `said` there."""
    (folder / "typed").write_bytes(stdin)
    with (folder / "said").open("wb") as said, (folder / "typed").open("rb") as typed:
        process = subprocess.Popen(command, cwd=folder, stdin=typed, stdout=said, stderr=said)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], folder: Path, luck: Random, seconds: float) -> None:
    """Some time, mostly from when the command first writes."""
    before = _sizes(folder)
    give_up = time.monotonic() + luck.uniform(0, seconds)
    if luck.random() < 0.7:
        while process.poll() is None and _sizes(folder) == before:
            time.sleep(0.002)
        give_up = time.monotonic() + luck.uniform(0, luck.choice((0.01, 0.1, seconds / 2)))
    with suppress(subprocess.TimeoutExpired):
        process.wait(max(0.0, give_up - time.monotonic()))


def _sizes(folder: Path) -> list[tuple[str, int, int]]:
    """Of the database and all beside it, so that the first write is noticed."""
    found = []
    for file in folder.glob(f"*{DATABASE}*"):
        with suppress(OSError):
            stat = file.stat()
            found.append((file.name, stat.st_size, stat.st_mtime_ns))
    return sorted(found)


WORKERS = next(work for work in WORKS if work.name == "ingest with workers")


def killed_workers(luck: Random, folder: Path) -> Did:
    """An ingest some or all of whose worker processes are killed, up to ten times."""
    whole = undisturbed(WORKERS)
    write_gold(folder)
    did: Did = Counter()
    arguments = ("ingest", INPUTS, "--workers", "2")
    with started([*COMMAND, *arguments], folder) as process:
        for _ in range(luck.randint(1, 10)):
            there = workers_of(process)
            _pause(process, luck.choice((0.05, 0.5, 3.0)) * luck.random())
            for one in luck.sample(there, luck.choice((1, 1, len(there))) if there else 0):
                with suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)
                    did["kills"] += 1
        code = process.wait(PATIENCE)
    check_end(arguments, code, (folder / "said").read_text(encoding="utf-8"), (0, 3))
    return did + _all_there(folder, whole)


def _all_there(folder: Path, whole: Undisturbed) -> Did:
    """Every input is an article or a failure; the failures go in when they are tried again."""
    path = folder / DATABASE
    check_whole(path)
    stored = {source for (source,) in _rows(folder, "SELECT source FROM articles")}
    failed: dict[str, str] = dict(_rows(folder, "SELECT source, kind FROM failures"))
    inputs = {f"{INPUTS}/{file.name}" for file in (folder / INPUTS).iterdir()}
    expect(stored | {*failed} == inputs, f"every input is stored or failed; missing: {inputs - stored - {*failed}}")
    expect({*failed.values()} <= {"WorkerDied"}, f"only killed workers are failures: {failed}")
    if failed:
        run(folder, "ingest", "--retry-failed", "--quiet")
    differing = differences(picture(path), whole.after)
    expect(not differing, f"after --retry-failed the database is as without kills; {differing} differ")
    return Counter({"inputs that failed": len(failed)})


def _pause(process: subprocess.Popen[bytes], seconds: float) -> None:
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)


def workers_of(ingest: subprocess.Popen[bytes]) -> list[int]:
    """The worker processes of an ingest; waits for them as long as it runs."""
    while True:
        found = _workers(ingest.pid)
        if found or ingest.poll() is not None:
            return sorted(found)
        time.sleep(0.02)


def _workers(ingest: int) -> list[int]:
    """Forked from its fork server, or fresh processes where there is none."""
    found = []
    for child in _children(ingest):
        command = _command_of(child)
        if b"multiprocessing.forkserver" in command:
            found += _children(child)
        elif b"spawn_main" in command:
            found.append(child)
    return found


def _children(parent: int) -> Iterable[int]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            number, _, rest = stat.read_text(errors="replace").partition(" (")
            if int(rest.rpartition(")")[2].split()[1]) == parent:
                yield int(number)


def _command_of(process: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes()
    return b""
