"""All claims of a sentence, as proposals: clauses spelled out over coordination, without repeats and empty ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.claims.arguments import clause_phrase, is_aside, phrase, trimmed
from extract.claims.clauses import Clause, clauses_of, whole_of
from extract.claims.complements import predication
from extract.claims.empty_claims import is_empty
from extract.claims.groups import is_joint, is_told_as_one, phrases
from extract.claims.nominals import nominal_proposals
from extract.claims.proposal import Adjunct, Phrase, Proposal
from extract.claims.restrictive_clauses import is_best
from extract.claims.roles import is_person, role_of
from extract.claims.summed_up import summed_up
from extract.english.wordlists import entries
from extract.model import BRIEF, BlockKind, ClauseType, Span
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    GAPPED,
    PAIRED,
    REMNANT,
    has_article,
    is_bare,
    is_finite,
    is_time,
    is_verbal,
)

#: "1 cup rice", "½ tsp. salt": so many in a sentence are a recipe's list.
_INGREDIENT = re.compile(
    r"[\d½⅓⅔¼¾⅛]\s*(?:cups?|tsp|tbsp|teaspoons?|tablespoons?|oz|ounces?|cloves?|pinch(?:es)?)\b", re.I
)
_FEWEST_INGREDIENTS = 3
_RULES = {
    "relcl": "relative clause",
    "acl": "participle",
    "advcl": "adverbial clause",
    "pcomp": "gerund",
    "ccomp": "content clause",
}


def propose(tree: Tree) -> list[Proposal]:
    """All proposals of a mended sentence in text order, no near-duplicates, none that says nothing."""
    found: list[Proposal] = []
    if len(_INGREDIENT.findall(tree.text)) >= _FEWEST_INGREDIENTS or _is_label(tree):
        return found
    titles = _titles(tree)
    correlated = _CORRELATED.search(tree.text) is not None
    for clause in clauses_of(tree):
        if correlated and _is_correlated(clause.verb):
            continue
        if _is_passed_over(clause.verb) or any(start <= clause.verb.start < end for start, end in titles):
            continue
        told = [p for p in _spelled_out(clause) if not is_empty(p) and not _is_torn(p, tree)]
        found.extend(_within_quote(p, tree) for p in told)
    nominal = nominal_proposals(tree)
    found.extend(
        p for p in nominal if not (correlated and p.subject.head.holds(p.predicate) and _rises(p.subject.head))
    )
    found = _unrepeated(found)
    found.sort(key=lambda p: p.predicate.i)
    return found


def _is_label(tree: Tree) -> bool:
    """A heading or list item of a few words without an article, "GCM patches status": nouns as well as a sentence."""
    words = [w for w in tree.words if w.text[0].isalnum()]
    if tree.kind not in {BlockKind.HEADING, BlockKind.LIST} or not 1 < len(words) <= _LONGEST_LABEL:
        return False
    verbs = [w for w in words if w.pos in {"VERB", "AUX"}]
    bare = len(verbs) == 1 and verbs[0].tag in {"VB", "VBP", "VBZ"} and verbs[0].pos == "VERB"
    return bare and not any(w.pos in {"DET", "PRON", "ADP", "PART", "ADV"} or w.text in ".!?" for w in tree.words)


#: "The more he shouts, the less they listen."
_CORRELATED = re.compile(r"\bthe (?:more|less|fewer|\w+er)\b[^.;:]*, the (?:more|less|fewer|\w+er)\b", re.I)


def _is_correlated(verb: Word) -> bool:
    """One of two clauses that only say how the one grows with the other: neither is stated by itself."""
    fronted = (w for w in verb.left if w.dep in {"advmod", "dobj", "acomp", "npadvmod", "dep"})
    above = verb.head if verb.dep in {"relcl", "ccomp", "acl"} and verb.head.i < verb.i else None
    return any(map(_rises, fronted)) or (above is not None and _rises(above))


def _rises(word: Word) -> bool:
    """ "the more", "the harder", "the more noise"."""
    first, *rest = [w for w in word.subtree() if w.i <= word.i]
    return first.lower == "the" and any(w.tag in {"JJR", "RBR"} for w in rest)


#: Participles that join one noun to another as prepositions do.
_LIKE_PREPOSITIONS = frozenset(
    {"surrounding", "including", "concerning", "regarding", "following", "relating", "pertaining"}
)


def _is_passed_over(verb: Word) -> bool:
    """ "The club sold him rather than pay the fine": it did not pay. What "than" compares with is not asserted.

    "As far as Lund is concerned": nobody is said to be worried. "Questions surrounding the sale" surround nothing.
    """
    if verb.lower == "concerned" and verb.head.lower == "far":
        return True
    if (verb.lower in _AS_CONJUNCTIONS and _supposes(verb)) or (
        verb.lower in {"barring", "considering"} and _opens_phrase(verb)
    ):
        return True  # "Barring a storm, the ferry will sail": the ferry bars nothing
    if verb.dep in {"advcl", "ccomp", "relcl"} and any(w.lower in _WHATEVER for w in verb.left):
        return True  # "whatever we call it, it is old": nothing that we do
    if verb.lower == "aged" and verb.dep in {"acl", "advcl"} and is_bare(verb):
        return True  # "a man aged 40"
    if verb.dep == "xcomp" and verb.head.lower == "given":
        return _is_passed_over(verb.head)  # "low demand given crowding out by banks"
    if verb.lower == "given" and verb.dep in {"advcl", "acl", "prep"} and _allows_for(verb):
        return True
    if verb.dep in {"advcl", "acl"} and (_dates(verb) or _explains(verb) or _comments(verb)):
        return True
    if verb.dep == "acl" and verb.lower in _LIKE_PREPOSITIONS and not any(w.text == "," for w in verb.head.right):
        return verb.lower != "surrounding" or verb.head.lemma in entries("content_nouns")
    if verb.dep == "ccomp" and _is_passed_over(verb.head) and not _states_content(verb.head):
        return True
    above = verb.head if verb.dep == "xcomp" and verb.head.dep == "advcl" else verb  # "than it expects to lend"
    joints = (*above.left, *(verb.head.right if verb.dep == "conj" else ()))
    return any(w.lower == "than" and w.dep in {"mark", "cc", "aux"} and w.i < verb.i for w in joints)


_WHATEVER = frozenset({"whatever", "whichever", "whoever"})


def _opens_phrase(participle: Word) -> bool:
    """Whether a participle stands first or behind a comma, with a bare thing behind it."""
    thing, before = participle.child("dobj"), participle.subtree()[0].i - 1
    if participle.dep not in {"acl", "advcl"}:
        return False
    parted = before < 0 or any(w.i == before and w.text == "," for w in participle.root.subtree())
    return parted and thing is not None and not is_person(thing) and participle.child("prep") is None


_AS_CONJUNCTIONS = frozenset({"assuming", "considering", "granted", "provided", "providing", "supposing"})


def _supposes(participle: Word) -> bool:
    """ "The bid will win, considering that rivals left": the bid considers nothing. So with "provided they pay"."""
    if participle.dep not in {"advcl", "prep", "pcomp", "acl"} or not is_bare(participle):
        return False
    content = participle.child("ccomp")
    return content is not None and is_finite(content) and participle.child("dobj", "nsubj", "nsubjpass") is None


def _allows_for(given: Word) -> bool:
    """ "We doubt it given the weak harvest": nobody was given a harvest, unless it says what somebody was given."""
    if not is_bare(given) or given.child("agent", "dative") is not None:
        return False
    if given.dep == "acl" and given.head.i == given.i - 1 and given.child("xcomp") is None:
        thing = given.child("dobj")  # "the children given prizes", but "it is a good guess given the doubts"
        told = given.head.dep == "attr" and not is_person(given.head)
        return told and thing is not None and has_article(thing)
    return given.child("dobj", "pobj", "pcomp", "ccomp", "xcomp") is not None and not any(
        w.lower == "to" for w in given.right
    )


def _comments(verb: Word) -> bool:
    """ "Generally speaking, the mill is safe", "low, depending on whom you ask": no mill speaks or depends."""
    if verb.lower == "depending":
        on = verb.child("prep")
        return on is not None and on.child("pcomp") is not None
    return verb.lower == "speaking" and not verb.right and any(w.dep == "advmod" for w in verb.left)


def _dates(verb: Word) -> bool:
    """ "Beginning in May, the ferry will sail twice a day", "for the year ended in May": they begin or end nothing."""
    if verb.dep == "acl" and verb.lower in {"beginning", "ended", "ending"} and is_time(verb.head):
        return True
    if verb.lower == "following" and verb.left and verb.left[-1].lower in {"immediately", "directly", "shortly"}:
        return True  # "in the days immediately following the raid"
    if verb.lower not in {"beginning", "starting"} or verb.child("dobj", "xcomp") is not None:
        return False
    return verb.child("npadvmod", "prep", "advmod") is not None


def _states_content(verb: Word) -> bool:
    """ "meaning that trucks must wait", "considering that rivals left": they must, and they left."""
    return _explains(verb) or verb.lower in {"considering", "granted"}


def _explains(verb: Word) -> bool:
    """ "The bridge is the only link, meaning that trucks must wait": no bridge means that, but what is said of it."""
    return verb.lower == "meaning" and verb.child("ccomp") is not None


def _titles(tree: Tree) -> list[Span]:
    """Quotations in capitals: the programme "Meet the Town" and the motto "Don't Do Harm" state nothing."""
    if tree.kind in BRIEF or not tree.quotes:
        return []
    return [quote for quote in tree.quotes if _is_title([w for w in tree.words if quote[0] <= w.start < quote[1]])]


def _is_title(words: list[Word]) -> bool:
    said = [w for w in words if w.text[0].isalpha()]
    content = [w for w in said if w.pos in {"NOUN", "PROPN", "VERB", "ADJ", "ADV"}]
    return 1 < len(said) <= _LONGEST_TITLE and len(content) > 1 and all(w.text[0].isupper() for w in content)


_LONGEST_TITLE = 8  # words
_LONGEST_LABEL = 5


def _is_torn(proposal: Proposal, tree: Tree) -> bool:
    """A subject whose head stands before a quotation that its own last words and its verb lie in.

    "Bridge (see map)": a verb that opens a bracket behind it.
    """
    subject, verb = proposal.subject, proposal.predicate
    opener = next((w for w in tree.words if w.i == verb.i - 1), None)
    if verb.tag in {"VB", "VBP"} and is_bare(verb) and opener is not None and opener.text == "(":
        return subject.head.i < opener.i
    last = subject.full[-1].start
    return any(subject.head.start < a <= min(last, verb.start) and max(last, verb.start) < b for a, b in tree.quotes)


def _within_quote(proposal: Proposal, tree: Tree) -> Proposal:
    """ "The mayor left, adding, "Rents will rise" ": not "adding", but: "the mayor's "plan failed" "."""
    subject, verb = proposal.subject, proposal.predicate
    for start, end in tree.quotes:
        if (
            verb.tag == "VBG"
            and verb.lower in {"proclaiming", "reading", "saying"}
            and verb.end < start < verb.end + 3
            and verb.subtree()[-1].start < end
        ):
            words = trimmed([w for w in tree.words if start <= w.start < end])  # signs reading "No cuts"
            rest = tuple(a for a in proposal.adjuncts if not start <= a.head.start < end)
            return replace(proposal, object=Phrase(words[0], words, words), adjuncts=rest) if words else proposal
        if start <= subject.head.start < verb.start < end and subject.full[0].start < start:
            left = [c for c in subject.head.left if c.dep in {"det", "poss", "amod", "nummod"} and c.pos != "SCONJ"]
            own = [w for c in left for w in c.subtree() if not any(v.text == "," for v in c.subtree())]
            kept = ([w for w in words if w.start >= start or w in own] for words in (subject.core, subject.full))
            core, full = map(trimmed, kept)
            return replace(proposal, subject=replace(subject, core=core, full=full))
    return proposal


def _spelled_out(clause: Clause) -> Iterator[Proposal]:
    """A clause once for each of its coordinated subjects and objects."""
    said = predication(clause)
    subjects = [summed_up(_without_clause(subject, clause.verb), clause.verb) for subject in _subjects(clause)]
    objects = [summed_up(obj, clause.verb) for obj in said.objects]
    for subject, obj in _pairs(clause, subjects, objects or [None]):
        yield _proposal(clause, subject, said.relation, obj, said.adjuncts, said.type)
    yield from _gapped(clause, said.adjuncts)
    yield from _paired(clause, said.adjuncts)


def _proposal(
    clause: Clause,
    subject: Phrase,
    relation: tuple[Word, ...],
    obj: Phrase | None,
    adjuncts: tuple[Adjunct, ...],
    kind: ClauseType,
) -> Proposal:
    """What a clause, or a part of it, says with its verb."""
    rule = _RULES.get(clause.top.dep, "clause")
    return Proposal(clause.verb, subject, relation, clause.verb.lemma, obj, adjuncts, kind, rule)


def _paired(clause: Clause, adjuncts: tuple[Adjunct, ...]) -> Iterator[Proposal]:
    """ "They sold the mill to Veltra and the farm to Orvia": the second object with its own buyer.

    "Sales rose to 3 million in May and to 4 million in June": the second step with its own time. "It cut costs by half
    in May and to zero in June": so with what was cut. "It left one dead and two hurt": the second as it was left.
    """
    for thing in [w for w in clause.verb.right if w.dep == PAIRED]:
        own = thing.child("prep", "dative", "acl")
        if thing.pos == "ADJ" and own is not None and clause.verb.lemma == "be":
            yield from _second_quality(clause, thing, own)
            continue
        step = thing.child("pobj") if thing.pos == "ADP" else None
        if own is None or not any(_is_like(w, own) for w in (*clause.adjuncts, clause.second)):
            continue
        like = (a.role for a in adjuncts if _is_like(a.head, own) and not any(map(is_time, own.right)))
        beside = frozenset({own} if own.dep != "acl" else ())
        opening = (a for a in adjuncts if a.head.i < clause.subject.i)
        stepped = [] if step is None else [*(() if clause.object is None else phrase(clause.object).core), thing]
        subject, relation = phrase(clause.subject, whole=True), (*clause.relation, *stepped)
        its_own = (Adjunct(next(like, role_of(w)), w, trimmed(w.subtree())) for w in beside)
        obj = phrase(step or thing, beside)
        yield _proposal(clause, subject, relation, obj, (*opening, *its_own), ClauseType.SVO)


def _second_quality(clause: Clause, quality: Word, preposition: Word) -> Iterator[Proposal]:
    """ "The law is bad for farmers but good for banks": the second quality with its own object."""
    target = preposition.child("pobj")
    if target is not None:
        subject, relation = phrase(clause.subject, whole=True), (*clause.relation, quality, preposition)
        yield _proposal(clause, subject, relation, phrase(target), (), ClauseType.SVC)


def _is_like(first: Word | None, own: Word) -> bool:
    """Whether the first half has what the second has of its own: "left one dead and two hurt"."""
    like = {"dative": "dative", "acl": "oprd"}.get(own.dep)
    return first is not None and (first.dep == like or (own.pos == "ADP" and own.lower == first.lower))


def _gapped(clause: Clause, adjuncts: tuple[Adjunct, ...]) -> Iterator[Proposal]:
    """ "Norland won four medals and Sudria three", "Holt was jailed for six years and Lund for four".

    The second halves have the verb of the first, and what stands before it.
    """
    verb = clause.verb
    remnants = [w for w in verb.right if w.dep == REMNANT]
    for subject, remnant in zip([w for w in verb.right if w.dep == GAPPED], remnants, strict=True):
        target = remnant.child("pobj") or remnant
        relation = (*clause.relation, *([] if target is remnant else [remnant]))
        opening = tuple(a for a in adjuncts if a.head.i < clause.subject.i)
        yield _proposal(clause, phrase(subject), relation, phrase(target), opening, ClauseType.SVO)


def _pairs(
    clause: Clause, subjects: list[Phrase], objects: list[Phrase] | list[None]
) -> Iterator[tuple[Phrase, Phrase | None]]:
    """Every subject with every object; one with one where the clause says "respectively"."""
    if len(subjects) > 1 and any(w.lower == "respectively" for w in clause.verb.children):
        if len(subjects) == len(objects):
            yield from zip(subjects, objects, strict=True)
            return
        if len(objects) == 1:
            yield phrase(clause.subject, whole=True), objects[0]  # "Lund and Reed scored 17 and nine respectively"
            return
    for subject in subjects:
        for obj in objects:
            yield subject, obj


def _subjects(clause: Clause) -> list[Phrase]:
    subject = clause.subject
    without = frozenset() if clause.barrier is None else _told(clause.barrier)
    if is_verbal(subject) and subject.dep in {"csubj", "csubjpass"}:
        return [clause_phrase(subject)]
    if subject is clause.top.head and is_finite(subject):
        return [clause_phrase(subject, _behind(clause.top))]
    if clause.antecedent is not None and clause.antecedent is not subject and _is_owned(subject):
        return [_part(clause, phrase(subject, whole=True), phrase(clause.antecedent, without))]
    if whole_of(subject) is not None and clause.antecedent is not None:
        return [_part(clause, phrase(subject, of=True), phrase(clause.antecedent, without))]
    if is_joint(clause) or is_told_as_one(clause):
        return [phrase(subject, without, whole=True)]
    found = phrases(subject, without, of=True)
    if clause.barrier is not None and subject is clause.antecedent:
        first, barrier = found[0], clause.barrier  # "any harm (done to them) as well as the town": not the town
        found = [first, *(one for one in found[1:] if one.head.i < barrier.i)]
    return found


def _behind(participle: Word) -> frozenset[Word]:
    """ "(Mechanics found cracks), forcing flights to be cancelled": what is no part of the clause that did so."""
    verb, start = participle.head, participle.subtree()[0].i
    opening = [w for w in verb.left if w.dep in {"mark", "cc", "ccomp", "parataxis"}]
    return frozenset({*opening, *(w for w in verb.subtree() if w.i >= start)})


def _without_clause(subject: Phrase, verb: Word) -> Phrase:
    """A subject without the branch that its own predicate stands in: "a Democrat (who won before leaving it)"."""
    if verb not in subject.full or subject.head is verb:
        return subject
    branch = verb
    while branch.head is not subject.head and not branch.is_root:
        branch = branch.head
    gone = set(branch.subtree())
    core, full = (trimmed([w for w in words if w not in gone]) for words in (subject.core, subject.full))
    return replace(subject, core=core or (subject.head,), full=full or (subject.head,))


def _part(clause: Clause, part: Phrase, whole: Phrase) -> Phrase:
    """ "100 sheep, half of which", "a firm, whose shares": what the pronoun stands for goes before, as in the text."""
    return Phrase(part.head, _joined(clause, whole.core, part.core), _joined(clause, whole.full, part.full))


def _joined(clause: Clause, whole: tuple[Word, ...], part: tuple[Word, ...]) -> tuple[Word, ...]:
    """Both with the comma between them, where nothing else is there."""
    above = (clause.top, clause.top.head, clause.top.head.head)
    near = (w for word in above for w in word.children if whole[-1].i + 1 == w.i == part[0].i - 1)
    return (*whole, *(w for w in near if w.dep == "punct"), *part)


def _told(barrier: Word) -> frozenset[Word]:
    """The clauses on the noun that a relative clause or participle is about: each is a claim of its own.

    But not in "the largest mill ever built here, which makes paper".
    """
    noun, own = barrier.head, {"relcl", "acl"}
    return frozenset({barrier, *(w for w in noun.right if w.dep in own and (not is_best(noun) or is_aside(w)))})


def _is_owned(noun: Word) -> bool:
    return any(w.tag == "WP$" for w in noun.subtree(lambda w: w.dep == "appos"))


def _unrepeated(proposals: list[Proposal]) -> list[Proposal]:
    seen: set[tuple[tuple[Word, ...], str | None, tuple[Word, ...], tuple[Word, ...]]] = set()
    kept = []
    for p in proposals:
        key = (p.subject.core, p.implied, p.relation, p.object.core if p.object else ())
        if key not in seen:
            seen.add(key)
            kept.append(p)
    return kept
