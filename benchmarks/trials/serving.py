"""A server that is killed while people decide: every decision that was answered with 200 is in the log."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import httpx

from benchmarks.served import started
from benchmarks.trials.ground import Did, check_whole, copied, expect
from benchmarks.trials.visitors import Visitor, peopled, returning, visiting
from db.connection import reader

NAMES = ("ada", "ben", "cleo", "dora")
#: Seconds from the first decision to the kill, at most.
LIFE = 5.0
DECIDE = "/-/review/decide.json"


@dataclass(slots=True)
class Said:
    """What the server answered to everybody: numbers of entries, and answers that are none."""

    acknowledged: dict[int, dict[str, Any]] = field(default_factory=dict)
    refused: Did = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, sent: dict[str, Any], answer: httpx.Response) -> None:
        with self.lock:
            if answer.status_code == 200:
                self.acknowledged[answer.json()["review"]["id"]] = sent
            elif answer.status_code in (409, 422):
                self.refused[str(answer.status_code)] += 1
            else:
                self.wrong.append(f"{answer.status_code} {answer.text[:200]}")


def killed_server(luck: Random, folder: Path) -> Did:
    """Several people decide, the server is killed, three times over on the same file."""
    path = copied(peopled(), folder)
    did: Did = Counter()
    everything: dict[int, dict[str, Any]] = {}
    sessions = Sessions()
    for _ in range(3):
        said = _decided_until_killed(path, sessions, luck)
        everything |= said.acknowledged
        did += Counter({"kills": 1, "acknowledged decisions": len(said.acknowledged)})
        expect(not said.wrong, f"a decision is answered by 200, 409 or 422: {said.wrong[:3]}")
        check_log(path, everything)
        check_whole(path)
    return did


def _decided_until_killed(path: Path, sessions: Sessions, luck: Random) -> Said:
    said, words = Said(), path.with_name("said")
    with (
        words.open("w") as errors,
        started(path, errors=errors) as (url, process),
        deciding(url, said, sessions, luck.randrange(2**32)),
    ):
        until(said, 1)
        time.sleep(luck.uniform(0, LIFE))
        process.kill()
        process.wait()
    expect("Traceback" not in words.read_text(), f"the server prints no traceback: {words.read_text()[-600:]}")
    return said


def until(said: Said, decisions: int, patience: float = 60.0) -> None:
    """Waits for the first answers."""
    give_up = time.monotonic() + patience
    while len(said.acknowledged) < decisions:
        expect(time.monotonic() < give_up, f"a decision within {patience:.0f} s; answers so far: {said.wrong[:3]}")
        time.sleep(0.005)


class Sessions(list[dict[str, str]]):
    """Cookies of people who sign in once; their sessions outlive the server."""

    def of(self, url: str) -> list[dict[str, str]]:
        if not self:
            with visiting(url, NAMES) as people:
                self.extend(one.cookies for one in people)
        return self


@contextmanager
def deciding(url: str, said: Said, sessions: Sessions, seed: int) -> Iterator[None]:
    """People who decide as fast as they can, as long as this lasts and the server answers."""
    over = threading.Event()
    crowd = [
        threading.Thread(target=_decide, args=(url, cookies, said, Random(seed + n), over))
        for n, cookies in enumerate(sessions.of(url))
    ]
    for one in crowd:
        one.start()
    try:
        yield
    finally:
        over.set()
        for one in crowd:
            one.join()


def _decide(url: str, cookies: dict[str, str], said: Said, luck: Random, over: threading.Event) -> None:
    try:
        with returning(url, cookies) as visitor:
            while not over.is_set():
                if (sent := _decision(visitor, luck)) is None:
                    time.sleep(0.02)
                    continue
                said.take(sent, visitor.client.post(DECIDE, json=sent, headers={"x-csrftoken": visitor.token}))
    except httpx.TransportError:
        return  # killed
    except Exception as error:  # in a thread it would be seen by nobody
        with said.lock:
            said.wrong.append(repr(error))


def _decision(visitor: Visitor, luck: Random) -> dict[str, Any] | None:
    """One of any kind, on one of the next claims; where all are decided a note; None where others have all that is."""
    parameters = {"count": str(luck.randint(1, 5))}
    items = visitor.client.get("/-/review/next.json", params=parameters).json()["items"]
    kind = luck.randrange(4)
    if not items:  # everything is decided
        kind, parameters["status"] = 1, luck.choice(("accepted", "rejected", "edited"))
        items = visitor.client.get("/-/review/next.json", params=parameters).json()["items"]
    if not items:
        return None
    item = luck.choice(items)
    seen = [{"claim": item["key"], "version": item["version"]}]
    match kind:
        case 0:
            return {"action": "reject", "claims": seen, "reason": "fragment"}
        case 1:
            return {"action": "note", "claims": seen, "note": "n" * luck.randint(1, 1500)}
        case 2:
            return {"action": "edit", "claims": seen, "correction": {"polarity": "negative"}}
    return {"action": "accept", "claims": seen}


def check_log(path: Path, acknowledged: dict[int, dict[str, Any]]) -> None:
    """Raises BrokenError where an acknowledged decision is not in the log as it was sent."""
    with closing(reader(path)) as connection:
        actions = dict(connection.execute("SELECT id, action FROM reviews"))
        claims = set(connection.execute("SELECT review, claim FROM review_items"))
    for number, sent in acknowledged.items():
        words = f"decision {number}, answered with 200: {json.dumps(sent)[:200]}"
        expect(actions.get(number) == sent["action"], f"the log holds {words}; found: {actions.get(number)}")
        expect((number, sent["claims"][0]["claim"]) in claims, f"the log holds the claim of {words}")
