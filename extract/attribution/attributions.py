"""Who says it: the sources of what an article reports, from the outermost to the innermost.

Source, cue and content are those of PARC (Pareti 2016). Inside a sentence the steps of `embedding` are walked up; a
quotation's speaker (`speech`), source phrases (`frames`) and reports that run on are added where the walk leaves them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from extract.attribution.asides import is_aside
from extract.attribution.blockquotes import BlockQuote, block_quotes
from extract.attribution.continuations import step_of
from extract.attribution.projection import (
    asks_about_a_fact,
    concedes,
    is_anybody,
    is_nobodys,
    is_unknown_fact,
    leaves_quoted_name,
    presupposes,
)
from extract.attribution.runs import runs
from extract.attribution.source_frames import SourceFrame, can_speak, frames_of
from extract.attribution.sources import is_of_nobody, source_of
from extract.attribution.speech import Speech, speeches
from extract.english.wordlists import entries, word_class
from extract.factuality.advice import is_advice, is_shown
from extract.factuality.commitment import Commitments
from extract.factuality.edges import Edge, Link
from extract.factuality.event_nouns import is_example
from extract.factuality.governors import is_wrong_to_say
from extract.factuality.parentheticals import is_inserted
from extract.factuality.scenarios import supposed
from extract.factuality.signatures import Frame, reporting
from extract.factuality.states import opposite, weaker
from extract.model import Attribution, Modality, Mood, Polarity, Slot, Span, Spans, slice_spans
from extract.syntax.tree import Tree, Word, is_span_within, is_within, spans_of
from extract.syntax.words import that_mark

#: Labels of nouns that say who or what a thing is: "endorsed Senator Lund", "cited Veltra, a maker of pumps".
_DESCRIPTIONS = frozenset({"appos", "compound", "nmod"})
#: Verbs whose object is whom something is said to.
_ADDRESSING = frozenset({"tell", "inform", "assure", "remind", "notify", "reassure"})
#: Marks that close what stands before them, or are more than a mark.
_KEPT = frozenset("()[]%?!")
#: What stands before words that are quoted for how they read.
_BEFORE_WORDINGS = frozenset(
    {"headline", "headlined", "headed", "title", "titled", "entitled", "caption", "captioned", "slogan", "banner"}
)
_NONE: frozenset[Word] = frozenset()


@dataclass(slots=True)
class _Sentence:
    """What is known of a sentence, once for all its predicates."""

    frames: list[SourceFrame]
    commitments: Commitments
    marked: bool  # whether it has frames, or words that are a source by themselves


#: A source beside a clause, whether it is an adverb ("reportedly"), and the words for which it does not hold.
_Mark = tuple[Attribution, bool, AbstractSet[Word]]


@dataclass(slots=True)
class _Climb:
    """One step up from a word: all that does not depend on which predicate below it one comes from."""

    at: Word
    edge: Edge
    marks: list[_Mark]
    entered: Speech | None
    relative: bool
    adverbial: bool
    aside: bool
    described: bool
    presupposed: bool
    conceded: bool
    idle: bool  # it reports nothing, whatever its cue is
    quiet: bool  # nobody says anything here


class Attributions:
    """The attributions of a whole article, whose `trees` are its sentences in order."""

    def __init__(self, trees: Sequence[Tree], source: str, quotes: Sequence[Span]) -> None:
        self._source = source
        self._speeches = speeches(trees) if quotes else {}
        self._spoken_spans: dict[int, list[Span]] = {}  # of each speech, by its identity
        for span, speech in self._speeches.items():
            self._spoken_spans.setdefault(id(speech), []).append(span)
        self._runs, self._supposed = runs(trees), supposed(trees)
        self._block_quotes = block_quotes(trees)
        self._sentences: dict[int, _Sentence] = {}
        self._edges: dict[Word, Edge] = {}
        self._climbs: dict[Word, _Climb] = {}
        self._silent: set[Word] = set()
        self._chains: dict[Word, tuple[Attribution, ...]] = {}
        self._outer: dict[Word, list[Attribution]] = {}  # by the cue of a speech
        self._steps: dict[Word, Attribution] = {}  # by the top word of their content
        self._views: dict[Word, list[Attribution]] = {}  # steps that are no report of a predicate

    @property
    def speeches(self) -> Mapping[Span, Speech]:
        """Who speaks the quotations."""
        return self._speeches

    @property
    def set_apart(self) -> Mapping[int, BlockQuote]:
        """By position, the sentences that are wholly somebody's: block quotes and what is said in an interview."""
        return self._block_quotes

    def of(self, tree: Tree, word: Word) -> tuple[Attribution, ...]:
        """The chain of sources of a predicate, outermost first; empty for what the article itself says."""
        known = self._chains.get(word)
        if known is None:
            known = self._chains[word] = () if self._is_silent(tree, word) else self._outermost_first(tree, word)
        return known

    def behind(self, tree: Tree, word: Word) -> tuple[Attribution, ...]:
        """The same for a claim, without those who only have a view on what it is about or did not say this part."""
        chain, views = self.of(tree, word), self._views.get(word)
        return tuple(step for step in chain if step not in views) if views else chain

    def commitments(self, tree: Tree) -> Commitments:
        """The commitments of a sentence of this article, which attribution has worked out in part already."""
        return self._sentence(tree).commitments

    def _is_silent(self, tree: Tree, word: Word) -> bool:
        """Whether nothing above a word can say it: most words of most sentences, seen before all else is asked."""
        if tree.quotes or tree.position in self._runs or tree.position in self._block_quotes:
            return False
        if self._sentence(tree).marked:
            return False
        at: Word | None = word
        walked: set[Word] = set()
        while at is not None and at not in self._silent and at not in walked:
            walked.add(at)
            edge = self._edge(at)
            if edge.sign is not None and edge.sign.reports:
                return False
            at = edge.host
        self._silent |= walked
        return True

    def _outermost_first(self, tree: Tree, word: Word) -> tuple[Attribution, ...]:
        chain = self._inner_first(tree, word, set())
        return tuple([step for n, step in enumerate(chain) if n == 0 or step.source != chain[n - 1].source][::-1])

    def _inner_first(self, tree: Tree, word: Word, speeches_met: set[int]) -> list[Attribution]:
        chain: list[Attribution] = []
        quote = next((q for q in tree.quotes if q in self._speeches and is_within(word, q)), None)
        path = self._path(tree, word)
        if quote is None and False not in [climb.quiet for climb in path]:
            return list(self._around(tree, bare=True))
        relative = presupposed = aside = conceded = adverbial = False
        described = word.dep in ("dobj", "pobj") and word.child("appos") is not None  # "hires two firms, A and B"
        for climb in path:
            at, edge = climb.at, climb.edge
            if climb.marks:
                heard = not (conceded or aside)
                chain.extend(m for m, heard_only, own in climb.marks if word not in own and (heard or not heard_only))
            if quote is not None and (edge.host is None or not is_within(edge.host, quote)):
                speech = self._speeches[quote]
                if not _meets(path, at, speech.verb) and speech.verb.start not in speeches_met:
                    speeches_met.add(speech.verb.start)
                    chain.append(self._spoken(speech))
                    return chain + self._around_speech(speech, speeches_met)
                quote = None
            entered = climb.entered
            if entered is not None and entered.verb is at:
                return chain  # a quotation's cue is not part of it
            if entered is not None and entered.verb.start not in speeches_met:
                speeches_met.add(entered.verb.start)
                return chain + self._around_speech(entered, speeches_met)
            relative = relative or climb.relative
            aside = aside or climb.aside
            described = described or climb.described
            if not climb.idle and _reports(edge, relative, described):
                step = self._reported(tree, at, edge)
                asked = asks_about_a_fact(at, edge)
                granted = asked and step.modality is not Modality.CERTAIN  # may find out how it began
                granted = granted or ((presupposed or asked) and step.polarity is Polarity.NEGATIVE)
                planned = edge.frame is Frame.TO and bool(edge.sign and edge.sign.mood)
                if not ((presupposed and adverbial and planned) or granted):
                    chain.append(step)
                first = conceded and word.i < at.i  # although the firm says so, it is not, experts believe
                beside = aside and edge.cue is not None and (edge.cue.i < word.i or first)
                beside = beside or (step.source is None and is_nobodys(edge, relative=relative, apart=adverbial))
                beside = beside or (step.polarity is Polarity.NEGATIVE and is_unknown_fact(edge))
                beside = beside or (step.polarity is Polarity.POSITIVE and _disowns(edge))
                self._view(word, edge, step, beside=beside or leaves_quoted_name(tree, word, at))
            presupposed, conceded = presupposed or climb.presupposed, conceded or climb.conceded
            adverbial = adverbial or climb.adverbial
        return [*chain, *self._around(tree, bare=not chain)]

    def _around_speech(self, speech: Speech, speeches_met: set[int]) -> list[Attribution]:
        """The sources of a speech as a whole: the same for all of its words that no other speech is around."""
        if len(speeches_met) > 1:
            return self._inner_first(speech.tree, speech.verb, speeches_met)
        known = self._outer.get(speech.verb)
        if known is None:
            known = self._outer[speech.verb] = self._inner_first(speech.tree, speech.verb, speeches_met)
        return known

    def _around(self, tree: Tree, *, bare: bool) -> Iterator[Attribution]:
        """The sources of a whole sentence: of a report that runs on, where it has no other, and of a block quote."""
        run = self._runs.get(tree.position)
        if run is not None and bare:
            yield self._step(run.source, [run.verb], ((tree.start, tree.end),))
        apart = self._block_quotes.get(tree.position)
        if apart is not None:
            yield self._step(apart.source, [apart.cue] if apart.cue is not None else [], (apart.place,))

    def _view(self, word: Word, edge: Edge, step: Attribution, *, beside: bool) -> None:
        if beside or _judges(edge) or (edge.link is Link.ARGUMENT and word.dep in _DESCRIPTIONS):
            self._views.setdefault(word, []).append(step)

    def _path(self, tree: Tree, word: Word) -> list[_Climb]:
        """The steps from a predicate up to its main clause."""
        path: list[_Climb] = []
        at: Word | None = word
        seen: set[int] = set()
        while at is not None and at.i not in seen:
            seen.add(at.i)
            climb = self._climbs.get(at)
            if climb is None:
                climb = self._climbs[at] = self._climb(tree, at)
            path.append(climb)
            at = None if climb.edge.link is Link.RELATIVE and self._is_source(tree, climb.edge) else climb.edge.host
        return path

    def _is_source(self, tree: Tree, edge: Edge) -> bool:
        """Few saw it, they said, according to a survey published on Monday: they did not say when it was published."""
        frames = self._sentence(tree).frames
        return any(edge.host in f.source and f.cue[0].lower == "according" for f in frames) and not tree.quotes

    def _climb(self, tree: Tree, at: Word) -> _Climb:
        edge = self._edge(at)
        reports = edge.sign is not None and edge.sign.reports
        marks, entered = self._marks(tree, at), self._entered(tree, at, edge)
        idle = not reports or _leaves_title(tree, at, edge) or _is_idle(at, edge)
        relative, adverbial = edge.link is Link.RELATIVE, edge.link is Link.ADVERBIAL
        return _Climb(
            at=at,
            edge=edge,
            marks=marks,
            entered=entered,
            relative=relative,
            adverbial=adverbial,
            aside=is_aside(at, edge, tree),
            described=at.dep in _DESCRIPTIONS or is_example(at),
            presupposed=presupposes(at, edge),
            conceded=adverbial and concedes(at),
            idle=idle,
            quiet=idle and not marks and entered is None,
        )

    def _edge(self, word: Word) -> Edge:
        known = self._edges.get(word)
        if known is None:
            known = self._edges[word] = step_of(word)
        return known

    def _entered(self, tree: Tree, at: Word, edge: Edge) -> Speech | None:
        """The speech that a step leads into from outside: "... this way," she said, citing the weather.

        What stands outside a quotation is not part of it, whatever the parser hangs it on.
        """
        host = edge.host
        if host is None or not tree.quotes or (host.start > at.start and edge.link is not Link.ADVERBIAL):
            return None
        quote = next((q for q in tree.quotes if q in self._speeches and is_within(host, q)), None)
        if quote is None or tree.is_quoted(at):
            return None
        speech = self._speeches[quote]
        if edge.link is Link.COMPLEMENT and speech.verb.start < host.start < at.start:
            return None  # Lund said they would "ensure that all children" in Tarn are fed.
        if (edge.link is Link.CONJUNCT or host.start > at.start) and _is_part_of_report(host, at, quote, speech):
            return None
        return speech if speech.tree is tree else None

    def _sentence(self, tree: Tree) -> _Sentence:
        known = self._sentences.get(id(tree))
        if known is None:
            apart = self._block_quotes.get(at := tree.position)
            labelled = apart is not None and apart.cue is None and bool(apart.source)  # BRANDT: I left the mill.
            frames = [frame for frame in frames_of(tree) if not (labelled and frame.cue[0].text == ":")]
            commitments = Commitments(tree, reported=at in self._runs, supposed=at in self._supposed)
            marked = bool(frames) or any(_is_mark(w) for w in tree.words if w.dep in ("advmod", "parataxis"))
            known = self._sentences[id(tree)] = _Sentence(frames, commitments, marked)
        return known

    def _marks(self, tree: Tree, at: Word) -> list[_Mark]:
        """Sources that hold for the clause of `at` without governing it: adverbs and "officials said", then phrases."""
        sentence = self._sentence(tree)
        found: list[_Mark] = []
        if not sentence.marked:
            return found
        for child in at.children:
            if child.dep == "advmod" and child.lower in entries("hearsay"):
                found.append((self._step([], [child], _content(at, {child})), True, _NONE))
            elif child.dep == "parataxis" and not at.is_root and is_inserted(child):
                step = self._step(source_of(child), _cue_words(child), _content(at, {child}))
                found.append((step, False, _NONE))
        for frame in sentence.frames:
            if frame.clause is at:
                found.append((self._step(frame.source, frame.cue, _content(at, frame.marks)), False, frame.marks))
        return found

    def _spoken(self, speech: Speech) -> Attribution:
        cue = [] if speech.silent else _cue_words(speech.verb)
        return self._step(speech.source, cue, tuple(self._spoken_spans[id(speech)]))

    def _reported(self, tree: Tree, content: Word, edge: Edge) -> Attribution:
        known = self._steps.get(content)
        if known is None:
            known = self._steps[content] = self._complement(tree, content, edge)
        return known

    def _complement(self, tree: Tree, content: Word, edge: Edge) -> Attribution:
        host, cue = edge.host, edge.cue
        assert host is not None
        assert cue is not None
        spans = _content(content, {host})
        commitment = self._sentence(tree).commitments.of(host)
        polarity, modality = commitment.polarity, commitment.modality
        if edge.sign is not None and edge.sign.affirmed.polarity is Polarity.NEGATIVE:
            polarity, modality = opposite(polarity), weaker(modality, edge.sign.affirmed.modality)
        whole = self._quotation(tree, host, spans)
        return self._step(self._speaker(tree, cue), _cue_words(cue), whole or spans, polarity, modality)

    def _speaker(self, tree: Tree, cue: Word) -> Iterable[Word]:
        """Holt began by saying, "It is late," and went on to complain that it was: no word of the quotation's."""
        source = source_of(cue)
        if not tree.quotes or tree.is_quoted(cue) or (source and not tree.is_quoted(source[0])):
            return source
        near = ((q, self._speeches[q]) for q in tree.quotes if q in self._speeches)
        return next((s.source for q, s in near if (is_within(source[0], q) if source else s.verb is cue)), source)

    def _quotation(self, tree: Tree, cue: Word, content: Spans) -> Spans:
        """The whole quotation, marks and later sentences too, that a cue's content is the first part of."""
        speech = next((self._speeches[q] for q in tree.quotes if q in self._speeches), None)
        if speech is None or speech.verb is not cue or not all(is_span_within(span, tree.quotes) for span in content):
            return ()
        return tuple(self._spoken_spans[id(speech)])

    def _step(
        self,
        source: Iterable[Word],
        cue: Iterable[Word],
        content: Spans,
        polarity: Polarity = Polarity.POSITIVE,
        modality: Modality = Modality.CERTAIN,
    ) -> Attribution:
        return Attribution(self._slot(source), self._slot(cue), content, None, polarity, modality)

    def _slot(self, words: Iterable[Word]) -> Slot | None:
        spans = spans_of(words)
        return Slot(slice_spans(self._source, spans), spans) if spans else None


