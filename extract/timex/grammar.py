"""The engine: rules are regular expressions over kinds of words, all tried in one pass over a sentence.

A pattern names kinds in upper case (`MONTH DAY`), literal words in lower case (`ago`), and parts that
several rules share in angle brackets (`<count>`); everything else is `re` syntax. Rules are tried in the
order they are written in, at the leftmost word first; a rule whose function returns None passes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from extract.syntax.tree import Word
from extract.timex.anchor import Anchor, Reading
from extract.timex.beginnings import beginnings
from extract.timex.lexicon import OTHER, Coder, words
from extract.timex.tense import direction

Reader = Callable[["Match"], Reading | None]

SHARED = {
    "n": "(?:NUM(?:hundred|thousand)?|NUMWORD(?:(?:HYPHEN|and)?(?:NUMWORD|hundred|thousand))*)",
    "hedge": "(?:(?:more|less|fewer)than|at(?:least|most)|up to|as(?:many|much|little|few|long)as|no(?:more|less)than"
    "|just(?:over|under)|well over|HEDGE|just|only)",
    "count": "(?:<n>(?:(?:to|or|HYPHEN)<n>)?|(?:a|an)(?:good)?VAGUE of?|VAGUE of?"
    "|(?:a|an)(?:hundred|thousand|dozen)|half(?:a|an)|(?:a|an)half|a|an)",
    "unit": "(?:(?:trading|business|working|calendar|full|straight|consecutive|whole|fiscal|long|more|other|additional)"
    "?(?:UNIT|UNITS))",
    "phase": "(?:PHASE HYPHEN?|the?(?:very)?PHASE of(?:the)?)",
    "edge": "the?(?:very)?PHASE of the?",
    "onday": "(?:COMMA?on?(?:DEICTIC|<dayof>|WEEKDAY))",
    "dayof": "(?:WEEKDAY COMMA?)?(?:MONTH(?:DAY|ORDINAL)|(?:DAY|ORDINAL)of?MONTH)(?:COMMA? YEAR)?",
    "spoken": "(?:(?:nineteen|eighteen|twenty)NUMWORD(?:HYPHEN?NUMWORD)?|two thousand(?:and?NUMWORD)?)",
}
#: No expression is without one of these: a sentence that has none is passed over, and no rule is tried far from one.
CORE = """
    UNIT UNITS MONTH WEEKDAY WEEKDAYS SEASON DEICTIC PART OFTEN NOW RECENTLY YEAR YEARS DECADE CLOCK GLUED AMPM ZONE
    NAMEDDAY SLASHED QUARTER HALF FISCALYEAR PHASEYEAR SHORTYEAR APOS
    nineteen eighteen twenty thousand half period ago past future present moment possible o'clock
    christmas boxing thanksgiving independence memorial labor labour veterans bastille election new valentine good
    columbus presidents mother father martin
    easter halloween
""".split()  # noqa: SIM905 (a list of fifty strings would hide the words)
#: Words that begin an expression as an adjective or noun and are, as verbs, outside it: "will last a week",
#: "polls close Sunday", "the talks start May 3".
_NOT_AS_VERBS = frozenset({"last", "close", "start", "turn", "end", "present"})
#: How many words of an expression may come before its first core word ("at least the past 18 or so months").
_REACH = 10
#: How often a character has to come before it gets a pattern of its own.
_OFTEN = 200
_PART = re.compile(r"<(\w+)>")
_TOKEN = re.compile(r"([A-Z]+)|(['’]?[a-z][a-z'’]*)|(\s+)")


class Match:
    """The words that a rule matched, by kind, with what stands around them."""

    def __init__(
        self, grammar: Grammar, sentence: Sequence[Word], codes: str, start: int, end: int, anchor: Anchor
    ) -> None:
        self._grammar = grammar
        self.sentence = sentence
        self.codes = codes
        self.start = start
        self.end = end
        self.anchor = anchor

    def between(self, start: int, end: int) -> Match:
        """The same match with other bounds."""
        return Match(self._grammar, self.sentence, self.codes, start, end, self.anchor)

    @property
    def words(self) -> Sequence[Word]:
        return self.sentence[self.start : self.end]

    @cached_property
    def lowers(self) -> list[str]:
        return [w.lower for w in self.words]

    @cached_property
    def direction(self) -> int:
        """The tense of the clause that the expression dates (see `tense`)."""
        return direction(self.top)

    @property
    def top(self) -> Word:
        """The word of the match that hangs on a word outside it."""
        words, first = self.words, self.sentence[0].i
        return next((w for w in words if not self.start <= w.head.i - first < self.end), words[0])

    def has(self, *lowers: str) -> bool:
        return any(lower in self.lowers for lower in lowers)

    def find(self, kind: str) -> list[Word]:
        """All matched words of a kind."""
        members = self._grammar.members(kind)
        return [w for w, code in zip(self.words, self.codes[self.start : self.end], strict=True) if code in members]

    def first(self, kind: str) -> Word | None:
        return next(iter(self.find(kind)), None)

    def value(self, kind: str) -> str | None:
        """The lexicon's value of the first word of a kind."""
        word = self.first(kind)
        return words()[word.lower][kind] if word is not None else None

    def before(self, distance: int = 1) -> Word | None:
        at = self.start - distance
        return self.sentence[at] if at >= 0 else None

    def after(self, distance: int = 0) -> Word | None:
        at = self.end + distance
        return self.sentence[at] if at < len(self.sentence) else None


