"""The value of an event on the way down a sentence, and how a governing word turns it."""

from __future__ import annotations

from dataclasses import replace

from extract.english.wordlists import entries
from extract.factuality.edges import Edge
from extract.factuality.signatures import Frame, Value
from extract.model import Modality, Mood, Polarity
from extract.syntax.tree import Word
from extract.values import value

_ORDER = (Modality.CERTAIN, Modality.PROBABLE, Modality.POSSIBLE, Modality.UNCOMMITTED)
#: Moods that what is embedded below shares.
_OPEN_MOODS = frozenset(
    {Mood.CONDITION, Mood.QUESTION, Mood.IMPERATIVE, Mood.WISH, Mood.PLAN}
    | {Mood.HYPOTHESIS, Mood.CONSEQUENCE, Mood.FORECAST}
)

#: The step of what "would have" been.
UNREAL = "unreal"


@value
class State:
    """What is known of an event's value.

    `by_object`: a "no" in the object denies the claim as a whole. `denied`: the event itself is denied,
    by a word of its own clause or by one that means it did not come about ("failed to").
    """

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.CERTAIN
    mood: Mood = Mood.STATEMENT
    condition: Word | None = None
    by_object: bool = False
    denied: bool = False
    cues: tuple[Word, ...] = ()
    evidence: tuple[str, ...] = ()

    def but(self, why: str, cue: Word | None, **changes: object) -> State:
        """This state with `changes`, and the word and reason for them."""
        cues = self.cues if cue is None or cue in self.cues else (*self.cues, cue)
        return replace(self, cues=cues, evidence=(*self.evidence, why), **changes)  # type: ignore[arg-type]

    @property
    def open(self) -> bool:
        return self.modality is Modality.UNCOMMITTED

    @property
    def plain(self) -> bool:
        """Whether it is told as something that is or was so, or denied to be: not supposed and not yet to come."""
        return self.modality is Modality.CERTAIN and self.mood in (Mood.STATEMENT, Mood.GENERIC)

    @property
    def outer_mood(self) -> Mood:
        """If they want to sell it; was anybody told to leave: a condition, a question, whatever is wished in it."""
        steps = self.evidence
        if not self.open or "open" not in steps:
            return self.mood
        if steps[0] == "condition":
            return Mood.CONDITION
        return Mood.QUESTION if steps[0] == "question" or steps[0].endswith(f" {Frame.WHETHER}") else self.mood

    @property
    def negative(self) -> bool:
        return self.polarity is Polarity.NEGATIVE


FRESH = State()


def weaker(one: Modality, other: Modality) -> Modality:
    """The lesser commitment of two."""
    return max(one, other, key=_ORDER.index)


def opposite(polarity: Polarity) -> Polarity:
    return Polarity.POSITIVE if polarity is Polarity.NEGATIVE else Polarity.NEGATIVE


_POSITIVE, _NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE
#: Complements of words that `data/embedding.txt` does not know: affirmed, negated.
_DEFAULTS = {
    Frame.THAT: (Value(_POSITIVE, Modality.CERTAIN), Value(_POSITIVE, Modality.UNCOMMITTED)),
    Frame.WHETHER: (Value(_POSITIVE, Modality.UNCOMMITTED), Value(_POSITIVE, Modality.UNCOMMITTED)),
    Frame.WH: (Value(_POSITIVE, Modality.CERTAIN), Value(_POSITIVE, Modality.CERTAIN)),
    Frame.TO: (Value(_POSITIVE, Modality.POSSIBLE), Value(_NEGATIVE, Modality.CERTAIN)),
    Frame.ING: (Value(_POSITIVE, Modality.CERTAIN), Value(_NEGATIVE, Modality.CERTAIN)),
    Frame.AS: (Value(_POSITIVE, Modality.CERTAIN), Value(_NEGATIVE, Modality.CERTAIN)),
    Frame.NP: (Value(_POSITIVE, Modality.CERTAIN), Value(_POSITIVE, Modality.CERTAIN)),
}


#: Their infinitive is the event: "is not going to resign", "did not have to wait".
_LIKE_AUXILIARIES = frozenset({"go", "have", "dare", "need", "use"})

_SUPPOSED = (Mood.CONDITION, Mood.HYPOTHESIS)
#: Semifactives (Karttunen 1971): "if you notice that the lamp is out" leaves open whether it is.
_LEARNING = frozenset({"discover", "find", "hear", "learn", "notice", "realise", "realize", "see", "spot"})
_SHOWING = frozenset({"demonstrate", "prove", "show"})


def embedded(outer: State, edge: Edge) -> State:
    """The value of a complement: what its governor's signature makes of the governor's own value.

    Reports begin afresh: their content is relative to their source, not to whoever reports them.
    """
    sign, frame = edge.sign, edge.frame or Frame.THAT
    affirmed, negated = (sign.affirmed, sign.negated) if sign else _DEFAULTS[frame]
    mood = sign.mood if sign else Mood.QUESTION if frame is Frame.WHETHER else None
    learnt = edge.cue is not None and edge.cue.lemma in _LEARNING and outer.open and outer.mood in _SUPPOSED
    if sign is not None and sign.factive and not learnt and (frame is not Frame.TO or outer.plain):
        return FRESH.but("factive", None)  # was glad to help: helped. Will be glad to help: has not yet
    told = sign is not None and sign.reports and frame is Frame.THAT and UNREAL in outer.evidence
    if outer.open and not told:
        sure = negated.modality is Modality.CERTAIN  # "if it did not turn out to be safe", "if they are not able to go"
        value = negated if sure and outer.negative and frame is Frame.TO else affirmed
        return outer.but("open", None, polarity=value.polarity, mood=mood or outer.mood, denied=False)
    value = negated if outer.negative else affirmed
    if outer.by_object and frame is Frame.TO:
        value = Value(affirmed.polarity, Modality.UNCOMMITTED)  # it makes no sense to wait
    proved = edge.cue is not None and edge.cue.lemma in _SHOWING and outer.mood is Mood.STATEMENT
    proved = proved and outer.modality is not Modality.CERTAIN  # could show that it leaks
    reports = sign is not None and sign.reports and frame is not Frame.TO and not proved
    modality = value.modality if reports else weaker(value.modality, outer.modality)
    kept = outer.mood if outer.mood in _OPEN_MOODS and not reports else Mood.STATEMENT
    if kept is Mood.WISH and frame is Frame.THAT:
        modality = Modality.UNCOMMITTED  # We must make sure that they are paid: nobody says how likely that is.
    plain = value.polarity is _POSITIVE and value.modality is Modality.CERTAIN
    lemma = edge.cue.lemma if edge.cue else ""
    if lemma in _LIKE_AUXILIARIES and frame is Frame.TO:
        denied = outer.denied
    else:
        denied = value.polarity is _NEGATIVE and not outer.negative and lemma in entries("lexical_negators")
    base = FRESH if reports else replace(outer, by_object=False, denied=denied)
    why = f"{lemma} {frame}"
    return base.but(why, None if plain else edge.cue, polarity=value.polarity, modality=modality, mood=mood or kept)
