"""spaCy's side of the work: turning blocks of text into `Tree`s.

A block is parsed without its quotation marks (they break the parse: in `has "cultivated" relations` the
root becomes `has`), without pictures ("Norway 🇳🇴 won": to the models each half of a flag is a noun), without what
says where somebody is in one and without white-space tokens; every word keeps its place in the article. Sentences
are the parser's, except that none begins in lower case after a full stop ("out of concern. fear
could push"): that is a spurious stop.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from extract.english.wordlists import entries
from extract.model import Block, Span
from extract.syntax import casing
from extract.syntax.ambiguous_verbs import ParserInput, with_verbs
from extract.syntax.annotation import Annotate, by_spacy, read
from extract.syntax.memory import Annotation, Memory, Parsed, Row
from extract.syntax.tree import Tree, Word
from extract.syntax.verbs import INFLECTED, lemma_of
from extract.syntax.word_forms import common_words, verb_lemmas
from extract.text.linekinds import day_before
from extract.text.nonwords import blanked
from extract.text.quotes import DOUBLE_MARKS, is_mark

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_STOPS = frozenset(".!?…")
#: So much goes through spaCy at a time: a Doc takes 3.5 kB of memory a character until its batch is done.
_BATCH_BLOCKS = 256
_BATCH_CHARS = 60_000
_RANKS = frozenset(
    {"Adm", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Det", "Gen", "Gov", "Insp", "Lt", "Maj", "Rep", "Sen", "Sgt", "Supt"}
)
#: The tokenizer cuts them in two.
_TITLES = (
    *("Asst.", "Atty.", "Brig.", "Capt.", "Cmdr.", "Col.", "Comdr.", "Const.", "Cpl.", "Dep.", "Det.", "Dist.", "Hon."),
    *("Insp.", "Lt.", "Maj.", "Msgr.", "Pfc.", "Pvt.", "Rt.", "Sgt.", "Spc.", "Supt."),
)
#: Emoji, whole or in part: what joins, varies and tints them, the letters of flags.
_PICTURE = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\U000e0020-\U000e007f\ufe0f\u200d\u20e3]+")
_MARKS = "".join(sorted(DOUBLE_MARKS))
#: A given name of two parts behind a name ("Moon Jae-in"), not "Oslo-based"; a score ("beat Sudria 3-1 on
#: Friday"), not a range of what follows ("5-7 km").
_ONE_WORD = re.compile(
    r"\b[A-Z][a-z]+ (?P<name>[A-Z][a-z]{1,6}-(?!(?:based|born|led|held|owned|run|era|style|wide|like|made|bound)\b)"
    r"[a-z]{2,5}\b(?![-']))"
    r"|\b(?P<again>(?:[Rr]e-election|[Ss]emi-final|[Qq]uarter-final|[Nn]on-profit)s?\b)"
    r"|(?<=[£$€])(?P<sum>\d{1,3}(?:, ?\d{3})*(?:, \d{3})(?!\d)|\d{1,3}\. \d{1,2}(?= ?(?:m|bn|k|million|billion)\b))"
    rf"|\b(?P<title>(?:{'|'.join(map(re.escape, _TITLES))})(?= ?[A-Z]))"
    r"|\b(?P<rank>No\.(?= ?\d{1,3}\b(?![,.]\d)))"
    r"|\b(?P<irish>O(?: '|' )[A-Z][a-z]+)"
    r"|(?P<score>(?<![\d$€£.,-])\b\d{1,3}[-–]\d{1,3}\b(?![-–%]|[.,]\d)"
    r"(?=\s*(?:[^\w\s]|$)|\s+(?:after|against|and|as|at|before|for|from|in|on|over|to|when|while|with)\b))"
)
#: Each match of that has one of these.
_IN_ONE_WORD = ("-", "–", "£", "$", "€", "No.", "O '", "O' ", *_TITLES)
#: What an editor put in: "the town [is] growing", "[Lund] knew", but not "they [the unions] will not sign".
_PUT_IN = re.compile(
    r"(?<!\b[Hh]e )(?<!\b[Ss]he )(?<!\b[Ii]t )(?<!\b[Tt]hey )(?<!\b[Hh]im )(?<!\b[Hh]er )(?<!\b[Tt]hem )"
    r"(?<!\b[Tt]his )(?<!\b[Tt]hat )(?<!\bI )(?<![\w.,;:!?)])(?<![.!?] )"
    r"\[(?!sic\])(?:(?=[^\]]*[a-z])(?![a-z][^\]]* [A-Z]\w+\](?! [A-Z]))[^][A-Z:][^][:]{0,60}\]"
    r"|[A-Z][^][:]{0,60}\](?=['’]| \w))"
)
#: The models take "[" for a verb.
_BRACKETS = {"[": "(", "]": ")"}
#: Verbs that may be spelt with a z.
_SPELT = re.compile(r"\w+is(?:e[sd]?|ing)")
#: No sentence begins within a name: "Lou "The Cat" Brandt".
_NICKNAMED = re.compile(r"\b[A-Z]\w+ (?:\"[A-Z][\w ]{1,20}\"|“[A-Z][\w ]{1,20}”|‘[A-Z][\w ]{1,20}’) [A-Z]")
#: "isn ‘t": as long as what takes its place.
_APART = re.compile(r"\b(is|are|was|were|do|does|did|has|have|had|ca|wo|could|would|should)n [‘’'`]t\b")
#: The space in "£910, 000", "£1. 2m" and "O 'Brien".
_TORN = re.compile(r"(?<=\d[.,]) (?=\d)|(?<=^O) (?=')|(?<=^O') ")
#: Where somebody is in a picture: "Ada Lund, left, and Bo Roth (right) walk". The models take "left" for a verb.
_SIDE = (
    r"(?:(?:far|second|third|fourth|fifth) )?(?:(?:at|from|in|on) (?:the )?)?"
    r"(?:left|right|center|centre|middle|foreground|background)"
)
_IN_PICTURE = re.compile(
    r"\b(?!(?:And|But|No|Now|OK|Okay|Oh|So|Well|Yeah|Yes)\b)[A-Z][\w.'-]*"
    rf"(?P<where>, {_SIDE}(?:,(?= )|(?<!, left)(?=\.$))| \((?:left|right|center|centre)\)(?= ?[\w.,]))"
    r"|(?P<row> \((?:from (?:the )?(?:left|right)|left to right|[Ll]-[Rr])\)(?= ?\w))"
)
_BESIDE_NAME = re.compile(r", [^,.]*\b(?:at|for|from|in|of)\b[^,.]*$")
#: "before.@ada_lund", "fire.pic.twitter.com/a1", "It ended .She left": a stop that no space follows.
_GLUED = re.compile(r"(?<=[a-z0-9)])([.!?])(?=[@#]\w|pic\.twitter\.com|https?:|www\.)|^([.,])(?=(?!Net$)[A-Z][a-z]*$)")
#: Characters that the models hardly know, one for one. Of 66 "n’t" in news 56 were parsed as something
#: else than a negation, of 66 "n't" none.
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "―": "—"})
#: A dash of a news wire: "the fort _ which is old _ was held".
_UNDERSCORE = re.compile(r"(?<=\s)_(?=\s)")


_SCALES = {"bn": "billion", "mn": "million", "tn": "trillion"}
_NONE: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to parse: which blocks of it, and where its quotations are (their marks included)."""

    source: str
    blocks: Sequence[Block]
    quotes: Sequence[Span] = ()


