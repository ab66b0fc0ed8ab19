"""Which names of an article name the same: surnames, given names, short forms, acronyms, countries."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cache

from extract.coreference.kin import is_kin, is_namesake
from extract.coreference.references import Candidate, Referent, Role
from extract.english.countries import countries
from extract.english.persons import Gender, Sort, given_name, person_noun, title
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.syntax.words import NOUN_MODIFIERS, conjuncts

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "&"})
_BODY_ENDINGS = word_class("endings of bodies")
_OFFICES = frozenset({"counsel", "staff", "correspondent", "reporter", "official", "officials", "aide", "aides"})
#: Last words of what is named after a body and is none: "Veltra Appreciation Day", "Lund Steel Cup".
_NAMED_AFTER = frozenset({"act", "award", "awards", "cup", "day", "festival", "prize", "scandal", "trophy", "week"})
_DEALINGS = frozenset({"with", "between", "against", "by", "of", "than"})
_SUFFIXES = word_class("suffixes of names")


@cache
def _countries() -> dict[str, str]:
    """Each name of a country, in lower case, to its first name."""
    return {form.lower(): c.name.lower() for c in countries() for form in c.names}


@cache
def _capitals() -> dict[str, str]:
    """Each capital that news uses for its government, in lower case, to its country's first name."""
    return {town.lower(): c.name.lower() for c in countries() for town in c.capitals}


def country(name: str) -> str | None:
    """The usual name, in lower case, of the country that `name` names in full, by a short form or an acronym."""
    return _countries().get(name.lower().removeprefix("the "))


def government(name: str) -> str | None:
    """The country whose government a capital stands for in news ("Beijing has promised"), in lower case."""
    return _capitals().get(name.lower())


def acronyms(key: Iterable[str]) -> set[str]:
    """The acronyms that a name of several words gives: World Health Organization, who."""
    words = [w for w in key if w[0].isalnum()]
    return {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)}


