"""Relative clauses and participles on the wrong noun: number and sense tell which noun they are about."""

from __future__ import annotations

from extract.claims.roles import is_person, is_place
from extract.english.numbers import units
from extract.english.persons import Sort, group_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    FINITE_TAGS,
    NOUNS,
    PLURAL_FORMS,
    SINGULAR_FORMS,
    behind_comma,
    conjuncts,
    has_article,
    is_nominal,
    is_time,
    is_verbal,
)

#: What happens to a person and has consequences.
_DEEDS = frozenset({"arrest", "assassination", "death", "detention", "execution", "murder", "rape", "suicide", "trial"})

#: What is done to things and never to persons.
_OF_THINGS = frozenset(
    {"attend", "build", "close", "construct", "damage", "demolish", "flood", "gut", "manufacture"}
    | {"publish", "rebuild", "renovate", "repair", "wreck", "write"}
)


def past_adjective(verb: Word) -> None:
    """ "an edition available for preorder that includes a case": the edition does, and no preorder."""
    noun, pronoun = verb.head, verb.child("nsubj", "nsubjpass")
    adjective = noun.head.head
    if noun.dep != "pobj" or noun.tag != "NN" or noun.left or pronoun is None or pronoun.tag != "WDT":
        return
    if adjective.pos == "ADJ" and adjective.dep in {"amod", "acl", "relcl"} and adjective.i > adjective.head.i:
        move(verb, adjective.head)


def called_what(verb: Word) -> None:
    """ "matters that towns consider secret": towns consider them so."""
    pronoun = verb.child("nsubj")
    own = [w for w in verb.left if w.dep == "nsubj" and w is not pronoun]
    called = verb.child("oprd", "acomp")
    if pronoun is not None and pronoun.lower in {"that", "which"} and own and called is not None:
        pronoun.tag, pronoun.dep, called.dep = "WDT", "dobj", "oprd"


def nobody_is_which(verb: Word) -> None:
    """ "She voted for Lund, which surprised the party": that she did. "The bill backed by Lund, which": the bill.

    "his contacts with officials, which included lunches": the contacts did.
    """
    person, pronoun = verb.head, verb.child("nsubj")
    if pronoun is None or pronoun.lower != "which" or not behind_comma(pronoun):
        return
    named = person.entity == "PERSON" and not any(w.dep == "det" for w in person.left)
    remark = any(w.dep == "attr" and w.lemma in entries("summing_nouns") for w in verb.right)  # "which is a risk"
    if person.dep not in {"dobj", "pobj"} or not (named or ((remark or person.tag == "NNS") and is_person(person))):
        return
    above = next((w for w in person.ancestors() if w.dep != "acl" and (is_nominal(w) or is_verbal(w))), None)
    if above is not None and not is_person(above):
        verb.attach(above, "advcl" if is_verbal(above) else "relcl")


def denied_which(verb: Word) -> None:
    """ "He was accused of theft by a clerk, which he denies": the theft. "He paid cash, which he denies": that.

    "The firm made an offer, which unions reject": only who denies always means something said.
    """
    which, noun = verb.child("dobj"), verb.head
    if verb.lemma not in _DENYING or which is None or which.lower != "which" or not behind_comma(which):
        return
    cue = next((w for w in noun.ancestors() if is_verbal(w) and w.dep != "pcomp"), None)
    if cue is None or noun.lemma in entries("content_nouns") or noun.dep not in {"dobj", "pobj"}:
        return
    accused = cue.lemma in _ACCUSING and next((w for w in cue.right if w.lower in {"of", "with"}), None)
    deed = accused.child("pcomp", "pobj") if accused else None
    if deed is None and verb.lemma == "deny":
        verb.attach(cue, "relcl")
    elif deed is not None and deed is not noun:
        deed.adopt(w for w in cue.subtree() if w.text == "," and w.i == which.i - 1)
        verb.attach(deed, "relcl")


_DENYING = word_class("denying verbs")
_ACCUSING = word_class("accusing verbs") | {"convict", "suspect"}


