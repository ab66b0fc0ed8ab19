"""Whose words or thoughts a cue reports: the local mention that the text gives as source."""

from __future__ import annotations

from collections.abc import Callable

from extract.claims.arguments import is_one_name
from extract.claims.nounphrase import one_person
from extract.claims.subjects import judging_agent
from extract.english.persons import Sort, group_noun, person_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import Frame, signature
from extract.syntax.tree import Word
from extract.syntax.words import DASHES, NOUNS, TENSED_TAGS, behind_comma, conjuncts

_SUBJECTS = ("nsubj", "csubj")
_MOST_STEPS = 6
_UP = frozenset({"xcomp", "advcl", "conj", "pcomp", "ccomp", "prep", "aux"})
_SAID_TO = frozenset({"say", "report", "believe", "think", "rumour", "rumor", "suppose", "presume", "know", "allege"})
#: They hid their profits, in many cases reporting other figures: no case reports.
_CIRCUMSTANCES = word_class("circumstances")
#: It remains to be seen, it seems to be known: nobody.
_RAISING = frozenset({"remain", "seem", "appear"})
_COMING_TO = frozenset({"get", "draw", "reach", "form", "gain"})
_VIEWS = frozenset({"impression", "conclusion", "idea", "feeling", "view", "opinion", "sense"})
_OPENERS = frozenset({"the", "a", "an", "of", "its"})
_STOP = frozenset({"relcl", "acl", "advcl", "punct", "cc", "conj", "parataxis"})


def source_of(cue: Word) -> list[Word]:
    """The words of a cue's source in text order; empty for an impersonal one ("it is believed")."""
    words = _source_of(cue)
    heard = cue.lemma == "hear" and cue.child("ccomp") is not None
    if words and (_is_nobody(words) or (heard and group_noun(words[-1].lemma) is not None)):
        return []  # the court heard that he had left: others told it so
    if len(words) > 1 and words[-1].lower in _OPENERS:
        return []  # "one of the", which the parser cut off
    return [] if len(words) < 3 and words and is_time(words[-1]) and not _is_name(words) else words


def is_of_nobody(cue: Word) -> bool:
    """Whether the words that should say whose a cue is name nobody at all, or somebody who says nothing."""
    words = _source_of(cue)
    return bool(words) and (_is_nobody(words) or _is_shown_by_deeds(cue, words[-1]))


def _is_shown_by_deeds(cue: Word, who: Word) -> bool:
    """The mayor has shown that he won't listen: he does not say so."""
    content = cue.child("ccomp") if cue.lemma in {"demonstrate", "prove", "show"} and cue.tag != "VBG" else None
    own = content.child("nsubj", "nsubjpass") if content is not None else None
    if own is None or own.lower not in {"he", "she", "they"}:
        return False
    return who.entity == "PERSON" or who.lower in {"he", "she"} or person_noun(who.lemma.lower()) is not None


def _is_nobody(words: list[Word]) -> bool:
    """Let's say it fails; there is no reason to believe, a right to make clear; no one told me: nobody says so."""
    last = words[-1]
    if [w.lower for w in words] in (["nobody"], ["no", "one"]):
        return True
    if len(words) == 1:
        nothing = last.text in ("'s", "’s") or last.lower in ("nothing", "reason")
        return nothing or (last.lower == "it" and _impresses(last.head))
    if any(w in words for w in last.ancestors()):
        return False  # Reed, the director at the time
    return last.lower in _EMPTY or (words[0].lower == "no" and last.lemma.lower() in _GROUNDS)


def _impresses(verb: Word) -> bool:
    """It felt like the town had died. It promises to be a long day. But: the firm ... it promised that it would stay"""
    if verb.lemma in {"promise", "threaten"}:
        return verb.child("ccomp") is None
    return verb.lemma in {"appear", "feel", "look", "seem", "sound"}


_ISSUING = entries("issuing_verbs") | {"write"}
_EMPTY = word_class("nouns without content")
_GROUNDS = frozenset({"basis", "cause", "doubt", "evidence", "ground", "indication", "proof", "sign"})


def _is_name(words: list[Word]) -> bool:
    """Summers added that it will pass: no word stands beside it, and many begin with a capital."""
    return len(words) == 1 and words[0].tag == "NNS" and words[0].text[0].isupper()


