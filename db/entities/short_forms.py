"""Which short names the collection shows to be an organisation's or a thing's, or what a person is called by.

"TVA" and "Trivex" where articles say in full "Tarn Valley Authority" and "Trivex Foods", "A70" and "Aerolux A70". A
function of the names that current articles use: some article uses the short name for the full one, its letters are
those of one name alone, or the full name adds only what says what kind of thing it is. What is taken for an
organisation may also be the last name of somebody whom far more articles name in full, or a rare first name that an
article uses for the only one who has it.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from db.sqlite import Connection
from extract.english.vocabulary import is_country_or_capital, is_given_name
from extract.english.wordlists import entries, pairs, word_class

#: Fewer letters are those of too many names, unless an article says whose they are.
MIN_LETTERS = 3
#: Acronyms of this length rarely stand for two names.
SURE_LETTERS = 4
#: The articles that use the full name, how often it outnumbers any other, and how often the short name outnumbers it.
MIN_ARTICLES, DOMINANT, MAX_SHORTER = 2, 2, 2
#: Words that an abbreviation leaves out.
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de"})
_BODIES = frozenset({"organisation", "facility", "product", "event", "law"})
_THINGS = frozenset({"product", "organisation", "facility", "other"})
#: What a last name alone is taken for; most places of a person's name are places.
_TAKEN_FOR = frozenset({"organisation", "product", "facility", "work", "law", "event"})
#: A model or type: the A70 of "Aerolux A70".
_MODEL = re.compile(r"(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{2,}$")
_SHORT = """
WITH short AS (
  SELECT e.*, EXISTS (
    SELECT 1 FROM aliases WHERE entity = e.id AND whole = 1 AND name = UPPER(name) AND name <> LOWER(name)
  ) AS is_acronym
  FROM json_each(?) AS k CROSS JOIN entities AS e ON e.normal = k.value
  WHERE e.mentions > 0 AND e.bound IS NULL AND e.country IS NULL
)
"""
_SELECT = (
    "SELECT s.key, s.normal, s.type, s.articles, s.is_acronym, e.key, e.normal, e.type, e.articles, {} FROM short AS s "
)
_KNOWN = "e.key <> s.key AND e.mentions > 0 AND e.bound IS NULL"
_FOUND = f"""
{_SHORT} {_SELECT.format(1)}
CROSS JOIN aliases AS n ON n.entity = s.id AND n.whole = 1 CROSS JOIN aliases AS a ON a.name = n.name AND a.whole = 0
CROSS JOIN entities AS e ON e.id = a.entity WHERE {_KNOWN}
UNION {_SELECT.format(0)}
CROSS JOIN entities AS e ON e.letters = s.normal
WHERE s.is_acronym AND LENGTH(s.normal) >= {MIN_LETTERS} AND {_KNOWN}
UNION {_SELECT.format(0)}
CROSS JOIN entities AS e ON e.normal > s.normal || ' ' AND e.normal < s.normal || '!'
WHERE s.type <> 'person' AND {_KNOWN}
UNION {_SELECT.format(0)}
CROSS JOIN entities AS e ON e.surname = s.normal WHERE s.type <> 'person' AND {_KNOWN}
ORDER BY 1, 10, 6
"""


class _Short(NamedTuple):
    key: str
    normal: str
    type: str
    articles: int
    is_acronym: int


class _Whole(NamedTuple):
    key: str
    normal: str
    type: str
    articles: int
    is_said: int  # whether some article uses the short name for it


def letters(normal: str) -> str | None:
    """The first letters of a name's words; None for one word."""
    words = [word for word in normal.split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else None


@lru_cache(maxsize=50_000)
def shorter(normal: str) -> frozenset[str]:
    """What a name may be called without an article that says so: "castell" for "castell group", "a70" for
    "aerolux a70"."""
    words = normal.split()
    found = {" ".join(words[:-1])} if words[-1] == "island" else set[str]()
    if len(words) > 2 and words[-2] == "of" and len(words[-1]) == 2:  # "senate of us": the country's code
        found.add(" ".join(words[:-2]))
    for at in range(len(words) - 1, 0, -1):
        if words[at] not in entries("company_words"):
            break
        found.add(" ".join(words[:at]))
    if len(words) > 1 and (_MODEL.match(words[-1]) or any(map(str.isdigit, words[1:-1]))):
        found.add(words[-1])
    return frozenset(found - {""})


def links(connection: Connection, shorts: Iterable[str]) -> dict[str, dict[str, str]]:
    """What the names with these normal forms are short for, by key; those that are short for nothing are left out."""
    wholes: defaultdict[_Short, dict[str, _Whole]] = defaultdict(dict)
    for row in connection.execute(_FOUND, (json.dumps(sorted(set(shorts))),)):
        short, whole = _Short(*row[:5]), _Whole(*row[5:])
        if not _may_be_person(short) and (
            _is_short_for(short, whole) or _is_last_name(short, whole) or _is_first_name(short, whole)
        ):
            wholes[short][whole.key] = whole
    chosen = ((short, _choose(short, list(found.values()))) for short, found in wholes.items())
    return {short.normal: {short.key: whole.key} for short, whole in chosen if whole}


def _may_be_person(short: _Short) -> bool:
    """Whether it is looked at among people's names."""
    words = short.normal.split()
    if short.type == "person" or (short.type == "other" and not _MODEL.match(short.normal)):
        return True
    return len(words) > 1 and (is_given_name(words[0]) or words[0] in pairs("short_names"))


def _is_short_for(short: _Short, whole: _Whole) -> bool:
    if short.type in _BODIES and whole.type in _BODIES:
        if short.is_acronym and letters(whole.normal) == short.normal:
            return True
        if whole.is_said and not short.is_acronym and whole.normal.startswith(f"{short.normal} "):
            return True
    return short.normal in shorter(whole.normal) and _is_kind(short, whole)


def _is_last_name(short: _Short, whole: _Whole) -> bool:
    """Whether some article calls a person by this last name."""
    if short.type not in _TAKEN_FOR or short.is_acronym or not whole.is_said or whole.type != "person":
        return False
    return whole.normal.endswith(f" {short.normal}") and is_given_name(whole.normal.split()[0])


def _is_first_name(short: _Short, whole: _Whole) -> bool:
    """Whether some article calls a person by this first name, which hardly anybody has."""
    if short.type not in _TAKEN_FOR | {"place"} or short.is_acronym or not whole.is_said or whole.type != "person":
        return False
    return whole.normal.startswith(f"{short.normal} ") and not is_country_or_capital(short.normal)


def _choose_person(short: _Short, people: list[_Whole], others: int) -> _Whole | None:
    """The one whom far more articles name than anybody else of that last name; so many have it for other things."""
    if len({one.normal.split()[-1] for one in people if one.normal.startswith(f"{short.normal} ")}) > 1:
        return None
    by_first: defaultdict[str, list[_Whole]] = defaultdict(list)  # "Viktor Lenz" and "Viktor M. Lenz" are one
    for one in people:
        first = one.normal.split()[0]
        by_first[pairs("short_names").get(first, first)].append(one)
    counts = {first: sum(one.articles for one in same) for first, same in by_first.items()}
    best = max(counts, key=lambda first: (counts[first], first))
    rest = max([others, *(n for first, n in counts.items() if first != best)])
    if counts[best] < max(MIN_ARTICLES, DOMINANT * rest) or short.articles > MAX_SHORTER * counts[best]:
        return None
    return max(by_first[best], key=lambda one: (one.articles, one.key))


def _is_kind(short: _Short, whole: _Whole) -> bool:
    """Whether they may be one by what they are: "Lund Airlines" may be called Lund where that is no place."""
    if whole.normal.endswith(" island"):
        return short.type == whole.type == "place"
    if whole.normal.startswith(f"{short.normal} "):
        return short.type in _BODIES and whole.type in _BODIES and not is_country_or_capital(short.normal)
    return short.type in _THINGS and whole.type in _THINGS


def _choose(short: _Short, wholes: list[_Whole]) -> _Whole | None:
    """The one that far more articles use than any other; a person only where it is no body or thing."""
    people = [one for one in wholes if one.type == "person"]
    bodies = [one for one in wholes if one.type != "person"]
    chosen = _choose_body(short, bodies) if bodies else None
    if chosen is None and people:
        return _choose_person(short, people, max((one.articles for one in bodies), default=0))
    return chosen


def _choose_body(short: _Short, wholes: list[_Whole]) -> _Whole | None:
    best, *others = sorted(wholes, key=lambda one: (one.is_said, one.articles, one.key), reverse=True)
    if others and best.articles < DOMINANT * max(one.articles for one in others):
        return None
    if short.is_acronym and letters(best.normal) == short.normal:
        is_sure = best.is_said or best.articles >= MIN_ARTICLES or len(short.normal) >= SURE_LETTERS
        return best if is_sure else None
    if short.normal in shorter(best.normal) and _adds_nothing(short, best):
        return best
    is_enough = best.is_said or best.articles >= MIN_ARTICLES
    return best if is_enough and short.articles <= MAX_SHORTER * best.articles else None


def _adds_nothing(short: _Short, whole: _Whole) -> bool:
    """Whether the full name adds only what does not tell one from another of its name: "Castell Group"."""
    before, _, after = whole.normal.partition(short.normal)
    if before or after == " island":
        return True
    return all(word in word_class("general company words") for word in after.split())
