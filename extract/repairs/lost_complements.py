"""Complements that the parser attached to the wrong word: "made clear that", "remembered her as blunt"."""

from __future__ import annotations

from extract.claims.nounphrase import is_role
from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    FINITE_TAGS,
    SUBJECTS,
    WEEKDAYS,
    WH_TAGS,
    has_subject,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
)

_SIDES = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")


@only_on(*_SIDES)
def side_behind_hour(side: Word) -> None:
    """ "It struck at 3 a.m. about 40 km north of Tarn": there it struck, and the hour is nowhere."""
    verb = next((w for w in side.ancestors() if is_verbal(w)), None)
    if verb is not None and is_time(side.head) and side.head.i < side.i and side.child("prep") is not None:
        side.attach(verb, "advmod")


@only_on(*_SIDES)
def side_of(side: Word) -> None:
    """ "The quake hit a town north of Lorne": which town, and not where it was hit."""
    verb = side.head
    place = verb.child("dobj")
    of = side.child("prep")
    if place is None or of is None or of.lower != "of" or verb.lemma in _CARRYING:
        return
    if side.dep in {"advmod", "npadvmod"} and side.i == place.subtree()[-1].i + 1:
        side.attach(place, "advmod")


_CARRYING = frozenset({"bring", "carry", "drag", "drive", "fly", "move", "push", "send", "steer", "take", "tow"})


def rowed_past(adverb: Word) -> None:
    """ "He rowed past", "She cut short a visit": no time and no manner, but part of what they did."""
    verb = adverb.head
    beside = adverb.i == verb.i + 1 and not adverb.right
    up = verb.lemma == "come" and adverb.lower == "short" and [w.lower for w in verb.right[:1]] == ["up"]
    if (up and adverb.i == verb.i + 2 and not adverb.right) or (
        beside and adverb.lower == "short" and verb.lemma == "fall"
    ):
        adverb.dep = "prt"
    if beside and (adverb.lower == "past" or (adverb.lower == "short" and verb.lemma in {"cut", "stop"})):
        adverb.dep = "prt"


@only_on("under")
def under_way(opener: Word) -> None:
    """ "Repairs are under way off Norland": they are in no way."""
    way, verb = opener.child("pobj"), opener.head
    if way is not None and way.lower == "way" and not (way.left or way.right) and verb.lemma in {"be", "get"}:
        opener.dep = "prt"
        way.attach(verb, "prt")


_HARD = frozenset({"bad", "difficult", "easy", "fun", "good", "great", "hard", "rough", "terrible", "tough", "trying"})
_TROUBLE = frozenset({"business", "difficulties", "difficulty", "fun", "luck", "problem", "problems", "trouble"})


def hard_time(gerund: Word) -> None:
    """ "She had a hard time finding it", "In many cases finding none": she tried it, and no time or case did."""
    noun = gerund.head
    opener = noun.head
    if gerund.tag == "VBG" and noun.lower in {"cases", "instances"} and opener.lower == "in" and is_verbal(opener.head):
        gerund.attach(opener.head, "advcl")
        opener.attach(gerund, "prep")
        return
    hard = noun.lower in _TROUBLE or (noun.lower == "time" and any(w.lower in _HARD for w in noun.left))
    if gerund.tag == "VBG" and hard and noun.dep == "dobj" and noun.head.lemma == "have" and gerund.i > noun.i:
        gerund.attach(noun.head, "xcomp")


def as_it_is_known(verb: Word) -> None:
    """ "The plan would end farming as we know it and cut aid": not all farming ends, and the plan cuts aid."""
    mark, known = verb.child("mark"), verb.child("dobj")
    noun = next((w for w in verb.head.right if w.dep in {"dobj", "nsubjpass"} and w.i < verb.i), None)
    if verb.lemma != "know" or mark is None or mark.lower != "as" or noun is None or known is None:
        return
    if known.lower in {"it", "them"} and noun.subtree()[-1].i == mark.i - 1:
        main = verb.head
        verb.attach(noun, "relcl")
        for word in [w for w in verb.right if w.dep in {"cc", "conj"} and w.child(*SUBJECTS) is None]:
            word.attach(main, word.dep)
            word.tag = "VB" if word.dep == "conj" and word.tag == "VBP" and main.tag == "VB" else word.tag


