"""What a further argument says of its clause: when, where, why, with whom ..."""

from __future__ import annotations

from functools import cache

from extract.english.numbers import FRACTIONS
from extract.english.persons import Sort, group_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.conditions import condition_mark
from extract.factuality.signatures import reporting
from extract.model import Role
from extract.syntax.prepositions import Prepositional, prepositional
from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import (
    PLACES,
    SUBJECTS,
    behind_comma,
    has_mark,
    is_finite,
    is_infinitive,
    is_time,
)

_TIMELESS = frozenset({"of", "about", "above", "below", "with", "than"})
#: Roles that depend on what the preposition governs: "in Oslo" is a place, "in anger" is none.
_ONLY_BEFORE_PLACES = frozenset({Role.PLACE, Role.DESTINATION})


@cache
def _table(name: str) -> dict[str, Role]:
    return {key: Role(role) for key, role in (line.split("\t") for line in entries(name))}


def role_of(head: Word) -> Role:
    """The role of the argument that `head` (a preposition, adverb, noun of time or subordinate verb) opens."""
    if head.dep == "agent":
        return Role.AGENT
    if head.dep == "dative":
        return Role.RECIPIENT
    if head.dep == "advcl":
        return _clause_role(head)
    if head.dep == "xcomp":
        return Role.PURPOSE
    return _preposition_role(head) if head.dep == "prep" else _adverb_role(head)


def _clause_role(verb: Word) -> Role:
    table = _table("conjunction_roles")
    if has_mark(verb, "as") and _stands_in(verb):
        return Role.SOURCE if verb.lemma != "do" else Role.OTHER
    if verb.lemma in {"be", "do", "have"} and any(w.dep in SUBJECTS and w.i > verb.i for w in verb.right):
        return Role.COMPARISON  # "as are nine of 10 pears"
    openers = [w.lower for w in verb.left if w.dep in {"mark", "advmod"}]
    if verb.lower == "comes" and openers[:1] == ["when"] and any(w.lower == "it" for w in verb.left):
        return Role.TOPIC  # "when it comes to taxes"
    if openers[:2] in (["as", "if"], ["as", "though"]) or (openers[:1] == ["as"] and _is_likened(verb)):
        return Role.MANNER
    for word in verb.left:
        if word.dep in {"mark", "advmod"} and word.lower in table:
            if word.lower == "since" and _is_why(verb, word):
                return Role.REASON
            return Role.CONCESSION if word.lower == "while" and _contrasts(verb, word) else table[word.lower]
    if is_infinitive(verb):
        return Role.PURPOSE
    return Role.OTHER if condition_mark(verb) is None else Role.CONDITION  # "had it closed, they would have left"


def _is_why(verb: Word, since: Word) -> bool:
    """ "is a surprise since they had thought him ill", "left, since it was late", unlike "has grown since he left"."""
    own, main = complex_of(verb), complex_of(verb.head)
    perfect = own.aspect is not None and "perfect" in own.aspect
    if own.tense == "present" and not perfect:
        return True
    return "perfect" not in (main.aspect or "") and (perfect or (verb.head.i < verb.i and behind_comma(since)))


def _stands_in(verb: Word) -> bool:
    """ "as her rivals claim", "as other towns have done": what the main clause says."""
    says = verb.lemma in reporting("verb") and verb.lemma not in _GOING_ON and verb.child("nsubjpass") is None
    return (says or verb.lemma == "do") and verb.child("dobj", "attr", "ccomp", "xcomp", "prep", "acomp") is None


_GOING_ON = entries("going_on_verbs") | {"end", "hold"}


def _is_likened(verb: Word) -> bool:
    """ "as planned", "as originally scheduled", "did not end as she wanted", "as big as it has for others"."""
    bare = verb.child("nsubj", "nsubjpass", "auxpass", "aux") is None and verb.tag == "VBN"
    stranded = verb.lemma in _WANTING or (verb.lemma == "have" and verb.tag != "VBG")
    return bare or (stranded and verb.child("dobj", "ccomp", "xcomp", "advcl") is None)


_WANTING = frozenset({"desire", "envisage", "envision", "imagine", "intend", "like", "plan", "please", "want", "wish"})


def _contrasts(verb: Word, mark: Word) -> bool:
    """ "While the town grew, the port shrank", also behind a comma, but not "while she was in Lorne", "asleep"."""
    own = verb.child("nsubj", "nsubjpass")
    if own is None or own.tag == "PRP" or not is_finite(verb) or not (verb.i < verb.head.i or behind_comma(mark)):
        return False
    then = complex_of(verb).tense == "past" and complex_of(verb.head).tense == "present"
    return verb.tag != "VBG" and (then or verb.lemma not in {"be", "remain", "stay"} or _is_judged(verb, own))


