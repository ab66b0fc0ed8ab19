"""Who does what a clause says, where the parser hung the clause on the nearest noun or verb."""

from __future__ import annotations

from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SAME_IN_PAST,
    SUBJECTS,
    is_finite,
    is_infinitive,
    is_verbal,
    is_wh,
    opens_behind_comma,
    subject_label,
)


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
    for word in behind:
        word.attach(verb, word.dep)  # "a man who police say killed Reed"
    if relative is not None:
        relative.dep = "dep"
        _take_object(verb, cue.head)


def _take_object(verb: Word, noun: Word) -> None:
    """ "A man who police say robbed a bank was held": he robbed it and was held, and no bank was."""
    thing = next((w for w in verb.root.subtree() if w.dep in SUBJECTS and w.subtree()[0].i == verb.i + 1), verb)
    main = thing.head
    if thing.i < verb.i + 1 or main.i < thing.i or verb.child("dobj", "prep", "ccomp") is not None or verb.holds(main):
        return
    if noun.is_root and main.head is noun:
        main.lead()
        for word in [w for w in noun.right if w.dep == "punct"]:
            word.attach(main, "punct")
        noun.attach(main, subject_label(main))
    if noun.head is main and noun.dep in SUBJECTS:
        thing.attach(verb, "dobj")


def ran_and_was_held(cue: Word) -> None:
    """ "Two men who police say ran the ring were held": they ran it and were held, and no ring was."""
    noun, verb = cue.head, cue.head.head
    main = next((w for w in verb.right if w.dep == "ccomp"), None)
    thing = main.child(*SUBJECTS) if main is not None else None
    if noun.dep not in SUBJECTS or verb.i != cue.i + 1 or main is None or thing is None or not cue.left:
        return
    if cue.lemma not in reporting("verb") or not is_wh(cue.left[0]) or thing.subtree()[0].i != verb.i + 1:
        return
    main.take_place_of(verb)
    for word in [w for w in verb.children if w is not noun]:
        word.attach(main, word.dep)
    noun.attach(main, subject_label(main))
    thing.attach(verb, "dobj")
    verb.attach(cue, "ccomp")
    cue.left[0].dep = "dep"


def cue_as_auxiliary(cue: Word) -> None:
    """ "the guards, who police say beat a clerk": no verb but "say" is said by the police."""
    verb = cue.head
    subjects = verb.having("nsubj")
    speaker = subjects[-1] if len(subjects) > 1 and is_wh(subjects[0]) else None
    if cue.lemma not in reporting("verb") or speaker is None or speaker.subtree()[-1].i != cue.i - 1:
        return
    cue.pos = "VERB"
    cue.attach(verb.head, verb.dep)
    speaker.attach(cue, "nsubj")
    verb.tag = "VBD" if verb.lower in SAME_IN_PAST else verb.tag
    verb.attach(cue, "ccomp")


@only_with("according")
def behind_according(noun: Word) -> None:
    """ "According to Lund, Norland, its only ally, has left": Norland has, and says nothing."""
    to, verb = noun.head.head, noun.head.head.head.head
    joined = any(w.dep == "cc" for w in noun.head.right)
    if to.lower != "to" or to.head.lower != "according" or joined or not is_finite(verb) or noun.i > verb.i:
        return
    if verb.child(*SUBJECTS, "expl") is None:
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


_ALL = frozenset({"all", "every", "everybody", "everyone", "many"})


def not_answered(word: Word) -> None:
    """ "Not at all," she said: she said so."""
    verb = word.head
    subject = verb.child("nsubj", "nsubjpass")
    first = None if subject is None else subject.subtree()[0]
    if subject is not None and first is not None and first.lower in _ALL and first.i == word.i + 1:
        word.attach(subject, "neg")  # "Not all voters were convinced": some were
        return
    if verb.lemma not in reporting("verb") or subject is None or not word.i < subject.i < verb.i:
        return
    if any(w.dep in AUXILIARIES and w.i < subject.i for w in verb.left):
        return
    if any(w.dep == "punct" and word.i < w.i < subject.i for w in verb.left):
        word.dep = "intj"


def after_auxiliary(negation: Word) -> None:
    """ "They have not, as yet, read it": nobody has read it yet."""
    if is_verbal(negation.head) and negation.head.dep not in AUXILIARIES:
        return
    auxiliary = next((w for w in negation.ancestors() if w.i == negation.i - 1 and w.dep in AUXILIARIES), None)
    if auxiliary is not None:
        negation.attach(auxiliary.head, "neg")


def beside_aim(gerund: Word) -> None:
    """ "They bought it to save it, transforming the town": the aim ends at the comma."""
    aim = gerund.head
    if gerund.tag != "VBG" or aim.dep != "advcl" or not is_infinitive(aim) or gerund.i < aim.i:
        return
    if opens_behind_comma(gerund) and is_finite(aim.head) and gerund.child(*SUBJECTS, "cc") is None:
        gerund.attach(aim.head, "advcl")
