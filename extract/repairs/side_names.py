"""Names of teams and people behind what they are: "the defending champions Croatia"."""

from __future__ import annotations

from extract.claims.nounphrase import is_name
from extract.syntax.tree import Word
from extract.syntax.words import SUBJECTS, is_verbal

_WINNERS = frozenset({"champion", "finalist", "holder", "host", "leader", "newcomer", "rival", "visitor", "winner"})


def against_champions(noun: Word) -> None:
    """ "a victory against defending champions Norland": it is Norland's, and nobody defends Norland."""
    name, gerund = noun.head, noun.head.head
    if noun.lemma.lower() not in _WINNERS or gerund.tag != "VBG" or name.dep != "dobj" or not is_name(name):
        return
    if gerund.dep == "pcomp" and gerund.i == noun.i - 1 and not gerund.left:
        name.attach(gerund.head, "pobj")
        for word in list(gerund.right):
            word.attach(name, word.dep)
        gerund.attach(noun, "amod")


def champions_lost(noun: Word) -> None:
    """ "The defending champions Norland lost": Norland did."""
    clause = next((w for w in noun.right if w.dep == "relcl" and w.left), None)
    name = None if clause is None else clause.child(*SUBJECTS)
    if clause is None or name is None or noun.lemma.lower() not in _WINNERS or not noun.is_root or not is_name(name):
        return
    if name.subtree()[0].i != noun.i + 1 or not is_verbal(clause) or clause.child("aux", "auxpass") is not None:
        return
    clause.lead()
    for word in [w for w in noun.right if w is not clause]:
        word.attach(clause, word.dep)
    noun.attach(name, "compound")