def is_time(noun: Word) -> bool:
    """The time has come to say that ...; the evening began as planned: no time says anything."""
    if noun.lower == "minutes" and noun.child("nummod") is None and noun.entity != "TIME":
        return False  # of a meeting
    return noun.pos == "NOUN" and (noun.lemma.lower() in entries("time_nouns") or noun.entity in ("DATE", "TIME"))


def _source_of(cue: Word) -> list[Word]:
    if cue.pos in ("ADJ", "ADV") or cue.tag.startswith("JJ") or cue.dep in ("acomp", "amod"):
        if cue.dep == "amod" and cue.i > cue.head.i and cue.head.pos in NOUNS:
            return [w for w in phrase(cue.head) if w.i < cue.i]
        made = cue.child("nsubj") or next((c for c in cue.head.right if c.dep == "dobj" and c.i < cue.i), None)
        if made is not None and made.lower != "it" and cue.head.lemma in {"find", "keep", "leave", "make"}:
            return phrase(made)  # left the firms uncertain
        return _of_verb(cue.head) if cue.head is not cue else []
    if cue.pos in NOUNS and not cue.tag.startswith("VB") and cue.child("nsubj") is None:
        return _of_noun(cue)
    return _of_verb(cue)


def phrase(head: Word) -> list[Word]:
    """A noun phrase without clauses and appositions set off by commas, in text order.

    Names joined by "and" stay together ("Mori and Lund"); "the founder and chairman, Ada Lund" is she.
    """
    if head.tag == "PRP" and head.child("conj") is None:
        return [head]  # "they both say"
    head = _after_dateline(head)
    head = one_person(conjuncts(head)) or head
    words = _with_marks(head, head.subtree(_outside(head)))
    while words and (words[-1].pos in ("PUNCT", "CCONJ") or words[-1].tag == "POS" or _is_party(words)):
        words.pop()
    if len(words) > 1 and words[-1].tag == "PRP" and words[-1].lower.endswith(("self", "selves")):
        words.pop()  # the mayor himself
    even = words[0].lower == "even" and words[0].tag == "RB" if words else False  # "Even the manual says so"
    if len(words) > 1 and (even or (words[0].lower == "that" and head.pos == "PROPN")):
        return words[1:]  # wrote that singer Uma Dell ...: a conjunction taken for a determiner
    return words


def _is_party(words: list[Word]) -> bool:
    """Ada Lind, D-Tarn: the rest may hang elsewhere"""
    return words[-1].text in {"D", "R"} and len(words) > 2 and words[-2].text == ","


def _with_marks(head: Word, words: list[Word]) -> list[Word]:
    """With the hyphens and commas between words of it: "the co-owner", "Fairview, Ohio, Mayor Ann Corvo"."""
    if len(words) < 2 or words[-1].i - words[0].i < len(words):
        return words
    kept = {w.i for w in words}
    marks = [w for w in head.subtree() if w.text in {"-", ","} and {w.i - 1, w.i + 1} <= kept and w.i not in kept]
    return sorted([*words, *marks], key=lambda w: w.i) if marks else words


def _after_dateline(head: Word) -> Word:
    """LONDON -- The minister said: the parser takes the place for the subject and the speaker for its apposition."""
    if not head.text.isupper() or head.i > 4 or len(head.text) < 4:
        return head
    dash = next((c for c in head.right if c.text in DASHES), None)
    speaker = next(
        (c for c in head.right if dash is not None and c.i > dash.i and c.pos in ("NOUN", "PROPN", "PRON")), None
    )
    return speaker or head


def _outside(head: Word) -> Callable[[Word], bool]:
    def leave(word: Word) -> bool:
        if word.dep in ("conj", "cc") and is_one_name(word.head):
            return False  # the Department of Health and Labour
        if word.dep in ("conj", "cc") and word.i < head.i and word.head is not head:
            return False  # the Port and Harbour Service
        if word.dep in ("conj", "cc") and word.head is head:
            return word.pos in ("VERB", "AUX")
        if word.dep == "prep" and (word.child("pcomp") is not None or _is_apart(word) or _is_of_saying(word, head)):
            return True
        after = word.dep == "amod" and word.head is head and word.i > head.i and word.lower != "such"
        if after and any(c.text == "," and c.i < word.i for c in head.right):
            return True  # Ann Dorr, openly hostile, wrote ...
        if word.dep == "acl" and _tells_which(word):
            return False
        return word.dep in _STOP or (word.dep == "appos" and word.i != head.i + 1 and not _is_joined(word))

    return leave


