"""Which repairs look at a word, by its label."""

from __future__ import annotations

from extract.repairs.clause_repairs import CLAUSES
from extract.repairs.word_repairs import WORDS

REPAIRS = CLAUSES | WORDS
