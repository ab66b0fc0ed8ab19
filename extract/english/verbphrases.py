"""A relation's words as one verb with its voice: "was not bought by" is `acquire`, passive, by somebody."""

from __future__ import annotations

from functools import lru_cache

from extract.english.forms import Course, VerbPhrase
from extract.english.vocabulary import verb
from extract.english.wordlists import word_class

_TAIL = word_class("particles")
#: Particles that make another verb of a verb: "backed down" is not "backed".
_ADVERBS = word_class("adverbs of another verb")
_BE = word_class("forms of be")
#: What is done to people and things: without an object, it is done to the subject.
_DONE_TO = word_class("verbs of what is done to somebody")
#: Verbs that form their perfect with "be", or have no passive: "the street was gone".
_UNPASSIVE = word_class("verbs without passive")


@lru_cache(maxsize=50_000)
def verb_phrase(words: str, lemma: str, rule: str, tense: str | None, transitive: bool) -> VerbPhrase:
    """What a claim's relation says. `transitive` says whether there is an object that is no time."""
    tokens = words.lower().split()
    ended, never = "longer" in tokens, "never" in tokens
    if "way" in tokens[1:]:  # "gave way on": the noun has gone into the relation
        tokens, lemma = [tokens[0], *(t for t in tokens[1:] if t != "way")], f"{lemma} way"
    tail: list[str] = []
    if tokens[1:] and tokens[-1] == "between":  # of two numbers
        tokens.pop()
    while len(tokens) > 1 and tokens[-1] in _TAIL:
        tail.insert(0, tokens.pop())
    passive = _passive(tokens, lemma, rule, tense) or _is_shortened(tokens, lemma, tense, transitive and not tail)
    return _named(lemma, tail, passive, transitive)._replace(ended=ended, never=never)


def _passive(tokens: list[str], lemma: str, rule: str, tense: str | None) -> bool:
    if lemma in _UNPASSIVE or tokens[-1].endswith("ing"):
        return False
    if len(tokens) == 2 and tokens[-1] in _BE and lemma != "be":
        return True  # "Also killed were two clerks"
    if len(tokens) == 1:
        return rule in ("participle", "hyphened participle") and tense is None
    before = [t for t in tokens[:-1] if not t.endswith("ly") and t not in ("not", "never", "n't", "also", "since")]
    return bool(before) and before[-1] in _BE


def _is_shortened(tokens: list[str], lemma: str, tense: str | None, transitive: bool) -> bool:
    """Whether a headline leaves "was" out: "Clerk arrested over theft", "Mayor jailed"."""
    return len(tokens) == 1 and tense == "past" and lemma in _DONE_TO and not transitive


def _named(lemma: str, tail: list[str], passive: bool, transitive: bool) -> VerbPhrase:
    """The longest spelling that the list of verbs has."""
    by = passive and tail[-1:] == ["by"]
    particles = tail[:-1] if by else tail
    has_patient = passive or (transitive and not particles)
    least = int(not _ADVERBS.isdisjoint(particles[:1]))
    for length in range(len(particles), least - 1, -1):
        spelt = " ".join([lemma, *particles[:length]])
        known = verb(spelt, has_patient or (transitive and length == len(particles)))
        if known:
            rest = particles[length:]
            passive &= known.name != "locate"  # "is based in Tiltz" is a state of its subject
            return VerbPhrase(known.name, known.course, passive, "by" if by else " ".join(rest))
    course = Course.STATE if lemma in _STATES else Course.EVENT
    return VerbPhrase(lemma, course, passive, "by" if by else " ".join(particles))


_STATES = word_class("states")
