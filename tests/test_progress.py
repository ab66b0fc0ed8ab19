"""The bar is at its end when the work is, whatever the files hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.contents import Contents
from db.store import RunInfo, Store
from extract.cli.intake import Intake
from extract.cli.progress_bar import Progress
from extract.cli.tally import Fate, Tally
from extract.readers import ReadHints
from extract.readers.containers.members import Unpacking
from extract.readers.files import size_of
from extract.workers import extract_batches
from tests.containers import TEXT, crawled, feed, json_lines, tarred, zipped


class Counting(Progress):
    """Also keeps what it was told."""

    def __init__(self) -> None:
        super().__init__(0, quiet=True)
        self.sizes: list[int] = []

    def advance(self, size: int, *, articles: int = 0, words: int = 0) -> None:
        self.sizes.append(size)
        super().advance(size, articles=articles, words=words)


FILES = {
    "a.txt": TEXT,
    "empty.txt": b"",
    "n.zip": zipped({f"{n}.txt": TEXT + b"%d" % n for n in range(5)} | {"x.jpg": b"\xff\xd8\xff" * 100}),
    "n.tar": tarred({f"{n}.txt": TEXT + b"%d" % n for n in range(5)} | {"x.jpg": bytes(5000)}),
    "broken.tar": tarred({"a.txt": TEXT})[:1200],
    "t.jsonl": json_lines(*({"text": f"It rained {n} times."} for n in range(9))),
    "f.xml": feed("<item><guid>1</guid><description>It rained.</description></item>"),
    "c.warc": crawled([("https://p.example/1", TEXT, {"Content-Type": "text/plain"})]),
    "picture.zip": zipped({"x.jpg": b"\xff\xd8\xff"}),
}


@pytest.mark.parametrize("again", [False, True], ids=["at first", "again"])
def test_the_shares_of_all_articles_are_the_files(again: bool, tmp_path: Path) -> None:
    for name, raw in FILES.items():
        (tmp_path / name).write_bytes(raw)
    sources = [str(tmp_path / name) for name in FILES]
    for _ in range(1 + again):
        progress, tally = Counting(), Tally()
        with Store.open(tmp_path / "claims.db") as store, progress:
            store.begin_run(RunInfo("1", "m", "1"))
            intake = Intake(store, tally, progress, tmp_path, ReadHints(), Unpacking())
            for results in extract_batches(intake.inputs(sources), workers=1, finish=Contents.of):
                intake.take(results)
    assert sum(progress.sizes) == sum(map(size_of, sources)) == sum(map(len, FILES.values()))
    assert min(progress.sizes) >= 0
    assert tally.total(Fate.UNCHANGED if again else Fate.NEW) == 23
