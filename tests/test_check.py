"""Every law can be seen broken: a whole database is spoilt in each way, and the check says which and where."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from db.check import Law, check
from db.connection import transaction
from db.reviews import deciding
from db.reviews.decisions import Correction, Seen
from db.sqlite import sqlite3
from db.store import RunInfo, Store
from extract.errors import CorruptDatabaseError, ForeignDatabaseError
from tests.records import HARBOUR, article, claim, extraction, harbour

RUN = RunInfo("1.0", "model", "3.8.0")
MILL = "The mill closed.\nIt was old."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two revisions of an article (ids 1 and 2) and another article (3)."""
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        store.add(extraction(article(MILL, "harbour.txt"), [claim(MILL, "mill", "closed")]))
        store.add(harbour())
        store.add(extraction(article(MILL, "mill.txt"), [claim(MILL, "mill", "closed")]))
        store.finish_run()
    return tmp_path / "claims.db"


def spoil(path: Path, *statements: str) -> None:
    """Does what the program never would, with all that guards the database taken away."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)


def shifted(table: str, column: str) -> str:
    """Moves the first span's start and end by one."""
    return f"""
    UPDATE {table} SET {column} = json_set({column}, '$[0][0]', json_extract({column}, '$[0][0]') + 1,
      '$[0][1]', json_extract({column}, '$[0][1]') + 1) WHERE {column} <> '[]'
    """


def test_a_whole_database_has_no_problem(path: Path) -> None:
    assert check(path) == []


SLOTS = [
    ("claims", "subject"), ("claims", "subject_full"), ("claims", "subject_resolved"), ("claims", "relation"),
    ("claims", "object"), ("claims", "object_full"), ("claims", "condition"), ("claims", "place"),
    ("qualifiers", "text"), ("quantities", "text"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "slot"), SLOTS)
def test_a_slot_whose_spans_select_other_words_is_found(path: Path, table: str, slot: str) -> None:
    spoil(path, shifted(table, "spans" if slot == "text" else f"{slot}_spans"))
    found = [problem for problem in check(path) if problem.law is Law.OFFSETS]
    assert found
    assert all(problem.what.startswith(slot) and problem.where.startswith(table) for problem in found)


SPANS = [
    ("not pairs", "'[1, 2]'", "is not [[start, end], ...]"),
    ("not numbers", "'[[\"a\", 2]]'", "is not [[start, end], ...]"),
    ("fractions", "'[[1.0, 2]]'", "is not [[start, end], ...]"),
    ("no array", "'{}'", "is not [[start, end], ...]"),
    ("no JSON", "'[['", "is not [[start, end], ...]"),
    ("backwards", "'[[8, 4]]'", "empty, out of order or outside"),
    ("empty", "'[[4, 4]]'", "empty, out of order or outside"),
    ("overlapping", "'[[0, 4], [3, 8]]'", "empty, out of order or outside"),
    ("out of order", "'[[4, 8], [0, 3]]'", "empty, out of order or outside"),
    ("negative", "'[[-4, 2]]'", "empty, out of order or outside"),
    ("of another sentence", "'[[17, 19]]'", "empty, out of order or outside"),
    ("beyond the text", "'[[4, 4000]]'", "empty, out of order or outside"),
]


@pytest.mark.parametrize(("spans", "words"), [case[1:] for case in SPANS], ids=[case[0] for case in SPANS])
def test_spans_that_are_no_place_in_the_sentence_are_found(path: Path, spans: str, words: str) -> None:
    spoil(path, f"UPDATE claims SET subject_spans = {spans} WHERE id = 1")
    found = [problem for problem in check(path) if problem.law is Law.OFFSETS]
    assert [(problem.where, words in problem.what) for problem in found] == [("claims 1", True)]


