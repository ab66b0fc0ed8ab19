"""What kind of word a word is, by its tag, its label and its dependents: the vocabulary of the clause rules."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Collection

from extract.english.wordlists import entries
from extract.syntax.tree import Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
AUXILIARIES = frozenset({"aux", "auxpass"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
WH_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
#: Of verbs with a tense of their own.
TENSED_TAGS = frozenset({"VBD", "VBZ", "VBP"})
FINITE_TAGS = TENSED_TAGS | {"MD"}
#: The tagger often takes one for the other.
PAST_TAGS = frozenset({"VBD", "VBN"})
#: Parts of speech of verbs.
VERBS = frozenset({"VERB", "AUX"})
_NOUN_LIKE = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"})
_MODIFIER_DEPS = frozenset({"amod", "compound", "det", "poss", "nmod", "case", "punct", "prt", "mark", "cc"})
#: Parts of speech of nouns.
NOUNS = frozenset({"NOUN", "PROPN"})
TIME_ENTITIES = frozenset({"DATE", "TIME"})
#: Types of entities that are places.
PLACES = frozenset({"GPE", "LOC", "FAC"})
#: What is no thing and nobody: times, sums and numbers.
NUMBER_ENTITIES = TIME_ENTITIES | {"MONEY", "PERCENT", "ORDINAL", "QUANTITY", "CARDINAL"}
#: Labels of what heads a clause below another.
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass", "parataxis"})
#: Labels of the words of a noun phrase before its head, without its article.
NOUN_MODIFIERS = frozenset({"nummod", "amod", "compound", "poss", "nmod"})
#: Pronouns that are subjects and no objects.
NOMINATIVE = frozenset({"he", "i", "she", "they", "we"})
#: Forms of verbs that tell the number of their subject.
SINGULAR_FORMS = frozenset({"is", "was", "has", "does"})
PLURAL_FORMS = frozenset({"are", "were", "have", "do"})
#: What who speaks calls herself, alone or with others.
FIRST_PERSON = frozenset({"i", "me", "my", "our", "us", "we"})
#: With the capital that tells "May" from "may".
MONTHS = frozenset(month_name) - {""}
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
#: Verbs whose past the tagger may take for the plain form, and the other way round.
SAME_IN_PAST = frozenset(
    {"beat", "bet", "bid", "broadcast", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read"}
    | {"rid", "set", "shed", "shut", "spin", "split", "spread", "thrust", "upset", "wed"}
)
#: Labels of a second half without a verb ("Norland won four medals and Sudria three"): who, and what or where.
GAPPED, REMNANT = "gapped", "remnant"
#: Label of a second object that has a preposition of its own ("sold the mill to Veltra and the farm to Orvia").
PAIRED = "paired"
#: Marks that set a clause apart.
DASHES = frozenset({"-", "--", "–", "—"})
BREAKS = DASHES | {","}


def is_verbal(word: Word) -> bool:
    """Whether a word heads a clause: a main verb, or a word tagged otherwise that has a subject and an object.

    "since the twins share a room": `share`, tagged as a noun, has both.
    """
    if word.dep in AUXILIARIES or word.dep in _MODIFIER_DEPS:
        return False
    if word.pos in VERBS:
        return has_letter(word)
    return (
        bool(word.left or word.right)
        and word.tag not in WH_TAGS
        and word.child("nsubj", "nsubjpass") is not None
        and word.child("dobj", "aux", "auxpass") is not None
        and has_letter(word)
    )


def has_letter(word: Word) -> bool:
    """Whether a word is more than digits and signs."""
    return word.text.isalpha() or any(map(str.isalpha, word.text))


def is_nominal(word: Word) -> bool:
    return word.pos in _NOUN_LIKE


def is_wh(word: Word) -> bool:
    """An interrogative or relative word."""
    if word.tag in WH_TAGS or word.lower != "that":
        return word.tag in WH_TAGS
    if word.dep == "pobj":  # "the fish that they care for"
        return word.i < word.head.i and not word.head.right and word.head.head.dep == "relcl"
    return word.dep in (*SUBJECTS, "dobj") and word.head.dep == "relcl"


def has_article(noun: Word) -> bool:
    """Whether a noun has an article or an owner: "the mill", "their mill"."""
    return any(w.dep in {"det", "poss"} for w in noun.left)


def is_infinitive(verb: Word) -> bool:
    """Whether a verb carries "to"."""
    return any(w.tag == "TO" and w.dep == "aux" for w in verb.left)


def has_subject(verb: Word) -> bool:
    """Whether a verb has a subject of its own, "there" and "it" included."""
    return verb.child(*SUBJECTS, "expl") is not None


def has_plural_form(verb: Word) -> bool:
    """Whether a verb, or the first of its auxiliaries, has a form that agrees with several: "are raising", "raise"."""
    finite = next((w for w in verb.left if w.dep in AUXILIARIES), verb)
    return finite.lower in PLURAL_FORMS or finite.tag == "VBP"


def is_finite(verb: Word) -> bool:
    return verb.tag in FINITE_TAGS or any(w.dep in AUXILIARIES and w.tag in FINITE_TAGS for w in verb.left)


def is_time(word: Word) -> bool:
    """Whether a noun or adverb names a time: by its entity type or because it is a unit of time."""
    named = word.entity in TIME_ENTITIES or word.lemma.lower() in entries("time_nouns")
    return named and not _is_share(word)


def _is_share(word: Word) -> bool:
    """ "a quarter of all loans", not "a quarter of the year", "the third quarter of 2012"."""
    of = word.child("prep") if word.lemma == "quarter" and any(w.lower == "a" for w in word.left) else None
    whole = of.child("pobj") if of is not None and of.lower == "of" else None
    return whole is not None and not is_time(whole)


def subject_label(verb: Word) -> str:
    """The label of a noun that is made the subject of a verb."""
    return "nsubj" if verb.child("auxpass") is None else "nsubjpass"


def conjuncts(head: Word) -> list[Word]:
    """`head` and what is coordinated with it, in text order."""
    found = [head]
    for word in head.right:
        if word.dep == "conj":
            found.extend(conjuncts(word))
    return found


def first_conjunct(word: Word) -> Word:
    while word.dep == "conj" and word.head is not word:
        word = word.head
    return word


def has_before(word: Word, labels: Collection[str]) -> bool:
    """Whether something with one of these labels stands before a word and hangs on it."""
    return any(w.dep in labels for w in word.left)


def auxiliaries(verb: Word) -> list[Word]:
    return [w for w in verb.left if w.dep in AUXILIARIES]


def is_bare(verb: Word) -> bool:
    """Whether a verb has no auxiliary."""
    return not auxiliaries(verb)


def has_mark(verb: Word, form: str) -> bool:
    """Whether a conjunction ("that", "as", "whether") opens a verb's clause."""
    return any(w.lower == form and w.dep == "mark" for w in verb.left)


def that_mark(verb: Word) -> Word | None:
    """The "that" which opens a verb's clause."""
    return next((w for w in verb.left if w.lower == "that" and w.dep == "mark"), None)


def behind_comma(word: Word) -> bool:
    """Whether a comma stands right before a word."""
    return any(w.text == "," and w.i == word.i - 1 for w in word.root.subtree())


def is_cleft(noun: Word) -> bool:
    """ "It was Brandt who signed": one of whom it is told, by a relative clause, what only he did.

    "It is a plan that failed" tells what a thing is like.
    """
    clause, it = noun.child("relcl"), noun.head.child("nsubj") if noun.dep in {"acomp", "attr"} else None
    who = None if clause is None else clause.child(*SUBJECTS)
    if who is None or it is None or it.lower != "it":
        return False
    own = any(w.lower == "the" or w.dep == "poss" for w in noun.left) and not any(w.lower == "same" for w in noun.left)
    one = noun.tag in {"NNP", "NNPS"} or own
    return who.lower == "who" or (who.lower in {"that", "which"} and one)


def opens_behind_comma(word: Word) -> bool:
    """Whether a comma stands right before what is below a word."""
    return behind_comma(word.subtree()[0])
