"""Another model over the same text: reviews hold on by key, nothing that was approved is lost, what moved is told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from db import articles
from db.check import check
from db.connection import reader, transaction
from db.replacing import OUTRUN, Moved, rehearse
from db.reviews import deciding, kept_claims, log, queue
from db.reviews.applying import claim_row
from db.reviews.decisions import Correction, Reason, Seen
from db.reviews.leases import Leases
from db.sqlite import Connection
from db.store import RunInfo, Store
from extract.extractor import Extractor
from extract.model import Extraction, Outcome
from extract.readers import load
from extract.readers import read as read_file
from tests import review_history, seeded
from tests.conftest import ROOT
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


def test_what_was_rejected_and_is_no_longer_found_is_told_and_stays_to_be_looked_at(store: Store) -> None:
    rejected = seen(store.connection, "She")
    entry = deciding.reject(store.connection, [rejected], "ada", Reason.FRAGMENT)
    store.begin_run(SECOND)
    found = store.replace(1, other_model())
    (moved,) = found.moved
    assert (moved.claim, moved.status, moved.kept) == (rejected.claim, "rejected", True)
    (listed,) = kept_claims.waiting(store.connection)
    assert (listed.claim, listed.status) == (rejected.claim, "rejected")
    by_key = queue.Query(origin="kept", status="rejected")
    assert queue.take(store.connection, Leases(), "ada", by_key) == [rejected.claim]
    assert queue.take(store.connection, Leases(), "ada", queue.Query(origin="kept", status="accepted")) == []
    assert check(store.path) == []
    deciding.undo(store.connection, entry, "ada")
    again(store, other_model())
    assert kept_claims.waiting(store.connection) == []
    assert store.connection.execute("SELECT 1 FROM claims WHERE key = ?", (rejected.claim,)).fetchone() is None
    assert len(log.history(store.connection, rejected.claim)) == 2
    assert check(store.path) == []


def rejected_and_kept(store: Store) -> Seen:
    """A claim that the other model does not find, as it is then."""
    claim = seen(store.connection, "She")
    deciding.reject(store.connection, [claim], "ada", Reason.FRAGMENT)
    again(store, other_model())
    return Seen(claim.claim, claim.version + 1)


@pytest.mark.parametrize("look", ["accept", "reject", "note"])
def test_a_kept_claim_that_somebody_decided_about_or_noted_has_been_looked_at(store: Store, look: str) -> None:
    connection = store.connection
    claim = rejected_and_kept(store)
    assert ([one.claim for one in kept_claims.waiting(connection)], kept_claims.looked_at(connection)) == (
        [claim.claim],
        0,
    )
    assert filtered(connection) == [claim.claim]
    looks = {
        "accept": lambda: deciding.accept(connection, [claim], "ben"),
        "reject": lambda: deciding.reject(connection, [claim], "ada"),
        "note": lambda: deciding.note(connection, claim, "it is right", "ben"),
    }
    number = looks[look]()
    assert (kept_claims.waiting(connection), kept_claims.looked_at(connection)) == ([], 1)
    assert filtered(connection) == []
    again(store, other_model())  # the same model once more asks for no second look
    assert (kept_claims.waiting(connection), kept_claims.looked_at(connection)) == ([], 1)
    deciding.undo(connection, number, "ada")
    assert ([one.claim for one in kept_claims.waiting(connection)], kept_claims.looked_at(connection)) == (
        [claim.claim],
        0,
    )
    assert check(store.path) == []


def filtered(connection: Connection) -> list[str]:
    """The kept claims that a queue has."""
    query = f"SELECT key FROM claims WHERE {kept_claims.FILTER}"
    return [key for (key,) in connection.execute(query, {"origin": "kept"})]


def test_a_queue_s_filter_has_all_that_the_machine_found(store: Store) -> None:
    rejected_and_kept(store)
    query = f"SELECT COUNT(*) FROM claims WHERE {kept_claims.FILTER}"
    assert store.connection.execute(query, {"origin": "machine"}).fetchone() == (3,)


def test_a_claim_that_was_found_again_and_is_kept_once_more_asks_for_another_look(store: Store) -> None:
    claim = rejected_and_kept(store)
    deciding.note(store.connection, claim, "looked at", "ben")
    again(store, harbour(), FIRST)
    again(store, other_model())
    assert [one.claim for one in kept_claims.waiting(store.connection)] == [claim.claim]


def test_the_page_and_the_command_name_the_same_successor(store: Store) -> None:
    """Of two claims at a claim's main word the one that has most of its words, not the first."""
    accepted = seen(store.connection)
    deciding.accept(store.connection, [accepted], "ada")
    found = other_model()
    planned, moved, new = found.claims
    short = replace(moved, subject=argument(HARBOUR, "Vessna 🚢"), object=None, position=0)
    store.begin_run(SECOND)
    replaced = store.replace(1, replace(found, claims=(planned, short, replace(moved, position=1), new)))
    (told,) = replaced.moved
    (listed,) = kept_claims.waiting(store.connection)
    assert (listed.successor, listed.successor_words) == (told.successor, "port · did not lose · ships")


