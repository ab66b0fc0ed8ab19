"""Numbers, shares, distances and lengths of time that the parser made subjects, objects or parts of them."""

from __future__ import annotations

from itertools import pairwise

from extract.english.numbers import is_score, units
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import SUBJECTS, TIME_ENTITIES, is_nominal, is_time, is_verbal, opens_behind_comma

_TRADING = frozenset({"acquire", "auction", "buy", "get", "lease", "offer", "purchase", "rent", "sell"})


@only_on("for")
def for_so_much(preposition: Word) -> None:
    """ "It was bought by a group led by Orvia for $50 a share": bought for that, and not led."""
    price, led = preposition.child("pobj"), preposition.head
    if (
        price is None
        or not (price.entity == "MONEY" or units().get(price.lower, "").isupper())
        or led.lemma in {*_TRADING, "pay"}
    ):
        return
    verb = next((w for w in led.ancestors() if is_verbal(w) and w.lemma in _TRADING), None)
    clause = next((w for w in (led, *led.ancestors()) if w.dep in {"acl", "relcl"}), None)
    if verb is not None and clause is not None and verb.i < clause.i and clause.i < preposition.i:
        preposition.attach(verb, "prep")


@only_on("about", "around")
def about_so_much(about: Word) -> None:
    """ "The firm makes about a third of the tyres": of tyres it makes so much, and nothing about them."""
    share, verb = about.child("pobj"), about.head
    if share is None or share.lower not in _SHARES or verb.pos != "VERB" or about.i != verb.i + 1:
        return
    spoken = verb.lemma in _ABOUT | reporting("verb") | entries("intransitive_verbs") | entries("speaking_verbs")
    if about.entity and about.entity == share.entity and not spoken and verb.child("dobj", "auxpass") is None:
        share.attach(verb, "dobj")
        about.attach(share, "advmod")


_ABOUT = frozenset({"ask", "care", "hear", "know", "learn", "read", "think", "warn", "worry", "write"})
_SHARES = frozenset({"third", "quarter", "fifth", "tenth", "half", "dozen", "thirds", "quarters", "fifths", "tenths"})


def so_far_away(noun: Word) -> None:
    """ "was caught two streets away", "hit ten km east of Lorne": how far away, and nothing that was hit."""
    counted = noun.tag == "CD" or any(w.dep == "nummod" for w in noun.left)
    if not counted:
        return
    inside = next((w for w in noun.right if w.dep == "appos" and w.lower in _AWAY), None)
    if inside is not None and is_verbal(noun.head):  # "ten km (six miles) east of Lorne"
        inside.attach(noun.head, "advmod")
    away = next((w for w in noun.head.right if w.dep in {"advmod", "prt"} and w.i == noun.subtree()[-1].i + 1), None)
    if away is not None and away.lower in _AWAY and noun.i > noun.head.i:
        noun.attach(away, "npadvmod")


_AWAY = frozenset({"away", "off", "offshore", "inland", "upstream", "downstream", "east", "north", "south", "west"})


@only_on("of")
def number_after_of(of: Word) -> None:
    """ "a total of nine operas": `of` hangs on "total", and "operas" on `of`."""
    number = of.head
    noun, total = number.head, of.left[-1] if of.left else None
    if number.dep != "nummod":
        return
    if total is None:
        total = next((w for w in (*noun.head.left, *noun.head.right, noun.head) if w.i == of.i - 1), None)
        total = total or next((c for w in noun.head.right for c in w.right if c.i == of.i - 1), None)
    if total is None or total.i != of.i - 1 or total.pos != "NOUN" or noun.is_root:
        return
    if total.head is of:
        total.attach(noun.head, noun.dep)
    of.attach(total, "prep")
    noun.attach(of, "pobj")


