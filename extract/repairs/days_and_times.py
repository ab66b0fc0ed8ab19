"""Days and times that the parser made part of a name, an object or another clause."""

from __future__ import annotations

from calendar import month_abbr

from extract.claims.nounphrase import is_name, is_role
from extract.claims.roles import is_person, is_place
from extract.english.persons import Sort, group_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    MONTHS,
    PAST_TAGS,
    SUBJECTS,
    TIME_ENTITIES,
    WEEKDAYS,
    has_subject,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    subject_label,
)


def time_before_subject(time: Word) -> None:
    """ "And last month thieves broke in": they broke in last month, and are no thieves of that month."""
    noun = time.head
    if not is_time(time) or not is_nominal(noun) or noun.tag != "NNS" or time.i > noun.i or not time.left:
        return
    first = time.subtree()[0]
    verb = noun.head if noun.dep in SUBJECTS else _only_past(noun) if noun.is_root else None
    opens = all(w.dep in {"cc", "punct"} for w in noun.root.subtree() if w.i < first.i)
    if first.lower not in {"last", "next", "this"} or not opens or verb is None or verb.i < noun.i:
        return
    if noun.is_root:
        verb.lead()
        verb.tag = "VBD"
        noun.attach(verb, "nsubj")
    verb.adopt(w for w in noun.children if w.dep in {"cc", "punct"})
    time.attach(verb, "npadvmod")


def _only_past(noun: Word) -> Word | None:
    """The past tense behind a noun that a whole sentence hangs on."""
    verb = noun.child("acl")
    if verb is None or verb.tag not in PAST_TAGS or verb.i != noun.i + 1 or verb.child("agent") is not None:
        return None
    return verb if noun.subtree()[-1].text == "." and noun.child("appos", "conj", "relcl") is None else None


@only_with("after", "before", "once", "until")
def told_later(verb: Word) -> None:
    """ "It keeps the names until next of kin could be told": what could be told is when, and no names are kept so."""
    beside = verb.head.right if verb.dep == "ccomp" else ()  # "He said it keeps the names until ..."
    content = next((w for w in (*verb.left, *beside) if w.dep == "ccomp" and w.i < verb.i), None)
    if content is None or has_subject(verb) or not is_finite(content):
        return
    start = min((w.i for w in verb.left if w.dep in AUXILIARIES), default=verb.i)
    opener = next((w for w in content.subtree() if w.lower in _OPENERS and w.dep == "prep"), None)
    noun = opener.child("pobj") if opener is not None else None
    if opener is None or noun is None or noun.subtree()[-1].i != start - 1 or start == verb.i:
        return
    if content.head is verb:
        content.lead()
    content.adopt(w for w in verb.children if w.dep == "punct")
    verb.attach(content, "advcl")
    noun.attach(verb, subject_label(verb))
    opener.attach(verb, "mark")


_OPENERS = frozenset({"after", "before", "once", "until"})


@only_with("once")
def once_it_is_done(verb: Word) -> None:
    """ "The count could change once ballots are counted": when it could, and no further deed."""
    first = verb.subtree()[0]
    if not is_finite(verb) or verb.child(*SUBJECTS) is None or verb.child("cc", "mark") is not None:
        return
    once = next((w for w in verb.root.subtree() if w.i == first.i - 1), first)
    if once.lower == "once" and once.dep == "advmod" and is_verbal(once.head) and once.i > once.head.i:
        verb.attach(once.head, "advcl")
        once.attach(verb, "mark", "IN")


@only_on("after", "before", "since", "until")
def until_day(opener: Word) -> None:
    """ "It is shut until Monday and people were sent home": "until" takes only "Monday"."""
    verb, above = opener.head, opener.head.head
    day = opener.child("pobj") or verb.child(*SUBJECTS)
    people = day.child("conj") if day is not None else None
    joint = day.child("cc") if day is not None else None
    if day is None or people is None or joint is None or day.i != opener.i + 1 or not is_time(day) or is_time(people):
        return
    if opener.dep == "mark" and verb.dep == "advcl" and people.i < verb.i and verb.child(*SUBJECTS) in {None, day}:
        people.attach(verb, subject_label(verb))
        above.hang(cc=joint, prep=opener)
        day.attach(opener, "pobj")
        verb.dep = "conj"


@only_on("this", "last", "next", "that")
def this_day(this: Word) -> None:
    """ "It would not be held this Tuesday": on that day, and nothing is held."""
    if this.left or this.right:
        return
    day = next((w for w in this.head.right if w.i == this.i + 1), None)
    if day is not None and day.dep == "npadvmod" and is_time(day):
        this.attach(day, "det")


