"""Random claims go out to readers as sheets, and their verdicts come back to stay, without a word of the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import reading_claims
from extract.errors import UsageError
from extract.extractor import Extractor, plain_article
from extract.model import Extraction

TEXT = "The council of Arbeck approved the bridge on Monday. Mayor Ilse Korn praised the plan. “Bridges pay,” she said."


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return Extractor().extract(plain_article(TEXT, "2021-03-03"))


@pytest.fixture
def sheet(extraction: Extraction, tmp_path: Path) -> Path:
    """A sheet's key, as `sample` writes it beside the sheet."""
    path = tmp_path / "sheet.txt"
    keys = [reading_claims.key(extraction, claim, 1, "v1") for claim in extraction.claims]
    reading_claims._write(reading_claims._key_path(path), keys)
    return path


def test_an_entry_shows_a_claim_with_its_sentence_and_its_marks(extraction: Extraction) -> None:
    shown = [reading_claims.entry(extraction, claim, "1a") for claim in extraction.claims]
    assert "  CLAIM: The council of Arbeck | approved | the bridge\n  qualifiers: time: on Monday\n" in shown[0]
    assert "  after: Mayor Ilse Korn praised the plan.\n" in shown[0]
    assert "  time: Monday = 2021-03-01 to 2021-03-01\n" in shown[0]
    assert any("  source: Ilse Korn\n  factuality: positive, certain, statement\n" in entry for entry in shown)


def test_a_claim_has_the_same_id_each_time_and_no_other_has_it(extraction: Extraction) -> None:
    ids = [reading_claims.key(extraction, claim, 1, "v1").id for claim in extraction.claims]
    assert len(set(ids)) == len(ids)
    assert ids == [reading_claims.key(extraction, claim, 2, "v2").id for claim in extraction.claims]


def test_no_article_gives_more_than_its_share(extraction: Extraction) -> None:
    sample = reading_claims.drawn([extraction] * 30, 1)
    assert len(sample) == min(reading_claims.CLAIMS, 30 * min(len(extraction.claims), reading_claims.PER_ARTICLE))
    many = Extractor().extract(plain_article(" ".join(f"The mayor met {n} voters." for n in range(2, 12))))
    assert len(reading_claims.drawn([many], 1)) == reading_claims.PER_ARTICLE


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("1a2b right ok", ("1a2b", "right", ())),
        ("1a2b wrong source,time the verb of another clause", ("1a2b", "wrong", ("source", "time"))),
        ("1a2b EMPTY source/pronoun: cut short", ("1a2b", "empty", ("source", "pronoun"))),
    ],
)
def test_a_line_of_a_reader(line: str, verdict: tuple[str, str, tuple[str, ...]]) -> None:
    assert reading_claims.parse_verdict(line) == verdict


def test_what_is_no_verdict_is_refused() -> None:
    with pytest.raises(UsageError, match="is no verdict"):
        reading_claims.parse_verdict("1a2b perhaps ok")


def test_verdicts_are_kept_without_text_and_counted(sheet: Path, tmp_path: Path) -> None:
    ids = [row.id for row in reading_claims._read(reading_claims._key_path(sheet))]
    judged = tmp_path / "judged"
    for reader, last in (("a", "right"), ("b", "wrong")):
        lines = [f"{name} right ok" for name in ids[:-1]] + [f"{ids[-1]} {last} source"]
        verdicts = tmp_path / f"{reader}.txt"
        verdicts.write_text("\n".join(lines))
        assert reading_claims.store(sheet, verdicts, reader, judged) == (len(ids), [])
    stored = (judged / "round1.jsonl").read_text()
    assert not {"council", "Korn", "bridge"} & set(stored.replace('"', " ").split())
    heading, _, row = reading_claims.table(judged)
    figures = dict(zip(heading.strip("| ").split(" | "), row.strip("| ").split(" | "), strict=True))
    assert figures["claims"] == str(len(ids))
    assert figures["wrong"] == f"{1 / (2 * len(ids)):.1%}"
    assert figures["all right"] == f"{1 - 1 / len(ids):.1%}"
    assert figures["agreement"] == f"{1 - 1 / len(ids):.1%}"


def test_a_verdict_on_another_claim_is_refused(sheet: Path, tmp_path: Path) -> None:
    verdicts = tmp_path / "a.txt"
    verdicts.write_text("00000000 right ok\n")
    with pytest.raises(UsageError, match="00000000"):
        reading_claims.store(sheet, verdicts, "a", tmp_path)


def test_readers_who_always_agree_have_a_kappa_of_one() -> None:
    assert reading_claims.kappa([("right", "right"), ("wrong", "wrong")]) == 1
    assert reading_claims.kappa([("right", "right"), ("right", "wrong"), ("wrong", "right"), ("wrong", "wrong")]) == 0


def test_the_articles_are_parted_between_the_rounds(shared: Path) -> None:
    """`shared` skips the test where the articles are not there."""
    rounds = [[a.text_hash for a in reading_claims.articles(n)] for n in range(1, reading_claims.ROUNDS + 1)]
    assert all(len(found) * reading_claims.PER_ARTICLE >= reading_claims.CLAIMS for found in rounds)
    assert sum(map(len, rounds)) == sum(len(list(folder.glob("*.txt"))) for folder in reading_claims.FOLDERS)


def test_a_fact_is_found_where_each_part_has_its_word(extraction: Extraction) -> None:
    claim = next(c for c in extraction.claims if c.object and c.relation.spans)
    assert claim.object is not None
    fact = reading_claims.Fact(1, "", claim.subject.spans[0], claim.predicate, claim.object.spans)
    assert reading_claims.is_said(fact, claim, further=False)
    turned = reading_claims.Fact(1, "", claim.object.spans[0], claim.predicate, claim.subject.spans)
    assert not reading_claims.is_said(turned, claim, further=True)


def test_a_bound_of_confidence_keeps_what_is_as_sure(sheet: Path, tmp_path: Path) -> None:
    keys = reading_claims._read(reading_claims._key_path(sheet))[:2]
    sure = replace(keys[0], version="v1", confidence=0.9, verdicts={"s": ("right", ())})
    unsure = replace(keys[1], version="v1", confidence=0.3, verdicts={"s": ("empty", ())})
    earlier = replace(sure, id="earlier", version="v0", verdicts={"s": ("wrong", ())})
    reading_claims._write(tmp_path / "round11.jsonl", [earlier, sure, unsure])
    lines = list(reading_claims.kept(tmp_path, (11,)))
    assert lines[2] == "| 11 | 0.00 | 100.0% | 50.0% | 50.0% | 0.0% | 50.0% |"
    assert "| 11 | 0.50 | 50.0% | 100.0% | 0.0% | 0.0% | 100.0% |" in lines
