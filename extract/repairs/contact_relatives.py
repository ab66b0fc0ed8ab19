"""Relative clauses without a pronoun: "the church Lund attended", "the man police arrested"."""

from __future__ import annotations

from extract.claims.nounphrase import is_kind, is_role
from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    BREAKS,
    CLAUSES,
    FINITE_TAGS,
    NOMINATIVE,
    NOUNS,
    PAST_TAGS,
    SUBJECTS,
    WH_TAGS,
    first_conjunct,
    has_subject,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    subject_label,
)

_HELPERS = frozenset({"be", "do", "have"})
_OPENERS = frozenset({"DT", "PRP$"})
_MODIFIERS = frozenset({"CD", "JJ", "JJR", "JJS", "NN", "NNP", "NNS", "POS"})
#: What a verb has in place of the object that a clause about a noun lacks.
_FULL = frozenset({"acomp", "agent", "attr", "dobj", "mark", "oprd", "xcomp"})
#: Of whom it is told what others did with them: "the bank officials" are officials, "the man officials" met are no men.
_ANYBODY = frozenset({"boy", "girl", "man", "person", "suspect", "teen", "teenager", "woman"})
#: What nobody does without an object, beside the verbs of the word list.
_TRANSITIVE = frozenset(
    {"arrest", "attend", "board", "build", "buy", "carry", "describe", "detain", "found", "hold", "lose", "name"}
    | {"own", "rent", "repair", "seize", "steal", "use", "visit", "wear"}
)


def contact_relatives(tree: Tree) -> None:
    """ "The church Lund attended was full", "The children the nurses treated had fevers": two verbs, and two subjects.

    "He will close loopholes Lund used", "saw the gun Holt was carrying": behind an object what lacks one is about it.
    """
    for verb in tree.words[2:]:
        if verb.tag in {*PAST_TAGS, "VBZ", "VBP", "VBG"} and verb.lemma not in _HELPERS:
            _read(tree, verb)
    tree.roots = [w for w in tree.words if w.head is w]


@only_with(",")
def sums_up(tree: Tree) -> None:
    """ "Lund quit, a step few had expected", "He paid, a claim Reed's aides dispute": "a step few" is nobody.

    The parser makes the last clause the main one, and what is told before it what somebody says.
    """
    for noun in tree.words[3:-2]:
        if noun.lemma not in entries("summing_nouns") and noun.lemma not in entries("content_nouns"):
            continue
        first = _behind_comma(tree.words, noun)
        if first is None:
            continue
        top = noun.root
        told = top.child("ccomp")
        subject = top.child("nsubj")
        if noun.dep == "dobj" and noun.child("relcl") is not None and noun.head.child("dobj") is not noun:
            noun.dep = "dep"
        elif told is not None and subject is not None and told.i < first < subject.i < top.i and subject.holds(noun):
            if any(word.holds(noun) for word in tree.words[first : noun.i]) or noun.child("relcl", "acl") is not None:
                continue  # "The dam leaked, a statement the ministry issued said"
            told.lead()
            for word in tree.words[first : noun.i]:
                word.attach(noun, "det" if word.tag == "DT" else "amod")
            told.adopt(w for w in top.left if w.i < first)
            noun.attach(told, "dep")
            top.attach(noun, "relcl")
        elif noun.dep in {"amod", "compound", *SUBJECTS}:
            _sums_up_called(tree.words, noun, first)


def _behind_comma(words: list[Word], noun: Word) -> int | None:
    """Where a noun with "a" begins behind a comma, if a subject stands behind it: not "a report this week said"."""
    first, behind = noun.i, words[noun.i + 1]
    while words[first - 1].tag in {"DT", "JJ", "RB"}:
        first -= 1
    if first == noun.i or words[first].lower not in {"a", "an"} or words[first - 1].text != ",":
        return None
    subject = behind.tag in _SUBJECT_TAGS or behind.lower in _SEVERAL
    return first if subject and not (is_time(behind) or is_time(behind.head)) else None


def _sums_up_called(words: list[Word], noun: Word, first: int) -> None:
    """ "Lund accused her of theft, a charge her aides called absurd": they called it so, and are no charge."""
    verb = next((w for w in words[noun.i + 2 : noun.i + 8] if w.tag in PAST_TAGS and w.lemma in _JUDGING), None)
    told = next((w for w in words[first - 2].ancestors() if is_verbal(w) and is_finite(w)), None)
    if verb is None or told is None:
        return
    helpers = _helpers(words, verb)
    subject = words[(helpers or [verb])[0].i - 1]
    if _start(words, subject) is not words[noun.i + 1] or verb.child("dobj", "mark") is not None:
        return
    noun.adopt(words[first : noun.i])
    noun.attach(told, "dep")
    verb.attach(noun, "relcl")
    subject.attach(verb, "nsubj")
    verb.adopt(helpers, "aux")
    verb.retag("VBD" if verb.tag == "VBN" and not helpers else None)


