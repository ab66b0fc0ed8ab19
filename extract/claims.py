"""All claims of a sentence, as proposals: clauses spelled out over coordination, without repeats and debris."""

from __future__ import annotations

from collections.abc import Iterator

from extract.adjuncts import adjunct
from extract.arguments import clause_phrase, is_alternative, parts, phrase
from extract.clauses import Clause, clauses_of
from extract.lexicon import entries
from extract.model import ClauseType, Role
from extract.nominals import minor_proposals, nominal_proposals
from extract.prepositions import PREPOSITIONAL, Prepositional, prepositional
from extract.proposal import Adjunct, Phrase, Proposal
from extract.subjects import bearer
from extract.tree import Tree, Word
from extract.words import is_nominal, is_time, is_verbal, is_wh

#: More conjuncts than this are kept together: a list of twenty names times three objects is no reading matter.
MOST_PARTS = 8


def propose(tree: Tree) -> list[Proposal]:
    """All proposals of a mended sentence in text order, no near-duplicates, no debris."""
    found: list[Proposal] = []
    for clause in clauses_of(tree):
        found.extend(p for p in _spelled_out(clause) if not is_debris(p))
    found.extend(nominal_proposals(tree))
    if any(w.dep == "appos" and w.entity == "GPE" == w.head.entity for w in tree.words):
        found.extend(p for p in minor_proposals(tree) if p.rule == "location")
    found = _unrepeated(found)
    found.sort(key=lambda p: p.predicate.i)
    return found


def _spelled_out(clause: Clause) -> Iterator[Proposal]:
    """A clause once for each of its coordinated subjects and objects."""
    relation, obj, adjuncts, clause_type = _complements(clause)
    heads = _heads(obj)
    for subject in _subjects(clause):
        for head in heads:
            yield Proposal(
                predicate=clause.verb,
                subject=subject,
                relation=tuple(relation),
                lemma=clause.verb.lemma,
                object=head,
                adjuncts=adjuncts,
                clause_type=clause_type,
                rule=_rule(clause),
            )


def _rule(clause: Clause) -> str:
    kind = {"relcl": "relative clause", "acl": "participle", "advcl": "adverbial clause", "pcomp": "gerund"}
    return kind.get(clause.top.dep, "clause")


def _subjects(clause: Clause) -> list[Phrase]:
    without = {clause.barrier} if clause.barrier else set()
    if is_verbal(clause.subject) and clause.subject.dep in {"csubj", "csubjpass"}:
        return [clause_phrase(clause.subject)]
    return _phrases(clause.subject, without, of=True)


def _phrases(head: Word, without: set[Word], *, of: bool = False) -> list[Phrase]:
    if is_alternative(head):
        return [phrase(head, without, whole=True)]
    heads = parts(head)
    if len(heads) > MOST_PARTS:
        return [phrase(head, without, whole=True)]
    return [phrase(h, without, of=of) for h in heads]


def _heads(obj: Phrase | list[Phrase] | None) -> list[Phrase | None]:
    if obj is None:
        return [None]
    return list(obj) if isinstance(obj, list) else [obj]


def _complements(clause: Clause) -> tuple[list[Word], list[Phrase] | None, tuple[Adjunct, ...], ClauseType]:
    relation = list(clause.relation)
    without = {clause.barrier} if clause.barrier else set()
    adjuncts = [a for w in clause.adjuncts if (a := adjunct(w))]
    if clause.object is not None:
        light = _light(clause)
        if light is not None and clause.object is not None:
            relation = sorted([*relation, clause.object], key=lambda w: w.i)
            return _with_preposition(clause, relation, adjuncts, light)
        governed = _governed_by_adjective(clause)
        if governed is not None:
            words = (*phrase(clause.object).core, *governed.words)
            relation = sorted({*relation, *words}, key=lambda w: w.i)
            assert governed.target is not None
            return relation, _phrases(governed.target, set()), tuple(adjuncts), ClauseType.SVC
        if clause.second is not None:
            adjuncts.append(_beside(clause.second))
        if clause.complement is not None:
            adjuncts.append(_beside(clause.complement, clause.object))
        if clause.complement is not None:
            without.add(clause.complement)
        if clause.object.dep == "attr" and bearer(clause.object) is not clause.object:
            without.update(w for w in clause.object.right if w.dep == "relcl")
        objects = _phrases(clause.object, without)
        adjuncts.sort(key=lambda a: a.head.i)
        return relation, objects, tuple(adjuncts), _type_with_object(clause)
    if clause.clausal is not None:
        return relation, [clause_phrase(clause.clausal)], tuple(adjuncts), ClauseType.SVO
    return _with_preposition(clause, relation, adjuncts, None)


