"""Second halves without a verb, which is the first half's: "Norland won four medals and Sudria three".

The parser takes their words for objects of the first verb, or for one noun phrase. Here their subject and what stands
in the place of the object are set apart as `GAPPED` and `REMNANT` below that verb (gapping: Ross 1970).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.claims.roles import is_person
from extract.english.wordlists import entries, word_class
from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    GAPPED,
    NOUN_TAGS,
    PAIRED,
    REMNANT,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
)
from extract.values import value

_IN_NOUN_PHRASE = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH"})
_DETERMINERS = frozenset({"DT", "PRP$"})
_MEDALS = frozenset({"bronze", "gold", "silver"})
_ORDINALS = word_class("ordinals")
_BEFORE_AMOUNT = frozenset({"about", "almost", "around", "just", "nearly", "only", "some", "$", "£", "€"})
_ENDS = frozenset({",", ".", ";", ")", "and", "but", "while"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "LAW", ""})


@value
class _Half:
    """Words of a second half: who, and what stands in the place of the object, with the number behind it."""

    subject: tuple[Word, ...]
    remnant: tuple[Word, ...]


def restore_gapped(tree: Tree) -> None:
    """Sets the second halves of a sentence apart from its first."""
    words = tree.words
    done = -1
    for joint in words:
        if joint.i < done or not (joint.text == "," or (joint.lower == "and" and joint.i)):
            continue
        halves = list(_halves(words, joint.i))
        verb = _verb_before(words, joint.i) if halves else None
        if verb is None:
            continue
        if (first := _given(verb, words[: joint.i])) is not None:
            _give_each(verb, first, halves)
        elif verb.child("dative") is not None:
            for half in halves:  # "The court fined Orvia three million and Veltra two": Veltra fined nobody
                half.remnant[-1].dep = "dep" if half.remnant[-1].dep == "conj" else half.remnant[-1].dep
            continue
        elif all(_is_like_first(half, verb, words[: joint.i]) for half in halves):
            for half in halves:
                _set_apart(half, verb)
        else:
            continue
        done = halves[-1].remnant[-1].i


@only_with("and")
def pair_objects(tree: Tree) -> None:
    """ "They sold the mill to Veltra and the farm to Orvia": each object has a buyer, and nobody bought both."""
    for noun in tree.words:
        if noun.dep == "conj":
            _pair_alike(noun)
        if noun.dep == "conj" and noun.pos == "ADP":
            _pair_steps(noun)
        if noun.dep != "conj" or not (is_nominal(noun) or noun.tag == "CD"):
            continue
        verb = next((w for w in noun.ancestors() if is_verbal(w)), noun)
        thing = verb.child("dobj")
        first = next((w for w in verb.right if w.dep in _PREPOSITIONAL and thing and w.i > thing.i), None)
        second = next((w for w in noun.root.subtree() if w.dep in _PREPOSITIONAL and w.i == noun.i + 1), None)
        if thing is None or first is None or second is None or not _are_pairs(thing, first, noun, second):
            continue
        verb.adopt(w for w in noun.head.right if w.dep == "cc" and w.i < noun.i)
        second.attach(noun, "prep")
        noun.attach(verb, PAIRED)


@only_with("and")
def pair_several(tree: Tree) -> None:
    """ "The storm killed five in Lorne, three in Holm and one in Tarn": each place has its own dead."""
    for verb in tree.words:
        thing = verb.child("dobj", "npadvmod", "attr") if is_verbal(verb) else None
        if thing is None or thing.i < verb.i:
            continue
        found, words = list[_Half](), tree.words
        at = next((w.i for w in thing.subtree() if w.head is thing or w is thing), thing.i)
        while (pair := _pair_at(words, at)) is not None:
            found.append(pair)
            end = pair.remnant[-1].i + 1
            joined = words[end - len(pair.subject + pair.remnant) - 1].lower == "and"
            at = _behind_joint(words, end) or len(words)
            if joined or words[min(end, len(words) - 1)].lower not in {",", "and"}:
                break
        _pair_all(verb, found, words)


def _pair_at(words: Sequence[Word], start: int) -> _Half | None:
    """ "five people in Lorne": a noun phrase, a preposition and another."""
    parts = []
    for opener in (0, 1):
        at = start + opener
        if opener and (at > len(words) or words[start].tag not in {"IN", "TO"}):
            return None
        end = at
        while end < len(words) and words[end].tag in {*_IN_NOUN_PHRASE, "CD"}:
            end += 1
        last = end - 1 - (end > at + 1 and words[end - 1].tag == "POS")  # "his master's from Lorne"
        if end == at or (words[last].tag not in NOUN_TAGS and words[last].tag != "CD"):
            return None
        parts.append(tuple(words[start : last + 1]))
        start = end
    return _Half(*parts)


def _pair_all(verb: Word, pairs: Sequence[_Half], words: Sequence[Word]) -> None:
    first, rest = pairs[0] if pairs else None, pairs[1:]
    if first is None or len(rest) < 2 or {pair.remnant[0].lower for pair in rest} != {first.remnant[0].lower}:
        return
    if words[rest[-1].subject[0].i - 1].lower != "and" or any(w.holds(verb) for p in pairs for w in p.subject):
        return
    if first.remnant[0].lower == "of" or any(map(_may_describe, pairs, rest)):
        return
    thing, opener = first.subject[-1], first.remnant[0]
    inside = opener.head is thing  # "has plants in Lorne, offices in Tarn and a port in Holm"
    for pair in rest:
        _gather(pair, verb, pair.remnant[0])
        pair.subject[-1].attach(thing if inside else verb, "conj" if inside else PAIRED)
        words[pair.subject[0].i - 1].attach(thing if inside else verb, words[pair.subject[0].i - 1].dep)
        pair.remnant[0].attach(pair.subject[-1], "prep")
    for pair in pairs:
        pair.remnant[-1].attach(pair.remnant[0], "pobj")


def _may_describe(before: _Half, after: _Half) -> bool:
    """ "a speech in Lorne, a town in Norland, and a talk in Tarn": no speech in one and a town in the other."""
    name = before.remnant[-1]
    return after.subject[0].lower in {"a", "an"} and name.tag in {"NNP", "NNPS"} and not is_time(name)


def _pair_alike(second: Word) -> None:
    """ "She finished second in the sprint and third in the relay": each rank has a race.

    "Sales rose 3 percent in May and 4 percent in June": each rise has a time or a place.
    """
    verb = next((w for w in second.ancestors() if is_verbal(w)), second)
    first = next((w for w in verb.right if w.i < second.i and _is_alike(w, second)), second)
    near = [w for w in (*verb.right, *first.right, *second.right) if w.dep == "prep"]
    own = next((w for w in near if w.i == second.i + 1), second)
    other = next((w for w in near if first.i < w.i < second.i and w.lower == own.lower), None)
    start = second.subtree()[0].i
    joint = next((w for w in second.head.right if w.dep == "cc" and w.i == start - 1), None)
    if first is not second and other is not None and joint is not None:
        verb.hang(cc=joint, prep=other)
        own.attach(second, "prep")
        second.attach(verb, PAIRED)


def _is_alike(first: Word, second: Word) -> bool:
    """Whether both are ranks, or how much something rose."""
    rise = first.dep == "npadvmod" and first.child("nummod") is not None
    same = second.tag == "CD" or (first.lemma == second.lemma and second.child("nummod") is not None)
    return (rise and same) or (first.lower in _ORDINALS and second.lower in _ORDINALS)


def _pair_steps(second: Word) -> None:
    """ "Sales rose to 3 million in May and to 4 million in June": each step has a time."""
    verb = next((w for w in second.ancestors() if is_verbal(w)), second)
    first = next(
        (w for w in verb.right if w.dep == "prep" and w.lower in {second.lower, "by"} and w.i < second.i), None
    )
    joint = next((w for w in second.head.right if w.dep == "cc" and w.i == second.i - 1), None)
    step = second.child("pobj")
    if first is None or joint is None or step is None or is_time(step):
        return
    end = second.subtree(lambda w: w.dep == "prep")[-1].i
    near = [w for w in (*verb.right, *second.right, *step.right) if w.dep == "prep"]
    time = next((w for w in near if w.i == end + 1 and _timed(w)), None)
    if time is not None and any(_timed(w) for w in (*verb.right, *first.right) if first.i < w.i < joint.i):
        time.attach(second, "prep")
        joint.attach(verb, "cc")
        second.attach(verb, PAIRED)


def _timed(preposition: Word) -> bool:
    time = preposition.child("pobj") if preposition.dep == "prep" else None
    return time is not None and (is_time(time) or _is_year(time))


_PREPOSITIONAL = frozenset({"prep", "dative"})


def _are_pairs(thing: Word, first: Word, noun: Word, second: Word) -> bool:
    """Whether both halves are an object and a preposition with what it governs, of like kinds."""
    to, other, verb = first.child("pobj"), second.child("pobj"), thing.head
    if to is None or other is None or first.lower != second.lower or noun.head not in {to, thing, verb}:
        return False
    start = noun.subtree()[0].i
    joined = any(w.dep == "cc" and w.lower == "and" and w.i == start - 1 for w in noun.head.right)
    beside = thing.subtree()[-1].i < first.i < to.i < start and to.subtree(lambda w: w is noun)[-1].i < start
    owned = noun.tag == "CD" or any(w.dep in {"det", "poss", "nummod"} for w in noun.left)
    owned = owned and (bool(thing.left) or noun.head is to)  # "drew praise from critics and a rebuke from Lund"
    like = to.pos == other.pos or is_person(to) == is_person(other) or bool(to.entity and other.entity)
    like = like and _is_thing(thing) and _is_thing(noun)
    return joined and beside and owned and like and noun.child("conj") is None


def _is_thing(noun: Word) -> bool:
    return noun.tag in {"CD", "JJS", "NN", "NNS"} and not is_time(noun)


def _halves(words: Sequence[Word], at: int) -> Iterator[_Half]:
    """ "and Sudria three"; ", the Liberals 21 and the Greens eight"."""
    found: list[_Half] = []
    joined = False
    while (start := _behind_joint(words, at)) is not None:
        half = _half(words, start)
        if half is None:
            break
        found.append(half)
        joined = joined or words[start - 1].lower == "and"
        at = half.remnant[-1].i + 1
    return iter(found if joined else ())


def _behind_joint(words: Sequence[Word], at: int) -> int | None:
    joints = 0
    while at + joints < len(words) and words[at + joints].lower in {",", "and"} and joints < 2:
        joints += 1
    return at + joints if joints else None


def _half(words: Sequence[Word], start: int) -> _Half | None:
    """A noun phrase with an amount, a rank, a thing or a preposition with an amount behind it, up to a clause's end."""
    at = start
    while at < len(words) and words[at].tag in _IN_NOUN_PHRASE and words[at].lower != "none":
        ranked = words[at].lower in _ORDINALS and words[at - 1].lower != "the"
        if ranked or (at > start and (words[at].tag in _DETERMINERS or words[at].lower in _MEDALS)):
            break
        at += 1
    subject = words[start:at]
    if not subject or not _is_whole(subject) or at == len(words):
        return None
    if words[at].tag in _DETERMINERS:
        who = subject[-1].tag in {"NNP", "NNPS", "NNS"} or subject[0].lower == "the"
        end = _noun_end(words, at) if who else None
    elif words[at].tag in {"IN", "TO"}:
        end = _amount_end(words, at + 1) or _name_end(words, at + 1)
        while end is not None and end < len(words) and words[end].tag in NOUN_TAGS:
            end += 1
    else:
        end = at + 1 if words[at].lower in {"none", *_MEDALS, *_ORDINALS} else _amount_end(words, at)
    if end is None or (end < len(words) and words[end].lower not in _ENDS):
        return None
    return _Half(tuple(subject), tuple(words[at:end]))


