"""Contradictions and changes kept in line with the statements that they are of."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from db.events import similar_articles
from db.events.occurrence_reading import read_alone, read_occurrences
from db.events.occurrences import Occurrence
from db.events.paraphrases import counts_another, dates_another, says_opposite
from db.events.participants import is_nation
from db.events.similar_articles import Likeness
from db.keys import content_key
from db.sqlite import Connection
from db.statements import bare_denials
from db.statements.accusations import DENIED_DOING
from db.statements.called_false import is_called_false
from db.statements.comparison import Finding, Kind, Position, View, position
from db.statements.kinds import QUESTIONS, find_kinds, judge
from db.statements.ledger import UNDATED, FirstOf, standing
from db.statements.own_words import those_by_own_words
from extract.english.forms import Amount, Course

_QUESTIONS = """
SELECT 'bucket ' || bucket FROM statements WHERE id IN (SELECT value FROM json_each(:ids))
UNION SELECT 'contest ' || contest FROM statements
  WHERE id IN (SELECT value FROM json_each(:ids)) AND contest IS NOT NULL
UNION SELECT 'scale ' || scale FROM statements WHERE id IN (SELECT value FROM json_each(:ids)) AND scale IS NOT NULL
UNION SELECT 'theme ' || theme FROM statements WHERE id IN (SELECT value FROM json_each(:ids)) AND theme IS NOT NULL
UNION SELECT 'dispute ' || dispute FROM statements
  WHERE id IN (SELECT value FROM json_each(:ids)) AND dispute IS NOT NULL
"""
_VIEWS = """
SELECT f.id, f.key, f.relation_normal, f.subject_normal, f.course, f.low, f.high, f.unit, f.exact, f.amount,
  f.whereabouts, f.since, f.until, f.bucket, f.contest_rule, f.scale_end, f.scale_rule,
  f.dispute_side, f.dispute_whom, f.dispute_about,
  s.mark, s.first, s.last, s.claim, s.seen, s.attributed, k.value
FROM json_each(:keys) AS k CROSS JOIN statements AS f ON f.{column} = k.value
CROSS JOIN statement_sides AS s ON s.statement = f.id WHERE f.claims > 0
"""


class FindingRow(NamedTuple):
    """A finding as its row has it."""

    key: str
    kind: str
    rule: str
    why: str
    left_claim: int
    right_claim: int
    left_statement: int
    right_statement: int
    at: str
    question: str
    between_sources: int


_COLUMNS = 'key, kind, rule, why, left_claim, right_claim, left_statement, right_statement, "at", question'
_INSERT = {
    "contradictions": f"INSERT INTO contradictions ({_COLUMNS}, between_sources) "  # noqa: S608
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "changes": f"INSERT INTO changes ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
}
_UPDATE = {
    "contradictions": "UPDATE contradictions SET rule = ?, why = ?, left_claim = ?, right_claim = ?, "
    'left_statement = ?, right_statement = ?, "at" = ?, between_sources = ? WHERE key = ?',
    "changes": "UPDATE changes SET rule = ?, why = ?, left_claim = ?, right_claim = ?, left_statement = ?, "
    'right_statement = ?, "at" = ? WHERE key = ?',
}


def questions(connection: Connection, statements: Iterable[int]) -> set[str]:
    """The questions that these statements are answers to."""
    rows = connection.execute(_QUESTIONS, {"ids": json.dumps(sorted(statements))})
    return {question for (question,) in rows}


_UNNAMED = """
SELECT DISTINCT k.value FROM json_each(?) AS k CROSS JOIN statements AS f INDEXED BY statements_theme_unnamed
ON f.theme = k.value WHERE f.subject_normal = '' AND f.claims > 0
"""


def settle(connection: Connection, asked: Iterable[str]) -> set[int]:
    """Judges these questions anew. Returns the statements whose findings changed."""
    asked = set(asked)
    rows: list[FindingRow] = []
    compared: dict[str, list[View]] = {}
    for question, views in _views(connection, asked):
        of_question = list(_rows(question, views))
        rows += of_question
        if any(row.rule in _DIRECTLY for row in of_question):
            compared[question] = views
    kinds = find_kinds()
    rows = _in_one_country(connection, _directly(connection, rows, compared))
    idle = _of_one_voice(connection, [row for row in rows if not kinds[row.kind].is_change])
    idle |= _unanswered(connection, [row for row in rows if kinds[row.kind].of_acts and row.key not in idle])
    found = {row.key: row for row in rows if row.key not in idle}
    changed: set[int] = set()
    for table in ("contradictions", "changes"):
        of_table = {k: v for k, v in found.items() if kinds[v.kind].is_change is (table == "changes")}
        changed |= _store(connection, table, asked, of_table)
    return changed


def _unanswered(connection: Connection, rows: Sequence[FindingRow]) -> set[str]:
    """The keys of accusations that a bare denial does not answer."""
    if not rows:
        return set()
    pairs = [(row.key, row.left_statement, row.right_claim, row.right_statement) for row in rows]
    return bare_denials.unanswered(connection, pairs)


#: Sentences so near each other are one train of thought.
BESIDE = 3
_VOICES = """
SELECT c.id, c.article, s.position, c.attributed_to, (SELECT canonical FROM entities WHERE id = c.source_who),
  c.relation || ' ' || COALESCE(c.qualifiers, ''), c.subject, (SELECT canonical FROM entities WHERE id = c.subject_who)
