"""Subjects: which of several nouns a verb belongs to, and clauses that lost their subject."""

from __future__ import annotations

from extract.claims.nounphrase import is_name
from extract.claims.roles import is_person
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    BREAKS,
    DASHES,
    FINITE_TAGS,
    PAST_TAGS,
    SUBJECTS,
    behind_comma,
    has_plural_form,
    has_subject,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    is_wh,
    subject_label,
)


def subject_in_compound(verb: Word) -> None:
    """ "when a stray bullet shot through her arm": no verb has an article; the bullet did."""
    nouns = [w for w in verb.left if w.dep == "compound" and w.tag in {"NN", "NNS"} and w.i == verb.i - 1]
    article = next((w for w in verb.left if w.dep == "det"), None)
    if not nouns or article is None or verb.tag not in {"VBD", "VBZ"} or verb.child(*SUBJECTS, "aux") is not None:
        return
    noun = nouns[0]
    noun.adopt(w for w in verb.left if w.i < noun.i and w.dep in {"det", "amod", "compound", "nummod", "poss"})
    noun.attach(verb, "nsubj")


@only_with("whether")
def whether_is_subject(verb: Word) -> None:
    """ "Whether it works is not known": that is asked, and no noun that works."""
    if any(w.lower == "whether" for w in verb.having("mark")):
        verb.dep = "csubj"


def also_killed(verb: Word) -> None:
    """ "Also killed was a nurse from Lorne": she was."""
    was = next((w for w in verb.right if w.dep == "auxpass"), None) if verb.tag == "VBN" else None
    noun = was.child("attr", "nsubjpass") if was is not None else None
    if noun is not None and verb.child(*SUBJECTS) is None and verb.child("dobj") is None:
        noun.attach(verb, "nsubjpass")


def open_preposition(noun: Word) -> None:
    """ "Photos from a shoot with artist Nell Holt sold": of two subjects the second is what "with" governs.

    "A clerk who was not named because of firm policy said so": the policy is why, and says nothing.
    """
    verb = noun.head
    if verb.dep == "conj" and noun.i < verb.i:
        _number_before(noun, verb)
    other = next((w for w in verb.left if w.dep in SUBJECTS and w.i < noun.i), None)
    other = other if other is not None and is_nominal(other) else None
    if other is None and not any(w.lower == "until" for w in verb.left):
        return
    first = noun.subtree()[0]
    until = next((w for w in verb.left if w.lower == "until" and w.i == first.i - 1), None)
    that = next((w for w in verb.left if w.lower in {"that", "which", "who"} and until and w.i == until.i - 1), None)
    if that is not None and until is not None and is_time(noun) and verb.dep == "relcl":
        until.attach(verb, "prep")  # "a post that until this year was held by a man"
        that.tag, that.dep = "WDT", noun.dep
        noun.attach(until, "pobj")
        return
    if other is None:
        return
    opener = next((w for w in other.subtree() if w.i == first.i - 1 and w.dep in {"prep", "pcomp"}), None)
    if opener is not None and not (opener.left or opener.right):
        noun.attach(opener, "pobj")


def _number_before(noun: Word, verb: Word) -> None:
    """ "Brandt was out for 12 and Quist followed": the number is what "for" governs, and Quist alone followed."""
    number = next((w for w in noun.left if w.dep == "nummod" and w.child("cc") is not None), None)
    before = verb.head.subtree(lambda w: w is verb)
    opener = None if number is None else next((w for w in before if w.i == number.i - 1 and w.dep == "prep"), None)
    if number is not None and opener is not None and not opener.right:
        verb.head.adopt(w for w in number.right if w.dep == "cc")
        number.attach(opener, "pobj")


@only_with("after", "as", "before", "since", "until")
def as_it_neared(first: Word) -> None:
    """ "Residents fled as flames, fanned by winds, neared the town": the flames did, and nobody fled as flames."""
    verb = first.head
    opener = next((w for w in first.right if w.dep == "prep" and w.lower in {"after", "as", "before", "since"}), first)
    thing = opener.child("pobj")
    own = first.child(*SUBJECTS) is not None and not has_subject(verb)
    if first.i > verb.i or thing is None or not own or not is_finite(verb) or not behind_comma(verb):
        return
    aside = next((w for w in first.right if w.tag == "VBN" and w.i == thing.i + 2), None)
    if aside is None or verb.lemma in reporting("verb"):
        return
    first.take_place_of(verb)
    verb.attach(first, "advcl")
    opener.attach(verb, "mark")
    thing.adopt((w for w in (*first.right, *verb.left) if w.text == "," and thing.i < w.i < verb.i), "punct")
    thing.attach(verb, subject_label(verb))
    aside.attach(thing, "acl")