def test_a_claim_with_a_mere_note_is_told_when_it_goes_and_the_note_stays(store: Store) -> None:
    noted = seen(store.connection, "She")
    deciding.note(store.connection, noted, "who?", "ada")
    assert again(store, harbour(), FIRST).moved == ()  # type: ignore[attr-defined]
    (moved,) = again(store, other_model()).moved  # type: ignore[attr-defined]
    assert (moved.claim, moved.status, moved.kept) == (noted.claim, "unreviewed", False)
    assert [entry.note for entry in log.history(store.connection, noted.claim)] == ["who?"]
    assert check(store.path) == []


def test_a_note_that_is_taken_back_leaves_the_version_as_it_was(store: Store) -> None:
    noted = seen(store.connection, "She")
    deciding.undo(store.connection, deciding.note(store.connection, noted, "who?", "ada"), "ada")
    assert seen(store.connection, "She") == noted


def test_a_decision_stays_where_the_other_model_ends_sentences_elsewhere(store: Store) -> None:
    accepted = seen(store.connection)
    deciding.accept(store.connection, [accepted], "ada")
    deciding.edit(store.connection, seen(store.connection, "Vessna"), Correction(object=()), "ada")
    again(store, cut(harbour(), HARBOUR.index("about 40 ships")))
    row = claim_row(store.connection, accepted.claim)
    assert (row["status"], row["origin"], row["object"]) == ("accepted", "kept", "about 40 ships")
    assert check(store.path) == []
    again(store, cut(harbour(), HARBOUR.index("not lose")))  # within the verb that it hangs on
    assert claim_row(store.connection, accepted.claim)["status"] == "accepted"
    assert check(store.path) == []


def test_what_a_person_added_and_the_machine_finds_too_can_still_be_taken_back(store: Store) -> None:
    again(store, replace(harbour(), claims=harbour().claims[1:]))
    lost = harbour().claims[0]
    parts = {
        "subject": lost.subject.spans,
        "relation": lost.relation.spans,
        "object": lost.object and lost.object.spans,
    }
    entry = deciding.add(store.connection, 1, Correction(**parts), "ada")  # type: ignore[arg-type]
    again(store, harbour(), FIRST)
    row = store.connection.execute("SELECT status, origin FROM claims WHERE rule = 'person'").fetchall()
    assert row == [("accepted", "machine")]
    deciding.undo(store.connection, entry, "ada")
    assert store.connection.execute("SELECT COUNT(*), SUM(status = 'unreviewed') FROM claims").fetchone() == (3, 3)
    assert check(store.path) == []


def test_an_article_that_changed_or_went_while_a_model_read_it_is_left_alone(store: Store) -> None:
    store.begin_run(SECOND)
    store.add(harbour(text=HARBOUR + "It rained.\n"))
    before = claims(store.connection)
    assert again(store, other_model()) == OUTRUN
    assert claims(store.connection) == before
    store.forget(1)
    assert again(store, other_model()) == OUTRUN
    assert check(store.path) == []


