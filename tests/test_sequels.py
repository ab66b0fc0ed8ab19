"""A second quake, another model, other firms' shares: what comes after or beside an occurrence is another event."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db.events.event_figures import figures
from db.store import RunInfo, Store
from extract.extractor import Extractor, plain_article

PAIRS = [
    (
        "Mara Solm supported the bypass around Tarn. Voters in Tarn cheered Mara Solm.",
        "Mara Solm supported a tax on bread in Tarn. Voters in Tarn cheered Mara Solm.",
        "supported",
        False,
    ),
    (
        "Mara Solm met with Piet Lund, the mayor of Tarn. Voters in Tarn cheered Mara Solm.",
        "Mara Solm met with several students in Tarn. Voters in Tarn cheered Mara Solm.",
        "met",
        False,
    ),
    (
        "Leaders of the Harbour Party accused Piet Lund of fraud in Tarn. Voters in Tarn cheered Mara Solm.",
        "Mara Solm accused Piet Lund of fraud in Tarn. Voters in Tarn cheered Mara Solm.",
        "accused",
        False,
    ),
    (
        "About 60 lawmakers boycotted Monday's opening in Tarn. Voters in Tarn cheered Mara Solm.",
        "Some 60 lawmakers boycotted the event. Voters in Tarn cheered Mara Solm.",
        "boycotted",
        True,
    ),
    (
        "A strong quake hit the island of Velm on Sunday. Houses in Sorrel fell.",
        "A second quake hit the island of Velm. Houses in Sorrel fell again.",
        "hit",
        False,
    ),
    (
        "A strong quake hit the island of Velm on Sunday. Houses in Sorrel fell.",
        "The quake hit the island of Velm on Sunday. Houses in Sorrel fell.",
        "hit",
        True,
    ),
    (
        "Piet Solm was governor of Tarn from 2003 to 2011. Voters in Tarn cheered Piet Solm.",
        "Piet Solm was lieutenant governor of Tarn from 2003 to 2011. Voters in Tarn cheered Piet Solm.",
        "was",
        False,
    ),
    (
        "Kelmara unveiled the Lumo 2 in San Tremo. A crowd in San Tremo cheered Kelmara.",
        "Kelmara unveiled the Lumo 3 in San Tremo. A crowd in San Tremo cheered Kelmara.",
        "unveiled",
        False,
    ),
    (
        "Tarn Steel's shares fell on Monday. Brokers in Halden watched Tarn Steel and Carrick Mills.",
        "Shares in Carrick Mills fell on Monday. Brokers in Halden watched Tarn Steel and Carrick Mills.",
        "fell",
        False,
    ),
    (
        "Carrick Mills dropped its plan for Tarn Steel on Monday. Analysts in Halden praised Carrick Mills.",
        "Carrick Mills' shares dropped on Monday. Analysts in Halden praised Carrick Mills.",
        "dropped",
        False,
    ),
    (
        "Wendel Brack was charged with robbing a bank in Lorne. Brack lives in Ashby.",
        "Wendel Brack, who lives in Ashby, was charged with hiding a gun.",
        "was charged",
        False,
    ),
    (
        "Wendel Brack was charged with murder in Lorne. Brack lives in Ashby.",
        "Wendel Brack, who lives in Ashby, was charged with murdering his landlord.",
        "was charged",
        True,
    ),
    (
        "A British climber fell from a ridge in Lorne on Monday. Rescuers in Lorne found a rope.",
        "An Australian climber fell from a ridge in Lorne on Monday. Rescuers in Lorne found a rope.",
        "fell from",
        False,
    ),
    (
        "A British climber fell from a ridge in Lorne on Monday. Rescuers in Lorne found a rope.",
        "A climber fell from a ridge in Lorne on Monday. Rescuers in Lorne found a rope.",
        "fell from",
        True,
    ),
]


def _store(path: Path, articles: dict[str, tuple[str, str]]) -> Store:
    store = Store.open(path)
    store.begin_run(RunInfo("1.0", "model", "3.8.0"))
    made = [replace(plain_article(text, day), source=name, outlet=name) for name, (day, text) in articles.items()]
    for extraction in Extractor().extract_all(made):
        store.add(extraction)
    store.finish_run()
    return store


@pytest.mark.parametrize(("first", "later", "verb", "is_same"), PAIRS)
def test_what_comes_after_is_another_event(tmp_path: Path, first: str, later: str, verb: str, is_same: bool) -> None:
    with _store(tmp_path / "claims.db", {"a": ("2024-03-12", first), "b": ("2024-03-13", later)}) as store:
        query = "SELECT COUNT(*) FROM claims WHERE event <> '' AND relation LIKE ? || '%'"
        assert store.connection.execute(query, (verb,)).fetchone() == (2 if is_same else 0,)


DEAD = {
    "Gazette": ("2024-03-12", "The ferry Osprey hit rocks off Port Marrow, killing four passengers. Divers searched."),
    "Herald": (
        "2024-03-13",
        "Six people were killed when the ferry Osprey hit rocks off Port Marrow. Divers searched.",
    ),
    "Echo": ("2024-03-14", "The ferry Osprey hit rocks off Port Marrow, killing seven people. Divers searched."),
}


def test_the_dead_are_one_series_in_any_words(tmp_path: Path) -> None:
    with _store(tmp_path / "claims.db", DEAD) as store:
        found = [(one.number, one.source, str(one.course)) for one in figures(store.connection)]
    assert found == [("4", "Gazette", "first"), ("6", "Herald", "update"), ("7", "Echo", "update")]


def test_a_fair_opens_every_year(tmp_path: Path) -> None:
    text = "The Harvest Fair opened in Brackwater on Saturday."
    with _store(tmp_path / "claims.db", {"a": ("2025-09-14", text), "b": ("2026-09-13", text)}) as store:
        query = (
            "SELECT COUNT(*) FROM statements WHERE object_normal = 'harvest fair' OR subject_normal = 'harvest fair'"
        )
        assert store.connection.execute(query).fetchone() == (2,)
        assert store.connection.execute("SELECT COUNT(*) FROM contradictions").fetchone() == (0,)


ACCUSED = "Piet Solm accused Lena Marchant of lying about her taxes."


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Lena Marchant denied lying about her taxes.", 1),
        ("Marchant has repeatedly denied hiding the taxes.", 1),
        ("Lena Marchant denied beating her horse.", 0),
        ("Lena Marchant never beat her horse.", 0),
    ],
)
def test_who_denied_doing_it_denies_the_accusation(tmp_path: Path, answer: str, found: int) -> None:
    articles = {"a": ("2026-05-18", ACCUSED), "b": ("2026-05-19", f"Lena Marchant spoke in Tarn. {answer}")}
    with _store(tmp_path / "claims.db", articles) as store:
        query = "SELECT COUNT(*) FROM contradictions WHERE kind = 'accusation'"
        assert store.connection.execute(query).fetchone() == (found,)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{ACCUSED} Marchant denied it.", 1),
        (f"{ACCUSED} She denied that on Monday.", 1),
        (f"{ACCUSED} Snow fell. A ferry sank. Nobody came. Marchant denied it.", 0),
        (f"The bridge is old, Solm said. Marchant denied it. {ACCUSED}", 0),
    ],
)
def test_who_denied_it_denies_what_is_told_right_before(tmp_path: Path, text: str, found: int) -> None:
    with _store(tmp_path / "claims.db", {"a": ("2026-05-18", text)}) as store:
        query = "SELECT COUNT(*) FROM contradictions WHERE kind = 'accusation'"
        assert store.connection.execute(query).fetchone() == (found,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Piet Solm conceded on Sunday.", "Piet Solm refused to concede defeat."),
        ("Piet Solm conceded.", "Piet Solm did not concede the election."),
        ("Piet Solm will appeal against his sentence, a lawyer said.", "Piet Solm will not appeal."),
        ("Piet Solm will appeal the verdict.", "Piet Solm will not appeal against the verdict."),
    ],
)
def test_what_is_conceded_or_appealed_goes_without_saying(tmp_path: Path, one: str, other: str) -> None:
    articles = {name: ("2026-05-18", f"{said} Voters in Tarn cheered.") for name, said in (("a", one), ("b", other))}
    with _store(tmp_path / "claims.db", articles) as store:
        kinds = store.connection.execute("SELECT kind FROM contradictions").fetchall()
    assert kinds == [("negation",)]


#: Two fires in one town, told day by day.
FIRES = {
    "Courier": (
        "2025-04-08",
        "A fire in a warehouse in Harrowick killed two people on Monday. It destroyed 12 homes. Firefighters searched.",
    ),
    "Echo": (
        "2025-04-08",
        "Monday's fire in Harrowick killed three people. Firefighters searched the warehouse.",
    ),
    "Herald": (
        "2025-04-09",
        "A second fire in Harrowick damaged a school on Tuesday. It killed one person. The fire destroyed four homes. "
        "Firefighters searched the school.",
    ),
    "Post": (
        "2025-04-09",
        "Another fire in Harrowick damaged a school on Tuesday. The fire destroyed five homes. Firefighters searched.",
    ),
}


def test_figures_of_a_second_fire_are_its_own(tmp_path: Path) -> None:
    with _store(tmp_path / "claims.db", FIRES) as store:
        found = [(one.number, one.source, str(one.course)) for one in figures(store.connection)]
    assert sorted(found) == [
        ("2", "Courier", "first"), ("3", "Echo", "contradiction"),
        ("4", "Herald", "first"), ("5", "Post", "contradiction"),
    ]  # fmt: skip


#: Two articles of one day that differ in a number, in words around the verb.
DIFFERENT = [
    (
        "Bishop Orla Brenner read the 24-page letter in Tarn. Parishioners in Tarn cheered Orla Brenner.",
        "The 21-page letter was read by Bishop Orla Brenner in Tarn. Parishioners in Tarn cheered Orla Brenner.",
        [("21", "page"), ("24", "page")],
    ),
    (
        "Orla Brenner has led the Harbour Party since 2011. Voters in Tarn elected Orla Brenner.",
        "Orla Brenner has led the Harbour Party since 2012. Voters in Tarn elected Orla Brenner.",
        [("since 2011", ""), ("since 2012", "")],
    ),
    (
        "Piet Solm fell 40 metres from a ridge near Tarn on Monday. Rescuers in Tarn found Piet Solm.",
        "Piet Solm fell 70 metres from a ridge near Tarn on Monday. Rescuers in Tarn found Piet Solm.",
        [("40", "metre"), ("70", "metre")],
    ),
    (
        "Piet Solm is serving a life sentence in Tarn. A guard in Tarn found Piet Solm.",
        "Piet Solm is serving three life sentences in Tarn. A guard in Tarn found Piet Solm.",
        [("1", "sentence"), ("3", "sentence")],
    ),
    (
        "Mara Solm earned roughly $141 million from mills in Tarn. Reporters in Tarn asked Mara Solm.",
        "Mara Solm earned $137 million in dividends from mills in Tarn. Reporters in Tarn asked Mara Solm.",
        [("137000000", "USD"), ("141000000", "USD")],
    ),
    (  # dozens may be either
        "A quake near Tarn on Monday injured dozens of people. Officials say that it injured 50 people in Tarn.",
        "The quake near Tarn on Monday injured 80 people. Officials in Tarn sent doctors.",
        [("24..", "people"), ("50", "people"), ("80", "people")],
    ),
    (  # one article has both
        "Piet Solm got four short sentences and seven long sentences in Tarn. A guard in Tarn found Piet Solm.",
        "Piet Solm got seven long sentences and four short sentences in Tarn. A guard in Tarn found Piet Solm.",
        [],
    ),
]


@pytest.mark.parametrize(("first", "second", "told"), DIFFERENT)
def test_numbers_around_the_verb_differ(tmp_path: Path, first: str, second: str, told: list[tuple[str, str]]) -> None:
    articles = {"Courier": ("2025-04-08", first), "Echo": ("2025-04-08", second)}
    with _store(tmp_path / "claims.db", articles) as store:
        assert sorted((one.number, one.unit) for one in figures(store.connection)) == told


@pytest.mark.parametrize(
    ("first", "second", "whys"),
    [
        (
            "Ana Rolve won two gold medals in Porvel on Sunday. A crowd in Porvel cheered Ana Rolve.",
            "Ana Rolve won three gold medals in Porvel on Sunday. A crowd in Porvel cheered Ana Rolve.",
            ["2 and 3 medal"],
        ),
        (
            "Ana Rolve won two gold medals in Porvel on Sunday. A crowd in Porvel cheered Ana Rolve.",
            "Ana Rolve has won five gold medals this year. A crowd in Porvel cheered Ana Rolve.",
            [],
        ),
        (
            "About 40,000 fans attended the Lena Orlo concert in Velmar on Saturday. Police closed the road to Velmar.",
            "Some 55,000 people attended the Lena Orlo concert in Velmar on Saturday. The road to Velmar was closed.",
            ["40000 and 55000 people"],
        ),
        (
            "A quake shook the Marran coast on Tuesday, killing nine people and injuring 80. Divers left Marran.",
            "A quake shook the Marran coast on Tuesday. It injured 95 people. Divers left Marran.",
            ["80 and 95"],
        ),
        (
            "A boat carrying 85 migrants sank off Lissa on Sunday. The coast guard of Lissa searched.",
            "A boat sank off Lissa on Sunday. Another boat carrying 40 migrants reached Lissa. The coast guard left.",
            [],
        ),
    ],
)
def test_numbers_of_one_thing_are_compared(tmp_path: Path, first: str, second: str, whys: list[str]) -> None:
    with _store(tmp_path / "claims.db", {"a": ("2025-06-04", first), "b": ("2025-06-04", second)}) as store:
        found = store.connection.execute("SELECT why FROM contradictions WHERE kind = 'number'").fetchall()
    assert [why for (why,) in found] == whys


def test_a_toll_that_grows_the_next_day_is_a_change(tmp_path: Path) -> None:
    articles = {
        "a": (
            "2025-10-07",
            "A quake on the Marran coast killed 14 people on Tuesday. Divers searched the harbour of Marran.",
        ),
        "b": (
            "2025-10-08",
            "The quake on the Marran coast on Tuesday killed 19 people. Divers left the harbour of Marran.",
        ),
    }
    with _store(tmp_path / "claims.db", articles) as store:
        assert store.connection.execute("SELECT kind, why FROM changes").fetchall() == [
            ("figure", "from 14 to 19 people")
        ]
        assert store.connection.execute("SELECT COUNT(*) FROM contradictions").fetchone() == (0,)


OPENING = {
    "a": ("2025-03-03", "The Halmer Bridge will open on 12 May, the city said."),
    "b": ("2025-03-03", "The Halmer Bridge is due to open on 19 May. The Halmer Museum will open on 1 June."),
    "c": ("2025-04-20", "The Halmer Bridge will not open until 30 June. It had been due to open on 12 May."),
    "d": ("2025-06-30", "The Halmer Bridge opened on Monday."),
}


def test_days_of_a_plan_differ_or_move(tmp_path: Path) -> None:
    with _store(tmp_path / "claims.db", OPENING) as store:
        query = "SELECT kind, why FROM contradictions UNION ALL SELECT kind, why FROM changes ORDER BY kind"
        found = store.connection.execute(query).fetchall()
    assert found == [
        ("date", "2025-05-12 and 2025-05-19"),
        ("outcome", "it was planned, and later it was done"),
        ("schedule", "from 2025-05-19 to 2025-06-30"),
    ]


FINED = "The fine was the talk of Lissa, where Kestor Bank and Trevon Bank have branches."


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Regulators fined Kestor Bank $40 million on Tuesday.", "Kestor Bank was fined $44 million on Tuesday.", 1),
        ("The regulator imposed a fine of $40 million on Kestor Bank.", "Kestor Bank was fined $44 million.", 1),
        ("Kestor Bank paid a $40 million fine.", "Kestor Bank was fined $40 million on Tuesday.", 0),
        ("Kestor Bank was fined $40 million on Tuesday.", "Trevon Bank received a fine of $44 million.", 0),
        ("Kestor Bank was fined $40 million on Tuesday.", "Kestor Bank was fined $44 million in 2019.", 0),
        (
            "Marta Delle won 54 percent of the vote on Sunday.",
            "Marta Delle got 51.2 percent of the vote on Sunday.",
            1,
        ),
        (
            "Marta Delle won 53 percent of the vote on Sunday.",
            "Marta Delle got 53.2 percent of the vote on Sunday.",
            0,
        ),
        (
            "Marta Delle won 53 percent of the vote on Sunday.",
            "Marta Delle won 70 percent of the vote in Lissa on Sunday.",
            0,
        ),
        (
            "A plane carrying 108 people crashed near Torvik.",
            "There were 112 people aboard the plane that crashed near Torvik.",
            1,
        ),
        (
            "112 people were on board the plane that crashed near Torvik.",
            "A plane with six crew members crashed near Torvik. It was carrying 106 passengers.",
            0,
        ),
    ],
)
def test_fines_votes_and_people_on_board(tmp_path: Path, first: str, second: str, found: int) -> None:
    articles = {
        "a": ("2025-09-03", f"{first} {FINED}"),
        "b": ("2025-09-03", f"Branches of Kestor Bank and Trevon Bank are in Lissa. {second}"),
    }
    with _store(tmp_path / "claims.db", articles) as store:
        query = "SELECT COUNT(*) FROM contradictions WHERE kind = 'number'"
        assert store.connection.execute(query).fetchone() == (found,)
