"""Quarters, fiscal years and the periods that figures are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.times_reading import read

if TYPE_CHECKING:
    from spacy.language import Language

Row = tuple[str, str, str | None, str | None]

LAST: list[Row] = [
    # the quarter that the figures are of is over: a forecast's is not
    (
        "Third-quarter profit rose. Sales will fall until the third quarter of 2020. In the year-ago period they rose.",
        "2017-Q3",
        "2017-07-01",
        "2017-09-30",
    ),
    # "nine months" is what later periods are compared with
    (
        "Third-quarter profit rose. In the first nine months sales fell, as in the 2017 period.",
        "2017",
        "2017-01-01",
        "2017-12-31",
    ),
    (
        "Third-quarter profit rose. In the first nine months sales fell, as in the year-earlier period.",
        "P9M",
        "2017-01-01",
        "2017-12-31",
    ),
    # only the company knows the months of its fiscal quarters
    ("Profit rose in the fiscal first quarter.", "2019-Q1", None, None),
    ("Profit rose in the fiscal first quarter. A year earlier it fell.", "2018-Q1", None, None),
    ("Sales will fall in the first two quarters of 2020.", "2020-H1", "2020-01-01", "2020-06-30"),
    ("Sales fell in the last two quarters of last year.", "2018-H2", "2018-07-01", "2018-12-31"),
    ("Orders fell in the December quarter.", "2018-Q4", "2018-10-01", "2018-12-31"),
    ("Profit fell in FY 2017.", "2017", None, None),
    ("Profit fell in the quarter.", "2019-Q1", "2019-01-01", "2019-03-31"),
    ("Profit fell in the latest period.", "2018-Q4", "2018-10-01", "2018-12-31"),
]


@pytest.mark.parametrize(("text", "value", "earliest", "latest"), LAST)
def test_value_and_days_of_the_last_period(
    nlp: Language, text: str, value: str, earliest: str | None, latest: str | None
) -> None:
    found = read(nlp, text)[-1]
    assert (found.value, found.earliest, found.latest) == (value, earliest, latest)


CLOSED = [
    ("Sales rose in the quarter ended Dec. 29.", "2018-Q4", "2018-09-30", "2018-12-29"),
    ("Sales rose in the quarter ended October 2.", "2018-Q3", "2018-07-03", "2018-10-02"),
    ("Sales rose in the fiscal second quarter ended Dec. 31.", "2018-Q2", "2018-10-01", "2018-12-31"),
    ("Profit for the six months ended Dec. 31 rose.", "P6M", "2018-07-01", "2018-12-31"),
    ("Profit for the year ended Jan. 31, 2019 rose.", "P1Y", "2018-02-01", "2019-01-31"),
    ("Sales rose in the 12 months to June 30.", "P12M", "2017-07-01", "2018-06-30"),
    ("Sales rose in the 12 months through June 2018.", "P12M", "2017-07-01", "2018-06-30"),
    ("Sales rose in the three months to the end of December.", "P3M", "2018-10-01", "2018-12-31"),
    ("Sales rose in the year to June.", "P1Y", "2017-07-01", "2018-06-30"),
    ("The trip takes from three months to June.", "P3M", None, None),
]


@pytest.mark.parametrize(("text", "value", "earliest", "latest"), CLOSED)
def test_a_closing_day_gives_a_period_its_days(
    nlp: Language, text: str, value: str, earliest: str | None, latest: str | None
) -> None:
    found = read(nlp, text)[0]
    assert (found.value, found.earliest, found.latest) == (value, earliest, latest)


OVER = [
    ("Third-quarter profit rose. A fourth-quarter charge will follow. A year ago there was a loss.", "2017-Q3"),
    ("Third-quarter profit will probably be low. Profit was high in the 2017 quarter.", "2017-Q3"),
    ("Fourth-quarter profit fell. In the latest period, sales rose.", "2018-Q4"),  # of a fiscal year, by its tense
]


@pytest.mark.parametrize(("text", "value"), OVER)
def test_figures_are_of_the_quarter_that_is_over(nlp: Language, text: str, value: str) -> None:
    assert read(nlp, text, "2018-10-30")[-1].value == value
