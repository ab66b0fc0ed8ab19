"""A long article in parts: nothing of it is lost, and whatever is in it is found."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.madeup import extraction
from db.store import RunInfo, Store
from db.web.pages import article_parts, article_view
from tests.browsing import get, served

if TYPE_CHECKING:
    from datasette.app import Datasette

LONG = 900


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short article and a long one."""
    path = tmp_path_factory.mktemp("parting") / "long.db"
    with Store.open(path) as store:
        store.begin_run(RunInfo("0", "made up", "0"))
        store.add(extraction(1, random.Random(1), 12))
        store.add(extraction(2, random.Random(2), LONG))
        store.finish_run()
    return path


@pytest.fixture(scope="module")
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def site(path: Path) -> Iterator[Datasette]:
    with served(path) as datasette:
        yield datasette


def _page(connection: sqlite3.Connection, number: int, part: int = 1, at: str | None = None) -> article_view.Page:
    page = article_view.read_page(connection, number, part, at)
    assert page is not None
    return page


def test_a_short_article_is_one_part(connection: sqlite3.Connection) -> None:
    page = _page(connection, 1)
    assert (page.part.number, page.part.count, page.total, len(page.claims)) == (1, 1, 12, 12)


def test_parts_together_are_the_article(connection: sqlite3.Connection) -> None:
    (text,) = connection.execute("SELECT text FROM articles WHERE id = 2").fetchone()
    pages = [_page(connection, 2, part) for part in range(1, _page(connection, 2).part.count + 1)]
    assert len(pages) > 3
    keys = [claim.key for page in pages for claim in page.claims]
    assert len(keys) == len(set(keys)) == LONG == pages[0].total
    assert max(len(page.claims) for page in pages) <= 1.3 * article_parts.MAX_CLAIMS
    assert min(len(page.claims) for page in pages[:-1]) >= 0.5 * article_parts.MAX_CLAIMS
    words = [s.text for page in pages for g in page.groups for b in g.blocks for t in b.sentences for s in t.segments]
    assert "".join(words) == text.replace("\n", "")


def test_one_block_without_an_end_is_cut_between_sentences(path: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    whole.write_bytes(path.read_bytes())
    with sqlite3.connect(whole) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("DELETE FROM blocks WHERE article = 2")
        (text,) = connection.execute("SELECT text FROM articles WHERE id = 2").fetchone()
        pages = [_page(connection, 2, part) for part in range(1, _page(connection, 2).part.count + 1)]
    connection.close()
    assert len(pages) > 3
    words = [s.text for page in pages for g in page.groups for b in g.blocks for t in b.sentences for s in t.segments]
    assert "".join(words) == text


def test_a_claim_and_a_sentence_are_found_in_their_part(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT c.key, s.position FROM claims c JOIN sentences s ON s.id = c.sentence WHERE c.article = 2"
    ).fetchall()
    for key, position in random.Random(5).sample(rows, 30):
        page = _page(connection, 2, at=key)
        assert key in {claim.key for claim in page.claims}
        assert page.part == _page(connection, 2, at=f"s{position}").part == _page(connection, 2, at=f"t{position}").part


@pytest.mark.parametrize(("part", "at"), [(0, None), (10**8, None), (3, "nowhere"), (1, "c" + "0" * 16), (1, "s99999")])
def test_whatever_is_asked_for_there_is_a_part(connection: sqlite3.Connection, part: int, at: str | None) -> None:
    page = _page(connection, 2, part, at)
    assert 1 <= page.part.number <= page.part.count
    assert page.claims


def test_pages_lead_from_part_to_part_and_claims_to_theirs(site: Datasette, connection: sqlite3.Connection) -> None:
    first = get(site, "/-/article/2").text
    assert 'href="?part=2"' in first
    assert f"of {LONG} claims" in " ".join(first.split())
    last = connection.execute("SELECT key FROM claims WHERE article = 2 ORDER BY id DESC LIMIT 1").fetchone()[0]
    assert f'id="{last}"' not in first
    found = get(site, f"/-/claim/{last}")
    assert found.status_code == 302
    place = found.headers["location"]
    assert place.endswith(f"#{last}")
    assert f'id="{last}"' in get(site, place.split("#")[0]).text
    assert get(site, "/-/article/2?part=x&at=%00").status_code == 200
    assert "?part=" not in get(site, "/-/article/1").text
