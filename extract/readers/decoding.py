"""Bytes to text: byte order marks, UTF-8, what the file or the user declares, then detection."""

from __future__ import annotations

import codecs
import re

from extract.errors import BinaryFileError, EncodingError, UnknownFormatError

#: The longest first: UTF-32's mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x89PNG\r\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
)
_SAMPLE = 64_000
#: Control characters that no text file has (tab, newlines, form feed and escape it may have).
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_BINARY = 0.01
_FEWEST_BINARY = 3  # a stray NUL or two in a text is no reason to refuse it
_MOST_IN_SHORT = 0.1
#: What UTF-8 read as windows-1252 looks like: "â€™" for an apostrophe, "Ã©" for é.
_MOJIBAKE = re.compile("â€[\x80-\xbf™œ\x9d˜¦“”]|Ã[\x80-\xbf©¨ª¶¼¤±³§ ]|Â[\xa0-\xbf]")
_NONSENSE = re.compile("[\x80-\x9f\ufffd]")
#: The encodings of the web (WHATWG's Encoding Standard) that files still come in.
_MULTIBYTE = ("gb18030", "big5", "cp932", "euc_jp", "cp949")
_CODECS = (
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "koi8_r",
    *_MULTIBYTE,
)
_MOSTLY_ASCII = 0.8
#: charset-normalizer's measure of mess, above which its guess is no better than another.
_MOST_MESS = 0.2


def decode(source: str, raw: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of `raw` and notes on what was done that is not plain UTF-8.

    `declared` is what the user or the file itself (an HTML meta tag) names. Raises BinaryFileError,
    UnknownFormatError for a format known by its signature, and EncodingError.
    """
    text, notes = _decode(source, raw, declared)
    if not _MOJIBAKE.search(text):
        return text, notes
    mended = _mend(text)
    return (mended, (*notes, "mended wrongly decoded characters (mojibake)")) if mended else (text, notes)


def _decode(source: str, raw: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return _strictly(source, raw[len(mark) :], codec), () if codec == "utf-8" else (f"decoded as {codec}",)
    refuse_binary(source, raw)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        damage = error
    cut = _without_cut_end(raw, damage)
    if cut is not None:
        return cut, ("the file ends in the middle of a character",)
    if declared and (text := _declared(raw, declared)) is not None:
        return text, (f"decoded as {codecs.lookup(declared).name}",)
    return _detected(source, raw, damage)


def refuse_binary(source: str, raw: bytes) -> None:
    """Raises UnknownFormatError or BinaryFileError if these bytes are plainly no text in an 8-bit code."""
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            raise UnknownFormatError(
                f"{source} is {name}, which cannot be read here. Save its text as .txt, .md or .html and name that."
            )
    sample = raw[:_SAMPLE]
    strange = len(_BINARY.findall(sample))
    if strange > max(_MOST_BINARY * len(sample), _FEWEST_BINARY) or strange > _MOST_IN_SHORT * len(sample):
        raise BinaryFileError(f"{source} holds binary data, not text. Leave it out, or convert it to text first.")


def _strictly(source: str, raw: bytes, codec: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"{source} begins with the mark of {codec.upper()} but is damaged at byte {error.start}. "
            "Save it again as UTF-8."
        ) from error


def _without_cut_end(raw: bytes, damage: UnicodeDecodeError) -> str | None:
    """The text up to an incomplete last character: a download that broke off."""
    at_end = damage.end == len(raw) and damage.start >= len(raw) - 3 and raw[damage.start] >= 0xC2
    return raw[: damage.start].decode("utf-8") if at_end and not raw[: damage.start].isascii() else None


def _declared(raw: bytes, codec: str) -> str | None:
    try:
        text = raw.decode(codec)
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if _NONSENSE.search(text) else text


def _detected(source: str, raw: bytes, damage: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    for codec in _likely(raw[:_SAMPLE]):
        text = _declared(raw, codec)
        if text is not None:
            return text, (f"decoded as {codecs.lookup(codec).name}",)
    raise EncodingError(
        f"{source} is not valid UTF-8 (byte {damage.start}) and no other encoding fits. "
        "Save it as UTF-8, or name its encoding."
    )


def _likely(sample: bytes) -> list[str]:
    """The codecs that fit, best first. Little but ASCII is Western European: a detector can only guess there."""
    from charset_normalizer import from_bytes

    matches = [match for match in from_bytes(sample, cp_isolation=list(_CODECS)) if match.chaos <= _MOST_MESS]
    western = sum(byte < 0x80 for byte in sample) > _MOSTLY_ASCII * len(sample)
    if not western:
        matches = [match for match in matches if match.coherence or match.encoding in _MULTIBYTE]
    names = [name for match in matches for name in match.could_be_from_charset if name in _CODECS]
    return sorted(names, key=lambda name: name != "cp1252") if western else names


def _mend(text: str) -> str | None:
    """`text` with mojibake undone, or None where that changes nothing."""
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    mended = ftfy.fix_text(text, config)
    return mended if mended != text else None