@only_with("as")
def also_neared(verb: Word) -> None:
    """ "They were told to leave as the fire, fanned by winds, moved north": the fire did, and nobody was moved."""
    first, start = verb.head, verb.subtree()[0].i
    before = [w for w in first.subtree() if w.i < start]
    opener = next((w for w in reversed(before) if w.lower == "as" and w.dep == "prep"), first)
    thing = opener.child("pobj")
    if thing is None or is_person(thing) or verb.tag not in PAST_TAGS or verb.child(*SUBJECTS, *AUXILIARIES):
        return
    aside = next((w for w in before if w.tag == "VBN" and w.i == thing.i + 2), first)
    commas = [w for w in before if w.text == "," and thing.i < w.i]
    if aside is first or [w.i for w in commas] != [thing.i + 1, start - 1] or opener.head.i < first.i:
        return
    verb.attach(first, "advcl", "VBD")
    verb.hang(mark=opener, nsubj=thing)
    thing.adopt(commas)
    aside.attach(thing, "acl")


@only_on("about")
def about_whom(about: Word) -> None:
    """ "The film, about a boy who finds a bear, opens today": it is about him, and he is no "about a boy"."""
    noun = about.head
    first = noun.left[1] if len(noun.left) > 1 and noun.left[0] is about else None
    if about.dep == "advmod" and noun.dep == "appos" and first is not None and first.dep in {"det", "poss"}:
        about.attach(noun.head, "prep")
        noun.attach(about, "pobj")


def content_behind(cue: Word) -> None:
    """ "two people they claimed were guilty", "a rule that he argued hurt mills": what is claimed has no subject.

    "Lund, who police say stole it": Lund is who did.
    """
    subjects = cue.having("nsubj")
    subject = subjects[-1] if subjects else None
    if subject is None or is_wh(subject) or cue.lemma not in reporting("verb"):
        return
    relative = next((w for w in cue.left if (w.dep == "dobj" or w in subjects[:-1]) and is_wh(w)), None)
    verb = _verb_behind(cue)
    behind = [w for w in cue.right if w is not verb]
    if verb is None or any(w.i < verb.i for w in behind) or verb.child(*SUBJECTS, "expl", "mark") is not None:
        return
    past = (verb.tag == "VBN" and verb.lower.endswith("ed")) or (verb.tag == "VB" and not is_infinitive(verb))
    if not is_finite(verb) and (relative is None or not past):
        return
    for branch in [w for w in verb.left if w.i < cue.i and w.holds(cue)]:
        branch.attach(verb.head, "dep") if verb.head is not verb else branch.lead()
    if verb.holds(cue):
        return
    verb.tag = "VBD" if verb.tag in {"VB", "VBN"} and verb.child(*AUXILIARIES) is None else verb.tag
    verb.attach(cue, "ccomp")
    verb.adopt(behind)  # "a man who police say killed Reed"
    if relative is not None:
        relative.dep = "dep"
        _take_object(verb, cue.head)


def _take_object(verb: Word, noun: Word) -> None:
    """ "A man who police say robbed a bank was held": the man is the subject of both verbs."""
    thing = next((w for w in verb.root.subtree() if w.dep in SUBJECTS and w.subtree()[0].i == verb.i + 1), verb)
    main = thing.head
    if thing.i < verb.i + 1 or main.i < thing.i or verb.child("dobj", "prep", "ccomp") is not None or verb.holds(main):
        return
    if noun.is_root and main.head is noun:
        main.lead()
        main.adopt(w for w in noun.right if w.dep == "punct")
        noun.attach(main, subject_label(main))
    if noun.head is main and noun.dep in SUBJECTS:
        thing.attach(verb, "dobj")


def ran_and_was_held(cue: Word) -> None:
    """ "Two men who police say ran the ring were held": the men are the subject of both verbs."""
    noun, verb = cue.head, cue.head.head
    main = next((w for w in verb.right if w.dep == "ccomp"), None)
    thing = main.child(*SUBJECTS) if main is not None else None
    if noun.dep not in SUBJECTS or verb.i != cue.i + 1 or main is None or thing is None or not cue.left:
        return
    if cue.lemma not in reporting("verb") or not is_wh(cue.left[0]) or thing.subtree()[0].i != verb.i + 1:
        return
    main.take_place_of(verb)
    main.adopt(w for w in verb.children if w is not noun)
    noun.attach(main, subject_label(main))
    thing.attach(verb, "dobj")
    verb.attach(cue, "ccomp")
    cue.left[0].dep = "dep"


