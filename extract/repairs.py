"""What the parser often gets wrong, set right in place before the rules read a sentence.

Each repair names the sentence it exists for, and acts only where the parse as it stands cannot be right.
"""

from __future__ import annotations

from collections.abc import Callable

from extract.hidden import unhide_main, unhide_modifier, unhide_participle
from extract.lexicon import entries
from extract.lists import restore_lists
from extract.signatures import reporting
from extract.titles import join_titles
from extract.tree import Tree, Word
from extract.words import AUXILIARIES, TIME_ENTITIES, is_finite, is_infinitive, is_nominal, is_time, is_wh


def mend(tree: Tree) -> None:
    """Re-tags and re-attaches words of `tree` where a general rule shows that the parse cannot be right."""
    join_titles(tree)
    restore_lists(tree)
    for word in tree.words:
        for repair in _REPAIRS.get(word.dep, ()):
            repair(word)
    for before, hyphen, after in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if hyphen.text == "-" and before.end == hyphen.start and hyphen.end == after.start:
            _hyphenated(before, hyphen, after)
    _after_stop(tree)
    for word in tree.words:
        if word.dep == "advcl":
            _place_between(word)
    for root in [w for w in tree.words if w.head is w]:
        unhide_main(root)
    tree.roots = [w for w in tree.words if w.head is w]


def _auxiliaries(verb: Word) -> list[Word]:
    return [w for w in verb.left if w.dep in AUXILIARIES]


def _has_subject(verb: Word) -> bool:
    return verb.child("nsubj", "nsubjpass", "csubj", "expl") is not None


def _past_not_participle(verb: Word) -> None:
    """ "She opened the door, checked the room and left": `checked` is no participle, for it has an object."""
    if verb.tag != "VBN" or verb.head.i > verb.i or verb.head.tag != "VBD" or verb.child("dobj") is None:
        return
    if _auxiliaries(verb) or _has_subject(verb) or verb.child("mark", "agent") is not None:
        return
    verb.tag = "VBD"
    verb.attach(verb.head, "conj")


def _participle_not_past(verb: Word) -> None:
    """ "The pipe was cut into pieces and removed": `removed` shares "was", for it has no object."""
    first = verb.head
    if verb.tag != "VBD" or first.tag != "VBN" or _has_subject(verb) or _auxiliaries(verb):
        return
    if first.child("auxpass") is None or verb.child("dobj", "ccomp", "xcomp", "attr", "acomp"):
        return
    if verb.lemma not in entries("intransitive_verbs"):
        verb.tag = "VBN"


def _object_before_time(time: Word) -> None:
    """ "The plan would win praise years later": `praise` is the object, no part of the time."""
    verb = time.head if time.head.pos in {"VERB", "AUX"} else time.head.head
    if time.entity not in TIME_ENTITIES or not time.left or verb.child("dobj") is not None or verb.pos != "VERB":
        return
    first = time.left[0]
    if first.dep == "compound" and not first.entity and first.i > verb.i:
        first.attach(verb, "dobj")


def _clause_before(verb: Word) -> None:
    """A clause before the subject is what the verb says only if the verb can say something.

    "The old bridge was closed; a new one is being built" has two statements; in "Their papers lost, they
    headed for the border" the first is an adjunct.
    """
    head = verb.head
    subject = head.child("nsubj", "nsubjpass")
    if subject is None or not verb.i < subject.i or head.lemma in reporting("verb"):
        return
    bare = verb.tag in {"VBN", "VBG"} and not _auxiliaries(verb)
    verb.dep = "advcl" if bare else "parataxis"


def _year_of_date(year: Word) -> None:
    """ "On March 3, 1961": the year belongs to the date and is no apposition to it."""
    if year.tag == "CD" and year.entity == "DATE" == year.head.entity:
        year.dep = "nummod"


