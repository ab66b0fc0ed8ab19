"""Words behind an aside: a second part after "and, in rare cases,", a verb whose subject stands before the commas."""

from __future__ import annotations

from collections.abc import Iterator

from extract.factuality.signatures import reporting
from extract.repairs.coordination import UNTIL
from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUN_TAGS,
    SUBJECTS,
    TENSED_TAGS,
    has_subject,
    is_finite,
    is_nominal,
    is_verbal,
    subject_label,
)

#: An aside has no more words than this.
_LONGEST = 12


def past_asides(tree: Tree) -> None:
    """Hangs what stands behind an aside where it would hang without the aside."""
    commas = [word.text for word in tree.words].count(",")
    for word in tree.words if commas > 1 else ():
        if word.dep == "cc" and word.lower in {"and", "or"}:
            _second_part(tree, word)
            _past_concession(tree, word)
        elif word.lower in UNTIL and word.dep in {"prep", "mark"}:
            _clause_of_time(tree, word)
    first = tree.words[0].head
    for verb in [*tree.roots, *([first] if first.dep in {"ccomp", "parataxis"} else [])] if commas else ():
        _behind_opener(tree, verb)


def _aside(tree: Tree, start: int) -> int | None:
    """Where the comma is that ends the aside which a comma at `start` opens."""
    if start >= len(tree.words) or tree.words[start].text != ",":
        return None
    ends = range(start + 2, min(start + _LONGEST + 2, len(tree.words) - 1))
    return next((at for at in ends if tree.words[at].text == ","), None)


def _past_concession(tree: Tree, joint: Word) -> None:
    """ "She came in, though the hour was late, and left": it was she who left."""
    clause = joint.head
    second = next((w for w in clause.right if w.dep == "conj" and w.i > joint.i), None)
    mark, main = clause.child("mark"), clause.head
    if second is None or mark is None or mark.lower not in {"although", "though"} or clause.dep != "advcl":
        return
    commas = tree.words[joint.i - 1].text == tree.words[mark.i - 1].text == ","
    if commas and main.i < mark.i and second.child(*SUBJECTS) is None and second.tag == main.tag and is_finite(main):
        main.hang(cc=joint, conj=second)


def _second_part(tree: Tree, joint: Word) -> None:
    """ "It can lead to fever and, in rare cases, death", "it tripped and, at one point, fell": two of one kind."""
    end = _aside(tree, joint.i + 1)
    if end is None or joint.i == 0:
        return
    opener, second = tree.words[joint.i + 2], _top(tree.words[end + 1], end)
    if opener.tag not in {"IN", "RB", "RBR", "VBG"} or any(map(is_verbal, tree.words[joint.i + 3 : end])):
        return
    if is_verbal(second) and joint.head.dep in {*SUBJECTS, "conj"}:
        return
    first = tree.words[joint.i - 1] if is_nominal(second) and is_verbal(joint.head) else joint.head
    if second.tag == "VBN" and second.dep == "acl" and joint.i < second.head.i < end and is_verbal(joint.head):
        if second.child("agent", "oprd", *SUBJECTS, *AUXILIARIES) is None:  # "It was slow and, at times, bordered on"
            second.tag = "VBD"
            second.attach(joint.head, "conj")
            opener.attach(second, opener.dep)
        return
    inside = [w for w in second.left if w.i < end]
    verb = next((w for w in first.ancestors() if is_verbal(w)), first)
    if second.holds(verb) or (inside and not is_nominal(second)):
        return
    nouns = is_nominal(second) and is_nominal(first) and not is_verbal(second)
    listed = second.dep == "appos" and second.head.holds(first)
    hidden = joint.i < second.head.i < end or second.dep in {"advcl", "ccomp", "dep"} or listed
    bare = _is_bare(second) and is_verbal(first) and is_finite(first)
    if (nouns and hidden) or (bare and second.dep == "conj" and second.head.i < first.i):
        second.attach(first, "conj")
        if nouns and opener.lower != "according":  # what it says is of the second part alone
            second.adopt((w for w in tree.words[joint.i + 2 : end] if not joint.i + 1 < w.head.i < end), "dep")


def _top(word: Word, after: int) -> Word:
    """The highest word above `word` that does not stand before a place."""
    while word.head is not word and word.head.i > after:
        word = word.head
    return word


def _is_bare(verb: Word) -> bool:
    """Whether a finite verb lacks a subject."""
    return verb.tag in TENSED_TAGS and is_verbal(verb) and verb.child(*SUBJECTS, *AUXILIARIES, "mark", "expl") is None


