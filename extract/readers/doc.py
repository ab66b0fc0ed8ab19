"""Word documents from before 2007, by a program that reads them: LibreOffice, antiword or catdoc, if there is one."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from extract.errors import MissingReaderError, ReadError, UnknownFormatError
from extract.readers import docx, msg
from extract.readers.decoding import decode
from extract.readers.draft import MAX_BYTES, Draft, Input, Piece

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: LibreOffice keeps headings, lists and tables; the others give the words.
OFFICES = ("soffice", "libreoffice")
PROGRAMS = (*OFFICES, "antiword", "catdoc")
_OPTIONS = {"antiword": ("-m", "UTF-8.txt", "-w", "0"), "catdoc": ("-d", "utf-8", "-w")}
_LONGEST = 120  # seconds


def is_ole(head: bytes) -> bool:
    """Whether a file is a compound file, as all Office documents from before 2007 and Outlook's messages are."""
    return head.startswith(_SIGNATURE)


def read(file: Input) -> Draft:
    """Raises MissingReaderError without a program, and ReadError for what none can read."""
    if _holds(file.raw, "EncryptedPackage"):
        raise ReadError(
            f"{file.source} has a password. Open it in the program it was made with and save it without one."
        )
    if _holds(file.raw, "__substg1.0_"):
        return msg.read(file)
    for stream, ending in (("Workbook", "xlsx"), ("PowerPoint Document", "pptx")):
        if _holds(file.raw, stream):
            raise UnknownFormatError(f"{file.source} is an Office document from before 2007. Save it as .{ending}.")
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise MissingReaderError(
            f"{file.source} is a Word document from before 2007. Install LibreOffice, antiword or catdoc, which can "
            "read it, or save it as .docx."
        )
    with tempfile.TemporaryDirectory(prefix="extract-doc-") as folder:
        path = Path(folder, "document.doc")
        path.write_bytes(file.raw)
        if Path(program).name in OFFICES:
            return docx.read(Input(file.source, _converted(file.source, program, path), file.hints))
        words = _output(file.source, [program, *_OPTIONS[Path(program).name], str(path)])
    return Draft((Piece(decode(file.source, words)[0]),))


def _holds(raw: bytes, stream: str) -> bool:
    """Whether a compound file has a stream (or one that begins so): its directory names them in UTF-16."""
    return stream.encode("utf-16-le") in raw


def _converted(source: str, program: str, path: Path) -> bytes:
    own = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    _output(source, [program, own, "--headless", "--convert-to", "docx", "--outdir", str(path.parent), str(path)])
    made = path.with_suffix(".docx")
    if not made.exists() or made.stat().st_size > MAX_BYTES:
        raise ReadError(_unreadable(source, program, "it gave no document"))
    return made.read_bytes()


def _output(source: str, command: list[str]) -> bytes:
    try:
        ran = subprocess.run(  # noqa: S603 - a program of the user's own, without a shell
            command, capture_output=True, check=False, timeout=_LONGEST, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ReadError(_unreadable(source, command[0], str(error)[:200])) from error
    if ran.returncode:
        raise ReadError(_unreadable(source, command[0], ran.stderr.decode("utf-8", "replace").strip()[:200]))
    return ran.stdout


def _unreadable(source: str, program: str, why: str) -> str:
    return f"{source} could not be read by {Path(program).name} ({why}). Save it as .docx."
