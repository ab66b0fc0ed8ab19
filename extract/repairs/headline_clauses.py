"""Clauses of headlines, and what hangs on their verbs: "Shares slide as chipmaker cuts outlook"."""

from __future__ import annotations

from functools import cache

from extract.claims.nounphrase import is_plural
from extract.english.persons import person_noun
from extract.english.wordlists import entries
from extract.factuality.signatures import Frame, reporting, signature
from extract.syntax.tree import Tree, Word
from extract.syntax.words import NOUNS, TIME_ENTITIES, VERBS, is_infinitive

#: Plural nouns of the news that follow a noun as its head: "peace talks", "company profits".
HEAD_NOUNS = frozenset(
    {"attack", "charge", "claim", "fight", "march", "order", "plan", "play", "protest", "record", "rule", "run",
     "show", "state", "strike", "study", "test", "train", "vote", "win", "work", "share", "offer", "release"}
)  # fmt: skip
#: Verbs whose form in -s is the plural of nothing.
NO_NOUNS = frozenset({"admit", "apologise", "apologize", "deny", "die", "hear", "recognise", "reopen", "sink", "soar"})


@cache
def known_verbs() -> frozenset[str]:
    """Verbs that the word lists know, with those that are nouns too."""
    return reporting("verb").union(*map(entries, ("needing_objects", "headline_verbs", "giving_verbs", "naming_verbs")))


_CONJUNCTIONS = frozenset({"after", "as", "before", "while"})


def _clause_of_conjunction(opener: Word) -> None:
    """ "Shares slide as chipmaker cuts outlook": it cuts it."""
    gerund = opener.child("pcomp")
    if gerund is not None:
        _clause_behind_gerund(opener, gerund)
    noun = opener.child("pobj")
    if noun is None or noun.tag not in {"NN", "NNS", "VBZ"} or _clause_without_object(opener, noun):
        return
    verb = next((w for w in noun.left if w.tag == "NNS" and w.lemma.lower() in known_verbs()), None)
    subject = None if verb is None else next((w for w in (*verb.left, *noun.left) if w.i == verb.i - 1), None)
    if verb is None or subject is None or is_plural(subject) or subject.pos not in NOUNS:
        return
    verb.attach(opener.head, "advcl", "VBZ")
    verb.hang(mark=opener, dobj=noun)
    subject.adopt(w for w in noun.left if w.i < subject.i)
    subject.attach(verb, "nsubj")


def _clause_behind_gerund(opener: Word, fighting: Word) -> None:
    """ "UN calls for truce as fighting spreads": it spreads, and nobody fights spreads."""
    spreads = fighting.child("dobj")
    known = known_verbs() | entries("intransitive_verbs") | _HAPPENING
    if opener.lower != "as" or spreads is None or spreads.tag != "NNS" or spreads.lemma not in known or fighting.left:
        return
    if spreads.i == fighting.i + 1 and not spreads.left:
        spreads.attach(opener.head, "advcl", "VBZ")
        fighting.attach(spreads, "nsubj", "NN")
        opener.attach(spreads, "mark")


#: What happens in a clause behind "as": "Two dead as bus crashes into shop".
_HAPPENING = frozenset({"close", "crash", "explode", "open", "spread"})
_AHEAD = frozenset({"into", "off", "onto", "through"})


