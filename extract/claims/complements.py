"""What a clause says of its subject: its relation's words, what stands in the object's place, and the rest."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from extract.claims.adjuncts import adjunct, dates, falls_under_denial, is_joined, is_next, is_stranded, says_among_what
from extract.claims.arguments import clause_phrase, is_alternative, is_aside, parts, phrase, trimmed
from extract.claims.clauses import Clause
from extract.claims.groups import is_counted, is_joint, is_only_together, phrases
from extract.claims.proposal import Adjunct, Phrase
from extract.claims.roles import is_place, role_of
from extract.claims.subjects import bearer
from extract.english.numbers import is_score
from extract.english.wordlists import entries, word_class
from extract.model import ClauseType, Role
from extract.syntax.prepositions import PREPOSITIONAL, Prepositional, prepositional
from extract.syntax.tree import Word
from extract.syntax.words import has_mark, is_infinitive, is_nominal, is_time, is_verbal, is_wh
from extract.values import value


@value
class Predication:
    """`objects` holds a phrase for each coordinated object, and is empty where the clause has none."""

    relation: tuple[Word, ...]
    objects: tuple[Phrase, ...]
    adjuncts: tuple[Adjunct, ...]
    type: ClauseType


def predication(clause: Clause) -> Predication:
    """What `clause` says of its subject."""
    adjuncts = [a for w in clause.adjuncts if (a := adjunct(w))]
    adjuncts.extend(_place_or_time(clause))
    if clause.object is not None:
        return _with_object(clause, clause.object, adjuncts)
    if clause.clausal is not None:
        if clause.second is not None:
            adjuncts.append(Adjunct(Role.RECIPIENT, clause.second, phrase(clause.second).full))
        return _made(clause.relation, [clause_phrase(clause.clausal, clause.inserted)], adjuncts, ClauseType.SVO)
    like = next((a for a in adjuncts if a.head.dep == "advcl" and a.head.i > clause.verb.i), None)
    if like is not None and like.words[0].lower in _openers(clause):
        rest = [a for a in adjuncts if a is not like]  # "looked as if he was lost"
        return _made(clause.relation, [Phrase(like.head, like.words, like.words)], rest, ClauseType.SVC)
    how = _how(clause, adjuncts)
    if how is None:
        return _with_preposition(clause, clause.relation, adjuncts)
    rest = [a for a in adjuncts if a is not how]
    further = _with_preposition(clause, [*clause.relation, *how.words], rest)
    if further.objects:  # "went badly with the board"
        return further
    return _made(clause.relation, [Phrase(how.head, how.words, how.words)], rest, ClauseType.SVA)


_LOOKING = frozenset({"appear", "feel", "look", "seem", "sound"})


def _openers(clause: Clause) -> Collection[str]:
    """ "It looks as if it rained", "It's like it rained", "That was when it rained"."""
    if clause.verb.lemma in _LOOKING:
        return ("as", "like")
    if clause.verb.lemma != "be":
        return ()
    return ("like", "when") if clause.subject.lower in {"that", "this"} else ("like",)


def _made(relation: list[Word], objects: list[Phrase], adjuncts: list[Adjunct], kind: ClauseType) -> Predication:
    ordered = sorted(set(relation), key=lambda w: w.i)
    told = sorted((a for a in adjuncts if not is_stranded(a.head)), key=lambda a: a.head.i)
    return Predication(tuple(ordered), tuple(objects), tuple(told), kind)


def _with_object(clause: Clause, obj: Word, adjuncts: list[Adjunct]) -> Predication:
    light = _light(clause, obj)
    if light is not None:
        adjuncts = [a for a in adjuncts if a.head is not clause.antecedent or a.role is Role.TIME]
        return _with_preposition(clause, [*clause.relation, obj], adjuncts, light)
    if not obj.left and not obj.right and obj.i == clause.verb.i + 1 and _is_idiom(clause, obj):
        return _with_preposition(clause, [*clause.relation, obj], adjuncts)
    reflexive = obj.lower.endswith(("self", "selves")) and obj.pos == "PRON" and obj.child("conj") is None
    if reflexive and clause.second is clause.complement is None:
        placed = _with_preposition(clause, [*clause.relation, obj], adjuncts)  # "surrounded himself with friends"
        if placed.objects:
            return placed
    governed = _governed_by_adjective(clause, obj)
    if governed is not None and governed.target is not None:
        words = [*clause.relation, *phrase(obj).core, *governed.words]
        adjuncts = [a for a in adjuncts if a.head is not governed.head]
        joint = governed.text in _JOINT  # "personal between Lund and Reed"
        objects = [phrase(governed.target, whole=True)] if joint else phrases(governed.target)
        return _made(words, objects, adjuncts, ClauseType.SVC)
    if (stranded := _stranded(clause, obj)) is not None and clause.antecedent is not None:
        words = [*clause.relation, *phrase(obj).core, stranded]
        adjuncts = [a for a in adjuncts if a.head is not stranded]
        return _made(words, phrases(clause.antecedent, _out(clause.barrier)), adjuncts, ClauseType.SVC)
    adjuncts.extend(_beside(clause, obj))
    as_one = obj.dep == "attr" and (is_joint(clause) or is_counted(clause.subject, obj))  # "are husband and wife"
    as_one = as_one or is_only_together(clause.verb, obj)
    objects = [phrase(obj, whole=True)] if as_one else phrases(obj, _left_out(clause, obj))
    beside = tuple(w for a in adjuncts if _completes_object(a, clause, obj) for w in a.words)
    if obj.dep == "attr" and obj.head is clause.verb and len(objects) == 1:
        beside += tuple(w for c in obj.right if c.dep == "relcl" and not is_aside(c) for w in c.subtree(is_aside))
    if beside:
        objects = [replace(o, beside=beside) for o in objects]
    return _made(clause.relation, objects, adjuncts, _type(clause, obj))


def _completes_object(adjunct: Adjunct, clause: Clause, obj: Word) -> bool:
    """Whether a further argument says what becomes of the object, so that neither says the same alone.

    "made Oslo (worried)", "named him (chairman)", "placed Thomas (on leave)", "stopped them (from leaving)",
    "took them (abroad)", "got them (out)", "beat Lund (6-4, 7-6)", "took ten days (to mend it)".
    """
    head, verb = adjunct.head, clause.verb.lemma
    if head.dep == "npadvmod" and head.i > obj.i and is_score(head.text):
        return True
    if head.i < clause.verb.i or (head.i < obj.i and head.lower != "as"):
        return False
    so_long = verb == "take" and (is_time(obj) or clause.subject.lower == "it")
    if head is clause.complement or (so_long and (is_infinitive(head) or head.dep == "npadvmod")):
        return True
    if (head is clause.second and head.dep in {"oprd", "attr", "acomp"}) or _goes_with(adjunct, clause, obj):
        return True
    if head.dep in {"prep", "dative"} and f"{verb} {head.lower}" in entries("governed_prepositions"):
        dated = adjunct.role is Role.TIME and head.lower != "to"
        return not dated and head.child("pobj", "pcomp") is not None
    if head.dep == "advmod" and not head.left and head.i == obj.subtree()[-1].i + 1:
        placed = verb in entries("placing_verbs") and head.lower in entries("place_adverbs")
        return (placed or head.lower in entries("direction_adverbs")) and obj.subtree()[-1].text != ","
    if head.dep != "prep" or head.lower == "as":
        return False
    if head.lower == "out" and verb in _RATING:  # "called the plan out of bounds"
        return True
    target = prepositional(head).target
    if head.lower in {"from", "into"}:
        return target is not None and is_verbal(target)
    return (
        verb in entries("placing_verbs") and head is _first_preposition(clause, obj) and adjunct.role is not Role.TIME
    )


_RATING = frozenset({"call", "declare", "deem", "consider", "rule", "find", "think"})


def _first_preposition(clause: Clause, obj: Word) -> Word | None:
    return next((w for w in clause.adjuncts if w.dep == "prep" and w.i > obj.i), None)


def _left_out(clause: Clause, obj: Word) -> frozenset[Word]:
    """Branches below the object that are told elsewhere: its complement, and a description's own clauses."""
    out = {w for w in (clause.barrier, clause.complement) if w is not None}
    if obj.dep == "attr" and bearer(obj) is not obj:
        out.update(w for w in obj.right if w.dep == "relcl")
    return frozenset(out)


