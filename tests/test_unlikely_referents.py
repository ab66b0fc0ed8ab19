"""Who is hardly meant, whom a nation or an age stands for, and who goes on speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.coreference.pronouns import FORMS, Form
from extract.coreference.resolution import SHOWN_FROM
from extract.model import Mention
from tests.coref_gold import linked

if TYPE_CHECKING:
    from spacy.language import Language


def last(nlp: Language, text: str, word: str) -> Mention:
    """The link of the last mention whose words are `word`."""
    return [m for m in linked(nlp, text).mentions if m.text == word][-1]


LINKED = [
    # what he may become is nobody else
    ("Tom Berg left. He may be the first mayor to go if judges vote to convict him.", "him", "Tom Berg"),
    # the mayor, and not what the mayor was
    ("The mayor, a former teacher, said he would resign.", "he", "The mayor"),
    # what somebody is said to be is nobody else
    ("Critics paint Anna Hale as an outsider, an image she has done little to change.", "she", "Anna Hale"),
    # one of a nation is a person
    ("Luis Moreau had not missed since May. The Frenchman was angry.", "The Frenchman", "Luis Moreau"),
    (
        "Anna Hale beat Tom Reed on Sunday. The Dane, who had been ill, wept.",
        "The Dane",
        "Anna Hale",
    ),
    ('Paul Berg was in a rage. "I quit," the Spaniard said.', "I", "Paul Berg"),
    # what somebody is called is nobody else
    ('Paul Berg does not like to be called a rebel. "I dig holes," says the 47-year-old.', "I", "Paul Berg"),
    # whoever speaks several sentences on end is who comes after them
    (
        '"It is true," Anna Hale says. "I was dreadful. Maria Vold saw me, and she has not forgiven me." '
        "Next spring she will leave.",
        "she",
        "Anna Hale",
    ),
    # who speaks is named only behind several sentences
    (
        "Senator Paul Crane called Marcus Bell. Bell said that Crane was honest. "
        '"He told me no lies. He told me the truth," Bell said.',
        "He",
        "Paul Crane",
    ),
    # a body that is called an owner
    ("The owner, the investment firm Calder Point, said it would name a head.", "it", "Calder Point"),
    # names that the tagger takes for other words
    ('Ottilie Holm was a painter. "Ottilie would bring her dog," said Ruth Berg.', "Ottilie", "Ottilie Holm"),
    ("They asked the manager, Neil Tarrant. Tarrant later confirmed this.", "Tarrant", "Neil Tarrant"),
]


@pytest.mark.parametrize(("text", "word", "stands_for"), LINKED)
def test_whom_it_stands_for(nlp: Language, text: str, word: str, stands_for: str) -> None:
    assert last(nlp, text, word).resolved == stands_for


UNLIKELY = [
    ("The firm said on Monday that it could take until May before trains run.", "it", "The firm"),
    ("Ten crews of the town came to fight the fire, and it was put out by six.", "it", "Ten crews"),
    ("The trial ended. It took the panel just over two hours to agree.", "It", "The trial"),
    ("Anna Hale won the prize. Like Eva Dorn and Mary Berg, she sang.", "she", "Mary Berg"),
    ("The women fought. Anna Hale saw it. Each, in her own way, hated the town that she lived in.", "she", "Anna Hale"),
    ("Sun and Halbe blame nobody. The real culprits, they said, are makers of locks.", "they", "The real culprits"),
    ("The talks failed because they hoped for a share.", "they", "The talks"),
    ("Paul Berg told a court that Tom Reed had asked him to tell police they were at home.", "they", "police"),
    ("Anna Hale wrote plays. Friends remembered a woman who loved a joke. The town will miss her.", "her", "a woman"),
    ('Paul Berg said his men had advanced. "They ran away," he said.', "They", "his men"),
    ("The firm said engineers had found cracks and that they had been repaired.", "they", "engineers"),
    ("The firm, Veltra, owns the dam. It had been repaired in May.", "It", "Veltra"),
    ("She and her students measured the air. They found dust.", "They", "her students"),
    ("Paul Berg left the house. He or she should pay.", "He", "Paul Berg"),
    ("The army took the town of Sarn, a claim that Norsk rejects. The town is old.", "The town", "a claim"),
    ("Paul Berg spoke. A law may limit a clerk's right to follow his or her beliefs.", "his", "Paul Berg"),
    ("Anna Hale spoke. A law may limit a clerk's right to follow his or her beliefs.", "her", "Anna Hale"),
    ("Virginia Democrats won a seat. Kentucky Democrats lost one.", "Kentucky Democrats", "Virginia Democrats"),
    ('"Let him show us the plan," Paul Berg said.', "him", "Paul Berg"),
    ("Anna Hale, whose father worked there, spoke to the clerk, Tom Reed. He left.", "He", "whose father"),
    ("Anna Hale spoke outside court. They did not.", "They", "court"),
    ("The power company Elgrid is at work. The ferry company has closed.", "The ferry company", "Elgrid"),
]


@pytest.mark.parametrize(("text", "word", "other"), UNLIKELY)
def test_who_is_hardly_meant(nlp: Language, text: str, word: str, other: str) -> None:
    found = [m for m in linked(nlp, text).mentions if m.text == word]
    shown = {m.resolved for m in found if m.confidence >= SHOWN_FROM[FORMS[word.lower()]]}
    assert other not in shown


SURE = [
    ("The office withdrew the plan. As for the court, it tried to cast doubt on the rule.", "it", "the court"),
    ("The teachers' union supports the plan. Its president, Marcus Bell, said so.", "Its", "The teachers' union"),
    ("Ann Pohl paid for a study. It found that the pipe was old.", "It", "a study"),
    ("The army of Norsk said on Friday that it had taken the town.", "it", "The army of Norsk"),
    ("Veltra lost money. It hopes to grow, but says that its crews are tired.", "its", "Veltra"),
    ("Tom Berg met Paul Lund. Berg thanked Lund for his help.", "his", "Paul Lund"),
    ("Although Norland insists that Sarkia is poor, it has begun to sell oil.", "it", "Norland"),
    ("The council paid a firm for its work.", "its", "a firm"),
    ("The mayor, Ann Hale, rebuked Eva Dorn for her remarks.", "her", "Eva Dorn"),
    # clauses side by side
    ("The bridge is old, and it leaks.", "it", "The bridge"),
    ("The oven is broken; it is cold.", "it", "The oven"),
    ("A long strike offers the union some advantages: It allows members to rest.", "It", "A long strike"),
    ("If a ship does not come with a sail, it usually has a motor.", "it", "a ship"),
    ("The mill is so old that it creaks.", "it", "The mill"),
    ("That plan could pass if it wins the votes of the north.", "it", "That plan"),
    ("While town officials issue rules, they are reluctant to enforce them.", "they", "town officials"),
    ("While Paul Berg says the mill is old, it runs.", "it", "the mill"),
    ("Paul Berg admits that the mill is old, but says it runs.", "it", "the mill"),
    # what is done to the same thing
    ("They built a mill and sold it.", "it", "a mill"),
    ("Teachers rejected the plan before Lund announced it.", "it", "the plan"),
    ("The office released details of six loans that it had paid out.", "it", "The office"),
    # who is told, and shares of several
    ("Paul Berg told the young teachers that they would be paid.", "they", "the young teachers"),
    ("A majority of the members made clear that they would leave.", "they", "the members"),
    # who speaks, and what it is called
    ("Paul Berg said that Veltra faces questions over whether it paid the crew.", "it", "Veltra"),
    ("The only firm to say it had paid is Veltra.", "it", "The only firm"),
    ("A court fined Veltra, which said it would appeal.", "it", "Veltra"),
    ("The council announced a new plan. It is a bad plan.", "It", "a new plan"),
    # what is said, and goes on
    ("The plan is cheap. But it would close two schools, teachers say.", "it", "The plan"),
    ('"The plan is cheap," Anna Hale said. "It closes two schools."', "It", "The plan"),
    ("Norland argued for decades that it was the first victim of the war.", "it", "Norland"),
    ("The office said at the time that it would look into the leak.", "it", "The office"),
    ("The firm denied the charge and said it had paid.", "it", "The firm"),
    ("The mill is old. It is likely to close.", "It", "The mill"),
]


@pytest.mark.parametrize(("text", "word", "stands_for"), SURE)
def test_what_it_surely_goes_on_with(nlp: Language, text: str, word: str, stands_for: str) -> None:
    found = last(nlp, text, word)
    assert found.resolved == stands_for
    assert found.confidence >= SHOWN_FROM[Form.IT]


@pytest.mark.parametrize(
    "text",
    [
        "Part of the reason may be because it knows the town.",  # no reason knows
        "The mayor will delay the speech, but if the council returns then it could take place.",  # no council does
        '"The plan is cheap," Anna Hale said. "It is shocking," Tom Berg said.',
        "Music is in my blood. It was hard, she said.",
        "Veltra will build the mill, and the plant should open in May. It will employ 200 people.",
        "Veltra says the cause is unclear, but it is unlikely to have been an attack.",
        "The company's stock hit a high after it sold a mill.",
        "If you build a mill, you will make it.",
    ],
)
def test_what_it_hardly_goes_on_with(nlp: Language, text: str) -> None:
    found = [m for m in linked(nlp, text).mentions if m.text.lower() == "it"]
    assert all(m.confidence < SHOWN_FROM[Form.IT] for m in found)


def test_several_of_a_nation_are_no_person(nlp: Language) -> None:
    assert last(nlp, "Paul Berg left. The Dutch said so.", "Dutch").resolved is None


def test_what_is_his_is_no_surer_than_who_he_is(nlp: Language) -> None:
    text = "Paul Berg and Tom Reed met the clerk. He lost his keys."
    he, his = (next(m for m in linked(nlp, text).mentions if m.text == word) for word in ("He", "his"))
    assert his.resolved != he.resolved or his.confidence <= he.confidence
