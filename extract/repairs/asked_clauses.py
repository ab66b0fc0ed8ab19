"""What is asked inside a sentence, and nobody says: "He asked what direction it took", "Whether it closes is open"."""

from __future__ import annotations

from extract.factuality.conditions import is_asked
from extract.factuality.signatures import Frame, signature
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    FINITE_TAGS,
    PAST_TAGS,
    SUBJECTS,
    behind_comma,
    has_mark,
    has_subject,
    is_finite,
    is_infinitive,
    is_nominal,
    is_verbal,
    subject_label,
)

_ASKED = ("asked", "pressed", "questioned")


@only_with("whether")
def whether_depends(verb: Word) -> None:
    """ "He said whether it closes depends on Lund": he said on whom it depends, and not whether it closes."""
    if verb.child(*SUBJECTS, "expl", "mark", "cc") is not None or verb.tag not in FINITE_TAGS:
        return
    asked = next((w for w in verb.head.right if w.dep == "ccomp" and w.subtree()[-1].i == verb.i - 1), None)
    if verb.head.lemma in {"say", "add", "note", "argue", "think"} and asked is not None and has_mark(asked, "whether"):
        asked.attach(verb, "csubj")


_ASKING = frozenset({"ask", "determine", "inquire", "know", "see", "wonder"})


def asked_if_so(verb: Word) -> None:
    """ "Lund was asked by the judge if she knew the law": that is what she was asked, and no condition."""
    cue = verb.head
    mark = next((w for w in verb.left if w.dep == "mark" and w.lower in {"if", "whether"}), None)
    if cue.lemma not in _ASKING or mark is None or verb.i < cue.i or not has_subject(verb):
        return
    if mark.lower == "if" and (cue.lemma != "ask" or behind_comma(mark)):
        return
    if cue.child("ccomp", "xcomp") is None and mark is verb.subtree()[0]:
        verb.dep = "ccomp"


def known_if(clause: Word) -> None:
    """ "It is not known if the ministry will pay": that is what is not known, and no condition.

    "Asked, for example, if it would pay, Lund said no": that is what was asked.
    """
    if not has_mark(clause, "if"):
        return
    asked = next((w for w in clause.head.left if w.lower == "asked" and w.dep == "advcl" and w.i < clause.i), None)
    if asked is not None and not asked.right and clause.i < clause.head.i:
        clause.attach(asked, "ccomp")
    elif is_asked(clause):
        clause.dep = "ccomp"


@only_on(*_ASKED)
def asked_aside(asked: Word) -> None:
    """ "The mayor, asked whether she would run, said no": she was asked, and says what follows."""
    main, who = asked.head, asked.child(*SUBJECTS)
    if who is None or asked.tag not in PAST_TAGS or asked.i > main.i or has_subject(main):
        return
    if who.subtree()[-1].i != asked.i - 1 or who.subtree()[-1].text != "," or not is_finite(main):
        return
    comma = any(w.text == "," and w.i == asked.subtree()[-1].i + 1 for w in main.left)
    if comma and asked.child("dobj", "dative", *AUXILIARIES) is None:
        who.attach(main, subject_label(main))
        asked.tag = "VBN"
        asked.attach(who, "acl")


def asked_when(verb: Word) -> None:
    """ "She asked the minister when the dam would open": that is what she asked, not when she did."""
    above, first = verb.head, verb.subtree()[0]
    listener = above.child("dobj", "dative")
    if above.lemma != "ask" or listener is None or first.tag != "WRB" or first.head is not verb:
        return
    if listener.subtree()[-1].i == first.i - 1 and above.child("ccomp") is None and is_finite(verb):
        verb.dep, listener.dep = "ccomp", "dative"


@only_with("when", "where", "how", "why")
def not_known_when(verb: Word) -> None:
    """ "It is not known when the mill will reopen": that is what is not known, and no day on which it is not."""
    above, first = verb.head, verb.subtree()[0]
    if first.tag != "WRB" or above.lemma not in _TELLING_WHEN or first.i != above.i + 1 or not is_finite(verb):
        return
    nobody = any(w.subtree()[0].lower in {"neither", "no", "nobody"} for w in above.having(*SUBJECTS))
    if (nobody or above.child("neg") is not None) and above.child("ccomp", "dobj") is None:
        verb.dep = "ccomp"


