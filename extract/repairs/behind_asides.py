"""Words behind an aside: a second part after "and, in rare cases,", a verb whose subject stands before the commas."""

from __future__ import annotations

from collections.abc import Iterator

from extract.english.wordlists import word_class
from extract.syntax.tree import Tree, Word
from extract.syntax.words import AUXILIARIES, SUBJECTS, first_conjunct, is_finite, is_nominal, is_verbal, subject_label

#: An aside has no more words than this.
_LONGEST = 12
_UNTIL = word_class("conjunctions of time that are prepositions too")
_PRESENT_OR_PAST = frozenset({"VBD", "VBZ", "VBP"})


def past_asides(tree: Tree) -> None:
    """Hangs what stands behind an aside where it would hang without the aside."""
    commas = [word.text for word in tree.words].count(",")
    for word in tree.words if commas > 1 else ():
        if word.dep == "cc" and word.lower in {"and", "or"}:
            _second_part(tree, word)
            _past_concession(tree, word)
        elif word.lower in _UNTIL and word.dep in {"prep", "mark"}:
            _clause_of_time(tree, word)
        elif word.lemma in {"turn", "emerge", "seem", "appear"} and is_verbal(word):
            _it_turns_out(tree, word)
        elif word.lower == "each" and word.dep in SUBJECTS:
            _each_of_them(tree, word)
        elif word.dep in {"relcl", "advcl"}:
            _past_relative(tree, word)
            _past_comment(tree, word)
    first = tree.words[0].head
    for verb in [*tree.roots, *([first] if first.dep in {"ccomp", "parataxis"} else [])] if commas else ():
        _behind_opener(tree, verb)


def _it_turns_out(tree: Tree, verb: Word) -> None:
    """ "as snow, it turns out, is not silent": it turns out so, and it is the snow that is not."""
    it = verb.child("nsubj")
    end = verb.i + 2 if any(w.lower == "out" and w.i == verb.i + 1 for w in verb.right) else verb.i + 1
    if it is None or it.i < 1 or it.i != verb.i - 1 or end >= len(tree.words) - 1:
        return
    if tree.words[it.i - 1].text != "," or tree.words[end].text != ",":
        return
    main = next((w for w in verb.right if w.dep in {"conj", "ccomp"} and w.i > end and is_finite(w)), None)
    if main is None or main.child(*SUBJECTS) is not None:
        return
    before = [w for w in verb.left if w.i < it.i - 1]
    main.take_place_of(verb)
    for word in before:
        word.attach(main, word.dep)
    verb.attach(main, "parataxis")
    noun = tree.words[it.i - 2]
    if noun.dep == "pobj" and noun.head.dep == "mark":
        noun.attach(main, subject_label(main))


def _each_of_them(tree: Tree, each: Word) -> None:
    """ "Teams, each made up of two clerks, have begun": the teams have, and each is made up so."""
    part = each.head
    main = part.head
    noun = tree.words[each.i - 2] if each.i > 1 and tree.words[each.i - 1].text == "," else each
    while noun.head is not part and noun.head is not noun and noun.head.i < each.i:
        noun = noun.head
    if noun.head is not part or noun.dep not in {"dep", "nsubj"} or part.dep not in {"parataxis", "ccomp", "advcl"}:
        return
    if is_finite(main) and main.i > part.i and main.child(*SUBJECTS, "expl") is None:
        noun.attach(main, subject_label(main))


def _past_comment(tree: Tree, clause: Word) -> None:
    """ "It would be launched, as they first planned, on the river": it would, and nobody planned on it."""
    verb, first = clause.head, clause.subtree()[0]
    if first.lower != "as" or first.dep != "mark" or clause.dep != "advcl" or first.i < 1 or verb.i != first.i - 2:
        return
    opener = next((w for w in clause.right if w.dep == "prep" and tree.words[w.i - 1].text == ","), None)
    if opener is not None and tree.words[first.i - 1].text == "," and opener.i == clause.i + 2:
        opener.attach(verb, "prep")


