"""E-mail messages (RFC 5322, MIME): the text for people, headers as metadata, what is quoted as boilerplate."""

from __future__ import annotations

import codecs
import email
import email.header
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage

from extract.errors import EmptyFileError, ReadError
from extract.model import BlockKind
from extract.readers import html, mailhtml, replies
from extract.readers.dates import iso_date
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input, Piece, ReadHints
from extract.readers.fragment import pieces_of_fragment
from extract.readers.senders import byline, outlet
from extract.readers.watch import watched

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = re.compile(
    rb"(?:From|Date|Subject|To|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Reply-To|Content-Type"
    rb"|(?:DKIM|ARC|X|List)-[A-Za-z-]+):[ \t]?",
    re.I,
)
#: At least one of these; "Date:" and "Subject:" alone may also be written over a plain text.
_MAIL_ONLY = re.compile(rb"^(?:From|Message-ID|MIME-Version|Received|Return-Path):", re.I | re.M)
_FIELD = re.compile(rb"[!-9;-~]{1,76}:|[ \t]+\S")
_FEWEST_HEADERS = 2
_STATEFUL = ("iso2022", "utf_7", "hz")  # ASCII bytes that mean other letters: never to be read as UTF-8
_SUBJECT_MARK = re.compile(r"(?:(?:re|fwd?|aw|wg|antw|sv|tr)\s*(?:\[\d+\])?\s*:\s*|\[[\w .&-]{1,40}\]\s+)", re.I)
_ADDRESS = re.compile(r"<(https?://[^\s<>]+)>|(https?://\S+)")
#: A plain part with fewer words than this share of the page beside it is a stub ("View in browser").
_STUB = 0.5
_MOST_NAMED = 5
_SEALED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime", "smime.p7m"))
_MOST_DEPTH = 20
_MOST_PARTS = 1000


def is_message(head: bytes) -> bool:
    """Whether a file begins with the header fields of a message."""
    lines = _in_bytes(head).removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").splitlines()
    block = lines[: lines.index(b"")] if b"" in lines else lines[:-1]
    known = sum(bool(_HEAD.match(line)) for line in block)
    plain = all(_FIELD.match(line) for line in block)
    return plain and known >= _FEWEST_HEADERS and bool(_MAIL_ONLY.search(b"\n".join(block)))


@watched
def read(file: Input) -> Draft:
    try:
        message = email.message_from_bytes(_in_bytes(file.raw).lstrip(b"\r\n"), policy=email.policy.default)
        return _draft(file, message, 0)
    except (RecursionError, MemoryError) as error:
        raise ReadError(_nested(file.source)) from error


def _in_bytes(raw: bytes) -> bytes:
    """A message that was saved as UTF-16 text, in UTF-8; others as they are."""
    return raw.decode("utf-16", "ignore").encode() if raw.startswith(_UTF_16) else raw


def _nested(source: str) -> str:
    return f"{source}: its parts are nested too deeply. Save the message's text as .txt and name that."


def _draft(file: Input, message: EmailMessage, depth: int) -> Draft:
    """The message's own text; of one that only wraps others, theirs."""
    if depth > _MOST_DEPTH:
        raise ReadError(_nested(file.source))
    parts = _parts(file.source, message)
    if _is_saved_page(message) and parts.pages:
        return _saved_page(file, message, parts.pages[0])
    if message.get_content_type() == "multipart/encrypted" or _SEALED.intersection(parts.attached):
        raise EmptyFileError(f"{file.source} is encrypted. Open it in the mail program and save its text as .txt.")
    body = _body(file, parts)
    if not body.has_words and parts.messages:
        return _wrapped(file, message, parts, depth)
    if not body.has_words:
        raise EmptyFileError(_without_text(file.source, parts))
    return replace(_headed(message, body), notes=(*body.notes, *_attached(parts)))


# --- The parts of a message ---


@dataclass(frozen=True, slots=True)
class _Parts:
    plain: tuple[EmailMessage, ...]
    pages: tuple[EmailMessage, ...]
    messages: tuple[EmailMessage, ...]
    attached: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Body:
    pieces: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def has_words(self) -> bool:
        return self.words > 0

    @property
    def words(self) -> int:
        own = (piece.text for piece in self.pieces if piece.kind is not BlockKind.BOILERPLATE)
        return sum(len(re.findall(r"\w+", text)) for text in own)


