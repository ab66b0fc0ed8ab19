"""Verbs parted from their subjects by what stands between, and what a comparison or a remark is about."""

from __future__ import annotations

from extract.claims.nounphrase import is_name
from extract.claims.roles import is_person
from extract.english.wordlists import word_class
from extract.factuality.signatures import reporting
from extract.repairs.misplaced_words import how_long_after
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    behind_comma,
    is_finite,
    is_nominal,
    is_verbal,
    opens_behind_comma,
    subject_label,
)

_OLDEST = 120


def name_and_age(noun: Word) -> None:
    """ "Tolliver, 71, beat the mayor": Tolliver did, whatever kind of word the tagger took the name for."""
    age = next((w for w in noun.right if w.dep in {"appos", "nummod"} and w.tag == "CD"), None)
    if age is None or is_nominal(noun) or not noun.text[:1].isupper() or not noun.text.isalpha():
        return
    if age.lower.isdigit() and 0 < int(age.lower) < _OLDEST and any(w.text == "," for w in noun.right):
        noun.tag, noun.pos = "NNP", "PROPN"


def name_before_aside(name: Word) -> None:
    """ "Norrby, without a win in five, had looked safe": a name is no adverb, and somebody looked safe."""
    verb = name.head
    if name.tag != "NNP" or name.i > verb.i or not verb.is_root or not (is_verbal(verb) and is_finite(verb)):
        return
    if any(w.dep in {*SUBJECTS, "expl"} for w in verb.left) or verb.tag == "VB":
        return
    if not any(w.text == "," and w.i == name.i + 1 for w in (*verb.left, *name.right)):
        return
    if verb.left[0].subtree()[0] is name.subtree()[0]:
        name.dep = subject_label(verb)


def gerund_of_opener(gerund: Word) -> None:
    """ "Veltra cut its forecast, saying costs would rise, and sending shares down": Veltra sent them down."""
    verb = gerund.head
    if gerund.tag != "VBG" or gerund.child(*AUXILIARIES, *SUBJECTS, "mark") is not None or not is_finite(verb):
        return
    opener = verb.head
    if verb.dep != "ccomp" or opener.tag != "VBG" or opener.dep not in {"advcl", "conj"} or opener.i > verb.i:
        return
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == gerund.subtree()[0].i - 1), None)
    if joint is None or not behind_comma(joint):
        return
    joint.attach(opener, "cc")
    gerund.attach(opener, "conj")


@only_on("forecast", "bet", "cut", "put", "set", "spent")
def on_average_forecast(noun: Word) -> None:
    """ "Analysts had on average forecast $6 billion": they had forecast it, and had nothing."""
    opener = noun.head
    if opener.lower != "on":
        return
    verb = opener.head
    average = next((w for w in noun.left if w.lower == "average"), None)
    if average is None:
        return
    if verb.lemma != "have" or opener.i != verb.i + 1 or verb.child("dobj") is None or average.i != opener.i + 1:
        return
    noun.take_place_of(verb)
    noun.tag, noun.pos, noun.lemma = "VBN", "VERB", noun.lower
    for word in [w for w in verb.children if w is not opener]:
        word.attach(noun, word.dep)
    opener.attach(noun, "prep")
    average.attach(opener, "pobj")
    verb.attach(noun, "aux")


_ORDINALS = word_class("ordinals")


def is_ranked(noun: Word) -> bool:
    """Whether a noun says which of somebody's deeds something was: "his seventh goal of the season"."""
    own = noun.left[0] if noun.left and noun.left[0].tag == "PRP$" else None
    return own is not None and any(w.lower in _ORDINALS and w.i == own.i + 1 for w in noun.left)


def remark_behind(noun: Word) -> None:
    """ "He scored after Lund fell, a blow that rivals felt": he scored no blow.

    "He headed in a corner, his seventh goal": he headed no goal.
    """
    verb, start = noun.head, noun.subtree()[0]
    if _is_behind_only_comma(verb, noun, start):
        noun.dep = "dep"
        return
    if start.lower not in {"a", "an"} and not is_ranked(noun):
        return
    between = [w for w in verb.right if w.i < start.i and w.dep not in {"punct", "prt"}]
    if noun.dep == "attr":  # "is fanciful, a point that rivals make"
        between = [w for w in between if w.dep == "acomp"]
    if not between or verb.child("dative", "oprd") is not None:
        return
    comma = [w for w in verb.subtree() if w.i == start.i - 1 and w.text == "," and not noun.holds(w)]
    if not comma or any(w.dep in {"cc", "conj"} for w in between) or noun.child("cc", "conj") is not None:
        return
    if between[-1].dep in {"acomp", "advcl", "prep", "npadvmod", "advmod"}:
        noun.dep = "dep"