def parse(nlp: Language, source: str, blocks: Sequence[Block], quotes: Sequence[Span] = ()) -> list[Tree]:
    """The sentences of one article's `blocks`, in order, as trees whose offsets point into `source`."""
    return next(parse_all(nlp, [Passage(source, blocks, quotes)]))


def parse_all(
    nlp: Language, passages: Sequence[Passage], memory: Memory | None = None, annotate: Annotate | None = None
) -> Iterator[list[Tree]]:
    """The trees of each passage. All blocks go through `annotate` (or spaCy) in one stream: small batches cost more.

    Blocks that `memory` knows do not; it keeps those it meets here.
    """
    is_common, verb_lemma = common_words(nlp), verb_lemmas(nlp)
    inputs = [one for p in passages for one in casing.inputs(p.source, p.blocks, is_common, verb_lemma)]
    sentences = _sentences(nlp, annotate or by_spacy(nlp), inputs, Memory() if memory is None else memory)
    for passage in passages:
        trees: list[Tree] = []
        for number, block in enumerate(passage.blocks):
            trees.extend(_trees(next(sentences), block, number, len(trees), passage))
        yield trees


def _sentences(
    nlp: Language, annotate: Annotate, inputs: Sequence[ParserInput], memory: Memory
) -> Iterator[list[Parsed]]:
    """The sentences of each text; one that comes twice is parsed at its first place."""
    unknown = dict.fromkeys(each for each in inputs if not memory.holds(each.key))
    parsed = _parsed(nlp, annotate, tuple(unknown))
    for each in inputs:
        found = memory.recall(each.key)
        if found is None:  # forgotten again, perhaps, if there is more here than it keeps
            known = unknown.pop(each, each) is None
            found = next(parsed) if known else next(_parsed(nlp, annotate, (each,)))
            memory.keep(each.key, found)
        yield found


