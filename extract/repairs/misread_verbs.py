"""Verbs that the parser misread: a wrong tense, a wrong kind of clause, a wrong verb above."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.persons import Sort, group_noun
from extract.english.wordlists import entries
from extract.factuality.signatures import Frame, reporting, signature
from extract.repairs.conjoined import WITHOUT_OBJECT, leads_to
from extract.repairs.coordination import go_on
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    TENSED_TAGS,
    auxiliaries,
    has_before,
    has_subject,
    is_finite,
    is_infinitive,
    is_time,
    is_wh,
    subject_label,
    that_mark,
)

_MAKERS = frozenset({"make", "keep", "leave", "get", "find", "render"})


def participle_not_past(verb: Word) -> None:
    """ "The pipe was cut into pieces and removed": `removed` shares "was", for it has no object.

    "The mayor must be fired and the office closed", "asks that he be fired and ...": the office must be.
    """
    first, subject = verb.head, verb.child("nsubj")
    asked = any(w.dep == "auxpass" and w.tag == "VB" for w in first.left)
    if asked and subject is not None and verb.tag == "VBD" and first.tag == "VBN" and not auxiliaries(verb):
        if verb.lower.endswith("ed") and verb.child("dobj", "ccomp", "xcomp", "attr", "acomp") is None:
            verb.tag, subject.dep = "VBN", "nsubjpass"
        return
    if (
        verb.tag != "VBD"
        or not verb.lower.endswith("ed")
        or first.tag != "VBN"
        or has_subject(verb)
        or auxiliaries(verb)
    ):
        return
    if first.child("auxpass") is None or verb.child("dobj", "ccomp", "xcomp", "attr", "acomp"):
        return
    if any(w.dep == "conj" and w.tag == "VBD" and w.i < verb.i for w in first.right):
        return  # "She was born in Tarn, studied law and moved to Lorne"
    if any((w.dep == "prep" and w.lower in {"of", "about"}) or w.lower == "short" for w in verb.right):
        return  # "were not asked and learned of the plan", "was hurt but stopped short of suing"
    inward = any(w.lower.endswith("ward") and w.i == verb.i + 1 for w in verb.right)
    by = any(w.dep == "agent" or w.lower == "by" for w in verb.right)
    if verb.lemma == "move" and (inward or first.lower == "born") and not by:
        return  # "was set at the door and moved inward", "was born in Tarn and moved to Lorne"
    if verb.lemma not in WITHOUT_OBJECT and not leads_to(verb):
        verb.tag = "VBN"


def because_behind(verb: Word) -> None:
    """ "Reed was freed, officials said, because he was ill": why he was freed, and no reason to say so."""
    cue = verb.head
    content = next((w for w in cue.left if w.dep == "ccomp"), None)
    mark = next((w for w in verb.left if w.dep == "mark"), None)
    if content is None or mark is None or mark.lower not in _REASONS or cue.lemma not in reporting("verb"):
        return
    if any(w.text == "," and w.i == mark.i - 1 for w in (*cue.right, *verb.left)):
        verb.attach(content, "advcl")


#: Conjunctions of clauses that belong to what is said and not to the saying.
_REASONS = frozenset({"because", "unless"})


def clause_before(verb: Word) -> None:
    """A clause before the subject is what the verb says only if the verb can say something.

    "The old bridge was closed; a new one is being built" has two statements; in "Their papers lost, they
    headed for the border" the first is an adjunct.
    """
    head = verb.head
    subject = head.child("nsubj", "nsubjpass")
    mark = verb.child("mark")
    behind = any(w.dep == "ccomp" and has_subject(w) and w.subtree()[0].i == head.i + 1 for w in head.right)
    if subject is None or not verb.i < subject.i or (head.lemma in reporting("verb") and not behind):
        return
    bare = verb.tag in {"VBN", "VBG"} and not auxiliaries(verb)
    timed = mark is not None and mark.lower in _TIMED
    verb.dep = "advcl" if bare or timed else "parataxis"


#: What opens a clause that only says when another holds.
_TIMED = frozenset({"after", "before", "since", "until", "when", "while"})


def content_of_object(verb: Word) -> None:
    """ "The board dismissed her complaint (to it) that she was cheated": the clause is the complaint's."""
    noun = verb.head.child("dobj", "dative")
    that = that_mark(verb)
    if (
        noun is None
        or that is None
        or noun.subtree()[-1].i != that.i - 1
        or (verb.head.lemma in entries("telling_verbs") and noun.lower not in _TOLD)
    ):
        return
    if noun.lemma.lower() in reporting("noun") | _TOLD:
        noun.dep = "dobj"
        verb.attach(noun, "acl")


