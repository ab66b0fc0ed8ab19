"""Where claims count that people joined or split: a function of the judgements in force and of the current claims.

Claims that were joined count together, in the place that the one with the smallest key has by its own words. Other
claims that count in the place of one of them go along, so that an article that comes later says the same statement.
Claims that were split off count in a place of their own, where no other comes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from db.keys import content_key
from db.sqlite import Connection
from db.statements.partition import Place, profile_of_row
from db.statements.profile_groups import Profile

_LOG = "SELECT judgement, claims FROM statement_judgements WHERE undone_at IS NULL ORDER BY id"
_JUDGED = """
SELECT c.id, c.key, j."group", j.apart FROM json_each(?) AS k CROSS JOIN claims AS c ON c.id = k.value
CROSS JOIN judged_statements AS j ON j.claim = c.key
"""
_COLUMNS = 'claim, key, "group", part, bucket, profile'
_OF_CLAIMS = f"SELECT {_COLUMNS} FROM judged_places WHERE claim IN (SELECT value FROM json_each(?))"  # noqa: S608
_OF_GROUPS = f'SELECT {_COLUMNS} FROM judged_places WHERE "group" IN (SELECT value FROM json_each(?))'  # noqa: S608
_OF_BUCKETS = (
    f"SELECT {_COLUMNS} FROM judged_places "  # noqa: S608
    "WHERE part = 'own' AND bucket IN (SELECT value FROM json_each(?))"
)
_OF_ARTICLES = """
SELECT p.claim FROM json_each(?) AS k CROSS JOIN claims AS c ON c.article = k.value
CROSS JOIN judged_places AS p ON p.claim = c.id
"""
_PROFILES = """
SELECT bucket, id, since, until, seen, whereabouts, low, high, unit, exact FROM statement_profiles
WHERE bucket IN (SELECT value FROM json_each(?))
"""
_COUNTING = """
SELECT article FROM statement_claims WHERE profile IN (SELECT value FROM json_each(:profiles))
UNION SELECT article FROM claims WHERE id IN (SELECT value FROM json_each(:claims))
"""
#: Which of the claims that are together gives them its place: one that would be there by its own words, if there is
#: one.
_PARTS = ("own", "follows", "apart")


class Judged(NamedTuple):
    """A row of `judged_places`: a claim (row id and key) of a group, and where it would count."""

    claim: int
    key: str
    group: str
    part: str
    bucket: str
    profile: str

    @property
    def place(self) -> Place:
        return Place(self.bucket, profile_of_row(json.loads(self.profile)))

    @property
    def order(self) -> tuple[int, str, str, str]:
        """The smallest leads its group."""
        return _PARTS.index(self.part), self.key, self.bucket, self.profile


@dataclass(frozen=True, slots=True)
class Moves:
    """Where claims go by judgements. `claims`: of judged claims, the group; `places`: the groups that others join by
    where they count; `targets`: where groups count; `leaders`: claims that give theirs a place of its own.

    `articles` are those that must be counted again, for their groups are other ones now.
    """

    claims: Mapping[int, str]
    places: Mapping[Place, str]
    targets: Mapping[str, Place]
    leaders: frozenset[int]
    articles: frozenset[int]

    def of(self, claim: int) -> Place | None:
        """Where a judged claim counts; None of any other."""
        group = self.claims.get(claim)
        return None if group is None else self.targets[group]

    def at(self, place: Place) -> Place:
        """Where claims count that would count in this place."""
        group = self.places.get(place)
        return place if group is None else self.targets[group]


NO_MOVES = Moves({}, {}, {}, frozenset(), frozenset())


def assign(connection: Connection) -> set[str]:
    """Brings `judged_statements` in line with the log; the claims (by key) that are with others now, or apart."""
    before = {tuple(row) for row in connection.execute('SELECT claim, "group", apart FROM judged_statements')}
    after = set(_groups(connection))
    connection.executemany("DELETE FROM judged_statements WHERE claim = ?", [row[:1] for row in before - after])
    connection.executemany("INSERT INTO judged_statements VALUES (?, ?, ?)", sorted(after - before))
    return {row[0] for row in before ^ after}


def _groups(connection: Connection) -> Iterable[tuple[str, str, int]]:
    """Judged claims with their groups: the log from its beginning, so that the last judgement holds."""
    groups: dict[str, set[str]] = {}
    apart: set[str] = set()
    for judgement, listed in connection.execute(_LOG):
        claims = set(json.loads(listed))
        if judgement == "split":
            for claim in claims & groups.keys():
                groups[claim].discard(claim)
            apart |= claims
        else:
            claims = claims.union(*(groups.get(claim, ()) for claim in claims))
        groups |= dict.fromkeys(claims, claims)
    for claim, group in groups.items():
        if len(group) > 1 or claim in apart:
            yield claim, min(group), int(claim in apart)


def find_moves(
    connection: Connection, articles: Iterable[int], own: Mapping[int, Place], follows: Collection[int]
) -> Moves:
    """Where the claims of these articles go, whose own places are `own`; `follows` say what another claim says."""
    if not _is_any(connection):
        return NO_MOVES
    there = connection.execute(_OF_ARTICLES, (json.dumps(sorted(articles)),)).fetchall()
    rows = connection.execute(_JUDGED, (json.dumps(sorted(own)),)).fetchall()
    found = {
        Judged(claim, key, group, _part(apart, claim in follows), own[claim].bucket, _packed(own[claim].profile))
        for claim, key, group, apart in rows
    }
    touched = _store(connection, {claim for (claim,) in there} | {one.claim for one in found}, found)
    claims = {one.claim: one.group for one in found}
    buckets = json.dumps(sorted({place.bucket for place in own.values()}))
    places: dict[Place, str] = {}
    for row in connection.execute(_OF_BUCKETS, (buckets,)):
        one = Judged(*row)
        places[one.place] = min(one.group, places.get(one.place, one.group))
    leaders = _leaders(connection, {*claims.values(), *places.values()})
    return Moves(
        claims,
        places,
        {group: _target(leader) for group, leader in leaders.items()},
        frozenset(leader.claim for leader in leaders.values() if leader.part == "apart"),
        frozenset(_articles(connection, touched)),
    )


def leave(connection: Connection, claims: Iterable[int]) -> set[int]:
    """Takes out claims (row ids) that count nowhere any more; the articles that must be counted again for it."""
    return _articles(connection, _store(connection, claims, set())) if _is_any(connection) else set()


def clear(connection: Connection) -> None:
    """Nothing is counted any more; the judgements hold."""
    connection.execute("DELETE FROM judged_places")
    assign(connection)


def _is_any(connection: Connection) -> bool:
    query = "SELECT 1 FROM judged_statements UNION ALL SELECT 1 FROM judged_places LIMIT 1"
    return connection.execute(query).fetchone() is not None


def _part(apart: int, follows: bool) -> str:
    return "apart" if apart else "follows" if follows else "own"


def _store(connection: Connection, claims: Iterable[int], found: set[Judged]) -> list[Judged]:
    """Makes the rows of these claims what was found; those that went or came."""
    rows = connection.execute(_OF_CLAIMS, (json.dumps(sorted(claims)),)).fetchall()
    before = {Judged(*row) for row in rows}
    connection.executemany("DELETE FROM judged_places WHERE claim = ?", [(one.claim,) for one in before - found])
    connection.executemany("INSERT INTO judged_places VALUES (?, ?, ?, ?, ?, ?)", sorted(found - before))
    return sorted(before ^ found)


def _articles(connection: Connection, touched: Collection[Judged]) -> set[int]:
    """The articles with claims of groups that changed, or with others that count where one of these does or did."""
    if not touched:
        return set()
    rows = connection.execute(_OF_GROUPS, (json.dumps(sorted({one.group for one in touched})),)).fetchall()
    concerned = [*touched, *(Judged(*row) for row in rows)]
    places = {one.place for one in concerned}
    buckets = json.dumps(sorted({place.bucket for place in places}))
    profiles = [
        number
        for bucket, number, *row in connection.execute(_PROFILES, (buckets,))
        if Place(bucket, profile_of_row(row)) in places
    ]
    given = {"profiles": json.dumps(profiles), "claims": json.dumps(sorted({one.claim for one in concerned}))}
    return {article for (article,) in connection.execute(_COUNTING, given)}


def _leaders(connection: Connection, groups: Iterable[str]) -> dict[str, Judged]:
    found: dict[str, Judged] = {}
    for row in connection.execute(_OF_GROUPS, (json.dumps(sorted(groups)),)):
        one = Judged(*row)
        found[one.group] = min(one, found.get(one.group, one), key=lambda judged: judged.order)
    return found


def _target(leader: Judged) -> Place:
    place = leader.place
    return (
        place._replace(bucket=content_key("b", "apart", leader.key, leader.bucket)) if leader.part == "apart" else place
    )


def _packed(profile: Profile) -> str:
    """A profile as text, numbers all written alike."""
    amount = profile.amount
    ends = [None if end is None else float(end) for end in (amount.low, amount.high)] if amount else [None, None]
    return json.dumps([*profile[:4], *ends, amount and amount.unit, int(not (amount and amount.approximate))])