@only_on("to")
def from_to(to: Word) -> None:
    """ "The price fell from 210 to 145": to 145 is how far it fell."""
    opener, noun = to.head, to.child("pobj")
    verb, first = opener.head, opener.child("pobj")
    if opener.lower != "from" or noun is None or first is None or verb.lemma not in entries("changing_verbs"):
        return
    if is_verbal(verb) and opener.i > verb.i and any(w.tag == "CD" for w in noun.subtree()):
        to.attach(verb, "prep")


@only_on("to")
def hour_to_hour(to: Word) -> None:
    """ "A curfew was set from noon to 6 a.m.", "served from 1967 to 1979": that is how long, and no hour was set."""
    verb, end = to.head, to.child("pobj")
    opener = next((w for w in verb.right if w.lower == "from"), None)
    start = None if opener is None else opener.child("pobj")
    if opener is None or start is None or end is None or verb.lemma in entries("placing_verbs") | _MOVING:
        return
    if start.text.isdigit() and end.text.isdigit():
        alike = int(start.text) < int(end.text) and not _counts(verb)
    else:
        alike = start.entity == end.entity
    if alike and start.entity in TIME_ENTITIES and opener.subtree()[-1].i + 1 == to.i:
        to.attach(opener, "prep")


def _counts(verb: Word) -> bool:
    """ "The number of clerks rose from 1850 to 1950": these are numbers."""
    subject = verb.child("nsubj")
    return subject is not None and subject.lemma in _NUMBERS and verb.lemma in entries("changing_verbs")


_NUMBERS = frozenset({"count", "figure", "index", "number", "tally", "toll", "total"})
_MOVING = word_class("verbs of moving a date") | {"extend", "last"}


@only_on("out")
def out_of_so_many(out: Word) -> None:
    """ "closed five out of nine mills": five of the nine, and out of nothing."""
    verb, of = out.head, out.child("prep")
    number = next((w for w in verb.right if w.i == out.i - 1 and w.tag == "CD"), None)
    whole = of.child("pobj") if of is not None and of.lower == "of" else None
    if number is not None and whole is not None and (whole.tag == "CD" or whole.child("nummod") is not None):
        out.attach(number, "prep")


@only_on("to")
def from_million_to(to: Word) -> None:
    """ "Sales rose from 3 million to 4 million": "to" begins how far, and is no part of a number."""
    noun, opener = to.head, to.head.head
    if noun.dep == "pobj" and opener.lower == "from" and opener.child("pobj") is not noun and is_verbal(opener.head):
        to.attach(opener.head, "prep", "IN")
        noun.attach(to, "pobj")


def two_hurt(number: Word) -> None:
    """ "One man dies and two hurt in blaze": two people were, and nobody else."""
    verb = number.head
    if number.tag == "CD" and verb.tag in {"VBN", "VBD"} and number.i < verb.i and verb.child(*SUBJECTS) is None:
        number.dep = "nsubjpass"


def counted_too(participle: Word) -> None:
    """ "Six were killed and at least 58 injured in a blast": the 58 were injured, and not killed."""
    number = participle.head
    first = number.head
    is_number = number.tag == "CD" or number.child("nummod") is not None
    if participle.tag != "VBN" or participle.i != number.i + 1 or number.dep != "conj" or not is_number:
        return
    if first.tag == "VBN" and first.child("auxpass") is not None:
        participle.attach(first, "conj")
        number.attach(participle, "nsubjpass")


@only_with("among")
def among_them(noun: Word) -> None:
    """ "Twelve people survived, among them a girl of five": she is no object."""
    among = next((w for w in (*noun.left, *noun.head.right) if w.lower == "among" and w.dep == "prep"), None)
    whom = among.child("pobj") if among is not None else None
    if among is None or whom is None or whom.lower not in {"them", "these", "those"}:
        return
    first = min(w.i for w in noun.subtree() if w not in among.subtree())
    if first == whom.i + 1:
        among.attach(noun.head, "dep")
        noun.dep = "dep" if noun.dep != "conj" else "conj"


