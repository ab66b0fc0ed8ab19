"""Ages, days, sums and how many times: what the parser makes several arguments of."""

from __future__ import annotations

import re
from calendar import month_abbr

from extract.claims.nounphrase import is_kind
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    MONTHS,
    SUBJECTS,
    behind_comma,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    opens_behind_comma,
)

_UNITS = frozenset({"dollar", "euro", "pound", "yen", "yuan", "rupee", "franc", "krona", "krone", "peso", "rouble"})
_LARGE = frozenset({"m", "bn", "k", "mn", "tn", "million", "billion", "trillion", "percent", "tonne", "ton", "litre"})
_SIGNS = frozenset("$€£¥₹%")
_MONTHS = MONTHS | set(month_abbr) - {""}


@only_on("aged")
def aged(participle: Word) -> None:
    """ "Ada Lund died aged 91": her age, and nothing that she did."""
    verb = participle.head
    age = next((w for w in (*participle.right, *verb.right) if w.i == participle.i + 1 and w.tag == "CD"), None)
    if verb.lemma == "die" and age is not None:
        participle.pos, participle.tag, participle.dep = "ADJ", "JJ", "acomp"
        age.attach(participle, "npadvmod")


def sum_it_cost(number: Word) -> None:
    """ "The delay has cost the town £58m": that is what it cost."""
    verb = number.head
    if verb.lemma in {"cost", "fine", "owe", "pay"} and verb.child("dative") is not None and _is_sum(number):
        number.dep = "dobj" if verb.child("dobj") is None else number.dep


def metres_long(unit: Word) -> None:
    """ "leaves that are 30 centimetres long": so long, and not for a long time."""
    verb = unit.head
    long = next((w for w in verb.right if w.i == unit.i + 1 and w.lower in _EXTENTS), None)
    if long is not None and unit.dep == "attr" and unit.child("nummod") is not None and not is_time(unit):
        long.pos, long.tag, long.dep = "ADJ", "JJ", "acomp"
        unit.attach(long, "npadvmod")


_EXTENTS = frozenset({"across", "deep", "high", "long", "tall", "thick", "wide"})


@only_on("times", "twice")
def times_as_much(times: Word) -> None:
    """ "The dam cost four times as much as planned": that is what it cost, and no times."""
    much = next((w for w in times.head.right if w.i == times.i + 2 and w.dep in {"dobj", "advmod", "acomp"}), None)
    if much is None or [w.lower for w in much.left] != ["as"]:
        return
    times.attach(much, "npadvmod")
    much.dep = "dobj" if much.lower in {"many", "much"} and is_verbal(much.head) else much.dep


def part_as_much(part: Word) -> None:
    """ "The mill uses a quarter as much water as before": that is how much water it uses."""
    if part.lemma.lower().removesuffix("s") not in _PARTS:
        return
    behind = [w for w in part.head.subtree() if part.i < w.i < part.i + 3]
    if [w.lower for w in behind] not in (["as", "many"], ["as", "much"]) or not is_nominal(behind[1].head):
        return
    noun = behind[1].head
    if part.holds(noun) and not noun.right:
        noun.attach(part.head, part.dep)
    if not part.holds(noun):
        part.attach(behind[1], "npadvmod")


_PARTS = frozenset({"eighth", "fifth", "half", "quarter", "sixth", "tenth", "third"})


@only_on("as")
def as_much_as(measure: Word) -> None:
    """ "They own half as many cows as in 2010": what they own is measured by that year, and they own it now."""
    noun = next((w for w in measure.head.right if w.dep == "dobj" and w.subtree()[-1].i == measure.i - 1), None)
    if noun is None or not is_verbal(measure.head):
        return
    if any(w.dep in {"amod", "advmod"} and any(as_.lower == "as" for as_ in w.left) for w in noun.left):
        measure.attach(noun, "prep")


@only_on("times", "twice")
def times_what(times: Word) -> None:
    """ "Tests found levels four times what rice can stand": they found levels, and how high they were."""
    verb = times.head
    clause = next((w for w in verb.right if w.dep == "ccomp" and w.subtree()[0].i == times.i + 1), None)
    thing = verb.child("dobj")
    if clause is None or clause.subtree()[0].lower != "what":
        return
    clause.attach(times, "relcl")
    if thing is not None and thing.subtree()[-1].i == times.subtree()[0].i - 1:
        times.attach(thing, "amod")
    elif thing is None:
        times.dep = "dobj"


