"""Count the lines of code of `extract` and `db` by folder, without blank lines, comments and docstrings.

python tools/count_lines.py [FOLDER ...]
"""

import ast
import io
import re
import sys
import tokenize
from collections import Counter
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_COMMENT = {
    ".sql": re.compile(r"--[^\n]*"),
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
    ".js": re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE),
    ".html": re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL),
}
_SILENT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}
_DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def python_lines(source: str) -> int:
    """Count the lines that hold a token other than a comment or a docstring."""
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in _SILENT:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node) is not None:
            docstring = node.body[0]
            lines.difference_update(range(docstring.lineno, (docstring.end_lineno or docstring.lineno) + 1))
    return len(lines)


def other_lines(source: str, comment: re.Pattern[str]) -> int:
    """Count the lines that are not empty once comments are out."""
    return sum(bool(line.strip()) for line in comment.sub("", source).splitlines())


def main(folders: list[str]) -> None:
    """Print the lines of each folder by kind of file, and their sum."""
    counts: Counter[tuple[str, str]] = Counter()
    for folder in folders:
        for path in sorted((_ROOT / folder).rglob("*")):
            if path.suffix != ".py" and path.suffix not in _COMMENT:
                continue
            source = path.read_text(encoding="utf-8")
            lines = python_lines(source) if path.suffix == ".py" else other_lines(source, _COMMENT[path.suffix])
            for place in (path.parent.relative_to(_ROOT).as_posix(), "all"):
                counts[place, path.suffix] += lines
                counts[place, "all"] += lines
    kinds = [kind for kind in (".py", *_COMMENT, "all") if counts["all", kind]]
    print("".join(f"{kind:>8}" for kind in kinds), " folder")
    for place in sorted({place for place, _ in counts}, key=lambda place: -counts[place, "all"]):
        print("".join(f"{counts[place, kind] or '':>8}" for kind in kinds), f" {place}")


main(sys.argv[1:] or ["extract", "db"])
