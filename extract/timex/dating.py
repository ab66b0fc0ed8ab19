"""Which claim a time expression dates, by syntax."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from extract.claims.shared_times import ending_of_counted, shared_time
from extract.english.wordlists import entries, word_class
from extract.model import ValidTime
from extract.syntax.tree import Tree, Word
from extract.syntax.words import PAIRED, VERBS
from extract.timex.anchor import TimexType
from extract.timex.calendar import extent
from extract.timex.expressions import TimeExpression
from extract.timex.tense import stands_before_clause

_ADJUNCT_DEPS = frozenset({
    "npadvmod", "advmod", "pobj", "pcomp", "prep", "tmod", "dep", "nummod", "amod", "compound", "quantmod", "agent",
    "conj", PAIRED,
})  # fmt: skip
_COMPLEMENTS = frozenset({"attr", "acomp", "oprd"})
_OBJECTS = frozenset({"dobj", "pobj", "attr", "oprd", "dative"})
_FUNCTION = frozenset({"ADP", "SCONJ", "ADV", "PART"})


def valid_time(
    expressions: Sequence[TimeExpression], predicate: Word, tree: Tree, relation: Collection[Word] = ()
) -> ValidTime | None:
    """When the claim headed by `predicate` holds: by the adjuncts of its verb, or of a verb it continues.

    "plans to meet on Tuesday" is one chain, as is "On Tuesday she tried to sell it", whose `relation` has both verbs;
    "On Monday he resigned and left" shares its first words; a time inside another clause or inside a noun ("the 1998
    bombing") dates nothing here.
    """
    for governor in _chain(predicate):
        times = (e for e in expressions if e.type is not TimexType.SET)
        dating = [e for e in times if _dates(e, governor, predicate, tree, governor in relation)]
        if dating:
            return _valid(dating, tree)
        if (when := _antecedent(expressions, governor)) is not None:
            return _valid([when], tree)
    return None


def _antecedent(expressions: Sequence[TimeExpression], verb: Word) -> TimeExpression | None:
    """ "It reopens on Friday, when the mayor will speak", "since 2019, when it was sold": on Friday, in 2019."""
    if verb.dep != "relcl" or not any(w.lower == "when" and w.i < verb.i for w in verb.left):
        return None
    time = next((e for e in expressions if verb.head in e.words and e.type is TimexType.DATE), None)
    known = extent(time.value) if time is not None else None
    if time is None or known is None:
        return None
    (first, last), _ = known
    return replace(time, earliest=first.isoformat(), latest=last.isoformat(), modifier=None)


def _chain(predicate: Word) -> Iterator[Word]:
    yield predicate
    if predicate.dep == "conj" and shared_time(predicate) is not None:
        yield predicate.head
    if (shared := next(ending_of_counted(predicate), None)) is not None:
        yield shared.head
    word = predicate
    while word.dep in {"xcomp", "conj"} and word.head is not word and word.child("nsubj", "nsubjpass") is None:
        word = word.head
        yield word


def _dates(expression: TimeExpression, governor: Word, predicate: Word, tree: Tree, told: bool) -> bool:
    if _governor(expression, tree) is not governor or _measures(expression):
        return False
    if governor.lemma in _MOVING and expression.modifier in {"from", "until"}:
        return False
    if _is_of_what_is_awaited(expression, governor) or _is_of_a_superlative(expression, governor):
        return False
    if _is_of_the_occasion(expression, governor):
        return False
    if _counts_times(expression, tree) or _is_of_the_former(expression, tree) or _is_standard(expression, tree):
        return False
    if governor is predicate:
        return True
    if predicate.dep == "conj":
        return expression.start < governor.start  # fronted: shared by the conjuncts
    return told or expression.start > predicate.start


#: "An hour later": how far from something else.
_DISTANT = frozenset({"later", "earlier", "before", "after", "afterwards", "afterward", "previously"})


def _measures(expression: TimeExpression) -> bool:
    """ "will cut the journey from three hours to 70 minutes", "opened after six years": how long, not when."""
    if expression.type is not TimexType.DURATION:
        return False
    bounded = expression.modifier in {"from", "until", "by", "after", "before"}
    bounded = bounded or _is_distance(expression) or expression.words[-1].lower in _DISTANT
    return bounded or _compares(expression) or _is_rate(expression)


def _is_distance(expression: TimeExpression) -> bool:
    """ "started in May, weeks before the vote": how long before. "scored with ten minutes left": how long was left.

    "100 days away", "hours long", "entitled to the eight weeks of paid rest": how long something is.
    """
    noun = expression.head
    host = noun.head.lower
    if noun.dep == "npadvmod":
        return host in {"before", "after", "away"} or noun.head.pos == "ADJ"
    hung = host in {"of", "to"} or (host == "for" and noun.head.head.pos in {"ADJ", "NOUN"})
    of_something = hung and any(w.lower == "of" for w in expression.words[-1].right)
    return noun.dep == "pobj" and (host == "with" or of_something)


def _compares(expression: TimeExpression) -> bool:
    """ "by 2028, two years earlier than planned": how much earlier."""
    degree = expression.head.head
    return degree.tag in {"JJR", "RBR"} and any(w.lower == "than" and w.i == degree.i + 1 for w in degree.subtree())


def _is_rate(expression: TimeExpression) -> bool:
    """ "saves 800 tonnes of plastic a year": how many for each year."""
    first = expression.words[0]
    before = [w for w in expression.head.head.subtree() if w.i == first.i - 1]
    rate = len(expression.words) == 2 and first.lower in {"a", "an"} and expression.head.dep == "npadvmod"
    return rate and any(w.pos in {"NOUN", "NUM", "SYM"} for w in before)


_FORESEEING = frozenset({"anticipate", "expect", "forecast", "foresee", "predict"})
#: The length of the value of a month; longer ones are days.
_MONTH = 7


def _is_of_what_is_awaited(expression: TimeExpression, governor: Word) -> bool:
    """ "She promised new homes before winter", "had predicted a cut in June": then the homes and the cut."""
    thing = governor.child("dobj")
    if governor.lemma in _FORESEEING and governor.tag in {"VBD", "VBN"} and len(expression.value) <= _MONTH:
        return thing is not None and thing.start < expression.start
    return (
        expression.modifier in {"by", "before"}
        and governor.tag in {"VBD", "VBN", "VBZ", "VBP"}
        and governor.lemma in entries("awaiting")
        and thing is not None
        and thing.start < expression.start
    )


def _is_of_the_occasion(expression: TimeExpression, governor: Word) -> bool:
    """ "A man has been charged after a fire in Ostrand on Sunday": "has" goes with no day that is over."""
    day = expression.type is not TimexType.DURATION and expression.modifier is None
    if not day or not any(w.lower in {"has", "have"} for w in governor.left) or governor.i > expression.words[0].i:
        return False
    named = any(w.tag == "NNP" or w.lower in {"yesterday", "weekend"} for w in expression.words)
    named = named or expression.words[0].lower == "last"
    before = (w for w in governor.right if w.dep == "prep" and w.end < expression.start)
    return named and any(w.lower in _OCCASIONS and w.child("pobj") is not None for w in before)


#: Prepositions before what something is done about.
_OCCASIONS = frozenset({"after", "amid", "at", "during", "following", "in", "over"})
#: Verbs that move a date: "was postponed from May to June" says when it is now to be, not how long.
_MOVING = word_class("verbs of moving a date")


def _is_of_the_former(expression: TimeExpression, tree: Tree) -> bool:
    """ "fell to 410 million crowns from 520 million a year earlier": then it was 520 million."""
    at = expression.words[0].i - 1
    if at > 0 and tree.words[at].lower in {"in", "at"}:
        at -= 1
    word = tree.words[at]
    while word.dep in {"nummod", "compound", "quantmod", "npadvmod"} and word.head.pos in {"NOUN", "NUM", "SYM"}:
        word = word.head
    amount = word.tag == "CD" or word.child("nummod") is not None or word.lower == "%"
    former = word.dep == "pobj" and word.head.lower == "from" and word.head.dep in {"prep", "pcomp"}
    return at > 0 and amount and former and word.entity not in {"DATE", "TIME"}


def _is_standard(expression: TimeExpression, tree: Tree) -> bool:
    """ "calmer than in the past week", "came not in May but in June": what it is measured by, and when it was not."""
    at = expression.words[0].i - 1
    than = tree.words[at - (tree.words[at].lower in {"at", "during", "in", "on"})] if at > 0 else None
    if than is not None and than.lower == "not":
        return than.head.pos == "ADP"
    if than is None or than.lower != "than" or expression.type is TimexType.DURATION:
        return False
    return not any(w.lower in _DISTANT | {"sooner"} for w in tree.words[max(0, than.i - 2) : than.i])


def _counts_times(expression: TimeExpression, tree: Tree) -> bool:
    """ "for the second time in a year": within what time it came twice."""
    at = expression.words[0].i
    before = [w.lower for w in tree.words[max(0, at - 2) : at]]
    return before == ["time", "in"] and expression.type is TimexType.DURATION


def _is_of_a_superlative(expression: TimeExpression, governor: Word) -> bool:
    """ "It is the deadliest flood since 1931": the flood is not as old as that."""
    if expression.modifier != "since":
        return False
    phrases = [w for w in governor.children if w.dep in {"attr", "dobj", "pobj", "acomp", "prep", "nsubj", "dep"}]
    words = [below for w in phrases for below in w.subtree() if below.start < expression.start]
    words = [w for w in words if w.lower != "least"]  # "since at least 2011"
    return any(w.tag in {"JJS", "RBS"} or w.lower in {"first", "only", "second"} for w in words)


def _governor(expression: TimeExpression, tree: Tree) -> Word | None:
    """The word whose adjunct the expression is: a verb, or the noun of a verbless claim; None inside a modifier."""
    word = expression.head
    if word.dep in {"nummod", "amod", "compound", "poss", "nmod"}:
        return _of_occasion(word.head) if _is_day(expression) else None
    below = word
    while word.dep in _ADJUNCT_DEPS and word.head is not word:
        below, word = word, word.head
        if word.lower == "from" and below.dep == "prep" and _is_amount(word, below):
            return None
        if word.pos in VERBS and not stands_before_clause(expression.head, word):
            return word
        if below.dep == "conj" or word.pos in VERBS:
            continue  # "between 2001 and 2009": with the date before it
        if below.lower in {"to", "through"} and word.lemma.lower() in entries("time_nouns"):
            return None  # "in the three months to December"
        if word.pos not in _FUNCTION and not _is_part_of_time(word, below):
            return _through_noun(word, below, expression, tree)
    return None


def _is_day(expression: TimeExpression) -> bool:
    """Whether it is a day, also one without its year: "2019-03-12", "XXXX-WXX-2"."""
    return expression.value.count("-") == 2 and not expression.value.endswith("WE")


def _of_occasion(noun: Word) -> Word | None:
    """The verb that a dated occasion dates: "during Tuesday's debate, she named the mill".

    Not: "believes in Monday's vote", "was angry at Monday's ruling", "spoke ahead of Monday's vote".
    """
    preposition, verb = noun.head, noun.head.head
    if noun.dep != "pobj" or verb.pos not in VERBS or not _is_there_on(preposition, noun, verb):
        return None
    return verb


def _is_there_on(preposition: Word, noun: Word, verb: Word) -> bool:
    """Whether a verb tells what was done on an occasion, and not what is thought of it, or what made it so."""
    about = verb.lemma in word_class("verbs turned on something")
    thing = verb.child("dobj")
    if about or (thing is not None and thing.lemma in word_class("what one has in something")):
        return False
    held = {"at": _GATHERINGS, "in": _HELD}.get(preposition.lower)
    return preposition.lower == "during" if held is None else noun.lower in held


_GATHERINGS = word_class("held again and again") | word_class("gatherings")
_HELD = _GATHERINGS | word_class("circumstances") | word_class("words of one day")


def _is_amount(preposition: Word, below: Word) -> bool:
    """ "down from 3.1 percent in December": then it was 3.1 percent."""
    amount = preposition.child("pobj")
    if amount is None or amount.i > below.i or amount.entity in {"DATE", "TIME"} or below.lower not in {"in", "at"}:
        return False
    return amount.tag == "CD" or amount.child("nummod") is not None


def _is_part_of_time(noun: Word, below: Word) -> bool:
    """ "in the early hours of Sunday", "on the night of 5 May": the noun is time too."""
    return below.lower == "of" and noun.lemma.lower() in entries("time_nouns")


def _through_noun(noun: Word, below: Word, expression: TimeExpression, tree: Tree) -> Word | None:
    """The verb that a time belongs to although the parser hung it on a noun, else that noun.

    On a complement: "was mayor until 2009", "stays open until Friday". On the subject, the period that a
    figure is for: "Profit for the third quarter fell". On an object: a bare time ("held a rally Saturday"),
    a term ("will double its flights by May"), what a comma sets off ("killed 40 people, most of them
    children, on Friday"), and what follows a counted thing ("rose by two metres between Saturday and Monday").
    """
    verb = _verb_above(noun)
    if verb is noun.head and (
        noun.dep in {*_COMPLEMENTS, PAIRED}
        or (noun.dep in {"nsubj", "nsubjpass"} and below.lower == "for")
        or (noun.dep == "dobj" and below.lower == "by")
    ):
        return verb
    bare = expression.head.dep in {"npadvmod", "tmod", "advmod"}
    set_off = below.pos == "ADP" and below.i > 0 and tree.words[below.i - 1].lower == ","
    counted = below.pos == "ADP" and noun.child("nummod") is not None
    day = _is_day(expression) and (bare or below.lower == "on")
    if day and (held := _of_occasion(noun)) is not None:
        return held  # "will be named in a meeting on Friday", "said in an interview Friday"
    ahead = verb is noun.head and below.lower == "on" and any(w.lower in {"will", "'ll", "’ll"} for w in verb.left)
    if (
        verb is not None
        and (bare or set_off or counted or ahead)
        and noun.dep in _OBJECTS
        and expression.start > noun.start
    ):
        return verb
    return None if below.lower == "of" else noun


def _verb_above(noun: Word) -> Word | None:
    """The verb that a noun is an argument of, directly or through prepositions and their nouns."""
    for above in noun.ancestors():
        if above.pos in VERBS:
            return above
        if above.pos not in _FUNCTION and above.dep not in _OBJECTS:
            return None
    return None


def _valid(dating: Sequence[TimeExpression], tree: Tree) -> ValidTime:
    best = min(dating, key=_coarseness)
    last = _last_of_range(best, dating, tree)
    if last is None:
        text = tree.source[best.start : best.end]
        return ValidTime(best.value, text, best.earliest, best.latest, best.precision, best.modifier, best.relative)
    return ValidTime(
        f"{best.value}/{last.value}",
        tree.source[best.start : last.end],
        best.earliest,
        last.latest,
        best.precision,
        relative=best.relative or last.relative,
    )


def _last_of_range(first: TimeExpression, dating: Sequence[TimeExpression], tree: Tree) -> TimeExpression | None:
    """The date that closes "from 2001 to 2009", "between Saturday and Monday", "on Monday, Tuesday and Friday"."""
    if first.modifier in {"from", "since"}:
        return next((e for e in dating if e.modifier == "until" and 0 < e.words[0].i - first.words[-1].i < 4), None)
    last = None
    for following in sorted(dating, key=lambda e: e.start):
        begun = last or first
        if following.start > begun.start and _joined(begun, following, tree) and _is_later(following, begun):
            last = following
    return last


def _joined(first: TimeExpression, second: TimeExpression, tree: Tree) -> bool:
    words = tree.words
    start, end = words.index(first.words[-1]) + 1, words.index(second.words[0])
    return 0 < end - start < 3 and all(w.lower in {",", "and", "or", "&"} for w in words[start:end])


def _is_later(second: TimeExpression, first: TimeExpression) -> bool:
    same = second.precision is first.precision and second.precision is not None
    return same and (second.latest or "") > (first.latest or "~")


_KINDS = (TimexType.DATE, TimexType.TIME, TimexType.DURATION)


def _coarseness(expression: TimeExpression) -> tuple[bool, int]:
    """Dates with ends before those without, days before "now" ("will now open on Friday"), dates before times."""
    vague = (expression.earliest is None and expression.latest is None) or expression.value == "PRESENT_REF"
    return vague, _KINDS.index(expression.type)
