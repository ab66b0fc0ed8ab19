"""Objects that are not what was sent or told, and verbs that were taken for parts of their object."""

from __future__ import annotations

from extract.claims.nounphrase import is_role
from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.fixed_phrases import is_past_of_gerund
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    is_finite,
    is_nominal,
    is_time,
    is_wh,
    opens_behind_comma,
    subject_label,
)

#: Verbs that take whom before what.
_GIVING = frozenset(
    {"award", "bring", "cost", "deny", "give", "grant", "hand", "lend", "offer", "owe", "pay", "promise", "send"}
    | {"sell", "show", "teach"}
)
#: What they take is no doing: "supplies drinking water".
_BRINGING = frozenset({"bring", "contaminate", "deliver", "distribute", "lack", "pollute", "provide", "pump", "supply"})
_THING_PRONOUNS = frozenset({"it", "this", "that", "these", "those", "what", "which"})


def sent_whom(noun: Word) -> None:
    """ "the letters I sent her", "the funds they refused to give the mayor": the letters are what she was sent."""
    verb = clause = noun.head
    while clause.dep == "xcomp":
        clause = clause.head
    first = noun.left[0] if noun.left else noun
    if clause.dep != "relcl" or verb.lemma not in _GIVING or verb.child("auxpass") is not None or first.i != verb.i + 1:
        return
    gap, subject = clause.head, clause.child("nsubj")
    if subject is None or is_wh(subject) or noun.right or noun.lower in _THING_PRONOUNS:
        return
    named = noun.pos == "PRON" or noun.entity == "PERSON" or (first.dep == "det" and is_person(noun))
    if not named or noun.left[1:] or is_time(gap) or is_person(gap) or gap.pos == "PRON":
        return
    if any(w.dep in {"prep", "prt", "ccomp", "xcomp", "dative"} and w.i > noun.i for w in verb.right):
        return
    if any(w.tag == "WRB" or w.dep == "mark" for w in verb.left):
        return
    noun.dep = "dative"
    for word in verb.left:
        if word.tag in {"WDT", "WP"} and word.dep == "dative":
            word.dep = "dobj"


def given_whom(thing: Word) -> None:
    """ "They gave Ada, who lives in Lorne, a copy": she is no copy, and it is what they gave.

    "paid Reed, a former clerk, 900 crowns".
    """
    person = thing.head
    verb = person.head
    aside = person.child("relcl", "appos")
    if verb.lemma not in _GIVING or person.dep != "dobj" or aside is None or not person.i < aside.i < thing.i:
        return
    who = any(w.lower in {"who", "whom", "whose"} for w in aside.subtree())
    money = thing.entity == "MONEY" or any(w.dep in {"nummod", "nmod"} for w in thing.left)
    article = any(w.dep == "det" for w in thing.left)
    if aside is thing or is_person(thing) or person.child("cc") is not None:
        return
    if (who and article) or (money and opens_behind_comma(thing)):
        person.dep = "dative"
        thing.attach(verb, "dobj")


def second_between_commas(noun: Word) -> None:
    """ "They put the old engine, and a new one, in the hall": both were put, and both in the hall."""
    above = noun.head
    if not is_nominal(noun) or above.pos != "VERB" or noun.child(*SUBJECTS, "relcl", "acl") is not None:
        return
    start = noun.subtree()[0].i
    joints = [w.lower for w in above.right if start - 2 <= w.i < start]
    verbs = (above, *(w for w in above.right if w.dep == "xcomp"))
    first = next((o for v in verbs for o in v.right if o.dep == "dobj" and o.subtree()[-1].i == start - 3), None)
    comma = next((w for w in noun.right if w.text == ","), None)
    if joints != [",", "and"] or first is None or comma is None or not is_nominal(first) or first.child("conj"):
        return
    rest = [w for w in noun.right if w.i > comma.i]
    if not rest or rest[0].dep != "prep" or rest[0].i != comma.i + 1 or any(w.dep != "prep" for w in rest):
        return
    for word in [w for w in above.right if start - 2 <= w.i < start]:
        word.attach(first, word.dep)
    noun.attach(first, "conj")
    for word in rest:
        word.attach(first.head, "prep")


@only_on("by")
def second_agent(by: Word) -> None:
    """ "Veltra was advised by Harding and Norhydra by Lund": Veltra was not advised by Norhydra, nor by Lund."""
    verb = by.head
    first = next((w for w in verb.right if w.dep == "agent" and w.i < by.i), None)
    noun = None if first is None else first.child("pobj")
    other = None if noun is None else noun.child("conj")
    if other is None or other.subtree()[-1].i != by.i - 1 or other.child("conj") is not None:
        return
    other.attach(verb, "dep")
    by.attach(other, "prep")


