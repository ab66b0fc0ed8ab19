"""How well and how fast articles are read: main text, block kinds and metadata against gold, beside trafilatura alone.

    python benchmarks/reading.py [pages] [--errors] [--half development|held-out] [--captions-optional]
    python benchmarks/reading.py speed [--rounds 5]

The corpus is `benchmarks/pages/`: pages like those that browsers save, all invented, each NAME.html with a
NAME.gold beside it: "key: value" lines (what the page is an example of, its half, its metadata), an empty line, then
a line for each block, its kind and its text with a tab between. The held-out half was written before the reader was
first run on it, and rules are made with the other half in view.

Main text is scored by words in order (the longest matching runs of `difflib`), for each page, then averaged over the
pages. Headings, paragraphs, lists, quotations, tables and captions are wanted; title, byline, dateline, credits and
lines marked "optional" may be there or not, since a program may give them as metadata. A block counts as right
if some block of the reader has its words (nine of ten) and its kind.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from email.message import EmailMessage
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from extract.model import Article, BlockKind  # noqa: E402
from extract.readers import ReadHints, read  # noqa: E402
from extract.text.blocks import blocks, copies, folded  # noqa: E402

PAGES = ROOT / "benchmarks" / "pages"
FIELDS = ("title", "byline", "outlet", "published", "language", "url")
#: "day" is `published` without its time, which trafilatura does not give.
SCORED = (*FIELDS, "day")
WANTED = frozenset({"heading", "paragraph", "list", "quote", "table", "caption"})
_ALIKE = 0.9  # of the words of a block


@dataclass(frozen=True, slots=True)
class Page:
    """One page and its gold. `blocks` are pairs of kind and text, in reading order."""

    name: str
    raw: bytes
    half: str
    metadata: dict[str, str]
    blocks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a program made of a page, in the same form."""

    metadata: dict[str, str]
    blocks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Of one page. `kinds` is (right, all) over gold blocks, `fields` those that are right."""

    page: Page
    precision: float
    recall: float
    kinds: tuple[int, int]
    fields: frozenset[str]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    misread: tuple[str, ...]

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def pages(folder: Path = PAGES) -> list[Page]:
    return [_page(path) for path in sorted(folder.glob("*.gold"))]


def _page(path: Path) -> Page:
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    said = {key: value.strip() for key, _, value in (line.partition(":") for line in head.splitlines())}
    lines = [line.partition("\t") for line in body.splitlines() if line]
    metadata = {field: said.get(field, "") for field in FIELDS}
    found = tuple((kind, text) for kind, _, text in lines)
    return Page(path.stem, path.with_suffix(".html").read_bytes(), said["half"], metadata, found)


# --- The programs ---


def ours(page: Page) -> Reading:
    """The reader of this project and its block kinds; later copies of titles and captions are not read twice."""
    article = read(f"{page.name}.html", page.raw, ReadHints())
    found = blocks(article)
    repeated = copies(article.text, found)
    kept = (b for i, b in enumerate(found) if b.kind is not BlockKind.BOILERPLATE and i not in repeated)
    texts = tuple((b.kind.value, article.text[b.start : b.end]) for b in kept)
    return Reading({field: getattr(article, field) or "" for field in FIELDS}, texts)


def trafilatura_alone(page: Page) -> Reading:
    """trafilatura with its defaults but tables and metadata; its blocks have no kinds but "paragraph"."""
    import trafilatura

    document = trafilatura.bare_extraction(page.raw, with_metadata=True, include_comments=False, include_tables=True)
    if document is None:
        return Reading(dict.fromkeys(FIELDS, ""), ())
    named = (document.title, document.author, document.sitename, document.date, document.language, document.url)
    texts = tuple(("paragraph", line) for line in (document.text or "").splitlines() if line.strip())
    return Reading({field: value or "" for field, value in zip(FIELDS, named, strict=True)}, texts)


# --- Scores ---


def score(page: Page, reading: Reading, wanted_kinds: frozenset[str] = WANTED) -> Score:
    gold = [(word, kind in wanted_kinds) for kind, text in page.blocks for word in folded(text).split()]
    found = [word for kind, text in reading.blocks if _counts(kind) for word in folded(text).split()]
    matched_gold, matched_found = _matched([word for word, _ in gold], found)
    wanted = sum(is_wanted for _, is_wanted in gold)
    hits = sum(gold[i][1] for i in matched_gold)
    optional = len(matched_gold) - hits
    kinds = [(_kind_of(text, reading), kind, text) for kind, text in page.blocks if kind in wanted_kinds]
    return Score(
        page,
        precision=hits / (len(found) - optional) if len(found) > optional else 0.0,
        recall=hits / wanted,
        kinds=(sum(got == kind for got, kind, _ in kinds), len(kinds)),
        fields=frozenset(field for field in SCORED if _same(field, page.metadata, reading.metadata)),
        missing=tuple(text for got, _, text in kinds if got is None),
        extra=tuple(_extra(found, matched_found)),
        misread=tuple(f"{got}, not {kind}: {text}" for got, kind, text in kinds if got not in (None, kind)),
    )


def _counts(kind: str) -> bool:
    return kind in WANTED or kind == "title"


def _matched(gold: list[str], found: list[str]) -> tuple[set[int], set[int]]:
    matches = SequenceMatcher(None, gold, found, autojunk=False).get_matching_blocks()
    return (
        {m.a + i for m in matches for i in range(m.size)},
        {m.b + i for m in matches for i in range(m.size)},
    )


def _kind_of(text: str, reading: Reading) -> str | None:
    """The kind of the block that has these words, None if there is none."""
    words = folded(text).split()
    best, kind = _ALIKE, None
    for got, other in reading.blocks:
        theirs = folded(other).split()
        if abs(len(words) - len(theirs)) <= (1 - _ALIKE) * max(len(words), len(theirs)):
            ratio = SequenceMatcher(None, words, theirs, autojunk=False).ratio()
            if ratio >= best:
                best, kind = ratio, kind if ratio == best and kind else got
    return kind


def _extra(found: list[str], matched: set[int]) -> Iterator[str]:
    run: list[str] = []
    for i, word in enumerate([*found, ""]):
        if i not in matched and word:
            run.append(word)
        elif run:
            yield " ".join(run)
            run = []


def _same(field: str, wanted: dict[str, str], got: dict[str, str]) -> bool:
    if field == "day":
        return wanted["published"][:10] == got["published"][:10]
    gold, found = wanted[field], got[field]
    if field == "byline":
        return _names(gold) == _names(found)
    if field == "published":
        return gold == found or _instant(gold) == _instant(found) is not None
    return folded(gold) == folded(found)


def _names(byline: str) -> set[str]:
    return {folded(name) for name in byline.replace(";", ",").replace(" and ", ",").split(",") if name.strip()}


def _instant(written: str) -> datetime | None:
    """The moment of a date with time and zone: two ways to write it are the same."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


