"""Interviews and transcripts: whose words a paragraph that begins with a name is."""

from __future__ import annotations

import pytest

from extract import Extractor
from extract.readers import read

TRANSCRIPT = """Talk with Tessa Brandt

OWEN PRYCE: When did you see it?

TESSA BRANDT: In May. I found a report.

The board had never told the town about it in all those years.

PRYCE: The firm denies it.

BRANDT: The firm dismissed me.

The talk was shortened."""


def sources(extractor: Extractor, text: str) -> dict[str, list[str | None]]:
    """By subject and relation, who says a claim: None for somebody who is not named."""
    found = {}
    for claim in extractor.extract(read("talk.txt", text.encode())).claims:
        steps = [step.resolved or (step.source.text if step.source else None) for step in claim.attribution]
        found[f"{claim.subject.text} {claim.relation.text}"] = steps
    return found


def test_a_paragraph_is_of_whom_it_begins_with(extractor: Extractor) -> None:
    found = sources(extractor, TRANSCRIPT)
    assert found["I found"] == ["Tessa Brandt"]
    assert found["The board had never told"] == ["Tessa Brandt"]
    assert found["The firm dismissed"] == ["Tessa Brandt"]
    assert found["The firm denies"] == ["OWEN PRYCE"]
    assert found["The talk was shortened"] == []


def test_where_a_speaker_stands_is_no_part_of_the_name(extractor: Extractor) -> None:
    news = [
        "TESSA BRANDT, HOST: The ferry sank today. Owen Pryce was there.",
        "OWEN PRYCE, CORRESPONDENT (voice-over): Two people died.",
        "PRYCE (on camera): The ship left Lorne at noon.",
        "BRANDT: The owners were warned.",
        "PRYCE: The mayor wrote to them.",
    ]
    found = sources(extractor, "\n\n".join(["The evening news", *news]))
    assert found["Two people died"] == ["OWEN PRYCE"] == found["The ship left"]


def test_an_answer_is_not_the_article_s_own(extractor: Extractor) -> None:
    found = sources(extractor, "Talk\n\nQ: What did you do?\n\nA: I left the mill.\n\nQ: Why?\n\nThe mill is old.")
    assert found == {"I left": [None], "The mill is": []}


def test_who_answers_may_be_named_in_the_introduction(extractor: Extractor) -> None:
    talk = "Tessa Brandt runs the mill.\n\nQ: What did you do?\n\nA: I left the mill.\n\nQ: Why?\n\nA: The roof leaked."
    found = sources(extractor, f"Talk\n\n{talk}")
    assert found["I left"] == ["Tessa Brandt"] == found["The roof leaked"]


def test_what_things_are_like_is_no_conversation(extractor: Extractor) -> None:
    sheet = (
        "- Driver: The box is tin.\n- Weight: The box has a pound.\n- Cable: The box is long.\n- Lid: The box opens."
    )
    found = sources(extractor, f"Two radios\n\n{sheet}\n- Assistant: The set has none.\n\nAnother radio\n\n{sheet}")
    assert {tuple(steps) for steps in found.values()} == {()}


def test_an_author_asks_without_an_interview(extractor: Extractor) -> None:
    text = "Do you own a mill?\n\nI own one.\n\nWhy do we keep them?\n\nWe love wood.\n\nAre you sure?\n\nI am."
    found = sources(extractor, f"Old mills\n\n{text}")
    assert found["I own"] == found["We love"] == []


INTERVIEW = """“We were slow”

Nadia Kerr runs the office.

Tom Reed: People say they were not warned. Is that so?

Nadia Kerr: They are right. We sent a note at noon.

Why was it late?

The model was wrong. I saw it too late.

The minister has said that you lied.

He knows the facts. I told him.

Will you resign?

If the town wants it, I will."""


def test_only_the_first_question_and_answer_have_a_name(extractor: Extractor) -> None:
    found = sources(extractor, INTERVIEW)
    assert found["Nadia Kerr runs"] == []
    assert found["We sent"] == found["The model was"] == found["He knows"] == ["Nadia Kerr"]
    assert found["The minister has said"] == ["Tom Reed"]
    assert found["you lied"] == ["Tom Reed", "The minister"]


