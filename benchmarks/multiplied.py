"""A database with all that its articles hold several times over: in a minute as large as it would be after hours.

Each copy of an article, claim or statement has a key and a row of its own, in the same words. Names stay one each, and
are met so many times as often. What only ingest reads (sketches, fingerprints) is not copied.
"""

from __future__ import annotations

import json
import time
from hashlib import sha256
from pathlib import Path

from db import claim_columns
from db.connection import writer
from db.sqlite import Connection

#: Tables that are copied, with columns that refer to others of them without a declared foreign key.
_TABLES: dict[str, dict[str, str]] = {
    "articles": {}, "blocks": {}, "sentences": {}, "statements": {"best": "claims"}, "claims": {}, "qualifiers": {},
    "quantities": {}, "attributions": {}, "mentions": {}, "statement_profiles": {},
    "statement_claims": {"article": "articles"}, "statement_counts": {},
    "statement_marks": {"statement": "statements"}, "statement_sides": {"statement": "statements", "claim": "claims"},
    "contradictions": {}, "changes": {}, "article_topics": {},
    "similar_articles": {"article": "articles", "other": "articles"},
}  # fmt: skip
#: Columns that hold keys of what is copied. Each copy has another key of the same length. (With the questions of others
#: its statements would contradict those of all copies, and the next decision about one would find that out.)
_KEYS = frozenset(("key", "copy_cluster", "event", "bucket", "contest", "scale", "theme", "dispute", "question"))
#: Nobody has decided about the copies.
_UNTOUCHED = {("claims", "status"): "'unreviewed'", ("claims", "version"): "0"}
#: Made again at the end: an index of so many rows is sorted once, and a log would be as large as the database.
_ASIDE = """
SELECT type, name, sql FROM sqlite_master
WHERE type IN ('index', 'trigger') AND sql NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))
"""
_FULL_TEXT = ("claims_fts", "sentences_fts")


def multiply(path: Path, times: int) -> None:
    """Makes the claims of a database so many times as many."""
    began = time.process_time()
    connection = writer(path, create=False)
    connection.create_function("other_key", 2, _other_key, deterministic=True)
    for setting in ("foreign_keys = OFF", "journal_mode = OFF", "synchronous = OFF", "cache_size = -2000000"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN IMMEDIATE")
    aside = connection.execute(_ASIDE, (json.dumps(list(_TABLES)),)).fetchall()
    for kind, name, _ in aside:
        connection.execute(f"DROP {kind} {name}")
    ends = {table: _end(connection, table) for table in _TABLES}
    for table in _TABLES:
        for copy in range(1, times):
            _copy(connection, table, copy, ends)
    for table, column in (("entities", "mentions"), ("entities", "articles"), ("aliases", "mentions")):
        connection.execute(f"UPDATE {table} SET {column} = {column} * ?", (times,))
    for *_, statement in aside:
        connection.execute(statement)
    claim_columns.count(connection)
    for table in _FULL_TEXT:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
    connection.execute("COMMIT")
    for statement in ("PRAGMA journal_mode = WAL", "PRAGMA analysis_limit = 400", "ANALYZE"):
        connection.execute(statement)
    connection.close()
    taken, size = time.process_time() - began, path.stat().st_size / 1e6
    print(f"{times} times as many in {taken:.1f} s of processor time, {size:.0f} MB", flush=True)


def _other_key(key: str | None, copy: int) -> str | None:
    kind, space, own = key.rpartition(" ") if key else ("", "", "")  # "scale q00525bf1554e5da7" is a question
    return key and kind + space + own[0] + sha256(f"{copy} {own}".encode()).hexdigest()[: len(own) - 1]


def _end(connection: Connection, table: str) -> int:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    return int(connection.execute(f"SELECT COALESCE(MAX(id), 0) FROM {table}").fetchone()[0]) if "id" in columns else 0


def _copy(connection: Connection, table: str, copy: int, ends: dict[str, int]) -> None:
    targets = {row[3]: row[2] for row in connection.execute(f"PRAGMA foreign_key_list({table})")} | _TABLES[table]
    targets = {column: target for column, target in targets.items() if target in _TABLES}
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = [_value(table, column, copy, targets, ends) for column in columns]
    first, end = ("id", ends[table]) if "id" in columns else next((c, ends[t]) for c, t in targets.items())
    names = ", ".join(f'"{column}"' for column in columns)
    query = f"INSERT INTO {table} ({names}) SELECT {', '.join(values)} FROM {table} WHERE {first} <= ?"
    connection.execute(query, (end,))


def _value(table: str, column: str, copy: int, targets: dict[str, str], ends: dict[str, int]) -> str:
    if column == "id":
        return f"id + {copy * ends[table]}"
    if column in targets:
        return f'"{column}" + {copy * ends[targets[column]]}'
    if (table, column) in _UNTOUCHED:
        return _UNTOUCHED[table, column]
    if column in _KEYS:
        return f"other_key({column}, {copy})"
    return f"source || ' {copy}'" if (table, column) == ("articles", "source") else f'"{column}"'
