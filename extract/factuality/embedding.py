"""How an event hangs on another in its sentence: complement, condition, purpose, conjunct ...

`edge_of(word)` looks one step up. Factuality walks these steps down, attribution walks them up, so both
agree on what is said by whom.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from extract.factuality.conditions import condition_holder, condition_mark, in_case, inverted_after, next_time_of
from extract.factuality.conjuncts import is_unshifted, outer_report
from extract.factuality.edges import ROOT, Edge, Link
from extract.factuality.event_nouns import argument, gerund, is_bare_content, participle_of, sign_of_noun
from extract.factuality.governors import (
    COPULAR,
    MISTAKEN,
    doubts,
    frame_of,
    governor,
    is_wrong_to_say,
    judgement,
    of_report,
)
from extract.factuality.infinitives import is_counted, is_mandative, is_ranked, mandative
from extract.factuality.negation import is_passed_over
from extract.factuality.parentheticals import is_full, is_inserted, main_clause
from extract.factuality.signatures import Frame, Signature, Value, reporting, signature
from extract.model import Modality, Mood, Polarity
from extract.syntax.tree import Word
from extract.syntax.words import NOUNS, TENSED_TAGS, WH_TAGS, has_mark, is_infinitive, that_mark

#: Verbs that need no object, so that a clause of theirs is whole without one.
_INTRANSITIVE = frozenset(
    {"sink", "fall", "rise", "die", "fail", "resign", "collapse", "arrive", "happen", "occur", "go"}
)
#: What one does with a claim or plan: after "a claim that he made in court" the claim is the object.
_TAKES = frozenset(
    {"make", "give", "issue", "have", "take", "hold", "share", "repeat", "publish", "put", "reject", "deny"}
)
#: It is, or is not, the case that it failed.
_SO = Signature(Value(Polarity.POSITIVE, Modality.CERTAIN), Value(Polarity.NEGATIVE, Modality.CERTAIN))


@lru_cache(maxsize=256)  # factuality and attribution ask it in turn, sentence by sentence
def edge_of(word: Word) -> Edge:
    """The step from a predicate word to what governs it."""
    if word.head is word:
        return main_clause(word)
    unreal = _as_if(word, word.head) if word.dep in ("advcl", "ccomp") else None
    if unreal is not None:
        return unreal
    known = _BY_LABEL.get(word.dep)
    if known is not None:
        return known(word)
    if word.pos in NOUNS:
        return argument(word)
    had = inverted_after(word, word.head)
    return Edge(Link.ADVERBIAL, word.head) if had is None else Edge(Link.CONDITION, word.head, had)


def _complement(word: Word) -> Edge:
    host = word.head
    if _stands_alone(word, host) or (host.dep == "advcl" and _is_behind_aside(word, host)):
        return ROOT
    if _is_second_verb(word, host):
        return Edge(Link.CONJUNCT, host)
    if _is_beside_time(word, host):
        return Edge(Link.ADVERBIAL, host)
    mark = condition_mark(word) if word.i < host.i else inverted_after(word, host)
    if mark is not None:
        return Edge(Link.CONDITION, host, mark)
    own = word.child("nsubj", "nsubjpass", "expl") is not None  # "Should she stop baking?" is about no condition
    if own and host.head is host and word.i > host.i and condition_mark(host) is not None:
        return Edge(Link.ADVERBIAL, host)  # Only if the court agrees will the sale go ahead.
    frame = frame_of(word)
    cue, sign = governor(host, word, frame)
    if frame is Frame.THAT and is_mandative(word, host):
        sign = mandative(sign)
    if sign is None and frame is Frame.TO and host.pos == "VERB" and word.dep == "xcomp":
        return Edge(Link.SAME if word.tag == "VBN" else Link.PURPOSE, host)  # Were left stranded; gathered to mourn
    return Edge(Link.COMPLEMENT, host, cue, frame, sign)


def _stands_alone(word: Word, host: Word) -> bool:
    """The army says it won; the rebels say so too. It was clear: it would close. It is old, there is no doubt."""
    if word.i > host.i:
        return False
    if any(c.text in (";", ":") and c.i > word.i for c in host.left) or any(c.text == ":" for c in word.right):
        return True
    return word.dep == "ccomp" and (is_full(host, word) or host.child("expl") is not None)


def _is_beside_time(word: Word, host: Word) -> bool:
    """It is the second time this year that they lost: they did. Now that they had lost, they left."""
    time = host.child("attr") if host.lemma == "be" else None
    return (time is not None and is_counted(time)) or (word.i < host.i and _is_now_that(word, host))


def _is_now_that(word: Word, host: Word) -> bool:
    """Now that the trial has ended, Lund announced a sale: the clause is no content of "announced"."""
    that = that_mark(word)
    return that is not None and any(c.lower == "now" and c.i == that.i - 1 for c in (*word.left, *host.left))


def _is_behind_aside(word: Word, host: Word) -> bool:
    """If the bank sells it, as the mayor said it would, the town will suffer: that is nothing the mayor said."""
    subject = word.child("nsubj", "nsubjpass", "expl")
    if subject is None or not has_mark(host, "as"):
        return False
    first = subject.subtree()[0].i
    said = any(c.dep == "ccomp" and c.i < first for c in host.right)
    return said and any(c.text == "," and c.i == first - 1 for c in (*word.left, *host.right))


def _is_second_verb(word: Word, host: Word) -> bool:
    """The minister, asked if he would resign, shook his head: a finite verb without subject is no complement."""
    if word.dep != "ccomp" or word.i < host.i or word.tag not in TENSED_TAGS or host.tag not in TENSED_TAGS:
        return False
    if word.child("nsubj", "nsubjpass", "expl", "csubj", "mark", "aux", "auxpass") is not None:
        return False
    return host.child("nsubj") is not None and any(c.dep == "ccomp" and c.i < word.i for c in host.right)


def _predicative(word: Word) -> Edge:
    """A copula's noun or adjective, or what a verb calls its object: "called the law a disgrace"."""
    if word.pos == "VERB" and not _is_participle(word):
        return _complement(word)
    host = word.head
    if host.lemma not in COPULAR and host.child("dobj", "nsubjpass", "nsubj") is not None:
        sign = signature(host.lemma, "verb", Frame.AS)
        if sign is not None and not (host.lemma == "find" and word.lower == "guilty"):  # a verdict is nobody's view
            return Edge(Link.COMPLEMENT, host, host, Frame.AS, sign)
    return Edge(Link.SAME, host)


