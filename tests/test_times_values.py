"""Values of further expressions, and what they do and do not span."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.times_reading import one, read

if TYPE_CHECKING:
    from spacy.language import Language

ONLY = [
    # the n-th day, weekday, week or weekend of a month
    ("On the first day of June, rivers rose.", "2018-06-01"),
    ("On the last day of June last year, rivers rose.", "2018-06-30"),
    ("In the last week of June, rivers rose.", "2018-W26"),
    ("The last weekend of February was dry.", "2019-W08-WE"),
    ("They will vote on the first Tuesday in May.", "2019-05-07"),
    # counted from days
    ("He left two Sundays ago.", "2019-03-03"),
    ("He will return a week from Monday.", "2019-03-25"),
    ("The line opens two weeks from today.", "2019-03-28"),
    # days that name what happened on them
    ("Survivors of the September 11 attacks met.", "2001-09-11"),
    ("Survivors of 9/11 met.", "2001-09-11"),
    ("Survivors of the Jan. 7 bombing met.", "2019-01-07"),
    ("Survivors of the July 7 bombings met.", "XXXX-07-07"),
    # parts of days
    ("The night of Monday was cold.", "2019-03-11TNI"),
    ("On the afternoon of March 3 the roof fell in.", "2019-03-03TAF"),
    ("Shots were heard at 5:45 this morning.", "2019-03-14T05:45"),
    ("He will speak at 8:30 tonight.", "2019-03-14T20:30"),
    ("The gate shut noon Tuesday.", "2019-03-12T12:00"),
    ("He will leave at dawn (4 a.m. EDT Thursday), she said.", "2019-03-14T04:00"),
    ("By the end of the day Saturday the site was down.", "2019-03-09"),
    # feasts
    ("The shop was shut on Labor Day weekend.", "2018-W35-WE"),
    ("The shop was shut on Columbus Day.", "2018-10-08"),
    ("The shop will be shut on Mother's Day.", "2019-05-12"),
    # eras
    ("The house dates from the 1800s.", "18"),
    ("The house dates from the 1980s.", "198"),
    ("Half a century ago the house burned.", "196"),
    ("Debt peaked at end-2009.", "2009"),
    # durations and sets
    ("The feud lasted a quarter-century.", "P25Y"),
    ("The feud lasted a quarter of a century.", "P25Y"),
    ("For the past three summers the lake has been dry.", "P3Y"),
    ("It will be ready in a second.", "PT1S"),
    ("The office is open three days a week.", "P1W"),
    ("They meet daily.", "P1D"),
    ("The talks will last a week.", "P1W"),
    ("The last week of the campaign was dull.", "P1W"),
    # vague
    ("He called the other day.", "PAST_REF"),
    ("He wrote to the leaders of tomorrow.", "FUTURE_REF"),
]


@pytest.mark.parametrize(("text", "value"), ONLY)
def test_value_of_the_only_expression(nlp: Language, text: str, value: str) -> None:
    assert one(nlp, text).value == value


LAST = [
    ("On 3 May 2018 it rained. That night the river rose.", "2018-05-03TNI"),
    ("On 3 May 2018 it rained. The next morning the river rose.", "2018-05-04TMO"),
    ("That night the river rose.", "XXXX-XX-XXTNI"),
    ("The trial is set for May 3. Later in the day she pleaded guilty.", "XXXX-XX-XX"),
    ("A blast came at 3 p.m. on Tuesday. An hour later a wall fell.", "2019-03-12T16:00"),
    ("A blast came at 11 p.m. on Tuesday. Two hours later a wall fell.", "2019-03-13T01:00"),
    ("A blast came at 3 p.m. on Tuesday. Thirty minutes earlier a call had come.", "2019-03-12T14:30"),
    ("An hour later a wall fell.", "PT1H"),
    ("This morning, 41 years later, police arrested a man.", "XXXX"),
    ("Every morning at 8 a.m. he swims.", "XXXX-XX-XXT08:00"),
    ("The shop opens on weekdays at 8 a.m.", "XXXX-XX-XXT08:00"),
    ("Shares rose on Wednesday. They had not been so high since 1998. The index closed the day at 900.", "2019-03-13"),
    ("Shares rose on Monday, March 4. The index closed the day at 900.", "2019-03-04"),
    ("Shares rose. The index closed the day at 900.", "2019-03-14"),
]


@pytest.mark.parametrize(("text", "value"), LAST)
def test_value_by_what_was_said_before(nlp: Language, text: str, value: str) -> None:
    assert read(nlp, text)[-1].value == value


NONE = [
    "The boy learns one day at a time.",
    "The tradition is 2000 years old.",
    "It is a 2000 year old tradition.",
    "A survey of 1709 schoolchildren was made.",
    "Pupils aged 8 to 10 years were asked.",
    "He was elected at the age of 12 years.",
    "A second was hurt.",
    "She scored 14 points in the fourth quarter.",
    "The Rovers were ahead in the third quarter of the final.",
    "The next morning the bridge fell.",  # nothing says next to what
    "Now for the weather.",
    "Some 4,000 geese winter on the lake.",
    "He told the Lirvik Today reporter.",
    "He told ORF's This Week that he would resign.",
    'Speaking on ORF\'s "This Week," he resigned.',
    "A letter will come some spring day.",
    "The Rowan 2000 index fell.",
    "Shares rose in after hours trading.",
    "There came a day when nobody laughed.",
    "He edits a daily.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_time(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


SPANS = [
    ("The talks will last a week.", "a week"),
    ("Polls close Sunday.", "Sunday"),
    ("The talks start May 5.", "May 5"),
    ("They met late Sunday.", "late Sunday"),
    ("Shots were heard at 5:45 this morning.", "5:45 this morning"),
]


@pytest.mark.parametrize(("text", "span"), SPANS)
def test_span(nlp: Language, text: str, span: str) -> None:
    found = one(nlp, text)
    assert text[found.start : found.end] == span


DAYS = [
    ("It happened 24 hours ago.", "2019-03-13", "2019-03-14"),
    ("It happened five hours ago.", "2019-03-13", "2019-03-14"),
    ("It happened years ago.", None, None),
    ("He ruled from 2001-2009.", "2001-01-01", "2009-12-31"),
    ("In the first week of June 2018, rivers rose.", "2018-06-01", "2018-06-07"),
    ("In the last week of June 2018, rivers rose.", "2018-06-24", "2018-06-30"),
    ("The last week of the campaign was dull.", None, None),
    ("The mill was closed after the 1999 fire.", "1999-01-01", "1999-12-31"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), DAYS)
def test_days_covered(nlp: Language, text: str, earliest: str | None, latest: str | None) -> None:
    found = one(nlp, text)
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It burned down on Tuesday. Five men left. Two came back. They were called at 9:40 p.m.", "2019-03-12T21:40"),
        ("It burned down on May 3, 2018. Five men left. Two came back. They were called at 9 p.m.", "XXXX-XX-XXT21:00"),
    ],
)
def test_a_bare_hour_is_of_the_day_that_was_spoken_of(nlp: Language, text: str, value: str) -> None:
    assert read(nlp, text)[-1].value == value


@pytest.mark.parametrize("text", ["Prices will fall on Black Friday.", "Climber Killed in Fall"])
def test_a_name_is_no_day(nlp: Language, text: str) -> None:
    assert [time for time in read(nlp, text) if time.earliest] == []


@pytest.mark.parametrize("unit", ["second", "minute", "hour", "night", "day", "fortnight", "quarter"])
@pytest.mark.parametrize("before", ["", "In May 2012 it fell. "])
def test_no_unit_is_too_small_for_a_rule(nlp: Language, unit: str, before: str) -> None:
    """ "Another replaces it in the flow the next hour, or the next day": an hour has no calendar date."""
    frames = ("next", "following", "previous", "coming")
    text = before + " ".join(f"It fell the {frame} {unit}." for frame in frames)
    text += f" It fell the {unit} before last. It fell the {unit} after next. It fell last {unit}."
    values = {time.value for time in read(nlp, text) if text[time.start : time.end].endswith(unit)}
    if unit in ("second", "minute", "hour"):
        assert values == {"PT1" + unit[0].upper()}
    else:
        assert values
