"""Who says it, behind what is said, where the parser takes the verb of saying for something else."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import word_class
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    PAST_TAGS,
    SUBJECTS,
    behind_comma,
    is_finite,
    is_nominal,
    is_verbal,
    opens_behind_comma,
    subject_label,
)

#: What shows something, and is shown by nothing.
_SHOWING = frozenset({"show", "shows", "suggest", "suggests", "reveal", "reveals", "indicate", "indicates"})
_RECORDS = frozenset(
    {"account", "analysis", "data", "document", "estimate", "figure", "file", "filing", "footage", "image", "number"}
    | {"paper", "poll", "record", "report", "research", "result", "return", "statistic", "study", "survey"}
)
_HEARING = frozenset({"court", "hearing", "inquest", "inquiry", "jury", "panel", "tribunal"})
_ADVOCATES = frozenset({"defending", "mitigating", "presiding", "prosecuting"})


@only_with(*_SHOWING)
def records_show(tree: Tree) -> None:
    """ "Sales fell, figures published on Monday show.": the figures show it, and there is no Monday show."""
    words = [w for w in tree.words if w.dep != "punct" or w.text == ","]
    cue = words[-1] if words else None
    if cue is None or cue.lower not in _SHOWING or cue.child(*AUXILIARIES) is not None:
        return
    source = next((w for w in reversed(words[:-1]) if w.tag in {"NN", "NNS"} and w.lemma.lower() in _RECORDS), None)
    if source is None or cue.holds(source) or not words[0].i < _start(source) - 1:
        return
    comma = tree.words[_start(source) - 1]
    participle = next((w for w in source.right if w.dep == "acl"), None) or _participle_of(source)
    if comma.text != "," or (participle is None and cue.i > source.i + 1):
        return
    main = next((w for w in tree.words[: comma.i] if w.is_root and is_verbal(w)), None)
    if main is None or main.child(*SUBJECTS, "expl") is None:
        return
    _hang(cue, source, participle, main)


def _start(noun: Word) -> int:
    return min((w.i for w in noun.left), default=noun.i)


def _participle_of(source: Word) -> Word | None:
    """The parser's verb of `source`, which it takes for a second clause: "figures released last month show"."""
    verb = source.head
    return verb if source.dep in SUBJECTS and verb.tag in {"VBN", "VBD"} and verb.i > source.i else None


def _hang(cue: Word, source: Word, participle: Word | None, main: Word) -> None:
    dated, above = [w for w in cue.left if w.dep not in {"punct", "nsubj"}], cue.head
    place = cue.dep
    cue.attach(main, "parataxis")
    cue.pos, cue.tag = "VERB", "VBP"
    if participle is not None and participle.head is not source and not participle.is_root:
        source.attach(cue, "nsubj")
        participle.tag = "VBN"
        participle.attach(source, "acl")
    else:
        source.attach(cue, "nsubj")
    day = dated[-1] if dated else None
    if day is None or above is main:
        return
    for word in dated[:-1]:
        word.attach(day, word.dep)
    day.attach(above, place)


def source_before_cue(noun: Word) -> None:
    """ "He was out on bond, court records show": they show it."""
    verb = noun.head
    if noun.tag != "NNS" or noun.i != verb.i - 1 or verb.tag != "VBP" or verb.lemma not in {"show", "say", "suggest"}:
        return
    if verb.child(*SUBJECTS) is None and verb.child("ccomp") is not None and not verb.child(*AUXILIARIES):
        noun.dep = "nsubj"


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


@only_on("told")
def court_told(verb: Word) -> None:
    """ "Driver was drunk, court told": a headline's court was told so, and told it to nobody."""
    court, content = verb.child("nsubj"), verb.child("ccomp")
    if court is None or content is None or court.lower not in {*_HEARING, "mps"}:
        return
    ends = not any(w.dep != "punct" for w in verb.right) and content.i < court.i and court.i == verb.i - 1
    if ends and not court.left:
        verb.tag, court.dep = "VBN", "nsubjpass"


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


@only_on("according")
def according_before_so(preposition: Word) -> None:
    """ "There are three, according to Lund, so it may close": she says that there are, and the rest follows."""
    verb = preposition.head
    if verb.dep != "conj" or preposition.i > verb.i:
        return
    so = next((w for w in verb.left if w.lower == "so" and w.i > preposition.i), None)
    if so is not None and verb.head.i < preposition.i and so.i == preposition.subtree()[-1].i + 2:
        preposition.attach(verb.head, "prep")


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


