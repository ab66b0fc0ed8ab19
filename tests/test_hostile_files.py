"""Files made to do harm, all in one folder through the real command: bounded time and memory, each with its row, and
the run goes on."""

from __future__ import annotations

import gzip
import io
import sqlite3
import struct
import subprocess
import sys
import tarfile
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from db.check import check
from tests.containers import TEXT, entry, feed, json_lines, tarred, zipped
from tests.run import COMMAND, Ran, extract

WORDS = TEXT.decode()
GIGABYTE = 10**9


def nested(depth: int) -> bytes:
    raw = zipped({"a.txt": TEXT})
    for _ in range(depth):
        raw = zipped({"in.zip": raw}, zipfile.ZIP_STORED)
    return raw


def overlapping() -> bytes:
    """Ten members whose data are the same bytes."""
    raw = zipped({f"{n}.txt": b"a" * 5000 for n in range(10)})
    start = raw.index(b"PK\x01\x02")
    central = bytearray(raw[start:])
    at = 0
    while (at := central.find(b"PK\x01\x02", at)) >= 0:
        central[at + 42 : at + 46] = struct.pack("<L", 0)
        at += 4
    return raw[:start] + bytes(central)


def encrypted() -> bytes:
    raw = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}, zipfile.ZIP_STORED))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def zeros(size: int) -> bytes:
    raw = io.BytesIO()
    with gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as file:
        for _ in range(size // 10**6):
            file.write(bytes(10**6))
    return raw.getvalue()


def sparse_header() -> bytes:
    """A tar whose next header claims a name of a gigabyte."""
    long_name = tarfile.TarInfo("././@LongLink")
    long_name.type, long_name.size = tarfile.GNUTYPE_LONGNAME, GIGABYTE
    return tarred({"a.txt": TEXT})[:1024] + long_name.tobuf() + bytes(10**6)


def entity_bomb() -> str:
    levels = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    return f'<!ENTITY a "ha">{levels}'


def with_entity(name: str, declarations: str) -> bytes:
    item = f"<item><guid>1</guid><description>It rained &{name};.</description></item>"
    return feed(item).replace(b"?><rss", f"?><!DOCTYPE rss [{declarations}]><rss".encode())


FILES = {
    "bomb.txt.gz": lambda: zeros(200 * 10**6),
    "bomb.zip": lambda: zipped({"a.txt": bytes(40 * 10**6), "good.txt": TEXT}),
    "crowd.zip": lambda: zipped({"good.txt": TEXT} | {f"{n}.txt.gz": zeros(20 * 10**6) for n in range(50)}),
    "deep.zip": lambda: nested(50),
    "overlapping.zip": overlapping,
    "encrypted.zip": encrypted,
    "paths.zip": lambda: zipped(
        {"../../../up.txt": TEXT, "/etc/root.txt": TEXT, "C:\\drive.txt": TEXT, "b\u202e.txt": TEXT}
    ),
    "links.tar": lambda: tarred(
        {"../up.txt": TEXT},
        [
            entry("soft.txt", tarfile.SYMTYPE, "/etc/hostname"),
            entry("hard.txt", tarfile.LNKTYPE, "../up.txt"),
            entry("device.txt", tarfile.CHRTYPE),
            entry("pipe.txt", tarfile.FIFOTYPE),
        ],
    ),
    "names.tar": sparse_header,
    "deep.html": lambda: b"<div>" * 100_000 + b"It rained.",
    "deep.xml": lambda: feed("<item>" + "<a>" * 100_000),
    "deep.json": lambda: b"[" * 1_000_000,
    "deep.jsonl": lambda: b'{"text":' * 200_000 + b'\n{"text": "It rained."}\n',
    "deepcsv.csv": lambda: b"text\n<p>" + b"<div>" * 100_000 + b"It rained.\n",
    "entities.xml": lambda: with_entity("i", entity_bomb()),
    "outside.xml": lambda: with_entity("f", '<!ENTITY f SYSTEM "file:///etc/passwd">'),
    "nul.txt": lambda: TEXT + b"\0\0",
    "nul.csv": lambda: b"id,text\n1,The council\0 met.\n",
    "surrogates.jsonl": lambda: b'{"id": "\\ud800", "title": "R\\udfffain", "text": "It \\ud83d rained."}\n',
    "bidi.txt": lambda: "The \u202ecouncil\u2066 met.".encode(),
    "bidi.csv": lambda: "id,text\n\u202e1,The \u202ecouncil\u2066 met.\n".encode(),
    "quote.csv": lambda: b'id,text\n1,It rained.\n2,"' + b"It did.\n" * 200_000,
    "commas.csv": lambda: b"text\n" + b"," * 20_000_000 + b"\nIt rained.\n",
    "columns.csv": lambda: b"a," * 1_000_000 + b"text\n",
    "failing.jsonl": lambda: b"no\n" * 100_000,
    "signs.txt": lambda: b". " * 200_000,
    "letters.txt": lambda: b"a " * 250_000,
    "good.txt": lambda: TEXT,
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "in"
    path.mkdir()
    for name, make in FILES.items():
        (path / name).write_bytes(make())
    for name, head, tail in (
        ("line.txt", b"It rained.\n", b""),
        ("line.csv", b"id,text\n1,It rained.\n2,", b"\n3,It did.\n"),
        ("line.jsonl", json_lines({"id": 1, "text": "It rained."}), b"\n" + json_lines({"id": 3, "text": "It did."})),
    ):
        with (path / name).open("wb") as file:  # a line of a gigabyte, which takes no room on the disk
            file.write(head)
            file.seek(GIGABYTE, io.SEEK_CUR)
            file.write(tail + b" ")
    return path


#: Runs a command and writes to a file how much memory the largest of its processes took, in kB.
_MEASURED = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[2:]); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=open(sys.argv[1], 'w')); "
    "sys.exit(done.returncode)"
)


