"""Who does what relative clauses, participles and orders say, and when and where it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract import Extractor
from tests.test_clauses import claims
from tests.test_complete import triple

if TYPE_CHECKING:
    from spacy.language import Language

DOERS = [
    ("The boats were sold to two men the police said were smugglers.", "two men | were | smugglers"),
    (
        "The strike showed the problems sailors say they face every winter.",
        "they | face | the problems <time: every winter>",
    ),
    ("He sat in the front row listening to the band.", "He | listening to | the band"),
    ("After four days talking about pay, the union left.", "the union | talking about | pay"),
    ("The crowd chanted, Shut it down, waving flags.", "The crowd | waving | flags"),
    ("Holm voted for the plan that Quist had voted for.", "Quist | had voted for | the plan"),
    ("The storm hit and continues to hit the coast.", "The storm | hit | the coast"),
]


@pytest.mark.parametrize(("text", "expected"), DOERS)
def test_a_clause_is_about_who_does_it(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


WHOLE = [
    ("Ten sailors joined a march in Arbeck and another 50 danced in Lorne.", "another 50 | danced in | Lorne"),
    ("The shop where Holm had worked closed.", "Holm | had worked | - <place: The shop>"),
    ("The two main crops are rye and hemp.", "The two main crops | are | rye and hemp"),
    ("They left for Lorne the day before his trial.", "They | left for | Lorne <time: the day before his trial>"),
    ("The men were jailed two years after the theft.", "The men | were jailed after | the theft <time: two years>"),
    ("Prices rose at a time when pay fell.", "pay | fell | -"),
    ("The oldest bridge, built in 1900, fell.", "The oldest bridge | built | - <time: in 1900>"),
    ("Lund denied that in a book published by Orvia.", "a book | published by | Orvia"),
    ("A bomb planted by rebels killed 12 people.", "A bomb | planted by | rebels"),
    ("Lund tweeted about the fire.", "Lund | tweeted about | the fire"),
    ("Emails sent to Roth showed the plan.", "Emails | sent to | Roth"),
    ("The money left over from the sale was spent.", "The money | left over from | the sale"),
    ("Lund slept after you left Norland.", "you | left | Norland"),
    ("Lund won a prize given to a child born to a Dane.", "a child | born to | a Dane"),
    ("Norland closed its only quarry, which Orvia dug in June.", "Orvia | dug | its only quarry <time: in June>"),
    (
        "The largest county's judge appointed in June fled.",
        "The largest county 's judge | appointed | - <time: in June>",
    ),
    ("His eldest sister jailed in Arbeck was a nurse.", "His eldest sister | jailed in | Arbeck"),
    ("Why did the judge quit after you found the letter?", "you | found | the letter"),
    ("Officers Ann Holt of Lorne and Karl Lund of Tarn retired.", "Ann Holt | is of | Lorne"),
    ("The bank -- a branch of Orvia -- shut its doors.", "The bank | is | a branch of Orvia"),
    ("The tanker — a steel vessel — burned.", "The tanker | is | a steel vessel"),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_what_belongs_together_stays_together(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


LEFT_OUT = [
    ("The data hide the reason why someone left the town.", "someone | left"),
    ("You name it, it probably has been sold.", "You name it"),
    ("There is not a majority of farmers who support the plan.", "| support |"),
    ("The town fears for any savings the owners make.", "the owners | make"),
    ("Quist painted the streets of his native Port Lorne.", "his native"),
    ("Long considered one of the best sailors, Holm retired.", "considered |"),
    ("The firm has reason to cut costs by closing mills.", "| closing |"),
    ("The plan did not set the order in which the ships left, or give their routes.", "the ships | give"),
    ("Veltra won the biggest contract ever signed in Norland.", "| signed"),
    ("The only mayor that Norland jailed was Roth.", "Norland | jailed"),
    ("A boy has a better chance than a child born to a Dane.", "| born"),
    ("Lund denied that in a book published in May.", "| published"),
    ("Did you sleep after you left Norland?", "you | left"),
    ("Photos released of the fire showed two trucks.", "| released"),
    ("Lund spoke of money left over from the sale.", "| left"),
    ("So, a reader from Tarn tweeted on Monday.", "tweeted"),
    ("The only quarry dug in June was closed.", "| dug"),
    ("Do you want to quit after you found the letter?", "| found"),
    ("They hope to reach the summit -- a hard climb.", "| is |"),
]


@pytest.mark.parametrize(("text", "words"), LEFT_OUT)
def test_what_nobody_is_said_to_do_is_left_out(nlp: Language, text: str, words: str) -> None:
    assert [claim for claim in claims(nlp, text) if words in claim] == []


def test_words_that_an_editor_puts_in_are_part_of_what_is_said(nlp: Language) -> None:
    shown = [triple(claim) for claim in Extractor()("[We] have agreed to sell [our] boats.")]
    assert shown == [("We", "have agreed to sell", "[our] boats")]


MORE = [
    ("The quake struck seven km east of Lorne.", "The quake | struck | seven km east of Lorne"),
    ("We like the crew we have worked with.", "we | have worked with | the crew"),
    ("The bid is strong, considering that rivals left.", "rivals | left | -"),
    ("Prices fell ten crowns.", "Prices | fell | - <measure: ten crowns>"),
    ("The Holms live next door.", "The Holms | live | - <measure: next door>"),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_amounts_and_stranded_prepositions_are_read(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


EMPTY = [
    ("It improved.", []),
    ("They will get there.", []),
    ("You need it.", []),
    ("The law protects it.", [("The law", "protects", "it")]),
    ("It was a mistake.", []),
    ("This seems odd.", []),
    ("The mayor spoke on Monday. That creates an opening for the party.", [("The mayor", "spoke", None)]),
    ("It creates an opening for the party.", [("It", "creates", "an opening for the party")]),
    ("The mayor spoke on Monday. People can use it.", [("The mayor", "spoke", None)]),
    ("The mayor spoke on Monday. We lost to them.", [("The mayor", "spoke", None), ("We", "lost to", "them")]),
    ("The mayor spoke. They sold it in May.", [("The mayor", "spoke", None), ("They", "sold", "it")]),
    ("The mayor spoke. This passed the board in May.", [("The mayor", "spoke", None), ("This", "passed", "the board")]),
    ("The car has new lamps. These include a red one.", [("The car", "has", "new lamps")]),
    ("It was the third extension of the licence.", [("It", "was", "the third extension of the licence")]),
    ("The mayor spoke. Experts said that it was a disaster.", [("The mayor", "spoke", None)]),
    (
        "The mayor spoke. Experts warned that it would fail.",
        [("The mayor", "spoke", None), ("Experts", "warned", "that it would fail")],
    ),
    (
        "The mayor spoke. Veltra announced in June that they would close.",
        [("The mayor", "spoke", None), ("Veltra", "announced", "that they would close"), ("they", "would close", None)],
    ),
    (
        "The mayor spoke. Experts said on Monday that it was illegal.",
        [("The mayor", "spoke", None), ("Experts", "said", "that it was illegal")],
    ),
    (
        "The mayor spoke. Experts said that it hurts farmers.",
        [("The mayor", "spoke", None), ("Experts", "said", "that it hurts farmers")],
    ),
    (
        "The mayor spoke. Experts said it would cost 3 million crowns.",
        [("The mayor", "spoke", None), ("Experts", "said", "it would cost 3 million crowns")],
    ),
    ("The mill will close if they leave.", [("The mill", "will close", None)]),
    ("They said that the mill had burned.", [("the mill", "had burned", None)]),
    ("They met for an hour.", [("They", "met", None)]),
]


@pytest.mark.parametrize(("text", "expected"), EMPTY)
def test_what_only_points_elsewhere_is_no_claim(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    shown = [(c.subject.text, c.relation.text, c.object.text if c.object else None) for c in Extractor()(text)]
    assert shown == expected
