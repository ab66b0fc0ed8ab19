"""Whom a third-person pronoun stands for: candidates that agree and that syntax allows, ranked by salience.

The features are those of Lappin & Leass (1994) and of Centering (Grosz, Joshi & Weinstein 1995): role,
parallelism, recency, mention count; each has one weight. Below a threshold a pronoun is left open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import exp, log2

from extract import binding
from extract.mentions import Candidate, Kind, Number, Role, role_of
from extract.persons import Gender, Sort
from extract.referents import Referent
from extract.tree import Tree, Word


class Form(StrEnum):
    HE = "he"
    SHE = "she"
    IT = "it"
    THEY = "they"


FORMS = {
    "he": Form.HE, "him": Form.HE, "his": Form.HE, "himself": Form.HE,
    "she": Form.SHE, "her": Form.SHE, "hers": Form.SHE, "herself": Form.SHE,
    "it": Form.IT, "its": Form.IT, "itself": Form.IT,
    "they": Form.THEY, "them": Form.THEY, "their": Form.THEY, "theirs": Form.THEY, "themselves": Form.THEY,
}  # fmt: skip
_GENDER = {Form.HE: Gender.MALE, Form.SHE: Gender.FEMALE}

#: What each fact about a candidate mention adds to its score.
WEIGHTS = {
    "sentence": -0.9,  # for each sentence back
    "subject": 1.0,
    "object": 0.5,
    "oblique": 0.3,
    "possessor": 0.4,
    "modifier": -0.3,
    "predicate": -0.3,
    "top": 0.3,
    "main": 0.3,  # subject of the main clause
    "parallel": 0.5,
    "name": 0.4,
    "definite": 0.2,
    "count": 0.3,  # for each doubling of mentions
    "chain": 0.6,  # the mention is itself a pronoun of this form
    "gender": 0.8,  # known to agree
    "own clause": 0.6,  # a possessive's own subject
    "distance": -0.03,  # for each word between, within the sentence
    "speaker": -3.0,  # the pronoun stands in this one's speech
    "other speech": -0.6,  # one is quoted and the other is not
    "ahead": -1.0,  # cataphora
    "unsure person": -0.8,
    "misfit": -2.0,  # the entity recogniser says it is something else
    "place they": -1.0,
    "body they": -0.3,
    "time": -1.5,
    "no agent": -1.5,  # a thing does not say or want
    "body": 0.4,
}
THRESHOLD = {Form.HE: 0.0, Form.SHE: 0.0, Form.IT: 0.6, Form.THEY: 0.4}
WINDOW = {Form.HE: 6, Form.SHE: 6, Form.IT: 3, Form.THEY: 4}
_ROLE_WEIGHT = {
    Role.SUBJECT: "subject", Role.OBJECT: "object", Role.DATIVE: "object", Role.OBLIQUE: "oblique",
    Role.POSSESSOR: "possessor", Role.MODIFIER: "modifier", Role.PREDICATE: "predicate", Role.TOP: "top",
}  # fmt: skip
_MINDED = frozenset(
    ["say", "add", "tell", "announce", "claim", "argue", "insist", "warn", "believe", "think", "hope", "want", "plan", "decide", "agree", "deny", "admit", "state", "declare", "promise", "refuse", "urge", "demand", "ask", "call", "explain", "know", "expect", "fear", "intend", "try"]
)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun with what its place asks of an antecedent."""

    word: Word
    form: Form
    possessive: bool
    reflexive: bool
    role: Role
    sentence: int
    quote: int
    minded: bool
    own_subject: Word | None


@dataclass(frozen=True, slots=True)
class Choice:
    referent: Referent
    mention: Candidate
    confidence: float
    rule: str


def pronoun(word: Word, tree: Tree, quote: int) -> Pronoun:
    possessive = word.dep == "poss" or word.tag == "PRP$"
    role = role_of(word)
    verb = binding.clause(word)
    minded = role is Role.SUBJECT and word.head.lemma in _MINDED
    return Pronoun(
        word, FORMS[word.lower], possessive, word.lower.endswith(("self", "selves")), role, tree.position, quote,
        minded, binding.subject(verb) if possessive else None,
    )  # fmt: skip


