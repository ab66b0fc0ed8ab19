"""Nouns that the parser took for verbs or adverbs."""

from __future__ import annotations

from extract.english.persons import person_noun
from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUNS,
    PAST_TAGS,
    SUBJECTS,
    is_finite,
    is_infinitive,
    is_time,
    opens_behind_comma,
    subject_label,
)

_THIRD = "VBZ"
_OF_NOUNS = frozenset({"nsubj", "prep", "punct", "nummod", "det", "amod", "compound", "poss"})


def plural_in_place(noun: Word) -> None:
    """ "Norlandish brigands on two skiffs were caught": a verb in -s is no subject of another."""
    if noun.tag != _THIRD or not noun.lower.endswith("s") or noun.child(*AUXILIARIES, "dobj", "mark") is not None:
        return
    if any(w.tag in {"WDT", "WP", "WRB"} or w.dep not in _OF_NOUNS for w in noun.children):
        return
    _make_noun(noun)
    for word in [w for w in noun.left if w.dep == "nsubj"]:
        _join(word, noun)


@only_on("accused", "bereaved", "condemned", "deceased", "displaced", "injured", "wounded")
def the_accused(somebody: Word) -> None:
    """ "The accused, who cannot be named, wept": somebody, and nothing that was done."""
    if somebody.tag == "VBN" and any(w.lower == "the" for w in somebody.left):
        somebody.retag("NN")


@only_with(":")
def words_before_colon(noun: Word) -> None:
    """ "Holt defends Berg after budget remarks: 'I was there'": no budget remarks on that."""
    mark, topic = noun.child("mark"), noun.child("nsubj")
    content = noun.child("ccomp")
    if noun.tag != _THIRD or mark is None or topic is None or topic.tag != "NN" or topic.left:
        return
    if mark.lower not in {"after", "amid", "over"} or noun.lemma not in reporting("verb") or topic.i != mark.i + 1:
        return
    verb = noun.head
    if content is None or not any(w.text == ":" and w.i == noun.i + 1 for w in noun.right):
        return
    verb.hang(parataxis=content, prep=mark)
    _make_noun(noun)
    noun.attach(mark, "pobj")
    _join(topic, noun)


def _make_noun(word: Word) -> None:
    word.retag("NNS")


def _join(first: Word, noun: Word) -> None:
    """Makes what stands before a noun a part of it."""
    noun.adopt(first.left)
    first.attach(noun, "compound")


def plural_role(role: Word) -> None:
    """ "the arrivals of Ada Holt, from Lund, and defenders Kim Reed and Jo Tan": three people, and nobody defends.

    "the affairs of John Holt (Tarn) and golfer Tom Lund": nobody golfers.
    """
    name, above = role.child("dobj"), role.head
    joint = next((w for w in above.right if w.dep == "cc" and w.i == role.i - 1), None)
    if role.tag not in {_THIRD, "VB", "VBP"} or name is None or name.pos != "PROPN" or joint is None:
        return
    many = role.tag == _THIRD
    if many and not role.lower.endswith("s"):
        return
    noun = role.lower.removesuffix("s") if many else role.lower
    if person_noun(noun) is None or name.subtree()[0].i != role.i + 1 or list(role.left):
        return
    before = [
        w for w in above.subtree() if w.i < joint.i and w.entity == "PERSON" and w.dep in {"pobj", "dobj", "conj"}
    ]
    if not before:
        return
    before[-1].hang(conj=name, cc=joint)
    name.adopt(role.children)
    _make_noun(role)
    role.tag = "NNS" if many else "NN"
    role.attach(name, "compound")


def bare_behind_noun(verb: Word) -> None:
    """ "The plan would lift teacher pay to the midpoint", "They want nurse pay to rise": "pay" is a noun here.

    A bare verb does not agree with one teacher, and "lift" takes no bare infinitive.
    """
    above = verb.head
    whose = verb.child("nsubj") if verb.dep == "ccomp" else above.child("dobj")
    if (
        verb.tag not in {"VB", "VBP"}
        or verb.lemma == "have"
        or verb.child(*AUXILIARIES, "mark", "dobj", "ccomp", "neg", "prt", "cc")
    ):
        return
    if whose is None or whose.tag != "NN" or whose.i != verb.i - 1 or whose.entity or whose.right:
        return
    if above.pos != "VERB" or above.i > whose.i or above.lemma in _BARE | entries("mandative"):
        return
    verb.retag("NN")
    infinitive = next((w for w in verb.right if w.tag == "VB" and is_infinitive(w)), None)
    if infinitive is None:
        verb.attach(above, "dobj")
    else:
        infinitive.attach(above, "ccomp")
        verb.attach(infinitive, "nsubj")
    _join(whose, verb)


