"""Words that were read as another kind: a verb as part of a name, a list's last item as a deed."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    BREAKS,
    NOMINATIVE,
    SUBJECTS,
    conjuncts,
    has_before,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    subject_label,
)

_ACCUSATIONS = frozenset({"accusation", "allegation", "charge", "count", "crime", "offence", "offense", "suspicion"})
_CUES = frozenset({"allege", "alleges", "believe", "believes", "say", "says"})


def cue_in_name(name: Word) -> None:
    """ "Police allege Adam Kirk opened fire": no part of his name."""
    verb = name.head
    cue = next((w for w in name.left if w.lower in _CUES and w.dep == "compound" and w.text.islower()), None)
    if cue is None or name.pos != "PROPN" or not is_finite(verb) or verb.child("mark", "ccomp") is not None:
        return
    before = [*(w for w in name.left if w.i < cue.i), *cue.left]
    if not before or before[-1].i != cue.i - 1 or not is_nominal(before[-1]) or cue.right:
        return
    speaker = before[-1]
    cue.take_place_of(verb)
    cue.pos, cue.tag, cue.lemma = "VERB", "VBP", cue.lower.removesuffix("s")
    for word in [w for w in verb.children if w.i < cue.i or (w.text == "." and cue.is_root)]:
        word.attach(cue, word.dep)
    verb.attach(cue, "ccomp")
    for word in before[:-1]:
        word.attach(speaker, word.dep)
    speaker.attach(cue, "nsubj")


def across_verb(noun: Word) -> None:
    """ "Study links night work to poor sleep": the work is what it links, and no other name of the study."""
    verb = noun.head.head if noun.head.dep == "nsubj" else noun.head
    if not is_verbal(verb) or not is_finite(verb) or not noun.head.i <= verb.i < noun.subtree()[0].i:
        return
    if verb.i + 1 == noun.subtree()[0].i and verb.child("dobj", "attr", "acomp", "ccomp", "xcomp") is None:
        noun.attach(verb, "attr" if verb.lemma == "be" else "dobj")


def somebody_gave(verb: Word) -> None:
    """ "He returned the $25,000 Sloane gave to him": the money is what Sloane gave."""
    name = verb.head
    number = next((w for w in name.left if w.tag == "CD" and w.i == name.i - 1), None)
    if number is None or verb.i != name.i + 1 or not is_finite(verb) or not name.text[0].isupper():
        return
    if not any(w.tag == "$" for w in name.subtree()) or verb.child(*SUBJECTS, "dobj") is not None:
        return
    number.take_place_of(name)
    for word in [w for w in name.left if w.i < number.i]:
        word.attach(number, word.dep)
    verb.attach(number, "relcl")
    name.attach(verb, "nsubj")


@only_on("on")
def on_to(particle: Word) -> None:
    """ "chased a dog on to the ice": on to the ice, and nothing was chased on."""
    verb = particle.head
    to = next((w for w in verb.right if w.dep == "prep" and w.lower == "to" and w.i == particle.i + 1), None)
    if to is not None and particle.i > verb.i + 1:
        particle.pos, particle.tag = "ADV", "RB"
        particle.attach(to, "advmod")


@only_on("home")
def came_home(home: Word) -> None:
    """ "The pair arrived home soaked": they were soaked when they came home."""
    state = home.head
    verb = state.head
    if verb.lemma in {"arrive", "come", "get", "go", "return"} and home.i == verb.i + 1:
        home.attach(verb, "advmod")
        if state.tag == "VBN":
            state.pos, state.tag, state.dep = "ADJ", "JJ", "acomp"


def emphatic(pronoun: Word) -> None:
    """ "something we could never have built ourselves": what we could not build is that."""
    clause = pronoun.head
    own = clause.child("nsubj")
    if not pronoun.lower.endswith(("self", "selves")) or clause.dep != "relcl" or own is None:
        return
    if clause.child("prep", "prt") is not None or any(w.tag in {"WDT", "WP", "WRB"} for w in clause.left):
        return
    if own.tag == "PRP" and pronoun.i > clause.i:
        pronoun.dep = "npadvmod"


def gerund_in_list(gerund: Word) -> None:
    """ "was arrested on charges of theft, fraud and inciting a riot": that is what he was accused of."""
    verb = gerund.head
    if gerund.tag != "VBG" or verb.tag == "VBG" or has_before(gerund, {*AUXILIARIES, *SUBJECTS, "mark"}):
        return
    if any(w.dep in AUXILIARIES and w.lemma == "be" and w.dep == "aux" for w in verb.left):
        return
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == gerund.subtree()[0].i - 1), None)
    if joint is None:
        return
    for opener in (w for w in verb.right if w.dep == "prep" and w.i < joint.i):
        noun = opener.child("pobj")
        of = None if noun is None else noun.child("prep")
        crime = None if of is None else of.child("pobj")
        if noun is not None and noun.lemma in _ACCUSATIONS and crime is not None:
            last = conjuncts(crime)[-1]
            if last.subtree()[-1].i >= joint.i - 2:
                joint.attach(last, "cc")
                gerund.attach(last, "conj")
                return


@only_on("from")
def from_money(preposition: Word) -> None:
    """ "stole diamonds valued at 85 million euros from the shop": stolen from it."""
    money = preposition.head
    if money.dep != "pobj" or money.head.lower not in {"at", "worth"}:
        return
    if money.entity != "MONEY" and not any(w.tag == "CD" for w in money.left):
        return
    deed = next((w for w in money.ancestors() if is_verbal(w) and w.dep not in {"acl", "relcl"}), None)
    if deed is not None and deed.i < money.i:
        preposition.attach(deed, "prep")


def whose_of_last(verb: Word) -> None:
    """ "between police and protesters, whose anger grew": the protesters'."""
    first = verb.head
    subject = verb.child("nsubj", "nsubjpass", "dobj")
    owner = None if subject is None else next((w for w in subject.left if w.tag == "WP$"), None)
    others = conjuncts(first)
    if owner is None or len(others) < 2 or others[-1].i > owner.i:
        return
    last = others[-1]
    if last.subtree()[-1].i in {owner.i - 1, owner.i - 2} and last is not first and last.child("conj") is None:
        for comma in [w for w in first.right if w.text == "," and w.i == owner.i - 1]:
            comma.attach(last, "punct")
        verb.attach(last, "relcl")


