"""What becomes of dates and figures from one article to the next: updates, contradictions, and what agrees."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from db.check import check
from db.events.event_figures import figures
from db.sqlite import Connection
from db.statements.voices import thing
from db.store import RunInfo, Store
from extract.extractor import Extractor, plain_article

#: Each: articles (day, text), and what is found: kinds and rules of contradictions and changes, courses of figures.
SERIES: dict[str, tuple[list[tuple[str, str]], list[str]]] = {
    "moved, with now": (
        [
            ("2024-05-03", "The Calder Tunnel will open on 12 May."),
            ("2024-05-03", "The Calder Tunnel will now open on 30 June, the ministry said."),
        ],
        ["schedule: plan moved"],
    ),
    "moved, with instead": (
        [
            ("2024-05-03", "The Farrow summit will be held on 12 May."),
            ("2024-05-03", "The Farrow summit will be held on 30 June instead of 12 May."),
        ],
        ["schedule: plan moved"],
    ),
    "put off": (
        [
            ("2024-05-03", "The Calder Tunnel will open on 12 May."),
            ("2024-05-03", "The Calder Tunnel will not open on 12 May but on 30 June. The opening was postponed."),
        ],
        ["outcome: plan put off"],
    ),
    "two days of one plan": (
        [
            ("2024-05-03", "The Calder Tunnel will open on 12 May."),
            ("2024-05-03", "The Calder Tunnel will open on 30 June."),
        ],
        ["date: two days of one plan"],
    ),
    "two days of one week": (
        [
            ("2024-05-03", "Ada Kolm will return to Farrow on 12 May."),
            ("2024-05-03", "Ms Kolm plans to return to Farrow on 17 May. Ada Kolm is old."),
        ],
        ["date: two days of one plan"],
    ),
    "a week apart": (
        [
            ("2024-05-03", "Ada Kolm will return to Farrow on 12 May."),
            ("2024-05-03", "Ada Kolm will return to Farrow on 19 May."),
        ],
        [],
    ),
    "done by somebody, by nobody": (
        [
            ("2024-05-03", "Ada Brook declared a curfew in Farrow. Rioters burned cars in Mill Lane."),
            ("2024-05-03", "No curfew was declared in Farrow. Rioters burned six cars in Mill Lane."),
        ],
        ["negation: said and denied"],
    ),
    "not done by one": (
        [
            ("2024-05-03", "Ada Brook did not declare a curfew in Farrow. Rioters burned cars in Mill Lane."),
            ("2024-05-03", "A curfew was declared in Farrow. Rioters burned six cars in Mill Lane."),
        ],
        [],
    ),
    "two concerts": (
        [
            ("2024-05-03", "The Lund Quartet will play in Farrow on 12 May."),
            ("2024-05-03", "The Lund Quartet will play in Farrow on 30 June."),
        ],
        [],
    ),
    "has been set": (
        [
            ("2024-05-03", "The hearing of Rik Aldo has been set for 30 June."),
            ("2024-05-03", "A judge set the hearing of Rik Aldo for 30 June."),
        ],
        [],
    ),
    "roundly, people": (
        [
            ("2024-05-03", "About 1,000 people marched in Farrow on Friday."),
            ("2024-05-03", "More than a thousand people marched in Farrow on Friday."),
        ],
        [],
    ),
    "roundly, a million": (
        [
            ("2024-05-03", "The storm left 1.2 million people in Gallia without power."),
            ("2024-05-03", "The storm left over a million people in Gallia without power."),
        ],
        [],
    ),
    "dozens": (
        [
            ("2024-05-03", "The fire in Farrow injured dozens of people."),
            ("2024-05-03", "The fire in Farrow injured 60 people."),
        ],
        [],
    ),
    "a share more exactly": (
        [
            ("2024-05-05", "Ada Lund won 53 percent of the vote in Farrow on Sunday."),
            ("2024-05-06", "Ada Lund won 53.1 percent of the vote in Farrow on Sunday."),
        ],
        [],
    ),
    "a plan and less": (
        [
            ("2024-05-03", "Norvik Rail plans to cut 3,000 jobs in Farrow."),
            ("2024-05-09", "Norvik Rail cut 1,200 jobs in Farrow."),
        ],
        [],
    ),
    "at least, then more": (
        [
            ("2024-05-03", "The quake in Farrow killed at least 40 people on Friday."),
            ("2024-05-04", "The quake in Farrow killed 71 people on Friday."),
        ],
        ["figure: figure changed", "first", "update"],
    ),
    "fewer dead": (
        [
            ("2024-05-03", "The quake in Farrow killed 10 people on Friday."),
            ("2024-05-04", "The quake in Farrow killed three people on Friday."),
        ],
        ["first", "contradiction"],
    ),
}


def found(connection: Connection) -> list[str]:
    query = "SELECT kind || ': ' || rule FROM (SELECT * FROM {}) ORDER BY key"
    rows = [row[0] for table in ("contradictions", "changes") for row in connection.execute(query.format(table))]
    return rows + [str(one.course) for one in figures(connection)]


@pytest.mark.parametrize("name", SERIES)
def test_articles_one_after_the_other(name: str, tmp_path: Path) -> None:
    articles, expected = SERIES[name]
    made = [
        replace(plain_article(text, day), source=f"{number}", outlet=f"Outlet {number}")
        for number, (day, text) in enumerate(articles)
    ]
    extractions = list(Extractor().extract_all(made))
    for number, order in enumerate(permutations(extractions)):
        path = tmp_path / f"{number}.db"
        with Store.open(path) as store:
            store.begin_run(RunInfo("1.0", "model", "3.8.0"))
            for extraction in order:
                store.add(extraction)
            store.finish_run()
            assert found(store.connection) == expected
        assert check(path) == []


def test_what_was_done_is_shown_and_not_the_plan(tmp_path: Path) -> None:
    texts = [("2024-05-01", "Ada Lind will resign in Farrow."), ("2024-05-03", "She wept. Lind resigned in Farrow.")]
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for number, (day, text) in enumerate(texts):
            store.add(Extractor().extract(replace(plain_article(f"{text} Lind spoke.", day), source=f"{number}")))
        store.finish_run()
        query = "SELECT relation, standing FROM statements WHERE claims = 2 AND relation LIKE '%resign%'"
        assert store.connection.execute(query).fetchall() == [("resigned in", "current")]


def test_how_much_stands_where_there_is_no_object(tmp_path: Path) -> None:
    text = "Sales in Farrow fell 12 percent. The strike in Farrow lasted 14 weeks. Ada Lind wept on Monday."
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(Extractor().extract(plain_article(text, "2024-05-03")))
        store.finish_run()
        found = store.connection.execute("SELECT relation, object FROM statements ORDER BY relation").fetchall()
    assert found == [("fell", "12 percent"), ("lasted", "14 weeks"), ("wept", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2024 the strike lasted 14 weeks.", "14 weeks"),
        ("The fair lasts from May until June.", None),
    ],
)
def test_what_lasts_shows_how_long_and_not_when(text: str, expected: str | None, tmp_path: Path) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(Extractor().extract(plain_article(text, "2024-05-03")))
        store.finish_run()
        shown = f"SELECT {thing()} FROM claims AS c WHERE relation_lemma = 'last'"
        assert store.connection.execute(shown).fetchall() == [(expected,)]


def test_a_street_may_be_in_the_town(tmp_path: Path) -> None:
    texts = ["A baker was wounded in Mill Lane on Friday.", "A baker was injured in Farrow on Friday."]
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for number, text in enumerate(texts):
            made = plain_article(f"{text} The baker Paul Holt ran a shop in Farrow.", "2024-05-04")
            store.add(Extractor().extract(replace(made, source=f"{number}")))
        store.finish_run()
        query = "SELECT COUNT(DISTINCT event), COUNT(event) FROM claims WHERE relation LIKE 'was %ed in'"
        assert store.connection.execute(query).fetchone() == (1, 2)


FAMILY = [
    ("Anna Jackson pleaded guilty in Farrow.", "Peter Jackson pleaded guilty in Farrow.", False),
    ("Jon Jackson pleaded guilty in Farrow.", "John Jackson pleaded guilty in Farrow.", True),
]


@pytest.mark.parametrize(("one", "other", "same"), FAMILY)
def test_a_last_name_that_is_a_first_name_makes_nobody_one(one: str, other: str, same: bool, tmp_path: Path) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for number, text in enumerate((one, other)):
            made = replace(plain_article(f"{text} Jackson wept in court.", "2024-05-03"), source=f"{number}")
            store.add(Extractor().extract(made))
        store.finish_run()
        query = "SELECT COUNT(DISTINCT COALESCE(event, key)) FROM claims WHERE relation_normal = 'plead'"
        assert store.connection.execute(query).fetchone() == (1 if same else 2,)
