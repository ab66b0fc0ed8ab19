"""Scores behind names, "beat Lund 6-4, 7-6 (5)": no part of the name, and no second thing that was beaten."""

from __future__ import annotations

from extract.english.numbers import is_score
from extract.syntax.tree import Tree, Word
from extract.syntax.words import DASHES, is_verbal

_BRACKETS = frozenset({"(", ")"})


#: What is won or lost with a score: "lost the first set 6-2".
_PLAYED = frozenset({"final", "frame", "game", "leg", "match", "series", "set", "tie"})


def set_scores_apart(tree: Tree) -> None:
    """Hangs each score on its verb, and the further ones on the first. "Oct. 3-7" is none."""
    if not any(map(str.isdigit, tree.text)):
        return
    for first, joint, second in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if first.text.isdecimal() and second.text.isdecimal() and second.head.i < second.i:
            (_hang_spaced if joint.text in DASHES else _wickets)(first, joint, second)
    last: Word | None = None
    for word in tree.words[1:]:
        if not word.text[0].isdigit() or word.is_root:
            continue
        before = tree.words[word.i - 1]
        named = before.pos == "PROPN" and before.entity != "DATE" and before is not last
        named = named or before.lower in _PLAYED
        if not is_score(word.text) and not (named and _join_spaced(word, tree.words)):
            continue
        if named:
            last = word if _behind_name(word, before) else None
        elif last is not None and all(_is_between(w) for w in tree.words[last.i + 1 : word.i]):
            _behind_score(word, last)
            if word.head is last and before.text == "," and not before.holds(last):
                before.attach(last, "punct")


def _join_spaced(first: Word, words: list[Word]) -> bool:
    """ "Norland beat Ostmark 3 – 1": one score; the dash and the second number become part of the first."""
    dash, second = words[first.i + 1 : first.i + 3] if first.i + 2 < len(words) else (first, first)
    if dash.text not in DASHES or not is_score(f"{first.text}-{second.text}"):
        return False
    if second.holds(first) or first.dep == "dobj" or words[first.i - 1].tag not in {"NNP", "VBD"}:
        return False
    _take_in(first, dash, second)
    return True


def _hang_spaced(first: Word, dash: Word, second: Word) -> None:
    """ "ended with 0 – 0 on the board": one score."""
    if first.head is second or second.holds(first) or first.left or max(len(first.text), len(second.text)) > 2:
        return
    _take_in(first, dash, second)


def _wickets(first: Word, opener: Word, second: Word) -> None:
    """ "were 145 for 6 at tea", "took 5 for 43": one score of cricket, in which at most ten wickets fall."""
    joined = opener.lower == "for" and second.head is opener and second.dep == "pobj" and opener.right == [second]
    alone = not (first.left or second.left or second.right) and first.right in ([], [opener])
    played = first.head.lemma in {"be", "take"}
    if joined and alone and played and min(int(first.text), int(second.text)) <= _MOST_WICKETS:
        first.adopt((opener, second), "compound")


_MOST_WICKETS = 10


def _take_in(first: Word, dash: Word, second: Word) -> None:
    """Makes a dash and the number behind it parts of the number before."""
    first.adopt(w for w in second.children if w is not dash)
    first.adopt((dash, second), "compound")


def _is_between(word: Word) -> bool:
    return word.text in {",", *_BRACKETS} or word.text.isdigit() or is_score(word.text)


def _behind_name(score: Word, name: Word) -> bool:
    if score.holds(name):
        while name.head is not score:
            name = name.head
        others = [w for w in score.left if w is not name]
        label = score.dep
        name.attach(score.head, label)
        name.adopt(others)
    verb = next((w for w in name.ancestors() if is_verbal(w) and w.i < score.i), None)
    if verb is None or score.holds(verb):
        return False
    name.adopt(w for w in score.right if w.dep in {"cc", "conj"} and not is_score(w.text))
    if (
        name.dep == "npadvmod"
        and name.head is verb
        and name.subtree()[0].i == verb.i + 1
        and verb.child("dobj") is None
    ):
        name.dep = "dobj"  # "Holm beat Tarn 3-1"
    _hang(score, verb, verb, "npadvmod")
    return True


def _behind_score(score: Word, first: Word) -> None:
    if score.holds(first):
        return
    following = next((w for w in score.right if w.dep == "conj" and w.pos == "PROPN"), None)
    if following is not None and not is_score(following.text):
        subject = score.dep in {"nsubj", "nsubjpass"}  # "Lund beat Holm 6-2, 6-1 and Berg lost"
        first.head.adopt(w for w in score.right if w.dep == "cc")
        following.attach(score.head if subject else first.head, score.dep if subject else "dep")
    _hang(score, first, first.head, "nummod")


def _hang(score: Word, head: Word, verb: Word, label: str) -> None:
    for word in list(score.right):
        if word.text.isdigit() and word.dep == "appos":
            word.dep = "nummod"
        elif word.dep in {"prep", "advcl", "relcl"} and not word.holds(verb):
            word.attach(verb, "prep" if word.dep == "prep" else "advcl")
    score.attach(head, label)
    score.tag, score.pos, score.entity = "CD", "NUM", "CARDINAL"