def remark_after_dash(noun: Word) -> None:
    """ "to regain the majority -- a steep climb in a bad year": a majority is no climb."""
    anchor, start = noun.head, noun.subtree()[0]
    dash = any(w.text in BREAKS - {","} and w.i == start.i - 1 for w in anchor.right)
    plain = anchor.pos == "NOUN" and not anchor.entity and any(w.lower == "the" for w in anchor.left)
    inner = anchor.dep == "dobj" and anchor.head.dep in {"advcl", "xcomp", "acl"}
    if dash and plain and inner and start.lower in {"a", "an"}:
        noun.dep = "dep"


def because_means(noun: Word) -> None:
    """ "Just because you win few votes does not mean you lose": no votes mean that."""
    verb = noun.head
    clause = next((w for w in verb.left if w.dep == "advcl" and w.i < noun.i), None)
    if verb.lemma != "mean" or clause is None or clause.i != noun.subtree()[0].i - 1:
        return
    mark = clause.child("mark")
    if mark is not None and mark.lower == "because" and clause.child("dobj") is None:
        noun.attach(clause, "dobj")


def past_of_root(verb: Word) -> None:
    """ "On seeing the ship, the boats disengaged and tried to flee": they did, in a sentence without another verb."""
    noun = verb.head
    later = next((w for w in verb.right if w.dep == "conj" and w.tag == "VBD" and not has_before(w, {*SUBJECTS})), None)
    if not noun.is_root or verb.tag != "VBN" or verb.i != noun.i + 1 or later is None or not is_nominal(noun):
        return
    if not verb.lower.endswith("ed") or has_before(verb, AUXILIARIES) or any(w.dep == "acl" for w in noun.right[1:]):
        return
    verb.lead()
    verb.tag = "VBD"
    for word in [w for w in noun.children if w.dep in {"prep", "punct", "advmod", "advcl"}]:
        if word.i < noun.i or word.i > verb.i:
            word.attach(verb, word.dep)
    for word in noun.left:
        if word.dep == "prep":
            word.attach(verb, "prep")
    noun.attach(verb, "nsubj")