def told_doing(gerund: Word) -> None:
    """ "The mayor told cheering fans that ...": the fans cheered, and he told them. "supplies drinking water"."""
    verb, noun = gerund.head, gerund.child("dobj")
    brings = verb.lemma in _BRINGING
    if gerund.tag != "VBG" or noun is None or not (brings or verb.lemma in entries("telling_verbs")):
        return
    if not verb.i + 1 == gerund.i == noun.i - 1 or not (brings or noun.tag == "NNS"):
        return
    if gerund.child(*AUXILIARIES, *SUBJECTS):
        return
    noun.attach(verb, "dobj")
    for word in [w for w in gerund.right if w is not noun]:
        word.attach(verb, word.dep)
    gerund.attach(noun, "amod")


_OPENS_CLAUSE = frozenset({"whether", "if", "unless", "that", "because", "until", "although", "though"})


def plural_for_verb(noun: Word) -> None:
    """ "plans to test whether a lower dose works", "Unless the army withdraws, there will be no talks": a clause
    without a verb has the last word that looks like one.
    """
    subject = noun.left[-1] if noun.left else None
    if subject is None or subject.dep != "compound" or subject.i != noun.i - 1 or subject.tag not in {"NN", "NNP"}:
        return
    if noun.tag != "NNS" or not noun.lower.endswith("s") or noun.child("nsubj", "nsubjpass", "aux", "cop", "relcl"):
        return
    first = next((w for w in noun.left if w.dep != "mark"), subject)
    mark = next((w for w in (*noun.left, *noun.head.left) if w.dep == "mark" and w.i == first.i - 1), None)
    if mark is None or mark.lower not in _OPENS_CLAUSE or first.dep not in {"det", "poss", "compound"}:
        return
    noun.pos, noun.tag, noun.lemma = "VERB", "VBZ", _singular(noun.lower)
    for word in [w for w in noun.left if w not in (mark, subject)]:
        word.attach(subject, word.dep)
    mark.attach(noun, "mark")
    subject.dep = "nsubj"
    if noun.dep == "dobj":
        noun.dep = "ccomp"


def verb_as_compound(noun: Word) -> None:
    """ "The firm notifies people who could gain by it.": a sentence without another verb has this one."""
    verb = noun.left[-1] if noun.left else None
    if verb is None or verb.dep != "compound" or verb.tag not in {"VBZ", "NNS"} or verb.i != noun.i - 1:
        return
    if noun.tag != "NNS" or verb.left or verb.right or not verb.lower.endswith("s") or verb.lemma == verb.lower:
        return
    clause = noun.child("relcl")
    before = [w for w in noun.left if w is not verb]
    if clause is None or not before or before[0].lower not in {"the", "a", "an", "this", "that"}:
        return
    subject = before[-1]
    if subject.i != verb.i - 1 or subject.tag not in {"NN", "NNP", "JJ"} or before[0].i != subject.i - len(before) + 1:
        return
    if any(w.dep in {"cc", "conj", "appos"} for w in noun.right) or noun.subtree()[-1].text != ".":
        return
    verb.lead()
    verb.pos, verb.tag, verb.lemma = "VERB", "VBZ", _singular(verb.lower)
    if subject.tag == "JJ":
        subject.pos, subject.tag = "NOUN", "NN"
    for word in [w for w in noun.right if w.dep == "punct"]:
        word.attach(verb, "punct")
    noun.attach(verb, "dobj")
    subject.attach(verb, subject_label(verb))
    for word in before[:-1]:
        word.attach(subject, word.dep)


def _singular(form: str) -> str:
    """The plain form of a verb in -s: "notifies", "watches", "fines"."""
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-2] if form.endswith(("sses", "shes", "ches", "xes", "zes")) else form[:-1]


def gerund_did(verb: Word) -> None:
    """ "Seeking shelter spiked last year.": the seeking did, and no shelter."""
    noun, gerund = verb.head, verb.head.head
    if not is_past_of_gerund(verb) or not gerund.is_root or gerund.i > 1 or not is_nominal(noun):
        return
    if gerund.child(*AUXILIARIES, *SUBJECTS):
        return
    verb.tag = "VBD"
    verb.lead()
    for word in [w for w in gerund.right if w.i > verb.i]:
        word.attach(verb, word.dep)
    gerund.attach(verb, "csubj")


