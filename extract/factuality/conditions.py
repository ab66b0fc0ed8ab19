"""Conditions and what depends on them."""

from __future__ import annotations

from collections.abc import Iterator

from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import Frame, signature
from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of, is_past

_INVERTED = frozenset({"should", "were", "had"})
#: They follow the auxiliary of any clause: "the two had each held a stake".
_FLOATING = frozenset({"each", "both", "all", "himself", "herself", "itself", "themselves"})
_CONSIDERING = frozenset(
    {"look", "think", "consider", "compare", "recall", "remember", "count", "ask", "examine", "imagine"}
)
_FAR = 12
_UNREAL = frozenset({"would", "could", "might", "may", "should", "'d"})
_OPEN = _UNREAL | {"can", "will"}
_OPINING = frozenset({"think", "believe", "guess", "suppose", "hope", "know", "feel", "imagine"})
_FORESEEING = frozenset({"predict", "forecast", "project", "foresee", "promise", "vow", "threaten", "warn", "pledge"})


def condition_mark(word: Word) -> Word | None:
    """The word that makes an adverbial clause a condition: "if", "unless", "provided (that)", "as long as"."""
    for child in word.left:
        if child.dep in ("mark", "advmod") and child.lower in entries("conditional") and not _concedes(child, word):
            return None if child.lower == "if" and is_asked(word) else child
    for child in word.left:
        if child.dep == "aux" and child.lower in _INVERTED and _inverted(word, child) and _may_be_unreal(word, child):
            return child
    if word.i == 0 and word.head is not word and _is_inverted_verb(word):
        return word
    if word.dep == "advcl" and (noun := mark_of_next_time(word) or _in_the_event(word)) is not None:
        return noun
    host = word.head
    if host.lower == "long" and any(c.lower in ("as", "so") for c in host.left):
        return host
    return None


def mark_of_next_time(word: Word) -> Word | None:
    """The next time you feel hungry, eat an apple: nobody is said to feel so."""
    time = next((c for c in word.left if c.lower == "time" and c.dep in ("npadvmod", "nsubj")), None)
    return _supposed(word, time)


def _in_the_event(word: Word) -> Word | None:
    """The mill will be sold in the event that the council agrees."""
    opener = word.left[0] if word.left else None
    noun = opener.child("pobj") if opener is not None and opener.lower == "in" else None
    return noun if noun is not None and noun.lower == "event" else None


def in_case(word: Word) -> Word | None:
    """In case you are in town, the ferry is late: it is late in any case, but nobody says that you are in town."""
    preposition = next((c for c in word.left if c.dep == "prep" and c.lower == "in"), None)
    case = preposition.child("pobj") if preposition is not None else None
    subject = word.child("nsubj", "nsubjpass", "expl")
    if case is None or subject is None or case.lower != "case" or case.left or case.right:
        return None
    return case if case.i == subject.subtree()[0].i - 1 else None


def next_time_of(clause: Word) -> Word | None:
    """The same where the clause hangs on the time."""
    return _supposed(clause, clause.head) if clause.head.lower == "time" and clause.head.dep != "pobj" else None


def _supposed(word: Word, time: Word | None) -> Word | None:
    subject = word.child("nsubj")
    if time is None or subject is None or subject.lower not in ("you", "someone", "somebody"):
        return None
    return time if any(c.lower == "next" for c in time.left) else None


def inverted_after(word: Word, host: Word) -> Word | None:
    """The "had" of "It would have closed had the bank called in the loan"."""
    had = next((c for c in word.left if c.dep == "aux" and c.lower == "had" and _inverted(word, c)), None)
    if had is None or word.i < host.i or word.dep in ("conj", "dep"):
        return None
    verb = complex_of(host)
    return had if verb.modal in ("would", "could", "might") and verb.aspect == "perfect" else None


def _may_be_unreal(word: Word, auxiliary: Word) -> bool:
    """Had the guards acted, it would have held. Not: his wife, knowing of it, had it moved to Oslo, and he agreed."""
    if auxiliary.lower != "had" or (auxiliary.i == 0 and word.i < word.head.i):
        return True
    if word.head is word:
        return auxiliary.i < 2
    host = complex_of(word.head)
    content = word.head.child("ccomp")
    return _UNREAL & {host.modal, complex_of(content).modal if content is not None else None} != set()


def _is_inverted_verb(word: Word) -> bool:
    """Had the guards acted, ...; Were the euro to fall, ...: the parser takes the auxiliary for the verb."""
    if word.lower == "had":
        return any(c.dep == "ccomp" and c.child("nsubj") for c in word.right)
    return word.lower == "were" and any(c.dep == "nsubj" or (c.dep == "attr" and c.child("relcl")) for c in word.right)


def is_asked(word: Word) -> bool:
    """It is not known if they survived: "if" is "whether" where it fills the verb's object."""
    host = word.head
    if host is word or host.i > word.i or signature(host.lemma, "verb", Frame.WHETHER) is None:
        return False
    if host.lemma == "ask" and host.dep == "advcl" and host.tag in ("VBN", "VBD") and word.i - host.i < _FAR:
        return True  # Asked if it would close, Lund said no.
    subject = host.child("nsubj", "nsubjpass")
    if host.child("ccomp", "dobj", "xcomp") is not None or subject is None:
        return False
    return subject.lower == "it" or host.lemma in ("know", "wonder", "ask", "see")


def _concedes(mark: Word, word: Word) -> bool:
    """even if, as if, if only for her health: no condition"""
    only = any(w.lower == "only" and w.i == mark.i + 1 and w.head.pos == "ADP" for w in word.subtree())
    return only or any(w.i == mark.i - 1 and w.lower in {"even", "as"} for w in (*mark.left, *word.left))