def _relative(word: Word) -> Edge:
    """A relative clause, unless it is content that the parser hangs on a noun beside the cue."""
    noun = word.head
    if noun.dep in ("nsubj", "attr") and noun.head.lower == "were" and condition_mark(noun.head) is not None:
        return Edge(Link.CONDITION, noun.head.head, noun.head)  # Were the euro to fall, ...
    if is_infinitive(word):
        named = _is_ranked(noun) or noun.lower == "nothing" or any(c.lower == "no" for c in noun.left)
        return Edge(Link.RELATIVE if named else Link.PURPOSE, noun)  # cash to mend the bridge; nothing to suggest it
    if (time := next_time_of(word)) is not None:
        return Edge(Link.CONDITION, noun.head, time)
    if noun.lemma in ("idea", "clue") and any(c.tag == "WRB" for c in word.left):  # had no idea why it leaks
        return Edge(Link.COMPLEMENT, noun, noun, Frame.WH, signature(noun.lemma, "noun", Frame.WH))
    bare = is_bare_content(word)
    if not _is_whole(word) and not bare:
        return Edge(Link.RELATIVE, noun)
    if (noun.lemma == "time" and noun.dep == "pobj") or is_counted(noun):
        return Edge(Link.ADVERBIAL, noun)  # it is not the first time that they lost: they lost; at a time that they led
    if noun.lemma == "time" and noun.dep == "attr" and (noun.head.child("nsubj") or noun).lower == "it":
        return Edge(Link.COMPLEMENT, noun.head, noun, Frame.THAT, signature("time", "noun", Frame.THAT))
    that = any(c.lower == "that" for c in word.left)
    sign = MISTAKEN if is_wrong_to_say(noun) else of_report(noun, word)
    if sign is not None and (that or bare) and noun.lemma != "time":
        return Edge(Link.COMPLEMENT, noun, noun, Frame.THAT, sign)  # a report that it had lost money
    gap = any(c.lower == "that" and c.dep in ("dobj", "pobj") for c in word.left)  # found letters that she kept in May
    verb = None if gap and word.lemma not in _INTRANSITIVE else _cue_beside(noun, that)
    sign = signature(verb.lemma, "verb", Frame.THAT) if verb is not None else None
    if verb is not None and sign is not None and sign.reports and verb.child("ccomp") is None:
        return Edge(Link.COMPLEMENT, verb, verb, Frame.THAT, sign)
    return Edge(Link.RELATIVE, noun)


