"""Reported speech that runs on: "She said the mine would close. The workers would be paid until May." """

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from extract.attribution.announcements import comment
from extract.attribution.source_frames import can_speak
from extract.attribution.sources import phrase, source_of
from extract.english.wordlists import word_class
from extract.factuality.conditions import condition_of
from extract.factuality.edges import Link
from extract.factuality.embedding import edge_of
from extract.factuality.signatures import reporting
from extract.syntax.tree import Tree, Word
from extract.syntax.verbs import complex_of

#: "The agency could not independently verify it": what the article adds.
_CHECKING = frozenset({"authenticate", "confirm", "corroborate", "establish", "reach", "verify"})
#: "She would not be drawn on whether she would run": what the article adds, too.
_SILENT = frozenset({"answer", "comment", "discuss", "draw", "elaborate", "identify", "name", "say", "speculate"})


@dataclass(frozen=True, slots=True)
class Run:
    """The report that another sentence goes on with, or is the content of: its source and its verb.

    `perfect`: what it says had been before ("had been neglected").
    """

    source: tuple[Word, ...]
    verb: Word
    perfect: bool = False


def runs(trees: Sequence[Tree]) -> dict[int, Run]:
    """By position, the sentences that go on with the indirect speech of the one before them, or whose source the
    next one tells ("The mill is unsafe. That is what critics say.")."""
    found: dict[int, Run] = {}
    for before, tree in pairwise(trees):
        if tree.block != before.block:
            continue
        told = _comment_run(tree)
        if told is not None:
            found.setdefault(before.position, told)
            continue
        if (poll := _poll_before(tree, trees)) is not None:
            found[tree.position] = poll
            continue
        run = found.get(before.position) or _report(before)
        if run is not None and any(_runs_on(root, run) for root in tree.roots):
            found[tree.position] = run
    return found


_SURVEYS = word_class("polls")
_PARTS = frozenset({"%", "half", "majority", "percent", "quarter", "respondent", "third"})
_VIEWS = word_class("verbs of views")
_NEAR = 3


def _poll_before(tree: Tree, trees: Sequence[Tree]) -> Run | None:
    """A poll was held in May. It asked 900 voters. Some 40 percent want a new vote: so the poll has it."""
    shares = [root for root in tree.roots if _is_share(root.child("nsubj"))]
    if not any(root.lemma in _VIEWS or root.lemma in reporting("verb") for root in shares):
        return None
    at = bisect_left(trees, tree.position, key=attrgetter("position"))
    for before in reversed(trees[max(0, at - _NEAR) : at]):
        noun = next((w for w in before.words if w.lemma in _SURVEYS and w.tag == "NN" and w.dep in _ARGUMENTS), None)
        if before.block == tree.block and noun is not None and not before.quotes:
            verb = next((w for w in noun.ancestors() if w.pos in ("VERB", "AUX")), noun)
            return Run(tuple(phrase(noun)), verb)
    return None


_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})


def _is_share(subject: Word | None) -> bool:
    """40 percent of them, nearly half, one in five"""
    if subject is None:
        return False
    return subject.lemma in _PARTS or (subject.tag == "CD" and any(c.lower in ("in", "of") for c in subject.right))


def _comment_run(tree: Tree) -> Run | None:
    for root in tree.roots:
        if (told := _by_whom(root)) is not None:
            return told
        cue = comment(root)
        if cue is not None:
            return Run(tuple(source_of(cue)), cue)
    return None


def _by_whom(root: Word) -> Run | None:
    """ "That's according to Lund." """
    subject = root.child("nsubj")
    according = next((w for w in (root, *root.right) if w.lower == "according"), None)
    to = according.child("prep") if according is not None else None
    whom = to.child("pobj") if to is not None else None
    if according is None or whom is None or subject is None or subject.lower not in {"that", "this"}:
        return None
    if not (can_speak(whom) or whom.pos in {"PRON", "PROPN"}):
        return None
    empty = root is according or (root.lemma == "be" and root.child("attr", "acomp", "neg", "ccomp") is None)
    return Run(tuple(phrase(whom)), according) if empty else None


def _runs_on(root: Word, run: Run) -> bool:
    """Reported will and have keep their backshifted form; a condition would explain the "would" as well.

    "She had seen the trucks" goes on with her report, and "No one had checked the gates" with one of what had
    been; "Engineers had built it in 1962" may be the article's own background.
    """
    if edge_of(root).link is not Link.ROOT:
        return False
    if root.lemma in _CHECKING | _SILENT and _is_denied(root):
        return False
    if _is_past_perfect(root) and any(w.lower == "ago" for w in root.subtree()):
        return False  # "A month ago it had put growth at 2 percent": a report would say "a month earlier"
    subject = root.child("nsubj", "nsubjpass")
    if subject is not None and subject.lower in [w.lower for w in run.source if w.pos == "NOUN" and not can_speak(w)]:
        return False  # "The rules said that it was shut. The rules would not hold for farms.": they tell of themselves
    if complex_of(root).modal in {"would", "could", "might", "must"}:
        return condition_of(root) is None
    if subject is None or not _is_past_perfect(root):
        return False
    return run.perfect or subject.lower in {"he", "she", "they", "it"}


def _is_denied(verb: Word) -> bool:
    """ "could not be verified", "Neither account could be verified" """
    subject = verb.child("nsubj", "nsubjpass")
    none = subject is not None and subject.subtree()[0].lower in {"neither", "no", "none", "nothing"}
    return none or verb.child("neg") is not None


def _is_past_perfect(verb: Word) -> bool:
    form = complex_of(verb)
    return form.tense == "past" and form.modal is None and form.aspect in ("perfect", "perfect progressive")


def _report(tree: Tree) -> Run | None:
    """The past-tense report that a sentence is, if it is one without a quotation."""
    for root in tree.roots:
        edge = edge_of(root)
        verb = edge.host if edge.link is Link.COMPLEMENT and edge.host is not None else root
        content = verb.child("ccomp") if verb is root else root
        past = verb.lemma in reporting("verb") and complex_of(verb).tense == "past" and complex_of(verb).modal is None
        if content is None or tree.is_quoted(content) or not past:
            continue
        source = source_of(verb)
        if source or verb.child("nsubjpass") is not None:
            return Run(tuple(source), verb, _is_past_perfect(content))
    return None