@only_on("to")
def as_many_to(to: Word) -> None:
    """ "passed by 54 votes to 46": both numbers are of the vote."""
    number = to.child("pobj")
    by = next((w for w in to.head.children if w.lower == "by" and w.subtree()[-1].i == to.i - 1), None)
    votes = by.child("pobj") if by is not None else None
    if by is None or votes is None or number is None or number.tag != "CD":
        return
    if votes.lemma in {"majority", "vote"} or to.head.lemma in _VOTING:  # not: "rose by 20 points to 3,400"
        to.attach(votes, "prep")
        by.dep = "prep"


_VOTING = frozenset({"adopt", "approve", "defeat", "pass", "reject", "vote"})


def how_many_votes(number: Word) -> None:
    """ "voted 53-47 to pass it", "lost 2-1 to Holm": that is how, not what."""
    if is_score(number.text) and number.head.lemma in {"draw", "lose", "vote", "win"}:
        number.dep = "npadvmod"


def so_many_of(number: Word) -> None:
    """ "They shot down 14 of the 19 drones": those are what they shot down."""
    verb = number.head
    beside = any(w.i == number.i - 1 and w.dep != "punct" for w in (verb, *verb.right))
    counted = number.tag == "CD" and not number.left and any(w.lower == "of" for w in number.right)
    if counted and beside and not verb.child("dobj", "auxpass") and verb.lemma not in entries("intransitive_verbs"):
        number.dep = "dobj"


@only_on("percent", "%", "points", "cents")
def much_before_clause(much: Word) -> None:
    """ "Shares fell 8 percent after the firm cut its forecast": so far they fell, and nothing was cut by that."""
    clause = much.head
    mark = clause.child("mark")
    if clause.dep == "advcl" and mark is not None and clause.head.i < much.subtree()[0].i < mark.i:
        much.attach(clause.head, "npadvmod")


@only_on("percent", "%", "points", "cents")
def closed_down(percent: Word) -> None:
    """ "Shares closed down 6 percent at $41": that is how much."""
    down = percent.head
    if down.lower not in {"down", "higher", "lower", "up"} or down.dep not in {"advmod", "prt"} or percent.i < down.i:
        return
    if down.i == down.head.i + 1:
        percent.attach(down.head, "npadvmod")


@only_on("times")
def so_many_times(times: Word) -> None:
    """ "Output reached 50 times the level of May": that is what it reached, and not how often."""
    number, verb = times.left[0] if times.left else times, times.head
    thing = next((w for w in verb.right if w.dep == "dobj" and w.i > times.i), None)
    if number.tag != "CD" or thing is None or thing.subtree()[0].i != times.i + 1:
        return
    if thing.left and thing.left[0].dep in {"det", "poss"} and verb.child("dobj") is thing:
        number.attach(thing, "nummod")
        times.attach(number, "quantmod")


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
        noun.adopt(c for c in word.right if c.i >= end)  # "to 40, who had children"
    age.attach(noun, "acl", "NN")
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
    verb.adopt(w for w in age.children if w not in years)


def number_behind(number: Word) -> None:
    """ "The Series 3 has a case", "the focus on day one": which of them it is, and nothing beside it."""
    noun = next((w for w in number.head.subtree() if w.i == number.i - 1), None)
    if number.tag != "CD" or number.left or number.right or noun is None or noun.head is number:
        return
    if noun.tag in {"NN", "NNP"} and (noun.entity != "DATE" or noun.lower == "day"):
        number.attach(noun, "nummod")