def _demand_or_relative(word: Word) -> Edge:
    """raised a motion in court that the mill be shut: the parser takes the demand for a relative clause"""
    noun = word.head
    if is_mandative(word, noun):
        return Edge(Link.COMPLEMENT, noun, noun, Frame.THAT, mandative(None))
    return _relative(word)


def _cue_beside(noun: Word, that: bool) -> Word | None:
    """said Monday the ship had sunk; announced in a memo that it had sunk; reminded the court it had sunk

    Not: was disclosed on Thursday, the day the firm closed; released tapes from the night the firm closed.
    """
    if (noun.dep == "npadvmod" or (noun.dep == "pobj" and not that)) and any(c.dep == "det" for c in noun.left):
        return None
    if noun.dep in ("npadvmod", "dobj", "dative"):
        return noun.head
    if noun.dep == "pobj" and (that or noun.entity in ("DATE", "TIME")):
        return noun.head.head
    return None


def _is_ranked(noun: Word) -> bool:
    """the last mill to close, not: the last attempt to close it"""
    return is_ranked(noun) and signature(noun.lemma, "noun", Frame.TO) is None


def _is_whole(word: Word) -> bool:
    """Whether a clause lacks nothing that the noun it is hung on could fill."""
    subject = word.child("nsubj", "nsubjpass")
    if (
        subject is None
        or subject.tag in WH_TAGS
        or _is_part_of_which(subject)
        or any(c.tag in WH_TAGS and c.lower != "that" for c in (*word.left, word.subtree()[0]))  # which it said was so
    ):
        return False
    if word.lemma in _INTRANSITIVE or (word.lemma == "be" and any(c.dep == "advmod" for c in word.right)):
        return True
    if any(c.lower == "that" and c.dep in ("dobj", "pobj") for c in word.left):
        about = any(c.dep == "prep" and c.child("pobj") is not None for c in word.right)
        return about and word.lemma not in _TAKES  # a denial that he knew of the plan
    if any(c.dep == "prep" and c.child("pobj", "pcomp") is None for c in word.right):
        return False
    return word.child("dobj", "acomp", "attr", "ccomp", "xcomp", "auxpass") is not None


def _is_part_of_which(subject: Word) -> bool:
    """They found rings, all of which bore a date."""
    of = subject.child("prep")
    return of is not None and (of.child("pobj") or of).tag in WH_TAGS


def _parataxis(word: Word) -> Edge:
    if is_inserted(word):
        return ROOT
    mark = condition_mark(word)
    return Edge(Link.ADVERBIAL, word.head) if mark is None else Edge(Link.CONDITION, word.head, mark)


def _conjunct(word: Word) -> Edge:
    """A finite verb is no conjunct of an infinitive: "It failed to find a buyer and filed for protection"."""
    first = word.head
    if is_inserted(word):
        return ROOT
    if inverted_after(word, first) is not None:
        return Edge(Link.CONDITION, first, word)
    # She said that they had requested it, and that it was late: what is said goes on, not what was requested.
    if has_mark(word, "that") and not has_mark(first, "that") and not _is_bare_content(first):
        verb = first.head if first.dep == "dobj" else first
        sign = signature(verb.lemma, "verb", Frame.THAT)
        if sign is not None and verb.child("dobj") is not None:  # announced a merger, and that a plant would close
            outer = outer_report(verb)
            if outer is not None:
                return Edge(Link.COMPLEMENT, verb.head, verb.head, Frame.THAT, outer)
            return Edge(Link.COMPLEMENT, verb, verb, Frame.THAT, sign)
    inner = _infinitive_below(word, first)
    if inner is not None:
        return Edge(Link.CONJUNCT, inner)
    if _is_gerund_above(word, first):
        return Edge(Link.CONJUNCT, first.head)
    if _is_above(word, first):
        host = first.head
        while host.dep == "conj" and host.pos not in ("VERB", "AUX"):
            host = host.head
        return Edge(Link.CONJUNCT, host)
    return Edge(Link.CONJUNCT, first)


