"""Which word's signature rules a clause: a verb with its particle, an adjective or noun after a copula."""

from __future__ import annotations

from dataclasses import replace

from extract.english.persons import Sort, group_noun, person_noun
from extract.english.wordlists import word_class
from extract.factuality.negation import denials
from extract.factuality.scenarios import is_supposing
from extract.factuality.signatures import Frame, Signature, Value, signature
from extract.model import Modality, Mood, Polarity
from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import NOUNS, WH_TAGS, has_mark

_PREDICATES = frozenset({"acomp", "attr", "oprd", "advmod"})
COPULAR = frozenset({"be", "seem", "appear", "become", "remain", "feel", "look", "sound", "get", "stay", "prove"})
#: too late to change it; has yet to find a buyer
_NOT_DONE = Signature(Value(Polarity.NEGATIVE, Modality.CERTAIN), Value(Polarity.POSITIVE, Modality.POSSIBLE))
#: The crew had to leave the ship: as good as told that it did
_DONE = Signature(Value(Polarity.POSITIVE, Modality.PROBABLE), Value(Polarity.NEGATIVE, Modality.POSSIBLE))
#: Readers will have to wait; they will not have to pay.
_FORESEEN = Signature(Value(Polarity.POSITIVE, Modality.PROBABLE), Value(Polarity.NEGATIVE, Modality.PROBABLE))
#: They were supposed to arrive: that was the plan. They are not supposed to vote: the plan is that they do not.
_SUPPOSED = Signature(
    Value(Polarity.POSITIVE, Modality.POSSIBLE), Value(Polarity.NEGATIVE, Modality.POSSIBLE), Mood.PLAN
)
#: had the square cleared, used to clear it: it was
_CAUSED = Signature(Value(Polarity.POSITIVE, Modality.CERTAIN), Value(Polarity.NEGATIVE, Modality.CERTAIN))
#: They could not help noticing it: they noticed it.
_UNHELPED = Signature(Value(Polarity.POSITIVE, Modality.CERTAIN), Value(Polarity.POSITIVE, Modality.CERTAIN))
#: The law lets firms hire: they may. It let them go: they went
_ALLOWED = Signature(Value(Polarity.POSITIVE, Modality.POSSIBLE), Value(Polarity.NEGATIVE, Modality.CERTAIN))
#: He loves to show his boats: he shows them. He would love to sell one: not yet. He does not like to: perhaps he does
_LIKED = Signature(Value(Polarity.POSITIVE, Modality.CERTAIN), Value(Polarity.NEGATIVE, Modality.POSSIBLE))
#: The aim is to cut costs; it would be unfair to fine them
_OPEN = Signature(
    Value(Polarity.POSITIVE, Modality.POSSIBLE), Value(Polarity.POSITIVE, Modality.UNCOMMITTED), Mood.WISH
)
#: It remains to be seen how much it will cost: nobody says or sees it.
_UNSEEN = Signature(
    Value(Polarity.POSITIVE, Modality.UNCOMMITTED), Value(Polarity.POSITIVE, Modality.UNCOMMITTED), Mood.QUESTION
)

#: It would be wrong to say that it failed: it did not. Not wrong to say so: it may have.
MISTAKEN = Signature(
    Value(Polarity.NEGATIVE, Modality.PROBABLE), Value(Polarity.POSITIVE, Modality.PROBABLE), reports=True
)
#: He denied the false claim that it failed: it still did not.
_FALSE_CLAIM = Signature(Value(Polarity.NEGATIVE, Modality.CERTAIN), Value(Polarity.NEGATIVE, Modality.PROBABLE))
#: This is not to say that it failed.
UNSAID = Signature(*(Value(Polarity.POSITIVE, Modality.UNCOMMITTED),) * 2, Mood.STATEMENT, reports=True)
#: Nobody doubts that the coach is honest: he is, by all accounts.
_UNCONTESTED = Signature(Value(Polarity.NEGATIVE, Modality.PROBABLE), Value(Polarity.POSITIVE, Modality.PROBABLE))
#: There is no denying that it failed.
_UNDENIABLE = frozenset({"denying", "disputing", "doubting", "escaping", "mistaking"})
_CONTESTING = frozenset({"contest", "deny", "dispute", "doubt", "question"})
_WRONG = frozenset(
    {"wrong", "false", "untrue", "inaccurate", "incorrect", "misleading", "mistake", "error", "mistaken", "fallacy"}
    | {"absurd", "ridiculous", "nonsense", "ludicrous", "foolish", "naive", "dishonest", "disingenuous"}
)
_SAYING = frozenset(
    {"say", "suggest", "claim", "think", "believe", "conclude", "assume", "argue", "imply", "infer", "pretend"}
)


