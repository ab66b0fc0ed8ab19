"""Who a clause is about: its own subject, one shared by coordination, or one that its place in the sentence gives."""

from __future__ import annotations

from extract.claims.chains import HOLDING, chain_of
from extract.claims.roles import is_person
from extract.english.persons import Sort, group_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    NUMBER_ENTITIES,
    SAME_IN_PAST,
    SUBJECTS,
    has_article,
    has_mark,
    is_bare,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    is_wh,
    opens_behind_comma,
)


def subject_of(verb: Word, depth: int = 0) -> Word | None:
    """The head word of a clause's subject, relative pronouns replaced by what they stand for."""
    top = chain_of(verb)[0]
    own = next((s for link in chain_of(verb) if (s := _own(link))), None)
    if own is not None:
        return _resolved(own, top)
    return _given(top, depth) if depth < 8 else None


def _own(verb: Word) -> Word | None:
    """ "You were there, Ada," Lund said: of two subjects the one beside the verb said it."""
    first = verb.child(*SUBJECTS, "expl")
    names = [w for w in verb.left if w.dep == "nsubj" and w.pos == "PROPN"]
    return names[-1] if len(names) > 1 and verb.lemma in reporting("verb") else first


def _resolved(subject: Word, top: Word) -> Word | None:
    if subject.dep == "expl" or not is_wh(subject):
        return subject
    clause = clause_top(top)
    while clause.dep == "ccomp" and is_verbal(clause.head) and subject.i < clause.head.i:
        clause = clause_top(chain_of(clause.head)[0])  # "the ship, which officials said was lost"
    deed = clause.head.lower.endswith("ing") and not is_person(clause.head)  # "has a say in choosing who leads it"
    asked = subject.lower == "who" and (deed or clause.head.lemma in _KNOWING)  # cannot say with certainty who fired
    told = clause.dep == "relcl" and (is_nominal(clause.head) or clause.head.lower == "old")  # "The 24-year-old, who"
    if told and subject.tag != "WP$" and not asked:
        return bearer(clause.head)
    return None


_KNOWING = frozenset({"certainty", "clue", "confidence", "confirmation", "idea", "indication", "knowledge", "question"})


def bearer(noun: Word) -> Word:
    """Whom a description is about: in "Veltra is a firm that makes pumps" the one that makes pumps is Veltra."""
    if (named := _named(noun)) is not None:
        return named
    if noun.dep == "conj" and noun.tag == "NN" and not noun.left:  # "was a painter, engraver and poet known for odes"
        noun = _first_of(noun)
    verb = noun.head
    if noun.dep != "attr" or verb.lemma not in {"be", "become", "remain"} or not is_description(noun):
        return noun
    raised = verb.dep == "xcomp" and verb.head.child("auxpass") is not None  # "was revealed to be a baker who ..."
    subject = verb.head.child("nsubjpass") if raised else verb.child("nsubj")
    told = subject is None or is_wh(subject) or subject.lower in _EMPTY or subject.lemma in _SPECIFIED
    told = told or (noun.tag == "NNS" and subject is not None and subject.tag == "NN")  # "One side is pictures made by"
    return noun if subject is None or told or subject.lemma in entries("content_nouns") else subject


def _named(noun: Word) -> Word | None:
    """ "Ada Lind, a clerk who won the prize": Ada Lind won it."""
    first = _first_of(noun)
    name = first.head
    kind = first.tag == "NN" or first.entity == "NORP"  # "Ada Lind, a Democrat running for mayor"
    if first.dep != "appos" or name.i > first.i or name.tag != "NNP" or name.dep == "conj" or not kind:
        return None
    if name.child("conj") is not None or not is_description(first) or not _may_be(name, first):
        return None
    if noun is not first and (noun.tag != "NN" or has_article(noun)):
        return None
    return name


def _may_be(name: Word, noun: Word) -> bool:
    """Not "Ada Lind, a likeness that": a person is a clerk, a place a town."""
    if name.entity in {"PERSON", "NORP"}:
        return is_person(noun) or noun.entity == "NORP"
    if name.entity in {"GPE", "LOC", "FAC"}:
        return noun.lemma in entries("kinds") or noun.lemma in entries("place_nouns")
    return noun.lemma not in entries("content_nouns")


