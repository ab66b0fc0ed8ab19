"""Bytes to text: byte order marks, UTF-8, what the file or the user declares, then detection."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from extract.errors import BinaryFileError, EncodingError, UnknownFormatError

#: The longest first: UTF-32's mark begins with UTF-16's.
MARKS = (
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
#: What UTF-8 read as windows-1252 looks like, a first byte and one that follows: "â€™" for an apostrophe, "Ã©" for é,
#: "Ð¿" for п. Whether it is that, ftfy decides.
_FOLLOWING = "\x80-\xbf" + "".join(sorted({bytes((byte,)).decode("cp1252", "ignore") for byte in range(0x80, 0xC0)}))
_MOJIBAKE = re.compile(f"[\xc2-\xf4][{_FOLLOWING}]")
_NONSENSE = re.compile("[\x80-\x9f\ufffd]")
#: The encodings of the web (WHATWG's Encoding Standard) that files still come in.
_MULTIBYTE = ("gb18030", "big5", "cp932", "euc_jp", "cp949")
_WINDOWS = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258")
_CODECS = (*_WINDOWS, "koi8_r", "iso8859_5", "cp866", *_MULTIBYTE)
_WIDE = (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2))
_FEWEST_WIDE = 8  # characters
_FEWEST_WORDS = 2
_MOST_WRITING = 0.97
#: Controls, private use and what no character has: other bytes read as UTF-16 are full of them.
_NOT_WRITTEN = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")
_EAST_ASIAN = re.compile("[\n\r !-~\u2018-\u201d\u2026\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]")
#: ISO 2022-JP switches between sets of characters by escape sequences, all in ASCII.
_ESCAPES = re.compile(rb"\x1b\$[@B][!-~\s]+?\x1b\([BJ]")
_STRAY = "extract-stray-byte"
_FEWEST_WHOLE = 3
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
    for mark, codec in MARKS:
        if raw.startswith(mark):
            return _strictly(source, raw[len(mark) :], codec), () if codec == "utf-8" else (f"decoded as {codec}",)
    _refuse_signature(source, raw)
    if wide := _wide(raw):
        return wide[0], (f"decoded as {wide[1]}",)
    if _ESCAPES.search(raw[:_SAMPLE]) and (text := _declared(raw, "iso2022_jp")) is not None:
        return text, ("decoded as iso2022_jp",)
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
    return _mixed(raw) or _detected(source, raw, damage)


def refuse_binary(source: str, raw: bytes) -> None:
    """Raises UnknownFormatError or BinaryFileError if these bytes are plainly no text in an 8-bit code."""
    _refuse_signature(source, raw)
    if _looks_binary(raw[:_SAMPLE]):
        raise BinaryFileError(f"{source} holds binary data, not text. Leave it out, or convert it to text first.")


def _looks_binary(sample: bytes) -> bool:
    strange = len(_BINARY.findall(sample))
    return strange > max(_MOST_BINARY * len(sample), _FEWEST_BINARY) or strange > _MOST_IN_SHORT * len(sample)


def _refuse_signature(source: str, raw: bytes) -> None:
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            raise UnknownFormatError(
                f"{source} is {name}, which cannot be read here. Save its text as .txt, .md or .html and name that."
            )


def _wide(raw: bytes) -> tuple[str, str] | None:
    """Text in UTF-16 or UTF-32 without a mark, and which: bytes that are no 8-bit text, and taken by twos or fours
    are nearly all characters of one script. (ASCII taken by twos looks Chinese, so it is not asked.)"""
    sample = raw[:_SAMPLE]
    if b"\0" not in sample and not _looks_binary(sample):
        return None
    for codec, width in _WIDE:
        if len(raw) % width == 0 and len(raw) >= _FEWEST_WIDE * width:
            try:
                text = raw.decode(codec)
            except UnicodeDecodeError:
                continue
            if _is_writing(text[: _SAMPLE // width]):
                return text, codec
    return None


def _is_writing(text: str) -> bool:
    """Words with white space between them in characters of few blocks of Unicode, or Chinese, Japanese, Korean."""
    if _NOT_WRITTEN.search(text):
        return False
    if len(_EAST_ASIAN.findall(text)) >= _MOST_WRITING * len(text):
        return any(char in text for char in "。、，\n ")
    blocks = Counter(ord(char) >> 8 for char in text)
    usual = sum(count for _, count in blocks.most_common(3))
    return usual >= _MOST_WRITING * len(text) and len(text.split()) >= _FEWEST_WORDS


def _mixed(raw: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 with a few bytes of windows-1252 among it, as where a page took in another: those bytes by themselves."""
    strays: list[bytes] = []

    def read_stray(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        stray = error.object[error.start : error.start + 1]
        strays.append(stray)
        return stray.decode("cp1252", "replace"), error.start + 1

    codecs.register_error(_STRAY, read_stray)
    text = raw.decode("utf-8", _STRAY)
    whole = sum(not char.isascii() for char in text) - len(strays)
    if whole < len(strays) or whole < _FEWEST_WHOLE or "\ufffd" in text:
        return None
    count = f"{len(strays)} byte{'s' if len(strays) > 1 else ''}"
    return text, (f"decoded {count} that are not UTF-8 as cp1252",)


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
