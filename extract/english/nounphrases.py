"""A noun phrase taken apart by its words alone: number, owner, name, head, and the names that tell which one is meant.

A person who edits a claim gives no parse, so none is used at extraction either: the same words always say the same.
What they do not tell is left loose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.english.amounts import amount, singular
from extract.english.forms import Amount, Identity, NounPhrase
from extract.english.numbers import units
from extract.english.propernames import name_of
from extract.english.vocabulary import disasters, measures, offices
from extract.english.wordlists import entries, word_class

_PREPOSITIONS = word_class("prepositions")
_CUT_HARD = re.compile(r",(?!\d{3}\b)|;|\s[-–—]\s|\(|\s(?:who|which|that|whose|where|when|whom|because|so)\s", re.I)
#: A part with what its pronoun stands for: "40 members, each of whom", which is no 40 members; "Veltra, whose shares".
_PARTITIVE = re.compile(r"^(?P<whole>.+)(?:, (?P<part>[^,]+ of)| (?P<last>\S+ of)) (?:which|whom)$")
_POSSESSED = re.compile(r"^(?P<whole>[^,]+),? whose (?P<thing>[^,]+)$")
_PRONOUNS = word_class("pronouns")
_THE = word_class("definite words")
_A = word_class("indefinite words")
_LEAVING = _THE | _A | {"first", "second", "third", "fourth"}
_PARTICIPLES = re.compile(r"^(?:built|made|based|seen|held|called|known|caught|found|born|\w{3,}ed)$")
#: Plural nouns that are one thing of their owner's.
_MASSES = word_class("plural masses")
#: Nouns before "of NAME" that only say what the name is: "the town of Brennick".
_KINDS = word_class("kinds of places")
#: Units of what is a part of the thing that is named.
_PARTS = frozenset({"share", "percent"})
_DISASTER_TAIL = word_class("words for a disaster")


#: Quotation marks: "a "war of choice"" is a war.
_MARKS = dict.fromkeys(map(ord, '"“”'))


@lru_cache(maxsize=100_000)
def noun_phrase(text: str) -> NounPhrase:
    """What an argument's words (its full extent) say, quoted or not. Capital letters are taken for names."""
    text = text.translate(_MARKS)
    if text.lower() in _PRONOUNS:
        return NounPhrase(text.lower(), "", Identity.NOTHING, (text.lower(),))
    if " wh" in text:  # which, whom, whose
        text = _PARTITIVE.sub(r"\g<part>\g<last> \g<whole>", _POSSESSED.sub(r"\g<whole>'s \g<thing>", text))
    number, behind = _counted(text)
    words = _CUT_HARD.split(behind, maxsplit=1)[0].split()
    words, definite, indefinite = _undetermined(words)
    before, after = _split(words, number is not None)
    owner, before = _owner(before)
    after = [] if _all_names(before) and not owner else after
    found = _built(owner, before, after, (definite, indefinite or _negated(text)), number)
    toll = _TOLL.match(text)
    if toll:
        event = _event_named(toll[2])
        found = found._replace(measure=_TOLLS.get(toll[1].lower(), "hurt"), anchors=(event,) if event else ())
    return found


def _counted(text: str) -> tuple[Amount | None, str]:
    """The number that a phrase begins with, and the words that it counts: "9,000 of the 17,000 homes"."""
    found = amount(text)
    if found is None or (found[0].high == 0 and found[0].unit != "people"):
        return None, text
    number, behind = found
    if behind.lower().startswith("of "):
        behind = re.sub(r"of (?:the |its |their )?", "", behind, count=1, flags=re.I)
        inner = amount(behind)
        behind = inner[1] if inner else behind
    return number, behind


def named(name: str) -> NounPhrase:
    """What a name says that is known as one, in its normal form."""
    words = tuple(name.split())
    return NounPhrase(words[-1], name, Identity.NAME, words, name)


_LEADING = re.compile(rf"(?:{'|'.join(sorted(word_class('leading prepositions')))})\b\s*", re.I)


@lru_cache(maxsize=100_000)
def prepositional_phrase(text: str) -> NounPhrase:
    """What a qualifier's words say behind their preposition."""
    before = _LEADING.match(text)
    if before is None or before.end() == len(text):
        return noun_phrase(text)
    return noun_phrase(text[before.end() :])._replace(preposition=before[0].strip().lower())


