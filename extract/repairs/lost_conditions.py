"""Conditions on the wrong verb, without "if", or parted from what depends on them: "Should it fail, the bank would
sue"."""

from __future__ import annotations

from extract.english.wordlists import entries, word_class
from extract.factuality.conditions import condition_mark
from extract.factuality.signatures import Frame, reporting, signature
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import AUXILIARIES, PAST_TAGS, SUBJECTS, behind_comma, is_finite, is_verbal, subject_label

_COMPLETED = word_class("deeds completed")


@only_with("if", "once", "when")
def when_completed(clause: Word) -> None:
    """ "The bridge, when completed, will link two towns": it is not completed yet, and no bridge like others.

    "The bill will help them once passed", but "The mayor, once elected by farmers, will quit": elected she was.
    """
    opener = clause.left[0] if clause.left else clause
    beside = clause.head.dep in SUBJECTS
    verb = clause.head.head if beside else clause.head
    bare = clause.tag == "VBN" and clause.child(*SUBJECTS, *AUXILIARIES) is None
    if not bare or opener.lower not in {"if", "once", "when"} or opener.i != clause.i - 1:
        return
    if opener.lower == "once":
        if clause.lemma not in _COMPLETED or not any(w.tag == "MD" for w in verb.left):
            return
        opener.attach(clause, "mark", "IN")
    if beside:
        clause.attach(verb, "advcl")


def condition_first(clause: Word) -> None:
    """ "Had they asked, we would have paid," the letter read: it reads so in any case.

    So it is with "Had they asked, he said, most of us would have paid".
    """
    main = next((w for w in clause.head.children if w.dep == "ccomp" and w.i > clause.i), None)
    first = clause.subtree()[0]
    if main is not None and first.lower in {"had", "should", "were"} and first.dep in AUXILIARIES:
        clause.attach(main, "advcl")


@only_with("after", "because", "before", "if", "once", "since", "unless", "until", "when", "while")
def opener_first(clause: Word) -> None:
    """ "When the rain stops the fair will open": then it will, and no rain stops that it does."""
    above, subject = clause.head, clause.child(*SUBJECTS)
    if not above.is_root or subject is None or subject.subtree()[0].i != above.i + 1 or not is_finite(clause):
        return
    opener = above.subtree()[0]
    opens = opener.head is above and opener.lower in _OPENERS and opener.dep in {"advmod", "mark"}
    if opens and signature(above.lemma, "verb", Frame.THAT) is None and above.child(*SUBJECTS) is not None:
        clause.lead()
        above.attach(clause, "advcl")


_OPENERS = frozenset({"after", "because", "before", "if", "once", "since", "unless", "until", "when", "while"})


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


def before_cue(clause: Word) -> None:
    """ "Unless prices fall, traders believe, the mill will close": they believe it whether they do or not."""
    cue = clause.head
    if clause.i > cue.i or cue.lemma not in reporting("verb") or condition_mark(clause) is None:
        return
    content = cue.head if cue.dep == "parataxis" else next((w for w in cue.right if w.dep == "ccomp"), None)
    if content is not None and content.i > cue.i and _is_between(clause, cue, content):
        clause.attach(content, "advcl")
        cue.adopt(w for w in content.left if w.dep == "punct" and w.i > cue.i)


def _is_between(clause: Word, cue: Word, content: Word) -> bool:
    """Whether commas part a cue with its subject from the condition before it and the clause behind it."""
    speaker = cue.child(*SUBJECTS)
    if speaker is None or not clause.i < speaker.i < content.i or not is_finite(content):
        return False
    subject = content.child(*SUBJECTS, "expl")
    return subject is not None and subject.i > cue.i and any(behind_comma(w) for w in _openers(content, cue))


def _openers(content: Word, cue: Word) -> list[Word]:
    """The first word behind the cue's own that belongs to the content, if no comma is between them."""
    return [w for w in content.subtree() if w.i > cue.i and w.pos != "PUNCT"][:1]