def sentences_of(nlp: Language, doc: Doc) -> list[Parsed] | None:
    """The sentences of a Doc that was parsed elsewhere; None if we would have given the parser something else."""
    ours = _prepare(nlp, doc.text)
    places = [(token.idx, token.idx + len(token)) for token in doc]
    if ours.text != doc.text or ours.user_data["places"] != places or any(t.is_sent_start is False for t in ours):
        return None
    [annotation] = read(nlp, [doc], [ours])
    return None if _verb_prefixes(annotation[0], places) else _plain(annotation, places)


def _plain(annotation: Annotation, places: Sequence[Span]) -> list[Parsed]:
    """A Doc's sentences as plain data: the heads of their words are places in the sentence."""
    rows, starts = annotation
    return [
        (tuple((*row[:6], row[6] - start, row[7]) for row in rows[start:end]), tuple(places[start:end]))
        for start, end in pairwise([*starts, len(rows)])
    ]


def _parsed(nlp: Language, annotate: Annotate, inputs: Iterable[ParserInput]) -> Iterator[list[Parsed]]:
    batch: list[ParserInput] = []
    size = 0
    for each in inputs:
        if batch and (size + len(each.text) > _BATCH_CHARS or len(batch) == _BATCH_BLOCKS):
            yield from _annotated(nlp, annotate, batch)
            batch, size = [], 0
        batch.append(each)
        size += len(each.text)
    yield from _annotated(nlp, annotate, batch)


def _annotated(nlp: Language, annotate: Annotate, batch: Sequence[ParserInput]) -> Iterator[list[Parsed]]:
    docs = [_prepare(nlp, each.text) for each in batch]
    for (text, verbs), first, annotation in zip(batch, docs, annotate(docs), strict=True):
        doc, found = first, annotation
        if prefixes := _verb_prefixes(found[0], doc.user_data["places"]):
            doc = _prepare(nlp, text, prefixes)
            [found] = annotate([doc])
        if verbs:
            reparse = partial(_reparsed, nlp, annotate, text, prefixes)
            found = with_verbs(found, doc.user_data["places"], dict(verbs), reparse)
        yield _plain(found, doc.user_data["places"])


def _reparsed(
    nlp: Language, annotate: Annotate, text: str, whole: Mapping[int, str], tries: Sequence[Mapping[int, str]]
) -> list[Annotation]:
    return annotate([_prepare(nlp, text, whole, forms) for forms in tries])


def _verb_prefixes(rows: Sequence[Row], places: Sequence[Span]) -> dict[int, str]:
    """Verbs with a prefix and a hyphen, whole, by where they start: "She was re-elected", "They co-wrote it".

    The parser takes the three tokens for three verbs and hangs one on another. It knows such a word by its ending.
    """
    words = [row[0] for row in rows]
    if "-" not in words:
        return {}
    return {
        places[at - 1][0]: f"{words[at - 1]}-{words[at + 1]}"
        for at in range(1, len(words) - 1)
        if words[at] == "-"
        and words[at - 1].lower() in entries("verb_prefixes")
        and words[at + 1].islower()
        and (rows[at + 1][2] == "VERB" or words[at + 1].endswith("ed"))
        and places[at - 1][1] == places[at][0]
        and places[at][1] == places[at + 1][0]
    }