def _beside(clause: Clause, obj: Word) -> list[Adjunct]:
    """The second object, and what is said of the object: "lent (the farmers) money", "made investors (nervous)"."""
    found = []
    if clause.second is not None:
        named = Role.MEASURE if clause.second.tag == "CD" or clause.second.entity == "MONEY" else Role.ROLE
        role = Role.RECIPIENT if clause.second.dep == "dative" else named  # "saved the firms $5 million"
        joint = clause.second.dep in {"oprd", "acomp"} and not is_nominal(
            clause.second
        )  # "called it misleading and unfair"
        found.append(Adjunct(role, clause.second, phrase(clause.second, whole=joint).full))
    if clause.complement is not None:
        words = clause_phrase(clause.complement, {obj}).full
        role = Role.PURPOSE if is_infinitive(clause.complement) else Role.RESULT
        found.append(Adjunct(role, clause.complement, words))
    return found


def _type(clause: Clause, obj: Word) -> ClauseType:
    if clause.subject.dep == "expl":
        return ClauseType.EXISTENTIAL
    if obj.dep in {"attr", "acomp"}:
        return ClauseType.SVC
    if clause.second is not None:
        return ClauseType.SVOO if clause.second.dep == "dative" else ClauseType.SVOC
    if clause.complement is not None:
        return ClauseType.SVOC
    placed = any(w.dep == "prep" and role_of(w) in _PLACING and w.i > obj.i for w in clause.adjuncts)
    return ClauseType.SVOA if placed and clause.verb.lemma in entries("placing_verbs") else ClauseType.SVO


