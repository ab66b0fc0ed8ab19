"""What a headline calls the person whom its article is about: "Harbour Clerk Found Dead" over an article on Anna Berg.

A headline comes before the name, and its capitals make names of nouns. The one whom an article names far more often
than any other is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.coreference.discourse import Link
from extract.coreference.headline_names import is_headline
from extract.coreference.references import Candidate, Choice, Kind, Referent
from extract.english.persons import Gender, Sort, given_name, person_noun
from extract.english.wordlists import entries
from extract.syntax.tree import Tree

#: The mentions of the one whom an article is about, how often they outnumber those of any other, and the sentences of
#: which one is the first to name him.
MIN_MENTIONS, DOMINANT, MAX_FIRST = 2, 2, 4
_CONFIDENCE = 0.7
#: Nouns that headlines have for persons, and other texts for other things.
_CALLED = dict.fromkeys(("icon", "legend", "star"), Gender.OPEN)


def headline_links(trees: Iterable[Tree], found: Sequence[tuple[Tree, Candidate]]) -> Iterator[tuple[Tree, Link]]:
    """The descriptions in headlines that stand for the one whom the article is about, of all that it refers to."""
    main = _main(candidate for _, candidate in found)
    if main is None:
        return
    names = [mention for mention in main.mentions if mention.kind is Kind.NAME]
    best = max(names, key=lambda one: (len(one.key), -one.start))
    headlines = {tree.position for tree in trees if is_headline(tree)}
    for links in _by_sentence(_linked(main, best, headlines, found)):
        if len(links) == 1:  # "Clerk stole from widow": only one of them can be meant, and nothing tells which
            yield links[0]


def _linked(
    main: Referent, best: Candidate, headlines: set[int], found: Sequence[tuple[Tree, Candidate]]
) -> Iterator[tuple[Tree, Link]]:
    for tree, candidate in found:
        may = candidate.referent is not main and tree.position in headlines and not _is_named_again(candidate)
        gender = _described(candidate) if may else None
        if gender is not None and (gender is main.gender or Gender.OPEN in (gender, main.gender)):
            yield tree, Link(candidate, Choice(main, best, _CONFIDENCE, "headline"), "headline")


def _by_sentence(links: Iterable[tuple[Tree, Link]]) -> Iterable[list[tuple[Tree, Link]]]:
    grouped: dict[int, list[tuple[Tree, Link]]] = {}
    for tree, link in links:
        grouped.setdefault(tree.position, []).append((tree, link))
    return grouped.values()


def _is_named_again(candidate: Candidate) -> bool:
    """Whether the text has a headline's name, too: Lindqvist is no violinist, whatever his name ends in."""
    known = candidate.referent.mentions if candidate.referent is not None else []
    return candidate.kind is Kind.NAME and any(m.kind is Kind.NAME and m.sentence != candidate.sentence for m in known)


def _main(found: Iterable[Candidate]) -> Referent | None:
    """The person whom an article is about, if there is one that it names in full."""
    people = {id(one.referent): one.referent for one in found if one.referent and one.referent.sort is Sort.PERSON}
    named = [person for person in people.values() if any(len(key) > 1 and given_name(key[0]) for key in person.keys)]
    ranked = sorted(named, key=lambda person: len(person.mentions), reverse=True)
    least = max([MIN_MENTIONS, *(DOMINANT * len(one.mentions) for one in ranked[1:2])])
    if not ranked or len(ranked[0].mentions) < least or ranked[0].mentions[0].sentence > MAX_FIRST:
        return None
    return ranked[0]


def _described(candidate: Candidate) -> Gender | None:
    """The gender of a description of one person without a determiner; None for a name and for all else."""
    words = list(candidate.key)
    if candidate.kind is Kind.NOMINAL:
        has_determiner = any(word.dep in {"det", "poss", "predet"} for word in candidate.head.left)
        words = [] if has_determiner or candidate.head.tag not in ("NN", "NNP") or candidate.members else words
    elif candidate.kind is not Kind.NAME or any(given_name(word) is not None for word in words):
        return None
    for at, word in enumerate(words):
        if at and (word in entries("name_tails") or word.removesuffix("s") in entries("headline_verbs")):
            words = words[:at]
            break
    return (person_noun(words[-1]) or _CALLED.get(words[-1])) if words else None