def _is_whole(phrase: Sequence[Word]) -> bool:
    """ "Sudria", "the south", "his brother", "sales": no "Flight" of "Flight 2031", and no day."""
    last = phrase[-1]
    if last.tag not in NOUN_TAGS and not (last.tag == "JJ" and phrase[0].lower == "the"):
        return False
    timed = is_time(last) and last.tag != "JJ"  # "the second"
    return not timed and last.lemma.lower() not in entries("numbered") and phrase[0].tag != "POS"


def _amount_end(words: Sequence[Word], at: int) -> int | None:
    """Where an amount ends that begins at `at`: "only five", "35%", "$300 million"."""
    while at < len(words) and words[at].lower in _BEFORE_AMOUNT:
        at += 1
    start = at
    while at < len(words) and words[at].tag == "CD":
        at += 1
    if at == start or _is_year(words[at - 1]):
        return None
    while at < len(words) and words[at].lower in {"%", "percent", "per", "cent"}:
        at += 1
    return at


def _noun_end(words: Sequence[Word], at: int) -> int | None:
    """Where a noun phrase ends that begins with a determiner: "his deputy", "the drums", not: the baker."""
    end = at + 1
    while end < len(words) and words[end].tag in {"JJ", "NN", "NNS"}:
        end += 1
    named = words[at].lower == "the" and is_person(words[end - 1])  # "Holt the baker"
    return None if words[end - 1].tag not in NOUN_TAGS or named else end


