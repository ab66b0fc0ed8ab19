"""Clauses: each content verb of a sentence with its subject, its complements and its adjuncts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.claims.arguments import is_partitive
from extract.claims.chains import chain_of, continuation, has_own_gap, relation_words
from extract.claims.roles import is_person
from extract.claims.shared_objects import shared_ending
from extract.claims.shared_times import ending_of_counted, shared_opening
from extract.claims.subjects import clause_top, subject_of
from extract.english.wordlists import entries, word_class
from extract.factuality.parentheticals import takes_back
from extract.factuality.signatures import Frame, reporting, signature
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    BREAKS,
    DASHES,
    WEEKDAYS,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    is_wh,
    opens_behind_comma,
)


@dataclass(slots=True)
class Clause:
    """One content verb with what depends on it. `chain` runs from the topmost verb down to it.

    `antecedent` is the noun that a relative clause or participle modifies: it stands for the gap or the
    relative pronoun in it. `barrier` is that clause's top word, to be left out of the antecedent's extent.
    """

    verb: Word
    chain: tuple[Word, ...]
    subject: Word
    top: Word
    relation: list[Word]
    antecedent: Word | None = None
    barrier: Word | None = None
    object: Word | None = None
    second: Word | None = None  # indirect object, or the complement beside an object
    clausal: Word | None = None
    complement: Word | None = None  # a non-finite clause beside an object
    inserted: frozenset[Word] = frozenset()  # what is no part of `clausal` though it hangs below it
    adjuncts: list[Word] = field(default_factory=list)


def clauses_of(tree: Tree) -> Iterator[Clause]:
    """The clauses of a mended sentence that state something, in text order of their verbs."""
    for word in tree.words:
        if is_verbal(word) and states(word):
            clause = _clause(word)
            if clause is not None:
                yield clause


def states(verb: Word) -> bool:
    """Whether a verb carries a statement: the last of its chain, and no bare infinitive of purpose or of a noun."""
    if continuation(verb) is not None:
        return False
    chain = chain_of(verb)
    top = clause_top(chain[0])
    if is_infinitive(top) and top.dep != "ROOT":
        return False
    if is_infinitive(chain[0]) and any(w.tag == "WRB" for w in chain[0].left):
        return False  # "guides them on sales and how to avoid losses"
    if verb.lower == "were" and verb.dep == "advcl" and verb.child("nsubj") in verb.right:
        return False  # "Were the court to open the files, it would ..."
    if chain[0].dep == "conj" and is_infinitive(chain[0]) and is_finite(chain[0].head):
        return False  # "what he has done, and to go on with it"
    if chain[0].dep == "pcomp" and verb.tag == "VBG" and verb.child("amod", "det", "poss") is not None:
        return False  # "relies on dark messaging about crime"
    return not (top.dep == "xcomp" and len(chain) == 1)


def _clause(verb: Word) -> Clause | None:
    subject = subject_of(verb)
    if subject is None or (is_wh(subject) and subject.dep != "csubj"):
        return None
    if subject.dep == "expl" and verb.dep == "advcl" and subject.head is not verb:
        subject = subject.head.child("attr") or subject  # "There were officers in the yard, aiming at the house"
    chain = chain_of(verb)
    top = clause_top(chain[0])
    clause = Clause(verb, chain, subject, top, relation_words(chain))
    if top.dep in {"relcl", "acl"}:
        clause.antecedent, clause.barrier = top.head, top
    _fill(clause)
    return None if _reports_on_its_noun(clause) else clause


def _reports_on_its_noun(clause: Clause) -> bool:
    """ "the fire, which police said they treat as arson": what they said has no words of its own, and is left out."""
    content = clause.complement
    said = (
        content is not None and content.dep == "ccomp" and is_finite(content) and clause.verb.lemma in reporting("verb")
    )
    return said and clause.object is not None and clause.object is clause.antecedent


def _fill(clause: Clause) -> None:
    """Sorts the dependents of the chain into complements and adjuncts."""
    for link in clause.chain:
        last = link is clause.verb
        for child in link.children:
            if child in clause.chain or child in clause.relation:
                continue
            if last and _complement(clause, child):
                continue
            if child.dep in _ADJUNCTS and not _speaks_for_itself(child) and not _is_label(child):
                clause.adjuncts.append(child)
    clause.adjuncts.extend((*shared_opening(clause.chain[0]), *ending_of_counted(clause.verb)))
    _extraposed(clause)
    _told_before(clause)
    _said_around(clause)
    _share_object(clause)
    if clause.object is not None and clause.object is clause.subject:
        clause.object = None
    clause.adjuncts.sort(key=lambda w: w.i)


def _speaks_for_itself(child: Word) -> bool:
    """A participle without a conjunction ("..., leaving the city") is a claim of its own, and no adjunct.

    "Caught early, it is treatable" is none.
    """
    if child.dep != "advcl" or child.tag not in {"VBG", "VBN"}:
        return False
    parts = child.left if child.tag == "VBG" else child.children
    return all(w.dep not in {"mark", "advmod", "nsubj", "nsubjpass"} for w in parts)


def _is_label(child: Word) -> bool:
    """ "Arbeck 4, Lorne 2: Reed scored twice", "The bishops refused, a point that he missed": no amounts."""
    if child.dep != "npadvmod":
        return False
    if any(w.text == ":" and child.i < w.i < child.head.i for w in child.head.left):
        return True
    first = child.subtree()[0]
    parted = any(w.text == "," and w.i == first.i - 1 for w in child.head.right)
    return parted and first.lower in {"a", "an"} and child.child("relcl", "acl") is not None and not is_time(child)


def _extraposed(clause: Clause) -> None:
    """ "It is clear that he lied": the clause takes the place that "it" holds for it."""
    adjective, content = clause.object, clause.complement
    if adjective is None or content is None or adjective.dep != "acomp" or clause.subject.lower != "it":
        return
    clause.relation = sorted([*clause.relation, adjective], key=lambda w: w.i)
    clause.object, clause.complement, clause.clausal = None, None, content


def _told_before(clause: Clause) -> None:
    """ "The dam will hold," the mayor told the radio: what is said stands first, and the radio is whom he told."""
    content, whom = clause.clausal, clause.object
    if content is None or whom is None or whom.dep != "dobj" or clause.second is not None:
        return
    first = content.dep == "ccomp" and content.i < clause.verb.i < whom.i and is_finite(content)
    if first and clause.verb.lemma in entries("telling_verbs"):
        clause.second, clause.object = whom, None


def _said_around(clause: Clause) -> None:
    """ "The plan", she said, "is dead": what is said stands around the verb of saying."""
    top = clause.chain[0]
    if clause.object is not None or clause.clausal is not None or top.dep != "parataxis":
        return
    colon = any(w.text == ":" and w.i > top.i for w in (*top.right, *top.head.left))
    if clause.verb.child("auxpass") is not None or (colon and clause.verb.lemma in entries("going_on_verbs")):
        return  # "The rally began quietly: people walked"
    if clause.verb.lemma in reporting("verb") and is_verbal(top.head) and not takes_back(clause.verb):
        # "when, officials said, he fell": he fell
        joints = (w for w in top.head.left if not top.head.is_root and (w.dep == "mark" or w.tag == "WRB"))
        clause.clausal, clause.inserted = top.head, frozenset({top, *joints})


_ADJUNCTS = frozenset({"prep", "agent", "advmod", "npadvmod", "advcl"})


def _complement(clause: Clause, child: Word) -> bool:
    dep = child.dep
    if dep == "dobj" and child.lower == "that" and child.tag in {"WDT", "IN"} and clause.top.dep != "relcl":
        return True  # a "that" which only joins
    if dep == "dobj" and _is_aside(clause, child):
        return True
    if dep in {"dobj", "attr", "oprd", "acomp"}:
        if clause.object is None:
            clause.object = _resolved(clause, child)
        elif clause.object.lower.endswith(("self", "selves")):
            clause.relation = sorted([*clause.relation, clause.object], key=lambda w: w.i)
            clause.object = child
        else:
            clause.second = clause.second or child
        return True
    if (
        child.lower.endswith(("self", "selves"))
        and dep in {"dative", "dobj"}
        and clause.verb.child("dobj") is not child
    ):
        clause.relation = sorted([*clause.relation, child], key=lambda w: w.i)
        return True
    if dep == "dative" and child.pos != "ADP":
        clause.second = child
        return True
    if dep == "dative":
        clause.adjuncts.append(child)
        return True
    if dep in {"ccomp", "xcomp"}:
        return _clausal(clause, child)
    return False


def _is_aside(clause: Clause, noun: Word) -> bool:
    """ "sold the mill in May, the second this year", "tried to save the mill, the heart of it": no second object."""
    behind = clause.object is not None or any(w.dep == "xcomp" and w.i < noun.i for w in noun.head.right)
    return _after_dash(noun) or (behind and opens_behind_comma(noun))


def _after_dash(child: Word) -> bool:
    """ "will cost nine million -- more than all others": what follows the dash only adds to it."""
    others = [w for w in child.head.right if w.i < child.i]
    dash = next((w for w in others if w.text in DASHES), None)
    return dash is not None and any(w.dep in {"dobj", "dative", "attr"} and w.i < dash.i for w in others)


def _clausal(clause: Clause, child: Word) -> bool:
    inner = child.child("nsubj", "nsubjpass")
    content = _empty_object(clause, child) if clause.object is None else None
    if content is not None:
        clause.clausal = content
        return True
    if clause.object is None and inner is not None and _is_small(child):
        clause.object, clause.complement = inner, child
    elif (
        clause.object is not None
        and clause.object.dep == "dobj"
        and child.dep == "ccomp"
        and is_finite(child)
        and clause.clausal is None
        and (clause.verb.lemma in reporting("verb") or clause.object.pos == "PRON" or is_person(clause.object))
    ):
        clause.clausal, clause.second, clause.object = child, clause.object, None
    elif _is_stray(clause, child):
        return True
    elif clause.object is not None:
        clause.complement = clause.complement or child
    elif _is_purpose(clause, child):
        clause.adjuncts.append(child)  # "crowded into the hall to see him"
    elif clause.clausal is None:
        clause.clausal = child
    return True


def _is_purpose(clause: Clause, child: Word) -> bool:
    """ "crowded into the hall to see him", but not "discussed how to see him"."""
    bare = child.dep == "xcomp" and is_infinitive(child) and not any(w.tag in {"WRB", "WP", "WDT"} for w in child.left)
    return bare and signature(clause.verb.lemma, "verb", Frame.TO) is None


def _is_stray(clause: Clause, child: Word) -> bool:
    """ "praised the town, telling how work there inspired him": nothing that becomes of the town."""
    thing = clause.object is not None and clause.object.dep == "dobj"
    return thing and child.dep == "ccomp" and is_finite(child) and child.child("mark") is None


def _is_small(clause: Word) -> bool:
    """A clause without tense whose subject is the object of the verb above: "made Beijing worried"."""
    if clause.child("mark") is not None:
        return False
    aux = [w for w in clause.left if w.dep in {"aux", "auxpass"}]
    if any(w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in aux):
        return False
    return clause.tag in {"VB", "VBG", "VBN", "JJ", "NN", "NNS", "NNP"} and clause.head.i < clause.i


def _resolved(clause: Clause, word: Word) -> Word:
    if is_wh(word) and clause.top.dep == "relcl":
        asked = word.lower == "what" or (word.lower in {"who", "whom"} and not is_person(clause.top.head))
        return word if asked else clause.top.head  # "little hint who he favoured": no relative pronoun
    return word


def _empty_object(clause: Clause, child: Word) -> Word | None:
    """What "made it clear that ..." is about: the clause below the adjective, "it" being empty."""
    subject = child.child("nsubj")
    if child.pos != "ADJ" or subject is None or subject.lower != "it":
        return None
    content = child.child("ccomp", "advcl", "xcomp")
    if content is None or not (content.child("mark") is not None or is_infinitive(content)):
        return None
    clause.relation = sorted([*clause.relation, subject, child], key=lambda w: w.i)
    return content


def _share_object(clause: Clause) -> None:
    """Fills the object's place from a relative clause's antecedent or from a coordinated verb.

    "the strides the administration has taken"; "designed and built the bridge".
    """
    if clause.clausal is not None and clause.clausal.dep == "xcomp" and has_own_gap(clause.verb, clause.clausal):
        clause.object, clause.complement, clause.clausal = clause.antecedent, clause.clausal, None
    called = clause.object is not None and clause.object.dep == "oprd" and clause.verb.child("auxpass") is None
    if called and clause.second is None and clause.top.dep == "relcl" and _has_gap(clause):
        clause.second, clause.object = clause.object, clause.antecedent
    if clause.object is not None or clause.clausal is not None:
        return
    passive = clause.verb.child("auxpass") is not None
    placed = _has_wh_adjunct(clause) and not passive  # "a plan under which they may buy and sell land"
    if clause.top.dep == "relcl" and clause.antecedent is not None and _has_gap(clause) and not placed:
        if not passive:
            clause.object = clause.antecedent
            _take_stranded(clause)
        return
    if _share_gap(clause):
        return
    clause.object, shared = shared_ending(clause.verb, clause.subject)
    clause.adjuncts.extend(shared)


def _share_gap(clause: Clause) -> bool:
    """ "the problems they say they face every day": the problems are what they face."""
    top = clause.top
    cue = top
    while cue.dep == "ccomp" and is_verbal(cue.head) and cue.child("mark") is None:
        cue = cue.head
    if cue is top or cue.dep != "relcl" or not is_nominal(cue.head) or cue.lemma not in reporting("verb"):
        return False
    noun, own, inner = cue.head, cue.child("nsubj"), top.child("nsubj")
    asked = any(w.tag == "WRB" or _is_of_wh(w) for w in (*cue.children, *top.left))
    asked = asked or is_time(noun) or noun.lemma in {"reason", "way"} or noun.i > cue.i
    bare = clause.relation[-1] is clause.verb and clause.verb.lemma in entries("intransitive_verbs")
    if asked or bare or own is None or is_wh(own) or inner is None or is_wh(inner) or clause.verb.lemma == "be":
        return False
    if any(w.dep in {"dobj", "dative"} and not is_wh(w) for w in cue.children) or clause.verb.child("auxpass"):
        return False
    if noun.lemma.lower() in entries("content_nouns"):
        return False
    clause.object, clause.antecedent, clause.barrier = noun, noun, cue
    _take_stranded(clause)
    return True


def _is_of_wh(preposition: Word) -> bool:
    return preposition.dep == "prep" and any(is_wh(w) for w in preposition.subtree())


def _take_stranded(clause: Clause) -> None:
    """ "the end he hoped for": the preposition belongs to the relation."""
    stranded = [w for w in clause.verb.right if w.dep == "prep" and not (w.left or w.right)]
    clause.relation = sorted([*clause.relation, *stranded], key=lambda w: w.i)


def _has_gap(clause: Clause) -> bool:
    """Whether the relative clause has a subject of its own, so that the antecedent may be its object."""
    own = clause.top.child("nsubj", "nsubjpass", "expl")
    if own is None or is_wh(own) or any(w.tag == "WP$" for w in own.subtree()) or whole_of(own) is not None:
        return False
    if is_placed(clause.verb):
        return False
    when = clause.antecedent is not None and tells_when(clause.antecedent, clause.verb)
    if when or _is_absolute(clause) or _is_why(clause):
        return False
    stranded = any(w.dep == "prep" and not (w.left or w.right) for w in clause.verb.right)
    bare = clause.relation[-1] is clause.verb and not stranded  # "the house she lives in"
    if (bare and clause.verb.lemma in entries("intransitive_verbs")) or _tells_content(clause):
        return False
    return clause.antecedent is not clause.subject and not any(w.tag == "WRB" for w in clause.top.left)


def is_placed(verb: Word) -> bool:
    """ "a girl whom he was in a dispute with", "a goal she is not on track to meet": he was no girl."""
    where = (w.child("pobj") for w in verb.right if w.dep == "prep" and w.i <= verb.i + 2)
    return verb.lemma == "be" and any(target is not None and not is_time(target) for target in where)


def _is_absolute(clause: Clause) -> bool:
    """ "A gang - two of them dressed as clowns - stole it": apart and without a relative pronoun, it is no relative."""
    first = clause.top.subtree()[0]
    apart = any(w.i == first.i - 1 and w.text in BREAKS for w in (*clause.top.head.right, *clause.top.left))
    return apart and clause.verb.tag in {"VBN", "VBG"} and clause.verb.child("aux", "auxpass") is None


def tells_when(noun: Word, verb: Word) -> bool:
    """ "by the time he got to the mill", "the day she left": when it was, and nothing that was got or left."""
    if noun.lower not in _WHEN:
        return False
    if noun.lower == "days" and verb.lemma == "serve":
        return True  # "the days that she served in Lorne"
    return verb.lemma not in _WITH_TIMES or any(w.lower in _RANKS for w in noun.left)


def _is_why(clause: Clause) -> bool:
    """ "a few reasons divers should not worry": they worry about something else."""
    noun = clause.antecedent
    of = None if noun is None or not is_partitive(noun) else noun.child("prep")
    thing = of.child("pobj") if of is not None else noun
    if thing is None or thing.lemma != "reason" or any(w.tag in {"WDT", "WP"} for w in clause.top.left):
        return False
    return clause.verb.lemma not in _WITH_REASONS


_WITH_REASONS = word_class("verbs with reasons")
_RANKS = frozenset({"first", "second", "third", "last", "next", "only"})
_WHEN = frozenset(
    {"afternoon", "autumn", "day", "days", "evening", "month", "months", "moment", "morning", "night", "season"}
    | {"spring", "summer", "time", "week", "weekend", "weeks", "winter", "year", "years", *WEEKDAYS}
)
_WITH_TIMES = word_class("verbs with times")


def _tells_content(clause: Clause) -> bool:
    """ "fears they would stay": the clause says what is feared, and has no gap."""
    noun = clause.antecedent
    if noun is None or noun.lemma.lower() not in entries("content_nouns"):
        return False
    verb = clause.verb
    lacking = verb.lemma in entries("needing_objects") and verb.lemma not in {"get", "have", "want"}
    if verb.lemma in _DISPUTING or lacking or verb.child("oprd") is not None:
        return False  # "a claim the council denied", "a decision it called cruel"
    return clause.top.child("dobj", "pobj") is None and not any(w.tag in {"WDT", "WP"} for w in clause.top.left)


_DISPUTING = word_class("verbs with statements")


def whole_of(subject: Word) -> Word | None:
    """The relative pronoun in "half of which"."""
    of = subject.child("prep")
    target = of.child("pobj") if of is not None and of.lower == "of" else None
    return target if target is not None and target.tag in {"WDT", "WP"} else None


def _has_wh_adjunct(clause: Clause) -> bool:
    return any(is_wh(w) or any(is_wh(c) for c in w.children) for w in clause.adjuncts)