@only_with("according")
def behind_according(noun: Word) -> None:
    """ "According to Lund, Norland, its only ally, has left": Norland has, and says nothing."""
    to, verb = noun.head.head, noun.head.head.head.head
    joined = any(w.dep == "cc" for w in noun.head.right)
    if to.lower != "to" or to.head.lower != "according" or joined or not is_finite(verb) or noun.i > verb.i:
        return
    if not has_subject(verb):
        noun.attach(verb, subject_label(verb))


def _verb_behind(cue: Word) -> Word | None:
    """The verb whose words begin right behind a cue."""
    words = {w.i: w for w in cue.root.subtree()}
    at = cue.i + 1
    while (word := words.get(at)) is not None:
        if word.dep not in {*AUXILIARIES, "neg", "advmod"}:
            return word if is_verbal(word) else None
        at += 1
    return None


_OPENS_CLAUSE = frozenset({"whether", "if", "unless", "that", "because", "until", "although", "though"})


def plural_for_verb(noun: Word) -> None:
    """ "plans to test whether a lower dose works", "Unless the army withdraws, there will be no talks": a clause
    without a verb has the last word that looks like one. "unless the board drops plans to cut jobs": it drops plans.
    """
    subject = noun.left[-1] if noun.left else None
    inner = {"compound", "nsubj"} if noun.dep == "nsubj" else {"compound"}
    if subject is None or subject.dep not in inner or subject.i != noun.i - 1 or subject.tag not in {"NN", "NNP"}:
        return
    if noun.tag != "NNS" or not noun.lower.endswith("s") or noun.child("nsubjpass", "aux", "relcl"):
        return
    first = next((w for w in noun.left if w.dep != "mark"), subject)
    start = first.subtree()[0].i - 1
    mark = next((w for w in (*noun.left, *noun.head.left) if w.dep == "mark" and w.i == start), None)
    if mark is None or mark.lower not in _OPENS_CLAUSE or first.dep not in {"det", "poss", *inner}:
        return
    plans = noun.head
    if noun.dep == "nsubj":
        if plans.tag != "VBZ" or noun.i != plans.i - 1 or plans.child("dobj", "ccomp", "attr", "acomp") is not None:
            return
        noun.take_place_of(plans)
        plans.attach(noun, "dobj", "NNS")
        plans.adopt(plans.having("xcomp"), "acl")
    noun.pos, noun.tag, noun.lemma = "VERB", "VBZ", _singular(noun.lower)
    subject.adopt(w for w in noun.left if w not in (mark, subject))
    mark.attach(noun, "mark")
    subject.dep = "nsubj"
    if noun.dep == "dobj":
        noun.dep = "ccomp"


def _singular(form: str) -> str:
    """The plain form of a verb in -s: "notifies", "watches", "fines"."""
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-2] if form.endswith(("sses", "shes", "ches", "xes", "zes")) else form[:-1]


def subject_of_auxiliary(noun: Word) -> None:
    """ "The court has un-sealed the files": a subject belongs to the verb, not to its auxiliary."""
    auxiliary = noun.head
    if auxiliary.dep in AUXILIARIES and auxiliary.head is not auxiliary:
        noun.attach(auxiliary.head, noun.dep)


@only_with("others")
def others_there(preposition: Word) -> None:
    """ "urged Lund and others in the region to act": the others are there, and Lund need not be.

    "They held Lund and others in an effort to stop the fair": that is why.
    """
    place = preposition.child("pobj")
    if preposition.lower not in _THERE or (place is not None and any(w.tag == "VB" for w in place.right)):
        return
    others = next((w for w in preposition.head.subtree() if w.lower == "others" and w.i == preposition.i - 1), None)
    if others is not None and others is not preposition.head and others.dep == "conj":
        preposition.attach(others, "prep")


_THERE = frozenset({"across", "around", "at", "from", "in", "inside", "on"})


@only_with("them")
def all_of_them(first: Word) -> None:
    """ "None of the men, all of them old, has left", where "all" was taken for a second subject: not all have."""
    for share in [w for w in first.head.left if w.dep in SUBJECTS and w.i > first.i]:
        if behind_comma(share) and any(w.lower == "them" for of in share.right for w in of.right):
            share.dep = "dep"


