"""How many claims a reader would sign: random claims of real news, read one by one.

    python benchmarks/reading_claims.py sample --round 1 SHEET.txt
    python benchmarks/reading_claims.py verdicts SHEET.txt VERDICTS.txt --reader a
    python benchmarks/reading_claims.py table
    python benchmarks/reading_claims.py kept
    python benchmarks/reading_claims.py recall

The articles lie beside the checkout (../shared/news and ../shared/tracking/dev/basil). Each belongs to one of six
rounds; those of ../shared/tracking/dev/ecb to six more or to the facts; the news among the web pages of ../shared/pages
to three more, read as `extract ingest` reads them. Rounds 16 and 17 are articles and pages of which no claim had been
read when the rules were made: those with gold for who says it, and pages of other months. Rounds 18 and 19 are the
halves of older articles, with gold for when it happens. Round 20 is twelve articles of Wikinews, with gold for what
pronouns stand for; round 21 other claims of the web pages of rounds 13 to 15.

`sample` draws 100 claims of a round, a few of each article, and writes them with their sentences as a sheet for
readers, and beside it SHEET.txt.key, which says where each claim stands. Another --seed draws other claims and also
puts the articles into other rounds (of 1 to 15). A reader writes a line for each claim:

    ID CLASS MARKS [why]

CLASS is right, empty or wrong; MARKS is "ok" or the marks that are wrong, with commas between them. `verdicts` adds
them to tests/judged/, by the article's hash and offsets, without a word of the text. `table` counts every
verdict once. Confidence is that of the version the claim was read in.

`kept` prints, for bounds of confidence, how many of the claims last read in rounds 16 to 20 are at least as sure, and
how many of those strict readers call right: nothing had been read of these articles before the rules of that version.

`recall` looks for facts that a reader wrote down from sentences before the extractor had read them: the places of the
words that carry subject, predicate and object. A fact is found if a claim as shown has each in its part; with
further arguments, its object may stand in one of those. Rules may be written from half 1, never from half 2.
`recall --least .5` asks only claims that are at least as sure.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from itertools import chain, islice, zip_longest
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.confidence import calibration_error, equal_size, ranking  # noqa: E402
from db.learning import Example  # noqa: E402
from db.wording import tells_doubt, unsaid, voices  # noqa: E402
from extract.cli.claim_cells import cells, marks  # noqa: E402
from extract.english.filled import with_names  # noqa: E402
from extract.errors import UsageError  # noqa: E402
from extract.extractor import Extractor  # noqa: E402
from extract.model import Argument, Article, Claim, Extraction, Span, Spans  # noqa: E402
from extract.readers import ReadHints, load, read  # noqa: E402
from extract.readers.sidecar import described  # noqa: E402

SHARED = ROOT.parent / "shared"
FOLDERS = (SHARED / "news", SHARED / "tracking" / "dev" / "basil")
JUDGED = ROOT / "tests" / "judged"

#: Articles of other outlets and days, in rounds of their own after those of FOLDERS.
LATER_FOLDER = SHARED / "tracking" / "dev" / "ecb" / "docs"

ROUNDS, CLAIMS, PER_ARTICLE = 6, 100, 5
#: The parts of LATER_FOLDER that are rounds of their own, and those whose sentences gave the facts for recall.
LATER_PARTS, PARTS_OF_FACTS, ALL_PARTS = (1, 4, 5, 6, 7, 8), (2, 3), 8
#: Web pages as they were saved; those of one month are news, in English. Rounds of their own again.
PAGES, PARTS_OF_PAGES, MONTH_OF_PAGES = SHARED / "pages" / "html", 3, "2019-11"
#: Rounds of articles of which nothing had been read: those with gold for who says it, pages of other months, and
#: the two halves of those with gold for when it happens.
ATTRIBUTED = SHARED / "context" / "dev" / "attribution_polnear" / "docs"
DATED = tuple(SHARED / "context" / "dev" / name / "docs" for name in ("meantime", "timeml"))
FRESH_NEWS = ROUNDS + len(LATER_PARTS) + PARTS_OF_PAGES + 1
FRESH_PAGES, FRESH_DATED = FRESH_NEWS + 1, (FRESH_NEWS + 2, FRESH_NEWS + 3)
WIKINEWS, FRESH_WIKINEWS = SHARED / "context" / "dev" / "gum_news" / "docs", FRESH_NEWS + 4
#: Other claims of web pages of which some were read before.
SECOND_PAGES = FRESH_WIKINEWS + 1
FRESH = (FRESH_NEWS, FRESH_PAGES, *FRESH_DATED, FRESH_WIKINEWS)
SEED = 1
CLASSES = ("right", "empty", "wrong")
#: Readers who were told that a claim is empty, too, if its subject or object is a pronoun that stands for nothing.
STRICT = frozenset({"s", "t", "u"})
BOUNDS = (0.0, 0.25, 0.5, 0.6, 0.7)
MARKS = ("source", "factuality", "time", "pronoun", "condition")


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that is to be read or was: where it stands, what it needs of marks, and what its readers say.

    `pronouns` counts arguments that are pronouns, `resolved` those of them that are shown with what they
    stand for. `verdicts` holds for each reader the class and the marks that are wrong.
    """

    id: str
    round: int
    version: str
    article: str  # the hash of its text
    predicate: Span
    subject: Spans
    relation: Spans
    object: Spans
    attributed: bool
    pronouns: int
    resolved: int
    confidence: float
    verdicts: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)