def _parts(source: str, message: EmailMessage) -> _Parts:
    plain: list[EmailMessage] = []
    pages: list[EmailMessage] = []
    messages: list[EmailMessage] = []
    attached: list[str] = []
    for part in _walk(source, message):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            messages += _inner(part)
        elif kind in ("text/plain", "text/html") and not _is_attachment(part):
            (plain if kind == "text/plain" else pages).append(part)
        else:
            attached.append(_name(part))
    return _Parts(tuple(plain), tuple(pages), tuple(messages), tuple(attached))


def _walk(source: str, message: EmailMessage) -> Iterator[EmailMessage]:
    """The leaves in order, without going into attached messages."""
    rest = [message]
    for _ in range(_MOST_PARTS):
        if not rest:
            return
        part = rest.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            rest.extend(reversed(_inner(part)))
        else:
            yield part
    raise ReadError(f"{source} has more than {_MOST_PARTS:,} parts. Save its text as .txt and name that.")


def _inner(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, EmailMessage)] if isinstance(payload, list) else []


def _is_attachment(part: EmailMessage) -> bool:
    """A text with a name of its own is a file, whatever its disposition; mail programs differ on that."""
    disposition = (_header(part, "Content-Disposition") or "").lower()
    return disposition.startswith("attachment") or (disposition.startswith("inline") and bool(_filename(part)))


def _name(part: EmailMessage) -> str:
    return _filename(part) or part.get_content_type()


def _filename(part: EmailMessage) -> str:
    try:
        return " ".join((part.get_filename() or "").split())[:80]
    except (ValueError, TypeError, LookupError, AttributeError, IndexError):
        return ""


def _attached(parts: _Parts) -> tuple[str, ...]:
    subjects = (f"message {_subject(m) or 'without a subject'!r}" for m in parts.messages)
    names = [*parts.attached, *subjects]
    if not names:
        return ()
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return (f"its attachments were not read: {', '.join(names[:_MOST_NAMED])}{more}",)


# --- Text ---


def _body(file: Input, parts: _Parts) -> _Body:
    """The plain part where it says as much as the page beside it, else the page: that keeps headings and lists."""
    plain = _plain(file, parts.plain)
    page = _page(file, parts.pages)
    return page if page.words and plain.words < _STUB * page.words else plain if plain.words else page


def _plain(file: Input, parts: tuple[EmailMessage, ...]) -> _Body:
    pieces: list[Piece] = []
    notes: list[str] = []
    for part in parts:
        text, said = _text(file, part)
        if part.get_param("format", "") == "flowed":
            text = _unflowed(text, delsp=str(part.get_param("delsp", "")).lower() == "yes")
        pieces += replies.pieces_of(text)
        notes += said
    return _Body(tuple(pieces), tuple(dict.fromkeys(notes)))


def _page(file: Input, parts: tuple[EmailMessage, ...]) -> _Body:
    pieces: list[Piece] = []
    notes: list[str] = []
    for part in parts:
        text, said = _text(file, part)
        own, quoted = mailhtml.divided(text)
        try:
            pieces += (*pieces_of_fragment(file.source, own), *quoted)
        except ReadError:
            said = ("a page in it is damaged and was left out",)
        notes += said
    return _Body(tuple(pieces), tuple(dict.fromkeys(notes)))


def _text(file: Input, part: EmailMessage) -> tuple[str, tuple[str, ...]]:
    """The decoded text of a part; a transfer encoding that is broken gives what can be saved."""
    try:
        raw = part.get_payload(decode=True)
    except (ValueError, LookupError, UnicodeError):
        return "", ("a part of it is damaged and was left out",)
    if not isinstance(raw, bytes) or not raw.strip():
        return "", ()
    charset = _charset(file.hints, part)
    try:
        if charset and charset.startswith(_STATEFUL):
            return raw.decode(charset, "replace"), (f"decoded as {charset}",)
        return decode(file.source, raw, charset)
    except ReadError:
        return "", ("a part of it is no text and was left out",)


def _charset(hints: ReadHints, part: EmailMessage) -> str | None:
    try:
        return hints.encoding or codecs.lookup(part.get_content_charset() or "").name.replace("-", "_")
    except (LookupError, ValueError, UnicodeError, TypeError, AttributeError):
        return None


