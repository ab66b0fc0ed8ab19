"""How far modals, adverbs and adjectives of its own clause weaken an event."""

from __future__ import annotations

from collections.abc import Iterable

from extract.english.persons import Sort, group_noun, person_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.negation import scarcity
from extract.factuality.signatures import Frame, signature
from extract.factuality.states import UNREAL, State, opposite, weaker
from extract.model import Modality, Mood, Polarity
from extract.syntax.tree import Word
from extract.syntax.verbs import Complex, complex_of, is_past
from extract.syntax.words import is_time

_MODALS = {
    "may": (Modality.POSSIBLE, None),
    "might": (Modality.POSSIBLE, None),
    "could": (Modality.POSSIBLE, None),
    "can": (Modality.POSSIBLE, None),
    "should": (Modality.POSSIBLE, Mood.WISH),
    "ought": (Modality.POSSIBLE, Mood.WISH),
    "must": (Modality.PROBABLE, Mood.WISH),
    "need": (Modality.POSSIBLE, Mood.WISH),
    "would": (Modality.PROBABLE, Mood.HYPOTHESIS),
}


def with_modal(state: State, word: Word, verb: Complex, *, backshifted: bool) -> State:
    """The state under the modal of a word's verb complex. A `backshifted` would is reported will."""
    if verb.modal in ("will", "shall") or (verb.modal == "would" and backshifted):
        return state.but("future", verb.modal_word, mood=_unless_open(state, Mood.FORECAST))
    known = _MODALS.get(verb.modal or "")
    if known is None or (verb.modal == "would" and verb.aspect is None and _is_habit(word)):
        return state
    expected = verb.modal == "should" and _is_expected(word)
    degree, mood = (Modality.PROBABLE, Mood.FORECAST) if expected else known
    if verb.modal == "must" and verb.aspect in ("perfect", "perfect progressive"):
        mood = None  # He must have known: nobody wishes it
    changed = _unless_open(state, mood) if mood else state.mood
    if verb.modal == "would" and verb.aspect in ("perfect", "perfect progressive"):  # It would have won: it did not
        return state.but(UNREAL, verb.modal_word, modality=Modality.UNCOMMITTED, mood=changed)
    return state.but(f"modal {verb.modal}", verb.modal_word, modality=weaker(degree, state.modality), mood=changed)


def _is_expected(verb: Word) -> bool:
    """It should prove easy. The rain should ease by noon. Trains should be running again: nobody wishes it."""
    subject = verb.child("nsubj")
    by = next((c.child("pobj", "pcomp") for c in verb.right if c.lower == "by"), None)
    if verb.lemma == "prove" or (by is not None and by.lower == "now"):
        return True
    if _is_timetabled(verb):
        return True
    soon = any(c.lower in ("again", "already", "shortly", "soon") for c in verb.children)
    if soon and subject is not None and complex_of(verb).aspect == "progressive" and verb.child("neg") is None:
        somebody = person_noun(subject.lemma) is not None or group_noun(subject.lemma) is Sort.BODY
        return subject.tag in ("NN", "NNS") and not somebody
    return subject is not None and subject.lemma.lower() in _WEATHER


def _is_timetabled(verb: Word) -> bool:
    """The road should open in 2025; the line should be ready by May. Not: "The mayor should resign by Friday".

    Nor is it foreseen that "The shop should open on Sundays" or that "The hall should be open in winter".
    """
    subject, ready = verb.child("nsubj", "nsubjpass"), verb.child("acomp", "advmod")
    starts = verb.lemma in word_class("verbs for what starts")
    if not starts and not (verb.lemma == "be" and ready is not None and ready.lower in word_class("words for ready")):
        return False
    if subject is None or subject.tag not in ("NN", "NNS") or verb.child("neg") is not None:
        return False
    if person_noun(subject.lemma) is not None or group_noun(subject.lemma) is Sort.BODY:
        return False
    whens = [c.child("pobj") for c in verb.right if c.lower in ("in", "by", "on", "from")]
    return any(when is not None and is_time(when) and not _comes_again(when) for when in whens)


