"""Whether a sentence, or which part of it, asks something."""

from __future__ import annotations

from extract.factuality.signatures import reporting
from extract.syntax.tree import Tree, Word, is_within
from extract.syntax.words import has_mark


def is_question(word: Word, tree: Tree) -> bool:
    """A sentence that ends in a question mark, unless it only reports the question ("Why now? he asked")."""
    mark = tree.words[-1]
    if mark.text != "?" and not any(c.text == "?" for c in word.right):
        return False
    subject = word.child("expl", "nsubj", "nsubjpass")
    reports = word.lemma in reporting("verb") and word.tag == "VBD" and subject is not None
    if reports and (word.child("ccomp") is not None or word.dep == "parataxis"):
        return False
    helpers = [c.i for c in word.left if c.dep in ("aux", "auxpass")]
    inverted = subject is not None and subject.i > min(helpers, default=word.i)
    if not inverted and any(is_within(mark, q) and not is_within(word, q) for q in tree.quotes):
        return False  # Guests were sent home after questions such as "Had you heard of it?"
    if subject is None or inverted:
        return True
    if asked_from(tree) is not None:
        return False
    if any(c.dep == "conj" and c.lemma in reporting("verb") and c.child("ccomp") is not None for c in word.right):
        return False  # She sat down and said, "Are you ill?"
    return not any(asks(w) for w in word.subtree() if w.i > word.i)


def last_mark(tree: Tree) -> Word:
    """The last word or mark that closes no quotation: she asked, 'Is it safe?'"""
    return next((w for w in reversed(tree.words) if w.tag not in ("''", "``")), tree.words[-1])


def asked_from(tree: Tree) -> int | None:
    """The mill is saved, but for how long? It is; only what follows "but" is asked. Where that begins, if it does."""
    words = [w for w in tree.words if w.pos != "PUNCT" or w.text == ","]
    if tree.words[-1].text != "?":
        return None
    but = next((n for n, w in enumerate(words) if w.lower == "but" and n > 1 and words[n - 1].text == ","), None)
    behind = words[but + 1 : but + 3] if but is not None else []
    if len(behind) < 2:
        return None
    first, second = behind
    asks = first.tag in ("WRB", "WP") or (first.pos == "ADP" and second.tag[0] == "W")
    return first.i if asks or (first.pos == "AUX" and second.pos in ("PRON", "PROPN", "DET")) else None


def asks(verb: Word) -> bool:
    """ "It made me ask what are they looking for?", "I wonder if it burst?": only these words are a question."""
    subject = verb.child("nsubj", "nsubjpass")
    whether = any(c.dep == "mark" and c.lower in ("if", "whether") for c in verb.left)
    if whether and verb.dep in ("ccomp", "advcl") and verb.head.lemma in ("ask", "wonder"):
        return True
    if subject is None or not any(c.tag in ("WP", "WRB") for c in verb.left):
        return False
    return any(c.dep in ("aux", "auxpass") and c.i < subject.i for c in verb.left)


def is_put(word: Word, host: Word, tree: Tree) -> bool:
    """ "She rang and said, 'Is this man safe?'": a question by the order of its words, inside another quotation."""
    subject = word.child("nsubj", "nsubjpass", "expl")
    first = min([c.i for c in word.left if c.dep in ("aux", "auxpass")], default=word.i)
    opened = any(c.tag == "``" for c in host.right if c.i < first)
    return opened and subject is not None and subject.i > first and last_mark(tree).text == "?"


def is_whether(word: Word) -> bool:
    """Whether it works remains to be seen: the parser takes the question for the main clause"""
    return word.is_root and has_mark(word, "whether")
