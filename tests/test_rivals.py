"""Which of several nouns a verb is about, and what belongs to a word so that neither says anything alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract import Extractor
from extract.model import Polarity
from tests.test_clauses import claims
from tests.test_complete import triple

if TYPE_CHECKING:
    from spacy.language import Language

SAID = [
    (
        "In Lorne, one of the seven towns of the coast, several mills in the harbour were evacuated.",
        "several mills in the harbour | were evacuated | -",
    ),
    ("The use of cheap, unknown tiles has caused a row.", "The use of cheap | has caused | a row"),
    ("Six rifles, 12 knives and 300 rounds were seized in Lorne.", "12 knives | were seized in | Lorne"),
    ("Six rifles, 12 knives and 300 rounds were seized in Lorne.", "300 rounds | were seized in | Lorne"),
    (
        "Ms. Reed, Mr. Lund and other clerks believe the mill is safe.",
        "Ms. Reed, Mr. Lund and other clerks | believe | the mill is safe",
    ),
    ("The Mill and Harbour Union has left the talks.", "The Mill and Harbour Union | has left | the talks"),
    ("The lying and cheating has to end.", "The lying and cheating | has to end | -"),
    (
        "So far, the only clerk in the race is Mr. Holm, 66, a liberal and dean of the college.",
        "the only clerk in the race | is | Mr. Holm",
    ),
    ("Reed warned the bill could cause chaos in Lorne.", "Reed | warned | the bill could cause chaos in Lorne"),
    ("She had a difficult time finding a motive.", "She | had | a difficult time finding a motive"),
    ("The town would be better off with a port.", "The town | would be better off with | a port"),
    (
        "Lund was asked by Judge Holm if he understood the charges.",
        "Lund | was asked | if he understood the charges",
    ),
    ("Ada Holm had four goals, 10 passes and five shots for the Reds.", "Ada Holm | had | 10 passes"),
    ("Ada Lund, the mayor, and other clerks left the hall.", "Ada Lund and other clerks | left | the hall"),
    (
        "The trial of 16-year-old Jan Timmons, who is accused of theft, began.",
        "16-year-old Jan Timmons | is accused of | theft",
    ),
    (
        "He defended his handling of an attack on a mill in Lorne, Norland, which killed four clerks.",
        "an attack on a mill in Lorne | killed | four clerks",
    ),
    (
        "The other delay came after she left a message on his phone, complaining about noise.",
        "she | complaining about | noise",
    ),
    ("He weighed all the aggravating factors and mitigating circumstances.", "He | weighed | mitigating circumstances"),
    ("Bank and mining stocks are among the winners.", "Bank and mining stocks | are among | the winners"),
    (
        "He wrote a letter to clerks on his site calling for a strike.",
        "a letter to clerks on his site | calling for | a strike",
    ),
    (
        "Reed set a precedent that future mayors could use to ignore the will of the council.",
        "future mayors | could use | a precedent to ignore the will of the council",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_it_is_about_what_the_verb_agrees_with(text: str, expected: str) -> None:
    assert expected in [" | ".join(part or "-" for part in triple(claim)) for claim in Extractor()(text)]


UNSAID = [
    ("Police negotiated and finally persuaded a suspect to leave.", "Police | negotiated | a suspect"),
    ("She had a difficult time finding a motive.", "a difficult time | finding"),
    ("The men worked with birds, which has earned it the name of lung.", "birds | has earned"),
    ("Barring a storm, the ferry will sail in May.", "barring"),
    ("The goods industry, you know, has been suffering since May.", "you | know"),
    ("The board treats sailors in the same way that it does clerks.", "it | does"),
    ("He praised groups that they said could draw many.", "said | could draw"),
    ("They lacked the money needed to succeed.", "the money | needed"),
    ("According to evidence presented at trial, Webb took the boat.", "evidence | presented"),
    ("He dismissed statements made by the mayor.", "statements | made"),
    ("The engine was bought in 2007 using public money.", "The engine | using"),
    ("Reed called the plan unfair, considering his own rules for mills.", "considering"),
    ("The ship intervened and repulsed the attack.", "intervened | the attack"),
    ("It depends on what kind of an entity you are.", "you | are | an entity"),
    ("He opposed both Trane and Sen. Ola Lund (I-Vt.), the rival.", "Vt"),
    ("The council accused the firm of waste and hiding its bills.", "The council | hiding"),
    ("The harbour was shut in May and clerks in Lorne have kept the keys.", "The harbour | have kept"),
]


@pytest.mark.parametrize(("text", "unsaid"), UNSAID)
def test_nothing_is_said_of_what_stands_nearby(nlp: Language, text: str, unsaid: str) -> None:
    assert not [c for c in claims(nlp, text) if unsaid in c]


def test_a_plea_of_not_guilty_is_made() -> None:
    [claim] = Extractor()("A not guilty plea was entered in Lorne.")
    assert claim.polarity is Polarity.POSITIVE