def _is_judged(verb: Word, subject: Word) -> bool:
    """ "While the plan is sound", "was a success", "was among the best"; not "was ill", "was mayor", "was closed"."""
    said = verb.child("acomp", "attr", "prep")
    if said is None or is_person(subject):
        return False
    if said.dep == "acomp":
        return verb.tag in {"VBZ", "VBP"} and not said.lower.endswith("ed")
    return said.child("det") is not None if said.dep == "attr" else said.lower == "among"


def _preposition_role(preposition: Word) -> Role:
    phrase = prepositional(preposition)
    target = phrase.target
    if target is None:
        return Role.OTHER
    if target.lower == "order" and target.child("acl") is not None:
        return Role.PURPOSE
    if len(phrase.words) > 1:
        return _table("preposition_roles").get(phrase.text, Role.OTHER)
    if preposition.lower == "to" and target.tag == "NNS" and target.child("nummod") is not None and is_time(target):
        return Role.RESULT  # "was jailed by a court to two years"
    if _is_timely(target) and preposition.lower not in _TIMELESS:
        return Role.TIME
    if not target.left and (preposition.lower, target.lower) in {("for", "now"), ("for", "good"), ("by", "then")}:
        return Role.TIME
    if preposition.lower in {"by", "without"} and target.dep == "pcomp":
        return Role.MANNER
    if _is_ground(preposition, target):
        return Role.REASON
    if _is_before_somebody(preposition, target) or _is_pursuit(preposition, target):
        return Role.OTHER
    return _by_target(phrase, target)


def _is_ground(preposition: Word, target: Word) -> bool:
    """ "drew criticism for closing the mill", "held on murder charges"; not "uses it for cooking"."""
    verb = preposition.head
    if preposition.lower != "for":
        return preposition.lower == "on" and target.lemma in _ACCUSED and verb.lemma in _SEIZING
    deed = target.dep == "pcomp" and target.tag == "VBG" and verb.i < target.i
    return verb.lemma in entries("for_verbs") or (deed and not is_infinitive(verb) and verb.lemma not in _PREPARING)


_PREPARING = word_class("verbs of preparing")
_SEIZING = frozenset({"arrest", "charge", "convict", "detain", "hold", "indict", "jail", "seize", "sentence", "try"})
_ACCUSED = frozenset({"allegation", "charge", "count", "suspicion", "violation", "warrant"})


def _is_before_somebody(preposition: Word, target: Word) -> bool:
    """ "argued before the court": no time."""
    somebody = is_person(target) or group_noun(target.lemma.lower()) is Sort.BODY
    return preposition.lower == "before" and target.dep == "pobj" and somebody


def _is_pursuit(preposition: Word, target: Word) -> bool:
    """ "went after Lund for fraud", "named it after a poet": no time."""
    verb = preposition.head
    if preposition.lower == "after" and verb.lemma in {"name", "rename"}:
        return target.dep == "pobj"
    beside = preposition.lower == "after" and preposition.i == verb.i + 1
    return beside and verb.lemma in {"chase", "come", "go"} and _is_partner(target)


def _is_timely(target: Word) -> bool:
    """ "in May", "throughout most of the day", "throughout her life"; not "by a third"."""
    if target.lower in FRACTIONS and target.head.lower == "by":
        return False
    if target.lemma in _SPANS:
        return target.head.lower == "throughout"
    if target.lower in {"beginning", "end"} and target.head.lower in {"at", "in"}:
        return target.child("prep") is None  # "in the end"
    of = target.child("prep") if target.lower in {"all", "half", "most", "much", "one"} else None
    whole = of.child("pobj") if of is not None and of.lower == "of" else None
    return is_time(target if whole is None else whole) or target.lemma in {"instance", "occasion"}


_SPANS = frozenset({"campaign", "career", "history", "life", "lifetime", "reign", "tenure", "term", "trial", "war"})