def _is_mark(word: Word) -> bool:
    return word.dep == "parataxis" or word.lower in entries("hearsay")


def _content(top: Word, without: AbstractSet[Word]) -> Spans:
    """What stands below a word, without the marks at either end and without some branches."""
    words = top.subtree(without.__contains__)
    while len(words) > 1 and words[-1].pos == "PUNCT" and words[-1].text not in _KEPT:
        words.pop()
    while len(words) > 1 and words[0].pos == "PUNCT" and words[0].text not in _KEPT:
        words.pop(0)
    return spans_of(words)


def _is_part_of_report(verb: Word, outside: Word, quote: Span, speech: Speech) -> bool:
    """Lund said the mayor “makes it worse” and would be a disaster: “It burst” and is shut, she said."""
    subject = verb.child("nsubj", "nsubjpass")
    if that_mark(outside) is not None and verb.dep == "ccomp" and verb.head is speech.verb:
        return True  # Lund said "there was no proof" and that it was late.
    behind = verb.dep == "ccomp" and verb.head is speech.verb and verb.start < outside.start < speech.verb.start
    return behind or (subject is not None and speech.verb.start < subject.start and not is_within(subject, quote))


def _meets(path: Iterable[_Climb], at: Word, verb: Word) -> bool:
    """Whether the steps above `at` pass through a quotation's cue anyway."""
    above = False
    for climb in path:
        above = above or climb.at is at
        if above and climb.edge.host is verb and _reports(climb.edge):
            return True
    return False


