"""Verbs of headlines that the models take for nouns: "Veltra exercises options on ferries", "Car sales plunge by half".

What the text below a headline has as a verb may be one in it. Such a word is parsed again with a verb in its place that
is nothing else ("Veltra took options on ferries"), and stays a verb if it then leads all of the headline, or goes on
behind a comma with what its first verb says ("Norland cuts aid, eyes new tax"). What somebody is to do is parsed as
what he will do ("Lund to host 2030 Games").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from extract.english.persons import Sort, group_noun, person_noun
from extract.english.wordlists import entries, word_class
from extract.model import Span
from extract.syntax.memory import Annotation, Row
from extract.syntax.prose import Prose
from extract.syntax.words import SUBJECTS

_WORD = re.compile(r"[\w'’.]+")
_NO_OBJECT = frozenset({"IN", "RB", "RBR", "RP", "TO", "CC", ",", ":", ".", "-LRB-"})
_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_SUBJECTS = frozenset({*SUBJECTS, "expl"})
#: What follows a verb at once.
_FOLLOWING = frozenset({"acomp", "attr", "dative", "dobj", "oprd", "prep", "prt"})
_BREAKS = frozenset({",", "after", "as"})
_ONE = frozenset({"NN", "NNP"})
_MANY = frozenset({"NNS", "NNPS"})
_NAMED = _MANY | {"NNP"}
#: What the first word of a headline may be taken for: "Veltra eyes", "Lords back", "Arsenal extend".
_NAMES = frozenset({"JJ", "RB", "UH", "VB", "VBP", "VBZ"})
_WHERE = frozenset({"after", "amid", "at", "despite", "for", "from", "in", "on", "to", "with"})
_LAST = 40
#: A headline is parsed again so many times at most.
_MOST = 8


class ParserInput(NamedTuple):
    """The text of a block for the parser, and words that may be its verbs: where they begin, and the verb."""

    text: str
    verbs: tuple[tuple[int, str], ...] = ()

    @property
    def key(self) -> str:
        """What its parse depends on."""
        return f"{self.text}\0{self.verbs}" if self.verbs else self.text


#: The verb that a word is a form of, if it is one.
VerbLemma = Callable[[str], str | None]
#: Parses the same text several times, each time with other words in the places of some.
Reparse = Callable[[Sequence[Mapping[int, str]]], Sequence[Annotation]]


def candidates(text: str, prose: Prose, verb_lemma: VerbLemma) -> Iterator[tuple[int, str]]:
    """Words of a headline that may be verbs, by the text below it.

    What stands beside another word there as it does in the headline stays what the parser takes it for ("peace talks").
    """
    words = list(_WORD.finditer(text))[:_LAST]
    yield from [(match.start(), "to") for match in words[1:-1] if match[0] == "to"][:1]
    for before, match, behind in zip(words, words[1:], [*words[2:], None], strict=False):
        word, following = match[0], behind[0] if behind else ""
        lemma = verb_lemma(word) if word.islower() and word.isalpha() else None
        if lemma is None or not _is_form(word, lemma, before[0], following) or not _may_act(lemma, word, prose):
            continue
        if not prose.has_pair(before[0], word) and not prose.has_pair(word, following):
            yield match.start(), lemma


def _is_form(word: str, lemma: str, before: str, following: str) -> bool:
    """Whether a word has the form of a verb: "Veltra exercises", "sales plunge", not "orders release of poet"."""
    if lemma == word:
        several = (before.endswith("s") and before.isalpha()) or before.lower() in {"more", "people", "police"}
        several = several or (before[0].isupper() and word in word_class("verbs of teams"))
        if word in {"back", "secure"} and following in _WHERE:
            return False  # "Berg back in Tarn", "Norland secure after storm"
        return (several or before.replace(",", "").isdigit()) and (following != "of" or word == "die")
    return word.endswith("s")


def _may_act(lemma: str, word: str, prose: Prose) -> bool:
    """Whether a verb is common in headlines or in the prose, or the prose has no noun that it may be."""
    return lemma in entries("headline_verbs") or prose.lacks(lemma, word) or prose.has_verb(lemma)


def with_verbs(found: Annotation, places: Sequence[Span], verbs: Mapping[int, str], reparse: Reparse) -> Annotation:
    """A headline's annotation, parsed again with its words that may be verbs."""
    known = {at: verbs[start] for at, (start, _) in enumerate(places) if start in verbs}
    for at in [at for at, verb in known.items() if verb == "to"]:
        del known[at]
        if _may_plan(found[0], at):
            [planned] = reparse([{places[at][0]: "will"}])
            found = _as_plan(planned, at) if _plans(planned[0], at) else found
    rows = found[0]
    stand_ins = {at: {places[at][0]: _stand_in(rows, at)} for at in known}
    further = [at for at, verb in known.items() if _may_go_on(rows, at, verb)]
    bare = {at for at, verb in known.items() if rows[at][0] == verb}
    may_lead = known.keys() - {at - 1 for at in bare}  # of "shares slide" not the first
    reparses = _Reparses(reparse)
    forms: dict[int, str] = {}
    for at in sorted(may_lead, key=lambda at: (at in bare, at)):
        behind = [stand_ins[other] for other in further if other > at]
        tries = [stand_ins[at], *({**stand_ins[at], **one} for one in behind)] if _may_lead(found, at) else []
        several = _NAMED if known[at] in word_class("verbs of teams") else _MANY
        if (better := reparses.first(tries, partial(_leads, at=at, acts=several if at in bare else _ONE))) is not None:
            forms, found = better
            break
    for at in further:
        before = [stand_ins[first] for first in known if first < at and first not in bare][-1:]
        tries = [{**forms, **first, **stand_ins[at]} for first in ({}, *before)] if found[0][at][4] != "conj" else []
        if (better := reparses.first(tries, partial(_goes_on, at=at))) is not None:
            forms, found = better
    both = zip(found[0], places, strict=True)
    return [_as_verb(row, verbs[start]) if start in forms else row for row, (start, _) in both], found[1]