def _clause_of_time(tree: Tree, opener: Word) -> None:
    """ "It came a day after Lund, in office since May, sold the mill": he sold it, and nothing came after him."""
    noun, above = opener.child("pobj"), opener.head
    end = None if noun is None else _aside(tree, noun.i + 1)
    if noun is None or end is None or not is_verbal(above):
        return
    verb, inner = tree.words[end + 1], tree.words[noun.i + 2 : end]
    told = [
        w for w in inner if is_verbal(w) and is_finite(w) and w.dep != "relcl"
    ]  # "after Veltra, which ..., cut costs"
    if not _is_bare_after(opener, verb) or told or inner[0].dep == "cc":
        return
    if verb is not above:
        verb.attach(above, "advcl")
        opener.attach(verb, "mark")
    verb.tag = "VBD" if verb.tag in {"VB", "VBN"} else verb.tag
    _take_subject(tree, verb, noun)


def _is_bare_after(opener: Word, verb: Word) -> bool:
    """Whether a verb without a subject stands where the verb of what `opener` opens would."""
    past = verb.tag in TENSED_TAGS or (verb.tag in {"VB", "VBN"} and verb.child("dobj") is not None)  # "cut costs"
    bare = past and is_verbal(verb) and verb.child(*SUBJECTS, *AUXILIARIES, "agent", "expl") is None
    if opener.dep == "mark":
        return bare and opener.head is verb
    if not bare or verb.child("cc", "mark") is not None or not verb.head.holds(opener):
        return False
    return verb.dep == "conj" or (verb.head is opener.head and verb.dep in {"advcl", "ccomp", "dep"})


def _take_subject(tree: Tree, verb: Word, noun: Word) -> None:
    """Makes `noun` the subject of `verb`, and what is said of it between them its own."""
    start = noun.subtree()[-1].i
    aside: Word | None = None
    for word in tree.words[noun.i + 1 : verb.i]:
        outside = not noun.i <= word.head.i < verb.i and word.dep not in {*AUXILIARIES, "neg"}
        if outside and (word.i <= start or word.dep != "advmod") and not word.holds(verb) and not word.holds(noun):
            word.attach(noun if aside is None or word.dep == "punct" else aside, word.dep)
            aside = aside or (None if word.dep == "punct" else word)
    noun.attach(verb, subject_label(verb))


def _behind_opener(tree: Tree, verb: Word) -> None:
    """ "In mice with a strain of Lorna, a mix of two drugs helped": a mix did, and is no kind of strain."""
    opener = tree.words[0]
    if opener.tag not in {"IN", "VBG", "VBN", "TO"} or not is_finite(verb) or not is_verbal(verb):
        return
    if has_subject(verb) or opener is verb:
        return
    first = min([verb.i, *(w.i for w in verb.left if w.dep in {*AUXILIARIES, "neg"})])
    nouns = [w for w in tree.words[: verb.i] if w.dep == "appos" and is_nominal(w) and verb.holds(w)]
    noun = next(_standing_before(tree, nouns, first), None)
    if noun is not None:
        _take_subject(tree, verb, noun)


def _standing_before(tree: Tree, nouns: list[Word], end: int) -> Iterator[Word]:
    """Those of some nouns behind a comma after which nothing or an aside stands before a verb."""
    for noun in reversed(nouns):
        phrase = noun.subtree()
        beside = phrase[-1].i + 1 == end
        closed = tree.words[end - 1].text == "," and any(w.text == "," for w in tree.words[noun.i + 1 : end - 1])
        if tree.words[phrase[0].i - 1].text == "," and (beside or closed):
            yield noun


@only_with("to")
def due_aside(main: Word) -> None:
    """ "It says its own count, to be published in May, will show more": the count will."""
    if main.child(*SUBJECTS, "expl", "mark", "cc") is not None or not (is_finite(main) or main.tag == "VB"):
        return
    start = main.subtree(lambda w: w.text == ",")[0].i
    words = {w.i: w for w in main.root.subtree() if w.i < start}
    to = next((w for w in reversed(words.values()) if w.tag == "TO" and start - 9 < w.i < start - 1), None)
    if to is None or to.dep != "aux" or any(w is None or w.text != "," for w in map(words.get, (start - 1, to.i - 1))):
        return
    noun, aside = words.get(to.i - 2, to), to.head
    if noun.tag not in NOUN_TAGS or aside.subtree()[-1].i > start or aside.i > start or main.holds(noun):
        return
    cue = aside.head if noun.head is aside else noun.head
    if noun.dep not in {"dobj", "nsubj", "nsubjpass"} or cue.lemma not in reporting("verb") or cue.i > noun.i:
        return
    main.tag = "VBP" if main.tag == "VB" and main.child(*AUXILIARIES) is None else main.tag
    main.attach(cue, "ccomp")
    noun.attach(main, subject_label(main))
    aside.attach(noun, "acl")
    noun.adopt((words[to.i - 1], words[start - 1]), "punct")
