"""Who says it, between the subject and its verb: "The firm, Lund said on Tuesday, has sold its mill"."""

from __future__ import annotations

from itertools import combinations, pairwise

from extract.claims.roles import is_person
from extract.english.persons import group_noun, person_noun
from extract.factuality.signatures import reporting
from extract.repairs.occasions import QUOTATION, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import AUXILIARIES, FINITE_TAGS, SUBJECTS, is_nominal, is_time, is_verbal, subject_label

#: So many commas stand before what is said at most.
_COMMAS = 4


@only_with(",")
def said_between(tree: Tree) -> None:
    """ "The attack, police said in a statement, killed ten": the attack did, and the police killed nobody."""
    commas = [w.i for w in tree.words if w.text == ","][:_COMMAS]
    for first, second in combinations(commas, 2):
        near = commas.index(second) == commas.index(first) + 1
        if not near and not _is_inverted(tree, first):
            continue
        if second + 2 < len(tree.words) and _is_mended(tree, first, second):
            tree.roots = [w for w in tree.words if w.head is w]
            return


def _is_inverted(tree: Tree, comma: int) -> bool:
    """ "The mill, said Ada Lund, the mayor, is old", not "Berg, a clerk, said Tarn, a town of miners, is old"."""
    noun = _phrase(tree.words[:comma]) if tree.words[comma + 1].lemma == "say" else None
    return noun is not None and (bool(tree.quotes) or not is_person(noun))


def _is_mended(tree: Tree, first: int, second: int) -> bool:
    aside, behind = tree.words[first : second + 1], tree.words[second + 1 :]
    noun = _phrase(tree.words[tree.words[0].tag == "CC" : first])
    main = _verb_at(behind[0])
    if main is not None and noun is not None:
        _find(aside)
    cue = _cue(aside)
    if cue is None or noun is None or main is None or is_time(noun) or any(map(is_verbal, aside[1 : cue.i - first])):
        return False
    speaker = _phrase(tree.words[first + 1 : cue.i]) if cue.i > first + 1 else _inverted(cue, aside)
    if speaker is None or any(w.i > second for w in main.having(*SUBJECTS, "expl")):
        return False
    if noun.head is main and noun.dep in SUBJECTS and cue.dep == "parataxis" and speaker.dep == "nsubj":
        return speaker.head is cue
    _hang(aside, cue, speaker, main)
    main.adopt(w for w in behind if w.head.i <= second and w is not main)
    noun.attach(main, subject_label(main))
    return True


def _cue(aside: list[Word]) -> Word | None:
    """The only verb of an aside that is in no clause about who says it."""
    verbs = [w for w in aside if w.tag in FINITE_TAGS]
    first = next((w for w in aside if w.text == "," and w.i > verbs[0].i), None) if verbs else None
    about = first is not None and all(w.i > first.i and _is_relative(w, aside) for w in verbs[1:])
    says = bool(verbs) and (verbs[0].lemma in reporting("verb") or verbs[0].lemma in {"emerge", "transpire"})
    return verbs[0] if says and (len(verbs) == 1 or about) else None


def _is_relative(word: Word, aside: list[Word]) -> bool:
    return any(w.dep == "relcl" for w in (word, *word.ancestors()) if w in aside)


#: What is written to tell what was found, and what it does.
_STUDIES = frozenset(
    {"analysis", "audit", "data", "document", "figure", "inquiry", "paper", "poll", "record", "report", "review"}
    | {"study", "survey"}
)
_FINDING = frozenset({"find", "say", "show", "suggest"})


def _find(aside: list[Word]) -> None:
    """ "Lund, a new poll shows, is ahead", "The mill, a report found in May, was unsafe": nobody found it.

    "The fire, police suspect, was set": no suspect was.
    """
    for study, cue in pairwise(aside):
        named = cue.tag in {"NN", "NNS"} and study.head is cue
        people = (study.tag, cue.tag, len(aside)) == ("NNS", "NN", 4) and cue.lemma in reporting("verb")
        found = study.lemma in _STUDIES and cue.lemma in _FINDING and (named or cue.tag == "VBN")
        if not people and not found:
            continue
        cue.pos, cue.tag = "VERB", "VBD" if cue.tag == "VBN" else "VBP" if people else "VBZ"
        study.adopt(w for w in cue.left if named and w is not study)