_TAKING = frozenset({"add", "cut", "gain", "knock", "lose", "save", "shave", "take", "wipe"})


def years_taken(time: Word) -> None:
    """ "Smog has shaved 3.2 years from their lives": it is years that it takes."""
    verb = time.head
    number = any(w.tag == "CD" for w in time.left)
    if verb.lemma not in _TAKING or not number or verb.child("dobj", "auxpass") is not None:
        return
    after = next((w for w in verb.right if w.i == time.i + 1), None)
    if time.subtree()[0].i == verb.i + 1 and after is not None and after.lower in {"from", "off", "to"}:
        time.dep = "dobj"


_PUBLICATIONS = frozenset(
    {"analysis", "article", "book", "essay", "figure", "list", "paper", "poll", "ranking", "report", "review", "study"}
    | {"survey"}
)


def study_published(verb: Word) -> None:
    """ "a study of 800 births published in May": the study was, and no births."""
    noun = verb.head
    of = noun.head
    whole = of.head
    while of.dep == "prep" and whole.dep == "pobj" and whole.lemma not in _PUBLICATIONS:
        of, whole = whole.head, whole.head.head
    if verb.lower not in {"published", "released"} or of.dep != "prep" or noun.dep != "pobj":
        return
    if whole.lemma in _PUBLICATIONS and noun.lemma not in _PUBLICATIONS and verb.child("agent") is None:
        verb.attach(whole, "acl")


def time_spent(time: Word) -> None:
    """ "They doubled the time that pupils spend in class": the time is what they doubled."""
    verb, clause = time.head, time.child("relcl")
    if clause is None or not is_verbal(verb) or time.subtree()[0].i != verb.i + 1 or not time.left:
        return
    if verb.child("dobj", "auxpass", "attr") is not None or verb.lemma in entries("intransitive_verbs"):
        return
    if is_time(time) and clause.lemma in {"need", "spend", "take", "waste"} and time.left[0].dep in {"det", "poss"}:
        time.dep = "dobj"


def plural_at_end(verb: Word) -> None:
    """ "Two climbers killed in Mount Korn falls": climbers, being two, are not what "falls" goes with."""
    subject = verb.child("nsubj") if verb.is_root and verb.tag == "VBZ" else None
    if subject is None or subject.tag != "NNS" or verb.left[-1:] != [subject]:
        return
    if any(w.dep != "punct" for w in verb.right):
        return
    last = subject.subtree()[-1]
    if last.dep == "pobj" and last.i == verb.i - 1 and last.head.dep == "prep" and last.head.head.tag == "VBN":
        opener = last.head
        subject.lead()
        verb.pos, verb.tag = "NOUN", "NNS"
        verb.attach(opener, "pobj")
        last.attach(verb, "compound")


@only_on(*NOMINATIVE)
def nominative(pronoun: Word) -> None:
    """ "told jurors in Lorne Court he and two friends left": no court is his, and he left."""
    opener, names = pronoun.head, [w for w in pronoun.left if w.dep == "compound"]
    if opener.dep != "prep" or not names or names[-1].i != pronoun.i - 1:
        return
    last = pronoun.subtree()[-1].i
    verbs = (w for w in pronoun.root.subtree() if w.i > last and is_verbal(w) and is_finite(w))
    verb = next(verbs, None)
    if verb is None or has_before(verb, {*SUBJECTS, "expl", "mark"}) or verb.subtree()[0].i != last + 1:
        return
    names[-1].attach(opener, "pobj")
    for word in names[:-1]:
        word.attach(names[-1], "compound")
    pronoun.attach(verb, subject_label(verb))