def behind_copula(noun: Word) -> None:
    """ "So far, the only clerk in the race is Mr. Holm": a second subject behind "is" says who it is."""
    verb = noun.head
    if verb.lemma != "be" or noun.i < verb.i:
        return
    first = next((w for w in verb.left if w.dep == "nsubj"), None)
    if first is None or first.tag[0] == "W" or not is_finite(verb):
        return
    if verb.child("attr", "acomp") is None and is_nominal(noun):
        noun.dep = "attr"


_PROOF = frozenset({"proof", "evidence", "indication", "suggestion", "sign"})


def content_of_proof(verb: Word) -> None:
    """ "There was no proof it had left the country": what would have to be proved, and nothing that it left."""
    subject = verb.child(*SUBJECTS)
    whole = verb.child("dobj", "attr", "acomp", "auxpass", "ccomp") is not None
    if verb.head.lemma not in _PROOF or subject is None or not whole or not is_finite(verb):
        return
    if subject.subtree()[0].i == verb.head.i + 1 and subject.tag not in {"WDT", "WP"} and subject.lower != "that":
        verb.dep = "acl"


@only_with("that")
def idea_that(verb: Word) -> None:
    """ "The idea that he served in Lorne is odd": he did not serve an idea."""
    that = verb.left[0] if verb.left else verb
    beside = next((w for w in verb.right if w.i == verb.i + 1 and w.dep == "prep"), None)
    if verb.head.lemma not in _IDEAS or that.lower != "that" or that.dep != "dobj" or beside is None:
        return
    if beside.child("pobj") is not None and verb.lemma not in entries("needing_objects") | _HAVING_IDEAS:
        that.tag, that.dep = "IN", "mark"
        verb.dep = "acl"


_IDEAS = _PROOF | {"belief", "claim", "idea", "notion", "rumor", "rumour", "theory"}
_HAVING_IDEAS = frozenset(
    {"borrow", "copy", "develop", "discuss", "float", "hold", "learn", "pitch", "push", "spread", "state", "steal"}
    | {"test"}
)


@only_on("certain", "clear", "plain", "sure")
def make_sure(sure: Word) -> None:
    """ "They make sure clerks know the rules", "They made clear that trade was on their mind": it is not clear."""
    content = sure.head if sure.dep == "acomp" else sure.head.head
    made = content.head
    if content.dep != "ccomp" or made.lemma != "make" or sure.i != made.i + 1:
        return
    if sure.dep == "acomp" or sure.head.dep in SUBJECTS:
        sure.attach(made, "acomp")
        content.attach(sure, "ccomp")


@only_with("showing")
def shown_doing(gerund: Word) -> None:
    """ "cited polls showing Lund leading in the north": that he leads is what they show."""
    above = gerund.head
    acts = (above.head,) if above.dep == "dobj" else above.right
    show = next((w for w in acts if w.lower == "showing" and w.i < gerund.i), None)
    who = show.child("dobj") if show is not None else None
    if show is None or who is None or gerund.tag != "VBG" or gerund.child(*SUBJECTS, "aux") is not None:
        return
    phrase = [w.i for w in who.subtree() if not gerund.holds(w)]
    if who.child("conj") is None and phrase[-1] == gerund.subtree()[0].i - 1:
        gerund.attach(show, "ccomp")
        who.attach(gerund, "nsubj")


PERCEIVING = frozenset({"hear", "see", "watch"})


