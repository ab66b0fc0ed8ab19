"""Open information extraction benchmarks: our figures beside those of the published systems.

    python benchmarks/openie.py predict SENTENCES.tsv PRED.tsv --profile core|full
    python benchmarks/openie.py table

SENTENCES.tsv holds `id TAB text`, the text tokenized (words apart by blanks), one sentence a line. The
development sets and their scorers lie beside the checkout (../shared/bench) and are no part of it.

`table` scores each set, and each half of it by itself: rules may be written from half `a`, half `b` is only scored.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.rendering import Reading, core, full  # noqa: E402
from extract.claims.confidence import confidence  # noqa: E402
from extract.claims.propose import propose  # noqa: E402
from extract.model import BlockKind  # noqa: E402
from extract.repairs.mend import mend  # noqa: E402
from extract.syntax.annotation import by_spacy  # noqa: E402
from extract.syntax.models import load  # noqa: E402
from extract.syntax.parsing import words_of  # noqa: E402
from extract.syntax.tree import Tree  # noqa: E402
from extract.text.quotes import is_mark  # noqa: E402

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BENCH = ROOT.parent / "shared" / "bench"
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}


def _doc(nlp: Language, text: str) -> Doc:
    """A tokenized sentence as a Doc of one sentence without its quotation marks, each word with its place."""
    from spacy.tokens import Doc

    places, at = [], 0
    for token in text.split(" "):
        if token and not is_mark(token):
            places.append((at, at + len(token)))
        at += len(token) + 1
    words = [_BRACKETS.get(text[a:b], text[a:b]) for a, b in places]
    doc = Doc(nlp.vocab, words=words)
    doc.user_data["places"] = places
    for token in list(doc)[1:]:
        token.is_sent_start = False
    return doc


def trees(nlp: Language, sentences: list[tuple[str, str]]) -> Iterator[tuple[str, Tree]]:
    """The mended tree of each sentence."""
    docs = [_doc(nlp, text) for _, text in sentences]
    for number, ((key, text), doc, (rows, _)) in enumerate(zip(sentences, docs, by_spacy(nlp)(docs), strict=True)):
        words = words_of(rows, doc.user_data["places"])
        tree = Tree(words, number, number, BlockKind.PARAGRAPH, 0, len(text), text)
        mend(tree)
        yield key, tree


def extractions(tree: Tree, profile: str) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Confidence and slots of each extraction of a sentence, none twice."""
    seen = set()
    for proposal in propose(tree):
        readings: list[Reading] = core(proposal) if profile == "core" else [full(proposal)]
        for reading in readings:
            texts = reading.texts(tree.source)
            if texts not in seen:
                seen.add(texts)
                yield round(confidence(proposal, tree), 4), texts


def read_sentences(path: Path) -> list[tuple[str, str]]:
    """Ids and tokenized texts. A fifth column is the set's own tokenization and is preferred."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if "\t" in line]
    return [(row[0], row[4] if len(row) > 4 and row[4] else tokenized(row[1])) for row in rows]


_TOKEN = re.compile(r"(?:[A-Z]\.)+|\w+(?:[-'’./,&]\w+)*|\S")
_RUNNING = re.compile(r"\w[,;:.!?”\"]+( |$)")


def tokenized(text: str) -> str:
    """`text` with its tokens apart. A text whose last full stop stands apart is left as it is."""
    if text.endswith((" .", " ''", " ?", " !")) or not _RUNNING.search(text[-3:]):
        return text
    tokens = _TOKEN.findall(text)
    return " ".join(re.sub(r"(?<=\w)(['’]s|n['’]t)$", r" \1", token) for token in tokens)


def predict(nlp: Language, source: Path, target: Path, profile: str) -> None:
    with target.open("w", encoding="utf-8") as out:
        for key, tree in trees(nlp, read_sentences(source)):
            for confidence, texts in extractions(tree, profile):
                out.write("\t".join((key, str(confidence), *texts)) + "\n")


#: Set, profile, options of the scorer, and the best published figures on this very part.
SETS = (
    ("benchie", "core", (), "ClausIE F1 .353 (P .557), MinIE .349"),
    ("benchie_fl", "core", (), "MinIE F1 .243"),
    ("wire57", "full", ("--cap",), "MinIE F1 .326 (not capped)"),
    ("carb", "full", (), "OpenIE5 F1 .458, AUC .240"),
    ("carb", "full", ("--only", "news"), ""),
)


def table(nlp: Language) -> int:
    """Prints a line for each set. 1 where the sets are absent."""
    if not BENCH.is_dir():
        print(f"The development sets are not here: no folder {BENCH.parent.name}/{BENCH.name} beside the checkout.")
        return 1
    print(f"{'set':<16} {'P':>6} {'R':>6} {'F1':>6} {'F1 a':>6} {'F1 b':>6} {'AUC':>6}  published, on this part")
    for name, profile, options, published in SETS:
        print(_line(name, options, _score(nlp, name, profile, options), published), flush=True)
    return 0


def _score(nlp: Language, name: str, profile: str, options: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """The figures of a set ("all") and of its halves ("a", "b")."""
    found = {}
    with tempfile.TemporaryDirectory() as temporary:
        predicted, kept, source = Path(temporary) / "pred.tsv", Path(temporary) / "kept.tsv", BENCH / "dev" / name
        predict(nlp, source / "sentences.tsv", predicted, profile)
        rows = (source / "sentences.tsv").read_text(encoding="utf-8").splitlines()
        gold = next(source.glob("gold.*"))
        scorer = BENCH / f"score_{name}.py"
        command = [sys.executable, str(scorer), "--sents", str(kept), "--gold", str(gold), "--pred", str(predicted)]
        for part in ("all", "a", "b"):
            chosen = (row for row in rows if part in ("all", half(row.split("\t")[0])))
            kept.write_text("".join(f"{row}\n" for row in chosen), encoding="utf-8")
            run = subprocess.run([*command, *options, "--json"], check=True, capture_output=True, text=True)
            found[part] = json.loads(run.stdout)
            if "best" in found[part]:
                found[part]["precision"], found[part]["recall"], found[part]["f1"] = found[part]["best"]
    return found


def half(sentence: str) -> str:
    """The half, "a" or "b", that a sentence belongs to, by its id."""
    return "ab"[sha256(sentence.encode()).digest()[0] % 2]


def _line(name: str, options: tuple[str, ...], parts: dict[str, dict[str, float]], published: str) -> str:
    title = " ".join((name, *(o.removeprefix("--") for o in options if o != "--only")))
    found = parts["all"]
    auc = f"{found['auc']:6.3f}" if "auc" in found else " " * 6
    halves = f"{parts['a']['f1']:6.3f} {parts['b']['f1']:6.3f}"
    whole = " ".join(f"{found[k]:6.3f}" for k in ("precision", "recall", "f1"))
    return f"{title:<16} {whole} {halves} {auc}  {published}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("predict", help="write the extractions of a file of sentences")
    one.add_argument("sentences", type=Path)
    one.add_argument("predicted", type=Path)
    one.add_argument("--profile", choices=("core", "full"), default="core")
    one.add_argument("--model", default=None)
    commands.add_parser("table", help="score all development sets").add_argument("--model", default=None)
    options = parser.parse_args()
    nlp = load(options.model) if options.model else load()
    if options.command == "table":
        return table(nlp)
    predict(nlp, options.sentences, options.predicted, options.profile)
    return 0


if __name__ == "__main__":
    sys.exit(main())