# --- Output ---


def table(scores: dict[str, list[Score]]) -> Iterator[str]:
    yield "| program, half | pages | precision | recall | F1 | lowest F1 | block kinds | " + " | ".join(SCORED) + " |"
    yield "|" + " --- |" * (7 + len(SCORED))
    for name, of_program in scores.items():
        for half in ("development", "held-out"):
            some = [s for s in of_program if s.page.half == half]
            if some:
                yield f"| {name}, {half} | " + " | ".join(_cells(some)) + " |"


def _cells(scores: list[Score]) -> Iterator[str]:
    yield str(len(scores))
    for values in ([s.precision for s in scores], [s.recall for s in scores], [s.f1 for s in scores]):
        yield f"{statistics.mean(values):.3f}"
    yield f"{min(s.f1 for s in scores):.3f}"
    yield f"{sum(s.kinds[0] for s in scores) / sum(s.kinds[1] for s in scores):.3f}"
    for field in SCORED:
        yield f"{sum(field in s.fields for s in scores) / len(scores):.2f}"


def errors(scores: Iterable[Score], reading: Callable[[Page], Reading]) -> Iterator[str]:
    for s in scores:
        lines = [f"  missing  {text}" for text in s.missing] + [f"  extra    {text}" for text in s.extra]
        lines += [f"  kind     {text}" for text in s.misread]
        got = reading(s.page).metadata
        lines += [f"  {f:9}{got[f]!r}, not {s.page.metadata[f]!r}" for f in FIELDS if f not in s.fields]
        yield f"{s.page.name}: F1 {s.f1:.3f}"
        yield from lines


