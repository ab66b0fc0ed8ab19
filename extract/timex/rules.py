"""All rules, in the order in which they are tried at a word: what is more specific comes first."""

from __future__ import annotations

from extract.timex import (
    clock,
    days,
    distances,
    durations,
    eras,
    months,
    quarters,
    repeats,
    units,
    vague,
    weekdays,
)
from extract.timex.grammar import Grammar

GRAMMAR = Grammar(
    module.RULES
    for module in (days, weekdays, months, quarters, eras, units, distances, clock, vague, repeats, durations)
)
