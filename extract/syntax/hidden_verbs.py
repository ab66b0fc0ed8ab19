"""Verbs of headlines that the models take for nouns: "Veltra exercises options on ferries", "Car sales plunge by half".

What the text below a headline has as a verb may be one in it. Such a word is parsed again with a verb in its place that
is nothing else ("Veltra took options on ferries"), and stays a verb if it then leads all of the headline, or goes on
behind a comma with what its first verb says ("Norland cuts aid, eyes new tax").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from extract.english.wordlists import entries
from extract.model import Span
from extract.syntax.memory import Annotation, Row

_WORD = re.compile(r"[\w'’.]+")
_PARTICLES = frozenset({"up", "off", "out", "down"})
_NO_OBJECT = frozenset({"IN", "RB", "RBR", "RP", "TO", "CC", ",", ":", ".", "-LRB-"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
#: What follows a verb at once.
_FOLLOWING = frozenset({"dobj", "prep", "prt", "dative", "attr"})
_ONE = frozenset({"NN", "NNP"})
_MANY = frozenset({"NNS", "NNPS"})
_LAST = 40
#: Words behind which a verb has its bare form.
_BEFORE_BASE = "to|will|would|can|could|may|might|should|must|did|not|n't"


class Wording(NamedTuple):
    """The text of a block for the parser, and words that may be its verbs: where they begin, and the verb."""

    text: str
    verbs: tuple[tuple[int, str], ...] = ()

    @property
    def key(self) -> str:
        """What its parse depends on."""
        return f"{self.text}\0{self.verbs}" if self.verbs else self.text


#: The verb that a word is a form of, if it is one.
BaseOf = Callable[[str], str | None]
#: Parses the same text with other words in the places of some.
Again = Callable[[Mapping[int, str]], Annotation]


def candidates(text: str, prose: str, base_of: BaseOf) -> Iterator[tuple[int, str]]:
    """Words of a headline that may be verbs, by what the text below it has."""
    words = list(_WORD.finditer(text))[:_LAST]
    for before, match, behind in zip(words, words[1:], [*words[2:], None], strict=False):
        word, following = match[0], behind[0] if behind else ""
        base = base_of(word) if word.islower() and word.isalpha() else None
        if base is None or not _is_form(word, base, before[0], following) or not _may_act(base, word, prose):
            continue
        pairs = [f"{before[0]} {word}", f"{word} {following}"] if following else [f"{before[0]} {word}"]
        if not any(re.search(rf"\b{re.escape(pair)}\b", prose, re.IGNORECASE) for pair in pairs):
            yield match.start(), base


def _is_form(word: str, base: str, before: str, following: str) -> bool:
    """Whether a word has the form of a verb: "Veltra exercises", "sales plunge", not "orders release of poet"."""
    if base == word:
        return before.endswith("s") and before.isalpha() and following != "of"
    return word.endswith("s")


def _may_act(base: str, word: str, prose: str) -> bool:
    """Whether the prose has the verb ("plunged", "to plunge"), or no noun that it may be."""
    if base in entries("headline_verbs") or (prose and re.search(rf"\b{base}\b|\b{word}\b", prose) is None):
        return True
    stem = base.removesuffix("e")
    ending = rf"(?:{base[-1]})?(?:ed|ing)" if not base.endswith("y") else "(?:ing|ed)"
    past = rf"|{base[:-1]}ied" if base.endswith("y") else ""
    return re.search(rf"\b(?:{stem}{ending}{past}|(?:{_BEFORE_BASE}) {base})\b", prose) is not None


def with_verbs(found: Annotation, places: Sequence[Span], verbs: Mapping[int, str], again: Again) -> Annotation:
    """A headline's annotation, read again with its words that may be verbs."""
    rows = found[0]
    known = {at: verbs[start] for at, (start, _) in enumerate(places) if start in verbs}
    stand_ins = {at: {places[at][0]: _stand_in(rows, at)} for at in known}
    further = [at for at, verb in known.items() if _may_go_on(rows, at, verb)]
    forms: dict[int, str] = {}
    bare = {at for at, verb in known.items() if rows[at][0] == verb}
    may_lead = known.keys() - {at - 1 for at in bare}  # of "shares slide" not the first
    for at in sorted(may_lead, key=lambda at: (at in bare, at)):
        behind = [stand_ins[other] for other in further if other > at]
        tries = [stand_ins[at], *({**stand_ins[at], **one} for one in behind)] if _may_lead(found, at) else []
        if (better := _read(tries, again, partial(_leads, at=at))) is not None:
            forms, found = better
            break
    for at in further:
        before = [stand_ins[first] for first in known if first < at and first not in bare]
        tries = [{**forms, **first, **stand_ins[at]} for first in ({}, *before)] if found[0][at][4] != "conj" else []
        if (better := _read(tries, again, partial(_goes_on, at=at))) is not None:
            forms, found = better
    both = zip(found[0], places, strict=True)
    return [_as_verb(row, verbs[start]) if start in forms else row for row, (start, _) in both], found[1]