def _first_of(noun: Word) -> Word:
    while noun.dep == "conj" and is_nominal(noun.head):
        noun = noun.head
    return noun


def is_description(noun: Word) -> bool:
    """Whether a noun phrase describes and does not refer: "a firm", "Danish painters"."""
    first = noun.left[0] if noun.left else None
    if any(w.dep == "det" for w in noun.left):
        return first is not None and first.lower in {"a", "an"}
    return noun.tag in {"NNS", "NNPS"} and not any(w.dep in {"poss", "nummod"} for w in noun.left)


#: Subjects that a description tells and does not describe: "The answer is a law that bans old cars".
_SPECIFIED = word_class("nouns told by descriptions")
_EMPTY = frozenset({"it", "that", "there", "this", "what"})


def clause_top(verb: Word) -> Word:
    """The first of coordinated verbs: the one whose label says what the clause is to the sentence."""
    while verb.dep == "conj" and is_verbal(verb.head):
        verb = verb.head
    return verb


def _given(top: Word, depth: int) -> Word | None:
    head = top.head
    if (top.dep == "ccomp" or (top.dep == "advcl" and top.i < head.i)) and _is_order(top):
        return None
    if top.dep == "conj":
        shared = subject_of(head, depth + 1) if is_verbal(head) else None
        return None if shared is not None and _disagrees(top, shared) else shared
    if top.dep in {"acl", "relcl"} and is_nominal(head):
        if _is_spent_on(head, top):
            return _spending(head, depth)
        return None if _is_beside_which(top) else bearer(head)
    if top.dep == "ccomp" and top.i < head.i and _is_loose(top):
        return None
    if top.dep in {"xcomp", "ccomp"}:
        return _controller(top, head, depth)
    if top.dep == "advcl":
        shares = is_verbal(head) and not _is_apart(top) and not _is_loose(top)
        shares = shares and not (_is_to_be_done(head) and top.child("mark") is not None) and not _is_means(top)
        if shares and (judge := judging_agent(top)) is not None:
            return judge
        return _author(top, depth) if shares else None
    if top.dep == "pcomp":
        return _above_preposition(head, depth)
    return None


def _controller(top: Word, head: Word, depth: int) -> Word | None:
    if top.dep == "ccomp" and is_finite(top):
        own = head.child("nsubj") if head.dep in {"relcl", "acl"} and is_nominal(head.head) else None
        if own is not None and not is_wh(own):  # "reports that officials believe have been refuted"
            return bearer(head.head)
        given = head.child("dobj", "dative")
        return given if given is not None and given.subtree()[-1].i + 1 == top.subtree()[0].i else None
    if head.lemma in HOLDING and top.tag == "VBG":
        return None  # "The gains include helping mend roads": they help nobody
    given = head.child("dobj", "dative")
    timed = given is not None and top.tag == "VBG" and is_time(given)  # "spent two months trying to count them"
    if given is not None and given.i < top.i and not timed:
        return given
    return subject_of(head, depth + 1) if is_verbal(head) else None


def _is_means(participle: Word) -> bool:
    """ "The mill was bought using public money": the mill used none, nor is it said who did."""
    verb = participle.head
    if participle.lower != "using" or participle.i < verb.i or participle.child("mark") is not None:
        return False
    done = verb.child("nsubjpass")
    return done is not None and not _may_act(done)


def _is_apart(clause: Word) -> bool:
    """ "As can be seen" is no statement about the main clause's subject.

    "As rerouting plans kick in, wages rise": nor is a finite verb whose own subject was taken for something else.
    """
    if has_mark(clause, "as"):
        return True
    if clause.tag in {"VBZ", "VBP"} and clause.i < clause.head.i:
        return True
    if clause.tag != "VBG":
        return False
    back = clause.lemma == "come" and any(w.lower == "back" for w in clause.right)
    if back and clause.i < clause.head.i and clause.head.lemma in reporting("verb"):
        return True  # "Coming back to the market, experts say": the writer does
    return _is_spent(clause)


