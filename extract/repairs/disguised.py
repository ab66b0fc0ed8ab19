"""Main verbs that the parser took for adjectives, nouns or adverbs, and days that it took for subjects."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    PAST_TAGS,
    SUBJECTS,
    is_finite,
    is_nominal,
    opens_behind_comma,
    subject_label,
)


def past_before_object(past: Word) -> None:
    """ "That decision angered workers", "The plan to sell the port to Orvia upset unions": the decision and plan did.

    A past tense between a noun and a plural without a determiner of its own, in a sentence that has no other verb.
    """
    noun, before = past.head, past.child("npadvmod")
    if before is None or past.left != [before] or past.right or before.i != past.i - 1 or noun.i != past.i + 1:
        return
    if not past.lower.endswith("ed") or noun.tag != "NNS" or noun.left != [past] or before.tag not in {"NN", "NNP"}:
        return
    subject, top = before, noun
    if noun.dep == "pobj" and not noun.is_root:
        subject = top = noun.root
    owned = any(w.dep in {"det", "poss"} for w in subject.left)
    if not owned or not is_nominal(top) or not top.is_root or _has_verb(top):
        return
    if top is not noun:
        before.take_place_of(noun)
    past.pos, past.tag = "VERB", "VBD"
    past.lead()
    for word in [w for w in {*top.right, *noun.right} if w.i > noun.i]:
        word.attach(past, word.dep)
    noun.attach(past, "dobj")
    subject.attach(past, "nsubj")


def name_before_verb(name: Word) -> None:
    """ "Norland imports most of its gas": a name is no part of a finite verb, but its subject."""
    verb = name.head
    bare = verb.child(*SUBJECTS, *AUXILIARIES, "expl", "mark") is None
    if name.tag == "NNP" and verb.pos == "VERB" and verb.tag in {"VBZ", "VBD"} and verb.i == name.i + 1 and bare:
        name.dep = "nsubj"


def past_behind_past(past: Word) -> None:
    """ "Shops suffered smashed windows": of two past tenses side by side the second tells what the windows were."""
    verb, thing = past.head, past.child("dobj")
    if past.i != verb.i + 1 or past.left or thing is None or thing.left or thing.i != past.i + 1:
        return
    if verb.tag in PAST_TAGS and past.tag in PAST_TAGS and verb.child("dobj", "auxpass") is None:
        thing.attach(verb, "dobj")
        for word in [w for w in past.right if w is not thing]:
            word.attach(thing, word.dep)
        past.pos, past.tag = "ADJ", "JJ"
        past.attach(thing, "amod")


def _has_verb(top: Word) -> bool:
    """Whether a finite verb, or a full stop that is none, is in what `top` heads."""
    words = top.subtree()
    return words[-1].text != "." or any(is_finite(w) for w in words) or top.child(*SUBJECTS) is not None


@only_with("which", "who")
def noun_behind_relative(tree: Tree) -> None:
    """ "The new rules, which start in May, ban smoking": they do, and a smoking ban is no other name for them."""
    for noun in list(tree.roots):
        relative = noun.child("relcl")
        beside = noun.child("appos")
        if relative is None or beside is None or noun.tag != "NNS" or not opens_behind_comma(relative):
            continue
        verb = beside.subtree()[0]
        between = [w for w in noun.subtree() if is_finite(w) and not relative.holds(w)]
        if between or verb.tag != "NN" or verb.dep != "compound" or verb.i != relative.subtree()[-1].i + 2:
            continue
        if verb.lower not in entries("headline_verbs") or tree.words[-1].text != "." or verb.i != beside.i - 1:
            continue
        verb.pos, verb.tag = "VERB", "VBP"
        verb.lead()
        for word in [w for w in (*noun.right, *beside.right) if w.i > beside.i]:
            word.attach(verb, word.dep)
        beside.attach(verb, "dobj")
        noun.attach(verb, "nsubj")


def with_subject(word: Word) -> None:
    """ "People who drink tea live longer", "Voters head to the polls": what has a subject and no copula is a verb."""
    subject = word.child("nsubj")
    if word.tag == "VBD" and subject is not None:  # "A blaze that began in a shop spread"
        word.pos = "VERB"
    if word.pos not in {"ADV", "ADJ", "NOUN"} or subject is None or subject.tag != "NNS" or word.left != [subject]:
        return
    bare = word.pos == "NOUN" and word.tag == "NN" and word.subtree()[-1].text == "."
    known = entries("headline_verbs") | {"head"} if bare else entries("intransitive_verbs")
    if (bare or subject.child("relcl") is not None) and word.lower in known and word.child("appos") is None:
        word.pos, word.tag = "VERB", "VBP"


@only_with("accusation", "allegation", "assertion", "charge", "claim", "contention")
def charge_behind(verb: Word) -> None:
    """ "The town accused Orvia of theft, a charge Orvia denies": it did accuse, and the theft is denied."""
    content, charge, who = verb.child("ccomp"), verb.child("dobj"), verb.child("nsubj")
    if content is None or charge is None or who is None or not content.i < charge.i < who.i < verb.i:
        return
    start = charge.subtree()[0]
    if charge.lemma not in reporting("noun") or start.lower not in {"a", "an"} or content.child("mark") is not None:
        return
    if content.child(*SUBJECTS) is None or content.subtree()[-1].i != start.i - 2:
        return
    content.lead()
    for word in [w for w in verb.children if w.dep == "punct"]:
        word.attach(content, "punct")
    charge.attach(content, "npadvmod")
    verb.attach(charge, "relcl")


@only_on("asked")
def asked_aside(asked: Word) -> None:
    """ "The mayor, asked whether she would run, said no": she was asked, and says what follows."""
    main, who = asked.head, asked.child(*SUBJECTS)
    if who is None or asked.tag not in PAST_TAGS or asked.i > main.i or main.child(*SUBJECTS, "expl") is not None:
        return
    if who.subtree()[-1].i != asked.i - 1 or who.subtree()[-1].text != "," or not is_finite(main):
        return
    comma = any(w.text == "," and w.i == asked.subtree()[-1].i + 1 for w in main.left)
    if comma and asked.child("dobj", "dative", *AUXILIARIES) is None:
        who.attach(main, subject_label(main))
        asked.tag = "VBN"
        asked.attach(who, "acl")


@only_on("about", "around")
def about_so_much(about: Word) -> None:
    """ "The firm makes about a third of the tyres": of tyres it makes so much, and nothing about them."""
    share, verb = about.child("pobj"), about.head
    if share is None or share.lower not in _SHARES or verb.pos != "VERB" or about.i != verb.i + 1:
        return
    spoken = verb.lemma in _ABOUT | reporting("verb") | entries("intransitive_verbs") | entries("speaking_verbs")
    if about.entity and about.entity == share.entity and not spoken and verb.child("dobj", "auxpass") is None:
        share.attach(verb, "dobj")
        about.attach(share, "advmod")


@only_on("about")
def about_whom(about: Word) -> None:
    """ "The film, about a boy who finds a bear, opens today": it is about him, and he is no "about a boy"."""
    noun = about.head
    first = noun.left[1] if len(noun.left) > 1 and noun.left[0] is about else None
    if about.dep == "advmod" and noun.dep == "appos" and first is not None and first.dep in {"det", "poss"}:
        about.attach(noun.head, "prep")
        noun.attach(about, "pobj")


_ABOUT = frozenset({"ask", "care", "hear", "know", "learn", "read", "think", "warn", "worry", "write"})
_SHARES = frozenset({"third", "quarter", "fifth", "tenth", "half", "dozen", "thirds", "quarters", "fifths", "tenths"})


def day_is_subject(day: Word) -> None:
    """ "The bag was found April 8 buried below the ground": the day was not buried."""
    state, found = day.head, day.head.head
    if day.entity != "DATE" or day.tag != "NNP" or state.dep not in {"ccomp", "advcl"} or found.tag != "VBN":
        return
    if day.i != found.i + 1 or found.child("auxpass") is None or state.child("mark", *AUXILIARIES) is not None:
        return
    if state.tag in {"VBD", "VBN", "VBG"}:
        day.attach(found, "npadvmod")
        state.tag = "VBN" if state.tag == "VBD" else state.tag
        state.dep = "xcomp" if state.tag == "VBG" else "ccomp"


_FORMS = frozenset({"inc.", "inc", "ltd.", "ltd", "llc", "corp.", "plc", "l.p.", "llp", "n.v.", "s.a."})


@only_on(*_FORMS)
def name_before_form(form: Word) -> None:
    """ "Orvia, Inc. holds it": the name goes on behind the comma."""
    above = form.head
    if above.i == form.i - 2 and form.dep == "conj" and above.tag == "NNP" and form.child("cc", "conj") is None:
        form.take_place_of(above)
        for word in list(above.right):
            word.attach(form, word.dep)
        above.attach(form, "nmod")
        return
    name = next((w for w in above.left if w.i == form.i - 2 and w.tag == "NNP"), None)
    comma = next((w for w in above.left if w.i == form.i - 1 and w.text == ","), None)
    if name is not None and comma is not None:
        comma.attach(form, "punct")
        name.attach(form, "nmod")
