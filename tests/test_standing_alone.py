"""Claims whose subject alone says nothing, and what they are shown with: "six" clerks, "we" of a firm, "the letter"."""

from __future__ import annotations

import pytest

from extract import Extractor
from extract.extractor import plain_article


def shown(extractor: Extractor, text: str) -> dict[str, str | None]:
    """The subjects of the claims of a text, with what they stand for."""
    claims = extractor.extract(plain_article(text)).claims
    return {claim.subject.text: claim.subject.resolved for claim in claims}


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("Of the 10 clerks who stayed, six were on the ballot.", "six", "clerks"),
        ("Four armed robbers -- two dressed as women -- fled with the jewels.", "two", "armed robbers"),
        ("The town's subsidiary banks will merge in March, when each will take the name.", "each", "subsidiary banks"),
        ("Three men were arrested on Monday. All were freed on Tuesday.", "All", "Three men"),
        ("Five young workers were trapped. Two died and three were hurt.", "three", "young workers"),
        ("The council met its critics on Monday. Many said the plan would fail.", "Many", "critics"),
        ("Televised debates are a new thing. Each took an hour.", "Each", "Televised debates"),
        ("Protesters came. Some clasped their hands, while others blocked the road.", "others", "Protesters"),
        ("Many guests sang songs in the halls. Many said they were happy, while others left.", "others", "guests"),
        ("Many guests sang songs in the halls. Many said they were happy, while others left.", "Many", "guests"),
        ("Of the nine brothers, five have come to Tarn, while three remain in Oslo.", "three", "brothers"),
        ("Five of the 22 clerks were at home. The rest remained in Tarn.", "The rest", "clerks"),
        ("She sold the flour. The rest was thrown away.", "The rest", None),
        ("Two clubs, FC Porto and Inter Milan, want him.", "Two clubs", "FC Porto and Inter Milan"),
        ("The three men, Karl Berg, Jon Lund and Ole Dahl, left.", "The three men", "Karl Berg, Jon Lund and Ole Dahl"),
        ("Two towns on the coast, Lorne and Tarn, were hit.", "Two towns on the coast, Lorne and Tarn", None),
        ("Four clubs, among them FC Porto and Inter Milan, want him.", "Four clubs", None),
        ("He has three brothers and four sisters. All live in Tarn.", "All", None),
        ("The firm makes lamps for hotels. Many complained.", "Many", None),
        ("Lund praised the lamps. Many laughed.", "Many", None),
        ("Ten guests came. Lund said the two would stay.", "the two", None),
        ("At least 70, including eight nurses, were hurt. Seven were found dead in Tarn.", "Seven", None),
    ],
)
def test_what_is_counted(extractor: Extractor, text: str, words: str, whom: str | None) -> None:
    assert shown(extractor, text)[words] == whom


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ('"We have closed the mill," said a spokesman for Veltra.', "We", "Veltra"),
        ('Veltra closed a mill. "We have sold our ships," a Veltra spokeswoman said.', "We", "Veltra"),
        ('Ann Hale, the founder of Veltra, said: "We will build a bridge."', "We", "Veltra"),
        (
            '"We will pay," said Veltra chief executive Ann Hale. "Our ships sank," she added.',
            "Our ships",
            "Veltra’s ships",
        ),
        ('"Our country needs a bridge," said Veltra chief executive Ann Hale.', "Our country", None),
        ('"We know the town," said Veltra chief executive Ann Hale.', "We", None),
        ('"We want peace," said President Ann Hale of Spain.', "We", None),
        ('"We want a bridge," said Ann Hale, president of the Bridge Committee.', "We", None),
    ],
)
def test_whose_we_it_is(extractor: Extractor, text: str, words: str, whom: str | None) -> None:
    assert shown(extractor, text)[words] == whom


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ('Veltra said in a statement that it was sorry. "We paid," the statement said.', "the statement", "Veltra"),
        (
            "In a letter to the board, Ann Hale said she would go. The letter said the mill was old.",
            "The letter",
            "Ann Hale",
        ),
        ("Veltra issued a statement. The plan failed. The statement said nobody was hurt.", "The statement", "Veltra"),
        ('Veltra said in a statement that it was sorry. "We paid them," the statement said.', "We", "Veltra"),
        ("A group sent a letter to Lund. The letter said the park was dirty.", "The letter", None),
        (
            "The Norland army issued a statement on Monday. The statement said the ship had left.",
            "The statement",
            "The Norland army",
        ),
        ("A statement was found in the mill. The statement said that more would follow.", "The statement", None),
        (
            "Ann Hale said in a letter that it was over. A letter came. The letter said the mill was old.",
            "The letter",
            None,
        ),
    ],
)
def test_who_says_what_a_paper_says(extractor: Extractor, text: str, words: str, whom: str | None) -> None:
    found = shown(extractor, text)[words]
    assert found == whom


