"""How many pronouns of real news are shown with what they stand for, and how many of those rightly.

    python benchmarks/pronouns.py

Readers said of 4,611 third-person pronouns in 181 articles of ../shared what each stands for: two readers agreed on
99 % of the 591 that both read. Their answers are in tests/judged/pronouns.jsonl by the article's hash and offsets:
`kind` is "named" (`spans` are places where the same is mentioned), "elsewhere" (mentioned, but by no single
expression), "event", "expletive" ("It rained") or "nobody". "Told" are the first two. Rules may be written from half 1,
never from half 2. Reflexives are not counted. A link is right if its antecedent is one of the mentions, or has the same
words as one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.reading_claims import ATTRIBUTED, FOLDERS, JUDGED, SHARED, articles_in  # noqa: E402
from extract.coreference.pronouns import FORMS, Form  # noqa: E402
from extract.coreference.resolution import SHOWN_FROM  # noqa: E402
from extract.extractor import Extractor  # noqa: E402
from extract.model import Extraction, Span, Spans  # noqa: E402

#: What a pronoun can be that stands for something told.
TOLD = ("named", "elsewhere")


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun and what readers say that it stands for."""

    half: int
    article: str  # the hash of its text
    pronoun: Span
    kind: str
    spans: Spans


def judged(folder: Path = JUDGED) -> list[Pronoun]:
    """What readers said, in the order of the file."""
    rows = (json.loads(line) for line in (folder / "pronouns.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        Pronoun(row["half"], row["article"], tuple(row["pronoun"]), row["kind"], tuple(map(tuple, row["spans"])))
        for row in rows
    ]


def counts(pronouns: Iterable[Pronoun], found: dict[str, Extraction]) -> Counter[tuple[int, Form, str]]:
    """How many pronouns of each half and form are "told", "shown" and shown "right"."""
    number = Counter[tuple[int, Form, str]]()
    links = {h: {(m.start, m.end): m for m in e.mentions if m.kind == "pronoun"} for h, e in found.items()}
    for one in pronouns:
        if one.article not in found:
            continue
        text = found[one.article].article.text
        form = FORMS[text[slice(*one.pronoun)].lower()]
        number[one.half, form, "told"] += one.kind in TOLD
        link = links[one.article].get(one.pronoun)
        if link is None or not link.antecedents or link.confidence < SHOWN_FROM[form]:
            continue
        words = {text[slice(*span)].lower() for span in one.spans}
        number[one.half, form, "shown"] += 1
        number[one.half, form, "right"] += any(text[slice(*span)].lower() in words for span in link.antecedents)
    return number


def table(number: Counter[tuple[int, Form, str]]) -> Iterator[str]:
    """The table in Markdown: a line for each form and half, and one for all of a half."""
    yield "| half | pronoun | told | shown | right of those shown | shown rightly of those told |"
    yield "|---|---|---|---|---|---|"
    for half in (1, 2):
        for name, forms in (*((form.value, (form,)) for form in Form), ("all", tuple(Form))):
            told, shown, right = (sum(number[half, f, what] for f in forms) for what in ("told", "shown", "right"))
            shares = f"{right / shown:.1%} | {right / told:.1%}" if shown and told else "- | -"
            yield f"| {half} | {name} | {told} | {shown} | {shares} |"


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    pronouns = judged()
    wanted = {one.article for one in pronouns}
    chosen = {
        article.text_hash: article for article in articles_in((*FOLDERS, ATTRIBUTED)) if article.text_hash in wanted
    }
    if not chosen:
        sys.exit(f"None of the articles is here. Put them into {SHARED.name}/ beside the checkout.")
    found = {e.article.text_hash: e for e in Extractor().extract_all(list(chosen.values()))}
    print("\n".join(table(counts(pronouns, found))))


if __name__ == "__main__":
    main()
