"""Which files a command line names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extract.errors import EmptyInputError, MissingPathError
from extract.readers.discovery import discover

ENDINGS = frozenset({".txt", ".html"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, some deep, some hidden, some of other formats; the current one."""
    for name in ("b.txt", "a.HTML", "sub/c.txt", "sub/deep/d.txt", "page.css", ".hidden.txt", ".git/e.txt", "noending"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The council met.", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "news"


def test_a_folder_gives_all_articles_below_it_in_a_fixed_order(folder: Path) -> None:
    found = discover(["news"], ENDINGS)
    assert found.sources == ("news/a.HTML", "news/b.txt", "news/sub/c.txt", "news/sub/deep/d.txt")
    assert found.skipped == ("news/noending", "news/page.css")


@pytest.mark.parametrize(
    ("paths", "sources"),
    [
        (["news/b.txt"], ("news/b.txt",)),
        (["./news//b.txt", "news/b.txt"], ("news/b.txt",)),
        (["news/page.css"], ("news/page.css",)),
        (["news/.hidden.txt"], ("news/.hidden.txt",)),
        (["news/*.txt"], ("news/b.txt",)),
        (["news/**/*.txt"], ("news/b.txt", "news/sub/c.txt", "news/sub/deep/d.txt")),
        (["news/su*"], ("news/sub/c.txt", "news/sub/deep/d.txt")),
        (["news/sub", "news/b.txt"], ("news/b.txt", "news/sub/c.txt", "news/sub/deep/d.txt")),
        (["-"], ("-",)),
        (["news/b.txt", "-"], ("-", "news/b.txt")),
    ],
)
def test_paths_globs_and_standard_input(folder: Path, paths: list[str], sources: tuple[str, ...]) -> None:
    assert discover(paths, ENDINGS).sources == sources


def test_a_name_with_brackets_is_a_name_before_it_is_a_pattern(folder: Path) -> None:
    (folder / "story[1].txt").write_text("The council met.", "utf-8")
    assert discover(["news/story[1].txt"], ENDINGS).sources == ("news/story[1].txt",)


def test_links_are_followed_and_loops_are_not(folder: Path) -> None:
    (folder / "sub" / "back").symlink_to(folder, target_is_directory=True)
    (folder / "link.txt").symlink_to(folder / "b.txt")
    assert discover(["news"], ENDINGS).sources == (
        "news/a.HTML",
        "news/b.txt",
        "news/link.txt",
        "news/sub/c.txt",
        "news/sub/deep/d.txt",
    )


def test_a_broken_link_is_left_to_the_reader_to_report(folder: Path) -> None:
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    assert "news/broken.txt" in discover(["news"], ENDINGS).sources


def test_pipes_in_a_folder_are_left_out(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "news/pipe.txt" not in discover(["news"], ENDINGS).sources


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere", "There is no file or folder 'nowhere'"),
        ("news/*.pdf", "Nothing matches 'news/*.pdf'"),
    ],
)
def test_a_missing_path_is_named(folder: Path, path: str, message: str) -> None:
    with pytest.raises(MissingPathError) as caught:
        discover(["news", path], ENDINGS)
    assert str(caught.value).startswith(message)


def test_an_empty_folder_says_what_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(EmptyInputError, match="`extract formats` lists"):
        discover([str(tmp_path)], ENDINGS)
