"""Whose speech a quotation is: cue and speaker before, after or around it, in its sentence or near by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from operator import attrgetter

from extract.attribution.roundups import named_above, named_on_line
from extract.attribution.source_frames import can_speak, frames_of, labelled
from extract.attribution.sources import PAPERS, source_of
from extract.attribution.speakers import signed_by
from extract.english.persons import Sort, group_noun, person_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.model import BlockKind, Span
from extract.syntax.tree import Tree, Word, is_within
from extract.syntax.words import FIRST_PERSON, SUBJECTS, TENSED_TAGS, that_mark
from extract.text.quotes import is_mark

#: Fewer quoted words without a verb are scare quotes, a title or a term.
_LEAST_WORDS = 4
_MOST_WORDS_OF_A_CUE = 12
_MOST_WORDS_BEHIND = 25
#: A cue farther from its quotation than this many words belongs to something else.
_FARTHEST = 40
#: How much farther a cue counts as that only tells when it was said.
_APART = 12
#: So many captions or lines without a verb may stand between two paragraphs of a speech.
_CAPTIONS = 2


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation's speaker. `verb` is the cue, a word of `tree`, or what the speaker does beside it (`silent`)."""

    source: tuple[Word, ...]
    verb: Word
    tree: Tree
    silent: bool = False


@dataclass(slots=True)
class _Quotation:
    """A quotation, the sentences it lies in, and its words."""

    span: Span
    trees: list[Tree] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)

    @property
    def block(self) -> int:
        return self.trees[0].block

    @property
    def is_scare(self) -> bool:
        """A few words of somebody's. A paragraph without marks of its own, inside a longer speech, is not."""
        few = len(self.words) < _LEAST_WORDS and is_mark(self.trees[0].source[self.span[0]])
        return few and not any(w.pos in ("VERB", "AUX") for w in self.words)

    @property
    def is_uttered(self) -> bool:
        """ "Amazing," Lund said: a capital and a mark inside make a sentence of a single word."""
        spoken = self.trees[-1].source[self.span[0] : self.span[1] - 1].rstrip()
        return bool(self.words) and self.words[0].text[0].isupper() and spoken[-1:] in {",", ".", "!", "?"}

    @property
    def is_open(self) -> bool:
        """Whether it has no closing mark: its speaker goes on in the next paragraph."""
        return not is_mark(self.trees[0].source[self.span[1] - 1])

    @property
    def stands_alone(self) -> bool:
        """Whether its sentences hold nothing else but other quotations."""
        return all(any(is_within(w, q) for q in t.quotes) or w.pos == "PUNCT" for t in self.trees for w in t.words)


def speeches(trees: Sequence[Tree]) -> dict[Span, Speech]:
    """The speaker of each quotation of an article that has one; scare quotes have none."""
    found: dict[Span, Speech] = {}
    before: _Quotation | None = None
    open_ones: list[_Quotation] = []  # paragraphs of a speech whose speaker has not been named yet
    for quotation in _quotations(trees):
        if quotation.is_scare:
            if quotation.is_uttered and (speech := _beside(quotation)) is not None:
                found[quotation.span] = speech
                before = quotation
            continue
        speech = _beside(quotation)
        if speech is None or speech.verb.tag == "VBG":  # Holm writes: (line) "He sent a letter saying that ..."
            announced = _announced(quotation, trees)
            speech = announced if speech is None or (announced and announced.tree.block < quotation.block) else speech
        speech = speech or _closed(quotation, trees) or _framed(quotation)
        if speech is None and (before is None or before.trees[-1].block != quotation.block):
            speech = _spoke_before(quotation, trees) or _spoke_for_herself(quotation, trees)
        if speech is None and before is not None and _continues(quotation, before, trees):
            speech = found.get(before.span)
        speech = speech or _acted(quotation, trees) or _signed(quotation, trees) or _told_before(quotation, trees)
        speech = speech or _headed(quotation, trees)
        if open_ones and not _follows(quotation, open_ones[-1]):
            open_ones.clear()
        if speech is None:
            if quotation.is_open:
                open_ones.append(quotation)
            else:
                open_ones.clear()
            continue
        found.update((earlier.span, speech) for earlier in open_ones)
        open_ones.clear()
        found[quotation.span] = speech
        before = quotation
    return found


def _number(tree: Tree, trees: Sequence[Tree]) -> int:
    return bisect_left(trees, tree.position, key=attrgetter("position"))


