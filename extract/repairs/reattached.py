"""Words that hang where they make no sense, with the place that is left for them."""

from __future__ import annotations

from extract.claims.appositions import KIN
from extract.claims.nounphrase import is_role
from extract.claims.roles import is_person
from extract.english.numbers import is_score
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    first_conjunct,
    has_before,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    opens_behind_comma,
)

_OBVIOUS = frozenset({"certain", "clear", "explicit", "known", "obvious", "plain", "public", "sure"})


@only_on(*_OBVIOUS)
def made_clear(adjective: Word) -> None:
    """ "Reed made clear that he would go": what she made clear is all of it."""
    verb = adjective.head
    if verb.lemma != "make" or adjective.i < verb.i or verb.child("dobj", "auxpass"):
        return
    if adjective.child(*SUBJECTS, "ccomp") is not None:
        return
    content = next((w for w in verb.right if w.dep in {"ccomp", "advcl"} and w.i > adjective.i), None)
    if content is None or not is_verbal(content) or not is_finite(content) or content.child(*SUBJECTS, "expl") is None:
        return
    first = content.subtree()[0]
    if first.i == adjective.i + 1 and (first.lower in {"that", "how", "why"} or first.tag != "IN"):
        adjective.dep = "acomp"
        content.attach(adjective, "ccomp")


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
    for word in [w for w in gerund.right if w.i > debt.i]:
        word.attach(debt, word.dep)
    gerund.attach(debt, "amod")


def _is_gerund(word: Word) -> bool:
    return word.dep in {"acl", "punct"}


def not_in_brackets(word: Word) -> None:
    """ "a song with drums (not a usual choice)": it is the choice that is denied."""
    choice = next((w for w in word.head.right if w.dep == "appos" and w.i > word.i), None)
    if choice is not None and is_nominal(word.head) and choice.subtree()[0].i == word.i + 1:
        word.attach(choice, "cc")


def whose_name(name: Word) -> None:
    """ "A former adviser to the minister, Hugo Reis", "the sister of the singer, Ana Ruiz": the adviser, the sister.

    "A trader of the firm, Ann Berg": no firm is she.
    """
    noun = name.head
    outer = noun.head.head
    if name.entity != "PERSON" or noun.dep != "pobj" or noun.head.dep != "prep":
        return
    if not (is_role(outer) or outer.lower == "figure"):
        return
    nobody = noun.tag == "NN" and not (is_role(noun) or is_person(noun) or any(w.dep == "det" for w in name.left))
    other = noun.entity == "PERSON" and name.i > noun.i + 1 and is_role(outer)  # "an aide to Governor Reed, Ana Ruiz"
    if nobody or other or (is_role(noun) and (any(w.lower in {"a", "an"} for w in outer.left) or outer.lemma in KIN)):
        name.attach(outer, "appos")


@only_with("also", "then")
def also_named(noun: Word) -> None:
    """ "Tom Lund, also a Liberal": it belongs to what he is, and not to his name."""
    first = noun.subtree()[0]
    for word in [w for w in noun.head.right if w.lower in {"also", "then"} and w.i == first.i - 1]:
        word.attach(noun, "advmod")


def two_objects(noun: Word) -> None:
    """ "praised their own software stacks": a noun right before another one is a part of it."""
    verb = noun.head
    second = next((w for w in verb.right if w.dep == noun.dep and w.i > noun.i), None) if noun.tag == "NN" else None
    if second is None or second.tag not in {"NN", "NNS"} or second.subtree()[0].i != noun.i + 1:
        return
    if noun.right or is_time(second) or not noun.left or noun.left[0].dep not in {"det", "poss"} or second.left:
        return
    for word in list(noun.left):
        word.attach(second, word.dep)
    noun.attach(second, "compound")


def name_behind_role(role: Word) -> None:
    """ "Born in Lorne, one of six sons of a miner, Lund was called Chip": he is the one, and he was called so.

    "They are from Arbeck, a town on the coast, Lund said": what stands between belongs to what he said.
    """
    verb = role.head
    name = next((w for w in verb.left if w.dep == role.dep and w.i > role.i), None)
    if name is None or name.pos != "PROPN" or role.pos == "PROPN" or role.subtree()[0].i == 0 or name.child("cc"):
        return
    comma = name.subtree()[0].i - 1
    if role.subtree()[-1].i != comma - 1 or not any(w.text == "," and w.i == comma for w in verb.left):
        return
    if any(w.text == "," and w.i > name.i for w in verb.left):
        return
    content = next((w for w in verb.left if w.dep == "ccomp"), None)
    said = [] if content is None else [w for w in content.subtree() if w.pos != "PUNCT" and w.i < role.i]
    if not said:
        role.attach(name, "appos")
    elif is_nominal(said[-1]):
        role.attach(said[-1], "appos")
        for word in [w for w in verb.left if w.text == "," and said[-1].i < w.i < role.i]:
            word.attach(said[-1], "punct")


_MADE = _OBVIOUS | {"available", "possible"}


