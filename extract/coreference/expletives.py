"""`it` that stands for nothing: weather, time, clefts and clauses moved to the end."""

from __future__ import annotations

from collections.abc import Sequence

from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Word
from extract.syntax.words import CLAUSES, is_time

_WEATHER = word_class("verbs of the weather")
_INTRODUCERS = frozenset({"that", "to", "whether", "how", "why", "for", "if", "what", "who", "when", "where"})
_TASKS = frozenset(
    {"mistake", "shame", "pity", "crime", "privilege", "challenge", "relief", "struggle", "matter", "thing", "risk"}
) | frozenset({"job", "duty", "responsibility", "task", "turn", "role", "pleasure", "honor", "honour", "habit"})
_TASKS |= {"priority", "idea", "joy", "tradition", "delight", "miracle", "custom"}
_CLEAVING = frozenset({"for", "by", "through", "with", "because"})
_BECOMING = frozenset({"be", "become", "remain", "get", "grow"})
#: What somebody or something is, that does what the infinitive behind it says: "It is likely to close".
_RAISED = word_class("adjectives with doers")
#: "It was fun sitting there."
_PLEASING = word_class("adjectives of pleasing")
_FEELING = word_class("adjectives of feeling")
_RAISING = frozenset({"appear", "begin", "cease", "come", "continue", "go", "happen", "have", "seem", "tend", "use"})
#: Verbs of a thought that comes to somebody: "It struck her that nobody came".
_STRIKING = frozenset({"amaze", "annoy", "bother", "dawn", "puzzle", "shock", "strike", "upset", "worry"})
#: Passives whose subject is told what the clause behind them says.
_INFORMED = word_class("verbs of informing")
#: "It is not just smoke that harms the town": what is singled out.
_SINGLING = frozenset({"just", "mainly", "mostly", "only", "simply", "ultimately", "largely", "really", "precisely"})
_LONG = frozenset({"decade", "hour", "minute", "month", "week", "year"})
#: Words of a description: "It was the first mill that closed".
_DESCRIBING = word_class("describing words")
#: Verbs whose object is something said.
_DOUBTING = frozenset({"believe", "deny", "doubt", "know", "mean", "prove", "regret"})
_JUDGEMENTS = frozenset({"oprd", "acomp", "ccomp", "advmod", "amod", "xcomp"})


def expletive(it: Word) -> bool:
    """Whether an `it` refers to nothing, so that nothing must be found for it."""
    verb = it.head
    if it.dep == "expl":
        return True
    if it.dep == "dobj":
        return _moved_object(it, verb)
    if it.dep not in {"nsubj", "nsubjpass"}:
        return False
    if verb.pos in {"ADJ", "NOUN"}:  # "found it hard to ...": a small clause
        return verb.head.lemma in entries("expletive_judging")
    return verb.lemma in _WEATHER or _copular(verb) or _moved_subject(it, verb) or _is_idiom(verb)


def _is_idiom(verb: Word) -> bool:
    """ "When it comes to wood", "It goes without saying that", "if it had not been for her", "It is getting dark"."""
    if verb.lemma == "get":
        return any(w.dep == "acomp" and w.lower in ("dark", "late", "light") for w in verb.right)
    lower = verb.child("xcomp") if verb.lemma in _RAISING else None
    if lower is not None and lower.lemma == "be" and not _has_subject(lower) and _copular(lower):
        return True  # "It used to be that ...", "It is going to be a good year"
    opening = {w.lower for w in verb.left} if verb.dep == "advcl" else set()
    if "when" in opening and verb.lemma == "come":
        return _has_preposition(verb, "to")
    if "whether" in opening and verb.lemma == "be":
        return verb.child("acomp") is None  # "Whether it is smoke, noise or dust, ..."
    if "if" in opening and verb.lemma == "be":
        return any(w.lemma == "have" for w in verb.left) and _has_preposition(verb, "for")
    return verb.lemma == "go" and any(w.lower == "without" and w.child("pcomp") is not None for w in verb.right)


def _has_preposition(verb: Word, preposition: str) -> bool:
    return any(w.dep == "prep" and w.lower == preposition for w in verb.right)


def _moved_subject(it: Word, verb: Word) -> bool:
    """ "It seems that ...", "It was announced that ...", "It took years (to ...)"."""
    clauses = _clauses(verb)
    if verb.lemma in entries("expletive_raising"):
        return any(w.dep in {"ccomp", "advcl"} for w in clauses) or _is_judged(verb)
    if verb.lemma == "feel":
        return any(_is_like(w) for w in clauses)
    if it.dep == "nsubjpass" and verb.lemma in entries("expletive_reporting"):
        return any(w.dep in {"ccomp", "csubj", "advcl"} and _introduced(w) for w in clauses)
    if it.dep == "nsubjpass" and verb.lemma not in _INFORMED:
        return any(w.dep == "ccomp" and _is_that(w) for w in clauses)
    if verb.lemma in _STRIKING:
        return any(w.dep == "ccomp" and _is_that(w) for w in clauses)
    if verb.lemma == "take" and _is_waited(verb):
        return True
    if verb.lemma == "make" and (thing := verb.child("dobj")) is not None and thing.lower in ("sense", "difference"):
        return any(map(_introduced, (*clauses, *_clauses(thing))))
    if verb.lemma in entries("expletive_costing"):
        return any(w.dep in {"xcomp", "advcl", "ccomp"} and _introduced(w) for w in clauses)
    return False


def _is_waited(verb: Word) -> bool:
    """ "It took the panel two hours to agree", "It could take until May before trains run"."""
    waited = any(w.dep == "prep" and w.lower == "until" for w in verb.right)
    return waited or any(w.dep == "dobj" and is_time(w) for w in verb.right)