def _is_apart(preposition: Word) -> bool:
    """said Ada Lind, the mayor, in a statement: a comma stands before where she said it"""
    return preposition.head.pos == "PROPN" and behind_comma(preposition)


def _is_of_saying(preposition: Word, head: Word) -> bool:
    """said Ada Lind to the crowd, Lind on Friday said, the mayor at the time: where, when and to whom she said it"""
    noun = preposition.child("pobj")
    if noun is None or preposition.head is not head or preposition.i < head.i or preposition.lower in ("for", "of"):
        return False
    if is_time(noun) or noun.entity in ("DATE", "TIME"):
        return preposition.lower in _WHEN and (_is_body(head) or _speaks(head))  # not: a law from May
    member = preposition.lower in ("in", "on") and group_noun(noun.lemma.lower()) is not None  # Lind on the board
    return head.entity == "PERSON" and preposition.lower in _BESIDE_SAYING and not member


_WHEN = frozenset({"after", "at", "before", "during", "in", "on", "over"})
_BESIDE_SAYING = frozenset({"after", "before", "during", "in", "on", "to", "via"})


def _tells_which(participle: Word) -> bool:
    """Half of those questioned, according to figures published by the board: alone, the noun is nobody."""
    noun = participle.head
    bare = noun.lower == "those" or (noun.tag in {"NNS", "NN"} and not noun.left)
    return bare and participle.tag == "VBN" and participle.i == noun.i + 1


def _is_joined(name: Word) -> bool:
    """Chief of Detectives Carl Berg: no mark stands between the post and the name."""
    marks = (c for c in (*name.head.right, *name.left) if c.pos in ("PUNCT", "CCONJ"))
    behind = name.i > name.head.i and name.pos == name.head.pos == "PROPN"
    return behind and not any(name.head.i < c.i < name.i for c in marks)


def _of_verb(verb: Word) -> list[Word]:
    """The subject, also a shared or understood one: "He rose, saying that ...", "asked him to confirm"."""
    return _agent(verb) if _is_said_to(verb) or _is_told_too(verb) else _upwards(verb)


def _upwards(verb: Word) -> list[Word]:
    at = verb
    for _ in range(_MOST_STEPS):
        found = _subject_of(at, passive=at is verb)
        if found is not None and not (at is not verb and at.dep == "ccomp" and _is_empty(at)):
            raised = at is not verb and at.lemma in _RAISING and [w.lower for w in found] == ["it"]
            return [] if raised else found
        if at.head is at or at.child("expl") is not None:
            return _beside(verb)
        if at is verb and _is_reduced_passive(verb):
            return _agent(verb)
        if at.dep in ("acl", "relcl"):
            return _of_modified(at)
        if (given := _above(at)) is not None:
            return phrase(given)
        if at.dep not in _UP or (at is verb and at.dep == "conj" and _is_inverted(at)):
            return _beside(verb)
        at = at.head
        if at.dep == "prep":
            found = _before_preposition(at)
            if found is not None:
                return found
    return []


def _is_told_too(verb: Word) -> bool:
    """Reed was fined and told that he must leave: Reed was told, and told nobody."""
    bare = verb.tag == "VBN" and verb.child("aux", "auxpass", "nsubj", "nsubjpass", "dobj") is None
    return verb.dep == "conj" and bare and verb.lemma in _TOLD and verb.head.child("auxpass") is not None


_TOLD = frozenset({"advise", "assure", "convince", "inform", "notify", "persuade", "remind", "tell", "warn"})


def _above(verb: Word) -> Word | None:
    """asked him to confirm, left him thinking: him; sued by a clerk, alleging fraud: the clerk"""
    if verb.dep == "xcomp" and _controls(verb):
        return next(c for c in verb.head.right if c.dep == "dobj")
    return judging_agent(verb) if verb.dep == "advcl" else None