def frame_of(word: Word) -> Frame:
    """The form of a clause that is a complement."""
    children = [c for c in word.children if not _is_moved(c, word)]
    if any(c.dep in ("mark", "advmod") and c.lower in ("whether", "if") and c.i < word.i for c in children):
        return Frame.WHETHER
    if any(c.tag == "TO" and c.dep == "aux" for c in children):
        asked = any(c.tag in WH_TAGS and c.lower != "that" for c in children)
        return Frame.WHETHER if asked else Frame.TO  # decided where to build: as open as whether to
    if any(_asks(c, word) for c in children):
        return Frame.WH
    finite = any(c.dep in ("aux", "auxpass") for c in children)
    if (word.tag == "VBG" and not finite) or (word.dep != "acl" and _is_being_done(children)):
        return Frame.ING
    if word.tag == "VBN" and not finite and word.head.lemma in _SAYING and word.child("nsubj") is not None:
        return Frame.THAT  # said the mill burned: the tagger takes the past for a participle
    that = word.lower in ("was", "were") or any(c.dep == "mark" and c.lower == "that" for c in children)
    seen = word.head.lemma in {"see", "hear", "find"}
    subjects = word.having("nsubj") if seen and word.tag == "VBP" else []
    owned = word.head.tag == "VBD" and any(c.child("poss") is not None for c in subjects)
    singular = word.head.lemma != "find" and any(c.tag == "NN" for c in subjects)
    bare = word.tag in ("VB", "VBN") or owned or singular
    if bare and not finite and not that:
        return Frame.ING if seen else Frame.TO  # saw it end, saw their sales (the number) slip; found her tied up
    return Frame.THAT


def _is_being_done(children: list[Word]) -> bool:
    """could not remember being told"""
    helpers = [c.lower for c in children if c.dep in ("aux", "auxpass")]
    return helpers == ["being"] and not any(c.dep in ("mark", "nsubjpass") for c in children)


def _is_moved(child: Word, word: Word) -> bool:
    """a pact which he declined to sign: the pronoun stands before the governing verb and asks nothing"""
    return child.tag in WH_TAGS and child.i < word.head.i < word.i


def _asks(child: Word, word: Word) -> bool:
    if child.i > word.i or child.dep == "advcl":
        return False  # announced that when prices fall, it will buy: "when" asks nothing
    if child.lower == "that" and (word.dep == "ccomp" or child.dep == "mark"):
        return False  # wrote on Telegram that the hall was burning: no pronoun, whatever the tagger says
    return child.tag in WH_TAGS or any(w.tag in WH_TAGS for w in child.left)


def governor(host: Word, word: Word, frame: Frame) -> tuple[Word, Signature | None]:
    """The word at or below `host` whose signature rules the clause `word`."""
    if host.lemma == "see" and host.head.lemma == "remain" and host.tag == "VBN":
        return host, _UNSEEN
    if host.pos == "ADJ" or host.tag in ("JJ", "JJR", "JJS") or (host.pos == "ADV" and frame is Frame.TO):
        return host, _of_adjective(host, frame)
    if frame is Frame.TO and host.lemma in ("have", "be") and _is_yet(host, word):
        return host, _NOT_DONE
    if host.pos in NOUNS:
        return judgement(host) or (host, signature(host.lemma, "noun", frame))
    if host.lemma in COPULAR:
        for child in host.right:
            sign = _of_predicate(child, frame) if child.dep in _PREDICATES and child is not word else None
            if sign is not None:
                return child, sign
        if frame is Frame.TO and host.lemma == "be" and word.lemma == "blame":
            return host, _CAUSED
        if frame is Frame.TO and host.lemma == "be" and not _is_agreed(host, word):
            return host, _CAUSED if _is_custom(host) else _OPEN
    return _of_subject(host, word, frame) or (host, _of_verb(host, word, frame))


