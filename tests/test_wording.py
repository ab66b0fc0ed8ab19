"""Marks as words, in the order a reader needs them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from db.wording import (
    FACTUALITY,
    STANDING,
    Marks,
    Standing,
    Step,
    badge,
    cut,
    days_in_words,
    marks_of,
    moment,
    standing,
    standing_of,
    steps_of,
    voices,
    words,
)
from extract.model import Factuality, Modality, Mood, Polarity


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        (Marks(), []),
        (Marks(steps=(Step("Radio Ostrand", None),)), ["said by Radio Ostrand"]),
        (Marks(steps=(Step("the mayor", "said"),)), ["said by the mayor"]),
        (Marks(steps=(Step("the mayor", "According to"),)), ["said by the mayor"]),
        (Marks(steps=(Step("the mayor", "feared"),)), ["said by the mayor (feared)"]),
        (Marks(steps=(Step(None, None),)), ["quoted"]),
        (Marks(steps=(Step(None, "believed"),)), ["said by an unnamed source (believed)"]),
        (Marks(steps=(Step("They", "said", resolved="unnamed source"),)), ["said by an unnamed source (“they”)"]),
        (Marks(steps=(Step("who", "said", resolved="Ada Lind"),)), ["said by Ada Lind"]),
        (Marks(steps=(Step("She", "said", resolved="Ada Lind"),)), ["said by Ada Lind (“she”)"]),
        (Marks(steps=(Step("Ada Lind", "said", resolved="ADA LIND"),)), ["said by ADA LIND"]),
        (Marks(steps=(Step("the ministry", "denied", "negative"),)), ["denied by the ministry"]),
        (Marks(steps=(Step("the ministry", "doubts", "negative"),)), ["doubted by the ministry"]),
        (Marks(steps=(Step("the mayor", "say", "negative"),)), ["not said by the mayor"]),
        (Marks(steps=(Step("the mayor", "refused", "negative"),)), ["not said by the mayor (refused)"]),
        (Marks(steps=(Step("the mayor", "said", modality="possible"),)), ["perhaps said by the mayor"]),
        (Marks(steps=(Step("Lind", None), Step("Holm", "told"))), ["said by Lind", "said by Holm"]),
        (Marks(steps=(Step("Lind", "said"), Step("She", "thinks", resolved="Lind"))), ["said by Lind"]),
        (Marks(polarity="negative"), ["negated"]),
        (Marks(modality="possible"), ["possibly"]),
        (Marks(modality="uncommitted"), ["not committed"]),
        (Marks(modality="uncommitted", mood="question"), ["asked"]),
        (
            Marks(modality="uncommitted", mood="question", steps=(Step("Lind", "said"), Step("the board", "examines"))),
            ["said by Lind", "asked by the board (examines)"],
        ),
        (Marks(modality="uncommitted", mood="question", steps=(Step("Lind", "said"),)), ["said by Lind", "asked"]),
        (Marks(condition="if the council agrees", mood="consequence"), ["if the council agrees"]),
        (Marks(condition="the council agrees"), ["if the council agrees"]),
        (Marks(condition="Unless it rains"), ["unless it rains"]),
        (Marks(condition="particularly if it rains"), ["particularly if it rains"]),
        (Marks(condition="The council agrees"), ["if the council agrees"]),
        (Marks(condition="prices in Tarn rise"), ["if prices in Tarn rise"]),
        (Marks(condition="banks as well as firms agree"), ["if banks as well as firms agree"]),
        (Marks(condition="even if prices in Tarn rise"), ["even if prices in Tarn rise"]),
        (Marks(condition="Just when they agree"), ["just when they agree"]),
        (Marks(steps=(Step("Lund", "said in Denmark", "negative"),)), ["not said by Lund (said in Denmark)"]),
        (Marks(steps=(Step("Lund", "told a Denver court", "negative"),)), ["not said by Lund (told a Denver court)"]),
        (Marks(steps=(Step("Lund", "never said rejecting", "negative"),)), ["not said by Lund (never said rejecting)"]),
        (Marks(steps=(Step("Lund", "did not deny", "negative"),)), ["not said by Lund (did not deny)"]),
        (Marks(steps=(Step("Lund", "in denial", "negative"),)), ["denied by Lund"]),
        (Marks(steps=(Step("Lund", "disputing", "negative"),)), ["disputed by Lund"]),
        (Marks(steps=(Step("Lund", "doubtful", "negative"),)), ["doubted by Lund"]),
        (Marks(steps=(Step("Lund", "dismissed and denied", "negative"),)), ["dismissed by Lund"]),
        (Marks(modality="uncommitted", mood="forecast"), ["not committed", "forecast"]),
        (
            Marks(
                modality="uncommitted",
                steps=(Step("Thea Lind", "said"), Step("she", "never said", "negative", resolved="Thea Lind")),
            ),
            ["said by Thea Lind", "not said by Thea Lind (“she”) (never said)", "not committed"],
        ),
        (Marks(steps=(Step("The minister", "denied", "negative"),)), ["denied by the minister"]),
        (Marks(steps=(Step("The minister", "has denied", "negative"),)), ["denied by the minister"]),
        (Marks(steps=(Step("The minister", "was debunked", "negative"),)), ["debunked by the minister"]),
        (Marks(steps=(Step("The minister", "has challenged", "negative"),)), ["challenged by the minister"]),
        (Marks(steps=(Step("The minister", "contests", "negative"),)), ["contested by the minister"]),
        (Marks(steps=(Step("The minister", "rebutted", "negative"),)), ["rebutted by the minister"]),
        (Marks(steps=(Step("The minister", "did not say", "negative"),)), ["not said by the minister (did not say)"]),
        (Marks(steps=(Step("Thea Lind", "said"),)), ["said by Thea Lind"]),
        (
            Marks(
                modality="uncommitted",
                mood="question",
                steps=(Step("Thea Lind", "said"), Step("she", "doesn't know", "negative", resolved="Thea Lind")),
            ),
            ["said by Thea Lind", "asked"],
        ),
        (
            Marks(
                modality="uncommitted",
                mood="wish",
                steps=(Step("Thea Lind", "said"), Step("she", "does not ask", "negative", resolved="Thea Lind")),
            ),
            ["said by Thea Lind", "not said by Thea Lind (“she”) (does not ask)", "wished"],
        ),
        (
            Marks(
                modality="possible",
                steps=(Step("Thea Lind", "said"), Step("she", "doesn't think", "negative", resolved="Thea Lind")),
            ),
            ["said by Thea Lind", "not said by Thea Lind (“she”) (doesn't think)", "possibly"],
        ),
        (Marks(mood="consequence"), ["only on a condition"]),
        (Marks(time="since 2012", place="in Ostrand"), ["since 2012", "in Ostrand"]),
        (Marks(block="title", steps=(Step("the mayor", "said"),)), ["headline", "said by the mayor"]),
        (Marks(block="caption"), ["caption"]),
        (Marks(block="heading"), ["heading"]),
        (Marks(block="paragraph"), []),
        (Marks(modality="possible", mood="plan", relation="tried to storm"), ["possibly", "planned"]),
        (Marks(modality="possible", mood="plan", relation="tried to storm", hedge="tried"), []),
        (Marks(modality="possible", mood="plan", relation="may try to storm", hedge="tried"), ["possibly", "planned"]),
        (Marks(modality="uncommitted", relation="'s hard to estimate", hedge="tried"), []),
        (Marks(modality="uncommitted", mood="condition", relation="tried to storm", hedge="tried"), ["supposed"]),
        (
            Marks(modality="probable", mood="plan", relation="was told to leave for", hedge="tried", time="in May"),
            ["in May"],
        ),
        (Marks(modality="possible", mood="plan", relation="is considering selling", hedge="tried"), []),
        (Marks(modality="possible", mood="plan", relation="was sold to", hedge="tried"), ["possibly", "planned"]),
        (Marks("negative", relation="failed to sign", hedge="tried"), []),
        (Marks("negative", relation="did not try to sign", hedge="tried"), ["negated"]),
        (Marks("negative", relation="stopped working", hedge="tried"), []),
        (Marks("negative", relation="didn't try to sign", hedge="tried"), ["negated"]),
        (Marks("negative", "possible", relation="may fail to end"), ["possibly"]),
        (Marks("negative", relation="had failed"), ["negated"]),
        (Marks("negative", condition="if it rains", mood="consequence", relation="will stop paying"), ["if it rains"]),
        (Marks("negative", "possible", relation="may not fail to end"), ["negated", "possibly"]),
        (Marks("positive", "possible", "wish", relation="should sign", hedge="should"), ["called for"]),
        (Marks("negative", "possible", "wish", relation="should not sign", hedge="should"), ["advised against"]),
        (Marks("positive", "possible", "wish", relation="should sign"), ["possibly", "called for"]),
        (Marks("positive", "possible", "wish", relation="must sign", hedge="must"), ["required"]),
        (Marks("negative", "certain", "wish", relation="do n't need to sign"), ["not required"]),
        (Marks("negative", "certain", "wish", relation="must not sign"), ["forbidden"]),
        (Marks("positive", "certain", "wish", relation="hopes to sign"), ["wished"]),
        (Marks("positive", "probable", "hypothesis", relation="would open", hedge="would"), ["hypothetical"]),
        (Marks("positive", "possible", "wish", relation="will be asked to leave", hedge="asked"), ["forecast"]),
        (Marks("positive", "probable", "forecast", relation="is expected to close", hedge="expected"), ["forecast"]),
        (Marks("positive", "probable", "forecast", relation="is to close", hedge="is"), ["forecast"]),
        (Marks("positive", "probable", "plan", relation="is due to close", hedge="due"), ["forecast"]),
        (Marks("positive", "possible", "plan", relation="plans to close", hedge="plans"), []),
        (Marks("positive", "uncommitted", "consequence", condition="Without a loan"), ["without a loan"]),
        (Marks("negative", "probable", relation="hardly grew", hedge="tried"), []),
        (Marks("negative", "probable", relation="was nearly hit by", hedge="tried"), []),
        (Marks("positive", "probable", relation="was nearly destroyed by", hedge="tried"), []),
        (Marks("positive", "probable", relation="all but admitted", hedge="tried"), []),
        (Marks("positive", "probable", relation="saw but ignored", hedge="tried"), ["probably"]),
        (Marks("positive", "probable", relation="sold all but", hedge="tried"), ["probably"]),
        (Marks("negative", "probable", subject="Few growers in Ostrand", relation="trust", hedge="tried"), []),
        (Marks("negative", subject="No grower", relation="trusts", hedge="tried"), ["negated"]),
        (
            Marks("negative", "probable", "forecast", None, (Step("the bank", "said"),), "next year"),
            ["said by the bank", "negated", "probably", "forecast", "next year"],
        ),
    ],
)
def test_marks_are_words(marks: Marks, said: list[str]) -> None:
    assert words(marks) == said


def test_every_modality_and_mood_but_the_plain_ones_has_a_word() -> None:
    assert all(words(Marks(modality=m.value)) for m in Modality if m is not Modality.CERTAIN)
    assert all(words(Marks(mood=m.value)) for m in Mood if m is not Mood.STATEMENT)
    assert all(words(Marks(polarity=p.value)) for p in Polarity if p is not Polarity.POSITIVE)


def test_every_factuality_and_standing_has_words() -> None:
    assert set(FACTUALITY) == {value.value for value in Factuality}
    assert set(STANDING) == set(Standing)


@pytest.mark.parametrize(
    ("factuality", "attributed", "found"),
    [
        ("CT+", False, Standing.ASSERTED),
        ("CT+", True, Standing.REPORTED),
        ("CT-", False, Standing.NEGATED),
        ("PR-", True, Standing.NEGATED),
        ("PR+", False, Standing.UNCERTAIN),
        ("PS+", True, Standing.UNCERTAIN),
        ("Uu", False, Standing.UNCERTAIN),
    ],
)
def test_only_what_the_article_states_is_asserted(factuality: str, attributed: bool, found: Standing) -> None:
    assert standing(factuality, attributed) is found


@pytest.mark.parametrize(
    ("subject", "relation", "marks", "hedge", "attributed", "found"),
    [
        ("The pirates", "tried to storm", ("positive", "possible", "plan"), "tried", False, Standing.ASSERTED),
        ("The pirates", "tried to storm", ("positive", "possible", "plan"), "tried", True, Standing.REPORTED),
        ("Lund", "failed to sign", ("negative", "certain", "statement"), "failed", False, Standing.ASSERTED),
        ("Lund", "did not try to sign", ("negative", "certain", "statement"), "not", False, Standing.NEGATED),
        ("The pirates", "may try to storm", ("positive", "possible", "plan"), "may try", False, Standing.UNCERTAIN),
        ("Few people", "came", ("negative", "probable", "statement"), "Few", False, Standing.ASSERTED),
        ("Lund", "will sign", ("positive", "certain", "forecast"), None, False, Standing.UNCERTAIN),
    ],
)
def test_the_chip_and_the_words_go_by_one_rule(
    subject: str, relation: str, marks: tuple[str, str, str], hedge: str | None, attributed: bool, found: Standing
) -> None:
    step = '[{"source": null, "cue": null, "polarity": "positive", "modality": "certain"}]'
    row = dict(zip(("polarity", "modality", "mood"), marks, strict=True)) | {
        "attribution": step if attributed else None,
        "condition": None, "time_text": None, "place": None, "subject": subject, "relation": relation, "hedge": hedge,
    }  # fmt: skip
    assert standing_of(row) is found


def test_marks_come_from_a_row() -> None:
    step = {
        "source": {"text": "She", "spans": [[0, 3]]},
        "cue": None,
        "content": {"spans": []},
        "resolved": "Ada Lind",
        "polarity": "positive",
        "modality": "certain",
    }
    row = {
        "polarity": "negative",
        "modality": "certain",
        "mood": "statement",
        "condition": None,
        "attribution": json.dumps([step]),
        "time_text": "in March",
        "place": None,
    }
    assert words(marks_of(row)) == ["said by Ada Lind (“she”)", "negated", "in March"]
    assert steps_of(None) == ()


@pytest.mark.parametrize(
    ("text", "shown"), [("short", "short"), ("two\n  lines", "two lines"), ("x" * 80, "x" * 59 + "…")]
)
def test_long_text_is_cut_to_one_line(text: str, shown: str) -> None:
    assert cut(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024-03-04", "4 March 2024"),
        ("2024-03", "March 2024"),
        ("2024", "2024"),
        ("from 3 on 2024-02-29 to 2024-03-01", "from 3 on 29 February 2024 to 1 March 2024"),
        ("2024-13-01, 2024-00, file-2024-01-02, 12024-01-02", "2024-13-01, 2024-00, file-2024-01-02, 12024-01-02"),
    ],
)
def test_days_are_shown_in_words(text: str, shown: str) -> None:
    assert days_in_words(text) == shown


def test_a_time_is_shown_to_the_minute() -> None:
    assert moment("2024-03-04T09:31:22+00:00") == "4 March 2024, 09:31"
    assert (moment("2024-03-04"), moment(None)) == ("4 March 2024", "")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("the mayor did not sign the order", "negated"),
        ("the mayor didn’t sign the order", "negated"),
        ("the mayor refused to say who paid", "negated"),
        ("Ada Lind declined to name the buyer", "negated"),
        ("the firm forgot to pay", "negated"),
        ("the board omitted to ask", "negated"),
        ("few of the boats were insured", "negated"),
        ("a few of the boats were insured", "denied"),
        ("nobody has signed the order", "negated"),
        ("the ferry no longer runs", "negated"),
        ("the harbour never froze", "negated"),
        ("the firm hid the report", "denied"),
        ("Knox signed a note", "denied"),
    ],
)
def test_a_badge_does_not_deny_twice(said: str, shown: str) -> None:
    assert badge("denied", said) == shown
    assert badge("disputed", said) == "disputed"


def test_a_need_is_not_wished() -> None:
    marks = Marks(mood="wish", modality="possible", relation="may have to close")
    assert words(marks) == ["possibly"]
    assert words(Marks(mood="wish", modality="possible", relation="will need to meet", hedge="need")) == ["forecast"]


def test_that_few_may_come_is_only_possible() -> None:
    marks = Marks(polarity="negative", modality="possible", subject="Few guests", relation="may come", hedge="may Few")
    assert words(marks) == ["possibly"]
    assert words(replace(marks, modality="probable", relation="came", hedge="Few")) == []


def test_a_speaker_with_a_title_and_without_is_named_once() -> None:
    steps = (Step("Mayor Ada Lind", "said"), Step("she", "thinks", resolved="Ada Lind"))
    assert words(Marks(steps=steps)) == ["said by Mayor Ada Lind"]


def test_nobody_is_named_twice_or_for_what_nobody_can_tell() -> None:
    told = (Step("Ada Lund", "said"), Step("her government", "told", resolved="Ada Lund’s government"))
    again = Step("it", "worried", resolved="her government")
    assert voices((*told, again)) == list(told)
    asked = Step(None, "tell", polarity="negative")
    assert words(Marks(modality="uncommitted", mood="question", steps=(told[0], asked))) == [
        "said by Ada Lund",
        "asked",
    ]