def _quotations(trees: Sequence[Tree]) -> Iterator[_Quotation]:
    """The article's quotations in text order."""
    found: dict[Span, _Quotation] = {}
    for tree in trees:
        for span in tree.quotes:
            quotation = found.setdefault(span, _Quotation(span))
            quotation.trees.append(tree)
            quotation.words.extend(w for w in tree.words if is_within(w, span) and w.pos != "PUNCT")
    return (found[span] for span in sorted(found))


def _beside(quotation: _Quotation) -> Speech | None:
    """The nearest cue outside the quotation, in a sentence that it lies in."""
    best: tuple[int, Speech] | None = None
    for tree in (quotation.trees[0], quotation.trees[-1]):
        for cue in cues(tree):
            distance = _distance(tree, cue, quotation.span)
            if distance is not None and cue.start >= quotation.span[1] and _is_occasion(cue):
                distance += _APART
            if distance is None or distance > _FARTHEST or (best is not None and distance >= best[0]):
                continue
            if _tells_of_whom(cue, quotation):
                continue
            verb = _innermost(cue, quotation.span)
            source = _unquoted(source_of(verb), tree) or _at_border(verb, quotation.span, tree)
            if source:
                best = (distance, Speech(tuple(source), verb, tree))
    return best[1] if best is not None else None


def _tells_of_whom(cue: Word, quotation: _Quotation) -> bool:
    """He says anybody who complains "has a bad day": those who complain do not say that.

    The owners "knew all along" that the roof leaked: nor does the roof.
    """
    of = cue.head
    that = that_mark(cue)
    if that is not None and is_within(of, quotation.span) and not is_within(that, quotation.span):
        return True
    return cue.dep == "relcl" and cue.i < of.head.i and of.dep in SUBJECTS and is_within(of.head, quotation.span)


def _is_occasion(cue: Word) -> bool:
    """Footage of Lund saying, "It is over," when Berg attacked him: what happened when it was said."""
    return cue.dep == "advcl" and any(w.lower in {"after", "as", "before", "when", "while"} for w in cue.left)


def _unquoted(source: list[Word], tree: Tree) -> list[Word]:
    """ "We got her!" officers announced: the parser hangs what is quoted on the speaker."""
    quoted = [w for w in source if tree.is_quoted(w)]
    if quoted and any(w.head not in source for w in quoted):
        return []
    return [w for w in source if w not in quoted] if quoted else source


def _innermost(verb: Word, span: Span) -> Word:
    """ "We lost," aides said Mr. Dorr told them; the film showed him telling them: he spoke, and they say so."""
    inner = next((c for c in verb.right if c.dep in ("ccomp", "xcomp")), None) if verb.start >= span[1] else None
    if inner is None or inner.child("ccomp", "xcomp") is not None or inner.lemma not in _ADDRESSING:
        return verb
    return inner if inner.child("nsubj") is not None else verb


def _at_border(cue: Word, span: Span, tree: Tree) -> list[Word]:
    """ "... as expected," wrote Reed; "..., by the press," Ada Lund, a clerk, told us; "...", the 43-year-old said.

    The parser hangs the name on what is quoted.
    """
    behind = [w for w in tree.words if w.start >= span[1]]
    while behind and behind[0].pos == "PUNCT":
        behind.pop(0)
    if cue not in behind or cue.tag not in TENSED_TAGS:
        return []
    who = list(takewhile(lambda w: w.text != "," and w is not cue, behind))
    if who and behind.index(cue) <= _MOST_WORDS_OF_A_CUE and who[0].lower == "the":
        who = who[:-1] if who[-1].pos == "ADV" else who  # the 43-year-old later said
        return who if any(w.pos in ("NUM", "NOUN", "ADJ") for w in who) else []
    inverted = behind[0] is cue
    name = list(takewhile(lambda w: w.pos == "PROPN" or w.entity == "PERSON", behind[1:] if inverted else behind))
    return name if any(w.entity in ("PERSON", "ORG") for w in name) else []


_GOING_ON = frozenset({"begin", "continue", "go"})
_ADDRESSING = frozenset({"tell", "say", "write", "shout", "add", "ask"})