_TOLL = re.compile(r"(?:the )?number of (?:people |those |victims )?(killed|dead|injured|hurt|missing)\b(.*)", re.I)
_TOLLS = {"killed": "dead", "dead": "dead", "missing": "missing"}
_EVENT = re.compile(r"(?:in|by|when|after|during) (?:the |a )?((?:[A-Z][\w-]*\s?)+\w*)")


def _event_named(text: str) -> str | None:
    """The name in a clause behind a number: "when the Halvik dam burst"."""
    found = _EVENT.search(text)
    return noun_phrase(found[1].strip()).name if found else None


def _negated(text: str) -> bool:
    return text.lower().startswith(("no ", "not ", "neither "))


def _undetermined(words: list[str]) -> tuple[list[str], bool, bool]:
    """Without articles, possessives and the like; whether they point at something known, or at something new."""
    definite = indefinite = False
    while len(words) > 1 and words[0].lower() in _LEAVING:
        definite |= words[0].lower() in _THE
        indefinite |= words[0].lower() in _A
        words = words[1:]
    return words, definite, indefinite


def _split(words: list[str], counted: bool) -> tuple[list[str], list[list[str]]]:
    """What stands before the first preposition, and each piece behind one; nothing before it in "nobody in Velmar"."""
    joins = [word.lower() in _PREPOSITIONS for word in words]
    if not any(joins):
        return words, []
    pieces: list[list[str]] = [[]]
    for place, word in enumerate(words):
        if (place or counted) and joins[place]:
            pieces.append([])
        elif place and any(joins[place + 1 : place + 2]) and _PARTICIPLES.match(word):
            break  # "a wall built in 1968"
        else:
            pieces[-1].append(word)
    return pieces[0], [piece for piece in pieces[1:] if piece]


def _owner(words: list[str]) -> tuple[list[str], list[str]]:
    """The words of a genitive and what it owns: (["Farrow"], ["mayor"]) for "Farrow's mayor"."""
    for place, word in enumerate(words[:-1]):
        if word.endswith(("'s", "’s")):
            return [*words[:place], word[:-2]], words[place + 1 :]
        if word.endswith(("s'", "s’")):
            return [*words[:place], word[:-1]], words[place + 1 :]
    return [], words


def capital(word: str) -> bool:
    return word[:1].isupper() or (word[:1].isdecimal() and any(char.isupper() for char in word))


def _all_names(words: list[str]) -> bool:
    return bool(words) and capital(words[0]) and all(capital(w) or w.isdecimal() for w in words)


def _built(
    owner: list[str], words: list[str], after: list[list[str]], marks: tuple[bool, bool], number: Amount | None
) -> NounPhrase:
    definite, indefinite = marks
    if not words:
        head = number.unit if number else ""
        counted = (head,) if head else ()
        found = _told_apart(
            NounPhrase(
                head, "", Identity.LOOSE, counted, None, _names(after), definite, indefinite, True, False, number
            )
        )
        return found._replace(words=(*counted, *_what_money_is(head, after)))
    last = words[-1].lower()
    head = singular(last)
    owners = [normal(" ".join(owner))] if owner and capital(owner[-1]) else []
    if not owner and head in _KINDS and after and _all_names(_undetermined(after[0])[0]):
        words, after = _undetermined(after[0])[0], after[1:]
    if (head in offices() or last in _titles()) and not owner and any(w.lower() in _NOT_NOW for w in words[:-1]):
        words = [w.lower() for w in words]  # "former President" is no President
    name = None if owner or number else _name(words)
    anchors = _names(after)
    first = next((n for n, w in enumerate(words[:-1]) if capital(w)), None)
    weak = entries("weak_words")
    if name is None and first is not None and not owner and not number:
        named = normal(" ".join(w for w in words[first:] if w.lower() not in weak))
        if head in offices() or head in measures() or head in _MASSES:  # "Harbour Party leader", "Veltra shares"
            owners, words = [normal(" ".join(w for w in words if capital(w)))], [w for w in words if not capital(w)]
        elif head != last:  # "Kestrian officials": some of many
            anchors, indefinite = (normal(words[first]),), not definite
        else:
            name = named
    kept = tuple(w.lower() for w in words[:-1] if w.lower() not in weak and not w.lower().endswith("ed"))
    rest = [singular(p[-1].lower()) for p in after if not capital(p[-1])]
    measure = measures().get(" ".join((*kept, head))) or measures().get(head, "")
    found = NounPhrase(
        head, "", Identity.LOOSE, (*kept, head), _event(name), tuple(sorted({*owners, *anchors})),
        definite or bool(owner), indefinite, head != last and head not in _MASSES, bool(owner), number, measure,
    )  # fmt: skip
    return _told_apart(found, *rest)


