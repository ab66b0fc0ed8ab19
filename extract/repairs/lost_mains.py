"""Main verbs that were lost in a clause about their subject."""

from __future__ import annotations

from extract.claims.nounphrase import is_role
from extract.english.wordlists import entries
from extract.repairs.main_verbs import lead_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUNS,
    PAST_TAGS,
    SAME_IN_PAST,
    SUBJECTS,
    WH_TAGS,
    behind_comma,
    is_finite,
    is_infinitive,
    is_nominal,
    is_verbal,
    subject_label,
    that_mark,
)


def find_mains(tree: Tree) -> None:
    """Puts main verbs at the head of sentences whose subject heads them."""
    for root in list(tree.roots):
        if is_nominal(root.root):  # a name may have come to stand above its title
            _before_title(root.root)
        if is_nominal(root) and root.child(*SUBJECTS) is None:
            _right_behind(tree, root)
            _behind_second_comma(tree, root)
            _behind_relative(tree, root)
            _behind_content(root)
            _bars(root)
            _behind_short_name(root)
        elif root.tag == "VB" and is_infinitive(root) and root.child(*SUBJECTS) is None:
            _behind_infinitive(root)
        elif root.tag == "VBG" and root.child("nsubjpass", *AUXILIARIES, "mark", "cc") is None:
            _behind_gerund(tree, root)
        elif root.lower in SAME_IN_PAST:
            _further_plan(root)
        elif root.tag in PAST_TAGS:
            _behind_participle(tree, root)
    tree.roots = [w for w in tree.words if w.head is w]


def _before_title(noun: Word) -> None:
    """ "The club sacked coach Bo Roth on Monday", "Lund wed actor Jan Holt": it did, and he is no sacked one.

    "The town imports furniture and oil": a form in -s with nothing else for a verb is one.
    """
    if not any(w.text in _STOPS for w in noun.right):
        return
    own = [w.i + 1 for w in noun.left if w.dep == "nsubj"]
    named = [w for w in noun.subtree() if w.dep in {"amod", "compound"} and w.i < noun.i]
    named = [w for w in named if is_role(w.head) or (w.tag == "VBZ" and w.head is noun)]
    verb = next((w for w in named if w.tag in {"VBD", "VBZ"} or w.child("nsubj") is not None or w.i in own), None)
    if verb is None:
        return
    before = [w for w in (*verb.left, *verb.head.left, *noun.left) if w.i < verb.i]
    subject = next((w for w in before if w.pos in NOUNS and w.i == verb.i - 1), None)
    if subject is None or not (verb.tag in {*PAST_TAGS, "VBZ"} or verb.lower.endswith("ed")):
        return
    verb.lead("VBZ" if verb.tag == "VBZ" else "VBD")
    subject.attach(verb, "nsubj")
    subject.adopt(w for w in before if w is not subject)
    verb.adopt(w for w in noun.right if w.dep in {"advcl", "cc", "conj", "npadvmod", "prep", "punct"})
    noun.attach(verb, "dobj")


def _right_behind(tree: Tree, noun: Word) -> None:
    """ "A tornado touched down near Lorne on Sunday.": it did, in a sentence with no other verb of its own."""
    main = next((w for w in noun.right if w.dep == "acl"), None)
    thing = main.child("dobj") if main is not None and main.tag == "VBG" else None
    main = main if thing is None else thing.child("acl")  # "A capsule carrying four people splashed down"
    if main is None or main.tag not in PAST_TAGS or tree.words[-1].text not in _STOPS or noun.child("relcl", "conj"):
        return
    active = (
        main.tag == "VBD"
        or main.lemma in entries("intransitive_verbs") | entries("incident_verbs")
        or main.child("prt")
    )
    own = main.child(*SUBJECTS, *AUXILIARIES, "agent", "mark")
    between = tree.words[noun.i - tree.words[0].i : main.i - tree.words[0].i]
    if active and own is None and noun.i < main.i and not any(w.text == "," for w in between):
        main.tag = "VBD"
        lead_with(main, noun, main)


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
    thing = main.head
    if thing.i < main.i:
        lead_with(main, noun, thing)
        return
    relative = noun.child("relcl")
    beside = relative.right if relative is not None else []
    main.adopt(w for w in (*thing.right, *beside) if w.dep == "prep" and w.i > thing.i)
    lead_with(main, noun, main)
    thing.attach(main, "dobj")  # "The drug, which Quill makes, reduced deaths"


