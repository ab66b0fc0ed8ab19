"""The seed articles: each can be read, says when and by whom it was published, and shows what its name says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from db.connection import snapshot
from db.events.event_figures import figures
from extract.cli import cli
from extract.errors import BinaryFileError
from extract.model import Article, BlockKind
from extract.readers import endings, load, read
from extract.readers.discovery import discover
from extract.text.blocks import blocks

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
BROKEN = "16-broken-file.txt"
FRENCH = "15-barrage-article-in-french.txt"
ARTICLES = sorted(path.name for path in SEEDS.iterdir() if path.name != BROKEN)


def seed(name: str) -> Article:
    path = str(SEEDS / name)
    return read(path, load(path))


def words_of(article: Article, *kinds: BlockKind) -> list[str]:
    return [" ".join(article.text[b.start : b.end].split()) for b in blocks(article) if b.kind in kinds]


def test_the_folder_is_read_whole_and_in_order() -> None:
    found = discover([str(SEEDS)], endings())
    assert [Path(source).name for source in found.sources] == sorted([*ARTICLES, BROKEN])
    assert found.skipped == ()


def test_the_page_about_the_seeds_names_every_file_once() -> None:
    page = (ROOT / "docs" / "seeds.md").read_text("utf-8")
    assert [name for name in [*ARTICLES, BROKEN] if page.count(f"`{name}`") != 1] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_a_seed_says_what_it_is(name: str) -> None:
    article = seed(name)
    assert article.title
    assert article.byline
    assert article.outlet
    assert article.published is not None
    assert len(article.published) >= len("2024-03-12")
    assert article.language == ("fr" if name == FRENCH else "en")
    assert set(article.notes) <= {"joined the lines of wrapped paragraphs"}
    assert 100 <= len(article.text.split()) <= 350


@pytest.mark.parametrize("name", ARTICLES)
def test_a_seed_has_one_title_and_prose_in_whole_sentences(name: str) -> None:
    article = seed(name)
    assert words_of(article, BlockKind.TITLE) == [article.title]
    prose = words_of(article, BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTE, BlockKind.CAPTION)
    assert [text for text in prose if not text.endswith((".", ".”", '."', "?", '?"'))] == []
    assert len(prose) >= 5


@pytest.mark.parametrize("name", [name for name in ARTICLES if name.endswith(".html")])
def test_nothing_of_the_page_around_it_is_taken_for_the_article(name: str) -> None:
    furniture = ("cookies", "Accept", "comment", "email", "newsletter", "Sport", "Share", "Read more", "©", "Related")
    assert [word for word in furniture if word in seed(name).text] == []


def test_the_syndicated_copy_lacks_one_paragraph_and_has_another_headline() -> None:
    report, copy = seed("01-dam-agency-report.txt"), seed("02-dam-syndicated-copy.html")
    missing = Counter(words_of(report, BlockKind.PARAGRAPH)) - Counter(words_of(copy, BlockKind.PARAGRAPH))
    assert len(missing) == 1
    assert not Counter(words_of(copy, BlockKind.PARAGRAPH)) - Counter(words_of(report, BlockKind.PARAGRAPH))
    assert report.title != copy.title
    assert report.outlet != copy.outlet


def test_captions_and_credits_are_told_from_the_text() -> None:
    article = seed("11-tunnel-costs-rise.html")
    assert words_of(article, BlockKind.CAPTION) == [
        "Workers lay track in the southern tube of the Calder Tunnel on May 14, 2024.",
        "A Bayline ferry leaves Port Calder. The company cut 120 jobs in April.",
    ]
    assert words_of(article, BlockKind.CREDIT) == ["Photo: Lars Okker/KPA", "Photo: Ines Marlow"]


def test_the_broken_file_is_refused_in_words() -> None:
    with pytest.raises(BinaryFileError, match=r"16-broken-file\.txt holds binary data"):
        seed(BROKEN)


def test_the_toll_of_the_dam_is_told_over_days(tmp_path: Path) -> None:
    """Pages and pictures show it as one series: at least 11 on the first day, 19 on the next, 27 in the end."""
    path = tmp_path / "seeds.db"
    CliRunner().invoke(cli, ["ingest", str(SEEDS), "--db", str(path), "--quiet"])
    with snapshot(path) as connection:
        told = [figure.number for figure in figures(connection)]
    assert told == ["11..", "11..", "11..", "19", "19", "27"]
