"""Who is accused of what, and who denies it: "Marlow accused Trevin of rigging the vote" / "Trevin denied the claims".

What makes a question of these is the one who is accused, by his last name. Whether an accusation and a denial are about
the same is told by stems of their words (see `db.statements.kinds.accusation`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from db.statements.meaning import UNINVOLVED, Clause
from db.statements.normal_form import Dispute, Row
from db.statements.terms import Term
from extract.english.forms import Identity, NounPhrase
from extract.english.wordlists import word_class

ACCUSING = word_class("accusing verbs")
_ALLEGING = word_class("alleging verbs")
_DENYING = word_class("denying verbs")
_DISPUTING = _ALLEGING | _DENYING
#: What a witness tells of somebody need be no wrong.
_TESTIFY = "testify"
_TELLING, _WRONGING = word_class("verbs of telling wrongs"), word_class("verbs for wrongs")
_ACCUSATIONS = word_class("nouns for accusations")
_TOLD = word_class("nouns for what is told of somebody")
_CALLING = word_class("calling verbs")
_DOING = frozenset({"do", "commit", "break", "violate", "have"})
_TAKING_PART = frozenset({"have", "play", "take", "involve"})
_GIVING = frozenset({"give", "provide", "make", "file", "submit"})
_WRONGS, _PARTS = word_class("nouns for wrongs"), word_class("nouns for a part in it")
_FALSE = word_class("words for false")
#: What breaks the law if it is false, and the stem that says so of what somebody did.
_SWORN, BREACH = frozenset({"affidavit", "evidence", "oath", "testimony"}), "law"
_UNTRUE = frozenset({"false", "misleading", "untrue"})
#: "Threatened to withhold aid", "conspired to rig the vote": a wrong, whatever is done, but for what anybody may do.
_PLOTTING = re.compile(
    r"(?:(?:had|has|have|also|repeatedly) )*(?:conspir|plott?|threaten)(?:e|ed|es|s|ing)? to "
    r"(?!(?:appeal|boycott|leave|protest|quit|resign|retire|step|strike|sue|veto|walk)\b)"
)
#: Moods of what nobody is said to have done.
_UNDONE = frozenset({"condition", "consequence", "hypothesis", "imperative", "question"})
#: Words that say nothing of what somebody is accused of.
_EMPTY = (
    _ACCUSATIONS
    | word_class("pronouns")
    | word_class("prepositions")
    | word_class("forms of be")
    | word_class("definite words")
    | word_class("indefinite words")
    | word_class("states")
    | word_class("calendar")
    | {"and", "not", "had", "has", "that"}
)
#: A word that is no name: names are of much.
_LOWER = re.compile(r"(?<![\w-])[a-z][a-z-]+")
SUFFIXES = word_class("suffixes of names") | {"mr", "mrs", "ms", "dr"}
#: How what somebody is accused of follows: "of rigging the vote", "for the flood", "with fraud".
_OF = ("of ", "for ", "with ", "over ")
_BEHIND = re.compile(r"^.*? (?=(?:of|for|with|over) )")
_LONGEST_STEM, _LONGEST_NAME = 5, 5
#: "Trevin denied rigging the vote".
DENIED_DOING = re.compile(r"(?:(?:has|have|had|also|repeatedly|again|always) )*den(?:y|ies|ied|ying) ")
#: What stands for an accusation told just before: "Trevin denied it".
STANDING_FOR = frozenset({"it", "that", "them", "these", "this"})
_ONLY = re.compile(r"\W*(?:the )?only\b")


def may_dispute(row: Row, said: Sequence[Row]) -> bool:
    """Whether an act of saying may be one that accuses or denies. `said` are the claims that it says."""
    name = row.relation.normal
    return name in _DISPUTING or name == _TESTIFY or (name in _TELLING and any(map(_does_wrong, said)))


def is_of_it(row: Row) -> bool:
    """ "Trevin denied it"."""
    return row.relation.normal in _DENYING and row.told.lower() in STANDING_FOR


def _does_wrong(row: Row) -> bool:
    """ "Trevin threatened a clerk", "Trevin threatened to close the mill". Not: "Trevin threatened to resign"."""
    if row.polarity == "negative" or row.mood in _UNDONE:
        return False
    done = row.modality == "certain" and row.relation.normal in _WRONGING and not row.relation.passive
    return done or _PLOTTING.match(row.acting.lower()) is not None


def dispute(clause: Clause, said: Sequence[Row]) -> Dispute | None:
    """What a clause accuses somebody of, or denies; or what it says to be the only one, or not. `said` are the claims
    whose saying it is."""
    found = _sole(clause) or _denial(clause) or _deed(clause)
    if found or clause.row.polarity == "negative" or clause.row.modality != "certain":
        return found
    return _accusation(clause, said) or _answer(clause, said)


def _denial(clause: Clause) -> Dispute | None:
    """What somebody denies to have done: "Trevin denied rigging the vote"."""
    row = clause.row
    if row.polarity != "negative" or clause.verb.passive or not DENIED_DOING.match(row.acting.lower()):
        return None
    return _dispute("denied", _whom(clause.subject), _stems([row], [row.told.lower()]))


def _deed(clause: Clause) -> Dispute | None:
    """What wrong somebody did or did not: who says so and who denies it are of one statement."""
    name = clause.verb.normal
    if name in _DOING | _TAKING_PART and _is_wrong(clause):
        return _dispute("clean", _whom(clause.subject), _part(clause))
    if clause.object and name in _GIVING and _gives_false(clause):
        offence = {BREACH} if clause.object.phrase.head in _SWORN else set()
        return _dispute("clean", _whom(clause.subject), _about(clause.object) | offence)
    return None


def _accusation(clause: Clause, said: Sequence[Row]) -> Dispute | None:
    """What somebody accuses another of, or what a witness tells of him."""
    name, thing = clause.verb.normal, clause.object
    if name in ACCUSING:
        of = clause.subject if clause.verb.passive else thing
        about = _stems((), [*_of(clause), *(() if of is thing else _texts(thing))])
        return _dispute("accused", _whom(of), set(about) - set(_stems((), _texts(clause.agent))))
    if name == _TESTIFY:
        return _dispute("told", _actor(clause, said), _stems(said, _told(said)))
    accusing = _accusing(clause, said)
    return _dispute("accused", _actor(clause, accusing), _stems(accusing, ())) if accusing else None


def _answer(clause: Clause, said: Sequence[Row]) -> Dispute | None:
    """Who denies what: "Trevin denied the claims", "the claims are false", "Trevin called the claims a smear"."""
    row, name, thing = clause.row, clause.verb.normal, clause.object
    if name in _DENYING and not clause.verb.passive and (said or _is_accusation(thing) or is_of_it(row)):
        denied = set(_stems(said, [*_texts(thing), *_told(said), *_distorted(clause)]))
        if not denied and thing and thing.phrase.indefinite:  # "a claim that Trevin disputes" is one of its sentence
            return None
        return _dispute("denied", clause.referents.holder(clause.subject.phrase) or _whom(clause.subject), denied)
    if name == "be" and thing and _is_false(thing) and _is_told(clause.subject):
        return _dispute("denied", _source(row), _about(clause.subject))
    if name in _CALLING and not clause.verb.passive and thing and _is_told(thing) and _is_called_false(row):
        return _dispute("denied", _whom(clause.subject), _about(thing))
    return None


def _accusing(clause: Clause, said: Sequence[Row]) -> Sequence[Row]:
    """The claims by which a saying accuses: "alleged that Trevin knew", "said that Trevin threatened a clerk"."""
    if clause.verb.normal in _ALLEGING:
        return said
    if clause.verb.normal not in _TELLING:
        return ()
    holder = clause.referents.holder
    return [one for one in said if _does_wrong(one) and (one.subject_who or one.subject.name or holder(one.subject))]


def _sole(clause: Clause) -> Dispute | None:
    """What is said to be the only one of its kind, or not to be: "the only town with a lift"."""
    one, thing = clause.subject, clause.object
    if clause.verb.normal != "be" or thing is None or not one.identified or clause.row.modality != "certain":
        return None
    if not _ONLY.match(clause.row.told.lower()):
        return None
    stems = set(_stems((), [clause.row.told.lower()])) - {stem(thing.phrase.head), "only"}
    return Dispute(f"only {one.key} {thing.phrase.head}", "sole", one.key, " ".join(sorted(stems)))


def _is_false(found: Term) -> bool:
    """ "False", "100 percent false", "complete and utter lies"."""
    words = found.phrase.quality.split()
    return found.phrase.head in _FALSE or bool(words and words[-1] in _FALSE)


def _is_called_false(row: Row) -> bool:
    """Whether the words of an object end in one for false: "called the report an outrageous distortion"."""
    return not _FALSE.isdisjoint(re.findall(r"[a-z]+", row.told.lower()))


def _is_told(found: Term) -> bool:
    return found.phrase.head in _ACCUSATIONS or found.phrase.head in _TOLD


def _about(found: Term) -> set[str]:
    return set(_stems((), _texts(found))) - {stem(found.phrase.head)}


def _part(clause: Clause) -> set[str]:
    """What somebody has a part in: "no knowledge of the offer", "nothing to do with the offer"."""
    if clause.verb.normal not in _TAKING_PART:
        return set()
    told = [UNINVOLVED.sub("", clause.row.told).lower(), *(one.text.lower() for one in clause.adjuncts)]
    return set(_stems((), told)) - set(map(stem, _PARTS))


def _is_wrong(clause: Clause) -> bool:
    """ "Did nothing wrong", "broke no law", "had no part in it", "had nothing to do with it", "was not involved"."""
    thing = clause.object
    if clause.verb.normal == "involve" or (clause.verb.normal == "have" and UNINVOLVED.match(clause.row.told)):
        return clause.verb.passive or clause.verb.normal == "have"
    words = {*thing.phrase.words, thing.phrase.head} if thing is not None and not thing.identified else set()
    return not words.isdisjoint(_PARTS if clause.verb.normal in _TAKING_PART else _WRONGS)


def _gives_false(clause: Clause) -> bool:
    """ "Gave false or misleading information", "made no false statement"."""
    thing = clause.object
    words = set(" ".join(thing.phrase.words).split()) if thing is not None and not thing.identified else set()
    return not words.isdisjoint(_UNTRUE)


def _is_accusation(found: Term | None) -> bool:
    return found is not None and found.phrase.head in _ACCUSATIONS


def _actor(clause: Clause, said: Sequence[Row]) -> str | None:
    """Who does what is alleged, if he is another than who alleges it: not of "Trevin and his lawyer claim that Trevin
    knew"."""
    own, holder = _whom(clause.subject), clause.referents.holder
    acting = [one for one in said if not one.relation.passive and one.relation.normal != "be"]
    speaking = {word for one in acting for word in re.findall(r"[\w-]+", _speaker(one).lower())}
    found = (one.subject_who or holder(one.subject) or _named(one.subject) for one in acting)
    return next((whom for whom in found if whom and whom != own and whom.split()[-1] not in speaking), None)


