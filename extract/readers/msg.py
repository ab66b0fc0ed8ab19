"""Outlook messages (.msg, MS-OXMSG), by olefile: made into a message as it is sent, and read as that."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from email import message_from_string, policy
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from extract.errors import EmptyFileError, MissingReaderError, ReadError
from extract.readers import eml
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input
from extract.readers.watch import watched

#: Properties of a message (MS-OXPROPS), as their streams are called.
_SUBJECT, _HEADERS, _TEXT, _PAGE, _RICH = "0037", "007D", "1000", "1013", "1009"
_SENDERS = ("0C1A", "0042")
_ADDRESSES = ("5D01", "0C1F", "0065")
_FILE_NAMES = ("3707", "3704", "3001")
#: When it was submitted and when it was delivered, as properties of the type "time".
_SENT = (0x0039_0040, 0x0E06_0040)
_PROPERTIES = "__properties_version1.0"
_ATTACHED = "__attach"
_HEAD = 32  # bytes before the first property
_YEAR_ONE = datetime(1601, 1, 1, tzinfo=UTC)
#: Of a sender in the same house: it gives no outlet.
_NO_ADDRESS = "unknown@localhost"
_MOST_STREAM = 30_000_000
_MOST_ATTACHED = 50


@watched
def read(file: Input) -> Draft:
    """Raises MissingReaderError without olefile, ReadError for what it cannot read."""
    try:
        import olefile
    except ImportError as error:
        raise MissingReaderError(
            f"{file.source} is an Outlook message. Install its reader with: pip install 'extract-claims[msg]'"
        ) from error
    try:
        with olefile.OleFileIO(io.BytesIO(file.raw)) as ole:
            message = _Message(file.source, ole).as_mail()
    except ReadError:
        raise
    except Exception as error:  # what olefile raises for damage is not one family
        raise ReadError(
            f"{file.source} could not be read as an Outlook message ({str(error)[:200]}). Save it as .eml or .txt."
        ) from error
    return eml.read(Input(file.source, message.as_bytes(), file.hints))


class _Message:
    def __init__(self, source: str, ole: Any) -> None:
        self._source = source
        self._ole = ole
        self._streams = {"/".join(path) for path in ole.listdir()}

    def as_mail(self) -> EmailMessage:
        message = EmailMessage(policy=policy.default)
        sent = message_from_string(self._text("", _HEADERS), policy=policy.compat32)
        for name in ("Message-ID", "Reply-To", "List-Id", "Organization"):
            if value := sent.get(name):
                message[name] = _line(str(value))
        message["Subject"] = _line(self._text("", _SUBJECT))
        message["From"] = self._sender()
        if date := self._sent() or sent.get("Date"):
            message["Date"] = _line(str(date))
        text, page = (
            self._text("", _TEXT),
            self._bytes("", _PAGE, "0102").rstrip(b"\0") or self._text("", _PAGE).encode(),
        )
        if not text.strip() and not page.strip():
            why = "its text is in Outlook's own format" if self._bytes("", _RICH, "0102") else "it has no text"
            raise EmptyFileError(f"{self._source}: {why}. Save it as .eml or .txt in Outlook.")
        if text.strip():
            message.set_content(text)
        if page.strip():
            message.add_alternative(page, maintype="text", subtype="html")
        for folder in sorted({name.split("/")[0] for name in self._streams if name.startswith(_ATTACHED)})[
            :_MOST_ATTACHED
        ]:
            name = next((found for key in _FILE_NAMES if (found := _line(self._text(f"{folder}/", key)))), "attachment")
            message.add_attachment(b"-", maintype="application", subtype="octet-stream", filename=name)
        return message

    def _sender(self) -> str:
        name = next((found for key in _SENDERS if (found := self._text("", key))), "")
        address = next((found for key in _ADDRESSES if "@" in (found := self._text("", key))), "")
        quoted = _line(name).replace('"', "'")
        return f'"{quoted}" <{_line(address) or _NO_ADDRESS}>'

    def _sent(self) -> str | None:
        """The date in the table of properties: 16 bytes each, of which 8 are the number of 100 ns since 1601."""
        table = self._stream(_PROPERTIES)[_HEAD:]
        rows = (table[at : at + 16] for at in range(0, len(table), 16))
        found = {int.from_bytes(row[:4], "little"): row[8:] for row in rows}
        for name in _SENT:
            if ticks := int.from_bytes(found.get(name, b""), "little"):
                try:
                    return format_datetime(_YEAR_ONE + timedelta(microseconds=ticks // 10))
                except OverflowError:
                    return None
        return None

    def _text(self, folder: str, name: str) -> str:
        if wide := self._bytes(folder, name, "001F"):
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._bytes(folder, name, "001E").rstrip(b"\0")
        return decode(self._source, narrow)[0] if narrow else ""

    def _bytes(self, folder: str, name: str, kind: str) -> bytes:
        return self._stream(f"{folder}__substg1.0_{name}{kind}")

    def _stream(self, name: str) -> bytes:
        if name not in self._streams:
            return b""
        with self._ole.openstream(name.split("/")) as stream:
            return bytes(stream.read(_MOST_STREAM))


def _line(value: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())