def relative_clause(verb: Word) -> None:
    """ "the rise in timber costs, which have hurt builders": what "have" agrees with is "costs".

    "a law passed in 1880, which banned duels": it is no year that banned them.
    """
    noun = verb.head
    pronoun = verb.child("nsubj", "nsubjpass")
    if pronoun is None or pronoun.tag not in {"WDT", "WP"} or not is_nominal(noun) or _of_those(noun, pronoun):
        return
    plural = _is_plural_verb(verb)
    meant = (
        _last_name(noun, pronoun, plural)
        or _there_is_no(noun)
        or _chosen_instead(noun)
        or _deed_above(noun, pronoun)
        or _deed_there(verb, noun)
        or _above_name(noun, pronoun, plural)
        or _whole_name(noun, pronoun)
    )
    if meant is not None:
        move(verb, meant)
    elif (fit := _lasting(verb, noun)) is not None:
        move(verb, fit)
    elif pronoun.lower != "who" and (thing := thing_beside(verb, pronoun)) is not None:
        move(verb, thing)
    elif (person := _person_near(noun, pronoun)) is not None:
        move(verb, person if plural in {None, is_plural(person)} else None)
    elif pronoun.lower == "which" and (firm := _based_there(noun, verb)) is not None:
        move(verb, firm if plural in {None, is_plural(firm)} else _above(firm, plural))
    elif pronoun.lower == "which" and (is_time(noun) or _is_size(noun)):
        move(verb, _above(noun, plural) or _dated(noun, plural))
    elif plural is not None and plural != is_plural(noun) and not (is_time(noun) and pronoun.lower == "who"):
        beside = pronoun.i - 1 == noun.i
        below = _below(noun, verb, plural)
        if below is not None and pronoun.lower == "who" and below.head.lower == "of" and not is_person(noun):
            return  # "the majority of clerks who were hurt"
        fit = below or _above(noun, plural, restrictive=beside)
        move(verb, fit if pronoun.lower != "who" or fit is None or not is_person(noun) or _may_be_who(fit) else None)


def _is_size(noun: Word) -> bool:
    """ "Pipes of ten metres, which carry water": the pipes do."""
    return noun.head.lower == "of" and noun.child("nummod") is not None and noun.lower in units()


def _last_name(noun: Word, pronoun: Word, plural: bool | None) -> Word | None:
    """ "Lund, Berg and Ada Holt, who left early": it is certain of Holt alone. "Lund, 58, a guard, who": Lund."""
    last = conjuncts(noun)[-1]
    if plural or pronoun.lower != "who" or not behind_comma(pronoun):
        return None
    if last is noun:
        return noun.head if noun.dep == "appos" and noun.pos == "NOUN" and noun.head.entity == "PERSON" else None
    several = any(w.lower in {"both", "together"} for w in noun.root.subtree() if w.i > pronoun.i)
    if several or (noun.dep in {"appos", "pobj"} and len(conjuncts(noun)) == 2):
        return None  # "by the brothers Karl and Tom Lund, who had played together"
    return last if noun.pos == last.pos == "PROPN" and last.subtree()[-1].i == pronoun.i - 2 else None


def _there_is_no(noun: Word) -> Word | None:
    """ "There is nothing in the report that proves it", "There was no clause in the deal that allows it": no such thing
    does so, and nobody says that the report or the deal does.
    """
    above = noun.head.head
    thing = above if above.dep == "attr" else above.child("attr")
    if noun.dep != "pobj" or thing is None or thing.head.child("expl") is None or thing.i > noun.i:
        return None
    denied = thing.head.child("neg") is not None or any(w.lower in {"few", "little", "no"} for w in thing.left)
    return thing if thing.lower in _HARDLY_ANY or (denied and noun.head.lower in {"in", "on", "within"}) else None


_HARDLY_ANY = frozenset({"anything", "few", "little", "no-one", "nobody", "none", "nothing", "something"})


def _dated(time: Word, plural: bool | None) -> Word | None:
    """ "A fire broke out on Sunday, which was caused by a lamp": the fire was."""
    main = time.head.head if time.dep == "pobj" else time.head
    things = [w for w in main.children if w.dep in {"dobj", "nsubj", "nsubjpass"} and w.i < time.i and is_nominal(w)]
    fit = [w for w in reversed(things) if plural in {None, is_plural(w)} and not is_person(w) and w.pos != "PROPN"]
    return fit[0] if is_verbal(main) and fit else None


