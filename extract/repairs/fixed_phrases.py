"""Set phrases that the parser takes apart: "on board", "in any way", "for the most part", "thanks to"."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.factuality.governors import COPULAR
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import PAST_TAGS, SUBJECTS, is_nominal, is_time, is_verbal, opens_behind_comma

_REQUESTS = frozenset(
    {"calls", "emails", "enquiries", "inquiries", "letters", "messages", "queries", "questions", "requests"}
)
_MOVED = frozenset({"attr", "dobj", "npadvmod", "appos", "nsubj"})


@only_on("on")
def on_board(preposition: Word) -> None:
    """ "They were taken on board the Lorne": the ship, and no "board Lorne"."""
    noun = preposition.child("pobj")
    if noun is None:
        return
    first = noun.subtree()[0]
    if noun.lower == "board" and not noun.left:
        behind = (w for above in (noun, preposition.head) for w in above.right if w.dep in _MOVED)
        ship = next((w for w in behind if is_nominal(w) and w.subtree()[0].i == noun.i + 1), None)
        if ship is not None:
            ship.attach(preposition, "pobj")
            _joins(noun, preposition)
    elif first.lower == "board" and first.dep == "compound" and first.i == preposition.i + 1:
        _joins(first, preposition)


def _joins(board: Word, preposition: Word) -> None:
    board.attach(preposition, "pcomp", "IN")


@only_with("opened")
def opened_fire(tree: Tree) -> None:
    """ "Men on a truck opened fire on a bus, killing ten": they did, and are not on any opened fire."""
    for word in tree.words:
        if word.lower == "opened" and word.dep == "amod" and word.head.lower == "fire":
            _open_fire(word)


def _open_fire(past: Word) -> None:
    fire, seat = past.head, past.left[-1] if past.left else None
    opener, men = fire.head, fire.head.head
    above = men.head
    if seat is None or seat.i != past.i - 1 or opener.dep != "prep" or not is_nominal(men) or opener.i < men.i:
        return
    seat.attach(opener, "pobj", "NN" if seat.tag == "JJ" else seat.tag)
    seat.adopt(w for w in fire.left if w is not past)
    if men.is_root or (men.dep in SUBJECTS and above.tag == "VBG" and above.is_root):
        past.lead("VBD")
    else:
        past.attach(above, "ccomp", "VBD")
    later = [w for w in (*fire.right, *men.right) if w.i > fire.i]
    men.attach(past, "nsubj")
    fire.attach(past, "dobj")
    past.adopt(later)
    behind = [w for w in (above, *men.right, *past.right, *above.right) if w.tag == "VBG" and opens_behind_comma(w)]
    past.adopt((w for w in behind if w.dep in {"acl", "advcl"} or w is above), "advcl")


@only_on("early", "late")
def late_in_month(word: Word) -> None:
    """ "The mill closed late in May": that is one time, and nothing says that the mill was late."""
    times = [w for w in word.head.right if w.dep == "prep" and w.i == word.i + 1 and w.head.lemma != "be"]
    if times and not word.right and any(is_time(w) for w in times[0].having("pobj")):
        word.attach(times[0], "advmod")


@only_on("until")
def until_then(opener: Word) -> None:
    """ "Until then, Lund said the mill is open": until then it is. "extended its offer for what it does not own until
    May": the offer is extended until then."""
    verb, time = opener.head, opener.child("pobj", "pcomp")
    if time is None or not is_verbal(verb):
        return
    content = verb.child("ccomp")
    if time.lower == "then" and verb.lemma == "say" and content is not None and opener.i < verb.i < content.i:
        opener.attach(content, "prep")
    extended = next((w for w in verb.ancestors() if w.lemma == "extend"), None)
    if extended is not None and verb.tag in {"VB", "VBP", "VBZ"} and opener.i > verb.i:
        opener.attach(extended, "prep")


@only_on("in", "of", "over")
def in_the_may_bombing(preposition: Word) -> None:
    """ "He was jailed in the May 2003 shooting death of a clerk": when she died, and not when he was jailed."""
    month, verb = preposition.child("pobj"), preposition.head
    if month is None or not is_time(month) or month.tag != "NNP" or month.child("det") is None:
        return
    deed = next((w for w in verb.right if w.i == month.subtree()[-1].i + 1 and w.tag in {"NN", "VBG"}), None)
    noun = deed.child("dobj") if deed is not None and deed.child("dobj") is not None else deed
    if deed is None or noun is None or noun.child("prep") is None or deed.left:
        return
    noun.attach(preposition, "pobj")
    noun.adopt(month.having("det"))
    month.attach(noun, "nmod")
    if deed is not noun:
        deed.attach(noun, "compound", "NN")