def _number_after_of(of: Word) -> None:
    """ "a total of seven issues": `of` hangs on "total", and "issues" on `of`."""
    number = of.head
    noun, total = number.head, of.left[-1] if of.left else None
    if of.lower != "of" or number.dep != "nummod":
        return
    if total is None:
        total = next((w for w in (*noun.head.left, *noun.head.right, noun.head) if w.i == of.i - 1), None)
        total = total or next((c for w in noun.head.right for c in w.right if c.i == of.i - 1), None)
    if total is None or total.i != of.i - 1 or total.pos != "NOUN" or noun.is_root:
        return
    if total.head is of:
        total.attach(noun.head, noun.dep)
    of.attach(total, "prep")
    noun.attach(of, "pobj")


def _agent(by: Word) -> None:
    """ "The method was used many times by early printers": a person or thing after "by" is the agent."""
    if by.lower != "by" or by.head.tag != "VBN" or by.head.child("auxpass", "agent") is None:
        return
    target = by.child("pobj")
    if target is not None and not is_time(target) and target.tag != "CD" and by.head.child("agent") is None:
        by.dep = "agent"


def _ground(preposition: Word) -> None:
    """ "The court fined a baker for selling old bread": the ground hangs on "fined", not on "baker"."""
    noun = preposition.head
    if preposition.lower == "for" and noun.dep == "dobj" and noun.head.lemma in entries("for_verbs"):
        preposition.attach(noun.head, "prep")


def _past_direction(preposition: Word) -> None:
    """ "The minister shied away from debate": `from` hangs on the verb that "away" belongs to."""
    adverb = preposition.head
    if adverb.dep not in {"advmod", "prt"} or adverb.lower not in entries("direction_adverbs"):
        return
    if adverb.head.pos == "VERB" and preposition.i == adverb.i + 1 == adverb.head.i + 2:
        preposition.attach(adverb.head, "prep")


def _inner_list(verb: Word) -> None:
    """ "used its fleet to block ports, search ships and levy tolls": the bare verbs continue "to block"."""
    first = verb.head
    bare = verb.tag in {"VB", "VBP"} or (verb.tag == "VBD" and verb.lower == verb.lemma and verb.lower.endswith("e"))
    if not bare or first.tag in {"VB", "VBP"} or _has_subject(verb) or _auxiliaries(verb):
        return
    if any(w.tag in {"MD", "TO"} or w.lower in {"do", "does", "did"} for w in _auxiliaries(first)):
        return
    inner = _last_infinitive(first, verb.i)
    if inner is not None:
        verb.tag = "VB"
        for mark in [w for w in first.right if w.dep == "punct" and w.i == verb.i - 1]:
            mark.attach(verb, "punct")
        verb.attach(inner, "conj")


def _listed_complement(verb: Word) -> None:
    """ "used its land to plant trees, build paths": `build` continues "to plant"."""
    if verb.tag == "VB" and not is_infinitive(verb) and not _has_subject(verb):
        inner = _last_infinitive(verb.head, verb.i)
        if inner is not None and verb.head.child("dobj") is not None:
            verb.attach(inner, "conj")


def _object_of_conjunction(noun: Word) -> None:
    """ "turned away from the talks citing costs and its wish to stay out": `wish` is coordinated with "costs"."""
    verb = noun.head
    first = noun
    while first.left:
        first = first.left[0]
    conjunction = next((w for w in _descendants(verb, noun) if w.dep == "cc" and w.i == first.i - 1), None)
    if conjunction is None or conjunction.head is verb:
        return
    top = conjunction.head
    while top.head is not verb and top.head.dep != "conj" and top.dep in {"pobj", "prep"}:
        top = top.head
    if is_nominal(top) and not any(w.dep == "conj" and w.i > conjunction.i for w in top.right):
        noun.attach(top, "conj")


def _descendants(verb: Word, without: Word) -> list[Word]:
    return verb.subtree(lambda w: w is without) if verb.i < without.i else []


