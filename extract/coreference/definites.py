"""Descriptions that stand for something named or described before: "the company", "the minister", "the report"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from extract.coreference import binding
from extract.coreference.described_persons import IN_FULL, by_ties
from extract.coreference.mentions import AGED, DEFINITE
from extract.coreference.names import country
from extract.coreference.references import POINTING, Candidate, Choice, Kind, Number, Referent, Role, names_in
from extract.english.persons import Gender, Sort, group_noun, person_noun, takes_up
from extract.english.wordlists import entries, pairs, word_class
from extract.syntax.tree import Word
from extract.syntax.words import NOUN_MODIFIERS, NOUN_TAGS

_RESTRICTING = frozenset({"prep", "relcl", "acl", "appos"})
#: What says which one it is: "the bank verdict", "Lund's view", "the image of a man".
_TELLING = frozenset({"compound", "nmod", "poss", "prep"})
_COUNTRIES = frozenset({"country", "nation", "state", "republic"})
#: Nouns that may refer to a recent town, but not to a country or a state.
_TOWNS = frozenset({"city", "town"})
#: Members that their party is named by: "the party" may refer to them.
_PARTIES = frozenset({"conservatives", "democrats", "greens", "liberals", "republicans", "socialists", "tories"})
_PUBLISHERS = frozenset({"agency", "magazine", "newspaper", "paper", "publication", "reporter", "site", "website"})
#: Posts that an acronym stands for: "the company" is none of them.
_POSTS = frozenset({"ceo", "cfo", "coo", "cto", "cio", "cmo", "cso", "evp", "svp", "vp", "mp", "mep", "pm", "da"})
_OFFICES = frozenset({"agency", "department", "ministry", "government", "university"})
_OVERSEERS = frozenset({"authority", "commission", "inspectorate", "ombudsman", "regulator", "watchdog"})
_BUSINESSES = word_class("businesses")
_NO_BUSINESSES = word_class("bodies but no businesses")
#: What its own name calls a body that is one, if it is not an acronym.
_CALLED_SO = word_class("bodies called so")
_GROUPS = frozenset({"group", "organisation", "organization"})
#: What no newspaper and no agency is called.
_NO_PRESS = _BUSINESSES | (_NO_BUSINESSES - {"agency", "journal", "magazine", "newspaper"}) | {"bank", "club"}
#: What any body may be called, whatever else is called so.
_ANY_BODY = _BUSINESSES | _GROUPS | {"agency", "giant", "operator"}
_SOCIETIES = word_class("societies")
_AGENCIES = word_class("kinds of agencies")
_LOWER_RANKS = frozenset({"deputy", "majority", "minority", "vice"})
#: How many sentences back a description may reach, by what it takes up.
_FAR_AWAY, _FAR, _NEAR, _FEW = 30, 12, 6, 3
#: How often, and how much more often than others, the one that an article is about was mentioned.
_OFTEN, _MUCH_MORE = 5, 3


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
    if lemma in _PUBLISHERS and any(w.lower == "this" for w in head.left):
        return None  # "documents seen by this newspaper": the one that prints it
    if _may_be_another(nominal, lemma, seen) or _says_who(head):
        return None
    return _taken_up(nominal, lemma, seen, [c for c in found if _may_be_taken_up_here(nominal, c)])


def _taken_up(nominal: Candidate, lemma: str, seen: Sequence[Candidate], here: Sequence[Candidate]) -> Choice | None:
    """What a description takes up of what is named `here`, before it in its sentence, or was `seen` before."""
    if nominal.sort is Sort.PERSON and (holder := by_ties(nominal, [*seen, *here])) is not None:
        return holder
    described = _by_noun(nominal, lemma, chain(reversed(here), reversed(seen)))
    open_ = lemma in _ANY_BODY and described is not None and _is_open(described.referent)
    if described is not None and not described.referent.named and not open_:
        return described
    if described is not None and (_is_said_again(nominal, described) or _is_kind(lemma, described)):
        return described
    if _modifiers(nominal) and not _is_told_by_trade(nominal, seen):
        return described
    own = _by_sort(nominal, lemma, here, 0)
    last = _by_sort(nominal, lemma, seen, 1)
    if own is not None and last is not None and own.referent is not last.referent:
        is_of_officers = _is_of_an_officer(own.mention) or _has_an_officer(nominal.head)
        return own if is_of_officers or set(own.mention.key) & set(last.mention.key) else None
    return own or last or described or (None if _modifiers(nominal) else _by_sort(nominal, lemma, seen, _FEW))


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
    if nominal.key[0] in _COUNTRIES and known.head.dep in NOUN_MODIFIERS:
        return False  # "U.S. aid may come if the country agrees"
    asks = _is_told(known) or (known.head.dep == "pobj" and known.key[-1] in entries("newspaper_words"))
    return not asks and not binding.disjoint(nominal.head, known.head, possessive=False)


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
    return described.mention.kind is Kind.NAME and group_noun(lemma) is Sort.BODY and lemma not in _ANY_BODY


def _is_said_again(nominal: Candidate, described: Choice) -> bool:
    """ "The group met ... The group voted": the subject of one sentence is called the same in the next."""
    known = described.mention
    if known.kind is not Kind.NOMINAL or not known.definite or nominal.sentence - known.sentence > 2:
        return False
    return known.key == nominal.key and known.role is Role.SUBJECT and nominal.role is Role.SUBJECT


def _by_noun(nominal: Candidate, lemma: str, before: Iterable[Candidate]) -> Choice | None:
    """ "an insurer ... the insurer", "Anna Hale, a teacher ... the teacher", "Minister Hale ... the minister".

    `before` are the references before it, the last one first.
    """
    for known in before:
        back = nominal.sentence - known.sentence
        referent = known.referent
        if back > _FAR_AWAY:
            return None
        if referent is None or lemma not in referent.nouns or known.kind is Kind.PRONOUN or known.members:
            continue
        if back > _FAR and not (known.kind is Kind.NAME and known.key[-1] == lemma):
            continue  # "the Sandor Institute" is the institute all through the article
        if (nominal.number is Number.PLURAL) is not (referent.number is Number.PLURAL):
            continue
        if known.kind is Kind.NAME:
            if any(w.pos == "PROPN" for w in nominal.head.left) or _is_of_another_kind(nominal, referent):
                continue  # "the Houston site" is told from others by a name
            if referent.sort is not Sort.PERSON and any(w.dep == "amod" for w in nominal.head.left):
                continue  # "Arithmetic is the easy part. The hard part is ..."
            return Choice(referent, known, 0.8, "described before")
        if (
            back <= _NEAR
            and not _quantified(known)
            and not _is_measure(known)
            and not _is_said_of_it(known)
            and _ranks(nominal.head) == _ranks(known.head)
            and _modifiers(nominal) <= _modifiers(known)
        ):
            return Choice(referent, known, 0.8 if back < 2 else 0.7, "same noun")
    return None


def _is_only_beside(name: Candidate) -> bool:
    """Whether a name only tells where somebody is from: "Ann Reed of Tarn Bank"."""
    over = name.head.head.head
    return name.role is Role.MODIFIER and name.head.dep == "pobj" and over.pos == "PROPN"


def _may_be_another(nominal: Candidate, lemma: str, seen: Sequence[Candidate]) -> bool:
    """ "The central bank waits," said Reed of Tarn Bank: "the bank" is hardly the one that he is from."""
    near: list[Candidate] = []
    for one in reversed(seen):
        if nominal.sentence - one.sentence > _FAR:
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


def _ranks(head: Word) -> set[str]:
    return {w.lower for part in head.left for w in part.subtree()} & _LOWER_RANKS


def _is_called(head: Word, lemma: str) -> bool:
    """Whether a mention has a noun in it, before a name or as its head."""
    return head.lemma.lower() == lemma or any(w.lemma.lower() == lemma for c in head.left for w in c.subtree())


def _is_of_another_kind(nominal: Candidate, referent: Referent) -> bool:
    """ "The power company Veltra ... The ferry company": one company is not the other."""
    ranked = [_ranks(m.head) for m in referent.mentions if _is_called(m.head, nominal.key[0])]
    if ranked and _ranks(nominal.head) not in ranked:
        return True  # "President Lund" is not the vice president, nor Vice President Berg the president
    kinds = _kinds(nominal.head)
    called = {kind for m in referent.mentions if m.kind is Kind.NAME for kind in _kinds(m.head)} - {nominal.key[0]}
    return referent.sort is not Sort.PERSON and bool(kinds) and bool(called) and kinds.isdisjoint(called)


def _kinds(head: Word) -> set[str]:
    parts = (w for part in head.left if part.dep in ("compound", "nmod") for w in part.subtree())
    return {w.lower for w in parts if w.tag in ("NN", "NNS")}


def _quantified(known: Candidate) -> bool:
    """ "Every country" is not one that "the country" could take up."""
    return any(w.lower in {"every", "each", "any"} for w in known.head.left)


def _is_measure(known: Candidate) -> bool:
    """ "In a matter of weeks" is not what "the matter" takes up."""
    return known.key[:1] == ("matter",) and any(w.lower == "of" and w.dep == "prep" for w in known.head.right)


def _is_said_of_it(known: Candidate) -> bool:
    """ "It was an open-and-shut case": what it was is told, and no case is brought up that "the case" could take up."""
    subject = known.head.head.child("nsubj") if known.head.dep == "attr" else None
    return subject is not None and subject.lower in {"it", "this", "that"} and not known.definite


def _modifiers(nominal: Candidate) -> set[str]:
    return {w.lower for w in nominal.head.left if w.dep in NOUN_MODIFIERS}


def _by_sort(nominal: Candidate, lemma: str, seen: Sequence[Candidate], window: int) -> Choice | None:
    """ "Allvara ... the company": the only body, or the only country, spoken of lately."""
    sort = group_noun(lemma)
    if not (takes_up(lemma) or lemma in _TOWNS) or nominal.number is Number.PLURAL:
        return None
    names = _possible(nominal, lemma, seen, window)
    known = _chief(names) if window and lemma not in _GROUPS else names[0] if len(names) == 1 else None
    if known is None or known.referent is None or (sort is Sort.BODY and " ".join(known.key) in _states()):
        return None  # New York is not "the company"
    if lemma in _GROUPS and (known.entity == "GPE" or (known.head.dep, known.head.head.lower) == ("pobj", "at")):
        return None  # "Lund works at Veltra. Police told the group to wait."
    if sort is not Sort.BODY and lemma not in _TOWNS and not known.referent.sure and _is_beside(known):
        return None
    if _modifiers(nominal) and _is_of_another_kind(nominal, known.referent):
        return None
    if lemma in known.referent.nouns:
        return Choice(known.referent, known, 0.8, "described before")
    return Choice(known.referent, known, 0.7, "only one of its kind")


def _possible(nominal: Candidate, lemma: str, seen: Sequence[Candidate], window: int) -> list[Candidate]:
    """Names that a noun may take up, each of another referent, the last one first."""
    sort, found = group_noun(lemma), dict[int, Candidate]()
    for name in reversed(seen):
        if nominal.sentence - name.sentence > window:
            break
        if name.kind is Kind.NAME and name.referent is not None and _is_one(lemma, sort, name, name.referent):
            found.setdefault(id(name.referent), name)
    names = list(found.values())
    if sort is not Sort.BODY or lemma in _PUBLISHERS - {"agency"}:
        return names
    likely = [n for n in names if not _is_whose_or_where(n, names)]
    acts = len(likely) == len(names) or all(n.entity == "ORG" and n.role in _ACTING for n in likely)
    return likely if acts else []


_ACTING = frozenset({Role.SUBJECT, Role.POSSESSOR})


def _is_told_by_trade(nominal: Candidate, seen: Sequence[Candidate]) -> bool:
    """ "Veltra fell. The drug company", "the Tarn-based company": not "the new company", "the Lund-owned company"."""
    told = [w for w in nominal.head.left if w.dep in NOUN_MODIFIERS]
    if nominal.key[0] not in _BUSINESSES - {"business"} or any(w.lower in c.key for w in told for c in seen):
        return False
    plain = all(w.tag in ("NN", "JJ") and w.text.islower() and w.lower not in _TELLS_APART for w in told)
    if any(w.lower == "based" for w in told):
        return all(w.tag in ("NN", "JJ") or w.lower == "based" for w in told)
    return plain and not any(w.tag in ("JJR", "JJS", "CD", "NNP") for c in told for w in c.subtree())


#: What says that another company is meant than the one that is spoken of.
_TELLS_APART = frozenset(
    {"big", "foreign", "holding", "large", "listed", "local", "many", "new", "old", "other", "own", "parent", "private"}
) | frozenset({"public", "rival", "same", "separate", "shell", "single", "sister", "small", "whole"})


def _is_whose_or_where(name: Candidate, names: Iterable[Candidate]) -> bool:
    """ "Veltra Corp., Tarn, N.J., will pay. The company ...", "Norland's Veltra": neither the place nor the owner."""
    if name.head.dep == "poss" and any(one.head is name.head.head and one.entity == "ORG" for one in names):
        return True
    place = name.entity == "GPE" and name.referent is not None and not name.referent.sure
    key = " ".join(name.key)
    if name.referent is not None and not name.referent.sure and _is_beside(name):
        return True
    return place and (name.head.dep in ("appos", "npadvmod", "nmod") or key in _states() or key in _short_states())


@cache
def _short_states() -> frozenset[str]:
    return frozenset(name.lower() for name in pairs("states"))


def _chief(names: Sequence[Candidate]) -> Candidate | None:
    """The only one, or whom the article is about rather than one that it names beside: "the firm", of Veltra."""
    if len(names) < 2:
        return names[0] if names else None
    first, second = sorted(names, key=_count, reverse=True)[:2]
    return first if _count(first) >= max(_OFTEN, _MUCH_MORE * _count(second)) else None


def _count(name: Candidate) -> int:
    return len(name.referent.mentions) if name.referent is not None else 0


@cache
def _states() -> frozenset[str]:
    return frozenset(name.lower() for name in (*pairs("states").values(), *IN_FULL))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name.lower() for name in entries("agencies"))


def _is_post_beside(word: Word) -> bool:
    """ "Faye Quist, a director of Veltra": no body, though its name may look like a person's."""
    return word.dep == "appos" and person_noun(word.lemma.lower()) is not None