def _clause_without_object(opener: Word, noun: Word) -> bool:
    """ "Ministers resign as tax row deepens", "Prices jump as fuel costs soar": it deepens, they soar.

    "Residents furious after bus cuts": there nothing cuts.
    """
    end = noun.subtree()[-1]
    tag = "VBP" if is_plural(noun) else "VBZ"
    verb = next((w for w in opener.head.right if w.dep == "advcl" and w.tag == tag and w.i == end.i + 1), None)
    if verb is not None and verb.child("nsubj") is None:
        verb.hang(nsubj=noun, mark=opener)
        return True
    subject = noun.left[-1] if noun.left else None
    happens = noun.lemma.lower() in _HAPPENING and opener.lower == "as" and all(w.dep == "prep" for w in noun.right)
    if subject is None or subject.dep != "compound" or (noun.right and not happens):
        return False
    if noun.tag not in ({"NN"} if is_plural(subject) else {"NNS", "VBZ"}):
        return False
    if opener.lower in {"after", "before"} and noun.lemma.lower() not in entries("intransitive_verbs") | NO_NOUNS:
        return False
    if not happens and noun.lemma.lower() not in known_verbs() - HEAD_NOUNS:
        return False
    if person_noun(noun.lemma.lower()) is not None:
        return False
    into = next((w for w in opener.head.right if w.dep == "prep" and w.i == noun.i + 1 and w.lower in _AHEAD), None)
    noun.attach(opener.head, "advcl")
    noun.pos, noun.tag = "VERB", tag
    if into is not None:
        into.attach(noun, "prep")  # "Nine killed as bus plunges into river"
    opener.attach(noun, "mark")
    subject.adopt(w for w in noun.left if w is not opener and w is not subject)
    subject.attach(noun, "nsubj")
    return True


def restore_clauses(tree: Tree) -> None:
    for word in list(tree.words):
        if word.dep == "prep" and word.lower in _CONJUNCTIONS:
            _clause_of_conjunction(word)
        elif word.dep == "advcl" and word.tag == "NNS" and word.child("mark") is not None:
            _as_verb(word)


def _as_verb(noun: Word) -> None:
    """ "Twelve dead as ferry sinks off Marland": it sinks."""
    subject = next((w for w in noun.left if w.dep == "compound" and w.i == noun.i - 1), None)
    if subject is not None and not is_plural(subject) and noun.lemma.lower() in known_verbs() - reporting("verb"):
        noun.retag("VBZ")
        subject.attach(noun, "nsubj")


def restore_part(word: Word) -> None:
    """What hangs on a verb of a headline in a way that no headline means.

    "Workers strike as airline freezes pay", "Storm kills six as river rises", "Profits soar as airline cuts routes,
    raises fares", "Norrby thrash Ostmark to reach final".
    """
    verb = word.head
    if word.dep == "conj" and word.pos in NOUNS and verb.pos in VERBS and not word.left:
        last = next((w for w in verb.right if w.dep == "advcl" and w.i == word.i - 1 and not w.right), None)
        if last is not None:
            word.attach(last, "dobj")
    elif word.dep == "npadvmod" and word.tag == "CD" and verb.lemma in {"kill", "hurt", "injure", "wound"}:
        word.dep = "dobj"
        verb.adopt(w for w in word.right if w.dep == "advcl")
    elif word.dep == "conj" and word.tag == "VBZ" and verb.tag == "VBP" and word.child("nsubj") is None:
        clauses = [w for w in verb.right if w.dep == "advcl" and w.tag == "VBZ" and w.i < word.i]
        if clauses and not any(w.dep == "cc" for w in verb.right):
            word.attach(clauses[0], "conj")
    elif word.dep == "npadvmod" and word.tag == "NNP" and verb.i < word.i - 1 and word.entity not in TIME_ENTITIES:
        nears = next((w for w in verb.right if w.dep == "advcl" and w.tag == "VBZ" and w.i == word.i - 1), None)
        word.attach(nears or verb, word.dep if nears is None else "dobj")  # "flee as wildfire nears Tarn"
    elif word.dep == "npadvmod" and word.tag == "NNP" and verb.tag == "VBZ" and word.i == verb.i + 1:
        word.dep = word.dep if verb.child("dobj") or word.entity in TIME_ENTITIES else "dobj"  # "Pope visits Tarn"
    elif verb.dep == "dobj" and _tells_when(word) and word.i > verb.i:
        word.attach(verb.head, word.dep)
    elif word.dep == "xcomp" and verb.child("dobj") is not None and is_infinitive(word):
        word.dep = "xcomp" if signature(verb.lemma, "verb", Frame.TO) is not None else "advcl"


def _tells_when(word: Word) -> bool:
    """ "Airline cancels flights as pilots walk out", "Police hunt gunman after attack": so does the verb."""
    if word.dep == "advcl":
        return any(w.dep == "mark" and w.lower in _CONJUNCTIONS for w in word.left)
    return word.dep == "prep" and word.lower in {"after", "amid", "before", "despite", "during"}