@only_with("now")
def now_that(verb: Word) -> None:
    """ "They want to know more, now that the names are out": a time, and no content."""
    mark = verb.child("mark")
    if mark is None or mark.lower != "that":
        return
    now = next((w for w in verb.head.subtree() if w.lower == "now" and w.i == mark.i - 1), None)
    told = verb.head.lemma in reporting("verb") and verb.head.child("dobj") is None
    if now is None or now is verb.head or (told and now.head is verb.head):
        return
    by = next((w for w in verb.head.right if w.lower == "by" and w.i == now.i - 1), None)
    if by is not None:  # "They know by now that it leaks"
        now.attach(by, "pcomp")
        verb.attach(verb.head, "ccomp")
        return
    above = next((w for w in verb.ancestors() if is_verbal(w) and is_finite(w)), verb.head)
    now.attach(verb if now.head is verb.head else mark, "advmod")
    verb.attach(above, "advcl")


def day_is_subject(day: Word) -> None:
    """ "The chest was found May 9 floating near Tarn": the day was not floating."""
    state, found = day.head, day.head.head
    if day.entity != "DATE" or day.tag != "NNP" or state.dep not in {"ccomp", "advcl"} or found.tag != "VBN":
        return
    if day.i != found.i + 1 or found.child("auxpass") is None or state.child("mark", *AUXILIARIES) is not None:
        return
    if state.tag in {"VBD", "VBN", "VBG"}:
        day.attach(found, "npadvmod")
        state.tag = "VBN" if state.tag == "VBD" else state.tag
        state.dep = "xcomp" if state.tag == "VBG" else "ccomp"


@only_on("forward")
def going_forward(forward: Word) -> None:
    """ "Lund expects more sales going forward": that is when, and no sales go anywhere."""
    going = forward.head
    above, subject = going.head, going.child(*SUBJECTS)
    if going.lower != "going" or forward.i != going.i + 1 or going.child(*AUXILIARIES) or going.dep not in _CLAUSES:
        return
    if subject is not None:
        if above.child("dobj") is not None or going.dep not in {"ccomp", "xcomp"}:
            return
        subject.attach(above, "dobj")
    above.adopt(w for w in going.right if w is not forward)
    going.attach(above, "advmod")
    going.pos = "ADV"


_CLAUSES = frozenset({"acl", "advcl", "ccomp", "conj", "xcomp"})


@only_on(*WEEKDAYS)
def day_of_saying(day: Word) -> None:
    """ "The mayor said Tuesday Reed's words were wrong": no "Tuesday Reed". Not "said Tuesday night"."""
    if day.head.i < day.i or day.head.lemma in {"morning", "afternoon", "evening", "night"}:
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
    name.adopt(parts)
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
    verb.adopt(w for w in (*day.right, *particle.right) if w is not day)
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


def year_of_date(year: Word) -> None:
    """ "On March 3, 1961": the year belongs to the date and is no apposition to it."""
    if year.tag == "CD" and year.entity == "DATE" == year.head.entity:
        year.dep = "nummod"


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
        first.adopt(w for w in time.left if w.i < first.i)  # "It followed a close vote hours earlier"
        first.attach(verb, "dobj")


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


@only_with("after", "before")
def minutes_before(time: Word) -> None:
    """ "He left the bridge minutes before the crash", "died in a bar hours before the fire": no bridge of minutes, and
    no hours of a bar."""
    above, noun = time.head, time.left[-1] if time.left else None
    if time.tag != "NNS" or not is_time(time) or noun is None or noun.dep != "compound" or noun.i != time.i - 1:
        return
    verb = above if above.pos == "VERB" else above.head
    opener = next((w for w in verb.subtree() if w.i == time.i + 1), None)
    if opener is None or opener.lower not in {"after", "before"} or verb.pos != "VERB":
        return
    if noun.lemma in entries("time_nouns") or (above is not verb and time.dep != "pobj"):
        return  # "He left the week days before"
    noun.entity = ""
    noun.adopt(w for w in time.left if w is not noun)
    noun.attach(above, time.dep if time.dep == "pobj" else "dobj")
    if opener.head is time:
        opener.attach(verb, opener.dep)
    time.attach(opener, "npadvmod")


def place_before_time(time: Word) -> None:
    """ "died in a hospital hours later", "quit the board weeks after it": the parser took the board for a time, too."""
    opener = time.head
    if time.tag != "NNS" or time.left or opener.lower not in {"after", "before", "earlier", "later"}:
        return
    noun = next((w for w in opener.head.subtree() if w.i == time.i - 1), None)
    taken = noun is not None and noun.entity == time.entity != "" and noun.tag in {"NN", "NNS"}
    if noun is not None and taken and noun.lemma not in entries("time_nouns"):
        noun.entity = ""


