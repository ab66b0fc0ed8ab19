"""What syntax rules out: binding theory on dependency trees (Chomsky 1981, as used by Lappin & Leass 1994)."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.syntax.words import BREAKS, CLAUSES, first_conjunct, has_mark, is_infinitive

_SUBJECTS = ("nsubj", "nsubjpass")
#: Labels of a verb without a subject of its own whose subject is found higher up.
_CONTROLLED = frozenset({"xcomp", "conj", "advcl", "pcomp", "ccomp", "prep", "acomp"})
_CLAUSES = CLAUSES | {"ROOT"}
#: "Teams had trouble getting their robots across": trouble gets nothing.
_HAD = frozenset({"difficulty", "fun", "luck", "problem", "success", "time", "trouble", "hour", "day", "week", "year"})
#: Labels of a reflexive that emphasises the noun before it.
_EMPHATIC = frozenset({"appos", "npadvmod", "nmod", "dep"})
#: A preposed clause or phrase begins no later in its sentence ("But in his speech ...").
_FRONT = 1


def governor(word: Word) -> Word:
    """The word whose argument `word` is, through coordination and prepositions."""
    while word.dep in {"conj", "appos"} and word.head is not word:
        word = word.head
    head = word.head
    while head.dep in {"prep", "agent", "dative"} and head.pos in {"ADP", "SCONJ"} and head.head is not head:
        head = head.head
    return head


def clause(word: Word) -> Word:
    """The verb of the innermost clause that holds `word`."""
    while word.head is not word:
        word = word.head
        if word.pos in {"VERB", "AUX"}:
            return word
    return word


def subject(verb: Word) -> Word | None:
    """The subject of a verb, understood ones too: "Ann promised to help him": Ann helps.

    The object of a verb of two arguments is the subject of its infinitive ("Ann told Bob to help him").
    """
    for _ in range(6):
        own = verb.child(*_SUBJECTS)
        if own is not None:
            return _meant(own, verb)
        if verb.head is verb or not (verb.dep in _CONTROLLED or (verb.dep == "acl" and is_infinitive(verb))):
            return None
        higher = verb.head
        if verb.dep == "acl" and higher.dep in {"dobj", "attr", "oprd"}:  # "Hale has a right to read it": Hale reads
            higher = higher.head
            given = higher.child("dative")
            if given is not None and given.i < verb.i and given.pos != "ADP":
                return given  # "The law gives clerks a right to read it": clerks read
        if verb.dep == "pcomp" and higher.lower == "for" and higher.head.lemma in entries("for_verbs"):
            blamed = higher.head.child("dobj", "nsubjpass")  # "She mocked Lund for losing his keys": Lund lost them
            named = blamed is not None and blamed.tag not in {"WDT", "WP"} and blamed.lower != "that"
            return blamed if named else subject(higher.head)
        if verb.dep == "xcomp":
            controller = higher.child("dobj")
            if controller is not None and controller.i < verb.i and controller.lemma not in _HAD:
                return controller
        verb = higher
    return None


def reflexive_antecedent(word: Word) -> Word | None:
    """The head of what a reflexive stands for (principle A): "Hale blamed herself", "the city itself"."""
    if word.dep in _EMPHATIC and word.head.i == word.i - 1 and word.head.pos in {"NOUN", "PROPN", "PRON"}:
        return word.head
    found = subject(clause(word))
    return found if found is not None and found.i < word.i else None


def whole_beside(pronoun: Word) -> Word | None:
    """The noun right before "two of them", behind a comma or a dash: "four thieves -- two of them armed -- fled"."""
    of, part = pronoun.head, pronoun.head.head
    if pronoun.lower != "them" or of.lower != "of" or of.i != pronoun.i - 1 or part.i != of.i - 1:
        return None
    before = {w.i: w for w in part.root.subtree() if part.i - 2 <= w.i < part.i}
    mark, noun = before.get(part.i - 1), before.get(part.i - 2)
    if mark is None or noun is None or mark.text not in BREAKS | {"("} or noun.tag not in {"NNS", "NNPS"}:
        return None
    return noun


def _meant(own: Word, verb: Word) -> Word:
    """The noun that a relative pronoun stands for, else the subject itself."""
    relative = first_conjunct(verb)
    return relative.head if own.tag in {"WDT", "WP"} and relative.dep == "relcl" else own


def disjoint(pronoun: Word, candidate: Word, *, possessive: bool) -> bool:
    """Whether a pronoun cannot stand for what a candidate of the same sentence stands for, there or elsewhere."""
    if _same_coordination(pronoun, candidate) or _commands_name(pronoun, candidate) or _is_like(pronoun, candidate):
        return True
    if pronoun.dep in _SUBJECTS and any(rule(pronoun.head, candidate) for rule in (_blames, _repeats, _tells_aside)):
        return True
    return not possessive and _coarguments(pronoun, candidate)


def excluded(pronoun: Word, candidate: Word, *, possessive: bool) -> bool:
    """Whether a candidate of the same sentence is no antecedent: it holds the pronoun, or comes after it."""
    if _inside(pronoun, candidate) or _inside(candidate, pronoun.head if possessive else pronoun):
        return True
    return candidate.i > pronoun.i and not _cataphoric(pronoun, candidate)


def _inside(word: Word, phrase: Word) -> bool:
    """Whether `word` lies in the noun phrase of `phrase` itself, with no clause between ("a picture of it")."""
    while word is not phrase:
        if word.head is word or word.dep in _CLAUSES or word.dep == "conj":
            return False
        word = word.head
        if word.pos in {"VERB", "AUX"}:
            return False
    return True


def _same_coordination(pronoun: Word, candidate: Word) -> bool:
    """ "Ann and her", "she and Ann": what is coordinated is not the same."""
    return first_conjunct(pronoun) is first_conjunct(candidate)


def _is_like(pronoun: Word, candidate: Word) -> bool:
    """ "Like Ann Lund, she sang", "Unlike Lund, she can read": who is like another is not the other."""
    noun = first_conjunct(candidate)
    return noun.dep == "pobj" and noun.head.lower in ("like", "unlike") and pronoun.head is noun.head.head


def _coarguments(pronoun: Word, candidate: Word) -> bool:
    """Principle B: "Ann praised her", "Ann promised to praise her", "a man she praised", "the man who praised him"."""
    over = governor(pronoun)
    if pronoun.dep in _SUBJECTS:
        if _is_bidden(over):
            return subject(over.head) is candidate
        return over.dep == "relcl" and over.head is candidate and _lacks_object(over)
    if governor(candidate) is over and candidate.dep != "poss":
        return not _loose(pronoun)
    if over.pos not in {"VERB", "AUX"} or _loose(pronoun):
        return False
    if over.head is first_conjunct(candidate) and over.dep in {"relcl", "acl"}:
        own = over.child(*_SUBJECTS)
        return own is None or own.tag in {"WDT", "WP"}  # not: "the man whose dog bit him"
    agent = subject(over)
    return agent is not None and (
        agent is candidate or (candidate.dep == "conj" and first_conjunct(candidate) is agent)
    )


def gives_reason(verb: Word) -> bool:
    """Whether a verb's clause opens with "because"."""
    return verb.dep == "advcl" and has_mark(verb, "because")