def _leaves_title(tree: Tree, at: Word, edge: Edge) -> bool:
    """The song "Nobody Knows the River" topped the charts: what is outside a title is no content of a verb in it.

    Nor is anything that of a label ("Note: Reed was injured").
    """
    if edge.host is None:
        return False
    if edge.host.i == 0 and edge.host.lower in entries("labels") and tree.words[1].text == ":":
        return True
    if not tree.quotes:
        return False
    quote = next((q for q in tree.quotes if is_within(edge.host, q) and not is_within(at, q)), None)
    if quote is None:
        return False
    if at.start > quote[1] and tree.source[quote[1] : quote[1] + 1] == ":":
        return True  # 'We thought he lied': town stunned
    before = [w.lower for w in tree.words if w.end <= quote[0] and w.pos != "PUNCT"]
    if before and before[-1] in _BEFORE_WORDINGS:
        return True  # It ran under the headline "Lund declares war": he declared nothing outside of it.
    words = [w for w in tree.words if is_within(w, quote) and w.text.isalpha()]
    capitals = sum(w.text[0].isupper() for w in words)
    return len(words) > 1 and edge.host.text[0].isupper() and 2 * capitals > len(words)


def _reports(edge: Edge, relative: bool = False, described: bool = False) -> bool:
    """Whether a step is into what someone says. A relative clause tells of a thing named there on its own, and so does
    an apposition of what someone plans: "agreed to buy Veltra, the largest maker of pumps".
    """
    if edge.sign is None or not edge.sign.reports or is_anybody(edge.cue):
        return False
    if edge.frame is Frame.TO and (relative or described):
        return False
    if edge.frame is Frame.ING and relative and edge.sign.mood is Mood.PLAN:
        return False  # ruled out reopening a case that was dropped
    return edge.link is Link.COMPLEMENT or (edge.link is Link.ARGUMENT and not relative)