def _is_behind_only_comma(verb: Word, noun: Word, start: Word) -> bool:
    """ "The mill will not reopen, a decision he regrets", "She rose to ninth, her best place": no object of the verb.

    An object stands behind a comma only where a second one before it sets something apart: "bought, at last, a boat".
    """
    if noun.dep != "dobj" or start.dep not in {"det", "poss"} or verb.child("dative", "oprd") is not None:
        return False
    between = [w for w in verb.subtree() if verb.i < w.i < start.i and not noun.holds(w)]
    marks = [w for w in between if w.dep == "punct" or w.dep == "cc"]
    if len(marks) != 1 or marks[0].text != "," or marks[0].i != start.i - 1 or noun.child("cc", "conj") is not None:
        return False
    loose = {"acomp", "advmod", "npadvmod", "prep", "prt", "punct"}
    return all(w.dep in loose for w in verb.right if w.i < start.i)


def relative_past(verb: Word) -> None:
    """ "a decision that the visitors disputed": they disputed it."""
    thing, subject = verb.child("dobj"), verb.child("nsubj")
    if verb.tag != "VBN" or thing is None or subject is None or thing.tag != "WDT" or thing.i > subject.i:
        return
    if verb.child(*AUXILIARIES) is None:
        verb.dep, verb.tag = "relcl", "VBD"


def role_not_verb(role: Word) -> None:
    """ "a drive that Halvers goalkeeper Pim Aster kept out": "goalkeeper" is no verb."""
    if role.tag not in {"VBP", "VB"} or not is_person(role):
        return
    if role.child(*AUXILIARIES, "dobj", "mark", "prt") is not None:
        return
    clause = next((w for w in role.right if w.dep == "ccomp" and is_finite(w)), None)
    subject = None if clause is None else clause.child("nsubj", "nsubjpass")
    if clause is None or subject is None or not is_person(subject) or subject.subtree()[0].i != role.i + 1:
        return
    if subject.subtree()[0].tag in {"DT", "PRP$"}:
        return  # "Officials suspect the rebels tried to flee"
    club = [w for w in role.left if w.dep == "nsubj" and w.i == role.i - 1]
    clause.take_place_of(role)
    for word in [w for w in role.children if w is not clause and w not in club]:
        word.attach(clause, word.dep)
    for word in (*club, role):
        word.attach(subject, "compound")
    for word in club:
        for part in list(word.left):
            part.attach(subject, part.dep)
    role.tag, role.pos = "NN", "NOUN"


def whose_noun(noun: Word) -> None:
    """ "Reed, whose debut, "Low Water", was a hit, knows it": her debut was, and she knows it."""
    name = noun.head
    verb = name.head
    owner = noun.subtree()[0]
    if owner.tag != "WP$" or not is_nominal(noun) or name.dep not in SUBJECTS or verb.i < noun.i or not is_verbal(verb):
        return
    main = next((w for w in verb.right if w.dep == "conj" and is_finite(w)), None)
    if main is None or main.child(*SUBJECTS, "expl", "cc") is not None:
        return
    commas = [w for w in verb.right if w.text == "," and verb.i < w.i < main.i]
    if not commas or commas[-1].i != main.subtree()[0].i - 1 or any(w.dep == "cc" and w.i < main.i for w in verb.right):
        return
    main.take_place_of(verb)
    name.attach(main, subject_label(main))
    for word in [w for w in verb.right if w.i > main.i]:
        word.attach(main, word.dep)
    noun.attach(verb, subject_label(verb))
    verb.attach(name, "relcl")


def contact_subject(noun: Word) -> None:
    """ "the problems this plan was meant to solve did not go away": they did not, and the plan was meant to."""
    verb = noun.head
    own = next((w for w in verb.left if w.dep in SUBJECTS and w.i > noun.i), None)
    if own is None or noun.subtree()[-1].i != own.subtree()[0].i - 1 or noun.tag not in {"NNS", "NN"} or noun.right:
        return
    if own.subtree()[0].tag not in {"DT", "PRP$", "PRP"} or not noun.left:
        return
    main = verb.head if verb.dep == "csubj" else next((w for w in verb.root.subtree() if _takes_up(w, verb)), None)
    if main is None:
        return
    if not main.holds(verb):
        main.take_place_of(verb)
    for word in [w for w in verb.left if w.dep == "mark"]:
        word.attach(main, "mark")
    noun.attach(main, subject_label(main))
    verb.attach(noun, "relcl")