class _Reparses:
    """Parses a headline again, not more often than `_MOST` times."""

    def __init__(self, reparse: Reparse) -> None:
        self._reparse = reparse
        self._left = _MOST

    def first(
        self, tries: Sequence[dict[int, str]], fits: Callable[[Annotation], bool]
    ) -> tuple[dict[int, str], Annotation] | None:
        """The first of several parses that fits, with the words put in."""
        tries = tries[: self._left]
        self._left -= len(tries)
        parsed = zip(tries, self._reparse(tries) if tries else (), strict=True)
        return next(((forms, found) for forms, found in parsed if fits(found)), None)


#: What may stand before "to" and a verb in a headline that says what somebody is to do.
_OF_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "JJ", "HYPH", "POS", "``", "''", "CC", "VB", "UH"})


def is_to_act(noun: str, tag: str, at: int, verb: str) -> bool:
    """Whether a noun with an infinitive tells what is to happen: "Firm to cut jobs", "Prices to rise".

    Not so what has an infinitive of its own, or is there for somebody else to use: "Bid to close mill", "Time to act",
    "Books to read". A first word that no list knows may be a name.
    """
    if noun in word_class("nouns with infinitives") | entries("summing_nouns") | entries("content_nouns"):
        return False
    sort = group_noun(noun)
    named = tag not in {"JJ", "NN", "NNS"} or (tag == "NN" and at == 0 and sort is None)
    if named or person_noun(noun) is not None or sort in {Sort.BODY, Sort.PLACE}:
        return True
    comes = word_class("verbs of what is to come") | entries("changing_verbs") | entries("intransitive_verbs")
    return verb in comes or noun in word_class("actors of headlines")


def _may_plan(rows: Sequence[Row], at: int) -> bool:
    """Whether a headline may begin with what somebody is to do: "PM to visit Lund", not "Bid to close mill fails".

    Nor "Firm to build bridge fined".
    """
    (noun, verb), last = (rows[at - 1], rows[at + 1]), rows[-1]
    if verb[3] != "VB" or last[3] in {"VBD", "VBN"} or not is_to_act(noun[1].lower(), noun[3], at - 1, verb[1].lower()):
        return False
    return all(row[3] in _OF_NAMES for row in rows[:at])


def _plans(rows: Sequence[Row], at: int) -> bool:
    """Whether "will" in the place of "to" gives a verb that all before it is the subject of."""
    verb = rows[at][6]
    subject = next((child for child in _children(rows, verb) if rows[child][4] in _SUBJECTS), None)
    leads = rows[verb][6] == verb or (rows[verb][4] == "ccomp" and rows[rows[verb][6]][6] == rows[verb][6])
    return verb == at + 1 and leads and subject == at - 1 and _first(rows, subject) == 0


def _as_plan(found: Annotation, at: int) -> Annotation:
    """The verb with "to" in front again, and what is joined to it as infinitives: "to close mill, cut 400 jobs"."""
    rows, starts = found
    plan = ("to", "to", "PART", "TO", *rows[at][4:])
    bare = [row[4] == "conj" and row[6] == at + 1 and row[0] == row[1] for row in rows]
    behind = [(*row[:3], "VB", *row[4:]) if bare[i] else row for i, row in enumerate(rows)]
    return [*rows[:at], plan, *behind[at + 1 :]], starts


