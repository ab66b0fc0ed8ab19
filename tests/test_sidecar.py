"""What `story.meta.json` says of `story.html`, and how its mistakes are told."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from db.check import check
from extract.errors import ReadError
from extract.readers import ReadHints
from extract.readers.sidecar import is_sidecar, parsed, sidecar_of, with_sidecar
from tests.run import extract


def test_a_sidecar_fills_what_the_command_leaves_open(tmp_path: Path) -> None:
    (tmp_path / "story.meta.json").write_text(
        '{"headline": "Budget approved", "authors": ["Mira Tolland", "Paul Gerrit"], "date": "2024-03-12T10:15+01:00",'
        ' "source": "Brennick Post", "lang": "en", "link": "https://post.example/1", "internal id": {"a": 1}}'
    )
    sidecar = sidecar_of(str(tmp_path / "story.html"))
    assert sidecar is not None
    hints = with_sidecar(ReadHints(outlet="Northern Courier"), sidecar)
    assert hints == ReadHints(
        title="Budget approved",
        byline="Mira Tolland, Paul Gerrit",
        published="2024-03-12T10:15+01:00",
        outlet="Northern Courier",
        language="en",
        url="https://post.example/1",
        notes=("described by story.meta.json",),
        beside=(tmp_path / "story.meta.json").read_bytes(),
    )


def test_the_sidecar_of_the_whole_name_is_the_nearer_one(tmp_path: Path) -> None:
    (tmp_path / "story.meta.json").write_text('{"title": "Both"}')
    (tmp_path / "story.txt.meta.json").write_text('\ufeff{"title": "The text"}', encoding="utf-8")
    titles = [s.said.title for name in ("story.txt", "story.html") if (s := sidecar_of(str(tmp_path / name)))]
    assert titles == ["The text", "Both"]
    assert sidecar_of(str(tmp_path / "other.txt")) is None
    assert sidecar_of("-") is None


@pytest.mark.parametrize(
    ("name", "expected"), [("a/story.meta.json", True), ("S.META.JSON", True), ("meta.json", False), ("a.json", False)]
)
def test_sidecars_are_known_by_their_names(name: str, expected: bool) -> None:
    assert is_sidecar(name) is expected


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b'{"title": "x"\n "date": 1}', r"not valid JSON \(.*line 2, column 2\)"),
        (b"[" * 100_000, "not valid JSON"),
        (b'["2024-03-12"]', "not a JSON object"),
        (b'{"title": "caf\xe9"}', r"not UTF-8 \(byte 14\)"),
        (b'{"date": "soon"}', "date that could not be read: 'soon'"),
        (b'{"date": "03/12/2024"}', "date that could not be read"),
        (b'{"title": ["a", "b"]}', "no text as its 'title'"),
        (b'{"date": true}', "no text as its 'date'"),
        (b'{"author": [{"name": "Mira"}]}', "no text as its 'author'"),
    ],
)
def test_a_mistake_names_both_files_and_says_what_to_do(raw: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        parsed("a/story.meta.json", raw, "a/story.html")
    assert str(caught.value).startswith("story.meta.json, which describes story.html, ")
    assert str(caught.value).endswith("Correct it, or remove it.")


def test_a_sidecar_that_is_too_large_or_empty_says_so(tmp_path: Path) -> None:
    path = tmp_path / "story.meta.json"
    path.write_bytes(b" " * 1_000_001)
    with pytest.raises(ReadError, match="more than 1 MB"):
        sidecar_of(str(tmp_path / "story.txt"))
    path.write_bytes(b"")
    with pytest.raises(ReadError, match="not valid JSON"):
        sidecar_of(str(tmp_path / "story.txt"))


def test_empty_values_say_nothing() -> None:
    assert parsed("s.meta.json", b'{"title": null, "date": null, "author": []}', "s.txt").said.title is None


# --- Through the command ---


def test_a_sidecar_is_no_article_and_a_change_in_it_is_a_change_of_its_article(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("The council of Brennick bought the mill yesterday.")
    sidecar = tmp_path / "story.meta.json"
    sidecar.write_text('{"date": "2024-03-12", "source": "Brennick Post"}')
    states = []
    for text in (None, None, '{"date": "2024-03-13", "source": "Brennick Post"}'):
        if text:
            sidecar.write_text(text)
        ran = extract("ingest", ".", cwd=tmp_path)
        assert ran.code == 0, ran.err
        (line,) = [line for line in ran.out.splitlines() if line.startswith("articles")]
        states.append(line.split(None, 1)[1])
    assert states[0].startswith("1 new")
    assert states[1].startswith("0 new, 1 unchanged")
    assert "1 revised" in states[2]
    claims = [json.loads(line) for line in extract("export", "jsonl", cwd=tmp_path).out.splitlines()]
    assert {(c["outlet"], c["published"]) for c in claims} == {("Brennick Post", "2024-03-13")}
    assert {c["valid_time"]["value"] for c in claims if c["valid_time"]} == {"2024-03-12"}
    assert check(tmp_path / "claims.db") == []


def test_a_broken_sidecar_fails_its_article_alone_until_it_is_mended(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("The council of Brennick bought the mill.")
    (tmp_path / "one.meta.json").write_text('{"date": "soon"}')
    ran = extract("ingest", ".", cwd=tmp_path)
    assert "one.meta.json, which describes one.txt, has a date that could not be read: 'soon'" in ran.err
    assert (ran.code, "1 new" in ran.out, "1 failed" in ran.out) == (0, True, True)
    (tmp_path / "one.meta.json").write_text('{"date": "2024"}')
    assert "1 new, 1 unchanged" in extract("ingest", ".", cwd=tmp_path).out
    assert "one.txt" not in extract("failures", cwd=tmp_path).out


def test_show_takes_a_sidecar_too(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("The council of Brennick bought the mill yesterday.")
    (tmp_path / "story.meta.json").write_text('{"date": "2024-03-12"}')
    (line,) = extract("show", "story.txt", "--json", cwd=tmp_path).out.splitlines()
    assert json.loads(line)["valid_time"]["value"] == "2024-03-11"


def test_sidecars_in_archives_are_left_out(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("story.txt", "The council of Brennick bought the mill.")
        archive.writestr("story.meta.json", '{"title": "The mill", "text": "The council sold the mill to a firm."}')
    ran = extract("ingest", "a.zip", cwd=tmp_path)
    assert "1 new" in ran.out, ran.out
    assert ".meta.json" in ran.out
