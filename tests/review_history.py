"""What people do to the claims of a database, at random: every kind of decision, second readers, disputes, undos."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from random import Random

from db.reviews import deciding, log
from db.reviews.decisions import Correction, Reason, RefusedError, Seen, Status
from db.sqlite import Connection
from extract.model import Modality, Polarity, Span

PEOPLE = ("ada", "ben", "cleo")
_CLAIM = """
SELECT c.key, c.version, c.status, s.start, s."end", a.text, c.article FROM claims c
JOIN sentences s ON s.id = c.sentence JOIN articles a ON a.id = c.article
WHERE c.current = 1 ORDER BY c.key LIMIT 1 OFFSET ?
"""


def decide(connection: Connection, luck: Random, count: int) -> Counter[str]:
    """So many decisions, each in a transaction of its own as people make them; how many of each kind stand."""
    done: Counter[str] = Counter()
    while done.total() < count:
        kind = luck.choice(_KINDS)
        with suppress(RefusedError):
            connection.execute("BEGIN IMMEDIATE")
            try:
                kind(connection, luck)
                connection.execute("COMMIT")
                done[kind.__name__.strip("_")] += 1
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
    return done


def _some(connection: Connection, luck: Random) -> tuple[Seen, str, Span, str, int]:
    (claims,) = connection.execute("SELECT COUNT(*) FROM claims WHERE current = 1").fetchone()
    key, version, status, start, end, text, article = connection.execute(_CLAIM, (luck.randrange(claims),)).fetchone()
    return Seen(key, version), status, (start, end), text, article


def _words(luck: Random, text: str, sentence: Span) -> tuple[Span, ...]:
    """Some words of a sentence, one after the other."""
    at, found = sentence[0], []
    for word in text[slice(*sentence)].split():
        start = text.index(word, at)
        at = start + len(word)
        found.append((start, at))
    first = luck.randrange(len(found))
    last = min(len(found) - 1, first + luck.randrange(4))
    return ((found[first][0], found[last][1]),)


def _accept(connection: Connection, luck: Random) -> None:
    deciding.accept(connection, [_some(connection, luck)[0]], luck.choice(PEOPLE))


def _reject(connection: Connection, luck: Random) -> None:
    seen = {one.claim: one for one in (_some(connection, luck)[0] for _ in range(luck.randint(1, 3)))}
    deciding.reject(connection, seen.values(), luck.choice(PEOPLE), luck.choice(list(Reason)), "no")


def _edit_part(connection: Connection, luck: Random) -> None:
    seen, _, sentence, text, _ = _some(connection, luck)
    part = {luck.choice(("subject", "relation", "object", "place", "time")): _words(luck, text, sentence)}
    deciding.edit(connection, seen, Correction(**part), luck.choice(PEOPLE))


def _edit_marks(connection: Connection, luck: Random) -> None:
    seen, _, sentence, text, _ = _some(connection, luck)
    marks = Correction(
        polarity=luck.choice(list(Polarity)).value, modality=luck.choice(list(Modality)).value,
        source=luck.choice((None, (), _words(luck, text, sentence))), valid_from=luck.choice((None, "", "2024-05")),
        subject_who=luck.choice((None, "", *_entities(connection, luck))),
    )  # fmt: skip
    deciding.edit(connection, seen, marks, luck.choice(PEOPLE), "as it says")


def _entities(connection: Connection, luck: Random) -> list[str]:
    keys = [row[0] for row in connection.execute("SELECT key FROM entities ORDER BY key")]
    return [luck.choice(keys)] if keys else []


def _split(connection: Connection, luck: Random) -> None:
    seen, _, sentence, text, _ = _some(connection, luck)
    parts = [Correction(object=_words(luck, text, sentence)) for _ in range(2)]
    deciding.split(connection, seen, parts, luck.choice(PEOPLE))


def _add(connection: Connection, luck: Random) -> None:
    _, _, sentence, text, article = _some(connection, luck)
    subject, relation = _words(luck, text, sentence), _words(luck, text, sentence)
    deciding.add(connection, article, Correction(subject=subject, relation=relation), luck.choice(PEOPLE))


def _note(connection: Connection, luck: Random) -> None:
    deciding.note(connection, _some(connection, luck)[0], "look again", luck.choice(PEOPLE))


def _second(connection: Connection, luck: Random) -> None:
    """A second reader, of whatever was decided; half of the time another opinion."""
    row = connection.execute(
        "SELECT key FROM claims WHERE status IN ('accepted', 'edited', 'rejected') ORDER BY key LIMIT 1 OFFSET ?",
        (luck.randrange(30),),
    ).fetchone()
    if row is None:
        raise RefusedError("Nothing is decided yet.")
    deciding.opinion(connection, row[0], luck.choice((Status.ACCEPTED, Status.REJECTED)), luck.choice(PEOPLE))


def _settle(connection: Connection, luck: Random) -> None:
    row = connection.execute("SELECT key, version FROM claims WHERE status = 'disputed' ORDER BY key").fetchone()
    if row is None:
        raise RefusedError("Nothing is disputed.")
    deciding.settle(connection, Seen(*row), luck.choice((Status.ACCEPTED, Status.REJECTED)), "root")


def _undo(connection: Connection, luck: Random) -> None:
    (last,) = connection.execute("SELECT COALESCE(MAX(id), 0) FROM reviews").fetchone()
    deciding.undo(connection, luck.randint(max(1, last - 20), max(1, last)), luck.choice(PEOPLE))


_KINDS = (
    _accept, _accept, _reject, _reject, _edit_part, _edit_marks, _split, _add, _note, _second, _second, _settle, _undo,
    _undo,
)  # fmt: skip


def undo_all(connection: Connection, down_to: int = 0) -> None:
    """Takes back every entry above a number, newest first."""
    query = (
        "SELECT id FROM reviews r WHERE id > ? AND action <> 'undo' "
        "AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id) ORDER BY id DESC"
    )
    for (number,) in connection.execute(query, (down_to,)).fetchall():
        connection.execute("BEGIN IMMEDIATE")
        deciding.undo(connection, number, "root")
        connection.execute("COMMIT")


#: Row numbers: they differ wherever rows are written anew; what they point at is told in their place.
_NUMBERS = frozenset({"id", "sentence", "article", "run", "statement", "position"})
_STATE = """
SELECT c.*, a.key AS article_key, s.start AS sentence_start, f.key AS statement_key, r.model AS model,
  (SELECT json_group_array(q) FROM (SELECT json_array(role, text, spans, value) AS q FROM qualifiers
     WHERE claim = c.id ORDER BY position)) AS further,
  (SELECT json_group_array(q) FROM (SELECT json_array(text, spans, low, high, unit, approximate) AS q FROM quantities
     WHERE claim = c.id ORDER BY position)) AS amounts
FROM claims c JOIN articles a ON a.id = c.article JOIN sentences s ON s.id = c.sentence
JOIN runs r ON r.id = c.run LEFT JOIN statements f ON f.id = c.statement ORDER BY a.key, c.key
"""


def state(connection: Connection) -> dict[tuple[str, str], dict[str, object]]:
    """Every column of every claim, and what hangs on it, by article and key."""
    cursor = connection.execute(_STATE)
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor]
    whole = {(row["article_key"], row["key"]): {n: v for n, v in row.items() if n not in _NUMBERS} for row in rows}
    assert len(whole) == len(rows), "no claim is there twice"
    return whole


def log_as_it_is(connection: Connection) -> str:
    """The whole log in one text, to compare."""
    tables = ("SELECT * FROM reviews ORDER BY id", "SELECT * FROM review_items ORDER BY id")
    return json.dumps([connection.execute(table).fetchall() for table in tables])


def shown(connection: Connection) -> list[object]:
    """The histories of all reviewed claims, as a page lists them."""
    keys = connection.execute("SELECT DISTINCT claim FROM review_items ORDER BY claim").fetchall()
    return [log.history(connection, key) for (key,) in keys]
