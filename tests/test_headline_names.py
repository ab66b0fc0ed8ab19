"""The words of a statement name who a pronoun inside an argument is, as the claim's own words do."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.check import check
from db.connection import reader
from db.statements import queries
from db.statements.queries import Filters
from db.store import RunInfo, Store
from extract.extractor import Extractor, plain_article

ARTICLES = {
    "Paul Holt ran the port. The audit proves that he lied.": "The audit proves that he [Paul Holt] lied",
    "Ada Lind spoke in Farrow. The crowd urged her to run.": "The crowd urged her [Ada Lind] to run",
    "Paul Holt was fined. The court froze his accounts.": "The court froze his accounts [Paul Holt’s accounts]",
    "Paul Holt was fined. Police arrested him.": "Police arrested [Paul Holt]",
    "Paul Holt was fined. Holt paid the sum.": "Holt paid the sum",
}


@pytest.mark.parametrize("text", ARTICLES)
def test_a_statement_names_who_is_meant(text: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Store.open(path) as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(Extractor().extract(plain_article(text, "2024-03-12")))
        store.finish_run()
    with reader(path) as connection:
        shown = [one.words for one in queries.statements(connection, Filters())]
    assert ARTICLES[text] in shown
    assert check(path) == []
