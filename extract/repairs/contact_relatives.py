"""Relative clauses without a pronoun: "the house he was mending", "the man police arrested"."""

from __future__ import annotations

from extract.claims.nounphrase import is_kind, is_role
from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    PAST_TAGS,
    SUBJECTS,
    is_finite,
    is_time,
    is_verbal,
    subject_label,
)

#: What nobody does without an object, beside the verbs of the word list.
_TRANSITIVE = frozenset(
    {"arrest", "attend", "bar", "board", "build", "buy", "carry", "charge", "demolish", "describe", "detain", "discard"}
    | {"fire", "frequent", "hold", "hurt", "inhabit", "injure", "invite", "kill", "lose", "name", "occupy", "own"}
    | {"question", "rebuild", "renovate", "repair", "rescue", "ride", "seize", "share", "shoot", "steal", "throw"}
    | {"use", "visit", "wear", "wield", "write"}
)
_GIVING = frozenset({"give", "grant", "hand", "lend", "send", "show"})


def gap_beside_place(verb: Word) -> None:
    """ "She prayed at a church Mayor Holt attended", "was shot at a house he was mending": that is what he attended."""
    subject, main = verb.child("nsubj"), verb.head
    if subject is None or subject.tag[0] == "W" or verb.i < main.i or not is_finite(verb):
        return
    if not _needs_object(verb):
        return
    if verb.child("dobj", "mark", "ccomp", "xcomp", "auxpass", "attr") is not None:
        return
    if main.lemma in reporting("verb") and verb.lemma not in _TRANSITIVE:
        return
    first = verb.subtree()[0]
    noun = next((w for w in main.subtree() if w.i == first.i - 1 and not verb.holds(w)), None)
    if noun is None or noun.tag not in {"NN", "NNS"} or noun.dep not in {"pobj", "dobj", "attr"} or is_time(noun):
        return
    if (
        first.tag != "WRB"
        and first.dep not in AUXILIARIES
        and not is_person(noun)
        and any(w.dep == "det" for w in noun.left)
    ):
        verb.attach(noun, "relcl")


def gun_he_carried(verb: Word) -> None:
    """ "Lund had seen the gun Holt was carrying": the gun is what he carried, and nobody is called "gun Holt"."""
    name, main = verb.child("nsubj"), verb.head
    thing = None if name is None else next((w for w in name.left if w.i == name.i - 1 and w.dep == "compound"), None)
    if name is None or thing is None or verb.i < main.i or name.left[0].dep != "det" or not _is_done_to(thing, name):
        return
    if main.child("dobj", "dative") is not None or not is_verbal(main) or not _lacks_object(verb, None):
        return
    for word in [w for w in name.left if w.i < thing.i]:
        word.attach(thing, word.dep)
    thing.attach(main, "dobj")
    verb.attach(thing, "relcl")


def note_given(verb: Word) -> None:
    """ "The court saw a note Holt gave police": the note is what he gave them."""
    subject, whom, main = verb.child("nsubj"), verb.child("dobj"), verb.head
    if subject is None or whom is None or verb.lemma not in _GIVING or main.i > verb.i:
        return
    if not is_person(whom) and whom.lower != "police":
        return
    first = verb.subtree()[0]
    thing = next((w for w in main.subtree() if w.i == first.i - 1 and not verb.holds(w)), None)
    if thing is None or thing.tag not in {"NN", "NNS"} or thing.dep not in {"dobj", "pobj"} or is_person(thing):
        return
    if is_time(thing) or whom.i != verb.i + len(whom.left) + 1 or verb.child("mark", "dative", "prep") is not None:
        return
    whom.dep = "dative"
    verb.attach(thing, "relcl")


#: Of whom it is told what others did with them: "the bank officials" are officials, "the man officials" met are no men.
_ANYBODY = frozenset({"boy", "girl", "man", "person", "suspect", "teen", "teenager", "woman"})


def man_police_arrested(noun: Word) -> None:
    """ "The man police arrested is a baker", "The church Lund attended was full": the man is, the church was."""
    thing = next((w for w in noun.left if w.i == noun.i - 1 and w.dep in {"compound", "amod"}), None)
    verb = next((w for w in (noun.head, *noun.right) if w.i == noun.i + 1 and w.tag in PAST_TAGS), None)
    if thing is None or verb is None or not is_verbal(verb) or noun.left[0].lower not in {"a", "an", "the"}:
        return
    main = next((w for w in (verb.head if verb is noun.head else noun.head, *verb.right) if _goes_on(w, verb)), None)
    inside = noun.dep in {"dobj", "pobj"} and verb.head is noun
    if not (main or inside) or not _is_done_to(thing, noun) or not _lacks_object(verb, main):
        return
    if main is not None and not main.holds(verb):
        main.take_place_of(verb)
        for word in [w for w in verb.right if w.i > main.i]:
            word.attach(main, word.dep)
    for word in [w for w in noun.left if w.i < thing.i]:
        word.attach(thing, word.dep)
    thing.tag, thing.pos = "NN", "NOUN"
    verb.tag = "VBD"
    if main is None:
        thing.take_place_of(noun)
    else:
        thing.attach(main, subject_label(main))
    verb.attach(thing, "relcl")
    noun.attach(verb, "nsubj")


def _goes_on(main: Word, verb: Word) -> bool:
    """Whether a word is a finite verb behind another, without a subject of its own between them."""
    own = any(verb.i < w.i for w in main.left if w.dep in {*SUBJECTS, "mark", "cc"})
    return main.i > verb.i and main.pos in {"VERB", "AUX"} and is_finite(main) and not own


def _is_done_to(thing: Word, noun: Word) -> bool:
    """The man police arrested, the church Lund attended; not: the bank officials, the singer Lund."""
    if noun.pos == "PROPN":
        return thing.tag == "NN" and not (is_person(thing) or is_role(thing) or is_kind(thing))
    return thing.lower in _ANYBODY and (noun.lower == "police" or (noun.tag == "NNS" and is_person(noun)))


def _lacks_object(verb: Word, main: Word | None) -> bool:
    said = [w for w in verb.children if w is not main and w.dep in _FULL]
    return not said and _needs_object(verb)


_FULL = frozenset({"dobj", "agent", "mark", "ccomp", "xcomp", "auxpass", "attr", "acomp", "cc"})


def _needs_object(verb: Word) -> bool:
    return verb.lemma in _TRANSITIVE or verb.lemma in entries("needing_objects")
