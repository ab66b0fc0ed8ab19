"""What only looks like a name, or like a longer one, because it is written with capitals.

"Minority Leader", "Though", "R" of "Lind (R)" and "Cover" of an article that has "a cover" name nobody. "Anna Berg
Pleads Guilty" and "Resist Berg" name Anna Berg, if the article names her elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from extract.english.negations import forms
from extract.english.persons import given_name, person_noun, title
from extract.english.propernames import EntityType
from extract.english.wordlists import cells, entries, word_class

#: A score ("3-1") and the address of a page.
_NO_NAME = re.compile(r"^\d*[-–]\d+$|\w\.\w{2,}/")
#: Somebody's party and state: "D-R.I.", "R".
_PARTY = re.compile(r"(?:[A-Z]|[A-Z]-[A-Z][\w.]*)\.?$")
_FUNCTION_WORDS = frozenset({
    "against", "although", "beyond", "despite", "ex", "though", "unless", "until", "whereas", "while", "jr.", "sr.",
})  # fmt: skip
_SMALL = re.compile(r"\b[a-z]+\b")


class Capitals:
    """The capitals of one article. `types` are what its names are taken for, by their wording."""

    def __init__(self, text: str, types: Mapping[str, EntityType]) -> None:
        self._small = frozenset(_SMALL.findall(text))
        self._types = types
        by_last: defaultdict[str, set[str]] = defaultdict(set)
        for name, kind in types.items():
            if kind is EntityType.PERSON and " " in name and given_name(name.split()[0].lower()) is not None:
                by_last[name.split()[-1]].add(name)
        self._persons = {last: names.pop() for last, names in by_last.items() if len(names) == 1}

    def is_nobody(self, name: str) -> bool:
        """Whether a name unknown to the recogniser is not a person's, or is no name at all."""
        if _NO_NAME.search(name) or name.casefold() in word_class("time zones"):
            return True
        if self._types.get(name) is not EntityType.OTHER:
            return False
        words = name.lower().split()
        if name.islower() or _PARTY.match(name) or all(map(_is_office, words)):
            return True
        return len(words) == 1 and (words[0] in _FUNCTION_WORDS or self._is_common(words[0]))

    def _is_common(self, word: str) -> bool:
        """Whether the article has the word in small letters: "Cover", "Police"."""
        return word in self._small and given_name(word) is None

    def without_headline(self, name: str) -> str:
        """A name without what a headline says of it."""
        words = name.split()
        for at in range(1, len(words)):
            if words[at].lower() in _finite() and (whole := self._known(words[:at])):
                return whole
        if len(words) > 1 and words[0].lower() in _verbs() and given_name(words[0].lower()) is None:
            return self._known(words[1:]) or name
        return name

    def _known(self, words: Iterable[str]) -> str | None:
        """The person of whose name these words are, elsewhere in the article."""
        given = " ".join(words)
        return given if self._types.get(given) is EntityType.PERSON else self._persons.get(given)


def _is_office(word: str) -> bool:
    """Whether a word is one of an office's or of what somebody is: "Deputy", "Leader", "Officer"."""
    plain = word.rstrip(".")
    if person_noun(plain) is not None or person_noun(plain.removesuffix("s")) is not None or title(plain) is not None:
        return given_name(plain) is None
    listed = (entries(name) for name in ("title_modifiers", "honorifics", "roles"))
    return any(plain in words for words in listed) or plain in _OFFICE_WORDS


_OFFICE_WORDS = frozenset({"majority", "minority", "operating", "public", "relations"})


@cache
def _lemmas() -> frozenset[str]:
    """Verbs of what happens."""
    listed = (row for name in ("happening_verbs", "kindred_verbs") for row in cells(name))
    happening = {verb.strip() for name, others in listed for verb in (name, *others.split(","))}
    related = {verb.strip(" +-") for _, _, spellings in cells("relations") for verb in spellings.split(",")}
    return frozenset(
        word
        for word in happening | related | entries("headline_verbs") | word_class("headlines' verbs")
        if " " not in word
    )


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for lemma in _lemmas() for form in forms(lemma))


@cache
def _finite() -> frozenset[str]:
    """Forms of verbs that may stand behind a name in a headline."""
    return entries("name_tails") | {form for lemma in _lemmas() for form in forms(lemma) if form != lemma}
