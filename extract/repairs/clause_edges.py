"""Words where two clauses meet that the parser gives to the wrong one, and clauses on the wrong word."""

from __future__ import annotations

from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    FINITE_TAGS,
    PAST_TAGS,
    SUBJECTS,
    behind_comma,
    has_before,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    opens_behind_comma,
    subject_label,
)


def open_preposition(noun: Word) -> None:
    """ "Photos from a shoot with artist Nell Holt sold": of two subjects the second is what "with" governs.

    "A clerk who was not named because of firm policy said so": the policy is why, and says nothing.
    """
    verb = noun.head
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


def both_said(cue: Word) -> None:
    """ "Two died, and one is missing, the owner said.": he said both, and did not say the second beside the first."""
    main, content, speaker = cue.head, cue.child("ccomp"), cue.child("nsubj")
    if content is None or speaker is None or not content.i < speaker.i < cue.i or not main.is_root:
        return
    if cue.lemma not in reporting("verb") or cue.child(*AUXILIARIES, "dobj", "mark") is not None or cue.i < main.i:
        return
    start = content.subtree()[0].i
    joint = next((w for w in (*main.right, *cue.left) if w.lower == "and" and w.i == start - 1), None)
    inner = [w for w in main.subtree() if w.i < start and w.lemma in reporting("verb") and w.child("ccomp")]
    if joint is None or inner or not is_finite(main) or content.child(*SUBJECTS) is None:
        return
    if has_before(content, {"mark"}) or main.child(*SUBJECTS) is None or not opens_behind_comma(speaker):
        return
    cue.lead()
    for stop in [w for w in main.right if w.dep == "punct" and w.i > cue.i]:
        stop.attach(cue, "punct")
    content.attach(main, "conj")
    joint.attach(main, "cc")
    main.attach(cue, "ccomp")


@only_on("under")
def under_way(opener: Word) -> None:
    """ "Repairs are under way off Norland": they are in no way."""
    way, verb = opener.child("pobj"), opener.head
    if way is not None and way.lower == "way" and not (way.left or way.right) and verb.lemma in {"be", "get"}:
        opener.dep = "prt"
        way.attach(verb, "prt")


@only_on("to")
def convict_is_verb(word: Word) -> None:
    """ "It took an hour to convict Holt": a word with "to" is a verb, whatever the tagger reads."""
    verb = word.head
    if word.tag == "TO" and verb.tag in {"NN", "NNP"} and verb.i == word.i + 1 and verb.lower == verb.text:
        verb.pos, verb.tag, verb.lemma = "VERB", "VB", verb.lower


def time_before_subject(time: Word) -> None:
    """ "And last month thieves broke in": they broke in last month, and are no thieves of that month."""
    noun = time.head
    if not is_time(time) or not is_nominal(noun) or noun.tag != "NNS" or time.i > noun.i or not time.left:
        return
    first = time.subtree()[0]
    verb = noun.head if noun.dep in SUBJECTS else _only_past(noun) if noun.is_root else None
    opens = all(w.dep in {"cc", "punct"} for w in noun.root.subtree() if w.i < first.i)
    if first.lower not in {"last", "next", "this"} or not opens or verb is None or verb.i < noun.i:
        return
    if noun.is_root:
        verb.lead()
        verb.tag = "VBD"
        noun.attach(verb, "nsubj")
    for word in [w for w in noun.children if w.dep in {"cc", "punct"}]:
        word.attach(verb, word.dep)
    time.attach(verb, "npadvmod")


def _only_past(noun: Word) -> Word | None:
    """The past tense behind a noun that a whole sentence hangs on."""
    verb = noun.child("acl")
    if verb is None or verb.tag not in PAST_TAGS or verb.i != noun.i + 1 or verb.child("agent") is not None:
        return None
    return verb if noun.subtree()[-1].text == "." and noun.child("appos", "conj", "relcl") is None else None


@only_with("after", "before", "once", "until")
def told_later(verb: Word) -> None:
    """ "It keeps the names until next of kin could be told": what could be told is when, and no names are kept so."""
    beside = verb.head.right if verb.dep == "ccomp" else ()  # "He said it keeps the names until ..."
    content = next((w for w in (*verb.left, *beside) if w.dep == "ccomp" and w.i < verb.i), None)
    if content is None or verb.child(*SUBJECTS, "expl") is not None or not is_finite(content):
        return
    start = min((w.i for w in verb.left if w.dep in AUXILIARIES), default=verb.i)
    opener = next((w for w in content.subtree() if w.lower in _OPENERS and w.dep == "prep"), None)
    noun = opener.child("pobj") if opener is not None else None
    if opener is None or noun is None or noun.subtree()[-1].i != start - 1 or start == verb.i:
        return
    if content.head is verb:
        content.lead()
    for word in [w for w in verb.children if w.dep == "punct"]:
        word.attach(content, "punct")
    verb.attach(content, "advcl")
    noun.attach(verb, subject_label(verb))
    opener.attach(verb, "mark")


_OPENERS = frozenset({"after", "before", "once", "until"})


