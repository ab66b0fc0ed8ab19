"""Whether, and how far, an event is asserted: polarity, modality and mood of a predicate.

The value is relative to the innermost source of the predicate's attribution, else to the article (FactBank, Saurí &
Pustejovsky 2009). It is found by walking from the main clause down to the predicate: each governing word turns the
value it has into that of what it takes (`states`), and each clause adds its own negation, modals and adverbs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from extract.english.wordlists import entries, word_class
from extract.factuality.abilities import ABILITIES, of_ability
from extract.factuality.advice import is_advice
from extract.factuality.beside import (
    beside,
    came_before,
    comes_with,
    contrasts,
    deed_before,
    happens,
    is_aim,
    is_before_all,
    is_waited_for,
    is_whenever,
    is_yours,
    purpose,
    without,
)
from extract.factuality.conditions import condition_mark, condition_of, condition_words
from extract.factuality.conjuncts import shares
from extract.factuality.edges import ROOT, Edge, Link
from extract.factuality.embedding import edge_of
from extract.factuality.event_nouns import (
    comes_about,
    is_any,
    is_content,
    is_deed_thought_of,
    is_definite,
    is_example,
    is_given,
    is_named,
    is_of_some,
    is_supposable,
    is_supposed,
    picks_out,
)
from extract.factuality.futures import is_awaited, is_looking_ahead, is_set_for_a_day
from extract.factuality.governors import doubts
from extract.factuality.modality import is_refusal, of_anybody, with_adverbs, with_modal
from extract.factuality.negation import denials, turns_back
from extract.factuality.parentheticals import ends_speech
from extract.factuality.questions import asked_from, asks, is_put, is_question, is_whether, last_mark
from extract.factuality.signatures import Frame
from extract.factuality.states import FRESH, UNREAL, State, embedded, opposite, weaker
from extract.model import Modality, Mood, Polarity
from extract.syntax.tree import Tree, Word, is_within
from extract.syntax.verbs import complex_of
from extract.syntax.words import NOUNS, behind_comma, has_mark, is_bare, is_cleft, is_infinitive
from extract.values import value


@value
class Commitment:
    """How far the innermost source stands behind a predicate. `condition` holds the if-clause's words.

    `tense` is "past", "present", "future" or None, `aspect` "perfect", "progressive", "perfect
    progressive" or None. `cues` are the words that made it other than a plain fact, `evidence` the
    steps. `by_object`: the claim as a whole is denied, by its object ("took no money"). `denied`: the
    predicate itself is, by a word of its own clause or one like "failed to".
    """

    polarity: Polarity
    modality: Modality
    mood: Mood
    condition: tuple[Word, ...]
    tense: str | None
    aspect: str | None
    cues: tuple[Word, ...]
    evidence: tuple[str, ...]
    by_object: bool = False
    denied: bool = False

    def hedge(self, words: Collection[Word]) -> tuple[Word, ...]:
        """What makes it other than a plain fact, if all of it is among `words`, a claim's own: "tried (to leave)"."""
        outside = not _FROM_OUTSIDE.isdisjoint(self.evidence) or any(cue not in words for cue in self.cues)
        return () if outside else self.cues


def with_subject(commitment: Commitment, subject: Sequence[Word]) -> Commitment:
    """The commitment to a claim whose subject is hedged: "possibly a couple of children were inside"."""
    first = subject[0] if subject else None
    if first is None or first.dep != "advmod" or commitment.modality is not Modality.CERTAIN:
        return commitment
    for words, modality in (("possibly", Modality.POSSIBLE), ("probably", Modality.PROBABLE)):
        if first.lower in entries(words):
            return replace(commitment, modality=modality, cues=(*commitment.cues, first))
    return commitment