def _is_another(lemma: str, name: Candidate, referent: Referent) -> bool:
    """ "The agency AWP", "the Frey family" and "the University of Selby" are not companies or teams.

    Ohio is not a city, and the city is not that of "Tarn attorney Ada Lund".
    """
    if lemma in _TOWNS:
        noun = name.head
        while noun.dep in NOUN_MODIFIERS and noun.head is not noun:
            noun = noun.head
        return name.entity != "GPE" or noun.entity == "PERSON" or " ".join(name.key) in _states()
    if lemma in referent.nouns:
        return False
    if lemma in _NO_PRESS and (name.key[-1] in entries("newspaper_words") or " ".join(name.key) in _agencies()):
        return True  # "Veltra, Reuters said. The company ..."
    owner = name.head.head.lemma.lower() if name.head.dep == "compound" else ""
    first = name.key[0] if name.key[1:2] in (("of",), ("for",)) else ""
    kinds = {*referent.nouns, owner, first}
    return lemma in _BUSINESSES and not kinds.isdisjoint(_NO_BUSINESSES)


def _is_beside(name: Candidate) -> bool:
    """Where something was, and what it was told: "told supporters in Tampa", "told Radio Tarn that"."""
    place = name.head.dep == "pobj" and name.head.head.lower == "in" and name.entity != "ORG"
    return place or _is_told(name)