@only_on(*_MADE)
def made_available(adjective: Word) -> None:
    """ "We have made available a fund for those hurt, and regret it": they made it available."""
    noun, verb = adjective.head, adjective.head.head
    verb = verb if verb.lemma == "make" or noun.dep != "nsubj" else verb.head
    if verb.lemma != "make":
        return
    bare = not any(w.i > adjective.i and w.dep in {"det", "poss", "nummod"} for w in noun.left)
    if bare and noun.dep != "nsubj" and adjective.lower != "available":
        return  # "made public speeches"
    if adjective.i != verb.i + 1 or not is_nominal(noun) or verb.child("dobj", "auxpass") not in {None, noun}:
        return
    clause = noun.head if noun.head is not verb else None
    if clause is not None:
        last = noun.subtree()[-1]
        if clause.tag != "VBN" or last.i != clause.i - 1 or not is_nominal(last) or has_before(clause, AUXILIARIES):
            return
        noun.attach(verb, "dobj")
        for word in [w for w in clause.right if w.dep in {"cc", "conj", "punct"}]:
            word.attach(verb, word.dep)
        clause.attach(last, "acl")
    adjective.attach(verb, "prt")


def beside_passive(adjective: Word) -> None:
    """ "It would be naive and wrong to stop", "was hurt and afraid": "be" is the verb of both."""
    first = adjective.head
    be = first.child("auxpass")
    joint = any(w.dep == "cc" and w.i == adjective.i - 1 for w in first.right)
    if be is None or be.lemma != "be" or adjective.tag != "JJ" or first.tag != "VBN" or not joint:
        return
    if adjective.i != first.i + 2 or first.dep == "relcl":
        return
    be.take_place_of(first)
    be.pos = "AUX"
    for word in [w for w in (*first.left, *first.right) if w.i < be.i or w.i > adjective.i]:
        word.attach(be, "nsubj" if word.dep == "nsubjpass" else word.dep)
    first.attach(be, "acomp")
    first.pos, first.tag = "ADJ", "JJ"


#: Where somebody speaks to the press, in words that need no article.
_BEFORE_PRESS = frozenset({"church", "congress", "court", "hospital", "jail", "parliament", "prison", "school"})


@only_on("outside", "inside")
def outside_court(where: Word) -> None:
    """ "Lund said outside court": it is where she said so. But: "Lund needs outside help"."""
    noun = where.head
    verb = noun.head
    if noun.lower not in _BEFORE_PRESS or noun.dep not in {"dobj", "dative", "npadvmod"} or not is_verbal(verb):
        return
    if noun.left == [where] and where.i > verb.i:
        where.tag, where.pos = "IN", "ADP"
        where.attach(verb, "prep")
        noun.attach(where, "pobj")


@only_on("citing", "quoting")
def source_cites(citing: Word) -> None:
    """ "According to the Post, quoting the police, the mill is closed": the Post quotes them, and no mill."""
    main = citing.head
    to = next((w for w in main.children if w.lower == "according" and w.i < citing.i), None)
    name = next((w for w in (() if to is None else to.subtree()) if w.dep == "pobj"), None)
    if name is None or citing.dep != "advcl" or citing.child(*SUBJECTS, "mark") is not None:
        return
    if name.subtree()[-1].i == citing.i - 2 and opens_behind_comma(citing):
        citing.attach(name, "acl")


@only_on("to")
def as_many_to(to: Word) -> None:
    """ "passed by 54 votes to 46": both numbers are of the vote."""
    number = to.child("pobj")
    by = next((w for w in to.head.children if w.lower == "by" and w.subtree()[-1].i == to.i - 1), None)
    votes = by.child("pobj") if by is not None else None
    if by is None or votes is None or number is None or number.tag != "CD":
        return
    if votes.lemma in {"majority", "vote"} or to.head.lemma in _VOTING:  # not: "rose by 20 points to 3,400"
        to.attach(votes, "prep")
        by.dep = "prep"


_VOTING = frozenset({"adopt", "approve", "defeat", "pass", "reject", "vote"})


def without_deed(without: Word) -> None:
    """ "They left the town without paying": they did, and no town pays."""
    thing = without.head
    if without.lower == "without" and thing.dep == "dobj" and without.child("pcomp") is not None:
        without.attach(thing.head, "prep")


def how_many_votes(number: Word) -> None:
    """ "voted 53-47 to pass it", "lost 2-1 to Holm": that is how, not what."""
    if is_score(number.text) and number.head.lemma in {"draw", "lose", "vote", "win"}:
        number.dep = "npadvmod"


@only_on("more", "less")
def how_compared(degree: Word) -> None:
    """ "They view Berg and Lund more favourably than Holt": that is how they view both, and no part of a name."""
    manner = degree.head
    name = manner.head
    if manner.tag[:2] != "RB" or not is_nominal(name) or manner.i < name.i or manner.dep != "advmod":
        return
    verb = first_conjunct(name).head
    if is_verbal(verb) and verb.i < name.i and any(w.lower == "than" for w in manner.right):
        manner.attach(verb, "advmod")


def worlds_largest(thing: Word) -> None:
    """ "The airport, the country's busiest, handled 20 million people": the airport did, and no country."""
    owner = next((w for w in thing.head.left if w.dep == thing.dep and w.i > thing.i), thing)
    best = next((w for w in owner.right if w.tag == "JJS" and w.dep == "amod"), None)
    if best is None or owner is thing or owner.child("case") is None or not opens_behind_comma(owner):
        return
    best.attach(thing, "appos")
    best.pos = "NOUN"
    owner.attach(best, "poss")


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
