"""`extract statements`, `timeline` and `changes` on the seed articles: tables, JSON, filters, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extract.extractor import Extractor, plain_article
from tests import seeded
from tests.run import extract
from tests.test_events import stored


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeded.make(tmp_path_factory.mktemp("statements") / "claims.db")


def rows(path: Path, *arguments: str) -> list[list[str]]:
    """What is printed into a pipe, without the head."""
    ran = extract(*arguments, "--db", str(path))
    assert ran.code == 0, ran.err
    return [line.split("\t") for line in ran.out.splitlines()[1:]]


def records(path: Path, *arguments: str) -> list[dict[str, Any]]:
    ran = extract(*arguments, "--json", "--db", str(path))
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_what_most_copy_clusters_tell_comes_first(path: Path) -> None:
    found = records(path, "statements", "--copy-clusters", "2")
    assert found[0]["relation"] == "burst"
    assert (found[0]["copy_clusters"], found[0]["articles"], found[0]["outlets"]) == (4, 5, 3)
    counts = [statement["copy_clusters"] for statement in found]
    titles = next(n for n in range(1, len(counts)) if counts[n] > counts[n - 1])
    assert counts == [*sorted(counts[:titles], reverse=True), *sorted(counts[titles:], reverse=True)]
    assert all(statement["relation"].startswith("is") for statement in found[titles:])
    assert rows(path, "statements", "--limit", "1")[0][-1] == "the Halvik dam burst"


FILTERS = (
    ("--entity", "Norhydra"), ("--standing", "denied"), ("--since", "2024-11"), ("--until", "2023"),
    ("--kind", "figure"),
    ("--outlet", "Dolna Times"), ("--text", "reservoir"),
)  # fmt: skip


@pytest.mark.parametrize(("option", "value"), FILTERS)
def test_statements_pass_a_filter(path: Path, option: str, value: str) -> None:
    every = {statement["key"] for statement in records(path, "statements", "--limit", "1000")}
    found = {statement["key"] for statement in records(path, "statements", option, value, "--limit", "1000")}
    assert found
    assert found < every


def test_the_former_name_of_the_command_works_and_is_not_listed(path: Path) -> None:
    assert records(path, "facts", "--limit", "3") == records(path, "statements", "--limit", "3")
    assert "facts" not in extract("--help").out


def test_one_statement_comes_with_sources_contradictions_and_changes(path: Path) -> None:
    key = records(path, "statements", "--standing", "superseded", "--text", "killing")[0]["key"]
    (found,) = records(path, "statements", key)
    assert [len(cluster["voices"]) for cluster in found["by_copy_cluster"]] == [3]
    assert [change["kind"] for change in found["changes"]] == ["figure"]
    ran = extract("statements", key, "--db", str(path))
    assert "from at least 11 to 19 people" in ran.out
    burst = records(path, "statements", "--text", "burst")[0]["key"]
    (found,) = records(path, "statements", burst)
    assert sorted(len(cluster["voices"]) for cluster in found["by_copy_cluster"]) == [1, 1, 2, 4]


def test_contradictions_name_both_sides_and_their_sources(path: Path) -> None:
    found = rows(path, "statements", "--contradictions", "--entity", "Norhydra", "--kind", "negation")
    assert len(found) == 1
    assert found[0][4] == "Norhydra · lowered · the reservoir"
    assert found[0][5] == "Norhydra, in Kestrian Press Agency 2024-03-12"
    assert found[0][6] == "Norhydra · did not lower · the reservoir"
    assert len(records(path, "statements", "--contradictions", "--kind", "number")) == 1
    (accused,) = records(path, "statements", "--contradictions", "--kind", "accusation")
    assert accused["left"]["words"] == "Idris · accused · Norhydra of ignoring warnings about the dam"
    assert accused["right"]["words"].startswith("The state-owned power company Norhydra · denied · that it had ignored")
    assert records(path, "statements", "--contradictions", "--status", "settled") == []


def test_a_timeline_goes_from_the_first_day_to_the_last(path: Path) -> None:
    found = records(path, "timeline", "Calder Tunnel")
    days = [statement["day"] for statement in found]
    assert days == sorted(days)
    assert [statement["day"] for statement in records(path, "timeline", "Calder Tunnel", "--since", "2025")] == [
        day for day in days if day >= "2025"
    ]
    assert {statement["standing"] for statement in records(path, "timeline", "Norhydra", "--standing", "denied")} == {
        "denied"
    }
    disputed = records(path, "timeline", "Norhydra", "--kind", "negation", "--outlet", "Northern Courier")
    assert [statement["relation"] for statement in disputed] == ["lowered"]


def test_a_timeline_shows_what_names_it_within_more_words(tmp_path: Path) -> None:
    text = "Kolm Mills bought Ovell on Monday. Regulators blocked the sale of Kolm Mills. Kolm Mills' shares fell."
    article = replace(plain_article(f"{text} The shares of a rival rose in Farrow.", "2024-03-12"), source="gazette")
    path = tmp_path / "within.db"
    with stored(path, list(Extractor().extract_all([article]))):
        pass
    plain = records(path, "timeline", "Kolm Mills")
    assert [one["relation"] for one in plain] == ["bought"]
    assert "within" not in plain[0]
    found = {one["relation"]: one["within"] for one in records(path, "timeline", "Kolm Mills", "--within")}
    assert found == {"bought": False, "blocked": True, "fell": True}
    assert [row[-1] for row in rows(path, "timeline", "Kolm Mills", "--within")].count("yes") == 2


def test_changes_since_a_day_are_of_every_kind(path: Path) -> None:
    found = records(path, "changes", "--since", "2024-03-13")
    assert {"new", "confirmed", "repeated", "contradicted", "superseded"} == {one["what"] for one in found}
    kinds = [one["what"] for one in found]
    assert kinds == sorted(kinds, key=["new", "contradicted", "superseded", "withdrawn", "confirmed", "repeated"].index)
    assert not any(one["background"] or one["why"].endswith("in one article") for one in found)
    every = records(path, "changes", "--since", "2024-03-13", "--all")
    assert every[: len(found)] == found
    assert all(one["background"] for one in every[len(found) :])
    assert any("Transport Minister" in one["words"] for one in every[len(found) :])
    only = records(path, "changes", "--since", "2024-03-13", "--what", "superseded")
    assert {one["what"] for one in only} == {"superseded"}
    assert rows(path, "changes", "--since", "2026") == []


WRONG = (
    (("statements", "f0"), "No statement has the key f0"),
    (("statements", "--since", "soon"), "is not a date"),
    (("statements", "--since", "2024-13"), "is not a date"),
    (("statements", "--entity", "Norhidra"), "Did you mean"),
    (("statements", "--contradictions", "--standing", "denied"), "--standing"),
    (("timeline", "Nobody"), "No entity is called"),
)


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_what_cannot_be_is_said_in_words(path: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = extract(*arguments, "--db", str(path))
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize("command", ["statements", "statements --contradictions", "entities"])
def test_a_list_that_ends_at_its_limit_says_so(path: Path, command: str) -> None:
    cut = extract(*command.split(), "--limit", "2", "--db", path)
    assert cut.err.strip() == "Only the first 2 are shown. --limit shows more."
    assert len(extract(*command.split(), "--limit", "2", "--json", "--db", path).out.splitlines()) == 2
    whole = extract(*command.split(), "--limit", "9999", "--json", "--db", path).out.splitlines()
    exact = extract(*command.split(), "--limit", str(len(whole)), "--db", path)
    assert (exact.err, len(exact.out.splitlines())) == ("", len(whole) + 1), "with the header"


def test_articles_are_listed_with_their_titles(path: Path) -> None:
    assert "Halvik dam bursts in northern Kestria" in extract("articles", "--db", path).out