def gap_after_noun(verb: Word) -> None:
    """ "Oil leaked into the river that the city drinks from": "that" is what it drinks from, so the river is."""
    that = next((w for w in verb.left if w.lower == "that"), None) or next(
        (w for c in verb.right if c.dep == "prep" for w in c.left if w.lower == "that"), None
    )
    if that is None or that.dep not in {"dobj", "pobj"} or that.i != verb.subtree()[0].i:
        return
    if verb.head.lemma in reporting("verb"):
        return  # "testified before the court that he paid"
    own = verb.child("nsubj", "nsubjpass")
    noun = next((w for w in verb.head.subtree() if w.i == that.i - 1), None)
    if own is None or own.i < that.i or noun is None or noun.dep != "pobj" or not is_nominal(noun) or is_time(noun):
        return
    that.tag = "WDT"
    verb.attach(noun, "relcl")


def _chosen_instead(noun: Word) -> Word | None:
    """ "It was Ruiz, not the premier, who signed": Ruiz signed."""
    return noun.head if noun.dep in {"appos", "conj"} and _is_denied(noun) else None


def _is_denied(noun: Word) -> bool:
    first = noun.subtree()[0]
    return any(w.lower == "not" for w in (first, *(w for w in noun.head.right if w.i == first.i - 1)))


def _of_those(noun: Word, pronoun: Word) -> bool:
    """ "They want small shops, not big ones that waste space": the big ones do."""
    if noun.dep not in {"appos", "conj"} or behind_comma(pronoun):
        return False
    subject = noun.head.head.child("nsubj") if noun.head.dep == "attr" else None
    return (subject is None or subject.lower != "it") and _is_denied(noun)


def is_plural(noun: Word) -> bool:
    named = noun.tag == "NNPS" and noun.entity == "PERSON"  # "the trial of Ada Timmons, who"
    return (
        (noun.tag in {"NNS", "NNPS"} and not named)
        or any(w.dep == "conj" for w in noun.right)
        or noun.lower in {"those", "these"}
    )


def _is_plural_verb(verb: Word) -> bool | None:
    joined = (w for w in conjuncts(verb)[1:] if w.child("nsubj", "nsubjpass") is None)
    for word in (w for one in (verb, *joined) for w in (*one.having(*AUXILIARIES), one)):
        if word.lower in PLURAL_FORMS or word.tag == "VBP":
            return True
        if word.lower in SINGULAR_FORMS or word.tag == "VBZ":
            return False
        if word.tag == "MD":
            return None
    return None


def _above(noun: Word, plural: bool | None, *, restrictive: bool = False) -> Word | None:
    """The nearest noun above that is no time and agrees."""
    for word in noun.ancestors():
        if word.tag in {"VBD", "VBZ", "VBP", "MD"}:
            return None
        if is_nominal(word) and not is_time(word) and plural in {None, is_plural(word)}:
            return word
        thing = word.child("dobj") if is_verbal(word) and restrictive else None
        if thing is not None and word.i < thing.i < noun.i and plural == is_plural(thing) and not is_time(thing):
            return thing  # "find things in the yard that hurt birds"
    return None


def _person_near(noun: Word, pronoun: Word) -> Word | None:
    if pronoun.lower != "who" or noun.pos not in NOUNS or is_person(noun):
        return None
    if noun.dep == "dobj" and noun.i == pronoun.i - 1 and noun.text[0].isupper():
        return None  # "asked the speaker to expel two MLAs who defected"
    return _name_before(noun, pronoun) or _person_above(noun)


def _person_above(noun: Word) -> Word | None:
    """ "a source close to the talks, who", "She met a man with a beard who": no talks and no beard."""
    for word in noun.ancestors():
        thing = (word.child("dobj") if is_verbal(word) else word) or noun
        if thing.i < noun.i and is_nominal(thing) and (is_person(thing) or thing.lemma == "source"):
            return thing
        if word.tag in FINITE_TAGS:
            return None
    return None


def _may_be_who(noun: Word) -> bool:
    return is_person(noun) or noun.pos == "PRON" or noun.tag == "DT"