def _last_infinitive(verb: Word, before: int) -> Word | None:
    """The infinitive with "to" nearest before a place among what hangs on a verb or its objects."""
    found = None
    for child in verb.right:
        if child.i >= before:
            break
        if child.tag == "VB" and is_infinitive(child):
            found = child
        elif child.dep in {"dobj", "xcomp", "prep", "pobj", "conj"}:
            found = _last_infinitive(child, before) or found
    return found


def _use_of(verb: Word) -> None:
    """ "used its fleet to block ports": what something is used for is no part of it."""
    noun = verb.head
    if noun.dep == "dobj" and noun.head.lemma == "use" and is_infinitive(verb):
        verb.attach(noun.head, "xcomp")


def _far_from(adverb: Word) -> None:
    """ "The talks are far from an end": an adverb with a preposition after "be" is its complement."""
    verb = adverb.head
    if verb.lemma != "be" or adverb.i < verb.i or verb.child("attr", "acomp") is not None:
        return
    if adverb.right and adverb.right[0].dep == "prep" and adverb.right[0].i == adverb.i + 1:
        adverb.dep, adverb.pos = "acomp", "ADJ"


def _after_stop(tree: Tree) -> None:
    """ "led by a rival. lead.": what follows a full stop inside a sentence is no argument of what stands before."""
    last = len(tree.words) - 2
    for stop in tree.words:
        if stop.tag != "." or stop.i >= last or stop.text not in {".", "!", "?"}:
            continue
        for word in tree.words[stop.i + 1 :]:
            if word.head.i < stop.i and word.dep in _ARGUMENTS:
                word.dep = "dep"


_ARGUMENTS = frozenset({"dobj", "attr", "oprd", "npadvmod", "appos", "nsubj", "acomp", "dative", "advmod"})


def _hyphenated(before: Word, hyphen: Word, after: Word) -> None:
    """ "comes pre-loaded with games": `pre` is a part of "pre-loaded", whatever the parser made of it."""
    if before.head is after or after.head is before or before.dep in _NAME_PARTS:
        return
    if before.pos == "VERB" or any(w is before for w in after.ancestors()):
        return
    if any(w is after for w in before.ancestors()) or before.left or before.right or hyphen.left or hyphen.right:
        return
    before.attach(after, "compound")
    hyphen.attach(after, "punct")
    hyphen.pos = "PUNCT"


_NAME_PARTS = frozenset({"compound", "nmod", "amod", "nummod", "poss", "npadvmod", "quantmod", "punct", "advmod"})


def _subject_of_content(verb: Word) -> None:
    """ "He believed the reform in May helped farmers": what stands before "helped" is its subject, no object."""
    head = verb.head
    noun = head.child("dobj")
    if noun is None or not head.i < noun.i < verb.i or _has_subject(verb) or verb.child("mark") is not None:
        return
    finite = verb.tag in {"VBD", "VBZ"} or any(w.tag in {"VBD", "VBZ", "MD"} for w in _auxiliaries(verb))
    if not finite or head.lemma not in reporting("verb") or head.lemma in entries("telling_verbs"):
        return
    for word in [w for w in head.right if noun.i < w.i < verb.i and w.dep == "prep"]:
        word.attach(noun, "prep")
    noun.attach(verb, "nsubj")


def _clause_after(verb: Word) -> None:
    """ "The town grew, two schools were built": what follows the comma is no content of "grew"."""
    head = verb.head
    if verb.i < head.i or head.lemma in reporting("verb") or verb.child("mark") is not None or not is_finite(verb):
        return
    subject = verb.child("nsubj", "nsubjpass", "expl")
    if subject is None or is_wh(subject):
        return
    first = verb.subtree()[0].i
    if any(w.dep == "punct" and w.text in {",", ";"} and w.i == first - 1 for w in head.right):
        verb.dep = "parataxis"


