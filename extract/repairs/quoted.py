"""Quotations without a verb: the "phase one" deal, his "use it or lose it" rule; "Superb," wrote Lund."""

from __future__ import annotations

from itertools import pairwise

from extract.english.wordlists import entries
from extract.repairs.occasions import QUOTATION, only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import PAST_TAGS, SUBJECTS, VERBS, is_finite, is_nominal, is_verbal

_LONGEST = 6  # words
_BEFORE_QUOTE = frozenset({"JJ", "JJS", "VBN", "HYPH", "RB"})
_ROLES = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "dative", "ROOT", "conj", "appos", "npadvmod")


@only_with(QUOTATION)
def quoted_modifiers(tree: Tree) -> None:
    """ "the "one river, two banks" formula": a formula, neither a river nor two banks."""
    for start, end in tree.quotes:
        inside = [w for w in tree.words if start <= w.start and w.end <= end]
        if 1 < len(inside) <= _LONGEST and inside[-1].i - inside[0].i == len(inside) - 1:
            _hang(tree.words, inside, end)


@only_with("message", "motto", "phrase", "slogan", "word", "words")
def quoted_words(tree: Tree) -> None:
    """ "He added the words, "Ida Lund"", "shouted the words "Never again"": these were the words, and nothing else."""
    for start, end in tree.quotes:
        inside = [w for w in tree.words if start <= w.start and w.end <= end]
        words = [w for w in inside if w.pos != "PUNCT"]
        before = tree.words[max(inside[0].i - 2, 0) : inside[0].i] if words and inside else []
        noun = next((w for w in reversed(before) if w.text not in {",", ":"}), None)
        if noun is None or noun.lower not in _SAYINGS or noun.is_root or any(w.holds(noun) for w in words):
            continue
        if len(words) > _LONGEST or any(is_finite(w) for w in words):
            continue
        for word in words:
            for child in [w for w in word.children if w not in inside]:
                child.attach(noun if child.dep == "relcl" else noun.head, child.dep)
            if word.head not in inside:
                word.attach(noun, "nmod")


_SAYINGS = frozenset({"message", "motto", "phrase", "slogan", "word", "words"})


@only_with(QUOTATION)
def vocatives(tree: Tree) -> None:
    """ "You've been named, Anna," Holt said: she is spoken to, and neither what you are named nor who says so."""
    for start, end in tree.quotes:
        inside = [w for w in tree.words if start <= w.start and w.end <= end]
        words = [w for w in inside if w.pos != "PUNCT"]
        name = words[-1] if len(words) > 2 else None
        if name is None or name.tag != "NNP" or name.dep not in _VOCATIVES or name.entity not in {"PERSON", ""}:
            continue
        first = next((w for w in name.left if w.dep == "compound"), name)
        before = tree.words[first.i - 2]
        if tree.words[first.i - 1].text != "," or before not in inside or is_nominal(before) or before.pos == "PROPN":
            continue
        verb = next((w for w in (before, *before.ancestors()) if is_verbal(w) and w in inside), None)
        if verb is None or verb.i > name.i:
            continue
        for word in [w for w in name.right if w not in inside]:
            if word.dep in {"appos", "conj"}:
                word.take_place_of(name)
            else:
                word.attach(name.head, word.dep)
        if not name.holds(verb):
            name.attach(verb, "intj")


_VOCATIVES = frozenset({*SUBJECTS, "attr", "conj", "dobj", "npadvmod", "oprd"})


def _hang(words: list[Word], inside: list[Word], end: int) -> None:
    noun = _noun_behind(words, inside[-1].i, end)
    opening = _opening(words, inside[0].i)
    if noun is None or not opening:
        return
    group = [*opening, *inside, *words[inside[-1].i + 1 : noun.i]]
    flat = all(noun.holds(w) for w in group) and not any(w.dep in {"conj", "cc", "appos"} for w in inside)
    if flat or (noun.dep == "nsubj" and noun.head.dep == "relcl" and not _leads(noun.head, group)):
        return
    top = _top(group, noun)
    if top is None:
        return
    if top is not noun:
        noun.take_place_of(top)
    _flatten(group, noun)
    for word in inside:
        word.dep = "nmod"
        if is_verbal(word):
            word.retag("NN")