def cues(tree: Tree) -> Iterator[Word]:
    """The verbs of a sentence that can report speech and are not themselves quoted."""
    known = reporting("verb")
    for word in tree.words:
        speaks = word.tag.startswith("VB") and (word.lemma in known or word.lemma in entries("speaking_verbs"))
        if word.lemma in _GOING_ON and (word.child("xcomp") is not None or any(w.tag == "MD" for w in word.left)):
            continue  # "as her family began to cry", "it would continue 'until we are paid'"
        if word.lemma == "share" and (
            word.tag == "VB" or (word.child("dobj") or word).lemma not in {"share", "following"}
        ):
            continue
        if word.lemma in _GOING_ON and word.dep in ("relcl", "advcl"):
            continue  # Lund, who leads the board - where any inquiry must begin - said
        if word.dep == "xcomp" and word.head.lemma in _GOING_ON and word.head.dep == "advcl":
            continue  # and neither is "cry"
        if speaks and not tree.is_quoted(word):
            yield word


def _distance(tree: Tree, verb: Word, span: Span) -> int | None:
    """How many words outside the quotation lie between it and a verb."""
    if verb.start < span[0]:
        return sum(verb.start < w.start < span[0] for w in tree.words)
    return sum(span[1] <= w.start < verb.start for w in tree.words)


def _announced(quotation: _Quotation, trees: Sequence[Tree]) -> Speech | None:
    """The mayor was blunt: "..."; She told the council: (new paragraph) "..." """
    first = quotation.trees[0]
    outer = [w for w in first.words if w.start < quotation.span[0]]
    tree = first
    if not outer and (number := _number(first, trees)) > 0:
        tree = trees[number - 1]
        outer = tree.words
    unmarked = bool(outer) and outer[-1].pos != "PUNCT" and tree is not first and tree.block == first.block
    if not outer or (not unmarked and outer[-1].text not in {":", ","}):
        return None  # unmarked: A clerk told the Herald "The cranes, they just fell," which the parser cuts in two
    aside = outer[-1].text == "," and tree is first
    if aside and all(w.lower not in FIRST_PERSON for w in quotation.words):
        return None  # but: Lund left this farewell, "I thank you all."
    verb = next((w for w in outer if w.pos in ("VERB", "AUX") and (w.head is w or w.head not in outer)), None)
    if verb is None:
        speaker = labelled(outer)
        return Speech(speaker, outer[-1], tree) if speaker else None
    speaks = verb.lemma in reporting("verb") | entries("speaking_verbs")
    verb = verb if aside or speaks or outer[-1].text == ":" else None
    speaking = next((w for w in outer if w.lower == "saying" and w.dep == "pcomp"), verb)
    source = source_of(speaking) if speaking is not None else []
    if speaking is verb and verb is not None and not _can_announce(verb, source, quotation, trees):
        return None  # The dream is still alive: "Many want a house."
    return Speech(tuple(source), verb or outer[-1], tree) if source else None


def _can_announce(verb: Word, source: Sequence[Word], quotation: _Quotation, trees: Sequence[Tree]) -> bool:
    if verb.lemma in reporting("verb") | entries("speaking_verbs"):
        return True
    speaks = any(can_speak(w) or w.pos in ("PRON", "PROPN") for w in source if w.lower not in {"it", "this", "that"})
    return speaks and _headed(quotation, trees) is None


def _closed(quotation: _Quotation, trees: Sequence[Tree]) -> Speech | None:
    """ "Where is it now?" Lund asked. The cue is a short sentence of its own right after the quotation."""
    number = _number(quotation.trees[-1], trees) + 1
    if number < len(trees) and trees[number].block == quotation.block + 1:
        return _named_behind(quotation, trees[number])
    if number >= len(trees) or trees[number].block != quotation.block:
        return None
    after = trees[number]
    if after.start > quotation.span[1] + 2 or len(after.words) > _MOST_WORDS_BEHIND:
        return None
    for verb in cues(after):
        source = source_of(verb)
        if not source or verb.child("ccomp", "xcomp") is not None or not _is_own(verb) or _is_heard(verb, source):
            continue
        if len(after.words) <= _MOST_WORDS_OF_A_CUE or verb.is_root:
            return Speech(tuple(source), verb, after)
    return None


def _is_heard(verb: Word, source: Sequence[Word]) -> bool:
    """ "I asked him." The audience laughs: it has not spoken."""
    return verb.lemma in _SOUNDS and any(w.lemma.lower() in _LISTENERS for w in source)


_SOUNDS = frozenset({"applaud", "boo", "cheer", "clap", "gasp", "groan", "howl", "laugh", "roar", "sigh"})
_LISTENERS = frozenset({"audience", "crowd", "gallery", "hall", "jury", "public", "room"})


def _is_own(verb: Word) -> bool:
    """Whether somebody speaks by a verb: not in "It was hard to verify this", "She was said to be ill"."""
    passive = verb.child("nsubjpass", "auxpass", "neg") is not None
    return not passive and verb.dep not in ("xcomp", "ccomp", "advcl", "relcl", "acl", "csubj")