def day_opens_main(verb: Word) -> None:
    """ "By the end of the day Saturday the site was not loading": that is told, and tells of no day."""
    opening = verb.root
    day = verb.left[0] if verb.left else verb
    if opening.pos != "ADP" or not is_time(verb.head) or day.dep != "npadvmod" or day.lower not in WEEKDAYS:
        return
    if is_finite(verb) and verb.child(*SUBJECTS) is not None and day.i == verb.head.i + 1:
        verb.lead()
        opening.attach(verb, "prep")


@only_on("after", "before", "since", "until")
def since_doing(opener: Word) -> None:
    """ "It has grown since hunting was banned": the hunting was, and nothing that has grown."""
    gerund = opener.child("pobj", "pcomp")
    if gerund is None or not gerund.lower.endswith("ing") or gerund.left or gerund.right:
        return
    words = {w.i: w for w in opener.root.subtree()}
    near = words.get(gerund.i + 1)
    verb = near.head if near is not None and near.dep in AUXILIARIES else near
    if verb is None or not is_finite(verb) or not is_verbal(verb) or verb.child(*SUBJECTS, "mark", "cc") is not None:
        return
    above = next((w for w in opener.ancestors() if is_verbal(w)), None)
    if above is not None and verb.subtree()[0].i == gerund.i + 1 and not verb.holds(above):
        verb.attach(above, "advcl")
        opener.attach(verb, "mark")
        gerund.attach(verb, subject_label(verb), "NN")


@only_on("on")
def day_said(preposition: Word) -> None:
    """ "Veltra said on Monday it had bought the mill": it said so then."""
    content = preposition.head
    if content.dep != "ccomp":
        return
    cue, day = content.head, preposition.child("pobj")
    if day is None or not is_time(day):
        return
    if cue.lemma not in reporting("verb"):
        return
    own = content.child(*SUBJECTS)
    before = [w.subtree()[-1].i for w in (cue, *cue.right) if w is cue or w.i < preposition.i]
    starts = {cue.i, *before} if cue.i < preposition.i else set()
    if preposition.i - 1 not in starts or own is None or own.subtree()[0].i != preposition.subtree()[-1].i + 1:
        return
    if content.child("mark") is None:
        preposition.attach(cue, "prep")


def while_so_long(verb: Word) -> None:
    """ "had walked for three days when the fog came down", "had lived there for a year when she left": only then."""
    days = verb.head
    long, opener = days.head, verb.left[0] if verb.left else None
    if opener is None or opener.lower != "when" or long.lower != "for" or not is_verbal(long.head):
        return
    lasted = days.lemma in {"month", "week", "year"} and any(w.lemma == "have" for w in long.head.left)
    if is_time(days) and (days.tag == "NNS" or lasted):
        verb.attach(long.head, "advcl")


@only_on("on", "in", "over", "during")
def day_before_verb(preposition: Word) -> None:
    """ "Veltra on Tuesday announced a sale", "The jury on July 25, 1997, convicted him": it did so on that day.

    "Matches on Sunday were called off on Friday": it is the day of the matches. "Rebels in the south on Monday left".
    """
    noun, target = preposition.head, preposition.child("pobj")
    if noun.dep == "pobj" and (is_place(noun) or noun.lower in {"capital", "east", "north", "south", "west"}):
        noun = noun.head.head
    verb, end = noun.head, preposition.subtree()[-1].i
    if noun.dep not in SUBJECTS or target is None or not is_verbal(verb) or verb.i < end:
        return
    on = preposition.lower == "on"
    dated = on and target.text in MONTHS and is_finite(verb)
    sort = group_noun(noun.lemma.lower())
    acts = is_name(noun) or is_role(noun) or is_person(noun) or sort not in {None, Sort.THING}
    acts = acts or noun.lemma == "campaign"  # "Lund's campaign on Friday released a list"
    if not acts and (_is_put_off(verb) or any(is_time(w.child("pobj") or w) for w in verb.right)):
        return
    body = acts or sort is not None or (on and not noun.left)
    timed = is_time(target) and target.entity == "DATE" and (preposition.lower in {"in", "on"} or bool(target.left))
    if not (dated or (body and timed)) or noun.subtree()[-1].i != end:
        return
    start = min((w.i for w in verb.left if w.dep in {*AUXILIARIES, "advmod", "neg"} and w.i > noun.i), default=verb.i)
    if dated or (end + 1 == start and target.child("relcl", "acl", "prep", "poss") is None):
        preposition.attach(verb, "prep")  # not "a clerk in her 60s"


def _is_put_off(verb: Word) -> bool:
    return verb.child("auxpass") is not None and verb.lemma in _PUTTING_OFF


_PUTTING_OFF = word_class("verbs of moving a date") | {"abandon", "call", "cancel", "plan", "schedule"}


