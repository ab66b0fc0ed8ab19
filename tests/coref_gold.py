"""Our own articles with their pronouns' links, read and scored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from extract.coreference.resolution import Coreference
from extract.extractor import plain_article
from extract.model import SILENT_KINDS, Mention, Span
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.text.blocks import blocks
from extract.text.quotes import quoted_spans
from tests.conftest import ROOT

if TYPE_CHECKING:
    from spacy.language import Language

_PATH = ROOT / "tests" / "gold" / "coref_news.txt"


@dataclass
class Gold:
    """An article: its text, the extent and name of each mention, and what each pronoun stands for."""

    title: str
    text: str = ""
    mentions: list[tuple[Span, str]] = field(default_factory=list)
    pronouns: list[tuple[Span, tuple[str, ...]]] = field(default_factory=list)


@dataclass
class Score:
    """Counts over pronouns that stand for something, and over those that stand for nothing."""

    asked: int = 0
    answered: int = 0
    right: int = 0
    empty: int = 0
    left_open: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        return self.right / self.asked

    @property
    def precision(self) -> float:
        return self.right / self.answered


def digest() -> str:
    return sha256(_PATH.read_bytes()).hexdigest()


def articles() -> Iterator[Gold]:
    """The articles of the gold file; its head says how it is written."""
    for part in _PATH.read_text(encoding="utf-8").split("\n== ")[1:]:
        title, _, marked = part.partition("\n")
        yield _read(title, marked.strip())


def _read(title: str, marked: str) -> Gold:
    gold = Gold(title)
    opened: list[int] = []
    i = 0
    while i < len(marked):
        if marked[i] == "[":
            opened.append(len(gold.text))
        elif marked.startswith("](", i):
            close = marked.index(")", i)
            _note(gold, (opened.pop(), len(gold.text)), marked[i + 2 : close])
            i = close
        else:
            gold.text += marked[i]
        i += 1
    return gold


def _note(gold: Gold, span: Span, name: str) -> None:
    if name.startswith(">"):
        gold.pronouns.append((span, tuple(filter(None, name[1:].split("+")))))
    else:
        gold.mentions.extend((span, part) for part in name.split("+"))


def linked(nlp: Language, text: str) -> Coreference:
    """The links of a text, read as the product reads it."""
    prose = [block for block in blocks(plain_article(text, clean_text=False)) if block.kind not in SILENT_KINDS]
    trees = parse(nlp, text, prose, quoted_spans(text))
    for tree in trees:
        mend(tree)
    return Coreference(trees)


def score(nlp: Language) -> Score:
    total = Score()
    for gold in articles():
        found = {(m.start, m.end): m for m in linked(nlp, gold.text).mentions if m.kind == "pronoun"}
        for span, names in gold.pronouns:
            _count(total, gold, span, names, found.get(span))
    return total


def _count(total: Score, gold: Gold, span: Span, names: tuple[str, ...], link: Mention | None) -> None:
    said = link.resolved if link is not None else None
    right = _right(gold, names, link)
    if names:
        total.asked += 1
        total.answered += said is not None
        total.right += right
    else:
        total.empty += 1
        total.left_open += right
    if not right:
        total.errors.append(
            f"{gold.title}: {gold.text[span[0] - 30 : span[1] + 15]!r} is {'+'.join(names)}, not {said}"
        )


def _right(gold: Gold, names: tuple[str, ...], link: Mention | None) -> bool:
    if link is None or link.resolved is None:
        return not names
    if len(link.antecedents) > 1:
        forms = {name: [gold.text[a:b] for (a, b), other in gold.mentions if other == name] for name in names}
        return bool(names) and all(any(f in link.resolved for f in known) for known in forms.values())
    [antecedent] = link.antecedents
    meant = {name for span, name in gold.mentions if _overlap(span, antecedent)}
    if len(names) > 1:
        return set(names) <= meant
    best = max(gold.mentions, key=lambda m: _dice(m[0], antecedent))
    return bool(names) and _overlap(best[0], antecedent) > 0 and best[1] == names[0]


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _dice(one: Span, other: Span) -> float:
    return 2 * _overlap(one, other) / (one[1] - one[0] + other[1] - other[0])
