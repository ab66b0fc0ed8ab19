"""Headlines and captions: verbs that the parser takes for nouns, states without a verb, and who says so at the end.

    Court orders release of jailed poet        "orders release": a verb and its object
    Soldiers clear snow from the runway        "clear": no adjective
    Hagen plant to close                       "to close": what the plant will do, not what kind of plant
    Farmers angry over new levy                "angry": what a verb says elsewhere

The first three act only where a sentence has no finite verb at its head.
"""

from __future__ import annotations

from dataclasses import replace

from extract.claims.nounphrase import is_name, is_plural
from extract.claims.roles import is_place
from extract.english.persons import group_noun, person_noun
from extract.english.wordlists import entries
from extract.model import BRIEF
from extract.repairs.headline_clauses import HEAD_NOUNS, NO_NOUNS, restore_clauses, restore_part
from extract.repairs.headline_plans import after_to, for_whom, scraps_plan, will, will_over
from extract.repairs.second_cues import says_besides
from extract.syntax.tree import Tree, Word
from extract.syntax.words import AUXILIARIES, NOUNS, VERBS, behind_comma, first_conjunct, is_infinitive

_OF_NOUN = frozenset({"compound", "det", "amod", "nummod", "poss", "nmod", "quantmod", "advmod"})
_STARTS_OBJECT = frozenset({"DET", "NOUN", "PROPN", "NUM", "PRON", "ADJ"})
_SHOWING = frozenset({"claim", "find", "report", "reveal", "say", "show", "suggest", "warn"})


def restore_headline(tree: Tree) -> None:
    """Puts the verb of a headline at its head."""
    if tree.kind in BRIEF:
        says_besides(tree, _lead)
        restore_clauses(tree)
        for step in (scraps_plan, for_whom):
            step(next(w for w in tree.words if w.head is w))
    roots = [w for w in tree.words if w.head is w]
    if tree.kind in BRIEF and len(roots) == 1:
        _restore_root(roots[0], tree)
    if len(roots) != 1 or (roots[0].pos in VERBS and not (_is_name_as_verb(roots[0]) or _is_reduced(roots[0], tree))):
        return
    verb = next((w for w in tree.words[1:] if _is_hidden_verb(w, tree)), None)
    if verb is not None:
        _as_reduced(roots[0], tree)
        _lead(verb, tree)
        for word in list(tree.words):
            restore_part(word)
    elif tree.kind in BRIEF:
        will(roots[0])
        will_over(roots[0])


def _restore_subject(root: Word, tree: Tree) -> None:
    """Finds the verb that the parser hid in the subject of a later one.

    "Veltra shares slide as it cuts outlook, blames tax", "Halvers City sink Norrby to go third".
    """
    subject = root.child("nsubj")
    if subject is None or subject.i > root.i or subject.child("nsubj") is not None:
        return
    is_verb = subject.tag in {"VBP", "VBZ", "VBD"} and subject.lemma.lower() in entries("headline_verbs")
    if is_verb and subject.i > 0 and tree.words[subject.i - 1].pos in NOUNS and root.tag == "VBZ":
        clause = next((w for w in subject.right if w.dep == "advcl" and w.tag == "VBZ"), None)
        _lead(subject, tree)
        root.attach(clause or subject, "conj")
        return
    verb = next((w for w in subject.left if w.tag == "NN" and w.lemma.lower() in entries("headline_verbs")), None)
    if verb is None or verb.text[0].isupper() or verb.i != subject.i - 1 or verb.i == 0:
        return
    if not is_name(subject):
        if root.tag in {"VB", "VBP"} and root.i == subject.i + 2 and is_name(tree.words[verb.i - 1]):
            _lead(verb, tree)  # "Norland win toss, elect to bat"
            verb.hang(dobj=subject, conj=root)
        return
    if is_name(tree.words[verb.i - 1]) and person_noun(verb.lower) is None and is_infinitive(root):
        _lead(verb, tree)
        verb.hang(dobj=subject, advcl=root)


def _steps_down(down: Word, tree: Tree) -> None:
    """ "Bank chief steps down over raid": the chief does, and no steps are down."""
    steps = down.child("nsubj")
    if steps is None or steps.lower not in {"backs", "stands", "steps"} or not 0 < steps.i == down.i - 1:
        return
    tree.words[steps.i - 1].pos = "NOUN"
    _lead(steps, tree)
    steps.adopt(down.right)
    down.pos, down.tag, down.dep = "ADP", "RP", "prt"


def _restore_root(root: Word, tree: Tree) -> None:
    _shown(root, tree)
    _take_noun_before(root)
    _extended(root)
    _blamed(root)
    _behind_who(root)
    _under_object(root)
    _steps_down(root, tree)
    if root.pos in VERBS:
        _both(root)
        _restore_subject(root, tree)
        for word in list(tree.words):
            restore_part(word)


def _is_reduced(root: Word, tree: Tree) -> bool:
    """ "Workers free miner trapped for days": the miner was, and the verb stands before him."""
    return tree.kind in BRIEF and root.tag == "VBN" and root.child(*AUXILIARIES, "cc", "conj") is None