@only_on("until", "till")
def until_hours_after(opener: Word) -> None:
    """ "They were not told until hours after it began", "until two days after the storm": that is one time."""
    hours = opener.child("pobj") or next((w for a in opener.head.right for w in a.left if w.i > opener.i), None)
    first = opener.i if hours is None or not is_time(hours) else hours.i + 1
    after = next((w for a in opener.head.right for w in (a, *a.left) if w.i == first), opener)
    if hours is None or after.lower not in {"after", "before"} or hours.subtree()[0].i < opener.i:
        return
    hours.attach(opener, "pobj")
    clause = after.head if after.dep == "mark" else after
    clause.attach(hours, "advcl" if clause is not after else "prep")


@only_on("without")
def without_admitting(preposition: Word) -> None:
    """ "It settled claims that it lied, without admitting guilt": who settles admits nothing."""
    deed, clause = preposition.child("pcomp"), preposition.head
    main = next((w for w in clause.ancestors() if is_verbal(w) and w.dep not in {"advcl", "xcomp", "conj"}), clause)
    if deed is not None and deed.lemma in {"acknowledge", "admit", "concede"} and clause.dep in {"acl", "relcl"}:
        preposition.attach(main, "prep")


@only_on("in")
def life_in_prison(preposition: Word) -> None:
    """ "He was sentenced to life in prison", "got life in jail": that long, and no place where he got a life."""
    verb, place = preposition.head, preposition.child("pobj")
    if place is None or place.lower not in {"jail", "prison"} or place.left or not is_verbal(verb):
        return
    near = (v for w in verb.right for v in (w, *w.right))
    life = next((w for w in near if w.lower == "life" and w.i == preposition.i - 1), None)
    if life is not None and not life.left:
        preposition.attach(life, "prep")


@only_on("at", "in", "into", "on", "to")
def with_object_behind(preposition: Word) -> None:
    """ "The firm put on hold plans for a mill": it held no plans. "took into account the costs": took none."""
    verb = preposition.head
    near = [w for above in (*preposition.right, *verb.right) for w in (above, *above.left)]
    noun = next((w for w in near if w.i == preposition.i + 1), None)
    if noun is None or noun.left or verb.lemma not in _BEHIND.get(noun.lower, ()):
        return
    thing = noun.head if noun.dep == "compound" else noun.child("dobj")
    behind = (w for w in (*preposition.right, *verb.right) if w is not noun and w.dep in {"dobj", "oprd", "pobj"})
    thing = thing or next((w for w in behind if w.subtree()[0].i == noun.i + 1), None)
    if thing is None or not is_nominal(thing):
        return
    thing.attach(verb, "dobj")
    noun.retag("NN")
    verb.adopt((preposition, noun), "prt")


_BEHIND = {
    **dict.fromkeys(("account", "consideration", "custody"), ("take",)),
    **dict.fromkeys(("doubt", "question"), ("bring", "call")),
    **dict.fromkeys(("effect", "force", "practice"), ("bring", "put")),
    **dict.fromkeys(("danger", "hold", "jeopardy", "place", "risk"), ("place", "put")),
    **dict.fromkeys(("justice", "light"), ("bring",)),
    "motion": ("put", "set"),
}


@only_on("while")
def while_on(while_: Word) -> None:
    """ "was shot while on duty": that is when, and not what about."""
    on, verb = while_.head, while_.head.head
    if on.dep == "prep" and on.i == while_.i + 1 and while_.dep != "prep":
        while_.attach(verb, "prep")
    else:
        on = next((w for w in on.right if w.dep == "prep" and w.i == while_.i + 1), while_)
    if on is not while_ and not while_.right:
        on.attach(while_, "prep")
        while_.dep = "prep"


@only_on("over")
def over_and_over(over: Word) -> None:
    """ "She said over and over that she was innocent": how often she said what."""
    verb = over.head
    joint = next((w for w in over.right if w.dep == "cc" and w.i == over.i + 1), None)
    if joint is None or not is_verbal(verb):
        return
    near = [w for above in (verb, verb.head) for w in above.right]
    second = next((w for top in near for w in (top, *top.left) if w.lower == "over" and w.i == over.i + 2), None)
    if second is None:
        return
    again = second.head if second.head.lower == "again" else None
    that = second.child("pobj", "mark")
    clause = again.child("ccomp") if again is not None else second.head
    second.attach(over, "conj", "RB")
    if again is not None:
        again.attach(over, "advmod")
    if clause is None or clause is verb or clause.i < second.i or not is_verbal(clause):
        return
    if that is not None and that.lower == "that":
        that.attach(clause, "mark")
    clause.attach(verb, "ccomp")


