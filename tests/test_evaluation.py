"""The gold format and the scorer: what counts as the same claim, and what as an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import EmptyInputError, InputError
from extract.evaluation import Verdict, band, evaluate, extracted, judge
from extract.extractor import Extractor
from extract.gold import GoldSentence, judged_claim, parse_gold, read_gold, words
from extract.model import Argument, BlockKind, Claim, ClauseType, Qualifier, Relation, Role


def claim(
    subject: str, relation: str, obj: str = "", *qualifiers: str, full: str = "", confidence: float = 0.5
) -> Claim:
    """A claim by its words; places do not matter to the scorer."""
    return Claim(
        sentence=0,
        position=0,
        subject=Argument.plain(subject, ()),
        relation=Relation(relation, ((0, 1),), relation),
        object=Argument(obj, (), obj, (), full or obj, ()) if obj else None,
        qualifiers=tuple(Qualifier(Role.OTHER, q, ()) for q in qualifiers),
        clause_type=ClauseType.SVO,
        rule="clause",
        predicate=(0, 1),
        confidence=confidence,
    )


def gold(*lines: str) -> GoldSentence:
    (sentence,) = parse_gold("\n".join(["A sentence.", *(f"  {line}" for line in lines)]))
    return sentence


SAME = [
    ("[The] mayor | resigned | ", claim("The mayor", "resigned")),
    ("[The] mayor | resigned | ", claim("mayor", "resigned", "", "on Friday")),
    ("Bell | moved to | Oslo", claim("Bell", "moved", "", "to Oslo")),
    ("Bell | moved | to Oslo", claim("Bell", "moved to", "Oslo")),
    ("Bell | bought | [the] house [on the hill]", claim("Bell", "bought", "the house", full="the house on the hill")),
    ("Bell | gave | [the] museum [his] letters", claim("Bell", "gave", "his letters", "the museum")),
    ("Bell | said | ...", claim("Bell", "said", "it was over")),
    ("Bell | is | head of the bank", claim("Bell", "is", "head", full="head of the bank")),
]
OTHER = [
    ("Bell | did not resign | ", claim("Bell", "did resign")),
    ("Bell | resigned | ", claim("Bell", "did not resign")),
    ("Bell | bought | [the] house", claim("Bell", "bought", "the house and left")),
    ("Bell | bought | [the] house", claim("Roth", "bought", "the house")),
    ("Bell | bought | [the] house", claim("Bell and Roth", "bought", "the house")),
    ("Bell | bought | [the] house", claim("Bell", "sold", "the house")),
    ("Bell | bought | [the] house", claim("Bell", "bought")),
]


@pytest.mark.parametrize(("line", "extracted_claim"), SAME)
def test_borders_and_optional_words_do_not_matter(line: str, extracted_claim: Claim) -> None:
    assert [j.verdict for j in judge(gold(line), [extracted_claim])] == [Verdict.RIGHT]


@pytest.mark.parametrize(("line", "extracted_claim"), OTHER)
def test_lost_added_and_moved_content_is_wrong(line: str, extracted_claim: Claim) -> None:
    assert [j.verdict for j in judge(gold(line), [extracted_claim])] == [Verdict.WRONG]


def test_a_repeated_claim_is_wrong_the_second_time() -> None:
    judged = judge(gold("Bell | left | "), [claim("Bell", "left"), claim("Bell", "left")])
    assert [j.verdict for j in judged] == [Verdict.RIGHT, Verdict.WRONG]


def test_claims_are_matched_so_that_most_are_right() -> None:
    sentence = gold("Bell | met | [Roth] [Voss]", "Bell | met | Roth")
    judged = judge(sentence, [claim("Bell", "met", "Roth"), claim("Bell", "met", "Voss")])
    assert [j.verdict for j in judged] == [Verdict.RIGHT, Verdict.RIGHT]


def test_another_wording_counts_once_and_acceptable_claims_not_at_all() -> None:
    sentence = gold("Bell | has | no doctor", "= Bell | has no | doctor", "? Roth | said | ...")
    report = evaluate([sentence], [[claim("Bell", "has no", "doctor"), claim("Roth", "said", "so")]])
    assert (report.score.right, report.score.wrong, report.score.missed) == (1, 0, 0)
    assert [j.verdict for j in report.judgements] == [Verdict.RIGHT, Verdict.ACCEPTED]


def test_incomplete_gold_judges_only_what_it_knows() -> None:
    known = gold("Bell | left | ", "x Roth | left | ")
    sentence = GoldSentence(known.text, known.claims, known.accepted, known.wrong, complete=False)
    judged = judge(sentence, [claim("Bell", "left"), claim("Roth", "left"), claim("Voss", "left")])
    assert [j.verdict for j in judged] == [Verdict.RIGHT, Verdict.WRONG, Verdict.UNJUDGED]


def test_an_accepted_claim_is_gold_for_itself() -> None:
    one = claim("Bell", "bought", "the house", "in May", full="the house on the hill")
    known = judged_claim(("Bell", "Bell"), "bought", ("the house", "the house on the hill"), (words("in May"),))
    sentence = GoldSentence("A sentence.", (known,))
    assert judge(sentence, [one])[0].verdict is Verdict.RIGHT


def test_a_report_counts_by_rule_band_and_qualifier() -> None:
    sentence = gold("Bell | left | | time: in May", "Roth | stayed | ")
    predicted = [claim("Bell", "left", "", "in May", confidence=0.9), claim("Bell", "stayed", confidence=0.7)]
    report = evaluate([sentence], [predicted])
    assert (report.score.precision, report.score.recall, report.score.f1) == (0.5, 0.5, 0.5)
    assert [(r.name, r.right, r.wrong) for r in report.by_rule] == [("clause", 1, 1)]
    assert [(r.name, r.precision) for r in report.by_confidence] == [("0.70-0.80", 0.0), ("0.90-1.00", 1.0)]
    assert report.calibration_error == pytest.approx(0.4)
    assert report.qualifiers == 1.0
    assert [m.gold.text for m in report.misses] == ["Roth | stayed |"]
    assert [j.claim.subject.text for j in report.errors] == ["Bell"]


def test_bands_meet() -> None:
    assert [band(c) for c in (0.0, 0.499, 0.5, 0.9, 1.0)] == [
        "0.00-0.50",
        "0.00-0.50",
        "0.50-0.60",
        "0.90-1.00",
        "0.90-1.00",
    ]


def test_the_format_has_kinds_comments_and_marks() -> None:
    text = "# news\n@ title\nStorm hits Sund\n  Storm | hits | Sund\n\nIt rained.\n  ? It | rained |\n"
    title, paragraph = parse_gold(text)
    assert (title.kind, len(title.claims)) == (BlockKind.TITLE, 1)
    assert (paragraph.kind, len(paragraph.claims), len(paragraph.accepted)) == (BlockKind.PARAGRAPH, 0, 1)


@pytest.mark.parametrize("text", ["It rained.\n  It rained.\n", "@ poem\n", "It rained.\n  = It | rained |\n"])
def test_a_line_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(InputError, match=r"line [12]"):
        list(parse_gold(text))


def test_no_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EmptyInputError):
        read_gold([tmp_path])


def test_each_gold_sentence_is_extracted_by_itself() -> None:
    sentences = list(parse_gold("The mayor resigned.\n\nThe clerk stayed.\n"))
    assert [[c.subject.text for c in claims] for claims in extracted(Extractor(), sentences)] == [
        ["The mayor"],
        ["The clerk"],
    ]