_PLACING = frozenset({Role.PLACE, Role.DESTINATION, Role.SOURCE})


def _governed_by_adjective(clause: Clause, adjective: Word) -> Prepositional | None:
    """ "is responsible for the plan": the adjective and its preposition belong to the relation."""
    if adjective.dep != "acomp" or adjective.pos != "ADJ" or clause.complement is not None:
        return None
    after = adjective.right[0] if adjective.right else None
    if after is None:
        after = next((w for w in clause.adjuncts if w.lower in _OF_ADJECTIVES and w.i == adjective.i + 1), None)
    if after is None or after.dep != "prep" or after.i != adjective.i + 1:
        return None
    governed = prepositional(after)
    target = governed.target
    return governed if target is not None and target.dep == "pobj" and not is_time(target) else None


def _stranded(clause: Clause, obj: Word) -> Word | None:
    """ "a man she was afraid of", "a firm she owns shares in": what it governs is the antecedent."""
    own = clause.top.child("nsubj", "nsubjpass")
    if clause.top.dep != "relcl" or own is None or is_wh(own):
        return None
    adjective = obj.dep == "acomp" and obj.pos == "ADJ"
    if not adjective and (obj.dep != "dobj" or clause.antecedent is None or clause.antecedent.lower in _NO_PLACES):
        return None
    near = (obj,) if adjective else (obj, clause.verb)
    bare = next((w for a in near for w in a.right if w.i == obj.i + 1 and not (w.left or w.right)), None)
    if bare is None or (bare.dep != "prep" if adjective else bare.lower not in _STRANDED):
        return None
    return bare if prepositional(bare).target is None else None


#: "the only one he owns the rights to", "the way he brought them in".
_NO_PLACES = frozenset({"one", "ones", "time", "way"})
#: Prepositions that may stand behind an object without a noun of their own, and are no particles of a verb.
_STRANDED = frozenset({"at", "for", "from", "in", "into", "of", "to", "with"})


def _is_idiom(clause: Clause, noun: Word) -> bool:
    """ "took place", "were taken care of by an aunt"."""
    passive = clause.verb.child("auxpass") is not None and any(w.i == noun.i + 1 for w in clause.relation)
    return passive or f"{clause.verb.lemma} {noun.lower}" in _IDIOMS


#: Verbs whose bare noun is no thing.
_IDIOMS = frozenset({"catch fire", "give birth", "give way", "make sense", "take effect", "take place", "take shape"})

#: "was too hard on its rivals": they belong to the adjective before them, wherever the parser hangs them.
_OF_ADJECTIVES = frozenset({"of", "on", "about", "to", "against", "toward", "towards"})


def _light(clause: Clause, noun: Word) -> Word | None:
    """The preposition of a relation that a light verb forms with a bare noun: "take part in"."""
    if noun.tag != "NN" or noun.pos == "PRON" or noun.left or noun.i != clause.verb.i + 1:
        return None
    if clause.verb.lemma not in entries("light_verbs"):
        return None
    for word in (*noun.right, *clause.adjuncts):
        if word.dep == "prep" and (word.i == noun.i + 1 or _is_gap(word)) and word.lower != "than":
            below = word.child("pobj")
            return None if below is not None and below.entity in {"DATE", "TIME"} else word
    return None


