"""What the names, pronouns and short descriptions of an article stand for.

Nothing is overwritten: a link is a `Mention` with its own words, its antecedents, the rule that made it and a
confidence; taking it away leaves the text as it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from extract.attribution.blockquotes import BlockQuote
from extract.attribution.speech import Speech, speeches
from extract.coreference.discourse import Discourse, Link
from extract.coreference.documents import document_links, own_words
from extract.coreference.headline_persons import headline_links
from extract.coreference.lead_persons import later_names, lead_link
from extract.coreference.mentions import QUANTIFIERS
from extract.coreference.name_kinds import name_labels
from extract.coreference.noun_ellipsis import counted_links, listed_links
from extract.coreference.pronouns import FORMS, Form
from extract.coreference.references import Candidate, Choice, Kind, Referent
from extract.model import Mention, Span, Spans, name_spans
from extract.syntax.tree import Tree, Word

#: How sure a pronoun's link must be to be shown with a claim. All links are stored as mentions, with how sure they are.
SHOWN_FROM = {Form.HE: 0.65, Form.SHE: 0.5, Form.IT: 0.87, Form.THEY: 0.65}
#: The same for who says something: there are fewer who could, and without a name nobody knows whose claim it is.
SOURCES_FROM = 0.65
#: The same for names and descriptions.
_OTHERS_FROM = 0.55
#: "Some say they will go": who they are is not told.
_UNTELLING = QUANTIFIERS | {"anyone", "everyone", "no one", "nobody"}
_HEADED_BEFORE = frozenset({"of", "for", "from", "at", "in", "with", "on", "by", "to", "and"})
_BEHIND_HEAD = re.compile(r"\s?[,(]|\s(?:of|from|at|in|with|on)\s")


class Coreference:
    """The links of one article. `mentions` are its names, linked descriptions and pronouns in text order.

    `spoken` are the speakers of its quotations, where they are known already; `apart` the sentences that are wholly
    somebody's, by position.
    """

    def __init__(
        self,
        trees: Sequence[Tree],
        spoken: Mapping[Span, Speech] | None = None,
        apart: Mapping[int, BlockQuote] | None = None,
    ) -> None:
        self._links: dict[tuple[int, int], Mention] = {}
        self._referents: dict[Span, Referent] = {}
        self._source = trees[0].source if trees else ""
        spoken = speeches(trees) if spoken is None else spoken
        discourse = Discourse(trees, spoken, apart or {})
        for tree, link in discourse.links():
            self._keep(tree, link)
        found = discourse.candidates()
        for tree, link in chain(headline_links(trees, found), lead_link(trees, found)):
            if (tree.position, link.mention.head.i) not in self._links:
                self._keep(tree, link)
        for tree, link in chain(later_names(found), counted_links(trees, found), listed_links(found)):
            if (tree.position, link.mention.head.i) not in self._links:
                self._keep(tree, link)
        papers = list(document_links(found))
        for tree, link in chain(papers, own_words(trees, spoken, papers)):
            self._keep(tree, link)
        self._labels = name_labels(found)
        self.mentions = tuple(sorted(self._mentions(found), key=_place))
        self._starts = [m.start for m in self.mentions]
        for _, one in found:
            one.referent = None  # each holds the other

    def resolve(self, tree: Tree, head: Word, *, alone: bool = False, says: bool = False) -> Mention | None:
        """What an argument with this head word stands for; None where it is its own best name or left open.

        Of a coordination ("Hale or Berg") the head is only the first: it stands for nothing by itself, unless it is
        `alone` in the argument. Who `says` something need be no surer than as the source of what is said.
        """
        if not alone and any(word.dep == "conj" for word in head.right):
            return None
        link = self._links.get((tree.position, head.i))
        return link if link is not None and _is_shown(link, says=says) else None

    def is_open(self, tree: Tree, word: Word) -> bool:
        """Whether a word is a pronoun that stands for somebody or something, and nobody knows for whom or what."""
        link = self._links.get((tree.position, word.i))
        if link is None or link.text.lower() not in FORMS or link.rule == "expletive":
            return False
        return not _is_shown(link, says=False)

    def label(self, tree: Tree, head: Word) -> str | None:
        """What kind of name ends in this head word, as the entity recogniser labels names; None where it is none."""
        return self._labels.get((tree.position, head.i), head.entity) or None

    def at(self, span: Span) -> Mention | None:
        """The resolved mention that heads a stretch of text ("Mayor Hale", "Hale, the mayor", "Hale of the council").

        None for "her lawyer", "the Hale case" and "a spokesman for the council".
        """
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        for mention in self.mentions[first:last]:
            before, after = self._source[span[0] : mention.start], self._source[mention.end : span[1]]
            heads = _HEADED_BEFORE.isdisjoint(before.split()) and (not after or bool(_BEHIND_HEAD.match(after)))
            least = SOURCES_FROM if mention.text.lower() in FORMS else _OTHERS_FROM
            if heads and mention.resolved is not None and mention.confidence >= least:
                return mention
        return None

    def chain(self, mention: Mention) -> tuple[Span, ...]:
        """The extents of all mentions of what `mention` stands for, itself included, in text order."""
        own = (mention.start, mention.end)
        referent = self._referents.get(own)
        return tuple(sorted({own, *[(m.start, m.end) for m in referent.mentions]} if referent is not None else {own}))

    def _keep(self, tree: Tree, link: Link) -> None:
        own = link.mention
        if link.choice is not None:
            self._referents[own.start, own.end] = link.choice.referent
        self._links[tree.position, own.head.i] = _mention(tree, link)

    def _mentions(self, found: Iterable[tuple[Tree, Candidate]]) -> Iterator[Mention]:
        for place, mention in self._links.items():
            yield replace(mention, entity=self._labels[place]) if place in self._labels else mention
        for tree, name in found:
            if name.kind is Kind.NAME and (tree.position, name.head.i) not in self._links:
                assert name.referent is not None
                self._referents[name.start, name.end] = name.referent
                text = tree.source[name.start : name.end]
                yield Mention(name.start, name.end, text, name.kind.value, self.label(tree, name.head))


def _is_shown(mention: Mention, *, says: bool) -> bool:
    form = FORMS.get(mention.text.lower())
    least = _OTHERS_FROM if form is None else SOURCES_FROM if says else SHOWN_FROM[form]
    telling = mention.resolved is not None and mention.resolved.lower() not in _UNTELLING
    return telling and mention.confidence >= least


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _mention(tree: Tree, link: Link) -> Mention:
    own = link.mention
    text = tree.source[own.start : own.end]
    if link.choice is None:
        return Mention(own.start, own.end, text, own.kind.value, confidence=0.0, rule=link.rule)
    antecedents = _antecedents(link.choice, own)
    return Mention(
        start=own.start,
        end=own.end,
        text=text,
        kind=own.kind.value,
        entity=own.entity or None,
        antecedents=antecedents,
        resolved=name_spans(tree.source, antecedents),
        confidence=round(link.choice.confidence, 3),
        rule=link.rule,
    )


def _antecedents(choice: Choice, own: Candidate) -> Spans:
    """The mention to show, or the two of a pair that the text names apart. "The mayor, Ann Hale": she is behind."""
    before = max(own.start, choice.mention.start + 1) if own.kind is not Kind.PRONOUN else own.start
    parts = choice.referent.parts
    if parts:
        best = [part.best(before) for part in parts]
        return tuple((b.start, b.end) for b in best if b is not None)
    shown = choice.referent.best(before) or choice.mention
    return ((shown.start, shown.end),)