def behind_second(clause: Word) -> None:
    """ "The state has not paid, and it could refuse if enough voters complain": what it has not done needs none.

    Nor does what goes on: "They talk on and could agree if the bank gives way".
    """
    plain = complex_of(clause.head).modal is None
    seconds = [w for w in clause.head.right if w.dep == "conj" and w.i < clause.i]
    seconds = [w for w in seconds if w.child(*SUBJECTS) is not None or (plain and complex_of(w).modal is not None)]
    if seconds and is_finite(seconds[-1]) and condition_mark(clause) is not None:
        clause.attach(seconds[-1], "advcl")


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
    if _had_she(verb):
        verb.dep = "advcl"
        return
    if mark is None or above.i > verb.i or mark is not verb.subtree()[0] or not is_verbal(above):
        return
    content = above.head if above.dep == "parataxis" else next((w for w in above.left if w.dep == "ccomp"), None)
    if content is not None and above.child("neg") is None:
        verb.attach(content, "advcl")  # "It will close," Lund said, "if it rains."
    elif signature(above.lemma, "verb", Frame.WHETHER) is None and above.lemma not in _WHETHER:
        verb.dep = "advcl"


def _had_she(verb: Word) -> bool:
    """ "Had she visited one of them, a nurse could have told her": if she had."""
    own = verb.child("nsubj", "nsubjpass")
    first = next((w for w in verb.left if w.dep != "cc"), verb)
    if own is None or first.lower != "had" or own.i < first.i or verb.i > verb.head.i or verb.tag != "VBN":
        return False
    return any(w.tag == "MD" for w in verb.head.left)


_WHETHER = frozenset({"care", "matter", "mind", "say", "study", "tell", "test", "think", "try"})
_UNREAL = frozenset({"would", "could", "might"})
_PROVIDING = frozenset({"provided", "providing", "assuming", "presuming", "supposing"})


@only_on("had")
def had_behind(had: Word) -> None:
    """ "It would have held had the guards acted", "... had Reed not saved": the condition of what would have been."""
    host = had.head
    if had.i < host.i or had.child(*AUXILIARIES, *SUBJECTS, "mark") is not None:
        return
    verb = _unreal(host, had)
    subject, clause = _inverted(had)
    if verb is None or subject is None or clause is None:
        return
    clause.attach(verb, "advcl")
    clause.adopt(w for w in had.children if w is not subject)
    subject.attach(clause, subject_label(clause))
    had.attach(clause, "aux")
    clause.tag = "VBN"


@only_with("had")
def condition_leads(main: Word) -> None:
    """ "The mill would have closed, had the state not paid": what would have been is the main clause."""
    clause = main.head
    had = next((w for w in clause.left if w.dep == "aux" and w.lower == "had"), None)
    subject = clause.child(*SUBJECTS)
    if had is None or subject is None:
        return
    parts = complex_of(main)
    if parts.modal not in _UNREAL or parts.aspect != "perfect":
        return
    if main.i < had.i < subject.i and not any(w.dep in {"cc", "mark"} or w.text in ";:" for w in clause.left):
        main.take_place_of(clause)
        clause.attach(main, "advcl")


def _unreal(host: Word, had: Word) -> Word | None:
    """The last verb before "had" of which it is told what would have been, with no "and" between."""
    verbs = [w for w in (host, *host.having("ccomp", "conj")) if w.i < had.i and w.pos in {"VERB", "AUX"}]
    found = [w for w in verbs if complex_of(w).modal in _UNREAL and complex_of(w).aspect == "perfect"]
    if not found:
        return None
    verb = max(found, key=lambda w: w.i)
    joined = any(w.dep == "cc" and verb.i < w.i < had.i for w in (*host.right, *verb.right))
    return None if joined else verb


