"""Copies count once: what counts as a copy, and copy clusters that depend on the set of current articles alone."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.copy_clusters import found, page, scores
from benchmarks.copy_clusters import store as store_told
from benchmarks.syndication.corpus import corpus
from benchmarks.syndication.grammar import Event, Report, event, report
from db import rows
from db.check.copy_clusters import copy_clusters as clusters_law
from db.connection import writer
from db.copies import clusters
from db.copies.clusters import backfill
from db.copies.likeness import Kind, Likeness, comparable, likeness
from db.copies.sketch import Sketch, address, hashes, sketch, words_at
from db.sqlite import Connection, sqlite3
from db.store import RunInfo, Store
from extract.model import Block, BlockKind, Extraction
from tests.records import article, extraction

RUN = RunInfo("1.0", "model", "3.8.0")


def happened(seed: int) -> Event:
    return event(random.Random(seed))


def wire(seed: int, voice: int = 0, aside: int = 6) -> Report:
    """A report of some 180 words on event `seed`, in one of two voices."""
    return report(happened(seed), random.Random(100 * seed + voice), voice=voice, aside=aside)


def taken(*paragraphs: str, title: str = "A headline", url: str | None = None) -> Sketch:
    text, blocks = laid_out(title, paragraphs)
    return sketch(text, blocks, url)


def laid_out(title: str, paragraphs: Sequence[str]) -> tuple[str, list[Block]]:
    lines = [title, *paragraphs]
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    kinds = [BlockKind.TITLE, *[BlockKind.PARAGRAPH] * len(paragraphs)]
    blocks = [Block(k, a, a + len(line)) for k, a, line in zip(kinds, starts, lines, strict=True)]
    return "\n".join(lines), blocks


def alike(left: Sketch, right: Sketch) -> Likeness | None:
    """What the database says of the two, the same from both sides."""
    if not comparable(left.head, right.head):
        assert not comparable(right.head, left.head)
        return None
    there, back = likeness(left, right), likeness(right, left)
    assert (there and (there.left, there.right, there.kind)) == (back and (back.right, back.left, back.kind))
    return there


# What counts


def test_title_credits_and_furniture_are_not_an_articles_own_words() -> None:
    text = "Ferry sinks\nBy Ada Lind\nThe ferry sank.\nPhoto: Lind\nLeave a comment"
    kinds = (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.PARAGRAPH, BlockKind.CREDIT, BlockKind.BOILERPLATE)
    blocks, at = [], 0
    for kind, line in zip(kinds, text.split("\n"), strict=True):
        blocks.append(Block(kind, at, at + len(line)))
        at += len(line) + 1
    assert sketch(text, blocks).words == 3
    assert [text[a:b] for a, b in words_at(text, blocks)] == ["The", "ferry", "sank"]


def test_case_punctuation_and_spacing_do_not_count() -> None:
    one = taken('The mayor of Vessna said: "We don\'t know."')
    other = taken("the Mayor, of  VESSNA, said we don’t know")
    assert one.shingles == other.shingles


@given(st.text(max_size=300))
def test_the_places_of_words_are_those_of_the_sketch(text: str) -> None:
    text = text.encode(errors="ignore").decode()
    blocks = [Block(BlockKind.PARAGRAPH, 0, len(text))]
    places = list(words_at(text, blocks))
    taken_here = sketch(text, blocks)
    assert taken_here.words == len(places)
    assert list(taken_here.shingles) == hashes([text[a:b] for a, b in places])


def test_fingerprints_are_names_and_numbers_before_set_phrases() -> None:
    phrase = "it is not yet clear what will come of all this in the end "
    named = taken(phrase * 9 + "until Vessna counts its 4,120 ballots again " + phrase * 9)
    plain = taken(phrase * 18)
    assert len({*named.head.smallest} - {*plain.head.smallest}) >= 8
    assert min(len(named.head.smallest), len(plain.head.smallest)) > 10


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.ostrand-post.example/dam", "http://ostrand-post.example/dam/"),
        ("https://post.example/a?id=4&utm_source=feed", "https://post.example/a?id=4#comments"),
        ("https://POST.example/a?b=1&c=2", "https://post.example/a?c=2&b=1"),
    ],
)
def test_addresses_of_one_page_are_the_same(one: str, other: str) -> None:
    assert address(one) is not None
    assert address(one) == address(other)


@pytest.mark.parametrize(("one", "other"), [("https://a.example/x", "https://a.example/y")])
def test_addresses_of_two_pages_differ(one: str, other: str) -> None:
    assert address(one) != address(other)


@pytest.mark.parametrize("url", ["https://post.example/", "https://www.post.example", "http://[", "", "dam.html"])
def test_a_front_page_is_no_articles_address(url: str) -> None:
    """Many sites name their front page as the address of every article."""
    assert address(url) is None


# Two articles


def test_another_headline_makes_an_exact_copy() -> None:
    base = wire(1).paragraphs
    assert alike(taken(*base), taken(*base, title="Something else")) == Likeness(1.0, 1.0, Kind.EXACT)


def test_a_copy_cut_to_a_third_is_a_copy() -> None:
    base = wire(2, aside=12).paragraphs
    like = alike(taken(*base), taken(*base[: len(base) // 3]))
    assert like is not None
    assert like.kind is Kind.NEAR
    assert like.right == 1.0
    assert 0.22 <= like.left <= 0.45


def test_reordered_paragraphs_make_a_copy() -> None:
    base = wire(3).paragraphs
    like = alike(taken(*base), taken(*base[::-1]))
    assert like is not None
    assert min(like.left, like.right) > 0.9


def test_a_copy_with_edits_and_another_trailer_is_a_copy() -> None:
    base = wire(4).paragraphs
    edited = [p.replace(" crowns", " kr").replace("said", "says").replace(" the ", " that ", 1) for p in base]
    assert alike(taken(*base, "Reporting by the Norda desk."), taken(*edited, "Sign up for our letter at six."))


def test_two_reports_of_one_event_are_independent() -> None:
    """They share names, numbers and what people said."""
    for seed in range(40):
        assert alike(taken(*wire(seed, 0).paragraphs), taken(*wire(seed, 1).paragraphs)) is None


def test_a_paragraph_taken_over_makes_no_copy() -> None:
    base, other = wire(5, aside=12), wire(6, aside=12)
    assert (
        alike(taken(*base.paragraphs), taken(*other.paragraphs[:3], base.paragraphs[1], *other.paragraphs[3:])) is None
    )


def test_what_a_paper_prints_under_everything_makes_no_copies() -> None:
    trailer = (
        "Subscribers of the Ostrand Post read it first: the evening letter brings the five stories of the day that "
        "matter most, chosen and explained by our editors, on every working day at six, and on Sundays a long read.",
        "Have you seen something that we should know about? Write to the newsroom in confidence, whatever it is about.",
    )
    short = [taken(wire(seed, aside=0).paragraphs[0], *trailer) for seed in range(12)]
    assert [(a, b) for a in range(12) for b in range(a) if alike(short[a], short[b])] == []


def test_a_digest_tells_none_of_its_copy_clusters() -> None:
    leads = [wire(seed).paragraphs[0] for seed in range(20, 26)]
    digest = taken(*leads)
    assert [seed for seed in range(20, 26) if alike(digest, taken(*wire(seed).paragraphs))] == []


def test_the_same_address_makes_a_revision_whatever_the_words() -> None:
    url = "https://post.example/dam"
    like = alike(taken(*wire(7).paragraphs, url=url), taken(*wire(8).paragraphs, url=url))
    assert like is not None
    assert like.kind is Kind.REVISION
    assert like.left < 0.2


def test_articles_without_words_are_no_copies() -> None:
    assert taken().words == 0
    assert alike(taken(), taken(title="Other")) is None


# Copy clusters


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db") as opened:
        opened.begin_run(RUN)
        yield opened


#: Paragraphs of their own; texts are made of several, so that some are bridges between others.
PARTS = [" ".join(wire(seed, aside=0).paragraphs) for seed in range(200, 206)]


def told(source: str, parts: Sequence[int], url: str | None = None) -> Extraction:
    text, blocks = laid_out(f"Headline of {source}", [PARTS[n] for n in parts])
    return replace(extraction(article(text, source, url=url)), blocks=tuple(blocks))


def copy_clusters(connection: Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT source, copy_cluster FROM articles WHERE current = 1"))


def contents(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """All that is stored of copy clusters, under the articles' sources instead of row ids."""
    sources = dict(connection.execute("SELECT id, source FROM articles"))
    links: list[tuple[object, ...]] = []
    for left, right, a, b, kind, meetings in connection.execute("SELECT * FROM copy_links"):
        one, other = sorted([(sources[left], a), (sources[right], b)])
        links.append((one, other, kind, meetings))
    holders = connection.execute("SELECT * FROM fingerprints").fetchall()
    sketches = connection.execute("SELECT article, words, address, smallest, shingles FROM sketches").fetchall()
    return {
        "copy_clusters": sorted(copy_clusters(connection).items()),
        "links": sorted(links),
        "fingerprints": sorted((f, rank, sources[a]) for f, rank, a in holders),
        "sketches": sorted((sources[a], *row) for a, *row in sketches),
    }


