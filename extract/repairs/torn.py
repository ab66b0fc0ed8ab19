"""Numbers and compounds that the tokenizer or the parser tore."""

from __future__ import annotations

from itertools import pairwise

from extract.english.wordlists import entries
from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import AUXILIARIES, PAST_TAGS, SUBJECTS, is_nominal, is_verbal


@only_with("to", "and", "or")
def suspended(tree: Tree) -> None:
    """ "30- to 40-year-old men", "16- and 17-year-olds": what is not finished is part of what stands behind it."""
    for first, to, second in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if first.text[-1] != "-" or not first.text[:-1].isalnum() or to.lower not in {"to", "and", "or"}:
            continue
        noun = second
        while noun.head.i > noun.i and not is_verbal(noun.head):
            noun = noun.head
        if noun is second or not is_nominal(noun) or (noun.holds(first.head) and noun.head is not to):
            continue
        if not noun.holds(first):
            _finish(first, to, noun)
        if noun.dep in {"npadvmod", "advmod"} and noun.entity != "DATE" and noun.head.child("dobj") is None:
            noun.dep = "dobj"


def _finish(first: Word, to: Word, noun: Word) -> None:
    """Makes what is not finished a part of its noun, which takes its place unless it has a better one."""
    above, verb = first.head, noun.head
    if noun.dep in SUBJECTS and verb.head is above and above.i < first.i:
        verb.dep = "ccomp"  # "It helps 18- to 24-year-old clerks find work"
    elif first.dep != "dep" or noun.head is not above:
        noun.take_place_of(first)
    noun.adopt(w for w in first.children if w is not to and w is not noun)
    first.attach(noun, "nmod")
    to.attach(first, "cc")


def unhyphened(tree: Tree) -> None:
    """ "They had rifles, a rocket propelled grenade launcher and shells": nothing was propelled; it is one weapon.

    "The levy covers savings, earned income and rents": nobody earned any of it.
    """
    words = tree.words
    for participle, noun in pairwise(words[1:]):
        if participle.tag not in PAST_TAGS or noun.tag not in _NOUNS or participle.child(*AUXILIARIES) is not None:
            continue
        before = words[participle.i - 1]
        if f"{before.lower} {participle.lower}" in entries("participle_compounds"):
            start = before.i - (before.i > 0 and words[before.i - 1].tag in {"DT", "CD"})
            _into_noun(words, start, participle, noun)
        elif before.text == "," and participle.i > 2 and _is_item(participle):
            _into_noun(words, participle.i, participle, noun)


_NOUNS = frozenset({"NN", "NNS"})


def _is_item(participle: Word) -> bool:
    """Whether all that hangs on a participle is the rest of a list that a verb of now has before it."""
    own, main = list(participle.children), participle.head
    thing = participle.child("dobj")
    other = None if thing is None else thing.child("conj")
    before = participle.child("nsubj")
    listed = len(own) == 1 or (len(own) == 2 and before is not None and before.dep == "dobj")
    return listed and other is not None and is_nominal(other) and main.tag in {"VBZ", "VBP"}


def _into_noun(words: list[Word], start: int, participle: Word, noun: Word) -> None:
    """Makes a participle part of the noun phrase that begins at `start` and goes on behind it."""
    last = noun
    while last.i + 1 < len(words) and (words[last.i + 1].tag in _NOUNS or words[last.i + 1].lower.endswith("er")):
        last = words[last.i + 1]
    phrase = words[start : last.i + 1]
    own = last.dep in SUBJECTS and last.head not in phrase
    place = (last.head, last.dep) if own else _place(words, start)
    main = participle.child("ccomp", "parataxis") if participle.is_root else None
    if place is None or (participle.is_root and main is None):
        return
    if main is not None:
        main.take_place_of(participle)
        participle.attach(main, "dep")
    if any(w.holds(place[0]) for w in phrase):
        return
    last.attach(*place)
    if place[1] == "conj" and words[start - 1].lower == "and":
        words[start - 1].attach(place[0], "cc")
    last.pos, last.tag = "NOUN", "NNS" if last.tag == "NNS" else "NN"
    for word in phrase:
        for child in [w for w in word.children if w not in phrase]:
            child.attach(last if main is None or child.dep != "punct" else main, child.dep)
        if word is not last:
            word.attach(last, _IN_PHRASE.get(word.tag, "compound"))
    participle.pos, participle.tag, participle.dep = "ADJ", "VBN", "amod"


_IN_PHRASE = {"DT": "det", "CD": "nummod"}


def _place(words: list[Word], start: int) -> tuple[Word, str] | None:
    """Where a noun phrase hangs by what stands before it: on a verb, a preposition or the item before."""
    before = words[start - 1] if start else None
    if before is None or before.text == "," or before.lower == "and":
        item = words[start - 2] if start > 1 else None
        return None if item is None or not is_nominal(item) else (item, "conj")
    if is_verbal(before):
        return before, "dobj"
    return (before, "pobj") if before.tag == "IN" else None


@only_with("-")
def hyphened_pair(tree: Tree) -> None:
    """ "The race is neck-and-neck": one thing, and no two that it is."""
    for joint in tree.words[2:-2]:
        parts = tree.words[joint.i - 2 : joint.i + 3]
        first, last = parts[0], parts[-1]
        if joint.dep != "cc" or last.dep != "conj" or last.head is not first or {w.text for w in parts[1::2]} != {"-"}:
            continue
        if parts[0].end == parts[1].start and parts[3].end == parts[4].start:
            joint.dep = last.dep = "compound"


