"""Which language a text is in, or no answer: a wrong "English" would give garbage claims."""

from __future__ import annotations

import math
import tempfile
from collections import Counter

from extract.errors import FullDiskError

_SAMPLE = 1000  # characters: more changes no verdict
_FEWEST_LETTERS = 20
#: A book opens with a table of contents, of which half is names.
_LONG = 20_000
_SAMPLES = 5
#: How far the best language must lead the second, in log-likelihood over the square root of the bytes.
_LEAD = 1.5


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`'s beginning, or of most of a long one; None where there is too
    little to tell.

    Raises FullDiskError where what languages are told by cannot be unpacked.
    """
    if len(text) < _LONG:
        return _language(text[:_SAMPLE])
    starts = (len(text) * i // _SAMPLES for i in range(_SAMPLES))
    verdict, votes = Counter(_language(text[start : start + _SAMPLE]) for start in starts).most_common(1)[0]
    return verdict if votes > 1 else None


def _language(sample: str) -> str | None:
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    import py3langid

    try:
        (best, first), (_, second) = py3langid.rank(sample)[:2]
    except OSError as error:  # at its first call it unpacks its data into a temporary file
        folder = tempfile.tempdir or "the folder for temporary files"
        raise FullDiskError(
            f"The disk is full, or {folder} cannot be written to ({error.strerror}). Make room there, or name another "
            "folder in TMPDIR, and run the same command again."
        ) from error
    lead = (first - second) / math.sqrt(len(sample.encode("utf-8", "replace")))
    return str(best) if lead >= _LEAD and best not in {"und", "zxx"} else None
