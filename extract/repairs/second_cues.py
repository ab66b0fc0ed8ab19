"""Headlines that go on with what somebody says: "Lund attacks rivals, says Reed lied"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from extract.english.persons import group_noun, person_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.syntax.tree import Tree, Word
from extract.syntax.words import SUBJECTS, is_verbal


def says_besides(tree: Tree, lead: Callable[[Word, Tree], None]) -> None:
    """ "Lund attacks rivals, says Reed lied", "Mayor denies theft, says rival forged letters": no letters say so.

    "Union rejects offer, vows strike": nor does a strike.

    Not: "Mill is safe, says Lund".
    """
    cue = next(
        (w for w in tree.words[2:-1] if w.tag == "VBZ" and w.lemma in reporting("verb") and _opens(w, tree)), None
    )
    if cue is None:
        return
    part, behind = replace(tree, words=tree.words[: cue.i - 1]), tree.words[cue.i + 1 :]
    content, main = _content(cue, behind), _main(part)
    if content is None or main is None:
        return
    whole = main.child(*SUBJECTS) is not None
    for word in [w for w in part.words if w.head not in part.words]:
        word.lead()
    if whole:
        main.lead()
    else:
        lead(main, part)
    content.lead()
    main.hang(punct=tree.words[cue.i - 1], conj=cue)
    content.attach(cue, "ccomp" if is_verbal(content) else "dobj")


def _opens(cue: Word, tree: Tree) -> bool:
    return tree.words[cue.i - 1].text == "," and not any(w.dep in SUBJECTS for w in cue.left)


def _main(part: Tree) -> Word | None:
    """The verb before the comma: a noun in -s behind one thing and before others, where the tagger knows none."""
    verb = next((w for w in part.words[1:] if w.pos == "VERB" and w.tag in {"VBZ", "VBP", "VBD", "VBN"}), None)
    pairs = zip(part.words, part.words[1:-1], strict=False)
    return verb or next((w for one, w in pairs if w.tag == "NNS" and one.tag in {"NN", "NNP"}), None)


def _content(cue: Word, behind: list[Word]) -> Word | None:
    """What is said, where it was taken for the main clause or for who says it."""
    if cue.dep == "parataxis" and any(w in behind for w in cue.head.having(*SUBJECTS)):
        return cue.head
    speaker = cue.child("nsubj") or (cue.child("dobj") if cue.is_root and cue.child("ccomp") is not None else None)
    if speaker is None or _speaks(speaker) or (speaker.lemma.lower() in word_class("papers") and speaker is behind[0]):
        return None
    done = next((w for w in speaker.left if w.tag == "VBN" and w.i > cue.i + 1), None)
    if done is not None:
        done.lead("VBD")
        done.hang(nsubj=behind[done.i - cue.i - 2], dobj=speaker)
        return done
    return speaker if len(behind) > 2 or speaker.dep == "dobj" or speaker.tag == "NNS" else None


def _speaks(noun: Word) -> bool:
    """Whether one noun, not several, says things."""
    if noun.tag == "NNS":
        return False
    lemma = noun.lemma.lower()
    named = noun.entity or noun.pos == "PROPN" or lemma in entries("speaking_nouns")
    return bool(named) or person_noun(lemma) is not None or group_noun(lemma) is not None