_JUDGING = frozenset({"call", "deny", "describe", "dismiss", "dispute", "reject"})
_SUBJECT_TAGS = frozenset({"DT", "NNP", "NNPS", "NNS", "PRP", "PRP$"})
_SEVERAL = frozenset({"few", "many", "most", "others", "several", "some"})


def _read(tree: Tree, verb: Word) -> None:
    helpers = _helpers(tree.words, verb)
    finite = (helpers or [verb])[0]
    subject = tree.words[finite.i - 1]
    start = _start(tree.words, subject)
    if start is None or start.i == 0 or finite.tag not in {*FINITE_TAGS, *PAST_TAGS} or _is_full(verb):
        return
    thing = tree.words[start.i - 1]
    if thing.tag not in {"NN", "NNS"} or is_time(thing) or thing.head.lemma in entries("telling_verbs"):
        return
    if any(w.tag == "VBN" for w in helpers) or any(w.lemma == "be" for w in helpers[-1:] if verb.tag != "VBG"):
        return
    main = _main(tree.words, verb)
    read = verb.dep == "relcl" and verb.head.holds(thing) and subject.head is verb
    if main is not None and not (read and main.holds(verb)):
        if _parted(thing, subject, start) and _give(thing, subject, verb, main):
            _hang(thing, subject, verb, main, helpers)
    elif main is None and not read and _lacks(thing, verb):
        _hang(thing, subject, verb, None, helpers)


def _helpers(words: list[Word], verb: Word) -> list[Word]:
    """The auxiliaries right before a verb: "was" in "he was mending"."""
    first = verb.i
    while first and (words[first - 1].lemma in _HELPERS or words[first - 1].tag in {"MD", "RB"}):
        first -= 1
    return [w for w in words[first : verb.i] if w.tag != "RB"]


def _start(words: list[Word], subject: Word) -> Word | None:
    """The first word of a short subject with this head: a pronoun, a name, a noun with its article, or people."""
    first = subject.i
    if subject.lower in NOMINATIVE or subject.lower == "police":
        return subject
    if subject.tag == "NNP":
        while first and words[first - 1].tag == "NNP":
            first -= 1
        if words[first - 1].tag not in {*_OPENERS, "POS"}:
            return words[first]
    elif subject.tag not in {"NN", "NNS"}:
        return None
    first = subject.i
    while first and words[first - 1].tag in _MODIFIERS:
        first -= 1
    if first and words[first - 1].tag in _OPENERS and not _is_noun(words, subject, first):
        return words[first - 1]
    return subject if subject.tag == "NNS" and is_person(subject) else None


def _is_noun(words: list[Word], subject: Word, first: int) -> bool:
    """Whether the article belongs to a noun before the subject: "the man officers detained"."""
    return words[first].lower in _ANYBODY and subject.tag == "NNS" and first < subject.i


def _is_full(verb: Word) -> bool:
    """Whether a verb has an object or is about none: "used to" do so is done with a tool."""
    said = [w for w in verb.children if w.dep in _FULL and (w.dep != "xcomp" or verb.lemma != "use")]
    return bool(said) or verb.lemma in reporting("verb") - _TRANSITIVE


def _main(words: list[Word], verb: Word) -> Word | None:
    """The next finite verb, if there is no subject of its own before it, no comma and no joint."""
    for word in words[verb.i + 1 :]:
        if word.text in BREAKS or word.tag in {*WH_TAGS, "CC", ":"} or word.dep in {*SUBJECTS, "mark"}:
            return None
        if word.tag in FINITE_TAGS:
            main = word.head if word.dep in AUXILIARIES and word.head.i > word.i else word
            return None if verb.i < main.head.i < main.i and main.head.pos in NOUNS else main
    return None


def _parted(thing: Word, subject: Word, start: Word) -> bool:
    """Whether what stands before a subject is a noun of its own, and no more than what kind of thing it is."""
    if start is not subject or subject.tag == "PRP" or thing.head is not subject:
        return True
    if subject.tag == "NNP":
        return any(w.tag in _OPENERS for w in subject.left) and not (is_person(thing) or is_role(thing))
    return thing.lower in _ANYBODY


