"""Words set apart from the text: block quotations, and what a line that ends with a colon announces.

    The minister told parliament:

    > The dam was old. Nobody had checked it.

All of it is somebody's, also where nobody says whose. So is what a fact check puts under its label:

    CLAIM: The dam was built by prisoners.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, groupby, takewhile

from extract.attribution.announcements import announced_by
from extract.attribution.conversations import turns
from extract.attribution.letters import letters, signature
from extract.attribution.source_frames import can_speak
from extract.attribution.sources import phrase, source_of
from extract.attribution.speakers import signed_by
from extract.factuality.signatures import reporting
from extract.model import BlockKind, Span
from extract.syntax.tree import Tree, Word
from extract.syntax.words import FIRST_PERSON

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
#: The line before a paragraph, or its first word, where that is what a fact check looks into.
_CHECKED = re.compile(r"(?:^|\n)\s*(?:the )?(?:claims?|rumou?rs?|allegations?)\s*(?::|\n)\s*$", re.IGNORECASE)
_LONGEST_LABEL = 40
#: From how many words, or how many times, on a page sets apart too much for quotations.
_LONG, _OFTEN = 100, 3
_ALONE = frozenset({"i", "me", "my"})
#: Below words set apart: "— Ana Reyes, mayor".
_SIGNATURE = re.compile(r"(?:^|[.!?…”\"]|\n)\s*(?:—|–|--)\s?[A-Z@][^.!?\n]*$", re.MULTILINE)
_POSTED = re.compile(r"(?:—|–|--) ?[^\n(]+ \(@\w+\) [A-Z][a-z]+\.? \d{1,2}\b")
_LONGEST_POST = 350  # characters: 280, and addresses of pictures


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """Whose words some sentences are: `source` is empty and `cue` None where the text does not say."""

    source: tuple[Word, ...]
    cue: Word | None
    place: Span


def block_quotes(trees: Sequence[Tree]) -> dict[int, BlockQuote]:
    """By position, the sentences that are set apart as somebody's words."""
    found: dict[int, BlockQuote] = {}
    before: list[Tree] = []
    blocks = [list(group) for _, group in groupby(trees, key=_block)]
    spoken = _spoken(blocks)
    for block in blocks:
        quote = _quoted(block, before, found)
        if quote is None and _block(block[0]) in spoken:
            quote = BlockQuote(signed_by(block[-1].words), None, (block[0].start, block[-1].end))
        if quote is not None:
            found.update((tree.position, quote) for tree in block)
        before = block
    for block, source in chain(turns(blocks), letters(blocks), _posts(blocks), _pulled(blocks)):
        quote = BlockQuote(source, None, (block[0].start, block[-1].end))
        for tree in block:
            found.setdefault(tree.position, quote)
    return found


def _pulled(blocks: Sequence[list[Tree]]) -> Iterator[tuple[list[Tree], tuple[Word, ...]]]:
    """Paragraphs that who says them has signed: "We had no choice. The mill was old. Ada Lund, mayor of Tarn".

    They speak of themselves, or have been taken out of the text, where they stand once more.
    """
    for block in blocks:
        signed = signature([block[-1]]) if len(block) > 1 and not _has_marks(block) else ()
        again = any(tree.source.count(tree.source[tree.start : tree.end]) > 1 for tree in block[:-1])
        if signed and (again or _speaks([block[:-1]], FIRST_PERSON)):
            yield block, signed


def _posts(blocks: Sequence[list[Tree]]) -> Iterator[tuple[list[Tree], tuple[Word, ...]]]:
    """The lines of posts, each with who signed it: what stands above "— Ada Lund (@lund) May 3"."""
    for at, block in enumerate(blocks):
        if _POSTED.match(block[0].source, block[0].start):
            signed = tuple(takewhile(lambda w: w.text != "(", block[0].words[1:]))
            yield from ((line, signed) for line in _lines_above(blocks, at))


def _lines_above(blocks: Sequence[list[Tree]], at: int) -> Iterator[list[Tree]]:
    """The lines that the signature at `at` ends: to an empty line, to another post's, as far as a post is long."""
    text, end = blocks[at][0].source, blocks[at][0].start
    parts = "\n" if "\n\n" not in text else "\n\n"  # a text without empty lines has a paragraph on each line
    for n in range(at - 1, -1, -1):
        start = blocks[n][0].start
        below = blocks[n + 1][0].start
        apart = n < at - 1 and parts in text[blocks[n][-1].end : below]
        if apart or end - start > _LONGEST_POST or _POSTED.match(text, start):
            return
        yield blocks[n]


def _block(tree: Tree) -> int:
    return tree.block


def _quoted(block: list[Tree], before: list[Tree], known: dict[int, BlockQuote]) -> BlockQuote | None:
    kind, place = block[0].kind, (block[0].start, block[-1].end)
    if kind is BlockKind.PARAGRAPH and _is_checked(block[0]):
        return BlockQuote((), None, place)
    last = before[-1] if before else None
    adjacent = last is not None and last.block == block[0].block - 1
    if last is not None and adjacent and last.kind is kind and kind in (BlockKind.QUOTE, BlockKind.LIST):
        same = known.get(last.position)
        if same is not None or kind is BlockKind.QUOTE:
            return BlockQuote(same.source, same.cue, place) if same is not None else None
    announcement = _announced(last, kind) if last is not None and adjacent and not _has_marks(block) else None
    if announcement is not None:
        who = tuple(source_of(announcement))
        if _is_quoted(who, announcement):
            own = bool(who) and who[-1].lower in _AUTHORS and kind is not BlockKind.QUOTE
            return None if own else BlockQuote(who, announcement, place)  # not "I will give you three reasons:"
        return BlockQuote((), None, place) if kind is BlockKind.QUOTE else None
    according = _according(last) if last is not None and adjacent else None
    return BlockQuote(*according, place) if according is not None else None


