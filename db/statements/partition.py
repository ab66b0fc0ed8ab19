"""Profiles of a bucket to statements: which claims are one statement is settled whenever a profile comes or goes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from db.keys import content_key
from db.sqlite import Connection
from db.statements.ledger import Ledger
from db.statements.normal_form import NormalForm
from db.statements.profile_groups import PRECISE, Group, Profile, day, groups
from extract.english.forms import Amount, Course
from extract.english.vocabulary import has_term, is_count

_PROFILES = """
SELECT bucket, id, since, until, seen, whereabouts, low, high, unit, exact, claims, statement FROM statement_profiles
WHERE bucket IN (SELECT value FROM json_each(?))
"""
_INSERT = """
INSERT INTO statement_profiles (id, bucket, since, until, seen, whereabouts, low, high, unit, exact, claims, statement)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_MOVE = "UPDATE statement_profiles SET statement = ? WHERE id = ?"
_IDS = "SELECT COALESCE(MAX(id), 0) FROM "


@dataclass(slots=True)
class Held:
    """A row of `statement_profiles` and the profile it holds; how many claims the row says, and how many there are."""

    id: int
    profile: Profile
    claims: int
    statement: int | None
    stored: int = 0


#: What all statements of a bucket have in common, in the order of `_SHARED`.
Shared = tuple[str | None, ...]


class Place(NamedTuple):
    """Where a claim counts: the key of its bucket, and its profile there."""

    bucket: str
    profile: Profile


@dataclass(slots=True)
class Bucket:
    """A bucket's profiles, and what all of its claims have in common (their numbers and places differ)."""

    key: str
    held: dict[Profile, Held]
    shared: Shared | None = None
    changed: bool = False
    new: bool = True


def timed(said: NormalForm) -> bool:
    """Whether time tells statements of this content apart: what may come again, and what one cluster alone knows."""
    content = said.content
    if content.course is not Course.ONCE or said.loose:
        return content.course is not Course.STATE
    return content.amount is not None and not has_term(content.relation, content.amount)


def bucket_key(said: NormalForm) -> str:
    """The key of all that says the same of the same: a measure of a stated time is another than that of today."""
    content = said.content
    long = said.since and said.until and day(said.until) - day(said.since) >= PRECISE
    period = f"{said.since}/{said.until}" if long and content.course is Course.STATE and content.amount else ""
    rivals = [rival.question + rival.rule for rival in (said.contest, said.scale) if rival]
    rivals += [" ".join(said.dispute)] if said.dispute else []
    return content_key(
        "b", content.base, content.course, "timed" if timed(said) else "whole", period, said.theme, *rivals
    )


def own_place(said: NormalForm) -> Place:
    """Where a claim counts by its own words."""
    content = said.content
    if not timed(said):
        profile = Profile(None, None, None, content.where, content.amount)
    else:
        profile = Profile(said.since, said.until, None if said.since else said.seen, content.where, content.amount)
    return Place(bucket_key(said), profile)


def beside(leader: Place, own: Place, counted: Amount | None = None) -> Place:
    """Where a claim counts that says what another says: with it, or beside it in the same bucket, together with others
    of its number and time. `counted` is the number of whom it is done to, if its own place leaves it out."""
    profile, mine = leader.profile, own.profile
    amount = _number(mine.amount or counted, profile.amount)
    if amount and profile.amount and amount.unit == profile.amount.unit:
        if amount.excludes(profile.amount):  # it hangs together with the leader by others that give no number
            return Place(leader.bucket, mine._replace(amount=amount, where=profile.where))
        profile = profile._replace(amount=amount)
    elif amount and profile.amount is None and is_count(amount):
        profile = profile._replace(amount=amount)
    if profile.since and mine.since and not _overlap(profile, mine):
        profile = profile._replace(since=mine.since, until=mine.until)
    return Place(leader.bucket, profile)


def _number(amount: Amount | None, leading: Amount | None) -> Amount | None:
    """A number that is compared with the leader's, whatever noun is counted: "23 pirates", "23 sea brigands", "23"."""
    if amount is None or not is_count(amount) or (leading and not is_count(leading)):
        return amount
    return amount._replace(unit=leading.unit if leading else "")


def _overlap(one: Profile, other: Profile) -> bool:
    return (one.since or "") <= (other.until or "~") and (other.since or "") <= (one.until or "~")


def profile_of_row(row: Sequence[Any]) -> Profile:
    """Columns since to exact of `statement_profiles` as a profile."""
    since, until, seen, where, low, high, unit, exact = row
    return Profile(since, until, seen, where, None if unit is None else Amount(low, high, unit, not exact))


def load(connection: Connection, keys: Iterable[str]) -> dict[str, Bucket]:
    """Buckets by key, with their profiles."""
    found = {key: Bucket(key, {}) for key in keys}
    for key, number, *row, claims, statement in connection.execute(_PROFILES, (json.dumps(list(found)),)):
        profile = profile_of_row(row)
        found[key].held[profile] = Held(number, profile, claims, statement, claims)
        found[key].new = False
    return found


def enter(bucket: Bucket, profile: Profile, said: Shared | None) -> Held:
    """Counts a claim in a bucket. `said` is what its statement takes over; None of a paraphrase that counts here."""
    bucket.shared = said or bucket.shared
    held = bucket.held.get(profile)
    if held is None:
        held = bucket.held[profile] = Held(0, profile, 0, None)
        bucket.changed = True
    held.claims += 1
    return held


