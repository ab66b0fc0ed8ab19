"""Descriptions that stand for something named or described before: "the company", "the minister", "the report"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

from extract.coreference import binding
from extract.coreference.described_persons import by_ties, normal
from extract.coreference.mentions import AGED, DEFINITE
from extract.coreference.only_ones import ANY_BODY, COUNTRIES, PUBLISHERS, by_sort, is_told, is_told_by_seat
from extract.coreference.references import (
    POINTING,
    Candidate,
    Choice,
    Kind,
    Number,
    Referent,
    Role,
    is_described,
    names_in,
)
from extract.coreference.same_nouns import FAR, by_noun, modifiers
from extract.english.persons import Gender, Sort, group_noun, person_noun
from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Word
from extract.syntax.words import CLAUSES, DASHES, NOUN_MODIFIERS, NOUN_TAGS, SUBJECTS, has_subject

_RESTRICTING = frozenset({"prep", "relcl", "acl", "appos"})
#: What says which one it is: "the bank verdict", "Lund's view", "the image of a man".
_TELLING = frozenset({"compound", "nmod", "poss", "prep"})
#: How many sentences back the only one of its kind may be.
_FEW = 3


def describe(nominal: Candidate, seen: Sequence[Candidate], found: Sequence[Candidate] = ()) -> Choice | None:
    """What a definite description stands for, where that is clear.

    One that is restricted by what follows ("the relationship between ...") says itself what it means. `seen` are the
    references of the sentences before, `found` those of its own.
    """
    head = nominal.head
    if not nominal.key or not any(w.lower in DEFINITE for w in head.left):
        return None
    lemma = nominal.key[0]
    if lemma == AGED and not any(w.dep in _RESTRICTING and not _is_apart(w) for w in head.right):
        return _by_age(nominal, seen)
    if nominal.sort is Sort.TIME or any(w.dep in _RESTRICTING and not _is_apart(w) for w in head.right):
        return None
    if lemma in PUBLISHERS and any(w.lower == "this" for w in head.left):
        return None  # "documents seen by this newspaper": the one that prints it
    if _may_be_another(nominal, lemma, seen) or _says_who(head):
        return None
    return _taken_up(nominal, lemma, seen, [c for c in found if _may_be_taken_up_here(nominal, c)])


def _taken_up(nominal: Candidate, lemma: str, seen: Sequence[Candidate], here: Sequence[Candidate]) -> Choice | None:
    """What a description takes up of what is named `here`, before it in its sentence, or was `seen` before."""
    described = by_noun(nominal, lemma, chain(reversed(here), reversed(seen)))
    said_again = described is not None and described.mention.kind is Kind.NOMINAL
    if nominal.sort is Sort.PERSON and not said_again and (holder := by_ties(nominal, [*seen, *here])) is not None:
        return holder
    open_ = lemma in ANY_BODY and described is not None and _is_open(described.referent)
    if described is not None and not described.referent.named and not open_:
        return described
    if described is not None and (_is_said_again(nominal, described) or _is_kind(lemma, described)):
        return described
    if modifiers(nominal) and not is_told_by_seat(nominal):
        return described
    own = by_sort(nominal, lemma, here, 0)
    last = by_sort(nominal, lemma, seen, 1)
    if own is not None and last is not None and own.referent is not last.referent:
        is_of_officers = _is_of_an_officer(own.mention) or _has_an_officer(nominal.head)
        return own if is_of_officers or set(own.mention.key) & set(last.mention.key) else None
    return own or last or described or (None if modifiers(nominal) else by_sort(nominal, lemma, seen, _FEW))


def _is_open(referent: Referent) -> bool:
    """ "The company grew": all that is known of it is that it is one."""
    return not referent.parts and all(m.definite and _is_alone(m.head) for m in referent.mentions if m.kind in _NOUNS)


_NOUNS = frozenset({Kind.NAME, Kind.NOMINAL})


def _is_alone(noun: Word) -> bool:
    return [w.lower for w in noun.left] == ["the"] and not any(w.dep in _RESTRICTING for w in noun.right)


def _may_be_taken_up_here(nominal: Candidate, known: Candidate) -> bool:
    """ "Veltra said the company would pay": whoever is named before in the sentence and does nothing to it."""
    if known.kind is not Kind.NAME or known.referent is None or known.end > nominal.start:
        return False
    if nominal.key[0] in COUNTRIES and known.head.dep in NOUN_MODIFIERS:
        return False  # "U.S. aid may come if the country agrees"
    if known.head.dep in SUBJECTS and known.head.head in _clause_of(nominal.head):
        return False  # "Referee Lund met the assistant referee"
    asks = is_told(known) or (known.head.dep == "pobj" and known.key[-1] in entries("newspaper_words"))
    return not asks and not binding.disjoint(nominal.head, known.head, possessive=False)


def _clause_of(noun: Word) -> list[Word]:
    """The verbs of a noun's clause: its own, and those on which it depends without a subject of its own."""
    verbs = list[Word]()
    for word in noun.ancestors():
        if word.pos in {"VERB", "AUX"}:
            verbs.append(word)
            if word.dep not in {"advcl", "conj", "pcomp", "xcomp"} or has_subject(word):
                break
    return verbs