def _deed_there(verb: Word, noun: Word) -> Word | None:
    """ "the attack on a mill in Lorne, which killed four", "a shooting at a bank that left one dead": no town kills."""
    harmed = verb.lemma in {*HARMING, "claim"} or (verb.lemma == "leave" and verb.child("oprd") is not None)
    there = noun.entity in {"GPE", "LOC", "FAC"} or (noun.head.lower == "at" and not is_person(noun))
    if not there or not harmed or verb.child("dobj") is None:
        return None
    above = (w for w in noun.ancestors() if is_nominal(w))
    while (word := next(above, None)) is not None:
        if word.lower.endswith(EVENT_ENDINGS):
            return word
    return None


HARMING = frozenset({"damage", "destroy", "flatten", "hurt", "injure", "kill", "strand", "trap", "wound"})


def _above_name(name: Word, pronoun: Word, plural: bool | None) -> Word | None:
    """ "a deal with Veltra that may cost jobs": a name is not told apart from others by a "that".

    "three aides to Lund who resigned": nor by a "who".
    """
    above = name.head.head
    if is_verbal(above):
        above = next((w for w in above.subtree() if w.i == name.head.i - 1), above)
    if pronoun.lower not in {"that", "who"} or name.dep != "pobj" or name.tag != "NNP" or behind_comma(pronoun):
        return None
    if pronoun.lower == "who" and not (name.entity == "PERSON" and is_person(above)):
        return None
    if above.pos != "NOUN" or is_time(above) or has_article(name):
        return None
    return above if plural in {None, is_plural(above)} else None


def _whole_name(name: Word, pronoun: Word) -> Word | None:
    """ "the Panel on Verden, which sat", "the Bank of Norland, which": the panel and the bank."""
    preposition = name.head
    named = name.dep == "pobj" and name.tag in {"NNP", "NNPS"}
    if pronoun.lower != "which" or not named or name.subtree()[0].i != preposition.i + 1:
        return None
    whole = next((w for w in preposition.root.subtree() if w.i == preposition.i - 1), name)
    if preposition.lower not in {"for", "of", "on"} or whole.tag != "NNP" or is_person(whole) or is_place(whole):
        return None
    if preposition.head is not whole:
        preposition.attach(whole, "prep")
    return whole


def _lasting(verb: Word, noun: Word) -> Word | None:
    """ "her absence from the stage, which lasted for years", "the war in Peru, which killed 40": no place did."""
    above = noun.head.head
    thing = verb.child("dobj")
    happens = verb.lemma in {"last", "happen", "occur"} or (
        verb.lemma == "take" and thing is not None and thing.lower == "place" and not thing.left
    )
    lasts = happens or (verb.lemma in _OF_EVENTS and is_place(noun))
    if verb.lemma in {"cause", "trigger"} and noun.dep == "pobj" and above.lower in _FAULTS:
        return above  # "a fault on the cable which caused an outage"
    built = is_place(noun) and (verb.lemma == "cost" or (verb.lemma in {"begin", "end", "start"} and not thing))
    if built and is_verbal(above):  # "opened a clinic in Tarn, which cost 3 million crowns"
        above = next((w for w in above.right if w.dep == "dobj" and w.subtree()[-1].i == noun.head.i - 1), above)
    if not lasts or noun.dep != "pobj" or above.pos != "NOUN" or is_time(above):
        return None
    event = above.lower.endswith(EVENT_ENDINGS) or built or (happens and is_place(noun) and not is_place(above))
    person = built and is_person(above)
    return above if event and not person and not noun.lower.endswith(EVENT_ENDINGS) else None


def _based_there(place: Word, verb: Word) -> Word | None:
    """ "Orvia, a firm based in Lorne, which plans to cut jobs", "a college in Lorne, which trains cooks": no town."""
    based = place.head.head
    if place.head.lower != "in" or place.dep != "pobj" or not is_place(place) or verb.lemma in {"be", "have", "lie"}:
        return None
    if based.lower in {"based", "headquartered"} and based.dep == "acl":
        return based.head
    body = next((w for w in place.head.head.subtree() if w.i == place.head.i - 1), place)
    known = body.entity == "ORG" or group_noun(body.lemma.lower()) is Sort.BODY
    working = verb.lemma in _WORKING or verb.lemma in reporting("verb")
    return body if known and working and verb.child("nsubj") is not None else None


