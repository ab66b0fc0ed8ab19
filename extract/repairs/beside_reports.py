"""Clauses before, behind and inside reports that the parser gives to the wrong verb."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.factuality.signatures import Frame, reporting, signature
from extract.repairs.lost_complements import PERCEIVING
from extract.repairs.main_verbs import lead_with
from extract.repairs.occasions import QUOTATION, only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    BREAKS,
    DASHES,
    NOUN_TAGS,
    SAME_IN_PAST,
    SUBJECTS,
    WH_TAGS,
    behind_comma,
    has_before,
    has_mark,
    is_finite,
    is_nominal,
    opens_behind_comma,
)


@only_on("without")
def without_saying(without: Word) -> None:
    """ "The office said the talks had failed, without giving details": it gave none, and no talks did."""
    content, telling = without.head, without.child("pcomp")
    if content.dep != "ccomp" or content.head.i > content.i or telling is None or not behind_comma(without):
        return
    thing = telling.child("dobj")
    tells = telling.lemma in {"elaborate", "specify"} or (thing is not None and thing.lemma in _DETAILS)
    if tells and content.head.lemma in reporting("verb"):
        without.attach(content.head, "prep")


_DETAILS = frozenset(
    {"date", "detail", "evidence", "example", "explanation", "figure", "information", "name", "reason", "source"}
    | {"timeframe", "timetable"}
)


def heard_say(clause: Word) -> None:
    """ "When he hears the mayor say it is safe, he laughs": it is the mayor who says so, and he who hears it."""
    hears, says = (clause, clause.head) if clause.i < clause.head.i else (clause.head, clause)
    heard = hears.child("dobj")
    if hears.lemma not in PERCEIVING or heard is None or says.tag not in {"VB", "VBP"}:
        return
    if heard.subtree()[-1].i != says.i - 1 or says.child(*SUBJECTS, *AUXILIARIES, "mark") is not None:
        return
    if hears is clause:
        clause.take_place_of(says)
        clause.dep = "advcl"
    says.tag = "VB"
    says.attach(hears, "ccomp")
    heard.attach(says, "nsubj")


def reduced_before_cue(participle: Word) -> None:
    """ "Although doctors not involved in it said it was flawed": the doctors said so."""
    who, end = participle.child("nsubj"), participle.subtree()[-1].i + 1
    cue = next((w for w in participle.head.children if w.i == end and w.lemma in reporting("verb")), None)
    if participle.tag != "VBN" or participle.child(*AUXILIARIES) is not None or who is None or cue is None:
        return
    if cue.tag not in {"VBD", "VBZ", "VBP"} or cue.child(*SUBJECTS, *AUXILIARIES) is not None or cue.i > end:
        return
    cue.dep = "advcl"
    cue.adopt(w for w in participle.left if w.i < who.subtree()[0].i)
    who.attach(cue, "nsubj")
    participle.attach(who, "acl")


def said_in_paper(clause: Word) -> None:
    """ "Holt said in a letter seen by the Post that the dam leaked": she said so, and the Post saw the letter."""
    seen = clause.head.head.head if clause.head.dep == "pobj" else clause.head
    inside = seen.head.head
    cue = inside.head
    if seen.tag != "VBN" or seen.dep != "acl" or seen.child("agent") is None or inside.lower not in {"in", "by", "on"}:
        return
    that = next((w for w in clause.left if w.lower == "that"), None)
    if (
        that is None
        or (that.tag != "IN" and all(w.dep != "dobj" for w in clause.right))
        or clause.child(*SUBJECTS) is None
    ):
        return
    if cue.lemma in reporting("verb") and cue.child("ccomp") is None and is_finite(cue):
        that.dep = "mark"
        clause.attach(cue, "ccomp")


@only_on("quoted")
def quoted_official(quoted: Word) -> None:
    """ "The Argus quoted port official Jan Holt as saying it was late": it quoted him, and is no part of his name."""
    top = quoted.head
    while top.dep == "compound":
        top = top.head
    said = next((w for w in top.right if w.lower == "as" and w.child("pcomp") is not None), None)
    before = [w for w in top.subtree() if w.i < quoted.i]
    if said is None or quoted.dep != "amod" or not before or before[-1].pos != "PROPN" or not is_nominal(top):
        return
    quoted.take_place_of(top)
    quoted.pos, quoted.tag, paper = "VERB", "VBD", before[-1]
    paper.attach(quoted, "nsubj")
    paper.adopt(w for w in before[:-1] if w.head not in before)
    quoted.hang(dobj=top, prep=said)


def alleged_at_end(cue: Word) -> None:
    """ "Lund took money and bought a boat, prosecutors allege, citing letters": they allege both, and cite them."""
    noun, speaker, main = cue.head, cue.child("nsubj"), cue.head.head
    helper = cue.child("aux")
    finite = cue.tag in {"VBD", "VBP", "VBZ"} or (helper is not None and helper.tag in {"VBD", "VBP", "VBZ"})
    if cue.lemma not in reporting("verb") or speaker is None or not finite:
        return
    if speaker.tag in WH_TAGS or not opens_behind_comma(speaker) or noun.dep not in {"dobj", "pobj", "attr"}:
        return
    if any(w.dep != "punct" for w in (*cue.left, *cue.right) if w not in {speaker, helper} and w.lower != "citing"):
        return
    while not main.is_root and (main.pos in {"ADP", "NOUN"} or main.dep in {"acl", "advcl", "conj", "xcomp"}):
        main = main.head
    if main.pos in {"VERB", "AUX"} and main.i < noun.i and is_finite(main) and main.lemma not in reporting("verb"):
        citing = next((w for w in (*main.right, *noun.head.right) if w.i == cue.i + 2 and w.lower == "citing"), None)
        cue.attach(main, "parataxis")
        if citing is not None:
            citing.attach(cue, "advcl")


def name_before_cue(name: Word) -> None:
    """ "The guards, as Lund claims, fired first": a verb has a subject, and no part of a name."""
    verb = name.head
    if name.pos != "PROPN" or name.i != verb.i - 1 or verb.dep != "advcl" or verb.child(*SUBJECTS) is not None:
        return
    cue = verb.lower.removesuffix("s") if verb.tag == "NNS" else verb.lemma
    if cue in reporting("verb") and has_mark(verb, "as"):
        name.dep = "nsubj"
        verb.pos, verb.lemma = "VERB", cue
        verb.tag = "VBZ" if verb.tag == "NNS" else verb.tag


def there_are_claims(main: Word) -> None:
    """ "There are claims Lund took bribes": it is Lund who did, as is claimed, and no Claims Lund."""
    name, near = main.child("nsubj"), main.left if main.is_root else [main.head]
    there = next((w for w in near if w.lemma == "be" and w.child("expl")), None)
    if there is None or name is None or not (name.pos == "PROPN" or name.entity):
        return
    noun = there.child("attr") or next(iter(name.left), main.child("npadvmod"))
    if noun is None or noun.dep not in {"attr", "compound", "npadvmod"} or noun.subtree()[0].i != there.i + 1:
        return
    beside = name.subtree()[0].i - noun.i in {0, 1}
    if beside and signature(noun.lower.removesuffix("s"), "noun", Frame.THAT):
        if main.is_root:
            there.lead()
        noun.lemma = noun.lower.removesuffix("s")
        noun.attach(there, "attr")
        main.attach(noun, "acl")


@only_on("citing")
def citing_first(citing: Word) -> None:
    """ "Citing reports that it had burned, the minister left": he cites reports, and nothing reports it."""
    reports = citing.head
    main, content = reports.head, reports.child("ccomp")
    if citing.i != 0 or reports.i != 1 or reports.tag != "VBZ" or content is None or main is reports:
        return
    if main.child(*SUBJECTS) is None:
        return
    citing.attach(main, "advcl")
    reports.pos, reports.tag, reports.lemma = "NOUN", "NNS", reports.lower.removesuffix("s")
    main.adopt(w for w in reports.right if w is not content)
    reports.attach(citing, "dobj")
    content.dep = "acl"


#: What can be said in such a way, but only with quotation marks around it.
_SOUNDING = frozenset(
    {"applaud", "boo", "chant", "cheer", "cry", "gasp", "giggle", "groan", "howl", "laugh", "moan", "pray", "roar"}
    | {"scream", "sing", "sob", "weep", "whistle", "yell"}
)


def deed_in_list(first: Word) -> None:
    """ "Windows shook, children screamed, and then it was over": they said nothing about the windows."""
    main = first.head
    if main.lemma not in _SOUNDING or first.i > main.i or main.child(*SUBJECTS) is None:
        return
    if any(w.tag in {"''", "``", ":"} for w in (*main.left, *first.right)) or first.child("mark") is not None:
        return
    goes_on = main.tag == "VBG" or any(w.dep == "conj" and w.i > main.i for w in main.right)
    if goes_on and first.child(*SUBJECTS) is not None and is_finite(first):
        first.take_place_of(main)
        main.attach(first, "conj")


@only_with(QUOTATION)
def deed_of_speaker(tree: Tree) -> None:
    """ "They keep telling me so," he said, pouring coffee: what stands behind the quotation is no part of it."""
    for verb in tree.words:
        above = verb.head
        if verb.tag != "VBG" or verb.dep not in {"advcl", "ccomp", "xcomp"} or tree.is_quoted(verb) or verb.i < above.i:
            continue
        inserted = next((w for w in above.right if w.dep == "parataxis" and w.i < verb.i), above)
        cue = inserted if tree.is_quoted(above) else above
        if cue.lemma in entries("quoting_verbs") and opens_behind_comma(verb) and not tree.is_quoted(cue):
            verb.attach(cue, "advcl")


def gesture_of_speaker(verb: Word) -> None:
    """ "The problem, he said, is greed, scrawling the word on a board": he wrote it, and no problem did."""
    above = verb.head
    subject = above.child("nsubj")
    cue = next((w for w in above.children if w.dep == "parataxis" and w.i < verb.i), None)
    if verb.tag != "VBG" or cue is None or subject is None or subject.pos != "NOUN" or is_person(subject):
        return
    if cue.lemma in entries("quoting_verbs") and verb.lemma in _GESTURES and opens_behind_comma(verb):
        verb.attach(cue, "advcl")


_GESTURES = reporting("verb") | {"cite", "gesture", "laugh", "point", "refer", "scrawl", "smile", "speak", "wave"}
_STATING = frozenset({"add", "argue", "believe", "insist", "say", "think"})


def said_it_did(noun: Word) -> None:
    """ "He said the deal cost jobs", "said the drug shrank tumors": nobody says jobs or tumors, and the deal did it."""
    cue, verb = noun.head, noun.left[-1] if noun.left else None
    if cue.lemma not in _STATING or noun.tag not in {"NNS", "NNPS"} or verb is None or verb.i != noun.i - 1:
        return
    if verb.dep not in {"amod", "compound"} or len(verb.left) != 1 or verb.right or noun.i < cue.i:
        return
    subject = verb.left[0]
    past = verb.lower in SAME_IN_PAST or verb.tag in {"JJ", "VBN", "VBD"}
    if not past or subject.tag not in NOUN_TAGS or subject.i != verb.i - 1 or cue.child("ccomp") is not None:
        return
    if noun.subtree()[0].i != cue.i + 1 or subject.child("det", "poss") not in {None, noun.subtree()[0]}:
        return
    verb.attach(cue, "ccomp", "VBD")
    subject.attach(verb, "nsubj")
    subject.adopt(noun.left)
    noun.attach(verb, "dobj")


def said_he_did(name: Word) -> None:
    """ "Police said Lund, acting on a tip, sold his shares": Lund did both, and the police sold nothing."""
    cue = name.head
    near = (*name.right, *cue.right)
    doing = next((w for w in near if w.tag == "VBG" and w.dep in {"acl", "advcl"} and opens_behind_comma(w)), None)
    if doing is None or cue.lemma not in _STATING or cue.child("ccomp") is not None or name.subtree()[0].i != cue.i + 1:
        return
    deed = next((w for w in (*doing.right, *cue.right) if w.dep == "conj" and w.tag == "VBD" and w.i > doing.i), None)
    joined = any(w.dep == "cc" for w in (*doing.right, *cue.right) if deed is not None and w.i < deed.i)
    if deed is not None and not joined and not deed.left and behind_comma(deed):
        later = [w for w in (*doing.right, *cue.right) if w.i > deed.i and w.dep != "punct"]
        deed.attach(cue, "ccomp")
        name.attach(deed, "nsubj")
        doing.attach(deed, "advcl")
        deed.adopt(later)


def both_said(cue: Word) -> None:
    """ "Two died, and one is missing, the owner said.": he said both, and did not say the second beside the first."""
    main, content, speaker = cue.head, cue.child("ccomp"), cue.child("nsubj")
    if content is None or speaker is None or not content.i < speaker.i < cue.i or not main.is_root:
        return
    if cue.lemma not in reporting("verb") or cue.child(*AUXILIARIES, "dobj", "mark") is not None or cue.i < main.i:
        return
    start = content.subtree()[0].i
    joint = next((w for w in (*main.right, *cue.left) if w.lower == "and" and w.i == start - 1), None)
    inner = [w for w in main.subtree() if w.i < start and w.lemma in reporting("verb") and w.child("ccomp")]
    if joint is None or inner or not is_finite(main) or content.child(*SUBJECTS) is None:
        return
    if has_before(content, {"mark"}) or main.child(*SUBJECTS) is None or not opens_behind_comma(speaker):
        return
    cue.lead()
    cue.adopt(w for w in main.right if w.dep == "punct" and w.i > cue.i)
    main.hang(conj=content, cc=joint)
    main.attach(cue, "ccomp")


def content_of_main(verb: Word) -> None:
    """ "Lund said after the news broke that he would pay": the clause says what he said."""
    above, mark = verb.head, verb.child("mark")
    if above.dep != "advcl" or above.child("mark") is None or mark is None or mark.lower != "that":
        return
    main = above.head
    if above.lemma in reporting("verb") or main.lemma not in reporting("verb") or main.i > above.i:
        return
    if main.child("ccomp", "dobj") is None:
        verb.attach(main, "ccomp")


def and_they_agree(first: Word) -> None:
    """ "They have studied it and, for once, they agree": that they studied it is nothing that they agree on."""
    verb = first.head
    joint = next((w for w in reversed(first.right) if w.dep != "punct"), None)
    if joint is None or joint.dep != "cc" or first.i > verb.i or joint.lower not in {"and", "but"}:
        return
    other = next((w for w in verb.left if w.dep == "ccomp" and w.i > joint.i), None)
    if other is not None and other.child("mark") is None:
        other.attach(first, "conj")  # "Six are back but ten may wait, the firm says"
        return
    subject = verb.child(*SUBJECTS)
    if subject is None or not joint.i < subject.i < verb.i or first.child(*SUBJECTS) is None or first.child("mark"):
        return
    first.take_place_of(verb)
    verb.attach(first, "conj")


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


def clause_of_its_own(verb: Word) -> None:
    """ "The cause is open, however reports do not suggest it was fire": they say nothing of the open cause."""
    cue = verb.head
    other = next((w for w in cue.right if w.dep in {"ccomp", "xcomp"}), None)
    subject = cue.child("nsubj", "nsubjpass")
    if subject is None or not verb.i < subject.i < cue.i or cue.child("dobj") is not None or not is_finite(verb):
        return
    between = [w for w in cue.left if verb.i < w.i < subject.subtree()[0].i]
    if cue.child("auxpass") is not None and any(w.text in DASHES for w in between):
        verb.dep = "parataxis"  # "The town is small - he is known there"
    if other is None:
        return
    if any(w.text == ":" or w.lower in {"however", "but", "yet"} for w in between):
        verb.dep = "parataxis"


def said_again(first: Word) -> None:
    """ "We know about the fire, we know about the flood": that is no second time what we know."""
    verb = first.head
    one, same = first.child("nsubj"), verb.child("nsubj")
    if one is None or same is None or first.lemma != verb.lemma or one.lower != same.lower or same.i < first.i:
        return
    if _behind_break(same.subtree()[0]) and any(w.dep in {"prep", "dobj", "ccomp", "xcomp"} for w in verb.right):
        first.take_place_of(verb)
        verb.attach(first, "conj")


def _behind_break(word: Word) -> bool:
    return any(w.text in {*BREAKS, ";"} and w.i == word.i - 1 for w in word.root.subtree())


_MEANS = frozenset({"e-mail", "email", "fax", "letter", "mail", "phone", "post", "radio", "telephone", "text"})


@only_on("by")
def by_telephone(by: Word) -> None:
    """ "The head of works answered by telephone that he was ill": the head did, by these means."""
    verb, means = by.head, by.child("pobj")
    if means is None or means.lower not in _MEANS or means.left:
        return
    by.dep = "prep"
    noun = verb.head
    according = noun.head.head if noun.dep == "pobj" and noun.head.head.lower == "according" else None
    speaker = noun if according is None else noun.child("appos")
    if verb.dep != "acl" or verb.child("ccomp") is None or speaker is None or not (according or speaker).is_root:
        return
    lead_with(verb, speaker, verb)
    verb.tag = "VBD"
    if according is not None:
        according.attach(verb, "prep")


_TELLING = frozenset({"assure", "inform", "remind", "tell"})


def told_behind(noun: Word) -> None:
    """ "It is old," Lund tells The Norland Reporter: the paper is told so, and says nothing."""
    verb = noun.head
    if noun.i > verb.i and verb.lemma in _TELLING and any(w.dep in SUBJECTS for w in verb.left):
        noun.dep = "dobj"
