"""Verbs joined to the wrong one of two verbs, and words torn out of the quotation that they stand in."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.persons import Sort, group_noun
from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.coordination import go_on
from extract.repairs.occasions import QUOTATION, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    PAST_TAGS,
    SAME_IN_PAST,
    SUBJECTS,
    first_conjunct,
    has_before,
    is_finite,
    is_infinitive,
    is_nominal,
    is_verbal,
    is_wh,
    opens_behind_comma,
)

#: Passives that keep one of two objects: "was given a prize".
WITH_TWO = frozenset(
    {"allow", "allot", "appoint", "ask", "assign", "award", "bring", "call", "cause", "charge", "consider", "cost"}
    | {"deal", "declare", "deem", "deny", "dub", "elect", "feed", "fine", "forgive", "give", "grant", "guarantee"}
    | {"hand", "lend", "loan", "make", "name", "nickname", "offer", "owe", "pay", "pronounce", "promise", "render"}
    | {"sell", "send", "serve", "show", "spare", "teach", "tell", "title", "vote"}
)


def agreeing_conjunct(verb: Word) -> None:
    """ "if we did not oppose a plan that cuts aid, weakens courts and gives to banks": we weaken nothing."""
    first = verb.head
    if verb.tag != "VBZ" or not is_verbal(first) or has_before(verb, {*AUXILIARIES, *SUBJECTS, "mark", "expl"}):
        return
    finite = next((w for w in (*first.left, first) if w.tag in {"MD", "VBP", "VBZ", "VBD"}), first)
    subject = first.child("nsubj", "nsubjpass")
    joint = subject is not None and subject.child("cc") is not None and subject.child("conj") is not None
    if subject is None or (subject.tag in {"NN", "NNP"} and not joint):
        return
    plural = joint or subject.tag in {"NNS", "NNPS"} or subject.lower in {"i", "they", "we", "you"}
    if finite.tag not in {"VBP", "VB", "MD"} and not plural:
        return
    inner = [w for w in first.subtree() if w.tag == "VBZ" and first.i < w.i < verb.i and not verb.holds(w)]
    like = [w for w in inner if w.dep == "relcl" and w.child("nsubj") is not None and w.pos == "VERB"]
    if not like:
        return
    like[-1].adopt(w for w in first.right if w.dep == "cc" and like[-1].i < w.i < verb.i)
    _move(verb, like[-1], "conj")


def agreeing_with_speaker(verb: Word) -> None:
    """ "Drivers say the toll is unfair, and avoid the bridge": the drivers avoid it, and no toll does."""
    content = verb.head if verb.dep == "conj" else verb
    cue = content.head
    subject = content.child(*SUBJECTS) if content is not verb else None
    if verb.tag not in _BARE or cue.tag not in _BARE or cue.lemma not in reporting("verb") or cue.i > content.i:
        return
    if content.dep != "ccomp" or has_before(verb, {*AUXILIARIES, *SUBJECTS, "mark", "expl"}):
        return
    speaker = cue.child("nsubj")
    if content.tag == "VBD" and verb.lower in SAME_IN_PAST:
        return  # "They believe the woman knew him and let him in"
    other = any(w.dep == "ccomp" and w.i < verb.i for w in cue.right)
    if subject is None and not (content is verb and other and opens_behind_comma(verb)):
        return
    if subject is not None and (subject.tag not in {"NN", "NNP"} or subject.child("conj") is not None):
        return
    bare = [w for w in content.subtree() if w.tag == "VB" and w.i < verb.i]
    if speaker is None or is_infinitive(cue) or (content is not verb and (bare or not is_finite(content))):
        return
    verb.retag("VBP")
    if content is verb:
        verb.attach(cue, "conj")
    else:
        go_on(verb, cue)


_BARE = frozenset({"VB", "VBP"})


@only_with("i", "we")
def own_opinion(verb: Word) -> None:
    """ "Farmers say that prices fell, and when the bank closes, I think they will leave": they do not say that I do."""
    first = verb.head
    if verb.dep == "ccomp":
        first = next((w for w in verb.head.right if w.dep == "ccomp" and w.i < verb.i), verb)
    subject, cue = verb.child("nsubj"), first.head
    if subject is None or subject.lower not in {"i", "we"} or verb.lemma not in _OPINING or first is verb:
        return
    speaker = cue.child("nsubj")
    behind = any(w.dep == "cc" and w.i == verb.subtree()[0].i - 1 for w in (*first.right, *cue.right))
    reported = first.dep == "ccomp" and first.i > cue.i and cue.lemma in reporting("verb")
    if behind and reported and speaker is not None and speaker.lower not in {"i", "we", "you"}:
        _move(verb, cue, "conj")


_OPINING = frozenset({"believe", "guess", "suppose", "think"})


def _move(word: Word, head: Word, label: str) -> None:
    """Hangs a word elsewhere, with the comma before it."""
    start = word.subtree()[0].i
    comma = next((c for w in word.ancestors() for c in w.children if c.i == start - 1 and c.dep == "punct"), None)
    if comma is not None:
        comma.attach(head, "punct")
    word.attach(head, label)


WITHOUT_OBJECT = entries("intransitive_verbs") | {"descend", "flee", "plead", "return", "testify"}


def active_after_passive(verb: Word) -> None:
    """ "He was arrested and spent nine months in jail": he was not spent."""
    first, thing = verb.head, verb.child("dobj")
    if verb.lower == "found" and verb.child("oprd", "acomp") is not None and first.child("auxpass") is not None:
        verb.tag = "VBN"  # "was cleared of theft but found guilty of fraud"
    if (verb.lemma in WITHOUT_OBJECT or leads_to(verb)) and verb.tag == "VBN" and first.child("auxpass") is not None:
        if not has_before(verb, {*AUXILIARIES, *SUBJECTS}):
            verb.tag = "VBD"  # "He was released and fled to Portugal"
        return
    if verb.tag != "VBN" or thing is None or thing.i < verb.i or first.child("auxpass") is None:
        return
    if verb.lemma in WITH_TWO or has_before(verb, {*AUXILIARIES, *SUBJECTS}) or verb.lower.endswith(("wn", "en")):
        return
    if is_nominal(thing) and verb.child("agent") is None:
        verb.tag = "VBD"


def passive_behind_gerund(verb: Word) -> None:
    """ "He was convicted of taking bribes and sentenced to six years": no participle stands beside a gerund."""
    gerund = verb.head
    passive = gerund.head.head
    if verb.tag not in PAST_TAGS or gerund.tag != "VBG" or gerund.dep != "pcomp" or gerund.lemma == "be":
        return
    joint = next((w for w in gerund.right if w.dep == "cc" and w.i == verb.i - 1), None)
    if joint is None or passive.child("auxpass") is None or has_before(verb, {*AUXILIARIES, *SUBJECTS}):
        return
    joint.attach(passive, "cc")
    verb.tag = "VBN"
    verb.attach(passive, "conj")


def leads_to(verb: Word) -> bool:
    """ "a loophole that was exploited and led to fraud": it is only people who are led to something."""
    subject = verb.head.child("nsubjpass")
    subject = verb.head.head if subject is not None and is_wh(subject) else subject
    to = next((w for w in verb.right if w.dep == "prep" and w.lower == "to"), None)
    thing = subject is not None and subject.tag in {"NN", "NNS"} and not is_person(subject)
    return verb.lemma == "lead" and thing and to is not None and verb.child("agent") is None


def own_joint(conjunct: Word) -> None:
    """ "They will share a ship and use one port", "Either he cuts costs or it closes": it joins those beside it."""
    start, first = conjunct.subtree()[0].i, conjunct.head
    below = [w for w in first.subtree() if w.i < start] if has_before(conjunct, SUBJECTS) else []
    for other in (*first.ancestors(), *below):
        joint = next((w for w in other.right if w.dep == "cc" and w.i == start - 1), None)
        if other is not first and joint is not None and not any(w.dep == "conj" and w.i > joint.i for w in other.right):
            joint.attach(first, "cc")
            return


def same_mark(clause: Word) -> None:
    """ "if banks see the market fall or if they decide to close": the second "if" is no condition of the first."""
    first, mark = clause.head, clause.child("mark")
    like = first.child("mark")
    if mark is None or like is None or mark.lower != like.lower:
        return
    if first.dep != "advcl" or not first.i < mark.i < clause.i:
        return
    joint = next((w for w in first.subtree() if w.dep == "cc" and w.i == mark.i - 1), None)
    if joint is None or clause.subtree()[0] is not mark:
        return
    if joint.lower == "but" and any(w.lower == "not" for w in like.left):
        clause.attach(first.head, "advcl")  # "He left not because he was ill but because it rained"
    elif joint.lower != "but" and clause.dep == "advcl":
        first.hang(cc=joint, conj=clause)


def active_in_series(verb: Word) -> None:
    """ "has opposed a deal with Veltra, called for talks and asked to see it": no deal called or asked."""
    last = next((w for w in verb.right if w.dep == "conj"), None)
    main = next((w for w in verb.ancestors() if is_verbal(w)), None)
    if last is None or main is None or verb.tag not in PAST_TAGS or last.tag not in PAST_TAGS or verb.i < main.i:
        return
    if has_before(verb, {*AUXILIARIES, *SUBJECTS, "mark"}) or has_before(last, {*AUXILIARIES, *SUBJECTS, "mark"}):
        return
    joint = next((w for w in verb.right if w.dep == "cc" and w.i < last.i), None)
    comma = any(w.text == "," and w.i == verb.subtree()[0].i - 1 for w in main.subtree())
    active = last.child("dobj", "xcomp", "ccomp")
    if joint is None or joint.lower not in {"and", "or"} or not comma or active is None:
        return
    if last.tag != "VBD" if active.dep == "xcomp" else last.lemma in WITH_TWO:
        return
    subject = main.child("nsubj")
    if active.i < last.i or subject is None or not is_finite(main) or main.child("auxpass") is not None:
        return
    verb.attach(main, "conj")


@only_with(QUOTATION)
def within_quotation(tree: Tree) -> None:
    """ "We have a plan that works, while being cheap," said Lund: the plan is cheap, and not Lund.

    'She called him a "snake who will eat the farm" and a "child"': it is the quotation that "and" goes on from.
    """
    for start, end in tree.quotes:
        for word in [w for w in tree.words if w.start >= end and w.dep == "conj" and start <= w.head.start < end]:
            top = first_conjunct(word)
            while start <= top.head.start < end and top.head is not top:
                top = top.head
            joint = next((w for w in word.head.right if w.dep == "cc" and w.start >= end), None)
            if joint is not None and top is not word.head and is_nominal(top) and is_nominal(word):
                top.hang(cc=joint, conj=word)
        inside = [w for w in tree.words if start <= w.start < end]
        _told_behind(inside)
        for word in [w for w in inside if w.dep in {"advcl", "npadvmod", "prep"}]:
            verb = word.head
            if start <= verb.start < end or verb.lemma not in reporting("verb") or verb.i < word.i:
                continue
            content = next((w for w in verb.left if w.dep == "ccomp" and start <= w.start < end), None)
            if content is not None and content.i < word.i:
                _move(word, content, word.dep)
        for word in [w for w in tree.words if w.start >= end and w.dep == "advcl" and start <= w.head.start < end]:
            above = [*word.head.ancestors(), *(w for w in word.root.left if w.dep in {"ccomp", "parataxis"})]
            cue = next((w for w in above if w.end <= start and w.lemma in reporting("verb")), None)
            said = [w for w in (word.head, *above) if start <= w.start < end]
            own = [w for w in said[-1].left if w.dep not in {"ccomp", "parataxis", "punct"}]
            whole = is_verbal(said[-1]) and all(w.subtree()[0].start >= start for w in own)
            whole = whole or (word.tag == "VBG" and word.lemma in reporting("verb"))
            if cue is not None and whole and word.subtree()[0].start >= end:
                word.attach(cue, "advcl")  # 'told him, "I forgive you," as her family began to cry'


def _told_behind(quoted: list[Word]) -> None:
    """ "I know for a fact," Lund told the court: that is what she told."""
    for word in quoted:
        cue = word.head
        behind = cue.i > quoted[-1].i and cue.lemma in reporting("verb")
        if behind and word.dep == "parataxis" and is_finite(word) and word.child(*SUBJECTS) is not None:
            word.dep = "ccomp"


@only_with(",")
def says_next(main: Word) -> None:
    """ "Lund quits race, says party has lost its way": Lund says so, and no party says that Lund quits."""
    first = main.child("ccomp", "parataxis")
    loose = [w for w in main.left if w.tag == "VBZ" and w.dep in {"dep", "parataxis", "punct"}]
    cue = main if main.child(*SUBJECTS) is None or not loose else loose[-1]
    content = next((w for w in main.right if w.dep == "ccomp"), main) if cue is main else main
    subject = content.child(*SUBJECTS)
    if first is None or first.i > cue.i or first.child(*SUBJECTS) is None or subject is None or content in (first, cue):
        return
    if cue.tag != "VBZ" or cue.lemma not in reporting("verb") or subject.subtree()[0].i != cue.i + 1:
        return
    if not any(w.text == "," and first.i < w.i < cue.i for w in (*main.left, *first.right, *cue.left)):
        return
    first.lead()
    cue.attach(first, "conj")
    content.attach(cue, "ccomp")


@only_with("(")
def within_brackets(tree: Tree) -> None:
    """ "lung (where it is dust from hay) and skin": no dust is from hay and skin."""
    opened: list[int] = []
    for word in list(tree.words):
        if word.text == "(":
            opened.append(word.i)
        elif word.text == ")" and opened:
            start = opened.pop()
            for inside in tree.words[start + 1 : word.i]:
                if inside.dep == "conj" and inside.head.i < start and is_nominal(inside):
                    inside.dep = "dep"  # "opposed Trane and Lund (I-Vt.)": nobody opposed "Vt"
            for after in tree.words[word.i + 1 :]:
                if after.dep in {"cc", "conj"} and start < after.head.i < word.i:
                    top = after.head
                    while start < top.i < word.i and not top.is_root:
                        top = top.head
                    if is_nominal(top) and top.i < start and not after.holds(top):
                        after.attach(top, after.dep)


def blamed_above(verb: Word) -> None:
    """ "He said the doors had been locked and blamed the fire on a lamp": he blamed it, and no doors did.

    "It said tests showed the water was safe but advised people to boil it", "It denied that it had lied and said no".
    """
    first = verb.head
    cue = first.head
    subject = first.child(*SUBJECTS)
    if first.dep != "ccomp" or cue.lemma not in reporting("verb") or subject is None or subject.i < cue.i:
        return
    above = cue.child("nsubj")
    if cue.dep == "ccomp" and above is not None and above.i > cue.head.i and _is_thing(above):
        cue = cue.head
    denied = cue.lemma == "deny" and verb.lemma == "say" and any(w.lower == "had" for w in first.left)
    told = verb.child("dobj", "prep", "xcomp") if verb.lemma in entries("minded_verbs") and _is_thing(subject) else None
    past = verb.tag == "VBD" or (verb.tag == "VBN" and verb.child("dobj") is not None)
    if (told is None and not denied) or not past or cue.tag != "VBD":
        return
    if verb.child(*SUBJECTS, *AUXILIARIES, "mark") is not None:
        return
    cue.adopt([w for w in first.right if w.dep == "cc" and w.i < verb.i][-1:], "cc")
    verb.tag = "VBD"
    verb.attach(cue, "conj")


@only_with("was", "is", "has")
def agreeing_with_one(verb: Word) -> None:
    """ "Officials believed he was paralyzed and was confined to a chair": he was, for officials "were"."""
    first = verb.head
    subject = first.child("nsubj")
    singular = any(w.lower in {"was", "is", "has"} for w in (verb, *verb.left) if w is verb or w.dep in AUXILIARIES)
    if not singular or subject is None or subject.tag not in {"NNS", "NNPS"} or subject.entity or verb.i < first.i:
        return
    if has_before(verb, {*SUBJECTS, "mark", "expl"}):
        return
    content = next((w for w in first.right if w.dep == "ccomp" and w.i < verb.i), None)
    who = None if content is None else content.child(*SUBJECTS)
    if content is not None and who is not None and (who.lower in {"he", "she", "it"} or who.tag in {"NN", "NNP"}):
        content.adopt(w for w in first.right if w.dep == "cc" and content.i < w.i < verb.i)
        verb.attach(content, "conj")


def _is_thing(noun: Word) -> bool:
    return (
        noun.tag in {"NN", "NNS"}
        and not is_person(noun)
        and not noun.entity
        and group_noun(noun.lemma) is not Sort.BODY
    )


def beside_preposition(second: Word) -> None:
    """ "opened on time and under budget", "sells it at home and on trains": both say how or where it is done."""
    first, verb = second.head, second.head.head
    if second.pos != "ADP" or first.dep != "prep" or not is_verbal(verb) or second.child("pobj") is None:
        return
    joints = [w.lower for w in first.right if w.dep == "cc"]
    again = any(w.lower == second.lower for w in verb.children)
    if joints == ["and"] and first.child("pobj") is not None and second.child("neg") is None and not again:
        second.attach(verb, "prep")
