"""One folder that holds every format, each with a broken twin, goes in by one command."""

from __future__ import annotations

import bz2
import gzip
import lzma
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.check import check
from tests.containers import PAGE, TEXT, crawled, feed, json_lines, tarred, zipped
from tests.run import Ran, extract

RAIN = b"It rained in Tarn on Monday."
ITEM = "<item><guid>{0}</guid><title>Rain {0}</title><description>It rained {0} times.</description></item>"
HTML, IMAGE = {"Content-Type": "text/html"}, {"Content-Type": "image/jpeg"}
JPEG = b"\xff\xd8\xff\xe0" + bytes(500)

#: Name: content, how many articles it gives, and how many failures.
FILES: dict[str, tuple[bytes, int, int]] = {
    "plain.txt": (TEXT, 1, 0),
    "page.html": (PAGE, 1, 0),
    "note.md": (b"# Rain\n\nIt rained in Tarn on Monday.\n", 1, 0),
    "mail.eml": (b"From: a@example.org\nSubject: Rain\nDate: Mon, 6 May 2024 10:00:00 +0000\n\n" + RAIN, 1, 0),
    "news.zip": (zipped({"a.txt": TEXT, "b.html": PAGE, "x.jpg": JPEG}), 2, 0),
    "news.tar": (tarred({"a.txt": TEXT, "b.html": PAGE}), 2, 0),
    "news.tar.gz": (gzip.compress(tarred({"a.txt": TEXT, "in.zip": zipped({"c.txt": RAIN})}), mtime=0), 2, 0),
    "day.txt.gz": (gzip.compress(RAIN, mtime=0), 1, 0),
    "day.txt.bz2": (bz2.compress(RAIN), 1, 0),
    "day.txt.xz": (lzma.compress(RAIN), 1, 0),
    "table.csv": (b"id,title,text,date\n1,Rain,It rained.,2024-05-06\n2,Sun,It shone.,2024-05-07\n", 2, 0),
    "table.tsv": (b"id\ttext\n1\tIt rained.\n2\tIt shone.\n", 2, 0),
    "lines.jsonl": (json_lines({"id": 1, "text": "It rained."}, {"id": 2, "body": "<p>It shone.</p>"}), 2, 0),
    "array.json": (b'[{"id": 1, "text": "It rained."}, {"id": 2, "text": "It shone."}]', 2, 0),
    "feed.xml": (feed(ITEM.format(1), ITEM.format(2)), 2, 0),
    "crawl.warc": (crawled([("https://p.example/1", PAGE, HTML), ("https://p.example/x", JPEG, IMAGE)]), 1, 0),
    "crawl.warc.gz": (crawled([("https://p.example/1", PAGE, HTML)], compressed=True), 1, 0),
    "unnamed": (zipped({"a.txt": TEXT}), 1, 0),
    "broken.txt": (bytes(range(256)) * 20, 0, 1),
    "broken.html": (b"<html><body><script>x</script></body></html>", 0, 1),
    "broken.md": (b"", 0, 1),
    "broken.zip": (zipped({"a.txt": TEXT, "b.html": PAGE})[:-40], 0, 1),
    "broken.tar": (tarred({"a.txt": TEXT, "b.html": PAGE})[:1700], 1, 2),
    "broken.tar.gz": (gzip.compress(tarred({"a.txt": TEXT, "b.html": PAGE}), mtime=0)[:-30], 1, 2),
    "broken.txt.gz": (gzip.compress(TEXT * 9, mtime=0)[:-12], 0, 1),
    "broken.csv": (b"id,title,text\n1,Rain,It rained.\n2,Sun,\n3,Wind\n4,Fog,It was foggy.\n", 2, 2),
    "nocolumn.csv": (b"a,b\n1,2\n", 0, 1),
    "broken.jsonl": (b'{"id": 1, "text": "It rained."}\n{"id": 2, "te\n{"id": 3, "text": "It shone."}\n', 2, 1),
    "broken.json": (b'[{"id": 1, "text": "It rained."}, {"id": 2, "te', 1, 1),
    "broken.xml": (feed(ITEM.format(1), ITEM.format(2))[:-90], 1, 1),
    "broken.warc": (crawled([("https://p.example/1", PAGE, HTML), ("https://p.example/2", PAGE, HTML)])[:-100], 1, 2),
    "broken.eml": (b"From: a@example.org\nSubject: Nothing\n\n", 0, 1),
    "picture.jpg": (JPEG, 0, 0),
    "style.css": (b"p { color: red }", 0, 0),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("formats")
    (path / "in").mkdir()
    for name, (content, _, _) in FILES.items():
        (path / "in" / name).write_bytes(content)
    return path


@pytest.fixture(scope="module")
def ran(folder: Path) -> Ran:
    return extract("ingest", "in", cwd=folder)


def rows(database: Path, query: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def dump(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


def belongs(source: str, name: str) -> bool:
    return source == f"in/{name}" or source.startswith((f"in/{name}!/", f"in/{name}#"))


@pytest.mark.parametrize("name", FILES)
def test_each_file_gives_its_articles_and_its_failures(name: str, ran: Ran, folder: Path) -> None:
    articles = [s for (s,) in rows(folder / "claims.db", "SELECT source FROM articles") if belongs(s, name)]
    query = "SELECT source FROM failures WHERE kind <> 'LeftOut'"
    failures = [s for (s,) in rows(folder / "claims.db", query) if belongs(s, name)]
    assert (len(articles), len(failures)) == FILES[name][1:], (articles, failures)


def test_the_closing_table_accounts_for_every_file(ran: Ran, folder: Path) -> None:
    assert ran.code == 0
    header, *lines = (line.split("\t") for line in ran.out.split("\n\n")[0].splitlines())
    assert header == ["format", "files", "new", "unchanged", "revised", "failed", "left out"]
    counts = {name: [int(count.replace(",", "")) for count in numbers] for name, *numbers in lines}
    assert counts["zip"] == [3, 3, 0, 0, 1, 1]
    assert counts["csv"] == [4, 6, 0, 0, 3, 0]
    assert counts["warc"] == [2, 2, 0, 0, 2, 1]
    assert counts["other"] == [2, 0, 0, 0, 0, 2]
    sums = [sum(column) for column in zip(*counts.values(), strict=True)]
    articles, failures = (sum(numbers[i] for numbers in FILES.values()) for i in (1, 2))
    assert sums == [len(FILES), articles, 0, 0, failures, 4]
    assert f"{articles} new, 0 unchanged, 0 revised, {failures} failed" in ran.out
    assert "left out   4: 2 .jpg, 1 .css, 1 image/jpeg" in ran.out


def test_again_no_row_changes(ran: Ran, folder: Path) -> None:
    before = dump(folder / "claims.db")
    again = extract("ingest", "in", cwd=folder)
    articles, failures = (sum(numbers[i] for numbers in FILES.values()) for i in (1, 2))
    assert f"0 new, {articles} unchanged, 0 revised, {failures} failed" in again.out
    assert dump(folder / "claims.db") == before
    assert check(folder / "claims.db") == []


@pytest.mark.parametrize("workers", ["1", "3"])
def test_any_workers_give_the_same_export(workers: str, ran: Ran, folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "in", tmp_path / "in")
    names = sorted(FILES, reverse=workers == "3")
    half = [f"in/{name}" for name in names][: len(names) // 2]
    extract("ingest", *half, "--workers", workers, cwd=tmp_path, new=True)
    extract("ingest", "in", "--workers", workers, cwd=tmp_path, new=True)
    assert extract("export", "jsonl", cwd=tmp_path).out == extract("export", "jsonl", cwd=folder).out


def test_a_changed_member_is_a_revision_and_the_others_stay(tmp_path: Path) -> None:
    archive = tmp_path / "news.zip"
    archive.write_bytes(zipped({"a.txt": TEXT, "b.txt": RAIN}))
    assert "2 new" in extract("ingest", "news.zip", cwd=tmp_path).out
    archive.write_bytes(zipped({"c.txt": b"It shone.", "b.txt": RAIN, "a.txt": TEXT + b" It rained."}))
    assert "1 new, 1 unchanged, 1 revised, 0 failed" in extract("ingest", "news.zip", cwd=tmp_path).out


def test_a_container_that_is_whole_again_is_no_failure(tmp_path: Path) -> None:
    whole = tarred({"a.txt": TEXT, "b.txt": RAIN})
    (tmp_path / "n.tar").write_bytes(whole[:1560])
    extract("ingest", "n.tar", cwd=tmp_path)
    assert rows(tmp_path / "claims.db", "SELECT source FROM failures ORDER BY 1") == [("n.tar",), ("n.tar!/b.txt",)]
    (tmp_path / "n.tar").write_bytes(whole)
    assert "1 new, 1 unchanged, 0 revised, 0 failed" in extract("ingest", "n.tar", cwd=tmp_path).out
    assert rows(tmp_path / "claims.db", "SELECT source FROM failures") == []


def test_columns_and_limits_are_options(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(
        b"nr,lead,head,day,who,paper,at\n7,It rained.,Rain,3 May 2024,Mira Tolland,Post,https://p.example\n"
    )
    named = ["text=lead", "title=head", "date=day", "author=who", "outlet=paper", "url=at", "id=nr"]
    options = [word for pair in named for word in (f"--{pair.partition('=')[0]}-column", pair.partition("=")[2])]
    assert "column" in extract("ingest", "t.csv", cwd=tmp_path).err
    assert "1 new" in extract("ingest", "t.csv", *options, cwd=tmp_path).out
    assert rows(tmp_path / "claims.db", "SELECT source, title, published, byline, outlet, url FROM articles") == [
        ("t.csv#7", "Rain", "2024-05-03", "Mira Tolland", "Post", "https://p.example")
    ]
    (tmp_path / "n.zip").write_bytes(zipped({"a.txt": TEXT * 100}))
    assert "--max-bytes" in extract("ingest", "n.zip", "--max-bytes", "1kB", cwd=tmp_path).err
    assert "is not a size" in extract("ingest", "n.zip", "--max-bytes", "much", cwd=tmp_path).err


def test_standard_input_may_be_a_container(tmp_path: Path) -> None:
    for raw, count in ((feed(ITEM.format(1), ITEM.format(2)), 2), (zipped({"a.txt": TEXT}), 1)):
        assert f"{count} new" in extract("ingest", "-", cwd=tmp_path, stdin=raw).out
        assert f"0 new, {count} unchanged" in extract("ingest", "-", cwd=tmp_path, stdin=raw).out


def test_a_folder_of_nothing_to_read_says_what_was_looked_for(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_bytes(b"p { color: red }")
    ran = extract("ingest", ".", cwd=tmp_path)
    assert ran.code == 2
    assert "`extract formats` lists" in ran.err


def test_what_the_command_says_wins_for_every_member(tmp_path: Path) -> None:
    (tmp_path / "f.zip").write_bytes(
        zipped({"f.xml": feed(ITEM.format(1)), "t.csv": b"id,text,outlet\n1,It rained.,Post\n"})
    )
    extract("ingest", ".", "--outlet", "Northern Courier", "--published", "2024-05-31", cwd=tmp_path)
    found = rows(tmp_path / "claims.db", "SELECT DISTINCT outlet, published FROM articles")
    assert found == [("Northern Courier", "2024-05-31")]
    assert (
        "left out" not in extract("ingest", ".", cwd=tmp_path).out.split("\n\n")[1]
    )  # the database is no file of the folder


def test_what_failed_is_listed_by_its_reason_and_what_was_left_out_by_itself(ran: Ran, folder: Path) -> None:
    listed = extract("failures", cwd=folder).out.splitlines()
    each = extract("failures", "--each", cwd=folder).out.splitlines()
    assert listed[0].split("\t") == ["inputs", "kind", "reason", "first"]
    assert sum(int(line.split("\t")[0]) for line in listed[1:]) == len(each) - 1 > len(listed) - 1
    left = extract("failures", "--left-out", "--each", cwd=folder).out.splitlines()[1:]
    assert [tuple(line.split("\t")) for line in left] == [
        ("in/crawl.warc#https://p.example/x", "left out", "image/jpeg"),
        ("in/news.zip!/x.jpg", "left out", ".jpg"),
        ("in/picture.jpg", "left out", ".jpg"),
        ("in/style.css", "left out", ".css"),
    ]
