"""Events: claims of several articles about one occurrence, whatever the order in which they came."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from db.check import check
from db.claim_judgements import ClaimJudgement
from db.events import corrections
from db.events.agreement import MAX_OFTEN, is_same
from db.events.event_figures import figures
from db.events.event_timeline import read_timeline
from db.events.occurrence_reading import read_occurrences
from db.events.occurrences import Occurrence
from db.events.paraphrases import may_say_same, says_same
from db.events.participants import Part, is_another_name
from db.events.participants import part as participant
from db.events.similar_articles import Likeness, are_about_others, name_other_things, similarity, topic
from db.reviews import deciding
from db.reviews.decisions import Reason, Seen
from db.sqlite import Connection
from db.statements import own_words
from db.statements.queries import Filters
from db.store import RunInfo, Store
from extract.english.forms import Amount, Identity, NounPhrase
from extract.errors import UsageError
from extract.extractor import Extractor, plain_article
from extract.model import Extraction

RUN = RunInfo("1.0", "model", "3.8.0")
ARTICLES = {
    "gazette": (
        "2024-03-12",
        "The ferry Osprey sank off Port Marrow on Monday. Divers searched the wreck for survivors.",
    ),
    "herald": ("2024-03-13", "Divers found the wreck of the Osprey. The ferry had sunk off Port Marrow in a storm."),
    "late": ("2024-09-01", "The ferry Osprey sank off Port Marrow. Divers searched the wreck."),
    "courier": ("2024-03-12", "The council of Tarn closed two schools. Parents protested outside the town hall."),
}


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    made = [replace(plain_article(text, day), source=name) for name, (day, text) in ARTICLES.items()]
    return dict(zip(ARTICLES, Extractor().extract_all(made), strict=True))


def stored(path: Path, extractions: list[Extraction]) -> Store:
    store = Store.open(path)
    store.begin_run(RUN)
    for extraction in extractions:
        store.add(extraction)
    store.finish_run()
    return store


def events(connection: Connection) -> dict[str, set[tuple[str, str]]]:
    """The source and relation of each event's claims."""
    found: dict[str, set[tuple[str, str]]] = {}
    query = "SELECT c.event, a.source, c.relation FROM claims c JOIN articles a ON a.id = c.article WHERE event <> ''"
    for event, source, relation in connection.execute(query):
        found.setdefault(event, set()).add((source, relation))
    return found


def test_claims_about_one_occurrence_share_an_event(tmp_path: Path, extractions: dict[str, Extraction]) -> None:
    with stored(tmp_path / "claims.db", list(extractions.values())) as store:
        assert list(events(store.connection).values()) == [{("gazette", "sank"), ("herald", "had sunk off")}]
    assert check(tmp_path / "claims.db") == []


@pytest.mark.parametrize("order", list(permutations(ARTICLES)), ids="-".join)
def test_any_order_gives_the_same(order: tuple[str, ...], tmp_path: Path, extractions: dict[str, Extraction]) -> None:
    with stored(tmp_path / "claims.db", [extractions[name] for name in ARTICLES]) as store:
        expected = events(store.connection)
    with stored(tmp_path / "other.db", [extractions[name] for name in order]) as store:
        assert events(store.connection) == expected


def test_what_goes_leaves_its_event(tmp_path: Path, extractions: dict[str, Extraction]) -> None:
    with stored(tmp_path / "claims.db", list(extractions.values())) as store:
        (herald,) = store.connection.execute("SELECT id FROM articles WHERE source = 'herald'").fetchone()
        store.forget(herald)
        assert events(store.connection) == {}
    assert check(tmp_path / "claims.db") == []


def test_a_rejected_claim_is_about_no_event(tmp_path: Path, extractions: dict[str, Extraction]) -> None:
    with stored(tmp_path / "claims.db", list(extractions.values())) as store:
        query = "SELECT key, version FROM claims WHERE event <> '' ORDER BY id LIMIT 1"
        seen = Seen(*store.connection.execute(query).fetchone())
        number = deciding.reject(store.connection, [seen], "ada", Reason.SUBJECT)
        assert events(store.connection) == {}
        deciding.undo(store.connection, number, "ada")
        assert len(events(store.connection)) == 1


def test_what_was_read_is_read_again_where_somebody_else_wrote(tmp_path: Path) -> None:
    """Between two copies that one process stores, a claim of the first is rejected."""
    path, said = tmp_path / "claims.db", "The ferry Osprey sank off Port Marrow. It rained for {} days."
    made = [replace(plain_article(said.format(number + 2), "2024-03-12"), source=f"{number}") for number in range(4)]
    *before, third, fourth = Extractor().extract_all(made)
    with stored(path, before) as store, Store.open(path, create=False) as other:
        [sunk] = [told for told in events(store.connection).values() if ("0", "sank") in told]
        assert sunk == {("0", "sank"), ("1", "sank")}
        query = "SELECT c.key, c.version FROM claims c JOIN articles a ON a.id = c.article WHERE a.source = '0'"
        for row in other.connection.execute(f"{query} AND relation = 'sank'").fetchall():
            deciding.reject(other.connection, [Seen(*row)], "ada", Reason.SUBJECT)
        store.add(third)
        store.add(fourth)
        assert {("1", "sank"), ("2", "sank"), ("3", "sank")} in events(store.connection).values()
    assert check(path) == []


