"""Mailboxes: each message is an article."""

from __future__ import annotations

import io
import mailbox
from email.message import EmailMessage
from pathlib import Path

from extract.model import Failure
from extract.readers import ReadHints, read
from extract.readers.containers.container_registry import container_for
from extract.readers.containers.limits import Limits
from extract.readers.containers.members import Blob, Found, Unpacking
from extract.readers.containers.streams import buffered
from extract.readers.containers.walk import unpack
from extract.readers.draft import Input
from extract.readers.record import Record

BODY = "The council of Brennick bought the old mill on Monday.\n\nFrom now on it belongs to the town.\n"


def made(path: Path, *subjects: str) -> bytes:
    """A mailbox as Python's own library writes it."""
    box = mailbox.mbox(path)
    for subject in subjects:
        message = EmailMessage()
        message["From"], message["Subject"] = "Mira Tolland <mira@post.example>", subject
        message["Date"], message["Message-ID"] = "Fri, 03 May 2024 07:42:00 +0200", f"<{len(subject)}@post.example>"
        message.set_content(BODY)
        box.add(mailbox.mboxMessage(message))
    box.close()
    return path.read_bytes()


def members(raw: bytes, name: str = "desk.mbox", **limits: int) -> list[Found]:
    blob = Blob(name, name, io.BufferedReader(io.BytesIO(raw)), ReadHints())  # type: ignore[arg-type]
    return list(unpack(blob, Unpacking(limits=Limits(**limits))))


def test_each_message_is_an_article_by_its_id(tmp_path: Path) -> None:
    raw = made(tmp_path / "desk.mbox", "Mill sold", "Bridge closed")
    assert b">From now on" in raw
    found = [item for item in members(raw) if isinstance(item, Input)]
    assert [item.source for item in found] == ["desk.mbox#9@post.example", "desk.mbox#13@post.example"]
    articles = [read(item.source, item.raw, item.hints) for item in found]
    assert [article.title for article in articles] == ["Mill sold", "Bridge closed"]
    assert "From now on it belongs to the town." in articles[0].text
    assert articles[0].published == "2024-05-03T07:42+02:00"


def test_a_mailbox_is_known_by_its_first_line(tmp_path: Path) -> None:
    raw = made(tmp_path / "desk.mbox", "Mill sold")
    blob = Blob("desk", "desk", buffered(io.BytesIO(raw)), ReadHints())  # type: ignore[arg-type]
    container = container_for(blob)
    assert container is not None
    assert container.name == "mbox"
    assert members(b"From the council came no answer.\n", "a.txt")[0].source == "a.txt"


def test_a_message_that_is_too_large_is_a_failure_and_the_others_go_in(tmp_path: Path) -> None:
    raw = made(tmp_path / "desk.mbox", "Mill sold", "Bridge closed " * 200, "Dam bursts")
    first, second, third = members(raw, max_bytes=2000)
    assert isinstance(second, Failure)
    assert "message 2 has more than" in second.reason
    assert isinstance(first, Input)
    assert isinstance(third, Input)


def test_a_text_that_was_cut_off_says_so() -> None:
    record = Record("The council of Brennick bought the old mill on Monday… [+2311 chars]")
    article = read("a.json#1", record.raw(), ReadHints(media_type="application/json"))
    assert article.notes == ("the text is cut off: 2311 more characters were left out where it comes from",)
