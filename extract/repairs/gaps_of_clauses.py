"""Objects and subjects that belong to another verb than the one they hang on."""

from __future__ import annotations

from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    WEEKDAYS,
    behind_comma,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    subject_label,
)

_CHARGED = frozenset({"accuse", "acquit", "clear", "convict", "suspect"})
_OF_STRIFE = frozenset(
    {"battle", "clash", "controversy", "dispute", "feud", "fight", "fury", "probe", "row", "scandal", "spat", "uproar"}
)
_STRIVING = frozenset({"fight", "hope", "struggle", "strive", "travel", "wait", "work", "yearn"})
_LIKE_THIS = frozenset({"cowardly", "costly", "deadly", "friendly", "likely", "silly", "ugly", "unlikely", "unsightly"})


@only_on("of")
def charged_of(preposition: Word) -> None:
    """ "He was convicted in May of three counts of theft", "died last week of fever": May, the week are of nothing."""
    day, of_what = preposition.head, preposition.child("pobj", "pcomp")
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


@only_on("over", "with", "between")
def strife_over(preposition: Word) -> None:
    """ "Leader quits in row over tip": the row was over it."""
    verb = preposition.head
    if not is_verbal(verb):
        return
    matter = preposition.child("pobj")
    if matter is None or is_time(matter):
        return
    before = next((w for w in verb.subtree() if w.i == preposition.i - 1), None)
    if before is not None and before.lemma in _OF_STRIFE and before.dep == "pobj" and not before.right:
        preposition.attach(before, "prep")


def fought_to_keep(which: Word) -> None:
    """ "a report, which they fought for years to keep secret": what they kept secret, and nothing that they fought."""
    verb = which.head
    if which.tag != "WDT" or verb.lemma not in _STRIVING or which.i > verb.i:
        return
    inner = next((w for w in verb.right if w.dep in {"advcl", "xcomp"} and w.left and w.left[-1].tag == "TO"), None)
    if inner is not None and inner.child("dobj", "prep", "ccomp") is None:
        which.attach(inner, "dobj")
        inner.dep = "xcomp"


def list_with_or(noun: Word) -> None:
    """ "What it lacks is a bump, a screen or, unless you add one, a store": a bump is no screen."""
    first = noun.head
    verb = first.head
    if first.dep not in {"attr", "dobj"} or noun.i < first.i or noun.child("conj", "cc", "relcl") is not None:
        return
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == noun.subtree()[-1].i + 1), None)
    if joint is not None and all(one.subtree()[0].lower in {"a", "an"} for one in (first, noun)):
        noun.dep = "conj"


@only_on("one")
def dropped_one(number: Word) -> None:
    """ "She dropped one from a ladder": that is what she dropped."""
    verb = number.head
    if number.i != verb.i + 1 or list(number.children) or not is_verbal(verb):
        return
    one_by_one = any(w.i == number.i + 1 and w.lower == "by" for w in verb.right)
    if verb.child("dobj", "auxpass") is None and not one_by_one:
        number.dep = "dobj"


@only_on("he", "i", "it", "she", "they", "we")
def pronoun_alone(pronoun: Word) -> None:
    """ "three more than anyone, and, unlike Fairphone, it will sell parts": it will, and not three more."""
    noun = pronoun.head
    verb = noun.head
    if noun.dep not in SUBJECTS or noun.pos == "PRON":
        return
    joint = next((w for w in noun.right if w.dep == "cc" and noun.i < w.i < pronoun.i), None)
    if joint is None or not behind_comma(joint):
        return
    label = noun.dep
    joint.attach(verb, "cc")
    pronoun.attach(verb, label)
    noun.dep = "dep"


@only_on(*_LIKE_THIS)
def called_likely(adverb: Word) -> None:
    """ "a change Reed called "cowardly" ": that is what she called it."""
    verb = adverb.head
    if verb.lemma in {"call", "deem", "consider"} and adverb.i > verb.i:
        adverb.tag, adverb.pos, adverb.dep = "JJ", "ADJ", "oprd"