def _by_target(phrase: Prepositional, target: Word) -> Role:
    role = _table("preposition_roles").get(phrase.text, Role.OTHER)
    if phrase.text == "by" and target.lower in {"margin", "vote"} and any(w.tag == "CD" for w in target.subtree()):
        return Role.MEASURE  # "by a vote of 22 to 17"
    if phrase.text == "for" and (target.entity == "MONEY" or target.lemma in {"fee", "price", "sum"}):
        return Role.MEASURE if target.entity == "MONEY" else Role.OTHER  # "was sold for $3 million"
    if phrase.text == "for" and phrase.head.head.lemma in _TRADING and any(w.tag == "CD" for w in target.left):
        return Role.MEASURE  # "was bought for 400 crowns"
    if phrase.text == "from" and any(w.dep == "npadvmod" for w in phrase.head.left):
        return Role.PLACE  # "two miles from port"
    if role in _ONLY_BEFORE_PLACES and not is_place(target) and phrase.head.head.lemma not in entries("placing_verbs"):
        return Role.RECIPIENT if role is Role.DESTINATION and _is_partner(target) else Role.OTHER
    if role is Role.TOPIC and phrase.text == "on":
        if is_place(target):
            return Role.PLACE
        verb = phrase.head.head
        if not _is_talk(verb) or target.lemma.lower() in _CHANNELS or (verb.i < phrase.head.i and verb.child("ccomp")):
            return Role.OTHER  # "said on the radio", "told us on the stairs that it was late"
    below_picture = phrase.text == "from" and target.lower == "left"  # "From left: Ada Holt and Tom Lund"
    if below_picture or (phrase.text == "with" and not _is_partner(target)):
        return Role.OTHER
    return role


def _is_talk(verb: Word) -> bool:
    """ "spoke on taxes", "pressed him on taxes", "gave a speech on taxes", not "killed 11 on the ground"."""
    obj = verb.child("dobj", "nsubjpass")
    return verb.lemma in _talking() or (obj is not None and obj.lemma.lower() in _told())


@cache
def _talking() -> frozenset[str]:
    return reporting("verb") | entries("speaking_verbs") | _DEALING


@cache
def _told() -> frozenset[str]:
    return entries("content_nouns") | entries("announcing_nouns") | _TOLD


_TOLD = word_class("things told")
_DEALING = word_class("verbs of dealing")
_CHANNELS = frozenset({"facebook", "instagram", "radio", "television", "tv", "twitter", "youtube"})
_TRADING = frozenset({"acquire", "auction", "buy", "purchase", "sell"})


def is_place(noun: Word) -> bool:
    """Whether a noun names a place or a kind of place."""
    return noun.entity in PLACES or noun.lemma.lower() in entries("place_nouns")


def _is_partner(noun: Word) -> bool:
    """Whether a noun names someone: a person, people, an organisation, a state."""
    return noun.entity in {"PERSON", "ORG", "GPE", "NORP"} or noun.tag in {"PRP", "NNP", "NNPS"} or is_person(noun)


def is_person(noun: Word) -> bool:
    """Whether a noun is a person's name or a word for persons."""
    lemma = noun.lemma.lower()
    named = noun.entity in {"PERSON", "NORP"} and not (noun.pos == "NOUN" and noun.text.islower())
    return named or lemma in _persons() or lemma == "people" or lemma.endswith("ologist")


@cache
def _persons() -> frozenset[str]:
    return frozenset(line.split("\t")[0] for line in entries("person_nouns"))


def _adverb_role(word: Word) -> Role:
    if word.lower.isdecimal() and any(w.tag == "CD" for w in word.right):
        return Role.MEASURE  # "ended 1 – 1"
    with_modifiers = " ".join([*(w.lower for w in word.left), word.lower])
    if is_time(word) or entries("time_adverbs") & {word.lower, with_modifiers}:
        return Role.OTHER if _joins(word) else Role.TIME
    if word.dep == "npadvmod":
        return Role.MEASURE
    if word.lower in entries("place_adverbs"):
        return Role.PLACE
    if any(word.lower in entries(name) for name in ("hearsay", "probably", "possibly")) or word.lower in _COMMENTS:
        return Role.OTHER
    how = word.lower in _MANNERS and (word.i > word.head.i or word.head.tag == "VBN")  # not in "could well win"
    return Role.MANNER if how or (word.lower.endswith("ly") and word.pos == "ADV") else Role.OTHER


def _joins(word: Word) -> bool:
    """ "Still, it held", "and yet it is easily fixed": no time, as in "It still holds" or "has not yet come"."""
    near = {w.i: w for w in (*word.head.children, *word.head.head.children)}
    before, after = near.get(word.i - 1), near.get(word.i + 1)
    opens = word.i == 0 or (before is not None and (before.dep == "cc" or before.text in {",", ";"}))
    return opens and (word.lower == "yet" or (word.lower == "still" and after is not None and after.text == ","))


_COMMENTS = frozenset({"actually", "basically", "certainly", "essentially", "generally", "really", "sadly", "surely"})
_MANNERS = frozenset({"best", "better", "fast", "hard", "together", "well", "worse", "worst"})