#: What bodies do.
_WORKING = frozenset(
    {"aim", "care", "conduct", "educate", "employ", "examine", "fund", "help", "make", "manage", "manufacture", "offer"}
    | {"operate", "own", "plan", "provide", "publish", "run", "sell", "specialise", "specialize", "study", "supply"}
    | {"support", "teach", "test", "train", "treat", "use", "want", "work"}
)
_FAULTS = frozenset({"bug", "defect", "error", "failure", "fault", "flaw", "glitch", "leak", "outage", "problem"})
_OF_EVENTS = frozenset(
    {"begin", "claim", "cost", "displace", "drag", "end", "enter", "erupt", "injure", "kill", "start"}
)
#: How words for what happens end: "explosion", "shooting", "airstrike", "gunfire".
EVENT_ENDINGS = ("ance", "ence", "ment", "ing", "sion", "tion", "attack", "raid", "strike", "war", "crash", "fire")


def _deed_above(noun: Word, pronoun: Word) -> Word | None:
    """ "the shooting of a farmer that sparked protests", "her time as mayor, which ...": no person is "which"."""
    above = noun.head.head
    if noun.dep != "pobj" or noun.head.lower not in {"as", "of"} or not is_nominal(above) or not _is_one_person(noun):
        return None
    named = pronoun.lower == "which" or (pronoun.lower == "that" and _is_deed(above))
    return above if named and not is_person(above) else None


def _is_one_person(noun: Word) -> bool:
    return noun.tag in {"NN", "NNP"} and noun.entity not in {"ORG", "NORP", "GPE"} and is_person(noun)


def _is_deed(noun: Word) -> bool:
    return noun.lemma.lower() in _DEEDS or (noun.lower.endswith("ing") and noun.tag == "NN")


def _name_before(noun: Word, pronoun: Word) -> Word | None:
    """The person who ends right before "who", commas and dashes aside: "an attack on Lund", "on behalf of anyone"."""
    before = [w for w in noun.subtree() if pronoun.i - 3 < w.i < pronoun.i and w.pos != "PUNCT"]
    last = before[-1] if before else None
    if last is None or last.dep != "pobj":
        return None
    beside = last.i == pronoun.i - 1 and (last.lower in _ANYONE or (last.pos == "NOUN" and is_person(last)))
    return last if (last.entity == "PERSON" and is_person(last)) or beside else None


_ANYONE = frozenset({"anybody", "anyone", "everybody", "everyone", "somebody", "someone", "those"})


def thing_beside(verb: Word, first: Word) -> Word | None:
    """ "pupils of the school attended by Reed", "the head of the mill that was damaged": no person is damaged."""
    if verb.lemma not in _OF_THINGS or not is_person(verb.head) or verb.tag != "VBN" or verb.child("dobj") is not None:
        return None
    inside = verb.head.subtree(lambda w: w is verb or w.dep in {"relcl", "acl", "appos"})
    things = [w for w in inside if verb.head.i < w.i < first.i and w.dep == "pobj" and w.pos == "NOUN"]
    beside = next((w for w in reversed(things) if not is_person(w) and not is_time(w)), None)
    above = verb.head.head.head  # "a book by a writer published in May"
    printed = verb.lemma in {"publish", "write"} and verb.head.dep == "pobj" and above.pos == "NOUN"
    noun = beside or (above if printed else None)
    return None if noun is None or is_person(noun) else noun


def _below(noun: Word, verb: Word, plural: bool) -> Word | None:
    """The last noun below, before the clause, that agrees: those in the phrases that follow the noun."""
    inside = noun.subtree(lambda w: w is verb or w.dep in {"relcl", "acl", "appos"})
    nouns = [w for w in inside if noun.i < w.i < verb.i and w.dep in {"pobj", "conj"} and is_nominal(w)]
    return next((w for w in reversed(nouns) if is_plural(w) == plural and not is_time(w)), None)


def move(verb: Word, noun: Word | None) -> None:
    if noun is not None and noun.i < verb.i:
        above, start = verb.head, verb.subtree()[0].i
        verb.attach(noun, "relcl")
        noun.adopt((w for w in above.right if w.text == "," and w.i == start - 1), "punct")