def _of_modified(verb: Word) -> list[Word]:
    """A memo saying that it leaks; a report by Reed; Reed issued a statement saying so. It may be a circumstance."""
    noun = verb.head
    issued = noun.dep == "dobj" and noun.lemma in PAPERS and noun.head.lemma in _ISSUING and verb.tag == "VBG"
    issued = issued and noun.head.dep != "relcl" and not any(c.lower in ("from", "by") for c in noun.right)
    if issued or (verb.dep == "acl" and noun.lemma in _CIRCUMSTANCES and noun.dep == "pobj"):
        above = next((w for w in noun.ancestors() if w.pos == "VERB"), None)
        return _upwards(above) if above is not None else []
    infinitive = any(c.tag == "TO" for c in verb.left)
    who = noun.head.child("nsubj") if infinitive and noun.dep == "attr" and noun.head.lemma == "be" else None
    if who is not None and who.lower != "it" and _speaks(who):
        return phrase(who)  # Lund was the first to say so
    if infinitive and not can_tell(noun) and noun.lower not in _EMPTY:
        return _owner(noun)  # her willingness to say so, an effort by clerks to make clear: no effort says so
    return phrase(noun) if verb.tag != "VBN" else _agent(verb)


def _owner(noun: Word) -> list[Word]:
    """Whose something is or by whom: "your willingness", "an effort by some clerks"."""
    by = next((c.child("pobj") for c in noun.right if c.dep == "prep" and c.lower == "by"), None)
    owner = noun.child("poss") or by
    return [w for w in phrase(owner) if w.tag != "POS"] if owner is not None else []


def can_tell(noun: Word) -> bool:
    """Whether a noun is of somebody, or of something that tells: a clerk, a council, a report."""
    lemma = noun.lemma.lower()
    tells = noun.entity or noun.pos in ("PRON", "PROPN") or lemma in PAPERS | entries("speaking_nouns")
    return bool(tells) or person_noun(lemma) is not None or group_noun(lemma) is not None


def _is_said_to(verb: Word) -> bool:
    """The mill, said to be haunted, was sold: "said" takes an infinitive only as a passive."""
    if verb.lemma not in _SAID_TO or verb.tag not in ("VBD", "VBN"):
        return False
    infinitive = verb.child("xcomp")
    if any(c.dep == "ccomp" for c in verb.left):
        return False  # "It will fail," said Reed, one of the first to leave
    return infinitive is not None and any(c.tag == "TO" for c in infinitive.left) and verb.child("dobj") is None


def _is_reduced_passive(verb: Word) -> bool:
    """a man believed to be the gunman; the suspect, said to be 24, ...; when asked if she would sell"""
    if verb.tag not in ("VBD", "VBN") or verb.child("aux") is not None:
        return False
    if verb.dep == "advcl":
        return verb.tag == "VBN" or any(c.lower in ("when", "if", "once", "as") for c in verb.left)
    return verb.dep in ("acl", "parataxis") and verb.child("xcomp") is not None


def _subject_of(verb: Word, *, passive: bool) -> list[Word] | None:
    """A verb's own subject; of a passive its agent. None where it has no subject."""
    subjects = verb.having(*_SUBJECTS)
    if subjects:
        subject = subjects[-1]  # "Full speed ahead," said Lund: the parser gives "said" two subjects
        if not can_tell(subject) and _speaks(subjects[0]):
            subject = subjects[0]  # Lund said it would close - a plan that
        if len(subjects) > 1 and subject.i < verb.i and subject.left and subject.left[0].tag == "VBG":
            subject = subjects[0]  # Lund, briefing reporters, said
        return [] if _is_expletive(subject) else phrase(subject)
    if verb.child("nsubjpass") is not None:
        return _of_passive(verb, passive=passive)
    return None


