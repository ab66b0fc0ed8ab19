"""Set phrases that the parser takes apart: "on board", "in any way", "for the most part", "thanks to"."""

from __future__ import annotations

from extract.claims.clauses import tells_when
from extract.english.wordlists import entries
from extract.factuality.conditions import mark_of_next_time
from extract.factuality.signatures import Frame, signature
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    opens_behind_comma,
    subject_label,
)

_VAGUE = frozenset({"any", "every", "no", "some"})
_MOVED = frozenset({"attr", "dobj", "npadvmod", "appos", "nsubj"})


def you_see(verb: Word) -> None:
    """ "You see, the firm has left": said to the reader, and nothing that anybody sees."""
    you = verb.left[0] if len(verb.left) == 1 else None
    if verb.i != 1 or verb.tag != "VBP" or verb.lemma not in {"know", "see"} or you is None or you.lower != "you":
        return
    if any(w.text == "," and w.i == 2 for w in verb.head.left):
        verb.pos, verb.tag, verb.dep = "INTJ", "UH", "intj"


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
    board.pos, board.tag = "ADP", "IN"
    board.attach(preposition, "pcomp")


@only_on("from")
def came_from_behind(preposition: Word) -> None:
    """ "Arbeck came from behind to beat Lorne": it beat Lorne, and came from no place."""
    verb, behind = preposition.head, preposition.child("pcomp", "pobj", "advmod")
    if verb.lemma != "come" or behind is None or behind.lower != "behind":
        return
    if list(behind.children) or behind.i != verb.i + 2:
        return
    behind.attach(verb, "prt")
    preposition.dep = "prt"
    for word in verb.right:
        if word.dep == "advcl" and is_infinitive(word) and word.subtree()[0].i == behind.i + 1:
            word.dep = "xcomp"


@only_on("foul")
def cried_foul(foul: Word) -> None:
    """ "Farmers cried foul over the levy": no foul, and nothing is over it."""
    if foul.head.lemma == "cry" and foul.i == foul.head.i + 1 and not foul.right:
        foul.attach(foul.head, "prt")


_SET = frozenset({"ablaze", "adrift", "afire", "aflame", "alight", "free", "loose"})


@only_on(*_SET)
def set_alight(word: Word) -> None:
    """ "The church was set alight by vandals": it was not just set."""
    after = word.i == word.head.i + 1 and not (word.left or word.right)
    if after and word.head.lemma == "set" and word.head.child("auxpass") is not None:
        word.attach(word.head, "prt")


@only_on("at")
def at_first(preposition: Word) -> None:
    """ "His plan was mocked at first", "He at first denied it": when, and nothing that it was mocked at."""
    beside = (w for w in preposition.head.children if w.i == preposition.i + 1 and w.dep == "advmod")
    first = preposition.child("pcomp", "pobj") or (None if preposition.right else next(beside, None))
    if first is not None and first.lower in {"first", "last", "once"} and first.dep != "pobj":
        first.attach(preposition.head, "advmod")
        preposition.attach(first, "advmod")


@only_on("in")
def in_any_way(preposition: Word) -> None:
    """ "The fire was in some way connected to the strike": the fire was connected, and not in a connected way."""
    way, copula = preposition.child("pobj"), preposition.head
    if way is None or way.lower != "way" or copula.lemma != "be":
        return
    participle = next((w for w in way.right if w.dep == "acl" and w.tag == "VBN" and w.i == way.i + 1), None)
    subject = copula.child("nsubj")
    if participle is None or subject is None or not any(w.lower in _VAGUE for w in way.left):
        return
    participle.take_place_of(copula)
    for word in [*copula.left, *copula.right]:
        word.attach(participle, "nsubjpass" if word is subject else word.dep)
    copula.attach(participle, "auxpass")


@only_on("for")
def for_most_part(preposition: Word) -> None:
    """ "They were for the most part old sailors": they were sailors, and not for any."""
    noun, verb = preposition.child("pobj"), preposition.head
    if noun is None or noun.lower == "part" or not is_verbal(verb):
        return
    part = next((w for w in noun.left if w.lower == "part"), None)
    if part is None or [w.lower for w in noun.subtree() if w.i <= part.i] != ["the", "most", "part"]:
        return
    before = [w for w in noun.left if w.i < part.i]
    if verb.child("attr", "dobj", "acomp") is not None:
        return
    noun.attach(verb, "attr" if verb.lemma == "be" else "dobj")
    part.attach(preposition, "pobj")
    for word in before:
        word.attach(part, word.dep)


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
    """ "They live hand to mouth", "went door to door": how they do, and nothing that they do it to."""
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


@only_on("near")
def near_and_dear(adjective: Word) -> None:
    """ "The mill is near and dear to the mayor" is not near."""
    dear = adjective.child("conj")
    if dear is None or dear.lower != "dear":
        return
    dear.attach(adjective.head, adjective.dep)
    for word in [w for w in adjective.right if w.i < dear.i]:
        word.attach(dear, "advmod")
    adjective.attach(dear, "advmod")


