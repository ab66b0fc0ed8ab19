"""Participles behind a noun and the verbs of clauses, one taken for the other; British per cents."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.factuality.event_nouns import DONE_WITH
from extract.factuality.signatures import reporting
from extract.repairs.conjoined import WITH_TWO
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUN_TAGS,
    PAST_TAGS,
    SUBJECTS,
    behind_comma,
    has_subject,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_wh,
    opens_behind_comma,
    subject_label,
)


def past_of_after(verb: Word) -> None:
    """ "Searched the rubble after a quake killed 31 people": the quake killed them, and was not killed.

    "after several members of the public called the police": the public was not called.
    """
    noun = first = verb.head
    if noun.dep == "pobj" and noun.head.lower == "of" and is_nominal(noun.head.head):
        noun = noun.head.head
    opener, thing = noun.head, verb.child("dobj") or verb.child("oprd")
    if thing is not None and thing.dep == "oprd" and (thing.tag != "NNS" or thing.text[0].isupper()):
        return  # "a town called Lorne"
    if verb.tag != "VBN" or noun.dep != "pobj" or opener.lower not in _WHEN or opener.dep != "prep":
        return
    if verb.i != first.i + 1 or thing is None or is_time(thing):
        return
    if verb.lemma in WITH_TWO and thing.dep == "dobj":
        return
    if verb.child(*AUXILIARIES, "agent") is not None:
        return
    verb.tag = "VBD"
    verb.attach(opener.head, "advcl")
    thing.dep = "dobj"
    verb.adopt(w for w in (*first.right, *noun.right) if w.i > verb.i)
    verb.hang(nsubj=noun, mark=opener)


_WHEN = frozenset({"after", "before", "since"})


def content_behind_amid(verb: Word) -> None:
    """ "She left him, amid claims their marriage is over": amid claims that it is, and amid claims she left."""
    subject = verb.child("nsubj", "nsubjpass", "expl")
    opener = next((w for w in verb.left if w.dep == "prep" and w.lower in _AMID), None)
    noun = opener.child("pobj") if opener is not None else None
    if subject is None or noun is None or opener is None or verb.head.i > opener.i or verb.child("mark") is not None:
        return
    if verb.lemma in DONE_WITH:
        return  # after statements the mayor gave the press
    if noun.lemma in reporting("noun") and subject.subtree()[0].i == noun.i + 1 and is_finite(verb):
        opener.attach(verb.head, "prep")
        verb.attach(noun, "acl")


_AMID = frozenset({"after", "amid", "despite", "following"})


def reduced_subject(verb: Word) -> None:
    """ "found that fish exposed to the drug were twice as likely to leave": the fish were, and exposed nothing.

    "Some believe the money being spent shows it": the money does. "found that mice fed the pill lived": mice did.
    "The letters sent in May show it": the letters were sent.
    """
    subject, mark = verb.child("nsubj", "nsubjpass"), verb.child("mark")
    helpers = [w for w in verb.left if w.dep in AUXILIARIES]
    if verb.tag not in {"VBN", "VBD"} or subject is None or any(w.tag != "VBG" for w in helpers):
        return
    last = subject.subtree()[-1] if helpers else subject
    if verb.child("ccomp", "xcomp", "conj") is not None or last.i != verb.i - 1 - len(helpers):
        return
    if verb.tag == "VBD" and not verb.lower.endswith("ed") and (verb.dep != "csubj" or verb.lemma in {"be", "have"}):
        return
    if (verb.child("dobj") is not None and verb.lemma not in WITH_TWO) or is_wh(verb.subtree()[0]):
        return  # "What began as a protest has grown"
    if verb.dep == "csubj" and mark is not None:
        return  # "That he lied is clear"
    main = next((w for w in verb.head.right if w.dep == verb.dep and w.i > verb.i and is_finite(w)), None)
    main = verb.head if verb.dep == "csubj" and verb.i < verb.head.i and verb.subtree()[0].tag[0] != "W" else main
    if main is None or any(w.dep in (*SUBJECTS, "expl", "mark") and w is not verb for w in main.children):
        return
    if min(w.i for w in (main, *main.left) if w is not verb) != verb.subtree()[-1].i + 1:
        return
    subject.attach(main, subject_label(main))
    if mark is not None:
        mark.attach(main, "mark")
    verb.tag = "VBN"
    verb.attach(subject, "acl")


def doing_then_did(noun: Word) -> None:
    """ "Six drowned when a boat carrying guests overturned": the boat did, and is no clause without a verb."""
    when = noun.left[0] if noun.left else noun
    doing = next((w for w in noun.right if w.dep == "acl" and w.tag == "VBG"), None)
    if not is_nominal(noun) or doing is None or not (when.tag == "WRB" or when.dep == "mark"):
        return
    thing = doing.child("dobj") or doing
    verb = next((w for w in (*noun.right, *thing.right) if w.tag in PAST_TAGS and w.dep == "acl"), None)
    if verb is not None and verb.i > doing.i and verb.child("agent") is None:
        verb.attach(noun.head, "advcl", "VBD")
        when.attach(verb, when.dep)
        noun.attach(verb, "nsubj")


def told_content(verb: Word) -> None:
    """ "told the inquest he had seemed happy": what the inquest was told, and no inquest that he seemed.

    "He paid after telling the paper he was rich": the same where the clause was joined to the verb above.

    "Lund told friends she never cheated on him": else the friends would be told nothing.
    """
    subject = verb.child("nsubj", "nsubjpass", "expl")
    listener = verb.head if verb.dep == "relcl" else _listener_before(verb)
    cue = listener.head
    if cue.lemma not in entries("telling_verbs") or listener.dep != "dobj" or subject is None or is_wh(subject):
        return
    if cue.child("ccomp", "dative") is not None or not is_finite(verb):
        return
    if verb.child("dobj", "acomp", "attr", "oprd") is None and _tells_more(cue):
        return
    if any(w.tag[0] == "W" for w in verb.left) or verb.subtree()[0].i != subject.subtree()[0].i:
        return
    if is_person(listener) or listener.entity in {"ORG", "PERSON"} or listener.lower in _LISTENERS:
        listener.dep = "dative"
        verb.attach(cue, "ccomp")


def _listener_before(verb: Word) -> Word:
    """The object that ends right before a conjunct without a conjunction, if there is one."""
    first = verb.subtree()[0].i
    return next((w for w in verb.head.subtree() if w.dep == "dobj" and w.i == first - 1), verb)


def _tells_more(cue: Word) -> bool:
    """Whether somebody is told something apart from what the relative clause would say of them."""
    about = any(w.dep == "prep" and w.lower in {"about", "of", "in", "on", "to"} for w in cue.right)
    return about or cue.child("xcomp", "oprd") is not None or cue.dep == "parataxis" or cue.lemma == "ask"


_LISTENERS = frozenset(
    {"agency", "audience", "committee", "conference", "council", "court", "hearing", "inquest", "inquiry", "jury"}
    | {"magazine", "media", "meeting", "newspaper", "outlet", "panel", "paper", "parliament", "police", "press"}
    | {"programme", "radio", "rally", "show", "station", "tribunal", "website"}
)


def given_first(verb: Word) -> None:
    """ "Rats given the drug lived longer", "Bees exposed to it laid eggs": they lived and laid, and gave nothing.

    The first of two verbs without "and" is a participle, if it can be one.
    """
    main = next((w for w in verb.right if w.dep in {"dep", "ccomp"} and is_finite(w) and w.i > verb.i), None)
    if main is None or main.child(*SUBJECTS, "mark", "expl", "cc") is not None or verb.child("mark") is not None:
        return
    subject = _of_participle(verb)
    if subject is None or main.subtree()[0].i != _end(verb, main) + 1 or opens_behind_comma(main):
        return
    late = [w for w in verb.right if w.i > main.i]
    main.take_place_of(verb)
    main.adopt(late)
    _reduce(verb, subject, main)


def given_to_subject(verb: Word) -> None:
    """ "Rats given the drug lived longer", where the parse has a verb without a subject behind a participle."""
    first = verb.left[0] if verb.left else None
    if first is None or first.tag != "VBN" or verb.tag != "VBD" or verb.child(*SUBJECTS, *AUXILIARIES, "expl"):
        return
    subject = _of_participle(first)
    if subject is not None and first.subtree()[-1].i == verb.i - 1:
        _reduce(first, subject, verb)


def _of_participle(verb: Word) -> Word | None:
    """What stands right before a past that may be a participle ("Bones found in Lorne are"), taken for its subject."""
    subject, where = verb.child("nsubj", "nsubjpass"), verb.child("prep") is not None
    found = where and verb.lemma in {"discover", "find"} and (verb.child("ccomp") or verb).tag in {"VBP", "VBZ"}
    if verb.tag == "VBD" and not found and (not verb.lower.endswith("ed") or verb.lemma in reporting("verb")):
        return None
    if verb.tag not in PAST_TAGS or subject is None or verb.left != [subject] or subject.subtree()[-1].i != verb.i - 1:
        return None
    kept = verb.child("dobj", "oprd") is not None
    if subject.tag not in NOUN_TAGS or (kept and (verb.tag == "VBD" or verb.lemma not in WITH_TWO)):
        return None
    return subject


def _end(verb: Word, main: Word) -> int:
    return verb.subtree(lambda w: w is main or w.i > main.i)[-1].i


def _reduce(verb: Word, subject: Word, main: Word) -> None:
    subject.attach(main, subject_label(main))
    verb.tag = "VBN"
    verb.attach(subject, "acl")


@only_on("believed", "thought", "said", "reported", "rumored", "rumoured", "known", "alleged", "understood")
def believed_to_be(verb: Word) -> None:
    """ "She bought the lamp, believed to be Roman, for a euro": it is the lamp that is believed to be so.

    "A man, believed to be 40, was found": nobody believed anything there, and he was found.
    """
    above, aim, subject = verb.head, verb.child("xcomp"), verb.child("nsubj")
    bare = not has_subject(above) and is_finite(above) and above.i > verb.i
    first = next((w for w in verb.left if w.dep == "advmod" and w.i == verb.i - 1), verb)  # "long believed to be"
    if aim is not None and subject is not None and bare and behind_comma(first) and subject.i < first.i - 1:
        above.adopt(w for w in verb.left if w not in {subject, first})
        subject.attach(above, subject_label(above))
        verb.tag = "VBN"
        verb.attach(subject, "acl")
        return
    if verb.tag not in PAST_TAGS or aim is None or not is_infinitive(aim) or verb.left or above.child("cc") is not None:
        return
    noun = next((w for w in above.subtree() if w.i == verb.i - 2), None)
    if behind_comma(verb) and noun is not None and noun.tag in NOUN_TAGS and noun.i > above.i:
        top = noun
        while top.dep == "pobj" and is_nominal(top.head.head) and top.head.lower == "of":
            top = top.head.head
        late = [w for w in (*verb.right, *aim.right) if w.dep == "prep" and w.i > aim.i and behind_comma(w)]
        verb.tag = "VBN"
        verb.attach(top, "acl")
        above.adopt(late, "prep")


def best_ever(verb: Word) -> None:
    """ "He called the pact the worst deal ever signed": the pact is the deal, which signed nothing."""
    what, noun = verb.child("nsubj"), verb.head
    if verb.tag != "VBN" or what is None or verb.child(*AUXILIARIES) is not None or noun.dep != "dobj":
        return
    if what.subtree()[0].i > noun.i and any(w.tag == "JJS" for w in what.left) and noun.head.lemma in _CALLING:
        what.attach(noun.head, "oprd")
        verb.attach(what, "acl")


_CALLING = frozenset({"call", "consider", "declare", "deem", "dub", "label"})
