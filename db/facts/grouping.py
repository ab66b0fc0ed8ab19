"""Profiles of a bucket to facts: which claims are one fact is settled anew wherever a profile comes or goes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from db.facts.amounts import Amount
from db.facts.keys import content_key
from db.facts.ledger import Entry, Ledger
from db.facts.occasions import PRECISE, Group, Profile, day, groups
from db.facts.statement import Content, Statement
from db.facts.vocabulary import Course
from db.sqlite import Connection

_PROFILES = """
SELECT bucket, id, since, until, seen, whereabouts, low, high, unit, exact, claims, fact FROM fact_profiles
WHERE bucket IN (SELECT value FROM json_each(?))
"""
_INSERT = """
INSERT INTO fact_profiles (bucket, since, until, seen, whereabouts, low, high, unit, exact, claims) VALUES
  (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FACT = """
INSERT INTO facts (key, subject_normal, relation_normal, object_normal, course, bucket, contest, contest_rule, scale,
  scale_end, scale_rule, theme, amount, low, high, unit, exact, whereabouts, since, until)
VALUES (:key, :agent, :relation, :patient, :course, :bucket, :contest, :contest_rule, :scale, :scale_end, :scale_rule,
  :theme, :amount, :low, :high, :unit, :exact, :where, :since, :until)
ON CONFLICT (key) DO UPDATE SET since = excluded.since, until = excluded.until RETURNING id
"""


@dataclass(slots=True)
class Held:
    """A row of `fact_profiles` and the profile it holds."""

    id: int
    profile: Profile
    claims: int
    fact: int | None


@dataclass(slots=True)
class Bucket:
    """A bucket's profiles, and a content that says what all of its claims say (their numbers and places differ)."""

    key: str
    held: dict[Profile, Held]
    content: Statement | None = None
    changed: bool = False


def timed(said: Statement) -> bool:
    """Whether time tells facts of this content apart: what may come again, and what is known by its story only."""
    course = said.content.course
    return course is Course.EVENT or (course is Course.ONCE and (said.loose or said.content.amount is not None))


def bucket_key(said: Statement) -> str:
    """The key of all that says the same of the same: a measure of a stated time is another than that of today."""
    content = said.content
    long = said.since and said.until and day(said.until) - day(said.since) >= PRECISE
    period = f"{said.since}/{said.until}" if long and content.course is Course.STATE and content.amount else ""
    rivals = [rival.question + rival.rule for rival in (said.contest, said.scale) if rival]
    return content_key(
        "b", content.base, content.course, "timed" if timed(said) else "whole", period, said.theme, *rivals
    )


def profile_of(said: Statement) -> Profile:
    """What tells a claim from others of its bucket."""
    content = said.content
    if not timed(said):
        return Profile(None, None, None, content.where, content.amount)
    seen = None if said.since else said.seen
    return Profile(said.since, said.until, seen, content.where, content.amount)


def load(connection: Connection, keys: Iterable[str]) -> dict[str, Bucket]:
    """Buckets by key, with their profiles."""
    found = {key: Bucket(key, {}) for key in keys}
    for key, number, since, until, seen, where, low, high, unit, exact, claims, fact in connection.execute(
        _PROFILES, (json.dumps(list(found)),)
    ):
        amount = None if unit is None else Amount(low, high, unit, bool(exact))
        profile = Profile(since, until, seen, where, amount)
        found[key].held[profile] = Held(number, profile, claims, fact)
    return found


def enter(connection: Connection, bucket: Bucket, said: Statement) -> Held:
    """Counts a claim in a bucket."""
    profile = profile_of(said)
    bucket.content = said
    held = bucket.held.get(profile)
    if held is None:
        amount = profile.amount or Amount(None, None, "")
        unit = amount.unit if profile.amount else None
        row = (bucket.key, *profile[:4], amount.low, amount.high, unit, int(amount.exact), 0)
        number = connection.execute(_INSERT, row).lastrowid
        assert number is not None
        held = bucket.held[profile] = Held(number, profile, 0, None)
        bucket.changed = True
    held.claims += 1
    return held


def leave(bucket: Bucket, number: int) -> None:
    """Counts a claim out; a profile without claims changes its bucket."""
    held = next(h for h in bucket.held.values() if h.id == number)
    held.claims -= 1
    bucket.changed |= held.claims == 0


def regroup(connection: Connection, bucket: Bucket, ledger: Ledger) -> None:
    """Gives each profile its fact, makes those that are new, and moves claims whose fact is another now."""
    connection.executemany(
        "UPDATE fact_profiles SET claims = ? WHERE id = ?", [(h.claims, h.id) for h in bucket.held.values()]
    )
    if not bucket.changed:
        return
    living = [h.profile for h in bucket.held.values() if h.claims]
    for group in groups(living):
        _settle(connection, bucket, group, ledger)
    gone = [(h.id,) for h in bucket.held.values() if not h.claims]
    connection.executemany("DELETE FROM fact_profiles WHERE id = ?", gone)


def _settle(connection: Connection, bucket: Bucket, group: Group, ledger: Ledger) -> None:
    key = content_key("f", bucket.key, group.time, group.amount, group.where)
    fact = _fact(connection, bucket, group, key)
    for profile in group.profiles:
        held = bucket.held[profile]
        if held.fact == fact:
            continue
        before, held.fact = held.fact, fact
        connection.execute("UPDATE fact_profiles SET fact = ? WHERE id = ?", (fact, held.id))
        if before is not None:
            entries = connection.execute("SELECT * FROM fact_claims WHERE profile = ? ORDER BY claim", (held.id,))
            ledger.move([Entry(*row) for row in entries.fetchall()], fact)


def _fact(connection: Connection, bucket: Bucket, group: Group, key: str) -> int:
    since, until = _span(group)
    row = connection.execute("SELECT id, since, until FROM facts WHERE key = ?", (key,)).fetchone()
    if row:
        if row[1:] != (since, until):
            connection.execute("UPDATE facts SET since = ?, until = ? WHERE id = ?", (since, until, row[0]))
        return int(row[0])
    amount = min((p.amount for p in group.profiles if p.amount), key=_exactness, default=None)
    values = _values(connection, bucket) | {
        "key": key, "bucket": bucket.key, "where": group.where, "since": since, "until": until,
        "amount": amount.text if amount else None, "unit": amount.unit if amount else None,
        "low": amount.low if amount else None, "high": amount.high if amount else None,
        "exact": int(amount.exact) if amount else 1,
    }  # fmt: skip
    (fact,) = connection.execute(_FACT, values).fetchone()
    return int(fact)


def _exactness(amount: Amount) -> tuple[float, tuple[float, float], str]:
    low, high = amount.reach()
    return high - low, (low, high), amount.text


def _span(group: Group) -> tuple[str | None, str | None]:
    """The time of an occasion, as its anchor has it."""
    if not group.time or group.time.startswith("~"):
        return None, None
    since, _, until = group.time.partition("/")
    ends = [p.until for p in group.profiles if p.since == since and p.until]
    return since, until or min(ends, default=since)


_CONTENT = (
    "SELECT subject_normal AS agent, relation_normal AS relation, object_normal AS patient, course, contest, "
    "contest_rule, scale, scale_end, scale_rule, theme FROM facts WHERE bucket = ? LIMIT 1"
)
_NAMES = ["agent", "relation", "patient", "course", "contest", "contest_rule", "scale", "scale_end", "scale_rule", "theme"]


def _values(connection: Connection, bucket: Bucket) -> dict[str, object]:
    """What all facts of a bucket have in common: from the claim that came, or from a fact that is there."""
    if bucket.content is None:
        row = connection.execute(_CONTENT, (bucket.key,)).fetchone()
        return dict(zip(_NAMES, row, strict=True))
    said = bucket.content
    contest, scale = said.contest, said.scale
    return {
        "agent": said.content.agent, "relation": said.content.relation, "patient": _thing(said.content),
        "course": said.content.course.value,
        "contest": content_key("q", "contest", contest.question) if contest else None,
        "contest_rule": contest.rule if contest else None,
        "scale": content_key("q", "scale", scale.question) if scale else None,
        "scale_end": scale.answer if scale else None, "scale_rule": scale.rule if scale else None,
        "theme": content_key("q", "theme", said.theme) if said.theme else None,
    }  # fmt: skip


def _thing(content: Content) -> str:
    return content.patient or (content.amount.unit if content.amount else "")