def _of_subject(host: Word, word: Word, frame: Frame) -> tuple[Word, Signature] | None:
    """ "The hope is that it works", "My guess is that she left": the subject says how sure that is."""
    noun = host.child("nsubj")
    if host.lemma != "be" or frame is not Frame.THAT or word.dep != "ccomp" or noun is None or noun.pos != "NOUN":
        return None
    sign = signature(noun.lemma.lower(), "noun", frame)
    if sign is None or not noun.i < host.i < word.i:
        return None
    return (noun, sign) if sign.mood is not None or sign.affirmed.modality is not Modality.CERTAIN else None


def judgement(noun: Word) -> tuple[Word, Signature] | None:
    """ "The claim that she lied is false": she did not, as whoever says so sees it."""
    verb = noun.head
    if noun.dep != "nsubj" or verb.lemma not in COPULAR or verb.child("neg") is not None:
        return None
    for child in verb.right:
        kind = "adj" if child.dep == "acomp" else "noun"
        word = child.lemma.lower() if child.tag == "NNS" else child.lower
        for sign in (signature(word, kind, Frame.THAT), MISTAKEN if child.lower in _WRONG else None):
            if child.dep in ("acomp", "attr") and sign is not None and doubts(sign):
                return child, replace(sign, reports=False)
    return None


def doubts(sign: Signature) -> bool:
    """false, a lie, unproven; rejected, retracted: what is called so is not told as a fact"""
    doubted = sign.affirmed.polarity is Polarity.NEGATIVE or sign.affirmed.modality is Modality.UNCOMMITTED
    return doubted and sign.mood is None


def of_report(noun: Word, content: Word) -> Signature | None:
    """What a noun makes of what it reports, which is not so if it is called false: "the false claim that he lied".

    Not where what is told is a denial: "the false claim that he did not know".
    """
    sign = signature(noun.lemma, "noun", Frame.THAT)
    plain = sign is not None and sign.reports and sign.mood is None and sign.affirmed.polarity is Polarity.POSITIVE
    false = any(c.dep == "amod" and c.lower in word_class("words for false") for c in noun.left)
    return _FALSE_CLAIM if plain and false and not denials(content) else sign


def is_wrong_to_say(host: Word) -> bool:
    """It would be wrong to say that, a mistake to think that, inaccurate to draw the conclusion that: it is not so."""
    verb = host.head if host.dep == "dobj" and host.head.lemma in ("draw", "reach", "give") else host
    if verb.tag != "VB" or verb.dep not in ("xcomp", "acl", "advcl", "ccomp", "relcl"):
        return False
    if verb is host and host.lemma not in _SAYING:
        return False
    above = verb.head if verb.head.lower in _WRONG else verb.head.child("acomp", "attr")
    if above is None or above.lower not in _WRONG:
        return False
    copula = above.head
    while copula.child("nsubj", "nsubjpass") is None and not copula.is_root:
        copula = copula.head
    subject = copula.child("nsubj", "nsubjpass")
    told = subject is not None and (subject.lower == "it" or above.lower in ("wrong", "mistaken", "incorrect"))
    return told and copula.child("neg") is None  # nobody: it would be; Lund was wrong to say that


def _is_not_to_say(host: Word) -> bool:
    """This is not to say that the mill is unsafe: nobody says that it is, or that it is not."""
    copula = host.head
    if host.lemma not in _SAYING or host.tag != "VB" or copula.lemma != "be" or copula.child("neg") is None:
        return False
    subject = copula.child("nsubj")
    return subject is not None and subject.lower in ("this", "that", "which", "it") and host.i > copula.i


def _is_agreed(host: Word, word: Word) -> bool:
    """Whether "is to" tells of an arrangement ("The envoy is to visit Lyon"): a goal or a judgement is none.

    "The vote is to be held on Friday" is one, too: a day is set. So is "The bridge was to open in May".
    """
    subject = host.child("nsubj")
    if subject is None or host.child("acomp", "attr") is not None or subject.lower in ("it", "this", "that"):
        return False
    lemma = subject.lemma.lower()
    if group_noun(lemma) is Sort.BODY or person_noun(lemma) is not None:
        return True
    starts = word.lemma in word_class("verbs for what starts") and lemma in word_class("things with a day of starting")
    if (starts or word.child("auxpass")) and any(w.entity in ("DATE", "TIME") for w in word.subtree()):
        return True
    return subject.pos in ("PROPN", "PRON") or subject.entity in ("PERSON", "ORG", "GPE") or subject.tag == "NNS"