def _top(group: list[Word], noun: Word) -> Word | None:
    """The word of a noun phrase through which it hangs on the rest of the sentence."""
    everything = {*group, noun}
    tops = [w for w in (*group, noun) if w.head not in everything or w.is_root]
    if noun in tops and noun.dep in {"nsubj", "nsubjpass"}:
        return noun
    top = next((w for w in tops if w.dep in _ROLES), None)
    if top is not None and not top.is_root and any(w.holds(top.head) for w in everything if w is not top.head):
        return None
    return top


def _flatten(group: list[Word], noun: Word) -> None:
    """Hangs all words of a noun phrase, and what hangs on them, on its noun."""
    for word in group:
        noun.adopt(w for w in [*word.left, *word.right] if w not in group and not w.holds(noun) and word.dep != "poss")
    noun.adopt(w for w in group if w.tag != "POS" and not w.holds(noun))


def _leads(verb: Word, group: list[Word]) -> bool:
    """Makes the verb the main one of a sentence that would have none: "A "phase one" deal would help"."""
    first = verb.head
    if not first.is_root or first not in group or not is_finite(verb):
        return False
    verb.lead()
    verb.adopt(w for w in first.right if w.i > verb.i)
    return True


def _noun_behind(words: list[Word], last: int, end: int) -> Word | None:
    """The last of the nouns right behind a quotation."""
    at = last + 1
    if at >= len(words) or words[at].start > end + 1:
        return None
    while at < len(words) and words[at].tag in {"NN", "NNS"}:
        at += 1
    return words[at - 1] if at > last + 1 else None


def _opening(words: list[Word], first: int) -> list[Word]:
    """The determiner before a quotation with the adjectives behind it; for a possessive the owner."""
    at = first - 1
    while at >= 0 and words[at].tag in _BEFORE_QUOTE and first - at < _LONGEST:
        at -= 1
    if at < 0 or words[at].tag not in {"DT", "PRP$", "POS"}:
        return []
    opener = words[at].head if words[at].tag == "POS" else words[at]
    return [opener, *words[at + 1 : first]]


@only_with(QUOTATION)
def said_first(tree: Tree) -> None:
    """'Added Holm: "We tried."': Holm added that, and is nobody called Added Holm."""
    first = tree.words[0]
    colon = next((w for w in tree.words[2:12] if w.text == ":"), None)
    verb = {first.lower.removesuffix(ending) for ending in ("s", "d", "ed")} & entries("quoting_verbs")
    if colon is None or not verb or first.child("nsubj") is not None or tree.quotes[0][0] < colon.end:
        return
    before, after = tree.words[1 : colon.i], tree.words[colon.i + 1 :]
    named = [w for w in before if w.head not in before and is_nominal(w)]
    content = next((w for w in after if w.is_root or w.head.i <= colon.i), None)
    if len(named) != 1 or content is None or any(is_verbal(w) for w in before):
        return
    first.lead()
    first.pos, first.tag, first.lemma = "VERB", "VBZ" if first.lower.endswith("s") else "VBD", verb.pop()
    for word, label in ((named[0], "nsubj"), (colon, "punct"), (content, "ccomp")):
        word.attach(first, label)
    named[0].adopt(w for w in before if w.head.i > colon.i)


@only_with(QUOTATION)
def main_before_quotation(tree: Tree) -> None:
    """'Lund agreed with the firm - "I think it is fair"': that Lund agreed is nothing that Lund thinks.

    'In May, Lund said, "We sell it"': what stands before is when she said so.
    """
    for start, end in tree.quotes:
        before = next((w for w in tree.words if w.dep in _TORN and w.end <= start <= w.head.start < end), None)
        if before is None or not is_finite(before):
            continue
        verb = before.head
        if verb.lemma in entries("quoting_verbs") and verb.child("ccomp") is before and len(verb.having("ccomp")) == 1:
            continue
        outside = [w for w in verb.left if w.end <= start and w is not before]
        if any(w.dep in SUBJECTS or w.dep in _TORN or tree.is_quoted(w) or w.child("ccomp", "advcl") for w in outside):
            continue  # "The mill," he said, "is lost"
        announces = all(w.dep == "punct" for w in tree.words[before.i + 1 :] if w.end <= start)
        before.take_place_of(verb)
        before.adopt(outside)
        verb.attach(before, "ccomp" if announces else "parataxis")  # 'He tweeted, "I look forward to it"'
        above = before.head
        if above.is_root and above is not before and above.tag in PAST_TAGS and above.child(*SUBJECTS) is None:
            before.lead()  # 'But asked if he would go, Lund said, "No comment"'
            above.tag = "VBN"
            above.attach(before, "advcl")