@only_with("whether")
def whether_depends(verb: Word) -> None:
    """ "He said whether it closes depends on Lund": he said on whom it depends, and not whether it closes."""
    if verb.child(*SUBJECTS, "expl", "mark", "cc") is not None or verb.tag not in FINITE_TAGS:
        return
    asked = next((w for w in verb.head.right if w.dep == "ccomp" and w.subtree()[-1].i == verb.i - 1), None)
    if (
        verb.head.lemma in {"say", "add", "note", "argue", "think"}
        and asked is not None
        and any(w.lower == "whether" and w.dep == "mark" for w in asked.left)
    ):
        asked.attach(verb, "csubj")


def condition_first(clause: Word) -> None:
    """ "Had they asked, we would have paid," the letter read: it reads so in any case."""
    main = next((w for w in clause.head.left if w.dep == "ccomp" and w.i > clause.i), None)
    first = clause.subtree()[0]
    if main is not None and first.lower in {"had", "should", "were"} and first.dep in AUXILIARIES:
        clause.attach(main, "advcl")


@only_on("as", "if", "unless", "when", "while")
def mark_of_first(mark: Word) -> None:
    """ "If it passes, she would take over, unless they step in": the first clause is the one that "if" opens."""
    main = mark.head
    first = next((w for w in main.left if w.dep == "advcl" and w.subtree()[0].i == mark.i + 1), None)
    if first is not None and first.child("mark") is None and is_verbal(first) and is_finite(first):
        mark.attach(first, "mark")


def finite_behind_noun(verb: Word) -> None:
    """ "They have the right to defend their people and Norland thanks them": Norland does, and no right."""
    noun = next((w for w in verb.head.subtree() if w.i == verb.i - 1), None)
    joint = None if noun is None else next((w for w in noun.head.right if w.dep == "cc"), None)
    if verb.tag != "VBZ" or noun is None or joint is None or noun.dep != "conj" or verb.left:
        return
    main = next((w for w in verb.head.ancestors() if is_finite(w) and w.child(*SUBJECTS) is not None), None)
    if main is None or noun.pos != "PROPN" or joint.i != noun.subtree()[0].i - 1 or verb.child("dobj", "ccomp") is None:
        return
    joint.attach(main, "cc")
    verb.attach(main, "conj")
    noun.attach(verb, "nsubj")


_HAVING = frozenset({"have", "lack", "need"})


def thing_and_clause(verb: Word) -> None:
    """ "It has no doctor and its shop closed": the shop did, and nobody has that a doctor closed."""
    above, first = verb.head, verb.child(*SUBJECTS)
    second = first.child("conj") if first is not None else None
    joint = first.child("cc") if first is not None else None
    if above.lemma not in _HAVING or first is None or second is None or joint is None or above.child("dobj"):
        return
    if verb.i < first.i or first.subtree()[0].i != above.i + 1 or verb.child("mark") is not None:
        return
    if second.subtree()[0].i == joint.i + 1 and any(w.dep in {"det", "poss"} for w in second.left):
        joint.attach(above, "cc")
        label = first.dep
        first.attach(above, "dobj")
        second.attach(verb, label)
        verb.attach(above, "conj")


@only_on("when", "where")
def when_somebody(opener: Word) -> None:
    """ "It fell in 2008, when a few hundred men attacked": they did so then, and are no "when a few hundred men"."""
    subject = opener.head
    verb = subject.head
    if subject.dep in SUBJECTS and subject.subtree()[0] is opener and opener.tag == "WRB" and is_finite(verb):
        opener.attach(verb, "advmod")
        if verb.dep == "conj" and not any(w.dep == "cc" and w.i == opener.i - 1 for w in verb.head.right):
            verb.dep = "advcl"


@only_on("after", "before", "since", "until")
def until_day(opener: Word) -> None:
    """ "It is shut until Monday and people were sent home": no day was, and nothing is until they were."""
    verb, above = opener.head, opener.head.head
    day = verb.child(*SUBJECTS)
    people = day.child("conj") if day is not None else None
    joint = day.child("cc") if day is not None else None
    if day is None or people is None or joint is None or day.i != opener.i + 1 or not is_time(day) or is_time(people):
        return
    if opener.dep == "mark" and verb.dep == "advcl" and people.i < verb.i:
        people.attach(verb, day.dep)
        joint.attach(above, "cc")
        opener.attach(above, "prep")
        day.attach(opener, "pobj")
        verb.dep = "conj"


@only_with("after", "as", "before", "since", "until")
def as_it_neared(first: Word) -> None:
    """ "Residents fled as flames, fanned by winds, neared the town": the flames did, and nobody fled as flames."""
    verb = first.head
    opener = next((w for w in first.right if w.dep == "prep" and w.lower in {"after", "as", "before", "since"}), first)
    thing = opener.child("pobj")
    own = first.child(*SUBJECTS) is not None and verb.child(*SUBJECTS, "expl") is None
    if first.i > verb.i or thing is None or not own or not is_finite(verb) or not behind_comma(verb):
        return
    aside = next((w for w in first.right if w.tag == "VBN" and w.i == thing.i + 2), None)
    if aside is None or verb.lemma in reporting("verb"):
        return
    first.take_place_of(verb)
    verb.attach(first, "advcl")
    opener.attach(verb, "mark")
    for comma in [w for w in (*first.right, *verb.left) if w.text == "," and thing.i < w.i < verb.i]:
        comma.attach(thing, "punct")
    thing.attach(verb, subject_label(verb))
    aside.attach(thing, "acl")