def _lacks(thing: Word, verb: Word) -> bool:
    """Whether a verb needs an object, and has none but what stands before its subject."""
    behind = next((w for w in verb.right if w.i == verb.i + 1), None)
    if behind is not None and behind.dep in {"advcl", "ccomp", "npadvmod"}:
        return False
    if verb.lemma not in _TRANSITIVE and verb.lemma not in entries("needing_objects"):
        return False
    if verb.is_root or verb.head.i > thing.i:
        return False
    if thing.dep in {"amod", "compound"}:
        named = thing.head.tag == "NNP" and verb.holds(thing.head)
        return named and not (is_person(thing) or is_role(thing) or is_kind(thing))
    return first_conjunct(thing).dep in {"dobj", "pobj"} and verb.dep in {"advcl", "ccomp"} and not verb.holds(thing)


def _give(thing: Word, subject: Word, verb: Word, main: Word) -> bool:
    """Makes a noun the subject of the verb behind the clause about it; says whether that can be done."""
    inside = (thing, subject, verb, main)
    top = next(w for w in inside if not any(a in inside for a in w.ancestors() if a is not w))
    label = "ccomp" if top.dep == "dobj" else top.dep
    if not all(top.holds(w) for w in inside) or label not in {*CLAUSES, "ROOT", "conj"}:
        return False
    first = min(w.i for w in (thing, *_before(thing, subject)))
    if top is not main:
        main.take_place_of(top)
        main.dep = label
    apart = [w for w in (*verb.children, *thing.right, *subject.children, *top.children) if w.i > main.i or w.i < first]
    main.adopt(w for w in apart if w is not main and not w.holds(main))
    return True


def _before(thing: Word, subject: Word) -> list[Word]:
    """The words of a noun that hang on the subject behind it."""
    return [w for w in subject.left if w.i < thing.i and w.dep in {"det", "poss", "amod", "compound", "nummod"}]


def _hang(thing: Word, subject: Word, verb: Word, main: Word | None, helpers: list[Word]) -> None:
    thing.adopt(_before(thing, subject))
    if main is not None:
        thing.attach(main, subject_label(main))
    elif verb.holds(thing):
        thing.attach(verb.head, "dobj")
    verb.attach(thing, "relcl")
    subject.attach(verb, "nsubj")
    verb.adopt(helpers, "aux")
    verb.tag = "VBD" if verb.tag == "VBN" and not helpers else verb.tag


_OPENING = frozenset({"after", "although", "as", "because", "before", "if", "once", "since", "though", "when", "while"})


def main_behind_object(first: Word) -> None:
    """ "When they saw the flames they left the house": they left the house, and no flames."""
    opener = first.left[0] if first.left else first
    if opener.lower not in _OPENING or opener.dep not in {"advmod", "mark"} or opener.i != first.subtree()[0].i:
        return
    main = next((w for w in first.subtree() if w.dep == "relcl" and is_finite(w)), None)
    subject = main.child("nsubj") if main is not None else None
    if main is None or subject is None or subject.tag != "PRP" or subject.i != main.head.i + 1 or not is_finite(first):
        return
    prepositions = (w for w in main.right if w.dep == "prep" and w.child("pobj") is not None)
    if main.child("acomp", "attr", "ccomp", "dobj") is not None or any(prepositions):
        main.lead()
        main.adopt(w for w in first.right if w.dep == "punct" and w.i > main.i)
        first.attach(main, "advcl")


def beside_object(clause: Word) -> None:
    """ "They used money they should have saved", "They welcomed the deal, buying so much that it ran out".

    What is used or welcomed is no content: the clause belongs to the noun, or stands beside.
    """
    verb = clause.head
    noun = verb.child("dobj", "dative")
    if noun is None or not verb.i < noun.i < clause.i or verb.lemma in reporting("verb") or not has_subject(clause):
        return
    if clause.dep == "parataxis" and clause.lemma in reporting("verb"):
        return
    if any(verb.lemma in entries(name) for name in _WITH_WHOM) or not is_nominal(noun) or is_person(noun):
        return
    opener = clause.subtree()[0]
    if opener.dep == "mark" and opener.lower == "that":
        return
    noun.dep = "dobj"
    if noun.subtree()[-1].i == opener.i - 1 and opener.dep != "mark" and clause.child("dobj") is None:
        clause.attach(noun, "acl" if noun.lower == "doubt" else "relcl")  # "no doubt (that) it works"
    else:
        clause.dep = "advcl"


#: Verbs with a person beside what is told or given.
_WITH_WHOM = ("telling_verbs", "giving_verbs", "naming_verbs")
