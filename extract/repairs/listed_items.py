"""Items of a list that the parser attached to another item, or read as actions: "rising costs and a strike"."""

from __future__ import annotations

from extract.claims.nounphrase import is_name
from extract.claims.roles import is_person
from extract.english.persons import group_noun
from extract.english.wordlists import entries
from extract.factuality.signatures import Frame, signature
from extract.repairs.misread_verbs import last_infinitive
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUNS,
    PAST_TAGS,
    SUBJECTS,
    auxiliaries,
    behind_comma,
    conjuncts,
    first_conjunct,
    has_article,
    has_before,
    has_mark,
    has_plural_form,
    has_subject,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    is_wh,
)


def listed_gerund(gerund: Word) -> None:
    """ "He weighed aggravating factors and mitigating circumstances": he mitigated nothing."""
    verb, noun = gerund.head, gerund.child("dobj")
    thing = verb.child("dobj")
    near = (*verb.right, *(thing.right if thing is not None else ()))
    joint = next((w for w in near if w.dep == "cc" and w.i == gerund.i - 1), None)
    if gerund.tag != "VBG":
        return
    if joint is not None and (act := _last_charge(verb, joint)) is not None:
        joint.attach(act, "cc")
        gerund.attach(act, "conj")  # "accused Lund of waste and hiding the bills": nobody who accused hid them
        return
    if verb.tag not in {"VBD", "VBZ", "VBP", "VB"} or noun is None or thing is None:
        return
    bare = not gerund.left and noun.i == gerund.i + 1 and not noun.left and noun.tag == "NNS"
    if joint is None or not bare or thing.i != joint.i - 1:
        return
    if noun.i < joint.i or thing.child("conj") is not None:
        return
    thing.hang(cc=joint, conj=noun)
    for word in [w for w in gerund.right if w.i > noun.i]:
        word.attach(verb if word.dep in {"advmod", "npadvmod", "advcl"} else noun, word.dep)
    gerund.attach(noun, "amod", "JJ")


def _last_charge(verb: Word, joint: Word) -> Word | None:
    """What somebody is accused of or blamed for, right before a conjunction."""
    near = [*verb.right, *(w for thing in verb.having("dobj") for w in thing.right)]
    opener = next((w for w in near if w.dep == "prep" and w.subtree()[-1].i == joint.i - 1), None)
    if verb.lemma not in entries("for_verbs") | {"accuse", "convict", "charge", "suspect"} or opener is None:
        return None
    return opener.child("pobj") if opener.lower in {"of", "for", "with"} else None


@only_with(",")
def aside_with_same(noun: Word) -> None:
    """ "has the right, and the duty, to appeal", "praised the skill, and the luck, of the crew": both are of them.

    What hangs behind the second is the first one's too, which says little without it.
    """
    behind = next((w for w in noun.right if w.text != ","), None)
    joint = next((w for w in noun.head.children if w.dep == "cc" and w.i < noun.i), None)
    if behind is None or joint is None or not is_nominal(noun) or noun.subtree()[0].i > joint.i + 2:
        return
    shared = is_infinitive(behind) and behind.child(*SUBJECTS) is None
    if not (shared or behind.lower == "of") or behind.subtree()[0].i != noun.i + 2:
        return
    near = {w.i: w for w in noun.root.subtree() if joint.i - 2 <= w.i <= noun.i + 1}
    first, commas = near.get(joint.i - 2), [near.get(joint.i - 1), near.get(noun.i + 1)]
    if first is None or not is_nominal(first) or first.tag == "PRP":
        return
    if any(w is None or w.text != "," for w in commas) or (shared and not _takes_infinitive(first)):
        return
    noun.attach(first, "nmod")
    behind.attach(first, "acl" if shared else "prep")
    noun.adopt((joint, *filter(None, commas)))


def _takes_infinitive(noun: Word) -> bool:
    """ "the right to appeal", "has the money to build": not "sold the house to pay"."""
    owned = noun.head.lemma in {"have", "lack", "need", "with"}
    return owned or signature(noun.lemma, "noun", Frame.TO) is not None


def as_well_as(conjunct: Word) -> None:
    """ "any harm done to them as well as the town": the harm was done to both, and the town is none."""
    first = conjunct.head
    cc = next((w for w in first.right if w.dep == "cc" and w.lower == "as" and w.i < conjunct.i), None)
    clause = next((w for w in first.right if w.dep in {"acl", "relcl"} and cc is not None and w.i < cc.i), None)
    if cc is None or clause is None:
        return
    opener = cc.subtree()[0].i
    before = next((w for w in clause.subtree() if w.i == opener - 1 and w.dep in {"pobj", "dobj"}), None)
    if before is not None and cc.i - opener == 2:
        before.hang(cc=cc, conj=conjunct)