def _as_reduced(root: Word, tree: Tree) -> None:
    noun = root.child("nsubj", "nsubjpass") if _is_reduced(root, tree) else None
    if noun is not None:
        noun.lead()
        root.attach(noun, "acl")


def _under_object(thing: Word) -> None:
    """ "Governor signs bill making it easier": who signs is known, and the bill is no root."""
    verb = thing.left[-1] if thing.left else None
    if verb is None or verb.tag not in {"VBZ", "VBP", "VBD"} or verb.dep != "compound" or verb.i != thing.i - 1:
        return
    if thing.pos in NOUNS and verb.child("nsubj") is not None:
        _make_root(verb)
        thing.attach(verb, "dobj")


def _both(root: Word) -> None:
    """ "Norland, Sarkia agree ceasefire", "Veltra, union reach deal": both do."""
    second = root.child("nsubj")
    first = next((w for w in root.left if w.dep in {"npadvmod", "dep", "advcl"} and w.tag == "NNP"), None)
    if root.tag != "VBP" or first is None or second is None or is_plural(second) or first.i != second.i - 2:
        return
    comma = next((w for w in root.left if w.text == "," and w.i == first.i + 1), None)
    if comma is not None:
        first.dep = "nsubj"
        first.hang(punct=comma, conj=second)


def _is_name_as_verb(root: Word) -> bool:
    """ "Veltra to cut jobs": the name taken for an infinitive."""
    return root.i == 0 and root.tag == "VB" and bool(root.entity)


def _shown(cue: Word, tree: Tree) -> None:
    """ "Jab halves risk of stroke, trial shows": a headline in front of who says so."""
    source, thing = cue.child("nsubj"), cue.child("dep", "nsubj", "npadvmod")
    if cue is not tree.words[-1] or source is None or thing is None or cue.lemma not in _SHOWING:
        return
    before = tree.words[: source.subtree()[0].i]
    if len(before) < 4 or before[-1].text != "," or thing not in before or thing is source:
        return
    part = replace(tree, words=before[:-1])
    verb = next((w for w in part.words[1:] if thing.holds(w) and _is_hidden_verb(w, part)), None)
    if verb is not None:
        thing.lead()
        _lead(verb, part)
        verb.attach(cue, "ccomp")


def _take_noun_before(root: Word) -> None:
    """ "Council votes to ban cars": it does, and there are no council votes."""
    before = root.left[-1] if root.left else None
    bare = root.tag == "VBP" and before is not None and before.tag == "NNS" and root.child("nsubj") is None
    if not (bare or root.tag == "VBZ") or before is None or before.dep != "compound" or before.i != root.i - 1:
        return
    before.dep = "nsubj"
    act = next((w for w in root.right if w.dep == "advcl" and after_to(w, root)), None)
    if act is not None:
        act.dep = "xcomp"


def _extended(root: Word) -> None:
    """ "Storm warning extended to the north": what was extended stands right before it."""
    verb = next((w for w in root.right if w.dep == "xcomp" and w.i == root.i + 1 and w.tag in {"VBD", "VBN"}), None)
    if root.pos != "NOUN" or verb is None or verb.left:
        return
    for word in root.left:
        word.dep = "compound" if word.dep == "nsubj" else word.dep
    verb.lead()
    verb.adopt(w for w in root.right if w.i > verb.i)
    root.attach(verb, "nsubj")


def _blamed(root: Word) -> None:
    """ "Outbreak in Tarn valley blamed on clinics", "Body of hiker found on peak": they are, no valley and no hiker."""
    place = next((w for part in root.right if part.dep == "prep" for w in part.right if w.dep == "pobj"), None)
    verb = None if place is None else next((w for w in place.right if w.dep == "acl" and w.tag == "VBN"), None)
    if root.pos not in NOUNS or place is None or verb is None or verb.i != place.i + 1:
        return
    if is_place(place) or verb.lemma in {"discover", "find", "recover", "spot"}:
        verb.lead("VBD")
        root.attach(verb, "nsubj")


def _behind_who(root: Word) -> None:
    """ "Nurse who poisoned two men jailed", "Man who saved dog wins prize": the nurse is, the man does."""
    clause = root.child("relcl")
    subject, thing = (None, None) if clause is None else (clause.child("nsubj"), clause.child("dobj"))
    if clause is None or subject is None or subject.lower != "who" or thing is None or root.pos not in NOUNS:
        return
    verb = next((w for w in thing.right if w.dep == "acl" and w.tag == "VBN" and w.i == thing.i + 1), None)
    wins = next((w for w in thing.left if w.tag == "NNS" and w.i > clause.i + 1 and _is_headline_verb(w)), None)
    saved = None if wins is None or not wins.left else wins.left[-1]
    if verb is not None:
        verb.lead()
        verb.tag = "VBD"
        root.attach(verb, "nsubj")
    elif wins is not None and saved is not None and saved.dep == "compound":
        _make_root(wins)
        wins.tag = "VBZ"
        saved.attach(clause, "dobj")
        wins.hang(dobj=thing, nsubj=root)