def _name_end(words: Sequence[Word], at: int) -> int | None:
    end = at
    while end < len(words) and words[end].tag == "NNP":
        end += 1
    return end if end > at and not any(map(is_time, words[at:end])) else None


def _is_year(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) == 4


def _verb_before(words: Sequence[Word], at: int) -> Word | None:
    """The last finite verb before, with its subject before it."""
    for word in reversed(words[:at]):
        if is_verbal(word) and (is_finite(word) or word.dep == "pcomp") and word.dep not in AUXILIARIES:
            subject = word.child("nsubj", "nsubjpass")
            return word if subject is not None and subject.i < word.i and is_nominal(subject) else None
    return None


def _is_like_first(half: _Half, verb: Word, before: Sequence[Word]) -> bool:
    """Whether the first half has the same: a subject of the kind, and an amount, place or preposition."""
    subject = verb.child("nsubj", "nsubjpass")
    behind = before[verb.i + 1 :]
    first = half.remnant[0]
    if subject is None or not _is_parallel(half.subject, subject):
        return False
    if first.lower in _ORDINALS:
        return any(w.lower in _ORDINALS for w in behind) and verb.i + 3 > next(
            w.i for w in behind if w.lower in _ORDINALS
        )
    if first.lower in _MEDALS:
        return any(w.lower in _MEDALS for w in behind)
    if first.tag in _DETERMINERS and half.remnant[-1].lower in {"other", "others", "remainder", "rest"}:
        return True  # "The state will pay half and Tarn the rest"
    if first.tag in _DETERMINERS:
        named = half.subject[-1].tag in {"NNP", "NNPS"} and _is_name(subject)
        return named and verb.child("dobj", "attr", "oprd") is not None
    amounts = [w for w in behind if w.tag == "CD" and not _is_year(w)]
    if first.tag in {"IN", "TO"}:
        same = next((w for w in behind if w.lower == first.lower and w.head is verb), None)
        if same is None or any(is_nominal(w) for w in behind[: same.i - verb.i - 1]):
            return False
        if half.remnant[-1].tag == "NNP":  # "Davis was born in Boston and Parker in Austin"
            where = same.child("pobj")
            known = _is_name(subject) or half.subject[0].lower == "the"
            return where is not None and where.tag == "NNP" and verb.child("dobj") is None and known
        return any(w.i > same.i for w in amounts)
    bare = half.remnant[-1].text.isdigit() and half.subject[0].tag not in {"DT", "PRP$"}
    return bool(amounts) and not (bare and half.subject[-1].entity not in _NAMES)