def _read(
    tries: Iterable[dict[int, str]], again: Again, fits: Callable[[Annotation], bool]
) -> tuple[dict[int, str], Annotation] | None:
    """The first of several readings that fits, with the words put in."""
    return next(((forms, found) for forms in tries if fits(found := again(forms))), None)


def _as_verb(row: Row, base: str) -> Row:
    return (row[0], base, "VERB", "VBP" if row[0] == base else "VBZ", *row[4:])


def _stand_in(rows: Sequence[Row], at: int) -> str:
    """A verb that is nothing else, for a word with an object or without."""
    following = rows[at + 1] if at + 1 < len(rows) else None
    if following is not None and (following[3] not in _NO_OBJECT or following[0] in _PARTICLES):
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
    is_verb = rows[root][3] in _FINITE and rows[root][0][0].islower()
    return is_verb and any(rows[at][4] in _SUBJECTS for at in _children(rows, root))


def _may_lead(found: Annotation, at: int) -> bool:
    """Whether a headline has no verb, or none before a comma behind what may be one."""
    rows = found[0]
    before = rows[at - 1]
    is_noun = before[3] in _ONE | _MANY or (at == 1 and before[0][0].isupper() and before[3] == "VB")  # "Veltra eyes"
    if at == 0 or not is_noun or _is_led(rows, at):
        return False
    led = [root for root in _roots(rows) if _is_led(rows, root)]
    if not led:
        return True
    is_told = any(rows[child][4] in _SUBJECTS for child in _children(rows, led[-1]) if child > led[-1])
    return not is_told and any(row[0] == "," for row in rows[at : led[-1]])  # not "Mill closes, says owner"


def _leads(found: Annotation, at: int) -> bool:
    """Whether a word leads its headline: all that stands before it is its subject, and something follows at once."""
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
    is_form = rows[at][0].endswith("s")
    acts = rows[before[0]][3] in (_ONE if is_form else _MANY)
    if not acts or not behind:
        return acts and is_first and rows[at + 1][0] == ","
    return rows[behind[0]][4] in _FOLLOWING and _first(rows, behind[0]) == at + 1


def _may_go_on(rows: Sequence[Row], at: int, verb: str) -> bool:
    """Whether a word may be a further verb: not in "Plan failed, says mayor" and "Sales fall, shares plunge"."""
    tells = verb in entries("quoting_verbs") and rows[at][3] not in _MANY
    acts = rows[at][4] in _SUBJECTS and rows[rows[at][6]][3] in _FINITE - {"VB"}
    return _is_behind_comma(rows, at) and not tells and not acts


def _goes_on(found: Annotation, at: int) -> bool:
    """Whether a word is what the subject of the first verb does, too."""
    rows = found[0]
    return rows[at][4] == "conj" and _is_led(rows, rows[at][6])


def _is_behind_comma(rows: Sequence[Row], at: int) -> bool:
    """Whether a word stands behind a comma: "Norland cuts aid, eyes tax", "cuts aid, and eyes tax"."""
    before = [row[0] for row in rows[:at] if row[0] not in ("'", "’", '"')]
    return bool(before) and (before[-1] == "," or (before[-1] in ("and", "but") and before[-2:-1] == [","]))