@only_with("between")
def between_what(clause: Word) -> None:
    """ "a gap between the plan and what it would do": the gap is between the two."""
    noun = clause.head
    between = next((w for w in noun.right if w.lower == "between" and w.i < clause.i), None)
    first = between.child("pobj") if between is not None else None
    opener = clause.subtree()[0]
    joint = next((w for w in noun.right if w.dep == "cc" and w.i == opener.i - 1), None)
    if first is None or joint is None or first.child("conj") is not None or not is_wh(opener):
        return
    first.hang(cc=joint, conj=clause)


_ACCUSATIONS = frozenset({"accusation", "allegation", "charge", "count", "crime", "offence", "offense", "suspicion"})


def gerund_in_list(gerund: Word) -> None:
    """ "was arrested on charges of theft, fraud and inciting a riot": that is what he was accused of.

    "useful for staying fit and finding routes", "accused of hiding losses, bribing clerks and lying": so with what
    stands beside another gerund behind a preposition. No finite verb has a gerund for its conjunct.
    """
    verb = gerund.head
    taken = gerund.tag == "NN" and gerund.lower.endswith("ing") and gerund.child("dobj") is not None
    if not (gerund.tag == "VBG" or taken) or verb.tag == "VBG" or has_before(gerund, {*AUXILIARIES, *SUBJECTS, "mark"}):
        return
    if any(w.dep in AUXILIARIES and w.lemma == "be" and w.dep == "aux" for w in verb.left):
        return
    edge = gerund.subtree()[0].i
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == edge - 1), None)
    passive = verb.lemma == "be" or verb.child("auxpass") is not None or verb.dep == "dobj"
    series = passive and any(w.dep == "conj" and w.tag == "VBG" for w in gerund.subtree())
    comma = next((w for w in gerund.root.subtree() if series and w.i == edge - 1 and w.text == ","), None)
    if joint is None and comma is None:
        return
    first = _charge_before(verb, joint) or _gerund_before(gerund, edge)
    if first is not None:
        first.adopt(w for w in (joint, comma) if w is not None)
        gerund.attach(first, "conj", "VBG")


def _charge_before(verb: Word, joint: Word | None) -> Word | None:
    if joint is None:
        return None
    for opener in (w for w in verb.right if w.dep == "prep" and w.i < joint.i):
        noun = opener.child("pobj")
        of = None if noun is None else noun.child("prep")
        crime = None if of is None else of.child("pobj")
        if noun is not None and noun.lemma in _ACCUSATIONS and crime is not None:
            last = conjuncts(crime)[-1]
            if last.subtree()[-1].i >= joint.i - 2:
                return last
    return None


def _gerund_before(gerund: Word, edge: int) -> Word | None:
    """The last gerund behind a preposition, or the object that it was read as a part of, right before `edge`."""
    above = next((w for w in gerund.ancestors() if is_verbal(w) and w.tag != "VBG"), gerund.root)
    openers = [w for w in above.subtree() if above.i < w.i < edge and w.lower.endswith("ing") and w is not gerund]
    for word in reversed(openers):
        if word.lower == "including" or (word.tag == "VBG" and word.dep in {"compound", "amod"} and word.head.left[1:]):
            continue
        whole = word.head if word.dep in {"compound", "amod"} else word
        if word.tag != "VBG" and whole is word:
            continue
        behind = whole.head.pos == "ADP" or whole.head.lower == "including"
        listed = whole.dep == "xcomp" and whole.head.lemma == "include"
        if not listed and not (behind and whole.subtree()[0] is word and whole.head.i == word.i - 1):
            if word.tag == "VBG" and whole is word:
                return None
            continue
        last = conjuncts(whole)[-1]
        ends = max((w.i for w in last.subtree() if w.i < edge), default=-1)
        return last if edge - 3 <= ends and last is not gerund and whole not in gerund.head.ancestors() else None
    return None


