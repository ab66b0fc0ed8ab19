"""Which way a date without a year, or a weekday, lies from the day of publication: by tense and by that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.times_reading import one, read

if TYPE_CHECKING:
    from spacy.language import Language

SEASONS_AND_MONTHS = [
    ("2019-10-20", "Engineers sealed the crack before winter.", None, "2018-11-30"),
    ("2019-12-20", "Engineers sealed the crack before winter.", None, "2019-11-30"),
    ("2020-01-20", "Engineers sealed the crack before winter.", None, "2019-11-30"),
    ("2019-10-20", "Engineers hope to seal the crack before winter.", None, "2019-11-30"),
    ("2019-10-20", "The firm wants the crack sealed before winter.", None, "2019-11-30"),
    ("2019-07-20", "Repairs before winter are unlikely.", None, "2019-11-30"),
    ("2019-07-20", "There is no money to mend the road before winter.", None, "2019-11-30"),
    ("2019-10-20", "The road reopened at the end of September.", "2019-09-21", "2019-09-30"),
    ("2019-07-20", "The road reopened at the end of September.", "2018-09-21", "2018-09-30"),
    ("2019-07-20", "The lease runs out at the end of September.", "2019-09-21", "2019-09-30"),
    ("2019-07-20", "He is leaving at the end of September.", "2019-09-21", "2019-09-30"),
    ("2019-07-20", "He has until the end of September to pay.", None, "2019-09-30"),
    ("2019-07-20", "By September, the dam had cracked.", None, "2018-09-30"),
    ("2019-07-20", "By September, the dam will have cracked.", None, "2019-09-30"),
    ("2019-07-20", "By August, the snow will be gone.", None, "2019-08-31"),
    ("2019-07-20", "Fares will rise for the first time since August.", "2018-08-01", None),
    ("2019-07-20", "They set a date for September.", "2019-09-01", "2019-09-30"),
    ("2019-07-20", "The judge postponed the hearing to August.", None, "2019-08-31"),
    ("2019-07-20", "Growth was weaker than expected in August.", "2018-08-01", "2018-08-31"),
    ("2019-07-20", "It is more than half a percentage point less than forecast in August.", "2018-08-01", "2018-08-31"),
    ("2019-07-20", "The chapel dates to August 2012.", "2012-08-01", "2012-08-31"),
    ("2019-07-20", "The chapel dates back to 2012.", "2012-01-01", "2012-12-31"),
    ("2019-07-20", "The talks begin in autumn.", "2019-09-01", "2019-11-30"),
    ("2019-07-20", "The river froze in winter.", "2018-12-01", "2019-02-28"),
    ("2019-07-20", "Water is scarce in summer.", None, None),  # any year's
]


@pytest.mark.parametrize(("published", "text", "earliest", "latest"), SEASONS_AND_MONTHS)
def test_days_of_a_month_or_season_without_a_year(
    nlp: Language, published: str, text: str, earliest: str | None, latest: str | None
) -> None:
    found = one(nlp, text, published)
    assert (found.earliest, found.latest) == (earliest, latest)


WEEKDAYS = [
    ("Crews were on the hill dealing with hot spots until about 5 a.m. Saturday.", "2019-03-09T05:00"),
    ("Officials were preparing for Monday's meeting.", "2019-03-18"),
    ("The town braced for Saturday's storm.", "2019-03-16"),
    ("Ahead of Sunday's vote, the party split.", "2019-03-17"),
    ("The judge set the hearing for Monday.", "2019-03-18"),
    ("The vote was called for Sunday.", "2019-03-17"),
    ("He called for calm on Sunday.", "2019-03-10"),
    ("Schools remain closed Monday.", "2019-03-18"),
    ("The final is Sunday.", "2019-03-17"),
    ("The vote is on Sunday.", "2019-03-17"),
    ("The firm was hurt by a fire that was deliberately set Sunday night.", "2019-03-10TNI"),
    ("A hearing was set for Sunday.", "2019-03-17"),
    ("Smoke could be seen on Sunday.", "2019-03-10"),
    ("He refused to testify on Sunday.", "2019-03-10"),
    ("Lund resigned following Sunday's vote.", "2019-03-10"),
    ("The final was Sunday.", "2019-03-10"),
    ("The envoy, who visits Monday, is ill.", "2019-03-18"),
    ("They expect a verdict on Monday.", "2019-03-18"),
    ("He would have resigned on Monday.", "2019-03-11"),
    ("Monday's talks were called off.", "2019-03-11"),
    ("He hopes to recover from Monday's defeat.", "2019-03-11"),
    ("The mayor shrugged off warnings from Lirvik on Tuesday that raids could harm trade.", "2019-03-12"),
    ("More rain was forecast for Tuesday.", "2019-03-19"),
    ("The vote was moved to Tuesday.", "2019-03-19"),
    ("He was to leave Tuesday.", "2019-03-19"),
    ("He was to have left Tuesday.", "2019-03-12"),
    ("He had to leave Tuesday.", "2019-03-12"),
    ("Tuesday's deadline looms.", "2019-03-19"),
    ("Union members vote Tuesday on the offer.", "2019-03-19"),
    ("They danced until Tuesday.", "2019-03-12"),
    ("They kept dancing until Tuesday.", "2019-03-12"),
    ("The judge delayed the hearing until Tuesday.", "2019-03-19"),
    ("The talks adjourned until Tuesday.", "2019-03-19"),
    ("He had until Tuesday to pay.", "2019-03-19"),
    ("He could not be reached on Tuesday.", "2019-03-12"),
    ("He would resign if the party lost the vote on Tuesday.", "2019-03-19"),
    ("He will resign if the party lost the vote on Tuesday.", "2019-03-12"),
    ("If he falls ill, he could not come on Tuesday.", "2019-03-19"),
    ("It is supposed to end on Tuesday.", "2019-03-19"),
    ("It was supposed to end on Tuesday.", "2019-03-12"),
]


@pytest.mark.parametrize(("text", "value"), WEEKDAYS)
def test_day_of_a_weekday(nlp: Language, text: str, value: str) -> None:
    assert one(nlp, text).value == value


NAMED_AGAIN = [
    ("The mayors met Tuesday. Ahead of Tuesday's talks, two of them quarrelled.", "2019-03-12"),
    ("They argued in Monday's debate. He will try to explain Monday's debate.", "2019-03-11"),
    ("They will argue on Monday. He will prepare for Monday's debate.", "2019-03-18"),
    ("They argued on Monday. They will argue on Monday.", "2019-03-18"),  # only a noun's weekday is the same again
]


@pytest.mark.parametrize(("text", "value"), NAMED_AGAIN)
def test_the_weekday_of_an_event_is_the_one_already_spoken_of(nlp: Language, text: str, value: str) -> None:
    assert read(nlp, text)[-1].value == value


RANGES = [
    ("The pass was shut from November to January.", ["2018-11", "2019-01"]),
    ("The pass will be open from May to September.", ["2019-05", "2019-09"]),
    ("From May to September the pass is open.", ["2019-05", "2019-09"]),
    ("It was shut between November and January.", ["2018-11", "2019-01"]),
    ("In summer the huts are closed, in March they were open.", ["XXXX-SU", "2019-03"]),
]


@pytest.mark.parametrize(("text", "values"), RANGES)
def test_a_range_does_not_end_before_it_begins(nlp: Language, text: str, values: list[str]) -> None:
    assert [found.value for found in read(nlp, text)] == values


DAYS = [
    ("The trial began April 4.", "2018-04-04"),
    ("The trial begins April 4.", "2019-04-04"),
    ("The trial began on April 4.", "2018-04-04"),
    ("A boy was shot on April 4.", "2018-04-04"),
    ("A vote was planned on April 4.", "2019-04-04"),
    ("Lund owns a tenth of it as of May 20.", "2018-05-20"),
    ("A note told readers that this is the paper of Sunday, March 17.", "2019-03-17"),
    ("He died on Sunday, March 18.", "2018-03-18"),  # in 2019 it was a Monday
]


@pytest.mark.parametrize(("text", "value"), DAYS)
def test_year_of_a_day_by_tense_and_weekday(nlp: Language, text: str, value: str) -> None:
    assert one(nlp, text).value == value
