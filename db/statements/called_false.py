"""What an article says is false while it tells who says so: "Marlow falsely claimed that the dam had burst".

The act of saying counts where what is said counts, on the other side, in the voice of whoever calls it false.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from db.statements.normal_form import OTHERS, Adjunct, NormalForm, Row, Side, Stance
from extract.english.wordlists import word_class

_FALSELY = word_class("adverbs for false")
_WORD = re.compile(r"[a-z]+")
#: The side of who calls false what is on a side.
_OTHER = {Side.YES: (Side.NO, Stance.DENIED), Side.NO: (Side.YES, Stance.ASSERTED)}


def is_called_false(words: str) -> bool:
    """Whether the words of an act of saying, or of how it was said, say that it is false."""
    return not _FALSELY.isdisjoint(_WORD.findall(words.lower()))


def answer(
    act: Row, adjuncts: Iterable[Adjunct], said: Sequence[Row], forms: dict[int, NormalForm]
) -> NormalForm | None:
    """The form of an act of saying that calls the first that it says false; `forms` are those of the claims it says."""
    if act.polarity == "negative" or act.modality != "certain" or act.mood != "statement":
        return None
    if not (
        is_called_false(act.acting) or any(is_called_false(adjunct.text) for adjunct in adjuncts if _is_how(adjunct))
    ):
        return None
    form = next((forms[row.id] for row in said if row.id in forms), None)
    if form is None or form.side not in _OTHER or form.dispute:
        return None
    side, stance = _OTHER[form.side]
    if stance is Stance.ASSERTED and act.attribution:
        stance = Stance.REPORTED
    rank = f"{OTHERS + 3:02x}{act.key}{form.rank[2 + len(form.key) :]}"
    return form._replace(
        claim=act.id, key=act.key, side=side, stance=stance, rank=rank, attributed=act.attribution is not None
    )


def _is_how(adjunct: Adjunct) -> bool:
    """ "Falsely", not "with a false passport"."""
    return adjunct.phrase is None or not adjunct.phrase.head or " " not in adjunct.text
