"""What stands beside a clause: gerunds after prepositions, participles, aims, what was left undone."""

from __future__ import annotations

from dataclasses import replace

from extract.english.wordlists import word_class
from extract.factuality.edges import Edge
from extract.factuality.event_nouns import is_supposable
from extract.factuality.signatures import Frame, signature
from extract.factuality.states import FRESH, State
from extract.model import Modality, Mood, Polarity
from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of, is_past
from extract.syntax.words import behind_comma, has_mark, is_bare, is_finite, is_infinitive, is_verbal

_TENTATIVE_PREPOSITIONS = frozenset({"at", "about", "toward", "towards", "over"})
#: Prepositions that a verb takes its gerund by, which then is no more certain than the verb.
_CLOSE = frozenset({"in", "to", "on", "of", "into", "from"})


def beside(word: Word, outer: State, edge: Edge) -> State:
    """A gerund after a preposition: "aimed at cutting costs", "may break the law by attacking".

    A whole clause is what it is about: in "knew little about how it works" it works, in "fears about how" perhaps.
    """
    preposition = edge.cue
    if preposition is None:
        return FRESH
    lower = preposition.lower
    if lower in _TENTATIVE_PREPOSITIONS and not _is_skill(preposition) and not _is_about_a_fact(word, preposition):
        return State(modality=Modality.POSSIBLE, mood=Mood.PLAN).but("aimed at", preposition)
    if lower in ("by", "in") and not outer.negative:
        return replace(outer, by_object=False)
    if lower in ("on", "upon") and word.lemma in _MEETING:
        return FRESH  # tried to flee on seeing the navy: they saw it
    if preposition.head.pos in ("VERB", "AUX") and lower in (*_CLOSE, "by"):
        return _of_verb(preposition, outer)
    done = outer.mood is Mood.STATEMENT and is_past(preposition.head)  # they believe it burned before setting it off
    if lower == "before" and word.tag == "VBG" and done and not outer.negative:
        return replace(outer, by_object=False)
    open_yet = not outer.plain and (lower == "before" or outer.mood is not Mood.STATEMENT)
    if lower in ("before", "after") and word.tag == "VBG" and open_yet:  # "could be jailed after confessing": he did
        return State(modality=Modality.PROBABLE, mood=Mood.FORECAST).but("still to come", None)
    return FRESH


def is_before_all(clause: Word, host: Word) -> bool:
    """He would want to hear from her before he drew any conclusions: he has drawn none yet.

    It could take months before the cause was known: nobody says that it is. But "could not save it before it fell".
    They said it would be ready before the fair opened: the fair was still to come, too. So it may be if nobody is
    named who said it.
    """
    if any(c.dep == "neg" for c in host.left) and any(c.lower == "could" for c in host.left):
        return _is_before_any(clause)
    form, then = complex_of(host), complex_of(clause)
    if form.modal in ("could", "may", "might") and form.aspect is None and (then.tense, then.modal) == ("past", None):
        return clause.dep == "advcl" and any(c.lower in ("before", "until", "till") for c in clause.left)
    told = form.modal == "would" and form.aspect is None and (host.is_root or host.i > host.head.i)
    told = told and host.dep in ("ccomp", "ROOT")
    if told and (then.tense, then.modal, then.aspect) == ("past", None, None) and clause.i > host.i:
        return clause.dep == "advcl" and has_mark(clause, "before")
    ahead = form.modal in ("would", "will", "must", "should", "could", "may", "might")
    return ahead and _is_before_any(clause)


def came_before(clause: Word, host: Word) -> State | None:
    """He died before she had finished anything, left before anyone saw him: she had not, nobody did."""
    form = complex_of(host)
    if form.tense != "past" or form.modal is not None or not _is_before_any(clause):
        return None
    return State(Polarity.NEGATIVE, Modality.PROBABLE).but("before any", None)


def _is_before_any(clause: Word) -> bool:
    if clause.dep != "advcl" or not has_mark(clause, "before"):
        return False
    parts = [w for c in clause.having("nsubj", "nsubjpass", "dobj") for w in (c, *c.left)]
    return any(w.lower in ("any", "anyone", "anybody", "anything") for w in parts)


_MEETING = frozenset({"see", "hear", "learn", "enter", "arrive", "reach", "return", "discover", "notice", "receive"})


def _is_about_a_fact(word: Word, preposition: Word) -> bool:
    """Details of how it was done, nothing that is feared or disputed."""
    noun = preposition.head
    own = word.child("nsubj", "nsubjpass") is not None
    if own and preposition.lower == "about" and noun.lemma in ("forget", "hear", "know", "learn", "read"):
        return True  # knew about Reed lying
    finite = own and any(c.tag in ("WRB", "WP", "WDT") for c in word.left)
    return finite and (noun.pos != "NOUN" or noun.lemma not in _DISPUTES)


#: What is about something that need not be so.
_DISPUTES = word_class("disputes")