def share_aside(share: Word) -> None:
    """ "killed 40 men, most of them cooks", "in jail for nine days, six of them alone": no second object."""
    of = share.child("prep")
    if share.i < share.head.i or of is None or not _is_share(share):
        return
    if share.dep == "appos" and not any(w.lower == "them" for w in of.right):
        return
    start, end = share.subtree()[0].i, of.subtree()[-1].i
    before = [w for w in share.root.subtree() if w.i < start - 1]
    noun = before[-1] if before and before[-1].i == start - 2 else None
    if (
        noun is not None and noun.tag in {"CD", "NNP"} and is_time(noun)
    ):  # "three wars since 1950, two of them over land"
        noun = next((w for w in reversed(before) if w.tag == "NNS" and w.dep in {*SUBJECTS, "dobj"}), None)
    if noun is None or not is_nominal(noun) or share.holds(noun):
        return
    behind = [w for w in share.head.right if w.dep == "prep" and w.i == end + 1]
    behind += [w for w in share.root.subtree() if w.dep == "advmod" and w.i == end + 1 and w.lower.endswith("ly")]
    share.attach(noun, "dep")
    share.adopt(behind, "prep")


def _is_share(noun: Word) -> bool:
    """ "most of them", "two thirds of whom"."""
    of = noun.child("prep")
    whole = of.child("pobj") if of is not None and of.lower == "of" else None
    return whole is not None and whole.lower in {"them", "whom"} and opens_behind_comma(noun)


_RUPEES = frozenset({"rs", "rs."})


@only_with(*_RUPEES)
def rupees(tree: Tree) -> None:
    """ "The firm paid Rs 25 lakh to the farmers": one sum of money, not two objects."""
    for sign, number in pairwise(tree.words):
        if sign.lower not in _RUPEES or number.tag != "CD":
            continue
        _lakh(number, tree)
        unit = number.head if number.head.i == number.i + 1 and number.dep in {"nummod", "compound"} else number
        if unit.head is sign:
            unit.take_place_of(sign)
        elif sign.dep == "dative":
            unit.dep = "dobj"
        if unit.holds(sign) or not sign.holds(unit):
            unit.adopt(sign.children)
            sign.pos, sign.tag = "SYM", "$"
            sign.attach(unit, "quantmod")


def _lakh(number: Word, tree: Tree) -> None:
    """ "The state paid Rs 5 lakh each to the families", "cost Rs 3 crore": so much money, and nothing that lakhs."""
    unit = next((w for w in tree.words[number.i + 1 : number.i + 2] if w.lower in {"crore", "lakh"}), None)
    if unit is None or unit.is_root or number.head is unit or number.holds(unit):
        return
    verb, thing = unit.head, unit.child("nsubj")
    unit.retag("NN")
    unit.dep = "dobj" if unit.dep == "ccomp" else unit.dep
    for word in list(unit.right):
        if word.dep == "dobj":
            word.dep = "advmod"
        elif word.dep not in {"advmod", "cc", "conj"}:
            word.attach(verb, word.dep)
    if thing is not None:  # "a grant of Rs 5 lakh each"
        thing.attach(verb, "dobj")
        unit.take_place_of(number.head)
    number.attach(unit, "nummod")


def or_so_much(other: Word) -> None:
    """ "had a loss of $2 million, or 14 cents a share": the same sum again, and nothing else that it had."""
    thing, start = other.head, other.subtree()[0].i
    if thing.i > other.i or not any(w.tag == "CD" for w in other.left):
        return
    joint = next((w for w in thing.root.subtree() if w.i == start - 1 and w.lower == "or"), None)
    of = thing.child("prep")
    sum_of = of.child("pobj") if of is not None and of.lower == "of" and of.i == thing.i + 1 else None
    if joint is None or sum_of is None or not (sum_of.tag == "CD" or any(w.tag == "CD" for w in sum_of.left)):
        return
    if sum_of.i < joint.i and not other.holds(sum_of):
        sum_of.hang(cc=joint, conj=other)


_MAGNITUDES = frozenset({"b", "bn", "k", "m", "mn", "tn", "trn"})
_SIGNS = frozenset({"$", "£", "€", "¥"})