def _comes_again(time: Word) -> bool:
    """on Sundays, in winter: not on one day, as in the winter or by next winter"""
    plural = time.tag in ("NNS", "NNPS") and time.child("nummod", "amod") is None
    return (
        plural or time.lower.endswith("days") or (time.lower in word_class("times that come again") and not time.left)
    )


_WEATHER = word_class("far-reaching disasters") | word_class("weather")


def _is_habit(word: Word) -> bool:
    """He would often walk home. As a child she would hide. Every summer they would swim: all happened.

    Also: "When a name had to be given, the clerks would point to a map."
    """
    subject = word.child("nsubj")
    somebody = subject is not None and (subject.lower in {"he", "she", "i", "we"} or subject.entity == "PERSON")
    if word.is_root and subject is not None and any(_is_occasion(c) for c in word.left if c.i < subject.i):
        return somebody or person_noun(subject.lemma.lower()) is not None
    again = {c.lower for c in word.left if c.dep == "advmod"} & (_BY_PERSONS if somebody else _REPEATEDLY)
    if again:
        return word.child("advcl") is None
    times = (c for c in word.left if c.dep == "npadvmod" and is_time(c))
    if any(t.left and t.left[0].lower in ("each", "every") for t in times):
        return somebody and word.child("advcl") is None
    young = (p.child("pobj") for p in word.left if p.dep == "prep" and p.lower == "as")
    return any(p is not None and p.lower in ("boy", "child", "girl", "kid", "teenager") for p in young)


def _is_occasion(clause: Word) -> bool:
    """Whether a clause tells of an occasion that came again: "whenever", "when a name had to be given"."""
    subject = clause.child("nsubj", "nsubjpass")
    opener = next((c.lower for c in clause.left if c.lower in ("when", "whenever")), None)
    if clause.dep != "advcl" or opener is None or subject is None:
        return False
    verb = complex_of(clause)
    open_yet = opener == "whenever" or any(c.lower in ("a", "an") for c in subject.left)
    return open_yet and verb.tense == "past" and verb.modal is None


def of_anybody(state: State, word: Word, verb: Complex) -> State:
    """You control the ship; you are breeding pigeons: "you" is any player or reader, so the claim is generic."""
    subject = word.child("nsubj", "nsubjpass")
    now = verb.tense == "present" and verb.modal is None and not (verb.aspect or "").startswith("perfect")
    if subject is None or subject.lower != "you" or not now or state.mood is not Mood.STATEMENT:
        return state
    return state.but("anybody", None, mood=Mood.GENERIC)


_REPEATEDLY = frozenset({"frequently", "often", "sometimes"})
#: "The agency would regularly inspect mills" may be a plan.
_BY_PERSONS = _REPEATEDLY | {"always", "occasionally", "regularly"}


def is_refusal(word: Word, verb: Complex) -> bool:
    """The firm would not name the buyer: it was asked and did not. It would only say that it was rich: it said so."""
    if verb.modal != "would" or verb.aspect is not None:
        return False
    if word.lemma not in entries("disclosing_verbs") and not _is_leave_denied(word):
        return False
    subject = word.child("nsubj") or (word.head.child("nsubj") if word.dep == "conj" else None)
    speaks = subject is not None and subject.lower not in ("i", "we", "you")
    content = (r for c in word.right if c.dep == "ccomp" for r in c.left)
    limited = word.lemma == "say" and any(c.lower == "only" for c in (*word.children, *content))
    clauses = [c for c in word.children if c.dep == "advcl" and not (c.tag in ("VBN", "VBG") and c.i < word.i)]
    denied = any(c.dep == "neg" for c in word.left) or (subject is not None and _is_neither(subject))
    denied = denied or any(c.lower == "neither" for c in (*word.left, *(word.head.left if word.dep == "conj" else ())))
    return speaks and (limited or denied) and not clauses


