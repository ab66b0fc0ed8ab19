"""What people type into a search, for the full-text tables of claims and sentences.

What people type is taken as words, never as FTS5's own language, in which a stray quotation mark or hyphen
is an error: all words must occur (by their stem, with or without accents), "a phrase" as it stands,
`pre*` as a beginning, `one OR other`, and `-word` must not occur.
"""

from __future__ import annotations

import re

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')


def expression(words: str) -> str | None:
    """What people type as an FTS5 expression; None if nothing in it can be looked for."""
    wanted, unwanted = _terms(words)
    if not wanted:
        return None
    return " ".join([" AND ".join(f"({term})" for term in wanted), *(f"NOT {term}" for term in unwanted)])


def any_expression(words: str) -> str | None:
    """An FTS5 expression of the words that are wanted, any of which may occur; None if there are none."""
    return " OR ".join(_terms(words)[0]) or None


def _terms(words: str) -> tuple[list[str], list[str]]:
    """The terms that must occur (or one of several: `a OR b`), and those that must not, quoted for FTS5."""
    wanted: list[str] = []
    unwanted: list[str] = []
    either = False
    for minus, phrase, word in _TERM.findall(words.replace("\0", " ")):
        term = phrase or word
        if word == "OR":
            either = bool(wanted)
            continue
        if any(char.isalnum() for char in term):
            prefix = "*" if word.endswith("*") else ""
            quoted = f'"{term}"{prefix}'
            if either and not minus:
                wanted[-1] += f" OR {quoted}"
            else:
                (unwanted if minus else wanted).append(quoted)
        either = False
    return wanted, unwanted
