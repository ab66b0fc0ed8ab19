"""Who is accused of what, by whom: as lists about a person, on pages, in files and on the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db.connection import snapshot
from db.entities.entity_dossier import dossier
from db.reviews.item import item
from db.statements import queries
from db.statements.queries import Filters
from db.store import Store
from extract.extractor import Extractor, plain_article
from extract.readers import read
from extract.readers.draft import ReadHints
from tests.browsing import RUN, get, served
from tests.run import extract

TEXTS = {
    "Northern Courier": "Hugo Trevin leads the harbour board. Dana Marlow accused Trevin of taking bribes.",
    "The Ledger": "Hugo Trevin leads the harbour board. Trevin denied the accusations on Tuesday.",
    "North Star": "Olga Trevin runs a bakery in Ostrand. Olga Trevin opened a second shop on Monday.",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("accused") / "claims.db"
    inputs = [
        read(f"{outlet}.txt", text.encode(), hints=ReadHints(outlet=outlet, published="2024-05-07"))
        for outlet, text in TEXTS.items()
    ]
    with Store.open(made) as store:
        store.begin_run(RUN)
        for extraction in Extractor().extract_all(inputs):
            store.add(extraction)
        store.finish_run()
    return made


def key_of(path: Path, name: str) -> str:
    with snapshot(path) as connection:
        return str(connection.execute("SELECT key FROM entities WHERE name = ?", (name,)).fetchone()[0])


def words(path: Path, **wanted: str) -> list[str]:
    with snapshot(path) as connection:
        return [one.words for one in queries.statements(connection, Filters(**wanted))]


def test_accusations_and_answers_are_of_the_person_whom_the_article_names(path: Path) -> None:
    hugo, olga = key_of(path, "Hugo Trevin"), key_of(path, "Olga Trevin")
    assert words(path, accused=hugo) == ["Dana Marlow accused Trevin [Hugo Trevin] of taking bribes"]
    assert words(path, denies=hugo) == ["Trevin denied the accusations"]
    assert words(path, accused=olga) == words(path, denies=olga) == []
    assert words(path, accused=key_of(path, "Dana Marlow")) == []


def test_a_persons_page_begins_with_accusations_and_their_denials(path: Path) -> None:
    with snapshot(path) as connection:
        found = dossier(connection, key_of(path, "Hugo Trevin"))
    assert found is not None
    assert (len(found.accused), len(found.denies), found.accused_count) == (1, 1, 1)
    with served(path) as datasette:
        page = get(datasette, f"/-/entity/{key_of(path, 'Hugo Trevin')}").text
        other = get(datasette, f"/-/entity/{key_of(path, 'Olga Trevin')}").text
    assert page.index("Accusations <small") < page.index("Said about")
    assert page.index("Dana Marlow accused Trevin") < page.index("Trevin denied the accusations")
    assert 'id="accusations"' not in other


def test_a_search_for_a_name_leads_to_accusations(path: Path) -> None:
    with served(path) as datasette:
        page = get(datasette, "/-/search?text=Trevin").text
    assert "#accusations" in page
    assert "1 accusation<" in page


def test_the_list_of_accusations_is_a_page_and_a_file_with_a_name(path: Path) -> None:
    key = key_of(path, "Hugo Trevin")
    with served(path) as datasette:
        page = get(datasette, "/-/statements?accused=Hugo+Trevin").text
        file = get(datasette, f"/-/export/statement_list.csv?accused={key}&since=2024")
    assert "<title>Accusations of Hugo Trevin ·" in page
    assert "Dana Marlow accused Trevin [Hugo Trevin] of taking bribes" in file.text
    assert file.headers["content-disposition"].endswith("statements-hugo-trevin-2024-01-01.csv")


def test_the_command_lists_accusations(path: Path) -> None:
    ran = extract("statements", "--accused", "Hugo Trevin", "--db", path)
    assert [line.split("\t")[-1] for line in ran.out.splitlines()[1:]] == [
        "Dana Marlow accused Trevin [Hugo Trevin] of taking bribes"
    ]
    assert extract("statements", "--accused", "Hugo Trevin", "--contradictions", "--db", path).code == 2


@pytest.mark.parametrize("page", ["changes?since=xx", "timeline?until=2024-13", "statements?since=yesterday"])
def test_a_day_that_is_none_is_refused_with_an_example(path: Path, page: str) -> None:
    with served(path) as datasette:
        answer = get(datasette, f"/-/{page}")
    assert answer.status_code == 400
    assert "is not a date. Write it as 2024-03-14, 2024-03 or 2024." in answer.text


def test_a_day_may_be_shortened(path: Path) -> None:
    with served(path) as datasette:
        assert "Changes since 1 May 2024" in get(datasette, "/-/changes?since=2024-05").text
        assert "1 statement" in get(datasette, "/-/statements?accused=Hugo+Trevin&until=2024-05").text
        assert "No statements match" in get(datasette, "/-/statements?accused=Hugo+Trevin&until=2023").text


def test_an_address_that_no_page_has_is_said_to_be_none(path: Path) -> None:
    with served(path) as datasette:
        answer = get(datasette, "/-/statement/nope")
    assert (answer.status_code, "No page has this address." in answer.text) == (404, True)


def test_pairs_of_the_same_accusations_and_denials_are_folded_below_the_first(tmp_path: Path) -> None:
    made = tmp_path / "claims.db"
    text = (
        "Dana Marlow accused Hugo Trevin of taking bribes. Ada Lind accused Trevin of taking bribes in May. "
        "Trevin denied the accusations. Trevin denies the claims."
    )
    with Store.open(made) as store:
        store.begin_run(RUN)
        for extraction in Extractor().extract_all([read("accused.txt", text.encode())]):
            store.add(extraction)
        store.finish_run()
    with snapshot(made) as connection:
        found = queries.contradictions(connection)
    assert [link.kind for link in found] == ["accusation"] * 4
    with served(made) as datasette:
        page = get(datasette, "/-/contradictions").text
    shown, folded = page.split("3 more pairs of these accusations and denials")
    assert found[0].key in shown
    assert all(link.key in folded for link in found[1:])
    assert "4 contradictions" in page


def test_a_reviewer_sees_which_statement_is_against_a_claim(path: Path) -> None:
    with snapshot(path) as connection:
        [link] = queries.contradictions(connection)
        sides = [item(connection, voice.claim) for voice in (link.left, link.right)]
    against = [[(one.statement, one.text) for one in side.contradictions] for side in sides]
    assert against == [
        [(link.right_statement, "Trevin denied the accusations")],
        [(link.left_statement, "Dana Marlow accused Trevin [Hugo Trevin] of taking bribes")],
    ]
    assert all(0 < one.confidence <= 1 for side in sides for one in side.siblings)


INVOLVED = [
    ("Hugo Trevin said he had absolutely nothing to do with the letters.", 1),
    ('Hugo Trevin spoke in Farrow. "I had nothing to do with it," Trevin said.', 1),
    ("Hugo Trevin said he played no part in the leak of the letters.", 1),
    ("Hugo Trevin said he was not involved in leaking the letters.", 1),
    ("Hugo Trevin had nothing to do with the flood.", 0),
    ("Uwe Lamm said he had nothing to do with the letters.", 0),
]


@pytest.mark.parametrize(("denial", "found"), INVOLVED)
def test_who_had_no_part_in_it_denies_it(denial: str, found: int, tmp_path: Path) -> None:
    texts = ["Dana Marlow accused Hugo Trevin of leaking the letters.", denial]
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for number, text in enumerate(texts):
            store.add(Extractor().extract(replace(plain_article(text, "2024-05-03"), source=f"{number}")))
        store.finish_run()
        assert store.connection.execute("SELECT COUNT(*) FROM contradictions").fetchone() == (found,)


def test_nothing_to_do_with_one_thing_is_not_with_another(tmp_path: Path) -> None:
    texts = ["Hugo Trevin had nothing to do with the letters.", "Hugo Trevin had nothing to do with the flood."]
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for number, text in enumerate(texts):
            store.add(Extractor().extract(replace(plain_article(text, "2024-05-03"), source=f"{number}")))
        store.finish_run()
        assert store.connection.execute("SELECT COUNT(*) FROM statements").fetchone() == (2,)


ANSWERED = [
    # a threat to do something
    ("Dana Marlow said Hugo Trevin had threatened to withhold aid.", "Hugo Trevin denied the allegations.", 1),
    ("Dana Marlow said Hugo Trevin had promised to withhold aid.", "Hugo Trevin denied the allegations.", 0),
    ("Dana Marlow said Hugo Trevin had threatened to resign.", "Hugo Trevin denied the allegations.", 0),
    ("Dana Marlow said Hugo Trevin had threatened to sue the paper.", "Hugo Trevin denied the allegations.", 0),
    ("Dana Marlow said Hugo Trevin had not threatened to withhold aid.", "Hugo Trevin denied the allegations.", 0),
    ("Dana Marlow asked whether Hugo Trevin had threatened to withhold aid.", "Trevin denied the allegations.", 0),
    ("Dana Marlow said Hugo Trevin might threaten to withhold aid.", "Hugo Trevin denied the allegations.", 0),
    # "have challenged", whose auxiliary is of the cue
    ("Dana Marlow accused Hugo Trevin of hitting clerks.", "Trevin has challenged claims that he hit clerks.", 1),
    ("Dana Marlow accused Hugo Trevin of hitting clerks.", "Trevin has challenged claims that he sold the mill.", 0),
    # what a witness tells
    (
        "Brandt testified before the senate that Hugo Trevin had asked him to end the inquiry into the dam.",
        "Hugo Trevin denied that he asked Brandt to drop the inquiry.",
        1,
    ),
    ("Brandt testified that Hugo Trevin had sold the mill.", "Hugo Trevin denied the allegations.", 0),
    # a report that distorts something
    (
        "Hugo Trevin repeatedly made misleading comments about his military service.",
        "Hugo Trevin disputed a report in the Northern Courier as a distortion of his service in the navy.",
        1,
    ),
    (
        "Hugo Trevin repeatedly made misleading comments about his military service.",
        "Hugo Trevin disputed a report in the Northern Courier as a distortion of his budget.",
        0,
    ),
    # those who speak for somebody accuse him of nothing
    (
        "Hugo Trevin and his lawyer claim that Trevin knew of the inquiry.",
        "Hugo Trevin denied that he wanted to stop the inquiry.",
        0,
    ),
]


@pytest.mark.parametrize(("accusation", "denial", "found"), ANSWERED)
def test_a_denial_answers_what_somebody_is_said_to_have_done(
    accusation: str, denial: str, found: int, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for number, text in enumerate((accusation, denial)):
            store.add(Extractor().extract(replace(plain_article(text, "2024-05-03"), source=f"{number}")))
        store.finish_run()
        rows = store.connection.execute("SELECT kind FROM contradictions").fetchall()
    assert rows == [("accusation",)] * found