def test_a_rehearsal_says_what_would_be_and_changes_nothing(store: Store) -> None:
    deciding.accept(store.connection, [seen(store.connection)], "ada")
    before = review_history.state(store.connection)
    said = rehearse(store.connection, other_model(), 1)
    assert review_history.state(store.connection) == before
    assert again(store, other_model()) == said


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed articles as the default model reads them."""
    return seeded.make(tmp_path_factory.mktemp("read") / "claims.db")


@pytest.mark.parametrize("seed", range(2))
def test_through_another_model_and_back_nothing_differs_whatever_was_decided(
    read: Path, tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "claims.db"
    shutil.copy(read, path)
    luck = Random(seed)
    with Store.open(path) as store:
        connection = store.connection
        one = seeded_extractions()
        other = {number: others(found, luck) for number, found in one.items()}
        through(store, one, FIRST)
        undecided = review_history.state(connection)
        assert review_history.decide(connection, luck, 150).total() == 150
        before, log_before = review_history.state(connection), review_history.log_as_it_is(connection)
        moved = through(store, other, SECOND)
        assert moved
        held = {key: row for key, row in review_history.state(connection).items() if row["status"] != "unreviewed"}
        decided = {key: row for key, row in before.items() if row["status"] != "unreviewed"}
        assert held.keys() == decided.keys()
        assert {row["claim"] for row in held.values()} == {row["claim"] for row in decided.values()}
        assert check(path) == []
        assert through(store, one, FIRST) == []
        assert review_history.state(connection) == before
        assert review_history.log_as_it_is(connection) == log_before
        through(store, other, SECOND)
        review_history.undo_all(connection)
        assert check(path) == []
        through(store, one, FIRST)
        after = review_history.state(connection)
        assert {key: {**row, "version": 0} for key, row in after.items()} == undecided
        assert check(path) == []


@cache
def read_seeds() -> tuple[Extraction, ...]:
    sources = sorted(p for p in (ROOT / "seeds").iterdir() if not p.name.startswith("16"))
    texts = [read_file(str(p), load(str(p))) for p in sources]
    return (*Extractor().extract_all(texts), seeded.attacking())


def seeded_extractions() -> dict[int, Extraction]:
    """By row id, as `seeded.make` stores them."""
    return dict(enumerate(read_seeds(), 1))


def through(store: Store, found: dict[int, Extraction], run: RunInfo) -> list[Moved]:
    store.begin_run(run)
    moved = [one for number, each in found.items() for one in store.replace(number, each).moved]
    store.finish_run()
    return moved


def others(found: Extraction, luck: Random) -> Extraction:
    """As another model might read it: claims missing, without an object, sentences that end elsewhere."""
    claims = [replace(one, object=None) if luck.random() < 0.1 else one for one in found.claims if luck.random() < 0.8]
    kept = {
        (one.sentence, one.subject.spans, one.relation.spans, one.object and one.object.spans): one for one in claims
    }
    found = replace(found, claims=tuple(kept.values()))
    sentence = luck.choice(found.sentences)
    spaces = [n for n in range(sentence.start + 1, sentence.end - 1) if found.article.text[n - 1].isspace()]
    return cut(found, luck.choice(spaces)) if spaces else told(found)


def cut(found: Extraction, at: int) -> Extraction:
    """The sentence around a place ends there, and a further one begins; its claims are not found."""
    hit = next(s for s in found.sentences if s.start < at < s.end)
    halves = [
        replace(hit, end=at, outcome=Outcome.NO_CLAIM),
        replace(hit, start=at, outcome=Outcome.NO_CLAIM, position=hit.position + 1),
    ]
    later = [replace(s, position=s.position + 1) for s in found.sentences if s.position > hit.position]
    claims = [
        replace(c, sentence=c.sentence + (c.sentence > hit.position))
        for c in found.claims
        if c.sentence != hit.position
    ]
    sentences = [s for s in found.sentences if s.position < hit.position] + halves + later
    reports = tuple(
        replace(a, sentence=a.sentence + (a.sentence > hit.position))
        for a in found.attributions
        if a.sentence != hit.position
    )
    return told(replace(found, claims=tuple(claims), sentences=tuple(sentences), attributions=reports))


def told(found: Extraction) -> Extraction:
    """A sentence whose claims are left out has none."""
    with_claims = {claim.sentence for claim in found.claims}
    sentences = (
        replace(s, outcome=Outcome.NO_CLAIM) if s.outcome is Outcome.CLAIMS and s.position not in with_claims else s
        for s in found.sentences
    )
    return replace(found, sentences=tuple(sentences))


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
    for table in ("claims", "sentences", "blocks", "mentions", "attributions", "copy_links"):
        assert store.connection.execute(f"SELECT COUNT(*) FROM {table} WHERE {owner(table)} = 1").fetchone() == (0,)
    assert check(store.path) == []
    store.begin_run(FIRST)
    store.add(harbour())
    assert claim_row(store.connection, claim_key)["status"] == "accepted"
    assert check(store.path) == []


def owner(table: str) -> str:
    return '"left"' if table == "copy_links" else "article"


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
    assert "1 unchanged, 0 to check" in ran.out
    assert check(folder / "claims.db") == []


def test_the_command_rehearses(folder: Path) -> None:
    with closing(reader(folder / "claims.db")) as connection:
        before = review_history.state(connection)
    ran = extract("reextract", "--dry-run", "--article", "dam.txt", cwd=folder)
    assert ran.code == 0, ran.err
    assert "articles  1" in ran.out
    assert "not changed (--dry-run)" in ran.out
    assert ran.err == ""
    with closing(reader(folder / "claims.db")) as connection:
        assert review_history.state(connection) == before


def test_the_command_lists_what_is_not_found_any_more(folder: Path, tmp_path: Path) -> None:
    path = shutil.copy(folder / "claims.db", tmp_path / "claims.db")
    with Store.open(path) as store:
        store.begin_run(SECOND)
        found = Extractor().extract(articles.load(store.connection, 1))
        one = found.claims[0]
        spoilt = replace(one, relation=replace(one.relation, text="council", spans=one.subject.spans))
        store.replace(1, replace(found, claims=(spoilt, *found.claims[1:])))
        key = store.connection.execute("SELECT key FROM claims WHERE relation = 'council'").fetchone()[0]
        deciding.reject(store.connection, [Seen(key, 0)], "ada", Reason.RELATION)
    ran = extract("reextract", "--dry-run", "--db", path)
    assert "1 to check (1 moved, 0 not found)" in ran.out
    assert key in ran.out
    assert extract("reextract", "--db", path).out == ran.out.replace("database  not changed (--dry-run)\n", "")
    with closing(reader(path)) as connection:
        (listed,) = kept_claims.waiting(connection)
        assert (listed.claim, listed.status, listed.successor is not None) == (key, "rejected", True)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--model", "en_core_web_md"), 4, "python -m spacy download en_core_web_md"),
        (("--model", "nothing_such"), 4, "'nothing_such' is not installed"),
        (("--article", "moon.txt"), 2, "no article 'moon.txt'"),
        (("--db", "none.db"), 2, "no database none.db"),
    ],
)
def test_what_cannot_be_is_said(folder: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    ran = extract("reextract", *arguments, cwd=folder)
    assert ran.code == code
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1


def test_forgetting_asks_first(folder: Path) -> None:
    refused = extract("forget", "sea.txt", cwd=folder)
    assert refused.code == 2
    assert "Nothing was removed" in refused.err
    assert extract("forget", "sea.txt", "--yes", cwd=folder).code == 0
    assert "sea.txt" not in extract("articles", cwd=folder).out
    assert extract("forget", "sea.txt", "--yes", cwd=folder).code == 2
