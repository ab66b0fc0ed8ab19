"""Another model over the same text: reviews hold on by key, nothing that was approved is lost, what moved is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.check import check
from db.connection import transaction
from db.reviews import deciding, log
from db.reviews.applying import claim_row
from db.reviews.record import Correction, Reason, Seen
from db.sqlite import Connection
from db.store import RunInfo, Store
from extract.model import Extraction
from tests.records import HARBOUR, argument, claim, harbour, spans
from tests.run import extract

FIRST, SECOND = RunInfo("1.0", "model", "3.8.0"), RunInfo("1.0", "other", "4.0.0")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db") as opened:
        opened.begin_run(FIRST)
        opened.add(harbour())
        opened.finish_run()
        yield opened


def seen(connection: Connection, subject: str = "port") -> Seen:
    return Seen(*connection.execute("SELECT key, version FROM claims WHERE subject = ?", (subject,)).fetchone())


def other_model() -> Extraction:
    """The port's claim with another object, the plan's claim gone, and one that the first model missed."""
    found = harbour()
    planned, denied, _ = found.claims
    moved = replace(denied, object=argument(HARBOUR, "ships"), qualifiers=(), quantities=())
    new = claim(HARBOUR, "council", "agrees", sentence=2)
    return replace(found, claims=(planned, moved, new))


def again(store: Store, extraction: Extraction, run: RunInfo = SECOND) -> object:
    store.begin_run(run)
    found = store.replace(1, extraction)
    store.finish_run()
    return found


def test_the_same_model_again_changes_nothing(store: Store) -> None:
    deciding.accept(store.connection, [seen(store.connection)], "ada")
    before = claims(store.connection)
    found = store.replace(1, harbour()) if store.begin_run(FIRST) is None else None
    assert found is not None
    assert (found.same, found.new, found.gone, found.reviews, found.moved) == (3, 0, 0, 1, ())
    assert claims(store.connection) == before
    assert check(store.path) == []


def claims(connection: Connection) -> list[tuple[object, ...]]:
    query = "SELECT key, claim, status, version, polarity, origin FROM claims ORDER BY key"
    return connection.execute(query).fetchall()


def test_a_decision_holds_for_the_claim_that_the_other_model_finds_too(store: Store) -> None:
    one = seen(store.connection, "Vessna")
    deciding.edit(store.connection, one, Correction(modality="certain", polarity="negative"), "ada")
    again(store, other_model())
    row = claim_row(store.connection, one.claim)
    assert (row["status"], row["polarity"], row["modality"], row["version"]) == ("edited", "negative", "certain", 1)
    assert check(store.path) == []


def test_what_was_approved_and_is_no_longer_found_stays_and_is_told(store: Store) -> None:
    accepted = seen(store.connection)
    deciding.accept(store.connection, [accepted], "ada")
    store.begin_run(SECOND)
    found = store.replace(1, other_model())
    store.finish_run()
    (moved,) = found.moved
    assert (moved.claim, moved.kept, moved.successor_words) == (accepted.claim, True, "port · did not lose · ships")
    row = claim_row(store.connection, accepted.claim)
    assert (row["status"], row["origin"], row["object"]) == ("accepted", "kept", "about 40 ships")
    parts = store.connection.execute("SELECT text FROM qualifiers WHERE claim = ?", (row["id"],)).fetchall()
    assert parts == [("in March 2021",)]
    assert check(store.path) == []


def test_what_was_rejected_and_is_no_longer_found_goes_and_its_review_stays(store: Store) -> None:
    rejected = seen(store.connection, "She")
    deciding.reject(store.connection, [rejected], "ada", Reason.FRAGMENT)
    store.begin_run(SECOND)
    found = store.replace(1, other_model())
    (moved,) = found.moved
    assert (moved.claim, moved.kept) == (rejected.claim, False)
    assert store.connection.execute("SELECT 1 FROM claims WHERE key = ?", (rejected.claim,)).fetchone() is None
    assert len(log.history(store.connection, rejected.claim)) == 1
    assert check(store.path) == []


def test_back_to_the_first_model_everything_is_as_it_was(store: Store) -> None:
    deciding.accept(store.connection, [seen(store.connection)], "ada")
    deciding.reject(store.connection, [seen(store.connection, "She")], "ada", Reason.FRAGMENT)
    before = claims(store.connection)
    again(store, other_model())
    assert claims(store.connection) != before
    again(store, harbour(), FIRST)
    assert claims(store.connection) == before
    assert check(store.path) == []


def test_what_a_person_added_stays(store: Store) -> None:
    words = {name: spans(HARBOUR, text) for name, text in
             {"subject": "the mayor", "relation": "told", "object": "Radio Ostrand"}.items()}  # fmt: skip
    deciding.add(store.connection, 1, Correction(**words), "ada")
    again(store, other_model())
    query = "SELECT claim FROM claims WHERE origin = 'person'"
    assert store.connection.execute(query).fetchall() == [("the mayor · told · Radio Ostrand",)]
    assert check(store.path) == []


def test_an_article_that_is_forgotten_leaves_its_reviews_and_nothing_else(store: Store) -> None:
    claim_key = seen(store.connection).claim
    deciding.accept(store.connection, [seen(store.connection)], "ada")
    store.begin_run(SECOND)
    store.add(harbour("other.txt", HARBOUR + "It rained.\n"))
    store.finish_run()
    gone = store.forget(1)
    assert (gone.source, gone.revisions, gone.claims, gone.reviewed) == ("harbour.txt", 1, 3, 1)
    assert store.connection.execute("SELECT COUNT(*) FROM articles").fetchone() == (1,)
    for table in ("claims", "sentences", "blocks", "mentions", "attributions", "story_links"):
        assert store.connection.execute(f"SELECT COUNT(*) FROM {table} WHERE {owner(table)} = 1").fetchone() == (0,)
    assert check(store.path) == []
    store.begin_run(FIRST)
    store.add(harbour())
    assert claim_row(store.connection, claim_key)["status"] == "accepted"
    assert check(store.path) == []


def owner(table: str) -> str:
    return '"left"' if table == "story_links" else "article"


def test_forgetting_takes_all_revisions(store: Store) -> None:
    store.begin_run(SECOND)
    store.add(harbour(text=HARBOUR + "It rained.\n"))
    gone = store.forget(1)
    assert (gone.revisions, gone.claims) == (2, 6)
    assert store.connection.execute("SELECT COUNT(*) FROM articles").fetchone() == (0,)
    assert store.connection.execute("SELECT name FROM entities WHERE mentions > 0").fetchall() == []
    assert check(store.path) == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("again")
    (path / "dam.txt").write_text("The council approved the plan. Anna Berg said that the dam had failed.")
    (path / "sea.txt").write_text("The port closed on Monday.")
    assert extract("ingest", "dam.txt", "sea.txt", cwd=path).code == 0
    return path


def test_the_command_reads_the_stored_texts_again(folder: Path) -> None:
    with transaction(folder / "claims.db") as connection:
        query = "SELECT key, version FROM claims WHERE relation = 'approved'"
        deciding.accept(connection, [Seen(*connection.execute(query).fetchone())], "ada")
    ran = extract("reextract", cwd=folder)
    assert ran.code == 0, ran.err
    assert "1 hold on, 0 to look at" in ran.out
    assert check(folder / "claims.db") == []


def test_forgetting_asks_first(folder: Path) -> None:
    refused = extract("forget", "sea.txt", cwd=folder)
    assert refused.code == 2
    assert "Nothing was removed" in refused.err
    assert extract("forget", "sea.txt", "--yes", cwd=folder).code == 0
    assert "sea.txt" not in extract("articles", cwd=folder).out
    assert extract("forget", "sea.txt", "--yes", cwd=folder).code == 2