def found_beside(speaker: Word) -> None:
    """ "The firm dumped waste, inspectors found in May, and hid it": they found that it did; it dumped none of them."""
    verb, cue = speaker.head, speaker.child("acl")
    thing = next((w for w in verb.right if w.dep == "dobj" and w.i < speaker.i), None)
    if cue is None or thing is None or cue.tag not in PAST_TAGS or cue.i != speaker.i + 1 or not is_person(speaker):
        return
    if cue.lemma in reporting("verb") and cue.child("agent", "dobj") is None and opens_behind_comma(speaker):
        cue.tag = "VBD"
        cue.attach(verb, "parataxis")
        speaker.attach(cue, "nsubj")


def denied_beside(claim: Word) -> None:
    """ "Rebels seize town, army denies losses": the army denies its losses, and not that they seize it."""
    cue = claim.head
    thing = cue.child("dobj")
    subject = cue.child("nsubj")
    if cue.lemma not in _ANSWERING or not cue.is_root or claim.i > cue.i or thing is None or thing.i < cue.i:
        return
    if subject is not None and subject.i > claim.i and opens_behind_comma(subject) and thing.pos != "PRON":
        claim.dep = "parataxis"


_ANSWERING = frozenset({"condemn", "confirm", "criticise", "criticize", "deny", "dispute", "reject"})


def coordinated(word: Word) -> None:
    """Who says it or did it, where the parser coordinates it with what is said or done."""
    for repair in (after_who_did, advocate, court_heard, told_behind, two_speakers):
        if word.dep == "conj":
            repair(word)


def age_of_speaker(cue: Word) -> None:
    """ "He fell," says Theo, 66.: Theo says so, and 66 is his age."""
    behind = [w for w in cue.right if w.dep == "nsubj"]
    if len(behind) != 2 or behind[1].tag != "CD" or behind[0].pos != "PROPN" or behind[1].right:
        return
    name, age = behind
    if any(w.text == "," and name.i < w.i < age.i for w in cue.right):
        age.attach(name, "appos")


_TELLING = word_class("verbs of telling somebody")


def told_between(cue: Word) -> None:
    """ "The sample, Lund told the court, was taken later": it was, and Lund told the court so."""
    subjects = [w for w in cue.left if w.dep == "nsubj"]
    whom = cue.child("dobj", "dative")
    if cue.lemma not in _TELLING or cue.tag not in {"VBD", "VBZ"} or len(subjects) != 2 or whom is None:
        return
    main = next((w for w in cue.right if w.dep in {"conj", "ccomp"} and w.i > whom.i), None)
    if main is None or not is_finite(main) or main.child(*SUBJECTS, "mark") or any(w.dep == "cc" for w in cue.right):
        return
    commas = [w.i for w in cue.children if w.text == ","]
    first, speaker = subjects
    if not any(first.i < i < speaker.i for i in commas) or not any(whom.i < i < main.i for i in commas):
        return
    main.lead()
    first.attach(main, subject_label(main))
    cue.attach(main, "parataxis")


def unclosed_apposition(cue: Word) -> None:
    """ "She fell ill after her mate, Lou Brandt, lost, a friend of hers has revealed": a friend has, and not Brandt."""
    content, subject = cue.child("ccomp"), cue.child("nsubj")
    if cue.lemma not in reporting("verb") or content is None or subject is None or not content.i < subject.i < cue.i:
        return
    role = next((w for w in reversed(subject.right) if w.dep == "appos"), None)
    did = subject.child("acl")
    if role is None or did is None or did.tag not in {"VBN", "VBD"} or not did.i < role.i:
        return
    if any(w.dep not in {"punct", "advmod", "npadvmod"} for w in cue.right) or _has_break(role, cue):
        return
    role.attach(cue, "nsubj")
    did.tag = "VBD"
    did.attach(content, "advcl")
    subject.attach(did, "nsubj")


def _has_break(role: Word, cue: Word) -> bool:
    """Whether a comma closes an apposition before the verb."""
    end = role.subtree()[-1].i
    return any(end < w.i < cue.i and w.dep == "punct" for w in (*role.head.right, *cue.left))