def _governed_by_adjective(clause: Clause) -> Prepositional | None:
    """ "is responsible for the plan": the adjective and its preposition belong to the relation."""
    adjective = clause.object
    if adjective is None or adjective.dep != "acomp" or adjective.pos != "ADJ" or clause.complement is not None:
        return None
    after = adjective.right[0] if adjective.right else None
    if after is None or after.dep != "prep" or after.i != adjective.i + 1:
        return None
    governed = prepositional(after)
    target = governed.target
    return governed if target is not None and is_nominal(target) and not is_time(target) else None


def _light(clause: Clause) -> Word | None:
    """The preposition after a bare noun that makes one relation with a light verb: "take part in"."""
    noun = clause.object
    if noun is None or noun.tag != "NN" or noun.left or noun.i != clause.verb.i + 1:
        return None
    if clause.verb.lemma not in entries("light_verbs"):
        return None
    for word in (*noun.right, *clause.adjuncts):
        if word.dep == "prep" and word.i == noun.i + 1 and word.lower != "of":
            return word
    return None


def _with_preposition(
    clause: Clause, relation: list[Word], adjuncts: list[Adjunct], prefer: Word | None
) -> tuple[list[Word], list[Phrase] | None, tuple[Adjunct, ...], ClauseType]:
    """Takes the first prepositional phrase that is no time as the object: "died in Paris"."""
    ordered = sorted(adjuncts, key=_rank)
    for a in [*([adjunct(prefer)] if prefer else []), *ordered]:
        if a is None or not _is_complement(a, clause, prefer):
            continue
        governed = prepositional(a.head)
        below = governed.target
        if below is None or is_wh(below):
            continue
        objects = _phrases(below, set()) if is_nominal(below) else [clause_phrase(below)]
        rest = tuple(x for x in adjuncts if x.head is not a.head)
        return sorted([*relation, *governed.words], key=lambda w: w.i), objects, rest, ClauseType.SVA
    return relation, None, tuple(adjuncts), ClauseType.SV


def _rank(a: Adjunct) -> int:
    """Agents come first, times last: "was shown in May by the mayor" is about the mayor, "was born in May" about May."""
    return {Role.AGENT: 0, Role.TIME: 2}.get(a.role, 1)


def _is_complement(a: Adjunct, clause: Clause, prefer: Word | None) -> bool:
    """Whether a prepositional phrase can stand in the object's place: after the verb, and no time."""
    if a.head.dep not in PREPOSITIONAL:
        return False
    return a.head is prefer or a.head.i > clause.verb.i


def _beside(word: Word, obj: Word | None = None) -> Adjunct:
    words = clause_phrase(word, {obj} if obj else ()).full if is_verbal(word) else phrase(word).full
    return Adjunct(Role.RECIPIENT if word.dep == "dative" else Role.OTHER, word, words)


def _type_with_object(clause: Clause) -> ClauseType:
    if clause.subject.dep == "expl":
        return ClauseType.EXISTENTIAL
    if clause.object is not None and clause.object.dep in {"attr", "acomp"}:
        return ClauseType.SVC
    if clause.second is not None:
        return ClauseType.SVOO if clause.second.dep == "dative" else ClauseType.SVOC
    if clause.complement is not None:
        return ClauseType.SVOC
    return ClauseType.SVO


def is_debris(proposal: Proposal) -> bool:
    """A claim that says nothing by itself: no content beside "be", "have" or "do", or only a pronoun for a gap."""
    if is_wh(proposal.subject.head):
        return True
    if proposal.object is not None:
        return is_wh(proposal.object.head) and len(proposal.object.full) == 1
    return not proposal.adjuncts and proposal.lemma in {"be", "have", "do"}


def _unrepeated(proposals: list[Proposal]) -> list[Proposal]:
    seen: set[tuple[object, ...]] = set()
    kept = []
    for p in proposals:
        key = (p.subject.core, p.implied, p.relation, p.object.core if p.object else None)
        if key not in seen:
            seen.add(key)
            kept.append(p)
    return kept