class Names:
    """The names met so far, and the referent that each stands for.

    `countries` are those that the article names anywhere, by their usual names in lower case: only for
    them may a capital stand.
    """

    def __init__(self, countries: Container[str] = ()) -> None:
        self._countries = countries
        self._full: dict[tuple[str, ...], Referent] = {}
        self._last: dict[str, list[Referent]] = {}
        self._first: dict[str, list[Referent]] = {}
        self._short: dict[str, Referent] = {}

    def refer(self, name: Candidate) -> Referent:
        """The referent that a name stands for, known or new."""
        key = self._governed(name) or _plain(name.key)
        known = self._known(key, name)
        if known is not None and is_namesake(name, known):
            return Referent.of(name)  # later mentions are of the one whom the article is about
        if known is not None and known.mentions[0].referent is not None:
            known = known.mentions[0].referent  # "His publisher, Kurt Lang": he is one with whom he was told to be
        if known is None:
            known = Referent.of(name)
        else:
            known.add(name)
        self._register(name.key if name.key == key[-len(name.key) :] else key, name, known)
        return known

    def _governed(self, name: Candidate) -> tuple[str, ...] | None:
        """The country that a capital stands for: "Beijing has promised ...", "talks with Beijing"."""
        ruled = government(" ".join(name.key))
        if ruled is None or ruled not in self._countries or not _acts(name):
            return None
        if any(r.sort is Sort.PERSON for r in self._last.get(name.key[-1], ())):
            return None
        name.metonym = True
        return tuple(ruled.split())

    def known(self, word: str) -> bool:
        """Whether a word in lower case ends a name met before."""
        return word in self._last

    def is_first(self, word: str) -> bool:
        """Whether a word in lower case begins a person's name met before."""
        return any(r.sort is Sort.PERSON for r in self._first.get(word, ()))

    def called(self, words: Iterable[str]) -> Referent | None:
        """Whom a name in capitals stands for, which is none by itself: "TESSA BRANDT:"."""
        key = _plain(tuple(words))
        last = self._last.get(key[-1], [])
        return self._full.get(key) or (last[0] if len(last) == 1 == len(key) else None)

    def _known(self, key: tuple[str, ...], name: Candidate) -> Referent | None:
        exact = self._full.get(key)
        if exact is not None and (_as_surname(exact, key[0], name) or _agree(exact, name)):
            return exact
        if len(key) == 1:
            return self._by_word(key[0], name)
        if name.sort is Sort.PERSON:
            return self._by_full_name(key, name)
        return self._by_start(key, name) or self._by_acronym(key)

    def _by_word(self, word: str, name: Candidate) -> Referent | None:
        """A surname, a given name, an acronym or the first word of a body's name."""
        bare = not name.definite or name.head.dep in NOUN_MODIFIERS  # the article of "the Lund campaign" is not hers
        if bare and (name.sort is not Sort.PLACE or name.role is not Role.OBLIQUE):
            for book in (self._last, self._first):
                for referent in _sure_first(book.get(word, ()), name):
                    if referent.sort is Sort.PERSON and (_as_surname(referent, word, name) or _agree(referent, name)):
                        return referent
        if name.head.text.isupper() and len(word) > 1:
            known = self._short.get(word.replace(".", ""))
            beside_place = name.head.dep == "appos" and name.head.head.entity in {"GPE", "LOC"}
            return known if known is None or not beside_place or known.sort is Sort.PLACE else None  # "Tarn Beach, VA"
        if name.sort is Sort.BODY:
            for referent in reversed(self._first.get(word, ())):
                if referent.sort is Sort.BODY and any(_heads(_plain(known)) for known in referent.keys):
                    return referent
        return None

    def _by_full_name(self, key: tuple[str, ...], name: Candidate) -> Referent | None:
        """ "George W. Bush" after "George Bush", "Crooked Ann Lund" after "Ann Lund", a name after its surname."""
        for referent in reversed(self._last.get(key[-1], ())):
            if referent.sort not in (Sort.PERSON, Sort.UNKNOWN):
                continue
            if not (_is_bare_surname(referent, key[-1]) or _agree(referent, name)):
                continue
            known = max((_plain(called) for called in referent.keys if called), key=len)
            if len(known) == 1 or known[0] == key[0] or (len(known[0].rstrip(".")) == 1 and known[0][0] == key[0][0]):
                return referent
            shared = min(len(known), len(key))
            if shared > 1 and known[-shared:] == key[-shared:] and given_name(max(known, key, key=len)[0]) is None:
                self._shorten(referent, name, shared)
                return referent
        return None

    def _shorten(self, referent: Referent, name: Candidate, length: int) -> None:
        """Leaves out of "Crooked Ann Lund" what is no part of her name."""
        for called in (name, *referent.mentions):
            first = next((w for w in called.head.left if w.i == called.head.i - length + 1), None)
            if len(called.key) > length and first is not None:
                self._full.pop(called.key, None)
                called.key, called.start = called.key[-length:], first.start
        referent.note_all(referent.mentions)

    def _by_start(self, key: tuple[str, ...], name: Candidate) -> Referent | None:
        """ "Norwood Steel Works" after "Norwood Steel", or the other way round."""
        for referent in reversed(self._first.get(key[0], ())):
            if referent.sort is Sort.PERSON or Sort.PLACE in (referent.sort, name.sort):
                continue
            for called in referent.keys:
                known = _plain(called)
                shared = min(len(known), len(key))
                if shared > 1 and known[:shared] == key[:shared] and not _holds_office(known, key):
                    return referent
        return None

    def _by_acronym(self, key: tuple[str, ...]) -> Referent | None:
        for short in acronyms(key):
            referent = self._full.get((short,))
            if len(short) > 1 and referent is not None and referent.capitals:
                return referent
        return None

    def _register(self, key: tuple[str, ...], name: Candidate, referent: Referent) -> None:
        if len(key) > 1 or name.gender is Gender.OPEN or not _bears(self._full.get(key), name):
            self._full[key] = referent  # "Mrs. Hale" leaves "Hale" to whom it named so far
        for book, word in ((self._last, key[-1]), (self._first, key[0])):
            held = book.setdefault(word, [])
            if referent in held:
                held.remove(referent)
            if held and is_kin(name):
                held.insert(0, referent)  # "Otto Brandt and his wife Ada Brandt": the "Brandt" that follows is Otto
            else:
                held.append(referent)
        if len(key) > 1 and name.sort is not Sort.PERSON:
            for short in acronyms(key):
                self._short[short] = referent


def _plain(key: tuple[str, ...]) -> tuple[str, ...]:
    """A name without generational and company suffixes; a country by its usual name."""
    known = _countries().get(" ".join(key))
    if known is not None:
        return tuple(known.split())
    while len(key) > 1 and (key[-1].rstrip(".") in _SUFFIXES or key[-1] in _BODY_ENDINGS):
        key = key[:-2] if len(key) > 2 and key[-2] in {"&", "and"} else key[:-1]
    return key