def _loose_verb(verb: Word) -> None:
    """ "He raised prices, carefully measured sales and ...": a finite verb without a subject is coordinated."""
    head = verb.head
    if (
        verb.pos == "VERB" == head.pos
        and verb.tag == head.tag in _FINITE
        and head.i < verb.i
        and not _has_subject(verb)
    ):
        verb.dep = "conj"


_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _place_between(purpose: Word) -> None:
    """ "joined a march to honour a doctor at Union Square in Oslo on Monday": where and when go together.

    The time hangs on the main verb, so the place right before it cannot be shut up in the purpose.
    """
    verb = purpose.head
    after = next((w for w in verb.right if w.i > purpose.i and w.dep == "prep"), None)
    when = after.child("pobj") if after is not None else None
    if not is_infinitive(purpose) or after is None or when is None or not is_time(when):
        return
    inside = purpose.subtree()
    if inside[-1].i + 1 != after.i:
        return
    at = next((w for w in inside if w.lower == "at" and _names_place(w)), None)
    if at is None or at.head.dep == "relcl":
        return
    following = [w for w in inside if w.i > at.subtree()[-1].i]
    within = next((w for w in following if w.dep == "prep" and w.head is at.head and _names_place(w)), None)
    if following and (within is None or within.subtree() != following):
        return
    target = at.child("pobj")
    if within is not None and target is not None:
        within.attach(target, "prep")
    at.attach(verb, "prep")


def _names_place(preposition: Word) -> bool:
    target = preposition.child("pobj") if preposition.dep == "prep" else None
    return target is not None and target.pos == "PROPN" and preposition.lower in {"at", "in"}


def _second_place(noun: Word) -> None:
    """ "in Lima, Peru on Friday": `Peru` tells where Lima is."""
    if noun.entity != "GPE":
        return
    beside = {w.i: w for w in noun.head.subtree(lambda w: w is noun)}
    place, mark = beside.get(noun.i - 2), beside.get(noun.i - 1)
    if place is not None and mark is not None and place.entity == "GPE" and mark.dep == "punct":
        noun.attach(place, "appos")
        mark.attach(place, "punct")


def _finite_subject(verb: Word) -> None:
    """A finite clause without "that" is no subject: "The team races home: is the cup safe?" are two sentences."""
    if not is_finite(verb) or not _has_subject(verb) or verb.child("mark") is not None:
        return
    if any(w.tag in {"WDT", "WP", "WRB"} for w in (*verb.left, *(c for w in verb.left for c in w.left))):
        return
    verb.dep = "parataxis"
    head = verb.head
    after = head.child("attr")
    if after is not None and head.child("acomp") is not None and head.child("nsubj") is None:
        after.dep = "nsubj"


def _made_so(verb: Word) -> None:
    """ "The delay made investors worried": what is made so is no past tense."""
    if verb.tag != "VBD" or verb.head.lemma not in _MAKERS or verb.i < verb.head.i or _auxiliaries(verb):
        return
    if verb.child("nsubj") is not None and verb.child("dobj", "ccomp", "mark") is None:
        verb.tag = "VBN"


_MAKERS = frozenset({"make", "keep", "leave", "get", "find", "render"})

Repair = Callable[[Word], None]
_REPAIRS: dict[str, tuple[Repair, ...]] = {
    "appos": (_year_of_date,),
    "quantmod": (_number_after_of,),
    "amod": (unhide_modifier,),
    "acl": (unhide_participle, _use_of),
    "advmod": (_far_from,),
    "dep": (_loose_verb,),
    "dobj": (_object_of_conjunction,),
    "xcomp": (_listed_complement,),
    "nsubj": (_finite_subject,),
    "csubj": (_finite_subject,),
    "advcl": (_past_not_participle,),
    "prep": (_past_direction, _agent, _ground),
    "conj": (
        _inner_list,
        _participle_not_past,
    ),
    "npadvmod": (_second_place, _object_before_time),
    "ccomp": (_clause_before, _clause_after, _subject_of_content, _made_so),
}