def _before_preposition(preposition: Word) -> list[Word] | None:
    """quoted Holm as saying, sued the Post for saying: they say so; a man with a sign saying: the sign does. Told a
    story by implying: who told it.
    """
    moved = preposition.lower in ("for", "into") and preposition.head.pos == "VERB"  # fooled clerks into thinking
    if moved and preposition.lower == "for" and signature(f"{preposition.head.lemma}_for", "verb", Frame.ING) is None:
        moved = preposition.head.lemma in ("praise", "thank")  # not: left the party for saying so
    blamed = preposition.head.child("dobj") if moved else None
    if blamed is not None and (_speaks(blamed) or person_noun(blamed.lemma) or group_noun(blamed.lemma)):
        return phrase(blamed)
    if preposition.lower == "of" and preposition.head.pos == "NOUN" and (owner := _owner(preposition.head)):
        return owner  # Lund's habit of saying so
    if preposition.lower in ("by", "for", "of") and preposition.head.pos == "NOUN" and not _speaks(preposition.head):
        above = next((w for w in preposition.ancestors() if w.pos == "VERB"), None)
        return _upwards(above) if above is not None else []
    if preposition.lower == "as":
        quoted = preposition.head.child("dobj", "nsubjpass")
        return phrase(quoted) if quoted is not None else None
    return phrase(preposition.head) if preposition.head.pos in NOUNS else None


def _beside(verb: Word) -> list[Word]:
    """A finite verb whose subject the parser missed: "..., reported Lund"; "Mori (North) said"."""
    if verb.tag not in TENSED_TAGS:
        return []
    after = verb.child("dobj")
    before = verb.child("ccomp")
    reported = before is not None and before.i < verb.i
    if (taken := _taken(verb, reported=reported)) is not None:
        return phrase(taken)
    if verb.lemma in {"tell", "inform", "assure"}:
        after = None  # told reporters: they are whom he told
    if (
        after is not None
        and after.subtree()[0].i <= verb.i + 4
        and (reported or (verb.dep == "conj" and after.pos == "PROPN"))
    ):
        return phrase(after)
    return _just_before(verb)


def _taken(verb: Word, *, reported: bool) -> Word | None:
    """The subject that the parser gives to another verb.

    "Doff, prepared for the talks, argued that it failed": to the participle before. "It failed," said Green, whose
    son the flood killed: to a verb behind.
    """
    for participle in verb.left:
        subject = participle.child("nsubj") if participle.dep == "advcl" and participle.tag in ("VBN", "VBG") else None
        if subject is not None and subject.i < participle.i and participle.child("aux", "auxpass", "mark") is None:
            return subject
    content = next((c for c in verb.right if c.dep == "ccomp"), None) if reported else None
    subject = content.child("nsubj") if content is not None else None
    return subject if subject is not None and subject.subtree()[0].i == verb.i + 1 else None


def _is_inverted(verb: Word) -> bool:
    bare = all(c.pos == "PUNCT" for c in verb.left)
    if behind_comma(verb) and any(c.dep == "ccomp" for c in verb.right):
        return False  # "Lund quits, says party has failed"
    joints = (c for w in (verb.head, *verb.head.right) for c in w.right if c.i < verb.i)
    return bare and not any(c.dep == "cc" for c in joints)


def _just_before(verb: Word) -> list[Word]:
    """The name or pronoun that ends right before a verb, brackets aside."""
    words = [w for w in verb.head.subtree() if w.i < verb.i] if verb.head is not verb else verb.subtree()
    words = [w for w in words if w.i < verb.i and w.dep != "advmod"]
    if words and words[-1].text == ")":
        opened = max((n for n, w in enumerate(words) if w.text == "("), default=0)
        words = words[:opened]
    if len(words) > 1 and words[-1].text == "," and any(c.dep == "ccomp" and c.i > verb.i for c in verb.right):
        return _before_comma(words[-2])
    if not words or words[-1].i < verb.i - 8 or words[-1].pos not in ("PROPN", "PRON"):
        return []
    last = words[-1]
    if last.entity in ("DATE", "TIME"):
        return []
    return [w for w in words if w is last or (w.head is last and w.dep in ("compound", "det") and w.i > last.i - 4)]


def _before_comma(last: Word) -> list[Word]:
    """On "The Carl Berg Show," Ada Lund, D-Tarn, said ...: the parser hangs her on Berg."""
    nouns = [w for w in (last, *last.ancestors()) if w.i <= last.i and w.head.lower not in ("to", "with")]
    named = [w for w in nouns if w.entity == "PERSON"] or [w for w in nouns if person_noun(w.lemma.lower()) is not None]
    return phrase(named[0]) if named else []