_CUSTOMS = frozenset(
    {"approach", "custom", "effect", "habit", "norm", "pattern", "practice", "result", "tradition", "trend"}
)


def _is_custom(host: Word) -> bool:
    """The trend is to close mills: they are closed. "The aim is to close them" is a wish."""
    subject = host.child("nsubj")
    return subject is not None and subject.lemma in _CUSTOMS and complex_of(host).modal is None


def _of_adjective(host: Word, frame: Frame) -> Signature | None:
    if frame is Frame.TO and any(c.lower == "too" for c in host.left):
        return _NOT_DONE
    if frame is Frame.TO and host.lower == "able" and host.head.lower in ("was", "were"):
        return signature("manage", "verb", frame)  # "was able to win": it won
    if frame is Frame.THAT and host.lower == "afraid" and _is_regret(host.head):
        return _CAUSED
    if frame is Frame.THAT and host.head.lemma == "make":
        return signature(f"make_{host.lower}", "verb", frame)
    return _of_quality(host, frame)


#: "He was so eager that he left early": he did, because of it. Not so "It is so important that they vote".
_MOVED = frozenset({"afraid", "anxious", "desperate", "eager", "keen"})


def _of_quality(adjective: Word, frame: Frame) -> Signature | None:
    """It is right that they be heard: that is a wish. She is right that they were heard: they were.

    She was so angry that they left: they did, and she does not say so.
    """
    if adjective.lower == "right" and (adjective.head.child("nsubj") or adjective).lower != "it":
        return None
    sign = signature(adjective.lower, "adj", frame)
    so = frame is Frame.THAT and any(c.lower == "so" for c in adjective.left)
    moved = adjective.lower in _MOVED or (sign is not None and sign.factive and sign.reports)
    return None if so and moved else sign


def _is_regret(verb: Word) -> bool:
    """I'm afraid the hall is lost: it is, and I am sorry."""
    subject = verb.child("nsubj")
    polite = subject is not None and subject.lower in ("i", "we") and verb.child("neg") is None
    return polite and complex_of(verb).tense == "present" and complex_of(verb).modal is None


def _of_far_from(far: Word, frame: Frame) -> Signature | None:
    """It is far from certain that it works, far from clear whether it does: as if it were not certain or clear."""
    start = far.child("prep")
    quality = start.child("amod", "pcomp", "pobj", "acomp") if start is not None and start.lower == "from" else None
    sign = signature(quality.lower, "adj", frame) if quality is not None else None
    return Signature(sign.negated, sign.affirmed, sign.mood) if sign is not None else None


def _of_predicate(child: Word, frame: Frame) -> Signature | None:
    if child.lower == "far" and (sign := _of_far_from(child, frame)) is not None:
        return sign
    if child.pos == "NOUN":
        return signature(child.lemma, "noun", frame)
    return _of_quality(child, frame)


def _of_verb(host: Word, word: Word, frame: Frame) -> Signature | None:
    """A verb's signature, with its particle ("point out that") or preposition ("call on him to resign")."""
    if frame is Frame.TO and (habitual := _of_habit(host, word)) is not None:
        return habitual
    if host.lemma == "go" and any(c.dep == "prt" and c.lower == "on" for c in host.right):
        return signature("go_on", "verb", frame)
    if is_supposing(host):
        return signature("suppose", "verb", Frame.THAT)
    if frame is Frame.THAT and (unsaid := _of_unsaid(host, word)) is not None:
        return unsaid
    if host.lemma == "help" and host.child("neg") is not None and complex_of(host).modal in ("can", "could"):
        return _UNHELPED if host.child("dobj") is None else signature("help", "verb", frame)
    if frame is Frame.TO and host.lemma in ("go", "use", "have") and _is_plain(host, word):
        return _of_plain(host, word)
    if host.lemma == "go" and host.tag != "VBG":
        return None
    if host.lemma == "lie" and not has_mark(word, "that"):
        return None
    sign = _with_particle(host, word, frame) or signature(host.lemma, "verb", frame)
    moved = sign is None and frame is Frame.THAT and host.tag in ("VBD", "VBN")
    return signature(host.lower, "adj", frame) if moved else sign  # clerks, alarmed that it closes, ...