# --- Speed ---


def _samples() -> dict[str, tuple[str, bytes]]:
    """One article of each format with the same words, as far as formats go."""
    page = next(p for p in pages() if p.name == "hashed_divs")
    article: Article = read("a.html", page.raw, ReadHints())
    title = article.title or ""
    paragraphs = [article.text[b.start : b.end] for b in blocks(article) if b.kind is BlockKind.PARAGRAPH]
    body = "\n\n".join(paragraphs)
    return {
        "text": ("a.txt", f"{title}\n\n{body}\n".encode()),
        "markdown": ("a.md", f"---\ntitle: {title}\ndate: 2024-05-03\n---\n\n{body}\n".encode()),
        "eml": ("a.eml", _message(title, body)),
        "docx": ("a.docx", _document(title, paragraphs)),
        "pdf": ("a.pdf", _print(title, paragraphs)),
    }


def _message(title: str, body: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Lena Fisk <desk@meridiandaily.example>", title
    message["Date"] = "Fri, 03 May 2024 07:42:00 +0200"
    message.set_content(body)
    return message.as_bytes()


def _document(title: str, paragraphs: list[str]) -> bytes:
    from docx import Document

    document, file = Document(), io.BytesIO()
    document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def _print(title: str, paragraphs: list[str]) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles, file = getSampleStyleSheet(), io.BytesIO()
    flow = [Paragraph(title, styles["Title"]), *(Paragraph(text, styles["BodyText"]) for text in paragraphs)]
    SimpleDocTemplate(file, invariant=1).build(flow)
    return file.getvalue()


def speed(rounds: int) -> Iterator[str]:
    """Articles a second of processor time, medians of rounds that take turns."""
    corpus = pages()
    jobs: dict[str, Callable[[], int]] = {
        "html, trafilatura alone": lambda: len([trafilatura_alone(page) for page in corpus]),
        "html": lambda: len([read(f"{page.name}.html", page.raw, ReadHints()) for page in corpus]),
    }
    for name, (file, raw) in _samples().items():
        jobs[name] = lambda file=file, raw=raw: len([read(file, raw, ReadHints()) for _ in range(10)])  # type: ignore[misc]
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds + 1):  # the first warms up
        for name, job in jobs.items():
            started = time.process_time()
            count = job()
            taken[name].append((time.process_time() - started) / count)
    rates = {name: 1 / statistics.median(times[1:]) for name, times in taken.items()}
    yield "| format | articles a second |"
    yield "| --- | --- |"
    yield from (f"| {name} | {rate:,.0f} |" for name, rate in rates.items())
    yield f"html against trafilatura alone: {rates['html'] / rates['html, trafilatura alone']:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", nargs="?", choices=("pages", "speed"), default="pages")
    parser.add_argument("--errors", action="store_true", help="list what is wrong on each page")
    parser.add_argument("--half", choices=("development", "held-out"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--captions-optional", action="store_true", help="captions, which trafilatura drops, may be missing"
    )
    options = parser.parse_args()
    wanted = WANTED - {"caption"} if options.captions_optional else WANTED
    if options.what == "speed":
        print("\n".join(speed(options.rounds)))
        return
    chosen = [page for page in pages() if options.half in (None, page.half)]
    scores = {"ours": [score(p, ours(p), wanted) for p in chosen]}
    if options.errors:
        print("\n".join(errors(scores["ours"], ours)))
    scores["trafilatura alone"] = [score(p, trafilatura_alone(p), wanted) for p in chosen]
    print("\n".join(table(scores)))


if __name__ == "__main__":
    main()