def _controls(verb: Word) -> bool:
    """Whether the governor's object is the understood subject: "asked him to confirm that ..."."""
    objects = [c for c in verb.head.right if c.dep == "dobj" and c.i < verb.i]
    left = verb.tag == "VBG" and verb.head.lemma in {"catch", "find", "keep", "leave"}
    return bool(objects) and (left or any(c.tag == "TO" for c in verb.left))


def _of_passive(verb: Word, *, passive: bool) -> list[Word]:
    """was said by him; "was accused": the agent. An embedded verb's understood subject is the passive's."""
    if not passive or verb.lemma in {"convince", "persuade"}:  # they are convinced that it failed
        subject = verb.child("nsubjpass")
        return [] if subject is None or subject.lower == "it" else phrase(subject)
    return _agent(verb)


def _agent(verb: Word) -> list[Word]:
    by = verb.child("agent")
    noun = by.child("pobj") if by is not None else _paper(verb)
    return phrase(noun) if noun is not None else []


PAPERS = word_class("papers")


def _paper(verb: Word) -> Word | None:
    """ "In an email to all, clerks were told that jobs would go": the email says so."""
    papers = (w for c in verb.children if c.dep == "prep" and c.lower == "in" for w in c.right if w.dep == "pobj")
    return next((w for w in papers if w.lemma in PAPERS), None)


def _is_empty(verb: Word) -> bool:
    """Lund said it was right to wait, adding that the dam was old: "it" adds nothing."""
    subject, quality = verb.child("nsubj"), verb.child("acomp", "attr")
    if subject is None or subject.lower != "it" or quality is None:
        return False
    return any(c.dep in ("xcomp", "ccomp", "acl") for c in (*verb.right, *quality.right))


def _is_expletive(subject: Word) -> bool:
    """this is not to say; there"""
    if subject.lower in ("this", "that") and subject.head.lemma == "be" and subject.tag == "DT":
        return True
    return subject.lower == "there"


def _of_noun(noun: Word) -> list[Word]:
    """X's claim, a claim by X, the view of X; "repeated his claim" and "voiced fears" have the verb's subject."""
    owner = noun.child("poss")
    if owner is not None:
        return [w for w in phrase(owner) if w.tag != "POS"]
    body = noun.left[-1] if noun.left else None
    if body is not None and body.dep == "compound" and body.i == noun.i - 1 and _is_body(body):
        first = body.subtree()[0].i  # police allegations, a Tarn Police report
        name = [w for w in noun.left if w.i < first and w.entity and w.entity == body.entity]
        return [*name, *body.subtree()]
    for child in noun.right:
        if child.dep in ("prep", "agent") and child.lower in ("by", "from", "of", "among"):
            inner = child.child("pobj")
            if inner is not None and (child.lower != "of" or (_speaks(inner) and not _does(inner))):
                return phrase(inner)
    if noun.dep == "dobj" and (noun.head.lemma in entries("voicing_verbs") or _is_come_to(noun)):
        return _of_verb(noun.head)
    if noun.dep == "pobj" and noun.head.lower in ("of", "under") and noun.head.head.lemma == "be":
        return _of_verb(noun.head.head)  # is of the view that, was under the impression that
    return []


def _does(noun: Word) -> bool:
    """Claims of guards beating a clerk: the guards claim nothing, if nothing else is claimed."""
    deed = noun.child("acl")
    return deed is not None and deed.tag in ("VBG", "VBN") and noun.head.head.child("acl") is None


def _is_come_to(noun: Word) -> bool:
    """Lund got the impression that it failed, drew the conclusion that it had: the view is hers."""
    return noun.head.lemma in _COMING_TO and noun.lemma in _VIEWS


def _is_body(noun: Word) -> bool:
    """The police of "police allegations", the Veltra of "Veltra claims"; not the fraud of "fraud claims"."""
    lemma = noun.lemma.lower()
    return noun.entity in ("PERSON", "ORG") or group_noun(lemma) is Sort.BODY or person_noun(lemma) is not None


def _speaks(noun: Word) -> bool:
    if noun.entity in ("PERSON", "ORG", "GPE", "NORP") or noun.pos == "PRON":
        return True
    lemma = noun.lemma.lower()
    return noun.tag == "NNS" and (person_noun(lemma) is not None or group_noun(lemma) is Sort.BODY)
