"""Pages around reviewing without a browser: a claim's history and the ways to it, who is offered them, the way in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from db import user_accounts
from db.claim_judgements import ClaimJudgement
from db.connection import transaction
from db.reviews import deciding
from db.reviews.decisions import Correction, Reason, Seen, Status
from db.sqlite import Connection
from db.statements import statement_judgements
from db.user_accounts import Role
from db.web.http.security import STRICT_POLICY
from tests.browsing import make, served
from tests.doors import PASSWORD, look, send
from tests.records import HARBOUR, spans

if TYPE_CHECKING:
    from datasette.app import Datasette


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = make(tmp_path / "floods.db")
    user_accounts.add(path, "ada", Role.ADMINISTRATOR, PASSWORD)
    user_accounts.add(path, "ben", Role.REVIEWER, PASSWORD)
    user_accounts.add(path, "rea", Role.READER, PASSWORD)
    return path


@pytest.fixture
def site(path: Path) -> Iterator[Datasette]:
    with served(path) as datasette:
        yield datasette


def seen(connection: Connection, subject: str) -> Seen:
    query = "SELECT key, version FROM claims WHERE subject = ? AND rule <> 'person' LIMIT 1"
    return Seen(*connection.execute(query, (subject,)).fetchone())


def shown(page: str) -> str:
    """The words of a page, without its marks."""
    return " ".join(unescape(re.sub("<[^>]+>", " ", page)).split())


def test_a_history_has_one_row_for_each_entry_with_all_that_it_changed(site: Datasette, path: Path) -> None:
    with transaction(path) as connection:
        port = seen(connection, "port")
        deciding.accept(connection, [port], "ben")
        disputed = deciding.opinion(connection, port.claim, Status.REJECTED, "ada", Reason.MARKS)
        deciding.undo(connection, disputed, "ada")
    page = look(site, f"/-/review/history/{port.claim}", "ben").text
    assert re.findall(r'data-entry="(\d+)"', page) == ["1", "2", "3"]
    assert "opinion: accepted → rejected status: accepted → disputed" in shown(page)
    assert " more" not in look(site, "/-/review/log", "ben").text


def test_the_log_lists_decisions_about_statements(site: Datasette, path: Path) -> None:
    with transaction(path) as connection:
        query = "SELECT key FROM statements WHERE claims > 0 ORDER BY key LIMIT 2"
        keys = [key for (key,) in connection.execute(query)]
        number = statement_judgements.judge(connection, ClaimJudgement.JOIN, keys, "ben", "one plan")
        deciding.accept(connection, [seen(connection, "port")], "ada")
    page = look(site, "/-/review/log", "ben").text
    assert "statements joined" in page
    assert "one plan" in page
    assert shown(page).index("accepted") < shown(page).index("statements joined"), "the newest first"
    assert "statements joined" not in look(site, "/-/review/log?who=ada", "ben").text
    with transaction(path) as connection:
        statement_judgements.undo(connection, number, "ada")
    assert "undo: statements joined" in look(site, "/-/review/log?who=ada", "ben").text
    page = shown(look(site, "/-/review/log", "ben").text)
    assert page.index("undo: statements joined") < page.index("(undone)"), "what undid it stands above it"
    assert "Open the statement to undo" not in page


def test_a_history_has_all_that_the_machine_said(site: Datasette, path: Path) -> None:
    with transaction(path) as connection:
        port, hoped = (seen(connection, name).claim for name in ("port", "She"))
    page = shown(look(site, f"/-/review/history/{port}", "ben").text)
    assert "qualifiers in March 2021" in page
    assert "confidence 75%" in page
    assert "condition if the council agrees" in shown(look(site, f"/-/review/history/{hoped}", "ben").text)


def test_a_split_leads_from_the_old_claim_to_the_new_ones_and_back(site: Datasette, path: Path) -> None:
    with transaction(path) as connection:
        port = seen(connection, "port")
        parts = [Correction(object=spans(HARBOUR, words)) for words in ("40 ships", "ships")]
        deciding.split(connection, port, parts, "ben")
        new = [key for (key,) in connection.execute("SELECT key FROM claims WHERE rule = 'person' ORDER BY id")]
    old_page, log_page = (look(site, f"/-/review/{at}", "ben").text for at in (f"history/{port.claim}", "log"))
    for key in new:
        assert f'into <a href="/-/review/history/{key}">' in old_page
        assert f'into <a href="/-/review/history/{key}">' in log_page
        of_new = look(site, f"/-/review/history/{key}", "ben").text
        assert f'out of <a href="/-/review/history/{port.claim}">' in of_new
        assert "out of port · did not lose · about 40 ships" in shown(of_new)
    assert "split status: unreviewed → rejected into port · did not lose · 40 ships" in shown(old_page)
    assert "into port · did not lose · 40 ships into port · did not lose · ships" in shown(old_page)


@pytest.mark.parametrize(("who", "offered"), [("ada", True), ("ben", True), ("rea", False)])
def test_a_claim_s_history_is_offered_where_the_claim_is_to_those_who_may_review(
    who: str, offered: bool, site: Datasette, path: Path
) -> None:
    with transaction(path) as connection:
        key = seen(connection, "port").claim
        (number,) = connection.execute("SELECT id FROM claims WHERE key = ?", (key,)).fetchone()
    for page in ("/-/article/1", f"/floods/claims/{number}"):
        assert (f'href="/-/review/history/{key}"' in look(site, page, who).text) is offered


@pytest.mark.parametrize("page", ["/", "/-/statements", "/-/article/1", "/-/review/guide", "/floods/claims", "/floods"])
def test_reviewing_is_offered_to_those_who_may(page: str, site: Datasette) -> None:
    assert 'href="/-/review"' in look(site, page, "ben").text
    assert 'href="/-/review"' not in look(site, page, "rea").text


@pytest.mark.parametrize("place", ["/-/review", "/-/review?order=random&seed=7", "/floods/claims?_size=3", "/"])
def test_who_has_not_signed_in_gets_the_form_and_is_led_back(place: str, site: Datasette) -> None:
    asked = look(site, place)
    assert (asked.status_code, asked.headers["content-security-policy"]) == (403, STRICT_POLICY)
    assert "no-store" in asked.headers["cache-control"]
    assert "<form" in asked.text
    form = {name: unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', asked.text)}
    assert form["next"] == place
    given = urlencode({**form, "username": "ben", "password": PASSWORD}).encode()
    headers = {"content-type": "application/x-www-form-urlencoded"}
    cookies = {"ds_csrftoken": asked.cookies["ds_csrftoken"]}
    answer = send(site, "POST", "/-/login", cookies=cookies, content=given, headers=headers)
    assert (answer.status_code, answer.headers["location"]) == (302, place)


def test_a_script_that_has_not_signed_in_gets_no_form(site: Datasette) -> None:
    answer = look(site, "/-/review/counts.json")
    assert (answer.status_code, answer.json()) == (403, {"error": "Sign in first."})
    assert send(site, "HEAD", "/-/review").status_code == 403