def _holds_office(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the longer of two names is an office of the shorter: "Tarn Council Leader" of "Tarn Council".

    Nor is an occasion or an award the body that it is named after.
    """
    last = max(one, other, key=len)[-1]
    apart = last in _OFFICES | _NAMED_AFTER
    return len(one) != len(other) and (apart or person_noun(last) is not None or title(last) is not None)


#: What towns do and what is done to them, and hardly to governments.
_BY_TOWNS = word_class("verbs of towns")


_MINDED = frozenset({"eager", "keen", "prepared", "ready", "reluctant", "unwilling", "willing", "worried"})


def _acts(name: Candidate) -> bool:
    """Whether a place does something or is dealt with, rather than being where something is."""
    head = name.head
    if any(w.lower in ("capital", "city") for w in (head.head, *head.children) if w.dep != "poss" or w is head.head):
        return False  # south of the capital, Sorna
    verb = head.head
    state = verb.child("acomp") if verb.lemma in ("be", "become", "remain") else None
    minded = state is not None and (
        state.lemma in reporting("adj") or state.lemma in _MINDED or state.child("xcomp") is not None
    )
    if name.role in (Role.SUBJECT, Role.OBJECT) and verb.lemma in _BY_TOWNS and not minded:
        return False  # Sorna is full of smoke, a fire shook Sorna; but Sorna is worried, or likely to follow
    if any(title(w.lower) is not None for w in head.left) or any(w.entity == "PERSON" for w in conjuncts(head)):
        return False  # President Washington
    if name.paired or name.role in (Role.SUBJECT, Role.POSSESSOR, Role.OBJECT):
        return True
    return name.head.dep == "pobj" and name.head.head.lower in _DEALINGS


def _heads(key: tuple[str, ...]) -> bool:
    """Whether a body goes by its name's first word: "Norwood" of "Norwood Airlines", "the Bank" of "Bank of ..."."""
    rest = key[1:]
    return bool(rest) and (rest[0] == "of" or all(word in entries("company_words") for word in rest))


def _bears(known: Referent | None, name: Candidate) -> bool:
    """Whether somebody has gone by a surname alone before."""
    return known is not None and any(m.key == name.key and m.gender is not name.gender for m in known.mentions)


def _as_surname(referent: Referent, word: str, name: Candidate) -> bool:
    """Whether "Allen" is Christa Allen, although men are called Allen too: it is all that tells its gender."""
    called = {told for w in name.head.left for told in (title(w.lower), person_noun(w.lower))}
    bare = given_name(word) is name.gender and name.key == (word,) and called <= {None, Gender.OPEN}
    if not bare or not any(len(_plain(key)) > 1 and _plain(key)[-1] == word for key in referent.keys):
        return False
    name.gender = referent.gender
    return True


def _is_bare_surname(referent: Referent, word: str) -> bool:
    """The same of "Allen wins prize" before Christa Allen is named."""
    bare = all(m.key == (word,) for m in referent.mentions) and given_name(word) is referent.gender
    if bare:
        referent.gender = Gender.OPEN
    return bare


def _sure_first(called: Sequence[Referent], name: Candidate) -> Sequence[Referent]:
    """Whom the article is about first; for "Mr. Marlow" George Marlow before Kelda Marlow, whose name does not tell."""
    if len(called) < 2:
        return called
    if name.gender is Gender.OPEN:
        apart = sorted(called, key=lambda r: (name.start - r.mentions[-1].end, _standing(r)))
        near, far = (name.start - r.mentions[-1].end for r in apart[:2])
        if near < _NEAR and far > _FAR:
            return apart  # a live page, where another Lund was named long before
        return sorted(called, key=_standing)
    return [r for sure in (True, False) for r in called[::-1] if (r.gender is name.gender) is sure]


#: Characters from one mention to the next.
_NEAR, _FAR = 400, 2000


def _standing(person: Referent) -> tuple[bool, int, int]:
    """How soon a bare surname is somebody's: who has a known given name, is named most, and came first."""
    nameless = not any(len(key) > 1 and given_name(key[0]) is not None for key in person.keys)
    return nameless, -len(person.mentions), person.mentions[0].start


def _agree(referent: Referent, name: Candidate) -> bool:
    """Whether genders allow a name to name a referent: Mr Hale is not Anna Hale, and may be Leslie Hale."""
    if referent.heard == 1 and any(m.guessed for m in referent.mentions):
        return True
    return Gender.OPEN in (referent.gender, name.gender) or referent.gender is name.gender