#: What is told, and nobody to whom something is told.
_TOLD = frozenset({"joke", "lie", "story", "tale", "truth"})


def clause_after(verb: Word) -> None:
    """ "The town grew, two schools were built": what follows the comma is no content of "grew"."""
    head = verb.head
    if verb.i < head.i or head.lemma in reporting("verb") or verb.child("mark") is not None or not is_finite(verb):
        return
    subject = verb.child("nsubj", "nsubjpass", "expl")
    if subject is None or is_wh(subject) or verb.dep != "ccomp":
        return
    first = verb.subtree()[0].i
    if any(w.dep == "punct" and w.text in {",", ";"} and w.i == first - 1 for w in head.right):
        verb.dep = "parataxis"


def finite_subject(verb: Word) -> None:
    """A finite clause without "that" is no subject: "The team races home: is the cup safe?" are two sentences."""
    if verb.head.child("nsubj") is not None and verb.left and verb.left[0].tag == "TO":
        verb.dep = "advcl"  # "To win, he said, the team should attack"
    if not is_finite(verb) or not has_subject(verb) or verb.child("mark") is not None:
        return
    whether = next(iter(verb.head.left), verb)
    if whether.lower == "whether" and whether.dep == "mark" and verb.i < verb.head.i:
        whether.attach(verb, "mark")  # "Whether it works is another matter"
        return
    if any(w.tag in {"WDT", "WP", "WRB"} for w in (*verb.left, *(c for w in verb.left for c in w.left))):
        return
    verb.dep = "parataxis"
    head = verb.head
    after = head.child("attr")
    if after is not None and head.child("acomp") is not None and head.child("nsubj") is None:
        after.dep = "nsubj"  # "Lund looks for allies: Is a pact possible?"


def made_so(verb: Word) -> None:
    """ "The delay made investors worried": what is made so is no past tense."""
    if verb.tag != "VBD" or verb.head.lemma not in _MAKERS or verb.i < verb.head.i or auxiliaries(verb):
        return
    if verb.child("nsubj") is not None and verb.child("dobj", "ccomp", "xcomp", "mark") is None:
        verb.tag = "VBN"


def content_on_noun(verb: Word) -> None:
    """ "The mayor said in a note that Ruiz had left": the clause is what the mayor said, and no note is left.

    "Reports from Lorne that the dam had burst": no report burst. "doubts that the war can be won": no doubts are won.
    """
    noun = verb.head
    preposition = noun.head
    cue = preposition.head
    that = next((w for w in verb.left if w.lower == "that" and w.tag in {"WDT", "IN"}), None) or _of_infinitive(verb)
    others = [w for w in verb.left if w.dep in SUBJECTS and w is not that]
    alone = verb.lemma in entries("intransitive_verbs") or verb.child("auxpass") is not None
    told = signature(noun.lemma, "noun", Frame.THAT) is not None
    alone = alone or (noun.lower == "word" and not noun.left)  # "on word that Lund might sell"
    alone = alone or (told and len(verb.having("dative", "dobj")) > 1)  # "news that Lund used a car"
    if that is not None and (that.tag == "IN" or alone) and that.dep in {"dative", "dobj"} and others:
        gap = that.i == noun.i + 1 and not alone  # "a claim that she made"
        if gap or verb.lemma in reporting("verb") or not told:
            return
        that.tag, that.dep, verb.dep = "IN", "mark", "acl"
        return
    if that is None or preposition.dep != "prep" or signature(cue.lemma, "verb", Frame.THAT) is None:
        return
    if noun.lemma == "fact" or (that.dep in SUBJECTS and not others):
        return  # "reflected on the fact that it burned"
    proven = next((w for w in noun.subtree() if w.i == that.i - 1), noun)
    if cue.lemma == "add" and preposition.lower == "to" and proven.lemma in reporting("noun") | {"evidence"}:
        that.attach(verb, "mark")
        verb.attach(proven, "acl")  # "It adds to evidence that the dam is old"
        return
    listener = cue.child("dobj", "dative") if cue.lemma in entries("telling_verbs") else None
    listener = listener if listener is not None and cue.i < listener.i < noun.i else None
    if listener is not None and that.dep != "mark" and verb.child("auxpass") is None:
        return
    if verb.dep == "acl" and preposition.lower not in {"at", "during", "in", "on"} and not is_time(noun):
        return  # "responded to claims that she had left"
    beside = [w for w in cue.children if w.dep in {"ccomp", "dobj", "xcomp"} and w is not listener]
    others = [w for w in beside if w.dep != "ccomp" or is_finite(w)]
    if has_subject(verb) and cue.pos == "VERB" and not others:
        that.tag = "IN"
        that.attach(verb, "mark")
        verb.attach(cue, "ccomp")