def fresh(folder: Path, articles: Sequence[Extraction]) -> dict[str, list[tuple[object, ...]]]:
    path = folder / "fresh.db"
    path.unlink(missing_ok=True)
    with Store.open(path) as opened:
        opened.begin_run(RUN)
        for each in articles:
            opened.add(each)
        return contents(opened.connection)


def test_a_copy_joins_the_copy_cluster_and_another_report_does_not(store: Store) -> None:
    store.add(told("wire.txt", (0, 1)))
    store.add(told("copy.txt", (1, 0)))
    store.add(told("other.txt", (2, 3)))
    found_clusters = copy_clusters(store.connection)
    assert found_clusters["wire.txt"] == found_clusters["copy.txt"] != found_clusters["other.txt"]
    keys = [key for (key,) in store.connection.execute("SELECT key FROM articles WHERE source <> 'other.txt'")]
    assert found_clusters["wire.txt"] == f"s{min(keys)[1:]}"


def test_a_bridge_joins_and_once_changed_parts_them_again(store: Store) -> None:
    store.add(told("left.txt", (0, 1, 2)))
    store.add(told("right.txt", (2, 3, 4)))
    apart = copy_clusters(store.connection)
    assert len(set(apart.values())) == 2
    store.add(told("bridge.txt", (0, 1, 2, 3, 4)))
    assert len(set(copy_clusters(store.connection).values())) == 1
    store.add(told("bridge.txt", (5,)))
    after = copy_clusters(store.connection)
    assert {source: after[source] for source in apart} == apart
    assert len(set(after.values())) == 3