def beside_verb(adverb: Word) -> None:
    """ "Reed afterward struck a friendly tone": no part of who did."""
    noun = adverb.head
    verb = noun.head
    hard = noun.dep == "advmod" and (noun.lower == "hard" or noun.lower.endswith("ly")) and verb.pos == "VERB"
    if adverb.lower in _BACK and adverb.i == verb.i + 1 == noun.i - 1 and hard:
        adverb.attach(verb, "prt")  # "She pushed back hard on the claims"
    if noun.dep not in {"nsubj", "nsubjpass"} or not noun.i < adverb.i < verb.i or adverb.left or adverb.right:
        return
    free = adverb.lower in _FREE or (adverb.lower.endswith("ly") and adverb.lower != "only")
    if free and adverb.i + 1 in {w.i for w in (verb, *verb.left)}:
        adverb.attach(verb, "advmod")


_BACK = frozenset({"ahead", "away", "back", "down", "off", "out", "up"})
_FREE = frozenset(
    {"afterward", "afterwards", "already", "also", "later", "never", "now", "often", "once", "soon", "then", "twice"}
)


def perceived(verb: Word) -> None:
    """ "The man who saw his aunt fall said so": of the two it is the second that he did."""
    subject = verb.child("nsubj") if verb.tag in {"VB", "NN"} else None
    clause = None if subject is None else subject.child("relcl", "acl")
    if clause is None or clause.lemma not in PERCEIVING or verb.child(*AUXILIARIES) is not None:
        return
    noun = clause.child("dobj")
    near = (verb.head, *verb.right, *(w for w in verb.head.right if w.dep == verb.dep))
    finite = [w for w in near if w.i > verb.i and (w.tag in {"VBD", "VBZ"} or (w.tag == "VBN" and is_finite(w)))]
    main = next((w for w in finite if w.child("mark") is None and w.child(*SUBJECTS) in {None, verb}), None)
    if noun is None or main is None or subject is None or noun.subtree()[-1].i + 1 != verb.i:
        return
    if main is not verb.head:
        main.take_place_of(verb)
    main.adopt(w for w in (*verb.left, *verb.right) if w.i > main.i or w.i < noun.i)
    verb.attach(clause, "ccomp", "VB")
    noun.attach(verb, "nsubj")


def called_a_mistake(noun: Word) -> None:
    """ "a pact that he called a mistake": the pact is what is called so. But: "the board that elected a chairman".

    "called his offer a non-starter": the offer has no second name.
    """
    verb = noun.head
    if noun.dep == "appos":
        before = verb.subtree(lambda w: w is noun)[-1]
        beside = before.text[-1].isalnum() and noun.subtree()[0].i == before.i + 1
        if verb.dep == "dobj" and verb.head.lemma in _NAMING and beside:
            noun.attach(verb.head, "oprd")
        return
    who = verb.child("nsubj")
    if who is None or who.tag in WH_TAGS:
        return
    described = noun.left and noun.left[0].lower in {"a", "an", "the"} and noun.i > verb.i
    if verb.dep == "relcl" and verb.lemma in _NAMING and described and verb.child("oprd") is None:
        noun.dep = "oprd"


_NAMING = frozenset(
    {"brand", "call", "consider", "declare", "deem", "dub", "elect", "label", "name", "nickname", "proclaim"}
)


def behind_as(noun: Word) -> None:
    """ "The gang claims as its turf the old harbour": the harbour is what it claims."""
    turf = noun.head
    opener = turf.head
    if turf.dep != "pobj" or opener.lower != "as" or not is_verbal(opener.head) or opener.i != opener.head.i + 1:
        return
    verb = opener.head
    first = noun.subtree()[0]
    if verb.child("dobj", "auxpass") is not None or first.i != turf.i + 1 or first is noun:
        return
    noun.attach(verb, "dobj")


_CHARGED = frozenset({"accuse", "acquit", "clear", "convict", "suspect"})