def _is_told(name: Candidate) -> bool:
    verb = name.head.head
    return name.head.dep in {"dobj", "dative"} and verb.lemma == "tell" and verb.child("nsubj") is not None


def _may_be_taken_up(kind: str, lemma: str) -> bool:
    """The Republicans, or the Treasury Department, are no company. The Lung Council is a group, police an agency."""
    if lemma == "agency" and kind in _AGENCIES:
        return True
    return group_noun(kind) is not Sort.BODY or takes_up(kind) or (lemma in _GROUPS and kind in _SOCIETIES)


def _is_one(lemma: str, sort: Sort | None, name: Candidate, referent: Referent) -> bool:
    if referent.sort is Sort.PERSON and any(_is_post_beside(w) for w in name.head.right):
        return False
    if referent.sort is not sort and (
        referent.sure or referent.sort is Sort.TIME or referent.gender is not Gender.OPEN
    ):
        return False
    kind = name.key[-1]
    if _is_another(lemma, name, referent):
        return False
    if lemma in _OVERSEERS and lemma not in referent.nouns:
        return False  # no bank is "the regulator"
    if lemma == "party" and name.entity != "NORP" and not name.head.text.isupper() and "party" not in referent.nouns:
        return False  # the House, and no Rust Belt
    if lemma == "team" and (name.head.dep == "pobj" or name.entity != "ORG"):
        return False  # Lund, who teaches at Selby, praised the team: not Selby. Norland sent rescuers; the team came
    if lemma in _CALLED_SO and lemma not in {*referent.nouns, *name.key} and not name.head.text.isupper():
        return False  # "Veltra ... the institute": its name would say so
    if kind in _POSTS or (lemma in _OFFICES and kind in entries("company_words")):
        return False  # Tarn Corp. is no agency
    several = referent.number is Number.PLURAL and not (lemma == "party" and kind in _PARTIES)
    if several or not (kind == lemma or _may_be_taken_up(kind, lemma)):
        return False
    is_country = name.metonym or country(" ".join(name.key)) is not None
    return is_country if lemma in _COUNTRIES else not is_country


