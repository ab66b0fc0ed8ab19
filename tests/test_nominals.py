"""Claims of noun phrases: which are read out of a sentence, in which words, and which are not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract.claims.nominals import nominal_proposals
from extract.claims.proposal import Phrase
from extract.model import Block, BlockKind, slice_spans
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.syntax.tree import Tree, spans_of

Triples = set[tuple[str, str, str]]


def tree(nlp: Language, text: str) -> Tree:
    (only,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    mend(only)
    return only


def triples(nlp: Language, text: str) -> Triples:
    def words(phrase: Phrase) -> str:
        return slice_spans(text, spans_of(phrase.core))

    found = nominal_proposals(tree(nlp, text))
    return {(words(p.subject), p.implied or "", words(p.object)) for p in found if p.object}


TITLES = [
    ("Health Minister Ana Ruiz opened the ward on Monday.", {("Ana Ruiz", "is", "Health Minister")}),
    ("Former finance minister Karl Oster warned of a crisis.", {("Karl Oster", "is", "Former finance minister")}),
    ("French footballer Lucas Amard scored twice.", {("Lucas Amard", "is", "French footballer")}),
    ("The group's chairman Peter Brandt resigned.", {("Peter Brandt", "is", "The group's chairman")}),
    ("His predecessor Donald Harrow had refused.", {("Donald Harrow", "is", "His predecessor")}),
    ("Software giant Infotec cut its forecast.", {("Infotec", "is", "Software giant")}),
    ("Actor and singer Leon Fry left nothing.", {("Leon Fry", "is", "Actor"), ("Leon Fry", "is", "singer")}),
    ("The coach praised the Dutchman Piet van Oord.", {("Piet van Oord", "is", "the Dutchman")}),
    ("Zadie's grandmother Naana stood up.", {("Naana", "is", "Zadie's grandmother")}),
    ("Witnesses told the news agency Meridian.", {("Meridian", "is", "the news agency")}),
    ("Senators Ana Ruiz and Jon Bell voted against.",
     {("Ana Ruiz", "is one of", "Senators"), ("Jon Bell", "is one of", "Senators")}),
    ("Her rival, Gov. Dale Pruitt, left.", {("Dale Pruitt", "is", "Her rival"), ("Dale Pruitt", "is", "Gov.")}),
    ("Prime Minister Olga Nemec's coalition lost its majority.", {("Olga Nemec", "is", "Prime Minister")}),
]  # fmt: skip

APPOSITIONS = [
    ("Foo Systems, a maker of industrial pumps, will close its plant.",
     {("Foo Systems", "is", "a maker of industrial pumps")}),
    ("The jet, a Boeing 737, was bound for Holm.", {("The jet", "is", "a Boeing 737")}),
    ("The group's chairman, Peter Brandt, resigned.", {("Peter Brandt", "is", "The group's chairman")}),
    ("A former adviser to the minister, Hugo Reis, left.", {("Hugo Reis", "is", "A former adviser")}),
    ("The sister of the singer, Ana Ruiz, left.", {("Ana Ruiz", "is", "The sister of the singer")}),
    ("The capital, Lima, was flooded.", {("Lima", "is", "The capital")}),
    ("Software giant Infotec and its chief executive, Dana Wu, declined to comment.",
     {("Infotec", "is", "Software giant"), ("Dana Wu", "is", "its chief executive")}),
    ("Maria Lopez, a teacher and mother of three, won the seat.",
     {("Maria Lopez", "is", "a teacher"), ("Maria Lopez", "is", "mother of three")}),
    ("Two ministers, Ana Ruiz and Jon Bell, resigned.",
     {("Ana Ruiz", "is one of", "Two ministers"), ("Jon Bell", "is one of", "Two ministers")}),
    ("Ines Kort and her husband, the painter Tom Kort, live in Lisbon.",
     {("Tom Kort", "is", "her husband"), ("Tom Kort", "is", "the painter")}),
    ("Karl Oster, then head of the central bank, warned of a crisis.",
     {("Karl Oster", "was", "head of the central bank")}),
    ("Infotec's founder and largest shareholder, the billionaire Rolf Tanner, sold his shares.",
     {("Rolf Tanner", "is", "Infotec's founder"), ("Rolf Tanner", "is", "Infotec's largest shareholder"),
      ("Rolf Tanner", "is", "the billionaire")}),
    ("The detective leading the investigation, Rita Mohr, appealed for witnesses.",
     {("Rita Mohr", "is", "The detective")}),
    ("The bookshop, the last in the district, will shut at Easter.", {("The bookshop", "is", "the last")}),
    ("The refinery, the country's only one, has been shut.", {("The refinery", "is", "the country's only one")}),
    ("The club, champions of Norland in 1999, is in trouble.", {("The club", "is", "champions of Norland")}),
    ("Robert married Catherine of Savoy, daughter of a duke.", {("Catherine of Savoy", "is", "daughter of a duke")}),
    ("Karl Eck, director of the study and chairman of the board, resigned.",
     {("Karl Eck", "is", "director of the study"), ("Karl Eck", "is", "chairman of the board")}),
    ("A student of the composer Ada Holm, Fry wrote 200 songs.",
     {("Fry", "is", "A student of the composer Ada Holm"), ("Ada Holm", "is", "the composer")}),
    ("The ship, a 200-metre bulk carrier, ran aground.", {("The ship", "is", "a 200-metre bulk carrier")}),
]  # fmt: skip

OTHERS = [
    ("Pruitt, 58, a former prosecutor and the son of a miner, has never lost a race.",
     {("Pruitt", "is", "58"), ("Pruitt", "is", "a former prosecutor"), ("Pruitt", "is", "the son of a miner")}),
    ("Maria Lopez, 54, won the seat.", {("Maria Lopez", "is", "54")}),
    ("The World Forestry Council (WFC) published the report.", {("WFC", "stands for", "World Forestry Council")}),
    ("The African Development Bank (AfDB) lent the money.", {("AfDB", "stands for", "African Development Bank")}),
    ("Paris-based Verlon Energy bought the field.", {("Verlon Energy", "is based in", "Paris")}),
    ("US-led forces left the base.", {("forces", "are led by", "US")}),
    ("The state-owned bank Credito Sur lent the money.",
     {("Credito Sur", "is owned by", "state"), ("Credito Sur", "is", "The state-owned bank")}),
    ("Five firms, including Acme and Borax, pulled out.", set()),
    ("Five local firms, including Acme and Borax, pulled out.",
     {("Acme", "is one of", "Five local firms"), ("Borax", "is one of", "Five local firms")}),
    ("The blaze killed 31 people, including 4 Danes.", {("4 Danes", "are among", "31 people")}),
    ("The plane landed in Lima, Peru.", {("Lima", "is in", "Peru")}),
    ("She was born in Lugano, Switzerland, the daughter of a miner.", {("Lugano", "is in", "Switzerland")}),
    ("Jane Dole of Acme Research said the figures were wrong.", {("Jane Dole", "is of", "Acme Research")}),
]  # fmt: skip

NONE = [
    "He bought a car, a boat and a house, and visited Paris, Rome and Berlin.",
    "It has upgraded its partnership with countries such as Chad, Niger and Mali.",
    "General Motors signed a deal with King's College.",
    "Queen Anne Hospital closed its doors on Friday, March 3.",
    "Residents, many of them elderly, were moved to a school gym, an hour's drive away.",
    "Striker scores in the 54th minute, his third goal of the season.",
    "Mr Bell pleaded guilty.",
    "Christian Berg left the firm.",
    "The report lists three separate opinions, by Ida Roth and others.",
    "The fee goes to the Treasury Department, an increase of a tenth.",
    "The state's largest teachers union endorsed Dunn in June.",
    "Marsh tied him to the failed rescue, a strategy that hurt both.",
    "The city's economy grew.",
    "Dr Omar Said lied.",
    "The event was held by Suzanne Bart, a show for young designers.",
    "He met the General Secretary on Monday.",
    "Most nations signed the 1951 Refugee Convention.",
    "The shares rose on Friday, all of them by a tenth.",
]


@pytest.mark.parametrize(("text", "expected"), TITLES + APPOSITIONS + OTHERS)
def test_noun_phrases_state_exactly_these_claims(nlp: Language, text: str, expected: Triples) -> None:
    assert triples(nlp, text) == expected


@pytest.mark.parametrize("text", NONE)
def test_lists_dates_and_institutions_state_nothing(nlp: Language, text: str) -> None:
    assert triples(nlp, text) == set()