def _is_gap(preposition: Word) -> bool:
    below = preposition.child("pobj")
    return below is not None and is_wh(below)


def _with_preposition(
    clause: Clause, relation: list[Word], adjuncts: list[Adjunct], prefer: Word | None = None
) -> Predication:
    """Takes a prepositional phrase as the object: "died in Paris"; agents before others, dates never."""
    for head in [*([prefer] if prefer else []), *_openings(clause, adjuncts)]:
        governed = prepositional(head)
        objects = _governed(clause, governed)
        if objects:
            rest = [a for a in adjuncts if a.head is not head]
            if head.lower in {"after", "before"} and (long := head.child("npadvmod")) is not None:
                rest.append(Adjunct(Role.TIME, long, trimmed(long.subtree())))  # "was built (a year) after the fire"
            # A preposition before its verb ("in which Chad took part") cannot follow it in the relation.
            words = [] if head.i < clause.verb.i else [*_how_far(head), *governed.words]
            joined = [a for a in rest if words and is_joined(a, head, clause)]
            words.extend(w for a in joined for w in a.words)
            rest = [a for a in rest if a not in joined]
            behind = [a for a in rest if a.head.i > head.i and _goes_with(a, clause, objects[-1].head)]
            objects = [replace(o, beside=tuple(w for a in behind for w in a.words)) for o in objects]
            return _made([*relation, *words], objects, rest, ClauseType.SVA)
    told = next((a for a in adjuncts if _is_content(a, clause)), None)
    if told is not None:
        words = [w for w in told.words if w.dep != "mark" or w.head is not told.head or w.lower != "for"]
        mark = [w for w in told.words if w not in words]
        objects = [Phrase(told.head, tuple(words), tuple(words))]
        dated = told.role is Role.TIME and told.head.dep == "advcl"
        rest = adjuncts if dated else [a for a in adjuncts if a is not told]
        return _made([*relation, *mark], objects, rest, ClauseType.SVA)
    where = next((a for a in adjuncts if _is_where(a, clause) or _is_in_front(a, clause)), None)
    if where is not None:
        there = Phrase(where.head, where.words, where.words)
        return _made(relation, [there], [a for a in adjuncts if a is not where], ClauseType.SVA)
    far = next((a for a in adjuncts if _reaches(a, clause) or _is_all(a, clause)), None)
    if far is not None:
        whole = Phrase(far.head, far.words, far.words)
        return _made(relation, [whole], [a for a in adjuncts if a is not far], ClauseType.SVA)
    return _made(relation, [], adjuncts, ClauseType.SV)


def _goes_with(adjunct: Adjunct, clause: Clause, obj: Word) -> bool:
    """ "regards it (as a threat)", "is seen by many (as one)", "is the worst (since May)", "did not act (well)"."""
    as_what = adjunct.head.lower == "as" and adjunct.head.dep == "prep" and clause.verb.lemma in entries("as_verbs")
    than = any(w.lower == "than" and w.dep == "mark" for w in adjunct.head.left)  # "more oppose it (than back it)"
    return as_what or than or says_among_what(adjunct, obj) or falls_under_denial(adjunct, clause)


def _is_in_front(a: Adjunct, clause: Clause) -> bool:
    """ "On the wall hangs a map": a map | hangs | on the wall."""
    behind = clause.subject.dep == "nsubj" and clause.subject.i > clause.verb.i
    return behind and a.head.dep == "prep" and a.head.i < clause.verb.i and a.role is not Role.TIME


def _openings(clause: Clause, adjuncts: list[Adjunct]) -> list[Word]:
    """The prepositions whose phrase may be the object, the best one first."""
    heads = [a.head for a in sorted(adjuncts, key=_rank) if a.head.dep in PREPOSITIONAL and a.head.i > clause.verb.i]
    heads = [head for head in heads if not _is_behind_comma(head) and not _is_no_place(head)]
    there = any(_is_where(a, clause) for a in adjuncts)  # "was abroad at the time"
    if len(heads) > 1 or there or clause.verb.lemma not in {*_LASTING, "be", "have"}:
        heads = [head for head in heads if not dates(head) and not is_next(head)]
    if there:
        heads = [head for head in heads if head.child("pcomp") is None]  # "was outside before coming back"
    return heads