def _is_spent_on(time: Word, participle: Word) -> bool:
    """ "after four days talking", "two years working there", but not "the two days leading to the vote"."""
    if participle.tag != "VBG" or participle.lemma in _PASSING or not is_time(time) or time.lemma not in _SPANS:
        return False
    counted = any(w.dep in {"nummod", "det"} and w.lower not in {"the", "this", "that"} for w in time.left)
    return counted and participle.i > time.i and participle.child(*AUXILIARIES) is None


def _spending(time: Word, depth: int) -> Word | None:
    """Who spends the time: the subject of the verb above."""
    above = next((w for w in time.ancestors() if is_verbal(w)), None)
    return subject_of(above, depth + 1) if above is not None and is_finite(above) else None


_SPANS = frozenset({"day", "decade", "hour", "minute", "month", "night", "week", "weekend", "year"})
_PASSING = word_class("verbs of passing time")


#: Labels under which what stands before a participle may be what it is about.
_RIVALS = frozenset({"dobj", "prep", "agent"})


def _disagrees(verb: Word, subject: Word) -> bool:
    """ "Lund has left, but do not expect him to rest": "do" is no verb of his, and the reader is asked."""
    if subject.lower == "you" and verb.lower == "make" and any(w.lower == "sure" for w in verb.subtree()[:4]):
        return is_bare(verb)  # "You can save, but make sure you read the print"
    if _is_order(verb) and verb.head.tag in {"VBD", "VBZ"} and verb.lower not in SAME_IN_PAST:
        return True  # "The plan did not set the order in which the ships left, or give their routes": no ships give
    if _is_of_many(verb) and _is_single(subject):
        return subject.child("conj") is None and subject.dep != "conj"  # "states that Lund won and are tired of it"
    asked = any(w.lower == "do" for w in verb.left if w.dep in AUXILIARIES)
    single = subject.tag in {"NN", "NNP"} or subject.lower in {"he", "she", "it"}
    return asked and single and subject.child("conj") is None


def _is_single(noun: Word) -> bool:
    """One person or thing, and no group or number: "The rule was made in May and mayors in Lorne have kept it"."""
    if noun.entity == "PERSON" or noun.lower in {"he", "she", "it"}:
        return True
    several = group_noun(noun.lemma.lower()) is Sort.BODY or noun.lemma.lower() in entries("partitives")
    return noun.tag == "NN" and not noun.entity and not several and not any(w.lower == "of" for w in noun.right)


def _is_of_many(verb: Word) -> bool:
    """ "are tired", "have left", but not "could leave and have to pay"."""
    finite = next((w for w in verb.left if w.dep in AUXILIARIES), verb)
    modal = any(w.tag == "MD" for w in verb.head.left)
    return not modal and (finite.lower == "were" or (finite.tag == "VBP" and finite.lower in {"are", "have", "do"}))


def _is_spent(gerund: Word) -> bool:
    """ "letters from her time running the office": she ran it, whatever the parser hangs the gerund on."""
    before = next((w for w in gerund.head.subtree() if w.i == gerund.i - 1), None)
    return before is not None and before.lemma in _SPENT and any(w.dep == "poss" for w in before.left)


_SPENT = frozenset({"time", "year", "day", "month", "week", "career", "experience", "job", "stint", "tenure"})


def _is_loose(participle: Word) -> bool:
    """ "Reed wrote about the show in a letter, accompanied by photographs": the letter, the show or Reed?"""
    verb = participle.head
    if participle.tag != "VBN" or participle.child("mark") is not None:
        return False
    if any(w.lower == "having" for w in participle.left):
        return False  # "plays in the third division, having been relegated"
    if participle.i < verb.i:  # "In the papers, released on Friday, it says ..."
        before = [w for w in (*verb.left, *participle.left) if w.dep == "prep" and w.i < participle.i]
        return any(w.subtree()[-1].i == participle.i - 2 for w in before)
    if participle.child("dobj") is not None and participle.child("agent") is None:
        return False
    between = [w for w in verb.right if w.i < participle.i]
    nouns = [w.child("pobj") if w.dep in {"prep", "agent"} else w for w in between if w.dep in _RIVALS]
    return any(noun is not None and not is_time(noun) for noun in nouns) and any(w.text == "," for w in between)


