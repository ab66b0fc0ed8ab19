"""A claim as statements count it: where, for whom, and a digest of all that this depends on.

Plain data that follows from an article alone as long as nothing else says who its names are: so workers make it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from db.statements.ledger import Mark, marks
from db.statements.normal_form import BEHIND, NormalForm
from db.statements.normalization import Source
from db.statements.partition import Place, Shared, own_place, shared
from db.statements.profile_groups import Profile
from db.turns import look_up
from extract.english.forms import Amount


class Counted(NamedTuple):
    """A claim by its row id. `place` is where it counts by its own words, `shared` what its statement takes over."""

    claim: int
    digest: str
    rank: str
    seen: str
    stance: str
    marks: tuple[Mark, ...]
    place: Place
    shared: Shared


class ArticleClaims(NamedTuple):
    """An article's claims as statements count them: its row id, copy cluster and outlet."""

    article: int
    copy_cluster: str
    outlet: str
    claims: list[Counted]


#: The words that show a claim, and the keys of those whom they name: others of the same meaning are worded anew.
Words = tuple[str | None, ...]


def count(source: Source, forms: Iterable[NormalForm], words: Mapping[int, Words]) -> list[Counted]:
    """Claims in their normal form as they are counted; those without words are left out."""
    return [_counted(source, form, words[form.claim]) for form in forms if form.claim in words]


def _counted(source: Source, form: NormalForm, words: Words) -> Counted:
    look_up()
    digest = _digest((source.copy_cluster, source.outlet, words), form[1:])
    return Counted(
        form.claim, digest, form.rank, form.seen, form.stance.value, tuple(marks(form)), own_place(form), shared(form)
    )


def _digest(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:16]


def elsewhere(said: Counted, place: Place, leader: str | None = None) -> str:
    """The digest of a claim that counts in this place. `leader`: what it hangs together with, if that is another."""
    return said.digest if place == said.place and leader is None else _digest(said.digest, place, leader)


def behind(said: Counted) -> Counted:
    """A claim that leaves out what another says: the other's words come before those of its own side."""
    return said._replace(rank=f"{int(said.rank[:2], 16) | BEHIND:02x}{said.rank[2:]}")


#: `Counted` without its classes: these cost more on their way between processes than what they hold.
Plain = tuple[Any, ...]


def plain(said: Counted) -> Plain:
    """The same for `numbered` to read."""
    place = said.place
    *times, amount = place.profile
    return (
        *said[:5], tuple(map(tuple, said.marks)), place.bucket, *times, amount and tuple(amount), tuple(said.shared),
    )  # fmt: skip


def numbered(stored: Plain, first: int) -> Counted:
    """The claim again, its row id counted on from the article's `first`."""
    claim, digest, rank, seen, stance, its, bucket, since, until, on, where, amount, values = stored
    profile = Profile(since, until, on, where, amount and Amount(*amount))
    return Counted(
        first + claim, digest, rank, seen, stance, tuple([Mark(*one) for one in its]), Place(bucket, profile), values
    )