def _is_no_place(head: Word) -> bool:
    """ "was saved, but not by the mayor", "will take days depending on the weather", "fell while at work"."""
    denied = any(w.dep == "neg" for w in head.left)
    only = any(w.lower in _ONLY for part in head.left for w in part.subtree())
    doing = head.child("pcomp") if head.lower == "with" else None  # "grew, with the mayor banning cars"
    apart = doing is not None and doing.tag == "VBG" and doing.child("nsubj") is not None
    apart = apart and any(w.text == "," and w.i == head.i - 1 for w in head.head.subtree())
    return apart or head.lower in {"depending", "while"} or (denied and not only)


_ONLY = frozenset({"just", "merely", "only", "simply", "solely"})  # "lies not just in machines, but in rules"


def _is_behind_comma(head: Word) -> bool:
    """ "were sold, compared with ten a week": nobody compared what was sold. "He may leave, with two firms keen".

    After an aside it belongs to the verb all the same: "He spoke, briefly, with her".
    """
    commas = [w.i for w in head.head.right if w.text == "," and w.i < head.i]
    alone = head.lower == "compared" or len(commas) == 1
    return head.lower in {"compared", "with"} and alone and head.i - 1 in commas


def _is_where(adjunct: Adjunct, clause: Clause) -> bool:
    """ "was abroad", "is back online", "is better off": without it, to be says nothing."""
    head = adjunct.head
    if clause.verb.lemma != "be" or head.dep != "advmod":
        return False
    state = adjunct.role is Role.OTHER and head.i > clause.verb.i and (len(adjunct.words) > 1 or head.lower in _STATES)
    return adjunct.role is Role.PLACE or state


def _how(clause: Clause, adjuncts: list[Adjunct]) -> Adjunct | None:
    """What says how it went, right behind a verb that says nothing alone: "went (well)", "remain (at large)".

    Behind any verb if it is denied: "did not play (well)".
    """
    told = clause.verb.lemma in _TOLD_HOW
    near = (a for a in adjuncts if told and a.words[0].i == clause.verb.i + 1 and _is_state(a))
    return next(near, None) or next((a for a in adjuncts if falls_under_denial(a, clause)), None)


_TOLD_HOW = word_class("verbs told how")


_STATES = frozenset({"inside", "offline", "online", "outside"})


def _is_state(adjunct: Adjunct) -> bool:
    head = adjunct.head
    if head.dep == "prep":
        return [w.dep for w in head.children] == ["amod"]
    return head.dep == "advmod" and adjunct.role is not Role.TIME


def _how_far(preposition: Word) -> list[Word]:
    """ "took place two miles off Lorne", "is not far behind Lund", "spread all over Tarn": else it was elsewhere."""
    if preposition.lower in {"after", "before"}:
        return []
    return [w for c in preposition.left if c.dep == "npadvmod" or c.lower in _FAR for w in c.subtree()]


_FAR = frozenset({"all", "close", "far", "halfway", "midway", "way", "well"})


def _reaches(adjunct: Adjunct, clause: Clause) -> bool:
    """ "fell short of its goals"; "Among those who left was Reed", with the verb before its subject."""
    head = adjunct.head
    if head.dep == "prep" and head.i < clause.verb.i < clause.subject.i:
        return clause.verb.lemma == "be" and prepositional(head).target is not None
    if any(w.text == "," and w.i == adjunct.words[0].i - 1 for w in (*clause.verb.right, *head.left)):
        return False  # "would not vote, up from a third"
    after = head.dep == "advmod" and head.i > clause.verb.i and adjunct.role not in {Role.TIME, Role.MANNER}
    return after and any(w.dep == "prep" and w.lower != "than" and w.child("pobj") is not None for w in head.right)


def _is_all(adjunct: Adjunct, clause: Clause) -> bool:
    """ "people living (nearby)", "fled, returning (when it was safe)": all that is told of what somebody did beside."""
    alone = clause.verb.tag == "VBG" and clause.relation == [clause.verb] and adjunct.head.i > clause.verb.i
    return alone and adjunct.head.dep != "prep" and (adjunct.role is not Role.TIME or adjunct.head.dep == "advcl")


def _is_content(adjunct: Adjunct, clause: Clause) -> bool:
    """ "called for him to go", "It comes as prices rise", "is treated as suspicious": the verb alone says nothing."""
    head = adjunct.head
    if head.i < clause.verb.i:
        return False
    if head.dep == "prep":
        return head.lower == "as" and clause.verb.lemma in entries("as_verbs") and len(adjunct.words) > 1
    if head.dep not in {"advcl", "xcomp"}:
        return False
    if clause.verb.lemma in _STRIVING and adjunct.role is Role.PURPOSE and is_infinitive(head):
        return True  # "worked for years to save it"
    if has_mark(head, "for"):
        return is_infinitive(head) and head.child("nsubj", "nsubjpass") is not None
    return clause.verb.lemma in _LASTING and adjunct.role is Role.TIME