def _as_verb(row: Row, base: str) -> Row:
    return (row[0], base, "VERB", "VBP" if row[0] == base else "VBZ", *row[4:])


def _stand_in(rows: Sequence[Row], at: int) -> str:
    """A verb that is nothing else, for a word with an object or without."""
    following = rows[at + 1] if at + 1 < len(rows) else None
    if following is not None and (following[3] not in _NO_OBJECT or following[0] in {"up", "off", "out", "down"}):
        return "took"
    return "agreed" if following is not None and following[0] == "to" else "went"


def _roots(rows: Sequence[Row]) -> list[int]:
    return [at for at, row in enumerate(rows) if row[6] == at]


def _children(rows: Sequence[Row], head: int) -> list[int]:
    return [at for at, row in enumerate(rows) if row[6] == head != at]


def _first(rows: Sequence[Row], top: int) -> int:
    """Where the words begin that hang on one."""
    first = top
    while (left := min(_children(rows, first), default=first)) < first:
        first = left
    return first


def _is_led(rows: Sequence[Row], root: int) -> bool:
    """Whether a finite verb with a subject leads, and not a name: "Blast jolts Kest"."""
    is_verb = rows[root][3] in _VERB_TAGS and rows[root][0][0].islower()
    return is_verb and any(rows[at][4] in _SUBJECTS for at in _children(rows, root))


def _may_lead(found: Annotation, at: int) -> bool:
    """Whether a headline has no verb, or none before a comma behind what may be one."""
    rows = found[0]
    before = rows[at - 1]
    is_noun = before[3] in _ONE | _MANY | {"CD", "JJR"} or (at == 1 and before[0][0].isupper() and before[3] in _NAMES)
    if at == 0 or not is_noun or _is_led(rows, at):
        return False
    led = [root for root in _roots(rows) if _is_led(rows, root)]
    if not led:
        return True
    is_told = any(rows[child][4] in _SUBJECTS for child in _children(rows, led[-1]) if child > led[-1])
    return not is_told and any(row[0] in _BREAKS for row in rows[at : led[-1]])  # not "Mill closes, says owner"


def _leads(found: Annotation, at: int, *, acts: Collection[str]) -> bool:
    """Whether a word leads its headline: all that stands before it is its subject, and something follows at once.

    Its subject has one of the tags `acts`, or is a number where the verb has its bare form ("Two more die").
    """
    rows, starts = found
    begin = max(start for start in starts if start <= at)
    begin = max([begin, *(place + 1 for place in range(begin, at) if rows[place][0] == ":")])
    is_first = rows[at][4] == "ccomp" and rows[rows[at][6]][6] == rows[at][6] > at  # "Ship sinks, crew saved"
    before = [child for child in _children(rows, at) if begin <= child < at and rows[child][4] != "punct"]
    behind = [child for child in _children(rows, at) if child > at and rows[child][4] != "punct"]
    if not (rows[at][6] == at or is_first) or len(before) != 1 or rows[before[0]][4] != "nsubj":
        return False
    if any(row[4] not in ("punct", "intj") for row in rows[begin : _first(rows, before[0])]):
        return False
    counted = acts is not _ONE and rows[at - 1][3] in {"CD", "JJR"}
    fits = counted or rows[before[0]][3] in acts
    if not fits or not behind:
        return fits and is_first and rows[at + 1][0] == ","
    return rows[behind[0]][4] in _FOLLOWING and _first(rows, behind[0]) == at + 1


def _may_go_on(rows: Sequence[Row], at: int, verb: str) -> bool:
    """Whether a word may be a further verb: not in "Plan failed, says mayor" and "Sales fall, shares plunge"."""
    tells = verb in entries("quoting_verbs") and rows[at][3] not in _MANY
    acts = rows[at][4] in _SUBJECTS and rows[rows[at][6]][3] in _VERB_TAGS - {"VB"}
    return _is_behind_comma(rows, at) and not tells and not acts


def _goes_on(found: Annotation, at: int) -> bool:
    """Whether a word is what the subject of the first verb does, too."""
    rows = found[0]
    return rows[at][4] == "conj" and _is_led(rows, rows[at][6])


def _is_behind_comma(rows: Sequence[Row], at: int) -> bool:
    """Whether a word stands behind a comma: "Norland cuts aid, eyes tax", "cuts aid, and eyes tax"."""
    before = [row[0] for row in rows[:at] if row[0] not in ("'", "’", '"')]
    return bool(before) and (before[-1] == "," or (before[-1] in ("and", "but") and before[-2:-1] == [","]))