def test_two_that_meet_once_nobody_stands_between_them_become_one_copy_cluster(tmp_path: Path) -> None:
    """A long report quotes a notice and stands between its two copies in the order of each fingerprint (keys that
    follow each other do), so that these never met; like neither of them, it links nobody."""
    notice = "Mira Lind told Ostrand Post that Norda Rail and Telix Bank will open Vessna Bridge"
    long = "nobody in the valley knew what would come of all this or who was to pay for it in the end " * 6
    with closing(writer(tmp_path / "claims.db")) as connection:
        _entered(connection, "a0000000000000050", notice)
        between = _entered(connection, "a0000000000000051", f"{notice} {long}")
        _entered(connection, "a0000000000000052", notice)
        assert len(set(found(connection))) == 3
        assert connection.execute("SELECT COUNT(*) FROM copy_links").fetchone() == (0,)
        moved = clusters.leave(connection, between, "a0000000000000051")
        assert found(connection) == ["s0000000000000050", None, "s0000000000000050"]
        assert sorted(moved) == [between, between + 1]


def _entered(connection: Connection, key: str, paragraph: str) -> int:
    """The row id of an article of one paragraph, which is in its copy cluster."""
    text, blocks = laid_out("Headline", [paragraph])
    run = connection.execute(rows.INSERT_RUN, (key, "", "", "", "{}", "")).lastrowid
    made = connection.execute(
        "INSERT INTO articles (key, source, media_type, reader, text_hash, raw_hash, run, added, text) "
        "VALUES (?, ?, '', '', '', '', ?, '', '')",
        (key, key, run),
    ).lastrowid
    assert made
    clusters.enter(connection, made, key, sketch(text, blocks))
    return made