class Rules:
    """The rules of a module: `@RULES("MONTH DAY", ...)` says that a function reads what the patterns match."""

    def __init__(self) -> None:
        self.entries: list[tuple[str, Reader]] = []

    def __call__(self, *patterns: str) -> Callable[[Reader], Reader]:
        def register(reader: Reader) -> Reader:
            self.entries.extend((pattern, reader) for pattern in patterns)
            return reader

        return register


class Grammar:
    """Rules in the order in which they are tried, compiled when the first sentence comes."""

    def __init__(self, rules: Iterable[Rules]) -> None:
        self._rules = [entry for group in rules for entry in group.entries]
        self._members: dict[str, str] = {}
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._oftens: dict[str, re.Pattern[str]] = {}
        self._counts: Counter[str] = Counter()

    def members(self, kind: str) -> str:
        if kind not in self._members:
            self._members[kind] = self._coder.members(kind)
        return self._members[kind]

    @cached_property
    def _coder(self) -> Coder:
        literals: set[str] = set()
        for pattern, _ in self._rules:
            literals.update(m[2] for m in _TOKEN.finditer(_expand(pattern)) if m[2])
        return Coder(literals)

    @cached_property
    def _patterns(self) -> list[str]:
        return [self._translate(pattern) for pattern, _ in self._rules]

    @cached_property
    def _beginning(self) -> dict[str, list[int]]:
        """The rules that can begin with a character, in their order."""
        table: dict[str, list[int]] = {}
        for n, pattern in enumerate(self._patterns):
            for code in beginnings(pattern):
                table.setdefault(code, []).append(n)
        return table

    @cached_property
    def _wildcards(self) -> int:
        """How many words of no kind any rule takes in."""
        return max(pattern.count(OTHER) for pattern in self._patterns)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return self._together(range(len(self._patterns)))

    def _first(self, code: str) -> re.Pattern[str]:
        """All rules as one pattern; for a character that has come often, only those that can begin with it.

        Compiling costs as much as some hundred tries save, and most characters are rare.
        """
        often = self._oftens.get(code)
        if often is not None:
            return often
        self._counts[code] += 1
        if self._counts[code] == _OFTEN:
            self._oftens[code] = self._together(self._beginning[code])
        return self._any

    def _together(self, numbers: Iterable[int]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?P<r{n}>{self._patterns[n]})" for n in numbers))

    def _alone(self, number: int) -> re.Pattern[str]:
        """The pattern of one rule: asked for only where an earlier one matched and passed."""
        if number not in self._compiled:
            self._compiled[number] = re.compile(self._patterns[number])
        return self._compiled[number]

    @cached_property
    def _core(self) -> re.Pattern[str]:
        return re.compile(f"[{''.join(self.members(kind) for kind in CORE)}]")

    def _translate(self, pattern: str) -> str:
        return _TOKEN.sub(self._class, _expand(pattern))

    def _class(self, token: re.Match[str]) -> str:
        if token[3]:
            return ""
        members = self.members(token[1] or token[2])
        if not members:
            raise ValueError(f"no word is of the kind {token[0]!r}")
        return f"[{members}]" if len(members) > 1 else members

    def read(self, sentence: Sequence[Word], anchor: Anchor) -> Iterator[tuple[Match, Reading]]:
        """The expressions of a sentence from left to right, none overlapping."""
        codes = self._coder.encode(sentence)
        core = self._core.search(codes)
        at = 0
        while core is not None:
            result = self._around(sentence, codes, at, core.start(), anchor)
            at = core.start() + 1
            if result is not None:
                yield result
                at = result[0].end
            core = self._core.search(codes, at)

    def _around(
        self, sentence: Sequence[Word], codes: str, at: int, core: int, anchor: Anchor
    ) -> tuple[Match, Reading] | None:
        """The first expression that begins at or a few words before a core word."""
        beginning = self._beginning
        first = max(at, core - _REACH)
        apart = core  # no rule matches over more words that it does not ask about than it has wildcards
        for _ in range(self._wildcards + 1):
            apart = codes.rfind(OTHER, first, max(apart, first))
        for start in range(max(first, apart + 1), core + 1):
            if codes[start] not in beginning or _is_verb(sentence[start]):
                continue
            found = self._first(codes[start]).match(codes, start)
            result = None if found is None else self._at(sentence, codes, found, anchor)
            if result is not None:
                return result
        return None

    def _at(
        self, sentence: Sequence[Word], codes: str, found: re.Match[str], anchor: Anchor
    ) -> tuple[Match, Reading] | None:
        """What the rule that matched, or else one after it, makes of the words."""
        first, start = int((found.lastgroup or "r0")[1:]), found.start()
        for number in self._beginning[codes[start]]:
            if number < first:
                continue
            again = found if number == first else self._alone(number).match(codes, start)
            if again is None:
                continue
            match = Match(self, sentence, codes, start, again.end(), anchor)
            reading = self._rules[number][1](match)
            if reading is not None:
                return _trimmed(match, reading), reading
        return None


def _is_verb(word: Word) -> bool:
    return word.lower in _NOT_AS_VERBS and word.tag[:2] == "VB"


def _expand(pattern: str) -> str:
    while _PART.search(pattern):
        pattern = _PART.sub(lambda m: SHARED[m[1]], pattern)
    return pattern


def _trimmed(match: Match, reading: Reading) -> Match:
    if not reading.skip and reading.words is None:
        return match
    start = match.start + reading.skip
    end = match.end if reading.words is None else start + reading.words
    return match.between(start, end)