def _named_behind(quotation: _Quotation, after: Tree) -> Speech | None:
    """ "Where is it now?" (new paragraph) Ada Lund, a clerk, said on Monday. What she said can only be that."""
    if not quotation.stands_alone or after.quotes or len(after.roots) != 1:
        return None
    verb = after.roots[0]
    empty = verb.child("ccomp", "xcomp", "dobj", "parataxis", "conj", "advcl") is None and verb.lemma in ("say", "ask")
    if after.words[0].text.islower():  # the article's sentence goes on: "Where is it?" (paragraph) her aunt told us
        empty = verb.child("ccomp", "xcomp") is None and verb in cues(after)
    source = source_of(verb) if empty else []
    return Speech(tuple(source), verb, after) if source and source[0].i == 0 else None


def _framed(quotation: _Quotation) -> Speech | None:
    """According to Lund, "..." """
    tree = quotation.trees[0]
    for frame in frames_of(tree):
        if not any(is_within(w, quotation.span) for w in (*frame.source, *frame.cue)) and frame.source:
            return Speech(frame.source, frame.cue[0], tree)
    return None


def _continues(quotation: _Quotation, before: _Quotation, trees: Sequence[Tree]) -> bool:
    """Whether a quotation without a cue goes on with the speech before it."""
    if _holds(quotation, before):
        return False
    if not quotation.stands_alone:
        return quotation.block == before.block and quotation.is_uttered and _goes_on(quotation, before)
    if quotation.block == before.block or quotation.block == before.trees[-1].block + 1:
        return True
    between = trees[_number(before.trees[-1], trees) + 1 : _number(quotation.trees[0], trees)]
    near = 0 < quotation.block - before.trees[-1].block <= _CAPTIONS + 1
    return before.is_open and near and all(_tells_nothing(tree) for tree in between)


def _tells_nothing(tree: Tree) -> bool:
    """A caption, or a line without a verb."""
    return tree.kind is BlockKind.CAPTION or not any(w.pos in ("VERB", "AUX") for w in tree.words)


def _goes_on(quotation: _Quotation, before: _Quotation) -> bool:
    """ "We wrote it," Lund said. "So I called a friend," a detail that fits: its main verb is quoted."""
    first = quotation.trees[0]
    if first.position != before.trees[-1].position + 1 or len(quotation.trees) > 1 or len(first.roots) != 1:
        return False
    return first.words[0].start >= quotation.span[0] and is_within(first.roots[0], quotation.span)


def _follows(quotation: _Quotation, before: _Quotation) -> bool:
    return quotation.block == before.trees[-1].block + 1 and not _holds(before, quotation)


def _holds(outer: _Quotation, inner: _Quotation) -> bool:
    """ "Tom slept. (line) “Here he is,” she said: straight marks that stay open are around those of another kind."""
    first, second = (q.trees[0].source[q.span[0]] for q in (outer, inner))
    return outer.is_open and first == '"' and is_mark(second) and second != '"'


def _plain_before(quotation: _Quotation, trees: Sequence[Tree]) -> Tree | None:
    """The sentence before a quotation that stands alone, if it is of the same paragraph and nothing in it is quoted."""
    number = _number(quotation.trees[0], trees)
    if number == 0 or not quotation.stands_alone:
        return None
    tree = trees[number - 1]
    return None if tree.block != quotation.block or tree.quotes else tree


def _acted(quotation: _Quotation, trees: Sequence[Tree]) -> Speech | None:
    """The minister shook her head. "The dam is safe." Somebody acts, and speaks in the same paragraph."""
    tree = _plain_before(quotation, trees)
    if tree is None:
        return None
    verb = next((root for root in tree.roots if root.pos in ("VERB", "AUX")), None)
    subject = verb.child("nsubj") if verb is not None else None
    if verb is None or subject is None:
        return None
    named = next((w for w in subject.right if w.dep == "appos" and w.entity == "PERSON"), None)
    if named is None and not _is_person(subject):
        return None
    source = source_of(verb)
    who = subject.subtree() if named is not None else source
    alone = all(w.entity != "PERSON" or w in who for w in tree.words)  # else either may speak
    return Speech(tuple(source), verb, tree, silent=True) if alone else None


