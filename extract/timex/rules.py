"""All rules, in the order in which they are tried at a word: what is more specific comes first."""

from __future__ import annotations

from extract.timex import (
    days,
    distances,
    durations,
    eras,
    months,
    quarters,
    repeats,
    times_of_day,
    units,
    vague,
    weekdays,
)
from extract.timex.grammar import Grammar

GRAMMAR = Grammar(
    module.RULES
    for module in (days, weekdays, months, quarters, eras, units, distances, times_of_day, vague, repeats, durations)
)