def _prepare(nlp: Language, text: str, whole: Mapping[int, str] = _NONE, instead: Mapping[int, str] = _NONE) -> Doc:
    """Tokenizes `text` and leaves out what is no word of it; places go to `user_data`.

    `whole` are words that are one token whatever the tokenizer thinks, by where they start; `instead` are words that
    the models see in the place of others.
    """
    from spacy.tokens import Doc

    names = [match.span() for match in _NICKNAMED.finditer(text)]
    text = _without_places(blanked(text.translate(_PLAIN)))
    text = _UNDERSCORE.sub("—", text) if "_" in text else text
    apart = {match.end(1) + 1 for match in _APART.finditer(text)}
    text = _APART.sub(r"\1 n't", text) if apart else text
    made = nlp.make_doc(text)
    tokens = [(token.text, token.idx) for token in made]
    every = [part for token in tokens for part in ((token,) if _usual(token[0]) else _parts(*token, text))]
    whole = {**_one_word(text, every), **whole}
    inside = {place for start, word in whole.items() for place in range(start + 1, start + len(word))}
    inside |= {place for m in _PUT_IN.finditer(text) for place in (m.start(), m.end() - 1)} if "[" in text else set()
    kept = [(whole.get(start, word), start) for word, start in every if start not in inside]
    words = [_TORN.sub("", word) if " " in word else word for word, _ in kept]
    places = [(start - (start in apart), start + len(word)) for word, start in kept]
    forms = [_american(nlp, w) if "is" in w and _SPELT.fullmatch(w) else _BRACKETS.get(w, w) for w in words]
    if not _SCALES.keys().isdisjoint(words):
        forms = [_scale(before, form) for before, form in zip(["", *words], forms, strict=False)]
    forms = [instead.get(start, form) for form, (start, _) in zip(forms, places, strict=True)] if instead else forms
    doc = made if forms == [word for word, _ in tokens] else Doc(nlp.vocab, words=forms, spaces=_spaces(text, places))
    doc.user_data.update(words=words, places=places)
    day = day_before(text)
    for i, (before, word) in enumerate(pairwise(words), 1):
        if (
            places[i][0] < day
            or places[i - 1][0] < day <= places[i][0]
            or any(start < places[i][0] < end for start, end in names)
            or (before[-1] in _STOPS and (word[0].islower() or _abbreviated(doc[i - 1])))
        ):
            doc[i].is_sent_start = False
    return doc


def _without_places(text: str) -> str:
    """`text` with a space for each character that says where somebody is in a picture.

    The comma behind an apposition stays: "Ada Lund, head of Veltra, left, and Bo Roth".
    """
    for match in _IN_PICTURE.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        end -= text[end - 1] == "," and _BESIDE_NAME.search(text[:start]) is not None
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _scale(before: str, form: str) -> str:
    """ "It paid $7.2 bn": the models know billions."""
    return _SCALES.get(form, form) if before[-1:].isdigit() else form


def _american(nlp: Language, word: str) -> str:
    """ "Court criticises delay": the models know the ending of "criticizes", and take the other for a noun's.

    As long as the word itself. Which verbs are spelt in two ways their vocabulary says.
    """
    form = word[: word.rindex("s", 0, -1)] + "z" + word[word.rindex("s", 0, -1) + 1 :]
    return form if nlp.vocab[word].norm_ == form.lower() else word


def _one_word(text: str, tokens: Sequence[tuple[str, int]]) -> dict[int, str]:
    """Words that the tokenizer cuts into several, by where they start.

    Only where they begin and end with a token: of "5-4.x" the tokenizer makes "5", "-" and "4.x", and the rest of that
    would be in no sentence.
    """
    if not any(sign in text for sign in _IN_ONE_WORD):
        return {}
    found = [match.span(match.lastgroup or 0) for match in _ONE_WORD.finditer(text)]
    starts, ends = {start for _, start in tokens}, {start + len(word) for word, start in tokens}
    return {start: text[start:end] for start, end in found if start in starts and end in ends}