def _is_judged(verb: Word) -> bool:
    """ "It seems likely that it will close"."""
    found = verb.child("acomp", "oprd")
    return found is not None and any(map(_is_that, _clauses(found)))


def _is_like(clause: Word) -> bool:
    """ "It felt like my head would burst", "It felt as if it would"."""
    return any(w.lower in ("like", "as") and w.i < clause.i for w in (*clause.left, *clause.head.right))


def _copular(verb: Word) -> bool:
    """ "It is clear that ...", "It was Hale who ...", "It is time to ...", "It is her job to ...", "It was Tuesday"."""
    if verb.lemma not in _BECOMING:
        return False
    complement = verb.child("acomp", "attr", "oprd")
    clauses = _clauses(verb)
    if complement is None:
        return verb.lemma == "be" and (any(w.dep == "ccomp" for w in clauses) or _is_cleft(verb) or _is_hour(verb))
    if complement.dep == "acomp":
        return _is_judgement(complement, (*clauses, *_clauses(complement)))
    return verb.lemma == "be" and _names(verb, complement, (*clauses, *_clauses(complement)))


def _is_judgement(adjective: Word, clauses: Sequence[Word]) -> bool:
    """ "It is clear that it closed", "It is nice sitting here"; not: "It is likely to close"."""
    if adjective.lower in _PLEASING and any(w.tag == "VBG" for w in clauses):
        return True
    if adjective.lower in _FEELING:
        return False  # "It is worried that they may leave": whoever worries
    raised = adjective.lower in _RAISED
    return any(_introduced(w) and not (raised and _is_to(w) and not _has_subject(w)) for w in clauses)


def _has_subject(clause: Word) -> bool:
    return clause.child("nsubj", "nsubjpass") is not None


def _names(verb: Word, noun: Word, clauses: Sequence[Word]) -> bool:
    """ "It was Hale who ...", "It is time to ...", "It is her job to ...", "It was Tuesday", "It's 6pm"."""
    hour = noun.tag == "CD" and noun.lower.endswith(("am", "pm"))
    if hour or is_time(noun) or noun.lower == "time" or noun.entity in {"DATE", "TIME"}:
        return True
    if noun.lemma in _TASKS and any(map(_is_to, clauses)):
        return True
    relative = [w for w in clauses if w.dep == "relcl"]
    if noun.pos == "PROPN" and (relative or noun.entity == "PERSON"):
        return True
    if any(_opens_with(w, "who") for w in relative) or _is_singled_out(verb, noun, relative):
        return True
    return any(w.dep in {"ccomp", "csubj"} and _introduced(w) for w in clauses)


def _is_singled_out(verb: Word, noun: Word, relative: Sequence[Word]) -> bool:
    """ "It is not just smoke that harms the town", "It was the smoke that did"; not: "It is a plan that failed"."""
    if not any(map(_is_that, relative)) or noun.lower in _DESCRIBING:
        return False
    before = {w.lower for w in noun.left}
    if any(w.lower in _SINGLING for w in (*verb.left, *verb.right) if w.i < noun.i) or before & _SINGLING - {"only"}:
        return True
    described = before & (_DESCRIBING | entries("ranks")) or any(w.tag == "JJS" for w in noun.left)
    return "the" in before and not described


def _opens_with(clause: Word, pronoun: str) -> bool:
    return any(w.lower == pronoun for w in clause.left)


def _is_hour(verb: Word) -> bool:
    """ "It was around midnight when it rang", "It is about time", "It was months before it rang"."""
    if any(w.dep == "npadvmod" and w.lemma in _LONG for w in verb.right):
        return True
    if any(w.lower == "ago" for w in verb.right) and any(_opens_with(w, "when") for w in verb.right):
        return True  # "It was a year ago when it rang"
    nouns = (
        w.child("pobj") for w in verb.right if w.dep == "prep" and w.lower in ("about", "around", "after", "before")
    )
    return any(noun is not None and (is_time(noun) or noun.lower == "time") for noun in nouns)


def _is_cleft(verb: Word) -> bool:
    """ "It is for this reason that the mill closed", "It was on her watch that it did"; not: "on a ship that sank"."""
    for preposition in verb.right:
        noun = preposition.child("pobj") if preposition.dep == "prep" else None
        for clause in _clauses(noun) if noun is not None else ():
            own = clause.child("nsubj", "nsubjpass")
            doer = own is not None and own.lower != "that"
            if _is_that(clause) and (
                preposition.lower in _CLEAVING or (doer and clause.child("dobj", "prep") is not None)
            ):
                return True
    return False


def _is_that(clause: Word) -> bool:
    return any(w.lower == "that" for w in clause.left)


def _is_to(clause: Word) -> bool:
    return any(w.tag == "TO" for w in clause.left)


def _clauses(word: Word) -> list[Word]:
    return [w for w in word.right if w.dep in CLAUSES]


def _introduced(clause: Word) -> bool:
    """Whether a clause begins with "that", "to", "whether" or the like, or is a bare finite one."""
    return clause.dep == "ccomp" or any(w.lower in _INTRODUCERS for w in clause.left)


def _moved_object(it: Word, verb: Word) -> bool:
    """ "The ruling made it clear that ...", "Lund said so, but I doubt it": that she said so, and no thing."""
    if verb.lemma in _DOUBTING and not any(w.dep in CLAUSES | _JUDGEMENTS for w in verb.right if w.i > it.i):
        return True
    if verb.lemma not in entries("expletive_judging"):
        return False
    later = [w for w in verb.right if w.i > it.i]
    judged = any(w.dep in _JUDGEMENTS and w.pos in {"ADJ", "NOUN"} for w in later)
    return judged and any(_clauses(w) or (w.dep in CLAUSES and w.pos in {"VERB", "AUX"}) for w in later)
