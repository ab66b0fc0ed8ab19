"""Verbs that the parser coordinated with another although a subject of their own stands before them."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.roles import is_person
from extract.english.persons import group_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.repairs.lost_complements import PERCEIVING
from extract.repairs.occasions import QUOTATION, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUNS,
    PAST_TAGS,
    SUBJECTS,
    auxiliaries,
    behind_comma,
    first_conjunct,
    is_bare,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    opens_behind_comma,
    subject_label,
    that_mark,
)

UNTIL = word_class("conjunctions of time that are prepositions too")
_AMOUNTS = frozenset({"both", "few", "less", "many", "more", "most", "much", "several"})


def own_subject(verb: Word) -> None:
    """A finite verb right behind a noun, without "and", is coordinated with nothing: the noun is its subject.

    "Reed ran for 60 yards and Lund caught two passes", "Trains stopped after the collapse of a bridge cut the line",
    "Ruiz repeated the board is sure of it", "Letters sent to the mayor show it".
    """
    first = verb.head
    if not _may_stand_alone(verb, first):
        return
    nouns = list(_nouns_before(verb, first))
    told = verb.dep == "ccomp"
    acts = any(first_conjunct(n).dep == "dobj" for n in nouns if n.dep == "conj")
    inner = next((w for n in nouns[:1] for w in n.ancestors() if told and w.dep == "ccomp"), first)
    acts = acts and (verb.child("dobj") is not None or inner is not first)
    _ = (
        _after_conjunction(verb, nouns)
        or ((not told or acts) and (_beside_noun(verb, inner, nouns) or _content(verb, nouns)))
        or _main_behind_participle(verb, first)
    )


def no_item(verb: Word) -> None:
    """ "Either the mayor cuts costs or the library closes": no clause goes on with a noun."""
    noun = verb.head
    above = next((w for w in noun.ancestors() if is_verbal(w) and is_finite(w)), noun)
    own = verb.child(*SUBJECTS) is not None and verb.child("mark") is None
    own = own and not any(w.tag[0] == "W" for below in verb.left for w in below.subtree())
    if is_nominal(noun) and is_finite(verb) and own and above.i < noun.i < verb.i:
        go_on(verb, above)


def _may_stand_alone(verb: Word, first: Word) -> bool:
    if not (first.i < verb.i and is_verbal(verb) and is_verbal(first) and is_finite(verb)):
        return False
    return verb.child(*SUBJECTS, "expl", "mark", "cc") is None and all(w.tag[0] != "W" for w in verb.left)


def _nouns_before(verb: Word, first: Word) -> Iterator[Word]:
    """The noun phrases that end right before a verb with its auxiliaries and adverbs, the shortest first."""
    own = [w for w in verb.left if w.dep in {*AUXILIARIES, "advmod", "neg"}]
    start = min((below.i for w in own for below in w.subtree()), default=verb.i)
    last = next((w for w in _before(first, verb) if w.i == start - 1), None)
    word = last
    while word is not None and last is not None and word is not first and word.i > first.i:
        if word.subtree()[-1] is not last:
            return
        nominal = is_nominal(word) or word.lower in _AMOUNTS
        if nominal and not is_time(word) and word.lower != "that":
            yield word
        word = word.head


def _before(first: Word, verb: Word) -> Iterator[Word]:
    for child in first.right:
        if child.i < verb.i and child is not verb:
            yield from child.subtree()


def _after_conjunction(verb: Word, nouns: list[Word]) -> bool:
    """ "after the collapse of a bridge cut the line": "after" opens a clause."""
    for noun in nouns:
        opener = noun.head
        above = next((w for w in opener.ancestors() if is_verbal(w)), None)
        if noun.dep != "pobj" or opener.lower not in UNTIL or above is None:
            continue
        if _joined(nouns[0]) and noun is not nouns[0].head and not _listed(nouns[0]):
            return False  # "left after talks in Lima and Reed stayed"
        verb.attach(above, "advcl")
        noun.attach(verb, subject_label(verb))
        opener.attach(verb, "mark")
        return True
    return False


def _beside_noun(verb: Word, first: Word, nouns: list[Word]) -> bool:
    """ "ran for 60 yards and Lund caught two passes"."""
    noun = next((n for n in nouns if _joined(n)), None)
    whole = verb.child("auxpass", "ccomp", "xcomp", "dobj") is not None
    cue = verb.lemma in reporting("verb") and not whole  # behind what is said
    if noun is None or cue:
        return False
    above = noun.head
    if _joined(above) and _comma_before(above):
        noun = above  # "was popular, and her wit and charm kept her so"
    joint = _joint(noun)
    if joint is not None:
        joint.attach(first, "cc")
    verb.attach(first, "conj")
    noun.attach(verb, subject_label(verb))
    return True


def _content(verb: Word, nouns: list[Word]) -> bool:
    """ "repeated the board is sure of it", "heard his aunt begin to sing"."""
    for noun in nouns:
        above = noun.head
        if noun.dep != "dobj" or above.child("ccomp", "xcomp") is not None:
            continue
        bare = above.lemma in PERCEIVING and verb.tag == "VBP" and verb.child(*AUXILIARIES) is None
        if bare or (above.lemma in reporting("verb") and verb.tag != "VBN"):
            verb.tag = "VB" if bare else verb.tag
            verb.attach(above, "ccomp")
            noun.attach(verb, subject_label(verb))
            return True
    return False


def _main_behind_participle(verb: Word, first: Word) -> bool:
    """ "Letters sent to the mayor show it": what was taken for the main verb is a participle."""
    if any(w.dep in {"punct", "cc"} and w.i < verb.i for w in first.right):
        return False
    subject = first.child("nsubj", "nsubjpass")
    inner = next((w for w in first.left if w.dep in SUBJECTS and w is not subject), None)
    if subject is not None and inner is not None:
        return _main_behind_relative(verb, first, subject, inner)
    if subject is None or not is_nominal(subject) or subject.tag in {"PRP", "WDT", "WP"} or subject.entity == "PERSON":
        return False
    if any(w.dep in {"dobj", "ccomp", "mark", *AUXILIARIES} and w.i < verb.i for w in first.children):
        return False
    if (first.lemma in reporting("verb")) != (first.child("xcomp") is not None):
        return False  # "said claims about it were false", but "a van believed to be his was found"
    if first.tag not in {"VBD", "VBN"} or first.lower[-1] not in "dtnk":
        return False
    if first.lemma in entries("intransitive_verbs") - {"agree", "cheat"} | {"be"}:
        return False  # "Lund died when some calls were going astray": nobody is died
    _take_place(verb, first)
    subject.attach(verb, subject_label(verb))
    first.tag = "VBN"
    first.attach(subject, "acl")
    return True


def _main_behind_relative(verb: Word, first: Word, subject: Word, inner: Word) -> bool:
    """ "A film showing the moment a boy was found was released": of two subjects the first is the last verb's."""
    start = inner.subtree()[0].i
    noun = next((w for w in subject.subtree() if w.i == start - 1 and is_nominal(w)), None)
    if noun is None or noun is subject:
        return False
    _take_place(verb, first)
    subject.attach(verb, subject_label(verb))
    first.attach(noun, "relcl")
    return True