@lru_cache(maxsize=20_000)
def _usual(word: str) -> bool:
    """Whether the tokenizer's word is a word of ours wherever it stands, as nearly all are."""
    return word != "m." and word == word.strip(_MARKS) and _is_word(word) and _GLUED.search(word) is None


def _parts(token: str, start: int, text: str) -> Iterator[tuple[str, int]]:
    """The words of a token, and their places: without the marks that the tokenizer left on it (the `"She` of
    `We won."She left.`), and without a full stop: of "It cost £58m." the tokenizer makes one word of "m.".
    """
    word = token.lstrip(_MARKS)
    start += len(token) - len(word)
    word = word.rstrip(_MARKS)
    if (glued := _GLUED.search(word)) is not None:
        for at, end in pairwise(sorted({0, *glued.span(glued.lastindex or 0), len(word)})):
            yield from _parts(word[at:end], start + at, text)
        return
    if word == "m." and text[start - 1 : start].isdigit():
        yield "m", start
        yield ".", start + 1
    elif _is_word(word):
        yield word, start


def _is_word(token: str) -> bool:
    return not (not token or is_mark(token) or token.isspace() or (not token.isascii() and _is_picture(token)))


def _is_picture(token: str) -> bool:
    """Emoji, but not a number in a circle: coverage counts that as a character that says something (law 7)."""
    return bool(_PICTURE.fullmatch(token)) and not any(char.isalnum() for char in token)


def _abbreviated(stop: Token) -> bool:
    """Whether a full stop belongs to a rank ("Capt. Rod Beer"), which ends no sentence."""
    if stop.text in _TITLES:
        return True
    return stop.text == "." and stop.i > 0 and stop.nbor(-1).text in _RANKS and not stop.nbor(-1).whitespace_


def _spaces(text: str, places: list[Span]) -> list[bool]:
    gaps = (text[before[1] : after[0]] for before, after in pairwise(places))
    return [gap == " " or any(map(str.isspace, gap)) for gap in gaps] + [False] * bool(places)


def _trees(sentences: Iterable[Parsed], block: Block, number: int, position: int, passage: Passage) -> Iterator[Tree]:
    found = [words_of(rows, [(block.start + a, block.start + b) for a, b in places]) for rows, places in sentences]
    start = block.start
    for number_of, words in enumerate(found):
        following = found[number_of + 1][0].start if number_of + 1 < len(found) else block.end
        start, end = _with_marks(passage.source, words, (start, following), passage.quotes)
        first = bisect_right(passage.quotes, start, key=itemgetter(1))
        last = bisect_left(passage.quotes, end, key=itemgetter(0))
        inside = tuple(passage.quotes[first:last])
        yield Tree(words, position, number, block.kind, start, end, passage.source, inside)
        position, start = position + 1, end


def _with_marks(source: str, words: Sequence[Word], bounds: Span, quotes: Sequence[Span]) -> Span:
    """A sentence's extent takes in the quotation marks that touch it.

    A mark that touches the next sentence too (he left."She) is this one's, unless a quotation opens there.
    """
    start, end = words[0].start, words[-1].end
    while start > bounds[0] and (is_mark(source[start - 1]) or source[start - 1] == "["):
        start -= 1
    touching = end
    while touching < bounds[1] and is_mark(source[touching]):
        touching += 1
    if touching == bounds[1]:
        touching = next((at for at in range(end, touching) if _opens(quotes, at)), touching)
    return start, touching


def _opens(quotes: Sequence[Span], at: int) -> bool:
    number = bisect_left(quotes, at, key=itemgetter(0))
    return number < len(quotes) and quotes[number][0] == at


def words_of(rows: Sequence[Row], places: Sequence[Span]) -> list[Word]:
    """A sentence as linked `Word`s; `places` gives each token's offsets in the article."""
    words = [Word(i, *row[:6], *place, row[7]) for i, (row, place) in enumerate(zip(rows, places, strict=True))]
    for word, row in zip(words, rows, strict=True):
        if word.tag in INFLECTED:
            word.lemma = lemma_of(word.lower, word.lemma)
        head = words[row[6]]
        if head is not word:
            word.head = head
            (head.left if word.i < head.i else head.right).append(word)
    return words
