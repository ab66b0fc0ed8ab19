"""The whole way on real input: folder in, claims in SQLite, exports out; again, and nothing changes."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.run import Ran, extract

TABLES = ("articles", "blocks", "sentences", "claims", "qualifiers", "quantities", "mentions", "runs", "failures")


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def dump(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {table: rows(database, f"SELECT * FROM {table} ORDER BY id") for table in TABLES}


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of seeds/ and the database made from it."""
    folder = tmp_path_factory.mktemp("seeded")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    ran = extract("ingest", "seeds", cwd=folder)
    assert ran.code == 0, ran.err
    return folder


def test_the_closing_table_says_what_became_of_every_file(seeded: Path) -> None:
    ran = extract("ingest", "seeds", "--db", "other.db", cwd=seeded)
    files = len(list((seeded / "seeds").iterdir()))
    assert f"{files - 1} new, 0 unchanged, 0 revised, 1 failed" in ran.out
    assert "16-broken-file.txt" in ran.err


def test_check_proves_the_database(seeded: Path) -> None:
    ran = extract("check", cwd=seeded)
    assert (ran.code, ran.err) == (0, "")
    assert "is sound" in ran.out


def test_ingesting_again_changes_no_row(seeded: Path) -> None:
    before = dump(seeded / "claims.db")
    ran = extract("ingest", "seeds", cwd=seeded)
    assert "0 new" in ran.out
    assert dump(seeded / "claims.db") == before


def test_every_seed_has_an_outcome_for_every_sentence(seeded: Path) -> None:
    outcomes = dict(rows(seeded / "claims.db", "SELECT outcome, COUNT(*) FROM sentences GROUP BY 1"))
    assert outcomes["claims"] > 100
    assert outcomes["foreign language"] >= 5
    told = rows(seeded / "claims.db", "SELECT COUNT(DISTINCT sentence) FROM claims")[0][0]
    assert told == outcomes["claims"]


def test_nothing_is_extracted_from_what_the_article_does_not_say(seeded: Path) -> None:
    query = "SELECT DISTINCT kind FROM claims JOIN sentences ON sentences.id = claims.sentence"
    kinds = {kind for (kind,) in rows(seeded / "claims.db", query)}
    assert "paragraph" in kinds
    assert kinds.isdisjoint({"boilerplate", "credit", "byline", "dateline"})