def _of_infinitive(verb: Word) -> Word | None:
    """ "She announced on the floor that Ruiz planned to sign the bill": an infinitive has no second object."""
    inner = verb.child("xcomp")
    objects = [w for w in inner.children if w.dep == "dobj"] if inner is not None else []
    that = next((w for w in objects if w.lower == "that" and w.i < verb.i), None)
    return that if len(objects) > 1 else None


def told_that(verb: Word) -> None:
    """ "Lund tells the paper that he left it": what Lund tells, and no paper that he left."""
    noun = verb.head
    cue = noun.head
    that = next((w for w in verb.left if w.lower == "that"), None)
    own = verb.child("nsubj", "nsubjpass", "expl")
    end = noun.subtree(lambda w: w is verb)[-1].i  # "told a group of miners that"
    if that is None or own is None or own is that or noun.dep not in {"dobj", "dative"} or cue.child("ccomp"):
        return
    if noun.text in _TOLD:
        return  # "tells the truth that it is old"
    if cue.lemma in entries("telling_verbs") and own.tag not in {"WDT", "WP"} and that.i == end + 1:
        that.dep, that.tag = "mark", "IN"
        verb.attach(cue, "ccomp")


def loose_verb(verb: Word) -> None:
    """ "He raised prices, carefully measured sales and ...": a finite verb without a subject is coordinated."""
    head = verb.head
    if (
        verb.pos == "VERB" == head.pos
        and verb.tag == head.tag in TENSED_TAGS
        and head.i < verb.i
        and not has_subject(verb)
    ):
        verb.dep = "conj"
    infinitive = last_infinitive(head, verb.i) if verb.tag == "VB" and is_finite(head) else None
    if infinitive is not None and not verb.left:
        verb.attach(infinitive, "conj")  # "rules to end delays, stop cuts and remove fees"


def content_behind_opener(verb: Word) -> None:
    """ "While he admitted money was short, Berg left": that is what he admitted, and no content of "left"."""
    main, first = verb.head, next((w for w in verb.left if w.dep in AUXILIARIES), verb)
    cue = next((w for w in (*verb.left, *main.left) if w.dep == "advcl" and w.lemma in reporting("verb")), None)
    if cue is None or cue.child("mark") is None or cue.child("nsubj") is None or not has_before(main, SUBJECTS):
        return
    noun = verb.child("nsubj", "nsubjpass") or cue.child("dobj")
    if noun is None or cue.right not in ([], [noun]) or not cue.i < noun.i < first.i < main.i:
        return
    if noun.subtree()[0].i == cue.i + 1 and noun.subtree()[-1].i == first.i - 1:
        cue.attach(main, "advcl")
        verb.attach(cue, "ccomp")
        noun.attach(verb, subject_label(verb))


def content_behind_object(verb: Word) -> None:
    """ "He has a friend who told him the mayor had paid": who had is no object, for somebody is told already.

    "She had been told the money came from Lund": so it is in the passive.
    """
    first = next((w for w in verb.left if w.dep in AUXILIARIES), verb)
    if verb.child(*SUBJECTS, "mark", "expl", "auxpass") is not None or not is_finite(verb):
        return
    noun = next((w for w in verb.root.subtree() if w.i == first.i - 1), verb)
    while noun.head.i < first.i and noun.dep not in {"dobj", "dative", "relcl", "ROOT"}:
        noun = noun.head
    cue = noun.head
    passive = cue.child("auxpass") is not None and cue.lemma in entries("telling_verbs")
    told = passive or len(cue.having("dative", "dobj")) > 1 or cue.lemma not in entries("telling_verbs")
    if (
        noun.dep != "dobj"
        or (not passive and (cue.dep == "ROOT" or first is verb))
        or cue is verb.head
        or noun.i < cue.i
        or cue.lemma not in reporting("verb")
    ):
        return
    if told and cue.child("ccomp", "xcomp") is None and noun.child("cc", "relcl") is None:
        verb.attach(cue, "ccomp")
        noun.attach(verb, subject_label(verb))