def _dispute(side: str, whom: str | None, about: Iterable[str]) -> Dispute | None:
    words = [word for word in (whom or "").split() if word not in SUFFIXES]
    stems = set(about) - set(map(stem, words))
    return Dispute(words[-1], side, " ".join(words), " ".join(sorted(stems))) if words else None


def _whom(found: Term | None) -> str | None:
    """The name of whom an argument is, or whose: "Trevin", "Trevin's lawyer", "a spokesman for Trevin"."""
    if found is None or found.identity is Identity.NOTHING or len(found.phrase.normal.split()) > _LONGEST_NAME:
        return None
    return found.key if found.identity is Identity.NAME else _named(found.phrase)


def _named(phrase: NounPhrase) -> str | None:
    return phrase.name or next(iter(phrase.anchors), None)


def _source(row: Row) -> str | None:
    """The last one to whom it is attributed, by the name that is known."""
    names = re.findall(r"[A-Z][\w-]+", _speaker(row))
    return names[-1].lower() if names else None


def _speaker(row: Row) -> str:
    """The same in words."""
    steps = json.loads(row.attribution) if row.attribution else []
    return (steps[-1]["resolved"] or (steps[-1]["source"] or {}).get("text") or "") if steps else ""


def _told(said: Sequence[Row]) -> Iterator[str]:
    """The words of what is said to have been done: "to stop investigating", of "asked Brandt to stop investigating"."""
    yield from (word for row in said for word in _LOWER.findall(row.told))