# --- Drawing claims ---


def round_of(name: str, seed: int = SEED, rounds: int = ROUNDS) -> int:
    """The round that an article belongs to, by its file's name."""
    return int(sha256(f"{seed}:{name}".encode()).hexdigest(), 16) % rounds + 1


def articles(number: int, seed: int = SEED) -> Iterator[Article]:
    """The articles of a round, in order of their names."""
    if number <= ROUNDS:
        yield from articles_in(FOLDERS, number, ROUNDS, seed)
    elif number <= ROUNDS + len(LATER_PARTS):
        yield from articles_in((LATER_FOLDER,), LATER_PARTS[number - ROUNDS - 1], ALL_PARTS, seed)
    elif number == FRESH_NEWS:
        yield from articles_in((ATTRIBUTED,))
    elif number in FRESH_DATED:
        yield from articles_in(DATED, FRESH_DATED.index(number) + 1, len(FRESH_DATED))
    elif number == SECOND_PAGES:
        yield from articles(ROUNDS + len(LATER_PARTS) + 2, seed=7)
    elif number == FRESH_WIKINEWS:
        yield from articles_in((WIKINEWS,))
    elif number == FRESH_PAGES:
        yield from (page for page in _pages() if not (page.published or "").startswith(MONTH_OF_PAGES))
    else:
        pages = _pages(number - ROUNDS - len(LATER_PARTS), PARTS_OF_PAGES, seed)
        yield from (page for page in pages if (page.published or "").startswith(MONTH_OF_PAGES))


def articles_in(folders: Iterable[Path], part: int = 1, parts: int = 1, seed: int = SEED) -> Iterator[Article]:
    """The articles of folders, in order of their paths, or those of one part of several."""
    paths = (path for folder in folders for path in folder.glob("*.txt"))
    for path in sorted(path for path in paths if round_of(path.name, seed, parts) == part):
        yield read(str(path), load(str(path)), described(ReadHints(), str(path)))


def _pages(part: int = 1, parts: int = 1, seed: int = SEED) -> Iterator[Article]:
    for path in sorted(PAGES.glob("s-*.html.gz")):
        if round_of(path.name, seed, parts) == part:
            article = read(path.stem, gzip.decompress(path.read_bytes()))
            if article.language == "en":
                yield article


def drawn(found: Sequence[Extraction], number: int, seed: int = SEED) -> list[tuple[Extraction, Claim]]:
    """A sample of claims: one of each article, then a second one, and so on, at most `PER_ARTICLE` of one."""
    piles = []
    for extraction in found:
        luck = random.Random(f"{seed}:{number}:{extraction.article.text_hash}")
        count = min(PER_ARTICLE, len(extraction.claims))
        piles.append([(extraction, claim) for claim in luck.sample(extraction.claims, count)])
    sample = list(islice((pair for row in zip_longest(*piles) for pair in row if pair), CLAIMS))
    random.Random(f"{seed}:{number}").shuffle(sample)
    return sample


def key(extraction: Extraction, claim: Claim, number: int, version: str) -> Judged:
    """Where a claim stands, and what it needs of marks."""
    text_hash = extraction.article.text_hash
    arguments = [claim.subject, *([claim.object] if claim.object else [])]
    pronouns = [a for a in arguments if _is_pronoun(a, extraction)]
    places = (claim.predicate, claim.subject.spans, claim.relation.spans, claim.object.spans if claim.object else ())
    return Judged(
        sha256(json.dumps([text_hash, places]).encode()).hexdigest()[:8],
        number,
        version,
        text_hash,
        *places,
        attributed=bool(claim.attribution),
        pronouns=len(pronouns),
        resolved=sum(a.resolved is not None for a in pronouns),
        confidence=claim.confidence,
    )


