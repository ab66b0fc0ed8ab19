"""When a repair has something to do: many look for a word that most sentences do not have.

Such a repair says so with `only_on` or `only_with`, and is called nowhere else. What they name are forms in lower
case, which no repair changes. What else it needs, it looks for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from extract.syntax.tree import Tree, Word

#: For `only_with`: the sentence holds a quotation, whose marks are no words.
QUOTATION = '"'

#: An occasion is a number with a bit for each repair that has something to do.
Occasion = int

Part = TypeVar("Part", Tree, Word)
Repair = TypeVar("Repair", bound=Callable[..., None])

_bits: dict[Callable[..., None], Occasion] = {}
_with: defaultdict[str, Occasion] = defaultdict(int)
_on: defaultdict[str, Occasion] = defaultdict(int)
#: So many choices of repairs are kept for a label.
_KEPT = 5000


def only_on(*forms: str) -> Callable[[Repair], Repair]:
    """The repair looks only at words with one of these forms."""
    return _declared(forms, _on)


def only_with(*forms: str) -> Callable[[Repair], Repair]:
    """The repair looks only at sentences in which some word has one of these forms."""
    return _declared(forms, _with)


def _declared(forms: Iterable[str], places: defaultdict[str, Occasion]) -> Callable[[Repair], Repair]:
    def declare(repair: Repair) -> Repair:
        bit = _bits.setdefault(repair, 1 << len(_bits))
        for form in forms:
            places[form] |= bit
        return repair

    return declare


def occasion_of(tree: Tree) -> Occasion:
    """Which repairs that name words for sentences have something to do in this one."""
    found = _with[QUOTATION] if tree.quotes else 0
    for word in tree.words:
        if word.lower in _with:
            found |= _with[word.lower]
    return found


def occasion_at(word: Word) -> Occasion:
    """Which repairs that name the words they look at have something to do at this one."""
    return _on.get(word.lower, 0)


class Choice(Generic[Part]):
    """Some repairs, in order, from which an occasion chooses."""

    def __init__(self, repairs: Iterable[Callable[[Part], None]]) -> None:
        self._repairs: list[tuple[Callable[[Part], None], Occasion]] = [(r, _bits.get(r, 0)) for r in repairs]
        self._named: Occasion = sum({bit for _, bit in self._repairs})
        self._chosen: dict[Occasion, tuple[Callable[[Part], None], ...]] = {}

    def at(self, occasion: Occasion) -> tuple[Callable[[Part], None], ...]:
        """Those that have something to do, and all that name no words."""
        occasion &= self._named
        found = self._chosen.get(occasion)
        if found is None:
            if len(self._chosen) == _KEPT:
                self._chosen.clear()
            found = tuple(repair for repair, bit in self._repairs if not bit or bit & occasion)
            self._chosen[occasion] = found
        return found