def _hang(aside: list[Word], cue: Word, speaker: Word, main: Word) -> None:
    """Hangs a report on the verb of what it reports."""
    if main.head.i <= aside[-1].i:
        main.lead()
    cue.attach(main, "parataxis")
    speaker.attach(cue, "nsubj")
    cue.adopt(w for w in aside if w.head not in aside and w is not cue)


def _phrase(words: list[Word]) -> Word | None:
    """The noun that some words are the phrase of."""
    tops = [w for w in words if w.head is w or w.head not in words]
    whole = len(tops) == 1 and is_nominal(tops[0]) and not is_verbal(tops[0])
    return tops[0] if whole and words[0].tag[0] != "W" else None


def _inverted(cue: Word, aside: list[Word]) -> Word | None:
    """Who said it, behind the verb: "Reed, said the judge on Monday, is a liar"."""
    behind = [w for w in aside[:-1] if w.i > cue.i and cue.lemma == "say"]
    speaker = next(filter(None, (_phrase(behind[:end]) for end in range(len(behind), 0, -1))), None)
    speaks = speaker is not None and (speaker.pos == "PROPN" or bool(speaker.entity) or is_person(speaker))
    speaks = speaks or (speaker is not None and group_noun(speaker.lemma.lower()) is not None)  # not: "said orders"
    return None if speaker is None or is_time(speaker) or not speaks else speaker


def _verb_at(word: Word) -> Word | None:
    """The finite verb whose first word this is."""
    verb = word.head if word.dep in AUXILIARIES and word.head.i > word.i else word
    return verb if word.tag in FINITE_TAGS and is_verbal(verb) else None


@only_with("said", "say", "says")
def sources_at_end(tree: Tree) -> None:
    """ "It owes money to a bank in Tarn, company and bank officials said": the bank is not in a company."""
    cue = next((w for w in reversed(tree.words[-5:]) if w.lower in {"said", "say", "says"}), None)
    if cue is None or cue.i < 8 or any(not is_time(w) and w.dep not in _OF_TIME for w in tree.words[cue.i + 1 :]):
        return
    comma, first, joint, second, who = tree.words[cue.i - 5 : cue.i]
    several = who.tag in {"NNS", "NNPS"} and (person_noun(who.lemma.lower()) is not None or who.lower == "sources")
    if comma.text != "," or joint.lower != "and" or not several or first.tag not in _MODIFIERS:
        return
    if second.tag not in _MODIFIERS or second.head not in {who, first}:
        return
    above, told = cue.head, [w for w in cue.left if w.dep in SUBJECTS and w is not who and w.i < comma.i]
    who.attach(cue, "nsubj")
    first.attach(who, "nmod")
    first.hang(cc=joint, conj=second)
    comma.attach(cue, "punct")
    if not cue.is_root and not cue.holds(tree.words[0].root):
        top = cue.root
        above.adopt(told, "dobj")
        cue.lead()
        top.attach(cue, "ccomp")


@only_with(QUOTATION)
def role_behind_quotation(tree: Tree) -> None:
    """ "It helps farmers," the group's president, Ada Lund, said: she does, and no farmers are the president."""
    for start, end in tree.quotes:
        inside = [w for w in tree.words if start <= w.start < end]
        behind = [w for w in tree.words if w.start >= end]
        commas = [at for at, w in enumerate(behind[:-1]) if w.text == ","][:2]
        if len(commas) < 2 or not inside or inside[-1].text not in {",", "!", "?"}:
            continue
        role, name = _phrase(behind[: commas[0]]), _phrase(behind[commas[0] + 1 : commas[1]])
        cue = behind[commas[1] + 1]
        if role is None or name is None or cue.tag not in FINITE_TAGS or cue.lemma not in reporting("verb"):
            continue
        if role.head in inside and name.tag == "NNP" and not is_time(name) and not role.holds(cue):
            role.attach(cue, "nsubj")
            name.attach(role, "appos")
            top = cue.root
            if cue.head in inside and top in inside:
                cue.lead()
                top.attach(cue, "ccomp")


_MODIFIERS = frozenset({"JJ", "NN", "NNP"})
_OF_TIME = frozenset({"advmod", "compound", "det", "npadvmod", "nummod", "pobj", "prep", "punct"})