def rather_than(verb: Word) -> None:
    """ "They came to see it rather than to cause damage": that is not what they came for."""
    above = verb.head
    if not is_verbal(above) or verb.i < above.i or not is_infinitive(verb):
        return
    near = {w.i: w for w in above.subtree() if verb.i - 3 <= w.i < verb.i}
    than = next((w for w in near.values() if w.lower == "than"), None)
    rather = None if than is None else near.get(than.i - 1)
    if than is not None and rather is not None and rather.lower == "rather" and than.dep in {"cc", "mark", "prep"}:
        than.attach(above, "cc")
        rather.attach(than, "advmod")
        verb.dep = "conj"


def not_just(negation: Word) -> None:
    """ "This is not just about rents": it is about rents too, and "just" belongs to "is not"."""
    verb = negation.head
    near = [*negation.right, *(w for c in verb.right for w in (c, *c.left))]
    just = next((w for w in near if w.i == negation.i + 1), None)
    if just is not None and just.lower in {"just", "merely", "only"} and is_verbal(verb) and not list(just.children):
        just.attach(verb, "advmod")


def let_us_suppose(verb: Word) -> None:
    """ "Let us suppose, for a moment, that she is right": she may not be."""
    let, main = verb.head, verb.head.head
    if let.lower != "let" or verb.lemma not in {"assume", "imagine", "say", "suppose"} or let.dep != "advcl":
        return
    that = next((w for w in main.left if w.dep == "mark" and w.lower == "that" and w.i > verb.i), None)
    if that is None or not main.is_root:
        return
    let.lead()
    main.attach(verb, "ccomp")


def on_condition(verb: Word) -> None:
    """ "threatens to sue if his name is printed", "would expect if they sat": nobody sues or expects whether."""
    above = verb.head
    mark = next((w for w in verb.left if w.dep == "mark" and w.lower == "if"), None)
    if had_she(verb):
        verb.dep = "advcl"
        return
    if mark is None or above.i > verb.i or mark is not verb.subtree()[0] or not is_verbal(above):
        return
    if signature(above.lemma, "verb", Frame.WHETHER) is None and above.lemma not in _WHETHER:
        verb.dep = "advcl"


def had_she(verb: Word) -> bool:
    """ "Had she visited one of them, a nurse could have told her": if she had."""
    own = verb.child("nsubj", "nsubjpass")
    first = next((w for w in verb.left if w.dep != "cc"), verb)
    if own is None or first.lower != "had" or own.i < first.i or verb.i > verb.head.i or verb.tag != "VBN":
        return False
    return any(w.tag == "MD" for w in verb.head.left)


_WHETHER = frozenset({"care", "matter", "mind", "say", "study", "tell", "test", "think", "try"})


def asked_when(verb: Word) -> None:
    """ "She asked the minister when the dam would open": that is what she asked, not when she did."""
    above, first = verb.head, verb.subtree()[0]
    listener = above.child("dobj", "dative")
    if above.lemma != "ask" or listener is None or first.tag != "WRB" or first.head is not verb:
        return
    if listener.subtree()[-1].i == first.i - 1 and above.child("ccomp") is None and is_finite(verb):
        verb.dep, listener.dep = "ccomp", "dative"


def last_time(verb: Word) -> None:
    """ "The last time a jury met was a year ago": the meeting is a year ago, and no jury was."""
    first = verb.head
    noun = next((w for w in first.left if w.dep == "npadvmod" and w.lower == "time"), None)
    if verb.lemma != "be" or verb.i < first.i or noun is None or first.child("mark", "cc") is not None:
        return
    ranked = any(w.lower in {"first", "last", "next", "only"} for w in noun.left)
    subject = first.child(*SUBJECTS)
    if not ranked or subject is None or subject.i < noun.i or verb.child(*SUBJECTS, "mark", "cc") is not None:
        return
    verb.take_place_of(first)
    noun.attach(verb, "nsubj")
    for word in [w for w in first.right if w.i > verb.i or w.text in ".!?"]:
        word.attach(verb, word.dep)
    first.attach(noun, "relcl")


def asked_between(verb: Word) -> None:
    """ "Was it possible, I asked, that nobody knew?": what was asked is whether it was possible."""
    content, main = verb.child("ccomp"), verb.head
    if verb.lemma not in {"ask", "wonder"} or content is None or not main.i < verb.i < content.i:
        return
    said, empty = content.subtree()[0], main.child("nsubj")
    if said.lower != "that" or empty is None or empty.lower != "it" or main.lemma != "be":
        return
    content.attach(main.child("acomp", "attr") or main, "ccomp")


def next_time(verb: Word) -> None:
    """ "Next time you feel hungry, eat an apple": eating is the main thing, and depends on the other."""
    first = verb.head
    if verb.tag != "VB" or not first.is_root or mark_of_next_time(first) is None:
        return
    parted = opens_behind_comma(verb)
    if not parted or verb.child(*SUBJECTS, *AUXILIARIES) is not None or any(w.dep == "cc" for w in first.right):
        return
    verb.take_place_of(first)
    for word in [w for w in first.right if w.i > verb.i or w.text == ","]:
        word.attach(verb, word.dep)
    first.attach(verb, "advcl")


