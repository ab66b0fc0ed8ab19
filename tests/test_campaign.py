"""The campaign in its short form: each part of it is tried, and survived; and what does not survive is reported."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from benchmarks import campaign
from benchmarks.trials import PARTS
from benchmarks.trials.ground import BrokenError, Part, expect

SEED = 2


@pytest.mark.campaign
@pytest.mark.parametrize("name", PARTS)
def test_the_short_form_survives(name: str) -> None:
    [tally] = campaign.campaign([PARTS[name]], SEED, minutes=None)
    assert (tally.tried, tally.failures) == (PARTS[name].short, {})
    assert tally.did.total() > 0, "something was tried"


def trial(luck: Random, folder: Path) -> Counter[str]:
    """Fails for one number in three."""
    (folder / "file").write_text("anything")
    number = luck.randrange(3)
    expect(number, "a number that is not 0")
    return Counter({"numbers": number})


def test_a_failure_is_counted_and_comes_again_with_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    part = Part("luck", "numbers", trial, short=30)
    [tally] = campaign.campaign([part], SEED, minutes=None)
    assert 0 < len(tally.failures) < tally.tried == 30
    assert tally.survived == 30 - len(tally.failures)
    said = capsys.readouterr().out
    for number in range(30):
        again = f"python -m benchmarks.campaign --only luck --seed {SEED} --trial {number}\n"
        assert (again in said) == (number in tally.failures)
        [once] = campaign.campaign([part], SEED, minutes=None, trial=number)
        assert len(once.failures) == (number in tally.failures)
    assert f"| numbers | 30 | {tally.survived} | {tally.did['numbers']} numbers | 0.0 |" in campaign.table([tally])


def test_a_trial_that_cannot_be_carried_out_is_no_success() -> None:
    def broken(luck: Random, folder: Path) -> Counter[str]:
        raise ZeroDivisionError("in the trial")

    [tally] = campaign.campaign([Part("broken", "nothing", broken)], SEED, minutes=None)
    assert "ZeroDivisionError: in the trial" in tally.failures[0]


def test_time_is_shared_between_the_parts() -> None:
    parts = [Part(name, name, trial) for name in ("one", "other")]
    tallies = campaign.campaign(parts, SEED, minutes=0.005)
    assert min(tally.tried for tally in tallies) > 3


def test_what_is_expected_is_in_the_error() -> None:
    with pytest.raises(BrokenError, match="no article is lost"):
        expect([], "no article is lost")