def boat_that_sank(verb: Word) -> None:
    """ "A boat carrying 70 migrants capsized off Zahra, and 31 were missing": the boat did.

    A participle behind the object of another, with a place or time and without an agent, is no second participle where
    the main verb has another subject joined to the first, or there is none.
    """
    thing = verb.head
    gerund = thing.head
    noun = gerund.head
    main = noun.head
    if verb.tag != "VBN" or thing.dep != "dobj" or gerund.tag != "VBG" or gerund.dep != "acl":
        return
    if verb.child("agent", "dobj", *AUXILIARIES) is not None or not verb.lower.endswith("ed"):
        return
    if noun.is_root and verb.lemma in _UPSETTING:
        verb.tag = "VBD"
        verb.lead()
        noun.attach(verb, "nsubj")
        for word in [w for w in noun.right if w.i > verb.i]:
            word.attach(verb, word.dep)
        return
    other = noun.child("conj")
    joint = noun.child("cc")
    comma = joint is not None and behind_comma(joint)
    if noun.dep not in SUBJECTS or other is None or joint is None or not comma or other.i < verb.i:
        return
    if other.subtree()[0].i != joint.i + 1 or not is_finite(main) or main.i < other.i:
        return
    verb.tag = "VBD"
    label = noun.dep
    for word in [w for w in noun.right if w is joint or (w.text == "," and w.i == joint.i - 1)]:
        word.attach(verb, word.dep)
    other.attach(main, label)
    verb.take_place_of(main)
    noun.attach(verb, subject_label(verb))
    main.attach(verb, "conj")


_UPSETTING = frozenset({"capsize", "collapse", "crash", "derail", "explode", "overturn", "stall", "vanish"})


def year_again(time: Word) -> None:
    """ "reported it twice, in 2018 and again the following year": they reported no year."""
    first = time.head
    again = next((w for w in time.left if w.lower == "again" and w.i == time.subtree()[0].i), None)
    if again is None or not is_time(time) or is_time(first):
        return
    verb = next((w for w in first.ancestors() if is_verbal(w)), None)
    if verb is not None:
        time.attach(verb, "npadvmod")


def promised_in(infinitive: Word) -> None:
    """ "promised during a campaign to cut taxes": the cut is what was promised."""
    noun = infinitive.head
    opener, verb = noun.head, noun.head.head
    if not is_infinitive(infinitive) or noun.dep != "pobj" or opener.dep != "prep" or verb.lemma not in _PROMISING:
        return
    if opener.lower not in _WHEN or noun.lemma in _BIDS or infinitive.subtree()[0].i != noun.i + 1:
        return
    if verb.child("dobj", "xcomp", "ccomp", "auxpass") is None:
        infinitive.attach(verb, "xcomp")


def given_until(infinitive: Word) -> None:
    """ "gave Veltra until the end of May to explain": no month explains."""
    noun = infinitive.head
    until = next((w for w in infinitive.ancestors() if w.dep == "prep" and w.lower in {"until", "till"}), None)
    if (
        is_infinitive(infinitive)
        and until is not None
        and is_nominal(noun)
        and until.head.lemma in {"give", "have", "allow"}
    ):
        infinitive.attach(until.head, "advcl")


def use_to(infinitive: Word) -> None:
    """ "the system that airlines use to file plans", "a gun that he later used to flee": not what they used to do."""
    verb, which = infinitive.head, next((w for w in infinitive.left if w.tag == "WDT"), None)
    once = any(w.lower in {"later", "then", "allegedly", "reportedly"} and w.i == verb.i - 1 for w in verb.left)
    if which is not None and which.dep == "dobj" and once:
        which.attach(verb, "dobj")
    if verb.lemma == "use" and is_infinitive(infinitive) and any(w.dep == "dobj" and w.tag == "WDT" for w in verb.left):
        infinitive.dep = "advcl"