def _takes_up(word: Word, verb: Word) -> bool:
    """Whether a finite verb without a subject begins right behind a clause."""
    if word.i < verb.i or not is_verbal(word) or not is_finite(word) or word.child(*SUBJECTS, "expl", "cc") is not None:
        return False
    start = next((w.i for w in word.subtree() if w.i > verb.i), word.i)
    last = verb.subtree()[-1]
    return not verb.holds(word) and start == last.i + 1 and last.dep != "cc"


def one_with_noun(number: Word) -> None:
    """ "says more with one raised eyebrow": with the eyebrow."""
    opener = number.head
    if number.tag != "CD" or opener.dep != "prep" or [*number.children] or opener.right[-1:] != [number]:
        return
    noun = next((w for w in opener.head.right if w.dep in {"dobj", "attr"} and w.i > number.i), None)
    if noun is None or noun.subtree()[0].i != number.i + 1 or not is_nominal(noun) or not noun.left:
        return
    if noun.left[0].dep in {"amod", "compound"} and noun.tag in {"NN", "NNS"}:
        more = next((w for w in opener.head.right if w.dep == "dobj" and w.i < opener.i), None)
        for word in [w for w in noun.right if w.dep == "advcl" and w.left and w.left[0].lower == "than"]:
            word.attach(more or noun, "advcl")
        noun.attach(opener, "pobj")
        number.attach(noun, "nummod")


@only_on("that")
def that_is_mark(that: Word) -> None:
    """ "She saw six and that more were hidden": "that" opens what she saw."""
    verb = that.head
    if that.tag not in {"IN", "WDT", "DT"} or that.dep not in SUBJECTS:
        return
    other = next((w for w in verb.left if w.dep in SUBJECTS and w.i > that.i), None)
    if other is not None and other.subtree()[0].i == that.i + 1 and verb.dep in {"conj", "ccomp"}:
        that.dep, that.tag = "mark", "IN"


def time_of_saying(verb: Word) -> None:
    """ "Six were hurt, clerks said, hours before talks were due": that is when, and nobody said it."""
    cue, mark = verb.head, verb.child("mark")
    if mark is None or mark.lower not in {"before", "after", "as", "while", "when"} or verb.i < cue.i:
        return
    other = next((w for w in cue.left if w.dep == "ccomp"), None)
    if other is not None and cue.lemma in reporting("verb") and verb.subtree()[0].i > cue.i:
        verb.dep = "advcl"
        for time in [w for w in verb.left if w.dep == "npadvmod"]:
            how_long_after(time)


def like_with_like(noun: Word) -> None:
    """ "a cast that includes Bram Oko as a man with a problem and the great Edie Marl": she is in the cast."""
    first = noun.head
    if noun.tag != "NNP" or not is_person(noun) or is_person(first) or first.dep != "pobj" or is_name(first):
        return
    up = first
    while up.dep in {"pobj", "prep"} and up.head is not up:
        up = up.head
    things = [w for w in (up, *up.right) if w.dep in {"dobj", "pobj", "attr"} and w.i < first.i and is_person(w)]
    if not things or not is_name(things[-1]) or things[-1].child("conj") is not None:
        return
    for word in [w for w in first.right if w.dep == "cc" and w.i < noun.i]:
        word.attach(things[-1], "cc")
    noun.attach(things[-1], "conj")
    opener = first.head
    while opener.head is not up and opener.head is not opener:
        opener = opener.head
    if opener.dep == "prep" and opener.i > things[-1].i and things[-1] is not up and opener.head is things[-1].head:
        opener.attach(things[-1], "prep")


def order_after_colon(verb: Word) -> None:
    """ "It said what it always said: Leave us alone," Reed told them: she did not tell them alone."""
    cue = verb.head
    first = verb.subtree()[0].i
    if verb.tag != "VB" or verb.i > cue.i or any(w.tag == "TO" or w.dep in {"mark", "nsubj"} for w in verb.left):
        return
    colon = next((w for w in cue.root.subtree() if w.i == first - 1 and w.text == ":"), None)
    if colon is not None and cue.lemma in reporting("verb") and not verb.holds(colon):
        verb.dep = "dep"


def outcome_of_all(gerund: Word) -> None:
    """ "voted to back a bill that would cap prices, setting up a clash": the vote did."""
    verb, start = gerund.head, gerund.subtree()[0].i
    if gerund.tag != "VBG" or verb.dep != "relcl" or gerund.i < verb.i or gerund.lemma not in _SUMMING:
        return
    comma = next((w for w in verb.right if w.i == start - 1 and w.text == ","), None)
    main = next((w for w in verb.head.ancestors() if is_verbal(w) and w.dep in {"ROOT", "ccomp"}), None)
    restrictive = not opens_behind_comma(verb)
    if comma is not None and main is not None and main.tag == "VBD" and restrictive and verb.child("aux") is not None:
        comma.attach(main, "punct")
        gerund.attach(main, "advcl")