def item_not_deed(verb: Word) -> None:
    """ "The union wants higher wages, new shifts and paid leave": it paid nothing, for all it does it does now."""
    first, thing = verb.head, verb.child("dobj")
    if verb.tag not in PAST_TAGS or first.tag not in {"VBZ", "VBP"} or not verb.lower.endswith(("ed", "paid")):
        return
    joint = next((w for w in first.right if w.dep == "cc" and w.i == verb.i - 1), None)
    if joint is None or thing is None or [w for w in verb.children if w.dep not in {"dobj", "punct"}]:
        return
    before = next((w for w in first.subtree() if w.i == joint.i - 1 and is_nominal(w)), None)
    bare = all(w.dep in {"amod", "compound"} and w.lower not in _HOW_MANY for w in thing.left) and not thing.right
    listed = before is not None and (before.dep == "conj" or verb.lower == "paid")
    if before is not None and listed and first_conjunct(before).dep == "dobj" and bare and is_nominal(thing):
        before.hang(conj=thing, cc=joint)
        verb.pos, verb.tag = "ADJ", "VBN"
        verb.attach(thing, "amod")


_HOW_MANY = frozenset({"few", "many", "more", "several", "some"})


def item_of_last(noun: Word) -> None:
    """ "Prices rose because of drought in the north and a ban on exports": the ban is a second cause, and no deed."""
    verb = noun.head
    start = noun.subtree()[0].i
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == start - 1), None)
    if noun.pos not in NOUNS or not is_finite(verb) or joint is None or is_time(noun):
        return
    if noun.child(*SUBJECTS, *AUXILIARIES, "dobj", "advmod") is not None or verb.lemma == "be":
        return
    last = next((w for w in verb.subtree() if w.i == joint.i - 1), verb)
    ends = [w for w in (last, *last.ancestors()) if verb.i < w.i and w.subtree()[-1] is last and w.pos == noun.pos]
    first = next((w for w in ends if w.dep in {"dobj", "pobj", "conj"} and not is_time(w)), None)
    if first is not None and is_person(first) == is_person(noun):
        first.hang(conj=noun, cc=joint)


@only_on("as")
def such_as(preposition: Word) -> None:
    """ "Tourists visit places where they can swim, such as the lake": the lake is one of the places.

    "groups such as the Trade Union (TU), the Press Club and the Forum": all three are.
    """
    verb = preposition.head
    if [w.lower for w in preposition.left] != ["such"]:
        return
    if not is_verbal(verb):
        first, item = preposition.child("pobj"), verb.child("conj")
        if first is not None and item is not None and verb.tag == "NNS" and is_name(first) and is_name(item):
            first.adopt([item, *(w for w in verb.right if w.text == "," and first.i < w.i < item.i)])
        return
    noun = verb.head if verb.dep == "relcl" else verb.child("dobj")
    if noun is not None and noun.tag == "NNS" and noun.i < preposition.i:
        preposition.attach(noun, "prep")


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


def inner_list(verb: Word) -> None:
    """ "used its fleet to block ports, search ships and levy tolls": the bare verbs continue "to block"."""
    first = verb.head
    bare = verb.tag in {"VB", "VBP"} or (verb.tag == "VBD" and verb.lower == verb.lemma and verb.lower.endswith("e"))
    if not bare or first.tag in {"VB", "VBP"} or has_subject(verb) or auxiliaries(verb):
        return
    if any(w.tag in {"MD", "TO"} or w.lower in {"do", "does", "did"} for w in auxiliaries(first)):
        return
    inner = last_infinitive(first, verb.i)
    if inner is not None and verb.lemma != "have":  # have agreed to meet, but have yet to
        verb.tag = "VB"
        verb.adopt(w for w in first.right if w.dep == "punct" and w.i == verb.i - 1)
        verb.attach(inner, "conj")


def compound_in_list(noun: Word) -> None:
    """ "rifles and grenade launchers": nothing parts the two, which are one thing."""
    above = (*noun.head.right, *noun.head.head.right)
    head = next((w for w in above if w.dep in {"conj", "pobj"} and w.i == noun.i + 1), None)
    if head is None or noun.right or head.left or noun.tag not in {"NN", "NNP", "CD"} or head.tag not in {"NN", "NNS"}:
        return
    head.attach(noun.head, "conj")
    head.adopt(noun.left)
    noun.attach(head, "compound")


def listed_participle(noun: Word) -> None:
    """ "feared job losses, crippling debt, rising rents and other ills": they crippled nobody, they were feared."""
    gerund = noun.head
    above, debt = gerund.head, gerund.child("dobj")
    if gerund.tag != "VBG" or gerund.dep not in {"advcl", "acl"} or debt is None or not noun.tag.startswith("NN"):
        return
    if has_before(gerund, {*AUXILIARIES, *SUBJECTS, "mark"}) or noun.child(*SUBJECTS) is not None or debt.i > noun.i:
        return
    start = gerund.subtree()[0].i
    items = [above] if is_nominal(above) else above.having("dobj")
    first = next((w for w in items if w.subtree(_is_gerund)[-1].i == start - 2), None)
    if first is None or debt.subtree()[0].i != gerund.i + 1 or any(w.dep == "det" for w in debt.left):
        return
    debt.attach(first, "conj")
    noun.attach(debt, "conj")
    debt.adopt(w for w in gerund.right if w.i > debt.i)
    gerund.attach(debt, "amod")