def test_who_answers_an_interview_without_names_is_not_told(extractor: Extractor) -> None:
    found = sources(extractor, INTERVIEW.replace("Tom Reed: ", "").replace("Nadia Kerr: ", ""))
    assert found["The model was"] == [None]


def test_whoever_is_addressed_says_nothing(extractor: Extractor) -> None:
    letters = "DEAR ADA: My sister left the mill.\n\nDEAR SAD: She did well.\n\nDEAR ADA: My aunt sold her boat."
    found = sources(extractor, f"Letters\n\n{letters}")
    assert found["My sister left"] == [None] == found["My aunt sold"]


def test_a_speech_goes_on_behind_a_caption_and_not_behind_a_sentence(extractor: Extractor) -> None:
    said = """<html><body><article><h1>Ships</h1><p>Ada Lind said: "It is safe. It was built in May by the port.</p>
    {}<p>"Boats may land again. Nobody fell from it in all those years."</p></article></body></html>"""
    sentence, caption = "<p>A clerk went to the pier.</p>", "<figure><figcaption>The pier in May</figcaption></figure>"
    steps = {}
    for between in (sentence, caption):
        claims = extractor.extract(read("pier.html", said.format(between).encode())).claims
        steps[between] = next(claim.attribution for claim in claims if claim.subject.text == "Boats")
    assert [step.source.text for step in steps[caption] if step.source] == ["Ada Lind"]
    assert [step.source for step in steps[sentence]] == [None]


def test_a_letter_is_of_who_signs_it_and_its_answer_of_who_is_asked(extractor: Extractor) -> None:
    letters = (
        "DEAR ADA: My sister left the mill.\n\nShe took my dog. -- SAD IN LORNE\n\nDEAR SAD: He did well."
        "\n\nDEAR ADA: My aunt sold her boat. -- LONE SAILOR\n\nDEAR LONE: Your aunt left him."
    )
    found = sources(extractor, f"Letters\n\n{letters}")
    assert found["My sister left"] == ["SAD IN LORNE"] == found["She took"]
    assert found["My aunt sold"] == ["LONE SAILOR"]
    assert found["Your aunt left"] == ["ADA"]


@pytest.mark.parametrize(
    "text",
    [
        "Price: The pump costs 4 crowns.\n\nRating: The pump is good.\n\nPrice: The saw costs 9 crowns.",
        "LORNE: A shop was robbed.\n\nARBECK: A mill burned.\n\nDUNLIN: The port was shut.",
        "The Lorne Rovers won.\n\nRovers: The keeper left.\n\nHerons: The mill is old.\n\nRovers: The port was shut.",
        "Update: The port was shut.\n\nTessa Brandt: I left the mill.\n\nNote: The mill is old.",
    ],
)
def test_other_labels_are_nobody(extractor: Extractor, text: str) -> None:
    assert {tuple(steps) for who, steps in sources(extractor, text).items() if not who.startswith("I ")} == {()}


def test_who_says_i_is_who_speaks(extractor: Extractor) -> None:
    claims = extractor.extract(read("talk.txt", TRANSCRIPT.encode())).claims
    found = [claim.subject.resolved for claim in claims if claim.subject.text == "I"]
    assert found == ["Tessa Brandt"]


def test_who_says_i_in_a_block_quote_is_who_is_quoted(extractor: Extractor) -> None:
    text = "# A dam\n\nThe minister, Ada Lind, told parliament:\n\n> I never saw the dam. It was old.\n"
    claims = extractor.extract(read("dam.md", text.encode())).claims
    assert [claim.subject.resolved for claim in claims if claim.subject.text == "I"] == ["Ada Lind"]


RADIO = """Talk of the day

ADA KLINE, HOST: Screens may be safe. Dr. Owen Farr led the work. What did you find?

OWEN FARR: We found little. I was surprised.

KLINE: Our reporter went to a school.

SAM ODUYA, BYLINE: Dana Moss bans phones here.

DANA MOSS: I hear laughter."""