def _is_pronoun(argument: Argument, extraction: Extraction) -> bool:
    pronouns = {(m.start, m.end) for m in extraction.mentions if m.kind == "pronoun"}
    return len(argument.spans) == 1 and argument.spans[0] in pronouns


def entry(extraction: Extraction, claim: Claim, name: str) -> str:
    """A claim on the sheet, as pages and lists show it."""
    article = extraction.article
    sentences = {s.position: " ".join(article.text[s.start : s.end].split()) for s in extraction.sentences}
    kind = next(s.kind for s in extraction.sentences if s.position == claim.sentence)
    subject, relation, obj, qualifiers, shown, confidence = cells(claim, kind)
    read = unsaid(marks(claim))
    named = voices(read.steps, told=tells_doubt(read))
    resolved = [step.resolved or step.source or "somebody" for step in named]
    arguments = [claim.subject, *([claim.object] if claim.object else [])]
    lines = {
        "title": article.title,
        "before": sentences.get(claim.sentence - 1),
        "sentence": sentences[claim.sentence],
        "after": sentences.get(claim.sentence + 1),
        "CLAIM": f"{subject} | {relation} | {obj}",
        "qualifiers": qualifiers,
        "source": " > ".join(resolved) or f"the article itself ({kind.value})",
        "factuality": f"{read.polarity}, {read.modality}, {read.mood}",
        "condition": claim.condition.text if claim.condition else None,
        "time": _time(claim),
        "stands for": "; ".join(f"{a.text} = {a.resolved}" for a in arguments if _whole(a)),
        "in words": shown,
        "confidence": confidence,
    }
    return "\n".join([name, *(f"  {what}: {said}" for what, said in lines.items() if said)])


def _whole(argument: Argument) -> bool:
    """Whether all of an argument stands for something, which the claim does not show inside its words."""
    return argument.resolved is not None and with_names(argument.text, argument.resolved, argument.head) is None


def _time(claim: Claim) -> str | None:
    when = claim.valid_time
    if when is None:
        return None
    return f"{when.text} = {when.earliest or '?'} to {when.latest or '?'}"


def sample(number: int, sheet: Path, seed: int = SEED) -> int:
    """Writes the sheet of a round and its key; returns how many claims it has."""
    extractor = Extractor()
    found = list(extractor.extract_all(list(articles(number, seed))))
    version = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    chosen = drawn(found, number, seed)
    keys = [key(extraction, claim, number, version) for extraction, claim in chosen]
    entries = [entry(extraction, claim, k.id) for (extraction, claim), k in zip(chosen, keys, strict=True)]
    sheet.write_text("\n\n".join(entries) + "\n", encoding="utf-8")
    _write(_key_path(sheet), keys)
    return len(keys)


# --- Verdicts ---


def _key_path(sheet: Path) -> Path:
    return sheet.with_name(sheet.name + ".key")