_STRIVING = frozenset({"battle", "campaign", "fight", "labour", "move", "push", "race", "rush", "struggle", "work"})
#: When they were is what these tell.
_LASTING = frozenset({"last", "date", "come", "happen", "occur"})


def _governed(clause: Clause, governed: Prepositional) -> list[Phrase]:
    target = governed.target
    if target is None or _is_purpose(target) or (governed.text == "for" and target.lower == "good" and not target.left):
        return []  # "shut down for good"
    if is_wh(target):
        noun = clause.antecedent if clause.top.dep == "relcl" else None
        return [] if noun is None or is_time(noun) else phrases(noun, _out(clause.barrier))
    alone = clause.verb.lemma == "be" and not any(w.dep == "advmod" for w in clause.adjuncts)
    if governed.text in _NEVER_OBJECTS and not (alone and governed.text == "because of"):
        return []
    if governed.text in _JOINT or is_only_together(clause.verb, target):
        return [phrase(target, whole=True)]
    denied = any(w.dep == "neg" for w in clause.relation)
    further = (prepositional(w).target for w in governed.head.right if _goes_on(w, governed.head, denied))
    return [p for t in (target, *filter(None, further)) for p in (_acts(t) if is_verbal(t) else phrases(t))]


def _goes_on(second: Word, first: Word, denied: bool) -> bool:
    """ "came from the mill and from the sale of flour", but not "is not about May but about June"."""
    if second.child("neg") is not None or (denied and any(w.lower == "but" for w in first.right)):
        return False
    return second.dep == "conj" and second.lower == first.lower and not is_alternative(first)


def _acts(verb: Word) -> list[Phrase]:
    """ "was convicted of stealing cars and forging papers": two acts."""
    if is_alternative(verb) or verb.child("nsubj", "nsubjpass") is not None:
        return [clause_phrase(verb)]
    return [clause_phrase(w, [c for c in w.right if c.dep in {"conj", "cc"}]) for w in parts(verb)]


#: What these open is a source, an exception or a concession, and never what a verb is about.
_NEVER_OBJECTS = word_class("openers of circumstances")


#: "between 1973 and 1975" is one stretch.
_JOINT = frozenset({"between", "among", "amongst"})


def _is_purpose(noun: Word) -> bool:
    """The "order" of "in order to"."""
    return noun.lower == "order" and noun.child("acl") is not None and not noun.left


def _out(word: Word | None) -> frozenset[Word]:
    return frozenset() if word is None else frozenset({word})


def _rank(a: Adjunct) -> int:
    """Agents first, times last: "was shown in May by the mayor" is about the mayor."""
    return {Role.AGENT: 0, Role.TIME: 2}.get(a.role, 1)


def _place_or_time(clause: Clause) -> list[Adjunct]:
    """ "the town where he was born", "a deal in which pilots took less": the antecedent is where."""
    if clause.top.dep != "relcl" or clause.antecedent is None:
        return []
    words = phrase(clause.antecedent, _out(clause.barrier)).full
    for word in clause.adjuncts:
        if word.dep == "prep" and _is_gap(word) and (word.i < clause.verb.i or clause.object is not None):
            to_someone = word.lower == "to" and any(w.lower == "whom" for w in word.right)
            role = Role.TIME if is_time(clause.antecedent) else role_of(word)  # "the year in which he died"
            return [Adjunct(Role.RECIPIENT if to_someone else role, clause.antecedent, words)]
    for word in clause.top.left:
        alone = (
            clause.object is None and not is_aside(clause.top) and all(map(is_wh, clause.adjuncts))
        )  # "a firm where he had worked"
        where = word.lower == "where" and (is_place(clause.antecedent) or alone)
        fits = where or (word.lower == "when" and is_time(clause.antecedent))
        bare = all(w.lower in {"a", "an", "the"} for w in clause.antecedent.left) and not is_aside(clause.top)
        if word.lower == "when" and bare and clause.antecedent.lower in {"time", "moment", "point"}:
            return []  # "at a time when prices rise": that says nothing of when
        if word.dep == "advmod" and fits:
            role = Role.PLACE if word.lower == "where" else Role.TIME
            return [Adjunct(role, clause.antecedent, words)]
    return []