@only_with(*_REQUESTS)
def to_requests(infinitive: Word) -> None:
    """ "She did not respond to interview requests": nobody interviews requests."""
    verb, requests = infinitive.head, infinitive.child("dobj")
    to = infinitive.child("aux")
    if to is None or requests is None or verb.lemma not in {"react", "reply", "respond"} or to.i != infinitive.i - 1:
        return
    if requests.left or requests.tag != "NNS" or requests.lower not in _REQUESTS:
        return
    to.attach(verb, "prep", "IN")
    requests.attach(to, "pobj")
    infinitive.retag("NN")
    requests.adopt(infinitive.right)
    infinitive.attach(requests, "compound")


#: Pairs of nouns that are one thing.
_PAIRS = dict(pair.split() for pair in entries("set_pairs"))


@only_with(*_PAIRS.values())
def paired_nouns(tree: Tree) -> None:
    """ "The ups and downs of the trade and its cost": no ups of the trade, downs and a cost."""
    for first, joint, second in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if _PAIRS.get(first.lower) != second.lower or joint.lower != "and" or second.head is not first:
            continue
        alone = not any(w.dep == "conj" for w in (*second.right, *first.right) if w is not second)
        if second.left or second.dep != "conj" or alone:
            continue
        second.take_place_of(first)
        second.adopt(w for w in first.children if w is not joint)
        first.attach(second, "compound")
        joint.attach(second, "compound")


@only_with("common")
def in_common(preposition: Word) -> None:
    """ "The firms have in common a love of steel": a love is what they have."""
    verb, thing = preposition.head, preposition.child("pobj")
    common = next((w for w in thing.left if w.lower == "common"), None) if thing is not None else None
    if thing is None or common is None or verb.lemma not in {"have", "share"}:
        return
    if preposition.lower == "in" and common.i == preposition.i + 1:
        common.attach(preposition, "pobj")
        thing.attach(verb, "dobj")


@only_on("forth")
def back_and_forth(forth: Word) -> None:
    """ "They welcomed the back and forth": one thing."""
    back = forth.head
    if forth.dep == "conj" and back.lower == "back" and back.i == forth.i - 2 and back.dep in {"dobj", "nsubj", "pobj"}:
        forth.dep = "advmod"
        for joint in [w for w in forth.head.right if w.dep == "cc"]:
            joint.dep = "advmod"


@only_on("clear", "short")
def short_of(adverb: Word) -> None:
    """ "She stopped short of calling for a vote", "steered clear of the matter": no way in which she stopped."""
    of, verb = adverb.child("prep"), adverb.head
    if of is None or of.lower != "of" or adverb.left or not is_verbal(verb) or adverb.i != verb.i + 1:
        return
    of.attach(verb, "prep")
    adverb.dep = "prt"


@only_on("such")
def as_such(such: Word) -> None:
    """ "As such, experts doubt the plan": no such experts do."""
    first = such.root.subtree()[0]
    comma = any(w.text == "," and w.i == such.i + 1 for w in such.head.left)
    if first.lower == "as" and first.head is not such and first.i == such.i - 1 and comma:
        such.attach(first, "pobj")
        first.dep = "prep"


@only_on("at", "in")
def at_first(preposition: Word) -> None:
    """ "His plan was mocked at first", "was rejected in part for its cost": nothing that it was mocked at."""
    beside = (w for w in preposition.head.children if w.i == preposition.i + 1 and w.dep == "advmod")
    first = preposition.child("pcomp", "pobj") or (None if preposition.right else next(beside, None))
    if first is None:
        return
    part = first.lower == "part" and not (first.left or first.right) and preposition.lower == "in"
    if part or (first.lower in {"first", "last", "once"} and first.dep != "pobj"):
        first.attach(preposition.head, "advmod")
        preposition.attach(first, "advmod")