def said_to_be_done(verb: Word) -> None:
    """ "The unions said 200 people signed for it": they did; nobody says people."""
    noun = verb.head
    cue = noun.head
    if verb.tag != "VBN" or noun.dep != "dobj" or cue.lemma not in {"add", "insist", "say"} or noun.child("relcl"):
        return
    if verb.child(*AUXILIARIES, "agent", "nsubj") is not None or cue.child("ccomp", "xcomp") is not None:
        return
    if verb.lower.endswith("ed") and (_hears(noun) or noun.tag == "NNS") and noun.lemma not in reporting("noun"):
        verb.tag = "VBD"
        verb.attach(cue, "ccomp")
        noun.attach(verb, "nsubj")


def subject_of_content(verb: Word) -> None:
    """ "He believed the reform in May helped farmers": what stands before "helped" is its subject, no object."""
    head = verb.head
    noun = head.child("dobj")
    if noun is None or not head.i < noun.i < verb.i or has_subject(verb) or verb.child("mark") is not None:
        return
    if verb.dep != "ccomp":
        return
    lost_tense = verb.tag == "VBN" and not auxiliaries(verb) and verb.child("dobj", "xcomp") is not None
    finite = verb.tag in {"VBD", "VBZ"} or lost_tense or any(w.tag in {"VBD", "VBZ", "MD"} for w in auxiliaries(verb))
    if (
        not finite
        or head.lemma not in reporting("verb")
        or (
            head.lemma in entries("telling_verbs") and (_hears(noun) or verb.subtree()[0].i != noun.subtree()[-1].i + 1)
        )
    ):
        return
    for word in [w for w in head.right if noun.i < w.i < verb.i and w.dep == "prep"]:
        when = noun.tag == "NNP" and any(map(is_time, word.right))  # "reports Lund on Friday quit"
        word.attach(verb if when else noun, "prep")
    if lost_tense:
        verb.tag = "VBD"
    noun.attach(verb, "nsubj")


def _hears(noun: Word) -> bool:
    """Whether somebody may be told, unlike the bill of "warned the bill could cost jobs"."""
    body = group_noun(noun.lemma.lower()) is Sort.BODY or bool(noun.entity)
    return body or noun.pos != "NOUN" or is_person(noun)


def unlike_conjunct(verb: Word) -> None:
    """ "She left, saying he has doubts and vowing to return": it is "saying" that goes on.

    "began drafting plans and hiring staff", "to help building and aid farmers": a form goes on with its like.
    """
    first = verb.head
    if verb.tag == first.tag or has_subject(verb) or auxiliaries(verb):
        return
    beside = any(w.dep == "cc" and first.i + 1 == w.i == verb.i - 1 for w in first.right)
    beside = beside and first.dep == "ccomp" and has_subject(first) and not auxiliaries(first)
    if beside and verb.tag == "VBD":
        first.tag = "VBD"  # "said the driver aimed and missed his target"
    elif verb.tag == "VBD" and not _is_passive_too(verb, first):
        _with_past(verb, first)
    if verb.tag == "VBN" and verb.child("agent") is not None and first.tag in {"VBZ", "VBP", "VBD"}:
        start = verb.subtree()[0].i  # "It comes in a letter sent in May and signed by priests": they signed the letter
        alike = [w for w in first.subtree() if w.dep == "acl" and w.tag == "VBN" and w.subtree()[-1].i == start - 2]
        if alike and first.child("auxpass") is None:
            go_on(verb, alike[-1])
    if verb.tag not in {"VBG", "VB"}:
        return
    if verb.child("dobj", "xcomp", "ccomp", "prep") is None or (first.lemma == "be" and verb.tag == "VBG"):
        return
    if any(w.tag in {"MD", "TO"} or w.lemma == "do" for w in auxiliaries(first)):
        return
    like = next((w for w in first.ancestors() if w.tag == verb.tag and w.pos == "VERB" and w.i < verb.i), None)
    if like is not None and (verb.tag == "VBG" or is_infinitive(like)):
        go_on(verb, like)


def with_content(verb: Word) -> None:
    """ "Korn told Reed that it might help her, but does not change the law": it does not."""
    cue = verb.head
    content = next((w for w in cue.right if w.dep == "ccomp" and w.i < verb.i and is_finite(w)), None)
    if cue.tag != "VBD" or cue.lemma not in reporting("verb") or content is None or has_subject(verb):
        return
    present = verb.tag in {"VBZ", "VBP"} or any(w.tag in {"VBZ", "VBP"} for w in auxiliaries(verb))
    modal = any(w.tag == "MD" for w in auxiliaries(verb)) and verb.lemma not in entries("disclosing_verbs")
    if (present or modal) and has_subject(content) and verb.child("mark") is None:
        go_on(verb, content)