ATTRIBUTION = "UPDATE claims SET attribution = json_set(attribution, {}) WHERE attribution IS NOT NULL"
SWAP = "UPDATE articles SET current = 0 WHERE id = 2; UPDATE articles SET current = 1 WHERE id = 1"
LINK = "INSERT INTO copy_links VALUES ({}, 1, 1, 'exact copy', 1)"
HARBOUR_1, HARBOUR_2 = "articles 1 (harbour.txt)", "articles 2 (harbour.txt)"
DAMAGE = [
    # law, statement, where, words
    (Law.OFFSETS, "UPDATE sentences SET text = 'The mill shut.' WHERE id = 1", "sentences 1", "select 'The mill"),
    (Law.OFFSETS, "UPDATE claims SET predicate_end = 400 WHERE id = 1", "claims 1", "predicate"),
    (Law.OFFSETS, "UPDATE mentions SET start = start + 1 WHERE id = 1", "mentions 1", "its spans select 'he mayor'"),
    (Law.OFFSETS, "UPDATE mentions SET antecedents = '[[9, 4000]]' WHERE id = 2", "mentions 2", "outside [0, "),
    (Law.OFFSETS, "UPDATE mentions SET antecedents = '[[0, 6], [0, 6]]' WHERE id = 2", "mentions 2", "and Vessna'"),
    (Law.OFFSETS, "UPDATE mentions SET antecedents = NULL WHERE id = 2", "mentions 2", "select ''"),
    (Law.OFFSETS, "UPDATE mentions SET antecedents = '[3]' WHERE id = 2", "mentions 2", "not [[start, end], ...]"),
    (Law.OFFSETS, "UPDATE claims SET subject_resolved_spans = '[[0, 3]]' WHERE id = 1", "claims 1", "resolved is None"),
    (Law.OFFSETS, "UPDATE attributions SET content = 'A' WHERE id = 2", "attributions 2", "content is 'A'"),
    (Law.OFFSETS, "UPDATE attributions SET source_spans = '[[3, 1]]' WHERE id = 2", "attributions 2", "source: span"),
    (Law.OFFSETS, "UPDATE attributions SET predicate_end = 4000 WHERE id = 3", "attributions 3", "predicate"),
    (Law.MARKS, "UPDATE attributions SET polarity = 'no' WHERE id = 1", "attributions 1", "not a word of its"),
    (Law.MARKS, "UPDATE attributions SET attributed_to = 'A' WHERE id = 1", "attributions 1", "innermost source"),
    (Law.MARKS, "UPDATE attributions SET depth = 2 WHERE id = 1", "attributions 1", "last step of its attribution"),
    (Law.MARKS, "UPDATE attributions SET modality = 'possible' WHERE id = 1", "attributions 1", "last step of its"),
    (Law.REFERENCES, "UPDATE attributions SET article = 3 WHERE id = 1", "attributions 1", "of another article"),
    (Law.OFFSETS, ATTRIBUTION.format("'$[1].source.text', 'a clerk'"), "claims 3", "attribution 1 source is 'a clerk'"),
    (Law.OFFSETS, ATTRIBUTION.format("'$[1].cue.spans', json('[[0, 4]]')"), "claims 3", "attribution 1 cue"),
    (Law.OFFSETS, ATTRIBUTION.format("'$[0].content.spans', 7"), "claims 3", "spans of attribution 0 content"),
    (Law.OFFSETS, ATTRIBUTION.format("'$[0]', 'x'"), "claims 3", "attribution is not a list of steps"),
    (Law.SENTENCES, "DELETE FROM sentences WHERE id = 2", HARBOUR_1, "no sentence holds 'It was old.' at 17"),
    (Law.SENTENCES, "UPDATE sentences SET position = 7 WHERE id = 2", "sentences 2", "its position is 7"),
    (Law.SENTENCES, "UPDATE sentences SET start = 4 WHERE id = 2", "sentences 2", "before the last"),
    (Law.SENTENCES, "UPDATE blocks SET \"end\" = 20 WHERE id = 2", "sentences 2", "not within one block"),
    (Law.SENTENCES, "DELETE FROM blocks WHERE id = 1", "sentences 1", "not within one block"),
    (Law.OUTCOMES, "UPDATE sentences SET outcome = 'no claim' WHERE id = 1", "sentences 1", "'no claim' and it has 1"),
    (Law.OUTCOMES, "UPDATE sentences SET outcome = 'claims' WHERE id = 2", "sentences 2", "'claims' and it has 0"),
    (Law.REFERENCES, "DELETE FROM runs", "articles 1", "row of runs"),
    (Law.REFERENCES, "UPDATE qualifiers SET claim = 99", "qualifiers 1", "row of claims"),
    (Law.REFERENCES, "UPDATE claims SET article = 1 WHERE id = 3", "claims 3", "its sentence is of another article"),
    (Law.REVISIONS, "UPDATE articles SET revision = 4 WHERE id = 2", HARBOUR_2, "should be 2"),
    (Law.REVISIONS, "UPDATE articles SET supersedes = 3 WHERE id = 2", HARBOUR_2, "supersedes 3"),
    (Law.REVISIONS, "UPDATE articles SET supersedes = NULL WHERE id = 2", HARBOUR_2, "supersedes None"),
    (Law.REVISIONS, "UPDATE articles SET current = 0 WHERE id = 3", "articles 3 (mill.txt)", "not current"),
    (Law.REVISIONS, SWAP, HARBOUR_1, "though replaced"),
    (Law.REVISIONS, "UPDATE claims SET current = 1", HARBOUR_1, "it is not current, but 1 of its claims are"),
    (Law.RUNS, "UPDATE runs SET new = 7", "runs 1", "it says 8 articles, and 3 are there"),
    (Law.RUNS, "UPDATE runs SET claims = 7", "runs 1", "it says 7 claims, and 5 are there"),
    (Law.RUNS, "UPDATE runs SET sentences = 1", "runs 1", "it says 1 sentences, and 7 are there"),
    (Law.MARKS, "UPDATE claims SET mood = 'gloomy' WHERE id = 1", "claims 1", "mood 'gloomy'"),
    (Law.MARKS, "UPDATE sentences SET kind = 'verse' WHERE id = 1", "sentences 1", "kind 'verse'"),
    (Law.MARKS, "UPDATE qualifiers SET role = 'sauce'", "qualifiers 1", "role 'sauce'"),
    (Law.MARKS, "UPDATE claims SET factuality = 'CT+' WHERE id = 3", "claims 3", "does not follow from negative"),
    (Law.MARKS, "UPDATE claims SET attributed_to = 'nobody' WHERE id = 3", "claims 3", "innermost source"),
    (Law.MARKS, "UPDATE claims SET attributed_to = 'nobody' WHERE id = 1", "claims 1", "innermost source"),
    (Law.MARKS, "UPDATE claims SET attribution = '[]' WHERE id = 1", "claims 1", "innermost source"),
    (Law.KEYS, "UPDATE articles SET text_hash = raw_hash || '0' WHERE id = 1", HARBOUR_1, "text_hash"),
    (Law.KEYS, "UPDATE articles SET key = 'a0' WHERE id = 1", HARBOUR_1, "key is not that of its source"),
    (Law.KEYS, "UPDATE claims SET key = 'c0' WHERE id = 1", "claims 1", "key is not that of its words"),
    (Law.LOG, "INSERT INTO calibrations VALUES (1, '2024', 'a', 0, 'null', 'null', '{}')", "calibrations 1", "no hash"),
    (Law.REVIEWS, "UPDATE claims SET status = 'accepted' WHERE id = 1", "claims 1", "its status is not what"),
    (Law.REVIEWS, "UPDATE claim_counts SET claims = 7", "claim_counts unreviewed verb", "it says 7 claims, and 3 are"),
    (Law.REVIEWS, "DELETE FROM claim_counts", "claim_counts unreviewed verb", "it says 0 claims, and 3 are there"),
    (Law.COPIES, "UPDATE articles SET copy_cluster = 's00' WHERE id = 3", "articles 3", "its copy cluster is s00"),
    (Law.COPIES, "UPDATE articles SET copy_cluster = 's00' WHERE id = 1", "articles 1", "it was replaced"),
    (Law.COPIES, "UPDATE sketches SET words = words + 1 WHERE article = 2", "articles 2", "not that of its text"),
    (Law.COPIES, "UPDATE sketches SET address = 5 WHERE article = 2", "articles 2", "not that of its text"),
    (Law.COPIES, "DELETE FROM sketches WHERE article = 2", "articles 2", "not that of its text"),
    (Law.COPIES, "UPDATE fingerprints SET rank = rank + 1", "articles 2", "cannot be found"),
    (Law.COPIES, "INSERT INTO fingerprints VALUES (1, 1, 2)", "fingerprints", "current articles have"),
    (Law.COPIES, LINK.format("2, 3"), "copy_links 2, 3", "do not share what it says"),
    (Law.COPIES, LINK.format("2, 3"), "articles 3", "its links make"),
    (Law.COPIES, LINK.format("1, 3"), "copy_links 1, 3", "is not a current article"),
    (Law.ENTITIES, "UPDATE aliases SET mentions = 7", "entities 1", "'Vessna' is counted 7 times and used 1"),
    (Law.ENTITIES, "INSERT INTO entities (key, name, type, normal, canonical) VALUES ('e0', 'V', 'place', 'v', 1)",
     "entities 2", "nobody judged"),
    (Law.STATEMENTS, "UPDATE statements SET claims = 9", "statements ", "9 should be 1"),
    (Law.STATEMENTS, "UPDATE claims SET statement = NULL", "claims ", "None should be"),
    (Law.SEARCH, "UPDATE claims SET qualifiers = 'at night' WHERE id = 1", "claims_fts", "differs"),
    (Law.SEARCH, "INSERT INTO sentences_fts (sentences_fts) VALUES ('delete-all')", "sentences_fts", "differs"),
    (Law.FILE, "UPDATE claims SET confidence = 7 WHERE id = 1", "SQLite", "CHECK constraint failed in claims"),
    (Law.FILE, "UPDATE claims SET place_spans = '[[' WHERE id = 1", "SQLite", "CHECK constraint failed in claims"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("law", "statement", "where", "words"), DAMAGE, ids=[f"{d[0]}-{n}" for n, d in enumerate(DAMAGE)]
)
def test_damage_is_found_and_named(path: Path, law: Law, statement: str, where: str, words: str) -> None:
    spoil(path, *statement.split(";"))
    assert [p for p in check(path) if p.law is law and p.where.startswith(where) and words in p.what], check(path)


def test_each_law_is_broken_by_some_test() -> None:
    assert {damage[0] for damage in DAMAGE} == set(Law)


def test_what_a_reviewer_corrected_keeps_its_key(path: Path) -> None:
    with transaction(path) as connection:
        query = "SELECT key, version, subject_full_spans FROM claims WHERE subject <> subject_full AND current = 1"
        key, version, full = connection.execute(query).fetchone()
        deciding.edit(connection, Seen(key, version), Correction(subject=tuple(map(tuple, json.loads(full)))), "ada")
        assert connection.execute("SELECT subject = subject_full FROM claims WHERE key = ?", (key,)).fetchone() == (1,)
    assert check(path) == []


TREES = ["articles", "sentences", "claims", "claims_subject", "qualifiers", "mentions", "runs", "claims_fts_data"]


@pytest.mark.parametrize("tree", TREES)
def test_a_page_of_rubbish_is_found(path: Path, tree: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(query, (tree,)).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    assert Law.FILE in {problem.law for problem in check(path)}


def test_a_page_of_rubbish_in_the_schema_is_an_error(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * 3996)
    with pytest.raises(CorruptDatabaseError, match="is damaged"):
        check(path)


def test_another_programs_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("no database")
    with pytest.raises(ForeignDatabaseError):
        check(tmp_path / "notes.db")


def test_checking_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    check(path)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_offsets_count_code_points(path: Path) -> None:
    assert "🚢" in HARBOUR[: HARBOUR.index("did not lose")], "an emoji stands before the claim's words"
    with closing(sqlite3.connect(path)) as connection:
        query = """
        SELECT substr(articles.text, predicate_start + 1, predicate_end - predicate_start)
        FROM claims JOIN articles ON articles.id = claims.article WHERE relation = 'did not lose'
        """
        assert connection.execute(query).fetchone() == ("lose",), "SQLite counts as we do"
