"""What readers said that pronouns stand for, and how the links of the program are counted against it."""

from __future__ import annotations

from benchmarks.pronouns import Pronoun, counts, judged, table
from extract.coreference.pronouns import Form
from extract.extractor import Extractor, plain_article

TEXT = "Ilse Korn praised the plan. She said that the bridge was old. He laughed."


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_a_link_is_right_where_readers_name_the_same() -> None:
    extraction = Extractor().extract(plain_article(TEXT))
    key = extraction.article.text_hash
    she, he = place("She"), place("He")
    found = {key: extraction}
    right = counts([Pronoun(1, key, she, "named", (place("Ilse Korn"),))], found)
    assert right == {(1, Form.SHE, "told"): 1, (1, Form.SHE, "shown"): 1, (1, Form.SHE, "right"): 1}
    wrong = counts([Pronoun(1, key, she, "named", (place("the bridge"),))], found)
    assert (wrong[1, Form.SHE, "shown"], wrong[1, Form.SHE, "right"]) == (1, 0)
    left_open = counts([Pronoun(2, key, he, "elsewhere", ())], found)
    assert (left_open[2, Form.HE, "told"], left_open[2, Form.HE, "shown"]) == (1, 0)
    assert counts([Pronoun(1, "another article", she, "named", ())], found) == {}
    lines = list(table(right + left_open))
    assert "| 1 | she | 1 | 1 | 100.0% | 100.0% |" in lines
    assert "| 2 | all | 1 | 0 | - | - |" in lines


def test_what_readers_said_is_kept_without_text() -> None:
    found = judged()
    assert len({(one.article, one.pronoun) for one in found}) == len(found) == 4611
    assert {one.half for one in found} == {1, 2}
    assert not {one.article for one in found if one.half == 1} & {one.article for one in found if one.half == 2}
    assert all(bool(one.spans) == (one.kind == "named") for one in found)
