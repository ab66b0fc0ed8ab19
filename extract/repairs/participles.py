"""Participles on the wrong noun: what was driven, filmed, imposed or named is told by the sense of the words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from extract.claims.nounphrase import is_name
from extract.claims.roles import is_person, is_place
from extract.english.persons import Sort, group_noun
from extract.english.wordlists import entries
from extract.repairs.antecedents import EVENT_ENDINGS, HARMING, is_plural, thing_beside
from extract.repairs.conjoined import WITH_TWO
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    BREAKS,
    DASHES,
    NOUN_TAGS,
    NOUNS,
    PAST_TAGS,
    SUBJECTS,
    behind_comma,
    has_subject,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    subject_label,
)


@only_with("with")
def with_somebody(participle: Word) -> None:
    """ "They fumed, with their leader, R-Tarn, prodding the speaker": the leader did."""
    verb = participle.head
    before = [w for w in verb.right if w.dep == "prep" and w.lower == "with" and w.i < participle.i]
    somebody = before[-1].child("pobj") if before else None
    if participle.tag != "VBG" or somebody is None or participle.child(*SUBJECTS, *AUXILIARIES, "mark") is not None:
        return
    gap = participle.subtree()[0].i - before[-1].subtree()[-1].i
    aside = somebody.child("appos") is not None and gap == 2
    if (is_person(somebody) or somebody.pos == "PROPN") and (gap == 1 or aside):
        participle.attach(before[-1], "pcomp")
        somebody.attach(participle, "nsubj")


@only_with("of")
def depicted(participle: Word) -> None:
    """ "The magazine ran an image of Catherine, the duchess, walking beside Ada Holt": she walks, and no image."""
    above = participle.head
    picture = participle.child("nsubj") or (above.child("dobj") if is_verbal(above) else above)
    of = picture.child("prep") if picture is not None and picture.lemma in _PICTURES else None
    somebody = of.child("pobj") if of is not None and of.lower == "of" else None
    if picture is None or somebody is None or participle.tag != "VBG" or participle.lemma in {*_OF_PICTURES, "use"}:
        return
    if participle.child(*AUXILIARIES, "mark") is not None or participle.child(*SUBJECTS) not in {None, picture}:
        return
    gap = participle.i - somebody.subtree(lambda w: w is participle)[-1].i
    whom = is_person(somebody) or somebody.pos in {"PRON", "PROPN"}
    if gap == 2 if somebody.child("appos") is not None else whom and gap == 1:
        if picture.head is participle:
            picture.attach(above, "dobj")
        participle.attach(somebody, "acl")


def beside_verb(participle: Word) -> None:
    """ "The lorry overturned, blocking two lanes": the lorry does, and no overturning."""
    if participle.tag == "VBG" and participle.head.is_root and is_finite(participle.head):
        participle.dep = "advcl"


def also_doing(participle: Word) -> None:
    """ "Lund, now 71 and living in a flat, gets letters": she lives there, and no living gets any."""
    person = participle.head
    aside = next((w for w in person.right if w.dep == "appos" and w.i < participle.i), None)
    joint = aside.child("cc") if aside is not None else None
    if participle.tag != "VBG" or person.dep not in SUBJECTS or joint is None or participle.child("det") is not None:
        return
    if joint.i == participle.subtree()[0].i - 1:
        participle.dep = "acl"


#: What pictures do, and nobody in them.
_OF_PICTURES = frozenset(
    {"appear", "circulate", "depict", "emerge", "feature", "go", "hang", "make", "show", "surface"}
)
_PICTURES = frozenset(
    {"drawing", "footage", "image", "painting", "photo", "photograph", "picture", "portrait", "video"}
)


def on_noun(verb: Word) -> None:
    """ "Sales fell in May, driven by the storm": a month is not driven. "The number of people killed": people are."""
    noun = verb.head
    of = noun.child("prep")
    counted = of.child("pobj") if of is not None and of.lower == "of" else None
    if counted is not None and counted.i == verb.i - 1 and is_plural(counted) and noun.lower == "number":
        verb.attach(counted, "acl")
        return
    thing = thing_beside(verb, verb.left[0] if verb.left else verb) or _document(verb, noun) or _letter(verb, noun)
    thing = thing or _whole(verb, noun) or _burden(verb, noun) or _suspect(verb, noun) or _harm_there(verb, noun)
    if thing is not None:
        verb.attach(thing, "advcl" if is_verbal(thing) else "acl")
        return
    if not is_time(noun) and (noun.dep != "pobj" or verb.lemma not in _DRIVING):
        return
    start = verb.subtree()[0].i
    comma = any(w.text == "," and w.i == start - 1 for w in noun.root.subtree())
    if not comma and not any(w.dep == "punct" and w.i < verb.i for w in (*noun.right, *verb.left)):
        return
    above = next((w for w in noun.ancestors() if is_verbal(w)), None)
    finite = any(w.dep in AUXILIARIES and w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in verb.left)
    if not is_time(noun) and (not comma or verb.child("agent") is None or above is None or not _moves_itself(above)):
        return
    if above is not None and verb.tag in {"VBN", "VBG"} and not finite:
        verb.attach(above, "advcl")


def _whole(verb: Word, noun: Word) -> Word | None:
    """ "a maker of drugs incorporated in Norland": the maker is, and no drugs are.

    "The cost of fuel combined with high taxes forced it to close": the cost is combined, and no fuel.
    """
    firm = noun.head.head
    if noun.dep != "pobj" or noun.head.lower != "of":
        return None
    if verb.lemma in {"combine", "couple"}:
        return firm if is_nominal(firm) else None
    if verb.lemma not in _OF_FIRMS or noun.pos != "NOUN":
        return None
    own = firm.tag == "NN" and (is_person(firm) or group_noun(firm.lemma) is Sort.BODY or firm.lower == "chain")
    body = is_person(noun) or group_noun(noun.lemma) is Sort.BODY
    return firm if own and not body and not behind_comma(verb) else None


def _burden(verb: Word, noun: Word) -> Word | None:
    """ "the tariffs on billions of goods imposed in May": tariffs are imposed, and no goods."""
    if verb.lemma not in {"impose", "levy"} or noun.lemma in _BURDENS:
        return None
    return next((w for w in _things_above(noun) if w.lemma in _BURDENS), None)


def _suspect(verb: Word, noun: Word) -> Word | None:
    """ "a suspect in the bombings identified as Ada Roth": the suspect is, and no bombings."""
    as_ = next((w for w in verb.right if w.lower == "as"), verb)
    name = as_.child("pobj")
    if verb.lemma not in {"identify", "name"} or name is None or noun.dep != "pobj" or is_person(noun):
        return None
    named = name.entity == "PERSON" and not any(w.dep == "det" for w in name.left)
    above = next(_things_above(noun), noun)
    return above if named and is_person(above) else None


def _things_above(noun: Word) -> Iterator[Word]:
    """The nouns above, and what verbs above have for their objects."""
    above = (w.child("dobj") if is_verbal(w) else w for w in noun.ancestors())
    return (w for w in above if w is not None and is_nominal(w) and w.i < noun.i)


_BURDENS = frozenset(
    {"ban", "curb", "curfew", "duty", "embargo", "fee", "fine", "levy", "limit", "penalty", "restriction", "rule"}
    | {"sanction", "sentence", "surcharge", "tariff", "tax", "term"}
)
_OF_FIRMS = frozenset({"establish", "found", "headquarter", "incorporate", "list"})


def _moves_itself(verb: Word) -> bool:
    """Sales climbed past a million; nobody raised them, and it was no person in a car."""
    subject = verb.child("nsubj")
    return subject is not None and subject.tag in {"NN", "NNS"} and not is_person(subject) and not verb.child("dobj")


#: What makes things rise or fall: "Sales climbed past a million, driven by young buyers".
_DRIVING = frozenset({"boost", "buoy", "drive", "fuel", "propel", "spur"})


def _document(verb: Word, noun: Word) -> Word | None:
    """ "a letter to the firm, seen by the Courier": the letter was seen."""
    agent = verb.child("agent")
    reader = agent.child("pobj") if agent is not None else None
    if verb.lemma not in {"obtain", "review", "see", "verify"} or reader is None:
        return None
    if not is_person(noun) and Sort.BODY not in {group_noun(w.lemma.lower()) for w in (noun, reader)}:
        return None
    top = noun
    while top.dep == "pobj" and is_nominal(top.head.head):
        top = top.head.head
    return top if top is not noun and not is_person(top) else None


def _harm_there(verb: Word, noun: Word) -> Word | None:
    """ "It crashed in a village killing ten": no village kills. "He believes in a god killing sinners": the god does.

    "A man was shot in a bar killing him": he did not do it.
    """
    harmed, above = verb.child("dobj"), noun.head.head
    if verb.tag != "VBG" or verb.lemma not in HARMING or harmed is None or harmed.tag == "PRP":
        return None
    if noun.dep != "pobj" or noun.head.lower not in _WHERE_HARMED or is_person(noun):
        return None
    does = above.lemma not in {"be", "live", "work"} if is_verbal(above) else above.lower.endswith(EVENT_ENDINGS)
    struck = {w.lemma for w in (above, above.child("dobj")) if w is not None} & (entries("disasters") | _STRIKING)
    return above if struck or (does and is_place(noun)) else None


_STRIKING = frozenset({"collide", "detonate", "drive", "explode", "fall", "plough", "plow", "raid", "ram", "slam"})
_WHERE_HARMED = frozenset({"at", "in", "inside", "into", "near", "on", "onto", "outside", "through"})


def _letter(verb: Word, noun: Word) -> Word | None:
    """ "They sent a letter to the mayors opposing the plan": the letter opposes it, not who reads it."""
    known = WRITTEN if verb.tag == "VBG" else {"address", "date", "sign"}
    if verb.lemma not in known or noun.dep != "pobj" or noun.head.lower != "to":
        return None
    above = noun.head.head
    paper = above if is_nominal(above) else above.child("dobj")
    return paper if paper is not None and paper.lemma in LETTERS else None


LETTERS = frozenset({"email", "e-mail", "letter", "mail", "memo", "message", "note", "petition"})
WRITTEN = frozenset(
    {"accuse", "ask", "call", "claim", "complain", "demand", "explain", "express", "invite", "oppose", "protest"}
    | {"request", "say", "urge", "warn"}
)


def named_beside(verb: Word) -> None:
    """ "He paid a visit to the old jail, dubbed the Red House": the jail is called so, and not he."""
    if verb.tag not in {"VBN", "VBD"} or verb.lemma not in _NAMING or verb.head.i > verb.i:
        return
    if verb.child("oprd") is None or verb.child(*AUXILIARIES, "nsubj", "nsubjpass", "mark", "dobj") is not None:
        return
    first = verb.subtree()[0].i
    above = verb.head.subtree(lambda w: w is verb)
    near = {w.i: w for w in above if first - 3 < w.i < first}
    comma, noun = near.get(first - 1), near.get(first - 2)
    if comma is None or noun is None or comma.text not in BREAKS or noun.pos not in NOUNS:
        return
    noun.hang(punct=comma, acl=verb)
    verb.tag = "VBN"


@only_on("known")
def also_known_as(known: Word) -> None:
    """ "The vote in Ostmark, also known as Marland, was late": the country is called so, and not the vote."""
    also, above = known.subtree()[0], known.head
    alias = next((w.child("pobj") for w in known.right if w.lower == "as"), None)
    between = [w for w in above.subtree() if above.i < w.i < also.i]
    if also.lower != "also" or alias is None or len(between) < 2 or is_name(above) or is_person(above):
        return
    name, comma = between[-2:]
    if [w for w in between if w.text == ","] == [comma] and is_name(name) and name.entity == alias.entity:
        name.hang(punct=comma, acl=known)


_NAMING = frozenset(
    {"call", "christen", "code", "codename", "dub", "label", "name", "nickname", "rename", "style", "term"}
)


def described_as(participle: Word) -> None:
    """ "Critics described the plans as rushed and costly", "described him as calm": that is what they called them."""
    verb = participle.head
    as_ = next((w for w in participle.left if w.lower == "as" and w.dep in {"advmod", "mark"}), None)
    thing = verb.child("dobj")
    again = any(w.lower == "as" for w in participle.right)  # "as calm as ever"
    if participle.tag not in {"VBN", "JJ"} or again or as_ is None or thing is None:
        return
    if verb.lemma not in entries("as_verbs") | {"describe"}:
        return
    if participle.child(*SUBJECTS, *AUXILIARIES, "dobj", "agent") is None and as_.i > thing.i:
        participle.retag("JJ")
        as_.attach(verb, "prep")
        participle.attach(as_, "amod")


def aware_of_somebody(participle: Word) -> None:
    """ "I am not aware of anyone having seen it", "proud of her brother winning": they do so, and not who is aware."""
    adjective = participle.head.child("acomp")
    if participle.tag not in {"VBG", "VBN"} or adjective is None or adjective.lemma not in _AWARE:
        return
    of = next((w for w in adjective.right if w.dep == "prep" and w.lower == "of"), None)
    noun = of.child("pobj") if of is not None else None
    having = participle.tag == "VBG" or any(w.lower == "having" for w in participle.left)
    if noun is not None and having and participle.child("mark", *SUBJECTS) is None and participle.i > noun.i:
        participle.attach(noun, "acl")


_AWARE = frozenset({"ashamed", "aware", "conscious", "critical", "fond", "jealous", "proud", "sick", "tired", "wary"})


def told_of_subject(verb: Word) -> None:
    """ "Clerks, told that it was shut, went home": no comma parts a subject from its verb, so they were told."""
    subject = verb.child("nsubj")
    main = next((w for w in verb.right if w.dep == "conj" and is_finite(w)), None)
    if subject is None or main is None or verb.lemma not in entries("telling_verbs") or verb.lemma == "convince":
        return
    if verb.tag not in PAST_TAGS or verb.child(*AUXILIARIES, "dobj", "dative", "cc") is not None:
        return
    commas = {w.i for w in (*subject.right, *verb.children, *main.left) if w.text == ","}
    if subject.i != verb.i - 2 or not {verb.i - 1, main.subtree()[0].i - 1} <= commas:
        return
    if not has_subject(main):
        main.take_place_of(verb)
        verb.tag = "VBN"
        subject.attach(main, subject_label(main))
        verb.attach(subject, "acl")


def before_subject(participle: Word) -> None:
    """ "Posted by the firm, the port of the game is slow": not that it was posted is."""
    verb = participle.head
    if participle.tag != "VBN" or participle.child(*SUBJECTS, *AUXILIARIES) is not None:
        return
    if verb.child("nsubj", "nsubjpass") is not None:
        participle.attach(verb, "advcl")
        return
    last = next((w for w in participle.subtree() if w.dep == "appos" and any(c.dep == "det" for c in w.left)), None)
    if last is not None and behind_comma(last.subtree()[0]) and participle.subtree()[-1] is last.subtree()[-1]:
        last.attach(verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")
        participle.attach(verb, "advcl")


@only_on("featuring", "including", "starring")
def starring_somebody(participle: Word) -> None:
    """ "a clip featuring actor Tom Holt": he is in it, and is no featuring actor."""
    name = participle.head
    while name.dep == "compound":
        name = name.head
    noun = next((w for w in name.head.subtree() if w.i == participle.i - 1), None)
    if participle.dep != "amod" or name.pos != "PROPN" or noun is None or not is_nominal(noun):
        return
    if name.subtree()[0] is participle and not name.holds(noun):
        participle.attach(noun, "acl")
        if noun.head is name:
            noun.take_place_of(name)
        name.attach(participle, "dobj")


def participle_beside_noun(verb: Word) -> None:
    """ "Combined with the money in a law passed on Thursday, it is enough": the law was passed.

    "The party lost among the voters living in Oslo": what stands behind "among" is told apart by it. "They paid tribute
    to a nurse feared dead": she was. "It sued on behalf of 300 teachers denied overtime pay": they were denied it.
    """
    apart, given = verb.dep == "acl", verb.tag != "VBG" and verb.child("dobj") is not None
    above = verb.head.head if apart else verb.head
    if verb.tag not in {"VBN", "VBD", "VBG"} or verb.left or verb.i < above.i:
        return
    if (given and (apart or verb.lemma not in WITH_TWO)) or (verb.dep == "conj" and not given):
        return
    before = next((w for w in above.subtree() if w.i == verb.i - 1), None)
    if before is None or before.tag not in NOUN_TAGS or is_time(before) or verb.holds(before):
        return
    if apart and (verb.head.holds(before) or verb.head.left or verb.head.dep != "dobj" or verb.head.tag != "NN"):
        return
    if given:
        joined = any(w.dep == "cc" and w.i < verb.i for w in above.right)
        known = is_person(before) and before.dep in {"pobj", "dobj"} and not joined
    else:
        among = before.tag == "NNS" and any(w.lower in {"among", "amongst"} for w in _openers(before))
        known = before.pos == "NOUN" and (apart or verb.tag != "VBG" or among)
    if known:
        verb.tag = "VBN" if verb.tag == "VBD" else verb.tag
        verb.attach(before, "acl")


def _openers(noun: Word) -> Iterator[Word]:
    """The prepositions above a noun, up to the verb."""
    above = takewhile(lambda w: not is_verbal(w), noun.ancestors())
    return (w for w in above if w.dep == "prep")


@only_with("with")
def with_somebody_doing(participle: Word) -> None:
    """ "Air sank to alarming levels with the agency announcing an emergency": the agency does, and no air."""
    verb = participle.head
    if participle.tag != "VBG":
        return
    noun = next((w for w in verb.subtree() if w.i == participle.i - 1), None)
    above = None if noun is None else noun.head
    if noun is None or above is None or noun.dep != "pobj" or above.lower != "with":
        return
    actor = is_person(noun) or noun.entity in {"ORG", "PERSON", "GPE"} or group_noun(noun.lemma) is Sort.BODY
    if actor and above.head.dep == "pobj" and participle.child(*SUBJECTS, *AUXILIARIES, "mark", "advmod") is None:
        above.attach(verb, "prep")
        participle.attach(above, "pcomp")
        noun.attach(participle, "nsubj")


@only_with("-", "–", "—")
def kind_behind_dash(told: Word) -> None:
    """ "The fever is caused by a germ - a bug found in rats": what is behind the dash tells what the germ is."""
    found = told.head
    kind, dash = found.child("nsubj", "nsubjpass"), next((w for w in found.left if w.text in DASHES), None)
    if found.tag != "VBN" or kind is None or dash is None or told.i > dash.i or found.child(*AUXILIARIES, "dobj"):
        return
    noun = next((w for w in told.subtree() if w.i == dash.i - 1 and w.pos == "NOUN"), None)
    if noun is not None and kind.subtree()[0].i == dash.i + 1 and kind.subtree()[0].lower in {"a", "an"}:
        told.take_place_of(found)
        told.adopt(w for w in found.right if w.dep == "punct")
        kind.attach(noun, "appos")
        found.attach(kind, "acl")
        dash.attach(noun, "punct")


def fills_post(gerund: Word) -> None:
    """ "The firm appointed Anna Reed to head its unit, succeeding Karl Lund": she does, not the firm."""
    verb = gerund.head
    if gerund.tag != "VBG" or gerund.lemma not in {"replace", "succeed"} or verb.lemma not in _NAMING_TO_POST:
        return
    content = verb.child("ccomp", "oprd")
    person = verb.child("dobj") or (content.child("nsubj") if content is not None else None)
    if person is None or person.i > gerund.i or gerund.child("dobj") is None or gerund.child(*SUBJECTS) is not None:
        return
    if is_person(person) or person.entity == "PERSON":
        gerund.attach(person, "acl")


_NAMING_TO_POST = frozenset({"appoint", "choose", "elect", "hire", "name", "pick", "promote", "select"})