def _is_gerund(word: Word) -> bool:
    return word.dep in {"acl", "punct"}


def listed_names(name: Word) -> None:
    """ "Ms. Reed, Mr. Lund and other clerks believe it": they are several, and Reed is not Lund.

    "Veltra, the miners' union and Orvia agreed": a description of Veltra would end with a comma.
    """
    first = name.head
    verb = first.head
    if (
        first.dep not in {"nsubj", "nsubjpass"}
        or first.tag != "NNP"
        or name.i < first.i
        or first.child("conj", "cc") is not None
    ):
        return
    joint = next((cc for w in conjuncts(name) if (cc := w.child("cc")) is not None), None)
    if joint is None or joint.lower != "and" or name.child("conj") is None or not verb.i > joint.i:
        return
    alike = is_name(first) and is_name(name) and first.entity == name.entity
    own = any(w.dep == "poss" for w in name.left)
    people = alike and name.entity == "PERSON"  # nobody is somebody else: "Ada Lund, Bo Roth and Jan Holt left"
    if people or (has_plural_form(verb) and (alike or own)) or (is_name(first) and _is_unclosed(name, verb)):
        name.attach(first, "conj")


def _is_unclosed(noun: Word, verb: Word) -> bool:
    last = conjuncts(noun)[-1]
    definite = noun.subtree()[0].lower == "the" or any(w.dep == "poss" for w in noun.left)
    after = min((w.i for w in (*verb.left, verb) if w.i > last.i), default=verb.i)
    return definite and is_name(last) and not is_name(noun) and last.subtree()[-1].i + 1 == after != verb.root.i + 1


def of_last(name: Word) -> None:
    """ "Several lawyers and Mint officials are raising it": the officials are of the Mint, which raises nothing."""
    noun = next((w for w in name.head.left if w.dep == name.dep and w.i > name.i), name)
    if noun.tag != "NNS" or noun.left:
        return
    last = name.subtree()[-1]
    if last.tag != "NNP" or last.dep != "conj" or last.i != noun.i - 1:
        return
    noun.take_place_of(last)
    noun.adopt(last.left)
    last.attach(noun, "compound")


def counted_names(noun: Word) -> None:
    """ "Two parties, the Greens and the Liberals, left", "The men, two nurses and a clerk, left": they are those.

    A list of who left has no comma before "left".
    """
    _, *others = conjuncts(noun)
    verb = noun.head
    if noun.tag != "NNS" or len(others) < 2 or not noun.left or noun.left[0].lower not in {"the", *_NUMBERS}:
        return
    start, end = others[0].subtree()[0].i, others[-1].subtree()[-1].i
    commas = {w.i for w in (*noun.right, *verb.children, *others[-1].right) if w.text == ","}
    counted = _NUMBERS.get(noun.left[0].lower) == len(others) and all(w.pos == "PROPN" for w in others)
    vague = all(w.left and (w.left[0].lower in {"a", "an"} or w.left[0].tag == "CD") for w in others)
    first = min((w.i for w in verb.left if w.dep in AUXILIARIES), default=verb.i)
    if (counted or vague) and {start - 1, end + 1} <= commas and first == end + 2:
        others[0].dep = "appos"


_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def listed_peoples(noun: Word) -> None:
    """ "American, Dutch and South Korean tourists were stuck": all are tourists, and nobody is called American."""
    first = noun.head if noun.dep == "appos" else first_conjunct(noun)
    listed = [w for w in conjuncts(first) if w is not noun]
    before = listed[-1] if listed and listed[-1].i == noun.i - 1 else next(iter(noun.left), None)
    if noun.tag not in {"NNS", "NNPS"} or before is None or before.entity != "NORP" or noun.child("det", "poss"):
        return
    if all(w.entity == "NORP" and w.tag in {"JJ", "NNP"} and w.i < noun.i for w in listed):
        noun.take_place_of(first)
        noun.adopt(w for w in first.children if w.dep not in {"cc", "conj", "punct"})
        first.attach(noun, "amod")