def _write(path: Path, rows: Iterable[Judged]) -> None:
    lines = (json.dumps(asdict(row), separators=(",", ":")) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")


def _read(path: Path) -> list[Judged]:
    return [Judged(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def parse_verdict(line: str) -> tuple[str, str, tuple[str, ...]]:
    """A reader's line as id, class and wrong marks. Raises UsageError."""
    name, kind, *rest = line.lower().split()
    wrong: list[str] = []
    for word in rest:
        parts = word.replace("/", ",").strip(",.;:").split(",")
        if not set(parts) <= {*MARKS, "ok"}:
            break
        wrong.extend(part for part in parts if part != "ok")
    if kind not in CLASSES or not rest:
        raise UsageError(f"{line!r} is no verdict. Write: ID {'|'.join(CLASSES)} ok or the wrong marks.")
    return name, kind, tuple(dict.fromkeys(wrong))


def store(sheet: Path, verdicts: Path, reader: str, folder: Path = JUDGED) -> tuple[int, list[str]]:
    """Adds a reader's verdicts to the round's file; returns their number and the ids that have none."""
    lines = [line for line in verdicts.read_text(encoding="utf-8").splitlines() if line.strip()]
    given = {name: (kind, wrong) for name, kind, wrong in map(parse_verdict, lines)}
    keys = _read(_key_path(sheet))
    path = folder / f"round{keys[0].round}.jsonl"
    known = {row.id: row for row in (_read(path) if path.exists() else [])}
    for row in keys:
        known.setdefault(row.id, row)
    if unknown := given.keys() - known.keys():
        raise UsageError(f"{verdicts} has verdicts on claims that are not on {sheet}: {', '.join(sorted(unknown))}.")
    for name, verdict in given.items():
        known[name].verdicts[reader] = verdict
    folder.mkdir(exist_ok=True)
    _write(path, (row for row in known.values() if row.verdicts))
    return len(given), [k.id for k in keys if k.id not in given]


def judged_rounds(folder: Path = JUDGED) -> set[int]:
    """The rounds that were read."""
    return {int(path.stem.removeprefix("round")) for path in folder.glob("round*.jsonl")}


@dataclass(frozen=True, slots=True)
class Read:
    """A verdict on a claim that the extractor still finds, grouped by article, and the round it was read in."""

    example: Example
    round: int
    strict: bool


def judged_examples(rounds: Iterable[int], folder: Path = JUDGED, *, without: Iterable[int] = ()) -> list[Read]:
    """The verdicts on claims that the extractor still finds, with the features of weaker parses among the others.

    What is read in `without` is left out with its articles, since rounds were drawn with several seeds, so that an
    article can be in several."""
    rows = [row for number in rounds for row in _read(folder / f"round{number}.jsonl")]
    kept = {row.article for number in without for row in _read(folder / f"round{number}.jsonl")}
    verdicts: dict[str, list[tuple[str, int, bool]]] = {}
    for row in rows:
        given = ((kind, row.round, reader in STRICT) for reader, (kind, _) in row.verdicts.items())
        verdicts.setdefault(row.id, []).extend(given)
    wanted = {row.article for row in rows} - kept
    chosen = {article.text_hash: article for article in _all_articles() if article.text_hash in wanted}
    found = list[Read]()
    for group, extraction in enumerate(Extractor(careful=True).extract_all(list(chosen.values()))):
        for claim in extraction.claims:
            features = tuple(name for name, _ in claim.features)
            for kind, number, strict in verdicts.get(key(extraction, claim, 0, "").id, ()):
                found.append(Read(Example(group, features, kind == "right"), number, strict))
    return found


def _all_articles() -> Iterator[Article]:
    yield from articles_in((*FOLDERS, LATER_FOLDER, ATTRIBUTED, *DATED, WIKINEWS))
    yield from _pages(1, parts=1)


# --- The table ---


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Agreement of two readers beyond chance (Cohen 1960)."""
    raw = sum(a == b for a, b in pairs) / len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[kind] * second[kind] for kind in CLASSES) / len(pairs) ** 2
    return 1.0 if chance == 1 else (raw - chance) / (1 - chance)


def figures(rows: Sequence[Judged]) -> list[str]:
    """The cells of a line of the table."""
    every = [(row, kind, wrong) for row in rows for kind, wrong in row.verdicts.values()]
    sourced = [wrong for row, _, wrong in every if row.attributed]
    pronouns = [wrong for row, _, wrong in every if row.resolved]
    pairs = [tuple(kind for kind, _ in row.verdicts.values()) for row in rows if len(row.verdicts) == 2]
    predicted = np.array([row.confidence for row, _, _ in every])
    truth = np.array([float(kind == "right") for _, kind, _ in every])
    return [
        str(len(rows)),
        *(_share(kind == wanted for _, kind, _ in every) for wanted in CLASSES),
        _share(kind == "right" and not wrong for _, kind, wrong in every),
        _share("source" not in wrong for wrong in sourced),
        _share("pronoun" not in wrong for wrong in pronouns),
        _share(chain.from_iterable([n < row.resolved for n in range(row.pronouns)] for row in rows)),
        _share(a == b for a, b in pairs),
        f"{kappa(pairs):.2f}" if pairs else "-",  # type: ignore[arg-type]
        f"{ranking(predicted, truth):.3f}" if 0 < truth.sum() < len(truth) else "-",
        f"{calibration_error(equal_size(predicted, truth)):.3f}",
    ]


HEADINGS = (
    *("round", "claims", *CLASSES, "all right"),
    *("source", "pronouns", "resolved", "agreement", "kappa", "AUC", "ECE"),
)


def _share(hits: Iterable[bool]) -> str:
    found = list(hits)
    return f"{sum(found) / len(found):.1%}" if found else "-"


def table(folder: Path = JUDGED) -> Iterator[str]:
    """The table in Markdown: a line for each round and version of the program it was read in, and one for all."""
    rounds = sorted((_read(path) for path in folder.glob("round*.jsonl")), key=lambda rows: rows[0].round)
    yield f"| {' | '.join(HEADINGS)} |"
    yield "|" + "---|" * len(HEADINGS)
    for rows in rounds:
        for version in dict.fromkeys(row.version for row in rows):
            name = str(rows[0].round) if version == rows[0].version else f"{rows[0].round} again, {version}"
            yield f"| {' | '.join([name, *figures([row for row in rows if row.version == version])])} |"
    if len(rounds) > 1:
        yield f"| {' | '.join(['all', *figures(list(chain.from_iterable(rounds)))])} |"


def kept(folder: Path = JUDGED, rounds: Iterable[int] = FRESH) -> Iterator[str]:
    """The table in Markdown: a line for each round and bound of confidence, of the version that was read last."""
    yield "| round | confidence at least | kept | right | empty | wrong | all right |"
    yield "|---|---|---|---|---|---|---|"
    for number in sorted(judged_rounds(folder) & set(rounds)):
        rows = _read(folder / f"round{number}.jsonl")
        last = [row for row in rows if row.version == rows[-1].version]
        every = [(row.confidence, *verdict) for row in last for verdict in row.verdicts.values()]
        for bound in BOUNDS:
            sure = [(kind, wrong) for confidence, kind, wrong in every if confidence >= bound]
            shares = (
                _share(confidence >= bound for confidence, _, _ in every),
                *(_share(kind == wanted for kind, _ in sure) for wanted in CLASSES),
                _share(kind == "right" and not wrong for kind, wrong in sure),
            )
            yield f"| {number} | {bound:.2f} | {' | '.join(shares)} |"


# --- Recall ---


@dataclass(frozen=True, slots=True)
class Fact:
    """What a claim should say, by the places of the words that carry it; `objects` may be empty."""

    half: int
    article: str  # the hash of its text
    subject: Span
    predicate: Span
    objects: Spans


def is_said(fact: Fact, claim: Claim, *, further: bool) -> bool:
    """Whether a claim states a fact; `further` lets the object stand in a further argument."""
    shown = claim.object.spans if claim.object else ()
    rest = tuple(span for q in claim.qualifiers for span in q.spans) if further else ()
    predicate = (*claim.relation.spans, *shown, claim.predicate)
    return (
        _held(fact.subject, claim.subject.spans)
        and _held(fact.predicate, predicate)
        and all(_held(word, (*shown, *claim.relation.spans, *rest)) for word in fact.objects)
    )


def _held(word: Span, spans: Spans) -> bool:
    return any(start <= word[0] and word[1] <= end for start, end in spans)


def recall(folder: Path = JUDGED, least: float = 0.0) -> Iterator[str]:
    """The table in Markdown: the share of facts found, for each half of the sentences, by claims `least` as sure."""
    lines = (folder / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    facts = [Fact(**json.loads(line)) for line in lines]
    sources = (a for part in PARTS_OF_FACTS for a in articles_in((LATER_FOLDER,), part, ALL_PARTS))
    wanted = {fact.article for fact in facts}
    chosen = {article.text_hash: article for article in sources if article.text_hash in wanted}
    read_ones = Extractor().extract_all(list(chosen.values()))
    found = {e.article.text_hash: [c for c in e.claims if c.confidence >= least] for e in read_ones}
    yield "| half | facts | as shown | with further arguments |"
    yield "|---|---|---|---|"
    for half in (1, 2):
        rows = [fact for fact in facts if fact.half == half and fact.article in found]
        shares = (
            _share(any(is_said(f, c, further=more) for c in found[f.article]) for f in rows) for more in (False, True)
        )
        yield f"| {half} | {len(rows)} | {' | '.join(shares)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("sample", help="write the sheet of a round")
    draw.add_argument("sheet", type=Path)
    draw.add_argument("--round", type=int, required=True, choices=range(1, FRESH[-1] + 1))
    draw.add_argument("--seed", type=int, default=SEED)
    add = commands.add_parser("verdicts", help="store a reader's verdicts")
    add.add_argument("sheet", type=Path)
    add.add_argument("verdicts", type=Path)
    add.add_argument("--reader", required=True)
    commands.add_parser("table", help="print the table")
    commands.add_parser("kept", help="print what bounds of confidence keep")
    facts = commands.add_parser("recall", help="print which facts are found")
    facts.add_argument("--least", type=float, default=0.0, help="by claims with at least this confidence")
    given = parser.parse_args()
    if given.command == "sample":
        print(sample(given.round, given.sheet, given.seed), "claims")
    elif given.command == "verdicts":
        count, missing = store(given.sheet, given.verdicts, given.reader)
        print(count, "verdicts;", "none for:", ", ".join(missing) or "-")
    elif given.command == "recall":
        print("\n".join(recall(least=given.least)))
    else:
        print("\n".join(kept() if given.command == "kept" else table()))


if __name__ == "__main__":
    main()
