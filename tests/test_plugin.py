"""The browser's pages without a browser: what they show, what they refuse, and that articles cannot act on them."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from db.sqlite import sqlite3
from db.store import Store
from db.web import databases
from db.web.http import assets
from db.web.http.security import STRICT_POLICY
from db.web.pages import article_view
from db.web.pages.escaping import line, safe, visible
from db.wording import Standing
from tests.browsing import HOSTILE, LONG_WORD, RUN, close, get, make, served
from tests.records import HARBOUR, harbour

if TYPE_CHECKING:
    from datasette.app import Datasette

OWN_PAGES = ("/", "/-/article/1", "/-/article/2", "/-/article/3", "/-/article/5")
DATASETTE_PAGES = (
    "/floods",
    "/floods/claims",
    "/floods/claims?_all=1",
    "/floods/claims?_col=subject",
    "/floods/claims?_nocol=subject",
    "/floods/claims?_search=talks",
    "/floods/claims?factuality=CT%2B",
    "/floods/claims?_sort_desc=confidence",
    "/floods/claims?_sort=rule&_size=3",
    "/floods/articles",
    "/floods/sentences",
    "/floods/sentences?_search=jetty",
    "/floods/claims_readable?_search=talks",
    "/floods/asserted",
    "/floods/coverage",
    "/floods/qualifiers",
    "/floods/quantities",
    "/floods/mentions",
    "/floods/blocks",
    "/floods/runs",
    "/floods/failures",
    *(f"/floods/claims/{number}" for number in range(1, 8)),
    *(f"/floods/articles/{number}" for number in range(1, 6)),
    "/floods/sentences/1",
    "/floods/runs/1",
    "/floods/failures/1",
    "/floods/stated_as_fact",
    "/floods/who_says_what",
    "/floods/sources",
    "/floods/negated",
    "/floods/not_certain",
    "/floods/claims_about?about=jetty",
    "/floods/timeline",
    "/floods/numbers",
    "/floods/coverage_by_article",
    "/floods/not_read",
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("pages") / "floods.db")


@pytest.fixture(scope="module")
def site(database: Path) -> Iterator[Datasette]:
    with served(database) as datasette:
        yield datasette


class _Elements(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._inside_script = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))
        self._inside_script = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._inside_script = False

    def handle_data(self, data: str) -> None:
        if not self._inside_script:
            self.text += data

    def of(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        return [found for name, found in self.found if name == tag and attributes.items() <= found.items()]


def _page(site: Datasette, path: str) -> _Elements:
    answer = get(site, path)
    assert answer.status_code == 200, answer.text[:500]
    return _Elements(answer.text)


def _flat(text: str) -> str:
    return " ".join(text.split())


# What pages show


@pytest.mark.parametrize("path", [*OWN_PAGES, *DATASETTE_PAGES])
def test_every_page_answers(site: Datasette, path: str) -> None:
    assert get(site, path).status_code == 200


def test_the_start_page_counts_and_leads_on(site: Datasette) -> None:
    page = _page(site, "/")
    text = _flat(page.text)
    assert "4 articles" in text
    assert "8 claims" in text
    assert "1 failed input" in text
    addresses = {link["href"] for link in page.of("a")}
    assert {"/floods/stated_as_fact", "/floods/who_says_what", "/-/article/5", "/floods/claims?current=1"} <= addresses
    assert page.of("form", action="/-/search", method="get")


def test_the_start_page_counts_as_stated_only_what_articles_state(site: Datasette, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        (asserted,) = connection.execute("SELECT COUNT(*) FROM asserted").fetchone()
    connection.close()
    assert f"{asserted} stated as fact" in _flat(_page(site, "/").text)


def test_the_start_page_follows_what_is_read(tmp_path: Path) -> None:
    path = make(tmp_path / "growing.db")
    with served(path) as datasette:
        assert "4</strong> articles" in get(datasette, "/").text
        with Store.open(path) as store:
            store.begin_run(RUN)
            store.add(harbour("another.txt"))
            store.finish_run()
        assert "5</strong> articles" in get(datasette, "/").text


def test_an_empty_database_says_what_to_do(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new.db") as store:
        store.begin_run(RUN)
    with served(tmp_path / "new.db") as datasette:
        assert "extract ingest" in get(datasette, "/").text


def test_an_article_keeps_every_character_of_its_text(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.row_factory = sqlite3.Row
        for number, text in connection.execute("SELECT id, text FROM articles").fetchall():
            page = article_view.read_page(connection, number)
            assert page is not None
            lines = [
                "".join(segment.text for sentence in block.sentences for segment in sentence.segments)
                for group in page.groups
                for block in group.blocks
            ]
            assert "\n".join(lines) == text.rstrip("\n")
    connection.close()


def test_parts_are_cut_by_code_points_also_after_emoji(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.row_factory = sqlite3.Row
        page = article_view.read_page(connection, 1)
    connection.close()
    assert page is not None
    marked = [
        (segment.text, [role for role, _ in segment.parts])
        for sentence in page.sentences
        for segment in sentence.segments
        if segment.parts
    ]
    assert ("about 40 ships", ["object"]) in marked
    assert ("did not lose", ["relation"]) in marked
    assert "🚢" in HARBOUR[: HARBOUR.index("about 40 ships")]


def test_an_article_names_the_newer_revision(site: Datasette) -> None:
    old, new = _page(site, "/-/article/3"), _page(site, "/-/article/4")
    assert "The article has changed since then" in old.text
    assert {"/-/article/4"} <= {link["href"] for link in old.of("a")}
    assert "The article has changed since then" not in new.text
    assert {"/-/article/3"} <= {link["href"] for link in new.of("a")}


def test_an_article_is_laid_out_by_the_kinds_of_its_blocks(site: Datasette) -> None:
    page = get(site, "/-/article/5").text
    for opening, words in [
        ("h1", "Ferries stop"),
        ("h2", "What comes next"),
        ("blockquote", "We lost everything"),
    ]:
        assert re.search(rf'<{opening} dir="auto"><span[^>]*>{words}', page), words
    assert page.count('<li dir="auto"><') == 2
    assert re.search(r'class="aside boilerplate">.*Leave a comment', page)
    assert "took out 2 control characters" in page


def test_a_claim_shows_its_marks_as_words(site: Datasette) -> None:
    text = _flat(_page(site, "/-/article/1").text)
    assert "said by Radio Ostrand" in text
    assert "said by Ada Lind (“the mayor”)" in text
    assert "if the council agrees" in text
    assert "= the mayor" in text


def test_claims_are_found_by_their_keys(site: Datasette, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT key, article FROM claims").fetchall()
    connection.close()
    for key, number in rows:
        assert _page(site, f"/-/article/{number}").of("div", id=key)
        answer = get(site, f"/-/claim/{key}")
        assert (answer.status_code, answer.headers["location"]) == (302, f"/-/article/{number}#{key}")
    assert get(site, f"/-/claim/c{'0' * 16}").status_code == 404


def test_a_row_of_a_claim_shows_its_sentence_and_leads_to_its_article(site: Datasette) -> None:
    answer = get(site, "/floods/claims/2").text
    assert re.search(r'<span class="part relation" data-relation="0">did not lose</span>', answer)
    assert re.search(r'href="/-/article/1#c[0-9a-f]{16}">Open in its article', answer)
    assert 'href="/floods/sentences/2"' in answer


@pytest.mark.parametrize("path", ["/-/article/99", "/-/article/nine", "/-/article/other/1", "/floods/claims/99"])
def test_what_is_not_there_is_not_found(site: Datasette, path: str) -> None:
    assert get(site, path).status_code == 404


def test_a_list_of_claims_shows_few_columns_and_on_request_all(site: Datasette) -> None:
    few, every = _page(site, "/floods/claims"), _page(site, "/floods/claims?_all=1")
    assert [found["data-column"] for found in few.of("th") if "data-column" in found] == [
        "id", "subject", "relation", "object", "confidence", "status", "sentence", "article",
    ]  # fmt: skip
    assert len(every.of("th")) > 45
    assert "What the columns mean" in few.text


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/floods/claims/2", "75%"),
        ("/floods/claims/2", "negated"),
        ("/floods/quantities", "yes"),
        ("/floods/runs/1", "resolve: True"),
        ("/floods/articles/5", "took out 2 control characters"),
        ("/floods/claims/2", "said by Radio Ostrand → said by Ada Lind"),
        ("/floods/claims/2", "nsubj: port"),
        ("/floods/who_says_what", "Ada Lind"),
    ],
)
def test_cells_are_words(site: Datasette, path: str, shown: str) -> None:
    assert shown in _flat(_page(site, path).text) or shown in _page(site, path).text


def test_json_and_csv_hold_the_values_themselves(site: Datasette) -> None:
    row = get(site, "/floods/claims/2.json?_shape=array").json()[0]
    assert row["confidence"] == 0.75
    assert json.loads(row["object_spans"])
    assert "<" not in get(site, "/floods/quantities.csv").text


@pytest.mark.parametrize("path", ["/floods/sentences", "/floods/claims"])
def test_facets_are_not_suggested(site: Datasette, path: str) -> None:
    assert get(site, f"{path}.json").json()["suggested_facets"] == []


# What articles cannot do


@pytest.mark.parametrize("path", [*OWN_PAGES, *DATASETTE_PAGES])
def test_articles_cannot_act(site: Datasette, path: str) -> None:
    """No element, attribute or address comes from the words of an article."""
    page = _page(site, path)
    for tag, attributes in page.found:
        assert not any(name.startswith("on") for name in attributes), (tag, attributes)
        for name in ("href", "src", "action"):
            assert not (attributes.get(name) or "").strip().lower().startswith("javascript"), (tag, attributes)
    assert not page.of("img", src="x")
    assert not page.of("b")
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", get(site, path).text, re.DOTALL)
    assert not any("owned" in script for script in scripts)


@pytest.mark.parametrize("path", ["/-/article/2", "/floods/claims", "/floods/articles/2", "/floods/claims_readable"])
def test_controls_of_direction_are_shown_as_marks(site: Datasette, path: str) -> None:
    answer = get(site, path).text
    assert "U+202E: right-to-left override" in answer
    assert "\u202e" not in re.sub(r'(title|value)="[^"]*"|<title>.*?</title>', "", answer)


def test_a_very_long_word_is_whole_on_its_page_and_cut_in_lists(site: Datasette) -> None:
    assert LONG_WORD in get(site, "/-/article/2").text
    assert LONG_WORD not in get(site, "/floods/claims").text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a < b & \"c\" 'd'", "a &lt; b &amp; &#34;c&#34; &#39;d&#39;"),
        ("a\u200bb", 'a<span class="x-unseen" title="U+200B: zero width space">U+200B</span>b'),
        ("\x07<", '<span class="x-unseen" title="U+0007: control character">U+0007</span>&lt;'),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_text_is_escaped_and_its_invisible_characters_are_named(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert safe(text) == f"<bdi>{shown}</bdi>"


# What stands in front


@pytest.mark.parametrize("path", OWN_PAGES)
def test_pages_of_our_own_run_nothing_inline_and_load_nothing_from_elsewhere(site: Datasette, path: str) -> None:
    answer = get(site, path)
    assert answer.headers["content-security-policy"] == STRICT_POLICY
    assert "unsafe" not in STRICT_POLICY
    page = _Elements(answer.text)
    assert all("src" in script for script in page.of("script"))
    assert not page.of("style")
    assert not [attributes for _, attributes in page.found if "style" in attributes]
    loaded = [found.get("src") or found.get("href") for tag, found in page.found if tag in ("script", "img", "link")]
    assert loaded
    assert all(address and address.startswith(f"/-/extract/{assets.VERSION}/") for address in loaded)


@pytest.mark.parametrize("path", ["/", "/floods", "/floods/claims", "/floods/nothing", "/floods/claims.json"])
def test_every_answer_has_its_headers(site: Datasette, path: str) -> None:
    headers = get(site, path).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["referrer-policy"] in ("same-origin", "no-referrer")


@pytest.mark.parametrize(
    "path",
    [b"/\\example.org/", b"//example.org/", b"//example.org/%2e%2e", b"/%5Cexample.org/", b"/floods/\\example.org/"],
)
def test_no_path_leads_to_another_site(site: Datasette, path: bytes) -> None:
    """Datasette takes a slash off the end of a path by a redirect, and a browser reads `/\\host` as a host."""
    status, headers = _raw(site, path)
    assert status == 400
    assert b"location" not in headers


def test_a_slash_at_the_end_still_redirects(site: Datasette) -> None:
    assert _raw(site, b"/floods/claims/")[1][b"location"] == b"/floods/claims"


def _raw(site: Datasette, path: bytes, scheme: str = "http") -> tuple[int, dict[bytes, bytes]]:
    """Status and headers of the answer to a path that a well-behaved client would not send."""
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": scheme,
        "path": unquote(path.decode()),
        "raw_path": path,
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
    }
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(site.app()(scope, receive, send))
    return sent[0]["status"], {key.lower(): value for key, value in sent[0]["headers"]}


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost", 200), ("localhost:8001", 200), ("LOCALHOST", 200), ("rebound.example", 400), ("", 400)],
)
def test_only_names_of_this_machine_are_answered(site: Datasette, host: str, status: int) -> None:
    assert get(site, "/", headers={"host": host}).status_code == status


def test_cookies_are_out_of_reach_of_scripts(site: Datasette) -> None:
    cookies = get(site, "/-/messages").headers.get_list("set-cookie")
    assert cookies
    assert all("httponly" in cookie.lower() for cookie in cookies)


def test_cookies_of_a_secure_site_stay_on_it(site: Datasette) -> None:
    _, headers = _raw(site, b"/-/messages", scheme="https")
    assert b"; Secure" in headers[b"set-cookie"]


def test_errors_do_not_print_local_variables(site: Datasette, capfd: pytest.CaptureFixture[str]) -> None:
    import datasette.handle_exception

    assert get(site, "/floods?sql=select+*+from+nothing", cookies={"ds_actor": "a-secret"}).status_code == 400
    assert datasette.handle_exception.rich is None
    assert "a-secret" not in "".join(capfd.readouterr())


def test_one_query_cannot_take_all_memory(site: Datasette) -> None:
    answer = get(site, "/floods?sql=select+length(randomblob(900000000))")
    assert answer.status_code == 400
    assert "more memory" in answer.text


def test_connections_wait_for_writers_and_check_references(site: Datasette) -> None:
    def settings(connection: Any) -> tuple[int, int]:
        return (
            connection.execute("PRAGMA busy_timeout").fetchone()[0],
            connection.execute("PRAGMA foreign_keys").fetchone()[0],
        )

    busy, keys = asyncio.run(site.get_database("floods").execute_fn(settings))
    assert busy >= 5000
    assert keys == 1


def test_the_database_cannot_be_written_through_a_page(site: Datasette) -> None:
    assert get(site, "/floods?sql=delete+from+claims").status_code == 400
    assert get(site, "/floods?sql=with+x+as+(select+1)+delete+from+claims").status_code == 400


def test_pages_of_our_own_keep_to_datasettes_permissions(database: Path, site: Datasette) -> None:
    from datasette.app import Datasette as Plain

    ada = {"allow": {"id": "ada"}}
    for allow in (ada, {"databases": {"floods": ada}}, {"databases": {"floods": {"tables": {"sentences": ada}}}}):
        closed = Plain([str(database)], metadata=allow)
        for path in ("/", "/-/article/1", f"/-/claim/c{'0' * 16}"):
            assert get(closed, path).status_code == 403
        cookies = {"ds_actor": closed.sign({"a": {"id": "ada"}}, "actor")}
        assert get(closed, "/-/article/1", cookies=cookies).status_code == 200
        close(closed)


def test_assets_are_kept_for_good_and_nothing_else_is_given_out(site: Datasette) -> None:
    answer = get(site, assets.path("layout.css"))
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/css")
    for name in ("nothing.css", "..", "pages.py"):
        assert get(site, f"/-/extract/{assets.VERSION}/{name}").status_code == 404


def test_the_icon_that_browsers_ask_for_is_our_own(site: Datasette) -> None:
    assert get(site, "/favicon.ico").text == assets.text("mark.svg")


# Beside databases of other programs


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    path = tmp_path / "birds.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE claims (id INTEGER PRIMARY KEY, confidence REAL, subject TEXT)")
    connection.execute("INSERT INTO claims VALUES (1, 0.5, 'A wren')")
    connection.commit()
    connection.close()
    return path


def test_pages_of_other_databases_stay_as_they_are(foreign: Path) -> None:
    with served(foreign) as datasette:
        assert "Claims from news articles" not in get(datasette, "/").text
        assert get(datasette, "/-/article/1").status_code == 404
        for path in ("/birds", "/birds/claims", "/birds/claims/1"):
            answer = get(datasette, path)
            assert answer.status_code == 200
            assert "extract" not in answer.text
            assert "content-security-policy" not in answer.headers
        assert "0.5" in get(datasette, "/birds/claims").text


def test_plain_datasette_with_the_plugin_needs_no_settings(database: Path, site: Datasette) -> None:
    from datasette.app import Datasette as Plain

    plain = Plain([str(database)])
    assert "4</strong> articles" in get(plain, "/").text
    assert "said by Ada Lind" in get(plain, "/floods/claims").text
    assert get(plain, "/", headers={"host": "claims.example"}).status_code == 200
    close(plain)


def test_plain_datasette_without_the_plugin_browses_with_metadata(database: Path, site: Datasette) -> None:
    import yaml
    from datasette.app import Datasette as Plain
    from datasette.plugins import pm

    import db.web

    path = database.with_name("claims.db")
    path.write_bytes(database.read_bytes())
    name = pm.get_name(db.web)
    pm.unregister(db.web)
    try:
        plain = Plain([str(path)], metadata=yaml.safe_load(databases.METADATA.read_text(encoding="utf-8")))
        for page in ("/", "/claims", "/claims/claims", "/claims/claims/2", "/claims/asserted", "/claims/negated"):
            assert get(plain, page).status_code == 200
        listed = get(plain, "/claims/claims").text
        assert "One row for each claim (subject, relation, object)" in listed
        assert 'href="/claims/articles/1"' in listed
        assert 'name="_search"' in listed
        close(plain)
    finally:
        pm.register(db.web, name=name)


def test_two_databases_are_kept_apart(database: Path, tmp_path: Path, site: Datasette) -> None:
    from datasette.app import Datasette as Plain

    other = make(tmp_path / "storms.db")
    both = Plain([str(database), str(other)])
    assert get(both, "/-/article/storms/1").status_code == 200
    assert 'href="/-/article/storms/1' in get(both, "/storms/articles").text
    assert "storms" in get(both, "/").text
    close(both)


def test_standings_are_told_apart(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.row_factory = sqlite3.Row
        page = article_view.read_page(connection, 2)
    connection.close()
    assert page is not None
    assert dict(page.tally) == {
        Standing.ASSERTED: 2,
        Standing.REPORTED: 0,
        Standing.NEGATED: 1,
        Standing.UNCERTAIN: 0,
    }
    assert len(HOSTILE.splitlines()) == len(page.claims)


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ("[Ada Lind] · 's leaving · Varno", "[Ada Lind]'s leaving Varno"),
        ("they · ’ll close · the quay", "they’ll close the quay"),
        ("Ada Lind · called · 'Quay News' a rag", "Ada Lind called 'Quay News' a rag"),
    ],
)
def test_a_short_verb_stands_at_its_subject(parts: str, shown: str) -> None:
    assert unescape(line(parts)) == f"<bdi>{shown}</bdi>"