def rival_subject(first: Word) -> None:
    """ "In Lorne, one of the towns of the coast, several mills were shut": one town was not.

    Of two nouns parted by a comma the one beside the verb is its subject, unless it only says who the first is ("The
    larger boat, a dhow was seen") or ends a list ("Six guns, ten knives and a rope were found").
    """
    verb = first.head
    others = [w for w in verb.left if w.dep in {"nsubj", "nsubjpass"} and w.i > first.i]
    if len(others) != 1 or is_wh(first) or any(w.dep == "cc" for w in first.right):
        return
    own = others[0]
    start = own.subtree()[0]
    before = next((w for w in verb.subtree() if w.i == start.i - 1), None)
    if before is None or before.text not in BREAKS or is_wh(own) or not is_nominal(own) or not is_nominal(first):
        return
    if (before.text == "-" and before.end == start.start) or start.tag == "VBG" or _is_listed(first, own, before):
        return  # "five men-sons of clerks-left", "Reed, briefing reporters, said"
    if own.pos == "PROPN" and (verb.lemma in reporting("verb") or own.entity in {"GPE", "LOC", "FAC"}):
        return
    if own.child("cc") is not None and own.child("conj") is not None:
        if has_plural_form(verb):
            own.attach(first, "conj" if before.text == "," else "appos")
    elif start.lower in {"a", "an"} or own.tag == "CD" or (is_name(own) and _is_described(first)):
        own.attach(first, "appos")
    elif _disagrees(own, verb):
        return  # "The use of cheap, unknown tiles has stopped"
    elif own.left or own.pos in {"PRON", "PROPN"} or own.tag == "NNS":
        first.dep = "dep"


def _is_listed(first: Word, own: Word, before: Word) -> bool:
    """Joins "the party, the ministry and the bank" in "The hacking of the party, ...", and "Clerks, bakers, nurses".

    "The plan -- no pun intended -- will fall flat": nor is what stands between dashes a subject.
    """
    if before.text in DASHES and _closed(own, before.text):
        own.attach(first, "parataxis")
        return True
    if before.text != ",":
        return False
    last = first.subtree()[-1]
    while last is not first and last.dep != "pobj":
        last = last.head
    open_list = own.child("conj") is not None and own.child("cc") is not None and not _closed(own)
    if open_list and last is not first and (last.pos == own.pos == "PROPN" or _article(last) == _article(own) == "the"):
        own.attach(last, "conj")
        return True
    items = [first, *(w for w in first.right if w.dep in {"appos", "conj"}), own]
    if len(items) < 3 or any(w.tag != "NNS" or w.left for w in items):
        return False
    first.adopt(items[1:], "conj")
    return True


def _closed(noun: Word, mark: str = ",") -> bool:
    """Whether a comma or another mark stands behind what a noun heads."""
    last = noun.subtree()[-1]
    return last.text == mark or any(w.text == mark and w.i == last.i + 1 for w in noun.head.subtree())


def _article(noun: Word) -> str:
    return noun.left[0].lower if noun.left else ""


def _is_described(noun: Word) -> bool:
    """ "The judge who heard the case, Ada Lund, is ill": the name says which judge."""
    return noun.pos == "NOUN" and is_person(noun) and not is_time(noun)


def _disagrees(noun: Word, verb: Word) -> bool:
    finite = next((w for w in (*verb.left, verb) if w.dep in AUXILIARIES or w is verb), verb)
    return noun.tag == "NNS" and (finite.tag == "VBZ" or finite.lower == "was")


def agreeing_subject(first: Word) -> None:
    """ "Arbeck takes on Lorne and Sudria plays Tarsk": Sudria plays alone, for "plays" is singular."""
    verb = first.head
    above = verb.head
    others = [w for w in first.right if w.dep == "conj"]
    joints = [w for w in first.right if w.dep == "cc" and w.lower == "and"]
    if len(others) != 1 or len(joints) != 1 or verb.dep not in {"ccomp", "conj", "advcl"} or not is_verbal(above):
        return
    finite = next((w for w in (*verb.left, verb) if w.tag in FINITE_TAGS), None)
    if (
        above.lemma in reporting("verb")
        or finite is None
        or finite.tag != "VBZ"
        or not above.i < first.i
        or verb.child("mark") is not None
    ):
        return
    second = others[0]
    if second.child("conj") is not None or above.child("dobj", "attr", "ccomp", "pobj") not in {None, verb}:
        return
    if first.subtree()[0].i != max(above.i, *(w.i for w in above.right if w.i < first.i), above.i) + 1:
        return
    label = first.dep
    above.hang(dobj=first, cc=joints[0])
    second.attach(verb, label)
    verb.attach(above, "conj")