def _is_bare_content(word: Word) -> bool:
    """They claim he was never shown the orders and that two radars were broken: they claim both."""
    host = word.head
    return word.dep == "ccomp" and word.i > host.i and signature(host.lemma, "verb", Frame.THAT) is not None


def _infinitive_below(word: Word, first: Word) -> Word | None:
    """allows members to buy shares or to sell them: an infinitive goes with the infinitive before it"""
    if not is_infinitive(word) or is_infinitive(first) or word.child("nsubj", "nsubjpass") is not None:
        return None
    found = [c for c in first.right if c.i < word.i and c.dep in ("xcomp", "ccomp", "advcl") and is_infinitive(c)]
    return found[-1] if found else None


def _is_gerund_above(word: Word, first: Word) -> bool:
    """demanding that he be freed and saying he was innocent: a participle goes with the participle above"""
    if word.tag != "VBG" or first.tag == "VBG" or first.head.tag != "VBG" or first.dep not in ("ccomp", "xcomp"):
        return False
    return word.child("nsubj", "nsubjpass", "aux", "auxpass") is None and first.child("aux", "auxpass") is not None


def _is_above(word: Word, first: Word) -> bool:
    """Whether a conjunct goes with the verb above the one that the parser joins it to.

    "She said it would leave by March and suggested a date": no modal, so not with "leave" but with "said".
    """
    if word.child("nsubj", "nsubjpass") is not None and word.child("mark", "expl") is None:
        return _is_finite(word) and (_is_infinitive(first) or is_mandative(first, first.head))
    if is_unshifted(word, first):
        return True
    if word.tag not in TENSED_TAGS or first.tag not in ("VB", "VBG", "VBN") or first.head is first:
        return False
    if word.child("nsubj", "nsubjpass", "mark", "expl", "aux") is not None:
        return False
    if first.tag == "VBN" and word.tag == "VBD":  # "has closed and opened": both may be participles
        return False
    if first.dep == "acl" and word.lemma == "be" and first.child("nsubj", "nsubjpass") is not None:
        return False  # warnings that it could hurt farmers and was unwise
    if first.dep in ("xcomp", "acl", "advcl", "pcomp") or (first.dep == "relcl" and is_infinitive(first)):
        return True
    auxiliary = first.child("aux")  # "said they did not fire but called": so they said
    other = auxiliary is not None and (auxiliary.lower != "did" or word.tag != "VBD")
    told = first.dep == "ccomp" and first.head.i < first.i  # not: "He was ill when it began and left, said Lund"
    return told and first.head.tag == word.tag != "VBZ" and other


def _is_finite(word: Word) -> bool:
    return word.tag in TENSED_TAGS or any(c.dep in ("aux", "auxpass") and c.tag in TENSED_TAGS for c in word.left)


def _is_infinitive(word: Word) -> bool:
    """asked him to leave, and she agreed: a clause of its own is no second infinitive"""
    return word.dep in ("xcomp", "advcl", "acl") and is_infinitive(word)


def _is_participle(word: Word) -> bool:
    """The company is based in Lyon: a participle that the parser takes for an adjective."""
    return word.tag in ("VBN", "VBG") and word.dep != "oprd" and word.child("nsubj", "aux", "mark") is None


_UNSAID = Signature(*(Value(Polarity.POSITIVE, Modality.UNCOMMITTED),) * 2)
#: Marsh walked as if he owned the mill: nobody says that he does.
_AS_IF = replace(_UNSAID, mood=Mood.HYPOTHESIS)


def _as_if(word: Word, host: Word) -> Edge | None:
    """A clause of "as if" or "as though": it looks as if the bridge will close. It looks like it will."""
    sign = signature("seem", "verb", Frame.THAT) if host.lemma in {"appear", "seem", "look", "sound"} else _AS_IF
    if word.i > host.i and _opens_with_like(word) and (sign is not _AS_IF or _is_likened(word, host)):
        return Edge(Link.COMPLEMENT, host, host, Frame.THAT, sign)
    marks = {c.lower: c.i for c in word.left if c.dep in ("mark", "advmod")}
    if not any(marks.get("as") == marks[mark] - 1 for mark in ("if", "though") if mark in marks):
        return None
    return Edge(Link.COMPLEMENT, host, host, Frame.THAT, sign)


