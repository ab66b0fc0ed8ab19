"""`extract export articles`: the main text as it was read, with the place and kind of every block."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from extract.cli import cli

PAGE = """<html lang=en><head><title>Council buys the old mill</title></head><body><nav><a href=/>Home</a></nav>
<article><h1>Council buys the old mill</h1><p class=byline>By Mira Tolland</p>
<p>The council of Brennick bought the old mill on Monday. It paid two million crowns.</p>
<figure><img src=a.jpg><figcaption>The mill in May.</figcaption></figure>
<h2>What comes next</h2><ul><li>The roof will be mended first.</li><li>The wheel will follow in the spring.</li></ul>
<p>Mayor Greta Holm said that the town had waited for it since 1998.</p></article></body></html>"""


def exported(folder: Path, *arguments: str) -> list[dict]:
    out = folder / "articles.jsonl"
    database = str(folder / "claims.db")
    result = CliRunner().invoke(cli, ["export", "articles", "--db", database, "-o", str(out), *arguments])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_a_line_has_the_body_and_the_place_of_every_block(tmp_path: Path) -> None:
    (tmp_path / "mill.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "note.txt").write_text("Old bridge closed\n\nThe old bridge was closed on Friday.\n", encoding="utf-8")
    ingest = ["ingest", str(tmp_path / "mill.html"), str(tmp_path / "note.txt"), "--db", str(tmp_path / "claims.db")]
    assert CliRunner().invoke(cli, ingest).exit_code == 0
    mill, note = exported(tmp_path)
    assert (mill["source"], mill["title"], mill["byline"]) == (
        "mill.html", "Council buys the old mill", "Mira Tolland"
    )  # fmt: skip
    assert mill["text"].split("\n") == [
        "The council of Brennick bought the old mill on Monday. It paid two million crowns.",
        "What comes next",
        "The roof will be mended first.",
        "The wheel will follow in the spring.",
        "Mayor Greta Holm said that the town had waited for it since 1998.",
    ]
    kinds = [block["kind"] for block in mill["blocks"]]
    assert kinds == ["title", "byline", "paragraph", "caption", "heading", "list", "list", "paragraph"]
    text = CliRunner().invoke(
        cli, ["export", "text", "--db", str(tmp_path / "claims.db"), "--article", mill["article"]]
    ).stdout  # fmt: skip
    assert mill["blocks"][3]["text"] == "The mill in May."
    assert all(text[block["start"] : block["end"]] == block["text"] for block in mill["blocks"])
    assert note["text"] == "The old bridge was closed on Friday."
    assert note["notes"] == []
    assert [row["article"] for row in exported(tmp_path, "--article", note["article"])] == [note["article"]]