def pair_behind_opening(name: Word) -> None:
    """ "In an interview with Radio Tarn, Ada Lund and Tom Berg said so": the two said it, and spoke to the radio."""
    place = name.head
    opening = next((w for w in place.ancestors() if w.dep == "prep" and is_finite(w.head)), None)
    if place.dep != "pobj" or opening is None or not any(w.dep == "cc" and w.lower == "and" for w in name.right):
        return
    verb, words = opening.head, name.subtree()
    comma = next((w for w in (*place.right, *verb.left) if w.text == "," and w.i == words[0].i - 1), None)
    before = sum(w.i > words[-1].i and w.dep in {*AUXILIARIES, "advmod", "neg"} for w in verb.left)
    if comma is None or has_subject(verb) or words[-1].i != verb.i - 1 - before:
        return
    name.attach(verb, subject_label(verb))
    comma.attach(verb, "punct")


@only_on("and", "as")
def also_by(joint: Word) -> None:
    """ "It was backed by Lorne as well as by Tarn": by both, and the second "by" begins nothing of its own.

    "He was helped by mails stolen by spies as well as by Holt": no spies and no Holt stole them together. "It was held
    by lighting lamps, and by setting off rockets": by both.
    """
    again = next((w for w in joint.root.subtree() if w.i == joint.i + 1 and w.pos == "ADP"), joint)
    verbs = [w for w in joint.ancestors() if is_verbal(w)]
    pairs = [w for verb in verbs for w in verb.right if w.lower == again.lower and w.i < joint.i]
    deeds = [w for pair in (*pairs[-1:], again) for w in pair.having("pcomp")]
    if pairs and len(deeds) == 2 and again.dep == "conj":
        deeds[0].hang(conj=deeds[1], cc=joint)
    elif joint.lower == "as" and pairs and again is not joint and again.head is not pairs[-1]:
        pairs[-1].hang(cc=joint, conj=again)


_STANDING = frozenset({"hang", "lie", "lurk", "rest", "sit", "stand"})


def inverted(noun: Word) -> None:
    """ "At the centre of the row is the mayor", "On the wall hangs a map": who is there stands behind the verb."""
    verb = noun.head
    placed = verb.lemma in _STANDING and noun.subtree()[0].i == verb.i + 1 and not verb.child("aux", "auxpass")
    if (
        not (placed or (verb.lemma == "be" and noun.dep == "attr"))
        or noun.i < verb.i
        or verb.child(*SUBJECTS, "expl", "mark", "acomp") is not None
    ):
        return
    opener = verb.left[0] if verb.left else None
    if opener is None or opener.dep != "prep" or opener.child("pobj") is None:
        return
    asked = any(w.tag[0] == "W" for w in opener.subtree(lambda w: w.dep == "relcl"))
    if not asked and is_finite(verb) and is_nominal(noun) and not is_time(noun):
        noun.dep = "nsubj"


def aged_before_adverb(adverb: Word) -> None:
    """ "The 43-year-old later left": she did, and no "later"."""
    verb, aged = adverb.head, next((w for w in adverb.left if w.lower == "old" and w.i == adverb.i - 1), None)
    named = aged is not None and aged.child("npadvmod") is not None and any(w.dep == "det" for w in adverb.left)
    if aged is None or not named or adverb.pos != "ADV" or not is_verbal(verb) or verb.i < adverb.i:
        return
    aged.adopt(w for w in adverb.left if w is not aged)
    verb.hang(nsubj=aged, advmod=adverb)


@only_with("among")
def among_were(attribute: Word) -> None:
    """ "Among the items were a watch, $300 in cash and a lamp": all three were, and no cash is a watch."""
    verb = attribute.head
    first = verb.left[0] if verb.left else verb
    second = next((w for w in verb.right if w.dep == "nsubj" and w.i > attribute.i), None)
    if verb.lemma == "be" and first.lower == "among" and second is not None and behind_comma(second.subtree()[0]):
        attribute.dep = "nsubj"
        second.attach(attribute, "conj")