@only_on("first", "second", "third", "fourth", "fifth", "last")
def took_first(rank: Word) -> None:
    """ "Ann Berg took first in diving", "took home second", "finished first and second in the race": no times."""
    verb = rank.head
    behind = rank.i - (2 if any(w.lower == "home" and w.i == verb.i + 1 for w in verb.right) else 1)
    if verb.lemma not in _TAKING | _RANKING or behind != verb.i or rank.left:
        return
    if any(w.dep not in {"cc", "conj", "punct"} or (w.dep == "conj" and w.entity != "ORDINAL") for w in rank.right):
        return
    if verb.child("dobj", "ccomp", "xcomp", "acomp", "oprd", "attr") is not None:
        return
    if verb.lemma not in _RANKING and verb.child("auxpass") is not None:
        return
    if verb.lemma == "be" and (rank.lower == "last" or any(w.lower in {"it", "this", "that"} for w in verb.left)):
        return  # "It was first in 1912 that the mill burned", "Lund was last in Oslo in May"
    if verb.lemma in _RANKING:
        rank.pos, rank.tag, rank.dep = "ADJ", "JJ", "acomp"
    elif rank.lower != "last":
        rank.pos, rank.tag, rank.dep = "NOUN", "NN", "dobj"


_RANKING = frozenset({"be", "come", "end", "finish", "place", "qualify", "rank"})
_TAKING = frozenset({"capture", "claim", "earn", "grab", "secure", "take"})


@only_on("in")
def in_any_way(preposition: Word) -> None:
    """ "The fire was in some way connected to the strike": the fire was connected, and not in a connected way."""
    way, copula = preposition.child("pobj"), preposition.head
    if way is None or way.lower != "way" or copula.lemma != "be":
        return
    participle = next((w for w in way.right if w.dep == "acl" and w.tag == "VBN" and w.i == way.i + 1), None)
    subject = copula.child("nsubj")
    if participle is None or subject is None or not any(w.lower in {"any", "every", "no", "some"} for w in way.left):
        return
    participle.take_place_of(copula)
    for word in [*copula.left, *copula.right]:
        word.attach(participle, "nsubjpass" if word is subject else word.dep)
    copula.attach(participle, "auxpass")


@only_on("thanks")
def thanks_to(noun: Word) -> None:
    """ "The town was saved thanks to its dam": nobody gave thanks."""
    verb = noun.head
    if noun.left or not is_verbal(verb):
        return
    to = next((w for w in (*noun.right, *verb.right) if w.lower == "to" and w.i == noun.i + 1), None)
    if to is None or to.child("pobj") is None or (noun.dep == "dobj" and verb.lemma in _THANKING):
        return
    to.attach(noun, "prep")
    noun.pos, noun.tag, noun.dep = "ADP", "IN", "prep"


_THANKING = frozenset(
    {"convey", "express", "extend", "give", "have", "offer", "owe", "receive", "return", "say", "send"}
)


def side_by_side(preposition: Word) -> None:
    """ "They live hand to mouth", "went door to door", "sold piece by piece": how, and nothing that they do it to."""
    verb, noun = preposition.head, preposition.child("pobj")
    if noun is None or noun.left:
        return
    first = next((w for w in verb.right if w.i == preposition.i - 1), None)
    if first is None or first.lower != noun.lower or first.dep not in {"dobj", "npadvmod"}:
        return
    if first.tag != "NN" or first.left or first.right:
        return
    preposition.attach(first, "prep")
    first.dep = "npadvmod"


@only_with("until")
def have_until(verb: Word) -> None:
    """ "They have until Friday to pay": so long, and it is not said that they have to."""
    have = verb.head
    until = next((w for w in have.right if w.lower == "until" and w.i == have.i + 1), None)
    if have.lemma == "have" and until is not None and is_verbal(have):
        verb.dep = "advcl"


def which_clerks(participle: Word) -> None:
    """ "She told visiting clerks it was over", "aid for struggling families": clerks visit, families struggle."""
    above, noun = participle.head, participle.child("dobj")
    told = participle.lower == "visiting" and above.lemma in {"inform", "tell", "urge"}
    if noun is None or participle.tag != "VBG" or participle.left or noun.tag != "NNS":
        return
    beside = participle.dep == "pcomp" and noun.i == participle.i + 1
    if told or (beside and participle.lower in _OF_ITSELF):
        noun.attach(above, "dobj" if told else "pobj")
        participle.attach(noun, "amod", "JJ")


_OF_ITSELF = frozenset(
    {"ailing", "aging", "ageing", "aspiring", "declining", "deserving", "dwindling", "emerging", "existing", "failing"}
    | {"falling", "lagging", "participating", "rising", "starving", "striking", "struggling", "suffering", "thriving"}
)


