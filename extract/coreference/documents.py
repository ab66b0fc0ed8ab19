"""Who says what a paper says: "Veltra said in a statement that it was sorry. The statement said ..."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extract.attribution.speech import Speech
from extract.coreference.discourse import Link
from extract.coreference.references import Candidate, Choice, Kind
from extract.coreference.spoken_for import is_of_all
from extract.english.persons import Sort
from extract.english.wordlists import entries
from extract.model import Span
from extract.syntax.tree import Tree, Word
from extract.syntax.words import NOUN_MODIFIERS

_DOCUMENTS = frozenset({"e-mail", "email", "letter", "memo", "message", "post", "release", "statement", "tweet"})
_GIVING = entries("issuing_verbs") | {"make", "sign", "write"}
_WE = frozenset({"our", "ours", "us", "we"})
#: How many sentences back somebody said something in it.
_FAR = 4
_CONFIDENCE = 0.75


def document_links(found: Sequence[tuple[Tree, Candidate]]) -> Iterator[tuple[Tree, Link]]:
    """The links of papers that say something to who says something in them."""
    known = {(tree.position, one.head.i): one for tree, one in found}
    last: dict[tuple[str, ...], tuple[int, Candidate | None]] = {}
    for tree, one in sorted(found, key=lambda pair: pair[1].start):
        if one.kind is not Kind.NOMINAL or not one.key or one.key[-1] not in _DOCUMENTS:
            continue
        sayer = _sayer(one.head)
        if sayer is not None or not _is_taken_up(one.head):
            last[one.key] = tree.position, known.get((tree.position, sayer.i)) if sayer is not None else None
        elif one.key in last and tree.position - last[one.key][0] <= _FAR:
            link = _link(one, last[one.key][1])
            if link is not None:
                yield tree, link


def own_words(
    trees: Sequence[Tree], spoken: Mapping[Span, Speech], papers: Sequence[tuple[Tree, Link]]
) -> Iterator[tuple[Tree, Link]]:
    """The links of "we" in what a body says in a paper: "We will pay," the statement said."""
    bodies = {(tree.position, link.mention.head.i): link.choice for tree, link in papers}
    quoted: dict[Span, Choice] = {}
    for span, speech in spoken.items():
        places = ((speech.tree.position, word.i) for word in speech.source)
        found = next((bodies[place] for place in places if place in bodies), None)
        if found is not None and found.referent.sort is Sort.BODY:
            quoted[span] = found
    for tree in trees if quoted else ():
        for span in tree.quotes:
            for word in tree.words if span in quoted else ():
                if span[0] <= word.start < span[1] and word.lower in _WE and not is_of_all(word):
                    mention = Candidate(Kind.PRONOUN, word, word, word, tree.position)
                    yield tree, Link(mention, quoted[span], "speaker")


def _sayer(paper: Word) -> Word | None:
    """Who says something in a paper, or issues it."""
    if paper.dep == "pobj" and paper.head.lower in {"in", "by"} and paper.head.head.lemma in entries("quoting_verbs"):
        return paper.head.head.child("nsubj")
    given = paper.dep == "dobj" and paper.head.lemma in _GIVING
    return paper.head.child("nsubj") if given else None


def _is_taken_up(paper: Word) -> bool:
    """ "The statement said": nothing else tells which one."""
    alone = [w.lower for w in paper.left] == ["the"] and not paper.right
    says = paper.dep == "nsubj" and paper.head.lemma in entries("quoting_verbs")
    return alone and (says or (paper.dep == "pobj" and paper.head.lower == "to"))


def _link(paper: Candidate, sayer: Candidate | None) -> Link | None:
    referent = sayer.referent if sayer is not None else None
    mention = referent.best(paper.start) if referent is not None else None
    if referent is None or mention is None or mention.start > paper.start:
        return None
    if not referent.named and not any(w.dep in NOUN_MODIFIERS for w in mention.head.left):
        return None  # "a group", but "the Norland army"
    return Link(paper, Choice(referent, mention, _CONFIDENCE, "its paper"), "its paper")