_TELLING_WHEN = frozenset({"announce", "decide", "disclose", "know", "remember", "reveal", "say", "specify"})
_UNDECIDED = frozenset({"unclear", "unknown", "uncertain", "open", "debatable", "disputed", "contested", "unresolved"})
_UNDECIDED |= {"guess", "matter", "mystery", "question"}


@only_with("whether")
def whether_before_state(tree: Tree) -> None:
    """ "Whether frogs know numbers remains unclear", "Whether she saw it is disputed": they know them, she saw it."""
    words = tree.words
    mark = next((w for w in words[:2] if w.lower == "whether" and w.dep == "mark"), None)
    if mark is None:
        return
    asked = mark.head
    state = next((w for w in words if w.lower in _UNDECIDED and w.i > asked.i), None)
    main = state.head if state is not None and state.dep in {"acomp", "attr", "oprd"} else state
    if main is None or asked.i > main.i or not is_verbal(main) or asked.child("dobj", "acomp", "attr") is not None:
        return
    thing = main.child(*SUBJECTS)
    if thing is None or not asked.i < thing.i < main.i or thing.subtree()[0].i != asked.i + 1:
        return
    if main.holds(asked) or asked.holds(main):
        if asked.holds(main):
            main.lead()
        thing.attach(asked, "dobj")
        asked.attach(main, "csubj")


_OPEN = frozenset({"unclear", "uncertain", "unknown", "unsure", "doubtful", "clear", "certain", "known", "sure"})


def asked_if(verb: Word) -> None:
    """ "It remained unclear if the van was his", "when he would leave": nothing depends on whether it was."""
    above = verb.head
    adjective = above.child("acomp") if above.lemma in {"be", "remain", "seem"} else None
    if adjective is None or adjective.lower not in _OPEN or not adjective.i < verb.i:
        return
    if any((w.lower in {"if", "whether"} or w.tag == "WRB") and w.i == adjective.i + 1 for w in verb.left):
        verb.attach(adjective, "ccomp")


def how_it_went(how: Word) -> None:
    """ "They asked how convicted robber Ada Lund escaped": how she did, and no robber is convicted how."""
    top = how.head
    while top.dep in {"amod", "compound"} and top.head.i > top.i:
        top = top.head
    if how.lower in {"how", "why", "when"} and top.tag == "NNP" and top.dep in SUBJECTS and top.subtree()[0] is how:
        how.attach(top.head, "advmod")


def was_it_given(verb: Word) -> None:
    """ "Was the warning given too late?", "Is it helping?": that is asked, and no warning is said to be given."""
    noun = verb.child("nsubj", "attr") if verb.lemma == "be" and verb.i < 2 else None
    if noun is None or noun.i < verb.i or verb.child("acomp") is not None:
        return
    given = next((w for w in noun.right if w.dep == "acl" and w.tag in {"VBN", "VBG"}), None)
    if given is None or not any(w.text == "?" for w in verb.right) or given.child(*AUXILIARIES, "agent") is not None:
        return
    if len([w for w in verb.right if w.dep != "punct"]) > 1:
        return
    given.lead()
    given.adopt(w for w in verb.children if w is not noun)
    passive = given.tag == "VBN"
    noun.attach(given, "nsubjpass" if passive else "nsubj")
    verb.attach(given, "auxpass" if passive else "aux")


@only_on("whether")
def whether_somebody_did(mark: Word) -> None:
    """ "At issue is whether the founder, Ada Reed, misled them": that is asked, and no founder is said to be misled."""
    noun = mark.head
    above = noun.head
    verb = next((w for w in noun.right if w.dep == "acl" and w.tag in {"VBN", "VBD"}), None)
    if not is_nominal(noun) or verb is None or verb.child(*AUXILIARIES, "agent") is not None:
        return
    if not is_verbal(above) or above.i > mark.i:
        return
    verb.tag = "VBD"
    verb.attach(above, "ccomp")
    verb.hang(mark=mark, nsubj=noun)