def _is_of_an_officer(name: Candidate) -> bool:
    """Orvia fell. A Veltra director left the company: Veltra."""
    head, behind = name.head.head, name.head.i + 1
    modifies = name.head.dep in {"poss", *NOUN_MODIFIERS}
    return modifies and any(w.i >= behind and w.lemma.lower() in _OFFICERS for w in (head, *head.left))


def _has_an_officer(body: Word) -> bool:
    """ "The law is bad for Facebook," the company's security director said."""
    return body.dep == "poss" and body.head.lemma.lower() in _OFFICERS


_OFFICERS = word_class("officers")


def _is_apart(clause: Word) -> bool:
    """The Dutchman, who has won two titles, said so: the clause does not tell which one.

    Nor does what "the governor, a Republican" is.
    """
    if clause.dep == "appos":
        return clause.tag in NOUN_TAGS and any(w.lower in {"a", "an"} for w in clause.left)
    return clause.dep == "relcl" and any(w.text == "," and w.i < clause.i for w in clause.head.right)


def _by_age(nominal: Candidate, seen: Sequence[Candidate]) -> Choice | None:
    """ "Lund fell. The 34-year-old broke an arm": the only person of the sentence before, else its subject."""
    before = [c for c in seen if c.sentence == nominal.sentence - 1 and c.quote < 0 and not c.members]
    single = [c for c in before if c.role is not Role.PREDICATE and _may_be_called(nominal, c)]
    named = [c for c in single if c.referent is not None and c.referent.named] or single
    found = {id(c.referent): c for c in named}
    chosen = list(found.values()) if len(found) == 1 else [] if _names_before(nominal) else _main_subjects(named)
    if len(chosen) != 1 or chosen[0].referent is None or chosen[0].role is Role.MODIFIER:
        return None
    return Choice(chosen[0].referent, chosen[0], 0.75 if len(found) == 1 else 0.7, "the only person")


def _may_be_called(nominal: Candidate, known: Candidate) -> bool:
    """Whether somebody may be the one whom an age or a nation stands for."""
    who = known.referent
    if who is None or who.sort is not Sort.PERSON or who.number is Number.PLURAL:
        return False
    named = known.kind is Kind.NAME and known.entity == "PERSON" and not known.definite and _is_main(known)
    agrees = Gender.OPEN in (nominal.gender, who.gender) or nominal.gender is who.gender
    return agrees and (who.sure or who.gender is not Gender.OPEN or named)


def _names_before(nominal: Candidate) -> bool:
    """ "Though it was hard for Lund, the 42-year-old smiled": whoever the sentence before is about, it may be Lund."""
    top = nominal.head.root
    return any(w.entity == "PERSON" and w.i < nominal.head.i for w in top.subtree())


def _main_subjects(known: Sequence[Candidate]) -> list[Candidate]:
    """ "Lund said the keeper had moved. The Spaniard was angry": Lund, whom the sentence is about."""
    return [c for c in known if _is_main(c)]


def _is_main(known: Candidate) -> bool:
    return known.role is Role.SUBJECT and (known.head.head.is_root or known.head.dep == "appos")


def _is_kind(lemma: str, described: Choice) -> bool:
    """ "the Lorne Institute ... Veltra ... The institute": what is called one, and no other body named since."""
    return described.mention.kind is Kind.NAME and group_noun(lemma) is Sort.BODY and lemma not in ANY_BODY


def _is_said_again(nominal: Candidate, described: Choice) -> bool:
    """ "The group met ... The group voted": the subject of one sentence is called the same in the next."""
    known = described.mention
    if known.kind is not Kind.NOMINAL or not known.definite or nominal.sentence - known.sentence > 2:
        return False
    return known.key == nominal.key and known.role is Role.SUBJECT and nominal.role is Role.SUBJECT


def _is_only_beside(name: Candidate) -> bool:
    """Whether a name only tells where somebody is from: "Ann Reed of Tarn Bank"."""
    over = name.head.head.head
    return name.role is Role.MODIFIER and name.head.dep == "pobj" and over.pos == "PROPN"


def _may_be_another(nominal: Candidate, lemma: str, seen: Sequence[Candidate]) -> bool:
    """ "The central bank waits," said Reed of Tarn Bank: "the bank" is hardly the one that he is from."""
    near: list[Candidate] = []
    for one in reversed(seen):
        if nominal.sentence - one.sentence > FAR:
            break
        if one.key and one.key[-1] == lemma:
            near.append(one)
    named = [c for c in near if c.kind is Kind.NAME and c.referent is not None]
    if not named or not all(_is_only_beside(c) for c in named):
        return False
    return any(c.key == (lemma,) and c.definite and not c.referent.named for c in near if c.referent is not None)