def judging_agent(participle: Word) -> Word | None:
    """ "Lund was sued by a clerk, alleging fraud", "was criticised by Reed, saying": who judged Lund says so."""
    verb = participle.head
    if participle.tag != "VBG" or participle.lemma not in reporting("verb") or verb.lemma not in entries("for_verbs"):
        return None
    agent = verb.child("agent")
    return agent.child("pobj") if agent is not None and agent.i < participle.i else None


def _author(participle: Word, depth: int) -> Word | None:
    """Who or what does what a participle says: the subject of the verb above, or all that the clause above says."""
    subject = subject_of(participle.head, depth + 1)
    if subject is None or (_is_of_many(participle) and _is_single(subject)):
        return None  # "Lund died at a time when calls (taken for a verb) were going astray": she was not
    if subject.lower == "it" and participle.head.child("auxpass") and participle.head.child("ccomp"):
        return None  # "It was found that he had written a letter, saying that he left"
    if subject.lower == "it" and participle.i < subject.i and participle.head.child("acomp") is not None:
        return None  # "Looking at the sums, it is easy to see why"
    if participle.tag == "VBG" and participle.lemma in _WISHING and subject.lemma in _SPECIFIED | {"option"}:
        return None  # "The plan is to launch a raid, hoping to seize the port": no plan hopes
    if not _is_outcome(participle, subject):
        return subject
    where = any(w.tag == "WRB" for w in participle.head.left)  # "the firm where he works, raising doubts"
    own = participle.head.child(*SUBJECTS, "expl")  # none: "It cut jobs and warned of losses, sending shares down"
    return None if where else participle.head if own is not None else subject


def _is_outcome(participle: Word, subject: Word) -> bool:
    """ "Mechanics found cracks, forcing the airline to cancel flights": that they found them did, and no mechanics."""
    verb = participle.head
    ends = _ends_in(participle)
    if participle.tag != "VBG" or not opens_behind_comma(participle):
        return False
    if participle.i < verb.i or participle.child("mark", *AUXILIARIES) is not None or not is_finite(verb):
        return False
    if not ends and participle.child("dobj", "ccomp") is None:
        return False
    if any(w.dep == "ccomp" for w in verb.left):
        return False  # "Sit down," he told her, prompting laughter
    passive = verb.child("auxpass") is not None
    thing = group_noun(subject.lemma.lower()) is Sort.THING  # "The volcano spewed ash, forcing the airport to close"
    acts = _may_act(subject) and not thing
    leaves = participle.lemma == "leave" and any(w.lower in {"with", "without"} for w in participle.right)
    if passive and not acts and (leaves or participle.lemma in _AFFECTING):
        return True  # "The cable was cut, affecting thousands of homes"
    forced = ends or participle.lemma in _FORCING or _makes_it_so(participle) or _changes(participle)
    return (forced and (passive or acts)) or _imperils(participle)


def _ends_in(participle: Word) -> bool:
    """ "resulting in two arrests", "leading to delays"."""
    return participle.lemma in {"lead", "result"} and any(w.lower in {"in", "to"} for w in participle.right)


def _changes(participle: Word) -> bool:
    """ "Two men died, bringing the toll to 40", "adding two years to his sentence", "sending its shares down"."""
    thing = participle.child("dobj") or next((w for c in participle.right for w in c.left if w.dep == "nsubj"), None)
    if thing is None:
        return False
    counted = thing.entity in NUMBER_ENTITIES and any(w.lower == "to" for w in (*participle.right, *thing.right))
    return (participle.lemma == "add" and counted) or thing.lemma in _CHANGED.get(participle.lemma, ())


#: What events bring about, and nobody does, by the verb.
_CHANGED = {
    "bring": frozenset({"count", "number", "tally", "toll", "total"}),
    "dash": frozenset({"chance", "hope"}),
    "deal": frozenset({"blow", "setback"}),
    "send": frozenset({"price", "share", "stock"}),
}