def _take_place(verb: Word, first: Word) -> None:
    """Puts `verb` where `first` hangs, with what stands before the subject and behind the verb."""
    verb.take_place_of(first)
    subject = first.child("nsubj", "nsubjpass")
    for child in [*first.left, *first.right]:
        outside = child.i > verb.i or (subject is not None and child.i < subject.i)
        if child is not subject and outside:
            child.attach(verb, child.dep)


#: Labels of clauses whose verbs are mostly not finite.
_BARE_PLACES = frozenset({"pcomp", "acl", "advcl", "conj", "xcomp"})


def finite_among_bare(verb: Word) -> None:
    """ "is held on charges of fleeing and is expected in court": a finite verb goes on with a finite one.

    Not with one whose subject it does not agree with: "said after the reports broke, but has not paid". "The law says a
    clerk must pay and asks for proof": the law does.
    """
    first = verb.head
    if not (is_verbal(first) and is_finite(verb)) or verb.child(*SUBJECTS, "expl", "mark") is not None:
        return
    subject = _subject(first)
    bare = first.tag in {"VBG", "VB"} and not is_finite(first) and first.dep in _BARE_PLACES
    # "She insists that he be there and should pay"
    bare = bare or (first.dep == "ccomp" and (first.lower == "be" or first.tag == "VB") and is_bare(first))
    shared = any(w.dep in AUXILIARIES and w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in verb.left)
    apart = subject is not None and _agrees(verb, subject) is False
    start = verb.subtree()[0].i
    joined = any(w.dep == "cc" and start - 2 <= w.i < start for w in first.right)
    if not joined or not (apart or (bare and shared) or _says_more(verb, first)):
        return
    for like in first.ancestors():
        above = _subject(like) if is_verbal(like) and is_finite(like) and like.i < verb.i else None
        if above is not None and _agrees(verb, above) is not False and (not apart or _agrees(verb, above)):
            go_on(verb, like)
            return


