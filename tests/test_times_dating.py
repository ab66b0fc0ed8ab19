"""What a reader would say of when a claim holds, where a time beside its verb says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.extractor import Extractor, plain_article
from tests.times_reading import dated

if TYPE_CHECKING:
    from spacy.language import Language

UNDATED = [
    # the homes, not the promise
    ("She promised the families new homes before winter.", "promised"),
    ("The railway ordered 16 trains by May.", "ordered"),
    # a record is not as old as the one before it
    ("It is the deadliest flood since 1931.", "is"),
    ("Sales fell for the first time since 2012.", "fell"),
    # how long, not when
    ("The mayor opened the tunnel after six years of work.", "opened"),
    ("The clerk, questioned an hour later, denied it.", "questioned"),
    ("Fathers would not be entitled to the eight weeks of paid rest.", "be"),
    ("The queues at the pier can be hours long.", "be"),
    # when there was a fire
    ("A man has denied arson following a fire at a school early on Sunday.", "denied"),
    # where a date was moved to
    ("The vote was postponed from May to June.", "postponed"),
]


@pytest.mark.parametrize(("text", "verb"), UNDATED)
def test_times_that_date_something_else(nlp: Language, text: str, verb: str) -> None:
    assert dated(nlp, text, verb) is None


RANGES = [
    ("The level rose by two metres between Saturday and Monday.", "rose", "2019-03-09", "2019-03-11"),
    ("He was mayor between 2001 and 2009.", "was", "2001-01-01", "2009-12-31"),
    ("The court will hear the case in May or June.", "hear", "2019-05-01", "2019-06-30"),
    ("On Monday and Tuesday it rained.", "rained", "2019-03-11", "2019-03-12"),
    ("From Monday to Friday, the shop was closed.", "closed", "2019-03-11", "2019-03-15"),
    ("The town has had no mayor since 2012.", "had", "2012-01-01", None),
    ("The inquiry came to an end last week.", "came", "2019-03-04", "2019-03-10"),
    ("The inquiry will close at the end of next week.", "close", "2019-03-22", "2019-03-24"),
    ("The bridge will be closed for three weeks from Monday.", "closed", "2019-03-18", None),
]

LENGTHS = [
    ("The mayor went to Oslo for ten days of talks.", "went", "P10D"),
    ("The clerk planned to stay for ten weeks of work.", "stay", "P10W"),
    ("The clerk worked in Oslo for the eight weeks of the strike.", "worked", "P8W"),
]


@pytest.mark.parametrize(("text", "verb", "value"), LENGTHS)
def test_how_long_it_went_on(nlp: Language, text: str, verb: str, value: str) -> None:
    found = dated(nlp, text, verb)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(("text", "verb", "earliest", "latest"), RANGES)
def test_first_and_last_day(nlp: Language, text: str, verb: str, earliest: str, latest: str | None) -> None:
    found = dated(nlp, text, verb)
    assert found is not None
    assert (found.earliest, found.latest) == (earliest, latest)


CHAINS = [
    # the time of a relation that has both verbs, wherever it stands
    ("Last month, Lund began writing a play.", "began writing", "2019-02-01"),
    ("Lund tried on Tuesday to play down the split.", "tried to play down", "2019-03-12"),
    ("The council voted Wednesday to close the mill.", "voted to close", "2019-03-13"),
    ("Quist on Wednesday was asked to name the buyer.", "was asked to name", "2019-03-13"),
    ("The ministry today is to begin sending letters.", "is to begin sending", "2019-03-14"),
    ("On Monday he promised to close the mill in May.", "promised to close", "2019-05-01"),
    # an occasion that has its day
    ("During Tuesday's debate, Lund named the mill.", "named", "2019-03-12"),
    ("Lund backed the plan at Monday's meeting.", "backed", "2019-03-11"),
    ("Lund said in an interview on Tuesday that the mill would close.", "said", "2019-03-12"),
    ("The court said in a ruling Wednesday that the sale was void.", "said", "2019-03-13"),
    ("In a statement on Monday, the bank denied the charge.", "denied", "2019-03-11"),
    ("Lund will make her first appearance on Saturday.", "will make", "2019-03-16"),
    ("Lund backed the plan in Monday's paper.", "backed", None),
    ("Lund praised the vote on Monday's plan.", "praised", None),
    ("Lund believes in Monday's vote.", "believes in", None),
    ("Lund laughed at Monday's letter.", "laughed at", None),
    ("Lund played a role in Tuesday's decision.", "played", None),
    ("Lund spoke ahead of Monday's vote.", "spoke ahead of", None),
    ("Lund resigned after Sunday's win.", "resigned after", None),
    # how far away something is
    ("With the vote less than 100 days away, Lund said he would run.", "said", None),
    ("Lund backed Monday's decision.", "backed", None),
]


@pytest.mark.parametrize(("text", "relation", "earliest"), CHAINS)
def test_times_of_several_verbs_and_of_occasions(text: str, relation: str, earliest: str | None) -> None:
    claims = Extractor().extract(plain_article(text, "2019-03-14")).claims
    found = next(claim.valid_time for claim in claims if claim.relation.text == relation)
    assert (found.earliest if found else None) == earliest
