"""Which way a dated clause looks from the day of publication: back, ahead, or neither."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, NOUNS

PAST, PRESENT, FUTURE = -1, 0, 1
_FUTURE_AUXILIARIES = frozenset(
    {"will", "wo", "'ll", "’ll", "shall", "would", "may", "might", "can", "could", "must", "should"}
)
_PERFECT = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
_TERMS = frozenset({"by", "before", "until", "till"})
#: A clause in the present behind these is about what is still to come: "unless a storm hits on Sunday".
_OPEN_MARKS = frozenset({"if", "unless", "when", "once", "until", "before", "after", "whenever", "should"})
_MARKS = frozenset({"mark", "advmod"})
_PERCEIVED = frozenset({"see", "hear", "smell", "feel"})
_WILL = frozenset({"will", "wo", "'ll", "’ll", "shall"})
#: What one prepares for is still to come: "Officials were preparing for Monday's meeting".
_READYING = frozenset({"prepare", "brace", "ready"})
#: Verbs in the past that leave the time until a date open: "Talks adjourned until Friday", "He had until May to pay".
_OPEN = frozenset({"adjourn", "break", "have", "pause", "recess"})
#: Verbs that set a date: "They scheduled a vote for May", "The judge postponed the hearing to June 5".
_SETTING = frozenset({"call", "delay", "fix", "forecast", "move", "postpone", "predict", "push", "reschedule"})
_PROSPECTS = frozenset({"likely", "unlikely", "possible", "impossible", "certain", "probable", "conceivable"})


def direction(word: Word) -> int:
    """PAST for "said Tuesday", FUTURE for "will meet on Tuesday" and "is due on Tuesday", else PRESENT.

    Read off the nearest verb above the word; an infinitive looks ahead ("plans to meet Tuesday") unless
    what governs it is itself over ("managed to leave Tuesday").
    """
    if word.head.lower in {"until", "till"} and not _long_past(word):
        return FUTURE
    if word.head.lower in _TERMS and _is_deadline(word):
        return FUTURE
    if word.head.lower == "since" or _is_behind(word):
        return PAST
    if _lies_before_what_comes(word):
        return FUTURE
    for above in (word, *word.ancestors()):
        if above.lower in {"due", "payable", "effective"}:
            return PAST if _pluperfect(above) else FUTURE
        if above.tag in {"NN", "VBN"} and any(w.lower == "than" for w in above.left if w.dep == "mark"):
            return PAST  # "weaker than expected in May", "less than forecast in May"
        if _heads_clause(above) and not stands_before_clause(word, above):
            found = _of_verb(above)
            if word.head.lower in _TERMS and (found == PRESENT or _awaits(above)):
                return FUTURE  # "promised new homes before winter"
            return _of_clause(word, above, found)
    return PRESENT


def _is_deadline(word: Word) -> bool:
    """ "It would file a motion if Reed had not resigned by Friday": a condition in a report of what is to come."""
    verb = next((above for above in word.ancestors() if above.pos in {"VERB", "AUX"}), word)
    return _is_condition(verb, frozenset({"would", "could", "might", *_WILL}))


def _is_condition(verb: Word, modals: frozenset[str]) -> bool:
    if verb.dep != "advcl" or not any(w.dep == "mark" and w.lower in {"if", "unless"} for w in verb.left):
        return False
    auxiliaries = {w.lower for w in _auxiliaries(verb.head)}
    return bool(auxiliaries & modals) and auxiliaries.isdisjoint(_PERFECT)


def _of_clause(word: Word, verb: Word, found: int) -> int:
    """The direction of a word, given that of the verb above it."""
    if found == PRESENT and verb.lemma == "be" and _stands_beside(word, verb):
        return FUTURE  # "The game is Sunday", "The vote is on Friday"
    if found == PRESENT and word.head.lower == "of" and word.head.head.lower == "as":
        return PAST  # "She owns a tenth of it as of March 20"
    progressive = verb.tag == "VBG" and found == FUTURE
    return PRESENT if progressive and word.head is not verb and _inside_noun(word, verb) else found


def _stands_beside(word: Word, verb: Word) -> bool:
    if word.dep == "pobj" and word.head.lower == "on":
        return word.head.head is verb and verb.child("attr", "acomp") is None
    return word.head is verb and word.dep in {"attr", "npadvmod", "tmod"}


def stands_before_clause(word: Word, verb: Word) -> bool:
    """ "warned on Monday that raids could follow": no part of the clause, wherever the parser hung it."""
    return any(w.dep == "mark" and w.lower == "that" and w.i > word.i for w in verb.left)


def _lies_before_what_comes(word: Word) -> bool:
    """ "ahead of Sunday's vote", "preparing for Monday's talks", "set a hearing for May 6"."""
    preposition = _preposition_above(word)
    if preposition is None:
        return False
    over = preposition.head
    if preposition.lower == "of":
        return over.lower == "ahead"
    verb = next((w for w in (over, *over.ancestors()) if w.pos in {"VERB", "AUX"}), over)
    if preposition.lower not in {"for", "to"} or _pluperfect(verb):
        return False
    if preposition.lower == "for" and over.lemma in _READYING:
        return True
    sets = verb.lemma in entries("timetabled") or verb.lemma in _SETTING
    return sets and word.head is preposition and (over is verb or over.dep == "dobj")


def _is_behind(word: Word) -> bool:
    """ "an effort to recover from Monday's debate"; "from Monday" itself may lie ahead."""
    preposition = _preposition_above(word)
    return preposition is not None and preposition.lower == "from" and word.head is not preposition


def _preposition_above(word: Word) -> Word | None:
    """The preposition that governs a word or the noun that it dates ("ahead of the vote on Sunday")."""
    for above in word.ancestors():
        if above.pos == "ADP" and not (above.lower in {"on", "in", "at"} and above.head.pos == "NOUN"):
            return above
        if above.pos not in {"NOUN", "PROPN", "NUM", "ADP"}:
            return None
    return None


def _inside_noun(word: Word, verb: Word) -> bool:
    """The progressive looks ahead for its own adjuncts only: "He is asking about his microphone in Monday's debate"."""
    for above in word.ancestors():
        if above is verb:
            return False
        if above.pos in NOUNS:
            return True
    return False


def _heads_clause(word: Word) -> bool:
    """A main verb, whatever its tag: `return` in "He will one day return" is taken for a noun, but has `will`."""
    if word.pos in {"VERB", "AUX"}:
        return word.dep not in AUXILIARIES
    return any(w.dep in AUXILIARIES for w in word.left)


def _long_past(word: Word) -> bool:
    """What lasted until then is over ("had been closed until Friday", "They danced until Friday").

    What "is closed", "was extended" or "has" until Friday is not, nor what somebody delayed until then.
    """
    for above in word.ancestors():
        participle = above.tag == "VBG" and above.dep in {"xcomp", "advcl", "acl"} and above.child(*AUXILIARIES) is None
        if above.pos not in {"VERB", "AUX"} or participle:
            continue  # "Crews were there clearing roads until Friday"
        if above.tag == "VBD" and above.lemma not in _OPEN and not above.having("dobj", "auxpass"):
            return True
        return above.lower in {"was", "were"} or any(w.lower == "had" for w in above.left)
    return False


def _auxiliaries(verb: Word) -> list[Word]:
    """Also those that the parser hung on one another: `will` on `be` in "will be gone"."""
    own = [w for w in verb.left if w.dep in AUXILIARIES]
    return own + [below for w in own for below in w.left if below.dep in AUXILIARIES]


def _of_verb(verb: Word) -> int:
    auxiliaries = _auxiliaries(verb)
    lowers = {w.lower for w in auxiliaries}
    if "could" in lowers and _was_or_was_not(verb):
        return PAST
    if lowers & _FUTURE_AUXILIARIES:
        return FUTURE if lowers & _WILL or not lowers & _PERFECT else PAST
    if lowers & _PERFECT:
        return PAST
    if "to" in lowers:
        return _of_infinitive(verb)
    if verb.tag == "VBN" and verb.lemma in entries("timetabled") and not _was_set(verb, auxiliaries):
        return FUTURE
    if verb.tag == "VBN" and _is_wanted(verb):
        return FUTURE
    if _is_base(verb) or _is_supposed(verb):
        return FUTURE
    if verb.tag == "VBD" or any(w.tag == "VBD" for w in auxiliaries):
        return PAST
    if verb.tag == "VBN":
        return PRESENT if any(w.tag in {"VBZ", "VBP"} for w in auxiliaries) else PAST
    return _of_present(verb, auxiliaries)


def _was_or_was_not(verb: Word) -> bool:
    """ "Smoke could be seen on Friday", "She could not be reached on Sunday".

    What somebody says could not be, or if something else is so, may lie ahead.
    """
    depends = verb.dep in {"ccomp", "advcl"} or verb.child("advcl") is not None
    return (verb.lemma in _PERCEIVED and verb.tag == "VBN") or (verb.child("neg") is not None and not depends)


def _is_supposed(verb: Word) -> bool:
    """ "She would go if the party lost on Sunday": a past for what may still come. "He will go if they lost": no."""
    return verb.tag == "VBD" and _is_condition(verb, frozenset({"would", "could", "might"}))


def _is_base(verb: Word) -> bool:
    """ "Unless they beat Morley on Saturday, they will drop": a past that looks like the present, taken for one."""
    if verb.tag != "VBD" or verb.dep != "advcl" or verb.lower != verb.lemma:
        return False
    opens = any(w.dep in _MARKS and w.lower in _OPEN_MARKS for w in verb.left)
    return opens and any(w.lower in _WILL for w in _auxiliaries(verb.head))


def _was_set(verb: Word, auxiliaries: list[Word]) -> bool:
    """ "a fire that was set on Friday"; not "a vote was set for Friday", "was set to begin on Friday"."""
    past = verb.lemma == "set" and any(w.lower in {"was", "were"} for w in auxiliaries)
    return past and not any(w.dep == "xcomp" or w.lower == "for" for w in verb.right)


def _is_wanted(verb: Word) -> bool:
    """ "The firm wants the repairs finished before winter"."""
    noun = verb.head if verb.dep == "acl" else verb
    return noun is not noun.head and noun.head.lemma in {"want", "need"} and not _pluperfect(noun.head)


def _of_present(verb: Word, auxiliaries: list[Word]) -> int:
    if verb.tag == "VBG":
        if auxiliaries:
            return FUTURE
        return PRESENT if verb.is_root else direction(verb.head)
    if verb.tag == "VB" and verb.dep in {"conj", "xcomp", "ccomp"} and not verb.is_root:
        return direction(verb.head)
    if verb.lemma == "be" and any(w.dep == "xcomp" and w.left and w.left[0].tag == "TO" for w in verb.right):
        return FUTURE
    if verb.dep == "advcl" and not verb.is_root and any(w.dep in _MARKS and w.lower in _OPEN_MARKS for w in verb.left):
        return FUTURE
    if verb.dep == "relcl" and verb.tag in {"VBZ", "VBP"} and verb.lemma != "be":
        return FUTURE  # "the mayor, who visits Monday, is ill"
    return FUTURE if verb.lemma in entries("futurates") else PRESENT


def _of_infinitive(verb: Word) -> int:
    """Ahead of what governs it ("plans to meet", "a deal to end"), else with it ("the first to join", "managed to")."""
    bound = verb.dep == "xcomp" and (verb.head.lemma == "be" or (verb.head.lemma == "have" and verb.head.tag != "VBD"))
    if verb.head.lemma == "refuse" and verb.head.tag == "VBD":
        return PAST  # "He refused to testify Wednesday"
    if verb.is_root or _awaits(verb.head) or bound:
        return PAST if _pluperfect(verb.head) else FUTURE
    return direction(verb.head)


def is_present_perfect(word: Word) -> bool:
    """Whether the clause that a word stands in tells what lasts to this day: "has worked there for 22 years"."""
    for above in word.ancestors():
        if _heads_clause(above):
            return any(w.dep in AUXILIARIES and w.lower in {"has", "have", "'ve", "’ve"} for w in above.left)
    return False


def _pluperfect(word: Word) -> bool:
    """ "had been due to lapse Friday": what was to come is over."""
    verb = word if word.pos in {"VERB", "AUX"} else word.head
    return any(w.lower == "had" for w in verb.left)


def _awaits(word: Word) -> bool:
    """Words whose complement lies ahead of them: expect, plan, agree, set, a deal (but not "dealing with")."""
    if word.lemma == "be" and (state := word.child("acomp")) is not None and state.lower in _PROSPECTS:
        return True  # "She said a decision was unlikely before April"
    auxiliary = word.child("auxpass")
    if word.lemma == "suppose" and auxiliary is not None:
        return auxiliary.tag != "VBD"  # "It was supposed to end in May"
    return word.lemma in entries("awaiting") and not (word.lemma == "deal" and word.pos == "VERB")