def _says_more(verb: Word, first: Word) -> bool:
    """ "says a clerk must pay and asks for proof": a form in -s goes with no modal, but with the verb of saying"""
    modal = first.dep == "ccomp" and first.tag == "VB" and any(w.tag == "MD" for w in first.left)
    saying = {verb.lemma, first.head.lemma} <= reporting("verb")
    return modal and saying and verb.tag == first.head.tag == "VBZ"


def _subject(verb: Word) -> Word | None:
    found = verb.child("nsubj", "nsubjpass")
    while found is None and verb.dep == "conj" and is_verbal(verb.head):
        verb = verb.head
        found = verb.child("nsubj", "nsubjpass")
    return found


def _agrees(verb: Word, subject: Word) -> bool | None:
    """Whether a verb's number is that of a subject; None where English does not show it."""
    finite = next((w for w in (*verb.left, verb) if w.tag in {"VBZ", "VBP"} or w.lower == "was"), None)
    if finite is None or (finite is not verb and finite.dep not in AUXILIARIES):
        return None
    several = subject.tag in {"NNS", "NNPS"} or subject.lower in _AMOUNTS or subject.child("conj") is not None
    several = several or subject.lower in {"they", "we", "you"}
    one = subject.lower in {"he", "she", "it"} or (
        subject.tag in {"NN", "NNP"} and subject.child("prep", "conj") is None
    )
    single = finite.tag == "VBZ" or finite.lower == "was"
    if (several and subject.entity) or not (several or one):
        return None  # "The Lakers has", "the number of mills are"
    return single != several if several else single


@only_with(":")
def behind_colon(tree: Tree) -> None:
    """ "Herons 5, Rovers 1: Reed and Lund scored": they did; what stands before the colon is a heading."""
    for colon in [w for w in tree.words if w.text == ":"]:
        for verb in (w for w in tree.words if w.i > colon.i and is_verbal(w) and is_finite(w)):
            before = next((w for w in verb.left if w.dep in SUBJECTS and w.i < colon.i), None)
            if before is None:
                continue
            own = next((w for w in verb.left if w.dep in SUBJECTS and w.i > colon.i), None)
            noun = own or _first_behind(colon, before)
            if noun is not None and noun.i < verb.i:
                label = before.dep
                noun.attach(verb, label)
                before.dep = "dep"
            break


def _first_behind(colon: Word, before: Word) -> Word | None:
    """The noun phrase that opens right behind a colon, below what stands before it."""
    start = colon.i + 1
    opening = [w for w in before.subtree() if is_nominal(w) and w.subtree()[0].i == start]
    return next((w for w in opening if w.head.subtree()[0].i != start), None)


def past_cue(tree: Tree) -> None:
    """ "The mill is old, the report said, and has no roof": the mill has none.

    In '"The mill is old," Lund said, and left the hall' it is the speaker who left: there the content is quoted.
    "The quake killed ten, the president said, and declared a day of mourning": no quake declares anything.
    """
    for verb in tree.words:
        if verb.dep == "conj" and is_finite(verb) and verb.child(*SUBJECTS, "expl", "mark") is None:
            _past_cue(verb, tree)


def _past_cue(verb: Word, tree: Tree) -> None:
    first, outside = verb.head, not tree.is_quoted(verb)
    if first.lemma in reporting("verb"):
        content = first.head if first.dep == "parataxis" else next((w for w in first.left if w.dep == "ccomp"), first)
        said = content.i < first.i < verb.i and is_verbal(content) and is_finite(content)
        things = [w for w in content.having(*SUBJECTS) if w.pos == "NOUN" and not is_person(w) and not w.entity]
        speaks = (
            things
            and verb.tag == first.tag
            and first.dep != "parataxis"
            and verb.lemma in _CALLING_ON | reporting("verb")
        )
        if said and not speaks and not (outside and tree.is_quoted(content)):
            go_on(verb, content)
    elif outside and tree.is_quoted(first):
        cue = next((w for w in first.right if w.dep == "parataxis" and w.i < verb.i), None)
        if cue is not None and cue.lemma in reporting("verb") and cue.child("cc") is not None:
            go_on(verb, cue)