def _spoke_for_herself(quotation: _Quotation, trees: Sequence[Tree]) -> Speech | None:
    """Behind another's speech, a new paragraph: The visitors' coach was less cheerful. "We had 27 shots."

    Not "Lund left in May. "We miss him." ": who spoke before goes on about him.
    """
    said = [w.lower for tree in quotation.trees for w in tree.words if is_within(w, quotation.span)]
    speaks = any(word in FIRST_PERSON for word in said) and not any(word in _THIRD for word in said)
    return _acted(quotation, trees) if speaks else None


_THIRD = frozenset({"he", "her", "him", "his", "she"})


def _told_before(quotation: _Quotation, trees: Sequence[Tree]) -> Speech | None:
    """Lund warned that the dam was old. (new paragraph) "Nobody should go near it." """
    number = _number(quotation.trees[0], trees)
    if (
        number == 0
        or not quotation.stands_alone
        or any(not _is_scare(q, trees[number - 1]) for q in trees[number - 1].quotes)
    ):
        return None
    tree = trees[number - 1]
    if quotation.block - tree.block > 1:
        return None
    for root in tree.roots:
        verb = _issued(root) or root
        reports = verb.lemma in reporting("verb") | _JUDGING and verb.child("nsubj") is not None
        told = verb.child("ccomp", "xcomp", "parataxis", "dobj") is not None or verb.lemma in entries("quoting_verbs")
        if (reports and told) or verb is not root:
            source = source_of(verb)
            told = bool(source) and (verb is not root or _is_speaker(source))
            return Speech(tuple(source), verb, tree, silent=True) if told else None
    return None


def _spoke_before(quotation: _Quotation, trees: Sequence[Tree]) -> Speech | None:
    """If it were up to him, he says, they would move. "She won't hear of it." The paragraph before was another's."""
    tree = _plain_before(quotation, trees)
    if tree is None:
        return None
    inserted = next((w for w in tree.words if w.dep == "parataxis" and w.lemma in _ADDRESSING), None)
    for root in tree.roots:
        said = inserted or root
        told = said is not root or (root.lemma in _ADDRESSING and root.child("ccomp") is not None)
        source = source_of(said) if told else []
        if source and _is_speaker(source) and said.child("neg") is None:
            return Speech(tuple(source), said, tree, silent=True)
    return None


def _issued(root: Word) -> Word | None:
    """The mayor came on Saturday, and her office released a statement. (new paragraph) "She is sorry." """
    for verb in (*(c for c in root.right if c.dep == "conj"), root):
        thing = verb.child("dobj") if verb.lemma in entries("issuing_verbs") else None
        if thing is not None and thing.lemma.lower() in PAPERS:
            return verb
    return None


#: What one does by speaking: "Lund commended the crew", "called the plan one-sided".
_JUDGING = word_class("verbs of judging")


def _is_scare(span: Span, tree: Tree) -> bool:
    """A few words of somebody's in what is told of her: called the plan "one-sided"."""
    words = [w for w in tree.words if is_within(w, span) and w.pos != "PUNCT"]
    return len(words) < _LEAST_WORDS and span[1] <= tree.end


def _is_speaker(source: Sequence[Word]) -> bool:
    return any(w.entity in ("PERSON", "ORG") or _is_person(w) or _speaks_for_a_body(w) for w in source)


def _speaks_for_a_body(noun: Word) -> bool:
    return noun.lemma.lower() in PAPERS or group_noun(noun.lemma.lower()) is Sort.BODY


def _is_person(noun: Word) -> bool:
    if noun.pos == "PROPN" and noun.entity in ("", "PERSON"):
        return True
    return noun.lower in ("he", "she") or person_noun(noun.lemma.lower()) is not None


def _headed(quotation: _Quotation, trees: Sequence[Tree]) -> Speech | None:
    """Ada Lund, harbour master (heading or line) "We need a new pier." """
    line = named_on_line(quotation.span, quotation.trees, trees)
    line = line or named_above(quotation.span, quotation.trees[0], trees)
    return Speech(line[0], line[0][-1], line[1], silent=True) if line is not None else None


def _signed(quotation: _Quotation, trees: Sequence[Tree]) -> Speech | None:
    """ "The mill is unsafe." -- Lena Marsh, inspector"""
    tree = quotation.trees[-1]
    outer = [w for w in tree.words if w.start >= quotation.span[1]]
    if not outer:
        number = _number(tree, trees) + 1
        if number >= len(trees) or trees[number].block > quotation.block + 1:
            return None
        tree = trees[number]
        outer = tree.words
    name = signed_by(outer)
    return Speech(name, outer[0], tree) if name else None