def test_who_is_named_tells_two_occurrences_apart(tmp_path: Path) -> None:
    texts = {
        "a": "Ada Lind fell on Mount Tarn on Friday. Hugo Reis fell on Mount Tarn. The climber fell 200 metres.",
        "b": "Hugo Reis fell on Mount Tarn. The climber fell from a ridge on Mount Tarn.",
    }
    made = [replace(plain_article(text, "2024-03-12"), source=name) for name, text in texts.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        query = "SELECT subject, COUNT(DISTINCT article) FROM claims WHERE event <> '' GROUP BY event, subject"
        assert store.connection.execute(query).fetchall() == [("Hugo Reis", 2)]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("A 23-year-old climber died on a ridge above Port Marrow.", "A climber died on a ridge.", True),
        ("A 23-year-old climber died on a ridge.", "The 41-year-old climber died on a ridge above Port Marrow.", False),
        ("A man died on a ridge above Port Marrow.", "A woman died on the ridge.", False),
        ("The climber died on a ridge in Port Marrow.", "The climber died on the ridge in Halden.", False),
    ],
)
def test_what_disagrees_tells_two_occurrences_apart(tmp_path: Path, one: str, other: str, is_same: bool) -> None:
    made = [
        replace(plain_article(f"{text} Rescuers searched the slope for hours. A rope had broken.", day), source=day)
        for text, day in ((one, "2024-03-12"), (other, "2024-03-13"))
    ]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        query = "SELECT COUNT(*) FROM claims WHERE event <> '' AND relation LIKE 'died%'"
        assert store.connection.execute(query).fetchone() == (2 if is_same else 0,)


BRIDGED = (
    "Sheriff Ada Lind endorsed Hugo Reis in Port Marrow. A crowd cheered at the harbour hall.",
    "Sheriff Ada Lind endorsed at the harbour hall in Port Marrow. A crowd cheered.",
    "Sheriff Ada Lind endorsed Jon Peel in Port Marrow. A crowd cheered at the harbour hall.",
)


@pytest.mark.parametrize("verb", ["endorsed", "lied to"])
def test_a_claim_that_leaves_the_object_out_makes_no_two_objects_one(verb: str, tmp_path: Path) -> None:
    texts = [BRIDGED[0].replace("endorsed", verb), BRIDGED[1].replace("endorsed", verb.split()[0])]
    texts.append(BRIDGED[2].replace("endorsed", verb))
    made = [replace(plain_article(text, "2024-03-12"), source=str(n)) for n, text in enumerate(texts)]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        query = "SELECT COUNT(DISTINCT statement) FROM claims WHERE object LIKE 'Hugo%' OR object LIKE 'Jon%'"
        assert store.connection.execute(query).fetchone() == (2,)
    assert check(tmp_path / "claims.db") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The permit allowed Ada Lind to fish in the harbour.", "The permit allowed Ada Lind to build a hall."),
        ("Ada Lind paid a higher rate than Hugo Reis.", "Ada Lind paid a rate of 30 percent."),
        ("Ada Lind met with people who told her about the flood.", "Ada Lind met with Captain Jon Peel."),
        ("Jon Tavener opened the hall.", "Jon Peel opened the hall."),
    ],
)
def test_what_differs_in_its_object_says_something_else(tmp_path: Path, one: str, other: str) -> None:
    told = "Sheriff Ada Lind spoke in Port Marrow. A crowd cheered at the harbour hall. Divers searched the wreck."
    made = [replace(plain_article(f"{text} {told}", "2024-03-12"), source=text) for text in (one, other)]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        query = "SELECT statement FROM claims WHERE relation IN ('allowed', 'paid', 'met with', 'opened')"
        first, second = (statement for (statement,) in store.connection.execute(query))
        assert first != second


def test_articles_without_a_name_in_common_are_not_about_the_same() -> None:
    assert name_other_things({"tarn", "halden"}, {"marrow", "kestria"})
    assert not name_other_things({"tarn", "halden"}, {"tarn", "kestria"})
    assert not name_other_things({"tarn"}, {"marrow", "kestria"}), "one name says too little"
    many = {"tarn", "halden", "lind", "reis", "osprey", "farrow"}
    assert name_other_things(many, {"tarn", "marrow", "kestria", "peel", "lenz", "gazette"}), "one of six"