@only_on("of")
def charged_of(preposition: Word) -> None:
    """ "He was convicted in May of three counts of theft", "died last week of fever": May, the week are of nothing."""
    day, of_what = preposition.head, preposition.child("pobj", "pcomp")
    if day.head.dep == "agent" and day.head.head.lemma in _CHARGED:
        preposition.attach(day.head.head, "prep")  # "accused by critics of lying"
        return
    if not is_time(day) or of_what is None or is_time(of_what):
        return
    known = day.lower in WEEKDAYS or any(w.lower in {"last", "this", "next"} for w in day.left)
    known = known and not any(w.lower in {"the", "a"} for w in day.left)
    verb = day.head.head if day.dep == "pobj" and day.head.dep == "prep" else day.head
    if day.dep in {"pobj", "npadvmod"} and is_verbal(verb) and (known or verb.lemma in _CHARGED):
        start = (day if day.dep == "npadvmod" else day.head).subtree()[0].i
        last = next((w for w in verb.subtree() if w.i == start - 1), verb)
        charged = verb.lemma in _CHARGED or last.dep not in {"dobj", "pobj"}  # "led to the passage Monday of a bill"
        guilty = next((w for w in verb.right if w.dep in {"oprd", "acomp"} and w.i < day.i), verb)
        preposition.attach(guilty if charged else last, "prep")


@only_on("with", "in", "on")
def charged_as(preposition: Word) -> None:
    """ "She was charged as an adult with theft", "came as a clerk in 1996": no adult with theft, no clerk in 1996."""
    role, target = preposition.head, preposition.child("pobj")
    verb = role.head.head
    if role.dep != "pobj" or role.head.lower != "as" or target is None or not is_verbal(verb):
        return
    dated = target.entity == "DATE" and is_role(role) and role.right[-1] is preposition
    if dated or (preposition.lower == "with" and verb.lemma == "charge"):
        preposition.attach(verb, "prep")


@only_on("captive", "hostage", "prisoner")
def taken_hostage(hostage: Word) -> None:
    """ "He took two guards hostage on Monday": he took them so, and they hostage nobody."""
    verb, guard = hostage.head, hostage.child("nsubj")
    if verb.lemma not in {"hold", "keep", "take"} or hostage.dep not in {"advcl", "ccomp"}:
        return
    for word in list(hostage.children):
        word.attach(verb, "dobj" if word is guard else word.dep)
    hostage.pos, hostage.tag, hostage.dep = "NOUN", "NN", "oprd"


def after_particle(verb: Word) -> None:
    """ "Lund would not rule out running": what he ruled out is running."""
    particle = next((w for w in verb.head.right if w.dep == "prt"), None)
    if particle is not None and verb.tag == "VBG" and verb.i == particle.i + 1 and verb.child("nsubj") is None:
        verb.dep = "xcomp"


@only_on("on")
def day_of_deed(on: Word) -> None:
    """ "Norland summoned the ambassador on Monday to protest": it did so then, and he is no ambassador of a day."""
    whom, day = on.head, on.child("pobj")
    if whom.dep == "dobj" and on.i == whom.i + 1 and is_person(whom) and day is not None and day.lower in WEEKDAYS:
        on.attach(whom.head, "prep")


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


def past_direction(preposition: Word) -> None:
    """ "The minister shied away from debate": `from` hangs on the verb that "away" belongs to."""
    adverb = preposition.head
    if adverb.dep not in {"advmod", "prt"} or adverb.lower not in entries("direction_adverbs"):
        return
    if adverb.head.pos == "VERB" and preposition.i == adverb.i + 1 == adverb.head.i + 2:
        preposition.attach(adverb.head, "prep")


