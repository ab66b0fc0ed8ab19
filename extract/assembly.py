"""From proposals, which are words of a tree, to claims, which are text with offsets, marks and context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.attribution.attributions import Attributions
from extract.attribution.authorship import authorship
from extract.attribution.reports import Reports
from extract.claims.arguments import complete
from extract.claims.confidence import lacks_noun, left_open, probability, signs_of, unknown_parts, weighed
from extract.claims.explanation import explain
from extract.claims.proposal import Adjunct, Phrase, Proposal
from extract.coreference.resolution import Coreference
from extract.english.filled import filled, is_filled, opens_with_possessive, owned, pronouns_of, reads_well
from extract.english.phrases import KnownNames, parts_words, read_claim
from extract.english.wordlists import entries, word_class
from extract.factuality.commitment import Commitment, Commitments, with_subject
from extract.factuality.listed_objects import with_object
from extract.measures.places import place
from extract.measures.quantities import normal_form, quantities
from extract.model import (
    UNNAMED,
    Argument,
    Article,
    Attribution,
    Claim,
    Mention,
    Mood,
    Qualifier,
    Quantity,
    Relation,
    Report,
    Role,
    Slot,
    Span,
    Spans,
    slice_spans,
)
from extract.pointers import DEMONSTRATIVES, is_open, only_opines, only_points
from extract.syntax.extents import slot_spans
from extract.syntax.tree import Tree, Word, spans_of
from extract.syntax.words import PAIRED, SUBJECTS, is_verbal
from extract.timex.times import TimeExpression, TimeReader, valid_time
from extract.values import value

Words = tuple[Word, ...]
#: What a claim's confidence is made of: a feature and its weight.
Features = tuple[tuple[str, float], ...]

#: A claim that two of three readers would not sign is not made; what its pronouns stand for is not asked yet.
LEAST_CONFIDENCE = 0.32
_OWNERS = frozenset({"her", "his", "its", "their"})


@value
class _Shared:
    """What the claims of one sentence share."""

    commitments: Commitments
    times: list[TimeExpression]
    signs: tuple[str, ...]


class Assembler:
    """Gives an article's proposals their context. `mentions` are the references it met on the way."""

    def __init__(self, trees: Sequence[Tree], article: Article, quotes: Sequence[Span], *, explain: bool) -> None:
        self._text = article.text
        self._times = TimeReader(article.published)
        self._explain = explain
        self._attributions = Attributions(trees, article.text, quotes)
        self._reports = Reports(self._attributions)
        self._coreference = Coreference(trees, self._attributions.speeches, self._attributions.set_apart)
        self._names = KnownNames((m.start, m.end, m.text, m.resolved) for m in self.mentions if m.kind == "name")

    @property
    def attributions(self) -> tuple[Report, ...]:
        """What the sentences given to `claims` so far report."""
        return self._reports.all(self._resolved)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return self._coreference.mentions

    def claims(self, tree: Tree, proposals: Sequence[Proposal]) -> Iterator[Claim]:
        """The claims of one sentence, in the order of its proposals."""
        times = self._times.read(tree)  # also of sentences without a claim: later ones hang on their dates
        self._reports.read(tree)
        if not proposals:
            return
        shared = _Shared(self._attributions.commitments(tree), times, signs_of(tree))
        position = 0
        likely = [(p, f) for p in proposals if probability(f := weighed(p, tree, shared.signs)) >= LEAST_CONFIDENCE]
        told = {proposal.predicate for proposal, _ in likely}
        for proposal, features in likely:
            claim = self._claim(tree, position, proposal, shared, features)
            unknown = unknown_parts(claim.features if tree.position > 0 else ())
            vague = unknown.content and proposal.object is not None and only_opines(claim, proposal.object.head)
            if not vague and not only_points(claim, content_told=_said(proposal) in told, unknown=unknown.argument):
                yield claim
                position += 1

    def _claim(self, tree: Tree, position: int, proposal: Proposal, shared: _Shared, features: Features) -> Claim:
        times, commitments = shared.times, shared.commitments
        predicate = proposal.predicate
        commitment = with_subject(commitments.of(_asserted(proposal)), proposal.subject.full)
        commitment = with_object(commitment, proposal.object.head if proposal.object else None)
        steps = authorship(self._attributions.behind(tree, predicate), proposal, commitment, tree)
        self._reports.keep(tree, predicate, steps)
        said = _said(proposal)
        subject = self._argument(tree, proposal.subject, says=said is not None and said.dep == "ccomp")
        obj = self._argument(tree, proposal.object, beside=subject) if proposal.object else None
        obj = _of_another(obj, subject) if obj else None
        features = (*features, *self._left_open(tree, proposal, subject, obj))
        relation = self._relation(tree, proposal)
        further = (self._qualifier(tree, a, times) for a in _further(proposal))
        qualifiers = tuple([q for q in further if obj is None or q.spans != obj.spans])
        words = parts_words(
            subject, relation, obj, qualifiers, proposal.rule, commitment.tense, commitment.mood, tree.start
        )
        return Claim(
            sentence=tree.position,
            position=position,
            subject=subject,
            relation=relation,
            object=obj,
            qualifiers=qualifiers,
            clause_type=proposal.clause_type,
            rule=proposal.rule,
            predicate=(predicate.start, predicate.end),
            polarity=commitment.polarity,
            modality=commitment.modality,
            mood=_mood(commitment, steps),
            hedge=" ".join(word.text for word in commitment.hedge(_own_words(proposal))) or None,
            attribution=self._resolved(steps),
            condition=self._slot(commitment.condition),
            tense=commitment.tense,
            aspect=commitment.aspect,
            valid_time=valid_time(_of_its_half(proposal, times), predicate, tree, proposal.relation),
            place=place(proposal, self._text),
            quantities=self._quantities(proposal),
            confidence=round(probability(features), 4),
            evidence=(*explain(proposal, features), *commitment.evidence) if self._explain else (),
            features=features,
            phrases=read_claim(words, self._names),
        )

    def _argument(self, tree: Tree, phrase: Phrase, *, beside: Argument | None = None, says: bool = False) -> Argument:
        """An argument; `beside` is the subject of the claim that it is the object of, `says` whether it speaks."""
        words, resolved, antecedents = self._stands_for(tree, phrase.head, complete(phrase), beside, says)
        extents = words, phrase.core, phrase.full
        spans = {words: self._spans(tree, words) for words in set(extents)}  # often one and the same
        shown, head, full = (spans[words] for words in extents)
        return Argument(
            text=slice_spans(self._text, shown),
            spans=shown,
            head=slice_spans(self._text, head),
            head_spans=head,
            full=slice_spans(self._text, full),
            full_spans=full,
            entity=self._coreference.label(tree, phrase.head),
            resolved=resolved,
            resolved_spans=antecedents,
        )

    def _stands_for(
        self, tree: Tree, head: Word, shown: Words, beside: Argument | None, says: bool
    ) -> tuple[Words, str | None, Spans]:
        """An argument's words as they are shown, what they stand for, and where that is named."""
        link = self._coreference.resolve(tree, head, alone=len(shown) == 1, says=says)
        if link is not None:
            own = link.resolved is not None and _bare(self._slice(tree, shown)) == _bare(link.resolved)
            places = self._spans(tree, shown)  # "two towns, Tarn and Lorne" are named
            own = own or all(any(a <= start and end <= b for a, b in places) for start, end in link.antecedents)
            return (shown, None, ()) if own else (shown, link.resolved, link.antecedents)
        at = next((n for n, word in enumerate(shown) if word.tag == "WP$" and word.head is head), None)
        if at:  # "Veltra, whose head": the owner is told, and not shown
            places = self._spans(tree, _without_title(shown[: at - (shown[at - 1].text == ",")]))
            resolved = owned(self._slice(tree, shown[at:]), slice_spans(self._text, places))
            return (shown[at:], resolved, places) if resolved is not None else (shown, None, ())
        return shown, *self._filled(tree, shown, beside)

    def _filled(self, tree: Tree, shown: Words, beside: Argument | None) -> tuple[str | None, Spans]:
        """Words with names for their pronouns, and where the names stand.

        Pronouns for the subject or for what stands in the words stay: "Lund said he sold his mill" tells whose.
        """
        if _PRONOUNS.isdisjoint([word.tag for word in shown]):
            return None, ()
        text = self._slice(tree, shown)
        own = {name.split()[-1] for name in (beside.text, beside.head, beside.resolved) if name} if beside else set()
        places: dict[Span, None] = {}
        names: list[str | None] = []
        pronouns = [word for word in shown if pronouns_of(word.text) == [word.text]]
        for word in pronouns:
            link = self._coreference.resolve(tree, word, alone=True) if _is_told(word, shown) else None
            name = link.resolved if link is not None and len(link.antecedents) == 1 else None
            name = name if name is not None and reads_well(name, word.text) else None
            if link is not None and name is not None and self._is_named(link, tree, shown, beside):
                name = None  # "Washington should leave its allies", whatever else Washington is called
            if link is None or name is None or name.split()[-1] in own or name.split()[-1] in text or name in names:
                names.append(None)  # no name is told twice
                continue
            names.append(name)
            places[link.antecedents[0]] = None
        if not places or pronouns_of(text) != [word.text for word in pronouns]:
            return None, ()
        resolved = filled(text, names, [word.tag == "PRP$" for word in pronouns])
        return (resolved, tuple(sorted(places))) if resolved is not None else (None, ())

    def _is_named(self, link: Mention, tree: Tree, shown: Words, beside: Argument | None) -> bool:
        """Whether words or the subject beside them have another word than a pronoun for what a pronoun stands for."""
        told = (*self._spans(tree, shown), *(beside.spans if beside else ()))
        others = [
            (a, b) for a, b in self._coreference.chain(link) if any(start <= a and b <= end for start, end in told)
        ]
        return any(pronouns_of(self._text[a:b]) != [self._text[a:b]] for a, b in others)

    def _left_open(self, tree: Tree, proposal: Proposal, subject: Argument, obj: Argument | None) -> Features:
        """What pronouns that stand for nothing known add to a claim's features."""
        told = proposal.object.head if proposal.object is not None else None
        content = told.child(*SUBJECTS) if told is not None and is_verbal(told) else None
        owner = proposal.subject.head.child("poss")
        return left_open(
            subject=(is_open(subject) and self._is_unknown(tree, proposal.subject.head))
            or (subject.resolved is None and lacks_noun(proposal.subject)),
            owner=owner is not None and owner.lower in _OWNERS and self._coreference.is_open(tree, owner),
            obj=obj is not None and told is not None and is_open(obj) and self._is_unknown(tree, told),
            content=content is not None and self._is_unknown(tree, content),
        )

    def _is_unknown(self, tree: Tree, word: Word) -> bool:
        return word.lower in DEMONSTRATIVES or self._coreference.is_open(tree, word)

    def _slice(self, tree: Tree, words: Iterable[Word]) -> str:
        return slice_spans(self._text, self._spans(tree, words))

    def _owned(self, source: Slot) -> str | None:
        """Whose a source is that a possessive pronoun opens: "Lund’s wife" for "his wife"."""
        if not opens_with_possessive(source.text):
            return None
        start = source.spans[0][0]
        owner = self._coreference.at((start, start + source.text.index(" "))) if " " in source.text else None
        return owned(source.text, owner.resolved) if owner is not None and owner.resolved is not None else None

    def _relation(self, tree: Tree, proposal: Proposal) -> Relation:
        if proposal.implied is not None:
            return Relation(proposal.implied, (), proposal.lemma)
        spans = self._spans(tree, proposal.relation)
        return Relation(slice_spans(self._text, spans), spans, proposal.lemma)

    def _qualifier(self, tree: Tree, adjunct: Adjunct, times: list[TimeExpression]) -> Qualifier:
        spans = self._spans(tree, adjunct.words)
        return Qualifier(adjunct.role, slice_spans(self._text, spans), spans, self._value(adjunct, spans, times))

    def _value(self, adjunct: Adjunct, spans: Spans, times: list[TimeExpression]) -> str | None:
        if adjunct.role is Role.TIME:
            inside = (t.value for t in times if any(a <= t.start and t.end <= b for a, b in spans))
            return next(inside, None)
        measured = quantities(adjunct.words, self._text) if adjunct.role is Role.MEASURE else ()
        return normal_form(measured[0]) if len(measured) == 1 else None

    def _quantities(self, proposal: Proposal) -> tuple[Quantity, ...]:
        found = (one for words in _measured(proposal) for one in quantities(words, self._text))
        return tuple({one.spans: one for one in found}.values())

    def _spans(self, tree: Tree, words: Iterable[Word]) -> Spans:
        return slot_spans(words, self._text, (tree.start, tree.end))

    def _slot(self, words: Iterable[Word]) -> Slot | None:
        spans = spans_of(words)
        return Slot(slice_spans(self._text, spans), spans) if spans else None

    def _resolved(self, steps: Iterable[Attribution]) -> tuple[Attribution, ...]:
        """A chain whose sources have the names that they stand for.

        Who says "I" or "we" inside another's words is that other. A pronoun that stands for nobody known is an
        unnamed source: "they" or "that" by itself tells nobody who says it.
        """
        named: list[Attribution] = []
        for step in steps:
            if step.source is None:
                named.append(step)
                continue
            mention = self._coreference.at(step.source.spans[0])
            name = mention.resolved if mention and not (named and step.source.text.lower() in _OWN) else None
            if name is None and step.source.text.lower() in _OWN and named and named[-1].source is not None:
                name = named[-1].resolved or named[-1].source.text
            elif name is None and _is_nobody(step.source.text):
                name = UNNAMED
            elif name is None:
                name = self._owned(step.source)
            named.append(replace(step, resolved=name) if name else step)
        return _without_generic(named)


