"""What a verb needs beside it: "fell ill", "face a third day", "changed the way it works", "voted 9-4 to close it"."""

from __future__ import annotations

from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, SUBJECTS

_SEEING = frozenset(
    {"catch", "film", "find", "hear", "notice", "photograph", "picture", "see", "show", "spot", "watch"}
)


def not_because(negation: Word) -> None:
    """ "He left not because he was ill": no ground for saying that he was not."""
    mark = next((w for w in negation.head.left if w.i == negation.i + 1 and w.dep == "mark"), None)
    if mark is not None and mark.lower in {"because", "since"}:
        negation.attach(mark, "advmod")


def seen_doing(gerund: Word) -> None:
    """ "I saw a boy lying there, holding his arm": the boy held it, for he is whom I saw do something."""
    verb = gerund.head
    small = next((w for w in verb.right if w.dep == "ccomp" and w.tag == "VBG"), verb)
    whom = verb.child("dobj") or small.child("nsubj")
    if gerund.tag != "VBG" or verb.lemma not in _SEEING or whom is None or not whom.i > verb.i or gerund.i < whom.i:
        return
    first = next((w for w in (*whom.right, *verb.right) if w.dep in {"acl", "ccomp"} and w.tag == "VBG"), None)
    if first is None or gerund.child(*SUBJECTS, "ccomp", "mark", *AUXILIARIES) is not None:
        return
    if first.subtree()[-1].i in {gerund.subtree()[0].i - 1, gerund.subtree()[0].i - 2}:
        gerund.attach(first, "conj")


def also_killed(verb: Word) -> None:
    """ "Also killed was a nurse from Lorne": she was."""
    was = next((w for w in verb.right if w.dep == "auxpass"), None) if verb.tag == "VBN" else None
    noun = was.child("attr", "nsubjpass") if was is not None else None
    if noun is not None and verb.child(*SUBJECTS) is None and verb.child("dobj") is None:
        noun.attach(verb, "nsubjpass")


def rowed_past(adverb: Word) -> None:
    """ "He rowed past", "She cut short a visit": no time and no manner, but part of what they did."""
    verb = adverb.head
    beside = adverb.i == verb.i + 1 and not adverb.right
    up = verb.lemma == "come" and adverb.lower == "short" and [w.lower for w in verb.right[:1]] == ["up"]
    if (up and adverb.i == verb.i + 2 and not adverb.right) or (
        beside and adverb.lower == "short" and verb.lemma == "fall"
    ):
        adverb.dep = "prt"
    if beside and (adverb.lower == "past" or (adverb.lower == "short" and verb.lemma in {"cut", "stop"})):
        adverb.dep = "prt"


def modal_of_verb(modal: Word) -> None:
    """ "They will likely over-react", "may have double-checked it": modal and subject are the verb's, and no "have" has
    them."""
    above, verb = modal.head, modal.head.head
    if modal.tag != "MD" and modal.lower != "need":
        return
    if above.dep not in _BEFORE_VERB.get(verb.tag, ()) or not modal.i < above.i < verb.i:
        return
    own = verb.child(*SUBJECTS) is not None
    for word in [w for w in above.left if not (own and w.dep in SUBJECTS)]:
        word.attach(verb, word.dep)


_BEFORE_VERB = {"VB": frozenset({"advmod", "aux"}), "VBN": frozenset({"aux"}), "VBG": frozenset({"aux"})}


@only_on("not")
def not_doing(negation: Word) -> None:
    """ "The firm admitted not paying the fine": it admitted so, and "admitted" is no auxiliary."""
    gerund = negation.head
    verb = next((w for w in gerund.left if w.dep == "aux" and w.i == negation.i - 1), None)
    if verb is None or gerund.tag != "VBG" or verb.tag not in _FINITE or verb.lemma in {"be", "do", "get", "have"}:
        return
    verb.pos = "VERB"
    verb.take_place_of(gerund)
    for word in [w for w in gerund.children if w.i < verb.i or w.dep in {"conj", "cc", "punct"}]:
        word.attach(verb, word.dep)
    gerund.attach(verb, "xcomp")


_FINITE = frozenset({"VBD", "VBP", "VBZ"})