def _of_verb(preposition: Word, outer: State) -> State:
    """did not rely on selling it, cannot profit by selling it: nothing is said of a sale. May rely on it: possible"""
    close = preposition.lower in _CLOSE
    if outer.negative and (close or complex_of(preposition.head).modal is not None):
        return State(modality=Modality.UNCOMMITTED).but("beside a denied verb", None)
    return replace(outer, by_object=False) if close and not outer.plain else FRESH


def _is_skill(preposition: Word) -> bool:
    """successful at recruiting: they do recruit"""
    return preposition.lower == "at" and preposition.head.pos == "ADJ"


def comes_with(word: Word, host: Word, outer: State) -> bool:
    """The law would ban the trade, forcing shops to close or while doing so: as uncertain as what it comes with.

    Not what is so anyway or was so before: "may resign, fearing a trial", "will stay, having signed".
    """
    if outer.plain or outer.negative or outer.mood is Mood.QUESTION:
        return False
    planned = is_infinitive(host) and word.lemma not in _STIRRING and outer.mood in _THOUGHT_OF and _is_ahead(host)
    if _is_with(word, outer):
        return True
    allowed = outer.mood is Mood.HYPOTHESIS and is_infinitive(host)  # "would allow him to stay while keeping his seat"
    if complex_of(host).modal is None and not (planned or allowed):
        return False
    mark = word.child("mark")
    own = word.child("nsubj", "nsubjpass", "aux", "auxpass") is not None
    own = own or (mark is not None and mark.lower != "while")  # "would help farmers while allowing him to stay"
    thought = word.lemma not in _BRINGING and signature(word.lemma, "verb", Frame.THAT) is not None
    follows = word.tag == "VBG" and word.i > host.i and not own
    return follows and not thought and word.lemma not in _SO_ANYWAY


def deed_before(word: Word, host: Word) -> Word:
    """ "The mill is due to close, ending a century of work": closing ends it, and not that it is due."""
    inner = host.child("acomp") or host
    deed = next((w for w in reversed(inner.right) if w.i < word.i and w.dep == "xcomp" and is_infinitive(w)), None)
    beside_it = word.tag == "VBG" and word.dep == "advcl" and behind_comma(word)
    return host if deed is None or not beside_it else deed


def _is_ahead(infinitive: Word) -> bool:
    """Is to close; not: sought to close, declared it a danger to close it."""
    finite = next((w for w in infinitive.ancestors() if is_verbal(w) and is_finite(w)), None)
    return finite is not None and complex_of(finite).tense == "present"


_THOUGHT_OF = frozenset({Mood.FORECAST, Mood.PLAN, Mood.WISH})
#: What a plan itself does, long before it is carried out.
_STIRRING = word_class("verbs of stirring")


def _is_with(clause: Word, outer: State) -> bool:
    """With the gates closed, the town would be safe: they are not closed yet."""
    if outer.mood is not Mood.HYPOTHESIS or clause.tag not in ("VBN", "VBD") or clause.i > clause.head.i:
        return False
    return has_mark(clause, "with") and complex_of(clause.head).modal == "would"


#: Verbs that may take a that-clause, and that say what comes of something.
_BRINGING = frozenset({"allow", "ensure", "guarantee", "keep", "permit"})
#: What holds whether or not the main clause comes true: states, grounds and manners of speaking.
_SO_ANYWAY = word_class("verbs so anyway")


def is_aim(word: Word) -> bool:
    """They built a wall so that the river does not flood the town; use a lock so it doesn't open: nobody says it won't.

    Not what came of something: "it rained so much that it flooded", "the dam was shut, so the town is dry".
    """
    so = next((c for c in word.left if c.lower == "so" and c.dep == "mark"), None)
    if so is None:
        return False
    subject, verb = word.child("nsubj", "nsubjpass", "expl"), complex_of(word)
    if subject is None or subject.i < so.i or (verb.tense == "past" and verb.modal is None):
        return False
    if any(c.lower == "that" and c.dep == "mark" and c.i == so.i + 1 for c in word.left):
        return True
    before = next((c for c in word.left if c.dep == "ccomp" and c.i < so.i), None)
    first = before if word.is_root else word.head
    if first is None or any(c.text == "," and c.i == so.i - 1 for c in (*word.left, *first.right)):
        if first is None and verb.modal == "will":
            return False  # the race is close, so he won't win
        return any(c.dep == "neg" for c in word.left) and (first is None or complex_of(first).modal is not None)
    return first.tag == "VB" or first.lemma in {"need", "want"} or complex_of(first).modal is not None


def purpose(outer: State) -> State:
    """It cut prices to win back customers: intended, and no more certain than what is done for it."""
    degree = Modality.PROBABLE if outer.modality is Modality.CERTAIN and not outer.negative else Modality.UNCOMMITTED
    return State(modality=degree, mood=Mood.PLAN).but("purpose", None)