def _is_leave_denied(word: Word) -> bool:
    """He left because the board would not accept his plan; we knocked, but they would not let us in: they did not.

    Not: "Lund opposed the sale because the buyer would not pay", "He dropped the plan because it would not pay".
    """
    subject, above = word.child("nsubj"), word.head
    if word.lemma not in word_class("verbs of giving leave") or subject is None or not is_past(above):
        return False
    fear = above.child("acomp") or above
    if fear.lemma in word_class("fears and objections") or any(c.lower == "against" for c in above.right):
        return False
    reason = word.dep == "advcl" and any(c.lower in ("because", "since") for c in word.left)
    return subject.lower != "it" and (reason or word.dep == "conj")


def _is_neither(subject: Word) -> bool:
    """Neither Lind nor Hamar would say whether it was true."""
    return subject.lower == "neither" or any(w.lower == "neither" for w in subject.left)


def _unless_open(state: State, mood: Mood) -> Mood:
    return mood if state.mood is Mood.STATEMENT else state.mood


def with_adverbs(state: State, word: Word, children: Iterable[Word] | None = None) -> State:
    """The state under adverbs ("probably", "perhaps") and, for a noun, adjectives ("possible deal"): those among
    `children`, or any."""
    state = _scarce(state, word) if word.pos == "NOUN" else state
    for child in word.children if children is None else children:
        if child.dep in ("advmod", "amod"):
            state = _with_modifier(state, child)
            if child.i == word.i - 1 and _is_nearly(child):
                state = _nearly(state, word, child)
            if child.lower == "better" and _had_better(word):
                degree = weaker(Modality.POSSIBLE, state.modality)
                state = state.but("had better", child, modality=degree, mood=Mood.WISH)
    return state


def _scarce(state: State, noun: Word) -> State:
    """Little evidence, few signs that it is unsafe: as good as none. Little doubt that it is: hardly any."""
    hit = scarcity(noun) if signature(noun.lemma, "noun", Frame.THAT) is not None else None
    if hit is None:
        return state
    degree = weaker(Modality.PROBABLE, state.modality)
    return state.but("scarcity", hit, polarity=opposite(state.polarity), modality=degree)


def _had_better(word: Word) -> bool:
    return word.tag == "VB" and any(c.lower in ("had", "'d", "’d") for c in word.left)


def _is_nearly(adverb: Word) -> bool:
    all_but = adverb.lower == "but" and any(w.lower == "all" for w in adverb.left)
    return all_but or adverb.lower in entries("nearly")


def _nearly(state: State, word: Word, adverb: Word) -> State:
    """The board almost sold the mill: it did not. Sales nearly doubled, she all but said so: not quite, but near."""
    if word.tag not in ("VBD", "VBN") or state.negative:
        return state
    polarity = state.polarity if adverb.lower == "but" or word.lemma in entries("scalar_verbs") else Polarity.NEGATIVE
    return state.but("nearly", adverb, polarity=polarity, modality=weaker(Modality.PROBABLE, state.modality))


_CERTAINLY = frozenset({"assuredly", "certain", "certainly", "definitely", "surely"})


def _with_modifier(state: State, child: Word) -> State:
    lower = child.lower
    if lower in entries("probably") or (
        lower in _CERTAINLY and any(_is_nearly(c) for c in child.left)  # "almost certainly"
    ):
        return state.but("adverb", child, modality=weaker(Modality.PROBABLE, state.modality))
    if lower in entries("possibly"):
        return state.but("adverb", child, modality=weaker(Modality.POSSIBLE, state.modality))
    if lower == "hopefully":  # hopefully help arrives in time
        return state.but(
            "adverb", child, modality=weaker(Modality.POSSIBLE, state.modality), mood=_unless_open(state, Mood.WISH)
        )
    if lower in entries("habitually") and state.mood is Mood.STATEMENT:
        return state.but("habit", child, mood=Mood.GENERIC)
    return state