def closed_before(participle: Word) -> None:
    """ "It could reopen the baths, closed in 2022": they were closed."""
    verb, thing = participle.head, participle.head.child("dobj")
    if participle.lemma not in _MADE or participle.tag not in {"VBN", "VBD"} or thing is None or thing.i < verb.i:
        return
    if participle.child(*SUBJECTS, *AUXILIARIES, "mark", "dobj", "cc") is not None or thing.i > participle.i:
        return
    start = participle.subtree()[0].i
    comma = next((w for w in verb.right if w.i == start - 1 and w.text == ","), None)
    dated = any(
        w.dep in {"agent", "npadvmod"} or (w.lower in {"in", "by"} and w.dep == "prep") for w in participle.right
    )
    if comma is not None and dated and thing.subtree()[-1].i == start - 2:
        participle.tag = "VBN"
        participle.attach(thing, "acl")


def sold_too(verb: Word) -> None:
    """ "It was founded in 2009 and sold to a rival": it was sold, and sold nothing."""
    first = verb.head
    if verb.tag != "VBD" or verb.lemma not in _GIVEN or first.child("auxpass") is None or first.tag != "VBN":
        return
    if verb.child(*SUBJECTS, *AUXILIARIES, "dobj", "ccomp", "xcomp", "prt") is not None:
        return
    if verb.child("agent") is not None or any(w.lower in {"to", "for"} for w in verb.right):
        verb.tag = "VBN"


def listed_verb(noun: Word) -> None:
    """ "He stole a van, led officers on a chase and crashed": he led them."""
    verb = noun.head
    if verb.tag != "VBD" or len(noun.left) != 1 or not any(w.dep == "dobj" and w.i < noun.i for w in verb.right):
        return
    led = noun.left[0]
    comma = behind_comma(led)
    last = next((w for w in verb.right if w.dep == "conj" and w.i > noun.i and w.tag == "VBD"), None)
    if led.tag != "VBN" or led.dep != "amod" or not comma or last is None or list(led.children):
        return
    led.tag, led.pos = "VBD", "VERB"
    led.attach(verb, "conj")
    noun.attach(led, "dobj")
    for word in [w for w in verb.right if noun.i < w.i < last.i and w.dep in {"prep", "npadvmod", "advmod"}]:
        word.attach(led, word.dep)


_WHEN = frozenset({"after", "at", "before", "during", "in", "on"})
_PROMISING = frozenset(
    {"agree", "choose", "commit", "decide", "offer", "pledge", "promise", "refuse", "swear", "threaten", "vote", "vow"}
)
_BIDS = frozenset(
    {"agreement", "attempt", "bid", "chance", "deal", "decision", "effort", "move", "order", "plan", "push", "vote"}
)
_MADE = frozenset(
    {"abandon", "build", "close", "complete", "create", "demolish", "design", "erect", "found", "introduce", "launch"}
    | {"open", "publish", "sign", "write"}
)
_GIVEN = frozenset({"award", "give", "hand", "offer", "pass", "sell", "send"})


@only_on("up")
def ground_up(particle: Word) -> None:
    """ "was built from the ground up": nothing was built up."""
    before = next((w for w in particle.head.subtree() if w.i == particle.i - 1), None)
    if before is not None and before.lower in {"bottom", "ground"} and before.dep == "pobj":
        particle.attach(before, "advmod")


@only_on("one")
def that_one_gets(one: Word) -> None:
    """ "the thrill that one gets from it": the thrill is what one gets."""
    verb = one.head
    if one.right or verb.dep not in {"acl", "relcl"}:
        return
    that = next((w for w in verb.left if w.lower == "that" and w.i == one.i - 1), None)
    if that is None or verb.child("dobj", "ccomp") is not None:
        return
    that.tag, that.dep, verb.dep = "WDT", "dobj", "relcl"


def smashed_windows(participle: Word) -> None:
    """ "Three shops suffered smashed windows": they suffered them, and smashed none."""
    verb, thing = participle.head, participle.child("dobj")
    if participle.i != verb.i + 1 or participle.tag not in {"VBD", "VBN"} or thing is None or thing.left:
        return
    if not is_verbal(verb) or verb.child("dobj", "cc", "auxpass") is not None or thing.i != participle.i + 1:
        return
    participle.tag, participle.pos = "VBN", "ADJ"
    thing.attach(verb, "dobj")
    for word in list(participle.children):
        word.attach(verb, word.dep)
    participle.attach(thing, "amod")
