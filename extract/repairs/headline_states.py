"""What headlines tell without a finite verb: "Farmers angry over new levy", "Ferry sinks, at least 12 dead", "Mayor to
resign: report"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.english.persons import group_noun, person_noun
from extract.english.wordlists import word_class
from extract.factuality.signatures import reporting
from extract.model import BRIEF, HEADLINES, BlockKind
from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import FINITE_TAGS, NOUNS, SUBJECTS, has_article, is_finite, is_nominal, is_time, is_verbal

#: What counted people are.
_STATES = frozenset({"dead", "hurt", "injured", "missing", "wounded"})


def counted_states(tree: Tree) -> None:
    """ "Ferry sinks off Marland, at least 12 dead", "Nineteen dead, 30 missing after ferry sinks": so many are."""
    if tree.kind not in HEADLINES:
        return
    cue, end = _said_at_end(tree)
    starts = [start for word in tree.words[: end - 1] if (start := _begins(word, tree)) is not None]
    if not starts or any(w.tag == "MD" for w in tree.words):
        return
    main = _top(tree.words[: starts[0]])
    done = main.child("acl") if main is not None and main.tag == "CD" else None
    if main is not None and done is not None and done.tag == "VBN" and done.i == main.i + 1:
        done.lead("VBD")  # "Two killed, 14 injured as bus crashes"
        main.attach(done, "nsubj")
        done.adopt(main.right)
        main = done
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        state = _as_clause(tree.words[start:stop])
        if main is None or main.pos != "VERB":
            state.lead()
            if main is not None:
                main.attach(state, "dep")
            main = state
        else:
            state.attach(main, "conj")
    if cue is not None and main is not None:  # "Two missing after blast, police say"
        cue.lead()
        main.attach(cue, "ccomp")


#: Words that may stand before a number.
_ABOUT = frozenset({"about", "almost", "at", "least", "more", "nearly", "over", "some", "than"})


def _begins(number: Word, tree: Tree) -> int | None:
    """Where a number begins that stands right before a state, in front of all or behind a comma."""
    if number.tag != "CD" or tree.words[number.i + 1].lower not in _STATES:
        return None
    start = number.i
    behind = tree.words[start + 2 : start + 3]
    if any(w.pos in {"ADJ", "NOUN", "PROPN"} for w in behind):
        return None  # "Two missing hikers found safe"
    while start and tree.words[start - 1].lower in _ABOUT:
        start -= 1
    return start if start == 0 or tree.words[start - 1].text in {",", ":", ";"} else None


def _top(words: Sequence[Word]) -> Word | None:
    """The verb or else the first of the words that hang on none of them, with the others below it."""
    tops = [w for w in words if w.head not in words or w.is_root]
    main = next((w for w in tops if w.pos == "VERB"), next((w for w in tops if w.dep != "punct"), None))
    if main is not None:
        main.lead()
        for word in tops:
            if word is not main:
                word.attach(main, word.dep if word.dep != "ROOT" else "dep")
    return main


def _as_clause(words: Sequence[Word]) -> Word:
    """The state, as the verb of a clause, of words from before a number on."""
    number = next(w for w in words if w.tag == "CD")
    state = words[words.index(number) + 1]
    outside = [w for w in words if w.head not in words or w.is_root or w.head in (number, state)]
    state.lead()
    state.pos, state.tag = "VERB", "JJ"
    number.attach(state, "nsubj")
    for word in outside:
        if word not in (number, state):
            before = word.i < number.i
            word.attach(number if before else state, "quantmod" if before else _plain(word))
    return state


def _plain(word: Word) -> str:
    return "dep" if word.dep in {"ROOT", "pobj", "appos", "nsubj"} else word.dep


def will_and(tree: Tree) -> None:
    """ "Veltra to close mill, cut 400 jobs": it is to do both. "Veltra to close mill, union says": a union says so."""
    root = next((w for w in tree.words if w.is_root), None)
    verb = next((w for w in tree.words if w.tag == "VB" and w.child("aux") is not None), None)
    to = verb.child("aux") if verb is not None else None
    if tree.kind not in HEADLINES or root is None or verb is None or to is None or to.tag != "TO" or verb.i >= root.i:
        return
    who = tree.words[max(to.i - 1, 0)]
    if who.i >= to.i or who.pos not in {"NOUN", "PROPN", "VERB"} or who.head not in {verb, root}:
        return
    if who.pos == "VERB" and who.child(*SUBJECTS) is not None:
        return  # "'We were left to die', say survivors"
    if verb.head not in {who, root} or verb.child("nsubj") not in {who, None}:
        return
    says = next(reversed(root.having("nsubj")), None) if root.lemma in reporting("verb") else None
    reported = says is not None and says is not who
    behind = says.subtree()[0] if says is not None and reported else root
    if tree.words[behind.i - 1].text != ",":
        return
    if reported:
        verb.attach(root, "ccomp")
        to.pos, to.tag, to.lemma = "AUX", "MD", "will"
    elif root.tag in _BASES:
        verb.adopt(w for w in (*who.right, *root.left) if w not in {verb, who})
        verb.lead()
        root.attach(verb, "conj")
        root.tag = "VB"
    else:
        return
    who.attach(verb, "nsubj")
    who.pos = "PROPN" if who.pos == "VERB" else who.pos


#: Forms that may be an infinitive.
_BASES = frozenset({"VB", "VBD", "VBN", "VBP"})


@only_with("over")
def charged_over(tree: Tree) -> None:
    """ "Lenz charged over $90,000 bribes": they are why, and not more than $90,000."""
    for verb, over in pairwise(tree.words if tree.kind in HEADLINES else ()):
        if over.lower != "over" or over.dep != "quantmod" or verb.lemma not in word_class("accusing verbs"):
            continue
        noun = verb.child("dobj")
        if noun is not None and noun.holds(over):
            over.dep, over.pos, over.tag = "prep", "ADP", "IN"
            over.attach(verb, "prep")
            noun.attach(over, "pobj")


@only_with("record")
def as_record(tree: Tree) -> None:
    """ "Veltra posts record profit", "Gold hits record high": neither records anything."""
    record = next((w for w in tree.words if w.is_root and w.lower == "record"), None)
    verb = record.child("nsubj") if record is not None else None
    if record is None or verb is None or verb.tag not in {"NNS", "VBZ"} or not verb.left or tree.kind not in BRIEF:
        return
    thing = record.child("dobj") or next((w for w in record.right if w.lower in {"high", "low"}), None)
    if thing is None:
        return
    who = verb.left[-1]
    verb.lead("VBZ")
    who.adopt(w for w in verb.left if w is not who)
    who.attach(verb, "nsubj")
    verb.adopt(w for w in record.right if w is not thing)
    thing.attach(verb, "dobj", "NN")
    record.attach(thing, "amod", "JJ")


@only_with(":")
def topic_first(tree: Tree) -> None:
    """ "Holm crash: pilot was drunk, report finds": the report finds it."""
    cue = next((w for w in tree.words if w.is_root and w.lemma in reporting("verb")), None)
    subjects = cue.having("nsubj") if cue is not None else []
    if cue is None or len(subjects) < 2 or tree.kind not in HEADLINES:
        return
    topic = subjects[0]
    colon = next((w for w in topic.right if w.text == ":"), None)
    told = next((w for w in topic.right if w.dep in {"acl", "relcl"} and w.child("nsubj", "nsubjpass")), None)
    if colon is not None and told is not None and colon.i < told.subtree()[0].i and told.i < subjects[-1].i:
        told.attach(cue, "ccomp")
        topic.dep = "dep"


def chaos_as(tree: Tree) -> None:
    """ "Traffic chaos as lorry sheds load", "No plans for vote, says mayor": of two subjects the second one acts."""
    top = next((w for w in tree.words if w.is_root), None)
    subjects = top.having("nsubj") if top is not None else []
    if top is None or tree.kind not in HEADLINES or len(subjects) != 2 or subjects[0].i > top.i:
        return
    first, second = subjects
    if top.lemma in reporting("verb") and top.i < second.i and top.child("ccomp", "dobj") is None:
        first.dep = "ccomp"
    elif any(w.dep == "mark" and w.lower in {"after", "as"} and first.i < w.i < second.i for w in top.left):
        first.dep = "dep"


@only_with(":")
def label_apart(tree: Tree) -> None:
    """ "Regulator: vaccine is safe": no vaccine of a regulator. "Minister: nurses to get raise": they are to."""
    colon = next((w for w in tree.words[1:5] if w.text == ":"), None)
    top = next((w for w in tree.words if w.is_root), None)
    if tree.kind not in HEADLINES or colon is None or top is None:
        return
    if top.i < colon.i:
        _plan_behind(colon, top, tree)
        return
    for word in tree.words[: colon.i]:
        if word.head.i > colon.i and word.dep != "punct" and word.head is not top:
            top.hang(dep=word, punct=colon)


def _plan_behind(colon: Word, top: Word, tree: Tree) -> None:
    to = next((w for w in tree.words[colon.i + 2 :] if w.tag == "TO" and w.dep == "aux"), None)
    who = tree.words[to.i - 1] if to is not None else None
    if to is not None and who is not None and to.head.tag == "VB" and is_nominal(who):
        to.head.lead()
        to.head.hang(nsubj=who, dep=top)


def restore_state(tree: Tree) -> None:
    """ "Farmers angry over new levy", "Clerk guilty of fraud": the adjective says what a verb says elsewhere."""
    roots = [w for w in tree.words if w.head is w]
    if tree.kind is not BlockKind.TITLE or len(roots) != 1 or any(is_verbal(w) and is_finite(w) for w in roots):
        return
    state = _adjective(roots[0])
    if state is None or any(w.tag in {"VBD", "MD"} or w.text in {":", "?"} for w in tree.words):
        return
    noun = state.child("nsubj") or state.head
    if state.head is noun:
        state.lead()
        state.adopt(w for w in noun.right if w.i > state.i)
        noun.attach(state, "nsubj")
    state.pos = "VERB"


def said_state(tree: Tree) -> None:
    """ "Farmers angry over levy, union says", "Two missing after blast, police say": that is what they say."""
    cue, end = _said_at_end(tree)
    before = tree.words[:end]
    top = cue.left[0] if cue is not None else tree.words[0]
    if cue is None or [w for w in cue.left if w.i < end] != [top] or any(w.tag in FINITE_TAGS for w in before):
        return
    label = top.dep
    if tree.kind is BlockKind.TITLE and label != "ccomp":
        top.lead()
        part = replace(tree, words=before)
        restore_state(part)
        state_phrase(part)
        state = top.root
        state.attach(cue, "ccomp" if state.pos == "VERB" else label)


def _said_at_end(tree: Tree) -> tuple[Word | None, int]:
    """The verb of who says so behind the last comma, and where what they say ends; all of it where nobody does."""
    cue = next((w for w in tree.words if w.is_root), tree.words[-1])
    who = next(reversed(cue.having("nsubj")), cue)
    start = min(cue.i, who.subtree()[0].i)
    last = max(cue.i, who.subtree()[-1].i) == len(tree.words) - 1
    if who is cue or cue.lemma not in reporting("verb") or not last or tree.words[start - 1].text != ",":
        return None, len(tree.words)
    return cue, start - 1


@only_with("reported")
def none_reported(tree: Tree) -> None:
    """ "Quake rocks Norland, no injuries reported": none are, and it is not no injuries who report the quake."""
    last = tree.words[-1]
    told, who = last.child("ccomp"), last.child("nsubj")
    if tree.kind not in HEADLINES or last.lower != "reported" or not last.is_root or told is None or who is None:
        return
    if told.i < who.i and any(w.lower == "no" for w in who.left):
        told.lead()
        last.attach(told, "conj", "VBN")
        who.dep = "nsubjpass"


def _adjective(root: Word) -> Word | None:
    """An adjective right behind the noun that it is about, with more behind it."""
    if root.tag == "JJ":
        subject = root.child("nsubj")
        beside = subject is not None and is_nominal(subject) and subject.i == root.i - 1
        return root if beside and root.child("prep", "xcomp") is not None else None
    if root.pos not in NOUNS:
        return None
    first = next((w for w in root.right if w.tag == "JJ" and w.dep in {"amod", "acomp"}), None)
    negation = first.child("neg") if first is not None else None
    state = first if first is not None and first.i == root.i + (1 if negation is None else 2) else None
    behind = state is not None and state.child("prep", "xcomp") is not None
    return state if behind and state is not None and state.text.islower() else None


def state_phrase(tree: Tree) -> None:
    """ "Mayor under fire over bill", "Alpina in talks to buy bank", "Hundreds of jobs at risk": so they are."""
    if tree.kind is not BlockKind.TITLE or any(w.tag in FINITE_TAGS or w.text in {":", "?"} for w in tree.words):
        return
    prep = next((w for w in tree.words[1:] if w.dep == "prep" and _begins_state(w)), None)
    who = prep.root if prep is not None else None
    if prep is None or who is None or prep.head.i != prep.i - 1 or is_time(who):
        return
    if not (is_nominal(prep.head) or prep.head.i == 0) or {who.tag, prep.head.tag} & {"VBN", "VBG"}:
        return  # "Port sale put on hold"
    counted = who.lower in _COUNTS or who is prep.head
    if who.child("det") is not None or who.i > prep.i or not counted or who.lower == "life":
        return  # "Photos of homes on fire"
    if any(w.tag == "TO" and w.dep == "aux" and w.head.dep != "acl" for w in tree.words[prep.i :]):
        return  # "Man on trial to appeal"
    behind = [w for w in tree.words[prep.i + 1 :] if w.head.i < prep.i]
    prep.lead()
    prep.pos = "VERB"
    prep.adopt(behind)
    who.attach(prep, "nsubj")
    who.pos = "PROPN" if who.pos == "VERB" else who.pos
    state = prep.child("pobj")
    if state is not None:
        state.dep = "dobj"
        prep.adopt(w for w in state.right if w.dep == "prep" and w.lower in {"after", "amid", "over", "for"})


_COUNTS = frozenset({"dozens", "hundreds", "millions", "scores", "thousands"})


def _begins_state(prep: Word) -> bool:
    inner = prep.child("prep") if prep.lower == "out" else prep
    state = inner.child("pobj") if inner is not None and prep.lower in _STATE_PREPOSITIONS else None
    if state is None or has_article(state):
        return False
    return state.lemma.lower() in word_class(f"states {prep.lower}")


_STATE_PREPOSITIONS = frozenset({"at", "in", "on", "out", "under"})

#: Who is behind a colon at the end of a headline: "Mayor to resign: report".
_REPORTS = frozenset(
    {"data", "documents", "media", "poll", "report", "reports", "source", "sources", "study", "survey"}
)


@only_with(":")
def source_behind_colon(tree: Tree) -> None:
    """ "Mayor to resign: report", "Mayor has resigned: police": who says so, and nothing that is done."""
    words = tree.words
    colon = next((w for w in reversed(words[-4:-1]) if w.text == ":"), None)
    if tree.kind not in BRIEF or colon is None or colon.i < 2:
        return
    before, after = words[: colon.i], words[colon.i + 1 :]
    last = after[-1]
    named = last.lower in _REPORTS or person_noun(last.lemma.lower()) is not None or group_noun(last.lower) is not None
    top = next((w for w in before if w.head is last or w.head not in before or w.is_root), None)
    if not named or top is None or last.dep == "pobj" or any(w.pos == "VERB" and w is not last for w in after):
        return  # "Open by default: Design for everyone"
    if last.holds(top):
        top.lead()
    top.adopt(w for w in last.children if w not in after)
    last.adopt((w for w in after[:-1] if w.head is not last), "compound")
    last.attach(top, "dep", "NNS" if last.tag == "NNS" else "NN")
