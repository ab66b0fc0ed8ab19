"""Messages made with the email package: what people read of them, and nothing they only carry along."""

from __future__ import annotations

import contextlib
import email.encoders
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.errors import EmptyFileError, ReadError
from extract.model import Article, BlockKind
from extract.readers import ReadHints, read
from extract.readers.eml import is_message
from extract.readers.senders import byline, outlet
from extract.text.blocks import blocks

BODY = """The operator closed the dam above Brennick on Monday after engineers found a leak in its
eastern wall. Nobody was hurt.

The reservoir will be drained by Friday, said the director, Greta Holm.
"""


def message(body: str = BODY, **headers: str) -> EmailMessage:
    made = EmailMessage()
    named = {"From": "Mira Tolland <mira@mail.courier.example>", "Date": "Fri, 03 May 2024 10:15:00 +0200"}
    for name, value in {**named, "Subject": "Dam closed after leak", **headers}.items():
        made[name.replace("_", "-")] = value
    made.set_content(body)
    return made


def article(made: EmailMessage | bytes) -> Article:
    return read("a.eml", made if isinstance(made, bytes) else made.as_bytes(policy=SMTP))


def kinds(found: Article, kind: BlockKind) -> list[str]:
    return [found.text[block.start : block.end] for block in blocks(found) if block.kind is kind]


def test_headers_become_metadata() -> None:
    found = article(message(Archived_At="<https://lists.example/press/12>", Content_Language="en-GB"))
    assert (found.title, found.byline, found.outlet) == ("Dam closed after leak", "Mira Tolland", "courier.example")
    assert (found.published, found.url) == ("2024-05-03T10:15+02:00", "https://lists.example/press/12")
    assert (found.media_type, found.reader) == ("message/rfc822", "eml 1")


def test_wrapped_lines_of_a_message_are_one_paragraph() -> None:
    found = article(message())
    assert kinds(found, BlockKind.PARAGRAPH) == [
        "The operator closed the dam above Brennick on Monday after engineers found a leak in its eastern wall. "
        "Nobody was hurt.",
        "The reservoir will be drained by Friday, said the director, Greta Holm.",
    ]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "iso-2022-jp", "utf-7", "koi8-r"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_charsets_and_transfer_encodings_are_undone(charset: str, encoding: str) -> None:
    words = {"koi8-r": "Совет утвердил бюджет в понедельник.", "iso-2022-jp": "市議会は予算を承認した。"}.get(
        charset, "Café = open."
    )
    made = message("x")
    made.set_payload(words.encode(charset))
    made.replace_header("Content-Type", f'text/plain; charset="{charset}"')
    del made["Content-Transfer-Encoding"]
    (email.encoders.encode_base64 if encoding == "base64" else email.encoders.encode_quopri)(made)
    assert article(made.as_bytes()).text.endswith(words)


def test_a_charset_nobody_knows_is_found_out() -> None:
    raw = message("The café closed.").as_bytes().replace(b"utf-8", b"x-none")
    assert article(raw).text.endswith("The café closed.")


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Re: Dam closed", "Dam closed"),
        ("AW: Fwd: RE[2]: [press-list] Dam closed", "Dam closed"),
        ("=?utf-8?q?Caf=C3=A9?= =?utf-8?b?IGNsb3NlZA==?=", "Café closed"),
        ("Report: dam closed", "Report: dam closed"),
    ],
)
def test_a_subject_is_a_title_without_its_marks(subject: str, title: str) -> None:
    raw = message().as_bytes().replace(b"Dam closed after leak", subject.encode())
    assert article(raw).title == title


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Fri, 03 May 2024 10:15:00 +0200 (CEST)", "2024-05-03T10:15+02:00"),
        ("Fri, 03 May 2024 10:15:00 +999999999999999999999", "2024-05-03"),  # without its time
        ("Fri, 99 May 2024 10:15:00 +0200", None),
        ("yesterday", None),
    ],
)
def test_a_date_that_cannot_be_is_none(date: str, published: str | None) -> None:
    raw = message().as_bytes().replace(b"Fri, 03 May 2024 10:15:00 +0200", date.encode())
    assert article(raw).published == published


@pytest.mark.parametrize(
    ("sender", "person", "house"),
    [
        ("Mira Tolland <mira@courier.example>", "Mira Tolland", "courier.example"),
        ('"Tolland, Mira" <mira@gmail.com>', "Mira Tolland", None),
        ("Brennick Courier <news@email.courier.example>", None, "Brennick Courier"),
        ("Mira Tolland via Press List <press@lists.example>", "Mira Tolland", "Press List"),
        ("mira@courier.example", None, "courier.example"),
        ("no-reply <noreply@newsletter.courier.example>", None, "courier.example"),
        ("", None, None),
        ("<<>>", None, None),
    ],
)
def test_a_sender_is_a_person_or_a_house(sender: str, person: str | None, house: str | None) -> None:
    assert (byline(sender), outlet(None, None, sender)) == (person, house)