@only_on("over")
def name_over_days(particle: Word) -> None:
    """ "Trump over the weekend denied that he knew": he did, and nobody trumps over a weekend."""
    name = particle.head
    days = next((w for w in name.right if w.i == particle.i + 2 and is_time(w)), None)
    main = name.child("dep") or name.head
    if particle.dep != "prt" or name.tag != "VB" or not name.text.istitle() or name.left or days is None:
        return
    if main.tag != "VBD" or main.i != days.i + 1 or main.child("nsubj", "expl") is not None:
        return
    if name.is_root:
        main.lead()
        main.adopt(w for w in name.right if w.i > main.i)
    name.attach(main, "nsubj", "NNP")
    particle.attach(main, "prep", "IN")
    days.attach(particle, "pobj")


@only_on("must")
def must_have(must: Word) -> None:
    """ "The lamp is another must-have here": a thing, and nobody must have it."""
    verb, copula = must.head, must.head.head
    subject = verb.child("nsubj")
    hyphen = any(w.text == "-" and must.i < w.i < verb.i for w in verb.left)
    if verb.tag != "VB" or verb.i != must.i + 2 or not hyphen or subject is None or subject.i != must.i - 1:
        return
    if copula.lemma != "be" or verb.dep != "ccomp" or subject.tag != "DT" or copula.child("attr", "acomp") is not None:
        return
    verb.pos, verb.tag, verb.dep, subject.dep, must.dep = "NOUN", "NN", "attr", "det", "compound"
    for word in list(verb.right):
        word.attach(copula if word.dep == "advmod" else verb, word.dep)


@only_on("climb", "decline", "drop", "fall", "gain", "growth", "increase", "jump", "rise", "slump")
def gain_of_percent(gain: Word) -> None:
    """ "short of the 4 percent gain analysts had predicted": that gain, and nobody gains."""
    percent = next((w for w in gain.head.subtree() if w.i == gain.i - 1), gain)
    determined = any(w.lower in {"a", "the"} for w in percent.left) and percent.dep in {"dobj", "pobj"}
    if percent.lower not in {"%", "percent"} or not determined or gain.child(*SUBJECTS, *AUXILIARIES) is not None:
        return
    gain.take_place_of(percent)
    gain.retag("NN")
    percent.attach(gain, "nmod")
    gain.adopt((w for w in gain.right if w.dep == "ccomp"), "relcl")


_BARE = frozenset({"feel", "have", "hear", "help", "let", "make", "see", "watch"})


def gerund_of_noun(gerund: Word) -> None:
    """ "The bill would gut laws for children and trafficking victims": it traffics nobody."""
    first, noun = gerund.head, gerund.child("dobj")
    if gerund.tag != "VBG" or gerund.left or noun is None or noun.tag != "NNS" or noun.left or noun.i != gerund.i + 1:
        return
    joint = next((w for w in first.right if w.dep == "cc" and w.i == gerund.i - 1), None)
    before = next((w for w in first.subtree() if joint is not None and w.i == joint.i - 1), None)
    if joint is None or before is None or before.tag != "NNS" or before.dep not in {"dobj", "pobj"}:
        return
    if any(w.tag == "VBG" for w in (first, *first.ancestors())) or first.pos != "VERB":
        return
    for word in [w for w in gerund.right if w is not noun]:
        word.attach(first if word.dep in {"cc", "conj", "punct"} else noun, word.dep)
    before.hang(conj=noun, cc=joint)
    gerund.attach(noun, "amod")


def gerund_of_event(gerund: Word) -> None:
    """ "They release a video in shooting trial", "over stabbing attack": nobody shoots a trial."""
    event = gerund.child("dobj")
    if gerund.tag != "VBG" or gerund.left or event is None or event.left or event.i != gerund.i + 1:
        return
    if event.lemma in entries("disasters") | _OF_DEEDS and gerund.lemma in entries("incident_verbs"):
        event.adopt(w for w in gerund.right if w is not event)
        event.attach(gerund.head, "pobj")
        gerund.attach(event, "compound", "NN")