def _inverted(word: Word, auxiliary: Word) -> bool:
    """Should prices rise, ...: the auxiliary stands before the subject of a subordinate clause."""
    return any(
        c.dep in ("nsubj", "nsubjpass", "expl") and c.i > auxiliary.i and c.lower not in _FLOATING for c in word.left
    )


def condition_of(word: Word) -> Word | None:
    """The verb of the condition that `word` holds under, if its clause has one ("If X, it will fall").

    A plain past is no consequence: in "It agreed to pay more if the price fell" the agreement is a fact. But it is one
    behind "then": "If the firm knew, then the minister knew."
    """
    for clause in _clauses(word):
        if condition_mark(clause) is not None and not _is_invitation(clause):
            told = is_past(word) and not _follows(word) and not (clause.i < word.i and _is_of_truth(clause))
            stands = told or _stands_anyway(word)
            return None if stands else clause
    if word.dep == "ccomp" and condition_holder(word.head) is word:
        return next((c for c in _clauses(word.head) if condition_mark(c) is not None), None) or _prepositional(word)
    if word.dep == "conj" and complex_of(word).modal in _OPEN and complex_of(word.head).modal in _OPEN:
        first = condition_of(word.head)  # If the dam fails, the mill will close, and the town may drown.
        if first is not None and first.i < word.head.i:
            return first
    return _prepositional(word)


def _prepositional(word: Word) -> Word | None:
    """In the event of rain, it will be moved; without a loan, it will close. Not: "Without a hat, she will leave"."""
    if complex_of(word).modal not in _OPEN or complex_of(word).modal == "should":
        return None
    for phrase in (c for c in word.children if c.dep == "prep"):
        noun = phrase.child("pobj")
        if noun is None:
            continue
        if phrase.lower in ("absent", "barring") or (phrase.lower == "in" and _is_of_what_may_be(noun)):
            return phrase
        subject = word.child("nsubj", "nsubjpass", "expl")
        fronted = phrase.lower == "without" and subject is not None and phrase.i < subject.i
        if fronted and noun.lemma in word_class("words for what is needed"):
            return phrase
    return None


def _is_of_what_may_be(noun: Word) -> bool:
    """In case of rain, in the event of a tie, in the case of a fire. Not: in the case of Tarn, of the mill."""
    of = next((c.child("pobj") for c in noun.right if c.lower == "of"), None)
    if of is None or noun.lower not in ("case", "event"):
        return False
    return noun.lower == "event" or not noun.left or any(c.lower in ("a", "an") for c in of.left)


def _is_invitation(clause: Word) -> bool:
    """If you look at the banks, the cost is high: it is, whether anybody looks or not.

    So is it if there is one thing that they have learnt.
    """
    what = clause.child("attr", "dobj") if clause.child("expl") is not None else None
    if what is not None and what.lemma in ("lesson", "thing") and what.child("relcl") is not None:
        it = clause.head.child("nsubj")
        return clause.head.lemma == "be" and it is not None and it.lower == "it"
    subject = clause.child("nsubj")
    alone = complex_of(clause).modal is None and clause.child("neg") is None
    return alone and subject is not None and subject.lower == "you" and clause.lemma in _CONSIDERING


def condition_holder(host: Word) -> Word:
    """The verb that a condition beside `host` is for: of a report in the past its content.

    "If they attack," the general warned, "we will answer": he warned in any case.
    """
    content = host.child("ccomp")
    sign = signature(host.lemma, "verb", Frame.THAT)
    if content is None or sign is None or not sign.reports or not (is_past(host) or _stands_anyway(host)):
        return host
    return content


def _stands_anyway(verb: Word) -> bool:
    """If it rains, I think it will fail: the thought is there. Economists predict growth if the law passes."""
    form = complex_of(verb)
    if form.tense != "present" or form.modal is not None or verb.child("neg") is not None:
        return False
    subject = verb.child("nsubj")
    if verb.lemma in _OPINING:
        return subject is not None and subject.lower in ("i", "we") and verb.child("ccomp") is not None
    return verb.lemma in _FORESEEING and subject is not None


def _is_of_truth(clause: Word) -> bool:
    """If the police are right, if reports are to be believed, the guard opened the gate: else he may not have."""
    truth = clause.child("acomp", "xcomp") if clause.lemma == "be" else clause
    return truth is not None and truth.lower in ("accurate", "believed", "correct", "right", "true")


def _follows(word: Word) -> bool:
    return any(c.lower == "then" and c.dep == "advmod" for c in word.left)


def _clauses(word: Word) -> Iterator[Word]:
    """Its adverbial clauses, also those under an adverb ("as long as prices hold")."""
    for child in word.children:
        if child.dep in ("advcl", "parataxis") or (child.dep == "ccomp" and child.i < word.i):
            yield child
        elif child.pos == "ADV" and child.right:
            yield from child.having("advcl")


def condition_words(clause: Word) -> tuple[Word, ...]:
    """The words of an if-clause, without the commas around it."""
    words = (clause.head if clause.head.lower == "long" else clause).subtree()  # as long as she leads
    mark = condition_mark(clause)
    if mark is not None and mark.lower in _INVERTED:  # As Lund put it, "Had she known, ..."
        words = [word for word in words if word.i >= mark.i]
    while words and words[-1].pos == "PUNCT":
        words.pop()
    while words and words[0].pos == "PUNCT":
        words.pop(0)
    return tuple(words)