def _behind_content(noun: Word) -> None:
    """ "The idea that Lund sold the mill is absurd": she sold it, and the idea is absurd.

    "The belief that she sold the mill split the town": the belief did.
    """
    content = noun.child("acl")
    if content is None or not noun.is_root or that_mark(content) is None or content.child(*SUBJECTS) is None:
        return
    second = next((w for w in noun.right if w.dep == "acl" and w.i > content.i and _leads(w)), None)
    if second is not None:
        lead_with(second, noun, content)
        return
    if (main := _swallowed(content)) is not None:
        lead_with(main, noun, content)
        noun.dep = subject_label(main)


def _behind_short_name(noun: Word) -> None:
    """ "The man, named as Karl B., is accused of theft": the man is, and no comma."""
    comma = next((w for w in noun.subtree() if w.text == "," and w.dep in SUBJECTS), noun)
    main, above = comma.head, comma.head.head
    if comma is noun or not is_finite(main) or main is noun:
        return
    label, before = comma.dep, [w for w in main.left if w.i < comma.i]
    comma.attach(noun, "punct")
    main.lead()
    noun.attach(main, label)
    for word in before:
        word.attach(above, "prep" if word.dep == "mark" else word.dep)


def _behind_participle(tree: Tree, first: Word) -> None:
    """ "The border, closed since the war, reopened on Monday": it was closed, and reopened."""
    noun = first.child("nsubj")
    second = next((w for w in first.right if w.dep == "advcl" and w.tag in PAST_TAGS), None)
    if noun is None or second is None or second.left or tree.words[-1].text not in _STOPS or second.child("agent"):
        return
    commas = [w for w in tree.words[noun.i : second.i] if w.text == ","]
    if [w.i for w in commas] != [first.i - 1, second.i - 1] or first.child("agent", "dobj", *AUXILIARIES) is not None:
        return
    later = [w for w in first.right if w.i > second.i]
    second.lead("VBD")
    noun.attach(second, "nsubj")
    first.attach(noun, "acl", "VBN")
    noun.adopt(commas)
    second.adopt(later)


def _bars(noun: Word) -> None:
    """ "The sanctions, which began in May, bar Veltra from trading": they do, in a sentence with no other verb."""
    clause = noun.child("relcl")
    whom = [w for w in noun.subtree() if w.dep == "appos" and w.left and w.left[0].lower in _BARRING]
    if clause is None or noun.tag != "NNS" or not whom or not behind_comma(whom[0].left[0]):
        return
    end = next((w for w in noun.subtree() if w.lower == "from" and w.i == whom[0].i + 1), None)
    gerund = end.child("pcomp") if end is not None else None
    if end is not None and gerund is not None and gerund.tag == "VBG":
        bar = whom[0].left[0]
        bar.lead("VBP")
        bar.hang(nsubj=noun, dobj=whom[0], prep=end)


_BARRING = frozenset({"ban", "bar", "block", "keep", "stop"})


def _behind_infinitive(verb: Word) -> None:
    """ "To claim that nights cause attacks would be rash": it would be rash to claim so."""
    content = verb.child("ccomp")
    if content is None or that_mark(content) is None or (main := _swallowed(content)) is None:
        return
    later = [w for w in (*verb.right, *content.right) if w.i > main.i]
    main.lead()
    verb.attach(main, "csubj")
    main.adopt(later)