def spent_years_turning(gerund: Word) -> None:
    """ "She spent a decade turning notes into maps": she turned them."""
    noun = gerund.head
    verb = noun.head
    time = next((w for w in verb.right if w.i == gerund.i - 1 and w.dep in {"dobj", "npadvmod"}), None)
    if gerund.tag != "VBG" or verb.lemma not in {"spend", "waste"} or time is None or not is_time(time):
        return
    if noun.dep in {"dobj", "npadvmod"} and noun.left[0] is gerund:
        gerund.pos, time.dep = "VERB", "dobj"
        gerund.attach(verb, "advcl")
        noun.attach(gerund, "dobj")


def hours_pupils_spend(verb: Word) -> None:
    """ "The school cut the hours pupils spend on sport": the hours are what it cut, and what they spend."""
    main, subject = verb.head, verb.child("nsubj")
    noun = None if subject is None else next((w for w in subject.left if w.dep == "compound" and w.left), None)
    if subject is None or noun is None or noun.tag != "NNS" or subject.tag != "NNS" or noun.i != subject.i - 1:
        return
    if noun.left[0].dep not in {"det", "poss"} or main.child("dobj", "dative") is not None or not is_finite(verb):
        return
    if main.i > verb.i or main.lemma in reporting("verb") or verb.child("mark", "dobj") is not None:
        return
    noun.attach(main, "dobj")
    verb.attach(noun, "relcl")


def struggle_they_face(verb: Word) -> None:
    """ "knows the struggle border states face": who faces something has something to face."""
    main, subject = verb.head, verb.child("nsubj")
    if subject is None or verb.lemma not in _WITH_OBJECT or not is_finite(verb) or main.i > verb.i:
        return
    nouns = [w for w in subject.left if w.tag == "NN"]
    article = subject.left[0] if subject.left else None
    if len(nouns) < 2 or article is None or article.lower != "the" or nouns[0].i != article.i + 1:
        return
    if verb.child("mark", "dobj", "prep", "xcomp", "ccomp") is not None or main.child("dobj", "dative") is not None:
        return
    struggle = nouns[0]
    struggle.tag, struggle.pos = "NN", "NOUN"
    struggle.attach(main, "dobj")
    article.attach(struggle, "det")
    verb.attach(struggle, "relcl")


_WITH_OBJECT = frozenset({"bear", "cause", "enjoy", "face", "inflict", "pose", "possess"})


def object_of_particle(particle: Word) -> None:
    """ "They brushed aside warnings from the board", "They let Lund down": whom or what they did it to."""
    noun = particle.child("pobj", "nsubj")
    if noun is not None and particle.head.child("dobj") is None:
        noun.attach(particle.head, "dobj")


def took_time(time: Word) -> None:
    """ "It took them six years to build it": six years is what it took, them and for building."""
    verb = time.head
    purpose = verb.child("xcomp")
    if verb.lemma != "take" or not is_time(time) or purpose is None or purpose.i < time.i:
        return
    person = next((w for w in verb.right if w.dep == "dobj" and w.i < time.i), None)
    if person is not None and not is_time(person):
        person.dep, time.dep, purpose.dep = "dative", "dobj", "advcl"


def signed_whom(name: Word) -> None:
    """ "They are close to signing keeper Olof Berg": he is signed, and no signing keeper."""
    titled = name.pos == "PROPN" and any(w.dep == "compound" and is_role(w) for w in name.left)
    if not (titled or name.entity == "PERSON"):
        return
    preposition, gerund = name.head, name.subtree()[0]
    if gerund.tag != "VBG" or gerund.i != preposition.i + 1 or gerund.dep not in _BEFORE:
        return
    if gerund.head is not name and gerund.head.head is not name:
        return
    gerund.attach(preposition, "pcomp")
    name.attach(gerund, "dobj")
    gerund.pos = "VERB"


_BEFORE = frozenset({"amod", "compound"})


def speeches_she_gave(verb: Word) -> None:
    """ "She released a list of speeches she and her husband gave": she released it, and they gave the speeches."""
    gave, noun = verb.head, verb.subtree()[-1]
    giver = gave.child("nsubj")
    if not gave.is_root or verb.i > gave.i or giver is None or giver.i < verb.i or noun.tag not in {"NN", "NNS"}:
        return
    if gave.tag != "VBD" or gave.lemma in reporting("verb") or gave.lemma in entries("intransitive_verbs"):
        return
    if giver.subtree()[0].i != noun.i + 1 or any(
        w.dep not in {"prep", "npadvmod", "advmod", "punct"} for w in gave.right
    ):
        return
    if any(w.dep not in {"nsubj", "ccomp", "punct"} for w in gave.left) or verb.child(*SUBJECTS) is None:
        return
    verb.lead()
    for mark in [w for w in gave.children if w.dep == "punct"]:
        mark.attach(verb, "punct")
    gave.attach(noun, "relcl")