def _opens_with_like(word: Word) -> bool:
    """Whether "like" stands right before the subject of a clause."""
    like = next((c for c in word.left if c.lower == "like" and c.dep == "mark"), None)
    subject = word.child("nsubj", "nsubjpass", "expl")
    return like is not None and subject is not None and like.i == subject.subtree()[0].i - 1


def _is_likened(word: Word, host: Word) -> bool:
    """He acts like he owns the town: nobody says that he does. Not: he votes like his father did, like she said."""
    if word.dep != "advcl" or host.lemma == "feel" or word.lemma in reporting("verb"):
        return False
    if word.child("nsubjpass") is not None:
        return False  # "run it like he's run his mill"
    return word.lemma not in ("do", "have") and any(c.i > word.i and c.dep != "punct" for c in word.right)


def _either(word: Word) -> Edge | None:
    """Whether he wins or loses, he will leave: nobody asks it."""
    mark = next((c for c in word.left if c.lower == "whether"), None)
    if mark is None or word.i > word.head.i or not any(c.lower == "or" for c in word.right):
        return None
    return Edge(Link.CONDITION, word.head, mark)


def _adverbial(word: Word) -> Edge:
    host = word.head
    mark = condition_mark(word) or in_case(word)
    if host.pos == "ADV" and host.head is not host:
        host = host.head  # as soon as it is signed, as long as prices hold
    if mark is not None:
        return Edge(Link.CONDITION, condition_holder(host), mark)
    if host.lemma == "feel" and word.i > host.i and has_mark(word, "like"):
        return Edge(Link.COMPLEMENT, host, host, Frame.THAT, signature("feel_like", "verb", Frame.THAT))
    concession = next((c for c in word.left if c.dep == "mark" and c.lower == "if"), None)
    if concession is not None and any(c.lower == "even" and c.i == concession.i - 1 for c in word.left):
        return Edge(Link.CONDITION, host, concession)  # even if the town objects: nobody says that it does
    if frame_of(word) is Frame.WHETHER:
        return _either(word) or _complement(word)  # it is not known if they survived
    so = word.head.pos != "ADJ" and any(c.lower == "so" for c in word.head.left)  # argued so loudly that the guard left
    if not so and has_mark(word, "that"):
        cue, sign = governor(host, word, Frame.THAT)
        if sign is not None:  # made it clear that ...
            return Edge(Link.COMPLEMENT, host, cue, Frame.THAT, sign)
    if any(c.tag == "TO" and c.dep == "aux" for c in word.children):
        cue, sign = governor(host, word, Frame.TO)
        if sign is not None and not any(c.lower in ("order", "so") for c in word.left):
            return Edge(Link.COMPLEMENT, host, cue, Frame.TO, sign)
        return Edge(Link.PURPOSE, host)
    return _participle(word, host)


_ACCUSING = frozenset({"accuse", "blame", "criticise", "criticize", "denounce", "fault", "sue"})


def _ground(word: Word, host: Word) -> Signature | None:
    """The firm was accused of neglect because it failed to warn them: those who accuse it say that it did."""
    because = has_mark(word, "because")
    return signature("accuse", "verb", Frame.ING) if because and host.lemma in _ACCUSING else None


def _is_no_reason(word: Word, host: Word) -> bool:
    """It is not because they lied: nobody says that they did."""
    subject = host.child("nsubj")
    mark = next((c for c in word.left if c.dep == "mark" and c.lower in ("because", "since")), None)
    if mark is not None and any(c.lower == "not" for c in mark.left):
        return True  # he left, not because he was ill
    if host.lemma != "be" or subject is None or subject.lower not in ("it", "that", "this"):
        return False
    because = word.i > host.i and mark is not None and mark.lower == "because"
    return because and host.child("neg") is not None and host.child("attr", "acomp") is None