def _blames(verb: Word, candidate: Word) -> bool:
    """ "The union sued the firm because it owed wages": what somebody is blamed for is no deed of who blames them."""
    above = verb.head
    if not gives_reason(verb) or above.lemma not in entries("for_verbs") or candidate.head is not above:
        return False
    return candidate.dep == "nsubj" and above.child("dobj") is not None


def _repeats(verb: Word, candidate: Word) -> bool:
    """ "We had 27 shots and they had three": no shots had any."""
    first = verb.head
    return verb.dep == "conj" and verb.lemma == first.lemma and candidate.head is first and candidate.dep == "dobj"


def _tells_aside(verb: Word, candidate: Word) -> bool:
    """ "The firms, they said, are to blame", "At noon, he said, Lund left": those who say so are not who is told of.

    But "She had, she said, left": she says so of herself.
    """
    speaker = verb.child("nsubj")
    aside = verb.dep == "parataxis" and verb.lemma in entries("quoting_verbs")
    if speaker is not None and speaker.lower == candidate.lower and speaker.lower in ("he", "she"):
        return False
    return aside and candidate.dep in _SUBJECTS and candidate.head is verb.head


def _is_bidden(verb: Word) -> bool:
    """ "She recommended that she be charged": nobody asks that of himself."""
    mandative = verb.dep == "ccomp" and verb.head.lemma in entries("mandative")
    passive, auxiliary = verb.child("auxpass"), verb.child("aux")
    return mandative and auxiliary is None and (passive.tag if passive is not None else verb.tag) == "VB"


def _lacks_object(verb: Word) -> bool:
    return verb.child("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "nsubjpass") is None


def _commands_name(pronoun: Word, candidate: Word) -> bool:
    """Principle C: "He called Reed's plan bold", "She said that Reed had left": not Reed.

    "He went to a meeting of the board, which had paid for Reed's house" is told by the article: it may be Reed.
    """
    if pronoun.dep not in _SUBJECTS or candidate.pos != "PROPN" or candidate.i < pronoun.i:
        return False
    at = candidate
    while at.head is not pronoun.head:
        if at.head is at or (at.dep == "relcl" and any(w.text == "," and w.i < at.i for w in at.head.right)):
            return False
        at = at.head
    return at.i > pronoun.head.i and at.dep not in {"conj", "parataxis", "attr", "appos", "oprd"}


def is_done_to(word: Word, noun: Word) -> bool:
    """They attacked a clerk, hitting him with sticks."""
    verb = word.head
    goes_on = verb.dep == "advcl" and verb.tag == "VBG" and verb.child("nsubj", "mark") is None and verb.i > noun.i
    return (
        goes_on
        and word.dep == noun.dep == "dobj"
        and noun.head is verb.head
        and (noun.pos == "PROPN" or any(noun.left))
    )


def is_judged_for(ground: Word, person: Word) -> bool:
    """They thanked a clerk for his help: it is the clerk's."""
    verb = person.head
    return (
        verb.lemma in entries("for_verbs")
        and ground.dep == "pobj"
        and ground.head.lower == "for"
        and ground.head.head is verb
    )


def _loose(pronoun: Word) -> bool:
    """ "Ann took the dog with her"."""
    return pronoun.dep == "pobj" and pronoun.head.lower in entries("spatial_prepositions")


def _cataphoric(pronoun: Word, candidate: Word) -> bool:
    """Whether a pronoun may look ahead: from a preposed clause or phrase to the subject after it.

    "When she arrived, Ann sat down." "In his speech, Hale defended the plan."
    """
    if candidate.dep not in _SUBJECTS or pronoun.dep == "dobj":
        return False
    branch = pronoun
    while not branch.head.holds(candidate):
        branch = branch.head
    if branch.i > candidate.i or branch.dep not in {"advcl", "prep", "npadvmod", "pcomp"}:
        return False
    first = branch
    while first.left:
        first = first.left[0]
    return first.i <= _FRONT
