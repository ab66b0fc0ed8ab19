"""A database of the seed articles, and of one whose names attack, for tests of what is made of several articles."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from db.store import RunInfo, Store
from extract.extractor import Extractor
from extract.model import Extraction, Mention
from extract.readers import load, read
from tests.browsing import HOSTILE, hostile
from tests.conftest import ROOT
from tests.records import read_words

RUN = RunInfo("1.0", "model", "3.8.0")
NAMES = (
    "<script>window.owned = 1</script>",
    "\"Ada' onmouseover='window.owned=1",
    "<img src=x onerror=window.owned=1>",
)


def make(path: Path) -> Path:
    """All seeds that can be read, and the article that attacks."""
    return Path(shutil.copy(_made(), path))


@cache
def _made() -> Path:
    """The database, made once by each process."""
    folder = tempfile.mkdtemp(prefix="seeded-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder) / "claims.db"
    sources = sorted(p for p in (ROOT / "seeds").iterdir() if not p.name.startswith("16"))
    with Store.open(path) as store:
        store.begin_run(RUN)
        for extraction in Extractor().extract_all([read(str(p), load(str(p))) for p in sources]):
            store.add(extraction)
        store.add(attacking())
        store.finish_run()
    return path


def attacking() -> Extraction:
    """The article of `tests.browsing` with names in it that are markup."""
    starts = [(HOSTILE.index(name), name) for name in NAMES]
    mentions = tuple(Mention(at, at + len(n), n, "name", "PERSON") for at, n in starts)
    return read_words(replace(hostile(), mentions=mentions))
