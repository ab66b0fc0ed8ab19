"""Main verbs that were lost in a clause about their subject, and nouns that were taken for verbs there."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.repairs.main_verbs import lead_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    PAST_TAGS,
    SAME_IN_PAST,
    SUBJECTS,
    is_finite,
    is_infinitive,
    is_nominal,
    is_verbal,
    subject_label,
)

#: Who does this has an object for it.
_ISSUING = frozenset({"collect", "commission", "conduct", "issue", "publish", "release", "unveil"})


def find_mains(tree: Tree) -> None:
    """Puts main verbs at the head of sentences whose subject heads them."""
    for root in list(tree.roots):
        if is_nominal(root) and root.child(*SUBJECTS, "cop") is None:
            _after_participle(root, root.child("acl"))
            _behind_second_comma(tree, root)
            _behind_content(root)
        elif root.tag == "VBD" and root.lemma in _ISSUING:
            _after_participle(root.child("nsubj") or root, root)
        elif root.tag in {"VBZ", "NNS"}:
            _noun_behind_the(tree, root)
        elif root.lower in SAME_IN_PAST:
            _further_plan(root)
    tree.roots = [w for w in tree.words if w.head is w]


def _after_participle(noun: Word, participle: Word | None) -> None:
    """ "Polls published before the vote had put him third": the polls had, and the vote put him nowhere."""
    clause = None if participle is None else participle.child("advcl")
    mark = None if clause is None else clause.child("mark")
    subject = None if clause is None else clause.child("nsubj", "nsubjpass")
    if participle is None or clause is None or mark is None or subject is None or participle.tag not in PAST_TAGS:
        return
    had = next((w for w in clause.left if w.dep in AUXILIARIES), None)
    if mark.lower not in {"after", "before", "since"} or had is None or had.i != subject.subtree()[-1].i + 1:
        return
    if subject.pos == "PRON" or mark.i != participle.i + 1 or participle.i != noun.i + 1:
        return
    top = noun if noun.is_root else participle
    clause.lead()
    participle.tag = "VBN"
    mark.attach(participle, "prep")
    subject.attach(mark, "pobj")
    for word in [w for w in top.right if w.i > clause.i]:
        word.attach(clause, word.dep)
    noun.attach(clause, subject_label(clause))
    participle.attach(noun, "acl")


def _behind_content(noun: Word) -> None:
    """ "A guard who told the panel that he had seen nothing was suspended": the guard was, and no "nothing"."""
    main = noun.child("relcl")
    while main is not None and (content := next((w for w in main.right if w.dep == "ccomp"), None)) is not None:
        main = content
    subject = main.child("nsubj", "nsubjpass") if main is not None else None
    if main is None or subject is None or main.dep != "ccomp" or not noun.is_root or not is_finite(main):
        return
    verb = main.head
    if (
        subject.subtree()[0].i != verb.i + 1
        or verb.child("nsubj", "nsubjpass") is None
        or main.child("mark") is not None
    ):
        return
    if verb.dep == "ccomp" and verb.lemma in entries("needing_objects") | _TAKEN_IN:
        subject.attach(verb, "dobj")
        lead_with(main, noun, verb)
        noun.dep = subject_label(main)


_TAKEN_IN = frozenset({"do", "hear", "know", "see"})


def _behind_second_comma(tree: Tree, noun: Word) -> None:
    """ "Lund, clad in a red coat, stared at it": Lund did, where the parse has a clause about the coat.

    So is "Lund, on for the hurt Reed, levelled", "A stew of pike, which looked like a dare, tasted of rivers": where
    nothing else is the verb of the sentence.
    """
    of = noun.child("prep")
    end = of.child("pobj") if of is not None and of.i == noun.i + 1 else noun
    if end is None or noun.subtree()[-1].i < max(noun.i + 4, end.i + 1) or tree.words[end.i + 1].text != ",":
        return
    main = next((w for w in noun.subtree() if w.i > noun.i + 3 and _ends_aside(tree, w)), None)
    if main is None or tree.words[-1].text not in _STOPS or any(w.dep == "cc" and w.i < main.i for w in noun.right):
        return
    main.tag = "VBD"
    lead_with(main, noun, main.head)


_STOPS = frozenset({".", "!", "?"})
_OF_NOUN = frozenset({"acl", "relcl", "amod"})


def _ends_aside(tree: Tree, verb: Word) -> bool:
    """Whether a past tense right behind a comma was taken for a clause about a noun before the comma."""
    if verb.tag not in PAST_TAGS or verb.dep not in _OF_NOUN or verb.head.i > verb.i or verb.child("agent") is not None:
        return False
    own = any(w.i < verb.i and w.dep != "advmod" for w in verb.children)
    return not own and tree.words[verb.subtree()[0].i - 1].text == "," and is_verbal(verb)


def _noun_behind_the(tree: Tree, root: Word) -> None:
    """ "Lund, sent to the stands, refused to speak", "Bats from Norlandish caves died": nouns, and nobody stands."""
    article = tree.words[root.i - 1] if root.i > 1 else root
    opener = tree.words[article.i - 1]
    adjective = article.tag == "JJ" and article.dep == "pobj" and article.head is opener and not article.right
    if not adjective and (article.head is not root or article.lower not in {"the", "a", "an"}):
        return
    if opener.tag not in {"IN", "TO"} or opener.dep not in {"prep", "dative", "agent"}:
        return
    if any(w is not article for w in opener.having("pobj", "pcomp")):
        return
    main = next((w for w in root.right if w.dep in {"conj", "dep", "ccomp", "parataxis"} and _leads(w)), None)
    if main is None:
        return
    main.lead()
    for word in [w for w in root.left if w is not article]:
        word.attach(main, word.dep)
    for word in [w for w in root.right if w.i > main.i or w.text == ","]:
        word.attach(main, word.dep)
    for word in [w for w in root.right if w.i < main.i and opener.i < w.i and is_verbal(opener.head)]:
        word.attach(opener.head, word.dep)
    root.tag, root.pos = "NNS", "NOUN"
    if adjective:
        article.attach(root, "amod")
    root.attach(opener, "pobj")
    opener.dep = "prep"


def _leads(verb: Word) -> bool:
    return verb.tag in {"VBD", "VBZ", "VBP"} and is_verbal(verb) and verb.child(*SUBJECTS, *AUXILIARIES, "mark") is None


def _further_plan(root: Word) -> None:
    """ "Lund, who has vowed to leave the pact, cut taxes and use the army, said so": he has cut nothing yet."""
    subject = root.child("nsubj")
    clause = None if subject is None else subject.child("relcl")
    plan = None if clause is None else clause.child("xcomp")
    use = next((w for w in root.right if w.dep == "conj" and w.tag == "VB"), None)
    main = next((w for w in root.right if w.dep in {"conj", "ccomp"} and w is not use and _leads(w)), None)
    if subject is None or plan is None or use is None or main is None or not is_infinitive(plan):
        return
    if not plan.i < root.i < use.i < main.i or use.child(*SUBJECTS, *AUXILIARIES) is not None:
        return
    main.lead()
    for word in [w for w in root.right if w.i > use.subtree()[-1].i]:
        word.attach(main, word.dep)
    subject.attach(main, "nsubj")
    root.tag = "VB"
    root.attach(plan, "conj")
