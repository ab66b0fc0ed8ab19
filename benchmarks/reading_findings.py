"""How many contradictions and changes a reader would sign: those that a database shows, read one by one.

    python -m benchmarks.reading_findings sheet DB SHEET.txt    # those that nobody has read yet, with their sentences
    python -m benchmarks.reading_findings verdicts SHEET.txt VERDICTS.txt --set basil
    python -m benchmarks.reading_findings table [DB]
    python -m benchmarks.reading_findings figures DB

A reader writes a line for each: ID VERDICT [why], where VERDICT is right or wrong. `verdicts` keeps them in
tests/judged/findings.jsonl by the hash of each article's text and the place of each claim's predicate, without a word
of the text. `table` counts all verdicts by set and kind; with a database, what it shows now: right, wrong and not read.

tests/judged/joined.jsonl holds what six readers said of statements and events of two or more outlets, each by the
places of its claims. `table` counts these, too; with a database, how many of those that both found right, or one wrong,
are joined as they were, among the claims that are still found.

tests/judged/figures.jsonl holds numbers and days that a reader found to differ between outlets on one occurrence,
written down before what a database shows was read: of each value the places where articles give it. "differs" is false
where both may be true, or one is the other more roundly ("over 60", "63"). Rules may be made from half 1. `figures`
counts those of which a database shows two values side by side: in a series of `extract event figures`, in a
contradiction or in a change.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from db.connection import snapshot
from db.events.event_figures import Course
from db.events.event_figures import figures as event_figures
from db.sqlite import Connection
from extract.errors import UsageError

JUDGED = Path(__file__).resolve().parent.parent / "tests" / "judged" / "findings.jsonl"
JOINED = JUDGED.with_name("joined.jsonl")
FIGURES = JUDGED.with_name("figures.jsonl")
VERDICTS = ("right", "wrong")
_FOUND = """
SELECT {table}, x.kind, x.why, x."at", a.text_hash, l.predicate_start, l.predicate_end, b.text_hash, r.predicate_start,
  r.predicate_end, l.claim, r.claim, COALESCE(a.outlet, a.source), COALESCE(b.outlet, b.source), l.attributed_to,
  r.attributed_to, SUBSTR(a.text, s.start + 1, s."end" - s.start), SUBSTR(b.text, t.start + 1, t."end" - t.start)
FROM {name} AS x JOIN claims AS l ON l.id = x.left_claim JOIN claims AS r ON r.id = x.right_claim
JOIN articles AS a ON a.id = l.article JOIN articles AS b ON b.id = r.article
JOIN sentences AS s ON s.id = l.sentence JOIN sentences AS t ON t.id = r.sentence ORDER BY x.kind, x.key
"""
_KEYS = """
SELECT a.text_hash, c.predicate_start, c.predicate_end, c.statement, c.event
FROM claims AS c JOIN articles AS a ON a.id = c.article WHERE c.current = 1
"""
_SPANS = """
SELECT c.key, a.text_hash, s.value
FROM claims AS c JOIN articles AS a ON a.id = c.article,
  json_each(json_array(json(c.subject_spans), json(c.relation_spans), json(c.object_spans), json(c.time_spans))) AS s