def _is_idle(at: Word, edge: Edge) -> bool:
    """Whether a cue reports nothing: "told Nordbank, a lender" is whom it was said to, "note that ..." is advice."""
    if edge.cue is None:
        return False
    told = edge.link is Link.ARGUMENT and at.dep in ("dobj", "dative") and edge.cue.lemma in _ADDRESSING
    return (
        told
        or is_of_nobody(edge.cue)
        or _is_of_a_thing(edge.cue)
        or _is_anybodys(edge.cue)
        or (edge.frame is Frame.THAT and is_advice(edge.cue))
        or is_shown(at, edge.cue, source_of(edge.cue))
    )


def _is_of_a_thing(cue: Word) -> bool:
    """The rules will determine whether it is sound, trading saw the index was up: no thing asks, and none sees."""
    subject = cue.child("nsubj")
    return (
        cue.lemma in {"decide", "determine", "see"}
        and subject is not None
        and subject.pos == "NOUN"
        and not can_speak(subject)
    )


def _is_anybodys(cue: Word) -> bool:
    """It is hard to say how many came, wrong to draw the conclusion that they did: nobody says so."""
    if is_wrong_to_say(cue) or _is_open(cue) or (cue.tag == "VBG" and cue.head.lower == "worth"):
        return True  # it is worth noting that they came
    copula = cue.head
    bare = cue.dep == "xcomp" and any(c.tag == "TO" for c in cue.left) and copula.child("acomp") is not None
    return bare and copula.lemma == "be" and (copula.child("nsubj") or copula).lower == "it"


