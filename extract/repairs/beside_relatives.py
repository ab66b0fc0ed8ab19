"""What a relative clause without a pronoun lacks, and what stands beside one and is no part of it."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.coordination import go_on
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    WEEKDAYS,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
)


@only_with("where")
def where_they_were(verb: Word) -> None:
    """ "She walked into the room where the guards were and shot them": she shot them, and no guards did."""
    first = verb.head
    main = next((w for w in first.head.ancestors() if is_verbal(w)), None) if first.dep == "relcl" else None
    where = next((w for w in (*first.left, *verb.left) if w.lower == "where" and w.i < first.i), None)
    if first.lemma != "be" or main is None or where is None or verb.child(*SUBJECTS, *AUXILIARIES) is not None:
        return
    bare = all(w.dep in {"cc", "conj", "punct"} for w in first.right)
    if bare and verb.tag == main.tag and verb.child("dobj", "prep") is not None:
        where.attach(first, "advmod")
        go_on(verb, main)


def time_in_relative(time: Word) -> None:
    """ "The trial of a clerk who killed two men two years ago starts today": what he did is two years ago."""
    main, first = time.head, time.subtree()[0]
    if not is_verbal(main) or time.i > main.i or not (time.lower == "ago" or is_time(time)) or first.text == ",":
        return
    subject = main.child(*SUBJECTS)
    if subject is None or subject.subtree()[-1].i != first.i - 1:
        return
    inside = [w for w in subject.subtree() if is_verbal(w) and is_finite(w) and w.tag == "VBD"]
    clause = next((w for w in inside if w.dep == "relcl"), None)
    if clause is not None and (clause.subtree()[-1].i == first.i - 1) and first.tag in {"CD", "JJ", "DT"}:
        time.attach(inside[-1], time.dep)


@only_on(*WEEKDAYS)
def day_of_telling(day: Word) -> None:
    """ "She told reporters Friday the bridge was safe": Friday is when she told them."""
    content = day.head
    cue, subject = content.head, content.child(*SUBJECTS)
    whom = cue.child("dobj", "dative")
    if day.lower not in WEEKDAYS or content.dep != "ccomp" or cue.lemma not in entries("telling_verbs"):
        return
    if whom is None or subject is None or whom.subtree()[-1].i != day.i - 1 or not day.i < subject.i:
        return
    if content.child("mark") is None:
        day.attach(cue, "npadvmod")


@only_with("that")
def told_those_who(clause: Word) -> None:
    """ "She told nurses who filled the hall that pay would rise": that is what she told them."""
    inner = [w for w in clause.ancestors() if is_verbal(w)]
    relative, mark = next((w for w in inner if w.dep in {"acl", "relcl"}), None), clause.child("mark")
    if relative is None or mark is None or mark.lower != "that":
        return
    cue = relative.head.head
    told = cue.lemma in entries("telling_verbs") and relative.head.dep in {"dobj", "dative"}
    again = relative.child("ccomp") is not clause and relative.child("ccomp") is not None
    if told and cue.child("ccomp") is None and (again or not _takes_content(relative)):
        clause.attach(cue, "ccomp")


@only_with("that")
def told_those_gathered(gathered: Word) -> None:
    """ "She told crowds gathered outside that pay would rise": nobody is told that they gathered."""
    cue, crowds = gathered.head, gathered.child("nsubj")
    content = next((w for w in gathered.right if w.dep in {"advcl", "ccomp"} and w.child("mark") is not None), None)
    if content is None or crowds is None or crowds.left or crowds.tag != "NNS" or cue.child("dobj") is not None:
        return
    opened = any(w.dep == "mark" and w.lower == "that" for w in content.left)
    if not opened or cue.lemma not in entries("telling_verbs") or gathered.left != [crowds] or _takes_content(gathered):
        return
    content.attach(cue, "ccomp")
    crowds.attach(cue, "dobj")
    gathered.attach(crowds, "acl")
    gathered.tag = "VBN"


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


@only_on(".")
def stop_is_no_name(stop: Word) -> None:
    """ "a flat on Pitkin Ave., the building where they live": the stop of "Ave." is no name."""
    before = next((w for w in stop.root.subtree() if w.i == stop.i - 1), None)
    if stop.text != "." or stop.pos == "PUNCT" or before is None or stop.holds(before) or not is_nominal(before):
        return
    if not stop.left and not stop.right and before.lower not in {"jr", "sr"}:
        return  # "near Austin, Tex."
    for word in list(stop.children):
        word.attach(before, word.dep)
    stop.pos, stop.tag = "PUNCT", "."
    stop.attach(before, "punct")


@only_on("'", "’")
def closing_mark(mark: Word) -> None:
    """ "'Norland's Oldest Baker' sells shop": what closes the quotation makes nobody an owner."""
    owner = mark.head
    opened = any(w.text in {"'", "‘", "`"} and w.i < owner.i for w in mark.root.subtree())
    if mark.text in {"'", "’"} and owner.dep != "poss" and opened:
        mark.pos, mark.tag, mark.dep = "PUNCT", "''", "punct"


def charge_behind_place(gerund: Word) -> None:
    """ "She was accused of theft from a shop and lying to the police": nobody who was accused is said to have lied."""
    verb, charges = gerund.head, {"of", "for", "with"}
    opener = next((w for w in verb.right if w.dep == "prep" and w.lower in charges and w.i < gerund.i), None)
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == gerund.i - 1), None)
    act = None if opener is None else opener.child("pobj", "pcomp")
    known = verb.lemma in {"accuse", "convict", "charge", "suspect"} and verb.child("auxpass") is not None
    if gerund.tag != "VBG" or act is None or joint is None or not known or gerund.child(*AUXILIARIES, *SUBJECTS):
        return
    between = [w for w in verb.right if opener is not None and opener.i < w.i < joint.i]
    if between and all(w.dep == "prep" for w in between):
        for word in between:
            word.attach(act, "prep")
        joint.attach(act, "cc")
        gerund.attach(act, "conj")
