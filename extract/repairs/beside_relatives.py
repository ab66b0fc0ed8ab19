"""What a relative clause without a pronoun lacks, and what stands beside one and is no part of it."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    is_verbal,
)


@only_with("that")
def told_those_who(clause: Word) -> None:
    """ "She told nurses who filled the hall that pay would rise": that is what she told them."""
    mark = clause.child("mark")
    relative = next((w for w in clause.ancestors() if is_verbal(w) and w.dep in {"acl", "relcl"}), None)
    if relative is None or mark is None or mark.lower != "that":
        return
    cue = relative.head.head
    told = cue.lemma in entries("telling_verbs") and relative.head.dep in {"dobj", "dative"}
    again = relative.child("ccomp") is not clause and relative.child("ccomp") is not None
    if told and cue.child("ccomp") is None and (again or not _takes_content(relative)):
        clause.attach(cue, "ccomp")


def _takes_content(verb: Word) -> bool:
    return verb.lemma != "gather" and verb.lemma in reporting("verb")


def subject_in_compound(verb: Word) -> None:
    """ "when a stray bullet shot through her arm": no verb has an article; the bullet did."""
    nouns = [w for w in verb.left if w.dep == "compound" and w.tag in {"NN", "NNS"} and w.i == verb.i - 1]
    article = next((w for w in verb.left if w.dep == "det"), None)
    if not nouns or article is None or verb.tag not in {"VBD", "VBZ"} or verb.child(*SUBJECTS, "aux") is not None:
        return
    noun = nouns[0]
    for word in [w for w in verb.left if w.i < noun.i and w.dep in {"det", "amod", "compound", "nummod", "poss"}]:
        word.attach(noun, word.dep)
    noun.attach(verb, "nsubj")


@only_with("if", "once", "when")
def when_completed(clause: Word) -> None:
    """ "The bridge, when completed, will link two towns": it is not completed yet, and no bridge like others."""
    opener = clause.left[0] if clause.left else clause
    verb = clause.head.head
    bare = clause.tag == "VBN" and clause.child(*SUBJECTS, *AUXILIARIES) is None
    if bare and opener.lower in {"if", "once", "when"} and opener.i == clause.i - 1 and clause.head.dep in SUBJECTS:
        clause.attach(verb, "advcl")


@only_on("'", "’")
def closing_mark(mark: Word) -> None:
    """ "'Norland's Oldest Baker' sells shop": what closes the quotation makes nobody an owner."""
    owner = mark.head
    opened = any(w.text in {"'", "‘", "`"} and w.i < owner.i for w in mark.root.subtree())
    if mark.text in {"'", "’"} and owner.dep != "poss" and opened:
        mark.pos, mark.tag, mark.dep = "PUNCT", "''", "punct"