def times_not_object(count: Word) -> None:
    """ "a reef that it had passed hundreds of times": it had passed the reef."""
    of = count.child("prep")
    times = count if of is None or of.lower != "of" else of.child("pobj")
    counted = of is not None or count.child("nummod") is not None
    if times is not None and times.lower == "times" and counted and not times.right and count.head.dep == "relcl":
        count.dep = "npadvmod"


def day_of_month(month: Word) -> None:
    """ "died 17 May 2024": nobody died 17."""
    day = next((w for w in month.head.children if w.i == month.i - 1 and w.tag == "CD"), None)
    if day is None or month.text.rstrip(".") not in _MONTHS or not day.text.isdigit() or list(day.children):
        return
    if 0 < int(day.text) < 32:
        day.attach(month, "nummod")


@only_on("of")
def sum_of(preposition: Word) -> None:
    """ "The council wasted £4m of your money": what it wasted is money."""
    verb = preposition.head
    if not is_verbal(verb):
        return
    number = next((w for w in verb.right if w.subtree()[-1].i == preposition.i - 1), None)
    if number is None or number.dep not in {"dobj", "npadvmod"} or not _is_sum(number):
        return
    preposition.attach(number, "prep")
    if verb.child("dobj", "nsubjpass") is None:
        number.dep = "dobj"


def _is_sum(number: Word) -> bool:
    words = number.subtree()
    return any(w.tag == "CD" for w in words) and any(w.text in _SIGNS or w.lower in _LARGE for w in words)


@only_with("them", "which", "whom")
def most_of_them(most: Word) -> None:
    """ "66 were rescued, most of them by fishermen": not all 66 were rescued by them."""
    by = most.head
    of = most.child("prep") if by.dep in {"agent", "prep"} else None
    if of is None or of.lower != "of" or of.subtree()[-1].i != by.i - 1:
        return
    whole, verb = of.child("pobj"), by.head
    if whole is None or whole.lower not in {"them", "which", "whom"} or most.subtree()[0].i < verb.i:
        return
    most.attach(verb, "npadvmod")
    by.attach(most, "prep")


def _is_share(noun: Word) -> bool:
    """ "most of them", "two thirds of whom"."""
    of = noun.child("prep")
    whole = of.child("pobj") if of is not None and of.lower == "of" else None
    return whole is not None and whole.lower in {"them", "whom"} and opens_behind_comma(noun)


def share_aside(share: Word) -> None:
    """ "killed 40 men, most of them cooks", "in jail for nine days, six of them alone": no second object."""
    of = share.child("prep")
    if share.i < share.head.i or of is None or not _is_share(share):
        return
    if share.dep == "appos" and not any(w.lower == "them" for w in of.right):
        return
    start, end = share.subtree()[0].i, of.subtree()[-1].i
    noun = next((w for w in share.root.subtree() if w.i == start - 2), None)
    if noun is None or not is_nominal(noun) or share.holds(noun):
        return
    behind = [w for w in share.head.right if w.dep == "prep" and w.i == end + 1]
    behind += [w for w in share.root.subtree() if w.dep == "advmod" and w.i == end + 1 and w.lower.endswith("ly")]
    share.attach(noun, "dep")
    for word in behind:
        word.attach(share, "prep")


def share_of_subject(share: Word) -> None:
    """ "The clerks, some of them in hats, sat in the hall": all of them sat."""
    verb, of = share.head, share.child("prep")
    if of is None or not is_verbal(verb) or share.i > verb.i or not _is_share(share):
        return
    start, end = share.subtree()[0].i, of.subtree()[-1].i
    noun = next((w for w in verb.left if is_nominal(w) and w.subtree()[-1].i == start - 2), None)
    closed = any(w.text == "," and end < w.i < verb.i for w in verb.left)
    if noun is None:
        return
    if closed:
        noun.dep = share.dep
        share.attach(noun, "dep")
        return
    main = next((w for w in verb.right if w.dep == "conj" and behind_comma(w)), None)
    if main is None or verb.tag not in {"VBN", "VBG"} or verb.child("aux", "auxpass", "cc") is not None:
        return
    main.take_place_of(verb)
    for word in [w for w in (*verb.left, *verb.right) if w.i > main.i or w.i <= noun.i]:
        word.attach(main, word.dep)
    noun.attach(main, "nsubj")
    verb.attach(main, "advcl")


