"""The review page's server side: every answer as the page gets it, and whatever a browser may send instead."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.check import check
from db.connection import as_it_is, snapshot
from db.events import withdrawing
from db.reviews import deciding
from db.reviews.decisions import Seen, Status
from db.store import Store
from db.user_accounts import Role, add, local_name
from db.web import databases, later_work
from extract.cli import cli
from tests.browsing import RUN, get, make, served
from tests.doors import PASSWORD, session
from tests.records import HARBOUR, harbour

if TYPE_CHECKING:
    import httpx
    from datasette.app import Datasette


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "floods.db")


@pytest.fixture
def site(path: Path) -> Iterator[Datasette]:
    with served(path) as datasette:
        yield datasette


def post(datasette: Datasette, content: Any, cookies: dict[str, str] | None = None) -> httpx.Response:
    """A decision, as the page sends it: with the token against forgery in cookie and header."""

    async def ask() -> httpx.Response:
        await datasette.invoke_startup()
        token = (await datasette.client.get("/-/review/counts.json", cookies=cookies or {})).cookies["ds_csrftoken"]
        answer: httpx.Response = await datasette.client.post(
            "/-/review/decide.json",
            content=content if isinstance(content, bytes) else json.dumps(content),
            cookies={**(cookies or {}), "ds_csrftoken": token},
            headers={"x-csrftoken": token, "content-type": "application/json"},
        )
        return answer

    return asyncio.run(ask())


def first(datasette: Datasette, **filters: str) -> dict[str, Any]:
    query = "&".join(f"{name}={value}" for name, value in {"count": "1", **filters}.items())
    (item,) = get(datasette, f"/-/review/next.json?{query}").json()["items"]
    return dict(item)


def test_the_next_claim_comes_with_all_that_a_decision_needs(site: Datasette) -> None:
    item = first(site)
    assert "".join(piece["text"] for piece in item["sentence"]).strip()
    for name in ("subject", "relation"):
        assert words(item, item[name]["spans"]) == item[name]["text"]
    assert item["source"]["headline"]
    assert item["standing"] in ("asserted", "reported", "negated", "uncertain")
    assert 0 <= item["confidence"] <= 1


def words(item: dict[str, Any], spans: list[list[int]]) -> str:
    """The words at a place, as the page puts them together from pieces."""
    found = []
    for start, end in spans:
        found.append("".join(p["text"] for p in item["sentence"] if start <= p["start"] and p["end"] <= end))
    return " ".join(found)


def test_a_decision_is_stored_and_the_claim_leaves_the_queue(site: Datasette, path: Path) -> None:
    item = first(site)
    answer = post(site, {"action": "accept", "claims": [{"claim": item["key"], "version": item["version"]}]})
    assert answer.status_code == 200
    assert answer.json()["claims"] == [{"key": item["key"], "status": "accepted", "version": 1}]
    assert first(site)["key"] != item["key"]
    assert get(site, "/-/review/counts.json").json()["reviewed"] == 1
    assert check(path) == []


def test_events_follow_a_rejection_after_its_answer(site: Datasette, path: Path) -> None:
    item = first(site)
    seen = [{"claim": item["key"], "version": item["version"]}]
    assert post(site, {"action": "reject", "claims": seen, "reason": "wrong object"}).status_code == 200
    with snapshot(path, as_it_is) as connection:
        assert withdrawing.is_waiting(connection)
        counted = "SELECT COUNT(*) FROM claims WHERE key = ? AND (statement IS NOT NULL OR event IS NOT NULL)"
        assert connection.execute(counted, (item["key"],)).fetchone() == (0,)
    assert later_work.wait(site, 30)
    with snapshot(path, as_it_is) as connection:
        assert not withdrawing.is_waiting(connection)
    assert check(path) == []


def test_the_second_of_two_who_decide_at_once_sees_what_the_first_did(site: Datasette) -> None:
    item = first(site)
    seen = [{"claim": item["key"], "version": item["version"]}]
    assert post(site, {"action": "accept", "claims": seen}).status_code == 200
    late = post(site, {"action": "reject", "claims": seen, "reason": "wrong object"})
    assert late.status_code == 409
    assert late.json()["review"]["action"] == "accept"
    assert late.json()["item"]["version"] == 1
    assert "was changed by" in late.json()["error"]


def test_a_correction_goes_by_places_and_an_undo_takes_it_back(site: Datasette, path: Path) -> None:
    item = first(site, order="reading")
    word = next(p for p in item["sentence"] if p["word"])
    change = {"subject": [[word["start"], word["end"]]], "polarity": "negative"}
    seen = [{"claim": item["key"], "version": item["version"]}]
    done = post(site, {"action": "edit", "claims": seen, "correction": change})
    assert done.status_code == 200, done.text
    after = get(site, f"/-/review/claim/{item['key']}.json").json()["item"]
    assert (after["subject"]["text"], after["polarity"], after["status"]) == (word["text"], "negative", "edited")
    assert post(site, {"action": "undo", "review": done.json()["review"]["id"]}).status_code == 200
    back = get(site, f"/-/review/claim/{item['key']}.json").json()["item"]
    assert (back["subject"], back["polarity"], back["status"]) == (item["subject"], item["polarity"], "unreviewed")
    assert check(path) == []


def test_alike_claims_are_listed_before_they_are_decided(site: Datasette) -> None:
    item = first(site)
    listed = get(site, f"/-/review/alike/{item['key']}.json?by=rule").json()["claims"]
    assert item["key"] in {one["claim"] for one in listed}
    seen = [{"claim": one["claim"], "version": one["version"]} for one in listed]
    done = post(site, {"action": "accept", "claims": seen})
    assert done.json()["review"]["claims"] == len(listed)


BAD = [
    b"",
    b"[1]",
    b"\xff",
    {"action": "burn"},
    {"action": ["accept"]},
    {"action": "accept", "claims": []},
    {"action": "accept", "claims": "all"},
    {"action": "accept", "claims": [{"claim": "c0", "version": 0}]},
    {"action": "accept", "claims": [{"claim": 7, "version": 0}]},
    {"action": "undo", "review": "last"},
    {"action": "undo", "review": 99},
    {"action": "add", "article": 99, "correction": {}},
    {"action": "add", "article": 1, "correction": {"subject": [[0, 3]]}},
    {"action": "note", "claims": [], "note": "n" * 3000},
]


@pytest.mark.parametrize("sent", BAD, ids=range(len(BAD)))
def test_what_is_no_decision_is_refused_in_words(sent: Any, site: Datasette, path: Path) -> None:
    answer = post(site, sent)
    assert answer.status_code == 422
    assert answer.json()["error"]
    assert check(path) == []


SPANS = st.lists(st.lists(st.integers(-5, 300), min_size=2, max_size=2), max_size=3)
CORRECTIONS = st.fixed_dictionaries(
    {},
    optional={
        "subject": SPANS, "relation": SPANS, "object": SPANS, "source": SPANS, "cue": SPANS, "time": SPANS,
        "place": SPANS, "polarity": st.sampled_from(["negative", "positive", "no"]), "valid_from": st.text(max_size=8),
        "subject_who": st.sampled_from(["", "e0"]),
    },
)  # fmt: skip


def test_no_correction_that_is_taken_breaks_a_law(path: Path) -> None:
    with served(path) as site:

        @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
        @given(change=CORRECTIONS, which=st.integers(0, 5))
        def sent(change: dict[str, Any], which: int) -> None:
            items = get(site, "/-/review/next.json?count=6&status=unreviewed").json()["items"]
            item = items[which % len(items)]
            seen = [{"claim": item["key"], "version": item["version"]}]
            done = post(site, {"action": "edit", "claims": seen, "correction": change})
            assert done.status_code in (200, 422), done.text
            if done.status_code == 200:
                assert check(path) == []
                assert post(site, {"action": "undo", "review": done.json()["review"]["id"]}).status_code == 200

        sent()
    assert check(path) == []


def test_a_decision_without_the_token_is_forged(site: Datasette, path: Path) -> None:
    async def ask() -> httpx.Response:
        await site.invoke_startup()
        answer: httpx.Response = await site.client.post("/-/review/decide.json", content=b"{}")
        return answer

    assert asyncio.run(ask()).status_code == 403


def test_a_queue_that_is_none_is_refused(site: Datasette) -> None:
    assert get(site, "/-/review/next.json?order=shoe_size").status_code == 422
    assert get(site, "/-/review/next.json?seed=x").status_code == 422
    assert get(site, "/-/review/alike/c0000000000000000.json?by=colour").status_code == 422
    assert get(site, "/-/review/claim/c0000000000000000.json").status_code == 422


def test_the_log_and_a_claim_s_history_are_pages_with_hostile_notes_inert(site: Datasette) -> None:
    item = first(site)
    seen = [{"claim": item["key"], "version": item["version"]}]
    assert post(site, {"action": "note", "claims": seen, "note": "<script>window.owned=1</script>"}).status_code == 200
    for page in ("/-/review/log", "/-/review/log?before=99", f"/-/review/history/{item['key']}"):
        answer = get(site, page)
        assert answer.status_code == 200, page
        assert "&lt;script&gt;window.owned" in answer.text
        assert "<script>window" not in answer.text
        assert "data-undo" in answer.text
    assert get(site, "/-/review/history/c0000000000000000").status_code == 404
    assert get(site, "/-/review/log?before=x").status_code == 200


def test_a_queue_of_a_status_that_is_none_is_refused(site: Datasette) -> None:
    assert get(site, "/-/review/next.json?status=burnt").status_code == 422
    assert get(site, "/-/review?status=burnt").status_code == 200


def test_a_second_reader_is_not_told_what_the_first_decided(site: Datasette) -> None:
    item = first(site)
    post(site, {"action": "accept", "claims": [{"claim": item["key"], "version": item["version"]}]})
    blind = get(site, f"/-/review/claim/{item['key']}.json?second=1").json()["item"]
    assert (blind["status"], blind["history"]) == ("unreviewed", [])


def many(path: Path, articles: int) -> None:
    """So many further copies of one article in nearly the same words, three claims each."""
    same = " ".join(f"word{n}" for n in range(80))
    with Store.open(path) as store:
        store.begin_run(RUN)
        for n in range(articles):
            store.add(harbour(f"port{n:04}.txt", f"{HARBOUR}{same}\nDay {n}.\n", published="2021-04-02"))
        store.finish_run()


def rows(path: Path) -> list[Any]:
    """Every claim as it is, but for how often it was decided."""
    with snapshot(path) as connection:
        columns = [
            c[1] for c in connection.execute("PRAGMA table_info(claims)") if c[1] not in ("version", "statement")
        ]
        return connection.execute(f"SELECT {', '.join(columns)} FROM claims ORDER BY id").fetchall()


def denied(path: Path) -> str:
    with snapshot(path) as connection:
        query = "SELECT key FROM claims WHERE relation = 'did not lose' ORDER BY id DESC LIMIT 1"
        return str(connection.execute(query).fetchone()[0])


@pytest.mark.parametrize(("by", "copies"), [("statement", 180), ("copy_cluster", 55)])
def test_hundreds_alike_are_one_entry_and_one_undo(path: Path, by: str, copies: int) -> None:
    many(path, copies)
    before, key = rows(path), denied(path)
    with served(path) as site:
        listed = get(site, f"/-/review/alike/{key}.json?by={by}").json()
        assert len(listed["claims"]) == min(listed["total"], 500) > 150
        assert listed["claims"][0]["claim"] == key
        assert {"sentence", "outlet", "published", "version"} <= set(listed["claims"][0])
        seen = [{"claim": one["claim"], "version": one["version"]} for one in listed["claims"]]
        done = post(site, {"action": "reject", "claims": seen, "reason": "wrong object"}).json()["review"]
        assert done["claims"] == len(seen)
        after = get(site, f"/-/review/alike/{key}.json?by={by}").json()
        assert after["total"] == listed["total"] - len(seen)
        assert post(site, {"action": "undo", "review": done["id"]}).status_code == 200
    assert rows(path) == before
    assert check(path) == []


def test_one_of_many_that_was_changed_stops_all(path: Path) -> None:
    many(path, 20)
    with served(path) as site:
        claims = get(site, f"/-/review/alike/{denied(path)}.json?by=copy_cluster").json()["claims"]
        assert len(claims) == 63
        seen = [{"claim": one["claim"], "version": one["version"]} for one in claims]
        post(site, {"action": "accept", "claims": [seen[-1]]})
        before = rows(path)
        late = post(site, {"action": "reject", "claims": seen, "reason": "other"})
        assert late.status_code == 409
        assert late.json()["item"]["key"] == seen[-1]["claim"]
        assert late.json()["review"]["action"] == "accept"
    assert rows(path) == before
    with snapshot(path) as connection:
        assert connection.execute("SELECT COUNT(*) FROM reviews").fetchone() == (1,)


def test_a_list_with_a_claim_twice_is_refused(site: Datasette, path: Path) -> None:
    item = first(site)
    seen = {"claim": item["key"], "version": item["version"]}
    answer = post(site, {"action": "accept", "claims": [seen, seen]})
    assert answer.status_code == 422
    assert answer.json()["error"]
    assert check(path) == []


def test_an_export_tells_accepted_edited_rejected_and_unreviewed_apart(site: Datasette, path: Path) -> None:
    items = get(site, "/-/review/next.json?count=3").json()["items"]
    seen = [[{"claim": item["key"], "version": item["version"]}] for item in items]
    post(site, {"action": "accept", "claims": seen[0]})
    turned = "negative" if items[1]["polarity"] == "positive" else "positive"
    assert post(site, {"action": "edit", "claims": seen[1], "correction": {"polarity": turned}}).status_code == 200
    post(site, {"action": "reject", "claims": seen[2], "reason": "other"})
    for status, item in zip(("accepted", "edited", "rejected"), items, strict=True):
        assert exported(path, status) == {item["key"]}
    assert exported(path, "accepted", "edited") == {items[0]["key"], items[1]["key"]}
    assert not exported(path, "unreviewed") & {item["key"] for item in items}


def exported(path: Path, *statuses: str) -> set[str]:
    """The keys that `extract export jsonl` writes with these after `--status`."""
    out = path.with_suffix(".jsonl")
    given = [part for status in statuses for part in ("--status", status)]
    done = CliRunner().invoke(cli, ["export", "jsonl", "--db", str(path), "--output", str(out), *given])
    assert done.exit_code == 0, done.output
    found = {str(json.loads(line)["id"]) for line in out.read_text(encoding="utf-8").splitlines()}
    out.unlink()
    return found


def test_an_empty_queue_says_how_much_of_it_others_hold_and_each_answer_how_long_the_log_is(site: Datasette) -> None:
    answer = get(site, "/-/review/next.json?count=20").json()
    assert answer["items"]
    assert (answer["held"], answer["log"]) == (0, 0)
    databases.of(site).leases.release(local_name())
    everything = [item["key"] for item in answer["items"]]
    assert databases.of(site).leases.grant("ben", everything, 20) == everything
    item = {"claim": everything[0], "version": answer["items"][0]["version"]}
    post(site, {"action": "accept", "claims": [item]})
    answer = get(site, "/-/review/next.json?count=20").json()
    assert (answer["items"], answer["held"], answer["log"]) == ([], len(everything) - 1, 1)


def test_who_may_not_settle_a_dispute_does_not_keep_it_from_who_may(path: Path) -> None:
    for name, role in (("ada", Role.ADMINISTRATOR), ("ben", Role.REVIEWER), ("cem", Role.REVIEWER)):
        add(path, name, role, PASSWORD)
    with Store.open(path) as store, store.connection as connection:
        key = connection.execute("SELECT key FROM claims WHERE current = 1").fetchone()[0]
        deciding.accept(connection, [Seen(key, 0)], "ben")
        deciding.opinion(connection, key, Status.REJECTED, "cem")
    with served(path) as site:
        for name in ("ben", "cem", "ada", "ben"):
            cookies = {"ds_actor": session(site, name)}
            (item,) = get(site, "/-/review/next.json?status=disputed", cookies=cookies).json()["items"]
            assert item["key"] == key
        held = databases.of(site).leases.of_others("ben")
        assert held == [key]