FROM json_each(?) AS k CROSS JOIN claims AS c ON c.id = k.value JOIN sentences AS s ON s.id = c.sentence
"""


class _Voice(NamedTuple):
    """Who makes a claim, in which sentence of which article, and its relation and qualifiers."""

    article: int
    sentence: int
    source: str | None
    who: str | None
    how: str


def _of_one_voice(connection: Connection, rows: Sequence[FindingRow]) -> set[str]:
    """The keys of those between parts of one sentence ("23 held by Democrats, seven by Republicans"), or between what
    one speaker says in one article: who corrects himself there says that both were so, or is read wrongly. In sentences
    near each other ("One party will tax ... One party won't tax"), two who are named must differ."""
    sides = {row.key: (row.left_claim, row.right_claim) for row in rows}
    claims = sorted({claim for both in sides.values() for claim in both})
    voices = {claim: _voice(*voice) for claim, *voice in connection.execute(_VOICES, (json.dumps(claims),))}
    kinds = find_kinds()
    return {
        row.key
        for row in rows
        if row.left_claim != row.right_claim and _is_idle(kinds[row.kind], *(voices[one] for one in sides[row.key]))
    }


def _voice(article: int, sentence: int, source: str | None, who: str | None, how: str, *subject: str | None) -> _Voice:
    """ "Regulators denied blocking the deal": that they did not block it is what they say."""
    if source is None and DENIED_DOING.match(how.lower()):
        source, who = subject
    return _Voice(article, sentence, source, who, how)


_LED = """
SELECT k.value FROM json_each(?) AS k CROSS JOIN paraphrases AS p ON p.claim = k.value WHERE p.leads = 0
"""
_OF_SIDE = """
SELECT m.statement, m.mark, c.id, c.article FROM json_each(?) AS k
CROSS JOIN statement_marks AS m ON m.statement = k.value AND m.mark IN ('yes', 'no')
CROSS JOIN claims AS c ON c.id = m.claim
"""
#: The test that two claims must pass, and the side of its statement that each is on, by the rule that found them.
_DIRECTLY = {
    "two numbers at one time": (counts_another, ("yes", "yes")),
    "figure changed": (counts_another, ("yes", "yes")),
    "said and denied": (says_opposite, ("yes", "no")),
    "two times of one event": (dates_another, ("yes", "yes")),
}


def _directly(
    connection: Connection, rows: Sequence[FindingRow], views: Mapping[str, Sequence[View]]
) -> list[FindingRow]:
    """Contradictions between claims that count where others do because they say the same in other words ("killed ten
    people", "killed many"): two of the statements' claims must contradict each other by themselves, and stand for
    them. Those that count there by their own words do, if they are found to without the others. `views` are those of
    the questions that the rows answer."""
    claims = sorted({claim for row in rows for claim in (row.left_claim, row.right_claim)})
    led = {claim for (claim,) in connection.execute(_LED, (json.dumps(claims),))}
    asked = {row.key: row for row in rows if row.rule in _DIRECTLY and led & {row.left_claim, row.right_claim}}
    alone = _alone(connection, asked.values(), views)
    asked = {key: row for key, row in asked.items() if key not in alone}
    statements = sorted({number for row in asked.values() for number in (row.left_statement, row.right_statement)})
    told = connection.execute(_OF_SIDE, (json.dumps(statements),)).fetchall() if asked else []
    articles = {row[3] for row in told}
    similar = similar_articles.pairs(connection, articles, Likeness.CLOSE)
    alike = {article for article, _ in similar}
    sayings = {row[2] for row in told}
    read = {one.claim: one for one in read_occurrences(connection, alike, claims=sayings)} if alike else {}
    sides: dict[tuple[int, str], list[Occurrence]] = {}
    for statement, mark, claim, *_ in told:
        if claim in read:
            sides.setdefault((statement, mark), []).append(read[claim])

    def pair(row: FindingRow) -> FindingRow | None:
        contradict, marks = _DIRECTLY[row.rule]
        left, right = (
            sorted(sides.get((statement, mark), ()), key=lambda one: (one.published, one.article_key, one.key))
            for statement, mark in zip((row.left_statement, row.right_statement), marks, strict=True)
        )
        both = ((one, other) for one in left for other in right if (one.article, other.article) in similar)
        direct = [two for two in both if contradict(*two)]
        found = min(direct, key=lambda two: sum(not one.patient for one in two), default=None)  # the fullest, the first
        return row._replace(left_claim=found[0].claim, right_claim=found[1].claim) if found else None

    return [kept for row in rows if (kept := pair(row) if row.key in asked else alone.get(row.key, row))]


_ARTICLES = """
SELECT c.id, c.article FROM json_each(?) AS k CROSS JOIN claims AS c ON c.id = k.value
"""
_COUNTRIES = """
SELECT DISTINCT k.value, '=' || e.country FROM json_each(?) AS k CROSS JOIN mentions AS m ON m.article = k.value
CROSS JOIN entities AS e ON e.id = m.who WHERE e.country IS NOT NULL
"""


def _in_one_country(connection: Connection, rows: Sequence[FindingRow]) -> list[FindingRow]:
    """Without numbers of which one is of a country that the article of the other never names: an article on a quake
    here tells of one in China."""
    claims = {claim for row in rows if row.rule in _DIRECTLY for claim in (row.left_claim, row.right_claim)}
    if not claims:
        return list(rows)
    of_claim = dict(connection.execute(_ARTICLES, (json.dumps(sorted(claims)),)))
    articles = sorted(set(of_claim.values()))
    named: dict[int, set[str]] = {article: set() for article in articles}
    for article, country in connection.execute(_COUNTRIES, (json.dumps(articles),)):
        named[article].add(country)
    own = {one.claim: set(filter(is_nation, one.participants)) for one in read_alone(connection, claims)}

    def is_far(claim: int, other: int) -> bool:
        others = named[of_claim[other]]
        return bool(own.get(claim) and others and own[claim].isdisjoint(others))

    return [
        row
        for row in rows
        if row.rule not in _DIRECTLY
        or not (is_far(row.left_claim, row.right_claim) or is_far(row.right_claim, row.left_claim))
    ]


_MARKS = """
SELECT m.statement, m.mark, m."at", m.rank, m.claim, m.seen, m.attributed,
  EXISTS (SELECT 1 FROM paraphrases AS p WHERE p.claim = m.claim AND p.leads = 0)
FROM json_each(?) AS k CROSS JOIN statement_marks AS m ON m.statement = k.value
"""


def _alone(
    connection: Connection, rows: Collection[FindingRow], views: Mapping[str, Sequence[View]]
) -> dict[str, FindingRow]:
    """Those of these rows, by key, that are found without the claims that are there only because they say the same as
    others; as they are found then."""
    keys = {row.key for row in rows}
    of_question: dict[str, set[int]] = {}
    for row in rows:
        of_question.setdefault(row.question, set()).update((row.left_statement, row.right_statement))
    statements = sorted({statement for those in of_question.values() for statement in those})
    sides = _own_sides(connection, statements) if statements else {}
    return {
        row.key: row
        for question, those in of_question.items()
        for row in _rows(question, [replace(v, marks=sides.get(v.id, {})) for v in views[question] if v.id in those])
        if row.key in keys
    }


def _own_sides(connection: Connection, statements: Sequence[int]) -> dict[int, dict[str, Position]]:
    """The sides of statements, by the claims that repeat no other; where all do, by those whose own words count there:
    "the disaster killed 27 people", which says the same as "killed at least 11" but for the number."""
    own: dict[tuple[int, str], list[FirstOf]] = {}
    led: dict[tuple[int, str], list[FirstOf]] = {}
    for statement, mark, at, *first, is_led in connection.execute(_MARKS, (json.dumps(statements),)):
        side = FirstOf._make((at, *first, "" if at == UNDATED else at))
        (led if is_led else own).setdefault((statement, mark), []).append(side)
    repeated = {place: its for place, its in led.items() if place not in own}
    there = those_by_own_words(connection, {side.claim for its in repeated.values() for side in its})
    for place, its in repeated.items():
        own[place] = [side for side in its if side.claim in there]
    found: dict[int, dict[str, Position]] = {}
    for (statement, mark), its in own.items():
        if its:
            found.setdefault(statement, {})[mark] = _first(its)
    return found


def _first(sides: Collection[FirstOf]) -> Position:
    """The side that these take together."""
    first, last = min(sides), max(side.last for side in sides)
    return position(first.first, last, first.claim, first.seen, first.attributed)


def _is_idle(kind: Kind, one: _Voice, other: _Voice) -> bool:
    if kind.of_acts:  # they are of two who speak
        return one[:2] == other[:2]
    return _is_one(one, other, BESIDE if kind.name in _SAYING else 0)


#: Kinds that rhetoric plays with.
_SAYING = ("negation", "opposite")


def _is_short_for(one: str | None, other: str | None) -> bool:
    """Whether one source may be the other in fewer words: "officials", "Red Cross officials"."""
    short, long = sorted(((one or "").lower(), (other or "").lower()), key=len)
    return bool(short) and long.endswith(f" {short.removeprefix('the ')}")


def _is_one(one: _Voice, other: _Voice, near: int) -> bool:
    (article, sentence, source, who, how), (of_article, of_sentence, of_source, of_who, of_how) = one, other
    if source != of_source and is_called_false(of_how if source else how):  # "Marlow falsely claimed that it had burst"
        return False
    if article != of_article:
        return False
    is_same = source == of_source or (who is not None and who == of_who) or _is_short_for(source, of_source)
    is_beside = abs(sentence - of_sentence) <= near and not (source and of_source)
    return sentence == of_sentence or is_same or is_beside


def _views(connection: Connection, asked: set[str]) -> Iterator[tuple[str, list[View]]]:
    for column in QUESTIONS:
        keys = [q.partition(" ")[2] for q in sorted(asked) if q.startswith(f"{column} ")]
        if column == "theme":  # only what names nobody who did it is judged there
            keys = [key for (key,) in connection.execute(_UNNAMED, (json.dumps(keys),))]
        if not keys:
            continue
        views: dict[str, dict[int, View]] = {key: {} for key in keys}
        for row in connection.execute(_VIEWS.format(column=column), {"keys": json.dumps(keys)}):
            of_key = views[row[-1]]
            view = of_key.get(row[0])
            if view is None:
                view = of_key[row[0]] = _view(row)
            view.marks[row[20]] = position(*row[21:26])
        yield from ((f"{column} {key}", list(of_key.values())) for key, of_key in views.items())


def _view(row: tuple[Any, ...]) -> View:
    low, high, unit, exact, text, where, since, until, bucket, rule, end, how, side, whom, about = row[5:20]
    amount = Amount(low, high, unit, not exact) if text is not None else None
    number, key, relation, agent, course = row[:5]
    return View(
        number,
        key,
        relation,
        agent,
        Course(course),
        amount,
        where,
        since,
        until,
        bucket,
        rule,
        end,
        how,
        {},
        side,
        whom or "",
        frozenset((about or "").split()),
    )


def _rows(question: str, views: list[View]) -> Iterator[FindingRow]:
    for f in judge(question, views):
        own = f.why if f.kind.repeats else ""
        letter = "g" if f.kind.is_change else "x"
        key = content_key(letter, question, f.kind.name, f.rule, f.left.key, f.right.key, own)
        yield FindingRow(
            key, f.kind.name, f.rule, f.why, f.left_claim, f.right_claim, f.left.id, f.right.id, f.at, question,
            int(_is_between_sources(f)),
        )  # fmt: skip


def _is_between_sources(finding: Finding) -> bool:
    """Whether both claims are somebody's, and neither is the article's own."""
    sides = ((finding.left, finding.left_claim), (finding.right, finding.right_claim))
    if finding.kind.of_acts:
        return True
    return all(side.attributed for view, claim in sides for side in view.marks.values() if side.claim == claim)


def _store(connection: Connection, table: str, asked: set[str], found: dict[str, FindingRow]) -> set[int]:
    """Inserts, updates and deletes rows so that those of the questions are what was found; statuses stay."""
    query = (
        f"SELECT {_COLUMNS}{', between_sources' if table == 'contradictions' else ', 0'} FROM {table} "  # noqa: S608
        "WHERE question IN (SELECT value FROM json_each(?))"
    )
    before = {row[0]: FindingRow(*row) for row in connection.execute(query, (json.dumps(sorted(asked)),))}
    if table == "changes":
        found = {key: row._replace(between_sources=0) for key, row in found.items()}
    gone = [row for key, row in before.items() if key not in found]
    new = [row for key, row in sorted(found.items()) if key not in before]
    other = [row for key, row in sorted(found.items()) if key in before and row != before[key]]
    connection.executemany(f"DELETE FROM {table} WHERE key = ?", [(row.key,) for row in gone])  # noqa: S608
    connection.executemany(_INSERT[table], [row if table == "contradictions" else row[:-1] for row in new])
    if table == "contradictions":
        connection.executemany(_STATUS, [(row.key,) for row in new])
    for row in other:
        values = (
            row.rule,
            row.why,
            *row[4:9],
            *([row.between_sources] if table == "contradictions" else []),
            row.key,
        )
        connection.execute(_UPDATE[table], values)
    return {statement for row in (*gone, *new, *other) for statement in (row.left_statement, row.right_statement)}


_STATUS = """
UPDATE contradictions SET status = COALESCE((SELECT status FROM contradiction_reviews AS r
  WHERE r.contradiction = contradictions.key ORDER BY r.id DESC LIMIT 1), 'open')
WHERE key = ?
"""
#: What a statement is, at a glance. What superseded it is the earliest change that leads away from it.
_NOW = """
SELECT f.id, f.standing, f.superseded_by, f.superseded_why, f.asserted, f.reported, f.denied, f.planned,
  (SELECT g.id FROM changes AS g WHERE g.left_statement = f.id AND g.right_statement <> f.id
   ORDER BY g."at", g.key LIMIT 1),
  EXISTS (SELECT 1 FROM changes WHERE left_statement = f.id AND right_statement = f.id AND kind = 'ended'),
  EXISTS (SELECT 1 FROM contradictions WHERE left_statement = f.id
    AND kind NOT IN (SELECT value FROM json_each(:acts)))
  OR EXISTS (SELECT 1 FROM contradictions WHERE right_statement = f.id
    AND kind NOT IN (SELECT value FROM json_each(:acts)))
FROM json_each(:ids) AS k CROSS JOIN statements AS f ON f.id = k.value
"""


def settle_standings(connection: Connection, statements: Iterable[int]) -> None:
    """Brings `standing` and `superseded_by` of these statements in line with their counts and findings."""
    acts = json.dumps([name for name, kind in find_kinds().items() if kind.of_acts])
    for row in connection.execute(_NOW, {"ids": json.dumps(sorted(statements)), "acts": acts}).fetchall():
        statement, before, change, ended, disputed = row[0], row[1:4], row[8], row[9], row[10]
        after: tuple[str, int | None, str | None]
        if change is not None:
            after = ("superseded", *connection.execute(_NEXT, (change,)).fetchone())
        else:
            plain = standing(dict(zip(("asserted", "reported", "denied", "planned"), row[4:8], strict=True)))
            after = ("superseded" if ended else "disputed" if disputed else plain, None, None)
        if after != before:
            query = "UPDATE statements SET standing = ?, superseded_by = ?, superseded_why = ? WHERE id = ?"
            connection.execute(query, (*after, statement))


_NEXT = "SELECT right_statement, kind || ': ' || why FROM changes WHERE id = ?"