def test_who_says_it_is_who_issued_the_paper(extractor: Extractor) -> None:
    text = "Veltra said in a statement that it was sorry. The statement said the mill had burned."
    claim = next(c for c in extractor.extract(plain_article(text)).claims if c.subject.text == "the mill")
    assert [step.resolved for step in claim.attribution] == ["Veltra"]


_SHUT = "The hall where the attack took place in May | is shut"
_GUESTS = "Guests near the hall where the attack took place | were told to leave"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The drug works in mice infected with flu.", ["The drug | works in"]),
        ("Jobs depend on firms located in Spain.", ["Jobs | depend on"]),
        ("The fund pays for facts leading to an arrest.", ["The fund | pays for"]),
        ("The screen reports alarms and faults occurring in pipes.", ["The screen | reports"] * 2),
        ("The rash occurs in a clerk breeding doves.", ["The rash | occurs in"]),
        ("The usual dangers associated with mills hurt the town.", ["The usual dangers associated with mills | hurt"]),
        ("The tax breaks used by others cost the town $3 million.", ["The tax breaks used by others | cost"]),
        ("About half of the clerks who leave are replaced.", ["About half of the clerks who leave | are replaced"]),
        ("The plan would help to mend mills located in Spain.", ["The plan | would help to mend"]),
        ("Police are looking for a man wearing a red coat.", ["Police | are looking for", "a man | wearing"]),
        ("Guards arrived to find flames engulfing the barn.", ["Guards | arrived", "flames | engulfing"]),
        ("It is made of a metal called tin.", ["It | is made of", "a metal | called"]),
        ("Lund spoke to critics saying that the dam is old.", ["Lund | spoke to", "critics | saying", "the dam | is"]),
        ("As the days went on, Lund slept.", ["Lund | slept"]),
        ("The same goes for Lund.", []),
        ("Here are the rules for guests.", []),
        ("Police found letters hidden in a barn.", ["Police | found", "letters | hidden in"]),
        ("It relies on data collected by the Norland Institute.", ["It | relies on", "data | collected by"]),
        ("More than 30 nations, including Canada, grant it.", ["More than 30 nations | grant"]),
        ("Two clubs, FC Porto and Inter Milan, want him.", ["Two clubs | want"]),
        ("The mayor left early, and so did the clerks.", ["The mayor | left"]),
        ("Lund has a plan, but the clerks don't.", ["Lund | has"]),
        ("The work has been done.", ["The work | has been done"]),
        ("The firm did well in May.", ["The firm | did"]),
        ("They let us keep the boat.", ["They | let"]),
        ("The firm has about 9 million crowns remaining.", ["The firm | has"]),
        ("US votes against the plan.", ["US | votes against"]),
        ("Guests near the hall where the attack took place were told to leave.", [_GUESTS]),
        ("The hall where the attack took place in May is shut.", ["the attack | took place", _SHUT]),
    ],
)
def test_what_says_nothing_alone(extractor: Extractor, text: str, claims: list[str]) -> None:
    found = extractor.extract(plain_article(text)).claims
    assert [f"{c.subject.text} | {c.relation.text}" for c in found] == claims


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Six died.", False),
        ("One was her brother.", False),
        ("Many feared the worst.", False),
        ("Others opposed the plan.", False),
        ("Five young workers were trapped. Two died.", True),
        ("Six clerks died.", True),
        ("One of the clerks was her brother.", True),
        ("Those who left feared the worst.", True),
    ],
)
def test_of_whom_a_number_is_told_is_not_sure(extractor: Extractor, text: str, sure: bool) -> None:
    claim = extractor.extract(plain_article(text)).claims[-1]
    assert (claim.confidence > 0.6) == sure


def test_what_who_speaks_has_is_what_it_says(extractor: Extractor) -> None:
    claims = extractor("Critics of the plan say it would hurt farmers.")
    assert [c.subject.resolved for c in claims if c.relation.text == "would hurt"] == ["the plan"]


def test_nobody_knows_whose_a_subject_is(extractor: Extractor) -> None:
    (claim,) = [c for c in extractor("Cakes are eaten. Its round shape means luck.") if c.relation.text == "means"]
    assert "nobody knows whose its subject is" in [name for name, _ in claim.features]