def test_an_organization_and_a_list_say_who_publishes() -> None:
    assert outlet("Kestrian Press Agency", '"Press" <press.example>', "a@b.example") == "Kestrian Press Agency"
    assert outlet(None, '"Water News" <water.lists.example>', "a@b.example") == "Water News"


QUOTED = "Has the eastern wall been inspected?"


@pytest.mark.parametrize(
    "tail",
    [
        f"On Thu, 2 May 2024 at 18:02, Jon Hale <jon@example.org> wrote:\n> {QUOTED}\n",
        f"On Thu, 2 May 2024 at 18:02, Jon Hale\n<jon@example.org> wrote:\n\n> > {QUOTED}\n> No.\n",
        f"> {QUOTED}\n",
        f"-----Original Message-----\nFrom: Jon Hale\nSent: Thursday\nTo: Mira\nSubject: Dam\n\n{QUOTED}\n",
        f"________________________________\nFrom: Jon Hale\nSent: Thursday\nTo: Mira\nSubject: Dam\n\n{QUOTED}\n",
        f"-- \nMira Tolland\n{QUOTED}\n",
        f"_______________________________________________\nPress mailing list\nTo unsubscribe, write.\n{QUOTED}\n",
    ],
    ids=["wrote", "wrote in two lines", "marks", "original", "outlook", "signature", "list footer"],
)
def test_what_is_quoted_and_signatures_are_no_words_of_the_sender(tail: str) -> None:
    found = article(message(f"{BODY}\n{tail}"))
    assert QUOTED not in " ".join(kinds(found, BlockKind.PARAGRAPH))
    assert any(QUOTED in line for line in kinds(found, BlockKind.BOILERPLATE))
    assert len(kinds(found, BlockKind.PARAGRAPH)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "On 3 May 2024 the minister wrote: nothing will change.",
        "From: Brennick to Port Calder the road is closed.",
        "Two figures matter - the level and the flow -- and both fell.",
    ],
)
def test_sentences_like_those_marks_stay(line: str) -> None:
    assert line in article(message(f"{BODY}\n{line}\n")).text
    assert any(line in paragraph for paragraph in kinds(article(message(f"{BODY}\n{line}\n")), BlockKind.PARAGRAPH))


def test_words_between_quotations_are_kept() -> None:
    text = "> Was the wall inspected?\n\nIt was, twice, by the state.\n\n> And the gates?\n\nThe gates were not.\n"
    found = article(message(text))
    assert "\n".join(kinds(found, BlockKind.BOILERPLATE)) == "> Was the wall inspected?\n> And the gates?"
    assert "It was, twice, by the state." in found.text


def test_a_forwarded_article_is_the_article() -> None:
    head = "---------- Forwarded message ---------\nFrom: KPA <desk@kpa.example>\nDate: 2 May 2024\nSubject: Dam\n\n"
    found = article(message(f"For your files.\n\n{head}{BODY}"))
    assert any("Nobody was hurt." in line for line in kinds(found, BlockKind.PARAGRAPH))
    assert "Subject: Dam" in kinds(found, BlockKind.BOILERPLATE)


def test_flowed_text_is_joined_and_its_quote_marks_are_kept() -> None:
    made = message("x")
    made.replace_header("Content-Type", "text/plain; charset=utf-8; format=flowed")
    made.set_payload("The dam was \nclosed \non Monday.\n\n>Was it \n>safe?\n-- \nMira\n")
    found = article(made)
    assert kinds(found, BlockKind.PARAGRAPH) == ["The dam was closed on Monday."]
    assert kinds(found, BlockKind.BOILERPLATE) == ["> Was it safe?", "--", "Mira"]


PAGE = (
    "<h1>Dam closed</h1><p>The operator closed the dam on Monday.</p><ul><li>Nobody was hurt.</li></ul>"
    "<p>It leaks still.</p>"
)


def test_of_two_alternatives_the_text_is_read() -> None:
    made = message()
    made.add_alternative(f"<html><body>{PAGE}</body></html>", subtype="html")
    assert "engineers found a leak" in article(made).text


def test_a_stub_beside_a_page_is_left_for_the_page() -> None:
    made = message("View this in your browser.")
    made.add_alternative(f"<html><body>{PAGE}</body></html>", subtype="html")
    found = article(made)
    assert "View this" not in found.text
    assert kinds(found, BlockKind.LIST) == ["Nobody was hurt."]


def test_what_a_page_quotes_is_boilerplate() -> None:
    made = message("x")
    quoted = f'<div class="gmail_quote">On Thu Jon wrote:<blockquote>{QUOTED}</blockquote></div>'
    made.set_content(f"<html><body>{PAGE}{quoted}</body></html>", subtype="html")
    found = article(made)
    assert [QUOTED in line for line in kinds(found, BlockKind.BOILERPLATE)] == [True]
    assert "It leaks still." in kinds(found, BlockKind.PARAGRAPH)