@pytest.fixture(scope="module")
def peak(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("measured") / "peak"


@pytest.fixture(scope="module")
def ran(folder: Path, peak: Path) -> Ran:
    command = [sys.executable, "-c", _MEASURED, str(peak), *COMMAND, "ingest", "in", "--workers", "2"]
    done = subprocess.run(command, cwd=folder.parent, capture_output=True, text=True, check=False, timeout=300)
    return Ran(done.returncode, done.stdout, done.stderr)


def rows(folder: Path, query: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(folder.parent / "claims.db")) as connection:
        return connection.execute(query).fetchall()


FAILURES = {
    "bomb.txt.gz": "200 times its size",
    "bomb.zip!/a.txt": "200 times its size",
    "crowd.zip!/0.txt.gz": "200 times its size",
    "crowd.zip": "full of members that unpack to nothing but size",
    "deep.zip" + "!/in.zip" * 5: "more than 5 containers deep",
    "overlapping.zip": "lie in each other",
    "encrypted.zip!/a.txt": "encrypted",
    "links.tar!/soft.txt": "a link",
    "links.tar!/hard.txt": "a link",
    "links.tar!/device.txt": "a device",
    "links.tar!/pipe.txt": "a pipe",
    "names.tar": "incomplete",
    "deep.html": "nested too deeply",
    "deep.xml": "nested too deeply",
    "deep.json": "nested too deeply",
    "deep.jsonl#1": "nested too deeply",
    "deepcsv.csv#1": "nested too deeply",
    "quote.csv": "nothing closes",
    "columns.csv": "2,000 columns",
    "failing.jsonl": "1,000 members in a row",
    "line.txt": "50.0 MB",
    "line.csv#2": "50.0 MB",
    "line.jsonl#2": "50.0 MB",
}
ARTICLES = {
    "bomb.zip!/good.txt": WORDS,
    "crowd.zip!/good.txt": WORDS,
    "encrypted.zip!/b.txt": WORDS,
    "paths.zip!/up.txt": WORDS,
    "paths.zip!/etc/root.txt": WORDS,
    "paths.zip!/drive.txt": WORDS,
    "paths.zip!/b.txt": WORDS,
    "links.tar!/up.txt": WORDS,
    "names.tar!/a.txt": WORDS,
    "deep.jsonl#2": "It rained.",
    "entities.xml#1": "It rained &i;.",
    "outside.xml#1": "It rained &f;.",
    "nul.txt": WORDS,
    "nul.csv#1": "The council met.",
    "surrogates.jsonl#?": "Rain\n\nIt  rained.",
    "bidi.txt": "The council met.",
    "bidi.csv#1": "The council met.",
    "quote.csv#1": "It rained.",
    "commas.csv#1": "It rained.",
    "line.csv#1": "It rained.",
    "line.csv#3": "It did.",
    "line.jsonl#1": "It rained.",
    "line.jsonl#3": "It did.",
    "signs.txt": ". " * 200_000,
    "letters.txt": "a " * 250_000,
    "good.txt": WORDS,
}


def test_the_run_goes_on_to_the_end(ran: Ran, folder: Path) -> None:
    assert (ran.code, "Traceback" in ran.err, "\x1b" in ran.err) == (0, False, False), ran.err
    assert check(folder.parent / "claims.db") == []


@pytest.mark.parametrize("source", FAILURES)
def test_what_does_harm_is_a_row_with_its_reason(source: str, ran: Ran, folder: Path) -> None:
    reasons = dict(rows(folder, "SELECT source, reason FROM failures"))
    assert FAILURES[source] in reasons[f"in/{source}"]
    assert "InternalError" not in {kind for (kind,) in rows(folder, "SELECT kind FROM failures")}


@pytest.mark.parametrize("source", ARTICLES)
def test_what_stands_beside_it_goes_in(source: str, ran: Ran, folder: Path) -> None:
    texts = dict(rows(folder, "SELECT source, text FROM articles"))
    assert texts[f"in/{source}"].strip() == ARTICLES[source].strip()


def test_nothing_but_the_database_is_written(ran: Ran, folder: Path) -> None:
    assert {p.name for p in folder.iterdir()} == {*FILES, "line.txt", "line.csv", "line.jsonl"}
    assert {p.name for p in folder.parent.iterdir()} <= {"in", "claims.db", "claims.db-wal", "claims.db-shm"}


def test_memory_stays_bounded(ran: Ran, peak: Path) -> None:
    assert int(peak.read_text()) < 1_500_000


@pytest.mark.parametrize(("words", "timeout"), [(11_000, "0.3"), (40_000, "0.5")], ids=["in one process", "in a pool"])
def test_an_article_that_takes_too_long_is_a_failure(words: int, timeout: str, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("The council of Tarn met again and then it rained. " * (words // 10))
    (tmp_path / "good.txt").write_bytes(b"It rained.\n")
    ran = extract("ingest", ".", "--timeout", timeout, cwd=tmp_path)
    assert "1 new, 0 unchanged, 0 revised, 1 failed" in ran.out
    assert "long.txt takes more than" in ran.err or "long.txt: it takes more than" in ran.err
    assert "--timeout" in ran.err
    again = extract("ingest", ".", cwd=tmp_path)  # it would take as long as before
    assert "0 new, 1 unchanged, 0 revised, 1 failed" in again.out
    again = extract("ingest", ".", "--retry-failed", cwd=tmp_path)
    assert "1 new, 1 unchanged, 0 revised, 0 failed" in again.out
