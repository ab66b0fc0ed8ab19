"""A decision that is sent once more, for its answer was lost, or from a page that was made for somebody else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from db.reviews import deciding
from db.reviews.decisions import Seen
from db.store import Store
from db.user_accounts import local_name
from db.web import databases
from tests import doors
from tests.browsing import get
from tests.test_review_server import first, path, post, site

if TYPE_CHECKING:
    from datasette.app import Datasette

__all__ = ["path", "site"]


def test_a_note_that_is_sent_again_is_there_once(site: Datasette, path: Path) -> None:
    item = first(site)
    note = {"action": "note", "claims": [{"claim": item["key"], "version": item["version"]}], "note": " which port? "}
    sent = [post(site, one).json()["review"]["id"] for one in (note, {**note, "again": True})]
    assert sent == [1, 1]
    assert post(site, {**note, "note": "whose?", "again": True}).json()["review"]["id"] == 2
    assert post(site, note).json()["review"]["id"] == 3


def test_a_second_reader_s_word_that_is_sent_again_is_there_once(site: Datasette, path: Path) -> None:
    item = first(site)
    claims = [{"claim": item["key"], "version": item["version"]}]
    with Store.open(path) as store:
        deciding.accept(store.connection, [Seen(item["key"], item["version"])], "ada")
    word = {"action": "opinion", "claims": claims, "status": "rejected"}
    answers = [post(site, one) for one in (word, {**word, "again": True}, word)]
    assert [answer.status_code for answer in answers] == [200, 200, 422]
    assert answers[0].json()["review"] == answers[1].json()["review"]


def test_what_a_page_gives_back_is_free_and_another_tab_s_is_not(site: Datasette) -> None:
    one, other = (item["key"] for item in get(site, "/-/review/next.json?count=2").json()["items"])
    leases = databases.of(site).leases
    assert sorted(leases.of_others("somebody else")) == sorted((one, other))
    assert doors.post(site, "/-/review/release.json", {"claims": [one]}).status_code == 200
    assert leases.of_others("somebody else") == [other]
    assert doors.post(site, "/-/review/release.json", {"claims": [7]}).status_code == 422
    assert leases.of_others("somebody else") == [other]


def test_a_page_that_was_made_for_somebody_else_decides_nothing(site: Datasette) -> None:
    item = first(site)
    accept = {"action": "accept", "claims": [{"claim": item["key"], "version": item["version"]}]}
    answer = post(site, {**accept, "by": "nobody of here"})
    assert answer.status_code == 403
    assert "nobody of here decided this" in answer.json()["error"]
    assert first(site)["key"] == item["key"]
    assert post(site, {**accept, "by": local_name()}).status_code == 200