def _past_relative(tree: Tree, clause: Word) -> None:
    """ "It dosed the hens, all of which were old, with salt": the second comma ends what is said of the hens."""
    first, verb = clause.subtree()[0], clause.head
    while not is_verbal(verb) and not verb.is_root:
        verb = verb.head
    if not any(w.tag in {"WDT", "WP", "WP$"} for w in clause.subtree() if w.i < clause.i):
        return
    if first.i == 0 or tree.words[first.i - 1].text != "," or not is_verbal(verb) or verb.i > clause.i:
        return
    opener = next((w for w in clause.right if w.dep == "prep" and tree.words[w.i - 1].text == ","), None)
    thing = None if opener is None else opener.child("pobj")
    if opener is None or thing is None or opener.lower not in _OF_DEED or thing.right or thing.pos == "PRON":
        return
    if any(w.text == "," for w in tree.words[first.i : opener.i - 1]) or clause.child("cc") is not None:
        return
    for word in [w for w in clause.right if w.i >= opener.i]:
        word.attach(verb, word.dep)


_OF_DEED = frozenset({"by", "for", "from", "in", "into", "on", "onto", "to", "with"})


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
        joint.attach(main, "cc")
        second.attach(main, "conj")


def _second_part(tree: Tree, joint: Word) -> None:
    """ "It can lead to fever and, in rare cases, death", "it tripped and, at one point, fell": two of one kind."""
    end = _aside(tree, joint.i + 1)
    if end is None or joint.i == 0:
        return
    opener, second = tree.words[joint.i + 2], _top(tree.words[end + 1], end)
    if opener.tag not in {"IN", "RB", "RBR", "VBG"} or any(map(is_verbal, tree.words[joint.i + 3 : end])):
        return
    if is_verbal(second) and joint.head.dep in {*SUBJECTS, "conj"}:
        _second_subject(tree, joint, second, end)
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
            for word in [w for w in tree.words[joint.i + 2 : end] if not joint.i + 1 < w.head.i < end]:
                word.attach(second, "dep")


def _second_subject(tree: Tree, joint: Word, verb: Word, end: int) -> None:
    """ "Milk and, in some towns, bread ran short": both did."""
    first = first_conjunct(joint.head)
    second = next((w for w in verb.left if w.dep in SUBJECTS and w.subtree()[0].i == end + 1), None)
    if second is None or second.tag == "PRP" or first.dep not in SUBJECTS or first.head is not verb:
        return
    second.attach(joint.head, "conj")
    for word in [w for w in tree.words[joint.i + 2 : end] if not joint.i + 1 < w.head.i < end]:
        word.attach(second, "dep")


def _top(word: Word, after: int) -> Word:
    """The highest word above `word` that does not stand before a place."""
    while word.head is not word and word.head.i > after:
        word = word.head
    return word


def _is_bare(verb: Word) -> bool:
    """Whether a finite verb lacks a subject."""
    return (
        verb.tag in _PRESENT_OR_PAST and is_verbal(verb) and verb.child(*SUBJECTS, *AUXILIARIES, "mark", "expl") is None
    )


def _clause_of_time(tree: Tree, opener: Word) -> None:
    """ "It came a day after Lund, in office since May, sold the mill": he sold it, and nothing came after him."""
    noun, above = opener.child("pobj"), opener.head
    end = None if noun is None else _aside(tree, noun.i + 1)
    if noun is None or end is None or not is_verbal(above):
        return
    verb, inner = tree.words[end + 1], tree.words[noun.i + 2 : end]
    if not _is_bare_after(opener, verb) or any(map(is_finite, filter(is_verbal, inner))) or inner[0].dep == "cc":
        return
    if verb is not above:
        verb.attach(above, "advcl")
        opener.attach(verb, "mark")
    _take_subject(tree, verb, noun)


def _is_bare_after(opener: Word, verb: Word) -> bool:
    """Whether a verb without a subject stands where the verb of what `opener` opens would."""
    bare = verb.tag in _PRESENT_OR_PAST and is_verbal(verb) and verb.child(*SUBJECTS, *AUXILIARIES, "expl") is None
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
    if verb.child(*SUBJECTS, "expl") is not None or opener is verb:
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