def _is_headline_verb(word: Word) -> bool:
    return word.dep == "compound" and word.lemma.lower() in entries("headline_verbs")


def _is_hidden_verb(word: Word, tree: Tree) -> bool:
    subject = tree.words[word.i - 1]
    if word.pos in VERBS or word.text[0].isupper() or word.lemma.lower() not in entries("headline_verbs"):
        return False
    firm = subject.pos == "ADJ" and subject.i == 0 and group_noun(subject.lower) is not None  # "Firm posts loss"
    firm = firm or (subject.i == 0 and subject.tag == "VB" and bool(subject.entity))  # "Veltra names chief"
    if (subject.pos not in NOUNS and not firm) or subject.dep in ("pobj", "dobj", "attr", "npadvmod"):
        return False
    if word.tag == "NNS":
        return _third_person(word, subject, tree)
    beside = any(w.dep == "cc" and w.lower == "and" for w in subject.head.right)
    many = is_plural(subject) or subject.lower in ("police", "people") or (subject.dep == "conj" and beside)
    short = tree.kind in BRIEF and word.tag in ("NN", "JJ", "RB")
    return short and many and any(sign(word, tree) for sign in (_object_follows, _acts_together, _reason_follows))


def _acts_together(word: Word, tree: Tree) -> bool:
    """ "Thousands march against dam": what several do, with what it is for behind it."""
    following = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    return word.is_root and word.lemma.lower() in _TOGETHER and following is not None and following.dep == "prep"


_TOGETHER = frozenset({"gather", "march", "protest", "rally", "riot", "strike", "vote"})


def _third_person(word: Word, subject: Word, tree: Tree) -> bool:
    """Whether a word in -s is a verb: "a child drinks", "Sule returns", "Court orders release"."""
    if is_plural(subject):
        return False
    if any(w.lower in ("a", "an") for w in (*word.left, *word.head.left) if w.i < word.i and w.dep == "det"):
        return True
    if tree.kind not in BRIEF:
        return False
    if _object_follows(word, tree) or _participle_follows(word) or _reason_follows(word, tree):
        return True
    if _amount_follows(word, tree):
        return True
    return is_name(subject) and subject.entity in ("PERSON", "") and word.lemma.lower() not in HEAD_NOUNS


def _object_follows(word: Word, tree: Tree) -> bool:
    following = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    if following is None:
        return False
    return following.pos in _STARTS_OBJECT


def _reason_follows(word: Word, tree: Tree) -> bool:
    """ "Trust apologises after patient waited": nothing but a verb has a clause that says why."""
    following = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    if following is None or not word.is_root or word.lemma.lower() in HEAD_NOUNS:
        return False
    clause = following.dep == "mark" and following.lower in {"after", "as", "before"}
    return clause or (following.dep == "prep" and word.lemma.lower() in NO_NOUNS)


def _amount_follows(word: Word, tree: Tree) -> bool:
    """ "Dam cost doubles to 1.2 billion": nothing but what moves goes to a number."""
    behind = tree.words[word.i + 1 : word.i + 4]
    return bool(behind) and behind[0].lower in {"to", "by"} and any(w.tag == "CD" for w in behind[1:])


def _participle_follows(word: Word) -> bool:
    """ "Gas tank bursts in Lund, killing two": without a verb before it, nothing kills."""
    participle = next((w for w in word.right if w.dep in ("acl", "advcl") and w.tag == "VBG"), None)
    return word.is_root and participle is not None and behind_comma(participle)


def _lead(verb: Word, tree: Tree) -> None:
    """Makes `verb` the root, with what stands before it as subject and the next noun as object."""
    tops_before = [w for w in tree.words[: verb.i] if w.head.i >= verb.i or w.head is w]
    tops_behind = [w for w in tree.words[verb.i + 1 :] if w.head.i <= verb.i or w.head is w]
    subject = first_conjunct(tree.words[verb.i - 1])
    subject.pos = "PROPN" if subject.pos == "VERB" else subject.pos
    _make_root(verb)
    verb.tag = "VBZ" if verb.tag == "NNS" else "VBP"
    subject.attach(verb, "nsubj")
    for word in tops_before:
        if word is not subject:
            word.attach(subject if word.dep in _OF_NOUN or word.dep == "ROOT" else verb, _plain(word.dep))
    has_object = False
    for gerund in [w for w in tops_behind if w.tag == "VBG" and w.child("dobj") is not None and w.dep == "ROOT"]:
        thing = gerund.right[0]
        tops_behind[tops_behind.index(gerund)] = thing
        thing.attach(verb, "dobj")
        gerund.attach(thing, "compound")
    for word in tops_behind:
        if not has_object and word.pos in _STARTS_OBJECT and word.dep not in ("prep", "npadvmod"):
            word.attach(verb, "dobj")
            has_object = True
        else:
            word.attach(verb, "advcl" if word.dep in ("relcl", "acl") else _plain(word.dep))


def _plain(dep: str) -> str:
    return "compound" if dep == "ROOT" else dep


def _make_root(word: Word) -> None:
    word.lead()
    word.pos = "VERB"