def _participle(word: Word, host: Word) -> Edge:
    if word.tag == "VBG" and any(c.dep == "prt" and c.i == word.i - 1 for c in host.right):
        cue, sign = governor(host, word, Frame.ING)
        if sign is not None:
            return Edge(Link.COMPLEMENT, host, cue, Frame.ING, sign)  # put off selling it
    without = next((c for c in word.left if c.dep == "mark" and c.lower == "without"), None)
    if without is not None or is_passed_over(word):
        return Edge(Link.NEGATED, host, without)
    if (ground := _ground(word, host)) is not None:
        return Edge(Link.COMPLEMENT, host, host, Frame.ING, ground)
    if _is_no_reason(word, host):
        return Edge(Link.COMPLEMENT, host, host, Frame.THAT, _UNSAID)
    return Edge(Link.ADVERBIAL, host)


#: Nouns whose clause often has no "that": "no doubt it is safe", "no proof it had left".
_BARE = frozenset({"doubt", "proof", "evidence", "indication", "suggestion", "sign"})


def _noun_clause(word: Word) -> Edge:
    noun = word.head
    frame = frame_of(word)
    if (participle := participle_of(word, noun)) is not None:
        return participle
    marked = noun.lower in _BARE or any(c.dep == "mark" for c in word.left)  # no doubt (that) it is safe
    marked = marked or (frame is Frame.THAT and is_bare_content(word))  # on reports it would close
    marked = marked or (
        any(c.lower == "that" for c in word.left) and _is_whole(word)
    )  # fears that it paid for the mill
    if frame is Frame.THAT and (_lacks_object(word) or not marked):
        return Edge(Link.RELATIVE, noun)
    if frame is Frame.TO and _is_ranked(noun):
        return Edge(Link.RELATIVE, noun)
    sign = sign_of_noun(word, frame)
    unknown = frame is Frame.THAT and noun.tag == "NNS" and signature(noun.lemma, "noun", frame) is None
    if unknown and not _is_whole(word):
        return Edge(Link.RELATIVE, noun)  # to find letters that she had kept in a box: she had kept some
    made = frame is Frame.THAT and noun.head.lemma == "make" and not any(c.lower == "no" for c in noun.left)
    made = made or (noun.dep == "pobj" and noun.head.lower == "in")
    if (noun.lemma == "sense" and made) or (frame is Frame.THAT and is_counted(noun)):
        return Edge(Link.ADVERBIAL, noun)  # in the sense that it is; makes sense that it is; the first time that it is
    if frame is Frame.THAT and noun.lower == "case" and noun.dep == "attr" and noun.head.lemma == "be":
        return Edge(Link.COMPLEMENT, noun.head, noun, frame, _SO)  # it is not the case that it failed
    if frame is Frame.THAT and is_wrong_to_say(noun):
        return Edge(Link.COMPLEMENT, noun, noun, frame, MISTAKEN)
    if noun.dep in ("dobj", "nsubjpass") and sign is not None and sign.reports:
        outer = signature(noun.head.lemma, "verb", Frame.THAT)
        if outer is not None and doubts(outer):
            return Edge(Link.COMPLEMENT, noun.head, noun.head, frame, outer)  # rejected the claim that ...
    told = frame is Frame.THAT and sign is not None and sign.reports and sign.mood is None
    cue, judged = (judgement(noun) if told else None) or (noun, None)
    return Edge(Link.COMPLEMENT, noun.head if judged else noun, cue, frame, judged or sign)


def _lacks_object(word: Word) -> bool:
    """a claim that courts have rejected: the claim is what they rejected, not what they claim"""
    if word.child("dobj", "ccomp", "xcomp", "auxpass", "attr", "acomp", "prep") is not None:
        return False
    return signature(word.lemma, "verb", Frame.NP) is not None and signature(word.lemma, "verb", Frame.THAT) is not None


def _object(word: Word) -> Edge:
    return gerund(word) if word.tag == "VBG" else argument(word)


_BY_LABEL: dict[str, Callable[[Word], Edge]] = {
    **dict.fromkeys(("acomp", "attr", "oprd"), _predicative),
    **dict.fromkeys(("ccomp", "xcomp", "csubj", "csubjpass"), _complement),
    **dict.fromkeys(
        ("nsubj", "nsubjpass", "dobj", "dative", "compound", "appos", "nmod", "npadvmod", "poss"), argument
    ),
    "parataxis": _parataxis,
    "conj": _conjunct,
    "pcomp": gerund,
    "pobj": _object,
    "advcl": _adverbial,
    "relcl": _demand_or_relative,
    "acl": _noun_clause,
}