_OF_DEEDS = frozenset({"case", "charge", "death", "incident", "inquiry", "probe", "scandal", "spree", "trial"})


def plural_that_did(noun: Word) -> None:
    """ "The report says that plans to rob the bank were made in a bar": nobody plans, and the plans were made."""
    aim = noun.child("xcomp")
    if noun.tag != _THIRD or aim is None or not is_infinitive(aim) or aim.subtree()[0].i != noun.i + 1:
        return
    if noun.child(*SUBJECTS, *AUXILIARIES, "dobj") is not None or noun.child("mark") is None:
        return
    is_subject = noun.dep in SUBJECTS
    near = (noun.head,) if is_subject else (*noun.right, *noun.head.right)
    verb = next((w for w in near if w.dep == "ccomp" and w.i > aim.i), None)
    if verb is None or not is_finite(verb) or verb.child("mark") is not None:
        return
    between = next((w for w in verb.left if w.dep in SUBJECTS and w is not noun), None)
    if between is not None:
        if between.subtree()[0].i != aim.i + 1:
            return
        between.attach(aim, "dobj")
    elif verb.subtree()[0].i != aim.subtree()[-1].i + 1:
        return
    if not is_subject:
        verb.take_place_of(noun)
    verb.adopt(w for w in noun.children if w is not aim and w.dep not in {"amod", "det", "nummod", "compound"})
    _make_noun(noun)
    noun.attach(verb, subject_label(verb))
    aim.attach(noun, "acl")


def owned_noun(verb: Word) -> None:
    """ "The loss dropped them to 3-9, their worst start in years": a start, and nobody starts."""
    left = verb.left
    if not left or left[0].tag not in {"PRP$", "POS"} or verb.tag not in {"VB", "VBP", "VBD"}:
        return
    own = verb.child("cc", "conj", "dobj", "ccomp", "xcomp")
    if own is not None or any(w.dep not in {"poss", "amod", "compound", "nummod"} for w in left):
        return
    before = next((w for w in verb.head.subtree() if w.i == left[0].i - 2), None)
    if before is None or before.pos not in {"NOUN", "PROPN", "NUM"} or not opens_behind_comma(verb):
        return
    verb.retag("NN")
    before.adopt((w for w in verb.head.right if w.i == before.i + 1), "punct")
    verb.attach(before, "appos")


def head_of_team(head: Word) -> None:
    """ "research team head Lena Marek says so": a title, and no team heads her."""
    main, name = head.head, head.child("dobj")
    if name is None or name.pos != "PROPN" or name.subtree()[0].i != head.i + 1 or not is_finite(main):
        return
    if head.tag not in {"VB", "VBP"} or main.i < name.i or head.child(*AUXILIARIES, "mark", "prep", "advmod"):
        return
    name.take_place_of(head)
    head.attach(name, "compound", "NN")
    main.adopt(w for w in head.left if w.dep in {"advcl", "punct"})
    head.adopt((w for w in head.left if w.dep in SUBJECTS), "compound")


def item_behind_past(verb: Word) -> None:
    """ "Lund wanted to hide her dealings and favors to firms", "grabbed jewels and watches worth much": two things."""
    first, behind = verb.head, [w for w in verb.right if w.i == verb.i + 1]
    worth = bool(behind) and behind[0].lower == "worth"
    lacks = verb.lemma in entries("needing_objects") and verb.child(*_COMPLEMENTS) is None
    if verb.tag != _THIRD or first.tag not in PAST_TAGS or verb.child(*AUXILIARIES, *SUBJECTS) or not (worth or lacks):
        return
    before = next((w for w in first.subtree() if w.i == verb.i - 1), None)
    if before is None or before is first:
        return
    joint = before if before.dep == "cc" else None
    thing = before if joint is None else next((w for w in first.subtree() if w.i == joint.i - 1), None)
    if thing is None or thing.pos not in NOUNS or thing is first:
        return
    _make_noun(verb)
    if joint is None:  # "jewels and luxury watches"
        verb.take_place_of(thing)
        thing.attach(verb, "compound")
    else:
        thing.hang(cc=joint, conj=verb)


_COMPLEMENTS = ("acomp", "attr", "ccomp", "dobj", "oprd", "xcomp")