def second_share(noun: Word) -> None:
    """ "Oslo scored 17 points and Bern nine": Oslo scored no Bern. "Two brothers, one a priest": no third man.

    "She lost her coat and some of the money": some of it is what she lost, and no deed.
    """
    first = noun.head
    if _goes_without_verb(noun, first) or _describes_one(noun):
        noun.dep = "dep"
        for other in noun.right:
            other.dep = "dep" if other.dep == "appos" else other.dep
        return
    thing = first.child("dobj") if is_verbal(first) else None
    joint = None if thing is None else next((w for w in first.right if w.dep == "cc" and w.i > thing.i), None)
    of = noun.child("prep")
    if thing is None or joint is None or of is None or of.lower != "of" or noun.lower not in _SOME:
        return
    if joint.i == thing.subtree()[-1].i + 1 and noun.subtree()[0].i == joint.i + 1:
        joint.attach(thing, "cc")
        noun.attach(thing, "conj")


_SOME = frozenset({"all", "half", "many", "most", "much", "several", "some"})


def _goes_without_verb(noun: Word, first: Word) -> bool:
    number = noun.right[0] if noun.right else None
    counted = first.tag == "CD" or any(w.dep == "nummod" for w in first.left)
    named = noun.tag == "NNP" or any(w.dep == "det" for w in noun.left)
    gapped = number is not None and number.tag == "CD" and number.dep == "nummod" and number.i == noun.i + 1
    return gapped and counted and named and first.dep in {"attr", "dobj"}


def _describes_one(noun: Word) -> bool:
    """ "one a priest"."""
    left = noun.left
    one = len(left) > 1 and left[0].lower == "one" and left[1].lower in {"a", "an"}
    return one and opens_behind_comma(noun)


@only_on("to")
def vote_of(to: Word) -> None:
    """ "by a vote of 22 to 17": one count."""
    before = next((w for w in to.head.subtree() if w.i == to.i - 1), None)
    if before is None or before.tag != "CD" or before.dep != "pobj" or before.head.lower != "of":
        return
    number = to.child("pobj")
    if before.head.head.lemma in {"count", "margin", "majority", "score", "vote"} and number is not None:
        to.attach(before, "prep")


def vote_count(score: Word) -> None:
    """ "They voted 9-4 to close the mill", "ruled five to two": how, and nothing that they voted for."""
    verb = score.head
    if verb.lemma not in _DECIDING or score.i < verb.i:
        return
    if re.fullmatch(r"\d+[-–]\d+", score.text) and verb.lemma == "vote":
        score.dep = "npadvmod"
    behind = [w for w in verb.subtree() if verb.i < w.i < verb.i + 4]
    if len(behind) == 3 and behind[1].lower == "to" and behind[0].tag == behind[2].tag == "CD":
        behind[0].attach(verb, "npadvmod")
        for word in (behind[2], behind[1]):
            word.attach(behind[0], "quantmod")


_DECIDING = frozenset({"decide", "pass", "rule", "vote"})


@only_on("no", "yes")
def yes_or_no(vote: Word) -> None:
    """ "The four who voted no": that is how they voted."""
    verb = vote.head
    if verb.lemma not in {"answer", "vote"} or vote.i != verb.i + 1:
        return
    if verb.child("dobj", "ccomp") is None and not list(vote.children):
        vote.pos, vote.tag, vote.dep = "NOUN", "NN", "dobj"


def relative_of_sum(verb: Word) -> None:
    """ "a payment of 800 pounds, which it called final": the payment was, and no pounds."""
    unit = verb.head
    of = unit.head
    whole = of.head
    relative = next((w for w in verb.left if w.tag == "WDT"), None)
    if relative is None or of.lower != "of" or unit.dep != "pobj" or whole.pos != "NOUN":
        return
    counted = any(w.dep in {"nummod", "nmod"} for w in unit.left)
    if counted and (unit.lemma in _UNITS or unit.lower in _LARGE or unit.tag == "CD") and not is_kind(whole):
        for comma in [w for w in unit.right if w.text == "," and w.i == relative.i - 1]:
            comma.attach(whole, "punct")
        verb.attach(whole, "relcl")


