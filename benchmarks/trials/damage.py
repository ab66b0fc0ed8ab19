"""Logs that are cut and damaged, and disks that are full."""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.served import started
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
    picture,
    reviewed,
    run,
    write_seeds,
)
from benchmarks.trials.serving import Said, Sessions, check_log, deciding, until
from benchmarks.trials.visitors import peopled
from db.connection import reader
from db.sqlite import Connection
from db.store import RunInfo, Store
from extract.cli import COMMANDS
from extract.errors import DatabaseError, FullDiskError
from tests import review_history
from tests.records import HARBOUR, harbour
from tests.run import COMMAND

WAL = f"{DATABASE}-wal"
#: What a full disk is called in the command's words.
FULL = ("The disk is full", "at its quota", "No space left", "was not written")


# The write-ahead log


@dataclass(frozen=True, slots=True)
class History:
    """A folder as `kill -9` leaves it; the database's content after each transaction in its log, and the bytes of the
    log up to there."""

    folder: Path
    states: tuple[str, ...]
    sizes: tuple[int, ...]

    def after(self, byte: int) -> int:
        """How many transactions the log holds whole before a byte."""
        return sum(size <= byte for size in self.sizes[1:])


@cache
def history(number: int) -> History:
    """Articles and decisions in random order, none of them moved from the log into the database."""
    luck = Random(number)
    folder, working = kept() / f"history {number}", kept() / f"working {number}"
    path = copied(reviewed(), working)
    folder.mkdir()
    states, sizes = [], [0]
    with Store.open(path) as store:
        store.connection.execute("PRAGMA wal_autocheckpoint = 0")
        states.append(content(store.connection))
        for step in range(12):
            if luck.random() < 0.5:
                store.begin_run(RunInfo("1.0", "model", "3.8.0"))
                store.add(harbour(f"{step}.txt", HARBOUR + f"It rained {step} times.\n"))
            else:
                review_history.decide(store.connection, luck, 1)
            states.append(content(store.connection))
            sizes.append((working / WAL).stat().st_size)
        for name in (DATABASE, WAL):
            shutil.copy(working / name, folder)
    shutil.rmtree(working)
    return History(folder, tuple(states), tuple(sizes))


_KEPT = ("articles", "sentences", "claims", "reviews", "review_items", "statements", "entities", "mentions")


def content(connection: Connection) -> str:
    """A digest of what is stored."""
    found = hashlib.sha256()
    for table in _KEPT:
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2"):
            found.update(repr(row).encode())
    return found.hexdigest()


def _cut(luck: Random, raw: bytearray) -> None:
    del raw[luck.randrange(len(raw)) :]


def _flip(luck: Random, raw: bytearray) -> None:
    for _ in range(luck.choice((1, 1, 10))):
        raw[luck.randrange(len(raw))] ^= 1 << luck.randrange(8)


def _blank(luck: Random, raw: bytearray) -> None:
    start = luck.randrange(len(raw))
    raw[start : start + 4096] = bytes(len(raw[start : start + 4096]))


def _double(luck: Random, raw: bytearray) -> None:
    """A piece is written where another belongs."""
    start, other = luck.randrange(len(raw)), luck.randrange(len(raw))
    piece = raw[other : other + 4096]
    raw[start : start + len(piece)] = piece


DAMAGES: tuple[Callable[[Random, bytearray], None], ...] = (_cut, _cut, _flip, _blank, _double)


def damaged_log(luck: Random, folder: Path) -> Did:
    """The log is cut or damaged at a random byte: what was committed before that byte is there, and nothing else."""
    before = history(luck.randrange(3))
    did: Did = Counter()
    for number in range(10):
        place = folder / str(number)
        copied(before.folder, place)
        whole = (place / WAL).read_bytes()
        raw = bytearray(whole)
        damage = luck.choice(DAMAGES)
        damage(luck, raw)
        (place / WAL).write_bytes(raw)
        did[f"logs {'cut' if damage is _cut else 'damaged'}"] += 1
        did += _opened(place / DATABASE, before, before.after(_first_difference(whole, raw)))
    return did


def _first_difference(whole: bytes, raw: bytearray) -> int:
    """The number of bytes that are as before."""
    return next((at for at, (one, other) in enumerate(zip(whole, raw, strict=False)) if one != other), len(raw))


def _opened(path: Path, before: History, transactions: int) -> Did:
    try:
        check_whole(path)
        with closing(reader(path)) as connection:
            found = content(connection)
    except DatabaseError as error:
        expect(str(path) in str(error), f"the error names the file: {error}")
        return Counter({"named as damaged": 1})
    kept = f"the content after transaction {before.states.index(found)}" if found in before.states else "something else"
    expect(found == before.states[transactions], f"the content after transaction {transactions}; found {kept}")
    with Store.open(path) as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(harbour("later.txt", HARBOUR + "It rained later.\n"))
    check_whole(path)
    return Counter({"transactions kept": transactions})


# Full disks


@contextmanager
def small_disk(kilobytes: int) -> Iterator[Path | None]:
    """A folder on a disk of its own; None where none can be mounted."""
    folder = tempfile.mkdtemp(prefix="campaign-disk-")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", folder]
    may_mount = os.geteuid() == 0 and shutil.which("mount") is not None
    mounted = may_mount and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield Path(folder) if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", "-l", folder], check=True, capture_output=True)
        Path(folder).rmdir()