def test_speakers_in_capitals_may_have_a_role_or_a_name_that_nobody_knows(extractor: Extractor) -> None:
    found = sources(extractor, RADIO)
    assert found["Screens may be"] == found["Our reporter went to"] == ["ADA KLINE"]
    assert found["I was"] == ["OWEN FARR"]
    assert found["Dana Moss bans"] == ["SAM ODUYA"]
    assert found["I hear"] == ["DANA MOSS"]


PORTRAIT = """Tomas Berg on fame

The director Tomas Berg meets me in a cafe.

You have not made a film in years. Why?

I was tired. My brother left.

Do you miss it?

I said so in May. The press laughed.

Berg looks out of the window. The waiter brings tea.

What do you do now?

I paint. The city pays me."""


def test_who_answers_is_whom_the_headline_names(extractor: Extractor) -> None:
    found = sources(extractor, PORTRAIT)
    assert found["My brother left"] == found["The press laughed"] == found["The city pays"] == ["Tomas Berg"]
    assert found["You have not made"] == [None]
    assert found["Berg looks out of"] == found["The waiter brings"] == []


ROUNDUP = """# Harbours

We asked people about boats.

## Ada Lund, harbour master at Lorne

"We need a new pier. The mill sold the old one."

- A change to watch: "The port will close in May."
- Owners are patient: "They wait for months."

## Costs

"I left the mill."
"""


def test_below_a_heading_that_is_a_name_she_speaks(extractor: Extractor) -> None:
    found = {}
    for claim in extractor.extract(read("round.md", ROUNDUP.encode())).claims:
        found[claim.subject.text] = [step.source.text if step.source else None for step in claim.attribution]
    assert found["The mill"] == found["The port"] == found["They"] == ["Ada Lund"]
    assert found["I"] == [None]


_ABOVE = (
    "Voters spoke on Monday.\n\nAda Lund, teacher\n\n“The mill closed.”\n\nTom Reed, clerk in Tarn\n\n“The roof fell.”"
)
_BELOW = (
    "Voters spoke on Monday.\n\n“The mill closed.”\n\nAda Lund, teacher\n\n“The roof fell.”\n\nTom Reed, clerk in Tarn"
)


@pytest.mark.parametrize("text", [_ABOVE, _BELOW])
def test_a_line_above_or_below_a_quotation_names_who_speaks(extractor: Extractor, text: str) -> None:
    found = sources(extractor, text)
    assert found["The mill closed"] == ["Ada Lund"]
    assert found["The roof fell"] == ["Tom Reed"]


def test_a_line_below_is_not_of_a_quotation_whose_speaker_is_named(extractor: Extractor) -> None:
    text = "“It was late,” Ada Lund said.\n\n“The mill closed.”\n\nTom Reed, clerk in Tarn"
    assert sources(extractor, text)["The mill closed"] == ["Ada Lund"]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("This makes work easier:", [None]),
        ("We heard many stories:", [None]),
        ("Here is an example:", [None]),
        ("Ada Lund heard this:", [None]),
        ("Ada Lund wrote to us:", ["Ada Lund"]),
        ("The minister was blunt:", ["The minister"]),
    ],
)
def test_only_who_can_speak_announces_a_block_quote(extractor: Extractor, before: str, said: list[str | None]) -> None:
    claims = extractor.extract(read("mill.md", f"# Mills\n\n{before}\n\n> The mill burned.\n".encode())).claims
    steps = next(claim.attribution for claim in claims if claim.subject.text == "The mill")
    assert [step.source.text if step.source else None for step in steps] == said


def test_reasons_that_the_author_gives_are_the_article_s_own(extractor: Extractor) -> None:
    text = "# Mills\n\nI will give you two reasons:\n\n- The mill burned.\n- The roof leaks.\n"
    claims = extractor.extract(read("mill.md", text.encode())).claims
    assert [claim.attribution for claim in claims if claim.subject.text in ("The mill", "The roof")] == [(), ()]
