"""Who says it, behind what is said, where the parser takes the verb of saying for something else."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import word_class
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    PAST_TAGS,
    SUBJECTS,
    behind_comma,
    is_finite,
    is_nominal,
    is_verbal,
    opens_behind_comma,
)

_HEARING = frozenset({"court", "hearing", "inquest", "inquiry", "jury", "panel", "tribunal"})
_ADVOCATES = frozenset({"defending", "mitigating", "presiding", "prosecuting"})


@only_on("heard", "hears")
def court_heard(verb: Word) -> None:
    """ "Reed moved the money in parts, Lorne Crown Court heard on Tuesday": that is what it heard."""
    court, main = verb.child("nsubj"), verb.head
    if court is None or court.lower not in _HEARING or main.i > verb.i:
        return
    first = verb.subtree()[0]
    parted = behind_comma(first) or first.text == ","
    if parted and verb.child("mark", "ccomp", "dobj", *AUXILIARIES) is None and is_verbal(main):
        verb.dep = "parataxis"


def told_behind(verb: Word) -> None:
    """ "The dam could burst, two clerks told Radio Tarn": they told that, and did nothing besides."""
    main, whom = verb.head, verb.child("dobj", "dative")
    if verb.lemma not in _TELLING or whom is None or verb.child("nsubj") is None or main.i > verb.i:
        return
    parted = behind_comma(verb.subtree()[0]) and not any(w.dep == "cc" for w in main.right)
    content = verb.child("ccomp", "xcomp", "mark", *AUXILIARIES) or any(w.lower in ("of", "about") for w in verb.right)
    if parted and not content and main.child(*SUBJECTS) is not None:
        verb.dep = "parataxis"


def advocate(name: Word) -> None:
    """ "Ada Peake, defending, said he was ill": she said so, and nothing is defended."""
    if name.pos != "PROPN":
        return
    acting = next((w for w in name.right if w.i == name.i + 2 and w.lower in _ADVOCATES), None) or next(
        (w for w in name.head.right if w.i == name.i + 2 and w.lower in _ADVOCATES), None
    )
    verb = next((w for w in name.ancestors() if is_verbal(w) and w.i > name.i), None)
    if acting is None or verb is None or list(acting.right) != [w for w in acting.right if w.dep == "punct"]:
        return
    if verb.i > acting.i + 2 or verb.lemma not in reporting("verb") or not is_finite(verb):
        return
    if verb.child(*SUBJECTS) is None or verb.child("nsubj") is acting:
        if acting.holds(name):
            return
        name.attach(verb, "nsubj")
    acting.pos, acting.tag = "ADJ", "JJ"
    acting.attach(name, "amod")


def after_who_did(verb: Word) -> None:
    """ "was held after officers, acting on a hint, forced the door": they forced it, and "after" opens a clause."""
    main = verb.head
    if verb.tag not in {"VBD", "VBZ", "VBP"} or verb.i < main.i or verb.child(*SUBJECTS, "mark", "expl") is not None:
        return
    before = [w for w in main.subtree(lambda w: w is verb) if main.i < w.i < verb.subtree()[0].i]
    opener = next((w for w in reversed(before) if w.lower in {"after", "before", "since", "until"}), None)
    noun = opener.child("pobj") if opener is not None and opener.dep == "prep" else None
    if opener is None or noun is None or not is_nominal(noun) or not is_person(noun):
        return
    between = [w for w in before if w.i > noun.i and not noun.holds(w)]
    aside = [w for w in between if w.dep in {"advcl", "acl"} and (w.tag == "VBG" or w.child("agent") is not None)]
    if not between or between[0].text != "," or between[-1].text != "," or len(aside) != 1:
        return
    if aside[0].subtree()[0].i != between[0].i + 1:
        return
    noun.attach(verb, "nsubj" if verb.child("auxpass") is None else "nsubjpass")
    opener.attach(verb, "mark")
    aside[0].tag = "VBN" if aside[0].tag == "VBD" else aside[0].tag
    aside[0].attach(noun, "acl")
    verb.attach(main, "advcl")
    for comma in [w for w in (between[0], between[-1]) if not w.holds(noun)]:
        comma.attach(noun, "punct")


def two_speakers(noun: Word) -> None:
    """ "They have taken the port of Tarn, residents and a diplomat said": these said so, and nobody took them."""
    last = next((w for w in noun.right if w.dep == "conj"), None)
    main = next((w for w in noun.ancestors() if is_verbal(w)), noun)
    if last is None or not main.is_root or not (is_person(noun) and is_person(last)) or not opens_behind_comma(noun):
        return
    cue = next((w for w in main.subtree() if w.i == last.i + 1 and w.tag in PAST_TAGS), None)
    if cue is None or cue.lemma not in reporting("verb") or cue.child(*SUBJECTS, *AUXILIARIES, "agent") is not None:
        return
    cue.pos, cue.tag = "VERB", "VBD"
    leads(cue, noun, main)


def leads(cue: Word, speaker: Word, content: Word) -> None:
    """Makes a cue behind what is said the main verb of its sentence, in the place of `content`, a root."""
    cue.lead()
    speaker.attach(cue, "nsubj")
    content.attach(cue, "ccomp")
    for stop in [w for w in content.right if w.dep == "punct" and w.i > cue.i]:
        stop.attach(cue, "punct")


def reported_at_end(cue: Word) -> None:
    """ "It halved the number of cases, scientists reported on Thursday": they reported that it did."""
    main, speaker = cue.head, cue.child("nsubj")
    if cue.tag not in PAST_TAGS or cue.lemma not in reporting("verb") or speaker is None or main.i > cue.i:
        return
    if cue.child("ccomp", "xcomp", "dobj", "mark", *AUXILIARIES) is not None or not opens_behind_comma(speaker):
        return
    if is_finite(main) and main.lemma not in reporting("verb"):
        cue.tag, cue.dep = "VBD", "parataxis"


_TELLING = word_class("verbs of telling somebody")