WHERE s.type = 'array' AND c.current = 1
UNION ALL
SELECT c.key, a.text_hash, q.spans
FROM qualifiers AS q JOIN claims AS c ON c.id = q.claim JOIN articles AS a ON a.id = c.article WHERE c.current = 1
"""
_LINKED = """
SELECT l.key, r.key FROM {name} AS x JOIN claims AS l ON l.id = x.left_claim JOIN claims AS r ON r.id = x.right_claim
"""
#: A claim's place: the hash of its article's text, and the first and last code point of its predicate.
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction or change as a database shows it: of which table and kind, where its claims stand, in words."""

    table: str
    kind: str
    left: Place
    right: Place
    words: str = ""

    @property
    def id(self) -> str:
        """The same wherever the claims are found again, whichever comes first."""
        return sha256(json.dumps([self.kind, *sorted((self.left, self.right))]).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader says of a finding."""

    id: str
    set: str  # which articles these are
    table: str
    kind: str
    left: Place
    right: Place
    verdict: str


def found(connection: Connection) -> Iterator[Finding]:
    """The contradictions and changes of a database."""
    for name in ("contradictions", "changes"):
        for row in connection.execute(_FOUND.format(table=f"'{name}'", name=name)):
            table, kind, why, at, *rest = row
            left, right, words = tuple(rest[:3]), tuple(rest[3:6]), rest[6:]
            sides = "\n".join(_side(*words[n::2]) for n in (0, 1))
            yield Finding(table, kind, left, right, f"{kind}: {why} ({at})\n{sides}")


def _side(claim: str, outlet: str, source: str | None, sentence: str) -> str:
    return f"  {outlet} ({source or 'in its own voice'}): {claim}\n    {' '.join(sentence.split())}"


def read(path: Path = JUDGED) -> list[Verdict]:
    """The verdicts that are kept."""
    if not path.exists():
        return []
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Verdict(**{**row, "left": tuple(row["left"]), "right": tuple(row["right"])}) for row in rows]


def write_sheet(connection: Connection, sheet: Path, path: Path = JUDGED) -> int:
    """Writes what nobody has read yet, and beside it SHEET.txt.key; how many."""
    known = {one.id for one in read(path)}
    new = [one for one in found(connection) if one.id not in known]
    sheet.write_text("".join(f"{one.id} {one.words}\n\n" for one in new), encoding="utf-8")
    keys = {one.id: {**asdict(one), "words": ""} for one in new}
    _key(sheet).write_text(json.dumps(keys), encoding="utf-8")
    return len(new)


def _key(sheet: Path) -> Path:
    return sheet.with_name(sheet.name + ".key")


def store(sheet: Path, verdicts: Path, name: str, path: Path = JUDGED) -> int:
    """Keeps a reader's verdicts on a sheet; how many. Raises UsageError for a line that is none."""
    keys = json.loads(_key(sheet).read_text(encoding="utf-8"))
    kept = {one.id: one for one in read(path)}
    lines = [line.split() for line in verdicts.read_text(encoding="utf-8").splitlines() if line.strip()]
    for number, verdict, *_ in lines:
        if number not in keys or verdict not in VERDICTS:
            raise UsageError(f"{number} {verdict} is no verdict on this sheet.")
        row = {field: keys[number][field] for field in ("table", "kind", "left", "right")}
        kept[number] = Verdict(number, name, verdict=verdict, **row)
    ordered = sorted(kept.values(), key=lambda one: (one.set, one.table, one.kind, one.id))
    path.write_text("".join(json.dumps(asdict(one)) + "\n" for one in ordered), encoding="utf-8")
    return len(lines)


def table(path: Path = JUDGED) -> Iterator[str]:
    """How many of those that were read are right, by set, table and kind."""
    counts: Counter[tuple[str, str, str]] = Counter()
    right: Counter[tuple[str, str, str]] = Counter()
    for one in read(path):
        for row in ((one.set, one.table, one.kind), (one.set, one.table, "all")):
            counts[row] += 1
            right[row] += one.verdict == "right"
    yield from ("| set | what | kind | right | read |", "|---|---|---|---|---|")
    yield from (f"| {' | '.join(row)} | {right[row]} | {count} |" for row, count in sorted(counts.items()))


def shown(connection: Connection, path: Path = JUDGED) -> Iterator[str]:
    """How many of those that a database shows are right."""
    known = {one.id: one.verdict for one in read(path)}
    counts = Counter((one.table, known.get(one.id, "not read")) for one in found(connection))
    for name in ("contradictions", "changes"):
        right, wrong, unread = (counts[name, verdict] for verdict in (*VERDICTS, "not read"))
        yield f"{name} right: {right} of {right + wrong} ({unread} not read)"


def joined_table(path: Path = JOINED) -> Iterator[str]:
    """How many of the joined statements and events each reader found right."""
    counts: Counter[tuple[str, str, str]] = Counter()
    right: Counter[tuple[str, str, str]] = Counter()
    for one in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        for reader, verdict in one["verdicts"].items():
            row = one["set"], one["table"], reader
            counts[row] += 1
            right[row] += verdict == "right"
    yield from ("| set | what | reader | right | read |", "|---|---|---|---|---|")
    yield from (f"| {' | '.join(row)} | {right[row]} | {count} |" for row, count in sorted(counts.items()))


def still_joined(connection: Connection, path: Path = JOINED) -> Iterator[str]:
    """How many of those that were read are joined as they were in a database, by what their readers said. A place may
    have several claims: these are the same if one key of each is."""
    keys: defaultdict[Place, dict[str, set[str]]] = defaultdict(lambda: {"statements": set(), "events": set()})
    for *place, statement, event in connection.execute(_KEYS):
        keys[tuple(place)]["statements"].add(statement or "")
        keys[tuple(place)]["events"].add(event or "")
    counts: Counter[tuple[str, str]] = Counter()
    joined: Counter[tuple[str, str]] = Counter()
    for one in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        held = [keys[place][one["table"]] for place in map(tuple, one["places"]) if place in keys]
        if len(held) == len(one["places"]):
            row = one["table"], "wrong" if "wrong" in one["verdicts"].values() else "right"
            counts[row] += 1
            joined[row] += bool(set.intersection(*held) - {""})
    yield from (
        f"{what} that are {said}: {joined[what, said]} of {n} joined" for (what, said), n in sorted(counts.items())
    )


def caught(connection: Connection, path: Path = FIGURES) -> Iterator[str]:
    """How many of the differing figures that a reader listed a database shows side by side, by half."""
    claims: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for key, text, spans in connection.execute(_SPANS):
        claims[text].extend((start, end, key) for start, end in json.loads(spans))
    sides = [
        tuple(row) for name in ("contradictions", "changes") for row in connection.execute(_LINKED.format(name=name))
    ]
    side_by_side = {frozenset(two) for two in sides} | set(_in_one_series(connection))
    counts: Counter[tuple[int, bool]] = Counter()
    right: Counter[tuple[int, bool]] = Counter()
    for one in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        givers = [{key for place in value for key in _givers(claims, *place)} for value in one["values"]]
        row = one["half"], one["differs"]
        counts[row] += 1
        right[row] += any(frozenset((x, y)) in side_by_side for x in givers[0] for y in givers[1])
    for (half, differs), count in sorted(counts.items(), reverse=True):
        what = "differ" if differs else "may both be true"
        yield f"half {half}, figures that {what}: {right[half, differs]} of {count} side by side"


def _givers(claims: dict[str, list[tuple[int, int, str]]], text: str, start: int, end: int) -> Iterator[str]:
    """The claims that have the words of a place."""
    return (key for first, last, key in claims[text] if first < end and start < last)


def _in_one_series(connection: Connection) -> Iterator[frozenset[str]]:
    """The pairs of claims that `extract event figures` shows in one series."""
    series: list[str] = []
    for one in event_figures(connection):
        series = [] if one.course is Course.FIRST else series
        yield from (frozenset((one.claim, other)) for other in series)
        series.append(one.claim)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    sheet = commands.add_parser("sheet", help="write what nobody has read yet")
    sheet.add_argument("db", type=Path)
    sheet.add_argument("sheet", type=Path)
    add = commands.add_parser("verdicts", help="keep a reader's verdicts")
    add.add_argument("sheet", type=Path)
    add.add_argument("verdicts", type=Path)
    add.add_argument("--set", required=True, dest="name")
    count = commands.add_parser("table", help="count verdicts, or what a database shows")
    count.add_argument("db", type=Path, nargs="?")
    listed = commands.add_parser("figures", help="count the listed figures that a database shows side by side")
    listed.add_argument("db", type=Path)
    given = parser.parse_args()
    if given.command == "verdicts":
        print(store(given.sheet, given.verdicts, given.name), "verdicts")
    elif given.db is None:
        print("\n".join([*table(), "", *joined_table()]))
    else:
        with snapshot(given.db) as connection:
            if given.command == "sheet":
                print(write_sheet(connection, given.sheet), "to read")
            elif given.command == "figures":
                print("\n".join(caught(connection)))
            else:
                print("\n".join([*shown(connection), *still_joined(connection)]))


if __name__ == "__main__":
    main()