@only_with("-")
def hyphened_verb(tree: Tree) -> None:
    """ "The mayors will likely over-react", "The court may fast-track the case": what the modal is for is the verb."""
    words = tree.words
    for prefix, hyphen, verb in zip(words, words[1:], words[2:], strict=False):
        if hyphen.text != "-" or prefix.end != hyphen.start or hyphen.end != verb.start or verb.tag not in _BARE:
            continue
        before = words[: prefix.i - words[0].i]
        while before and before[-1].tag == "RB":
            before.pop()
        modal = before[-1] if before else prefix
        if verb.head is modal and modal.tag == "MD" and verb.dep == "dobj":
            _bare_behind(modal, verb)  # "The firm may down-size"
        elif modal.dep != "aux":
            continue
        elif modal.head is prefix and verb.head in {prefix, hyphen} and verb.dep in {"dobj", "prt", "xcomp"}:
            _put_second(prefix, hyphen, verb)
        elif (modal.tag == "MD" or modal.lower in {"did", "do", "does", "to"}) and not _has_verb(modal, verb):
            _make_verb(modal, prefix, verb)


#: What a bare form is tagged as where it is not known for one.
_BARE = frozenset({"NN", "JJ", "VB", "VBP"})


def _has_verb(modal: Word, verb: Word) -> bool:
    return modal.head is not verb and modal.head.pos in {"AUX", "VERB"} and verb.head is not modal.head


def _make_verb(modal: Word, prefix: Word, verb: Word) -> None:
    """Gives a verb what hangs around it on its modal's head, its prefix and the noun behind it."""
    inside = range(modal.i + 1, verb.i)
    noun = verb.head if verb.dep == "compound" and verb.head.i > verb.i else None
    tops = [w for w in (modal.head, prefix, *verb.ancestors()) if w.i in inside or w is noun]
    verb.pos, verb.tag, verb.lemma = "VERB", "VB", verb.lower
    modal.tag = "TO" if modal.lower == "to" else modal.tag
    for top in dict.fromkeys(tops):
        if top.holds(verb):
            verb.take_place_of(top)
        own = [w for w in top.children if top is not noun or w.i < prefix.i or w.dep in _OF_CLAUSE]
        verb.adopt(w for w in own if not w.holds(verb))
        top.attach(verb, "dobj" if top is noun else "compound" if top is prefix else "advmod")


_OF_CLAUSE = frozenset({"punct", "advcl", "npadvmod", "cc", "conj"})


def _bare_behind(modal: Word, verb: Word) -> None:
    verb.pos, verb.tag, verb.lemma = "VERB", "VB", verb.lower
    verb.take_place_of(modal)
    verb.adopt(w for w in modal.children if w is not verb)
    modal.attach(verb, "aux")


def _put_second(first: Word, hyphen: Word, verb: Word) -> None:
    """ "The plan will kick-start growth": the growth is what it starts."""
    verb.pos, verb.tag, verb.lemma = "VERB", "VB", verb.lower
    verb.take_place_of(first)
    verb.adopt(w for w in first.children if w is not hyphen)
    verb.hang(compound=first, punct=hyphen)


_NAME_PARTS = frozenset({"compound", "nmod", "amod", "nummod", "poss", "npadvmod", "quantmod", "punct", "advmod"})


def hyphenated(before: Word, hyphen: Word, after: Word) -> None:
    """ "comes pre-loaded with games": `pre` is a part of "pre-loaded", whatever the parser made of it."""
    if before.lower in {"co", "ex"} and before.pos == after.pos == "NOUN":
        _put_last(before, hyphen, after)
    broken = before.tag == "CD" == after.tag and before.dep in {"npadvmod", "punct"}
    if broken and hyphen.head is after and not after.holds(before) and not before.holds(after):
        before.attach(after, "quantmod")  # "It does 0-62 mph"
    if before.head is after or after.head is before or before.dep in _NAME_PARTS:
        return
    if before.head is after.head is hyphen.head and before.dep == after.dep == hyphen.dep:
        after.adopt(before.left)  # "Kim Min-jun", taken for three subjects
    if before.lower == "non" and not before.holds(after):
        after.adopt(before.left)  # "a non-starter"
    if before.pos == "VERB" or before.holds(after):
        return
    if after.holds(before) or before.left or before.right or hyphen.left or hyphen.right:
        return
    after.hang(compound=before, punct=hyphen)
    hyphen.pos = "PUNCT"


def _put_last(prefix: Word, hyphen: Word, noun: Word) -> None:
    """ "the firm's former co-owner", "the company co-founder": the owner and the founder, and no "co" or company."""
    if noun.dep == "compound" and prefix.head is noun.head.head:  # "Bakery co-founder Ida Lund wrote"
        noun.head.adopt((*prefix.left, prefix, hyphen), "compound")
    if prefix.holds(noun) and not hyphen.holds(prefix):
        _stand_for(noun, prefix)
        noun.adopt(hyphen.children)
        hyphen.attach(noun, "punct")
    first = noun.head
    if noun.dep == "appos" and first.i == prefix.i - 1 and is_nominal(first):
        _stand_for(noun, first)
        noun.hang(compound=prefix, punct=hyphen)


def _stand_for(noun: Word, first: Word) -> None:
    """Puts a noun in the place of a part of it."""
    noun.take_place_of(first)
    noun.adopt(w for w in (*first.left, *first.right) if w is not noun)
    first.attach(noun, "compound")