def _makes_it_so(participle: Word) -> bool:
    """ "Reed won in May, making her the first woman to do so": that she won is the subject."""
    whom = next((w for w in participle.subtree() if w.i == participle.i + 1), None)
    other = participle.head.child("dobj")
    somebody = other is not None and is_person(other)
    ranked = any(w.entity == "ORDINAL" or w.tag == "JJS" for w in participle.subtree())
    one = whom is not None and (whom.tag in {"PRP", "PRP$"} or (ranked and whom.pos == "PROPN"))
    return participle.lemma == "make" and one and not somebody


def _imperils(participle: Word) -> bool:
    """ "Clerks went without pay, putting many at risk": what they did puts them at risk, not the clerks."""
    perils = (w for p in participle.right if p.dep == "prep" for w in p.right if w.dep == "pobj")
    return participle.lemma == "put" and any(w.lemma in _PERILS for w in perils)


_PERILS = frozenset({"danger", "doubt", "jeopardy", "peril", "question", "risk"})
_WISHING = frozenset({"believe", "expect", "fear", "hope", "think", "vow", "want", "wish"})
_FORCING = frozenset({"cap", "cause", "compel", "force", "fuel", "oblige", "prompt", "raise", "spark", "trigger"})
#: What an event does, and nothing that is cut, closed or hit itself.
_AFFECTING = word_class("verbs of events")


def _is_beside_which(verb: Word) -> bool:
    """ "the degree to which it helps": the degree helps nobody, whatever became of "it"."""
    target = next((p for w in verb.left if w.dep == "prep" and (p := w.child("pobj")) is not None), None)
    return target is not None and target.tag == "WDT"


def _is_order(verb: Word) -> bool:
    """ "Sell the mill," he told the board: nobody sells it."""
    return verb.tag == "VB" and is_bare(verb)


def _above_preposition(preposition: Word, depth: int) -> Word | None:
    """ "won by cutting prices": who cuts is who won; in "fined Veltra for dumping waste" Veltra dumped, and in
    "talked Oslo into signing" Oslo signed.

    Only below a verb: "a ban on smoking" has no smoker. "A film shown after meeting voters": it met nobody.
    """
    verb = preposition.head
    if preposition.lower not in _GERUND_PREPOSITIONS or not is_verbal(verb):
        return None
    if verb.dep == "acl" and verb.tag == "VBN":
        return None
    if _is_to_be_done(verb):
        return None
    if preposition.lower == "by" and _is_done(verb, preposition):
        return None
    if preposition.lower == "for":
        blamed = verb.child("dative", "dobj", "nsubjpass")
        return blamed if blamed is not None and _may_act(blamed) else None
    if preposition.lower == "into" and (moved := verb.child("dobj", "nsubjpass")) is not None and _may_act(moved):
        return moved  # not in "put time into winning votes"
    return subject_of(verb, depth + 1)


def _is_to_be_done(verb: Word) -> bool:
    """ "has reason to cut costs by closing mills", "plans to sell it while keeping the yard": no reason does so."""
    return verb.dep in {"acl", "relcl"} and is_infinitive(verb) and not is_person(verb.head)


def _is_done(verb: Word, by: Word) -> bool:
    """ "The debt was cut by closing mills", "It is possible by closing mills": no debt closes anything."""
    gerund = by.child("pcomp")
    if gerund is not None and gerund.child("auxpass") is not None:
        return False  # "was saved by being moved"
    if verb.lemma == "be":
        subject = verb.child("nsubj")
        return subject is not None and (subject.lower in _EMPTY or not _may_act(subject))
    passive = verb.child("auxpass")
    return passive is not None and passive.lemma != "get"  # "got started by issuing orders"


def _may_act(noun: Word) -> bool:
    """Somebody who can be praised or fined: no money, and none of the "congratulations for winning"."""
    if noun.entity in {"MONEY", "PERCENT", "DATE"}:
        return False
    return noun.pos in {"PROPN", "PRON"} or is_person(noun) or group_noun(noun.lemma.lower()) is not None


_GERUND_PREPOSITIONS = word_class("openers of gerunds")
