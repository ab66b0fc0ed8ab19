"""People join statements that say the same and split claims off that do not: kept, undone, the same in any order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from db import tracking
from db.chain import begin, broken
from db.check import check
from db.claim_judgements import ClaimJudgement
from db.connection import snapshot
from db.reviews import deciding
from db.reviews.decisions import Reason, Seen
from db.sqlite import Connection
from db.statements import statement_judgements
from db.statements.statement_judgements import judge, undo
from db.store import RunInfo, Store
from extract.errors import UsageError
from extract.extractor import Extractor, plain_article
from extract.model import Extraction
from tests.run import extract

RUN = RunInfo("1.0", "model", "3.8.0")
JOIN, SPLIT = ClaimJudgement.JOIN, ClaimJudgement.SPLIT
NEWS = {
    "gazette": ("2024-03-12", "Castella Mills sacked Ada Brook. Hugo Reis leads the Harbour Party."),
    "herald": ("2024-03-13", "Castella Mills dismissed Ada Brook. Hugo Reis leads the Harbour Party."),
    "courier": ("2024-03-13", "Castella Mills discarded Ada Brook."),
    "later": ("2024-03-20", "Castella Mills discarded Ada Brook. Hugo Reis leads the Harbour Party."),
}


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    made = [replace(plain_article(text, day), source=name, outlet=name) for name, (day, text) in NEWS.items()]
    return dict(zip(NEWS, Extractor().extract_all(made), strict=True))


def stored(path: Path, extractions: list[Extraction]) -> Store:
    store = Store.open(path)
    store.begin_run(RUN)
    for extraction in extractions:
        store.add(extraction)
    return store


@pytest.fixture
def store(tmp_path: Path, extractions: dict[str, Extraction]) -> Iterator[Store]:
    with stored(tmp_path / "claims.db", [extractions[name] for name in ("gazette", "herald", "courier")]) as opened:
        yield opened
        opened.finish_run()
    assert check(tmp_path / "claims.db") == []


def said(connection: Connection) -> set[frozenset[tuple[str, str]]]:
    """Source and relation of the claims of each statement."""
    query = (
        "SELECT c.statement, a.source, c.relation FROM claims c JOIN articles a ON a.id = c.article "
        "WHERE c.current = 1 AND c.statement IS NOT NULL"
    )
    found: dict[int, set[tuple[str, str]]] = {}
    for statement, source, relation in connection.execute(query):
        found.setdefault(statement, set()).add((source, relation))
    return {frozenset(claims) for claims in found.values()}


def named(connection: Connection) -> dict[str, tuple[str, str]]:
    """By source and relation: the keys of the claim and of its statement."""
    query = (
        "SELECT a.source || ' ' || c.relation, c.key, s.key FROM claims c JOIN articles a ON a.id = c.article "
        "JOIN statements s ON s.id = c.statement WHERE c.current = 1"
    )
    return {name: (claim, statement) for name, claim, statement in connection.execute(query)}


def test_statements_are_joined_and_later_articles_follow(store: Store, extractions: dict[str, Extraction]) -> None:
    connection = store.connection
    before, keys = said(connection), named(connection)
    assert {("courier", "discarded")} in before
    number = judge(connection, JOIN, [keys["gazette sacked"][1], keys["courier discarded"][1]], "ada", "one dismissal")
    joined = next(claims for claims in said(connection) if ("courier", "discarded") in claims)
    assert {("gazette", "sacked"), ("courier", "discarded")} <= joined
    store.add(extractions["later"])
    assert ("later", "discarded") in next(claims for claims in said(connection) if ("gazette", "sacked") in claims)
    undo(connection, number, "eve", "two")
    (one,) = statement_judgements.judgements(connection)
    assert (one.who, one.why, one.undone_by, one.undone_why) == ("ada", "one dismissal", "eve", "two")
    assert {("courier", "discarded"), ("later", "discarded")} in said(connection)
    assert list(broken(connection)) == []


def test_a_claim_is_split_off_its_statement(store: Store) -> None:
    connection = store.connection
    keys, before = named(connection), said(connection)
    both = frozenset({("gazette", "leads"), ("herald", "leads")})
    assert both in before
    judge(connection, SPLIT, [keys["herald leads"][0]], "ada", "of another town")
    assert {frozenset({("gazette", "leads")}), frozenset({("herald", "leads")})} <= said(connection)
    judge(connection, JOIN, [keys["gazette leads"][1], named(connection)["herald leads"][1]], "ben")
    assert both in said(connection), "the last judgement holds"
    undo(connection, 2, "ben")
    undo(connection, 1, "ada")
    assert said(connection) == before


def test_what_cannot_be_judged_is_refused_in_words(store: Store) -> None:
    keys = named(store.connection)
    for judgement, names, words in (
        (JOIN, [keys["gazette leads"][1], keys["herald leads"][0]], "at least two statements"),
        (JOIN, ["f0000000000000000"], "No statement and no claim"),
        (SPLIT, [keys["courier discarded"][0]], "all claims of the statement"),
    ):
        with pytest.raises(UsageError, match=words):
            judge(store.connection, judgement, names, "ada")
    with pytest.raises(UsageError, match="has the number 9"):
        undo(store.connection, 9, "ada")


def copy_judgements(connection: Connection, other: Connection) -> None:
    for table in ("statement_judgements", "judged_statements"):
        for row in connection.execute(f"SELECT * FROM {table}"):
            other.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", tuple(row))
    begin(other)


@pytest.mark.parametrize("order", list(permutations(NEWS))[::3], ids="-".join)
def test_any_order_gives_the_same(order: tuple[str, ...], tmp_path: Path, extractions: dict[str, Extraction]) -> None:
    with stored(tmp_path / "claims.db", list(extractions.values())) as store:
        keys = named(store.connection)
        judge(store.connection, JOIN, [keys["gazette sacked"][1], keys["courier discarded"][1]], "ada")
        judge(store.connection, SPLIT, [keys["herald leads"][0], keys["later leads"][0]], "ada")
        expected = named(store.connection)
        with stored(tmp_path / "other.db", []) as other:
            copy_judgements(store.connection, other.connection)
            for name in order:
                other.add(extractions[name])
            assert named(other.connection) == expected
            for gone in ("gazette", "courier"):  # those that the others went along with
                for each in (store, other):
                    query = "SELECT id FROM articles WHERE source = ?"
                    each.forget(each.connection.execute(query, (gone,)).fetchone()[0])
            assert named(other.connection) == named(store.connection)
            other.add(extractions["gazette"])
            store.add(extractions["gazette"])
            assert named(other.connection) == named(store.connection)
            tracking.relink(other.connection)
            assert named(other.connection) == named(store.connection)
            other.finish_run()
        store.finish_run()
    assert check(tmp_path / "claims.db") == check(tmp_path / "other.db") == []


def test_a_rejected_claim_leaves_what_it_was_joined_with(store: Store, extractions: dict[str, Extraction]) -> None:
    connection = store.connection
    store.add(extractions["later"])
    keys = named(connection)
    judge(connection, JOIN, [keys["gazette sacked"][1], keys["courier discarded"][0]], "ada")
    before = said(connection)
    (version,) = connection.execute(
        "SELECT version FROM claims WHERE key = ?", keys["courier discarded"][:1]
    ).fetchone()
    number = deciding.reject(connection, [Seen(keys["courier discarded"][0], version)], "ada", Reason.SUBJECT)
    assert not any(("courier", "discarded") in claims for claims in said(connection))
    deciding.undo(connection, number, "ada")
    assert said(connection) == before


def test_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    for name, (day, text) in list(NEWS.items())[:3]:
        (tmp_path / f"{name}.txt").write_text(f"{name.title()}\n\n{day}\n\n{text}\n")
    articles = [str(tmp_path / f"{name}.txt") for name in list(NEWS)[:3]]
    assert extract("ingest", *articles, "--db", str(path)).code == 0
    with snapshot(path) as connection:
        keys = {name.rpartition("/")[2]: found for name, found in named(connection).items()}
        before = said(connection)
    one, other = keys["gazette.txt sacked"][1], keys["courier.txt discarded"][1]
    joined = extract("statement", "join", one, other, "--db", str(path), "--by", "ada", "--why", "one dismissal")
    assert joined.code == 0
    assert joined.err.startswith("Joined (decision 1). Statement: f")
    with snapshot(path) as connection:
        after = said(connection)
    assert len(after) == len(before) - 1
    for again in (("relink",), ("reextract",)):
        assert extract(*again, "--db", str(path)).code == 0
        with snapshot(path) as connection:
            assert said(connection) == after, again
    exported = extract("export", "jsonl", "--db", str(path)).out.splitlines()
    records = [json.loads(line) for line in exported]
    assert len({r["statement"] for r in records if r["relation"]["text"] in ("sacked", "discarded")}) == 1
    assert extract("statement", "split", keys["herald.txt leads"][0], "--db", str(path)).code == 0
    assert extract("statement", "undo", "1", "--db", str(path), "--by", "eve").code == 0
    listed = extract("statement", "history", "--json", "--db", str(path)).out.splitlines()
    rows = [json.loads(line) for line in listed]
    assert [(row["judgement"], row["why"], row["undone_by"]) for row in rows] == [
        ("join", "one dismissal", "eve"), ("split", None, None),
    ]  # fmt: skip
    refused = extract("statement", "undo", "1", "--db", str(path))
    assert (refused.code, "was undone by eve" in refused.err) == (2, True)
    assert check(path) == []