@only_with(*_MAGNITUDES, *_SIGNS)
def magnitudes(tree: Tree) -> None:
    """ "Nearly $3m was missing", "About 5m people fled", "owes £2bn": one number with its sign."""
    for number, unit in pairwise(tree.words):
        if number.text in _SIGNS and unit.text[0].isdigit() and number.head is not unit and not number.holds(unit):
            number.attach(unit, "quantmod")
        if number.tag == "CD" and unit.lower in _MAGNITUDES and number.end == unit.start:
            _join_magnitude(tree, number, unit)


def _join_magnitude(tree: Tree, number: Word, unit: Word) -> None:
    if unit.holds(number):
        number.take_place_of(unit)
    unit.pos, unit.tag = "NUM", "CD"
    number.adopt(w for w in unit.children if w is not number)
    unit.attach(number, "quantmod")
    thing = next((w for w in tree.words[unit.i + 1 : unit.i + 2] if w.tag == "NNS"), None)
    if thing is not None and thing.head is number.head and thing.dep == number.dep:
        thing.adopt(w for w in number.left if w.dep == "det")
        number.attach(thing, "nummod")


def paid_to(number: Word) -> None:
    """ "must pay $4 million to three men who spent years in prison": two arguments, and no sum of men spends years."""
    noun, verb = number.head, number.head.head
    money = next((w for w in number.left if w.entity == "MONEY" and w.tag == "CD"), None)
    to = next((w for w in number.left if w.lower == "to" and money is not None and w.i > money.i), None)
    if money is None or to is None or noun.dep != "dobj" or noun.entity == "MONEY":
        return
    before = [w for w in (*noun.left, *number.left) if w.i < to.i and w is not money]
    money.attach(verb, "dobj")
    money.adopt(before)
    to.attach(verb, "dative", "IN")
    noun.attach(to, "pobj")


def how_long_after(time: Word) -> None:
    """ "Lund died hours after he was freed": the hours run between the two, and he was not freed for hours.

    So does the day of "came a day after the vote failed", "left the day before his trial".
    """
    above = time.head
    opens = above.dep == "ccomp" and above.i < above.head.i
    if (opens or above.dep == "advcl") and is_time(time):
        mark, last = above.child("mark"), [w.i for w in time.subtree() if w.text != ","][-1]
        comma = any(w.i == last + 1 and w.text == "," for w in above.root.subtree())
        if comma and mark is not None and time.i < mark.i < above.head.i:
            time.attach(above.head, time.dep)  # "On Friday, a day after the paper reported it, Lund left"
            return
        behind = list(above.left)
    elif time.lemma in _SPANS and is_verbal(above) and not any(w.lower in {"this", "last", "next"} for w in time.left):
        behind = [*above.right, *(w for c in above.right if c.dep == "advcl" for w in c.left)]
    else:
        return
    mark = next((w for w in behind if w.i == time.i + 1 and w.lower in {"after", "before"}), None)
    if mark is not None and (mark.dep in {"mark", "advmod"} or mark.child("pobj", "pcomp") is not None):
        time.attach(mark, "npadvmod")


_SPANS = frozenset({"day", "hour", "minute", "moment", "month", "second", "week", "year"})


@only_on("more")
def dozens_more(more: Word) -> None:
    """ "It killed two and injured dozens more": that many were injured, and not more so."""
    noun = more.head.child("dobj")
    if noun is not None and noun.i == more.i - 1 and noun.lemma in {"dozen", "hundred", "score", "thousand"}:
        more.attach(noun, "amod")


@only_on("to")
def votes(to: Word) -> None:
    """ "The house voted 98 to 71", "The bill passed 98 to 71": that is how many were for it and how many against."""
    other = to.child("pobj")
    count = next((w for w in to.head.right if w.i == to.i - 1), None)
    if count is None or other is None or count.tag != "CD" or other.tag != "CD" or count.left or other.left:
        return
    if to.head.lemma in {"approve", "pass", "reject", "rule", "vote"}:
        count.dep = "npadvmod"
        to.attach(count, "prep")