def test_attachments_are_named() -> None:
    made = message()
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="report.pdf")
    made.add_attachment("A text of its own.", filename="notes.txt")
    found = article(made)
    assert "its attachments were not read: report.pdf, notes.txt" in found.notes
    assert "A text of its own" not in found.text


def test_a_message_that_only_wraps_another_is_read_as_that() -> None:
    made = message("\n", Subject="Fwd: see below", From="Jon Hale <jon@example.org>")
    made.add_attachment(message())
    found = article(made)
    assert (found.title, found.byline) == ("Dam closed after leak", "Mira Tolland")


def test_a_message_attached_to_a_text_is_named() -> None:
    made = message()
    made.add_attachment(message(Subject="Gates opened"))
    assert "its attachments were not read: message 'Gates opened'" in article(made).notes


def test_a_digest_is_its_messages_below_their_subjects() -> None:
    made = message("\n", Subject="Digest of May")
    made.add_attachment(message("The dam was closed on Monday.", Subject="Dam closed"))
    made.add_attachment(message("The gates were opened on Friday.", Subject="Gates opened"))
    found = article(made)
    assert found.title == "Digest of May"
    assert kinds(found, BlockKind.HEADING) == ["Dam closed", "Gates opened"]
    assert kinds(found, BlockKind.PARAGRAPH) == ["The dam was closed on Monday.", "The gates were opened on Friday."]


def test_a_saved_web_page_counts_by_its_own_metadata() -> None:
    head = '<head><title>Dam closed</title><meta property="article:published_time" content="2024-05-02"></head>'
    page = "".join(
        f"<p>The operator closed gate {n} of the dam on Monday, it said in a statement.</p>" for n in range(4)
    )
    made = message("x", From="<Saved by Blink>", Snapshot_Content_Location="https://courier.example/dam")
    made.set_content(f"<html>{head}<body><h1>Dam closed</h1>{page}</body></html>", subtype="html")
    found = read("a.mhtml", made.as_bytes())
    assert (found.published, found.url, found.byline) == ("2024-05-02", "https://courier.example/dam", None)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (message("\n").as_bytes(), "is a message without text"),
        (b"From: a@b.example\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\nabc\n--x--\n", "is encrypted"),
    ],
)
def test_a_message_without_words_says_what_to_do(raw: bytes, says: str) -> None:
    with pytest.raises(EmptyFileError, match=says):
        article(raw)


def test_a_message_of_attachments_only_names_them() -> None:
    made = message("\n")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="scan.png")
    with pytest.raises(EmptyFileError, match=r"only attachments \(scan\.png\)"):
        article(made)


def test_messages_nested_without_end_are_refused() -> None:
    made = message("\n")
    for _ in range(30):
        outer = message("\n")
        outer.add_attachment(made)
        made = outer
    with pytest.raises(ReadError, match="nested too deeply"):
        article(made)


def test_multiparts_nested_without_end_are_refused() -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    with pytest.raises(ReadError, match=r"nested too deeply|without text"):
        article(b"From: a@b.example\nSubject: x\n" + deep + b"\n\nwords")


@pytest.mark.parametrize(
    ("head", "is_mail"),
    [
        (b"From: a@b.example\nSubject: Dam\n\nText", True),
        (b"Received: from x\n by y\nDate: Fri, 3 May 2024 10:15:00 +0000\n\nText", True),
        (b"\xef\xbb\xbfMIME-Version: 1.0\r\nSubject: Dam\r\n\r\nText", True),
        (b"Title: Dam closed\nDate: 2024-05-03\n\nText", False),
        (b"From: Brennick to the coast\nThe road is closed.\n\nText", False),
        (b"Subject: Dam\nDate: 2024-05-03\n\nText", False),
        (b"The council met.", False),
        (b"", False),
    ],
)
def test_messages_are_known_by_their_header(head: bytes, is_mail: bool) -> None:
    assert is_message(head) is is_mail
    if head.strip():
        assert (read("a.txt", head).media_type == "message/rfc822") is is_mail


RICH = message()
RICH.add_alternative(f"<html><body>{PAGE}</body></html>", subtype="html")
RICH.add_attachment(message(), filename="inner.eml")
BYTES = RICH.as_bytes()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_broken_messages_are_read_or_refused_in_words(data: st.DataObject) -> None:
    raw = bytearray(BYTES[: data.draw(st.integers(1, len(BYTES)))])
    for _ in range(data.draw(st.integers(0, 20))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ReadError):
        assert read("a.eml", bytes(raw), ReadHints(media_type="message/rfc822")).text


def test_a_message_that_was_saved_as_utf_16_is_read_as_one() -> None:
    raw = message().as_bytes().decode().encode("utf-16")
    assert is_message(raw[:2048])
    found = read("saved.txt", raw)
    assert (found.title, found.byline, found.reader) == ("Dam closed after leak", "Mira Tolland", "eml 1")
    assert "Nobody was hurt." in found.text