def _says_who(noun: Word) -> bool:
    """ "Ann Berg of Tarn, the Liberal leader": whom it stands beside is told."""
    return noun.dep == "appos" and noun.head.pos == "PROPN" and person_noun(noun.lemma.lower()) is not None


def tells(choice: Choice, nominal: Candidate, seen: Sequence[Candidate], found: Sequence[Candidate]) -> bool:
    """Whether the link says more than the words: a name, a pair, or how the thing was brought in ("a report").

    `seen` are the references of the sentences before, `found` those of its own.
    """
    shown = choice.referent.best(nominal.start)
    if choice.referent.parts or shown is None:
        return bool(choice.referent.parts)
    inside = [w for w in shown.head.subtree() if shown.start <= w.start < shown.end]
    if any(w.text in DASHES and before.end < w.start for before, w in pairwise(inside)):
        return False  # no "the net - through two firms"
    if shown.kind is Kind.NAME:
        return shown.key != nominal.key
    if _tells_whose(shown, nominal, seen, found):
        return True
    if shown.definite:
        at_once = nominal.sentence - choice.mention.sentence < 2 and _says_more(shown, nominal)
        return at_once or (choice.rule == "same noun" and _is_shorter(nominal, shown))
    is_later = shown is not choice.mention and shown.key == nominal.key and choice.rule == "same noun"
    if is_later and not (is_described(shown) and (_points(nominal) or not names_in(shown.head))):
        return False  # "a plan ... The plan ... The plan": nothing more is told of it
    return not any(w.lower == "some" for w in shown.head.left)


def _is_shorter(nominal: Candidate, shown: Candidate) -> bool:
    """ "The tax deal passed. The deal ...": not "the large deal"."""
    told = is_described(shown) and shown.head.child("compound", "nmod") is not None
    return told and _is_alone(nominal.head) and not names_in(shown.head)


def _tells_whose(shown: Candidate, nominal: Candidate, seen: Sequence[Candidate], found: Sequence[Candidate]) -> bool:
    """ "The Norland government ... The government said": no other one was spoken of."""
    counted = any(w.tag == "CD" for w in shown.head.left)
    if nominal.number is Number.PLURAL or counted or not _is_alone(nominal.head) or not names_in(shown.head):
        return False
    if _may_be_of_another(nominal.head, shown.head, found):
        return False
    near = (c for c in seen if c.key == nominal.key and c.kind is Kind.NOMINAL and nominal.sentence - c.sentence <= FAR)
    return all(_is_alone(c.head) or names_in(c.head) == names_in(shown.head) for c in near)


def _may_be_of_another(noun: Word, told: Word, found: Sequence[Candidate]) -> bool:
    """ "The Norland government met. In Sunda the government ...", "The Veltra board met. Orvia said the board ..."."""
    names = names_in(told)
    owners = [w for w in told.subtree() if w.lower in names]
    same, kinds = {normal(w) for w in owners}, {w.entity for w in owners}
    clause = next(w for w in (noun, *noun.ancestors()) if w.is_root or w.dep in _APART)
    inside = [w for w in clause.subtree(lambda w: w.dep in _APART) if normal(w) not in same]
    if not kinds.isdisjoint(_PLACES) and any(w.entity in _PLACES for w in inside):
        return True
    acting = (c for c in found if c.kind is Kind.NAME and c.role is Role.SUBJECT)
    bodies = {c.head for c in acting if c.referent is not None and c.referent.sort is Sort.BODY}
    return "ORG" in kinds and not bodies.isdisjoint(inside)


_PLACES = frozenset({"GPE", "LOC", "NORP"})
_APART = CLAUSES - {"ccomp"}


def _says_more(shown: Candidate, nominal: Candidate) -> bool:
    """ "The bank case verdict is out. This verdict ...", "the image of a rich man ... that image": which one it is."""
    inside = [w for w in shown.head.children if shown.start <= w.start < shown.end]
    return _points(nominal) and any(w.dep in _TELLING for w in inside) and not any(w.tag == "PRP$" for w in inside)


def _points(nominal: Candidate) -> bool:
    return any(w.lower in POINTING for w in nominal.head.left)


def is_told_apart(nominal: Candidate, choice: Choice, found: list[Candidate]) -> bool:
    """ "The group condemned the civil rights group": a word more tells them apart."""
    if not any(w.dep in ("amod", "compound") for w in nominal.head.left):
        return False
    return any(
        c.key == nominal.key and c.start < nominal.start and c.referent is choice.referent and c.kind is Kind.NOMINAL
        for c in found
    )