def _with_particle(host: Word, word: Word, frame: Frame) -> Signature | None:
    for child in host.right:
        if child.i > word.i:
            break
        if child.dep == "prep" and (child.child("pobj") or child).entity in ("DATE", "TIME"):
            continue  # insisted on Monday that it was safe: nobody insisted on it
        if child.dep in ("prt", "prep", "acomp", "ccomp", "advmod", "dobj") and child is not word:
            sign = signature(f"{host.lemma}_{child.lower}", "verb", frame)
            if sign is not None:
                return sign
    return None


def _of_habit(host: Word, word: Word) -> Signature | None:
    """He loves to show his boats; the law lets firms hire; it was supposed to open, but is supposed to be rich."""
    if host.lower == "supposed" and host.child("auxpass") is not None:
        stays = word.lemma in ("be", "have") and word.child("attr", "acomp", "dobj") is not None
        return None if stays else _SUPPOSED
    if host.lemma in {"hate", "like", "love"} and complex_of(host).modal is None:
        return _LIKED
    return _ALLOWED if host.lemma == "let" and complex_of(host).tense == "present" else None


def _of_unsaid(host: Word, word: Word) -> Signature | None:
    """What it would be wrong to say, what this is not to say, and what somebody does not see."""
    if is_wrong_to_say(host):
        return MISTAKEN
    if host.tag in ("NN", "VBG") and host.lower in _UNDENIABLE and any(c.lower == "no" for c in host.left):
        return _UNHELPED
    if host.lemma in _CONTESTING and _is_nobodys(host):
        return _UNCONTESTED
    if _is_not_to_say(host):
        return UNSAID
    if host.lower == "see" and host.child("neg") is not None and word.i > host.i:
        return signature("think", "verb", Frame.THAT)  # I don't see that there is a way: not that he knows of one
    return None


def _is_nobodys(verb: Word) -> bool:
    """nobody doubts it, no one does, few do: most or all do not"""
    subject = next((w for w in verb.left if w.dep == "nsubj" or (w.dep == "amod" and w.lower == "few")), None)
    if subject is None:
        return False
    none = subject.lower == "one" and any(c.lower == "no" for c in subject.left)
    return none or subject.lower in ("nobody", "none", "no-one", "few")


def _is_plain(host: Word, word: Word) -> bool:
    """Whether go, use or have is no helper of a future, a means or a duty."""
    if host.lemma == "go":
        return host.tag != "VBG"
    if host.lemma == "use":
        if host.child("auxpass") is not None:  # "The lever is used to select a speed": it selects one
            return host.tag == "VBN"
        return host.tag == "VBD" and host.child("aux", "dobj") is None
    return _is_caused(word) or host.child("dobj") is not None or _had_to(host) or _will_have_to(host)


def _of_plain(host: Word, word: Word) -> Signature | None:
    """used to sell coal, had the square cleared: so it was. Went to see it, had a free hand to choose: an aim"""
    if host.lemma == "use" or (host.lemma == "have" and _is_caused(word)):
        return _CAUSED
    if host.lemma == "go" or host.child("dobj") is not None:
        return None
    return _FORESEEN if _will_have_to(host) else _DONE


def _will_have_to(have: Word) -> bool:
    """Readers will have to wait: they will. The others would have to leave: they would."""
    return complex_of(have).modal in ("will", "would", "shall")


def _is_caused(word: Word) -> bool:
    """had the square cleared: a bare complement with a subject of its own"""
    return word.child("nsubj", "nsubjpass") is not None and not any(c.tag == "TO" for c in word.left)


def _had_to(have: Word) -> bool:
    verb = complex_of(have)
    if have.child("nsubj") is None and have.tag == "VBG":
        return have.dep == "pcomp"  # after having to leave
    return verb.modal is None and (verb.tense == "past" or (have.tag == "VBN" and verb.aspect == "perfect"))


def _is_yet(host: Word, word: Word) -> bool:
    return any(w.lower == "yet" for w in (*host.children, *word.left))