def among_them(noun: Word) -> None:
    """ "drowned 212 sailors, among them his sister": she is one of those that it drowned, and no second object."""
    first = noun.subtree()[0]
    if first.lower in {"among", "amongst"} and first.head is noun and noun.dep in {"appos", "dep"}:
        first.attach(noun.head, "dep")
        noun.dep = "dep"
        return
    among = next((w for w in noun.head.right if w.i == first.i - 2 and w.lower in {"among", "amongst"}), None)
    whole = None if among is None else among.child("pobj")
    if among is None or whole is None or whole.lower != "them" or whole.i != first.i - 1 or not is_nominal(noun):
        return
    noun.attach(among, "dep")


@only_on("into")
def took_into_account(preposition: Word) -> None:
    """ "They took into account age and income": these are what they took into account."""
    verb, noun = preposition.head, preposition.child("pobj")
    if verb.lemma != "take" or noun is None or verb.child("dobj") is not None:
        return
    account = next((w for w in noun.left if w.lower in {"account", "consideration"} and w.dep == "compound"), None)
    if account is None or account.i != preposition.i + 1:
        return
    noun.attach(verb, "dobj")
    account.attach(preposition, "pobj")


_AGES = frozenset({"age", "aged", "ages"})


@only_with(*_AGES)
def people_of_age(tree: Tree) -> None:
    """ "people age 12 and older, who live there, left", "Children ages 5 to 11 can come": all of it is one subject."""
    for noun, age, number in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if age.lower in _AGES and number.tag == "CD" and noun.tag == "NNS":
            _join_age(tree, noun, age)


_BETWEEN_AGES = frozenset({"-", "and", "or", "through", "to", "–"})
_BEYOND_AGE = frozenset({"above", "beyond", "older", "over", "under", "up", "younger"})


def _join_age(tree: Tree, noun: Word, age: Word) -> None:
    end = age.i + 2
    while end + 1 < len(tree.words) and tree.words[end].lower in _BETWEEN_AGES:
        if tree.words[end + 1].tag != "CD" and tree.words[end + 1].lower not in _BEYOND_AGE:
            break
        end += 2
    years = tree.words[age.i + 1 : end]
    verb = _told_of(noun, age, end)
    if verb is None:
        return
    if verb is not noun.head:
        _take_over(verb, age, years)
    above = [w for w in (age, *years) if w.holds(noun)]
    if above:
        return
    for word in years:
        for other in [c for c in word.right if c.i >= end]:
            other.attach(noun, other.dep)  # "to 40, who had children"
    age.tag, age.pos = "NN", "NOUN"
    age.attach(noun, "acl")
    for word in years:
        word.attach(age, "nummod" if word.tag == "CD" else "advmod")


def _told_of(noun: Word, age: Word, end: int) -> Word | None:
    """What the people of that age do, or what they hang on already."""
    if noun.head is not age:
        return noun.head
    near = (*age.right, *age.head.right, age.head)
    bare = (w for w in near if w.i >= end and is_verbal(w) and w.child(*SUBJECTS) in {None, age})
    return next((w for w in bare if w.dep in {"conj", "parataxis", "ccomp", "ROOT"}), None)


def _take_over(verb: Word, age: Word, years: list[Word]) -> None:
    """Makes a verb what "ages", read as one, was."""
    if age.holds(verb):
        verb.take_place_of(age)
    elif not verb.holds(age):
        verb.attach(age.head, age.dep)
    for word in [w for w in age.children if w not in years]:
        word.attach(verb, word.dep)


def date_of_deed(preposition: Word) -> None:
    """ "The jury on July 25, 1997, convicted him": it did so then, and was no jury of that day."""
    noun, day = preposition.head, preposition.child("pobj")
    if noun.dep not in SUBJECTS or preposition.lower != "on" or day is None or day.text not in MONTHS:
        return
    verb, last = noun.head, preposition.subtree()[-1]
    if is_verbal(verb) and noun.right[-1] is preposition and verb.i > last.i and is_finite(verb):
        preposition.attach(verb, "prep")


def number_behind(number: Word) -> None:
    """ "The Series 3 has a case", "the focus on day one": which of them it is, and nothing beside it."""
    noun = next((w for w in number.head.subtree() if w.i == number.i - 1), None)
    if number.tag != "CD" or number.left or number.right or noun is None or noun.head is number:
        return
    if noun.tag in {"NN", "NNP"} and (noun.entity != "DATE" or noun.lower == "day"):
        number.attach(noun, "nummod")
