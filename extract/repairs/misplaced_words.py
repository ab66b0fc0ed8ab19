"""Phrases that the parser hung on the wrong word."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    FINITE_TAGS,
    SUBJECTS,
    TIME_ENTITIES,
    WEEKDAYS,
    has_before,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    subject_label,
)

_OPEN = frozenset({"unclear", "uncertain", "unknown", "unsure", "doubtful", "clear", "certain", "known", "sure"})
_NAME_PARTS = frozenset({"compound", "nmod", "amod", "nummod", "poss", "npadvmod", "quantmod", "punct", "advmod"})


_ARGUMENTS = frozenset({"dobj", "attr", "oprd", "npadvmod", "appos", "nsubj", "acomp", "dative", "advmod"})


def went_on(verb: Word) -> None:
    """ "Hale went on to praise the crew": he praised it."""
    above = verb.head
    if above.lemma == "go" and is_infinitive(verb) and verb.child("mark", "nsubj") is None:
        on = above.right[0]
        if on.lower == "on" and not on.right and on.i == above.i + 1 and verb.subtree()[0].i == on.i + 1:
            on.dep, verb.dep = "prt", "xcomp"


def after_particle(verb: Word) -> None:
    """ "Lund would not rule out running": what he ruled out is running."""
    particle = next((w for w in verb.head.right if w.dep == "prt"), None)
    if particle is not None and verb.tag == "VBG" and verb.i == particle.i + 1 and verb.child("nsubj") is None:
        verb.dep = "xcomp"


def how_long_after(time: Word) -> None:
    """ "Lund died hours after he was freed": the hours run between the two, and he was not freed for hours.

    So does the day of "came a day after the vote failed", "left the day before his trial".
    """
    above = time.head
    opens = above.dep == "ccomp" and above.i < above.head.i
    if (opens or above.dep == "advcl") and is_time(time):
        mark, last = above.child("mark"), [w.i for w in time.subtree() if w.text != ","][-1]
        comma = any(w.i == last + 1 and w.text == "," for w in above.root.subtree())
        if comma and mark is not None and time.i < mark.i < above.head.i:
            time.attach(above.head, time.dep)  # "On Friday, a day after the paper reported it, Lund left"
            return
        behind = list(above.left)
    elif time.lemma in _SPANS and is_verbal(above) and not any(w.lower in {"this", "last", "next"} for w in time.left):
        behind = [*above.right, *(w for c in above.right if c.dep == "advcl" for w in c.left)]
    else:
        return
    mark = next((w for w in behind if w.i == time.i + 1 and w.lower in {"after", "before"}), None)
    if mark is not None and (mark.dep in {"mark", "advmod"} or mark.child("pobj", "pcomp") is not None):
        time.attach(mark, "npadvmod")


_SPANS = frozenset({"day", "hour", "minute", "moment", "month", "second", "week", "year"})


def so_far_away(noun: Word) -> None:
    """ "was caught two streets away", "hit ten km east of Lorne": how far away, and nothing that was hit."""
    counted = noun.tag == "CD" or any(w.dep == "nummod" for w in noun.left)
    if not counted:
        return
    inside = next((w for w in noun.right if w.dep == "appos" and w.lower in _AWAY), None)
    if inside is not None and is_verbal(noun.head):  # "ten km (six miles) east of Lorne"
        inside.attach(noun.head, "advmod")
    away = next((w for w in noun.head.right if w.dep in {"advmod", "prt"} and w.i == noun.subtree()[-1].i + 1), None)
    if away is not None and away.lower in _AWAY and noun.i > noun.head.i:
        noun.attach(away, "npadvmod")


_AWAY = frozenset({"away", "off", "offshore", "inland", "upstream", "downstream", "east", "north", "south", "west"})


@only_on(*WEEKDAYS)
def day_of_saying(day: Word) -> None:
    """ "The mayor said Tuesday Reed's words were wrong": no "Tuesday Reed"."""
    if day.head.i < day.i:
        return
    first = next((w for w in day.head.ancestors() if w.i == day.i - 1), None)
    if first is not None and first.lemma in reporting("verb"):
        day.attach(first, "npadvmod")


@only_on(*WEEKDAYS)
def day_behind_name(day: Word) -> None:
    """ "announced a deal with Veltra Monday", "answered with an ad of its own Tuesday": that is when."""
    name = next((w for w in day.left if w.i == day.i - 1), None)
    verb = next((w for w in day.ancestors() if is_verbal(w)), None)
    if name is None or verb is None or verb.i > day.i or name.lower in _OF_DAYS or name.entity in TIME_ENTITIES:
        return
    if day.text != day.text.capitalize() or not (name.tag == "NNP" or name.lower == "own"):
        return
    parts = [w for w in day.left if w is not name]
    behind = list(day.right)
    name.take_place_of(day)
    name.pos = "PROPN" if name.tag == "NNP" else "NOUN"
    day.attach(verb, "npadvmod")
    day.entity = "DATE"
    for word in parts:
        word.attach(name, word.dep)
    for word in behind:
        word.attach(name if word.dep in {"appos", "punct"} else verb, word.dep)


@only_on("in")
def in_before_day(particle: Word) -> None:
    """ "Mayors weighed in Friday on the strike", "The storm moved in Sunday night": that is when."""
    verb = particle.head
    day = particle.child("pobj") or next((w for w in verb.right if w.subtree()[0].i == particle.i + 1), None)
    if day is None or not is_verbal(verb) or particle.i != verb.i + 1:
        return
    first = day.left[0] if day.left else day
    if first.lower not in WEEKDAYS or first.dep == "poss" or first.i != particle.i + 1 or not is_time(day):
        return
    for word in [w for w in (*day.right, *particle.right) if w is not day]:
        word.attach(verb, word.dep)
    day.attach(verb, "npadvmod")
    particle.dep = "prt"


#: What makes a name with a day of the week: "Black Friday", "Super Tuesday".
_OF_DAYS = frozenset(
    {"ash", "black", "bloody", "cyber", "easter", "fat", "giving", "good", "holy", "man", "palm", "ruby", "sheffield"}
    | {"shrove", "super", "whit"}
)


@only_on("today", "tomorrow", "tonight", "yesterday")
def beside_gap(day: Word) -> None:
    """ "the benefits they rely on today": they rely on them, and on no day."""
    preposition = day.head
    if preposition.lower in {"at", "in", "on", "to", "with"} and preposition.head.dep == "relcl" and not day.left:
        day.attach(preposition.head, "npadvmod")


def asked_if(verb: Word) -> None:
    """ "It remained unclear if the van was his", "when he would leave": nothing depends on whether it was."""
    above = verb.head
    adjective = above.child("acomp") if above.lemma in {"be", "remain", "seem"} else None
    if adjective is None or adjective.lower not in _OPEN or not adjective.i < verb.i:
        return
    if any((w.lower in {"if", "whether"} or w.tag == "WRB") and w.i == adjective.i + 1 for w in verb.left):
        verb.attach(adjective, "ccomp")


@only_on("by")
def agent(by: Word) -> None:
    """ "The method was used many times by early printers": a person or thing after "by" is the agent.

    "The killing set off unrest by students": the unrest is theirs, for an active verb has no agent.
    """
    thing = by.head.child("dobj")
    active = by.dep == "agent" and by.head.tag in FINITE_TAGS and by.head.child("auxpass") is None
    if active and thing is not None and thing.subtree()[-1].i == by.i - 1:
        by.attach(thing, "prep")
    if by.head.tag != "VBN" or by.head.child("auxpass", "agent") is None:
        return
    target = by.child("pobj")
    if target is not None and not is_time(target) and target.tag != "CD" and by.head.child("agent") is None:
        by.dep = "agent"


@only_on("for")
def ground(preposition: Word) -> None:
    """ "The court fined a baker for selling old bread": the ground hangs on "fined", not on "baker"."""
    noun = preposition.head
    if noun.dep == "dobj" and noun.head.lemma in entries("for_verbs"):
        preposition.attach(noun.head, "prep")


@only_on("as")
def such_as(preposition: Word) -> None:
    """ "Tourists visit places where they can swim, such as the lake": the lake is one of the places."""
    verb = preposition.head
    if [w.lower for w in preposition.left] != ["such"] or not is_verbal(verb):
        return
    noun = verb.head if verb.dep == "relcl" else verb.child("dobj")
    if noun is not None and noun.tag == "NNS" and noun.i < preposition.i:
        preposition.attach(noun, "prep")


def past_direction(preposition: Word) -> None:
    """ "The minister shied away from debate": `from` hangs on the verb that "away" belongs to."""
    adverb = preposition.head
    if adverb.dep not in {"advmod", "prt"} or adverb.lower not in entries("direction_adverbs"):
        return
    if adverb.head.pos == "VERB" and preposition.i == adverb.i + 1 == adverb.head.i + 2:
        preposition.attach(adverb.head, "prep")


def object_of_conjunction(noun: Word) -> None:
    """ "turned away from the talks citing costs and its wish to stay out": `wish` is coordinated with "costs"."""
    verb = noun.head
    first = noun
    while first.left:
        first = first.left[0]
    before = verb.subtree() if verb.i < noun.i else ()
    conjunction = next((w for w in before if w.i == first.i - 1 and w.dep == "cc" and not noun.holds(w)), None)
    if conjunction is None or conjunction.head is verb:
        return
    top = conjunction.head
    while top.head is not verb and top.head.dep != "conj" and top.dep in {"pobj", "prep"}:
        top = top.head
    if is_nominal(top) and not any(w.dep == "conj" and w.i > conjunction.i for w in top.right):
        noun.attach(top, "conj")


def subject_of_auxiliary(noun: Word) -> None:
    """ "The court has un-sealed the files": a subject belongs to the verb, not to its auxiliary."""
    auxiliary = noun.head
    if auxiliary.dep in AUXILIARIES and auxiliary.head is not auxiliary:
        noun.attach(auxiliary.head, noun.dep)


def _describes(name: Word, other: Word) -> bool:
    """ "A onetime co-worker has been charged", "A magnitude 6 earthquake struck"."""
    first = other.subtree()[0]
    numbered = name.tag == other.tag == "NN" and first.tag == "CD" and not name.right
    return (numbered or (name.tag == "JJ" and other.pos == "NOUN")) and first.i == name.i + 1


def double_subject(name: Word) -> None:
    """ "Kim Min-jun scored", "State news agency IRNA said": two names side by side are one subject."""
    other = next((w for w in name.head.left if w.dep == name.dep and w.i > name.i), None)
    if other is None:
        if name.i > name.head.i and has_before(name.head, SUBJECTS):
            _give_content(name, name.head)
        return
    more = name.child("relcl") is not None and any(w.tag == "JJR" for w in name.left)
    if more and name.left[0].lower == "the":
        name.dep = "dep"  # "the more noise he makes, the more the public laughs"
        return
    if name.right and name.right[-1].dep == "cc":
        other.attach(name, "conj")  # "Not the driver but the owner was fined"
        return
    if _describes(name, other):
        for word in list(name.left):
            word.attach(other, word.dep)
        name.attach(other, "amod" if name.tag == "JJ" else "nmod")
        return
    stop = [w.i for w in name.right if w.text == "." and w.i == name.i + 1]  # "Police Lt. Ada Reed"
    if (name.pos != "PROPN" and name.tag != "NN") or other.pos != "PROPN" or len(name.right) > len(stop):
        return
    first = other.left[0] if other.left else other
    if first.i == name.i + 1 + len(stop):
        name.attach(other, "compound")


def _give_content(noun: Word, cue: Word) -> None:
    """ "Some said Lund, while armed, did not fire": who did not is no second subject of "said"."""
    content = next((w for w in cue.right if w.dep == "ccomp" and w.i > noun.i), None)
    if content is not None and content.child(*SUBJECTS, "mark", "expl") is None and is_finite(content):
        noun.attach(content, subject_label(content))


def second_place(noun: Word) -> None:
    """ "in Lima, Peru on Friday": `Peru` tells where Lima is."""
    if noun.entity != "GPE":
        return
    beside = {w.i: w for w in noun.head.subtree(lambda w: w is noun)}
    place, mark = beside.get(noun.i - 2), beside.get(noun.i - 1)
    if place is not None and mark is not None and place.entity == "GPE" and mark.dep == "punct":
        noun.attach(place, "appos")
        mark.attach(place, "punct")


def year_of_date(year: Word) -> None:
    """ "On March 3, 1961": the year belongs to the date and is no apposition to it."""
    if year.tag == "CD" and year.entity == "DATE" == year.head.entity:
        year.dep = "nummod"


def hyphenated(before: Word, hyphen: Word, after: Word) -> None:
    """ "comes pre-loaded with games": `pre` is a part of "pre-loaded", whatever the parser made of it."""
    if before.lower in {"co", "ex"} and before.pos == after.pos == "NOUN":
        _put_last(before, hyphen, after)
    broken = before.tag == "CD" == after.tag and before.dep in {"npadvmod", "punct"}
    if broken and hyphen.head is after and not after.holds(before) and not before.holds(after):
        before.attach(after, "quantmod")  # "It does 0-62 mph"
    if before.head is after or after.head is before or before.dep in _NAME_PARTS:
        return
    if before.head is after.head is hyphen.head and before.dep == after.dep == hyphen.dep:
        for part in list(before.left):  # "Kim Min-jun", taken for three subjects
            part.attach(after, part.dep)
    if before.pos == "VERB" or any(w is before for w in after.ancestors()):
        return
    if any(w is after for w in before.ancestors()) or before.left or before.right or hyphen.left or hyphen.right:
        return
    before.attach(after, "compound")
    hyphen.attach(after, "punct")
    hyphen.pos = "PUNCT"


def _put_last(prefix: Word, hyphen: Word, noun: Word) -> None:
    """ "the firm's former co-owner", "the company co-founder": the owner and the founder, and no "co" or company."""
    if noun.dep == "compound" and prefix.head is noun.head.head:  # "Bakery co-founder Ida Lund wrote"
        for word in (*prefix.left, prefix, hyphen):
            word.attach(noun.head, "compound")
    if prefix.holds(noun) and not hyphen.holds(prefix):
        _stand_for(noun, prefix)
        for word in list(hyphen.children):
            word.attach(noun, word.dep)
        hyphen.attach(noun, "punct")
    first = noun.head
    if noun.dep == "appos" and first.i == prefix.i - 1 and is_nominal(first):
        _stand_for(noun, first)
        prefix.attach(noun, "compound")
        hyphen.attach(noun, "punct")


def _stand_for(noun: Word, first: Word) -> None:
    """Puts a noun in the place of a part of it."""
    noun.take_place_of(first)
    for word in [w for w in (*first.left, *first.right) if w is not noun]:
        word.attach(noun, word.dep)
    first.attach(noun, "compound")


@only_with("at")
def place_between(tree: Tree) -> None:
    """ "joined a march to honour a doctor at Union Square in Oslo on Monday": where and when go together.

    The time hangs on the main verb, so the place right before it cannot be shut up in the purpose.
    """
    for purpose in tree.words:
        after = next((w for w in purpose.head.right if w.i > purpose.i and w.dep == "prep"), None)
        when = after.child("pobj") if after is not None else None
        if purpose.dep != "advcl" or not is_infinitive(purpose) or after is None or when is None or not is_time(when):
            continue
        inside = purpose.subtree()
        at = next((w for w in inside if w.lower == "at" and _names_place(w)), None)
        if inside[-1].i + 1 == after.i and at is not None and at.head.dep != "relcl":
            _with_time(at, [w for w in inside if w.i > at.subtree()[-1].i], purpose.head)


def _with_time(at: Word, following: list[Word], verb: Word) -> None:
    within = next((w for w in following if w.dep == "prep" and w.head is at.head and _names_place(w)), None)
    target = at.child("pobj")
    if following and (within is None or within.subtree() != following):
        return
    if within is not None and target is not None:
        within.attach(target, "prep")
    at.attach(verb, "prep")


def _names_place(preposition: Word) -> bool:
    target = preposition.child("pobj") if preposition.dep == "prep" else None
    return target is not None and target.pos == "PROPN" and preposition.lower in {"at", "in"}


def far_from(adverb: Word) -> None:
    """ "The talks are far from an end": an adverb with a preposition after "be" is its complement."""
    verb = adverb.head
    if verb.lemma != "be" or adverb.i < verb.i or verb.child("attr", "acomp") is not None:
        return
    by_much = adverb.lower in {"up", "down"} and adverb.child("npadvmod") is not None  # "were up 3 percent"
    if by_much or (adverb.right and adverb.right[0].dep == "prep" and adverb.right[0].i == adverb.i + 1):
        adverb.dep, adverb.pos = "acomp", "ADJ"


def after_stop(tree: Tree) -> None:
    """ "led by a rival. lead.": what follows a full stop inside a sentence is no argument of what stands before."""
    last = len(tree.words) - 2
    for stop in tree.words:
        if stop.tag != "." or stop.i >= last or stop.text not in {".", "!", "?"}:
            continue
        for word in tree.words[stop.i + 1 :]:
            if word.head.i < stop.i and word.dep in _ARGUMENTS:
                word.dep = "dep"


def beside_object(clause: Word) -> None:
    """ "They used money they should have saved", "They welcomed the deal, buying so much that it ran out".

    What is used or welcomed is no content: the clause belongs to the noun, or stands beside.
    """
    verb = clause.head
    noun = verb.child("dobj", "dative")
    if noun is None or not verb.i < noun.i < clause.i or verb.lemma in reporting("verb") or not _has_subject(clause):
        return
    if clause.dep == "parataxis" and clause.lemma in reporting("verb"):
        return
    if any(verb.lemma in entries(name) for name in _WITH_WHOM) or not is_nominal(noun) or is_person(noun):
        return
    opener = clause.subtree()[0]
    if opener.dep == "mark" and opener.lower == "that":
        return
    noun.dep = "dobj"
    if noun.subtree()[-1].i == opener.i - 1 and opener.dep != "mark" and clause.child("dobj") is None:
        clause.attach(noun, "acl" if noun.lower == "doubt" else "relcl")  # "no doubt (that) it works"
    else:
        clause.dep = "advcl"


#: Verbs with a person beside what is told or given.
_WITH_WHOM = ("telling_verbs", "giving_verbs", "naming_verbs")


def after_adjective(verb: Word) -> None:
    """ "Reed is married and has two children": he has them, as he is married."""
    quality = verb.head
    copula = quality.head
    if quality.dep not in {"acomp", "attr"} or not is_verbal(copula) or verb.tag not in {"VBZ", "VBP", "VBD"}:
        return
    if copula.tag != verb.tag or _has_subject(verb) or verb.child("aux", "auxpass", "mark") is not None:
        return
    for joint in [w for w in quality.right if w.dep in {"cc", "punct"} and w.i < verb.i]:
        joint.attach(copula, joint.dep)
    verb.attach(copula, "conj")


def name_behind(name: Word) -> None:
    """ "They went back to the name "Coast Post" ": the name is no second thing that they went back to."""
    first = next((w for w in name.head.right if w.dep == "pobj"), None)
    if first is not None and first is not name and first.i == name.subtree()[0].i - 1 and first.tag in {"NN", "NNS"}:
        name.attach(first, "nmod")


def _has_subject(verb: Word) -> bool:
    return verb.child("nsubj", "nsubjpass", "expl") is not None


def object_before_time(time: Word) -> None:
    """ "The general would receive thanks years later": `thanks` is the object, no part of the time."""
    verb = time.head if time.head.pos in {"VERB", "AUX"} else time.head.head
    if verb.lemma == "call" and time.i > verb.i and verb.child("oprd") is not None and verb.child("dobj") is None:
        time.attach(verb, "dobj")  # "He called the night a success"
        return
    if time.entity not in TIME_ENTITIES or not time.left or verb.child("dobj") is not None or verb.pos != "VERB":
        return
    named = [w for w in time.left if w.dep == "compound" and not w.entity and w.i > verb.i]
    first = named[-1] if named else time.left[0]
    if first is time.left[0] and named:
        first.attach(verb, "dobj")
    elif named and time.left[0].dep in {"det", "poss"} and time.tag == "NNS" and time.left[-1].dep != "amod":
        for word in [w for w in time.left if w.i < first.i]:  # "It followed a close vote hours earlier"
            word.attach(first, word.dep)
        first.attach(verb, "dobj")


@only_on("of")
def number_after_of(of: Word) -> None:
    """ "a total of nine operas": `of` hangs on "total", and "operas" on `of`."""
    number = of.head
    noun, total = number.head, of.left[-1] if of.left else None
    if number.dep != "nummod":
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


@only_on("by")
def by_time(by: Word) -> None:
    """ "three ships built by 2024", "If no price is agreed by that time": no time does anything."""
    target = by.child("pobj")
    if target is None:
        return
    if any(w.lower == "of" for w in target.right):
        timely = target.lower in {"end", "middle", "start", "beginning"}  # "closed by the end of May"
    else:
        dated = target.entity == "TIME" or (target.entity == "DATE" and target.tag == "CD")
        named = dated or target.lower in {"now", "then"}
        timely = named or (is_time(target) and (target.entity == "DATE" or target.child("prep") is None))
    if timely:
        by.dep = "prep"