def _is_parallel(phrase: Sequence[Word], subject: Word) -> bool:
    """ "Pryce ... and Lund", "The mill ... and the mine", "Profit ... and revenue": not "Lund ... and a car"."""
    kind = "definite" if _is_name(subject) and phrase[-1].tag == "NNP" else _kind(_up_to(subject))
    return _kind(phrase) == kind


def _up_to(noun: Word) -> list[Word]:
    return [w for w in noun.subtree() if w.i <= noun.i]


def _is_name(subject: Word) -> bool:
    """Whether it is a name, or first in its sentence and may be one."""
    return subject.tag in {"NNP", "NNPS"} or (subject.i == 0 and subject.tag == "NN")


def _kind(phrase: Sequence[Word]) -> str:
    first, last = phrase[0], phrase[-1]
    owned = any(w.tag in {"PRP$", "POS"} for w in phrase)
    if last.tag in {"NNP", "NNPS"} or first.lower == "the" or owned:
        return "definite"
    return "indefinite" if first.tag in {"DT", "CD"} else "pronoun" if first.tag == "PRP" else "bare"


def _given(verb: Word, before: Sequence[Word]) -> _Half | None:
    """Who is given what in the first half: "gave Veltra a permit and Orvia a loan"."""
    first = _half(before, verb.i + 1) if verb.lemma in entries("giving_verbs") else None
    return None if first is None or first.remnant[-1] is not before[-1] or first.remnant[0].tag == "IN" else first


