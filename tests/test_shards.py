"""Shards and their merge give what `extract ingest` gives, whatever their number, and whatever is killed on the way."""

from __future__ import annotations

import csv
import os
import shutil
import signal
import subprocess
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from benchmarks.syndication.corpus import corpus
from db.check import check
from db.connection import reader
from db.export import export, find_formats
from db.store import RunInfo, Store
from extract import arrow_tables, errors, workers
from extract.cli import cli
from extract.errors import MissingExtraError, UsageError, require_extra
from extract.extractor import Extractor, plain_article
from extract.model import Extraction, Failure
from extract.shards import dask_engine, plan
from extract.shards.shard_folder import ShardFolder
from extract.workers import Crew, Task
from tests.run import COMMAND, extract

if TYPE_CHECKING:
    from spacy.language import Language

EXPORTS = ("jsonl", "attributions", "mentions", "articles")
ARTICLES = 120


def write_articles(folder: Path) -> None:
    """Short reports as files, in an archive and as rows of a table, with one that is there twice and one broken."""
    folder.mkdir()
    texts = [f"{each.report.title}\n\n{each.report.paragraphs[0]}\n" for each in corpus(ARTICLES, seed=11)]
    for number, text in enumerate(texts[: ARTICLES // 2]):
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (folder / "000.meta.json").write_text('{"published": "2024-03-12", "outlet": "The Orl Post"}')
    with zipfile.ZipFile(folder / "day.zip", "w") as archive:
        for number, text in enumerate(texts[ARTICLES // 2 : -40]):
            archive.writestr(f"{number}.txt", text)
    with (folder / "rows.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "title", "text", "date"])
        rows.writerows(
            [number % 39, "Report", text, f"2024-05-{1 + number % 28:02}"] for number, text in enumerate(texts[-40:])
        )
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02 no text")
    (folder / "empty.zip").write_bytes(b"PK\x05\x06" + bytes(18))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles, their database made by `ingest`, and five shards of them."""
    folder = tmp_path_factory.mktemp("shards")
    write_articles(folder / "news")
    ran = extract("ingest", "news", "--db", "ingested.db", "--quiet", cwd=folder)
    assert ran.code == 0, ran.err
    ran = extract("shard", "news", "--out", "five", "--shards", "5", "--workers", "2", cwd=folder)
    assert ran.code == 0, ran.err
    assert "5 made, 0 finished before" in ran.out
    assert " words/s, 0 s left" in ran.out
    return folder


def exported(folder: Path, database: str) -> dict[str, bytes]:
    found = {}
    for name in EXPORTS:
        export(folder / database, folder / name, form=find_formats()[name], version="0")
        found[name] = (folder / name).read_bytes()
    return found


class CrewHere(Crew[Extraction]):
    """Extracts in this process, which has a model."""

    def batches(self, tasks: Iterator[Task]) -> Iterator[list[workers.Result]]:
        for task in tasks:
            yield workers.run(EXTRACTORS[0], task, workers.as_found)


EXTRACTORS: list[Extractor] = []


@pytest.fixture
def here(place: Path, nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Calls the command in this process, which starts no others, from the folder of the articles."""
    EXTRACTORS[:] = [Extractor(nlp)]
    monkeypatch.setattr("extract.cli.shard.Crew", CrewHere)
    monkeypatch.chdir(place)
    return lambda *arguments: CliRunner().invoke(cli, arguments)


def tables(folder: Path, name: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of all shards of a folder, sorted as docs/scale.md says."""
    found = {}
    for table in arrow_tables.schemas():
        rows = [
            row for file in sorted((folder / name / table).glob("*.parquet")) for row in pq.read_table(file).to_pylist()
        ]
        found[table] = sorted(rows, key=lambda row: (row["source"], row["number"]))
    return found


def contents(folder: Path, name: str) -> dict[str, bytes]:
    return {str(p.relative_to(folder / name)): p.read_bytes() for p in (folder / name).rglob("*") if p.is_file()}


def query(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with reader(path) as connection:
        return [tuple(row) for row in connection.execute(sql).fetchall()]


def test_the_merge_is_what_ingest_gives(place: Path) -> None:
    ran = extract("merge", "five", "--db", "merged.db", "--memory", "200MB", cwd=place)
    assert (ran.code, ran.err.count("\n")) == (0, 2), ran.err
    assert exported(place, "merged.db") == exported(place, "ingested.db")
    for sql in (
        "SELECT source, kind, reason, raw_hash FROM failures ORDER BY 1",
        "SELECT key, claims, articles FROM statements ORDER BY 1",
        "SELECT source, revision, current, copy_cluster, raw_hash FROM articles ORDER BY 1, 2",
        "SELECT model, version, new, revised, failed, sentences, claims, words FROM runs",
    ):
        rows = query(place / "merged.db", sql)
        assert rows == query(place / "ingested.db", sql)
        assert rows
    assert check(place / "merged.db") == []


def test_a_container_that_was_broken_once_is_whole_after_a_merge(place: Path) -> None:
    with Store.open(place / "mended.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for name in ("day.zip", "gone.zip"):
            store.fail(Failure(f"news/{name}", None, "BrokenContainerError", f"{name} is cut short."))
    assert extract("merge", "five", "--db", "mended.db", "--quiet", cwd=place).code == 0
    failures = {source for (source,) in query(place / "mended.db", "SELECT source FROM failures")}
    assert failures & {"news/day.zip", "news/gone.zip"} == {"news/gone.zip"}


def test_the_rows_do_not_depend_on_the_number_of_shards(place: Path, here: Callable[..., Result]) -> None:
    for share in ("2/2", "1/2"):
        assert here("shard", "news", "--out", "three", "--shards", "3", "--only", share).exit_code == 0
    assert tables(place, "three") == tables(place, "five")


def test_a_run_that_is_killed_goes_on_where_it_was(place: Path) -> None:
    command = [*COMMAND, "shard", "news", "--out", "killed", "--shards", "5", "--workers", "1"]
    with subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("shard 0: ")
        process.send_signal(signal.SIGKILL)
    merged = extract("merge", "killed", "--db", "killed.db", cwd=place)
    assert merged.code == 2
    assert "shards in killed are not finished" in merged.err
    stamps = {path: path.stat().st_mtime_ns for path in (place / "killed").rglob("00000.*")}
    ran = extract("shard", "news", "--out", "killed", cwd=place)
    assert ran.code == 0
    assert "of 5 shards were finished before" in ran.out
    assert contents(place, "killed") == contents(place, "five")
    assert stamps == {path: path.stat().st_mtime_ns for path in stamps}


def test_what_has_changed_is_made_again_and_other_settings_are_refused(
    place: Path, here: Callable[..., Result]
) -> None:
    shutil.copytree(place / "news", place / "changing")
    assert here("shard", "changing/00*.txt", "--out", "grown", "--shards", "4").exit_code == 0
    (place / "changing" / "001.txt").write_text("The mayor of Tarn opened the bridge.")
    assert "1 made, 3 finished before" in here("shard", "changing/00*.txt", "--out", "grown").output
    refused = here("shard", "changing/00*.txt", "--out", "grown", "--outlet", "The Tarn Echo")
    assert isinstance(refused.exception, UsageError)
    assert "made with other settings (outlet: None)" in str(refused.exception)


def test_shards_lie_in_object_storage_as_well(place: Path, here: Callable[..., Result]) -> None:
    memory = fsspec.filesystem("memory")
    for name in ("day.zip", "001.txt"):
        memory.put(str(place / "news" / name), f"/in/{name}")
    memory.pipe("/in/picture.png", b"no article")
    ran = here("shard", "memory://in", "--out", "memory://out", "--shards", "2")
    assert ran.exit_code == 0, ran.output
    ran = here("merge", "memory://out", "--duckdb", "remote.duckdb")
    assert ran.exit_code == 0, ran.output
    with duckdb.connect("remote.duckdb", read_only=True) as connection:
        names = [name for (name,) in connection.execute("SELECT source FROM articles").fetchall()]
        claims = connection.execute("SELECT COUNT(*) FROM claims").fetchone()
    archive = [f"memory:///in/day.zip!/{number}.txt" for number in range(ARTICLES // 2 - 40)]
    assert names == sorted([*archive, "memory:///in/001.txt"])
    same = ("news/day.zip!", "news/001.txt")
    assert claims == (sum(row["source"].startswith(same) for row in tables(place, "five")["claims"]),)


def test_dask_runs_the_shards_of_a_worker_that_is_lost_again(place: Path) -> None:
    with dask_engine._client(dask_engine.LOCAL, 2) as client:
        address, before = client.scheduler.address, client.run(os.getpid)
        killed = threading.Thread(target=_kill, args=(place / "dask", next(iter(before.values()))))
        killed.start()
        ran = extract("shard", "news", "--out", "dask", "--shards", "5", "--dask", address, cwd=place)
        killed.join()
        assert ran.code == 0, ran.err
        assert set(client.run(os.getpid).values()) != set(before.values())
    assert contents(place, "dask") == contents(place, "five")


def _kill(folder: Path, worker: int) -> None:
    """Kills a worker once it has begun to write."""
    while not list(folder.glob("claims/*.part")):
        time.sleep(0.01)
    os.kill(worker, signal.SIGKILL)


def test_no_scheduler_and_no_package_are_said_so(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_engine, "_SECONDS", "1s")
    with pytest.raises(UsageError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9: "):
        list(dask_engine.run_on_cluster("tcp://127.0.0.1:9", [], 1))
    monkeypatch.setattr(errors, "find_spec", lambda _name: None)
    with pytest.raises(
        MissingExtraError, match=r"needs pyarrow and duckdb, which .* pip install 'extract-claims\[scale\]'"
    ):
        require_extra("scale", "pyarrow", "duckdb")


def test_rows_hold_all_of_the_record(nlp: Language) -> None:
    text = (
        "Anna Berg, the mayor of Tarn, said on Monday that the city's old bridge had cost about 2.6 million crowns and "
        "that it might be closed. She denied that Norland Rail would buy it unless the council agreed. The minister "
        "promised aid to the families in May 2024."
    )
    found = Extractor(nlp, explain=True).extract(plain_article(text, published="2024-05-31"))
    assert found.claims
    assert any(claim.quantities for claim in found.claims)
    rows = arrow_tables.rows(found, 3)
    read = {
        table: pa.Table.from_pylist(rows[table], schema=schema).to_pylist()
        for table, schema in arrow_tables.schemas().items()
        if table in rows
    }
    assert all(row["number"] == 3 for table in read.values() for row in table)
    back = arrow_tables.extraction(read["articles"][0], read)
    assert back == replace(found, article=replace(found.article, blocks=()))


def test_large_files_are_read_in_parts_that_share_their_members(
    place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(plan, "PART_BYTES", 4_000)
    parts = [part for part in plan.find_parts([str(place / "news")], place) if part.name == "news/day.zip"]
    assert len(parts) > 1
    members = [f"news/day.zip!/{number}.txt" for number in range(ARTICLES // 2 - 40)]
    held = [[name for name in members if part.holds(name)] for part in parts]
    assert sorted(name for names in held for name in names) == sorted(members)
    assert all(held)
    folder = ShardFolder(str(tmp_path))
    with suppress(RuntimeError), folder.opened("claims", "00000.parquet") as file:
        file.write(b"half")
        raise RuntimeError
    assert list((tmp_path / "claims").iterdir()) == []
