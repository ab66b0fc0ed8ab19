"""Plans in headlines: "Hagen plant to close", "Council scraps plan to close library"."""

from __future__ import annotations

from extract.claims.nounphrase import is_name, is_plural
from extract.english.wordlists import entries
from extract.repairs.headline_clauses import known_verbs
from extract.syntax.ambiguous_verbs import is_to_act
from extract.syntax.tree import Word
from extract.syntax.words import NOUNS

#: What follows a verb in a headline, and is a verb of its own elsewhere.
_PLANS = frozenset({"appeal", "ban", "bid", "call", "deal", "offer", "plan", "probe", "review", "strike", "vote"})


def scraps_plan(plan: Word) -> None:
    """ "Council scraps plan to close library", "Escape renews calls for reform": it does so, and no scraps plan."""
    verb = plan.child("nsubj")
    if verb is None or plan.tag not in {"VBP", "VB", "VBZ"} or verb.i != plan.i - 1:
        return
    who = verb.left[-1] if verb.left else None
    named = who is not None and (is_name(who) or who.i == 0) and plan.tag != "VBZ"
    if plan.lemma not in _PLANS and not (named and _is_no_verb(plan)):
        return
    known = verb.lemma.lower() in entries("headline_verbs") and verb.lemma.lower() != "share"
    hidden = who is not None and (verb.tag, who.dep) in {("NNS", "compound"), ("VBZ", "nsubj")}
    if who is None or not known or not hidden or is_plural(who) or who.i != verb.i - 1:
        return
    verb.lead("VBZ")
    who.adopt(w for w in verb.left if w is not who)
    who.attach(verb, "nsubj")
    plan.pos, plan.tag = "NOUN", "NNS" if plan.tag == "VBZ" else "NN"
    late = [w for w in plan.right if w.dep in {"advcl", "punct"} or (w.dep == "prep" and w.lower in {"after", "as"})]
    verb.adopt(late)
    plan.attach(verb, "dobj")
    for word in plan.right:
        word.dep = "acl" if word.dep == "xcomp" else word.dep


def _is_no_verb(word: Word) -> bool:
    return word.child("dobj") is None and word.lemma.lower() not in known_verbs() | entries("intransitive_verbs")


def will(noun: Word) -> None:
    """ "Hagen plant to close": what is to happen."""
    verb = next((w for w in noun.right if w.dep in ("relcl", "acl", "advcl", "xcomp") and after_to(w, noun)), None)
    if verb is None or not is_to_act(noun.lemma.lower(), noun.tag, noun.i, verb.lemma):
        return
    verb.lead("VB")
    if noun.pos == "VERB":
        noun.retag("NNP")
    verb.adopt(w for w in noun.right if w.i > verb.i)
    noun.attach(verb, "nsubj")


def for_whom(verb: Word) -> None:
    """ "Drug to treat malaria", "Food to eat": what it is for, and no plan of a drug or of food."""
    noun = verb.child("nsubj")
    if noun is None or verb.tag != "VB" or not after_to(verb, noun):
        return
    if noun.pos in NOUNS and not is_to_act(noun.lemma.lower(), noun.tag, noun.i, verb.lemma):
        noun.lead()
        verb.attach(noun, "acl")


def will_over(noun: Word) -> None:
    """ "Nurses to strike over pay": they will, and they pay nothing."""
    who = noun.left[0] if noun.left else None
    verb = next((w for w in who.right if w.dep == "relcl" and after_to(w, who)), None) if who is not None else None
    if not noun.is_root or who is None or verb is None or who.dep != "nsubj" or noun.pos != "NOUN" or verb.i > noun.i:
        return
    over = next((w for w in verb.right if w.dep in {"prt", "prep"} and not w.right), None)
    verb.lead("VB")
    who.attach(verb, "nsubj")
    (verb if over is None else noun).adopt(w for w in noun.right if w.dep != "punct")
    if over is None:
        noun.attach(verb, "dobj")
    else:
        over.pos, over.tag, over.dep = "ADP", "IN", "prep"
        noun.attach(over, "pobj")


def after_to(verb: Word, noun: Word) -> bool:
    """Whether "to" stands right behind the noun."""
    return any(w.tag == "TO" and w.i == noun.i + 1 for w in verb.left)