def _behind_gerund(tree: Tree, gerund: Word) -> None:
    """ "Even applying for a permit required the team to travel": the applying did, and no permit.

    "Two of the nine mayors called on Lund to go, saying she lied": they called, for "saying" is no finite verb.
    """
    who = gerund.child("nsubj") or gerund
    bare = [w for w in who.subtree() if w.dep == "acl" and w.i == w.head.i + 1 and not w.left]
    commas = [w.i for w in tree.words if w.text == "," and w.i < gerund.i]
    if who is gerund:
        main = next((w for w in bare if w.tag == "VBD" and w.child("dobj")), None)
    else:
        main = next((w for w in bare if w.tag in PAST_TAGS and not w.child("agent") and commas == [gerund.i - 1]), None)
    if main is not None and tree.words[-1].text in _STOPS:
        lead_with(main, who, who)
        main.tag = "VBD"
        gerund.attach(*((main, "csubj") if who is gerund else (main, "advcl")))


def _swallowed(content: Word) -> Word | None:
    """The main verb that was taken for what a clause before it says, without the clause's object, which it loses."""
    main = content.child("ccomp")
    thing = main.child("nsubj", "nsubjpass") if main is not None and is_finite(main) else None
    if main is None or thing is None or thing.i < content.i or main.child("mark") is not None:
        return None
    if thing.subtree()[0].tag in WH_TAGS or (thing.tag == "PRP" and thing.lower not in {"it", "you"}):
        return None
    thing.attach(content, "dobj")
    return main


def _behind_relative(tree: Tree, noun: Word) -> None:
    """ "A fire that began in a shop spread to three homes": the fire did, in a sentence with no other verb."""
    relative = noun.child("relcl")
    if relative is None or tree.words[-1].text not in _STOPS or noun.child("conj") or relative.i != noun.i + 2:
        return
    place = next((w for w in relative.subtree() if w.child("acl") is not None), None)
    main = place.child("acl") if place is not None and place.dep == "pobj" else None
    if main is None or main.lower not in SAME_IN_PAST or main.child(*SUBJECTS, *AUXILIARIES, "agent") is not None:
        return
    if place is not None and place.head.head is relative and main.i == place.i + 1 and is_finite(relative):
        main.tag = "VBD"
        lead_with(main, noun, main)


_STOPS = frozenset({".", "!", "?"})


def _ends_aside(tree: Tree, verb: Word) -> bool:
    """Whether a past tense right behind a comma was taken for a clause about a noun before the comma."""
    if verb.tag not in PAST_TAGS or verb.child("agent") is not None:
        return False
    if verb.head.i > verb.i and (
        verb.head.dep != "appos" or next(w for w in verb.head.left if w.dep != "punct") is not verb
    ):
        return False
    if verb.dep not in {"acl", "relcl", "amod"} and not _is_behind_pair(verb) and not _is_second_infinitive(verb):
        return False
    own = any(w.i < verb.i and w.dep != "advmod" for w in verb.children)
    return not own and tree.words[verb.subtree()[0].i - 1].text == "," and verb.pos == "VERB"


def _is_behind_pair(verb: Word) -> bool:
    """ "The king, who is old and has been ill, left": a further conjunct without "and" is none."""
    last = verb.head
    joined = last.dep == "conj" and last.head.dep == "relcl" and last.head.child("cc") is not None
    return verb.dep == "conj" and joined and last.child("cc") is None


def _is_second_infinitive(verb: Word) -> bool:
    """ "The king, who ruled and helped end the war, died": he did not help to."""
    return verb.dep == "xcomp" and verb.tag == "VBD" and any(w.dep == "xcomp" and w.i < verb.i for w in verb.head.right)


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
    main.adopt(w for w in root.right if w.i > use.subtree()[-1].i)
    subject.attach(main, "nsubj")
    root.tag = "VB"
    root.attach(plan, "conj")