def agrees(asked: Pronoun, mention: Candidate) -> bool:
    """Number, gender and animacy."""
    referent = mention.referent
    assert referent is not None
    if asked.form is Form.THEY:
        return _takes_they(mention, referent)
    if referent.number is Number.PLURAL or mention.members:
        return False
    if asked.form is Form.IT:
        return referent.sort is not Sort.PERSON
    gender = _GENDER[asked.form]
    if referent.gender is not Gender.OPEN and referent.gender is not gender:
        return False
    if referent.sort is Sort.PERSON:
        return True
    return mention.kind is not Kind.NOMINAL and referent.sort is not Sort.TIME and len(mention.key) < 4


def _takes_they(mention: Candidate, referent: Referent) -> bool:
    if mention.members or referent.number is not Number.SINGULAR:
        return True
    return referent.sort in (Sort.BODY, Sort.PLACE)


def choose(asked: Pronoun, mentions: Iterable[Candidate], speakers: dict[int, Referent]) -> Choice | None:
    """The best referent for a pronoun, or None where nothing is good enough.

    `mentions` are candidate mentions, pronouns already resolved among them; `speakers` the referents that
    speak the quotations, by the quotation's number.
    """
    scores: dict[int, tuple[float, Candidate]] = {}
    for mention in mentions:
        referent = mention.referent
        if referent is None or not agrees(asked, mention) or _ruled_out(asked, mention):
            continue
        score = _score(asked, mention, referent, speakers)
        held = scores.get(id(referent))
        if held is None or score > held[0]:
            scores[id(referent)] = (score, mention)
    if not scores:
        return None
    ranked = sorted(scores.values(), key=lambda s: (-s[0], -s[1].start))
    best, mention = ranked[0]
    if best < THRESHOLD[asked.form]:
        return None
    margin = best - ranked[1][0] if len(ranked) > 1 else 2.0
    confidence = 1 / (1 + exp(-(margin + 0.4 * best)))
    assert mention.referent is not None
    return Choice(mention.referent, mention, confidence, "salience")


def _ruled_out(asked: Pronoun, mention: Candidate) -> bool:
    if mention.sentence != asked.sentence:
        return False
    if mention.members:
        return any(
            binding.within(asked.word, m.head) and m.head.i >= asked.word.head.i for m in mention.members
        ) or any(binding.excluded(asked.word, m.head, possessive=asked.possessive) for m in mention.members[:1])
    return binding.excluded(asked.word, mention.head, possessive=asked.possessive)


def _score(asked: Pronoun, mention: Candidate, referent: Referent, speakers: dict[int, Referent]) -> float:
    w = WEIGHTS
    back = asked.sentence - mention.sentence
    score = w["sentence"] * back + w[_ROLE_WEIGHT[mention.role]]
    if mention.role is Role.SUBJECT and mention.head.head.is_root:
        score += w["main"]
    if mention.role is asked.role:
        score += w["parallel"]
    if back == 0:
        score += w["distance"] * abs(asked.word.i - mention.head.i)
        if mention.start > asked.word.start:
            score += w["ahead"]
        if asked.own_subject is mention.head:
            score += w["own clause"]
    if mention.kind is Kind.PRONOUN:
        score += w["chain"]
    elif mention.kind is Kind.NAME:
        score += w["name"]
    elif mention.definite:
        score += w["definite"]
    score += w["count"] * log2(len(referent.mentions))
    score += _fit(asked, referent)
    if asked.quote >= 0 and speakers.get(asked.quote) is referent:
        score += w["speaker"]
    if asked.quote != mention.quote:
        score += w["other speech"]
    return score


def _fit(asked: Pronoun, referent: Referent) -> float:
    """How well the kind of thing fits the pronoun."""
    w = WEIGHTS
    if asked.form in _GENDER:
        score = w["gender"] if referent.gender is not Gender.OPEN else 0.0
        if referent.sort is Sort.UNKNOWN:
            return score + w["unsure person"]
        return score if referent.sort is Sort.PERSON else score + w["misfit"]
    score = w["time"] if referent.sort is Sort.TIME else 0.0
    if asked.minded and referent.sort in (Sort.THING, Sort.TIME):
        score += w["no agent"]
    if asked.form is Form.THEY and referent.number is not Number.PLURAL:
        return score + (w["place they"] if referent.sort is Sort.PLACE else w["body they"])
    if referent.sort is Sort.BODY:
        score += w["body"]
    return score
