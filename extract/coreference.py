"""What the names, pronouns and short descriptions of an article stand for.

One pass through the article: names to the names they shorten (`names`), descriptions to what they describe
(`definites`), pronouns to the most salient referent that fits (`pronouns`). Nothing is overwritten: a link
is a `Mention` with its own words, its antecedent, the rule that made it and a confidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.definites import describe
from extract.expletives import expletive
from extract.mentions import Candidate, Kind, Number, as_name, find
from extract.model import Mention, Span
from extract.names import Names
from extract.persons import Gender, Sort, only_person
from extract.pronouns import FORMS, WINDOW, Choice, Form, choose, pronoun
from extract.referents import Referent
from extract.speakers import speakers
from extract.tree import Tree, Word

_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})


class Coreference:
    """The links of one article. `mentions` are in text order."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._names = Names()
        self._seen: list[Candidate] = []
        self._links: dict[tuple[int, int], Mention] = {}
        self._by_head: dict[tuple[int, int], Candidate] = {}
        self._speakers: dict[int, Referent] = {}
        self._quotes: dict[Span, int] = {}
        self._referents: dict[Span, Referent] = {}
        for tree in trees:
            self._read(tree)
        self.mentions = tuple(sorted(self._all(trees), key=lambda m: (m.start, m.end)))

    def resolve(self, tree: Tree, head: Word) -> Mention | None:
        """What an argument with this head word stands for; None where it is its own best name or left open."""
        link = self._links.get((tree.position, head.i))
        return link if link is not None and link.resolved is not None else None

    def at(self, span: Span) -> Mention | None:
        """The resolved mention that ends a stretch of text, or lies in it."""
        inside = [m for m in self._links.values() if m.resolved is not None and span[0] <= m.start and m.end <= span[1]]
        return max(inside, key=lambda m: (m.end == span[1], m.end - m.start), default=None)

    def chain(self, mention: Mention) -> tuple[Span, ...]:
        """The extents of all mentions of what `mention` stands for, itself included, in text order."""
        referent = self._referents.get((mention.start, mention.end))
        if referent is None:
            return ((mention.start, mention.end),)
        return tuple(sorted({(m.start, m.end) for m in referent.mentions}))

    def _read(self, tree: Tree) -> None:
        candidates = find(tree)
        for candidate in candidates:
            candidate.quote = self._quote(tree, candidate.start)
            self._by_head.setdefault((tree.position, candidate.head.i), candidate)
            self._refer(tree, candidate)
        self._appositions(tree, candidates)
        for number, word in speakers(tree, self._quotes):
            speaker = self._by_head.get((tree.position, word.i))
            if speaker is not None and speaker.referent is not None:
                self._speakers.setdefault(number, speaker.referent)
        self._pronouns(tree, candidates)
        self._seen.extend(candidates)

    def _quote(self, tree: Tree, start: int) -> int:
        for span in tree.quotes:
            if span[0] <= start < span[1]:
                return self._quotes.setdefault(span, len(self._quotes))
        return -1

    def _refer(self, tree: Tree, candidate: Candidate) -> None:
        if candidate.kind is Kind.NOMINAL and _bare_capital(candidate) and self._names.known_surname(candidate.key[0]):
            as_name(candidate)
        if candidate.kind is Kind.NAME:
            self._names.refer(candidate)
            self._link_name(tree, candidate)
        elif candidate.members:
            Referent(candidate)
        else:
            known = describe(candidate, self._seen)
            if known is None:
                Referent(candidate)
            else:
                known.referent.add(candidate)
                self._link(tree, candidate, known)

    def _link_name(self, tree: Tree, name: Candidate) -> None:
        assert name.referent is not None
        best = name.referent.best(name.start + 1)
        if best is not None and best is not name and len(best.key) > len(name.key):
            self._link(tree, name, Choice(name.referent, best, 0.9, "short name"))

    def _link(self, tree: Tree, mention: Candidate, choice: Choice) -> None:
        best = choice.referent.best(mention.start) or choice.mention
        self._links[tree.position, mention.head.i] = Mention(
            mention.start, mention.end, tree.source[mention.start : mention.end], mention.kind.value, mention.entity or None,
            (best.start, best.end), tree.source[best.start : best.end], round(choice.confidence, 3), choice.rule,
        )  # fmt: skip

    def _appositions(self, tree: Tree, candidates: Sequence[Candidate]) -> None:
        """ "Infotec, a maker of chips": one thing; "Hale is a teacher": a noun for Hale."""
        for candidate in candidates:
            head = candidate.head
            if head.dep == "appos" and not candidate.members:
                host = self._by_head.get((tree.position, head.head.i))
                if host is not None and host.referent is not candidate.referent and _same(host, candidate):
                    assert host.referent is not None
                    assert candidate.referent is not None
                    host.referent.merge(candidate.referent)
            elif head.dep == "attr" and candidate.kind is Kind.NOMINAL:
                subject = head.head.child("nsubj")
                host = self._by_head.get((tree.position, subject.i)) if subject is not None else None
                if host is not None and host.referent is not None and host.kind is Kind.NAME:
                    host.referent.nouns.add(candidate.key[0] if candidate.key else head.lower)
                    if only_person(candidate.head.lemma.lower()):
                        host.referent.learn(Sort.PERSON, candidate.gender)
                        host.referent.sure = True

    def _pronouns(self, tree: Tree, candidates: list[Candidate]) -> None:
        for word in tree.words:
            if word.lower in FORMS and word.tag in {"PRP", "PRP$"}:
                self._pronoun(tree, word, candidates)
            elif word.lower in _RELATIVE and word.tag in {"WP", "WDT", "WP$"}:
                self._relative(tree, word)

    def _pronoun(self, tree: Tree, word: Word, candidates: list[Candidate]) -> None:
        asked = pronoun(word, tree, self._quote(tree, word.start))
        mention = Candidate(Kind.PRONOUN, word, word, word, tree.position)
        mention.role, mention.quote = asked.role, asked.quote
        if asked.form is Form.IT and expletive(word):
            self._open(tree, mention, "expletive")
            return
        choice = choose(asked, self._recent(tree, asked.form, candidates), self._speakers)
        if choice is None:
            self._open(tree, mention, "open")
            return
        if asked.form in (Form.HE, Form.SHE):
            choice.referent.learn(Sort.PERSON, Gender.MALE if asked.form is Form.HE else Gender.FEMALE)
        mention.sort, mention.number = choice.referent.sort, choice.referent.number
        choice.referent.add(mention)
        self._referents[mention.start, mention.end] = choice.referent
        candidates.append(mention)
        self._link(tree, mention, choice)

    def _open(self, tree: Tree, mention: Candidate, rule: str) -> None:
        text = tree.source[mention.start : mention.end]
        self._links[tree.position, mention.head.i] = Mention(
            mention.start, mention.end, text, mention.kind.value, rule=rule, confidence=0.0
        )

    def _recent(self, tree: Tree, form: Form, candidates: list[Candidate]) -> Iterator[Candidate]:
        yield from candidates
        for candidate in reversed(self._seen):
            if tree.position - candidate.sentence > WINDOW[form]:
                return
            yield candidate

    def _relative(self, tree: Tree, word: Word) -> None:
        verb = word
        while verb.dep != "relcl" and verb.head is not verb:
            verb = verb.head
        host = self._by_head.get((tree.position, verb.head.i)) if verb.dep == "relcl" else None
        if host is None or host.start > word.start or host.referent is None:
            return
        mention = Candidate(Kind.PRONOUN, word, word, word, tree.position)
        self._link(tree, mention, Choice(host.referent, host, 0.9, "relative"))

    def _all(self, trees: Sequence[Tree]) -> Iterator[Mention]:
        yield from self._links.values()
        for tree in trees:
            for (position, i), candidate in self._by_head.items():
                if position == tree.position and candidate.kind is Kind.NAME and (position, i) not in self._links:
                    text = tree.source[candidate.start : candidate.end]
                    yield Mention(candidate.start, candidate.end, text, "name", candidate.entity or None)


def _bare_capital(nominal: Candidate) -> bool:
    """ "Graves said ...": a surname that the tagger took for a noun."""
    head = nominal.head
    return head.text[0].isupper() and not head.left and bool(nominal.key) and nominal.start == head.start


def _same(host: Candidate, apposition: Candidate) -> bool:
    if host.kind is Kind.NAME and apposition.kind is Kind.NAME:
        return False
    if host.number is Number.PLURAL or apposition.number is Number.PLURAL:
        return host.number is apposition.number
    persons = {host.sort is Sort.PERSON, apposition.sort is Sort.PERSON}
    if len(persons) == 1 or Sort.UNKNOWN in (host.sort, apposition.sort):
        return True
    noun = host if host.kind is Kind.NOMINAL else apposition
    return only_person(noun.head.lemma.lower())
