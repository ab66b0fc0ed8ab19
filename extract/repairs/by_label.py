"""Which repairs look at a word, by its label."""

from __future__ import annotations

from extract.repairs.clause_repairs import CLAUSES
from extract.repairs.occasions import Choice
from extract.repairs.word_repairs import WORDS

REPAIRS = {label: Choice(repairs) for label, repairs in (CLAUSES | WORDS).items()}
