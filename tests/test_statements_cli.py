"""`extract facts`, `timeline` and `changes` on the seed articles: tables, JSON, filters, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests import seeded
from tests.run import extract


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeded.make(tmp_path_factory.mktemp("facts") / "claims.db")


def rows(path: Path, *arguments: str) -> list[list[str]]:
    """What is printed into a pipe, without the head."""
    ran = extract(*arguments, "--db", str(path))
    assert ran.code == 0, ran.err
    return [line.split("\t") for line in ran.out.splitlines()[1:]]


def records(path: Path, *arguments: str) -> list[dict[str, Any]]:
    ran = extract(*arguments, "--json", "--db", str(path))
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_what_most_stories_tell_comes_first(path: Path) -> None:
    found = records(path, "facts", "--stories", "2")
    assert found[0]["relation"] == "burst"
    assert (found[0]["stories"], found[0]["articles"], found[0]["publishers"]) == (4, 5, 3)
    assert [fact["stories"] for fact in found] == sorted((fact["stories"] for fact in found), reverse=True)
    assert rows(path, "facts", "--limit", "1")[0][-1] == "the Halvik dam burst"


FILTERS = (
    ("--entity", "Norhydra"), ("--state", "denied"), ("--since", "2024-11"), ("--until", "2023"), ("--kind", "figure"),
    ("--publisher", "Dolna Times"), ("--text", "reservoir"),
)  # fmt: skip


@pytest.mark.parametrize(("option", "value"), FILTERS)
def test_facts_pass_a_filter(path: Path, option: str, value: str) -> None:
    every = {fact["key"] for fact in records(path, "facts", "--limit", "1000")}
    found = {fact["key"] for fact in records(path, "facts", option, value, "--limit", "1000")}
    assert found
    assert found < every


def test_one_fact_comes_with_sources_contradictions_and_changes(path: Path) -> None:
    key = records(path, "facts", "--state", "superseded", "--text", "killing")[0]["key"]
    (found,) = records(path, "facts", key)
    assert [len(story["voices"]) for story in found["told"]] == [3]
    assert [change["kind"] for change in found["changes"]] == ["figure"]
    ran = extract("facts", key, "--db", str(path))
    assert "from at least 11 to 19 people" in ran.out


def test_contradictions_name_both_sides_and_their_sources(path: Path) -> None:
    found = rows(path, "facts", "--contradictions", "--entity", "Norhydra")
    assert len(found) == 1
    assert found[0][4] == "Norhydra · lowered · the reservoir"
    assert found[0][5] == "Norhydra, in Kestrian Press Agency 2024-03-12"
    assert found[0][6] == "Norhydra · did not lower · the reservoir"
    assert len(records(path, "facts", "--contradictions", "--kind", "number")) == 1
    assert records(path, "facts", "--contradictions", "--status", "settled") == []


def test_a_timeline_goes_from_the_first_day_to_the_last(path: Path) -> None:
    found = records(path, "timeline", "Calder Tunnel")
    days = [fact["day"] for fact in found]
    assert days == sorted(days)
    assert [fact["day"] for fact in records(path, "timeline", "Calder Tunnel", "--since", "2025")] == [
        day for day in days if day >= "2025"
    ]
    assert {fact["state"] for fact in records(path, "timeline", "Norhydra", "--state", "denied")} == {"denied"}
    disputed = records(path, "timeline", "Norhydra", "--kind", "negation", "--publisher", "Northern Courier")
    assert [fact["relation"] for fact in disputed] == ["lowered"]


def test_changes_since_a_day_are_of_every_kind(path: Path) -> None:
    found = records(path, "changes", "--since", "2024-03-13")
    assert {"new", "confirmed", "contradicted", "superseded"} == {one["what"] for one in found}
    assert [one["day"] for one in found] == sorted((one["day"] for one in found), reverse=True)
    only = records(path, "changes", "--since", "2024-03-13", "--what", "superseded")
    assert {one["what"] for one in only} == {"superseded"}
    assert rows(path, "changes", "--since", "2026") == []


WRONG = (
    (("facts", "f0"), "no fact f0"),
    (("facts", "--since", "soon"), "is no date"),
    (("facts", "--since", "2024-13"), "is no date"),
    (("facts", "--entity", "Norhidra"), "Did you mean"),
    (("facts", "--contradictions", "--state", "denied"), "--state"),
    (("timeline", "Nobody"), "No entity is called"),
    (("changes",), "--since"),
)


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_what_cannot_be_is_said_in_words(path: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = extract(*arguments, "--db", str(path))
    assert ran.code == 2
    assert said in ran.err
