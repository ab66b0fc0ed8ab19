"""Bytes to text without loss: byte order marks, encodings without one, mixtures, text that was decoded wrongly."""

from __future__ import annotations

import random
import sys
from itertools import product

import ftfy.bad_codecs  # noqa: F401 - "sloppy-windows-1252": what browsers decode as windows-1252
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import BinaryFileError, EncodingError
from extract.readers.decoding import decode

ENGLISH = "“No,” said the mayor’s wife – the café in Sund closed at five. Nobody knew why she had left the town. "
TEXTS = {
    "english": ENGLISH * 2,
    "russian": "Совет утвердил бюджет в понедельник после долгих дебатов. Мэр сказала, что налоги не вырастут.\n" * 2,
    "japanese": "市議会は月曜日に予算案を可決した。市長は増税しないと述べた。野党は反対した。\n" * 3,
    "chinese": "市议会星期一通过了预算案。市长说，税收不会增加。反对党投了反对票。\n" * 3,
    "korean": "시의회는 월요일 예산안을 통과시켰다. 시장은 세금이 오르지 않을 것이라고 말했다.",
    "polish": "Rada przyjęła w poniedziałek budżet po długiej debacie. Żaden z posłów nie głosował przeciw.",
    "greek": "Το δημοτικό συμβούλιο ενέκρινε τον προϋπολογισμό τη Δευτέρα μετά από μακρά συζήτηση.",
    "german": "Der Rat beschloss am Montag den Haushalt. „Die Steuern bleiben“, sagte sie – überraschend.",
}
CODECS = {
    "english": ("utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"),
    "russian": ("cp1251", "koi8-r", "iso8859-5", "cp866", "utf-16-le", "utf-16-be", "utf-32-be"),
    "japanese": ("cp932", "euc_jp", "iso2022_jp", "utf-16-le", "utf-16-be"),
    "chinese": ("gb18030", "utf-16-le", "utf-32-le"),
    "korean": ("cp949", "utf-16-be"),
    "polish": ("cp1250", "utf-16-le"),
    "greek": ("cp1253", "utf-16-be"),
    "german": ("cp1252", "utf-16-le"),
}
MENDED = "mended wrongly decoded characters (mojibake)"


@pytest.mark.parametrize(("language", "codec"), [(name, c) for name, codecs in CODECS.items() for c in codecs])
def test_the_encoding_is_found_and_said(language: str, codec: str) -> None:
    text, notes = decode("a.txt", TEXTS[language].encode(codec))
    assert text == TEXTS[language]
    named = codec if codec not in ("utf-16", "utf-32") else f"{codec}-{'le' if sys.byteorder == 'little' else 'be'}"
    assert notes == (() if codec == "utf-8" else (f"decoded as {named}",))


#: Twice as well, but for Russian: what is left of it then is no longer plain.
WRONGLY = [*product(["english", "russian", "polish", "german"], [1]), *product(["english", "polish", "german"], [2])]


@pytest.mark.parametrize(("language", "times"), WRONGLY)
def test_text_that_was_decoded_wrongly_is_mended(language: str, times: int) -> None:
    text = TEXTS[language]
    for _ in range(times):
        text = text.encode().decode("sloppy-windows-1252")
    assert decode("a.txt", text.encode()) == (TEXTS[language], (MENDED,))


def test_a_mended_passage_leaves_the_others_as_they_are() -> None:
    wrong = "The mayor’s café".encode().decode("sloppy-windows-1252")
    assert decode("a.txt", f"{ENGLISH}\n{wrong}".encode())[0] == f"{ENGLISH}\nThe mayor’s café"


@pytest.mark.parametrize(
    "text",
    ["She said “café”, and left.", "«Là-bas», dit-il à l’été.", "Ã is a letter of Portuguese: São, Ã.", "Ä–Ö–Ü"],
)
def test_what_only_looks_a_little_like_it_is_left_alone(text: str) -> None:
    assert decode("a.txt", text.encode()) == (text, ())


def test_strange_bytes_among_utf_8_are_read_by_themselves() -> None:
    """A page took in another, in windows-1252: "The café’s owner left." among UTF-8."""
    raw = ENGLISH.encode() + "\nThe café’s owner left.\n".encode("cp1252") + ENGLISH.encode()
    text, notes = decode("a.txt", raw)
    assert text == f"{ENGLISH}\nThe café’s owner left.\n{ENGLISH}"
    assert notes == ("decoded 2 bytes that are not UTF-8 as cp1252",)


@pytest.mark.parametrize("seed", range(40))
def test_random_bytes_are_no_text(seed: int) -> None:
    with pytest.raises((BinaryFileError, EncodingError)):
        decode("a.bin", random.Random(seed).randbytes(600))


@pytest.mark.parametrize("raw", [b"\0\0\1\2" * 300, b"\0" * 64, bytes(range(256)) * 4], ids=["words", "nul", "all"])
def test_tables_of_numbers_are_no_text(raw: bytes) -> None:
    with pytest.raises(BinaryFileError):
        decode("a.bin", raw)


WRITTEN = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1)


@given(WRITTEN)
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    found, notes = decode("a.txt", text.encode())
    assert found == text.removeprefix("\ufeff") or notes == (MENDED,)


@given(WRITTEN, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_mark_decides(text: str, codec: str) -> None:
    found, notes = decode("a.txt", text.encode(codec))
    assert found == text or MENDED in notes