@only_with(QUOTATION)
def past_quotation(tree: Tree) -> None:
    """Hiller called, saying "I am the one you want" and asking for help: what follows the quotation is not in it."""
    if not tree.quotes:
        return
    for verb in tree.words:
        if verb.dep != "conj" or not is_verbal(verb) or tree.is_quoted(verb) or not tree.is_quoted(verb.head):
            continue
        like = next((w for w in verb.head.ancestors() if is_verbal(w) and not tree.is_quoted(w)), None)
        if like is None or like.tag != verb.tag or like.i > verb.head.i or verb.child(*SUBJECTS) is not None:
            continue
        subject = verb.head.child(*SUBJECTS) or verb.head
        whole = tree.is_quoted(subject) or verb.lemma in reporting("verb")
        if whole or any(w.text == "," and w.i == verb.subtree()[0].i - 2 for w in verb.head.right):
            go_on(verb, like)  # not: said he "never paid" and had left


def others_say(verb: Word) -> None:
    """ "Brandt noted that it was old, and critics warned that it would fall": Brandt said nothing of critics."""
    first, who, content = verb.head, verb.child("nsubj"), verb.child("ccomp")
    cue = first.head
    if first.dep != "ccomp" or cue.i > first.i or cue.tag != verb.tag or who is None or content is None:
        return
    joint = next((w for w in (*first.right, *verb.left) if w.dep == "cc" and w.i == verb.subtree()[0].i - 1), None)
    comma = joint is not None and any(w.text == "," and w.i == joint.i - 1 for w in cue.subtree())
    both = {cue.lemma, verb.lemma} <= reporting("verb") and that_mark(first) is not None
    if comma and both and who.pos in NOUNS and who.head.child("mark") is None:
        go_on(verb, cue)


def says_further(verb: Word) -> None:
    """ "Reed noted that the inquiry was going on and warned there could be more": no inquiry warned.

    "Reed is telling voters that the navy is weak and says he will buy ships": only Reed is "he".
    """
    first = verb.head
    cue, subject, content = first.head, first.child(*SUBJECTS), verb.child("ccomp")
    if first.dep != "ccomp" or cue.i > first.i or cue.lemma not in reporting("verb"):
        return
    helpers = [w.lower for w in auxiliaries(verb)]
    if verb.child(*SUBJECTS, "mark") is not None or subject is None or helpers not in ([], ["has"], ["have"]):
        return
    if verb.lemma not in (_CALLING_ON if content is None else reporting("verb")):
        return  # "The letter says the plan is dead and urges the mayor to go": so the letter does
    speaker, they = cue.child("nsubj"), content.child(*SUBJECTS) if content is not None else None
    named, had = subject.tag[:3] == "PRP", content is None and _calls_on(verb, subject, speaker)
    if not _in_one_time(verb, cue) or ((is_person(subject) or named) and not had):
        return
    himself = speaker is not None and (is_person(speaker) or speaker.tag == "NNP")
    himself = himself and they is not None and they.lower in {"he", "she"}
    thing = subject.tag == "DT" or subject.pos == "NOUN"  # "said that was untrue and dismissed the reports"
    if himself or had or (thing and not (subject.entity or group_noun(subject.lemma.lower()))):
        verb.tag = "VBD" if verb.tag == "VBN" else verb.tag
        go_on(verb, cue)


def _calls_on(verb: Word, pronoun: Word, speaker: Word | None) -> bool:
    """ "Lund said she had lied and urged her to go": nobody urges herself. Nor does "had been" go on with an object.

    "Police said he had hit her and demanded money": he may well have. Behind a comma he has not.
    """
    first = verb.head
    if not any(w.lower == "had" for w in first.left) or first.head.lemma == "hear":
        return False
    asked = verb.child("dobj") is not None or any(w.lower in {"for", "on"} for w in verb.right)
    itself = pronoun.lower == "it" and speaker is not None and not is_person(speaker)
    again = _AS_OBJECT.get(pronoun.lower)
    back = any(w.lower == again and w.tag == "PRP" for w in verb.subtree())
    apart = any(w.text == "," and w.i == verb.subtree()[0].i - 2 for w in first.right)
    return back or (asked and (apart or (itself and first.child("auxpass") is not None)))