def leave(bucket: Bucket, number: int) -> None:
    """Counts a claim out; a profile without claims changes its bucket."""
    held = next(h for h in bucket.held.values() if h.id == number)
    held.claims -= 1
    bucket.changed |= held.claims == 0


def regroup(connection: Connection, buckets: Iterable[Bucket], ledger: Ledger) -> None:
    """Gives each profile its statement, makes those that are new, and moves claims whose statement is another now."""
    ordered = sorted(buckets, key=lambda bucket: bucket.key)
    planned = [
        (bucket, group, content_key("f", bucket.key, group.time, group.amount, group.where))
        for bucket in ordered
        if bucket.changed
        for group in groups(h.profile for h in bucket.held.values() if h.claims)
    ]
    statements = _statements(connection, planned, ledger)
    moved: dict[int, int] = {}
    for bucket, group, key in planned:
        for profile in group.profiles:
            held, statement = bucket.held[profile], statements[key]
            if held.statement is not None and held.statement != statement:
                moved[held.id] = statement
            held.statement = statement
    connection.executemany(_MOVE, [(statement, profile) for profile, statement in moved.items()])
    ledger.move(moved)
    _write(connection, ordered, ledger)


def _statements(connection: Connection, planned: list[tuple[Bucket, Group, str]], ledger: Ledger) -> dict[str, int]:
    """The row ids of the statements of these keys; those that are not there yet are opened."""
    query = "SELECT key, id, since, until FROM statements WHERE key IN (SELECT value FROM json_each(?))"
    known = {key: row for key, *row in connection.execute(query, (json.dumps([key for *_, key in planned]),))}
    (last,) = connection.execute(_IDS + "statements").fetchone()
    found: dict[str, int] = {}
    for bucket, group, key in planned:
        if key in known:
            number, *span = known[key]
            if tuple(span) != _span(group):
                connection.execute("UPDATE statements SET since = ?, until = ? WHERE id = ?", (*_span(group), number))
        else:
            last = number = last + 1
            ledger.open(number, _row(connection, bucket, group, key))
        found[key] = number
    return found


def _write(connection: Connection, buckets: Iterable[Bucket], ledger: Ledger) -> None:
    """Profiles as they are counted now; new ones get their ids here."""
    all_of_them = [(bucket, held) for bucket in buckets for held in bucket.held.values()]
    (last,) = connection.execute(_IDS + "statement_profiles").fetchone()
    new = []
    for bucket, held in all_of_them:
        if held.id == 0 and held.claims:
            last = held.id = last + 1
            profile = held.profile
            amount = profile.amount or Amount(None, None, "")
            unit = amount.unit if profile.amount else None
            numbers = (amount.low, amount.high, unit, int(not amount.approximate))
            new.append((held.id, bucket.key, *profile[:4], *numbers, held.claims, held.statement))
    counted = [(h.claims, h.id) for _, h in all_of_them if h.stored and h.claims != h.stored]
    connection.executemany("UPDATE statement_profiles SET claims = ? WHERE id = ?", counted)
    ledger.insert(_INSERT, new)
    gone = [(h.id,) for _, h in all_of_them if not h.claims]
    if gone:
        connection.executemany("DELETE FROM statement_profiles WHERE id = ?", gone)


def _row(connection: Connection, bucket: Bucket, group: Group, key: str) -> dict[str, object]:
    since, until = _span(group)
    amount = min((p.amount for p in group.profiles if p.amount), key=_exactness, default=None)
    values = _values(connection, bucket)
    return values | {
        "object_normal": values["object_normal"] or (amount.unit if amount else ""),
        "key": key, "bucket": bucket.key, "whereabouts": group.where, "since": since, "until": until,
        "amount": amount.text if amount else None, "unit": amount.unit if amount else None,
        "low": amount.low if amount else None, "high": amount.high if amount else None,
        "exact": int(not amount.approximate) if amount else 1,
    }  # fmt: skip


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


#: What all statements of a bucket have in common; of one without a patient, `object_normal` is its own unit.
_SHARED = (
    "subject_normal", "relation_normal", "object_normal", "course", "contest", "contest_rule", "scale", "scale_end",
    "scale_rule", "theme", "dispute", "dispute_side", "dispute_whom", "dispute_about",
)  # fmt: skip
_CONTENT = f"SELECT {', '.join(_SHARED)}, unit FROM statements WHERE bucket = ? LIMIT 1"  # noqa: S608


def _values(connection: Connection, bucket: Bucket) -> dict[str, object]:
    """What all statements of a bucket have in common: from the claim that came, or from a statement that is there."""
    if bucket.shared is not None:
        return dict(zip(_SHARED, bucket.shared, strict=True))
    *row, unit = connection.execute(_CONTENT, (bucket.key,)).fetchone()
    values = dict(zip(_SHARED, row, strict=True))
    return values | {"object_normal": ""} if values["object_normal"] == unit else values


def shared(said: NormalForm) -> Shared:
    """What a statement takes over from any of its claims."""
    contest, scale = said.contest, said.scale
    return (
        said.content.agent, said.content.relation, said.content.patient, said.content.course.value,
        content_key("q", "contest", contest.question) if contest else None,
        contest.rule if contest else None,
        content_key("q", "scale", scale.question) if scale else None,
        scale.answer if scale else None, scale.rule if scale else None,
        content_key("q", "theme", said.theme) if said.theme else None,
        content_key("q", "dispute", said.dispute.question) if said.dispute else None,
        *(said.dispute[1:] if said.dispute else (None, None, None)),
    )  # fmt: skip