def _without_title(owner: Words) -> Words:
    """ "captain Ada Lund, whose shot": Ada Lund's."""
    at = next((n for n, word in enumerate(owner) if word.tag == "NNP"), 0)
    return owner[at:] if all(word.tag == "NN" for word in owner[:at]) else owner


def _is_nobody(source: str) -> bool:
    """Whether words name no source: "they", "...". WHO is the World Health Organization."""
    return (source.lower() in _NOBODY and source != "WHO") or not any(map(str.isalpha, source))


def _of_its_half(proposal: Proposal, times: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """ "Sales rose to 3 million in May and to 4 million in June": the second did not in May, nor the first in June."""
    start = proposal.predicate.start
    pairs = [w for w in proposal.predicate.right if w.dep == PAIRED]
    own = next((w for w in (*proposal.relation, *_head(proposal.object)) if w in pairs), None)
    halves = [(t, next((w for w in pairs if w.holds(t.head)), None)) for t in times]
    return [t for t, half in halves if half is own or (half is None and own and not start < t.start < own.start)]


def _head(argument: Phrase | None) -> tuple[Word, ...]:
    return () if argument is None else (argument.head,)


def _mood(commitment: Commitment, steps: Sequence[Attribution]) -> Mood:
    """The mood of a claim: a "you" that a source speaks to is a listener, and not anybody."""
    return Mood.STATEMENT if steps and commitment.evidence[-1:] == ("anybody",) else commitment.mood


def _without_generic(steps: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Sources without the "you" of "you know that" and "can anyone say", where somebody else says so."""
    kept = [s for s in steps if s.source is None or not _is_generic(s)]
    return tuple(kept or steps)


def _is_generic(step: Attribution) -> bool:
    said = step.source.text.lower() if step.source is not None else ""
    return said in {"anyone", "anybody", "no one", "nobody"} or (said in _GENERIC and step.resolved == UNNAMED)


_GENERIC = frozenset({"you", "what", "that", "this", "which"})


def _of_another(obj: Argument, subject: Argument) -> Argument:
    """An object without a link to the subject: "SoftBank saved the company" is about another company.

    "Himself" is the subject.
    """
    names = {subject.text, subject.head, subject.resolved}
    told = obj.resolved
    same = told is not None and not names.isdisjoint({told, *re.split(", | and ", told)})
    if obj.head.lower().endswith(("self", "selves")) and obj.resolved != subject.text:
        other = obj.head.lower().endswith("self") and obj.resolved and obj.resolved.split()[-1] not in subject.text
        if subject.resolved is not None and is_filled(subject.text, subject.resolved):  # "his habit of ..."
            return replace(obj, resolved=None, resolved_spans=()) if other else obj
        return replace(obj, resolved=subject.resolved, resolved_spans=subject.resolved_spans) if other else obj
    return replace(obj, resolved=None, resolved_spans=()) if same else obj


def _bare(text: str) -> str:
    """Words without their article, to tell that "that video" stands for "a video" says nothing."""
    first, _, rest = text.lower().partition(" ")
    return rest if first in _ARTICLES and rest else text.lower()


_ARTICLES = frozenset({"a", "an", "the"}) | DEMONSTRATIVES
_SAYING = entries("quoting_verbs")
_PRONOUNS = frozenset({"PRP", "PRP$"})


def _is_told(word: Word, shown: Words) -> bool:
    """Whether a pronoun is told with what it stands for: "my" and "your" only where they open the words."""
    return word.tag in _PRONOUNS and (word is shown[0] or word.lower not in {"my", "our", "your"})


def _said(proposal: Proposal) -> Word | None:
    """The head of what somebody says."""
    return proposal.object.head if proposal.object and proposal.lemma in _SAYING else None


def _asserted(proposal: Proposal) -> Word:
    """The word whose factuality is the claim's: in "It is important to note it", that it is important.

    "Jurors are reluctant to vote" denies nothing.
    """
    judged = proposal.predicate.head
    verb = judged.head if judged.dep == "acomp" else judged
    judged = verb.child("acomp") or judged
    if proposal.predicate.dep != "xcomp" or verb.lemma != "be" or judged not in proposal.relation:
        return proposal.predicate
    judges = judged.lower in word_class("adjectives that judge") and proposal.subject.head.lower in {"it", "that"}
    return verb if judges or judged.lower in {"afraid", "reluctant"} else proposal.predicate


#: Who speaks, in words of his own.
_OWN = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
#: Words that name no source by themselves.
_NOBODY = _OWN | {
    "he", "she", "they", "it", "him", "her", "them", "his", "their", "its", "you", "your", "one", "'s", "’s",
    "this", "that", "these", "those", "which", "who", "whom", "what", "some", "many", "others", "all", "both", "the",
    "another", "several", "few", "most", "two", "a second", "a third", "the other", "the others", "the first",
    "the second", "the third",
}  # fmt: skip


def _further(proposal: Proposal) -> Iterator[Adjunct]:
    """The further arguments that the object's words do not hold already."""
    held = set(proposal.object.beside) if proposal.object else set()
    return (a for a in proposal.adjuncts if not held.issuperset(a.words))


def _own_words(proposal: Proposal) -> set[Word]:
    """The words of subject and relation, by which a claim may say itself how far it holds."""
    return {*proposal.relation, *proposal.subject.full}


def _measured(proposal: Proposal) -> Iterator[Sequence[Word]]:
    """The words of each part of a claim that may have a number, without times."""
    yield proposal.subject.full
    if proposal.object:
        yield proposal.object.full
    yield from (adjunct.words for adjunct in _further(proposal) if adjunct.role is not Role.TIME)