def what_direction(noun: Word) -> None:
    """ "I don't know what direction he will go": that is asked, and nobody says that he will go.

    So with "would not say which clerks had paid the fine".
    """
    verb = noun.head
    subject = verb.child("nsubj", "nsubjpass")
    if noun.lower == "which" and subject is not None and subject.subtree()[0].i == noun.i + 1 and not subject.entity:
        if verb.dep == "ccomp" and subject.tag in {"NN", "NNS"}:
            noun.attach(subject, "det")
        return
    if not noun.left or noun.left[0].lower not in {"what", "which"} or noun.i < verb.i:
        return
    clause = next((w for w in verb.right if w.dep == "ccomp" and w.subtree()[0].i == noun.subtree()[-1].i + 1), None)
    if clause is not None and clause.child("nsubj", "nsubjpass") is not None and clause.child("dobj") is None:
        noun.attach(clause, "dobj")


@only_on(*_ASKED)
def asked_whether(asked: Word) -> None:
    """ "A spokesman, asked whether it was cleared, said little": he was asked, and he said so."""
    subject = asked.child("nsubj")
    said = next((w for w in asked.right if w.dep in {"ccomp", "conj"} and w.i > asked.i and w.tag == "VBD"), None)
    content = asked.child("ccomp", "advcl")
    if subject is None or said is None or content is said:
        return
    if said.child(*SUBJECTS, "cc", "mark") is not None or asked.child("aux", "auxpass") is not None:
        return
    commas = {w.i for w in (*asked.children, *subject.right, *said.left) if w.text == ","}
    if asked.i - 1 in commas and said.i - 1 in commas:
        said.take_place_of(asked)
        subject.attach(said, "nsubj")
        asked.attach(subject, "acl")
        asked.tag = "VBN"


_ANSWERING = frozenset({"answer", "comment", "decline", "deny", "refuse", "reply", "respond", "say"})


@only_with("whether", "if")
def asked_and_answered(answer: Word) -> None:
    """ "Holt was asked whether he took money and did not reply": nobody asked whether he replied."""
    content, asked = answer.head, answer.head.head
    if content.dep != "ccomp" or asked.lemma != "ask" or asked.child("auxpass") is None or content.i > answer.i:
        return
    if answer.lemma in _ANSWERING and answer.child(*SUBJECTS, "mark") is None and is_finite(answer):
        asked.adopt(w for w in content.right if w.dep == "cc" and w.i < answer.i)
        answer.attach(asked, "conj")


@only_with("whether")
def debated_whether(verb: Word) -> None:
    """ "The council debated whether to sell the mill": that is what it debated, and no aim."""
    mark = verb.child("mark")
    above = verb.head
    if mark is not None and mark.lower == "whether" and is_infinitive(verb) and above.child("dobj", "attr") is None:
        verb.dep = "ccomp" if verb.i > above.i else verb.dep


@only_on("not")
def whether_or_not(negation: Word) -> None:
    """ "He will come whether or not it rains": he will in either case, and nobody says that it does not."""
    clause, above = negation.head, negation.head.head
    mark = next((w for w in clause.left if w.lower == "whether" and w.i == negation.i - 2), None)
    if mark is None:
        return
    mark.adopt((w for w in clause.left if mark.i < w.i <= negation.i), "advmod")
    content = next((w for w in above.right if w.dep == "ccomp" and w.i < clause.i), None)
    if clause.dep == "ccomp" and clause.i > above.i:
        if content is not None:
            clause.attach(content, "advcl")
        elif signature(above.lemma, "verb", Frame.WHETHER) is None:
            clause.dep = "advcl"


def or_whether(verb: Word) -> None:
    """ "She asked whether he saw the papers or whether they were lost": he did not see whether."""
    first, noun = verb.head, verb.head.child("dobj", "dative")
    joint = None if noun is None else noun.child("cc")
    if noun is None or joint is None or not (has_mark(verb, "whether") and has_mark(first, "whether")):
        return
    if joint.i == verb.subtree()[0].i - 1 and noun.child("conj") is None:
        noun.dep = "dobj"
        first.hang(cc=joint, conj=verb)


@only_with("whether")
def whether_to(aim: Word) -> None:
    """ "They will decide in May whether to raise the tax": what they decide, and no purpose."""
    mark = aim.child("mark")
    if mark is not None and mark.lower == "whether" and is_infinitive(aim) and aim.head.child("dobj", "ccomp") is None:
        aim.dep = "xcomp"
