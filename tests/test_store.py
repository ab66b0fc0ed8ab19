"""Storing articles: idempotent, atomic, with revisions (law 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.check import check
from db.sqlite import sqlite3
from db.store import Added, Counts, RunInfo, State, Store
from extract.model import Claim, Extraction, Failure, Sentence
from tests.records import article, claim, extraction, harbour

RUN = RunInfo("1.0", "model", "3.8.0")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db") as opened:
        opened.begin_run(RUN)
        yield opened


def dump(store: Store) -> list[tuple[object, ...]]:
    """Every row of every table."""
    tables = store.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [(name, *row) for (name,) in tables for row in store.connection.execute(f"SELECT * FROM {name}")]


def rows(store: Store, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in store.connection.execute(query)]


def mill(text: str = "The mill closed.", source: str = "mill.txt", raw: str | None = None) -> Extraction:
    raw_hash = sha256((raw or text).encode()).hexdigest()
    return extraction(article(text, source, raw_hash=raw_hash), [claim(text, "mill", "closed")])


def test_every_field_of_a_claim_is_stored(store: Store) -> None:
    store.add(harbour())
    store.connection.row_factory = sqlite3.Row
    claims = [dict(row) for row in store.connection.execute("SELECT * FROM claims")]
    unfilled = {name for name in claims[0] if all(row[name] is None for row in claims)}
    machine = {"source_who", "time_modifier", "object_entity", "object_resolved", "object_resolved_spans", "object_who"}
    others = {"time_spans", "kept_after", "event"}  # these a person fills, another model, and other articles
    assert unfilled == machine | others
    assert claims[1]["attributed_to"] == "Ada Lind"
    assert claims[1]["qualifiers"] == "in March 2021"
    assert claims[1]["factuality"] == "CT-"
    assert claims[1]["claim"] == "port · did not lose · about 40 ships"
    assert claims[0]["attribution"] is None


def test_a_stored_article_keeps_the_laws(store: Store) -> None:
    store.add(harbour())
    store.finish_run()
    assert check(store.path) == []


def test_the_same_article_again_changes_no_row(store: Store) -> None:
    assert store.add(harbour()) is Added.NEW
    store.finish_run()
    before = dump(store)
    store.begin_run(RUN)
    assert store.add(harbour()) is Added.UNCHANGED
    assert store.finish_run() == Counts(unchanged=1)
    assert dump(store) == before


def test_a_run_that_changes_nothing_leaves_every_byte(store: Store) -> None:
    store.add(harbour())
    store.fail(Failure("x", "1", "EncodingError", "no"))
    store.finish_run()
    store.close()
    before = store.path.read_bytes()
    with Store.open(store.path) as again:
        again.begin_run(RUN)
        again.add(harbour())
        again.fail(Failure("x", "1", "EncodingError", "no"))
        again.finish_run(unchanged=3)
        assert not Path(f"{store.path}-wal").exists() or Path(f"{store.path}-wal").stat().st_size == 0
    assert store.path.read_bytes() == before


def test_a_changed_text_is_a_further_revision_and_the_old_one_stays(store: Store) -> None:
    store.add(mill())
    assert store.add(mill("The mill closed in May.")) is Added.REVISED
    assert store.add(mill("The mill closed in June.")) is Added.REVISED
    assert rows(store, "SELECT id, revision, supersedes, current FROM articles") == [
        (1, 1, None, 0),
        (2, 2, 1, 0),
        (3, 3, 2, 1),
    ]
    assert rows(store, "SELECT article, current FROM claims") == [(1, 0), (2, 0), (3, 1)]
    assert rows(store, "SELECT article_id FROM claims_readable") == [(3,)]
    assert check(store.path) == []


def test_a_text_that_is_changed_back_is_a_revision_with_a_key_of_its_own(store: Store) -> None:
    for text in ("The mill closed.", "The mill closed in May.", "The mill closed."):
        store.add(mill(text))
    keys = [key for (key,) in rows(store, "SELECT key FROM articles ORDER BY revision")]
    assert len(set(keys)) == 3
    first, _, third = rows(store, "SELECT claims.key FROM claims ORDER BY article")
    assert first == third, "what a reviewer said of the claim holds again"
    assert check(store.path) == []


def test_a_copy_under_another_source_is_an_article_of_its_own_with_the_same_claim_keys(store: Store) -> None:
    assert [store.add(mill(source=source)) for source in ("a.txt", "b.txt")] == [Added.NEW, Added.NEW]
    assert len(set(rows(store, "SELECT key FROM articles"))) == 2
    assert len(set(rows(store, "SELECT key FROM claims"))) == 1


def test_claims_that_agree_in_triple_and_spans_are_told_apart(store: Store) -> None:
    text = "The mill closed."
    twice = [claim(text, "mill", "closed"), claim(text, "mill", "closed", position=1, rule="other")]
    store.add(extraction(article(text), twice))
    assert len(set(rows(store, "SELECT key FROM claims"))) == 2
    assert check(store.path) == []


STATES = [
    ("never seen", [], "r1", State.NEW),
    ("same bytes", ["add r1"], "r1", State.UNCHANGED),
    ("other bytes", ["add r1"], "r2", State.CHANGED),
    ("the bytes before last", ["add r1", "add r2"], "r1", State.CHANGED),
    ("failed for good", ["fail r1 EncodingError"], "r1", State.FAILED),
    ("failed, other bytes now", ["fail r1 EncodingError"], "r2", State.NEW),
    ("failed for a reason that may have gone", ["fail r1 MissingReaderError"], "r1", State.NEW),
    ("read once, then failed", ["add r1", "fail r2 EncodingError"], "r2", State.FAILED),
    ("read once, failed, old bytes back", ["add r1", "fail r2 EncodingError"], "r1", State.CHANGED),
    ("failed, then read", ["fail r1 EncodingError", "add r2"], "r2", State.UNCHANGED),
]


@pytest.mark.parametrize(("history", "raw", "state"), [case[1:] for case in STATES], ids=[case[0] for case in STATES])
def test_an_input_is_known_by_its_bytes(store: Store, history: list[str], raw: str, state: State) -> None:
    for event in history:
        what, bytes_, *kind = event.split()
        if what == "add":
            text = f"The mill closed in {bytes_}."
            store.add(replace(mill(text), article=article(text, "mill.txt", raw_hash=bytes_)))
        else:
            store.fail(Failure("mill.txt", bytes_, kind[0], "words"))
    assert store.state("mill.txt", raw) is state


def test_what_failed_is_tried_again_by_another_version(store: Store) -> None:
    store.fail(Failure("a.txt", "r1", "EncodingError", "words"))
    assert store.state("a.txt", "r1") is State.FAILED
    store.begin_run(replace(RUN, version="1.1"))
    assert store.state("a.txt", "r1") is State.NEW


def test_a_source_has_one_failure_the_latest_until_it_reads_well(store: Store) -> None:
    first, second = (Failure("mill.txt", raw, "EncodingError", f"words {raw}") for raw in "12")
    store.fail(first)
    before = dump(store)
    store.fail(first)
    assert [row for row in dump(store) if row[0] != "runs"] == [row for row in before if row[0] != "runs"]
    store.fail(second)
    assert store.failure("mill.txt") == second
    assert rows(store, "SELECT COUNT(*) FROM failures") == [(1,)]
    store.add(mill())
    assert store.failure("mill.txt") is None
    assert rows(store, "SELECT failed, new FROM runs") == [(3, 1)]


def test_a_failure_without_bytes_is_kept_too(store: Store) -> None:
    gone = Failure("gone.txt", None, "VanishedError", "It was there a moment ago.")
    store.fail(gone)
    store.fail(gone)
    assert store.failure("gone.txt") == gone
    assert store.state("gone.txt", "r1") is State.NEW


def test_other_bytes_with_the_same_text_are_known_the_next_time(store: Store) -> None:
    store.add(mill(raw="one"))
    same = mill(raw="two")
    assert store.state("mill.txt", same.article.raw_hash) is State.CHANGED
    assert store.add(same) is Added.UNCHANGED
    assert store.state("mill.txt", same.article.raw_hash) is State.UNCHANGED


def test_an_article_goes_in_whole_or_not_at_all(store: Store) -> None:
    store.add(mill(source="first.txt"))
    before, counts = dump(store), store.counts
    store.begin_run(replace(RUN, version="1.1"))
    broken = mill()
    astray = replace(broken.claims[0], confidence=7.0)
    with pytest.raises(sqlite3.IntegrityError):
        store.add(replace(broken, claims=(*broken.claims, replace(astray, position=1))))
    assert dump(store) == before, "nor is there a run that wrote nothing"
    assert store.counts == Counts()
    assert store.add(broken) is Added.NEW
    assert rows(store, "SELECT version, new FROM runs") == [("1.0", counts.new), ("1.1", 1)]


def test_nothing_is_stored_outside_a_run(tmp_path: Path) -> None:
    with Store.open(tmp_path / "claims.db") as store, pytest.raises(RuntimeError, match="begin_run"):
        store.add(mill())


def test_a_run_counts_what_it_wrote(store: Store) -> None:
    store.add(harbour())
    store.add(mill())
    store.add(mill("The mill closed in May."))
    store.add(mill("The mill closed in May."))
    store.fail(Failure("x", "1", "EncodingError", "no"))
    counts = store.finish_run(unchanged=5)
    assert counts == Counts(new=2, revised=1, unchanged=5, failed=1, sentences=5, claims=5, words=counts.words)
    (row,) = rows(
        store, "SELECT new, revised, unchanged, failed, sentences, claims, words, finished >= started FROM runs"
    )
    assert row == (2, 1, 5, 1, 5, 5, counts.words, 1)


def test_runs_with_the_same_program_and_settings_share_a_key() -> None:
    assert RUN.key == RunInfo("1.0", "model", "3.8.0").key
    others = [
        replace(RUN, version="2"),
        replace(RUN, model="m"),
        replace(RUN, model_version="4"),
        replace(RUN, settings='{"a": 1}'),
    ]
    assert len({RUN.key, *(other.key for other in others)}) == 5


def test_search_follows_what_is_stored(store: Store) -> None:
    store.add(harbour())
    found = "SELECT claim FROM claims WHERE id IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"
    assert store.connection.execute(found, ("deepening",)).fetchall() == [("Vessna · will deepen · its harbour",)]
    store.connection.execute("DELETE FROM articles")
    assert rows(store, "SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'deepen OR ships'") == []
    assert rows(store, "SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH 'ships'") == []


def test_every_facet_column_and_foreign_key_has_an_index(store: Store) -> None:
    facets = {"subject", "object", "relation_lemma", "polarity", "modality", "factuality", "attributed_to", "status"}
    plain = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
    for (table,) in rows(store, plain):
        keys = {key[3] for key in rows(store, f"PRAGMA foreign_key_list({table})")}
        indexes = [index[1] for index in rows(store, f"PRAGMA index_list({table})")]
        first = {rows(store, f"PRAGMA index_info({index})")[0][2] for index in indexes}
        first |= {column[1] for column in rows(store, f"PRAGMA table_info({table})") if column[5] == 1}  # of the key
        assert keys | (facets if table == "claims" else set()) <= first, table


words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=12).filter(str.strip)


@st.composite
def articles(draw: st.DrawFn) -> Extraction:
    """Articles of any script, with claims over any words, in several pieces."""
    lines = draw(st.lists(st.lists(words, min_size=3, max_size=6), min_size=1, max_size=4))
    text = "\n".join(" ".join(line) for line in lines)
    claims = [
        claim(text, line[0], line[1], draw(st.sampled_from([line[2], None])), sentence=number, position=0)
        for number, line in enumerate(lines)
        if draw(st.booleans())
    ]
    found = extraction(article(text, draw(st.sampled_from("abc"))), claims)
    inside = [c for c in claims if _inside(c, found.sentences[c.sentence])]
    return extraction(found.article, inside)


def _inside(c: Claim, sentence: Sentence) -> bool:
    places = [*c.subject.spans, *c.relation.spans, *(c.object.spans if c.object else ())]
    return all(sentence.start <= a < b <= sentence.end for a, b in places)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(articles(), max_size=5))
def test_whatever_is_stored_keeps_the_laws(tmp_path: Path, found: list[Extraction]) -> None:
    path = tmp_path / "claims.db"
    path.unlink(missing_ok=True)
    with Store.open(path) as store:
        store.begin_run(RUN)
        for one in found:
            store.add(one)
        store.finish_run()
    assert check(path) == []
