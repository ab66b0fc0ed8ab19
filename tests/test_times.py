"""Time expressions: their values, the days they cover, the claims they date."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extract.model import Block, BlockKind, Precision
from extract.syntax.parsing import parse
from extract.timex.times import TimeReader, TimexType
from tests.times_reading import PUBLISHED, dated, one, read

if TYPE_CHECKING:
    from spacy.language import Language

GOLD = Path(__file__).parent / "gold" / "times.jsonl"
#: What the floors were measured on; they may only go up.
GOLD_HASH = "c8c6a74f4def9512b0e9c8622aa6858cde1143aec0b5ef90c6e65c270d8cac3f"
FLOORS = {"span and value": 0.995, "span": 0.995}

VALUES = [
    # written out
    ("The yard opened on 5 May 2017.", "2017-05-05"),
    ("The yard opened on May 5th, 2017.", "2017-05-05"),
    ("The yard opened on Friday, May 5, 2017.", "2017-05-05"),
    ("The yard opened on the 5th of May 2017.", "2017-05-05"),
    ("The file is dated 2017-05-05.", "2017-05-05"),
    ("The file is dated 5/14/2017.", "2017-05-14"),
    ("The file is dated 14.5.2017.", "2017-05-14"),
    ("The fair runs on 5-8 May 2017.", "2017-05-05/2017-05-08"),
    ("The yard opened in May 2017.", "2017-05"),
    ("The yard opened in Sept. 2017.", "2017-09"),
    ("The yard opened in early May 2017.", "2017-05"),
    ("The yard opened in 2017.", "2017"),
    ("The yard opened in mid-2017.", "2017"),
    ("The drought of 1921-23 emptied the valley.", "1921/1923"),
    ("The yard opened in nineteen ninety-eight.", "1998"),
    ("Output is at its lowest since '98.", "1998"),
    # days without a year: the side of publication that the tense looks to
    ("The yard opened on November 5.", "2018-11-05"),
    ("The yard will open on November 5.", "2019-11-05"),
    ("The yard opened on March 4.", "2019-03-04"),
    ("The trial, extended to April 2, is public.", "2019-04-02"),
    ("He was shot last Nov. 5 at his home.", "2018-11-05"),
    # months without a year
    ("The yard opened in July.", "2018-07"),
    ("The yard will open in July.", "2019-07"),
    ("The yard opened last April.", "2018-04"),
    ("The yard closed in June last year.", "2018-06"),
    ("The yard closed in February of this year.", "2019-02"),
    # weekdays by tense
    ("He resigned on Tuesday.", "2019-03-12"),
    ("He will resign on Tuesday.", "2019-03-19"),
    ("He plans to resign on Tuesday.", "2019-03-19"),
    ("He managed to flee on Tuesday.", "2019-03-12"),
    ("She was the first to arrive on Tuesday.", "2019-03-12"),
    ("The pact was due to expire on Tuesday.", "2019-03-19"),
    ("The pact had been due to expire on Tuesday.", "2019-03-12"),
    ("The vote is scheduled for Tuesday.", "2019-03-19"),
    ("The two are to meet on Tuesday.", "2019-03-19"),
    ("Trading is halted until Tuesday.", "2019-03-19"),
    ("The talks begin on Tuesday.", "2019-03-19"),
    ("The plan, announced on Tuesday, was dropped.", "2019-03-12"),
    ("The panel has to report by Tuesday.", "2019-03-19"),
    ("She promised new homes by Tuesday.", "2019-03-19"),
    ("The fair will go ahead unless a storm hits on Tuesday.", "2019-03-19"),
    ("He resigned on Thursday.", "2019-03-14"),
    ("He resigned last Thursday.", "2019-03-07"),
    ("He will resign next Thursday.", "2019-03-21"),
    ("He resigned on Monday of last week.", "2019-03-04"),
    ("He resigned the day before last Wednesday's vote.", "2019-03-12"),
    ("He resigned on Tuesday night.", "2019-03-12TNI"),
    ("He swims on Mondays.", "XXXX-WXX-1"),
    ("Planes leave on Monday nights.", "XXXX-WXX-1TNI"),
    ("He will resign this coming Thursday.", "2019-03-21"),
    # from the day of publication
    ("He resigned yesterday.", "2019-03-13"),
    ("He resigned late today.", "2019-03-14"),
    ("He resigns tomorrow morning.", "2019-03-15TMO"),
    ("He resigned last night.", "2019-03-13TNI"),
    ("He resigned the day before yesterday.", "2019-03-12"),
    ("He resigned last week.", "2019-W10"),
    ("He resigned earlier this week.", "2019-W11"),
    ("He will resign next month.", "2019-04"),
    ("He resigned last year.", "2018"),
    ("He resigned at the end of last year.", "2018"),
    ("He resigned three years ago.", "2016"),
    ("He resigned five months ago.", "2018-10"),
    ("He resigned two weeks ago.", "2019-W09"),
    ("He resigned ten days ago.", "2019-03-04"),
    ("He resigned a decade ago.", "2009"),
    ("He resigned four decades ago.", "197"),
    ("He resigned a year and a half ago.", "2017-09"),
    ("He resigned years ago.", "PAST_REF"),
    ("He resigned over the weekend.", "2019-W10-WE"),
    ("He will resign at the weekend.", "2019-W11-WE"),
    # seasons, quarters, halves
    ("The vote, planned for this spring, was put off.", "2019-SP"),
    ("The river froze last winter.", "2018-WI"),
    ("The river froze in the winter of 1962.", "1962-WI"),
    ("The river rose in late spring 2017.", "2017-SP"),
    ("The line will open in spring 2025.", "2025-SP"),
    ("Profit fell in the third quarter of 2017.", "2017-Q3"),
    ("Profit fell in the fourth quarter.", "2018-Q4"),
    ("Profit fell in Q3 2017.", "2017-Q3"),
    ("Third-quarter profit fell.", "2018-Q3"),
    ("Profit fell in the last quarter of last year.", "2018-Q4"),
    ("Profit fell in the first half of 2017.", "2017-H1"),
    ("Profit fell in fiscal 2017.", "2017"),
    ("Profit fell in FY2017.", "2017"),
    ("Costs will fall in the next fiscal year.", "2020"),
    ("A 2017 count found 40 wolves.", "2017"),
    ("Profit fell by 14 points in the fourth quarter.", "2018-Q4"),
    # decades, centuries
    ("He fled in the 1990s.", "199"),
    ("He fled in the mid-1990s.", "199"),
    ("He fled in the early 1990's.", "199"),
    ("He fled in the '90s.", "199"),
    ("He fled in the nineties.", "199"),
    ("The tower dates from the 13th century.", "12"),
    ("The tower dates from the late nineteenth century.", "18"),
    ("The firm was founded a century ago.", "191"),
    ("He left the year before last.", "2017"),
    ("He left some two years ago.", "2017"),
    # durations
    ("The siege lasted three months.", "P3M"),
    ("The siege lasted more than three months.", "P3M"),
    ("They signed a 10-year lease.", "P10Y"),
    ("They signed a ten-year lease.", "P10Y"),
    ("The siege lasted two and a half years.", "P2.5Y"),
    ("The siege lasted a year and a half.", "P1.5Y"),
    ("The siege lasted a couple of days.", "P2D"),
    ("The siege lasted several weeks.", "PXW"),
    ("The siege lasted for decades.", "PXDE"),
    ("The siege lasted two decades.", "P20Y"),
    ("The siege lasted a hundred days.", "P100D"),
    ("The lake has shrunk over the past two decades.", "P20Y"),
    ("The speech lasted half an hour.", "PT0.5H"),
    ("The speech lasted 90 minutes.", "PT90M"),
    ("The strike was a week-long affair.", "P1W"),
    # sets
    ("The club meets every Friday.", "XXXX-WXX-5"),
    ("The club meets each year.", "P1Y"),
    ("The club meets every two weeks.", "P2W"),
    ("The club meets every other month.", "P2M"),
    ("The club meets annually.", "P1Y"),
    ("The club meets twice a week.", "P1W"),
    ("The mine sells 50,000 tons a year.", "P1Y"),
    ("The shops are shut at weekends.", "XXXX-WXX-WE"),
    # times of day
    ("The bomb went off at 10:35 a.m.", "2019-03-14T10:35"),
    ("The bomb went off at 5pm.", "2019-03-14T17:00"),
    ("The bomb went off at 16:08 GMT.", "2019-03-14T16:08Z"),
    ("He left at 4 in the morning.", "2019-03-14T04:00"),
    ("The bomb went off at 0800 UTC.", "2019-03-14T08:00Z"),
    ("The bomb went off at 12 a.m. on Tuesday.", "2019-03-12T00:00"),
    ("The bomb went off at noon on Tuesday.", "2019-03-12T12:00"),
    ("The offer will lapse at 4 p.m. EST, Nov. 6.", "2019-11-06T16:00"),
    ("Workers will march on May Day.", "2019-05-01"),
    ("The gate is shut by midnight on Tuesday.", "2019-03-12T24:00"),
    ("The storm hit at 9 p.m. local time Tuesday.", "2019-03-12T21:00"),
    ("The gate shut at 12.40 am on 6 April 2012.", "2012-04-06T00:40"),
    # vague
    ("He is now in Rome.", "PRESENT_REF"),
    ("He is currently in Rome.", "PRESENT_REF"),
    ("He recently fled.", "PAST_REF"),
    ("He fled in recent weeks.", "PAST_REF"),
    ("Taxes may rise in the near future.", "FUTURE_REF"),
    ("Taxes will rise in the coming months.", "PXM"),
    ("He will one day return.", "FUTURE_REF"),
    # feasts
    ("The hall burned down on Christmas Eve.", "2018-12-24"),
    ("The hall will open on Easter Monday.", "2019-04-22"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value_of_the_only_expression(nlp: Language, text: str, value: str) -> None:
    assert one(nlp, text).value == value


NO_TIME = [
    "A 52-year-old teacher was hurt.",  # an age
    "Flight 2031 never landed.",
    "The library sold 2019 of its books.",
    "He may come, and the march goes on.",  # no months
    "Prices fall when buyers wait.",  # no season
    "She lost her hat in the fall.",
    "She is in her 30s.",
    "Nearly three quarters of the harvest was lost.",
    "It was a matter of days.",
    "He scored a second goal.",
    "It was ranked thirty-second.",
    "The current mayor left soon after.",  # an adjective that sorts; "soon" is no trigger of TIMEX3
    "Every now and then a ship calls.",
    "The firm has 31 as its year-end figure.",
    "The temple dates from the 9th century BC.",
]


@pytest.mark.parametrize("text", NO_TIME)
def test_what_only_looks_like_a_time(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


NARRATIVE = [
    ("The mill was built in 1931. A year later it burned down.", "1932"),
    ("He came on 8 May 2016. The following day he was held.", "2016-05-09"),
    ("He came on 8 May 2016. The same day he was held.", "2016-05-08"),
    ("He came on 8 May 2016. Three weeks earlier he had fled.", "2016-W15"),
    ("The yard closed in 2008. Later that year the union sued.", "2008"),
    ("Profit for the third quarter was 2 million, up from 1 million a year earlier.", "2017-Q3"),
    ("Profit for the third quarter fell. In the year-ago quarter it rose.", "2017-Q3"),
    ("The plane crashed at 9:20 a.m. (0620 GMT) Friday.", "2019-03-08"),
    ("Profit fell in the first nine months of the year.", "2019"),
    ("The fair ran from Monday to Friday.", "2019-03-15"),
    ("The fair runs Tuesday-Thursday.", "2019-03-14"),
    ("Fires raged in the spring and summer of 2017.", "2017-SU"),
    ("The band split in 1994. In August of that year it met again.", "1994-08"),
    ("The rate rose in September 2018. A week later it fell.", "XXXX-WXX"),
    ("The firm closed in 2017. That June its owner died.", "2017-06"),
    ("The strike began on a Monday.", "XXXX-WXX-1"),
    ("The pact of July 2003 and the one of May 2004 failed. That month he fled.", "2004-05"),
]


@pytest.mark.parametrize(("text", "value"), NARRATIVE)
def test_expressions_that_hang_on_what_was_said_before(nlp: Language, text: str, value: str) -> None:
    assert read(nlp, text)[-1].value == value


BOUNDS = [
    ("He fled in 2012.", "2012-01-01", "2012-12-31", Precision.YEAR, None),
    ("He has ruled since 2012.", "2012-01-01", None, Precision.YEAR, "since"),
    ("He ruled until 2012.", None, "2012-12-31", Precision.YEAR, "until"),
    ("He slept until about 5 a.m. on May 3, 2019.", None, "2019-05-03", Precision.MINUTE, "until"),
    ("It must be done by May 3, 2019.", None, "2019-05-03", Precision.DAY, "by"),
    ("It was done before May 2019.", None, "2019-04-30", Precision.MONTH, "before"),
    ("It was done after May 2018.", "2018-06-01", None, Precision.MONTH, "after"),
    ("He fled in early 1991.", "1991-01-01", "1991-05-02", Precision.YEAR, "START"),
    ("He fled in mid-June 1991.", "1991-06-10", "1991-06-21", Precision.MONTH, "MID"),
    ("He fled at the end of 1991.", "1991-09-01", "1991-12-31", Precision.YEAR, "END"),
    ("He fled in the mid-1990s.", "1993-05-02", "1996-08-31", Precision.DECADE, "MID"),
    ("He fled in the third quarter of 2017.", "2017-07-01", "2017-09-30", Precision.QUARTER, None),
    ("He fled in the second half of 2017.", "2017-07-01", "2017-12-31", Precision.HALF, None),
    ("He fled last winter.", "2018-12-01", "2019-02-28", Precision.SEASON, None),
    ("He fled last week.", "2019-03-04", "2019-03-10", Precision.WEEK, None),
    ("He fled on Tuesday night.", "2019-03-12", "2019-03-12", Precision.PART_OF_DAY, None),
    ("He fled at 10:35 a.m. on Tuesday.", "2019-03-12", "2019-03-12", Precision.MINUTE, None),
    ("He fled shortly after 6 a.m. on Tuesday.", "2019-03-12", "2019-03-12", Precision.MINUTE, "after"),
    ("He fled before 6 a.m. on Tuesday.", "2019-03-12", "2019-03-12", Precision.MINUTE, "before"),
    ("It must be done by 6 p.m. on Tuesday.", None, "2019-03-19", Precision.MINUTE, "by"),
    ("He fled in the 13th century.", "1200-01-01", "1299-12-31", Precision.CENTURY, None),
    ("He fled earlier this month.", "2019-03-01", "2019-03-14", Precision.MONTH, "BEFORE"),
    ("He will flee later this month.", "2019-03-14", "2019-03-31", Precision.MONTH, "AFTER"),
    ("It grew over the past two decades.", "1999-03-14", "2019-03-14", None, None),
    ("It will grow over the next three months.", "2019-03-14", "2019-06-14", None, None),
    ("It lasted nearly three months.", None, None, None, "LESS_THAN"),
    ("It lasted at least three months.", None, None, None, "EQUAL_OR_MORE"),
    ("It grew over three months.", None, None, None, None),
    ("It grew for over three months.", None, None, None, "MORE_THAN"),
    ("It grew in fiscal 2017.", None, None, Precision.YEAR, "FISCAL"),
    ("He has worked at the dam for 22 years.", "1997-03-14", "2019-03-14", None, None),
    ("He worked at the dam for 22 years.", None, None, None, None),
    ("He will retire in two weeks.", "2019-03-25", "2019-03-31", None, None),
    ("He is now in Rome.", "2019-03-14", "2019-03-14", None, None),
    ("Nowadays pills cure it.", None, None, None, None),
    ("These days he has a band.", None, None, None, None),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "modifier"), BOUNDS)
def test_days_precision_and_modifier(
    nlp: Language,
    text: str,
    earliest: str | None,
    latest: str | None,
    precision: Precision | None,
    modifier: str | None,
) -> None:
    found = one(nlp, text)
    assert (found.earliest, found.latest, found.precision, found.modifier) == (earliest, latest, precision, modifier)


RELATIVE = [
    (None, "He fled on Tuesday.", "XXXX-WXX-2"),
    (None, "He fled yesterday.", "XXXX-XX-XX"),
    (None, "He fled last week.", "XXXX-WXX"),
    (None, "He fled last year.", "XXXX"),
    (None, "He fled in October.", "XXXX-10"),
    (None, "He fled on October 5.", "XXXX-10-05"),
    (None, "He fled last summer.", "XXXX-SU"),
    (None, "Profit fell in the third quarter.", "XXXX-Q3"),
    ("2019", "He fled on Tuesday.", "XXXX-WXX-2"),
    ("2019", "He fled last month.", "XXXX-XX"),
    ("2019-03", "He fled yesterday.", "XXXX-XX-XX"),
]


@pytest.mark.parametrize(("published", "text", "value"), RELATIVE)
def test_without_the_date_it_hangs_on_a_time_stays_relative(
    nlp: Language, published: str | None, text: str, value: str
) -> None:
    found = one(nlp, text, published)
    assert (found.value, found.relative, found.earliest, found.latest) == (value, True, None, None)


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2019", "He fled last year.", "2018"),
        ("2019-03", "He fled last month.", "2019-02"),
        (None, "He fled in 1998.", "1998"),
    ],
)
def test_a_shortened_publication_date_carries_as_far_as_it_goes(
    nlp: Language, published: str | None, text: str, value: str
) -> None:
    found = one(nlp, text, published)
    assert (found.value, found.relative) == (value, False)


DATED = [
    ("The mayor resigned on Tuesday and left the city.", "resigned", "2019-03-12"),
    ("The mayor resigned on Tuesday and left the city.", "left", None),
    ("On Monday he resigned and left.", "left", "2019-03-11"),
    ("Officials said Tuesday that the plant closed in 2015.", "said", "2019-03-12"),
    ("Officials said Tuesday that the plant closed in 2015.", "closed", "2015"),
    ("Yesterday the minister said the law would pass.", "pass", None),
    ("The firm plans to open a shop in May.", "open", "2019-05"),
    ("The firm predicted a loss in May.", "predicted", None),
    ("The firm predicted a loss on Monday.", "predicted", "2019-03-11"),
    ("The 1998 bombing killed ten people.", "killed", None),
    ("The company, founded in 1998, makes shoes.", "makes", None),
    ("The company, founded in 1998, makes shoes.", "founded", "1998"),
    ("The museum, which opened last week, will close by 2021.", "opened", "2019-W10"),
    ("The museum, which opened last week, will close by 2021.", "close", "2021"),
    ("Workers held a rally Saturday.", "held", "2019-03-09"),
    ("He was mayor from 2001 to 2009.", "was", "2001/2009"),
    ("The shop stays open until Friday.", "stays", "2019-03-15"),
    ("Earnings for the third quarter dropped 7 percent.", "dropped", "2018-Q3"),
    ("Police stormed the house in the early hours of Sunday.", "stormed", "2019-03-10"),
    ("The blast killed 40 people, including 12 children, on Friday.", "killed", "2019-03-08"),
    ("The line will double its flights between Oslo and Rome by May.", "double", "2019-05"),
    ("The tunnel will cut the trip from three hours to 70 minutes.", "cut", None),
    ("The fare is at its lowest level since 1997.", "is", None),
    ("The club meets every Friday.", "meets", None),
    ("Over the past two decades the lake has shrunk.", "shrunk", "P20Y"),
]


@pytest.mark.parametrize(("text", "verb", "value"), DATED)
def test_which_claim_a_time_dates(nlp: Language, text: str, verb: str, value: str | None) -> None:
    found = dated(nlp, text, verb)
    assert (found.value if found else None) == value


def test_a_range_has_the_first_day_of_its_first_and_the_last_of_its_second_date(nlp: Language) -> None:
    found = dated(nlp, "She was mayor from 2001 to 2009 and from 2012 to 2015.", "was")
    assert found is not None
    assert (found.text, found.earliest, found.latest, found.modifier) == (
        "2001 to 2009",
        "2001-01-01",
        "2009-12-31",
        None,
    )


def test_offsets_are_of_the_article(nlp: Language) -> None:
    text = "“Naïve” café owners — all 40 of them — met in the third quarter of 2017.\nThey met again yesterday."
    blocks = [
        Block(BlockKind.PARAGRAPH, 0, text.index("\n")),
        Block(BlockKind.PARAGRAPH, text.index("\n") + 1, len(text)),
    ]
    reader = TimeReader(PUBLISHED)
    found = [e for tree in parse(nlp, text, blocks) for e in reader.read(tree)]
    assert [text[e.start : e.end] for e in found] == ["the third quarter of 2017", "yesterday"]
    assert [e.type for e in found] == [TimexType.DATE, TimexType.DATE]


def rows() -> list[dict[str, object]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def test_gold_is_what_the_floors_were_measured_on() -> None:
    assert hashlib.sha256(GOLD.read_bytes()).hexdigest() == GOLD_HASH
    assert len(rows()) >= 140


def f1(found: int, predicted: int, gold: int) -> float:
    return 2 * found / (predicted + gold)


def test_gold_keeps_its_floors(nlp: Language) -> None:
    spans = values = predicted = wanted = 0
    for row in rows():
        text, published = str(row["text"]), row["published"]
        found = {(e.start, e.end): e.value for e in read(nlp, text, str(published) if published else None)}
        gold = {(t["start"], t["end"]): t["value"] for t in row["times"]}  # type: ignore[attr-defined]
        predicted, wanted = predicted + len(found), wanted + len(gold)
        spans += len(found.keys() & gold.keys())
        values += sum(found.get(span) == value for span, value in gold.items())
    assert f1(spans, predicted, wanted) >= FLOORS["span"]
    assert f1(values, predicted, wanted) >= FLOORS["span and value"]
