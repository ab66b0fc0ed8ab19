"""A verb that the parser parts at its hyphen is put together, wherever the hyphen was hung."""

from __future__ import annotations

from extract.repairs.misplaced import hyphenated
from extract.syntax.tree import Word


def word(i: int, text: str, pos: str, tag: str) -> Word:
    return Word(i, text, text, pos, tag, "ROOT", "", 10 * i, 10 * i + len(text))


def test_a_verb_whose_prefix_hangs_on_the_hyphen_takes_the_hyphens_place() -> None:
    """The songs, which she co-wrote: the parser takes the hyphen for a second noun, and hangs the prefix on it."""
    songs, co, hyphen, wrote = (
        word(0, "songs", "NOUN", "NNS"),
        word(1, "co", "VERB", "VB"),
        word(2, "-", "VERB", "VBD"),
        word(3, "wrote", "VERB", "VBD"),
    )
    hyphen.attach(songs, "conj")
    wrote.attach(songs, "advcl")
    co.attach(hyphen, "relcl")
    hyphenated(co, hyphen, wrote)
    assert [w.text for w in songs.subtree()] == ["songs", "co", "-", "wrote"]