def _distorted(clause: Clause) -> Iterator[str]:
    """What is said to be told wrongly: "disputed the report as a distortion of his service"."""
    for one in clause.adjuncts:
        called, _, of = one.text.lower().partition(" of ")
        if called.startswith("as ") and not _FALSE.isdisjoint(re.findall(r"[a-z]+", called)):
            yield of


def _of(clause: Clause) -> Iterator[str]:
    """What an accusation says that somebody did: words behind the first "of" of its object, or in adjuncts."""
    behind = _BEHIND.match(clause.row.told.lower())
    if behind and not clause.verb.passive:
        yield behind.string[behind.end() :]
    yield from (one.text.lower() for one in clause.adjuncts if one.text.lower().startswith(_OF))


def _texts(found: Term | None) -> Iterator[str]:
    if found is not None:
        phrase = found.phrase
        yield from (*phrase.words, *phrase.anchors, phrase.normal.replace("~", " "))


def stem(word: str) -> str:
    return word[:_LONGEST_STEM]


def _stems(said: Sequence[Row], texts: Iterable[str]) -> Iterator[str]:
    """Stems of the words that say what it is about."""
    told = list(texts)
    for row in said:
        told.append(row.relation.normal)
        for phrase in (row.subject, row.object):
            told += [*phrase.words, *phrase.anchors] if phrase else []
    for word in re.findall(r"[a-z][a-z-]{2,}", " ".join(told)):
        if word not in _EMPTY and word.removesuffix("s") not in _EMPTY:
            yield stem(word)