def _with_past(verb: Word, first: Word) -> None:
    """ "He said the letters should be kept and named a clerk", "won a game dating to May and ended its run".

    "She said the cover is old and cited a test": what is so now did not cite it.
    """
    if (first.pos != "VERB" and first.tag not in {"VBZ", "VBP"}) or (
        first.tag == "VBN" and any(w.lemma == "have" for w in auxiliaries(first))
    ):
        return
    open_ended = first.dep == "relcl" and is_infinitive(first)  # "had nothing to hide and accused them"
    if not (open_ended or first.dep in {"ccomp", "acl", "xcomp", "advcl", "pcomp"}) or (
        first.dep == "advcl" and first.i < first.head.i
    ):
        return
    like = next((w for w in first.ancestors() if _is_past_verb(w) and w.i < first.i), None)
    if like is not None and has_subject(like) and not _is_past_too(verb, first):
        go_on(verb, like)


def _is_passive_too(verb: Word, first: Word) -> bool:
    """ "He said the sums were hidden and routed through Lund": so they were, and he routed nothing."""
    passive = first.child("auxpass") is not None and verb.lower.endswith("ed") and first.tag == "VBN"
    passive = passive and not any(w.lower == "short" for w in verb.right)  # "but stopped short of suing"
    return passive and verb.child("dobj", "ccomp", "xcomp") is None and verb.lemma not in entries("intransitive_verbs")


def _is_past_verb(word: Word) -> bool:
    """left; had been expected"""
    perfect = word.tag == "VBN" and any(w.lower == "had" for w in auxiliaries(word))
    return word.pos == "VERB" and (word.tag == "VBD" or perfect)


def _is_past_too(verb: Word, first: Word) -> bool:
    """ "He said the mills were losing money and were old", "that they did not fire but fled": so they were, not he."""
    if first.dep == "ccomp" and first.tag == "VB" and any(w.lower == "did" for w in auxiliaries(first)):
        return True
    past = (
        first.dep == "ccomp"
        and first.tag in {"VBN", "VBG"}
        and any(w.lower in {"was", "were"} for w in auxiliaries(first))
    )
    return past and verb.lower == next(w.lower for w in auxiliaries(first) if w.lower in {"was", "were"})


def last_infinitive(verb: Word, before: int) -> Word | None:
    """The infinitive with "to" nearest before a place among what hangs on a verb or its objects."""
    found = None
    for child in verb.right:
        if child.i >= before:
            break
        if child.tag == "VB" and is_infinitive(child):
            found = child
        elif child.dep in {"dobj", "xcomp", "prep", "pobj", "conj"}:
            found = last_infinitive(child, before) or found
    return found


def to_before_participle(participle: Word) -> None:
    """ "The firm gives free repairs to affected customers", "from advice to direct help": nothing is done to them."""
    to, noun = participle.child("aux"), participle.child("dobj")
    if to is None or to.lower != "to" or noun is None:
        return
    is_done = participle.tag in {"VBN", "VBD"} and participle.lower != participle.lemma
    host = participle.head
    again = any(w.lemma == noun.lemma and w.head.lower == "from" for w in host.subtree() if w.i == to.i - 1)
    if not (is_done or again or participle.tag == "JJ") or noun.i < participle.i:
        return
    if any(w.tag != "JJ" for w in noun.left):
        return
    host.adopt(w for w in participle.right if w is not noun)
    to.attach(host, "prep")
    noun.attach(to, "pobj")
    participle.attach(noun, "amod")


@only_on("to")
def convict_is_verb(word: Word) -> None:
    """ "It took an hour to convict Holt": a word with "to" is a verb, whatever the tagger reads."""
    verb = word.head
    if word.tag == "TO" and verb.tag in {"NN", "NNP"} and verb.i == word.i + 1 and verb.lower == verb.text:
        verb.pos, verb.tag, verb.lemma = "VERB", "VB", verb.lower


@only_on("had", "has", "have")
def had_done(had: Word) -> None:
    """ "He had, the paper said, killed and eaten a hare": both are participles behind "had"."""
    if had.dep == "aux" and had.head.tag == "VBD" and had.i < had.head.i:
        had.head.tag = "VBN"