def _give_each(verb: Word, first: _Half, halves: Sequence[_Half]) -> None:
    for half in (first, *halves):
        receiver, thing = half.subject[-1], half.remnant[-1]
        if any(w.holds(verb) for w in (*half.subject, *half.remnant)):
            return
        thing.attach(verb, "dobj" if half is first else PAIRED)
        receiver.attach(verb if half is first else thing, "dative")
        _gather(half, verb, None)


def _set_apart(half: _Half, verb: Word) -> None:
    subject = half.subject[-1]
    target = half.remnant[-1]
    if any(w.holds(verb) for w in (*half.subject, *half.remnant)):
        return
    opener = half.remnant[0] if half.remnant[0].tag in {"IN", "TO"} else None
    top = opener or target
    _gather(half, verb, opener)
    subject.attach(verb, GAPPED)
    top.attach(verb, REMNANT)
    if opener is not None:
        opener.retag("IN")
        target.attach(opener, "pobj")
    for word in half.subject:
        word.pos = "PROPN" if word.tag in {"NNP", "NNPS"} else word.pos


def _gather(half: _Half, verb: Word, opener: Word | None) -> None:
    """Hangs the words of both parts on their last ones, and what else hung on them on the verb."""
    own = {*half.subject, *half.remnant}
    for phrase in (half.subject, half.remnant):
        for word in phrase:
            if word is not phrase[-1] and word is not opener and (word.head not in phrase or word.head is opener):
                word.attach(phrase[-1], _LABELS.get(word.tag, "compound"))
    for word in own:
        for child in [w for w in word.children if w not in own and w.tag != "POS"]:
            child.attach(verb, "dobj" if child.lower in _MEDALS else child.dep)


_LABELS = {"DT": "det", "PRP$": "poss", "JJ": "amod", "CD": "nummod", "POS": "case", "RB": "advmod", "IN": "advmod"}


def closed_but_open(state: Word) -> None:
    """ "The road is closed to cars but open to buses": it is both, and "closed" is an adjective here, too."""
    closed = state.head
    copula = closed.child("auxpass", "aux")
    subject = closed.child("nsubj", "nsubjpass")
    if state.tag != "JJ" or closed.tag != "VBN" or copula is None or copula.lemma != "be" or subject is None:
        return
    if state.left or closed.child("agent", "dobj", "xcomp") is not None or len(closed.having(*AUXILIARIES)) > 1:
        return
    own, other = closed.child("prep"), state.child("prep")
    if own is None or other is None or own.lower != other.lower:
        return  # "was arrested on Monday and unable to attend"
    copula.take_place_of(closed)
    copula.pos = "AUX"
    copula.adopt(w for w in closed.children if w.dep not in {"prep", "cc", "conj", "advmod", "neg"})
    copula.adopt(closed.having("neg"), "neg")
    subject.dep = "nsubj"
    closed.attach(copula, "acomp", "JJ")


def two_qualities(second: Word) -> None:
    """ "The law is bad for farmers but good for banks": each quality has somebody of its own."""
    first = second.head
    copula = first.head
    phrases = [w.right[0] if w.right and w.right[0].dep == "prep" else None for w in (first, second)]
    if first.dep != "acomp" or second.pos != "ADJ" or copula.lemma != "be" or second.left or None in phrases:
        return
    if copula.child("neg") is None and all(w is not None and w.child("pobj") is not None for w in phrases):
        second.attach(copula, PAIRED)