def kilobytes_of(folder: Path) -> int:
    """The room that a copy of a folder takes: whole pages of 4 kB for each file, and one for what names it."""
    return sum(4 * (file.stat().st_size // 4096 + 2) for file in folder.rglob("*"))


def full_disk(luck: Random, folder: Path) -> Did:
    """A command, or the server, meets a disk with too little room, and then one with enough."""
    commands = [_full_ingest, _full_export, *([_full_backup] if "backup" in COMMANDS else [])]
    if luck.random() < 0.3:
        return _full_decisions(luck, folder)
    return luck.choice(commands)(luck, folder, luck.random() < 0.4)


def _limit(kilobytes: int) -> Callable[[], None]:
    def set_limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, resource.RLIM_INFINITY))

    return set_limit


def _squeezed(
    folder: Path, kilobytes: int, limited: bool, arguments: tuple[str, ...], source: Path
) -> tuple[int, str, str]:
    """Exit code and words of a command in a copy of `source` with so much room; what it left is in `folder`."""
    if not limited:
        with small_disk(kilobytes_of(source) + kilobytes) as disk:
            if disk is not None:
                shutil.copytree(source, disk, dirs_exist_ok=True)
                code, said = _ran(disk, arguments, None)
                shutil.copytree(disk, folder, dirs_exist_ok=True)
                return code, said, "full disks"
    shutil.copytree(source, folder, dirs_exist_ok=True)
    code, said = _ran(folder, arguments, _limit(kilobytes))
    return code, said, "files that may not grow"


def _ran(folder: Path, arguments: tuple[str, ...], before: Callable[[], None] | None) -> tuple[int, str]:
    done = subprocess.run(
        [*COMMAND, *arguments], cwd=folder, capture_output=True, text=True, timeout=300, check=False, preexec_fn=before
    )
    return done.returncode, done.stderr


def _check_refused(arguments: tuple[str, ...], code: int, said: str) -> bool:
    """Whether it had no room; then it says so."""
    check_end(arguments, code, said, (0, FullDiskError.exit_code))
    if code:
        expect(
            any(words in said for words in FULL), f"`extract {' '.join(arguments)}` says that there is no room: {said}"
        )
    return bool(code)


@cache
def _seeds() -> tuple[Path, dict[str, object], int]:
    """A folder with articles, what the database is after they went in, and its kilobytes."""
    folder, whole = kept() / "seeds", kept() / "seeds whole"
    folder.mkdir()
    write_seeds(folder)
    shutil.copytree(folder, whole)
    run(whole, "ingest", INPUTS, "--quiet")
    return folder, picture(whole / DATABASE), (whole / DATABASE).stat().st_size // 1024


def _full_ingest(luck: Random, folder: Path, limited: bool) -> Did:
    source, whole, size = _seeds()
    arguments = ("ingest", INPUTS, "--workers", "1")
    code, said, way = _squeezed(folder, luck.randint(10, size), limited, arguments, source)
    refused = _check_refused(arguments, code, said)
    path = folder / DATABASE
    if is_begun(path):
        check_whole(path)
    run(folder, "ingest", INPUTS, "--quiet")
    check_whole(path)
    differing = differences(picture(path), whole)
    expect(not differing, f"with room again the ingest ends as without the full disk; {differing} differ")
    return Counter({way: int(refused)})


def _full_export(luck: Random, folder: Path, limited: bool) -> Did:
    form = luck.choice(("csv", "jsonl"))
    arguments = ("export", form, "-o", "out")
    whole = run(reviewed(), "export", form).out.encode()
    code, said, way = _squeezed(folder, luck.randint(0, len(whole) // 1024), limited, arguments, reviewed())
    refused = _check_refused(arguments, code, said)
    out = folder / "out"
    expect(not refused or not out.exists(), "an export that had no room leaves no part of a file")
    check_whole(folder / DATABASE)
    run(folder, *arguments)
    expect(len(out.read_bytes()) > len(whole) // 2, "with room again the export is written")
    return Counter({way: int(refused)})


def _full_backup(luck: Random, folder: Path, limited: bool) -> Did:
    size = (reviewed() / DATABASE).stat().st_size // 1024
    arguments = ("backup", "copy.db")
    code, said, way = _squeezed(folder, luck.randint(0, size), limited, arguments, reviewed())
    refused = _check_refused(arguments, code, said)
    expect(not refused or not (folder / "copy.db").exists(), "a backup that had no room leaves no part of a file")
    check_whole(folder / DATABASE)
    if refused:
        run(folder, *arguments)
    check_whole(folder / "copy.db")
    return Counter({way: int(refused)})


def _full_decisions(luck: Random, folder: Path) -> Did:
    """A server whose files may not grow any more: decisions are refused in words, and taken when they may."""
    path = copied(peopled(), folder)
    said = Said()
    with (folder / "said").open("w") as errors, started(path, errors=errors) as (url, process):
        no_limit = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
        room = luck.randint(1, 60) * 4096
        with deciding(url, said, Sessions(), luck.randrange(2**32)):
            until(said, 3)
            largest = max(file.stat().st_size for file in folder.glob(f"{DATABASE}-wal"))
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (largest + room, no_limit[1]))
            _until_refused(said)
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, no_limit)
            said.wrong, refused = [], said.wrong
            until(said, len(said.acknowledged) + 5)
    expect(all(words.startswith(("507", "503")) for words in refused), f"no room is answered by 507: {refused[:3]}")
    check_log(path, said.acknowledged)
    check_whole(path)
    return Counter({"full disks under a server": 1, "acknowledged decisions": len(said.acknowledged)})


def _until_refused(said: Said, patience: float = 60.0) -> None:
    give_up = time.monotonic() + patience
    while not said.wrong:
        expect(time.monotonic() < give_up, f"a decision without room is refused within {patience:.0f} s")
        time.sleep(0.01)