_TORN = frozenset({"ccomp", "parataxis"})


@only_with(QUOTATION)
def quoted_remark(tree: Tree) -> None:
    """ "Superb," wrote Ada Lund in the Herald: that is what she wrote, and nothing superb wrote her."""
    quote = next((q for q in tree.quotes if q[0] <= tree.words[0].start), None)
    inside = [w for w in tree.words if quote is not None and w.start < quote[1]]
    spoken = [w for w in inside if w.dep != "punct"]
    if not spoken or any(w.pos in VERBS for w in spoken) or len(inside) == len(tree.words):
        return
    if all(w.pos == "INTJ" or w.lower in _ANSWERS for w in spoken):
        return  # "Yes," he responded: what he agrees to is not told
    found = _cue(tree.words, inside[-1].i + 1)
    top = next((w for w in spoken if w.head not in spoken), spoken[0])
    if found is None or any(w.holds(found[0]) for w in spoken) or top.lower == "not":
        return
    rest = tree.words[max(found[0].i, found[1].i) + 1 :]
    goes_on = any(a.text == "," and tree.is_quoted(b) for a, b in pairwise(rest))  # "The mill," he said, "is lost"
    if goes_on or (len(spoken) == 1 and quote is not None and quote[0] < tree.start):
        return
    cue, speaker = found
    if speaker.holds(cue):
        cue.take_place_of(speaker)
    top.adopt((w for w in spoken if w.head not in spoken and w is not top), "dep")
    cue.hang(ccomp=top, nsubj=speaker)
    for told in [w for w in cue.right if w.dep == "dobj"]:
        told.dep = "dative"
    cue.adopt(w for w in speaker.right if w.dep == "prep" and cue.i < speaker.i)


@only_with(":")
def said_words(noun: Word) -> None:
    """Lund said: "A sad day for Tarn." That is what she said, as is "No comment.", which denies nothing."""
    verb, start = noun.head, noun.subtree()[0].i
    colon = any(w.text == ":" and w.i == start - 1 for w in verb.right)
    if colon and verb.lemma in _SAYING and is_nominal(noun) and verb.child("dobj", "ccomp") in {None, noun}:
        noun.dep = "ccomp"


_SAYING = frozenset({"add", "answer", "reply", "say", "tweet", "write"})
_ANSWERS = frozenset({"yes", "no", "yeah", "yep", "nope", "maybe", "perhaps"})


def _cue(words: list[Word], start: int) -> tuple[Word, Word] | None:
    """The verb of saying behind a quotation with who said it, before or behind the verb: "wrote Lund", "Lund wrote"."""
    cue = next((w for w in words[start : start + _LONGEST] if w.tag in _PAST and w.lemma in _saying()), None)
    if cue is None or (cue.lemma != "tell" and cue.child("dobj") is not None and cue.i > start):
        return None  # "Shameful," the union called it
    if cue.dep == "amod" and cue.i == start and cue.head.is_root and is_nominal(cue.head):
        return cue, cue.head
    before = [w for w in words[start : cue.i] if w.head is cue and is_nominal(w)]
    if before:
        return (cue, before[-1]) if before[-1].i == cue.i - 1 else None
    speaker = next((w for w in cue.right if is_nominal(w) and w.subtree()[0].i == cue.i + 1), None)
    return (cue, speaker) if speaker is not None and cue.i == start and speaker.tag != "PRP" else None


_PAST = frozenset({"VBD", "VBN", "VBZ", "VBP"})


def _saying() -> frozenset[str]:
    return entries("quoting_verbs") | entries("speaking_verbs") | {"shrug", "sigh", "yell"}


@only_on("'", "’")
def closing_mark(mark: Word) -> None:
    """ "'Norland's Oldest Baker' sells shop": what closes the quotation makes nobody an owner."""
    owner = mark.head
    opened = any(w.text in {"'", "‘", "`"} and w.i < owner.i for w in mark.root.subtree())
    if mark.text in {"'", "’"} and owner.dep != "poss" and opened:
        mark.pos, mark.tag, mark.dep = "PUNCT", "''", "punct"
