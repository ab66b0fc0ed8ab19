"""A claim read in a headline, a heading or a caption says so: in the export, the command and the article's page."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from pathlib import Path

import pytest

from db.sqlite import sqlite3
from tests.browsing import get, served
from tests.run import extract

PAGE = """<html lang="en"><head><title>Council buys the old mill - Brennick Post</title></head><body><article>
<h1>Council buys the old mill</h1>
<p>The council of Brennick bought the mill on Monday for two million crowns.</p>
<figure><img src="mill.jpg"><figcaption>Greta Holm opens the gate of the mill.</figcaption></figure>
<h2>Holm defends the price</h2>
<p>The mayor, Greta Holm, defended the price before the council on Tuesday.</p></article></body></html>
"""
PLACES = {
    "title": "headline",
    "caption": "caption",
    "heading": "heading",
    "paragraph": None,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("marks")
    (path / "mill.html").write_text(PAGE, encoding="utf-8")
    assert extract("ingest", "mill.html", cwd=path).code == 0
    return path


@pytest.fixture(scope="module")
def claims(folder: Path) -> list[dict[str, object]]:
    ran = extract("export", "jsonl", cwd=folder)
    return [json.loads(line) for line in ran.out.splitlines()]


@pytest.mark.parametrize("block", PLACES)
def test_the_export_names_the_block(block: str, claims: list[dict[str, object]], folder: Path) -> None:
    assert any(claim["block"] == block for claim in claims)
    rows = list(csv.DictReader(extract("export", "csv", cwd=folder).out.lstrip("\ufeff").splitlines()))
    assert {row["id"]: row["block"] for row in rows} == {claim["id"]: claim["block"] for claim in claims}


def test_show_marks_them(folder: Path) -> None:
    shown = extract("show", "mill.html", cwd=folder).out.splitlines()
    for words, mark in (("buys", "headline"), ("opens", "caption")):
        assert any(words in line and mark in line for line in shown)
    assert not any("bought" in line and ("headline" in line or "caption" in line) for line in shown)
    told = [json.loads(line) for line in extract("show", "mill.html", "--json", cwd=folder).out.splitlines()]
    assert {claim["block"] for claim in told} == set(PLACES)


def test_the_table_of_claims_with_sentences_has_the_block(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "claims.db")) as connection:
        found = {row[0] for row in connection.execute("SELECT DISTINCT block FROM claims_readable")}
    assert found == set(PLACES)


def test_the_articles_page_marks_them(folder: Path) -> None:
    with served(folder / "claims.db") as datasette:
        shown = get(datasette, "/-/article/1").text
    for mark in ("headline", "caption", "heading"):
        assert f">{mark}<" in shown
