"""Files and sentences that nobody wrote like this."""

from __future__ import annotations

import io
import re
import time
from collections import Counter
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.trials.ground import (
    DATABASE,
    INPUTS,
    Did,
    check_whole,
    expect,
    run,
)
from db.connection import reader
from extract.extractor import Extractor
from tests.conftest import ROOT
from tests.fuzz.articles import articles, prove, sentences
from tests.fuzz.files import damaged
from tests.fuzz.probe import SAMPLES

FILES = 40
#: CPU seconds that one article may take, and seconds that a run of such files may on a busy machine.
BUDGET, PATIENCE = 20, 240.0
TEXTS = 10


@cache
def samples() -> dict[str, bytes]:
    """A file of every format, by name."""
    import docx

    from tests.pdfs import Sheet, Style

    document, buffer, sheet = docx.Document(), io.BytesIO(), Sheet()
    document.add_heading("Dam above Brennick closed", 0)
    document.add_paragraph("The operator closed the dam on Monday after engineers found a leak.")
    document.save(buffer)
    sheet.column(56, 700, 400, ["The operator closed the dam on Monday after engineers found a leak."], Style())
    pages = {f"{n}.html": file.read_bytes() for n, file in enumerate(sorted((ROOT / "seeds").glob("*.html")))}
    return {**SAMPLES, **pages, "a.docx": buffer.getvalue(), "a.pdf": sheet.saved()}


def damaged_files(luck: Random, folder: Path) -> Did:
    """Damaged files of every format through the command: each is an article or a failure with a reason."""
    known = samples()
    (folder / INPUTS).mkdir()
    for number in range(FILES):
        name = luck.choice(sorted(known))
        (folder / INPUTS / f"{number:02}-{name}").write_bytes(damaged(known[name], luck))
    began = time.monotonic()
    ran = run(folder, "ingest", INPUTS, "--workers", "1", "--timeout", str(BUDGET), codes=(0, 3))
    expect(time.monotonic() - began < PATIENCE, f"{FILES} small files are read within {PATIENCE:.0f} s")
    check_whole(folder / DATABASE)
    with closing(reader(folder / DATABASE)) as connection:
        stored = [source for (source,) in connection.execute("SELECT source FROM articles")]
        failures = connection.execute("SELECT source, kind, reason FROM failures").fetchall()
    mistakes = {source: reason for source, kind, reason in failures if kind in ("InternalError", "WorkerDied")}
    expect(not mistakes, f"a file fails for a reason that is known: {mistakes}")
    failed = [source for source, _, _ in failures]
    names = [f"{INPUTS}/{file.name}" for file in sorted((folder / INPUTS).iterdir())]
    missing = [name for name in names if not any(source.startswith(name) for source in (*stored, *failed))]
    told = re.search(r"^left out +([\d,]+)", ran.out, re.M)  # members that are no articles, as the command counts them
    left_out = int(told[1].replace(",", "")) if told else 0
    expect(len(missing) <= left_out, f"a file is an article, a failure or told as left out: {missing}")
    return Counter({"files": FILES, "articles": len(stored), "failures": len(failed)})


@cache
def _extractor() -> Extractor:
    return Extractor()


@cache
def _sentences() -> list[str]:
    return sentences()


def damaged_sentences(luck: Random, folder: Path) -> Did:
    """Articles of damaged sentences, some dated, in two orders: no law is broken, and both give the same."""
    made = list(islice(articles(_sentences(), luck), TEXTS))
    problems = prove(_extractor(), made, folder, luck)
    expect(not problems, f"no law is broken: {problems[:5]}")
    return Counter({"articles": len(made)})