#: "We found these letters:", "The board saw this note:": whoever did so has not written them.
_FINDING = frozenset({"find", "get", "hear", "notice", "obtain", "read", "receive", "see", "collect", "gather"})
_AUTHORS = FIRST_PERSON | {"you"}


def _is_quoted(who: tuple[Word, ...], cue: Word) -> bool:
    """Not "This makes it easier for beginners:", "The problem is different:", before words that are set apart."""
    last = who[-1] if who else None
    if last is None or cue.pos not in ("VERB", "AUX"):
        return True
    if cue.lemma in _FINDING and cue.child("dobj") is not None:
        return False
    return (
        cue.lemma in reporting("verb")
        or can_speak(last)
        or (last.pos == "PRON" and last.tag == "PRP" and last.lower != "it")
    )


def _spoken(blocks: Sequence[list[Tree]]) -> set[int]:
    """The block quotations without marks that are somebody's, by the numbers of their blocks.

    Pages also set apart their own notes, summaries and abstracts so: a page that introduces or signs nothing of what
    it sets apart again and again quotes at most who says "I" or "we" there, and one whose text is most of it, nobody.
    """
    runs = [list(run) for kind, run in groupby(blocks, key=lambda block: block[0].kind) if kind is BlockKind.QUOTE]
    apart = sum(len(tree.words) for run in runs for block in run for tree in block)
    mostly = apart > _LONG and 2 * apart > sum(len(tree.words) for block in blocks for tree in block)
    quoting = any(_is_introduced(run[0], blocks) or _is_signed(run[-1]) for run in runs)
    if quoting or not (mostly or len(runs) >= _OFTEN):
        said = runs
    elif mostly:
        said = runs if any(_speaks(run, _ALONE) for run in runs) else []
    else:
        said = [run for run in runs if _speaks(run, FIRST_PERSON)]
    return {_block(block[0]) for run in said for block in run if not _has_marks(block)}


def _is_introduced(block: list[Tree], blocks: Sequence[list[Tree]]) -> bool:
    """Behind a colon, a comma or a sentence that reports: "The mayor wrote this on Monday."."""
    before = next((other[-1] for other in blocks if _block(other[0]) == block[0].block - 1), None)
    if before is None or not before.words:
        return False
    return before.words[-1].text in {":", ","} or any(root.lemma in reporting("verb") for root in before.roots)


def _is_signed(last: list[Tree]) -> bool:
    """At its end, or in the line below."""
    below = last[-1].source[last[-1].end :].lstrip().partition("\n")[0]
    return _SIGNATURE.search(f"{last[-1].source[last[0].start : last[-1].end]}\n{below}") is not None


def _speaks(run: Sequence[Sequence[Tree]], pronouns: AbstractSet[str]) -> bool:
    words = (word for block in run for tree in block for word in tree.words)
    return any(word.tag in ("PRP", "PRP$") and word.lower in pronouns for word in words)


def _is_checked(first: Tree) -> bool:
    before = first.source[max(0, first.start - _LONGEST_LABEL) : first.start]
    return (first.start <= _LONGEST_LABEL or "\n" in before) and _CHECKED.search(before) is not None


def _according(last: Tree) -> tuple[tuple[Word, ...], Word] | None:
    """The source of a line that only names it: "According to the Lorne Post:"."""
    words = last.words
    if len(words) < 3 or words[-1].text != ":" or [w.lower for w in words[:2]] != ["according", "to"]:
        return None
    noun = next((w for w in words[1].children if w.dep == "pobj"), None)
    alone = not any(w.pos in ("VERB", "AUX") and w.dep not in ("acl", "relcl") for w in words[2:])
    return (tuple(phrase(noun)), words[0]) if noun is not None and alone else None


def _has_marks(block: list[Tree]) -> bool:
    """Quotation marks say themselves what is quoted."""
    return any(tree.quotes for tree in block)


def _announced(last: Tree, kind: BlockKind) -> Word | None:
    """The cue of a line that ends with a colon: of any verb before a block quotation, else of one that reports."""
    if not last.words or last.words[-1].text != ":" or kind not in (*_PROSE, BlockKind.QUOTE, BlockKind.LIST):
        return None
    for root in last.roots:
        if root.pos not in ("VERB", "AUX") or root.child("ccomp") is not None:
            continue
        if root.lemma in reporting("verb") and source_of(root):
            return root
        saying = next((c for c in root.right if c.tag == "VBG" and c.lemma in reporting("verb")), None)
        if saying is not None and saying.child("ccomp", "xcomp") is None and source_of(saying):
            return saying  # The mayor hit back on her page, saying:
        cue = announced_by(root) if kind is not BlockKind.PARAGRAPH else None
        if cue is not None or (kind is BlockKind.QUOTE and source_of(root)):
            return cue or root
    return None