def _unflowed(text: str, *, delsp: bool) -> str:
    """The paragraphs of RFC 3676: a line that ends in a space goes on in the next one of the same quote depth."""
    lines: list[str] = []
    open_depth: int | None = None
    for raw in text.replace("\r\n", "\n").split("\n"):
        depth = len(raw) - len(raw.lstrip(">"))
        line = raw[depth:].removeprefix(" ")
        if open_depth == depth and line != "-- ":
            lines[-1] += line
        else:
            lines.append(("> " if depth else "") + line)
        flows = line.endswith(" ") and line != "-- "
        if flows and delsp:
            lines[-1] = lines[-1][:-1]
        open_depth = depth if flows else None
    return "\n".join(lines)


# --- Headers ---


def _headed(message: EmailMessage, body: _Body) -> Draft:
    return Draft(
        pieces=body.pieces,
        title=_subject(message),
        byline=byline(_header(message, "From")),
        outlet=outlet(_header(message, "Organization"), _header(message, "List-Id"), _header(message, "From")),
        published=_date(message),
        language=(_header(message, "Content-Language") or "").split(",")[0].split("-")[0].strip().lower() or None,
        url=_address(_header(message, "Archived-At")),
        notes=body.notes,
    )


def _header(message: EmailMessage, name: str) -> str | None:
    """A header as one line. The parser of broken headers itself fails on some: those are taken as they stand."""
    try:
        value = message[name]
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, email.errors.MessageError):
        value = next((raw for key, raw in message.raw_items() if key.lower() == name.lower()), None)
    text = "" if value is None else str(value)
    return " ".join(_decoded(text).split()) or None


def _decoded(text: str) -> str:
    """8-bit headers come as surrogates (RFC 6532 wants UTF-8); encoded words (RFC 2047) may be left over."""
    with_bytes = text.encode("utf-8", "surrogateescape")
    try:
        text = with_bytes.decode("utf-8")
    except UnicodeDecodeError:
        text = with_bytes.decode("cp1252", "replace")
    if "=?" not in text:
        return text
    try:
        return str(email.header.make_header(email.header.decode_header(text)))
    except (ValueError, LookupError, email.errors.MessageError):
        return text


def _subject(message: EmailMessage) -> str | None:
    """The subject without "Re:", "Fwd:" and the name of a list in brackets."""
    text = _header(message, "Subject") or ""
    while match := _SUBJECT_MARK.match(text):
        text = text[match.end() :]
    return text.strip() or None


def _date(message: EmailMessage) -> str | None:
    return iso_date(re.sub(r"\s*\([^()]*\)\s*$", "", _header(message, "Date") or ""))


def _address(value: str | None) -> str | None:
    match = _ADDRESS.search(value or "")
    return (match[1] or match[2]) if match else None


# --- Messages that hold messages ---


def _wrapped(file: Input, message: EmailMessage, parts: _Parts, depth: int) -> Draft:
    """One forwarded message is the article; several (a digest) are one text, each below its subject."""
    drafts = [draft for inner in parts.messages if (draft := _inside(file, inner, depth + 1))]
    if not drafts:
        raise EmptyFileError(_without_text(file.source, parts))
    if len(drafts) == 1:
        return drafts[0]
    pieces = (p for d in drafts for p in (Piece(d.title or "", BlockKind.HEADING), *d.pieces) if p.text)
    notes = dict.fromkeys(note for draft in drafts for note in draft.notes)
    return _headed(message, _Body(tuple(pieces), (f"{len(drafts)} messages in one", *notes)))


def _inside(file: Input, message: EmailMessage, depth: int) -> Draft | None:
    try:
        return _draft(file, message, depth)
    except EmptyFileError:
        return None


# --- Web pages in a message (MHTML, RFC 2557) ---


def _is_saved_page(message: EmailMessage) -> bool:
    return "Snapshot-Content-Location" in message or (_header(message, "From") or "").startswith("<Saved by")


def _saved_page(file: Input, message: EmailMessage, part: EmailMessage) -> Draft:
    """What a browser saved: the page's own metadata count, for the headers say when it was saved and by what."""
    text, notes = _text(file, part)
    draft = html.read(Input(file.source, text.encode("utf-8", "replace"), replace(file.hints, encoding="utf-8")))
    url = draft.url or _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
    return replace(draft, url=url, notes=(*notes, *draft.notes))


def _without_text(source: str, parts: _Parts) -> str:
    if parts.attached:
        return (
            f"{source} has no text, only attachments ({', '.join(parts.attached[:_MOST_NAMED])}). Save and name those."
        )
    return f"{source} is a message without text. Leave it out, or save the message again."