@only_on("after")
def one_after_other(preposition: Word) -> None:
    """ "They fired round after round of teargas": rounds of it, and nothing after a round."""
    second, verb = preposition.child("pobj"), preposition.head
    if second is None or not is_verbal(verb) or is_time(second):
        return
    first = next((w for w in verb.right if w.i == preposition.i - 1), None)
    if first is None or first.lower != second.lower or first.left or second.left or verb.child("dobj") is not None:
        return
    second.attach(verb, "dobj")
    first.attach(second, "nmod")
    first.pos, first.tag = second.pos, second.tag
    preposition.attach(second, "nmod")


def made_good(adjective: Word) -> None:
    """ "The firm made good on its promise": it kept it, and made nothing."""
    verb = adjective.head
    if (adjective.lower, verb.lemma, adjective.i) == ("good", "make", verb.i + 1) and verb.child("dobj") is None:
        adjective.dep = "prt"


def for_example(noun: Word) -> None:
    """ "did not say whether it might protect, for example, a clerk": what it might protect is a clerk."""
    above = noun.head
    clause = above.child("ccomp")
    if clause is None or not above.i < clause.i < noun.i or clause.child("dobj", "attr", "acomp") is not None:
        return
    words = [w for w in above.subtree() if clause.i < w.i < noun.subtree()[0].i]
    if [w.lower for w in words] in _INSERTED:
        noun.attach(clause, "dobj")


_INSERTED = [[",", "for", one, ","] for one in ("example", "instance")] + [[",", "say", ","]]


def first_time_that(that: Word) -> None:
    """ "the first time that two clerks have served": they served then, and nobody serves a time."""
    verb = that.head
    noun = verb.head
    if that.tag != "WDT" or verb.dep != "relcl" or verb.child("nsubj", "nsubjpass") is None:
        return
    nouns = (noun, noun.head.head)  # "the first time in history that ..."
    if any(w.lower in {"day", "days", "time", "year", "years"} and tells_when(w, verb) for w in nouns):
        that.dep = "advmod"


def is_past_of_gerund(verb: Word) -> bool:
    """Whether a verb without an object was taken for a participle of a gerund's: "seeking shelter spiked"."""
    noun = verb.head
    if verb.tag != "VBN" or not verb.lower.endswith("ed") or verb.lemma not in entries("intransitive_verbs"):
        return False
    if noun.dep != "dobj" or noun.head.tag != "VBG" or verb.i != noun.i + 1:
        return False
    return verb.child(*AUXILIARIES, "agent", "dobj", "nsubj") is None


def spiked(verb: Word) -> None:
    """ "The number of families seeking shelter spiked": shelter did not, and no family sought one that had."""
    top = verb.head.root
    if not is_past_of_gerund(verb) or verb.head.head.dep != "acl" or not is_nominal(top):
        return
    if top.child(*SUBJECTS, "cop", "cc", "conj") is not None:
        return
    verb.tag = "VBD"
    verb.lead()
    for word in [w for w in top.right if w.i > verb.i]:
        word.attach(verb, word.dep)
    top.attach(verb, subject_label(verb))


@only_on("captive", "hostage", "prisoner")
def taken_captive(noun: Word) -> None:
    """ "They took two guards hostage": nobody hostages."""
    verb = noun.head
    if verb.lemma not in {"take", "hold", "keep"}:
        return
    own = noun.child("nsubj")
    if own is not None and verb.child("dobj") is None and own.i > verb.i:
        own.attach(verb, "dobj")
    thing = verb.child("dobj", "nsubj", "nsubjpass")
    if thing is None or noun.child(*SUBJECTS, "dobj", "det") is not None or noun.i < thing.i:
        return
    noun.pos, noun.tag, noun.dep = "NOUN", "NN", "oprd"
    for word in [w for w in noun.right if w.dep in {"prep", "npadvmod", "advmod"}]:
        word.attach(verb, word.dep)


@only_on("can")
def a_can(can: Word) -> None:
    """ "He carried a gas can": a noun, with no verb behind it."""
    if can.tag != "MD":
        return
    noun = can.head if can.head.i == can.i - 1 else next((w for w in can.head.right if w.i == can.i - 1), None)
    if noun is None or noun.tag != "NN" or noun.right:
        return
    if not any(w.dep in {"det", "poss", "nummod"} for w in noun.left) or noun.is_root:
        return
    can.pos, can.tag = "NOUN", "NN"
    can.take_place_of(noun)
    for word in list(noun.left):
        word.attach(can, word.dep)
    noun.attach(can, "compound")


def when_not_if(no: Word) -> None:
    """ "It is a matter of when, not if, the dam will break": nobody says that it will not."""
    verb = no.head
    left = verb.left
    when = next((w for w in left if w.lower == "when" and w.i < no.i), None)
    mark = next((w for w in left if w.lower == "if" and w.i == no.i + 1), None)
    if when is not None and mark is not None and not verb.is_root:
        no.attach(verb.head, "dep")
        mark.attach(verb.head, "dep")