@pytest.mark.parametrize("arguments", [("--workers", "1"), ("--workers", "3"), ("--reversed",), ("--singly",)])
def test_any_order_and_any_workers_give_the_same_export(
    seeded: Path, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    shutil.copytree(seeded / "seeds", tmp_path / "seeds")
    files = sorted((tmp_path / "seeds").iterdir())
    if "--reversed" in arguments:
        _in_two_halves(files[::-1], tmp_path)
    elif "--singly" in arguments:
        for file in files[:2]:
            extract("ingest", file, cwd=tmp_path, new=True)
        extract("ingest", "seeds", cwd=tmp_path, new=True)
    else:
        extract("ingest", "seeds", *arguments, cwd=tmp_path, new=True)
    for form in ("csv", "jsonl"):
        assert extract("export", form, cwd=tmp_path).out == extract("export", form, cwd=seeded).out


def _in_two_halves(files: list[Path], folder: Path) -> None:
    extract("ingest", *files[: len(files) // 2], cwd=folder, new=True)
    extract("ingest", *files[len(files) // 2 :], cwd=folder, new=True)


def test_the_asserted_export_holds_nothing_reported_denied_or_supposed(seeded: Path) -> None:
    every = [json.loads(line) for line in extract("export", "jsonl", cwd=seeded).out.splitlines()]
    asserted = [json.loads(line) for line in extract("export", "jsonl", "--asserted", cwd=seeded).out.splitlines()]
    assert asserted == [c for c in every if c["factuality"] == "CT+" and c["attribution"] is None]
    assert 0 < len(asserted) < len(every)


def test_show_and_export_agree_on_the_contract(seeded: Path) -> None:
    file = "seeds/04-dam-toll-rises.md"
    shown = [json.loads(line) for line in extract("show", file, "--json", cwd=seeded).out.splitlines()]
    exported = [json.loads(line) for line in extract("export", "jsonl", cwd=seeded).out.splitlines()]
    exported = [claim for claim in exported if claim["source"] == file]
    stored_only = ("id", "article", "status", "statement", "event", "run", "revision", "copy_cluster")
    for claim in (*shown, *exported):
        for key in stored_only:
            claim.pop(key)
        for part in ("subject", "object"):
            if claim[part]:
                claim[part].pop("entity")
        claim.pop("attribution_entity")
    assert shown == exported


def test_the_text_export_is_what_the_offsets_point_into(seeded: Path) -> None:
    claims = [json.loads(line) for line in extract("export", "jsonl", cwd=seeded).out.splitlines()]
    first = claims[0]
    ran = extract("export", "text", "--article", first["article"], cwd=seeded)
    mine = [c for c in claims if c["article"] == first["article"]]
    assert len(mine) > 5
    for claim in mine:
        assert ran.out[claim["sentence_start"] : claim["sentence_end"]] == claim["sentence"]
        for slot in ("subject", "relation", "object"):
            part = claim[slot]
            if part and part["spans"]:
                assert " ".join(ran.out[a:b] for a, b in part["spans"]) == part["text"]


def test_a_changed_file_becomes_a_revision_and_the_old_one_stays(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The council approved the plan.\n")
    extract("ingest", "a.txt", cwd=tmp_path)
    article.write_text("The council rejected the plan.\n")
    ran = extract("ingest", "a.txt", cwd=tmp_path)
    assert "1 revised" in ran.out
    found = rows(tmp_path / "claims.db", "SELECT relation, current FROM claims ORDER BY id")
    assert found == [("approved", 0), ("rejected", 1)]


def test_a_database_and_its_folder_may_move_together(tmp_path: Path) -> None:
    (tmp_path / "one" / "news").mkdir(parents=True)
    (tmp_path / "one" / "news" / "a.txt").write_text("The council approved the plan.\n")
    extract("ingest", "news", cwd=tmp_path / "one")
    (tmp_path / "one").rename(tmp_path / "two")
    ran = extract("ingest", tmp_path / "two" / "news", "--db", tmp_path / "two" / "claims.db", cwd=tmp_path)
    assert "0 new, 1 unchanged" in ran.out


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    ran = extract("ingest", "-", "--published", "2024-05-31", cwd=tmp_path, stdin=b"The council met yesterday.\n")
    assert "1 new" in ran.out
    assert rows(tmp_path / "claims.db", "SELECT valid_from FROM claims") == [("2024-05-30",)]


def test_one_bad_article_is_a_row_and_the_rest_go_in(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "good.txt").write_text("The council approved the plan.\n")
    ran = extract("ingest", ".", cwd=tmp_path)
    assert ran.code == 0
    assert "1 new, 0 unchanged, 0 revised, 1 failed" in ran.out
    [(source, kind)] = rows(tmp_path / "claims.db", "SELECT source, kind FROM failures")
    assert (source, kind) == ("bad.txt", "BinaryFileError")
    (tmp_path / "bad.txt").write_text("The mayor resigned.\n")
    extract("ingest", ".", cwd=tmp_path)
    assert rows(tmp_path / "claims.db", "SELECT COUNT(*) FROM failures") == [(0,)]


def test_the_database_is_named_by_option_or_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The council approved the plan.\n")
    monkeypatch.setenv("EXTRACT_DB", str(tmp_path / "env.db"))
    extract("ingest", "a.txt", cwd=tmp_path)
    extract("ingest", "a.txt", "--db", "option.db", cwd=tmp_path)
    assert sorted(p.name for p in tmp_path.glob("*.db")) == ["env.db", "option.db"]


SEED_CLAIMS = [
    # subject, relation, object (None: any), and what else must hold
    ("China", "has shied away from", "formal alliances"),
    ("the Biden administration", "forged", "long-standing alliances"),
    ("the Biden administration", "put", "considerable effort"),
    ("China", "has", "only one official ally"),
    ("the two", "share", "a defense treaty"),
    ("China", "does not just use", "its economic potential"),
    ("Many of China’s partners", "have welcomed", "Beijing’s investments"),
    ("Many of China’s partners", "supported", "China’s core interests"),
    ("President Joe Biden", "has cultivated", "relations with allies"),
    ("Chinese soldiers", "take part in", "the Victory Parade"),
    ("China", "wants to create", "its own alliance network"),
]


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The claims of the real article, through the whole way."""
    folder = tmp_path_factory.mktemp("real")
    ran = extract("ingest", shared / "real", cwd=folder)
    assert ran.code == 0, ran.err
    assert extract("check", cwd=folder).code == 0
    return [json.loads(line) for line in extract("export", "jsonl", cwd=folder).out.splitlines()]


def pick(claims: list[dict[str, Any]], triple: tuple[str, str, str]) -> dict[str, Any]:
    subject, relation, obj = triple
    found = [
        c
        for c in claims
        if subject in c["subject"]["full"]
        and c["relation"]["text"] == relation
        and obj in (c["object"] or {"full": ""})["full"]
    ]
    assert found, triple
    return found[0]


@pytest.mark.parametrize("triple", SEED_CLAIMS, ids=lambda t: " ".join(t))
def test_the_real_article_gives_its_claims(real: list[dict[str, Any]], triple: tuple[str, str, str]) -> None:
    claim = pick(real, triple)
    assert claim["sentence_start"] < claim["sentence_end"]


def qualifiers(claim: dict[str, Any], role: str) -> str:
    return " | ".join(q["text"] for q in claim["qualifiers"] if q["role"] == role)


MARKS: dict[str, tuple[tuple[str, str, str], Callable[[dict[str, Any]], bool]]] = {
    "in its first year": (SEED_CLAIMS[1], lambda c: "in its first year" in qualifiers(c, "time")),
    "said by Foreign Affairs": (SEED_CLAIMS[3], lambda c: c["attribution"]["source"]["text"] == "Foreign Affairs"),
    "currently": (SEED_CLAIMS[3], lambda c: "currently" in qualifiers(c, "time")),
    "negated": (SEED_CLAIMS[5], lambda c: c["polarity"] == "negative"),
    "June 24, 2020": (SEED_CLAIMS[9], lambda c: c["valid_time"]["earliest"] == "2020-06-24"),
    "Red Square": (SEED_CLAIMS[9], lambda c: "Red Square in Moscow, Russia" in qualifiers(c, "place")),
}


@pytest.mark.parametrize("mark", MARKS)
def test_the_real_article_s_claims_have_their_marks(real: list[dict[str, Any]], mark: str) -> None:
    triple, holds = MARKS[mark]
    assert holds(pick(real, triple))


def test_the_real_article_gives_no_debris(real: list[dict[str, Any]]) -> None:
    text = " ".join(c["sentence"] for c in real)
    for words in ("Leave a comment", "email address", "Required fields", "Photo 2", "Photo 4"):
        assert words not in text
    titles = [c for c in real if c["sentence"].startswith("Too alone")]
    assert len({c["sentence_start"] for c in titles}) <= 2  # two sentences of one headline


def test_quiet_means_quiet(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council approved the plan.\n")
    assert extract("ingest", "a.txt", "--quiet", cwd=tmp_path) == Ran(0, "", "")


def test_a_reviewed_database_is_gold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council approved the plan. The mayor resigned.\n")
    extract("ingest", "a.txt", cwd=tmp_path)
    assert "accepted or rejected" in extract("evaluate", "--db", "claims.db", cwd=tmp_path).err
    connection = sqlite3.connect(tmp_path / "claims.db")
    connection.execute("UPDATE claims SET status = CASE relation WHEN 'approved' THEN 'accepted' ELSE 'rejected' END")
    connection.commit()
    connection.close()
    ran = extract("evaluate", "--db", "claims.db", "--json", cwd=tmp_path)
    figures = json.loads(ran.out)
    assert (figures["right"], figures["wrong"], figures["missed"]) == (1, 1, 0)