_SUMMING = frozenset({"clear", "deal", "end", "leave", "mark", "pave", "prompt", "raise", "set", "spark", "trigger"})


@only_on("to")
def to_the_dismay(preposition: Word) -> None:
    """ "Keene, to the dismay of friends, voted against it": that is how she voted, and no part of her name."""
    name, feeling = preposition.head, preposition.child("pobj")
    if feeling is None or feeling.lemma not in _FEELINGS or name.dep not in SUBJECTS:
        return
    if name.head.i > preposition.i:
        preposition.attach(name.head, "prep")


_FEELINGS = frozenset(
    {"anger", "annoyance", "astonishment", "credit", "delight", "dismay", "fury", "horror", "relief", "surprise"}
)


def case_is_that(case: Word) -> None:
    """ "The case, as set out by the leader, Ada Lund, is that it pays": Lund is the leader, and no case."""
    verb = case.head
    if verb.lemma != "be":
        return
    name = next((w for w in verb.left if w.dep in SUBJECTS and w.i > case.i), None)
    content = verb.child("ccomp")
    if name is None or content is None or not is_name(name) or not is_person(name):
        return
    if case.pos != "NOUN" or is_person(case) or not any(w.lower == "that" and w.dep == "mark" for w in content.left):
        return
    last = [w for w in case.subtree() if w.i < name.i and w.pos == "NOUN"]
    if last[-1] is not case and last[-1].subtree()[-1].i == name.subtree()[0].i - 2:
        name.attach(next((w for w in last if is_person(w)), last[-1]), "appos")


def and_they_agree(first: Word) -> None:
    """ "They have studied it and, for once, they agree": that they studied it is nothing that they agree on."""
    verb = first.head
    joint = next((w for w in reversed(first.right) if w.dep != "punct"), None)
    if joint is None or joint.dep != "cc" or first.i > verb.i or joint.lower not in {"and", "but"}:
        return
    other = next((w for w in verb.left if w.dep == "ccomp" and w.i > joint.i), None)
    if other is not None and other.child("mark") is None:
        other.attach(first, "conj")  # "Six are back but ten may wait, the firm says"
        return
    subject = verb.child(*SUBJECTS)
    if subject is None or not joint.i < subject.i < verb.i or first.child(*SUBJECTS) is None or first.child("mark"):
        return
    first.take_place_of(verb)
    verb.attach(first, "conj")


_SCALES = frozenset({"category", "class", "grade", "level", "magnitude", "phase", "stage", "tier", "type"})


@only_on(*_SCALES)
def magnitude_of(noun: Word) -> None:
    """ "A magnitude 6.4 earthquake struck": the earthquake did."""
    if noun.right:
        return
    verb = noun.head
    other = next((w for w in verb.left if w.dep == noun.dep and w.i > noun.i), None)
    if other is None or not other.left:
        return
    number = other.left[0]
    if number.tag == "CD" and number.i == noun.i + 1:
        for word in list(noun.left):
            word.attach(other, word.dep)
        noun.attach(other, "nmod")


def was_it_given(verb: Word) -> None:
    """ "Was the warning given too late?": that is asked, and no warning is said to be given."""
    noun = verb.child("nsubj", "attr") if verb.lemma == "be" and verb.i < 2 else None
    if noun is None or noun.i < verb.i or verb.child("acomp") is not None:
        return
    given = next((w for w in noun.right if w.dep == "acl" and w.tag == "VBN"), None)
    if given is None or not any(w.text == "?" for w in verb.right) or given.child(*AUXILIARIES, "agent") is not None:
        return
    if len([w for w in verb.right if w.dep != "punct"]) > 1:
        return
    given.lead()
    for word in [w for w in verb.children if w is not noun]:
        word.attach(given, word.dep)
    noun.attach(given, "nsubjpass")
    verb.attach(given, "auxpass")


@only_on("whether")
def whether_somebody_did(mark: Word) -> None:
    """ "At issue is whether the founder, Ada Reed, misled them": that is asked, and no founder is said to be misled."""
    noun = mark.head
    above = noun.head
    verb = next((w for w in noun.right if w.dep == "acl" and w.tag in {"VBN", "VBD"}), None)
    if not is_nominal(noun) or verb is None or verb.child(*AUXILIARIES, "agent") is not None:
        return
    if not is_verbal(above) or above.i > mark.i:
        return
    verb.tag = "VBD"
    verb.attach(above, "ccomp")
    mark.attach(verb, "mark")
    noun.attach(verb, "nsubj")