def without(outer: State, edge: Edge) -> State:
    """ "Left without paying" denies it; "never left without paying", "hardly a day passes without a call" do not."""
    if outer.negative and edge.cue is not None and edge.cue.lower == "without" and _is_at_no_time(outer):
        return FRESH
    if outer.negative or outer.open or (edge.cue is not None and _opens(edge.cue) and not outer.plain):
        return State(modality=Modality.UNCOMMITTED).but("without", edge.cue)
    denied = edge.cue is not None and edge.cue.lower == "without"  # what is done instead denies nothing by a word
    return State(Polarity.NEGATIVE, outer.modality, denied=denied).but("without", edge.cue)


def _is_at_no_time(outer: State) -> bool:
    statement = outer.mood is Mood.STATEMENT and outer.modality in (Modality.CERTAIN, Modality.PROBABLE)
    return statement and any(cue.lower in _AT_NO_TIME for cue in outer.cues)


_AT_NO_TIME = frozenset({"hardly", "never", "no", "rarely", "scarcely", "seldom"})


def _opens(preposition: Word) -> bool:
    """Without a deal, the firm will close: a condition where it stands before what it is for"""
    return preposition.i < preposition.head.i


_AWAITING = frozenset({Mood.FORECAST, Mood.PLAN, Mood.WISH, Mood.HYPOTHESIS, Mood.IMPERATIVE})
#: "Withdrew the offer until the bridge was open": nobody says that it came to that.
_PUTTING_OFF = frozenset({"adjourn", "delay", "postpone", "rescind", "suspend", "withdraw", "withhold"})


#: Adverbial clauses that wait for something: "until talks resume", "once it is signed".
_WAITING = frozenset({"until", "till", "once"})


def is_waited_for(clause: Word, host: Word, outer: State) -> bool:
    """until it opens, once it is signed; not: found work, once appearing on a show"""
    if not any(c.lower in _WAITING for c in clause.left) or (clause.tag == "VBG" and clause.child("nsubj") is None):
        return False
    if clause.tag == "VBN" and is_bare(clause):  # will open once completed; was a mayor, once elected by farmers
        return outer.mood in _AWAITING and not any(c.lower == "once" and c.dep == "advmod" for c in clause.left)
    return complex_of(clause).tense != "past" or _is_put_off(clause, host, outer)


def _is_put_off(clause: Word, host: Word, outer: State) -> bool:
    """would not say more until the family had been told; withdrew the offer until the bridge was open

    They did not see it until it was too late: it was.
    """
    if not any(c.lower in ("until", "till") for c in clause.left):
        return False
    ahead = outer.mood in _AWAITING or (outer.modality is not Modality.CERTAIN and is_infinitive(host))
    return ahead or host.lemma in _PUTTING_OFF


def is_whenever(clause: Word, host: Word) -> bool:
    """When prices rise, people buy less; when a bank fails, its owners pay: nobody says that they do rise or one does.

    Not: when the bell rings, he leaves; the film begins when guards find a body.
    """
    subject = clause.child("nsubj", "nsubjpass")
    other = host.child("nsubj", "nsubjpass")
    if subject is None or other is None or clause.dep != "advcl" or host.lemma in _UNFOLDING:
        return False
    if any(w.entity or w.pos == "PROPN" for w in (*clause.subtree(), *other.subtree())):
        return False  # "Lund dies when a car hits him in Tarn": that is told in the present
    if not any(c.lower in ("when", "whenever") for c in clause.left):
        return False
    verbs = [complex_of(clause), complex_of(host)]
    if any(verb.tense != "present" or verb.aspect is not None or verb.modal is not None for verb in verbs):
        return False
    if any(w.tag == "NN" and not w.left and w.lower not in _ANYBODY for w in (subject, other)):
        return False  # "Man dies when tree falls on car"
    owned = any(w.dep == "poss" and w.tag == "PRP$" for w in other.left)  # "when a bank fails, its owners pay"
    owned = owned or (other.tag == "PRP" and other.lower in ("it", "they") and subject.i < other.i)
    return (is_supposable(subject) or subject.lower in _ANYBODY) and (
        owned or is_supposable(other) or other.lower in _ANYBODY
    )


_ANYBODY = frozenset({"anybody", "anyone", "one", "people", "somebody", "someone"})
_UNFOLDING = frozenset({"begin", "come", "end", "open", "start"})


def is_yours(clause: Word) -> bool:
    """When you are tired, you have to rest: whoever reads it may not be tired."""
    own = clause.child("nsubj", "nsubjpass")
    return own is not None and own.lower == "you"


def contrasts(clause: Word) -> bool:
    """While riders enjoy the game, those who play in a browser will see delays: they do enjoy it.

    Not: while you are at home, keep the windows closed.
    """
    own = clause.child("nsubj", "nsubjpass")
    if own is None or is_yours(clause):
        return False
    if own.tag == "PRP" and clause.lemma == "be" and clause.child("acomp", "attr") is None:
        return False
    return clause.i < clause.head.i and any(c.lower == "while" for c in clause.left)


def happens(clause: Word) -> bool:
    """When the mine closes, they would leave: that is still to come. Not: It would be sad when so many are hungry."""
    return complex_of(clause).aspect is None and clause.lemma not in word_class("states")
