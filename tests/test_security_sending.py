"""Whatever is sent: refused in words or stored whole, never a server that breaks, never half a decision."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.check import check
from db.sqlite import sqlite3
from db.web.auth.access import MAX_FORM_BYTES, MAX_JSON_BYTES
from tests.browsing import make, served
from tests.doors import WRITING, look, post, send, server, token
from tests.test_security_sessions import written

if TYPE_CHECKING:
    from datasette.app import Datasette

DECIDE = "/-/review/decide.json"
#: What a field may hold that was meant to hold something else.
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 2**31, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 10**400, "", " ", "\0", "a\0b",
    "\ud800",
    "\u202eesrever", "'; DROP TABLE claims; --", "<script>window.owned=1</script>", "%00", "x" * 3000, "🚢" * 700, [],
    [[]], [None], [[0, 3]], [[3, 0]], [[-5, 2]], [[0, 2**63]], [[True, 2]], [[0, 1, 2]], {}, {"a": {}}, ["a"] * 60,
)  # fmt: skip
FIELDS = (
    "action", "claims", "reason", "note", "correction", "parts", "article", "review", "status", "claim", "version",
    "one",
    "other", "judgement", "why", "entity", "articles", "number", "contradiction", "verdict", "who", "subject",
)  # fmt: skip
ACTIONS = ("accept", "reject", "edit", "split", "add", "note", "undo", "opinion", "settle")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("made") / "floods.db")


@pytest.fixture
def path(tmp_path: Path, made: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "floods.db"))


@pytest.fixture
def site(path: Path) -> Iterator[Datasette]:
    with served(path) as datasette:
        yield datasette


def a_claim(site: Datasette) -> dict[str, Any]:
    item = look(site, "/-/review/next.json?count=1").json()["items"][0]
    return {"claim": item["key"], "version": item["version"]}


def whole(path: Path) -> list[Any]:
    connection = sqlite3.connect(path)
    tables = ("claims", "reviews", "review_items", "statements", "entities", "entity_judgements")
    found = [connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall() for table in tables]
    connection.close()
    return found


RAW: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"{",
    "no object": b"[1]",
    "a number": b"9" * 5000,
    "no UTF-8": b'{"action": "\xff\xfe"}',
    "UTF-16": '{"action": "accept"}'.encode("utf-16"),
    "deep lists": b"[" * 100_000 + b"]" * 100_000,
    "deep objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "deep in a field": b'{"action": "accept", "claims": ' + b"[" * 5000 + b"]" * 5000 + b"}",
    "no numbers": b'{"action": "undo", "review": NaN}',
    "beyond numbers": b'{"action": "undo", "review": 1e999}',
    "half a character": b'{"action": "\\ud800"}',
    "half a character in a key": b'{"action": "note", "\\udfff": 1}',
    "the same twice": b'{"action": "burn", "action": "none"}',
}


@pytest.mark.parametrize("what", RAW)
@pytest.mark.parametrize("route", WRITING)
def test_what_is_no_json_object_is_refused_in_words(what: str, route: str, site: Datasette, path: Path) -> None:
    before = written(path)
    answer = post(site, route, RAW[what])
    # A page that is left says so with whatever it holds: an object without a claim lets all go.
    assert answer.status_code == 422 or (route.endswith("release.json") and answer.status_code == 200), answer.text
    assert answer.status_code == 200 or answer.json()["error"]
    assert written(path) == before


@pytest.mark.parametrize("route", [*WRITING, "/-/login"])
def test_too_much_is_not_read(route: str, site: Datasette) -> None:
    held = token(site)
    for kind, most in (("application/json", MAX_JSON_BYTES), ("application/x-www-form-urlencoded", MAX_FORM_BYTES)):
        answer = send(
            site, "POST", route, cookies={"ds_csrftoken": held}, content=b" " * (most + 1),
            headers={"x-csrftoken": held, "content-type": kind},
        )  # fmt: skip
        assert answer.status_code == 413
        assert f"{most:,}" in answer.text


def test_a_body_without_end_is_cut_off(path: Path) -> None:
    with server(path) as started:
        held = started.token().encode()
        head = (
            b"POST /-/review/decide.json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Cookie: ds_csrftoken=%b\r\nX-CSRFToken: %b\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        ) % (held, held)
        chunk = b"%x\r\n%b\r\n" % (100_000, b"[" * 100_000)
        status, headers, body = started.raw(head + chunk * (MAX_JSON_BYTES // 100_000 + 1))
    assert status == 413
    assert b"too large" in body
    assert headers["x-content-type-options"] == "nosniff"


def test_a_form_that_is_none_is_refused(site: Datasette) -> None:
    held = token(site)
    for content in (b"\xff\xfe=1", b"csrftoken=%C3%B6", b"csrftoken=%ff", b"&".join([b"a=1"] * 500), b"username=x"):
        answer = send(
            site, "POST", "/-/login", cookies={"ds_csrftoken": held}, content=content,
            headers={"content-type": "application/x-www-form-urlencoded"},
        )  # fmt: skip
        assert answer.status_code in (400, 403), content


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_may_hold_anything(field: str, site: Datasette, path: Path) -> None:
    """Each odd value in each field of an otherwise right request, to each route that reads it, and one to all."""
    claim = a_claim(site)
    before, held, noted = whole(path), token(site), 0
    for route, usual in WRITING.items():
        for odd in ODD if field in (*usual, "why") or route == DECIDE else ODD[:1]:
            sent = {**usual, "claims": [claim], "note": "", field: odd}
            answer = post(site, route, json.dumps(sent).encode(), held=held)
            assert answer.status_code in (200, 409, 422), (route, odd, answer.text)
            noted += answer.status_code == 200 and route == DECIDE
            if answer.status_code != 200:
                assert answer.json()["error"]
    claims, reviews, *_, judgements = whole(path)
    assert (claims, len(reviews), judgements) == (before[0], noted, before[-1])
    assert (noted > 0) == (field == "note")  # words are words, whatever they say
    assert check(path) == []


def requests(chance: random.Random, claims: list[dict[str, Any]]) -> dict[str, Any]:
    """A decision that is right in part."""

    def spans() -> list[list[int]]:
        return [sorted((chance.randint(0, 240), chance.randint(0, 240))) for _ in range(chance.randint(0, 3))]

    names = ("subject", "relation", "object", "source", "cue", "time", "place")
    words = {
        "polarity": ("positive", "negative", "no"), "modality": ("certain", "possible", "x"),
        "mood": ("question", "", "x"), "valid_from": ("2021-03-01", "2021", "soon", ""),
        "valid_to": ("2021-02-30", ""), "subject_who": ("", "e" + "0" * 16),
    }  # fmt: skip

    def correction() -> dict[str, Any]:
        given: dict[str, Any] = {name: spans() for name in names if chance.random() < 0.3}
        return given | {name: chance.choice(choice) for name, choice in words.items() if chance.random() < 0.2}

    chosen = chance.choices(claims, k=chance.choice((0, 1, 1, 1, 1, 2)))
    claims_sent = [{**one, "version": one["version"] + chance.choice((0, 0, 0, 0, 0, 1))} for one in chosen]
    made: dict[str, Any] = {
        "action": chance.choice((*ACTIONS, "accept", "reject", "note")), "claims": claims_sent,
        "correction": correction(),
        "parts": [correction() for _ in range(chance.randint(0, 3))], "article": chance.randint(-1, 7),
        "review": chance.randint(-1, 40), "status": chance.choice(("accepted", "rejected", "edited")),
        "reason": chance.choice(("other", "wrong subject", None, None, "none")),
        "note": chance.choice(("", "seen", None, "\u202e")),
    }  # fmt: skip
    if chance.random() < 0.2:
        made[chance.choice(list(made))] = chance.choice(ODD)
    return made


@pytest.mark.parametrize("seed", range(4))
def test_no_order_of_decisions_breaks_a_law(seed: int, path: Path) -> None:
    chance = random.Random(seed)
    done = 0
    with served(path) as site:
        held = token(site)
        for _ in range(60):
            items = look(site, "/-/review/next.json?count=20&order=reading").json()["items"]
            claims = [{"claim": item["key"], "version": item["version"]} for item in items] or [
                {"claim": "c0", "version": 0}
            ]
            sent = json.dumps(requests(chance, claims)).encode()
            before = whole(path)
            answer = post(site, DECIDE, sent, held=held)
            assert answer.status_code in (200, 409, 422), (sent, answer.text)
            done += answer.status_code == 200
            if answer.status_code != 200:
                assert whole(path) == before
    assert done > 3
    assert check(path) == []


def test_of_thousands_of_claims_all_are_decided_or_none(site: Datasette, path: Path) -> None:
    claim = a_claim(site)
    before = whole(path)
    many = [claim] * 5000
    for claims in (many, [*many, claim], [claim, {"claim": "c" + "0" * 16, "version": 0}]):
        answer = post(site, DECIDE, {"action": "accept", "claims": claims})
        assert answer.status_code in (409, 422), answer.text[:200]
        assert whole(path) == before
    assert check(path) == []


ADDRESSES = (
    "/-/review?{}", "/-/review/next.json?{}", "/-/review/counts.json?{}", "/-/review/entities.json?{}",
    "/-/review/log?{}",
    "/-/review/alike/{key}.json?{}", "/-/review/claim/{key}.json?{}", "/-/statements?{}", "/-/contradictions?{}",
    "/-/entities?{}",
    "/-/entities/suggested.json?{}", "/-/article/1?{}", "/-/login?{}",
)  # fmt: skip
PARAMETERS = (
    "order", "status", "article", "entity", "statement", "copy_cluster", "rule", "origin", "second", "seed", "count",
    "after", "by", "q",
    "who", "before", "from", "copy_clusters", "since", "until", "kind", "text", "type", "subject", "standing", "at",
    "part", "next",
    "outlet",
)  # fmt: skip
VALUES = (
    "", "0", "-1", "%00", "%ff%fe", "%ED%A0%80", "%C2%B2", "%D9%A3", "1e9", "9" * 19, "9" * 5000, "NaN",
    "%27%22%3Cb%3E", "%",
    "*", "%22", "NEAR(", "a%20OR%20b", "c0000000000000000", "%E2%80%AE", "x" * 3000,
)  # fmt: skip


#: These broke a page once.
BROKE = ("/-/review/next.json?count=%00", "/-/statements?copy_clusters=%C2%B2", f"/-/contradictions?from={'9' * 5000}")


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_breaks_a_page(address: str, site: Datasette) -> None:
    """Each parameter with some of the values, other ones at each address."""
    chance, key = random.Random(address), a_claim(site)["claim"]
    asked = [f"{name}={value}" for name in PARAMETERS for value in chance.sample(VALUES, 5)]
    for place in (*(address.replace("{key}", key).replace("{}", one) for one in asked), *BROKE):
        status = look(site, place).status_code
        assert status in (200, 302, 400, 404, 422), (place[:100], status)


@pytest.mark.parametrize("tail", ["²", "%C2%B2", "9" * 30, "-1", "%00", "x" * 3000, "1%2F2", "~00", "%ff"])
def test_no_row_s_number_breaks_a_page(tail: str, site: Datasette) -> None:
    for head in (
        "/-/article/",
        "/-/statement/",
        "/-/entity/",
        "/-/claim/",
        "/-/review/history/",
        "/floods/claims/",
        "/floods/",
    ):
        status = look(site, head + tail).status_code
        assert status in (302, 404), (head, status)


def test_a_key_with_too_few_parts_is_a_bad_request(site: Datasette) -> None:
    answer = look(site, "/floods/sentences_fts_idx/1")
    assert answer.status_code == 400
    assert "One of the parameters in this address" in answer.text


@pytest.mark.parametrize("route", WRITING)
def test_a_page_that_is_older_than_the_server_is_told_so_in_json(route: str, site: Datasette, path: Path) -> None:
    """Its token is of the server that was there before, or another tab has fetched a newer cookie."""
    with served(path) as before:
        old = token(before)
    held = token(site)
    for cookie, sent in ((old, old), (held, old), (held, ""), ("x", "x")):
        answer = send(
            site, "POST", route, cookies={"ds_csrftoken": cookie}, content=b"{}",
            headers={"x-csrftoken": sent, "content-type": "application/json"},
        )  # fmt: skip
        assert answer.status_code == 403
        assert answer.json()["error"].startswith("This page is older than the server.")
    fresh = look(site, "/-/review/counts.json").json()["token"]
    assert post(site, route, {}, held=fresh).status_code in (200, 422)


def test_a_file_is_no_folder(site: Datasette) -> None:
    assert look(site, "/-/static/app.css/1").status_code == 404