def best_and_cheapest(adjective: Word) -> None:
    """ "They turned to the cheapest and quickest method": both describe one method."""
    verb, noun = adjective.head, adjective.child("dobj")
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == adjective.i - 1), None)
    described = adjective.tag in {"JJ", "JJR", "JJS"} and noun is not None and noun.i == adjective.i + 1
    if not described or joint is None or noun is None or noun.left:
        return
    first = next((w for w in verb.subtree() if w.i == joint.i - 1), None)
    if first is None or first.tag != adjective.tag or first.dep not in {"dobj", "pobj"}:
        return
    noun.take_place_of(first)
    noun.adopt([*first.left, *adjective.right])
    first.hang(cc=joint, conj=adjective)
    first.attach(noun, "amod")


def also_the_worst(worst: Word) -> None:
    """ "It was the fourth raid and the deadliest since ten died in May": it was both, and no deadliest died."""
    above, since = worst.head, next((w for w in worst.head.left if w.dep == "mark" and w.i == worst.i + 1), None)
    main = above if since is None else above.head
    first, start = main.child("attr"), worst.subtree()[0].i
    near = (*main.right, *(first.right if first is not None else ()))
    joint = next((w for w in near if w.dep == "cc" and w.i == start - 1), None)
    if worst.tag != "JJS" or not has_article(worst) or joint is None or first is None or first.i > start:
        return
    behind = [above] if main is not above else [w for w in main.right if w.dep == "advcl"]
    worst.attach(first, "conj")
    joint.attach(first, "cc")
    worst.adopt((w for w in behind if w.subtree()[0].i == worst.i + 1), "advcl")
    first.adopt(w for w in main.right if w.dep == "advcl" and w.i < joint.i and has_mark(w, "since"))


def listed_object(noun: Word) -> None:
    """ "It blamed weak orders, rising costs and a strike": it blamed all three."""
    verb = noun.head
    if not is_verbal(verb) or verb.tag == "VBG" or not is_nominal(noun):
        return
    if noun.child("conj") is None:
        _behind_its_aside(verb, noun)
        return
    first = next((w for w in reversed(verb.right) if w.dep == "dobj" and w.i < noun.i and is_nominal(w)), None)
    if (
        first is None
        or first.child("conj", "cc") is not None
        or noun.child("cc") is None
        or noun.child(*SUBJECTS, "dobj") is not None
    ):
        return
    comma = next((w for w in verb.right if w.text == "," and w.i == noun.subtree()[0].i - 1), None)
    if comma is not None and first.subtree()[-1].i == comma.i - 1 and not is_time(noun):
        first.hang(punct=comma, conj=noun)


def _behind_its_aside(verb: Word, noun: Word) -> None:
    """ "It has ten mills, most of them old, and a debt of millions": it has both."""
    start = noun.subtree()[0]
    first = next((w for w in reversed(verb.right) if w.dep == "dobj" and w.i < noun.i), None)
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == start.i - 1), None)
    single = start.lower in {"a", "an"} and noun.tag == "NN" and noun.child(*SUBJECTS, "dobj", "aux") is None
    if first is None or joint is None or joint.lower != "and" or not single or not behind_comma(joint) or is_time(noun):
        return
    if not any(
        w.tag == "VB" and first.i < w.i < joint.i for w in verb.subtree()
    ):  # "gave time to fix debts, and a loan"
        first.hang(cc=joint, conj=noun)


def kind_joined_to_group(kind: Word) -> None:
    """ "voters of colour and young voters": two kinds of voters, and no colour voters."""
    last, of = kind.head, kind.head.head
    joint = next((w for w in (*kind.right, *last.left) if w.dep == "cc" and w.i == kind.i + 1), None)
    several = is_person(last) or group_noun(last.lemma) is not None
    if joint is None or kind.tag != "NN" or last.dep != "pobj" or kind.i != of.i + 1 or not several:
        return
    if is_person(of.head):
        last.adopt((w for w in kind.right if w is not joint), "amod")
        of.head.hang(cc=joint, conj=last)
        kind.attach(of, "pobj")


@only_on("at", "from", "in", "of", "on")
def of_last_item(preposition: Word) -> None:
    """ "335 horsepower and 517 lb-ft of torque", "Lund and farmers in Tarn": it tells of the last only."""
    first = first_conjunct(preposition.head)
    last = conjuncts(first)[-1]
    if last is first or preposition.head is last or last.subtree()[-1].i != preposition.i - 1:
        return
    counted = all(w.child("nummod") is not None and w.lemma != last.lemma for w in conjuncts(first)[:-1])
    measured = preposition.lower == "of" and counted and last.child("nummod") is not None
    if measured or (preposition.head.tag == "NNP" and last.tag in {"NNS", "NNPS"} and not last.left):
        preposition.attach(last, "prep")