@only_with("at")
def place_between(tree: Tree) -> None:
    """ "joined a march to honour a doctor at Union Square in Oslo on Monday": where and when go together.

    The time hangs on the main verb, so the place right before it cannot be shut up in the purpose. Few sentences are
    built so, but the article that users start from has one.
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


def remembered_as(adjective: Word) -> None:
    """ "They remembered her as blunt and funny": that is how, and belongs to the verb."""
    as_ = adjective.head
    if as_.dep == "prep" and as_.lower == "as" and adjective.pos == "ADJ" and as_.head.child("dobj") is not None:
        adjective.dep = "pobj"


OBVIOUS = frozenset({"certain", "clear", "explicit", "known", "obvious", "plain", "public", "sure"})


@only_on(*OBVIOUS)
def made_clear(adjective: Word) -> None:
    """ "Reed made clear that he would go": what she made clear is all of it."""
    verb = adjective.head
    if verb.lemma != "make" or adjective.i < verb.i or verb.child("dobj", "auxpass"):
        return
    if adjective.child(*SUBJECTS, "ccomp") is not None:
        return
    content = next((w for w in verb.right if w.dep in {"ccomp", "advcl"} and w.i > adjective.i), None)
    if content is None or not is_verbal(content) or not is_finite(content) or not has_subject(content):
        return
    first = content.subtree()[0]
    if first.i == adjective.i + 1 and (first.lower in {"that", "how", "why"} or first.tag != "IN"):
        adjective.dep = "acomp"
        content.attach(adjective, "ccomp")


@only_on("from")
def beside_value(preposition: Word) -> None:
    """ "stole gems valued at 3 million crowns from a shop": they stole them there, and no crowns are from it."""
    amount = preposition.head
    valued = amount.head.head
    verb = next((w for w in valued.ancestors() if is_verbal(w)), None)
    counted = amount.child("nummod") is not None or amount.entity == "MONEY"
    if amount.dep == "pobj" and counted and valued.dep == "acl" and valued.lemma in _VALUED and verb is not None:
        preposition.attach(verb, "prep")


_VALUED = frozenset({"appraise", "estimate", "insure", "price", "value"})


def spent_doing(gerund: Word) -> None:
    """ "She spent much of her twenties drawing shelters": she drew them."""
    time = gerund.head
    if gerund.tag != "VBG" or gerund.i != time.i + 1 or time.dep not in {"pobj", "dobj"}:
        return
    verb = next((w for w in gerund.ancestors() if is_verbal(w)), None)
    if verb is not None and verb.lemma == "spend" and not is_person(time):
        gerund.attach(verb, "xcomp")


#: Verbs with an "as" of their own: "the man known as Blade", "a clerk employed as a driver", "who posed as Ada Lund".
_AS_VERBS = frozenset(
    {"act", "appear", "bear", "describe", "disguise", "dress", "employ", "grow", "hire", "identify", "intend", "know"}
    | {"masquerade", "perform", "pose", "register", "release", "see", "sell", "serve", "sign", "use", "view", "work"}
)
_IDENTIFYING = frozenset({"describe", "identify", "name", "portray", "recognise", "recognize"})


@only_on("as")
def identified_as(preposition: Word) -> None:
    """ "Police named the man shot in Tarn as Karl Brandt", "the man who died in a fire there": he was not shot as that.

    A clause that is longer than its participle keeps all but names of people: "named a man who served as mayor".
    """
    clause = next((w for w in preposition.ancestors() if w.dep in {"acl", "ccomp", "relcl"}), preposition)
    verb = clause.head.head if clause.dep in {"acl", "relcl"} else clause.head
    who, bare = preposition.child("pobj"), preposition.head is clause and clause.tag == "VBN" and clause.dep != "relcl"
    if verb.lemma not in _IDENTIFYING or who is None or preposition.i < clause.i or clause.child("mark") is not None:
        return
    if preposition.head.lemma in _AS_VERBS or not (bare or who.pos == "PROPN"):
        return
    if clause.child(*AUXILIARIES) is not None and clause.dep != "relcl":
        return
    man = clause.child("nsubj") if clause.dep == "ccomp" and bare else None
    if man is not None:
        man.attach(verb, "dobj")
        clause.attach(man, "acl")
    if clause.dep in {"acl", "relcl"} and clause.head.dep == "dobj":
        preposition.attach(verb, "prep")
