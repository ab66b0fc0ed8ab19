""" "The two", "both", "the two countries": what counts two things spoken of just before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.coreference.pronouns import Form, Pronoun
from extract.coreference.references import Candidate, Choice, Kind, Number, Referent, Role
from extract.english.persons import Gender, Sort, group_noun, person_noun
from extract.syntax.tree import Word

_PAIR_NOUNS = frozenset({"pair", "duo", "couple"})
_DEFINITE = frozenset({"the", "these", "those"})
_SPOUSES = frozenset({"husband", "wife", "spouse", "fiance", "fiancé", "fiancee", "fiancée", "boyfriend", "girlfriend"})
#: What two do to each other, and what one does with another.
_MUTUAL = frozenset({"befriend", "date", "debate", "divorce", "marry", "meet", "wed"})
_WITH_ANOTHER = frozenset({"argue", "clash", "debate", "dine", "live", "meet", "negotiate", "speak", "talk", "work"})
#: How many sentences back one may be called the other's husband.
_MARRIED_FAR = 12
#: How many sentences back the two may stand.
_FAR = 2


def counts_two(head: Word) -> bool:
    """Whether a phrase means two known things: "the two", "both", "both countries", "the two ministers"."""
    both = head.lower == "both"
    before = {w.lower for w in head.left}
    if not (both or head.lower == "two" or head.lower in _PAIR_NOUNS or "both" in before or "two" in before):
        return False
    if any(w.dep in {"prep", "relcl", "acl"} for w in head.right):
        return False
    if both:
        return True
    if head.lower == "two" or head.lower in _PAIR_NOUNS:
        return bool(before & _DEFINITE)
    if head.tag != "NNS" or _sort(head) is None:
        return False
    return "both" in before or ("two" in before and bool(before & _DEFINITE))


def the_two(phrase: Candidate, seen: Sequence[Candidate], here: Sequence[Candidate]) -> tuple[Referent, int] | None:
    """The pair that a phrase means and how many sentences back it stands.

    A coordination of two, else the only two names of one sort in a sentence ("China has one ally, North
    Korea: the two ..."). The words before the phrase in its sentence come first.
    """
    asked = _sort(phrase.head)
    if phrase.head.lower == "couple" and (married := _married(phrase, seen)) is not None:
        return married, 0
    gender = person_noun(phrase.head.lemma.lower()) or Gender.OPEN
    for back in range(_FAR + 1):
        if back == 0:
            near = [c for c in here if c.end <= phrase.start and c.referent is not None]
        else:
            near = sorted(_of_sentence(seen, phrase.sentence - back), key=_start)
        near = [c for c in near if not _is_other(c, gender)]
        found = _coordinated(near, asked) or _only_two(near, asked)
        if found is not None:
            return found, back
    return None


def who_met(asked: Pronoun, choice: Choice | None, seen: Sequence[Candidate]) -> Referent | None:
    """ "Lund met Berg in Oslo. They ...": the two, rather than one of them, who might be chosen otherwise."""
    pair = _who_met(seen, asked.sentence - 1) if asked.form is Form.THEY and asked.quote < 0 else None
    return pair if pair is not None and (choice is None or choice.referent in pair.parts) else None


def _who_met(seen: Sequence[Candidate], sentence: int) -> Referent | None:
    """The two of whom a sentence says that they met, where it speaks of no others."""
    near = [c for c in _of_sentence(seen, sentence) if c.referent is not None]
    mains = {c.head.i: c for c in near if c.role is Role.SUBJECT and c.head.head.is_root}
    one = next(iter(mains.values())) if len(mains) == 1 else None
    met = _whom_one_meets(one.head.head) if one is not None else None
    other = next((c for c in near if c.head is met), None)
    if one is None or other is None or any(c.members or c.number is Number.PLURAL for c in near):
        return None
    parts = tuple(c.referent for c in (one, other) if c.referent is not None and c.referent.named)
    sorts = {part.sort for part in parts} - {Sort.UNKNOWN}
    if len(parts) != 2 or parts[0] is parts[1] or len(sorts) > 1 or not sorts <= {Sort.PERSON, Sort.PLACE, Sort.BODY}:
        return None
    return Referent(sorts.pop() if sorts else Sort.UNKNOWN, Number.PLURAL, parts)


def _whom_one_meets(verb: Word) -> Word | None:
    """The Berg of "Lund met Berg", "Lund met with Berg", "Lund spoke with Berg"."""
    if verb.lemma not in _MUTUAL and verb.lemma not in _WITH_ANOTHER:
        return None
    beside = next((w for w in verb.right if w.dep == "prep" and w.lower == "with"), None)
    if beside is not None:
        return beside.child("pobj")
    return verb.child("dobj") if verb.lemma in _MUTUAL else None


def _married(phrase: Candidate, seen: Sequence[Candidate]) -> Referent | None:
    """ "Lund and her husband, Karl Dorn, left ... The couple": the only two who are."""
    owners = {(c.sentence, c.head.i): c.referent for c in seen}
    found: dict[frozenset[int], tuple[Referent, Referent]] = {}
    for spouse in seen:
        owner = spouse.head.child("poss") if spouse.head.lemma in _SPOUSES else None
        one = owners.get((spouse.sentence, owner.i)) if owner is not None else None
        other = spouse.referent
        if one is None or other is None or phrase.sentence - spouse.sentence > _MARRIED_FAR or one is other:
            continue
        found.setdefault(frozenset((id(one), id(other))), (one, other))
    return Referent(Sort.PERSON, Number.PLURAL, *found.values()) if len(found) == 1 else None


def _is_other(candidate: Candidate, gender: Gender) -> bool:
    """ "The two men": a woman is neither, and no pair with a woman in it is meant."""
    for one in candidate.members or (candidate,):
        known = one.referent.gender if one.referent is not None else Gender.OPEN
        if Gender.OPEN not in (gender, known) and known is not gender:
            return True
    return False


def _start(candidate: Candidate) -> int:
    return candidate.start


def _of_sentence(seen: Sequence[Candidate], sentence: int) -> Iterator[Candidate]:
    for candidate in reversed(seen):
        if candidate.sentence < sentence:
            return
        if candidate.sentence == sentence:
            yield candidate


def _sort(head: Word) -> Sort | None:
    lemma = head.lemma.lower()
    return Sort.PERSON if person_noun(lemma) is not None else group_noun(lemma)


def _coordinated(near: Sequence[Candidate], asked: Sort | None) -> Referent | None:
    pairs = [c for c in near if (len(c.members) == 2 and _suits(c.members, asked)) or _known_pair(c, asked)]
    pairs.sort(key=lambda c: (c.role is not Role.SUBJECT, -c.start))
    return pairs[0].referent if pairs else None


def _known_pair(mention: Candidate, asked: Sort | None) -> bool:
    """ "The two", once known, or "two men"."""
    if mention.referent is None:
        return False
    counted = mention.kind is Kind.NOMINAL and any(w.lower == "two" and w.dep == "nummod" for w in mention.head.left)
    return len(mention.referent.parts) == 2 or (counted and asked in (None, mention.referent.sort))


def _suits(members: Sequence[Candidate], asked: Sort | None) -> bool:
    if any(m.number is Number.PLURAL for m in members):
        return False
    sorts = {m.referent.sort for m in members if m.referent is not None}
    return asked in sorts or (asked is None and all(m.kind is Kind.NAME for m in members))


def _only_two(near: Sequence[Candidate], asked: Sort | None) -> Referent | None:
    """Two names of one sort, and no third, one of them a subject."""
    for sort in (asked,) if asked is not None else (Sort.PERSON, Sort.PLACE, Sort.BODY):
        named: dict[int, Candidate] = {}
        for c in near:
            several = c.referent is not None and c.referent.number is Number.PLURAL
            if c.kind is not Kind.NOMINAL and c.referent is not None and c.referent.sort is sort and not several:
                named.setdefault(id(c.referent), c)
        if len(named) == 2 and any(c.role is Role.SUBJECT for c in named.values()):
            parts = tuple(c.referent for c in named.values() if c.referent is not None)
            return Referent(sort, Number.PLURAL, parts)
    return None