#: Steps that no word of the predicate's own phrase shows.
_FROM_OUTSIDE = frozenset(
    {"question", "imperative", "condition", "consequence", "or", "any", "cleft", "purpose", "waited for"}
    | {"still to come", "object of a denied verb", "beside a denied verb"}
)
_TEMPORAL = frozenset({"when", "whenever", "before", "after", "once", "until", "till", "where", "wherever", "while"})
#: Moods of what is still to come, as is what "before" or "when" puts beside it.
_AHEAD = frozenset({Mood.FORECAST, Mood.CONSEQUENCE, Mood.WISH, Mood.IMPERATIVE, Mood.QUESTION})
#: "Faces ten years when he is sentenced".
_FACING = frozenset({"await", "face"})
#: Who has done so tells what is to come: "has said he would".
_HAS_SAID = frozenset({"announce", "pledge", "predict", "promise", "say", "tell", "vow"})

#: What is not enforced, or may be, is there: "may not enforce a law that bans tents".
_OF_WHAT_IS = word_class("verbs of what there is")


class Commitments:
    """The commitments of one tree's predicates, each worked out once.

    `reported`: the sentence goes on with the report of the one before it, so that its "would" is a reported "will".
    `supposed`: it goes on with what the one before it supposes.
    """

    def __init__(self, tree: Tree, *, reported: bool = False, supposed: bool = False) -> None:
        self._tree, self._reported, self._supposed = tree, reported, supposed
        self._edges: dict[int, Edge] = {}
        self._states: dict[int, State] = {}
        self._contexts: dict[int, State] = {}
        self._busy: set[int] = set()

    def of(self, word: Word) -> Commitment:
        """The commitment to a predicate: a verb, or a noun or adjective that carries a claim."""
        state = self._state(word)
        verb = complex_of(self._verb(word))
        condition = condition_words(state.condition) if state.condition is not None else ()
        polarity = opposite(state.polarity) if state.by_object else state.polarity
        return Commitment(
            polarity,
            state.modality,
            state.outer_mood,
            condition,
            verb.tense,
            verb.aspect,
            state.cues,
            state.evidence,
            state.by_object,
            state.denied,
        )

    def _edge(self, word: Word) -> Edge:
        edge = self._edges.get(word.i)
        if edge is None:
            edge = edge_of(word)
            if edge.host is not None and self._tree.quotes and self._is_beside_speech(word, edge.host):
                edge = ROOT
            self._edges[word.i] = edge
        return edge

    def _is_beside_speech(self, word: Word, host: Word) -> bool:
        """ "I cannot say," she told him: "told" is no part of what is quoted, whatever the parser hangs it on.

        Nor is 'is it fair?' in 'She smiled: "And is it fair?"' of what stands before it.
        """
        source = self._tree.source
        if word.dep == "parataxis" and any(is_within(word, q) and not is_within(host, q) for q in self._tree.quotes):
            return True
        return any(
            is_within(host, q) and not is_within(word, q) and q[1] <= word.start and ends_speech(source, q[1])
            for q in self._tree.quotes
        )

    def _verb(self, word: Word) -> Word:
        edge = self._edge(word)
        return edge.host if edge.link is Link.SAME and edge.host is not None else word

    def _state(self, word: Word) -> State:
        known = self._states.get(word.i)
        if known is None:
            known = self._states[word.i] = self._own(word, self._context(word), self._edge(word))
        return known

    def _context(self, word: Word) -> State:
        """The value an event has from what it is embedded in, before its own clause's marks."""
        known = self._contexts.get(word.i)
        if known is not None:
            return known
        if word.i in self._busy:
            return FRESH
        self._busy.add(word.i)
        found = self._contexts[word.i] = self._below(word, self._edge(word))
        self._busy.discard(word.i)
        return found

    def _below(self, word: Word, edge: Edge) -> State:
        host = edge.host
        if host is None or (word.dep == "parataxis" and asks(word)):  # "The question is, why did it fail?"
            return self._root(word)
        match edge.link:
            case Link.SAME:
                return self._state(host)
            case Link.CONJUNCT:
                return self._conjunct(word, host)
            case Link.COMPLEMENT:
                return self._complement(word, host, edge)
            case Link.CONDITION:
                return State(modality=Modality.UNCOMMITTED, mood=Mood.CONDITION).but("condition", edge.cue)
            case Link.PURPOSE:
                return purpose(self._state(host))
            case Link.NEGATED:
                return without(self._state(host), edge)
            case Link.ARGUMENT:
                return self._argument(word, host, edge)
            case Link.RELATIVE:
                return self._relative(word, host)
            case _:
                return self._adverbial(word, host, edge)

    def _root(self, word: Word) -> State:
        if is_aim(word):
            return purpose(FRESH)
        if is_question(word, self._tree) or is_whether(word):
            return State(modality=Modality.UNCOMMITTED, mood=Mood.QUESTION).but("question", None)
        mark = condition_mark(word)
        if mark is not None:
            return State(modality=Modality.UNCOMMITTED, mood=Mood.CONDITION).but("condition", mark)
        if _is_imperative(word):
            return State(modality=Modality.UNCOMMITTED, mood=Mood.IMPERATIVE).but("imperative", word)
        if self._supposed or [w.lower for w in word.left[:2]] in (["as", "if"], ["as", "though"]):
            return State(modality=Modality.UNCOMMITTED, mood=Mood.HYPOTHESIS).but("as if", None)  # As if he knew!
        if is_infinitive(word) and (word.tag == "VB" or word.child("nsubjpass") is not None):
            return FRESH.but("future", None, mood=Mood.FORECAST)  # a headline: City to rename stadium
        return FRESH

    def _complement(self, word: Word, host: Word, edge: Edge) -> State:
        mark = last_mark(self._tree)
        around = [q for q in self._tree.quotes if mark.text == "?" and is_within(mark, q)]
        asked = mark.text == "?" and host is mark.head and edge.frame is Frame.THAT
        asked = asked and all(is_within(word, q) for q in around)  # "It is safe," he said. "And you?"
        quoted = any(is_within(word, q) and not is_within(host, q) for q in around)
        if (
            is_put(word, host, self._tree)
            or any(c.text == "?" for c in word.right)
            or asked
            or (quoted and is_question(word, self._tree))
        ):
            return State(modality=Modality.UNCOMMITTED, mood=Mood.QUESTION).but("question", None)
        if _is_imperative(word) and any(is_within(word, q) and not is_within(host, q) for q in self._tree.quotes):
            return State(modality=Modality.UNCOMMITTED, mood=Mood.IMPERATIVE).but("imperative", None)
        if edge.frame is Frame.THAT and edge.cue is not None and is_advice(edge.cue) and _is_imperative(edge.cue):
            return FRESH  # Note that Lund sold the mill.
        return embedded(self._state(host), edge)

    def _conjunct(self, word: Word, first: Word) -> State:
        if (asked := asked_from(self._tree)) is not None and first.i < asked < word.i:
            return State(modality=Modality.UNCOMMITTED, mood=Mood.QUESTION).but("question", None)
        if has_mark(word, "whether"):  # its future and whether it is safe
            return State(modality=Modality.UNCOMMITTED, mood=Mood.QUESTION).but("question", None)
        if not shares(word, first):
            context = self._context(first)
            told = context.mood is Mood.IMPERATIVE and word.child("nsubj", "nsubjpass", "expl") is not None
            return FRESH if told or is_whether(first) else context  # Open it, and then both can talk.
        state = self._state(first)
        if state.polarity is Polarity.NEGATIVE and turns_back(word, first):
            return replace(state, by_object=False, polarity=opposite(state.polarity), denied=False)
        return replace(state, by_object=False, denied=state.denied and not state.by_object)

    def _argument(self, word: Word, host: Word, edge: Edge) -> State:
        """An event noun. A definite one or one after a preposition exists whatever becomes of its verb."""
        outer = self._state(host)
        if is_example(word) or is_named(word):
            return FRESH
        if edge.sign is not None:
            return embedded(outer, edge)
        made = comes_about(word, host)
        if is_definite(word) and not made:
            return FRESH
        if outer.mood is Mood.CONDITION:
            return outer
        if word.dep not in ("dobj", "nsubjpass", "pobj") and not made:
            return outer if is_supposed(word, host) and not outer.negative else FRESH
        if outer.negative or outer.by_object:
            if word.dep == "nsubjpass" and not made and not any(c.dep == "det" for c in word.left):
                return FRESH  # "raids on the coast were not linked to the war": there were some
            beside = word.head.lower != "for" or host.pos == "ADJ"  # "not ideal for a firm that exports"
            if word.dep == "pobj" and beside and not any(c.lower == "any" for c in word.left):
                return FRESH  # "was not hurt in a strike": there was one; "not reached for comment": there was none
            return State(outer.polarity, Modality.UNCOMMITTED, cues=outer.cues).but("object of a denied verb", None)
        return FRESH if outer.modality is Modality.CERTAIN and outer.mood is not Mood.FORECAST else outer

    def _relative(self, word: Word, noun: Word) -> State:
        """What is said of a noun holds as the noun does: "no trip planned", "if a law that bans it"."""
        if noun.pos in ("VERB", "AUX"):
            return FRESH
        if is_cleft(noun):
            return self._of_cleft(noun)
        state = self._state(noun)
        if state.mood is Mood.CONDITION and noun.pos == "PROPN" and _is_aside(word):
            return FRESH
        if state.mood is Mood.CONDITION or (state.negative and not state.open and _is_denied(noun)):
            return state
        if not state.plain and word.dep == "relcl" and word.child("neg") is not None and is_any(noun):
            return state.but("any such", noun, polarity=Polarity.POSITIVE, modality=Modality.UNCOMMITTED)
        awaited = not state.plain and picks_out(word, noun) and self._is_awaited(word, noun)
        asked = state.mood is Mood.QUESTION and self._tree.words[-1].text == "?" and word.dep == "relcl"
        asked = asked and is_supposable(noun) and not _is_aside(word)  # Do you know a mill that lends its looms?
        if awaited or asked or is_of_some(word, noun, state):
            return state  # found no proof linking them; calls for a law that bans it
        if is_deed_thought_of(word, noun):
            return State(modality=Modality.PROBABLE, mood=Mood.HYPOTHESIS).but("thought of", None)
        if is_content(word, noun):
            return State(modality=Modality.POSSIBLE, mood=Mood.PLAN).but("planned", noun)
        singled = noun.dep == "attr" and state.negative and (noun.head.child("nsubj") or noun).lower == "it"
        return FRESH.but("cleft", None, by_object=True) if singled else FRESH  # it is not something you should fear

    def _of_cleft(self, noun: Word) -> State:
        """It may have been the firm that closed the mill; it was not the firm that closed it, but closed it is."""
        state = self._state(noun.head)
        if state.negative and not state.open:
            return FRESH.but("cleft", None, by_object=True)
        return FRESH if state.plain else state.but("cleft", None)

    def _is_awaited(self, word: Word, noun: Word) -> bool:
        """Whether a noun need not exist: "wants a law". May remove a video that shows it: there is one.

        The deal depends on the bank selling its mill: there the gerund's subject is taken for its noun.
        """
        edge = self._edge(noun)
        if is_definite(noun):
            return word.tag == "VBG" and noun.dep == "pobj" and edge.sign is not None
        if noun.dep == "dobj" and noun.head.lemma in _OF_WHAT_IS:
            return False
        denied = "object of a denied verb" in self._state(noun).evidence
        made = edge.host is not None and comes_about(noun, edge.host)
        if noun.dep == "nsubj":  # a town that has its own mill would be richer
            return edge.host is not None and is_supposed(noun, edge.host) and complex_of(edge.host).modal == "would"
        return edge.sign is not None or denied or made or noun.dep == "attr" or is_given(noun)

    def _adverbial(self, word: Word, host: Word, edge: Edge) -> State:
        """What is said beside the main clause holds, unless it waits for something that is still to come."""
        outer = self._state(host)
        told = UNREAL in outer.evidence and word.child("mark") is not None  # would have won, because it was late
        if outer.open and outer.mood in (Mood.CONDITION, Mood.HYPOTHESIS) and not told:
            return outer
        if word.dep == "pcomp":
            return beside(word, outer, edge)
        if is_aim(word):
            return purpose(outer)
        deed = deed_before(word, host)
        if word.dep == "advcl" and comes_with(word, deed, with_deed := self._state(deed)):
            return replace(with_deed, by_object=False)
        tense = complex_of(word).tense
        if (none := came_before(word, host)) is not None:
            return none
        if is_whenever(word, host):
            return State(modality=Modality.UNCOMMITTED, mood=Mood.CONDITION).but("whenever", None)
        if is_waited_for(word, host, outer) or is_before_all(word, host):
            return State(modality=Modality.POSSIBLE, mood=Mood.FORECAST).but("waited for", None)
        ahead = outer.mood in _AHEAD or outer.modality is Modality.POSSIBLE or host.lemma in _FACING or is_yours(word)
        ahead = ahead or (outer.mood is Mood.HYPOTHESIS and happens(word))
        later = tense == "present" or (
            word.tag == "VBN" and is_bare(word) and not any(c.lower == "once" for c in word.left)
        )
        if word.dep == "advcl" and ahead and later and _is_temporal(word) and not contrasts(word):
            return State(modality=Modality.PROBABLE, mood=Mood.FORECAST).but("still to come", None)
        return FRESH

    def _own(self, word: Word, context: State, edge: Edge) -> State:
        if edge.link is Link.SAME:
            if _is_denied(word) and context.by_object:  # there is no evidence: none there is
                return replace(context, polarity=opposite(context.polarity), by_object=False, denied=True)
            return with_adverbs(context, word) if word.pos == "NOUN" and word.head.child("expl") else context
        if edge.link is Link.ARGUMENT or word.pos in NOUNS:
            return self._own_of_noun(word, context)
        verb = complex_of(word)
        state = with_modal(context, word, verb, backshifted=self._is_backshifted(word, edge))
        if is_awaited(word, verb):
            state = state.but("future", None, mood=Mood.FORECAST) if state.mood is Mood.STATEMENT else state
        if is_refusal(word, verb) and (word.is_root or self._state(word.head).plain):
            state = replace(state, modality=context.modality, mood=context.mood)
        state = _denied(word, self._with_adverbs(state, word))
        if verb.modal in ABILITIES:
            state = of_ability(word, state, context)
        state = state if self._tree.is_quoted(word) else of_anybody(state, word, verb)
        state = self._alternative(word, state)
        return self._conditioned(word, state, context.mood)

    def _with_adverbs(self, state: State, word: Word) -> State:
        """ "We played well, maybe," he said: an adverb in what is quoted weakens no word outside of it."""
        quotes = [q for q in self._tree.quotes if not is_within(word, q)]
        if not quotes:
            return with_adverbs(state, word)
        return with_adverbs(state, word, [c for c in word.children if not any(is_within(c, q) for q in quotes)])

    def _own_of_noun(self, word: Word, context: State) -> State:
        if _is_denied(word):
            return State(Polarity.NEGATIVE, mood=context.mood, denied=True).but("negation", None)
        if context.plain and not context.negative and any(c.lower == "any" for c in word.left):
            return context.but("any", None, modality=Modality.UNCOMMITTED)  # condemns any attack
        return with_adverbs(context, word)

    def _is_backshifted(self, word: Word, edge: Edge) -> bool:
        """He said taxes would fall: reported will. Inside a quotation "would" is the speaker's own."""
        if edge.link is Link.CONJUNCT and edge.host is not None:
            return self._is_backshifted(edge.host, self._edge(edge.host))
        if edge.link is Link.ROOT and self._reported:
            return complex_of(word).aspect is None
        if is_looking_ahead(word, edge, self._tree):
            return True
        if edge.link is not Link.COMPLEMENT or edge.sign is None or edge.host is None:
            return False
        if not edge.sign.reports and not doubts(edge.sign):
            return False
        verb = complex_of(word)
        if verb.modal == "would" and (verb.aspect == "perfect" or _is_only_thought_of(word)):
            return False  # he said he would have resigned
        told = edge.host.head if is_infinitive(edge.host) else edge.host  # was heard to shout that he would sell
        said = told.lemma in _HAS_SAID and complex_of(told).aspect == "perfect"
        past = said or complex_of(told).tense == "past" or edge.host.tag == "VBG" or edge.host.pos == "NOUN"
        spoken = verb.modal_word or word  # he said he would "never sell": the "would" is the reporter's
        return past and not any(is_within(spoken, q) and not is_within(edge.host, q) for q in self._tree.quotes)

    def _alternative(self, word: Word, state: State) -> State:
        """It resigned or was dismissed: neither is asserted by itself."""
        if state.negative or "factive" in state.evidence or not _is_alternative(word):
            return state  # could not say why it left or why it came back
        return state.but("or", None, modality=weaker(Modality.POSSIBLE, state.modality))

    def _conditioned(self, word: Word, state: State, outer: Mood) -> State:
        """The state of what holds only under a condition. A wish or plan from outside its clause stays one."""
        condition = condition_of(word)
        if condition is None:
            return state
        mood = Mood.CONSEQUENCE if outer in (Mood.STATEMENT, Mood.FORECAST, Mood.HYPOTHESIS) else state.mood
        return state.but("consequence", None, modality=Modality.UNCOMMITTED, mood=mood, condition=condition)


