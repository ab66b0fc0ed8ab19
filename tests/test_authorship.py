"""Whose words a claim is: nothing quoted is the article's, and a plan's own subject need not be named twice."""

from __future__ import annotations

import pytest

from extract import Extractor
from extract.model import Claim


def find(claims: tuple[Claim, ...], relation: str) -> Claim:
    [claim] = [c for c in claims if c.relation.text == relation]
    return claim


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The mayor opened the bridge.\n\n“Nobody will forget this day.”", "will forget"),
        ("The mayor opened the bridge.\n\n“The river took our houses. It left us nothing.”", "took"),
        ('The verdict came at noon. "Justice has won." The crowd cheered.', "has won"),
    ],
)
def test_a_quoted_clause_is_never_the_article_s(extractor: Extractor, text: str, relation: str) -> None:
    assert find(extractor(text), relation).attribution != ()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The firm built the “largest” dam in the country.", "built"),
        ("The party called the plan “a fire sale” and left the talks.", "left"),
    ],
)
def test_scare_quotes_leave_a_claim_the_article_s(extractor: Extractor, text: str, relation: str) -> None:
    assert find(extractor(text), relation).asserted


def test_a_plan_says_itself_whose_it_is(extractor: Extractor) -> None:
    claim = find(extractor("The bank plans to raise rates."), "plans to raise")
    assert (claim.attribution, claim.asserted) == ((), False)


def test_what_a_chain_might_assert_keeps_its_source(extractor: Extractor) -> None:
    claim = find(extractor("The firm claims to have built the dam."), "claims to have built")
    assert claim.attribution
    assert not claim.asserted


def test_what_we_said_before_is_not_said_now(extractor: Extractor) -> None:
    assert find(extractor("We learned that the pier had collapsed."), "had collapsed").asserted
    for text in ("We reported earlier that the pier had collapsed.", "We wrongly said that the pier had collapsed."):
        assert not find(extractor(text), "had collapsed").asserted


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Crews responded to reports of smoke coming from the mill.", "coming from"),
        ("Police received claims of guards beating a clerk.", "beating"),
        ("The guards took a call of a man being shot at a shop.", "being shot at"),
    ],
)
def test_what_a_report_is_of_is_only_reported(extractor: Extractor, text: str, relation: str) -> None:
    claim = find(extractor(text), relation)
    assert [step.source for step in claim.attribution] == [None]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It is a myth that the mill closed.", "closed"),
        ("The dam leaked, a report on Monday said.", "leaked"),
        ("The dam leaked, a statement the ministry issued said.", "leaked"),
        ("The agency would regularly inspect mills under the plan.", "would inspect"),
        ("It's nonsense that the mill closed.", "closed"),
        ("Fears of troops entering the town grew.", "entering"),
        ("There is no evidence of guards taking bribes.", "taking"),
        ("The charges of guards helping the thief were dropped.", "helping"),
    ],
)
def test_what_is_feared_or_unproven_is_not_stated(extractor: Extractor, text: str, relation: str) -> None:
    assert not find(extractor(text), relation).asserted


def test_who_does_something_beside_a_noun_of_no_report_does_it(extractor: Extractor) -> None:
    assert find(extractor("A number of men holding knives came."), "holding").asserted