def not_until(be: Word) -> None:
    """ "It was not until Monday that they were found": they were, and not before."""
    if be.lemma != "be":
        return
    it, no = be.child("nsubj", "expl"), be.child("neg")
    until = next((w for w in be.right if w.lower in {"until", "till"} and w.dep in {"prep", "mark"}), None)
    main = next((w for w in be.right if w.dep in {"ccomp", "advcl", "relcl"} and w.subtree()[0].lower == "that"), None)
    if it is None or it.lower != "it" or no is None or until is None or main is None:
        return
    if main.child(*SUBJECTS) is None or until.i > main.i:
        return
    main.take_place_of(be)
    no.attach(until, "advmod")
    until.attach(main, "prep")
    main.adopt(w for w in be.children if w.dep == "punct")
    be.pos, be.tag = "X", "FW"
    be.attach(main, "dep")


@only_on("time", "while", "moment", "hour", "hours", "day", "days", "minutes", "weeks", "months", "years")
def time_later(time: Word) -> None:
    """ "but a short time later evacuated the mill": no time did so."""
    verb = time.head
    later = next((w for w in (*time.right, *verb.left) if w.lower in {"later", "earlier"}), None)
    if verb.dep == "conj" and later is not None and time.i + 1 == later.i == verb.i - 1:
        time.dep = "npadvmod"
        later.attach(time, "advmod")


@only_on("soon", "late", "early")
def too_soon(state: Word) -> None:
    """ "It is too soon to say": that is how it is, and not when."""
    verb = state.head
    bare = verb.lemma == "be" and state.i > verb.i and verb.child("acomp", "attr") is None
    if bare and state.dep == "advmod" and any(w.lower == "too" for w in state.left):
        state.dep, state.pos, state.tag = "acomp", "ADJ", "JJ"


@only_on("time")
def by_the_time(time: Word) -> None:
    """ "By the time he was twenty he could strip any machine": that is what he could do."""
    opener, verb = time.head, time.head.head
    if opener.lower != "by" or opener.i > verb.i or not is_finite(verb) or time.right:
        return
    behind = [w for part in (verb, *verb.right) for w in part.right if w.dep not in {"prep", "punct"}]
    if verb.dep in {"parataxis", "advcl", "ccomp"}:
        behind = [verb.head]
    main = min((w for w in behind if is_verbal(w) and is_finite(w) and w.i > verb.i), key=lambda w: w.i, default=None)
    if main is None or main.child("nsubj", "nsubjpass") is None or verb.lemma in reporting("verb"):
        return
    if main.holds(verb) or main.left[0].dep not in {"mark", "cc"}:
        if not main.holds(verb):
            main.take_place_of(verb)
        opener.attach(main, "prep")
        verb.attach(time, "relcl")


@only_on("in", "over")
def over_days(particle: Word) -> None:
    """ "which strikers tried to block over the last five days": so long, and they blocked over nothing."""
    verb = particle.head
    days = next((w for w in verb.right if w.dep == "dobj" and w.i > particle.i and is_time(w)), None)
    if particle.dep != "prt" or days is None or days.subtree()[0].i != particle.i + 1:
        return
    if any(w.lower in {"coming", "last", "next", "past"} for w in days.left):
        particle.dep, particle.tag = "prep", "IN"
        days.attach(particle, "pobj")


_MONTHS = MONTHS | set(month_abbr) - {""}


def day_of_month(month: Word) -> None:
    """ "died 17 May 2024": nobody died 17."""
    day = next((w for w in month.head.children if w.i == month.i - 1 and w.tag == "CD"), None)
    if day is None or month.text.rstrip(".") not in _MONTHS or not day.text.isdigit() or list(day.children):
        return
    if 0 < int(day.text) < 32:
        day.attach(month, "nummod")


def said_then(verb: Word) -> None:
    """ "left, saying at the time he was willing to return": that is what he said, and not when he said it."""
    noun, cue = verb.head, verb.head.head.head
    if noun.lower != "time" or noun.dep != "pobj" or noun.head.lower != "at" or verb.subtree()[0].i != noun.i + 1:
        return
    if verb.child("nsubj", "nsubjpass", "expl") is None or any(w.tag.startswith("W") for w in verb.left):
        return
    if is_verbal(cue) and cue.i < noun.i and cue.lemma in _TOLD and cue.child("ccomp", "xcomp", "dobj") is None:
        verb.attach(cue, "ccomp")


_TOLD = frozenset({"admit", "argue", "claim", "explain", "insist", "say", "state"})


@only_on("over", "under")
def in_under_a_year(over: Word) -> None:
    """ "rose from nothing in under a year": "under" says how long, and "in" governs the year."""
    opener = next((w for w in over.head.right if w.i == over.i - 1 and w.lower == "in" and not w.right), None)
    span = over.child("pobj")
    if opener is not None and span is not None and is_time(span):
        opener.pos, opener.tag = "ADP", "IN"
        span.attach(opener, "pobj")
        over.attach(span, "quantmod")
