"""What a verb needs beside it: "fell ill", "face a third day", "changed the way it works", "voted 9-4 to close it"."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, SUBJECTS, behind_comma, is_infinitive, is_nominal, is_time, is_verbal

_BECOMING = frozenset({"fall", "go", "lie", "remain", "sit", "stand", "stay", "turn"})
_STATES = frozenset(
    {"asleep", "alight", "bankrupt", "blank", "dormant", "empty", "ill", "idle", "intact", "limp", "open", "pregnant"}
    | {"quiet", "sick", "silent", "sour", "still", "unconscious", "vacant", "viral"}
)
_ENDURING = frozenset({"begin", "brave", "endure", "enter", "face", "mark", "start", "suffer", "weather"})
_ALTERING = frozenset(
    {"affect", "alter", "change", "criticise", "criticize", "defend", "describe", "explain", "hate", "improve", "like"}
    | {"love", "question", "reform", "reshape", "rethink", "review", "revolutionise", "revolutionize", "shape"}
    | {"transform", "understand"}
)
_SEEING = frozenset(
    {"catch", "film", "find", "hear", "notice", "photograph", "picture", "see", "show", "spot", "watch"}
)


def fell_ill(state: Word) -> None:
    """ "She fell ill on the eve of a race": ill is what she fell."""
    verb = state.head
    if state.lower in {"down", "up"} and verb.lemma == "be" and state.i == verb.i + 1 and not state.right:
        if [w.dep for w in verb.right if w.dep != "punct"] == ["advmod"]:
            state.dep = "acomp"  # "Wages were down"
        return
    if state.lower not in _STATES or verb.lemma not in _BECOMING or state.i != verb.i + 1 or state.lower == "still":
        return
    if verb.child("dobj", "acomp", "attr", "oprd") is None:
        state.pos, state.tag, state.dep = "ADJ", "JJ", "acomp"


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


@only_on("it", "them", "him", "her")
def looked_for_it(pronoun: Word) -> None:
    """ "A boat sent to look for it had to turn back": the boat had to, and it looked for something."""
    verb = pronoun.head
    first = next((w for w in verb.left if w.dep in SUBJECTS and w.i < pronoun.i), None)
    if first is None:
        return
    preposition = next((w for w in first.subtree() if w.i == pronoun.i - 1 and w.tag == "IN"), None)
    if preposition is not None and preposition.dep == "prep" and preposition.child("pobj", "pcomp") is None:
        pronoun.attach(preposition, "pobj")


def rates_a_sell(thing: Word) -> None:
    """ "She rates Brevia a sell": that is what she rates it."""
    verb, rating = thing.head, thing.head.child("dobj")
    if thing.dep == "npadvmod" and rating is not None:
        thing, rating = rating, thing
    rated = rating is not None and rating.i > thing.i and rating.left and rating.left[0].lower in {"a", "an"}
    if verb.lemma == "rate" and rating is not None and rated:
        thing.dep, rating.dep = "dobj", "oprd"


def not_because(negation: Word) -> None:
    """ "He left not because he was ill": no ground for saying that he was not."""
    mark = next((w for w in negation.head.left if w.i == negation.i + 1 and w.dep == "mark"), None)
    if mark is not None and mark.lower in {"because", "since"}:
        negation.attach(mark, "advmod")


def had_first_told(participle: Word) -> None:
    """ "It would not say when it had first informed ministers": it informed them, and had none."""
    noun, had = participle.head, participle.head.head
    adverb = next((w for w in (*had.right, *participle.left) if w.i == participle.i - 1), None)
    if participle.tag != "VBN" or noun.dep != "dobj" or had.lemma != "have" or adverb is None:
        return
    if adverb.lower not in {"already", "first", "just", "previously"} or adverb.i != had.i + 1 or had.child("aux"):
        return
    if noun.left[0] is participle and not any(w.dep == "det" for w in noun.left):
        participle.take_place_of(had)
        participle.pos = "VERB"
        for word in [*had.left, *had.right]:
            word.attach(participle, word.dep)
        noun.attach(participle, "dobj")
        had.attach(participle, "aux")


def faces_day(day: Word) -> None:
    """ "Commuters face third day of delays", "changed the way it works": what they face, and what it changed."""
    verb = day.head
    if day.i < verb.i or verb.child("dobj", "ccomp", "xcomp", "auxpass") is not None:
        return
    ranked = any(w.dep in {"amod", "det"} and w.lower not in {"this", "that", "last", "next"} for w in day.left)
    of = any(w.dep == "prep" and w.lower == "of" for w in day.right)
    endured = verb.lemma in _ENDURING and is_time(day) and (ranked or day.tag == "NNS") and of
    way = day.lower == "way" and verb.lemma in _ALTERING and day.child("relcl", "prep", "acl") is not None
    if day.subtree()[0].i == verb.i + 1 and (endured or way):
        day.dep = "dobj"


def has_time(hours: Word) -> None:
    """ "Crews must have at least ten hours off": the hours are what they must have."""
    verb = hours.head
    if hours.head.lower == "off" and hours.head.head.lemma in _HAVING:
        verb = hours.head.head
    lacking = verb.child("dobj", "ccomp", "xcomp", "auxpass") is None
    if verb.lemma not in _HAVING or not lacking or hours.i < verb.i or hours.subtree()[0].i > verb.i + 2:
        return
    near = min((w.i for w in (*hours.subtree(), *(w for w in verb.right if w.lower == "at"))), default=hours.i)
    if is_time(hours) and any(w.tag == "CD" for w in hours.left) and near <= verb.i + 2:
        off = hours.head if hours.head is not verb else None
        hours.attach(verb, "dobj")
        if off is not None:
            off.attach(hours, "advmod")


_HAVING = frozenset({"get", "have", "need", "spend"})


def object_after_date(noun: Word) -> None:
    """ "She married, in 1966, the engineer Rolf Berg": he is whom she married, whatever stands between."""
    verb, first = noun.head, noun.subtree()[0]
    if not is_nominal(noun) or not is_verbal(verb) or noun.i < verb.i or is_time(noun):
        return
    if verb.child("dobj", "attr", "ccomp", "xcomp", "acomp", "auxpass") is not None or verb.child(*SUBJECTS) is None:
        return
    marks = [w for w in verb.right if w.text == "," and w.i < first.i]
    inserted = [w for w in verb.right if verb.i < w.i < first.i and w.dep != "punct"]
    if len(marks) < 2 or marks[0].i != verb.i + 1 or marks[-1].i != first.i - 1 or len(inserted) != 1:
        return
    if inserted[0].dep in {"prep", "advmod", "npadvmod"} and inserted[0].subtree()[-1].i == first.i - 2:
        noun.dep = "dobj"


def seen_doing(gerund: Word) -> None:
    """ "I saw a boy lying there, holding his arm": the boy held it, for he is whom I saw do something."""
    verb = gerund.head
    small = next((w for w in verb.right if w.dep == "ccomp" and w.tag == "VBG"), verb)
    whom = verb.child("dobj") or small.child("nsubj")
    if gerund.tag != "VBG" or verb.lemma not in _SEEING or whom is None or not whom.i > verb.i or gerund.i < whom.i:
        return
    first = next((w for w in (*whom.right, *verb.right) if w.dep in {"acl", "ccomp"} and w.tag == "VBG"), None)
    if first is None or gerund.child(*SUBJECTS, "ccomp", "mark", *AUXILIARIES) is not None:
        return
    if first.subtree()[-1].i in {gerund.subtree()[0].i - 1, gerund.subtree()[0].i - 2}:
        gerund.attach(first, "conj")


@only_on("as")
def as_long_as(preposition: Word) -> None:
    """ "warned as long ago as 2019": one time."""
    if not is_verbal(preposition.head):
        return
    near = preposition.head.right if preposition.i > preposition.head.i else preposition.head.left
    adverb = next((w for w in near if w.dep == "advmod" and w.subtree()[-1].i == preposition.i - 1), None)
    if adverb is not None and adverb.subtree()[0].lower == "as" and adverb.i > preposition.head.i:
        preposition.attach(adverb, "prep")


def voted_to(infinitive: Word) -> None:
    """ "voted 9-4, with two abstentions, to close the mill": that is what they voted to do."""
    noun = infinitive.head
    preposition = noun.head
    verb = preposition.head
    if not is_infinitive(infinitive) or noun.dep != "pobj" or preposition.lower != "with" or not is_verbal(verb):
        return
    first = infinitive.subtree()[0]
    if not behind_comma(first):
        return
    if verb.lemma in {"agree", "choose", "decide", "vote"} and verb.child("xcomp") is None:
        infinitive.attach(verb, "xcomp")
        for comma in [w for w in noun.right if w.i == first.i - 1]:
            comma.attach(preposition, "punct")


def also_killed(verb: Word) -> None:
    """ "Also killed was a nurse from Lorne": she was."""
    was = next((w for w in verb.right if w.dep == "auxpass"), None) if verb.tag == "VBN" else None
    noun = was.child("attr", "nsubjpass") if was is not None else None
    if noun is not None and verb.child(*SUBJECTS) is None and verb.child("dobj") is None:
        noun.attach(verb, "nsubjpass")


def sum_given(number: Word) -> None:
    """ "It would return £500m to its owners": that is what it would return."""
    verb = number.head
    sign = any(w.tag == "$" for part in number.left for w in part.subtree()) or number.tag == "$"
    beside = sign and number.subtree()[0].i == verb.i + 1
    if beside and verb.lemma in _GIVING and verb.child("dobj", "auxpass") is None:
        number.dep = "dobj"


_GIVING = frozenset(
    {"award", "borrow", "contribute", "donate", "earn", "give", "invest", "lend", "lose", "offer", "pay", "pledge"}
    | {"promise", "raise", "receive", "repay", "return", "save", "send", "spend", "steal", "transfer", "waste", "win"}
)


def said_outside(noun: Word) -> None:
    """ "It is lost," she said outside court: that is where she said it."""
    verb, where = noun.head, noun.left[0] if noun.left else noun
    if where.lower not in {"inside", "outside"} or where.dep != "amod" or verb.child("ccomp") is None:
        return
    if where.i == verb.i + 1 and verb.lemma in reporting("verb"):
        where.pos, where.tag = "ADP", "IN"
        where.attach(verb, "prep")
        noun.attach(where, "pobj")


def before_doing(noun: Word) -> None:
    """ "The shares fell 7% before paring losses": they pared them; nothing fell before losses that pare."""
    preposition = noun.head
    gerund = noun.left[0] if len(noun.left) == 1 else noun
    if preposition.lower not in {"after", "before"} or gerund.tag != "VBG" or gerund.dep != "amod":
        return
    if gerund.i == preposition.i + 1 and gerund.lemma not in entries("intransitive_verbs") and noun.tag == "NNS":
        gerund.pos = "VERB"
        gerund.attach(preposition, "pcomp")
        noun.attach(gerund, "dobj")


def no_time(noun: Word) -> None:
    """A noun beside a verb that the parser takes for a time or a measure."""
    for repair in (object_after_date, faces_day, has_time, sum_given):
        if noun.dep == "npadvmod":
            repair(noun)