def _inverted(had: Word) -> tuple[Word | None, Word | None]:
    """The subject and the participle behind "had"."""
    clause = had.child("ccomp")
    if clause is not None and clause.tag in PAST_TAGS and clause.child("mark") is None:
        return clause.child("nsubj", "nsubjpass"), clause
    noun = had.child("dobj")
    beside = (w for w in (*(noun.right if noun is not None else ()), *had.head.right) if w.dep in {"acl", "dep"})
    return noun, next((w for w in beside if noun is not None and w.i > noun.i and _is_done(w)), None)


def _is_done(clause: Word) -> bool:
    return clause.tag == "VBN" and clause.child("neg", "auxpass") is not None


@only_on(*_PROVIDING)
def provided_that(preposition: Word) -> None:
    """ "may go home, provided (that) the road is cleared", "Assuming it closes, they lose": a condition.

    "He bought it, assuming it was safe": that is what he thought.
    """
    clause = preposition.child("pcomp", "ccomp", "dep")
    if clause is None or preposition.left or clause.child("nsubj", "nsubjpass", "expl") is None:
        return
    host = preposition.head
    first = next((w for w in host.left if w.dep in AUXILIARIES), host)
    if preposition.dep == "advcl" and (first.tag == "VBD" or first.lemma == "have"):
        return
    if any(w.tag.startswith("W") for w in clause.left):
        return  # "It helps families, providing what they need"
    if host.pos not in {"VERB", "AUX"} or (clause.child("mark") is None and not is_finite(clause)):
        return
    clause.attach(host, "advcl")
    preposition.attach(clause, "mark")


_OF_EVENT = frozenset({"acl", "advcl", "ccomp", "relcl"})


@only_on("case", "event")
def in_the_event(noun: Word) -> None:
    """ "It will be sold in the event that the council agrees", "in case the council agrees": if it agrees."""
    opener, verb = noun.head, noun.head.head
    if opener.lower == "in" and noun.lower == "case" and not noun.left:
        _just_in_case(noun)
        return
    clause = next((w for w in (*noun.right, *verb.right) if w.dep in _OF_EVENT and w.i > noun.i), None)
    if opener.lower != "in" or clause is None or verb.pos not in {"VERB", "AUX"}:
        return
    that = next((w for w in clause.left if w.lower == "that" and w.i == noun.i + 1), None)
    if noun.lower == "case":
        if that is not None and clause.head is noun and clause.lemma in entries("needing_objects"):
            that.dep, clause.dep = "dobj", "relcl"  # "in the case that Lund brought"
        return
    asked = that is not None and that.dep not in {"dobj", "pobj"}  # not: "in the event that the council hosted"
    if that is not None and asked and clause.child(*SUBJECTS, "expl") not in {None, that}:
        that.dep = "mark"
        clause.attach(verb, "advcl")
        opener.attach(clause, "prep")


def _just_in_case(noun: Word) -> None:
    """ "It will be sold in case the council agrees", where "agrees" may head the sentence: the council says nothing."""
    opener, verb = noun.head, noun.head.head
    near = (*noun.right, *verb.right, verb, verb.head)
    clause = next((w for w in near if is_finite(w) and _opens(w, noun.i + 1)), None)
    if clause is None or verb.pos not in {"VERB", "AUX"}:
        return
    if verb is not clause:
        if verb.head is clause:
            verb.take_place_of(clause)
        clause.attach(verb, "advcl")
        opener.attach(clause, "prep")
    elif clause.dep == "ccomp" and clause.i < clause.head.i:
        clause.dep = "advcl"


def _opens(clause: Word, at: int) -> bool:
    """Whether the subject of a clause begins at a word."""
    subject = clause.child(*SUBJECTS, "expl")
    return subject is not None and subject.subtree()[0].i == at


def only_if(verb: Word) -> None:
    """ "It slows the disease, but only if taken early": nobody says that it is taken."""
    mark = verb.child("mark") if verb.tag == "VBN" else None
    if mark is None or mark.lower not in {"if", "once", "unless", "when"}:
        return
    if verb.child(*SUBJECTS, *AUXILIARIES) is None:
        verb.dep = "advcl"
