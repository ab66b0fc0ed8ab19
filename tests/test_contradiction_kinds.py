"""A kind of contradiction is a module of its own: it registers itself, and everything else follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib.metadata import EntryPoint
from itertools import combinations
from pathlib import Path

import pytest

from db.check import check
from db.connection import reader
from db.sqlite import Connection
from db.statements import kinds, queries
from db.statements.comparison import Finding, Kind, View, finding
from db.statements.normal_form import Side
from db.store import RunInfo, Store
from extract.extractor import Extractor
from tests.conftest import ROOT
from tests.records import article

OWN = Kind("any two")


def any_two(views: Sequence[View]) -> Iterator[Finding]:
    """Any two statements of one bucket: no contradiction at all, but easy to find."""
    for one, other in combinations(views, 2):
        left, right = one.side(Side.YES), other.side(Side.YES)
        if left and right:
            yield finding(OWN, "for this test", f"{one.relation} and {other.relation}", (one, left), (other, right))


def stored(folder: Path, *texts: str) -> Path:
    """A database of articles of one day."""
    path, extractor = folder / "claims.db", Extractor()
    with Store.open(path) as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for number, text in enumerate(texts):
            store.add(extractor.extract(article(text, f"{number}.txt", published="2024-03-12")))
        store.finish_run()
    return path


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds.find_kinds()
    monkeypatch.setattr(kinds, "_KINDS", dict(kinds._KINDS))
    monkeypatch.setattr(kinds, "_RULES", {question: list(rules) for question, rules in kinds._RULES.items()})
    kinds.register(OWN)
    kinds.compare("bucket")(any_two)


def test_the_kinds_of_this_program() -> None:
    found = kinds.find_kinds()
    assert [name for name, kind in found.items() if not kind.is_change] == [
        "accusation", "negation", "date", "place", "exclusive", "opposite", "number",
    ]  # fmt: skip
    assert {name for name, kind in found.items() if kind.is_change} == {
        "succession", "figure", "outcome", "ended", "reversal", "schedule",
    }  # fmt: skip


@pytest.mark.usefixtures("registered")
def test_a_kind_that_is_registered_is_found_stored_listed_and_checked(tmp_path: Path) -> None:
    path = stored(tmp_path, "Storm Vera killed 12 people in Farrow.", "Storm Vera killed 15 people in Farrow.")
    with closing(reader(path)) as connection:
        [link] = queries.contradictions(connection, kind=OWN.name)
        assert (link.rule, link.why) == ("for this test", "kill and kill")
        assert {link.left_statement, link.right_statement} == _disputed(connection)
    assert check(path) == []


def _disputed(connection: Connection) -> set[str]:
    return {found.key for found in queries.statements(connection, queries.Filters(kind=OWN.name, standing="disputed"))}


@pytest.mark.usefixtures("registered")
def test_a_name_is_taken_once() -> None:
    kinds.register(Kind("any two"))
    with pytest.raises(ValueError, match="any two"):
        kinds.register(Kind("any two", is_change=True))


def test_the_example_of_a_package_finds_its_kind(
    registered: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """docs/extending.md: what an entry point names is imported, and registers itself."""
    page = (ROOT / "docs" / "extending.md").read_text("utf-8")
    [code] = re.findall(r"```python\n(# The module.+?)```", page, re.DOTALL)
    (tmp_path / "extract_magnitudes.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    point = EntryPoint("magnitudes", "extract_magnitudes", kinds.GROUP)
    monkeypatch.setattr(kinds, "entry_points", lambda group: [point] if group == kinds.GROUP else [])
    kinds._load.cache_clear()
    assert "magnitude" in kinds.find_kinds()
    path = stored(tmp_path, "Storm Vera killed 12 people in Farrow.", "Storm Vera killed 150 people in Farrow.")
    with closing(reader(path)) as connection:
        [link] = queries.contradictions(connection, kind="magnitude")
        assert link.why == "12 and 150"


def test_no_list_of_kinds_is_left_in_the_schema(tmp_path: Path) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        tables = "SELECT sql FROM sqlite_master WHERE name IN ('contradictions', 'changes')"
        assert not any("kind IN" in sql for (sql,) in store.connection.execute(tables))


def test_a_bare_denial_answers_the_nearest_accuser(tmp_path: Path) -> None:
    """Not whoever accused him of something else before; what the same accuser says elsewhere, too."""
    path = stored(
        tmp_path,
        "Dana Marlow accused Hugo Trevin of taking bribes. Uwe Lamm accused Hugo Trevin of rigging the harbour vote. "
        "Hugo Trevin denied the allegations.",
        "Uwe Lamm accused Hugo Trevin of hiding ballots.",
    )
    with closing(reader(path)) as connection:
        query = (
            "SELECT l.object FROM contradictions AS x JOIN claims AS l ON l.id = x.left_claim "
            "WHERE x.kind = 'accusation' ORDER BY l.id"
        )
        accused = [words for (words,) in connection.execute(query)]
    assert accused == ["Hugo Trevin of rigging the harbour vote", "Hugo Trevin of hiding ballots"]
    assert check(path) == []


def test_the_only_one_or_not(tmp_path: Path) -> None:
    """What it is the only one with must be the same: not a lift and a harbour."""
    path = stored(
        tmp_path,
        "Halden is the only town in the valley with a lift, Dana Marlow said.",
        "Halden is not the only town to have a lift.",
        "Halden is not the only town to have a harbour.",
    )
    with closing(reader(path)) as connection:
        query = (
            "SELECT l.object, r.object FROM contradictions AS x JOIN claims AS l ON l.id = x.left_claim "
            "JOIN claims AS r ON r.id = x.right_claim WHERE x.rule = 'the only one or not'"
        )
        assert connection.execute(query).fetchall() == [
            ("the only town in the valley with a lift", "the only town to have a lift")
        ]
    assert check(path) == []


@pytest.mark.parametrize(
    ("said", "denied", "found"),
    [
        ('Ostmark is a "war of Marlow\'s choosing"', "the war in Ostmark is not a war of Marlow's choosing", 1),
        ("Ostmark is a war of Marlow's choosing", "the dam in Ostmark is not a war of Marlow's choosing", 0),
        ("Ostmark is a war of Marlow's choosing", "the war in Norland is not a war of Marlow's choosing", 0),
    ],
)
def test_a_place_is_what_goes_on_there_where_it_is_called_so(
    said: str, denied: str, found: int, tmp_path: Path
) -> None:
    path = stored(tmp_path, f"Uwe Lamm said that {said}.", f"Dana Brook said that {denied}.")
    with closing(reader(path)) as connection:
        assert len(queries.contradictions(connection, kind="negation")) == found


@pytest.mark.parametrize(("said", "plans"), [("tried to buy", 0), ("will try to buy", 1), ("plans to buy", 1)])
def test_an_attempt_is_no_plan_that_came_true(said: str, plans: int, tmp_path: Path) -> None:
    path = stored(
        tmp_path,
        f"Castella Mills {said} the printer Ovell.",
        "Castella Mills bought the printer Ovell.",
    )
    with closing(reader(path)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM changes").fetchone() == (plans,)
        asked = "SELECT COUNT(*) FROM statements WHERE standing = 'planned' OR planned > 0"
        assert connection.execute(asked).fetchone() == (plans,)
    assert check(path) == []


def found(path: Path, table: str) -> list[str]:
    """The kinds of the findings."""
    with closing(reader(path)) as connection:
        return [kind for (kind,) in connection.execute(f"SELECT kind FROM {table}")]


@pytest.mark.parametrize(
    ("text", "kinds_found"),
    [
        ("Dana Marlow has falsely claimed that Trevin sold the Halvik dam.", ["negation"]),
        ("Dana Marlow falsely said on Monday that Trevin did not sell the Halvik dam.", ["negation"]),
        ("Dana Marlow claimed that Trevin sold the Halvik dam.", []),
        ("Dana Marlow did not falsely claim that Trevin sold the Halvik dam.", []),
        ("Dana Marlow falsely promised that Trevin would pay for the Halvik dam.", []),
    ],
)
def test_what_an_article_calls_false(text: str, kinds_found: list[str], tmp_path: Path) -> None:
    path = stored(tmp_path, text)
    assert found(path, "contradictions") == kinds_found
    assert check(path) == []


@pytest.mark.parametrize(
    ("denial", "number"),
    [
        ("The deputy mayor, Ada Lind, denied the allegations on Monday.", 1),
        ("The harbour master, Ada Lind, denied the allegations on Monday.", 0),
    ],
)
def test_a_denial_by_a_description(denial: str, number: int, tmp_path: Path) -> None:
    path = stored(tmp_path, f"Hugo Trevin said that Farrow's deputy mayor had threatened a clerk. {denial}")
    assert found(path, "contradictions") == ["accusation"] * number
    assert check(path) == []


@pytest.mark.parametrize(
    ("denial", "number"),
    [
        ("Trevin said on Tuesday that he had done nothing wrong.", 1),
        ("Trevin said on Tuesday that he had not given the council false information.", 1),
        ("Trevin said on Tuesday that he had not broken any laws.", 0),
        ("Trevin said on Tuesday that he had violated no rules.", 0),
    ],
)
def test_whoever_broke_no_law_may_have_told_a_falsehood(denial: str, number: int, tmp_path: Path) -> None:
    path = stored(
        tmp_path,
        "The audit board said on Monday that Hugo Trevin gave false information to the council.",
        f"Hugo Trevin leads the harbour board. {denial}",
    )
    assert found(path, "contradictions") == ["accusation"] * number
    assert check(path) == []


def test_a_verdict_on_another_charge_is_no_reversal(tmp_path: Path) -> None:
    path, extractor = tmp_path / "claims.db", Extractor()
    texts = ("Hugo Trevin was acquitted of murder.", "Hugo Trevin was convicted of arson.")
    with Store.open(path) as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for number, text in enumerate(texts, 1):
            store.add(extractor.extract(article(text, f"{number}.txt", published=f"2024-0{number}-12")))
        store.finish_run()
    assert found(path, "changes") == []


def test_a_prison_is_no_other_place(tmp_path: Path) -> None:
    path = stored(tmp_path, "Hugo Trevin Dies in Prison", "Hugo Trevin died in Farrow on Monday.")
    assert found(path, "contradictions") == []


def test_a_verb_without_an_object_is_denied(tmp_path: Path) -> None:
    path = stored(
        tmp_path,
        "A jury in Tarn acquitted Viktor Lenz of fraud on Monday. Prosecutors said they would appeal.",
        "Viktor Lenz was acquitted of fraud in Tarn on Monday. Prosecutors will not appeal, a spokeswoman said.",
    )
    assert found(path, "contradictions") == ["negation"]


@pytest.mark.parametrize(
    ("said", "denied", "kinds_found"),
    [
        ("will speak in Tarn", "will not speak", ["negation"]),
        ("will speak in Tarn", "will not speak on Friday", []),
        ("will speak in Tarn", "will not speak this year", []),
        ("will speak in Tarn", "will not speak for two weeks", []),
        ("will speak in Tarn on Friday", "will not speak on Friday", ["negation"]),
        ("will speak in Tarn on Friday", "will not speak this week", ["negation"]),
        ("will speak in Tarn on Friday", "will not speak on Thursday", []),
    ],
)
def test_who_will_not_on_a_day_may_on_another(said: str, denied: str, kinds_found: list[str], tmp_path: Path) -> None:
    path = stored(
        tmp_path,
        f"A jury in Tarn acquitted Viktor Lenz of fraud on Monday. Jon Peel {said}.",
        f"Viktor Lenz was acquitted of fraud in Tarn on Monday. Jon Peel {denied}.",
    )
    assert found(path, "contradictions") == kinds_found
    assert check(path) == []


def test_who_denies_a_deed_says_so_himself(tmp_path: Path) -> None:
    path = stored(tmp_path, "Alpina said regulators had blocked the deal. Regulators denied blocking the deal.")
    assert found(path, "contradictions") == ["negation"]


@pytest.mark.parametrize(
    "text", ["Alpina buys Dorf Bank. Alpina agreed to buy Dorf Bank.", "Alpina buys Dorf Bank. It will buy Dorf Bank."]
)
def test_a_headline_tells_a_plan_in_the_present(text: str, tmp_path: Path) -> None:
    path = stored(tmp_path, text)
    assert found(path, "changes") == []
    with closing(reader(path)) as connection:
        assert {one.standing for one in queries.statements(connection, queries.Filters())} == {"planned"}


@pytest.mark.parametrize(
    ("first", "second", "kinds_found"),
    [
        ("Ada Kolm will sign the Tarn harbour bill.", "Ada Kolm will veto the Tarn harbour bill.", ["opposite"]),
        ("Ada Kolm will sign the Tarn harbour bill.", "Ada Kolm will veto the Farrow school bill.", []),
        ("Ada Kolm will open the Tarn fair on 15 March.", "Ada Kolm will close the Tarn fair on 19 March.", []),
        ("Castella Mills employs 8,500 people.", "Castella Mills has 900 employees.", []),
        ("Ada Kolm will appeal against the Farrow verdict.", "Ada Kolm said she would not appeal.", ["negation"]),
        ("Ada Kolm will appeal against the Farrow verdict.", "Jon Peel said he would not appeal.", []),
        ("Ada Kolm will leave Farrow.", "Ada Kolm said she would stay in Farrow.", ["opposite"]),
        ("Ada Kolm was found alive in a cellar.", "Ada Kolm was among the dead.", ["opposite"]),
        ("Ada Kolm was found alive in a cellar.", "Ada Kolm was among the speakers.", []),
        ("Ada Kolm welcomed the Tarn treaty.", "Ada Kolm condemned the Tarn treaty.", ["opposite"]),
        ("Ada Kolm welcomed the Tarn treaty.", "Ada Kolm condemned the Tarn attack.", []),
        ("A court acquitted Ada Kolm of fraud.", "Ada Kolm was found guilty of fraud and theft.", ["opposite"]),
        ("Ada Kolm was acquitted of fraud.", "Ada Kolm was found guilty of fraud and theft.", ["opposite"]),
        ("Ada Kolm was acquitted of arson.", "Ada Kolm was found guilty of fraud and theft.", []),
        ("Ada Kolm was jailed for seven years.", "A court in Tarn sentenced Ada Kolm to six years.", ["number"]),
        ("Castella Mills employs 8,500 people.", "Castella Mills has about 9,000 employees.", ["number"]),
        ("Castella Mills employs 8,500 people.", "Castella Mills has 900 employees in Farrow.", []),
        ("Ada Kolm will visit Farrow on Thursday.", "Ada Kolm will travel to Farrow on Friday.", ["date"]),
        ("Ada Kolm will visit Farrow on 20 March.", "Ada Kolm will visit Farrow on 20 April.", []),
        ("Ada Kolm signed the Tarn bill on Monday.", "Ada Kolm signed the Tarn bill on Sunday.", ["date"]),
        ("Ada Kolm signed the Tarn bill on Monday.", "The Tarn bill was signed on Sunday.", ["date"]),
        ("Ada Kolm signed the Tarn bill on Monday.", "Ada Kolm signed the Tarn bill on 12 February.", []),
        ("Ada Kolm announced the Calder plan on Monday.", "Ada Kolm announced the Calder plan on Sunday.", []),
        (
            "Hurricane Vera killed 12 people. Two people died when a bridge fell.",
            "Two people died in a bridge fire.",
            [],
        ),
        ("Hurricane Vera killed 12 people.", "The death toll from Hurricane Vera rose to 15.", ["number"]),
        (
            "Ovell was sold to Castella Mills for $4.2 million.",
            "Castella Mills bought Ovell for $4.6 million.",
            ["number"],
        ),
        (
            "Shares of Castella Mills rose 18 percent on Monday.",
            "Castella Mills shares jumped 21 percent on Monday.",
            ["number"],
        ),
    ],
)
def test_what_excludes_each_other(first: str, second: str, kinds_found: list[str], tmp_path: Path) -> None:
    path = stored(tmp_path, first, second)
    assert found(path, "contradictions") == kinds_found
    assert check(path) == []


@pytest.mark.parametrize(
    "told",
    [
        [(12, "Ada Kolm will sign the Tarn bill."), (15, "Ada Kolm vetoed the Tarn bill.")],
        [(12, "Ada Kolm was found alive in a cellar."), (13, "Ada Kolm died.")],
    ],
)
def test_what_is_planned_or_so_and_turns(told: list[tuple[int, str]], tmp_path: Path) -> None:
    path, extractor = tmp_path / "claims.db", Extractor()
    with Store.open(path) as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for day, text in told:
            store.add(extractor.extract(article(text, f"{day}.txt", published=f"2024-03-{day}")))
        store.finish_run()
    assert (found(path, "contradictions"), found(path, "changes")) == ([], ["reversal"])


def test_what_is_planned_and_ruled_out_without_a_doer(tmp_path: Path) -> None:
    path = stored(
        tmp_path,
        "Castella Mills bought the printer Ovell in Farrow on Monday. Ada Kolm said no jobs would be cut.",
        "The printer Ovell in Farrow was bought by Castella Mills on Monday. Castella Mills plans to cut 900 jobs.",
    )
    assert found(path, "contradictions") == ["negation"]
    assert check(path) == []
