"""What belongs to a word beside it: "better off", "a hard time finding it", "the last in a series", "asked if"."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import SUBJECTS, behind_comma, is_finite, is_infinitive, is_nominal, is_time, is_verbal

_HARD = frozenset({"bad", "difficult", "easy", "fun", "good", "great", "hard", "rough", "terrible", "tough", "trying"})
_TROUBLE = frozenset({"business", "difficulties", "difficulty", "fun", "luck", "problem", "problems", "trouble"})
_ASKING = frozenset({"ask", "determine", "inquire", "know", "see", "wonder"})


def hard_time(gerund: Word) -> None:
    """ "She had a hard time finding it", "In many cases finding none": she tried it, and no time or case did."""
    noun = gerund.head
    opener = noun.head
    if gerund.tag == "VBG" and noun.lower in {"cases", "instances"} and opener.lower == "in" and is_verbal(opener.head):
        gerund.attach(opener.head, "advcl")
        opener.attach(gerund, "prep")
        return
    hard = noun.lower in _TROUBLE or (noun.lower == "time" and any(w.lower in _HARD for w in noun.left))
    if gerund.tag == "VBG" and hard and noun.dep == "dobj" and noun.head.lemma == "have" and gerund.i > noun.i:
        gerund.attach(noun.head, "xcomp")


def as_it_is_known(verb: Word) -> None:
    """ "The plan would end farming as we know it and cut aid": not all farming ends, and the plan cuts aid."""
    mark, known = verb.child("mark"), verb.child("dobj")
    noun = next((w for w in verb.head.right if w.dep in {"dobj", "nsubjpass"} and w.i < verb.i), None)
    if verb.lemma != "know" or mark is None or mark.lower != "as" or noun is None or known is None:
        return
    if known.lower in {"it", "them"} and noun.subtree()[-1].i == mark.i - 1:
        main = verb.head
        verb.attach(noun, "relcl")
        for word in [w for w in verb.right if w.dep in {"cc", "conj"} and w.child(*SUBJECTS) is None]:
            word.attach(main, word.dep)
            word.tag = "VB" if word.dep == "conj" and word.tag == "VBP" and main.tag == "VB" else word.tag


def asked_if_so(verb: Word) -> None:
    """ "Lund was asked by the judge if she knew the law": that is what she was asked, and no condition."""
    cue = verb.head
    mark = next((w for w in verb.left if w.dep == "mark" and w.lower in {"if", "whether"}), None)
    if cue.lemma not in _ASKING or mark is None or verb.i < cue.i or verb.child(*SUBJECTS, "expl") is None:
        return
    if mark.lower == "if" and (cue.lemma != "ask" or behind_comma(mark)):
        return
    if cue.child("ccomp", "xcomp") is None and mark is verb.subtree()[0]:
        verb.dep = "ccomp"


@only_with("but")
def no_choice_but(verb: Word) -> None:
    """ "They had no choice but to leave": what is left to them belongs to the choice."""
    before = {w.i: w for w in verb.root.subtree() if verb.i - 4 < w.i < verb.i}
    noun, but = before.get(verb.i - 3), before.get(verb.i - 2)
    if noun is None or but is None or but.lower != "but" or not is_infinitive(verb):
        return
    if noun.lemma in {"alternative", "choice", "option"} and not verb.holds(noun):
        but.attach(noun, "prep")
        verb.attach(but, "pcomp")


def needed_to(verb: Word) -> None:
    """ "The clerks needed to use care": that is what they needed to do."""
    need, first = verb.head, verb.subtree()[0]
    if need.lemma in {"need", "want"} and first.tag == "TO" and first.i == need.i + 1 and need.child("auxpass") is None:
        past = need.tag == "VBN" and need.child("aux") is None
        finite = (past or need.tag in {"VBD", "VBZ", "VBP"}) and need.child("dobj", "xcomp") is None
        if finite and need.child("nsubj") is not None and verb.child(*SUBJECTS) is None:
            verb.dep = "xcomp"


def behind_copula(noun: Word) -> None:
    """ "So far, the only clerk in the race is Mr. Holm": a second subject behind "is" says who it is."""
    verb = noun.head
    if verb.lemma != "be" or noun.i < verb.i:
        return
    first = next((w for w in verb.left if w.dep == "nsubj"), None)
    if first is None or first.tag[0] == "W" or not is_finite(verb):
        return
    if verb.child("attr", "acomp") is None and is_nominal(noun):
        noun.dep = "attr"


_PROOF = frozenset({"proof", "evidence", "indication", "suggestion", "sign"})


def content_of_proof(verb: Word) -> None:
    """ "There was no proof it had left the country": what would have to be proved, and nothing that it left."""
    subject = verb.child(*SUBJECTS)
    whole = verb.child("dobj", "attr", "acomp", "auxpass", "ccomp") is not None
    if verb.head.lemma not in _PROOF or subject is None or not whole or not is_finite(verb):
        return
    if subject.subtree()[0].i == verb.head.i + 1 and subject.tag not in {"WDT", "WP"} and subject.lower != "that":
        verb.dep = "acl"


@only_with("that")
def idea_that(verb: Word) -> None:
    """ "The idea that he served in Lorne is odd": he did not serve an idea."""
    that = verb.left[0] if verb.left else verb
    beside = next((w for w in verb.right if w.i == verb.i + 1 and w.dep == "prep"), None)
    if verb.head.lemma not in _IDEAS or that.lower != "that" or that.dep != "dobj" or beside is None:
        return
    if beside.child("pobj") is not None and verb.lemma not in entries("needing_objects") | _HAVING_IDEAS:
        that.tag, that.dep = "IN", "mark"
        verb.dep = "acl"


_IDEAS = _PROOF | {"belief", "claim", "idea", "notion", "rumor", "rumour", "theory"}
_HAVING_IDEAS = frozenset(
    {"borrow", "copy", "develop", "discuss", "float", "hold", "learn", "pitch", "push", "spread", "state", "steal"}
    | {"test"}
)


def should_win(noun: Word) -> None:
    """ "Should Reed win, she would be the first": the name before the verb is its subject."""
    should, subject = noun.left[0] if noun.left else noun, noun.child("compound")
    if should.lower != "should" or should.dep != "aux" or subject is None or subject.i != noun.i - 1:
        return
    noun.tag, noun.pos, subject.dep = "VB", "VERB", "nsubj"


def should_he(verb: Word) -> None:
    """ "They threaten worse, should Lorne refuse": a condition, and nothing that they threaten."""
    should, subject, main = verb.left[0] if verb.left else verb, verb.child(*SUBJECTS), verb.head
    if should.lower != "should" or should.dep != "aux" or subject is None or main.i > verb.i or not is_finite(main):
        return
    if subject.i > should.i and not any(w.dep == "cc" for w in main.right):
        verb.dep = "advcl"


@only_with("should")
def should_behind(verb: Word) -> None:
    """ "The bank would sue the town, should it fail to pay": what it would do is the main clause."""
    should, subject = next((w for w in verb.left if w.lower == "should"), None), verb.child(*SUBJECTS)
    main = next((w for w in verb.left if w.dep in {"ccomp", "parataxis"} and w.child(*SUBJECTS) is not None), None)
    if should is None or subject is None or main is None or not main.i < should.i < subject.i:
        return
    if is_verbal(main) and main.subtree()[-1].i + 3 > should.i and not any(w.text == "?" for w in verb.right):
        main.take_place_of(verb)
        verb.attach(main, "advcl")


def listed_gerund(gerund: Word) -> None:
    """ "He weighed aggravating factors and mitigating circumstances": he mitigated nothing."""
    verb, noun = gerund.head, gerund.child("dobj")
    thing = verb.child("dobj")
    near = (*verb.right, *(thing.right if thing is not None else ()))
    joint = next((w for w in near if w.dep == "cc" and w.i == gerund.i - 1), None)
    if gerund.tag != "VBG":
        return
    if joint is not None and (act := _last_charge(verb, joint)) is not None:
        joint.attach(act, "cc")
        gerund.attach(act, "conj")  # "accused Lund of waste and hiding the bills": nobody who accused hid them
        return
    if verb.tag not in {"VBD", "VBZ", "VBP", "VB"} or noun is None or thing is None:
        return
    bare = not gerund.left and noun.i == gerund.i + 1 and not noun.left and noun.tag == "NNS"
    if joint is None or not bare or thing.i != joint.i - 1:
        return
    if noun.i < joint.i or thing.child("conj") is not None:
        return
    joint.attach(thing, "cc")
    noun.attach(thing, "conj")
    for word in [w for w in gerund.right if w.i > noun.i]:
        word.attach(verb if word.dep in {"advmod", "npadvmod", "advcl"} else noun, word.dep)
    gerund.pos, gerund.tag = "ADJ", "JJ"
    gerund.attach(noun, "amod")


def _last_charge(verb: Word, joint: Word) -> Word | None:
    """What somebody is accused of or blamed for, right before a conjunction."""
    near = [*verb.right, *(w for thing in verb.having("dobj") for w in thing.right)]
    opener = next((w for w in near if w.dep == "prep" and w.subtree()[-1].i == joint.i - 1), None)
    if verb.lemma not in entries("for_verbs") | {"accuse", "convict", "charge", "suspect"} or opener is None:
        return None
    return opener.child("pobj") if opener.lower in {"of", "for", "with"} else None


@only_on("not")
def not_guilty(word: Word) -> None:
    """ "A not guilty plea was entered": it was."""
    guilty = next((w for w in word.head.left if w.i == word.i + 1 and w.dep == "amod"), None)
    if word.dep in {"neg", "advmod"} and guilty is not None and not word.left:
        word.attach(guilty, "advmod")


@only_on("this", "last", "next", "that")
def this_day(this: Word) -> None:
    """ "It would not be held this Tuesday": on that day, and nothing is held."""
    if this.left or this.right:
        return
    day = next((w for w in this.head.right if w.i == this.i + 1), None)
    if day is not None and day.dep == "npadvmod" and is_time(day):
        this.attach(day, "det")


@only_on("certain", "clear", "plain", "sure")
def make_sure(sure: Word) -> None:
    """ "They make sure clerks know the rules", "They made clear that trade was on their mind": it is not clear."""
    content = sure.head if sure.dep == "acomp" else sure.head.head
    made = content.head
    if content.dep != "ccomp" or made.lemma != "make" or sure.i != made.i + 1:
        return
    if sure.dep == "acomp" or sure.head.dep in SUBJECTS:
        sure.attach(made, "acomp")
        content.attach(sure, "ccomp")


@only_with("remain", "remained", "remains")
def under_orders_to(infinitive: Word) -> None:
    """ "She remains under orders to appear": that is what the orders are, and nothing that remains to be done."""
    verb = infinitive.head
    under = next((w for w in verb.right if w.dep == "prep" and w.i == verb.i + 1), None)
    noun = under.child("pobj") if under is not None and verb.lemma == "remain" else None
    if noun is not None and is_infinitive(infinitive) and infinitive.i > noun.i:
        infinitive.attach(noun, "acl")


@only_with("showing")
def shown_doing(gerund: Word) -> None:
    """ "cited polls showing Lund leading in the north": that he leads is what they show."""
    above = gerund.head
    acts = (above.head,) if above.dep == "dobj" else above.right
    show = next((w for w in acts if w.lower == "showing" and w.i < gerund.i), None)
    who = show.child("dobj") if show is not None else None
    if show is None or who is None or gerund.tag != "VBG" or gerund.child(*SUBJECTS, "aux") is not None:
        return
    phrase = [w.i for w in who.subtree() if not gerund.holds(w)]
    if who.child("conj") is None and phrase[-1] == gerund.subtree()[0].i - 1:
        gerund.attach(show, "ccomp")
        who.attach(gerund, "nsubj")