def _what_money_is(unit: str, after: list[list[str]]) -> Iterator[str]:
    """ "Federal tax", of "$4 million in federal taxes"; nothing for other units, names and years."""
    if _CURRENCY.match(unit) and after and after[0][-1].islower() and after[0][-1].isalpha():
        *kind, thing = _undetermined(after[0])[0]
        yield from (word for word in kind if word.islower())
        yield singular(thing)


#: The code of a currency.
_CURRENCY = re.compile("[A-Z]{3}$")


def _told_apart(found: NounPhrase, *rest: str) -> NounPhrase:
    """With the form by which it is compared, and how surely another article can mean the same by it."""
    if found.name and not found.amount:
        return _compared(found, found.name, Identity.NAME)
    words = " ".join(found.words)
    counted = found.amount
    if counted and counted.unit in _PARTS and found.head != counted.unit:
        words = f"{counted.unit} of {words}"  # half of the sheep are not the sheep
    elif counted and units().get(words) == counted.unit:
        words = counted.unit  # "85 million euros" as "€85 million"
    if found.anchors:
        loose = (found.plural and not found.owned) or (found.indefinite and not found.definite) or found.amount
        identity = Identity.LOOSE if loose else Identity.ANCHORED
        return _compared(found, f"{' '.join(found.anchors)} {words}", identity)
    if words in entries("groups") or (found.head in disasters() and not found.definite):
        return _compared(found, words, Identity.GROUP)
    return _compared(found, f"{words} ~{rest[0]}" if rest else words, found.identity)


def _compared(found: NounPhrase, normal: str, identity: Identity) -> NounPhrase:
    return NounPhrase(found.head, normal, identity, *found[3:])  # `_replace` takes five times as long


def _event(name: str | None) -> str | None:
    """ "Halvik dam disaster" is told of by "Halvik dam"."""
    words = name.split() if name else []
    return " ".join(words[:-1]) if len(words) > 2 and words[-1] in _DISASTER_TAIL else name


def _names(pieces: list[list[str]]) -> tuple[str, ...]:
    """The names in pieces behind prepositions, without what describes them."""
    found = []
    for piece in pieces:
        words = _undetermined(piece)[0]
        inner = [w for w in words if capital(w)]
        if inner and not all(w.lower() in _CALENDAR for w in inner):
            tail = words[words.index(inner[0]) :]
            found.append(_event(normal(" ".join(tail))) or "")
    return tuple(found)


_CALENDAR = word_class("calendar")


def _name(words: list[str]) -> str | None:
    """The name that ends the words: "the smuggler Rik Aldo", "Chief Executive Uwe Lamm"."""
    if not (capital(words[-1]) or (words[-1].isdecimal() and len(words) > 1 and capital(words[-2]))):
        return None
    start = len(words)
    while start and (capital(words[start - 1]) or words[start - 1].isdecimal()):
        start -= 1
    return normal(" ".join(_untitled(words[start:])))


def _untitled(words: list[str]) -> list[str]:
    """Without the office or form of address before a name of two words or more."""
    for place in range(len(words) - 1, 0, -1):
        title = words[place - 1].lower()
        if title in _titles() and (place < len(words) - 1 or title in _CROWNS):
            return words[place:]
    return words


_NOT_NOW = frozenset(("former", "ex", "deputy", "vice", "acting", "late", "then", "future", "interim", "honorary"))
#: Titles that stand before a single name.
_CROWNS = word_class("crowns")


_TITLES: set[str] = set()


def _titles() -> set[str]:
    if not _TITLES:
        _TITLES.update(entries("honorifics"), {"minister", "executive", "coach", "officer", "secretary", "premier"})
        _TITLES.update(office.split()[-1] for office in offices())
    return _TITLES


@lru_cache(maxsize=50_000)
def normal(text: str) -> str:
    """A name as entities have it, or plainly lower-case where nothing is left of it."""
    found = name_of(text)
    return found.normal if found else " ".join(text.lower().split())