def _is_temporal(word: Word) -> bool:
    return word.head.pos == "ADV" or any(c.lower in _TEMPORAL for c in word.left)


def _is_imperative(word: Word) -> bool:
    return (
        word.tag == "VB"
        and word.pos == "VERB"
        and not any(c.dep in ("nsubj", "nsubjpass", "expl", "csubj") or c.tag in ("MD", "TO") for c in word.children)
        and not any(c.dep == "aux" and c.lower not in ("do", "don't") for c in word.children)
    )


def _is_denied(noun: Word) -> bool:
    return any(c.dep in ("det", "neg") and c.lower in ("no", "neither") for c in noun.left) or noun.lower == "nothing"


def _is_only_thought_of(verb: Word) -> bool:
    """ "He said such a plan would hurt farmers", "that selling it would": neither is planned.

    "He said such a hearing would be held in May" is.
    """
    subject = verb.child("nsubj", "nsubjpass", "csubj")
    if is_set_for_a_day(verb):
        return False
    return subject is not None and (subject.tag == "VBG" or any(w.lower == "such" for w in subject.left))


def _is_alternative(word: Word) -> bool:
    """Whether "or" joins this verb to another."""
    if word.dep == "conj":
        return word.head.pos in ("VERB", "AUX") and any(
            c.dep == "cc" and c.lower == "or" and c.i < word.i for c in word.head.right
        )
    verbs = [c for c in word.right if c.dep == "conj" and c.pos in ("VERB", "AUX")]
    return bool(verbs) and any(c.dep == "cc" and c.lower == "or" and c.i < verbs[0].i for c in word.right)


def _is_aside(clause: Word) -> bool:
    """If Lund, who lost in May, runs again: she did lose."""
    first = clause.subtree()[0]
    return first.lower in ("which", "who", "whom", "whose") and behind_comma(first)


def _denied(word: Word, state: State) -> State:
    for denial in denials(word):
        if denial.idle:
            state = state.but("idle negation", denial.word, modality=Modality.CERTAIN, denied=True)
        elif denial.by_object:
            state = state.but("negation of the object", denial.word, by_object=not state.by_object, denied=True)
        else:
            twice = state.negative and state.modality is not Modality.CERTAIN  # no reason to believe he can't swim
            degree = Modality.UNCOMMITTED if twice else state.modality
            polarity = opposite(state.polarity)
            state = state.but("negation", denial.word, polarity=polarity, modality=degree, denied=not state.denied)
        if denial.weak:
            state = replace(state, modality=weaker(Modality.PROBABLE, state.modality), denied=False)
    return state