def _is_open(cue: Word) -> bool:
    """Whether it failed is doubtful, it is certain that it did: the article itself says so, or who is reported."""
    if cue.lower not in {"certain", "doubtful", "uncertain"} or cue.dep != "acomp":
        return False
    subject = cue.head.child("nsubj", "csubj")
    return subject is not None and (subject.dep == "csubj" or (subject.lower == "it" and cue.head.is_root))


def _disowns(edge: Edge) -> bool:
    """She refused to deny that she would leave: she does not say so by that. "She neither confirmed nor denied" it."""
    return edge.sign is not None and edge.cue is not None and edge.cue.lemma == "deny"


def _judges(edge: Edge) -> bool:
    """Whether a step is into what someone has a view on: whoever attacks a thing does not say that it is so."""
    if edge.link is not Link.ARGUMENT or edge.sign is None or edge.cue is None or edge.cue.pos != "VERB":
        return False
    value = edge.sign.affirmed
    certain = value.polarity is Polarity.POSITIVE and value.modality is Modality.CERTAIN
    return certain and edge.cue.lemma not in reporting("verb")


def _cue_words(cue: Word) -> list[Word]:
    """The cue with its auxiliaries, negation and particle, and with what calls it false: "has falsely claimed"."""
    falsely = {c for c in cue.left if c.dep == "advmod" and c.lower in word_class("adverbs for false")}
    parts = {c for c in cue.children if c.dep in ("aux", "auxpass", "neg", "prt")}
    return sorted({cue} | parts | falsely, key=lambda w: w.i)