def test_a_roundup_does_not_chain_what_it_holds(tmp_path: Path) -> None:
    """Three hold half of one report and all of another: each is a copy of one of them at most."""
    reports = {seed: list(wire(seed, aside=0).paragraphs) for seed in range(40, 44)}
    texts = {f"{seed}.txt": paragraphs for seed, paragraphs in reports.items()}
    for one in range(40, 43):
        half = " ".join(reports[one]).split()
        texts[f"roundup{one}.txt"] = [" ".join(half[: len(half) // 2]), *reports[one + 1]]
    texts["copy.txt"] = [*reports[40][:-1], "The council is to meet again on Friday."]
    made: list[Extraction] = []
    for source, paragraphs in texts.items():
        text, blocks = laid_out(f"Headline of {source}", paragraphs)
        made.append(replace(extraction(article(text, source)), blocks=tuple(blocks)))
    found: list[dict[str, str]] = []
    for seed in range(4):
        random.Random(seed).shuffle(made)
        with Store.open(tmp_path / f"{seed}.db") as store:
            store.begin_run(RUN)
            for one in made:
                store.add(one)
            found.append(copy_clusters(store.connection))
            assert list(clusters_law(store.connection)) == []
    assert len({found[0][f"{seed}.txt"] for seed in reports}) == len(reports)
    assert found[0]["copy.txt"] == found[0]["40.txt"]
    assert found[0]["roundup41.txt"] in (found[0]["41.txt"], found[0]["42.txt"])
    assert all(other == found[0] for other in found)


def test_a_replaced_revision_is_in_no_copy_cluster(store: Store) -> None:
    store.add(told("a.txt", (0,)))
    store.add(told("a.txt", (1,)))
    assert store.connection.execute("SELECT copy_cluster FROM articles WHERE current = 0").fetchall() == [(None,)]
    assert store.connection.execute("SELECT COUNT(*) FROM sketches").fetchone() == (1,)


def test_the_same_address_from_two_paths_is_one_copy_cluster(store: Store) -> None:
    store.add(told("monday.html", (0,), "https://post.example/dam"))
    store.add(told("tuesday.html", (1,), "https://post.example/dam?utm_source=feed"))
    assert len(set(copy_clusters(store.connection).values())) == 1
    assert store.connection.execute("SELECT kind FROM copy_links").fetchall() == [("revision",)]


def test_whose_copy_cluster_changed_is_said(store: Store) -> None:
    """Counts that hang on copy clusters are brought up to date by it."""
    store.add(told("left.txt", (0, 1)))
    store.add(told("right.txt", (2, 3)))
    before = copy_clusters(store.connection)
    text, blocks = laid_out("Bridge", [PARTS[n] for n in (0, 1, 2, 3)])
    row = store.connection.execute("SELECT COALESCE(MAX(id), 0) + 1 FROM articles").fetchone()[0]
    bridge = told("bridge.txt", (0, 1, 2, 3))
    store.add(bridge)
    after = copy_clusters(store.connection)
    key = store.connection.execute("SELECT key FROM articles WHERE id = ?", (row,)).fetchone()[0]
    moved = clusters.leave(store.connection, row, key)
    again = clusters.enter(store.connection, row, key, sketch(text, blocks))
    changed = {source for source in before if before[source] != after[source]}
    sources = dict(store.connection.execute("SELECT id, source FROM articles"))
    assert {sources[n] for n in moved} == {sources[n] for n in again} == changed | {"bridge.txt"}


texts = st.lists(st.integers(0, len(PARTS) - 1), min_size=1, max_size=4, unique=True).map(tuple)
steps = st.lists(st.tuples(st.sampled_from("abcdefgh"), texts), min_size=1, max_size=24)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, order=st.randoms(use_true_random=False))
def test_any_order_and_any_history_give_the_same_copy_clusters(
    tmp_path: Path, steps: list[tuple[str, tuple[int, ...]]], order: random.Random
) -> None:
    """Revisions, bridges that come and go: what is stored is that of the current articles read at once."""
    path = tmp_path / "history.db"
    path.unlink(missing_ok=True)
    had: dict[str, list[tuple[int, ...]]] = {}
    with Store.open(path) as opened:
        opened.begin_run(RUN)
        for source, parts in steps:
            if parts not in had.setdefault(source, []):  # an article that is changed back gets a key of its own
                opened.add(told(source, parts))
                had[source].append(parts)
        grown = contents(opened.connection)
    last = [told(source, parts[-1]) for source, parts in had.items()]
    order.shuffle(last)
    assert fresh(tmp_path, last) == grown


def test_articles_of_an_earlier_schema_get_their_copy_clusters(store: Store) -> None:
    for source, parts in zip("abcde", [(0, 1), (1, 0), (2,), (2, 3), (5,)], strict=True):
        store.add(told(source, parts, "https://post.example/x" if source in "ae" else None))
    store.add(told("e", (4,)))
    before = contents(store.connection)
    store.connection.execute("DELETE FROM fingerprints WHERE fingerprint % 2")
    store.connection.execute("DELETE FROM copy_links")
    store.connection.execute("UPDATE articles SET copy_cluster = 's0' WHERE current = 0")
    backfill(store.connection)
    assert contents(store.connection) == before


def test_an_article_costs_what_it_holds_and_not_what_the_database_does(tmp_path: Path) -> None:
    """By the steps of SQLite's machine, with a trailer that every article prints."""
    trailer = "Write to the newsroom of the Ostrand Post, in confidence, by post or wire, and ask for Ada Lind."
    spent = {size: _steps(tmp_path / f"{size}.db", size, trailer) for size in (40, 400)}
    assert spent[400] < 1.5 * spent[40]


def _steps(path: Path, size: int, trailer: str) -> float:
    """Steps for each of ten more articles in a database of `size`, in hundreds."""
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    with Store.open(path) as opened:
        opened.begin_run(RUN)
        for seed in range(size + 10):
            if seed == size:
                opened.connection.set_progress_handler(step, 100)
            text, blocks = laid_out("Headline", [*wire(1000 + seed).paragraphs, trailer])
            opened.connection.execute("BEGIN")
            key = f"a{seed * 7919 % 2**32:016x}"
            made = opened.connection.execute(
                "INSERT INTO articles (key, source, media_type, reader, text_hash, raw_hash, run, added, text) "
                "VALUES (?, ?, '', '', '', '', ?, '', '')",
                (key, str(seed), opened._run_id()),
            ).lastrowid
            assert made
            clusters.enter(opened.connection, made, key, sketch(text, blocks))
            opened.connection.execute("COMMIT")
        opened.connection.set_progress_handler(None, 0)
    return count


# How well


def test_copies_are_told_from_independent_reports(tmp_path: Path) -> None:
    """Over invented syndications: cuts, edits, reorderings, trailers; see benchmarks/copy_clusters.py for more."""
    articles = corpus(1500, seed=23)
    with closing(writer(tmp_path / "claims.db")) as connection:
        for _ in store_told(connection, articles):
            pass
        reached = scores([each.copy_cluster for each in articles], found(connection))
    assert min(reached.pairs) >= 0.98
    assert min(reached.articles) >= 0.98


def test_the_corpus_is_hard_and_always_the_same() -> None:
    articles = corpus(1500, seed=23)
    assert articles == corpus(1500, seed=23)
    kinds = [each.kind for each in articles]
    assert {kind: kinds.count(kind) >= 10 for kind in set(kinds)} == dict.fromkeys(
        ("report", "copy", "same event", "quotation", "next day", "bulletin", "digest"), True
    )
    assert len({page(each)[0] for each in articles}) > 1450


# In the open


def test_the_view_counts_articles_and_outlets_and_takes_the_earliest_headline(store: Store) -> None:
    for source, outlet, published, title in [
        ("b", "Post", "2024-05-03", "Later"),
        ("a", "Echo", "2024-05-02", "First"),
        ("c", "Echo", None, "Undated"),
    ]:
        each = told(source, (0, 1))
        store.add(replace(each, article=replace(each.article, outlet=outlet, published=published, title=title)))
    store.add(told("d", (2,)))
    columns = "headline, articles, outlets, first_published, last_published"
    assert store.connection.execute(f"SELECT {columns} FROM copy_clusters ORDER BY articles DESC").fetchall() == [
        ("First", 3, 2, "2024-05-02", "2024-05-03"),
        (None, 1, 0, None, None),
    ]


def test_an_article_goes_in_with_its_copy_cluster_or_not_at_all(store: Store) -> None:
    store.add(told("a", (0, 1)))
    before = contents(store.connection)
    store.connection.execute("CREATE TRIGGER stop BEFORE INSERT ON copy_links BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(sqlite3.IntegrityError):
        store.add(told("b", (1, 0)))
    assert contents(store.connection) == before