def tells(choice: Choice, nominal: Candidate, seen: Sequence[Candidate]) -> bool:
    """Whether the link says more than the words: a name, a pair, or how the thing was brought in ("a report").

    `seen` are the references of the sentences before.
    """
    shown = choice.referent.best(nominal.start)
    if choice.referent.parts or shown is None:
        return bool(choice.referent.parts)
    if shown.kind is Kind.NAME:
        return shown.key != nominal.key
    if _tells_whose(shown, nominal, seen):
        return True
    if shown.definite:
        return nominal.sentence - choice.mention.sentence < 2 and _says_more(shown, nominal)
    told_at_once = shown is choice.mention or choice.rule != "same noun" or not names_in(shown.head)
    return told_at_once and not any(w.lower == "some" for w in shown.head.left)


def _tells_whose(shown: Candidate, nominal: Candidate, seen: Sequence[Candidate]) -> bool:
    """ "The Norland government ... The government said": no other one was spoken of."""
    counted = any(w.tag == "CD" for w in shown.head.left)
    if nominal.number is Number.PLURAL or counted or not _is_alone(nominal.head) or not names_in(shown.head):
        return False
    near = (
        c for c in seen if c.key == nominal.key and c.kind is Kind.NOMINAL and nominal.sentence - c.sentence <= _FAR
    )
    return all(_is_alone(c.head) or names_in(c.head) == names_in(shown.head) for c in near)


def _says_more(shown: Candidate, nominal: Candidate) -> bool:
    """ "The bank case verdict is out. This verdict ...", "the image of a rich man ... that image": which one it is."""
    points = any(w.lower in POINTING for w in nominal.head.left)
    inside = [w for w in shown.head.children if shown.start <= w.start < shown.end]
    return points and any(w.dep in _TELLING for w in inside) and not any(w.tag == "PRP$" for w in inside)


def is_told_apart(nominal: Candidate, choice: Choice, found: list[Candidate]) -> bool:
    """ "The group condemned the civil rights group": a word more tells them apart."""
    if not any(w.dep in ("amod", "compound") for w in nominal.head.left):
        return False
    return any(
        c.key == nominal.key and c.start < nominal.start and c.referent is choice.referent and c.kind is Kind.NOMINAL
        for c in found
    )