_AS_OBJECT = {"he": "him", "she": "her", "they": "them"}
_CALLING_ON = frozenset(
    {"accuse", "ask", "blame", "call", "condemn", "criticise", "criticize", "demand", "dismiss", "recommend", "reject"}
    | {"urge", "warn"}
)


def _in_one_time(verb: Word, cue: Word) -> bool:
    """Whether a verb has the tense of another, as far as its form tells."""
    tags = {"VBD", "VBZ", "VBP"}
    own, form = (next((w.tag for w in (*v.left, v) if w.tag in tags), v.tag) for v in (verb, cue))
    return own == form or (own == "VBN" and form == "VBD")


def had_too(verb: Word) -> None:
    """ "The inquiry found the firm had known of the leak but had hidden it": the inquiry "found", not "had"."""
    cue = verb.head
    first = next((w for w in cue.right if w.dep == "ccomp" and w.i < verb.i and w.child(*SUBJECTS) is not None), None)
    if first is None or cue.tag != "VBD" or verb.child(*SUBJECTS, "mark", "expl") is not None:
        return
    had, like, none = ([w.lower for w in v.left if w.dep in AUXILIARIES] for v in (verb, first, cue))
    if had == like == ["had"] and not none:
        go_on(verb, first)


def seen_doing_both(verb: Word) -> None:
    """ "Polls show Lund leading among women but trailing among men": she trails, and no polls do."""
    first, bare = verb.head, verb.child(*SUBJECTS, *AUXILIARIES, "mark") is None
    below = [w for c in first.right for w in (c, *c.right) if w.dep in {"acl", "ccomp"} and w.i < verb.i]
    if verb.tag == "VBG" != first.tag and bare and below and below[-1].tag == "VBG":
        go_on(verb, below[-1])


def go_on(verb: Word, like: Word) -> None:
    """Makes a verb a conjunct of another, with the conjunction and the comma before it."""
    start = verb.subtree()[0].i
    like.adopt(w for w in verb.head.right if w.dep in {"cc", "punct"} and start - 2 <= w.i < start)
    verb.attach(like, "conj")


def _joined(noun: Word) -> bool:
    """Whether a noun is coordinated with another by "and" right before it."""
    return noun.dep == "conj" and _joint(noun) is not None


def _joint(noun: Word) -> Word | None:
    start = noun.subtree()[0].i
    return next((w for w in noun.head.right if w.dep == "cc" and w.i == start - 1), None)


def _listed(noun: Word) -> bool:
    """ "Oslo, Lima and Bern": the last of several."""
    return noun.head.dep == "conj" and _comma_before(noun.head)


def _comma_before(noun: Word) -> bool:
    start = noun.subtree()[0].i
    return any(w.text == "," and start - 2 <= w.i < start for w in noun.head.right)


def but_another_did(first: Word) -> None:
    """ "The mayor, under fire, offered to go, but the premier refused": two deeds of two people."""
    main = first.head
    deed = next((w for w in first.right if w.dep == "acl" and w.tag in PAST_TAGS and opens_behind_comma(w)), None)
    joint = next((w for w in first.right if w.lower in {"but", "and"} and deed is not None and w.i > deed.i), None)
    other = next((w for w in main.left if w.dep in SUBJECTS and w.i > first.i), None)
    if deed is None or joint is None or other is None or other.subtree()[0].i != joint.i + 1 or deed.left:
        return
    if main.is_root and is_finite(main) and behind_comma(joint) and deed.child("dobj", "ccomp", "xcomp") is not None:
        deed.lead("VBD")
        first.attach(deed, "nsubj")
        joint.attach(deed, "cc")
        main.attach(deed, "conj")


def first_of_events(began: Word) -> None:
    """ "The strike began on Friday, the port closed and talks resumed": the strike says nothing of the port."""
    main, subject = began.head, began.child("nsubj")
    if began.lemma not in entries("going_on_verbs") or not main.is_root or began.i > main.i or subject is None:
        return
    if is_person(subject) or subject.pos == "PRON" or began.child("ccomp", "dobj") is not None:
        return
    other = main.child(*SUBJECTS)
    says = main.lemma in reporting("verb") and main.child("dobj") is None
    if not says and other is not None and other.i > began.i and opens_behind_comma(other):
        began.lead()
        main.attach(began, "conj")