_MOVING = frozenset({"bring", "carry", "give", "move", "sell", "send", "take", "transfer"})


@only_on("from")
def everything_from(preposition: Word) -> None:
    """ "It makes everything from brushes to engines": a range of things, and no place that they come from."""
    verb = preposition.head
    thing = next((w for w in verb.right if w.dep == "dobj" and w.i == preposition.i - 1), None)
    ends = [w for w in (*preposition.right, *verb.right) if w.lower == "to" and w.dep == "prep"]
    if thing is None or thing.lower not in {"anything", "everything"} or not ends or verb.lemma in _MOVING:
        return
    preposition.attach(thing, "prep")
    ends[0].attach(preposition, "prep")


@only_on("ill", "silent", "asleep", "sick", "pregnant", "unharmed", "unhurt", "uninjured", "unscathed")
def fell_ill(state: Word) -> None:
    """ "Two pupils fell ill": ill is what they became, and not how they fell. "They escaped unhurt": so they were."""
    known = state.head.lemma in {"become", "emerge", "escape", "fall", "feel", "get", "return", "survive"}
    if state.dep in {"advmod", "dobj"} and known and state.i == state.head.i + 1 and not state.right:
        state.dep, state.tag, state.pos = "acomp", "JJ", "ADJ"


@only_on("as")
def referred_to_as(as_: Word) -> None:
    """ "a plan referred to as a gift": "to" belongs to the verb, where nothing follows it."""
    for to in as_.head.right:
        if to.lower == "to" and to.dep == "prep" and to.i == as_.i - 1 and not to.right and to.head.tag in PAST_TAGS:
            to.dep = "prt"


@only_on("aged")
def aged_so(aged: Word) -> None:
    """ "The actor has died aged 81": how old he was, and nothing that he died as."""
    number = next((w for w in (*aged.right, *aged.head.right) if w.tag == "CD" and w.i == aged.i + 1), None)
    alone = is_verbal(aged.head) and aged.head.lemma not in COPULAR
    if number is not None and alone and aged.i > aged.head.i:
        aged.head.adopt(w for w in aged.right if w.dep == "prep")
        aged.pos, aged.tag, aged.dep = "ADJ", "JJ", "advcl"
        number.attach(aged, "npadvmod")


@only_on("almost", "nearly", "virtually")
def almost_certainly(degree: Word) -> None:
    """ "The dam is almost certainly safe": it is so almost certainly, and not almost safe."""
    adverb = next((w for w in degree.head.children if w.i == degree.i + 1), None)
    if adverb is not None and adverb.dep == "advmod" and adverb.lower.endswith("ly") and not degree.right:
        degree.attach(adverb, "advmod")


@only_with("but")
def all_but_did(tree: Tree) -> None:
    """ "The fire all but destroyed the hall": it nearly did. "He lost it all but kept the house" is another matter.

    "They ruled for all but six of the years": "all but" belongs to the number.
    """
    for every, but, verb in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if (every.lower, but.lower) != ("all", "but"):
            continue
        number = (
            verb.tag == "CD" and every.dep == verb.dep == "pobj" and every.head in {verb.head, but.head, but.head.head}
        )
        if number:
            verb.attach(every.head, "pobj")
        if number or (verb.tag in {"VBD", "VBN"} and verb.dep != "conj"):
            but.attach(verb, "advmod")
            every.attach(but, "advmod")


def second_largest(best: Word) -> None:
    """ "The bank, Norland's second largest by assets, said so": it is the second largest, and it is not Norland."""
    owner = best.head
    mark = owner.child("case")
    if best.tag != "JJS" or mark is None or not owner.i < mark.i < best.i or owner.dep != "appos":
        return
    best.attach(owner.head, "appos")
    owner.attach(best, "poss")
    best.adopt(w for w in best.head.right if w.dep == "prep" and w.i == best.i + 1)


@only_with("since")
def since_whom(when: Word) -> None:
    """ "the first player since Karl Holm in 1974 to score twice": in 1974 Holm did."""
    day = when.child("pobj")
    near = [w for part in when.head.right for w in (part, *part.right) if w.lower == "since" and w.i < when.i]
    name = near[-1].child("pobj") if near and day is not None and is_time(day) else None
    if name is not None and name.pos == "PROPN" and not is_time(name) and name.subtree()[-1].i == when.i - 1:
        when.attach(name, "prep")