def test_articles_of_which_neither_names_what_the_other_is_about_are_apart() -> None:
    mill, school = {"ludham", "peel"}, {"carrick", "lenz"}
    assert are_about_others(mill, {"ludham"}, school, {"carrick"})
    assert not are_about_others(mill, {"ludham"}, school, set()), "one name says too little"
    assert not are_about_others(mill, {"ludham"}, school | {"ludham"}, {"carrick"})


BURNT = (
    "A fire destroyed a {what} in {town}. Firefighters fought the blaze for six hours. "
    "Police arrested a man on suspicion of arson."
)
ALIKE = {
    "mill": ("2024-03-12", BURNT.format(what="paper mill", town="Ludham") + " The Ludham mill was empty."),
    "mill too": ("2024-03-13", BURNT.format(what="paper mill", town="Ludham") + " The man is from Ludham."),
    "school": ("2024-03-13", BURNT.format(what="school", town="Carrick") + " The Carrick school was empty."),
}


def test_alike_occurrences_in_other_places_are_two_events(tmp_path: Path) -> None:
    made = [replace(plain_article(text, day), source=source) for source, (day, text) in ALIKE.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        query = "SELECT event, object FROM claims WHERE relation = 'destroyed'"
        mill, too, school = (event for event, _ in sorted(store.connection.execute(query), key=lambda row: row[1]))
        assert mill
        assert mill == too
        assert school is None, "no other article is about it"


PARAPHRASES = {
    "gazette": (
        "2024-03-12",
        "The Kestrian Navy captured 23 pirates in the Gulf of Tarn on Monday. "
        "A warship towed the freighter to Port Marrow. The pirates had attacked the freighter.",
    ),
    "herald": (
        "2024-03-13",
        "In the Gulf of Tarn, 23 pirates were arrested by the Kestrian Navy. "
        "The freighter was towed to Port Marrow by a warship.",
    ),
    "courier": (
        "2024-03-13",
        "The Kestrian Navy arrested 11 pirates in the Gulf of Tarn. The freighter was attacked by the pirates. "
        "It reached Port Marrow.",
    ),
}


@pytest.fixture(scope="module")
def paraphrases() -> dict[str, Extraction]:
    made = [replace(plain_article(text, day), source=name) for name, (day, text) in PARAPHRASES.items()]
    return dict(zip(PARAPHRASES, Extractor().extract_all(made), strict=True))


def statements(connection: Connection) -> set[tuple[str, ...]]:
    """Source and relation of the claims of each statement with several articles, with the statement's key."""
    query = (
        "SELECT s.key, a.source, c.relation FROM claims c JOIN articles a ON a.id = c.article "
        "JOIN statements s ON s.id = c.statement WHERE s.articles > 1 AND c.current = 1 ORDER BY 1, 2, 3"
    )
    found: dict[str, list[str]] = {}
    for key, source, relation in connection.execute(query):
        found.setdefault(key, [key]).append(f"{source}: {relation}")
    return {tuple(words) for words in found.values()}


@pytest.mark.parametrize("order", list(permutations(PARAPHRASES)), ids="-".join)
def test_other_words_are_one_statement_in_any_order(
    order: tuple[str, ...], tmp_path: Path, paraphrases: dict[str, Extraction]
) -> None:
    with stored(tmp_path / "claims.db", [paraphrases[name] for name in PARAPHRASES]) as store:
        expected = statements(store.connection)
    said = {words[1:] for words in expected}
    assert ("gazette: captured", "herald: were arrested by") in said  # of 11 pirates it is another
    assert ("gazette: towed", "herald: was towed by") in said
    with stored(tmp_path / "other.db", [paraphrases[name] for name in order]) as store:
        assert statements(store.connection) == expected
        store.forget(store.connection.execute("SELECT id FROM articles WHERE source = 'gazette'").fetchone()[0])
    assert check(tmp_path / "other.db") == []


FEWER_WORDS = {
    "gazette": (
        "2024-03-12",
        "The Tarn council closed the old harbour road. The Kestrian Navy rescued 23 sailors from the freighter. "
        "The freighter hit a reef near Port Marrow. Other roads were closed.",
    ),
    "herald": (
        "2024-03-13",
        "The harbour road was closed. The Kestrian Navy rescued 23 crew members. The freighter hit a reef. "
        "Drivers waited near Port Marrow.",
    ),
    "courier": (
        "2024-03-13",
        "The Kestrian Navy rescued 11 sailors. The freighter hit a reef near Port Marrow. The freighter waited.",
    ),
}


def test_an_argument_may_be_left_out_or_go_by_its_number(tmp_path: Path) -> None:
    made = [replace(plain_article(text, day), source=name) for name, (day, text) in FEWER_WORDS.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        said = {words[1:] for words in statements(store.connection)}
    assert ("gazette: closed", "herald: was closed") in said, "who closed it is left out"
    assert ("gazette: rescued", "herald: rescued") in said, "23 sailors, 23 crew members, not the 11 of another"
    assert check(tmp_path / "claims.db") == []


OWN_WORDS = """
SELECT a.source, c.relation, l.own FROM statement_claims AS l JOIN claims AS c ON c.id = l.claim
JOIN articles AS a ON a.id = c.article ORDER BY c.id
"""


def test_claims_that_count_by_words_of_others_are_marked(tmp_path: Path) -> None:
    made = [replace(plain_article(text, day), source=name) for name, (day, text) in FEWER_WORDS.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        marked = store.connection.execute(OWN_WORDS).fetchall()
        assert ("herald", "was closed", 0) in marked, "who closed it is the gazette's to say"
        assert ("gazette", "closed", 1) in marked
        store.connection.execute("UPDATE statement_claims SET own = 1")
        own_words.mark(store.connection)
        assert store.connection.execute(OWN_WORDS).fetchall() == marked


DENIED = {
    "agency": ("2024-03-12", "The Halvik Mill stands in Farrow. Ada Brook sold the Halvik Mill on Sunday."),
    "copy": ("2024-03-13", "The Halvik Mill stands in Farrow. Ada Brook sold the Halvik Mill on Sunday."),
    "courier": ("2024-03-12", "Tenants met in Tarn. Ada Brook did not sell the Halvik Mill, a clerk said."),
}


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_a_copy_takes_no_contradiction_from_what_it_says_the_same_as(names: tuple[str, str], tmp_path: Path) -> None:
    """Whichever of the two comes first by its key, which follows from where it was read."""
    sources = dict(zip(("agency", "copy"), names, strict=True))
    made = [replace(plain_article(text, day), source=sources.get(name, name)) for name, (day, text) in DENIED.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        query = "SELECT a.source FROM claims c JOIN articles a ON a.id = c.article WHERE c.id IN (SELECT {} FROM {})"
        led = store.connection.execute(query.format("claim", "paraphrases WHERE leads = 0")).fetchall()
        assert set(led) == {(sources["copy"],)}
        close = "SELECT 1 FROM similar_articles WHERE closely = 1 AND 3 IN (article, other)"
        assert store.connection.execute(close).fetchall() == []
        left = store.connection.execute(query.format("left_claim", "contradictions WHERE kind = 'negation'")).fetchall()
    assert left == [(sources["agency"],)]
    assert check(tmp_path / "claims.db") == []


def test_people_join_and_split_events_and_undo_it(tmp_path: Path, extractions: dict[str, Extraction]) -> None:
    path = tmp_path / "claims.db"
    with stored(path, [extractions[name] for name in ("gazette", "courier", "late")]) as store:
        connection = store.connection
        keys = dict(
            connection.execute("SELECT a.source || c.relation, c.key FROM claims c JOIN articles a ON a.id = c.article")
        )
        one, other = keys["gazettesank"], keys["latesank"]
        assert events(connection) == {}
        joined = corrections.judge(connection, ClaimJudgement.JOIN, [one, other], "ada", "the same ferry")
        assert list(events(connection).values()) == [{("gazette", "sank"), ("late", "sank")}]
        store.add(extractions["herald"])
        assert list(events(connection).values()) == [
            {("gazette", "sank"), ("late", "sank"), ("herald", "had sunk off")}
        ]
        split = corrections.judge(connection, ClaimJudgement.SPLIT, [keys["gazettesank"]], "ada")
        assert list(events(connection).values()) == [{("gazette", "sank"), ("late", "sank")}], "a join goes before"
        corrections.undo(connection, joined, "eve", "two ferries")
        assert events(connection) == {}
        corrections.undo(connection, split, "eve")
        assert list(events(connection).values()) == [{("gazette", "sank"), ("herald", "had sunk off")}]
        with pytest.raises(UsageError, match="was undone by eve"):
            corrections.undo(connection, split, "ada")
        with pytest.raises(UsageError, match="at least two"):
            corrections.judge(connection, ClaimJudgement.JOIN, [one], "ada")
    assert check(path) == []


OTHER_VERBS = {
    "gazette": (
        "2024-03-12",
        "Police in Port Marrow caught Jon Peel on Monday. Jon Peel had robbed the Tarn bank. "
        "The navy attacked pirates off the Halvik coast.",
    ),
    "herald": (
        "2024-03-12",
        "Jon Peel was arrested in Port Marrow on Monday by police. Peel had robbed the Tarn bank. "
        "Pirates attacked a freighter off the Halvik coast.",
    ),
    "late": ("2024-05-02", "A court in Port Marrow sentenced Jon Peel. Jon Peel had robbed the Tarn bank of gold."),
}


def test_other_verbs_other_parts_and_later_articles(tmp_path: Path) -> None:
    """Who is caught is arrested, who attacks is not attacked, and the trial comes back to the deed."""
    made = [replace(plain_article(text, day), source=name) for name, (day, text) in OTHER_VERBS.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        found = list(events(store.connection).values())
        liked = dict(store.connection.execute("SELECT article || ' ' || other, closely FROM similar_articles"))
    assert {("gazette", "caught"), ("herald", "was arrested by")} in found
    assert {("gazette", "had robbed"), ("herald", "had robbed"), ("late", "had robbed")} in found
    assert not any({("gazette", "attacked"), ("herald", "attacked")} <= event for event in found)
    assert liked["1 3"] == Likeness.LOOSE
    assert check(tmp_path / "claims.db") == []


def test_who_is_toppled_is_beaten(tmp_path: Path) -> None:
    told = "Voters queued at the harbour hall in Port Marrow. A crowd cheered."
    beaten = ("Ada Lind toppled Mayor Hugo Reis.", "Hugo Reis was beaten by Ada Lind.", "Ada Lind unseated Hugo Reis.")
    made = [replace(plain_article(f"{text} {told}", "2024-03-12"), source=text) for text in beaten]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        found = [{relation for _, relation in event} for event in events(store.connection).values()]
    assert {"toppled", "was beaten by", "unseated"} in found


SAYINGS = {
    "gazette": ("2024-03-12", "Police said Jon Peel robbed the Tarn bank of gold. Police said the harbour was closed."),
    "herald": (
        "2024-03-12",
        "Police say Jon Peel robbed the bank in Tarn. A clerk said Jon Peel robbed the Tarn bank.",
    ),
}


def test_somebody_says_the_same_twice(tmp_path: Path) -> None:
    made = [replace(plain_article(text, day), source=name) for name, (day, text) in SAYINGS.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        query = (
            "SELECT GROUP_CONCAT(subject || ' ' || relation, ', ' ORDER BY id) FROM claims WHERE event <> '' "
            "AND relation IN ('said', 'say') GROUP BY event"
        )
        assert store.connection.execute(query).fetchall() == [("Police said, Police say",)]
    assert check(tmp_path / "claims.db") == []


OTHER_THINGS = {
    "gazette": (
        "2024-03-12",
        "Mayor Ada Kolm of Tarn drew laughter. Ada Kolm said the port needs a mole. Ada Kolm criticized harbour fees. "
        "Jon Peel endorsed Ada Kolm in Tarn.",
    ),
    "herald": (
        "2024-03-12",
        "Mayor Ada Kolm of Tarn drew cheers. Ada Kolm said her rivals had lied. Ada Kolm criticized harbour fees. "
        "Jon Peel endorsed the bypass in Tarn.",
    ),
}


def test_what_one_does_to_other_things_is_no_one_event(tmp_path: Path) -> None:
    """Nor are two remarks, and a title is none."""
    made = [replace(plain_article(text, day), source=name) for name, (day, text) in OTHER_THINGS.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        found = list(events(store.connection).values())
    assert found == [{("gazette", "criticized"), ("herald", "criticized")}]


TOLLS = {
    "gazette": (
        "2024-03-12",
        "The fire in the Tarn market killed 11 people. The fire destroyed the Tarn market hall in Port Marrow.",
    ),
    "herald": (
        "2024-03-12",
        "The fire in the Tarn market killed 14 people. The market hall in Port Marrow was destroyed by fire.",
    ),
    "courier": (
        "2024-03-14",
        "The fire in the Tarn market killed 24 people. Port Marrow mourned after the fire in the market hall.",
    ),
}


def test_figures_of_an_event_are_updates_or_contradictions(tmp_path: Path) -> None:
    made = [replace(plain_article(text, day), source=name, outlet=name.title()) for name, (day, text) in TOLLS.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        found = figures(store.connection)
    assert [(one.number, one.day, one.source, one.course) for one in found] == [
        ("11", "2024-03-12", "Gazette", "first"),
        ("14", "2024-03-12", "Herald", "contradiction"),
        ("24", "2024-03-14", "Courier", "update"),
    ]


#: The same people hurt, in the words of three outlets; another crash is told, too.
HURT = {
    "gazette": (
        "2024-03-12",
        "A train left the rails near Ludham on Tuesday, injuring 62 people. The train was going to Carrick.",
    ),
    "herald": (
        "2024-03-12",
        "In all 58 people were injured when a train left the rails near Ludham. The train was going to Carrick.",
    ),
    "courier": (
        "2024-03-13",
        "The train that left the rails near Ludham injured 71 people. The train was going to Carrick. "
        "Another train left the rails near Brevin on Monday, injuring three people.",
    ),
}


def test_the_hurt_are_one_series_in_any_words(tmp_path: Path) -> None:
    made = [replace(plain_article(text, day), source=name, outlet=name.title()) for name, (day, text) in HURT.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        found = [(one.number, one.day, one.course) for one in figures(store.connection)]
    assert sorted(found) == [
        ("58", "2024-03-12", "first"), ("62", "2024-03-12", "contradiction"), ("71", "2024-03-13", "update"),
    ]  # fmt: skip


#: The dead of one quake, as they are counted from day to day; what agencies say is no figure of its own.
COUNTED = {
    "gazette": (
        "2024-03-11",
        "A strong earthquake struck Kelm province on Monday, killing at least 12 people, the Kelm agency said. "
        "The earthquake destroyed houses in Sarn.",
    ),
    "herald": (
        "2024-03-12",
        "Rescuers in Sarn searched rubble on Tuesday after an earthquake killed at least 31 people in Kelm province. "
        "The Kelm agency said at least 210 people were hurt in the earthquake.",
    ),
    "courier": (
        "2024-03-12",
        "The death toll from the earthquake in Kelm province rose to 34 on Tuesday, the Kelm agency said. "
        "Rescuers searched the rubble of houses in Sarn.",
    ),
    "mail": (
        "2024-03-13",
        "An earthquake in Kelm province killed at least 31 people, the Kelm agency said. Rescuers in Sarn searched the "
        "rubble of houses.",
    ),
    "post": (
        "2024-03-14",
        "The death toll from the earthquake in Kelm province reached 41, the Kelm agency said. Rescuers searched the "
        "rubble of houses in Sarn.",
    ),
}


def test_a_toll_is_one_series_and_what_is_repeated_is_nothing_new(tmp_path: Path) -> None:
    made = [
        replace(plain_article(text, day), source=name, outlet=name.title()) for name, (day, text) in COUNTED.items()
    ]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        found = [(one.number, one.day, one.course) for one in figures(store.connection)]
        for article, words in store.connection.execute("SELECT article, words FROM article_topics").fetchall():
            told = read_occurrences(store.connection, [article])
            assert json.loads(words) == topic(one.participants for one in told)
    assert found == [
        ("12..", "2024-03-11", "first"),
        ("31..", "2024-03-12", "update"),
        ("34", "2024-03-12", "range"),
        ("31..", "2024-03-13", "same"),
        ("41", "2024-03-14", "update"),
    ]
    assert check(tmp_path / "claims.db") == []


#: What a firm planned, and what it did of that; a union counts otherwise on the next day.
CUT = {
    "gazette": ("2024-09-02", "Veltra plans to cut 3,000 jobs in Tarn by the end of 2025, the carmaker Veltra said."),
    "herald": ("2024-10-10", "Veltra cut 1,200 jobs in Tarn on Thursday. The carmaker Veltra has a plant in Tarn."),
    "courier": ("2024-10-11", "Veltra cut 1,500 jobs in Tarn, a union said. The carmaker Veltra has a plant in Tarn."),
}


def test_what_was_planned_is_no_figure_and_a_row_of_its_own(tmp_path: Path) -> None:
    made = [replace(plain_article(text, day), source=name, outlet=name.title()) for name, (day, text) in CUT.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        found = [(one.number, one.course) for one in figures(store.connection)]
        (veltra,) = store.connection.execute("SELECT key FROM entities WHERE normal = 'veltra'").fetchone()
        rows = read_timeline(store.connection, Filters(entity=veltra))
        told = [(row.day, row.shown.standing) for row in rows if row.shown.relation.endswith("cut")]
    assert found == [("1200", "first"), ("1500", "contradiction")]
    assert told == [("2024-09-02", "planned"), ("2024-10-10", "disputed")]


#: The same verb, other things: none is a figure of the other.
SUMS = {
    "gazette": (
        "2024-03-12",
        "Mayor Ada Kolm of Tarn earned $2 million in fees from the port of Tarn. Ada Kolm resigned.",
    ),
    "herald": (
        "2024-03-12",
        "Mayor Ada Kolm of Tarn earned $9 million in rents from the port of Tarn. Ada Kolm resigned.",
    ),
}


def test_sums_of_different_things_are_no_figures_of_one(tmp_path: Path) -> None:
    made = [replace(plain_article(text, day), source=name, outlet=name.title()) for name, (day, text) in SUMS.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        (events_found,) = store.connection.execute("SELECT COUNT(DISTINCT event) FROM claims").fetchone()
        assert events_found > 0
        assert figures(store.connection) == []


SUMS_OF_A_KIND = {
    "gazette": (
        "2024-03-12",
        "Mayor Ada Kolm and Jon Kolm of Tarn published their tax returns. "
        "Ada and Jon Kolm paid $44.2 million in federal income taxes.",
    ),
    "herald": (
        "2024-03-12",
        "Mayor Ada Kolm of Tarn published her tax returns. "
        "The records show the Kolms have paid $43 million in federal taxes since 2007.",
    ),
    "courier": (
        "2024-03-12",
        "Mayor Ada Kolm of Tarn published her tax returns. Ada and Jon Kolm paid $42 million in legal fees.",
    ),
}


def test_what_money_is_tells_sums_apart(tmp_path: Path) -> None:
    """Taxes are no fees, and the Kolms are Ada and Jon Kolm."""
    made = [replace(plain_article(text, day), source=name, outlet=name) for name, (day, text) in SUMS_OF_A_KIND.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        found = {one.words.partition(" paid ")[2] for one in figures(store.connection)}
    assert found == {"$44.2 million in federal income taxes", "$43 million in federal taxes"}
    assert check(tmp_path / "claims.db") == []


def test_sums_that_are_far_apart_are_of_two_things(tmp_path: Path) -> None:
    texts = {
        name: f"Mayor Ada Kolm of Tarn earned {sum_} in fees from the port of Tarn, records show."
        for name, sum_ in (("gazette", "$2 million"), ("herald", "$19 million"), ("courier", "$3 million"))
    }
    made = [replace(plain_article(text, "2024-03-12"), source=n, outlet=n.title()) for n, text in texts.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        assert [(one.number, one.course) for one in figures(store.connection)] == [
            ("2000000", "first"), ("3000000", "contradiction"),
        ]  # fmt: skip


def occurrence(agent: Part | None, patient: Part | None, often: int = 1) -> Occurrence:
    words = frozenset().union(*(part.words for part in (agent, patient) if part))
    told = (0, "c", "a", 0, "2024-03-12", None, None, 0, False, "seize", "", words, agent, patient, ())
    return Occurrence(*told, None, None, "positive certain", "statement", False, often=often)


def part(head: str, *name: str, is_person: bool = False) -> Part:
    return Part(head, frozenset(name), frozenset({head, *name}), is_person, None)


@pytest.mark.parametrize(("described", "is_joined"), [("sheriff", True), ("wife", False)])
def test_a_name_and_a_description_may_say_the_same(described: str, is_joined: bool) -> None:
    """ "Peel seized the rifles" / "the sheriff seized rifles"; not "his wife"."""
    one = occurrence(part("peel", "peel", is_person=True), part("rifle"))
    assert says_same(one, occurrence(part(described), part("rifle"))) is is_joined


def test_what_is_said_in_the_same_words_is_the_same() -> None:
    """ "The campaign received the subpoena" is in articles that tell of much that was received; not "a campaign"."""
    bare = occurrence(part("campaign"), part("subpoena"))._replace(kind="receive", several=True)
    assert may_say_same(bare, bare)
    assert says_same(bare, bare)
    some = bare._replace(agent=part("campaign")._replace(is_indefinite=True))
    plural = bare._replace(patient=part("subpoena")._replace(is_plural=True))
    others = (some, plural, bare._replace(certainty="negative certain"), bare._replace(tail="from"))
    assert not any(says_same(bare, other) for other in others)
    monday, tuesday = (bare._replace(since=day, until=day) for day in ("2024-03-11", "2024-03-12"))
    assert not says_same(monday, tuesday)


def test_a_predicate_may_be_of_another_class() -> None:
    """ "The first keeper of the mill", "the second"; "a keeper", "a former keeper"."""
    keeper = part("keeper")._replace(words=frozenset({"keeper", "mill"}))

    def said(of: Part) -> Occurrence:
        return occurrence(part("peel", "peel", is_person=True), of)._replace(kind="become")

    assert says_same(said(keeper), said(keeper))
    assert not says_same(said(keeper), said(keeper._replace(ranks=frozenset({"first"}))))
    former = keeper._replace(words=keeper.words | {"former"}, is_indefinite=True)
    assert not says_same(said(keeper), said(former))


def test_one_word_in_common_tells_no_event_where_an_article_tells_of_many() -> None:
    both = occurrence(part("peel", "peel"), part("rifle")), occurrence(part("sheriff"), part("rifle"))
    assert is_same(*both)
    assert not is_same(both[0], both[1]._replace(often=MAX_OFTEN + 1))


@pytest.mark.parametrize(
    ("day", "patient", "is_one"),
    [
        ("2024-03-13", "paper", True),
        ("2024-03-19", "paper", False),  # a week later Peel seizes something else
        ("2024-03-19", "rifle", True),
    ],
)
def test_one_name_in_common_is_not_enough_days_later(day: str, patient: str, is_one: bool) -> None:
    one = occurrence(part("peel", "peel", is_person=True), part("rifle"))._replace(kind="praise", tail="in")
    other = occurrence(part("peel", "peel", is_person=True), part(patient))._replace(kind="praise", published=day)
    assert is_same(one, other) is is_one


def test_what_others_do_to_others_is_no_one_event() -> None:
    """ "Peel praised a mill in Tarn", "a clerk praised a mill in Tarn", "guards praised a rifle in Tarn"."""
    peel = part("peel", "peel", is_person=True)
    one, clerk, guard = (
        occurrence(who, part(what))._replace(kind="praise")
        for who, what in (
            (peel, "mill"), (part("clerk"), "mill"), (part("guard"), "rifle"),
        )
    )  # fmt: skip
    assert is_same(one, clerk)
    tarn = [claim._replace(participants=claim.participants | {"tarn"}) for claim in (one, guard)]
    assert not is_same(*tarn)
    day = "2024-03-11"
    assert not is_same(*(claim._replace(days=(day, day), since=day, until=day) for claim in (one, guard)))


def test_one_of_a_name_is_not_several_without_one() -> None:
    """ "Peel declared a truce" is not "presidents have declared truces"; of "two guards" he may be one."""
    presidents = part("president")._replace(is_plural=True)
    peel, others = (
        occurrence(who, part("truce"))._replace(kind="break")
        for who in (part("peel", "peel", is_person=True), presidents)
    )
    assert not is_same(peel, others)
    guards = presidents._replace(head="guard", amount=Amount(2, 2, "people"))
    assert is_same(peel, others._replace(agent=guards))


REMARKS = {
    "gazette": (
        "2024-03-12",
        "Mayor Ada Kolm of Tarn said the harbour was full. Ada Kolm said the port of Tarn needs two cranes. "
        "Ada Maria Kolm was a pilot.",
    ),
    "herald": (
        "2024-03-12",
        "Mayor Ada Kolm of Tarn said the council was divided. Ada Kolm said two cranes were needed in the port. "
        "Ada Maria Kolm was a widow.",
    ),
}


def test_two_remarks_and_two_predicates_are_no_one_event(tmp_path: Path) -> None:
    """Being in common is nothing in common."""
    made = [replace(plain_article(text, day), source=name) for name, (day, text) in REMARKS.items()]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        query = "SELECT object FROM claims WHERE event <> '' AND relation IN ('said', 'was') ORDER BY object"
        found = [words for (words,) in store.connection.execute(query)]
    assert found == ["the port of Tarn needs two cranes", "two cranes were needed in the port"]
    assert check(tmp_path / "claims.db") == []


def test_what_one_sentence_tells_apart_is_two(tmp_path: Path) -> None:
    """The campaign and the port of one sentence are not one in two articles."""
    said = "The campaign and the port will answer the letter, {} said. The Tarn port is Kolm's."
    made = [
        replace(plain_article(said.format(who), "2024-03-12"), source=name, outlet=name)
        for name, who in (("gazette", "Ada Kolm"), ("herald", "a clerk of Tarn"))
    ]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        query = "SELECT subject, {} FROM claims WHERE relation = 'will answer' ORDER BY article, id"
        for level in ("event", "statement"):
            rows = store.connection.execute(query.format(level)).fetchall()
            assert [one for one, _ in rows] == ["The campaign", "the port"] * 2
            held = [two for _, two in rows]
            assert held[:2] == held[2:]
            assert None not in held
            assert held[0] != held[1]


@pytest.mark.parametrize(
    ("name", "is_other"),
    [("gov jon peel", True), ("mr jon peel", True), ("ada lind", False), ("sen ada lind", False), ("lind", False)],
)
def test_a_title_is_no_part_of_a_name(name: str, is_other: bool) -> None:
    """ "Tarn Gov. Ada Lind" appointed a senator, and so did "Gov. Jon Peel"."""
    one, other = (called(full) for full in ("tarn gov ada lind", name))
    assert is_another_name(one, other) is is_other
    assert called("mr king").name == {"king"}
    assert called("king").name == {"king"}


def called(name: str) -> Part:
    found = participant(NounPhrase(name.split()[-1], name, Identity.NAME, (name,), name), is_person=True)
    assert found is not None
    return found


@pytest.mark.parametrize(("number", "is_one"), [(34, True), (612, False)])
def test_far_tolls_of_one_day_are_of_two_occurrences(number: int, is_one: bool) -> None:
    """ "The quake killed ten people" is of today, "a quake killed 612" of years ago."""
    quake, people = part("earthquake"), part("person")
    one, other = (
        occurrence(quake, people._replace(amount=Amount(size, size, "people")))._replace(kind="kill")
        for size in (10, number)
    )
    assert is_same(one, other) is is_one


def test_similarity_is_of_both_sides() -> None:
    one, other = dict.fromkeys("abcdef", 4), dict.fromkeys("bcdefg", 1)
    assert similarity(one, other) == similarity(other, one) == (5, pytest.approx(10 / 144**0.5))
    assert similarity(one, one)[1] == 1
    assert similarity(one, {"h": 1}) == (0, 0)
